//! The nouns of this room.

use kernel::{AccountId, Instant, PersonId};
use serde::Serialize;

/// A person's leave to sign in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Account {
    /// Which.
    pub id: AccountId,
    /// Whose.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// Where sign-in links go, in small letters.
    pub address: String,
    /// A password has been chosen.
    pub has_password: bool,
    /// Looks after the installation.
    pub administrator: bool,
    /// Reads everything, changes nothing.
    pub auditor: bool,
    /// Since when.
    pub made_at: Instant,
    /// Closed: nobody signs in with it.
    pub closed_at: Option<Instant>,
}

/// What is needed to open an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAccount {
    /// Whose.
    pub person: PersonId,
    /// Where sign-in links go.
    pub address: String,
    /// A password, when one is chosen at once.
    pub password: Option<String>,
    /// Looks after the installation.
    pub administrator: bool,
    /// Reads everything, changes nothing.
    pub auditor: bool,
}

/// Whose an address is, by the accounts and by the addresses recorded for people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// Nobody's that we know.
    Nobody,
    /// One person's.
    One(PersonId),
    /// Several people read it, so it proves nobody's identity.
    Shared,
    /// One person's, whose account was closed.
    Closed,
}
