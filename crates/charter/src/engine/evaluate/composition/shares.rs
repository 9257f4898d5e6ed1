//! What a part of a group has to be, and each of them.

use super::*;

impl<'a> View<'a> {
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
    pub(super) fn balanced(self, clause: &Clause, rule: &'a Rule, force: Force, group: &Group, as_at: Date) -> Verdict {
        // Parties that the rule leaves out have no share.
        let left_out = |name: &str| {
            group.filters.iter().any(|f| match f {
                Filter::Except(who) => who.groups().iter().any(|g| g.class.as_deref().is_some_and(|c| crate::engine::acts::same(c, name))),
                Filter::AreNot(other) => crate::engine::acts::same(other, name),
                _ => false,
            })
        };
        let parties: Vec<&crate::record::Party> = self.record.parties.iter().filter(|p| !left_out(&p.name)).collect();
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
            Who::The(group) | Who::Each(group) | Who::Any(group) | Who::No(group) | Who::Some(_, group) => self
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
                    .filter_map(|(meeting, day)| {
                        let subject = Subject { meeting: Some(meeting.id.clone()), ..Subject::default() };
                        let place = crate::engine::Place { meeting, day: *day, at: None, motion: None };
                        let holds = self.holds(&rule.tree, Some(&place), *day);
                        if holds.truth == Truth::No {
                            return None;
                        }
                        let truth = be.iter().fold(Truth::No, |t, b| t.or(self.who_is(who, b, &subject, *day)));
                        let words = format!("meeting of {}: whether {who} is {complement}", day_in_words(*day));
                        let truth = if holds.truth == Truth::CannotTell && truth != Truth::Yes { Truth::CannotTell } else { truth };
                        let missing = holds.missing.into_iter().chain([Kind::Presiding.name().to_owned()]).collect();
                        Some(self.judged(clause, rule, force, truth, words, missing))
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
}
