//! The record: dated facts about one body, as JSON. The engine reads nothing else. Ids are plain strings that the caller
//! chooses; everything is empty by default, so that a record for one meeting stays small.
//!
//! **Silence.** [`Record::completeness`] says for each kind of fact from when to when the record is whole. A fact missing
//! inside that span is a no; outside it, nobody can tell, and the verdict names the fact. A record that says nothing is
//! complete for nothing.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

/// An identifier that the caller chose.
pub type Id = String;

/// The kinds of facts a record holds, each a top key of its JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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
}

impl Kind {
    /// Every kind, in the order of the record's keys.
    pub const ALL: [Kind; 21] = [
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
        }
    }
}

/// A span of days, both ends included; an end left out is open.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
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
}

/// An organisation.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Organisation {
    /// Chosen by the caller.
    pub id: Id,
    /// As the charter may name it.
    pub name: String,
    /// What kinds it is of, in the charter's words: `council`, `district`.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub kinds: BTreeSet<String>,
    /// The sector it belongs to, an id of [`Record::sectors`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sector: Option<Id>,
    /// The area it serves.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub area: Option<String>,
}

/// A sector of the body.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Sector {
    /// Chosen by the caller.
    pub id: Id,
    /// As the charter names it: `voluntary and community`.
    pub name: String,
}

/// A person.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Person {
    /// Chosen by the caller.
    pub id: Id,
    /// As sentences name them.
    pub name: String,
    /// What they have declared about themselves, in the charter's words: `residents`, `councillors`.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub attributes: BTreeSet<String>,
}

/// A seat.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Seat {
    /// Chosen by the caller.
    pub id: Id,
    /// As sentences name it.
    pub label: String,
    /// `voting` (also when left out), `adviser`, `observer`, `officer`, or the charter's own word for a class of members.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub class: Option<String>,
    /// An id of [`Record::sectors`]; where left out, its organisation's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sector: Option<Id>,
    /// Whose seat it is, an id of [`Record::organisations`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organisation: Option<Id>,
    /// The post whose holder sits here by virtue of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub post: Option<String>,
    /// Its first day, where it has not always been there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// Its last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

/// Somebody's time in a seat.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Appointment {
    /// The seat.
    pub seat: Id,
    /// The person.
    pub person: Id,
    /// First day; left out where it is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// Last day; left out while it runs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// Why it ended: `resigned`, `lapsed`, `term over`, `replaced`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended: Option<String>,
}

/// Somebody's time in an office.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Office {
    /// `chair`, `vice-chair`, `secretary`, or an outside post as the charter names it.
    pub office: String,
    /// The person.
    pub person: Id,
    /// First day; left out where it is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// Last day; left out while it runs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// How it came: `elected`, `appointed`, `ex officio`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub how: Option<String>,
    /// By whom: an id of an organisation, or the charter's word for them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
}

/// A meeting.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Meeting {
    /// Chosen by the caller.
    pub id: Id,
    /// Its day; left out while it is not fixed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day: Option<Date>,
    /// When it begins.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hour: Option<Time>,
    /// `ordinary` (also when left out), `further`, `special`, `annual`, `reconvened`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// When its date was fixed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fixed: Option<Date>,
    /// It was called off.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub cancelled: bool,
    /// How many members there were, where no list of them is held.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub members: Option<u32>,
    /// How many members were present throughout, where no roll is held.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub present: Option<u32>,
    /// Its minutes say: `attendance`, `interests`, `reasons` and so on.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub minuted: BTreeSet<String>,
}

/// Something sent or published.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Sent {
    /// `agenda`, `papers`, `minutes`, `draft minutes`, `notice`, `report`, or the charter's own word.
    pub what: String,
    /// The meeting it is for, or whose minutes it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meeting: Option<Id>,
    /// The day it went.
    pub day: Option<Date>,
    /// Where: `website`, `members`; left out for the members.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
}

/// An item of business.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Item {
    /// Chosen by the caller.
    pub id: Id,
    /// The meeting whose agenda it is on. The order of the list is the order of the agenda.
    pub meeting: Id,
    /// As sentences name it.
    pub title: String,
    /// When it was notified.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notified: Option<Date>,
    /// Who asked for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Id>,
    /// When it was reached, local time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub began: Option<Time>,
    /// Standing business, which nobody notifies.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub standing: bool,
    /// The classes of matter it is of, in the charter's words.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub matters: BTreeSet<String>,
}

/// A moment in a meeting: a local time, or the item that had been reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Moment {
    /// A local time: `{"hour": "10:15:00"}`.
    Hour(Time),
    /// The start of an item, by its id: `{"item": "4"}`.
    Item(Id),
}

/// In which capacity somebody was there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Capacity {
    /// In their own seat.
    #[default]
    Member,
    /// In a seat in place of its member.
    Substitute,
    /// Not a member, there by agreement or invitation.
    Guest,
    /// Supporting a member, or the body.
    Officer,
    /// There to listen.
    Observer,
    /// The record does not show it.
    Unclear,
}

/// Whether somebody came.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Presence {
    /// Was there.
    #[default]
    Present,
    /// Sent apologies.
    Apologies,
    /// Was not there, and sent none.
    Absent,
}

/// A line of the roll. Somebody who comes and goes has several.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Attendance {
    /// The meeting.
    pub meeting: Id,
    /// The person.
    pub person: Id,
    /// The seat they sat in, their own or another's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seat: Option<Id>,
    /// In which capacity.
    #[serde(rename = "as")]
    pub capacity: Capacity,
    /// Whether they came.
    pub presence: Presence,
    /// From when; left out for the beginning.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub arrived: Option<Moment>,
    /// Until when; left out for the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left: Option<Moment>,
    /// By telephone or screen.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub remote: bool,
    /// The absence was approved, when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approved: Option<Date>,
    /// The day on which this was told: apologies, or the substitute's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub told: Option<Date>,
}

