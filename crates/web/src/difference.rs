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
    let mut pieces = Pieces::default();
    for change in TextDiff::configure().algorithm(Algorithm::Patience).diff_words(earlier, later).iter_all_changes() {
        match change.tag() {
            ChangeTag::Equal => pieces.same(change.value()),
            ChangeTag::Delete => pieces.change().0.push_str(change.value()),
            ChangeTag::Insert => pieces.change().1.push_str(change.value()),
        }
    }
    pieces.flush();
    pieces.done
}

/// Gathers changes that only a space parts into one, so that a changed phrase reads as a phrase.
#[derive(Default)]
struct Pieces {
    done: Vec<Piece>,
    gone: String,
    new: String,
    gap: String,
}

impl Pieces {
    fn same(&mut self, text: &str) {
        let changing = !(self.gone.is_empty() && self.new.is_empty());
        if changing && text.trim().is_empty() && !text.contains('\n') {
            self.gap.push_str(text);
        } else {
            self.flush();
            self.push("same", text.to_owned());
        }
    }

    fn change(&mut self) -> (&mut String, &mut String) {
        let gap = std::mem::take(&mut self.gap);
        self.gone.push_str(&gap);
        self.new.push_str(&gap);
        (&mut self.gone, &mut self.new)
    }

    fn flush(&mut self) {
        let (gone, new, gap) = (std::mem::take(&mut self.gone), std::mem::take(&mut self.new), std::mem::take(&mut self.gap));
        self.push("gone", gone);
        self.push("new", new);
        self.push("same", gap);
    }

    fn push(&mut self, kind: &'static str, text: String) {
        match self.done.last_mut() {
            _ if text.is_empty() => {}
            Some(last) if last.kind == kind => last.text.push_str(&text),
            _ => self.done.push(Piece { kind, text }),
        }
    }
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
    fn a_changed_phrase_is_marked_as_a_phrase() {
        let pieces = difference("agreed the whole grant", "refused any grant");
        let told: Vec<_> = pieces.iter().map(|p| (p.kind, p.text.as_str())).collect();
        assert_eq!(told.last(), Some(&("same", " grant")));
        assert_eq!(told.iter().filter(|(kind, _)| *kind == "gone").count(), 1, "{told:?}");
    }

    #[test]
    fn both_texts_can_be_read_back_whole() {
        let (earlier, later) = ("one two\nthree  four", "zero two\nthree  five four");
        let pieces = difference(earlier, later);
        let read = |without: &str| pieces.iter().filter(|p| p.kind != without).map(|p| p.text.as_str()).collect::<String>();
        assert_eq!((read("new"), read("gone")), (earlier.to_owned(), later.to_owned()));
    }
}
