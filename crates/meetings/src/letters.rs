//! The letters that go out about a meeting. Each is queued in the transaction of the act that causes it.

use ::store::Write;
use kernel::{Hour, PersonId, Result, Zone};
use mail::{Content, Letter, queue_letter};

use crate::model::{AgendaVersion, Item, Meeting};
use crate::rights::AnswerInvitation;
use crate::store::{self, Reader};

/// "10am to 12:30pm", as far as it is known.
pub(crate) fn hours(meeting: &Meeting) -> Option<String> {
    let from = meeting.starts_at?;
    Some(match meeting.ends_at {
        Some(until) => web::words("meeting-hours", &[("from", &from.to_string()), ("until", &until.to_string())]),
        None => web::words("meeting-hour", &[("from", &from.to_string())]),
    })
}

fn facts(content: Content, meeting: &Meeting) -> Content {
    let mut content = content.fact(web::words("meeting-day", &[]), web::spelling::weekday(meeting.day));
    if let Some(hours) = hours(meeting) {
        content = content.fact(web::words("meeting-time", &[]), hours);
    }
    if let Some(place) = &meeting.place {
        content = content.fact(web::words("meeting-place", &[]), place);
    }
    if let Some(link) = &meeting.joining_link {
        content = content.fact(web::words("meeting-joining-link", &[]), link);
    }
    if let Some(note) = &meeting.access_note {
        content = content.fact(web::words("meeting-access-note", &[]), note);
    }
    content
}

fn day(meeting: &Meeting) -> String {
    web::spelling::weekday(meeting.day)
}

/// The agenda, with what changed since the last, and the buttons that answer. Each reader gets a link of their own, which
/// ends with the meeting's day. Exempt items stand by their title only; no paper lies in a letter.
///
/// # Errors
/// A fault when the database refuses.
pub(crate) async fn agenda(w: &mut Write, meeting: &Meeting, version: &AgendaVersion, readers: &[Reader]) -> Result<()> {
    let zone = Zone::london();
    let day_after = meeting.day.tomorrow().unwrap_or(meeting.day);
    let ends_at = zone.instant(day_after, Hour::midnight());
    let key = if version.number == 1 { "mail-agenda" } else { "mail-agenda-again" };
    let subject = web::words(&format!("{key}-subject"), &[("body", &meeting.body_name), ("day", &day(meeting))]);
    let now = w.now();
    for reader in readers {
        let mut content = facts(Content::titled(subject.clone()), meeting);
        if reader.assistant {
            content = content.say(web::words("mail-for-member", &[("name", &reader.member_name)]));
        }
        if let Some(reason) = &version.late_reason {
            content = content.say(web::words("mail-late", &[("reason", reason)]));
        }
        if version.number > 1 && !version.changes.is_empty() {
            content = content.heading(web::words("mail-changes", &[]));
            for change in version.changes.iter() {
                content = content.line(web::sentence(change));
            }
        }
        content = content.heading(web::words("mail-items", &[]));
        for item in &version.frozen.items {
            // A letter is read by whoever opens the mailbox: an exempt item goes by what the public is told of it.
            let title = match (item.exempt, &item.public_title) {
                (false, _) => item.title.clone(),
                (true, Some(public)) => public.clone(),
                (true, None) => web::words("item-exempt", &[]),
            };
            content = content.line(format!("{}. {title}", item.number));
        }
        if let Some(invitation) = reader.invitation {
            let link = access::make_link::<AnswerInvitation>(w, reader.reader, &invitation.record(), ends_at).await?;
            content = content
                .answer(web::words("mail-answer-coming", &[]), "/answer/{token}?say=coming", link)
                .answer(web::words("mail-answer-apologies", &[]), "/answer/{token}?say=apologies", link)
                .answer(web::words("mail-answer-substitute", &[]), "/answer/{token}?say=substitute", link);
        }
        content = content.page(web::words("mail-read-agenda", &[]), &format!("/meetings/{}", meeting.id));
        content =
            content.small(web::words(if reader.invitation.is_some() { "mail-why-member" } else { "mail-why-list" }, &[("body", &meeting.body_name)]));
        let letter = letter(meeting, reader.reader, reader.address.clone(), "invitation", subject.clone(), content, now);
        queue_letter(w, letter).await?;
    }
    Ok(())
}

/// The meeting is called off.
///
/// # Errors
/// A fault when the database refuses.
pub(crate) async fn cancelled(w: &mut Write, meeting: &Meeting, reason: &str) -> Result<()> {
    let now = w.now();
    let subject = web::words("mail-cancelled-subject", &[("body", &meeting.body_name), ("day", &day(meeting))]);
    let today = now.day(&Zone::london());
    for reader in store::readers(w, meeting.id, today, meeting.body).await? {
        let content = Content::titled(subject.clone())
            .say(web::words("mail-cancelled-says", &[("body", &meeting.body_name), ("day", &day(meeting))]))
            .fact(web::words("mail-reason", &[]), reason)
            .page(web::words("mail-see-meeting", &[]), &format!("/meetings/{}", meeting.id));
        let letter = letter(meeting, reader.reader, reader.address, "cancelled", subject.clone(), content, now);
        queue_letter(w, letter).await?;
    }
    Ok(())
}

/// An item somebody asked for was not taken.
///
/// # Errors
/// A fault when the database refuses.
pub(crate) async fn returned(w: &mut Write, meeting: &Meeting, item: &Item, person: PersonId, reason: &str) -> Result<()> {
    let now = w.now();
    let subject = web::words("mail-returned-subject", &[("body", &meeting.body_name), ("day", &day(meeting))]);
    for to in mail::addresses_of(w, person, now.day(&Zone::london())).await? {
        let content = Content::titled(subject.clone())
            .say(web::words("mail-returned-says", &[("title", &item.title), ("body", &meeting.body_name), ("day", &day(meeting))]))
            .fact(web::words("mail-reason", &[]), reason)
            .page(web::words("mail-see-meeting", &[]), &format!("/meetings/{}", meeting.id));
        let letter = letter(meeting, to.reader, to.address, "item-returned", subject.clone(), content, now);
        queue_letter(w, letter).await?;
    }
    Ok(())
}

fn letter(meeting: &Meeting, person: PersonId, address: String, purpose: &str, subject: String, content: Content, due_at: kernel::Instant) -> Letter {
    Letter {
        partnership: meeting.partnership,
        body: Some(meeting.body),
        person,
        address,
        sender: meeting.body_name.clone(),
        purpose: purpose.to_owned(),
        record: Some(meeting.id.record()),
        subject,
        content,
        due_at,
    }
}
