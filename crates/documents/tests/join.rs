//! Files of others joined into one: read back by another library, with nothing lost that is on a page and nothing kept that could act.

#![allow(missing_docs, clippy::unwrap_used, reason = "a test stops at the first thing that is not as it says")]

use documents::join::{Binding, Entry, Failed, Joining, MOST_PAGES, Sheet, Trouble, look};
use documents::{Block, Document, pdf};
use kernel::Instant;
use lopdf::content::{Content, Operation};
use lopdf::{Document as File, Object, ObjectId, Stream, dictionary};

fn cover() -> Document {
    Document {
        title: "Agenda and papers".to_owned(),
        about: "Board".to_owned(),
        language: "en-GB".to_owned(),
        author: "Partnership".to_owned(),
        made_at: Instant::from_seconds(1_769_114_400),
        blocks: vec![Block::Paragraph(documents::Tone::Plain, vec![documents::Run::link("Report", "folkmoot:2")])],
    }
}

/// A file as other programs write them: what pages share is inherited, some pages are turned, and links lead about.
struct Other {
    file: File,
    tree: ObjectId,
    pages: Vec<ObjectId>,
}

impl Other {
    fn of(texts: &[&str]) -> Self {
        let mut file = File::with_version("1.5");
        let tree = file.new_object_id();
        let mut pages = Vec::new();
        for text in texts {
            let operations = vec![
                Operation::new("BT", vec![]),
                Operation::new("Tf", vec!["F1".into(), 14.into()]),
                Operation::new("Td", vec![72.into(), 400.into()]),
                Operation::new("Tj", vec![Object::string_literal(*text)]),
                Operation::new("ET", vec![]),
            ];
            // Long enough to be worth packing.
            let content = [Content { operations }.encode().unwrap(), vec![b' '; 400]].concat();
            let mut stream = Stream::new(dictionary! {}, content);
            stream.compress().unwrap();
            let content = file.add_object(stream);
            pages.push(file.add_object(dictionary! { "Type" => "Page", "Parent" => tree, "Contents" => vec![content.into()], "StructParents" => 0 }));
        }
        Self { file, tree, pages }
    }

    fn page(&mut self, number: usize) -> &mut lopdf::Dictionary {
        self.file.get_dictionary_mut(self.pages[number]).unwrap()
    }

