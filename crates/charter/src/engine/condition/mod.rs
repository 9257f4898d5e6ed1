//! Whether a condition is so: yes, no, or nobody can tell.

mod people;

use super::acts::{Subject, holds, kind_for};
use super::counting::Counted;
use super::{Place, Truth, View};
use crate::record::{Kind, Moment, Motion, Span};
use crate::tree::{Be, Bound, Circumstance, Condition, Count, Filter, Group, Length, Measure, Noun, Post, Says, Sentence, Unit, Verb, Who};
use crate::verdict::State;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// Whether a rule applies, with the facts that would settle it.
pub(super) struct Holds {
    pub truth: Truth,
    pub missing: Vec<String>,
}

/// From a day until a day, each open where the record does not say.
type Spell = (Option<Date>, Option<Date>);

impl<'a> View<'a> {
    /// Whether a rule asks anything here: its "when" and "only if" are so, and its "unless" is not.
    pub(super) fn holds(self, sentence: &'a Sentence, place: Option<&Place<'a>>, day: Date) -> Holds {
        let mut out = Holds { truth: Truth::Yes, missing: Vec::new() };
        for (condition, wanted) in [(&sentence.when, true), (&sentence.only_if, true), (&sentence.unless, false)] {
            let Some(condition) = condition else { continue };
            let truth = self.condition(condition, place, day);
            if truth == Truth::CannotTell {
                out.missing.push(format!("whether {condition}"));
            }
            out.truth = out.truth.and(if wanted { truth } else { truth.not() });
        }
        if out.truth != Truth::CannotTell {
            out.missing.clear();
        }
        out
    }

    /// Whether a condition is so at a meeting, or simply on a day.
    pub(super) fn condition(self, condition: &'a Condition, place: Option<&Place<'a>>, day: Date) -> Truth {
        let subject = Subject {
            meeting: place.map(|p| p.meeting.id.clone()),
            of: place.and_then(|p| match (p.motion, p.at) {
                (Some(motion), _) => Some(motion.id.clone()),
                (_, Some(Moment::Item(id))) => Some(id.clone()),
                _ => None,
            }),
            matters: place
                .and_then(|p| match (p.motion, p.at) {
                    (Some(motion), _) => Some(motion.matters.clone()),
                    (_, Some(Moment::Item(id))) => self.record.item(id).map(|i| i.matters.clone()),
                    _ => None,
                })
                .unwrap_or_default(),
            ..Subject::default()
        };
        self.condition_at(condition, &subject, place, day)
    }

    /// Whether a condition is so of what a rule speaks of.
    pub(super) fn condition_of(self, condition: &'a Condition, subject: &Subject, day: Date) -> Truth {
        let place = self.place_of(subject);
        self.condition_at(condition, subject, place.as_ref(), day)
    }

