//! Packs on their way into a file. A pack is a function of what stands in it: bound once, it is kept under the hash of all that, and
//! bound anew as soon as anything in it is otherwise, such as a paper that has become exempt.

use std::collections::HashMap;
use std::io::BufWriter;

use ::store::Content;
use access::House;
use documents::join::{Binding, Entry, Failed, Joining, Sheet};
use documents::{Document, pdf};
use kernel::{Error, PaperId, Result};
use sha2::{Digest as _, Sha256};
use tokio::sync::Semaphore;
use web::words;

use crate::compose::{Imprint, sheet};
use crate::model::{Pack, Piece, Section, What};

/// One is bound at a time; whoever asks for the same meanwhile gets the one that was bound.
static ONE: Semaphore = Semaphore::const_new(1);

type Out = BufWriter<std::fs::File>;

/// The file of a pack.
///
/// # Errors
/// A fault when a paper of it cannot be joined, or the disk refuses.
pub(crate) async fn bound(house: &House, pack: Pack) -> Result<Content> {
    let key = key(&pack);
    let files = house.store.files();
    if let Some(content) = files.made(&key).await? {
        return Ok(content);
    }
    let _turn = ONE.acquire().await.map_err(Error::fault)?;
    if let Some(content) = files.made(&key).await? {
        return Ok(content);
    }
    let (making, file) = house.store.making()?;
    bind(house, pack, BufWriter::new(file)).await?;
    files.keep_made(&key, making).await?;
    files.made(&key).await?.ok_or_else(|| Error::fault("what was bound is gone"))
}

fn key(pack: &Pack) -> String {
    let digest = Sha256::digest(format!("{} {pack:?}", env!("CARGO_PKG_VERSION")).as_bytes());
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Sets a document without numbers at its foot: the stamp brings them.
///
/// # Errors
/// A fault when it cannot be set.
pub(crate) async fn set(document: Document) -> Result<pdf::Written> {
    tokio::task::spawn_blocking(move || pdf::write(&document, &|_, _| String::new())).await.map_err(Error::fault)?
}

/// How many pages a document takes.
///
/// # Errors
/// A fault when it cannot be told.
pub(crate) async fn pages(document: Document) -> Result<usize> {
    tokio::task::spawn_blocking(move || pdf::pages(&document)).await.map_err(Error::fault)
}

/// An item for the bookmarks: its papers, and where each begins among the pages after the front.
struct Begin {
    title: String,
    papers: Vec<(String, usize)>,
}

/// What was added so far.
struct Added {
    joining: Joining<Out>,
    sheets: Vec<(Sheet, String)>,
    outline: Vec<Entry>,
    first: HashMap<PaperId, Sheet>,
}

async fn bind(house: &House, pack: Pack, out: Out) -> Result<()> {
    let joining = Joining::into(out).map_err(Error::fault)?;
    let mut added = Added { joining, sheets: Vec::new(), outline: Vec::new(), first: HashMap::new() };
    let imprint = Imprint { partnership: pack.of.author.clone(), body: pack.of.about.clone(), made_at: pack.of.made_at };
    let mut begins: Vec<Begin> = Vec::new();
    for item in &pack.items {
        let mut papers = Vec::new();
        for piece in &item.pieces {
            papers.push((piece.title.clone(), added.sheets.len()));
            added = piece_added(house, &imprint, item, piece, added).await?;
        }
        begins.push(Begin { title: format!("{}. {}", item.number, item.title), papers });
    }
    // The front is set last, when it is known where its links lead, and bound first.
    let behind = std::mem::take(&mut added.sheets);
    let mut agenda_at = 0;
    for document in pack.front {
        agenda_at = added.sheets.len();
        added.outline.push(Entry { depth: 0, title: document.title.clone(), page: agenda_at });
        let written = set(document).await?;
        let (numbered, address, at) = (pack.numbered.clone(), pack.address.clone(), agenda_at);
        added =
            joined(added, written.bytes, move |n| numbered.label(at + n), |label| words("packs-stamp", &[("page", label)]), Some(address)).await?;
    }
    let front = added.sheets.len();
    added.sheets.extend(behind);
    for Begin { title, papers } in begins {
        added.outline.push(Entry { depth: 0, title, page: papers.first().map_or(agenda_at, |(_, at)| front + at) });
        added.outline.extend(papers.into_iter().map(|(title, at)| Entry { depth: 1, title, page: front + at }));
    }
    let Added { joining, sheets, outline, .. } = added;
    tokio::task::spawn_blocking(move || joining.bind(&Binding { of: &pack.of, sheets, outline }).map(drop))
        .await
        .map_err(Error::fault)?
        .map_err(Error::fault)
}

async fn piece_added(house: &House, imprint: &Imprint, item: &Section, piece: &Piece, added: Added) -> Result<Added> {
    let number = item.number.clone();
    let stamp = move |label: &str| words("packs-stamp-item", &[("page", label), ("item", &number)]);
    let (first, count) = (piece.first, piece.count);
    let before = added.sheets.len();
    let mut added = match (&piece.what, sheet::in_place(imprint, item, piece)) {
        (What::Paper(hash), _) => {
            let bytes = paper_content(house, hash).await?.whole().await?;
            let label = move |n: usize| (first + i64::try_from(n).unwrap_or(0)).to_string();
            joined(added, bytes, label, stamp, None).await?
        }
        (_, Some(document)) => {
            let label = move |_: usize| meetings::model::page_span(first, count);
            joined(added, set(document).await?.bytes, label, stamp, None).await?
        }
        (_, None) => added,
    };
    if let (What::Paper(_), Some((sheet, _))) = (&piece.what, added.sheets.get(before)) {
        added.first.insert(piece.paper, *sheet);
    }
    Ok(added)
}

/// A paper's PDF: kept, or made for a pack that has not gone out.
async fn paper_content(house: &House, hash: &str) -> Result<Content> {
    match house.store.files().content(hash).await {
        Err(Error::NotFound) => house.store.files().made(hash).await?.ok_or(Error::NotFound),
        found => found,
    }
}

/// Adds a file away from the pages, which must not wait for it.
async fn joined(
    mut added: Added,
    bytes: Vec<u8>,
    label: impl Fn(usize) -> String + Send + 'static,
    stamp: impl Fn(&str) -> String + Send + 'static,
    address: Option<String>,
) -> Result<Added> {
    tokio::task::spawn_blocking(move || {
        let first = std::mem::take(&mut added.first);
        let lead = |to: &str| {
            let paper = to.strip_prefix(address.as_deref()?)?.strip_prefix("/papers/")?;
            first.get(&paper.parse::<PaperId>().ok()?).copied()
        };
        let sheets = added.joining.add(bytes, &|n| stamp(&label(n)), &lead).map_err(|failed| match failed {
            Failed::Trouble(trouble) => Error::fault(format!("a file of a pack cannot be joined: {trouble:?}")),
            Failed::Disk(error) => Error::fault(error),
        })?;
        added.first = first;
        added.sheets.extend(sheets.into_iter().enumerate().map(|(n, sheet)| (sheet, label(n))));
        Ok(added)
    })
    .await
    .map_err(Error::fault)?
}

/// Keeps a PDF that was made for a pack which has not gone out, and answers its hash.
///
/// # Errors
/// A fault when the disk refuses.
pub(crate) async fn made(house: &House, bytes: &[u8]) -> Result<String> {
    use std::io::Write as _;
    let hash: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    let (making, mut file) = house.store.making()?;
    file.write_all(bytes).and_then(|()| file.flush()).map_err(Error::fault)?;
    house.store.files().keep_made(&hash, making).await?;
    Ok(hash)
}
