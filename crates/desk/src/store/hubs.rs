//! What comes together on a person's page, on an organisation's, and in a history; and which bodies are somebody's own.

use ::store::{Read, Row, args, sql};
use bodies::model::{Audience, BodyKind};
use kernel::{BodyId, Day, OrganisationId, PartnershipId, PersonId, Result};
use serde::Serialize;
use uuid::Uuid;

use crate::model::{Capacity, Nominated};

// The reader ($2) is of a body's audience on a day ($3) by a seat or office on it, on any body of the partnership where all
// partners are meant, or as the partnership's own secretary. A person sees their own capacities.
sql!(
    SEATS_OF_PERSON,
    "select 'seat' as what, s.label as words, a.role as kind, b.name as body, b.slug, pt.name as partnership, pt.noindex, a.post,
       coalesce(a.organisation_id, s.organisation_id) as organisation_id, coalesce(ao.name, so.name) as organisation_name, a.starts_on, a.ends_on,
       coalesce(op.audience, 'body') as audience,
       (a.person_id = $2
        or exists (select 1 from appointment x join seat y on y.id = x.seat_id join body z on z.id = y.body_id
          where x.person_id = $2 and z.partnership_id = b.partnership_id and (z.id = b.id or op.audience = 'members')
            and (x.starts_on is null or x.starts_on <= $3) and (x.ends_on is null or x.ends_on >= $3))
        or exists (select 1 from office x join body z on z.id = x.body_id
          where x.person_id = $2 and z.partnership_id = b.partnership_id
            and (z.id = b.id or op.audience = 'members' or (z.kind = 'partnership' and x.kind = 'secretary'))
            and (x.starts_on is null or x.starts_on <= $3) and (x.ends_on is null or x.ends_on >= $3))) as is_of
     from appointment a join seat s on s.id = a.seat_id join body b on b.id = s.body_id join partnership pt on pt.id = b.partnership_id
     left join organisation so on so.id = s.organisation_id left join organisation ao on ao.id = a.organisation_id
     left join openness op on op.body_id = b.id and op.class = 'membership'
     where a.person_id = $1 order by a.ends_on desc nulls first, pt.name, b.name, s.label"
);

