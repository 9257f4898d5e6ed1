//! When.

use super::*;
use jiff::civil::Date;

pub(super) fn year(p: &mut Parser<'_>) -> Option<Year> {
    [Year::Calendar, Year::Financial, Year::Municipal].into_iter().find(|y| p.take(&format!("{} year", y.word())))
}

pub(super) fn occasion(p: &mut Parser<'_>) -> Read<Occasion> {
    if p.take("the first meeting of the") {
        return year(p).map(|y| Occasion::FirstMeeting(Some(y))).ok_or(Stuck);
    }
    if p.take("the start of the meeting") {
        return Ok(Occasion::Start);
    }
    if p.take_any(&["the start of the", "the beginning of the"]) {
        return year(p).map(Occasion::YearStart).ok_or(Stuck);
    }
    if p.take("the end of the body") {
        return Ok(Occasion::End);
    }
    if p.take("the end of the") {
        return year(p).map(Occasion::YearEnd).ok_or(Stuck);
    }
    if p.take("the first meeting that follows") {
        return p.deeper(|p| Ok(Occasion::FirstAfter(Box::new(occasion(p)?))));
    }
    if let Some(kind) = gathering(p) {
        return Ok(Occasion::MeetingOf(kind));
    }
    const OCCASIONS: [(&[&str], Occasion); 14] = [
        (&["appointment", "their appointment", "an appointment"], Occasion::Appointment),
        (&["the vote", "a vote", "voting"], Occasion::Vote),
        (&["the debate", "debate"], Occasion::Debate),
        (&["that", "it"], Occasion::That),
        (&["leaving"], Occasion::Leaving),
        (&["the next meeting"], Occasion::NextMeeting),
        (&["the first meeting"], Occasion::FirstMeeting(None)),
        (&["a meeting", "each meeting", "the meeting", "meetings"], Occasion::Meeting),
        (&["the adoption of these terms"], Occasion::Adoption),
        (&["the establishment of the body"], Occasion::Establishment),
        (&["a vacancy", "the vacancy"], Occasion::Vacancy),
        (&["the notice", "a notice"], Occasion::Notice),
        (&["the request", "a request"], Occasion::Request),
        (&["a decision", "the decision"], Occasion::Decision),
    ];
    for (spellings, occasion) in &OCCASIONS {
        if p.take_any(spellings) {
            return Ok(occasion.clone());
        }
    }
    p.attempt(|p| {
        p.must("each")?;
        p.quoted().ok_or(Stuck)
    })
    .map(Occasion::Named)
    .ok_or(Stuck)
}

pub(crate) fn gathering(p: &mut Parser<'_>) -> Option<Gathering> {
    const KINDS: [(Gathering, &[&str]); 6] = [
        (Gathering::Regular, &["a regular meeting", "each regular meeting", "an ordinary meeting"]),
        (Gathering::Annual, &["the annual meeting", "each annual meeting", "an annual meeting", "the annual general meeting"]),
        (Gathering::Special, &["a special meeting", "an extraordinary meeting", "an extra meeting", "a further meeting"]),
        (Gathering::Reconvened, &["a reconvened meeting", "the reconvened meeting", "an adjourned meeting"]),
        (Gathering::Public, &["a public meeting"]),
        (Gathering::Private, &["a private meeting", "a closed meeting"]),
    ];
    KINDS.iter().find(|(_, spellings)| p.take_any(spellings)).map(|(kind, _)| *kind)
}

/// `4 May 2009`
pub(crate) fn date(p: &mut Parser<'_>) -> Read<Date> {
    let wrong = |p: &mut Parser<'_>| p.expect("a date such as `1 April 2006`");
    p.attempt(|p| {
        let day = p.number()?;
        let month = crate::tree::MONTHS.iter().position(|m| p.take(m)).ok_or(Stuck)?;
        let year = p.number()?;
        let month = i8::try_from(month + 1).map_err(|_| Stuck)?;
        Date::new(i16::try_from(year).map_err(|_| Stuck)?, month, i8::try_from(day).map_err(|_| Stuck)?).map_err(|_| Stuck)
    })
    .ok_or_else(|| wrong(p))
}

fn weekday(p: &mut Parser<'_>) -> Read<(u8, u8)> {
    p.must("on the")?;
    let nth = crate::tree::ORDINALS.iter().position(|w| p.take(w)).and_then(|n| u8::try_from(n).ok()).ok_or(Stuck)?;
    let day = crate::tree::WEEKDAYS.iter().position(|w| p.take(w)).and_then(|n| u8::try_from(n + 1).ok()).ok_or(Stuck)?;
    p.must("of each month")?;
    Ok((nth, day))
}

fn by_date(p: &mut Parser<'_>) -> Read<(u8, u8)> {
    p.must("by")?;
    let day = p.number()?;
    let month = crate::tree::MONTHS.iter().position(|m| p.take(m)).and_then(|m| u8::try_from(m + 1).ok()).ok_or(Stuck)?;
    match (u8::try_from(day), i8::try_from(day), i8::try_from(month)) {
        (Ok(whole), Ok(day), Ok(of)) if Date::new(2008, of, day).is_ok() => Ok((whole, month)),
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
    if p.take("in each") {
        return year(p).map(Window::Year).ok_or(Stuck);
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
        return Ok(Time::Until(occasion(p)?));
    }
    if p.take_any(&["as soon as practicable after", "as soon as possible after", "promptly after"]) {
        return Ok(Time::Soon(occasion(p)?));
    }
    for (word, count, unit) in [
        ("annually", 1, Unit::Years),
        ("each year", 1, Unit::Years),
        ("yearly", 1, Unit::Years),
        ("quarterly", 3, Unit::Months),
        ("each quarter", 3, Unit::Months),
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
    if let Some(length) = p.attempt(|p| {
        p.must("to at least")?;
        length(p)
    }) {
        return Ok(Time::ToLeast(length));
    }
    if let Some((length, on)) = p.attempt(|p| {
        p.must("at most")?;
        let length = length(p)?;
        p.must("before")?;
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
    if p.take("within") {
        let length = length(p)?;
        if !p.take_any(&["of", "after"]) {
            return Err(Stuck);
        }
        return Ok(Time::Within(length, occasion(p)?));
    }
    if let Some(often) = p.attempt(|p| {
        let bound = bound(p).unwrap_or(Bound::Exactly);
        let count = times_word(p)?;
        Ok(Time::Often(bound, count, window(p)?))
    }) {
        return Ok(often);
    }
    if p.take("before") {
        return Ok(Time::Before(None, occasion(p)?));
    }
    if p.take_any(&["every", "at least every"]) {
        return Ok(Time::Every(length_or_unit(p)?));
    }
    if p.take("at least") {
        let length = length(p)?;
        if p.take("before") {
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
        let bound = bound(p).unwrap_or(Bound::Exactly);
        return Ok(Time::For(bound, length(p)?));
    }
    if p.take_any(&["each", "in each", "in"]) {
        let month = crate::tree::MONTHS.iter().position(|m| p.take(m)).and_then(|m| u8::try_from(m + 1).ok());
        return month.map(Time::Each).ok_or(Stuck);
    }
    Err(Stuck)
}
