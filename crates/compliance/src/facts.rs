//! What this slice tells the charter's record: reports, reviews, requests and events that somebody has noted, because no other
//! record shows them.

use ::store::Read;
use charter::{Event, Kind, Report, Request, Review};
use kernel::{Day, Result};
use terms::{FactSource, Records, Scope};

use crate::model::FactKind;
use crate::store;

const TELLS: &[Kind] = &[Kind::Reports, Kind::Reviews, Kind::Requests, Kind::Events];

inventory::submit! {
    FactSource { name: "compliance", tells: TELLS, gather: |read, scope, records| Box::pin(gather(read, scope, records)) }
}

/// Nothing is declared whole: what nobody has noted may have happened all the same.
async fn gather(read: &mut Read, scope: &Scope, records: &mut Records) -> Result<()> {
    for row in store::told(read, scope).await? {
        let record = records.of_row(&row)?;
        let (what, day): (String, Option<Day>) = (row.get("what")?, row.get("happened_on")?);
        let of = row.get::<Option<uuid::Uuid>>("about_id")?.map(|id| id.to_string());
        match row.word::<FactKind>("kind")? {
            FactKind::Report => record.reports.push(Report { what, day, ..Report::default() }),
            FactKind::Review => record.reviews.push(Review { what, day, ..Review::default() }),
            FactKind::Request => record.requests.push(Request { what, of, day, written: true, ..Request::default() }),
            FactKind::Event => record.events.push(Event { what, day, of }),
        }
    }
    Ok(())
}
