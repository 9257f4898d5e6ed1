//! Rows for the charter's record: of one meeting, or of every meeting of a body.

use ::store::{Read, Row, args, sql};
use kernel::{BodyId, MeetingId, Result};

sql!(
    MEETINGS_TOLD,
    "select m.id, m.day, m.starts_at, m.kind, m.state, m.fixed_on, m.source, m.written_up,
       (select min(v.sent_at) from agenda_version v where v.meeting_id = m.id) as first_sent,
       (select count(*) from attendance a where a.meeting_id = m.id) as on_roll
     from meeting m where m.body_id = $1 order by m.day"
);
sql!(
    ITEMS_TOLD,
    "select i.id, i.meeting_id, i.title, i.standing, i.notified_on, i.requested_by, i.started_at, m.written_up
     from item i join meeting m on m.id = i.meeting_id
     where m.body_id = $1 and ($2 is null or m.id = $2) and i.state in ('accepted', 'awaiting-ruling') order by m.day, i.position, i.id"
);
sql!(
    ROLL_TOLD,
    "select a.meeting_id, a.person_id, a.capacity, a.seat_id, r.arrived_at, r.arrived_item_id, r.left_at, r.left_item_id
     from attendance a join meeting m on m.id = a.meeting_id left join presence r on r.attendance_id = a.id
     where m.body_id = $1 and ($2 is null or m.id = $2) order by a.position, a.id, r.id"
);
sql!(
    APOLOGIES_TOLD,
    "select i.meeting_id, i.person_id, i.seat_id, i.answered_at from invitation i join meeting m on m.id = i.meeting_id
     where m.body_id = $1 and ($2 is null or m.id = $2) and i.answer in ('apologies', 'substitute')
       and not exists (select 1 from attendance a where a.meeting_id = i.meeting_id and a.person_id = i.person_id)"
);
sql!(
    PRESIDING_TOLD,
    "select r.meeting_id, r.person_id, r.from_item_id from presiding r join meeting m on m.id = r.meeting_id
     where m.body_id = $1 and ($2 is null or m.id = $2) order by r.position"
);
sql!(
    RULED_TOLD,
    "select r.meeting_id, r.about, r.about_id, r.choice, r.reason, r.ruled_by, r.ruled_at from ruling r
     where r.body_id = $1 and ($2 is null or r.meeting_id = $2) and r.about in ('late-item', 'guest') and r.choice is not null"
);

/// Every meeting of a body, with the day its first agenda went out.
pub(crate) async fn meetings_told(read: &mut Read, body: BodyId) -> Result<Vec<Row>> {
    read.all(&MEETINGS_TOLD, args![body]).await
}

/// Items that are or were on an agenda.
pub(crate) async fn items_told(read: &mut Read, body: BodyId, meeting: Option<MeetingId>) -> Result<Vec<Row>> {
    read.all(&ITEMS_TOLD, args![body, meeting]).await
}

/// Who was there, a row for each stay.
pub(crate) async fn roll_told(read: &mut Read, body: BodyId, meeting: Option<MeetingId>) -> Result<Vec<Row>> {
    read.all(&ROLL_TOLD, args![body, meeting]).await
}

/// Apologies of those who were not there.
pub(crate) async fn apologies_told(read: &mut Read, body: BodyId, meeting: Option<MeetingId>) -> Result<Vec<Row>> {
    read.all(&APOLOGIES_TOLD, args![body, meeting]).await
}

/// Who presided.
pub(crate) async fn presiding_told(read: &mut Read, body: BodyId, meeting: Option<MeetingId>) -> Result<Vec<Row>> {
    read.all(&PRESIDING_TOLD, args![body, meeting]).await
}

/// Rulings that were given on late items and guests.
pub(crate) async fn ruled_told(read: &mut Read, body: BodyId, meeting: Option<MeetingId>) -> Result<Vec<Row>> {
    read.all(&RULED_TOLD, args![body, meeting]).await
}
