//! What anybody may read is what went out: with an agenda, by somebody's own act, or at a meeting of an earlier record.

use access::System;
use jiff::civil::date;
use kernel::{Error, PaperId};
use matters::model::{NewPaper, SentFile};
use matters::rights::{KeepPaper, LodgePapers};
use meetings::acts::{Plan, Sending};
use meetings::model::NewItem;
use meetings::rights::CallMeeting;

use crate::pdf::{self, Pdf};
use crate::scene::scene;
use crate::visitor::{Visitor, hidden};
use crate::world::{World, story};

async fn file(world: &World, says: &str) -> SentFile {
    let mut incoming = world.house.store.incoming().await.unwrap();
    incoming.take(&pdf::pages(&[says])).await.unwrap();
    SentFile { name: "paper.pdf".to_owned(), content: incoming.end().await.unwrap() }
}

/// What the file of a paper says to somebody, where they may have it.
async fn says(who: &Visitor, paper: PaperId) -> Option<String> {
    let answer = who.get(&format!("/papers/{paper}/file")).await;
    (answer.status == 200).then(|| Pdf::read(&answer.body).words())
}

story!(a_paper_is_public_as_it_went_out_with_the_agenda_and_not_before, |world: World| async move {
    let scene = scene(&world).await;
    let house = &world.house;
    let known = meetings::store::meeting(&mut world.read().await, scene.meeting).await.unwrap();
    let (body, of, story) = (known.body, known.partnership, System::named("story"));
    let meeting = meetings::acts::plan(house, &story.permit(body, of), &Plan::ordinary(vec![date(2026, 4, 20)], Default::default(), house.today()))
        .await
        .unwrap()[0];
    let calls = story.permit::<CallMeeting>(meeting, of);
    let item = meetings::acts::add_item(house, &calls, &NewItem::business("Bids")).await.unwrap();
    let lodges = story.permit::<LodgePapers>(body, of);
    let new = |title: &str| NewPaper { meeting: Some(meeting), item: Some(item), ..NewPaper::titled(title) };
    let first = matters::acts::lodge_paper(house, &lodges, new("The first bid"), Some(file(&world, "as it was sent").await)).await.unwrap();
    let announced = NewPaper { to_follow: true, ..new("The evaluation") };
    let announced = matters::acts::lodge_paper(house, &lodges, announced, None).await.unwrap();
    let stranger = Visitor::anybody(&world.address);
    let (public, reading) = (format!("/meetings/{meeting}/public"), format!("/meetings/{meeting}/public/read"));
    assert_eq!(says(&stranger, first).await, None);
    assert!(!stranger.get(&public).await.text().contains("The first bid"));
    let send = async || meetings::acts::send(house, &calls, &Sending::default()).await.map(drop).unwrap();
    send().await;
    assert!(says(&stranger, first).await.unwrap().contains("as it was sent"));

    // What comes now waits for the agenda to be sent again, for everybody in the same second too.
    let late = matters::acts::lodge_paper(house, &lodges, new("A late bid"), Some(file(&world, "late").await)).await.unwrap();
    let replace = async |paper: PaperId, words: &str| {
        let permit = story.permit::<KeepPaper>(paper, of);
        matters::acts::replace_file(house, &permit, file(&world, words).await, None, None).await.unwrap();
    };
    replace(first, "corrected and kept back").await;
    replace(announced, "evaluation kept back").await;
    for page in [&public, &reading] {
        let text = stranger.get(page).await.text();
        assert!(text.contains("The first bid") && text.contains("To follow") && !text.contains("A late bid"), "{page}: {text}");
        assert!(!text.contains("kept back"), "{page}: {text}");
    }
    assert_eq!((says(&stranger, late).await, says(&stranger, announced).await), (None, None));
    assert_eq!(stranger.get(&format!("/papers/{late}")).await.status, 303);
    assert!(says(&stranger, first).await.unwrap().contains("as it was sent"), "the file that went out");
    assert_eq!(stranger.get(&format!("/papers/{first}/file/2")).await.status, 404);
    let officer = Visitor::signed_in(house, &world.address, scene.reader("secretary").person.unwrap()).await;
    assert!(says(&officer, first).await.unwrap().contains("corrected"));
    let told = officer.get(&format!("/papers/{first}")).await.text();
    assert!(told.contains("becomes public when the agenda is sent again"), "{told}");
    send().await;
    assert!(says(&stranger, first).await.unwrap().contains("corrected"));
    assert!(says(&stranger, late).await.is_some() && says(&stranger, announced).await.is_some());
});

