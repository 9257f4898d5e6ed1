//! What may have to be asked for, and what of it was asked for or stopped.

use std::collections::BTreeSet;

use ::store::{Read, Write, args, sql};
use kernel::{BodyId, Day, Instant, LetterId, PartnershipId, PersonId, Result, Word as _, Zone};

use crate::chasers::{Chase, Chaser, Key, Wanted, Whose};

sql!(
    WANTED,
    "with ours as (
       select b.id, b.name, b.slug, b.kind, p.nation from body b join partnership p on p.id = b.partnership_id
       where b.partnership_id = $1 and ($2 is null or b.id = $2) and (b.dissolved_on is null or b.dissolved_on >= $3)
     ), due as (
       select a.id, a.body_id, case when a.exempt or coalesce(i.exempt, false) then null else a.words end as words,
         coalesce(
           (select max(t.until_day) from action_report t where t.action_id = a.id and t.state = 'needs-until'), a.due_on,
           case when a.due_at_next_meeting then (select min(n.day) from meeting n
             where n.body_id = a.body_id and n.state <> 'cancelled' and n.day > coalesce((select x.day from meeting x where x.id = a.meeting_id), a.made_on)) end) as day
       from ours o cross join action a left join item i on i.id = a.item_id where a.body_id = o.id and a.state = 'open'
     ), owing as (
       select d.id, w.person_id from due d cross join action_owner w where w.action_id = d.id and w.person_id is not null
       union
       select d.id, f.person_id from due d cross join action_owner w cross join office f
       where w.action_id = d.id and w.person_id is null and w.kind = 'office' and f.body_id = d.body_id and f.kind = w.office
         and (f.starts_on is null or f.starts_on <= $3) and (f.ends_on is null or f.ends_on >= $3)
       union
       select d.id, q.person_id from due d cross join action_owner w cross join seat s cross join appointment q
       where w.action_id = d.id and s.body_id = d.body_id and q.seat_id = s.id
         and (w.kind = 'all-partners' or (w.kind = 'organisation' and w.person_id is null and s.organisation_id = w.organisation_id))
         and (q.starts_on is null or q.starts_on <= $3) and (q.ends_on is null or q.ends_on >= $3)
     ), wants as (
       select 'ahead' as what, o.id as body_id, cast(null as uuid) as person_id, m.id as meeting_id, m.id as about_id, m.day, cast(null as timestamptz) as asked_at,
         cast(null as text) as words
       from ours o cross join meeting m where m.body_id = o.id and m.state in ('planned', 'called') and m.day between $3 and $5
       union all
       select 'member', o.id, q.person_id, null, o.id, $3, null, null from ours o cross join seat s cross join appointment q
       where s.body_id = o.id and q.seat_id = s.id and q.role = 'holder' and (s.starts_on is null or s.starts_on <= $3) and (s.ends_on is null or s.ends_on >= $3)
         and (q.starts_on is null or q.starts_on <= $3) and (q.ends_on is null or q.ends_on >= $3)
       union all
       select 'secretary', o.id, f.person_id, null, o.id, $3, null, null from ours o cross join office f
       where f.body_id = o.id and f.kind = 'secretary' and (f.starts_on is null or f.starts_on <= $3) and (f.ends_on is null or f.ends_on >= $3)
       union all
       select 'secretary', o.id, f.person_id, null, o.id, $3, null, null from ours o cross join body r cross join office f
       where r.partnership_id = $1 and r.kind = 'partnership' and r.id <> o.id and f.body_id = r.id and f.kind = 'secretary'
         and (f.starts_on is null or f.starts_on <= $3) and (f.ends_on is null or f.ends_on >= $3)
         and not exists (select 1 from office x where x.body_id = o.id and x.kind = 'secretary' and (x.starts_on is null or x.starts_on <= $3) and (x.ends_on is null or x.ends_on >= $3))
       union all
       select 'unanswered', o.id, i.person_id, m.id, i.id, m.day, null, null from ours o cross join meeting m cross join invitation i
       where m.body_id = o.id and m.state = 'called' and m.day between $3 and $5 and i.meeting_id = m.id and i.answer is null and i.seat_id is not null
       union all
       select 'to-follow', o.id, i.requested_by, m.id, p.id, m.day, null, case when p.exempt or coalesce(i.exempt, false) then p.public_title else p.title end
       from ours o cross join meeting m cross join paper p left join item i on i.id = p.item_id
       where m.body_id = o.id and m.state in ('planned', 'called') and m.day between $3 and $5 and p.meeting_id = m.id and p.to_follow and p.withdrawn_at is null
       union all
       select 'sub-group', o.id, f.person_id, m.id, g.id, m.day, null, g.name
       from ours o cross join meeting m cross join item i cross join body_link k cross join body g cross join office f
       where m.body_id = o.id and m.state in ('planned', 'called') and m.day between $3 and $5 and i.meeting_id = m.id and i.kind = 'sub-groups' and i.state = 'accepted'
         and i.sub_group_answer is null and k.other_id = o.id and k.kind in ('within', 'reports-to')
         and not (k.kind = 'reports-to' and exists (select 1 from body_link w where w.body_id = k.body_id and w.other_id = k.other_id and w.kind = 'within'))
         and (i.about_body_id is null or i.about_body_id = k.body_id)
         and (k.starts_on is null or k.starts_on <= $3) and (k.ends_on is null or k.ends_on >= $3)
         and g.id = k.body_id and (g.dissolved_on is null or g.dissolved_on >= $3) and f.body_id = g.id and f.kind in ('chair', 'secretary')
         and (f.starts_on is null or f.starts_on <= $3) and (f.ends_on is null or f.ends_on >= $3)
         and (f.kind = 'chair' or not exists (select 1 from office x where x.body_id = g.id and x.kind = 'chair' and (x.starts_on is null or x.starts_on <= $3) and (x.ends_on is null or x.ends_on >= $3)))
         and not exists (select 1 from item j join sub_group_report t on t.item_id = j.id where j.meeting_id = m.id and t.body_id = g.id and t.answer is not null)
       union all
       select 'action', d.body_id, w.person_id, null, d.id, d.day, null, d.words from due d join owing w on w.id = d.id where d.day between $4 and $5
       union all
       select 'nominees', o.id, k.person_id, null, k.id, r.reply_by, null, z.name
       from ours o cross join nominee_round r cross join nominee_check k cross join organisation z
       where o.kind = 'partnership' and r.partnership_id = $1 and r.reply_by between $3 and $5 and k.round_id = r.id and k.reply is null and z.id = k.organisation_id
         and not exists (select 1 from nominee_round n where n.partnership_id = r.partnership_id and n.asked_at > r.asked_at)
       union all
       select 'minutes', o.id, null, m.id, m.id, m.day, null, null from ours o cross join meeting m left join minutes n on n.meeting_id = m.id
       where m.body_id = o.id and m.state = 'closed' and m.source is null and m.day between $4 and $3 and coalesce(n.state, 'draft') in ('draft', 'cleared')
       union all
       select 'held', o.id, null, m.id, m.id, m.day, null, null from ours o cross join meeting m
       where m.body_id = o.id and m.state = 'closed' and m.source is null and m.day between $4 and $3
         and not exists (select 1 from key_messages n where n.meeting_id = m.id and n.sent_at is not null)
       union all
       select 'clearance', o.id, l.person_id, m.id, m.id, m.day, max(l.queued_at), null from ours o cross join meeting m cross join letter l left join minutes n on n.meeting_id = m.id
       where m.body_id = o.id and m.state = 'closed' and m.day between $4 and $3 and l.record_id = m.id and l.purpose = 'minutes-clearance' and coalesce(n.state, 'draft') = 'draft'
       group by o.id, l.person_id, m.id, m.day
     )
     select q.what, q.body_id, o.name as body_name, o.slug, o.nation, q.person_id, h.name, q.meeting_id, q.about_id, q.day, q.asked_at, q.words,
       exists (select 1 from person_address x where x.person_id = q.person_id)
         or exists (select 1 from assistant t join person_address x on x.person_id = t.assistant_id
                    where t.person_id = q.person_id and t.starts_on <= $3 and (t.ends_on is null or t.ends_on >= $3)) as reached
     from wants q join ours o on o.id = q.body_id left join person h on h.id = q.person_id order by o.name, q.day, h.sort_name"
);
sql!(
    SETTLED,
    "select c.kind, c.person_id, c.about_id, c.deadline, c.state from body b cross join chaser c
     where b.partnership_id = $1 and ($2 is null or b.id = $2) and c.body_id = b.id and c.happened_on >= $3"
);
sql!(
    OFF,
    "select k.body_id, k.kind from body b cross join chaser_off k where b.partnership_id = $1 and ($2 is null or b.id = $2) and k.body_id = b.id"
);
sql!(PARTNERSHIP_OF, "select partnership_id from body where id = $1");
sql!(
    PARTNERSHIPS,
    "select p.id, p.name, p.nation, (select b.id from body b where b.partnership_id = p.id and b.kind = 'partnership' order by b.id limit 1) as root_id
     from partnership p order by p.id"
);
sql!(
    INSERT,
    "insert into chaser (id, partnership_id, body_id, person_id, kind, about_id, deadline, state, happened_on, letter_id, by_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (kind, person_id, about_id, deadline) do nothing"
);
sql!(LET_GO, "delete from chaser where kind = $1 and person_id = $2 and about_id = $3 and deadline = $4 and body_id = $5 and state = 'stopped'");
sql!(TURN_ON, "delete from chaser_off where body_id = $1");
sql!(TURN_OFF, "insert into chaser_off (body_id, kind) values ($1, $2)");
sql!(
    WRITTEN_TO,
    "select distinct person_id from letter where state in ('waiting', 'sent', 'gathered', 'failed') and due_at >= $1 and queued_at >= $1 and purpose = 'chaser'"
);

