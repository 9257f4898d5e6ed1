//! Votes, decisions and what else is done or happens.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Id;

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
