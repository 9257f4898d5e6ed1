//! At the table, or writing up afterwards: the roll, who presides, the item, its notes, opening and closing.

use ::store::{Entry, Write, event};
use access::{House, Permit};
use kernel::{AttendanceId, Day, Error, Finding, Findings, Hour, ItemId, MeetingId, PersonId, Result, SeatId, Zone};
use people::rights::RecordPeople;
use serde::Serialize;
use serde_json::json;

use super::agenda::found;
use super::calling::refuse;
use super::{about, keep, page};
use crate::consult;
use crate::model::{Attendance, Capacity, GUEST, Invitation, Meeting, MeetingState, PresidesAs, Reply, When};
use crate::rights::CallMeeting;
use crate::rules::{self, Arriving};
use crate::store::{self, Asked, NewLine};

event!(
    /// A meeting was opened, at the table or to be written up.
    OPENED,
    "meeting.opened"
);
event!(
    /// A meeting was closed.
    CLOSED,
    "meeting.closed"
);
event!(
    /// A meeting that had been closed was opened again.
    REOPENED,
    "meeting.reopened"
);
event!(
    /// Somebody came.
    ARRIVED,
    "roll.arrived"
);
event!(
    /// Somebody went.
    LEFT,
    "roll.left"
);
event!(
    /// A coming or going was undone.
    UNDONE,
    "roll.undone"
);
event!(
    /// Somebody took the chair.
    PRESIDED,
    "meeting.presided"
);
event!(
    /// That somebody took the chair was taken back.
    UNPRESIDED,
    "meeting.presiding-undone"
);
event!(
    /// An item was reached.
    ITEM_REACHED,
    "item.reached"
);
event!(
    /// Notes were taken on an item.
    NOTED,
    "item.noted"
);

/// Opens a meeting. Whoever sits on its day stands on the list of those awaited. A meeting whose day is past is written up.
///
/// # Errors
/// Refused when it was opened, closed or called off already, or when its day has not come.
pub async fn open(house: &House, permit: &Permit<CallMeeting>) -> Result<()> {
    let mut w = house.write(permit.opening(&OPENED)).await?;
    let meeting = store::meeting(&mut w, *permit.id()).await?;
    let mut findings = Findings::none();
    findings.push_if(!meeting.state.is_ahead(), || Finding::refuse("meeting-not-ahead"));
    findings.push_if(house.today() < meeting.day, || Finding::refuse("meeting-not-yet").with("day", meeting.day));
    findings.or_refuse()?;
    store::invite_members(&mut w, meeting.id, meeting.body, meeting.day).await?;
    let at_the_table = permit.person().is_some() && house.today() == meeting.day;
    let now = w.now();
    store::set_open(&mut w, meeting.id, at_the_table.then_some(now)).await?;
    let entry = about(&meeting).before(meeting.state).after(json!({ "state": "open", "written_up": !at_the_table }));
    keep(w, &meeting, entry).await
}

/// Closes a meeting: answers and the roll change no more. The hour is the one it ended at, where it is known.
///
/// # Errors
/// Refused when it is not open, or ends before it began.
pub async fn close(house: &House, permit: &Permit<CallMeeting>, ended_at: Option<Hour>) -> Result<()> {
    let mut w = house.write(permit.opening(&CLOSED)).await?;
    let meeting = store::meeting(&mut w, *permit.id()).await?;
    let mut findings = Findings::none();
    findings.push_if(meeting.state != MeetingState::Open, || Finding::refuse("roll-not-open"));
    if let (Some(start), Some(end)) = (meeting.starts_at, ended_at) {
        findings.push_if(end < start, || Finding::refuse("meeting-ends-before-start").at("ends_at").with("starts_at", start));
    }
    findings.or_refuse()?;
    let now = w.now();
    store::set_closed(&mut w, meeting.id, now, ended_at).await?;
    let entry = about(&meeting).before(meeting.state).after(json!({ "state": "closed", "ends_at": ended_at }));
    keep(w, &meeting, entry).await
}

/// Opens a closed meeting again: it was closed by mistake, or somebody was forgotten.
///
/// # Errors
/// Refused when it is not closed.
pub async fn reopen(house: &House, permit: &Permit<CallMeeting>) -> Result<()> {
    let mut w = house.write(permit.opening(&REOPENED)).await?;
    let meeting = store::meeting(&mut w, *permit.id()).await?;
    if meeting.state != MeetingState::Closed {
        return Err(refuse("meeting-not-closed"));
    }
    interests::rights::may_change_record(&mut w, meeting.id).await?.or_refuse()?;
    store::set_reopened(&mut w, meeting.id).await?;
    let entry = about(&meeting).before(meeting.state).after(MeetingState::Open);
    keep(w, &meeting, entry).await
}

