//! The nouns: minutes in their four states, and what they hold.
//!
//! A state is left by a method that consumes it. Approved minutes have no method that changes them: what was wrong in them is
//! a [`Correction`], which keeps the earlier words or says that they are not held.

use kernel::{BodyId, Day, DecisionId, Hour, Instant, ItemId, MeetingId, MinutesId, PaperId, PersonId, words};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

words! {
    /// How far minutes are.
    pub enum MinutesState {
        /// Being written: they follow the record of the meeting as it stands.
        Draft = "draft",
        /// Cleared by the chair.
        Cleared = "cleared",
        /// Sent to the members, for approval at the next meeting.
        Circulated = "circulated",
        /// Approved. Nothing in them changes any more.
        Approved = "approved",
    }
}

/// What is the same in every state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Head {
    /// Which; none until anything about them was recorded.
    pub id: Option<MinutesId>,
    /// The meeting.
    pub meeting: MeetingId,
    /// The body that met.
    pub body: BodyId,
    /// What the officer wrote before the items.
    pub introduction: String,
    /// Grows with each change.
    pub version: i64,
}

/// Being written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Draft {
    /// What is the same in every state.
    pub head: Head,
}

/// Cleared by the chair.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cleared {
    /// What is the same in every state.
    pub head: Head,
    /// By whom.
    pub by: Option<PersonId>,
    /// When.
    pub at: Option<Instant>,
}

/// Sent to the members.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Circulated {
    /// As they were cleared.
    pub cleared: Cleared,
    /// When.
    pub at: Option<Instant>,
}

/// Approved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Approved {
    /// As they were circulated.
    pub circulated: Circulated,
    /// How.
    pub approval: Approval,
}

/// How minutes were approved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Approval {
    /// The day.
    pub on: Day,
    /// The meeting that approved them.
    pub at_meeting: MeetingId,
    /// Its decision, where that is in the record.
    pub decision: Option<DecisionId>,
    /// With amendments.
    pub amended: bool,
}

/// Minutes in whatever state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase", tag = "state")]
pub enum Minutes {
    /// Being written.
    Draft(Draft),
    /// Cleared by the chair.
    Cleared(Cleared),
    /// Sent to the members.
    Circulated(Circulated),
    /// Approved.
    Approved(Approved),
}

impl Draft {
    /// With another introduction.
    pub fn introduced(mut self, text: &str) -> Self {
        self.head.introduction = text.trim().to_owned();
        self
    }

    /// Cleared by the chair.
    pub fn clear(self, by: Option<PersonId>, at: Option<Instant>) -> Cleared {
        Cleared { head: self.head, by, at }
    }
}

impl Cleared {
    /// Sent to the members.
    pub fn circulate(self, at: Option<Instant>) -> Circulated {
        Circulated { cleared: self, at }
    }

    /// Back on the desk.
    pub fn reopen(self) -> Draft {
        Draft { head: self.head }
    }
}

impl Circulated {
    /// Approved by a later meeting.
    pub fn approve(self, approval: Approval) -> Approved {
        Approved { circulated: self, approval }
    }

    /// Back on the desk, to bring in what a member proposed. They are cleared and sent again.
    pub fn reopen(self) -> Draft {
        self.cleared.reopen()
    }
}

impl Minutes {
    /// The state in one word.
    pub fn state(&self) -> MinutesState {
        match self {
            Self::Draft(_) => MinutesState::Draft,
            Self::Cleared(_) => MinutesState::Cleared,
            Self::Circulated(_) => MinutesState::Circulated,
            Self::Approved(_) => MinutesState::Approved,
        }
    }

    /// What is the same in every state.
    pub fn head(&self) -> &Head {
        match self {
            Self::Draft(draft) => &draft.head,
            Self::Cleared(cleared) => &cleared.head,
            Self::Circulated(circulated) => &circulated.cleared.head,
            Self::Approved(approved) => &approved.circulated.cleared.head,
        }
    }
}

