//! The grammar of a rule: one function for each part, as `docs/charter-language.md` sets them out.

mod condition;
mod count;
mod decided;
mod deed;
mod does;
mod filled;
mod group;
mod occasion;
mod when;
mod who;
pub(crate) use self::condition::*;
use self::count::*;
pub(crate) use self::decided::*;
pub(crate) use self::deed::*;
use self::does::*;
use self::filled::*;
pub(crate) use self::group::*;
pub(crate) use self::occasion::*;
use self::when::*;
pub(crate) use self::who::*;
use super::parser::{Parser, Read, Stuck};
use super::token::{Kind, Token};
use crate::tree::*;

/// Reads one rule; on failure, the parser says where and what would have been right.
pub(crate) fn sentence(p: &mut Parser<'_>) -> Read<Sentence> {
    let when = if p.take_any(&["when", "if", "where", "whenever"]) {
        let condition = condition(p)?;
        if !p.comma() {
            return Err(Stuck);
        }
        p.take("then");
        Some(condition)
    } else if p.take("in the absence of") {
        let absent = Condition::Absent(post(p)?);
        if !p.comma() {
            return Err(Stuck);
        }
        Some(absent)
    } else if p.take_any(&TIED) {
        p.comma();
        Some(Condition::State(Circumstance::VotesEqual))
    } else {
        None
    };
    let says = says(p)?;
    let mut sentence = Sentence { when, says, only_if: None, unless: p.without.take() };
    // What may be spent up to an amount may be only so; what must be done beyond one must be then.
    if let Some(amount) = p.amount.take() {
        let allows = matches!(&sentence.says, Says::Does { force: Force::May, .. });
        let place = if allows { &mut sentence.only_if } else { &mut sentence.when };
        *place = Some(match place.take() {
            Some(other) => Condition::Both(Box::new(other), Box::new(amount)),
            None => amount,
        });
    }
    loop {
        let start = p.at;
        let comma = p.kind() == Some(&Kind::Comma);
        if comma {
            p.at += 1;
        }
        if sentence.only_if.is_none() && p.take_any(&["only if", "provided that", "but only if", "only when", "only where"]) {
            sentence.only_if = Some(condition(p)?);
        } else if sentence.unless.is_none() && p.take_any(&["unless", "except when", "except where", "except if"]) {
            sentence.unless = Some(condition(p)?);
        } else if sentence.when.is_none() && p.take_any(&["when", "if", "where", "whenever"]) {
            sentence.when = Some(condition(p)?);
        } else if sentence.when.is_none() && p.take_any(&TIED) {
            sentence.when = Some(Condition::State(Circumstance::VotesEqual));
        } else {
            p.at = start;
            break;
        }
    }
    match p.kind() {
        Some(Kind::Stop) => p.at += 1,
        _ => return Err(p.expect("a full stop")),
    }
    if !p.done() {
        return Err(p.expect("the end of the rule"));
    }
    Ok(sentence)
}

/// When votes are equal, in other words.
const TIED: [&str; 7] = [
    "in the event of a tie",
    "in the event of a tied vote",
    "in the event of an equality of votes",
    "in the case of an equality of votes",
    "in case of a tie",
    "on an equality of votes",
    "where votes are equal",
];

