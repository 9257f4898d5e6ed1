//! What stands on the agenda: adding, asking for, accepting, returning, ruling, ordering.

use ::store::event;
use access::{House, Permit};
use kernel::{Day, Error, Finding, Findings, ItemId, PersonId, Result, RulingId};
use serde::Serialize;
use serde_json::json;

use super::calling::refuse;
use super::{keep, page};
use crate::consult::{self, Lateness};
use crate::model::{Item, ItemState, LATE_ITEM, Meeting, NewItem, SubGroupAnswer};
use crate::rights::{CallMeeting, ReportForSubGroup, RequestItem, RuleAtMeeting};
use crate::rules::{self, Direction};
use crate::store::{self, Asked, ComesIn, ItemFace};

event!(
    /// An item was put on an agenda.
    ITEM_ADDED,
    "item.added"
);
event!(
    /// A member asked for an item.
    ITEM_REQUESTED,
    "item.requested"
);
event!(
    /// An item that was asked for was taken.
    ITEM_ACCEPTED,
    "item.accepted"
);
event!(
    /// An item that was asked for was not taken.
    ITEM_RETURNED,
    "item.returned"
);
event!(
    /// An item's title, purpose or openness changed.
    ITEM_CHANGED,
    "item.changed"
);
event!(
    /// An item changed its place.
    ITEM_MOVED,
    "item.moved"
);
event!(
    /// An item was taken off.
    ITEM_WITHDRAWN,
    "item.withdrawn"
);
event!(
    /// The chair ruled on a late item.
    LATE_ITEM_RULED,
    "item.late-ruled"
);
event!(
    /// A sub-group answered from its letter.
    SUB_GROUP_REPORTED,
    "item.sub-group-reported"
);
event!(
    /// It was written down what came from a sub-group.
    SUB_GROUP_ANSWERED,
    "item.sub-group-answered"
);

fn about_item(meeting: &Meeting, item: ItemId) -> ::store::Entry {
    ::store::Entry::about(item.record(), page(meeting.id))
}

/// Puts an item on the agenda. After the deadline of the terms it waits for the chair's ruling; where the terms refuse it, it
/// is refused. What a meeting in the past dealt with is written down as it was.
///
/// # Errors
/// Refused when the meeting is over or the terms refuse the item.
pub async fn add_item(house: &House, permit: &Permit<CallMeeting>, new: &NewItem) -> Result<ItemId> {
    let mut w = house.write(permit.opening(&ITEM_ADDED)).await?;
    let meeting = store::meeting(&mut w, *permit.id()).await?;
    let (item, late) = put_on(&mut w, house, &meeting, new, permit.person().is_none()).await?;
    let entry = about_item(&meeting, item).under(late.clone().flatten()).after(json!({ "item": new, "awaits_ruling": late.is_some() }));
    keep(w, &meeting, entry).await?;
    Ok(item)
}

/// Puts an item on an agenda within an act that does more: it waits for the chair's ruling where it comes after the deadline of the
/// terms. Answers the item, and for a late one the clause that asks for the ruling. `from_record`: by an import, not by a person.
pub(super) async fn put_on(
    w: &mut ::store::Write,
    house: &House,
    meeting: &Meeting,
    new: &NewItem,
    from_record: bool,
) -> Result<(ItemId, Option<Option<String>>)> {
    if !meeting.state.takes_answers() {
        return Err(refuse("meeting-over"));
    }
    let recorded_afterwards = meeting.written_up || meeting.day < house.today() || (from_record && new.notified_on.is_none());
    let on = new.notified_on.unwrap_or(house.today());
    let lateness = if new.standing || recorded_afterwards { Lateness::InTime } else { consult::item_lateness(w, meeting, on).await? };
    let late = lateness.findings_or_late()?;
    let new = NewItem { notified_on: if recorded_afterwards || new.standing { new.notified_on } else { Some(on) }, ..new.clone() };
    let comes =
        ComesIn { late: late.is_some(), state: late.as_ref().map(|_| ItemState::AwaitingRuling), last: recorded_afterwards, ..ComesIn::default() };
    let item = store::insert_item(w, meeting.id, &new, &comes).await?;
    if let Some(clause) = &late {
        ask(w, meeting, item, clause.as_deref()).await?;
    }
    Ok((item, late))
}

