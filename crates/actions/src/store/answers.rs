//! Answers that came by mail.

use ::store::{Read, Row, Write, args, sql};
use kernel::{ActionId, BodyId, Day, Error, Instant, PersonId, Result};
use mail::inbox::Answer;
use serde::Serialize;
use uuid::Uuid;

sql!(
    FILE,
    "insert into action_answer (id, action_id, person_id, source, came_at, words, left_out_json) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (source) do nothing"
);
sql!(ONE, "select t.*, p.name from action_answer t join person p on p.id = t.person_id where t.id = $1 and t.action_id = $2");
sql!(
    WAITING,
    "select t.*, p.name from action_answer t join person p on p.id = t.person_id where t.action_id = $1 and t.settled is null order by t.came_at, t.id"
);
sql!(SETTLE, "update action_answer set settled = $2, settled_at = $3, settled_by = $4 where id = $1 and settled is null");
sql!(
    SECRETARIAT,
    "select f.person_id, a.address from body b cross join body r cross join office f cross join person_address a
     where b.id = $1 and r.partnership_id = b.partnership_id and (r.id = b.id or r.kind = 'partnership') and f.body_id = r.id and f.kind = 'secretary'
       and (f.starts_on is null or f.starts_on <= $2) and (f.ends_on is null or f.ends_on >= $2) and a.person_id = f.person_id
       and (r.id = b.id or not exists (select 1 from office x where x.body_id = b.id and x.kind = 'secretary'
         and (x.starts_on is null or x.starts_on <= $2) and (x.ends_on is null or x.ends_on >= $2)))
     order by f.person_id, case a.purpose when 'meetings' then 0 else 1 end, a.address"
);

/// An answer that came by mail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Filed {
    /// Which.
    pub id: Uuid,
    /// Whose: known by the letter they answered.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// When it was filed.
    pub came_at: Instant,
    /// What they wrote.
    pub words: String,
    /// The names of what was attached and not kept.
    pub left_out: Vec<String>,
    /// It was taken or left.
    pub settled: Option<String>,
}

fn filed(row: &Row) -> Result<Filed> {
    Ok(Filed {
        id: row.get("id")?,
        person: row.get("person_id")?,
        name: row.get("name")?,
        came_at: row.get("came_at")?,
        words: row.get("words")?,
        left_out: serde_json::from_str(&row.get::<String>("left_out_json")?).map_err(Error::fault)?,
        settled: row.get("settled")?,
    })
}

/// Files an answer; none when this mail was filed before.
///
/// # Errors
/// A fault when the database refuses.
pub(crate) async fn file_answer(w: &mut Write, action: ActionId, person: PersonId, source: &str, answer: &Answer) -> Result<Option<Uuid>> {
    let (id, now) = (w.id::<Uuid>(), w.now());
    let left_out = serde_json::to_string(&answer.left_out).map_err(Error::fault)?;
    let made = w.run(&FILE, args![id, action, person, source, now, answer.words, left_out]).await?;
    Ok((made == 1).then_some(id))
}

/// An answer on an action.
///
/// # Errors
/// [`Error::NotFound`] without one.
pub(crate) async fn answer(read: &mut Read, action: ActionId, id: Uuid) -> Result<Filed> {
    filed(&read.one(&ONE, args![id, action]).await?)
}

/// The answers on an action that nobody has taken or left, in the order they came.
///
/// # Errors
/// A fault when the database refuses.
pub(crate) async fn answers(read: &mut Read, action: ActionId) -> Result<Vec<Filed>> {
    read.each(&WAITING, args![action], filed).await
}

/// Settles an answer; `false` when it was settled before.
///
/// # Errors
/// A fault when the database refuses.
pub(crate) async fn settle_answer(w: &mut Write, id: Uuid, how: &str) -> Result<bool> {
    let (now, by) = (w.now(), w.person());
    Ok(w.run(&SETTLE, args![id, how, now, by]).await? == 1)
}

/// The secretariat of a body, or of its partnership where it has none of its own: each once, at their best address.
///
/// # Errors
/// A fault when the database refuses.
pub(crate) async fn secretariat(read: &mut Read, body: BodyId, on: Day) -> Result<Vec<(PersonId, String)>> {
    let mut found: Vec<(PersonId, String)> = read.each(&SECRETARIAT, args![body, on], |row| Ok((row.get("person_id")?, row.get("address")?))).await?;
    found.dedup_by_key(|(person, _)| *person);
    Ok(found)
}
