//! Bodies: how they stand to each other, what came before them and after.

use ::store::{Read, Row, Write, args, sql};
use kernel::{BodyId, Day, PartnershipId, Result, Word as _};

use super::arrangements::{audience_among, opened};
use crate::model::{Audience, Body, BodyEnding, BodyLink, DocumentClass, LinkKind, NewBody, Partnership};

sql!(
    BODY,
    "select id, partnership_id, slug, name, short_name, kind, purpose, established_on, dissolved_on, ending, note, source, version from body where id = $1"
);
sql!(
    BODIES,
    "select id, partnership_id, slug, name, short_name, kind, purpose, established_on, dissolved_on, ending, note, source, version
     from body where partnership_id = $1 order by case kind when 'partnership' then 0 when 'board' then 1 when 'executive-board' then 2 when 'working-group' then 3 when 'task-group' then 4 else 5 end, name"
);
sql!(
    BODY_WITHIN,
    "select b.id, b.partnership_id, b.slug, b.name, b.short_name, b.kind, b.purpose, b.established_on, b.dissolved_on, b.ending, b.note, b.source, b.version,
       p.slug as partnership_slug, p.name as partnership_name, p.nation, p.colour, p.about, p.noindex, p.source as partnership_source, p.version as partnership_version,
       (select string_agg(n.class || ':' || n.audience, ' ') from openness n where n.body_id = b.id) as opened
     from body b join partnership p on p.id = b.partnership_id where b.id = $1"
);
sql!(BODY_SLUG, "select count(*) as n from body where slug = $1");
sql!(
    INSERT_BODY,
    "insert into body (id, partnership_id, slug, name, short_name, kind, purpose, established_on, note, source, version)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1)"
);
sql!(RENAME_BODY, "update body set name = $2, short_name = $3, purpose = $4, version = version + 1 where id = $1 and version = $5");
sql!(END_BODY, "update body set dissolved_on = $2, ending = $3, version = version + 1 where id = $1");
sql!(
    INSERT_LINK,
    "insert into body_link (id, body_id, kind, other_id, starts_on, note) values ($1, $2, $3, $4, $5, $6)
     on conflict (body_id, kind, other_id) do update set starts_on = excluded.starts_on, ends_on = null, note = excluded.note"
);
sql!(
    LINKS,
    "select l.id, l.body_id, l.kind, l.other_id, l.starts_on, l.ends_on from body_link l join body b on b.id = l.body_id
     where b.partnership_id = $1 and (l.ends_on is null or l.ends_on >= $2) and (l.starts_on is null or l.starts_on <= $2)"
);
sql!(
    LINKS_AHEAD,
    "select l.id, l.body_id, l.kind, l.other_id, l.starts_on, l.ends_on from body_link l join body b on b.id = l.body_id
     where b.partnership_id = $1 and (l.ends_on is null or l.ends_on >= $2)"
);
sql!(END_LINK, "update body_link set ends_on = $2 where id = $1");
sql!(REMOVE_LINK, "delete from body_link where id = $1");
sql!(CLEAR_SUCCESSORS, "delete from body_succession where earlier_id = $1");
sql!(
    INSERT_BODY_SUCCESSION,
    "insert into body_succession (id, earlier_id, later_id, kind, happened_on, note) values ($1, $2, $3, $4, $5, $6)
     on conflict (earlier_id, later_id) do nothing"
);
sql!(
    SUCCESSIONS,
    "select s.earlier_id, s.later_id, s.kind, s.happened_on, s.note, e.name as earlier_name, e.slug as earlier_slug, l.name as later_name, l.slug as later_slug
     from body_succession s join body e on e.id = s.earlier_id join body l on l.id = s.later_id
     where s.earlier_id = $1 or s.later_id = $1 order by s.happened_on nulls last"
);

fn body_row(row: &Row) -> Result<Body> {
    Ok(Body {
        id: row.get("id")?,
        partnership: row.get("partnership_id")?,
        slug: row.get("slug")?,
        name: row.get("name")?,
        short_name: row.get("short_name")?,
        kind: row.word("kind")?,
        purpose: row.get("purpose")?,
        established_on: row.get("established_on")?,
        dissolved_on: row.get("dissolved_on")?,
        ending: row.word_or_none("ending")?,
        note: row.get("note")?,
        source: row.get("source")?,
        version: row.get("version")?,
    })
}

/// One body.
///
/// # Errors
/// [`kernel::Error::NotFound`] without one.
pub async fn body(read: &mut Read, id: BodyId) -> Result<Body> {
    body_row(&read.one(&BODY, args![id]).await?)
}

/// A body with its partnership, and who may see which class of its documents: what every page about it begins with.
#[derive(Debug, Clone)]
pub struct Head {
    /// The body.
    pub body: Body,
    /// Its partnership.
    pub partnership: Partnership,
    opened: Vec<(DocumentClass, Audience)>,
}

impl Head {
    /// Who may see a class. What nobody opened is for the body alone.
    pub fn audience(&self, class: DocumentClass) -> Audience {
        audience_among(&self.opened, class)
    }
}

