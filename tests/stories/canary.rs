//! Nothing exempt leaks. Each exempt text carries a marker; a crawler visits every route of the table of contents with every
//! record of the database as every kind of visitor, reads pages, JSON, event streams, headers, letters, exports and the log,
//! and finds each marker only with those it belongs to.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;
use std::time::Duration;

use access::{Anyone, House, Problem, Routes, System};
use axum::Router;
use axum::body::Body;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse as _, Response};
use folkmoot::export::{Order, export};
use http::Request;
use jiff::civil::date;
use kernel::PaperId;
use store::{Read, args, sql};
use tower::ServiceExt as _;

use crate::pdf::Pdf;
use crate::scene::{Scene, addresses, minuted, scene, values};
use crate::world::{World, story};

/// Every marker of the test's exempt texts.
const MARKERS: [&str; 15] = [
    "CANARY-item-1",
    "CANARY-item-2",
    "CANARY-itemreason-1",
    "CANARY-notes-1",
    "CANARY-paper-1",
    "CANARY-summary-1",
    "CANARY-reason-1",
    "CANARY-recommendation-1",
    "CANARY-file-1",
    "CANARY-filename-1",
    "CANARY-motion-1",
    "CANARY-decision-1",
    "CANARY-action-1",
    "CANARY-answer-1",
    "CANARY-attachment-1",
];

/// What the secretariat has in hand before anybody else: mail that came in about an exempt action.
const IN_HAND: [&str; 2] = ["CANARY-answer-1", "CANARY-attachment-1"];

/// Which markers belong to whom among those who may meet any.
fn belongs(kind: &str, marker: &str) -> bool {
    match kind {
        "secretary" | "auditor" => true,
        // Whoever owes an action knows what it says, and what they wrote themselves.
        "owner of an action" => marker == "CANARY-action-1" || IN_HAND.contains(&marker),
        _ => !IN_HAND.contains(&marker),
    }
}

/// What the pages can be asked for besides their address: another day, words to be searched for, versions to be compared.
const ASKED: &str = "?as-at=2026-03-20&as_at=2026-03-20&on=2026-03-20&q=CANARY&shown=all&from=1&to=1&page=0&all=yes";

/// Who asks so.
const ASKING: [&str; 2] = ["anonymous", "member of another body"];

/// What stands in a Word file, which is packed: every part of it.
fn unpacked(bytes: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    for n in 0..archive.len() {
        let mut part = Vec::new();
        std::io::Read::read_to_end(&mut archive.by_index(n).unwrap(), &mut part).unwrap();
        text.push_str(&String::from_utf8_lossy(&part));
    }
    text
}

store::event!(LEAKED, "test.leaked");

/// A marker found where it does not belong.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Leak {
    marker: &'static str,
    reader: &'static str,
    place: String,
}

/// What a crawl found.
#[derive(Default)]
struct Crawl {
    leaks: BTreeSet<Leak>,
    /// Which markers each trusted kind of reader met: they are to be found by those they belong to.
    met: BTreeMap<&'static str, BTreeSet<&'static str>>,
    visits: usize,
    /// Addresses that answered with a page to somebody.
    shown: BTreeSet<String>,
    faults: BTreeSet<String>,
}

/// Reads a whole answer; of a stream of events what comes within a moment.
async fn read(response: Response) -> Vec<u8> {
    use futures_util::StreamExt as _;
    let stream = response.headers().get("content-type").is_some_and(|kind| kind.as_bytes().starts_with(b"text/event-stream"));
    let mut chunks = response.into_body().into_data_stream();
    let mut bytes = Vec::new();
    loop {
        let next = if stream { tokio::time::timeout(Duration::from_millis(300), chunks.next()).await.ok().flatten() } else { chunks.next().await };
        match next {
            Some(Ok(chunk)) => bytes.extend_from_slice(&chunk),
            _ => return bytes,
        }
    }
}

