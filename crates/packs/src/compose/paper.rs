//! A paper that was written here, as its pages.

use documents::{Block, Document, Item, Numbering, Run, blocks};
use matters::model::{Paper, Recommendation, RecommendationKind};
use web::words;

use super::{Imprint, fact};

/// A paper's text with what it asks.
pub(crate) fn document(imprint: &Imprint, paper: &Paper, asks: &[&Recommendation]) -> Document {
    let mut all = vec![Block::Facts(vec![
        fact("paper-author", paper.author.as_deref().unwrap_or_default()),
        fact("paper-organisation", paper.organisation_name.as_deref().unwrap_or_default()),
        fact("paper-dated", paper.dated.map(web::spelling::day).unwrap_or_default()),
    ])];
    let of = |kind: RecommendationKind| -> Vec<Item> {
        asks.iter().filter(|ask| ask.kind == kind).map(|ask| Item::of(vec![Run::plain(&ask.text)])).collect()
    };
    for (kind, title, numbering) in [
        (RecommendationKind::Recommendation, "paper-recommendations", Numbering::Decimal),
        (RecommendationKind::Note, "paper-to-note", Numbering::Bullet),
    ] {
        let lines = of(kind);
        if !lines.is_empty() {
            all.push(Block::heading(2, words(title, &[])));
            all.push(Block::List(numbering, lines));
        }
    }
    all.extend(blocks(paper.summary.as_deref().unwrap_or_default(), 2));
    imprint.document(paper.title.clone(), all)
}
