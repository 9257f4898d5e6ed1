//! What one saving of notes changed.

use serde::Serialize;

/// The words that one text has where another has others, and where they stand. Notes are saved at every pause in somebody's
/// typing: an entry that held the whole text each time would make a long meeting's history grow with the square of its length.
/// From the first entry on, each applied to what the one before left, these give the text of every moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Splice<'a> {
    /// How many characters stand before them.
    pub at: usize,
    /// The words taken out.
    pub out: &'a str,
    /// The words put in their place.
    pub put: &'a str,
}

/// What makes one text of another, in whole words.
pub fn splice<'a>(before: &'a str, after: &'a str) -> Splice<'a> {
    let same = before.chars().zip(after.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum::<usize>();
    // Back to where the word begins.
    let start = before[..same].rfind(char::is_whitespace).map_or(0, |space| space + before[space..].chars().next().map_or(0, char::len_utf8));
    let (out, put) = (&before[start..], &after[start..]);
    let same = out.chars().rev().zip(put.chars().rev()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum::<usize>();
    let tail = &out[out.len() - same..];
    // On to where the word ends.
    let kept = tail.find(char::is_whitespace).map_or(0, |space| tail.len() - space);
    Splice { at: before[..start].chars().count(), out: &out[..out.len() - kept], put: &put[..put.len() - kept] }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn applied(before: &str, splice: &Splice<'_>) -> String {
        let start: usize = before.chars().take(splice.at).map(char::len_utf8).sum();
        assert!(before[start..].starts_with(splice.out));
        format!("{}{}{}", &before[..start], splice.put, &before[start + splice.out.len()..])
    }

    #[test]
    fn a_pause_in_typing_is_kept_as_the_words_that_were_typed() {
        let text = "The chair opened the meeting. Mr Marsh said";
        let longer = format!("{text} that the depot is full");
        assert_eq!(splice(text, &longer), Splice { at: 39, out: "said", put: "said that the depot is full" });
        assert_eq!(splice("the depot is full", "the big depot is full"), Splice { at: 4, out: "depot", put: "big depot" });
        assert_eq!(splice("the depots are full", "the depot is full"), Splice { at: 4, out: "depots are", put: "depot is" });
        assert_eq!(splice("", "The"), Splice { at: 0, out: "", put: "The" });
        assert_eq!(splice("gone", ""), Splice { at: 0, out: "gone", put: "" });
    }

    proptest! {
        #[test]
        fn every_text_can_be_had_again_from_the_one_before(before in "[aé \n]{0,12}", after in "[aé \n]{0,12}") {
            prop_assert_eq!(applied(&before, &splice(&before, &after)), after);
        }
    }
}
