//! Rows for the charter's record: of one meeting, or of every meeting of a body or of several.

use ::store::{Read, Row, args, sorted, sql};
use charter::Kind;
use kernel::{Day, Result};
use terms::Scope;
use uuid::Uuid;

// Each arm tells one kind of fact, in rows of the same columns; $6 to $10 say which are asked for.
sql!(
    TOLD,
    terms::facts!(
        "select 'meeting' as what, m.body_id, m.id as meeting_id, m.id, cast(null as uuid) as person_id, cast(null as uuid) as about_id, m.kind as word,
           m.source as words, m.state, m.starts_at as hour, m.fixed_on as on_day, (select min(v.sent_at) from agenda_version v where v.meeting_id = m.id) as at,
           exists (select 1 from attendance a where a.meeting_id = m.id) as yes, cast(null as uuid) as from_item_id, cast(null as uuid) as until_item_id,
           cast(null as text) as until_hour, m.day, 0 as place, m.id as part
         from told t join meeting m on m.id = t.id
         union all
         select 'item', t.body_id, i.meeting_id, i.id, i.requested_by, null, null, i.title, i.state, null, i.notified_on,
           case when t.written_up then null else i.started_at end, i.standing, null, null, null, t.day, i.position, i.id
         from told t join item i on i.meeting_id = t.id where i.state in ('accepted', 'awaiting-ruling') and $6
         union all
         select 'roll', t.body_id, a.meeting_id, a.id, a.person_id, a.seat_id, a.capacity, null, null, r.arrived_at, null, null, false, r.arrived_item_id,
           r.left_item_id, r.left_at, t.day, a.position, coalesce(r.id, a.id)
         from told t join attendance a on a.meeting_id = t.id left join presence r on r.attendance_id = a.id where $7
         union all
         select 'apologies', t.body_id, i.meeting_id, i.id, i.person_id, i.seat_id, i.answer, null, null, null, null, i.answered_at, false, null, null, null,
           t.day, 0, i.id
         from told t join invitation i on i.meeting_id = t.id
         where i.answer in ('apologies', 'substitute') and $7
           and not exists (select 1 from attendance a where a.meeting_id = i.meeting_id and a.person_id = i.person_id)
         union all
         select 'presiding', t.body_id, r.meeting_id, r.id, r.person_id, null, null, null, null, null, null, null, false, r.from_item_id, null, null,
           t.day, r.position, r.id
         from told t join presiding r on r.meeting_id = t.id where $8
         union all
         select 'ruling', r.body_id, r.meeting_id, r.id, r.ruled_by, r.about_id, r.about, r.reason, r.choice, null, null, r.ruled_at, false, null, null, null,
           coalesce(t.day, $4), 0, r.id
         from ruling r left join meeting t on t.id = r.meeting_id
         where $5 is null and r.body_id in (select id from ours) and r.choice is not null and r.about <> 'interest' and $9
         union all
         select 'ruling', r.body_id, r.meeting_id, r.id, r.ruled_by, r.about_id, r.about, r.reason, r.choice, null, null, r.ruled_at, false, null, null, null,
           t.day, 0, r.id
         from ruling r join told t on t.id = r.meeting_id where r.meeting_id = $5 and r.choice is not null and r.about <> 'interest' and $9
         union all
         select 'paper', s.body_id, s.meeting_id, s.id, null, null, s.kind, s.words, null, null, null, s.sent_at, false, null, null, null, s.day,
           coalesce(s.pages, 0), s.id
         from (select t.body_id, t.id as meeting_id, t.day, p.id, p.kind, case when p.exempt or coalesce(i.exempt, false) then p.public_title else p.title end as words, coalesce(d.pages, f.pages) as pages,
             (select min(v.sent_at) from agenda_version v where v.meeting_id = t.id and v.sent_at >= coalesce(p.lodged_at, v.sent_at)) as sent_at
           from told t join paper p on p.meeting_id = t.id left join item i on i.id = p.item_id
           join paper_file n on n.paper_id = p.id and n.number = (select max(x.number) from paper_file x where x.paper_id = p.id)
           join file f on f.id = n.file_id left join file d on d.id = n.set_file_id
           where p.withdrawn_at is null and $10) s
         where s.sent_at is not null
         union all
         select 'further', t.body_id, t.id, v.id, null, null, null, null, null, null, null, v.sent_at, false, null, null, null, t.day, v.number, v.id
         from told t join agenda_version v on v.meeting_id = t.id
         where v.late and v.number > 1 and exists (select 1 from paper p where p.meeting_id = t.id and p.withdrawn_at is null and p.lodged_at <= v.sent_at
           and p.lodged_at > (select max(w.sent_at) from agenda_version w where w.meeting_id = t.id and w.number < v.number))"
    )
);

/// The facts of the kinds that the scope asks for, as rows of the same columns; `what` says which kind a row is of.
pub(crate) async fn told(read: &mut Read, scope: &Scope) -> Result<Vec<Row>> {
    let mut places = scope.args();
    places.extend(args![
        scope.asks(&[Kind::Items]),
        scope.asks(&[Kind::Roll]),
        scope.asks(&[Kind::Presiding]),
        scope.asks(&[Kind::Judgements]),
        scope.asks(&[Kind::Sent])
    ]);
    sorted(read.all(&TOLD, places).await?, |row| Ok((row.get::<Day>("day")?, row.get::<i64>("place")?, row.get::<Uuid>("part")?)))
}
