//! What this slice tells the charter's record: meetings, what was sent, items, the roll, who presided, and what the chair
//! agreed to. A line of SQL and a thing already in hand become facts by the same functions.

use ::store::{Read, Row};
use charter::{Capacity as As, Kind, Moment, Presence, Record};
use kernel::{BodyId, Day, Instant, MeetingId, PersonId, Result, Zone};
use terms::{FactSource, Scope};

use crate::model::{Attendance, Capacity, Invitation, Item, ItemState, Meeting, MeetingState, Presiding, Reply, When};
use crate::store;

inventory::submit! {
    FactSource { name: "meetings", gather: |read, scope, record| Box::pin(gather(read, scope, record)) }
}

async fn gather(read: &mut Read, scope: &Scope, record: &mut Record) -> Result<()> {
    let zone = Zone::london();
    let (body, meeting): (BodyId, Option<MeetingId>) = (scope.body(), scope.meeting());
    let mut ours: Option<Day> = None;
    for row in store::meetings_told(read, body).await? {
        let told = ToldMeeting::of(&row)?;
        if told.source.is_none() {
            let known = told.fixed_on.unwrap_or(told.day);
            ours = Some(ours.map_or(known, |first| first.min(known)));
        }
        told.tell(record, &zone);
    }
    for row in store::items_told(read, body, meeting).await? {
        let began: Option<Instant> = row.get("started_at")?;
        let written_up: bool = row.get("written_up")?;
        record.items.push(charter::Item {
            id: row.get::<kernel::ItemId>("id")?.to_string(),
            meeting: row.get::<MeetingId>("meeting_id")?.to_string(),
            title: row.get("title")?,
            notified: row.get("notified_on")?,
            by: row.get::<Option<PersonId>>("requested_by")?.map(|id| id.to_string()),
            began: began.filter(|_| !written_up).map(|at| at.hour(&zone)),
            standing: row.get("standing")?,
            ..charter::Item::default()
        });
    }
    for row in store::roll_told(read, body, meeting).await? {
        let when = |hour: &str, item: &str| -> Result<When> { Ok(When { hour: row.get(hour)?, item: row.get(item)? }) };
        record.roll.push(charter::Attendance {
            meeting: row.get::<MeetingId>("meeting_id")?.to_string(),
            person: row.get::<PersonId>("person_id")?.to_string(),
            seat: row.get::<Option<kernel::SeatId>>("seat_id")?.map(|id| id.to_string()),
            capacity: capacity(row.word("capacity")?),
            presence: Presence::Present,
            arrived: moment(when("arrived_at", "arrived_item_id")?),
            left: moment(when("left_at", "left_item_id")?),
            ..charter::Attendance::default()
        });
    }
    for row in store::apologies_told(read, body, meeting).await? {
        let told: Option<Instant> = row.get("answered_at")?;
        record.roll.push(charter::Attendance {
            meeting: row.get::<MeetingId>("meeting_id")?.to_string(),
            person: row.get::<PersonId>("person_id")?.to_string(),
            seat: row.get::<Option<kernel::SeatId>>("seat_id")?.map(|id| id.to_string()),
            presence: Presence::Apologies,
            told: told.map(|at| at.day(&zone)),
            ..charter::Attendance::default()
        });
    }
    for row in store::presiding_told(read, body, meeting).await? {
        let from: Option<kernel::ItemId> = row.get("from_item_id")?;
        record.presiding.push(charter::Presiding {
            meeting: row.get::<MeetingId>("meeting_id")?.to_string(),
            person: row.get::<PersonId>("person_id")?.to_string(),
            from: from.map(|item| Moment::Item(item.to_string())),
        });
    }
    for row in store::ruled_told(read, body, meeting).await? {
        let (about, at): (String, Option<Instant>) = (row.get("about")?, row.get("ruled_at")?);
        record.judgements.push(charter::Judgement {
            about: about.replace('-', " "),
            of: row.get::<Option<uuid::Uuid>>("about_id")?.map(|id| id.to_string()),
            meeting: row.get::<Option<MeetingId>>("meeting_id")?.map(|id| id.to_string()),
            office: Some("chair".to_owned()),
            by: row.get::<Option<PersonId>>("ruled_by")?.map(|id| id.to_string()),
            agreed: row.get::<Option<String>>("choice")?.as_deref() == Some("agree"),
            reason: row.get("reason")?,
            day: at.map(|at| at.day(&zone)),
        });
    }
    // What was planned here is known from the day it was planned on; what an earlier record brought is known as far as it goes.
    if let Some(first) = ours {
        for kind in [Kind::Meetings, Kind::Sent, Kind::Items, Kind::Judgements, Kind::Requests] {
            record.complete(kind, Some(first), None);
        }
    }
    Ok(())
}

struct ToldMeeting {
    id: MeetingId,
    day: Day,
    hour: Option<kernel::Hour>,
    kind: String,
    state: MeetingState,
    fixed_on: Option<Day>,
    source: Option<String>,
    first_sent: Option<Instant>,
    on_roll: bool,
}

impl ToldMeeting {
    fn of(row: &Row) -> Result<Self> {
        Ok(Self {
            id: row.get("id")?,
            day: row.get("day")?,
            hour: row.get("starts_at")?,
            kind: row.get("kind")?,
            state: row.word("state")?,
            fixed_on: row.get("fixed_on")?,
            source: row.get("source")?,
            first_sent: row.get("first_sent")?,
            on_roll: row.get::<i64>("on_roll")? > 0,
        })
    }

