//! What part somebody with an interest may take.

use super::nobody;
use crate::engine::{Doing, View, cite};
use crate::record::{Interest, Part};
use crate::tree::{Condition, Filter, Force, Group, Post, Says, Thing, Topic, Verb, Who, part_in_words};
use crate::verdict::{Answer, Choice, Ruling};

impl<'a> View<'a> {
    /// A rule that bars whoever has an interest of a kind from something, by itself.
    pub fn bar_for(self, kind: &str, verb: Verb) -> Option<Doing<'a>> {
        self.doing(verb).find(|d| {
            let interested = |g: &Group| g.filters.iter().any(|f| matches!(f, Filter::Interested(k) if kind_fits(k.as_deref(), kind)));
            match d.who {
                Some(Who::Any(g) | Who::The(g) | Who::Each(g)) => d.force == Force::MustNot && interested(g),
                Some(Who::No(g)) => d.force == Force::May && interested(g),
                _ => false,
            }
        })
    }

    pub fn freed_for(self, kind: &str, verb: Verb) -> Option<Doing<'a>> {
        self.doing(verb).find(|d| {
            let interested = |g: &Group| g.filters.iter().any(|f| matches!(f, Filter::Interested(k) if kind_fits(k.as_deref(), kind)));
            matches!(d.who, Some(Who::Any(g) | Who::The(g) | Who::Each(g)) if interested(g)) && matches!(d.force, Force::May | Force::Should)
        })
    }

    pub(super) fn may_take_part(self, item: &str, person: &str, does: Does) -> Answer {
        let name = self.record.name_of(person);
        let meeting = self.record.item(item).map(|i| i.meeting.as_str());
        let interests: Vec<&Interest> = self
            .record
            .interests
            .iter()
            .filter(|i| i.person == person && meeting.is_none_or(|m| i.meeting == m) && i.item.as_deref().is_none_or(|i| i == item))
            .collect();
        if interests.is_empty() {
            return Answer::Yes { clause: None, sentence: format!("{name} has declared no interest in this item") };
        }
        let mut answer = None;
        for interest in interests {
            let one = self.part_for(interest, &name, does);
            // The strictest of several interests decides.
            let rank = |a: &Answer| match a {
                Answer::No { .. } => 4,
                Answer::Ruling(_) => 3,
                Answer::CannotTell { .. } => 2,
                Answer::NotSaid { .. } => 1,
                Answer::Yes { .. } => 0,
            };
            if answer.as_ref().is_none_or(|a| rank(a) < rank(&one)) {
                answer = Some(one);
            }
        }
        answer.unwrap_or_else(|| Answer::not_said("the terms do not say what follows from an interest"))
    }

    pub(super) fn part_for(self, interest: &Interest, name: &str, does: Does) -> Answer {
        let verbs: &[Verb] = match does {
            Does::Discuss => &[Verb::Discuss],
            Does::Stay => &[Verb::Stay, Verb::Attend],
            Does::Decide => &[Verb::Decide, Verb::Vote],
        };
        if let Some(bar) = verbs.iter().find_map(|v| self.bar_for(&interest.kind, *v)) {
            return Answer::no(
                Some(&bar.clause.number),
                "barred",
                format!("{name} has a {} interest, which by itself bars {} ({})", interest.kind, does.noun(), bar.cite()),
            );
        }
        // A rule for the case that the chair is the one concerned comes before the general one.
        let day = self.meeting(&interest.meeting).and_then(|m| m.day);
        let mut rules: Vec<_> = self
            .charter
            .rules()
            .filter_map(|(clause, rule)| match &rule.tree.says {
                Says::Rules { who, choices, .. }
                    if !choices.is_empty() && declares(rule.tree.when.as_ref()).is_none_or(|k| kind_fits(k, &interest.kind)) =>
                {
                    Some((clause, rule, who, choices))
                }
                _ => None,
            })
            .filter_map(|found| match declarer(found.1.tree.when.as_ref()) {
                Some(post) => day.is_some_and(|day| self.post_holders(post, day).0.contains(&interest.person.as_str())).then_some((0, found)),
                None => Some((1, found)),
            })
            .collect();
        rules.sort_by_key(|(rank, _)| *rank);
        let rules = rules.into_iter().map(|(_, found)| found).next();
        if let Some((clause, rule, who, choices)) = rules {
            let cited = cite(clause, rule);
            let mut left: Vec<Part> = choices.clone();
            if let Some(ruling) = &interest.ruling {
                let by = self.record.name_of(&ruling.by);
                match does.allowed_by(ruling.part) {
                    Some(true) => return Answer::yes(&clause.number, format!("{by} ruled that {name} {} ({cited})", part_in_words(ruling.part))),
                    Some(false) => {
                        return Answer::no(
                            Some(&clause.number),
                            "ruled_out",
                            format!("{by} ruled that {name} {} ({cited})", part_in_words(ruling.part)),
                        );
                    }
                    // Discussing was ruled; staying for the decision is still to be.
                    None => left.retain(|p| matches!(p, Part::DiscussThenStay | Part::DiscussThenLeave)),
                }
                if left.is_empty() {
                    return Answer::not_said(format!(
                        "{by} ruled that {name} {}, and the terms ask for no ruling on staying",
                        part_in_words(ruling.part)
                    ));
                }
            }
            let (by, people, nobody_can) = self.rulers(who, day, Some((&interest.meeting, interest.item.as_deref())), Some(&interest.person));
            let mut sentence = format!(
                "{name} has declared a {} interest: {who} rules that {name} {} ({cited})",
                interest.kind,
                left.iter().map(|p| part_in_words(*p)).collect::<Vec<_>>().join(", or ")
            );
            if nobody_can {
                sentence += &nobody(&by, &people);
            }
            return Answer::Ruling(Ruling {
                by,
                people,
                choices: left.into_iter().map(Choice::Part).collect(),
                reason_required: false,
                clause: clause.number.clone(),
                sentence,
                nobody_can,
            });
        }
        if let Some(freed) = verbs.iter().find_map(|v| self.freed_for(&interest.kind, *v)) {
            return Answer::yes(
                &freed.clause.number,
                format!("a {} interest does not keep {name} from {} ({})", interest.kind, does.noun(), freed.cite()),
            );
        }
        if let Some(bar) = self.bar_for(&interest.kind, Verb::Decide) {
            return Answer::not_said(format!(
                "a {} interest bars {name} from the decision ({}); the terms do not say whether it bars {}",
                interest.kind,
                bar.cite(),
                does.noun()
            ));
        }
        Answer::not_said(
            self.followed(Topic::Interests).unwrap_or_else(|| format!("the terms do not say what follows from a {} interest", interest.kind)),
        )
    }
}