async fn crawl(world: &World, scene: &Scene, routes: Routes) -> Crawl {
    let values = values(&world.house, &routes, "GET").await;
    let mut readers = Vec::new();
    for reader in &scene.readers {
        readers.push((reader, reader.cookie(&world.house).await));
    }
    let table: Vec<_> = routes.table().iter().map(|line| (line.method, line.path.clone())).collect();
    let service: Router = web::layers(routes.into_router().with_state(world.house.clone()), &world.house);
    let mut crawl = Crawl::default();
    for (method, path) in table.iter().filter(|(method, _)| *method == "GET") {
        // A link works once for some acts: those who bear it look only.
        for address in addresses(path, &values) {
            // The bearer of a link is nobody else: with a session it would not be the link that shows.
            let by_link = path.contains("{token}");
            for (reader, cookie) in readers.iter().filter(|(_, cookie)| !by_link || cookie.is_none()) {
                for (accept, asked) in [("text/html", ""), ("application/json", ""), ("text/html", ASKED)] {
                    // What more a page answers when it is asked is asked by those who stand nearest to what they may not have.
                    if !asked.is_empty() && !ASKING.contains(&reader.kind) {
                        continue;
                    }
                    let mut request =
                        Request::builder().method(*method).uri(format!("{address}{asked}")).header("accept", accept).header("host", "127.0.0.1");
                    if let Some(cookie) = cookie {
                        request = request.header("cookie", cookie);
                    }
                    let response = service.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
                    let status = response.status().as_u16();
                    let mut text = format!("{:?}", response.headers());
                    let stirred = response.headers().get("content-type").is_some_and(|kind| kind.as_bytes().starts_with(b"text/event-stream"));
                    if stirred {
                        stir(world, scene).await;
                    }
                    let word = response.headers().get("content-type").is_some_and(|kind| kind.to_str().unwrap().contains("officedocument"));
                    let pdf = response.headers().get("content-type").is_some_and(|kind| kind == "application/pdf");
                    let bytes = read(response).await;
                    // What a file says is packed and set sign by sign.
                    if pdf {
                        text.push_str(&Pdf::read(&bytes).everything());
                    }
                    if word {
                        text.push_str(&unpacked(&bytes));
                    }
                    text.push_str(&String::from_utf8_lossy(&bytes));
                    crawl.visits += 1;
                    if status == 200 {
                        crawl.shown.insert(path.clone());
                    }
                    if status >= 500 {
                        crawl.faults.insert(format!("{status} {address} as {}", reader.kind));
                    }
                    for marker in MARKERS.into_iter().filter(|marker| text.contains(marker)) {
                        if reader.trusted && belongs(reader.kind, marker) {
                            crawl.met.entry(reader.kind).or_default().insert(marker);
                        } else {
                            crawl.leaks.insert(Leak {
                                marker,
                                reader: if by_link { "bearer of a link" } else { reader.kind },
                                place: format!("{accept} {path}{asked}"),
                            });
                        }
                    }
                }
            }
        }
    }
    crawl
}

/// Something exempt happens while a stream is open.
async fn stir(world: &World, scene: &Scene) {
    let story = System::named("story");
    let partnership = meetings::store::meeting(&mut world.read().await, scene.meeting).await.unwrap().partnership;
    let permit = story.permit::<meetings::rights::CallMeeting>(scene.meeting, partnership);
    let items = meetings::store::items(&mut world.read().await, scene.meeting).await.unwrap();
    let version = items.iter().find(|item| item.id == scene.item).unwrap().notes_version;
    // Once the meeting is over nothing more happens at it.
    let _ = meetings::acts::save_notes(&world.house, &permit, scene.item, version, &format!("CANARY-notes-1 the offer is low, {version}")).await;
}

/// The lines of the program's log that hold a marker.
static LOGGED: Mutex<Vec<String>> = Mutex::new(Vec::new());

struct Log;

impl std::io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let line = String::from_utf8_lossy(bytes);
        if line.contains("CANARY-") {
            LOGGED.lock().unwrap().push(line.into_owned());
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn listen_to_the_log() {
    let filter = folkmoot::command::log_filter("debug,hyper=info,hyper_util=info,reqwest=info");
    // The second story in this process listens with the first one's ears.
    let _ = tracing_subscriber::fmt().with_env_filter(filter).with_ansi(false).with_writer(|| Log).try_init();
}

/// The files under a folder that hold a marker, with the markers.
fn found_under(folder: &std::path::Path) -> BTreeMap<&'static str, BTreeSet<String>> {
    let mut found: BTreeMap<&'static str, BTreeSet<String>> = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = format!("{} {}", path.display(), String::from_utf8_lossy(&std::fs::read(&path).unwrap()));
            // A line of a letter may be broken with an equals sign.
            let text = text.replace("=\r\n", "").replace("=\n", "");
            for marker in MARKERS.into_iter().filter(|marker| text.contains(marker)) {
                found.entry(marker).or_default().insert(path.display().to_string());
            }
        }
    }
    found
}

