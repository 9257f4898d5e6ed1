//! Who may do what to a body. Rights follow from seats and offices; nobody assigns them twice.

use access::{Act, Judgement, Who};
use kernel::{BodyId, Day, PartnershipId, Result};
use ::store::{Read, args, sql};

use crate::model::Audience;

sql!(
    STANDING,
    "select b.partnership_id, b.name,
       exists (select 1 from appointment a join seat s on s.id = a.seat_id where s.body_id = b.id and a.person_id = $2
               and (a.starts_on is null or a.starts_on <= $3) and (a.ends_on is null or a.ends_on >= $3)) as member,
       exists (select 1 from appointment a join seat s on s.id = a.seat_id where s.body_id = b.id and a.person_id = $2
               and (a.starts_on is null or a.starts_on <= $3)) as ever_member,
       exists (select 1 from appointment a join seat s on s.id = a.seat_id join body ob on ob.id = s.body_id
               where ob.partnership_id = b.partnership_id and a.person_id = $2
               and (a.starts_on is null or a.starts_on <= $3) and (a.ends_on is null or a.ends_on >= $3)) as partner,
       exists (select 1 from office o where o.body_id = b.id and o.kind = 'chair' and o.person_id = $2
               and (o.starts_on is null or o.starts_on <= $3) and (o.ends_on is null or o.ends_on >= $3)) as chair,
       exists (select 1 from office o where o.body_id = b.id and o.kind = 'vice-chair' and o.person_id = $2
               and (o.starts_on is null or o.starts_on <= $3) and (o.ends_on is null or o.ends_on >= $3)) as vice_chair,
       exists (select 1 from office o join body ob on ob.id = o.body_id where o.kind = 'secretary' and o.person_id = $2
               and (o.body_id = b.id or (ob.partnership_id = b.partnership_id and ob.kind = 'partnership'))
               and (o.starts_on is null or o.starts_on <= $3) and (o.ends_on is null or o.ends_on >= $3)) as secretary,
       exists (select 1 from assistant t join appointment a on a.person_id = t.person_id join seat s on s.id = a.seat_id
               where s.body_id = b.id and t.assistant_id = $2 and t.starts_on <= $3 and (t.ends_on is null or t.ends_on >= $3)
               and (a.starts_on is null or a.starts_on <= $3) and (a.ends_on is null or a.ends_on >= $3)) as assistant
     from body b where b.id = $1"
);
sql!(
    SECRETARY_OF_ROOT,
    "select p.id, exists (select 1 from office o join body b on b.id = o.body_id where b.partnership_id = p.id and b.kind = 'partnership'
       and o.kind = 'secretary' and o.person_id = $2
       and (o.starts_on is null or o.starts_on <= $3) and (o.ends_on is null or o.ends_on >= $3)) as secretary
     from partnership p where p.id = $1"
);
sql!(OPENNESS_OF, "select audience from openness where body_id = $1 and class = $2");

/// How a reader stands to a body on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The body.
    pub body: BodyId,
    /// Its partnership.
    pub partnership: PartnershipId,
    /// The body's name, for sentences.
    pub body_name: String,
    /// Sits on it now.
    pub member: bool,
    /// Sits or has sat on it.
    pub ever_member: bool,
    /// Sits on any body of the partnership now.
    pub partner: bool,
    /// Chairs it.
    pub chair: bool,
    /// Is its vice-chair.
    pub vice_chair: bool,
    /// Is of its secretariat, or of the partnership's own.
    pub secretary: bool,
    /// Reads and answers for one of its members.
    pub assistant: bool,
    /// Looks after the installation.
    pub administrator: bool,
    /// Reads everything, changes nothing.
    pub auditor: bool,
}

impl Standing {
    /// Reads what members of the body read: chair, member, secretariat, assistant, auditor.
    pub fn reads_as_member(&self) -> bool {
        self.member || self.chair || self.vice_chair || self.secretary || self.assistant || self.auditor
    }

    /// Whether an audience includes this reader.
    pub fn is_of(&self, audience: Audience) -> bool {
        match audience {
            Audience::Public => true,
            Audience::Members => self.partner || self.reads_as_member(),
            Audience::Body => self.reads_as_member(),
        }
    }

