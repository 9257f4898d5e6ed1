//! Who may rule, what may be ruled, and what follows. Pure: the terms' own answers go in.

use charter::{Answer, Choice, Part};
use kernel::{Finding, Findings, PersonId};

use crate::model::{Effect, Leave, Registered};

/// The longest that the words of an interest may be, in characters.
pub const LONGEST: usize = 2_000;

fn length(field: &str, words: &str) -> Findings {
    let long = words.chars().count();
    let mut findings = Findings::none();
    findings.push_if(long > LONGEST, || Finding::refuse("text-too-long").at(field).with("over", long - LONGEST).with("most", LONGEST));
    findings
}

/// Whether these words describe an interest.
pub fn nature(field: &str, words: &str) -> Findings {
    let mut findings = Findings::none();
    findings.push_if(words.trim().is_empty(), || Finding::refuse("interest-nature-missing").at(field));
    findings.extend(length(field, words));
    findings
}

/// Whether somebody may declare for this person: for oneself always, for another only the secretariat at the person's word.
pub fn declarer(acting: Option<PersonId>, capacity: &str, person: PersonId) -> Findings {
    let own = acting == Some(person);
    let office = acting.is_none() || capacity.starts_with("secretary");
    if own || office { Findings::none() } else { Finding::refuse("interest-only-own").at("person").into() }
}

/// Whether this person may rule so, by what the terms answer on discussing and on staying. Where the terms decide by
/// themselves, or say nothing, or name nobody who could rule, there is no ruling to be made, and nobody is invented.
pub fn ruling(answers: &[&Answer], part: Part, by: PersonId, concerned: PersonId, reason: &str) -> Findings {
    let asked = answers.iter().filter_map(|answer| if let Answer::Ruling(ruling) = answer { Some(ruling) } else { None });
    let mut findings = Findings::none();
    let Some(ruling) = asked.clone().find(|ruling| ruling.choices.contains(&Choice::Part(part))).or(asked.clone().next()) else {
        let decided = answers.iter().find_map(|answer| if let Answer::No { findings } = answer { findings.first() } else { None });
        return match decided {
            Some(decided) => {
                let finding =
                    Finding::refuse("ruling-terms-decide").at("part").with("sentence", uncited(&decided.sentence, decided.clause.as_deref()));
                decided.clause.iter().fold(finding, |finding, clause| finding.under(clause)).into()
            }
            None => Finding::refuse("ruling-not-asked").at("part").into(),
        };
    };
    if ruling.nobody_can {
        return Finding::refuse("ruling-nobody-can").at("by").with("office", &ruling.by).under(&ruling.clause).into();
    }
    findings.push_if(by == concerned, || Finding::refuse("ruling-in-own-matter").at("by").under(&ruling.clause));
    let names_others = !ruling.people.is_empty() && !ruling.people.contains(&by.to_string());
    findings.push_if(names_others, || Finding::refuse("ruling-not-theirs").at("by").with("office", &ruling.by).under(&ruling.clause));
    findings.push_if(!ruling.choices.contains(&Choice::Part(part)), || Finding::refuse("ruling-no-such-choice").at("part").under(&ruling.clause));
    findings
        .push_if(ruling.reason_required && reason.trim().is_empty(), || Finding::refuse("ruling-reason-missing").at("reason").under(&ruling.clause));
    findings.extend(length("reason", reason));
    findings
}

/// Whether the one who ruled was at the meeting, once its roll is taken.
pub fn present(away: bool) -> Findings {
    if away { Finding::refuse("ruling-by-absent").at("by").into() } else { Findings::none() }
}

/// A sentence of the terms without the clause at its end, for where the clause stands beside it as a link.
pub fn uncited<'a>(sentence: &'a str, clause: Option<&str>) -> &'a str {
    clause.and_then(|clause| sentence.strip_suffix(&format!(" ({clause})"))).unwrap_or(sentence)
}

fn leave(answer: &Answer) -> Leave {
    match answer {
        Answer::Yes { clause, .. } => Leave::Yes { clause: clause.clone() },
        Answer::No { findings } => {
            let first = findings.first();
            Leave::No {
                clause: first.and_then(|finding| finding.clause.clone()),
                sentence: first.map(|finding| uncited(&finding.sentence, finding.clause.as_deref()).to_owned()).unwrap_or_default(),
            }
        }
        Answer::Ruling(ruling) => Leave::AwaitsRuling {
            by: ruling.by.clone(),
            nobody_can: ruling.nobody_can,
            clause: ruling.clause.clone(),
            sentence: ruling.sentence.clone(),
        },
        Answer::NotSaid { .. } => Leave::NotSaid,
        Answer::CannotTell { sentence, .. } => Leave::CannotTell { sentence: sentence.clone() },
    }
}

/// What follows from the terms' answers.
pub fn effect(discuss: &Answer, stay: &Answer, decide: &Answer) -> Effect {
    Effect { discuss: leave(discuss), stay: leave(stay), decide: leave(decide) }
}

