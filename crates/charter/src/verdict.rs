//! What the engine answers, always with the clause.

use calendar::Counted;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::record::{Id, Part};

/// How a rule stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// What the rule asks is so.
    Met,
    /// What the rule only hopes for ("should") is not so. Never a breach.
    Expected,
    /// Still to be done, and in time.
    Due,
    /// Done too late, or not done and its day is past while it still can be.
    Late,
    /// What the rule asks is not so.
    Breached,
    /// Not so, and somebody whom the terms name has allowed it.
    Excused,
    /// The record does not hold what it takes to say.
    CannotTell,
    /// The terms say nothing: they give no quorum, or no vote.
    NoneGiven,
}

/// How a rule, or a question, stands, with the sentence that says it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Verdict {
    /// The clause's number; none where the terms say nothing.
    pub clause: Option<String>,
    /// How it stands.
    pub state: State,
    /// Said with its numbers: "quorate: 21 of 40 present; 20 are needed (3.12)".
    pub sentence: String,
    /// The facts it rests on.
    pub because: Vec<String>,
    /// The facts that the record does not hold.
    pub missing: Vec<String>,
    /// The numbers of a count, where it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub figures: Option<Figures>,
}

/// The numbers of a count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Figures {
    /// How many there are, at least: present, or in favour.
    pub have: u32,
    /// Of how many.
    pub of: u32,
    /// How many are needed.
    pub needed: u32,
}

/// A reason against.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Finding {
    /// The clause's number.
    pub clause: Option<String>,
    /// A word for programs: `late_item`, `barred`, `no_vote`.
    pub code: String,
    /// In words.
    pub sentence: String,
}

/// What somebody may be asked to rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Choice {
    /// Agree.
    Agree,
    /// Refuse.
    Refuse,
    /// The part that somebody with an interest may take.
    Part(Part),
}

/// A ruling that it takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Ruling {
    /// The office that rules, in the charter's words: `chair`.
    pub by: String,
    /// The people who hold it, by id; empty where the record does not say.
    pub people: Vec<Id>,
    /// What they may choose between.
    pub choices: Vec<Choice>,
    /// Whether a reason has to be recorded.
    pub reason_required: bool,
    /// The clause that asks for it.
    pub clause: String,
    /// In words.
    pub sentence: String,
    /// The terms name nobody who could rule here: the one who rules is the one concerned, or the office is vacant.
    pub nobody_can: bool,
}

/// Whether something may be done now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "answer")]
pub enum Answer {
    /// It may.
    Yes {
        /// The clause that says so; none where it follows from a record of what was ruled.
        clause: Option<String>,
        /// In words.
        sentence: String,
    },
    /// It may, if somebody so rules.
    Ruling(Ruling),
    /// It may not.
    No {
        /// Why not.
        findings: Vec<Finding>,
    },
    /// The terms do not say.
    NotSaid {
        /// In words.
        sentence: String,
    },
    /// The record does not hold what it takes to say.
    CannotTell {
        /// In words.
        sentence: String,
        /// The facts that are missing.
        missing: Vec<String>,
    },
}

