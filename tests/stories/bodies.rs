//! A body as it is kept: its seats and who is in them, what it stands within, what it becomes, and forms that two people open at once.

use access::System;
use bodies::model::{NewAppointment, Role, Sitting};
use jiff::civil::date;
use kernel::{PersonId, SeatId};
use people::model::NewPerson;
use store::{args, sql};

use crate::board::{AHEAD, Board, invitation_of, link_of, send};
use crate::visitor::{Visitor, hidden};
use crate::world::{World, story};

sql!(LETTERS_TO, "select subject, plain from letter where person_id = $1 order by queued_at, id");

impl Board {
    async fn person(&self, world: &World, name: &str, address: &str) -> PersonId {
        let new = NewPerson { name: name.to_owned(), address: Some(address.to_owned()), ..NewPerson::default() };
        let partnership = self.written.partnership;
        people::acts::record_person(&world.house, &System::named("story").permit(partnership, partnership), new).await.unwrap()
    }

    async fn appoint(&self, world: &World, seat: SeatId, person: PersonId, role: Role) {
        let starts_on = Some(date(2026, 1, 5));
        let new = NewAppointment { person, role, post: None, organisation: None, starts_on, term_ends_on: None, note: None };
        let permit = System::named("story").permit(self.body, self.written.partnership);
        bodies::acts::appoint(&world.house, &permit, seat, new).await.unwrap();
    }

    fn at(&self, page: &str) -> String {
        format!("/bodies/{}/manage{page}", self.slug)
    }
}

async fn seat_now(world: &World, seat: SeatId) -> Sitting {
    bodies::store::seat(&mut world.read().await, seat).await.unwrap().1
}

story!(two_people_change_one_seat_and_neither_loses_what_they_wrote, |world: World| async move {
    let board = Board::of(&world).await;
    let officer = board.officer(&world).await;
    let (seat, holder) = board.member(0);
    let path = board.at(&format!("/seats/{}", seat.seat));
    let opened = hidden(&officer.get(&path).await.text(), "version").unwrap();
    let first = [("version", opened.as_str()), ("label", seat.label.as_str()), ("class", "observer"), ("note", "until the review")];
    assert_eq!(send(&officer, &world, &path, &first).await.status, 303);
    let second = [("version", opened.as_str()), ("label", "Leader of the county"), ("class", "voting"), ("note", "")];
    let overtaken = send(&officer, &world, &path, &second).await;
    assert_eq!(overtaken.status, 409, "{}", overtaken.text());
    let page = overtaken.text();
    assert!(page.contains("Leader of the county"), "what was typed stands in the form: {page}");
    assert!(page.contains("What stands now:") && page.contains("Observer") && page.contains("until the review"), "{page}");
    assert!(page.contains(&seat.label) && page.contains("changed this at"), "{page}");
    assert_eq!(seat_now(&world, seat.seat).await.note.as_deref(), Some("until the review"), "nothing was saved");
    let version = hidden(&page, "version").unwrap();
    let settled = [("version", version.as_str()), ("label", "Leader of the county"), ("class", "observer"), ("note", "until the review")];
    assert_eq!(send(&officer, &world, &path, &settled).await.status, 303);
    let now = seat_now(&world, seat.seat).await;
    assert_eq!((now.label.as_str(), now.note.as_deref()), ("Leader of the county", Some("until the review")));
    // A meeting's day and place, and an answer, likewise.
    let meeting = board.planned(&world, vec![AHEAD]).await[0];
    let arrange = format!("/meetings/{meeting}/arrange");
    let seen = hidden(&officer.get(&arrange).await.text(), "version").unwrap();
    let theirs = [("version", seen.as_str()), ("day", "23 April 2026"), ("place", "Marsh Hall"), ("starts_at", "2pm"), ("kind", "ordinary")];
    assert_eq!(send(&officer, &world, &arrange, &theirs).await.status, 303);
    let mine = [("version", seen.as_str()), ("day", "16 April 2026"), ("place", "Weald House"), ("access_note", "Ring twice"), ("kind", "ordinary")];
    let late = send(&officer, &world, &arrange, &mine).await;
    assert_eq!(late.status, 409);
    let page = late.text();
    assert!(page.contains("Marsh Hall") && page.contains("23 April 2026") && page.contains("Ring twice") && page.contains("2pm"), "{page}");
    meetings::acts::add_item(
        &world.house,
        &System::named("story").permit(meeting, board.written.partnership),
        &meetings::model::NewItem::business("The depot"),
    )
    .await
    .unwrap();
    assert_eq!(send(&officer, &world, &format!("/meetings/{meeting}/send"), &[]).await.status, 303);
    let invitation = invitation_of(&world, meeting, holder.person).await;
    let answer = format!("/invitations/{}", invitation.id);
    let coming = [("version", "1"), ("reply", "apologies"), ("note", "On leave")];
    assert_eq!(send(&officer, &world, &answer, &coming).await.status, 200);
    let link = link_of(&world, invitation.id, holder.person).await;
    let stale = send(&Visitor::anybody(&world.address), &world, &link, &[("version", "1"), ("reply", "coming"), ("note", "By train")]).await;
    assert_eq!(stale.status, 409);
    let page = stale.text();
    assert!(page.contains("By train") && page.contains("On leave") && !page.contains("The text to save"), "{page}");
    let both = [("version", "2"), ("reply", "substitute"), ("substitute", &board.chair.to_string()), ("substitute_name", "Ottoline Brack")];
    let both = send(&officer, &world, &answer, &both).await;
    assert!(both.status == 422 && both.text().contains("not both"), "a chosen substitute is not passed over for a typed one: {}", both.text());
});