    fn condition_at(self, condition: &'a Condition, subject: &Subject, place: Option<&Place<'a>>, day: Date) -> Truth {
        let computed = match condition {
            Condition::Both(a, b) => return self.condition_at(a, subject, place, day).and(self.condition_at(b, subject, place, day)),
            Condition::Either(a, b) => return self.condition_at(a, subject, place, day).or(self.condition_at(b, subject, place, day)),
            Condition::Not(a) => return self.condition_at(a, subject, place, day).not(),
            Condition::Absent(post) => place.map_or(Truth::CannotTell, |p| self.is_who_present(p, &Who::Post(post.clone())).not()),
            Condition::Vacant(post) => match self.post_holders(post, day) {
                (people, _) if !people.is_empty() => Truth::No,
                (_, true) => Truth::Yes,
                _ => Truth::CannotTell,
            },
            Condition::VacantFor(post, length) => {
                let vacant = self.vacancies(post.as_ref(), day);
                let over = |start: Date| length.in_whole_days().map(|(n, u)| calendar::deadline_after(start, n, u, self.holidays()).letter);
                let own = |of: &str| subject.of.as_deref().is_none_or(|s| s == of) || post.is_some();
                if vacant.iter().any(|(of, start, end)| own(of) && end.is_none_or(|e| e > day) && over(*start).is_some_and(|o| o <= day)) {
                    Truth::Yes
                } else {
                    self.silence(if post.is_some() { Kind::Offices } else { Kind::Appointments }, day)
                }
            }
            Condition::State(Circumstance::NoQuorum) => match place {
                Some(place) => self.quorate(place).not(),
                None => Truth::CannotTell,
            },
            Condition::NoQuorumFor(length) => place.map_or(Truth::CannotTell, |p| self.inquorate_for(p, length)),
            Condition::State(Circumstance::VotesEqual) => match subject.of.as_deref().and_then(|m| self.record.motion(m)) {
                Some(motion) => self.votes_equal(motion),
                None => Truth::CannotTell,
            },
            Condition::State(Circumstance::NoConsensus) => match subject.of.as_deref().and_then(|m| self.record.motion(m)) {
                Some(motion) => match motion.consensus {
                    Some(agreed) => Truth::of(!agreed),
                    None if !motion.votes.is_empty() || motion.count.is_some() => Truth::Yes,
                    None => Truth::CannotTell,
                },
                None => Truth::CannotTell,
            },
            Condition::State(Circumstance::Urgent) if subject.urgent => Truth::Yes,
            Condition::State(_) if self.recorded(&condition.to_string(), day).is_some() => {
                self.recorded(&condition.to_string(), day).unwrap_or(Truth::CannotTell)
            }
            Condition::State(state) => {
                let word = match state {
                    Circumstance::Confidential => "confidential",
                    Circumstance::Exempt => "exempt",
                    Circumstance::Urgent => "urgent",
                    _ => "exceptional",
                };
                if holds(&subject.matters, word) {
                    Truth::Yes
                } else if subject.of.is_some() || subject.day.is_some() {
                    self.judged_so(word, subject, day)
                } else {
                    Truth::CannotTell
                }
            }
            Condition::There(count, group) => {
                let have = place.map_or_else(|| self.count_on(day, group), |p| self.count_at(p, group));
                self.within_at(&have, count, &have, day, place, None)
            }
            Condition::Outnumber(by, a, b) => {
                let (a, b) = (self.count_on(day, a).low_and_high(), self.count_on(day, b).low_and_high());
                match (a, b) {
                    ((low, _), (_, Some(high))) if low >= high + by => Truth::Yes,
                    ((_, Some(high)), (low, _)) if high < low + by => Truth::No,
                    _ => Truth::CannotTell,
                }
            }
            Condition::Matter(name) => {
                if holds(&subject.matters, name) {
                    Truth::Yes
                } else if subject.of.is_some() || subject.day.is_some() {
                    Truth::No
                } else {
                    Truth::CannotTell
                }
            }
            Condition::Fact(name) => return self.fact(name, day),
            Condition::Number(name, bound, n) => match self.number(name, day, None) {
                Some(value) => Truth::of(bounded(*bound, value, *n)),
                None => return Truth::CannotTell,
            },
            Condition::Amount(bound, money) => match subject.amount {
                Some(amount) => Truth::of(bounded(*bound, amount, money.amount)),
                None => return Truth::CannotTell,
            },
            Condition::Past(length, on) => {
                let over = |s: Subject| {
                    let (n, unit) = length.in_whole_days()?;
                    Some(calendar::deadline_after(s.day?, n, unit, self.holidays()).letter <= day)
                };
                let found = match on {
                    crate::tree::Occasion::That => subject.day.map(|d| Subject { day: Some(d), ..Subject::default() }).into_iter().collect(),
                    on => self.occasions(on, day),
                };
                if found.into_iter().any(|s| over(s) == Some(true)) { Truth::Yes } else { self.silence(Kind::Events, day) }
            }
            Condition::After(date) => return Truth::of(day > *date),
            Condition::Before(date) => return Truth::of(day < *date),
            Condition::Announced => self.announced(subject, day),
            Condition::MeetingIs(kind) => place.map_or(Truth::CannotTell, |p| self.is_gathering(p.meeting, *kind)),
            Condition::Judges(_, name) => self.judged_so(name, subject, day),
            Condition::Resolved(name) => {
                let found = self.record.decisions.iter().any(|d| holds(&d.matters, name) && d.day.is_none_or(|d| d <= day));
                if found { Truth::Yes } else { self.silence(Kind::Decisions, day) }
            }
            Condition::Becomes(who, name) | Condition::Ceases(who, name) => {
                let now = self.who_is(who, &Be::Is(Filter::Are(name.clone())), subject, day);
                if matches!(condition, Condition::Becomes(..)) { now } else { now.not() }
            }
            Condition::Is(who, be) => self.who_is(who, be, subject, day),
            Condition::Does(_, deed) if deed.verb == Verb::Agree && place.is_some() && self.agreed(place, subject) != Truth::No => {
                self.agreed(place, subject)
            }
            Condition::Does(who, deed) if deed.verb == Verb::Miss => {
                let missing = match &deed.thing {
                    Some(crate::tree::Thing::Meetings(missed)) => self.absences(who, missed, day),
                    _ => return Truth::CannotTell,
                };
                let own = |s: &&Subject| subject.person.is_none() || s.person == subject.person;
                if missing.iter().filter(own).any(|s| s.unsure.is_none()) {
                    Truth::Yes
                } else if missing.iter().any(|s| own(&s)) {
                    Truth::CannotTell
                } else {
                    Truth::No
                }
            }
            Condition::Does(who, deed) => self.so_done(deed, Some(who), subject, day),
            Condition::Done(deed) => self.so_done(deed, None, subject, day),
        };
        // What cannot be computed may have been recorded in the charter's own words.
        if computed == Truth::CannotTell { self.recorded(&condition.to_string(), day).unwrap_or(computed) } else { computed }
    }

