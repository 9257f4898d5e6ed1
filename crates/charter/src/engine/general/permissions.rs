//! What was done that is forbidden, or that is allowed only so.

use super::*;
use crate::tree::{Bound, Window};

impl<'a> View<'a> {
    /// What was done that is forbidden, or allowed only so.
    pub(super) fn forbidden(self, doing: &Doing<'a>, as_at: Date) -> Vec<Verdict> {
        let deed = doing.deed;
        if deed.verb == Verb::Serve {
            return self.served(doing, as_at);
        }
        let kind = kind_for(deed.verb, deed.thing.as_ref());
        let phrase = doing_phrase(doing);
        let mut out = Vec::new();
        let events = doing.rule.tree.when.as_ref().and_then(|c| self.events(c, as_at));
        let mut unsure = Vec::new();
        for done in self.done_with(deed) {
            let Some(on) = done.day.filter(|d| *d <= as_at) else { continue };
            let mut subject = Subject::of(done, String::new());
            if let Some(events) = &events {
                let Some(event) = events.iter().find(|e| {
                    e.day.is_none_or(|d| d <= on)
                        && !matches!((&e.meeting, &done.meeting), (Some(a), Some(b)) if a != b)
                        && !matches!((&e.of, &done.of), (Some(a), Some(b)) if a != b)
                }) else {
                    continue;
                };
                subject.person = event.person.clone().or(subject.person);
            }
            let mut fit = self.fit(done, deed, doing.who, Some(&subject));
            self.timely(done, deed, Some(&subject), &mut fit);
            let truth = fit.truth.and(self.applies(doing, &subject, on, true)).and(self.excused(doing, &subject, on).not());
            match truth {
                Truth::No => {}
                Truth::Yes => {
                    let state = if doing.force == Force::ShouldNot { State::Expected } else { State::Breached };
                    out.push(
                        Verdict::new(Some(&doing.clause.number), state, format!("{phrase}; done on {} ({})", of_which(on, done), doing.cite()))
                            .because(doing.rule.canonical.clone()),
                    );
                }
                Truth::CannotTell => unsure.push((on, fit.missing)),
            }
        }
        if let Some((on, missing)) = unsure.pop().filter(|_| out.is_empty()) {
            let mut verdict = Verdict::new(
                Some(&doing.clause.number),
                State::CannotTell,
                format!("{phrase}; what was done on {} may be of that kind ({})", day_in_words(on), doing.cite()),
            );
            verdict.missing = if missing.is_empty() { vec![kind.name().to_owned()] } else { missing };
            out.push(verdict);
        }
        if out.is_empty() {
            let verdict = match self.silence(kind, as_at) {
                Truth::No => {
                    Verdict::new(Some(&doing.clause.number), State::Met, format!("{phrase}; nothing of the kind is recorded ({})", doing.cite()))
                }
                _ => Verdict::new(
                    Some(&doing.clause.number),
                    State::CannotTell,
                    format!("{phrase}; whether it was done is not recorded ({})", doing.cite()),
                )
                .missing(kind.name()),
            };
            out.push(verdict.because(doing.rule.canonical.clone()));
        }
        out
    }

