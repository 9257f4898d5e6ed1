//! Reading a pack: the paragraphs of a text, and the notes that belong to them when the text changes. Pure.

use documents::{Block, Document, lines, markdown};
use kernel::Instant;
use serde::Serialize;
use similar::TextDiff;
use uuid::Uuid;

/// How alike a paragraph must be to one that is gone, for a note to go over to it.
const ALIKE: f32 = 0.6;
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

/// A paragraph, a heading, a list or a table of a paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
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
}

/// The paragraphs of a document.
pub(crate) fn paragraphs(document: &Document) -> Vec<Paragraph> {
    let mut seen: Vec<String> = Vec::new();
    let mut all = Vec::new();
    for block in document.blocks.iter().filter(|block| !matches!(block, Block::Facts(_) | Block::Mark(_))) {
        let words = lines(std::slice::from_ref(block)).into_iter().map(|line| line.words).collect::<Vec<_>>().join(" ");
        if words.is_empty() {
            continue;
        }
        let hash = hashed(&words);
        let again = seen.iter().filter(|known| **known == hash).count();
        seen.push(hash.clone());
        all.push(Paragraph {
            anchor: if again == 0 { hash } else { format!("{hash}-{again}") },
            text: markdown(std::slice::from_ref(block), 2),
            excerpt: words.chars().take(EXCERPT).collect(),
            heading: matches!(block, Block::Heading { .. }),
            notes: Vec::new(),
            writing: false,
        });
    }
    all
}

/// The FNV-1a hash of words, which is the same on every machine and for ever.
fn hashed(words: &str) -> String {
    let hash = words.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("p{hash:016x}")
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
                .filter(|(_, paragraph)| !paragraph.heading)
                .map(|(n, paragraph)| (n, TextDiff::from_words(note.excerpt.as_str(), paragraph.excerpt.as_str()).ratio()));
            alike.filter(|(_, alike)| *alike >= ALIKE).max_by(|a, b| a.1.total_cmp(&b.1)).map(|(n, _)| n)
        });
        match found {
            Some(n) => paragraphs[n].notes.push(note),
            None => left.push(note),
        }
    }
    left
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
