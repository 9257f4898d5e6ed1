//! Whether a motion is carried.

use std::collections::BTreeMap;

use super::acts::{Subject, holds};
use super::counting::Counted;
use super::{Doing, Place, Truth, View, cite};
use crate::read::{Clause, Rule};
use crate::record::{Capacity, Cast, Kind, Moment, Motion, Part, Seat};
use crate::tree::{Condition, Filter, Force, Group, Matter, Measure, Noun, Says, Sort, Term, Thing, Time, Verb, Way, Weight, Who, Word};
use crate::verdict::{Figures, State, Verdict};
use jiff::civil::Date;

/// A vote as it counts: a person's, or that of an organisation or a group which several people cast together.
struct Ballot<'a> {
    person: Option<&'a str>,
    seat: Option<&'a Seat>,
    cast: Cast,
    weight: u32,
    counts: Truth,
}

impl<'a> View<'a> {
    /// The rules by which a matter of these classes is decided: the ones for its classes, or else the general ones.
    pub(super) fn ways(self, matters: &[&str]) -> Vec<(&'a Clause, &'a Rule, &'a [Way])> {
        let is = |word: &str| matters.iter().any(|m| super::acts::same(m, word));
        let named = |matter: &Matter| match matter {
            Matter::Any => false,
            Matter::Terms => is("terms"),
            Matter::Membership => is("membership"),
            Matter::Election => is("election"),
            Matter::Raising => is("a larger majority"),
            Matter::Named(name) => is(name),
        };
        let all: Vec<_> = self
            .charter
            .rules()
            .filter_map(|(clause, rule)| match &rule.tree.says {
                Says::Decided { matter, by } => Some((clause, rule, matter, by.as_slice())),
                _ => None,
            })
            .collect();
        // What asks a larger majority is a change of the terms too, with a rule of its own.
        let raising = all.iter().any(|(_, _, m, _)| **m == Matter::Raising && named(m));
        let special: Vec<_> =
            all.iter().filter(|(_, _, m, _)| named(m) && !(raising && **m == Matter::Terms)).map(|(c, r, _, b)| (*c, *r, *b)).collect();
        if special.is_empty() { all.into_iter().filter(|(_, _, m, _)| **m == Matter::Any).map(|(c, r, _, b)| (c, r, b)).collect() } else { special }
    }

