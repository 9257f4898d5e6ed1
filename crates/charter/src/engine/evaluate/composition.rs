//! Seats, members and offices.

use std::collections::{BTreeMap, BTreeSet};

use crate::engine::acts::Subject;
use crate::engine::counting::Counted;
use crate::engine::{Doing, Truth, View, cite};
use crate::read::{Clause, Rule};
use crate::record::{Kind, Presence, Span};
use crate::tree::{Be, Bound, Count, Filling, Filter, Force, Group, Holder, Length, Measure, More, Noun, Post, Sort, Time, Who, With};
use crate::verdict::{State, Verdict};
use calendar::{day_in_words, deadline_after};
use jiff::civil::Date;

/// A count as it is asked for: `at least 3`.
fn asked_words(count: &Count, group: &Group) -> String {
    match count {
        Count::Between(a, b) => format!("between {a} and {b}"),
        Count::Bounded(Bound::AtLeast, Measure::Number(n)) => format!("at least {n}"),
        Count::Bounded(Bound::AtMost, Measure::Number(n)) => format!("at most {n}"),
        Count::Bounded(_, Measure::Number(n)) => n.to_string(),
        Count::Bounded(bound, measure) => {
            let bound = match bound {
                Bound::AtLeast => "at least ",
                Bound::AtMost => "at most ",
                Bound::Exactly => "",
            };
            match measure {
                Measure::Given(name) => format!("{bound}as many as {name} gives"),
                Measure::Than(0, other) => format!("{bound}as many as {}", other.plural()),
                Measure::Than(by, other) => {
                    format!("{bound}{} {} than {}", by.unsigned_abs(), if *by > 0 { "more" } else { "fewer" }, other.plural())
                }
                share => crate::tree::tally_in_words(&[crate::tree::Term {
                    measure: share.clone(),
                    group: group.clone(),
                    spread: None,
                    including: None,
                    or: None,
                }]),
            }
        }
    }
}

/// What a rule on a holder says beside how it is filled.
pub(crate) struct Manner<'a> {
    pub term: Option<&'a (Bound, Length)>,
    pub at: Option<&'a Time>,
    pub with: &'a [With],
    pub unlike: Option<&'a (Sort, Post)>,
}

/// Somebody's time in an office or a seat.
struct Spell<'a> {
    person: &'a str,
    from: Option<Date>,
    until: Option<Date>,
    by: Option<&'a str>,
    how: Option<&'a str>,
}

impl<'a> View<'a> {
    #[allow(clippy::too_many_arguments)]
    pub fn there(
        self,
        clause: &Clause,
        rule: &'a Rule,
        force: Force,
        count: &Count,
        group: &Group,
        (each, more): (Option<&Sort>, &[More]),
        as_at: Date,
    ) -> Vec<Verdict> {
        let asked = asked_words(count, group);
        let each = each.or_else(|| {
            group.filters.iter().find_map(|f| match f {
                Filter::FromEach(sort) => Some(sort),
                _ => None,
            })
        });
        if !more.is_empty() {
            return vec![self.summed(clause, rule, force, count, group, (each, more), as_at)];
        }
        if let (Some(Sort::Member), Noun::Substitute) = (each, &group.noun) {
            return self.substitutes_each(clause, rule, force, count, as_at);
        }
        if let Some(sort) = each {
            let (all, whole) = self.of_sort(sort, as_at);
            let mut truth = if whole { Truth::Yes } else { Truth::CannotTell };
            let mut missing = if whole { Vec::new() } else { vec![format!("{} on {}", sort.plural(), day_in_words(as_at))] };
            if all.is_empty() {
                let words = format!("the record names no {}; the terms ask {asked} for each", sort.plural());
                return vec![self.judged(clause, rule, force, Truth::CannotTell, words, vec![sort.plural()])];
            }
            let mut words = Vec::new();
            for one in all {
                let have = self.of_one(as_at, group, sort, one);
                let fits = self.within_at(&have, count, &have, as_at, None, Some(one));
                if fits != Truth::Yes {
                    words.push(format!("{} from {}", have.words(), self.name_of_sort(sort, one)));
                    missing.extend(have.missing);
                    if let Count::Bounded(_, Measure::Given(name)) = count
                        && self.number(name, as_at, Some(one)).is_none()
                    {
                        missing.push(format!("{name} for {}", self.name_of_sort(sort, one)));
                    }
                }
                truth = truth.and(fits);
            }
            let words = if words.is_empty() {
                format!("{asked} for each {}", sort.singular())
            } else {
                format!("{asked} for each {}; {}", sort.singular(), words.join(", "))
            };
            return vec![self.judged(clause, rule, force, truth, words, missing)];
        }
        let have = self.count_on(as_at, group);
        let truth = self.within_at(&have, count, &have, as_at, None, None);
        let mut missing = have.missing.clone();
        if truth == Truth::CannotTell
            && let Count::Bounded(_, measure) = count
        {
            missing.extend(self.asked(measure, &have, as_at, None, None).missing);
        }
        vec![self.judged(clause, rule, force, truth, format!("{} {}; the terms ask {asked}", have.words(), group.plural()), missing)]
    }

