//! The grammar of a rule: one function for each part, as `docs/charter-language.md` sets them out.
mod condition;
mod count;
mod deed;
mod when;
mod who;

pub(crate) use self::condition::*;
use self::count::*;
pub(crate) use self::deed::*;
pub(crate) use self::when::*;
pub(crate) use self::who::*;
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
        return Ok(Says::Quorum { of: None, tally: tally(p)? });
    }
    if p.take("the quorum of each") {
        let of = Some(sort(p, false)?);
        p.must("is")?;
        return Ok(Says::Quorum { of, tally: tally(p)? });
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
        return Ok(Says::Share { count, group, force, be: bes(p)? });
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
        if !p.take_any(&["has", "have"]) {
            return Err(Stuck);
        }
        Ok((who, weight(p)?))
    }) {
        let settled = if p.comma_then("settled by") { tally(p)? } else { Vec::new() };
        let cast = if p.comma_then("cast by") { Some(self::who(p)?) } else { None };
        return Ok(Says::Votes { who, weight, settled, cast });
    }
    does(p)
}

fn weight(p: &mut Parser<'_>) -> Read<Weight> {
    if p.take("no vote") {
        return Ok(Weight::Number(0));
    }
    if p.take("as many votes as") {
        let name = p.quoted().ok_or_else(|| p.expect("the table in quotation marks"))?;
        p.must("gives")?;
        return Ok(Weight::Given(name));
    }
    let n = if p.take("a") { 1 } else { p.number()? };
    if p.take_any(&["votes", "vote"]) { Ok(Weight::Number(n)) } else { Err(Stuck) }
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
    let holder = if p.take_any(&["the place of the meetings", "the venue"]) {
        Holder::Place
    } else if let Some(Who::The(group)) = p.attempt(|p| match who_inner(p)? {
        Who::The(group) => Ok(Who::The(group)),
        _ => Err(Stuck),
    }) {
        Holder::Seats(group)
    } else {
        let Some(post) = p.attempt(post) else { return Ok(None) };
        Holder::Post(post)
    };
    let many = matches!(holder, Holder::Seats(_));
    let is = if many { "are" } else { "is" };
    let by = |p: &mut Parser<'_>, verbs: &[&str], joint: &str| verbs.iter().any(|v| p.take(&format!("{is} {v} {joint}")));
    let how = if p.take(if many { "pass every" } else { "passes every" }) {
        let every = length_or_unit(p)?;
        p.must("among the")?;
        Filling::Passes(every, group(p, true)?)
    } else if p.take(if many { "rotate among the" } else { "rotates among the" }) {
        Filling::Rotates(group(p, true)?)
    } else if by(p, &["elected", "chosen", "selected"], "by") {
        Filling::Elected(who(p)?)
    } else if by(p, &["appointed"], "by whichever of") {
        let a = who_inner(p)?;
        p.must("and")?;
        let b = who_inner(p)?;
        p.must("has not appointed")?;
        Filling::NotAppointing(a, b, post(p)?)
    } else if by(p, &["appointed", "nominated", "named", "designated", "filled"], "by") {
        Filling::Appointed(who(p)?)
    } else if by(p, &["appointed"], "in turn by") {
        let a = who_inner(p)?;
        p.must("and by")?;
        Filling::InTurn(a, who_inner(p)?)
    } else if p.take(&format!("{is} as")) {
        let who = who_inner(p)?;
        p.must(if who.is_plural() { "decide" } else { "decides" })?;
        Filling::AsDecided(who)
    } else if let (true, Some(who)) = (p.take(is), p.attempt(who)) {
        Filling::Is(who)
    } else {
        p.at = start;
        return Ok(None);
    };
    let term = if p.take("for") {
        let bound = bound(p).unwrap_or(Bound::Exactly);
        Some((bound, length(p)?))
    } else {
        None
    };
    // "At the request of somebody" is no time.
    let asked = p.guess(|p| {
        let start = p.at;
        let found = self::with(p);
        p.at = start;
        found
    });
    let at = p.attempt(|p| match time(p)? {
        _ if asked.is_some() => Err(Stuck),
        Time::For(..) => Err(Stuck),
        time => Ok(time),
    });
    let mut with = Vec::new();
    while let Some(one) = p.attempt(self::with) {
        with.push(one);
    }
    let unlike = if p.comma_then("from another") {
        let sort = sort(p, false)?;
        p.must("than")?;
        Some((sort, self::post(p)?))
    } else {
        None
    };
    Ok(Some(Says::Filled { post: holder, how, term, at, with, unlike }))
}

fn does(p: &mut Parser<'_>) -> Read<Says> {
    // The passive: a thing, "must be", a participle.
    if let Some((thing, force, verb)) = p.attempt(|p| {
        let thing = if p.take("it") { None } else { Some(thing(p)?) };
        let force = force(p)?;
        p.must("be")?;
        let verb = verb(p, |f| f.2)?;
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
        let (choices, named) = choices(p)?;
        return Ok(Says::Rules { who, choices, named });
    }
    let force = force(p)?;
    if let Some(be) = p.attempt(|p| {
        p.must("be")?;
        // "be heard" is a verb.
        if p.word().is_some_and(|w| w.eq_ignore_ascii_case("heard")) {
            return Err(Stuck);
        }
        bes(p)
    }) {
        return Ok(Says::Be { who, force, be });
    }
    let deed = deed(p, |f| f.0)?;
    Ok(Says::Does { who: Some(who), force, deed })
}

fn choices(p: &mut Parser<'_>) -> Read<(Vec<Part>, Vec<Name>)> {
    let (mut parts, mut named) = (Vec::new(), Vec::new());
    loop {
        p.take("that");
        if let Some(name) = p.quoted() {
            named.push(name);
        } else {
            p.take_any(&["the member concerned", "the member"]);
            parts.push(part(p)?);
        }
        let start = p.at;
        if !(p.comma() && p.take("or")) {
            p.at = start;
            if !p.take("or") {
                return Ok((parts, named));
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
    if p.take("need not") {
        Ok(Force::NeedNot)
    } else if p.take_any(&["must not", "may not"]) {
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
    if p.take("a change of these terms that asks a larger majority") {
        return Ok(Matter::Raising);
    }
    if p.take("a change of these terms") {
        return Ok(Matter::Terms);
    }
    if p.take_any(&["an election", "the election of the chair"]) {
        return Ok(Matter::Election);
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
    if p.take("consensus") {
        return Ok(Way::Consensus);
    }
    if p.take("lot") {
        return Ok(Way::Lot);
    }
    if p.take("the casting vote of") {
        return Ok(Way::Casting(post(p)?));
    }
    if p.take("the decision of") {
        return Ok(Way::DecisionOf(post(p)?));
    }
    Ok(Way::Vote(tally(p)?))
}

/// `£50,000`
pub(crate) fn money(p: &mut Parser<'_>) -> Read<u32> {
    match p.kind() {
        Some(Kind::Money(_, amount)) => {
            p.at += 1;
            Ok(*amount)
        }
        _ => Err(p.expect("an amount such as `£50,000`")),
    }
}
