//! What we write is what it claims to be: read back by another library, the whole file says so.

#![allow(missing_docs, clippy::unwrap_used, reason = "a test stops at the first thing that is not as it says")]

use documents::{Block, Cell, Document, Item, Numbering, Run, Tone, blocks, pdf};
use kernel::Instant;
use lopdf::content::Content;
use lopdf::{Dictionary, Object};

fn document(blocks: Vec<Block>) -> Document {
    Document {
        title: "Minutes of the meeting on 18 January 2007".to_owned(),
        about: "West Kent Partnership".to_owned(),
        language: "en-GB".to_owned(),
        author: "Kent Partnership".to_owned(),
        made_at: Instant::from_seconds(1_169_114_400),
        blocks,
    }
}

fn whole() -> Document {
    let long = "The appraisal group had met and had appraised both of the projects that had been put before it. ".repeat(12);
    let mut all = vec![
        Block::Facts(vec![
            ("Time".to_owned(), vec![Run::plain("10am")]),
            ("Place".to_owned(), vec![Run::plain("Kings Hill")]),
            ("Left out".to_owned(), vec![]),
        ]),
        Block::heading(2, "1. Apologies"),
        Block::Paragraph(
            Tone::Plain,
            vec![
                Run::plain("See the "),
                Run::link("terms of reference, which are to be read on the site of the partnership by whoever wants to", "https://example.org/terms"),
                Run::plain(" and 王 Li’s note."),
            ],
        ),
        Block::List(
            Numbering::Labelled,
            vec![Item { label: Some("(a)".to_owned()), blocks: vec![Block::text("one")] }, Item::of(vec![Run::strong("two")])],
        ),
        Block::heading(2, "2. Bids"),
        Block::heading(3, "Small Business Ambassadors"),
        Block::Paragraph(Tone::Inset, vec![Run::strong("Agreed: "), Run::plain("the bid was approved.")]),
    ];
    all.extend(blocks(&long, 3));
    let row = |n: usize| vec![Cell::from(format!("Action {n}")), Cell::from(long.get(..90 + n).unwrap()), Cell::from("Wendy Wood")];
    all.push(Block::Table {
        caption: Some("Actions".to_owned()),
        columns: vec![("Action".to_owned(), 1.0), ("What".to_owned(), 2.0), ("Who".to_owned(), 1.0)],
        rows: (0..40).map(row).collect(),
    });
    document(all)
}

fn written(document: &Document) -> (lopdf::Document, usize) {
    let file = pdf::write(document, &|n, of| format!("Page {n} of {of}")).unwrap();
    (lopdf::Document::load_mem(&file.bytes).unwrap(), file.pages)
}

fn follow<'a>(file: &'a lopdf::Document, object: &'a Object) -> &'a Object {
    file.dereference(object).unwrap().1
}

fn dict<'a>(file: &'a lopdf::Document, object: &'a Object) -> &'a Dictionary {
    follow(file, object).as_dict().unwrap()
}

fn text(object: &Object) -> String {
    lopdf::decode_text_string(object).unwrap()
}

/// Every element of the structure tree in reading order: role, depth, its own dictionary.
fn elements<'a>(file: &'a lopdf::Document, at: &'a Object, depth: usize, found: &mut Vec<(String, usize, &'a Dictionary)>) {
    match follow(file, at) {
        Object::Array(all) => all.iter().for_each(|one| elements(file, one, depth, found)),
        Object::Dictionary(one) => {
            if let Ok(role) = one.get(b"S").and_then(Object::as_name) {
                found.push((String::from_utf8_lossy(role).into_owned(), depth, one));
            }
            if let Ok(kids) = one.get(b"K") {
                elements(file, kids, depth + 1, found);
            }
        }
        _ => {}
    }
}

fn tree(file: &lopdf::Document) -> Vec<(String, usize, &Dictionary)> {
    let mut found = Vec::new();
    let root = dict(file, file.catalog().unwrap().get(b"StructTreeRoot").unwrap());
    elements(file, root.get(b"K").unwrap(), 0, &mut found);
    found
}

