//! When.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::*;

/// Units of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Unit {
    Minutes,
    Hours,
    Days,
    ClearDays,
    WorkingDays,
    ClearWorkingDays,
    Weeks,
    Months,
    Years,
}

impl Unit {
    /// As the calendar counts it; minutes and hours are shorter than a day.
    pub fn in_days(self) -> Option<calendar::Unit> {
        Some(match self {
            Self::Minutes | Self::Hours => return None,
            Self::Days => calendar::Unit::Days,
            Self::ClearDays => calendar::Unit::ClearDays,
            Self::WorkingDays => calendar::Unit::WorkingDays,
            Self::ClearWorkingDays => calendar::Unit::ClearWorkingDays,
            Self::Weeks => calendar::Unit::Weeks,
            Self::Months => calendar::Unit::Months,
            Self::Years => calendar::Unit::Years,
        })
    }
}

/// A length of time: `10 working days`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Length {
    /// How many; at least 1.
    pub count: u32,
    /// Of what.
    pub unit: Unit,
}

/// A year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Year {
    Calendar,
    Financial,
    Municipal,
    Academic,
}

/// Something at which, before which or after which a thing is done.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Occasion {
    /// `a meeting`: every one.
    Meeting,
    /// `the next meeting`
    NextMeeting,
    /// `the first meeting`, `the first meeting of the calendar year`
    FirstMeeting(Option<Year>),
    /// `the start of the meeting`
    Start,
    /// `the adoption of these terms`
    Adoption,
    /// `the establishment of the body`
    Establishment,
    /// `a vacancy`
    Vacancy,
    /// `the notice`
    Notice,
    /// `the request`
    Request,
    /// `a decision`
    Decision,
    /// `leaving`
    Leaving,
    /// `the start of the calendar year`
    YearStart(Year),
    /// `each “council election”`
    Named(Name),
    /// `a regular meeting`, `the annual meeting`
    MeetingOf(Gathering),
    /// `the first meeting that follows OCCASION`
    FirstAfter(Box<Occasion>),
    /// `appointment`
    Appointment,
    /// `the end of the body`
    End,
    /// `the end of the financial year`
    YearEnd(Year),
    /// `the vote`
    Vote,
    /// `the debate`
    Debate,
    /// `a decision on NAME`
    DecisionOn(Name),
    /// `approval`, `publication`: of the very thing that the rule speaks of.
    Its(Verb),
    /// `1 October 2017`
    Day(Date),
    /// `that`: what the rule's `when` speaks of.
    That,
}

/// A kind of meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Gathering {
    Regular,
    Annual,
    Special,
    Reconvened,
    Public,
    Private,
}

/// The stretch in which something is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Window {
    /// `a year`: twelve months, as the secretariat counts them; the calendar year where nothing else is said.
    AYear,
    /// `a calendar year`, `a financial year`, `a municipal year`
    Year(Year),
    /// `in any 6 months`: every such stretch.
    Any(Length),
}

/// When.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Time {
    /// `at least 10 working days before a meeting`; without a length, `before a meeting`.
    Before(Option<Length>, Occasion),
    /// `within 60 days of the adoption of these terms`: after it.
    Within(Length, Occasion),
    /// `at least 2 months after the notice`; without a length, `after the notice`.
    After(Option<Length>, Occasion),
    /// `at the next meeting`
    At(Occasion),
    /// `every 2 years`
    Every(Length),
    /// `at least 4 times a year`
    Often(Bound, u32, Window),
    /// `each May`: 1 to 12.
    Each(u8),
    /// `for 2 years`, `for at most 2 years`
    For(Bound, Length),
    /// `at most 30 days before a meeting`
    NotEarlier(Length, Occasion),
    /// `10 days after that`
    Later(Length, Occasion),
    /// `as soon as practicable after the vacancy`
    Soon(Occasion),
    /// `until the end of the body`
    Until(Occasion),
    /// `by 30 September`, each year: the day of the month and the month.
    ByDate(u8, u8),
    /// `by the end of the financial year`, `by 1 October 2017`: on that day at the latest.
    By(Occasion),
    /// `between 1 May and 31 July`, `on 1 April`, each year: the day of the month and the month, from and to.
    Season((u8, u8), (u8, u8)),
    /// `on at least 2 months' notice`
    OnNotice(Length),
    /// `for at most 2 terms`, `for at most 2 terms of 3 years`
    Terms(Bound, u32, Option<Length>),
    /// `on the second Wednesday of each month`: 1 to 5, or 0 for the last; 1 is Monday.
    Weekday(u8, u8),
    /// `to at least 5 working days`
    ToLeast(Length),
    /// `without a break`
    WithoutBreak,
    /// `at any time`
    AnyTime,
    /// `in advance`
    InAdvance,
    /// `between meetings`
    BetweenMeetings,
}
