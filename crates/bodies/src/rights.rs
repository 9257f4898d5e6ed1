//! Who may do what to a body. Rights follow from seats and offices; nobody assigns them twice.

use ::store::Read;
use access::{Act, Judgement, Who};
use kernel::{BodyId, Day, PartnershipId, Result};

use crate::model::{Audience, DocumentClass};
use crate::store;

/// How a reader stands to a body on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The body.
    pub body: BodyId,
    /// Its partnership.
    pub partnership: PartnershipId,
    /// The body's name, for sentences.
    pub body_name: String,
    /// Who may see which class of its documents.
    pub opened: Vec<(DocumentClass, Audience)>,
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

    /// Who may see a class of the body's documents. What nobody opened is for the body alone.
    pub fn audience(&self, class: DocumentClass) -> Audience {
        store::audience_among(&self.opened, class)
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
    let held = store::standing_row(read, body, who.person(), day).await?;
    Ok(Standing { administrator: who.is_administrator(), auditor: who.is_auditor(), ..held })
}

/// Who may see a class of a body's documents. What nobody has opened is for the body alone.
///
/// # Errors
/// A fault when the database refuses.
pub async fn audience_of(read: &mut Read, body: BodyId, class: crate::model::DocumentClass) -> Result<Audience> {
    store::audience_of(read, body, class).await
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
        let secretary = store::is_secretary_of_root(read, *id, who.person(), who.today()).await?;
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
        Ok(if standing.reads_as_member() { Judgement::yes(standing.capacity(), standing.partnership) } else { Judgement::no("ask-secretariat") })
    }
}
