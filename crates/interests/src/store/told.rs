//! Rows for the charter's record: interests declared, what was ruled, and for which days they are whole.

use ::store::{Read, Row, sorted, sql};
use kernel::{Day, Instant, Result};
use terms::Scope;
use uuid::Uuid;

// An interest that follows the seat concerns whoever sat there at the meeting: a substitute perhaps.
sql!(
    TOLD,
    terms::facts!(
        "select 'declaration' as what, t.body_id, d.meeting_id, d.item_id, coalesce(c.id, p.id) as person_id, coalesce(c.name, p.name) as name, d.kind, d.declared_at,
           r.choice, r.reason, r.ruled_by, t.day, d.id
         from told t join declaration d on d.meeting_id = t.id join person p on p.id = d.person_id
         left join attendance s on d.kind = 'organisation' and s.seat_id = d.seat_id and s.meeting_id = d.meeting_id
           and s.id = (select x.id from attendance x where x.meeting_id = d.meeting_id and x.seat_id = d.seat_id order by x.position desc limit 1)
         left join person c on c.id = s.person_id
         left join ruling r on r.id = (select x.id from ruling x where x.about = 'interest' and x.about_id = d.id and x.choice is not null
           order by x.ruled_at desc nulls last, x.id desc limit 1)
         where d.withdrawn_at is null and t.day <= $4
         union all
         select 'kept', t.body_id, t.id, null, null, null, null, null, null, null, null, t.day, t.id from told t where t.kept and t.day <= $4"
    )
);

/// Declarations with the last ruling on each, in the order they were made, and the days of the meetings whose record was kept here.
pub(crate) async fn told(read: &mut Read, scope: &Scope) -> Result<Vec<Row>> {
    sorted(read.all(&TOLD, scope.args()).await?, |row| {
        let declared_at: Option<Instant> = row.get("declared_at")?;
        Ok((row.get::<Day>("day")?, declared_at.is_none(), declared_at, row.get::<Uuid>("id")?))
    })
}