/// Who presided, from when.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Presiding {
    /// The meeting.
    pub meeting: Id,
    /// The person.
    pub person: Id,
    /// From when; left out for the beginning.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Moment>,
}

/// The part that somebody with an interest may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Takes no part and leaves the room.
    Leave,
    /// Discusses, does not decide; whether they stay for the decision is not said.
    Discuss,
    /// Discusses, does not decide, and stays in the room for the decision.
    DiscussThenStay,
    /// Discusses, does not decide, and leaves the room for the decision.
    DiscussThenLeave,
    /// Stays in the room, and neither discusses nor decides.
    Stay,
    /// Takes part as everybody does.
    Full,
}

/// An interest declared on an item.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Interest {
    /// The meeting.
    pub meeting: Id,
    /// The item.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<Id>,
    /// The person concerned.
    pub person: Id,
    /// In the charter's words: `financial`, `professional`, `pecuniary`, `non-pecuniary`.
    pub kind: String,
    /// The day it was declared; left out where it is known and was not declared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub declared: Option<Date>,
    /// What was ruled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ruling: Option<PartRuling>,
}

/// What was ruled on somebody's part in an item.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartRuling {
    /// Who ruled, a person.
    pub by: Id,
    /// The part that the person concerned may take.
    pub part: Part,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// How a vote was cast.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Cast {
    For,
    Against,
    Abstained,
}

/// One vote.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vote {
    /// Who cast it.
    pub person: Id,
    /// In which seat.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seat: Option<Id>,
    /// How.
    pub cast: Cast,
}

/// Votes counted without names.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Votes {
    /// In favour.
    #[serde(rename = "for")]
    pub in_favour: u32,
    /// Against.
    pub against: u32,
    /// Abstained.
    pub abstained: u32,
}

/// A motion put to a meeting.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Motion {
    /// Chosen by the caller.
    pub id: Id,
    /// The meeting.
    pub meeting: Id,
    /// The item.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<Id>,
    /// The classes of matter it is of, in the charter's words.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub matters: BTreeSet<String>,
    /// Who moved it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub moved: Option<Id>,
    /// Who seconded it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seconded: Option<Id>,
    /// True where it was agreed by consensus, false where consensus was sought and not reached.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub consensus: Option<bool>,
    /// Votes by name.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub votes: Vec<Vote>,
    /// Votes counted, where names are not held.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<Votes>,
    /// A casting vote, where one was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub casting: Option<Cast>,
    /// How it was taken: `meeting` (also when left out), `e-mail`, `writing`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
}

/// A decision.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Decision {
    /// Chosen by the caller.
    pub id: Id,
    /// The day.
    pub day: Option<Date>,
    /// The meeting; left out for a decision between meetings.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meeting: Option<Id>,
    /// The item.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<Id>,
    /// The motion that carried it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub motion: Option<Id>,
    /// The classes of matter it is of, in the charter's words.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub matters: BTreeSet<String>,
    /// Who took it, where it was not the meeting.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Id>,
    /// Whom they consulted: people, sectors or organisations, by id or by the charter's word.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub consulted: BTreeSet<String>,
    /// What it took into account, in the charter's words.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub considered: BTreeSet<String>,
    /// It was urgent.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub urgent: bool,
    /// The organisations it affects.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub affects: BTreeSet<Id>,
}

/// An approval.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Approval {
    /// `minutes`, `proposal`, `charter`, or the charter's own word.
    pub what: String,
    /// The id of the meeting whose minutes, or of the decision, it is.
    pub of: Id,
    /// The meeting that approved, where one did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meeting: Option<Id>,
    /// The organisation or person that approved, where it was no meeting.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Id>,
    /// The day.
    pub day: Option<Date>,
}

/// A report made.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Report {
    /// In the charter's words.
    pub what: String,
    /// To whom.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub to: BTreeSet<String>,
    /// The day.
    pub day: Option<Date>,
}

/// A review made.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Review {
    /// `membership`, `terms`, or the charter's own word.
    pub what: String,
    /// The meeting, where it was done at one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meeting: Option<Id>,
    /// The day.
    pub day: Option<Date>,
}

/// A request.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Request {
    /// `item`, `meeting`, `nominee`, `exit`, or the charter's own word.
    pub what: String,
    /// Who asked: people or organisations.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub by: BTreeSet<Id>,
    /// What or whom it concerns: an item, a seat, a meeting.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<Id>,
    /// The day.
    pub day: Option<Date>,
    /// It was made in writing.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub written: bool,
    /// The day from which it is to take effect.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub effect: Option<Date>,
}

/// An event.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Event {
    /// `establishment`, `adoption`, `vacancy`, or the charter's own word: `council election`.
    pub what: String,
    /// The day.
    pub day: Option<Date>,
    /// What or whom it concerns.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<Id>,
}

/// An outside fact.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// As the charter names it.
    pub name: String,
    /// Its value.
    pub value: serde_json::Value,
    /// From when it is so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// Until when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

/// What somebody whom the terms name has judged.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Judgement {
    /// `late item`, `guest`, `exempt`, `extra meeting`, or the charter's own word.
    pub about: String,
    /// The id of what it is about: an item, a person, a paper.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<Id>,
    /// The meeting, where it belongs to one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meeting: Option<Id>,
    /// The office in which it was made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub office: Option<String>,
    /// The person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Id>,
    /// Agreed, or refused.
    pub agreed: bool,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day: Option<Date>,
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
