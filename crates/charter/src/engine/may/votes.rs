//! Votes, and decisions between meetings.

use super::interests::Does;
use super::nobody;
use crate::engine::{Doing, Truth, View, cite};
use crate::record::{Capacity, Motion};
use crate::tree::{Circumstance, Condition, Force, Noun, Thing, Time, Verb, Way, Who, With, Word};
use crate::verdict::{Answer, Choice, Ruling};
use jiff::civil::Date;

impl<'a> View<'a> {
    pub fn may_hold_vote(self, matters: &[String]) -> Answer {
        let matters: Vec<&str> = matters.iter().map(String::as_str).collect();
        let rules = self.ways(&matters);
        let Some((clause, rule, _)) = rules.first() else { return Answer::not_said("the terms do not say how decisions are made") };
        match rules.iter().find(|(.., ways)| ways.iter().any(|w| matches!(w, Way::Vote(_)))) {
            Some((clause, rule, ways)) => {
                let first =
                    if matches!(ways.first(), Some(Way::Consensus)) { "where there is no consensus, a vote decides" } else { "a vote decides" };
                let tally = ways.iter().find_map(|w| match w {
                    Way::Vote(tally) => Some(crate::tree::tally_in_words(tally)),
                    _ => None,
                });
                Answer::yes(&clause.number, format!("{first}: {} ({})", tally.unwrap_or_default(), cite(clause, rule)))
            }
            None => Answer::no(
                Some(&clause.number),
                "no_vote",
                format!("decisions are made by consensus; the terms give no vote ({})", cite(clause, rule)),
            ),
        }
    }

