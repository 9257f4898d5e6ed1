//! What will be written by itself: told beforehand in the outbox, by a slice that knows deadlines.

use kernel::{BodyId, Day, Instant, Result};
use serde::Serialize;
use store::Read;

/// A line of a letter that is not written yet. It is derived anew each time: what is done meanwhile is asked for no more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Coming {
    /// When it goes: a working day.
    pub goes_on: Day,
    /// To whom.
    pub name: String,
    /// What it asks for, in words.
    pub what: String,
    /// The clause whose deadline it serves.
    pub clause: Option<String>,
    /// Where the clause can be read.
    pub clause_href: Option<String>,
    /// They have no address, so that nothing will go.
    pub unreached: bool,
    /// It was stopped.
    pub stopped: bool,
    /// Where the button that stops it, or lets it go after all, posts to.
    pub act: String,
    /// What that button sends.
    pub key: String,
}

impl Coming {
    pub(crate) fn sample(stopped: bool) -> Self {
        Self {
            goes_on: Day::constant(2026, 11, 24),
            name: "Maud Penhaligon-Featherstonehaugh".to_owned(),
            what: "Say whether you come to the meeting of 1 December 2026".to_owned(),
            clause: Some("3.16".to_owned()),
            clause_href: Some("/bodies/board/charter#clause-3.16".to_owned()),
            unreached: stopped,
            stopped,
            act: "/bodies/board/chasers/stop".to_owned(),
            key: "apologies 0 0".to_owned(),
        }
    }
}

/// Who knows what will be written by itself.
pub trait Forecast: Send + Sync + 'static {
    /// Whether anything ever is.
    const DERIVES: bool = true;

    /// What will be written for a body, the nearest day first.
    ///
    /// # Errors
    /// A fault when the database refuses.
    fn coming(read: &mut Read, body: BodyId, now: Instant) -> impl Future<Output = Result<Vec<Coming>>> + Send;
}

/// Nothing is written by itself.
impl Forecast for () {
    const DERIVES: bool = false;

    async fn coming(_: &mut Read, _: BodyId, _: Instant) -> Result<Vec<Coming>> {
        Ok(Vec::new())
    }
}
