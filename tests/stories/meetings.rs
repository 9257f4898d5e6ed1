//! A meeting from its date to its end: planned, called, answered, held, closed, by the right people and nobody else.

use access::System;
use bodies::model::Sitting;
use jiff::civil::{Date, date, time};
use kernel::{BodyId, ItemId, MeetingId, PersonId};
use meetings::acts::{self, Arrival, Comer, Request, Sending};
use meetings::model::{Capacity, ItemKind, ItemState, NewItem, When};
use meetings::rights::{CallMeeting, RequestItem};
use store::{args, sql};

use crate::board::{AHEAD, Board, invitation_of, key, link_of, send};
use crate::visitor::{Visitor, hidden};
use crate::world::{TODAY, World, story};

async fn items(world: &World, meeting: MeetingId) -> Vec<meetings::model::Item> {
    meetings::store::items(&mut world.read().await, meeting).await.unwrap()
}

/// The days ahead of a body.
async fn diary(world: &World, body: BodyId) -> Vec<(MeetingId, Date)> {
    let ahead = meetings::store::meetings_of_body(&mut world.read().await, body, Some(TODAY), None).await.unwrap();
    ahead.into_iter().map(|meeting| (meeting.id, meeting.day)).collect()
}

story!(a_year_of_dates_is_looked_at_before_it_is_fixed, |world: World| async move {
    let board = Board::of(&world).await;
    let officer = board.officer(&world).await;
    let path = format!("/bodies/{}/meetings/plan", board.slug);
    let before = diary(&world, board.body).await;
    let days = "3 April 2026\n16 April 2026";
    let looked =
        send(&officer, &world, &path, &[("how", "list"), ("days", days), ("starts_at", "10am"), ("place", "Weald House"), ("kind", "ordinary")])
            .await;
    assert_eq!(looked.status, 200, "{}", looked.text());
    assert!(looked.text().contains("Good Friday") && looked.text().contains("Thursday 16 April 2026"));
    assert_eq!(diary(&world, board.body).await, before, "looking fixes nothing");
    let wrong = send(&officer, &world, &path, &[("how", "list"), ("days", "31 February 2026")]).await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.text().contains("31 February 2026"), "what was typed stays");
    let fixed = send(&officer, &world, &path, &[("how", "list"), ("days", days), ("starts_at", "10am"), ("confirmed", "yes")]).await;
    assert_eq!(fixed.status, 303, "{}", fixed.text());
    let planned: Vec<(MeetingId, Date)> = diary(&world, board.body).await.into_iter().filter(|line| !before.contains(line)).collect();
    assert_eq!(planned.iter().map(|(_, day)| *day).collect::<Vec<_>>(), [date(2026, 4, 3), AHEAD]);
    let kinds: Vec<ItemKind> = items(&world, planned[1].0).await.iter().map(|item| item.kind).collect();
    assert!(kinds.starts_with(&[ItemKind::Apologies]) && kinds.contains(&ItemKind::Minutes), "{kinds:?}");
});

