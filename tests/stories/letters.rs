//! What goes out by itself when a deadline comes near; how readers choose when letters come; and what is answered from them.

use std::collections::{BTreeMap, BTreeSet};

use folkmoot::example::write::{Written, write};
use folkmoot::example::year::plan;
use folkmoot::worker::work_off;
use jiff::civil::{Weekday, date};
use kernel::{Day, Hour, PersonId, Zone};
use mail_parser::{Message, MessageParser};
use store::{args, sql};

use crate::visitor::{Visitor, hidden};
use crate::world::{TODAY, World, story};

sql!(ASKED, "select person_id, count(*) as letters from letter where purpose = 'chaser' and queued_at >= $1 group by person_id");
sql!(CHASED, "select kind, person_id, about_id, deadline from chaser where state = 'sent' and happened_on = $1");
sql!(STATES, "select state, count(*) as letters from letter where person_id = $1 and class = 'reminders' group by state");
sql!(SLUGS, "select slug from body order by slug");

/// The example's partnership, with its officer.
async fn partnership(world: &World) -> (Written, PersonId) {
    let (plan, parts) = plan(0, TODAY, 1, 1);
    let written = write(&world.house, &plan, true).await.unwrap();
    world.move_to(TODAY, 10, 0);
    work_off(&world.house).await.unwrap();
    let officer = written.people[parts.officer];
    (written, officer)
}

async fn slugs(world: &World) -> Vec<String> {
    world.read().await.each(&SLUGS, args![], |row| row.get("slug")).await.unwrap()
}

/// The letters are written in the morning of a day.
pub async fn morning(world: &World, day: Day) {
    world.move_to(day, 7, 40);
    work_off(&world.house).await.unwrap();
}

/// What an outbox tells: each line with the day on which it goes, whether it is stopped and whether it reaches anybody.
fn told(page: &str) -> Vec<(String, String, bool, bool)> {
    let mut lines = Vec::new();
    for table in page.split("Goes on ").skip(1) {
        let day: String = table.chars().take_while(|c| *c != '<').collect();
        for row in table.split("<tr class=\"govuk-table__row\">").skip(1) {
            if let Some(key) = hidden(row, "line") {
                lines.push((day.trim().to_owned(), key, row.contains(">Stopped<") || row.contains("Stopped\n"), !row.contains("No address")));
            }
        }
    }
    lines
}

/// Every letter that left, the newest last.
pub fn post(world: &World) -> Vec<Vec<u8>> {
    let folder = world.folder.path().join("mail");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.iter().map(|file| std::fs::read(file).unwrap()).collect()
}

fn parsed(letter: &[u8]) -> Message<'_> {
    MessageParser::default().parse(letter).unwrap()
}

/// The plain text of the newest letter to an address.
pub fn post_to(world: &World, address: &str) -> Option<String> {
    let letters = post(world);
    let newest = letters.iter().rfind(|letter| parsed(letter).to().and_then(|to| to.first()?.address()) == Some(address))?;
    Some(parsed(newest).body_text(0)?.into_owned())
}

/// The links in all letters to a route, the newest letter's last.
pub fn links(world: &World, route: &str) -> Vec<String> {
    let mut found = Vec::new();
    for letter in post(world) {
        let text = parsed(&letter).body_text(0).unwrap_or_default().into_owned();
        let paths = text.lines().filter_map(|line| line.trim().strip_prefix(&world.address)).filter(|path| path.starts_with(route));
        found.extend(paths.map(str::to_owned));
    }
    found
}

/// What was asked for on a day: the kind, and what tells it from every other.
async fn sent_on(world: &World, day: Day) -> Vec<(String, String)> {
    let mut read = world.read().await;
    let rows = read.each(&CHASED, args![day], |row| {
        let (kind, person): (String, PersonId) = (row.get("kind")?, row.get("person_id")?);
        Ok((kind.clone(), format!("{kind} {person} {} {}", row.get::<uuid::Uuid>("about_id")?, row.get::<Day>("deadline")?)))
    });
    rows.await.unwrap()
}

