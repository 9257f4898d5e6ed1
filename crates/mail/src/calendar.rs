//! Calendar entries as programs read them (RFC 5545): feeds, and invitations that ride on letters (RFC 5546, RFC 6047).

use chrono::{DateTime, NaiveDate, NaiveDateTime};
use icalendar::{CalendarDateTime, Component as _, EventLike as _, EventStatus, Property};
use kernel::{Day, Hour, Instant, words};
use serde::{Deserialize, Serialize};

/// When clocks change in the United Kingdom, since 1996. Programs that know the zone by its name do not need it; others do.
const LONDON: &str = "BEGIN:VTIMEZONE\r\nTZID:Europe/London\r\nBEGIN:DAYLIGHT\r\nDTSTART:19960331T010000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nTZNAME:BST\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100\r\nEND:DAYLIGHT\r\nBEGIN:STANDARD\r\nDTSTART:19961027T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nTZNAME:GMT\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0000\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";

/// Something with a day, and perhaps an hour, of Europe/London.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// The same for the same thing for ever, without the installation's name: `meeting-<id>`.
    pub uid: String,
    /// Grows whenever its day, its hours or its place change.
    pub sequence: i64,
    /// The day.
    pub day: Day,
    /// When it begins; without an hour it is a whole day.
    pub from: Option<Hour>,
    /// When it ends, where that is known.
    pub until: Option<Hour>,
    /// What a calendar shows.
    pub title: String,
    /// Where.
    pub place: Option<String>,
    /// What stands beneath it, line by line.
    pub says: Vec<String>,
    /// Its page on this site: `/meetings/…`.
    pub path: String,
    /// It will not be.
    pub cancelled: bool,
}

words! {
    /// What an invitation that rides on a letter asks of the reader's calendar.
    pub enum Method {
        /// To put it in, or to change what is there.
        Request = "request",
        /// To show it to somebody who is told of it and not invited.
        Publish = "publish",
        /// To take it out.
        Cancel = "cancel",
    }
}

words! {
    /// What the person invited has answered so far.
    pub enum Attends {
        /// Nothing.
        NotSaid = "not-said",
        /// They come.
        Yes = "yes",
        /// They do not.
        No = "no",
    }
}

/// An invitation that rides on a letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invite {
    /// What it asks.
    pub method: Method,
    /// What for.
    pub event: Event,
    /// What the reader has answered; none for whoever reads for somebody else, or is not invited.
    pub attends: Option<Attends>,
}

/// Who writes to whom, for an invitation.
pub(crate) struct Between<'a> {
    /// The installation's address: `https://partnership.example.org`.
    pub site: &'a str,
    /// The address that the letter comes from.
    pub from: &'a str,
    /// The name it comes from.
    pub sender: &'a str,
    /// The address it goes to.
    pub to: &'a str,
    /// That person's name.
    pub name: Option<&'a str>,
}

fn date(day: Day) -> NaiveDate {
    NaiveDate::from_ymd_opt(day.year().into(), day.month().unsigned_abs().into(), day.day().unsigned_abs().into()).unwrap_or_default()
}

fn moment(day: Day, hour: Hour) -> CalendarDateTime {
    let (h, m) = (hour.hour().unsigned_abs().into(), hour.minute().unsigned_abs().into());
    let date_time: NaiveDateTime = date(day).and_hms_opt(h, m, 0).unwrap_or_default();
    CalendarDateTime::WithTimezone { date_time, tzid: "Europe/London".to_owned() }
}

impl Event {
    fn written(&self, site: &str, now: Instant) -> icalendar::Event {
        let host = site.split("://").last().unwrap_or(site);
        let page = format!("{site}{}", self.path);
        let mut event = icalendar::Event::new();
        event.uid(&format!("{}@{host}", self.uid)).timestamp(DateTime::from_timestamp(now.seconds(), 0).unwrap_or_default());
        event.sequence(u32::try_from(self.sequence).unwrap_or_default()).summary(&self.title).url(&page);
        let says: Vec<&str> = self.says.iter().map(String::as_str).chain([page.as_str()]).collect();
        event.description(&says.join("\n"));
        if let Some(place) = &self.place {
            event.location(place);
        }
        match (self.from, self.until) {
            (None, _) => {
                event.all_day(date(self.day));
            }
            (Some(from), until) => {
                event.starts(moment(self.day, from));
                if let Some(until) = until.filter(|until| *until > from) {
                    event.ends(moment(self.day, until));
                }
            }
        }
        if self.cancelled {
            event.status(EventStatus::Cancelled);
        }
        event.done()
    }
}

