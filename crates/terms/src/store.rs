//! The SQL of charter versions, and their texts as read.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::{Arc, LazyLock, Mutex};

use ::store::{Read, Row, Write, args, sql};
use charter::Charter;
use kernel::{BodyId, CharterId, Day, Error, Result};

use crate::model::{Adoption, CharterState, InForce, NewVersion, Version};

sql!(
    VERSIONS,
    "select id, body_id, number, title, dated, state, adopted_on, decision_id, adoption_words, starts_on, superseded_on, source, note, laid_at, version
     from charter_version where body_id = $1 order by number desc"
);
sql!(
    VERSION,
    "select id, body_id, number, title, dated, state, adopted_on, decision_id, adoption_words, starts_on, superseded_on, source, note, laid_at, version, text
     from charter_version where body_id = $1 and number = $2"
);
sql!(
    IN_FORCE,
    "select id, body_id, number, title, dated, state, adopted_on, decision_id, adoption_words, starts_on, superseded_on, source, note, laid_at, version, text
     from charter_version
     where body_id = $1 and state in ('adopted', 'adoption-not-recorded')
       and (coalesce(starts_on, dated) is null or coalesce(starts_on, dated) <= $2) and (superseded_on is null or superseded_on > $2)
     order by coalesce(starts_on, dated) desc nulls last, number desc limit 1"
);
sql!(
    NEWEST,
    "select id, body_id, number, title, dated, state, adopted_on, decision_id, adoption_words, starts_on, superseded_on, source, note, laid_at, version, text
     from charter_version
     where body_id = $1 and state <> 'withdrawn'
     order by case when state in ('adopted', 'adoption-not-recorded') and (coalesce(starts_on, dated) is null or coalesce(starts_on, dated) <= $2)
                        and (superseded_on is null or superseded_on > $2) then 0 else 1 end, number desc limit 1"
);
sql!(
    NEWEST_OF_NAMESAKE,
    "select v.text from charter_version v join body b on b.id = v.body_id
     where lower(b.name) = lower($2) and b.partnership_id = (select partnership_id from body where id = $1) and v.state <> 'withdrawn'
     order by case when v.state in ('adopted', 'adoption-not-recorded') and (coalesce(v.starts_on, v.dated) is null or coalesce(v.starts_on, v.dated) <= $3)
                        and (v.superseded_on is null or v.superseded_on > $3) then 0 else 1 end, v.number desc limit 1"
);
sql!(NEXT_NUMBER, "select coalesce(max(number), 0) + 1 as number from charter_version where body_id = $1");
sql!(
    INSERT,
    "insert into charter_version (id, body_id, number, title, text, dated, state, source, note, laid_at, version)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1)"
);
sql!(
    ADOPT,
    "update charter_version set state = 'adopted', adopted_on = $2, decision_id = $3, adoption_words = $4, starts_on = $5, version = version + 1
     where id = $1 and state in ('draft', 'adoption-not-recorded') and version = $6"
);
sql!(
    SUPERSEDE_OTHERS,
    "update charter_version set superseded_on = $3, version = version + 1
     where body_id = $1 and id <> $2 and state in ('adopted', 'adoption-not-recorded') and superseded_on is null
       and (coalesce(starts_on, dated) is null or coalesce(starts_on, dated) <= $3)"
);
sql!(
    END,
    "update charter_version set superseded_on = $2, version = version + 1 where id = $1 and state in ('adopted', 'adoption-not-recorded') and version = $3"
);
sql!(WITHDRAW, "update charter_version set state = 'withdrawn', version = version + 1 where id = $1 and state = 'draft' and version = $2");

sql!(
    SEATS_TOLD,
    "select s.id, s.label, s.class, s.sector_id, s.sector_ours, sec.name as sector, s.organisation_id, s.ex_officio_post, s.starts_on, s.ends_on, s.holders_not_recorded,
       org.name as organisation, org.kind as organisation_kind
     from seat s left join sector sec on sec.id = s.sector_id left join organisation org on org.id = s.organisation_id
     where s.body_id = $1 order by s.position"
);
sql!(
    APPOINTMENTS_TOLD,
    "select a.seat_id, a.person_id, p.name, a.role, a.post, coalesce(ao.name, so.name) as organisation, a.starts_on, a.ends_on, a.ending
     from appointment a join seat s on s.id = a.seat_id join person p on p.id = a.person_id
     left join organisation ao on ao.id = a.organisation_id left join organisation so on so.id = s.organisation_id
     where s.body_id = $1 order by s.position, a.starts_on nulls first"
);
sql!(
    OFFICES_TOLD,
    "select o.person_id, p.name, o.kind, o.how, o.starts_on, o.ends_on from office o join person p on p.id = o.person_id where o.body_id = $1
     order by o.starts_on nulls first"
);

/// Texts that were read before. A text never changes, so it is its own key.
static READ: LazyLock<Mutex<HashMap<u64, Arc<Charter>>>> = LazyLock::new(Mutex::default);
/// Beyond this many the shelf is emptied and filled anew.
const SHELF: usize = 256;