fn places(whose: Whose) -> (PartnershipId, Option<BodyId>) {
    match whose {
        Whose::Body(partnership, body) => (partnership, Some(body)),
        Whose::Partnership(partnership) => (partnership, None),
    }
}

/// What may have to be asked for on a day; actions, meetings and minutes between two days.
pub(crate) async fn wanted(read: &mut Read, whose: Whose, today: Day, (from, until): (Day, Day)) -> Result<Vec<Wanted>> {
    let (partnership, body) = places(whose);
    let zone = Zone::london();
    read.each(&WANTED, args![partnership, body, today, from, until], |row| {
        Ok(Wanted {
            what: row.get("what")?,
            body: row.get("body_id")?,
            body_name: row.get("body_name")?,
            slug: row.get("slug")?,
            nation: row.get("nation")?,
            person: row.get("person_id")?,
            name: row.get("name")?,
            reached: row.get("reached")?,
            meeting: row.get("meeting_id")?,
            about: row.get("about_id")?,
            day: row.get("day")?,
            asked: row.get::<Option<Instant>>("asked_at")?.map(|at| at.day(&zone)),
            words: row.get("words")?,
        })
    })
    .await
}

/// What was asked for since a day, and what was stopped.
pub(crate) async fn settled(read: &mut Read, whose: Whose, since: Day) -> Result<(BTreeSet<Key>, BTreeSet<Key>)> {
    let (partnership, body) = places(whose);
    let (mut sent, mut stopped) = (BTreeSet::new(), BTreeSet::new());
    for row in read.all(&SETTLED, args![partnership, body, since]).await? {
        let key = Key { kind: row.word("kind")?, person: row.get("person_id")?, about: row.get("about_id")?, deadline: row.get("deadline")? };
        if row.get::<String>("state")? == "stopped" {
            stopped.insert(key)
        } else {
            sent.insert(key)
        };
    }
    Ok((sent, stopped))
}

