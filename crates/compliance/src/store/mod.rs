//! The SQL of this slice: whose secretariat somebody is, who gets the weekly letter, and facts that nothing else tells.

pub(crate) mod chasers;
pub(crate) mod nominees;

use ::store::{Read, Row, Write, args, sql};
use kernel::{BodyId, Day, Instant, PartnershipId, PersonId, Result, Word as _};
use terms::Scope;
use uuid::Uuid;

use crate::model::{NewFact, Proposal, Settled};
use crate::proposals::Noticed;

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
       and not exists (select 1 from letter_choice d where d.person_id = o.person_id and d.class = 'duties' and d.pace = 'never')
       and not exists (select 1 from letter l where l.record_id = o.person_id and l.partnership_id = b.partnership_id and l.purpose = 'duties' and l.queued_at >= $2)
     order by p.name, o.person_id"
);
sql!(
    PARTNERSHIPS,
    "select p.id from partnership p where exists (select 1 from body b join charter_version v on v.body_id = b.id
       where b.partnership_id = p.id and v.state in ('adopted', 'adoption-not-recorded') and (b.dissolved_on is null or b.dissolved_on >= $1)) order by p.id"
);
sql!(KNOWN, "select p.id, p.subject, p.settled_at from body b join proposal p on p.body_id = b.id where b.partnership_id = $1");
sql!(
    PROPOSE,
    "insert into proposal (id, partnership_id, body_id, kind, subject, about_id, person_id, sentence, clause, office, suggested_on, nobody_can, noticed_on, version)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 1)"
);
sql!(
    SETTLE,
    "update proposal set settled_at = $2, settled_by = $3, settled_how = $4, reason = $5, version = version + 1 where id = $1 and settled_at is null"
);
sql!(
    PROPOSAL,
    "select p.id, p.partnership_id, p.body_id, b.name as body_name, b.slug, p.kind, p.about_id, p.person_id, q.name as person_name, p.sentence, p.clause, p.office,
       p.suggested_on, p.nobody_can, p.settled_at, p.settled_how, p.reason, p.version
     from proposal p join body b on b.id = p.body_id left join person q on q.id = p.person_id where p.id = $1"
);
sql!(
    NOTE_FACT,
    "insert into noted_fact (id, body_id, kind, what, about_id, happened_on, words, clause, noted_by, noted_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
);
sql!(
    TOLD,
    terms::facts!(
        "select f.body_id, f.kind, f.what, f.about_id, f.happened_on from noted_fact f
         where f.body_id in (select id from ours) and f.happened_on <= $4 order by f.happened_on, f.id"
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

/// Facts that somebody has noted: of a body, and none of a single meeting.
pub(crate) async fn told(read: &mut Read, scope: &Scope) -> Result<Vec<Row>> {
    if scope.is_of_meeting() {
        return Ok(Vec::new());
    }
    read.all(&TOLD, scope.args()).await
}

/// The partnerships with terms in force.
pub(crate) async fn partnerships(read: &mut Read, on: Day) -> Result<Vec<PartnershipId>> {
    read.each(&PARTNERSHIPS, args![on], |row| row.get("id")).await
}

/// The proposals of a partnership by their subject, with whether each is still open.
pub(crate) async fn known(read: &mut Read, partnership: PartnershipId) -> Result<Vec<(Uuid, String, bool)>> {
    read.each(&KNOWN, args![partnership], |row| Ok((row.get("id")?, row.get("subject")?, row.get::<Option<Instant>>("settled_at")?.is_none()))).await
}

pub(crate) async fn propose(w: &mut Write, partnership: PartnershipId, noticed: &Noticed, on: Day) -> Result<()> {
    let id: Uuid = w.id();
    let (kind, office) = (noticed.kind.word(), noticed.office.word());
    let what = args![id, partnership, noticed.body, kind, noticed.subject, noticed.about, noticed.person, noticed.sentence, noticed.clause, office];
    w.run(&PROPOSE, [what, args![noticed.on, noticed.nobody_can, on]].concat()).await?;
    Ok(())
}

/// Settles a proposal; `false` when it was settled before.
pub(crate) async fn settle(w: &mut Write, id: Uuid, by: Option<PersonId>, how: Settled, reason: Option<&str>) -> Result<bool> {
    let now = w.now();
    Ok(w.run(&SETTLE, args![id, now, by, how.word(), reason]).await? == 1)
}

/// A proposal.
///
/// # Errors
/// [`kernel::Error::NotFound`] without one.
pub(crate) async fn proposal(read: &mut Read, id: Uuid) -> Result<Proposal> {
    let row = read.one(&PROPOSAL, args![id]).await?;
    Ok(Proposal {
        id: row.get("id")?,
        partnership: row.get("partnership_id")?,
        body: row.get("body_id")?,
        body_name: row.get("body_name")?,
        slug: row.get("slug")?,
        kind: row.word("kind")?,
        about: row.get("about_id")?,
        person: row.get("person_id")?,
        person_name: row.get("person_name")?,
        sentence: row.get("sentence")?,
        clause: row.get("clause")?,
        office: row.word("office")?,
        on: row.get("suggested_on")?,
        nobody_can: row.get("nobody_can")?,
        settled: row.word_or_none("settled_how")?,
        reason: row.get("reason")?,
    })
}

pub(crate) async fn note_fact(w: &mut Write, body: BodyId, fact: &NewFact, by: Option<PersonId>) -> Result<Uuid> {
    let (id, now): (Uuid, Instant) = (w.id(), w.now());
    w.run(&NOTE_FACT, args![id, body, fact.kind.word(), fact.what, fact.about, fact.on, fact.words, fact.clause, by, now]).await?;
    Ok(id)
}
