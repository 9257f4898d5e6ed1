//! The nouns of this room.

use kernel::{AppointmentId, BodyId, Day, ItemId, OfficeId, OrganisationId, PartnershipId, PersonId, SeatId, SectorId, words};
use serde::{Deserialize, Serialize};

words! {
    /// What kind of body.
    pub enum BodyKind {
        /// The partnership's own board, at the root of its structure.
        Partnership = "partnership",
        /// A board.
        Board = "board",
        /// An executive board: runs the partnership between its meetings.
        ExecutiveBoard = "executive-board",
        /// A working group, sub-group or theme group.
        WorkingGroup = "working-group",
        /// A task group: set up for one thing.
        TaskGroup = "task-group",
        /// A forum: meets to hear and be heard.
        Forum = "forum",
    }
}

words! {
    /// How one body stands to another.
    pub enum LinkKind {
        /// Belongs to it as a part. To whom it is accountable is a link of its own.
        Within = "within",
        /// Beside, in a network: accountable to nobody in it.
        WorksWith = "works-with",
        /// Reports or is accountable to it; what, how often and by which clause stands in the note.
        ReportsTo = "reports-to",
    }
}

words! {
    /// What became of a body.
    pub enum BodyEnding {
        /// It was dissolved.
        Dissolved = "dissolved",
        /// It went into another.
        Merged = "merged",
        /// Another, or others, took its place.
        Succeeded = "succeeded",
    }
}

words! {
    /// What a seat may do.
    pub enum SeatClass {
        /// Takes part in decisions.
        Voting = "voting",
        /// Advises.
        Adviser = "adviser",
        /// Observes.
        Observer = "observer",
        /// An officer who serves the body.
        Officer = "officer",
    }
}

words! {
    /// As what a person is appointed to a seat.
    pub enum Role {
        /// Holds it.
        Holder = "holder",
        /// The second name that a list shows for the seat.
        Second = "second",
        /// Stands in for the holder whenever needed.
        Substitute = "substitute",
    }
}

words! {
    /// How an appointment ended.
    pub enum AppointmentEnding {
        /// The person resigned.
        Resigned = "resigned",
        /// It lapsed under the terms.
        Lapsed = "lapsed",
        /// The term was over.
        TermOver = "term-over",
        /// The organisation appointed somebody else.
        Replaced = "replaced",
        /// The seat came to an end.
        SeatEnded = "seat-ended",
    }
}

words! {
    /// An office on a body.
    pub enum OfficeKind {
        /// Chairs.
        Chair = "chair",
        /// Chairs in the chair's absence.
        ViceChair = "vice-chair",
        /// Calls the meetings and keeps the record: the secretariat.
        Secretary = "secretary",
        /// Co-ordinates the partnership's work and reports on it.
        CoOrdinator = "co-ordinator",
    }
}

words! {
    /// How somebody came to an office.
    pub enum HowFilled {
        /// By holding a post elsewhere.
        ExOfficio = "ex-officio",
        /// Elected by the body.
        Elected = "elected",
        /// Appointed.
        Appointed = "appointed",
        /// By turns.
        Rotation = "rotation",
        /// The record does not say.
        NotRecorded = "not-recorded",
    }
}

words! {
    /// A class of what a body keeps, for the choice of who may see it.
    pub enum DocumentClass {
        /// Who sits there.
        Membership = "membership",
        /// The terms of reference.
        Charter = "charter",
        /// Dates and agendas.
        Agenda = "agenda",
        /// Papers.
        Papers = "papers",
        /// Approved minutes.
        Minutes = "minutes",
        /// Minutes not yet approved.
        MinutesDraft = "minutes-draft",
        /// Decisions.
        Decisions = "decisions",
        /// Actions.
        Actions = "actions",
    }
}

words! {
    /// Who may see a class of documents.
    pub enum Audience {
        /// Everybody.
        Public = "public",
        /// Whoever sits, or sat at the time, on any body of the partnership.
        Members = "members",
        /// Whoever sits, or sat at the time, on this body.
        Body = "body",
    }
}

words! {
    /// An item that a body wants on every agenda.
    pub enum StandingKind {
        /// Apologies and substitutes.
        Apologies = "apologies",
        /// Declarations of interest.
        Interests = "interests",
        /// Minutes of the last meeting.
        Minutes = "minutes",
        /// Matters arising, with the open actions.
        MattersArising = "matters-arising",
        /// The co-ordinator's report.
        CoOrdinator = "co-ordinator",
        /// Updates of sub-groups.
        SubGroups = "sub-groups",
        /// Dates of next meetings.
        NextMeetings = "next-meetings",
        /// Any other business, where the terms allow it.
        AnyOtherBusiness = "any-other-business",
    }
}

