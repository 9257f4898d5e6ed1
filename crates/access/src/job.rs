//! Jobs: what happens later. Each slice registers its own; the worker in the program runs them.

use std::pin::Pin;

use kernel::Result;
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