/// One body with its partnership and its openness, in one statement.
///
/// # Errors
/// [`kernel::Error::NotFound`] without one.
pub async fn head(read: &mut Read, id: BodyId) -> Result<Head> {
    let row = read.one(&BODY_WITHIN, args![id]).await?;
    let partnership = Partnership {
        id: row.get("partnership_id")?,
        slug: row.get("partnership_slug")?,
        name: row.get("partnership_name")?,
        nation: row.get("nation")?,
        colour: row.get("colour")?,
        about: row.get("about")?,
        noindex: row.get("noindex")?,
        source: row.get("partnership_source")?,
        version: row.get("partnership_version")?,
    };
    Ok(Head { body: body_row(&row)?, partnership, opened: opened(row.get("opened")?) })
}

/// The bodies of a partnership, its own board first.
///
/// # Errors
/// A fault when the database refuses.
pub async fn bodies(read: &mut Read, partnership: PartnershipId) -> Result<Vec<Body>> {
    read.each(&BODIES, args![partnership], body_row).await
}

/// How the bodies of a partnership stand to each other on a day.
///
/// # Errors
/// A fault when the database refuses.
pub async fn links(read: &mut Read, partnership: PartnershipId, day: Day) -> Result<Vec<BodyLink>> {
    read.each(&LINKS, args![partnership, day], link_row).await
}

/// How the bodies of a partnership stand to each other on a day or will later.
pub(crate) async fn links_ahead(read: &mut Read, partnership: PartnershipId, day: Day) -> Result<Vec<BodyLink>> {
    read.each(&LINKS_AHEAD, args![partnership, day], link_row).await
}

fn link_row(row: &Row) -> Result<BodyLink> {
    Ok(BodyLink {
        id: row.get("id")?,
        body: row.get("body_id")?,
        kind: row.word("kind")?,
        other: row.get("other_id")?,
        starts_on: row.get("starts_on")?,
        ends_on: row.get("ends_on")?,
    })
}

/// What came before a body and what came after it.
#[derive(Debug, Clone, serde::Serialize)]
pub struct Succession {
    /// The earlier body.
    pub earlier: BodyId,
    /// Its name.
    pub earlier_name: String,
    /// Its address.
    pub earlier_slug: String,
    /// The later body.
    pub later: BodyId,
    /// Its name.
    pub later_name: String,
    /// Its address.
    pub later_slug: String,
    /// Merged or succeeded.
    pub kind: BodyEnding,
    /// When, if the record says.
    pub happened_on: Option<Day>,
    /// A note.
    pub note: Option<String>,
}

/// What came before a body and what came after it.
///
/// # Errors
/// A fault when the database refuses.
pub async fn successions(read: &mut Read, body: BodyId) -> Result<Vec<Succession>> {
    read.each(&SUCCESSIONS, args![body], |row| {
        Ok(Succession {
            earlier: row.get("earlier_id")?,
            earlier_name: row.get("earlier_name")?,
            earlier_slug: row.get("earlier_slug")?,
            later: row.get("later_id")?,
            later_name: row.get("later_name")?,
            later_slug: row.get("later_slug")?,
            kind: row.word("kind")?,
            happened_on: row.get("happened_on")?,
            note: row.get("note")?,
        })
    })
    .await
}

pub(crate) async fn free_body_slug(read: &mut Read, wanted: &str) -> Result<bool> {
    Ok(read.one(&BODY_SLUG, args![wanted]).await?.get::<i64>("n")? == 0)
}

pub(crate) async fn insert_body(w: &mut Write, id: BodyId, partnership: PartnershipId, slug: &str, new: &NewBody) -> Result<()> {
    w.run(
        &INSERT_BODY,
        args![id, partnership, slug, new.name.trim(), new.short_name, new.kind.word(), new.purpose, new.established_on, new.note, new.source],
    )
    .await?;
    for (kind, other) in &new.linked_to {
        insert_link(w, id, *kind, *other, new.established_on, None).await?;
    }
    Ok(())
}

pub(crate) async fn rename_body(
    w: &mut Write,
    id: BodyId,
    name: &str,
    short_name: Option<&str>,
    purpose: Option<&str>,
    version: i64,
) -> Result<bool> {
    Ok(w.run(&RENAME_BODY, args![id, name.trim(), short_name, purpose, version]).await? == 1)
}

pub(crate) async fn end_body(w: &mut Write, id: BodyId, on: Option<Day>, ending: BodyEnding) -> Result<()> {
    w.run(&END_BODY, args![id, on, ending.word()]).await?;
    Ok(())
}

pub(crate) async fn insert_link(w: &mut Write, body: BodyId, kind: LinkKind, other: BodyId, from: Option<Day>, note: Option<&str>) -> Result<()> {
    let id: uuid::Uuid = w.id();
    w.run(&INSERT_LINK, args![id, body, kind.word(), other, from, note]).await?;
    Ok(())
}

pub(crate) async fn end_link(w: &mut Write, id: uuid::Uuid, on: Option<Day>) -> Result<()> {
    match on {
        Some(on) => w.run(&END_LINK, args![id, on]).await?,
        None => w.run(&REMOVE_LINK, args![id]).await?,
    };
    Ok(())
}

pub(crate) async fn clear_successors(w: &mut Write, earlier: BodyId) -> Result<()> {
    w.run(&CLEAR_SUCCESSORS, args![earlier]).await?;
    Ok(())
}

pub(crate) async fn insert_succession(
    w: &mut Write,
    earlier: BodyId,
    later: BodyId,
    kind: BodyEnding,
    on: Option<Day>,
    note: Option<&str>,
) -> Result<()> {
    let id: uuid::Uuid = w.id();
    w.run(&INSERT_BODY_SUCCESSION, args![id, earlier, later, kind.word(), on, note]).await?;
    Ok(())
}