    /// A sum: one for each of a sort, one more for each of another, and some more.
    #[allow(clippy::too_many_arguments)]
    fn summed(
        self,
        clause: &Clause,
        rule: &'a Rule,
        force: Force,
        count: &Count,
        group: &Group,
        (each, more): (Option<&Sort>, &[More]),
        as_at: Date,
    ) -> Verdict {
        let mut missing = Vec::new();
        let mut known = true;
        let mut times = |sort: Option<&Sort>| -> u32 {
            let Some(sort) = sort else { return 1 };
            let (all, whole) = self.of_sort(sort, as_at);
            if !whole {
                known = false;
                missing.push(format!("{} on {}", sort.plural(), day_in_words(as_at)));
            }
            u32::try_from(all.len()).unwrap_or(u32::MAX)
        };
        let first = match count {
            Count::Bounded(_, Measure::Number(n)) => *n,
            Count::Between(n, _) => *n,
            Count::Bounded(..) => 0,
        };
        let mut sum = first.saturating_mul(times(each));
        for part in more {
            sum = sum.saturating_add(part.count.saturating_mul(times(part.each.as_ref())));
        }
        let have = self.count_on(as_at, group);
        let bound = if let Count::Bounded(bound, _) = count { *bound } else { Bound::Exactly };
        let truth = self.within_at(&have, &Count::Bounded(bound, Measure::Number(sum)), &have, as_at, None, None);
        let truth = if known { truth } else { truth.and(Truth::CannotTell).or(Truth::CannotTell) };
        missing.extend(have.missing.clone());
        self.judged(clause, rule, force, truth, format!("{} {}; the terms come to {sum}", have.words(), group.plural()), missing)
    }

    /// How many substitutes sat for each member, meeting by meeting.
    fn substitutes_each(self, clause: &Clause, rule: &'a Rule, force: Force, count: &Count, as_at: Date) -> Vec<Verdict> {
        let mut out = Vec::new();
        for (meeting, day) in self.meetings_by_day().iter().filter(|(_, d)| *d <= as_at) {
            let mut each: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
            for line in self
                .index
                .roll_of(&meeting.id)
                .iter()
                .filter(|a| a.capacity == crate::record::Capacity::Substitute && a.presence == Presence::Present)
            {
                if let Some(seat) = &line.seat {
                    each.entry(seat).or_default().insert(&line.person);
                }
            }
            let most = each.values().map(BTreeSet::len).max().unwrap_or(0);
            let have = Counted { low: u32::try_from(most).unwrap_or(0), open: !self.record.is_complete(Kind::Roll, *day), ..Counted::default() };
            let truth = self.within_at(&have, count, &have, *day, None, None);
            out.push(self.judged(
                clause,
                rule,
                force,
                truth,
                format!("meeting of {}: at most {} substitutes for one member", day_in_words(*day), have.words()),
                vec![format!("attendance on {}", day_in_words(*day))],
            ));
        }
        out
    }

    pub fn of_one(self, day: Date, group: &Group, sort: &Sort, one: &str) -> Counted {
        let mut out = Counted::default();
        let mut add = |truth: Truth, why: Option<String>| match truth {
            Truth::Yes => out.low += 1,
            Truth::CannotTell => {
                out.perhaps += 1;
                out.missing.extend(why);
            }
            Truth::No => {}
        };
        let plain = Group {
            class: group.class.clone(),
            noun: group.noun.clone(),
            filters: group.filters.iter().filter(|f| !matches!(f, Filter::FromEach(_))).cloned().collect(),
        };
        if group.noun == Noun::Seat {
            for seat in self.record.seats.iter().filter(|s| self.seat_sort(s, sort) == Some(one)) {
                let (truth, why) = self.seat_fits(seat, None, day, &plain);
                add(truth, why);
            }
            out.open = !self.record.is_complete(Kind::Seats, day);
        } else {
            let (sitting, whole) = self.sitting(day);
            for s in sitting.iter().filter(|s| self.seat_sort(s.seat, sort) == Some(one)) {
                let of_noun = match &group.noun {
                    Noun::Substitute => s.seat.class.as_deref() == Some("substitute"),
                    noun => crate::engine::counting::noun_fits(noun, s.seat),
                };
                if !of_noun {
                    continue;
                }
                let (mut truth, mut why) = self.seat_fits(s.seat, Some(s.person), day, &plain);
                if let Noun::Named(name) = &group.noun {
                    let named = self.has_attribute(s.seat, Some(s.person), name, day);
                    if named == Truth::CannotTell {
                        why = why.or(Some(format!("whether {} is among the {name}", self.record.name_of(s.person))));
                    }
                    truth = truth.and(named);
                }
                add(truth, why);
            }
            out.open = !whole;
        }
        if out.open {
            out.missing.push(format!("seats and appointments on {}", day_in_words(day)));
        }
        out
    }

    #[allow(clippy::too_many_arguments)]
    pub fn share(self, clause: &Clause, rule: &'a Rule, force: Force, count: &Count, group: &Group, be: &'a [Be], as_at: Date) -> Vec<Verdict> {
        if let [Be::Is(filter)] = be {
            // "Members must come from each sector": every one of a sort has one.
            if let Filter::FromEach(sort) = filter {
                let one = Count::Bounded(Bound::AtLeast, Measure::Number(1));
                return self.there(clause, rule, force, &one, group, (Some(sort), &[]), as_at);
            }
            if *filter == Filter::Balanced {
                return vec![self.balanced(clause, rule, force, group, as_at)];
            }
        }
        let complement = be.iter().map(Be::as_complement).collect::<Vec<_>>().join(" or ");
        let base = self.count_on(as_at, group);
        let have = if let [Be::Is(filter)] = be {
            let mut narrow = group.clone();
            narrow.filters.push(filter.clone());
            self.count_on(as_at, &narrow)
        } else {
            let mut out = Counted { open: base.open, missing: base.missing.clone(), ..Counted::default() };
            for (person, _) in self.each_is(group, &be[0], &Subject::default(), as_at) {
                match be.iter().fold(Truth::No, |t, b| t.or(self.is_a(&person, b, &Subject::default(), as_at))) {
                    Truth::Yes => out.low += 1,
                    Truth::No => {}
                    Truth::CannotTell => {
                        out.perhaps += 1;
                        out.missing.push(format!("whether {} is {complement}", self.record.name_of(&person)));
                    }
                }
            }
            out
        };
        let Some(of) = base.known() else {
            let words = format!("{} of {} {} {complement}", have.words(), base.words(), group.plural());
            return vec![self.judged(clause, rule, force, Truth::CannotTell, words, base.missing)];
        };
        let needed = match count {
            Count::Bounded(_, measure) => self.asked(measure, &base, as_at, None, None).least,
            Count::Between(low, _) => *low,
        };
        let truth = self.within_at(&have, count, &base, as_at, None, None);
        let words = format!("{} of {of} {} are {complement}; the terms ask {needed}", have.words(), group.plural());
        vec![self.judged(clause, rule, force, truth, words, have.missing)]
    }

