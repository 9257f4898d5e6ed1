//! The nouns of a pack: what it is bound from, in one edition.

use documents::Document;
use kernel::{Day, PaperId};

/// A pack, or a supplement to one, before it is bound. Whatever stands in it was cleared for its readers.
#[derive(Debug, Clone)]
pub(crate) struct Pack {
    /// The title of the whole, whose it is and when it was so; its blocks are not asked for.
    pub of: Document,
    /// What stands before the papers, each as a document of its own: cover, agenda.
    pub front: Vec<Document>,
    /// How the pages of the front are numbered.
    pub numbered: FrontPages,
    /// The items, in order.
    pub items: Vec<Section>,
    /// Where our own addresses begin, so that links to papers lead to their pages.
    pub address: String,
}

/// How the pages before the papers are numbered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum FrontPages {
    /// 1, 2, 3: so many numbers are kept for them. Pages beyond bear a letter: 3a.
    Kept(i64),
    /// Those of a supplement, which are not counted among the pages of the pack: S1.1.
    Supplement(i64),
}

impl FrontPages {
    /// The number of a page of the front, counted from 0.
    pub(crate) fn label(&self, n: usize) -> String {
        let place = i64::try_from(n).unwrap_or(i64::MAX).saturating_add(1);
        match self {
            Self::Kept(kept) if place <= *kept => place.to_string(),
            Self::Kept(kept) => {
                let beyond = usize::try_from(place - kept - 1).unwrap_or(0);
                let letter = char::from(b'a' + u8::try_from(beyond % 26).unwrap_or(0));
                format!("{kept}{}", letter.to_string().repeat(beyond / 26 + 1))
            }
            Self::Supplement(number) => format!("S{number}.{place}"),
        }
    }
}

/// An item with what lies behind it.
#[derive(Debug, Clone)]
pub(crate) struct Section {
    /// Its number.
    pub number: String,
    /// Its title, as this edition has it.
    pub title: String,
    /// What lies behind it, in the order of its papers.
    pub pieces: Vec<Piece>,
}

/// A run of pages.
#[derive(Debug, Clone)]
pub(crate) struct Piece {
    /// Of which paper.
    pub paper: PaperId,
    /// The paper's title, as this edition has it.
    pub title: String,
    /// The number of the first page.
    pub first: i64,
    /// How many numbers it takes.
    pub count: i64,
    /// The version of the agenda with which it came.
    pub came_with: i64,
    /// What stands there.
    pub what: What,
}

/// What stands on the pages of a piece.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum What {
    /// The paper itself, by the hash of its PDF.
    Paper(String),
    /// One sheet in place of all: it is exempt, on this ground.
    Exempt(Option<String>),
    /// One sheet in place of all: it was withdrawn.
    Withdrawn {
        /// When.
        on: Day,
        /// Why.
        reason: String,
    },
    /// One sheet in place of all: these pages took its place.
    Replaced(String),
}
