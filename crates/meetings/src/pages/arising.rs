//! The open actions of a body, as the item "matters arising" hears of them.

use actions::model::Action;
use actions::pages::{Tag, due_words, owner_words, state_tag};
use kernel::{ActionId, Day};
use serde::Serialize;

/// An action that comes up under matters arising.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Arising {
    id: ActionId,
    words: String,
    owners: Vec<String>,
    due: String,
    state: Tag,
    /// What was reported last.
    report: Option<String>,
    exempt: bool,
}

impl Arising {
    pub(super) fn sample() -> Self {
        Self {
            id: uuid::Uuid::from_u128(8).into(),
            words: "Write to Government about the cuts in funding".to_owned(),
            owners: vec!["Chair (Ada Fenn)".to_owned(), "Wealdshire Police, through Naomi Ahmed".to_owned()],
            due: "next meeting (14 January 2027)".to_owned(),
            state: Tag::late("Overdue"),
            report: Some("The letter is drafted.".to_owned()),
            exempt: true,
        }
    }
}

/// What is open, and what was done since the meeting before, as it stands today.
pub(super) fn arising(actions: &[Action], today: Day) -> Vec<Arising> {
    let one = |action: &Action| Arising {
        id: action.id,
        words: action.words.clone(),
        owners: action.owners.iter().map(owner_words).collect(),
        due: due_words(action),
        state: state_tag(action, today),
        report: action.last_report.as_ref().map(|report| report.words.clone()).filter(|words| !words.is_empty()),
        exempt: action.exempt,
    };
    actions.iter().map(one).collect()
}
