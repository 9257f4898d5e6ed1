//! Who does what, and how strongly.

use super::*;

/// `notice of “a key decision”`: what a thing is about, before the verb.
pub(super) fn about(p: &mut Parser<'_>) -> Read<Manner> {
    if !p.take_any(&["of", "on", "about"]) {
        return Err(Stuck);
    }
    p.quoted().map(Manner::About).ok_or(Stuck)
}

pub(super) fn does(p: &mut Parser<'_>) -> Read<Says> {
    // The passive: a thing, "must be", a participle.
    if let Some((thing, about, force, verb)) = p.attempt(|p| {
        let thing = if p.take("it") { None } else { Some(thing(p)?) };
        let about = p.guess(about);
        let force = force(p)?;
        p.must("be")?;
        // Who is heard is somebody; what is heard is something.
        let verb = if matches!(thing, Some(Thing::Word(_))) && p.take("heard") { Verb::Hear } else { verb(p, |f| f.2)? };
        Ok((thing, about, force, verb))
    }) {
        let mut deed = rest_of_deed(p, verb, thing)?;
        deed.manner.splice(0..0, about);
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
    // "The chair and the vice-chair must be from different partners."
    if let Who::And(one, other) = &who
        && let (Who::Post(one), Who::Post(other)) = (one.as_ref(), other.as_ref())
        && let Some(sort) = p.guess(|p| {
            p.must("be")?;
            let negative = matches!(force, Force::MustNot | Force::ShouldNot);
            if !p.take(if negative { "from the same" } else { "from different" }) {
                return Err(Stuck);
            }
            sort(p, !negative)
        })
    {
        let force = match force {
            Force::MustNot => Force::Must,
            Force::ShouldNot => Force::Should,
            force => force,
        };
        let be = vec![Be::Is(Filter::Unlike(sort, Box::new(one.clone())))];
        return Ok(Says::Be { who: Who::Post(other.clone()), force, be });
    }
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
    if p.held_back && !matches!(force, Force::MustNot | Force::ShouldNot) {
        return Err(p.say("`until … after` says when something must not be done yet"));
    }
    // "Must not serve for more than 6 years" says how long they serve at most.
    if p.over {
        let (who, force) = match (who, force) {
            (Who::No(group), Force::May | Force::Must) => (Who::Any(group), Force::Must),
            (who, Force::MustNot) => (who, Force::Must),
            (who, Force::ShouldNot) => (who, Force::Should),
            _ => return Err(p.say("for what lasts longer say `for at least`")),
        };
        return Ok(Says::Does { who: Some(who), force, deed });
    }
    Ok(Says::Does { who: Some(who), force, deed })
}

pub(super) fn choices(p: &mut Parser<'_>) -> Read<(Vec<Part>, Vec<Name>)> {
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

pub(super) fn part(p: &mut Parser<'_>) -> Read<Part> {
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

pub(super) fn force(p: &mut Parser<'_>) -> Read<Force> {
    if p.take_any(&["need not", "does not need to", "do not need to", "is not required to", "are not required to"]) {
        Ok(Force::NeedNot)
    } else if p.take_any(&["should not", "should not normally", "will not normally", "must not normally"]) {
        p.take_any(&["normally", "usually", "ordinarily"]);
        Ok(Force::ShouldNot)
    } else if p.take_any(&["must not", "may not", "shall not", "will not", "cannot", "can not"]) {
        Ok(Force::MustNot)
    } else if p.take_any(&[
        "should",
        "must normally",
        "shall normally",
        "will normally",
        "must usually",
        "will usually",
        "should ideally",
        "is expected to",
        "are expected to",
    ]) {
        p.take_any(&["normally", "usually", "ordinarily", "ideally"]);
        Ok(Force::Should)
    } else if p.take_any(&["must", "shall", "will", "is required to", "are required to"]) {
        Ok(Force::Must)
    } else if p.take_any(&["can", "is entitled to", "are entitled to"]) {
        Ok(Force::May)
    } else {
        p.must("may")?;
        Ok(Force::May)
    }
}