    /// Whether each party has its share of a group, by the largest remainder.
    fn balanced(self, clause: &Clause, rule: &'a Rule, force: Force, group: &Group, as_at: Date) -> Verdict {
        let parties = &self.record.parties;
        let total: u32 = parties.iter().map(|p| p.strength).sum();
        if total == 0 {
            return self.judged(
                clause,
                rule,
                force,
                Truth::CannotTell,
                "the strength of the parties is not recorded".to_owned(),
                vec!["the parties with their strength".to_owned()],
            );
        }
        let mut have: BTreeMap<&str, u32> = BTreeMap::new();
        let mut missing = Vec::new();
        let mut count = 0;
        let (sitting, whole) = self.sitting(as_at);
        for s in sitting.iter().filter(|s| crate::engine::counting::noun_fits(&group.noun, s.seat)) {
            if self.seat_fits(s.seat, Some(s.person), as_at, group).0 != Truth::Yes {
                continue;
            }
            count += 1;
            match self.index.people.get(s.person).and_then(|p| p.party.as_deref()) {
                Some(party) => *have.entry(party).or_default() += 1,
                None => missing.push(format!("the party of {}", self.record.name_of(s.person))),
            }
        }
        if !whole {
            missing.push(Kind::Appointments.name().to_owned());
        }
        // Whole seats first, then one each to the largest remainders.
        let mut shares: Vec<(&str, u32, u32)> =
            parties.iter().map(|p| (p.name.as_str(), p.strength * count / total, p.strength * count % total)).collect();
        let left = count - shares.iter().map(|(_, n, _)| n).sum::<u32>();
        shares.sort_by_key(|(_, _, rest)| std::cmp::Reverse(*rest));
        for share in shares.iter_mut().take(usize::try_from(left).unwrap_or(0)) {
            share.1 += 1;
        }
        let faults: Vec<String> = shares
            .iter()
            .filter(|(name, share, _)| have.get(name).copied().unwrap_or(0) != *share)
            .map(|(name, share, _)| format!("{name} has {}, its share is {share}", have.get(name).copied().unwrap_or(0)))
            .collect();
        let truth = if !missing.is_empty() { Truth::CannotTell } else { Truth::of(faults.is_empty()) };
        let words = if faults.is_empty() { format!("each party has its share of {count}") } else { format!("of {count}: {}", faults.join(", ")) };
        self.judged(clause, rule, force, truth, words, missing)
    }

    /// Whether somebody is what the terms ask.
    pub fn must_be(self, clause: &Clause, rule: &'a Rule, who: &Who, force: Force, be: &'a [Be], as_at: Date) -> Vec<Verdict> {
        let complement = be.iter().map(Be::as_complement).collect::<Vec<_>>().join(" or ");
        if let (Who::The(group) | Who::Each(group), [Be::Is(Filter::Balanced)]) = (who, be) {
            return vec![self.balanced(clause, rule, force, group, as_at)];
        }
        if let (Who::The(group) | Who::Any(group), [Be::Is(Filter::FromEach(sort))]) = (who, be) {
            let one = Count::Bounded(Bound::AtLeast, Measure::Number(1));
            return self.there(clause, rule, force, &one, group, (Some(sort), &[]), as_at);
        }
        let subject = Subject::default();
        // Nobody of a group may be it: each of them must not.
        let negative = matches!(who, Who::No(_)) || matches!(force, Force::MustNot | Force::ShouldNot);
        let all: Vec<(String, Truth)> = match who {
            Who::The(group) | Who::Each(group) | Who::Any(group) | Who::No(group) | Who::Only(group) | Who::Some(_, group) => self
                .each_is(group, &be[0], &subject, as_at)
                .into_iter()
                .map(|(person, first)| {
                    let truth = be[1..].iter().fold(first, |t, b| t.or(self.is_a(&person, b, &subject, as_at)));
                    (person, truth)
                })
                .collect(),
            Who::Post(Post::Presiding) => {
                // Meeting by meeting.
                let held = self.meetings_by_day().iter().filter(|(_, d)| *d <= as_at);
                return held
                    .map(|(meeting, day)| {
                        let subject = Subject { meeting: Some(meeting.id.clone()), ..Subject::default() };
                        let truth = be.iter().fold(Truth::No, |t, b| t.or(self.who_is(who, b, &subject, *day)));
                        let words = format!("meeting of {}: whether {who} is {complement}", day_in_words(*day));
                        self.judged(clause, rule, force, truth, words, vec![Kind::Presiding.name().to_owned()])
                    })
                    .collect();
            }
            who => {
                let truth = be.iter().fold(Truth::No, |t, b| t.or(self.who_is(who, b, &subject, as_at)));
                let words = match truth {
                    Truth::Yes => format!("{who} is {complement}"),
                    Truth::No => format!("{who} is not {complement}"),
                    Truth::CannotTell => format!("whether {who} is {complement} is not recorded"),
                };
                let force = if negative { Force::MustNot } else { force };
                return vec![self.judged(clause, rule, force, truth, words, vec![format!("whether {who} is {complement}")])];
            }
        };
        let whole = self.sitting(as_at).1;
        let mut wrong = Vec::new();
        let mut missing = Vec::new();
        for (person, truth) in &all {
            let good = if negative { truth.not() } else { *truth };
            match good {
                Truth::No => wrong.push(self.record.name_of(person)),
                Truth::CannotTell => missing.push(format!("whether {} is {complement}", self.record.name_of(person))),
                Truth::Yes => {}
            }
        }
        if all.is_empty() && !whole {
            missing.push(Kind::Appointments.name().to_owned());
        }
        let truth = if !wrong.is_empty() {
            Truth::No
        } else if missing.is_empty() {
            Truth::Yes
        } else {
            Truth::CannotTell
        };
        let words = if wrong.is_empty() {
            format!("{} looked at: {}{complement}", all.len(), if negative { "none " } else { "all " })
        } else {
            format!("{}: {}{complement}", wrong.join(", "), if negative { "" } else { "not " })
        };
        let force = match force {
            Force::MustNot | Force::May => Force::Must,
            Force::ShouldNot => Force::Should,
            force => force,
        };
        vec![self.judged(clause, rule, force, truth, words, missing)]
    }

