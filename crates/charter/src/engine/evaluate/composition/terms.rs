//! How long members serve.

use super::*;

impl<'a> View<'a> {
    /// How long members serve: each spell, all of them without a break, and how many there are.
    pub fn served(self, doing: &Doing<'a>, as_at: Date) -> Vec<Verdict> {
        let times = &doing.deed.times;
        let terms = times.iter().find_map(|t| if let Time::Terms(bound, n, each) = t { Some((*bound, *n, *each)) } else { None });
        let length = times.iter().find_map(|t| if let Time::For(bound, length) = t { Some((*bound, *length)) } else { None });
        let length = length.or(terms.and_then(|(_, _, each)| each.map(|l| (Bound::AtMost, l))));
        // Of terms, "without a break" says which follow each other; of years, that they are one.
        let in_a_row = times.contains(&Time::WithoutBreak);
        let joined = in_a_row && terms.is_none();
        let forbidden = matches!(doing.force, Force::MustNot | Force::ShouldNot);
        let (mut faults, mut missing) = (Vec::new(), Vec::new());
        let (mut seen, mut let_off) = (0, 0);
        let mut spells: Vec<(&str, Option<Date>, Option<Date>)> = Vec::new();
        // A post's holder serves in the office, whatever seat they sit in.
        let in_office = match doing.who {
            Some(Who::Post(Post::Named(name))) => Some(name.as_str()).filter(|n| self.record.offices.iter().any(|o| same(&o.office, n))),
            Some(Who::Post(post @ (Post::Chair | Post::ViceChair | Post::Secretary))) => Some(post.title()),
            _ => None,
        };
        for held in self.record.offices.iter().filter(|o| in_office.is_some_and(|n| same(&o.office, n)) && o.from.is_none_or(|f| f <= as_at)) {
            seen += 1;
            let before = spells.iter_mut().find(|(p, _, until)| {
                joined && *p == held.person && until.is_some_and(|u| held.from.is_some_and(|f| f <= u.tomorrow().unwrap_or(u)))
            });
            match before {
                Some(spell) => spell.2 = held.until,
                None => spells.push((&held.person, held.from, held.until)),
            }
        }
        for a in self.record.appointments.iter().filter(|a| in_office.is_none() && a.from.is_none_or(|f| f <= as_at)) {
            let day = a.from.unwrap_or(as_at);
            match doing.who.map_or(Truth::Yes, |who| self.among(&[a.person.clone()].into(), who, day, None, false)) {
                Truth::Yes => {}
                Truth::No => continue,
                Truth::CannotTell => {
                    missing.push(format!("whether {} is {}", self.record.name_of(&a.person), doing.who.map_or(String::new(), ToString::to_string)));
                    continue;
                }
            }
            let subject = Subject { person: Some(a.person.clone()), of: Some(a.person.clone()), day: Some(day), ..Subject::default() };
            match self.applies(doing, &subject, as_at, true) {
                Truth::Yes => seen += 1,
                Truth::No => continue,
                Truth::CannotTell => {
                    missing.push(format!("whether the rule speaks of {}", self.record.name_of(&a.person)));
                    continue;
                }
            }
            let before = spells
                .iter_mut()
                .find(|(p, _, until)| joined && *p == a.person && until.is_some_and(|u| a.from.is_some_and(|f| f <= u.tomorrow().unwrap_or(u))));
            match before {
                Some(spell) => spell.2 = a.until,
                None => spells.push((&a.person, a.from, a.until)),
            }
        }
        spells.sort_by_key(|(_, from, _)| *from);
        let mut fault = |person: &str, words: String| {
            let subject = Subject { person: Some(person.to_owned()), of: Some(person.to_owned()), day: Some(as_at), ..Subject::default() };
            match self.excused(doing, &subject, as_at) {
                Truth::Yes => let_off += 1,
                Truth::No => faults.push(words),
                Truth::CannotTell => {
                    missing.extend(doing.rule.tree.unless.as_ref().map(|c| format!("whether {c}")));
                }
            }
        };
        if let Some((bound, asked, _)) = terms {
            for (person, n, over) in self.terms_of(&spells, in_a_row, as_at) {
                let wrong = match (bound, forbidden) {
                    (Bound::AtMost | Bound::Exactly, false) => n > asked,
                    (Bound::AtLeast, false) => over && n < asked,
                    (Bound::AtLeast | Bound::Exactly, true) => n >= asked,
                    (Bound::AtMost, true) => false,
                };
                if wrong {
                    fault(person, format!("{} serves {n} {}", self.record.name_of(person), if n == 1 { "term" } else { "terms" }));
                }
            }
        }
        let mut unknown = Vec::new();
        if let Some((bound, length)) = length
            && let Some((count, unit)) = length.in_whole_days()
        {
            for (person, from, until) in spells.iter().copied() {
                let name = self.record.name_of(person);
                let Some(from) = from else {
                    unknown.push(format!("since when {name} serves"));
                    continue;
                };
                let end = deadline_after(from, count, unit, self.holidays()).letter;
                let long = until.unwrap_or(as_at) > end;
                let resigned =
                    || self.record.appointments.iter().any(|a| a.person == person && a.until == until && a.ended.as_deref() == Some("resigned"));
                let short = until.is_some_and(|u| u < end.yesterday().unwrap_or(end)) && !resigned();
                // "Must not serve for more than" reads as at most; the bound itself says which.
                let wrong = match (bound, forbidden) {
                    (Bound::AtMost | Bound::Exactly, false) | (Bound::AtLeast | Bound::Exactly, true) => long,
                    (Bound::AtLeast, false) | (Bound::AtMost, true) => short,
                };
                if wrong {
                    let until = until.map_or(String::new(), |u| format!(" until {}", day_in_words(u)));
                    fault(person, format!("{name} serves since {}{until}", day_in_words(from)));
                }
            }
        }
        missing.extend(unknown);
        let kind = if in_office.is_some() { Kind::Offices } else { Kind::Appointments };
        if seen == 0 && !self.record.is_complete(kind, as_at) {
            missing.push(kind.name().to_owned());
        }
        let truth = if !faults.is_empty() {
            Truth::No
        } else if missing.is_empty() {
            Truth::Yes
        } else {
            Truth::CannotTell
        };
        let words = if faults.is_empty() { "nobody serves otherwise than the terms allow".to_owned() } else { faults.join("; ") };
        let force = match doing.force {
            Force::MustNot | Force::May => Force::Must,
            Force::ShouldNot => Force::Should,
            force => force,
        };
        let mut verdict = self.judged(doing.clause, doing.rule, force, truth, words, missing);
        if truth == Truth::Yes && let_off > 0 {
            verdict.state = State::Excused;
        }
        vec![verdict]
    }

