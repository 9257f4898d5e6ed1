//! Who may record, read, report and change actions. Rights follow from seats, offices and ownership.

use ::store::Read;
use access::{Act, Judgement, Who};
use bodies::rights::standing;
use kernel::{ActionId, BodyId, PartnershipId, Result};

use crate::store::{any_open, body_of, is_partner, owes};

/// To record an action of a body: its secretariat.
#[derive(Debug)]
pub struct RecordAction;

impl Act for RecordAction {
    type Id = BodyId;
    const NAME: &'static str = "action.record";

    async fn judge(read: &mut Read, who: &Who, id: &BodyId) -> Result<Judgement> {
        let standing = standing(read, who, *id).await?;
        Ok(if standing.secretary { Judgement::yes("secretary", standing.partnership) } else { Judgement::no("ask-secretariat") })
    }
}

/// To change or drop an action: the secretariat of its body.
#[derive(Debug)]
pub struct ChangeAction;

impl Act for ChangeAction {
    type Id = ActionId;
    const NAME: &'static str = "action.change";

    async fn judge(read: &mut Read, who: &Who, id: &ActionId) -> Result<Judgement> {
        let body = body_of(read, *id).await?;
        RecordAction::judge(read, who, &body).await
    }
}

/// To report on an action: whoever owes it, their assistant, or the secretariat for them.
#[derive(Debug)]
pub struct ReportAction;

impl Act for ReportAction {
    type Id = ActionId;
    const NAME: &'static str = "action.report";

    async fn judge(read: &mut Read, who: &Who, id: &ActionId) -> Result<Judgement> {
        let body = body_of(read, *id).await?;
        let standing = standing(read, who, body).await?;
        let Some(person) = who.person() else { return Ok(Judgement::no("ask-secretariat")) };
        let (owes, assists) = owes(read, *id, person, who.today()).await?;
        Ok(if owes {
            Judgement::yes("owner", standing.partnership)
        } else if standing.secretary {
            Judgement::yes("secretary", standing.partnership)
        } else if assists {
            Judgement::yes("assistant", standing.partnership)
        } else {
            Judgement::no("ask-secretariat")
        })
    }
}

/// To read an action with its reports: whoever reads as a member of its body, or owes it.
#[derive(Debug)]
pub struct ReadAction;

impl Act for ReadAction {
    type Id = ActionId;
    const NAME: &'static str = "action.read";

    async fn judge(read: &mut Read, who: &Who, id: &ActionId) -> Result<Judgement> {
        let body = body_of(read, *id).await?;
        let standing = standing(read, who, body).await?;
        if standing.reads_as_member() {
            return Ok(Judgement::yes(standing.capacity(), standing.partnership));
        }
        ReportAction::judge(read, who, id).await
    }
}

/// To read the register of a partnership's actions: whoever sits on, serves or assists any body of it, and an auditor. Each
/// sees the actions of their own bodies, and of those that open theirs to the partnership. Everybody else, where any body opens its
/// actions to all: they see the actions of those bodies.
#[derive(Debug)]
pub struct ReadRegister;

impl Act for ReadRegister {
    type Id = PartnershipId;
    const NAME: &'static str = "actions.read";

    async fn judge(read: &mut Read, who: &Who, id: &PartnershipId) -> Result<Judgement> {
        let partner = is_partner(read, *id, who.person(), who.today()).await?;
        Ok(if who.person().is_some() && partner {
            Judgement::yes("member", *id)
        } else if who.is_auditor() {
            Judgement::yes("auditor", *id)
        } else if any_open(read, *id).await? {
            Judgement::yes("public", *id)
        } else {
            Judgement::no("ask-secretariat")
        })
    }
}