story!(an_item_after_the_deadline_waits_for_the_chair_and_its_reason_is_printed, |world: World| async move {
    let board = Board::of(&world).await;
    let meeting = board.planned(&world, vec![AHEAD]).await[0];
    let permit = System::named("story").permit::<CallMeeting>(meeting, board.written.partnership);
    acts::add_item(&world.house, &permit, &NewItem { notified_on: Some(TODAY), ..NewItem::business("Flood plan") }).await.unwrap();
    assert!(items(&world, meeting).await.iter().any(|item| item.title == "Flood plan" && item.state == ItemState::Accepted));
    world.move_to(date(2026, 4, 8), 10, 0);
    let asking = System::named("story").permit::<RequestItem>(meeting, board.written.partnership);
    let (_, member) = board.member(0);
    let request = Request { title: "Late bid".to_owned(), words: None, by: Some(member.person), on: Some(date(2026, 4, 8)) };
    let item = acts::request_item(&world.house, &asking, &request).await.unwrap();
    let officer = board.officer(&world).await;
    assert_eq!(send(&officer, &world, &format!("/meetings/{meeting}/items/{item}/accept"), &[]).await.status, 303);
    let waiting = items(&world, meeting).await.into_iter().find(|i| i.id == item).unwrap();
    assert_eq!(waiting.state, ItemState::AwaitingRuling);
    let ruling = meetings::store::rulings(&mut world.read().await, meeting).await.unwrap().pop().unwrap();
    assert!(ruling.clause.is_some());
    let chair = Visitor::signed_in(&world.house, &world.address, board.chair).await;
    let path = format!("/meetings/{meeting}/rulings/{}", ruling.id);
    let silent = send(&chair, &world, &path, &[("choice", "agree"), ("reason", " ")]).await;
    assert_eq!(silent.status, 422);
    let ruled = send(&chair, &world, &path, &[("choice", "agree"), ("reason", "The fund closes on Friday")]).await;
    assert_eq!(ruled.status, 303, "{}", ruled.text());
    let taken = items(&world, meeting).await.into_iter().find(|i| i.id == item).unwrap();
    assert_eq!((taken.state, taken.late_reason.as_deref()), (ItemState::Accepted, Some("The fund closes on Friday")));
    let again = send(&chair, &world, &path, &[("choice", "refuse"), ("reason", "No")]).await;
    assert_eq!(again.status, 422);
});

story!(papers_that_leave_late_need_a_reason_and_the_record_keeps_it, |world: World| async move {
    let board = Board::of(&world).await;
    let meeting = board.planned(&world, vec![AHEAD]).await[0];
    world.move_to(date(2026, 4, 14), 10, 0);
    let officer = board.officer(&world).await;
    let path = format!("/meetings/{meeting}/send");
    let page = officer.get(&path).await;
    assert!(page.status == 200 && page.text().contains("late_reason"), "{}", page.text());
    assert!(page.statements() <= 12, "{} statements", page.statements());
    let refused = send(&officer, &world, &path, &[("late_reason", "")]).await;
    assert_eq!(refused.status, 422);
    assert_eq!(send(&officer, &world, &path, &[("late_reason", "The printer broke")]).await.status, 303);
    let versions = meetings::store::versions(&mut world.read().await, meeting).await.unwrap();
    assert!(versions[0].late && versions[0].clause.is_some() && versions[0].sent_to > 10);
    assert_eq!(versions[0].late_reason.as_deref(), Some("The printer broke"));
});

story!(a_member_answers_from_the_letter_until_the_meeting_closes, |world: World| async move {
    let board = Board::of(&world).await;
    let meeting = board.planned(&world, vec![AHEAD]).await[0];
    let officer = board.officer(&world).await;
    assert_eq!(send(&officer, &world, &format!("/meetings/{meeting}/send"), &[]).await.status, 303);
    let (_, member) = board.member(0);
    let invitation = invitation_of(&world, meeting, member.person).await;
    let link = link_of(&world, invitation.id, member.person).await;
    let anybody = Visitor::anybody(&world.address);
    let page = anybody.get(&format!("{link}?say=apologies")).await;
    assert!(page.status == 200 && page.text().contains(&member.name), "{}", page.text());
    assert!(page.statements() <= 12, "{} statements", page.statements());
    assert_eq!(invitation_of(&world, meeting, member.person).await.reply, None, "showing answers nothing");
    // A substitute who sits already is refused beside the field, and what was typed stays.
    let (_, other) = board.member(1);
    let version = hidden(&page.text(), "version").unwrap();
    let sits = send(&anybody, &world, &link, &[("version", &version), ("reply", "substitute"), ("substitute_name", &other.name)]).await;
    assert_eq!(sits.status, 422, "{}", sits.text());
    assert!(sits.text().contains("sits on this body already"));
    let named = send(&anybody, &world, &link, &[("version", &version), ("reply", "substitute"), ("substitute_name", "Ottoline Brack")]).await;
    assert_eq!(named.status, 200, "{}", named.text());
    assert_eq!(invitation_of(&world, meeting, member.person).await.substitute_name.as_deref(), Some("Ottoline Brack"));
    // The same name for another member would stand in twice.
    let second = invitation_of(&world, meeting, other.person).await;
    let their_link = link_of(&world, second.id, other.person).await;
    let twice = send(&anybody, &world, &their_link, &[("version", "1"), ("reply", "substitute"), ("substitute_name", "ottoline brack")]).await;
    assert_eq!(twice.status, 422);
    // An answer on top of one that nobody saw is a conflict.
    let stale = send(&anybody, &world, &link, &[("version", &version), ("reply", "coming")]).await;
    assert_eq!(stale.status, 409);
    let broken = format!("{}x", &link[..link.len() - 2]);
    assert_eq!(anybody.get(&broken).await.status, 404);
    world.move_to(AHEAD, 9, 50);
    let officer = board.officer(&world).await;
    assert_eq!(send(&officer, &world, &format!("/meetings/{meeting}/open"), &[]).await.status, 303);
    assert_eq!(send(&officer, &world, &format!("/meetings/{meeting}/close"), &[]).await.status, 303);
    let over = anybody.get(&link).await;
    assert!(over.status == 403 && over.text().contains("over"), "{}", over.text());
});