story!(reminders_go_once_a_day_on_working_days_and_as_the_secretariat_was_told, |world: World| async move {
    let (_, officer) = partnership(&world).await;
    let slugs = slugs(&world).await;
    let table = calendar::Nation::EnglandAndWales.table();
    let (mut day, mut kinds) = (TODAY, BTreeMap::<String, usize>::new());
    while day < date(2026, 4, 16) {
        day = day.tomorrow().unwrap();
        // Early in the morning the outboxes say what goes today.
        world.move_to(day, 6, 0);
        let visitor = Visitor::signed_in(&world.house, &world.address, officer).await;
        let mut expected = BTreeSet::new();
        for slug in &slugs {
            let page = visitor.get(&format!("/bodies/{slug}/letters")).await;
            assert_eq!(page.status, 200, "{}", page.text());
            assert!(page.statements() <= 12, "{}", page.statements());
            let today = web::spelling::weekday(day);
            expected.extend(told(&page.text()).into_iter().filter(|(on, _, _, reaches)| *on == today && *reaches).map(|(_, key, ..)| key));
        }
        morning(&world, day).await;
        // However often the job runs.
        world.move_to(day, 16, 0);
        work_off(&world.house).await.unwrap();
        let midnight = Zone::london().instant(day, Hour::midnight());
        let mut read = world.read().await;
        for row in read.all(&ASKED, args![midnight]).await.unwrap() {
            assert_eq!(row.get::<i64>("letters").unwrap(), 1, "nobody is asked twice on {day}");
        }
        drop(read);
        let sent = sent_on(&world, day).await;
        assert!(sent.is_empty() || table.is_working_day(day), "{day} is no working day");
        assert_eq!(sent.iter().map(|(_, key)| key.clone()).collect::<BTreeSet<_>>(), expected, "what goes on {day} is what was told");
        for (kind, _) in sent {
            *kinds.entry(kind).or_default() += 1;
        }
    }
    let seen: Vec<&str> = kinds.keys().map(String::as_str).collect();
    for kind in ["items", "apologies", "sub-group", "action-ahead", "action-over", "minutes", "key-messages"] {
        assert!(seen.contains(&kind), "{kinds:?}");
    }
    assert!(matches!(day.weekday(), Weekday::Thursday));
});

story!(the_secretariat_stops_a_reminder_or_a_whole_kind_before_it_goes, |world: World| async move {
    let (written, officer) = partnership(&world).await;
    let visitor = Visitor::signed_in(&world.house, &world.address, officer).await;
    let mut found = None;
    for slug in slugs(&world).await {
        let page = visitor.get(&format!("/bodies/{slug}/letters")).await.text();
        let lines = told(&page);
        if lines.len() > 1 {
            found = Some((slug, page, lines));
            break;
        }
    }
    let (slug, page, lines) = found.expect("something is coming");
    let (stop, outbox, kinds) = (format!("/bodies/{slug}/chasers/stop"), format!("/bodies/{slug}/letters"), format!("/bodies/{slug}/chasers"));
    let line = lines[0].1.clone();
    // Nobody else sees or stops it.
    let stranger = Visitor::signed_in(&world.house, &world.address, *written.people.iter().find(|person| **person != officer).unwrap()).await;
    for path in [&outbox, &kinds] {
        assert_eq!(stranger.get(path).await.status, 403, "{path}");
    }
    let key = hidden(&page, "key").unwrap();
    assert_eq!(stranger.send(&stop, &[("key", &key), ("line", &line), ("wanted", "stop")]).await.status, 403);
    assert_eq!(visitor.send(&stop, &[("key", &key), ("line", "nothing"), ("wanted", "stop")]).await.status, 422);
    let key = hidden(&visitor.get(&outbox).await.text(), "key").unwrap();
    assert_eq!(visitor.send(&stop, &[("key", &key), ("line", &line), ("wanted", "stop")]).await.status, 303);
    let stopped = |page: &str| told(page).iter().find(|one| one.1 == line).map(|one| one.2);
    let page = visitor.get(&outbox).await.text();
    assert_eq!(stopped(&page), Some(true), "{page}");
    let key = hidden(&page, "key").unwrap();
    assert_eq!(visitor.send(&stop, &[("key", &key), ("line", &line), ("wanted", "go")]).await.status, 303);
    let page = visitor.get(&outbox).await.text();
    assert_eq!(stopped(&page), Some(false));
    let key = hidden(&page, "key").unwrap();
    assert_eq!(visitor.send(&stop, &[("key", &key), ("line", &line), ("wanted", "stop")]).await.status, 303);
    // Of its kind nothing goes any more, and all others stay as they are.
    let kind = line.split(' ').next().unwrap().to_owned();
    let page = visitor.get(&kinds).await.text();
    let ticked: Vec<String> = page
        .split("<input")
        .filter(|input| input.contains("name=\"kinds\"") && input.contains("checked"))
        .filter_map(|input| input.split_once("value=\"")?.1.split('"').next().map(str::to_owned))
        .collect();
    assert!(ticked.contains(&kind) && ticked.len() > 5, "{ticked:?}");
    let key = hidden(&page, "key").unwrap();
    let mut fields = vec![("key", key.as_str())];
    fields.extend(ticked.iter().filter(|one| **one != kind).map(|one| ("kinds", one.as_str())));
    assert_eq!(visitor.send(&kinds, &fields).await.status, 303);
    let left: Vec<String> = told(&visitor.get(&outbox).await.text()).into_iter().map(|one| one.1).collect();
    assert!(left.iter().all(|one| !one.starts_with(&kind)), "{left:?}");
    // With the kind on again the one that was stopped stays stopped, past its day.
    let key = hidden(&visitor.get(&kinds).await.text(), "key").unwrap();
    let mut fields = vec![("key", key.as_str())];
    fields.extend(ticked.iter().map(|one| ("kinds", one.as_str())));
    assert_eq!(visitor.send(&kinds, &fields).await.status, 303);
    let mut day = TODAY;
    while day < date(2026, 4, 2) {
        day = day.tomorrow().unwrap();
        morning(&world, day).await;
        assert!(sent_on(&world, day).await.iter().all(|(_, key)| *key != line), "{line} was stopped");
    }
});