    /// A rule that keeps somebody from voting on a motion by their class.
    pub fn no_vote_for(self, person: &str, motion: &'a Motion) -> Option<Doing<'a>> {
        let day = self.meeting(&motion.meeting).and_then(|m| m.day)?;
        let (sitting, _) = self.sitting(day);
        let seat = sitting.iter().find(|s| s.person == person)?.seat;
        self.doing(Verb::Vote).find(|d| {
            let post = |post: &crate::tree::Post| {
                self.post_holders(post, day).0.contains(&person)
                    || matches!(post, crate::tree::Post::Organisation(name) if self.comes_from(seat, name, day) == Truth::Yes)
            };
            let (group, inside) = match d.who {
                Some(Who::Post(p)) if d.force == Force::MustNot => return post(p) && self.about(d, motion, day),
                Some(Who::No(g)) if d.force == Force::May => (g, true),
                Some(Who::The(g) | Who::Any(g) | Who::Each(g)) if d.force == Force::MustNot => (g, true),
                // Those who may vote only so have no vote otherwise.
                Some(Who::The(g) | Who::Any(g) | Who::Each(g))
                    if d.force == Force::May && d.rule.tree.only_if.is_some() && g.noun != Noun::Substitute =>
                {
                    let fits = self.seat_fits(seat, Some(person), day, g).0 == Truth::Yes;
                    let subject = crate::engine::acts::Subject { of: Some(motion.id.clone()), matters: motion.matters.clone(), ..Default::default() };
                    return fits && d.rule.tree.only_if.as_ref().is_some_and(|c| self.condition_of(c, &subject, day) == Truth::No);
                }
                Some(Who::Only(who)) if d.force == Force::May => {
                    let fits = who.groups().into_iter().any(|g| {
                        let mut plain = g.clone();
                        plain.filters.retain(|f| !matches!(f, crate::tree::Filter::Present));
                        let named = if let Noun::Named(name) = &plain.noun { self.has_attribute(seat, Some(person), name, day) } else { Truth::Yes };
                        named.and(self.seat_fits(seat, Some(person), day, &plain).0) != Truth::No
                    });
                    return !fits && self.about(d, motion, day);
                }
                _ => return false,
            };
            let mut plain = group.clone();
            plain.filters.retain(|f| !matches!(f, crate::tree::Filter::Present | crate::tree::Filter::Away | crate::tree::Filter::Interested(_)));
            if plain.filters.len() != group.filters.len() && inside {
                return false;
            }
            let mut fits = self.seat_fits(seat, Some(person), day, &plain).0;
            if let Noun::Named(name) = &plain.noun {
                fits = fits.and(self.has_attribute(seat, Some(person), name, day));
            }
            if inside && !crate::engine::counting::noun_fits(&group.noun, seat) {
                return false;
            }
            group.noun != Noun::Substitute && fits == if inside { Truth::Yes } else { Truth::No } && self.about(d, motion, day)
        })
    }

    pub fn may_vote(self, motion: &str, person: &str) -> Answer {
        let Some(motion) = self.record.motion(motion) else {
            return Answer::CannotTell { sentence: "the record does not hold the motion".to_owned(), missing: vec!["the motion".to_owned()] };
        };
        let matters: Vec<String> = motion.matters.iter().cloned().collect();
        let offered = self.may_hold_vote(&matters);
        if !matches!(offered, Answer::Yes { .. }) {
            return offered;
        }
        let name = self.record.name_of(person);
        let line = self.index.lines_of(&motion.meeting, person).first();
        match line.map(|l| l.capacity) {
            Some(Capacity::Substitute) => {
                let answer = self.of_substitute(Verb::Vote, "vote");
                if !answer.is_open() {
                    return answer;
                }
                if let Answer::NotSaid { .. } = answer {
                    return answer;
                }
            }
            Some(Capacity::Guest | Capacity::Officer | Capacity::Observer) => {
                return Answer::no(None, "not_a_member", format!("{name} is not there as a member"));
            }
            _ => {}
        }
        if let Some(doing) = self.no_vote_for(person, motion) {
            return Answer::no(Some(&doing.clause.number), "no_vote_for_class", format!("{name} has no vote on this ({})", doing.cite()));
        }
        if let Some(item) = &motion.item {
            let decide = self.may_take_part(item, person, Does::Decide);
            if !matches!(decide, Answer::Yes { .. }) {
                return decide;
            }
        }
        offered
    }

    pub fn may_decide_urgently(self, day: Date) -> Answer {
        let urgent = |d: &Doing<'_>| {
            d.deed.times.contains(&Time::BetweenMeetings)
                || matches!(d.deed.thing, Some(Thing::Word(Word::UrgentDecision)))
                || matches!(d.rule.tree.when, Some(Condition::State(Circumstance::Urgent)))
        };
        let Some(doing) = [Verb::Decide, Verb::Give].into_iter().flat_map(|v| self.doing(v)).find(urgent) else {
            return Answer::not_said("the terms do not provide for decisions between meetings");
        };
        let Some(who) = doing.who else {
            return Answer::yes(&doing.clause.number, format!("decisions may be made between meetings ({})", doing.cite()));
        };
        let consult = doing.deed.with.iter().find_map(|w| match w {
            With::Consulting(who) => Some(who),
            _ => None,
        });
        let (by, people, nobody_can) = self.rulers(who, Some(day), None, None);
        let mut sentence =
            format!("{who} decides between meetings{} ({})", consult.map_or(String::new(), |c| format!(", after consulting {c}")), doing.cite());
        if let Some(consulted) = consult
            && self.who_count(consulted, day).at_most(0) == Truth::Yes
        {
            sentence += &format!("; there is nobody among {consulted} to consult");
        }
        if nobody_can {
            sentence += &nobody(&by, &people);
        }
        Answer::Ruling(Ruling {
            by,
            people,
            choices: vec![Choice::Agree, Choice::Refuse],
            reason_required: true,
            clause: doing.clause.number.clone(),
            sentence,
            nobody_can,
        })
    }

    /// How many of those named there are on a day.
    pub fn who_count(self, who: &Who, day: Date) -> crate::engine::counting::Counted {
        match who {
            Who::The(g) | Who::Any(g) | Who::Each(g) | Who::No(g) | Who::Some(_, g) => self.count_on(day, g),
            Who::Only(who) => self.who_count(who, day),
            Who::Or(a, _) | Who::And(a, _) => self.who_count(a, day),
            Who::Post(post) => {
                let (people, whole) = self.post_holders(post, day);
                if people.is_empty() && !whole {
                    crate::engine::counting::Counted::unknown(format!("who holds the office of {}", post.title()))
                } else {
                    crate::engine::counting::Counted::exactly(u32::try_from(people.len()).unwrap_or(0))
                }
            }
        }
    }
}
