//! The queue of what happens later. A job is written in the transaction that caused it and claimed by one worker at a time.

use kernel::{Instant, Result};
use serde_json::Value as Json;
use uuid::Uuid;

use crate::{Store, args, sql};

/// A job that this worker has taken for the next minute.
#[derive(Debug, Clone)]
pub struct Claimed {
    /// Which job.
    pub id: Uuid,
    /// What kind: `mail.send`.
    pub kind: String,
    /// What it needs to know.
    pub payload: Json,
    /// How often it was tried before.
    pub tries: i64,
}

// The condition is repeated outside the subquery: on PostgreSQL two workers may pick the same row, and the second must then find it taken.
sql!(
    CLAIM,
    "update job set locked_until = $2, tries = tries + 1
     where id = (select id from job where due_at <= $1 and locked_until <= $1 order by due_at limit 1) and locked_until <= $1
     returning id, kind, payload, tries"
);
sql!(WAITING, "select 1 as one from job where due_at <= $1 and locked_until <= $1 limit 1");
sql!(
    QUEUE_ONCE,
    "insert into job (id, kind, payload, due_at, locked_until, tries)
     select $1, $2, $3, $4, $5, 0 where not exists (select 1 from job j where j.kind = $2)"
);
sql!(FINISH, "delete from job where id = $1");
sql!(POSTPONE, "update job set due_at = $2, locked_until = $3, last_error = $4 where id = $1");

/// Takes the next job that is due, for a minute.
///
/// # Errors
/// A fault when the database refuses.
pub async fn claim(store: &Store) -> Result<Option<Claimed>> {
    let now = store.clock().now();
    // A look first: an idle worker must not take the one writer's place.
    if store.read().await?.maybe(&WAITING, args![now]).await?.is_none() {
        return Ok(None);
    }
    let mut keep = store.housekeep().await?;
    let row = keep.maybe(&CLAIM, args![now, now.plus_seconds(60)]).await?;
    let claimed = match row {
        None => None,
        Some(row) => Some(Claimed { id: row.get("id")?, kind: row.get("kind")?, payload: row.get("payload")?, tries: row.get("tries")? }),
    };
    keep.keep().await?;
    Ok(claimed)
}

/// Queues a job of a kind that comes round, unless one of that kind waits already.
///
/// # Errors
/// A fault when the database refuses.
pub async fn queue_unless_waiting(store: &Store, kind: &str, due_at: Instant) -> Result<()> {
    let id = store.chance().uuid(store.clock().now());
    let mut keep = store.housekeep().await?;
    keep.run(&QUEUE_ONCE, args![id, kind, serde_json::json!({}), due_at, Instant::from_seconds(0)]).await?;
    keep.keep().await
}

/// The job is done.
///
/// # Errors
/// A fault when the database refuses.
pub async fn finish(store: &Store, job: Uuid) -> Result<()> {
    let mut keep = store.housekeep().await?;
    keep.run(&FINISH, args![job]).await?;
    keep.keep().await
}

/// The job failed and is tried again later.
///
/// # Errors
/// A fault when the database refuses.
pub async fn postpone(store: &Store, job: Uuid, until: Instant, cause: &str) -> Result<()> {
    let mut keep = store.housekeep().await?;
    keep.run(&POSTPONE, args![job, until, Instant::from_seconds(0), cause]).await?;
    keep.keep().await
}