    /// What was done under a permission, as far as the permission goes.
    pub(super) fn permitted(self, doing: &Doing<'a>, as_at: Date) -> Vec<Verdict> {
        let deed = doing.deed;
        let phrase = doing_phrase(doing);
        let mut out = Vec::new();
        // Others to whom the terms give the same.
        let others: Vec<Doing<'a>> = self
            .doing(deed.verb)
            .filter(|d| d.force != Force::MustNot && d.force != Force::ShouldNot && d.rule.line != doing.rule.line && d.deed.thing == deed.thing)
            .filter(|d| doing.force == Force::May || self.constrains(d))
            .collect();
        for done in self.done_with(deed) {
            let Some(on) = done.day.filter(|d| *d <= as_at) else { continue };
            // Of papers that are told of one by one, each is asked for itself.
            if deed.limit_of_pages().is_some() && done.title.is_none() && done.pages.is_none() && self.told_singly(deed, done) {
                continue;
            }
            // What a meeting decided claims no power to decide between meetings; what the body decided by letter is nobody's own power either.
            if deed.times.contains(&Time::BetweenMeetings) && (done.meeting.is_some() || done.by.is_empty()) {
                continue;
            }
            let subject = self.raised(doing, done, on);
            // A power of an office is nobody else's; what members or others may do says nothing of anybody else.
            let open = matches!(deed.verb, Verb::Attend | Verb::Vote | Verb::Speak | Verb::TakePart | Verb::BeHeard | Verb::Discuss)
                && !matches!(doing.who, Some(crate::tree::Who::Only(_)));
            let theirs = doing.who.is_none_or(of_an_office) && !open;
            let by = |who: &crate::tree::Who| match who {
                crate::tree::Who::Each(group) => self.among(&done.by, &crate::tree::Who::Any(group.clone()), on, Some(&subject), false),
                who => self.among(&done.by, who, on, Some(&subject), false),
            };
            if !theirs && doing.who.is_some_and(|who| by(who) != Truth::Yes) {
                continue;
            }
            let mut fit = self.fit(done, deed, doing.who, Some(&subject));
            self.timely(done, deed, Some(&subject), &mut fit);
            for time in &deed.times {
                if let Time::Often(Bound::AtMost | Bound::Exactly, count, window) = time {
                    fit.and(Truth::of(self.times_up_to(doing, on, *window) <= *count), || time.to_string());
                }
            }
            let when = doing.rule.tree.when.as_ref().map_or(Truth::Yes, |c| match self.events(c, on) {
                Some(events) => {
                    let near = |e: &&Subject| {
                        e.day.is_none_or(|d| d <= on)
                            && !matches!((&e.of, &done.of), (Some(a), Some(b)) if a != b)
                            && !matches!((&e.meeting, &done.meeting), (Some(a), Some(b)) if a != b)
                    };
                    match events.iter().find(near) {
                        Some(e) if e.unsure.is_none() => Truth::Yes,
                        Some(_) => Truth::CannotTell,
                        None => self.condition_of(c, &subject, on),
                    }
                }
                None => self.condition_of(c, &subject, on),
            });
            if let Some(condition) = &doing.rule.tree.when {
                fit.and(when, || format!("when {condition}"));
            }
            if let Some(condition) = &doing.rule.tree.only_if {
                fit.and(self.condition_of(condition, &subject, on), || format!("as the rule asks: only if {condition}"));
            }
            if let Some(condition) = &doing.rule.tree.unless {
                fit.and(self.condition_of(condition, &subject, on).not(), || format!("as the rule asks: unless {condition}"));
            }
            let allowed_by_another = fit.truth != Truth::Yes
                && !matches!(doing.who, Some(crate::tree::Who::Only(_)))
                && others.iter().any(|o| {
                    let mut other = self.fit(done, o.deed, o.who, Some(&subject));
                    self.timely(done, o.deed, Some(&subject), &mut other);
                    other.truth == Truth::Yes && self.holds(&o.rule.tree, self.place_of(&subject).as_ref(), on).truth != Truth::No
                });
            if allowed_by_another {
                continue;
            }
            let (state, words) = match fit.truth {
                Truth::Yes => (State::Met, format!("{phrase}; so it was done on {}", of_which(on, done))),
                Truth::No => (State::Breached, format!("{phrase}; done on {}, {}", of_which(on, done), fit.faults.join(" and "))),
                Truth::CannotTell => {
                    (State::CannotTell, format!("{phrase}; done on {}, and the record does not show everything it asks", of_which(on, done)))
                }
            };
            let mut verdict =
                Verdict::new(Some(&doing.clause.number), state, format!("{words} ({})", doing.cite())).because(doing.rule.canonical.clone());
            verdict.missing = if state == State::CannotTell { fit.missing } else { Vec::new() };
            out.push(verdict);
        }
        out
    }

    /// Whether what went out as a whole is told of paper by paper too.
    fn told_singly(self, deed: &'a Deed, done: &Done) -> bool {
        self.done_with(deed).any(|other| other.title.is_some() && other.day == done.day && other.meeting == done.meeting)
    }

    /// How often something was done by those a rule speaks of, in the stretch that ends on a day.
    fn times_up_to(self, doing: &Doing<'a>, on: Date, window: Window) -> u32 {
        let from = match window {
            Window::AYear => year_of(Year::Calendar, on).0,
            Window::Year(year) => year_of(year, on).0,
            Window::Any(length) => length.in_whole_days().map_or(on, |(n, unit)| {
                let back = deadline_before(on, n, unit, self.holidays()).letter;
                back.tomorrow().unwrap_or(back)
            }),
        };
        let ours = self.done_with(doing.deed).filter(|d| d.day.is_some_and(|d| from <= d && d <= on));
        u32::try_from(ours.filter(|d| self.fit(d, doing.deed, doing.who, None).truth == Truth::Yes).count()).unwrap_or(u32::MAX)
    }

    /// What something done concerns, with whom the rule's event concerned.
    pub(super) fn raised(self, doing: &Doing<'a>, done: &Done, on: Date) -> Subject {
        let mut subject = Subject::of(done, String::new());
        if let Some(when) = doing.rule.tree.when.as_ref()
            && let Some(events) = self.events(when, on)
            && let Some(event) =
                events.into_iter().rfind(|e| e.day.is_none_or(|d| d <= on) && !matches!((&e.of, &done.of), (Some(a), Some(b)) if a != b))
        {
            subject.person = event.person.or(event.of.clone()).or(subject.person);
            subject.day = event.day;
            subject.matters.extend(event.matters);
        } else if subject.of.is_some() {
            // Whom it was done to is the one concerned.
            subject.person = subject.of.clone();
        }
        subject
    }
}

/// The day of something done, with what sentences call it where it is one of several.
fn of_which(on: Date, done: &Done) -> String {
    let day = day_in_words(on);
    done.title.as_ref().map_or(day.clone(), |title| format!("{day} (“{title}”)"))
}
