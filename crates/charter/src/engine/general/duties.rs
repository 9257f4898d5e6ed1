//! Whether a duty was done, and by when it falls due.

use super::*;

impl<'a> View<'a> {
    pub(super) fn matches(self, done: &Done, doing: &Doing<'a>, subject: &Subject, span: &Span) -> bool {
        let deed = doing.deed;
        if !super::super::acts::is_about(done, deed) || !self.is_of(done, deed.thing.as_ref(), Some(subject)) {
            return false;
        }
        if let Some(meeting) = &span.meeting {
            return done.meeting.as_ref() == Some(meeting)
                || (done.meeting.is_none() && done.day.is_some() && done.day == span.letter.or(subject.day));
        }
        // What concerns something else than the occasion does is another thing done; a meeting answers for itself.
        let apart = |a: &Option<String>, b: &Option<String>| matches!((a, b), (Some(a), Some(b)) if a != b);
        if matches!(deed.verb, Verb::Meet | Verb::Reconvene | Verb::Call | Verb::Elect) {
            return true;
        }
        if apart(&done.meeting, &subject.meeting)
            && !matches!(doing.deed.verb, Verb::Report | Verb::Present | Verb::Review | Verb::Approve | Verb::Ratify)
        {
            return false;
        }
        if subject
            .person
            .as_ref()
            .is_some_and(|p| done.of.as_ref() == Some(p) || (done.by.contains(p) && matches!(deed.thing, Some(Thing::Interest(_)))))
        {
            return true;
        }
        // Of a vacancy: who came to that seat.
        if let Some(seat) = subject.of.as_ref().filter(|of| done.kind == Some(Kind::Appointments) && self.index.seats.contains_key(of.as_str())) {
            return done.what.contains(seat) && done.day.zip(subject.day).is_none_or(|(done, vacant)| done >= vacant);
        }
        !apart(&done.of, &subject.of) || (done.of.is_some() && done.of == subject.meeting)
    }