/// Whether an interest in the register may concern an item, by the names it holds: only a question put to the person, never a
/// declaration.
pub fn may_concern(interest: &Registered, titles: &[&str]) -> bool {
    let Some(name) = interest.organisation_name.as_deref().map(str::trim).filter(|name| name.chars().count() > 2) else { return false };
    let name = name.to_lowercase();
    titles.iter().any(|title| {
        let title = title.to_lowercase();
        title.match_indices(&name).any(|(at, _)| {
            let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
            edge(title[..at].chars().next_back()) && edge(title[at + name.len()..].chars().next())
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::InterestKind;
    use charter::Ruling;
    use kernel::InterestId;
    use uuid::Uuid;

    const CHAIR: PersonId = PersonId(Uuid::from_u128(1));
    const MEMBER: PersonId = PersonId(Uuid::from_u128(2));

    fn codes(findings: &Findings) -> Vec<(&str, Option<&str>)> {
        findings.iter().map(|finding| (finding.code.as_str(), finding.clause.as_deref())).collect()
    }

    fn kent(nobody_can: bool) -> Answer {
        Answer::Ruling(Ruling {
            by: "chair".into(),
            people: vec![CHAIR.to_string()],
            choices: vec![Choice::Part(Part::Leave), Choice::Part(Part::Discuss)],
            reason_required: true,
            clause: "3.20".into(),
            sentence: "the chair decides what part the member takes".into(),
            nobody_can,
        })
    }

    fn barred() -> Answer {
        Answer::No {
            findings: vec![charter::Finding {
                clause: Some("3.2".into()),
                code: "barred".into(),
                sentence: "a pecuniary interest bars from the decision".into(),
            }],
        }
    }

    fn open() -> Answer {
        Answer::NotSaid { sentence: "the terms do not say".into() }
    }

    #[test]
    fn the_chair_rules_on_a_member_s_interest_with_a_reason() {
        let ask = kent(false);
        assert!(ruling(&[&ask, &ask], Part::Leave, CHAIR, MEMBER, "Her firm is the bidder").is_empty());
        assert_eq!(codes(&ruling(&[&ask], Part::Leave, CHAIR, MEMBER, " ")), [("ruling-reason-missing", Some("3.20"))]);
        assert_eq!(codes(&ruling(&[&ask], Part::Full, CHAIR, MEMBER, "x")), [("ruling-no-such-choice", Some("3.20"))]);
        assert_eq!(
            codes(&ruling(&[&ask], Part::Leave, MEMBER, MEMBER, "x")),
            [("ruling-in-own-matter", Some("3.20")), ("ruling-not-theirs", Some("3.20"))]
        );
    }

    #[test]
    fn where_the_chair_is_the_one_concerned_and_the_terms_name_nobody_it_is_said() {
        assert_eq!(codes(&ruling(&[&kent(true)], Part::Leave, CHAIR, CHAIR, "x")), [("ruling-nobody-can", Some("3.20"))]);
    }

    #[test]
    fn where_the_terms_decide_by_themselves_or_say_nothing_there_is_nothing_to_rule() {
        assert_eq!(codes(&ruling(&[&open(), &barred()], Part::Leave, CHAIR, MEMBER, "x")), [("ruling-terms-decide", Some("3.2"))]);
        assert_eq!(codes(&ruling(&[&open()], Part::Leave, CHAIR, MEMBER, "x")), [("ruling-not-asked", None)]);
    }

    #[test]
    fn barred_from_the_decision_is_not_out_of_the_room() {
        let effect = effect(&open(), &open(), &barred());
        assert_eq!((&effect.discuss, &effect.stay), (&Leave::NotSaid, &Leave::NotSaid));
        assert!(matches!(effect.decide, Leave::No { clause: Some(clause), .. } if clause == "3.2"));
    }

    #[test]
    fn an_interest_is_declared_by_the_person_or_entered_by_the_secretariat_for_them() {
        assert!(declarer(Some(MEMBER), "member", MEMBER).is_empty());
        assert!(declarer(Some(CHAIR), "secretary", MEMBER).is_empty());
        assert!(declarer(None, "archive import", MEMBER).is_empty());
        assert_eq!(codes(&declarer(Some(CHAIR), "chair", MEMBER)), [("interest-only-own", None)]);
    }

    #[test]
    fn an_interest_follows_the_seat_only_when_it_is_the_organisation_s() {
        use kernel::Word as _;
        let following: Vec<_> = InterestKind::ALL.iter().filter(|kind| kind.follows_seat()).collect();
        assert_eq!(following, [&InterestKind::Organisation]);
    }

    #[test]
    fn a_registered_interest_may_concern_an_item_that_names_its_organisation_as_a_whole_word() {
        let interest = Registered {
            id: InterestId(Uuid::nil()),
            person: MEMBER,
            person_name: "Ada".into(),
            kind: InterestKind::Financial,
            organisation: None,
            organisation_name: Some("Hadlow College".into()),
            words: "Governor".into(),
            starts_on: None,
            ends_on: None,
        };
        assert!(may_concern(&interest, &["Bid from Hadlow College: new barn"]));
        assert!(may_concern(&interest, &["Minutes", "HADLOW COLLEGE"]));
        assert!(!may_concern(&interest, &["Hadlow Colleges Trust", "Dates"]));
        assert!(!may_concern(&Registered { organisation_name: None, ..interest }, &["Hadlow College"]));
    }
}
