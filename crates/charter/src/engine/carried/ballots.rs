//! The votes as they count.

use super::*;

impl<'a> View<'a> {
    /// The sort of organisation or group that has a vote of its own, with how its members settle it.
    pub(super) fn units(self) -> Option<(&'a Sort, &'a Rule)> {
        self.charter.rules().find_map(|(_, rule)| match &rule.tree.says {
            Says::Votes { who: Who::Each(g) | Who::The(g) | Who::Any(g), .. } => match &g.noun {
                Noun::Of(sort) => Some((sort, rule)),
                _ => None,
            },
            _ => None,
        })
    }

    /// The votes as they count; none where only numbers are held.
    pub(super) fn ballots(
        self,
        motion: &'a Motion,
        place: Option<&Place<'a>>,
        because: &mut Vec<String>,
        missing: &mut Vec<String>,
    ) -> Option<Vec<Ballot<'a>>> {
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
    pub(super) fn together(
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
    pub(super) fn unit_barred(self, name: &str, id: &str, motion: &Motion, day: Date) -> Option<Doing<'a>> {
        self.doing(Verb::Vote).find(|d| {
            let spoken_of = match d.who {
                Some(Who::Post(crate::tree::Post::Organisation(n) | crate::tree::Post::Named(n))) => super::super::acts::same(n, name) || n == id,
                _ => false,
            };
            spoken_of && d.force == Force::MustNot && self.about(d, motion, day)
        })
    }

    /// Whether a rule on voting speaks of a motion's matter.
    pub(in crate::engine) fn about(self, doing: &Doing<'a>, motion: &Motion, day: Date) -> bool {
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

    pub(super) fn only_present(self, motion: &Motion) -> bool {
        self.doing(Verb::Vote).any(|d| match d.who {
            Some(Who::Only(who)) => who.groups().iter().any(|g| g.filters.contains(&Filter::Present)),
            Some(Who::Any(g) | Who::The(g)) => d.force == Force::MustNot && g.filters.contains(&Filter::Away),
            _ => false,
        }) && motion.count.is_none()
    }

    /// Members who did not answer an e-mail in time, where the terms take that for agreement.
    pub(super) fn silent(self, motion: &'a Motion, because: &mut Vec<String>) -> Vec<super::super::counting::Sitting<'a>> {
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
            .filter(|s| {
                super::super::counting::is_member(s.seat) && !motion.votes.iter().any(|v| v.person == s.person) && !self.bars(motion, s.person)
            })
            .collect();
        for s in &out {
            because.push(format!("{} did not reply, which is agreement ({})", self.record.name_of(s.person), doing.cite()));
        }
        out
    }

    /// Whether somebody is kept from a decision by a ruling or by the terms.
    pub(in crate::engine) fn bars(self, motion: &'a Motion, person: &str) -> bool {
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
}
