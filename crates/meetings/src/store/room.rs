//! The roll, and who presides.

use ::store::{Read, Row, Value, Write, args, sql};
use kernel::{AttendanceId, BodyId, Day, MeetingId, PersonId, Result, RulingId, SeatId, Word as _};
use uuid::Uuid;

use crate::model::{Attendance, Capacity, PresidesAs, Presiding, Stay, When};

sql!(
    ROLL,
    "select a.*, p.name, s.label as seat_label, f.name as in_place_of_name,
       r.id as stay_id, r.arrived_at, r.arrived_item_id, r.left_at, r.left_item_id, r.reason,
       d.id as presiding_id, d.capacity as presides_as, d.from_item_id, d.until_item_id, d.position as presiding_position
     from attendance a join person p on p.id = a.person_id left join seat s on s.id = a.seat_id left join person f on f.id = a.in_place_of
     left join presence r on r.attendance_id = a.id left join presiding d on d.meeting_id = a.meeting_id and d.person_id = a.person_id
     where a.meeting_id = $1 order by a.position, a.id, r.id, d.position"
);
sql!(
    INSERT_ATTENDANCE,
    "insert into attendance (id, meeting_id, person_id, capacity, seat_id, in_place_of, description, agreed_ruling_id, position, version)
     values ($1, $2, $3, $4, $5, $6, $7, $8, (select coalesce(max(o.position), 0) + $9 from attendance o where o.meeting_id = $2), 1)"
);
sql!(
    CHANGE_ATTENDANCE,
    "update attendance set capacity = $2, seat_id = $3, in_place_of = $4, description = $5, agreed_ruling_id = $6, version = version + 1 where id = $1"
);
sql!(REMOVE_ATTENDANCE, "delete from attendance where id = $1");
sql!(INSERT_STAY, "insert into presence (id, attendance_id, arrived_at, arrived_item_id) values ($1, $2, $3, $4)");
sql!(END_STAY, "update presence set left_at = $2, left_item_id = $3, reason = $4 where id = $1");
sql!(REMOVE_STAY, "delete from presence where id = $1");
sql!(PRESIDING, "select r.*, p.name from presiding r join person p on p.id = r.person_id where r.meeting_id = $1 order by r.position, r.id");
sql!(
    INSERT_PRESIDING,
    "insert into presiding (id, meeting_id, person_id, capacity, from_item_id, until_item_id, position) values ($1, $2, $3, $4, $5, $6, $7)"
);
sql!(END_PRESIDING, "update presiding set until_item_id = $2 where id = $1");
sql!(
    CHAIRS,
    "select person_id, kind from office where body_id = $1 and kind in ('chair', 'vice-chair')
       and (starts_on is null or starts_on <= $2) and (ends_on is null or ends_on >= $2)"
);
sql!(REMOVE_PRESIDING, "delete from presiding where id = $1");
sql!(
    SECOND_NAMES,
    "select a.seat_id, a.person_id, p.name from appointment a join seat s on s.id = a.seat_id join person p on p.id = a.person_id
     where s.body_id = $1 and a.role = 'second' and (a.starts_on is null or a.starts_on <= $2) and (a.ends_on is null or a.ends_on >= $2)
     order by s.position, p.sort_name"
);
sql!(
    SITTING,
    "select s.id, a.person_id from seat s left join appointment a on a.seat_id = s.id and a.role in ('holder', 'second')
       and (a.starts_on is null or a.starts_on <= $2) and (a.ends_on is null or a.ends_on >= $2)
     where s.body_id = $1"
);

fn when(row: &Row, hour: &str, item: &str) -> Result<When> {
    Ok(When { hour: row.get(hour)?, item: row.get(item)? })
}

/// Everybody on the roll of a meeting with their comings and goings, in order.
///
/// # Errors
/// A fault when the database refuses.
pub async fn roll(read: &mut Read, meeting: MeetingId) -> Result<Vec<Attendance>> {
    roll_of_rows(&read.all(&ROLL, args![meeting]).await?)
}

/// Everybody on the roll, and who presided: whoever presides is on the roll, so that one statement tells both.
///
/// # Errors
/// A fault when the database refuses.
pub async fn roll_and_presiding(read: &mut Read, meeting: MeetingId) -> Result<(Vec<Attendance>, Vec<Presiding>)> {
    let rows = read.all(&ROLL, args![meeting]).await?;
    let mut presided: Vec<Presiding> = Vec::new();
    for row in &rows {
        let Some(id) = row.get::<Option<Uuid>>("presiding_id")? else { continue };
        if presided.iter().all(|known| known.id != id) {
            presided.push(Presiding {
                id,
                person: row.get("person_id")?,
                name: row.get("name")?,
                capacity: row.word("presides_as")?,
                from_item: row.get("from_item_id")?,
                until_item: row.get("until_item_id")?,
                position: row.get("presiding_position")?,
            });
        }
    }
    presided.sort_by_key(|line| line.position);
    Ok((roll_of_rows(&rows)?, presided))
}

