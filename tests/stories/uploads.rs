//! What people send as papers: taken in every form that offices use, and refused in plain words beside the field where it cannot be.

use std::io::{Cursor, Write as _};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use access::{House, Settings, System};
use kernel::{BodyId, Error, PartnershipId};
use matters::model::{NewPaper, Paper, SentFile};
use workshop::{Limits, Office, Tools};
use zip::write::{SimpleFileOptions, ZipWriter};

use crate::pdf::{self, Pdf};
use crate::scene::scene;
use crate::visitor::{Visitor, hidden};
use crate::world::{World, story};

struct Desk {
    house: House,
    partnership: PartnershipId,
    body: BodyId,
    slug: String,
    officer: Visitor,
    member: Visitor,
}

impl Desk {
    async fn of(world: &World) -> Self {
        let scene = scene(world).await;
        let meeting = meetings::store::meeting(&mut world.read().await, scene.meeting).await.unwrap();
        let visitor = async |kind| Visitor::signed_in(&world.house, &world.address, scene.reader(kind).person.unwrap()).await;
        Self {
            house: world.house.clone(),
            partnership: meeting.partnership,
            body: meeting.body,
            slug: meeting.body_slug,
            officer: visitor("secretary").await,
            member: visitor("member").await,
        }
    }

    /// Lodges a file with these tools at hand: the codes of what was refused, or the paper.
    async fn lodge(&self, tools: &Tools, name: &str, content: Vec<u8>) -> Result<Paper, Vec<String>> {
        let settings = Settings { tools: tools.clone(), ..(*self.house.settings).clone() };
        let house = House { store: self.house.store.clone(), settings: Arc::new(settings) };
        let mut incoming = house.store.incoming().await.unwrap();
        incoming.take(&content).await.unwrap();
        let file = SentFile { name: name.to_owned(), content: incoming.end().await.unwrap() };
        let permit = System::named("story").permit(self.body, self.partnership);
        match matters::acts::lodge_paper(&house, &permit, NewPaper::titled(name), Some(file)).await {
            Ok(paper) => Ok(matters::store::paper(&mut house.read().await.unwrap(), paper).await.unwrap()),
            Err(Error::Refused(findings)) => {
                assert!(findings.iter().all(|finding| finding.field.as_deref() == Some("file")), "beside the field: {findings:?}");
                Err(findings.iter().map(|finding| finding.code.clone()).collect())
            }
            Err(other) => panic!("{name}: {other}"),
        }
    }
}

fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(content.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn types(parts: &[(&str, &str)]) -> String {
    let overrides = parts
        .iter()
        .map(|(part, kind)| format!("<Override PartName=\"/{part}\" ContentType=\"application/vnd.openxmlformats-officedocument.{kind}+xml\"/>"));
    format!(
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" \
         ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>{}</Types>",
        overrides.collect::<String>()
    )
}

fn leads(kind: &str, target: &str) -> String {
    format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" \
         Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" Target=\"{target}\"/></Relationships>"
    )
}

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

fn docx(words: &str) -> Vec<u8> {
    let text = format!(
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:body></w:document>"
    );
    archive(&[
        ("[Content_Types].xml", &types(&[("word/document.xml", "wordprocessingml.document.main")])),
        ("_rels/.rels", &leads("officeDocument", "word/document.xml")),
        ("word/document.xml", &text),
    ])
}

fn xlsx(words: &str) -> Vec<u8> {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let book = format!(
        "<workbook xmlns=\"{main}\" xmlns:r=\"{RELATIONS}\"><sheets><sheet name=\"Budget\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
    );
    let sheet = format!(
        "<worksheet xmlns=\"{main}\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>{words}</t></is></c></row></sheetData></worksheet>"
    );
    archive(&[
        ("[Content_Types].xml", &types(&[("xl/workbook.xml", "spreadsheetml.sheet.main"), ("xl/worksheets/sheet1.xml", "spreadsheetml.worksheet")])),
        ("_rels/.rels", &leads("officeDocument", "xl/workbook.xml")),
        ("xl/workbook.xml", &book),
        ("xl/_rels/workbook.xml.rels", &leads("worksheet", "worksheets/sheet1.xml")),
        ("xl/worksheets/sheet1.xml", &sheet),
    ])
}

