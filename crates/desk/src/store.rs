//! The SQL of the hubs and of the desk. Each page takes a fixed number of statements, however much there is.

use std::collections::BTreeMap;

use ::store::{Read, Row, args, sql};
use bodies::model::{Audience, BodyKind};
use kernel::{ActionId, BodyId, Day, MeetingId, OrganisationId, PartnershipId, PersonId, Result};
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
    NAMES_IN,
    "select p.id, p.name from person p where p.id in (
       select a.person_id from appointment a join seat s on s.id = a.seat_id join body b on b.id = s.body_id where b.partnership_id = $1
       union select o.person_id from office o join body b on b.id = o.body_id where b.partnership_id = $1
       union select d.person_id from distribution d join body b on b.id = d.body_id where b.partnership_id = $1
       union select t.assistant_id from assistant t join appointment a on a.person_id = t.person_id join seat s on s.id = a.seat_id join body b on b.id = s.body_id where b.partnership_id = $1)
     union all select o.id, o.name from organisation o where o.id in (select s.organisation_id from seat s join body b on b.id = s.body_id where b.partnership_id = $1)
     union all select b.id, b.name from body b where b.partnership_id = $1
     union all select s.id, s.label from seat s join body b on b.id = s.body_id where b.partnership_id = $1
     union all select c.id, c.name from sector c where c.partnership_id = $1"
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
sql!(
    ACTIONS,
    "select distinct a.id, a.words, a.due_on, a.due_words, a.due_at_next_meeting, b.name as body
     from action a join body b on b.id = a.body_id join action_owner w on w.action_id = a.id
     where a.state = 'open' and (w.person_id = $1
       or (w.kind = 'office' and w.person_id is null and exists (select 1 from office o where o.body_id = a.body_id and o.kind = w.office and o.person_id = $1
           and (o.starts_on is null or o.starts_on <= $2) and (o.ends_on is null or o.ends_on >= $2)))
       or (w.kind = 'organisation' and w.person_id is null and exists (select 1 from appointment x join seat s on s.id = x.seat_id
           where s.body_id = a.body_id and s.organisation_id = w.organisation_id and x.role = 'holder' and x.person_id = $1
           and (x.starts_on is null or x.starts_on <= $2) and (x.ends_on is null or x.ends_on >= $2))))
     order by a.due_on nulls last limit 50"
);
// The actions that are overdue on the bodies a person chairs or keeps.
sql!(
    OVERDUE,
    "select b.slug, b.name, pt.slug as partnership_slug, count(*) as n, min(a.due_on) as first_due
     from action a join body b on b.id = a.body_id join partnership pt on pt.id = b.partnership_id
     where a.state = 'open' and a.due_on < $2 and a.body_id in (select o.body_id from office o where o.kind in ('chair', 'secretary') and o.person_id = $1
       and (o.starts_on is null or o.starts_on <= $2) and (o.ends_on is null or o.ends_on >= $2))
     group by b.slug, b.name, pt.slug order by b.name"
);
// From the person's own bodies and invitations to their meetings, never through everybody's meetings.
sql!(
    MEETINGS,
    "select m.id, m.day, m.starts_at, m.place, m.state, b.name as body, i.id as invitation_id, i.answer, i.invited_at, i.person_id
     from meeting m join body b on b.id = m.body_id
     left join invitation i on i.meeting_id = m.id and (i.person_id = $1
       or i.person_id in (select t.person_id from assistant t where t.assistant_id = $1 and t.starts_on <= $2 and (t.ends_on is null or t.ends_on >= $2)))
     where m.day >= $2 and m.state in ('planned', 'called', 'open') and m.id in (
       select x.id from appointment a join seat s on s.id = a.seat_id join meeting x on x.body_id = s.body_id and x.day >= $2
         where a.person_id = $1 and (a.starts_on is null or a.starts_on <= x.day) and (a.ends_on is null or a.ends_on >= x.day)
       union select x.id from office o join meeting x on x.body_id = o.body_id and x.day >= $2
         where o.person_id = $1 and (o.starts_on is null or o.starts_on <= x.day) and (o.ends_on is null or o.ends_on >= x.day)
       union select n.meeting_id from invitation n where n.person_id = $1
       union select n.meeting_id from assistant t join invitation n on n.person_id = t.person_id
         where t.assistant_id = $1 and t.starts_on <= $2 and (t.ends_on is null or t.ends_on >= $2))
     order by m.day, m.starts_at, b.name limit 20"
);
// What waits for the chair to rule, and what a secretary still has to do about a meeting: write it up, accept what was asked
// for, gather the papers that are to follow.
sql!(
    RULINGS,
    "select r.id, r.meeting_id, r.about, b.name as body, m.day, it.title
     from ruling r join body b on b.id = r.body_id left join meeting m on m.id = r.meeting_id left join item it on it.id = r.item_id
     where r.ruled_at is null and r.asked_at is not null and r.meeting_id is not null and coalesce(m.state, '') <> 'cancelled'
       and r.body_id in (select o.body_id from office o where o.kind = 'chair' and o.person_id = $1
         and (o.starts_on is null or o.starts_on <= $2) and (o.ends_on is null or o.ends_on >= $2))
     order by m.day limit 20"
);
sql!(
    AFTERWARDS,
    "select m.id, m.day, b.name as body, coalesce(n.state, '') as minutes,
       exists (select 1 from office o where o.body_id = m.body_id and o.kind = 'chair' and o.person_id = $1
         and (o.starts_on is null or o.starts_on <= $2) and (o.ends_on is null or o.ends_on >= $2)) as chair,
       exists (select 1 from office o join body ob on ob.id = o.body_id where o.kind = 'secretary' and o.person_id = $1
         and (o.body_id = m.body_id or (ob.partnership_id = b.partnership_id and ob.kind = 'partnership'))
         and (o.starts_on is null or o.starts_on <= $2) and (o.ends_on is null or o.ends_on >= $2)) as secretary
     from meeting m join body b on b.id = m.body_id left join minutes n on n.meeting_id = m.id
     where m.day <= $2 and m.day >= $3 and m.state in ('called', 'open', 'closed') and coalesce(n.state, 'draft') = 'draft'
       and m.body_id in (
         select o.body_id from office o where o.kind in ('chair', 'secretary') and o.person_id = $1
           and (o.starts_on is null or o.starts_on <= $2) and (o.ends_on is null or o.ends_on >= $2)
         union select x.id from office o join body ob on ob.id = o.body_id join body x on x.partnership_id = ob.partnership_id
           where o.kind = 'secretary' and o.person_id = $1 and ob.kind = 'partnership'
           and (o.starts_on is null or o.starts_on <= $2) and (o.ends_on is null or o.ends_on >= $2))
     order by m.day limit 20"
);
// What follows from the terms and waits for the holder of an office that their clause names.
sql!(
    PROPOSED,
    "select p.id, p.sentence, p.clause, b.name as body, b.slug from office o join body k on k.id = o.body_id
     join body b on b.id = k.id or (o.kind = 'secretary' and k.kind = 'partnership' and b.partnership_id = k.partnership_id)
     join proposal p on p.body_id = b.id and p.office = o.kind and p.settled_at is null
     where o.person_id = $1 and (o.starts_on is null or o.starts_on <= $2) and (o.ends_on is null or o.ends_on >= $2)
     order by p.noticed_on, p.id limit 40"
);
sql!(
    PREPARING,
    "select m.id, m.day, m.kind, m.fixed_on, b.name as body, b.slug,
       exists (select 1 from agenda_version v where v.meeting_id = m.id) as sent,
       (select c.text from charter_version c where c.body_id = m.body_id and c.state in ('adopted', 'adoption-not-recorded')
          and (coalesce(c.starts_on, c.dated) is null or coalesce(c.starts_on, c.dated) <= m.day) and (c.superseded_on is null or c.superseded_on > m.day)
        order by coalesce(c.starts_on, c.dated) desc nulls last, c.number desc limit 1) as charter,
       (select count(*) from item it where it.meeting_id = m.id and it.state = 'requested') as requested,
       (select count(*) from paper p where p.meeting_id = m.id and p.to_follow and p.withdrawn_at is null) as to_follow,
       (select count(*) from invitation i where i.meeting_id = m.id and i.invited_at is not null and i.answer is null) as silent
     from meeting m join body b on b.id = m.body_id
     where m.day >= $2 and m.state in ('planned', 'called')
       and m.body_id in (
         select o.body_id from office o where o.kind = 'secretary' and o.person_id = $1
           and (o.starts_on is null or o.starts_on <= $2) and (o.ends_on is null or o.ends_on >= $2)
         union select x.id from office o join body ob on ob.id = o.body_id join body x on x.partnership_id = ob.partnership_id
           where o.kind = 'secretary' and o.person_id = $1 and ob.kind = 'partnership'
           and (o.starts_on is null or o.starts_on <= $2) and (o.ends_on is null or o.ends_on >= $2))
     order by m.day limit 12"
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

/// The names of the people, organisations, bodies, seats and sectors of a partnership, by id.
///
/// # Errors
/// A fault when the database refuses.
pub async fn names_in(read: &mut Read, partnership: PartnershipId) -> Result<BTreeMap<Uuid, String>> {
    Ok(read.each(&NAMES_IN, args![partnership], |row| Ok((row.get("id")?, row.get("name")?))).await?.into_iter().collect())
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

/// An action that waits for the reader.
#[derive(Debug, Clone)]
pub struct Owed {
    /// Which.
    pub id: ActionId,
    /// What is to be done.
    pub words: String,
    /// By when.
    pub due_on: Option<Day>,
    /// By when, as the record words it.
    pub due_words: Option<String>,
    /// By the next meeting.
    pub at_next_meeting: bool,
    /// Whose action.
    pub body: String,
}

/// The open actions that a person owes: by name, by an office they hold, or for an organisation whose seat they hold.
///
/// # Errors
/// A fault when the database refuses.
pub async fn owed(read: &mut Read, person: PersonId, day: Day) -> Result<Vec<Owed>> {
    read.each(&ACTIONS, args![person, day], |row| {
        Ok(Owed {
            id: row.get("id")?,
            words: row.get("words")?,
            due_on: row.get("due_on")?,
            due_words: row.get("due_words")?,
            at_next_meeting: row.get("due_at_next_meeting")?,
            body: row.get("body")?,
        })
    })
    .await
}

/// A body with overdue actions.
#[derive(Debug, Clone)]
pub struct Overdue {
    /// Its address.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Its partnership's address.
    pub partnership_slug: String,
    /// How many.
    pub number: i64,
    /// The oldest day.
    pub first_due: Option<Day>,
}

/// The bodies that a person chairs or keeps, with their overdue actions.
///
/// # Errors
/// A fault when the database refuses.
pub async fn overdue(read: &mut Read, person: PersonId, day: Day) -> Result<Vec<Overdue>> {
    read.each(&OVERDUE, args![person, day], |row| {
        Ok(Overdue {
            slug: row.get("slug")?,
            name: row.get("name")?,
            partnership_slug: row.get("partnership_slug")?,
            number: row.get("n")?,
            first_due: row.get("first_due")?,
        })
    })
    .await
}

/// A meeting ahead.
#[derive(Debug, Clone, Serialize)]
pub struct Ahead {
    /// Which.
    pub id: MeetingId,
    /// When.
    pub day: Day,
    /// At what hour.
    pub starts_at: Option<String>,
    /// Where.
    pub place: Option<String>,
    /// How far it is.
    pub state: String,
    /// Of which body.
    pub body: String,
    /// The reader's invitation, or that of somebody they answer for.
    pub invitation: Option<Uuid>,
    /// Whose invitation it is.
    pub invited: Option<PersonId>,
    /// It was sent.
    pub sent: bool,
    /// What was answered.
    pub answer: Option<String>,
}

/// The meetings ahead of a person and of those they answer for.
///
/// # Errors
/// A fault when the database refuses.
pub async fn ahead(read: &mut Read, person: PersonId, day: Day) -> Result<Vec<Ahead>> {
    read.each(&MEETINGS, args![person, day], |row| {
        Ok(Ahead {
            id: row.get("id")?,
            day: row.get("day")?,
            starts_at: row.get("starts_at")?,
            place: row.get("place")?,
            state: row.get("state")?,
            body: row.get("body")?,
            invitation: row.get("invitation_id")?,
            invited: row.get("person_id")?,
            sent: row.get::<Option<kernel::Instant>>("invited_at")?.is_some(),
            answer: row.get("answer")?,
        })
    })
    .await
}

/// A ruling that waits for the chair.
#[derive(Debug, Clone)]
pub struct Awaited {
    /// Which.
    pub id: Uuid,
    /// Of which meeting.
    pub meeting: MeetingId,
    /// About what kind of question.
    pub about: String,
    /// Of which body.
    pub body: String,
    /// The meeting's day.
    pub day: Option<Day>,
    /// The item's title.
    pub title: Option<String>,
}

/// The rulings that wait for a person as chair.
///
/// # Errors
/// A fault when the database refuses.
pub async fn rulings(read: &mut Read, person: PersonId, day: Day) -> Result<Vec<Awaited>> {
    read.each(&RULINGS, args![person, day], |row| {
        Ok(Awaited {
            id: row.get("id")?,
            meeting: row.get("meeting_id")?,
            about: row.get("about")?,
            body: row.get("body")?,
            day: row.get("day")?,
            title: row.get("title")?,
        })
    })
    .await
}

/// A meeting that was, and whose minutes are not cleared.
#[derive(Debug, Clone)]
pub struct Afterwards {
    /// Which.
    pub id: MeetingId,
    /// When it was.
    pub day: Day,
    /// Of which body.
    pub body: String,
    /// The minutes are drafted.
    pub drafted: bool,
    /// The reader chairs the body.
    pub chair: bool,
    /// The reader keeps it.
    pub secretary: bool,
}

/// The meetings of the bodies that a person chairs or keeps, since a day, whose minutes are not cleared.
///
/// # Errors
/// A fault when the database refuses.
pub async fn afterwards(read: &mut Read, person: PersonId, day: Day, since: Day) -> Result<Vec<Afterwards>> {
    read.each(&AFTERWARDS, args![person, day, since], |row| {
        Ok(Afterwards {
            id: row.get("id")?,
            day: row.get("day")?,
            body: row.get("body")?,
            drafted: row.get::<String>("minutes")? == "draft",
            chair: row.get("chair")?,
            secretary: row.get("secretary")?,
        })
    })
    .await
}

/// A meeting in preparation.
#[derive(Debug, Clone)]
pub struct Preparing {
    /// Which.
    pub id: MeetingId,
    /// When.
    pub day: Day,
    /// What kind of meeting.
    pub kind: String,
    /// When its day was fixed.
    pub fixed_on: Option<Day>,
    /// Of which body.
    pub body: String,
    /// Its address.
    pub slug: String,
    /// An agenda has gone out.
    pub sent: bool,
    /// The text of the terms in force on its day.
    pub charter: Option<String>,
    /// Items asked for and not answered.
    pub requested: i64,
    /// Papers promised and not there.
    pub to_follow: i64,
    /// Invitations not answered.
    pub silent: i64,
}

/// The meetings ahead of the bodies that a person keeps, with what is open about each.
///
/// # Errors
/// A fault when the database refuses.
pub async fn preparing(read: &mut Read, person: PersonId, day: Day) -> Result<Vec<Preparing>> {
    read.each(&PREPARING, args![person, day], |row| {
        Ok(Preparing {
            id: row.get("id")?,
            day: row.get("day")?,
            kind: row.get("kind")?,
            fixed_on: row.get("fixed_on")?,
            body: row.get("body")?,
            slug: row.get("slug")?,
            sent: row.get("sent")?,
            charter: row.get("charter")?,
            requested: row.get("requested")?,
            to_follow: row.get("to_follow")?,
            silent: row.get("silent")?,
        })
    })
    .await
}

/// Something that follows from the terms, proposed to the reader.
#[derive(Debug, Clone)]
pub struct Proposed {
    /// Which.
    pub id: Uuid,
    /// In words.
    pub sentence: String,
    /// The clause.
    pub clause: Option<String>,
    /// Of which body.
    pub body: String,
    /// Its address.
    pub slug: String,
}

/// What is proposed to a person by the offices they hold.
///
/// # Errors
/// A fault when the database refuses.
pub async fn proposed(read: &mut Read, person: PersonId, day: Day) -> Result<Vec<Proposed>> {
    let mut all = read
        .each(&PROPOSED, args![person, day], |row| {
            Ok(Proposed {
                id: row.get("id")?,
                sentence: row.get("sentence")?,
                clause: row.get("clause")?,
                body: row.get("body")?,
                slug: row.get("slug")?,
            })
        })
        .await?;
    // Somebody may be of the body's secretariat and of the partnership's.
    all.sort_by_key(|one| one.id);
    all.dedup_by_key(|one| one.id);
    Ok(all)
}
