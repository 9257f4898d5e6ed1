//! Invitations and their answers.

use std::collections::BTreeSet;

use ::store::{Read, Row, Write, args, sql};
use kernel::{BodyId, Day, Instant, InvitationId, MeetingId, OrganisationId, PersonId, Result, SeatId, Word as _};

use super::overtaken;
use crate::model::{Answer, AnsweredHow, Invitation, Reply, Substitute};

sql!(
    INVITATIONS,
    "select i.*, p.name, p.sort_name, s.label as seat_label, sp.name as known_substitute
     from invitation i join person p on p.id = i.person_id left join seat s on s.id = i.seat_id left join person sp on sp.id = i.substitute_id
     where i.meeting_id = $1 order by p.sort_name, p.id"
);
sql!(
    INVITATION,
    "select i.*, p.name, p.sort_name, s.label as seat_label, sp.name as known_substitute
     from invitation i join person p on p.id = i.person_id left join seat s on s.id = i.seat_id left join person sp on sp.id = i.substitute_id
     where i.id = $1"
);
// A seat is asked once: its holder, or its second name where nobody holds it.
sql!(
    MEMBERS,
    "select a.person_id, a.seat_id, s.position from appointment a join seat s on s.id = a.seat_id
     where s.body_id = $1 and (a.role = 'holder' or (a.role = 'second' and not exists (select 1 from appointment h where h.seat_id = s.id and h.role = 'holder'
         and (h.starts_on is null or h.starts_on <= $2) and (h.ends_on is null or h.ends_on >= $2))))
       and (s.starts_on is null or s.starts_on <= $2) and (s.ends_on is null or s.ends_on >= $2)
       and (a.starts_on is null or a.starts_on <= $2) and (a.ends_on is null or a.ends_on >= $2)
       and not exists (select 1 from invitation i where i.meeting_id = $3 and i.person_id = a.person_id and i.seat_id is not null)
     order by s.position, a.id"
);
sql!(
    INVITE,
    "insert into invitation (id, meeting_id, person_id, seat_id, version) values ($1, $2, $3, $4, 1)
     on conflict (meeting_id, person_id) do update set seat_id = coalesce(invitation.seat_id, excluded.seat_id)"
);
sql!(
    UNINVITE,
    "delete from invitation where meeting_id = $1 and answer is null and seat_id is not null and not exists (
       select 1 from appointment a where a.seat_id = invitation.seat_id and a.person_id = invitation.person_id
         and (a.role = 'holder' or (a.role = 'second' and not exists (select 1 from appointment h where h.seat_id = a.seat_id and h.role = 'holder'
           and (h.starts_on is null or h.starts_on <= $2) and (h.ends_on is null or h.ends_on >= $2))))
         and (a.starts_on is null or a.starts_on <= $2) and (a.ends_on is null or a.ends_on >= $2))"
);
sql!(SENT, "update invitation set invited_at = $2 where meeting_id = $1 and seat_id is not null");
sql!(
    ANSWER,
    "update invitation set answer = $3, substitute_id = $4, substitute_name = $5, note = $6, answered_at = $7, answered_by = $8, answered_how = $9,
       version = version + 1
     where id = $1 and version = $2"
);
sql!(RECOGNISE, "update invitation set substitute_id = $3, substitute_name = null, version = version + 1 where id = $1 and version = $2");
sql!(INVITATION_OF, "select id from invitation where meeting_id = $1 and person_id = $2");
// Names are compared as they are written: the same name typed for two members is one person standing in twice.
sql!(
    SUBSTITUTE_STANDING,
    "select
       exists (select 1 from appointment a join seat s on s.id = a.seat_id join person p on p.id = a.person_id
               where s.body_id = $1 and a.role in ('holder', 'second') and (a.person_id = $4 or ($5 is not null and lower(p.name) = lower($5)))
                 and (a.starts_on is null or a.starts_on <= $2) and (a.ends_on is null or a.ends_on >= $2)) as sits,
       exists (select 1 from invitation i left join person sp on sp.id = i.substitute_id
               where i.meeting_id = $3 and i.person_id <> $6 and i.answer = 'substitute'
                 and (i.substitute_id = $4 or ($5 is not null and lower(coalesce(sp.name, i.substitute_name)) = lower($5)))) as stands_in"
);
sql!(
    OF_ORGANISATION,
    "select p.id, p.name, p.sort_name from person p
     where p.id in (select a.person_id from appointment a where a.organisation_id = $1
                    union select a.person_id from seat s join appointment a on a.seat_id = s.id where s.organisation_id = $1 and a.organisation_id is null)
       and p.merged_into is null
       and not exists (select 1 from appointment x join seat xs on xs.id = x.seat_id where x.person_id = p.id and xs.body_id = $2 and x.role in ('holder', 'second')
                       and (x.starts_on is null or x.starts_on <= $3) and (x.ends_on is null or x.ends_on >= $3))
     order by p.sort_name limit 50"
);
sql!(ORGANISATION_OF_SEAT, "select organisation_id from seat where id = $1");
sql!(PERSON_NAME, "select name from person where id = $1");
sql!(
    READERS,
    "select i.id as invitation_id, i.person_id, p.name, i.person_id as reader_id, p.name as reader_name, x.address, false as assistant, i.answer, i.invited_at is null as first
     from invitation i join meeting m on m.id = i.meeting_id join person p on p.id = i.person_id
     join person_address x on x.id = (select min_x.id from person_address min_x where min_x.person_id = i.person_id order by min_x.id limit 1)
     where i.meeting_id = $1 and exists (select 1 from appointment h where h.seat_id = i.seat_id and h.person_id = i.person_id
       and (h.ends_on is null or h.ends_on >= m.day))
     union all
     select i.id, i.person_id, p.name, t.assistant_id, tp.name, x.address, true, i.answer, i.invited_at is null as first
     from invitation i join meeting m on m.id = i.meeting_id join person p on p.id = i.person_id join assistant t on t.person_id = i.person_id
     join person tp on tp.id = t.assistant_id
     join person_address x on x.id = (select min_x.id from person_address min_x where min_x.person_id = t.assistant_id order by min_x.id limit 1)
     where i.meeting_id = $1 and t.starts_on <= $2 and (t.ends_on is null or t.ends_on >= $2)
       and exists (select 1 from appointment h where h.seat_id = i.seat_id and h.person_id = i.person_id and (h.ends_on is null or h.ends_on >= m.day))
     union all
     select i.id, i.person_id, p.name, a.person_id, ap.name, x.address, false, i.answer, i.invited_at is null as first
     from invitation i join meeting m on m.id = i.meeting_id join person p on p.id = i.person_id
     join appointment a on a.seat_id = i.seat_id and a.role = 'second' and a.person_id <> i.person_id
       and (a.starts_on is null or a.starts_on <= m.day) and (a.ends_on is null or a.ends_on >= m.day)
     join person ap on ap.id = a.person_id
     join person_address x on x.id = (select min_x.id from person_address min_x where min_x.person_id = a.person_id order by min_x.id limit 1)
     where i.meeting_id = $1 and i.seat_id is not null
     union all
     select cast(null as uuid), i.person_id, p.name, a.person_id, ap.name, x.address, false, null, false
     from invitation i join meeting m on m.id = i.meeting_id join person p on p.id = i.person_id
     join appointment a on a.seat_id = i.seat_id and a.role = 'substitute' and a.person_id <> i.person_id
       and (a.starts_on is null or a.starts_on <= m.day) and (a.ends_on is null or a.ends_on >= m.day)
     join person ap on ap.id = a.person_id
     join person_address x on x.id = (select min_x.id from person_address min_x where min_x.person_id = a.person_id order by min_x.id limit 1)
     where i.meeting_id = $1 and i.seat_id is not null
       and not exists (select 1 from invitation o where o.meeting_id = $1 and o.person_id = a.person_id and o.seat_id is not null)
     union all
     select cast(null as uuid), d.person_id, p.name, d.person_id, p.name, x.address, false, null, false
     from distribution d join person p on p.id = d.person_id
     join person_address x on x.id = (select min_x.id from person_address min_x where min_x.person_id = d.person_id order by min_x.id limit 1)
     where d.body_id = $3 and d.starts_on <= $2 and (d.ends_on is null or d.ends_on >= $2)
       and not exists (select 1 from invitation i where i.meeting_id = $1 and i.person_id = d.person_id)
       and not exists (select 1 from invitation i join meeting m on m.id = i.meeting_id join appointment a on a.seat_id = i.seat_id
         where i.meeting_id = $1 and a.person_id = d.person_id and (a.starts_on is null or a.starts_on <= m.day) and (a.ends_on is null or a.ends_on >= m.day))
     order by 5"
);