fn pptx(words: &str) -> Vec<u8> {
    let main = "http://schemas.openxmlformats.org/presentationml/2006/main";
    let shown = format!(
        "<p:presentation xmlns:p=\"{main}\" xmlns:r=\"{RELATIONS}\"><p:sldIdLst><p:sldId id=\"256\" r:id=\"rId1\"/></p:sldIdLst><p:sldSz cx=\"9144000\" cy=\"6858000\"/></p:presentation>"
    );
    let slide = format!(
        "<p:sld xmlns:p=\"{main}\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/>\
         <p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/><p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"T\"/><p:cNvSpPr txBox=\"1\"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>\
         <a:off x=\"1000000\" y=\"1000000\"/><a:ext cx=\"4000000\" cy=\"1000000\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/>\
         <a:p><a:r><a:t>{words}</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld></p:sld>"
    );
    archive(&[
        (
            "[Content_Types].xml",
            &types(&[("ppt/presentation.xml", "presentationml.presentation.main"), ("ppt/slides/slide1.xml", "presentationml.slide")]),
        ),
        ("_rels/.rels", &leads("officeDocument", "ppt/presentation.xml")),
        ("ppt/presentation.xml", &shown),
        ("ppt/_rels/presentation.xml.rels", &leads("slide", "slides/slide1.xml")),
        ("ppt/slides/slide1.xml", &slide),
    ])
}

fn odt(words: &str) -> Vec<u8> {
    let media = "application/vnd.oasis.opendocument.text";
    let manifest = format!(
        "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.2\"><manifest:file-entry \
         manifest:full-path=\"/\" manifest:media-type=\"{media}\"/><manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/></manifest:manifest>"
    );
    let text = format!(
        "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" \
         office:version=\"1.2\"><office:body><office:text><text:p>{words}</text:p></office:text></office:body></office:document-content>"
    );
    archive(&[("mimetype", media), ("META-INF/manifest.xml", &manifest), ("content.xml", &text)])
}

/// A picture of one point.
const PNG: &str =
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d4944415478da6364f8cf500f00038601805a347d6b0000000049454e44ae426082";

fn png() -> Vec<u8> {
    (0..PNG.len()).step_by(2).map(|at| u8::from_str_radix(&PNG[at..at + 2], 16).unwrap()).collect()
}

fn locked() -> Vec<u8> {
    use lopdf::{Document, EncryptionState, EncryptionVersion, Object, Permissions};
    let mut file = Document::load_mem(&pdf::pages(&["secret"])).unwrap();
    file.trailer.set("ID", vec![Object::string_literal("0123456789abcdef"), Object::string_literal("0123456789abcdef")]);
    let version =
        EncryptionVersion::V2 { document: &file, owner_password: "owner", user_password: "user", key_length: 128, permissions: Permissions::all() };
    let state = EncryptionState::try_from(version).unwrap();
    file.encrypt(&state).unwrap();
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).unwrap();
    bytes
}

/// A page that everybody inherits from, ten thousand times.
fn endless() -> Vec<u8> {
    let words = vec!["x"; 10_000];
    pdf::pages(&words)
}

/// An archive that says it is a Word file and unpacks to half a gigabyte of nothing.
fn bomb() -> Vec<u8> {
    let nothing = " ".repeat(100 * 1024 * 1024);
    let types = types(&[("word/document.xml", "wordprocessingml.document.main")]);
    let names = ["word/document.xml", "word/a.xml", "word/b.xml", "word/c.xml", "word/d.xml"];
    let parts: Vec<(&str, &str)> =
        std::iter::once(("[Content_Types].xml", types.as_str())).chain(names.map(|name| (name, nothing.as_str()))).collect();
    archive(&parts)
}

