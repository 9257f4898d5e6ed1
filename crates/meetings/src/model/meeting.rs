//! A meeting, its arrangements, and the days before it.

use kernel::{BodyId, Day, Hour, Instant, MeetingId, PartnershipId, words};
use serde::{Deserialize, Serialize};

words! {
    /// Where a meeting stands.
    pub enum MeetingState {
        /// It has a day; nothing has been sent.
        Planned = "planned",
        /// Its agenda has gone out.
        Called = "called",
        /// It is being held, or written up.
        Open = "open",
        /// It is over; answers and the roll no longer change.
        Closed = "closed",
        /// It will not be held.
        Cancelled = "cancelled",
    }
}

impl MeetingState {
    /// Its agenda and its arrangements can still change.
    pub fn is_ahead(self) -> bool {
        matches!(self, Self::Planned | Self::Called)
    }

    /// Answers can still change.
    pub fn takes_answers(self) -> bool {
        matches!(self, Self::Planned | Self::Called | Self::Open)
    }
}

words! {
    /// What kind of meeting it is, in the words a charter uses.
    pub enum MeetingKind {
        /// One of the year's dates.
        Ordinary = "ordinary",
        /// Beyond the year's dates.
        Further = "further",
        /// The one in which offices are filled.
        Annual = "annual",
        /// Called for one matter.
        Special = "special",
        /// The continuation of one that was adjourned.
        Reconvened = "reconvened",
    }
}

/// A meeting, with the names that its pages need.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Meeting {
    /// Which.
    pub id: MeetingId,
    /// Whose.
    pub body: BodyId,
    /// The body's name.
    pub body_name: String,
    /// The body's place in addresses.
    pub body_slug: String,
    /// The partnership it belongs to.
    pub partnership: PartnershipId,
    /// The partnership's name.
    pub partnership_name: String,
    /// The partnership's place in addresses.
    pub partnership_slug: String,
    /// The nation whose working days count.
    pub nation: String,
    /// The day.
    pub day: Day,
    /// When it begins, where it is known.
    pub starts_at: Option<Hour>,
    /// When it ends, where it is known.
    pub ends_at: Option<Hour>,
    /// Where.
    pub place: Option<String>,
    /// The address of the remote meeting. For those invited only.
    pub joining_link: Option<String>,
    /// How to get in, for everybody: lifts, hearing loops, parking.
    pub access_note: Option<String>,
    /// What kind.
    pub kind: MeetingKind,
    /// Where it stands.
    pub state: MeetingState,
    /// When its date was fixed, where it is known.
    pub fixed_on: Option<Day>,
    /// When its agenda first went out.
    pub called_at: Option<Instant>,
    /// When it was opened, at the table.
    pub opened_at: Option<Instant>,
    /// When it was closed.
    pub closed_at: Option<Instant>,
    /// Why it will not be held.
    pub cancelled_reason: Option<String>,
    /// It was written up afterwards, so that nothing on it happened when it was recorded.
    pub written_up: bool,
    /// Where an imported record comes from.
    pub source: Option<String>,
    /// What a reader of the record should know.
    pub note: Option<String>,
    /// Grows whenever the day, the hours or the place change, so that calendars follow.
    pub sequence: i64,
    /// Grows with each change of the arrangements.
    pub version: i64,
}

impl Meeting {
    /// The moment it begins, or the beginning of its day.
    pub fn begins(&self, zone: &kernel::Zone) -> Instant {
        zone.instant(self.day, self.starts_at.unwrap_or_default())
    }

    /// Whether these would be another day, other hours or another place, for those who have it in their calendar.
    pub fn would_move(&self, day: Day, to: &Arrangements) -> bool {
        let now = (self.day, self.starts_at, self.ends_at, &self.place, &self.joining_link);
        now != (day, to.starts_at, to.ends_at, &to.place, &to.joining_link)
    }

    /// The topic under which open pages hear of it.
    pub fn topic(id: MeetingId) -> String {
        format!("meeting:{id}")
    }
}

/// What is arranged for a meeting besides its day.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Arrangements {
    /// When it begins.
    pub starts_at: Option<Hour>,
    /// When it ends.
    pub ends_at: Option<Hour>,
    /// Where.
    pub place: Option<String>,
    /// The address of the remote meeting.
    pub joining_link: Option<String>,
    /// How to get in.
    pub access_note: Option<String>,
}

/// One step of a meeting's timeline: something to be done, by a day, counted in words.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Step {
    /// `send_papers`, `notify_item`, the code of a duty; `meeting` for the day itself.
    pub code: String,
    /// In the charter's words.
    pub sentence: String,
    /// By when.
    pub by: Day,
    /// How it was counted.
    pub counted: Option<String>,
    /// The clause.
    pub clause: Option<String>,
    /// `done`, `done-late`, `due`, `late`, `ahead`.
    pub standing: String,
    /// When it was done.
    pub done: Option<Day>,
}
