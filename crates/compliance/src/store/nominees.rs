//! Organisations with seats, who answers for each, and what they answered.

use ::store::{Read, Row, Write, args, sql};
use kernel::{BodyId, Day, OrganisationId, PartnershipId, PersonId, Result, Word as _};
use uuid::Uuid;

use crate::nominees::{Check, Contact, Nominator, Nominee, Opened, Reply, Round};

sql!(
    NOMINEES,
    "select o.id as organisation_id, o.name as organisation, b.name as body, b.slug as body_slug, s.label,
       p.id as person_id, p.name as person, a.role, exists (select 1 from person_address x where x.person_id = p.id) as reached
     from body b cross join seat s cross join organisation o
     left join appointment a on a.seat_id = s.id and (a.starts_on is null or a.starts_on <= $2) and (a.ends_on is null or a.ends_on >= $2)
     left join person p on p.id = a.person_id
     where b.partnership_id = $1 and (b.dissolved_on is null or b.dissolved_on >= $2) and s.body_id = b.id
       and (s.starts_on is null or s.starts_on <= $2) and (s.ends_on is null or s.ends_on >= $2) and o.id = s.organisation_id and ($3 is null or o.id = $3)
     order by o.name, o.id, b.name, b.id, s.position, s.id, case a.role when 'holder' then 0 else 1 end, p.sort_name"
);
sql!(
    CONTACTS,
    "select c.organisation_id, p.id as person_id, p.name, exists (select 1 from person_address x where x.person_id = p.id) as reached
     from organisation_contact c join person p on p.id = c.person_id where c.partnership_id = $1"
);
sql!(
    NAMES,
    "select p.id, p.name, p.slug, (select b.id from body b where b.partnership_id = p.id and b.kind = 'partnership' order by b.id limit 1) as body_id
     from partnership p where p.id = $1"
);
sql!(NEWEST, "select id, asked_at, reply_by from nominee_round where partnership_id = $1 order by asked_at desc, id desc limit 1");
sql!(
    CHECKS,
    "select k.*, p.name as asked_name, y.name as answered_name from nominee_check k join person p on p.id = k.person_id left join person y on y.id = k.answered_by
     where k.round_id = $1"
);
sql!(
    CHECK,
    "select k.*, p.name as asked_name, y.name as answered_name, r.partnership_id, r.reply_by, q.name as partnership_name, q.slug as partnership_slug, o.name as organisation_name,
       exists (select 1 from nominee_round n where n.partnership_id = r.partnership_id and n.asked_at > r.asked_at) as over
     from nominee_check k join nominee_round r on r.id = k.round_id join partnership q on q.id = r.partnership_id join organisation o on o.id = k.organisation_id
     join person p on p.id = k.person_id left join person y on y.id = k.answered_by where k.id = $1"
);
sql!(
    READS_FOR,
    "select exists (select 1 from assistant t where t.person_id = $1 and t.assistant_id = $2 and t.starts_on <= $3 and (t.ends_on is null or t.ends_on >= $3)) as reads"
);
sql!(
    READERS,
    "with readers as (
       select k.id, k.organisation_id, k.person_id, k.person_id as reader from nominee_check k where k.round_id = $1 and k.reply is null
       union select k.id, k.organisation_id, k.person_id, t.assistant_id from nominee_check k cross join assistant t
       where k.round_id = $1 and k.reply is null and t.person_id = k.person_id and t.starts_on <= $2 and (t.ends_on is null or t.ends_on >= $2)
     )
     select q.id as check_id, q.organisation_id, q.person_id, q.reader, h.name as asked_name, a.address
     from readers q cross join person h cross join person_address a where h.id = q.person_id and a.person_id = q.reader
     order by q.id, q.reader, case a.purpose when 'meetings' then 0 else 1 end, a.address"
);
sql!(INSERT_ROUND, "insert into nominee_round (id, partnership_id, asked_at, reply_by, asked_by) values ($1, $2, $3, $4, $5)");
sql!(INSERT_CHECK, "insert into nominee_check (id, round_id, organisation_id, person_id, asked_at, version) values ($1, $2, $3, $4, $5, 1)");
sql!(MARK_ASKED, "update nominee_check set asked_at = $2 where round_id = $1 and reply is null");
sql!(
    ANSWER,
    "update nominee_check set reply = $3, words = $4, shown_json = $5, answered_at = $6, answered_by = $7, settled_at = null, version = version + 1
     where id = $1 and version = $2"
);
sql!(SETTLE, "update nominee_check set settled_at = $2, settled_by = $3 where id = $1 and reply = 'changed' and settled_at is null");
sql!(
    KEEP_CONTACT,
    "insert into organisation_contact (partnership_id, organisation_id, person_id) values ($1, $2, $3)
     on conflict (partnership_id, organisation_id) do update set person_id = excluded.person_id"
);

