//! The nouns: an action, who owes it, by when, and what was reported.

use kernel::{ActionId, BodyId, Day, Instant, ItemId, MeetingId, OrganisationId, PersonId, words};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

words! {
    /// Which actions of the register its reader may see.
    pub enum Reads {
        /// Of every body, exempt ones too.
        All = "all",
        /// Of their own bodies, and of those that open theirs to the partnership.
        Partner = "partner",
        /// Of those that open theirs to everybody.
        Public = "public",
    }
}

words! {
    /// How an action stands.
    pub enum ActionState {
        /// Still owed.
        Open = "open",
        /// Done.
        Done = "done",
        /// No longer owed: the body or its secretariat dropped it.
        Dropped = "dropped",
        /// The record does not say what became of it, and nobody guesses.
        NotRecorded = "not-recorded",
    }
}

words! {
    /// What an owner, or the secretariat for them, reports.
    pub enum ReportKind {
        /// It is done.
        Done = "done",
        /// It needs until another day. The day the body set stays as it is; the chair sees both.
        NeedsUntil = "needs-until",
        /// How far it is.
        Progress = "progress",
    }
}

/// Who owes an action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Owner {
    /// A person.
    Person {
        /// Who.
        person: PersonId,
    },
    /// Whoever holds an office of the body.
    Office {
        /// Which: `chair`.
        office: String,
        /// Who held it when the action was recorded, so that a change of chair in mid-meeting stays told.
        held_by: Option<PersonId>,
    },
    /// An organisation, through an officer of it.
    Organisation {
        /// Which.
        organisation: OrganisationId,
        /// Through whom.
        through: Option<PersonId>,
    },
    /// Every partner.
    AllPartners,
    /// As the record words it.
    Words {
        /// Those words.
        words: String,
    },
}

impl Owner {
    /// The word of its kind.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Person { .. } => "person",
            Self::Office { .. } => "office",
            Self::Organisation { .. } => "organisation",
            Self::AllPartners => "all-partners",
            Self::Words { .. } => "words",
        }
    }

    /// The person it names, whatever for.
    pub fn person(&self) -> Option<PersonId> {
        match self {
            Self::Person { person } => Some(*person),
            Self::Office { held_by, .. } => *held_by,
            Self::Organisation { through, .. } => *through,
            Self::AllPartners | Self::Words { .. } => None,
        }
    }
}

/// By when an action is owed. Nothing in it: no date was set.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Due {
    /// By this day.
    pub on: Option<Day>,
    /// By the body's next meeting, whenever that is.
    pub next_meeting: bool,
    /// As the record words it: `April meeting`.
    pub words: Option<String>,
}

/// What is typed to record an action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewAction {
    /// The meeting that set it; none for one set between meetings.
    pub meeting: Option<MeetingId>,
    /// The item under which it was set.
    pub item: Option<ItemId>,
    /// What is to be done.
    pub words: String,
    /// Who owes it.
    pub owners: Vec<Owner>,
    /// By when.
    pub due: Due,
    /// The day it was set, where no meeting tells it.
    pub made_on: Option<Day>,
    /// How it stands as far as the record goes.
    pub state: ActionState,
    /// Kept from the public, on this ground; the item's own exemption is added to it.
    pub ground: Option<Uuid>,
    /// Kept from the public.
    pub exempt: bool,
}

/// What is typed to change an action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangedAction {
    /// What is to be done.
    pub words: String,
    /// Who owes it.
    pub owners: Vec<Owner>,
    /// By when.
    pub due: Due,
    /// Kept from the public.
    pub exempt: bool,
    /// On this ground.
    pub ground: Option<Uuid>,
    /// The version that was open when it was typed.
    pub version: i64,
}

/// What is typed to report on an action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewReport {
    /// What is reported.
    pub kind: ReportKind,
    /// In the owner's words.
    pub words: String,
    /// Until when it is needed.
    pub until: Option<Day>,
}

/// An owner with names, as a page shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OwnerLine {
    /// `person`, `office`, `organisation`, `all-partners`, `words`.
    pub kind: String,
    /// The person named.
    pub person: Option<PersonId>,
    /// Their name.
    pub person_name: Option<String>,
    /// The organisation.
    pub organisation: Option<OrganisationId>,
    /// Its name.
    pub organisation_name: Option<String>,
    /// The office.
    pub office: Option<String>,
    /// As the record words it.
    pub words: Option<String>,
}

/// An action with everything a register says about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Action {
    /// Which.
    pub id: ActionId,
    /// The body to which it is owed.
    pub body: BodyId,
    /// That body's name.
    pub body_name: String,
    /// That body in addresses.
    pub body_slug: String,
    /// The meeting that set it.
    pub meeting: Option<MeetingId>,
    /// That meeting's day.
    pub meeting_day: Option<Day>,
    /// The item.
    pub item: Option<ItemId>,
    /// The item's number.
    pub item_number: Option<String>,
    /// Its place among the meeting's actions, from 1.
    pub position: i64,
    /// What is to be done.
    pub words: String,
    /// Who owes it.
    pub owners: Vec<OwnerLine>,
    /// By when, as set.
    pub due: Due,
    /// The day that comes to: the date, or the day of the next meeting once it is known.
    pub due_day: Option<Day>,
    /// How it stands.
    pub state: ActionState,
    /// Since when it is done or dropped.
    pub ended_on: Option<Day>,
    /// When it was set.
    pub made_on: Option<Day>,
    /// Kept from the public, itself or with its item.
    pub exempt: bool,
    /// On this ground.
    pub ground: Option<Uuid>,
    /// Kept from the public by itself.
    pub exempt_itself: bool,
    /// The latest report.
    pub last_report: Option<LastReport>,
    /// Grows with each change.
    pub version: i64,
}

impl Action {
    /// Still owed, and its day is over.
    pub fn is_overdue(&self, today: Day) -> bool {
        self.state == ActionState::Open && self.due_day.is_some_and(|day| day < today)
    }
}

/// The latest report, in a register's line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LastReport {
    /// What was reported.
    pub kind: ReportKind,
    /// In the owner's words.
    pub words: String,
    /// Until when it is needed.
    pub until: Option<Day>,
    /// When.
    pub at: Instant,
}

/// A report in an action's history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Report {
    /// When.
    pub at: Instant,
    /// Who reported.
    pub person_name: Option<String>,
    /// What.
    pub kind: ReportKind,
    /// In their words.
    pub words: String,
    /// Until when it is needed.
    pub until: Option<Day>,
}

words! {
    /// Which actions a register shows.
    pub enum Shown {
        /// Still owed.
        Open = "open",
        /// Still owed, and their day is over.
        Overdue = "overdue",
        /// Done.
        Done = "done",
        /// All.
        All = "all",
    }
}

/// How a register is narrowed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    /// One body's only.
    pub body: Option<BodyId>,
    /// Owed by this person, in whatever capacity.
    pub person: Option<PersonId>,
    /// Owed by this organisation.
    pub organisation: Option<OrganisationId>,
    /// Due by this day.
    pub due_by: Option<Day>,
    /// In this state.
    pub shown: Shown,
    /// Which page of the register, from 0.
    pub page: i64,
}
