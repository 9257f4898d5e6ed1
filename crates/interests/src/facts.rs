//! What this slice tells the charter's record: interests declared, and what was ruled.

use ::store::Read;
use charter::{Interest, Kind, PartRuling, Person};
use kernel::{Day, Error, Instant, ItemId, MeetingId, PersonId, Result, Zone};
use terms::{FactSource, Records, Scope};

use crate::model::{InterestKind, parse_part};
use crate::store;

inventory::submit! {
    FactSource { name: "interests", tells: &[Kind::Interests], gather: |read, scope, records| Box::pin(gather(read, scope, records)) }
}

/// The declarations of a meeting, or of all of a body's. They are whole for the meetings that were kept here; what older
/// notes do not say about interests stays unsaid.
async fn gather(read: &mut Read, scope: &Scope, records: &mut Records) -> Result<()> {
    for row in store::told(read, scope).await? {
        let record = records.of_row(&row)?;
        let day: Day = row.get("day")?;
        if row.get::<String>("what")? == "kept" {
            record.complete(Kind::Interests, Some(day), Some(day));
            continue;
        }
        let person = row.get::<PersonId>("person_id")?.to_string();
        if !record.people.iter().any(|known| known.id == person) {
            record.people.push(Person { id: person.clone(), name: row.get("name")?, ..Person::default() });
        }
        let ruling = match (row.get::<Option<String>>("choice")?, row.get::<Option<PersonId>>("ruled_by")?) {
            (Some(word), Some(by)) => {
                let part = parse_part(&word).ok_or_else(|| Error::fault(format!("a ruling of no known part: {word}")))?;
                Some(PartRuling { by: by.to_string(), part, reason: row.get("reason")? })
            }
            _ => None,
        };
        record.interests.push(Interest {
            meeting: row.get::<MeetingId>("meeting_id")?.to_string(),
            item: Some(row.get::<ItemId>("item_id")?.to_string()),
            person,
            kind: row.word::<InterestKind>("kind")?.to_string(),
            declared: Some(row.get::<Option<Instant>>("declared_at")?.map_or(day, |at| at.day(&Zone::london()))),
            ruling,
        });
    }
    Ok(())
}
