//! What the archive's files say, as they say it: one type for each kind of table. An unknown key is an error, so that a
//! slip of the pen is found when the file is read and not when a page looks odd.

use std::collections::BTreeMap;

use kernel::{Day, Hour};
use serde::Deserialize;

macro_rules! records {
    ($($(#[$doc:meta])* $name:ident { $($(#[$fdoc:meta])* $field:ident : $kind:ty),* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name { $($(#[$fdoc])* pub $field: $kind),* }
    )*};
}

records! {
    /// A document behind the archive.
    Source {
        /// What records call it: `wk-notes`.
        id: String,
        /// Its title.
        title: String,
        /// Its date as far as it is known: a day or a year.
        dated: String,
        /// Under whose name it stands.
        author: Option<String>,
        /// What should be known before trusting it.
        note: Option<String>,
    }

    /// Somebody, once, in whatever capacities.
    Person {
        /// What other records call them: `paul-carter`.
        id: String,
        /// Their name, without title.
        name: String,
        /// Their title as printed, written out.
        title: Option<String>,
        /// Other spellings found.
        #[serde(default)]
        also: Vec<String>,
        /// Why we read these as one person, or where they appear.
        note: Option<String>,
    }

    /// An organisation, once.
    Organisation {
        /// What other records call it.
        id: String,
        /// Its name, written out.
        name: String,
        /// Shorter or other forms found.
        #[serde(default)]
        also: Vec<String>,
        /// What it is, where terms of reference count by it: "district council".
        kind: Option<String>,
        /// The day on which it ceased, if recorded.
        ended: Option<Day>,
        /// What should be known about it.
        note: Option<String>,
        /// Where it is found, when no seat says so.
        source: Option<String>,
    }

    /// A partnership: the whole.
    Partnership {
        /// What other records call it, and its address on the site.
        id: String,
        /// Its name.
        name: String,
        /// The sources give no name of its own; this one is ours.
        #[serde(default)]
        name_ours: bool,
        /// Shorter forms of the name.
        #[serde(default)]
        also: Vec<String>,
        /// Whose working days count.
        nation: String,
        /// Its zone.
        zone: String,
        /// Search engines are asked to stay away.
        noindex: bool,
        /// Its sectors, in its own words and order.
        #[serde(default)]
        sectors: Vec<String>,
        /// What should be known about them.
        sectors_note: Option<String>,
        /// The latest day on which it can have begun.
        established_not_after: Option<Day>,
        /// Offices known although no list of members is held.
        #[serde(default, rename = "office")]
        offices: Vec<Office>,
        /// What should be known about it.
        note: Option<String>,
        /// Where it is found.
        source: String,
    }

    /// A body of a partnership.
    Body {
        /// What other records call it, and its address on the site.
        id: String,
        /// Its name.
        name: String,
        /// Shorter or other forms.
        #[serde(default)]
        also: Vec<String>,
        /// `partnership`, `board`, `executive board`, `working group`, `task group` or `forum`.
        kind: String,
        /// When it began: a day, a month or a year.
        established: Option<String>,
        /// The body within which it exists.
        within: Option<String>,
        /// The body to which its terms make it accountable.
        accountable_to: Option<String>,
        /// The body into which it reports.
        reports_into: Option<String>,
        /// It stands beside the partnership, within nothing.
        #[serde(default)]
        independent: bool,
        /// Bodies it works with on the level.
        #[serde(default)]
        works_with: Vec<String>,
        /// What should be known about that.
        works_with_note: Option<String>,
        /// The organisation that supports it.
        secretariat: Option<String>,
        /// Its terms, beneath `charters/`.
        charter: Option<String>,
        /// `draft` or `adoption not recorded`.
        charter_state: Option<String>,
        /// The date on the terms.
        charter_dated: Option<Day>,
        /// Why no terms are held, or what stands in for them.
        charter_note: Option<String>,
        /// Its list of seats, beside the partnership's file.
        seats: Option<String>,
        /// Who sees which class of document by its terms. What they do not say is public here.
        #[serde(default)]
        openness: Vec<bodies::model::Openness>,
        /// What should be known about that.
        openness_note: Option<String>,
        /// The list of grounds on which it exempts matter: `freedom-of-information`, `access-1985`.
        exempt_grounds: Option<String>,
        /// Items of its own that come up at each meeting.
        #[serde(default)]
        standing_items: Vec<bodies::model::StandingItem>,
        /// Where they are known from.
        standing_items_note: Option<String>,
        /// A report proposes it; what was decided is not held.
        #[serde(default)]
        proposed: bool,
        /// What should be known about it.
        note: Option<String>,
        /// Where it is found.
        source: String,
    }

    /// One body's duty to report to another.
    Report {
        /// Who reports.
        from: String,
        /// To whom.
        to: String,
        /// By way of whom.
        through: Option<String>,
        /// What.
        what: String,
        /// How often.
        every: String,
        /// The clause that asks for it.
        clause: Option<String>,
        /// Who else receives it.
        #[serde(default)]
        also_to: Vec<String>,
        /// Where it is found.
        source: String,
    }

    /// Terms with blanks, from which a new group's terms are made.
    Model {
        /// What it is called.
        id: String,
        /// Its title.
        title: String,
        /// The text, beneath `charters/`.
        charter: String,
        /// The date on it.
        dated: Day,
        /// The kind of body it is for.
        for_kind: String,
        /// The body within which such a group exists.
        within: String,
        /// How many distinct blanks it has.
        blanks: usize,
        /// Where it is found.
        source: String,
    }

    /// A chapter of a community strategy and the groups proposed for it.
    Chapter {
        /// Its place in the report's list.
        number: u32,
        /// Its name.
        name: String,
        /// `adopted`, `revived`, `new` or `deferred`.
        how: String,
        /// The bodies that would be its theme groups.
        groups: Vec<String>,
        /// A report proposes it.
        #[serde(default)]
        proposed: bool,
        /// What should be known about it.
        note: Option<String>,
        /// Where it is found.
        source: String,
    }

    /// A contradiction or a gap that no rule can compute.
    NotedFinding {
        /// The body or partnership on whose page it stands.
        about: String,
        /// The clause concerned.
        clause: Option<String>,
        /// `contradiction`, `cannot tell`, `not recorded`, `untidy` or `not computed`.
        verdict: String,
        /// What is the matter.
        says: String,
        /// Where both sides are found.
        source: String,
    }

    /// A seat. What is absent is not recorded.
    Seat {
        /// Its place in the list.
        number: u32,
        /// What the seat is, where the organisation alone does not say.
        label: Option<String>,
        /// Who sits; absent and not vacant: not held.
        holder: Option<String>,
        /// A second person printed in the seat.
        second_name: Option<String>,
        /// The holder's post.
        office: Option<String>,
        /// Whose seat it is.
        organisation: Option<String>,
        /// Another body the holder speaks for.
        also_for: Option<String>,
        /// `observer` or `officer`; absent for a member.
        class: Option<String>,
        /// Its sector.
        sector: Option<String>,
        /// The sector is our reading.
        #[serde(default)]
        sector_ours: bool,
        /// It goes with a post.
        #[serde(default)]
        ex_officio: bool,
        /// Nobody sits.
        #[serde(default)]
        vacant: bool,
        /// What the list prints in the place of a name.
        printed: Option<String>,
        /// The list's mark for the chair of a sub-group.
        mark: Option<String>,
        /// The list prints "(new)".
        #[serde(default)]
        printed_new: bool,
        /// What should be known about it.
        note: Option<String>,
        /// Where it is found.
        source: String,
    }

    /// Somebody's time in an office.
    Office {
        /// `chair` or `vice-chair`.
        post: String,
        /// Who; absent: not held.
        holder: Option<String>,
        /// How they came to it: `ex officio`, `elected`.
        how: Option<String>,
        /// The clause by which.
        clause: Option<String>,
        /// A day on which they held it.
        known_on: Option<Day>,
        /// From when.
        from: Option<Day>,
        /// At which item of that day's meeting.
        from_item: Option<u32>,
        /// Until when.
        until: Option<Day>,
        /// At which item of that day's meeting.
        until_item: Option<u32>,
        /// What should be known about it.
        note: Option<String>,
        /// Where it is found.
        source: String,
    }

    /// A body's list of seats and offices.
    SeatList {
        /// Whose list.
        body: String,
        /// A day on which it held.
        known_on: Day,
        /// The day printed on it, when it is another.
        listed_on: Option<Day>,
        /// The seats in their order.
        #[serde(rename = "seat")]
        seats: Vec<Seat>,
        /// The offices.
        #[serde(default, rename = "office")]
        offices: Vec<Office>,
    }

    /// The head of a meeting.
    MeetingHead {
        /// Whose.
        body: String,
        /// When.
        date: Day,
        /// Where.
        place: Option<String>,
        /// The state of its minutes.
        minutes_state: Option<String>,
        /// What should be known about that.
        minutes_state_note: Option<String>,
        /// The kinds of fact it records.
        #[serde(default)]
        records: Vec<String>,
        /// The kinds of fact it is silent on.
        #[serde(default)]
        silent_on: Vec<String>,
        /// Who is named as present.
        #[serde(default)]
        present: Vec<String>,
        /// Who is named as having apologised.
        #[serde(default)]
        apologies: Vec<String>,
        /// What should be known about it.
        note: Option<String>,
        /// Where it is found.
        source: Option<String>,
    }

    /// Somebody in attendance who is on no list.
    Attendee {
        /// Who.
        person: String,
        /// `presenter` or `unclear`.
        capacity: String,
        /// Their post.
        office: Option<String>,
        /// Where.
        organisation: Option<String>,
        /// The item they came for.
        item: Option<u32>,
        /// In whose place.
        in_place_of: Option<String>,
        /// What should be known about it.
        note: Option<String>,
        /// Where it is found.
        source: String,
    }

    /// Who presided, from which item until which.
    Presiding {
        /// Who.
        person: String,
        /// From this item on.
        from_item: u32,
        /// Until this item.
        until_item: Option<u32>,
        /// Where it is found.
        source: String,
    }

    /// An amount of money that an item reports.
    Figure {
        /// What it is.
        name: String,
        /// How much.
        pence: kernel::Pence,
        /// What should be known about it.
        note: Option<String>,
        /// Where it is found.
        source: String,
    }

    /// A decision.
    Decision {
        /// What was decided.
        text: String,
        /// What it was about, when that is a matter of its own.
        matter: Option<String>,
        /// `agreed`: nothing more is recorded.
        how: String,
        /// As what the notes print it: `sentence` or `Action`.
        printed_as: Option<String>,
        /// Where it is found.
        source: String,
    }

    /// An action.
    Action {
        /// Its place among those of the meeting.
        number: u32,
        /// What is to be done.
        text: String,
        /// Who owes it.
        owners: Vec<Owner>,
        /// By when.
        due: Option<Day>,
        /// How the notes put that.
        due_printed: Option<String>,
        /// Where it is found.
        source: String,
    }

    /// What a sub-group's update was.
    Update {
        /// Whose.
        body: String,
        /// `reported`, `has not met` or `nothing received`.
        state: String,
        /// By whom.
        reported_by: Option<String>,
        /// What should be known about it.
        note: Option<String>,
        /// Where it is found.
        source: String,
    }

    /// An item.
    Item {
        /// Its number.
        number: u32,
        /// Its title.
        title: String,
        /// What kind of item it is.
        kind: meetings::model::ItemKind,
        /// Who presented.
        presenter: Option<String>,
        /// Papers it had, by the names of their files.
        #[serde(default)]
        papers: Vec<String>,
        /// What happened, retold.
        notes: String,
        /// Amounts reported.
        #[serde(default, rename = "figure")]
        figures: Vec<Figure>,
        /// Decisions.
        #[serde(default, rename = "decision")]
        decisions: Vec<Decision>,
        /// Actions.
        #[serde(default, rename = "action")]
        actions: Vec<Action>,
        /// Updates of sub-groups.
        #[serde(default, rename = "update")]
        updates: Vec<Update>,
        /// Where it is found.
        source: String,
    }

    /// A date fixed for a later meeting.
    NextMeeting {
        /// When.
        date: Day,
        /// At what time.
        at: Option<Hour>,
        /// Where.
        place: Option<String>,
        /// Where it is found.
        source: String,
    }

    /// A meeting, whole.
    Meeting {
        /// Its head and roll.
        meeting: MeetingHead,
        /// Others in attendance.
        #[serde(default, rename = "attendee")]
        attendees: Vec<Attendee>,
        /// Who presided.
        #[serde(default, rename = "presiding")]
        presiding: Vec<Presiding>,
        /// The items.
        #[serde(default, rename = "item")]
        items: Vec<Item>,
        /// The next dates.
        #[serde(default, rename = "next_meeting")]
        next_meetings: Vec<NextMeeting>,
    }

    /// A correction to the minutes of an earlier meeting.
    Correction {
        /// Whose minutes.
        body: String,
        /// Of which meeting, in words.
        corrects: String,
        /// Its month.
        corrects_month: String,
        /// Which page.
        page: u32,
        /// Under which heading.
        heading: String,
        /// Whether the text that it replaces is held.
        earlier_text_held: bool,
        /// The meeting to whose notes it is attached.
        attached_to: Day,
        /// The item at which it was agreed.
        agreed_at_item: u32,
        /// How many passages are marked.
        marks: usize,
        /// Where it is found.
        source: String,
        /// The corrected text, its marks in bold.
        text: String,
    }

    /// A recommendation of a paper.
    Recommendation {
        /// Its number.
        number: u32,
        /// What is recommended.
        text: String,
        /// Where it is found.
        source: String,
    }

    /// What a paper asks to be noted besides.
    ToNote {
        /// Its number in the paper.
        number: String,
        /// What.
        text: String,
        /// Where it is found.
        source: String,
    }

    /// The head of a paper.
    PaperHead {
        /// Its title.
        title: String,
        /// Whose paper it is, in the source's words.
        from: String,
        /// Who wrote it, if a person is named.
        author: Option<String>,
        /// The body to which it went, when its own file names no meeting.
        body: Option<String>,
        /// The day of the meeting to which it went.
        meeting: Option<Day>,
        /// The item.
        item: Option<u32>,
        /// Its date.
        date: Day,
        /// What kind of paper.
        kind: matters::model::PaperKind,
        /// Where it is found.
        source: String,
        /// What it says, retold.
        text: String,
    }

    /// A paper with its recommendations, and the meeting it went to when nothing else of that is held.
    Paper {
        /// The meeting it went to.
        meeting: Option<MeetingHead>,
        /// The paper itself.
        paper: PaperHead,
        /// What it recommends.
        #[serde(default, rename = "recommendation")]
        recommendations: Vec<Recommendation>,
        /// What it asks to be noted besides.
        #[serde(default, rename = "to_note")]
        to_note: Vec<ToNote>,
    }

    /// What became of what.
    Succession {
        /// `partnership`, `body` or `organisation`.
        what: String,
        /// `merged`, `replaced` or `went on`.
        how: String,
        /// What there was before.
        from: Vec<String>,
        /// What there was afterwards.
        into: Vec<String>,
        /// On which day.
        on: Option<Day>,
        /// Or the latest day on which it can have happened.
        not_after: Option<Day>,
        /// What the one that went on became.
        becomes: Option<String>,
        /// What should be known about it.
        note: Option<String>,
        /// Where it is found.
        source: String,
    }
}

/// Who owes an action.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Owner {
    /// A person.
    Person(PersonOwner),
    /// Whoever holds an office.
    Office(OfficeOwner),
    /// An organisation, through its officer.
    Organisation(OrganisationOwner),
    /// Every partner.
    All(AllPartners),
}

records! {
    /// A person owes it.
    PersonOwner {
        /// Who.
        person: String,
    }
    /// Whoever holds an office owes it.
    OfficeOwner {
        /// Which office.
        office: String,
        /// Of which body.
        body: String,
        /// Who held it on the day.
        then_held_by: Option<String>,
    }
    /// An organisation owes it.
    OrganisationOwner {
        /// Which.
        organisation: String,
        /// Through whom.
        through: Option<String>,
    }
    /// All partners owe it.
    AllPartners {
        /// Always true.
        all_partners: bool,
    }
}

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