sql!(
    OFFICES_OF_PERSON,
    "select 'office' as what, o.title as words, o.kind, b.name as body, b.slug, pt.name as partnership, pt.noindex, o.starts_on, o.ends_on,
       coalesce(op.audience, 'body') as audience,
       (o.person_id = $2
        or exists (select 1 from appointment x join seat y on y.id = x.seat_id join body z on z.id = y.body_id
          where x.person_id = $2 and z.partnership_id = b.partnership_id and (z.id = b.id or op.audience = 'members')
            and (x.starts_on is null or x.starts_on <= $3) and (x.ends_on is null or x.ends_on >= $3))
        or exists (select 1 from office x join body z on z.id = x.body_id
          where x.person_id = $2 and z.partnership_id = b.partnership_id
            and (z.id = b.id or op.audience = 'members' or (z.kind = 'partnership' and x.kind = 'secretary'))
            and (x.starts_on is null or x.starts_on <= $3) and (x.ends_on is null or x.ends_on >= $3))) as is_of
     from office o join body b on b.id = o.body_id join partnership pt on pt.id = b.partnership_id
     left join openness op on op.body_id = b.id and op.class = 'membership'
     where o.person_id = $1 order by o.ends_on desc nulls first, pt.name, b.name"
);
sql!(
    NOMINATED,
    "select s.label, s.ends_on, b.name as body, b.slug, pt.name as partnership, pt.noindex, h.person_id, p.name, p.honorific,
       coalesce(op.audience, 'body') as audience,
       (exists (select 1 from appointment x join seat y on y.id = x.seat_id join body z on z.id = y.body_id
          where x.person_id = $2 and z.partnership_id = b.partnership_id and (z.id = b.id or op.audience = 'members')
            and (x.starts_on is null or x.starts_on <= $3) and (x.ends_on is null or x.ends_on >= $3))
        or exists (select 1 from office x join body z on z.id = x.body_id
          where x.person_id = $2 and z.partnership_id = b.partnership_id
            and (z.id = b.id or op.audience = 'members' or (z.kind = 'partnership' and x.kind = 'secretary'))
            and (x.starts_on is null or x.starts_on <= $3) and (x.ends_on is null or x.ends_on >= $3))) as is_of
     from seat s join body b on b.id = s.body_id join partnership pt on pt.id = b.partnership_id
     left join appointment h on h.seat_id = s.id and h.role = 'holder' and (h.starts_on is null or h.starts_on <= $3) and (h.ends_on is null or h.ends_on >= $3)
     left join person p on p.id = h.person_id
     left join openness op on op.body_id = b.id and op.class = 'membership'
     where s.organisation_id = $1 order by s.ends_on desc nulls first, pt.name, b.name, s.position"
);
sql!(
    LATEST_EVENT,
    "select partnership_id, body_id, record_kind from event where record_id = $1 order by case when body_id is null then 1 else 0 end, number desc limit 1"
);
sql!(
    MINE,
    "select b.id, b.slug, b.name, b.kind, pt.name as partnership, pt.slug as partnership_slug, x.as_what, x.words
     from (select s.body_id, a.role as as_what, s.label as words from appointment a join seat s on s.id = a.seat_id
             where a.person_id = $1 and (a.starts_on is null or a.starts_on <= $2) and (a.ends_on is null or a.ends_on >= $2)
           union all select o.body_id, o.kind as as_what, o.title as words from office o
             where o.person_id = $1 and (o.starts_on is null or o.starts_on <= $2) and (o.ends_on is null or o.ends_on >= $2)) x
     join body b on b.id = x.body_id join partnership pt on pt.id = b.partnership_id
     where b.dissolved_on is null or b.dissolved_on >= $2
     order by pt.name, case b.kind when 'partnership' then 0 when 'board' then 1 when 'executive-board' then 2 else 3 end, b.name"
);

// The bodies that a person keeps: those they are secretary of, and all of a partnership whose own secretary they are.
sql!(
    KEPT,
    "select b.id, b.slug, b.name,
       (select count(*) from seat s where s.body_id = b.id and not s.holders_not_recorded and (s.starts_on is null or s.starts_on <= $2) and (s.ends_on is null or s.ends_on >= $2)
          and not exists (select 1 from appointment a where a.seat_id = s.id and a.role = 'holder' and (a.starts_on is null or a.starts_on <= $2) and (a.ends_on is null or a.ends_on >= $2))) as vacant,
       (select count(*) from letter l where l.body_id = b.id and l.state = 'failed') as failed
     from body b
     where (b.dissolved_on is null or b.dissolved_on >= $2) and b.id in (
       select o.body_id from office o where o.kind = 'secretary' and o.person_id = $1
         and (o.starts_on is null or o.starts_on <= $2) and (o.ends_on is null or o.ends_on >= $2)
       union select x.id from office o join body ob on ob.id = o.body_id join body x on x.partnership_id = ob.partnership_id
       where o.kind = 'secretary' and o.person_id = $1 and ob.kind = 'partnership'
         and (o.starts_on is null or o.starts_on <= $2) and (o.ends_on is null or o.ends_on >= $2))
     order by b.name"
);

fn capacity(row: &Row) -> Result<Capacity> {
    let seat = row.get::<String>("what")? == "seat";
    Ok(Capacity {
        what: row.get("what")?,
        words: row.get("words")?,
        kind: row.get("kind")?,
        body: row.get("body")?,
        body_slug: row.get("slug")?,
        partnership: row.get("partnership")?,
        post: if seat { row.get("post")? } else { None },
        organisation: if seat { row.get("organisation_id")? } else { None },
        organisation_name: if seat { row.get("organisation_name")? } else { None },
        starts_on: row.get("starts_on")?,
        ends_on: row.get("ends_on")?,
        noindex: row.get("noindex")?,
        audience: row.word::<Audience>("audience")?,
        is_of: row.get::<Option<bool>>("is_of")?.unwrap_or(false),
    })
}

