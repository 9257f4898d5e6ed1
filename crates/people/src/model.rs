//! The nouns of this room.

use kernel::{Day, OrganisationId, PersonId};
use serde::{Deserialize, Serialize};

/// A person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Person {
    /// Which.
    pub id: PersonId,
    /// As they are written: `Bishop Stephen Venner` is the honorific and the name together.
    pub name: String,
    /// By which they are put in order: family name first, without honorific.
    pub sort_name: String,
    /// A title that goes before the name.
    pub honorific: Option<String>,
    /// Other spellings under which records know them.
    pub other_names: Vec<String>,
    /// Grows with each change.
    pub version: i64,
}

/// A record that was found to be of the same person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Merge {
    /// Which joining.
    pub id: uuid::Uuid,
    /// The record that leads here now.
    pub other: PersonId,
    /// The name on it.
    pub name: String,
    /// When they were joined.
    pub at: kernel::Instant,
}

/// How much hangs on a record, so that an officer can tell two of them apart.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Weight {
    /// Appointments to seats, past ones too.
    pub seats: i64,
    /// Offices, past ones too.
    pub offices: i64,
    /// Meetings on whose roll they stand.
    pub meetings: i64,
    /// Interests declared at meetings.
    pub declarations: i64,
    /// Actions they own.
    pub actions: i64,
    /// Letters written to them.
    pub letters: i64,
    /// Whether an account is open.
    pub account: bool,
}

/// What is typed to record a person.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct NewPerson {
    /// The name without its title.
    pub name: String,
    /// The title, if any.
    pub honorific: Option<String>,
    /// Other spellings.
    pub other_names: Vec<String>,
    /// Where letters about meetings go; none is invented.
    pub address: Option<String>,
    /// An editorial note.
    pub note: Option<String>,
}

/// An organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Organisation {
    /// Which.
    pub id: OrganisationId,
    /// In addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Its usual short name.
    pub short_name: Option<String>,
    /// What it is, in the partnership's own words: `district council`. Terms count seats by it.
    pub kind: Option<String>,
    /// When it ended, if it did: its seats live on.
    pub ended_on: Option<Day>,
    /// Grows with each change.
    pub version: i64,
}

/// How an organisation is called and what it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct OrganisationFace {
    /// Its name.
    pub name: String,
    /// Its usual short name.
    pub short_name: Option<String>,
    /// What it is, in the partnership's own words.
    pub kind: Option<String>,
}

/// What is typed to record an organisation.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct NewOrganisation {
    /// Its name.
    pub name: String,
    /// Its usual short name.
    pub short_name: Option<String>,
    /// Other names under which records know it.
    pub other_names: Vec<String>,
    /// Council, police, health, college, business, charity, faith …, in the partnership's own words.
    pub kind: Option<String>,
    /// When it began.
    pub established_on: Option<Day>,
    /// When it ended.
    pub ended_on: Option<Day>,
    /// An editorial note.
    pub note: Option<String>,
}

/// Where a person's letters go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Address {
    /// Which.
    pub id: uuid::Uuid,
    /// The address.
    pub address: String,
    /// What for: `meetings`.
    pub purpose: String,
    /// When a mail server refused it for good, since it last took a letter.
    pub refused_at: Option<kernel::Instant>,
    /// What it said.
    pub refusal: Option<String>,
}

/// One organisation that followed another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Succession {
    /// The earlier one.
    pub earlier: OrganisationId,
    /// Its name.
    pub earlier_name: String,
    /// The later one.
    pub later: OrganisationId,
    /// Its name.
    pub later_name: String,
    /// When, if the record says.
    pub happened_on: Option<Day>,
    /// A note.
    pub note: Option<String>,
}