story!(a_seat_ends_after_those_in_it_began_and_nobody_is_appointed_to_it_afterwards, |world: World| async move {
    let board = Board::of(&world).await;
    let officer = board.officer(&world).await;
    let added =
        send(&officer, &world, &board.at("/seats/new"), &[("label", "Youth voice"), ("class", "voting"), ("starts_on", "1 April 2026")]).await;
    let appoint = added.location().unwrap().to_owned();
    let seat = appoint.trim_end_matches("/appoint").to_owned();
    let maud =
        [("person", "Maud Penhaligon"), ("person_id", "new"), ("person_for", "Maud Penhaligon"), ("role", "holder"), ("starts_on", "1 June 2026")];
    let early = maud.map(|(name, value)| (name, if name == "starts_on" { "1 March 2026" } else { value }));
    let early = send(&officer, &world, &appoint, &early).await;
    assert!(early.status == 422 && early.text().contains("is a seat from 1 April 2026"), "{}", early.text());
    let id: Vec<PersonId> = people::store::people_named(&mut world.read().await, "Maud Penhaligon").await.unwrap();
    let chosen = id.first().map(ToString::to_string).unwrap_or_else(|| "new".to_owned());
    let maud = maud.map(|(name, value)| (name, if name == "person_id" { chosen.as_str() } else { value }));
    let done = send(&officer, &world, &appoint, &maud).await;
    assert_eq!(done.status, 303, "{}", done.text());
    let refused = send(&officer, &world, &format!("{seat}/end"), &[("ends_on", "1 May 2026")]).await;
    assert!(refused.status == 422 && refused.text().contains("Maud Penhaligon is appointed to it from 1 June 2026"), "{}", refused.text());
    assert_eq!(send(&officer, &world, &format!("{seat}/end"), &[("ends_on", "30 June 2026")]).await.status, 303);
    let page = officer.get(&seat).await.text();
    assert!(page.contains("its last day was 30 June 2026") && !page.contains(&appoint), "{page}");
    let late = [("person", "Rosa Quill"), ("person_id", "new"), ("person_for", "Rosa Quill"), ("role", "holder"), ("starts_on", "1 July 2026")];
    let late = send(&officer, &world, &appoint, &late).await;
    assert!(late.status == 422 && late.text().contains("came to an end"), "{}", late.text());
});

