//! Meetings in people's own calendars: by the invitation that rides on a letter, and by feeds. Another program reads them back.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use access::System;
use bodies::model::{Audience, DocumentClass, Openness};
use folkmoot::worker::work_off;
use jiff::civil::{date, time};
use mail_parser::{MessageParser, MimeHeaders as _};
use meetings::acts::Sending;
use meetings::model::{Answer, Arrangements, MeetingKind, Reply};
use serde_json::Value as Json;

use crate::post::Scene;
use crate::visitor::{Visitor, hidden};
use crate::world::story;

/// What Python's `icalendar` understands.
fn read_back(text: &str) -> Json {
    let program = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/stories/read_calendar.py");
    let mut reader = Command::new("/usr/bin/python3").arg(program).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    reader.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    let output = reader.wait_with_output().unwrap();
    assert!(output.status.success(), "is the Debian package python3-icalendar there? {text}");
    let read: Json = serde_json::from_slice(&output.stdout).unwrap();
    assert!(read["errors"].as_array().unwrap().is_empty(), "{read}");
    assert!(read["events"].as_array().unwrap().iter().all(|event| event["errors"].as_array().unwrap().is_empty()), "{read}");
    read
}

/// The invitation that rides on a letter: the method its header names, and what a program reads in it.
fn invitation(raw: &[u8]) -> (String, Json) {
    let letter = MessageParser::default().parse(raw).unwrap();
    let part = letter.parts.iter().find(|part| part.content_type().is_some_and(|kind| kind.subtype() == Some("calendar"))).expect("a calendar part");
    let method = part.content_type().and_then(|kind| kind.attribute("method")).unwrap().to_owned();
    let read = read_back(part.text_contents().unwrap());
    assert_eq!(read["method"], method.as_str(), "header and part say the same");
    assert_eq!(read["events"].as_array().unwrap().len(), 1);
    assert!(letter.body_text(0).is_some() && letter.body_html(0).is_some(), "and the letter reads without a calendar");
    (method, read["events"][0].clone())
}

impl Scene {
    /// The newest letter that the mail server took for this address.
    fn newest(&self, address: &str) -> Vec<u8> {
        self.office.taken().into_iter().rfind(|raw| String::from_utf8_lossy(raw).lines().next().unwrap().contains(address)).unwrap()
    }
}

story!(a_calendar_follows_a_meeting_from_invitation_to_cancellation, |world: World| async move {
    let scene = Scene::of(&world).await;
    let house = &scene.house;
    meetings::acts::send(house, &scene.calls(), &Sending { letters: true, ..Sending::default() }).await.unwrap();
    work_off(house).await.unwrap();
    let (method, first) = invitation(&scene.newest("max@example.org"));
    assert_eq!((method.as_str(), first["sequence"].as_i64()), ("REQUEST", Some(0)));
    // Winter time: ten in London is ten in UTC.
    assert_eq!(first["start"], "2026-03-20T10:00:00+00:00");
    assert_eq!(first["location"], "Town hall");
    assert_eq!(first["organizer"], "mailto:folkmoot@partnership.example.org");
    let attendee = &first["attendees"][0];
    assert_eq!(*attendee, serde_json::json!({ "address": "mailto:max@example.org", "name": "Max Méndez", "answered": "NEEDS-ACTION" }));

    // He comes; then the meeting moves beyond the change of clocks, and has an end.
    let invitations = meetings::store::invitations(&mut world.read().await, scene.meeting).await.unwrap();
    let max = invitations.iter().find(|one| one.name == "Max Méndez").unwrap();
    let comes = Answer { reply: Reply::Coming, substitute: None, note: None };
    meetings::acts::answer(house, &System::named("story").permit(max.id, scene.partnership), max.version, &comes, None).await.unwrap();
    let arrange = async |day, place: &str, tell| {
        let version = meetings::store::meeting(&mut world.read().await, scene.meeting).await.unwrap().version;
        let to = Arrangements {
            starts_at: Some(time(10, 0, 0, 0)),
            ends_at: Some(time(12, 30, 0, 0)),
            place: Some(place.to_owned()),
            access_note: Some("Ring; somebody comes, always.".to_owned()),
            ..Arrangements::default()
        };
        let told = meetings::acts::arrange(house, &scene.calls(), version, day, &to, MeetingKind::Ordinary, tell).await.unwrap();
        work_off(house).await.unwrap();
        told
    };
    assert_eq!(arrange(date(2026, 3, 31), "Town hall", true).await, 3);
    let (method, moved) = invitation(&scene.newest("max@example.org"));
    assert_eq!((method.as_str(), &moved["uid"], moved["sequence"].as_i64()), ("REQUEST", &first["uid"], Some(1)));
    // Summer time: ten in London is nine in UTC.
    assert_eq!((&moved["start"], &moved["end"]), (&"2026-03-31T09:00:00+00:00".into(), &"2026-03-31T11:30:00+00:00".into()));
    assert_eq!(moved["attendees"][0]["answered"], "ACCEPTED");
    assert!(moved["description"].as_str().unwrap().starts_with("Ring; somebody comes, always.\n"), "{moved}");
    // Nothing that a calendar shows has changed: nobody is told, and the number stays.
    assert_eq!(arrange(date(2026, 3, 31), "Town hall", true).await, 0);
    // Another place, told by the next agenda only: it brings the number that was reached.
    assert_eq!(arrange(date(2026, 3, 31), "Corn exchange", false).await, 0);
    meetings::acts::send(house, &scene.calls(), &Sending { letters: true, ..Sending::default() }).await.unwrap();
    work_off(house).await.unwrap();
    let (_, again) = invitation(&scene.newest("max@example.org"));
    assert_eq!((again["sequence"].as_i64(), &again["location"]), (Some(2), &"Corn exchange".into()));

    meetings::acts::cancel(house, &scene.calls(), "Snow").await.unwrap();
    work_off(house).await.unwrap();
    let (method, off) = invitation(&scene.newest("max@example.org"));
    assert_eq!((method.as_str(), &off["uid"], off["sequence"].as_i64()), ("CANCEL", &first["uid"], Some(3)));
    assert_eq!(off["status"], "CANCELLED");
});

