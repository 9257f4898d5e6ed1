//! Whether each vote was given by somebody who has one, and once.

use super::*;

impl<'a> View<'a> {
    /// Whether each vote was given by somebody who has one, and once.
    pub fn votes_kept(self, clause: &Clause, rule: &Rule, as_at: Date) -> Vec<Verdict> {
        let Says::Votes { who, weight, .. } = &rule.tree.says else { return Vec::new() };
        let units = matches!(who, Who::Each(g) | Who::The(g) | Who::Any(g) if matches!(g.noun, Noun::Of(_)));
        let mut out = Vec::new();
        for motion in &self.record.motions {
            let Some(day) = self.day_of(motion).filter(|d| *d <= as_at) else { continue };
            let head = format!("motion of {}", calendar::day_in_words(day));
            if motion.votes.is_empty() {
                let (truth, words) = if motion.count.is_some() {
                    (Truth::CannotTell, format!("{head}: who voted is not recorded"))
                } else {
                    continue;
                };
                out.push(self.judged(clause, rule, Force::Must, truth, words, vec!["the votes by name".to_owned()]));
                continue;
            }
            let mut faults = Vec::new();
            let mut missing = Vec::new();
            let mut seen: BTreeMap<&str, u32> = BTreeMap::new();
            for vote in &motion.votes {
                *seen.entry(&vote.person).or_default() += 1;
            }
            if *weight == Weight::Number(1) {
                faults.extend(seen.iter().filter(|(_, n)| **n > 1).map(|(p, n)| format!("{} voted {n} times", self.record.name_of(p))));
            }
            if *weight == Weight::Number(0) {
                for person in seen.keys() {
                    if self.among(&[(*person).to_owned()].into(), who, day, None, false) == Truth::Yes {
                        faults.push(format!("{} voted", self.record.name_of(person)));
                    }
                }
            }
            if let Weight::Given(name) = weight
                && self.number(name, day, None).is_none()
                && !self.record.facts.iter().any(|f| super::super::acts::same(&f.name, name))
            {
                missing.push(name.clone());
            }
            if units && let Some((sort, _)) = self.units() {
                let mut because = Vec::new();
                let place = self.meeting(&motion.meeting).and_then(|m| m.day.map(|day| Place { meeting: m, day, at: None, motion: Some(motion) }));
                self.ballots(motion, place.as_ref(), &mut because, &mut missing);
                for one in self.of_sort(sort, day).0 {
                    let cast: std::collections::BTreeSet<_> = motion
                        .votes
                        .iter()
                        .filter(|v| self.seat_of(&v.person, day).is_some_and(|s| self.seat_sort(s, sort) == Some(one)))
                        .map(|v| v.cast as u8)
                        .collect();
                    if let Says::Votes { settled, cast: by, .. } = &rule.tree.says
                        && settled.is_empty()
                        && by.is_none()
                        && cast.len() > 1
                    {
                        faults.push(format!("{} cast more than one vote", self.name_of_sort(sort, one)));
                    }
                    if let Says::Votes { cast: Some(by), .. } = &rule.tree.says {
                        for vote in motion.votes.iter().filter(|v| self.seat_of(&v.person, day).is_some_and(|s| self.seat_sort(s, sort) == Some(one)))
                        {
                            if self.among(&[vote.person.clone()].into(), by, day, None, false) == Truth::No {
                                faults.push(format!(
                                    "{} is not who casts the vote of {}",
                                    self.record.name_of(&vote.person),
                                    self.name_of_sort(sort, one)
                                ));
                            }
                        }
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
            let words = if faults.is_empty() { format!("{head}: {who}, {weight}") } else { format!("{head}: {}", faults.join("; ")) };
            out.push(self.judged(clause, rule, Force::Must, truth, words, missing));
        }
        out
    }
}
