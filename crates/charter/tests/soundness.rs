//! What a charter's rules, read together, would do; versions side by side; the command line.
#![allow(clippy::unwrap_used)]

use charter::*;
use jiff::civil::date;

fn terms(rules: &[&str]) -> Charter {
    let mut text = "---\nbody: A body\nnation: England and Wales\n---\n".to_owned();
    for (n, rule) in rules.iter().enumerate() {
        text += &format!("**{}** Clause {}.\n\n> Rule: {rule}\n\n", n + 1, n + 1);
    }
    let reading = read(&text);
    assert_eq!(reading.problems, []);
    reading.charter
}

fn codes(rules: &[&str]) -> Vec<(String, String)> {
    check(&terms(rules)).into_iter().map(|r| (r.clause, r.code)).collect()
}

fn found(clause: &str, code: &str) -> Vec<(String, String)> {
    vec![(clause.to_owned(), code.to_owned())]
}

#[test]
fn an_item_that_may_arrive_on_the_day_the_papers_leave_is_remarked() {
    let papers = "the papers must be sent at least 10 working days before a meeting.";
    assert_eq!(codes(&[papers, "a member may notify an item at least 10 working days before a meeting."]), found("2", "no_slack"));
    assert_eq!(codes(&[papers, "a member may notify an item at least 1 week before a meeting."]), found("2", "no_slack"));
    assert_eq!(
        codes(&[
            "the papers must be sent at least 5 working days before a meeting.",
            "a member may notify an item at least 10 working days before a meeting."
        ]),
        []
    );
}

#[test]
fn rules_that_cannot_both_hold_are_errors() {
    assert_eq!(codes(&["a substitute may vote.", "a substitute must not vote."]), found("2", "contradiction"));
    assert_eq!(codes(&["there must be between 16 and 18 seats.", "there must be at least 20 seats."]), found("2", "contradiction"));
    assert_eq!(codes(&["the chair is the Leader of Kent County Council.", "the chair is elected by the members."]), found("2", "contradiction"));
    assert_eq!(
        codes(&["a decision is decided by consensus.", "a decision is decided by a majority of the votes cast."]),
        found("2", "contradiction")
    );
    assert_eq!(codes(&["there must be between 16 and 18 seats.", "there must be at least 17 seats."]), []);
}

#[test]
fn a_quorum_out_of_reach_is_an_error() {
    assert_eq!(codes(&["there must be at most 5 seats.", "the quorum is 6 members."]), found("2", "quorum_out_of_reach"));
    assert_eq!(codes(&["the quorum is 3 members from at least 4 different organisations."]), found("1", "quorum_out_of_reach"));
}

#[test]
fn a_judgement_nobody_can_make_is_remarked() {
    let rule = "when a member declares an interest, the chair must rule that the member leaves, or takes full part.";
    assert_eq!(codes(&[rule]), found("1", "nobody_rules"));
    assert_eq!(
        codes(&[
            rule,
            "when the chair declares an interest, the vice-chair must rule that the member leaves, or takes full part.",
            "the vice-chair is elected by the members."
        ]),
        []
    );
}

#[test]
fn two_versions_differ_in_words_or_in_rules() {
    let old = read("---\nbody: A\n---\n**1** Half.\n\n> Rule: the quorum is half of the members.\n\n**2** Words.\n\n**3** Gone.\n").charter;
    let new =
        read("---\nbody: A\n---\n**1** A third.\n\n> Rule: the quorum is one third of the members.\n\n**2** Other words.\n\n**4** New.\n").charter;
    let changes = compare(&old, &new);
    let seen: Vec<_> = changes.iter().map(|c| (c.clause.as_str(), c.is_only_words(), c.before.is_some(), c.after.is_some())).collect();
    assert_eq!(seen, [("1", false, true, true), ("2", true, true, true), ("3", true, true, false), ("4", true, false, true)]);
    assert_eq!(changes[0].ended, ["the quorum is half of the members."]);
    assert_eq!(changes[0].begun, ["the quorum is one third of the members."]);
    assert_eq!(compare(&old, &old), []);
}

