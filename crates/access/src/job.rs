//! Jobs: what happens later. Each slice registers its own; the worker in the program runs them.

use std::pin::Pin;

use kernel::{Instant, Result};
use serde_json::Value as Json;

use crate::{House, System};

/// A running job.
pub type JobFuture = Pin<Box<dyn Future<Output = Result<()>> + Send>>;

/// A kind of job.
pub struct Job {
    /// Its kind, as it was queued: `mail.send`.
    pub kind: &'static str,
    /// What it does. It must be safe to do twice.
    pub run: fn(House, System, Json) -> JobFuture,
}

inventory::collect!(Job);

impl Job {
    /// The job of this kind.
    pub fn find(kind: &str) -> Option<&'static Self> {
        inventory::iter::<Self>.into_iter().find(|job| job.kind == kind)
    }
}

/// A job that comes round: when one is done, the next is queued.
pub struct Recurring {
    /// The kind of [`Job`].
    pub kind: &'static str,
    /// When it is next due, after a moment.
    pub next: fn(Instant) -> Instant,
}

inventory::collect!(Recurring);

impl Recurring {
    /// Queues every recurring job that is not waiting already.
    ///
    /// # Errors
    /// A fault when the database refuses.
    pub async fn queue_all(house: &House) -> Result<()> {
        for job in inventory::iter::<Self> {
            store::queue_unless_waiting(&house.store, job.kind, (job.next)(house.now())).await?;
        }
        Ok(())
    }
}