sql!(PEOPLE, "select count(*) as n from person");

story!(a_substitute_who_is_a_name_only_is_recognised_before_the_meeting, |world: World| async move {
    let board = Board::of(&world).await;
    let meeting = board.planned(&world, vec![AHEAD]).await[0];
    let officer = board.officer(&world).await;
    assert_eq!(send(&officer, &world, &format!("/meetings/{meeting}/send"), &[]).await.status, 303);
    let permit = || System::named("story").permit::<people::rights::RecordPeople>(board.written.partnership, board.written.partnership);
    let ottoline = people::model::NewPerson { name: "Ottoline Brack".to_owned(), ..Default::default() };
    let ottoline = people::acts::record_person(&world.house, &permit(), ottoline).await.unwrap();
    let people = async || world.read().await.one(&PEOPLE, args![]).await.unwrap().get::<i64>("n").unwrap();
    let before = people().await;
    let (_, member) = board.member(0);
    let (_, other) = board.member(1);
    for (member, name) in [(member, "O. Brack"), (other, "Perpetua Lyle")] {
        let invitation = invitation_of(&world, meeting, member.person).await;
        let link = link_of(&world, invitation.id, member.person).await;
        let named =
            send(&Visitor::anybody(&world.address), &world, &link, &[("version", "1"), ("reply", "substitute"), ("substitute_name", name)]).await;
        assert_eq!(named.status, 200, "{}", named.text());
    }
    assert_eq!(people().await, before, "a name typed in an answer records nobody");
    // The officer sees both names, and says of each who it is.
    let page = officer.get(&format!("/meetings/{meeting}/prepare")).await;
    assert!(page.text().contains("2 substitutes are names only") && page.text().contains("O. Brack"), "{}", page.text());
    let (first, second) = (invitation_of(&world, meeting, member.person).await, invitation_of(&world, meeting, other.person).await);
    let path = |invitation: &meetings::model::Invitation| format!("/meetings/{meeting}/substitutes/{}", invitation.id);
    let page = officer.get(&path(&first)).await;
    assert!(page.status == 200 && page.text().contains("Ottoline Brack"), "her family's name is offered: {}", page.text());
    assert!(page.statements() <= 12, "{} statements", page.statements());
    let known = ottoline.to_string();
    let fields = [("version", "2"), ("person", "O. Brack"), ("person_for", "O. Brack"), ("person_id", known.as_str())];
    assert_eq!(send(&officer, &world, &path(&first), &fields).await.status, 303);
    let recognised = invitation_of(&world, meeting, member.person).await;
    assert_eq!((recognised.substitute, recognised.substitute_name.as_deref()), (Some(ottoline), Some("Ottoline Brack")));
    assert_eq!((recognised.answered_at, recognised.answered_how), (first.answered_at, first.answered_how), "the answer stays the member's");
    assert_eq!(officer.get(&path(&first)).await.status, 404, "nothing is left to say");
    // Somebody who sits here, or comes for another member, is not the substitute.
    let (_, third) = board.member(2);
    for (person, words) in [(third.person, "sits on this body already"), (ottoline, "place already")] {
        let id = person.to_string();
        let name = people::store::person(&mut world.read().await, person).await.unwrap().name;
        let fields = [("version", "2"), ("person", name.as_str()), ("person_for", name.as_str()), ("person_id", id.as_str())];
        let refused = send(&officer, &world, &path(&second), &fields).await;
        assert_eq!(refused.status, 422, "{}", refused.text());
        assert!(refused.text().contains(words), "{}", refused.text());
    }
    // Nobody on record bears that name: asked first, then recorded once, however often the form is sent.
    let fields = [("version", "2"), ("person", "Perpetua Lyle")];
    assert_eq!(send(&officer, &world, &path(&second), &fields).await.status, 422);
    let key = key(&world.house);
    let fields = [("key", key.as_str()), ("version", "2"), ("person", "Perpetua Lyle"), ("person_for", "Perpetua Lyle"), ("person_id", "new")];
    assert_eq!(officer.send(&path(&second), &fields).await.status, 303);
    assert_eq!(officer.send(&path(&second), &fields).await.status, 303);
    assert_eq!(people().await, before + 1);
    // Both come in with one click, and nobody is recorded again.
    world.move_to(AHEAD, 9, 55);
    let officer = board.officer(&world).await;
    assert_eq!(send(&officer, &world, &format!("/meetings/{meeting}/open"), &[]).await.status, 303);
    assert_eq!(send(&officer, &world, &format!("/meetings/{meeting}/roll/answered"), &[]).await.status, 303);
    let roll = meetings::store::roll(&mut world.read().await, meeting).await.unwrap();
    let mut names: Vec<&str> = roll.iter().filter(|line| line.capacity == Capacity::Substitute).map(|line| line.name.as_str()).collect();
    names.sort_unstable();
    assert_eq!(names, ["Ottoline Brack", "Perpetua Lyle"]);
    assert_eq!(people().await, before + 1);
});

