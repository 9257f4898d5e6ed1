//! What may be done to minutes in which state, and what in them is marked as changed. Pure.

use kernel::{Day, Finding, Findings};

use crate::model::{Approval, Content, DecisionMinute, ItemMinute, Minutes, NewCorrection, PaperMinute};

/// The longest that an introduction, a reply or a correction may be, in characters.
pub const LONGEST: usize = 100_000;

fn length(field: &str, words: &str) -> Findings {
    let long = words.chars().count();
    let mut findings = Findings::none();
    findings.push_if(long > LONGEST, || Finding::refuse("text-too-long").at(field).with("over", long - LONGEST).with("most", LONGEST));
    findings
}

/// Whether this introduction can stand.
pub fn introduction(text: &str) -> Findings {
    length("introduction", text)
}

/// Why minutes in this state are not open for what only a draft is open for.
pub fn not_a_draft(minutes: &Minutes) -> Finding {
    match minutes {
        Minutes::Approved(_) => Finding::refuse("minutes-approved"),
        Minutes::Circulated(_) => Finding::refuse("minutes-circulated"),
        Minutes::Cleared(_) => Finding::refuse("minutes-cleared"),
        Minutes::Draft(_) => Finding::refuse("minutes-draft"),
    }
}

/// Whether a later meeting of the same body approved them.
pub fn approval(held_on: Day, same_meeting: bool, same_body: bool, approval: &Approval) -> Findings {
    let mut findings = Findings::none();
    findings.push_if(!same_body, || Finding::refuse("approval-other-body").at("at_meeting"));
    findings.push_if(same_meeting || approval.on < held_on, || {
        Finding::refuse("approval-before-meeting").at("at_meeting").with("approved", approval.on).with("held", held_on)
    });
    findings
}

/// Whether a reply says something: agreement needs no words, a change does.
pub fn reply(agreed: bool, words: &str) -> Findings {
    let mut findings = length("words", words);
    findings.push_if(!agreed && words.trim().is_empty(), || Finding::refuse("reply-words-missing").at("words"));
    findings
}

/// Whether this is a correction: it says where, and what stands there now.
pub fn correction(new: &NewCorrection) -> Findings {
    let mut findings = length("later", &new.later);
    findings.push_if(new.place.trim().is_empty(), || Finding::refuse("correction-place-missing").at("place"));
    findings.push_if(new.later.trim().is_empty(), || Finding::refuse("correction-words-missing").at("later"));
    let named = new.of_words.as_deref().is_some_and(|words| !words.trim().is_empty());
    findings.push_if(new.of_meeting.is_none() && !named, || Finding::refuse("correction-minutes-missing").at("of_words"));
    findings.push_if(new.earlier.as_deref().map(str::trim) == Some(new.later.trim()), || Finding::refuse("correction-changes-nothing").at("later"));
    findings
}

/// Minutes as lines of plain text, so that two versions can be compared word by word.
pub fn as_text(content: &Content) -> String {
    let mut lines = vec![content.introduction.clone()];
    let people = |title: &str, names: Vec<String>| format!("{title}: {}", names.join(", "));
    lines.push(people("Present", content.present.iter().map(|who| who.name.clone()).collect()));
    lines.push(people("Apologies", content.apologies.iter().map(|who| who.name.clone()).collect()));
    lines.push(people("In attendance", content.in_attendance.iter().map(|who| who.name.clone()).collect()));
    for item in &content.items {
        lines.push(String::new());
        lines.push(format!("{} {}", item.number.as_deref().unwrap_or_default(), item.title).trim().to_owned());
        lines.push(item.notes.trim().to_owned());
        lines.extend(item.interests.iter().map(|interest| format!("{}: {}", interest.name, interest.nature)));
        lines.extend(item.reported.iter().map(|report| format!("{} ({}): {} {}", report.words, report.owners.join(", "), report.kind, report.said)));
        lines.extend(item.decisions.iter().map(decision_text));
        lines.extend(item.actions.iter().map(|action| format!("{} ({}; {})", action.words, action.owners.join(", "), action.due)));
    }
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}

fn decision_text(decision: &DecisionMinute) -> String {
    match &decision.explanation {
        Some(explanation) => format!("{} ({}: {explanation})", decision.words, decision.outcome),
        None => format!("{} ({})", decision.words, decision.outcome),
    }
}

/// The item as the public may read it: exempt ones by their public title and ground, and of others what is not exempt itself.
pub fn public_item(item: ItemMinute) -> ItemMinute {
    if item.exempt {
        return ItemMinute {
            title: item.public_title.clone().unwrap_or_default(),
            presenter: None,
            presides: item.presides,
            late_reason: None,
            notes: String::new(),
            papers: Vec::new(),
            interests: Vec::new(),
            reported: Vec::new(),
            decisions: Vec::new(),
            actions: Vec::new(),
            ..item
        };
    }
    let decisions = item.decisions.into_iter().map(|decision| if decision.exempt { withheld(decision) } else { decision });
    // An exempt paper goes by what the public is told of it, as on the agenda.
    let papers = item
        .papers
        .into_iter()
        .map(|paper| if paper.exempt { PaperMinute { title: paper.public_title.clone().unwrap_or_default(), ..paper } } else { paper });
    ItemMinute {
        papers: papers.collect(),
        reported: item.reported.into_iter().filter(|report| !report.exempt).collect(),
        decisions: decisions.collect(),
        actions: item.actions.into_iter().filter(|action| !action.exempt).collect(),
        ..item
    }
}

