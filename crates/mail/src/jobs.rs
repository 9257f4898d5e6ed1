//! Sending what is due. A letter that the server does not take now is tried again; one it refuses for good is not.

use access::{House, Job, LinkMade, Recurring, System, link_path, reply_token};
use kernel::{Error, LetterId, Result};
use serde_json::Value as Json;
use store::{Entry, Opening, event};

use crate::inbox::reply_to;
use crate::model::{Content, placeholder};
use crate::pages::letter::written;
use crate::store as letters;
use crate::store::ToSend;
use crate::transport::{Failure, Ready, deliver};
use crate::{acts, rules};

/// After this many tries a letter counts as failed and the secretariat sees it. The waits grow to four hours: a mail server may be
/// away over a long weekend.
const TRIES: i64 = 36;

event!(
    /// A letter left.
    SENT,
    "letter.sent"
);
event!(
    /// Letters that had waited were gathered into one.
    GATHERED,
    "letters.gathered"
);
event!(
    /// A letter could not be sent.
    FAILED,
    "letter.failed"
);

store::inventory::submit! {
    Job { kind: "mail.send", run: |house, system, payload| Box::pin(send(house, system, payload)) }
}

async fn send(house: House, _: System, payload: Json) -> Result<()> {
    let id: LetterId =
        payload.get("letter").and_then(Json::as_str).and_then(|id| id.parse().ok()).ok_or_else(|| Error::fault("a job without its letter"))?;
    let Some(mut letter) = letters::to_send(&mut house.read().await?, id).await? else { return Ok(()) };
    // One that an earlier program wrote says in HTML what it says in plain text.
    let content = letter.content.take().unwrap_or_else(|| Content::titled(&letter.subject).say(&letter.plain));
    let answers = match (&house.settings.replies, content.answers) {
        (Some(replies), Some(link)) => reply_to(&replies.address, &reply_token(&house.settings.secret, LinkMade(link))?),
        _ => None,
    };
    let (plain, html) = written(&house.settings.letter_templates, &letter.subject, &letter.sender, content)?;
    let site = &house.settings.address;
    let stop = match &letter.stop {
        None => None,
        Some(stop) => Some(format!("{site}{}", stop.path().replace("{token}", &link_path(&house.settings.secret, LinkMade(stop.link))?))),
    };
    let ready = Ready {
        id,
        name: letter.name.as_deref().filter(|name| !name.chars().any(char::is_control)),
        address: &letter.address,
        sender: &letter.sender,
        reply_to: answers.as_deref().or(letter.reply_to.as_deref()),
        subject: &letter.subject,
        plain: filled(&house, &plain, &letter)?,
        html: filled(&house, &html, &letter)?,
        calendar: letter.calendar.as_ref(),
        stop: stop.as_deref(),
        site,
        at: house.now(),
    };
    match deliver(&house.settings.post, &ready).await {
        Ok(()) => kept(&house, id, &letter, None).await,
        Err(Failure::ForNow(cause)) if letter.tries + 1 < TRIES => {
            let mut keep = house.store.housekeep().await?;
            letters::note_try(&mut keep, id, &cause).await?;
            keep.keep().await?;
            Err(Error::fault(cause))
        }
        Err(failure) => kept(&house, id, &letter, Some(&failure)).await,
    }
}

/// Puts the working links in. Only the letter's own are filled: a placeholder that somebody typed stays as typed.
fn filled(house: &House, text: &str, letter: &ToSend) -> Result<String> {
    let mut text = text.replace("{address}", &house.settings.address);
    for link in &letter.links {
        text = text.replace(&placeholder(*link), &link_path(&house.settings.secret, LinkMade(*link))?);
    }
    Ok(text)
}

async fn kept(house: &House, id: LetterId, letter: &ToSend, failure: Option<&Failure>) -> Result<()> {
    let event = if failure.is_some() { &FAILED } else { &SENT };
    let mut w = house.write(Opening { event, partnership: letter.partnership, person: None, capacity: "mail".to_owned(), key: None }).await?;
    let mut entry = Entry::about(id.record(), letter.page.clone()).before("waiting");
    let changed = match failure {
        None => {
            entry = entry.after("sent");
            letters::mark_sent(&mut w, id, &letter.address).await?
        }
        Some(failure) => {
            entry = entry.after("failed");
            if let Failure::Refused(cause) = failure {
                letters::mark_refused(&mut w, &letter.address, cause).await?;
            }
            letters::mark_failed(&mut w, id, failure.cause()).await?
        }
    };
    if changed {
        entry.body = letter.body;
        w.tell(format!("letters:{}", letter.body.map(uuid::Uuid::from).unwrap_or_default()));
        w.close(entry).await?;
    }
    Ok(())
}

store::inventory::submit! {
    Job { kind: "mail.gather", run: |house, _, _| Box::pin(async move { gather_all(&house).await }) }
}

store::inventory::submit! {
    Recurring { kind: "mail.gather", next: |after| rules::gatherings(after, None).0 }
}

/// Gathers what has waited for this morning, where it is a working day.
async fn gather_all(house: &House) -> Result<()> {
    let (now, today) = (house.now(), house.today());
    for gathering in letters::gatherings(&mut house.read().await?, now).await? {
        if rules::goes_on(today, Some(&gathering.nation)) {
            let opening = Opening { event: &GATHERED, partnership: gathering.partnership, person: None, capacity: "mail".to_owned(), key: None };
            let mut w = house.write(opening).await?;
            acts::gather(&mut w, &gathering).await?;
            w.close(Entry::about(gathering.person.record(), "/desk")).await?;
        }
    }
    Ok(())
}
