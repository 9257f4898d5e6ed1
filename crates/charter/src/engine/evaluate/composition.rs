//! Seats, members and offices.

use crate::engine::counting::Counted;
use crate::engine::{Truth, View, cite};
use crate::record::Kind;
use crate::tree::{Bound, Count, Filling, Filter, Force, Group, Measure, Noun, Post, Sort, Time};
use crate::verdict::{State, Verdict};
use calendar::day_in_words;
use jiff::civil::Date;

impl<'a> View<'a> {
    #[allow(clippy::too_many_arguments)]
    pub fn there(
        self,
        clause: &crate::read::Clause,
        rule: &crate::read::Rule,
        force: Force,
        count: &Count,
        group: &Group,
        each: Option<&Sort>,
        as_at: Date,
    ) -> Verdict {
        let asked = match count {
            Count::Between(a, b) => format!("between {a} and {b}"),
            Count::Bounded(Bound::AtLeast, Measure::Number(n)) => format!("at least {n}"),
            Count::Bounded(Bound::AtMost, Measure::Number(n)) => format!("at most {n}"),
            Count::Bounded(_, Measure::Number(n)) => n.to_string(),
            Count::Bounded(_, _) => "a share".to_owned(),
        };
        let each = each.or_else(|| {
            group.filters.iter().find_map(|f| match f {
                Filter::FromEach(sort) => Some(sort),
                _ => None,
            })
        });
        if let Some(sort) = each {
            let (all, whole) = self.of_sort(sort, as_at);
            let mut truth = if whole { Truth::Yes } else { Truth::CannotTell };
            let mut missing = if whole { Vec::new() } else { vec![format!("{} on {}", sort.plural(), day_in_words(as_at))] };
            if all.is_empty() {
                let words = format!("the record names no {}; the terms ask {asked} for each", sort.plural());
                return self.judged(clause, rule, force, Truth::CannotTell, words, vec![sort.plural()]);
            }
            let mut words = Vec::new();
            for one in all {
                let have = self.of_one(as_at, group, sort, one);
                let fits = self.within(&have, count, 0);
                if fits != Truth::Yes {
                    words.push(format!("{} from {}", have.words(), self.name_of_sort(sort, one)));
                    missing.extend(have.missing);
                }
                truth = truth.and(fits);
            }
            let words = if words.is_empty() {
                format!("{asked} for each {}", sort.singular())
            } else {
                format!("{asked} for each {}; {}", sort.singular(), words.join(", "))
            };
            return self.judged(clause, rule, force, truth, words, missing);
        }
        let have = self.count_on(as_at, group);
        let truth = self.within(&have, count, have.low);
        self.judged(clause, rule, force, truth, format!("{} {}; the terms ask {asked}", have.words(), group.plural()), have.missing)
    }

    pub fn of_one(self, day: Date, group: &Group, sort: &Sort, one: &str) -> Counted {
        let mut out = Counted::default();
        let mut add = |truth: Truth, why: Option<String>| match truth {
            Truth::Yes => out.low += 1,
            Truth::CannotTell => {
                out.perhaps += 1;
                out.missing.extend(why);
            }
            Truth::No => {}
        };
        let plain = Group {
            class: group.class.clone(),
            noun: group.noun.clone(),
            filters: group.filters.iter().filter(|f| !matches!(f, Filter::FromEach(_))).cloned().collect(),
        };
        if group.noun == Noun::Seat {
            for seat in self.record.seats.iter().filter(|s| self.seat_sort(s, sort) == Some(one)) {
                let (truth, why) = self.seat_fits(seat, None, day, &plain);
                add(truth, why);
            }
            out.open = !self.record.is_complete(Kind::Seats, day);
        } else {
            let (sitting, whole) = self.sitting(day);
            for s in sitting.iter().filter(|s| self.seat_sort(s.seat, sort) == Some(one)) {
                let (truth, why) = self.seat_fits(s.seat, Some(s.person), day, &plain);
                add(truth, why);
            }
            out.open = !whole;
        }
        if out.open {
            out.missing.push(format!("seats and appointments on {}", day_in_words(day)));
        }
        out
    }

    #[allow(clippy::too_many_arguments)]
    pub fn share(
        self,
        clause: &crate::read::Clause,
        rule: &crate::read::Rule,
        force: Force,
        count: &Count,
        group: &Group,
        be: &Filter,
        as_at: Date,
    ) -> Verdict {
        // "Members must come from each sector": every one of a sort has one.
        let base = self.count_on(as_at, group);
        let mut narrow = group.clone();
        narrow.filters.push(be.clone());
        if let Filter::FromEach(sort) = be {
            let one = Count::Bounded(Bound::AtLeast, Measure::Number(1));
            return self.there(clause, rule, force, &one, group, Some(sort), as_at);
        }
        let have = self.count_on(as_at, &narrow);
        let Some(of) = base.known() else {
            return self.judged(
                clause,
                rule,
                force,
                Truth::CannotTell,
                format!("{} of {} {} {}", have.words(), base.words(), group.plural(), be.as_complement()),
                base.missing,
            );
        };
        let needed = match count {
            Count::Bounded(_, measure) => crate::engine::counting::needed(*measure, of),
            Count::Between(low, _) => *low,
        };
        let truth = self.within(&have, count, of);
        self.judged(
            clause,
            rule,
            force,
            truth,
            format!("{} of {of} {} are {}; the terms ask {needed}", have.words(), group.plural(), be.as_complement()),
            have.missing,
        )
    }

