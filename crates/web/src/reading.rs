//! Reading what a person typed: days, hours, money and lines of text, each either a value or a finding in their words.

use jiff::civil;
use kernel::{Day, Finding, Findings, Hour, Pence};

use crate::spelling;

/// Keeps a value, or notes why there is none.
///
/// ```
/// # use kernel::Findings;
/// let mut findings = Findings::none();
/// let day = web::note(&mut findings, web::parse_day("day", "31 February 2027"));
/// assert!(day.is_none() && findings.refuses());
/// ```
pub fn note<T>(findings: &mut Findings, parsed: Result<T, Finding>) -> Option<T> {
    parsed.map_err(|finding| findings.push(finding)).ok()
}

/// A day as people write it: "18 January 2007", "Thursday 18 Jan 2007", "18/1/2007", "18.1.2007", "2007-01-18". A weekday,
/// when given, must be that day's.
pub fn parse_day(field: &str, typed: &str) -> Result<Day, Finding> {
    let text = typed.trim();
    if text.is_empty() {
        return Err(Finding::refuse("day-missing").at(field));
    }
    let lower = text.to_lowercase();
    let parts: Vec<&str> = lower.split(|c: char| c.is_whitespace() || matches!(c, '/' | '.' | '-' | ',')).filter(|p| !p.is_empty()).collect();
    let (weekday, parts) = match parts.split_first() {
        Some((first, rest)) if weekday_of(first).is_some() => (weekday_of(first), rest),
        _ => (None, &parts[..]),
    };
    let unreadable = || Finding::refuse("day-unreadable").at(field).with("typed", shortened(text));
    let [a, b, c] = parts else { return Err(unreadable()) };
    let (day, month, year) = if a.len() == 4 && number(a).is_some() { (*c, *b, *a) } else { (*a, *b, *c) };
    let day = number(day.trim_end_matches(|c: char| c.is_ascii_alphabetic())).ok_or_else(unreadable)?;
    let month = number(month).or_else(|| month_of(month)).ok_or_else(unreadable)?;
    if year.len() != 4 {
        return Err(Finding::refuse("day-year-short").at(field).with("typed", shortened(text)));
    }
    let year = number(year).ok_or_else(unreadable)?;
    let read = || civil::Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok();
    let found = read().ok_or_else(|| Finding::refuse("day-not-in-calendar").at(field).with("typed", shortened(text)))?;
    if !(1800..=2200).contains(&found.year()) {
        return Err(Finding::refuse("day-far-away").at(field).with("day", found));
    }
    match weekday {
        Some(said) if said != spelling::weekday_name(found) => {
            Err(Finding::refuse("day-not-that-weekday").at(field).with("day", found).with("weekday", said))
        }
        _ => Ok(found),
    }
}

/// A day that may be left empty.
pub fn parse_day_if_any(field: &str, typed: &str) -> Result<Option<Day>, Finding> {
    if typed.trim().is_empty() { Ok(None) } else { parse_day(field, typed).map(Some) }
}

/// An hour as people write it: "10am", "12.30pm", "14:00", "1400", "midday". A bare "2" is asked about.
pub fn parse_hour(field: &str, typed: &str) -> Result<Hour, Finding> {
    let text: String = typed.trim().to_lowercase().chars().filter(|c| !c.is_whitespace()).collect();
    if text.is_empty() {
        return Err(Finding::refuse("hour-missing").at(field));
    }
    let unreadable = || Finding::refuse("hour-unreadable").at(field).with("typed", shortened(typed.trim()));
    if !text.is_ascii() {
        return Err(unreadable());
    }
    match text.as_str() {
        "midday" | "noon" => return civil::Time::new(12, 0, 0, 0).map_err(|_| unreadable()),
        "midnight" => return civil::Time::new(0, 0, 0, 0).map_err(|_| unreadable()),
        _ => {}
    }
    let (digits, half) = if let Some(rest) = text.strip_suffix("am").or_else(|| text.strip_suffix("a.m.")) {
        (rest, Some(0))
    } else if let Some(rest) = text.strip_suffix("pm").or_else(|| text.strip_suffix("p.m.")) {
        (rest, Some(12))
    } else {
        (text.as_str(), None)
    };
    let (h, m) = match digits.split_once([':', '.']) {
        Some((h, m)) if m.len() == 2 || (m.len() == 5 && m.ends_with(":00")) => (number(h), number(&m[..2])),
        Some(_) => (None, None),
        None if digits.len() == 4 && half.is_none() => (number(&digits[..2]), number(&digits[2..])),
        None if half.is_none() => {
            return Err(match number(digits) {
                Some(n) if n <= 24 => Finding::refuse("hour-which-half").at(field).with("hour", n),
                _ => unreadable(),
            });
        }
        None => (number(digits), Some(0)),
    };
    let (h, m) = (h.ok_or_else(unreadable)?, m.ok_or_else(unreadable)?);
    let h = match half {
        Some(_) if !(1..=12).contains(&h) => return Err(unreadable()),
        Some(add) => h % 12 + add,
        None => h,
    };
    let read = || civil::Time::new(i8::try_from(h).ok()?, i8::try_from(m).ok()?, 0, 0).ok();
    read().ok_or_else(unreadable)
}