/// The first reminder that leaves, and whom it is for.
async fn first_reminder(world: &World, day: &mut Day) -> (Vec<u8>, PersonId) {
    let before = post(world).len();
    loop {
        *day = day.tomorrow().unwrap();
        assert!(*day < date(2026, 5, 1), "a reminder leaves within two months");
        let midnight = Zone::london().instant(*day, Hour::midnight());
        morning(world, *day).await;
        let asked = world.read().await.all(&ASKED, args![midnight]).await.unwrap();
        if let Some(row) = asked.first() {
            let person: PersonId = row.get("person_id").unwrap();
            let address = mail::addresses_of(&mut world.read().await, person, *day).await.unwrap()[0].address.clone();
            let letters = post(world);
            let newest = letters[before..].iter().rfind(|letter| parsed(letter).to().unwrap().first().unwrap().address() == Some(&address));
            return (newest.unwrap().clone(), person);
        }
    }
}

async fn states(world: &World, person: PersonId) -> BTreeMap<String, i64> {
    let rows = world.read().await.each(&STATES, args![person], |row| Ok((row.get("state")?, row.get("letters")?))).await.unwrap();
    rows.into_iter().collect()
}

story!(a_reader_stops_reminders_with_one_click_and_has_them_gathered_after_all, |world: World| async move {
    partnership(&world).await;
    let mut day = TODAY;
    let (letter, person) = first_reminder(&world, &mut day).await;
    let header = parsed(&letter).header_raw("List-Unsubscribe").unwrap().trim().trim_matches(['<', '>']).to_owned();
    let path = header.strip_prefix(&world.address).unwrap().to_owned();
    assert!(path.contains("stop=reminders"), "{path}");
    let anybody = Visitor::anybody(&world.address);
    // Opening the page stops nothing; it has the stop chosen beforehand.
    let page = anybody.get(&path).await;
    assert_eq!(page.status, 200, "{}", page.text());
    assert_eq!(states(&world, person).await.get("unwanted"), None);
    // A mail program sends its own words, and no origin.
    let clicked = reqwest::Client::new()
        .post(&header)
        .header("content-type", "application/x-www-form-urlencoded")
        .body("List-Unsubscribe=One-Click")
        .send()
        .await
        .unwrap();
    assert_eq!(clicked.status(), 200);
    let sent = states(&world, person).await["sent"];
    while !states(&world, person).await.contains_key("unwanted") {
        day = day.tomorrow().unwrap();
        assert!(day < date(2026, 8, 1), "something is due from them");
        morning(&world, day).await;
    }
    assert_eq!(states(&world, person).await["sent"], sent, "no further reminder left");
    // A forged link stops nothing.
    let forged = path.replacen("/letters/", "/letters/x", 1);
    assert_eq!(anybody.get(&forged).await.status, 404);
    // On the page they choose to have them weekly.
    let page = anybody.get(path.split('?').next().unwrap()).await.text();
    let key = hidden(&page, "key").unwrap();
    let refused = anybody.send(path.split('?').next().unwrap(), &[("key", &key), ("reminders", "hourly")]).await;
    assert_eq!(refused.status, 422);
    let key = hidden(&refused.text(), "key").unwrap();
    let done = anybody.send(path.split('?').next().unwrap(), &[("key", &key), ("reminders", "weekly")]).await;
    assert_eq!(done.status, 200, "{}", done.text());
    assert!(done.text().contains("Your choice is kept."));
    while !states(&world, person).await.contains_key("gathered") {
        day = day.tomorrow().unwrap();
        assert!(day < date(2026, 12, 1), "something is due from them");
        morning(&world, day).await;
    }
    // On the first working day of the next week one letter brings them.
    let (before, gathered) = (post(&world).len(), states(&world, person).await["gathered"]);
    assert!(gathered >= 1);
    let mut whole = None;
    for _ in 0..9 {
        day = day.tomorrow().unwrap();
        morning(&world, day).await;
        whole = post(&world)[before..].iter().find(|letter| parsed(letter).subject().unwrap().contains("your letters")).cloned();
        if whole.is_some() {
            break;
        }
    }
    let whole = whole.expect("they are gathered");
    let text = parsed(&whole).body_text(0).unwrap().into_owned();
    assert!(text.contains("You chose to have these gathered into one letter."), "{text}");
    assert!(parsed(&whole).header_raw("List-Unsubscribe").unwrap().contains("stop=reminders"));
    // What it asks for is answered from it.
    let asked = text.lines().filter_map(|line| line.trim().strip_prefix(&world.address)).find(|path| !path.starts_with("/letters/")).unwrap();
    assert_eq!(anybody.get(asked).await.status, 200, "{asked}");
});

