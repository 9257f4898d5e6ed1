//! Who puts motions, records decisions and reads them.

use ::store::Read;
use access::{Act, Judgement, Who};
use bodies::rights::standing;
use kernel::{BodyId, ItemId, MotionId, Result};

use crate::store::{body_of_item, body_of_motion};

async fn secretariat_of(read: &mut Read, who: &Who, body: BodyId) -> Result<Judgement> {
    let standing = standing(read, who, body).await?;
    Ok(if standing.secretary { Judgement::yes("secretary", standing.partnership) } else { Judgement::no("ask-secretariat") })
}

/// To put a motion under an item: the secretariat, who write what the table puts.
#[derive(Debug)]
pub struct PutMotion;

impl Act for PutMotion {
    type Id = ItemId;
    const NAME: &'static str = "motion.put";

    async fn judge(read: &mut Read, who: &Who, id: &ItemId) -> Result<Judgement> {
        let body = body_of_item(read, *id).await?;
        secretariat_of(read, who, body).await
    }
}

/// To put a motion between meetings, or one that no item of a held agenda is known for.
#[derive(Debug)]
pub struct PutMotionOfBody;

impl Act for PutMotionOfBody {
    type Id = BodyId;
    const NAME: &'static str = "motion.put-between-meetings";

    async fn judge(read: &mut Read, who: &Who, id: &BodyId) -> Result<Judgement> {
        secretariat_of(read, who, *id).await
    }
}

/// To record how a motion was decided, or to correct that record before the minutes are approved: the secretariat.
#[derive(Debug)]
pub struct DecideMotion;

impl Act for DecideMotion {
    type Id = MotionId;
    const NAME: &'static str = "motion.decide";

    async fn judge(read: &mut Read, who: &Who, id: &MotionId) -> Result<Judgement> {
        let body = body_of_motion(read, *id).await?;
        secretariat_of(read, who, body).await
    }
}

/// To read a motion with its votes, exempt ones too: whoever reads as a member of the body.
#[derive(Debug)]
pub struct ReadMotion;

impl Act for ReadMotion {
    type Id = MotionId;
    const NAME: &'static str = "motion.read";

    async fn judge(read: &mut Read, who: &Who, id: &MotionId) -> Result<Judgement> {
        let body = body_of_motion(read, *id).await?;
        let standing = standing(read, who, body).await?;
        Ok(if standing.reads_as_member() { Judgement::yes(standing.capacity(), standing.partnership) } else { Judgement::no("ask-secretariat") })
    }
}

/// To read the decisions of a body, exempt ones too: whoever reads as a member of the body.
#[derive(Debug)]
pub struct ReadDecisions;

impl Act for ReadDecisions {
    type Id = BodyId;
    const NAME: &'static str = "decisions.read";

    async fn judge(read: &mut Read, who: &Who, id: &BodyId) -> Result<Judgement> {
        let standing = standing(read, who, *id).await?;
        Ok(if standing.reads_as_member() { Judgement::yes(standing.capacity(), standing.partnership) } else { Judgement::no("ask-secretariat") })
    }
}
