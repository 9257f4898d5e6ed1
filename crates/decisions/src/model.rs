//! The nouns: a motion, the votes on it, the decision.

use kernel::{BodyId, Day, DecisionId, Instant, ItemId, MeetingId, MotionId, PersonId, SeatId, words};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

words! {
    /// What became of a motion.
    pub enum Outcome {
        /// Agreed as it stood.
        Agreed = "agreed",
        /// Agreed with changes; the decision holds the words as changed.
        Amended = "amended",
        /// Put and not carried.
        NotCarried = "not-carried",
        /// Taken note of; nothing was decided.
        Noted = "noted",
        /// Put off to another meeting.
        Deferred = "deferred",
        /// Withdrawn before it was decided.
        Withdrawn = "withdrawn",
    }
}

impl Outcome {
    /// Whether the body bound itself by it, for which a quorum is wanted where the terms require one.
    pub fn decides(self) -> bool {
        matches!(self, Self::Agreed | Self::Amended | Self::NotCarried)
    }
}

words! {
    /// How a motion was decided.
    pub enum How {
        /// Nobody disagreed, or all consented.
        Consensus = "consensus",
        /// By a vote, counted.
        Counted = "counted",
        /// By a vote, each by name and seat.
        Named = "named",
        /// By whoever presides, or by those to whom it was left.
        Delegated = "delegated",
        /// The record does not say, and nobody fills it in.
        NotRecorded = "not-recorded",
    }
}

impl How {
    /// Whether a vote was taken.
    pub fn is_vote(self) -> bool {
        matches!(self, Self::Counted | Self::Named)
    }
}

words! {
    /// How a vote was cast.
    pub enum Cast {
        /// In favour.
        For = "for",
        /// Against.
        Against = "against",
        /// Neither.
        Abstained = "abstained",
    }
}

/// What is typed to put a motion.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct NewMotion {
    /// The recommendation of a paper that it puts, if it puts one.
    pub recommendation: Option<Uuid>,
    /// What the body is asked to decide; a recommendation's own words when empty.
    pub words: String,
    /// The classes of matter it is of, in the terms' words: `membership`, `bid`. Some need more than the usual majority.
    pub about: Vec<String>,
    /// Who moved it.
    pub moved_by: Option<PersonId>,
    /// Who seconded it.
    pub seconded_by: Option<PersonId>,
    /// Kept from the public.
    pub exempt: bool,
    /// On this ground.
    pub ground: Option<Uuid>,
}

/// A vote by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vote {
    /// The seat it belongs to: a substitute casts it for the seat.
    pub seat: SeatId,
    /// Who cast it.
    pub person: PersonId,
    /// How.
    pub cast: Cast,
}

/// A vote that was counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// In favour.
    pub in_favour: u32,
    /// Against.
    pub against: u32,
    /// Neither.
    pub abstained: u32,
}

impl Count {
    /// The count of votes by name.
    pub fn of(votes: &[Vote]) -> Self {
        let count = |cast| u32::try_from(votes.iter().filter(|vote| vote.cast == cast).count()).unwrap_or(u32::MAX);
        Self { in_favour: count(Cast::For), against: count(Cast::Against), abstained: count(Cast::Abstained) }
    }

    /// All votes, abstentions too.
    pub fn all(self) -> u32 {
        self.in_favour.saturating_add(self.against).saturating_add(self.abstained)
    }
}

/// What is typed to decide a motion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewDecision {
    /// What became of it. Where a vote was taken the terms say whether it carried: `agreed` and `amended` are then refused
    /// when it did not.
    pub outcome: Outcome,
    /// How.
    pub how: How,
    /// The words decided on; the motion's own when empty.
    pub words: String,
    /// The count, where the vote was counted.
    pub count: Option<Count>,
    /// The votes, where they were by name.
    pub votes: Vec<Vote>,
    /// A casting vote, where one was given.
    pub casting: Option<Cast>,
    /// Why, where a reason was given.
    pub reason: Option<String>,
    /// The day, where no meeting tells it.
    pub taken_on: Option<Day>,
    /// The version of the decision that it replaces; 0 for the first.
    pub version: i64,
}