story!(a_sub_group_s_chair_says_from_the_letter_that_there_is_nothing_to_report, |world: World| async move {
    let (_, officer) = partnership(&world).await;
    let mut day = TODAY;
    let path = loop {
        day = day.tomorrow().unwrap();
        assert!(day < date(2026, 6, 1), "a sub-group is asked");
        morning(&world, day).await;
        if let Some(path) = links(&world, "/sub-group-report/").pop() {
            break path;
        }
    };
    let anybody = Visitor::anybody(&world.address);
    let page = anybody.get(&path).await;
    assert_eq!(page.status, 200, "{}", page.text());
    let (key, version) = (hidden(&page.text(), "key").unwrap(), hidden(&page.text(), "version").unwrap());
    let refused = anybody.send(&path, &[("key", &key), ("version", &version), ("answer", "reported"), ("words", "")]).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("Write what the group reports"), "{}", refused.text());
    let key = hidden(&refused.text(), "key").unwrap();
    let done = anybody.send(&path, &[("key", &key), ("version", &version), ("answer", "nothing-to-report"), ("words", "")]).await;
    assert!(done.text().contains("Your answer is on the record"), "{}", done.text());
    // A second tab that has not seen it is told so.
    let late = anybody
        .send(&path, &[("key", "00000000-0000-0000-0000-000000000005"), ("version", &version), ("answer", "has-not-met"), ("words", "")])
        .await;
    assert_eq!(late.status, 409, "{}", late.text());
    // The room shows it under its item.
    sql!(ROOM, "select i.meeting_id, i.id from sub_group_report r join item i on i.id = r.item_id where r.answer is not null");
    let row = world.read().await.one(&ROOM, args![]).await.unwrap();
    let (meeting, item): (kernel::MeetingId, kernel::ItemId) = (row.get("meeting_id").unwrap(), row.get("id").unwrap());
    let visitor = Visitor::signed_in(&world.house, &world.address, officer).await;
    let room = visitor.get(&format!("/meetings/{meeting}/room?item={item}")).await.text();
    assert!(room.contains("Nothing to report"), "{room}");
});

story!(an_owner_reports_on_an_action_from_the_reminder, |world: World| async move {
    partnership(&world).await;
    let mut day = TODAY;
    let path = loop {
        day = day.tomorrow().unwrap();
        assert!(day < date(2026, 6, 1), "an action falls due");
        morning(&world, day).await;
        if let Some(path) = links(&world, "/action-report/").pop() {
            break path;
        }
    };
    let anybody = Visitor::anybody(&world.address);
    let page = anybody.get(&path).await;
    assert_eq!(page.status, 200, "{}", page.text());
    let key = hidden(&page.text(), "key").unwrap();
    let refused = anybody.send(&path, &[("key", &key), ("kind", "needs-until"), ("until", ""), ("words", "The form is late.")]).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("The form is late."), "nothing typed is lost");
    let key = hidden(&refused.text(), "key").unwrap();
    let done = anybody.send(&path, &[("key", &key), ("kind", "done"), ("until", ""), ("words", "It went out this morning.")]).await;
    assert_eq!(done.status, 200, "{}", done.text());
    sql!(REPORTS, "select count(*) as n from action_report where words = 'It went out this morning.' and state = 'done'");
    assert_eq!(world.read().await.one(&REPORTS, args![]).await.unwrap().get::<i64>("n").unwrap(), 1);
    // It is done: nobody is asked for it any more, and its links have ended.
    assert_eq!(anybody.get(&path).await.status, 404);
});

