//! Offices, and every capacity that a person has: the seats and offices of theirs, and how they stand to a body by them.

use ::store::{Read, Write, args, sql};
use kernel::{BodyId, Day, OfficeId, PersonId, Result, Word};

use super::{opened, shown_name};
use crate::model::{NewOffice, Office};

sql!(
    OFFICES,
    "select o.id, o.body_id, o.person_id, o.kind, o.title, o.how, o.starts_on, o.starts_at_item_id, o.ends_on, o.ends_at_item_id, o.note, p.name, p.honorific
     from office o join person p on p.id = o.person_id
     where o.body_id = $1 and ($2 is null or ((o.starts_on is null or o.starts_on <= $2) and (o.ends_on is null or o.ends_on >= $2)))
     order by case o.kind when 'chair' then 0 when 'vice-chair' then 1 else 2 end, o.starts_on nulls first"
);
sql!(
    INSERT_OFFICE,
    "insert into office (id, body_id, person_id, kind, title, how, starts_on, starts_at_item_id, note, version) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1)"
);
sql!(OFFICE, "select id, body_id, starts_on from office where id = $1");
sql!(END_OFFICE, "update office set ends_on = $2, ends_at_item_id = $3, version = version + 1 where id = $1");
sql!(
    SEATS_OF_PERSON,
    "select b.slug, b.name as body_name, b.id as body_id, s.label, s.class, a.role, a.post, a.starts_on, a.ends_on, a.ending, pt.name as partnership_name, pt.slug as partnership_slug
     from appointment a join seat s on s.id = a.seat_id join body b on b.id = s.body_id join partnership pt on pt.id = b.partnership_id
     where a.person_id = $1 order by a.ends_on nulls first, b.name"
);
sql!(
    OFFICES_OF_PERSON,
    "select b.slug, b.name as body_name, b.id as body_id, o.kind, o.title, o.how, o.starts_on, o.ends_on
     from office o join body b on b.id = o.body_id where o.person_id = $1 order by o.ends_on nulls first, b.name"
);
sql!(
    STANDING,
    "select b.partnership_id, b.name,
       (select string_agg(n.class || ':' || n.audience, ' ') from openness n where n.body_id = b.id) as opened,
       exists (select 1 from appointment a join seat s on s.id = a.seat_id where s.body_id = b.id and a.person_id = $2
               and (a.starts_on is null or a.starts_on <= $3) and (a.ends_on is null or a.ends_on >= $3)) as member,
       exists (select 1 from appointment a join seat s on s.id = a.seat_id where s.body_id = b.id and a.person_id = $2
               and (a.starts_on is null or a.starts_on <= $3)) as ever_member,
       exists (select 1 from appointment a join seat s on s.id = a.seat_id join body ob on ob.id = s.body_id
               where ob.partnership_id = b.partnership_id and a.person_id = $2
               and (a.starts_on is null or a.starts_on <= $3) and (a.ends_on is null or a.ends_on >= $3)) as partner,
       exists (select 1 from office o where o.body_id = b.id and o.kind = 'chair' and o.person_id = $2
               and (o.starts_on is null or o.starts_on <= $3) and (o.ends_on is null or o.ends_on >= $3)) as chair,
       exists (select 1 from office o where o.body_id = b.id and o.kind = 'vice-chair' and o.person_id = $2
               and (o.starts_on is null or o.starts_on <= $3) and (o.ends_on is null or o.ends_on >= $3)) as vice_chair,
       exists (select 1 from office o join body ob on ob.id = o.body_id where o.kind = 'secretary' and o.person_id = $2
               and (o.body_id = b.id or (ob.partnership_id = b.partnership_id and ob.kind = 'partnership'))
               and (o.starts_on is null or o.starts_on <= $3) and (o.ends_on is null or o.ends_on >= $3)) as secretary,
       exists (select 1 from assistant t join appointment a on a.person_id = t.person_id join seat s on s.id = a.seat_id
               where s.body_id = b.id and t.assistant_id = $2 and t.starts_on <= $3 and (t.ends_on is null or t.ends_on >= $3)
               and (a.starts_on is null or a.starts_on <= $3) and (a.ends_on is null or a.ends_on >= $3)) as assistant
     from body b where b.id = $1"
);

