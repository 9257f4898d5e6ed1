//! On which days a body meets.

use calendar::Table;
use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};
use kernel::{Day, Finding, Findings, Hour, words};

words! {
    /// Which weekday of a month.
    pub enum Occurrence {
        /// The first.
        First = "first",
        /// The second.
        Second = "second",
        /// The third.
        Third = "third",
        /// The fourth.
        Fourth = "fourth",
        /// The last, whether the fourth or the fifth.
        Last = "last",
    }
}

/// A year's dates by rule: the third Thursday of every third month from January.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pattern {
    /// The first month, 1 to 12.
    pub first_month: i8,
    /// Every so many months, 1 to 12.
    pub every: i8,
    /// Which of the month's.
    pub which: Occurrence,
    /// Which weekday.
    pub weekday: Weekday,
}

impl Pattern {
    /// The days of one calendar year, earliest first.
    pub fn days(self, year: i16) -> Vec<Day> {
        let every = usize::from(self.every.clamp(1, 12).unsigned_abs());
        (self.first_month.clamp(1, 12)..=12).step_by(every).filter_map(|month| self.in_month(year, month)).collect()
    }

    fn in_month(self, year: i16, month: i8) -> Option<Day> {
        let first = Date::new(year, month, 1).ok()?;
        let nth = match self.which {
            Occurrence::First => 1,
            Occurrence::Second => 2,
            Occurrence::Third => 3,
            Occurrence::Fourth => 4,
            Occurrence::Last => -1,
        };
        first.nth_weekday_of_month(nth, self.weekday).ok()
    }
}

/// Another meeting that is already in the diary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Other {
    /// The body's name.
    pub body: String,
    /// Whether it is the same body.
    pub same: bool,
    /// The day.
    pub day: Day,
}

/// Whether these days can be fixed. A day given twice is refused; a past day, a holiday, a weekend and a day on which
/// another body of the partnership meets are worth a look and nothing more: meetings are written up afterwards.
pub fn may_fix(days: &[Day], today: Day, table: &Table, others: &[Other]) -> Findings {
    let mut findings = Findings::none();
    findings.push_if(days.is_empty(), || Finding::refuse("meeting-days-missing").at("days"));
    for (n, day) in days.iter().enumerate() {
        let warn = |code: &str| Finding::warn(code).at("days").with("day", day);
        findings.push_if(days[..n].contains(day), || Finding::refuse("meeting-day-twice").at("days").with("day", day));
        findings.push_if(*day < today, || warn("meeting-day-past"));
        match table.holiday(*day) {
            Some(name) => findings.push(warn("meeting-day-holiday").with("holiday", name)),
            None => findings.push_if(!table.is_working_day(*day), || warn("meeting-day-weekend")),
        }
        for other in others.iter().filter(|other| other.day == *day) {
            let code = if other.same { "meeting-day-own" } else { "meeting-day-taken" };
            findings.push(warn(code).with("body", &other.body));
        }
    }
    findings
}

/// Whether a body that has ended, or will, can still meet on these days: not after its last day, which is over where nobody knows it.
pub fn within_the_body(days: &[Day], field: &str, ended: bool, last_day: Option<Day>, today: Day) -> Findings {
    let over = |day: &&Day| if let Some(last) = last_day { **day > last } else { **day >= today };
    match days.iter().find(over).filter(|_| ended) {
        Some(day) => Finding::refuse("meeting-after-the-body").at(field).with("day", day).into(),
        None => Findings::none(),
    }
}

/// Whether a meeting can begin and end at these hours: both on its one day, the end after the beginning.
pub fn hours(starts_at: Option<Hour>, ends_at: Option<Hour>) -> Findings {
    let mut findings = Findings::none();
    if let (Some(start), Some(end)) = (starts_at, ends_at) {
        findings.push_if(end <= start, || Finding::refuse("meeting-ends-before-start").at("ends_at").with("starts_at", start));
    }
    findings.push_if(starts_at.is_none() && ends_at.is_some(), || Finding::refuse("meeting-start-missing").at("starts_at"));
    findings
}

