//! What waits for somebody: actions, rulings, minutes, proposals.

use ::store::{Read, args, sql};
use kernel::{ActionId, Day, MeetingId, PersonId, Result};
use uuid::Uuid;

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