    pub fn filled(
        self,
        clause: &crate::read::Clause,
        rule: &crate::read::Rule,
        post: &Post,
        how: &Filling,
        extra: (Option<&crate::tree::Length>, Option<&Time>, Option<&(Sort, Post)>),
        as_at: Date,
    ) -> Option<Verdict> {
        let (term, _, unlike) = extra;
        let (people, whole) = self.post_holders(post, as_at);
        let names = |people: &[&str]| people.iter().map(|p| self.record.name_of(p)).collect::<Vec<_>>().join(", ");
        if people.is_empty() {
            let (truth, words) = if whole {
                (Truth::No, format!("the office of {} is vacant", post.title()))
            } else {
                (Truth::CannotTell, format!("who holds the office of {} is not recorded", post.title()))
            };
            return Some(self.judged(clause, rule, Force::Must, truth, words, vec![format!("who holds the office of {}", post.title())]));
        }
        if let Some((sort, other)) = unlike {
            let (others, _) = self.post_holders(other, as_at);
            let (sitting, _) = self.sitting(as_at);
            let of = |people: &[&str]| people.iter().find_map(|p| sitting.iter().find(|s| s.person == *p).and_then(|s| self.seat_sort(s.seat, sort)));
            let (truth, words) = match (of(&people), of(&others)) {
                (Some(a), Some(b)) if a == b => {
                    (Truth::No, format!("{} and the {} are both of {}", names(&people), other.title(), self.name_of_sort(sort, a)))
                }
                (Some(a), Some(b)) => (
                    Truth::Yes,
                    format!("{} is of {}, the {} of {}", names(&people), self.name_of_sort(sort, a), other.title(), self.name_of_sort(sort, b)),
                ),
                _ => (
                    Truth::CannotTell,
                    format!("whether {} is from another {} than the {} cannot be told", names(&people), sort.singular(), other.title()),
                ),
            };
            return Some(self.judged(
                clause,
                rule,
                Force::Must,
                truth,
                words,
                vec![format!("the {} of {} and of the {}", sort.singular(), post, other.title())],
            ));
        }
        match how {
            Filling::Is(who) => {
                let asked = crate::engine::ruler(who)?;
                // Past the term, the rule has run out.
                if let (Some(term), Some(begun)) = (term, self.begun(post)) {
                    let unit = term.unit.in_days()?;
                    let end = calendar::deadline_after(begun, term.count, unit, self.holidays()).letter;
                    if as_at > end {
                        return Some(Verdict::new(
                            Some(&clause.number),
                            State::Met,
                            format!("the first {term} ended on {} ({})", day_in_words(end), cite(clause, rule)),
                        ));
                    }
                }
                let (should, known) = self.post_holders(asked, as_at);
                let (truth, words) = if should.is_empty() {
                    (Truth::CannotTell, format!("{} is the {}; who is {asked} is not recorded", names(&people), post.title()))
                } else if people.iter().any(|p| should.contains(p)) {
                    (Truth::Yes, format!("{} is the {} as {asked}", names(&people), post.title()))
                } else if known || !should.is_empty() {
                    (Truth::No, format!("{} is the {}; {asked} is {}", names(&people), post.title(), names(&should)))
                } else {
                    (Truth::CannotTell, String::new())
                };
                Some(self.judged(clause, rule, Force::Must, truth, words, vec![format!("who is {asked}")]))
            }
            _ => {
                let wanted = match how {
                    Filling::Elected(_) => "elected",
                    Filling::Appointed(_) | Filling::InTurn(..) => "appointed",
                    _ => return None,
                };
                let how = self
                    .record
                    .offices
                    .iter()
                    .find(|o| o.office.eq_ignore_ascii_case(post.title()) && people.contains(&o.person.as_str()))
                    .and_then(|o| o.how.as_deref());
                let (truth, words) = match how {
                    Some(how) if how == wanted => (Truth::Yes, format!("{} was {wanted} {}", names(&people), post.title())),
                    Some(how) => (Truth::No, format!("{} became {} otherwise: {how}", names(&people), post.title())),
                    None => (Truth::CannotTell, format!("how {} became {} is not recorded", names(&people), post.title())),
                };
                Some(self.judged(clause, rule, Force::Must, truth, words, vec![format!("how the {} was chosen", post.title())]))
            }
        }
    }

    /// When a post's rule began to run: at adoption, or else with the first holder recorded.
    pub fn begun(self, post: &Post) -> Option<Date> {
        let adopted = self.record.events.iter().filter(|e| e.what == "adoption").filter_map(|e| e.day).min();
        adopted.or_else(|| self.record.offices.iter().filter(|o| o.office.eq_ignore_ascii_case(post.title())).filter_map(|o| o.from).min())
    }
}
