//! A paper that is written here: the report template, with what it asks first.

use documents::{Block, Document, Item, Numbering, Run, blocks};
use matters::model::{NewPaper, RecommendationKind, Written};
use web::words;

use super::{Imprint, fact};

/// What stands around the text of a paper.
#[derive(Debug, Clone)]
pub(crate) struct Report<'a> {
    pub imprint: Imprint,
    /// Where it goes, in words.
    pub goes_to: Option<String>,
    pub organisation: Option<String>,
    pub new: &'a NewPaper,
    pub written: &'a Written,
}

impl Report<'_> {
    /// The paper as a document of its own.
    pub(crate) fn document(&self) -> Document {
        let Self { new, written, .. } = self;
        let mut all = vec![Block::Facts(vec![
            fact("paper-meeting", self.goes_to.as_deref().unwrap_or_default()),
            fact("paper-author", new.author.as_deref().unwrap_or_default()),
            fact("paper-organisation", self.organisation.as_deref().unwrap_or_default()),
            fact("paper-dated", new.dated.map(web::spelling::day).unwrap_or_default()),
        ])];
        for (kind, key, numbering) in [
            (RecommendationKind::Recommendation, "paper-recommendations", Numbering::Decimal),
            (RecommendationKind::Note, "paper-to-note", Numbering::Bullet),
        ] {
            let lines = new.recommendations.iter().filter(|(of, _)| *of == kind).enumerate();
            let items: Vec<Item> = lines
                .map(|(n, (_, text))| Item {
                    label: (numbering == Numbering::Decimal).then(|| format!("{}.", n + 1)),
                    ..Item::of(vec![Run::plain(text)])
                })
                .collect();
            if !items.is_empty() {
                all.push(Block::heading(2, words(key, &[])));
                all.push(Block::List(numbering, items));
            }
        }
        all.extend(blocks(&written.text, 2));
        if !written.options.trim().is_empty() {
            all.push(Block::heading(2, words("write-options", &[])));
            all.extend(blocks(&written.options, 3));
        }
        let implications: Vec<(&str, &str)> = written.implications().into_iter().filter(|(_, text)| !text.trim().is_empty()).collect();
        if !implications.is_empty() {
            all.push(Block::heading(2, words("write-implications", &[])));
        }
        for (part, text) in implications {
            all.push(Block::heading(3, words(&format!("write-{part}"), &[])));
            all.extend(blocks(text, 4));
        }
        self.imprint.document(new.title.clone(), all)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_asks_first_and_leaves_out_the_parts_that_nobody_filled() {
        let new = NewPaper {
            recommendations: vec![(RecommendationKind::Recommendation, "That the bid be agreed.".to_owned())],
            author: Some("Ada".to_owned()),
            ..NewPaper::titled("Bids")
        };
        let written =
            Written { text: "# Background\n\nWords <b>x</b> [y](javascript:z).".to_owned(), risk: "None.".to_owned(), ..Written::default() };
        let imprint = Imprint { partnership: "Kent".to_owned(), body: "Board".to_owned(), made_at: kernel::Instant::from_seconds(0) };
        let document = Report { imprint, goes_to: None, organisation: None, new: &new, written: &written }.document();
        let headings: Vec<String> = document
            .blocks
            .iter()
            .filter_map(|block| match block {
                Block::Heading { level, runs } => Some(format!("{level} {}", runs[0].text)),
                _ => None,
            })
            .collect();
        assert_eq!(headings, ["2 Recommendations", "2 Background", "2 Implications", "3 Risk"]);
        let text = document.plain_text();
        assert!(text.contains("Words <b>x</b> y."), "a tag is signs in a text, and a link that is none is words: {text}");
    }
}