/// An hour that may be left empty.
pub fn parse_hour_if_any(field: &str, typed: &str) -> Result<Option<Hour>, Finding> {
    if typed.trim().is_empty() { Ok(None) } else { parse_hour(field, typed).map(Some) }
}

/// Money as people write it: "£39,470", "39470.50", "£0.05".
pub fn parse_pence(field: &str, typed: &str) -> Result<Pence, Finding> {
    let text: String = typed.trim().trim_start_matches('£').chars().filter(|c| !c.is_whitespace()).collect();
    if text.is_empty() {
        return Err(Finding::refuse("pence-missing").at(field));
    }
    let unreadable = || Finding::refuse("pence-unreadable").at(field).with("typed", shortened(typed.trim()));
    let (pounds, pence) = text.split_once('.').unwrap_or((&text, "00"));
    if pence.len() != 2 || !grouped_properly(pounds) {
        return Err(unreadable());
    }
    let pounds: i64 = pounds.replace(',', "").parse().map_err(|_| unreadable())?;
    let pence = i64::from(number(pence).ok_or_else(unreadable)?);
    pounds.checked_mul(100).and_then(|p| p.checked_add(pence)).filter(|p| *p >= 0).map(Pence).ok_or_else(unreadable)
}

fn grouped_properly(pounds: &str) -> bool {
    let mut groups = pounds.split(',');
    let first = groups.next().unwrap_or_default();
    let digits = |group: &str| !group.is_empty() && group.bytes().all(|b| b.is_ascii_digit());
    let alone = !pounds.contains(',');
    digits(first) && (alone || first.len() <= 3) && groups.all(|group| group.len() == 3 && digits(group))
}

/// One line of text: trimmed, not empty, without line breaks or control characters, at most `most` characters long.
pub fn parse_line(field: &str, typed: &str, most: usize) -> Result<String, Finding> {
    let line = parse_line_if_any(field, typed, most)?;
    line.ok_or_else(|| Finding::refuse("text-missing").at(field))
}

/// One line of text that may be left empty.
pub fn parse_line_if_any(field: &str, typed: &str, most: usize) -> Result<Option<String>, Finding> {
    let text: String = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    bounded(field, text, most)
}

/// Text of several lines: trimmed, not empty, at most `most` characters long. Line ends become `\n`.
pub fn parse_text(field: &str, typed: &str, most: usize) -> Result<String, Finding> {
    let text = parse_text_if_any(field, typed, most)?;
    text.ok_or_else(|| Finding::refuse("text-missing").at(field))
}

/// Text of several lines that may be left empty.
pub fn parse_text_if_any(field: &str, typed: &str, most: usize) -> Result<Option<String>, Finding> {
    bounded(field, typed.replace("\r\n", "\n").replace('\r', "\n").trim().to_owned(), most)
}

fn bounded(field: &str, text: String, most: usize) -> Result<Option<String>, Finding> {
    let long = text.chars().count();
    if long > most {
        return Err(Finding::refuse("text-too-long").at(field).with("most", most).with("over", long - most));
    }
    if text.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
        return Err(Finding::refuse("text-with-control").at(field));
    }
    Ok(if text.is_empty() { None } else { Some(text) })
}

/// One of a closed list, by its word.
pub fn parse_word<T: kernel::Word>(field: &str, typed: &str) -> Result<T, Finding> {
    match typed.trim() {
        "" => Err(Finding::refuse("choice-missing").at(field)),
        word => T::parse(word).ok_or_else(|| Finding::refuse("choice-unknown").at(field).with("typed", shortened(word))),
    }
}

/// The id of something chosen from a list.
pub fn parse_id<T: std::str::FromStr>(field: &str, typed: &str) -> Result<T, Finding> {
    match typed.trim() {
        "" => Err(Finding::refuse("choice-missing").at(field)),
        id => id.parse().map_err(|_| Finding::refuse("choice-unknown").at(field).with("typed", shortened(id))),
    }
}

/// The id of something that may be left unchosen.
pub fn parse_id_if_any<T: std::str::FromStr>(field: &str, typed: &str) -> Result<Option<T>, Finding> {
    if typed.trim().is_empty() { Ok(None) } else { parse_id(field, typed).map(Some) }
}

fn number(text: &str) -> Option<u32> {
    if text.is_empty() || text.len() > 4 || !text.bytes().all(|b| b.is_ascii_digit()) { None } else { text.parse().ok() }
}

fn month_of(text: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let known = |full: &str| full.to_lowercase().starts_with(text) || text == "sept" && full == "September";
    let at = MONTHS.iter().position(|short| text.starts_with(short))?;
    let full = spelling::month(civil::Date::new(2000, i8::try_from(at + 1).ok()?, 1).ok()?);
    known(full.trim_end_matches(" 2000")).then(|| u32::try_from(at + 1).ok()).flatten()
}