story!(office_files_and_pictures_become_pages_of_the_pack_and_come_back_as_they_were_sent, |world: World| async move {
    let desk = Desk::of(&world).await;
    let tools = Tools::found(None);
    assert!(tools.office.is_some(), "install libreoffice-writer-nogui, libreoffice-calc-nogui and libreoffice-impress-nogui");
    for (name, content) in [
        ("bids.docx", docx("Words of Writer")),
        ("budget.xlsx", xlsx("Words of Calc")),
        ("talk.pptx", pptx("Words of Impress")),
        ("note.odt", odt("Words of OpenDocument")),
        ("map.png", png()),
        ("plain.pdf", pdf::pages(&["Words of a PDF", "two"])),
    ] {
        let paper = desk.lodge(&tools, name, content.clone()).await.unwrap_or_else(|codes| panic!("{name}: {codes:?}"));
        assert_eq!(paper.file_pages, Some(if name == "plain.pdf" { 2 } else { 1 }), "{name}");
        let answer = desk.member.get(&format!("/papers/{}/file", paper.id)).await;
        assert_eq!((answer.status, answer.headers["content-type"].to_str().unwrap()), (200, "application/pdf"), "{name}");
        let words = Pdf::read(&answer.body).words();
        assert!(name == "map.png" || words.contains("Words of"), "{name}: {words}");
        // As it came it is for the secretariat: it may hold more than its pages show.
        let original = format!("/papers/{}/file/1/original", paper.id);
        let page = desk.officer.get(&format!("/papers/{}", paper.id)).await.text();
        assert_eq!(page.contains(&original), name != "plain.pdf", "{name}");
        assert_eq!(desk.officer.get(&original).await.body, content, "{name}");
        assert_ne!(desk.member.get(&original).await.status, 200, "{name}");
    }
});

story!(a_hostile_file_is_refused_in_a_plain_sentence_and_the_program_goes_on, |world: World| async move {
    let desk = Desk::of(&world).await;
    // Our reader in a process of its own, as an installation has it.
    let tools = Tools { program: Some(PathBuf::from(env!("CARGO_BIN_EXE_folkmoot"))), ..Tools::found(None) };
    let whole = pdf::pages(&["whole"]);
    assert_eq!(desk.lodge(&tools, "whole.pdf", whole.clone()).await.unwrap().file_pages, Some(1));
    let macros = archive(&[
        ("[Content_Types].xml", &types(&[("word/document.xml", "wordprocessingml.document.main")])),
        ("word/document.xml", "<x/>"),
        ("word/vbaProject.bin", "a program"),
    ]);
    let mut huge = png();
    huge[16..24].copy_from_slice(&[0, 1, 0x86, 0xa0, 0, 1, 0x86, 0xa0]);
    for (name, content, code) in [
        ("locked.pdf", locked(), "paper-file-locked"),
        ("cut.pdf", whole[..whole.len() / 2].to_vec(), "paper-file-broken"),
        ("begun.pdf", whole[..300].to_vec(), "paper-file-broken"),
        ("endless.pdf", endless(), "paper-file-too-long"),
        ("bomb.docx", bomb(), "paper-file-bomb"),
        ("macros.docx", macros, "paper-file-macros"),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 of 1997".to_vec(), "paper-file-older"),
        ("program.pdf", b"MZ\x90 a program".to_vec(), "paper-file-unknown"),
        ("page.pdf", b"<html><script>alert(1)</script>".to_vec(), "paper-file-unknown"),
        ("cut.docx", docx("cut")[..300].to_vec(), "paper-file-broken"),
        ("nothing.pdf", Vec::new(), "paper-file-empty"),
        ("huge.png", huge, "paper-picture-too-large"),
        ("broken.jpg", b"\xff\xd8\xff\xe0 and no more".to_vec(), "paper-file-broken"),
    ] {
        assert_eq!(desk.lodge(&tools, name, content).await, Err(vec![code.to_owned()]), "{name}");
    }
    // A reader that dies, and a LibreOffice that is none, are said as plainly.
    let dying = Tools { program: Some(PathBuf::from("/bin/false")), ..Tools::default() };
    assert_eq!(desk.lodge(&dying, "whole.pdf", whole).await, Err(vec!["paper-file-broken".to_owned()]));
    let none = Tools { office: Some(Office { path: PathBuf::from("/bin/false"), limits: workshop::CONVERSION }), ..Tools::default() };
    assert_eq!(desk.lodge(&none, "bids.docx", docx("words")).await, Err(vec!["paper-file-not-converted".to_owned()]));
    assert_eq!(desk.lodge(&Tools::default(), "bids.docx", docx("words")).await, Err(vec!["paper-file-no-office".to_owned()]));
    // In the browser the sentence stands beside the field, and what was typed stays.
    let path = format!("/bodies/{}/papers/new", desk.slug);
    let key = hidden(&desk.officer.get(&path).await.text(), "key").unwrap();
    let fields = [("key", key.as_str()), ("version", "0"), ("title", "Depot: the survey"), ("kind", "report")];
    let answer = desk.officer.upload(&path, &fields, "file", "locked.pdf", locked().into()).await.unwrap();
    let page = answer.text();
    assert_eq!(answer.status, 422, "{page}");
    assert!(page.contains("“locked.pdf” opens with a password only.") && page.contains("Depot: the survey"), "{page}");
    assert_eq!(desk.officer.get(&format!("/bodies/{}/papers", desk.slug)).await.status, 200);
});

