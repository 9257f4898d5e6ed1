//! One person, one record; and what a person may ask of those who hold data on them.

use access::System;
use bodies::model::{AppointmentEnding, NewAppointment, Role};
use folkmoot::example::write::{Written, write};
use folkmoot::example::year::plan as example;
use folkmoot::export::{Order, export};
use folkmoot::person::{erase, find};
use folkmoot::retention;
use folkmoot::worker::work_off;
use jiff::civil::{date, time};
use kernel::{BodyId, MeetingId, PersonId, SeatId};
use meetings::acts::{Plan, Sending};
use meetings::model::{Answer, Arrangements, NewItem, Reply};
use people::model::NewPerson;
use people::rights::RecordPeople;
use store::{args, sql};

use crate::visitor::{Answer as Page, Visitor};
use crate::world::{TODAY, World, story};

struct Board {
    written: Written,
    body: BodyId,
    officer: PersonId,
    /// The seats of members who hold no office, with their holders.
    members: Vec<(SeatId, PersonId, String)>,
}

impl Board {
    async fn of(world: &World) -> Self {
        let (plan, parts) = example(0, TODAY, 1, 1);
        let written = write(&world.house, &plan, false).await.unwrap();
        world.move_to(TODAY, 10, 0);
        let (officer, chair, body) = (written.people[parts.officer], written.people[parts.chair], written.bodies[0]);
        let seats = bodies::store::membership(&mut world.read().await, body, TODAY).await.unwrap();
        let members = seats
            .iter()
            .filter_map(|seat| seat.holder().map(|holder| (seat.seat, holder.person, holder.name.clone())))
            .filter(|(_, person, _)| *person != officer && *person != chair)
            .collect();
        Self { written, body, officer, members }
    }

    fn permit<A: access::Act>(&self, id: A::Id) -> access::Permit<A> {
        System::named("story").permit(id, self.written.partnership)
    }

    async fn person(&self, world: &World, name: &str, address: &str) -> PersonId {
        let new = NewPerson { name: name.to_owned(), address: Some(address.to_owned()), ..NewPerson::default() };
        people::acts::record_person(&world.house, &self.permit::<RecordPeople>(self.written.partnership), new).await.unwrap()
    }

    async fn seat(&self, world: &World, seat: SeatId, person: PersonId) -> kernel::AppointmentId {
        let new = NewAppointment {
            person,
            role: Role::Second,
            post: None,
            organisation: None,
            starts_on: Some(date(2026, 1, 5)),
            term_ends_on: None,
            note: None,
        };
        bodies::acts::appoint(&world.house, &self.permit(self.body), seat, new).await.unwrap().0
    }

    async fn called(&self, world: &World) -> MeetingId {
        let arrangements = Arrangements { starts_at: Some(time(10, 0, 0, 0)), place: Some("Weald House".to_owned()), ..Arrangements::default() };
        let plan = Plan::ordinary(vec![date(2026, 4, 16)], arrangements, TODAY);
        let meeting = meetings::acts::plan(&world.house, &self.permit(self.body), &plan).await.unwrap()[0];
        meetings::acts::add_item(&world.house, &self.permit(meeting), &NewItem::business("The depot")).await.unwrap();
        meetings::acts::send(&world.house, &self.permit(meeting), &Sending { letters: true, ..Sending::default() }).await.unwrap();
        meeting
    }
}

async fn send(who: &Visitor, world: &World, path: &str, fields: &[(&str, &str)]) -> Page {
    let key = world.house.store.chance().uuid(world.house.now()).to_string();
    let mut all = vec![("key", key.as_str())];
    all.extend_from_slice(fields);
    who.send(path, &all).await
}

async fn is_whole(world: &World) -> i64 {
    let reports = store::verify(&mut world.read().await, &[]).await.unwrap();
    assert!(reports.iter().all(|report| report.broken.is_none()), "{reports:?}");
    assert_eq!(world.house.store.damage().await.unwrap(), Vec::<String>::new());
    reports.iter().map(|report| report.erased).sum()
}

async fn seats_of(world: &World, board: &Board, person: PersonId) -> usize {
    let seats = bodies::store::membership(&mut world.read().await, board.body, TODAY).await.unwrap();
    seats.iter().flat_map(|seat| &seat.people).filter(|one| one.person == person).count()
}

