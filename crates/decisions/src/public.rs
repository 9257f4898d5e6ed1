//! What outsiders may see of decisions: the only maker of what is published here. An exempt decision shows its day, the
//! public title of its item and the ground, and nothing of what was decided, why, or how the votes fell.

use access::Published;
use kernel::{Day, MeetingId, MotionId};
use serde::Serialize;

use crate::model::{Count, How, Motion, Outcome};

/// A decision as anybody may read it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PublicDecision {
    /// The motion it decided.
    pub motion: MotionId,
    /// The meeting.
    pub meeting: Option<MeetingId>,
    /// The day.
    pub taken_on: Day,
    /// The number of its item.
    pub item_number: Option<String>,
    /// The title of its item; the public one where it is exempt.
    pub item_title: Option<String>,
    /// What was decided, and how; nothing where it is exempt.
    pub decided: Option<PublicWords>,
    /// The ground on which the rest is kept back.
    pub ground: Option<String>,
    /// Something is kept back.
    pub exempt: bool,
}

/// The words of a decision that is not exempt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PublicWords {
    /// What was decided.
    pub words: String,
    /// What became of the motion.
    pub outcome: Outcome,
    /// How.
    pub how: How,
    /// The count, where there was a vote.
    pub count: Option<Count>,
    /// The terms' explanation.
    pub explanation: Option<String>,
    /// Under which clause.
    pub clause: Option<String>,
    /// Why.
    pub reason: Option<String>,
}

/// The public edition of the decided ones of these motions. The caller has asked whether the body opens its decisions, or the
/// minutes they stand in.
pub fn published(motions: &[Motion]) -> Published<Vec<PublicDecision>> {
    let public = motions.iter().filter_map(|motion| {
        let decision = motion.decision.as_ref()?;
        let words = || PublicWords {
            words: decision.words.clone(),
            outcome: decision.outcome,
            how: decision.how,
            count: decision.count,
            explanation: decision.explanation.clone(),
            clause: decision.clause.clone(),
            reason: decision.reason.clone(),
        };
        Some(PublicDecision {
            motion: motion.id,
            meeting: motion.meeting,
            taken_on: decision.taken_on,
            item_number: motion.item_number.clone(),
            item_title: if motion.exempt { motion.item_public_title.clone() } else { motion.item_title.clone() },
            decided: (!motion.exempt).then(words),
            ground: motion.ground_words.clone().filter(|_| motion.exempt),
            exempt: motion.exempt,
        })
    });
    Published::vouched(public.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Decision;
    use kernel::{BodyId, DecisionId};
    use uuid::Uuid;

    #[test]
    fn an_exempt_decision_shows_its_public_title_and_ground_and_nothing_else() {
        let nil = Uuid::nil();
        let canary = || Some("CANARY".to_owned());
        let decision = Decision {
            id: DecisionId(nil),
            outcome: Outcome::Agreed,
            how: How::Counted,
            words: "CANARY".into(),
            count: Some(Count { in_favour: 11, against: 8, abstained: 0 }),
            casting: None,
            present: Some(21),
            explanation: canary(),
            clause: Some("3.21".into()),
            reason: canary(),
            taken_on: jiff::civil::date(2026, 3, 2),
            taken_at: None,
            version: 1,
        };
        let motion = Motion {
            id: MotionId(nil),
            body: BodyId(nil),
            body_name: "Board".into(),
            body_slug: "board".into(),
            meeting: None,
            meeting_day: None,
            item: None,
            item_number: Some("5".into()),
            item_title: canary(),
            item_public_title: Some("Purchase of land".into()),
            recommendation: None,
            recommendation_kind: None,
            position: 1,
            words: "CANARY".into(),
            about: Vec::new(),
            exempt: true,
            exempt_itself: false,
            ground_words: Some("Financial or business affairs".into()),
            moved_by: None,
            moved_by_name: canary(),
            seconded_by: None,
            seconded_by_name: None,
            decision: Some(decision),
            version: 1,
        };
        let text = serde_json::to_string(&published(std::slice::from_ref(&motion))).unwrap_or_default();
        assert!(!text.contains("CANARY") && text.contains("Purchase of land") && text.contains("Financial or business affairs"), "{text}");
        let open = published(&[Motion { exempt: false, ..motion }]);
        assert_eq!(open[0].decided.as_ref().map(|decided| decided.words.as_str()), Some("CANARY"));
    }
}
