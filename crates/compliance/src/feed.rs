//! A calendar of duties as calendar programs read it (RFC 5545).

use chrono::{DateTime, NaiveDate, NaiveDateTime};
use icalendar::{CalendarDateTime, Component as _, Event, EventLike as _};
use kernel::{Day, Instant};
use sha2::{Digest as _, Sha256};

use crate::duties::{Calendar, DutyLine, MeetingLine};

/// When clocks change in the United Kingdom, since 1996. Programs that know the zone by its name do not need it; others do.
const LONDON: &str = "BEGIN:VTIMEZONE\r\nTZID:Europe/London\r\nBEGIN:DAYLIGHT\r\nDTSTART:19960331T010000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nTZNAME:BST\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100\r\nEND:DAYLIGHT\r\nBEGIN:STANDARD\r\nDTSTART:19961027T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nTZNAME:GMT\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0000\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";

fn date(day: Day) -> NaiveDate {
    NaiveDate::from_ymd_opt(day.year().into(), day.month().unsigned_abs().into(), day.day().unsigned_abs().into()).unwrap_or_default()
}

/// The same for the same duty whenever the feed is fetched, so that a program moves it and does not double it.
fn duty_uid(duty: &DutyLine, host: &str) -> String {
    let digest = Sha256::new()
        .chain_update(duty.body.0.as_bytes())
        .chain_update(&duty.clause)
        .chain_update([0])
        .chain_update(&duty.code)
        .chain_update([0])
        .chain_update(duty.meeting.clone().unwrap_or_else(|| duty.letter.to_string()))
        .finalize();
    let name: String = digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    format!("duty-{name}@{host}")
}

fn duty(duty: &DutyLine, address: &str, host: &str, now: DateTime<chrono::Utc>) -> Event {
    let sentence = duty.sentence.strip_suffix(&format!(" ({})", duty.clause)).unwrap_or(&duty.sentence);
    let mut letters = sentence.chars();
    let sentence = letters.next().map_or(String::new(), |first| format!("{}{}", first.to_uppercase(), letters.as_str()));
    let mut says = vec![web::words("duties-feed-clause", &[("body", &duty.body_name), ("clause", &duty.clause)])];
    says.extend(duty.who.as_ref().map(|who| web::words("duties-feed-who", &[("who", who)])));
    says.extend(duty.counted.clone());
    if duty.letter != duty.by {
        says.push(web::words("duties-feed-letter", &[("day", &web::spelling::day(duty.letter))]));
    }
    Event::new()
        .uid(&duty_uid(duty, host))
        .timestamp(now)
        .summary(&sentence)
        .description(&says.join("\n"))
        .all_day(date(duty.by))
        .url(&format!("{address}{}", duty.clause_href))
        .done()
}

fn meeting(meeting: &MeetingLine, address: &str, host: &str, now: DateTime<chrono::Utc>, page: &str) -> Event {
    let mut event = Event::new();
    event.uid(&format!("meeting-{}@{host}", meeting.id)).timestamp(now).summary(&meeting.body_name);
    event.url(&format!("{address}/meetings/{}{page}", meeting.id));
    match meeting.hour {
        None => event.all_day(date(meeting.day)),
        Some(hour) => {
            let (h, m) = (hour.hour().unsigned_abs().into(), hour.minute().unsigned_abs().into());
            let date_time: NaiveDateTime = date(meeting.day).and_hms_opt(h, m, 0).unwrap_or_default();
            event.starts(CalendarDateTime::WithTimezone { date_time, tzid: "Europe/London".to_owned() })
        }
    };
    event.done()
}

