//! Planning a body's dates, arranging a meeting, calling it off.

use ::store::{Entry, event};
use access::{House, Permit};
use calendar::Nation;
use kernel::{Day, Error, Finding, Findings, MeetingId, Result};
use serde::Serialize;
use serde_json::json;

use super::{about, keep, page};
use crate::model::{Arrangements, MeetingKind, MeetingState};
use crate::rights::{CallMeeting, PlanMeetings};
use crate::{consult, rules, store};

event!(
    /// Dates were fixed.
    PLANNED,
    "meeting.planned"
);
event!(
    /// A meeting's day, time or place changed.
    ARRANGED,
    "meeting.arranged"
);
event!(
    /// A meeting was called off.
    CANCELLED,
    "meeting.cancelled"
);

/// Dates to be fixed, all with the same arrangements.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Plan {
    /// The days.
    pub days: Vec<Day>,
    /// What is arranged for each.
    pub arrangements: Arrangements,
    /// What kind.
    pub kind: MeetingKind,
    /// When the dates were fixed: today, unless an earlier record says, or does not.
    pub fixed_on: Option<Day>,
    /// Where an imported record comes from.
    pub source: Option<String>,
    /// What a reader of the record should know.
    pub note: Option<String>,
    /// The body's standing items are put in. An earlier record brings its own items.
    pub standing: bool,
}

impl Plan {
    /// Ordinary meetings on these days, fixed today.
    pub fn ordinary(days: Vec<Day>, arrangements: Arrangements, today: Day) -> Self {
        Self { days, arrangements, kind: MeetingKind::Ordinary, fixed_on: Some(today), source: None, note: None, standing: true }
    }
}

/// What planning these days would meet with: holidays, weekends, other meetings, days that are past.
///
/// # Errors
/// A fault when the database refuses.
pub async fn look_at(house: &House, read: &mut ::store::Read, body: kernel::BodyId, plan: &Plan) -> Result<Findings> {
    let head = store::body(read, body).await?;
    let others = store::others(read, &head, rules::around(&plan.days), None).await?;
    let mut findings = rules::may_fix(&plan.days, house.today(), Nation::named(&head.nation).table(), &others);
    findings.extend(rules::within_the_body(&plan.days, "days", head.ended, head.last_day, house.today()));
    findings.extend(rules::hours(plan.arrangements.starts_at, plan.arrangements.ends_at));
    Ok(findings)
}

/// Fixes dates. Each meeting begins with the body's own standing items; any other business only where the terms allow it.
///
/// # Errors
/// Refused when a day is given twice, no day is given, or the hours do not fit.
pub async fn plan(house: &House, permit: &Permit<PlanMeetings>, plan: &Plan) -> Result<Vec<MeetingId>> {
    let body = *permit.id();
    let mut w = house.write(permit.opening(&PLANNED)).await?;
    look_at(house, &mut w, body, plan).await?.or_refuse()?;
    let head = store::body(&mut w, body).await?;
    let standing = if plan.standing { store::standing_items(&mut w, body).await? } else { Vec::new() };
    let mut meetings = Vec::new();
    let mut told = Vec::new();
    for day in &plan.days {
        let new = store::NewMeeting {
            body,
            day: *day,
            arrangements: &plan.arrangements,
            kind: plan.kind,
            fixed_on: plan.fixed_on,
            source: plan.source.as_deref(),
            note: plan.note.as_deref(),
        };
        let id = store::insert_meeting(&mut w, new).await?;
        if !standing.is_empty() {
            let other_business = consult::other_business(&mut w, body, *day).await?;
            store::insert_standing(&mut w, id, &rules::standing_items(&standing, other_business)).await?;
        }
        meetings.push(id);
        told.push(json!({ "meeting": id, "day": day }));
    }
    // One meeting has its own history; a year's dates are an act of the body.
    let (record, seen) = match meetings.as_slice() {
        [one] => (one.record(), page(*one)),
        _ => (body.record(), format!("/bodies/{}/meetings", head.slug)),
    };
    w.tell(format!("body:{body}"));
    w.close(Entry::about(record, seen).of_body(body).after(json!({ "meetings": told, "arrangements": plan.arrangements, "kind": plan.kind })))
        .await?;
    Ok(meetings)
}

/// Changes a meeting's day, hours, place and access. Once it was called, those who were told of it can be told of the change, and
/// their calendars follow. Answers how many letters were written.
///
/// # Errors
/// Refused when the hours do not fit or the meeting is over; a conflict when somebody changed it meanwhile.
pub async fn arrange(
    house: &House,
    permit: &Permit<CallMeeting>,
    version: i64,
    day: Day,
    arrangements: &Arrangements,
    kind: MeetingKind,
    tell: bool,
) -> Result<usize> {
    let mut w = house.write(permit.opening(&ARRANGED)).await?;
    let before = store::meeting(&mut w, *permit.id()).await?;
    let mut findings = rules::hours(arrangements.starts_at, arrangements.ends_at);
    findings.push_if(!before.state.takes_answers(), || Finding::refuse("meeting-over"));
    if day != before.day {
        let head = store::body(&mut w, before.body).await?;
        findings.extend(rules::within_the_body(&[day], "day", head.ended, head.last_day, house.today()));
    }
    findings.or_refuse()?;
    store::arrange(&mut w, &before, version, day, arrangements, kind).await?;
    let mut told = 0;
    if tell && before.state == MeetingState::Called && before.would_move(day, arrangements) {
        let now = store::meeting(&mut w, before.id).await?;
        let readers = store::readers(&mut w, now.id, house.today(), now.body).await?;
        crate::letters::moved(&mut w, &before, &now, &readers).await?;
        told = readers.len();
    }
    let was = json!({ "day": before.day, "starts_at": before.starts_at, "ends_at": before.ends_at, "place": before.place, "kind": before.kind });
    let entry = about(&before).before(was).after(json!({ "day": day, "arrangements": arrangements, "kind": kind, "told": told }));
    keep(w, &before, entry).await?;
    Ok(told)
}

/// Calls a meeting off, with a reason. Its record stays.
///
/// # Errors
/// Refused without a reason, or when it has been opened.
pub async fn cancel(house: &House, permit: &Permit<CallMeeting>, reason: &str) -> Result<()> {
    let mut w = house.write(permit.opening(&CANCELLED)).await?;
    let meeting = store::meeting(&mut w, *permit.id()).await?;
    let mut findings = Findings::none();
    findings.push_if(!meeting.state.is_ahead(), || Finding::refuse("meeting-not-ahead"));
    findings.push_if(reason.trim().is_empty(), || Finding::refuse("cancel-reason-missing").at("reason"));
    findings.or_refuse()?;
    store::set_cancelled(&mut w, meeting.id, reason.trim()).await?;
    if meeting.called_at.is_some() {
        let off = store::meeting(&mut w, meeting.id).await?;
        crate::letters::cancelled(&mut w, &off, reason.trim()).await?;
    }
    let entry = about(&meeting).before(meeting.state).after(json!({ "state": "cancelled", "reason": reason.trim() }));
    keep(w, &meeting, entry).await
}

/// A meeting that is being changed must be one of the house's; used where an act needs it alone.
pub(super) fn refuse(code: &str) -> Error {
    Error::refuse(Finding::refuse(code))
}
