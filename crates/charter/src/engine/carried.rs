//! Whether a motion is carried.

use super::counting::needed;
use super::{Place, Truth, View, cite};
use crate::record::{Capacity, Cast, Moment, Motion, Part};
use crate::tree::{Circumstance, Condition, Force, Matter, Measure, Noun, Says, Term, Verb, Way};
use crate::verdict::{Figures, State, Verdict};

impl<'a> View<'a> {
    /// The rules by which a matter of these classes is decided: the ones for its classes, or else the general ones.
    pub(super) fn ways(self, matters: &[&str]) -> Vec<(&'a crate::read::Clause, &'a crate::read::Rule, &'a [Way])> {
        let named = |matter: &Matter| match matter {
            Matter::Any => false,
            Matter::Terms => matters.iter().any(|m| m.eq_ignore_ascii_case("terms")),
            Matter::Membership => matters.iter().any(|m| m.eq_ignore_ascii_case("membership")),
            Matter::Named(name) => matters.iter().any(|m| m.eq_ignore_ascii_case(name)),
        };
        let all: Vec<_> = self
            .charter
            .rules()
            .filter_map(|(clause, rule)| match &rule.tree.says {
                Says::Decided { matter, by } => Some((clause, rule, matter, by.as_slice())),
                _ => None,
            })
            .collect();
        let special: Vec<_> = all.iter().filter(|(_, _, matter, _)| named(matter)).map(|(c, r, _, b)| (*c, *r, *b)).collect();
        if special.is_empty() { all.into_iter().filter(|(_, _, m, _)| **m == Matter::Any).map(|(c, r, _, b)| (c, r, b)).collect() } else { special }
    }

    pub fn carried(self, motion: &str) -> Verdict {
        let Some(motion) = self.record.motion(motion) else {
            return Verdict::new(None, State::CannotTell, "cannot tell: the record does not hold the motion").missing("the motion");
        };
        let matters: Vec<&str> = motion.matters.iter().map(String::as_str).collect();
        let rules = self.ways(&matters);
        if rules.is_empty() {
            return Verdict::new(None, State::NoneGiven, "the terms do not say how decisions are made");
        }
        let place = self.meeting(&motion.meeting).and_then(|m| m.day.map(|day| (m, day)));
        let at = motion.item.clone().map(Moment::Item);
        let place = place.map(|(meeting, day)| Place { meeting, day, at: at.as_ref() });
        let mut worst: Option<Verdict> = None;
        for (clause, rule, ways) in rules {
            if let Some(place) = &place
                && self.holds(&rule.tree, Some(place), place.day).truth == Truth::No
            {
                continue;
            }
            let cited = cite(clause, rule);
            let verdict = self.decided(motion, place.as_ref(), &clause.number, &cited, ways);
            let rank = |s: State| [State::Met, State::CannotTell, State::Breached].iter().position(|x| *x == s);
            if worst.as_ref().is_none_or(|w| rank(w.state) < rank(verdict.state)) {
                worst = Some(verdict);
            }
        }
        worst.unwrap_or_else(|| Verdict::new(None, State::NoneGiven, "the terms do not say how this is decided"))
    }