/// The kinds that a body's secretariat has turned off.
pub(crate) async fn off(read: &mut Read, whose: Whose) -> Result<BTreeSet<(BodyId, Chase)>> {
    let (partnership, body) = places(whose);
    let rows = read.each(&OFF, args![partnership, body], |row| Ok((row.get("body_id")?, row.word("kind")?))).await?;
    Ok(rows.into_iter().collect())
}

pub(crate) async fn partnership_of(read: &mut Read, body: BodyId) -> Result<PartnershipId> {
    read.one(&PARTNERSHIP_OF, args![body]).await?.get("partnership_id")
}

/// A partnership to which letters are written.
#[derive(Debug, Clone)]
pub(crate) struct Written {
    pub id: PartnershipId,
    pub name: String,
    pub nation: String,
    /// Its own body, whose secretariat is that of every body of it.
    pub root: Option<BodyId>,
}

/// Every partnership.
pub(crate) async fn partnerships(read: &mut Read) -> Result<Vec<Written>> {
    read.each(&PARTNERSHIPS, args![], |row| {
        Ok(Written { id: row.get("id")?, name: row.get("name")?, nation: row.get("nation")?, root: row.get("root_id")? })
    })
    .await
}

/// Who has been asked for something since a moment.
pub(crate) async fn written_to(read: &mut Read, since: Instant) -> Result<BTreeSet<PersonId>> {
    Ok(read.each(&WRITTEN_TO, args![since], |row| row.get("person_id")).await?.into_iter().collect())
}

/// Keeps what was asked for, each with its letter.
pub(crate) async fn keep_sent(w: &mut Write, partnership: PartnershipId, sent: &[(Chaser, Option<LetterId>)], today: Day) -> Result<()> {
    let rows = sent.iter().map(|(chaser, letter)| {
        let (id, key) = (w.id::<uuid::Uuid>(), chaser.key());
        args![id, partnership, chaser.body, key.person, key.kind.word(), key.about, key.deadline, "sent", today, *letter, None::<PersonId>]
    });
    let rows = rows.collect();
    w.run_each(&INSERT, rows).await
}

/// Stops what would be asked for.
pub(crate) async fn keep_stopped(w: &mut Write, partnership: PartnershipId, body: BodyId, key: &Key, today: Day) -> Result<()> {
    let (id, by) = (w.id::<uuid::Uuid>(), w.person());
    let values = args![id, partnership, body, key.person, key.kind.word(), key.about, key.deadline, "stopped", today, None::<LetterId>, by];
    w.run(&INSERT, values).await.map(drop)
}

/// Lets go after all what was stopped.
pub(crate) async fn let_go(w: &mut Write, body: BodyId, key: &Key) -> Result<()> {
    w.run(&LET_GO, args![key.kind.word(), key.person, key.about, key.deadline, body]).await.map(drop)
}

/// Turns kinds off for a body, and all others on.
pub(crate) async fn turn_off(w: &mut Write, body: BodyId, kinds: &[Chase]) -> Result<()> {
    w.run(&TURN_ON, args![body]).await?;
    w.run_each(&TURN_OFF, kinds.iter().map(|kind| args![body, kind.word()]).collect()).await
}
