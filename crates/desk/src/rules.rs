//! Who may know of a capacity, what wants doing first, and what an act changed. Facts in, answers out.

use std::collections::{BTreeMap, BTreeSet};

use ::store::HistoryLine;
use bodies::model::Audience;
use kernel::Day;
use serde_json::Value as Json;
use uuid::Uuid;

use crate::model::{Change, Duty};

/// Whether a reader may know who sits in a body: everybody where it is public; else those of its audience, those who keep
/// the record, and whoever reads everything.
pub fn may_know(audience: Audience, is_of: bool, reads_all: bool) -> bool {
    audience == Audience::Public || is_of || reads_all
}

/// Late ones first, then by day; what has no day comes after what is due within a fortnight.
pub fn in_order(mut duties: Vec<Duty>, today: Day) -> Vec<Duty> {
    let soon = today.saturating_add(jiff::Span::new().days(14));
    for duty in &mut duties {
        duty.late = duty.due.is_some_and(|due| due < today);
        duty.today = duty.due == Some(today);
    }
    duties.sort_by_key(|duty| (duty.due.unwrap_or(soon), duty.text.clone()));
    duties
}

/// How far ahead the desk looks for what the terms ask before a meeting, in days.
const AHEAD: i64 = 28;

/// What the terms ask the secretariat to send before a meeting, where nothing has gone out yet: the day, in words, the clause.
pub fn to_send(text: &str, meeting: &str, day: Day, kind: &str, fixed: Option<Day>, today: Day) -> Vec<(Day, String, String)> {
    let charter = terms::store::charter_of(text);
    let mut record = charter::Record::default();
    record.meetings.push(charter::Meeting {
        id: meeting.to_owned(),
        day: Some(day),
        kind: Some(kind.to_owned()),
        fixed,
        ..charter::Meeting::default()
    });
    let until = today.saturating_add(jiff::Span::new().days(AHEAD));
    charter::due(&charter, &record, day.saturating_sub(jiff::Span::new().days(366)), day)
        .into_iter()
        .filter(|duty| duty.meeting.as_deref() == Some(meeting) && duty.code.starts_with("send_") && duty.letter <= until)
        .map(|duty| (duty.letter, duty.sentence, duty.clause))
        .collect()
}

/// Every id that some entries of a history name: their records', and those that stand in what was before and after.
pub fn ids(lines: &[HistoryLine]) -> Vec<Uuid> {
    fn among(value: &Json, found: &mut BTreeSet<Uuid>) {
        match value {
            Json::String(text) => found.extend(text.parse::<Uuid>()),
            Json::Array(list) => list.iter().for_each(|one| among(one, found)),
            Json::Object(fields) => fields.values().for_each(|one| among(one, found)),
            Json::Null | Json::Bool(_) | Json::Number(_) => {}
        }
    }
    let mut found = BTreeSet::new();
    for line in lines {
        found.insert(line.record.id);
        among(&line.before, &mut found);
        among(&line.after, &mut found);
    }
    found.into_iter().collect()
}

/// What is not so.
const NO: &str = "no";

/// What an act changed, value by value: what is the same on both sides is left out, ids are told by name.
pub fn changes(before: &Json, after: &Json, names: &BTreeMap<Uuid, String>) -> Vec<Change> {
    let (before, after) = (values(before, names), values(after, names));
    let mut fields: Vec<&String> = after.iter().map(|(field, _)| field).collect();
    fields.extend(before.iter().map(|(field, _)| field).filter(|field| !after.iter().any(|(other, _)| &other == field)));
    let of = |side: &[(String, String)], field: &str| side.iter().find(|(name, _)| name == field).map(|(_, value)| value.clone()).unwrap_or_default();
    // An entry about a part of a record names the part only: what it does not mention afterwards was not taken away.
    let whole = before.iter().all(|(field, _)| after.iter().any(|(other, _)| other == field)) || after.is_empty();
    fields
        .into_iter()
        .map(|field| Change { field: field.clone(), before: of(&before, field), after: of(&after, field) })
        .filter(|change| change.before != change.after && (whole || !change.after.is_empty()))
        // What was made and is not something besides: not exempt, not late.
        .filter(|change| !(change.before.is_empty() && change.after == NO))
        .collect()
}

fn values(side: &Json, names: &BTreeMap<Uuid, String>) -> Vec<(String, String)> {
    match side {
        Json::Null => Vec::new(),
        Json::Object(fields) => fields
            .iter()
            .filter(|(field, _)| !matches!(field.as_str(), "id" | "version" | "key" | "slug"))
            // A text that is empty now was taken away; what is not mentioned at all was not.
            .filter(|(_, value)| value.is_string() || !said(value, names).is_empty())
            .flat_map(|(field, value)| match value {
                // A record told whole: each of its values is a line.
                Json::Object(_) => values(value, names),
                _ => vec![(field.clone(), said(value, names))],
            })
            .collect(),
        other => vec![("value".to_owned(), said(other, names))],
    }
}

