//! Ids: UUIDv7 made by us, one type for each noun, so that a seat cannot be passed for a person.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident = $kind:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// The noun of this id, as records name it.
            pub const KIND: &'static str = $kind;

            /// This id as a pointer to its record.
            pub fn record(self) -> crate::Record {
                crate::Record::of(Self::KIND, self.0)
            }
        }

        impl From<$name> for Uuid {
            fn from(id: $name) -> Uuid { id.0 }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self { Self(id) }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { self.0.fmt(f) }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(s: &str) -> Result<Self, Self::Err> { s.parse().map(Self) }
        }
    )*};
}

ids! {
    /// A partnership: the whole, with its zone, nation and choices. Its bodies hang beneath it.
    PartnershipId = "partnership";
    /// A body: board, executive board, working group, task group, forum, or the partnership's own board.
    BodyId = "body";
    /// A sector, as one partnership names them.
    SectorId = "sector";
    /// A person, recorded once, whatever capacities they act in.
    PersonId = "person";
    /// An organisation, renamed, merged and abolished while seats live on.
    OrganisationId = "organisation";
    /// A seat on a body.
    SeatId = "seat";
    /// A person's time in a seat.
    AppointmentId = "appointment";
    /// A person's time in an office (chair, vice-chair, secretary …).
    OfficeId = "office";
    /// An account that can sign in.
    AccountId = "account";
    /// A signed-in browser.
    SessionId = "session";
    /// One version of a body's charter.
    CharterId = "charter";
    /// A meeting.
    MeetingId = "meeting";
    /// An item on an agenda.
    ItemId = "item";
    /// One person's invitation to one meeting, with their answer.
    InvitationId = "invitation";
    /// One person on the roll of one meeting.
    AttendanceId = "attendance";
    /// A matter that outlives meetings.
    MatterId = "matter";
    /// A paper.
    PaperId = "paper";
    /// A stored file, by its content.
    FileId = "file";
    /// A declared interest.
    InterestId = "interest";
    /// A ruling of a chair or another person empowered to rule.
    RulingId = "ruling";
    /// A recommendation or motion put to a body.
    MotionId = "motion";
    /// A decision.
    DecisionId = "decision";
    /// An action somebody owes.
    ActionId = "action";
    /// The minutes of a meeting.
    MinutesId = "minutes";
    /// A sent or waiting mail.
    LetterId = "letter";
    /// An entry of the audit chain.
    EventId = "event";
}