fn invitation_row(row: &Row) -> Result<Invitation> {
    Ok(Invitation {
        id: row.get("id")?,
        meeting: row.get("meeting_id")?,
        person: row.get("person_id")?,
        name: row.get("name")?,
        seat: row.get("seat_id")?,
        seat_label: row.get("seat_label")?,
        reply: row.word_or_none("answer")?,
        substitute: row.get("substitute_id")?,
        substitute_name: row.get::<Option<String>>("known_substitute")?.or(row.get("substitute_name")?),
        note: row.get("note")?,
        invited_at: row.get("invited_at")?,
        answered_at: row.get("answered_at")?,
        answered_how: row.word_or_none("answered_how")?,
        version: row.get("version")?,
    })
}

/// Everybody who is invited to a meeting, and whoever else sent apologies, by name.
///
/// # Errors
/// A fault when the database refuses.
pub async fn invitations(read: &mut Read, meeting: MeetingId) -> Result<Vec<Invitation>> {
    read.each(&INVITATIONS, args![meeting], invitation_row).await
}

/// One invitation.
///
/// # Errors
/// [`kernel::Error::NotFound`] without one.
pub async fn invitation(read: &mut Read, id: InvitationId) -> Result<Invitation> {
    invitation_row(&read.one(&INVITATION, args![id]).await?)
}