/// Something somebody would do, to ask whether they [`may`](crate::may).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "action", deny_unknown_fields)]
pub enum Action {
    /// Notify an item for a meeting, on a day.
    ItemNotify {
        /// The meeting.
        meeting: Id,
        /// The day.
        day: Date,
        /// The item, where it is in the record already, with a ruling perhaps.
        #[serde(default)]
        item: Option<Id>,
    },
    /// Send the papers of a meeting, on a day.
    PapersSend {
        /// The meeting.
        meeting: Id,
        /// The day.
        day: Date,
    },
    /// Send somebody in a seat's place to a meeting, told on a day.
    Substitute {
        /// The seat.
        seat: Id,
        /// Who would come.
        person: Id,
        /// The meeting.
        meeting: Id,
        /// The day on which it is told.
        day: Date,
    },
    /// A substitute votes.
    SubstituteVotes,
    /// A substitute counts towards the quorum.
    SubstituteCounts,
    /// Somebody who is no member comes to a meeting.
    Attend {
        /// Who.
        person: Id,
        /// The meeting.
        meeting: Id,
    },
    /// Put a matter to the vote.
    HoldVote {
        /// The classes of matter it is of.
        #[serde(default)]
        matters: Vec<String>,
    },
    /// Somebody votes on a motion.
    Vote {
        /// The motion.
        motion: Id,
        /// Who.
        person: Id,
    },
    /// Somebody discusses an item.
    Discuss {
        /// The item.
        item: Id,
        /// Who.
        person: Id,
    },
    /// Somebody stays in the room while an item is decided.
    Stay {
        /// The item.
        item: Id,
        /// Who.
        person: Id,
    },
    /// Somebody takes part in deciding an item.
    Decide {
        /// The item.
        item: Id,
        /// Who.
        person: Id,
    },
    /// Somebody asks for an item.
    RequestItem {
        /// Who.
        person: Id,
        /// The day.
        day: Date,
    },
    /// Make a class of document public: `minutes`, `draft minutes`, `agenda`, `papers`, `decisions`.
    Publish {
        /// The class.
        class: String,
    },
    /// Let the public in.
    AdmitPublic,
    /// Take business that nobody notified.
    AnyOtherBusiness,
    /// Decide something urgent between meetings.
    UrgentDecision {
        /// The day.
        day: Date,
    },
    /// Call a meeting beyond the year's calendar.
    CallMeeting {
        /// Who would call it.
        person: Id,
        /// The day on which they would.
        day: Date,
    },
    /// A member leaves on a day, having given notice on another.
    Leave {
        /// The day of the notice.
        notice: Date,
        /// The day of leaving.
        day: Date,
    },
    /// Ask for another nominee in place of a member who does not come.
    AskNominee {
        /// The seat.
        seat: Id,
        /// The day.
        day: Date,
    },
}

/// Something to be done, by a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duty {
    /// The clause's number.
    pub clause: String,
    /// A word for programs: `send_papers`, `notify_item`, `approve_minutes`, `meet`, `fix_dates`.
    pub code: String,
    /// In words.
    pub sentence: String,
    /// Who has to, in the charter's words; none where it names nobody.
    pub who: Option<String>,
    /// The meeting it is for.
    pub meeting: Option<Id>,
    /// The day to work to.
    pub by: Date,
    /// The last day by the letter.
    pub letter: Date,
    /// How it was counted; none where there is nothing to count.
    pub counted: Option<Counted>,
    /// Whether the record shows it done, and when.
    pub done: Option<Date>,
    /// "must", or only "should".
    pub strict: bool,
}

/// Somebody who comes under a rule on absence at the next meeting that they miss.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lapsing {
    /// The clause's number.
    pub clause: String,
    /// Who.
    pub person: Id,
    /// In which seat.
    pub seat: Id,
    /// In words: how many they missed, when, and what follows at the next.
    pub sentence: String,
    /// The days of the meetings missed, earliest first.
    pub days: Vec<Date>,
}

/// How many pages a paper may have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PageLimit {
    /// The clause's number.
    pub clause: String,
    /// At most so many.
    pub most: u32,
    /// "must", or only "should".
    pub strict: bool,
    /// Who may agree to more, in the charter's words: `the chair`.
    pub agrees: Option<String>,
}

impl Verdict {
    /// A verdict with no facts named yet.
    pub fn new(clause: Option<&str>, state: State, sentence: impl Into<String>) -> Self {
        Self { clause: clause.map(str::to_owned), state, sentence: sentence.into(), because: Vec::new(), missing: Vec::new(), figures: None }
    }

    /// With a fact it rests on.
    pub fn because(mut self, fact: impl Into<String>) -> Self {
        self.because.push(fact.into());
        self
    }

    /// With a fact that is missing.
    pub fn missing(mut self, fact: impl Into<String>) -> Self {
        self.missing.push(fact.into());
        self
    }
}

impl Answer {
    /// A plain yes under a clause.
    pub(crate) fn yes(clause: &str, sentence: impl Into<String>) -> Self {
        Self::Yes { clause: Some(clause.to_owned()), sentence: sentence.into() }
    }

    /// A no with one finding.
    pub(crate) fn no(clause: Option<&str>, code: &str, sentence: impl Into<String>) -> Self {
        Self::No { findings: vec![Finding { clause: clause.map(str::to_owned), code: code.to_owned(), sentence: sentence.into() }] }
    }

    /// The terms do not say.
    pub(crate) fn not_said(sentence: impl Into<String>) -> Self {
        Self::NotSaid { sentence: sentence.into() }
    }

    /// Whether nothing stands against it: yes, or not said.
    pub fn is_open(&self) -> bool {
        matches!(self, Self::Yes { .. } | Self::NotSaid { .. })
    }
}
