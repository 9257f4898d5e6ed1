//! Who is invited, and what they answered.

use kernel::{Instant, InvitationId, MeetingId, PersonId, SeatId, words};
use serde::{Deserialize, Serialize};

words! {
    /// What somebody answered to an invitation.
    pub enum Reply {
        /// They come.
        Coming = "coming",
        /// They send apologies.
        Apologies = "apologies",
        /// They send apologies and a substitute.
        Substitute = "substitute",
    }
}

words! {
    /// How an answer came.
    pub enum AnsweredHow {
        /// By the link in the letter.
        Link = "link",
        /// Signed in.
        SignedIn = "signed-in",
        /// Told to the secretariat, who wrote it down.
        Officer = "officer",
        /// From an earlier record.
        Import = "import",
    }
}

/// One person's invitation, with their answer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Invitation {
    /// Which.
    pub id: InvitationId,
    /// To which meeting.
    pub meeting: MeetingId,
    /// To whom.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// In which seat; none for an apology recorded of somebody who does not sit.
    pub seat: Option<SeatId>,
    /// The seat's label.
    pub seat_label: Option<String>,
    /// What they answered.
    pub reply: Option<Reply>,
    /// Who comes in their place, where they are known.
    pub substitute: Option<PersonId>,
    /// Who comes in their place, by name.
    pub substitute_name: Option<String>,
    /// What they wrote.
    pub note: Option<String>,
    /// When a letter went out.
    pub invited_at: Option<Instant>,
    /// When they answered.
    pub answered_at: Option<Instant>,
    /// How.
    pub answered_how: Option<AnsweredHow>,
    /// Grows with each change.
    pub version: i64,
}

impl Invitation {
    /// The name of a substitute who comes and is not recognised as a person on record.
    pub fn unrecognised(&self) -> Option<&str> {
        self.substitute_name.as_deref().filter(|_| self.reply == Some(Reply::Substitute) && self.substitute.is_none())
    }
}

/// An answer to an invitation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// What.
    pub reply: Reply,
    /// Who comes instead.
    pub substitute: Option<Substitute>,
    /// What they wrote.
    pub note: Option<String>,
}

/// Somebody who comes in a member's place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Substitute {
    /// Somebody who is recorded.
    Known(PersonId),
    /// Somebody by name only.
    Named(String),
}