/// The invitation of a person to a meeting.
///
/// # Errors
/// A fault when the database refuses.
pub async fn invitation_of(read: &mut Read, meeting: MeetingId, person: PersonId) -> Result<Option<InvitationId>> {
    read.maybe(&INVITATION_OF, args![meeting, person]).await?.map(|row| row.get("id")).transpose()
}

/// Brings the list of those invited up to date with who sits on the body on the meeting's day. An answer once given stays.
///
/// # Errors
/// A fault when the database refuses.
pub async fn invite_members(w: &mut Write, meeting: MeetingId, body: BodyId, day: Day) -> Result<()> {
    w.run(&UNINVITE, args![meeting, day]).await?;
    let mut invited = BTreeSet::new();
    let mut rows = Vec::new();
    for row in w.all(&MEMBERS, args![body, day, meeting]).await? {
        let person: PersonId = row.get("person_id")?;
        // Whoever sits twice is asked once, in the seat that comes first.
        if invited.insert(person) {
            let id: InvitationId = w.id();
            rows.push(args![id, meeting, person, Some(row.get::<SeatId>("seat_id")?)]);
        }
    }
    w.run_each(&INVITE, rows).await
}

/// Makes a place for the answer of somebody who is not invited: an apology in an earlier record.
///
/// # Errors
/// A fault when the database refuses.
pub async fn invite_other(w: &mut Write, meeting: MeetingId, person: PersonId) -> Result<InvitationId> {
    let id: InvitationId = w.id();
    w.run(&INVITE, args![id, meeting, person, None::<SeatId>]).await?;
    invitation_of(w, meeting, person).await?.ok_or(kernel::Error::NotFound)
}

/// A letter went to everybody who sits.
///
/// # Errors
/// A fault when the database refuses.
pub async fn mark_invited(w: &mut Write, meeting: MeetingId, at: Instant) -> Result<()> {
    w.run(&SENT, args![meeting, at]).await.map(drop)
}