story!(whoever_is_only_told_of_a_meeting_is_not_asked_into_it, |world: World| async move {
    let scene = Scene::of(&world).await;
    let permit = System::named("story").permit(scene.board, scene.partnership);
    let lena = scene.person("Lena Listed", "lena@example.org").await;
    bodies::acts::add_to_distribution(&scene.house, &permit, lena, None, world.house.today()).await.unwrap();
    meetings::acts::send(&scene.house, &scene.calls(), &Sending { letters: true, ..Sending::default() }).await.unwrap();
    work_off(&scene.house).await.unwrap();
    let (method, event) = invitation(&scene.newest("lena@example.org"));
    assert_eq!(method, "PUBLISH");
    assert!(event["attendees"].as_array().unwrap().is_empty(), "{event}");
});

story!(an_open_body_s_meetings_are_a_feed_for_everybody, |world: World| async move {
    let scene = Scene::of(&world).await;
    let slug = bodies::store::body(&mut world.read().await, scene.board).await.unwrap().slug;
    let anybody = Visitor::anybody(&world.address);
    let path = format!("/bodies/{slug}/calendar.ics");
    assert_eq!(anybody.get(&path).await.status, 404, "its dates are its own");
    let openness = Openness { class: DocumentClass::Agenda, audience: Audience::Public, clause: None };
    let permit = System::named("story").permit(scene.board, scene.partnership);
    bodies::acts::choose_openness(&scene.house, &permit, &openness).await.unwrap();
    let page = anybody.get(&format!("/bodies/{slug}/calendar")).await;
    assert!(page.text().contains(&path), "{}", page.text());
    let feed = anybody.get(&path).await;
    assert_eq!((feed.status, &feed.headers["content-type"]), (200, &"text/calendar; charset=utf-8".parse().unwrap()));
    let read = read_back(&feed.text());
    assert_eq!((&read["method"], &read["events"][0]["start"]), (&"".into(), &"2026-03-20T10:00:00+00:00".into()));
    meetings::acts::cancel(&scene.house, &scene.calls(), "Snow").await.unwrap();
    let read = read_back(&anybody.get(&path).await.text());
    assert_eq!((&read["events"][0]["status"], &read["events"][0]["sequence"]), (&"CANCELLED".into(), &1.into()));
});

story!(a_person_s_meetings_come_to_their_calendar_by_an_address_of_their_own, |world: World| async move {
    let scene = Scene::of(&world).await;
    meetings::acts::send(&scene.house, &scene.calls(), &Sending { letters: false, ..Sending::default() }).await.unwrap();
    let invitations = meetings::store::invitations(&mut world.read().await, scene.meeting).await.unwrap();
    let max = invitations.iter().find(|one| one.name == "Max Méndez").unwrap().person;
    let his = Visitor::signed_in(&world.house, &world.address, max).await;
    let path = format!("/people/{max}/calendar");
    let page = his.get(&path).await;
    assert_eq!(page.status, 200, "{}", page.text());
    assert!(page.statements() <= 12);
    assert_eq!(his.send(&path, &[("key", &hidden(&page.text(), "key").unwrap())]).await.status, 303);
    let page = his.get(&path).await.text();
    let at = page.find("/meetings-feed/").expect("the address is shown");
    let address: String = page[at..].chars().take_while(|c| !matches!(c, '"' | '<')).collect();
    let anybody = Visitor::anybody(&world.address);
    let read = read_back(&anybody.get(&address).await.text());
    assert_eq!(read["events"].as_array().unwrap().len(), 1, "{read}");
    assert_eq!(read["events"][0]["summary"], "Wealdshire Partnership");
    // Nobody else sees the page, and the address can be ended.
    let other = invitations.iter().find(|one| one.person != max).unwrap().person;
    assert_eq!(Visitor::signed_in(&world.house, &world.address, other).await.get(&path).await.status, 403);
    assert_eq!(his.send(&format!("{path}/end"), &[("key", &hidden(&page, "key").unwrap())]).await.status, 303);
    assert_eq!(anybody.get(&address).await.status, 404);
});

store::sql!(LETTERS, "select count(*) as n from letter where purpose = 'invitation'");

story!(five_hundred_letters_are_written_in_a_handful_of_statements, |world: World| async move {
    let scene = Scene::of(&world).await;
    let permit = System::named("story").permit(scene.board, scene.partnership);
    for n in 0..500 {
        let person = scene.person(&format!("Lena Listed {n}"), &format!("lena{n}@example.org")).await;
        bodies::acts::add_to_distribution(&scene.house, &permit, person, None, world.house.today()).await.unwrap();
    }
    let sending = Sending { letters: true, ..Sending::default() };
    let (sent, statements) = store::count::scope(meetings::acts::send(&scene.house, &scene.calls(), &sending)).await;
    assert_eq!(sent.unwrap().sent_to, 503);
    assert!(statements <= 40, "{statements}");
    let written: i64 = world.read().await.one(&LETTERS, store::args![]).await.unwrap().get("n").unwrap();
    assert_eq!(written, 503);
});
