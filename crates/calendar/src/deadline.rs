//! The last day on which a thing is still in time.

use std::fmt;

use jiff::civil::Date;
use jiff::{Span, ToSpan};

use crate::table::Table;

/// How days are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Unit {
    /// Every day. The day of the event is not counted; the day of the act is.
    Days,
    /// Every day, and neither the day of the event nor the day of the act is counted.
    ClearDays,
    /// Monday to Friday, holidays left out. The day of the event is not counted; the day of the act is.
    WorkingDays,
    /// Working days, and neither the day of the event nor the day of the act is counted.
    ClearWorkingDays,
    /// Seven days each.
    Weeks,
    /// To the same date, or to the month's last day where it has no such date.
    Months,
    /// Twelve months each.
    Years,
}

impl Unit {
    /// The unit's name beside a count: `1 working day`, `2 working days`.
    pub fn name(self, count: u32) -> &'static str {
        let (one, many) = match self {
            Self::Days => ("day", "days"),
            Self::ClearDays => ("clear day", "clear days"),
            Self::WorkingDays => ("working day", "working days"),
            Self::ClearWorkingDays => ("clear working day", "clear working days"),
            Self::Weeks => ("week", "weeks"),
            Self::Months => ("month", "months"),
            Self::Years => ("year", "years"),
        };
        if count == 1 { one } else { many }
    }

    fn is_working(self) -> bool {
        matches!(self, Self::WorkingDays | Self::ClearWorkingDays)
    }
}

/// A last day, with how it was reached. It ends at midnight, local time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    /// The last day by the letter of the rule.
    pub letter: Date,
    /// The day to work to: the letter's day, or the working day before it where that one is not a working day.
    pub by: Date,
    /// How it was counted.
    pub counted: Counted,
}

/// How a deadline was counted, so that an officer can follow it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// How many.
    pub count: u32,
    /// Of what.
    pub unit: Unit,
    /// The event's day, from which the count starts.
    pub from: Date,
    /// Whose holidays.
    pub calendar: String,
    /// The holidays on weekdays between the event and the day to work to, first to last.
    pub holidays: Vec<(Date, String)>,
    /// False where a weekday in between lies outside the table, so that a holiday could change the answer.
    pub certain: bool,
}

impl fmt::Display for Counted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} from {}", self.count, self.unit.name(self.count), day_in_words(self.from))?;
        if self.unit.is_working() {
            write!(f, ", counted in {}", self.calendar)?;
        }
        for (index, (day, name)) in self.holidays.iter().enumerate() {
            write!(f, "{}{} {}", if index == 0 { "; not a working day: " } else { ", " }, day_in_words(*day), name)?;
        }
        if !self.certain {
            f.write_str("; only weekends are known there, so that a holiday could change this")?;
        }
        Ok(())
    }
}

/// A day as it is written in a sentence: `4 January 2007`.
pub fn day_in_words(day: Date) -> String {
    day.strftime("%-d %B %Y").to_string()
}

/// The last day to act for a rule of "at least so many before": the event's day is not counted, the day of the act is.
/// Clear days count neither. Counts that leave the calendar are held at its first day.
pub fn deadline_before(event: Date, count: u32, unit: Unit, table: &Table) -> Deadline {
    let letter = match unit {
        Unit::Days => back(event, count),
        Unit::ClearDays => back(event, count.saturating_add(1)),
        Unit::Weeks => back(event, count.saturating_mul(7)),
        Unit::Months => event.checked_sub(months(count)).unwrap_or(Date::MIN),
        Unit::Years => event.checked_sub(months(count.saturating_mul(12))).unwrap_or(Date::MIN),
        Unit::WorkingDays => working(event, count, table, Date::yesterday, Date::MIN),
        Unit::ClearWorkingDays => back(working(event, count, table, Date::yesterday, Date::MIN), 1),
    };
    let by = table.working_day_on_or_before(letter);
    Deadline { letter, by, counted: counted(event, by, count, unit, table) }
}

/// The last day to act for a rule of "within so many after": the event's day is not counted, the day of the act is. The
/// day to work to is never before the event. Counts that leave the calendar are held at its last day.
pub fn deadline_after(event: Date, count: u32, unit: Unit, table: &Table) -> Deadline {
    let letter = match unit {
        Unit::Days => forth(event, count),
        Unit::ClearDays => forth(event, count.saturating_add(1)),
        Unit::Weeks => forth(event, count.saturating_mul(7)),
        Unit::Months => event.checked_add(months(count)).unwrap_or(Date::MAX),
        Unit::Years => event.checked_add(months(count.saturating_mul(12))).unwrap_or(Date::MAX),
        Unit::WorkingDays => working(event, count, table, Date::tomorrow, Date::MAX),
        Unit::ClearWorkingDays => forth(working(event, count, table, Date::tomorrow, Date::MAX), 1),
    };
    let by = table.working_day_on_or_before(letter);
    let by = if by < event { letter } else { by };
    Deadline { letter, by, counted: counted(event, letter, count, unit, table) }
}

fn months(count: u32) -> Span {
    // Twenty thousand years of months: beyond the calendar, within what a span can hold.
    i32::try_from(count.min(239_976)).unwrap_or(0).months()
}

fn back(day: Date, days: u32) -> Date {
    day.checked_sub(i32::try_from(days.min(7_304_484)).unwrap_or(0).days()).unwrap_or(Date::MIN)
}

fn forth(day: Date, days: u32) -> Date {
    day.checked_add(i32::try_from(days.min(7_304_484)).unwrap_or(0).days()).unwrap_or(Date::MAX)
}

fn working(event: Date, count: u32, table: &Table, step: impl Fn(Date) -> Result<Date, jiff::Error>, end: Date) -> Date {
    let mut day = event;
    let mut left = count;
    while left > 0 {
        match step(day) {
            Ok(next) => day = next,
            Err(_) => return end,
        }
        if table.is_working_day(day) {
            left -= 1;
        }
    }
    day
}

fn counted(event: Date, reached: Date, count: u32, unit: Unit, table: &Table) -> Counted {
    let (first, last) = if reached < event { (reached, event) } else { (event, reached) };
    if !unit.is_working() {
        return Counted { count, unit, from: event, calendar: table.name().to_owned(), holidays: Vec::new(), certain: true };
    }
    let holidays = table.between(first, last).filter(|(day, _)| *day != event).map(|(d, n)| (d, n.to_owned())).collect();
    let certain = table.knows(first) && table.knows(last);
    Counted { count, unit, from: event, calendar: table.name().to_owned(), holidays, certain }
}
