//! The record in Word: read back by another program, it is a document with headings, lists and tables, and not a picture of one.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use folkmoot::archive::files::{self, Place};
use folkmoot::archive::load::load;
use jiff::civil::date;
use serde::Deserialize;

use crate::documents::{as_kind, auditor};
use crate::scene::{minuted, scene};
use crate::visitor::{Answer, Visitor, hidden};
use crate::world::story;

/// What python-docx understands of a file.
#[derive(Debug, Deserialize)]
pub struct Docx {
    pub title: String,
    pub language: String,
    pub languages: Vec<String>,
    pub headings: Vec<(u32, String)>,
    pub paragraphs: Vec<String>,
    pub tables: Vec<Table>,
    pub listed: Vec<String>,
    pub links: Vec<String>,
    pub everything: String,
}

/// A table; its header where its first row is one.
#[derive(Debug, Deserialize)]
pub struct Table {
    pub header: Option<Vec<String>>,
    pub rows: Vec<Vec<String>>,
}

pub fn read(answer: &Answer) -> Docx {
    assert_eq!(answer.status, 200, "{}", answer.text());
    assert_eq!(answer.headers["content-type"], "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    assert!(answer.headers["content-disposition"].to_str().unwrap().contains(".docx"));
    let program = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/stories/read_word.py");
    let mut reader = Command::new("/usr/bin/python3").arg(program).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut input = reader.stdin.take().unwrap();
    input.write_all(&answer.body).unwrap();
    drop(input);
    let output = reader.wait_with_output().unwrap();
    assert!(output.status.success(), "is the Debian package python3-docx there?");
    let read: Docx = serde_json::from_slice(&output.stdout).unwrap();
    let levels: Vec<u32> = read.headings.iter().map(|(level, _)| *level).collect();
    assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1, "{levels:?}");
    assert!(levels.windows(2).all(|two| two[1] <= two[0] + 1), "headings nest: {levels:?}");
    assert_eq!((read.language.as_str(), read.languages.as_slice()), ("en-GB", ["en-GB".to_owned()].as_slice()));
    assert_eq!(read.headings[0], (1, read.title.clone()));
    read
}

story!(whoever_has_a_file_as_pdf_has_it_in_word, |world: World| async move {
    let scene = scene(&world).await;
    minuted(&world, &scene).await;
    let (member, anybody) = (as_kind(&world, &scene, "member").await, as_kind(&world, &scene, "anonymous").await);
    let page = member.get(&format!("/meetings/{}/minutes", scene.meeting)).await.text();
    for (name, marker) in [("minutes", "CANARY-notes-1"), ("decisions", "CANARY-decision-1"), ("actions", "CANARY-action-1")] {
        let at = format!("/meetings/{}/{name}.docx", scene.meeting);
        assert!(page.contains(&at));
        let docx = read(&member.get(&at).await);
        assert!(docx.everything.contains(marker), "{docx:?}");
        assert_ne!(anybody.get(&at).await.status, 200);
    }
    let agenda = format!("/meetings/{}/agenda.docx", scene.meeting);
    let theirs = read(&member.get(&agenda).await);
    assert!(theirs.headings.contains(&(2, "1. CANARY-item-1 sale of the depot".to_owned())), "{:?}", theirs.headings);
    assert!(theirs.listed.iter().any(|line| line.starts_with("CANARY-paper-1 the price")), "{:?}", theirs.listed);
    assert!(theirs.links.iter().any(|link| link.contains("/papers/")));
    assert!(member.get(&format!("/meetings/{}", scene.meeting)).await.text().contains(&agenda));
    assert_ne!(anybody.get(&agenda).await.status, 200);
});

story!(the_public_edition_in_word_holds_nothing_that_is_exempt_in_any_of_its_parts, |world: World| async move {
    let scene = scene(&world).await;
    minuted(&world, &scene).await;
    let anybody = as_kind(&world, &scene, "anonymous").await;
    for name in ["agenda", "minutes", "decisions"] {
        let docx = read(&anybody.get(&format!("/meetings/{}/public/{name}.docx", scene.meeting)).await);
        assert!(!docx.everything.contains("CANARY"), "{}", docx.everything);
        assert!(docx.headings.iter().any(|(_, text)| text.contains("A property matter")), "{:?}", docx.headings);
    }
});

