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
    if p.take_any(&["at least", "not less than", "no less than", "no fewer than", "not fewer than", "a minimum of"]) {
        Some(Bound::AtLeast)
    } else if p.take_any(&["at most", "up to", "not more than", "no more than", "a maximum of", "not exceeding", "no longer than", "not longer than"])
    {
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
    // "Equal numbers of employer members and scheme members".
    if let Some((one, other)) = p.guess(|p| {
        if !p.take_any(&["equal numbers of", "an equal number of"]) {
            return Err(Stuck);
        }
        let one = group(p, true)?;
        p.must("and")?;
        Ok((one, group(p, true)?))
    }) {
        return Ok((Count::Bounded(Bound::Exactly, Measure::Than(0, Box::new(other))), one));
    }
    // "A member from each council", "a chair": one at least.
    if let Some(group) = p.guess(|p| {
        if !p.take_any(&["a", "an"]) {
            return Err(Stuck);
        }
        group_or_office(p)
    }) {
        return Ok((Count::Bounded(Bound::AtLeast, Measure::Number(1)), group));
    }
    // "11 to 15 members"
    if let Some(range) = p.guess(|p| {
        let a = p.number()?;
        p.must("to")?;
        let b = p.number()?;
        if b > a { Ok((Count::Between(a, b), group(p, true)?)) } else { Err(Stuck) }
    }) {
        return Ok(range);
    }
    let bound = bound(p).unwrap_or(Bound::Exactly);
    let (measure, group) = measure_of(p)?;
    Ok((Count::Bounded(bound, measure), group))
}

fn group_or_office(p: &mut Parser<'_>) -> Read<Group> {
    for office in ["vice-chair", "chair", "secretary"] {
        if p.take(office) {
            return Ok(Group { class: None, noun: Noun::Named(office.to_owned()), filters: Vec::new() });
        }
    }
    group(p, false)
}

