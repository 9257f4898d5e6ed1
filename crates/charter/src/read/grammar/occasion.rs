//! Occasions, days and kinds of meetings.

use super::*;
use jiff::civil::Date;

pub(super) fn year(p: &mut Parser<'_>) -> Option<Year> {
    [Year::Calendar, Year::Financial, Year::Municipal, Year::Academic].into_iter().find(|y| p.take(&format!("{} year", y.word())))
}

/// A year, whichever: the first word of `the financial year`, `each financial year`.
fn of_the_year(p: &mut Parser<'_>, of: &str) -> Option<Year> {
    p.guess(|p| {
        p.must(of)?;
        if p.take_any(&["the", "each", "every", "a", "any", "that"]) { year(p).ok_or(Stuck) } else { Err(Stuck) }
    })
}

pub(super) fn occasion(p: &mut Parser<'_>) -> Read<Occasion> {
    if let Some(year) = of_the_year(p, "the first meeting of").or_else(|| of_the_year(p, "the first meeting in")) {
        return Ok(Occasion::FirstMeeting(Some(year)));
    }
    if p.take("the start of the meeting") {
        return Ok(Occasion::Start);
    }
    if let Some(year) = of_the_year(p, "the start of").or_else(|| of_the_year(p, "the beginning of")) {
        return Ok(Occasion::YearStart(year));
    }
    if p.take_any(&["the end of the body", "the dissolution of the body", "its dissolution"]) {
        return Ok(Occasion::End);
    }
    if let Some(year) = of_the_year(p, "the end of") {
        return Ok(Occasion::YearEnd(year));
    }
    if p.take("the first meeting that follows") {
        return p.deeper(|p| Ok(Occasion::FirstAfter(Box::new(occasion(p)?))));
    }
    if let Some(kind) = gathering(p) {
        return Ok(Occasion::MeetingOf(kind));
    }
    if let Some(verb) = p.guess(|p| {
        p.take_any(&["its", "their", "the"]);
        crate::tree::NOMINAL.into_iter().find(|(_, word)| p.take(word)).map(|(verb, _)| verb).ok_or(Stuck)
    }) {
        return Ok(Occasion::Its(verb));
    }
    if let Some(name) = p.guess(|p| {
        if !p.take_any(&["a decision on", "the decision on"]) {
            return Err(Stuck);
        }
        p.quoted().ok_or(Stuck)
    }) {
        return Ok(Occasion::DecisionOn(name));
    }
    if let Some(day) = p.guess(date) {
        return Ok(Occasion::Day(day));
    }
    const OCCASIONS: [(&[&str], Occasion); 14] = [
        (&["appointment", "their appointment", "an appointment", "the appointment", "being appointed", "joining"], Occasion::Appointment),
        (&["the vote", "a vote", "voting"], Occasion::Vote),
        (&["the debate", "debate"], Occasion::Debate),
        (&["that", "it"], Occasion::That),
        (&["leaving", "withdrawal", "withdrawing", "their departure"], Occasion::Leaving),
        (&["the next meeting"], Occasion::NextMeeting),
        (&["the first meeting"], Occasion::FirstMeeting(None)),
        (&["a meeting", "each meeting", "every meeting", "the meeting", "any meeting", "meetings"], Occasion::Meeting),
        (&["the adoption of these terms", "their adoption", "adoption"], Occasion::Adoption),
        (&["the establishment of the body", "its establishment", "establishment"], Occasion::Establishment),
        (&["a vacancy", "the vacancy", "the vacancy arising", "the vacancy occurring"], Occasion::Vacancy),
        (&["the notice", "a notice"], Occasion::Notice),
        (&["the request", "a request", "receipt of the request", "receiving the request"], Occasion::Request),
        (&["a decision", "the decision"], Occasion::Decision),
    ];
    for (spellings, occasion) in &OCCASIONS {
        if p.take_any(spellings) {
            return Ok(occasion.clone());
        }
    }
    p.attempt(|p| {
        if !p.take_any(&["each", "every"]) {
            return Err(Stuck);
        }
        p.quoted().ok_or(Stuck)
    })
    .or_else(|| p.guess(election))
    .map(Occasion::Named)
    .ok_or(Stuck)
}

/// `each local election`, `the triennial election`: an event that needs no quotation marks.
fn election(p: &mut Parser<'_>) -> Read<Name> {
    if !p.take_any(&["each", "every", "the", "a", "an"]) {
        return Err(Stuck);
    }
    let mut words: Vec<String> = Vec::new();
    while let Some(word) = p.word() {
        if words.len() > 3 {
            return Err(Stuck);
        }
        p.at += 1;
        words.push(word.to_ascii_lowercase());
        if words.last().is_some_and(|w| w == "election" || w == "elections") {
            let name = words.join(" ");
            return if words.len() > 1 { Ok(name.strip_suffix('s').map_or(name.clone(), str::to_owned)) } else { Err(Stuck) };
        }
    }
    Err(Stuck)
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
