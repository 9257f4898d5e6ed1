//! Packs: how long one takes from papers that are kept already, and what memory; beside it `qpdf`, where the machine has it, joining the
//! same files and nothing more. All in a throw-away installation.

use std::path::Path;
use std::time::Duration;

use access::{House, System};
use axum::body::Body;
use bodies::model::{Audience, DocumentClass, NewPartnership, Openness};
use documents::{Block, Document};
use http::Request;
use kernel::{Error, MeetingId, Result, Word as _};
use matters::model::{NewPaper, SentFile};
use meetings::model::{Arrangements, NewItem};
use tower::ServiceExt as _;

use crate::config::Config;
use crate::{clock, open, serve};

/// How many uploads of how many pages.
const SIZES: [(usize, usize); 2] = [(5, 8), (25, 12)];

/// Measures and prints.
///
/// # Errors
/// A fault when the disk or the database refuses.
pub async fn packs() -> Result<()> {
    println!("{}, {}\n", env!("CARGO_PKG_VERSION"), if cfg!(debug_assertions) { "not optimised" } else { "optimised" });
    println!("| uploads | pages | bound | asked for again | at most in memory | bytes | qpdf, bare |\n|---|---|---|---|---|---|---|");
    for (uploads, pages) in SIZES {
        let folder = std::env::temp_dir().join(format!("folkmoot-bench-{}-{uploads}", std::process::id()));
        let line = one(&folder, uploads, pages).await;
        let _ = std::fs::remove_dir_all(&folder);
        println!("{}", line?);
    }
    Ok(())
}

/// A report of so many pages, of text as offices write it.
fn report(number: usize, pages: usize, made_at: kernel::Instant) -> Result<Vec<u8>> {
    let text =
        format!("Report {number}: the group has met, has weighed what was put before it, and reports on each of its objects in turn. ").repeat(6);
    let page = (0..6).map(|_| Block::text(text.clone()));
    let blocks = (0..pages).flat_map(|n| page.clone().chain((n + 1 < pages).then_some(Block::NewPage))).collect();
    let document = Document {
        title: format!("Report {number}"),
        about: "Board".to_owned(),
        language: "en-GB".to_owned(),
        author: "Partnership".to_owned(),
        made_at,
        blocks,
    };
    documents::pdf::write(&document, &|_, _| String::new()).map(|written| written.bytes)
}

async fn one(folder: &Path, uploads: usize, pages: usize) -> Result<String> {
    let house = open::open(&Config { data: folder.to_owned(), ..Config::default() }, false, clock::system(), clock::chance()).await?;
    let files: Vec<Vec<u8>> = (0..uploads).map(|number| report(number, pages, house.now())).collect::<Result<_>>()?;
    let meeting = sent(&house, &files).await?;
    let service = serve::service(&house);
    let address = format!("/meetings/{meeting}/public/pack.pdf");
    forget_peak();
    let (bound, size) = asked(&service, &address).await?;
    let peak = peak().map_or_else(|| "not known here".to_owned(), |bytes| format!("{} MB", bytes / 1_000_000));
    let (again, _) = asked(&service, &address).await?;
    let bare = qpdf(folder, &files)?.map_or_else(|| "not installed".to_owned(), |took| format!("{} ms", took.as_millis()));
    house.store.close().await;
    Ok(format!("| {uploads} | {} | {} ms | {} ms | {peak} | {size} | {bare} |", uploads * pages, bound.as_millis(), again.as_millis()))
}

/// An open board whose agenda has gone out with these papers.
async fn sent(house: &House, files: &[Vec<u8>]) -> Result<MeetingId> {
    let bench = System::named("bench");
    let new = NewPartnership { name: "Partnership".to_owned(), nation: "England and Wales".to_owned(), ..NewPartnership::default() };
    let (partnership, board) = bodies::acts::found_partnership(house, &bench.permit((), store::HOUSE), new).await?;
    for class in DocumentClass::ALL {
        let openness = Openness { class: *class, audience: Audience::Public, clause: None };
        bodies::acts::choose_openness(house, &bench.permit(board, partnership), &openness).await?;
    }
    let day = house.today().tomorrow().map_err(Error::fault)?;
    let plan = meetings::acts::Plan::ordinary(vec![day], Arrangements::default(), house.today());
    let meeting = *meetings::acts::plan(house, &bench.permit(board, partnership), &plan).await?.first().ok_or(Error::NotFound)?;
    for (number, bytes) in files.iter().enumerate() {
        let title = format!("Report {number}");
        let item = meetings::acts::add_item(house, &bench.permit(meeting, partnership), &NewItem::business(&title)).await?;
        let mut incoming = house.store.incoming().await?;
        incoming.take(bytes).await?;
        let file = SentFile { name: format!("{number}.pdf"), content: incoming.end().await? };
        let paper = NewPaper { meeting: Some(meeting), item: Some(item), ..NewPaper::titled(title) };
        matters::acts::lodge_paper(house, &bench.permit(board, partnership), paper, Some(file)).await?;
    }
    meetings::acts::send(house, &bench.permit(meeting, partnership), &meetings::acts::Sending::default()).await?;
    Ok(meeting)
}

/// How long an answer took, with its last byte, and how many bytes it was.
async fn asked(service: &axum::Router, address: &str) -> Result<(Duration, usize)> {
    let request = Request::builder().uri(address).header("host", "127.0.0.1").body(Body::empty()).map_err(Error::fault)?;
    let begun = super::now();
    let response = service.clone().oneshot(request).await.map_err(Error::fault)?;
    if response.status() != http::StatusCode::OK {
        return Err(Error::fault(format!("{address} answers {}", response.status())));
    }
    let bytes = axum::body::to_bytes(response.into_body(), usize::MAX).await.map_err(Error::fault)?;
    Ok((begun.elapsed(), bytes.len()))
}

/// The most memory that the program held since it was last forgotten, in bytes, where the system tells.
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches(" kB").parse::<u64>().ok().map(|kilobytes| kilobytes * 1024)
}

fn forget_peak() {
    // Only Linux has it; elsewhere the figure is not known anyway.
    let _ = std::fs::write("/proc/self/clear_refs", "5");
}

/// `qpdf` joining the same files. None where it is not installed.
fn qpdf(folder: &Path, files: &[Vec<u8>]) -> Result<Option<Duration>> {
    let mut places = Vec::new();
    for (number, bytes) in files.iter().enumerate() {
        let place = folder.join(format!("bench-{number}.pdf"));
        std::fs::write(&place, bytes).map_err(Error::fault)?;
        places.push(place);
    }
    let begun = super::now();
    let ran = std::process::Command::new("qpdf").args(["--empty", "--pages"]).args(&places).arg("--").arg(folder.join("bench.pdf")).status();
    match ran {
        Ok(status) if status.success() => Ok(Some(begun.elapsed())),
        Ok(status) => Err(Error::fault(format!("qpdf ends with {status}"))),
        Err(_) => Ok(None),
    }
}
