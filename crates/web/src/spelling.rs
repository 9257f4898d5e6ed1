//! How days, hours and moments are spelt on screen and in mail: "18 January 2007", "10am to 12:30pm".

use jiff::civil::{Date, Time};
use kernel::{Day, Hour, Instant, Zone};

const MONTHS: [&str; 12] = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/// "18 January 2007".
pub fn day(day: Day) -> String {
    format!("{} {} {}", day.day(), MONTHS[usize::from(day.month().unsigned_abs()) - 1], day.year())
}

/// "Thursday 18 January 2007".
pub fn weekday(of: Day) -> String {
    format!("{} {}", weekday_name(of), day(of))
}

/// "Thursday".
pub fn weekday_name(day: Day) -> &'static str {
    use jiff::civil::Weekday::*;
    match day.weekday() {
        Monday => "Monday",
        Tuesday => "Tuesday",
        Wednesday => "Wednesday",
        Thursday => "Thursday",
        Friday => "Friday",
        Saturday => "Saturday",
        Sunday => "Sunday",
    }
}

/// "January 2007".
pub fn month(day: Day) -> String {
    format!("{} {}", MONTHS[usize::from(day.month().unsigned_abs()) - 1], day.year())
}

/// "10am", "12:30pm", "midday", "midnight".
pub fn hour(hour: Hour) -> String {
    match (hour.hour(), hour.minute()) {
        (0, 0) => "midnight".to_owned(),
        (12, 0) => "midday".to_owned(),
        (h, m) => {
            let half = if h < 12 { "am" } else { "pm" };
            let h = if h % 12 == 0 { 12 } else { h % 12 };
            if m == 0 { format!("{h}{half}") } else { format!("{h}:{m:02}{half}") }
        }
    }
}

/// "10am to 12:30pm".
pub fn span(from: Hour, until: Hour) -> String {
    format!("{} to {}", hour(from), hour(until))
}

/// "18 January 2007 at 10:42am", in the zone.
pub fn moment(at: Instant, zone: &Zone) -> String {
    format!("{} at {}", day(at.day(zone)), hour(at.hour(zone)))
}

/// "10:42:07", in the zone: for what was saved a moment ago.
pub fn clock(at: Instant, zone: &Zone) -> String {
    let hour = at.hour(zone);
    format!("{:02}:{:02}:{:02}", hour.hour(), hour.minute(), hour.second())
}

/// Spells a value that is exactly a day, an hour or a moment in its machine form; `None` for anything else.
pub(crate) fn spelt(value: &str) -> Option<String> {
    if value.len() < 5 || !value.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    as_day(value).map(day).or_else(|| as_hour(value).map(hour)).or_else(|| as_instant(value).map(|at| moment(at, &Zone::london())))
}

/// Reads `2007-01-18` only.
pub(crate) fn as_day(value: &str) -> Option<Day> {
    if value.len() == 10 { value.parse::<Date>().ok() } else { None }
}

/// Reads `10:00:00` and `10:00` only.
pub(crate) fn as_hour(value: &str) -> Option<Hour> {
    if matches!(value.len(), 5 | 8) && value.as_bytes().get(2) == Some(&b':') { value.parse::<Time>().ok() } else { None }
}

/// Reads `2007-01-18T10:00:00Z` only.
pub(crate) fn as_instant(value: &str) -> Option<Instant> {
    if value.len() < 20 || !value.contains('T') {
        return None;
    }
    value.parse::<jiff::Timestamp>().ok().map(|at| Instant::from_seconds(at.as_second()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};

    #[test]
    fn days_and_hours_are_spelt_as_people_write_them() {
        assert_eq!(weekday(date(2007, 1, 18)), "Thursday 18 January 2007");
        for (at, words) in [
            (time(10, 0, 0, 0), "10am"),
            (time(12, 30, 0, 0), "12:30pm"),
            (time(0, 5, 0, 0), "12:05am"),
            (time(12, 0, 0, 0), "midday"),
            (time(19, 15, 0, 0), "7:15pm"),
        ] {
            assert_eq!(hour(at), words);
        }
        assert_eq!(span(time(10, 0, 0, 0), time(12, 30, 0, 0)), "10am to 12:30pm");
    }

    #[test]
    fn a_moment_is_told_in_summer_time_in_summer() {
        let at = as_instant("2026-07-01T09:42:07Z").unwrap();
        assert_eq!(moment(at, &Zone::london()), "1 July 2026 at 10:42am");
        assert_eq!(clock(at, &Zone::london()), "10:42:07");
    }

    #[test]
    fn only_machine_forms_are_spelt() {
        assert_eq!(spelt("2007-01-18").as_deref(), Some("18 January 2007"));
        assert_eq!((spelt("14:00:00").as_deref(), spelt("14:00").as_deref()), (Some("2pm"), Some("2pm")));
        assert_eq!((spelt("3.12"), spelt("31:12")), (None, None));
        assert_eq!(spelt("18/1/2007"), None);
    }
}
