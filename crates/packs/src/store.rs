//! The SQL of files made from the record.

use ::store::{Read, args, sql};
use kernel::{BodyId, MeetingId, Result};

sql!(BODY_OF_MEETING, "select body_id from meeting where id = $1");

/// The body that a meeting is of.
///
/// # Errors
/// [`kernel::Error::NotFound`] without such a meeting.
pub(crate) async fn body_of_meeting(read: &mut Read, meeting: MeetingId) -> Result<BodyId> {
    read.one(&BODY_OF_MEETING, args![meeting]).await?.get("body_id")
}