story!(kents_terms_and_the_minutes_of_january_2007_are_documents_in_word, |world: World| async move {
    let loaded = load(&world.house, &files::read(&Place::Program).unwrap()).await.unwrap();
    let auditor = auditor(&world, loaded.partnerships["kent"]).await;
    let meeting = loaded.meetings[&("west-kent-partnership".to_owned(), date(2007, 1, 18))];
    let minutes = read(&auditor.get(&format!("/meetings/{meeting}/minutes.docx")).await);
    assert!(minutes.listed.iter().any(|line| line.starts_with("Alison Monk") && line.contains("in place of Bill Fearon")));
    let actions = minutes.tables.iter().filter(|table| table.header.is_some()).collect::<Vec<_>>();
    assert!(
        !actions.is_empty()
            && actions
                .iter()
                .all(|table| table.header.as_deref() == Some(&["Action".to_owned(), "Who owes it".to_owned(), "By when".to_owned()][..])),
        "{actions:?}"
    );
    assert!(actions.iter().all(|table| table.rows.iter().all(|row| row.len() == 3)));
    let anybody = Visitor::anybody(&world.address);
    let page = anybody.get(&format!("/meetings/{meeting}/minutes/public")).await.text();
    let file = anybody.get(&format!("/meetings/{meeting}/public/minutes.docx")).await;
    assert_eq!(file.status == 200, page.contains("public/minutes.docx"), "{page}");
    let terms = read(&auditor.get("/bodies/kent-public-service-board/charter.docx").await);
    assert!(terms.paragraphs.iter().any(|line| line.starts_with("4.10\t")), "{:?}", terms.paragraphs);
    assert!(terms.headings.len() > 3);
});

/// A file as it comes back from somebody who edited it in Word.
fn edited(file: &[u8], edits: &serde_json::Value) -> Vec<u8> {
    let program = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/stories/write_word.py");
    let mut writer =
        Command::new("/usr/bin/python3").arg(program).arg(edits.to_string()).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut input = writer.stdin.take().unwrap();
    input.write_all(file).unwrap();
    drop(input);
    let output = writer.wait_with_output().unwrap();
    assert!(output.status.success(), "the file could not be edited");
    output.stdout
}

/// Text as it was before it was put into a page.
fn unescaped(text: &str) -> String {
    text.replace("&#x27;", "'")
        .replace("&#39;", "'")
        .replace("&quot;", "\"")
        .replace("&#x2f;", "/")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}

/// Every value of a hidden field of a page.
fn all_hidden(page: &str, name: &str) -> Vec<String> {
    let mark = format!("type=\"hidden\" name=\"{name}\" value=\"");
    page.split(&mark).skip(1).map(|rest| unescaped(&rest[..rest.find('"').unwrap()])).collect()
}

/// The form of a comparison, sent with everything ticked.
async fn take(officer: &Visitor, at: &str, page: &str) -> Answer {
    let mut fields: Vec<(String, String)> =
        vec![("key".to_owned(), hidden(page, "key").unwrap()), ("version".to_owned(), hidden(page, "version").unwrap())];
    let texts = page.split("<textarea name=\"text\" hidden>").skip(1).map(|rest| unescaped(rest.split("</textarea>").next().unwrap()));
    fields.extend(texts.map(|text| ("text".to_owned(), text)));
    for name in ["of", "seen"] {
        fields.extend(all_hidden(page, name).into_iter().map(|value| (name.to_owned(), value)));
    }
    fields.extend(all_hidden(page, "of").into_iter().map(|of| ("take".to_owned(), of)));
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    officer.send(&format!("{at}/take"), &fields).await
}

/// A file brought to the form that takes it.
async fn bring(officer: &Visitor, at: &str, form: &str, content: Vec<u8>) -> Answer {
    let key = hidden(form, "key").unwrap();
    officer.upload(at, &[("key", &key), ("version", "0")], "file", "minutes.docx", content.into()).await.unwrap()
}