    /// The weightiest capacity in which this reader acts here, as a word of the locale (`capacity-…`).
    pub fn capacity(&self) -> &'static str {
        if self.secretary {
            "secretary"
        } else if self.chair {
            "chair"
        } else if self.vice_chair {
            "vice-chair"
        } else if self.member {
            "member"
        } else if self.assistant {
            "assistant"
        } else if self.auditor {
            "auditor"
        } else if self.administrator {
            "administrator"
        } else {
            "public"
        }
    }
}

/// How a reader stands to a body on the day they ask.
///
/// # Errors
/// [`kernel::Error::NotFound`] without such a body.
pub async fn standing(read: &mut Read, who: &Who, body: BodyId) -> Result<Standing> {
    standing_on(read, who, body, who.today()).await
}

/// How a reader stood to a body on a day: former members keep what they could read in their time.
///
/// # Errors
/// [`kernel::Error::NotFound`] without such a body.
pub async fn standing_on(read: &mut Read, who: &Who, body: BodyId, day: Day) -> Result<Standing> {
    let row = read.one(&STANDING, args![body, who.person(), day]).await?;
    Ok(Standing {
        body,
        partnership: row.get("partnership_id")?,
        body_name: row.get("name")?,
        member: row.get("member")?,
        ever_member: row.get("ever_member")?,
        partner: row.get("partner")?,
        chair: row.get("chair")?,
        vice_chair: row.get("vice_chair")?,
        secretary: row.get("secretary")?,
        assistant: row.get("assistant")?,
        administrator: who.is_administrator(),
        auditor: who.is_auditor(),
    })
}

/// Who may see a class of a body's documents. What nobody has opened is for the body alone.
///
/// # Errors
/// A fault when the database refuses.
pub async fn audience_of(read: &mut Read, body: BodyId, class: crate::model::DocumentClass) -> Result<Audience> {
    let row = read.maybe(&OPENNESS_OF, args![body, kernel::Word::word(class)]).await?;
    row.map_or(Ok(Audience::Body), |row| row.word("audience"))
}

/// To found a partnership: an administrator.
#[derive(Debug)]
pub struct FoundPartnership;

impl Act for FoundPartnership {
    type Id = ();
    const NAME: &'static str = "partnership.found";

    async fn judge(_: &mut Read, who: &Who, (): &()) -> Result<Judgement> {
        Ok(if who.is_administrator() { Judgement::yes("administrator", ::store::HOUSE) } else { Judgement::no("ask-administrator") })
    }
}

/// To change a partnership as a whole, its sectors and its structure: its own secretariat, and an administrator.
#[derive(Debug)]
pub struct ManagePartnership;

impl Act for ManagePartnership {
    type Id = PartnershipId;
    const NAME: &'static str = "partnership.manage";

    async fn judge(read: &mut Read, who: &Who, id: &PartnershipId) -> Result<Judgement> {
        let secretary: bool = read.one(&SECRETARY_OF_ROOT, args![*id, who.person(), who.today()]).await?.get("secretary")?;
        Ok(if secretary {
            Judgement::yes("secretary", *id)
        } else if who.is_administrator() {
            Judgement::yes("administrator", *id)
        } else {
            Judgement::no("ask-secretariat")
        })
    }
}

/// To keep a body: its seats, appointments, offices and choices. Its secretariat.
#[derive(Debug)]
pub struct ManageBody;

impl Act for ManageBody {
    type Id = BodyId;
    const NAME: &'static str = "body.manage";

    async fn judge(read: &mut Read, who: &Who, id: &BodyId) -> Result<Judgement> {
        let standing = standing(read, who, *id).await?;
        Ok(if standing.secretary {
            Judgement::yes("secretary", standing.partnership)
        } else if standing.administrator {
            Judgement::yes("administrator", standing.partnership)
        } else {
            Judgement::no("ask-secretariat")
        })
    }
}

/// To read what members of a body read.
#[derive(Debug)]
pub struct ReadBody;

impl Act for ReadBody {
    type Id = BodyId;
    const NAME: &'static str = "body.read";

    async fn judge(read: &mut Read, who: &Who, id: &BodyId) -> Result<Judgement> {
        let standing = standing(read, who, *id).await?;
        Ok(if standing.reads_as_member() {
            Judgement::yes(standing.capacity(), standing.partnership)
        } else {
            Judgement::no("ask-secretariat")
        })
    }
}