    pub(super) fn duty_done(self, doing: &Doing<'a>, as_at: Date, only: Option<&str>) -> Vec<Verdict> {
        let deed = doing.deed;
        let mut out = Vec::new();
        for time in &deed.times {
            match time {
                Time::Every(length) => out.extend(self.every(doing, length, as_at)),
                Time::Often(bound, count, window) => {
                    let days: Vec<Date> =
                        self.done_with(deed).filter(|d| self.fit(d, deed, doing.who, None).truth == Truth::Yes).filter_map(|d| d.day).collect();
                    let kind = kind_for(deed.verb, deed.thing.as_ref());
                    out.extend(self.often(doing, (*bound, *count, *window), &days, kind, as_at));
                }
                Time::Weekday(nth, day) => out.extend(self.on_weekday(doing, *nth, *day, as_at)),
                Time::For(..) | Time::Terms(..) if deed.verb == Verb::Serve && out.is_empty() => out.extend(self.served(doing, as_at)),
                Time::Until(Occasion::End | Occasion::YearEnd(_)) if deed.verb == Verb::Serve => out.extend(self.served_on(doing, as_at)),
                _ => {}
            }
        }
        if !out.is_empty() {
            return out;
        }
        let kind = kind_for(deed.verb, deed.thing.as_ref());
        let phrase = doing_phrase(doing);
        for (subject, span) in self.spans(doing, as_at) {
            let about = if subject.words.is_empty() { String::new() } else { format!("{}: ", subject.words) };
            let by = match span.letter {
                Some(letter) if span.exact => format!(", on {}", day_in_words(letter)),
                Some(letter) => format!(", by {}", day_in_words(letter)),
                None if span.words.is_empty() => String::new(),
                None => format!(", {}", span.words),
            };
            let of = only.map_or(String::new(), |one| {
                format!(
                    " ({})",
                    self.index.people.get(one).map_or_else(|| self.name_of_sort(&crate::tree::Sort::Organisation, one), |p| p.name.clone())
                )
            });
            let head = format!("{about}{phrase}{of}{by}");
            let mut verdict = |state: State, words: String, missing: Vec<String>| {
                let mut verdict =
                    Verdict::new(Some(&doing.clause.number), state, format!("{words} ({})", doing.cite())).because(doing.rule.canonical.clone());
                verdict.because.extend(span.counted.as_ref().map(ToString::to_string));
                verdict.missing = missing;
                out.push(verdict);
            };
            let day = subject.day.unwrap_or(as_at);
            // A rule that does not apply here asks nothing.
            let apply = self.applies(doing, &subject, day, true);
            if apply == Truth::No {
                continue;
            }
            let mut best: Option<(u8, Date, super::super::acts::Fit, bool)> = None;
            for done in self.index.done.get(&deed.verb).into_iter().flatten() {
                let Some(on) = done.day.or(subject.day).filter(|d| *d <= as_at) else { continue };
                let theirs = only.is_none_or(|one| {
                    done.by.contains(one) || super::super::acts::holds(&done.by, &self.name_of_sort(&crate::tree::Sort::Organisation, one))
                });
                if !theirs || !self.matches(done, doing, &subject, &span) {
                    continue;
                }
                let mut fit = self.fit(done, deed, doing.who, Some(&subject));
                if deed.verb != Verb::Serve {
                    self.lasting(done, deed, Some(&subject), &mut fit);
                }
                let effect = done.effect.unwrap_or(on);
                let early =
                    span.from.is_some_and(|f| if span.exact || matches!(deed.times.first(), Some(Time::After(..))) { effect < f } else { on < f });
                let late = span.letter.is_some_and(|l| if span.exact { effect > l } else { on > l }) && span.meeting.is_none();
                if early && !matches!(deed.times.first(), Some(Time::After(Some(_), _) | Time::Later(..))) && !span.exact {
                    continue;
                }
                if early {
                    fit.and(Truth::No, || "so early".to_owned());
                }
                let rank = match (fit.truth, late) {
                    (Truth::Yes, false) => 0,
                    (Truth::CannotTell, false) => 1,
                    (Truth::Yes, true) => 2,
                    (Truth::CannotTell, true) => 3,
                    (Truth::No, false) => 4,
                    _ => 5,
                };
                if best.as_ref().is_none_or(|(r, ..)| rank < *r) {
                    best = Some((rank, on, fit, late));
                }
            }
            let open = |state: State| if apply == Truth::CannotTell || subject.unsure.is_some() { State::CannotTell } else { state };
            let weak = doing.force == Force::Should;
            let unless = || self.excused(doing, &subject, day);
            let unsure: Vec<String> = subject.unsure.iter().cloned().collect();
            match best {
                Some((0, on, ..)) => verdict(State::Met, format!("{head}; done on {}", day_in_words(on)), Vec::new()),
                Some((1, on, fit, _)) => verdict(
                    State::CannotTell,
                    format!("{head}; done on {}, and the record does not show everything it asks", day_in_words(on)),
                    fit.missing,
                ),
                // What was done otherwise can still be done right.
                Some((rank, on, fit, false)) if rank > 3 && !span.exact && span.meeting.is_none() && span.letter.is_some_and(|l| l > as_at) => {
                    verdict(State::Due, format!("{head}; done on {}, {}", day_in_words(on), fit.faults.join(" and ")), Vec::new());
                }
                Some((_, on, fit, late)) => {
                    let state = if unless() == Truth::Yes {
                        State::Excused
                    } else if unless() == Truth::CannotTell {
                        State::CannotTell
                    } else if weak {
                        State::Expected
                    } else if fit.truth != Truth::No && late {
                        State::Late
                    } else {
                        State::Breached
                    };
                    let why = if fit.faults.is_empty() { String::new() } else { format!(", {}", fit.faults.join(" and ")) };
                    verdict(open(state), format!("{head}; done on {}{why}", day_in_words(on)), unsure);
                }
                None => {
                    let last = span.letter;
                    let state = match last {
                        Some(letter) if letter > as_at || (letter == as_at && span.meeting.is_none()) => State::Due,
                        None if !span.words.is_empty() => match self.silence(kind, as_at) {
                            Truth::No => State::Due,
                            _ => State::CannotTell,
                        },
                        _ => match unless() {
                            Truth::Yes => State::Excused,
                            Truth::CannotTell => State::CannotTell,
                            Truth::No => match self.silence(kind, last.unwrap_or(as_at).min(as_at)) {
                                Truth::No if weak => State::Expected,
                                Truth::No if span.meeting.is_none() && last.is_some() => State::Late,
                                Truth::No => State::Breached,
                                _ => State::CannotTell,
                            },
                        },
                    };
                    let state = if state == State::Due { state } else { open(state) };
                    let words = if state == State::Due { head.clone() } else { format!("{head}; no record that it was done") };
                    let missing = if state == State::CannotTell { unsure.into_iter().chain([kind.name().to_owned()]).collect() } else { Vec::new() };
                    verdict(state, words, missing);
                }
            }
        }
        out
    }

    /// Duties of any verb that fall between two days.
    pub fn general_duties(self, doing: &Doing<'a>, from: Date, to: Date, out: &mut Vec<Duty>) {
        let phrase = doing_phrase(doing);
        for (subject, span) in self.spans(doing, to) {
            let Some(letter) =
                span.letter.filter(|l| *l >= from.saturating_sub(jiff::Span::new().days(7)) && *l <= to.saturating_add(jiff::Span::new().days(7)))
            else {
                continue;
            };
            if self.applies(doing, &subject, subject.day.unwrap_or(letter), true) == Truth::No
                || self.excused(doing, &subject, subject.day.unwrap_or(letter)) == Truth::Yes
            {
                continue;
            }
            let done = self
                .index
                .done
                .get(&doing.deed.verb)
                .into_iter()
                .flatten()
                .filter(|d| self.matches(d, doing, &subject, &span) && self.fit(d, doing.deed, doing.who, Some(&subject)).truth == Truth::Yes)
                .filter_map(|d| d.day)
                .find(|d| span.from.is_none_or(|f| *d >= f));
            let about = if subject.words.is_empty() { String::new() } else { format!("{}: ", subject.words) };
            out.push(Duty {
                clause: doing.clause.number.clone(),
                code: doing.deed.verb.base().replace([' ', '-'], "_"),
                sentence: format!("{about}{phrase} by {} ({})", day_in_words(letter), doing.cite()),
                who: doing.who.map(ToString::to_string),
                meeting: span.meeting.clone().or(subject.meeting),
                by: self.holidays().working_day_on_or_before(letter),
                letter,
                counted: span.counted,
                done,
                strict: doing.force == Force::Must,
            });
        }
    }
}
