//! Whether a condition is so: yes, no, or nobody can tell.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::acts::{Subject, holds, kind_for};
use super::counting::Counted;
use super::{Place, Truth, View};
use crate::record::{Kind, Moment, Motion, Span};
use crate::tree::{Be, Bound, Circumstance, Condition, Count, Filter, Group, Length, Measure, Noun, Post, Says, Sentence, Unit, Verb, Who};
use crate::verdict::State;

/// Whether a rule applies, with the facts that would settle it.
pub(super) struct Holds {
    pub truth: Truth,
    pub missing: Vec<String>,
}

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
            Condition::State(state) => {
                let word = match state {
                    Circumstance::Confidential => "confidential",
                    Circumstance::Exempt => "exempt",
                    Circumstance::Urgent => "urgent",
                    _ => "exceptional",
                };
                if holds(&subject.matters, word) {
                    Truth::Yes
                } else if subject.of.is_some() {
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

    /// Whether something was done by a day, about the same thing as the subject.
    fn so_done(self, deed: &'a crate::tree::Deed, who: Option<&Who>, subject: &Subject, day: Date) -> Truth {
        let mut out = self.silence(kind_for(deed.verb, deed.thing.as_ref()), day);
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
        let agendas = self.record.sent.iter().filter(|s| s.what == "agenda" && s.to.as_deref() == Some("website") && s.day.is_none_or(|d| d <= day));
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

    /// Whether somebody is something on a day.
    pub(super) fn who_is(self, who: &Who, be: &Be, subject: &Subject, day: Date) -> Truth {
        match who {
            Who::Or(a, b) => self.who_is(a, be, subject, day).or(self.who_is(b, be, subject, day)),
            Who::And(a, b) => self.who_is(a, be, subject, day).and(self.who_is(b, be, subject, day)),
            Who::Post(Post::Concerned) => subject.person.as_deref().map_or(Truth::CannotTell, |p| self.is_a(p, be, subject, day)),
            Who::Post(Post::Organisation(name)) | Who::Post(Post::Named(name)) if self.post_holders(&Post::Named(name.clone()), day).0.is_empty() => {
                match be {
                    Be::Is(Filter::Are(word)) => self.recorded(&format!("{name} is {word}"), day).unwrap_or(Truth::CannotTell),
                    _ => Truth::CannotTell,
                }
            }
            Who::Post(post) => {
                let place = self.place_of(subject);
                let (people, whole) = self.post_holders(post, day);
                let people = match (post, place) {
                    (Post::Presiding, Some(place)) => self.presiding(&place),
                    _ => people,
                };
                if people.is_empty() && !whole {
                    return Truth::CannotTell;
                }
                people.into_iter().fold(Truth::No, |t, p| t.or(self.is_a(p, be, subject, day)))
            }
            Who::Any(group) | Who::Some(_, group) => self.each_is(group, be, subject, day).into_iter().fold(Truth::No, |t, (_, one)| t.or(one)),
            Who::No(group) => self.each_is(group, be, subject, day).into_iter().fold(Truth::No, |t, (_, one)| t.or(one)).not(),
            Who::The(group) | Who::Each(group) | Who::Only(group) => {
                self.each_is(group, be, subject, day).into_iter().fold(Truth::Yes, |t, (_, one)| t.and(one))
            }
        }
    }

    /// Everybody of a group, with whether they are something.
    pub(super) fn each_is(self, group: &Group, be: &Be, subject: &Subject, day: Date) -> Vec<(String, Truth)> {
        let sitting = self.sitting(day);
        let place = self.place_of(subject);
        let mut out = Vec::new();
        for s in sitting.0.iter().filter(|s| super::counting::noun_fits(&group.noun, s.seat) || group.noun == Noun::Seat) {
            let mut fits = self.fits(s.seat, Some(s.person), day, group, place.as_ref()).0;
            if let Noun::Named(name) = &group.noun {
                fits = fits.and(self.has_attribute(s.seat, Some(s.person), name, day));
            }
            if fits != Truth::No {
                let one = self.is_a(s.person, be, subject, day);
                out.push((s.person.to_owned(), if fits == Truth::Yes { one } else { one.or(Truth::CannotTell) }));
            }
        }
        match &group.noun {
            Noun::Named(name) => {
                for p in self.record.people.iter().filter(|p| !sitting.0.iter().any(|s| s.person == p.id)) {
                    if self.person_is(&p.id, name, day) == Truth::Yes {
                        out.push((p.id.clone(), self.is_a(&p.id, be, subject, day)));
                    }
                }
            }
            Noun::Substitute => {
                let lines = self
                    .record
                    .roll
                    .iter()
                    .filter(|a| a.capacity == crate::record::Capacity::Substitute && subject.meeting.as_ref().is_none_or(|m| *m == a.meeting));
                let people: BTreeSet<&str> = lines.map(|a| a.person.as_str()).collect();
                let seated = sitting.0.iter().filter(|s| s.seat.class.as_deref() == Some("substitute")).map(|s| s.person);
                for person in people.into_iter().chain(seated) {
                    out.push((person.to_owned(), self.is_a(person, be, subject, day)));
                }
            }
            Noun::Officer | Noun::OtherPerson => {
                for p in self.record.people.iter().filter(|p| !sitting.0.iter().any(|s| s.person == p.id)) {
                    if group.noun == Noun::OtherPerson || p.attributes.contains("officer") {
                        out.push((p.id.clone(), self.is_a(&p.id, be, subject, day)));
                    }
                }
            }
            Noun::Of(sort) => {
                for one in self.of_sort(sort, day).0 {
                    out.push((one.to_owned(), self.is_a(one, be, subject, day)));
                }
            }
            _ => {}
        }
        out
    }

    /// Whether one person is something.
    pub(super) fn is_a(self, person: &str, be: &Be, subject: &Subject, day: Date) -> Truth {
        let seat = self.sitting(day).0.iter().find(|s| s.person == person).map(|s| s.seat);
        let place = self.place_of(subject);
        match be {
            Be::A(group) => {
                let Some(seat) = seat else {
                    return match &group.noun {
                        Noun::Named(name) => self.person_is(person, name, day),
                        Noun::OtherPerson => self.is_member(person, day).not(),
                        Noun::Substitute => self.person_is(person, "substitute", day),
                        _ => self.silence(Kind::Appointments, day),
                    };
                };
                if !super::counting::noun_fits(&group.noun, seat) && !matches!(group.noun, Noun::Seat) {
                    return Truth::No;
                }
                let mut fits = self.fits(seat, Some(person), day, group, place.as_ref()).0;
                if let Noun::Named(name) = &group.noun {
                    fits = fits.and(self.has_attribute(seat, Some(person), name, day));
                }
                fits
            }
            Be::Is(Filter::Are(name)) => match seat {
                Some(seat) => self.has_attribute(seat, Some(person), name, day),
                None => match self.index.organisations.get(person) {
                    Some(o) => Truth::of(o.kinds.iter().any(|k| super::acts::same(k, name))),
                    None => self.person_is(person, name, day),
                },
            },
            Be::Is(Filter::HasBeen(name, length)) => {
                let group = Group { class: None, noun: Noun::Member, filters: vec![Filter::HasBeen(name.clone(), *length)] };
                seat.map_or(Truth::CannotTell, |seat| self.fits(seat, Some(person), day, &group, place.as_ref()).0)
            }
            Be::Is(filter) => {
                let group = Group { class: None, noun: Noun::Member, filters: vec![filter.clone()] };
                match (filter, seat, &place) {
                    (Filter::Present, _, Some(place)) => self.is_in_room(place, person),
                    (_, Some(seat), _) => self.fits(seat, Some(person), day, &group, place.as_ref()).0,
                    _ => self.silence(Kind::Appointments, day),
                }
            }
        }
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
