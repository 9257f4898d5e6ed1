//! The note of key messages, on the day after a meeting: drafted from what was decided and what is to be done, changed by the
//! secretariat, and sent to everybody the body writes to, for members to report back with. Nothing exempt is drafted into it, for
//! it is made to be passed on.

use ::store::{Entry, event};
use access::{House, Permit};
use kernel::{Conflict, Error, Finding, Findings, MeetingId, Result};
use mail::{Class, Content as Said, Letter};
use serde_json::json;
use web::words;

use crate::model::Content;
use crate::rights::KeepMinutes;
use crate::store::Desk;
use crate::{rules, store};

event!(WRITTEN, "key-messages.written");
event!(SENT, "key-messages.sent");

/// The longest note, in characters: a page.
pub(crate) const LONGEST: usize = 4000;
/// How many lines of a kind are drafted; the minutes have the rest.
const LINES: usize = 12;

/// A note as it stands.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub(crate) struct Note {
    pub words: String,
    pub sent_at: Option<kernel::Instant>,
    /// How many letters it went out in.
    pub sent_to: Option<i64>,
    /// Grows with each change; nought before it is first kept.
    pub version: i64,
}

/// What can be said of a meeting to anybody: what was decided, who does what, when the next is.
pub(crate) fn draft(content: &Content) -> String {
    let mut parts: Vec<String> = Vec::new();
    let exempt = content.items.iter().filter(|item| item.exempt).count();
    let items: Vec<_> = content.items.iter().filter(|item| !item.exempt).cloned().map(rules::public_item).collect();
    let decided = items.iter().flat_map(|item| {
        let kept = item.decisions.iter().filter(|decision| !decision.exempt && !decision.words.is_empty());
        kept.map(|decision| {
            let outcome = words(&format!("decision-outcome-{}", decision.outcome), &[]);
            words("key-messages-decision", &[("item", &item.title), ("words", decision.words.trim_end_matches('.')), ("outcome", &outcome)])
        })
    });
    let done = items.iter().flat_map(|item| &item.actions).filter(|action| !action.exempt);
    let to_do = done.map(|action| {
        let owners = action.owners.join(", ");
        let key = if action.due.is_empty() { "key-messages-action" } else { "key-messages-action-by" };
        words(key, &[("words", action.words.trim_end_matches('.')), ("owners", &owners), ("due", &action.due)])
    });
    let mut listed = |heading: &str, lines: Vec<String>| {
        if !lines.is_empty() {
            let more = lines.len().saturating_sub(LINES);
            let mut text = vec![words(heading, &[])];
            text.extend(lines.into_iter().take(LINES).map(|line| format!("- {line}")));
            if more > 0 {
                text.push(format!("- {}", words("key-messages-more", &[("number", &more.to_string())])));
            }
            parts.push(text.join("\n"));
        }
    };
    listed("key-messages-decided", decided.collect());
    listed("key-messages-to-do", to_do.collect());
    if parts.is_empty() {
        parts.push(words("key-messages-nothing", &[]));
    }
    if exempt > 0 {
        parts.push(words("key-messages-exempt", &[("number", &exempt.to_string())]));
    }
    if let Some(next) = content.next_meetings.first() {
        parts.push(words("key-messages-next", &[("day", &web::spelling::weekday(next.day))]));
    }
    parts.join("\n\n")
}

/// The note, or its draft from the record as it stands.
///
/// # Errors
/// A fault when the database refuses.
pub(crate) async fn of_meeting(read: &mut ::store::Read, meeting: MeetingId, desk: &Desk) -> Result<Note> {
    if let Some(kept) = store::key_messages(read, meeting).await? {
        return Ok(kept);
    }
    let content = store::what_came(read, meeting, desk).await?;
    Ok(Note { words: draft(&content), sent_at: None, sent_to: None, version: 0 })
}

/// Keeps the note as it was changed.
///
/// # Errors
/// Refused before the meeting is over, once it was sent, or when it is empty or too long; a conflict when somebody else changed
/// it meanwhile.
pub(crate) async fn write(house: &House, permit: &Permit<KeepMinutes>, version: i64, text: &str) -> Result<()> {
    let meeting = *permit.id();
    let mut w = house.write(permit.opening(&WRITTEN)).await?;
    let desk = store::desk(&mut w, meeting).await?;
    let before = of_meeting(&mut w, meeting, &desk).await?;
    ready(&desk, &before, text).or_refuse()?;
    keep(&mut w, meeting, &before, version, text).await?;
    let page = format!("/meetings/{meeting}/key-messages");
    w.close(Entry::about(meeting.record(), page).of_body(desk.minutes.head().body).before(before.words).after(text)).await?;
    Ok(())
}

fn ready(desk: &Desk, before: &Note, text: &str) -> Findings {
    let mut findings = Findings::none();
    findings.push_if(!desk.over, || Finding::refuse("key-messages-not-over"));
    findings.push_if(before.sent_at.is_some(), || Finding::refuse("key-messages-were-sent"));
    findings.push_if(text.trim().is_empty(), || Finding::refuse("key-messages-empty").at("words"));
    findings
}