story!(two_records_of_one_person_become_one_and_can_be_parted_again, |world: World| async move {
    let board = Board::of(&world).await;
    let officer = Visitor::signed_in(&world.house, &world.address, board.officer).await;
    let (seat, kept, name) = board.members[0].clone();
    let other = board.person(&world, "Q. Underwood-Twice", "twice@example.org").await;
    board.seat(&world, seat, other).await;
    let page = send(&officer, &world, &format!("/people/{kept}/merge"), &[("person", "Q. Underwood-Twice")]).await;
    assert_eq!(page.status, 200, "{}", page.text());
    assert!(page.text().contains("twice@example.org") && page.text().contains(&name), "both are shown: {}", page.text());
    assert_eq!(seats_of(&world, &board, other).await, 1, "looking joins nothing");
    let id = other.to_string();
    assert_eq!(send(&officer, &world, &format!("/people/{kept}/merge"), &[("other", &id)]).await.status, 303);
    assert_eq!((seats_of(&world, &board, kept).await, seats_of(&world, &board, other).await), (2, 0));
    let mut read = world.read().await;
    assert!(people::store::person(&mut read, kept).await.unwrap().other_names.contains(&"Q. Underwood-Twice".to_owned()));
    assert!(people::store::addresses(&mut read, kept).await.unwrap().iter().any(|a| a.address == "twice@example.org"));
    assert_eq!(people::store::people_named(&mut read, "Q. Underwood-Twice").await.unwrap(), [kept], "the name means the record that stays");
    drop(read);
    let led = officer.get(&format!("/people/{other}")).await;
    assert_eq!((led.status, led.location()), (303, Some(format!("/people/{kept}").as_str())));
    assert!(officer.get(&format!("/history/{kept}")).await.text().contains("Two records of one person joined"));
    is_whole(&world).await;
    // It was a mistake after all.
    let merge = people::store::merges(&mut world.read().await, kept).await.unwrap()[0].id;
    assert_eq!(send(&officer, &world, &format!("/people/{kept}/merges/{merge}/undo"), &[]).await.status, 303);
    assert_eq!((seats_of(&world, &board, kept).await, seats_of(&world, &board, other).await), (1, 1));
    assert_eq!(people::store::merged_into(&mut world.read().await, other).await.unwrap(), None);
    assert_eq!(send(&officer, &world, &format!("/people/{kept}/merges/{merge}/undo"), &[]).await.status, 404, "it is undone once");
    is_whole(&world).await;
});

story!(those_who_met_are_not_one_person, |world: World| async move {
    let board = Board::of(&world).await;
    let officer = Visitor::signed_in(&world.house, &world.address, board.officer).await;
    let (kept, other) = (board.members[0].1, board.members[1].1.to_string());
    let refused = send(&officer, &world, &format!("/people/{kept}/merge"), &[("other", &other)]).await;
    assert_eq!(refused.status, 422, "{}", refused.text());
    assert!(refused.text().contains("so they are two people"), "{}", refused.text());
    // Nor is it for a member to say.
    let member = Visitor::signed_in(&world.house, &world.address, kept).await;
    assert_eq!(send(&member, &world, &format!("/people/{kept}/merge"), &[("other", &other)]).await.status, 403);
    assert_eq!(people::store::merged_into(&mut world.read().await, board.members[1].1).await.unwrap(), None);
});

/// Every text under a folder.
fn texts(folder: &std::path::Path) -> String {
    let mut all = String::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        all.push_str(&if path.is_dir() { texts(&path) } else { String::from_utf8_lossy(&std::fs::read(&path).unwrap()).into_owned() });
    }
    all
}

sql!(LETTER, "select address, plain, purpose from letter where person_id = $1");

