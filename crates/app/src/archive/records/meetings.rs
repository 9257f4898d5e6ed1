//! What meetings left: who came, what was said, decided and asked for, and the papers.

use kernel::{Day, Hour};
use serde::Deserialize;

records! {
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
        /// Decisions.
        #[serde(default, rename = "decision")]
        decisions: Vec<Decision>,
        /// Actions.
        #[serde(default, rename = "action")]
        actions: Vec<Action>,
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
