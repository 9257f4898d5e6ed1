//! Full examples for the samples of this slice's pages: long names, every part filled.

use jiff::civil::{date, time};
use kernel::{Finding, Instant};
use uuid::Uuid;

use crate::model::*;

pub(super) fn nil<T: From<Uuid>>() -> T {
    T::from(Uuid::from_u128(7))
}

pub(super) fn meeting(state: MeetingState) -> Meeting {
    Meeting {
        id: nil(),
        body: nil(),
        body_name: "Wealdshire Safer and Stronger Communities Executive Board".to_owned(),
        body_slug: "wealdshire-executive".to_owned(),
        partnership: nil(),
        partnership_name: "Wealdshire Partnership".to_owned(),
        partnership_slug: "wealdshire".to_owned(),
        nation: "England and Wales".to_owned(),
        day: date(2027, 1, 14),
        starts_at: Some(time(10, 0, 0, 0)),
        ends_at: Some(time(12, 30, 0, 0)),
        place: Some("Council chamber, Weald House".to_owned()),
        joining_link: Some("https://meet.example.org/wealdshire".to_owned()),
        access_note: Some("Lift from the courtyard; a hearing loop in the chamber.".to_owned()),
        kind: MeetingKind::Ordinary,
        state,
        fixed_on: Some(date(2026, 6, 1)),
        called_at: Some(Instant::from_seconds(1_800_000_000)),
        opened_at: None,
        closed_at: None,
        cancelled_reason: (state == MeetingState::Cancelled).then(|| "Snow".to_owned()),
        written_up: false,
        source: None,
        note: Some("The agenda is held; the attendance list is not.".to_owned()),
        sequence: 1,
        version: 3,
    }
}

pub(super) fn item(n: u128, kind: ItemKind, state: ItemState) -> Item {
    Item {
        id: Uuid::from_u128(n).into(),
        meeting: nil(),
        position: 1,
        number: Some(n.to_string()),
        title: "Domestic abuse services: what the joint review of commissioning found, and what follows".to_owned(),
        kind,
        purpose: Purpose::Decision,
        presenter: Some("Maud Penhaligon-Featherstonehaugh".to_owned()),
        state,
        standing: kind != ItemKind::Business,
        notified_on: Some(date(2027, 1, 4)),
        requested_by: Some(nil()),
        requester: Some("Ada Fenn".to_owned()),
        request_words: Some("The refuge closes in March.".to_owned()),
        returned_reason: (state == ItemState::Returned).then(|| "For the April meeting.".to_owned()),
        late: state == ItemState::AwaitingRuling,
        late_reason: Some("The review reported on Monday.".to_owned()),
        exempt: n == 3,
        ground: (n == 3).then(|| "Financial or business affairs".to_owned()),
        public_title: (n == 3).then(|| "A commercial matter".to_owned()),
        about_body: (kind == ItemKind::SubGroups).then(nil),
        about_body_name: (kind == ItemKind::SubGroups).then(|| "Housing group".to_owned()),
        sub_group_answer: None,
        notes: "The chair welcomed everybody.".to_owned(),
        notes_version: 4,
        started_at: None,
        ended_at: None,
        version: 2,
        papers: vec![ItemPaper {
            id: nil(),
            title: "Review of commissioning".to_owned(),
            author: Some("Director of Public Health".to_owned()),
            to_follow: n == 2,
            exempt: n == 3,
            public_title: None,
            file_number: 1,
            first_page: Some(37),
            page_count: Some(12),
            hash: None,
        }],
    }
}

pub(super) fn invitation(reply: Option<Reply>) -> Invitation {
    Invitation {
        id: nil(),
        meeting: nil(),
        person: nil(),
        name: "Maud Penhaligon-Featherstonehaugh".to_owned(),
        seat: Some(nil()),
        seat_label: Some("Chief Executive, Wealdshire and Northborough Community Health Trust".to_owned()),
        reply,
        substitute: None,
        substitute_name: (reply == Some(Reply::Substitute)).then(|| "Ada Fenn".to_owned()),
        note: Some("Arriving by train at 10.20".to_owned()),
        invited_at: Some(Instant::from_seconds(1_800_000_000)),
        answered_at: reply.map(|_| Instant::from_seconds(1_800_010_000)),
        answered_how: reply.map(|_| AnsweredHow::Link),
        version: 1,
    }
}

pub(super) fn version(number: i64, late: bool) -> AgendaVersion {
    AgendaVersion {
        number,
        sent_at: Instant::from_seconds(1_800_000_000),
        due_by: Some(date(2027, 1, 7)),
        late,
        late_reason: late.then(|| "The chair was away.".to_owned()),
        clause: Some("3.16".to_owned()),
        sent_to: 38,
        frozen: FrozenAgenda::default(),
        changes: Finding::warn("changed-item-new").with("number", 4).with("title", "Flood plan").into(),
    }
}

pub(super) fn mark(kind: &str, outcome: Option<&str>) -> crate::store::Mark {
    let word = match kind {
        "interest" => Some("financial"),
        "motion" => outcome.map(|_| "consensus"),
        _ => Some("open"),
    };
    crate::store::Mark {
        kind: kind.to_owned(),
        id: nil(),
        item: Some(Uuid::from_u128(2).into()),
        person: Some(nil()),
        names: vec!["Maud Penhaligon-Featherstonehaugh".to_owned(), "all-partners".to_owned()],
        word: word.map(str::to_owned),
        words: "The brother of the member owns the land that the scheme would buy.".to_owned(),
        outcome: outcome.map(str::to_owned),
        reason: Some("carried: 12 of 20 present in favour; 11 are needed (3.21)".to_owned()),
        by: Some(nil()),
    }
}

pub(super) fn step(code: &str, standing: &str) -> Step {
    Step {
        code: code.to_owned(),
        sentence: "papers reach members at least 10 working days before a meeting".to_owned(),
        by: date(2026, 12, 29),
        counted: Some("10 working days from 14 January 2027, counted in England and Wales".to_owned()),
        clause: Some("3.16".to_owned()),
        standing: standing.to_owned(),
        done: Some(date(2026, 12, 29)),
    }
}

pub(super) fn attendance(n: u128, capacity: Capacity, here: bool) -> Attendance {
    let until = if here { When::default() } else { When { hour: Some(time(11, 5, 0, 0)), item: None } };
    Attendance {
        id: Uuid::from_u128(n).into(),
        person: Uuid::from_u128(n).into(),
        name: "Maud Penhaligon-Featherstonehaugh".to_owned(),
        capacity,
        seat: Some(nil()),
        seat_label: Some("Chief Executive, Wealdshire Community Health Trust".to_owned()),
        in_place_of: (capacity == Capacity::Substitute).then(nil),
        in_place_of_name: (capacity == Capacity::Substitute).then(|| "Ada Fenn".to_owned()),
        description: Some("Deputy Principal, Northborough College".to_owned()),
        agreed: None,
        position: 1,
        stays: vec![Stay { id: nil(), from: When { hour: Some(time(10, 0, 0, 0)), item: None }, until, reason: None }],
        version: 1,
    }
}