story!(a_person_is_told_all_that_is_held_and_has_erased_what_may_go, |world: World| async move {
    let board = Board::of(&world).await;
    let person = board.person(&world, "Ottoline Brack", "Ottoline.Brack@example.org").await;
    let appointment = board.seat(&world, board.members[0].0, person).await;
    let meeting = board.called(&world).await;
    let invitation = meetings::acts::record_apology(&world.house, &board.permit(meeting), person, None).await.unwrap();
    let answer = Answer { reply: Reply::Apologies, substitute: None, note: Some("I am in hospital".to_owned()) };
    meetings::acts::answer(&world.house, &board.permit(invitation), 2, &answer, None).await.unwrap();
    work_off(&world.house).await.unwrap();
    let by = "ottoline.brack@example.org";
    let known = find(&mut world.read().await, by).await.unwrap();
    assert_eq!((known.person, known.name.as_str()), (person, "Ottoline Brack"));
    // Told.
    let folder = world.folder.path().join("told");
    let order = Order { folder: folder.clone(), body: None, as_at: None, about: Some(known.clone()) };
    let manifest = export(&world.house, &order).await.unwrap();
    for kind in ["people", "addresses", "appointments", "invitations", "history"] {
        assert!(manifest.counts[kind] > 0, "{kind}: {:?}", manifest.counts);
    }
    assert_eq!(manifest.counts["people"], 1, "nobody else's record is in it");
    let told = texts(&folder);
    assert!(told.contains("Ottoline.Brack@example.org") && told.contains("I am in hospital"));
    // Not while she sits.
    let refused = erase::erase(&world.house, &known).await.unwrap_err().to_string();
    assert!(refused.contains("still serves"), "{refused}");
    bodies::acts::end_appointment(&world.house, &board.permit(board.body), appointment, date(2026, 3, 1), AppointmentEnding::Resigned, None)
        .await
        .unwrap();
    let done = erase::erase(&world.house, &known).await.unwrap();
    assert_eq!(done.stays["seats"], 1);
    assert!(is_whole(&world).await > 0, "values are gone and the chain holds");
    let mut read = world.read().await;
    assert_eq!(people::store::person(&mut read, person).await.unwrap().name, "Ottoline Brack", "she sat, and that stays");
    for row in read.all(&LETTER, args![person]).await.unwrap() {
        assert_eq!((row.get::<String>("address").unwrap(), row.get::<String>("plain").unwrap()), (String::new(), String::new()));
    }
    assert!(find(&mut read, by).await.is_err(), "nobody is known by that address");
    drop(read);
    let folder = world.folder.path().join("left");
    export(&world.house, &Order { folder: folder.clone(), body: None, as_at: None, about: None }).await.unwrap();
    let left = texts(&folder).to_lowercase();
    assert!(!left.contains(by) && !left.contains("in hospital"), "nothing of it is left");
    assert!(erase::erase(&world.house, &known).await.unwrap().erased.iter().all(|(what, _)| what.starts_with("values")), "twice finds nothing more");
    // Somebody on whom nothing rests is not even named.
    let passing = board.person(&world, "Perpetua Lyle", "perpetua@example.org").await;
    let known = find(&mut world.read().await, &passing.to_string()).await.unwrap();
    assert!(erase::erase(&world.house, &known).await.unwrap().stays.is_empty());
    assert_eq!(people::store::person(&mut world.read().await, passing).await.unwrap().name, "Name erased");
});

sql!(COUNT_LETTERS, "select count(*) as n from letter where plain <> ''");

story!(what_has_been_kept_for_its_time_is_erased_and_nothing_before, |world: World| async move {
    let board = Board::of(&world).await;
    board.called(&world).await;
    work_off(&world.house).await.unwrap();
    let gone = board.person(&world, "Ottoline Brack", "ottoline@example.org").await;
    let member = board.person(&world, "Perpetua Lyle", "perpetua@example.org").await;
    board.seat(&world, board.members[0].0, member).await;
    let letters = async || world.read().await.one(&COUNT_LETTERS, args![]).await.unwrap().get::<i64>("n").unwrap();
    let addresses = async |person| people::store::addresses(&mut world.read().await, person).await.unwrap().len();
    let before = letters().await;
    assert!(before > 10);
    retention::apply(&world.house).await.unwrap();
    assert_eq!((letters().await, addresses(gone).await), (before, 1), "a day is not a year");
    world.move_to(date(2027, 6, 1), 4, 0);
    let erased = retention::apply(&world.house).await.unwrap();
    assert_eq!((letters().await, addresses(gone).await, addresses(member).await), (0, 0, 1), "{erased:?}");
    assert!(erased.contains_key("letter.address plain content_json last_error"), "{erased:?}");
    assert!(is_whole(&world).await > 0);
    assert!(retention::apply(&world.house).await.unwrap().is_empty(), "what is erased is erased once");
    let history = store::history_of(&mut world.read().await, store::Whose::Record(store::HOUSE.into()), 5).await.unwrap();
    assert_eq!(history.iter().filter(|line| line.name == "retention.applied").count(), 1, "and told in one entry");
});

