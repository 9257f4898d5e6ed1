//! What may stand in a letter's header, and when letters that can wait are gathered.

use ::calendar::Nation;
use jiff::civil::Weekday;
use kernel::{Day, Finding, Findings, Hour, Instant, Zone};
use lettre::Address;

/// The hour at which what has waited is gathered, in London.
pub(crate) const GATHERED_AT: Hour = Hour::constant(7, 30, 0, 0);

/// Whether letters that can wait go on a day: a working day of the nation; where none is known, no weekend.
pub(crate) fn goes_on(day: Day, nation: Option<&str>) -> bool {
    match nation {
        Some(nation) => Nation::named(nation).table().is_working_day(day),
        None => !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday),
    }
}

/// The next moment after `now` at which a day's letters are gathered, and the next at which a week's are: on Monday, or the first
/// working day after it.
pub(crate) fn gatherings(now: Instant, nation: Option<&str>) -> (Instant, Instant) {
    let zone = Zone::london();
    let mut day = now.day(&zone);
    let (mut daily, mut monday) = (None, false);
    // A fortnight has a working day in any calendar.
    for _ in 0..22 {
        let at = zone.instant(day, GATHERED_AT);
        monday |= day.weekday() == Weekday::Monday && at > now;
        if at > now && goes_on(day, nation) {
            if monday {
                return (daily.unwrap_or(at), at);
            }
            daily = daily.or(Some(at));
        }
        day = day.tomorrow().unwrap_or(day);
    }
    let week = now.plus_seconds(7 * 86_400);
    (daily.unwrap_or(week), week)
}

/// Whether mail can be sent to it.
pub fn is_address(typed: &str) -> bool {
    typed.len() <= 254 && typed.parse::<Address>().is_ok()
}

/// Reasons not to put these into a header: a line break would begin another header, so none is let through.
pub fn header_findings(address: &str, names: &[&str]) -> Findings {
    let mut findings = Findings::none();
    findings.push_if(!is_address(address), || Finding::refuse("letter-address-unreadable").at("address").with("address", address.escape_debug()));
    let broken = names.iter().any(|name| name.chars().any(char::is_control));
    findings.push_if(broken, || Finding::refuse("letter-header-broken"));
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_wait_is_gathered_on_working_days_only() {
        use jiff::civil::{date, time};
        let zone = Zone::london();
        let at = |day, hour| zone.instant(day, time(hour, 0, 0, 0));
        let told = |now| {
            let (daily, weekly) = gatherings(now, Some("England and Wales"));
            (daily.to_string(), weekly.to_string())
        };
        // Early on a Tuesday; late on it; on a Friday before Easter, when Friday and Monday are holidays; on Christmas Eve.
        for (now, daily, weekly) in [
            (at(date(2026, 3, 3), 6), "2026-03-03T07:30:00Z", "2026-03-09T07:30:00Z"),
            (at(date(2026, 3, 3), 9), "2026-03-04T07:30:00Z", "2026-03-09T07:30:00Z"),
            (at(date(2026, 4, 2), 9), "2026-04-07T06:30:00Z", "2026-04-07T06:30:00Z"),
            (at(date(2026, 12, 24), 9), "2026-12-29T07:30:00Z", "2026-12-29T07:30:00Z"),
        ] {
            assert_eq!(told(now), (daily.to_owned(), weekly.to_owned()), "{now}");
        }
        // Scotland does not keep Easter Monday.
        assert_eq!(gatherings(at(date(2026, 4, 2), 9), Some("Scotland")).1.to_string(), "2026-04-06T06:30:00Z");
        assert_eq!(gatherings(at(date(2026, 4, 2), 9), None).0.to_string(), "2026-04-03T06:30:00Z");
    }

    #[test]
    fn a_line_break_in_an_address_a_name_or_a_subject_is_refused() {
        assert!(header_findings("maud@example.org", &["Maud Penhaligon", "Agenda: 3 items"]).is_empty());
        for (address, name) in [
            ("maud@example.org\r\nBcc: all@example.org", "Maud"),
            ("maud@example.org", "Maud\nBcc: all@example.org"),
            ("maud@example.org", "Agenda\r\n\r\nbody"),
            ("maud@example.org, all@example.org", "Maud"),
            ("maud", "Maud"),
            ("", "Maud"),
        ] {
            assert!(header_findings(address, &[name]).refuses(), "{address:?} {name:?}");
        }
    }
}