story!(a_meeting_is_held_item_by_item_and_two_officers_lose_no_word, |world: World| async move {
    let board = Board::of(&world).await;
    let meeting = board.planned(&world, vec![AHEAD]).await[0];
    let officer = board.officer(&world).await;
    let early = send(&officer, &world, &format!("/meetings/{meeting}/open"), &[]).await;
    assert_eq!(early.status, 422);
    assert_eq!(send(&officer, &world, &format!("/meetings/{meeting}/send"), &[]).await.status, 303);
    world.move_to(AHEAD, 9, 55);
    let officer = board.officer(&world).await;
    assert_eq!(send(&officer, &world, &format!("/meetings/{meeting}/open"), &[]).await.status, 303);
    let room = format!("/meetings/{meeting}/room");
    let page = officer.get(&room).await;
    assert!(page.text().contains("folkmoot-lamp--no"), "nobody is here: no quorum\n{}", page.text());
    assert!(page.statements() <= 12, "{} statements", page.statements());
    let needed = board.holders().iter().filter(|(seat, _)| seat.class == bodies::model::SeatClass::Voting).count();
    let agenda: Vec<ItemId> = items(&world, meeting).await.into_iter().map(|item| item.id).collect();
    for (seat, holder) in board.holders() {
        let fields = [("person", holder.person.to_string()), ("seat", seat.seat.to_string()), ("capacity", "member".to_owned())];
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        assert_eq!(send(&officer, &world, &format!("/meetings/{meeting}/roll"), &fields).await.status, 303);
    }
    let people = officer.get(&format!("{room}/people")).await.text();
    assert!(people.contains("folkmoot-lamp--yes") && people.contains(&format!("{needed} of")), "{people}");
    // Whoever sits here cannot sit in another's place.
    let (their_seat, _) = board.member(1);
    let (_, member) = board.member(0);
    let fields = [("person", member.person.to_string()), ("seat", their_seat.seat.to_string()), ("capacity", "substitute".to_owned())];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(send(&officer, &world, &format!("/meetings/{meeting}/roll"), &fields).await.status, 422);
    // All but two leave at the third item: the lamp goes out there and not before.
    let third = agenda[2].to_string();
    let roll = meetings::store::roll(&mut world.read().await, meeting).await.unwrap();
    for line in roll.iter().skip(2) {
        let left = send(&officer, &world, &format!("/meetings/{meeting}/roll/{}/leave", line.id), &[("at_item", &third), ("item", &third)]).await;
        assert_eq!(left.status, 303, "{}", left.text());
    }
    assert!(officer.get(&format!("{room}/people?item={third}")).await.text().contains("folkmoot-lamp--no"));
    assert!(officer.get(&format!("{room}/people?item={}", agenda[1])).await.text().contains("folkmoot-lamp--yes"));
    let undone = send(&officer, &world, &format!("/meetings/{meeting}/roll/{}/undo", roll[2].id), &[]).await;
    assert_eq!(undone.status, 303);
    assert!(meetings::store::roll(&mut world.read().await, meeting).await.unwrap()[2].is_here());
    // The chair changes hands at an item.
    for (n, item) in [(0, ""), (1, third.as_str())] {
        let person = roll[n].person.to_string();
        let fields = [("person", person.as_str()), ("capacity", "elected"), ("at_item", item)];
        let taken = send(&officer, &world, &format!("/meetings/{meeting}/presiding"), &fields).await;
        assert_eq!(taken.status, 303, "{}", taken.text());
    }
    let presiding = meetings::store::presiding(&mut world.read().await, meeting).await.unwrap();
    assert_eq!(presiding.iter().map(|p| (p.from_item, p.until_item)).collect::<Vec<_>>(), [(None, Some(agenda[2])), (Some(agenda[2]), None)]);
    // A guest needs the chair's agreement, which the record keeps.
    let guest = [("name", "Reuben Ashdown"), ("capacity", "guest"), ("description", "Ashdown Surveyors")];
    let refused = send(&officer, &world, &format!("/meetings/{meeting}/roll"), &guest).await;
    assert_eq!(refused.status, 422, "{}", refused.text());
    let with = [guest[0], guest[1], guest[2], ("agreement", "He may present item 3")];
    let let_in = send(&officer, &world, &format!("/meetings/{meeting}/roll"), &with).await;
    assert_eq!(let_in.status, 303, "{}", let_in.text());
    assert!(
        meetings::store::rulings(&mut world.read().await, meeting)
            .await
            .unwrap()
            .iter()
            .any(|r| r.about == "guest" && r.ruled_by == Some(roll[1].person))
    );
    // Two officers write at once: the second is shown both texts.
    let notes = format!("/meetings/{meeting}/items/{third}/notes");
    assert_eq!(send(&officer, &world, &notes, &[("version", "0"), ("notes", "The chair opened.")]).await.status, 303);
    let second = send(&officer, &world, &notes, &[("version", "0"), ("notes", "Mine is another text.")]).await;
    assert_eq!(second.status, 409);
    assert!(second.text().contains("The chair opened.") && second.text().contains("Mine is another text."));
    assert_eq!(send(&officer, &world, &format!("/meetings/{meeting}/close"), &[("ends_at", "12:15")]).await.status, 303);
    let closed = send(&officer, &world, &notes, &[("version", "1"), ("notes", "Later")]).await;
    assert_eq!(closed.status, 422);
    assert!(store::verify(&mut world.read().await, &[]).await.unwrap().iter().all(|report| report.broken.is_none()));
});

