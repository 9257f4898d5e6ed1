//! How the votes come out by a tally.

use super::*;

pub(super) struct Outcome {
    truth: Truth,
    words: String,
    equal: bool,
    figures: Option<Figures>,
}

impl<'a> View<'a> {
    /// How a vote came out by a tally, and whether as many were for as against.
    pub(super) fn voted(self, motion: &'a Motion, place: Option<&Place<'a>>, (clause, cited): (&str, &str), tally: &[Term]) -> (Verdict, bool) {
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

    pub(super) fn term_voted(
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
                // Numbers alone do not say which members they are of.
                if day.is_none_or(|day| !self.is_everybody(&term.group, place, day)) {
                    (in_favour, perhaps) = (0, in_favour);
                    missing.push("the votes by name".to_owned());
                }
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
        // Somebody who may not decide is in the room; whether "those present" includes them the terms do not say, save where they say "and
        // entitled to vote".
        let barred = if group.filters.contains(&Filter::Present) && !group.filters.contains(&Filter::Entitled) {
            self.barred_in_room(motion, place)
        } else {
            0
        };
        let (low, high) = base.low_and_high();
        let low = low.saturating_sub(barred);
        let shrunk = Counted { low, perhaps: high.map_or(0, |h| h - low), open: high.is_none(), missing: base.missing.clone() };
        let fixed = matches!(term.measure, Measure::Number(_));
        let asked = self.asked(&term.measure, &shrunk, day.unwrap_or(Date::MIN), place, None);
        let (least, most) = (asked.least, asked.most);
        let mut carried = match most {
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
            format!("{}{} present", base.words(), super::super::quorum::group_words(group))
        };
        let needs = match most {
            Some(most) if most != least => format!("between {least} and {most} are needed"),
            _ => format!("{least} {} needed", if least == 1 { "is" } else { "are" }),
        };
        let mut words = format!("{in_favour} of {of} in favour, {against} against; {needs}");
        if let Some((count, sort)) = &term.spread {
            let from: std::collections::BTreeSet<&str> = ballots
                .into_iter()
                .flatten()
                .filter(|b| b.cast == Cast::For && b.counts == Truth::Yes)
                .filter_map(|b| b.seat.and_then(|s| self.seat_sort(s, sort)))
                .collect();
            let have = u32::try_from(from.len()).unwrap_or(u32::MAX);
            let truth = match ballots {
                Some(_) => Truth::of(have >= *count),
                None => Truth::CannotTell,
            };
            if truth == Truth::CannotTell {
                missing.push("the votes by name".to_owned());
            }
            carried = carried.and(truth);
            words += &format!(", from {have} different {}; {count} are needed", sort.plural());
        }
        if let Some(who) = &term.including {
            let truth = day.map_or(Truth::CannotTell, |day| self.favoured(who, ballots, day, place));
            if truth == Truth::CannotTell {
                missing.push(format!("whether {who} voted in favour"));
            }
            carried = carried.and(truth);
            words += &format!(
                "; {who} {}",
                match truth {
                    Truth::Yes => "in favour",
                    Truth::No => "not in favour",
                    Truth::CannotTell => "perhaps in favour",
                }
            );
        }
        Outcome {
            truth: carried,
            words,
            equal,
            figures: most.filter(|m| *m == least).map(|needed| Figures { have: in_favour, of: base.known().unwrap_or(low), needed }),
        }
    }

    /// Whether a group is everybody who may have voted: all the members, or all who are there.
    fn is_everybody(self, group: &Group, place: Option<&Place<'a>>, day: Date) -> bool {
        let wide = |f: &Filter| matches!(f, Filter::Present | Filter::Voting | Filter::Entitled);
        let plain = group.class.as_deref().is_none_or(|c| c == "voting") && group.filters.iter().all(wide);
        if matches!(group.noun, Noun::Vote | Noun::Of(_) | Noun::Seat) || (group.noun == Noun::Member && plain) {
            return true;
        }
        let count = |group: &Group| place.map_or_else(|| self.count_on(day, group), |p| self.count_at(p, group)).known();
        let mut narrow = group.clone();
        narrow.filters.retain(|f| !wide(f));
        let all = count(&Group { class: None, noun: Noun::Member, filters: Vec::new() });
        all.is_some() && count(&narrow) == all
    }

    /// Whether those who have to be in favour are.
    fn favoured(self, who: &Who, ballots: Option<&[Ballot<'a>]>, day: Date, place: Option<&Place<'a>>) -> Truth {
        let Some(ballots) = ballots else { return Truth::CannotTell };
        let ours = || ballots.iter().filter(|b| b.cast == Cast::For && b.counts != Truth::No);
        let count = |group: &Group| {
            ours().fold((0u32, 0u32), |(sure, perhaps), b| {
                let fits = b.seat.map_or(Truth::CannotTell, |seat| self.term_fits(seat, b.person, day, group, place).0).and(b.counts);
                match fits {
                    Truth::Yes => (sure + 1, perhaps),
                    Truth::CannotTell => (sure, perhaps + 1),
                    Truth::No => (sure, perhaps),
                }
            })
        };
        let enough = |(sure, perhaps): (u32, u32), n: u32| {
            if sure >= n {
                Truth::Yes
            } else if sure + perhaps < n {
                Truth::No
            } else {
                Truth::CannotTell
            }
        };
        match who {
            Who::Or(a, b) => self.favoured(a, Some(ballots), day, place).or(self.favoured(b, Some(ballots), day, place)),
            Who::And(a, b) => self.favoured(a, Some(ballots), day, place).and(self.favoured(b, Some(ballots), day, place)),
            Who::Only(who) => self.favoured(who, Some(ballots), day, place),
            Who::Post(post) => {
                let mut people = self.post_holders(post, day);
                if let (crate::tree::Post::Presiding, Some(place)) = (post, place) {
                    people.0 = self.presiding(place);
                }
                let organised = |b: &Ballot<'a>| match post {
                    crate::tree::Post::Organisation(name) => b.seat.is_some_and(|s| self.comes_from(s, name, day) == Truth::Yes),
                    _ => false,
                };
                if ours().any(|b| b.person.is_some_and(|p| people.0.contains(&p)) || organised(b)) {
                    Truth::Yes
                } else if people.0.is_empty() && !people.1 && !matches!(post, crate::tree::Post::Organisation(_)) {
                    Truth::CannotTell
                } else {
                    Truth::No
                }
            }
            Who::The(group) | Who::Each(group) => {
                let all = place.map_or_else(|| self.count_on(day, group), |p| self.count_at(p, group));
                match all.known() {
                    Some(n) => enough(count(group), n),
                    None => Truth::CannotTell,
                }
            }
            Who::Any(group) => enough(count(group), 1),
            Who::No(group) => enough(count(group), 1).not(),
            Who::Some(measure, group) => {
                let base = place.map_or_else(|| self.count_on(day, group), |p| self.count_at(p, group));
                let asked = self.asked(measure, &base, day, place, None);
                match asked.most {
                    Some(most) if most == asked.least => enough(count(group), most),
                    _ => Truth::CannotTell,
                }
            }
        }
    }

    pub(super) fn term_fits(
        self,
        seat: &'a Seat,
        person: Option<&str>,
        day: Date,
        group: &Group,
        place: Option<&Place<'a>>,
    ) -> (Truth, Option<String>) {
        let mut plain = group.clone();
        plain.filters.retain(|f| !matches!(f, Filter::Present | Filter::Voting | Filter::Entitled));
        if let Noun::Named(name) = &group.noun {
            let fits = self.has_attribute(seat, person, name, day);
            let (also, why) = self.fits(seat, person, day, &plain, place);
            return (fits.and(also), why.or(Some(format!("who are {name}"))));
        }
        self.fits(seat, person, day, &plain, place)
    }

    /// The whole weight of a group's votes.
    pub(super) fn weights(self, group: &Group, place: Option<&Place<'a>>, day: Date) -> Counted {
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
        for s in sitting.0.iter().filter(|s| super::super::counting::is_member(s.seat)) {
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
    pub(super) fn weight_of(self, person: Option<(&str, &'a Seat)>, unit: Option<(&Sort, &str)>, day: Date) -> (Option<&'a Rule>, Option<u32>) {
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
                (Who::Post(crate::tree::Post::Organisation(name)), _, Some((sort, one))) => {
                    super::super::acts::same(&self.name_of_sort(sort, one), name)
                }
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

    /// A casting vote in favour, where the votes are equal and the terms give one.
    pub(super) fn casting(self, motion: &'a Motion, in_favour: u32, against: u32, because: &mut Vec<String>) -> u32 {
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

    pub(super) fn barred_in_room(self, motion: &'a Motion, place: Option<&Place<'a>>) -> u32 {
        let Some(place) = place else { return 0 };
        let people: std::collections::BTreeSet<&str> =
            self.record.interests.iter().filter(|i| i.meeting == motion.meeting).map(|i| i.person.as_str()).collect();
        let count = people.into_iter().filter(|p| self.bars(motion, p) && self.is_in_room(place, p) == Truth::Yes).count();
        u32::try_from(count).unwrap_or(0)
    }
}
