//! Who may declare, rule and keep the register.

use access::{Act, Judgement, Who};
use bodies::rights::standing;
use kernel::{BodyId, Finding, Findings, InterestId, ItemId, PartnershipId, PersonId, Result};
use ::store::{Read, args, sql};

sql!(BODY_OF_ITEM, "select m.body_id from item i join meeting m on m.id = i.meeting_id where i.id = $1");
sql!(OF_DECLARATION, "select m.body_id, d.person_id from declaration d join meeting m on m.id = d.meeting_id where d.id = $1 and d.withdrawn_at is null");
sql!(
    IN_PARTNERSHIP,
    "select exists (select 1 from appointment a join seat s on s.id = a.seat_id join body b on b.id = s.body_id
        where b.partnership_id = p.id and a.person_id = $2 and (a.starts_on is null or a.starts_on <= $3) and (a.ends_on is null or a.ends_on >= $3)) as member,
      exists (select 1 from office o join body b on b.id = o.body_id where b.partnership_id = p.id and o.kind = 'secretary' and o.person_id = $2
        and (o.starts_on is null or o.starts_on <= $3) and (o.ends_on is null or o.ends_on >= $3)) as secretary
     from partnership p where p.id = $1"
);
sql!(
    SUBSTITUTES,
    "select exists (select 1 from attendance a join item i on i.meeting_id = a.meeting_id where i.id = $1 and a.person_id = $2)
         or exists (select 1 from invitation v join item i on i.meeting_id = v.meeting_id where i.id = $1 and v.substitute_id = $2) as comes"
);

/// To declare an interest on an item: whoever sits on the body or comes to the meeting, for themselves; the secretariat for
/// anybody at their word.
#[derive(Debug)]
pub struct DeclareInterest;

impl Act for DeclareInterest {
    type Id = ItemId;
    const NAME: &'static str = "interest.declare";

    async fn judge(read: &mut Read, who: &Who, id: &ItemId) -> Result<Judgement> {
        let body: BodyId = read.one(&BODY_OF_ITEM, args![*id]).await?.get("body_id")?;
        let standing = standing(read, who, body).await?;
        if standing.secretary {
            return Ok(Judgement::yes("secretary", standing.partnership));
        }
        if standing.member || standing.chair || standing.vice_chair {
            return Ok(Judgement::yes(standing.capacity(), standing.partnership));
        }
        let comes: bool = read.one(&SUBSTITUTES, args![*id, who.person()]).await?.get("comes")?;
        Ok(if who.person().is_some() && comes { Judgement::yes("substitute", standing.partnership) } else { Judgement::no("ask-secretariat") })
    }
}

async fn of_declaration(read: &mut Read, id: InterestId) -> Result<(BodyId, PersonId)> {
    let row = read.one(&OF_DECLARATION, args![id]).await?;
    Ok((row.get("body_id")?, row.get("person_id")?))
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

/// To record a ruling on an interest: the chair or vice-chair, and the secretariat, who write down what was ruled at the
/// table. Whether the one who ruled could is judged by the terms.
#[derive(Debug)]
pub struct RuleOnInterest;

impl Act for RuleOnInterest {
    type Id = InterestId;
    const NAME: &'static str = "interest.rule";

    async fn judge(read: &mut Read, who: &Who, id: &InterestId) -> Result<Judgement> {
        let (body, _) = of_declaration(read, *id).await?;
        let standing = standing(read, who, body).await?;
        Ok(if standing.secretary || standing.chair || standing.vice_chair {
            Judgement::yes(standing.capacity(), standing.partnership)
        } else {
            Judgement::no("ask-chair")
        })
    }
}

/// To read the declarations made at a body's meetings and their effect: whoever reads as a member.
#[derive(Debug)]
pub struct ReadInterests;

impl Act for ReadInterests {
    type Id = kernel::MeetingId;
    const NAME: &'static str = "interests.read";

    async fn judge(read: &mut Read, who: &Who, id: &kernel::MeetingId) -> Result<Judgement> {
        let body: BodyId = read.one(&BODY_OF_MEETING, args![*id]).await?.get("body_id")?;
        let standing = standing(read, who, body).await?;
        Ok(if standing.reads_as_member() { Judgement::yes(standing.capacity(), standing.partnership) } else { Judgement::no("ask-secretariat") })
    }
}

sql!(BODY_OF_MEETING, "select body_id from meeting where id = $1");

/// To read the register of interests of a partnership, and to keep one's own part of it: whoever sits on any body of it; its
/// secretariats keep everybody's.
#[derive(Debug)]
pub struct KeepRegister;

impl Act for KeepRegister {
    type Id = PartnershipId;
    const NAME: &'static str = "interest.register";

    async fn judge(read: &mut Read, who: &Who, id: &PartnershipId) -> Result<Judgement> {
        let row = read.one(&IN_PARTNERSHIP, args![*id, who.person(), who.today()]).await?;
        let (member, secretary): (bool, bool) = (row.get("member")?, row.get("secretary")?);
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
pub async fn may_change_record(read: &mut Read, meeting: kernel::MeetingId) -> Result<Findings> {
    let approved = crate::store::minutes_state(read, meeting).await?.as_deref() == Some("approved");
    Ok(if approved { Finding::refuse("minutes-approved").into() } else { Findings::none() })
}
