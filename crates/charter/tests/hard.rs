//! Hard cases of real bodies that the language says and the engine judges.
#![allow(clippy::unwrap_used)]

use charter::*;
use jiff::civil::{Date, date};

const DAY: Date = date(2009, 3, 31);

fn terms(rules: &[&str]) -> Charter {
    let mut text = "---\nbody: A body\nnation: England and Wales\n---\n".to_owned();
    for (n, rule) in rules.iter().enumerate() {
        text += &format!("**{}** Clause.\n\n> Rule: {rule}\n\n", n + 1);
    }
    let reading = read(&text);
    assert_eq!(reading.problems.iter().map(ToString::to_string).collect::<Vec<_>>(), Vec::<String>::new());
    reading.charter
}

/// Members p1 and on, each from the organisation given; those named are there.
fn meeting(organisations: &[&str], here: &[usize]) -> Record {
    let mut record = Record::default();
    record.complete_for_all(None, None);
    for (n, organisation) in organisations.iter().enumerate() {
        let n = n + 1;
        if !record.organisations.iter().any(|o| o.id == *organisation) {
            let kinds = if organisation.starts_with("council") { ["council".to_owned()].into() } else { Default::default() };
            record.organisations.push(Organisation { id: (*organisation).into(), name: (*organisation).into(), kinds, ..Organisation::default() });
        }
        record.seats.push(Seat { id: format!("s{n}"), label: format!("seat {n}"), organisation: Some((*organisation).into()), ..Seat::default() });
        record.appointments.push(Appointment { seat: format!("s{n}"), person: format!("p{n}"), ..Appointment::default() });
    }
    record.meetings.push(Meeting { id: "m".into(), day: Some(DAY), ..Meeting::default() });
    for n in here {
        record.roll.push(Attendance { meeting: "m".into(), person: format!("p{n}"), ..Attendance::default() });
    }
    record
}

fn office(record: &mut Record, office: &str, person: &str) {
    record.offices.push(Office { office: office.into(), person: person.into(), ..Office::default() });
}

#[test]
fn a_quorum_of_six_that_includes_the_chair_or_deputy_and_the_leader() {
    let terms = terms(&[
        "the quorum is 6 members, including both either the chair or the vice-chair and either the Leader of the Council or the Deputy Leader of the Council.",
    ]);
    let mut record = meeting(&["a"; 9], &[2, 3, 4, 5, 6, 7]);
    for (title, person) in [("chair", "p1"), ("vice-chair", "p2"), ("Leader of the Council", "p3"), ("Deputy Leader of the Council", "p9")] {
        office(&mut record, title, person);
    }
    assert_eq!(quorum(&terms, &record, "m", None).state, State::Met);
    record.roll.remove(0);
    record.roll.push(Attendance { meeting: "m".into(), person: "p8".into(), ..Attendance::default() });
    let verdict = quorum(&terms, &record, "m", None);
    assert_eq!(verdict.state, State::Breached, "six, but neither chair nor deputy: {}", verdict.sentence);
}

#[test]
fn seven_members_from_at_least_four_different_organisations() {
    let terms = terms(&["the quorum is 7 members from at least 4 different organisations."]);
    let from = ["a", "a", "a", "a", "b", "b", "c", "d"];
    assert_eq!(quorum(&terms, &meeting(&from, &[1, 2, 3, 4, 5, 7, 8]), "m", None).state, State::Met);
    let verdict = quorum(&terms, &meeting(&from, &[1, 2, 3, 4, 5, 6, 7]), "m", None);
    assert_eq!(verdict.sentence, "not quorate: 7 of 8 present; 7 are needed, from 3 different organisations; 4 are needed (1)");
}

#[test]
fn one_third_rounded_up_and_one_from_each_council() {
    let terms = terms(&["the quorum is one third of the members, and 1 member from each council."]);
    let from = ["council x", "council x", "council y", "b", "b", "b", "b"];
    assert_eq!(quorum(&terms, &meeting(&from, &[1, 3, 4]), "m", None).state, State::Met);
    assert_eq!(
        quorum(&terms, &meeting(&from, &[1, 4, 5]), "m", None).sentence,
        "not quorate: 3 of 7 present; 3 are needed; not enough from council y (1)"
    );
    assert_eq!(quorum(&terms, &meeting(&from, &[1, 3]), "m", None).state, State::Breached);
}

#[test]
fn only_council_members_vote_on_the_levy_and_a_majority_of_all_of_them_is_needed() {
    let terms = terms(&[
        "a decision is decided by a majority of the votes cast.",
        "a decision on “the levy” is decided by a majority of the council members.",
        "when the votes are equal, the chair may cast a second vote, unless the matter is “the levy”.",
    ]);
    let mut record = meeting(&["council x", "council x", "council y", "council y", "b", "b"], &[1, 2, 3, 4, 5, 6]);
    let vote = |n: usize, cast| Vote { person: format!("p{n}"), seat: None, cast };
    let votes = [vote(1, Cast::For), vote(2, Cast::For), vote(5, Cast::For), vote(3, Cast::Against), vote(4, Cast::Against), vote(6, Cast::Against)];
    let put = |matters: &[&str]| Motion {
        id: "x".into(),
        meeting: "m".into(),
        votes: votes.to_vec(),
        casting: Some(Cast::For),
        matters: matters.iter().map(|m| (*m).to_owned()).collect(),
        ..Motion::default()
    };
    record.motions.push(put(&[]));
    assert_eq!(carried(&terms, &record, "x").sentence, "carried: 4 of 7 votes cast in favour, 3 against; 4 are needed (1)");
    record.motions[0] = put(&["the levy"]);
    let verdict = carried(&terms, &record, "x");
    assert_eq!(verdict.sentence, "not carried: 2 of 4 council members in favour, 2 against; 3 are needed (2)");
    assert!(verdict.because.iter().any(|b| b.contains("no casting vote for this")));
}