story!(an_organisation_is_renamed_and_known_by_both_names, |world: World| async move {
    let board = Board::of(&world).await;
    let officer = Visitor::signed_in(&world.house, &world.address, board.officer).await;
    let seats = bodies::store::membership(&mut world.read().await, board.body, TODAY).await.unwrap();
    let organisation = seats.iter().find_map(|seat| seat.organisation).unwrap();
    let before = people::store::organisation(&mut world.read().await, organisation).await.unwrap();
    let keep = format!("/organisations/{organisation}/keep");
    assert!(officer.get(&keep).await.text().contains(&before.name));
    let version = before.version.to_string();
    let nameless = send(&officer, &world, &format!("{keep}/name"), &[("name", ""), ("kind", "district council"), ("version", &version)]).await;
    assert_eq!(nameless.status, 422, "{}", nameless.text());
    assert!(nameless.text().contains("district council"), "nothing typed is lost");
    let name = "Weald and Marsh District Council";
    let fields = [("name", name), ("short_name", "WMDC"), ("kind", "district council"), ("version", version.as_str())];
    assert_eq!(send(&officer, &world, &format!("{keep}/name"), &fields).await.status, 303);
    let page = officer.get(&format!("/organisations/{organisation}")).await.text();
    assert!(page.contains(name) && page.contains("WMDC") && page.contains("district council") && page.contains(&before.name), "{page}");
    assert_eq!(people::store::organisation_named(&mut world.read().await, &before.name).await.unwrap(), Some(organisation));
    let late = send(&officer, &world, &format!("{keep}/name"), &fields).await;
    assert_eq!(late.status, 409, "a second browser tab overwrites nothing: {}", late.text());
    assert!(officer.get(&format!("/history/{organisation}")).await.text().contains("What an organisation is called or is changed"));
    is_whole(&world).await;
});

story!(who_puts_somebody_on_a_list_or_in_a_seat_gains_nothing_over_their_record, |world: World| async move {
    let board = Board::of(&world).await;
    let (plan, parts) = example(1, TODAY, 1, 1);
    let theirs = write(&world.house, &plan, false).await.unwrap();
    world.move_to(TODAY, 10, 0);
    let (member, keeper) = (theirs.people[parts.chair], theirs.people[parts.officer]);
    let officer = Visitor::signed_in(&world.house, &world.address, board.officer).await;
    let keep = format!("/people/{member}/keep");
    assert_eq!(officer.get(&keep).await.status, 403);
    bodies::acts::add_to_distribution(&world.house, &board.permit(board.body), member, None, date(2020, 1, 1)).await.unwrap();
    assert_eq!(officer.get(&keep).await.status, 403, "a list gives no right over somebody's record");
    let (seat, ..) = board.members[0];
    let new = NewAppointment { person: member, role: Role::Second, post: None, organisation: None, starts_on: None, term_ends_on: None, note: None };
    bodies::acts::appoint(&world.house, &board.permit(board.body), seat, new).await.unwrap();
    let refused = officer.get(&keep).await;
    assert!(refused.status == 403 && refused.text().contains("first known"), "nor a seat, whatever day it is given: {}", refused.text());
    let added = send(&officer, &world, &format!("{keep}/addresses"), &[("address", "thief@example.org")]).await;
    assert_eq!(added.status, 403);
    assert_eq!(send(&officer, &world, &format!("{keep}/assistants"), &[("person", "Rhys Ghosh")]).await.status, 403);
    let own = Visitor::signed_in(&world.house, &world.address, keeper).await;
    assert_eq!(own.get(&keep).await.status, 200);
    // Whoever looks after the installation signs in by the address of their account alone.
    let (administrator, account) = (
        board.members[1].1,
        accounts::model::NewAccount {
            person: board.members[1].1,
            address: "installation@example.org".to_owned(),
            password: None,
            administrator: true,
            auditor: false,
        },
    );
    accounts::acts::open_account(&world.house, &board.permit(()), account).await.unwrap();
    let added = send(&officer, &world, &format!("/people/{administrator}/keep/addresses"), &[("address", "thief@example.org")]).await;
    assert_eq!(added.status, 303, "their letters are the secretariat's business: {}", added.text());
    let whose = async |address: &str| accounts::store::whose(&mut world.read().await, address).await.unwrap();
    assert_eq!(whose("thief@example.org").await, accounts::model::Whose::Nobody);
    assert_eq!(whose("installation@example.org").await, accounts::model::Whose::One(administrator));
});

