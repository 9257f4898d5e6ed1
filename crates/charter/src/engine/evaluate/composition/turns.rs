//! Turns, one after the other.

use super::*;

impl<'a> View<'a> {
    /// Turns: nobody longer than a length, nobody twice running, nobody again before each has had a turn.
    #[allow(clippy::too_many_arguments)]
    pub(super) fn turns(
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

    /// Turns in an order that the terms name: of those who appoint, or of those who hold the post.
    pub(super) fn by_turns(
        self,
        clause: &Clause,
        rule: &'a Rule,
        title: &str,
        spells: &[Spell<'a>],
        (sides, appointing): (&'a [Who], bool),
        as_at: Date,
    ) -> Verdict {
        let side = |one: &str, day: Date| sides.iter().position(|s| self.among(&[one.to_owned()].into(), s, day, None, false) == Truth::Yes);
        let (mut faults, mut missing) = (Vec::new(), Vec::new());
        let mut last: Option<usize> = None;
        for spell in spells {
            let name = self.record.name_of(spell.person);
            let one = if appointing { spell.by } else { Some(spell.person) };
            match one.map(|one| side(one, spell.from.unwrap_or(as_at))) {
                None => missing.push(format!("who appointed {name}")),
                Some(None) if appointing => faults.push(format!("{name} was appointed by none of them")),
                Some(None) => faults.push(format!("{name} is none of them")),
                Some(Some(now)) => {
                    if last.is_some_and(|last| (last + 1) % sides.len().max(1) != now) {
                        faults.push(format!("{name} {} out of turn", if appointing { "was appointed" } else { "came" }));
                    }
                    last = Some(now);
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
        let words =
            if faults.is_empty() { format!("{title}: {}in turn so far", if appointing { "appointed " } else { "" }) } else { faults.join("; ") };
        self.judged(clause, rule, Force::Must, truth, words, missing)
    }
}
