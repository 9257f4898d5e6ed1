//! Writing a letter, holding it back, sending it after all.

use access::{Act, House, Permit};
use kernel::{BodyId, Error, Finding, LetterId, Result};
use serde_json::json;
use store::{Entry, Write, event};

use crate::store as letters;
use crate::{Letter, header_findings};

event!(
    /// A letter was held back by hand.
    STOPPED,
    "letter.stopped"
);
event!(
    /// A letter that had failed or been held back waits again.
    REQUEUED,
    "letter.requeued"
);

/// Writes a letter in the act's own transaction, to leave when it is due: either both are kept or neither.
///
/// # Errors
/// Refused when an address, a name or the subject holds what cannot stand in a header; a fault when the database refuses.
pub async fn queue_letter(w: &mut Write, letter: Letter) -> Result<()> {
    queue_letters(w, vec![letter]).await
}

/// Writes letters in the act's own transaction, to leave when they are due. However many there are, it takes two statements and
/// one more for each body they come from.
///
/// # Errors
/// Refused when an address, a name or a subject holds what cannot stand in a header; a fault when the database refuses.
pub async fn queue_letters(w: &mut Write, letters: Vec<Letter>) -> Result<()> {
    for letter in &letters {
        header_findings(&letter.address, &[&letter.subject, &letter.sender]).or_refuse()?;
    }
    let made = letters::insert(w, &letters).await?;
    let jobs = made.iter().zip(&letters).map(|(id, letter)| (json!({ "letter": id }), letter.due_at));
    w.queue_each("mail.send", jobs).await
}

/// Holds back a letter that waits.
///
/// # Errors
/// Refused when it has left already; a fault when the database refuses.
pub async fn stop_letter<A: Act<Id = BodyId>>(house: &House, permit: &Permit<A>, letter: LetterId) -> Result<()> {
    let mut w = house.write(permit.opening(&STOPPED)).await?;
    let body = *permit.id();
    let [_, slug, ..] = letters::body_names(&mut w, body).await?;
    if !letters::mark_stopped(&mut w, letter, body).await? {
        return Err(Error::refuse(Finding::refuse("letter-not-waiting")));
    }
    w.close(Entry::about(letter.record(), format!("/bodies/{slug}/letters")).of_body(body).before("waiting").after("stopped")).await?;
    Ok(())
}

/// Sends a letter that failed or was held back.
///
/// # Errors
/// Refused when it waits or has left already; a fault when the database refuses.
pub async fn send_again<A: Act<Id = BodyId>>(house: &House, permit: &Permit<A>, letter: LetterId) -> Result<()> {
    let mut w = house.write(permit.opening(&REQUEUED)).await?;
    let body = *permit.id();
    let [_, slug, ..] = letters::body_names(&mut w, body).await?;
    if !letters::mark_waiting(&mut w, letter, body).await? {
        return Err(Error::refuse(Finding::refuse("letter-already-waiting")));
    }
    let now = w.now();
    w.queue("mail.send", &json!({ "letter": letter }), now).await?;
    w.close(Entry::about(letter.record(), format!("/bodies/{slug}/letters")).of_body(body).after("waiting")).await?;
    Ok(())
}