#[test]
fn a_class_without_a_vote_does_not_vote() {
    let terms = terms(&["a decision is decided by a majority of the votes cast.", "the non-voting members must not vote."]);
    let mut record = meeting(&["a", "a", "b"], &[1, 2, 3]);
    record.seats[2].class = Some("non-voting".into());
    record.motions.push(Motion {
        id: "x".into(),
        meeting: "m".into(),
        votes: vec![Vote { person: "p1".into(), seat: None, cast: Cast::For }, Vote { person: "p3".into(), seat: None, cast: Cast::Against }],
        ..Motion::default()
    });
    assert_eq!(carried(&terms, &record, "x").sentence, "carried: 1 of 1 votes cast in favour, 0 against; 1 is needed (1)");
    assert!(matches!(may(&terms, &record, &Action::Vote { motion: "x".into(), person: "p3".into() }), Answer::No { .. }));
    assert!(matches!(may(&terms, &record, &Action::Vote { motion: "x".into(), person: "p2".into() }), Answer::Yes { .. }));
}

#[test]
fn between_16_and_18_seats_and_half_of_the_members_ideally_residents() {
    let terms = terms(&["there must be between 16 and 18 seats.", "half of the members should be “residents”."]);
    let mut record = meeting(&["a"; 18], &[]);
    for n in 1..=7 {
        record.people.push(Person { id: format!("p{n}"), name: format!("p{n}"), attributes: ["residents".to_owned()].into(), ..Person::default() });
    }
    let states = |record: &Record| evaluate(&terms, record, DAY).into_iter().map(|v| (v.state, v.sentence)).collect::<Vec<_>>();
    assert_eq!(states(&record)[0].0, State::Met);
    assert_eq!(
        states(&record)[1],
        (State::Expected, "7 of 18 members are “residents”; the terms ask 9 (2)".to_owned()),
        "a should is never breached"
    );
    record.completeness.remove(&Kind::People);
    assert_eq!(states(&record)[1].0, State::CannotTell);
}

#[test]
fn two_seats_for_each_council_and_a_sector_that_nobody_sits_for() {
    let terms = terms(&["there must be exactly 2 seats for each council.", "there must be at least 1 member of the private sector."]);
    let record = meeting(&["council x", "council x", "council y"], &[]);
    let verdicts = evaluate(&terms, &record, DAY);
    assert_eq!((verdicts[0].state, verdicts[0].sentence.as_str()), (State::Breached, "2 for each council; 1 from council y (1)"));
    assert_eq!(
        (verdicts[1].state, verdicts[1].sentence.as_str()),
        (State::Breached, "0 members of the private sector; the terms ask at least 1 (2)")
    );
    let mut silent = record;
    silent.completeness.remove(&Kind::Sectors);
    assert_eq!(evaluate(&terms, &silent, DAY)[1].state, State::CannotTell);
}

#[test]
fn a_meeting_within_60_days_of_each_election() {
    let terms = terms(&["the body must meet within 60 days of each “council election”."]);
    let mut record = meeting(&["a"], &[]);
    record.events.push(Event { what: "council election".into(), day: Some(date(2009, 1, 30)), of: None });
    let states = |record: &Record| evaluate(&terms, record, date(2009, 6, 1)).into_iter().map(|v| v.state).collect::<Vec<_>>();
    assert_eq!(states(&record), [State::Met], "31 March is the sixtieth day");
    record.events[0].day = Some(date(2009, 1, 29));
    assert_eq!(states(&record), [State::Late]);
}

#[test]
fn the_chair_named_by_the_terms_and_the_one_on_the_list() {
    let terms = terms(&["the chair is the Chief Executive of Kent County Council for 2 years."]);
    let mut record = meeting(&["a", "a"], &[]);
    record.offices.push(Office { office: "chair".into(), person: "p1".into(), from: Some(date(2008, 2, 27)), ..Office::default() });
    office(&mut record, "Chief Executive of Kent County Council", "p2");
    let verdict = evaluate(&terms, &record, DAY).remove(0);
    assert_eq!(
        (verdict.state, verdict.sentence.as_str()),
        (State::Breached, "p1 is the chair; the Chief Executive of Kent County Council is p2 (1)")
    );
    assert_eq!(evaluate(&terms, &record, date(2010, 3, 1)).remove(0).state, State::Met, "after two years the board decides");
}

#[test]
fn papers_in_days_and_items_in_working_days_in_one_body() {
    let terms =
        terms(&["the papers must be sent at least 7 days before a meeting.", "an item must be notified at least 10 working days before a meeting."]);
    let days: Vec<(String, Date)> = due(&terms, &meeting(&["a"], &[]), date(2009, 1, 1), DAY).into_iter().map(|d| (d.code, d.letter)).collect();
    assert_eq!(days, [("notify_item".to_owned(), date(2009, 3, 17)), ("send_papers".to_owned(), date(2009, 3, 24))]);
}

#[test]
fn three_meetings_in_any_six_months() {
    let terms = terms(&["the body must meet at least 3 times in any 6 months."]);
    let mut record = meeting(&["a"], &[]);
    record.meetings.clear();
    for (n, day) in [date(2008, 1, 10), date(2008, 3, 10), date(2008, 5, 10), date(2008, 7, 10), date(2008, 12, 10)].into_iter().enumerate() {
        record.meetings.push(Meeting { id: format!("m{n}"), day: Some(day), ..Meeting::default() });
    }
    let verdict = evaluate(&terms, &record, date(2008, 12, 31)).remove(0);
    assert_eq!(verdict.state, State::Breached, "{}", verdict.sentence);
}