/// The span of days in which other meetings are looked for.
pub fn around(days: &[Day]) -> (Day, Day) {
    let first = days.iter().copied().min().unwrap_or(Day::MIN);
    let last = days.iter().copied().max().unwrap_or(Day::MIN);
    (first.checked_sub(1.day()).unwrap_or(first), last.checked_add(1.day()).unwrap_or(last))
}

#[cfg(test)]
mod tests {
    use super::*;
    use calendar::Nation;
    use jiff::civil::{date, time};

    fn codes(findings: &Findings) -> Vec<(&str, bool)> {
        findings.iter().map(|f| (f.code.as_str(), f.severity == kernel::Severity::Refusal)).collect()
    }

    #[test]
    fn a_body_does_not_meet_after_its_last_day() {
        let (days, today) = ([date(2026, 5, 1), date(2026, 6, 1)], date(2026, 4, 1));
        assert!(within_the_body(&days, "days", true, Some(date(2026, 5, 31)), today).refuses());
        assert!(within_the_body(&days, "days", true, None, today).refuses());
        assert!(within_the_body(&days, "days", true, Some(date(2026, 6, 1)), today).is_empty());
        assert!(within_the_body(&days, "days", false, None, today).is_empty());
    }

    #[test]
    fn a_board_that_meets_on_the_third_thursday_of_every_third_month_has_four_days_a_year() {
        let pattern = Pattern { first_month: 1, every: 3, which: Occurrence::Third, weekday: Weekday::Thursday };
        assert_eq!(pattern.days(2007), [date(2007, 1, 18), date(2007, 4, 19), date(2007, 7, 19), date(2007, 10, 18)]);
    }

    #[test]
    fn the_last_friday_is_the_fifth_where_there_are_five() {
        let pattern = Pattern { first_month: 11, every: 12, which: Occurrence::Last, weekday: Weekday::Friday };
        assert_eq!(pattern.days(2007), [date(2007, 11, 30)]);
    }

    #[test]
    fn a_past_day_is_a_warning_because_meetings_are_written_up_afterwards() {
        let findings = may_fix(&[date(2007, 1, 18)], date(2007, 1, 25), Nation::EnglandAndWales.table(), &[]);
        assert_eq!(codes(&findings), [("meeting-day-past", false)]);
    }

    #[test]
    fn a_bank_holiday_is_named_and_refuses_nothing() {
        let findings = may_fix(&[date(2008, 3, 21)], date(2008, 1, 1), Nation::EnglandAndWales.table(), &[]);
        assert_eq!(codes(&findings), [("meeting-day-holiday", false)]);
        assert!(findings.iter().any(|f| f.args.iter().any(|(_, value)| value == "Good Friday")));
    }

    #[test]
    fn a_scottish_body_may_find_that_a_day_is_no_holiday_of_its_own() {
        let easter_monday = [date(2008, 3, 24)];
        assert!(may_fix(&easter_monday, date(2008, 1, 1), Nation::Scotland.table(), &[]).is_empty());
    }

    #[test]
    fn a_day_given_twice_is_refused() {
        let day = date(2008, 3, 20);
        assert_eq!(codes(&may_fix(&[day, day], day, Nation::EnglandAndWales.table(), &[])), [("meeting-day-twice", true)]);
    }

    #[test]
    fn another_body_that_meets_the_same_day_is_named() {
        let day = date(2008, 3, 20);
        let others = [Other { body: "Kent Public Service Board".to_owned(), same: false, day }];
        assert_eq!(codes(&may_fix(&[day], day, Nation::EnglandAndWales.table(), &others)), [("meeting-day-taken", false)]);
    }

    #[test]
    fn a_meeting_ends_after_it_begins() {
        assert!(hours(Some(time(10, 0, 0, 0)), Some(time(12, 30, 0, 0))).is_empty());
        assert!(hours(Some(time(14, 0, 0, 0)), Some(time(10, 0, 0, 0))).refuses());
        assert!(hours(None, Some(time(10, 0, 0, 0))).refuses());
    }
}
