//! Papers written here, and the page on which a pack is read: with notes that nobody else sees.

use access::System;

use crate::documents::as_kind;
use crate::pdf::Pdf;
use crate::scene::{Scene, scene};
use crate::visitor::{Answer, Visitor, hidden};
use crate::world::{World, story};

/// What is typed for a paper, over a form that was opened.
fn typed<'a>(key: &'a str, version: &'a str, scene: &'a [String; 2], text: &'a str, then: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("key", key),
        ("version", version),
        ("meeting", &scene[0]),
        ("item", &scene[1]),
        ("title", "Flood warnings"),
        ("author", "Ada Lovelace"),
        ("kind", "report"),
        ("recommendations", "That the register be kept."),
        ("text", text),
        ("risk", "Low <b>indeed</b>."),
        ("then", then),
    ]
}

async fn written(world: &World, scene: &Scene, officer: &Visitor, text: &str) -> String {
    let meeting = meetings::store::meeting(&mut world.read().await, scene.meeting).await.unwrap();
    let permit = System::named("story").permit(meeting.id, meeting.partnership);
    let item = meetings::acts::add_item(&world.house, &permit, &meetings::model::NewItem::business("Floods")).await.unwrap();
    let place = [meeting.id.to_string(), item.to_string()];
    let slug = meeting.body_slug;
    let at = format!("/bodies/{slug}/papers/write");
    let form = officer.get(&format!("{at}?meeting={}&item={}", place[0], place[1])).await.text();
    let key = hidden(&form, "key").unwrap();
    let preview = officer.send(&at, &typed(&key, "0", &place, text, "preview")).await;
    assert_eq!(preview.status, 200, "{}", preview.text());
    assert!(preview.text().contains("Not saved yet") && preview.text().contains("Low &lt;b&gt;indeed"), "{}", preview.text());
    let lodged = officer.send(&at, &typed(&key, "0", &place, text, "save")).await;
    assert_eq!(lodged.status, 303, "{}", lodged.text());
    lodged.location().unwrap().to_owned()
}

fn save<'a>(key: &'a str, version: &'a str, text: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("key", key),
        ("version", version),
        ("title", "Flood warnings"),
        ("kind", "report"),
        ("recommendations", "That the register be kept."),
        ("text", text),
        ("then", "save"),
    ]
}

const TEXT: &str = "# What happened\n\nWarnings reached most homes in the two districts.\n\nThe register was **out of date**. [More](https://example.org/more), not [here](javascript:alert).";

story!(a_paper_written_here_stands_on_the_agenda_with_a_file_for_each_saving, |world: World| async move {
    let scene = scene(&world).await;
    let officer = as_kind(&world, &scene, "secretary").await;
    let paper = written(&world, &scene, &officer, TEXT).await;
    let page = officer.get(&paper).await.text();
    assert!(page.contains("<h2>What happened</h2>") && page.contains("href=\"https://example.org/more\"") && !page.contains("javascript:"), "{page}");
    let pdf = Pdf::read(&officer.get(&format!("{paper}/file")).await.body);
    assert!(pdf.words().contains("Warnings reached most homes") && pdf.words().contains("Low <b>indeed</b>."), "{}", pdf.words());
    assert!(pdf.outline().iter().any(|(_, title)| title == "What happened") && pdf.roles().contains(&"H1".to_owned()));
    let agenda = Pdf::read(&officer.get(&format!("/meetings/{}/agenda.pdf", scene.meeting)).await.body);
    assert!(agenda.words().contains("Flood warnings"), "{}", agenda.words());
    // Saved again it is a second file; the first stays.
    let form = officer.get(&format!("{paper}/write")).await.text();
    let (key, version) = (hidden(&form, "key").unwrap(), hidden(&form, "version").unwrap());
    assert!(form.contains("Warnings reached most homes"));
    assert_eq!(officer.send(&format!("{paper}/write"), &save(&key, &version, "Another text.")).await.status, 303);
    let first = Pdf::read(&officer.get(&format!("{paper}/file/1")).await.body);
    let second = Pdf::read(&officer.get(&format!("{paper}/file")).await.body);
    assert!(first.words().contains("Warnings reached") && second.words().contains("Another text.") && !second.words().contains("Warnings"));
    // Whoever saves over a version they did not see is shown both.
    let key = hidden(&officer.get(&format!("{paper}/write")).await.text(), "key").unwrap();
    let late = officer.send(&format!("{paper}/write"), &save(&key, &version, "A third text.")).await;
    assert_eq!(late.status, 409, "{}", late.text());
    assert!(late.text().contains("Another") && late.text().contains("third"));
    // Nothing is lost where something is missing.
    let key = hidden(&officer.get(&format!("{paper}/write")).await.text(), "key").unwrap();
    let mut fields = save(&key, "9", "Words that stay.");
    fields.iter_mut().filter(|(name, _)| *name == "title").for_each(|(_, value)| *value = "");
    let refused = officer.send(&format!("{paper}/write"), &fields).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("Words that stay.") && refused.text().contains("title-error"), "{}", refused.text());
});

