//! Documents as Word files (DOCX, ISO/IEC 29500), for those who want to edit, quote or mark up what the program writes.
//!
//! The same [`Document`] that is set as PDF: its headings are Word's headings, its lists and tables are Word's own, the header
//! of a table is repeated on each page, the language is said once for all, and the title is the file's.

mod body;
mod parts;
mod read;

pub use read::{Text, read};

use std::io::{Cursor, Write as _};

use kernel::{Error, Result};
use zip::write::{SimpleFileOptions, ZipWriter};

use crate::model::Document;

/// What a server calls a file of Word.
pub const MEDIA: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// Stands in the words of a foot where Word is to write the number of the page.
pub const PAGE: &str = "\u{e000}";
/// Stands in the words of a foot where Word is to write how many pages there are.
pub const PAGES: &str = "\u{e001}";

/// Writes a document for Word. `foot` stands beneath each page, with [`PAGE`] and [`PAGES`] where the numbers come. The same
/// document gives the same bytes.
///
/// # Errors
/// A fault when the file cannot be put together.
pub fn write(document: &Document, foot: &str) -> Result<Vec<u8>> {
    let body = body::Body::of(document);
    let files = [
        ("[Content_Types].xml", parts::CONTENT_TYPES.to_owned()),
        ("_rels/.rels", parts::PACKAGE.to_owned()),
        ("docProps/core.xml", parts::core(document)),
        ("word/document.xml", body.document()),
        ("word/_rels/document.xml.rels", parts::relations(&body.links)),
        ("word/styles.xml", parts::styles(&document.language)),
        ("word/numbering.xml", parts::numbering(&body.numbered)),
        ("word/settings.xml", parts::settings(&document.language)),
        ("word/footer1.xml", parts::footer(foot)),
    ];
    let mut file = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        file.start_file(name, SimpleFileOptions::default()).map_err(Error::fault)?;
        file.write_all(content.as_bytes()).map_err(Error::fault)?;
    }
    Ok(file.finish().map_err(Error::fault)?.into_inner())
}

/// Text as XML has it, without the signs that XML cannot hold.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c < ' ' && !matches!(c, '\t' | '\n') => {}
            c => out.push(c),
        }
    }
    out
}
