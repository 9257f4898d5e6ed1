//! The files on their way to a reader.

pub(crate) mod documents;
pub(crate) mod editions;
pub(crate) mod pack;

use ::documents::{Document, pdf};
use access::Problem;
use axum::response::Response;
use kernel::{Error, Result};
use web::{Readers, words};

/// Sets a document away from the pages, which must not wait for it.
pub(crate) async fn set(document: Document) -> Result<pdf::Written> {
    let foot = |n: usize, of: usize| words("packs-foot", &[("page", &n.to_string()), ("pages", &of.to_string())]);
    tokio::task::spawn_blocking(move || pdf::write(&document, &foot)).await.map_err(Error::fault)?
}

/// A document as a PDF file under its own title.
async fn as_pdf(document: Document, readers: Readers) -> Result<Response, Problem> {
    let name = format!("{}, {}", document.about, document.title);
    let written = set(document).await?;
    let size = i64::try_from(written.bytes.len()).ok();
    Ok(web::download(&name, "application/pdf", readers, written.bytes.into(), size))
}