story!(the_second_name_of_a_seat_gets_its_letters_answers_for_it_and_one_of_the_two_sits, |world: World| async move {
    let board = Board::of(&world).await;
    let officer = board.officer(&world).await;
    let (seat, holder) = board.member(0);
    let second = board.person(&world, "Beryl Second", "beryl@weald.example").await;
    board.appoint(&world, seat.seat, second, Role::Second).await;
    let stand_in = board.person(&world, "Cuthbert Standing", "cuthbert@weald.example").await;
    board.appoint(&world, seat.seat, stand_in, Role::Substitute).await;
    let meeting = board.planned(&world, vec![AHEAD]).await[0];
    let permit = System::named("story").permit(meeting, board.written.partnership);
    meetings::acts::add_item(&world.house, &permit, &meetings::model::NewItem::business("The depot")).await.unwrap();
    let looked = officer.get(&format!("/meetings/{meeting}/send")).await.text();
    assert!(looked.contains("Beryl Second") && looked.contains("Cuthbert Standing"), "{looked}");
    assert_eq!(send(&officer, &world, &format!("/meetings/{meeting}/send"), &[]).await.status, 303);
    folkmoot::worker::work_off(&world.house).await.unwrap();
    let invitation = invitation_of(&world, meeting, holder.person).await;
    let link = link_of(&world, invitation.id, second).await;
    let anybody = Visitor::anybody(&world.address);
    let done = send(&anybody, &world, &link, &[("version", "1"), ("reply", "coming"), ("note", "I come for us")]).await;
    assert_eq!(done.status, 200, "{}", done.text());
    assert_eq!(invitation_of(&world, meeting, holder.person).await.note.as_deref(), Some("I come for us"));
    let all = meetings::store::invitations(&mut world.read().await, meeting).await.unwrap();
    assert_eq!(all.iter().filter(|i| i.seat == Some(seat.seat)).count(), 1, "a seat is asked once");
    let told = world.read().await.all(&LETTERS_TO, args![stand_in]).await.unwrap();
    assert_eq!(told.len(), 1, "the standing substitute gets the papers");
    let beryl = Visitor::signed_in(&world.house, &world.address, second).await;
    assert_eq!(beryl.get(&format!("/meetings/{meeting}")).await.status, 200);
    world.move_to(AHEAD, 9, 50);
    let officer = board.officer(&world).await;
    assert_eq!(send(&officer, &world, &format!("/meetings/{meeting}/open"), &[]).await.status, 303);
    let room = officer.get(&format!("/meetings/{meeting}/room")).await.text();
    assert!(room.contains("Beryl Second is here"), "{room}");
    let (of, who, other) = (seat.seat.to_string(), second.to_string(), holder.person.to_string());
    let roll = format!("/meetings/{meeting}/roll");
    let came = send(&officer, &world, &roll, &[("person", &who), ("seat", &of), ("capacity", "member")]).await;
    assert_eq!(came.status, 303, "{}", came.text());
    let twice = send(&officer, &world, &roll, &[("person", &other), ("seat", &of), ("capacity", "member")]).await;
    assert!(twice.status == 422 && twice.text().contains("a seat counts once"), "{}", twice.text());
});

story!(a_body_that_ends_calls_off_what_it_had_planned_and_plans_nothing_more, |world: World| async move {
    let board = Board::of(&world).await;
    let officer = board.officer(&world).await;
    let meetings = board.planned(&world, vec![AHEAD, date(2026, 7, 16)]).await;
    let end = board.at("/end");
    let page = officer.get(&end).await.text();
    assert!(page.contains("Thursday 16 April 2026") && page.contains("Call off the meetings"), "{page}");
    let fields = [("ending", "dissolved"), ("ends_on", "31 March 2026")];
    let refused = send(&officer, &world, &end, &fields).await;
    assert!(refused.status == 422 && refused.text().contains("the first on 16 April 2026"), "{}", refused.text());
    let fields = [("ending", "dissolved"), ("ends_on", "31 March 2026"), ("call_off", "yes")];
    let done = send(&officer, &world, &end, &fields).await;
    assert_eq!(done.status, 303, "{}", done.text());
    for meeting in meetings {
        let now = meetings::store::meeting(&mut world.read().await, meeting).await.unwrap();
        assert_eq!(now.state, meetings::model::MeetingState::Cancelled);
    }
    let plan = format!("/bodies/{}/meetings/plan", board.slug);
    let late = [("how", "list"), ("days", "16 April 2026"), ("kind", "ordinary"), ("confirmed", "yes")];
    let late = send(&officer, &world, &plan, &late).await;
    assert!(late.status == 422 && late.text().contains("after the end of this body"), "{}", late.text());
    assert!(Visitor::anybody(&world.address).get(&format!("/bodies/{}", board.slug)).await.text().contains("It was dissolved."));
});

