//! Meetings and their days.

use ::store::{Read, Row, Write, args, sql};
use kernel::{BodyId, Day, Instant, MeetingId, PartnershipId, PersonId, Result, Word as _};

use super::overtaken;
use crate::model::{Arrangements, Meeting, MeetingKind, StandingItem};
use crate::rules::Other;

sql!(
    MEETING,
    "select m.*, b.name as body_name, b.slug as body_slug, p.id as partnership_id, p.name as partnership_name, p.slug as partnership_slug, p.nation
     from meeting m join body b on b.id = m.body_id join partnership p on p.id = b.partnership_id where m.id = $1"
);
sql!(
    MEETINGS_OF_BODY,
    "select m.*, b.name as body_name, b.slug as body_slug, p.id as partnership_id, p.name as partnership_name, p.slug as partnership_slug, p.nation
     from meeting m join body b on b.id = m.body_id join partnership p on p.id = b.partnership_id
     where m.body_id = $1 and ($2 is null or m.day >= $2) and ($3 is null or m.day < $3) order by m.day, m.starts_at"
);
// Bodies on which they sit, hold an office, are on the list or assist somebody who sits; and meetings to which they are invited or
// come in somebody's place.
sql!(
    OF_PERSON,
    "with theirs as (
       select s.body_id from appointment a join seat s on s.id = a.seat_id where a.person_id = $1 and (a.starts_on is null or a.starts_on <= $2) and (a.ends_on is null or a.ends_on >= $2)
       union select o.body_id from office o where o.person_id = $1 and (o.starts_on is null or o.starts_on <= $2) and (o.ends_on is null or o.ends_on >= $2)
       union select d.body_id from distribution d where d.person_id = $1 and d.starts_on <= $2 and (d.ends_on is null or d.ends_on >= $2)
       union select s.body_id from assistant t join appointment a on a.person_id = t.person_id join seat s on s.id = a.seat_id
         where t.assistant_id = $1 and t.starts_on <= $2 and (t.ends_on is null or t.ends_on >= $2)
           and (a.starts_on is null or a.starts_on <= $2) and (a.ends_on is null or a.ends_on >= $2)
     ), which as (
       select m.id from theirs cross join meeting m where m.body_id = theirs.body_id and m.day between $3 and $4
       union select i.meeting_id from invitation i where i.person_id = $1 and i.seat_id is not null
       union select i.meeting_id from invitation i where i.substitute_id = $1 and i.answer = 'substitute'
     )
     select m.*, b.name as body_name, b.slug as body_slug, p.id as partnership_id, p.name as partnership_name, p.slug as partnership_slug, p.nation
     from which w cross join meeting m cross join body b cross join partnership p
     where m.id = w.id and m.day between $3 and $4 and b.id = m.body_id and p.id = b.partnership_id order by m.day, m.starts_at, m.id"
);
sql!(
    BODY,
    "select b.id, b.name, b.slug, b.ending, b.dissolved_on, p.id as partnership_id, p.name as partnership_name, p.slug as partnership_slug, p.nation
     from body b join partnership p on p.id = b.partnership_id where b.id = $1"
);
sql!(
    OTHERS,
    "select m.day, m.body_id, b.name from meeting m join body b on b.id = m.body_id
     where b.partnership_id = $1 and m.day between $2 and $3 and m.state <> 'cancelled' and ($4 is null or m.id <> $4) order by m.day, b.name"
);
sql!(STANDING, "select kind, title from standing_item where body_id = $1 order by position");
sql!(
    INSERT_MEETING,
    "insert into meeting (id, body_id, day, starts_at, ends_at, place, joining_link, access_note, kind, state, fixed_on, written_up, source, note, version)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'planned', $10, false, $11, $12, 1)"
);
sql!(
    ARRANGE,
    "update meeting set day = $3, starts_at = $4, ends_at = $5, place = $6, joining_link = $7, access_note = $8, kind = $9,
       sequence = sequence + $10, version = version + 1
     where id = $1 and version = $2"
);
sql!(CALLED, "update meeting set state = 'called', called_at = $2, version = version + 1 where id = $1 and state = 'planned'");
sql!(OPENED, "update meeting set state = 'open', opened_at = $2, written_up = $3, version = version + 1 where id = $1");
sql!(CLOSED, "update meeting set state = 'closed', closed_at = $2, ends_at = coalesce($3, ends_at), version = version + 1 where id = $1");
sql!(REOPENED, "update meeting set state = 'open', closed_at = null, version = version + 1 where id = $1");
sql!(CANCELLED, "update meeting set state = 'cancelled', cancelled_reason = $2, sequence = sequence + 1, version = version + 1 where id = $1");
sql!(NEXT, "select id, day, starts_at, place from meeting where body_id = $1 and day > $2 and state <> 'cancelled' order by day limit 3");