/// A text as the charter's reader reads it.
pub fn charter_of(text: &str) -> Arc<Charter> {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    let key = hasher.finish();
    let lock = || READ.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    if let Some(charter) = lock().get(&key).filter(|charter| charter.source == text) {
        return Arc::clone(charter);
    }
    let charter = Arc::new(charter::read(text).charter);
    let mut shelf = lock();
    if shelf.len() >= SHELF {
        shelf.clear();
    }
    shelf.insert(key, Arc::clone(&charter));
    charter
}

/// What a clause is called in the address of its charter's page: `clause-3.12`.
pub fn clause_anchor(number: &str) -> String {
    format!("clause-{}", number.replace(' ', "-"))
}

fn version_row(row: &Row) -> Result<Version> {
    Ok(Version {
        id: row.get("id")?,
        body: row.get("body_id")?,
        number: row.get("number")?,
        title: row.get("title")?,
        dated: row.get("dated")?,
        state: row.word("state")?,
        adopted_on: row.get("adopted_on")?,
        decision: row.get("decision_id")?,
        adoption_words: row.get("adoption_words")?,
        starts_on: row.get("starts_on")?,
        superseded_on: row.get("superseded_on")?,
        source: row.get("source")?,
        note: row.get("note")?,
        laid_at: row.get("laid_at")?,
        version: row.get("version")?,
    })
}

fn whole(row: &Row) -> Result<InForce> {
    let version = version_row(row)?;
    let text: String = row.get("text")?;
    Ok(InForce { id: version.id, version, charter: charter_of(&text) })
}

/// The versions of a body's charter, the latest first, without their texts.
///
/// # Errors
/// A fault when the database refuses.
pub async fn versions(read: &mut Read, body: BodyId) -> Result<Vec<Version>> {
    read.each(&VERSIONS, args![body], version_row).await
}

/// Writes out what a charter takes over from the terms of other bodies of its partnership ("as for the partnership"), as those
/// stood on the day.
async fn followed(read: &mut Read, mut found: InForce, day: Day) -> Result<InForce> {
    let names: Vec<String> = found.charter.follows().into_iter().map(str::to_owned).collect();
    for name in names {
        if let Some(row) = read.maybe(&NEWEST_OF_NAMESAKE, args![found.version.body, name, day]).await? {
            let other = charter_of(&row.get::<String>("text")?);
            found.charter = Arc::new(found.charter.taking_over(&other));
        }
    }
    Ok(found)
}

/// One version with its text.
///
/// # Errors
/// [`Error::NotFound`] without such a version.
pub async fn version(read: &mut Read, body: BodyId, number: i64) -> Result<InForce> {
    whole(&read.one(&VERSION, args![body, number]).await?)
}

/// The version in force on a day, if any: a draft never is.
///
/// # Errors
/// A fault when the database refuses.
pub async fn in_force(read: &mut Read, body: BodyId, day: Day) -> Result<Option<InForce>> {
    match read.maybe(&IN_FORCE, args![body, day]).await? {
        Some(row) => followed(read, whole(&row)?, day).await.map(Some),
        None => Ok(None),
    }
}

/// The version in force on a day, or else the newest that is not withdrawn: a draft, which binds nobody but can be read.
///
/// # Errors
/// A fault when the database refuses.
pub async fn newest(read: &mut Read, body: BodyId, day: Day) -> Result<Option<InForce>> {
    match read.maybe(&NEWEST, args![body, day]).await? {
        Some(row) => followed(read, whole(&row)?, day).await.map(Some),
        None => Ok(None),
    }
}

pub(crate) async fn insert(w: &mut Write, id: CharterId, body: BodyId, new: &NewVersion, title: &str, state: CharterState) -> Result<i64> {
    let number: i64 = w.one(&NEXT_NUMBER, args![body]).await?.get("number")?;
    let now = w.now();
    w.run(&INSERT, args![id, body, number, title, new.text, new.dated, kernel::Word::word(state), new.source, new.note, now]).await?;
    Ok(number)
}

pub(crate) async fn adopt(w: &mut Write, version: &Version, adoption: &Adoption) -> Result<u64> {
    let from = adoption.starts_on.unwrap_or(adoption.on);
    let changed = w.run(&ADOPT, args![version.id, adoption.on, adoption.decision, adoption.words, from, version.version]).await?;
    if changed != 1 {
        return Err(Error::fault("a version that was just read is gone"));
    }
    w.run(&SUPERSEDE_OTHERS, args![version.body, version.id, from]).await
}

pub(crate) async fn end(w: &mut Write, version: &Version, on: Day) -> Result<bool> {
    Ok(w.run(&END, args![version.id, on, version.version]).await? == 1)
}

pub(crate) async fn withdraw(w: &mut Write, version: &Version) -> Result<bool> {
    Ok(w.run(&WITHDRAW, args![version.id, version.version]).await? == 1)
}

/// The seats of a body, as the record is told of them.
pub(crate) async fn seats_told(read: &mut Read, body: BodyId) -> Result<Vec<Row>> {
    read.all(&SEATS_TOLD, args![body]).await
}

/// Who was appointed to them.
pub(crate) async fn appointments_told(read: &mut Read, body: BodyId) -> Result<Vec<Row>> {
    read.all(&APPOINTMENTS_TOLD, args![body]).await
}

/// Who held the body's offices.
pub(crate) async fn offices_told(read: &mut Read, body: BodyId) -> Result<Vec<Row>> {
    read.all(&OFFICES_TOLD, args![body]).await
}
