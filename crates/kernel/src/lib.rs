//! The ground: what every room of the house may name. Ids, days, instants, pence, findings, errors.
//!
//! Nothing here reads, writes, waits or looks at a clock. Time and chance come in as arguments
//! ([`Clock`], [`Chance`]), so that a test can move the one and repeat the other.

mod chance;
mod error;
mod finding;
mod id;
mod money;
mod time;
mod word;

#[doc(hidden)]
pub use serde;

pub use chance::Chance;
pub use error::{Conflict, Error, Result};
pub use finding::{Finding, Findings, Severity};
pub use id::*;
pub use money::Pence;
pub use time::{Clock, Day, Hour, Instant, Zone};
pub use word::Word;

/// A record of the house: what kind it is and which one. History, tokens and jobs point at records with it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct Record {
    /// The noun, as the glossary has it: `meeting`, `seat`, `action`.
    pub kind: String,
    /// Which one.
    pub id: uuid::Uuid,
}

impl Record {
    /// Points at one record.
    pub fn of(kind: &str, id: impl Into<uuid::Uuid>) -> Self {
        Self { kind: kind.to_owned(), id: id.into() }
    }
}
