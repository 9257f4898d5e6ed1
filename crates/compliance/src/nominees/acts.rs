//! Asking every organisation, asking again, answering, and putting aside what is on the record now.

use ::store::{Entry, Write, event};
use access::{House, Permit};
use bodies::rights::ManagePartnership;
use kernel::{Conflict, Day, Error, Finding, Findings, OrganisationId, PersonId, Result, Word as _, Zone};
use serde_json::json;
use uuid::Uuid;

use super::{Reply, letters};
use crate::rights::{ConfirmNominees, NomineeCheckId};
use crate::store::nominees as kept;

event!(
    /// Every organisation was asked whether its nominees are still these.
    ASKED,
    "nominees.asked"
);
event!(
    /// Those who had not answered were asked again.
    ASKED_AGAIN,
    "nominees.asked-again"
);
event!(
    /// An organisation said whether its nominees are still these.
    ANSWERED,
    "nominees.answered"
);
event!(
    /// What an organisation said had changed is on the record.
    SETTLED,
    "nominees.settled"
);
event!(
    /// It was said who answers for an organisation.
    CONTACT_NAMED,
    "nominees.contact-named"
);

fn page(slug: &str) -> String {
    format!("/partnerships/{slug}/nominees")
}

/// Asks every organisation that has a seat in the partnership and somebody to ask, to answer by a day. Answers how many letters go.
///
/// # Errors
/// Refused when the day is not to come, or when there is nobody to ask.
pub(crate) async fn ask(house: &House, permit: &Permit<ManagePartnership>, reply_by: Day) -> Result<usize> {
    let (partnership, today) = (*permit.id(), house.today());
    let mut w = house.write(permit.opening(&ASKED)).await?;
    let nominators = kept::nominators(&mut w, partnership, None, today).await?;
    let asked: Vec<(OrganisationId, PersonId)> =
        nominators.iter().filter_map(|one| Some((one.organisation, one.asked().filter(|who| who.reached)?.person))).collect();
    let mut findings = Findings::none();
    findings.push_if(reply_by <= today, || Finding::refuse("nominees-reply-by-past").at("reply_by"));
    findings.push_if(asked.is_empty(), || Finding::refuse("nominees-nobody-to-ask"));
    findings.or_refuse()?;
    let round: Uuid = w.id();
    kept::insert_round(&mut w, partnership, round, reply_by, &asked).await?;
    let sent = send(&mut w, permit, round, reply_by, &nominators).await?;
    let slug = kept::names(&mut w, partnership).await?.slug;
    let told = json!({ "organisations": asked.len(), "letters": sent, "reply_by": reply_by });
    w.close(Entry::about(partnership.record(), page(&slug)).after(told)).await?;
    Ok(sent)
}

/// Asks those again who have not answered.
///
/// # Errors
/// Refused when nobody is left to ask, or when they were asked today already.
pub(crate) async fn ask_again(house: &House, permit: &Permit<ManagePartnership>) -> Result<usize> {
    let (partnership, today) = (*permit.id(), house.today());
    let mut w = house.write(permit.opening(&ASKED_AGAIN)).await?;
    let round = kept::newest(&mut w, partnership).await?.ok_or(Error::NotFound)?;
    let waiting: Vec<_> = kept::checks(&mut w, round.id).await?.into_iter().filter(|check| check.reply.is_none()).collect();
    let zone = Zone::london();
    let mut findings = Findings::none();
    findings.push_if(waiting.is_empty(), || Finding::refuse("nominees-all-answered"));
    findings.push_if(waiting.iter().any(|check| check.asked_at.day(&zone) == today), || Finding::refuse("nominees-asked-today"));
    findings.or_refuse()?;
    let nominators = kept::nominators(&mut w, partnership, None, today).await?;
    let sent = send(&mut w, permit, round.id, round.reply_by, &nominators).await?;
    kept::mark_asked(&mut w, round.id).await?;
    let slug = kept::names(&mut w, partnership).await?.slug;
    w.close(Entry::about(partnership.record(), page(&slug)).after(json!({ "letters": sent }))).await?;
    Ok(sent)
}

