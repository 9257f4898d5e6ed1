//! Single sheets of a pack: in place of pages that are not there, and before a supplement.

use documents::{Block, Document, Item, Numbering, Run};
use kernel::{Day, Instant};
use web::words;

use super::{Imprint, notice, plain, quiet};
use crate::agendas::pages_words;
use crate::model::{Piece, Section, What};

/// The sheet that stands for pages that are not there. None for pages that are.
pub(crate) fn in_place(imprint: &Imprint, item: &Section, piece: &Piece) -> Option<Document> {
    let pages = pages_words(piece.first, piece.count);
    let says = match &piece.what {
        What::Paper(_) => return None,
        What::Exempt(Some(ground)) => words("packs-sheet-exempt", &[("pages", &pages), ("ground", ground)]),
        What::Exempt(None) => words("packs-sheet-exempt-plain", &[("pages", &pages)]),
        What::Withdrawn { on, reason } => words("packs-sheet-withdrawn", &[("day", &on.to_string()), ("reason", reason)]),
        What::Replaced(by) => words("packs-sheet-replaced", &[("pages", by)]),
    };
    let blocks = vec![plain("packs-sheet-item", &[("number", &item.number), ("title", &item.title)]), notice(says)];
    Some(imprint.document(piece.title.clone(), blocks))
}

/// The sheet before a supplement: which it is, when it was sent, and what is new, item by item.
pub(crate) fn supplement(imprint: &Imprint, number: i64, sent_at: Instant, day: Day, items: &[Section], address: &str) -> Document {
    let mut blocks = vec![
        plain("packs-supplement-says", &[("day", &web::spelling::weekday(day)), ("sent", &sent_at.to_string())]),
        quiet("packs-supplement-pages", &[]),
    ];
    for item in items {
        blocks.push(Block::heading(2, format!("{}. {}", item.number, item.title)));
        let lines = item.pieces.iter().map(|piece| {
            let title = match piece.what {
                What::Paper(_) => Run::link(&piece.title, format!("{address}/papers/{}", piece.paper)),
                _ => Run::plain(&piece.title),
            };
            Item::of(vec![title, Run::plain(format!(", {}", pages_words(piece.first, piece.count)))])
        });
        blocks.push(Block::List(Numbering::Bullet, lines.collect()));
    }
    imprint.document(words("packs-supplement-title", &[("number", &number.to_string()), ("day", &day.to_string())]), blocks)
}