/// The parts of a page to which a note can be written, with how they begin.
fn asks(page: &str) -> Vec<String> {
    page.split("/read?note=").skip(1).filter_map(|rest| rest.split(['#', '"']).next().map(str::to_owned)).collect()
}

async fn note(reader: &Visitor, scene: &Scene, to: &str, words: &str) -> Answer {
    let read = format!("/meetings/{}/read", scene.meeting);
    let page = reader.get(&format!("{read}?note={to}")).await.text();
    let (key, excerpt) = (hidden(&page, "key").unwrap(), hidden(&page, "excerpt").unwrap());
    reader.send(&format!("{read}/notes"), &[("key", &key), ("to", to), ("excerpt", &excerpt), ("words", words), ("then", "")]).await
}

story!(a_pack_is_read_item_by_item_with_notes_that_stay_with_their_paragraphs, |world: World| async move {
    let scene = scene(&world).await;
    let (officer, member) = (as_kind(&world, &scene, "secretary").await, as_kind(&world, &scene, "member").await);
    let paper = written(&world, &scene, &officer, TEXT).await;
    let read = format!("/meetings/{}/read", scene.meeting);
    assert!(member.get(&format!("/meetings/{}", scene.meeting)).await.text().contains(&read));
    let answer = member.get(&read).await;
    assert!(answer.statements() <= 12, "{}", answer.statements());
    let page = answer.text();
    assert!(page.contains("Warnings reached most homes") && page.contains("CANARY-item-1 sale of the depot"), "{page}");
    let part = format!("paper-{}", paper.rsplit('/').next().unwrap());
    let paragraphs: Vec<String> = asks(&page).into_iter().filter(|to| to.starts_with(&format!("{part}."))).collect();
    assert!(paragraphs.len() >= 4, "{paragraphs:?}");
    // The recommendation comes first, then the two paragraphs.
    let (warnings, register) = (&paragraphs[1], &paragraphs[2]);
    assert_eq!(note(&member, &scene, warnings, "PRIVATE ask which homes").await.status, 303);
    assert_eq!(note(&member, &scene, register, "PRIVATE why").await.status, 303);
    assert_eq!(note(&member, &scene, &part, "PRIVATE of the whole").await.status, 303);
    let page = member.get(&read).await.text();
    assert_eq!(page.matches("<p class=\"govuk-body\">PRIVATE").count(), 3, "{page}");
    // A new version: one paragraph moved and changed a little, the other gone.
    let form = officer.get(&format!("{paper}/write")).await.text();
    let (key, version) = (hidden(&form, "key").unwrap(), hidden(&form, "version").unwrap());
    let text = "A new beginning.\n\nWarnings reached nearly all homes in the two districts.";
    assert_eq!(officer.send(&format!("{paper}/write"), &save(&key, &version, text)).await.status, 303);
    let page = member.get(&read).await.text();
    let (paragraph, left) = page.split_once("nearly all homes").unwrap().1.split_once("Notes left over").unwrap();
    assert!(paragraph.contains("PRIVATE ask which homes"), "{paragraph}");
    assert!(left.contains("PRIVATE why") && left.contains("The register was out of date"), "{left}");
    // It is theirs to take away.
    let id = left.split_once("id=\"note-").unwrap().1.split('"').next().unwrap().to_owned();
    let key = hidden(&page, "key").unwrap();
    assert_eq!(member.send(&format!("{read}/notes"), &[("key", &key), ("to", &part), ("id", &id), ("then", "remove")]).await.status, 303);
    assert!(!member.get(&read).await.text().contains("PRIVATE why"));
});