fn meetings_of(present: &[u32]) -> Record {
    let mut record = Record::default();
    record.complete_for_all(None, None);
    for (n, present) in present.iter().enumerate() {
        record.meetings.push(Meeting {
            id: format!("m{n}"),
            day: date(2009, 1, 31).checked_add(jiff::Span::new().months(i32::try_from(n).unwrap())).ok(),
            members: Some(15),
            present: Some(*present),
            ..Meeting::default()
        });
    }
    record
}

#[test]
fn a_proposed_quorum_is_tried_on_past_meetings() {
    let found = replay(
        &terms(&["the quorum is 5 members."]),
        &terms(&["the quorum is half of the members."]),
        &meetings_of(&[9, 7, 8, 6]),
        date(2009, 12, 31),
    );
    let lines: Vec<String> = found.iter().map(Replayed::sentence).collect();
    assert_eq!(lines.len(), 2);
    assert_eq!(
        lines[0],
        "28 February 2009: not quorate: 7 of 15 present; 8 are needed (1); by the terms in force quorate: 7 of 15 present; 5 are needed (1)"
    );
}

#[test]
fn terms_that_follow_others_not_at_hand_say_so() {
    let terms = terms(&["interests and exit follow the terms of Kent Partnership."]);
    assert_eq!(
        may(&terms, &Record::default(), &Action::Leave { notice: date(2009, 1, 1), day: date(2009, 2, 1) }),
        Answer::NotSaid { sentence: "in this the terms follow those of Kent Partnership (1)".into() }
    );
}

#[test]
fn what_is_taken_over_is_cited_with_where_it_comes_from() {
    let parent = read(
        "---\nbody: Kent Partnership\n---\n**3.24** Leaving.\n\n> Rule: a partner must give notice to the chair at least 2 months before leaving.\n",
    )
    .charter;
    let whole = terms(&["exit follow the terms of Kent Partnership."]).taking_over(&parent);
    let Answer::No { findings } = may(&whole, &Record::default(), &Action::Leave { notice: date(2009, 1, 1), day: date(2009, 2, 1) }) else {
        panic!("one month is too short")
    };
    assert_eq!(
        findings[0].sentence,
        "the notice of 1 January 2009 runs 2 months, until 1 March 2009; that is after 1 February 2009 (1, as 3.24 of Kent Partnership)"
    );
}

