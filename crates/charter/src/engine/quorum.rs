//! Whether there is a quorum.

use super::counting::{Counted, needed};
use super::precedence::{Role, settle};
use super::{Place, Truth, View, cite};
use crate::record::Moment;
use crate::tree::{Filter, Group, Measure, Noun, Says, Sort, Tally, Term};
use crate::verdict::{Figures, State, Verdict};

/// How one tally came out.
pub(super) struct Outcome {
    pub truth: Truth,
    /// "21 of 40 present; 20 are needed"
    pub words: String,
    pub missing: Vec<String>,
    pub figures: Option<Figures>,
}

impl<'a> View<'a> {
    pub fn quorum(self, meeting: &str, at: Option<&Moment>) -> Verdict {
        let rules: Vec<_> = self
            .charter
            .rules()
            .filter_map(|(clause, rule)| match &rule.tree.says {
                Says::Quorum { .. } => Some((clause, rule)),
                _ => None,
            })
            .collect();
        if rules.is_empty() {
            return Verdict::new(
                None,
                State::NoneGiven,
                self.followed(crate::tree::Topic::Quorum).unwrap_or_else(|| "the terms give no quorum".to_owned()),
            );
        }
        let Some(meeting) = self.meeting(meeting) else {
            return Verdict::new(
                Some(&rules[0].0.number),
                State::CannotTell,
                "cannot tell whether there is a quorum: the record does not hold the meeting",
            )
            .missing("the meeting");
        };
        let Some(day) = meeting.day else {
            return Verdict::new(Some(&rules[0].0.number), State::CannotTell, "cannot tell whether there is a quorum: the meeting has no day yet")
                .missing("the day of the meeting");
        };
        self.quorum_at(&Place { meeting, day, at, motion: None }, false)
    }

    /// The same; `general` leaves aside the rules for the case that there is none.
    pub(super) fn quorum_at(self, place: &Place<'a>, general: bool) -> Verdict {
        let (meeting, day) = (place.meeting, place.day);
        // A sub-group's meeting is judged by its own seats.
        let this = View { group: meeting.group.as_deref(), ..self };
        let kinds = meeting.group.as_deref().and_then(|g| self.index.organisations.get(g)).map(|o| &o.kinds);
        let own = |of: Option<&Sort>| match (of, meeting.group.is_some()) {
            (None, false) => true,
            (Some(Sort::Kind(kind)), true) => kinds.is_none_or(|k| k.is_empty() || k.iter().any(|k| super::acts::same(k, kind))),
            (Some(_), true) => true,
            _ => false,
        };
        let mut found = Vec::new();
        for (clause, rule) in self.charter.rules() {
            let Says::Quorum { of, also, tally } = &rule.tree.says else { continue };
            if !own(of.as_ref()) || (general && self.waits(&rule.tree)) {
                continue;
            }
            let holds = this.holds(&rule.tree, Some(place), day);
            let Some(role) = Role::of(&rule.tree, *also, holds.truth) else { continue };
            let outcome = this.tally_present(place, tally);
            let (state, lead) = match outcome.truth {
                Truth::Yes => (State::Met, "quorate: "),
                Truth::No => (State::Breached, "not quorate: "),
                Truth::CannotTell => (State::CannotTell, "cannot tell whether there is a quorum: "),
            };
            let mut verdict = Verdict::new(Some(&clause.number), state, format!("{lead}{} ({})", outcome.words, cite(clause, rule)));
            verdict.missing = outcome.missing;
            verdict.missing.extend(holds.missing);
            verdict.figures = outcome.figures;
            verdict.because.push(rule.canonical.clone());
            found.push((role, verdict));
        }
        settle(&found).unwrap_or_else(|| Verdict::new(None, State::NoneGiven, "the terms give no quorum for this"))
    }

    /// How many of those a tally asks for are in the room.
    pub(super) fn tally_present(self, place: &Place<'a>, tally: &Tally) -> Outcome {
        let mut whole = Outcome { truth: Truth::Yes, words: String::new(), missing: Vec::new(), figures: None };
        for term in tally {
            let one = self.term_present(place, term);
            whole.truth = whole.truth.and(one.truth);
            if !whole.words.is_empty() {
                whole.words += "; ";
            }
            whole.words += &one.words;
            if one.truth == Truth::CannotTell {
                whole.missing.extend(one.missing);
            }
            whole.figures = whole.figures.or(one.figures);
        }
        whole
    }

    fn term_present(self, place: &Place<'a>, term: &Term) -> Outcome {
        let mut out = self.one_term_present(place, term);
        if let Some(or) = &term.or {
            let other = self.term_present(place, or);
            if out.truth != Truth::Yes {
                out.words = format!("{}; or {}", out.words, other.words);
                out.missing.extend(other.missing);
                if other.truth == Truth::Yes {
                    out.figures = other.figures;
                }
                out.truth = out.truth.or(other.truth);
            }
        }
        out
    }

