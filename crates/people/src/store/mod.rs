//! The SQL of people and organisations.

mod merge;

use ::store::{Read, Row, Write, args, sql};
use kernel::{Day, OrganisationId, PersonId, Result};

use crate::model::{Organisation, OrganisationFace, Person};
pub(crate) use merge::{insert as insert_merge, mark_undone, move_all, move_back, moved_by, sign, standing};
pub use merge::{merged_into, merges, pointers, weight};

sql!(PERSON, "select id, name, sort_name, honorific, version from person where id = $1");
sql!(ON_PAPER, "select on_paper from person where id = $1");
sql!(SET_ON_PAPER, "update person set on_paper = $2, version = version + 1 where id = $1");
sql!(OTHER_NAMES, "select name from person_name where person_id = $1 order by name");
sql!(
    BY_NAME,
    "select p.id from person p where p.name = $1 and p.merged_into is null
     union select p.id from person_name n join person p on p.id = n.person_id where n.name = $1 and p.merged_into is null"
);
sql!(INSERT_PERSON, "insert into person (id, name, sort_name, honorific, note, version) values ($1, $2, $3, $4, $5, 1)");
sql!(INSERT_OTHER_NAME, "insert into person_name (person_id, name, source) values ($1, $2, $3) on conflict (person_id, name) do nothing");
sql!(
    INSERT_ADDRESS,
    "insert into person_address (id, person_id, address, purpose) values ($1, $2, $3, $4) on conflict (person_id, address) do nothing"
);
sql!(RENAME_PERSON, "update person set name = $2, sort_name = $3, honorific = $4, version = version + 1 where id = $1 and version = $5");
sql!(
    SEARCH_PEOPLE,
    "select id, name, sort_name, honorific, version from person where merged_into is null and lower(name) like $1 order by sort_name limit $2"
);
sql!(ORGANISATION, "select id, slug, name, short_name, kind, ended_on, version from organisation where id = $1");
sql!(
    ORGANISATION_BY_NAME,
    "select o.id from organisation o where o.name = $1 or o.short_name = $1 union select n.organisation_id from organisation_name n where n.name = $1"
);
sql!(ORGANISATION_SLUGS, "select count(*) as n from organisation where slug = $1");
sql!(ALL_ORGANISATIONS, "select id, slug, name, short_name, kind, ended_on, version from organisation where merged_into is null order by name");
sql!(
    INSERT_ORGANISATION,
    "insert into organisation (id, slug, name, short_name, kind, established_on, ended_on, note, version) values ($1, $2, $3, $4, $5, $6, $7, $8, 1)"
);
sql!(
    INSERT_ORGANISATION_NAME,
    "insert into organisation_name (organisation_id, name) values ($1, $2) on conflict (organisation_id, name) do nothing"
);
sql!(
    INSERT_SUCCESSION,
    "insert into organisation_succession (id, earlier_id, later_id, happened_on, note) values ($1, $2, $3, $4, $5)
     on conflict (earlier_id, later_id) do nothing"
);
sql!(DESCRIBE_ORGANISATION, "update organisation set name = $2, short_name = $3, kind = $4, version = version + 1 where id = $1 and version = $5");
sql!(END_ORGANISATION, "update organisation set ended_on = $2, version = version + 1 where id = $1 and ended_on is null");
sql!(INSERT_ASSISTANT, "insert into assistant (id, person_id, assistant_id, starts_on) values ($1, $2, $3, $4)");
sql!(END_ASSISTANT, "update assistant set ends_on = $3 where person_id = $1 and assistant_id = $2 and ends_on is null");
sql!(
    ASSISTANTS,
    "select p.id, p.name, p.sort_name, p.honorific, p.version from assistant a join person p on p.id = a.assistant_id
     where a.person_id = $1 and a.starts_on <= $2 and (a.ends_on is null or a.ends_on >= $2) order by p.sort_name"
);

sql!(
    SECRETARY_ANYWHERE,
    "select count(*) as n from office o join body b on b.id = o.body_id
     where o.kind = 'secretary' and o.person_id = $1 and b.partnership_id = $2
       and (o.starts_on is null or o.starts_on <= $3) and (o.ends_on is null or o.ends_on >= $3)"
);