story!(last_weeks_meeting_is_written_up_on_the_same_page, |world: World| async move {
    let board = Board::of(&world).await;
    let meeting = board.planned(&world, vec![date(2026, 2, 19)]).await[0];
    let permit = System::named("story").permit::<CallMeeting>(meeting, board.written.partnership);
    let sending = Sending { letters: false, sent_at: Some(kernel::Zone::london().instant(date(2026, 2, 5), time(9, 0, 0, 0))), late_reason: None };
    assert_eq!(acts::send(&world.house, &permit, &sending).await.unwrap().sent_to, 0);
    let officer = board.officer(&world).await;
    assert_eq!(send(&officer, &world, &format!("/meetings/{meeting}/open"), &[]).await.status, 303);
    let mut read = world.read().await;
    let open = meetings::store::meeting(&mut read, meeting).await.unwrap();
    assert!(open.written_up && open.opened_at.is_none());
    drop(read);
    let unclear = Arrival {
        who: Comer::Named("Alison Underhill".to_owned()),
        capacity: Capacity::Unclear,
        seat: None,
        in_place_of: None,
        description: Some("Deputy Principal".to_owned()),
        at: When::default(),
        agreement: None,
    };
    acts::arrive(&world.house, &permit, &unclear).await.unwrap();
    acts::close(&world.house, &permit, None).await.unwrap();
    let roll = meetings::store::roll(&mut world.read().await, meeting).await.unwrap();
    assert_eq!(roll.iter().map(|line| (line.name.as_str(), line.capacity)).collect::<Vec<_>>(), [("Alison Underhill", Capacity::Unclear)]);
});