story!(how_bodies_stand_to_each_other_is_corrected_and_makes_no_ring, |world: World| async move {
    let board = Board::of(&world).await;
    let officer = board.officer(&world).await;
    let slug = bodies::store::partnership(&mut world.read().await, board.written.partnership).await.unwrap().slug;
    let at = format!("/partnerships/{slug}/structure");
    for name in ["Harbour group", "Moor group"] {
        let new = [("name", name), ("kind", "working-group")];
        assert_eq!(send(&officer, &world, &format!("{at}/new"), &new).await.status, 303);
    }
    let twin = send(&officer, &world, &format!("{at}/new"), &[("name", "harbour group"), ("kind", "forum")]).await;
    assert!(twin.status == 422 && twin.text().contains("There is a body called Harbour group"), "{}", twin.text());
    let all = bodies::store::bodies(&mut world.read().await, board.written.partnership).await.unwrap();
    let id = |name: &str| all.iter().find(|body| body.name == name).unwrap().id.to_string();
    let (harbour, moor) = (id("Harbour group"), id("Moor group"));
    let links = format!("{at}/links");
    let within = [("body", harbour.as_str()), ("link", "within"), ("other", moor.as_str()), ("starts_on", "1 January 2030")];
    assert_eq!(send(&officer, &world, &links, &within).await.status, 303);
    let page = officer.get(&at).await.text();
    assert!(page.contains("from 1 January 2030"), "a link to come is shown: {page}");
    let ring = send(&officer, &world, &links, &[("body", &moor), ("link", "within"), ("other", &harbour)]).await;
    assert!(ring.status == 422 && ring.text().contains("cannot be within it"), "{}", ring.text());
    let (_, from) = page.split_once("from 1 January 2030").unwrap();
    let link = hidden(from, "link").unwrap();
    let removed = send(&officer, &world, &format!("{links}/end"), &[("link", &link), ("never", "yes")]).await;
    assert_eq!(removed.status, 303, "{}", removed.text());
    assert_eq!(send(&officer, &world, &links, &[("body", &moor), ("link", "within"), ("other", &harbour)]).await.status, 303);
});

story!(whoever_joins_after_the_first_letter_gets_theirs_whole, |world: World| async move {
    let board = Board::of(&world).await;
    let officer = board.officer(&world).await;
    let meeting = board.planned(&world, vec![AHEAD]).await[0];
    let path = format!("/meetings/{meeting}/send");
    let permit = System::named("story").permit(meeting, board.written.partnership);
    meetings::acts::add_item(&world.house, &permit, &meetings::model::NewItem::business("The depot")).await.unwrap();
    assert_eq!(send(&officer, &world, &path, &[]).await.status, 303);
    let added = send(&officer, &world, &board.at("/seats/new"), &[("label", "Youth voice"), ("class", "voting")]).await;
    let seat: SeatId = added.location().unwrap().split('/').nth(5).unwrap().parse::<uuid::Uuid>().unwrap().into();
    let late = board.person(&world, "Ivy Latecomer", "ivy@weald.example").await;
    board.appoint(&world, seat, late, Role::Holder).await;
    meetings::acts::add_item(&world.house, &permit, &meetings::model::NewItem::business("The quay")).await.unwrap();
    assert_eq!(send(&officer, &world, &path, &[]).await.status, 303);
    folkmoot::worker::work_off(&world.house).await.unwrap();
    let told = world.read().await.all(&LETTERS_TO, args![late]).await.unwrap();
    assert_eq!(told.len(), 1);
    let (subject, plain): (String, String) = (told[0].get("subject").unwrap(), told[0].get("plain").unwrap());
    assert!(plain.contains("The depot") && plain.contains("The quay") && !subject.contains("hanged"), "{subject}\n{plain}");
});

story!(the_days_worked_out_can_be_changed_and_nothing_typed_is_lost, |world: World| async move {
    let board = Board::of(&world).await;
    let officer = board.officer(&world).await;
    let plan = format!("/bodies/{}/meetings/plan", board.slug);
    let typed = [("how", "list"), ("days", "16 April 2026"), ("place", "Marsh Hall"), ("kind", "ordinary")];
    let looked = send(&officer, &world, &plan, &typed).await;
    assert!(looked.text().contains("Change the dates") && looked.text().contains("value=\"change\""), "{}", looked.text());
    let back = send(&officer, &world, &plan, &[typed.as_slice(), &[("confirmed", "change")]].concat()).await.text();
    assert!(back.contains("Marsh Hall") && back.contains("16 April 2026</textarea>"), "{back}");
});
