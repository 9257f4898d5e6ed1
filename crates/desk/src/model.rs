//! What these pages are made of.

use bodies::model::Audience;
use kernel::{Day, OrganisationId, PersonId};
use serde::Serialize;

/// One capacity of a person, and who may know of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Capacity {
    /// `seat` or `office`.
    pub what: String,
    /// The seat's label, or what the body calls the office.
    pub words: Option<String>,
    /// As what they sit, or which office: a word of the locale.
    pub kind: String,
    /// The body.
    pub body: String,
    /// Its address.
    pub body_slug: String,
    /// Its partnership.
    pub partnership: String,
    /// The post that goes with it.
    pub post: Option<String>,
    /// Their organisation.
    pub organisation: Option<OrganisationId>,
    /// Its name.
    pub organisation_name: Option<String>,
    /// Since when.
    pub starts_on: Option<Day>,
    /// Until when.
    pub ends_on: Option<Day>,
    /// Search engines are asked to stay away from this partnership.
    #[serde(skip)]
    pub noindex: bool,
    /// To whom the body shows who sits on it.
    #[serde(skip)]
    pub audience: Audience,
    /// The reader is of that audience by a seat or office of their own.
    #[serde(skip)]
    pub is_of: bool,
}

/// A seat that an organisation nominates to, and who may know of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Nominated {
    /// What it is called.
    pub label: String,
    /// The body.
    pub body: String,
    /// Its address.
    pub body_slug: String,
    /// Its partnership.
    pub partnership: String,
    /// Who holds it now: id and name.
    pub person: Option<PersonId>,
    /// Their name.
    pub name: Option<String>,
    /// Until when there is such a seat.
    pub ends_on: Option<Day>,
    /// Search engines are asked to stay away from this partnership.
    #[serde(skip)]
    pub noindex: bool,
    /// To whom the body shows who sits on it.
    #[serde(skip)]
    pub audience: Audience,
    /// The reader is of that audience by a seat or office of their own.
    #[serde(skip)]
    pub is_of: bool,
}

/// One thing that waits for the reader.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Duty {
    /// By when, where there is a day.
    pub due: Option<Day>,
    /// What, in a sentence.
    pub text: String,
    /// Where it is done.
    pub href: String,
    /// For which body.
    pub who: String,
    /// The clause that asks for it.
    pub clause: Option<String>,
    /// Where that clause can be read.
    pub clause_href: Option<String>,
    /// The day has passed.
    pub late: bool,
    /// It is today.
    pub today: bool,
}

/// One value of a record before and after an act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// Which value: a word of the locale under `history-field-…`, or as it is kept.
    pub field: String,
    /// Before; empty for something new.
    pub before: String,
    /// After; empty for something gone.
    pub after: String,
}
