//! The files on their way to a reader.

pub(crate) mod documents;
pub(crate) mod edited;
pub(crate) mod editions;
pub(crate) mod pack;
pub(crate) mod read;
pub(crate) mod table;
pub(crate) mod write;

use ::documents::{Document, pdf, word};
use access::Problem;
use axum::response::Response;
use kernel::{Error, Result};
use meetings::model::Meeting;
use web::{Brand, Frame, Readers, words};

/// Sets a document away from the pages, which must not wait for it.
pub(crate) async fn set(document: Document) -> Result<pdf::Written> {
    let foot = |n: usize, of: usize| words("packs-foot", &[("page", &n.to_string()), ("pages", &of.to_string())]);
    tokio::task::spawn_blocking(move || pdf::write(&document, &foot)).await.map_err(Error::fault)?
}

/// What a reader wants a document as. A route names it, so that one handler serves every kind with one pass.
pub(crate) trait Kind: Send + 'static {
    /// What a server calls such a file.
    const MEDIA: &'static str;

    /// The document as such a file.
    fn write(document: Document) -> impl Future<Output = Result<Vec<u8>>> + Send;
}

/// PDF, to read and to print.
pub(crate) struct Pdf;

/// Word, to edit and to quote.
pub(crate) struct Word;

impl Kind for Pdf {
    const MEDIA: &'static str = "application/pdf";

    async fn write(document: Document) -> Result<Vec<u8>> {
        Ok(set(document).await?.bytes)
    }
}

impl Kind for Word {
    const MEDIA: &'static str = word::MEDIA;

    async fn write(document: Document) -> Result<Vec<u8>> {
        let foot = words("packs-foot", &[("page", word::PAGE), ("pages", word::PAGES)]);
        tokio::task::spawn_blocking(move || word::write(&document, &foot)).await.map_err(Error::fault)?
    }
}

/// A document as a file under its own title.
async fn send<K: Kind>(document: Document, readers: Readers) -> Result<Response, Problem> {
    let name = format!("{}, {}", document.about, document.title);
    let bytes = K::write(document).await?;
    let size = i64::try_from(bytes.len()).ok();
    Ok(web::download(&name, K::MEDIA, readers, bytes.into(), size))
}

/// The frame of a page about a meeting's papers, for those who sit there or for everybody.
fn framed(meeting: &Meeting, title: &str, public: bool) -> Frame {
    let home = format!("/partnerships/{}", meeting.partnership_slug);
    let back = if public { format!("/meetings/{}/public", meeting.id) } else { format!("/meetings/{}", meeting.id) };
    Frame::titled(words(title, &[("day", &meeting.day.to_string())]))
        .of(Brand { name: meeting.partnership_name.clone(), href: home.clone(), theme: None })
        .under(&meeting.partnership_name, home)
        .under(&meeting.body_name, format!("/bodies/{}", meeting.body_slug))
        .under(words("meeting-title", &[("day", &meeting.day.to_string())]), back)
}
