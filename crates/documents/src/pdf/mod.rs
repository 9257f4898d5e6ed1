//! Documents as tagged PDF (PDF/UA-1).

mod draw;
mod flow;

use kernel::{Error, Result};

use crate::model::Document;

/// A document as a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
}

/// What stands at the foot of a page, given its number and how many there are; nothing where another hand will number them.
pub type Foot<'a> = &'a dyn Fn(usize, usize) -> String;

/// Sets a document on A4. Its title, language, outline, headings, lists and tables are in the structure tree; what repeats on
/// each page is an artifact. The same document gives the same bytes.
///
/// # Errors
/// A fault when the file would not be what it claims to be.
pub fn write(document: &Document, foot: Foot<'_>) -> Result<Written> {
    let flow = flow::Flow::of(document);
    draw::draw(document, flow, foot).map_err(|error| Error::fault(format!("a PDF could not be written: {error:?}")))
}
