//! When.

use super::*;

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
    if p.take("the start of the") {
        return year(p).map(Occasion::YearStart).ok_or(Stuck);
    }
    const OCCASIONS: [(&[&str], Occasion); 10] = [
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
    if p.take("a year") {
        return Ok(Window::AYear);
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
    if p.take("every") {
        return Ok(Time::Every(length_or_unit(p)?));
    }
    if p.take("for") {
        return Ok(Time::For(length(p)?));
    }
    if p.take_any(&["each", "in"]) {
        let month = crate::tree::MONTHS.iter().position(|m| p.take(m)).and_then(|m| u8::try_from(m + 1).ok());
        return month.map(Time::Each).ok_or(Stuck);
    }
    Err(Stuck)
}
