//! The grammar of a rule: one function for each part, as `docs/charter-language.md` sets them out.
mod condition;
mod count;
mod deed;
mod when;
mod who;

use self::condition::*;
use self::count::*;
use self::deed::*;
use self::when::*;
use self::who::*;
use super::parser::{Parser, Read, Stuck};
use super::token::{Kind, Token};
use crate::tree::*;
/// Reads one rule; on failure, the parser says where and what would have been right.
pub(crate) fn sentence(p: &mut Parser<'_>) -> Read<Sentence> {
    let when = if p.take_any(&["when", "if"]) {
        let condition = condition(p)?;
        if !p.comma() {
            return Err(Stuck);
        }
        p.take("then");
        Some(condition)
    } else {
        None
    };
    let says = says(p)?;
    let mut sentence = Sentence { when, says, only_if: None, unless: None };
    loop {
        let start = p.at;
        let comma = p.kind() == Some(&Kind::Comma);
        if comma {
            p.at += 1;
        }
        if sentence.only_if.is_none() && p.take("only if") {
            sentence.only_if = Some(condition(p)?);
        } else if sentence.unless.is_none() && p.take("unless") {
            sentence.unless = Some(condition(p)?);
        } else if sentence.when.is_none() && p.take_any(&["when", "if"]) {
            sentence.when = Some(condition(p)?);
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

fn says(p: &mut Parser<'_>) -> Read<Says> {
    if p.take("the quorum is") {
        return Ok(Says::Quorum(tally(p)?));
    }
    if let Some(matter) = p.attempt(|p| {
        let matter = matter(p)?;
        p.must("is decided by")?;
        Ok(matter)
    }) {
        let mut by = vec![way(p)?];
        while p.comma_then("failing that by") {
            by.push(way(p)?);
        }
        return Ok(Says::Decided { matter, by });
    }
    if let Some(force) = p.attempt(|p| {
        p.must("there")?;
        let force = force(p)?;
        p.must("be")?;
        Ok(force)
    }) {
        let (count, group) = count_of(p)?;
        let each = if p.take("for each") { Some(sort(p, false)?) } else { None };
        return Ok(Says::There { force, count, group, each });
    }
    if let Some((count, group, force)) = p.attempt(share_head) {
        let be = complement(p)?;
        return Ok(Says::Share { count, group, force, be });
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
    does(p)
}

fn share_head(p: &mut Parser<'_>) -> Read<(Count, Group, Force)> {
    let (count, group) = if p.take("between") {
        let (a, b) = range(p)?;
        p.must("of the")?;
        (Count::Between(a, b), group(p, true)?)
    } else {
        let bound = bound(p).unwrap_or(Bound::AtLeast);
        if let Some(n) = p.attempt(|p| {
            let n = p.number()?;
            p.must("of the")?;
            Ok(n)
        }) {
            (Count::Bounded(bound, Measure::Number(n)), group(p, true)?)
        } else {
            let measure = share_measure(p)?;
            p.must("of the")?;
            (Count::Bounded(bound, measure), group(p, true)?)
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

fn filled(p: &mut Parser<'_>) -> Read<Option<Says>> {
    let start = p.at;
    let Some(post) = p.attempt(post) else { return Ok(None) };
    let how = if p.take("passes every") {
        let every = length_or_unit(p)?;
        p.must("among the")?;
        Filling::Passes(every, group(p, true)?)
    } else if p.take("is elected by") {
        Filling::Elected(who(p)?)
    } else if p.take("is appointed by") {
        Filling::Appointed(who(p)?)
    } else if p.take("is appointed in turn by") {
        let a = who_inner(p)?;
        p.must("and by")?;
        Filling::InTurn(a, who_inner(p)?)
    } else if p.take("is as") {
        let who = who_inner(p)?;
        p.must(if who.is_plural() { "decide" } else { "decides" })?;
        Filling::AsDecided(who)
    } else if p.take("is") {
        Filling::Is(who(p)?)
    } else {
        p.at = start;
        return Ok(None);
    };
    let term = if p.take("for") { Some(length(p)?) } else { None };
    let at = p.attempt(|p| match time(p)? {
        Time::For(_) => Err(Stuck),
        time => Ok(time),
    });
    let unlike = if p.comma_then("from another") {
        let sort = sort(p, false)?;
        p.must("than")?;
        Some((sort, self::post(p)?))
    } else {
        None
    };
    Ok(Some(Says::Filled { post, how, term, at, unlike }))
}

fn does(p: &mut Parser<'_>) -> Read<Says> {
    // The passive: a thing, "must be", a participle.
    if let Some((thing, force, verb)) = p.attempt(|p| {
        let thing = if p.take("it") { None } else { Some(thing(p)?) };
        let force = force(p)?;
        p.must("be")?;
        let verb = verb(p, Verb::participle)?;
        Ok((thing, force, verb))
    }) {
        let mut deed = rest_of_deed(p, verb, thing)?;
        let by = if p.take("by") { Some(who_inner(p)?) } else { None };
        if by.is_some() {
            let more = rest_of_deed(p, verb, None)?;
            deed.manner.extend(more.manner);
            deed.times.extend(more.times);
            deed.with.extend(more.with);
            deed.to = deed.to.or(more.to);
            deed.from = deed.from.or(more.from);
        }
        return Ok(Says::Does { who: by, force, deed });
    }
    let who = who(p)?;
    if p.take("must rule that") {
        return Ok(Says::Rules { who, choices: choices(p)? });
    }
    let force = force(p)?;
    let deed = deed(p, Verb::base)?;
    Ok(Says::Does { who: Some(who), force, deed })
}

fn choices(p: &mut Parser<'_>) -> Read<Vec<Part>> {
    let mut parts = Vec::new();
    loop {
        p.take("that");
        p.take_any(&["the member concerned", "the member"]);
        parts.push(part(p)?);
        let start = p.at;
        if !(p.comma() && p.take("or")) {
            p.at = start;
            if !p.take("or") {
                return Ok(parts);
            }
        }
    }
}

fn part(p: &mut Parser<'_>) -> Read<Part> {
    // The comma inside two of them is a token of its own.
    if p.take("discusses") {
        if p.take("but does not decide") {
            return Ok(Part::Discuss);
        }
        if p.comma() && p.take("does not decide and") {
            if p.take("stays") {
                return Ok(Part::DiscussThenStay);
            }
            p.must("leaves")?;
            return Ok(Part::DiscussThenLeave);
        }
        return Err(Stuck);
    }
    if p.take("leaves") {
        return Ok(Part::Leave);
    }
    if p.take("stays but takes no part") {
        return Ok(Part::Stay);
    }
    p.must("takes full part")?;
    Ok(Part::Full)
}

fn force(p: &mut Parser<'_>) -> Read<Force> {
    if p.take("must not") {
        Ok(Force::MustNot)
    } else if p.take("should not") {
        Ok(Force::ShouldNot)
    } else if p.take("must") {
        Ok(Force::Must)
    } else if p.take("should") {
        Ok(Force::Should)
    } else {
        p.must("may")?;
        Ok(Force::May)
    }
}

fn matter(p: &mut Parser<'_>) -> Read<Matter> {
    if p.take("a change of these terms") {
        return Ok(Matter::Terms);
    }
    if p.take("a change of the membership") {
        return Ok(Matter::Membership);
    }
    if p.take("a decision on") {
        return p.quoted().map(Matter::Named).ok_or_else(|| p.expect("the matter in quotation marks"));
    }
    p.must("a decision")?;
    Ok(Matter::Any)
}

fn way(p: &mut Parser<'_>) -> Read<Way> {
    if p.take("consensus") { Ok(Way::Consensus) } else { Ok(Way::Vote(tally(p)?)) }
}