    /// When each seat, or an office, was left with nobody in it, from the first day to the day before somebody came, up to a day.
    pub(super) fn vacancies(self, post: Option<&Post>, day: Date) -> Vec<(String, Date, Option<Date>)> {
        let mut spells: std::collections::BTreeMap<&str, Vec<Spell>> = std::collections::BTreeMap::new();
        let mut out = Vec::new();
        match post {
            Some(post) => {
                for o in self.record.offices.iter().filter(|o| o.office.eq_ignore_ascii_case(post.title())) {
                    spells.entry(post.title()).or_default().push((o.from, o.until));
                }
            }
            None => {
                for seat in self.record.seats.iter().filter(|s| s.group.as_deref() == self.group) {
                    spells.insert(&seat.id, Vec::new());
                    if let Some(from) = seat.from
                        && !self.record.appointments.iter().any(|a| a.seat == seat.id && a.from.is_none_or(|f| f <= from))
                    {
                        let end = self.record.appointments.iter().filter(|a| a.seat == seat.id).filter_map(|a| a.from).min();
                        out.push((seat.id.clone(), from, end));
                    }
                }
                for a in &self.record.appointments {
                    if let Some(list) = spells.get_mut(a.seat.as_str()) {
                        list.push((a.from, a.until));
                    }
                }
            }
        }
        for (id, list) in spells {
            for (_, until) in &list {
                let Some(start) = until.and_then(|u| u.tomorrow().ok()).filter(|s| *s <= day) else { continue };
                let held = |on: Date| list.iter().any(|(f, u)| f.is_none_or(|f| f <= on) && u.is_none_or(|u| u >= on));
                if !held(start) {
                    let end = list.iter().filter_map(|(f, _)| *f).filter(|f| *f > start).min();
                    out.push((id.to_owned(), start, end));
                }
            }
        }
        out
    }

