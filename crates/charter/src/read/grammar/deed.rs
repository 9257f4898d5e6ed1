//! Does what: a verb with what belongs to it.

use super::*;

pub(super) fn verb(p: &mut Parser<'_>, form: impl Fn(Verb) -> &'static str) -> Read<Verb> {
    // The longest spelling wins.
    let best = Verb::ALL
        .iter()
        .filter_map(|v| {
            let start = p.at;
            let took = p.take(form(*v));
            let length = p.at - start;
            p.at = start;
            took.then_some((length, *v))
        })
        .max_by_key(|(length, _)| *length);
    match best {
        Some((length, verb)) => {
            p.at += length;
            Ok(verb)
        }
        None => Err(Stuck),
    }
}

pub(super) fn deed(p: &mut Parser<'_>, form: impl Fn(Verb) -> &'static str) -> Read<Deed> {
    let verb = verb(p, form)?;
    let thing = p.attempt(thing);
    rest_of_deed(p, verb, thing)
}

pub(super) fn rest_of_deed(p: &mut Parser<'_>, verb: Verb, thing: Option<Thing>) -> Read<Deed> {
    let mut deed = Deed { verb, thing, to: None, from: None, manner: Vec::new(), times: Vec::new(), with: Vec::new() };
    loop {
        if deed.to.is_none() && p.take("to") {
            deed.to = Some(who_inner(p)?);
        } else if deed.from.is_none() && p.take("from") {
            deed.from = Some(who_inner(p)?);
        } else if let Some(manner) = p.attempt(manner) {
            deed.manner.push(manner);
        } else if let Some(with) = p.attempt(with) {
            deed.with.push(with);
        } else if let Some(time) = p.attempt(time) {
            deed.times.push(time);
        } else {
            return Ok(deed);
        }
    }
}

pub(super) fn manner(p: &mut Parser<'_>) -> Read<Manner> {
    Manner::ALL.iter().find(|(_, words)| p.take(words)).map(|(manner, _)| *manner).ok_or(Stuck)
}

pub(super) fn with(p: &mut Parser<'_>) -> Read<With> {
    if p.take("after consulting") {
        Ok(With::Consulting(who_inner(p)?))
    } else if p.take_any(&["with the agreement of", "with the consent of"]) {
        Ok(With::Agreement(who_inner(p)?))
    } else {
        p.must("at the request of")?;
        Ok(With::Request(who_inner(p)?))
    }
}

pub(super) fn thing(p: &mut Parser<'_>) -> Read<Thing> {
    if let Some(word) = word(p) {
        return Ok(Thing::Word(word));
    }
    if let Some(kind) = p.attempt(interest) {
        return Ok(Thing::Interest(kind));
    }
    if let Some((count, run)) = p.attempt(|p| {
        let count = p.positive()?;
        if !p.take_any(&["meetings", "meeting"]) {
            return Err(Stuck);
        }
        if p.take("in any") {
            return Ok((count, Run::InAny(length(p)?)));
        }
        p.must("in a row")?;
        Ok((count, Run::InARow))
    }) {
        return Ok(Thing::Meetings(count, run));
    }
    if let Some(name) = p.quoted() {
        return Ok(Thing::Named(name));
    }
    Ok(Thing::Who(Box::new(who_inner(p)?)))
}

pub(super) fn word(p: &mut Parser<'_>) -> Option<Word> {
    let start = p.at;
    let mut best: Option<(usize, Word)> = None;
    for word in Word::ALL {
        for spelling in word.spellings() {
            p.at = start;
            if p.take(spelling) && best.is_none_or(|(end, _)| p.at > end) {
                best = Some((p.at, *word));
            }
        }
    }
    p.at = start;
    let (end, word) = best?;
    p.at = end;
    Some(word)
}

pub(super) fn interest(p: &mut Parser<'_>) -> Read<Option<Name>> {
    if p.take("an interest") {
        return Ok(None);
    }
    if !p.take_any(&["a", "an"]) {
        return Err(Stuck);
    }
    let mut kind = Vec::new();
    while let Some(word) = p.word() {
        if kind.len() > 4 {
            return Err(Stuck);
        }
        if word.eq_ignore_ascii_case("interest") {
            break;
        }
        kind.push(word.to_ascii_lowercase());
        p.at += 1;
    }
    p.must("interest")?;
    if kind.is_empty() { Err(Stuck) } else { Ok(Some(kind.join(" "))) }
}