story!(a_paper_without_a_meeting_is_public_when_the_secretariat_makes_it_so, |world: World| async move {
    let scene = scene(&world).await;
    let house = &world.house;
    let known = meetings::store::meeting(&mut world.read().await, scene.meeting).await.unwrap();
    let (body, of, story) = (known.body, known.partnership, System::named("story"));
    let lodges = story.permit::<LodgePapers>(body, of);
    let new = NewPaper { matter: Some("Depots".to_owned()), ..NewPaper::titled("A note on depots") };
    let paper = matters::acts::lodge_paper(house, &lodges, new, Some(file(&world, "of depots").await)).await.unwrap();
    let matter = matters::store::paper(&mut world.read().await, paper).await.unwrap().matter.unwrap();
    let (stranger, page) = (Visitor::anybody(&world.address), format!("/papers/{paper}"));
    assert_eq!((stranger.get(&page).await.status, says(&stranger, paper).await), (303, None));
    assert!(!stranger.get(&format!("/matters/{matter}")).await.text().contains("A note on depots"));
    let officer = Visitor::signed_in(house, &world.address, scene.reader("secretary").person.unwrap()).await;
    let told = officer.get(&page).await.text();
    assert!(told.contains("Members can read this paper; nobody else can."), "{told}");
    let key = hidden(&told, "key").unwrap();
    let sent = officer.send(&format!("{page}/publish"), &[("key", &key), ("version", "0"), ("page", &page)]).await;
    assert_eq!((sent.status, sent.location()), (303, Some(page.as_str())), "{}", sent.text());
    assert!(says(&stranger, paper).await.unwrap().contains("of depots"));
    assert!(stranger.get(&format!("/matters/{matter}")).await.text().contains("A note on depots"));
    let of_meeting = story.permit::<KeepPaper>(scene.paper, of);
    assert!(matches!(matters::acts::publish_paper(house, &of_meeting).await, Err(Error::Refused(_))), "an exempt one, of a meeting to come");
});

story!(the_register_of_actions_is_as_open_as_each_body_makes_its_actions, |world: World| async move {
    let scene = scene(&world).await;
    let house = &world.house;
    let known = meetings::store::meeting(&mut world.read().await, scene.meeting).await.unwrap();
    let (body, of, story) = (known.body, known.partnership, System::named("story"));
    let new = actions::model::NewAction {
        meeting: None,
        item: None,
        words: "Write to the county".to_owned(),
        owners: vec![actions::model::Owner::Person { person: scene.reader("member").person.unwrap() }],
        due: actions::model::Due { on: Some(date(2026, 5, 1)), ..Default::default() },
        made_on: Some(date(2026, 2, 2)),
        state: actions::model::ActionState::Open,
        ground: None,
        exempt: false,
    };
    let of_board = actions::acts::record(house, &story.permit(body, of), new.clone()).await.unwrap();
    let stranger = Visitor::anybody(&world.address);
    let register = "/partnerships/wealdshire-partnership/actions";
    let page = stranger.get(register).await;
    assert_eq!(page.status, 200, "every class of the board is open");
    let text = page.text();
    assert!(text.contains("Write to the county") && text.contains("Max Member"), "{text}");
    assert!(!text.contains("CANARY") && !text.contains(&format!("/actions/{of_board}")), "{text}");
    assert!(stranger.get("/partnerships/wealdshire-partnership").await.text().contains(register));
    let list = stranger.get(&format!("/bodies/{}/actions.pdf", known.body_slug)).await;
    let said = Pdf::read(&list.body).everything();
    assert!(list.status == 200 && said.contains("Write to the county") && !said.contains("CANARY"), "{said}");

    // The other partnership has opened nothing.
    let theirs = "/partnerships/fenland-partnership";
    assert_eq!(stranger.get(&format!("{theirs}/actions")).await.status, 303);
    assert!(!stranger.get(theirs).await.text().contains(&format!("{theirs}/actions")), "no link that leads nowhere");
});