story!(a_meeting_is_for_those_it_concerns_and_nobody_else, |world: World| async move {
    let board = Board::of(&world).await;
    let meeting = board.planned(&world, vec![AHEAD]).await[0];
    let officer = board.officer(&world).await;
    assert_eq!(send(&officer, &world, &format!("/meetings/{meeting}/send"), &[]).await.status, 303);
    let anybody = Visitor::anybody(&world.address);
    let (_, member) = board.member(0);
    let member = Visitor::signed_in(&world.house, &world.address, member.person).await;
    // Somebody who sits on a working group only.
    let mut read = world.read().await;
    let group = bodies::store::membership(&mut read, board.written.bodies[4], TODAY).await.unwrap();
    let board_people: Vec<PersonId> = board.seats.iter().flat_map(|seat| &seat.people).map(|p| p.person).collect();
    drop(read);
    let outsider = group.iter().filter_map(Sitting::holder).map(|h| h.person).find(|p| !board_people.contains(p) && *p != board.officer);
    for path in ["", "/prepare", "/room", "/send", "/items/add", "/arrange", "/cancel", "/live"] {
        let path = format!("/meetings/{meeting}{path}");
        let status = anybody.get(&path).await.status;
        assert!(matches!(status, 303 | 401), "{path}: {status}");
    }
    assert_eq!(member.get(&format!("/meetings/{meeting}")).await.status, 200);
    let room = member.get(&format!("/meetings/{meeting}/room")).await;
    assert!(room.status == 200 && !room.text().contains("/roll"), "a member follows, and has no buttons");
    for path in ["/prepare", "/send", "/items/add", "/arrange", "/cancel"] {
        assert_eq!(member.get(&format!("/meetings/{meeting}{path}")).await.status, 403, "{path}");
    }
    for path in ["/open", "/close", "/send", "/cancel", "/roll", "/presiding"] {
        assert_eq!(send(&member, &world, &format!("/meetings/{meeting}{path}"), &[]).await.status, 403, "{path}");
    }
    if let Some(outsider) = outsider {
        let outsider = Visitor::signed_in(&world.house, &world.address, outsider).await;
        assert_eq!(outsider.get(&format!("/meetings/{meeting}")).await.status, 403);
        assert_eq!(outsider.get(&format!("/meetings/{meeting}/items/ask")).await.status, 403);
    }
    let pages = ["", "/prepare", "/room"].map(|path| format!("/meetings/{meeting}{path}"));
    for path in pages {
        let page = officer.get(&path).await;
        assert!(page.status == 200 && page.statements() <= 12, "{path}: {} statements", page.statements());
    }
});