fn roles(file: &lopdf::Document) -> Vec<String> {
    tree(file).into_iter().map(|(role, ..)| role).collect()
}

#[test]
fn it_says_its_title_its_language_and_what_it_claims() {
    let (file, _) = written(&whole());
    let catalog = file.catalog().unwrap();
    assert_eq!(text(catalog.get(b"Lang").unwrap()), "en-GB");
    assert!(dict(&file, catalog.get(b"MarkInfo").unwrap()).get(b"Marked").unwrap().as_bool().unwrap());
    assert!(dict(&file, catalog.get(b"ViewerPreferences").unwrap()).get(b"DisplayDocTitle").unwrap().as_bool().unwrap());
    let xmp = follow(&file, catalog.get(b"Metadata").unwrap()).as_stream().unwrap();
    let xmp = String::from_utf8_lossy(&xmp.get_plain_content().unwrap()).into_owned();
    assert!(xmp.contains("<pdfuaid:part>1</pdfuaid:part>") && xmp.contains("Minutes of the meeting on 18 January 2007"), "{xmp}");
}

#[test]
fn its_outline_has_every_heading_in_its_order() {
    let (file, _) = written(&whole());
    let mut titles = Vec::new();
    fn walk(file: &lopdf::Document, entry: &Dictionary, depth: usize, titles: &mut Vec<(usize, String)>) {
        let mut next = entry.get(b"First").ok();
        while let Some(one) = next {
            let one = dict(file, one);
            titles.push((depth, text(one.get(b"Title").unwrap())));
            walk(file, one, depth + 1, titles);
            next = one.get(b"Next").ok();
        }
    }
    walk(&file, dict(&file, file.catalog().unwrap().get(b"Outlines").unwrap()), 0, &mut titles);
    let titles: Vec<(usize, &str)> = titles.iter().map(|(depth, title)| (*depth, title.as_str())).collect();
    let expected = [(0, "Minutes of the meeting on 18 January 2007"), (1, "1. Apologies"), (1, "2. Bids"), (2, "Small Business Ambassadors")];
    assert_eq!(titles, expected);
}

#[test]
fn its_headings_nest() {
    let (file, _) = written(&whole());
    let levels: Vec<u32> = roles(&file).iter().filter_map(|role| role.strip_prefix('H')?.parse().ok()).collect();
    assert_eq!(levels, [1, 2, 2, 3]);
}

#[test]
fn every_mark_is_in_the_structure_tree_or_an_artifact() {
    let (file, pages) = written(&whole());
    assert!(pages > 2);
    let mut content_ids = 0;
    for id in file.get_pages().into_values() {
        let content = Content::decode(&file.get_page_content(id)).unwrap();
        let (mut open, mut seen) = (Vec::new(), 0);
        for operation in &content.operations {
            match operation.operator.as_str() {
                "BDC" | "BMC" => {
                    let name = String::from_utf8_lossy(operation.operands[0].as_name().unwrap()).into_owned();
                    assert!(open.is_empty(), "{name} within {open:?}");
                    content_ids += usize::from(name != "Artifact");
                    open.push(name);
                }
                "EMC" => drop(open.pop().unwrap()),
                "Tj" | "TJ" | "f" | "f*" | "S" | "B" | "Do" => {
                    assert!(!open.is_empty(), "{operation:?} is neither content nor artifact");
                    seen += 1;
                }
                _ => {}
            }
        }
        assert!(open.is_empty() && seen > 3);
        assert!(file.get_dictionary(id).unwrap().get(b"StructParents").is_ok());
    }
    // Each of them is somewhere in the tree.
    fn count(file: &lopdf::Document, at: &Object) -> usize {
        match follow(file, at) {
            Object::Integer(_) => 1,
            Object::Array(all) => all.iter().map(|one| count(file, one)).sum(),
            Object::Dictionary(one) if one.get(b"MCID").is_ok() => 1,
            Object::Dictionary(one) => one.get(b"K").map_or(0, |kids| count(file, kids)),
            _ => 0,
        }
    }
    let root = dict(&file, file.catalog().unwrap().get(b"StructTreeRoot").unwrap());
    assert_eq!(count(&file, root.get(b"K").unwrap()), content_ids);
}

