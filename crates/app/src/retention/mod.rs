//! How long personal data is kept, why, and what ends it. Each column of each table is named once ([`table::TABLES`]); the page
//! `docs/retention.md`, the daily job and the test that nothing is forgotten derive from it.

mod document;
mod ends;
mod table;

use access::{House, System};
use kernel::{Instant, Record, Result, Zone};
use serde_json::{Map, Value as Json, json};
use store::{Entry, Opening, event, sql};

pub use document::documented;
pub use table::{TABLES, Table};

event!(
    /// What had been kept for its time was erased.
    APPLIED,
    "retention.applied"
);

/// An end that comes by itself.
#[derive(Debug)]
pub struct End {
    /// How long, in days.
    pub days: i64,
    /// From when: "after the session ended".
    pub from: &'static str,
    /// What erases it: `$1` is the moment, or the day, that far back, `$2` the earliest that can still be there.
    statement: &'static store::Statement,
    cut: Cut,
    writing: Writing,
}

/// What a statement compares with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cut {
    Instant,
    Day,
    /// There may be very many of them: only those that came of age since the last time are looked at.
    InstantSince,
    DaySince,
}

/// Whether it is part of the record, so that its end is an entry of its own, or housekeeping.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Writing {
    Entry,
    Housekeeping,
}

impl End {
    fn places(&self, now: Instant, last: Option<Instant>) -> Vec<store::Value> {
        let back = |from: Instant, days: i64| from.plus_seconds(-days * 86_400);
        let cut = back(now, self.days);
        let since = last.map_or(Instant::from_seconds(0), |last| back(last, self.days + AGAIN));
        let day = |at: Instant| at.day(&Zone::london());
        match self.cut {
            Cut::Instant => store::args![cut],
            Cut::Day => store::args![day(cut)],
            Cut::InstantSince => store::args![cut, since],
            Cut::DaySince => store::args![day(cut), day(since)],
        }
    }
}

/// What came of age within so many days before the last time is looked at once more.
const AGAIN: i64 = 31;

sql!(LAST, "select max(happened_at) as at from event where record_id = $1 and name = 'retention.applied'");

/// What ends by itself, under the columns it is about, in the order in which it is erased.
fn coming(writing: Writing) -> Vec<(String, &'static End)> {
    let mut found = Vec::new();
    // From the last table to the first: the history of what was just erased goes with it.
    for table in TABLES.iter().rev() {
        for held in table.held {
            if let Some(end) = held.end.filter(|end| end.writing == writing) {
                found.push((format!("{}.{}", table.name, held.columns), end));
            }
        }
    }
    found
}

/// Erases whatever has been kept for its time, and answers how many rows that was, by column. Safe to do at any time, by several
/// programs at once.
///
/// # Errors
/// A fault when the database refuses.
pub async fn apply(house: &House) -> Result<Map<String, Json>> {
    let now = house.now();
    let last: Option<Instant> = house.read().await?.one(&LAST, store::args![store::HOUSE]).await?.get("at")?;
    let mut erased = Map::new();
    let mut keep = house.store.housekeep().await?;
    for (column, end) in coming(Writing::Housekeeping) {
        let rows = keep.run(end.statement, end.places(now, last)).await?;
        if rows > 0 {
            erased.insert(column, json!(rows));
        }
    }
    keep.keep().await?;
    let system = System::named("retention");
    let opening = Opening { event: &APPLIED, partnership: store::HOUSE, person: None, capacity: system.name().to_owned(), key: None };
    let mut w = house.write(opening).await?;
    let (mut of_the_record, mut values) = (Map::new(), 0);
    for (column, end) in coming(Writing::Entry) {
        let rows = w.run(end.statement, end.places(now, last)).await?;
        if rows > 0 {
            of_the_record.insert(column, json!(rows));
        }
        // `audit verify` asks whether as many values are gone as acts of erasing took.
        if end.statement.sql.starts_with("delete from event_value") {
            values += rows;
        }
    }
    // Dropped without an entry where there was nothing to erase.
    if !of_the_record.is_empty() {
        let house = Record::of("house", store::HOUSE);
        let mut told = of_the_record.clone();
        told.insert("values".to_owned(), json!(values));
        w.close(Entry::about(house, "/administration").after(&told)).await?;
    }
    erased.append(&mut of_the_record);
    Ok(erased)
}
