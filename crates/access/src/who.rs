//! Who is asking.

use kernel::{Day, Instant, PersonId, SessionId, Zone};
use serde::Serialize;

/// A signed-in person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Signed {
    /// The person.
    pub person: PersonId,
    /// Their name, for the top of the page.
    pub name: String,
    /// The browser they signed in with.
    pub session: SessionId,
    /// Until when they are signed in with it.
    pub ends_at: Instant,
    /// Looks after the installation. An administrator is not thereby a reader of exempt papers.
    pub administrator: bool,
    /// Reads everything, changes nothing.
    pub auditor: bool,
}

/// Who is asking: a signed-in person, the person a signed link was sent to, or anybody.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Who {
    /// Signed in.
    pub signed: Option<Signed>,
    /// Not signed in, but the bearer of a link that was sent to this person.
    pub linked: Option<PersonId>,
    /// When they ask: rights begin and end on days.
    pub at: Instant,
}

impl Who {
    /// The person, however they came.
    pub fn person(&self) -> Option<PersonId> {
        self.linked.or_else(|| self.signed.as_ref().map(|signed| signed.person))
    }

    /// A signed-in administrator.
    pub fn is_administrator(&self) -> bool {
        self.signed.as_ref().is_some_and(|signed| signed.administrator)
    }

    /// A signed-in auditor.
    pub fn is_auditor(&self) -> bool {
        self.signed.as_ref().is_some_and(|signed| signed.auditor)
    }

    /// The bearer of a link sent to this person.
    pub fn by_link(person: PersonId, at: Instant) -> Self {
        Self { signed: None, linked: Some(person), at }
    }

    /// Anybody.
    pub fn nobody(at: Instant) -> Self {
        Self { signed: None, linked: None, at }
    }

    /// The day on which they ask.
    pub fn today(&self) -> Day {
        self.at.day(&Zone::london())
    }
}