/// How a person stands to a body on a day, as far as its seats and offices say.
pub(crate) async fn standing_row(read: &mut Read, body: BodyId, person: Option<PersonId>, day: Day) -> Result<crate::rights::Standing> {
    let row = read.one(&STANDING, args![body, person, day]).await?;
    Ok(crate::rights::Standing {
        body,
        partnership: row.get("partnership_id")?,
        body_name: row.get("name")?,
        opened: opened(row.get("opened")?),
        member: row.get("member")?,
        ever_member: row.get("ever_member")?,
        partner: row.get("partner")?,
        chair: row.get("chair")?,
        vice_chair: row.get("vice_chair")?,
        secretary: row.get("secretary")?,
        assistant: row.get("assistant")?,
        administrator: false,
        auditor: false,
    })
}

/// Who holds the offices of a body as at a day, or ever held them.
///
/// # Errors
/// A fault when the database refuses.
pub async fn offices(read: &mut Read, body: BodyId, as_at: Option<Day>) -> Result<Vec<Office>> {
    read.each(&OFFICES, args![body, as_at], |row| {
        Ok(Office {
            id: row.get("id")?,
            body: row.get("body_id")?,
            person: row.get("person_id")?,
            name: shown_name(row, "name")?,
            kind: row.word("kind")?,
            title: row.get("title")?,
            how: row.word_or_none("how")?,
            starts_on: row.get("starts_on")?,
            starts_at_item: row.get("starts_at_item_id")?,
            ends_on: row.get("ends_on")?,
            ends_at_item: row.get("ends_at_item_id")?,
            note: row.get("note")?,
        })
    })
    .await
}

/// The body of an office and since when it is held.
///
/// # Errors
/// [`kernel::Error::NotFound`] without one.
pub async fn office(read: &mut Read, id: OfficeId) -> Result<(BodyId, Option<Day>)> {
    let row = read.one(&OFFICE, args![id]).await?;
    Ok((row.get("body_id")?, row.get("starts_on")?))
}

/// One capacity of a person: a seat or an office on a body.
#[derive(Debug, Clone, serde::Serialize)]
pub struct CapacityLine {
    /// On which body.
    pub body: BodyId,
    /// Its name.
    pub body_name: String,
    /// Its address.
    pub body_slug: String,
    /// The seat's label or the office's title or kind.
    pub as_what: String,
    /// `seat` with the role, or `office` with its kind.
    pub kind: String,
    /// The post that goes with it.
    pub post: Option<String>,
    /// Since when.
    pub starts_on: Option<Day>,
    /// Until when.
    pub ends_on: Option<Day>,
}

/// Every capacity in which a person sits or sat, seats first.
///
/// # Errors
/// A fault when the database refuses.
pub async fn capacities(read: &mut Read, person: PersonId) -> Result<Vec<CapacityLine>> {
    let mut lines = read
        .each(&SEATS_OF_PERSON, args![person], |row| {
            Ok(CapacityLine {
                body: row.get("body_id")?,
                body_name: row.get("body_name")?,
                body_slug: row.get("slug")?,
                as_what: row.get("label")?,
                kind: row.get("role")?,
                post: row.get("post")?,
                starts_on: row.get("starts_on")?,
                ends_on: row.get("ends_on")?,
            })
        })
        .await?;
    let offices = read
        .each(&OFFICES_OF_PERSON, args![person], |row| {
            let kind: String = row.get("kind")?;
            Ok(CapacityLine {
                body: row.get("body_id")?,
                body_name: row.get("body_name")?,
                body_slug: row.get("slug")?,
                as_what: row.get::<Option<String>>("title")?.unwrap_or_else(|| kind.clone()),
                kind,
                post: None,
                starts_on: row.get("starts_on")?,
                ends_on: row.get("ends_on")?,
            })
        })
        .await?;
    lines.extend(offices);
    Ok(lines)
}

pub(crate) async fn insert_office(w: &mut Write, id: OfficeId, body: BodyId, new: &NewOffice) -> Result<()> {
    w.run(
        &INSERT_OFFICE,
        args![id, body, new.person, new.kind.word(), new.title, new.how.map(Word::word), new.starts_on, new.starts_at_item, new.note],
    )
    .await?;
    Ok(())
}

pub(crate) async fn end_office(w: &mut Write, id: OfficeId, on: Day, at_item: Option<kernel::ItemId>) -> Result<()> {
    w.run(&END_OFFICE, args![id, on, at_item]).await?;
    Ok(())
}
