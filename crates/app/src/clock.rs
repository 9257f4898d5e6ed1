//! Where time and chance enter the house: the only place that reads the system's clock and entropy.

use kernel::{Chance, Clock, Instant};

/// The system's clock.
pub fn system() -> Clock {
    Clock::system(now)
}

#[allow(clippy::disallowed_methods, reason = "the one door through which time comes in")]
fn now() -> Instant {
    Instant::from_seconds(jiff::Timestamp::now().as_second())
}

/// Chance from the operating system's entropy.
#[allow(clippy::disallowed_methods, reason = "the one door through which chance comes in")]
pub fn chance() -> Chance {
    Chance::from_entropy(rand::random())
}
