//! The meetings before somebody: to come to, and to prepare.

use ::store::{Read, args, sql};
use kernel::{Day, MeetingId, PersonId, Result};
use serde::Serialize;
use uuid::Uuid;

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
       union select n.meeting_id from invitation n join meeting x on x.id = n.meeting_id join appointment h on h.seat_id = n.seat_id and h.person_id = n.person_id
         where n.person_id = $1 and (h.ends_on is null or h.ends_on >= x.day)
       union select n.meeting_id from assistant t join invitation n on n.person_id = t.person_id join meeting x on x.id = n.meeting_id
           join appointment h on h.seat_id = n.seat_id and h.person_id = n.person_id and (h.ends_on is null or h.ends_on >= x.day)
         where t.assistant_id = $1 and t.starts_on <= $2 and (t.ends_on is null or t.ends_on >= $2))
     order by m.day, m.starts_at, b.name limit 20"
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