/// Writes an answer on top of the version that was seen.
///
/// # Errors
/// A conflict when another answer came meanwhile.
pub async fn answer(w: &mut Write, before: &Invitation, version: i64, answer: &Answer, how: AnsweredHow, at: Option<Instant>) -> Result<()> {
    let (known, named) = match &answer.substitute {
        Some(Substitute::Known(person)) => (Some(*person), None),
        Some(Substitute::Named(name)) => (None, Some(name.clone())),
        None => (None, None),
    };
    let by = w.person();
    let values = args![before.id, version, answer.reply.word(), known, named, answer.note, at, by, how.word()];
    if w.run(&ANSWER, values).await? == 0 {
        let said = |reply: Option<Reply>| reply.map_or("", Reply::word);
        return Err(overtaken(said(before.reply), said(Some(answer.reply)), before.version));
    }
    Ok(())
}

/// Puts a person on record in the place of a substitute's mere name, on top of the version that was seen.
///
/// # Errors
/// A conflict when another answer came meanwhile.
pub async fn recognise_substitute(w: &mut Write, before: &Invitation, version: i64, person: PersonId) -> Result<()> {
    if w.run(&RECOGNISE, args![before.id, version, person]).await? == 0 {
        let yours = name_of(w, person).await?;
        return Err(overtaken(before.substitute_name.as_deref().unwrap_or_default(), &yours, before.version));
    }
    Ok(())
}

/// Whether a would-be substitute sits on the body already, and whether they come in another member's place.
///
/// # Errors
/// A fault when the database refuses.
pub async fn substitute_standing(
    read: &mut Read,
    (body, day, meeting): (BodyId, Day, MeetingId),
    substitute: &Substitute,
    member: PersonId,
) -> Result<crate::rules::Standing> {
    let (known, named) = match substitute {
        Substitute::Known(person) => (Some(*person), None),
        Substitute::Named(name) => (None, Some(name.trim())),
    };
    let row = read.one(&SUBSTITUTE_STANDING, args![body, day, meeting, known, named, member]).await?;
    Ok(match (row.get("sits")?, row.get("stands_in")?) {
        (true, _) => crate::rules::Standing::Sits,
        (_, true) => crate::rules::Standing::StandsIn,
        _ => crate::rules::Standing::Free,
    })
}

/// People of an organisation who do not sit on the body: those a member may choose a substitute from.
///
/// # Errors
/// A fault when the database refuses.
pub async fn colleagues(read: &mut Read, seat: SeatId, body: BodyId, day: Day) -> Result<Vec<(PersonId, String)>> {
    let organisation: Option<OrganisationId> = read.one(&ORGANISATION_OF_SEAT, args![seat]).await?.get("organisation_id")?;
    let Some(organisation) = organisation else { return Ok(Vec::new()) };
    read.each(&OF_ORGANISATION, args![organisation, body, day], |row| Ok((row.get("id")?, row.get("name")?))).await
}

/// A person's name.
///
/// # Errors
/// [`kernel::Error::NotFound`] without such a person.
pub async fn name_of(read: &mut Read, person: PersonId) -> Result<String> {
    read.one(&PERSON_NAME, args![person]).await?.get("name")
}

/// Somebody a meeting's letter goes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reader {
    /// The invitation they can answer; none for those on the distribution list.
    pub invitation: Option<InvitationId>,
    /// The member it is about.
    pub member: PersonId,
    /// That member's name.
    pub member_name: String,
    /// Who reads it: the member, their assistant, the second name of their seat or its standing substitute, or somebody on the list.
    pub reader: PersonId,
    /// That person's name.
    pub name: String,
    /// Where it goes.
    pub address: String,
    /// Reads and answers for the member.
    pub assistant: bool,
    /// What was answered so far.
    pub reply: Option<Reply>,
    /// No letter about the meeting went to the seat before.
    pub first: bool,
}

impl Reader {
    /// Reads in their own place in the member's seat, as its second name or standing substitute.
    pub fn shares_seat(&self) -> bool {
        self.reader != self.member && !self.assistant
    }
}

/// Everybody with an address whom a meeting's letter goes to: members, their assistants, second names
/// and standing substitutes of their seats, and the distribution list.
///
/// # Errors
/// A fault when the database refuses.
pub async fn readers(read: &mut Read, meeting: MeetingId, today: Day, body: BodyId) -> Result<Vec<Reader>> {
    read.each(&READERS, args![meeting, today, body], |row| {
        Ok(Reader {
            invitation: row.get("invitation_id")?,
            member: row.get("person_id")?,
            member_name: row.get("name")?,
            reader: row.get("reader_id")?,
            name: row.get("reader_name")?,
            address: row.get("address")?,
            assistant: row.get("assistant")?,
            reply: row.word_or_none("answer")?,
            first: row.get("first")?,
        })
    })
    .await
}