async fn send(w: &mut Write, permit: &Permit<ManagePartnership>, round: Uuid, reply_by: Day, nominators: &[super::Nominator]) -> Result<usize> {
    let names = kept::names(w, *permit.id()).await?;
    let day = w.now().day(&Zone::london());
    let readers = kept::readers(w, round, day).await?;
    let letters = letters::written(w, &names, &readers, nominators, reply_by).await?;
    Ok(mail::queue_letters(w, letters).await?.len())
}

/// Says for an organisation whether its nominees are still these. It can be said anew until everybody is asked again.
///
/// # Errors
/// Refused when something has changed and it is not said what, or when everybody was asked anew; a conflict when somebody
/// answered meanwhile.
pub(crate) async fn answer(house: &House, permit: &Permit<ConfirmNominees>, version: i64, reply: Reply, words: Option<&str>) -> Result<()> {
    let NomineeCheckId(id) = *permit.id();
    let today = house.today();
    let mut w = house.write(permit.opening(&ANSWERED)).await?;
    let opened = kept::check(&mut w, id).await?;
    let mut findings = Findings::none();
    findings.push_if(opened.over, || Finding::refuse("nominees-over"));
    findings.push_if(reply == Reply::Changed && words.is_none(), || Finding::refuse("nominees-words-missing").at("words"));
    findings.or_refuse()?;
    let words = words.filter(|_| reply == Reply::Changed);
    // What was confirmed is kept with the answer: the record may change the day after.
    let nominators = kept::nominators(&mut w, opened.partnership, Some(opened.check.organisation), today).await?;
    let shown: Vec<_> = nominators.iter().flat_map(|one| &one.nominees).map(|one| (&one.body, &one.seat, &one.name)).collect();
    let shown = serde_json::to_string(&shown).map_err(Error::fault)?;
    if !kept::answer(&mut w, id, version, reply, words, &shown).await? {
        let theirs = opened.check.reply.map_or("", Reply::word).to_owned();
        return Err(Error::Conflict(Box::new(Conflict { theirs, yours: reply.word().to_owned(), version: opened.check.version })));
    }
    let entry = Entry::about(opened.partnership.record(), page(&opened.partnership_slug));
    w.close(entry.after(json!({ "organisation": opened.organisation_name, "reply": reply, "words": words }))).await?;
    Ok(())
}

/// What an organisation said had changed is on the record now.
///
/// # Errors
/// Not found when the partnership has no such answer that waits.
pub(crate) async fn settle(house: &House, permit: &Permit<ManagePartnership>, check: Uuid) -> Result<()> {
    let partnership = *permit.id();
    let mut w = house.write(permit.opening(&SETTLED)).await?;
    let opened = kept::check(&mut w, check).await?;
    if opened.partnership != partnership || !kept::settle(&mut w, check).await? {
        return Err(Error::NotFound);
    }
    let entry = Entry::about(partnership.record(), page(&opened.partnership_slug));
    w.close(entry.after(json!({ "organisation": opened.organisation_name, "words": opened.check.words }))).await?;
    Ok(())
}

/// Says who answers for an organisation in this partnership.
///
/// # Errors
/// Not found when it has no seat here.
pub(crate) async fn name_contact(house: &House, permit: &Permit<ManagePartnership>, organisation: OrganisationId, person: PersonId) -> Result<()> {
    let partnership = *permit.id();
    let mut w = house.write(permit.opening(&CONTACT_NAMED)).await?;
    let nominators = kept::nominators(&mut w, partnership, Some(organisation), house.today()).await?;
    let one = nominators.first().ok_or(Error::NotFound)?;
    kept::keep_contact(&mut w, partnership, organisation, person).await?;
    let slug = kept::names(&mut w, partnership).await?.slug;
    let entry = Entry::about(organisation.record(), page(&slug));
    w.close(entry.before(one.contact.as_ref().map(|contact| contact.person)).after(person)).await?;
    Ok(())
}