    /// The day of a motion: that of its meeting, or the one on which it was put.
    fn day_of(self, motion: &Motion) -> Option<Date> {
        self.meeting(&motion.meeting).and_then(|m| m.day).or(motion.put)
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
        let place = place.map(|(meeting, day)| Place { meeting, day, at: at.as_ref(), motion: Some(motion) });
        if let Some(invalid) = self.invalid(motion) {
            return invalid;
        }
        let day = self.day_of(motion);
        let mut worst: Option<Verdict> = None;
        for (clause, rule, ways) in rules {
            let applies = match (&place, day) {
                (Some(place), _) => self.holds(&rule.tree, Some(place), place.day).truth,
                (None, Some(day)) => self.holds(&rule.tree, None, day).truth,
                _ => Truth::Yes,
            };
            if applies == Truth::No {
                continue;
            }
            let cited = cite(clause, rule);
            let mut verdict = self.decided(motion, place.as_ref(), (&clause.number, &cited), ways);
            if applies == Truth::CannotTell && verdict.state != State::Met {
                verdict.state = State::CannotTell;
                verdict.sentence = format!("cannot tell whether this rule applies; by it: {}", verdict.sentence);
                verdict
                    .missing
                    .extend([&rule.tree.when, &rule.tree.only_if, &rule.tree.unless].into_iter().flatten().map(|c| format!("whether {c}")));
            }
            let rank = |s: State| [State::Met, State::Due, State::CannotTell, State::Breached].iter().position(|x| *x == s);
            if worst.as_ref().is_none_or(|w| rank(w.state) < rank(verdict.state)) {
                worst = Some(verdict);
            }
        }
        worst.unwrap_or_else(|| Verdict::new(None, State::NoneGiven, "the terms do not say how this is decided"))
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

    /// How a vote came out by a tally, and whether as many were for as against.
    fn voted(self, motion: &'a Motion, place: Option<&Place<'a>>, (clause, cited): (&str, &str), tally: &[Term]) -> (Verdict, bool) {
        let mut because = Vec::new();
        let mut missing = Vec::new();
        let ballots = self.ballots(motion, place, &mut because, &mut missing);
        let mut truth = Truth::Yes;
        let mut words = Vec::new();
        let mut figures = None;
        let mut equal = false;
        for term in tally {
            let mut one = self.term_voted(motion, place, term, ballots.as_deref(), &mut because, &mut missing);
            if let Some(or) = &term.or
                && one.truth != Truth::Yes
            {
                let other = self.term_voted(motion, place, or, ballots.as_deref(), &mut because, &mut missing);
                one.truth = one.truth.or(other.truth);
                one.words = format!("{}; or {}", one.words, other.words);
            }
            truth = truth.and(one.truth);
            equal |= one.equal;
            words.push(one.words);
            figures = figures.or(one.figures);
        }
        let (state, lead) = match truth {
            Truth::Yes => (State::Met, "carried"),
            Truth::No => (State::Breached, "not carried"),
            Truth::CannotTell => (State::CannotTell, "cannot tell whether it is carried"),
        };
        let mut verdict = Verdict::new(Some(clause), state, format!("{lead}: {} ({cited})", words.join("; and ")));
        because.dedup();
        verdict.because = because;
        if truth == Truth::CannotTell {
            missing.dedup();
            verdict.missing = missing;
        }
        verdict.figures = figures;
        (verdict, equal)
    }

    fn term_voted(
        self,
        motion: &'a Motion,
        place: Option<&Place<'a>>,
        term: &Term,
        ballots: Option<&[Ballot<'a>]>,
        because: &mut Vec<String>,
        missing: &mut Vec<String>,
    ) -> Outcome {
        let day = self.day_of(motion);
        let (mut in_favour, mut against, mut perhaps) = (0, 0, 0);
        match ballots {
            None => {
                let count = motion.count.unwrap_or_default();
                (in_favour, against) = (count.in_favour, count.against);
            }
            Some(ballots) => {
                for ballot in ballots {
                    let mut counts = ballot.counts;
                    if let (Some(seat), Some(day), false) = (ballot.seat, day, matches!(term.group.noun, Noun::Of(_))) {
                        let (fits, why) = self.term_fits(seat, ballot.person, day, &term.group, place);
                        if fits == Truth::No {
                            continue;
                        }
                        counts = counts.and(fits);
                        missing.extend(why);
                    }
                    match (ballot.cast, counts) {
                        (Cast::For, Truth::Yes) => in_favour += ballot.weight,
                        (Cast::Against, Truth::Yes) => against += ballot.weight,
                        (Cast::For, Truth::CannotTell) => perhaps += ballot.weight,
                        _ => {}
                    }
                }
            }
        }
        let equal = in_favour == against;
        let casting = self.casting(motion, in_favour, against, because);
        let in_favour = in_favour + casting;
        let group = &term.group;
        let voting = group.filters.contains(&Filter::Voting);
        let weighted = ballots.is_some_and(|b| b.iter().any(|b| b.weight != 1));
        let by_mail = motion.by.as_deref().is_some_and(|b| b != "meeting");
        let base = if group.noun == Noun::Vote || voting {
            Counted::exactly(in_favour + against)
        } else if weighted && day.is_some() {
            self.weights(group, place, day.unwrap_or(Date::MIN))
        } else {
            match (place, day) {
                (Some(place), _) if !by_mail => self.count_at(place, group),
                // By e-mail nobody is in a room: those asked are meant.
                (_, Some(day)) => {
                    let mut group = group.clone();
                    group.filters.retain(|f| *f != Filter::Present);
                    self.count_on(day, &group)
                }
                _ => Counted::unknown("the meeting and its day"),
            }
        };
        // Somebody who may not decide is in the room; whether "those present" includes them the terms do not say.
        let barred = if group.filters.contains(&Filter::Present) { self.barred_in_room(motion, place) } else { 0 };
        let (low, high) = base.low_and_high();
        let low = low.saturating_sub(barred);
        let shrunk = Counted { low, perhaps: high.map_or(0, |h| h - low), open: high.is_none(), missing: base.missing.clone() };
        let fixed = matches!(term.measure, Measure::Number(_));
        let asked = self.asked(&term.measure, &shrunk, day.unwrap_or(Date::MIN), place, None);
        let (least, most) = (asked.least, asked.most);
        let carried = match most {
            Some(most) if in_favour >= most && (most > 0 || fixed) => Truth::Yes,
            _ if in_favour + perhaps < least || (in_favour + perhaps == 0 && !fixed) => Truth::No,
            // Where the base may be larger than the record shows, fewer than it asks already is a no.
            _ => {
                if barred > 0 {
                    missing.push("whether those present include somebody who may not decide: the terms do not say".to_owned());
                }
                missing.extend(asked.missing);
                missing.extend(base.missing.iter().cloned());
                Truth::CannotTell
            }
        };
        let of = if group.noun == Noun::Vote {
            format!("{} votes cast", base.words())
        } else if voting || !group.filters.contains(&Filter::Present) {
            format!("{} {}", base.words(), group.plural())
        } else {
            format!("{}{} present", base.words(), super::quorum::group_words(group))
        };
        let needs = match most {
            Some(most) if most != least => format!("between {least} and {most} are needed"),
            _ => format!("{least} {} needed", if least == 1 { "is" } else { "are" }),
        };
        Outcome {
            truth: carried,
            words: format!("{in_favour} of {of} in favour, {against} against; {needs}"),
            equal,
            figures: most.filter(|m| *m == least).map(|needed| Figures { have: in_favour, of: base.known().unwrap_or(low), needed }),
        }
    }

    fn term_fits(self, seat: &'a Seat, person: Option<&str>, day: Date, group: &Group, place: Option<&Place<'a>>) -> (Truth, Option<String>) {
        let mut plain = group.clone();
        plain.filters.retain(|f| !matches!(f, Filter::Present | Filter::Voting));
        if let Noun::Named(name) = &group.noun {
            let fits = self.has_attribute(seat, person, name, day);
            let (also, why) = self.fits(seat, person, day, &plain, place);
            return (fits.and(also), why.or(Some(format!("who are {name}"))));
        }
        self.fits(seat, person, day, &plain, place)
    }

    /// The whole weight of a group's votes.
    fn weights(self, group: &Group, place: Option<&Place<'a>>, day: Date) -> Counted {
        let mut out = Counted::default();
        if let Noun::Of(sort) = &group.noun {
            for one in self.of_sort(sort, day).0 {
                match self.weight_of(None, Some((sort, one)), day).1 {
                    Some(weight) => out.low += weight,
                    None => out.open = true,
                }
            }
            return out;
        }
        let sitting = self.sitting(day);
        let (substitutes, _) = self.of_substitutes(Verb::Vote);
        for s in sitting.0.iter().filter(|s| super::counting::is_member(s.seat)) {
            let mut fits = self.term_fits(s.seat, Some(s.person), day, group, place).0;
            if let (true, Some(place)) = (group.filters.contains(&Filter::Present), place) {
                fits = fits.and(self.is_seat_present(place, s.person, s.seat, substitutes).0);
            }
            let weight = self.weight_of(Some((s.person, s.seat)), None, day).1;
            match (fits, weight) {
                (Truth::Yes, Some(weight)) => out.low += weight,
                (Truth::No, _) => {}
                (Truth::CannotTell, Some(weight)) => out.perhaps += weight,
                _ => out.open = true,
            }
        }
        out.open |= !sitting.1;
        out
    }

    /// How many votes the terms give somebody, or one of a sort that votes as one, with the rule; none where a table does not say.
    fn weight_of(self, person: Option<(&str, &'a Seat)>, unit: Option<(&Sort, &str)>, day: Date) -> (Option<&'a Rule>, Option<u32>) {
        for (_, rule) in self.charter.rules() {
            let Says::Votes { who, weight, .. } = &rule.tree.says else { continue };
            let spoken_of = match (who, person, unit) {
                (Who::Each(g) | Who::Any(g) | Who::The(g), _, Some((sort, _))) => g.noun == Noun::Of(sort.clone()),
                (Who::Each(g) | Who::Any(g) | Who::The(g), Some((person, seat)), None) if !matches!(g.noun, Noun::Of(_)) => {
                    let named = if let Noun::Named(name) = &g.noun { self.has_attribute(seat, Some(person), name, day) } else { Truth::Yes };
                    named.and(self.seat_fits(seat, Some(person), day, g).0) == Truth::Yes
                }
                (Who::Post(post), Some((person, seat)), None) => {
                    self.post_holders(post, day).0.contains(&person)
                        || matches!(post, crate::tree::Post::Organisation(name) if self.comes_from(seat, name, day) == Truth::Yes)
                }
                (Who::Post(crate::tree::Post::Organisation(name)), _, Some((sort, one))) => super::acts::same(&self.name_of_sort(sort, one), name),
                _ => false,
            };
            if !spoken_of {
                continue;
            }
            let key = unit.map(|(_, one)| one).or(person.and_then(|(_, s)| s.organisation.as_deref()));
            return match weight {
                Weight::Number(n) => (Some(rule), Some(*n)),
                Weight::Given(name) => (Some(rule), self.number(name, day, key).or_else(|| self.number(name, day, person.map(|(p, _)| p)))),
            };
        }
        (None, Some(1))
    }

    /// The sort of organisation or group that has a vote of its own, with how its members settle it.
    fn units(self) -> Option<(&'a Sort, &'a Rule)> {
        self.charter.rules().find_map(|(_, rule)| match &rule.tree.says {
            Says::Votes { who: Who::Each(g) | Who::The(g) | Who::Any(g), .. } => match &g.noun {
                Noun::Of(sort) => Some((sort, rule)),
                _ => None,
            },
            _ => None,
        })
    }

    /// The votes as they count; none where only numbers are held.
    fn ballots(self, motion: &'a Motion, place: Option<&Place<'a>>, because: &mut Vec<String>, missing: &mut Vec<String>) -> Option<Vec<Ballot<'a>>> {
        let silent = self.silent(motion, because);
        if motion.votes.is_empty() && silent.is_empty() {
            return None;
        }
        let day = self.day_of(motion);
        let sitting = day.map(|d| self.sitting(d).0).unwrap_or_default();
        let mut out: Vec<Ballot<'a>> = Vec::new();
        let mut seen: BTreeMap<&str, u32> = BTreeMap::new();
        for vote in &motion.votes {
            let name = self.record.name_of(&vote.person);
            if self.bars(motion, &vote.person) {
                because.push(format!("the vote of {name} does not count: a ruling on an interest, or the terms, keep them from this decision"));
                continue;
            }
            let times = seen.entry(&vote.person).or_default();
            *times += 1;
            if *times > 1 && vote.seat.is_none() {
                because.push(format!("{name} voted more than once; the first vote counts"));
                continue;
            }
            let mut counts = Truth::Yes;
            let mut capacity = None;
            if let Some(place) = place {
                capacity = self.roll(place).find(|a| a.person == vote.person).map(|a| a.capacity);
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
                    None if self.only_present(motion)
                        && motion.by.as_deref().is_none_or(|b| b == "meeting")
                        && self.is_in_room(place, &vote.person) == Truth::No =>
                    {
                        because.push(format!("the vote of {name} does not count: not present"));
                        continue;
                    }
                    _ => {}
                }
            }
            let line_seat = place.and_then(|p| self.roll(p).find(|a| a.person == vote.person)).and_then(|a| a.seat.as_deref());
            let seat = vote
                .seat
                .as_deref()
                .or(line_seat.filter(|_| capacity == Some(Capacity::Substitute)))
                .and_then(|s| self.index.seats.get(s).copied())
                .or_else(|| sitting.iter().find(|s| s.person == vote.person).map(|s| s.seat));
            let (rule, weight) = match (seat, day) {
                (Some(seat), Some(day)) => self.weight_of(Some((&vote.person, seat)), None, day),
                _ => (None, Some(1)),
            };
            if let Some(rule) = rule.filter(|_| weight != Some(1)) {
                because.push(format!(
                    "{name} has {} by “{}”",
                    weight.map_or("an unknown number of votes".to_owned(), |w| format!("{w} votes")),
                    rule.canonical
                ));
            }
            if weight.is_none() {
                missing.push(format!("how many votes {name} has"));
                counts = counts.and(Truth::CannotTell);
            }
            out.push(Ballot { person: Some(&vote.person), seat, cast: vote.cast, weight: weight.unwrap_or(1), counts });
        }
        for s in silent {
            out.push(Ballot { person: Some(s.person), seat: Some(s.seat), cast: Cast::For, weight: 1, counts: Truth::Yes });
        }
        match (self.units(), day) {
            (Some((sort, rule)), Some(day)) => Some(self.together(motion, place, &out, (sort, rule), day, because, missing)),
            _ => Some(out),
        }
    }

    /// The votes of groups or organisations, each settled by its own.
    #[allow(clippy::too_many_arguments)]
    fn together(
        self,
        motion: &'a Motion,
        place: Option<&Place<'a>>,
        ballots: &[Ballot<'a>],
        (sort, rule): (&'a Sort, &'a Rule),
        day: Date,
        because: &mut Vec<String>,
        missing: &mut Vec<String>,
    ) -> Vec<Ballot<'a>> {
        let Says::Votes { settled, cast, .. } = &rule.tree.says else { return Vec::new() };
        let mut out = Vec::new();
        for one in self.of_sort(sort, day).0 {
            let name = self.name_of_sort(sort, one);
            if let Some(bar) = self.unit_barred(&name, one, motion, day) {
                because.push(format!("{name} has no vote on this ({})", bar.cite()));
                continue;
            }
            let own: Vec<&Ballot<'a>> = ballots.iter().filter(|b| b.seat.is_some_and(|s| self.seat_sort(s, sort) == Some(one))).collect();
            if own.is_empty() {
                continue;
            }
            let delegate = cast.as_ref().and_then(|who| {
                own.iter().find(|b| {
                    b.person.is_some_and(|p| {
                        let subject = Subject { person: Some(p.to_owned()), ..Subject::default() };
                        self.among(&[p.to_owned()].into(), who, day, Some(&subject), false) == Truth::Yes
                    })
                })
            });
            let (for_it, against) = own.iter().fold((0, 0), |(f, a), b| match b.cast {
                Cast::For => (f + b.weight, a),
                Cast::Against => (f, a + b.weight),
                Cast::Abstained => (f, a),
            });
            let (decided, why) = if let Some(delegate) = delegate {
                (Some(delegate.cast), "by its delegate")
            } else if let Some(term) = settled.first() {
                let here = match place {
                    Some(place) if term.group.filters.contains(&Filter::Present) => self.present_of(place, &term.group, sort, one),
                    _ if term.group.noun == Noun::Vote => Counted::exactly(for_it + against),
                    _ => self.of_one(day, &term.group, sort, one),
                };
                let asked = self.asked(&term.measure, &here, day, place, Some(one));
                let enough = |n: u32| asked.most.is_some_and(|most| n >= most && n > 0);
                if asked.most.is_none() {
                    missing.push(format!("how many of {name} are needed"));
                }
                (
                    if enough(for_it) {
                        Some(Cast::For)
                    } else if enough(against) {
                        Some(Cast::Against)
                    } else {
                        None
                    },
                    "by its own majority",
                )
            } else if for_it > 0 && against > 0 {
                missing.push(format!("how {name} cast its one vote: its people voted both ways"));
                (None, "")
            } else {
                (own.first().map(|b| b.cast), "")
            };
            match decided {
                Some(cast) => {
                    let (_, weight) = self.weight_of(None, Some((sort, one)), day);
                    if weight.is_none() {
                        missing.push(format!("how many votes {name} has"));
                    }
                    let word = match cast {
                        Cast::For => "for",
                        Cast::Against => "against",
                        Cast::Abstained => "abstaining",
                    };
                    because.push(format!("{name}: {word}{}{why}", if why.is_empty() { "" } else { ", " }));
                    let counts = if weight.is_none() { Truth::CannotTell } else { Truth::Yes };
                    out.push(Ballot { person: None, seat: own.first().and_then(|b| b.seat), cast, weight: weight.unwrap_or(1), counts });
                }
                None => because.push(format!("{name} cast no vote: {for_it} for and {against} against settle none")),
            }
        }
        out
    }

    /// A rule that keeps one of those that vote as one from a matter.
    fn unit_barred(self, name: &str, id: &str, motion: &Motion, day: Date) -> Option<Doing<'a>> {
        self.doing(Verb::Vote).find(|d| {
            let spoken_of = match d.who {
                Some(Who::Post(crate::tree::Post::Organisation(n) | crate::tree::Post::Named(n))) => super::acts::same(n, name) || n == id,
                _ => false,
            };
            spoken_of && d.force == Force::MustNot && self.about(d, motion, day)
        })
    }

