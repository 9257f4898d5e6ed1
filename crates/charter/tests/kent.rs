//! What the Kent Partnership's terms ask, seen on records.
#![allow(clippy::unwrap_used)]

use charter::*;
use jiff::civil::{Date, date};

const TERMS: &str = "---
body: Kent Partnership
nation: England and Wales
---
**3.8** Absence.

> Rule: when a member misses 3 meetings in a row, the chair may ask the member's sector to name another nominee.

**3.10** Substitutes.

> Rule: a member may name a substitute in advance.

**3.12** Quorum.

> Rule: the quorum is half of the members.

**3.13** Items.

> Rule: a member may request an item.

**3.14** Others.

> Rule: other persons may attend with the agreement of the chair.

**3.16** Papers.

> Rule: the papers must be sent at least 10 working days before a meeting.
> Rule: an item must be notified at least 10 working days before a meeting, unless the chair agrees in exceptional circumstances.
> Rule: the minutes must be published on the website.

**3.20** Interests.

> Rule: when a member declares a financial or professional interest, the chair must rule that the member leaves,
>   or discusses, does not decide and stays, or discusses, does not decide and leaves.

**3.21** Decisions.

> Rule: a decision is decided by consensus, failing that by a majority of the members present.

**3.24** Leaving.

> Rule: a partner must give notice to the chair in writing at least 2 months before leaving.
";

