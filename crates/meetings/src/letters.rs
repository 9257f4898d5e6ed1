//! The letters that go out about a meeting. Each is queued in the transaction of the act that causes it.

use ::store::Write;
use access::LinkMade;
use interests::rights::DeclareAtMeeting;
use kernel::{Hour, Instant, PersonId, Result, Word as _, Zone};
use mail::calendar::{Attends, Event, Invite, Method};
use mail::{Class, Content, Letter, queue_letter, queue_letters};

use crate::model::{AgendaVersion, FrozenAgenda, Item, Meeting, MeetingState, Reply};
use crate::rights::AnswerInvitation;
use crate::rules;
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

/// A meeting in a calendar, for those who are told of it: where it is and how to join.
pub(crate) fn event(meeting: &Meeting) -> Event {
    let joining = meeting.joining_link.as_ref().map(|link| format!("{}: {link}", web::words("meeting-joining-link", &[])));
    Event {
        uid: format!("meeting-{}", meeting.id),
        sequence: meeting.sequence,
        day: meeting.day,
        from: meeting.starts_at,
        until: meeting.ends_at,
        title: meeting.body_name.clone(),
        place: meeting.place.clone().or_else(|| meeting.joining_link.clone()),
        says: joining.into_iter().chain(meeting.access_note.clone()).collect(),
        path: format!("/meetings/{}", meeting.id),
        cancelled: meeting.state == MeetingState::Cancelled,
    }
}

/// What rides on a letter about a meeting: members are asked into it, others are told of it.
fn invite(meeting: &Meeting, reader: &Reader) -> Invite {
    let (event, member) = (event(meeting), reader.invitation.is_some());
    let method = match (event.cancelled, member) {
        (true, _) => Method::Cancel,
        (false, true) => Method::Request,
        (false, false) => Method::Publish,
    };
    let attends = match reader.reply {
        None => Attends::NotSaid,
        Some(Reply::Coming) => Attends::Yes,
        Some(Reply::Apologies | Reply::Substitute) => Attends::No,
    };
    Invite { method, event, attends: Some(attends).filter(|_| member && reader.reader == reader.member) }
}

/// The links by which those invited answer, one for each; they end with the meeting's day.
async fn answers(w: &mut Write, meeting: &Meeting, readers: &[Reader]) -> Result<Vec<Option<LinkMade>>> {
    let day_after = meeting.day.tomorrow().unwrap_or(meeting.day);
    let ends_at = Zone::london().instant(day_after, Hour::midnight());
    let invited = readers.iter().filter_map(|reader| reader.invitation.map(|invitation| (reader.reader, invitation.0)));
    let mut made = access::make_links::<AnswerInvitation>(w, invited, ends_at).await?.into_iter();
    Ok(readers.iter().map(|reader| reader.invitation.and_then(|_| made.next())).collect())
}

/// Whoever reads for a member does not declare for them: an interest is the person's own.
fn declares(reader: &Reader) -> bool {
    reader.invitation.is_some() && !reader.assistant
}

/// The links by which members declare an interest, one for each who can; they end with the meeting's day.
async fn declarations(w: &mut Write, meeting: &Meeting, readers: &[Reader]) -> Result<Vec<LinkMade>> {
    let ends_at = Zone::london().instant(meeting.day.tomorrow().unwrap_or(meeting.day), Hour::midnight());
    let who = readers.iter().filter(|reader| declares(reader)).map(|reader| (reader.reader, meeting.id.0));
    access::make_links::<DeclareAtMeeting>(w, who.collect::<Vec<_>>(), ends_at).await
}

fn with_answers(content: Content, link: Option<LinkMade>) -> Content {
    let Some(link) = link else { return content };
    content
        .answer(web::words("mail-answer-coming", &[]), "/answer/{token}?say=coming", link)
        .answer(web::words("mail-answer-apologies", &[]), "/answer/{token}?say=apologies", link)
        .answer(web::words("mail-answer-substitute", &[]), "/answer/{token}?say=substitute", link)
}

/// For whom it is read, where that is not the reader alone.
fn for_whom(content: Content, reader: &Reader) -> Content {
    let key = match (reader.assistant, reader.shares_seat(), reader.invitation) {
        (true, ..) => "mail-for-member",
        (false, true, Some(_)) => "mail-for-second-name",
        (false, true, None) => "mail-for-standing-substitute",
        (false, false, _) => return content,
    };
    content.say(web::words(key, &[("name", &reader.member_name)]))
}

/// The page of the meeting, and why the reader gets this.
fn closing(content: Content, meeting: &Meeting, reader: &Reader, page: &str) -> Content {
    let why = if reader.invitation.is_some() || reader.shares_seat() { "mail-why-member" } else { "mail-why-list" };
    content.page(web::words(page, &[]), &format!("/meetings/{}", meeting.id)).small(web::words(why, &[("body", &meeting.body_name)]))
}

