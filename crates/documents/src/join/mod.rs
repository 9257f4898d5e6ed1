//! Pages of many files as one file.
//!
//! Uploaded files are taken as they are: what is on a page is copied packed as it came, never unpacked or drawn anew, and each
//! page is stamped. One file is in memory at a time. What could act (scripts, actions, attachments) and what belongs to the
//! other file's structure is left behind; a joined file claims no conformance that its parts may not have.

mod copy;
mod stamp;
mod write;

use std::io::Write;

use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use crate::model::Document;
use write::Objects;

/// Why a file cannot be joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// It opens with a password only.
    Locked,
    /// It is damaged, or no PDF.
    Unreadable,
    /// It has more pages than are taken.
    TooLong(usize),
}

/// The most pages that are taken of one file.
pub const MOST_PAGES: usize = 2_000;

/// What was seen of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Looked {
    /// How many pages it has.
    pub pages: usize,
}

/// A page of the joined file.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sheet {
    id: u32,
    top: f32,
}

/// An entry of the outline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// How deep it stands; 0 at the top.
    pub depth: usize,
    /// Its words.
    pub title: String,
    /// Where it leads: the place among all pages, from 0.
    pub page: usize,
}

/// How the pages are bound.
#[derive(Debug, Clone)]
pub struct Binding<'a> {
    /// Title, language and whose it is; its blocks are not asked for.
    pub of: &'a Document,
    /// The pages in their order, each with the number that stands on it: `37`, `12–20`.
    pub sheets: Vec<(Sheet, String)>,
    /// The outline, in reading order.
    pub outline: Vec<Entry>,
}

/// Looks at a file as joining it would: every part that its pages need is read.
///
/// # Errors
/// Says why it cannot be joined.
pub fn look(file: Vec<u8>) -> Result<Looked, Trouble> {
    let mut joining = Joining::into(std::io::sink()).map_err(|_| Trouble::Unreadable)?;
    let stamps = |_: usize| String::new();
    joining.add(file, &stamps, &|_| None).map(|sheets| Looked { pages: sheets.len() }).map_err(|error| match error {
        Failed::Trouble(trouble) => trouble,
        Failed::Disk(_) => Trouble::Unreadable,
    })
}

/// Why joining failed.
#[derive(Debug)]
pub enum Failed {
    /// A file cannot be joined.
    Trouble(Trouble),
    /// What is joined cannot be written.
    Disk(std::io::Error),
}

impl From<Trouble> for Failed {
    fn from(trouble: Trouble) -> Self {
        Self::Trouble(trouble)
    }
}

impl From<std::io::Error> for Failed {
    fn from(error: std::io::Error) -> Self {
        Self::Disk(error)
    }
}

/// A file into which others are joined, one after another.
pub struct Joining<W: Write> {
    objects: Objects<W>,
    shared: Shared,
    layers: Layers,
}

/// Objects that all pages share.
struct Shared {
    tree: u32,
    font: u32,
    save: u32,
}

/// Layers that parts of pages belong to, and those that are not shown.
#[derive(Default)]
struct Layers {
    all: Vec<u32>,
    hidden: Vec<u32>,
}

impl<W: Write> Joining<W> {
    /// Begins a file.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn into(out: W) -> std::io::Result<Self> {
        let mut objects = Objects::begin(out)?;
        let shared = Shared { tree: objects.promise(), font: objects.promise(), save: objects.promise() };
        objects.put(shared.font, b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")?;
        objects.put_stream(shared.save, b"", b"q")?;
        Ok(Self { objects, shared, layers: Layers::default() })
    }

    /// Adds the pages of a file. `stamp` gives what is set at the foot of each, counted from 0; `lead` gives the page that an
    /// address of our own leads to.
    ///
    /// # Errors
    /// When the file cannot be joined, or what is joined cannot be written.
    pub fn add(&mut self, file: Vec<u8>, stamp: &dyn Fn(usize) -> String, lead: &dyn Fn(&str) -> Option<Sheet>) -> Result<Vec<Sheet>, Failed> {
        let pdf = Pdf::new(file).map_err(|error| match error {
            LoadPdfError::Decryption(DecryptionError::PasswordProtected) => Trouble::Locked,
            _ => Trouble::Unreadable,
        })?;
        let count = pdf.pages().len();
        if count > MOST_PAGES {
            return Err(Trouble::TooLong(count).into());
        }
        if count == 0 || copy::promised(&pdf) > count {
            return Err(Trouble::Unreadable.into());
        }
        copy::Copy::of(&pdf, &mut self.objects, &self.shared, &mut self.layers).pages(stamp, lead)
    }

    /// Binds the pages and ends the file.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn bind(self, binding: &Binding<'_>) -> std::io::Result<W> {
        write::bind(self.objects, &self.shared, &self.layers, binding)
    }
}
