//! Writing a letter, holding it back, sending it after all.

use std::collections::BTreeSet;

use access::{Act, House, Permit};
use kernel::{BodyId, Error, Finding, LetterId, PartnershipId, PersonId, Result, Word as _, Zone};
use serde_json::json;
use store::{Entry, Write, event};

use crate::model::Stop;
use crate::rights::ChooseLetters;
use crate::store as letters;
use crate::{Class, Content, Letter, Pace, header_findings, rules};

event!(
    /// A letter was held back by hand.
    STOPPED,
    "letter.stopped"
);
event!(
    /// Somebody chose which letters they want, and when.
    CHOSEN,
    "letters.chosen"
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
    queue_letters(w, vec![letter]).await.map(drop)
}

/// Writes letters in the act's own transaction, to leave when they are due. However many there are, it takes a handful of
/// statements. A letter of a class that its reader has gathered, or stopped, is written all the same, and does as they chose.
/// Answers which they are, in the same order.
///
/// # Errors
/// Refused when an address, a name or a subject holds what cannot stand in a header; a fault when the database refuses.
pub async fn queue_letters(w: &mut Write, mut letters: Vec<Letter>) -> Result<Vec<LetterId>> {
    for letter in &letters {
        header_findings(&letter.address, &[&letter.subject, &letter.sender]).or_refuse()?;
    }
    let ends_at = w.now().plus_seconds(STOP_LASTS);
    let with_class = letters.iter().filter(|letter| letter.class.is_some()).map(|letter| (letter.person, letter.person.0));
    let mut links = access::make_links::<ChooseLetters>(w, with_class.collect::<Vec<_>>(), ends_at).await?.into_iter();
    let mut written = Vec::with_capacity(letters.len());
    for mut letter in letters.drain(..) {
        let stop = letter.class.and_then(|class| links.next().map(|link| Stop { link: link.0, classes: vec![class] }));
        if let Some(stop) = &stop {
            letter.content = letter.content.choose(web::words("letters-choose", &[]), stop);
        }
        written.push((letter, stop));
    }
    queue_written(w, &written).await
}

/// How long the link works by which letters are stopped, in seconds: two years.
const STOP_LASTS: i64 = 2 * 366 * 86_400;

async fn queue_written(w: &mut Write, written: &[(Letter, Option<Stop>)]) -> Result<Vec<LetterId>> {
    let made = letters::insert(w, written).await?;
    let partnerships: BTreeSet<PartnershipId> =
        written.iter().filter(|(letter, _)| letter.class.is_some()).map(|(letter, _)| letter.partnership).collect();
    for partnership in partnerships {
        let nation = letters::nation_of(w, partnership).await?;
        let (daily, weekly) = rules::gatherings(w.now(), nation.as_deref());
        letters::mark_chosen(w, partnership, daily, weekly).await?;
    }
    let jobs = made.iter().zip(written).map(|(id, (letter, _))| (json!({ "letter": id }), letter.due_at));
    w.queue_each("mail.send", jobs).await?;
    Ok(made)
}

/// Writes one letter that holds others: those of one partnership to one reader at one address that have waited for it.
pub(crate) async fn gather(w: &mut Write, gathering: &letters::Gathering) -> Result<()> {
    let now = w.now();
    let waiting = letters::gathered(w, gathering, now).await?;
    let mut classes: Vec<Class> = waiting.iter().filter_map(|one| one.class).collect();
    classes.sort();
    classes.dedup();
    let ends_at = now.plus_seconds(STOP_LASTS);
    let person = gathering.person;
    let link = access::make_link::<ChooseLetters>(w, person, &person.record(), ends_at).await?;
    let stop = Stop { link: link.0, classes };
    let day = now.day(&Zone::london()).to_string();
    let subject = web::words("letters-gathered-subject", &[("partnership", &gathering.name), ("day", &day)]);
    let mut content = Content::titled(subject.clone());
    for one in waiting {
        content = content.gather(&one.subject, one.content);
        content.links.extend(one.links);
    }
    let content = content.small(web::words("letters-gathered-why", &[])).choose(web::words("letters-choose", &[]), &stop);
    let letter = Letter {
        partnership: gathering.partnership,
        body: None,
        person,
        address: gathering.address.clone(),
        sender: gathering.name.clone(),
        purpose: "gathered".to_owned(),
        record: Some(person.record()),
        subject,
        content,
        due_at: now,
        calendar: None,
        class: None,
    };
    let written = [(letter, Some(stop))];
    let made = letters::insert(w, &written).await?;
    for id in &made {
        letters::mark_gathered(w, gathering, *id, now).await?;
    }
    w.queue_each("mail.send", made.iter().map(|id| (json!({ "letter": id }), now))).await
}

/// Chooses when letters of these classes come, or that they do not. What waits does as is chosen now.
///
/// # Errors
/// A fault when the database refuses.
pub async fn choose_letters<A: Act<Id = PersonId>>(house: &House, permit: &Permit<A>, chosen: &[(Class, Pace)]) -> Result<()> {
    let person = *permit.id();
    if chosen.is_empty() {
        return Ok(());
    }
    let mut w = house.write(permit.opening(&CHOSEN)).await?;
    let before = letters::choices(&mut w, person).await?;
    letters::choose(&mut w, person, chosen).await?;
    for (class, pace) in chosen {
        if *pace == Pace::Never {
            letters::drop_waiting(&mut w, person, *class).await?;
        }
    }
    let told = |list: &[(Class, Pace)]| list.iter().map(|(class, pace)| (class.word().to_owned(), json!(pace))).collect::<serde_json::Map<_, _>>();
    w.close(Entry::about(person.record(), format!("/people/{person}/letters")).before(told(&before)).after(told(chosen))).await?;
    Ok(())
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