story!(a_conversion_that_takes_more_time_or_memory_than_it_may_is_stopped_and_said, |world: World| async move {
    let desk = Desk::of(&world).await;
    let Some(office) = Office::found(None) else {
        eprintln!("no LibreOffice here: no conversion is stopped");
        return;
    };
    let within = |limits| Tools { office: Some(Office { limits, ..office.clone() }), ..Tools::default() };
    let words = "Words of a long paper. ".repeat(2_000);
    let brief = within(Limits { time: Duration::from_millis(40), ..workshop::CONVERSION });
    assert_eq!(desk.lodge(&brief, "bids.docx", docx(&words)).await, Err(vec!["paper-file-too-slow".to_owned()]));
    let narrow = within(Limits { megabytes: 60, ..workshop::CONVERSION });
    assert_eq!(desk.lodge(&narrow, "bids.docx", docx(&words)).await, Err(vec!["paper-file-broken-off".to_owned()]));
    // Whoever lodges it reads why beside the field, with nothing typed lost.
    let said = kernel::Finding::refuse("paper-file-broken-off").with("name", "bids.docx").with("megabytes", 60);
    let said = web::told(&said.into(), None).remove(0).text;
    assert_eq!(
        said,
        "“bids.docx” was not made into a PDF: that takes more than 60 MB of memory, or the file is damaged. Save it as a PDF and choose that."
    );
    // The next one is made, and nothing is left running of those that were stopped.
    assert!(desk.lodge(&within(workshop::CONVERSION), "bids.docx", docx(&words)).await.is_ok());
    // The same story may be running beside this one, so its own conversions are given their time.
    let left = || {
        let lines = std::fs::read_dir("/proc").into_iter().flatten().flatten().filter_map(|one| std::fs::read(one.path().join("cmdline")).ok());
        lines.map(|line| String::from_utf8_lossy(&line).into_owned()).filter(|line| line.contains("paper.docx") && line.contains("soffice")).count()
    };
    let until = std::time::Instant::now() + Duration::from_secs(120);
    while left() > 0 && std::time::Instant::now() < until {
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    assert_eq!(left(), 0);
});