/// The text of a feed: what is not done yet, as whole days, and the meetings at their local hours. `outward` leads to the pages that
/// everybody can open.
pub(crate) fn feed(name: &str, calendar: &Calendar, address: &str, now: Instant, outward: bool) -> String {
    let host = address.split("://").last().unwrap_or(address);
    let stamp = DateTime::from_timestamp(now.seconds(), 0).unwrap_or_default();
    let mut feed = icalendar::Calendar::new();
    feed.name(name);
    for line in calendar.duties.iter().filter(|line| line.done.is_none()) {
        feed.push(duty(line, address, host, stamp));
    }
    for line in &calendar.meetings {
        feed.push(meeting(line, address, host, stamp, if outward { "/public" } else { "" }));
    }
    let text = feed.done().to_string();
    text.replacen("BEGIN:VEVENT", &format!("{LONDON}BEGIN:VEVENT"), 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::time;
    use kernel::Zone;

    fn line(day: Day, hour: i8) -> MeetingLine {
        MeetingLine { id: "m".to_owned(), body_name: "Board".to_owned(), day, hour: Some(time(hour, 0, 0, 0)) }
    }

    #[test]
    fn a_meeting_keeps_its_local_hour_on_either_side_of_the_clock_change() {
        // Clocks go forward on 29 March 2026 and back on 25 October 2026.
        let days = [Day::constant(2026, 3, 28), Day::constant(2026, 3, 29), Day::constant(2026, 10, 24), Day::constant(2026, 10, 25)];
        let calendar = Calendar { duties: Vec::new(), meetings: days.map(|day| line(day, 10)).into() };
        let text = feed("Board", &calendar, "https://example.org", Instant::from_seconds(0), false);
        for day in ["20260328", "20260329", "20261024", "20261025"] {
            assert!(text.contains(&format!("DTSTART;TZID=Europe/London:{day}T100000")), "{text}");
        }
        let utc = days.map(|day| Zone::london().instant(day, time(10, 0, 0, 0)).to_string());
        assert_eq!(utc, ["2026-03-28T10:00:00Z", "2026-03-29T09:00:00Z", "2026-10-24T09:00:00Z", "2026-10-25T10:00:00Z"]);
        let read = icalendar::parser::read_calendar(&text).expect("a calendar program can read it");
        assert_eq!(read.components.iter().filter(|one| one.name == "VTIMEZONE").count(), 1);
        assert_eq!(read.components.iter().filter(|one| one.name == "VEVENT").count(), 4);
    }

    #[test]
    fn a_duty_is_a_whole_day_and_is_the_same_event_however_often_it_is_fetched() {
        let duty = DutyLine {
            body: uuid::Uuid::nil().into(),
            partnership: uuid::Uuid::nil().into(),
            body_name: "Board".to_owned(),
            slug: "board".to_owned(),
            code: "send_papers".to_owned(),
            by: Day::constant(2026, 3, 27),
            letter: Day::constant(2026, 3, 29),
            sentence: "the papers are sent by 29 March 2026 (4.12)".to_owned(),
            who: Some("the secretary".to_owned()),
            clause: "4.12".to_owned(),
            clause_href: "/bodies/board/charter#clause-4.12".to_owned(),
            counted: None,
            meeting: Some("m".to_owned()),
            done: None,
            late: false,
            today: false,
            mine: true,
        };
        let text =
            |duty: &DutyLine, at| feed("Board", &Calendar { duties: vec![duty.clone()], meetings: Vec::new() }, "https://example.org", at, true);
        let (first, later) =
            (text(&duty, Instant::from_seconds(0)), text(&DutyLine { by: Day::constant(2026, 4, 1), ..duty.clone() }, Instant::from_seconds(99)));
        assert!(first.contains("DTSTART;VALUE=DATE:20260327"), "{first}");
        assert!(first.contains("SUMMARY:The papers are sent by 29 March 2026\r\n"), "{first}");
        let uid = |text: &str| text.lines().find(|line| line.starts_with("UID:")).map(str::to_owned);
        assert_eq!(uid(&first), uid(&later));
        let done = text(&DutyLine { done: Some(Day::constant(2026, 3, 1)), ..duty }, Instant::from_seconds(0));
        assert!(!done.contains("BEGIN:VEVENT"), "{done}");
    }
}
