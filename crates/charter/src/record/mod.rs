//! The record: dated facts about one body, as JSON. The engine reads nothing else. Ids are plain strings that the caller
//! chooses; everything is empty by default, so that a record for one meeting stays small.
//!
//! **Silence.** [`Record::completeness`] says for each kind of fact from when to when the record is whole. A fact missing
//! inside that span is a no; outside it, nobody can tell, and the verdict names the fact. A record that says nothing is
//! complete for nothing.

mod decisions;
mod meetings;
mod people;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

pub use decisions::*;
pub use meetings::*;
pub use people::*;

/// An identifier that the caller chose.
pub type Id = String;

/// The kinds of facts a record holds, each a top key of its JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Kind {
    Organisations,
    Sectors,
    People,
    Seats,
    Appointments,
    Offices,
    Meetings,
    Sent,
    Items,
    Roll,
    Presiding,
    Interests,
    Motions,
    Decisions,
    Approvals,
    Reports,
    Reviews,
    Requests,
    Events,
    Facts,
    Judgements,
    Acts,
}

impl Kind {
    /// Every kind, in the order of the record's keys.
    pub const ALL: [Kind; 22] = [
        Self::Organisations,
        Self::Sectors,
        Self::People,
        Self::Seats,
        Self::Appointments,
        Self::Offices,
        Self::Meetings,
        Self::Sent,
        Self::Items,
        Self::Roll,
        Self::Presiding,
        Self::Interests,
        Self::Motions,
        Self::Decisions,
        Self::Approvals,
        Self::Reports,
        Self::Reviews,
        Self::Requests,
        Self::Events,
        Self::Facts,
        Self::Judgements,
        Self::Acts,
    ];

    /// Its name in words, as a verdict names what is missing.
    pub fn name(self) -> &'static str {
        match self {
            Self::Organisations => "organisations",
            Self::Sectors => "sectors",
            Self::People => "people",
            Self::Seats => "seats",
            Self::Appointments => "appointments to seats",
            Self::Offices => "holders of offices",
            Self::Meetings => "meetings",
            Self::Sent => "notices and papers sent",
            Self::Items => "items notified",
            Self::Roll => "attendance",
            Self::Presiding => "who presided",
            Self::Interests => "interests declared",
            Self::Motions => "motions and votes",
            Self::Decisions => "decisions",
            Self::Approvals => "approvals",
            Self::Reports => "reports",
            Self::Reviews => "reviews",
            Self::Requests => "requests",
            Self::Events => "events",
            Self::Facts => "outside facts",
            Self::Judgements => "judgements",
            Self::Acts => "what else was done",
        }
    }
}

/// A span of days, both ends included; an end left out is open.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Span {
    /// The first day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// The last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

impl Span {
    /// Whether the day lies in it.
    pub fn holds(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}

/// Dated facts about one body.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Record {
    /// For each kind of fact, the spans of days for which the record is whole.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub completeness: BTreeMap<Kind, Vec<Span>>,
    /// Organisations that hold seats or nominate to them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub organisations: Vec<Organisation>,
    /// The body's own sectors.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sectors: Vec<Sector>,
    /// People, with what they have declared about themselves.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<Person>,
    /// Seats, filled or vacant.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub seats: Vec<Seat>,
    /// Who sat in which seat, from when to when.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub appointments: Vec<Appointment>,
    /// Holders of offices: the body's own (`chair`, `vice-chair`, `secretary`) and outside posts (`Leader of Kent County Council`).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub offices: Vec<Office>,
    /// Meetings, held or planned.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub meetings: Vec<Meeting>,
    /// Notices, agendas, papers and minutes sent or published.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sent: Vec<Sent>,
    /// Items of business, in the order of their agenda.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<Item>,
    /// Who came, went, sent a substitute or was excused.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub roll: Vec<Attendance>,
    /// Who presided, where it was not simply the chair throughout.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub presiding: Vec<Presiding>,
    /// Interests declared, and what was ruled.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub interests: Vec<Interest>,
    /// Motions, with their votes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub motions: Vec<Motion>,
    /// Decisions, and what they considered.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub decisions: Vec<Decision>,
    /// Approvals of minutes, or of proposals by partners.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub approvals: Vec<Approval>,
    /// Reports made.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub reports: Vec<Report>,
    /// Reviews made.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub reviews: Vec<Review>,
    /// Requests: for an item, for a meeting, for a nominee, to leave.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub requests: Vec<Request>,
    /// Outside events, such as an election, and the body's own, such as its establishment.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<Event>,
    /// Outside facts, named as the charter names them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<Fact>,
    /// What somebody whom the terms name has judged.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub judgements: Vec<Judgement>,
    /// What else somebody did, in the charter's words.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub acts: Vec<Act>,
    /// Political parties or groups with their strength in the parent bodies, for political balance.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parties: Vec<Party>,
}

impl Record {
    /// Reads a record's JSON. An unknown key is refused by name.
    pub fn of_json(text: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text)
    }

    /// Says that the record is whole for a kind of fact, from one day to another; an end left out is open.
    pub fn complete(&mut self, kind: Kind, from: Option<Date>, until: Option<Date>) -> &mut Self {
        self.completeness.entry(kind).or_default().push(Span { from, until });
        self
    }

    /// Says that the record is whole for every kind of fact, from one day to another.
    pub fn complete_for_all(&mut self, from: Option<Date>, until: Option<Date>) -> &mut Self {
        for kind in Kind::ALL {
            self.complete(kind, from, until);
        }
        self
    }

    /// Whether the record is whole for a kind of fact on a day.
    pub fn is_complete(&self, kind: Kind, day: Date) -> bool {
        self.completeness.get(&kind).is_some_and(|spans| spans.iter().any(|span| span.holds(day)))
    }

    /// The meeting with that id.
    pub fn meeting(&self, id: &str) -> Option<&Meeting> {
        self.meetings.iter().find(|m| m.id == id)
    }

    /// The item with that id.
    pub fn item(&self, id: &str) -> Option<&Item> {
        self.items.iter().find(|i| i.id == id)
    }

    /// The motion with that id.
    pub fn motion(&self, id: &str) -> Option<&Motion> {
        self.motions.iter().find(|m| m.id == id)
    }

    /// The seat with that id.
    pub fn seat(&self, id: &str) -> Option<&Seat> {
        self.seats.iter().find(|s| s.id == id)
    }

    /// The person's name, or the id where the record does not know them.
    pub fn name_of(&self, person: &str) -> String {
        self.people.iter().find(|p| p.id == person).map_or_else(|| person.to_owned(), |p| p.name.clone())
    }

    /// Who held an office on a day. The name of the office is compared without regard to case.
    pub fn holders<'a>(&'a self, office: &'a str, day: Date) -> impl Iterator<Item = &'a str> {
        self.offices
            .iter()
            .filter(move |o| o.office.eq_ignore_ascii_case(office) && Span { from: o.from, until: o.until }.holds(day))
            .map(|o| o.person.as_str())
    }
}