/// `of the members`, `of all the members`, `of those present and voting`, `of the total membership`.
pub(super) fn of_group(p: &mut Parser<'_>) -> Read<Group> {
    p.must("of")?;
    if let Some(group) = p.guess(those) {
        return Ok(group);
    }
    let whole = ["the board", "the committee", "the partnership", "the panel", "the forum", "the body"];
    if p.guess(|p| if p.take_any(&whole) && !p.word().is_some_and(|w| w.starts_with("member")) { Ok(()) } else { Err(Stuck) }).is_some() {
        return Ok(Group { class: None, noun: Noun::Member, filters: Vec::new() });
    }
    if p.take_any(&["the membership", "the total membership", "the whole membership", "the full membership", "its membership"]) {
        return Ok(Group { class: None, noun: Noun::Member, filters: Vec::new() });
    }
    let start = p.at;
    p.take_any(&["all of the", "all the", "all", "the total number of", "the whole number of", "the", "its", "their"]);
    if p.at == start {
        p.expect("`the`");
    }
    group(p, true)
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
    // "One more than half of the members".
    if let Some(more) = p.guess(|p| {
        let more = p.positive()?;
        p.must("more than half").map(|()| more)
    }) {
        return Ok((Measure::Share(Share::HalfPlus(more)), of_group(p)?));
    }
    if let Some(n) = p.number_here()
        && !fraction_follows(p)
    {
        p.at += 1;
        // "2 or more members"; how few they may be is what counts.
        p.take_any(&["or more"]);
        if let Some(group) = p.attempt(of_group) {
            return Ok((Measure::Number(n), group));
        }
        // "The quorum is 5."
        if p.loose && matches!(p.kind(), Some(Kind::Comma | Kind::Stop)) {
            return Ok((Measure::Number(n), Group { class: None, noun: Noun::Member, filters: Vec::new() }));
        }
        return Ok((Measure::Number(n), group(p, n != 1)?));
    }
    let mut measure = share_measure(p)?;
    let mut group = of_group(p)?;
    // "Half of the members plus one".
    if matches!(measure, Measure::Share(Share::Fraction(1, 2) | Share::Percent(50)))
        && let Some(more) = p.guess(plus)
    {
        measure = Measure::Share(Share::HalfPlus(more));
    }
    // Members are people; of seats, the vacant ones are left out.
    if p.guess(|p| {
        p.comma();
        if p.take_any(&["excluding vacancies", "disregarding vacancies", "excluding vacant seats", "excluding any vacancies", "ignoring vacancies"]) {
            Ok(())
        } else {
            Err(Stuck)
        }
    })
    .is_some()
        && group.noun == Noun::Seat
    {
        group.filters.push(Filter::Filled);
    }
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

/// `plus 1`, `plus one member`.
fn plus(p: &mut Parser<'_>) -> Read<u32> {
    p.must("plus")?;
    let more = p.positive()?;
    p.take_any(&["member", "members", "vote", "votes"]);
    Ok(more)
}

fn than(p: &mut Parser<'_>) -> Read<Group> {
    p.take("the");
    group(p, true)
}

pub(super) fn share(p: &mut Parser<'_>) -> Read<Share> {
    // "A two-thirds majority", "a majority of two thirds".
    if let Some(share) = p.guess(|p| {
        if p.take_any(&["a majority of at least", "a majority of"]) {
            return p.deeper(share).and_then(|s| if s == Share::All { Err(Stuck) } else { Ok(s) });
        }
        p.must("a")?;
        let share = part_of_a_whole(p)?;
        if p.take_any(&["majority", "majority vote", "vote"]) { Ok(share) } else { Err(Stuck) }
    }) {
        return Ok(share);
    }
    if p.take("half plus") {
        return Ok(Share::HalfPlus(p.positive()?));
    }
    if p.take_any(&["half", "a half", "one half"]) {
        return Ok(Share::Fraction(1, 2));
    }
    if p.take_any(&[
        "a majority vote",
        "a simple majority vote",
        "a majority",
        "a simple majority",
        "an absolute majority",
        "a bare majority",
        "more than half",
        "more than one half",
        "the majority",
    ]) {
        return Ok(Share::Majority);
    }
    if p.take_any(&[
        "the unanimous agreement",
        "the unanimous consent",
        "the unanimous vote",
        "the unanimous approval",
        "a unanimous vote",
        "the agreement of all",
    ]) {
        if p.tokens.get(p.at - 1).is_some_and(|t| matches!(&t.kind, Kind::Word(w) if w == "all")) {
            p.at -= 2;
        }
        return Ok(Share::All);
    }
    if p.take_any(&["all", "every one"]) {
        return Ok(Share::All);
    }
    if let Some(share) = p.word().and_then(hyphened) {
        p.at += 1;
        return Ok(share);
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
            // "50% plus one of the members".
            Ok(50) => Ok(p.guess(plus).map_or(Share::Percent(50), Share::HalfPlus)),
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

/// `two-thirds`, `two thirds` or `75%`, before "majority".
fn part_of_a_whole(p: &mut Parser<'_>) -> Read<Share> {
    if let Some(share) = p.word().and_then(hyphened) {
        p.at += 1;
        return Ok(share);
    }
    let n = u8::try_from(p.number()?).map_err(|_| Stuck)?;
    if p.kind() == Some(&Kind::Percent) || p.word() == Some("per") {
        if !p.take("per cent") {
            p.at += 1;
        }
        return if (1..=99).contains(&n) { Ok(Share::Percent(n)) } else { Err(Stuck) };
    }
    let d = p.word().and_then(denominator).ok_or(Stuck)?;
    p.at += 1;
    if n > 0 && n < d { Ok(Share::Fraction(n, d)) } else { Err(Stuck) }
}

/// `two-thirds` as a share.
fn hyphened(word: &str) -> Option<Share> {
    let (n, d) = word.split_once('-')?;
    let n = super::super::parser::number_word(n).and_then(|n| u8::try_from(n).ok())?;
    let d = denominator(d)?;
    (n > 0 && n < d).then_some(Share::Fraction(n, d))
}

pub(super) fn tally(p: &mut Parser<'_>) -> Read<Tally> {
    let mut terms = vec![term(p)?];
    loop {
        if p.comma_then("and") {
            terms.push(term(p)?);
        } else if p.comma_then("but") {
            // "But not less than 5 members".
            p.take_any(&["at least", "not less than", "not fewer than", "no fewer than"]);
            terms.push(term(p)?);
        } else if let Some(more) = p.attempt(|p| {
            // "Of whom at least 4 are", "at least 4 of whom are".
            if !p.comma() {
                return Err(Stuck);
            }
            let before = p.take_any(&["of whom", "of which"]);
            p.take("at least");
            let measure = Measure::Number(p.positive()?);
            if !before && !p.take_any(&["of whom", "of which"]) {
                return Err(Stuck);
            }
            if !p.take_any(&["must be", "are", "is", "shall be", "should be"]) {
                return Err(Stuck);
            }
            let of = terms.last().map(|t| t.group.clone()).ok_or(Stuck)?;
            let group = match be(p)? {
                Be::A(group) => group,
                Be::Is(filter) => Group { filters: of.filters.iter().cloned().chain([filter]).collect(), ..of },
                Be::The(post) => {
                    // "One of whom must be the chair": the chair is among them.
                    let last = terms.last_mut().filter(|t| t.including.is_none()).ok_or(Stuck)?;
                    last.including = Some(Who::Post(post));
                    return Ok(None);
                }
            };
            Ok(Some(Term { measure, group, spread: None, including: None, or: None }))
        }) {
            terms.extend(more);
        } else {
            return Ok(terms);
        }
    }
}

pub(super) fn term(p: &mut Parser<'_>) -> Read<Term> {
    p.deeper(term_inner)
}

fn term_inner(p: &mut Parser<'_>) -> Read<Term> {
    p.take_any(&["at least", "not less than", "no fewer than", "not fewer than", "a minimum of"]);
    let (measure, group) = measure_of(p)?;
    let spread = p.attempt(|p| {
        if !p.take_any(&["from at least", "from"]) {
            return Err(Stuck);
        }
        let count = p.number()?;
        p.must("different")?;
        Ok((count, sort(p, true)?))
    });
    let including =
        if p.comma_then("including") || p.comma_then("and must include") || p.comma_then("which must include") { Some(who(p)?) } else { None };
    let or = if p.comma_then("or") { Some(Box::new(term(p)?)) } else { None };
    Ok(Term { measure, group, spread, including, or })
}