/// Every capacity of a person, each with who may know of it; seats first.
///
/// # Errors
/// A fault when the database refuses.
pub async fn capacities(read: &mut Read, person: PersonId, reader: Option<PersonId>, day: Day) -> Result<Vec<Capacity>> {
    let mut all = read.each(&SEATS_OF_PERSON, args![person, reader, day], capacity).await?;
    all.extend(read.each(&OFFICES_OF_PERSON, args![person, reader, day], capacity).await?);
    Ok(all)
}

/// Every seat that an organisation nominates to, each with who may know of it.
///
/// # Errors
/// A fault when the database refuses.
pub async fn nominated(read: &mut Read, organisation: OrganisationId, reader: Option<PersonId>, day: Day) -> Result<Vec<Nominated>> {
    read.each(&NOMINATED, args![organisation, reader, day], |row| {
        let person: Option<PersonId> = row.get("person_id")?;
        Ok(Nominated {
            label: row.get("label")?,
            body: row.get("body")?,
            body_slug: row.get("slug")?,
            partnership: row.get("partnership")?,
            name: if person.is_some() { Some(bodies::store::shown_name(row, "name")?) } else { None },
            person,
            ends_on: row.get("ends_on")?,
            noindex: row.get("noindex")?,
            audience: row.word::<Audience>("audience")?,
            is_of: row.get::<Option<bool>>("is_of")?.unwrap_or(false),
        })
    })
    .await
}

/// Where a record belongs, by what happened to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Belongs {
    /// The chain its entries stand in.
    pub partnership: PartnershipId,
    /// The body it belongs to.
    pub body: Option<BodyId>,
    /// What kind of record it is.
    pub kind: String,
}

/// Where a record belongs; none when nothing ever happened to it.
///
/// # Errors
/// A fault when the database refuses.
pub async fn latest_event(read: &mut Read, record: Uuid) -> Result<Option<Belongs>> {
    let row = read.maybe(&LATEST_EVENT, args![record]).await?;
    row.map(|row| Ok(Belongs { partnership: row.get("partnership_id")?, body: row.get("body_id")?, kind: row.get("record_kind")? })).transpose()
}

/// A body on which the reader has a capacity.
#[derive(Debug, Clone, Serialize)]
pub struct Mine {
    /// Which.
    pub id: BodyId,
    /// Its address.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// What kind.
    pub kind: BodyKind,
    /// Its partnership.
    pub partnership: String,
    /// That partnership's address.
    pub partnership_slug: String,
    /// As what: a role or an office, a word of the locale.
    pub as_what: String,
    /// The seat's label, or what the body calls the office.
    pub words: Option<String>,
}

/// The bodies on which a person has a capacity on a day; one line for each capacity.
///
/// # Errors
/// A fault when the database refuses.
pub async fn mine(read: &mut Read, person: PersonId, day: Day) -> Result<Vec<Mine>> {
    read.each(&MINE, args![person, day], |row| {
        Ok(Mine {
            id: row.get("id")?,
            slug: row.get("slug")?,
            name: row.get("name")?,
            kind: row.word("kind")?,
            partnership: row.get("partnership")?,
            partnership_slug: row.get("partnership_slug")?,
            as_what: row.get("as_what")?,
            words: row.get("words")?,
        })
    })
    .await
}

/// A body that the reader keeps.
#[derive(Debug, Clone, Serialize)]
pub struct Kept {
    /// Its address.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Seats that nobody holds.
    pub vacant: i64,
    /// Letters that could not be sent.
    pub failed: i64,
}

/// The bodies whose secretary a person is on a day, or whose partnership's.
///
/// # Errors
/// A fault when the database refuses.
pub async fn kept(read: &mut Read, person: PersonId, day: Day) -> Result<Vec<Kept>> {
    read.each(&KEPT, args![person, day], |row| {
        Ok(Kept { slug: row.get("slug")?, name: row.get("name")?, vacant: row.get("vacant")?, failed: row.get("failed")? })
    })
    .await
}
