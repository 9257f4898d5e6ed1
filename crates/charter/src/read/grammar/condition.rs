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

pub(super) fn condition_inner(p: &mut Parser<'_>) -> Read<Condition> {
    p.deeper(|p| {
        for (open, joint) in [("it is so both that", "and that"), ("it is so either that", "or that")] {
            if p.take(open) {
                let a = Box::new(condition_inner(p)?);
                p.must(joint)?;
                let b = Box::new(condition_inner(p)?);
                return Ok(if joint == "and that" { Condition::Both(a, b) } else { Condition::Either(a, b) });
            }
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
        let who = who_inner(p)?;
        let plural = who.is_plural();
        let deed = deed(p, |v| if plural { v.base() } else { v.third() })?;
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