fn roll_of_rows(rows: &[Row]) -> Result<Vec<Attendance>> {
    let mut roll: Vec<Attendance> = Vec::new();
    for row in rows {
        let id: AttendanceId = row.get("id")?;
        if roll.last().is_none_or(|line| line.id != id) {
            roll.push(Attendance {
                id,
                person: row.get("person_id")?,
                name: row.get("name")?,
                capacity: row.word("capacity")?,
                seat: row.get("seat_id")?,
                seat_label: row.get("seat_label")?,
                in_place_of: row.get("in_place_of")?,
                in_place_of_name: row.get("in_place_of_name")?,
                description: row.get("description")?,
                agreed: row.get("agreed_ruling_id")?,
                position: row.get("position")?,
                stays: Vec::new(),
                version: row.get("version")?,
            });
        }
        if let (Some(stay), Some(line)) = (row.get::<Option<Uuid>>("stay_id")?, roll.last_mut()) {
            if line.stays.iter().any(|known| known.id == stay) {
                continue;
            }
            line.stays.push(Stay {
                id: stay,
                from: when(row, "arrived_at", "arrived_item_id")?,
                until: when(row, "left_at", "left_item_id")?,
                reason: row.get("reason")?,
            });
        }
    }
    Ok(roll)
}

/// What a line of the roll is written with.
#[derive(Debug, Clone)]
pub struct NewLine<'a> {
    /// Who.
    pub person: PersonId,
    /// In which capacity.
    pub capacity: Capacity,
    /// In which seat.
    pub seat: Option<SeatId>,
    /// In whose place.
    pub in_place_of: Option<PersonId>,
    /// Who they are.
    pub description: Option<&'a str>,
    /// The ruling by which a guest is here.
    pub agreed: Option<RulingId>,
}

/// Writes a line of the roll.
///
/// # Errors
/// A fault when the database refuses.
pub async fn insert_line(w: &mut Write, meeting: MeetingId, line: &NewLine<'_>) -> Result<AttendanceId> {
    let id: AttendanceId = w.id();
    w.run(&INSERT_ATTENDANCE, attendance(id, meeting, line, 1)).await?;
    Ok(id)
}

/// The values of a line of the roll, so many places after the last one that stands before the statement runs.
fn attendance(id: AttendanceId, meeting: MeetingId, line: &NewLine<'_>, after: i64) -> Vec<Value> {
    args![id, meeting, line.person, line.capacity.word(), line.seat, line.in_place_of, line.description, line.agreed, after]
}

