//! What lies on the table: the sheet that everybody signs.

use documents::{Block, Cell, Document};
use kernel::Day;
use web::words;

use super::{Imprint, plain, quiet};
use crate::store::Expected;

/// Rows for those whom nobody expected.
const SPARE: usize = 6;

/// The sign-in sheet: who is expected, with room to sign, and rows for others.
pub(crate) fn sheet(imprint: &Imprint, day: Day, expected: &[Expected]) -> Document {
    let rows = expected.iter().map(|who| {
        let place = who.in_place_of.as_ref().map(|name| words("minutes-in-place-of", &[("name", name)]));
        let seat: Vec<String> = [Some(who.seat.clone()), who.organisation.clone().filter(|name| !who.seat.contains(name.as_str())), place]
            .into_iter()
            .flatten()
            .collect();
        vec![Cell::from(who.name.clone()), Cell::from(seat.join(", ")), Cell::from("")]
    });
    let spare = (0..SPARE).map(|_| vec![Cell::from(" "), Cell::from(" "), Cell::from(" ")]);
    let columns = vec![(words("packs-sign-name", &[]), 1.3), (words("packs-sign-seat", &[]), 1.7), (words("packs-sign-here", &[]), 1.3)];
    let blocks = vec![
        plain("packs-sign-says", &[("day", &web::spelling::weekday(day))]),
        Block::Table { caption: None, columns, rows: rows.chain(spare).collect() },
        quiet("packs-sign-private", &[]),
    ];
    imprint.document(words("packs-sign-title", &[("day", &day.to_string())]), blocks)
}
