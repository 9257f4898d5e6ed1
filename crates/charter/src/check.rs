//! Whether a charter is sound: what its rules, read together, would do that nobody may have meant.

use serde::{Deserialize, Serialize};

use crate::read::{Charter, Clause, Rule};
use crate::tree::{Bound, Condition, Count, Force, Holder, Measure, Noun, Occasion, Post, Says, Thing, Time, Unit, Verb, Who, Word};

/// How much a remark matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// Two rules cannot both hold: the charter is not sound.
    Error,
    /// Worth looking at again.
    Warning,
}

/// Something to look at again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    /// How much it matters.
    pub weight: Weight,
    /// The clause.
    pub clause: String,
    /// The line of the rule, from 1.
    pub line: usize,
    /// A word for programs: `no_slack`, `contradiction`, `nobody_rules`, `quorum_out_of_reach`, `twice`, `never`, `own_name`, `the_body`.
    pub code: String,
    /// In words.
    pub sentence: String,
}

/// The word by which a rule names the body, where the body is no such thing by its name.
fn taken_for_the_body(rule: &Rule, body: &str) -> Option<&'static str> {
    if rule.taken_from.is_some() || !rule.canonical.contains("the body") {
        return None;
    }
    let words: Vec<&str> = rule.source.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’').filter(|word| !word.is_empty()).collect();
    let body = body.to_lowercase();
    ["council", "authority", "commission", "assembly"].into_iter().filter(|noun| !body.contains(noun)).find(|noun| {
        words.windows(2).enumerate().any(|(at, two)| {
            let of_them = words.get(at + 2).is_some_and(|next| next.starts_with("member") || next.starts_with("sector") || next.starts_with("seat"));
            two[0].eq_ignore_ascii_case("the") && two[1] == *noun && !of_them
        })
    })
}

