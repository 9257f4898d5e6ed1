//! Two texts clause by clause, and what the later one would have meant for what has happened.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::Serialize;

use crate::engine::evaluate;
use crate::read::{Charter, Clause};
use crate::record::Record;
use crate::tree::MONTHS;
use crate::verdict::{State, Verdict};

/// A clause of an earlier and of a later text, beside each other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Beside<'a> {
    /// In the earlier text; none where it is new.
    pub before: Option<&'a Clause>,
    /// In the later text; none where it is gone.
    pub after: Option<&'a Clause>,
}

impl Beside<'_> {
    /// Whether words and rules are the same; its number and its place may differ.
    pub fn is_same(&self) -> bool {
        matches!((self.before, self.after), (Some(before), Some(after)) if same(before, after))
    }
}

fn words(clause: &Clause) -> impl Iterator<Item = &str> {
    clause.text.split_whitespace()
}

fn same(a: &Clause, b: &Clause) -> bool {
    words(a).eq(words(b)) && a.rules.iter().map(|rule| &rule.canonical).eq(b.rules.iter().map(|rule| &rule.canonical)) && a.unfilled == b.unfilled
}

/// The clauses of two texts beside each other, in the order of the later one; those that are gone stand where they stood. A clause that
/// was only renumbered stands beside itself.
pub fn beside<'a>(earlier: &'a Charter, later: &'a Charter) -> Vec<Beside<'a>> {
    let (old, new) = (&earlier.clauses, &later.clauses);
    // Where each clause of the later text stood in the earlier one.
    let mut from: Vec<Option<usize>> = vec![None; new.len()];
    let mut taken = vec![false; old.len()];
    let mut pair = |fits: &dyn Fn(&Clause, &Clause) -> bool| {
        for (place, clause) in new.iter().enumerate() {
            if from[place].is_none()
                && let Some(found) = (0..old.len()).find(|index| !taken[*index] && fits(&old[*index], clause))
            {
                from[place] = Some(found);
                taken[found] = true;
            }
        }
    };
    pair(&|a, b| a.number == b.number && same(a, b));
    pair(&|a, b| same(a, b) && !(a.text.is_empty() && a.rules.is_empty()));
    pair(&|a, b| a.number == b.number);
    let mut out: Vec<Beside<'a>> = Vec::with_capacity(new.len() + 4);
    let mut told = vec![false; old.len()];
    let gone_until = |until: usize, told: &mut Vec<bool>, out: &mut Vec<Beside<'a>>| {
        for index in 0..until {
            if !taken[index] && !told[index] {
                told[index] = true;
                out.push(Beside { before: Some(&old[index]), after: None });
            }
        }
    };
    for (place, clause) in new.iter().enumerate() {
        if let Some(found) = from[place] {
            gone_until(found, &mut told, &mut out);
        }
        out.push(Beside { before: from[place].map(|found| &old[found]), after: Some(clause) });
    }
    gone_until(old.len(), &mut told, &mut out);
    out
}

/// What one clause would have meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Meant {
    /// Its number in the terms in force; none where it is new.
    pub before: Option<String>,
    /// Its number in the text proposed; none where it is gone.
    pub after: Option<String>,
    /// How often it stands how, by the terms in force: once for each meeting, as at its worst, and once for each thing besides.
    pub were: BTreeMap<State, usize>,
    /// How often it would have stood how.
    pub would: BTreeMap<State, usize>,
    /// What would have come out otherwise, earliest first.
    pub turned: Vec<Turned>,
}

/// Something that would have come out otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Turned {
    /// The day of the meeting that it is about; none where it is about the body as it stands.
    pub day: Option<Date>,
    /// How it stands by the terms in force; empty where they ask nothing.
    pub before: Vec<Verdict>,
    /// How it would have stood; empty where nothing would have been asked.
    pub after: Vec<Verdict>,
}