story!(whoever_is_in_the_chair_rules_and_a_member_reads_minutes_once_they_go_round, |world: World| async move {
    let board = Board::of(&world).await;
    let meeting = board.planned(&world, vec![AHEAD]).await[0];
    let officer = board.officer(&world).await;
    assert_eq!(send(&officer, &world, &format!("/meetings/{meeting}/send"), &[]).await.status, 303);
    world.move_to(AHEAD, 10, 0);
    let officer = board.officer(&world).await;
    assert_eq!(send(&officer, &world, &format!("/meetings/{meeting}/open"), &[]).await.status, 303);
    let (first_seat, first) = board.member(0);
    let (second_seat, second) = board.member(1);
    let came =
        |person: PersonId, seat: kernel::SeatId| [("person", person.to_string()), ("seat", seat.to_string()), ("capacity", "member".to_owned())];
    for (seat, member) in [(first_seat, first), (second_seat, second)] {
        let fields = came(member.person, seat.seat);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).chain([("moment", "now")]).collect();
        assert_eq!(send(&officer, &world, &format!("/meetings/{meeting}/roll"), &fields).await.status, 303);
    }
    let agenda: Vec<ItemId> = items(&world, meeting).await.into_iter().map(|item| item.id).collect();
    // An officer who looks ahead records what happens now: at the item that the meeting has reached.
    assert_eq!(send(&officer, &world, &format!("/meetings/{meeting}/items/{}/reach", agenda[1]), &[]).await.status, 303);
    world.move_to(AHEAD, 10, 40);
    let line = meetings::store::roll(&mut world.read().await, meeting).await.unwrap().remove(1);
    let ahead = agenda[3].to_string();
    let left = send(&officer, &world, &format!("/meetings/{meeting}/roll/{}/leave", line.id), &[("item", &ahead), ("moment", "now")]).await;
    assert_eq!(left.status, 303, "{}", left.text());
    let until = meetings::store::roll(&mut world.read().await, meeting).await.unwrap()[1].stays[0].until;
    assert_eq!(until, When { hour: Some(time(10, 40, 0, 0)), item: Some(agenda[1]) });
    // Who has left takes no chair, and only the chair is in the chair as chair.
    let path = format!("/meetings/{meeting}/presiding");
    let (one, two) = (first.person.to_string(), second.person.to_string());
    assert_eq!(send(&officer, &world, &path, &[("person", &two), ("capacity", "elected")]).await.status, 422);
    assert_eq!(send(&officer, &world, &path, &[("person", &one), ("capacity", "chair")]).await.status, 422);
    assert_eq!(send(&officer, &world, &path, &[("person", &one), ("capacity", "elected")]).await.status, 303);
    assert_eq!(send(&officer, &world, &format!("{path}/undo"), &[]).await.status, 303);
    assert!(meetings::store::presiding(&mut world.read().await, meeting).await.unwrap().is_empty());
    assert_eq!(send(&officer, &world, &path, &[("person", &one), ("capacity", "elected")]).await.status, 303);
    // The member who left declared an interest; the chair, who is away, rules on nothing, and whoever is in the chair does.
    let item = agenda[1];
    let nature = [("person", two.as_str()), ("kind", "professional"), ("nature", "Works for the bidder")];
    assert_eq!(send(&officer, &world, &format!("/meetings/{meeting}/items/{item}/interests"), &nature).await.status, 303);
    let declared = interests::store::declarations(&mut world.read().await, meeting).await.unwrap().remove(0);
    let rule = format!("/meetings/{meeting}/interests/{}/rule", declared.id);
    let chair = board.chair.to_string();
    let away = send(&officer, &world, &rule, &[("part", "leave"), ("reason", "Her firm bids"), ("by", &chair)]).await;
    assert_eq!(away.status, 422, "{}", away.text());
    let ruled = send(&officer, &world, &rule, &[("part", "leave"), ("reason", "Her firm bids"), ("by", &one)]).await;
    assert_eq!(ruled.status, 303, "{}", ruled.text());
    // A guest's form that is refused keeps every word.
    let guest = [("name", "Reuben Ashdown"), ("description", "Ashdown Surveyors"), ("capacity", "guest"), ("which", "guest")];
    let refused = send(&officer, &world, &format!("/meetings/{meeting}/roll"), &guest).await;
    assert!(refused.status == 422 && refused.text().contains("Reuben Ashdown") && refused.text().contains("Ashdown Surveyors"));
    // Matters arising hears of what is owed from earlier meetings.
    let arising = items(&world, meeting).await.into_iter().find(|item| item.kind == ItemKind::MattersArising).map(|item| item.id);
    if let Some(arising) = arising {
        let owed = actions::store::open_for(&mut world.read().await, board.body, AHEAD).await.unwrap();
        let page = officer.get(&format!("/meetings/{meeting}/room?item={arising}")).await;
        assert!(page.statements() <= 12, "{} statements", page.statements());
        assert!(!owed.is_empty() && owed.iter().all(|action| page.text().contains(&format!("/actions/{}", action.id))), "{}", page.text());
    }
    // Nobody but the secretariat and who clears them reads half-written minutes.
    let member = Visitor::signed_in(&world.house, &world.address, second.person).await;
    let minutes = format!("/meetings/{meeting}/minutes");
    assert_eq!(member.get(&minutes).await.status, 403);
    assert_eq!(send(&officer, &world, &format!("/meetings/{meeting}/close"), &[]).await.status, 303);
    let page = officer.get(&format!("/meetings/{meeting}")).await.text();
    assert!(page.contains(&minutes) && page.contains(&format!("/meetings/{meeting}/room")), "the way on and the way back");
    assert!(!member.get(&format!("/meetings/{meeting}")).await.text().contains(&minutes));
    for step in ["clear", "circulate"] {
        let done = send(&officer, &world, &format!("{minutes}/{step}"), &[]).await;
        assert_eq!(done.status, 303, "{}", done.text());
    }
    let page = member.get(&minutes).await;
    assert!(page.status == 200 && page.text().contains("Works for the bidder"), "{}", page.text());
    assert!(page.statements() <= 12, "{} statements", page.statements());
    assert!(member.get(&format!("/meetings/{meeting}")).await.text().contains(&minutes));
});

