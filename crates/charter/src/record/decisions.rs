//! Votes, decisions and what else is done or happens.

use std::collections::BTreeSet;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Id;

/// How a vote was cast.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Cast {
    For,
    Against,
    Abstained,
}

/// One vote.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
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
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
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
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
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
    /// The day it was put, where that is not the meeting's: an e-mail was sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub put: Option<Date>,
    /// How the lot fell, where lots were drawn.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lot: Option<Cast>,
    /// How somebody decided to whom the terms leave it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub settled: Option<Cast>,
    /// In which forms it was voted, in the charter's words: `by roll call`, `openly`.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub forms: BTreeSet<String>,
}

/// A decision.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
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
    /// The amount of money it is about, in whole units.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<u32>,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// An approval.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
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
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Report {
    /// In the charter's words.
    pub what: String,
    /// To whom.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub to: BTreeSet<String>,
    /// Who reported.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub by: BTreeSet<String>,
    /// Through whom.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub through: BTreeSet<String>,
    /// The id of a decision or another thing that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<Id>,
    /// The meeting to which it was made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meeting: Option<Id>,
    /// The day.
    pub day: Option<Date>,
}

/// A review made.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
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
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
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
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
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
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
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
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
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
    /// What was chosen, where the terms give several things to choose between.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chose: Option<String>,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day: Option<Date>,
}

/// Something done, for which the record has no list of its own.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Act {
    /// A verb of the language, as it stands after "must": `advertise`.
    #[serde(rename = "do")]
    pub verb: String,
    /// What it was done to, in the charter's words: `seat`, `budget`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub what: Option<String>,
    /// Who did it: people, offices, organisations, by id or by the charter's word.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub by: BTreeSet<String>,
    /// To whom.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub to: BTreeSet<String>,
    /// What or whom it concerns: the id of a seat, a person, an item, a meeting, a decision.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<Id>,
    /// The meeting at which, or for which, it was done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meeting: Option<Id>,
    /// The day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day: Option<Date>,
    /// The day from which it takes effect.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub effect: Option<Date>,
    /// How many minutes it lasted: a speech, a deputation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u32>,
    /// The last day on which it went on: a consultation, an advertisement, a vote by e-mail.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// In which forms, in the charter's words: `in writing`, `by lot`.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub forms: BTreeSet<String>,
    /// Who was consulted before.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub consulted: BTreeSet<String>,
    /// Who agreed.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub agreed: BTreeSet<String>,
    /// At whose request, through whom and on whose behalf it was done.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub requested: BTreeSet<String>,
    /// The classes of matter it is of, or what it says, in the charter's words.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub matters: BTreeSet<String>,
    /// The amount of money it is about, in whole units.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<u32>,
    /// How many pages it has: what was lodged, presented.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pages: Option<u32>,
}