/// Who comes in.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub enum Comer {
    /// Somebody who is recorded.
    Known(PersonId),
    /// Somebody who is recorded with this coming.
    Named(String),
}

/// Somebody comes in.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Arrival {
    /// Who.
    pub who: Comer,
    /// In which capacity.
    pub capacity: Capacity,
    /// In which seat: a member's own, or the one a substitute sits in.
    pub seat: Option<SeatId>,
    /// In whose place, where the record says it and no seat shows it.
    pub in_place_of: Option<PersonId>,
    /// Who they are: "Deputy Principal, West Kent College".
    pub description: Option<String>,
    /// When; empty for the beginning.
    pub at: When,
    /// The words with which the chair agreed to a guest.
    pub agreement: Option<String>,
}

impl Arrival {
    /// A member in their own seat, from the beginning.
    pub fn of_member(person: PersonId, seat: SeatId) -> Self {
        Self {
            who: Comer::Known(person),
            capacity: Capacity::Member,
            seat: Some(seat),
            in_place_of: None,
            description: None,
            at: When::default(),
            agreement: None,
        }
    }
}

/// Puts somebody on the roll, or back into the room. Whoever is not recorded yet is recorded.
///
/// # Errors
/// Refused when the meeting is not open, they are there already, the seat is taken or not of this body, a substitute sits
/// themselves, or the terms want the chair to agree to a guest and nothing says so.
pub async fn arrive(house: &House, permit: &Permit<CallMeeting>, arrival: &Arrival) -> Result<AttendanceId> {
    let mut w = house.write(permit.opening(&ARRIVED)).await?;
    let meeting = store::meeting(&mut w, *permit.id()).await?;
    let roll = store::roll(&mut w, meeting.id).await?;
    let sitting = store::sitting(&mut w, meeting.body, meeting.day).await?;
    let guest = may_come(&mut w, permit, &meeting, &roll, &sitting, arrival).await?;
    let person = match &arrival.who {
        Comer::Known(person) => *person,
        Comer::Named(name) => {
            // The person is an act of its own, kept in its own entry before this one.
            drop(w);
            let new = people::model::NewPerson { name: name.trim().to_owned(), ..people::model::NewPerson::default() };
            let person = people::acts::record_person(house, &permit.hand_on::<RecordPeople>(permit.partnership()), new).await?;
            w = house.write(permit.opening(&ARRIVED)).await?;
            person
        }
    };
    let agreed = match guest {
        None => None,
        Some((clause, by)) => {
            let asked = Asked {
                body: meeting.body,
                meeting: meeting.id,
                item: arrival.at.item,
                about: GUEST,
                about_id: Some(person.0),
                clause: clause.as_deref(),
            };
            let ruling = store::ask_ruling(&mut w, asked).await?;
            let (now, words) = (w.now(), arrival.agreement.as_deref().unwrap_or_default().trim());
            store::rule(&mut w, ruling, "agree", words, by, "chair", permit.person().map(|_| now)).await?;
            Some(ruling)
        }
    };
    let invitations = store::invitations(&mut w, meeting.id).await?;
    let holder = arrival.seat.and_then(|seat| invitations.iter().find(|i| i.seat == Some(seat))).map(|i| i.person);
    let line = NewLine {
        person,
        capacity: arrival.capacity,
        seat: arrival.seat,
        in_place_of: arrival.in_place_of.or(holder.filter(|holder| arrival.capacity == Capacity::Substitute && *holder != person)),
        description: arrival.description.as_deref(),
        agreed,
    };
    let id = match roll.iter().find(|line| line.person == person) {
        Some(earlier) => {
            store::change_line(&mut w, earlier.id, &line).await?;
            earlier.id
        }
        None => store::insert_line(&mut w, meeting.id, &line).await?,
    };
    store::insert_stay(&mut w, id, arrival.at).await?;
    let entry = Entry::about(id.record(), page(meeting.id)).after(json!({ "person": person, "arrival": arrival }));
    keep(w, &meeting, entry).await?;
    Ok(id)
}

