//! What outsiders may see of a body's standing: what the charter tells from its seats, its offices and the days of its
//! meetings. What happened at a meeting, who declared what and what was put to the vote are left out of the record before it is
//! judged, so that no sentence can tell of something exempt.

use access::Published;
use bodies::model::Audience;
use charter::{Kind, Record};

use crate::model::Standing;

/// The kinds of facts that an outsider's page asks for.
pub(crate) const KINDS: &[Kind] = &[
    Kind::Organisations,
    Kind::Sectors,
    Kind::People,
    Kind::Seats,
    Kind::Appointments,
    Kind::Offices,
    Kind::Meetings,
    Kind::Sent,
    Kind::Approvals,
    Kind::Reports,
    Kind::Reviews,
    Kind::Events,
    Kind::Facts,
    Kind::Acts,
];

/// The record as an outsider's page may judge it, whatever was gathered.
pub(crate) fn outward(mut record: Record) -> Record {
    record.items.clear();
    // Papers one by one are for their readers.
    record.sent.retain(|sent| sent.title.is_none());
    record.motions.clear();
    record.decisions.clear();
    record.interests.clear();
    record.presiding.clear();
    record.judgements.clear();
    record.requests.clear();
    record.roll.clear();
    record.completeness.retain(|kind, _| KINDS.contains(kind));
    record
}

/// A standing for everybody, when the body has opened both its terms and its membership to everybody.
pub(crate) fn published(standing: Standing, charter: Audience, membership: Audience) -> Option<Published<Standing>> {
    (charter == Audience::Public && membership == Audience::Public).then(|| Published::vouched(standing))
}

/// What was made from an outward record of a body that opens its terms, its membership and its meetings' days to everybody.
pub(crate) fn open<T>(made: T) -> Published<T> {
    Published::vouched(made)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_happened_at_a_meeting_is_left_for_an_outsider() {
        let mut record = Record::default();
        record.items.push(charter::Item { id: "1".to_owned(), title: "canary".to_owned(), ..charter::Item::default() });
        record.decisions.push(charter::Decision::default());
        record.complete_for_all(None, None);
        let left = serde_json::to_string(&outward(record)).unwrap();
        assert!(!left.contains("canary") && !left.contains("\"items\"") && !left.contains("\"decisions\""), "{left}");
    }
}