/// Whether a person is of the secretariat of any body of a partnership.
pub(crate) async fn is_secretary_anywhere(read: &mut Read, person: Option<PersonId>, partnership: kernel::PartnershipId, day: Day) -> Result<bool> {
    Ok(read.one(&SECRETARY_ANYWHERE, args![person, partnership, day]).await?.get::<i64>("n")? > 0)
}

sql!(
    PEOPLE_LIKE,
    "select p.id, p.name, p.honorific,
       (select s.label || ' – ' || b.name from appointment a join seat s on s.id = a.seat_id join body b on b.id = s.body_id
        where a.person_id = p.id order by a.ends_on desc nulls first, a.id desc limit 1) as seat,
       (select o.kind || ' – ' || b.name from office o join body b on b.id = o.body_id where o.person_id = p.id order by o.ends_on desc nulls first, o.id desc limit 1) as office,
       (lower(p.name) = $3 or lower(coalesce(p.honorific || ' ', '') || p.name) = $3
        or exists (select 1 from person_name n where n.person_id = p.id and lower(n.name) = $3)) as exact
     from person p
     where p.merged_into is null and (lower(p.name) like $1 or lower(p.name) like $2 or lower(coalesce(p.honorific || ' ', '') || p.name) = $3
        or exists (select 1 from person_name n where n.person_id = p.id and lower(n.name) like $1))
     order by p.sort_name limit 12"
);
sql!(
    ORGANISATIONS_LIKE,
    "select o.id, o.name, o.kind, o.ended_on,
       (lower(o.name) = $2 or lower(coalesce(o.short_name, '')) = $2
        or exists (select 1 from organisation_name n where n.organisation_id = o.id and lower(n.name) = $2)) as exact
     from organisation o
     where o.merged_into is null and (lower(o.name) like $1 or lower(coalesce(o.short_name, '')) like $1
        or exists (select 1 from organisation_name n where n.organisation_id = o.id and lower(n.name) like $1))
     order by o.name limit 12"
);

// A person's record is kept where they were first known, as the order of the ids tells, which nobody can date back: by a seat or
// office that they have now, else by one they had; by a distribution list only while they have no account. Whoever puts somebody on
// a list or in a seat of theirs gains nothing over where that person's letters go and how they sign in.
sql!(
    KEEPER_OF_PERSON,
    "with known as (
       select case when a.ends_on is null or a.ends_on >= $3 then 0 else 1 end as turn, a.id, x.partnership_id
         from appointment a join seat s on s.id = a.seat_id join body x on x.id = s.body_id where a.person_id = $1
       union all select case when f.ends_on is null or f.ends_on >= $3 then 0 else 1 end, f.id, x.partnership_id
         from office f join body x on x.id = f.body_id where f.person_id = $1
       union all select case when t.ends_on is null or t.ends_on >= $3 then 0 else 1 end, t.id, x.partnership_id
         from assistant t join appointment a on a.person_id = t.person_id join seat s on s.id = a.seat_id join body x on x.id = s.body_id
         where t.assistant_id = $1
       union all select 2, d.id, x.partnership_id from distribution d join body x on x.id = d.body_id
         where d.person_id = $1 and not exists (select 1 from account c where c.person_id = $1)),
     home as (select partnership_id from known order by turn, id limit 1)
     select b.partnership_id from office o join body b on b.id = o.body_id
     where o.kind = 'secretary' and o.person_id = $2 and (o.starts_on is null or o.starts_on <= $3) and (o.ends_on is null or o.ends_on >= $3)
       and (b.partnership_id = (select partnership_id from home)
         or (not exists (select 1 from known) and not exists (select 1 from account c where c.person_id = $1)))
     order by b.partnership_id limit 1"
);
sql!(
    KEEPER_OF_ORGANISATION,
    "with known as (
       select s.id, x.partnership_id from seat s join body x on x.id = s.body_id where s.organisation_id = $1
       union all select a.id, x.partnership_id from appointment a join seat s on s.id = a.seat_id join body x on x.id = s.body_id where a.organisation_id = $1),
     home as (select partnership_id from known order by id limit 1)
     select b.partnership_id from office o join body b on b.id = o.body_id
     where o.kind = 'secretary' and o.person_id = $2 and (o.starts_on is null or o.starts_on <= $3) and (o.ends_on is null or o.ends_on >= $3)
       and (b.partnership_id = (select partnership_id from home) or not exists (select 1 from known))
     order by b.partnership_id limit 1"
);
sql!(
    ADDRESSES,
    "select id, address, purpose, refused_at, refusal from person_address where person_id = $1 order by case purpose when 'meetings' then 0 else 1 end, address"
);
sql!(FORGET_ADDRESS, "delete from person_address where person_id = $1 and id = $2");
sql!(
    ASSISTS,
    "select p.id, p.name, p.sort_name, p.honorific, p.version from assistant a join person p on p.id = a.person_id
     where a.assistant_id = $1 and a.starts_on <= $2 and (a.ends_on is null or a.ends_on >= $2) order by p.sort_name"
);
sql!(
    SUCCESSIONS,
    "select s.earlier_id, e.name as earlier_name, s.later_id, l.name as later_name, s.happened_on, s.note
     from organisation_succession s join organisation e on e.id = s.earlier_id join organisation l on l.id = s.later_id
     where s.earlier_id = $1 or s.later_id = $1 order by s.happened_on nulls last, e.name"
);
sql!(ORGANISATION_NAMES, "select name from organisation_name where organisation_id = $1 order by name");

