//! Who may see how a body stands to its terms.

use ::store::{HOUSE, Read};
use access::{Act, Judgement, Who};
use bodies::model::{Audience, DocumentClass};
use bodies::rights::standing;
use kernel::{BodyId, PartnershipId, PersonId, Result};

/// To see how a body stands to its terms: whoever may read both its terms and its membership.
#[derive(Debug)]
pub(crate) struct SeeStanding;

impl Act for SeeStanding {
    type Id = BodyId;
    const NAME: &'static str = "standing.see";

    async fn judge(read: &mut Read, who: &Who, id: &BodyId) -> Result<Judgement> {
        let standing = standing(read, who, *id).await?;
        let (charter, membership) = (standing.audience(DocumentClass::Charter), standing.audience(DocumentClass::Membership));
        let everybody = charter == Audience::Public && membership == Audience::Public;
        Ok(if standing.reads_as_member() {
            Judgement::yes(standing.capacity(), standing.partnership)
        } else if everybody || (standing.is_of(charter) && standing.is_of(membership)) {
            // Partners read what outsiders read: what happened in the room is for those who sit there.
            Judgement::yes(if everybody { "public" } else { "partner" }, standing.partnership)
        } else {
            Judgement::no("ask-secretariat")
        })
    }
}

/// To see what is due in all bodies of a partnership: its own secretariat, administrators and auditors.
#[derive(Debug)]
pub(crate) struct SeeAllDuties;

impl Act for SeeAllDuties {
    type Id = PartnershipId;
    const NAME: &'static str = "duties.see-all";

    async fn judge(read: &mut Read, who: &Who, id: &PartnershipId) -> Result<Judgement> {
        match bodies::rights::ManagePartnership::judge(read, who, id).await? {
            Judgement::No(_) if who.is_auditor() => Ok(Judgement::yes("auditor", *id)),
            judged => Ok(judged),
        }
    }
}

/// To read a person's own calendar of duties: that person, signed in or by the address they made for it.
#[derive(Debug)]
pub struct ReadDuties;

impl Act for ReadDuties {
    type Id = PersonId;
    const NAME: &'static str = "duties.read";

    async fn judge(_: &mut Read, who: &Who, id: &PersonId) -> Result<Judgement> {
        Ok(if who.person() == Some(*id) { Judgement::yes("self", HOUSE) } else { Judgement::no("ask-secretariat") })
    }
}

/// To stop one's weekly letter, from the letter itself.
#[derive(Debug)]
pub struct StopDutiesMail;

impl Act for StopDutiesMail {
    type Id = PersonId;
    const NAME: &'static str = "duties.stop-mail";

    async fn judge(_: &mut Read, who: &Who, id: &PersonId) -> Result<Judgement> {
        Ok(if who.person() == Some(*id) { Judgement::yes("self", HOUSE) } else { Judgement::no("ask-secretariat") })
    }
}