type Agreement = (Option<String>, Option<PersonId>);

/// Whether they may come in; for a guest whom the chair lets in, the clause and who presides.
async fn may_come(
    w: &mut Write,
    permit: &Permit<CallMeeting>,
    meeting: &Meeting,
    roll: &[Attendance],
    sitting: &store::Sitting,
    arrival: &Arrival,
) -> Result<Option<Agreement>> {
    let known = match &arrival.who {
        Comer::Known(person) => Some(*person),
        Comer::Named(_) => None,
    };
    let mut findings = Findings::none();
    if let Comer::Named(name) = &arrival.who {
        findings.extend(people::rules::name("person", name));
    }
    if let Some(seat) = arrival.seat
        && !sitting.has_seat(seat)
    {
        findings.push(Finding::refuse("seat-elsewhere").at("seat"));
    }
    let sits = known.is_some_and(|person| sitting.sits(person));
    let mut clause = None;
    if arrival.capacity == Capacity::Guest && permit.person().is_some() {
        clause = consult::Terms::of(w, meeting).await?.guest_ruling(known);
    }
    let agreed = arrival.agreement.as_deref().is_some_and(|words| !words.trim().is_empty());
    let coming =
        Arriving { person: known, capacity: arrival.capacity, seat: arrival.seat, sits, at: arrival.at, ruling_awaited: clause.is_some() && !agreed };
    findings.extend(rules::may_arrive(meeting.state, roll, coming));
    if findings.refuses() || findings.needs_ruling() {
        let under = |finding: Finding| match &clause {
            Some(clause) if finding.code == "guest-needs-ruling" => Finding { severity: kernel::Severity::Refusal, ..finding }.under(clause),
            _ => finding,
        };
        return Err(Error::Refused(findings.0.into_iter().map(under).collect()));
    }
    if arrival.capacity == Capacity::Guest && agreed {
        let presides = store::presiding(w, meeting.id).await?.last().map(|line| line.person);
        let by = match presides {
            Some(person) => Some(person),
            None => consult::who_rules(w, meeting, None, None).await?,
        };
        return Ok(Some((clause, by)));
    }
    Ok(None)
}

/// Puts many on the roll at once, as when last week's meeting is written up from the list that went round the table.
///
/// # Errors
/// Refused as [`arrive`] refuses, for the first who may not come; not found when one of them is not recorded yet.
pub async fn write_roll(house: &House, permit: &Permit<CallMeeting>, arrivals: &[Arrival]) -> Result<usize> {
    let mut w = house.write(permit.opening(&ARRIVED)).await?;
    let meeting = store::meeting(&mut w, *permit.id()).await?;
    let before = store::roll(&mut w, meeting.id).await?;
    let sitting = store::sitting(&mut w, meeting.body, meeting.day).await?;
    let invitations = store::invitations(&mut w, meeting.id).await?;
    let mut taken: Vec<SeatId> = before.iter().filter_map(|line| line.seat).collect();
    let mut lines = Vec::new();
    for arrival in arrivals {
        let Comer::Known(person) = arrival.who else { return Err(Error::NotFound) };
        if may_come(&mut w, permit, &meeting, &before, &sitting, arrival).await?.is_some() {
            return Err(refuse("guest-needs-ruling"));
        }
        if arrival.seat.is_some_and(|seat| taken.contains(&seat)) {
            let name = store::name_of(&mut w, person).await?;
            return Err(Error::refuse(Finding::refuse("seat-taken").at("seat").with("name", name)));
        }
        taken.extend(arrival.seat);
        let holder = arrival.seat.and_then(|seat| invitations.iter().find(|i| i.seat == Some(seat))).map(|i| i.person);
        let line = NewLine {
            person,
            capacity: arrival.capacity,
            seat: arrival.seat,
            in_place_of: arrival.in_place_of.or(holder.filter(|holder| arrival.capacity == Capacity::Substitute && *holder != person)),
            description: arrival.description.as_deref(),
            agreed: None,
        };
        lines.push((line, arrival.at));
    }
    store::insert_lines(&mut w, meeting.id, &lines).await?;
    let entry = about(&meeting).after(json!({ "came": arrivals }));
    keep(w, &meeting, entry).await?;
    Ok(arrivals.len())
}

