//! What the program writes as files says what its pages say, to whom they say it, and can be read by everybody.

use access::System;
use folkmoot::archive::files::{self, Place};
use folkmoot::archive::load::load;
use jiff::civil::date;
use kernel::PartnershipId;
use people::model::NewPerson;

use crate::pdf::Pdf;
use crate::scene::{Scene, minuted, open_account, scene};
use crate::visitor::{Answer, Visitor};
use crate::world::{World, story};

pub async fn as_kind(world: &World, scene: &Scene, kind: &str) -> Visitor {
    match scene.reader(kind).person {
        Some(person) => Visitor::signed_in(&world.house, &world.address, person).await,
        None => Visitor::anybody(&world.address),
    }
}

fn read(answer: &Answer) -> Pdf {
    assert_eq!(answer.status, 200, "{}", answer.text());
    assert_eq!(answer.headers["content-type"], "application/pdf");
    let pdf = Pdf::read(&answer.body);
    let roles = pdf.roles();
    assert_eq!(roles.iter().filter(|role| *role == "H1").count(), 1, "{roles:?}");
    let levels: Vec<u32> = roles.iter().filter_map(|role| role.strip_prefix('H')?.parse().ok()).collect();
    assert!(levels.windows(2).all(|two| two[1] <= two[0] + 1), "headings nest: {levels:?}");
    assert!(!pdf.title().is_empty() && !pdf.outline().is_empty());
    pdf
}

story!(an_agenda_is_a_tagged_file_whole_for_members_and_by_its_grounds_for_everybody_else, |world: World| async move {
    let scene = scene(&world).await;
    let (member, anybody) = (as_kind(&world, &scene, "member").await, as_kind(&world, &scene, "anonymous").await);
    let (whole, public) = (format!("/meetings/{}/agenda.pdf", scene.meeting), format!("/meetings/{}/public/agenda.pdf", scene.meeting));
    assert!(member.get(&format!("/meetings/{}", scene.meeting)).await.text().contains(&whole));
    assert!(anybody.get(&format!("/meetings/{}/public", scene.meeting)).await.text().contains(&public));
    let theirs = read(&member.get(&whole).await);
    assert!(theirs.words().contains("1. CANARY-item-1 sale of the depot") && theirs.words().contains("CANARY-paper-1 the price"));
    assert!(theirs.outline().iter().any(|(depth, title)| *depth == 1 && title == "1. CANARY-item-1 sale of the depot"));
    let refused = anybody.get(&whole).await;
    assert_eq!((refused.status, refused.location().is_some()), (303, true), "{}", refused.text());
    let ours = read(&anybody.get(&public).await);
    assert!(!ours.everything().contains("CANARY"), "{}", ours.everything());
    assert!(
        ours.words().contains("1. A property matter")
            && ours.words().contains("2. Exempt item")
            && ours.words().contains("Financial or business affairs")
    );
});

story!(minutes_decisions_and_actions_are_files_too, |world: World| async move {
    let scene = scene(&world).await;
    minuted(&world, &scene).await;
    let (member, anybody) = (as_kind(&world, &scene, "member").await, as_kind(&world, &scene, "anonymous").await);
    let page = member.get(&format!("/meetings/{}/minutes", scene.meeting)).await.text();
    for (name, marker) in [("minutes", "CANARY-notes-1"), ("decisions", "CANARY-decision-1"), ("actions", "CANARY-action-1")] {
        let at = format!("/meetings/{}/{name}.pdf", scene.meeting);
        assert!(page.contains(&at));
        let words = read(&member.get(&at).await).words();
        assert!(words.contains(marker), "{words}");
        assert_ne!(anybody.get(&at).await.status, 200);
    }
    for name in ["minutes", "decisions"] {
        let pdf = read(&anybody.get(&format!("/meetings/{}/public/{name}.pdf", scene.meeting)).await);
        assert!(!pdf.everything().contains("CANARY") && pdf.words().contains("A property matter"), "{}", pdf.everything());
    }
    // They are not approved yet, and say so where nobody overlooks it.
    let words = read(&anybody.get(&format!("/meetings/{}/public/minutes.pdf", scene.meeting)).await).words();
    assert!(words.contains("Sent to the members"), "{words}");
});

/// Somebody who reads everything and changes nothing.
pub async fn auditor(world: &World, partnership: PartnershipId) -> Visitor {
    let permit = System::named("story").permit(partnership, partnership);
    let new = NewPerson { name: "Audrey Auditor".to_owned(), ..NewPerson::default() };
    let auditor = people::acts::record_person(&world.house, &permit, new).await.unwrap();
    open_account(&world.house, auditor, false).await;
    Visitor::signed_in(&world.house, &world.address, auditor).await
}

story!(the_minutes_of_january_2007_and_kents_terms_are_read_from_their_files, |world: World| async move {
    let loaded = load(&world.house, &files::read(&Place::Program).unwrap()).await.unwrap();
    let auditor = auditor(&world, loaded.partnerships["kent"]).await;
    let meeting = loaded.meetings[&("west-kent-partnership".to_owned(), date(2007, 1, 18))];
    let minutes = read(&auditor.get(&format!("/meetings/{meeting}/minutes.pdf")).await);
    assert!(minutes.words().contains("Alison Monk") && minutes.words().contains("in place of Bill Fearon"), "{}", minutes.words());
    assert!(minutes.roles().contains(&"Table".to_owned()), "actions stand in a table");
    // Whoever is shown the page has the file, and nobody else.
    let anybody = Visitor::anybody(&world.address);
    let page = anybody.get(&format!("/meetings/{meeting}/minutes/public")).await.text();
    let file = anybody.get(&format!("/meetings/{meeting}/public/minutes.pdf")).await;
    assert_eq!(file.status == 200, page.contains("public/minutes.pdf"), "{page}");
    let terms = read(&auditor.get("/bodies/kent-public-service-board/charter.pdf").await);
    assert!(terms.words().contains("4.10"), "{}", terms.words());
    assert!(terms.roles().iter().filter(|role| *role == "Lbl").count() > 15);
});