    /// Whether a rule on voting speaks of a motion's matter.
    pub(super) fn about(self, doing: &Doing<'a>, motion: &Motion, day: Date) -> bool {
        let subject =
            Subject { of: Some(motion.id.clone()), matters: motion.matters.clone(), meeting: Some(motion.meeting.clone()), ..Subject::default() };
        let thing = match &doing.deed.thing {
            Some(Thing::DecisionOn(name) | Thing::Named(name)) => holds(&motion.matters, name),
            _ => true,
        };
        let about = doing.deed.manner.iter().all(|m| match m {
            crate::tree::Manner::About(name) => holds(&motion.matters, name),
            _ => true,
        });
        let tree: &'a crate::tree::Sentence = &doing.rule.tree;
        let so = |c: &'a Option<Condition>, wanted: Truth| c.as_ref().is_none_or(|c| self.condition_of(c, &subject, day) == wanted);
        thing && about && so(&tree.when, Truth::Yes) && (doing.force == Force::May || so(&tree.only_if, Truth::Yes)) && so(&tree.unless, Truth::No)
    }

    fn only_present(self, motion: &Motion) -> bool {
        self.doing(Verb::Vote).any(|d| match d.who {
            Some(Who::Only(g)) => g.filters.contains(&Filter::Present),
            Some(Who::Any(g) | Who::The(g)) => d.force == Force::MustNot && g.filters.contains(&Filter::Away),
            _ => false,
        }) && motion.count.is_none()
    }

