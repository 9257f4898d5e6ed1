//! How many, and how long.

use super::*;

pub(super) fn unit(p: &mut Parser<'_>) -> Read<Unit> {
    const UNITS: [(&str, &str, Unit); 12] = [
        ("clear working days", "clear working day", Unit::ClearWorkingDays),
        ("business days", "business day", Unit::WorkingDays),
        ("clear business days", "clear business day", Unit::ClearWorkingDays),
        ("calendar days", "calendar day", Unit::Days),
        ("working days", "working day", Unit::WorkingDays),
        ("clear days", "clear day", Unit::ClearDays),
        ("days", "day", Unit::Days),
        ("weeks", "week", Unit::Weeks),
        ("months", "month", Unit::Months),
        ("years", "year", Unit::Years),
        ("hours", "hour", Unit::Hours),
        ("minutes", "minute", Unit::Minutes),
    ];
    UNITS.iter().find(|(many, one, _)| p.take(many) || p.take(one)).map(|(.., unit)| *unit).ok_or(Stuck)
}

pub(super) fn length(p: &mut Parser<'_>) -> Read<Length> {
    if p.take("a fortnight") {
        return Ok(Length { count: 2, unit: Unit::Weeks });
    }
    if p.take_any(&["a", "an"]) {
        return Ok(Length { count: 1, unit: unit(p)? });
    }
    let count = p.positive()?;
    Ok(Length { count, unit: unit(p)? })
}

/// `2 years`, or `year` for one of them.
pub(super) fn length_or_unit(p: &mut Parser<'_>) -> Read<Length> {
    if p.number_here().is_some() { length(p) } else { Ok(Length { count: 1, unit: unit(p)? }) }
}

pub(super) fn bound(p: &mut Parser<'_>) -> Option<Bound> {
    if p.take_any(&["at least", "not less than", "no fewer than"]) {
        Some(Bound::AtLeast)
    } else if p.take_any(&["at most", "up to", "not more than", "no more than"]) {
        Some(Bound::AtMost)
    } else if p.take("exactly") {
        Some(Bound::Exactly)
    } else {
        None
    }
}

pub(super) fn range(p: &mut Parser<'_>) -> Read<(u32, u32)> {
    let a = p.number()?;
    p.must("and")?;
    match p.number_here() {
        Some(b) if b <= a => Err(p.say(&format!("the second number has to be more than {a}"))),
        _ => Ok((a, p.number()?)),
    }
}

/// `more than 5` is at least 6, `fewer than 5` at most 4.
pub(super) fn strictly(p: &mut Parser<'_>) -> Option<(Bound, u32)> {
    p.attempt(|p| {
        let more = p.take("more than");
        if !more && !p.take_any(&["fewer than", "less than"]) {
            return Err(Stuck);
        }
        let n = p.number()?;
        match (more, n) {
            (true, n) => Ok((Bound::AtLeast, n.saturating_add(1))),
            (false, 0) => Err(Stuck),
            (false, n) => Ok((Bound::AtMost, n - 1)),
        }
    })
}

pub(super) fn count_of(p: &mut Parser<'_>) -> Read<(Count, Group)> {
    if let Some((bound, n)) = strictly(p) {
        return Ok((Count::Bounded(bound, Measure::Number(n)), group(p, true)?));
    }
    if p.take("no") {
        return Ok((Count::Bounded(Bound::Exactly, Measure::Number(0)), group(p, true)?));
    }
    if p.take("between") {
        let (a, b) = range(p)?;
        return Ok((Count::Between(a, b), group(p, true)?));
    }
    let bound = bound(p).unwrap_or(Bound::Exactly);
    let (measure, group) = measure_of(p)?;
    Ok((Count::Bounded(bound, measure), group))
}

