//! How many of a group there are to be.

use super::*;

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
        // "At most 1 seat for each member": how many seats each person holds.
        if let (Some(Sort::Member), Noun::Seat) = (each, &group.noun) {
            return self.seats_each(clause, rule, force, count, group, as_at);
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
                // A sub-group's members are those in its own seats.
                let have = if self.record.seats.iter().any(|s| s.group.as_deref() == Some(one)) {
                    let mut plain = group.clone();
                    plain.filters.retain(|f| !matches!(f, Filter::FromEach(_)));
                    View { group: Some(one), ..self }.count_on(as_at, &plain)
                } else {
                    self.of_one(as_at, group, sort, one)
                };
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
    pub(super) fn summed(
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
    pub(super) fn substitutes_each(self, clause: &Clause, rule: &'a Rule, force: Force, count: &Count, as_at: Date) -> Vec<Verdict> {
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

    /// How many seats each person holds.
    fn seats_each(self, clause: &Clause, rule: &'a Rule, force: Force, count: &Count, group: &Group, as_at: Date) -> Vec<Verdict> {
        let mut each: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for a in self.record.appointments.iter().filter(|a| Span { from: a.from, until: a.until }.holds(as_at)) {
            let Some(seat) = self.index.seats.get(a.seat.as_str()).copied().filter(|s| s.group.as_deref() == self.group) else { continue };
            if crate::engine::counting::is_member(seat) && self.seat_fits(seat, Some(&a.person), as_at, group).0 == Truth::Yes {
                each.entry(&a.person).or_default().insert(&a.seat);
            }
        }
        let whole = self.record.is_complete(Kind::Appointments, as_at);
        let mut truth = Truth::Yes;
        let mut words = Vec::new();
        for (person, seats) in &each {
            let have = Counted { low: u32::try_from(seats.len()).unwrap_or(u32::MAX), open: !whole, ..Counted::default() };
            let one = self.within_at(&have, count, &have, as_at, None, None);
            if one != Truth::Yes {
                words.push(format!("{} holds {}", self.record.name_of(person), have.words()));
            }
            truth = truth.and(one);
        }
        if each.is_empty() && !whole {
            truth = Truth::CannotTell;
        }
        let words = if words.is_empty() { format!("{} for each member", asked_words(count, group)) } else { words.join(", ") };
        vec![self.judged(clause, rule, force, truth, words, vec![Kind::Appointments.name().to_owned()])]
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
            let there = |s: &&crate::record::Seat| {
                s.group.as_deref() == self.group && s.class.as_deref() != Some("substitute") && Span { from: s.from, until: s.until }.holds(day)
            };
            for seat in self.record.seats.iter().filter(there).filter(|s| self.seat_sort(s, sort) == Some(one)) {
                let holder = self.sitting(day).0.iter().find(|s| s.seat.id == seat.id).map(|s| s.person);
                let (truth, why) = self.seat_fits(seat, holder, day, &plain);
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
}