/// The partnership by whose secretariat a person is kept, if this reader is of it on a day.
pub(crate) async fn keeper_of_person(read: &mut Read, person: PersonId, reader: Option<PersonId>, day: Day) -> Result<Option<kernel::PartnershipId>> {
    read.maybe(&KEEPER_OF_PERSON, args![person, reader, day]).await?.map(|row| row.get("partnership_id")).transpose()
}

/// The partnership by whose secretariat an organisation is kept, if this reader is of it on a day.
pub(crate) async fn keeper_of_organisation(
    read: &mut Read,
    organisation: OrganisationId,
    reader: Option<PersonId>,
    day: Day,
) -> Result<Option<kernel::PartnershipId>> {
    read.maybe(&KEEPER_OF_ORGANISATION, args![organisation, reader, day]).await?.map(|row| row.get("partnership_id")).transpose()
}

/// The addresses recorded for a person, the one for meetings first. For those who keep the person's record.
///
/// # Errors
/// A fault when the database refuses.
pub async fn addresses(read: &mut Read, person: PersonId) -> Result<Vec<crate::model::Address>> {
    read.each(&ADDRESSES, args![person], |row| {
        Ok(crate::model::Address {
            id: row.get("id")?,
            address: row.get("address")?,
            purpose: row.get("purpose")?,
            refused_at: row.get("refused_at")?,
            refusal: row.get("refusal")?,
        })
    })
    .await
}

pub(crate) async fn forget_address(w: &mut Write, person: PersonId, id: uuid::Uuid) -> Result<bool> {
    Ok(w.run(&FORGET_ADDRESS, args![person, id]).await? == 1)
}

/// Those for whom a person reads and answers on a day.
///
/// # Errors
/// A fault when the database refuses.
pub async fn assisted_by(read: &mut Read, assistant: PersonId, day: Day) -> Result<Vec<Person>> {
    read.each(&ASSISTS, args![assistant, day], person_row).await
}

/// What came before an organisation and what came after it.
///
/// # Errors
/// A fault when the database refuses.
pub async fn successions(read: &mut Read, organisation: OrganisationId) -> Result<Vec<crate::model::Succession>> {
    read.each(&SUCCESSIONS, args![organisation], |row| {
        Ok(crate::model::Succession {
            earlier: row.get("earlier_id")?,
            earlier_name: row.get("earlier_name")?,
            later: row.get("later_id")?,
            later_name: row.get("later_name")?,
            happened_on: row.get("happened_on")?,
            note: row.get("note")?,
        })
    })
    .await
}

/// The other names of an organisation.
///
/// # Errors
/// A fault when the database refuses.
pub async fn organisation_names(read: &mut Read, organisation: OrganisationId) -> Result<Vec<String>> {
    read.each(&ORGANISATION_NAMES, args![organisation], |row| row.get("name")).await
}

/// Somebody or something whose name is like a typed one.
pub(crate) struct Like {
    pub id: uuid::Uuid,
    pub exact: bool,
    name: String,
    hint: String,
}

impl Like {
    pub(crate) fn candidate(self) -> crate::choose::Candidate {
        crate::choose::Candidate { value: self.id.to_string(), text: self.name, hint: self.hint }
    }
}

/// `%ada%marsh%`: the words of a name, in order, with anything between.
fn words_in_order(name: &str) -> String {
    let clean = name.to_lowercase().replace(['%', '_'], " ");
    format!("%{}%", clean.split_whitespace().collect::<Vec<_>>().join("%"))
}

