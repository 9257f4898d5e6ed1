//! The SQL of this slice: whose secretariat somebody is, who gets the weekly letter, and facts that nothing else tells.

use ::store::{Read, Row, Write, args, sql};
use kernel::{Day, Instant, PartnershipId, PersonId, Result};
use terms::Scope;

sql!(
    SECRETARY_OF_ROOTS,
    "select distinct b.partnership_id from office o join body b on b.id = o.body_id where b.kind = 'partnership' and o.kind = 'secretary' and o.person_id = $1
       and (o.starts_on is null or o.starts_on <= $2) and (o.ends_on is null or o.ends_on >= $2)"
);
// Whoever is of a secretariat and has not stopped the letter; not who got it since $2.
sql!(
    WEEKLY,
    "select distinct o.person_id, b.partnership_id, p.name, p.slug from office o join body b on b.id = o.body_id join partnership p on p.id = b.partnership_id
     where o.kind = 'secretary' and (o.starts_on is null or o.starts_on <= $1) and (o.ends_on is null or o.ends_on >= $1)
       and (b.dissolved_on is null or b.dissolved_on >= $1)
       and not exists (select 1 from duties_mail d where d.person_id = o.person_id)
       and not exists (select 1 from letter l where l.person_id = o.person_id and l.partnership_id = b.partnership_id and l.purpose = 'duties' and l.queued_at >= $2)
     order by p.name, o.person_id"
);
sql!(STOPPED, "select stopped_at from duties_mail where person_id = $1");
sql!(STOP, "insert into duties_mail (person_id, stopped_at) values ($1, $2) on conflict (person_id) do nothing");
sql!(RESUME, "delete from duties_mail where person_id = $1");
sql!(END_FEEDS, "update token set ended_at = $2 where person_id = $1 and act = 'duties.read' and ended_at is null");
sql!(
    KEEPS,
    "select exists (select 1 from office o where o.kind = 'secretary' and o.person_id = $1
       and (o.starts_on is null or o.starts_on <= $2) and (o.ends_on is null or o.ends_on >= $2)) as keeps"
);
sql!(
    TOLD,
    terms::facts!(
        "select f.body_id, f.kind, f.what, f.about_id, f.happened_on from noted_fact f
         where f.body_id in (select id from ours) and f.happened_on <= $4 and $5 is null order by f.happened_on, f.id"
    )
);

/// The partnerships whose own secretary a person is.
pub(crate) async fn secretary_of_roots(read: &mut Read, person: PersonId, on: Day) -> Result<Vec<PartnershipId>> {
    read.each(&SECRETARY_OF_ROOTS, args![person, on], |row| row.get("partnership_id")).await
}

/// Somebody who gets the weekly letter, about one partnership.
pub(crate) struct Weekly {
    pub person: PersonId,
    pub partnership: PartnershipId,
    pub name: String,
    pub slug: String,
}

/// Who gets the weekly letter on a day and has not got it since a moment.
pub(crate) async fn weekly(read: &mut Read, on: Day, since: Instant) -> Result<Vec<Weekly>> {
    read.each(&WEEKLY, args![on, since], |row| {
        Ok(Weekly { person: row.get("person_id")?, partnership: row.get("partnership_id")?, name: row.get("name")?, slug: row.get("slug")? })
    })
    .await
}

/// Whether a person has stopped the weekly letter.
pub(crate) async fn stopped(read: &mut Read, person: PersonId) -> Result<bool> {
    Ok(read.maybe(&STOPPED, args![person]).await?.is_some())
}

/// Whether a person is of any secretariat.
pub(crate) async fn keeps(read: &mut Read, person: PersonId, on: Day) -> Result<bool> {
    read.one(&KEEPS, args![person, on]).await?.get("keeps")
}

pub(crate) async fn stop(w: &mut Write, person: PersonId) -> Result<()> {
    let now = w.now();
    w.run(&STOP, args![person, now]).await?;
    Ok(())
}

pub(crate) async fn resume(w: &mut Write, person: PersonId) -> Result<()> {
    w.run(&RESUME, args![person]).await?;
    Ok(())
}

pub(crate) async fn end_feeds(w: &mut Write, person: PersonId) -> Result<()> {
    let now = w.now();
    w.run(&END_FEEDS, args![person, now]).await?;
    Ok(())
}

/// Facts that somebody has noted.
pub(crate) async fn told(read: &mut Read, scope: &Scope) -> Result<Vec<Row>> {
    read.all(&TOLD, scope.args()).await
}