story!(a_member_asks_for_an_item_from_the_call_for_items, |world: World| async move {
    partnership(&world).await;
    let mut day = TODAY;
    let path = loop {
        day = day.tomorrow().unwrap();
        assert!(day < date(2026, 6, 1), "items are called for");
        morning(&world, day).await;
        if let Some(path) = links(&world, "/ask-item/").pop() {
            break path;
        }
    };
    let anybody = Visitor::anybody(&world.address);
    let page = anybody.get(&path).await;
    assert_eq!(page.status, 200, "{}", page.text());
    let refused = anybody.send(&path, &[("key", &hidden(&page.text(), "key").unwrap()), ("title", ""), ("words", "It floods.")]).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("It floods."), "nothing typed is lost");
    let key = hidden(&refused.text(), "key").unwrap();
    let done = anybody.send(&path, &[("key", &key), ("title", "The underpass"), ("words", "It floods.")]).await;
    assert_eq!(done.status, 200, "{}", done.text());
    assert!(done.text().contains("“The underpass” was asked for."), "{}", done.text());
    sql!(ITEM, "select state from item where title = 'The underpass'");
    assert_eq!(world.read().await.one(&ITEM, args![]).await.unwrap().get::<String>("state").unwrap(), "requested");
});

story!(a_member_declares_an_interest_from_the_letter_that_brings_the_agenda, |world: World| async move {
    let scene = crate::scene::scene(&world).await;
    let path = links(&world, "/declare/").into_iter().next_back().expect("the agenda brings it");
    world.move_to(date(2026, 3, 19), 10, 0);
    let anybody = Visitor::anybody(&world.address);
    let page = anybody.get(&path).await;
    assert_eq!(page.status, 200, "{}", page.text());
    assert!(!page.text().contains("CANARY"), "{}", page.text());
    let key = hidden(&page.text(), "key").unwrap();
    let refused = anybody.send(&path, &[("key", &key), ("item", ""), ("kind", "financial"), ("nature", "My brother owns it")]).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("My brother owns it") && refused.text().contains("Choose the item"), "{}", refused.text());
    let key = hidden(&refused.text(), "key").unwrap();
    let item = scene.item.to_string();
    let done = anybody.send(&path, &[("key", &key), ("item", &item), ("kind", "financial"), ("nature", "My brother owns it")]).await;
    assert!(done.text().contains("Your declaration is on the record."), "{}", done.text());
    let chair = Visitor::signed_in(&world.house, &world.address, scene.reader("chair").person.unwrap()).await;
    assert!(chair.get(&format!("/meetings/{}/interests", scene.meeting)).await.text().contains("My brother owns it"));
});

