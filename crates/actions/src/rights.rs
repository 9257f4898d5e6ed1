//! Who may record, read, report and change actions. Rights follow from seats, offices and ownership.

use access::{Act, Judgement, Who};
use bodies::rights::standing;
use kernel::{ActionId, BodyId, PartnershipId, Result};
use ::store::{Read, args, sql};

sql!(BODY_OF_ACTION, "select body_id from action where id = $1");
// Every partner owes what is owed by all of them, and whoever holds an office owes what is owed by it.
sql!(
    OWES,
    "select exists (select 1 from action_owner o join action a on a.id = o.action_id where a.id = $1 and (
         o.person_id = $2
      or (o.kind = 'office' and o.person_id is null and exists (select 1 from office f where f.body_id = a.body_id and f.kind = o.office and f.person_id = $2
            and (f.starts_on is null or f.starts_on <= $3) and (f.ends_on is null or f.ends_on >= $3)))
      or ((o.kind = 'all-partners' or (o.kind = 'organisation' and o.person_id is null)) and exists (
            select 1 from appointment p join seat s on s.id = p.seat_id
            where s.body_id = a.body_id and p.person_id = $2 and (o.kind = 'all-partners' or s.organisation_id = o.organisation_id)
              and (p.starts_on is null or p.starts_on <= $3) and (p.ends_on is null or p.ends_on >= $3))))) as owes,
     exists (select 1 from action_owner o join assistant t on t.person_id = o.person_id where o.action_id = $1 and t.assistant_id = $2
        and t.starts_on <= $3 and (t.ends_on is null or t.ends_on >= $3)) as assists"
);
sql!(
    PARTNER,
    "select exists (select 1 from appointment a join seat s on s.id = a.seat_id join body b on b.id = s.body_id
        where b.partnership_id = p.id and a.person_id = $2 and (a.starts_on is null or a.starts_on <= $3) and (a.ends_on is null or a.ends_on >= $3))
      or exists (select 1 from office o join body b on b.id = o.body_id where b.partnership_id = p.id and o.person_id = $2
        and (o.starts_on is null or o.starts_on <= $3) and (o.ends_on is null or o.ends_on >= $3))
      or exists (select 1 from assistant t join appointment a on a.person_id = t.person_id join seat s on s.id = a.seat_id join body b on b.id = s.body_id
        where b.partnership_id = p.id and t.assistant_id = $2 and t.starts_on <= $3 and (t.ends_on is null or t.ends_on >= $3)
          and (a.starts_on is null or a.starts_on <= $3) and (a.ends_on is null or a.ends_on >= $3)) as partner
     from partnership p where p.id = $1"
);

async fn body_of(read: &mut Read, action: ActionId) -> Result<BodyId> {
    read.one(&BODY_OF_ACTION, args![action]).await?.get("body_id")
}

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
        if who.person().is_none() {
            return Ok(Judgement::no("ask-secretariat"));
        }
        let row = read.one(&OWES, args![*id, who.person(), who.today()]).await?;
        Ok(if row.get("owes")? {
            Judgement::yes("owner", standing.partnership)
        } else if standing.secretary {
            Judgement::yes("secretary", standing.partnership)
        } else if row.get("assists")? {
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
/// sees the actions of their own bodies, and of those that open theirs to the partnership.
#[derive(Debug)]
pub struct ReadRegister;

impl Act for ReadRegister {
    type Id = PartnershipId;
    const NAME: &'static str = "actions.read";

    async fn judge(read: &mut Read, who: &Who, id: &PartnershipId) -> Result<Judgement> {
        let partner: bool = read.one(&PARTNER, args![*id, who.person(), who.today()]).await?.get("partner")?;
        Ok(if who.person().is_some() && partner {
            Judgement::yes("member", *id)
        } else if who.is_auditor() {
            Judgement::yes("auditor", *id)
        } else {
            Judgement::no("ask-secretariat")
        })
    }
}
