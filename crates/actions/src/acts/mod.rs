//! The verbs.

mod answers;

pub(crate) use answers::{file_answer, leave_answer, take_answer};

use ::store::{Entry, Write, event};
use access::{House, Permit};
use kernel::{ActionId, Conflict, Day, Error, Finding, MeetingId, Result};
use serde_json::json;

use crate::model::{ActionState, ChangedAction, NewAction, NewReport, ReportKind};
use crate::rights::{ChangeAction, RecordAction, ReportAction};
use crate::{rules, store};

event!(RECORDED, "action.recorded");
event!(CHANGED, "action.changed");
event!(DROPPED, "action.dropped");
event!(REPORTED, "action.reported");

fn page(action: ActionId) -> String {
    format!("/actions/{action}")
}

fn tell(w: &mut Write, meeting: Option<MeetingId>) {
    if let Some(meeting) = meeting {
        w.tell(format!("meeting:{meeting}"));
    }
}

/// Records an action, set by a meeting under an item or between meetings. Its owners are asked before its day.
///
/// # Errors
/// Refused when words or owners are missing, when it has two dates, or when its day lies before the one on which it was set;
/// when the minutes of the meeting are approved; not found when the meeting is not one of this body's.
pub async fn record(house: &House, permit: &Permit<RecordAction>, new: NewAction) -> Result<ActionId> {
    let body = *permit.id();
    let mut w = house.write(permit.opening(&RECORDED)).await?;
    let made_on = match new.meeting {
        Some(meeting) => {
            interests::rights::may_change_record(&mut w, meeting).await?.or_refuse()?;
            store::meeting_day(&mut w, body, meeting, new.item).await?
        }
        None => new.made_on.unwrap_or(house.today()),
    };
    rules::action(&new.words, &new.owners, &new.due, made_on).or_refuse()?;
    let id: ActionId = w.id();
    store::insert(&mut w, id, body, made_on, &new).await?;
    tell(&mut w, new.meeting);
    w.close(Entry::about(id.record(), page(id)).of_body(body).after(&new)).await?;
    Ok(id)
}

/// Changes what is owed, by whom, or by when.
///
/// # Errors
/// Refused as [`record`] refuses; a conflict when somebody else changed it meanwhile.
pub async fn change(house: &House, permit: &Permit<ChangeAction>, changed: ChangedAction) -> Result<()> {
    let id = *permit.id();
    let mut w = house.write(permit.opening(&CHANGED)).await?;
    let before = store::action(&mut w, id).await?;
    rules::action(&changed.words, &changed.owners, &changed.due, before.made_on.unwrap_or(house.today())).or_refuse()?;
    if !store::change(&mut w, id, &changed).await? {
        let conflict = Conflict { theirs: before.words, yours: changed.words, version: before.version };
        return Err(Error::Conflict(Box::new(conflict)));
    }
    tell(&mut w, before.meeting);
    w.close(Entry::about(id.record(), page(id)).of_body(before.body).before(&before).after(&changed)).await?;
    Ok(())
}

/// Drops an action: nobody owes it any longer. The reason stands in its reports.
///
/// # Errors
/// Refused without a reason, or when it is over already.
pub async fn drop(house: &House, permit: &Permit<ChangeAction>, reason: &str) -> Result<()> {
    let id = *permit.id();
    let mut w = house.write(permit.opening(&DROPPED)).await?;
    let before = store::action(&mut w, id).await?;
    let report = NewReport { kind: ReportKind::Progress, words: reason.to_owned(), until: None };
    rules::report(before.state, &report, house.today()).or_refuse()?;
    store::insert_report(&mut w, id, &report).await?;
    store::set_state(&mut w, id, ActionState::Dropped, Some(house.today())).await?;
    tell(&mut w, before.meeting);
    w.close(
        Entry::about(id.record(), page(id))
            .of_body(before.body)
            .before(json!({"state": before.state}))
            .after(json!({"state": "dropped", "reason": reason})),
    )
    .await?;
    Ok(())
}

/// Reports on an action: done, needed until another day, or how far it is. Reporting "done" ends it on that day.
///
/// # Errors
/// Refused when it is over already, or when more time is asked for without a day.
pub async fn report(house: &House, permit: &Permit<ReportAction>, report: NewReport, on: Option<Day>) -> Result<()> {
    let id = *permit.id();
    let today = on.unwrap_or(house.today());
    let mut w = house.write(permit.opening(&REPORTED)).await?;
    let before = store::action(&mut w, id).await?;
    rules::report(before.state, &report, today).or_refuse()?;
    store::insert_report(&mut w, id, &report).await?;
    if report.kind == ReportKind::Done {
        store::set_state(&mut w, id, ActionState::Done, Some(today)).await?;
        access::end_links(&mut w, id.0, None).await?;
    }
    tell(&mut w, before.meeting);
    w.close(Entry::about(id.record(), page(id)).of_body(before.body).before(json!({"state": before.state})).after(&report)).await?;
    Ok(())
}

/// The finding for a form whose owner was none that the page offered.
pub(crate) fn unknown_owner() -> Finding {
    Finding::refuse("action-owner-unknown").at("owners")
}