/// A partnership: the whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Partnership {
    /// Which.
    pub id: PartnershipId,
    /// In addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Whose bank holidays count: `England and Wales`, `Scotland`, `Northern Ireland`.
    pub nation: String,
    /// Its brand colour, `#rrggbb`.
    pub colour: Option<String>,
    /// What it is for, in a sentence or two.
    pub about: Option<String>,
    /// Search engines are asked to stay away.
    pub noindex: bool,
    /// What its records are taken from, when they are.
    pub source: Option<String>,
    /// Grows with each change.
    pub version: i64,
}

/// What is typed to found a partnership.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct NewPartnership {
    /// Its name.
    pub name: String,
    /// In addresses; made from the name when empty.
    pub slug: Option<String>,
    /// Whose bank holidays count.
    pub nation: String,
    /// Its brand colour.
    pub colour: Option<String>,
    /// What it is for.
    pub about: Option<String>,
    /// On which law its openness rests.
    pub legal_basis: Option<String>,
    /// Search engines are asked to stay away.
    pub noindex: bool,
    /// What its records are taken from.
    pub source: Option<String>,
    /// The name of its own board; the partnership's name when empty.
    pub board: Option<String>,
    /// When it was established.
    pub established_on: Option<Day>,
    /// An editorial note on its own board.
    pub note: Option<String>,
}

/// A body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Body {
    /// Which.
    pub id: BodyId,
    /// The partnership it belongs to.
    pub partnership: PartnershipId,
    /// In addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Its usual short name.
    pub short_name: Option<String>,
    /// What kind.
    pub kind: BodyKind,
    /// What it is for.
    pub purpose: Option<String>,
    /// Since when.
    pub established_on: Option<Day>,
    /// Until when.
    pub dissolved_on: Option<Day>,
    /// What became of it.
    pub ending: Option<BodyEnding>,
    /// An editorial note.
    pub note: Option<String>,
    /// What its records are taken from.
    pub source: Option<String>,
    /// Grows with each change.
    pub version: i64,
}

/// What is typed to establish a body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewBody {
    /// Its name.
    pub name: String,
    /// In addresses; made from the name when empty.
    #[serde(default)]
    pub slug: Option<String>,
    /// Its usual short name.
    #[serde(default)]
    pub short_name: Option<String>,
    /// What kind.
    pub kind: BodyKind,
    /// What it is for.
    #[serde(default)]
    pub purpose: Option<String>,
    /// Since when.
    #[serde(default)]
    pub established_on: Option<Day>,
    /// An editorial note.
    #[serde(default)]
    pub note: Option<String>,
    /// What its records are taken from.
    #[serde(default)]
    pub source: Option<String>,
    /// The body it is within or works with.
    #[serde(default)]
    pub linked_to: Vec<(LinkKind, BodyId)>,
}

/// How one body stands to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BodyLink {
    /// Which.
    pub id: uuid::Uuid,
    /// Since when.
    pub starts_on: Option<Day>,
    /// Until when.
    pub ends_on: Option<Day>,
    /// This body …
    pub body: BodyId,
    /// … stands so …
    pub kind: LinkKind,
    /// … to that one.
    pub other: BodyId,
}

/// A sector, as a partnership names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sector {
    /// Which.
    pub id: SectorId,
    /// Its name.
    pub name: String,
}

/// What is typed to add a seat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewSeat {
    /// What the seat is called: `Leader, Swale Borough Council`.
    pub label: String,
    /// What it may do.
    pub class: SeatClass,
    /// The sector it counts for.
    #[serde(default)]
    pub sector: Option<SectorId>,
    /// The record does not state the sector; it was added by those who keep it.
    #[serde(default)]
    pub sector_ours: bool,
    /// The organisation that nominates.
    #[serde(default)]
    pub organisation: Option<OrganisationId>,
    /// The group that nominates, when it is not one organisation.
    #[serde(default)]
    pub nominating_group: Option<String>,
    /// The post that brings the seat with it.
    #[serde(default)]
    pub ex_officio_post: Option<String>,
    /// Nobody recorded who sits or sat in it: it is empty without being vacant.
    #[serde(default)]
    pub holders_not_recorded: bool,
    /// Since when there is such a seat.
    #[serde(default)]
    pub starts_on: Option<Day>,
    /// A note for its line in the list: `new`, `to be advised`.
    #[serde(default)]
    pub note: Option<String>,
}

/// A seat, and who sits in it as at a date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sitting {
    /// The seat.
    pub seat: SeatId,
    /// Its place in the list.
    pub position: i64,
    /// What it is called.
    pub label: String,
    /// What it may do.
    pub class: SeatClass,
    /// Its sector.
    pub sector: Option<String>,
    /// The sector was added by those who keep the record.
    pub sector_ours: bool,
    /// The organisation that nominates.
    pub organisation: Option<OrganisationId>,
    /// That organisation's name.
    pub organisation_name: Option<String>,
    /// That organisation has ended; the seat lives on.
    pub organisation_ended_on: Option<Day>,
    /// The group that nominates.
    pub nominating_group: Option<String>,
    /// The post that brings the seat with it.
    pub ex_officio_post: Option<String>,
    /// Nobody recorded who sits in it: without people it is not a vacancy.
    pub holders_not_recorded: bool,
    /// A note for its line.
    pub note: Option<String>,
    /// Since when there is such a seat.
    pub starts_on: Option<Day>,
    /// Its last day.
    pub ends_on: Option<Day>,
    /// Who is appointed to it: none is a vacancy, unless nobody recorded who sits.
    pub people: Vec<Appointed>,
    /// Grows with each change of the seat.
    pub version: i64,
}

