//! Meetings, what is sent for them, who was there, and interests.

use std::collections::BTreeSet;

use jiff::civil::{Date, Time};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Id;

/// A meeting.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
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
    /// When it ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended: Option<Time>,
    /// `ordinary` (also when left out), `further`, `special`, `annual`, `reconvened`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// When its date was fixed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fixed: Option<Date>,
    /// In which forms it is held, in the charter's words: `in public`, `remotely`, `in person`.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub forms: BTreeSet<String>,
    /// Where it is held: the id of an organisation, or the charter's word for a place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// The sub-group that meets, an id of [`Record::organisations`](super::Record::organisations); left out for the body itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<Id>,
    /// How many minutes there was no quorum from its beginning, where that was noted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub waited: Option<u32>,
    /// It was adjourned.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub adjourned: bool,
    /// The adjourned meeting that this one takes up again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resumes: Option<Id>,
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
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Sent {
    /// `agenda`, `papers`, `further papers` (those that went after the first), `minutes`, `draft minutes`, `notice`, `report`, or the charter's own word.
    pub what: String,
    /// The meeting it is for, or whose minutes it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meeting: Option<Id>,
    /// The day it went.
    pub day: Option<Date>,
    /// Where: `website` for what is published, `members`; left out for the members.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// To whom: people, organisations or sectors, by id or by the charter's word.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub recipients: BTreeSet<String>,
    /// Who sent it.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub by: BTreeSet<String>,
    /// In which forms, in the charter's words: `in writing`, `by e-mail`.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub forms: BTreeSet<String>,
    /// What it says or announces, in the charter's words: `the purpose`, a class of matter.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub states: BTreeSet<String>,
    /// Of one paper among those sent: its title, as sentences name it. Such a line stands beside the one of the papers as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// How many pages it has; left out where nobody counted them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pages: Option<u32>,
}

impl Sent {
    /// Whether it was published: it went to the website, or the form says so.
    pub(crate) fn published(&self) -> bool {
        self.to.as_deref() == Some("website") || self.forms.iter().any(|form| matches!(form.as_str(), "on the website" | "published" | "website"))
    }
}

/// An item of business.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Moment {
    /// A local time: `{"hour": "10:15:00"}`.
    Hour(Time),
    /// The start of an item, by its id: `{"item": "4"}`.
    Item(Id),
}

/// In which capacity somebody was there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
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
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
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
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
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
    /// The good cause of an absence: `illness`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub excuse: Option<String>,
    /// The day on which this was told: apologies, or the substitute's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub told: Option<Date>,
}

/// Who presided, from when.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
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
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
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
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
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
