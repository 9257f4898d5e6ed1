//! A person's own feed and weekly letter; doing what is proposed, or leaving it.

use ::store::{Entry, event};
use access::{House, LinkMade, Permit, end_links_to, make_link};
use bodies::model::AppointmentEnding;
use bodies::rights::ManageBody;
use kernel::{Day, Error, Finding, PersonId, Result};
use serde_json::json;

use crate::model::{FactKind, NewFact, Proposal, Settled};
use crate::proposals::{self, ProposalKind};
use crate::rights::{ActOnProposal, ReadDuties};
use crate::store;

event!(
    /// Somebody made an address from which their calendar of duties can be fetched.
    FEED_MADE,
    "duties.feed-made"
);
event!(
    /// That address works no more.
    FEED_ENDED,
    "duties.feed-ended"
);

event!(
    /// What was proposed was done.
    PROPOSAL_DONE,
    "proposal.done"
);
event!(
    /// What was proposed was left, with a reason.
    PROPOSAL_LEFT,
    "proposal.left"
);

/// How long the address of a feed works, in seconds: two years.
const FEED_LASTS: i64 = 2 * 366 * 86_400;

fn page(person: PersonId) -> String {
    format!("/people/{person}/duties")
}

/// Makes an address for a person's feed. One that was made before works no more.
///
/// # Errors
/// A fault when the database refuses.
pub async fn make_feed(house: &House, permit: &Permit<ReadDuties>) -> Result<LinkMade> {
    let person = *permit.id();
    let mut w = house.write(permit.opening(&FEED_MADE)).await?;
    end_links_to::<ReadDuties>(&mut w, person.0).await?;
    let ends_at = w.now().plus_seconds(FEED_LASTS);
    let link = make_link::<ReadDuties>(&mut w, person, &person.record(), ends_at).await?;
    w.close(Entry::about(person.record(), page(person)).after(json!({"ends_at": ends_at}))).await?;
    Ok(link)
}

/// The address of a person's feed works no more.
///
/// # Errors
/// A fault when the database refuses.
pub async fn end_feed(house: &House, permit: &Permit<ReadDuties>) -> Result<()> {
    let person = *permit.id();
    let mut w = house.write(permit.opening(&FEED_ENDED)).await?;
    end_links_to::<ReadDuties>(&mut w, person.0).await?;
    w.close(Entry::about(person.record(), page(person))).await?;
    Ok(())
}

/// Does what is proposed, as of a day, under its clause.
///
/// # Errors
/// Refused when it was settled before, or what it asks cannot be done on that day.
pub async fn accept(house: &House, permit: &Permit<ActOnProposal>, proposal: &Proposal, on: Day, words: Option<String>) -> Result<()> {
    open_still(proposal)?;
    let keeping = permit.hand_on_once::<ManageBody>(proposal.body, "proposed");
    let about = || proposal.about.ok_or_else(|| Error::fault("a proposal about nothing"));
    let clause = || proposal.clause.clone();
    let fact = |kind, what: String, about| NewFact { kind, what, about, on, words: words.clone(), clause: proposal.clause.clone() };
    let fact = match proposal.kind {
        ProposalKind::Lapse => {
            done_once(bodies::acts::end_appointment(house, &keeping, about()?.into(), on, AppointmentEnding::Lapsed, clause()).await)?;
            None
        }
        ProposalKind::TermOver => {
            done_once(bodies::acts::end_appointment(house, &keeping, about()?.into(), on, AppointmentEnding::TermOver, clause()).await)?;
            None
        }
        ProposalKind::OfficeOver => {
            done_once(bodies::acts::leave_office(house, &keeping, about()?.into(), on, None, clause()).await)?;
            None
        }
        ProposalKind::Nominee => Some(fact(FactKind::Request, "nominee".to_owned(), proposal.about)),
        kind @ (ProposalKind::Review | ProposalKind::Report) => {
            let charter = terms::newest(&mut house.read().await?, proposal.body, house.today()).await?;
            let number = proposal.clause.as_deref().unwrap_or_default();
            let what = charter.map_or_else(String::new, |found| proposals::subject_of(&found.charter, number));
            Some(fact(if kind == ProposalKind::Review { FactKind::Review } else { FactKind::Report }, what, None))
        }
    };
    let mut w = house.write(permit.opening(&PROPOSAL_DONE)).await?;
    if let Some(fact) = &fact {
        store::note_fact(&mut w, proposal.body, fact, permit.person()).await?;
    }
    if !store::settle(&mut w, proposal.id, permit.person(), Settled::Done, words.as_deref()).await? {
        return Err(settled());
    }
    w.close(entry(proposal).after(json!({"on": on, "fact": fact, "words": words}))).await?;
    Ok(())
}

/// Leaves what is proposed, with a reason. It is not proposed again on the same grounds.
///
/// # Errors
/// Refused when it was settled before, or without a reason.
pub async fn leave(house: &House, permit: &Permit<ActOnProposal>, proposal: &Proposal, reason: &str) -> Result<()> {
    open_still(proposal)?;
    if reason.trim().is_empty() {
        return Err(Error::refuse(Finding::refuse("proposal-reason-missing").at("words")));
    }
    let mut w = house.write(permit.opening(&PROPOSAL_LEFT)).await?;
    if !store::settle(&mut w, proposal.id, permit.person(), Settled::Left, Some(reason)).await? {
        return Err(settled());
    }
    w.close(entry(proposal).after(json!({"reason": reason}))).await?;
    Ok(())
}

fn entry(proposal: &Proposal) -> Entry {
    let record = kernel::Record { kind: "proposal".to_owned(), id: proposal.id };
    Entry::about(record, format!("/proposals/{}", proposal.id)).of_body(proposal.body).under(proposal.clause.clone())
}

fn settled() -> Error {
    Error::refuse(Finding::refuse("proposal-settled"))
}

fn open_still(proposal: &Proposal) -> Result<()> {
    if proposal.settled.is_some() { Err(settled()) } else { Ok(()) }
}

/// A form that was sent twice has done its first part already.
fn done_once(done: Result<()>) -> Result<()> {
    match done {
        Err(Error::Repeated(_)) => Ok(()),
        other => other,
    }
}