/// Writes several lines of the roll in order, each with the moment at which they came.
///
/// # Errors
/// A fault when the database refuses.
pub async fn insert_lines(w: &mut Write, meeting: MeetingId, lines: &[(NewLine<'_>, When)]) -> Result<()> {
    let (mut roll, mut stays) = (Vec::new(), Vec::new());
    for (after, (line, at)) in (1..).zip(lines) {
        let (id, stay): (AttendanceId, Uuid) = (w.id(), w.id());
        roll.push(attendance(id, meeting, line, after));
        stays.push(args![stay, id, at.hour, at.item]);
    }
    w.run_each(&INSERT_ATTENDANCE, roll).await?;
    w.run_each(&INSERT_STAY, stays).await
}

/// Writes in which capacity somebody is there.
///
/// # Errors
/// A fault when the database refuses.
pub async fn change_line(w: &mut Write, id: AttendanceId, line: &NewLine<'_>) -> Result<()> {
    w.run(&CHANGE_ATTENDANCE, args![id, line.capacity.word(), line.seat, line.in_place_of, line.description, line.agreed]).await.map(drop)
}

/// Takes a line off the roll that has no stay.
///
/// # Errors
/// A fault when the database refuses.
pub async fn remove_line(w: &mut Write, id: AttendanceId) -> Result<()> {
    w.run(&REMOVE_ATTENDANCE, args![id]).await.map(drop)
}

/// Somebody came.
///
/// # Errors
/// A fault when the database refuses.
pub async fn insert_stay(w: &mut Write, line: AttendanceId, at: When) -> Result<Uuid> {
    let id: Uuid = w.id();
    w.run(&INSERT_STAY, args![id, line, at.hour, at.item]).await?;
    Ok(id)
}

/// Somebody went; an empty moment undoes it.
///
/// # Errors
/// A fault when the database refuses.
pub async fn end_stay(w: &mut Write, stay: Uuid, at: When, reason: Option<&str>) -> Result<()> {
    w.run(&END_STAY, args![stay, at.hour, at.item, reason]).await.map(drop)
}

/// Undoes a coming.
///
/// # Errors
/// A fault when the database refuses.
pub async fn remove_stay(w: &mut Write, stay: Uuid) -> Result<()> {
    w.run(&REMOVE_STAY, args![stay]).await.map(drop)
}

/// Who presided, in order.
///
/// # Errors
/// A fault when the database refuses.
pub async fn presiding(read: &mut Read, meeting: MeetingId) -> Result<Vec<Presiding>> {
    read.each(&PRESIDING, args![meeting], |row| {
        Ok(Presiding {
            id: row.get("id")?,
            person: row.get("person_id")?,
            name: row.get("name")?,
            capacity: row.word("capacity")?,
            from_item: row.get("from_item_id")?,
            until_item: row.get("until_item_id")?,
            position: row.get("position")?,
        })
    })
    .await
}

/// Writes who presides from an item on; whoever presided before does so until it. A second choice for the same item replaces
/// the first.
///
/// # Errors
/// A fault when the database refuses.
pub async fn insert_presiding(w: &mut Write, meeting: MeetingId, person: PersonId, capacity: PresidesAs, from: Option<kernel::ItemId>) -> Result<()> {
    let before = presiding(w, meeting).await?;
    let mut last = 0;
    for line in &before {
        last = last.max(line.position);
        if line.from_item == from {
            w.run(&REMOVE_PRESIDING, args![line.id]).await?;
        } else if line.until_item.is_none() {
            w.run(&END_PRESIDING, args![line.id, from]).await?;
        }
    }
    let id: Uuid = w.id();
    w.run(&INSERT_PRESIDING, args![id, meeting, person, capacity.word(), from, None::<kernel::ItemId>, last + 1]).await.map(drop)
}

/// Takes back the last line of who presided; the one before goes on.
///
/// # Errors
/// A fault when the database refuses.
pub async fn undo_presiding(w: &mut Write, lines: &[Presiding]) -> Result<()> {
    let [before @ .., last] = lines else { return Ok(()) };
    w.run(&REMOVE_PRESIDING, args![last.id]).await?;
    if let Some(line) = before.last() {
        w.run(&END_PRESIDING, args![line.id, None::<kernel::ItemId>]).await?;
    }
    Ok(())
}

/// Who holds the offices of chair and vice-chair of a body on a day.
///
/// # Errors
/// A fault when the database refuses.
pub async fn chairs_on(read: &mut Read, body: BodyId, day: Day) -> Result<Vec<(PersonId, PresidesAs)>> {
    read.each(&CHAIRS, args![body, day], |row| Ok((row.get("person_id")?, row.word("kind")?))).await
}

/// The seats of a body, each with who holds it on a day or is its second name.
#[derive(Debug, Clone)]
pub struct Sitting(Vec<(SeatId, Option<PersonId>)>);

impl Sitting {
    /// Whether a seat is one of the body's.
    pub fn has_seat(&self, seat: SeatId) -> bool {
        self.0.iter().any(|(id, _)| *id == seat)
    }

    /// Whether a person holds one of them, or is its second name.
    pub fn sits(&self, person: PersonId) -> bool {
        self.0.iter().any(|(_, holder)| *holder == Some(person))
    }
}

/// Who sits in a body on a day.
///
/// # Errors
/// A fault when the database refuses.
pub async fn sitting(read: &mut Read, body: BodyId, day: Day) -> Result<Sitting> {
    read.each(&SITTING, args![body, day], |row| Ok((row.get("id")?, row.get("person_id")?))).await.map(Sitting)
}

/// The second names of a body's seats on a day: seat, person, name. Either name sits; a seat counts once.
///
/// # Errors
/// A fault when the database refuses.
pub async fn second_names(read: &mut Read, body: BodyId, day: Day) -> Result<Vec<(SeatId, PersonId, String)>> {
    read.each(&SECOND_NAMES, args![body, day], |row| Ok((row.get("seat_id")?, row.get("person_id")?, row.get("name")?))).await
}