/// Judges a record by the terms in force and by a text proposed, and tells clause by clause what comes out otherwise. A clause that
/// is new is told where something would have failed by it, and one that is gone where something fails by it.
pub fn meant(in_force: &Charter, proposed: &Charter, record: &Record, as_at: Date) -> Vec<Meant> {
    let meetings: BTreeSet<Date> = record.meetings.iter().filter_map(|meeting| meeting.day).collect();
    let (mut old, mut new) = (judged(in_force, record, as_at, &meetings), judged(proposed, record, as_at, &meetings));
    let mut out = Vec::new();
    for pair in beside(in_force, proposed) {
        let (before, after) = (pair.before.map(|clause| clause.number.clone()), pair.after.map(|clause| clause.number.clone()));
        let by_day =
            |all: &mut BTreeMap<String, Days>, number: &Option<String>| number.as_ref().and_then(|number| all.remove(number)).unwrap_or_default();
        let (was, would) = (by_day(&mut old, &before), by_day(&mut new, &after));
        let mut days: Vec<Option<Date>> = was.keys().chain(would.keys()).copied().collect();
        days.sort_unstable();
        days.dedup();
        let at = |all: &Days, day: &Option<Date>| all.get(day).cloned().unwrap_or_default();
        let turned = days
            .iter()
            .map(|day| Turned { day: *day, before: at(&was, day), after: at(&would, day) })
            .filter(Turned::is_otherwise)
            .collect::<Vec<_>>();
        let count = |all: &Days| {
            let mut counts: BTreeMap<State, usize> = BTreeMap::new();
            for (day, verdicts) in all {
                let states = verdicts.iter().map(|verdict| verdict.state);
                let states: Vec<State> =
                    if day.is_some() { states.max_by_key(|state| gravity(*state)).into_iter().collect() } else { states.collect() };
                states.into_iter().for_each(|state| *counts.entry(state).or_default() += 1);
            }
            counts
        };
        if !turned.is_empty() {
            out.push(Meant { before, after, were: count(&was), would: count(&would), turned });
        }
    }
    out
}

/// How bad a state is.
fn gravity(state: State) -> u8 {
    match state {
        State::Met => 0,
        State::Excused => 1,
        State::NoneGiven => 2,
        State::Due => 3,
        State::Expected => 4,
        State::CannotTell => 5,
        State::Late => 6,
        State::Breached => 7,
    }
}

type Days = BTreeMap<Option<Date>, Vec<Verdict>>;

/// The verdicts of a charter, by clause and by the meeting that each is about.
fn judged(charter: &Charter, record: &Record, as_at: Date, meetings: &BTreeSet<Date>) -> BTreeMap<String, Days> {
    let mut out: BTreeMap<String, Days> = BTreeMap::new();
    for verdict in evaluate(charter, record, as_at) {
        let Some(clause) = verdict.clause.clone() else { continue };
        let day = verdict.days().into_iter().find(|day| meetings.contains(day));
        out.entry(clause).or_default().entry(day).or_default().push(verdict);
    }
    out
}

impl Turned {
    /// Of some verdicts on one occasion, one for each state, the worst first.
    pub fn one_of_each(verdicts: &[Verdict]) -> Vec<&Verdict> {
        let mut one: Vec<&Verdict> = Vec::new();
        for verdict in verdicts {
            if !one.iter().any(|known| known.state == verdict.state) {
                one.push(verdict);
            }
        }
        one.sort_by_key(|verdict| std::cmp::Reverse(gravity(verdict.state)));
        one
    }

    fn is_otherwise(&self) -> bool {
        // A meeting's quorum is judged whenever somebody comes or goes: what counts is how it stands at its worst.
        let states = |verdicts: &[Verdict]| {
            let mut states: Vec<State> = verdicts.iter().map(|verdict| verdict.state).collect();
            states.sort_unstable_by_key(|state| std::cmp::Reverse(gravity(*state)));
            states.truncate(if self.day.is_some() { 1 } else { states.len() });
            states
        };
        let fails = |verdicts: &[Verdict]| verdicts.iter().any(|verdict| !matches!(verdict.state, State::Met | State::Excused));
        match (self.before.as_slice(), self.after.as_slice()) {
            ([], after) => fails(after),
            (before, []) => fails(before),
            (before, after) => states(before) != states(after),
        }
    }
}

impl Verdict {
    /// The days that its sentence, or a fact it rests on, names, written as `18 January 2007`.
    pub fn days(&self) -> BTreeSet<Date> {
        std::iter::once(&self.sentence).chain(&self.because).flat_map(|text| days_in(text)).collect()
    }
}