/// The organisations with seats in a partnership on a day, by name, or one of them.
pub(crate) async fn nominators(read: &mut Read, partnership: PartnershipId, one: Option<OrganisationId>, on: Day) -> Result<Vec<Nominator>> {
    let mut contacts: Vec<(OrganisationId, Contact)> = read
        .each(&CONTACTS, args![partnership], |row| {
            Ok((row.get("organisation_id")?, Contact { person: row.get("person_id")?, name: row.get("name")?, reached: row.get("reached")? }))
        })
        .await?;
    let mut found: Vec<Nominator> = Vec::new();
    for row in read.all(&NOMINEES, args![partnership, on, one]).await? {
        let organisation: OrganisationId = row.get("organisation_id")?;
        if found.last().is_none_or(|last| last.organisation != organisation) {
            let at = contacts.iter().position(|(of, _)| *of == organisation);
            let contact = at.map(|at| contacts.swap_remove(at).1);
            found.push(Nominator { organisation, name: row.get("organisation")?, nominees: Vec::new(), contact });
        }
        let nominee = Nominee {
            body: row.get("body")?,
            body_slug: row.get("body_slug")?,
            seat: row.get("label")?,
            person: row.get("person_id")?,
            name: row.get("person")?,
            deputy: row.get::<Option<String>>("role")?.is_some_and(|role| role != "holder"),
            reached: row.get("reached")?,
        };
        if let Some(last) = found.last_mut() {
            last.nominees.push(nominee);
        }
    }
    Ok(found)
}

/// What letters of a partnership as a whole are written from.
#[derive(Debug, Clone)]
pub(crate) struct Names {
    pub partnership: PartnershipId,
    pub name: String,
    pub slug: String,
    /// Its own body, whose secretariat sees the letters.
    pub body: Option<BodyId>,
}

pub(crate) async fn names(read: &mut Read, partnership: PartnershipId) -> Result<Names> {
    let row = read.one(&NAMES, args![partnership]).await?;
    Ok(Names { partnership: row.get("id")?, name: row.get("name")?, slug: row.get("slug")?, body: row.get("body_id")? })
}

/// The newest round of a partnership.
pub(crate) async fn newest(read: &mut Read, partnership: PartnershipId) -> Result<Option<Round>> {
    let row = read.maybe(&NEWEST, args![partnership]).await?;
    row.map(|row| Ok(Round { id: row.get("id")?, asked_at: row.get("asked_at")?, reply_by: row.get("reply_by")? })).transpose()
}

fn read_check(row: &Row) -> Result<Check> {
    Ok(Check {
        id: row.get("id")?,
        organisation: row.get("organisation_id")?,
        person: row.get("person_id")?,
        asked_name: row.get("asked_name")?,
        asked_at: row.get("asked_at")?,
        reply: row.word_or_none("reply")?,
        words: row.get("words")?,
        answered_at: row.get("answered_at")?,
        answered_name: row.get("answered_name")?,
        settled_at: row.get("settled_at")?,
        version: row.get("version")?,
    })
}

