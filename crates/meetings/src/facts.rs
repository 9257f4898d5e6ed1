//! What this slice tells the charter's record: meetings, what was sent, items, the roll, who presided, and what the chair
//! agreed to. A line of SQL and a thing already in hand become facts by the same functions.

use std::collections::BTreeMap;

use ::store::{Read, Row};
use charter::{Capacity as As, Kind, Moment, Presence, Record};
use kernel::{BodyId, Day, Instant, MeetingId, PersonId, Result, Zone};
use terms::{FactSource, Records, Scope};

use crate::model::{Attendance, Capacity, Invitation, Item, ItemState, Meeting, MeetingState, Presiding, Reply, When};
use crate::store;

const TELLS: &[Kind] = &[Kind::Meetings, Kind::Sent, Kind::Items, Kind::Roll, Kind::Presiding, Kind::Judgements, Kind::Requests];

inventory::submit! {
    FactSource { name: "meetings", tells: TELLS, gather: |read, scope, records| Box::pin(gather(read, scope, records)) }
}

async fn gather(read: &mut Read, scope: &Scope, records: &mut Records) -> Result<()> {
    let zone = Zone::london();
    // For each body, the first day on which something was planned here.
    let mut ours: BTreeMap<BodyId, Day> = BTreeMap::new();
    for row in store::told(read, scope).await? {
        let body: BodyId = row.get("body_id")?;
        let record = records.of(body);
        match row.get::<String>("what")?.as_str() {
            "meeting" => {
                let told = ToldMeeting::of(&row)?;
                if told.source.is_none() {
                    let known = told.fixed_on.unwrap_or(told.day);
                    ours.entry(body).and_modify(|first| *first = (*first).min(known)).or_insert(known);
                }
                told.tell(record, &zone);
            }
            "item" => record.items.push(charter::Item {
                id: row.get::<kernel::ItemId>("id")?.to_string(),
                meeting: row.get::<MeetingId>("meeting_id")?.to_string(),
                title: row.get("words")?,
                notified: row.get("on_day")?,
                by: row.get::<Option<PersonId>>("person_id")?.map(|id| id.to_string()),
                began: row.get::<Option<Instant>>("at")?.map(|at| at.hour(&zone)),
                standing: row.get("yes")?,
                ..charter::Item::default()
            }),
            // One of the papers that went out; its pages are known where there is a file.
            "paper" => record.sent.push(charter::Sent {
                what: if row.get::<String>("word")? == "report" { "report" } else { "paper" }.to_owned(),
                meeting: Some(row.get::<MeetingId>("meeting_id")?.to_string()),
                day: row.get::<Option<Instant>>("at")?.map(|at| at.day(&zone)),
                title: Some(row.get::<Option<String>>("words")?.unwrap_or_else(|| web::words("paper-exempt", &[]))),
                pages: u32::try_from(row.get::<i64>("place")?).ok().filter(|pages| *pages > 0),
                ..charter::Sent::default()
            }),
            // Papers that went with a later version, after their day: how many and which is for their readers.
            "further" => record.sent.push(charter::Sent {
                what: "further papers".to_owned(),
                meeting: Some(row.get::<MeetingId>("meeting_id")?.to_string()),
                day: row.get::<Option<Instant>>("at")?.map(|at| at.day(&zone)),
                ..charter::Sent::default()
            }),
            "roll" => {
                let when = |hour: &str, item: &str| -> Result<When> { Ok(When { hour: row.get(hour)?, item: row.get(item)? }) };
                record.roll.push(charter::Attendance {
                    capacity: capacity(row.word("word")?),
                    presence: Presence::Present,
                    arrived: moment(when("hour", "from_item_id")?),
                    left: moment(when("until_hour", "until_item_id")?),
                    ..attendance(&row)?
                });
            }
            "apologies" => {
                let told: Option<Instant> = row.get("at")?;
                record.roll.push(charter::Attendance { presence: Presence::Apologies, told: told.map(|at| at.day(&zone)), ..attendance(&row)? });
            }
            "presiding" => {
                let from: Option<kernel::ItemId> = row.get("from_item_id")?;
                record.presiding.push(charter::Presiding {
                    meeting: row.get::<MeetingId>("meeting_id")?.to_string(),
                    person: row.get::<PersonId>("person_id")?.to_string(),
                    from: from.map(|item| Moment::Item(item.to_string())),
                });
            }
            _ => record.judgements.push(judgement(&row, &zone)?),
        }
    }
    // What was planned here is known from the day it was planned on; what an earlier record brought is known as far as it goes.
    for (body, first) in ours {
        for kind in [Kind::Meetings, Kind::Sent, Kind::Items, Kind::Judgements, Kind::Requests] {
            records.of(body).complete(kind, Some(first), None);
        }
    }
    Ok(())
}

fn attendance(row: &Row) -> Result<charter::Attendance> {
    Ok(charter::Attendance {
        meeting: row.get::<MeetingId>("meeting_id")?.to_string(),
        person: row.get::<PersonId>("person_id")?.to_string(),
        seat: row.get::<Option<kernel::SeatId>>("about_id")?.map(|id| id.to_string()),
        ..charter::Attendance::default()
    })
}

fn judgement(row: &Row, zone: &Zone) -> Result<charter::Judgement> {
    let at: Option<Instant> = row.get("at")?;
    Ok(charter::Judgement {
        about: row.get::<String>("word")?.replace('-', " "),
        of: row.get::<Option<uuid::Uuid>>("about_id")?.map(|id| id.to_string()),
        meeting: row.get::<Option<MeetingId>>("meeting_id")?.map(|id| id.to_string()),
        office: Some("chair".to_owned()),
        by: row.get::<Option<PersonId>>("person_id")?.map(|id| id.to_string()),
        agreed: row.get::<Option<String>>("state")?.as_deref() == Some("agree"),
        reason: row.get("words")?,
        day: at.map(|at| at.day(zone)),
        ..charter::Judgement::default()
    })
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
            hour: row.get("hour")?,
            kind: row.get("word")?,
            state: row.word("state")?,
            fixed_on: row.get("on_day")?,
            source: row.get("words")?,
            first_sent: row.get("at")?,
            on_roll: row.get("yes")?,
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
        record.sent.push(charter::Sent { what: what.to_owned(), meeting: Some(meeting.to_owned()), day: Some(day), ..charter::Sent::default() });
    }
}

fn capacity(of: Capacity) -> As {
    match of {
        Capacity::Member => As::Member,
        Capacity::Substitute => As::Substitute,
        Capacity::Guest => As::Guest,
        Capacity::Officer => As::Officer,
        Capacity::Observer => As::Observer,
        Capacity::Listed | Capacity::Unclear => As::Unclear,
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