async fn ask(w: &mut ::store::Write, meeting: &Meeting, item: ItemId, clause: Option<&str>) -> Result<RulingId> {
    let asked = Asked { body: meeting.body, meeting: meeting.id, item: Some(item), about: LATE_ITEM, about_id: Some(item.0), clause };
    store::ask_ruling(w, asked).await
}

/// What a member asks for.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Request {
    /// The item's title.
    pub title: String,
    /// Why it should be taken, and what it would ask of the body.
    pub words: Option<String>,
    /// Who asks, where an earlier record says; otherwise whoever holds the permit.
    pub by: Option<PersonId>,
    /// When, where an earlier record says.
    pub on: Option<Day>,
}

/// Asks for an item. The secretariat answers.
///
/// # Errors
/// Refused when the meeting is no longer ahead, or the terms refuse the item.
pub async fn request_item(house: &House, permit: &Permit<RequestItem>, request: &Request) -> Result<ItemId> {
    let mut w = house.write(permit.opening(&ITEM_REQUESTED)).await?;
    let meeting = store::meeting(&mut w, *permit.id()).await?;
    if !meeting.state.is_ahead() {
        return Err(refuse("meeting-not-ahead"));
    }
    let on = request.on.filter(|_| permit.person().is_none()).unwrap_or(house.today());
    let late = consult::item_lateness(&mut w, &meeting, on).await?.findings_or_late()?;
    let by = permit.person().or(request.by);
    let now = w.now();
    let comes = ComesIn { by, at: Some(now), words: request.words.clone(), late: late.is_some(), state: Some(ItemState::Requested), last: false };
    let new = NewItem { notified_on: Some(on), ..NewItem::business(&request.title) };
    let item = store::insert_item(&mut w, meeting.id, &new, &comes).await?;
    let entry = about_item(&meeting, item).under(late.flatten()).after(request);
    keep(w, &meeting, entry).await?;
    Ok(item)
}

/// Takes an item that was asked for. One that came after the deadline goes to the chair for a ruling first.
///
/// # Errors
/// Refused when it was answered already.
pub async fn accept_item(house: &House, permit: &Permit<CallMeeting>, item: ItemId) -> Result<()> {
    let mut w = house.write(permit.opening(&ITEM_ACCEPTED)).await?;
    let (meeting, item) = found(&mut w, permit, item).await?;
    if item.state != ItemState::Requested {
        return Err(refuse("item-answered"));
    }
    let mut clause = None;
    let state = if item.late {
        let on = item.notified_on.unwrap_or(house.today());
        clause = consult::item_lateness(&mut w, &meeting, on).await?.clause();
        ask(&mut w, &meeting, item.id, clause.as_deref()).await?;
        ItemState::AwaitingRuling
    } else {
        ItemState::Accepted
    };
    store::set_item_state(&mut w, item.id, state, None, item.late, None).await?;
    let entry = about_item(&meeting, item.id).under(clause).before(item.state).after(state);
    keep(w, &meeting, entry).await
}

/// Returns an item that was asked for, with a reason for who asked.
///
/// # Errors
/// Refused without a reason, or when it was answered already.
pub async fn return_item(house: &House, permit: &Permit<CallMeeting>, item: ItemId, reason: &str) -> Result<()> {
    let mut w = house.write(permit.opening(&ITEM_RETURNED)).await?;
    let (meeting, item) = found(&mut w, permit, item).await?;
    let mut findings = Findings::none();
    findings.push_if(item.state != ItemState::Requested, || Finding::refuse("item-answered"));
    findings.push_if(reason.trim().is_empty(), || Finding::refuse("return-reason-missing").at("reason"));
    findings.or_refuse()?;
    store::set_item_state(&mut w, item.id, ItemState::Returned, Some(reason.trim()), item.late, None).await?;
    if let Some(person) = item.requested_by {
        crate::letters::returned(&mut w, &meeting, &item, person, reason.trim()).await?;
    }
    let entry = about_item(&meeting, item.id).before(item.state).after(json!({ "state": "returned", "reason": reason.trim() }));
    keep(w, &meeting, entry).await
}

