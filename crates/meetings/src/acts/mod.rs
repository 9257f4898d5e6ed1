//! The verbs of a meeting: plan, call, answer, hold, close.

mod agenda;
mod answering;
mod calendar;
mod calling;
mod proposing;
mod room;
mod sending;

pub use agenda::*;
pub use answering::*;
pub use calendar::*;
pub use calling::*;
pub use proposing::*;
pub use room::*;
pub use sending::*;

use ::store::{Entry, Write};
use kernel::{MeetingId, Result};

use crate::model::Meeting;

/// The page on which a meeting is seen.
pub(crate) fn page(meeting: MeetingId) -> String {
    format!("/meetings/{meeting}")
}

/// Keeps an act on a meeting and tells the pages that have it open.
async fn keep(mut w: Write, meeting: &Meeting, entry: Entry) -> Result<()> {
    w.tell(Meeting::topic(meeting.id));
    w.close(entry.of_body(meeting.body)).await.map(drop)
}

/// The entry of an act on a meeting as a whole.
fn about(meeting: &Meeting) -> Entry {
    Entry::about(meeting.id.record(), page(meeting.id))
}