sql!(
    LETTERS,
    "select address, subject, plain, coalesce(content_json, '') as content, coalesce(calendar_json, '') as calendar, links_json from letter order by id"
);

/// Every letter in full, as the database has it.
async fn letters(read: &mut Read) -> Vec<String> {
    read.each(&LETTERS, args![], |row| {
        let parts: Vec<String> =
            ["address", "subject", "plain", "content", "calendar", "links_json"].into_iter().map(|name| row.get(name)).collect::<Result<_, _>>()?;
        Ok(parts.join("\n"))
    })
    .await
    .unwrap()
}

async fn title(house: &House, paper: PaperId) -> Result<String, Problem> {
    Ok(matters::store::paper(&mut house.read().await?, paper).await?.title)
}

async fn leak_as_pdf(_: Anyone, State(house): State<House>, Path(paper): Path<PaperId>) -> Result<Response, Problem> {
    let document = documents::Document {
        title: "A list".to_owned(),
        about: String::new(),
        language: "en-GB".to_owned(),
        author: String::new(),
        made_at: house.now(),
        blocks: vec![documents::Block::text(title(&house, paper).await?)],
    };
    Ok(([("content-type", "application/pdf")], documents::pdf::write(&document, &|_, _| String::new())?.bytes).into_response())
}

async fn leak_as_word(_: Anyone, State(house): State<House>, Path(paper): Path<PaperId>) -> Result<Response, Problem> {
    let title = title(&house, paper).await?;
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let packed = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    writer.start_file("word/document.xml", packed).unwrap();
    std::io::Write::write_all(&mut writer, format!("{}<w:t>{title}</w:t>", "<w:p></w:p>".repeat(100)).as_bytes()).unwrap();
    let kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    Ok(([("content-type", kind)], writer.finish().unwrap().into_inner()).into_response())
}

async fn leak_in_a_header(_: Anyone, State(house): State<House>, Path(paper): Path<PaperId>) -> Result<Response, Problem> {
    Ok(([("x-paper", title(&house, paper).await?)], "nothing").into_response())
}

async fn leak_in_a_stream(_: Anyone, State(house): State<House>, Path(paper): Path<PaperId>) -> Result<Response, Problem> {
    Ok(([("content-type", "text/event-stream")], format!("data: {}\n\n", title(&house, paper).await?)).into_response())
}

async fn leak_when_asked(
    _: Anyone,
    State(house): State<House>,
    Path(paper): Path<PaperId>,
    Query(asked): Query<BTreeMap<String, String>>,
) -> Result<Response, Problem> {
    Ok(if asked.contains_key("q") { title(&house, paper).await?.into_response() } else { "nothing".into_response() })
}

async fn leak(_: Anyone, State(house): State<House>, Path(paper): Path<PaperId>) -> Result<Response, Problem> {
    Ok(title(&house, paper).await?.into_response())
}