fn says(p: &mut Parser<'_>) -> Read<Says> {
    let begin = p.at;
    if let Some((of, also)) = p.attempt(|p| {
        p.must("the quorum")?;
        let of = if p.take("of each") { Some(sort(p, false)?) } else { None };
        p.take("of the body");
        if !p.take_any(&["is", "must be", "shall be"]) {
            return Err(Stuck);
        }
        // "Must be fixed" is done to it.
        if p.number_here().is_none() && p.guess(|p| verb(p, |f| f.2)).is_some() {
            return Err(Stuck);
        }
        Ok((of, p.take("also")))
    }) {
        return Ok(Says::Quorum { of, also, tally: tally(p)? });
    }
    if p.take_any(&[
        "a quorum is",
        "a quorum will be",
        "a quorum shall be",
        "a quorum must be",
        "a quorum consists of",
        "the quorum consists of",
        "the quorum for a meeting is",
        "the quorum at a meeting is",
        "the quorum for meetings is",
    ]) {
        return Ok(Says::Quorum { of: None, also: false, tally: tally(p)? });
    }
    // "5 members make a quorum", "those present are a quorum".
    if let Some(tally) = p.guess(|p| {
        let tally = match p.guess(|p| if p.take("the") { group(p, true) } else { those(p) }) {
            Some(group) if group.filters.contains(&Filter::Present) => {
                vec![Term { measure: Measure::Share(Share::All), group, spread: None, including: None, or: None }]
            }
            _ => tally(p)?,
        };
        if p.take_any(&[
            "is a quorum",
            "are a quorum",
            "make a quorum",
            "makes a quorum",
            "form a quorum",
            "forms a quorum",
            "constitute a quorum",
            "constitutes a quorum",
        ]) {
            Ok(tally)
        } else {
            Err(Stuck)
        }
    }) {
        return Ok(Says::Quorum { of: None, also: false, tally });
    }
    if let Some((matter, also)) = p.attempt(|p| {
        let matter = matter(p)?;
        if p.take("is also decided by") {
            return Ok((matter, true));
        }
        p.must("is decided by")?;
        Ok((matter, false))
    }) {
        return Ok(Says::Decided { matter, also, by: ways(p)? });
    }
    // The same in other words, where what follows is a way to decide.
    if let Some((matter, by)) = p.guess(|p| {
        let matter = matter(p)?;
        if !p.take_any(&[
            "must be decided by",
            "shall be decided by",
            "will be decided by",
            "shall be made by",
            "will be made by",
            "shall be taken by",
            "will be taken by",
            "will normally be made by",
            "are decided by",
            "is made by",
            "are made by",
            "must be made by",
            "is taken by",
            "are taken by",
            "must be taken by",
            "is carried by",
            "is passed by",
            "passes by",
            "is adopted by",
            "requires",
            "require",
            "needs",
            "need",
        ]) {
            return Err(Stuck);
        }
        let by = ways(p)?;
        if by.iter().all(|w| matches!(w, Way::Vote(t) if t.iter().all(|t| matches!(t.measure, Measure::Number(_))))) {
            Err(Stuck)
        } else {
            Ok((matter, by))
        }
    }) {
        return Ok(Says::Decided { matter, also: false, by });
    }
    if let Some(force) = p.attempt(|p| {
        p.must("there")?;
        let force = force(p)?;
        p.must("be")?;
        Ok(force)
    }) {
        let (count, group) = count_of(p)?;
        let each = if p.take("for each") { Some(sort(p, false)?) } else { None };
        let mut more = Vec::new();
        while let Some(one) = p.attempt(|p| {
            if !p.comma_then("and") {
                return Err(Stuck);
            }
            let count = p.number()?;
            p.must("more")?;
            let each = if p.take("for each") { Some(sort(p, false)?) } else { None };
            Ok(More { count, each })
        }) {
            more.push(one);
        }
        return Ok(Says::There { force, count, group, each, more });
    }
    if let Some((count, group, force)) = p.attempt(share_head) {
        let start = p.at;
        if let Some(be) = p.attempt(bes) {
            return Ok(Says::Share { count, group, force, be });
        }
        // "3 members must be invited" is done to them.
        p.at = start;
        if p.guess(|p| verb(p, |f| f.2)).is_none() {
            return Ok(Says::Share { count, group, force, be: bes(p)? });
        }
        p.at = begin;
    }
    if let Some(name) = p.attempt(|p| {
        let name = p.quoted().ok_or(Stuck)?;
        p.must("means")?;
        Ok(name)
    }) {
        p.take("the");
        return Ok(Says::Means { name, group: group(p, true)? });
    }
    if let Some(topics) = p.attempt(topics) {
        return Ok(Says::Follows { topics, body: name(p)? });
    }
    if let Some(says) = filled(p)? {
        return Ok(says);
    }
    if let Some((who, weight)) = p.attempt(|p| {
        let who = who(p)?;
        if !p.take_any(&["has", "have", "must have", "shall have"]) {
            return Err(Stuck);
        }
        Ok((who, weight(p)?))
    }) {
        let settled = if p.comma_then("settled by") { tally(p)? } else { Vec::new() };
        let cast = if p.comma_then("cast by") { Some(self::who(p)?) } else { None };
        return Ok(Says::Votes { who, weight, settled, cast });
    }
    let start = p.at;
    for read in [limited, composed, notice_given, ceases] {
        if let Some(says) = p.guess(read) {
            return Ok(says);
        }
        p.at = start;
    }
    does(p)
}

fn share_head(p: &mut Parser<'_>) -> Read<(Count, Group, Force)> {
    let (count, group) = if p.take("between") {
        let (a, b) = range(p)?;
        (Count::Between(a, b), of_group(p)?)
    } else {
        let bound = bound(p).unwrap_or(Bound::AtLeast);
        if let Some(n) = p.attempt(|p| {
            let n = p.number()?;
            Ok((n, of_group(p)?))
        }) {
            (Count::Bounded(bound, Measure::Number(n.0)), n.1)
        } else if let Some(found) = p.attempt(|p| {
            // "At least 1 member must be …" is said of the members.
            let n = p.positive()?;
            Ok((n, group(p, n != 1)?))
        }) {
            (Count::Bounded(bound, Measure::Number(found.0)), found.1)
        } else {
            let measure = share_measure(p)?;
            (Count::Bounded(bound, measure), of_group(p)?)
        }
    };
    let force = force(p)?;
    p.must("be")?;
    Ok((count, group, force))
}

fn topics(p: &mut Parser<'_>) -> Read<Vec<Topic>> {
    let mut topics = vec![topic(p)?];
    while p.comma() || p.take("and") {
        topics.push(topic(p)?);
    }
    if !p.take_any(&["follow the terms of", "follows the terms of"]) {
        return Err(Stuck);
    }
    p.take("the");
    Ok(topics)
}

fn topic(p: &mut Parser<'_>) -> Read<Topic> {
    Topic::ALL.into_iter().find(|t| p.take(t.word())).ok_or(Stuck)
}
