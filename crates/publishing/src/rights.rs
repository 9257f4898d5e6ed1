//! Everybody may see that a body, a partnership or a meeting exists. What is shown of it follows from the body's openness and
//! from how the reader stands to it.

use ::store::Read;
use access::{Act, Judgement, Who};
use bodies::rights::standing;
use kernel::{BodyId, MeetingId, PartnershipId, Result};

use crate::store;

/// To see a body's public pages.
#[derive(Debug)]
pub(crate) struct SeeBody;

impl Act for SeeBody {
    type Id = BodyId;
    const NAME: &'static str = "body.see";

    async fn judge(read: &mut Read, who: &Who, id: &BodyId) -> Result<Judgement> {
        if who.person().is_none() {
            return Ok(Judgement::yes("public", store::partnership_of(read, *id).await?));
        }
        let standing = standing(read, who, *id).await?;
        let capacity = if standing.capacity() == "public" && standing.partner { "partner" } else { standing.capacity() };
        Ok(Judgement::yes(capacity, standing.partnership).knowing(standing))
    }
}

/// To see a partnership's public page.
#[derive(Debug)]
pub(crate) struct SeePartnership;

impl Act for SeePartnership {
    type Id = PartnershipId;
    const NAME: &'static str = "partnership.see";

    async fn judge(_: &mut Read, _: &Who, id: &PartnershipId) -> Result<Judgement> {
        Ok(Judgement::yes("public", *id))
    }
}

/// To see the public edition of a meeting.
#[derive(Debug)]
pub(crate) struct SeeMeeting;

impl Act for SeeMeeting {
    type Id = MeetingId;
    const NAME: &'static str = "meeting.see";

    async fn judge(read: &mut Read, who: &Who, id: &MeetingId) -> Result<Judgement> {
        let (body, partnership) = store::body_of_meeting(read, *id).await?;
        if who.person().is_none() {
            return Ok(Judgement::yes("public", partnership));
        }
        let standing = standing(read, who, body).await?;
        Ok(Judgement::yes(standing.capacity(), partnership).knowing(standing))
    }
}