    /// Whether something was done by a day, about the same thing as the subject.
    fn so_done(self, deed: &'a crate::tree::Deed, who: Option<&Who>, subject: &Subject, day: Date) -> Truth {
        let mut out = self.silence(kind_for(deed.verb, deed.thing.as_ref()), day);
        // What has to be done to each of several may be done to one after the other.
        if let Some(crate::tree::Thing::Who(each)) = &deed.thing
            && let Who::Each(_) = each.as_ref()
        {
            let mut ids = BTreeSet::new();
            for done in self.index.done.get(&deed.verb).into_iter().flatten().filter(|d| d.day.is_none_or(|d| d <= day)) {
                if self.fit(done, deed, who, Some(subject)).truth == Truth::Yes {
                    ids.extend(done.of.iter().chain(&done.what).cloned());
                }
            }
            return self.among(&ids, each, day, Some(subject), true);
        }
        for done in self.done_with(deed) {
            let apart = |a: &Option<String>, b: &Option<String>| matches!((a, b), (Some(a), Some(b)) if a != b);
            let other =
                apart(&done.meeting, &subject.meeting) || (apart(&done.of, &subject.of) && done.of != subject.meeting && done.of != subject.person);
            if done.day.is_some_and(|d| d > day) || other {
                continue;
            }
            let mut fit = self.fit(done, deed, who, Some(subject));
            self.timely(done, deed, Some(subject), &mut fit);
            out = out.or(fit.truth);
        }
        out
    }

    /// Whether somebody whom the terms name has judged something so.
    fn judged_so(self, about: &str, subject: &Subject, day: Date) -> Truth {
        let found = self.record.judgements.iter().rfind(|j| {
            super::acts::same(&j.about, about)
                && j.day.is_none_or(|d| d <= day)
                && !matches!((&j.of, &subject.of), (Some(a), Some(b)) if a != b && Some(a) != subject.person.as_ref() && Some(a) != subject.meeting.as_ref())
                && !matches!((&j.meeting, &subject.meeting), (Some(a), Some(b)) if a != b)
        });
        found.map_or_else(|| self.silence(Kind::Judgements, day), |j| Truth::of(j.agreed))
    }

    /// Whether the agenda that was published before announces a subject.
    fn announced(self, subject: &Subject, day: Date) -> Truth {
        let agendas = self.record.sent.iter().filter(|s| s.what == "agenda" && s.published() && s.day.is_none_or(|d| d <= day));
        let item = subject.of.as_deref().and_then(|m| self.record.motion(m)).and_then(|m| m.item.clone());
        for agenda in agendas {
            let stated = subject.matters.iter().any(|m| holds(&agenda.states, m));
            let listed = self.record.items.iter().any(|i| {
                Some(&i.meeting) == agenda.meeting.as_ref() && (Some(&i.id) == item.as_ref() || i.matters.iter().any(|m| holds(&subject.matters, m)))
            });
            if stated || listed {
                return Truth::Yes;
            }
        }
        self.silence(Kind::Sent, day)
    }

    /// Whether there is a quorum by the general rules, leaving aside those for the case that there is none.
    pub(super) fn quorate(self, place: &Place<'a>) -> Truth {
        match self.quorum_at(place, true).state {
            State::Met => Truth::Yes,
            State::Breached => Truth::No,
            _ => Truth::CannotTell,
        }
    }

    /// Whether there was no quorum for so long from a meeting's beginning.
    fn inquorate_for(self, place: &Place<'a>, length: &Length) -> Truth {
        let minutes = match length.unit {
            Unit::Minutes => length.count,
            Unit::Hours => length.count.saturating_mul(60),
            _ => return Truth::CannotTell,
        };
        if let Some(waited) = place.meeting.waited {
            return Truth::of(waited >= minutes);
        }
        let beginning = Place { at: None, ..*place };
        let Some(hour) = place.meeting.hour else {
            // Quorate when everything recorded has happened, and nobody came or went: it was so throughout.
            let moved = self.roll(place).any(|a| a.arrived.is_some() || a.left.is_some());
            return if !moved && self.quorate(&beginning) == Truth::Yes { Truth::No } else { Truth::CannotTell };
        };
        let at = |minutes: u32| {
            let later = hour.checked_add(jiff::Span::new().minutes(i64::from(minutes))).ok()?;
            let moment = Moment::Hour(later);
            let place = Place { meeting: place.meeting, day: place.day, at: Some(&moment), motion: None };
            Some(self.quorate(&place))
        };
        match (at(0), at(minutes)) {
            (Some(a), Some(b)) => a.not().and(b.not()),
            _ => Truth::CannotTell,
        }
    }

