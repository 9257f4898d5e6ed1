//! A list of actions: what is to be done, by whom, by when, and how it stands.

use actions::model::Action;
use actions::pages::{due_words, owner_words};
use documents::{Block, Cell, Document};
use kernel::Day;
use web::words;

use super::{Imprint, plain};

/// Which actions are listed.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Listed {
    /// Those that the meeting of this day set.
    SetOn(Day),
    /// What is owed to the body on this day.
    OwedOn(Day),
}

/// The list as a document of its own.
pub(crate) fn document(imprint: &Imprint, listed: Listed, actions: &[Action]) -> Document {
    let (title, says) = match listed {
        Listed::SetOn(day) => ("packs-actions-set-title", words("packs-actions-set-says", &[("day", &day.to_string())])),
        Listed::OwedOn(day) => ("packs-actions-owed-title", words("packs-actions-owed-says", &[("day", &day.to_string())])),
    };
    let (Listed::SetOn(day) | Listed::OwedOn(day)) = listed;
    let mut blocks = vec![Block::text(says)];
    if actions.is_empty() {
        blocks.push(plain("packs-actions-none", &[]));
    } else {
        let rows = actions.iter().map(|action| {
            let exempt = if action.exempt { format!(" ({})", words("action-exempt-word", &[])) } else { String::new() };
            let set = match (action.meeting_day, &action.item_number) {
                (Some(day), Some(number)) => words("action-set-at-item", &[("day", &day.to_string()), ("number", &format!(" {number}"))]),
                (Some(day), None) => web::spelling::day(day),
                (None, _) => action.made_on.map(web::spelling::day).unwrap_or_default(),
            };
            let state = actions::pages::state_tag(action, day).text;
            let report = action.last_report.as_ref().map(|report| report.words.as_str()).filter(|words| !words.is_empty());
            let owners: Vec<String> = action.owners.iter().map(owner_words).collect();
            let mut cells = vec![
                Cell::from(format!("{}{exempt}", action.words)),
                Cell::from(owners.join(", ")),
                Cell::from(due_words(action)),
                Cell::from([Some(state), report.map(str::to_owned)].into_iter().flatten().collect::<Vec<_>>().join(": ")),
            ];
            cells.extend(matches!(listed, Listed::OwedOn(_)).then(|| Cell::from(set)));
            cells
        });
        let column = |key: &str, share: f32| (words(key, &[]), share);
        let mut columns = vec![column("action-words", 2.4), column("action-owners", 1.3), column("action-due", 1.1), column("action-state", 1.4)];
        columns.extend(matches!(listed, Listed::OwedOn(_)).then(|| column("action-set", 1.1)));
        let caption = Some(words("actions-count", &[("count", &actions.len().to_string())]));
        blocks.push(Block::Table { caption, columns, rows: rows.collect() });
    }
    imprint.document(words(title, &[("day", &day.to_string())]), blocks)
}
