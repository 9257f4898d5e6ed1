//! Answering an invitation: coming, apologies, or apologies and a substitute.

use ::store::{Entry, event};
use access::{House, Permit};
use kernel::{Error, Finding, Findings, Instant, InvitationId, PersonId, Result, Zone};
use serde_json::json;

use super::{keep, page};
use crate::model::{Answer, AnsweredHow, Reply, Substitute};
use crate::rights::{AnswerInvitation, CallMeeting};
use crate::{consult, rules, store};

event!(
    /// An invitation was answered.
    ANSWERED,
    "invitation.answered"
);
event!(
    /// A substitute whom an answer names was recognised as a person on record.
    SUBSTITUTE_RECOGNISED,
    "invitation.substitute-recognised"
);
event!(
    /// An apology of somebody who does not sit was written down.
    APOLOGY_RECORDED,
    "meeting.apology-recorded"
);

/// Answers an invitation, or changes the answer while the meeting is not over. `at` is for earlier records only.
///
/// # Errors
/// Refused when the meeting is over, when a substitute is not named, sits already, stands in for somebody else, or is refused by
/// the terms; a conflict when another answer came meanwhile.
pub async fn answer(house: &House, permit: &Permit<AnswerInvitation>, version: i64, answer: &Answer, at: Option<Instant>) -> Result<()> {
    let mut w = house.write(permit.opening(&ANSWERED)).await?;
    let invitation = store::invitation(&mut w, *permit.id()).await?;
    let meeting = store::meeting(&mut w, invitation.meeting).await?;
    let answer = Answer { substitute: answer.substitute.clone().filter(|_| answer.reply == Reply::Substitute), ..answer.clone() };
    let mut findings = rules::may_answer(meeting.state, invitation.person, &answer);
    let mut clause = None;
    if let Some(substitute) = &answer.substitute {
        let standing = store::substitute_standing(&mut w, (meeting.body, meeting.day, meeting.id), substitute, invitation.person).await?;
        let name = match substitute {
            Substitute::Known(person) => store::name_of(&mut w, *person).await?,
            Substitute::Named(name) => name.clone(),
        };
        let terms = match permit.person() {
            Some(_) => consult::Terms::of(&mut w, &meeting).await?.may_substitute(invitation.seat, substitute, house.today()),
            // What an earlier record says was so.
            None => charter::Answer::Yes { clause: None, sentence: String::new() },
        };
        findings.extend(rules::may_substitute(&name, standing, &terms));
        if let charter::Answer::Yes { clause: said, .. } = terms {
            clause = said;
        }
    }
    findings.or_refuse()?;
    let how = how(permit);
    let now = w.now();
    let at = if permit.person().is_some() { Some(now) } else { at };
    store::answer(&mut w, &invitation, version, &answer, how, at).await?;
    let entry = Entry::about(invitation.id.record(), page(meeting.id)).under(clause);
    keep(w, &meeting, entry.before(invitation.reply).after(json!({ "answer": answer, "how": how }))).await
}

/// Says who the substitute is whom an answer only names: from then on they read the agenda, and come in without being typed again.
/// What the member answered, when and how, stays.
///
/// # Errors
/// Refused when the answer names nobody, or the person sits, stands in already or is refused by the terms; a conflict when the
/// answer changed meanwhile; not found when the invitation is to another meeting.
pub async fn recognise_substitute(
    house: &House,
    permit: &Permit<CallMeeting>,
    invitation: InvitationId,
    version: i64,
    person: PersonId,
) -> Result<()> {
    let mut w = house.write(permit.opening(&SUBSTITUTE_RECOGNISED)).await?;
    let meeting = store::meeting(&mut w, *permit.id()).await?;
    let invitation = store::invitation(&mut w, invitation).await?;
    if invitation.meeting != meeting.id {
        return Err(Error::NotFound);
    }
    let Some(named) = invitation.unrecognised() else { return Err(Error::refuse(Finding::refuse("substitute-not-named"))) };
    let substitute = Substitute::Known(person);
    let answer = Answer { reply: Reply::Substitute, substitute: Some(substitute.clone()), note: None };
    let mut findings = rules::may_answer(meeting.state, invitation.person, &answer);
    let standing = store::substitute_standing(&mut w, (meeting.body, meeting.day, meeting.id), &substitute, invitation.person).await?;
    // The member told of it when they answered, not today.
    let told = invitation.answered_at.map_or(house.today(), |at| at.day(&Zone::london()));
    let terms = consult::Terms::of(&mut w, &meeting).await?.may_substitute(invitation.seat, &substitute, told);
    findings.extend(rules::may_substitute(&store::name_of(&mut w, person).await?, standing, &terms));
    let beside = |finding: Finding| if finding.field.is_some() { finding.at("person") } else { finding };
    let findings: Findings = findings.0.into_iter().map(beside).collect();
    findings.or_refuse()?;
    store::recognise_substitute(&mut w, &invitation, version, person).await?;
    let entry = Entry::about(invitation.id.record(), page(meeting.id)).before(json!({ "named": named })).after(json!({ "person": person }));
    keep(w, &meeting, entry).await
}

fn how(permit: &Permit<AnswerInvitation>) -> AnsweredHow {
    match (permit.person(), permit.capacity()) {
        (None, _) => AnsweredHow::Import,
        (Some(_), capacity) if capacity.ends_with("by link") => AnsweredHow::Link,
        (Some(_), "secretary") => AnsweredHow::Officer,
        (Some(_), _) => AnsweredHow::SignedIn,
    }
}

/// Writes down the apologies of somebody who is not invited. Whoever is invited is answered for instead.
///
/// # Errors
/// A fault when the database refuses.
pub async fn record_apology(house: &House, permit: &Permit<CallMeeting>, person: PersonId, note: Option<&str>) -> Result<InvitationId> {
    let mut w = house.write(permit.opening(&APOLOGY_RECORDED)).await?;
    let meeting = store::meeting(&mut w, *permit.id()).await?;
    let id = store::invite_other(&mut w, meeting.id, person).await?;
    let invitation = store::invitation(&mut w, id).await?;
    let answer = Answer { reply: Reply::Apologies, substitute: None, note: note.map(str::to_owned) };
    let how = if permit.person().is_some() { AnsweredHow::Officer } else { AnsweredHow::Import };
    let now = w.now();
    store::answer(&mut w, &invitation, invitation.version, &answer, how, permit.person().map(|_| now)).await?;
    let entry = Entry::about(id.record(), page(meeting.id)).before(invitation.reply).after(json!({ "person": person, "answer": answer }));
    keep(w, &meeting, entry).await?;
    Ok(id)
}
