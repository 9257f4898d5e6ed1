//! What is written for Word is XML that a strict reader takes, whatever was typed.

#![allow(missing_docs, clippy::unwrap_used, reason = "a test stops at the first thing that is not as it says")]

use std::io::{Cursor, Read as _};

use documents::{Block, Cell, Document, Item, Numbering, Run, Tone, blocks, word};
use kernel::Instant;
use zip::ZipArchive;

fn document(blocks: Vec<Block>) -> Document {
    Document {
        title: "Minutes & more <of> \"18 January\"\u{1}".to_owned(),
        about: "West Kent Partnership".to_owned(),
        language: "en-GB".to_owned(),
        author: "Kent Partnership".to_owned(),
        made_at: Instant::from_seconds(1_169_114_400),
        blocks,
    }
}

fn part(file: &[u8], name: &str) -> String {
    let mut text = String::new();
    ZipArchive::new(Cursor::new(file)).unwrap().by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn well_formed(file: &[u8]) {
    let mut archive = ZipArchive::new(Cursor::new(file)).unwrap();
    for n in 0..archive.len() {
        let mut text = String::new();
        archive.by_index(n).unwrap().read_to_string(&mut text).unwrap();
        roxmltree::Document::parse(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
    }
}

fn written(blocks: Vec<Block>) -> Vec<u8> {
    let file = word::write(&document(blocks), &format!("Page {} of {}", word::PAGE, word::PAGES)).unwrap();
    well_formed(&file);
    file
}

#[test]
fn every_kind_of_block_is_taken_and_the_same_document_has_the_same_bytes() {
    let all = || {
        let mut all = blocks(
            "# One\n\nWords **strong** and *soft* with a [link](https://example.org/?a=1&b=2).\n\n3. three\n4. four\n   - within\n\n> quoted\n\n| A | B |\n|---|---|\n| 1 | 2 |\n",
            2,
        );
        all.extend([
            Block::Mark("item_1".to_owned()),
            Block::Facts(vec![("Time".to_owned(), vec![Run::plain("10am")]), ("None".to_owned(), vec![])]),
            Block::List(
                Numbering::Labelled,
                vec![Item { label: Some("4.10".to_owned()), blocks: vec![Block::text("a clause"), Block::text("its end")] }, Item::default()],
            ),
            Block::Table {
                caption: Some("Actions <now>".to_owned()),
                columns: vec![("Who & what".to_owned(), 1.0), ("When".to_owned(), 2.0)],
                rows: vec![vec![Cell::from("a\nb\tc")]],
            },
            Block::Paragraph(Tone::Inset, vec![Run::plain("\u{0}\u{b}\u{ffff}")]),
            Block::NewPage,
            Block::Room(30.0),
        ]);
        all
    };
    let file = written(all());
    assert!(file == written(all()));
    let text = part(&file, "word/document.xml");
    assert!(text.contains(r#"<w:bookmarkStart w:id="1" w:name="item_1"/>"#) && text.contains("Who &amp; what"));
    assert_eq!(text.matches("<w:tblHeader/>").count(), 2, "the facts have no header");
    assert!(part(&file, "word/numbering.xml").contains(r#"<w:startOverride w:val="3"/>"#), "a list goes on where it was begun");
    assert!(part(&file, "word/_rels/document.xml.rels").contains("https://example.org/?a=1&amp;b=2"));
    let foot = part(&file, "word/footer1.xml");
    assert!(foot.contains("NUMPAGES") && foot.contains(" PAGE ") && foot.contains(">Page <"), "{foot}");
    assert!(part(&file, "docProps/core.xml").contains("2007-01-18T10:00:00Z"));
}

#[test]
fn an_empty_document_is_a_file_too() {
    let text = part(&written(Vec::new()), "word/document.xml");
    assert!(text.contains("Heading1") && text.contains("West Kent Partnership"));
}

/// A file as Word would write it, from what stands in its body.
fn foreign(body: &str) -> Vec<u8> {
    use std::io::Write as _;
    let mut file = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let text = format!(r#"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>"#);
    for (name, content) in [("[Content_Types].xml", "<Types/>"), ("word/document.xml", text.as_str())] {
        file.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        file.write_all(content.as_bytes()).unwrap();
    }
    file.finish().unwrap().into_inner()
}

#[test]
fn what_was_written_for_word_is_read_back_as_it_was_typed() {
    let typed = "# Bids\n\nWords **strong**, *soft* and a [link](<https://example.org/?a=1&b=2>), 3 * 4 < 5.\\\nAnother line.\n\n1. one\n2. two\n   - within\n\n- a dot\n\n> quoted\n\n| A | B |\n|---|---|\n| 1 | 2 |";
    let text = word::read(&written(blocks(typed, 3))).unwrap();
    let rest: Vec<Block> = text.blocks.into_iter().skip(2).collect();
    let again = documents::markdown(&rest, 3);
    assert_eq!(again, typed.replace("3 * 4 < 5", "3 \\* 4 \\< 5"));
    assert_eq!(documents::markdown(&blocks(&again, 3), 3), again);
}

#[test]
fn marks_are_found_again_where_they_stood() {
    let all = vec![Block::Mark("item_1".to_owned()), Block::heading(2, "1. Bids"), Block::text("words"), Block::Mark("end".to_owned())];
    let back = word::read(&written(all.clone())).unwrap().blocks;
    assert_eq!(back[2..], all);
}

#[test]
fn tracked_changes_are_read_as_accepted_and_what_is_no_text_is_counted() {
    let file = foreign(concat!(
        r#"<w:p><w:r><w:t>It was </w:t></w:r><w:del><w:r><w:delText>32</w:delText></w:r></w:del><w:ins><w:r><w:t>33</w:t></w:r></w:ins>"#,
        r#"<w:r><w:footnoteReference w:id="1"/><w:drawing/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:commentReference/></w:r></w:p>"#,
        r#"<w:p><w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>plain</w:t></w:r></w:p><w:p/>"#,
    ));
    let text = word::read(&file).unwrap();
    assert_eq!(text.blocks, [Block::text("It was 33"), Block::text("plain")]);
    assert_eq!((text.tracked, text.footnotes, text.drawn, text.comments), (2, 1, 1, 1));
}

#[test]
fn a_hostile_file_is_refused_and_says_why() {
    use documents::upload::Unfit;
    assert_eq!(word::read(b""), Err(Unfit::Empty));
    assert_eq!(word::read(b"%PDF-1.7"), Err(Unfit::Unknown));
    assert_eq!(word::read(b"<html>"), Err(Unfit::Unknown));
    assert_eq!(word::read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), Err(Unfit::Older));
    let file = foreign("");
    assert_eq!(word::read(&file[..file.len() / 2]), Err(Unfit::Broken));
    assert_eq!(word::read(&foreign("<w:p>")), Err(Unfit::Broken));
    assert_eq!(word::read(&foreign(&"<w:p/>".repeat(1_600_000))), Err(Unfit::Bomb));
    assert_eq!(word::read(&foreign(&" ".repeat(30_000_000))), Err(Unfit::Bomb));
    let bomb = r#"<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document xmlns:w="w"><w:body>&b;</w:body></w:document>"#;
    let mut with_entities = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in [("[Content_Types].xml", "<Types/>"), ("word/document.xml", bomb)] {
        use std::io::Write as _;
        with_entities.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        with_entities.write_all(content.as_bytes()).unwrap();
    }
    assert_eq!(word::read(&with_entities.finish().unwrap().into_inner()), Err(Unfit::Broken));
    // Tables within tables a thousand deep are read without a fall.
    let deep = format!("{}<w:p><w:r><w:t>x</w:t></w:r></w:p>{}", "<w:tbl><w:tr><w:tc>".repeat(1000), "</w:tc></w:tr></w:tbl>".repeat(1000));
    assert!(word::read(&foreign(&deep)).is_ok());
    let boxes = format!("{}{}", "<w:sdt>".repeat(50_000), "</w:sdt>".repeat(50_000));
    assert!(word::read(&foreign(&boxes)).is_ok());
    assert!(word::read(&foreign(&format!("<w:p>{boxes}</w:p>"))).is_ok());
}

proptest::proptest! {
    /// What somebody types in Word is typed in Markdown with the same words.
    #[test]
    fn whatever_words_come_from_word_they_are_the_same_words_in_markdown(text in "[ -~äé–\n]{1,60}") {
        let words = |blocks: &[Block]| documents::lines(blocks).into_iter().map(|line| line.words).collect::<Vec<_>>().join(" ");
        let block = [Block::text(text.trim())];
        let typed = documents::markdown(&block, 2);
        proptest::prop_assert_eq!(words(&blocks(&typed, 2)), words(&block), "{}", typed);
        proptest::prop_assert_eq!(documents::markdown(&blocks(&typed, 2), 2), typed);
    }
}
