//! Whether a condition is so: yes, no, or nobody can tell.

use jiff::civil::Date;

use super::{Place, Truth, View};
use crate::record::{Kind, Moment, Span};
use crate::tree::{Bound, Circumstance, Condition, Count, Sentence, Verb};
use crate::verdict::State;

/// Whether a rule applies, with the facts that would settle it.
pub(super) struct Holds {
    pub truth: Truth,
    pub missing: Vec<String>,
}

impl<'a> View<'a> {
    /// Whether a rule asks anything here: its "when" and "only if" are so, and its "unless" is not.
    pub(super) fn holds(self, sentence: &Sentence, place: Option<&Place<'a>>, day: Date) -> Holds {
        let mut holds = Holds { truth: Truth::Yes, missing: Vec::new() };
        for (condition, wanted) in [(&sentence.when, true), (&sentence.only_if, true), (&sentence.unless, false)] {
            let Some(condition) = condition else { continue };
            let truth = self.condition(condition, place, day);
            if truth == Truth::CannotTell {
                holds.missing.push(format!("whether {condition}"));
            }
            holds.truth = holds.truth.and(if wanted { truth } else { truth.not() });
        }
        if holds.truth != Truth::CannotTell {
            holds.missing.clear();
        }
        holds
    }

    pub(super) fn condition(self, condition: &Condition, place: Option<&Place<'a>>, day: Date) -> Truth {
        let computed = match condition {
            Condition::Both(a, b) => return self.condition(a, place, day).and(self.condition(b, place, day)),
            Condition::Either(a, b) => return self.condition(a, place, day).or(self.condition(b, place, day)),
            Condition::Not(a) => return self.condition(a, place, day).not(),
            Condition::Absent(post) => place.map_or(Truth::CannotTell, |p| self.is_who_present(p, &crate::tree::Who::Post(post.clone())).not()),
            Condition::Vacant(post) => match self.post_holders(post, day) {
                (people, _) if !people.is_empty() => Truth::No,
                (_, whole) => {
                    if whole {
                        Truth::Yes
                    } else {
                        Truth::CannotTell
                    }
                }
            },
            Condition::State(Circumstance::NoQuorum) => match place.filter(|_| !self.quorum_waits_for_itself()) {
                Some(place) => match self.quorum(&place.meeting.id, place.at).state {
                    State::Met => Truth::No,
                    State::Breached => Truth::Yes,
                    _ => Truth::CannotTell,
                },
                None => Truth::CannotTell,
            },
            Condition::State(_) | Condition::NoQuorumFor(_) => Truth::CannotTell,
            Condition::There(count, group) => {
                let have = place.map_or_else(|| self.count_on(day, group), |p| self.count_at(p, group));
                self.within(&have, count, 0)
            }
            Condition::Outnumber(by, a, b) => {
                let (a, b) = (self.count_on(day, a).low_and_high(), self.count_on(day, b).low_and_high());
                match (a, b) {
                    ((low, _), (_, Some(high))) if low >= high + by => Truth::Yes,
                    ((_, Some(high)), (low, _)) if high < low + by => Truth::No,
                    _ => Truth::CannotTell,
                }
            }
            Condition::Matter(name) => match place.and_then(|p| p.at) {
                Some(Moment::Item(id)) => {
                    self.record.item(id).map_or(Truth::CannotTell, |i| Truth::of(i.matters.iter().any(|m| m.eq_ignore_ascii_case(name))))
                }
                _ => Truth::CannotTell,
            },
            Condition::Fact(name) => return self.fact(name, day),
            Condition::Does(_, deed) if deed.verb == Verb::Agree => self.agreed(place),
            Condition::Does(..) => Truth::CannotTell,
        };
        // What cannot be computed may have been recorded in the charter's own words.
        if computed == Truth::CannotTell { self.recorded(&condition.to_string(), day).unwrap_or(computed) } else { computed }
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

    fn agreed(self, place: Option<&Place<'a>>) -> Truth {
        let Some(place) = place else { return Truth::CannotTell };
        let item = match place.at {
            Some(Moment::Item(id)) => Some(id),
            _ => None,
        };
        let found =
            self.record.judgements.iter().rfind(|j| j.meeting.as_ref() == Some(&place.meeting.id) && (item.is_none() || j.of.as_ref() == item));
        found.map_or_else(|| self.silence(Kind::Judgements, place.day), |j| Truth::of(j.agreed))
    }

    /// A quorum rule that itself depends on there being none cannot be asked from within.
    fn quorum_waits_for_itself(self) -> bool {
        self.charter.rules().any(|(_, rule)| {
            matches!(rule.tree.says, crate::tree::Says::Quorum(_))
                && [&rule.tree.when, &rule.tree.only_if, &rule.tree.unless]
                    .into_iter()
                    .flatten()
                    .any(|c| c.to_string().contains("there is no quorum"))
        })
    }

    /// Whether a count lies within what is asked; `of` is the size of the group that a share is taken of.
    pub(super) fn within(self, have: &super::counting::Counted, count: &Count, of: u32) -> Truth {
        match count {
            Count::Between(low, high) => have.at_least(*low).and(have.at_most(*high)),
            Count::Bounded(bound, measure) => {
                let n = super::counting::needed(*measure, of);
                match bound {
                    Bound::AtLeast => have.at_least(n),
                    Bound::AtMost => have.at_most(n),
                    Bound::Exactly => have.at_least(n).and(have.at_most(n)),
                }
            }
        }
    }
}