#[test]
fn the_commands_answer_in_words_and_in_json() {
    let mut open = |file: &str| match file {
        "a.md" => {
            Ok("---\nbody: A\n---\n**1** Half.\n\n> Rule: the quorum is half of the members.\n> Case: 15 members, 7 present: quorate.\n".to_owned())
        }
        "bad.md" => Ok("---\nbody: A\n---\n**1** Half.\n\n> Rule: the quorom is half of the members.\n".to_owned()),
        "r.json" => Ok(serde_json::to_string(&meetings_of(&[9, 7])).unwrap()),
        other => Err(format!("{other}: no such file")),
    };
    let mut call = |words: &[&str]| command(&words.iter().map(|w| (*w).to_owned()).collect::<Vec<_>>(), &mut open);
    assert_eq!(call(&["check", "a.md"]), Output { text: "sound\n".into(), code: 0, write: vec![] });
    let bad = call(&["check", "bad.md"]);
    assert_eq!(bad.code, 1);
    assert!(bad.text.contains("line 6, clause 1: `quorom` cannot stand here\n  > Rule: the quorom is half of the members.\n              ^^^^^^\n  did you mean `quorum`?"), "{}", bad.text);
    let tested = call(&["test", "a.md", "--bless"]);
    assert_eq!(tested.code, 1);
    assert!(tested.text.contains("answered: not quorate, needs 8"), "{}", tested.text);
    assert!(tested.write[0].1.contains("> Case: 15 members, 7 present: not quorate, needs 8.\n"), "{}", tested.write[0].1);
    let text = call(&["evaluate", "a.md", "r.json", "--as-at", "2009-03-31"]).text;
    assert_eq!(
        text,
        "met          meeting of 31 January 2009: quorate: 9 of 15 present; 8 are needed (1)\nbreached     meeting of 28 February 2009: not quorate: 7 of 15 present; 8 are needed (1)\n"
    );
    let json: serde_json::Value =
        serde_json::from_str(&call(&["evaluate", "a.md", "r.json", "--as-at", "2009-03-31", "--format", "json"]).text).unwrap();
    assert_eq!((json[1]["state"].as_str(), json[1]["clause"].as_str()), (Some("breached"), Some("1")));
    assert_eq!(call(&["evaluate", "a.md", "r.json"]).code, 2);
    assert_eq!(
        call(&["may", "a.md", "r.json", r#"{"action": "any_other_business"}"#]).text,
        "not said: the terms do not restrict the business of a meeting\n"
    );
}

#[test]
fn a_charter_may_bring_its_own_holidays() {
    let head = "body: A council\nnation: New Zealand\nholidays: 2009-02-06 Waitangi Day, 2009-04-10 Good Friday\nholidays from: 2009-01-01\nholidays until: 2009-12-31";
    let text = format!("---\n{head}\n---\n**1** Papers.\n\n> Rule: the papers must be sent at least 2 working days before a meeting.\n");
    let reading = read(&text);
    assert_eq!(reading.problems, []);
    let mut record = Record::default();
    record.meetings.push(Meeting { id: "m".into(), day: Some(date(2009, 2, 9)), ..Meeting::default() });
    let duty = due(&reading.charter, &record, date(2009, 1, 1), date(2009, 3, 1)).remove(0);
    assert_eq!(duty.letter, date(2009, 2, 4), "Friday the 6th is no working day there");
    assert!(duty.counted.is_some_and(|c| c.certain));
    let problems = read("---\nbody: A\nholidays: soon\n---\n").problems;
    assert_eq!(problems.len(), 1, "{problems:?}");
}

#[test]
fn a_rule_that_can_never_fire_is_remarked() {
    assert_eq!(codes(&["when it is after 1 May 2009 and it is before 1 May 2009, the quorum is 3 members."]), found("1", "never"));
    assert_eq!(codes(&["when it is after 1 May 2009 and it is before 1 June 2009, the quorum is 3 members."]), []);
    assert_eq!(codes(&["each member has 1 vote.", "each member has 2 votes."]), found("2", "contradiction"));
}

#[test]
fn a_change_of_the_terms_is_seen_for_what_it_is() {
    let in_force =
        terms(&["the quorum is 25% of the members.", "a decision is decided by a majority of the members.", "the quorum must not be lowered."]);
    let lower = amendment(&in_force, &terms(&["the quorum is 20% of the members.", "a decision is decided by a majority of the members."]));
    assert_eq!(lower.findings.len(), 1, "{lower:?}");
    assert_eq!(lower.findings[0].clause.as_deref(), Some("3"));
    let higher = amendment(&in_force, &terms(&["the quorum is half of the members.", "a decision is decided by two thirds of the members."]));
    assert_eq!(higher.findings, []);
    assert!(higher.matters.contains("a larger majority") && higher.matters.contains("terms"));
    assert_eq!(amendment(&in_force, &in_force).matters, ["terms".to_owned()].into());
}

#[test]
fn the_council_in_the_terms_of_a_board_is_remarked_where_it_would_be_the_board() {
    assert_eq!(codes(&["the secretary must submit the annual report to the council by 30 September."]), found("1", "the_body"));
    assert_eq!(codes(&["the secretary must submit the annual report to the board by 30 September."]), []);
    assert_eq!(codes(&["the quorum is 3 of the council members."]), []);
    let council = read("---\nbody: Youth Council\n---\n**1** One.\n\n> Rule: the council must meet at least 4 times a year.\n");
    assert_eq!(check(&council.charter), []);
}
