//! The nouns of a meeting.

use kernel::{
    AttendanceId, BodyId, Day, Finding, Findings, Hour, Instant, InvitationId, ItemId, MeetingId, PaperId, PartnershipId, PersonId, RulingId, SeatId,
    words,
};
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

words! {
    /// What kind of item it is. All but the last two are put in by themselves where the body has them as standing items.
    pub enum ItemKind {
        /// Apologies and substitutes.
        Apologies = "apologies",
        /// Declarations of interest.
        Interests = "interests",
        /// Minutes of the last meeting.
        Minutes = "minutes",
        /// Matters arising, with the open actions.
        MattersArising = "matters-arising",
        /// The co-ordinator's report.
        CoOrdinator = "co-ordinator",
        /// Updates of the sub-groups; "nothing received" and "has not met" are answers.
        SubGroups = "sub-groups",
        /// Dates of the next meetings.
        NextMeetings = "next-meetings",
        /// Any other business, where the terms allow it.
        AnyOtherBusiness = "any-other-business",
        /// Anything else.
        Business = "business",
    }
}

words! {
    /// Where an item stands.
    pub enum ItemState {
        /// Asked for by a member; the secretariat has not answered.
        Requested = "requested",
        /// Came after the deadline; the chair has not ruled.
        AwaitingRuling = "awaiting-ruling",
        /// On the agenda.
        Accepted = "accepted",
        /// Not taken, with a reason.
        Returned = "returned",
        /// Taken off again.
        Withdrawn = "withdrawn",
    }
}

words! {
    /// What an item is for.
    pub enum Purpose {
        /// Something is to be decided.
        Decision = "decision",
        /// Something is to be discussed.
        Discussion = "discussion",
        /// Something is to be noted.
        Information = "information",
    }
}

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

words! {
    /// What came from a sub-group.
    pub enum SubGroupAnswer {
        /// It reported.
        Reported = "reported",
        /// Nothing was received from it.
        NothingReceived = "nothing-received",
        /// It has not met.
        HasNotMet = "has-not-met",
        /// It has nothing to report.
        NothingToReport = "nothing-to-report",
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

/// An item on an agenda, or asked for.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Item {
    /// Which.
    pub id: ItemId,
    /// Of which meeting.
    pub meeting: MeetingId,
    /// Its place in the order; not its printed number.
    pub position: i64,
    /// Its printed number, once it is on an agenda that went out, or as an earlier record has it.
    pub number: Option<String>,
    /// Its title.
    pub title: String,
    /// What kind.
    pub kind: ItemKind,
    /// What it is for.
    pub purpose: Purpose,
    /// Who presents it.
    pub presenter: Option<String>,
    /// Where it stands.
    pub state: ItemState,
    /// Put in by itself: nobody notifies it.
    pub standing: bool,
    /// When it was notified, where it is known.
    pub notified_on: Option<Day>,
    /// Who asked for it.
    pub requested_by: Option<PersonId>,
    /// The name of who asked.
    pub requester: Option<String>,
    /// What they wrote.
    pub request_words: Option<String>,
    /// Why it was not taken.
    pub returned_reason: Option<String>,
    /// It came after the deadline.
    pub late: bool,
    /// Why it was taken all the same; printed on the agenda.
    pub late_reason: Option<String>,
    /// It is not for the public.
    pub exempt: bool,
    /// The ground, in words.
    pub ground: Option<String>,
    /// What the public sees in place of an exempt item's title.
    pub public_title: Option<String>,
    /// The sub-group an update is about.
    pub about_body: Option<BodyId>,
    /// Its name.
    pub about_body_name: Option<String>,
    /// What came from the sub-group.
    pub sub_group_answer: Option<SubGroupAnswer>,
    /// Notes taken at the table.
    pub notes: String,
    /// Grows with each saving of the notes.
    pub notes_version: i64,
    /// When it was reached, at the table.
    pub started_at: Option<Instant>,
    /// When it was done.
    pub ended_at: Option<Instant>,
    /// Grows with each change.
    pub version: i64,
    /// Its papers, in order.
    pub papers: Vec<ItemPaper>,
}

/// What a sub-group was asked for, and what it answered from the letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SubGroupReport {
    /// Which.
    pub id: uuid::Uuid,
    /// The meeting that asks.
    pub meeting: MeetingId,
    /// The item under which it comes up.
    pub item: ItemId,
    /// The sub-group.
    pub body: BodyId,
    /// Its name.
    pub body_name: String,
    /// What it answered.
    pub answer: Option<SubGroupAnswer>,
    /// Its report in a few words.
    pub words: Option<String>,
    /// Grows with each answer.
    pub version: i64,
}

