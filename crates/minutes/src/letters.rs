//! The letters about minutes: to whoever clears them, and to everybody they are sent to. Neither holds what they say: it is read
//! on the page, where exempt items are shown to those who may see them only.

use access::LinkMade;
use kernel::Instant;
use mail::{Addressee, Class, Content, Letter};
use web::words;

use crate::store::Desk;

/// How long a link in these letters works: four months, beyond most next meetings.
pub(crate) fn link_ends(now: Instant) -> Instant {
    now.plus_seconds(120 * 24 * 3600)
}

fn letter(desk: &Desk, addressee: &Addressee, purpose: &str, subject: String, content: Content, now: Instant) -> Letter {
    Letter {
        partnership: desk.partnership,
        body: Some(desk.minutes.head().body),
        person: addressee.person,
        address: addressee.address.clone(),
        sender: desk.body_name.clone(),
        purpose: purpose.to_owned(),
        record: Some(desk.minutes.head().meeting.record()),
        subject,
        content,
        due_at: now,
        calendar: None,
        class: None,
    }
}

/// To whoever clears the minutes.
pub(crate) fn clearance(desk: &Desk, addressee: &Addressee, link: LinkMade, now: Instant) -> Letter {
    let day = desk.day.to_string();
    let subject = words("minutes-letter-clear-subject", &[("body", &desk.body_name), ("day", &day)]);
    let content = Content::titled(words("minutes-letter-clear-title", &[]))
        .say(words("minutes-letter-clear-says", &[("name", &addressee.name), ("body", &desk.body_name), ("day", &day)]))
        .answer(words("minutes-letter-clear-button", &[]), "/minutes-clearance/{token}", link)
        .small(words("minutes-letter-why", &[("body", &desk.body_name)]));
    letter(desk, addressee, "minutes-clearance", subject, content, now)
}

/// To a member, who can answer it; and to whoever is only told of it, who cannot.
pub(crate) fn circulation(desk: &Desk, addressee: &Addressee, link: Option<LinkMade>, now: Instant) -> Letter {
    let day = desk.day.to_string();
    let subject = words("minutes-letter-sent-subject", &[("body", &desk.body_name), ("day", &day)]);
    let said = if link.is_some() { "minutes-letter-sent-says" } else { "minutes-letter-sent-told" };
    let content = Content::titled(subject.clone()).say(words(said, &[("name", &addressee.name), ("body", &desk.body_name), ("day", &day)]));
    let content = match link {
        Some(link) => content.answer(words("minutes-letter-sent-button", &[]), "/minutes-reply/{token}", link),
        None => content,
    };
    let content = content
        .page(words("minutes-letter-sent-page", &[]), &format!("/meetings/{}/minutes", desk.minutes.head().meeting))
        .small(words("minutes-letter-why", &[("body", &desk.body_name)]));
    let class = if link.is_none() { Some(Class::Copies) } else { None };
    Letter { class, ..letter(desk, addressee, "minutes", subject, content, now) }
}