/// Puts everybody on the roll who answered that they come, and the recorded substitutes of those who sent one.
///
/// # Errors
/// Refused when the meeting is not open.
pub async fn arrive_as_answered(house: &House, permit: &Permit<CallMeeting>, at: When) -> Result<usize> {
    let mut w = house.write(permit.opening(&ARRIVED)).await?;
    let meeting = store::meeting(&mut w, *permit.id()).await?;
    if meeting.state != MeetingState::Open {
        return Err(refuse("roll-not-open"));
    }
    let roll = store::roll(&mut w, meeting.id).await?;
    let (mut came, mut lines) = (Vec::new(), Vec::new());
    for invitation in store::invitations(&mut w, meeting.id).await? {
        let Some((person, capacity)) = awaited(&invitation) else { continue };
        let taken = roll.iter().any(|line| line.person == person || (line.seat.is_some() && line.seat == invitation.seat));
        if taken || came.contains(&person) {
            continue;
        }
        let line = NewLine {
            person,
            capacity,
            seat: invitation.seat,
            in_place_of: (capacity == Capacity::Substitute).then_some(invitation.person),
            description: None,
            agreed: None,
        };
        lines.push((line, at));
        came.push(person);
    }
    store::insert_lines(&mut w, meeting.id, &lines).await?;
    let entry = about(&meeting).after(json!({ "came": came, "at": at }));
    keep(w, &meeting, entry).await?;
    Ok(came.len())
}

fn awaited(invitation: &Invitation) -> Option<(PersonId, Capacity)> {
    match (invitation.reply?, invitation.seat, invitation.substitute) {
        (Reply::Coming, Some(_), _) => Some((invitation.person, Capacity::Member)),
        (Reply::Substitute, Some(_), Some(person)) => Some((person, Capacity::Substitute)),
        _ => None,
    }
}

/// Somebody leaves, at an hour or an item.
///
/// # Errors
/// Refused when the meeting is not open, they are not there, or came later.
pub async fn leave(house: &House, permit: &Permit<CallMeeting>, line: AttendanceId, at: When, reason: Option<&str>) -> Result<()> {
    let mut w = house.write(permit.opening(&LEFT)).await?;
    let meeting = store::meeting(&mut w, *permit.id()).await?;
    let line = line_of(&mut w, meeting.id, line).await?;
    let items: Vec<ItemId> = store::items(&mut w, meeting.id).await?.iter().map(|item| item.id).collect();
    rules::may_leave(meeting.state, &items, &line, at).or_refuse()?;
    if let Some(stay) = line.stays.last() {
        store::end_stay(&mut w, stay.id, at, reason).await?;
    }
    let entry = Entry::about(line.id.record(), page(meeting.id)).after(json!({ "person": line.person, "at": at, "reason": reason }));
    keep(w, &meeting, entry).await
}

/// Undoes the last coming or going of somebody. Whoever never came after all is no longer on the roll.
///
/// # Errors
/// Refused when the meeting is not open.
pub async fn undo(house: &House, permit: &Permit<CallMeeting>, line: AttendanceId) -> Result<()> {
    let mut w = house.write(permit.opening(&UNDONE)).await?;
    let meeting = store::meeting(&mut w, *permit.id()).await?;
    if meeting.state != MeetingState::Open {
        return Err(refuse("roll-not-open"));
    }
    let line = line_of(&mut w, meeting.id, line).await?;
    match line.stays.last() {
        Some(stay) if stay.is_over() => store::end_stay(&mut w, stay.id, When::default(), None).await?,
        Some(stay) => {
            store::remove_stay(&mut w, stay.id).await?;
            if line.stays.len() == 1 {
                store::remove_line(&mut w, line.id).await?;
            }
        }
        None => store::remove_line(&mut w, line.id).await?,
    }
    let entry = Entry::about(line.id.record(), page(meeting.id)).before(json!({ "person": line.person, "stays": line.stays }));
    keep(w, &meeting, entry).await
}

async fn line_of(w: &mut Write, meeting: MeetingId, line: AttendanceId) -> Result<Attendance> {
    store::roll(w, meeting).await?.into_iter().find(|l| l.id == line).ok_or(Error::NotFound)
}

