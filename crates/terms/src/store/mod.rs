//! The SQL of charter versions, and their texts as read.

mod draft;

use std::cmp::Reverse;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::{Arc, LazyLock, Mutex};

use ::store::{Read, Row, Write, args, sorted, sql};
use charter::Charter;
use charter::tree::{Says, Thing, Verb, Word};
use kernel::{BodyId, CharterId, Day, Error, PartnershipId, Result};

use crate::model::{Adoption, CharterState, InForce, NewVersion, Version};
pub(crate) use draft::save_draft;
pub use draft::{adopted_by, begin_draft, draft, end_draft, of_motion, propose, proposed, taking_over, waiting};

sql!(
    VERSIONS,
    "select id, body_id, number, title, dated, state, adopted_on, decision_id, adoption_words, starts_on, superseded_on, source, note, laid_at, motion_id, proposed_at, version
     from charter_version where body_id = $1 order by number desc"
);
sql!(
    VERSION,
    "select id, body_id, number, title, dated, state, adopted_on, decision_id, adoption_words, starts_on, superseded_on, source, note, laid_at, motion_id, proposed_at, version, text
     from charter_version where body_id = $1 and number = $2"
);
// The version that is chosen, and with it the terms of the bodies that it follows. `follows` holds their names in small letters, each
// between bars, so that one statement finds them; each body's version in force comes before its others.
macro_rules! with_followed {
    ($chosen:literal) => {
        concat!(
            "with mine as (select v.* from charter_version v where v.body_id = $1 and ", $chosen, " limit 1)
             select cast(0 as bigint) as place, cast(null as text) as body_name, m.id, m.body_id, m.number, m.title, m.dated, m.state, m.adopted_on, m.decision_id, m.adoption_words, m.starts_on,
               m.superseded_on, m.source, m.note, m.laid_at, m.motion_id, m.proposed_at, m.version, m.text
             from mine m
             union all
             select case when v.state in ('adopted', 'adoption-not-recorded') and (coalesce(v.starts_on, v.dated) is null or coalesce(v.starts_on, v.dated) <= $2)
                     and (v.superseded_on is null or v.superseded_on > $2) then 1 else 2 end,
               b.name, v.id, v.body_id, v.number, v.title, v.dated, v.state, v.adopted_on, v.decision_id, v.adoption_words, v.starts_on,
               v.superseded_on, v.source, v.note, v.laid_at, v.motion_id, v.proposed_at, v.version, v.text
             from mine m cross join body o cross join body b cross join charter_version v
             where o.id = m.body_id and b.partnership_id = o.partnership_id and v.body_id = b.id and m.follows <> '' and replace(m.follows, '|' || lower(b.name) || '|', '') <> m.follows and v.state <> 'withdrawn'"
        )
    };
}
sql!(
    IN_FORCE,
    with_followed!(
        "v.state in ('adopted', 'adoption-not-recorded')
           and (coalesce(v.starts_on, v.dated) is null or coalesce(v.starts_on, v.dated) <= $2) and (v.superseded_on is null or v.superseded_on > $2)
         order by coalesce(v.starts_on, v.dated) desc nulls last, v.number desc"
    )
);
sql!(
    NEWEST,
    with_followed!(
        "v.state <> 'withdrawn'
         order by case when v.state in ('adopted', 'adoption-not-recorded') and (coalesce(v.starts_on, v.dated) is null or coalesce(v.starts_on, v.dated) <= $2)
                        and (v.superseded_on is null or v.superseded_on > $2) then 0 else 1 end, v.number desc"
    )
);
sql!(VERSION_FOLLOWED, with_followed!("v.number = $3"));
// The same for every body of a scope, each with its names.
sql!(
    IN_FORCE_OF,
    crate::facts!(
        ", mine as (select * from (
             select v.*, row_number() over (partition by v.body_id order by coalesce(v.starts_on, v.dated) desc nulls last, v.number desc) as turn
             from charter_version v where v.body_id in (select id from ours) and v.state in ('adopted', 'adoption-not-recorded')
               and (coalesce(v.starts_on, v.dated) is null or coalesce(v.starts_on, v.dated) <= $4) and (v.superseded_on is null or v.superseded_on > $4)) each_one
           where turn = 1)
         select cast(0 as bigint) as place, b.id as for_id, b.slug as for_slug, b.name as body_name, b.partnership_id as for_partnership, m.id, m.body_id, m.number, m.title, m.dated, m.state, m.adopted_on,
           m.decision_id, m.adoption_words, m.starts_on, m.superseded_on, m.source, m.note, m.laid_at, m.motion_id, m.proposed_at, m.version, m.text
         from mine m join body b on b.id = m.body_id where b.dissolved_on is null or b.dissolved_on >= $4
         union all
         select case when v.state in ('adopted', 'adoption-not-recorded') and (coalesce(v.starts_on, v.dated) is null or coalesce(v.starts_on, v.dated) <= $4)
                 and (v.superseded_on is null or v.superseded_on > $4) then 1 else 2 end,
           o.id, o.slug, b.name, o.partnership_id, v.id, v.body_id, v.number, v.title, v.dated, v.state, v.adopted_on,
           v.decision_id, v.adoption_words, v.starts_on, v.superseded_on, v.source, v.note, v.laid_at, v.motion_id, v.proposed_at, v.version, v.text
         from mine m cross join body o cross join body b cross join charter_version v
         where o.id = m.body_id and b.partnership_id = o.partnership_id and v.body_id = b.id and m.follows <> '' and replace(m.follows, '|' || lower(b.name) || '|', '') <> m.follows and v.state <> 'withdrawn'
           and (o.dissolved_on is null or o.dissolved_on >= $4)"
    )
);
sql!(NEXT_NUMBER, "select coalesce(max(number), 0) + 1 as number from charter_version where body_id = $1");
sql!(
    INSERT,
    "insert into charter_version (id, body_id, number, title, text, dated, state, source, note, follows, laid_at, version)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1)"
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

// Seats, appointments, offices and what happened to the body, each as a row of the same columns.
sql!(
    MEMBERSHIP_TOLD,
    crate::facts!(
        "select 'seat' as what, s.body_id, s.id as seat_id, cast(null as uuid) as person_id, s.label as name, s.class as kind, s.ex_officio_post as post,
           cast(null as text) as how, s.sector_id, sec.name as sector, s.sector_ours, s.holders_not_recorded, s.organisation_id, org.name as organisation,
           org.kind as organisation_kind, s.starts_on, s.ends_on, s.position as place, b.source is null as kept
         from seat s join body b on b.id = s.body_id left join sector sec on sec.id = s.sector_id left join organisation org on org.id = s.organisation_id
         where s.body_id in (select id from ours)
         union all
         select 'appointment', s.body_id, s.id, a.person_id, p.name, a.role, a.post, a.ending, null, null, false, false, null, coalesce(ao.name, so.name), null,
           a.starts_on, a.ends_on, s.position, true
         from appointment a join seat s on s.id = a.seat_id join person p on p.id = a.person_id
         left join organisation ao on ao.id = a.organisation_id left join organisation so on so.id = s.organisation_id
         where s.body_id in (select id from ours)
         union all
         select 'office', o.body_id, null, o.person_id, p.name, o.kind, null, o.how, null, null, false, false, null, null, null, o.starts_on, o.ends_on, 0, b.source is null
         from office o join body b on b.id = o.body_id join person p on p.id = o.person_id where o.body_id in (select id from ours)
         union all
         select 'establishment', b.id, null, null, b.name, null, null, null, null, null, false, false, null, null, null, b.established_on, null, 0, b.source is null
         from body b where b.id in (select id from ours) and b.established_on <= $4
         union all
         select 'adoption', c.body_id, null, null, c.title, null, null, null, null, null, false, false, null, null, null, c.adopted_on, null, 0, b.source is null
         from charter_version c join body b on b.id = c.body_id where c.body_id in (select id from ours) and c.state = 'adopted' and c.adopted_on <= $4"
    )
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
        motion: row.get("motion_id")?,
        proposed_at: row.get("proposed_at")?,
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

/// The bodies whose terms a charter follows, as its row keeps them.
pub(crate) fn follows(charter: &Charter) -> String {
    charter.follows().iter().map(|name| format!("|{}|", name.to_lowercase())).collect()
}

/// The first row read as a version; what it takes over from the terms of other bodies of its partnership ("as for the
/// partnership") is written out from the others, as those stood on the day.
fn followed(rows: &[Row]) -> Result<Option<InForce>> {
    let Some((first, others)) = rows.split_first() else { return Ok(None) };
    let mut found = whole(first)?;
    let names: Vec<String> = found.charter.follows().into_iter().map(str::to_lowercase).collect();
    for name in names {
        for row in others {
            if row.get::<String>("body_name")?.to_lowercase() == name {
                found.charter = Arc::new(found.charter.taking_over(&charter_of(&row.get::<String>("text")?)));
                break;
            }
        }
    }
    Ok(Some(found))
}

/// One version with its text.
///
/// # Errors
/// [`Error::NotFound`] without such a version.
pub async fn version(read: &mut Read, body: BodyId, number: i64) -> Result<InForce> {
    whole(&read.one(&VERSION, args![body, number]).await?)
}

/// One version with its text, and what it takes over from the terms of other bodies as those stand on a day.
///
/// # Errors
/// [`Error::NotFound`] without such a version.
pub(crate) async fn version_followed(read: &mut Read, body: BodyId, number: i64, day: Day) -> Result<InForce> {
    followed(&sorted(read.all(&VERSION_FOLLOWED, args![body, day, number]).await?, place)?)?.ok_or(Error::NotFound)
}

/// The chosen version first, then each other body's in force, then what else there is, the newest before the older.
fn place(row: &Row) -> Result<(i64, Reverse<i64>)> {
    Ok((row.get("place")?, Reverse(row.get("number")?)))
}

/// The version in force on a day, if any: a draft never is.
///
/// # Errors
/// A fault when the database refuses.
pub async fn in_force(read: &mut Read, body: BodyId, day: Day) -> Result<Option<InForce>> {
    followed(&sorted(read.all(&IN_FORCE, args![body, day]).await?, place)?)
}

/// What an act rests on in a body's terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rests {
    /// That minutes are approved.
    Approval,
    /// That minutes go round.
    Circulation,
    /// That an interest is declared.
    Declaration,
    /// That somebody presides who is not the chair.
    Presiding,
}

impl Rests {
    fn is_said(self, says: &Says) -> bool {
        let Says::Does { deed, .. } = says else { return false };
        let minutes = matches!(deed.thing, Some(Thing::Word(Word::Minutes | Word::DraftMinutes)));
        match self {
            Self::Approval => minutes && matches!(deed.verb, Verb::Approve | Verb::Ratify),
            Self::Circulation => minutes && matches!(deed.verb, Verb::Circulate | Verb::Send),
            Self::Declaration => deed.verb == Verb::Declare && matches!(deed.thing, Some(Thing::Interest(_))),
            Self::Presiding => deed.verb == Verb::Preside,
        }
    }
}

/// The clause of a body's terms in force on a day that an act rests on, in one statement; none where they do not speak of it.
///
/// # Errors
/// A fault when the database refuses.
pub async fn clause_for(read: &mut Read, body: BodyId, day: Day, act: Rests) -> Result<Option<String>> {
    let found = in_force(read, body, day).await?;
    Ok(found.and_then(|found| found.charter.rules().find(|(_, rule)| act.is_said(&rule.tree.says)).map(|(clause, _)| clause.number.clone())))
}

/// A body with the terms it works by.
#[derive(Debug, Clone)]
pub struct Governed {
    /// The body.
    pub body: BodyId,
    /// Its address.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Its partnership.
    pub partnership: PartnershipId,
    /// The terms in force.
    pub terms: InForce,
}

/// The bodies of a scope that have terms in force on its day, each with them, in one statement. Bodies that have ended are not among
/// them.
///
/// # Errors
/// A fault when the database refuses.
pub async fn in_force_of(read: &mut Read, scope: &crate::Scope) -> Result<Vec<Governed>> {
    let rows = sorted(read.all(&IN_FORCE_OF, scope.args()).await?, |row| Ok((row.get::<BodyId>("for_id")?, place(row)?)))?;
    let mut ids = Vec::new();
    for row in &rows {
        ids.push(row.get::<BodyId>("for_id")?);
    }
    let mut found = Vec::new();
    let mut from = 0;
    for part in ids.chunk_by(|a, b| a == b) {
        let mine = &rows[from..from + part.len()];
        from += part.len();
        if let (Some(terms), Some(first)) = (followed(mine)?, mine.first()) {
            let (slug, name) = (first.get("for_slug")?, first.get("body_name")?);
            found.push(Governed { body: part[0], slug, name, partnership: first.get("for_partnership")?, terms });
        }
    }
    Ok(found)
}

/// The version in force on a day, or else the newest that is not withdrawn: a draft, which binds nobody but can be read.
///
/// # Errors
/// A fault when the database refuses.
pub async fn newest(read: &mut Read, body: BodyId, day: Day) -> Result<Option<InForce>> {
    followed(&sorted(read.all(&NEWEST, args![body, day]).await?, place)?)
}

/// Lays a text as the next version; answers its number.
///
/// # Errors
/// A fault when the database refuses.
pub async fn insert(w: &mut Write, id: CharterId, body: BodyId, new: &NewVersion, title: &str, state: CharterState) -> Result<i64> {
    let number: i64 = w.one(&NEXT_NUMBER, args![body]).await?.get("number")?;
    let now = w.now();
    w.run(
        &INSERT,
        args![id, body, number, title, new.text, new.dated, kernel::Word::word(state), new.source, new.note, follows(&charter_of(&new.text)), now],
    )
    .await?;
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

/// A draft is not pursued; answers whether it still was one, unchanged.
///
/// # Errors
/// A fault when the database refuses.
pub async fn withdraw(w: &mut Write, version: &Version) -> Result<bool> {
    Ok(w.run(&WITHDRAW, args![version.id, version.version]).await? == 1)
}

/// Seats, who was appointed to them, offices and events, as the record is told of them.
pub(crate) async fn membership_told(read: &mut Read, scope: &crate::Scope) -> Result<Vec<Row>> {
    sorted(read.all(&MEMBERSHIP_TOLD, scope.args()).await?, |row| Ok((row.get::<i64>("place")?, row.get::<Option<Day>>("starts_on")?)))
}