/// A body, as far as its diary goes.
#[derive(Debug, Clone)]
pub struct BodyHead {
    /// Which.
    pub id: BodyId,
    /// Its name.
    pub name: String,
    /// Its place in addresses.
    pub slug: String,
    /// Its partnership.
    pub partnership: PartnershipId,
    /// The partnership's name.
    pub partnership_name: String,
    /// The partnership's place in addresses.
    pub partnership_slug: String,
    /// Whose holidays count.
    pub nation: String,
    /// It has come to its end, or will.
    pub ended: bool,
    /// Its last day, where it is known.
    pub last_day: Option<Day>,
}

fn meeting_row(row: &Row) -> Result<Meeting> {
    Ok(Meeting {
        id: row.get("id")?,
        body: row.get("body_id")?,
        body_name: row.get("body_name")?,
        body_slug: row.get("body_slug")?,
        partnership: row.get("partnership_id")?,
        partnership_name: row.get("partnership_name")?,
        partnership_slug: row.get("partnership_slug")?,
        nation: row.get("nation")?,
        day: row.get("day")?,
        starts_at: row.get("starts_at")?,
        ends_at: row.get("ends_at")?,
        place: row.get("place")?,
        joining_link: row.get("joining_link")?,
        access_note: row.get("access_note")?,
        kind: row.word("kind")?,
        state: row.word("state")?,
        fixed_on: row.get("fixed_on")?,
        called_at: row.get("called_at")?,
        opened_at: row.get("opened_at")?,
        closed_at: row.get("closed_at")?,
        cancelled_reason: row.get("cancelled_reason")?,
        written_up: row.get("written_up")?,
        source: row.get("source")?,
        note: row.get("note")?,
        sequence: row.get("sequence")?,
        version: row.get("version")?,
    })
}

/// A meeting.
///
/// # Errors
/// [`kernel::Error::NotFound`] without one.
pub async fn meeting(read: &mut Read, id: MeetingId) -> Result<Meeting> {
    meeting_row(&read.one(&MEETING, args![id]).await?)
}

/// The meetings of a body from a day (included) until another (not included), earliest first, cancelled ones too.
///
/// # Errors
/// A fault when the database refuses.
pub async fn meetings_of_body(read: &mut Read, body: BodyId, from: Option<Day>, before: Option<Day>) -> Result<Vec<Meeting>> {
    read.each(&MEETINGS_OF_BODY, args![body, from, before], meeting_row).await
}

/// The meetings of a person between two days, both included, as they stand to bodies today; cancelled ones too.
///
/// # Errors
/// A fault when the database refuses.
pub async fn meetings_of_person(read: &mut Read, person: PersonId, today: Day, (from, until): (Day, Day)) -> Result<Vec<Meeting>> {
    read.each(&OF_PERSON, args![person, today, from, until], meeting_row).await
}

/// The next three meetings of a body after a day.
///
/// # Errors
/// A fault when the database refuses.
pub async fn next_meetings(read: &mut Read, body: BodyId, after: Day) -> Result<Vec<(MeetingId, Day, Option<kernel::Hour>, Option<String>)>> {
    read.each(&NEXT, args![body, after], |row| Ok((row.get("id")?, row.get("day")?, row.get("starts_at")?, row.get("place")?))).await
}

/// A body with its partnership.
///
/// # Errors
/// [`kernel::Error::NotFound`] without one.
pub async fn body(read: &mut Read, id: BodyId) -> Result<BodyHead> {
    let row = read.one(&BODY, args![id]).await?;
    Ok(BodyHead {
        id: row.get("id")?,
        name: row.get("name")?,
        slug: row.get("slug")?,
        partnership: row.get("partnership_id")?,
        partnership_name: row.get("partnership_name")?,
        partnership_slug: row.get("partnership_slug")?,
        ended: row.get::<Option<String>>("ending")?.is_some(),
        last_day: row.get("dissolved_on")?,
        nation: row.get("nation")?,
    })
}