    fn bytes(mut self) -> Vec<u8> {
        let font = self.file.add_object(dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Times-Roman" });
        let kids: Vec<Object> = self.pages.iter().map(|id| (*id).into()).collect();
        let tree = dictionary! {
            "Type" => "Pages", "Count" => i64::try_from(kids.len()).unwrap(), "Kids" => kids,
            "Resources" => dictionary! { "Font" => dictionary! { "F1" => font } }, "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
        };
        self.file.objects.insert(self.tree, Object::Dictionary(tree));
        let script = dictionary! { "S" => "JavaScript", "JS" => Object::string_literal("app.alert('SCRIPT')") };
        let catalog = self.file.add_object(dictionary! { "Type" => "Catalog", "Pages" => self.tree, "OpenAction" => script });
        self.file.trailer.set("Root", catalog);
        let mut bytes = Vec::new();
        self.file.save_to(&mut bytes).unwrap();
        bytes
    }
}

/// Joins files; each page is stamped with its number.
fn joined(files: Vec<Vec<u8>>) -> File {
    let mut joining = Joining::into(Vec::new()).unwrap();
    let mut sheets: Vec<Sheet> = Vec::new();
    for file in files {
        let first = sheets.len();
        let stamp = |n: usize| format!("Page {} · item 5", first + n + 1);
        sheets.extend(joining.add(file, &stamp, &|_| None).unwrap());
    }
    let outline = vec![
        Entry { depth: 0, title: "5. Bids – Łódź".to_owned(), page: 0 },
        Entry { depth: 1, title: "Report".to_owned(), page: 1 },
        Entry { depth: 0, title: "6. Dates".to_owned(), page: 1 },
    ];
    let labelled = sheets.iter().enumerate().map(|(n, sheet)| (*sheet, (n + 1).to_string())).collect();
    let bytes = joining.bind(&Binding { of: &cover(), sheets: labelled, outline }).unwrap();
    File::load_mem(&bytes).unwrap()
}

fn words(file: &File, page: u32) -> String {
    file.extract_text(&[page]).unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn whole(file: &File) -> String {
    format!("{:?}", file.objects)
}

#[test]
fn every_page_comes_in_its_order_with_its_words_and_its_stamp() {
    let file = joined(vec![Other::of(&["alpha", "beta"]).bytes(), Other::of(&["gamma"]).bytes()]);
    assert_eq!(file.get_pages().len(), 3);
    for (n, text) in [(1, "alpha"), (2, "beta"), (3, "gamma")] {
        let said = words(&file, n);
        assert!(said.contains(text) && said.contains(&format!("Page {n} · item 5")), "{said}");
    }
}

#[test]
fn what_a_page_inherited_is_its_own_and_what_was_drawn_stays_packed() {
    let file = joined(vec![Other::of(&["alpha"]).bytes()]);
    let page = file.get_dictionary(file.get_pages()[&1]).unwrap();
    assert!(page.get(b"MediaBox").is_ok() && page.get(b"StructParents").is_err());
    let fonts = page.get(b"Resources").unwrap().as_dict().unwrap().get(b"Font").unwrap().as_dict().unwrap();
    assert!(fonts.get(b"F1").is_ok() && fonts.get(b"FolkmootStamp").is_ok());
    let parts = page.get(b"Contents").unwrap().as_array().unwrap();
    let part = |n: usize| file.get_object(parts[n].as_reference().unwrap()).unwrap().as_stream().unwrap();
    assert_eq!((parts.len(), part(0).content.as_slice()), (3, b"q".as_slice()));
    assert_eq!(part(1).dict.get(b"Filter").unwrap().as_name().unwrap(), b"FlateDecode");
    assert!(part(2).content.starts_with(b"Q\n/Artifact"));
}

#[test]
fn a_turned_page_is_stamped_upright() {
    let mut other = Other::of(&["wide", "whole"]);
    other.page(0).set("Rotate", 90);
    other.page(0).set("CropBox", vec![10.into(), 20.into(), 300.into(), 700.into()]);
    let file = joined(vec![other.bytes()]);
    let page = file.get_pages()[&1];
    assert_eq!(file.get_dictionary(page).unwrap().get(b"Rotate").unwrap().as_i64().unwrap(), 90);
    let content = String::from_utf8_lossy(&file.get_page_content(page)).into_owned();
    assert!(content.contains("q 0 1 -1 0 300 20 cm"), "{content}");
}

#[test]
fn the_outline_nests_and_the_pages_bear_their_numbers() {
    let file = joined(vec![Other::of(&["alpha", "beta"]).bytes()]);
    let catalog = file.catalog().unwrap();
    let outlines = file.dereference(catalog.get(b"Outlines").unwrap()).unwrap().1.as_dict().unwrap();
    let first = file.dereference(outlines.get(b"First").unwrap()).unwrap().1.as_dict().unwrap();
    let title = |entry: &lopdf::Dictionary| lopdf::decode_text_string(entry.get(b"Title").unwrap()).unwrap();
    assert_eq!(title(first), "5. Bids – Łódź");
    let child = file.dereference(first.get(b"First").unwrap()).unwrap().1.as_dict().unwrap();
    assert_eq!(title(child), "Report");
    assert_eq!(child.get(b"Dest").unwrap().as_array().unwrap()[0].as_reference().unwrap(), file.get_pages()[&2]);
    let next = file.dereference(first.get(b"Next").unwrap()).unwrap().1.as_dict().unwrap();
    assert_eq!(title(next), "6. Dates");
    let labels = catalog.get(b"PageLabels").unwrap().as_dict().unwrap().get(b"Nums").unwrap().as_array().unwrap();
    assert_eq!(labels.len(), 4);
    assert_eq!(lopdf::decode_text_string(catalog.get(b"Lang").unwrap()).unwrap(), "en-GB");
}

#[test]
fn links_keep_their_aim_and_nothing_that_could_act_comes_along() {
    let mut other = Other::of(&["alpha", "beta"]);
    let rect = || Object::Array(vec![0.into(), 0.into(), 10.into(), 10.into()]);
    let script = || dictionary! { "S" => "JavaScript", "JS" => Object::string_literal("SCRIPT") };
    let second = other.pages[1];
    let annotations = vec![
        dictionary! { "Subtype" => "Link", "Rect" => rect(), "A" => dictionary! { "S" => "URI", "URI" => Object::string_literal("https://example.org/a") } },
        dictionary! { "Subtype" => "Link", "Rect" => rect(), "Dest" => vec![second.into(), "Fit".into()] },
        dictionary! { "Subtype" => "Link", "Rect" => rect(), "A" => script() },
        dictionary! { "Subtype" => "Link", "Rect" => rect(), "A" => dictionary! { "S" => "Launch", "F" => Object::string_literal("LAUNCH.exe") } },
        dictionary! { "Subtype" => "Link", "Rect" => rect(), "A" => dictionary! { "S" => "URI", "URI" => Object::string_literal("javascript:SCRIPT") } },
        dictionary! { "Subtype" => "FileAttachment", "Rect" => rect(), "Contents" => Object::string_literal("ATTACHED") },
        dictionary! { "Subtype" => "Widget", "Rect" => rect(), "AA" => dictionary! { "E" => script() }, "AP" => dictionary! {} },
    ];
    let annotations: Vec<Object> = annotations.into_iter().map(Object::Dictionary).collect();
    other.page(0).set("Annots", annotations);
    other.page(0).set("AA", dictionary! { "O" => script() });
    let file = joined(vec![other.bytes()]);
    let kept = file.get_page_annotations(file.get_pages()[&1]).unwrap();
    assert_eq!(kept.len(), 3, "{kept:?}");
    assert_eq!(kept[1].get(b"Dest").unwrap().as_array().unwrap()[0].as_reference().unwrap(), file.get_pages()[&2]);
    let whole = whole(&file);
    for left in ["SCRIPT", "LAUNCH", "ATTACHED", "JavaScript", "OpenAction"] {
        assert!(!whole.contains(left), "{left}: {whole}");
    }
}

#[test]
fn our_own_pages_lead_to_others_and_claim_nothing_for_the_whole() {
    let mut joining = Joining::into(Vec::new()).unwrap();
    let papers = joining.add(Other::of(&["one", "two", "three"]).bytes(), &|_| "p".to_owned(), &|_| None).unwrap();
    let front = pdf::write(&cover(), &|_, _| String::new()).unwrap().bytes;
    let lead = |address: &str| address.strip_prefix("folkmoot:").and_then(|n| papers.get(n.parse::<usize>().ok()?).copied());
    let front = joining.add(front, &|_| "Page 1".to_owned(), &lead).unwrap();
    let sheets: Vec<(Sheet, String)> = front.into_iter().chain(papers).map(|sheet| (sheet, String::new())).collect();
    let bytes = joining.bind(&Binding { of: &cover(), sheets, outline: Vec::new() }).unwrap();
    let file = File::load_mem(&bytes).unwrap();
    let link = file.get_page_annotations(file.get_pages()[&1]).unwrap()[0];
    assert_eq!(link.get(b"Dest").unwrap().as_array().unwrap()[0].as_reference().unwrap(), file.get_pages()[&4]);
    assert!(file.catalog().unwrap().get(b"StructTreeRoot").is_err() && file.catalog().unwrap().get(b"MarkInfo").is_err());
    assert!(!String::from_utf8_lossy(&bytes).contains("pdfuaid"));
}

#[test]
fn a_hidden_layer_stays_hidden() {
    let mut other = Other::of(&["alpha"]);
    let layer = other.file.add_object(dictionary! { "Type" => "OCG", "Name" => Object::string_literal("Draft") });
    let properties = dictionary! { "Properties" => dictionary! { "L1" => layer } };
    other.page(0).set("Resources", properties);
    let usual = dictionary! { "OFF" => vec![layer.into()] };
    let mut file = File::load_mem(&other.bytes()).unwrap();
    let root = file.trailer.get(b"Root").unwrap().as_reference().unwrap();
    file.get_dictionary_mut(root).unwrap().set("OCProperties", dictionary! { "OCGs" => vec![layer.into()], "D" => usual });
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).unwrap();
    let file = joined(vec![bytes]);
    let layers = file.catalog().unwrap().get(b"OCProperties").unwrap().as_dict().unwrap();
    let off = layers.get(b"D").unwrap().as_dict().unwrap().get(b"OFF").unwrap().as_array().unwrap();
    assert_eq!((off.len(), layers.get(b"OCGs").unwrap().as_array().unwrap().len()), (1, 1));
}

#[test]
fn what_cannot_be_joined_says_why() {
    let good = Other::of(&["alpha", "beta", "gamma"]).bytes();
    assert_eq!(look(good.clone()).unwrap().pages, 3);
    assert_eq!(look(Vec::new()), Err(Trouble::Unreadable));
    assert_eq!(look(b"<html>".to_vec()), Err(Trouble::Unreadable));
    // A third of its bytes is missing: its pages would be, too.
    assert!(look(good[..good.len() * 2 / 3].to_vec()).is_err());
    let many = Other::of(&vec![""; MOST_PAGES + 1]).bytes();
    assert_eq!(look(many), Err(Trouble::TooLong(MOST_PAGES + 1)));
    let mut none = Other::of(&[]);
    none.pages.clear();
    assert_eq!(look(none.bytes()), Err(Trouble::Unreadable));
}

#[test]
fn a_file_that_opens_with_a_password_only_is_locked() {
    let mut file = File::load_mem(&Other::of(&["secret"]).bytes()).unwrap();
    file.trailer.set("ID", vec![Object::string_literal("0123456789abcdef"), Object::string_literal("0123456789abcdef")]);
    let version = lopdf::EncryptionVersion::V2 {
        document: &file,
        owner_password: "owner",
        user_password: "user",
        key_length: 128,
        permissions: lopdf::Permissions::all(),
    };
    let state = lopdf::EncryptionState::try_from(version).unwrap();
    file.encrypt(&state).unwrap();
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).unwrap();
    assert_eq!(look(bytes), Err(Trouble::Locked));
}