    fn decided(self, motion: &Motion, place: Option<&Place<'a>>, clause: &str, cited: &str, ways: &[Way]) -> Verdict {
        let voted = !motion.votes.is_empty() || motion.count.is_some();
        let mut sought = false;
        for way in ways {
            match way {
                Way::Consensus => {
                    sought = true;
                    if motion.consensus == Some(true) {
                        return Verdict::new(Some(clause), State::Met, format!("agreed by consensus ({cited})"));
                    }
                }
                Way::Vote(tally) if voted => {
                    let mut verdict = self.voted(motion, place, clause, cited, tally);
                    if sought && motion.consensus.is_none() {
                        verdict.because.push("a vote was taken, so there was no consensus".to_owned());
                    }
                    return verdict;
                }
                Way::Vote(_) => {}
            }
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

    fn voted(self, motion: &Motion, place: Option<&Place<'a>>, clause: &str, cited: &str, tally: &[Term]) -> Verdict {
        let mut truth = Truth::Yes;
        let mut words = Vec::new();
        let mut missing = Vec::new();
        let mut because = Vec::new();
        let mut figures = None;
        for term in tally {
            let (in_favour, against, perhaps) = self.votes(motion, place, term, &mut because, &mut missing);
            let casting = self.casting(motion, in_favour, against, &mut because);
            let in_favour = in_favour + casting;
            let base = if term.group.noun == Noun::Vote {
                super::counting::Counted::exactly(in_favour + against)
            } else {
                match place {
                    Some(place) => self.count_at(place, &term.group),
                    None => super::counting::Counted::unknown("the meeting and its day"),
                }
            };
            // Somebody who may not decide is in the room; whether "those present" includes them the terms do not say.
            let barred = if term.group.filters.contains(&crate::tree::Filter::Present) { self.barred_in_room(motion, place) } else { 0 };
            let (low, high) = base.low_and_high();
            let (low, high) = (low.saturating_sub(barred), high);
            let fixed = matches!(term.measure, Measure::Number(_));
            let least = needed(term.measure, low);
            let most = if fixed { Some(least) } else { high.map(|h| needed(term.measure, h)) };
            let carried = match most {
                Some(most) if in_favour >= most => Truth::Yes,
                _ if in_favour + perhaps < least => Truth::No,
                // Where the base may be larger than the record shows, fewer than it asks already is a no.
                _ => {
                    if barred > 0 {
                        missing.push("whether those present include somebody who may not decide: the terms do not say".to_owned());
                    }
                    missing.extend(base.missing.iter().cloned());
                    Truth::CannotTell
                }
            };
            truth = truth.and(carried);
            let of = if term.group.noun == Noun::Vote {
                format!("{} votes cast", base.words())
            } else {
                format!("{}{} present", base.words(), super::quorum::group_words(&term.group))
            };
            let of = if term.group.noun != Noun::Vote && !term.group.filters.contains(&crate::tree::Filter::Present) {
                format!("{} {}", base.words(), term.group.plural())
            } else {
                of
            };
            let needs = match most {
                Some(most) if most != least => format!("between {least} and {most} are needed"),
                _ => format!("{least} {} needed", if least == 1 { "is" } else { "are" }),
            };
            words.push(format!("{in_favour} of {of} in favour, {against} against; {needs}"));
            figures = figures.or(most.filter(|m| *m == least).map(|needed| Figures { have: in_favour, of: base.known().unwrap_or(low), needed }));
        }
        let (state, lead) = match truth {
            Truth::Yes => (State::Met, "carried"),
            Truth::No => (State::Breached, "not carried"),
            Truth::CannotTell => (State::CannotTell, "cannot tell whether it is carried"),
        };
        let mut verdict = Verdict::new(Some(clause), state, format!("{lead}: {} ({cited})", words.join("; and ")));
        verdict.because = because;
        if truth == Truth::CannotTell {
            missing.dedup();
            verdict.missing = missing;
        }
        verdict.figures = figures;
        verdict
    }

    /// Votes in favour and against of those whom a term asks, and how many in favour may count or not.
    fn votes(self, motion: &Motion, place: Option<&Place<'a>>, term: &Term, because: &mut Vec<String>, missing: &mut Vec<String>) -> (u32, u32, u32) {
        if motion.votes.is_empty() {
            let count = motion.count.unwrap_or_default();
            return (count.in_favour, count.against, 0);
        }
        let (mut yes, mut no, mut perhaps) = (0, 0, 0);
        let sitting = place.map(|p| self.sitting(p.day).0).unwrap_or_default();
        for vote in &motion.votes {
            let name = self.record.name_of(&vote.person);
            if self.bars(motion, &vote.person) {
                because.push(format!("the vote of {name} does not count: a ruling on an interest, or the terms, keep them from this decision"));
                continue;
            }
            let mut counts = Truth::Yes;
            if let Some(place) = place {
                let mine = |a: &&crate::record::Attendance| a.meeting == place.meeting.id && a.person == vote.person;
                let capacity = self.record.roll.iter().find(mine).map(|a| a.capacity);
                match capacity {
                    Some(Capacity::Substitute) => {
                        counts = self.of_substitutes(Verb::Vote).0;
                        if counts == Truth::CannotTell {
                            missing.push("whether a substitute votes: the terms do not say".to_owned());
                        }
                    }
                    Some(Capacity::Guest | Capacity::Officer | Capacity::Observer) => {
                        because.push(format!("the vote of {name} does not count: not there as a member"));
                        continue;
                    }
                    _ => {}
                }
                let seat =
                    vote.seat.as_ref().and_then(|s| self.record.seat(s)).or_else(|| sitting.iter().find(|s| s.person == vote.person).map(|s| s.seat));
                if let Some(seat) = seat {
                    let (fits, why) = self.seat_fits(seat, Some(&vote.person), place.day, &term.group);
                    if fits == Truth::No {
                        continue;
                    }
                    counts = counts.and(fits);
                    missing.extend(why);
                }
            }
            match (vote.cast, counts) {
                (Cast::For, Truth::Yes) => yes += 1,
                (Cast::Against, Truth::Yes) => no += 1,
                (Cast::For, Truth::CannotTell) => perhaps += 1,
                _ => {}
            }
        }
        (yes, no, perhaps)
    }

    /// A casting vote in favour, where the votes are equal and the terms give one.
    fn casting(self, motion: &Motion, in_favour: u32, against: u32, because: &mut Vec<String>) -> u32 {
        let Some(cast) = motion.casting else { return 0 };
        let given = self.doing(Verb::CastSecondVote).find(|d| d.force != Force::MustNot && !excepted(d.rule.tree.unless.as_ref(), motion));
        match given {
            None => {
                because.push("the terms give no casting vote for this, so the one recorded does not count".to_owned());
                0
            }
            Some(_) if in_favour != against => {
                because.push("the votes are not equal, so the casting vote does not count".to_owned());
                0
            }
            Some(doing) => {
                because.push(format!("the casting vote counts ({})", doing.cite()));
                u32::from(cast == Cast::For)
            }
        }
    }

    /// Whether somebody is kept from a decision by a ruling or by the terms.
    fn bars(self, motion: &Motion, person: &str) -> bool {
        let ruled = self
            .record
            .interests
            .iter()
            .filter(|i| i.person == person && i.meeting == motion.meeting && (i.item.is_none() || i.item == motion.item))
            .any(|i| i.ruling.as_ref().is_some_and(|r| r.part != Part::Full) || self.bar_for(&i.kind, Verb::Decide).is_some());
        ruled || self.no_vote_for(person, motion).is_some()
    }

    fn barred_in_room(self, motion: &Motion, place: Option<&Place<'a>>) -> u32 {
        let Some(place) = place else { return 0 };
        let people: std::collections::BTreeSet<&str> =
            self.record.interests.iter().filter(|i| i.meeting == motion.meeting).map(|i| i.person.as_str()).collect();
        let count = people.into_iter().filter(|p| self.bars(motion, p) && self.is_in_room(place, p) == Truth::Yes).count();
        u32::try_from(count).unwrap_or(0)
    }
}

fn excepted(unless: Option<&Condition>, motion: &Motion) -> bool {
    match unless {
        Some(Condition::Matter(name)) => motion.matters.iter().any(|m| m.eq_ignore_ascii_case(name)),
        Some(Condition::State(Circumstance::VotesEqual)) => false,
        Some(Condition::Either(a, b)) => excepted(Some(a), motion) || excepted(Some(b), motion),
        _ => false,
    }
}
