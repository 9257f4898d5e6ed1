//! Reading a pack: the paragraphs of a text and the pages of a file, and the notes that belong to them when the text changes. Pure.

use documents::leaves::print;
use documents::{Block, Document, lines, markdown};
use kernel::{Instant, PaperId};
use matters::model::{Leaf, NewPaper, Paper, Recommendation, Written};
use meetings::model::AgendaVersion;
use serde::Serialize;
use similar::TextDiff;
use std::collections::HashMap;
use uuid::Uuid;
use web::words;

use crate::agendas::pages_words;
use crate::compose::Imprint;
use crate::compose::report::Report;
use crate::{rules, store};

/// How alike a paragraph must be to one that is gone, for a note to go over to it.
const ALIKE: f32 = 0.6;
/// How alike a page must be: pages of one file begin alike.
const ALIKE_PAGE: f32 = 0.9;
/// How much a note must remember of a page to tell it from others, in bytes.
const TELLING: usize = 120;
/// How much of a paragraph a note remembers, in characters.
const EXCERPT: usize = 400;

/// What somebody marked or noted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Note {
    pub id: Uuid,
    /// The part of the pack: an item or a paper.
    pub part: String,
    /// The paragraph within it; empty for the whole part.
    pub anchor: String,
    /// How that paragraph began when it was noted.
    pub excerpt: String,
    /// The note; empty where it was only marked.
    pub words: String,
    pub at: Instant,
}

/// A paragraph, a heading, a list or a table of a paper, or a page of its file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Paragraph {
    /// Made from its words, so that it is the same as long as they are.
    pub anchor: String,
    /// Its words as Markdown; headings begin at the first level.
    pub text: String,
    /// How it begins.
    pub excerpt: String,
    /// A heading takes no notes.
    pub heading: bool,
    pub notes: Vec<Note>,
    /// A note is being written to it.
    pub writing: bool,
    /// Which page it is, where it is one.
    pub sheet: Option<Sheet>,
}

/// A page of a paper's file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Sheet {
    /// Its place in the file, from 1.
    pub number: i64,
    /// Its number in the pack, once it went out.
    pub pack: Option<i64>,
    /// How wide it is, in points.
    pub wide: u16,
    /// How high it is, in points.
    pub high: u16,
}

/// The size of a page where it is not known: A4.
const A4: (u16, u16) = (595, 842);

/// The pages of a paper's file. `leaves` say what stands on them; a page of which nothing is known is known by its place in this
/// very file. `first` is the number of the first in the pack.
pub(crate) fn sheets(paper: &Paper, leaves: &[Leaf], first: Option<i64>) -> Vec<Paragraph> {
    let mut seen: HashMap<&str, usize> = HashMap::new();
    let count = usize::try_from(paper.file_pages.unwrap_or(0)).unwrap_or(0);
    let hash: String = paper.file_hash.iter().flat_map(|hash| hash.chars().take(16)).collect();
    (1..)
        .zip(0..count)
        .map(|(number, n)| {
            let leaf = leaves.get(n);
            let pack = first.map(|first| first + number - 1);
            let label = match pack {
                Some(page) => words("read-sheet", &[("page", &page.to_string())]),
                None => words("read-sheet-of-paper", &[("page", &number.to_string())]),
            };
            let anchor = match leaf {
                None => format!("f{hash}-{number}"),
                Some(leaf) => {
                    let again = seen.entry(&leaf.print).and_modify(|again| *again += 1).or_insert(0);
                    if *again == 0 { format!("s{}", leaf.print) } else { format!("s{}-{again}", leaf.print) }
                }
            };
            let (wide, high) = leaf.map_or(A4, |leaf| (leaf.wide, leaf.high));
            Paragraph {
                anchor,
                excerpt: match leaf.filter(|leaf| !leaf.begins.is_empty()) {
                    Some(leaf) => format!("{label}: {}", leaf.begins),
                    None => label,
                },
                sheet: Some(Sheet { number, pack, wide, high }),
                ..Paragraph::default()
            }
        })
        .collect()
}

/// The paragraphs of a document.
pub(crate) fn paragraphs(document: &Document) -> Vec<Paragraph> {
    let mut seen: Vec<String> = Vec::new();
    let mut all = Vec::new();
    for block in document.blocks.iter().filter(|block| !matches!(block, Block::Facts(_) | Block::Mark(_))) {
        let said = lines(std::slice::from_ref(block)).into_iter().map(|line| line.words).collect::<Vec<_>>().join(" ");
        if said.is_empty() {
            continue;
        }
        let hash = format!("p{}", print(said.as_bytes()));
        let again = seen.iter().filter(|known| **known == hash).count();
        seen.push(hash.clone());
        all.push(Paragraph {
            anchor: if again == 0 { hash } else { format!("{hash}-{again}") },
            text: markdown(std::slice::from_ref(block), 2),
            excerpt: said.chars().take(EXCERPT).collect(),
            heading: matches!(block, Block::Heading { .. }),
            ..Paragraph::default()
        });
    }
    all
}