story!(what_is_exempt_is_found_only_with_those_it_belongs_to, |world: World| async move {
    listen_to_the_log();
    let scene = scene(&world).await;
    let crawled = crawl(&world, &scene, folkmoot::routes::all()).await;
    assert!(crawled.leaks.is_empty(), "{:#?}", crawled.leaks);
    assert!(crawled.faults.is_empty(), "{:#?}", crawled.faults);
    assert!(crawled.visits > 1000, "only {} visits", crawled.visits);
    // Written up, cleared and circulated, some weeks later: the same again.
    minuted(&world, &scene).await;
    world.move_to(date(2026, 4, 7), 10, 0);
    let minuted = crawl(&world, &scene, folkmoot::routes::all()).await;
    assert!(minuted.leaks.is_empty(), "once minuted: {:#?}", minuted.leaks);
    assert!(minuted.faults.is_empty(), "once minuted: {:#?}", minuted.faults);
    // A test that sees nothing would see no leak either: those it belongs to find it.
    for kind in ["secretary", "chair", "member", "auditor"] {
        let met = crawled.met.get(kind).cloned().unwrap_or_default();
        for marker in ["CANARY-item-1", "CANARY-paper-1", "CANARY-file-1", "CANARY-motion-1", "CANARY-decision-1", "CANARY-action-1"] {
            assert!(met.contains(marker), "the {kind} does not find {marker}: {met:?}");
        }
        // Notes are the secretariat's, and theirs who clear them, until the minutes go round.
        assert_eq!(met.contains("CANARY-notes-1"), kind != "member", "the {kind} and the notes: {met:?}");
        assert!(minuted.met.get(kind).is_some_and(|met| met.contains("CANARY-notes-1")), "the {kind} does not find them in the minutes");
    }
    let met = minuted.met.get("former member who sat on the day").cloned().unwrap_or_default();
    for marker in ["CANARY-item-1", "CANARY-paper-1", "CANARY-file-1", "CANARY-decision-1", "CANARY-action-1"] {
        assert!(met.contains(marker), "who sat then no longer finds {marker}: {met:?}");
    }
    let letters = letters(&mut world.read().await).await;
    assert!(letters.len() > 3, "letters were written");
    let leaking: Vec<_> = letters.iter().filter(|letter| MARKERS.iter().any(|marker| letter.contains(marker))).collect();
    assert!(leaking.is_empty(), "in letters: {leaking:#?}");
    let sent = found_under(&world.folder.path().join("mail"));
    assert!(sent.is_empty(), "in sent letters: {sent:#?}");
    let logged = LOGGED.lock().unwrap().clone();
    assert!(logged.is_empty(), "in the log: {logged:#?}");
    // The administrator's way out holds all of it, and says so.
    let folder = world.folder.path().join("export");
    let manifest = export(&world.house, &Order { folder: folder.clone(), body: None, as_at: None, about: None }).await.unwrap();
    assert!(manifest.holds_exempt_matter);
    let exported = found_under(&folder);
    assert_eq!(exported.len(), MARKERS.len(), "{exported:#?}");
    assert!(!exported.values().flatten().any(|path| path.ends_with("manifest.json")));
});

story!(a_route_that_leaks_is_caught, |world: World| async move {
    let scene = scene(&world).await;
    let routes = Routes::new()
        .get("/leak/{paper}", leak)
        .get("/leak/{paper}/pdf", leak_as_pdf)
        .get("/leak/{paper}/word", leak_as_word)
        .get("/leak/{paper}/header", leak_in_a_header)
        .get("/leak/{paper}/stream", leak_in_a_stream)
        .get("/leak/{paper}/asked", leak_when_asked);
    let crawled = crawl(&world, &scene, routes).await;
    for way in ["", "/pdf", "/word", "/header", "/stream", "/asked"] {
        for reader in ["anonymous", "administrator", "member of another body", "member of another partnership", "owner of an action"] {
            if way == "/asked" && !ASKING.contains(&reader) {
                continue;
            }
            let caught = crawled.leaks.iter().any(|leak| {
                leak.marker == "CANARY-paper-1"
                    && leak.reader == reader
                    && leak.place.trim_end_matches(ASKED).ends_with(&format!("/leak/{{paper}}{way}"))
            });
            assert!(caught, "{way} to the {reader}: {:?}", crawled.leaks);
        }
    }
    // A letter is read as it lies in the database, and as it left.
    let story = System::named("story");
    let known = meetings::store::meeting(&mut world.read().await, scene.meeting).await.unwrap();
    let person = scene.reader("member of another body").person.unwrap();
    let permit = story.permit::<meetings::rights::CallMeeting>(scene.meeting, known.partnership);
    let mut w = world.house.write(permit.opening(&LEAKED)).await.unwrap();
    let due_at = w.now();
    mail::queue_letter(
        &mut w,
        mail::Letter {
            partnership: known.partnership,
            body: Some(known.body),
            person,
            address: "gwen@example.org".to_owned(),
            sender: "Wealdshire".to_owned(),
            purpose: "agenda".to_owned(),
            record: None,
            subject: "Papers".to_owned(),
            content: mail::Content::titled("Papers").say(title(&world.house, scene.paper).await.ok().unwrap()),
            due_at,
            calendar: None,
            class: None,
        },
    )
    .await
    .unwrap();
    w.close(store::Entry::about(scene.meeting.record(), "/")).await.unwrap();
    folkmoot::worker::work_off(&world.house).await.unwrap();
    assert!(letters(&mut world.read().await).await.iter().any(|letter| letter.contains("CANARY-paper-1")));
    assert!(found_under(&world.folder.path().join("mail")).contains_key("CANARY-paper-1"));
});