story!(members_agree_the_minutes_or_propose_a_change_from_the_letter_that_brings_them, |world: World| async move {
    let scene = crate::scene::scene(&world).await;
    let partnership = meetings::store::meeting(&mut world.read().await, scene.meeting).await.unwrap().partnership;
    let story = access::System::named("story");
    meetings::acts::close(&world.house, &story.permit(scene.meeting, partnership), None).await.unwrap();
    minutes::acts::clear(&world.house, &story.permit(scene.meeting, partnership)).await.unwrap();
    let officer = Visitor::signed_in(&world.house, &world.address, scene.reader("secretary").person.unwrap()).await;
    let at = format!("/meetings/{}/minutes", scene.meeting);
    let page = officer.get(&at).await.text();
    let (key, version) = (hidden(&page, "key").unwrap(), hidden(&page, "version").unwrap());
    let sent = officer.send(&format!("{at}/circulate"), &[("key", &key), ("version", &version)]).await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    work_off(&world.house).await.unwrap();
    let anybody = Visitor::anybody(&world.address);
    let mut letters = Vec::new();
    for path in links(&world, "/minutes-reply/") {
        let page = anybody.get(&path).await;
        assert_eq!(page.status, 200, "{}", page.text());
        assert!(!page.text().contains("CANARY"), "whoever holds the letter is not thereby known: {}", page.text());
        let named = ["Max Member", "Cora Chair"].into_iter().find(|name| page.text().contains(&format!("You answer as {name}.")));
        letters.extend(named.map(|name| (name, path)));
    }
    let of = |name: &str| letters.iter().find(|(of, _)| *of == name).map(|(_, path)| path.clone()).expect("each has a letter of their own");
    let (max, cora) = (of("Max Member"), of("Cora Chair"));
    assert!(!officer.get(&at).await.text().contains("agrees them."), "the link alone says nothing");
    let key = hidden(&anybody.get(&cora).await.text(), "key").unwrap();
    let done = anybody.send(&cora, &[("key", &key), ("agreed", "yes"), ("words", "")]).await;
    assert!(done.text().contains("You agreed the minutes."), "{}", done.text());
    // A change wants words, and nothing that was answered is lost.
    let key = hidden(&anybody.get(&max).await.text(), "key").unwrap();
    let refused = anybody.send(&max, &[("key", &key), ("agreed", "no"), ("words", " ")]).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("Say what should be changed."), "{}", refused.text());
    let key = hidden(&refused.text(), "key").unwrap();
    let fields = [("key", key.as_str()), ("agreed", "no"), ("words", "Item 1: the surveyor reports in May.")];
    for _ in 0..2 {
        let done = anybody.send(&max, &fields).await;
        assert!(done.status == 200 || done.status == 303, "sent twice it is one answer: {}", done.text());
    }
    let page = officer.get(&at).await.text();
    assert!(page.contains("agrees them.") && page.matches("Item 1: the surveyor reports in May.").count() == 1, "{page}");
});

story!(the_note_of_key_messages_goes_to_everybody_without_what_is_exempt, |world: World| async move {
    let scene = crate::scene::scene(&world).await;
    let path = format!("/meetings/{}/key-messages", scene.meeting);
    let secretary = Visitor::signed_in(&world.house, &world.address, scene.reader("secretary").person.unwrap()).await;
    let member = Visitor::signed_in(&world.house, &world.address, scene.reader("member").person.unwrap()).await;
    assert!(secretary.get(&path).await.text().contains("The note is drafted when the meeting is over."));
    crate::scene::minuted(&world, &scene).await;
    assert_eq!(member.get(&path).await.status, 403);
    let page = secretary.get(&path).await;
    assert!(page.statements() <= 12, "{}", page.statements());
    let text = page.text();
    assert!(!text.contains("CANARY") && text.contains("taken in private"), "{text}");
    assert!(secretary.get(&format!("/meetings/{}/minutes", scene.meeting)).await.text().contains(&path));
    let key = hidden(&text, "key").unwrap();
    let note = "Decided\n- The refuge opens in May\n\nTell your boards.";
    let kept = secretary.send(&path, &[("key", &key), ("version", "0"), ("words", note), ("wanted", "keep")]).await;
    assert_eq!(kept.status, 303, "{}", kept.text());
    // A second tab that has not seen it loses nothing.
    let late = secretary
        .send(&path, &[("key", "00000000-0000-0000-0000-000000000005"), ("version", "0"), ("words", "Other words"), ("wanted", "send")])
        .await;
    assert_eq!(late.status, 409, "{}", late.text());
    assert!(late.text().contains("Other words"));
    let page = secretary.get(&path).await.text();
    let (key, version) = (hidden(&page, "key").unwrap(), hidden(&page, "version").unwrap());
    let sent = secretary.send(&path, &[("key", &key), ("version", &version), ("words", note), ("wanted", "send")]).await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    work_off(&world.house).await.unwrap();
    sql!(
        NOTES,
        "select count(*) as n, count(distinct address) as addresses from letter where purpose = 'key-messages' and state = 'sent' and class = 'notes'"
    );
    let row = world.read().await.one(&NOTES, args![]).await.unwrap();
    assert!(row.get::<i64>("n").unwrap() > 3 && row.get::<i64>("n").unwrap() == row.get::<i64>("addresses").unwrap());
    assert!(secretary.get(&path).await.text().contains("It went to"));
    let again =
        secretary.send(&path, &[("key", "00000000-0000-0000-0000-000000000006"), ("version", "2"), ("words", note), ("wanted", "send")]).await;
    assert_eq!(again.status, 422, "{}", again.text());
});
