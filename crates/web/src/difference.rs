//! Two texts beside each other, their differences marked word by word.

use serde::Serialize;
use similar::{Algorithm, ChangeTag, TextDiff};

/// A run of words that both texts share, or that one of them lacks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Piece {
    /// `same`, `gone` (only in the earlier text) or `new` (only in the later).
    pub kind: &'static str,
    /// The words, with the spaces and line breaks between them.
    pub text: String,
}

/// The pieces of an earlier and a later text, in order. The template macro `parts.difference` shows them in two columns,
/// readable in one.
pub fn difference(earlier: &str, later: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for change in TextDiff::configure().algorithm(Algorithm::Patience).diff_words(earlier, later).iter_all_changes() {
        let kind = match change.tag() {
            ChangeTag::Equal => "same",
            ChangeTag::Delete => "gone",
            ChangeTag::Insert => "new",
        };
        match pieces.last_mut() {
            Some(last) if last.kind == kind => last.text.push_str(change.value()),
            _ => pieces.push(Piece { kind, text: change.value().to_owned() }),
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_word_is_marked_and_nothing_else() {
        let pieces = difference("The Board agreed the grant.", "The Board refused the grant.");
        let told: Vec<_> = pieces.iter().map(|p| (p.kind, p.text.as_str())).collect();
        assert_eq!(told, [("same", "The Board "), ("gone", "agreed"), ("new", "refused"), ("same", " the grant.")]);
    }

    #[test]
    fn both_texts_can_be_read_back_whole() {
        let (earlier, later) = ("one two\nthree  four", "zero two\nthree  five four");
        let pieces = difference(earlier, later);
        let read = |without: &str| pieces.iter().filter(|p| p.kind != without).map(|p| p.text.as_str()).collect::<String>();
        assert_eq!((read("new"), read("gone")), (earlier.to_owned(), later.to_owned()));
    }
}