/// What minutes say, made from what happened. A version keeps it as it stood.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Content {
    /// The body.
    pub body: String,
    /// The day.
    pub day: Option<Day>,
    /// When it began.
    pub starts_at: Option<Hour>,
    /// When it ended.
    pub ends_at: Option<Hour>,
    /// Where.
    pub place: Option<String>,
    /// What the officer wrote before the items.
    pub introduction: String,
    /// Who was present in a seat.
    pub present: Vec<Attended>,
    /// Who sent apologies.
    pub apologies: Vec<Excused>,
    /// Who else was there.
    pub in_attendance: Vec<Attended>,
    /// Who presided at the beginning.
    pub presided: Option<String>,
    /// The items in their order.
    pub items: Vec<ItemMinute>,
    /// The next meetings: day, hour and place in words.
    pub next_meetings: Vec<NextMeeting>,
}

/// Somebody who was there.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Attended {
    /// Who.
    pub name: String,
    /// In which capacity: `member`, `substitute`, `guest`, `officer`, `observer`, `unclear`.
    pub capacity: String,
    /// The seat.
    pub seat: Option<String>,
    /// Their organisation.
    pub organisation: Option<String>,
    /// What the record says of them: `presenter of item 2`.
    pub description: Option<String>,
    /// In whose place.
    pub in_place_of: Option<String>,
    /// Comings and goings, where they were not there throughout.
    pub stays: Vec<Stay>,
    /// Who agreed that a guest is there, and in which words.
    #[serde(default)]
    pub agreed: Option<Agreed>,
}

/// An agreement that somebody may be there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreed {
    /// Who agreed.
    pub by: Option<String>,
    /// In which words.
    pub words: String,
    /// The clause that asks for it.
    pub clause: Option<String>,
}

/// A stay in the room; an end left out is the meeting's own.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Stay {
    /// The hour of coming.
    pub from_hour: Option<Hour>,
    /// The number of the item at which they came.
    pub from_item: Option<String>,
    /// The hour of leaving.
    pub until_hour: Option<Hour>,
    /// The number of the item at which they left.
    pub until_item: Option<String>,
}

/// Somebody who sent apologies.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Excused {
    /// Who.
    pub name: String,
    /// Their organisation.
    pub organisation: Option<String>,
}

/// A meeting to come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NextMeeting {
    /// The day.
    pub day: Day,
    /// When it begins.
    pub starts_at: Option<Hour>,
    /// Where.
    pub place: Option<String>,
}

/// What the minutes say of an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemMinute {
    /// Which.
    pub id: ItemId,
    /// Its number.
    pub number: Option<String>,
    /// Its title.
    pub title: String,
    /// Who presented it.
    pub presenter: Option<String>,
    /// Who presides from here on, where that changes.
    pub presides: Option<String>,
    /// It came late, and why it was taken.
    pub late_reason: Option<String>,
    /// Exempt from publication.
    pub exempt: bool,
    /// The title that the public reads.
    pub public_title: Option<String>,
    /// The ground.
    pub ground: Option<String>,
    /// The officer's notes.
    pub notes: String,
    /// Its papers, with the pages they have in the pack.
    #[serde(default)]
    pub papers: Vec<PaperMinute>,
    /// Interests declared on it.
    pub interests: Vec<InterestMinute>,
    /// What was reported at the meeting on actions of earlier ones.
    #[serde(default)]
    pub reported: Vec<ReportMinute>,
    /// What was decided.
    pub decisions: Vec<DecisionMinute>,
    /// Who does what.
    pub actions: Vec<ActionMinute>,
}

/// A report on an action, made while the meeting lasted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportMinute {
    /// The action.
    pub words: String,
    /// Who owes it.
    pub owners: Vec<String>,
    /// What was reported: `done`, `needs-until`, `progress`.
    pub kind: String,
    /// Until when it is needed.
    pub until: Option<Day>,
    /// In the words of the report.
    pub said: String,
    /// Exempt from publication.
    pub exempt: bool,
}