/// The people whose name or spelling is like this one, at most a dozen: those with all its words, and its family's.
pub(crate) async fn people_like(read: &mut Read, name: &str) -> Result<Vec<Like>> {
    let clean = name.to_lowercase().replace(['%', '_'], " ");
    let family = format!("% {}", clean.split_whitespace().last().unwrap_or_default());
    read.each(&PEOPLE_LIKE, args![words_in_order(name), family, name.to_lowercase()], |row| {
        let plain: String = row.get("name")?;
        let name = match row.get::<Option<String>>("honorific")? {
            Some(title) => format!("{title} {plain}"),
            None => plain,
        };
        let hint = row.get::<Option<String>>("seat")?.or(row.get::<Option<String>>("office")?).unwrap_or_default();
        Ok(Like { id: row.get("id")?, exact: row.get("exact")?, name, hint })
    })
    .await
}

/// The organisations whose name is like this one, at most a dozen.
pub(crate) async fn organisations_like(read: &mut Read, name: &str) -> Result<Vec<Like>> {
    read.each(&ORGANISATIONS_LIKE, args![words_in_order(name), name.to_lowercase()], |row| {
        let kind: Option<String> = row.get("kind")?;
        let ended: Option<Day> = row.get("ended_on")?;
        let ended = ended.map(|day| web::words("choose-ended", &[("day", &day.to_string())]));
        let hint = kind.into_iter().chain(ended).collect::<Vec<_>>().join(", ");
        Ok(Like { id: row.get("id")?, exact: row.get("exact")?, name: row.get("name")?, hint })
    })
    .await
}

fn person_row(row: &Row) -> Result<Person> {
    Ok(Person {
        id: row.get("id")?,
        name: row.get("name")?,
        sort_name: row.get("sort_name")?,
        honorific: row.get("honorific")?,
        other_names: Vec::new(),
        version: row.get("version")?,
    })
}

fn organisation_row(row: &Row) -> Result<Organisation> {
    Ok(Organisation {
        id: row.get("id")?,
        slug: row.get("slug")?,
        name: row.get("name")?,
        short_name: row.get("short_name")?,
        kind: row.get("kind")?,
        ended_on: row.get("ended_on")?,
        version: row.get("version")?,
    })
}

/// One person, with other spellings.
///
/// # Errors
/// [`kernel::Error::NotFound`] without one.
pub async fn person(read: &mut Read, id: PersonId) -> Result<Person> {
    let mut person = person_row(&read.one(&PERSON, args![id]).await?)?;
    person.other_names = read.each(&OTHER_NAMES, args![id], |row| row.get("name")).await?;
    Ok(person)
}

/// The people who bear exactly this name or spelling.
///
/// # Errors
/// A fault when the database refuses.
pub async fn people_named(read: &mut Read, name: &str) -> Result<Vec<PersonId>> {
    read.each(&BY_NAME, args![name], |row| row.get("id")).await
}

/// The people whose name contains these letters, in order, at most so many.
///
/// # Errors
/// A fault when the database refuses.
pub async fn search(read: &mut Read, part: &str, most: i64) -> Result<Vec<Person>> {
    let like = format!("%{}%", part.to_lowercase().replace(['%', '_'], " ").trim());
    read.each(&SEARCH_PEOPLE, args![like, most], person_row).await
}

/// Those who read and answer for a person on a day.
///
/// # Errors
/// A fault when the database refuses.
pub async fn assistants_of(read: &mut Read, person: PersonId, day: Day) -> Result<Vec<Person>> {
    read.each(&ASSISTANTS, args![person, day], person_row).await
}

/// One organisation.
///
/// # Errors
/// [`kernel::Error::NotFound`] without one.
pub async fn organisation(read: &mut Read, id: OrganisationId) -> Result<Organisation> {
    organisation_row(&read.one(&ORGANISATION, args![id]).await?)
}

/// The organisation of exactly this name, short name or other name.
///
/// # Errors
/// A fault when the database refuses.
pub async fn organisation_named(read: &mut Read, name: &str) -> Result<Option<OrganisationId>> {
    read.maybe(&ORGANISATION_BY_NAME, args![name]).await?.map(|row| row.get("id")).transpose()
}