/// The page on which a note stands, as the reader sees it; none where it is left over.
fn sheet_of(page: &str, words: &str) -> Option<String> {
    let before = page.split_once(words).unwrap().0;
    let (sheet, left) = (before.rfind("<figcaption"), before.rfind("Notes left over"));
    let sheet = sheet.filter(|at| left.is_none_or(|left| left < *at))?;
    let caption = before[sheet..].split_once('>').unwrap().1.split('<').next().unwrap();
    Some(caption.trim().to_owned())
}

story!(the_pages_of_an_uploaded_file_are_read_in_the_pack_and_keep_their_notes, |world: World| async move {
    let scene = scene(&world).await;
    let member = as_kind(&world, &scene, "member").await;
    let known = meetings::store::meeting(&mut world.read().await, scene.meeting).await.unwrap();
    let story = System::named("story");
    let plan = meetings::acts::Plan::ordinary(vec![jiff::civil::date(2026, 4, 20)], Default::default(), world.house.today());
    let meeting = meetings::acts::plan(&world.house, &story.permit(known.body, known.partnership), &plan).await.unwrap()[0];
    let calls = || story.permit::<meetings::rights::CallMeeting>(meeting, known.partnership);
    let item = meetings::acts::add_item(&world.house, &calls(), &meetings::model::NewItem::business("Floods")).await.unwrap();
    let file = async |pages: &[&str]| {
        let mut incoming = world.house.store.incoming().await.unwrap();
        incoming.take(&crate::pdf::pages(pages)).await.unwrap();
        matters::model::SentFile { name: "floods.pdf".to_owned(), content: incoming.end().await.unwrap() }
    };
    let new = matters::model::NewPaper { meeting: Some(meeting), item: Some(item), ..matters::model::NewPaper::titled("Floods") };
    let first = file(&["Warnings reached most homes.", "", "The register was out of date.", ""]).await;
    let paper = matters::acts::lodge_paper(&world.house, &story.permit(known.body, known.partnership), new, Some(first)).await.unwrap();
    let send = async || meetings::acts::send(&world.house, &calls(), &meetings::acts::Sending { letters: false, ..Default::default() }).await;
    send().await.unwrap();
    let read = format!("/meetings/{meeting}/read");
    let answer = member.get(&read).await;
    assert!(answer.statements() <= 12, "{}", answer.statements());
    let page = answer.text();
    assert!(page.contains(&format!("data-pdf=\"/papers/{paper}/file\"")) && page.contains(&format!("href=\"/papers/{paper}/file\"")), "{page}");
    assert!(page.contains(&format!("/meetings/{meeting}/pack.pdf")) && page.contains("pages 3–6"), "{page}");
    let sheets: Vec<String> = asks(&page).into_iter().filter(|to| to.starts_with(&format!("paper-{paper}."))).collect();
    assert_eq!(sheets.len(), 4, "{sheets:?}");
    assert!(sheets.iter().collect::<std::collections::BTreeSet<_>>().len() == 4, "pages without words are told apart: {sheets:?}");
    for (to, words) in sheets.iter().zip(["PRIVATE warnings", "PRIVATE picture", "PRIVATE register"]) {
        let form = member.get(&format!("{read}?note={to}")).await.text();
        let (key, excerpt) = (hidden(&form, "key").unwrap(), hidden(&form, "excerpt").unwrap());
        // Sent twice, as a script does that lost the answer, it is one note.
        for _ in 0..2 {
            let sent =
                member.send(&format!("{read}/notes"), &[("key", &key), ("to", to), ("excerpt", &excerpt), ("words", words), ("then", "")]).await;
            assert_eq!(sent.status, 303, "{}", sent.text());
        }
    }
    let page = member.get(&read).await.text();
    assert_eq!(page.matches("<p class=\"govuk-body\">PRIVATE").count(), 3, "{page}");
    assert_eq!(sheet_of(&page, "PRIVATE warnings").as_deref(), Some("Page 3"));
    assert_eq!(sheet_of(&page, "PRIVATE register").as_deref(), Some("Page 5"));
    // A newer file: a page comes first, the register's page is gone.
    let newer = file(&["A new first page.", "Warnings reached most homes.", "Nothing of that kind stands here any more."]).await;
    matters::acts::replace_file(&world.house, &story.permit(paper, known.partnership), newer, None, None).await.unwrap();
    let page = member.get(&read).await.text();
    assert_eq!(sheet_of(&page, "PRIVATE warnings").as_deref(), Some("Page 2 of the paper"), "it has not gone out: {page}");
    send().await.unwrap();
    let page = member.get(&read).await.text();
    assert_eq!(sheet_of(&page, "PRIVATE warnings").as_deref(), Some("Page 8"));
    assert_eq!((sheet_of(&page, "PRIVATE register"), sheet_of(&page, "PRIVATE picture")), (None, None), "{page}");
    assert!(page.contains("Page 5: The register was out of date."), "what a note left over was about is shown: {page}");
    // Everybody reads the pages, and nobody else the notes.
    let anybody = as_kind(&world, &scene, "anonymous").await;
    let public = anybody.get(&format!("/meetings/{meeting}/public/read")).await;
    assert!(public.statements() <= 12, "{}", public.statements());
    let public = public.text();
    assert!(public.contains("Page 8") && public.contains(&format!("/meetings/{meeting}/public/pack.pdf")) && !public.contains("PRIVATE"), "{public}");
});

