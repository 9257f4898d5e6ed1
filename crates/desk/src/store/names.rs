//! What ids stand for, in words.

use std::collections::BTreeMap;

use ::store::{Read, Value, sql};
use kernel::{Day, Result};
use uuid::Uuid;

/// How many ids are asked for in one statement.
const AT_ONCE: usize = 100;

/// `in ($1, …, $100)`: a statement is a constant, and neither database knows a list as the other does.
macro_rules! among {
    ($before:literal) => {
        concat!(
            $before,
            " in ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, \
             $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47, $48, $49, $50, \
             $51, $52, $53, $54, $55, $56, $57, $58, $59, $60, $61, $62, $63, $64, $65, $66, $67, $68, $69, $70, $71, $72, $73, $74, \
             $75, $76, $77, $78, $79, $80, $81, $82, $83, $84, $85, $86, $87, $88, $89, $90, $91, $92, $93, $94, $95, $96, $97, $98, \
             $99, $100) "
        )
    };
}

sql!(
    NAMES,
    concat!(
        among!("select p.id, p.name, cast(null as date) as day from person p where p.id"),
        among!("union all select o.id, o.name, null from organisation o where o.id"),
        among!("union all select b.id, b.name, null from body b where b.id"),
        among!("union all select t.id, t.name, null from partnership t where t.id"),
        among!("union all select s.id, s.label, null from seat s where s.id"),
        among!("union all select c.id, c.name, null from sector c where c.id"),
        among!(
            "union all select a.id, p.name || ', ' || s.label, null from appointment a join person p on p.id = a.person_id join seat s on s.id = a.seat_id where a.id"
        ),
        among!("union all select f.id, p.name, null from office f join person p on p.id = f.person_id where f.id"),
        among!("union all select m.id, b.name, m.day from meeting m join body b on b.id = m.body_id where m.id"),
        among!(
            "union all select n.id, b.name, m.day from minutes n join meeting m on m.id = n.meeting_id join body b on b.id = m.body_id where n.id"
        ),
        among!("union all select i.id, coalesce(i.number || ' ', '') || i.title, null from item i where i.id"),
        among!(
            "union all select v.id, p.name, m.day from invitation v join person p on p.id = v.person_id join meeting m on m.id = v.meeting_id where v.id"
        ),
        among!("union all select r.id, p.name, null from attendance r join person p on p.id = r.person_id where r.id"),
        among!("union all select r.id, i.title, null from ruling r join item i on i.id = r.item_id where r.id"),
        among!(
            "union all select d.id, p.name || ', ' || i.title, null from declaration d join person p on p.id = d.person_id join item i on i.id = d.item_id where d.id"
        ),
        among!("union all select g.id, g.words, null from ground g where g.id"),
        among!("union all select x.id, x.title, null from paper x where x.id"),
        among!("union all select y.id, y.title, null from matter y where y.id"),
        among!("union all select q.id, q.words, null from motion q where q.id"),
        among!("union all select d.id, q.words, d.taken_on from decision d join motion q on q.id = d.motion_id where d.id"),
        among!("union all select k.id, k.words, null from action k where k.id"),
        among!("union all select w.id, w.title, w.dated from charter_version w where w.id"),
    )
);

/// The longest that a name is among other words, in characters.
const LONGEST: usize = 90;

/// What these ids stand for: people, organisations, bodies, seats, meetings with their days, items, papers, motions and so on, by id.
/// One statement for every hundred of them; what is no record has no name.
///
/// # Errors
/// A fault when the database refuses.
pub async fn names_of(read: &mut Read, ids: &[Uuid]) -> Result<BTreeMap<Uuid, String>> {
    let mut names = BTreeMap::new();
    for some in ids.chunks(AT_ONCE) {
        let args = some.iter().copied().map(Some).chain(std::iter::repeat(None)).take(AT_ONCE).map(Value::Uuid).collect();
        for row in read.all(&NAMES, args).await? {
            let (name, day): (String, Option<Day>) = (row.get("name")?, row.get("day")?);
            let name = if name.chars().count() > LONGEST { name.chars().take(LONGEST).chain(['…']).collect() } else { name };
            let name = day.map_or_else(|| name.clone(), |day| web::words("history-named-day", &[("name", &name), ("day", &day.to_string())]));
            names.insert(row.get("id")?, name);
        }
    }
    Ok(names)
}