fn weekday_of(text: &str) -> Option<&'static str> {
    let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    if text.len() < 3 { None } else { days.into_iter().find(|day| day.to_lowercase().starts_with(text)) }
}

/// What was typed, short enough to repeat in a sentence.
fn shortened(text: &str) -> String {
    if text.chars().count() <= 40 { text.to_owned() } else { text.chars().take(39).chain(['…']).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};

    fn code<T>(parsed: Result<T, Finding>) -> String {
        parsed.err().map_or_else(|| "read".to_owned(), |finding| finding.code)
    }

    #[test]
    fn a_day_is_read_however_a_person_writes_it() {
        for typed in [
            "18 January 2007",
            "thursday 18 jan 2007",
            "18/1/2007",
            "18-01-2007",
            "18.1.2007",
            "2007-01-18",
            " 18th January, 2007 ",
            "Thu 18/01/2007",
        ] {
            assert_eq!(parse_day("day", typed), Ok(date(2007, 1, 18)), "{typed}");
        }
        assert_eq!(parse_day("day", "9 Sept 2027"), Ok(date(2027, 9, 9)));
    }

    #[test]
    fn a_day_that_is_none_is_refused_with_its_own_reason() {
        for (typed, reason) in [
            ("", "day-missing"),
            ("next Tuesday", "day-unreadable"),
            ("31 February 2027", "day-not-in-calendar"),
            ("29/2/2027", "day-not-in-calendar"),
            ("18/1/07", "day-year-short"),
            ("Friday 18 January 2007", "day-not-that-weekday"),
            ("18 Janitor 2007", "day-unreadable"),
            ("1 January 9999", "day-far-away"),
            ("🎈/1/2007", "day-unreadable"),
        ] {
            assert_eq!(code(parse_day("day", typed)), reason, "{typed}");
        }
    }

    #[test]
    fn an_hour_is_read_however_a_person_writes_it() {
        for (typed, hour) in [
            ("10am", time(10, 0, 0, 0)),
            ("10.30 am", time(10, 30, 0, 0)),
            ("12:30pm", time(12, 30, 0, 0)),
            ("14:00", time(14, 0, 0, 0)),
            ("1400", time(14, 0, 0, 0)),
            ("12am", time(0, 0, 0, 0)),
            ("noon", time(12, 0, 0, 0)),
            ("9:05", time(9, 5, 0, 0)),
            ("14:00:00", time(14, 0, 0, 0)),
        ] {
            assert_eq!(parse_hour("hour", typed), Ok(hour), "{typed}");
        }
        for (typed, reason) in [
            ("2", "hour-which-half"),
            ("25:00", "hour-unreadable"),
            ("13pm", "hour-unreadable"),
            ("soon", "hour-unreadable"),
            ("", "hour-missing"),
            ("10:5", "hour-unreadable"),
            ("aéb", "hour-unreadable"),
        ] {
            assert_eq!(code(parse_hour("hour", typed)), reason, "{typed}");
        }
    }

    #[test]
    fn money_is_read_with_or_without_its_signs() {
        for (typed, pence) in [("£39,470", 3_947_000), ("39470", 3_947_000), ("39,470.50", 3_947_050), ("0.05", 5)] {
            assert_eq!(parse_pence("sum", typed), Ok(Pence(pence)), "{typed}");
        }
        for typed in ["39,47", "£", "1.5", "-3", "ten", "99999999999999999999", "1,2345"] {
            assert!(parse_pence("sum", typed).is_err(), "{typed}");
        }
    }

    proptest::proptest! {
        #[test]
        fn whatever_is_typed_is_a_value_or_a_finding(typed in "\\PC{0,40}") {
            let _ = (parse_day("f", &typed), parse_hour("f", &typed), parse_pence("f", &typed), parse_line("f", &typed, 20), parse_text("f", &typed, 20));
        }

        #[test]
        fn every_day_and_hour_is_read_back_as_it_is_spelt(days in -60_000_i64..80_000, minutes in 0_i64..1440) {
            let day = date(1970, 1, 1).saturating_add(jiff::Span::new().days(days));
            let hour = time(0, 0, 0, 0).saturating_add(jiff::Span::new().minutes(minutes));
            proptest::prop_assert_eq!(parse_day("f", &spelling::weekday(day)), Ok(day));
            proptest::prop_assert_eq!(parse_hour("f", &spelling::hour(hour)), Ok(hour));
        }
    }

    #[test]
    fn a_name_of_500_characters_is_told_by_how_much_it_is_too_long() {
        let finding = parse_line("name", &"x".repeat(500), 200).unwrap_err();
        assert_eq!(finding.args, [("most".to_owned(), "200".to_owned()), ("over".to_owned(), "300".to_owned())]);
        assert_eq!(parse_line("name", "  Tonbridge \n and  Malling ", 200).unwrap(), "Tonbridge and Malling");
    }
}
