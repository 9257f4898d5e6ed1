//! The pages of actions, and what they share: owners, dates and states in words.

mod action;
mod answer;
mod form;
mod link;
mod register;

pub use action::{read, report};
pub use answer::{read_answer, settle_answer};
pub use form::{change, changed, dropped, new, record};
pub use link::{ask, told};
pub use register::register;

use kernel::Day;
use serde::Serialize;
use uuid::Uuid;
use web::words;

use crate::model::{Action, ActionState, OwnerLine};

/// An owner in words: "Chair (Melvyn Howell)", "Kent County Council, through Steve Leidecker".
pub fn owner_words(owner: &OwnerLine) -> String {
    let name = owner.person_name.as_deref();
    match owner.kind.as_str() {
        "office" => {
            let office = words(&format!("action-office-{}", owner.office.as_deref().unwrap_or_default()), &[]);
            name.map_or_else(|| office.clone(), |name| words("action-owner-office", &[("office", &office), ("name", name)]))
        }
        "organisation" => {
            let organisation = owner.organisation_name.as_deref().unwrap_or_default();
            name.map_or_else(|| organisation.to_owned(), |name| words("action-owner-through", &[("organisation", organisation), ("name", name)]))
        }
        "all-partners" => words("action-owner-all-partners", &[]),
        "words" => owner.words.clone().unwrap_or_default(),
        _ => name.unwrap_or_default().to_owned(),
    }
}

/// By when, in words.
pub fn due_words(action: &Action) -> String {
    let due = &action.due;
    let said = match (due.on, due.next_meeting, action.due_day) {
        (Some(day), _, _) => web::spelling::day(day),
        (None, true, Some(day)) => words("action-due-next-known", &[("day", &day.to_string())]),
        (None, true, None) => words("action-due-next", &[]),
        (None, false, _) => String::new(),
    };
    match due.words.as_deref() {
        Some(printed) if said.is_empty() => printed.to_owned(),
        Some(printed) => words("action-due-printed", &[("day", &said), ("printed", printed)]),
        None => said,
    }
}

/// A state as a tag shows it.
#[derive(Debug, Clone, Serialize)]
pub struct Tag {
    /// The state in words.
    pub text: String,
    tone: &'static str,
}

impl Tag {
    /// What is late.
    pub fn late(text: impl Into<String>) -> Self {
        Self { text: text.into(), tone: "late" }
    }
}

/// How an action stands, in a word and a tone.
pub fn state_tag(action: &Action, today: Day) -> Tag {
    if action.is_overdue(today) {
        return Tag::late(words("action-state-overdue", &[]));
    }
    let tone = match action.state {
        ActionState::Open => "sent",
        ActionState::Done => "agreed",
        ActionState::Dropped | ActionState::NotRecorded => "draft",
    };
    Tag { text: words(&format!("action-state-{}", action.state), &[]), tone }
}

/// What an action is called in an address or a breadcrumb: its first words.
fn shortened(text: &str) -> String {
    let mut short: String = text.chars().take(60).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

/// Reads an id that a form or an address may leave empty; what is none counts as empty.
fn id_if_any<T: From<Uuid>>(text: &str) -> Option<T> {
    text.trim().parse::<Uuid>().ok().map(T::from)
}
