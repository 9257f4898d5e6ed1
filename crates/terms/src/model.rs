//! The nouns: a version of a charter and how it stands.

use std::sync::Arc;

use charter::Charter;
use kernel::{BodyId, CharterId, Day, DecisionId, Instant, ItemId, MeetingId, MotionId, PersonId, words};
use serde::{Deserialize, Serialize};

words! {
    /// What was done about a version. Whether it is superseded follows from its days.
    pub enum CharterState {
        /// Laid for decision.
        Draft = "draft",
        /// Adopted on a day.
        Adopted = "adopted",
        /// In use; nobody recorded that it was adopted.
        AdoptionNotRecorded = "adoption-not-recorded",
        /// A draft that is not pursued.
        Withdrawn = "withdrawn",
    }
}

/// A version of a body's charter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Version {
    /// Which.
    pub id: CharterId,
    /// Whose.
    pub body: BodyId,
    /// Counted from 1 within the body.
    pub number: i64,
    /// Its title.
    pub title: String,
    /// The date the text bears.
    pub dated: Option<Day>,
    /// What was done about it.
    pub state: CharterState,
    /// When it was adopted.
    pub adopted_on: Option<Day>,
    /// By which decision.
    pub decision: Option<DecisionId>,
    /// How it was adopted, in words, where no decision is in the record.
    pub adoption_words: Option<String>,
    /// From when it is in force.
    pub starts_on: Option<Day>,
    /// From when another took its place, or none did.
    pub superseded_on: Option<Day>,
    /// Where the text is taken from.
    pub source: Option<String>,
    /// A note.
    pub note: Option<String>,
    /// When it was laid here.
    pub laid_at: Instant,
    /// The motion that puts it to a meeting.
    pub motion: Option<MotionId>,
    /// When it was put there as it stands; none for a text into which the meeting's own changes were written.
    pub proposed_at: Option<Instant>,
    /// Grows with each change of its state.
    pub version: i64,
}

impl Version {
    /// Whether it is in force on a day. A text cannot govern before the date it bears.
    pub fn in_force_on(&self, day: Day) -> bool {
        matches!(self.state, CharterState::Adopted | CharterState::AdoptionNotRecorded)
            && self.starts_on.or(self.dated).is_none_or(|from| from <= day)
            && self.superseded_on.is_none_or(|until| day < until)
    }

    /// How it stands on a day, as a word of the locale (`charter-standing-…`): `draft`, `in-force`, `adoption-not-recorded`,
    /// `to-come`, `dated-later` for a text whose adoption nobody recorded before the date it bears, `superseded`, `withdrawn`.
    pub fn standing(&self, day: Day) -> &'static str {
        match self.state {
            CharterState::Draft => "draft",
            CharterState::Withdrawn => "withdrawn",
            _ if self.superseded_on.is_some_and(|until| until <= day) => "superseded",
            CharterState::AdoptionNotRecorded if self.starts_on.or(self.dated).is_some_and(|from| from > day) => "dated-later",
            _ if self.starts_on.or(self.dated).is_some_and(|from| from > day) => "to-come",
            CharterState::Adopted => "in-force",
            CharterState::AdoptionNotRecorded => "adoption-not-recorded",
        }
    }
}

/// The version in force on a day, read.
#[derive(Debug, Clone)]
pub struct InForce {
    /// Which.
    pub id: CharterId,
    /// The version.
    pub version: Version,
    /// What it says.
    pub charter: Arc<Charter>,
}

/// What is laid.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct NewVersion {
    /// Its title; the text's own first heading when empty.
    pub title: Option<String>,
    /// The text.
    pub text: String,
    /// The date the text bears; its own head's when empty.
    pub dated: Option<Day>,
    /// It is in use already, and nobody recorded that it was adopted.
    pub adoption_not_recorded: bool,
    /// Where the text is taken from; its own head's when empty.
    pub source: Option<String>,
    /// A note.
    pub note: Option<String>,
}

/// How a version came into force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Adoption {
    /// The day it was adopted.
    pub on: Day,
    /// By which decision of the record.
    pub decision: Option<DecisionId>,
    /// By what, in words, where the decision is not in the record.
    pub words: Option<String>,
    /// From when it is in force; the day of adoption when empty.
    pub starts_on: Option<Day>,
}

/// The text that a body is writing, before it is laid as a version. It may have lines that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Draft {
    /// The text as it stands.
    pub text: String,
    /// The number of the version it was begun from.
    pub from: Option<i64>,
    /// When it was last saved.
    pub changed_at: Instant,
    /// By whom.
    pub changed_by: Option<PersonId>,
    /// Their name.
    pub changed_by_name: Option<String>,
    /// Grows with each saving.
    pub version: i64,
}

/// Where a version was put to a meeting, and what became of it there. The words of `outcome` and `meeting_state` are those of the
/// slices that own them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Proposed {
    /// The version's number.
    pub number: i64,
    /// The motion.
    pub motion: MotionId,
    /// The item under which it stands.
    pub item: Option<ItemId>,
    /// That item's printed number.
    pub item_number: Option<String>,
    /// The meeting.
    pub meeting: Option<MeetingId>,
    /// Its day.
    pub day: Option<Day>,
    /// How far it is: `planned`, `called`, `open`, `closed`.
    pub meeting_state: Option<String>,
    /// The body that decides.
    pub body_name: String,
    /// That body in addresses.
    pub body_slug: String,
    /// The decision, once there is one.
    pub decision: Option<DecisionId>,
    /// `agreed`, `amended`, `not-carried`, `deferred`, `noted`, `withdrawn`.
    pub outcome: Option<String>,
    /// When it was taken.
    pub taken_on: Option<Day>,
    /// The words decided on.
    pub words: Option<String>,
    /// Why it carried or not, with its numbers.
    pub explanation: Option<String>,
    /// Under which clause.
    pub clause: Option<String>,
}

impl Proposed {
    /// How it stands: `waiting`, `agreed`, `amended`, `deferred`, or `refused` where the meeting decided otherwise.
    pub fn standing(&self) -> &'static str {
        match self.outcome.as_deref() {
            None => "waiting",
            Some("agreed") => "agreed",
            Some("amended") => "amended",
            Some("deferred") => "deferred",
            Some(_) => "refused",
        }
    }
}
