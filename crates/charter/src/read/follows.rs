//! "As for the board": rules taken over from another body's terms.

use super::{Charter, Rule};
use crate::tree::{Condition, Deed, Filter, Group, Noun, Says, Sentence, Thing, Topic, Verb, Who, Word};

impl Charter {
    /// The bodies from whose terms this charter takes something over.
    pub fn follows(&self) -> Vec<&str> {
        let mut out: Vec<&str> = Vec::new();
        for (_, rule) in self.rules() {
            if let Says::Follows { body, .. } = &rule.tree.says
                && !out.contains(&body.as_str())
            {
                out.push(body);
            }
        }
        out
    }

    /// This charter with the rules it takes over from another written out beneath the clauses that say so, each marked with where it comes from. A charter that takes nothing over from that body is
    /// answered as it is. Rules that the other has itself taken over come too.
    pub fn taking_over(&self, other: &Charter) -> Charter {
        let mut out = self.clone();
        for clause in &mut out.clauses {
            let wanted: Vec<Topic> = clause
                .rules
                .iter()
                .filter_map(|r| match &r.tree.says {
                    Says::Follows { topics, body } if body.eq_ignore_ascii_case(&other.head.body) => Some(topics.clone()),
                    _ => None,
                })
                .flatten()
                .collect();
            let line = clause.line;
            for (theirs, rule) in other.rules() {
                let topic = topic_of(&rule.tree);
                let taken = !matches!(rule.tree.says, Says::Follows { .. })
                    && (wanted.contains(&Topic::Everything) || topic.is_some_and(|t| wanted.contains(&t)));
                let mine = clause.rules.iter().any(|r| r.tree == rule.tree);
                if taken && !mine {
                    let taken_from = rule.taken_from.clone().or(Some((other.head.body.clone(), theirs.number.clone())));
                    clause.rules.push(Rule { taken_from, line, ..rule.clone() });
                }
            }
        }
        out
    }
}

/// What a rule is about, as another charter may take it over; none for what belongs to one body alone.
pub(crate) fn topic_of(rule: &Sentence) -> Option<Topic> {
    if [&rule.when, &rule.unless, &rule.only_if].into_iter().flatten().any(of_interest) {
        return Some(Topic::Interests);
    }
    match &rule.says {
        Says::Quorum { .. } => Some(Topic::Quorum),
        Says::Decided { .. } | Says::Votes { .. } => Some(Topic::Decisions),
        Says::Rules { .. } => Some(Topic::Interests),
        Says::Does { who, deed, .. } => of_deed(who.as_ref(), deed, rule),
        _ => None,
    }
}

fn of_deed(who: Option<&Who>, deed: &Deed, rule: &Sentence) -> Option<Topic> {
    if who.is_some_and(|w| w.groups().iter().any(|g| interested(g))) || matches!(deed.thing, Some(Thing::Interest(_))) {
        return Some(Topic::Interests);
    }
    if who.is_some_and(|w| w.groups().iter().any(|g| g.noun == Noun::Substitute)) {
        return Some(Topic::Substitutes);
    }
    if who.is_some_and(|w| w.groups().iter().any(|g| g.noun == Noun::OtherPerson)) {
        return Some(Topic::Guests);
    }
    if matches!(&rule.when, Some(Condition::Does(_, d)) if d.verb == Verb::Miss) {
        return Some(Topic::Attendance);
    }
    match (deed.verb, &deed.thing) {
        (Verb::Resign | Verb::Honour, _) => Some(Topic::Exit),
        (Verb::Give, Some(Thing::Word(Word::Notice))) => Some(Topic::Exit),
        (Verb::CastSecondVote | Verb::Vote, _) => Some(Topic::Decisions),
        (Verb::CountInQuorum, _) => Some(Topic::Quorum),
        (_, Some(Thing::Word(word))) => match word {
            Word::Substitute => Some(Topic::Substitutes),
            Word::Papers | Word::Agenda | Word::Notice => Some(Topic::Papers),
            Word::Item | Word::FurtherItem => Some(Topic::Items),
            Word::Minutes | Word::DraftMinutes | Word::Attendance | Word::Interests => Some(Topic::Minutes),
            Word::Decision | Word::UrgentDecision | Word::Motion | Word::Vote => Some(Topic::Decisions),
            _ => None,
        },
        _ => None,
    }
}

fn interested(group: &Group) -> bool {
    group.filters.iter().any(|f| matches!(f, Filter::Interested(_)))
}

fn of_interest(condition: &Condition) -> bool {
    match condition {
        Condition::Does(_, deed) => matches!(deed.thing, Some(Thing::Interest(_))),
        Condition::Both(a, b) | Condition::Either(a, b) => of_interest(a) || of_interest(b),
        Condition::Not(a) => of_interest(a),
        _ => false,
    }
}
