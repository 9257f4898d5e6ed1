//! What an invented partnership is and does, worked out before anything is written: pure, and the same for the same number,
//! day and seed. Bodies, people and seats are counted by their place in the plan.

use bodies::model::{AppointmentEnding, BodyKind, OfficeKind, SeatClass};
use kernel::{Day, Hour};

use super::texts::Subject;

/// A place in one of the plan's lists.
pub type At = usize;

/// One partnership.
#[derive(Debug, Clone)]
pub struct Plan {
    /// Its name: `Wealdshire Partnership`.
    pub name: String,
    /// In addresses.
    pub slug: String,
    /// What it is for.
    pub about: String,
    /// Its organisations.
    pub organisations: Vec<OrganisationPlan>,
    /// Its people.
    pub people: Vec<PersonPlan>,
    /// Its bodies; each is within one that stands before it.
    pub bodies: Vec<BodyPlan>,
    /// Who reads and answers for whom.
    pub assistants: Vec<(At, At)>,
    /// Interests people have registered.
    pub interests: Vec<(At, &'static str)>,
}

/// The sectors of every invented partnership.
pub const SECTORS: [&str; 4] = ["Public", "Business", "Voluntary and community", "Faith"];

/// An organisation.
#[derive(Debug, Clone)]
pub struct OrganisationPlan {
    /// Its name.
    pub name: String,
    /// In addresses.
    pub slug: String,
    /// Which of [`SECTORS`].
    pub sector: At,
}

/// Somebody.
#[derive(Debug, Clone)]
pub struct PersonPlan {
    /// Their name.
    pub name: String,
    /// Where letters reach them, in a domain that leads nowhere.
    pub address: String,
    /// Their organisation.
    pub organisation: At,
    /// Their post there.
    pub post: String,
}

/// A body.
#[derive(Debug, Clone)]
pub struct BodyPlan {
    /// Its name.
    pub name: String,
    /// In addresses.
    pub slug: String,
    /// What kind.
    pub kind: BodyKind,
    /// The body it is within.
    pub within: Option<At>,
    /// What it is for.
    pub purpose: String,
    /// When it was established.
    pub established: Day,
    /// Its terms, with their blanks filled.
    pub charter: String,
    /// Its minutes are for everybody, once approved.
    pub open: bool,
    /// Any other business comes up at its meetings.
    pub takes_other_business: bool,
    /// Its seats.
    pub seats: Vec<SeatPlan>,
    /// Its offices.
    pub offices: Vec<OfficePlan>,
    /// Its meetings, earliest first.
    pub meetings: Vec<MeetingPlan>,
}

/// A seat and who held it, earliest first. When the last has ended and nobody follows, it is vacant.
#[derive(Debug, Clone)]
pub struct SeatPlan {
    /// What it is called.
    pub label: String,
    /// What it may do.
    pub class: SeatClass,
    /// The organisation that nominates.
    pub organisation: At,
    /// Who comes in the holder's place.
    pub deputy: Option<At>,
    /// Who, from when, and until when and how.
    pub times: Vec<TimePlan>,
}

impl SeatPlan {
    /// Who holds it on that day.
    pub fn holder(&self, on: Day) -> Option<At> {
        let holds = |time: &&TimePlan| time.from <= on && time.until.is_none_or(|(until, _)| on <= until);
        self.times.iter().find(holds).map(|time| time.person)
    }
}

/// Somebody's time in a seat.
#[derive(Debug, Clone, Copy)]
pub struct TimePlan {
    /// Who.
    pub person: At,
    /// From when.
    pub from: Day,
    /// Until when, and how it ended.
    pub until: Option<(Day, AppointmentEnding)>,
}

/// Somebody's time in an office, from the body's beginning.
#[derive(Debug, Clone, Copy)]
pub struct OfficePlan {
    /// Who.
    pub person: At,
    /// What office.
    pub kind: OfficeKind,
    /// From when.
    pub from: Day,
}

/// How far a meeting has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Held; its minutes were approved at the next one.
    Approved,
    /// Held; its minutes are circulated and wait for the next one.
    Circulated,
    /// Held; nothing is written yet.
    AwaitingMinutes,
    /// Its papers are out and answers are coming in.
    Called,
    /// Its agenda is being put together, and an item has come after the deadline.
    InPreparation,
    /// It has a date.
    Planned,
}

/// A meeting.
#[derive(Debug, Clone)]
pub struct MeetingPlan {
    /// When.
    pub day: Day,
    /// At what time.
    pub starts_at: Hour,
    /// Until when.
    pub ends_at: Hour,
    /// Where.
    pub place: String,
    /// How far it has come.
    pub stage: Stage,
    /// When its papers went out.
    pub sent_on: Option<Day>,
    /// Its own business, besides standing items.
    pub items: Vec<ItemPlan>,
    /// Each seat's part in it, in the order of seats; a vacant seat has none.
    pub roll: Vec<Option<Showing>>,
    /// What the co-ordinator reported.
    pub report: &'static str,
}

/// What became of a seat at a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Showing {
    /// The holder came.
    Present,
    /// The holder came and left when this item of business was reached.
    LeftAt(At),
    /// Apologies.
    Apologies,
    /// Apologies, and this substitute.
    Substitute(At),
    /// Nothing was heard.
    Silent,
}

/// An item of business.
#[derive(Debug, Clone)]
pub struct ItemPlan {
    /// What about, with what came of it.
    pub subject: Subject,
    /// Who presents: a person of the plan.
    pub presenter: At,
    /// Who owes the action, and by when.
    pub action: Option<ActionPlan>,
    /// A seat whose holder declares an interest.
    pub interest: Option<At>,
    /// It is not for the public.
    pub exempt: bool,
}

/// What became of an item's action.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ActionPlan {
    /// Who owes it.
    pub owner: At,
    /// Somebody else who owes it too.
    pub second: Option<At>,
    /// By when; the next meeting when there is none.
    pub due: Option<Day>,
    /// When it was done.
    pub done: Option<Day>,
}
