//! Does what: a verb with what belongs to it.

use super::*;
use std::collections::HashMap;
use std::sync::LazyLock;

pub(crate) fn verb(p: &mut Parser<'_>, form: impl Fn(&Forms) -> &'static str) -> Read<Verb> {
    // The longest spelling wins. What begins otherwise is looked at only to say what would have been right.
    if !p.noting {
        let start = p.at;
        let Some(first) = p.word().map(str::to_ascii_lowercase) else { return Err(Stuck) };
        let mut best: Option<(usize, Verb)> = None;
        for verb in VERBS.get(first.as_str()).into_iter().flatten() {
            for forms in verb.forms() {
                if p.take(form(forms)) && best.is_none_or(|(end, _)| p.at > end) {
                    best = Some((p.at, *verb));
                }
                p.at = start;
            }
        }
        let (end, verb) = best.ok_or(Stuck)?;
        p.at = end;
        return Ok(verb);
    }
    let best = Verb::ALL
        .iter()
        .filter_map(|v| {
            let start = p.at;
            let length = v.forms().iter().filter(|forms| {
                let took = p.take(form(forms));
                if !took {
                    p.at = start;
                }
                took
            });
            let length = length.fold(0, |most, forms| most.max(form(forms).split(' ').count()));
            p.at = start;
            (length > 0).then_some((length, *v))
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

pub(crate) fn deed(p: &mut Parser<'_>, form: impl Fn(&Forms) -> &'static str) -> Read<Deed> {
    let verb = verb(p, form)?;
    let thing = p.attempt(thing);
    rest_of_deed(p, verb, thing)
}

pub(crate) fn rest_of_deed(p: &mut Parser<'_>, verb: Verb, thing: Option<Thing>) -> Read<Deed> {
    let mut deed = Deed { verb, thing, to: None, from: None, manner: Vec::new(), times: Vec::new(), with: Vec::new() };
    loop {
        if let Some(limit) = p.attempt(|p| {
            p.must("to at least")?;
            length(p)
        }) {
            deed.times.push(Time::ToLeast(limit));
        } else if deed.to.is_none() && p.take("to") {
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

pub(crate) fn manner(p: &mut Parser<'_>) -> Read<Manner> {
    if let Some((manner, _)) = Manner::ALL.iter().find(|(_, words)| p.take(words)) {
        return Ok(manner.clone());
    }
    for (word, made) in
        [("stating", Manner::Stating as fn(Name) -> Manner), ("as", Manner::As), ("at", Manner::At), ("about", Manner::About), ("on", Manner::About)]
    {
        if p.take(word) {
            return p.quoted().map(made).ok_or_else(|| p.expect("a name in quotation marks"));
        }
    }
    Err(Stuck)
}

pub(super) fn with(p: &mut Parser<'_>) -> Read<With> {
    if p.take("after consulting") {
        Ok(With::Consulting(who_inner(p)?))
    } else if p.take_any(&["with the agreement of", "with the consent of"]) {
        Ok(With::Agreement(who_inner(p)?))
    } else if p.take("through") {
        Ok(With::Through(who_inner(p)?))
    } else if p.take("on behalf of") {
        Ok(With::Behalf(who_inner(p)?))
    } else {
        p.must("at the request of")?;
        Ok(With::Request(who_inner(p)?))
    }
}

pub(crate) fn thing(p: &mut Parser<'_>) -> Read<Thing> {
    if let Some(name) = p.attempt(|p| {
        p.must("a decision on")?;
        p.quoted().ok_or(Stuck)
    }) {
        return Ok(Thing::DecisionOn(name));
    }
    if let Some(word) = word(p) {
        // "The chair of …" is no thing, and "a committee" that goes on is a who.
        return Ok(Thing::Word(word));
    }
    if let Some(kind) = p.attempt(interest) {
        return Ok(Thing::Interest(kind));
    }
    if let Some(missed) = p.attempt(|p| {
        let count = p.positive()?;
        let consecutive = p.take("consecutive");
        let regular = p.take_any(&["regular", "ordinary"]);
        if !p.take_any(&["meetings", "meeting"]) {
            return Err(Stuck);
        }
        let run = if consecutive {
            Run::InARow
        } else if p.take("in any") {
            Run::InAny(length(p)?)
        } else {
            p.must("in a row")?;
            Run::InARow
        };
        let without = if p.take("without") { Some(Lack::ALL.into_iter().find(|l| p.take(l.word())).ok_or(Stuck)?) } else { None };
        Ok(Missed { count, regular, run, without })
    }) {
        return Ok(Thing::Meetings(missed));
    }
    if let Some(name) = p.quoted() {
        return Ok(Thing::Named(name));
    }
    Ok(Thing::Who(Box::new(who_inner(p)?)))
}

/// Verbs by the first words of their forms.
static VERBS: LazyLock<HashMap<&'static str, Vec<Verb>>> = LazyLock::new(|| {
    let mut out: HashMap<&str, Vec<Verb>> = HashMap::new();
    for verb in Verb::ALL {
        for (base, third, participle) in verb.forms() {
            for form in [base, third, participle] {
                let list = out.entry(form.split(' ').next().unwrap_or_default()).or_default();
                if !list.contains(verb) {
                    list.push(*verb);
                }
            }
        }
    }
    out
});

/// Things by the last word of their spellings' first two: an article says little.
static THINGS: LazyLock<HashMap<&'static str, Vec<Word>>> = LazyLock::new(|| {
    let mut out: HashMap<&str, Vec<Word>> = HashMap::new();
    for word in Word::ALL {
        for spelling in word.spellings() {
            let list = out.entry(key(spelling)).or_default();
            if !list.contains(word) {
                list.push(*word);
            }
        }
    }
    out
});

fn key(spelling: &str) -> &str {
    let mut words = spelling.split(' ');
    let first = words.next().unwrap_or_default();
    if matches!(first, "the" | "a" | "an" | "these" | "this") { words.next().unwrap_or(first) } else { first }
}

pub(super) fn word(p: &mut Parser<'_>) -> Option<Word> {
    let start = p.at;
    let mut best: Option<(usize, Word)> = None;
    let first = p.word()?.to_ascii_lowercase();
    let second = match p.tokens.get(p.at + 1).map(|t| &t.kind) {
        Some(Kind::Word(word)) => word.to_ascii_lowercase(),
        _ => String::new(),
    };
    let article = matches!(first.as_str(), "the" | "a" | "an" | "these" | "this");
    let near: &[Word] =
        if p.noting { Word::ALL } else { THINGS.get(if article { second.as_str() } else { first.as_str() }).map_or(&[], Vec::as_slice) };
    for word in near {
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