/// Looks through a charter's rules, in the order of the clauses. What could not be read at all is told by [`read`](crate::read).
pub fn check(charter: &Charter) -> Vec<Remark> {
    let rules: Vec<(&Clause, &Rule)> = charter.rules().collect();
    let mut out = Vec::new();
    let mut say = |weight, (clause, rule): (&Clause, &Rule), code: &str, sentence: String| {
        out.push(Remark { weight, clause: clause.number.clone(), line: rule.line, code: code.to_owned(), sentence });
    };
    for (index, one) in rules.iter().enumerate() {
        for other in &rules[..index] {
            if one.1.tree == other.1.tree {
                say(Weight::Warning, *one, "twice", format!("this rule stands already at {}", other.0.number));
            } else if let Some(why) = contradiction(one.1, other.1) {
                say(Weight::Error, *one, "contradiction", format!("this cannot hold together with {}: {why}", other.0.number));
            }
        }
    }
    // Plain words that were taken for a name may have been meant otherwise.
    for (clause, rule) in &rules {
        for name in rule.canonical.split('“').skip(1).filter_map(|rest| rest.split('”').next()) {
            let written = [format!("“{name}”"), format!("\"{name}\"")].iter().any(|quoted| rule.source.contains(quoted));
            if !written && rule.taken_from.is_none() && crate::read::is_name_of_its_own(name) {
                say(Weight::Warning, (clause, rule), "own_name", format!("“{name}” is read as a name of these terms' own"));
            }
        }
    }
    // "The council", in the terms of a board, is seldom the board.
    for (clause, rule) in &rules {
        if let Some(noun) = taken_for_the_body(rule, &charter.head.body) {
            let sentence = format!("“the {noun}” is read as the body itself, {}: a council of its own is named with capitals", charter.head.body);
            say(Weight::Warning, (clause, rule), "the_body", sentence);
        }
    }
    // An item may arrive on the day on which the papers leave.
    let before = |verb: &[Verb], words: &[Word]| {
        rules.iter().find_map(|(clause, rule)| match &rule.tree.says {
            Says::Does { deed, force: Force::Must | Force::Should | Force::May, .. }
                if verb.contains(&deed.verb) && matches!(&deed.thing, Some(Thing::Word(w)) if words.contains(w)) =>
            {
                deed.times.iter().find_map(|t| match t {
                    Time::Before(Some(length), Occasion::Meeting) => Some(((*clause, *rule), *length)),
                    _ => None,
                })
            }
            _ => None,
        })
    };
    if let (Some((item, items)), Some((_, papers))) =
        (before(&[Verb::Notify], &[Word::Item]), before(&[Verb::Send, Verb::Circulate, Verb::Give], &[Word::Papers, Word::Agenda]))
        && let (Some(item_days), Some(paper_days)) = (rough_days(items.unit, items.count), rough_days(papers.unit, papers.count))
    {
        if item_days < paper_days {
            say(
                Weight::Warning,
                item,
                "no_slack",
                format!("an item may arrive {items} before a meeting, after the papers have left, {papers} before it"),
            );
        } else if items == papers {
            say(Weight::Warning, item, "no_slack", format!("an item may arrive on the day on which the papers leave, {papers} before a meeting"));
        }
    }
    for one in &rules {
        if let Some(when) = one.1.tree.when.as_ref().or(one.1.tree.only_if.as_ref()).filter(|c| never(c)) {
            say(Weight::Warning, *one, "never", format!("this can never be so: {when}"));
        }
        match &one.1.tree.says {
            Says::Rules { who: Who::Post(post), .. }
                if *post != Post::Concerned && !matches!(&one.1.tree.when, Some(Condition::Does(Who::Post(_), _))) =>
            {
                let own = rules
                    .iter()
                    .any(|(_, r)| matches!((&r.tree.says, &r.tree.when), (Says::Rules { .. }, Some(Condition::Does(Who::Post(p), _))) if p == post));
                if !own {
                    say(Weight::Warning, *one, "nobody_rules", format!("nobody is named to rule where {post} is the one concerned"));
                }
            }
            Says::Quorum { of: None, tally, .. } => {
                let most = rules.iter().find_map(|(clause, rule)| match &rule.tree.says {
                    Says::There { force: Force::Must, count, group, each: None, more }
                        if more.is_empty()
                            && matches!(group.noun, Noun::Seat | Noun::Member)
                            && group.class.is_none()
                            && group.filters.is_empty() =>
                    {
                        match count {
                            Count::Between(_, most) | Count::Bounded(Bound::AtMost | Bound::Exactly, Measure::Number(most)) => {
                                Some((clause.number.clone(), *most))
                            }
                            Count::Bounded(..) => None,
                        }
                    }
                    _ => None,
                });
                for term in tally {
                    if let (Measure::Number(n), Some((number, most))) = (&term.measure, &most)
                        && n > most
                    {
                        say(Weight::Error, *one, "quorum_out_of_reach", format!("{n} are needed, and there are at most {most} ({number})"));
                    }
                    if let (Measure::Number(n), Some((spread, sort))) = (&term.measure, &term.spread)
                        && spread > n
                    {
                        say(Weight::Error, *one, "quorum_out_of_reach", format!("{n} cannot come from {spread} different {}", sort.plural()));
                    }
                    if term.measure == Measure::Number(0) {
                        say(Weight::Warning, *one, "never", "a quorum of nobody is always met".to_owned());
                    }
                }
            }
            Says::Does { who: Some(Who::Post(Post::ViceChair)), .. }
                if !rules.iter().any(|(_, r)| matches!(r.tree.says, Says::Filled { post: Holder::Post(Post::ViceChair), .. })) =>
            {
                say(Weight::Warning, *one, "no_such_office", "no rule says how there comes to be a vice-chair".to_owned());
            }
            _ => {}
        }
    }
    out.sort_by_key(|r| (r.line, r.weight));
    out
}