fn terms() -> Charter {
    let text = TERMS.replace("may ask the member's sector to name another nominee", "may ask the member's sector");
    let reading = read(&text);
    assert!(reading.problems.is_empty(), "{}", reading.problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"));
    reading.charter
}

const DAY: Date = date(2007, 1, 18);

/// Forty members, so many of them there; p1 is the chair.
fn meeting_of_40(present: u32) -> Record {
    let mut record = Record::default();
    record.complete_for_all(None, None);
    for n in 1..=40 {
        record.people.push(Person { id: format!("p{n}"), name: format!("Member {n}"), ..Person::default() });
        record.seats.push(Seat { id: format!("s{n}"), label: format!("Seat {n}"), ..Seat::default() });
        record.appointments.push(Appointment { seat: format!("s{n}"), person: format!("p{n}"), ..Appointment::default() });
    }
    record.offices.push(Office { office: "chair".into(), person: "p1".into(), ..Office::default() });
    record.meetings.push(Meeting { id: "m".into(), day: Some(DAY), ..Meeting::default() });
    for n in 1..=3 {
        record.items.push(Item { id: format!("i{n}"), meeting: "m".into(), title: format!("Item {n}"), ..Item::default() });
    }
    for n in 1..=present {
        record.roll.push(Attendance { meeting: "m".into(), person: format!("p{n}"), ..Attendance::default() });
    }
    record
}

fn motion(record: &mut Record, in_favour: u32, against: u32) {
    record.motions.push(Motion { id: "x".into(), meeting: "m".into(), count: Some(Votes { in_favour, against, abstained: 0 }), ..Motion::default() });
}

#[test]
fn half_of_forty_is_twenty() {
    let verdict = quorum(&terms(), &meeting_of_40(21), "m", None);
    assert_eq!(verdict.sentence, "quorate: 21 of 40 present; 20 are needed (3.12)");
    assert_eq!(verdict.state, State::Met);
    assert_eq!(quorum(&terms(), &meeting_of_40(19), "m", None).sentence, "not quorate: 19 of 40 present; 20 are needed (3.12)");
}

#[test]
fn where_the_terms_give_no_quorum_none_is_made_up() {
    let without = read("---\nbody: West Kent Partnership\n---\n**1** Text.\n").charter;
    let verdict = quorum(&without, &meeting_of_40(21), "m", None);
    assert_eq!((verdict.state, verdict.sentence.as_str(), verdict.clause), (State::NoneGiven, "the terms give no quorum", None));
}

#[test]
fn a_substitute_who_may_or_may_not_count_is_said_to_be_so() {
    let mut record = meeting_of_40(19);
    record.roll.push(Attendance {
        meeting: "m".into(),
        person: "q".into(),
        seat: Some("s30".into()),
        capacity: Capacity::Substitute,
        ..Attendance::default()
    });
    let verdict = quorum(&terms(), &record, "m", None);
    assert_eq!(verdict.state, State::CannotTell);
    assert_eq!(verdict.missing, ["whether a substitute counts as present: the terms do not say"]);
    assert_eq!(verdict.sentence, "cannot tell whether there is a quorum: between 19 and 20 of 40 present; 20 are needed (3.12)");
    let mut enough = meeting_of_40(20);
    enough.roll.extend(record.roll.pop());
    assert_eq!(quorum(&terms(), &enough, "m", None).state, State::Met, "with or without the substitute");
}

#[test]
fn silence_is_not_absence() {
    let mut record = meeting_of_40(3);
    record.completeness.remove(&Kind::Roll);
    let verdict = quorum(&terms(), &record, "m", None);
    assert_eq!(verdict.state, State::CannotTell);
    assert_eq!(verdict.missing, ["attendance on 18 January 2007"]);
}

#[test]
fn whoever_leaves_no_longer_counts() {
    let mut record = meeting_of_40(20);
    record.roll[5].left = Some(Moment::Item("i2".into()));
    let at = |item: &str| quorum(&terms(), &record, "m", Some(&Moment::Item(item.into()))).state;
    assert_eq!((at("i1"), at("i2"), at("i3")), (State::Met, State::Breached, State::Breached));
    assert_eq!(quorum(&terms(), &record, "m", None).state, State::Breached);
}

#[test]
fn whoever_is_ruled_out_of_the_room_does_not_count_on_that_item() {
    let mut record = meeting_of_40(20);
    let ruling = PartRuling { by: "p1".into(), part: Part::Leave, reason: None };
    record.interests.push(Interest {
        meeting: "m".into(),
        item: Some("i2".into()),
        person: "p7".into(),
        kind: "financial".into(),
        declared: Some(DAY),
        ruling: Some(ruling),
    });
    let at = |item: &str| quorum(&terms(), &record, "m", Some(&Moment::Item(item.into()))).state;
    assert_eq!((at("i1"), at("i2"), at("i3")), (State::Met, State::Breached, State::Met));
}

#[test]
fn a_majority_is_of_those_present() {
    let mut record = meeting_of_40(21);
    motion(&mut record, 10, 8);
    let verdict = carried(&terms(), &record, "x");
    assert_eq!(verdict.sentence, "not carried: 10 of 21 present in favour, 8 against; 11 are needed (3.21)");
    record.motions.clear();
    motion(&mut record, 11, 8);
    assert_eq!(carried(&terms(), &record, "x").state, State::Met);
}

#[test]
fn there_is_no_casting_vote_unless_the_terms_give_one() {
    let mut record = meeting_of_40(20);
    motion(&mut record, 10, 10);
    record.motions[0].casting = Some(Cast::For);
    let verdict = carried(&terms(), &record, "x");
    assert_eq!(verdict.state, State::Breached);
    assert!(verdict.because.iter().any(|b| b.contains("no casting vote")), "{verdict:?}");
    let with = read(
        &format!("{TERMS}\n**9** Ties.\n\n> Rule: when the votes are equal, the chair may cast a second vote.\n")
            .replace("may ask the member's sector to name another nominee", "may ask the member's sector"),
    );
    assert!(with.problems.is_empty(), "{}", with.problems[0]);
    assert_eq!(carried(&with.charter, &record, "x").sentence, "carried: 11 of 20 present in favour, 10 against; 11 are needed (3.21)");
}

#[test]
fn consensus_needs_no_vote() {
    let mut record = meeting_of_40(20);
    record.motions.push(Motion { id: "x".into(), meeting: "m".into(), consensus: Some(true), ..Motion::default() });
    assert_eq!(carried(&terms(), &record, "x").sentence, "agreed by consensus (3.21)");
    let only = read("---\nbody: Steering group\n---\n**3.1** Consensus.\n\n> Rule: a decision is decided by consensus.\n").charter;
    let no_vote = may(&only, &record, &Action::HoldVote { matters: vec![] });
    assert_eq!(
        no_vote,
        Answer::No {
            findings: vec![Finding {
                clause: Some("3.1".into()),
                code: "no_vote".into(),
                sentence: "decisions are made by consensus; the terms give no vote (3.1)".into()
            }]
        }
    );
}

#[test]
fn an_item_after_the_day_is_for_the_chair_in_exceptional_circumstances() {
    let record = meeting_of_40(20);
    let notify = |day| may(&terms(), &record, &Action::ItemNotify { meeting: "m".into(), day, item: None });
    assert_eq!(
        notify(date(2007, 1, 4)),
        Answer::Yes { clause: Some("3.16".into()), sentence: "in time: items may be notified until 4 January 2007 (3.16)".into() }
    );
    let Answer::Ruling(ruling) = notify(date(2007, 1, 5)) else { panic!("a ruling is needed") };
    assert_eq!(
        (ruling.by.as_str(), ruling.people.as_slice(), ruling.reason_required, ruling.nobody_can),
        ("chair", &["p1".to_owned()][..], true, false)
    );
    assert_eq!(ruling.choices, [Choice::Agree, Choice::Refuse]);
    let Answer::Ruling(other) = may(&terms(), &record, &Action::AnyOtherBusiness) else { panic!("a ruling is needed") };
    assert!(other.sentence.contains("in exceptional circumstances (3.16)"), "{}", other.sentence);
}

#[test]
fn the_chair_rules_on_an_interest_and_nobody_on_the_chair_s_own() {
    let mut record = meeting_of_40(20);
    let interest = |person: &str| Interest {
        meeting: "m".into(),
        item: Some("i2".into()),
        person: person.into(),
        kind: "financial".into(),
        declared: Some(DAY),
        ruling: None,
    };
    record.interests.push(interest("p7"));
    record.interests.push(interest("p1"));
    let Answer::Ruling(ruling) = may(&terms(), &record, &Action::Discuss { item: "i2".into(), person: "p7".into() }) else {
        panic!("a ruling is needed")
    };
    assert_eq!(ruling.choices, [Choice::Part(Part::Leave), Choice::Part(Part::DiscussThenStay), Choice::Part(Part::DiscussThenLeave)]);
    assert!(!ruling.nobody_can);
    let Answer::Ruling(ruling) = may(&terms(), &record, &Action::Decide { item: "i2".into(), person: "p1".into() }) else {
        panic!("a ruling is needed")
    };
    assert!(ruling.nobody_can);
    assert!(ruling.sentence.ends_with("the chair is the one concerned, and the terms name nobody else to rule"), "{}", ruling.sentence);
    record.interests[0].ruling = Some(PartRuling { by: "p1".into(), part: Part::DiscussThenStay, reason: None });
    let ask = |action| may(&terms(), &record, &action);
    let (item, person) = ("i2".to_owned(), "p7".to_owned());
    assert!(matches!(ask(Action::Discuss { item: item.clone(), person: person.clone() }), Answer::Yes { .. }));
    assert!(matches!(ask(Action::Stay { item: item.clone(), person: person.clone() }), Answer::Yes { .. }));
    assert!(matches!(ask(Action::Decide { item, person }), Answer::No { .. }));
}

#[test]
fn a_pecuniary_interest_can_bar_by_itself() {
    let terms = read(
        "---\nbody: K\n---\n**3.2** Interests.\n\n> Rule: a member with a pecuniary interest must not decide.\n> Rule: a member with a non-pecuniary interest may decide.\n",
    );
    assert!(terms.problems.is_empty(), "{}", terms.problems[0]);
    let mut record = meeting_of_40(20);
    record.interests.push(Interest {
        meeting: "m".into(),
        item: Some("i1".into()),
        person: "p3".into(),
        kind: "pecuniary".into(),
        ..Interest::default()
    });
    record.interests.push(Interest {
        meeting: "m".into(),
        item: Some("i1".into()),
        person: "p4".into(),
        kind: "non-pecuniary".into(),
        ..Interest::default()
    });
    let decide = |person: &str| may(&terms.charter, &record, &Action::Decide { item: "i1".into(), person: person.into() });
    assert!(matches!(decide("p3"), Answer::No { .. }));
    assert!(matches!(decide("p4"), Answer::Yes { .. }));
    assert!(matches!(decide("p5"), Answer::Yes { clause: None, .. }));
}

#[test]
fn a_substitute_is_named_before_the_day_and_does_not_sit_already() {
    let record = meeting_of_40(20);
    let ask = |person: &str, day| may(&terms(), &record, &Action::Substitute { seat: "s30".into(), person: person.into(), meeting: "m".into(), day });
    assert!(matches!(ask("q", date(2007, 1, 17)), Answer::Yes { .. }));
    assert!(matches!(ask("q", DAY), Answer::No { .. }));
    let Answer::No { findings } = ask("p2", date(2007, 1, 17)) else { panic!("p2 sits already") };
    assert_eq!(findings[0].code, "already_sits");
    assert_eq!(
        may(&terms(), &record, &Action::SubstituteVotes),
        Answer::NotSaid { sentence: "the terms do not say whether a substitute may vote".into() }
    );
}

#[test]
fn guests_come_with_the_chair_s_agreement() {
    let mut record = meeting_of_40(20);
    let ask = |record: &Record| may(&terms(), record, &Action::Attend { person: "guest".into(), meeting: "m".into() });
    assert!(matches!(ask(&record), Answer::Ruling(_)));
    record.judgements.push(Judgement {
        about: "guest".into(),
        of: Some("guest".into()),
        meeting: Some("m".into()),
        by: Some("p1".into()),
        agreed: true,
        ..Judgement::default()
    });
    assert!(matches!(ask(&record), Answer::Yes { .. }));
}

#[test]
fn papers_and_items_are_due_ten_working_days_before() {
    let duties = due(&terms(), &meeting_of_40(0), date(2007, 1, 1), date(2007, 1, 31));
    let lines: Vec<_> = duties.iter().map(|d| (d.code.as_str(), d.by, d.sentence.as_str())).collect();
    assert_eq!(
        lines,
        [
            ("send_papers", date(2007, 1, 4), "the papers for the meeting of 18 January 2007 are sent by 4 January 2007 (3.16)"),
            ("notify_item", date(2007, 1, 4), "items for the meeting of 18 January 2007 are notified by 4 January 2007 (3.16)"),
        ]
    );
}

#[test]
fn three_meetings_missed_in_a_row_let_the_chair_ask_for_another_nominee() {
    let mut record = meeting_of_40(20);
    for (id, day) in [("a", date(2006, 3, 1)), ("b", date(2006, 9, 1))] {
        record.meetings.push(Meeting { id: id.into(), day: Some(day), ..Meeting::default() });
    }
    let ask = |seat: &str| may(&terms(), &record, &Action::AskNominee { seat: seat.into(), day: DAY });
    let Answer::Ruling(ruling) = ask("s40") else { panic!("{:?}", ask("s40")) };
    assert_eq!(ruling.sentence, "3 meetings in a row were missed; the chair may ask for another nominee (3.8)");
    assert!(matches!(ask("s1"), Answer::No { .. }));
}

#[test]
fn two_months_of_notice_are_two_months() {
    let record = Record::default();
    let ask = |day| may(&terms(), &record, &Action::Leave { notice: date(2008, 12, 31), day });
    assert!(matches!(ask(date(2009, 2, 28)), Answer::Yes { .. }));
    assert!(matches!(ask(date(2009, 2, 27)), Answer::No { .. }));
}

#[test]
fn everything_is_judged_at_a_date() {
    let mut record = meeting_of_40(21);
    record.sent.push(Sent { what: "papers".into(), meeting: Some("m".into()), day: Some(date(2007, 1, 8)), ..Sent::default() });
    record.items[0].notified = Some(date(2007, 1, 12));
    record.items[1].notified = Some(date(2007, 1, 4));
    record.items[2].standing = true;
    record.judgements.push(Judgement {
        about: "late item".into(),
        of: Some("i1".into()),
        by: Some("p1".into()),
        agreed: true,
        reason: Some("the grant closes in a week".into()),
        ..Judgement::default()
    });
    let lines: Vec<_> = evaluate(&terms(), &record, date(2007, 3, 31)).into_iter().map(|v| (v.state, v.sentence)).collect();
    assert_eq!(
        lines,
        [
            (State::Met, "meeting of 18 January 2007: quorate: 21 of 40 present; 20 are needed (3.12)".to_owned()),
            (State::Late, "meeting of 18 January 2007: the papers sent on 8 January 2007, after 4 January 2007 (3.16)".to_owned()),
            (
                State::Excused,
                "“Item 1” notified on 12 January 2007, after 4 January 2007; Member 1 agreed: the grant closes in a week (3.16)".to_owned()
            ),
            (State::Met, "“Item 2” notified on 4 January 2007, by 4 January 2007 (3.16)".to_owned()),
            (State::Breached, "the minutes of 18 January 2007 are not published (3.16)".to_owned()),
        ]
    );
}

#[test]
fn what_a_meeting_decides_breaks_no_power_to_decide_between_meetings() {
    let text = "---\nbody: Board\nnation: England and Wales\n---\n**5.3** Urgent.\n\n> Rule: when the matter is urgent, the chair may decide between meetings after consulting the vice-chair.\n";
    let terms = read(text).charter;
    let mut record = meeting_of_40(21);
    record.people.push(Person { id: "sec".into(), name: "Secretary".into(), ..Person::default() });
    record.decisions.push(Decision { id: "d".into(), meeting: Some("m".into()), ..Decision::default() });
    record.decisions.push(Decision { id: "by letter".into(), day: Some(date(2007, 1, 20)), ..Decision::default() });
    let against = |record: &Record| {
        evaluate(&terms, record, date(2007, 2, 1)).into_iter().filter(|v| v.state == State::Breached).map(|v| v.sentence).collect::<Vec<_>>()
    };
    assert_eq!(against(&record), Vec::<String>::new());
    record.decisions.push(Decision { id: "hers".into(), day: Some(date(2007, 1, 25)), by: Some("p1".into()), ..Decision::default() });
    assert_eq!(against(&record).len(), 1, "the chair alone, of nothing urgent, without the vice-chair: {:?}", against(&record));
}

#[test]
fn papers_that_follow_after_their_day_are_late_though_the_first_were_in_time() {
    let mut record = meeting_of_40(21);
    let sent = |what: &str, day: Date| Sent { what: what.into(), meeting: Some("m".into()), day: Some(day), ..Sent::default() };
    record.sent.push(sent("papers", date(2007, 1, 3)));
    let of = |record: &Record| evaluate(&terms(), record, DAY).into_iter().find(|v| v.sentence.contains(": the papers")).unwrap();
    assert_eq!(of(&record).state, State::Met);
    record.sent.push(sent("further papers", date(2007, 1, 15)));
    let late = of(&record);
    assert_eq!(late.state, State::Late);
    assert_eq!(
        late.sentence,
        "meeting of 18 January 2007: the papers sent on 3 January 2007, further ones on 15 January 2007, after 4 January 2007 (3.16)"
    );
    let duty = due(&terms(), &record, date(2006, 6, 1), DAY).into_iter().find(|d| d.code == "send_papers").unwrap();
    assert_eq!(duty.done, Some(date(2007, 1, 15)));
}

#[test]
fn whoever_comes_under_a_rule_by_one_absence_more_is_seen_coming() {
    let terms = read("---\nbody: Board\nnation: England and Wales\n---\n**2.3** Absence.\n\n> Rule: when a member misses 3 meetings in a row, the chair may request another nominee from the member's organisation.\n").charter;
    let mut record = meeting_of_40(21);
    record.meetings.push(Meeting { id: "m2".into(), day: Some(date(2007, 4, 26)), ..Meeting::default() });
    // Member 30 came to the first meeting after all, and a substitute sat for member 31 at the second.
    for n in (1..=29).chain([32]) {
        record.roll.push(Attendance { meeting: "m2".into(), person: format!("p{n}"), ..Attendance::default() });
    }
    for n in 22..=30 {
        record.roll.push(Attendance { meeting: "m".into(), person: format!("p{n}"), ..Attendance::default() });
    }
    record.roll.push(Attendance {
        meeting: "m2".into(),
        person: "q".into(),
        seat: Some("s31".into()),
        capacity: Capacity::Substitute,
        ..Attendance::default()
    });
    let near = lapsing(&terms, &record, date(2007, 5, 1));
    assert_eq!(near.iter().map(|one| one.person.as_str()).collect::<Vec<_>>(), (33..=40).map(|n| format!("p{n}")).collect::<Vec<_>>());
    assert_eq!(
        near[0].sentence,
        "Member 33 has missed 2 meetings in a row (18 January 2007, 26 April 2007); at 3 the chair may request another nominee (2.3)"
    );
    assert_eq!(near[0].days, [DAY, date(2007, 4, 26)]);
}