/// Somebody takes the chair from an item on; without one, from the beginning.
///
/// # Errors
/// Refused when the meeting is not open, they are not in the room, sit nowhere here, or the office is somebody else's.
pub async fn preside(house: &House, permit: &Permit<CallMeeting>, person: PersonId, capacity: PresidesAs, from: Option<ItemId>) -> Result<()> {
    let mut w = house.write(permit.opening(&PRESIDED)).await?;
    let meeting = store::meeting(&mut w, *permit.id()).await?;
    let roll = store::roll(&mut w, meeting.id).await?;
    // What is imported stands as the record has it.
    if permit.person().is_some() {
        let offices = store::chairs_on(&mut w, meeting.body, meeting.day).await?;
        let now = house.today() == meeting.day && !meeting.written_up;
        rules::may_preside(meeting.state, &roll, rules::Taking { person, capacity, offices: &offices, now }).or_refuse()?;
    } else if meeting.state != MeetingState::Open || !roll.iter().any(|line| line.person == person) {
        return Err(refuse("presiding-not-here"));
    }
    if let Some(item) = from {
        store::item(&mut w, meeting.id, item).await?;
    }
    let before = store::presiding(&mut w, meeting.id).await?;
    store::insert_presiding(&mut w, meeting.id, person, capacity, from).await?;
    let clause = match capacity {
        PresidesAs::Chair => None,
        _ => terms::clause_for(&mut w, meeting.body, meeting.day, terms::Rests::Presiding).await?,
    };
    let entry = about(&meeting).under(clause).before(before.last()).after(json!({ "person": person, "capacity": capacity, "from": from }));
    keep(w, &meeting, entry).await
}

/// Takes back who took the chair last; whoever had it before has it again.
///
/// # Errors
/// Refused when the meeting is not open; not found when nobody is recorded.
pub async fn undo_presiding(house: &House, permit: &Permit<CallMeeting>) -> Result<()> {
    let mut w = house.write(permit.opening(&UNPRESIDED)).await?;
    let meeting = store::meeting(&mut w, *permit.id()).await?;
    if meeting.state != MeetingState::Open {
        return Err(refuse("roll-not-open"));
    }
    let before = store::presiding(&mut w, meeting.id).await?;
    let last = before.last().ok_or(Error::NotFound)?;
    store::undo_presiding(&mut w, &before).await?;
    let entry = about(&meeting).before(last);
    keep(w, &meeting, entry).await
}

/// The meeting has reached an item; those before it are done. Written up afterwards no moment is noted.
///
/// # Errors
/// Refused when the meeting is not open.
pub async fn reach_item(house: &House, permit: &Permit<CallMeeting>, item: ItemId) -> Result<()> {
    let mut w = house.write(permit.opening(&ITEM_REACHED)).await?;
    let (meeting, item) = found(&mut w, permit, item).await?;
    if meeting.state != MeetingState::Open {
        return Err(refuse("roll-not-open"));
    }
    let now = w.now();
    store::start_item(&mut w, meeting.id, item.id, now).await?;
    keep(w, &meeting, Entry::about(item.id.record(), page(meeting.id))).await
}

/// Saves the notes of an item on top of the version the writer saw; answers the new version. The entry holds the words that
/// changed, and after how many characters they stand.
///
/// # Errors
/// A conflict with both texts when somebody else saved meanwhile; refused when the meeting is not open.
pub async fn save_notes(house: &House, permit: &Permit<CallMeeting>, item: ItemId, version: i64, notes: &str) -> Result<i64> {
    let mut w = house.write(permit.opening(&NOTED)).await?;
    let (meeting, item) = found(&mut w, permit, item).await?;
    if meeting.state != MeetingState::Open {
        return Err(refuse("roll-not-open"));
    }
    if item.notes == notes && item.notes_version == version {
        return Ok(version);
    }
    let version = store::save_notes(&mut w, &item, version, notes).await?;
    // A topic of its own: the columns need not be fetched at every pause in somebody's typing.
    w.tell(format!("notes:{}", meeting.id));
    // The words that changed, not the whole text: each saving has its entry, and the text of any moment follows from them.
    let splice = rules::splice(&item.notes, notes);
    let entry = Entry::about(item.id.record(), page(meeting.id)).of_body(meeting.body);
    w.close(entry.before(json!({ "at": splice.at, "notes": splice.out })).after(json!({ "at": splice.at, "notes": splice.put }))).await?;
    Ok(version)
}

/// The day and hour of a moment in the zone that every partnership keeps, for the roll's clock.
pub fn hour_now(house: &House) -> (Day, Hour) {
    let zone = Zone::london();
    let hour = house.now().hour(&zone);
    (house.now().day(&zone), Hour::new(hour.hour(), hour.minute(), 0, 0).unwrap_or(hour))
}