/// A paper that an item dealt with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperMinute {
    /// Which.
    pub id: PaperId,
    /// Its title.
    pub title: String,
    /// Its pages in the pack: `37`, `37–48`. None where it was in no pack.
    pub pages: Option<String>,
    /// Exempt from publication.
    pub exempt: bool,
    /// The title that the public reads.
    pub public_title: Option<String>,
}

/// An interest and what was ruled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InterestMinute {
    /// Who declared it.
    pub name: String,
    /// What kind, as a word the locale knows.
    pub kind: String,
    /// What it is.
    pub nature: String,
    /// The part ruled, as a word the locale knows.
    pub part: Option<String>,
    /// Who ruled.
    pub by: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// Under which clause.
    pub clause: Option<String>,
    /// The terms bar from the decision by themselves, under this clause.
    #[serde(default)]
    pub barred: Option<String>,
}

/// A decision with its explanation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecisionMinute {
    /// What was decided.
    pub words: String,
    /// What became of the motion, as a word the locale knows.
    pub outcome: String,
    /// How, in words.
    pub how: String,
    /// How, as a word: where the record does not say, the minutes do not either.
    pub how_recorded: bool,
    /// The terms' explanation.
    pub explanation: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// Under which clause.
    pub clause: Option<String>,
    /// Who moved it.
    pub moved: Option<String>,
    /// Who seconded it.
    pub seconded: Option<String>,
    /// The votes by name: seat, person, vote.
    pub votes: Vec<(String, String, String)>,
    /// Exempt from publication.
    pub exempt: bool,
    /// The ground.
    pub ground: Option<String>,
}

/// An action as the minutes list it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionMinute {
    /// What is to be done.
    pub words: String,
    /// Who owes it, in words.
    pub owners: Vec<String>,
    /// By when, in words.
    pub due: String,
    /// Exempt from publication.
    pub exempt: bool,
}

/// A version of minutes that was kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Kept {
    /// Counted from 1.
    pub number: i64,
    /// When.
    pub at: Instant,
    /// Why: `cleared`, `circulated`, `approved`.
    pub why: String,
    /// What they said.
    pub content: Content,
}

/// What a member answered to circulated minutes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reply {
    /// Who.
    pub name: String,
    /// When.
    pub at: Instant,
    /// They agree them as they stand.
    pub agreed: bool,
    /// What they propose, or remark.
    pub words: String,
}

/// What is typed to correct minutes that are approved, or that are held elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewCorrection {
    /// The meeting whose minutes they are, where they are held here.
    pub of_meeting: Option<MeetingId>,
    /// Which minutes, in words, where they are not: `October 2006`.
    pub of_words: Option<String>,
    /// Where in them: `page 5, Learning and Skills`.
    pub place: String,
    /// The earlier words; none where they are not held.
    pub earlier: Option<String>,
    /// The words that take their place. What was marked stands between two asterisks.
    pub later: String,
    /// The meeting that made the correction.
    pub made_at: Option<MeetingId>,
    /// The day, where no meeting tells it.
    pub made_on: Option<Day>,
    /// A note.
    pub note: Option<String>,
}

/// A correction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Correction {
    /// Which.
    pub id: Uuid,
    /// Which minutes, in words, where they are not held here.
    pub of_words: Option<String>,
    /// The day of the meeting whose minutes they are.
    pub of_day: Option<Day>,
    /// Where in them.
    pub place: String,
    /// The earlier words are held.
    pub earlier_held: bool,
    /// The earlier words.
    pub earlier: Option<String>,
    /// The words that take their place.
    pub later: String,
    /// The meeting that made it.
    pub made_at: Option<MeetingId>,
    /// The day.
    pub made_on: Option<Day>,
    /// A note.
    pub note: Option<String>,
}
