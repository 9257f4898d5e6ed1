//! Who may call, read, rule at and answer for a meeting. Everything follows from seats, offices and invitations.

use ::store::{Read, Row};
use access::{Act, Judgement, Key, Who};
use bodies::rights::{Standing, standing, standing_on};
use kernel::{BodyId, Day, InvitationId, MeetingId, PersonId, Result};

use crate::model::MeetingState;
use crate::store;

/// How a reader stands to one meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingStanding {
    /// How they stand to its body on the day they ask.
    pub body: Standing,
    /// The meeting's day.
    pub day: Day,
    /// Where it stands.
    pub state: MeetingState,
    /// Comes, or came, in the place of a member who sits on its day.
    pub substitute: bool,
    /// Reads and answers for a member who sits on its day.
    pub assistant: bool,
    /// Sits on the body on the meeting's day: an invitation alone gives nothing to whoever has left their seat since.
    pub sat: bool,
}

impl MeetingStanding {
    /// Reads the agenda with its papers: who sits or sat then, who stands in, their assistants, the secretariat, an auditor.
    pub fn reads(&self) -> bool {
        self.body.reads_as_member() || self.substitute || self.assistant || self.sat
    }

    /// In which capacity they read.
    pub fn capacity(&self) -> &'static str {
        let now = self.body.capacity();
        match now {
            "public" | "administrator" if self.substitute => "substitute",
            "public" | "administrator" if self.assistant => "assistant",
            "public" | "administrator" if self.sat => "former-member",
            _ => now,
        }
    }
}

fn row_standing(row: &Row, body: Standing) -> Result<MeetingStanding> {
    Ok(MeetingStanding {
        body,
        day: row.get("day")?,
        state: row.word("state")?,
        substitute: row.get("substitute")?,
        assistant: row.get("assistant")?,
        sat: row.get("sat")?,
    })
}

/// How a reader stands to a meeting, in two statements.
///
/// # Errors
/// [`kernel::Error::NotFound`] without such a meeting.
pub async fn standing_at(read: &mut Read, who: &Who, meeting: MeetingId) -> Result<MeetingStanding> {
    let row = store::rights_at(read, meeting, who.person(), who.today()).await?;
    let body = standing_on(read, who, row.get("body_id")?, who.today()).await?;
    row_standing(&row, body)
}

/// To plan the dates of a body: its secretariat.
#[derive(Debug)]
pub struct PlanMeetings;

impl Act for PlanMeetings {
    type Id = BodyId;
    const NAME: &'static str = "meeting.plan";

    async fn judge(read: &mut Read, who: &Who, id: &BodyId) -> Result<Judgement> {
        let standing = standing(read, who, *id).await?;
        Ok(if standing.secretary { Judgement::yes("secretary", standing.partnership) } else { Judgement::no("ask-secretariat") })
    }
}

/// To put terms of reference to a meeting, and to take them back before it: the secretariat of the body whose terms they are.
#[derive(Debug)]
pub struct ProposeTerms;

impl Act for ProposeTerms {
    type Id = BodyId;
    const NAME: &'static str = "charter.propose";

    async fn judge(read: &mut Read, who: &Who, id: &BodyId) -> Result<Judgement> {
        let standing = standing(read, who, *id).await?;
        Ok(if standing.secretary { Judgement::yes("secretary", standing.partnership) } else { Judgement::no("ask-secretariat") })
    }
}

/// To see a body's diary: whoever reads as a member of it.
#[derive(Debug)]
pub struct ReadDiary;

impl Act for ReadDiary {
    type Id = BodyId;
    const NAME: &'static str = "meeting.diary";

    async fn judge(read: &mut Read, who: &Who, id: &BodyId) -> Result<Judgement> {
        let standing = standing(read, who, *id).await?;
        let reads = standing.reads_as_member() || standing.ever_member;
        let capacity = if standing.reads_as_member() { standing.capacity() } else { "former-member" };
        Ok(if reads { Judgement::yes(capacity, standing.partnership) } else { Judgement::no("ask-secretariat") })
    }
}

/// To call a meeting and hold it: arrangements, agenda, sending, roll, notes. The body's secretariat.
#[derive(Debug)]
pub struct CallMeeting;

impl Act for CallMeeting {
    type Id = MeetingId;
    const NAME: &'static str = "meeting.call";

    async fn judge(read: &mut Read, who: &Who, id: &MeetingId) -> Result<Judgement> {
        let standing = standing_at(read, who, *id).await?;
        Ok(if standing.body.secretary { Judgement::yes("secretary", standing.body.partnership) } else { Judgement::no("ask-secretariat") })
    }
}

/// To read a meeting's agenda with its papers.
#[derive(Debug)]
pub struct ReadMeeting;

impl Act for ReadMeeting {
    type Id = MeetingId;
    const NAME: &'static str = "meeting.read";