story!(a_script_is_told_why_a_note_is_not_taken, |world: World| async move {
    let scene = scene(&world).await;
    let member = as_kind(&world, &scene, "member").await;
    let at = format!("/meetings/{}/read/notes", scene.meeting);
    let to = asks(&member.get(&format!("/meetings/{}/read", scene.meeting)).await.text())[0].clone();
    let long = "x".repeat(10_001);
    let refused = member.script(&at, &[("key", KEY), ("to", &to), ("excerpt", ""), ("words", &long), ("then", "")]).await;
    assert_eq!((refused.status, refused.headers["content-type"].to_str().unwrap()), (422, "application/problem+json"));
    assert!(refused.text().contains("10,000") || refused.text().contains("10000"), "{}", refused.text());
    let kept = member.script(&at, &[("key", KEY), ("to", &to), ("excerpt", ""), ("words", "Ask why."), ("then", "")]).await;
    assert_eq!(kept.status, 200, "{}", kept.text());
    let nobody = as_kind(&world, &scene, "anonymous").await.script(&at, &[("key", KEY), ("to", &to), ("words", "x"), ("then", "")]).await;
    assert_eq!(nobody.status, 401, "{}", nobody.text());
});

story!(nobody_else_reads_a_reader_s_notes, |world: World| async move {
    let scene = scene(&world).await;
    let (officer, member) = (as_kind(&world, &scene, "secretary").await, as_kind(&world, &scene, "member").await);
    let read = format!("/meetings/{}/read", scene.meeting);
    let to = asks(&member.get(&read).await.text())[0].clone();
    assert_eq!(note(&member, &scene, &to, "PRIVATE words").await.status, 303);
    assert!(member.get(&read).await.text().contains("PRIVATE words"));
    for kind in ["secretary", "chair", "assistant of a member", "auditor"] {
        let other = as_kind(&world, &scene, kind).await;
        assert!(!other.get(&read).await.text().contains("PRIVATE"), "{kind}");
        for page in ["/administration/accounts", "/administration/history", "/history"] {
            assert!(!other.get(page).await.text().contains("PRIVATE"), "{kind} {page}");
        }
    }
    // A note of somebody else's cannot be changed or taken away by its id.
    let page = member.get(&read).await.text();
    let id = page.split_once("id=\"note-").unwrap().1.split('"').next().unwrap().to_owned();
    officer.send(&format!("{read}/notes"), &[("key", KEY), ("to", &to), ("id", &id), ("then", "remove")]).await;
    assert!(member.get(&read).await.text().contains("PRIVATE words"));
    let entries: Vec<String> = world.read().await.each(&EVERYTHING, store::args![], |row| row.get("after_json")).await.unwrap();
    assert!(!entries.iter().any(|entry| entry.contains("PRIVATE")), "no entry of the history holds it");
});