    fn tell(self, record: &mut Record, zone: &Zone) {
        let id = self.id.to_string();
        if let Some(at) = self.first_sent {
            tell_sent(record, &id, at.day(zone));
        }
        if self.on_roll && matches!(self.state, MeetingState::Open | MeetingState::Closed) {
            record.complete(Kind::Roll, Some(self.day), Some(self.day));
            record.complete(Kind::Presiding, Some(self.day), Some(self.day));
        }
        record.meetings.push(charter::Meeting {
            id,
            day: Some(self.day),
            hour: self.hour,
            kind: Some(self.kind),
            fixed: self.fixed_on,
            cancelled: self.state == MeetingState::Cancelled,
            ..charter::Meeting::default()
        });
    }
}

/// The first agenda that goes out is the notice, and takes the papers along.
fn tell_sent(record: &mut Record, meeting: &str, day: Day) {
    for what in ["notice", "agenda", "papers"] {
        record.sent.push(charter::Sent { what: what.to_owned(), meeting: Some(meeting.to_owned()), day: Some(day), to: None });
    }
}

fn capacity(of: Capacity) -> As {
    match of {
        Capacity::Member => As::Member,
        Capacity::Substitute => As::Substitute,
        Capacity::Guest => As::Guest,
        Capacity::Officer => As::Officer,
        Capacity::Observer => As::Observer,
        Capacity::Unclear => As::Unclear,
    }
}

/// The item says more than the hour: what was decided under it is judged by it.
fn moment(when: When) -> Option<Moment> {
    match (when.item, when.hour) {
        (Some(item), _) => Some(Moment::Item(item.to_string())),
        (None, Some(hour)) => Some(Moment::Hour(hour)),
        (None, None) => None,
    }
}

/// Tells the record of one meeting that is in hand.
pub(crate) fn tell_meeting(record: &mut Record, meeting: &Meeting) {
    if meeting.source.is_none() {
        for kind in [Kind::Meetings, Kind::Sent, Kind::Items, Kind::Judgements, Kind::Requests] {
            record.complete(kind, Some(meeting.fixed_on.unwrap_or(meeting.day)), None);
        }
    }
    if let Some(at) = meeting.called_at {
        tell_sent(record, &meeting.id.to_string(), at.day(&Zone::london()));
    }
    record.meetings.push(charter::Meeting {
        id: meeting.id.to_string(),
        day: Some(meeting.day),
        hour: meeting.starts_at,
        kind: Some(kernel::Word::word(meeting.kind).to_owned()),
        fixed: meeting.fixed_on,
        cancelled: meeting.state == MeetingState::Cancelled,
        ..charter::Meeting::default()
    });
}

/// Tells the record who is in the room of a meeting in hand, item by item.
pub(crate) fn tell_room(
    record: &mut Record,
    meeting: &Meeting,
    items: &[Item],
    roll: &[Attendance],
    presiding: &[Presiding],
    invitations: &[Invitation],
) {
    let zone = Zone::london();
    let id = meeting.id.to_string();
    for item in items.iter().filter(|item| matches!(item.state, ItemState::Accepted | ItemState::AwaitingRuling)) {
        record.items.push(charter::Item {
            id: item.id.to_string(),
            meeting: id.clone(),
            title: item.title.clone(),
            notified: item.notified_on,
            by: item.requested_by.map(|person| person.to_string()),
            began: item.started_at.filter(|_| !meeting.written_up).map(|at| at.hour(&zone)),
            standing: item.standing,
            ..charter::Item::default()
        });
    }
    for line in roll {
        for stay in &line.stays {
            record.roll.push(charter::Attendance {
                meeting: id.clone(),
                person: line.person.to_string(),
                seat: line.seat.map(|seat| seat.to_string()),
                capacity: capacity(line.capacity),
                presence: Presence::Present,
                arrived: moment(stay.from),
                left: moment(stay.until),
                ..charter::Attendance::default()
            });
        }
    }
    let away = |i: &&Invitation| matches!(i.reply, Some(Reply::Apologies | Reply::Substitute)) && !roll.iter().any(|line| line.person == i.person);
    for invitation in invitations.iter().filter(away) {
        record.roll.push(charter::Attendance {
            meeting: id.clone(),
            person: invitation.person.to_string(),
            seat: invitation.seat.map(|seat| seat.to_string()),
            presence: Presence::Apologies,
            told: invitation.answered_at.map(|at| at.day(&zone)),
            ..charter::Attendance::default()
        });
    }
    for line in presiding {
        record.presiding.push(charter::Presiding {
            meeting: id.clone(),
            person: line.person.to_string(),
            from: line.from_item.map(|item| Moment::Item(item.to_string())),
        });
    }
    if matches!(meeting.state, MeetingState::Open | MeetingState::Closed) {
        record.complete(Kind::Roll, Some(meeting.day), Some(meeting.day));
        record.complete(Kind::Presiding, Some(meeting.day), Some(meeting.day));
    }
}

/// The seats of a body with the people in them and its offices, as the record's first source tells them.
///
/// # Errors
/// A fault when the database refuses.
pub(crate) async fn tell_seats(read: &mut Read, scope: &Scope, record: &mut Record) -> Result<()> {
    for source in inventory::iter::<FactSource>.into_iter().filter(|source| source.name == "bodies") {
        (source.gather)(read, scope, record).await?;
    }
    Ok(())
}