/// A paper as an agenda lists it. Its acts belong to `matters`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemPaper {
    /// Which.
    pub id: PaperId,
    /// Its title.
    pub title: String,
    /// Who wrote it.
    pub author: Option<String>,
    /// It has not arrived.
    pub to_follow: bool,
    /// It is not for the public.
    pub exempt: bool,
    /// What the public sees in place of an exempt paper's title.
    pub public_title: Option<String>,
    /// The number of its newest file; 0 while there is none.
    pub file_number: i64,
    /// The number of its first page in the pack, as the agenda last went out.
    #[serde(default)]
    pub first_page: Option<i64>,
    /// How many pages it takes there.
    #[serde(default)]
    pub page_count: Option<i64>,
    /// The hash of the PDF that went out; only of an agenda as it went out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hash: Option<String>,
}

impl ItemPaper {
    /// The pages it takes in the pack: `37`, `37–48`. None where it takes none.
    pub fn pages(&self) -> Option<String> {
        self.first_page.zip(self.page_count).map(|(first, count)| page_span(first, count))
    }
}

/// Pages of a pack in figures: `37`, `37–48`.
pub fn page_span(first: i64, count: i64) -> String {
    if count > 1 { format!("{first}–{}", first + count - 1) } else { first.to_string() }
}

/// A new item.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NewItem {
    /// Its title.
    pub title: String,
    /// What kind.
    pub kind: ItemKind,
    /// What it is for.
    pub purpose: Purpose,
    /// Who presents it.
    pub presenter: Option<String>,
    /// Put in by itself.
    pub standing: bool,
    /// The sub-group it is about.
    pub about_body: Option<BodyId>,
    /// Its printed number, where an earlier record has one.
    pub number: Option<String>,
    /// When it was notified; an item added by the secretariat is notified when it is added.
    pub notified_on: Option<Day>,
}

impl NewItem {
    /// Business under this title.
    pub fn business(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            kind: ItemKind::Business,
            purpose: Purpose::Discussion,
            presenter: None,
            standing: false,
            about_body: None,
            number: None,
            notified_on: None,
        }
    }
}

/// A body's standing item, as `bodies` keeps it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StandingItem {
    /// What kind.
    pub kind: ItemKind,
    /// Its title, in the body's own words.
    pub title: String,
}

/// An agenda as it went out: what is in it never changes.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct FrozenAgenda {
    /// The day.
    pub day: Option<Day>,
    /// What was arranged.
    pub arrangements: Arrangements,
    /// The items, in order.
    pub items: Vec<FrozenItem>,
    /// How many pages of the pack are kept for its cover and the agenda itself.
    #[serde(default)]
    pub front: i64,
}

/// An item as it went out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FrozenItem {
    /// Which.
    pub id: ItemId,
    /// Its printed number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// What kind.
    pub kind: ItemKind,
    /// What it is for.
    pub purpose: Purpose,
    /// Who presents it.
    pub presenter: Option<String>,
    /// Why it was taken after the deadline.
    pub late_reason: Option<String>,
    /// It is not for the public.
    pub exempt: bool,
    /// The ground, in words.
    pub ground: Option<String>,
    /// What the public sees in place of its title.
    pub public_title: Option<String>,
    /// Its papers, in order.
    pub papers: Vec<ItemPaper>,
}

/// One sending of an agenda.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AgendaVersion {
    /// From 1.
    pub number: i64,
    /// When it went out.
    pub sent_at: Instant,
    /// By when it was due, where the terms say.
    pub due_by: Option<Day>,
    /// It went out after that.
    pub late: bool,
    /// Why.
    pub late_reason: Option<String>,
    /// The clause that gives the day.
    pub clause: Option<String>,
    /// To how many people.
    pub sent_to: i64,
    /// What is in it.
    pub frozen: FrozenAgenda,
    /// What changed since the one before.
    pub changes: Findings,
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

/// A finding that the record keeps: what changed, what was late.
pub type Change = Finding;