    /// Whether as many voted for as against.
    pub(super) fn votes_equal(self, motion: &Motion) -> Truth {
        let (in_favour, against) = if motion.votes.is_empty() {
            let Some(count) = motion.count else { return Truth::CannotTell };
            (count.in_favour, count.against)
        } else {
            let count = |cast| u32::try_from(motion.votes.iter().filter(|v| v.cast == cast).count()).unwrap_or(0);
            (count(crate::record::Cast::For), count(crate::record::Cast::Against))
        };
        Truth::of(in_favour == against)
    }

    /// An outside fact by the charter's name for it.
    pub(super) fn fact(self, name: &str, day: Date) -> Truth {
        match self.recorded(name, day) {
            Some(truth) => truth,
            None => self.silence(Kind::Facts, day),
        }
    }

    /// An outside fact, where the record holds one; its silence says nothing.
    pub(super) fn recorded(self, name: &str, day: Date) -> Option<Truth> {
        let found = self.record.facts.iter().rfind(|f| f.name.eq_ignore_ascii_case(name) && Span { from: f.from, until: f.until }.holds(day));
        match found.map(|f| &f.value) {
            Some(serde_json::Value::Bool(value)) => Some(Truth::of(*value)),
            Some(_) => Some(Truth::CannotTell),
            None => None,
        }
    }

    fn agreed(self, place: Option<&Place<'a>>, subject: &Subject) -> Truth {
        let Some(place) = place else { return Truth::CannotTell };
        let item = match place.at {
            Some(Moment::Item(id)) => Some(id),
            _ => subject.of.as_ref().filter(|of| **of != place.meeting.id),
        };
        let found =
            self.record.judgements.iter().rfind(|j| j.meeting.as_ref() == Some(&place.meeting.id) && (item.is_none() || j.of.as_ref() == item));
        found.map_or_else(|| self.silence(Kind::Judgements, place.day), |j| Truth::of(j.agreed))
    }

    /// Whether a quorum rule is one for the case that there is none.
    pub(super) fn waits(self, sentence: &Sentence) -> bool {
        fn of(condition: &Condition) -> bool {
            match condition {
                Condition::State(Circumstance::NoQuorum) | Condition::NoQuorumFor(_) => true,
                Condition::Both(a, b) | Condition::Either(a, b) => of(a) || of(b),
                Condition::Not(a) => of(a),
                _ => false,
            }
        }
        matches!(sentence.says, Says::Quorum { .. }) && [&sentence.when, &sentence.only_if, &sentence.unless].into_iter().flatten().any(of)
    }

    /// Whether a count lies within what is asked; `of` is the group that a share is taken of.
    pub(super) fn within_at(self, have: &Counted, count: &Count, of: &Counted, day: Date, place: Option<&Place<'a>>, each: Option<&str>) -> Truth {
        match count {
            Count::Between(low, high) => have.at_least(*low).and(have.at_most(*high)),
            Count::Bounded(bound, measure) => {
                let asked = self.asked(measure, of, day, place, each);
                let enough = |asked: &super::counting::Asked| match asked.most {
                    Some(most) if have.low >= most => Truth::Yes,
                    Some(_) => have.at_least(asked.least),
                    // What is asked is not known, save where it is a share of these.
                    None if matches!(measure, Measure::Given(_)) => Truth::CannotTell,
                    None => have.at_least(asked.least).and(Truth::CannotTell),
                };
                let few = |asked: &super::counting::Asked| match (asked.most, have.low_and_high().1) {
                    (Some(most), _) if have.low > most => Truth::No,
                    (_, Some(high)) if high <= asked.least && asked.most.is_some() => Truth::Yes,
                    _ => Truth::CannotTell,
                };
                match bound {
                    Bound::AtLeast => enough(&asked),
                    Bound::AtMost => few(&asked),
                    Bound::Exactly => enough(&asked).and(few(&asked)),
                }
            }
        }
    }
}

pub(super) fn bounded(bound: Bound, value: u32, n: u32) -> bool {
    match bound {
        Bound::AtLeast => value >= n,
        Bound::AtMost => value <= n,
        Bound::Exactly => value == n,
    }
}