fn rough_days(unit: Unit, count: u32) -> Option<u32> {
    Some(match unit {
        Unit::Minutes | Unit::Hours => return None,
        Unit::Days | Unit::ClearDays => count,
        Unit::WorkingDays | Unit::ClearWorkingDays => count.saturating_mul(7).div_ceil(5),
        Unit::Weeks => count.saturating_mul(7),
        Unit::Months => count.saturating_mul(30),
        Unit::Years => count.saturating_mul(365),
    })
}

/// Why two rules cannot both hold; rules with conditions of their own may never meet, and are let be.
fn contradiction(a: &Rule, b: &Rule) -> Option<String> {
    let free = |r: &Rule| r.tree.when.is_none() && r.tree.only_if.is_none() && r.tree.unless.is_none();
    if !free(a) || !free(b) {
        return None;
    }
    match (&a.tree.says, &b.tree.says) {
        (Says::Does { who: w1, force: f1, deed: d1 }, Says::Does { who: w2, force: f2, deed: d2 }) if w1 == w2 && d1 == d2 => {
            let asks = |f: &Force| matches!(f, Force::Must | Force::May | Force::Should);
            (asks(f1) != asks(f2)).then(|| format!("one says {f1}, the other {f2}"))
        }
        (
            Says::There { force: Force::Must, count: c1, group: g1, each: e1, more: m1 },
            Says::There { force: Force::Must, count: c2, group: g2, each: e2, more: m2 },
        ) if g1 == g2 && e1 == e2 && m1.is_empty() && m2.is_empty() => {
            let ((low1, high1), (low2, high2)) = (range(c1)?, range(c2)?);
            (low1.max(low2) > high1.min(high2)).then(|| "no number is within both".to_owned())
        }
        (Says::Filled { post: p1, how: h1, term: None, .. }, Says::Filled { post: p2, how: h2, term: None, .. }) if p1 == p2 && h1 != h2 => {
            Some(format!("{p1} would be filled in two ways"))
        }
        (Says::Decided { matter: m1, by: b1, also: false }, Says::Decided { matter: m2, by: b2, also: false }) if m1 == m2 && b1 != b2 => {
            Some(format!("{m1} would be decided in two ways"))
        }
        (Says::Votes { who: w1, weight: v1, .. }, Says::Votes { who: w2, weight: v2, .. }) if w1 == w2 && v1 != v2 => {
            Some(format!("{w1} would have {v1} and {v2}"))
        }
        (Says::Be { who: w1, force: f1, be: b1 }, Says::Be { who: w2, force: f2, be: b2 }) if w1 == w2 && b1 == b2 => {
            let asks = |f: &Force| matches!(f, Force::Must | Force::May | Force::Should);
            (asks(f1) != asks(f2)).then(|| format!("one says {f1}, the other {f2}"))
        }
        _ => None,
    }
}

/// Whether a condition can never be so: two days that leave nothing between them, or a thing and its contrary.
fn never(condition: &Condition) -> bool {
    fn parts<'a>(condition: &'a Condition, out: &mut Vec<&'a Condition>) {
        if let Condition::Both(a, b) = condition {
            parts(a, out);
            parts(b, out);
        } else {
            out.push(condition);
        }
    }
    let mut all = Vec::new();
    parts(condition, &mut all);
    all.iter().enumerate().any(|(n, a)| {
        all[n + 1..].iter().any(|b| match (a, b) {
            (Condition::After(after), Condition::Before(before)) | (Condition::Before(before), Condition::After(after)) => before <= after,
            (Condition::Not(inner), other) | (other, Condition::Not(inner)) => inner.as_ref() == *other,
            _ => false,
        })
    })
}

fn range(count: &Count) -> Option<(u32, u32)> {
    match count {
        Count::Between(a, b) => Some((*a, *b)),
        Count::Bounded(Bound::AtLeast, Measure::Number(n)) => Some((*n, u32::MAX)),
        Count::Bounded(Bound::AtMost, Measure::Number(n)) => Some((0, *n)),
        Count::Bounded(Bound::Exactly, Measure::Number(n)) => Some((*n, *n)),
        Count::Bounded(..) => None,
    }
}