/// Changes an item's title, purpose, presenter or openness.
///
/// # Errors
/// Refused when the meeting is closed or an exempt item names no ground; a conflict when somebody changed it meanwhile.
pub async fn change_item(house: &House, permit: &Permit<CallMeeting>, item: ItemId, version: i64, face: &ItemFace) -> Result<()> {
    let mut w = house.write(permit.opening(&ITEM_CHANGED)).await?;
    let (meeting, before) = found(&mut w, permit, item).await?;
    let mut findings = Findings::none();
    findings.push_if(!meeting.state.takes_answers(), || Finding::refuse("meeting-over"));
    findings.push_if(face.title.trim().is_empty(), || Finding::refuse("text-missing").at("title"));
    findings.push_if(face.exempt && face.ground.is_none(), || Finding::refuse("exempt-ground-missing").at("ground"));
    findings.or_refuse()?;
    store::change_item(&mut w, &before, version, face).await?;
    if before.exempt && !face.exempt {
        store::hold_papers_back(&mut w, item).await?;
    }
    let was = json!({ "title": before.title, "purpose": before.purpose, "presenter": before.presenter, "exempt": before.exempt });
    let entry = about_item(&meeting, item).before(was).after(face);
    keep(w, &meeting, entry).await
}

/// Moves an item up or down by one place among those on the agenda.
///
/// # Errors
/// Refused when the meeting is closed.
pub async fn move_item(house: &House, permit: &Permit<CallMeeting>, item: ItemId, direction: Direction) -> Result<()> {
    let mut w = house.write(permit.opening(&ITEM_MOVED)).await?;
    let (meeting, item) = found(&mut w, permit, item).await?;
    if !meeting.state.takes_answers() {
        return Err(refuse("meeting-over"));
    }
    let all = store::items(&mut w, meeting.id).await?;
    let on = |item: &&Item| matches!(item.state, ItemState::Accepted | ItemState::AwaitingRuling);
    let order: Vec<ItemId> = all.iter().filter(on).map(|item| item.id).collect();
    let rest = all.iter().filter(|item| !on(item)).map(|item| item.id);
    let after: Vec<ItemId> = rules::moved(&order, item.id, direction).into_iter().chain(rest).collect();
    store::set_order(&mut w, &after).await?;
    let place = |order: &[ItemId]| order.iter().position(|id| *id == item.id).map(|n| n + 1);
    let entry = about_item(&meeting, item.id).before(place(&order)).after(place(&after));
    keep(w, &meeting, entry).await
}

/// Takes an item off the agenda. What was said under it would be lost, so that an item with notes stays.
///
/// # Errors
/// Refused when the meeting is closed or the item has notes.
pub async fn withdraw_item(house: &House, permit: &Permit<CallMeeting>, item: ItemId) -> Result<()> {
    let mut w = house.write(permit.opening(&ITEM_WITHDRAWN)).await?;
    let (meeting, item) = found(&mut w, permit, item).await?;
    let mut findings = Findings::none();
    findings.push_if(!meeting.state.takes_answers(), || Finding::refuse("meeting-over"));
    findings.push_if(!item.notes.is_empty(), || Finding::refuse("item-has-notes"));
    findings.or_refuse()?;
    store::set_item_state(&mut w, item.id, ItemState::Withdrawn, None, item.late, None).await?;
    let entry = about_item(&meeting, item.id).before(item.state).after(ItemState::Withdrawn);
    keep(w, &meeting, entry).await
}

/// A ruling of the chair.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Ruled {
    /// Agreed, or refused.
    pub agreed: bool,
    /// Why; printed on the agenda where a late item is taken.
    pub reason: String,
    /// Who ruled, where the secretariat or an earlier record writes it down.
    pub by: Option<PersonId>,
}