/// Every organisation, by name.
///
/// # Errors
/// A fault when the database refuses.
pub async fn organisations(read: &mut Read) -> Result<Vec<Organisation>> {
    read.each(&ALL_ORGANISATIONS, args![], organisation_row).await
}

pub(crate) async fn insert_person(w: &mut Write, id: PersonId, new: &crate::model::NewPerson) -> Result<()> {
    let name = new.name.trim();
    w.run(&INSERT_PERSON, args![id, name, crate::rules::sort_name(name), new.honorific, new.note]).await?;
    for other in &new.other_names {
        w.run(&INSERT_OTHER_NAME, args![id, other, None::<String>]).await?;
    }
    if let Some(address) = &new.address {
        insert_address(w, id, address, "meetings").await?;
    }
    Ok(())
}

pub(crate) async fn insert_address(w: &mut Write, person: PersonId, address: &str, purpose: &str) -> Result<()> {
    let id: uuid::Uuid = w.id();
    w.run(&INSERT_ADDRESS, args![id, person, address.trim(), purpose]).await?;
    Ok(())
}

pub(crate) async fn rename_person(w: &mut Write, id: PersonId, name: &str, honorific: Option<&str>, version: i64) -> Result<bool> {
    Ok(w.run(&RENAME_PERSON, args![id, name.trim(), crate::rules::sort_name(name), honorific, version]).await? == 1)
}

pub(crate) async fn insert_other_name(w: &mut Write, id: PersonId, name: &str, source: Option<&str>) -> Result<()> {
    w.run(&INSERT_OTHER_NAME, args![id, name.trim(), source]).await?;
    Ok(())
}

pub(crate) async fn insert_organisation(w: &mut Write, id: OrganisationId, new: &crate::model::NewOrganisation) -> Result<()> {
    let base = crate::rules::slug(new.name.trim());
    let taken: i64 = w.one(&ORGANISATION_SLUGS, args![base.as_str()]).await?.get("n")?;
    let slug = if taken == 0 { base } else { format!("{base}-{}", &id.0.simple().to_string()[20..]) };
    w.run(&INSERT_ORGANISATION, args![id, slug, new.name.trim(), new.short_name, new.kind, new.established_on, new.ended_on, new.note]).await?;
    for other in &new.other_names {
        w.run(&INSERT_ORGANISATION_NAME, args![id, other.as_str()]).await?;
    }
    Ok(())
}

pub(crate) async fn describe_organisation(w: &mut Write, id: OrganisationId, face: &OrganisationFace, version: i64) -> Result<bool> {
    Ok(w.run(&DESCRIBE_ORGANISATION, args![id, face.name.trim(), face.short_name, face.kind, version]).await? == 1)
}

pub(crate) async fn insert_organisation_name(w: &mut Write, id: OrganisationId, name: &str) -> Result<()> {
    w.run(&INSERT_ORGANISATION_NAME, args![id, name]).await?;
    Ok(())
}

pub(crate) async fn insert_succession(
    w: &mut Write,
    earlier: OrganisationId,
    later: OrganisationId,
    on: Option<Day>,
    note: Option<&str>,
) -> Result<()> {
    let id: uuid::Uuid = w.id();
    w.run(&INSERT_SUCCESSION, args![id, earlier, later, on, note]).await?;
    if let Some(on) = on {
        w.run(&END_ORGANISATION, args![earlier, on]).await?;
    }
    Ok(())
}

pub(crate) async fn insert_assistant(w: &mut Write, person: PersonId, assistant: PersonId, from: Day) -> Result<()> {
    let id: uuid::Uuid = w.id();
    w.run(&INSERT_ASSISTANT, args![id, person, assistant, from]).await?;
    Ok(())
}

pub(crate) async fn end_assistant(w: &mut Write, person: PersonId, assistant: PersonId, on: Day) -> Result<()> {
    w.run(&END_ASSISTANT, args![person, assistant, on]).await?;
    Ok(())
}

/// Whether somebody wants their papers in print.
///
/// # Errors
/// [`kernel::Error::NotFound`] without such a person.
pub async fn on_paper(read: &mut Read, person: PersonId) -> Result<bool> {
    read.one(&ON_PAPER, args![person]).await?.get("on_paper")
}

pub(crate) async fn set_on_paper(w: &mut Write, person: PersonId, wanted: bool) -> Result<()> {
    w.run(&SET_ON_PAPER, args![person, wanted]).await.map(drop)
}
