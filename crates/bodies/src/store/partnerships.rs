//! Partnerships and their sectors.

use ::store::{Read, Row, Write, args, sql};
use kernel::{BodyId, Day, PartnershipId, PersonId, Result, SectorId};

use crate::model::{NewPartnership, Partnership, Sector};

sql!(PARTNERSHIP, "select id, slug, name, nation, colour, about, noindex, source, version from partnership where id = $1");
sql!(PARTNERSHIP_REACH, "select area, website from partnership where id = $1");
sql!(
    PARTNERSHIPS,
    "select id, slug, name, nation, colour, about, noindex, source, version from partnership where lower(name) like $1 order by name limit $2"
);
sql!(COUNT_PARTNERSHIPS, "select count(*) as n from partnership");
sql!(PARTNERSHIP_SLUG, "select count(*) as n from partnership where slug = $1");
sql!(
    INSERT_PARTNERSHIP,
    "insert into partnership (id, slug, name, nation, colour, about, legal_basis, noindex, source, version) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1)"
);
sql!(FOUNDED, "select p.id, b.id as body_id from partnership p join body b on b.partnership_id = p.id and b.kind = 'partnership' where p.slug = $1");
sql!(SECTORS, "select id, name from sector where partnership_id = $1 order by position");
sql!(
    INSERT_SECTOR,
    "insert into sector (id, partnership_id, name, position) values ($1, $2, $3, (select coalesce(max(position), 0) + 1 from sector where partnership_id = $2))"
);
sql!(
    SECRETARY_OF_ROOT,
    "select p.id, exists (select 1 from office o join body b on b.id = o.body_id where b.partnership_id = p.id and b.kind = 'partnership'
       and o.kind = 'secretary' and o.person_id = $2
       and (o.starts_on is null or o.starts_on <= $3) and (o.ends_on is null or o.ends_on >= $3)) as secretary
     from partnership p where p.id = $1"
);

fn partnership_row(row: &Row) -> Result<Partnership> {
    Ok(Partnership {
        id: row.get("id")?,
        slug: row.get("slug")?,
        name: row.get("name")?,
        nation: row.get("nation")?,
        colour: row.get("colour")?,
        about: row.get("about")?,
        noindex: row.get("noindex")?,
        source: row.get("source")?,
        version: row.get("version")?,
    })
}

pub(crate) async fn is_secretary_of_root(read: &mut Read, id: PartnershipId, person: Option<PersonId>, day: Day) -> Result<bool> {
    read.one(&SECRETARY_OF_ROOT, args![id, person, day]).await?.get("secretary")
}

/// One partnership.
///
/// # Errors
/// [`kernel::Error::NotFound`] without one.
pub async fn partnership(read: &mut Read, id: PartnershipId) -> Result<Partnership> {
    partnership_row(&read.one(&PARTNERSHIP, args![id]).await?)
}

/// The area a partnership serves, and its own website.
///
/// # Errors
/// [`kernel::Error::NotFound`] without one.
pub async fn partnership_reach(read: &mut Read, id: PartnershipId) -> Result<(Option<String>, Option<String>)> {
    let row = read.one(&PARTNERSHIP_REACH, args![id]).await?;
    Ok((row.get("area")?, row.get("website")?))
}

/// The partnerships whose name contains these letters, by name, at most so many.
///
/// # Errors
/// A fault when the database refuses.
pub async fn partnerships(read: &mut Read, part: &str, most: i64) -> Result<Vec<Partnership>> {
    let like = format!("%{}%", part.to_lowercase().replace(['%', '_'], " ").trim());
    read.each(&PARTNERSHIPS, args![like, most], partnership_row).await
}

/// How many partnerships this installation keeps.
///
/// # Errors
/// A fault when the database refuses.
pub async fn count_partnerships(read: &mut Read) -> Result<i64> {
    read.one(&COUNT_PARTNERSHIPS, args![]).await?.get("n")
}

/// A partnership by its address, and its own board.
pub(crate) async fn founded(read: &mut Read, slug: &str) -> Result<(PartnershipId, BodyId)> {
    let row = read.one(&FOUNDED, args![slug]).await?;
    Ok((row.get("id")?, row.get("body_id")?))
}

/// The sectors of a partnership, in its order.
///
/// # Errors
/// A fault when the database refuses.
pub async fn sectors(read: &mut Read, partnership: PartnershipId) -> Result<Vec<Sector>> {
    read.each(&SECTORS, args![partnership], |row| Ok(Sector { id: row.get("id")?, name: row.get("name")? })).await
}

/// Whether no partnership has that place in addresses.
///
/// # Errors
/// A fault when the database refuses.
pub async fn free_partnership_slug(read: &mut Read, wanted: &str) -> Result<bool> {
    Ok(read.one(&PARTNERSHIP_SLUG, args![wanted]).await?.get::<i64>("n")? == 0)
}

pub(crate) async fn insert_partnership(w: &mut Write, id: PartnershipId, slug: &str, new: &NewPartnership) -> Result<()> {
    w.run(&INSERT_PARTNERSHIP, args![id, slug, new.name.trim(), new.nation, new.colour, new.about, new.legal_basis, new.noindex, new.source]).await?;
    Ok(())
}

pub(crate) async fn insert_sector(w: &mut Write, id: SectorId, partnership: PartnershipId, name: &str) -> Result<()> {
    w.run(&INSERT_SECTOR, args![id, partnership, name.trim()]).await?;
    Ok(())
}
