//! What is due, for a body, a partnership and a person: on the page, in a calendar program, and by letter on Mondays.

use folkmoot::example::{write::write, year::plan};
use folkmoot::worker::work_off;
use jiff::civil::{Date, date};

use crate::visitor::{Visitor, hidden};
use crate::world::{TODAY, World, story};

/// The events of a feed, their folded lines joined again.
fn events(feed: &str) -> Vec<String> {
    feed.replace("\r\n ", "").split("BEGIN:VEVENT").skip(1).map(str::to_owned).collect()
}

story!(everybody_can_follow_the_duties_of_an_open_body_in_a_calendar_program, |world: World| async move {
    let (plan, _) = plan(0, TODAY, 2, 1);
    let written = write(&world.house, &plan, true).await.unwrap();
    world.move_to(TODAY, 10, 0);
    let slug = bodies::store::body(&mut world.read().await, written.bodies[0]).await.unwrap().slug;
    let anybody = Visitor::anybody(&world.address);
    let page = anybody.get(&format!("/bodies/{slug}/duties")).await;
    assert_eq!(page.status, 200, "{}", page.text());
    let feed = anybody.get(&format!("/bodies/{slug}/duties.ics")).await;
    assert_eq!(feed.headers["content-type"], "text/calendar; charset=utf-8");
    let text = feed.text();
    let all = events(&text);
    let duties = all.iter().filter(|event| event.contains("UID:duty-")).count();
    assert!(duties > 3, "{text}");
    assert!(text.contains("BEGIN:VTIMEZONE") && text.contains("DTSTART;TZID=Europe/London:"), "{text}");
    assert!(all.iter().filter(|event| event.contains("UID:duty-")).all(|event| event.contains("DTSTART;VALUE=DATE:")), "{text}");
    assert!(!page.text().contains("/prepare"), "outsiders are not led where they cannot go");
});

story!(a_persons_calendar_is_fetched_by_an_address_that_they_can_end, |world: World| async move {
    let (plan, parts) = plan(0, TODAY, 2, 1);
    let written = write(&world.house, &plan, true).await.unwrap();
    world.move_to(TODAY, 10, 0);
    let officer_id = written.people[parts.officer];
    let officer = Visitor::signed_in(&world.house, &world.address, officer_id).await;
    let path = format!("/people/{officer_id}/duties");
    let page = officer.get(&path).await;
    assert_eq!(page.status, 200, "{}", page.text());
    assert!(page.statements() <= 12, "{}", page.statements());
    let key = hidden(&page.text(), "key").unwrap();
    assert_eq!(officer.send(&format!("{path}/feed"), &[("key", &key), ("wanted", "feed")]).await.status, 303);
    let page = officer.get(&path).await.text();
    let at = page.find("/duties-feed/").expect("the address is shown");
    let address: String = page[at..].chars().take_while(|c| !matches!(c, '"' | '<')).collect();
    let anybody = Visitor::anybody(&world.address);
    let feed = anybody.get(&address).await;
    assert_eq!(feed.status, 200);
    assert!(events(&feed.text()).len() > 5, "{}", feed.text());
    // Nobody else sees that page.
    let member = Visitor::signed_in(&world.house, &world.address, written.people[parts.chair]).await;
    assert_eq!(member.get(&path).await.status, 403);
    let key = hidden(&page, "key").unwrap();
    assert_eq!(officer.send(&format!("{path}/feed/end"), &[("key", &key), ("wanted", "no-feed")]).await.status, 303);
    assert_eq!(anybody.get(&address).await.status, 404);
});

async fn weekly(world: &World, on: Date) -> usize {
    world.move_to(on, 8, 0);
    work_off(&world.house).await.unwrap();
    let mut read = world.read().await;
    read.all(&LETTERS, store::args![]).await.unwrap().len()
}

store::sql!(LETTERS, "select id, plain from letter where purpose = 'duties'");

story!(on_mondays_the_secretariat_hears_what_is_due_until_it_stops_the_letter, |world: World| async move {
    let (plan, parts) = plan(0, TODAY, 2, 1);
    let written = write(&world.house, &plan, true).await.unwrap();
    world.move_to(TODAY, 10, 0);
    // The first is due on the next Monday, and one a week is enough however often the job runs.
    work_off(&world.house).await.unwrap();
    let first = weekly(&world, date(2026, 3, 9)).await;
    assert!(first > 0, "somebody is told");
    assert_eq!(weekly(&world, date(2026, 3, 11)).await, first);
    let second = weekly(&world, date(2026, 3, 16)).await;
    assert!(second > first);
    let text: String = world.read().await.all(&LETTERS, store::args![]).await.unwrap()[0].get("plain").unwrap();
    assert!(text.contains("In the four weeks after it") || text.contains("This week"), "{text}");
    let officer_id = written.people[parts.officer];
    let officer = Visitor::signed_in(&world.house, &world.address, officer_id).await;
    let path = format!("/people/{officer_id}/letters");
    assert!(officer.get(&format!("/people/{officer_id}/duties")).await.text().contains(&path), "the page of duties leads there");
    let key = hidden(&officer.get(&path).await.text(), "key").unwrap();
    let chosen = officer.send(&path, &[("key", &key), ("duties", "never")]).await;
    assert!(chosen.text().contains("Your choice is kept."), "{}", chosen.text());
    let third = weekly(&world, date(2026, 3, 23)).await;
    assert!(third - second < second - first, "{first} {second} {third}");
});
