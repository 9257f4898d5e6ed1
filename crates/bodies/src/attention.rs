//! What else wants looking at on the page on which a body is kept: slices above this one know it, for it needs the terms.

use std::pin::Pin;

use ::store::Read;
use kernel::{BodyId, Day, Result};
use serde::Serialize;

/// One thing that wants looking at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Wanting {
    /// In a sentence.
    pub words: String,
    /// The clause it rests on.
    pub clause: Option<String>,
    /// Where something can be done about it: a seat of the body.
    pub seat: Option<String>,
}

/// What wants looking at, on its way.
pub type WantingFuture<'a> = Pin<Box<dyn Future<Output = Result<Vec<Wanting>>> + Send + 'a>>;

/// Somebody who knows what wants looking at in a body on a day.
pub struct AttentionSource {
    /// Says it, in a constant number of statements.
    pub gather: for<'a> fn(&'a mut Read, BodyId, Day) -> WantingFuture<'a>,
}

inventory::collect!(AttentionSource);

/// What every slice above knows.
pub(crate) async fn wanting(read: &mut Read, body: BodyId, today: Day) -> Result<Vec<Wanting>> {
    let mut found = Vec::new();
    for source in inventory::iter::<AttentionSource> {
        found.extend((source.gather)(read, body, today).await?);
    }
    Ok(found)
}
