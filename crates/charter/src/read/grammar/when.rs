//! When.

use super::*;
use jiff::civil::Date;

fn weekday(p: &mut Parser<'_>) -> Read<(u8, u8)> {
    p.must("on the")?;
    let nth = crate::tree::ORDINALS.iter().position(|w| p.take(w)).and_then(|n| u8::try_from(n).ok()).ok_or(Stuck)?;
    let day = crate::tree::WEEKDAYS.iter().position(|w| p.take(w)).and_then(|n| u8::try_from(n + 1).ok()).ok_or(Stuck)?;
    p.must("of each month")?;
    Ok((nth, day))
}

fn by_date(p: &mut Parser<'_>) -> Read<(u8, u8)> {
    let before = p.take("before");
    if !before && !p.take_any(&["by", "not later than", "no later than", "on or before"]) {
        return Err(Stuck);
    }
    let (day, month) = day_of_year(p)?;
    // A year after it makes it a day of its own.
    if year_here(p) {
        return Err(Stuck);
    }
    // Before 31 July is by the day before.
    let eve = |day: u8, month: u8| Date::new(2007, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?.yesterday().ok();
    match eve(day, month).filter(|_| before) {
        Some(eve) => Ok((u8::try_from(eve.day()).unwrap_or(1), u8::try_from(eve.month()).unwrap_or(1))),
        None => Ok((day, month)),
    }
}

/// Whether a year stands here: a number no length of time begins with.
fn year_here(p: &Parser<'_>) -> bool {
    p.number_here().is_some_and(|n| (1000..=9999).contains(&n))
}

/// `30 September`, of each year.
fn day_of_year(p: &mut Parser<'_>) -> Read<(u8, u8)> {
    let day = p.number()?;
    let month = crate::tree::MONTHS.iter().position(|m| p.take(m)).and_then(|m| u8::try_from(m + 1).ok()).ok_or(Stuck)?;
    match (u8::try_from(day), i8::try_from(day), i8::try_from(month)) {
        (Ok(whole), Ok(day), Ok(of)) if Date::new(2008, of, day).is_ok() => {
            if !year_here(p) {
                p.take_any(&["each year", "every year", "in each year", "of each year", "annually"]);
            }
            Ok((whole, month))
        }
        _ => Err(Stuck),
    }
}

fn season(p: &mut Parser<'_>) -> Read<Time> {
    let between = p.take("between");
    if !between {
        p.must("on")?;
    }
    let from = day_of_year(p)?;
    let to = if between {
        p.must("and")?;
        day_of_year(p)?
    } else {
        from
    };
    if year_here(p) { Err(Stuck) } else { Ok(Time::Season(from, to)) }
}

/// `on at least 2 months' notice`
fn on_notice(p: &mut Parser<'_>) -> Read<Time> {
    if !p.take_any(&["on giving", "by giving", "upon giving", "on", "upon", "with", "giving", "subject to", "at", "after giving", "by"]) {
        return Err(Stuck);
    }
    Ok(Time::OnNotice(notice_length(p)?))
}

/// `at least 2 months' notice`
pub(super) fn notice_length(p: &mut Parser<'_>) -> Read<Length> {
    p.take_any(&["at least", "not less than", "no less than", "a minimum of"]);
    let count = if p.take_any(&["a", "an"]) { 1 } else { p.positive()? };
    const UNITS: [(&[&str], Unit); 8] = [
        (&["hours'", "hour's"], Unit::Hours),
        (&["clear working days'", "clear working day's"], Unit::ClearWorkingDays),
        (&["working days'", "working day's"], Unit::WorkingDays),
        (&["clear days'", "clear day's"], Unit::ClearDays),
        (&["days'", "day's"], Unit::Days),
        (&["weeks'", "week's"], Unit::Weeks),
        (&["months'", "month's"], Unit::Months),
        (&["years'", "year's"], Unit::Years),
    ];
    let unit = UNITS.iter().find(|(words, _)| p.take_any(words)).map(|(_, unit)| *unit).ok_or(Stuck)?;
    p.take_any(&["written", "prior", "prior written"]);
    p.must("notice")?;
    Ok(Length { count, unit })
}

/// Occasions that something may be done by: a meeting that is named, the end of a year, a day.
fn by_occasion(p: &mut Parser<'_>) -> Read<Time> {
    if !p.take_any(&["by", "not later than", "no later than", "on or before"]) {
        return Err(Stuck);
    }
    match occasion(p)? {
        on @ (Occasion::NextMeeting
        | Occasion::FirstMeeting(_)
        | Occasion::MeetingOf(Gathering::Annual)
        | Occasion::YearStart(_)
        | Occasion::YearEnd(_)
        | Occasion::FirstAfter(_)
        | Occasion::End
        | Occasion::Day(_)) => Ok(Time::By(on)),
        _ => Err(Stuck),
    }
}

pub(super) fn times_word(p: &mut Parser<'_>) -> Read<u32> {
    if p.take("once") {
        return Ok(1);
    }
    if p.take("twice") {
        return Ok(2);
    }
    let count = p.positive()?;
    if p.take_any(&["times", "time"]) { Ok(count) } else { Err(Stuck) }
}

pub(super) fn window(p: &mut Parser<'_>) -> Read<Window> {
    if p.take("in any") {
        return Ok(Window::Any(length(p)?));
    }
    if let Some(year) = p.attempt(|p| {
        if !p.take_any(&["in each", "in every", "in a", "each", "every", "per"]) {
            return Err(Stuck);
        }
        year(p).ok_or(Stuck)
    }) {
        return Ok(Window::Year(year));
    }
    if let Some(length) = p.guess(|p| {
        if !p.take_any(&["in each", "in every"]) {
            return Err(Stuck);
        }
        length(p)
    }) {
        return Ok(Window::Any(length));
    }
    if p.take_any(&["each quarter", "every quarter", "a quarter", "per quarter", "in each quarter"]) {
        return Ok(Window::Any(Length { count: 3, unit: Unit::Months }));
    }
    if p.take_any(&["in each year", "in a year", "in every year", "in any year", "in the year"]) {
        return Ok(Window::AYear);
    }
    if p.take_any(&["a year", "each year", "every year", "per year", "annually"]) {
        return Ok(Window::AYear);
    }
    if p.take("every") {
        return Ok(Window::Any(length_or_unit(p)?));
    }
    p.must("a")?;
    year(p).map(Window::Year).ok_or(Stuck)
}

/// How long, or for how many terms.
fn lasting(p: &mut Parser<'_>, bound: Bound) -> Read<Time> {
    if let Some(time) = p.attempt(|p| {
        let count = p.positive()?;
        let joined = p.take_any(&["consecutive", "successive"]);
        p.take_any(&["further", "additional", "more"]);
        if !p.take_any(&["terms", "term"]) {
            return Err(Stuck);
        }
        if joined {
            p.joined = true;
        }
        let each = if p.take("of") { Some(length(p)?) } else { None };
        Ok(Time::Terms(bound, count, each))
    }) {
        return Ok(time);
    }
    if let Some(length) = p.attempt(|p| {
        let count = p.positive()?;
        if !p.take_any(&["consecutive", "continuous", "successive"]) {
            return Err(Stuck);
        }
        let unit = unit(p)?;
        p.joined = true;
        Ok(Length { count, unit })
    }) {
        return Ok(Time::For(bound, length));
    }
    Ok(Time::For(bound, length(p)?))
}

pub(super) fn time(p: &mut Parser<'_>) -> Read<Time> {
    if p.take("in advance") {
        return Ok(Time::InAdvance);
    }
    if p.take("between meetings") {
        return Ok(Time::BetweenMeetings);
    }
    if p.take("at any time") {
        return Ok(Time::AnyTime);
    }
    if p.take("without a break") {
        return Ok(Time::WithoutBreak);
    }
    if p.take("until") {
        // What must not be done until some days after is forbidden within them.
        if let Some((length, on)) = p.attempt(|p| {
            let length = length(p)?;
            p.must("after")?;
            Ok((length, occasion(p)?))
        }) {
            p.held_back = true;
            return Ok(Time::Within(length, on));
        }
        return Ok(Time::Until(occasion(p)?));
    }
    if p.take_any(&[
        "as soon as practicable after",
        "as soon as possible after",
        "as soon as reasonably practicable after",
        "promptly after",
        "without delay after",
    ]) {
        return Ok(Time::Soon(occasion(p)?));
    }
    if p.take_any(&["as soon as practicable", "as soon as possible", "as soon as reasonably practicable", "without delay", "promptly", "immediately"])
    {
        return Ok(Time::Soon(Occasion::That));
    }
    if let Some(time) = p.attempt(season) {
        return Ok(time);
    }
    if let Some(time) = p.attempt(on_notice) {
        return Ok(time);
    }
    if p.guess(|p| {
        p.must("at least")?;
        if p.word().is_some_and(|w| matches!(w, "annually" | "yearly" | "quarterly" | "monthly" | "weekly")) { Ok(()) } else { Err(Stuck) }
    })
    .is_some()
    {
        return time(p);
    }
    for (word, count, unit) in [
        ("annually", 1, Unit::Years),
        ("each year", 1, Unit::Years),
        ("yearly", 1, Unit::Years),
        ("quarterly", 3, Unit::Months),
        ("each quarter", 3, Unit::Months),
        ("once every quarter", 3, Unit::Months),
        ("every other month", 2, Unit::Months),
        ("every other year", 2, Unit::Years),
        ("once every month", 1, Unit::Months),
        ("monthly", 1, Unit::Months),
        ("each month", 1, Unit::Months),
        ("weekly", 1, Unit::Weeks),
    ] {
        if p.take(word) {
            return Ok(Time::Every(Length { count, unit }));
        }
    }
    if let Some((nth, day)) = p.attempt(weekday) {
        return Ok(Time::Weekday(nth, day));
    }
    if let Some((day, month)) = p.attempt(by_date) {
        return Ok(Time::ByDate(day, month));
    }
    if let Some(time) = p.attempt(by_occasion) {
        return Ok(time);
    }
    if let Some(length) = p.attempt(|p| {
        p.must("to at least")?;
        length(p)
    }) {
        return Ok(Time::ToLeast(length));
    }
    if let Some((length, on)) = p.attempt(|p| {
        if !p.take_any(&["at most", "not more than", "no more than", "no earlier than", "not earlier than"]) {
            return Err(Stuck);
        }
        let length = length(p)?;
        if !p.take_any(&["before", "prior to"]) {
            return Err(Stuck);
        }
        Ok((length, occasion(p)?))
    }) {
        return Ok(Time::NotEarlier(length, on));
    }
    if let Some((length, on)) = p.attempt(|p| {
        let length = length(p)?;
        p.must("after")?;
        Ok((length, occasion(p)?))
    }) {
        return Ok(Time::Later(length, on));
    }
    // "5 clear days before a meeting" asks for as many at least.
    if let Some((length, on)) = p.attempt(|p| {
        let length = length(p)?;
        if !p.take_any(&["before", "prior to", "in advance of", "ahead of"]) {
            return Err(Stuck);
        }
        Ok((length, occasion(p)?))
    }) {
        return Ok(Time::Before(Some(length), on));
    }
    if let Some((length, on)) = p.attempt(|p| {
        if !p.take_any(&["not later than", "no later than", "not more than", "no more than", "at most"]) {
            return Err(Stuck);
        }
        let length = length(p)?;
        p.must("after")?;
        Ok((length, occasion(p)?))
    }) {
        return Ok(Time::Within(length, on));
    }
    if p.take_any(&["within a period of", "within"]) {
        let length = length(p)?;
        if !p.take_any(&["of", "after", "from", "following"]) {
            // Of what the rule speaks of.
            return Ok(Time::Within(length, Occasion::That));
        }
        let on = occasion(p)?;
        if on == Occasion::Request {
            p.asked = p.attempt(|p| {
                if !p.take_any(&["by", "from", "of"]) {
                    return Err(Stuck);
                }
                who_inner(p)
            });
        }
        return Ok(Time::Within(length, on));
    }
    if let Some(often) = p.attempt(|p| {
        let bound = bound(p).unwrap_or(Bound::Exactly);
        let count = times_word(p)?;
        Ok(Time::Often(bound, count, window(p)?))
    }) {
        return Ok(often);
    }
    if p.take_any(&["before", "prior to", "in advance of"]) {
        return Ok(Time::Before(None, occasion(p)?));
    }
    if p.take_any(&["at least once every", "once every", "at least every", "every"]) {
        return Ok(Time::Every(length_or_unit(p)?));
    }
    if p.take_any(&["at least", "not less than", "no less than", "not later than", "no later than"]) {
        let length = length(p)?;
        if p.take_any(&["before", "prior to", "in advance of", "ahead of"]) {
            return Ok(Time::Before(Some(length), occasion(p)?));
        }
        p.must("after")?;
        return Ok(Time::After(Some(length), occasion(p)?));
    }
    if p.take("after") {
        return Ok(Time::After(None, occasion(p)?));
    }
    if p.take("at") {
        return Ok(Time::At(occasion(p)?));
    }
    if p.take("for") {
        if p.take_any(&["more than", "longer than"]) {
            p.over = true;
            return lasting(p, Bound::AtMost);
        }
        p.take_any(&["a term of office of", "a term of", "a period of", "terms of", "a term", "a period"]);
        let bound = bound(p).unwrap_or(Bound::Exactly);
        p.take_any(&["a term of", "a period of", "a term", "a period"]);
        return lasting(p, bound);
    }
    if let Some(time) = p.attempt(|p| {
        if !p.take_any(&["more than", "longer than"]) {
            return Err(Stuck);
        }
        p.over = true;
        lasting(p, Bound::AtMost)
    }) {
        return Ok(time);
    }
    if p.take_any(&["each", "in each", "in"]) {
        p.take("the month of");
        let month = crate::tree::MONTHS.iter().position(|m| p.take(m)).and_then(|m| u8::try_from(m + 1).ok());
        p.take_any(&["each year", "every year", "of each year"]);
        return month.map(Time::Each).ok_or(Stuck);
    }
    Err(Stuck)
}
