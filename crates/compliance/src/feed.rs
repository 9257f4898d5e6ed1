//! A calendar of duties as calendar programs read it (RFC 5545).

use kernel::Instant;
use mail::calendar::{self, Event};
use sha2::{Digest as _, Sha256};

use crate::duties::{Calendar, DutyLine, MeetingLine};

/// The same for the same duty whenever the feed is fetched, so that a program moves it and does not double it.
fn duty_uid(duty: &DutyLine) -> String {
    let digest = Sha256::new()
        .chain_update(duty.body.0.as_bytes())
        .chain_update(&duty.clause)
        .chain_update([0])
        .chain_update(&duty.code)
        .chain_update([0])
        .chain_update(duty.meeting.clone().unwrap_or_else(|| duty.letter.to_string()))
        .finalize();
    let name: String = digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    format!("duty-{name}")
}

fn duty(duty: &DutyLine) -> Event {
    let sentence = duty.sentence.strip_suffix(&format!(" ({})", duty.clause)).unwrap_or(&duty.sentence);
    let mut letters = sentence.chars();
    let title = letters.next().map_or(String::new(), |first| format!("{}{}", first.to_uppercase(), letters.as_str()));
    let mut says = vec![web::words("duties-feed-clause", &[("body", &duty.body_name), ("clause", &duty.clause)])];
    says.extend(duty.who.as_ref().map(|who| web::words("duties-feed-who", &[("who", who)])));
    says.extend(duty.counted.clone());
    if duty.letter != duty.by {
        says.push(web::words("duties-feed-letter", &[("day", &web::spelling::day(duty.letter))]));
    }
    let (uid, path) = (duty_uid(duty), duty.clause_href.clone());
    Event { uid, sequence: 0, day: duty.by, from: None, until: None, title, place: None, says, path, cancelled: false }
}

fn meeting(meeting: &MeetingLine, page: &str) -> Event {
    Event {
        uid: format!("meeting-{}", meeting.id),
        sequence: 0,
        day: meeting.day,
        from: meeting.hour,
        until: None,
        title: meeting.body_name.clone(),
        place: None,
        says: Vec::new(),
        path: format!("/meetings/{}{page}", meeting.id),
        cancelled: false,
    }
}

/// The text of a feed: what is not done yet, as whole days, and the meetings at their local hours. `outward` leads to the pages that
/// everybody can open.
pub(crate) fn feed(name: &str, calendar: &Calendar, address: &str, now: Instant, outward: bool) -> String {
    let page = if outward { "/public" } else { "" };
    let duties = calendar.duties.iter().filter(|line| line.done.is_none()).map(duty);
    let events: Vec<Event> = duties.chain(calendar.meetings.iter().map(|line| meeting(line, page))).collect();
    calendar::feed(name, &events, address, now)
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Day;

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
            |duty: &DutyLine, at| feed("Board", &Calendar { duties: vec![duty.clone()], ..Calendar::default() }, "https://example.org", at, true);
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