    /// Members who did not answer an e-mail in time, where the terms take that for agreement.
    fn silent(self, motion: &'a Motion, because: &mut Vec<String>) -> Vec<super::counting::Sitting<'a>> {
        let Some(put) = motion.put.filter(|_| motion.by.as_deref().is_some_and(|b| b != "meeting")) else { return Vec::new() };
        let Some(doing) = self.doing(Verb::CountAsAgreeing).find(|d| matches!(d.force, Force::Must | Force::May)) else { return Vec::new() };
        let length = match &doing.rule.tree.when {
            Some(Condition::Not(inner)) => match inner.as_ref() {
                Condition::Does(_, deed) if deed.verb == Verb::Reply => {
                    deed.times.iter().find_map(|t| if let Time::Within(l, _) = t { Some(*l) } else { None })
                }
                _ => None,
            },
            _ => None,
        };
        let over = length.and_then(|l| l.in_whole_days()).map(|(n, u)| calendar::deadline_after(put, n, u, self.holidays()).letter);
        let known = over.unwrap_or(put);
        if !self.record.is_complete(Kind::Motions, known) {
            return Vec::new();
        }
        let out: Vec<_> = self
            .sitting(put)
            .0
            .into_iter()
            .filter(|s| super::counting::is_member(s.seat) && !motion.votes.iter().any(|v| v.person == s.person) && !self.bars(motion, s.person))
            .collect();
        for s in &out {
            because.push(format!("{} did not reply, which is agreement ({})", self.record.name_of(s.person), doing.cite()));
        }
        out
    }

    /// A casting vote in favour, where the votes are equal and the terms give one.
    fn casting(self, motion: &'a Motion, in_favour: u32, against: u32, because: &mut Vec<String>) -> u32 {
        let Some(cast) = motion.casting else { return 0 };
        let given = self.doing(Verb::CastSecondVote).find(|d| {
            d.force != Force::MustNot && d.force != Force::NeedNot && {
                let subject = Subject { of: Some(motion.id.clone()), matters: motion.matters.clone(), ..Subject::default() };
                let day = self.day_of(motion).unwrap_or(Date::MIN);
                d.rule.tree.unless.as_ref().is_none_or(|c| self.condition_of(c, &subject, day) != Truth::Yes)
                    && d.rule.tree.only_if.as_ref().is_none_or(|c| self.condition_of(c, &subject, day) != Truth::No)
            }
        });
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
    fn bars(self, motion: &'a Motion, person: &str) -> bool {
        let ruled = self
            .record
            .interests
            .iter()
            .filter(|i| i.person == person && i.meeting == motion.meeting && (i.item.is_none() || i.item == motion.item))
            .any(|i| {
                i.ruling.as_ref().is_some_and(|r| r.part != Part::Full)
                    || self.bar_for(&i.kind, Verb::Decide).is_some()
                    || self.bar_for(&i.kind, Verb::Vote).is_some()
            });
        ruled || self.no_vote_for(person, motion).is_some()
    }

    fn barred_in_room(self, motion: &'a Motion, place: Option<&Place<'a>>) -> u32 {
        let Some(place) = place else { return 0 };
        let people: std::collections::BTreeSet<&str> =
            self.record.interests.iter().filter(|i| i.meeting == motion.meeting).map(|i| i.person.as_str()).collect();
        let count = people.into_iter().filter(|p| self.bars(motion, p) && self.is_in_room(place, p) == Truth::Yes).count();
        u32::try_from(count).unwrap_or(0)
    }

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
                && !self.record.facts.iter().any(|f| super::acts::same(&f.name, name))
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

struct Outcome {
    truth: Truth,
    words: String,
    equal: bool,
    figures: Option<Figures>,
}