pub(super) fn measure_of(p: &mut Parser<'_>) -> Read<(Measure, Group)> {
    if p.take("as many") {
        let group = self::group(p, true)?;
        p.must("as")?;
        if let Some(name) = p.attempt(|p| {
            let name = p.quoted().ok_or(Stuck)?;
            p.must("gives")?;
            Ok(name)
        }) {
            return Ok((Measure::Given(name), group));
        }
        p.take("there are");
        let than = Box::new(than(p)?);
        return Ok((Measure::Than(0, than), group));
    }
    if let Some(found) = p.attempt(|p| {
        let n = i32::try_from(p.positive()?).map_err(|_| Stuck)?;
        let by = if p.take("more") {
            n
        } else {
            p.must("fewer")?;
            -n
        };
        let group = self::group(p, true)?;
        p.must("than")?;
        Ok((Measure::Than(by, Box::new(than(p)?)), group))
    }) {
        return Ok(found);
    }
    if let Some(n) = p.number_here()
        && !fraction_follows(p)
    {
        p.at += 1;
        return Ok((Measure::Number(n), group(p, n != 1)?));
    }
    let mut measure = share_measure(p)?;
    p.must("of the")?;
    let group = group(p, true)?;
    if p.comma_then("rounded down") {
        if let Measure::Share(share) = measure {
            measure = Measure::RoundedDown(share);
        }
    } else if p.comma_then("rounded to the nearest") {
        if let Measure::Share(share) = measure {
            measure = Measure::Nearest(share);
        }
    } else {
        p.comma_then("rounded up");
    }
    Ok((measure, group))
}

pub(super) fn fraction_follows(p: &Parser<'_>) -> bool {
    match p.tokens.get(p.at + 1).map(|t| &t.kind) {
        Some(Kind::Percent) => true,
        Some(Kind::Word(word)) => denominator(word).is_some() || word.eq_ignore_ascii_case("per"),
        _ => false,
    }
}

pub(super) fn denominator(word: &str) -> Option<u8> {
    const PARTS: [&str; 9] = ["half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
    let word = word.to_ascii_lowercase();
    let one = word.strip_suffix('s').unwrap_or(&word);
    PARTS.iter().position(|part| *part == one).and_then(|n| u8::try_from(n + 2).ok())
}

pub(super) fn share_measure(p: &mut Parser<'_>) -> Read<Measure> {
    let share = share(p)?;
    if p.take("rounded down") {
        return Ok(Measure::RoundedDown(share));
    }
    if p.take("rounded to the nearest") {
        return Ok(Measure::Nearest(share));
    }
    p.take("rounded up");
    Ok(Measure::Share(share))
}

fn than(p: &mut Parser<'_>) -> Read<Group> {
    p.take("the");
    group(p, true)
}

pub(super) fn share(p: &mut Parser<'_>) -> Read<Share> {
    if p.take("half plus") {
        return Ok(Share::HalfPlus(p.positive()?));
    }
    if p.take_any(&["half", "a half", "one half"]) {
        return Ok(Share::Fraction(1, 2));
    }
    if p.take_any(&["a majority", "a simple majority", "more than half"]) {
        return Ok(Share::Majority);
    }
    if p.take("all") {
        return Ok(Share::All);
    }
    let numerator = if p.take("a") { Some(1) } else { p.number_here() };
    let taken_article = numerator.is_some() && p.number_here().is_none();
    let Some(numerator) = numerator else { return Err(p.expect("a share such as `half`, `two thirds` or `25%`")) };
    if !taken_article {
        p.at += 1;
    }
    if p.kind() == Some(&Kind::Percent) || p.take("per cent") {
        if p.kind() == Some(&Kind::Percent) {
            p.at += 1;
        }
        return match u8::try_from(numerator) {
            Ok(percent @ 1..=99) => Ok(Share::Percent(percent)),
            _ => Err(p.say("a percentage is between 1 and 99; for 100% say `all`")),
        };
    }
    match p.word().and_then(denominator) {
        Some(d) => {
            p.at += 1;
            match u8::try_from(numerator) {
                Ok(n) if n > 0 && n < d => Ok(Share::Fraction(n, d)),
                _ => Err(p.say("a share is less than the whole; for the whole say `all`")),
            }
        }
        None => Err(p.expect("a share such as `half`, `two thirds` or `25%`")),
    }
}

pub(super) fn tally(p: &mut Parser<'_>) -> Read<Tally> {
    let mut terms = vec![term(p)?];
    while p.comma_then("and") {
        terms.push(term(p)?);
    }
    Ok(terms)
}

pub(super) fn term(p: &mut Parser<'_>) -> Read<Term> {
    p.deeper(term_inner)
}

fn term_inner(p: &mut Parser<'_>) -> Read<Term> {
    p.take("at least");
    let (measure, group) = measure_of(p)?;
    let spread = if p.take_any(&["from at least", "from"]) {
        let count = p.number()?;
        p.must("different")?;
        Some((count, sort(p, true)?))
    } else {
        None
    };
    let including = if p.comma_then("including") { Some(who(p)?) } else { None };
    let or = if p.comma_then("or") { Some(Box::new(term(p)?)) } else { None };
    Ok(Term { measure, group, spread, including, or })
}
