//! Who may see how a body stands to its terms.

use ::store::{HOUSE, Read};
use access::{Act, Judgement, Key, Who};
use bodies::model::{Audience, DocumentClass, OfficeKind};
use bodies::rights::standing;
use kernel::{BodyId, Error, PartnershipId, PersonId, Result};
use uuid::Uuid;

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

/// What an organisation was asked about its nominees, by its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NomineeCheckId(pub Uuid);

impl Key for NomineeCheckId {
    const PARAM: &'static str = "check";
    async fn find(_: &mut Read, segment: &str) -> Result<Self> {
        segment.parse().map(Self).map_err(|_| Error::NotFound)
    }
    fn of_link(record: Uuid) -> Self {
        Self(record)
    }
}

/// To say for an organisation whether its nominees are still these, by the link of a letter: whoever was asked, and whoever reads
/// and answers for them.
#[derive(Debug)]
pub(crate) struct ConfirmNominees;

impl Act for ConfirmNominees {
    type Id = NomineeCheckId;
    const NAME: &'static str = "nominees.confirm";

    async fn judge(read: &mut Read, who: &Who, id: &NomineeCheckId) -> Result<Judgement> {
        let opened = crate::store::nominees::check(read, id.0).await?;
        let asked = opened.check.person;
        Ok(match who.person() {
            Some(person) if person == asked => Judgement::yes("nominator", opened.partnership),
            Some(person) if crate::store::nominees::reads_for(read, asked, person, who.today()).await? => {
                Judgement::yes("assistant", opened.partnership)
            }
            _ => Judgement::no("ask-secretariat"),
        })
    }
}

/// A proposal, by its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProposalId(pub Uuid);

impl Key for ProposalId {
    const PARAM: &'static str = "proposal";
    async fn find(_: &mut Read, segment: &str) -> Result<Self> {
        segment.parse().map(Self).map_err(|_| Error::NotFound)
    }
    fn of_link(record: Uuid) -> Self {
        Self(record)
    }
}

/// To do what is proposed, or to leave it: whoever holds the office that the clause names, and nobody else.
#[derive(Debug)]
pub struct ActOnProposal;

impl Act for ActOnProposal {
    type Id = ProposalId;
    const NAME: &'static str = "proposal.act";

    async fn judge(read: &mut Read, who: &Who, id: &ProposalId) -> Result<Judgement> {
        if who.person().is_none() {
            // Whether there is such a proposal is not for strangers.
            return Ok(Judgement::no("ask-secretariat"));
        }
        let proposal = crate::store::proposal(read, id.0).await?;
        let standing = standing(read, who, proposal.body).await?;
        let theirs = match proposal.office {
            OfficeKind::Chair => standing.chair,
            OfficeKind::ViceChair => standing.vice_chair,
            _ => standing.secretary,
        };
        Ok(if theirs {
            Judgement::yes(kernel::Word::word(proposal.office), standing.partnership).knowing(proposal)
        } else {
            Judgement::no("ask-proposal")
        })
    }
}