/// A text as somebody reads it: ids by name, days in words, words of the record without their hyphens.
fn spelt(text: &str, names: &BTreeMap<Uuid, String>) -> String {
    if let Ok(id) = text.parse::<Uuid>() {
        return names.get(&id).cloned().unwrap_or_else(|| text.to_owned());
    }
    let is_day = text.len() == "2026-01-05".len();
    if let Some(day) = text.parse::<Day>().ok().filter(|_| is_day) {
        return web::spelling::day(day);
    }
    let is_word = text.len() <= 40 && text.contains('-') && text.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-');
    if is_word { text.replace('-', " ") } else { text.to_owned() }
}

fn said(value: &Json, names: &BTreeMap<Uuid, String>) -> String {
    match value {
        Json::Null => String::new(),
        Json::Bool(yes) => if *yes { "yes" } else { NO }.to_owned(),
        Json::Number(number) => number.to_string(),
        Json::String(text) => spelt(text, names),
        Json::Array(list) => list.iter().map(|one| said(one, names)).filter(|one| !one.is_empty()).collect::<Vec<_>>().join("; "),
        Json::Object(fields) => fields
            .iter()
            .filter(|(field, _)| !matches!(field.as_str(), "id" | "version"))
            .map(|(_, one)| said(one, names))
            .filter(|one| !one.is_empty())
            .collect::<Vec<_>>()
            .join(", "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use serde_json::json;

    #[test]
    fn who_sits_on_a_closed_body_is_known_to_its_audience_only() {
        for (audience, is_of, reads_all, known) in [
            (Audience::Public, false, false, true),
            (Audience::Members, false, false, false),
            (Audience::Members, true, false, true),
            (Audience::Body, false, false, false),
            (Audience::Body, true, false, true),
            (Audience::Body, false, true, true),
        ] {
            assert_eq!(may_know(audience, is_of, reads_all), known, "{audience:?}");
        }
    }

    #[test]
    fn what_is_late_comes_first_and_what_has_no_day_after_what_is_due_soon() {
        let duty = |text: &str, due| Duty {
            due,
            text: text.to_owned(),
            href: String::new(),
            who: String::new(),
            clause: None,
            clause_href: None,
            late: false,
            today: false,
        };
        let today = date(2026, 3, 2);
        let ordered = in_order(
            vec![duty("in a month", Some(date(2026, 4, 2))), duty("no day", None), duty("today", Some(today)), duty("late", Some(date(2026, 2, 1)))],
            today,
        );
        assert_eq!(ordered.iter().map(|duty| duty.text.as_str()).collect::<Vec<_>>(), ["late", "today", "no day", "in a month"]);
        assert!(ordered[0].late && ordered[1].today && !ordered[2].late);
    }

    #[test]
    fn what_the_terms_ask_to_be_sent_is_due_by_their_clause_and_not_before_it_is_near() {
        let terms = include_str!("../../../charters/examples/wealdshire-board.md");
        let meeting = date(2026, 3, 26);
        let due = |today| to_send(terms, "m", meeting, "ordinary", None, today);
        let papers = due(date(2026, 3, 2)).into_iter().find(|(_, _, clause)| clause == "5.1");
        assert!(papers.is_some_and(|(day, ..)| day < meeting && day >= date(2026, 3, 18)));
        assert!(due(date(2026, 1, 2)).is_empty());
    }

    #[test]
    fn a_change_shows_what_differs_and_names_people() {
        let maud = Uuid::from_u128(7);
        let names = BTreeMap::from([(maud, "Maud Penhaligon".to_owned())]);
        let found = changes(
            &json!({"name": "Board", "purpose": "To agree.", "version": 1}),
            &json!({"name": "Executive board", "purpose": "To agree."}),
            &names,
        );
        assert_eq!(found, [Change { field: "name".to_owned(), before: "Board".to_owned(), after: "Executive board".to_owned() }]);
        let found = changes(&Json::Null, &json!({"person": maud, "role": "holder"}), &names);
        assert_eq!(found[0], Change { field: "person".to_owned(), before: String::new(), after: "Maud Penhaligon".to_owned() });
    }

    #[test]
    fn what_an_entry_does_not_mention_was_not_taken_away() {
        let found = changes(&json!({"label": "Leader", "class": "voting"}), &json!({"ends_on": "2026-03-02"}), &BTreeMap::new());
        assert_eq!(found, [Change { field: "ends_on".to_owned(), before: String::new(), after: "2 March 2026".to_owned() }]);
    }

    #[test]
    fn a_record_told_whole_is_told_value_by_value_in_words() {
        let item = json!({"item": {"title": "The depot", "notified_on": "2026-03-02", "state": "awaiting-ruling", "exempt": false}});
        let found = changes(&Json::Null, &item, &BTreeMap::new());
        let told: Vec<(&str, &str)> = found.iter().map(|change| (change.field.as_str(), change.after.as_str())).collect();
        assert_eq!(told, [("title", "The depot"), ("notified_on", "2 March 2026"), ("state", "awaiting ruling")]);
    }

    #[test]
    fn what_is_gone_shows_what_was() {
        let found = changes(&json!({"address": "maud@example.org"}), &Json::Null, &BTreeMap::new());
        assert_eq!(found, [Change { field: "address".to_owned(), before: "maud@example.org".to_owned(), after: String::new() }]);
    }
}