/// Puts notes to their paragraphs: to the one with the same words, else to the one that is most like it. Those that find none are
/// left over.
pub(crate) fn placed(paragraphs: &mut [Paragraph], notes: Vec<Note>) -> Vec<Note> {
    let mut left = Vec::new();
    for note in notes {
        let same = paragraphs.iter().position(|paragraph| paragraph.anchor == note.anchor && !paragraph.heading);
        let found = same.or_else(|| {
            let alike = paragraphs
                .iter()
                .enumerate()
                .filter(|(_, paragraph)| !paragraph.heading && (paragraph.sheet.is_none() || note.excerpt.len() >= TELLING))
                .map(|(n, paragraph)| (n, paragraph, TextDiff::from_words(note.excerpt.as_str(), paragraph.excerpt.as_str()).ratio()))
                .filter(|(_, paragraph, alike)| *alike >= if paragraph.sheet.is_some() { ALIKE_PAGE } else { ALIKE })
                .map(|(n, _, alike)| (n, alike));
            alike.max_by(|a, b| a.1.total_cmp(&b.1)).map(|(n, _)| n)
        });
        match found {
            Some(n) => paragraphs[n].notes.push(note),
            None => left.push(note),
        }
    }
    left
}

/// What a paper asks and says, paragraph by paragraph.
pub(crate) fn text_of(title: &str, recommendations: Vec<Recommendation>, written: &Written) -> Vec<Paragraph> {
    let new = NewPaper { recommendations: recommendations.into_iter().map(|line| (line.kind, line.text)).collect(), ..NewPaper::titled(title) };
    let imprint = Imprint { partnership: String::new(), body: String::new(), made_at: kernel::Instant::from_seconds(0) };
    paragraphs(&Report { imprint, goes_to: None, organisation: None, new: &new, written }.document())
}

/// What the papers of a meeting are shown from.
pub(crate) struct Shelf {
    pub(crate) texts: Vec<(PaperId, Written)>,
    pub(crate) asked: Vec<(PaperId, Recommendation)>,
    pub(crate) leaves: Vec<(PaperId, Vec<Leaf>)>,
    /// The agendas that went out.
    pub(crate) versions: Vec<AgendaVersion>,
}

impl Shelf {
    /// What a paper asks and says, paragraph by paragraph, and the pages of a file that was uploaded.
    pub(crate) fn text(&self, paper: &Paper) -> Vec<Paragraph> {
        let asked = self.asked.iter().filter(|(of, _)| *of == paper.id).map(|(_, line)| line.clone()).collect();
        let mut text = text_of(&paper.title, asked, &store::text_among(&self.texts, paper));
        if !self.texts.iter().any(|(of, _)| *of == paper.id) {
            let leaves = self.leaves.iter().find(|(of, _)| *of == paper.id).map(|(_, leaves)| leaves.as_slice());
            text.extend(sheets(paper, leaves.unwrap_or_default(), self.first_page(paper)));
        }
        text
    }

    /// The number in the pack of the first page of a paper's file, where that very file went out.
    fn first_page(&self, paper: &Paper) -> Option<i64> {
        paper.file_hash.as_ref()?;
        rules::runs(paper.id, &self.versions).into_iter().find(|run| run.hash == paper.file_hash).map(|run| run.first)
    }

    /// The pages of a paper in the pack, in words.
    pub(crate) fn pages(&self, paper: &Paper) -> Option<String> {
        Some(pages_words(self.first_page(paper)?, paper.file_pages?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(text: &str) -> Document {
        Document {
            title: "Bids".to_owned(),
            about: String::new(),
            language: "en-GB".to_owned(),
            author: String::new(),
            made_at: Instant::from_seconds(0),
            blocks: documents::blocks(text, 2),
        }
    }

    fn note(anchor: &str, excerpt: &str) -> Note {
        Note {
            id: Uuid::nil(),
            part: "paper".to_owned(),
            anchor: anchor.to_owned(),
            excerpt: excerpt.to_owned(),
            words: "Ask why.".to_owned(),
            at: Instant::from_seconds(0),
        }
    }

    #[test]
    fn a_note_stays_with_its_paragraph_when_others_come_and_go() {
        let before = paragraphs(&document("# Bids\n\nThe first bid is for £26,380.\n\nThe second is late."));
        let noted = note(&before[1].anchor, &before[1].excerpt);
        let mut after = paragraphs(&document("A new beginning.\n\n# Bids\n\nThe second is late.\n\nThe first bid is for £26,380."));
        assert!(placed(&mut after, vec![noted]).is_empty());
        assert_eq!(after[3].notes.len(), 1);
    }

    #[test]
    fn a_note_goes_over_to_the_paragraph_that_was_changed() {
        let before = paragraphs(&document("The first bid is for £26,380 and was put in by the county council.\n\nOther words."));
        let noted = note(&before[0].anchor, &before[0].excerpt);
        let mut after = paragraphs(&document("Other words.\n\nThe first bid is for £27,000 and was put in by the county council."));
        assert!(placed(&mut after, vec![noted]).is_empty());
        assert_eq!(after[1].notes.len(), 1);
    }

    #[test]
    fn a_note_whose_paragraph_is_gone_is_left_over_with_what_it_was_about() {
        let before = paragraphs(&document("The first bid is for £26,380."));
        let mut after = paragraphs(&document("# The first bid is for £26,380.\n\nNothing of that kind stands here any more."));
        let left = placed(&mut after, vec![note(&before[0].anchor, &before[0].excerpt)]);
        assert_eq!(left[0].excerpt, "The first bid is for £26,380.");
    }

    #[test]
    fn paragraphs_with_the_same_words_are_told_apart() {
        let all = paragraphs(&document("None.\n\nNone."));
        assert_ne!(all[0].anchor, all[1].anchor);
    }
}
