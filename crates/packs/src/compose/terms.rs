//! Terms of reference: every clause in its words. The rules that the program reads beneath them stay on the page.

use documents::{Block, Document, Item, Numbering, blocks};
use kernel::Day;
use terms::model::InForce;
use web::words;

use super::{Imprint, fact, notice, quiet};

/// The terms as a document of its own.
pub(crate) fn document(imprint: &Imprint, found: &InForce, today: Day) -> Document {
    let version = &found.version;
    let standing = version.standing(today);
    let mut all = Vec::new();
    let day = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
    let says = words(
        &format!("charter-says-{standing}"),
        &[
            ("adopted", &day(version.adopted_on)),
            ("starts", &day(version.starts_on)),
            ("ended", &day(version.superseded_on)),
            ("dated", &day(version.dated)),
        ],
    );
    all.push(if standing == "in-force" { Block::quiet(says) } else { notice(says) });
    all.push(Block::Facts(vec![
        fact("charter-dated", version.dated.map(web::spelling::day).unwrap_or_default()),
        fact("charter-adopted-by", version.adoption_words.as_deref().unwrap_or_default()),
        fact("charter-within", found.charter.head.within.as_deref().unwrap_or_default()),
        fact("charter-source", version.source.as_deref().unwrap_or_default()),
    ]));
    all.extend(blocks(&found.charter.preamble, 2));
    let mut headings: &[String] = &[];
    let mut clauses: Vec<Item> = Vec::new();
    let close = |all: &mut Vec<Block>, clauses: &mut Vec<Item>| {
        if !clauses.is_empty() {
            all.push(Block::List(Numbering::Labelled, std::mem::take(clauses)));
        }
    };
    for clause in &found.charter.clauses {
        if headings != clause.heading {
            close(&mut all, &mut clauses);
            let shared = headings.iter().zip(&clause.heading).take_while(|(a, b)| a == b).count();
            for (depth, heading) in clause.heading.iter().enumerate().skip(shared) {
                all.push(Block::heading(u8::try_from(depth + 2).unwrap_or(6).min(6), heading));
            }
            headings = &clause.heading;
        }
        let depth = u8::try_from(headings.len() + 2).unwrap_or(6).min(6);
        clauses.push(Item { label: Some(clause.number.clone()), blocks: blocks(&clause.text, depth) });
    }
    close(&mut all, &mut clauses);
    all.push(quiet("packs-terms-rules", &[]));
    imprint.document(version.title.clone(), all)
}
