//! Who may declare, rule and keep the register.

use ::store::Read;
use access::{Act, Judgement, Who};
use bodies::rights::standing;
use kernel::{Finding, Findings, InterestId, ItemId, MeetingId, PartnershipId, Result};

use crate::store::{body_of_item, body_of_meeting, comes_to, in_partnership, of_declaration};

/// To declare an interest on an item: whoever sits on the body or comes to the meeting, for themselves; the secretariat for
/// anybody at their word.
#[derive(Debug)]
pub struct DeclareInterest;

impl Act for DeclareInterest {
    type Id = ItemId;
    const NAME: &'static str = "interest.declare";

    async fn judge(read: &mut Read, who: &Who, id: &ItemId) -> Result<Judgement> {
        let body = body_of_item(read, *id).await?;
        let standing = standing(read, who, body).await?;
        if standing.secretary {
            return Ok(Judgement::yes("secretary", standing.partnership));
        }
        if standing.member || standing.chair || standing.vice_chair {
            return Ok(Judgement::yes(standing.capacity(), standing.partnership));
        }
        let comes = comes_to(read, *id, who.person()).await?;
        Ok(if who.person().is_some() && comes { Judgement::yes("substitute", standing.partnership) } else { Judgement::no("ask-secretariat") })
    }
}

/// To declare an interest on any item of a meeting, by the link of the letter that brought its agenda: whoever may declare one on
/// its items.
#[derive(Debug)]
pub struct DeclareAtMeeting;

impl Act for DeclareAtMeeting {
    type Id = MeetingId;
    const NAME: &'static str = "interest.declare-at-meeting";

    async fn judge(read: &mut Read, who: &Who, id: &MeetingId) -> Result<Judgement> {
        match crate::store::items(read, *id).await?.first() {
            Some(item) => DeclareInterest::judge(read, who, &item.id).await,
            None => Ok(Judgement::no("ask-secretariat")),
        }
    }
}

/// To withdraw a declaration made in error: the person who made it, and the secretariat.
#[derive(Debug)]
pub struct WithdrawInterest;

impl Act for WithdrawInterest {
    type Id = InterestId;
    const NAME: &'static str = "interest.withdraw";

    async fn judge(read: &mut Read, who: &Who, id: &InterestId) -> Result<Judgement> {
        let (body, person) = of_declaration(read, *id).await?;
        let standing = standing(read, who, body).await?;
        Ok(if standing.secretary {
            Judgement::yes("secretary", standing.partnership)
        } else if who.person() == Some(person) {
            Judgement::yes("person-concerned", standing.partnership)
        } else {
            Judgement::no("ask-secretariat")
        })
    }
}

/// To record a ruling on an interest: the chair or vice-chair, whoever is in the chair of the meeting, and the secretariat, who write down what was ruled at the
/// table. Whether the one who ruled could is judged by the terms.
#[derive(Debug)]
pub struct RuleOnInterest;

impl Act for RuleOnInterest {
    type Id = InterestId;
    const NAME: &'static str = "interest.rule";

    async fn judge(read: &mut Read, who: &Who, id: &InterestId) -> Result<Judgement> {
        let (body, _) = of_declaration(read, *id).await?;
        let standing = standing(read, who, body).await?;
        if standing.secretary || standing.chair || standing.vice_chair {
            return Ok(Judgement::yes(standing.capacity(), standing.partnership));
        }
        let meeting = crate::store::declaration_of(read, *id).await?.meeting;
        let (presides, _) = crate::store::in_the_chair(read, meeting, who.person()).await?;
        let theirs = presides.is_some() && presides == who.person();
        Ok(if theirs { Judgement::yes("presiding", standing.partnership) } else { Judgement::no("ask-chair") })
    }
}

/// To read the declarations made at a body's meetings and their effect: whoever reads as a member.
#[derive(Debug)]
pub struct ReadInterests;

impl Act for ReadInterests {
    type Id = MeetingId;
    const NAME: &'static str = "interests.read";

    async fn judge(read: &mut Read, who: &Who, id: &MeetingId) -> Result<Judgement> {
        let body = body_of_meeting(read, *id).await?;
        let standing = standing(read, who, body).await?;
        Ok(if standing.reads_as_member() { Judgement::yes(standing.capacity(), standing.partnership) } else { Judgement::no("ask-secretariat") })
    }
}

/// To read the register of interests of a partnership, and to keep one's own part of it: whoever sits on any body of it; its
/// secretariats keep everybody's.
#[derive(Debug)]
pub struct KeepRegister;

impl Act for KeepRegister {
    type Id = PartnershipId;
    const NAME: &'static str = "interest.register";

    async fn judge(read: &mut Read, who: &Who, id: &PartnershipId) -> Result<Judgement> {
        let (member, secretary) = in_partnership(read, *id, who.person(), who.today()).await?;
        Ok(if secretary {
            Judgement::yes("secretary", *id)
        } else if member {
            Judgement::yes("member", *id)
        } else {
            Judgement::no("ask-secretariat")
        })
    }
}

/// Whether what a meeting did may still be changed in its record: not once its minutes are approved. A slip found later is a
/// correction, which keeps the earlier words.
///
/// # Errors
/// A fault when the database refuses.
pub async fn may_change_record(read: &mut Read, meeting: MeetingId) -> Result<Findings> {
    let approved = crate::store::minutes_state(read, meeting).await?.as_deref() == Some("approved");
    Ok(if approved { Finding::refuse("minutes-approved").into() } else { Findings::none() })
}