#[test]
fn a_table_has_headers_with_scope_and_is_one_table_on_all_its_pages() {
    let (file, _) = written(&whole());
    let all = tree(&file);
    assert_eq!(all.iter().filter(|(role, ..)| role == "Table").count(), 2, "the facts, and the actions");
    assert_eq!(all.iter().filter(|(role, ..)| role == "THead").count(), 1, "repeated headers are artifacts");
    let scope = |one: &Dictionary| {
        let attributes = match follow(&file, one.get(b"A").unwrap()) {
            Object::Array(all) => all.iter().map(|one| dict(&file, one)).collect::<Vec<_>>(),
            other => vec![other.as_dict().unwrap()],
        };
        attributes.iter().find_map(|one| one.get(b"Scope").and_then(Object::as_name).ok()).map(|name| String::from_utf8_lossy(name).into_owned())
    };
    let scopes: Vec<String> = all.iter().filter(|(role, ..)| role == "TH").map(|(.., one)| scope(one).unwrap()).collect();
    assert_eq!(scopes.iter().filter(|scope| *scope == "Column").count(), 3);
    assert_eq!(scopes.iter().filter(|scope| *scope == "Row").count(), 2 + 40);
    assert!(all.iter().any(|(role, ..)| role == "Caption"));
}

#[test]
fn a_link_stands_in_its_sentence_with_its_words_and_its_address() {
    let (file, _) = written(&whole());
    let all = tree(&file);
    let link = all.iter().position(|(role, ..)| role == "Link").unwrap();
    assert_eq!(all[..link].iter().rev().find(|(_, depth, _)| *depth < all[link].1).unwrap().0, "P");
    let page = *file.get_pages().values().next().unwrap();
    let annotations = file.get_page_annotations(page).unwrap();
    assert_eq!(annotations.len(), 1, "one link is one annotation, on however many lines");
    assert!(annotations[0].get(b"StructParent").is_ok() && annotations[0].get(b"QuadPoints").is_ok());
    assert_eq!(text(annotations[0].get(b"Contents").unwrap()), "https://example.org/terms");
}

#[test]
fn a_list_has_labels_and_bodies() {
    let (file, _) = written(&whole());
    let roles = roles(&file).join(" ");
    assert!(roles.contains("L LI Lbl LBody P LI Lbl LBody P"), "{roles}");
}

#[test]
fn what_repeats_on_each_page_is_not_read_twice_and_what_cannot_be_set_is_still_meant() {
    let (file, _) = written(&whole());
    let first = *file.get_pages().values().next().unwrap();
    let content = Content::decode(&file.get_page_content(first)).unwrap();
    let meant = content.operations.iter().filter(|operation| operation.operator == "BDC").filter_map(|operation| {
        let properties = operation.operands[1].as_dict().ok()?;
        properties.get(b"ActualText").ok().map(text)
    });
    assert_eq!(meant.collect::<Vec<_>>(), ["王 "]);
}

#[test]
fn the_same_document_has_the_same_bytes() {
    let bytes = || pdf::write(&whole(), &|n, of| format!("Page {n} of {of}")).unwrap().bytes;
    assert!(bytes() == bytes());
}

#[test]
fn an_empty_document_a_row_higher_than_a_page_and_a_word_wider_than_a_line_are_set() {
    assert_eq!(written(&document(Vec::new())).1, 1);
    let high = Cell::from("many words ".repeat(2000));
    let wide = Cell::from("w".repeat(500));
    let columns = vec![("A".to_owned(), 1.0), ("B".to_owned(), 1.0)];
    let (_, pages) =
        written(&document(vec![Block::Table { caption: None, columns, rows: vec![vec![high, wide]] }, Block::NewPage, Block::text("end")]));
    assert!(pages > 3, "{pages}");
}