    fn spells(self, holder: &Holder, as_at: Date) -> Vec<Spell<'a>> {
        let mut out: Vec<Spell<'a>> = match holder {
            Holder::Post(post) => self
                .record
                .offices
                .iter()
                .filter(|o| o.office.eq_ignore_ascii_case(post.title()))
                .map(|o| Spell { person: &o.person, from: o.from, until: o.until, by: o.by.as_deref(), how: o.how.as_deref() })
                .collect(),
            Holder::Seats(group) => self
                .record
                .appointments
                .iter()
                .filter(|a| {
                    let day = a.from.unwrap_or(as_at);
                    self.index.seats.get(a.seat.as_str()).is_some_and(|seat| {
                        let of_noun = crate::engine::counting::noun_fits(&group.noun, seat)
                            || group.noun == Noun::Seat
                            || (group.noun == Noun::Substitute && seat.class.as_deref() == Some("substitute"));
                        let named = if let Noun::Named(name) = &group.noun {
                            self.has_attribute(seat, Some(&a.person), name, day) == Truth::Yes
                        } else {
                            true
                        };
                        of_noun && named && self.seat_fits(seat, Some(&a.person), day, group).0 == Truth::Yes
                    })
                })
                .map(|a| Spell { person: &a.person, from: a.from, until: a.until, by: a.by.as_deref(), how: a.how.as_deref() })
                .collect(),
            Holder::Place => self
                .meetings_by_day()
                .iter()
                .filter_map(|(m, d)| m.place.as_deref().map(|p| Spell { person: p, from: Some(*d), until: Some(*d), by: None, how: None }))
                .collect(),
        };
        out.retain(|s| s.from.is_none_or(|f| f <= as_at));
        out.sort_by_key(|s| s.from);
        out
    }

    #[allow(clippy::too_many_lines)]
    pub fn filled(self, clause: &'a Clause, rule: &'a Rule, holder: &'a Holder, how: &'a Filling, manner: &Manner<'a>, as_at: Date) -> Vec<Verdict> {
        let title = match holder {
            Holder::Post(post) => post.title().to_owned(),
            Holder::Seats(group) => group.plural(),
            Holder::Place => "place of the meetings".to_owned(),
        };
        let spells = self.spells(holder, as_at);
        let now: Vec<&Spell<'a>> = spells.iter().filter(|s| Span { from: s.from, until: s.until }.holds(as_at)).collect();
        let kind = if matches!(holder, Holder::Seats(_)) { Kind::Appointments } else { Kind::Offices };
        let whole = self.record.is_complete(kind, as_at);
        let people: Vec<&str> = match holder {
            Holder::Post(post) => self.post_holders(post, as_at).0,
            _ => now.iter().map(|s| s.person).collect(),
        };
        let names = |people: &[&str]| people.iter().map(|p| self.record.name_of(p)).collect::<Vec<_>>().join(", ");
        let judge = |truth: Truth, words: String, missing: Vec<String>| self.judged(clause, rule, Force::Must, truth, words, missing);
        if people.is_empty() && !matches!(holder, Holder::Place) && !matches!(how, Filling::Passes(..) | Filling::Rotates(_)) {
            let (truth, words) = match (holder, whole) {
                (Holder::Seats(_), true) => (Truth::Yes, format!("there are no {title}")),
                (_, true) => (Truth::No, format!("the office of {title} is vacant")),
                _ => (Truth::CannotTell, format!("who holds the office of {title} is not recorded")),
            };
            return vec![judge(truth, words, vec![format!("who holds the office of {title}")])];
        }
        let mut out = Vec::new();
        if let (Some((sort, other)), Holder::Post(post)) = (manner.unlike, holder) {
            out.push(self.unlike(clause, rule, post, (sort, other), &people, as_at));
        }
        // How long each may hold it.
        if let Some((bound, length)) = manner.term.filter(|_| !matches!(how, Filling::Is(_)))
            && let Some((count, unit)) = length.in_whole_days()
            && *bound != Bound::AtLeast
        {
            let (mut faults, mut missing) = (Vec::new(), Vec::new());
            for spell in &now {
                let Some(from) = spell.from else {
                    missing.push(format!("since when {} is the {title}", self.record.name_of(spell.person)));
                    continue;
                };
                let end = deadline_after(from, count, unit, self.holidays()).letter;
                if spell.until.unwrap_or(as_at) > end {
                    faults.push(format!(
                        "{} since {}; the term ended on {}",
                        self.record.name_of(spell.person),
                        day_in_words(from),
                        day_in_words(end)
                    ));
                }
            }
            let truth = if !faults.is_empty() {
                Truth::No
            } else if missing.is_empty() {
                Truth::Yes
            } else {
                Truth::CannotTell
            };
            // A term that runs is no verdict of its own beside how the post was filled, unless it is over.
            if truth != Truth::Yes || matches!(how, Filling::AsDecided(_)) {
                let words = if faults.is_empty() { format!("{title}: within {length}") } else { faults.join("; ") };
                out.push(judge(truth, words, missing));
            }
        }
        if let Some(time) = manner.at {
            let elects = matches!(how, Filling::Elected(_));
            out.extend(self.filled_when(clause, rule, holder, elects, time, as_at));
        }
        match how {
            Filling::Is(who) => {
                let Some(asked) = crate::engine::ruler(who) else { return out };
                let Holder::Post(post) = holder else { return out };
                // Past the term, the rule has run out.
                if let (Some((_, term)), Some(begun)) = (manner.term, self.begun(post)) {
                    let Some(unit) = term.unit.in_days() else { return out };
                    let end = deadline_after(begun, term.count, unit, self.holidays()).letter;
                    if as_at > end {
                        out.push(Verdict::new(
                            Some(&clause.number),
                            State::Met,
                            format!("the first {term} ended on {} ({})", day_in_words(end), cite(clause, rule)),
                        ));
                        return out;
                    }
                }
                let mut should: Vec<&str> = Vec::new();
                let mut known = true;
                let mut asks = vec![who];
                while let Some(one) = asks.pop() {
                    match one {
                        Who::Or(a, b) | Who::And(a, b) => asks.extend([a.as_ref(), b.as_ref()]),
                        Who::Post(post) => {
                            let (people, whole) = self.post_holders(post, as_at);
                            should.extend(people);
                            known &= whole;
                            // Somebody from an organisation that the post belongs to.
                            if let Post::Organisation(name) = post {
                                should.extend(
                                    self.sitting(as_at).0.iter().filter(|s| self.comes_from(s.seat, name, as_at) == Truth::Yes).map(|s| s.person),
                                );
                                should.extend(people_of(&people_by(self, &title, as_at), name));
                            }
                        }
                        _ => known = false,
                    }
                }
                let (truth, words) = if should.is_empty() {
                    (Truth::CannotTell, format!("{} is the {title}; who is {asked} is not recorded", names(&people)))
                } else if people.iter().any(|p| should.contains(p)) {
                    (Truth::Yes, format!("{} is the {title} as {asked}", names(&people)))
                } else {
                    (Truth::No, format!("{} is the {title}; {asked} is {}", names(&people), names(&should)))
                };
                let _ = known;
                out.push(judge(truth, words, vec![format!("who is {asked}")]));
            }
            Filling::Elected(who) | Filling::Appointed(who) => {
                let elected = matches!(how, Filling::Elected(_));
                let wanted = if elected { "elected" } else { "appointed" };
                let (mut faults, mut missing) = (Vec::new(), Vec::new());
                for spell in &now {
                    let name = self.record.name_of(spell.person);
                    match (spell.how, holder) {
                        (Some(how), _) if how == wanted => {}
                        (Some(how), _) => faults.push(format!("{name} became {title} otherwise: {how}")),
                        (None, Holder::Seats(_)) if spell.by.is_some() => {}
                        (None, _) => missing.push(format!("how the {title} was chosen")),
                    }
                    if let Some(by) = spell.by {
                        let subject = Subject { person: Some(spell.person.to_owned()), ..Subject::default() };
                        if self.among(&[by.to_owned()].into(), who, spell.from.unwrap_or(as_at), Some(&subject), false) == Truth::No {
                            faults.push(format!("{name} was {wanted} by {}, not by {who}", self.name_of_sort(&Sort::Organisation, by)));
                        }
                    } else if matches!(holder, Holder::Seats(_)) {
                        missing.push(format!("by whom {name} was {wanted}"));
                    }
                    for with in manner.with {
                        let (words, agreed) = with.parts();
                        let day = spell.from.unwrap_or(as_at);
                        let given = self
                            .index
                            .done
                            .get(&crate::tree::Verb::Agree)
                            .into_iter()
                            .chain(self.index.done.get(&crate::tree::Verb::Approve))
                            .flatten()
                            .any(|d| {
                                (d.of.is_none() || d.of.as_deref() == Some(spell.person)) && self.among(&d.by, agreed, day, None, true) == Truth::Yes
                            });
                        let given = if given { Truth::Yes } else { self.silence(Kind::Acts, day) };
                        match given {
                            Truth::Yes => {}
                            Truth::No => faults.push(format!("{name} was {wanted} not {words} {agreed}")),
                            Truth::CannotTell => missing.push(format!("whether it was {words} {agreed}")),
                        }
                    }
                }
                let by_post = now.is_empty() && !people.is_empty();
                if by_post {
                    missing.push(format!("how the {title} was chosen"));
                }
                let (truth, words) = if !faults.is_empty() {
                    (Truth::No, faults.join("; "))
                } else if missing.is_empty() {
                    (Truth::Yes, format!("{} was {wanted} {title}", names(&people)))
                } else {
                    (Truth::CannotTell, format!("how {} became {title} is not recorded", names(&people)))
                };
                out.push(judge(truth, words, missing));
            }
            Filling::InTurn(a, b) => {
                let sides = [a, b];
                let side = |by: &str, day: Date| sides.iter().position(|s| self.among(&[by.to_owned()].into(), s, day, None, false) == Truth::Yes);
                let mut faults = Vec::new();
                let mut missing = Vec::new();
                let mut last: Option<usize> = None;
                for spell in &spells {
                    let day = spell.from.unwrap_or(as_at);
                    match spell.by.map(|by| side(by, day)) {
                        None => missing.push(format!("who appointed {}", self.record.name_of(spell.person))),
                        Some(None) => faults.push(format!("{} was appointed by neither of them", self.record.name_of(spell.person))),
                        Some(Some(now)) => {
                            if last == Some(now) {
                                faults.push(format!("{} was appointed out of turn", self.record.name_of(spell.person)));
                            }
                            last = Some(now);
                        }
                    }
                }
                let truth = if !faults.is_empty() {
                    Truth::No
                } else if missing.is_empty() {
                    Truth::Yes
                } else {
                    Truth::CannotTell
                };
                let words = if faults.is_empty() { format!("{title}: appointed in turn so far") } else { faults.join("; ") };
                out.push(judge(truth, words, missing));
            }
            Filling::NotAppointing(a, b, post) => {
                let (other, known) = self.appointers(post, as_at);
                let sides = [a, b];
                let side = |by: &str| sides.iter().position(|s| self.among(&[by.to_owned()].into(), s, as_at, None, false) == Truth::Yes);
                let mine = now.iter().find_map(|s| s.by);
                let (truth, words) = match (mine.and_then(side), other.first().and_then(|o| side(o))) {
                    (Some(x), Some(y)) if x != y => (Truth::Yes, format!("the {title} was appointed by the other side than {post}")),
                    (Some(_), Some(_)) => (Truth::No, format!("the {title} was appointed by the same side as {post}")),
                    (None, _) if mine.is_some() => (Truth::No, format!("the {title} was appointed by neither of them")),
                    _ => (Truth::CannotTell, format!("who appointed the {title} and {post} is not recorded")),
                };
                let _ = known;
                out.push(judge(truth, words, vec![format!("who appointed the {title} and {post}")]));
            }
            Filling::Passes(length, group) => out.push(self.turns(clause, rule, &title, &spells, Some(length), group, as_at)),
            Filling::Rotates(group) => out.push(self.turns(clause, rule, &title, &spells, None, group, as_at)),
            Filling::AsDecided(who) => {
                let (mut faults, mut missing) = (Vec::new(), Vec::new());
                for spell in &now {
                    match spell.by {
                        Some(by) => {
                            if self.among(&[by.to_owned()].into(), who, spell.from.unwrap_or(as_at), None, false) == Truth::No {
                                faults.push(format!("{} was chosen by {by}, not as {who} decided", self.record.name_of(spell.person)));
                            }
                        }
                        None => missing.push(format!("who decided on the {title}")),
                    }
                }
                let truth = if !faults.is_empty() {
                    Truth::No
                } else if missing.is_empty() {
                    Truth::Yes
                } else {
                    Truth::CannotTell
                };
                let words = if faults.is_empty() { format!("{} is the {title}", names(&people)) } else { faults.join("; ") };
                out.push(judge(truth, words, missing));
            }
        }
        out
    }

    fn unlike(self, clause: &Clause, rule: &'a Rule, post: &Post, (sort, other): (&Sort, &Post), people: &[&str], as_at: Date) -> Verdict {
        let (others, _) = self.post_holders(other, as_at);
        let (sitting, _) = self.sitting(as_at);
        let names = |people: &[&str]| people.iter().map(|p| self.record.name_of(p)).collect::<Vec<_>>().join(", ");
        let of = |people: &[&str]| people.iter().find_map(|p| sitting.iter().find(|s| s.person == *p).and_then(|s| self.seat_sort(s.seat, sort)));
        let (truth, words) = match (of(people), of(&others)) {
            (Some(a), Some(b)) if a == b => {
                (Truth::No, format!("{} and the {} are both of {}", names(people), other.title(), self.name_of_sort(sort, a)))
            }
            (Some(a), Some(b)) => (
                Truth::Yes,
                format!("{} is of {}, the {} of {}", names(people), self.name_of_sort(sort, a), other.title(), self.name_of_sort(sort, b)),
            ),
            _ => (
                Truth::CannotTell,
                format!("whether {} is from another {} than the {} cannot be told", names(people), sort.singular(), other.title()),
            ),
        };
        self.judged(clause, rule, Force::Must, truth, words, vec![format!("the {} of {} and of the {}", sort.singular(), post, other.title())])
    }

    /// Turns: nobody longer than a length, nobody twice running, nobody again before each has had a turn.
    #[allow(clippy::too_many_arguments)]
    fn turns(
        self,
        clause: &Clause,
        rule: &'a Rule,
        title: &str,
        spells: &[Spell<'a>],
        length: Option<&Length>,
        group: &Group,
        as_at: Date,
    ) -> Verdict {
        let mut faults = Vec::new();
        let mut missing = Vec::new();
        let mut had: Vec<String> = Vec::new();
        let of = match &group.noun {
            Noun::Of(sort) => self.of_sort(sort, as_at).0.len(),
            _ => self.count_on(as_at, group).low.try_into().unwrap_or(0),
        };
        for spell in spells {
            let day = spell.from.unwrap_or(as_at);
            let one = match &group.noun {
                Noun::Of(sort) => self.seat_of(spell.person, day).and_then(|s| self.seat_sort(s, sort)).map(str::to_owned).or_else(|| {
                    self.of_sort(sort, day)
                        .0
                        .into_iter()
                        .find(|o| *o == spell.person || crate::engine::acts::same(&self.name_of_sort(sort, o), spell.person))
                        .map(str::to_owned)
                }),
                _ => Some(spell.person.to_owned()),
            };
            let Some(one) = one else {
                missing.push(format!("from which {} {} comes", group.singular(), self.record.name_of(spell.person)));
                continue;
            };
            let name = self.index.people.get(one.as_str()).map_or_else(|| self.name_of_sort(&Sort::Organisation, &one), |p| p.name.clone());
            if had.last() == Some(&one) {
                faults.push(format!("{name} twice running"));
            } else if had.contains(&one) && had.len() < of {
                faults.push(format!("{name} again, before each has had a turn"));
            }
            if had.len() >= of {
                had.clear();
            }
            had.push(one);
            if let Some(length) = length
                && let (Some(from), Some((count, unit))) = (spell.from, length.in_whole_days())
            {
                let end = deadline_after(from, count, unit, self.holidays()).letter;
                if spell.until.unwrap_or(as_at) > end {
                    faults.push(format!("{name} since {}; the turn ended on {}", day_in_words(from), day_in_words(end)));
                }
            }
        }
        if spells.is_empty() {
            missing.push(format!("who has been the {title}"));
        }
        let truth = if !faults.is_empty() {
            Truth::No
        } else if missing.is_empty() {
            Truth::Yes
        } else {
            Truth::CannotTell
        };
        let words = if faults.is_empty() { format!("{title}: each in turn so far") } else { format!("{title}: {}", faults.join("; ")) };
        self.judged(clause, rule, Force::Must, truth, words, missing)
    }

    /// Whether a post was filled when it is to be.
    fn filled_when(self, clause: &'a Clause, rule: &'a Rule, holder: &'a Holder, elects: bool, time: &'a Time, as_at: Date) -> Vec<Verdict> {
        let title = holder.post().map_or_else(|| holder.to_string(), |p| p.title().to_owned());
        let starts: BTreeSet<Date> = self.spells(holder, as_at).iter().filter_map(|s| s.from).collect();
        let deed = crate::tree::Deed {
            verb: if elects { crate::tree::Verb::Elect } else { crate::tree::Verb::Appoint },
            thing: None,
            to: None,
            from: None,
            manner: Vec::new(),
            times: vec![time.clone()],
            with: Vec::new(),
        };
        let kind = if matches!(holder, Holder::Seats(_)) { Kind::Appointments } else { Kind::Offices };
        let verb = if elects { "elected" } else { "appointed" };
        if let Time::Every(length) = time {
            let Some((count, unit)) = length.in_whole_days() else { return Vec::new() };
            let Some(last) = starts.last() else {
                let missing = vec![format!("since when somebody is the {title}")];
                return vec![self.judged(
                    clause,
                    rule,
                    Force::Must,
                    Truth::CannotTell,
                    format!("when the {title} was {verb} is not recorded"),
                    missing,
                )];
            };
            let end = deadline_after(*last, count, unit, self.holidays()).letter;
            let truth = Truth::of(as_at <= end);
            return vec![self.judged(
                clause,
                rule,
                Force::Must,
                truth,
                format!("{title} {verb} on {}; due again by {}", day_in_words(*last), day_in_words(end)),
                Vec::new(),
            )];
        }
        let doing = Doing { clause, rule, who: None, force: Force::Must, deed: &deed };
        let mut out = Vec::new();
        for (subject, span) in self.spans_of(&deed, None, as_at) {
            let _ = &doing;
            let Some(letter) = span.letter.filter(|l| *l <= as_at) else { continue };
            let from = span.from.or(subject.day).unwrap_or(letter);
            if starts.iter().next().is_some_and(|first| *first > letter) && self.begins().is_none_or(|b| b > letter) {
                continue;
            }
            let done = starts.iter().find(|d| from.min(letter) <= **d && **d <= letter);
            let (truth, words) = match done {
                Some(day) => (Truth::Yes, format!("{title} {verb} on {}, {}", day_in_words(*day), subject.words)),
                None => (self.silence(kind, letter), format!("no {title} {verb} by {}, {}", day_in_words(letter), subject.words)),
            };
            out.push(self.judged(clause, rule, Force::Must, truth, words, vec![format!("when the {title} was {verb}")]));
        }
        // Only how it stands now, and what was missed before.
        if out.len() > 1 {
            let last = out.pop();
            out.retain(|v| v.state != State::Met);
            out.extend(last);
        }
        out
    }

    /// When a post's rule began to run: at adoption, or else with the first holder recorded.
    pub fn begun(self, post: &Post) -> Option<Date> {
        let adopted = self.record.events.iter().filter(|e| e.what == "adoption").filter_map(|e| e.day).min();
        adopted.or_else(|| self.record.offices.iter().filter(|o| o.office.eq_ignore_ascii_case(post.title())).filter_map(|o| o.from).min())
    }

    /// How long members serve: each spell, or all of them without a break.
    pub fn served(self, doing: &Doing<'a>, bound: Bound, length: Length, as_at: Date) -> Vec<Verdict> {
        let Some((count, unit)) = length.in_whole_days() else { return Vec::new() };
        let joined = doing.deed.times.contains(&Time::WithoutBreak);
        let forbidden = matches!(doing.force, Force::MustNot | Force::ShouldNot);
        let mut faults = Vec::new();
        let mut missing = Vec::new();
        let mut seen = 0;
        let mut spells: Vec<(&str, Option<Date>, Option<Date>)> = Vec::new();
        for a in &self.record.appointments {
            let day = a.from.unwrap_or(as_at);
            if a.from.is_some_and(|f| f > as_at) {
                continue;
            }
            if let Some(who) = doing.who {
                match self.among(&[a.person.clone()].into(), who, day, None, false) {
                    Truth::Yes => {}
                    Truth::No => continue,
                    Truth::CannotTell => {
                        missing.push(format!("whether {} is {who}", self.record.name_of(&a.person)));
                        continue;
                    }
                }
            }
            seen += 1;
            let before = spells
                .iter_mut()
                .find(|(p, _, until)| joined && *p == a.person && until.is_some_and(|u| a.from.is_some_and(|f| f <= u.tomorrow().unwrap_or(u))));
            match before {
                Some(spell) => spell.2 = a.until,
                None => spells.push((&a.person, a.from, a.until)),
            }
        }
        for (person, from, until) in spells {
            let name = self.record.name_of(person);
            let Some(from) = from else {
                missing.push(format!("since when {name} serves"));
                continue;
            };
            let end = deadline_after(from, count, unit, self.holidays()).letter;
            let last = until.unwrap_or(as_at);
            let long = last > end || (until.is_some_and(|u| u > end));
            let short = until.is_some_and(|u| u < end.yesterday().unwrap_or(end));
            // "must not serve for more than" reads as at most; the bound itself says which.
            let wrong = match (bound, forbidden) {
                (Bound::AtMost, false) | (Bound::AtLeast, true) => long,
                (Bound::AtLeast, false) | (Bound::AtMost, true) => {
                    short && self.record.appointments.iter().any(|a| a.person == person && a.ended.as_deref() != Some("resigned"))
                }
                (Bound::Exactly, false) => long,
                (Bound::Exactly, true) => long,
            };
            if wrong {
                faults.push(format!(
                    "{name} serves since {}{}",
                    day_in_words(from),
                    until.map_or(String::new(), |u| format!(" until {}", day_in_words(u)))
                ));
            }
        }
        if seen == 0 && !self.record.is_complete(Kind::Appointments, as_at) {
            missing.push(Kind::Appointments.name().to_owned());
        }
        let truth = if !faults.is_empty() {
            Truth::No
        } else if missing.is_empty() {
            Truth::Yes
        } else {
            Truth::CannotTell
        };
        let words = if faults.is_empty() { format!("nobody serves otherwise than {length} allow") } else { faults.join("; ") };
        let force = match doing.force {
            Force::MustNot => Force::Must,
            Force::ShouldNot => Force::Should,
            force => force,
        };
        vec![self.judged(doing.clause, doing.rule, force, truth, words, missing)]
    }

    /// Whether members serve until the end, save those whom the rule lets go earlier.
    pub fn served_on(self, doing: &Doing<'a>, as_at: Date) -> Vec<Verdict> {
        let end = self.record.events.iter().find(|e| e.what == "end").and_then(|e| e.day);
        let mut faults = Vec::new();
        for a in self.record.appointments.iter().filter(|a| a.until.is_some_and(|u| u <= as_at && end.is_none_or(|e| u < e))) {
            let let_go = matches!(a.ended.as_deref(), Some("removed" | "resigned"))
                || doing.rule.tree.unless.as_ref().is_some_and(|c| {
                    let subject = Subject { person: Some(a.person.clone()), of: Some(a.person.clone()), day: a.until, ..Subject::default() };
                    self.condition_of(c, &subject, a.until.unwrap_or(as_at)) == Truth::Yes
                });
            if !let_go {
                faults.push(format!("{} left on {}", self.record.name_of(&a.person), a.until.map_or(String::new(), day_in_words)));
            }
        }
        let truth = if !faults.is_empty() {
            Truth::No
        } else if self.record.is_complete(Kind::Appointments, as_at) {
            Truth::Yes
        } else {
            Truth::CannotTell
        };
        let words = if faults.is_empty() { "nobody left before the end".to_owned() } else { faults.join("; ") };
        vec![self.judged(doing.clause, doing.rule, doing.force, truth, words, vec![Kind::Appointments.name().to_owned()])]
    }
}

/// Who holds an office for an organisation, as the record says who put them there.
fn people_by<'a>(view: View<'a>, title: &str, day: Date) -> Vec<(&'a str, String)> {
    view.record
        .offices
        .iter()
        .filter(|o| o.office.eq_ignore_ascii_case(title) && Span { from: o.from, until: o.until }.holds(day))
        .filter_map(|o| o.by.as_deref().map(|by| (o.person.as_str(), view.name_of_sort(&Sort::Organisation, by))))
        .collect()
}

fn people_of<'a>(people: &[(&'a str, String)], organisation: &str) -> Vec<&'a str> {
    people.iter().filter(|(_, by)| crate::engine::acts::same(by, organisation)).map(|(p, _)| *p).collect()
}
