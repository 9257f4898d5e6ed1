//! Seats and who was appointed to them.

use ::store::{Read, Row, Write, args, sql};
use kernel::{AppointmentId, BodyId, Day, PersonId, Result, SeatId, Word as _};

use super::shown_name;
use crate::model::{Appointed, AppointmentEnding, NewAppointment, NewSeat, Sitting};

sql!(
    INSERT_SEAT,
    "insert into seat (id, body_id, position, label, class, sector_id, sector_ours, organisation_id, nominating_group, ex_officio_post, starts_on, note, holders_not_recorded, version)
     values ($1, $2, (select coalesce(max(position), 0) + 1 from seat where body_id = $2), $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1)"
);
sql!(
    CHANGE_SEAT,
    "update seat set label = $2, class = $3, sector_id = $4, sector_ours = $5, organisation_id = $6, nominating_group = $7, ex_officio_post = $8, note = $9, holders_not_recorded = $11, version = version + 1
     where id = $1 and version = $10"
);
sql!(END_SEAT, "update seat set ends_on = $2, version = version + 1 where id = $1");
sql!(BODY_OF_SEAT, "select body_id, version from seat where id = $1");
sql!(
    MEMBERSHIP,
    "select s.id as seat_id, s.position, s.label, s.class, s.sector_ours, s.organisation_id, s.nominating_group, s.ex_officio_post, s.holders_not_recorded, s.note as seat_note, s.starts_on as seat_starts_on, s.ends_on as seat_ends_on, s.version,
       sec.name as sector, org.name as organisation_name, org.ended_on as organisation_ended_on,
       a.id as appointment_id, a.person_id, a.role, a.post, a.starts_on, a.ends_on, a.term_ends_on, a.ending, a.note as appointment_note,
       p.name as person_name, p.honorific, aorg.name as person_organisation
     from seat s
     left join sector sec on sec.id = s.sector_id
     left join organisation org on org.id = s.organisation_id
     left join appointment a on a.seat_id = s.id and ($2 is null or ((a.starts_on is null or a.starts_on <= $2) and (a.ends_on is null or a.ends_on >= $2)))
     left join person p on p.id = a.person_id
     left join organisation aorg on aorg.id = a.organisation_id
     where s.body_id = $1 and ($3 is null or s.id = $3)
       and ($2 is null or ((s.starts_on is null or s.starts_on <= $2) and (s.ends_on is null or s.ends_on >= $2)))
     order by s.position, case a.role when 'holder' then 0 when 'second' then 1 else 2 end, a.starts_on nulls first"
);
sql!(
    SITS_ELSEWHERE,
    "select s.label from appointment a join seat s on s.id = a.seat_id
     where s.body_id = $1 and a.person_id = $2 and s.id <> $3 and a.role = 'holder' and (a.ends_on is null or $4 is null or a.ends_on >= $4)"
);
sql!(
    INSERT_APPOINTMENT,
    "insert into appointment (id, seat_id, person_id, role, post, organisation_id, starts_on, term_ends_on, note, version) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1)"
);
sql!(APPOINTMENT, "select a.id, a.seat_id, a.starts_on, a.ends_on, s.body_id from appointment a join seat s on s.id = a.seat_id where a.id = $1");
sql!(END_APPOINTMENT, "update appointment set ends_on = $2, ending = $3, version = version + 1 where id = $1");

fn sittings(rows: &[Row]) -> Result<Vec<Sitting>> {
    let mut sittings: Vec<Sitting> = Vec::new();
    for row in rows {
        let seat: SeatId = row.get("seat_id")?;
        if sittings.last().is_none_or(|last| last.seat != seat) {
            sittings.push(Sitting {
                seat,
                position: row.get("position")?,
                label: row.get("label")?,
                class: row.word("class")?,
                sector: row.get("sector")?,
                sector_ours: row.get("sector_ours")?,
                organisation: row.get("organisation_id")?,
                organisation_name: row.get("organisation_name")?,
                organisation_ended_on: row.get("organisation_ended_on")?,
                nominating_group: row.get("nominating_group")?,
                ex_officio_post: row.get("ex_officio_post")?,
                holders_not_recorded: row.get("holders_not_recorded")?,
                note: row.get("seat_note")?,
                starts_on: row.get("seat_starts_on")?,
                ends_on: row.get("seat_ends_on")?,
                version: row.get("version")?,
                people: Vec::new(),
            });
        }
        let Some(id) = row.get::<Option<AppointmentId>>("appointment_id")? else { continue };
        let appointed = Appointed {
            id,
            person: row.get("person_id")?,
            name: shown_name(row, "person_name")?,
            role: row.word("role")?,
            post: row.get("post")?,
            organisation_name: row.get("person_organisation")?,
            starts_on: row.get("starts_on")?,
            ends_on: row.get("ends_on")?,
            term_ends_on: row.get("term_ends_on")?,
            ending: row.word_or_none("ending")?,
            note: row.get("appointment_note")?,
        };
        if let Some(sitting) = sittings.last_mut() {
            sitting.people.push(appointed);
        }
    }
    Ok(sittings)
}