/// A motion, with its decision if it is decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Motion {
    /// Which.
    pub id: MotionId,
    /// The body it is put to.
    pub body: BodyId,
    /// That body's name.
    pub body_name: String,
    /// That body in addresses.
    pub body_slug: String,
    /// The meeting.
    pub meeting: Option<MeetingId>,
    /// That meeting's day.
    pub meeting_day: Option<Day>,
    /// The item.
    pub item: Option<ItemId>,
    /// The item's number.
    pub item_number: Option<String>,
    /// The item's title.
    pub item_title: Option<String>,
    /// The title that the public reads, where the item is exempt.
    pub item_public_title: Option<String>,
    /// The recommendation that it puts.
    pub recommendation: Option<Uuid>,
    /// The kind of that recommendation.
    pub recommendation_kind: Option<String>,
    /// Its place among the item's motions, from 1.
    pub position: i64,
    /// What the body is asked to decide.
    pub words: String,
    /// The classes of matter it is of.
    pub about: Vec<String>,
    /// Kept from the public, itself or with its item or paper.
    pub exempt: bool,
    /// Kept from the public by itself.
    pub exempt_itself: bool,
    /// The words of the ground.
    pub ground_words: Option<String>,
    /// Who moved it.
    pub moved_by: Option<PersonId>,
    /// Their name.
    pub moved_by_name: Option<String>,
    /// Who seconded it.
    pub seconded_by: Option<PersonId>,
    /// Their name.
    pub seconded_by_name: Option<String>,
    /// The decision.
    pub decision: Option<Decision>,
    /// Grows with each change.
    pub version: i64,
}

/// A decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Decision {
    /// Which.
    pub id: DecisionId,
    /// What became of the motion.
    pub outcome: Outcome,
    /// How.
    pub how: How,
    /// The words decided on.
    pub words: String,
    /// The count, where there was a vote.
    pub count: Option<Count>,
    /// A casting vote, where one was given.
    pub casting: Option<Cast>,
    /// How many were present when it was taken, as the terms count them, where that was judged.
    pub present: Option<i64>,
    /// The terms' explanation, with its numbers.
    pub explanation: Option<String>,
    /// Under which clause.
    pub clause: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// The day.
    pub taken_on: Day,
    /// The moment it was recorded at the table; none for one recorded from older notes.
    pub taken_at: Option<Instant>,
    /// Grows with each change.
    pub version: i64,
}

/// A vote by name, as a page shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct VoteLine {
    /// The motion.
    pub motion: MotionId,
    /// The seat.
    pub seat: SeatId,
    /// What it is called.
    pub seat_label: String,
    /// Who cast it.
    pub person: Option<PersonId>,
    /// Their name.
    pub person_name: Option<String>,
    /// How.
    pub cast: Cast,
}

/// Somebody in the room in a seat, who could vote perhaps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Voter {
    /// The seat.
    pub seat: SeatId,
    /// What it is called.
    pub seat_label: String,
    /// What it may do: `voting`, `adviser`, `observer`, `officer`.
    pub class: String,
    /// Who sits there at this meeting.
    pub person: PersonId,
    /// Their name.
    pub person_name: String,
    /// In which capacity: `member`, `substitute`.
    pub capacity: String,
}

/// A recommendation of an item's papers that may be put.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Recommended {
    /// Which.
    pub id: Uuid,
    /// The item.
    pub item: ItemId,
    /// The paper's title.
    pub paper_title: String,
    /// Its kind: `approve`, `note`.
    pub kind: String,
    /// Its words.
    pub words: String,
    /// The paper, or the item, is exempt.
    pub exempt: bool,
    /// The paper's ground.
    pub ground: Option<Uuid>,
}
