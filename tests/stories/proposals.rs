//! What follows from the terms is noticed by itself, proposed to whom the clause names, and done only by them.

use access::System;
use bodies::model::{NewAppointment, Role};
use folkmoot::example::{write::write, year::plan};
use jiff::civil::{date, time};
use meetings::acts::{self, Arrival, Plan, Sending};
use meetings::model::{Arrangements, NewItem};
use meetings::rights::{CallMeeting, PlanMeetings};

use crate::visitor::{Visitor, hidden};
use crate::world::{TODAY, story};

/// The address of the first proposal on a person's desk.
async fn proposed(visitor: &Visitor, words: &str) -> Option<String> {
    let desk = visitor.get("/desk").await;
    assert!(desk.statements() <= 12, "{}", desk.statements());
    let text = desk.text();
    let line = text.split("href=\"").find(|part| part.starts_with("/proposals/") && part.contains(words))?;
    line.split('"').next().map(str::to_owned)
}

story!(whoever_is_about_to_lose_a_seat_by_absence_is_seen_coming_inside_and_by_no_outsider, |world: World| async move {
    let (plan_of, parts) = plan(0, TODAY, 2, 1);
    let written = write(&world.house, &plan_of, true).await.unwrap();
    world.move_to(TODAY, 10, 0);
    let seats = bodies::store::membership(&mut world.read().await, written.bodies[0], TODAY).await.unwrap();
    let name = seats[parts.lapsing].holder().unwrap().name.clone();
    let slug = bodies::store::body(&mut world.read().await, written.bodies[0]).await.unwrap().slug;
    let said = format!("{name} has missed 2 meetings in a row");
    let at = |person: usize| written.people[person];
    let own = seats[parts.lapsing].holder().unwrap().person;
    let inside = |who: kernel::PersonId| Visitor::signed_in(&world.house, &world.address, who);
    let (officer, chair, member, lapsing) =
        (inside(at(parts.officer)).await, inside(at(parts.chair)).await, inside(at(parts.member)).await, inside(own).await);
    let standing = format!("/bodies/{slug}/standing");
    for (visitor, address, told) in [
        (&officer, standing.clone(), true),
        (&member, standing.clone(), true),
        (&Visitor::anybody(&world.address), standing.clone(), false),
        (&officer, format!("/bodies/{slug}/manage"), true),
        (&officer, format!("/bodies/{slug}/duties"), true),
        (&Visitor::anybody(&world.address), format!("/bodies/{slug}/duties"), false),
        (&officer, format!("/people/{}/duties", at(parts.officer)), true),
        (&chair, format!("/people/{}/duties", at(parts.chair)), true),
        (&lapsing, format!("/people/{own}/duties"), true),
        (&member, format!("/people/{}/duties", at(parts.member)), false),
    ] {
        let page = visitor.get(&address).await;
        assert_eq!(page.status, 200, "{address}");
        assert!(page.statements() <= 12, "{address}: {}", page.statements());
        let text = page.text().replace("&#x27;", "'").replace("&#39;", "'");
        assert_eq!(text.contains(&said), told, "{address}: {text}");
    }
    let manage = officer.get(&format!("/bodies/{slug}/manage")).await.text();
    assert!(manage.contains("at 3 the chair may request another nominee") && manage.contains("#clause-2.3"), "{manage}");
});