#[test]
fn a_tree_of_pages_that_holds_itself_and_references_in_a_ring_end() {
    let mut other = Other::of(&["alpha"]);
    let ring = other.file.new_object_id();
    other.file.objects.insert(ring, Object::Dictionary(dictionary! { "Next" => ring, "Other" => vec![ring.into()] }));
    other.page(0).set("Resources", dictionary! { "ExtGState" => dictionary! { "G" => ring } });
    let tree = other.tree;
    let mut file = File::load_mem(&other.bytes()).unwrap();
    let kids = file.get_dictionary_mut(tree).unwrap().get_mut(b"Kids").unwrap().as_array_mut().unwrap();
    kids.push(tree.into());
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).unwrap();
    assert_eq!(look(bytes).unwrap().pages, 1);
}

#[test]
fn a_disk_that_refuses_is_no_fault_of_the_file() {
    struct Full;
    impl std::io::Write for Full {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(std::io::Error::other("full"))
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    assert!(Joining::into(Full).is_err());
    struct After(usize);
    impl std::io::Write for After {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0 = self.0.checked_sub(bytes.len()).ok_or_else(|| std::io::Error::other("full"))?;
            Ok(bytes.len())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let mut joining = Joining::into(After(400)).unwrap();
    let failed = joining.add(Other::of(&["alpha"]).bytes(), &|_| String::new(), &|_| None);
    assert!(matches!(failed, Err(Failed::Disk(_))));
}