/// The seats of a body and who sits in them as at a day, in the order of the list.
///
/// # Errors
/// A fault when the database refuses.
pub async fn membership(read: &mut Read, body: BodyId, as_at: Day) -> Result<Vec<Sitting>> {
    sittings(&read.all(&MEMBERSHIP, args![body, Some(as_at), None::<SeatId>]).await?)
}

/// The seats of a body with everybody who ever sat in them.
///
/// # Errors
/// A fault when the database refuses.
pub async fn membership_through_time(read: &mut Read, body: BodyId) -> Result<Vec<Sitting>> {
    sittings(&read.all(&MEMBERSHIP, args![body, None::<Day>, None::<SeatId>]).await?)
}

/// One seat with everybody who ever sat in it, and its body.
///
/// # Errors
/// [`kernel::Error::NotFound`] without one.
pub async fn seat(read: &mut Read, seat: SeatId) -> Result<(BodyId, Sitting)> {
    let body: BodyId = read.one(&BODY_OF_SEAT, args![seat]).await?.get("body_id")?;
    let found = sittings(&read.all(&MEMBERSHIP, args![body, None::<Day>, Some(seat)]).await?)?;
    found.into_iter().next().map(|sitting| (body, sitting)).ok_or(kernel::Error::NotFound)
}

/// The body of an appointment, and since and until when it is.
///
/// # Errors
/// [`kernel::Error::NotFound`] without one.
pub async fn appointment(read: &mut Read, id: AppointmentId) -> Result<(BodyId, Option<Day>, Option<Day>)> {
    let row = read.one(&APPOINTMENT, args![id]).await?;
    Ok((row.get("body_id")?, row.get("starts_on")?, row.get("ends_on")?))
}

pub(crate) async fn sits_elsewhere(read: &mut Read, body: BodyId, person: PersonId, but: SeatId, from: Option<Day>) -> Result<Option<String>> {
    read.maybe(&SITS_ELSEWHERE, args![body, person, but, from]).await?.map(|row| row.get("label")).transpose()
}

pub(crate) async fn insert_seat(w: &mut Write, id: SeatId, body: BodyId, new: &NewSeat) -> Result<()> {
    w.run(
        &INSERT_SEAT,
        args![
            id,
            body,
            new.label.trim(),
            new.class.word(),
            new.sector,
            new.sector_ours,
            new.organisation,
            new.nominating_group,
            new.ex_officio_post,
            new.starts_on,
            new.note,
            new.holders_not_recorded
        ],
    )
    .await?;
    Ok(())
}

pub(crate) async fn change_seat(w: &mut Write, id: SeatId, new: &NewSeat, version: i64) -> Result<bool> {
    let changed = w
        .run(
            &CHANGE_SEAT,
            args![
                id,
                new.label.trim(),
                new.class.word(),
                new.sector,
                new.sector_ours,
                new.organisation,
                new.nominating_group,
                new.ex_officio_post,
                new.note,
                version,
                new.holders_not_recorded
            ],
        )
        .await?;
    Ok(changed == 1)
}

pub(crate) async fn end_seat(w: &mut Write, id: SeatId, on: Day) -> Result<()> {
    w.run(&END_SEAT, args![id, on]).await?;
    Ok(())
}

pub(crate) async fn insert_appointment(w: &mut Write, id: AppointmentId, seat: SeatId, new: &NewAppointment) -> Result<()> {
    w.run(&INSERT_APPOINTMENT, args![id, seat, new.person, new.role.word(), new.post, new.organisation, new.starts_on, new.term_ends_on, new.note])
        .await?;
    Ok(())
}

pub(crate) async fn end_appointment(w: &mut Write, id: AppointmentId, on: Day, ending: AppointmentEnding) -> Result<()> {
    w.run(&END_APPOINTMENT, args![id, on, ending.word()]).await?;
    Ok(())
}
