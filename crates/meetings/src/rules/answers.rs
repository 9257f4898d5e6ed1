//! What an invitation may be answered with.

use kernel::{Finding, Findings, PersonId};

use crate::model::{Answer, MeetingState, Reply, Substitute};

/// Where a would-be substitute stands already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Nowhere in this body.
    Free,
    /// They sit on the body themselves.
    Sits,
    /// They come in another member's place already.
    StandsIn,
}

/// Whether an answer can be given now, and whether it is whole.
pub fn may_answer(state: MeetingState, member: PersonId, answer: &Answer) -> Findings {
    let mut findings = Findings::none();
    findings.push_if(!state.takes_answers(), || Finding::refuse("answer-too-late").at("reply"));
    match (&answer.reply, &answer.substitute) {
        (Reply::Substitute, None) => findings.push(Finding::refuse("substitute-missing").at("substitute")),
        (Reply::Substitute, Some(Substitute::Known(person))) if *person == member => {
            findings.push(Finding::refuse("substitute-is-member").at("substitute"));
        }
        _ => {}
    }
    findings
}

/// Whether somebody may come in a member's place, by what they do already and by what the terms say. Where the terms say
/// nothing of substitutes, that is a warning: nobody forbids it and nobody allows it.
pub fn may_substitute(name: &str, standing: Standing, terms: &charter::Answer) -> Findings {
    let mut findings = Findings::none();
    let refuse = |code: &str| Finding::refuse(code).at("substitute").with("name", name);
    match standing {
        Standing::Sits => findings.push(refuse("substitute-sits")),
        Standing::StandsIn => findings.push(refuse("substitute-stands-in")),
        Standing::Free => {}
    }
    findings.extend(said("substitute", terms));
    findings
}

/// An answer of the charter as findings: a no refuses, a ruling is asked for, silence is a warning.
pub fn said(field: &str, answer: &charter::Answer) -> Findings {
    let with = |finding: Finding, sentence: &str| finding.at(field).with("sentence", sentence);
    match answer {
        charter::Answer::Yes { .. } => Findings::none(),
        charter::Answer::Ruling(ruling) => with(Finding::ruling("terms-ask-ruling"), &ruling.sentence).under(&ruling.clause).into(),
        charter::Answer::No { findings } => findings
            .iter()
            .map(|told| {
                let finding = with(Finding::refuse("terms-refuse"), &told.sentence);
                match &told.clause {
                    Some(clause) => finding.under(clause),
                    None => finding,
                }
            })
            .collect(),
        charter::Answer::NotSaid { sentence } => with(Finding::warn("terms-silent"), sentence).into(),
        charter::Answer::CannotTell { sentence, .. } => with(Finding::warn("terms-cannot-tell"), sentence).into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn person(n: u128) -> PersonId {
        PersonId(Uuid::from_u128(n))
    }

    fn codes(findings: &Findings) -> Vec<&str> {
        findings.iter().map(|f| f.code.as_str()).collect()
    }

    fn yes() -> charter::Answer {
        charter::Answer::Yes { clause: Some("3.10".to_owned()), sentence: String::new() }
    }

    #[test]
    fn an_answer_can_change_until_the_meeting_closes() {
        let coming = Answer { reply: Reply::Coming, substitute: None, note: None };
        assert!(may_answer(MeetingState::Open, person(1), &coming).is_empty());
        assert!(may_answer(MeetingState::Closed, person(1), &coming).refuses());
        assert!(may_answer(MeetingState::Cancelled, person(1), &coming).refuses());
    }

    #[test]
    fn a_substitute_needs_a_name_and_is_somebody_else() {
        let with = |substitute| Answer { reply: Reply::Substitute, substitute, note: None };
        assert_eq!(codes(&may_answer(MeetingState::Called, person(1), &with(None))), ["substitute-missing"]);
        let oneself = with(Some(Substitute::Known(person(1))));
        assert_eq!(codes(&may_answer(MeetingState::Called, person(1), &oneself)), ["substitute-is-member"]);
    }

    #[test]
    fn a_substitute_who_already_sits_or_stands_in_is_refused_beside_the_field() {
        for (standing, code) in [(Standing::Sits, "substitute-sits"), (Standing::StandsIn, "substitute-stands-in")] {
            let findings = may_substitute("Ada Fenn", standing, &yes());
            assert_eq!(codes(&findings), [code]);
            assert!(findings.refuses() && findings.iter().all(|f| f.field.as_deref() == Some("substitute")));
        }
    }

    #[test]
    fn terms_that_say_nothing_of_substitutes_warn_and_do_not_refuse() {
        let silent = charter::Answer::NotSaid { sentence: "the terms do not speak of substitutes".to_owned() };
        let findings = may_substitute("Ada Fenn", Standing::Free, &silent);
        assert_eq!((codes(&findings), findings.refuses()), (vec!["terms-silent"], false));
    }
}