/// The agenda; when it goes out again, what changed since the last and only that. With the buttons that answer: each reader gets a link
/// of their own, which ends with the meeting's day, and the meeting for their calendar. A letter is read by whoever opens the mailbox:
/// exempt items and papers go by what the public is told of them, and no paper lies in a letter.
///
/// # Errors
/// A fault when the database refuses.
pub(crate) async fn agenda(
    w: &mut Write,
    meeting: &Meeting,
    version: &AgendaVersion,
    before: Option<&FrozenAgenda>,
    readers: &[Reader],
) -> Result<()> {
    let unnamed = web::words("item-exempt", &[]);
    let now = rules::veiled(&version.frozen, &unnamed);
    let changes: Vec<String> =
        before.map(|before| rules::changes(&rules::veiled(before, &unnamed), &now).iter().map(web::sentence).collect()).unwrap_or_default();
    let has_pack = now.items.iter().flat_map(|item| &item.papers).any(|paper| paper.first_page.is_some());
    let titled = |key: &str| web::words(key, &[("body", &meeting.body_name), ("day", &day(meeting))]);
    let (afresh, again) = (titled("mail-agenda-subject"), titled("mail-agenda-again-subject"));
    let links = answers(w, meeting, readers).await?;
    let mut declaring = declarations(w, meeting, readers).await?.into_iter();
    let mut letters = Vec::with_capacity(readers.len());
    for (reader, link) in readers.iter().zip(links) {
        // Whoever joined after the first letter gets theirs whole.
        let first = version.number == 1 || reader.first;
        let subject = if first { &afresh } else { &again };
        let whole = first || changes.is_empty();
        let mut content = facts(Content::titled(subject.clone()), meeting);
        content = for_whom(content, reader);
        if let Some(reason) = &version.late_reason {
            content = content.say(web::words("mail-late", &[("reason", reason)]));
        }
        if whole {
            content = content.heading(web::words("mail-items", &[]));
            for item in &now.items {
                content = content.line(format!("{}. {}", item.number, item.title));
            }
        } else {
            content = content.heading(web::words("mail-changes", &[]));
            for change in &changes {
                content = content.line(change);
            }
        }
        content = with_answers(content, link);
        if has_pack {
            let key = if whole { "mail-read-pack" } else { "mail-read-supplement" };
            content = content.page(web::words(key, &[]), &format!("/meetings/{}/pack", meeting.id));
        }
        if let Some(link) = declares(reader).then(|| declaring.next()).flatten() {
            content = content.answer(web::words("mail-declare", &[]), "/declare/{token}", link);
        }
        content = closing(content, meeting, reader, "mail-read-agenda");
        letters.push(to(meeting, reader, "invitation", subject, content, w.now()));
    }
    queue_letters(w, letters).await.map(drop)
}

/// The meeting has another day, other hours or another place. Calendars follow; answers stand until they are changed.
///
/// # Errors
/// A fault when the database refuses.
pub(crate) async fn moved(w: &mut Write, before: &Meeting, meeting: &Meeting, readers: &[Reader]) -> Result<()> {
    let subject = web::words("mail-moved-subject", &[("body", &meeting.body_name), ("day", &day(meeting))]);
    let links = answers(w, meeting, readers).await?;
    let mut letters = Vec::with_capacity(readers.len());
    for (reader, link) in readers.iter().zip(links) {
        let mut content = Content::titled(subject.clone());
        content = for_whom(content, reader);
        content = content.say(web::words("mail-moved-says", &[("body", &meeting.body_name), ("day", &day(before))]));
        content = facts(content, meeting);
        if let Some(reply) = reader.reply.filter(|_| link.is_some()) {
            content = content.say(web::words(&format!("mail-moved-answered-{}", reply.word()), &[]));
        }
        content = closing(with_answers(content, link), meeting, reader, "mail-see-meeting");
        letters.push(to(meeting, reader, "moved", &subject, content, w.now()));
    }
    queue_letters(w, letters).await.map(drop)
}

/// The meeting is called off.
///
/// # Errors
/// A fault when the database refuses.
pub(crate) async fn cancelled(w: &mut Write, meeting: &Meeting, reason: &str) -> Result<()> {
    let subject = web::words("mail-cancelled-subject", &[("body", &meeting.body_name), ("day", &day(meeting))]);
    let today = w.now().day(&Zone::london());
    let mut letters = Vec::new();
    for reader in store::readers(w, meeting.id, today, meeting.body).await? {
        let content = Content::titled(subject.clone())
            .say(web::words("mail-cancelled-says", &[("body", &meeting.body_name), ("day", &day(meeting))]))
            .fact(web::words("mail-reason", &[]), reason);
        let content = closing(content, meeting, &reader, "mail-see-meeting");
        letters.push(to(meeting, &reader, "cancelled", &subject, content, w.now()));
    }
    queue_letters(w, letters).await.map(drop)
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

fn to(meeting: &Meeting, reader: &Reader, purpose: &str, subject: &str, content: Content, due_at: Instant) -> Letter {
    let letter = letter(meeting, reader.reader, reader.address.clone(), purpose, subject.to_owned(), content, due_at);
    // Whoever is only told of it may have such letters gathered, or stop them.
    let class = if reader.invitation.is_none() && !reader.shares_seat() { Some(Class::Copies) } else { None };
    Letter { calendar: Some(invite(meeting, reader)), class, ..letter }
}

fn letter(meeting: &Meeting, person: PersonId, address: String, purpose: &str, subject: String, content: Content, due_at: Instant) -> Letter {
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
        calendar: None,
        class: None,
    }
}