    /// How many terms each has served, those that overlap being one, and whether the last is over; only the last that follow each other
    /// where a break begins anew.
    fn terms_of<'b>(self, spells: &[(&'b str, Option<Date>, Option<Date>)], in_a_row: bool, as_at: Date) -> Vec<(&'b str, u32, bool)> {
        let mut each: BTreeMap<&str, (u32, u32, Option<Date>)> = BTreeMap::new();
        for (person, from, until) in spells {
            let known = each.contains_key(person);
            let (now, most, last) = each.entry(person).or_insert((0, 0, None));
            let end = until.unwrap_or(Date::MAX);
            if known && last.is_some_and(|l| from.is_some_and(|f| f <= l)) {
                *last = (*last).max(Some(end));
                continue;
            }
            let broken = in_a_row && last.is_some_and(|l| from.is_some_and(|f| l.tomorrow().is_ok_and(|next| next < f)));
            *now = if broken { 1 } else { *now + 1 };
            *most = (*most).max(*now);
            *last = Some(end);
        }
        each.into_iter().map(|(person, (_, most, last))| (person, most, last.is_some_and(|l| l < as_at))).collect()
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

    /// How many terms each has held a post, and how long.
    pub(super) fn terms_held(
        self,
        clause: &Clause,
        rule: &'a Rule,
        title: &str,
        spells: &[Spell<'a>],
        (most, each): (u32, Option<&Length>),
        as_at: Date,
    ) -> Verdict {
        let mut count: BTreeMap<&str, u32> = BTreeMap::new();
        let (mut faults, mut missing) = (Vec::new(), Vec::new());
        for spell in spells {
            let held = count.entry(spell.person).or_default();
            *held += 1;
            let name = self.record.name_of(spell.person);
            if *held > most {
                faults.push(format!("{name} is {title} for a term more than {most}"));
            }
            if let Some((n, unit)) = each.and_then(Length::in_whole_days) {
                match spell.from {
                    Some(from) if spell.until.unwrap_or(as_at) > deadline_after(from, n, unit, self.holidays()).letter => {
                        faults.push(format!("{name} since {}, longer than a term", day_in_words(from)));
                    }
                    Some(_) => {}
                    None => missing.push(format!("since when {name} is the {title}")),
                }
            }
        }
        if !self.record.is_complete(Kind::Offices, as_at) {
            missing.push(Kind::Offices.name().to_owned());
        }
        let truth = if !faults.is_empty() {
            Truth::No
        } else if missing.is_empty() {
            Truth::Yes
        } else {
            Truth::CannotTell
        };
        let words = if faults.is_empty() { format!("{title}: within the terms allowed") } else { faults.join("; ") };
        self.judged(clause, rule, Force::Must, truth, words, missing)
    }
}