fn calendar(method: Option<&str>) -> icalendar::Calendar {
    let mut calendar = icalendar::Calendar::empty();
    calendar.append_property(("VERSION", "2.0")).append_property(("PRODID", "-//Folkmoot//EN")).append_property(("CALSCALE", "GREGORIAN"));
    if let Some(method) = method {
        calendar.append_property(("METHOD", method));
    }
    calendar
}

fn zoned(calendar: &icalendar::Calendar) -> String {
    calendar.to_string().replacen("BEGIN:VEVENT", &format!("{LONDON}BEGIN:VEVENT"), 1)
}

/// A feed under a name, as calendar programs fetch it. Whatever is in it keeps its local hour when the clocks change.
pub fn feed(name: &str, events: &[Event], site: &str, now: Instant) -> String {
    let mut calendar = calendar(None);
    calendar.name(name);
    for event in events {
        calendar.push(event.written(site, now));
    }
    zoned(&calendar)
}

/// A name that may stand in a parameter: quotes and control characters may not.
fn named(name: &str) -> String {
    name.chars().filter(|c| !c.is_control()).map(|c| if c == '"' { '\'' } else { c }).collect()
}

impl Invite {
    /// The word for the header of the part.
    pub(crate) fn method(&self) -> &'static str {
        match self.method {
            Method::Request => "REQUEST",
            Method::Publish => "PUBLISH",
            Method::Cancel => "CANCEL",
        }
    }

    /// The text of the part. It asks for no answer by mail: whoever reads a mailbox is not thereby known, and the letter has a
    /// button.
    pub(crate) fn text(&self, between: &Between<'_>, now: Instant) -> String {
        let mut calendar = calendar(Some(self.method()));
        let mut event = self.event.written(between.site, now);
        event.append_property(Property::new("ORGANIZER", format!("mailto:{}", between.from)).add_parameter("CN", &named(between.sender)).done());
        if self.method != Method::Publish {
            let (role, answered) = match self.attends {
                Some(Attends::Yes) => ("REQ-PARTICIPANT", "ACCEPTED"),
                Some(Attends::No) => ("REQ-PARTICIPANT", "DECLINED"),
                Some(Attends::NotSaid) => ("REQ-PARTICIPANT", "NEEDS-ACTION"),
                None => ("NON-PARTICIPANT", "NEEDS-ACTION"),
            };
            let mut attendee = Property::new("ATTENDEE", format!("mailto:{}", between.to));
            attendee.add_parameter("CN", &named(between.name.unwrap_or(between.to))).add_parameter("ROLE", role);
            attendee.add_parameter("PARTSTAT", answered).add_parameter("RSVP", "FALSE");
            event.append_multi_property(attendee.done());
        }
        if self.method == Method::Request {
            event.status(EventStatus::Confirmed);
        }
        calendar.push(event.done());
        zoned(&calendar)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use calcard::icalendar::{ICalendar, ICalendarComponentType, ICalendarProperty, ICalendarValue};
    use jiff::civil::{date, time};
    use kernel::Zone;

    fn board(day: Day) -> Event {
        Event {
            uid: "meeting-1".to_owned(),
            sequence: 3,
            day,
            from: Some(time(10, 0, 0, 0)),
            until: Some(time(12, 30, 0, 0)),
            title: "Wealdshire; Safer, Stronger \\ Communities: “Executive” Board – Bwrdd Gweithredol y Bartneriaeth".to_owned(),
            place: Some("Council chamber, Weald House; second floor".to_owned()),
            says: vec![
                "A lift from the courtyard.".to_owned(),
                "Siân’s note: a hearing loop, and parking behind the library on Saturdays".to_owned(),
            ],
            path: "/meetings/1".to_owned(),
            cancelled: false,
        }
    }

    /// Splits a line as RFC 5545 3.1 has it: a name, parameters whose values are quoted where they hold a mark, and a value.
    fn parts(line: &str) -> (String, Vec<(String, String)>, String) {
        let token = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        let end = line.find([':', ';']).unwrap_or_else(|| panic!("neither value nor parameter: {line:?}"));
        let (name, mut rest) = line.split_at(end);
        assert!(token(name), "{line:?}");
        let mut parameters = Vec::new();
        while let Some(parameter) = rest.strip_prefix(';') {
            let (key, after) = parameter.split_once('=').unwrap_or_else(|| panic!("{line:?}"));
            assert!(token(key), "{line:?}");
            let (value, after) = match after.strip_prefix('"') {
                Some(quoted) => quoted.split_once('"').unwrap_or_else(|| panic!("{line:?}")),
                None => after.split_at(after.find([':', ';']).unwrap_or_else(|| panic!("{line:?}"))),
            };
            assert!(!value.chars().any(|c| c.is_control() || c == '"'), "{line:?}");
            parameters.push((key.to_owned(), value.to_owned()));
            rest = after;
        }
        let value = rest.strip_prefix(':').unwrap_or_else(|| panic!("{line:?}"));
        assert!(!value.chars().any(char::is_control), "{line:?}");
        (name.to_owned(), parameters, value.to_owned())
    }

    /// Reads it by the letter of RFC 5545: a line too long, a component that ends where none began, a text with a bare comma, a
    /// zone that is not there, a property or a value that the standard does not know fails.
    fn read(text: &str) -> ICalendar {
        assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.ends_with("END:VCALENDAR\r\n"), "{text}");
        for line in text.split("\r\n") {
            assert!(line.len() <= 75 && !line.contains('\n') && !line.contains('\r'), "{line:?}");
        }
        let mut open = Vec::new();
        let unfolded = text.replace("\r\n ", "");
        for line in unfolded.split_terminator("\r\n") {
            let (name, parameters, value) = parts(line);
            match name.as_str() {
                "BEGIN" => open.push(value),
                "END" => assert_eq!(open.pop(), Some(value)),
                "SUMMARY" | "DESCRIPTION" | "LOCATION" => {
                    let bare = value.replace("\\\\", "").replace("\\,", "").replace("\\;", "").replace("\\n", "");
                    assert!(!bare.contains([',', ';', '\\']), "{line:?}");
                }
                _ => {}
            }
            let zone = parameters.iter().find(|(key, _)| key == "TZID");
            assert!(zone.is_none_or(|(_, zone)| unfolded.contains(&format!("\r\nTZID:{zone}\r\n"))), "{line:?}");
        }
        assert!(open.is_empty(), "{open:?}");
        let calcard::Entry::ICalendar(read) = calcard::Parser::new(text).entry() else { panic!("{text}") };
        for component in &read.components {
            assert!(!matches!(component.component_type, ICalendarComponentType::Other(_)), "{component:?}");
            for entry in &component.entries {
                let ours = matches!(&entry.name, ICalendarProperty::Other(name) if name == "X-WR-CALNAME");
                assert!(ours || !matches!(entry.name, ICalendarProperty::Other(_)), "{entry:?}");
                let texts = [ICalendarProperty::Dtstart, ICalendarProperty::Dtend, ICalendarProperty::Dtstamp, ICalendarProperty::Sequence];
                let untold = entry.values.iter().any(|value| matches!(value, ICalendarValue::Text(_)));
                assert!(!(untold && texts.contains(&entry.name)), "{entry:?}");
            }
        }
        read
    }

    fn one(read: &ICalendar, kind: &ICalendarComponentType, property: &ICalendarProperty) -> Vec<String> {
        let components = read.components.iter().filter(|component| component.component_type == *kind);
        let entries = components.flat_map(|component| component.entries.iter()).filter(|entry| entry.name == *property);
        let values = entries.flat_map(|entry| entry.values.iter());
        values.map(|value| if let ICalendarValue::Text(text) = value { text.clone() } else { format!("{value:?}") }).collect()
    }

    fn between<'a>() -> Between<'a> {
        Between {
            site: "https://partnership.example.org",
            from: "moot@example.org",
            sender: "Board, \"the\" one",
            to: "max@example.org",
            name: Some("Méndez, Max"),
        }
    }

    #[test]
    fn an_invitation_reads_strictly_with_one_zone_one_event_and_the_person_it_is_for() {
        let event = board(date(2026, 3, 20));
        for (method, word) in [(Method::Request, "REQUEST"), (Method::Cancel, "CANCEL"), (Method::Publish, "PUBLISH")] {
            let invite = Invite { method, event: event.clone(), attends: Some(Attends::NotSaid) };
            let text = invite.text(&between(), Instant::from_seconds(1_770_000_000));
            let read = read(&text);
            let kinds: Vec<_> = read.components.iter().map(|component| component.component_type.clone()).collect();
            assert_eq!(kinds.iter().filter(|kind| **kind == ICalendarComponentType::VEvent).count(), 1, "{text}");
            assert_eq!(kinds.iter().filter(|kind| **kind == ICalendarComponentType::VTimezone).count(), 1, "{text}");
            assert!(text.contains(&format!("METHOD:{word}\r\n")), "{text}");
            let said = |property: &ICalendarProperty| one(&read, &ICalendarComponentType::VEvent, property);
            assert_eq!(said(&ICalendarProperty::Uid), ["meeting-1@partnership.example.org"]);
            assert_eq!(said(&ICalendarProperty::Summary).first(), Some(&event.title));
            assert_eq!(said(&ICalendarProperty::Location).first(), event.place.as_ref());
            assert_eq!(said(&ICalendarProperty::Description).len(), 1);
            assert_eq!(said(&ICalendarProperty::Organizer).len(), 1);
            assert_eq!(said(&ICalendarProperty::Attendee).len(), usize::from(method != Method::Publish));
            for once in [ICalendarProperty::Dtstamp, ICalendarProperty::Dtstart, ICalendarProperty::Dtend, ICalendarProperty::Sequence] {
                assert_eq!(said(&once).len(), 1, "{once:?}");
            }
        }
    }

    #[test]
    fn a_calendar_shows_what_was_answered_and_asks_for_no_answer_by_mail() {
        let says = |attends| Invite { method: Method::Request, event: board(date(2026, 3, 20)), attends }.text(&between(), Instant::from_seconds(0));
        for (attends, word) in [(Attends::NotSaid, "NEEDS-ACTION"), (Attends::Yes, "ACCEPTED"), (Attends::No, "DECLINED")] {
            let text = says(Some(attends)).replace("\r\n ", "");
            assert!(text.contains(&format!("PARTSTAT={word}")) && text.contains("RSVP=FALSE") && text.contains("ROLE=REQ-PARTICIPANT"), "{text}");
        }
        assert!(says(None).replace("\r\n ", "").contains("ROLE=NON-PARTICIPANT"));
    }

    #[test]
    fn a_meeting_keeps_its_local_hour_on_either_side_of_the_clock_change() {
        // Clocks go forward on 29 March 2026 and back on 25 October 2026.
        let days = [date(2026, 3, 28), date(2026, 3, 29), date(2026, 10, 24), date(2026, 10, 25)];
        let text = feed("Board", &days.map(board), "https://example.org", Instant::from_seconds(0));
        assert_eq!(text.matches("BEGIN:VTIMEZONE").count(), 1);
        for day in ["20260328", "20260329", "20261024", "20261025"] {
            assert!(text.contains(&format!("DTSTART;TZID=Europe/London:{day}T100000")), "{text}");
        }
        let utc = days.map(|day| Zone::london().instant(day, time(10, 0, 0, 0)).to_string());
        assert_eq!(utc, ["2026-03-28T10:00:00Z", "2026-03-29T09:00:00Z", "2026-10-24T09:00:00Z", "2026-10-25T10:00:00Z"]);
        read(&text);
    }

    #[test]
    fn a_meeting_without_an_hour_is_a_whole_day_and_one_called_off_says_so() {
        let event = Event { from: None, until: None, cancelled: true, ..board(date(2026, 3, 20)) };
        let text = feed("Board", &[event], "https://example.org", Instant::from_seconds(0));
        assert!(text.contains("DTSTART;VALUE=DATE:20260320\r\n") && text.contains("STATUS:CANCELLED\r\n"), "{text}");
        read(&text);
        read(&feed("Nothing yet", &[], "https://example.org", Instant::from_seconds(0)));
    }
}
