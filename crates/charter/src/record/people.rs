//! Organisations, people, seats and offices.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Id;

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