    fn one_term_present(self, place: &Place<'a>, term: &Term) -> Outcome {
        if let Some(sort) = term.group.filters.iter().find_map(|f| match f {
            Filter::FromEach(sort) => Some(sort),
            _ => None,
        }) {
            return self.term_each(place, term, sort);
        }
        let have = self.present(place, &term.group);
        let of = self.count_at(place, &term.group);
        let low = of.low;
        let fixed = matches!(term.measure, Measure::Number(_));
        let asked = self.asked(&term.measure, &of, place.day, Some(place), None);
        let (least, most) = (asked.least, asked.most);
        let mut truth = match most {
            Some(most) if have.low >= most => Truth::Yes,
            // The record may lack a member who would raise what is needed; it cannot lower it.
            _ if have.low_and_high().1.is_some_and(|h| h < least) => Truth::No,
            _ => Truth::CannotTell,
        };
        let mut missing = have.missing.clone();
        if !fixed {
            missing.extend(asked.missing.iter().filter(|m| !have.missing.contains(m)).cloned());
        }
        let group = group_words(&term.group);
        let needs = match most {
            Some(most) if most == least => format!("{least} {} needed", if least == 1 { "is" } else { "are" }),
            _ => format!("at least {least} {} needed", if least == 1 { "is" } else { "are" }),
        };
        let mut words = match of.known() {
            Some(known) => format!("{} of {known}{group} present; {needs}", have.words()),
            None => format!("{}{group} present; {needs}", have.words()),
        };
        if let Some((count, sort)) = &term.spread {
            let (low, high) = self.spread(place, &term.group, sort);
            let spread = if low >= *count {
                Truth::Yes
            } else if high.is_some_and(|h| h < *count) {
                Truth::No
            } else {
                missing.push(format!("the {} of those present", sort.plural()));
                Truth::CannotTell
            };
            truth = truth.and(spread);
            words += &format!(", from {low} different {}; {count} are needed", sort.plural());
        }
        if let Some(who) = &term.including {
            let here = self.is_who_present(place, who);
            truth = truth.and(here);
            words += &match here {
                Truth::Yes => format!("; {who} present"),
                Truth::No => format!("; {who} not present"),
                Truth::CannotTell => {
                    missing.push(format!("whether {who} is present"));
                    format!("; it is not known whether {who} is present")
                }
            };
        }
        let figures = most.filter(|m| *m == least).map(|needed| Figures { have: have.low, of: of.known().unwrap_or(low), needed });
        Outcome { truth, words, missing, figures }
    }

    fn term_each(self, place: &Place<'a>, term: &Term, sort: &crate::tree::Sort) -> Outcome {
        let (all, whole) = self.of_sort(sort, place.day);
        let mut truth = if whole { Truth::Yes } else { Truth::CannotTell };
        let mut missing = if whole { Vec::new() } else { vec![format!("{} on {}", sort.plural(), calendar::day_in_words(place.day))] };
        let mut without = Vec::new();
        for one in &all {
            let mut group = term.group.clone();
            group.filters.retain(|f| !matches!(f, Filter::FromEach(_)));
            let have = self.present_of(place, &group, sort, one);
            let of = self.count_at(place, &group);
            let enough = have.at_least(needed(&term.measure, of.low));
            if enough != Truth::Yes {
                without.push(self.name_of_sort(sort, one));
                missing.extend(have.missing.iter().cloned());
            }
            truth = truth.and(enough);
        }
        let words =
            if without.is_empty() { format!("each {} is represented", sort.singular()) } else { format!("not enough from {}", without.join(", ")) };
        Outcome { truth, words, missing, figures: None }
    }

    pub(super) fn present_of(self, place: &Place<'a>, group: &Group, sort: &crate::tree::Sort, one: &str) -> Counted {
        let (sitting, whole) = self.sitting(place.day);
        let (substitutes, _) = self.of_substitutes(crate::tree::Verb::CountInQuorum);
        let mut out = Counted { open: !whole, ..Counted::default() };
        for s in sitting.iter().filter(|s| super::counting::is_member(s.seat) && self.seat_sort(s.seat, sort) == Some(one)) {
            let (fits, _) = self.seat_fits(s.seat, Some(s.person), place.day, group);
            let (here, why) = self.is_seat_present(place, s.person, s.seat, substitutes);
            match fits.and(here) {
                Truth::Yes => out.low += 1,
                Truth::CannotTell => {
                    out.perhaps += 1;
                    out.missing.extend(why);
                }
                Truth::No => {}
            }
        }
        out
    }

    /// From how many different ones of a sort those present come.
    pub(super) fn spread(self, place: &Place<'a>, group: &Group, sort: &crate::tree::Sort) -> (u32, Option<u32>) {
        let (sitting, whole) = self.sitting(place.day);
        let (substitutes, _) = self.of_substitutes(crate::tree::Verb::CountInQuorum);
        let mut sure: Vec<&str> = Vec::new();
        let mut perhaps = 0;
        for s in sitting.iter().filter(|s| super::counting::is_member(s.seat)) {
            let here = self.seat_fits(s.seat, Some(s.person), place.day, group).0.and(self.is_seat_present(place, s.person, s.seat, substitutes).0);
            match (here, self.seat_sort(s.seat, sort)) {
                (Truth::Yes, Some(one)) if !sure.contains(&one) => sure.push(one),
                (Truth::Yes, Some(_)) | (Truth::No, _) => {}
                (Truth::Yes | Truth::CannotTell, _) => perhaps += 1,
            }
        }
        let low = u32::try_from(sure.len()).unwrap_or(u32::MAX);
        (low, whole.then_some(low.saturating_add(perhaps)))
    }

    pub(super) fn name_of_sort(self, sort: &crate::tree::Sort, id: &str) -> String {
        let record = self.record;
        match sort {
            crate::tree::Sort::Sector => record.sectors.iter().find(|s| s.id == id).map(|s| s.name.clone()),
            crate::tree::Sort::Area => None,
            _ => record.organisations.iter().find(|o| o.id == id).map(|o| o.name.clone()),
        }
        .unwrap_or_else(|| id.to_owned())
    }
}

/// What is counted, where it is not simply the members.
pub(super) fn group_words(group: &Group) -> String {
    let plain = group.class.is_none() && group.noun == Noun::Member && group.filters.iter().all(|f| *f == Filter::Present);
    if plain { String::new() } else { format!(" {}", group.plural().trim_end_matches(" present")) }
}