pub(crate) async fn checks(read: &mut Read, round: Uuid) -> Result<Vec<Check>> {
    read.each(&CHECKS, args![round], read_check).await
}

/// One check.
///
/// # Errors
/// [`kernel::Error::NotFound`] without one.
pub(crate) async fn check(read: &mut Read, id: Uuid) -> Result<Opened> {
    let row = read.one(&CHECK, args![id]).await?;
    Ok(Opened {
        check: read_check(&row)?,
        partnership: row.get("partnership_id")?,
        partnership_name: row.get("partnership_name")?,
        partnership_slug: row.get("partnership_slug")?,
        organisation_name: row.get("organisation_name")?,
        reply_by: row.get("reply_by")?,
        over: row.get("over")?,
    })
}

/// Whether somebody reads and answers for another on a day.
pub(crate) async fn reads_for(read: &mut Read, person: PersonId, assistant: PersonId, on: Day) -> Result<bool> {
    read.one(&READS_FOR, args![person, assistant, on]).await?.get("reads")
}

/// Somebody whom a check's letter goes to.
#[derive(Debug, Clone)]
pub(crate) struct Reader {
    pub check: Uuid,
    pub organisation: OrganisationId,
    pub person: PersonId,
    pub reader: PersonId,
    pub asked_name: String,
    pub address: String,
}

/// Whom the letters of a round go to that are not answered: those asked, and who reads for them; each once, at their best address.
pub(crate) async fn readers(read: &mut Read, round: Uuid, on: Day) -> Result<Vec<Reader>> {
    let mut found: Vec<Reader> = Vec::new();
    for row in read.all(&READERS, args![round, on]).await? {
        let next = Reader {
            check: row.get("check_id")?,
            organisation: row.get("organisation_id")?,
            person: row.get("person_id")?,
            reader: row.get("reader")?,
            asked_name: row.get("asked_name")?,
            address: row.get("address")?,
        };
        if !found.iter().any(|one| one.check == next.check && (one.reader == next.reader || one.address.eq_ignore_ascii_case(&next.address))) {
            found.push(next);
        }
    }
    Ok(found)
}

pub(crate) async fn insert_round(
    w: &mut Write,
    partnership: PartnershipId,
    round: Uuid,
    reply_by: Day,
    asked: &[(OrganisationId, PersonId)],
) -> Result<()> {
    let (now, by) = (w.now(), w.person());
    w.run(&INSERT_ROUND, args![round, partnership, now, reply_by, by]).await?;
    let rows = asked.iter().map(|(organisation, person)| args![w.id::<Uuid>(), round, *organisation, *person, now]).collect();
    w.run_each(&INSERT_CHECK, rows).await
}

pub(crate) async fn mark_asked(w: &mut Write, round: Uuid) -> Result<()> {
    let now = w.now();
    w.run(&MARK_ASKED, args![round, now]).await.map(drop)
}

/// Writes an answer on top of the version that was seen; `false` when another came meanwhile.
pub(crate) async fn answer(w: &mut Write, id: Uuid, version: i64, reply: Reply, words: Option<&str>, shown: &str) -> Result<bool> {
    let (now, by) = (w.now(), w.person());
    Ok(w.run(&ANSWER, args![id, version, reply.word(), words, shown, now, by]).await? == 1)
}

pub(crate) async fn settle(w: &mut Write, id: Uuid) -> Result<bool> {
    let (now, by) = (w.now(), w.person());
    Ok(w.run(&SETTLE, args![id, now, by]).await? == 1)
}

pub(crate) async fn keep_contact(w: &mut Write, partnership: PartnershipId, organisation: OrganisationId, person: PersonId) -> Result<()> {
    w.run(&KEEP_CONTACT, args![partnership, organisation, person]).await.map(drop)
}