story!(who_leaves_their_seat_before_a_meeting_reads_and_gets_nothing_more_of_it, |world: World| async move {
    let board = Board::of(&world).await;
    let (seat, member, _) = board.members[0].clone();
    let meeting = board.called(&world).await;
    let substitute = board.person(&world, "Sue Stand-in", "sue@example.org").await;
    let ground = matters::store::grounds(&mut world.read().await, board.body).await.unwrap()[0].id;
    let item = meetings::store::items(&mut world.read().await, meeting).await.unwrap().iter().find(|item| item.title == "The depot").unwrap().id;
    let paper = matters::model::NewPaper {
        meeting: Some(meeting),
        item: Some(item),
        exempt: true,
        ground: Some(ground),
        exempt_reason: Some("What the partners would pay.".to_owned()),
        summary: Some("Between them, half of what is asked.".to_owned()),
        public_title: Some("A depot".to_owned()),
        ..matters::model::NewPaper::titled("The price of the depot")
    };
    let paper = matters::acts::lodge_paper(&world.house, &board.permit(board.body), paper, None).await.unwrap();
    let sent = || Sending { letters: true, late_reason: Some("The price came late.".to_owned()), ..Sending::default() };
    meetings::acts::send(&world.house, &board.permit(meeting), &sent()).await.unwrap();
    let invitation = meetings::store::invitation_of(&mut world.read().await, meeting, member).await.unwrap().unwrap();
    let version = meetings::store::invitation(&mut world.read().await, invitation).await.unwrap().version;
    let answer = Answer { reply: Reply::Substitute, substitute: Some(meetings::model::Substitute::Known(substitute)), note: None };
    meetings::acts::answer(&world.house, &board.permit(invitation), version, &answer, None).await.unwrap();
    let (leaver, stand_in) =
        (Visitor::signed_in(&world.house, &world.address, member).await, Visitor::signed_in(&world.house, &world.address, substitute).await);
    let paths = [format!("/meetings/{meeting}"), format!("/meetings/{meeting}/agenda.pdf"), format!("/papers/{paper}")];
    for path in &paths {
        assert_eq!((leaver.get(path).await.status, stand_in.get(path).await.status), (200, 200), "{path}");
    }
    let sittings = bodies::store::membership(&mut world.read().await, board.body, TODAY).await.unwrap();
    let held = sittings.iter().find(|one| one.seat == seat).and_then(|one| one.holder().map(|holder| holder.id)).unwrap();
    bodies::acts::end_appointment(&world.house, &board.permit(board.body), held, TODAY, AppointmentEnding::Resigned, None).await.unwrap();
    world.move_to(TODAY.tomorrow().unwrap(), 10, 0);
    let (leaver, stand_in) =
        (Visitor::signed_in(&world.house, &world.address, member).await, Visitor::signed_in(&world.house, &world.address, substitute).await);
    for path in &paths {
        for (who, visitor) in [("the leaver", &leaver), ("their substitute", &stand_in)] {
            assert!(matches!(visitor.get(path).await.status, 403 | 404), "{who} reads {path}");
        }
    }
    assert!(!leaver.get("/desk").await.text().contains(&format!("/meetings/{meeting}")));
    let addresses = async || -> Vec<String> {
        let mut read = world.read().await;
        meetings::store::readers(&mut read, meeting, world.house.today(), board.body).await.unwrap().into_iter().map(|one| one.name).collect()
    };
    let name = people::store::person(&mut world.read().await, member).await.unwrap().name;
    assert!(!addresses().await.contains(&name), "{name} gets letters about it still");
});
