//! Time as an argument. Instants are for what happened and are cut to whole seconds at birth; days and hours are local to
//! a partnership's zone; a [`Day`] comes from an [`Instant`] only through the [`Zone`].

use std::sync::{Arc, Mutex};

use jiff::civil;
use serde::{Deserialize, Serialize};

/// A calendar day.
pub type Day = civil::Date;

/// An hour of the day, local: `10:00`.
pub type Hour = civil::Time;

/// A moment in whole seconds.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Instant(jiff::Timestamp);

impl Instant {
    /// From seconds since 1970, UTC. Seconds outside the calendar are held at its ends.
    pub fn from_seconds(seconds: i64) -> Self {
        Self(jiff::Timestamp::from_second(seconds).unwrap_or(if seconds < 0 { jiff::Timestamp::MIN } else { jiff::Timestamp::MAX }))
    }

    /// Seconds since 1970, UTC.
    pub fn seconds(self) -> i64 {
        self.0.as_second()
    }

    /// Later by so many seconds.
    pub fn plus_seconds(self, seconds: i64) -> Self {
        Self::from_seconds(self.seconds().saturating_add(seconds))
    }

    /// The day it is then in a zone.
    pub fn day(self, zone: &Zone) -> Day {
        self.0.to_zoned(zone.0.clone()).date()
    }

    /// The hour it is then in a zone.
    pub fn hour(self, zone: &Zone) -> Hour {
        self.0.to_zoned(zone.0.clone()).time()
    }
}

impl std::fmt::Display for Instant {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// A partnership's time zone.
#[derive(Debug, Clone, PartialEq)]
pub struct Zone(jiff::tz::TimeZone);

impl Zone {
    /// Europe/London, where every nation the product serves keeps its time.
    pub fn london() -> Self {
        Self(jiff::tz::TimeZone::get("Europe/London").unwrap_or(jiff::tz::TimeZone::UTC))
    }

    /// The instant of a local day and hour. An hour that the clock change skips moves forward with it.
    pub fn instant(&self, day: Day, hour: Hour) -> Instant {
        day.to_datetime(hour).to_zoned(self.0.clone()).map_or(Instant::from_seconds(0), |z| Instant::from_seconds(z.timestamp().as_second()))
    }
}

/// Where the present moment comes from: the system's clock, or one that a test or the demonstration moves.
#[derive(Clone, Debug)]
pub struct Clock(Source);

#[derive(Clone, Debug)]
enum Source {
    System(fn() -> Instant),
    Moved(Arc<Mutex<Instant>>),
}

impl Clock {
    /// The program hands in its reading of the system's clock, once, at start.
    pub fn system(read: fn() -> Instant) -> Self {
        Self(Source::System(read))
    }

    /// A clock that stands until it is moved.
    pub fn standing(at: Instant) -> Self {
        Self(Source::Moved(Arc::new(Mutex::new(at))))
    }

    /// The present moment.
    pub fn now(&self) -> Instant {
        match &self.0 {
            Source::System(read) => read(),
            Source::Moved(at) => at.lock().map_or_else(|p| *p.into_inner(), |at| *at),
        }
    }

    /// Moves a standing clock. A system clock cannot be moved; the call does nothing and answers `false`.
    pub fn move_to(&self, to: Instant) -> bool {
        match &self.0 {
            Source::System(_) => false,
            Source::Moved(at) => {
                match at.lock() {
                    Ok(mut at) => *at = to,
                    Err(poisoned) => *poisoned.into_inner() = to,
                }
                true
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};

    #[test]
    fn a_day_comes_from_an_instant_through_the_zone() {
        let zone = Zone::london();
        let late_on_a_summer_evening_in_utc = zone.instant(date(2026, 7, 1), time(0, 30, 0, 0));
        assert_eq!(late_on_a_summer_evening_in_utc.to_string(), "2026-06-30T23:30:00Z");
        assert_eq!(late_on_a_summer_evening_in_utc.day(&zone), date(2026, 7, 1));
    }

    #[test]
    fn a_standing_clock_moves_only_when_told() {
        let clock = Clock::standing(Instant::from_seconds(100));
        assert_eq!(clock.now().seconds(), 100);
        assert!(clock.move_to(Instant::from_seconds(200)));
        assert_eq!(clock.now().seconds(), 200);
    }
}
