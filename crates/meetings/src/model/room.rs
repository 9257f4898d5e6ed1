//! Who is in the room, who presides, and what is ruled.

use kernel::{AttendanceId, Hour, Instant, ItemId, PersonId, RulingId, SeatId, words};
use serde::{Deserialize, Serialize};

words! {
    /// In which capacity somebody was there.
    pub enum Capacity {
        /// In their own seat.
        Member = "member",
        /// In the seat of a member who is not there.
        Substitute = "substitute",
        /// Not a member; there by agreement or invitation.
        Guest = "guest",
        /// Supporting a member, or the body.
        Officer = "officer",
        /// There to listen.
        Observer = "observer",
        /// Named under those present by a record that does not show in which capacity.
        Listed = "listed",
        /// The record does not show it.
        Unclear = "unclear",
    }
}

words! {
    /// By which right somebody presides.
    pub enum PresidesAs {
        /// As chair.
        Chair = "chair",
        /// As vice-chair.
        ViceChair = "vice-chair",
        /// Elected for this meeting.
        Elected = "elected",
    }
}

/// When somebody came or went. By the item where one is given, else by the hour, else at the beginning or the end.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct When {
    /// The hour.
    pub hour: Option<Hour>,
    /// The item that had been reached.
    pub item: Option<ItemId>,
}

/// Somebody on the roll.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Attendance {
    /// Which.
    pub id: AttendanceId,
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// In which capacity.
    pub capacity: Capacity,
    /// In which seat.
    pub seat: Option<SeatId>,
    /// The seat's label.
    pub seat_label: Option<String>,
    /// In whose place.
    pub in_place_of: Option<PersonId>,
    /// That person's name.
    pub in_place_of_name: Option<String>,
    /// Who they are, where the record says: "Deputy Principal, West Kent College".
    pub description: Option<String>,
    /// The ruling by which a guest is here.
    pub agreed: Option<RulingId>,
    /// Their order on the roll.
    pub position: i64,
    /// When they were there.
    pub stays: Vec<Stay>,
    /// Grows with each change.
    pub version: i64,
}

impl Attendance {
    /// Whether they are in the room now: the last stay has no end.
    pub fn is_here(&self) -> bool {
        self.stays.last().is_some_and(|stay| !stay.is_over())
    }
}

/// One coming and going.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Stay {
    /// Which.
    pub id: uuid::Uuid,
    /// Since when; empty for the beginning.
    pub from: When,
    /// Until when; empty while they are there, or for the end.
    pub until: When,
    /// Why they left.
    pub reason: Option<String>,
}

impl Stay {
    /// Whether it has an end.
    pub fn is_over(&self) -> bool {
        self.until.hour.is_some() || self.until.item.is_some()
    }
}

/// Somebody who presided, from an item to an item.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Presiding {
    /// Which.
    pub id: uuid::Uuid,
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// By which right.
    pub capacity: PresidesAs,
    /// From which item; none for the beginning.
    pub from_item: Option<ItemId>,
    /// Until which item; none for the end.
    pub until_item: Option<ItemId>,
    /// Their order.
    pub position: i64,
}

/// What a ruling of this slice is about.
pub const LATE_ITEM: &str = "late-item";

/// What a ruling of this slice is about.
pub const GUEST: &str = "guest";

/// A ruling that was asked for, or given.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Ruling {
    /// Which.
    pub id: RulingId,
    /// On which item.
    pub item: Option<ItemId>,
    /// About what: `late-item`, `guest`.
    pub about: String,
    /// Which record exactly.
    pub about_id: Option<uuid::Uuid>,
    /// `agree` or `refuse`; none while it is awaited.
    pub choice: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// The clause that asks for it.
    pub clause: Option<String>,
    /// When it was asked for.
    pub asked_at: Option<Instant>,
    /// Who ruled.
    pub ruled_by: Option<PersonId>,
    /// Their name.
    pub ruled_by_name: Option<String>,
    /// In which capacity.
    pub capacity: Option<String>,
    /// When.
    pub ruled_at: Option<Instant>,
    /// Grows with each change.
    pub version: i64,
}