fn days_in(text: &str) -> impl Iterator<Item = Date> + '_ {
    let (mut day, mut month) = ("", "");
    text.split(' ').filter_map(move |year| {
        let named = day_of(day, month, year);
        (day, month) = (month, year);
        named
    })
}

/// A day of three words; signs may stand before the first and after the last.
fn day_of(day: &str, month: &str, year: &str) -> Option<Date> {
    let month = MONTHS.iter().position(|name| *name == month)? + 1;
    let sign = |c: char| !c.is_ascii_digit();
    let (day, year) = (day.rsplit(sign).next()?, year.split(sign).next()?);
    Date::new(year.parse().ok()?, i8::try_from(month).ok()?, day.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Kind, Meeting, read};

    fn charter(clauses: &str) -> Charter {
        let reading = read(&format!("---\nbody: Board\nnation: England and Wales\n---\n{clauses}"));
        assert_eq!(reading.problems, []);
        reading.charter
    }

    fn numbers(pairs: &[Beside<'_>]) -> Vec<(Option<String>, Option<String>, bool)> {
        let number = |clause: Option<&Clause>| clause.map(|clause| clause.number.clone());
        pairs.iter().map(|pair| (number(pair.before), number(pair.after), pair.is_same())).collect()
    }

    #[test]
    fn a_clause_that_was_only_renumbered_stands_beside_itself() {
        let (earlier, later) = (charter("**1** One.\n\n**2** Two.\n\n**3** Three.\n"), charter("**1** One.\n\n**2** New.\n\n**3** Two.\n"));
        let said = |a: Option<&str>, b: Option<&str>, same| (a.map(str::to_owned), b.map(str::to_owned), same);
        assert_eq!(
            numbers(&beside(&earlier, &later)),
            [said(Some("1"), Some("1"), true), said(None, Some("2"), false), said(Some("2"), Some("3"), true), said(Some("3"), None, false)]
        );
    }

    #[test]
    fn a_higher_quorum_turns_the_meetings_that_would_have_been_without_it() {
        let half = charter("**4.10** Half.\n\n> Rule: the quorum is half of the members.\n");
        let most = charter("**4.10** Two thirds.\n\n> Rule: the quorum is two thirds of the members.\n");
        let mut record = Record::default();
        let days = ["2007-01-08", "2007-01-18", "2007-03-01"];
        for (day, present) in days.iter().zip([9, 8, 12]) {
            record.meetings.push(Meeting {
                id: (*day).into(),
                day: day.parse().ok(),
                members: Some(15),
                present: Some(present),
                ..Default::default()
            });
        }
        record.complete(Kind::Meetings, None, None).complete(Kind::Roll, None, None);
        let found = meant(&half, &most, &record, "2007-12-31".parse().unwrap());
        let one = &found[0];
        assert_eq!((found.len(), one.before.as_deref(), one.after.as_deref()), (1, Some("4.10"), Some("4.10")));
        assert_eq!((one.were.get(&State::Met), one.would.get(&State::Met), one.would.get(&State::Breached)), (Some(&3), Some(&1), Some(&2)));
        let turned: Vec<_> = one.turned.iter().map(|turned| turned.day.map(|day| day.to_string()).unwrap_or_default()).collect();
        assert_eq!(turned, ["2007-01-08", "2007-01-18"]);
        assert!(one.turned[0].after[0].sentence.contains("9 of 15 present"), "{:?}", one.turned[0].after);
        assert_eq!(meant(&half, &half, &record, "2007-12-31".parse().unwrap()), []);
    }

    #[test]
    fn a_new_rule_is_told_where_something_would_have_failed_by_it() {
        let without = charter("**1** We meet.\n");
        let with = charter("**1** We meet.\n\n> Rule: the quorum is 10 members.\n");
        let mut record = Record::default();
        record.meetings.push(Meeting { id: "m".into(), day: "2007-01-18".parse().ok(), members: Some(15), present: Some(9), ..Default::default() });
        let found = meant(&without, &with, &record, "2007-12-31".parse().unwrap());
        assert_eq!((found.len(), found[0].turned[0].before.len(), found[0].turned[0].after.len()), (1, 0, 1));
    }
}
