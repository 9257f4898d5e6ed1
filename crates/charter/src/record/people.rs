//! Organisations, people, seats and offices.

use std::collections::BTreeSet;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Id;

/// An organisation.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
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
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Sector {
    /// Chosen by the caller.
    pub id: Id,
    /// As the charter names it: `voluntary and community`.
    pub name: String,
}

/// A person.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Person {
    /// Chosen by the caller.
    pub id: Id,
    /// As sentences name them.
    pub name: String,
    /// What they have declared about themselves, in the charter's words: `residents`, `councillors`.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub attributes: BTreeSet<String>,
    /// What they were for a time: `councillor`, `disqualified`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub periods: Vec<Period>,
    /// The party or group they sit for, a name of [`Record::parties`](super::Record::parties).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub party: Option<String>,
}

/// What somebody was from one day to another.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Period {
    /// In the charter's words.
    pub what: String,
    /// First day; left out where it is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// Last day; left out while it runs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

/// A political party or group.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Party {
    /// As people name it.
    pub name: String,
    /// How many seats it has in the bodies whose balance counts.
    pub strength: u32,
}

/// A seat.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
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
    /// The sub-group whose seat it is, an id of [`Record::organisations`](super::Record::organisations); left out for the body's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<Id>,
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
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
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
    /// By whom: an id of an organisation or a person, or the charter's word for them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// How: `elected`, `appointed`, `ex officio`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub how: Option<String>,
}

/// Somebody's time in an office.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
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
