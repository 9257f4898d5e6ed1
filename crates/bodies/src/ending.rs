//! What comes to an end with a body in the slices above this one: the meetings it would still have held.

use std::pin::Pin;

use ::store::{Read, Write};
use kernel::{BodyId, Day, Result};
use serde::Serialize;

/// An answer on its way.
pub type EndingFuture<'a, T> = Pin<Box<dyn Future<Output = Result<T>> + Send + 'a>>;

/// Something that would still happen after a body's last day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Ahead {
    /// The day.
    pub day: Day,
    /// Where it can be seen.
    pub path: String,
}

/// Somebody who knows what would still happen after a body's last day, and calls it off.
pub struct EndsWithBody {
    /// What would happen after a day.
    pub ahead: for<'a> fn(&'a mut Read, BodyId, Day) -> EndingFuture<'a, Vec<Ahead>>,
    /// Calls it off for a reason, and tells whoever was told of it.
    pub call_off: for<'a> fn(&'a mut Write, BodyId, Day, &'a str) -> EndingFuture<'a, ()>,
}

inventory::collect!(EndsWithBody);

pub(crate) async fn ahead(read: &mut Read, body: BodyId, after: Day) -> Result<Vec<Ahead>> {
    let mut all = Vec::new();
    for source in inventory::iter::<EndsWithBody> {
        all.extend((source.ahead)(read, body, after).await?);
    }
    Ok(all)
}

pub(crate) async fn call_off(w: &mut Write, body: BodyId, after: Day, reason: &str) -> Result<()> {
    for source in inventory::iter::<EndsWithBody> {
        (source.call_off)(w, body, after, reason).await?;
    }
    Ok(())
}
