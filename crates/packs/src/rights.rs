//! Everybody may ask for the public edition of a meeting; which of its documents they get follows from the body's openness.

use ::store::Read;
use access::{Act, Judgement, Who};
use bodies::model::DocumentClass;
use bodies::rights::standing;
use kernel::{BodyId, MeetingId, Result};
use meetings::rights::ReadMeeting;

use crate::store;

/// To ask for the public editions of a meeting's documents.
#[derive(Debug)]
pub struct SeeEditions;

impl Act for SeeEditions {
    type Id = MeetingId;
    const NAME: &'static str = "editions.see";

    async fn judge(read: &mut Read, who: &Who, id: &MeetingId) -> Result<Judgement> {
        let body = store::body_of_meeting(read, *id).await?;
        let standing = standing(read, who, body).await?;
        Ok(Judgement::yes(standing.capacity(), standing.partnership).knowing(standing))
    }
}

/// To read the list of what is owed to a body: whoever reads as its members do, exempt actions too; others as the body opens its actions.
#[derive(Debug)]
pub struct ReadActionList;

impl Act for ReadActionList {
    type Id = BodyId;
    const NAME: &'static str = "actions.list";

    async fn judge(read: &mut Read, who: &Who, id: &BodyId) -> Result<Judgement> {
        let standing = standing(read, who, *id).await?;
        let may = standing.is_of(standing.audience(DocumentClass::Actions));
        Ok(if may || standing.reads_as_member() {
            Judgement::yes(standing.capacity(), standing.partnership).knowing(standing)
        } else {
            Judgement::no("ask-secretariat")
        })
    }
}

/// To mark and note for oneself in a meeting's pack, and to have one's place kept: whoever may read it. It changes nothing of the
/// record, and nobody else is shown it.
#[derive(Debug)]
pub struct KeepNotes;

impl Act for KeepNotes {
    type Id = MeetingId;
    const NAME: &'static str = "reading.keep";

    async fn judge(read: &mut Read, who: &Who, id: &MeetingId) -> Result<Judgement> {
        ReadMeeting::judge(read, who, id).await
    }
}