story!(a_third_absence_is_proposed_to_the_chair_and_to_nobody_else, |world: World| async move {
    let (plan_of, parts) = plan(0, TODAY, 2, 1);
    let written = write(&world.house, &plan_of, true).await.unwrap();
    let body = written.bodies[0];
    let story = System::named("story");
    let seats = bodies::store::membership(&mut world.read().await, body, TODAY).await.unwrap();
    let lapsing = seats[parts.lapsing].holder().unwrap().clone();
    let day = date(2026, 6, 18);
    let arrangements = Arrangements { starts_at: Some(time(10, 0, 0, 0)), ..Arrangements::default() };
    let planned = Plan::ordinary(vec![day], arrangements, TODAY);
    let ahead: Vec<_> = meetings::store::meetings_of_body(&mut world.read().await, body, Some(TODAY), None).await.unwrap();
    // Those that were planned between today and then are called off, so that the next is the third in a row.
    for meeting in ahead.iter().filter(|meeting| meeting.day <= day) {
        let permit = story.permit::<CallMeeting>(meeting.id, written.partnership);
        acts::cancel(&world.house, &permit, "For the story").await.unwrap();
    }
    let meeting = acts::plan(&world.house, &story.permit::<PlanMeetings>(body, written.partnership), &planned).await.unwrap()[0];
    let permit = story.permit::<CallMeeting>(meeting, written.partnership);
    acts::add_item(&world.house, &permit, &NewItem { notified_on: Some(TODAY), ..NewItem::business("The depot") }).await.unwrap();
    acts::send(&world.house, &permit, &Sending { letters: false, ..Sending::default() }).await.unwrap();
    world.move_to(day, 10, 0);
    acts::open(&world.house, &permit).await.unwrap();
    for seat in &seats {
        if let Some(holder) = seat.holder().filter(|holder| holder.person != lapsing.person) {
            acts::arrive(&world.house, &permit, &Arrival::of_member(holder.person, seat.seat)).await.unwrap();
        }
    }
    acts::close(&world.house, &permit, None).await.unwrap();
    world.move_to(day, 18, 0);
    compliance::jobs::notice_all(&world.house, &story).await.unwrap();
    compliance::jobs::notice_all(&world.house, &story).await.unwrap();
    let chair = Visitor::signed_in(&world.house, &world.address, written.people[parts.chair]).await;
    let officer = Visitor::signed_in(&world.house, &world.address, written.people[parts.officer]).await;
    let address = proposed(&chair, "has missed").await.expect("the chair is told");
    assert_eq!(proposed(&officer, "has missed").await, None, "the clause names the chair");
    assert_eq!(officer.get(&address).await.status, 403);
    let page = chair.get(&address).await.text();
    assert!(page.contains("Nobody has been asked yet.") && page.contains("#clause-"), "{page}");
    // Leaving it wants a reason.
    let key = hidden(&page, "key").unwrap();
    let refused = chair.send(&address, &[("key", &key), ("choice", "leave"), ("on", "18 June 2026"), ("words", "")]).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("Say why it is left."), "{}", refused.text());
    let key = hidden(&refused.text(), "key").unwrap();
    let done = chair.send(&address, &[("key", &key), ("choice", "do"), ("on", "18 June 2026"), ("words", "")]).await;
    assert_eq!(done.status, 303, "{}", done.text());
    assert_eq!(proposed(&chair, "has missed").await, None);
    // The record knows it, so that it is as the terms ask and is not noticed again.
    compliance::jobs::notice_all(&world.house, &story).await.unwrap();
    assert_eq!(proposed(&chair, "has missed").await, None);
    let record = terms::record(&mut world.read().await, terms::Scope::body(body, day)).await.unwrap();
    let seat = seats[parts.lapsing].seat.to_string();
    assert!(record.requests.iter().any(|request| request.what == "nominee" && request.of.as_ref() == Some(&seat)), "{:?}", record.requests);
});

story!(a_term_that_is_over_is_ended_by_the_secretariat_with_one_press, |world: World| async move {
    let (plan_of, parts) = plan(0, TODAY, 2, 1);
    let written = write(&world.house, &plan_of, false).await.unwrap();
    world.move_to(TODAY, 10, 0);
    let body = written.bodies[0];
    let story = System::named("story");
    let seats = bodies::store::membership(&mut world.read().await, body, TODAY).await.unwrap();
    let vacant = seats.iter().find(|seat| seat.is_vacant()).unwrap().seat;
    let new = NewAppointment {
        person: written.people[parts.administrator],
        role: Role::Holder,
        post: None,
        organisation: None,
        starts_on: Some(date(2026, 3, 2)),
        term_ends_on: Some(date(2026, 4, 30)),
        note: None,
    };
    bodies::acts::appoint(&world.house, &story.permit(body, written.partnership), vacant, new).await.unwrap();
    world.move_to(date(2026, 5, 4), 6, 0);
    compliance::jobs::notice_all(&world.house, &story).await.unwrap();
    let officer = Visitor::signed_in(&world.house, &world.address, written.people[parts.officer]).await;
    let address = proposed(&officer, "ended on 30 April 2026").await.expect("the secretariat is told");
    let sits = |seats: Vec<bodies::model::Sitting>| seats.into_iter().find(|seat| seat.seat == vacant).unwrap().holder().is_some();
    let after = date(2026, 5, 4);
    assert!(sits(bodies::store::membership(&mut world.read().await, body, after).await.unwrap()), "nothing is ended by itself");
    let key = hidden(&officer.get(&address).await.text(), "key").unwrap();
    let done = officer.send(&address, &[("key", &key), ("choice", "do"), ("on", "30 April 2026"), ("words", "")]).await;
    assert_eq!(done.status, 303, "{}", done.text());
    assert!(!sits(bodies::store::membership(&mut world.read().await, body, after).await.unwrap()));
    assert!(officer.get(&address).await.text().contains("This was done."));
    let reports = store::verify(&mut world.read().await, &[]).await.unwrap();
    assert!(reports.iter().all(|report| report.broken.is_none()));
});
