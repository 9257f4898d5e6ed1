//! Documents as tagged PDF (PDF/UA-1).

mod draw;
mod flow;

use kernel::{Error, Result};

use crate::Sort;
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

/// How many pages a document takes, without writing it.
pub fn pages(document: &Document) -> usize {
    draw::pages(&flow::Flow::of(document))
}

/// A name plate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plate {
    /// The name, as large as it fits.
    pub name: String,
    /// What stands beneath it: the organisation, the seat.
    pub below: String,
}

/// Name plates on A4, one on each page, to be folded in the middle: the name stands on both halves, upright to whoever faces it.
///
/// # Errors
/// A fault when the file would not be what it claims to be.
pub fn plates(about: &Document, plates: &[Plate]) -> Result<Written> {
    draw::plates(about, plates).map_err(|error| Error::fault(format!("name plates could not be written: {error:?}")))
}

/// Why a picture does not become a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoPicture {
    /// It is damaged, or no picture.
    Unreadable,
    /// It has more points than are taken.
    TooLarge,
}

/// The most points that a picture may have: a sheet of A3 at 400 to the inch.
pub const MOST_POINTS: usize = 32_000_000;

/// A picture as a page: as large as A4 allows, upright or lying as the picture is, told by the document's title to whoever cannot
/// see it.
///
/// # Errors
/// Says why it does not become one.
pub fn picture(about: &Document, sort: Sort, bytes: Vec<u8>) -> Result<Written, NoPicture> {
    let size = imagesize::blob_size(&bytes).map_err(|_| NoPicture::Unreadable)?;
    if size.width.saturating_mul(size.height) > MOST_POINTS {
        return Err(NoPicture::TooLarge);
    }
    draw::picture(about, sort, bytes).ok_or(NoPicture::Unreadable)
}
