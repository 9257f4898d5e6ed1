//! What stands in which document. Each room takes what a reader may have and says it in blocks.

pub(crate) mod actions;
pub(crate) mod agenda;
pub(crate) mod decisions;
pub(crate) mod minutes;
pub(crate) mod paper;
pub(crate) mod report;
pub(crate) mod sheet;
pub(crate) mod table;
pub(crate) mod terms;

use documents::{Block, Document, Run, Runs, Tone};
use kernel::{Hour, Instant};
use web::words;

/// English as it is written here.
pub(crate) const LANGUAGE: &str = "en-GB";

/// Whose a document is, and when what it says was so.
#[derive(Debug, Clone)]
pub(crate) struct Imprint {
    pub partnership: String,
    pub body: String,
    pub made_at: Instant,
}

impl Imprint {
    pub(crate) fn document(&self, title: String, blocks: Vec<Block>) -> Document {
        Document { title, about: self.body.clone(), language: LANGUAGE.to_owned(), author: self.partnership.clone(), made_at: self.made_at, blocks }
    }
}

fn fact(key: &str, value: impl Into<String>) -> (String, Runs) {
    (words(key, &[]), vec![Run::plain(value)])
}

fn plain(key: &str, args: &[(&str, &str)]) -> Block {
    Block::text(words(key, args))
}

fn quiet(key: &str, args: &[(&str, &str)]) -> Block {
    Block::quiet(words(key, args))
}

/// A warning, or a state that a reader must not overlook.
fn notice(text: String) -> Block {
    Block::Paragraph(Tone::Inset, vec![Run::strong(text)])
}

/// "10am to 12:30pm", as far as it is known.
pub(crate) fn hours(from: Option<Hour>, until: Option<Hour>) -> String {
    match (from, until) {
        (Some(from), Some(until)) => web::spelling::span(from, until),
        (Some(from), None) => web::spelling::hour(from),
        (None, _) => String::new(),
    }
}