/// What else is in the partnership's diary between two days, both included; cancelled meetings and one's own are not.
///
/// # Errors
/// A fault when the database refuses.
pub async fn others(read: &mut Read, body: &BodyHead, (from, until): (Day, Day), except: Option<MeetingId>) -> Result<Vec<Other>> {
    let own = body.id;
    read.each(&OTHERS, args![body.partnership, from, until, except], |row| {
        Ok(Other { body: row.get("name")?, same: row.get::<BodyId>("body_id")? == own, day: row.get("day")? })
    })
    .await
}

/// The body's own standing items, in order.
///
/// # Errors
/// A fault when the database refuses.
pub async fn standing_items(read: &mut Read, body: BodyId) -> Result<Vec<StandingItem>> {
    read.each(&STANDING, args![body], |row| Ok(StandingItem { kind: row.word("kind")?, title: row.get("title")? })).await
}

/// What a new meeting is written with.
#[derive(Debug, Clone, Copy)]
pub struct NewMeeting<'a> {
    /// Whose.
    pub body: BodyId,
    /// The day.
    pub day: Day,
    /// What is arranged.
    pub arrangements: &'a Arrangements,
    /// What kind.
    pub kind: MeetingKind,
    /// When the date was fixed, where it is known.
    pub fixed_on: Option<Day>,
    /// Where an imported record comes from.
    pub source: Option<&'a str>,
    /// What a reader should know.
    pub note: Option<&'a str>,
}

/// Writes a planned meeting.
///
/// # Errors
/// A fault when the database refuses.
pub async fn insert_meeting(w: &mut Write, new: NewMeeting<'_>) -> Result<MeetingId> {
    let id: MeetingId = w.id();
    let a = new.arrangements;
    let values = args![
        id,
        new.body,
        new.day,
        a.starts_at,
        a.ends_at,
        a.place,
        a.joining_link,
        a.access_note,
        new.kind.word(),
        new.fixed_on,
        new.source,
        new.note
    ];
    w.run(&INSERT_MEETING, values).await?;
    Ok(id)
}

/// Writes other arrangements, unless somebody did so meanwhile.
///
/// # Errors
/// A conflict showing the place and day that stand now.
pub async fn arrange(w: &mut Write, before: &Meeting, version: i64, day: Day, to: &Arrangements, kind: MeetingKind) -> Result<()> {
    let moved = i64::from(before.would_move(day, to));
    let values = args![before.id, version, day, to.starts_at, to.ends_at, to.place, to.joining_link, to.access_note, kind.word(), moved];
    if w.run(&ARRANGE, values).await? == 0 {
        let said = |day: Day, place: Option<&str>| format!("{day} {}", place.unwrap_or_default());
        return Err(overtaken(said(before.day, before.place.as_deref()), said(day, to.place.as_deref()), before.version));
    }
    Ok(())
}

/// The agenda has gone out for the first time.
///
/// # Errors
/// A fault when the database refuses.
pub async fn set_called(w: &mut Write, id: MeetingId, at: Instant) -> Result<()> {
    w.run(&CALLED, args![id, at]).await.map(drop)
}

/// The meeting is held, or written up: then nothing says when it was opened.
///
/// # Errors
/// A fault when the database refuses.
pub async fn set_open(w: &mut Write, id: MeetingId, at: Option<Instant>) -> Result<()> {
    w.run(&OPENED, args![id, at, at.is_none()]).await.map(drop)
}

/// The meeting is over.
///
/// # Errors
/// A fault when the database refuses.
pub async fn set_closed(w: &mut Write, id: MeetingId, at: Instant, ends_at: Option<kernel::Hour>) -> Result<()> {
    w.run(&CLOSED, args![id, at, ends_at]).await.map(drop)
}

/// The meeting was closed by mistake.
///
/// # Errors
/// A fault when the database refuses.
pub async fn set_reopened(w: &mut Write, id: MeetingId) -> Result<()> {
    w.run(&REOPENED, args![id]).await.map(drop)
}

/// The meeting will not be held.
///
/// # Errors
/// A fault when the database refuses.
pub async fn set_cancelled(w: &mut Write, id: MeetingId, reason: &str) -> Result<()> {
    w.run(&CANCELLED, args![id, reason]).await.map(drop)
}
