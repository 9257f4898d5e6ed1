use super::*;

fn answers(pairs: &[(&str, &str)]) -> Answers {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

fn rules(lines: &[&str]) -> Vec<Rule> {
    let text: String = lines.iter().map(|line| format!("> Rule: {line}\n")).collect();
    let reading = crate::read(&format!("---\nbody: Board\n---\n**1** Words.\n\n{text}"));
    assert_eq!(reading.problems, []);
    reading.charter.clauses.into_iter().flat_map(|clause| clause.rules).collect()
}

type Filled = (Family, Vec<(&'static str, &'static str)>, Vec<&'static str>);

/// One way of filling each form, with the rules that it makes.
fn filled() -> Vec<Filled> {
    vec![
        (Family::Quorum, vec![("quorum", "share"), ("share", "third"), ("whom", "members")], vec!["the quorum is one third of the members."]),
        (
            Family::Quorum,
            vec![
                ("quorum", "number"),
                ("number", "7"),
                ("of", "members"),
                ("different", "4"),
                ("sort", "organisations"),
                ("including", "chair-or-vice"),
                ("minutes", "15"),
            ],
            vec![
                "the quorum is 7 members from at least 4 different organisations, including the chair or the vice-chair.",
                "when there has been no quorum for 15 minutes, the chair must adjourn a meeting.",
            ],
        ),
        (
            Family::Notice,
            vec![
                ("papers", "5"),
                ("papers_unit", "working-days"),
                ("sends", "secretary"),
                ("items", "10"),
                ("items_unit", "working-days"),
                ("notifies", "member"),
                ("late", "exceptional"),
                ("request", "yes"),
            ],
            vec![
                "the secretary must send the papers at least 5 working days before a meeting.",
                "a member may notify an item at least 10 working days before a meeting, unless the chair agrees in exceptional circumstances.",
                "a member may request an item.",
            ],
        ),
        (
            Family::Notice,
            vec![("papers", "1"), ("papers_unit", "weeks"), ("sends", "nobody")],
            vec!["the papers must be sent at least 1 week before a meeting."],
        ),
        (
            Family::Substitutes,
            vec![("substitute", "may-name"), ("told", "advance"), ("votes", "may"), ("counts", "not")],
            vec!["a member may name a substitute in advance.", "a substitute may vote.", "a substitute must not count towards the quorum."],
        ),
        (
            Family::Decisions,
            vec![("decided", "consensus-else-majority-present"), ("tie", "chair"), ("terms", "two-thirds-members")],
            vec![
                "a decision is decided by consensus, failing that by a majority of the members present.",
                "when the votes are equal, the chair may cast a second vote.",
                "a change of these terms is decided by two thirds of the members.",
            ],
        ),
        (
            Family::Chair,
            vec![("chair", "elected"), ("chair_most", ""), ("chair_years", "2"), ("vice", "elected"), ("unlike", "sector"), ("absent", "yes")],
            vec![
                "the chair is elected by the members for 2 years.",
                "the vice-chair is elected by the members, from another sector than the chair.",
                "when the chair is absent, the vice-chair must preside.",
            ],
        ),
        (
            Family::Chair,
            vec![
                ("chair", "post"),
                ("chair_post", "Leader of Kent County Council"),
                ("vice", "passes"),
                ("vice_every", "1"),
                ("member_years", "10"),
                ("break", "without"),
            ],
            vec![
                "the chair is the Leader of Kent County Council.",
                "the vice-chair passes every 1 year among the members.",
                "a member must serve for at most 10 years without a break.",
            ],
        ),
        (
            Family::Chair,
            vec![("chair", "organisation"), ("chair_by", "Kent County Council"), ("chair_most", "at-most"), ("chair_years", "3")],
            vec!["the chair is appointed by Kent County Council for at most 3 years."],
        ),
        (
            Family::Meetings,
            vec![("times", "4"), ("times_bound", "at-least"), ("dates", "yes"), ("further", "anybody")],
            vec![
                "the body must meet at least 4 times a year.",
                "the dates of the meetings must be fixed before the start of the calendar year.",
                "a further meeting may be arranged.",
            ],
        ),
        (
            Family::Absence,
            vec![("missed", "3"), ("missed_kind", "meetings"), ("run", "row"), ("then", "chair-sector")],
            vec!["when a member misses 3 meetings in a row, the chair may request another nominee from the member's sector."],
        ),
        (
            Family::Minutes,
            vec![("circulated", "within"), ("within", "10"), ("within_unit", "working-days"), ("approved", "yes"), ("published", "website")],
            vec![
                "the minutes must be circulated within 10 working days of a meeting.",
                "the minutes must be approved at the next meeting.",
                "the minutes must be published on the website.",
            ],
        ),
        (
            Family::Composition,
            vec![
                ("seats", "between"),
                ("seats_from", "16"),
                ("seats_to", "18"),
                ("of-1", "sector"),
                ("bound-1", "at-least"),
                ("count-1", "1"),
                ("from-1", "voluntary and community"),
                ("of-2", "organisation"),
                ("bound-2", "exactly"),
                ("count-2", "2"),
                ("from-2", "Kent Police"),
                ("of-3", "kind"),
                ("bound-3", "exactly"),
                ("count-3", "4"),
                ("from-3", "district"),
            ],
            vec![
                "there must be between 16 and 18 seats.",
                "there must be at least 1 member of the voluntary and community sector.",
                "there must be exactly 2 members from Kent Police.",
                "there must be exactly 4 district members.",
            ],
        ),
        (
            Family::Openness,
            vec![
                ("public", "unless"),
                ("others", "yes"),
                ("agenda", "3"),
                ("agenda_unit", "clear-days"),
                ("where", "yes"),
                ("published", "website"),
                ("withheld", "both"),
            ],
            vec![
                "the public may attend a meeting, unless the matter is confidential or the matter is exempt.",
                "other persons may attend a meeting with the agreement of the chair.",
                "the agenda must be published on the website at least 3 clear days before a meeting.",
                "the papers must be published on the website, unless the matter is confidential or the matter is exempt.",
            ],
        ),
        (Family::Review, vec![("every", "2"), ("every_unit", "years")], vec!["the body must review these terms every 2 years."]),
    ]
}

#[test]
fn answers_become_rules_and_the_rules_become_the_same_answers() {
    for (family, given, expected) in filled() {
        let given = answers(&given);
        let written = family.write(&given).unwrap();
        assert_eq!(written, expected, "{family:?}");
        let lines: Vec<&str> = written.iter().map(String::as_str).collect();
        let Within::Answers(read) = family.read(&rules(&lines)) else { panic!("{family:?}: {:?}", family.read(&rules(&lines))) };
        let told =
            |answers: &Answers| answers.iter().filter(|(_, value)| !value.is_empty()).map(|(a, b)| (a.clone(), b.clone())).collect::<Answers>();
        assert_eq!(told(&read), told(&given), "{family:?}");
    }
}

#[test]
fn every_choice_of_every_form_writes_a_rule_that_is_read_back() {
    for family in Family::ALL {
        let base = |question: &Question| match &question.answer {
            // From 2 to 9: the second of two bounds is the greater.
            Answered::Number { .. } => if question.name == "seats_to" { "9" } else { "2" }.to_owned(),
            Answered::Choice { choices } => choices.iter().find(|choice| !choice.is_empty()).copied().unwrap_or_default().to_owned(),
            Answered::Name => "council".to_owned(),
        };
        let questions: Vec<Question> =
            family.questions().into_iter().filter(|question| !question.name.ends_with(char::is_numeric) || question.name.ends_with("-1")).collect();
        let all: Answers = questions.iter().map(|question| (question.name.clone(), base(question))).collect();
        for question in &questions {
            let values: Vec<String> = match &question.answer {
                Answered::Choice { choices } => choices.iter().map(|choice| (*choice).to_owned()).collect(),
                Answered::Number { .. } => if question.name == "seats_to" { ["9", "10"] } else { ["1", "2"] }.map(str::to_owned).to_vec(),
                Answered::Name => vec!["council".to_owned(), "faith and community".to_owned()],
            };
            for value in values {
                let mut given = all.clone();
                given.insert(question.name.clone(), value.clone());
                let written = family.write(&given).unwrap_or_else(|wrong| panic!("{family:?} {} {value}: {wrong:?}", question.name));
                let lines: Vec<&str> = written.iter().map(String::as_str).collect();
                assert!(
                    matches!(family.read(&rules(&lines)), Within::Answers(_)),
                    "{family:?} {} {value}: {lines:?} {:?}",
                    question.name,
                    family.read(&rules(&lines))
                );
            }
        }
    }
}

#[test]
fn what_a_form_cannot_say_is_beyond_it_and_what_is_of_another_family_is_passed_over() {
    let odd = "the quorum is one third of the members, and 1 member from each authority.";
    assert_eq!(Family::Quorum.read(&rules(&[odd, "a substitute may vote."])), Within::Beyond(vec![odd.to_owned()]));
    assert_eq!(Family::Quorum.read(&rules(&["a substitute may vote."])), Within::Nothing);
    let twice = rules(&["the quorum is half of the members.", "the quorum is 3 members."]);
    assert!(matches!(Family::Quorum.read(&twice), Within::Beyond(_)));
}

#[test]
fn answers_that_do_not_fit_are_named() {
    let wrong = |family: Family, given: &[(&str, &str)]| family.write(&answers(given)).unwrap_err();
    assert_eq!(wrong(Family::Quorum, &[("quorum", "number"), ("of", "members")]), [("number".to_owned(), Wrong::NumberMissing)]);
    assert_eq!(
        wrong(Family::Quorum, &[("quorum", "number"), ("number", "many"), ("of", "members")]),
        [("number".to_owned(), Wrong::NotANumber { most: 999 })]
    );
    assert_eq!(wrong(Family::Chair, &[("chair", "organisation"), ("chair_by", " ")]), [("chair_by".to_owned(), Wrong::NameMissing)]);
    assert_eq!(wrong(Family::Chair, &[("chair", "organisation"), ("chair_by", "a “b”")]), [("chair_by".to_owned(), Wrong::NotAName)]);
    assert_eq!(wrong(Family::Quorum, &[("quorum", "share"), ("whom", "members")]), [("share".to_owned(), Wrong::NotChosen)]);
    assert_eq!(Family::Quorum.write(&Answers::new()), Ok(Vec::new()));
}

#[test]
fn most_common_rules_of_the_shipped_charters_are_within_the_forms_and_none_is_changed_by_them() {
    let (mut within, mut beyond) = (0, 0);
    for folder in ["archive", "models", "examples"] {
        for entry in std::fs::read_dir(format!("{}/../../charters/{folder}", env!("CARGO_MANIFEST_DIR"))).unwrap() {
            let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
            for clause in crate::read(&text).charter.clauses {
                for family in Family::ALL {
                    match family.read(&clause.rules) {
                        Within::Nothing => {}
                        Within::Beyond(_) => beyond += 1,
                        Within::Answers(answers) => {
                            within += 1;
                            let ours: Vec<&String> =
                                clause.rules.iter().filter(|rule| family.holds(&rule.tree)).map(|rule| &rule.canonical).collect();
                            let written = family.write(&answers).unwrap();
                            assert!(written.len() == ours.len() && ours.iter().all(|rule| written.contains(rule)), "{ours:?} {written:?}");
                        }
                    }
                }
            }
        }
    }
    assert!(within > beyond, "{within} within, {beyond} beyond");
}
