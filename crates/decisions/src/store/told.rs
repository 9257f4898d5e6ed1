//! Rows for the charter's record: motions with their votes, and for which days they are whole.

use ::store::{Read, Row, sorted, sql};
use kernel::{Day, Result};
use terms::Scope;
use uuid::Uuid;

sql!(
    TOLD,
    terms::facts!(
        ", moved as (
           select o.id from motion o where $5 is null and o.body_id in (select id from ours)
           union all select o.id from motion o join told t on t.id = o.meeting_id where o.meeting_id = $5)
         select 'motion' as what, o.body_id, o.id, o.meeting_id, o.item_id, o.about as words, o.moved_by as person_id, o.seconded_by as other_id,
           d.id as decision_id, d.outcome, d.how, d.casting as cast_as, d.votes_for, d.votes_against, d.abstained, d.taken_on, m.day as day, o.position as place
         from moved x join motion o on o.id = x.id left join meeting m on m.id = o.meeting_id left join decision d on d.motion_id = o.id
         where m.day is null or m.day <= $4
         union all
         select 'vote', o.body_id, o.id, o.meeting_id, o.item_id, null, v.person_id, v.seat_id, null, null, null, v.cast_as, null, null, null, null, m.day, o.position
         from moved x join motion o on o.id = x.id join vote v on v.motion_id = o.id left join meeting m on m.id = o.meeting_id
         where (m.day is null or m.day <= $4) and v.person_id is not null
         union all
         select 'kept', t.body_id, t.id, t.id, null, null, null, null, null, null, null, null, null, null, null, null, t.day, 0 from told t where t.kept and t.day <= $4"
    )
);

/// Motions, then votes by name, as rows of the same columns, and the days of the meetings whose record was kept here.
pub(crate) async fn told(read: &mut Read, scope: &Scope) -> Result<Vec<Row>> {
    sorted(read.all(&TOLD, scope.args()).await?, |row| {
        Ok((row.get::<String>("what")?, row.get::<Option<Day>>("day")?, row.get::<i64>("place")?, row.get::<Uuid>("id")?))
    })
}