fn withheld(decision: DecisionMinute) -> DecisionMinute {
    DecisionMinute {
        words: String::new(),
        outcome: String::new(),
        how: String::new(),
        how_recorded: false,
        explanation: None,
        reason: None,
        clause: None,
        moved: None,
        seconded: None,
        votes: Vec::new(),
        exempt: true,
        ground: decision.ground,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ActionMinute, Draft, Head, InterestMinute};
    use jiff::civil::date;
    use kernel::{BodyId, Instant, ItemId, MeetingId};
    use uuid::Uuid;

    fn codes(findings: &Findings) -> Vec<&str> {
        findings.iter().map(|finding| finding.code.as_str()).collect()
    }

    fn draft() -> Draft {
        let nil = Uuid::nil();
        Draft { head: Head { id: None, meeting: MeetingId(nil), body: BodyId(nil), introduction: String::new(), version: 1 } }
    }

    fn next_meeting(day: Day) -> Approval {
        Approval { on: day, at_meeting: MeetingId(Uuid::from_u128(2)), decision: None, amended: false }
    }

    #[test]
    fn minutes_go_from_draft_to_approved_and_come_back_only_before_that() {
        let circulated = draft().introduced(" The chair welcomed everybody. ").clear(None, None).circulate(Some(Instant::from_seconds(1)));
        assert_eq!(circulated.clone().reopen().head.introduction, "The chair welcomed everybody.");
        let approved = Minutes::Approved(circulated.approve(next_meeting(date(2007, 4, 26))));
        assert_eq!(not_a_draft(&approved).code, "minutes-approved");
    }

    #[test]
    fn minutes_are_approved_by_a_later_meeting_of_the_same_body() {
        let held = date(2007, 1, 18);
        assert!(approval(held, false, true, &next_meeting(date(2007, 4, 26))).is_empty());
        assert_eq!(codes(&approval(held, true, true, &next_meeting(held))), ["approval-before-meeting"]);
        assert_eq!(codes(&approval(held, false, false, &next_meeting(date(2007, 4, 26)))), ["approval-other-body"]);
        assert_eq!(codes(&approval(held, false, true, &next_meeting(date(2006, 10, 19)))), ["approval-before-meeting"]);
    }

    #[test]
    fn to_agree_needs_no_words_and_to_propose_a_change_does() {
        assert!(reply(true, "").is_empty());
        assert_eq!(codes(&reply(false, " ")), ["reply-words-missing"]);
    }

    #[test]
    fn a_correction_names_the_minutes_the_place_and_the_new_words() {
        let whole = NewCorrection {
            of_meeting: None,
            of_words: Some("October 2006".into()),
            place: "page 5, Learning and Skills".into(),
            earlier: None,
            later: "Kent **may get no more than 2 or 3 gateways**.".into(),
            made_at: None,
            made_on: Some(date(2007, 1, 18)),
            note: None,
        };
        assert!(correction(&whole).is_empty());
        let empty = NewCorrection { of_words: None, place: String::new(), later: " ".into(), ..whole.clone() };
        assert_eq!(codes(&correction(&empty)), ["correction-place-missing", "correction-words-missing", "correction-minutes-missing"]);
        let same = NewCorrection { earlier: Some(whole.later.clone()), ..whole };
        assert_eq!(codes(&correction(&same)), ["correction-changes-nothing"]);
    }

    #[test]
    fn the_public_edition_of_an_item_holds_nothing_exempt() {
        let canary = || "CANARY".to_owned();
        let decision = DecisionMinute {
            words: canary(),
            outcome: canary(),
            how: canary(),
            how_recorded: true,
            explanation: Some(canary()),
            reason: Some(canary()),
            clause: None,
            moved: Some(canary()),
            seconded: Some(canary()),
            votes: vec![(canary(), canary(), canary())],
            exempt: true,
            ground: Some("Financial or business affairs".into()),
        };
        let action = ActionMinute { words: canary(), owners: vec![canary()], due: canary(), exempt: true };
        let interest = InterestMinute {
            name: canary(),
            kind: "financial".into(),
            nature: canary(),
            part: None,
            by: None,
            reason: None,
            clause: None,
            barred: None,
        };
        let item = ItemMinute {
            id: ItemId(Uuid::nil()),
            number: Some("5".into()),
            title: "Bids".into(),
            presenter: Some(canary()),
            presides: None,
            late_reason: Some(canary()),
            exempt: true,
            public_title: Some("Bids for funding".into()),
            ground: Some("Financial or business affairs".into()),
            notes: canary(),
            papers: vec![PaperMinute { id: Uuid::nil().into(), title: canary(), pages: Some("37–48".into()), exempt: true, public_title: None }],
            interests: vec![interest],
            reported: vec![crate::model::ReportMinute {
                words: canary(),
                owners: vec![canary()],
                kind: "progress".into(),
                until: None,
                said: canary(),
                exempt: true,
            }],
            decisions: vec![decision],
            actions: vec![action],
        };
        let exempt = ItemMinute { title: canary(), ..item.clone() };
        let open = ItemMinute { exempt: false, presenter: None, late_reason: None, notes: "Open notes".into(), interests: Vec::new(), ..item };
        for (item, kept) in [(exempt, "Bids for funding"), (open, "Open notes")] {
            let text = serde_json::to_string(&public_item(item)).unwrap_or_default();
            assert!(!text.contains("CANARY") && text.contains(kept) && text.contains("Financial or business affairs"), "{text}");
        }
    }
}