    async fn judge(read: &mut Read, who: &Who, id: &MeetingId) -> Result<Judgement> {
        let standing = standing_at(read, who, *id).await?;
        Ok(if standing.reads() { Judgement::yes(standing.capacity(), standing.body.partnership) } else { Judgement::no("ask-secretariat") })
    }
}

/// To ask for an item: whoever sits on the body, their assistant for them, and the chair.
#[derive(Debug)]
pub struct RequestItem;

impl Act for RequestItem {
    type Id = MeetingId;
    const NAME: &'static str = "meeting.request-item";

    async fn judge(read: &mut Read, who: &Who, id: &MeetingId) -> Result<Judgement> {
        let standing = standing_at(read, who, *id).await?;
        let may = standing.body.member || standing.body.chair || standing.body.vice_chair || standing.body.assistant;
        Ok(if may { Judgement::yes(standing.capacity(), standing.body.partnership) } else { Judgement::no("ask-member") })
    }
}

/// To rule at a meeting, on late items and on guests: the chair; the secretariat writes down what the chair has ruled.
#[derive(Debug)]
pub struct RuleAtMeeting;

impl Act for RuleAtMeeting {
    type Id = MeetingId;
    const NAME: &'static str = "meeting.rule";

    async fn judge(read: &mut Read, who: &Who, id: &MeetingId) -> Result<Judgement> {
        let standing = standing_at(read, who, *id).await?;
        let partnership = standing.body.partnership;
        Ok(if standing.body.chair {
            Judgement::yes("chair", partnership)
        } else if standing.body.secretary {
            Judgement::yes("secretary", partnership)
        } else {
            Judgement::no("ask-chair")
        })
    }
}

/// To answer an invitation: whoever it is for, the second name of their seat, their assistant, and the secretariat for them. Once the meeting is over, or the
/// seat has ended, nobody.
#[derive(Debug)]
pub struct AnswerInvitation;

impl Act for AnswerInvitation {
    type Id = InvitationId;
    const NAME: &'static str = "meeting.answer";

    async fn judge(read: &mut Read, who: &Who, id: &InvitationId) -> Result<Judgement> {
        let row = store::rights_of_invitation(read, *id, who.person(), who.today()).await?;
        let partnership = row.get("partnership_id")?;
        let member: PersonId = row.get("person_id")?;
        let state: MeetingState = row.word("state")?;
        let (sits, assistant): (bool, bool) = (row.get("sits")?, row.get("assistant")?);
        if !state.takes_answers() {
            return Ok(Judgement::no("answer-over"));
        }
        if who.person() == Some(member) {
            return Ok(if sits { Judgement::yes("member", partnership) } else { Judgement::no("answer-seat-ended") });
        }
        // The seat is both names': either answers for it.
        if row.get("second_name")? {
            return Ok(Judgement::yes("member", partnership));
        }
        if assistant {
            return Ok(if sits { Judgement::yes("assistant", partnership) } else { Judgement::no("answer-seat-ended") });
        }
        // The bearer of a link acts for one person only, whatever offices they hold besides.
        if who.linked.is_none() && standing(read, who, row.get("body_id")?).await?.secretary {
            return Ok(Judgement::yes("secretary", partnership));
        }
        Ok(Judgement::no("ask-secretariat"))
    }
}

/// To have one's meetings in one's own calendar: that person, signed in or by the address they made for it.
#[derive(Debug)]
pub struct ReadOwnCalendar;

impl Act for ReadOwnCalendar {
    type Id = PersonId;
    const NAME: &'static str = "meeting.own-calendar";

    async fn judge(_: &mut Read, who: &Who, id: &PersonId) -> Result<Judgement> {
        Ok(if who.person() == Some(*id) { Judgement::yes("self", ::store::HOUSE) } else { Judgement::no("ask-secretariat") })
    }
}

/// A sub-group's report, by its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SubGroupReportId(pub uuid::Uuid);

impl Key for SubGroupReportId {
    const PARAM: &'static str = "report";
    async fn find(_: &mut Read, segment: &str) -> Result<Self> {
        segment.parse().map(Self).map_err(|_| kernel::Error::NotFound)
    }
    fn of_link(record: uuid::Uuid) -> Self {
        Self(record)
    }
}

/// To say for a sub-group what it reports, by the link of a letter: its chair, its vice-chair, its secretariat, and whoever reads
/// for its members.
#[derive(Debug)]
pub struct ReportForSubGroup;

impl Act for ReportForSubGroup {
    type Id = SubGroupReportId;
    const NAME: &'static str = "item.report-for-sub-group";

    async fn judge(read: &mut Read, who: &Who, id: &SubGroupReportId) -> Result<Judgement> {
        let report = store::sub_group_report(read, id.0).await?;
        let standing = standing(read, who, report.body).await?;
        let theirs = standing.chair || standing.vice_chair || standing.secretary || standing.assistant;
        Ok(if theirs { Judgement::yes(standing.capacity(), standing.partnership) } else { Judgement::no("ask-secretariat") })
    }
}
