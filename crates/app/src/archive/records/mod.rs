//! What the archive's files say, as they say it: one type for each kind of table. An unknown key is an error, so that a
//! slip of the pen is found when the file is read and not when a page looks odd.

use std::collections::BTreeMap;

macro_rules! records {
    ($($(#[$doc:meta])* $name:ident { $($(#[$fdoc:meta])* $field:ident : $kind:ty),* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name { $($(#[$fdoc])* pub $field: $kind),* }
    )*};
}

mod meetings;
mod standing;

pub use meetings::*;
pub use standing::*;

/// One partnership's folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folder {
    /// The partnership.
    pub partnership: Partnership,
    /// Its bodies; the first is the partnership's own.
    pub bodies: Vec<Body>,
    /// What reports to what.
    pub reports: Vec<Report>,
    /// Model terms.
    pub models: Vec<Model>,
    /// Chapters and theme groups.
    pub chapters: Vec<Chapter>,
    /// Findings noted.
    pub findings: Vec<NotedFinding>,
    /// The lists of seats, by body.
    pub seats: BTreeMap<String, SeatList>,
    /// Meetings, earliest first.
    pub meetings: Vec<Meeting>,
    /// Corrections to minutes.
    pub corrections: Vec<Correction>,
    /// Papers, by the name of their file.
    pub papers: BTreeMap<String, Paper>,
}

/// The whole archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Archive {
    /// The documents behind it.
    pub sources: Vec<Source>,
    /// Everybody.
    pub people: Vec<Person>,
    /// Every organisation.
    pub organisations: Vec<Organisation>,
    /// The partnerships with a folder of their own.
    pub folders: Vec<Folder>,
    /// Partnerships known only from a succession.
    pub others: Vec<Partnership>,
    /// Findings about those.
    pub findings: Vec<NotedFinding>,
    /// What became of what.
    pub successions: Vec<Succession>,
    /// The texts of the charters, by path beneath `charters/`.
    pub charters: BTreeMap<String, String>,
}
