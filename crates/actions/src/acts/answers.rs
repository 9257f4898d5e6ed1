//! Answers that came by mail: filed, then taken as a report or left by the secretariat.

use ::store::{Entry, event};
use access::{House, Permit};
use kernel::{Error, Finding, Result};
use mail::inbox::Answer;
use mail::{Class, Content, Letter};
use serde_json::json;
use uuid::Uuid;
use web::words;

use super::{page, tell};
use crate::model::{ActionState, NewReport, ReportKind};
use crate::rights::{ChangeAction, ReportAction};
use crate::{rules, store};

event!(ANSWER_FILED, "action.answer-filed");
event!(ANSWER_TAKEN, "action.answer-taken");
event!(ANSWER_LEFT, "action.answer-left");

/// Files what somebody wrote in answer to a letter about an action, and tells the secretariat. It is no report before the
/// secretariat takes it as one. The same mail is filed once.
///
/// # Errors
/// [`Error::NotFound`] when nobody owes the action any longer.
pub async fn file_answer(house: &House, permit: &Permit<ReportAction>, source: &str, answer: &Answer) -> Result<()> {
    let id = *permit.id();
    let mut w = house.write(permit.opening(&ANSWER_FILED)).await?;
    let action = store::action(&mut w, id).await?;
    let person = permit.person().ok_or(Error::NotFound)?;
    if action.state != ActionState::Open {
        return Err(Error::NotFound);
    }
    let Some(filed) = store::file_answer(&mut w, id, person, source, answer).await? else { return Ok(()) };
    let name = store::name_of(&mut w, person).await?;
    let day = house.today();
    let secretariat = store::secretariat(&mut w, action.body, day).await?;
    let now = w.now();
    let subject = words("action-answer-letter-subject", &[("name", &name), ("body", &action.body_name)]);
    let letters = secretariat.into_iter().map(|(reader, address)| {
        let content = Content::titled(subject.clone())
            .say(words("action-answer-letter-says", &[("name", &name)]))
            .page(words("action-answer-letter-see", &[]), &format!("/actions/{id}/answers/{filed}"))
            .small(words("action-answer-letter-why", &[("body", &action.body_name)]));
        Letter {
            partnership: permit.partnership(),
            body: Some(action.body),
            person: reader,
            address,
            sender: action.body_name.clone(),
            purpose: "action-answer".to_owned(),
            record: Some(id.record()),
            subject: subject.clone(),
            content,
            due_at: now,
            calendar: None,
            class: Some(Class::Reminders),
        }
    });
    mail::queue_letters(&mut w, letters.collect()).await?;
    tell(&mut w, action.meeting);
    w.close(Entry::about(id.record(), page(id)).of_body(action.body).after(json!({ "left_out": answer.left_out }))).await?;
    Ok(())
}

/// Takes an answer as the report of whoever wrote it: done, needed until another day, or how far it is.
///
/// # Errors
/// Refused when the action is over, when more time is asked for without a day, or when the answer was taken or left before.
pub async fn take_answer(house: &House, permit: &Permit<ChangeAction>, answer: Uuid, report: NewReport) -> Result<()> {
    let id = *permit.id();
    let mut w = house.write(permit.opening(&ANSWER_TAKEN)).await?;
    let before = store::action(&mut w, id).await?;
    let from = store::answer(&mut w, id, answer).await?;
    rules::report(before.state, &report, house.today()).or_refuse()?;
    if !store::settle_answer(&mut w, answer, "taken").await? {
        return Err(Error::refuse(Finding::refuse("action-answer-settled")));
    }
    store::insert_report_of(&mut w, id, Some(from.person), &report).await?;
    if report.kind == ReportKind::Done {
        store::set_state(&mut w, id, ActionState::Done, Some(house.today())).await?;
        access::end_links(&mut w, id.0, None).await?;
    }
    tell(&mut w, before.meeting);
    w.close(Entry::about(id.record(), page(id)).of_body(before.body).before(json!({ "state": before.state })).after(&report)).await?;
    Ok(())
}

/// Leaves an answer: it was no report.
///
/// # Errors
/// Refused when it was taken or left before.
pub async fn leave_answer(house: &House, permit: &Permit<ChangeAction>, answer: Uuid) -> Result<()> {
    let id = *permit.id();
    let mut w = house.write(permit.opening(&ANSWER_LEFT)).await?;
    let before = store::action(&mut w, id).await?;
    store::answer(&mut w, id, answer).await?;
    if !store::settle_answer(&mut w, answer, "left").await? {
        return Err(Error::refuse(Finding::refuse("action-answer-settled")));
    }
    w.close(Entry::about(id.record(), page(id)).of_body(before.body)).await?;
    Ok(())
}