/// The key that a script makes for itself.
const KEY: &str = "018f3b6c-0000-7000-8000-0000000000aa";

store::sql!(EVERYTHING, "select after_json from event_value");

story!(a_reader_goes_on_where_they_were, |world: World| async move {
    let scene = scene(&world).await;
    let member = as_kind(&world, &scene, "member").await;
    let read = format!("/meetings/{}/read", scene.meeting);
    let page = member.get(&read).await.text();
    let part = asks(&page)[0].clone();
    let key = KEY;
    assert_eq!(member.send(&format!("{read}/place"), &[("key", key), ("place", &part)]).await.status, 303);
    assert!(member.get(&read).await.text().contains(&format!("data-was=\"{part}\"")));
    assert_eq!(member.send(&format!("{read}/place"), &[("key", key), ("place", "\"><script>")]).await.status, 422);
});

story!(the_public_reads_the_public_edition, |world: World| async move {
    let scene = scene(&world).await;
    let (officer, anybody) = (as_kind(&world, &scene, "secretary").await, as_kind(&world, &scene, "anonymous").await);
    written(&world, &scene, &officer, TEXT).await;
    let read = format!("/meetings/{}/public/read", scene.meeting);
    assert!(anybody.get(&format!("/meetings/{}/public", scene.meeting)).await.text().contains(&read));
    let page = anybody.get(&read).await.text();
    assert!(page.contains("A property matter") && page.contains("Warnings reached most homes") && !page.contains("CANARY"), "{page}");
    assert!(!page.contains("?note="));
    assert_ne!(anybody.get(&format!("/meetings/{}/read", scene.meeting)).await.status, 200);
});

story!(signing_out_clears_what_was_kept_on_the_device, |world: World| async move {
    let scene = scene(&world).await;
    let member = as_kind(&world, &scene, "member").await;
    let page = member.get(&format!("/meetings/{}/read", scene.meeting)).await;
    let ends = page.text().split_once("data-ends=\"").unwrap().1.split('"').next().unwrap().parse::<i64>().unwrap();
    assert!(ends > world.house.now().seconds(), "what is kept ends with the session");
    let key = hidden(&member.get("/sign-out").await.text(), "key").unwrap();
    let out = member.send("/sign-out", &[("key", &key)]).await;
    assert_eq!(out.headers["clear-site-data"], "\"storage\"");
    let worker = member.get("/reading-worker.js").await;
    assert_eq!((worker.status, worker.headers["content-type"].to_str().unwrap()), (200, "text/javascript"));
});