#[derive(Clone, Copy)]
pub(super) enum Does {
    Discuss,
    Stay,
    Decide,
}

impl Does {
    pub fn noun(self) -> &'static str {
        match self {
            Self::Discuss => "the discussion",
            Self::Stay => "staying in the room",
            Self::Decide => "the decision",
        }
    }

    /// Whether a part allows it; none where that part leaves it open.
    pub fn allowed_by(self, part: Part) -> Option<bool> {
        match (self, part) {
            (_, Part::Full) => Some(true),
            (_, Part::Leave) => Some(false),
            (Self::Discuss, Part::Stay) => Some(false),
            (Self::Discuss, _) => Some(true),
            (Self::Stay, Part::Stay | Part::DiscussThenStay) => Some(true),
            (Self::Stay, Part::DiscussThenLeave) => Some(false),
            (Self::Stay, Part::Discuss) => None,
            (Self::Decide, _) => Some(false),
        }
    }
}

/// The kind of interest that a condition speaks of.
#[allow(clippy::option_option)]
pub(super) fn declares(when: Option<&Condition>) -> Option<Option<&str>> {
    match when? {
        Condition::Does(_, deed) if deed.verb == Verb::Declare => match &deed.thing {
            Some(Thing::Interest(kind)) => Some(kind.as_deref()),
            _ => None,
        },
        Condition::Both(a, b) | Condition::Either(a, b) => declares(Some(a)).or_else(|| declares(Some(b))),
        _ => None,
    }
}

/// The post whose holder a condition has declare an interest; none where it is any member.
pub(super) fn declarer(when: Option<&Condition>) -> Option<&Post> {
    match when? {
        Condition::Does(Who::Post(post), deed) if deed.verb == Verb::Declare => Some(post),
        _ => None,
    }
}

/// Whether an interest is of a kind that a rule speaks of: "financial or professional" is of both. "Pecuniary" and "non-pecuniary"
/// between them are every kind there is, so that none escapes terms that know these two: what is of money is pecuniary, and a
/// person's profession or organisation is not.
pub(super) fn kind_fits(rule: Option<&str>, kind: &str) -> bool {
    let is = |word: &str, one: &str| one.trim().eq_ignore_ascii_case(word);
    rule.is_none_or(|rule| {
        is(kind, rule)
            || rule.split(" or ").any(|one| match kind {
                "financial" => is(kind, one) || is("pecuniary", one),
                "professional" | "organisation" => is(kind, one) || is("non-pecuniary", one),
                _ => is(kind, one),
            })
    })
}
