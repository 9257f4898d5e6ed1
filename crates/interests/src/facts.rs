//! What this slice tells the charter's record: interests declared, and what was ruled.

use ::store::Read;
use charter::{Interest, Kind, PartRuling, Person, Record};
use kernel::{Result, Zone};
use terms::{FactSource, Scope};

use crate::store;

inventory::submit! {
    FactSource { name: "interests", gather: |read, scope, record| Box::pin(gather(read, scope, record)) }
}

/// The declarations of a meeting, or of all of a body's. They are whole for the meetings that were kept here; what older
/// notes do not say about interests stays unsaid.
async fn gather(read: &mut Read, scope: &Scope, record: &mut Record) -> Result<()> {
    for (day, declaration) in store::declarations_in(read, scope.body(), scope.meeting(), scope.day()).await? {
        let person = declaration.concerned.to_string();
        if !record.people.iter().any(|known| known.id == person) {
            record.people.push(Person { id: person.clone(), name: declaration.concerned_name.clone(), ..Person::default() });
        }
        record.interests.push(Interest {
            meeting: declaration.meeting.to_string(),
            item: Some(declaration.item.to_string()),
            person,
            kind: declaration.kind.to_string(),
            declared: Some(declaration.declared_at.map_or(day, |at| at.day(&Zone::london()))),
            ruling: declaration.ruling.map(|ruling| PartRuling { by: ruling.by.to_string(), part: ruling.part, reason: ruling.reason }),
        });
    }
    for day in store::days_kept(read, scope.body(), scope.meeting(), scope.day()).await? {
        record.complete(Kind::Interests, Some(day), Some(day));
    }
    Ok(())
}
