//! What a body has arranged for itself: who sees its documents, what is always on its agendas, who else gets its letters, and what
//! somebody found wrong in its records.

use ::store::{Read, Write, args, sql};
use kernel::{BodyId, Day, PersonId, Result, Word as _};

use super::shown_name;
use crate::model::{Audience, DocumentClass, NotedFinding, Openness, StandingItem};

sql!(
    SET_OPENNESS,
    "insert into openness (body_id, class, audience, clause) values ($1, $2, $3, $4)
     on conflict (body_id, class) do update set audience = excluded.audience, clause = excluded.clause"
);
sql!(OPENNESS, "select class, audience, clause from openness where body_id = $1");
sql!(CLEAR_STANDING_ITEMS, "delete from standing_item where body_id = $1");
sql!(INSERT_STANDING_ITEM, "insert into standing_item (id, body_id, position, kind, title) values ($1, $2, $3, $4, $5)");
sql!(STANDING_ITEMS, "select kind, title from standing_item where body_id = $1 order by position");
sql!(
    INSERT_DISTRIBUTION,
    "insert into distribution (id, body_id, person_id, note, starts_on) values ($1, $2, $3, $4, $5) on conflict (body_id, person_id, starts_on) do nothing"
);
sql!(END_DISTRIBUTION, "update distribution set ends_on = $3 where body_id = $1 and person_id = $2 and ends_on is null");
sql!(
    DISTRIBUTION,
    "select d.person_id, p.name, p.honorific, d.note from distribution d join person p on p.id = d.person_id
     where d.body_id = $1 and d.starts_on <= $2 and (d.ends_on is null or d.ends_on >= $2) order by p.sort_name"
);
sql!(
    ARRANGED,
    "select (select count(*) from openness where body_id = $1) as opened, (select count(*) from standing_item where body_id = $1) as standing,
       (select count(*) from distribution d where d.body_id = $1 and d.starts_on <= $2 and (d.ends_on is null or d.ends_on >= $2)) as distribution"
);
sql!(OPENNESS_OF, "select audience from openness where body_id = $1 and class = $2");
sql!(
    INSERT_NOTED_FINDING,
    "insert into noted_finding (id, body_id, position, clause, verdict, words, source)
     values ($1, $2, (select coalesce(max(position), 0) + 1 from noted_finding where body_id = $2), $3, $4, $5, $6)"
);
sql!(NOTED_FINDINGS, "select clause, verdict, words, source from noted_finding where body_id = $1 order by position");

/// Who may see which class of a body's documents, from `class:audience` pairs with spaces between them.
pub fn opened(pairs: Option<String>) -> Vec<(DocumentClass, Audience)> {
    let pairs = pairs.unwrap_or_default();
    pairs
        .split(' ')
        .filter_map(|pair| pair.split_once(':'))
        .filter_map(|(class, to)| Some((DocumentClass::parse(class)?, Audience::parse(to)?)))
        .collect()
}

pub(crate) async fn audience_of(read: &mut Read, body: BodyId, class: DocumentClass) -> Result<crate::model::Audience> {
    let row = read.maybe(&OPENNESS_OF, args![body, class.word()]).await?;
    row.map_or(Ok(crate::model::Audience::Body), |row| row.word("audience"))
}

pub(crate) fn audience_among(opened: &[(DocumentClass, Audience)], class: DocumentClass) -> Audience {
    opened.iter().find(|(of, _)| *of == class).map_or(Audience::Body, |(_, audience)| *audience)
}

/// Who may see each class of a body's documents. Classes that are not listed are for the body alone.
///
/// # Errors
/// A fault when the database refuses.
pub async fn openness(read: &mut Read, body: BodyId) -> Result<Vec<Openness>> {
    read.each(&OPENNESS, args![body], |row| {
        Ok(Openness { class: row.word::<DocumentClass>("class")?, audience: row.word("audience")?, clause: row.get("clause")? })
    })
    .await
}

/// The standing items of a body's agendas, in order.
///
/// # Errors
/// A fault when the database refuses.
pub async fn standing_items(read: &mut Read, body: BodyId) -> Result<Vec<StandingItem>> {
    read.each(&STANDING_ITEMS, args![body], |row| Ok(StandingItem { kind: row.word("kind")?, title: row.get("title")? })).await
}

/// How much of each a body has arranged.
pub(crate) struct Arranged {
    /// Kinds of documents whose readers are chosen.
    pub opened: usize,
    /// Standing items.
    pub standing: usize,
    /// People on the distribution list on the day.
    pub distribution: usize,
}

/// How much a body has arranged, in one statement.
pub(crate) async fn arranged(read: &mut Read, body: BodyId, day: Day) -> Result<Arranged> {
    let row = read.one(&ARRANGED, args![body, day]).await?;
    let count = |name: &str| Ok::<_, kernel::Error>(usize::try_from(row.get::<i64>(name)?).unwrap_or_default());
    Ok(Arranged { opened: count("opened")?, standing: count("standing")?, distribution: count("distribution")? })
}

/// Those who get a body's letters without sitting on it: id, name, note.
///
/// # Errors
/// A fault when the database refuses.
pub async fn distribution(read: &mut Read, body: BodyId, day: Day) -> Result<Vec<(PersonId, String, Option<String>)>> {
    read.each(&DISTRIBUTION, args![body, day], |row| Ok((row.get("person_id")?, shown_name(row, "name")?, row.get("note")?))).await
}

pub(crate) async fn set_openness(w: &mut Write, body: BodyId, openness: &Openness) -> Result<()> {
    w.run(&SET_OPENNESS, args![body, openness.class.word(), openness.audience.word(), openness.clause]).await?;
    Ok(())
}

pub(crate) async fn set_standing_items(w: &mut Write, body: BodyId, items: &[StandingItem]) -> Result<()> {
    w.run(&CLEAR_STANDING_ITEMS, args![body]).await?;
    let rows =
        (1_i64..).zip(items).map(|(position, item)| args![w.id::<uuid::Uuid>(), body, position, item.kind.word(), item.title.trim()]).collect();
    w.run_each(&INSERT_STANDING_ITEM, rows).await
}

pub(crate) async fn insert_distribution(w: &mut Write, body: BodyId, person: PersonId, note: Option<&str>, from: Day) -> Result<()> {
    let id: uuid::Uuid = w.id();
    w.run(&INSERT_DISTRIBUTION, args![id, body, person, note, from]).await?;
    Ok(())
}

pub(crate) async fn end_distribution(w: &mut Write, body: BodyId, person: PersonId, on: Day) -> Result<()> {
    w.run(&END_DISTRIBUTION, args![body, person, on]).await?;
    Ok(())
}

/// The contradictions and gaps that somebody found in a body's records, in the order in which they were noted.
///
/// # Errors
/// A fault when the database refuses.
pub async fn noted_findings(read: &mut Read, body: BodyId) -> Result<Vec<NotedFinding>> {
    read.each(&NOTED_FINDINGS, args![body], |row| {
        Ok(NotedFinding { clause: row.get("clause")?, verdict: row.word("verdict")?, words: row.get("words")?, source: row.get("source")? })
    })
    .await
}

pub(crate) async fn insert_noted_finding(w: &mut Write, body: BodyId, finding: &NotedFinding) -> Result<()> {
    let id: uuid::Uuid = w.id();
    w.run(&INSERT_NOTED_FINDING, args![id, body, finding.clause, finding.verdict.word(), finding.words, finding.source]).await?;
    Ok(())
}
