//! What outsiders may see of actions: the only maker of what is published here. What is exempt, itself or with its item, is
//! left out whole: an action has no public title. Reports stay inside.

use access::Published;
use kernel::{ActionId, Day, MeetingId};
use serde::Serialize;

use crate::model::Action;
use crate::pages::{due_words, owner_words};

/// An action as anybody may read it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PublicAction {
    /// Which.
    pub id: ActionId,
    /// The meeting that set it.
    pub meeting: Option<MeetingId>,
    /// That meeting's day.
    pub meeting_day: Option<Day>,
    /// The number of its item.
    pub item_number: Option<String>,
    /// What is to be done.
    pub words: String,
    /// Who owes it, in words.
    pub owners: Vec<String>,
    /// By when, in words.
    pub due: String,
    /// How it stands: `open`, `done`, `dropped`, `not-recorded`.
    pub state: String,
    /// Since when it is done.
    pub ended_on: Option<Day>,
}

/// The public edition of a list of actions. The caller has asked whether the body opens its actions, or the minutes they
/// stand in.
pub fn published(actions: &[Action]) -> Published<Vec<PublicAction>> {
    let open = actions.iter().filter(|action| !action.exempt).map(|action| PublicAction {
        id: action.id,
        meeting: action.meeting,
        meeting_day: action.meeting_day,
        item_number: action.item_number.clone(),
        words: action.words.clone(),
        owners: action.owners.iter().map(owner_words).collect(),
        due: due_words(action),
        state: action.state.to_string(),
        ended_on: action.ended_on,
    });
    Published::vouched(open.collect())
}

/// Actions as whoever is no member may have them in a list: without what is exempt and without what was reported. The caller has asked
/// whether the body opens its actions to this reader.
pub fn cleared(actions: Vec<Action>) -> Published<Vec<Action>> {
    let open = actions.into_iter().filter(|action| !action.exempt);
    Published::vouched(open.map(|action| Action { last_report: None, ..action }).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ActionState, Due};
    use kernel::BodyId;

    fn action(words: &str, exempt: bool) -> Action {
        let nil = uuid::Uuid::nil();
        Action {
            id: ActionId(nil),
            body: BodyId(nil),
            body_name: "Board".into(),
            body_slug: "board".into(),
            meeting: None,
            meeting_day: None,
            item: None,
            item_number: None,
            position: 1,
            words: words.into(),
            owners: Vec::new(),
            due: Due::default(),
            due_day: None,
            state: ActionState::Open,
            ended_on: None,
            made_on: None,
            exempt,
            ground: None,
            exempt_itself: exempt,
            last_report: None,
            version: 1,
        }
    }

    #[test]
    fn an_exempt_action_is_nowhere_in_the_public_edition() {
        let published = published(&[action("Write to Government", false), action("CANARY", true)]);
        let text = serde_json::to_string(&published).unwrap_or_default();
        assert!(text.contains("Write to Government") && !text.contains("CANARY"));
    }
}
