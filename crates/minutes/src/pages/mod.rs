//! The pages of minutes.

mod corrections;
mod key_messages;
mod link;
mod minutes;
mod versions;

pub use corrections::{correct, corrections};
pub use key_messages::{keep_key_messages, key_messages};
pub use link::{ask_clearance_by_link, ask_reply, clear_by_link, reply_by_link};
pub use minutes::{approve, ask_clearance, circulate, clear, introduce, minutes, reopen, reply};
pub use versions::versions;

use ::store::Read;
use kernel::{MeetingId, Result};
use serde::Serialize;
use web::words;

use crate::model::{ActionMinute, Content, DecisionMinute, InterestMinute, ItemMinute, Minutes, MinutesState, Stay};
use crate::store::{self, Desk};

/// A choice of a form.
#[derive(Debug, Clone, Serialize)]
struct Choice {
    value: String,
    text: String,
}

/// Minutes with everything on them, for the samples of the pages that show them.
pub fn sample_content() -> Content {
    use crate::model::{Agreed, Attended, Excused, NextMeeting, ReportMinute};
    let day = jiff::civil::date(2007, 1, 18);
    let ten = kernel::Hour::constant(10, 0, 0, 0);
    let stay =
        Stay { from_hour: Some(kernel::Hour::constant(10, 40, 0, 0)), from_item: Some("3".into()), until_hour: None, until_item: Some("9".into()) };
    let attended = |capacity: &str| Attended {
        name: "Alison Monk-Featherstonehaugh".into(),
        capacity: capacity.into(),
        seat: Some("Principal, West Kent College".into()),
        organisation: Some("West Kent College".into()),
        description: Some("Presenter of item 2".into()),
        in_place_of: Some("Bill Fearon".into()),
        stays: vec![stay.clone()],
        agreed: Some(Agreed { by: Some("Mark Worrall".into()), words: "To speak on item 2".into(), clause: Some("3.16".into()) }),
    };
    let item = ItemMinute {
        id: kernel::ItemId(uuid::Uuid::nil()),
        number: Some("5".into()),
        title: "Co-ordinator’s report".into(),
        presenter: Some("Wendy Wood".into()),
        presides: Some("Melvyn Howell".into()),
        late_reason: Some("The closing date fell after the agenda went out".into()),
        exempt: true,
        public_title: Some("Bids for funding".into()),
        ground: Some("Financial or business affairs".into()),
        notes: "The appraisal group had appraised **two** projects.\n\n- one\n- two".into(),
        papers: vec![crate::model::PaperMinute {
            id: uuid::Uuid::nil().into(),
            title: "Bids of the second round".into(),
            pages: Some("37–48".into()),
            exempt: true,
            public_title: None,
        }],
        interests: vec![InterestMinute {
            name: "Keith Austin".into(),
            kind: "financial".into(),
            nature: "Employed by the applicant".into(),
            part: Some("leave".into()),
            by: Some("Melvyn Howell".into()),
            reason: Some("The bid is their own".into()),
            clause: Some("3.20".into()),
            barred: Some("3.20".into()),
        }],
        reported: vec![ReportMinute {
            words: "Write to Government".into(),
            owners: vec!["Chair".into()],
            kind: "needs-until".into(),
            until: Some(day),
            said: "The letter is drafted.".into(),
            exempt: true,
        }],
        decisions: vec![DecisionMinute {
            words: "Small Business Ambassadors: the bid was approved".into(),
            outcome: "agreed".into(),
            how: "by a vote by name: 11 for, 8 against, 2 abstained".into(),
            how_recorded: true,
            explanation: Some("21 present, 11 for: carried, 11 are needed".into()),
            reason: Some("It serves the strategy".into()),
            clause: Some("3.21".into()),
            moved: Some("Ada".into()),
            seconded: Some("Bea".into()),
            votes: vec![("Leader".into(), "Ada".into(), "for".into())],
            exempt: true,
            ground: Some("Financial or business affairs".into()),
        }],
        actions: vec![ActionMinute {
            words: "Write to Government".into(),
            owners: vec!["Chair".into(), "Niki Luscombe".into()],
            due: "next meeting".into(),
            exempt: true,
        }],
    };
    Content {
        body: "West Kent Partnership".into(),
        day: Some(day),
        starts_at: Some(ten),
        ends_at: Some(ten),
        place: Some("Kings Hill Conference Centre".into()),
        introduction: "The Chairman welcomed Steve Phoenix.".into(),
        present: vec![attended("member"), attended("substitute")],
        apologies: vec![Excused { name: "Bill Fearon".into(), organisation: Some("West Kent College".into()) }],
        in_attendance: vec![attended("unclear")],
        presided: Some("Mark Worrall".into()),
        items: vec![item],
        next_meetings: vec![NextMeeting { day, starts_at: Some(ten), place: Some("Kings Hill Conference Centre".into()) }],
    }
}

/// Minutes whole, as their page shows them.
#[derive(Debug, Clone)]
pub struct Whole {
    /// How far they are.
    pub state: MinutesState,
    /// What is known of that.
    pub says: String,
    /// What they say: as they were last kept, or, while they are a draft, as the record stands.
    pub content: Content,
}

/// The minutes of a meeting whole. The caller has asked whether their reader may.
///
/// # Errors
/// [`kernel::Error::NotFound`] without such a meeting.
pub async fn whole(read: &mut Read, meeting: MeetingId) -> Result<Whole> {
    let desk = store::desk(read, meeting).await?;
    Ok(Whole { state: desk.minutes.state(), says: state_says(&desk), content: standing(read, meeting, &desk).await? })
}

/// What minutes say now.
async fn standing(read: &mut Read, meeting: MeetingId, desk: &Desk) -> Result<Content> {
    let kept = if desk.minutes.state() == MinutesState::Draft { None } else { store::latest(read, meeting).await? };
    match kept {
        Some(kept) => Ok(kept.content),
        None => store::generate(read, meeting, desk).await,
    }
}

/// How far minutes are, in words: who cleared them, when they were sent, which meeting approved them.
pub(crate) fn state_says(desk: &Desk) -> String {
    let day = |at: Option<kernel::Instant>| at.map(|at| at.day(&kernel::Zone::london()).to_string());
    match &desk.minutes {
        Minutes::Draft(_) => words("minutes-says-draft", &[]),
        Minutes::Cleared(cleared) => match (&desk.cleared_by, day(cleared.at)) {
            (Some(name), Some(day)) => words("minutes-says-cleared", &[("name", name), ("day", &day)]),
            _ => words("minutes-says-cleared-unknown", &[]),
        },
        Minutes::Circulated(circulated) => match day(circulated.at) {
            Some(day) => words("minutes-says-circulated", &[("day", &day)]),
            None => words("minutes-says-circulated-unknown", &[]),
        },
        Minutes::Approved(approved) => {
            let key = if approved.approval.amended { "minutes-says-approved-amended" } else { "minutes-says-approved" };
            words(key, &[("day", &approved.approval.on.to_string())])
        }
    }
}
