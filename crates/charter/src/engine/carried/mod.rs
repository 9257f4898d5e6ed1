//! Whether a motion is carried.

mod ballots;
mod kept;
mod tally;

use super::acts::{Subject, holds};
use super::counting::Counted;
use super::precedence::{Role, settle};
use super::{Doing, Place, Truth, View, cite};
use crate::read::{Clause, Rule};
use crate::record::{Capacity, Cast, Kind, Moment, Motion, Part, Seat};
use crate::tree::{Condition, Filter, Force, Group, Matter, Measure, Noun, Says, Sort, Term, Thing, Time, Verb, Way, Weight, Who, Word};
use crate::verdict::{Figures, State, Verdict};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// A vote as it counts: a person's, or that of an organisation or a group which several people cast together.
struct Ballot<'a> {
    person: Option<&'a str>,
    seat: Option<&'a Seat>,
    cast: Cast,
    weight: u32,
    counts: Truth,
}

/// What is decided by e-mail or in writing is of this class.
const MAILED: &str = "an e-mail vote";

impl<'a> View<'a> {
    /// The rules by which a matter of these classes is decided: the ones for its classes, or else the general ones.
    pub(super) fn ways(self, matters: &[&str]) -> Vec<(&'a Clause, &'a Rule, &'a [Way])> {
        self.ways_of(matters).into_iter().map(|(c, r, w, _)| (c, r, w)).collect()
    }

    /// The same, with whether each only stands beside the others.
    fn ways_of(self, matters: &[&str]) -> Vec<(&'a Clause, &'a Rule, &'a [Way], bool)> {
        let is = |word: &str| matters.iter().any(|m| super::acts::same(m, word));
        let named = |matter: &Matter| match matter {
            Matter::Any => false,
            Matter::Terms => is("terms") || is("these terms") || is("a change of these terms"),
            Matter::Membership => is("membership") || is("a change of the membership"),
            Matter::Election => is("election"),
            Matter::Raising => is("a larger majority"),
            Matter::Mailed => is(MAILED),
            Matter::Named(name) => is(name),
        };
        let all: Vec<_> = self
            .charter
            .rules()
            .filter_map(|(clause, rule)| match &rule.tree.says {
                Says::Decided { matter, also, by } => Some((clause, rule, matter, by.as_slice(), *also)),
                _ => None,
            })
            .collect();
        // What asks a larger majority is a change of the terms too, with a rule of its own.
        let raising = all.iter().any(|(_, _, m, ..)| **m == Matter::Raising && named(m));
        // A matter of its own wins over how a vote is taken.
        let own = all.iter().any(|(_, _, m, _, also)| !also && **m != Matter::Mailed && named(m));
        let speaks = |m: &Matter| named(m) && !(raising && *m == Matter::Terms) && !(own && *m == Matter::Mailed);
        let special = all.iter().any(|(_, _, m, _, also)| !also && speaks(m));
        all.into_iter()
            .filter(|(_, _, m, _, also)| speaks(m) || (**m == Matter::Any && (*also || !special)))
            .map(|(clause, rule, _, ways, also)| (clause, rule, ways, also))
            .collect()
    }

    /// The day of a motion: that of its meeting, or the one on which it was put.
    fn day_of(self, motion: &Motion) -> Option<Date> {
        self.meeting(&motion.meeting).and_then(|m| m.day).or(motion.put)
    }

    pub fn carried(self, motion: &str) -> Verdict {
        let Some(motion) = self.record.motion(motion) else {
            return Verdict::new(None, State::CannotTell, "cannot tell: the record does not hold the motion").missing("the motion");
        };
        let by_mail = motion.by.as_deref().is_some_and(|b| b != "meeting");
        let matters: Vec<&str> = motion.matters.iter().map(String::as_str).chain(by_mail.then_some(MAILED)).collect();
        let rules = self.ways_of(&matters);
        if rules.is_empty() {
            return Verdict::new(None, State::NoneGiven, "the terms do not say how decisions are made");
        }
        let place = self.meeting(&motion.meeting).and_then(|m| m.day.map(|day| (m, day)));
        let at = motion.item.clone().map(Moment::Item);
        let place = place.map(|(meeting, day)| Place { meeting, day, at: at.as_ref(), motion: Some(motion) });
        if let Some(invalid) = self.invalid(motion) {
            return invalid;
        }
        let day = self.day_of(motion);
        let mut found = Vec::new();
        for (clause, rule, ways, also) in rules {
            let applies = match (&place, day) {
                (Some(place), _) => self.holds(&rule.tree, Some(place), place.day).truth,
                (None, Some(day)) => self.holds(&rule.tree, None, day).truth,
                _ => Truth::Yes,
            };
            let Some(role) = Role::of(&rule.tree, also, applies) else { continue };
            let cited = cite(clause, rule);
            let mut verdict = self.decided(motion, place.as_ref(), (&clause.number, &cited), ways);
            if applies == Truth::CannotTell {
                verdict
                    .missing
                    .extend([&rule.tree.when, &rule.tree.only_if, &rule.tree.unless].into_iter().flatten().map(|c| format!("whether {c}")));
            }
            found.push((role, verdict));
        }
        settle(&found).unwrap_or_else(|| Verdict::new(None, State::NoneGiven, "the terms do not say how this is decided"))
    }