story!(minutes_edited_in_word_come_back_and_show_what_changed_before_anything_is_taken, |world: World| async move {
    let scene = scene(&world).await;
    let officer = as_kind(&world, &scene, "secretary").await;
    let minutes = format!("/meetings/{}/minutes", scene.meeting);
    let at = format!("{minutes}/edited");
    assert!(officer.get(&minutes).await.text().contains(&at));
    assert_ne!(as_kind(&world, &scene, "member").await.get(&at).await.status, 200);
    let file = officer.get(&format!("{minutes}.docx")).await.body.clone();
    let form = officer.get(&at).await.text();
    let unchanged = bring(&officer, &at, &form, file.to_vec()).await;
    assert!(unchanged.text().contains("There is nothing to take"), "{}", unchanged.text());
    let docx = read(&officer.get(&format!("{minutes}.docx")).await);
    let notes = docx.paragraphs.iter().find(|text| text.contains("CANARY-notes-1")).unwrap();
    let decision = docx.paragraphs.iter().find(|text| text.contains("CANARY-decision-1")).unwrap();
    let edits = serde_json::json!([["after", notes, "The valuer's *second* letter was read."], ["replace", decision, "Nothing was decided."]]);
    let compared = bring(&officer, &at, &form, edited(&file, &edits)).await;
    let page = compared.text();
    assert!(page.contains("<ins>") && page.contains("second"), "{page}");
    assert!(page.contains("Changed in Word, and not taken") && page.contains("Nothing was decided."), "{page}");
    assert!(!officer.get(&minutes).await.text().contains("letter was read"), "nothing is taken yet");
    assert_eq!(take(&officer, &at, &page).await.status, 303);
    let now = officer.get(&minutes).await.text();
    assert!(
        now.contains("*second* letter was read")
            && now.contains("CANARY-notes-1")
            && now.contains("CANARY-decision-1")
            && !now.contains("Nothing was decided."),
        "{now}"
    );
    // Taken again from the page of before, it stands against what stands now.
    let again = bring(&officer, &at, &form, edited(&file, &edits)).await.text();
    assert!(!again.contains("<ins>"), "it says what stands: {again}");
    let stale = page.replace(&hidden(&page, "key").unwrap(), "018f3b6c-0000-7000-8000-00000000abcd").replace("letter was read", "letter was burnt");
    let conflict = take(&officer, &at, &stale).await;
    assert_eq!(conflict.status, 409, "{}", conflict.text());
    let shown = conflict.text();
    let marked =
        |tag: &str| -> String { shown.split(&format!("<{tag}>")).skip(1).filter_map(|rest| rest.split(&format!("</{tag}>")).next()).collect() };
    assert!(marked("ins").contains("burnt") && marked("del").contains("read"), "both are shown: {shown}");
});

story!(a_file_that_is_no_word_file_is_refused_beside_its_field_and_approved_minutes_take_none, |world: World| async move {
    let scene = scene(&world).await;
    let officer = as_kind(&world, &scene, "secretary").await;
    let minutes = format!("/meetings/{}/minutes", scene.meeting);
    let at = format!("{minutes}/edited");
    let form = officer.get(&at).await.text();
    let file = officer.get(&format!("{minutes}.docx")).await.body.clone();
    for (content, says) in [
        (b"%PDF-1.7".to_vec(), "This is not a Word file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), "has a password, or comes from Word before 2007"),
        (file[..file.len() / 2].to_vec(), "The file is damaged"),
        (vec![0; 21 * 1024 * 1024], "larger than 20 MB"),
    ] {
        let refused = bring(&officer, &at, &form, content).await;
        assert_eq!(refused.status, 422);
        assert!(refused.text().contains(says) && refused.text().contains("id=\"file-error\""), "{}", refused.text());
    }
    minuted(&world, &scene).await;
    let closed = officer.get(&at).await.text();
    assert!(closed.contains("Take them back to the desk") && !closed.contains("type=\"file\""), "{closed}");
    let sent = bring(&officer, &at, &form, file.to_vec()).await;
    assert_eq!(sent.status, 422, "{}", sent.text());
});