impl Sitting {
    /// Who holds it.
    pub fn holder(&self) -> Option<&Appointed> {
        self.people.iter().find(|person| person.role == Role::Holder)
    }

    /// Whether the record shows that nobody holds it.
    pub fn is_vacant(&self) -> bool {
        self.holder().is_none() && !self.holders_not_recorded
    }
}

/// Somebody appointed to a seat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Appointed {
    /// The appointment.
    pub id: AppointmentId,
    /// Who.
    pub person: PersonId,
    /// Their name with its title.
    pub name: String,
    /// As what.
    pub role: Role,
    /// The post they hold in their organisation.
    pub post: Option<String>,
    /// Their organisation, when it is not the seat's.
    pub organisation_name: Option<String>,
    /// Since when.
    pub starts_on: Option<Day>,
    /// Until when, when it has ended or is due to end.
    pub ends_on: Option<Day>,
    /// When the term is over.
    pub term_ends_on: Option<Day>,
    /// How it ended.
    pub ending: Option<AppointmentEnding>,
    /// A note for the line.
    pub note: Option<String>,
}

/// What is typed to appoint somebody to a seat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewAppointment {
    /// Who.
    pub person: PersonId,
    /// As what.
    pub role: Role,
    /// The post they hold.
    #[serde(default)]
    pub post: Option<String>,
    /// Their organisation, when it is not the seat's.
    #[serde(default)]
    pub organisation: Option<OrganisationId>,
    /// Since when; not recorded when empty.
    #[serde(default)]
    pub starts_on: Option<Day>,
    /// When the term is over.
    #[serde(default)]
    pub term_ends_on: Option<Day>,
    /// A note for the line.
    #[serde(default)]
    pub note: Option<String>,
}

/// Somebody's time in an office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Office {
    /// Which.
    pub id: OfficeId,
    /// On which body.
    pub body: BodyId,
    /// Who.
    pub person: PersonId,
    /// Their name with its title.
    pub name: String,
    /// What office.
    pub kind: OfficeKind,
    /// What the body calls it, when otherwise.
    pub title: Option<String>,
    /// How they came to it.
    pub how: Option<HowFilled>,
    /// Since when.
    pub starts_on: Option<Day>,
    /// Since which item of that day's meeting.
    pub starts_at_item: Option<ItemId>,
    /// Until when.
    pub ends_on: Option<Day>,
    /// Until which item of that day's meeting.
    pub ends_at_item: Option<ItemId>,
    /// A note.
    pub note: Option<String>,
}

/// What is typed when somebody takes an office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewOffice {
    /// Who.
    pub person: PersonId,
    /// What office.
    pub kind: OfficeKind,
    /// What the body calls it.
    #[serde(default)]
    pub title: Option<String>,
    /// How they came to it.
    #[serde(default)]
    pub how: Option<HowFilled>,
    /// Since when.
    #[serde(default)]
    pub starts_on: Option<Day>,
    /// Since which item of that day's meeting.
    #[serde(default)]
    pub starts_at_item: Option<ItemId>,
    /// A note.
    #[serde(default)]
    pub note: Option<String>,
}

words! {
    /// What is the matter with a record, where no rule can compute it.
    pub enum Verdict {
        /// Two sources, or two parts of one, disagree.
        Contradiction = "contradiction",
        /// The record does not show which of several it is.
        CannotTell = "cannot-tell",
        /// Something one would expect is not recorded.
        NotRecorded = "not-recorded",
        /// A mark or a line whose meaning is lost.
        Untidy = "untidy",
        /// A figure that does not follow from those there are, and is not made to.
        NotComputed = "not-computed",
    }
}

/// A contradiction or a gap in a body's records, noted by those who keep them. It is shown and never tidied away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotedFinding {
    /// The clause concerned.
    #[serde(default)]
    pub clause: Option<String>,
    /// What is the matter.
    pub verdict: Verdict,
    /// In a sentence or two.
    pub words: String,
    /// Where both sides are found.
    #[serde(default)]
    pub source: Option<String>,
}

/// Who may see each class of a body's documents, and under which clause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Openness {
    /// Which class.
    pub class: DocumentClass,
    /// Who.
    pub audience: Audience,
    /// The clause that says so; without one it is the partnership's own choice.
    pub clause: Option<String>,
}

/// A standing item of a body's agendas.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StandingItem {
    /// What kind.
    pub kind: StandingKind,
    /// Its title, in the body's own words.
    pub title: String,
}
