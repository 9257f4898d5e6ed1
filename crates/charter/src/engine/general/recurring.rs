//! What comes back: every so long, or on a weekday.

use super::*;

impl<'a> View<'a> {
    /// Something that comes back: no gap longer than a length.
    pub(super) fn every(self, doing: &Doing<'a>, length: &Length, as_at: Date) -> Vec<Verdict> {
        let deed = doing.deed;
        let Some((count, unit)) = length.in_whole_days() else { return Vec::new() };
        let kind = kind_for(deed.verb, deed.thing.as_ref());
        let mut faults = Vec::new();
        let mut missing = Vec::new();
        let mut days = Vec::new();
        for done in self.done_with(deed).filter(|d| d.day.is_some_and(|d| d <= as_at)) {
            let fit = self.fit(done, deed, doing.who, None);
            match fit.truth {
                Truth::Yes => days.extend(done.day),
                Truth::No => faults.extend(fit.faults),
                Truth::CannotTell => missing.extend(fit.missing),
            }
        }
        let begun = self.record.events.iter().filter(|e| e.what == "adoption" || e.what == "establishment").filter_map(|e| e.day).min();
        let start = begun.or(days.first().copied());
        let phrase = doing_phrase(doing);
        let make = |state: State, words: String, missing: Vec<String>| {
            let mut verdict = Verdict::new(Some(&doing.clause.number), state, format!("{phrase} every {length}; {words} ({})", doing.cite()))
                .because(doing.rule.canonical.clone());
            verdict.missing = missing;
            vec![verdict]
        };
        let Some(start) = start else {
            return match self.silence(kind, as_at) {
                _ if !missing.is_empty() => make(State::CannotTell, "the record does not show everything it asks".to_owned(), missing),
                Truth::No if !faults.is_empty() => make(State::Breached, faults.join(" and "), Vec::new()),
                Truth::No => {
                    make(if doing.force == Force::Should { State::Expected } else { State::Breached }, "it was never done".to_owned(), Vec::new())
                }
                _ => make(State::CannotTell, "when it was last done is not recorded".to_owned(), vec![kind.name().to_owned()]),
            };
        };
        let mut last = start;
        let mut worst = State::Met;
        let mut words = String::new();
        for day in days.iter().copied().filter(|d| *d >= start).chain([as_at]) {
            let due = deadline_after(last, count, unit, self.holidays()).letter;
            if day > due && worst == State::Met {
                let whole = self.record.is_complete(kind, due);
                worst = if !whole || !missing.is_empty() {
                    State::CannotTell
                } else if doing.force == Force::Should {
                    State::Expected
                } else {
                    State::Late
                };
                words = format!("after {} it was due by {}", day_in_words(last), day_in_words(due));
            }
            if day != as_at || days.contains(&as_at) {
                last = day;
            }
        }
        if worst == State::Met {
            let next = deadline_after(last, count, unit, self.holidays()).letter;
            words = format!("last on {}, next due by {}", day_in_words(last), day_in_words(next));
            if days.is_empty() {
                worst = State::Due;
                words = format!("due by {}", day_in_words(next));
            }
        } else if !faults.is_empty() {
            words += &format!("; {}", faults.join(" and "));
        }
        let missing = if worst == State::CannotTell { missing.into_iter().chain([kind.name().to_owned()]).collect() } else { Vec::new() };
        make(worst, words, missing)
    }

    pub(super) fn on_weekday(self, doing: &Doing<'a>, nth: u8, day: u8, as_at: Date) -> Vec<Verdict> {
        let mut out = Vec::new();
        for (meeting, on) in self.index.meetings.iter().filter(|(m, d)| *d <= as_at && self.is_gathering(m, Gathering::Regular) == Truth::Yes) {
            let right = is_nth(*on, nth, day);
            let truth = if right { Truth::Yes } else { Truth::No };
            let _ = meeting;
            out.push(self.judged(
                doing.clause,
                doing.rule,
                doing.force,
                truth,
                format!("the meeting of {} is {}on the day set", day_in_words(*on), if right { "" } else { "not " }),
                Vec::new(),
            ));
        }
        if out.is_empty() && !self.record.is_complete(Kind::Meetings, as_at) {
            out.push(self.judged(
                doing.clause,
                doing.rule,
                doing.force,
                Truth::CannotTell,
                "no meeting is recorded".to_owned(),
                vec![Kind::Meetings.name().to_owned()],
            ));
        }
        out
    }
}

/// Whether a day is the so-many-th weekday of its month; the last where none is counted.
pub(in crate::engine) fn is_nth(on: Date, nth: u8, weekday: u8) -> bool {
    on.weekday().to_monday_one_offset() == i8::try_from(weekday).unwrap_or(1)
        && if nth == 0 { on.last_of_month().day() - on.day() < 7 } else { (on.day() - 1) / 7 + 1 == i8::try_from(nth).unwrap_or(1) }
}
