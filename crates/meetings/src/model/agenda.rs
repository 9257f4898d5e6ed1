//! Items, their papers, and the agenda as it went out.

use kernel::{BodyId, Day, Finding, Findings, Instant, ItemId, MeetingId, PaperId, PersonId, words};
use serde::{Deserialize, Serialize};

use super::Arrangements;

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

/// A finding that the record keeps: what changed, what was late.
pub type Change = Finding;