sql!(
    INVITATIONS_FOR,
    "select i.*, p.name, p.sort_name, s.label as seat_label, sp.name as known_substitute
     from invitation i join person p on p.id = i.person_id left join seat s on s.id = i.seat_id left join person sp on sp.id = i.substitute_id
     where i.meeting_id = $1 and i.seat_id is not null and (i.person_id = $2 or exists (
       select 1 from assistant t where t.person_id = i.person_id and t.assistant_id = $2 and t.starts_on <= $3 and (t.ends_on is null or t.ends_on >= $3))
       or exists (select 1 from appointment a where a.seat_id = i.seat_id and a.person_id = $2 and a.role = 'second'
         and (a.starts_on is null or a.starts_on <= $3) and (a.ends_on is null or a.ends_on >= $3)))
     order by case when i.person_id = $2 then 0 else 1 end, p.sort_name"
);

/// The invitations to a meeting that a person may answer: their own, those of members they assist, and that of a seat whose
/// second name they are.
///
/// # Errors
/// A fault when the database refuses.
pub async fn invitations_for(read: &mut Read, meeting: MeetingId, person: PersonId, today: Day) -> Result<Vec<Invitation>> {
    read.each(&INVITATIONS_FOR, args![meeting, person, today], invitation_row).await
}

sql!(
    WOULD_REACH,
    "select q.reader_name, q.member_name,
       (select x.address from person_address x where x.person_id = q.reader_id order by x.id limit 1) as address
     from (
       select a.person_id as reader_id, p.name as reader_name, cast(null as text) as member_name, p.sort_name
       from appointment a join seat s on s.id = a.seat_id join person p on p.id = a.person_id
       where s.body_id = $1 and (s.starts_on is null or s.starts_on <= $2) and (s.ends_on is null or s.ends_on >= $2)
         and (a.starts_on is null or a.starts_on <= $2) and (a.ends_on is null or a.ends_on >= $2)
       union
       select t.assistant_id, tp.name, p.name, tp.sort_name
       from appointment a join seat s on s.id = a.seat_id join person p on p.id = a.person_id
         join assistant t on t.person_id = a.person_id join person tp on tp.id = t.assistant_id
       where s.body_id = $1 and a.role = 'holder' and (s.ends_on is null or s.ends_on >= $2)
         and (a.starts_on is null or a.starts_on <= $2) and (a.ends_on is null or a.ends_on >= $2)
         and t.starts_on <= $3 and (t.ends_on is null or t.ends_on >= $3)
       union
       select d.person_id, p.name, cast(null as text), p.sort_name from distribution d join person p on p.id = d.person_id
       where d.body_id = $1 and d.starts_on <= $3 and (d.ends_on is null or d.ends_on >= $3)
         and not exists (select 1 from appointment a join seat s on s.id = a.seat_id where s.body_id = $1 and a.person_id = d.person_id
           and (a.starts_on is null or a.starts_on <= $2) and (a.ends_on is null or a.ends_on >= $2))
     ) q order by q.sort_name, q.reader_id"
);

/// Somebody whom the letter of a meeting is meant for, with their address if there is one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meant {
    /// Who.
    pub name: String,
    /// The member they read for, where they assist one.
    pub member: Option<String>,
    /// Where it goes.
    pub address: Option<String>,
}

/// Whom the letter of a meeting would go to if it went out now.
///
/// # Errors
/// A fault when the database refuses.
pub async fn would_reach(read: &mut Read, meeting: &crate::model::Meeting, today: Day) -> Result<Vec<Meant>> {
    read.each(&WOULD_REACH, args![meeting.body, meeting.day, today], |row| {
        Ok(Meant { name: row.get("reader_name")?, member: row.get("member_name")?, address: row.get("address")? })
    })
    .await
}