    /// A rule that lets no such decision or vote be made, where it is so.
    fn invalid(self, motion: &'a Motion) -> Option<Verdict> {
        let day = self.day_of(motion)?;
        let by_mail = motion.by.as_deref().is_some_and(|b| b != "meeting");
        let subject = Subject {
            day: Some(day),
            of: Some(motion.id.clone()),
            meeting: self.meeting(&motion.meeting).map(|m| m.id.clone()),
            matters: motion.matters.clone(),
            ..Subject::default()
        };
        for verb in [Verb::Make, Verb::Take, Verb::Hold, Verb::Decide, Verb::Approve, Verb::Give] {
            for doing in self.doing(verb) {
                let spoken_of = match &doing.deed.thing {
                    Some(Thing::DecisionOn(name) | Thing::Named(name)) => holds(&motion.matters, name),
                    Some(Thing::Word(Word::EmailVote)) => by_mail,
                    _ => false,
                };
                let tree = &doing.rule.tree;
                let must_not = matches!(doing.force, Force::MustNot);
                let only = doing.force == Force::May && tree.only_if.is_some();
                let meeting_only = doing.force == Force::Must && by_mail && doing.deed.times.iter().any(|t| matches!(t, Time::At(_)));
                if !spoken_of || !(must_not || only || meeting_only) {
                    continue;
                }
                let mut barred = if meeting_only {
                    Truth::Yes
                } else if doing.deed.times.contains(&Time::BetweenMeetings) {
                    Truth::of(by_mail)
                } else if must_not {
                    let when = tree.when.as_ref().map_or(Truth::Yes, |c| self.condition_of(c, &subject, day));
                    let unless = tree.unless.as_ref().map_or(Truth::No, |c| self.condition_of(c, &subject, day));
                    when.and(unless.not())
                } else {
                    Truth::No
                };
                if let Some(only_if) = &tree.only_if {
                    let allowed = self.condition_of(only_if, &subject, day);
                    barred = if must_not { barred.and(allowed) } else { allowed.not() };
                }
                let words = tree.to_string();
                match barred {
                    Truth::No => {}
                    Truth::Yes => {
                        return Some(
                            Verdict::new(
                                Some(&doing.clause.number),
                                State::Breached,
                                format!("not carried: {} ({})", words.trim_end_matches('.'), doing.cite()),
                            )
                            .because(doing.rule.canonical.clone()),
                        );
                    }
                    Truth::CannotTell => {
                        return Some(
                            Verdict::new(
                                Some(&doing.clause.number),
                                State::CannotTell,
                                format!("cannot tell whether it may be decided: {} ({})", words.trim_end_matches('.'), doing.cite()),
                            )
                            .missing(
                                [&tree.when, &tree.only_if, &tree.unless]
                                    .into_iter()
                                    .flatten()
                                    .map(|c| format!("whether {c}"))
                                    .collect::<Vec<_>>()
                                    .join("; "),
                            ),
                        );
                    }
                }
            }
        }
        None
    }

    fn decided(self, motion: &'a Motion, place: Option<&Place<'a>>, (clause, cited): (&str, &str), ways: &[Way]) -> Verdict {
        let by_silence = motion.put.is_some() && self.doing(Verb::CountAsAgreeing).next().is_some();
        let voted = !motion.votes.is_empty()
            || motion.count.is_some()
            || (by_silence && self.day_of(motion).is_some_and(|d| self.record.is_complete(Kind::Motions, d)));
        let mut sought = false;
        let mut failed: Option<(Verdict, bool)> = None;
        let cast = |cast: Cast, how: &str| {
            let (state, word) = if cast == Cast::For { (State::Met, "carried") } else { (State::Breached, "not carried") };
            Verdict::new(Some(clause), state, format!("{word} by {how} ({cited})"))
        };
        for way in ways {
            match way {
                Way::Consensus => {
                    sought = true;
                    if motion.consensus == Some(true) {
                        return Verdict::new(Some(clause), State::Met, format!("agreed by consensus ({cited})"));
                    }
                }
                Way::Vote(tally) if voted && failed.is_none() => {
                    let (mut verdict, equal) = self.voted(motion, place, (clause, cited), tally);
                    if sought && motion.consensus.is_none() {
                        verdict.because.push("a vote was taken, so there was no consensus".to_owned());
                    }
                    if verdict.state != State::Breached {
                        return verdict;
                    }
                    failed = Some((verdict, equal));
                }
                Way::Vote(_) => {}
                Way::Lot | Way::Casting(_) => {
                    if let Some((_, true)) = &failed {
                        let (found, words) = if *way == Way::Lot { (motion.lot, "lot".to_owned()) } else { (motion.casting, way.to_string()) };
                        return found.map_or_else(
                            || Verdict::new(Some(clause), State::Due, format!("the votes are equal; {words} decides ({cited})")),
                            |c| cast(c, &words),
                        );
                    }
                }
                Way::DecisionOf(_) => {
                    if failed.is_some() || motion.consensus == Some(false) || ways.len() == 1 {
                        if let Some(settled) = motion.settled {
                            return cast(settled, &way.to_string());
                        }
                        return Verdict::new(Some(clause), State::Due, format!("{way} settles it ({cited})"));
                    }
                }
            }
        }
        if let Some((verdict, _)) = failed {
            return verdict;
        }
        let offers_vote = ways.iter().any(|w| matches!(w, Way::Vote(_)));
        if !offers_vote && (voted || motion.consensus == Some(false)) {
            let found = if voted { "a vote was taken, and the terms give none" } else { "there is no consensus, and the terms give no vote" };
            return Verdict::new(Some(clause), State::Breached, format!("not agreed: {found} ({cited})"));
        }
        if motion.consensus == Some(false) {
            return Verdict::new(Some(clause), State::Due, format!("there is no consensus; a vote decides ({cited})"));
        }
        let asked = if offers_vote { "whether there was consensus, and the votes" } else { "whether there was consensus" };
        Verdict::new(Some(clause), State::CannotTell, format!("cannot tell whether it is carried: the record does not hold {asked} ({cited})"))
            .missing(asked)
    }
}
