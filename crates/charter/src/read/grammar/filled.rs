//! How a post or a seat is filled.

use super::*;

pub(super) fn filled(p: &mut Parser<'_>) -> Read<Option<Says>> {
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
    let mut every = None;
    let annually = ["pass", "rotate", "alternate"]
        .iter()
        .any(|v| p.take_any(&[&format!("{v}{} annually", if many { "" } else { "s" }), &format!("{v}{} each year", if many { "" } else { "s" })]));
    let how = if annually
        || ["pass", "rotate", "alternate"].iter().any(|v| p.take(&format!("{v}{} every", if many { "" } else { "s" })))
        || p.take("passes every")
    {
        let length = if annually { Length { count: 1, unit: Unit::Years } } else { length_or_unit(p)? };
        p.take("alphabetically");
        if !p.take_any(&["among", "between", "amongst"]) {
            return Err(p.expect("`among`"));
        }
        if let Some(group) = p.attempt(|p| {
            p.take("the");
            group(p, true)
        }) {
            Filling::Passes(length, group)
        } else {
            every = Some((Bound::AtMost, length));
            Filling::EachInTurn(turns(p, "")?)
        }
    } else if p.take(&format!("{is} in turn")) || p.take(if many { "alternate between" } else { "alternates between" }) {
        Filling::EachInTurn(turns(p, "")?)
    } else if p.take(if many { "rotate among the" } else { "rotates among the" })
        || p.take(if many { "rotate between the" } else { "rotates between the" })
    {
        Filling::Rotates(group(p, true)?)
    } else if by(p, &["elected", "chosen", "selected"], "by") {
        {
            let who = who(p)?;
            p.take_any(&FROM_THEM);
            Filling::Elected(who)
        }
    } else if by(p, &["appointed"], "by whichever of") {
        let a = who_inner(p)?;
        p.must("and")?;
        let b = who_inner(p)?;
        p.must("has not appointed")?;
        Filling::NotAppointing(a, b, post(p)?)
    } else if by(p, &["appointed", "nominated", "named", "designated", "filled"], "by") {
        Filling::Appointed(who(p)?)
    } else if by(p, &["appointed"], "in turn by") {
        Filling::InTurn(turns(p, "by")?)
    } else if let Some(who) = p.attempt(|p| {
        p.must(&format!("{is} as"))?;
        let who = who_inner(p)?;
        p.must(if who.is_plural() { "decide" } else { "decides" })?;
        Ok(who)
    }) {
        Filling::AsDecided(who)
    } else if let (true, Some(who)) = (p.take(is), p.attempt(who)) {
        Filling::Is(who)
    } else {
        p.at = start;
        return Ok(None);
    };
    // For how long; how many terms is a time of its own.
    let term = p
        .attempt(|p| {
            p.must("for")?;
            p.take_any(&["a term of", "a period of", "terms of"]);
            let bound = bound(p).unwrap_or(Bound::Exactly);
            p.take_any(&["a term of", "a period of"]);
            Ok((bound, length(p)?))
        })
        .or(every);
    let mut term = term;
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
    // "At the annual meeting for 1 year" says the same the other way round.
    if term.is_none() && at.is_some() {
        term = p.guess(|p| {
            p.must("for")?;
            p.take_any(&["a term of", "a period of"]);
            let bound = bound(p).unwrap_or(Bound::Exactly);
            Ok((bound, length(p)?))
        });
    }
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

/// Those who take turns: `A, B and C`, each after the same word perhaps.
pub(super) fn turns(p: &mut Parser<'_>, word: &str) -> Read<Vec<Who>> {
    let mut out = vec![who_inner(p)?];
    loop {
        let last = if p.take("and") {
            true
        } else if p.comma() {
            p.take("and")
        } else {
            return if out.len() > 1 { Ok(out) } else { Err(p.expect("`and`")) };
        };
        if !word.is_empty() {
            p.take(word);
        }
        out.push(who_inner(p)?);
        if last {
            return Ok(out);
        }
    }
}
