//! What rights rest on: invitations, substitutes, assistants, and who sat on the day.

use ::store::{Read, Row, args, sql};
use kernel::{BodyId, Day, InvitationId, MeetingId, PersonId, Result};

sql!(
    MEETING_RIGHTS,
    "select m.body_id, m.day, m.state,
       exists (select 1 from invitation i join appointment h on h.seat_id = i.seat_id and h.person_id = i.person_id
               where i.meeting_id = m.id and i.substitute_id = $2 and i.answer = 'substitute'
                 and (h.starts_on is null or h.starts_on <= m.day) and (h.ends_on is null or h.ends_on >= m.day))
         or exists (select 1 from attendance a where a.meeting_id = m.id and a.person_id = $2 and a.capacity = 'substitute') as substitute,
       exists (select 1 from assistant t join appointment h on h.person_id = t.person_id join seat s on s.id = h.seat_id
               where s.body_id = m.body_id and t.assistant_id = $2 and t.starts_on <= $3 and (t.ends_on is null or t.ends_on >= $3)
                 and (h.starts_on is null or h.starts_on <= m.day) and (h.ends_on is null or h.ends_on >= m.day)) as assistant,
       exists (select 1 from appointment a join seat s on s.id = a.seat_id where s.body_id = m.body_id and a.person_id = $2
               and (a.starts_on is null or a.starts_on <= m.day) and (a.ends_on is null or a.ends_on >= m.day)) as sat
     from meeting m where m.id = $1"
);
sql!(
    INVITATION_RIGHTS,
    "select i.person_id, m.state, m.body_id, b.partnership_id, i.seat_id,
       i.seat_id is not null and exists (select 1 from appointment a where a.seat_id = i.seat_id and a.person_id = i.person_id
         and (a.starts_on is null or a.starts_on <= m.day) and (a.ends_on is null or a.ends_on >= $3)) as sits,
       exists (select 1 from assistant t where t.person_id = i.person_id and t.assistant_id = $2
         and t.starts_on <= $3 and (t.ends_on is null or t.ends_on >= $3)) as assistant,
       exists (select 1 from appointment a where a.seat_id = i.seat_id and a.person_id = $2 and a.role = 'second'
         and (a.starts_on is null or a.starts_on <= m.day) and (a.ends_on is null or a.ends_on >= $3)) as second_name
     from invitation i join meeting m on m.id = i.meeting_id join body b on b.id = m.body_id where i.id = $1"
);
sql!(
    CHAIR,
    "select o.person_id from office o where o.body_id = $1 and o.kind = 'chair'
       and (o.starts_on is null or o.starts_on <= $2) and (o.ends_on is null or o.ends_on >= $2) order by o.starts_on desc nulls last limit 1"
);

/// How a person stands to a meeting, in one row.
///
/// # Errors
/// [`kernel::Error::NotFound`] without such a meeting.
pub(crate) async fn rights_at(read: &mut Read, meeting: MeetingId, person: Option<PersonId>, today: Day) -> Result<Row> {
    read.one(&MEETING_RIGHTS, args![meeting, person, today]).await
}

/// How a person stands to an invitation, in one row.
///
/// # Errors
/// [`kernel::Error::NotFound`] without such an invitation.
pub(crate) async fn rights_of_invitation(read: &mut Read, id: InvitationId, person: Option<PersonId>, today: Day) -> Result<Row> {
    read.one(&INVITATION_RIGHTS, args![id, person, today]).await
}

/// Who chairs a body on a day.
///
/// # Errors
/// A fault when the database refuses.
pub(crate) async fn chair_on(read: &mut Read, body: BodyId, day: Day) -> Result<Option<PersonId>> {
    read.maybe(&CHAIR, args![body, day]).await?.map(|row| row.get("person_id")).transpose()
}