/// Rules on a late item: it comes on the agenda with the reason, or goes back with it.
///
/// # Errors
/// Refused without a reason, when it was ruled on already, or when the chair asked for the item: then the terms name nobody.
pub async fn rule_late_item(house: &House, permit: &Permit<RuleAtMeeting>, ruling: RulingId, ruled: &Ruled) -> Result<()> {
    let mut w = house.write(permit.opening(&LATE_ITEM_RULED)).await?;
    let meeting = store::meeting(&mut w, *permit.id()).await?;
    let rulings = store::rulings(&mut w, meeting.id).await?;
    let asked = rulings.iter().find(|r| r.id == ruling && r.about == LATE_ITEM).ok_or(Error::NotFound)?;
    let item = store::item(&mut w, meeting.id, asked.item.ok_or(Error::NotFound)?).await?;
    let by = consult::who_rules(&mut w, &meeting, permit.person().filter(|_| permit.capacity() == "chair"), ruled.by).await?;
    let mut findings = Findings::none();
    findings.push_if(asked.choice.is_some(), || Finding::refuse("ruling-given"));
    findings.push_if(ruled.reason.trim().is_empty(), || Finding::refuse("item-ruling-reason-missing").at("reason"));
    findings.push_if(by.is_none(), || Finding::refuse("ruling-nobody"));
    findings.push_if(by.is_some() && by == item.requested_by, || Finding::refuse("ruling-chair-concerned"));
    let findings = match &asked.clause {
        Some(clause) => findings.0.into_iter().map(|f| f.under(clause)).collect(),
        None => findings,
    };
    findings.or_refuse()?;
    let reason = ruled.reason.trim();
    let now = w.now();
    let choice = if ruled.agreed { "agree" } else { "refuse" };
    if !store::rule(&mut w, ruling, choice, reason, by, "chair", Some(now)).await? {
        return Err(refuse("ruling-given"));
    }
    let (state, returned, late_reason) =
        if ruled.agreed { (ItemState::Accepted, None, Some(reason)) } else { (ItemState::Returned, Some(reason), None) };
    store::set_item_state(&mut w, item.id, state, returned, true, late_reason).await?;
    if let (Some(person), false) = (item.requested_by, ruled.agreed) {
        crate::letters::returned(&mut w, &meeting, &item, person, reason).await?;
    }
    let entry = about_item(&meeting, item.id).under(asked.clause.clone()).before(item.state).after(json!({ "ruling": ruled, "by": by }));
    keep(w, &meeting, entry).await
}

/// Says for a sub-group, from the letter that asked it, what it reports to a meeting.
///
/// # Errors
/// Refused when the meeting is over, or when a report is announced and not given; a conflict when somebody answered meanwhile.
pub async fn report_for_sub_group(
    house: &House,
    permit: &Permit<ReportForSubGroup>,
    version: i64,
    answer: SubGroupAnswer,
    words: Option<&str>,
) -> Result<()> {
    let mut w = house.write(permit.opening(&SUB_GROUP_REPORTED)).await?;
    let before = store::sub_group_report(&mut w, permit.id().0).await?;
    let meeting = store::meeting(&mut w, before.meeting).await?;
    let mut findings = Findings::none();
    findings.push_if(!meeting.state.takes_answers(), || Finding::refuse("meeting-over"));
    findings.push_if(answer == SubGroupAnswer::Reported && words.is_none(), || Finding::refuse("sub-group-report-missing").at("words"));
    findings.or_refuse()?;
    let words = words.filter(|_| answer == SubGroupAnswer::Reported);
    store::answer_report(&mut w, &before, version, answer, words).await?;
    let entry = about_item(&meeting, before.item).before(before.answer).after(json!({ "body": before.body, "answer": answer, "words": words }));
    keep(w, &meeting, entry).await
}

/// Writes down what came from a sub-group: a report, nothing, or that it has not met.
///
/// # Errors
/// Refused when the meeting is closed.
pub async fn answer_sub_group(house: &House, permit: &Permit<CallMeeting>, item: ItemId, answer: Option<SubGroupAnswer>) -> Result<()> {
    let mut w = house.write(permit.opening(&SUB_GROUP_ANSWERED)).await?;
    let (meeting, item) = found(&mut w, permit, item).await?;
    if !meeting.state.takes_answers() {
        return Err(refuse("meeting-over"));
    }
    store::answer_sub_group(&mut w, item.id, answer).await?;
    let entry = about_item(&meeting, item.id).before(item.sub_group_answer).after(answer);
    keep(w, &meeting, entry).await
}

/// The meeting of the permit and one of its items.
pub(super) async fn found(w: &mut ::store::Write, permit: &Permit<CallMeeting>, item: ItemId) -> Result<(Meeting, Item)> {
    let meeting = store::meeting(w, *permit.id()).await?;
    let item = store::item(w, meeting.id, item).await?;
    Ok((meeting, item))
}
