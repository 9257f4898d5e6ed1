//! What makes an action one, and a report one. Pure.

use kernel::{Day, Finding, Findings};

use crate::model::{ActionState, Due, NewReport, Owner, ReportKind};

/// The longest that the words of an action or a report may be, in characters.
pub const LONGEST: usize = 4_000;

fn length(field: &str, words: &str) -> Findings {
    let long = words.chars().count();
    let mut findings = Findings::none();
    findings.push_if(long > LONGEST, || Finding::refuse("text-too-long").at(field).with("over", long - LONGEST).with("most", LONGEST));
    findings
}

/// Whether these words, owners and dates make an action of the day on which it was set.
pub fn action(words: &str, owners: &[Owner], due: &Due, made_on: Day) -> Findings {
    let mut findings = Findings::none();
    findings.push_if(words.trim().is_empty(), || Finding::refuse("action-words-missing").at("words"));
    findings.extend(length("words", words));
    findings.push_if(owners.is_empty(), || Finding::refuse("action-owner-missing").at("owners"));
    for (i, owner) in owners.iter().enumerate() {
        findings.push_if(owners[..i].contains(owner), || Finding::refuse("action-owner-twice").at("owners"));
        if let Owner::Words { words } = owner {
            findings.push_if(words.trim().is_empty(), || Finding::refuse("action-owner-missing").at("owners"));
        }
    }
    findings.push_if(due.on.is_some() && due.next_meeting, || Finding::refuse("action-due-twice").at("due_on"));
    if let Some(on) = due.on {
        findings.push_if(on < made_on, || Finding::refuse("action-due-before-made").at("due_on").with("due", on).with("made", made_on));
    }
    findings
}

/// Whether this can be reported on an action in that state.
pub fn report(state: ActionState, report: &NewReport, today: Day) -> Findings {
    let mut findings = Findings::none();
    findings.push_if(state == ActionState::Dropped, || Finding::refuse("action-dropped"));
    findings.push_if(state == ActionState::Done, || Finding::refuse("action-already-done"));
    findings.extend(length("words", &report.words));
    match report.kind {
        ReportKind::Done => {}
        ReportKind::Progress => findings.push_if(report.words.trim().is_empty(), || Finding::refuse("report-words-missing").at("words")),
        ReportKind::NeedsUntil => match report.until {
            None => findings.push(Finding::refuse("report-until-missing").at("until")),
            Some(until) => findings.push_if(until < today, || Finding::refuse("report-until-past").at("until").with("until", until)),
        },
    }
    findings
}

/// Reads an owner from a form's value: `person:<id>`, `office:chair`, `office:chair:<id>`, `organisation:<id>`,
/// `organisation:<id>:<id of the officer>`, `all-partners`.
pub fn parse_owner(value: &str) -> Option<Owner> {
    let mut parts = value.split(':');
    let (kind, first, second) = (parts.next()?, parts.next(), parts.next());
    let person = |text: Option<&str>| text.map(str::parse).transpose().ok();
    match (kind, first) {
        ("all-partners", None) => Some(Owner::AllPartners),
        ("person", Some(id)) => Some(Owner::Person { person: id.parse().ok()? }),
        ("office", Some(office)) if !office.is_empty() => Some(Owner::Office { office: office.to_owned(), held_by: person(second)? }),
        ("organisation", Some(id)) => Some(Owner::Organisation { organisation: id.parse().ok()?, through: person(second)? }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use kernel::PersonId;

    fn mandy() -> Owner {
        Owner::Person { person: PersonId(uuid::Uuid::from_u128(1)) }
    }

    fn codes(findings: &Findings) -> Vec<&str> {
        findings.iter().map(|finding| finding.code.as_str()).collect()
    }

    #[test]
    fn an_action_needs_words_an_owner_and_at_most_one_date() {
        let set_on = date(2007, 1, 18);
        let on = |day| Due { on: Some(day), ..Due::default() };
        let both = Due { on: Some(date(2007, 4, 26)), next_meeting: true, words: None };
        let table: [(&str, &[Owner], Due, &[&str]); 7] = [
            ("Report on the merger", &[mandy()], on(date(2007, 4, 26)), &[]),
            ("Report on the merger", &[mandy()], Due::default(), &[]),
            ("Fill in the questionnaire", &[Owner::AllPartners], Due { next_meeting: true, ..Due::default() }, &[]),
            (" ", &[mandy()], Due::default(), &["action-words-missing"]),
            ("Report", &[], Due::default(), &["action-owner-missing"]),
            ("Report", &[mandy(), mandy()], both, &["action-owner-twice", "action-due-twice"]),
            ("Report", &[mandy()], on(date(2007, 1, 17)), &["action-due-before-made"]),
        ];
        for (words, owners, due, expected) in table {
            assert_eq!(codes(&action(words, owners, &due, set_on)), expected, "{words:?} {due:?}");
        }
    }

    #[test]
    fn more_time_is_asked_for_with_a_day_that_is_not_past() {
        let today = date(2007, 4, 20);
        let ask = |until| NewReport { kind: ReportKind::NeedsUntil, words: String::new(), until };
        assert_eq!(codes(&report(ActionState::Open, &ask(None), today)), ["report-until-missing"]);
        assert_eq!(codes(&report(ActionState::Open, &ask(Some(date(2007, 4, 19))), today)), ["report-until-past"]);
        assert!(report(ActionState::Open, &ask(Some(today)), today).is_empty());
    }

    #[test]
    fn what_is_done_is_not_reported_again() {
        let done = NewReport { kind: ReportKind::Done, words: String::new(), until: None };
        assert_eq!(codes(&report(ActionState::Done, &done, date(2007, 4, 20))), ["action-already-done"]);
        assert_eq!(codes(&report(ActionState::Dropped, &done, date(2007, 4, 20))), ["action-dropped"]);
        assert!(report(ActionState::NotRecorded, &done, date(2007, 4, 20)).is_empty());
    }

    #[test]
    fn an_owner_is_read_from_what_the_form_sent_and_nothing_else() {
        let id = "018f3b6c-0000-7000-8000-000000000001";
        assert!(matches!(parse_owner(&format!("person:{id}")), Some(Owner::Person { .. })));
        assert_eq!(parse_owner("office:chair"), Some(Owner::Office { office: "chair".into(), held_by: None }));
        assert!(matches!(parse_owner(&format!("organisation:{id}:{id}")), Some(Owner::Organisation { through: Some(_), .. })));
        assert_eq!(parse_owner("all-partners"), Some(Owner::AllPartners));
        for nonsense in ["", "person:", "person:me", "office:", "organisation:x", "everybody"] {
            assert_eq!(parse_owner(nonsense), None, "{nonsense}");
        }
    }
}
