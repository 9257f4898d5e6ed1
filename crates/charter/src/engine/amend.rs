//! What a change of the terms is, so that the terms can say what it needs and may not do.

use std::collections::BTreeSet;

use super::cite;
use super::counting::needed;
use crate::read::Charter;
use crate::tree::{Force, Matter, Says, Tally, Thing, Verb, Way, Word};
use crate::verdict::Finding;
use serde::{Deserialize, Serialize};

/// A change of the terms, as the terms in force see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amendment {
    /// The classes of matter that the decision on it is of: `terms`, and `a larger majority` where some decision would need more than now.
    pub matters: BTreeSet<String>,
    /// What the terms in force forbid in it.
    pub findings: Vec<Finding>,
}

/// Looks at a proposed text by the terms in force: which majority its adoption needs, and what it may not do.
///
/// Bodies of 1 to 60 members are tried; what asks more or less of any of them is larger or lower.
pub fn amendment(in_force: &Charter, proposed: &Charter) -> Amendment {
    let mut matters: BTreeSet<String> = ["terms".to_owned()].into();
    if raises(in_force, proposed) {
        matters.insert("a larger majority".to_owned());
    }
    let (before, after) = (quorum(in_force), quorum(proposed));
    let shift = compare(&before, &after);
    let mut findings = Vec::new();
    for (clause, rule) in in_force.rules() {
        let Says::Does { force, deed, .. } = &rule.tree.says else { continue };
        let forbidden = matches!(force, Force::MustNot) && matches!(deed.thing, Some(Thing::Word(Word::Quorum)));
        let hit = match deed.verb {
            Verb::Lower => shift.lower,
            Verb::Raise => shift.higher,
            Verb::Change => shift.lower || shift.higher,
            _ => false,
        };
        if forbidden && hit {
            findings.push(Finding {
                clause: Some(clause.number.clone()),
                code: "forbidden_change".to_owned(),
                sentence: format!(
                    "the change would {} the quorum; {} ({})",
                    deed.verb.base(),
                    rule.canonical.trim_end_matches('.'),
                    cite(clause, rule)
                ),
            });
        }
    }
    Amendment { matters, findings }
}

struct Shift {
    lower: bool,
    higher: bool,
}

/// How many the quorum asks of a body of each size; none where the terms give none.
fn quorum(charter: &Charter) -> Option<Vec<u32>> {
    let tallies: Vec<&Tally> = charter
        .rules()
        .filter_map(|(_, rule)| match &rule.tree.says {
            Says::Quorum { of: None, tally, .. } if rule.tree.when.is_none() => Some(tally),
            _ => None,
        })
        .collect();
    if tallies.is_empty() { None } else { Some((1..=60).map(|size| tallies.iter().map(|t| asks(t, size)).max().unwrap_or(0)).collect()) }
}

fn asks(tally: &Tally, size: u32) -> u32 {
    tally.iter().map(|term| needed(&term.measure, size)).max().unwrap_or(0)
}

fn compare(before: &Option<Vec<u32>>, after: &Option<Vec<u32>>) -> Shift {
    match (before, after) {
        (Some(before), Some(after)) => {
            Shift { lower: before.iter().zip(after).any(|(b, a)| a < b), higher: before.iter().zip(after).any(|(b, a)| a > b) }
        }
        (Some(_), None) => Shift { lower: true, higher: false },
        (None, Some(_)) => Shift { lower: false, higher: true },
        (None, None) => Shift { lower: false, higher: false },
    }
}

fn raises(in_force: &Charter, proposed: &Charter) -> bool {
    let most = |charter: &Charter, matter: &Matter| -> Option<Vec<u32>> {
        let tally = charter.rules().find_map(|(_, rule)| match &rule.tree.says {
            Says::Decided { matter: m, by, .. } if m == matter => by.iter().find_map(|w| if let Way::Vote(t) = w { Some(t) } else { None }),
            _ => None,
        })?;
        Some((1..=60).map(|size| asks(tally, size)).collect())
    };
    proposed.rules().any(|(_, rule)| match &rule.tree.says {
        Says::Decided { matter, .. } => {
            let before = most(in_force, matter).or_else(|| most(in_force, &Matter::Any));
            compare(&before, &most(proposed, matter)).higher
        }
        _ => false,
    })
}