async fn keep(w: &mut ::store::Write, meeting: MeetingId, before: &Note, version: i64, text: &str) -> Result<()> {
    if before.version == version && store::keep_key_messages(w, meeting, version, text).await? {
        return Ok(());
    }
    Err(Error::Conflict(Box::new(Conflict { theirs: before.words.clone(), yours: text.to_owned(), version: before.version })))
}

/// Sends the note, as it was changed, to everybody the body writes to. Answers how many letters go.
///
/// # Errors
/// As for [`write`]; refused when there is nobody to send it to.
pub(crate) async fn send(house: &House, permit: &Permit<KeepMinutes>, version: i64, text: &str) -> Result<usize> {
    let meeting = *permit.id();
    let mut w = house.write(permit.opening(&SENT)).await?;
    let desk = store::desk(&mut w, meeting).await?;
    let before = of_meeting(&mut w, meeting, &desk).await?;
    let body = desk.minutes.head().body;
    let addressees = mail::addresses_of_body(&mut w, body, house.today()).await?;
    let mut findings = ready(&desk, &before, text);
    findings.push_if(addressees.is_empty(), || Finding::refuse("key-messages-nobody"));
    findings.or_refuse()?;
    keep(&mut w, meeting, &before, version, text).await?;
    let subject = words("key-messages-letter-subject", &[("body", &desk.body_name), ("day", &desk.day.to_string())]);
    let now = w.now();
    let mut letters = Vec::with_capacity(addressees.len());
    for addressee in &addressees {
        letters.push(Letter {
            partnership: desk.partnership,
            body: Some(body),
            person: addressee.reader,
            address: addressee.address.clone(),
            sender: desk.body_name.clone(),
            purpose: "key-messages".to_owned(),
            record: Some(meeting.record()),
            subject: subject.clone(),
            content: said(&subject, text, &desk.body_name),
            due_at: now,
            calendar: None,
            class: Some(Class::Notes),
        });
    }
    let sent = mail::queue_letters(&mut w, letters).await?.len();
    store::mark_key_messages_sent(&mut w, meeting, sent).await?;
    let page = format!("/meetings/{meeting}/key-messages");
    w.close(Entry::about(meeting.record(), page).of_body(body).before(before.words).after(json!({ "words": text, "letters": sent }))).await?;
    Ok(sent)
}

/// The note in a letter: lines that begin with a dash are a list, what leads such a list is its heading.
fn said(subject: &str, text: &str, body: &str) -> Said {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let mut content = Said::titled(subject);
    for (at, line) in lines.iter().enumerate() {
        let leads = lines.get(at + 1).is_some_and(|next| next.starts_with("- "));
        content = match line.strip_prefix("- ") {
            Some(point) => content.line(point),
            None if leads => content.heading(*line),
            None => content.say(*line),
        };
    }
    content.small(words("key-messages-letter-why", &[("body", body)]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ActionMinute, DecisionMinute, ItemMinute};

    fn item(title: &str, exempt: bool) -> ItemMinute {
        ItemMinute {
            id: uuid::Uuid::nil().into(),
            number: None,
            title: title.to_owned(),
            presenter: None,
            presides: None,
            late_reason: None,
            exempt,
            public_title: None,
            ground: None,
            notes: "Notes are not for the note.".to_owned(),
            papers: Vec::new(),
            interests: Vec::new(),
            reported: Vec::new(),
            decisions: Vec::new(),
            actions: Vec::new(),
        }
    }

    fn decision(said: &str, exempt: bool) -> DecisionMinute {
        DecisionMinute {
            words: said.to_owned(),
            outcome: "agreed".to_owned(),
            how: String::new(),
            how_recorded: true,
            explanation: None,
            reason: None,
            clause: None,
            moved: None,
            seconded: None,
            votes: Vec::new(),
            exempt,
            ground: None,
        }
    }

    fn action(said: &str, exempt: bool) -> ActionMinute {
        ActionMinute { words: said.to_owned(), owners: vec!["Robin Hales".to_owned()], due: "1 May 2026".to_owned(), exempt }
    }

    #[test]
    fn the_note_says_what_was_decided_and_who_does_what_and_nothing_exempt() {
        let mut open = item("The refuge", false);
        open.decisions = vec![decision("To open it in May.", false), decision("SECRET to pay more", true)];
        open.actions = vec![action("Write to the owner.", false), action("SECRET offer", true)];
        let mut closed = item("SECRET lease", true);
        closed.decisions = vec![decision("SECRET price", false)];
        closed.actions = vec![action("SECRET letter", false)];
        let text = draft(&Content { items: vec![open, closed], ..Content::default() });
        assert!(!text.contains("SECRET") && !text.contains("Notes are not"), "{text}");
        assert!(text.contains("The refuge: To open it in May") && text.contains("Write to the owner") && text.contains("Robin Hales"), "{text}");
        assert!(text.contains("1 May 2026") && text.contains("private"), "{text}");
    }

    #[test]
    fn a_long_meeting_still_makes_one_page() {
        let mut long = item("Bids", false);
        long.decisions = (0..40).map(|n| decision(&format!("To support bid {n}"), false)).collect();
        let text = draft(&Content { items: vec![long], ..Content::default() });
        assert_eq!(text.lines().filter(|line| line.starts_with("- ")).count(), LINES + 1, "{text}");
        assert!(text.contains("28 more"), "{text}");
        assert!(draft(&Content::default()).contains("no decision"));
    }
}
