//! If: what may be so.

use super::*;

pub(super) fn condition(p: &mut Parser<'_>) -> Read<Condition> {
    p.deeper(|p| {
        let first = condition_inner(p)?;
        for joint in ["and", "or"] {
            if p.take(joint) {
                let rest = Box::new(condition_chain(p, joint)?);
                return Ok(if joint == "and" { Condition::Both(Box::new(first), rest) } else { Condition::Either(Box::new(first), rest) });
            }
        }
        Ok(first)
    })
}

pub(super) fn condition_chain(p: &mut Parser<'_>, joint: &str) -> Read<Condition> {
    p.deeper(|p| {
        let first = condition_inner(p)?;
        if p.take(joint) {
            let rest = Box::new(condition_chain(p, joint)?);
            return Ok(if joint == "and" { Condition::Both(Box::new(first), rest) } else { Condition::Either(Box::new(first), rest) });
        }
        Ok(first)
    })
}

pub(crate) fn condition_inner(p: &mut Parser<'_>) -> Read<Condition> {
    p.deeper(|p| {
        for (open, joint) in [("it is so both that", "and that"), ("it is so either that", "or that")] {
            if p.take(open) {
                let a = Box::new(condition_inner(p)?);
                p.must(joint)?;
                let b = Box::new(condition_inner(p)?);
                return Ok(if joint == "and that" { Condition::Both(a, b) } else { Condition::Either(a, b) });
            }
        }
        if p.take("it is after") {
            return Ok(Condition::After(date(p)?));
        }
        if p.take("it is before") {
            return Ok(Condition::Before(date(p)?));
        }
        if p.take("the published agenda announces it") {
            return Ok(Condition::Announced);
        }
        if p.take("the body has resolved") {
            return p.quoted().map(Condition::Resolved).ok_or_else(|| p.expect("what was resolved, in quotation marks"));
        }
        if p.take("the amount is") {
            let strict = p.take("more than");
            let bound = if strict { Bound::AtLeast } else { bound(p).unwrap_or(Bound::Exactly) };
            return match p.kind() {
                Some(Kind::Money(currency, amount)) => {
                    p.at += 1;
                    let amount = if strict { amount.saturating_add(1) } else { *amount };
                    Ok(Condition::Amount(bound, Money { currency: *currency, amount }))
                }
                _ => Err(p.expect("an amount such as `£50,000`")),
            };
        }
        if let Some(kind) = p.attempt(|p| {
            p.must("the meeting is")?;
            gathering(p).ok_or(Stuck)
        }) {
            return Ok(Condition::MeetingIs(kind));
        }
        if let Some((name, bound, n)) = p.attempt(|p| {
            let name = p.quoted().ok_or(Stuck)?;
            if !p.take_any(&["is", "are"]) {
                return Err(Stuck);
            }
            if let Some((bound, n)) = strictly(p) {
                return Ok((name, bound, n));
            }
            let bound = bound(p).unwrap_or(Bound::Exactly);
            Ok((name, bound, p.number()?))
        }) {
            return Ok(Condition::Number(name, bound, n));
        }
        if p.take("it is not so that") {
            return Ok(Condition::Not(Box::new(condition_inner(p)?)));
        }
        if p.take("it is so that") {
            return p.quoted().map(Condition::Fact).ok_or_else(|| p.expect("the fact in quotation marks"));
        }
        if p.take("the matter is") {
            if let Some(name) = p.quoted() {
                return Ok(Condition::Matter(name));
            }
            p.at -= 3;
        }
        for (state, words) in Circumstance::ALL {
            if p.take(words) {
                return Ok(Condition::State(state));
            }
        }
        if p.take("there has been no quorum for") {
            return Ok(Condition::NoQuorumFor(length(p)?));
        }
        if let Some((by, a, b)) = p.attempt(|p| {
            p.must("there are at least")?;
            let by = p.number()?;
            p.must("more")?;
            let a = group(p, true)?;
            p.must("than")?;
            Ok((by, a, group(p, true)?))
        }) {
            return Ok(Condition::Outnumber(by, a, b));
        }
        if p.take_any(&["there are", "there is"]) {
            let (count, group) = count_of(p)?;
            return Ok(Condition::There(count, group));
        }
        if p.take("the office of") {
            let post = post_title(p)?;
            p.must("is vacant")?;
            return Ok(Condition::Vacant(post));
        }
        if let Some(post) = p.attempt(|p| {
            let post = post(p)?;
            p.must("is absent")?;
            Ok(post)
        }) {
            return Ok(Condition::Absent(post));
        }
        if let Some(done) = p.attempt(|p| {
            let thing = thing(p)?;
            if !p.take_any(&["is", "are"]) {
                return Err(Stuck);
            }
            let verb = verb(p, |f| f.2)?;
            rest_of_deed(p, verb, Some(thing))
        }) {
            return Ok(Condition::Done(Box::new(done)));
        }
        let who = who_inner(p)?;
        let plural = who.is_plural();
        for (words, made) in [
            (["becomes", "become"], Condition::Becomes as fn(Who, Name) -> Condition),
            (["ceases to be", "cease to be"], Condition::Ceases),
            (["judges that", "judge that"], Condition::Judges),
            (["is satisfied that", "are satisfied that"], Condition::Judges),
            (["considers that", "consider that"], Condition::Judges),
        ] {
            if p.take_any(&words) {
                return p.quoted().map(|name| made(who, name)).ok_or_else(|| p.expect("it, in quotation marks"));
            }
        }
        if p.take_any(&["does not", "do not"]) {
            let deed = deed(p, |f| f.0)?;
            return Ok(Condition::Not(Box::new(Condition::Does(who, Box::new(deed)))));
        }
        if let Some(be) = p.attempt(|p| {
            if !p.take_any(&["is", "are"]) {
                return Err(Stuck);
            }
            be(p)
        }) {
            return Ok(Condition::Is(who, be));
        }
        // "The ministers agree": a post may be called in the plural.
        let deed = match p.attempt(|p| deed(p, |f| if plural { f.0 } else { f.1 })) {
            Some(deed) => deed,
            None => deed(p, |f| if plural { f.1 } else { f.0 })?,
        };
        Ok(Condition::Does(who, Box::new(deed)))
    })
}

pub(super) fn post_title(p: &mut Parser<'_>) -> Read<Post> {
    for post in [Post::Chair, Post::ViceChair, Post::Secretary] {
        if p.take(post.title()) {
            return Ok(post);
        }
    }
    Ok(Post::Named(name(p)?))
}