story!(an_action_recorded_twice_at_once_loses_nobodys_date_and_approved_minutes_take_no_more, |world: World| async move {
    let board = Board::of(&world).await;
    let officer = board.officer(&world).await;
    let (_, member) = board.member(0);
    let owner = format!("person:{}", member.person);
    let path = format!("/bodies/{}/actions", board.slug);
    let recorded = send(&officer, &world, &path, &[("words", "Write to the county"), ("owners", &owner), ("due_on", "1 May 2026")]).await;
    let action = recorded.location().unwrap().to_owned();
    let change = format!("{action}/change");
    let version = hidden(&officer.get(&change).await.text(), "version").unwrap();
    let theirs = [("version", version.as_str()), ("words", "Write to the county"), ("owners", "all-partners"), ("due_on", "15 May 2026")];
    assert_eq!(send(&officer, &world, &change, &theirs).await.status, 303);
    let mine = [("version", version.as_str()), ("words", "Write to the county and the police"), ("owners", &owner), ("due_on", "1 May 2026")];
    let told = send(&officer, &world, &change, &mine).await;
    let page = told.text();
    assert!(told.status == 409 && page.contains("15 May 2026") && page.contains("and the police"), "{page}");
    let version = hidden(&page, "version").unwrap();
    let again = [("version", version.as_str()), mine[1], mine[2], mine[3]];
    assert_eq!(send(&officer, &world, &change, &again).await.status, 303);
    // Nothing is set by a meeting whose minutes are approved.
    let approved = with_approved_minutes(&world, board.body).await;
    if let Some(meeting) = approved {
        let meeting = meeting.to_string();
        let late = send(&officer, &world, &path, &[("words", "Too late"), ("owners", &owner), ("meeting", &meeting)]).await;
        assert_eq!(late.status, 422, "{}", late.text());
    }
});

sql!(APPROVED, "select n.meeting_id from minutes n where n.body_id = $1 and n.state = 'approved' limit 1");

async fn with_approved_minutes(world: &World, body: BodyId) -> Option<MeetingId> {
    world.read().await.maybe(&APPROVED, args![body]).await.unwrap().map(|row| row.get("meeting_id").unwrap())
}
