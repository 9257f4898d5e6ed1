//! The SQL of interests, and of rulings on them.

mod standing;
mod told;

pub use standing::{body_of_item, body_of_meeting, comes_to, in_partnership, of_declaration};
pub(crate) use told::told;

use ::store::{Read, Row, Write, args, sql};
use kernel::{BodyId, Day, Error, Instant, InterestId, ItemId, MeetingId, PartnershipId, PersonId, Result, RulingId, Word as _};

use crate::model::{Declaration, NewDeclaration, NewPartRuling, NewRegistered, PartRuled, Registered, parse_part, part_word};

// An interest that follows the seat concerns whoever sat there at the meeting: a substitute perhaps.
macro_rules! declarations {
    ($where:literal) => {
        concat!(
            "select e.day, d.id, d.meeting_id, d.item_id, d.person_id, p.name as person_name, d.seat_id, d.kind, d.nature, d.declared_at, d.version,
               coalesce(c.id, p.id) as concerned_id, coalesce(c.name, p.name) as concerned_name,
               r.choice, r.reason, r.clause, r.ruled_by, q.name as ruled_by_name, r.capacity
             from declaration d join person p on p.id = d.person_id join meeting e on e.id = d.meeting_id
             left join attendance t on d.kind = 'organisation' and t.seat_id = d.seat_id and t.meeting_id = d.meeting_id
               and t.id = (select x.id from attendance x where x.meeting_id = d.meeting_id and x.seat_id = d.seat_id order by x.position desc limit 1)
             left join person c on c.id = t.person_id
             left join ruling r on r.id = (select x.id from ruling x where x.about = 'interest' and x.about_id = d.id and x.choice is not null
               order by x.ruled_at desc nulls last, x.id desc limit 1)
             left join person q on q.id = r.ruled_by
             where d.withdrawn_at is null and ", $where, " order by d.declared_at nulls last, d.id"
        )
    };
}
sql!(DECLARATION, declarations!("d.id = $1"));
sql!(OF_MEETING, declarations!("d.meeting_id = $1"));
sql!(
    ITEM,
    "select i.meeting_id, i.title, m.body_id, m.day, b.slug,
       (select s.id from seat s join appointment a on a.seat_id = s.id where s.body_id = m.body_id and a.person_id = $2
         and (a.starts_on is null or a.starts_on <= m.day) and (a.ends_on is null or a.ends_on >= m.day)
         order by case a.role when 'holder' then 0 else 1 end, s.position limit 1) as own_seat,
       (select t.seat_id from attendance t where t.meeting_id = m.id and t.person_id = $2) as sat_in
     from item i join meeting m on m.id = i.meeting_id join body b on b.id = m.body_id where i.id = $1"
);
sql!(ALREADY, "select count(*) as n from declaration where item_id = $1 and person_id = $2 and kind = $3 and withdrawn_at is null");
sql!(
    INSERT,
    "insert into declaration (id, meeting_id, item_id, person_id, seat_id, kind, nature, declared_at, version) values ($1, $2, $3, $4, $5, $6, $7, $8, 1)"
);
sql!(WITHDRAW, "update declaration set withdrawn_at = $2, version = version + 1 where id = $1 and withdrawn_at is null");
sql!(
    INSERT_RULING,
    "insert into ruling (id, body_id, meeting_id, item_id, about, about_id, choice, reason, clause, ruled_by, capacity, ruled_at, version)
     values ($1, $2, $3, $4, 'interest', $5, $6, $7, $8, $9, $10, $11, 1)"
);
sql!(
    OFFICE_OF,
    "select o.kind from office o where o.body_id = $1 and o.person_id = $2 and o.kind in ('chair', 'vice-chair')
       and (o.starts_on is null or o.starts_on <= $3) and (o.ends_on is null or o.ends_on >= $3) order by o.kind limit 1"
);
macro_rules! registered {
    ($where:literal) => {
        concat!(
            "select g.id, g.person_id, p.name as person_name, g.kind, g.organisation_id, o.name as organisation_name, g.words, g.starts_on, g.ends_on
             from registered_interest g join person p on p.id = g.person_id left join organisation o on o.id = g.organisation_id where ",
            $where,
            " order by p.sort_name, p.id, g.starts_on nulls first, g.id"
        )
    };
}
sql!(REGISTERED_OF_PARTNERSHIP, registered!("g.partnership_id = $1 and ($2 is null or g.person_id = $2)"));
sql!(REGISTERED, registered!("g.id = $1 and g.partnership_id = $2"));
sql!(
    REGISTERED_OF_BODY,
    registered!(
        "g.partnership_id = (select b.partnership_id from body b where b.id = $1)
         and (g.starts_on is null or g.starts_on <= $2) and (g.ends_on is null or g.ends_on >= $2)
         and exists (select 1 from appointment a join seat s on s.id = a.seat_id
             where s.body_id = $1 and a.person_id = g.person_id
               and (a.starts_on is null or a.starts_on <= $2) and (a.ends_on is null or a.ends_on >= $2))"
    )
);
sql!(
    INSERT_REGISTERED,
    "insert into registered_interest (id, person_id, partnership_id, kind, organisation_id, words, starts_on, version) values ($1, $2, $3, $4, $5, $6, $7, 1)"
);
sql!(END_REGISTERED, "update registered_interest set ends_on = $2, version = version + 1 where id = $1 and ends_on is null");
sql!(MINUTES_STATE, "select state from minutes where meeting_id = $1");
sql!(PARTNERSHIP, "select name, slug from partnership where id = $1");
sql!(
    PEOPLE_OF_PARTNERSHIP,
    "select distinct p.id, p.name, p.sort_name from person p join appointment a on a.person_id = p.id join seat s on s.id = a.seat_id
     join body b on b.id = s.body_id where b.partnership_id = $1 and (a.starts_on is null or a.starts_on <= $2) and (a.ends_on is null or a.ends_on >= $2)
     order by p.sort_name, p.id"
);
sql!(
    ORGANISATIONS,
    "select distinct o.id, o.name from organisation o join seat s on s.organisation_id = o.id join body b on b.id = s.body_id
     where b.partnership_id = $1 and o.merged_into is null order by o.name, o.id"
);
// Whoever sits on the body, holds its chair, or is on the roll.
sql!(
    PEOPLE_OF_MEETING,
    "select p.id, p.name from person p where p.id in (
        select a.person_id from appointment a join seat s on s.id = a.seat_id where s.body_id = $2
          and (a.starts_on is null or a.starts_on <= $3) and (a.ends_on is null or a.ends_on >= $3)
        union select t.person_id from attendance t where t.meeting_id = $1
        union select o.person_id from office o where o.body_id = $2 and o.kind in ('chair', 'vice-chair')
          and (o.starts_on is null or o.starts_on <= $3) and (o.ends_on is null or o.ends_on >= $3))
     order by p.sort_name, p.id"
);
sql!(
    IN_THE_CHAIR,
    "select (select p.person_id from presiding p where p.meeting_id = m.id order by p.position desc, p.id limit 1) as presides,
       m.state in ('open', 'closed') and exists (select 1 from attendance a where a.meeting_id = m.id) as rolled,
       exists (select 1 from attendance a where a.meeting_id = m.id and a.person_id = $2) as came
     from meeting m where m.id = $1"
);
sql!(MEETING, "select m.body_id, m.day, b.name, b.slug from meeting m join body b on b.id = m.body_id where m.id = $1");
sql!(ITEMS, "select id, number, title, exempt from item where meeting_id = $1 order by position");
sql!(
    OPEN_ITEMS,
    "select id, number, case when exempt then public_title else title end as title from item where meeting_id = $1 and state = 'accepted' order by position"
);
sql!(NAME, "select name from person where id = $1");

fn declaration(row: &Row) -> Result<Declaration> {
    let ruling = match row.get::<Option<String>>("choice")? {
        None => None,
        Some(word) => Some(PartRuled {
            part: parse_part(&word).ok_or_else(|| Error::fault(format!("a ruling of no known part: {word}")))?,
            reason: row.get("reason")?,
            clause: row.get("clause")?,
            by: row.get("ruled_by")?,
            by_name: row.get("ruled_by_name")?,
            capacity: row.get("capacity")?,
        }),
    };
    Ok(Declaration {
        id: row.get("id")?,
        meeting: row.get("meeting_id")?,
        item: row.get("item_id")?,
        person: row.get("person_id")?,
        person_name: row.get("person_name")?,
        seat: row.get("seat_id")?,
        kind: row.word("kind")?,
        nature: row.get("nature")?,
        declared_at: row.get("declared_at")?,
        concerned: row.get("concerned_id")?,
        concerned_name: row.get("concerned_name")?,
        ruling,
        version: row.get("version")?,
    })
}

fn registered(row: &Row) -> Result<Registered> {
    Ok(Registered {
        id: row.get("id")?,
        person: row.get("person_id")?,
        person_name: row.get("person_name")?,
        kind: row.word("kind")?,
        organisation: row.get("organisation_id")?,
        organisation_name: row.get("organisation_name")?,
        words: row.get("words")?,
        starts_on: row.get("starts_on")?,
        ends_on: row.get("ends_on")?,
    })
}

/// A declaration that stands.
///
/// # Errors
/// [`Error::NotFound`] without one.
pub async fn declaration_of(read: &mut Read, id: InterestId) -> Result<Declaration> {
    declaration(&read.one(&DECLARATION, args![id]).await?)
}

/// The interests declared at a meeting, with the last ruling on each, in the order they were declared.
///
/// # Errors
/// A fault when the database refuses.
pub async fn declarations(read: &mut Read, meeting: MeetingId) -> Result<Vec<Declaration>> {
    read.each(&OF_MEETING, args![meeting], declaration).await
}

/// Where an item belongs, and from which seat a person would declare on it.
#[derive(Debug, Clone)]
pub struct Place {
    /// The meeting.
    pub meeting: MeetingId,
    /// Its body.
    pub body: BodyId,
    /// That body in addresses.
    pub body_slug: String,
    /// Its day.
    pub day: Day,
    /// The item's title.
    pub title: String,
    /// The seat the person sat in or, before the meeting, their own.
    pub seat: Option<kernel::SeatId>,
}

/// Where an item belongs.
///
/// # Errors
/// [`Error::NotFound`] without such an item.
pub async fn place(read: &mut Read, item: ItemId, person: PersonId) -> Result<Place> {
    let row = read.one(&ITEM, args![item, person]).await?;
    let (own, sat): (Option<kernel::SeatId>, Option<kernel::SeatId>) = (row.get("own_seat")?, row.get("sat_in")?);
    Ok(Place {
        meeting: row.get("meeting_id")?,
        body: row.get("body_id")?,
        body_slug: row.get("slug")?,
        day: row.get("day")?,
        title: row.get("title")?,
        seat: sat.or(own),
    })
}

/// A meeting's body, its day, the body's name and its slug.
///
/// # Errors
/// [`Error::NotFound`] without such a meeting.
pub async fn meeting(read: &mut Read, meeting: MeetingId) -> Result<(BodyId, Day, String, String)> {
    let row = read.one(&MEETING, args![meeting]).await?;
    Ok((row.get("body_id")?, row.get("day")?, row.get("name")?, row.get("slug")?))
}

/// An item of a meeting, as the interests page lists it.
#[derive(Debug, Clone, serde::Serialize)]
pub struct ItemLine {
    /// Which.
    pub id: ItemId,
    /// Its number.
    pub number: Option<String>,
    /// Its title.
    pub title: String,
}

/// The items of a meeting in their order.
///
/// # Errors
/// A fault when the database refuses.
pub async fn items(read: &mut Read, meeting: MeetingId) -> Result<Vec<ItemLine>> {
    read.each(&ITEMS, args![meeting], |row| Ok(ItemLine { id: row.get("id")?, number: row.get("number")?, title: row.get("title")? })).await
}

/// The items on a meeting's agenda in their order, as outsiders know them: none for a title that is exempt.
///
/// # Errors
/// A fault when the database refuses.
pub(crate) async fn open_items(read: &mut Read, meeting: MeetingId) -> Result<Vec<(ItemId, Option<String>, Option<String>)>> {
    read.each(&OPEN_ITEMS, args![meeting], |row| Ok((row.get("id")?, row.get("number")?, row.get("title")?))).await
}

/// A person's name.
///
/// # Errors
/// [`Error::NotFound`] without such a person.
pub(crate) async fn name_of(read: &mut Read, person: PersonId) -> Result<String> {
    read.one(&NAME, args![person]).await?.get("name")
}

/// Whether the person has declared this kind of interest on the item already.
///
/// # Errors
/// A fault when the database refuses.
pub async fn has_declared(read: &mut Read, item: ItemId, new: &NewDeclaration) -> Result<bool> {
    let n: i64 = read.one(&ALREADY, args![item, new.person, new.kind.word()]).await?.get("n")?;
    Ok(n > 0)
}

/// Writes a declaration.
///
/// # Errors
/// A fault when the database refuses.
pub async fn insert(w: &mut Write, id: InterestId, item: ItemId, place: &Place, new: &NewDeclaration, declared_at: Option<Instant>) -> Result<()> {
    let nature = new.nature.trim();
    w.run(&INSERT, args![id, place.meeting, item, new.person, place.seat, new.kind.word(), nature, declared_at]).await?;
    Ok(())
}

/// Withdraws a declaration.
///
/// # Errors
/// A fault when the database refuses.
pub async fn withdraw(w: &mut Write, id: InterestId) -> Result<()> {
    let now = w.now();
    w.run(&WITHDRAW, args![id, now]).await?;
    Ok(())
}

/// Writes a ruling on an interest. Earlier ones stay; the last one holds.
///
/// # Errors
/// A fault when the database refuses.
pub async fn insert_ruling(
    w: &mut Write,
    declaration: &Declaration,
    body: BodyId,
    new: &NewPartRuling,
    clause: &str,
    capacity: &str,
    ruled_at: Option<Instant>,
) -> Result<RulingId> {
    let id: RulingId = w.id();
    let (meeting, item, about) = (declaration.meeting, declaration.item, declaration.id);
    let reason = Some(new.reason.trim()).filter(|reason| !reason.is_empty());
    w.run(&INSERT_RULING, args![id, body, meeting, item, about, part_word(new.part), reason, clause, new.by, capacity, ruled_at]).await?;
    Ok(id)
}

/// The register of a partnership, or one person's part of it.
///
/// # Errors
/// A fault when the database refuses.
pub async fn register(read: &mut Read, partnership: PartnershipId, person: Option<PersonId>) -> Result<Vec<Registered>> {
    read.each(&REGISTERED_OF_PARTNERSHIP, args![partnership, person], registered).await
}

/// One interest of the register.
///
/// # Errors
/// [`Error::NotFound`] without one in that partnership.
pub async fn registered_of(read: &mut Read, id: InterestId, partnership: PartnershipId) -> Result<Registered> {
    registered(&read.one(&REGISTERED, args![id, partnership]).await?)
}

/// What the register says of those who sit on a body on a day, to be matched with its agenda.
///
/// # Errors
/// A fault when the database refuses.
pub async fn register_of_body(read: &mut Read, body: BodyId, on: Day) -> Result<Vec<Registered>> {
    read.each(&REGISTERED_OF_BODY, args![body, on], registered).await
}

/// Writes an interest into the register.
///
/// # Errors
/// A fault when the database refuses.
pub async fn insert_registered(w: &mut Write, id: InterestId, new: &NewRegistered) -> Result<()> {
    let partnership = w.partnership();
    let words = new.words.trim();
    w.run(&INSERT_REGISTERED, args![id, new.person, partnership, new.kind.word(), new.organisation, words, new.starts_on]).await?;
    Ok(())
}

/// Ends an interest of the register. It stays readable.
///
/// # Errors
/// A fault when the database refuses.
pub async fn end_registered(w: &mut Write, id: InterestId, on: Day) -> Result<()> {
    w.run(&END_REGISTERED, args![id, on]).await?;
    Ok(())
}

/// A partnership's name and its slug.
///
/// # Errors
/// [`Error::NotFound`] without such a partnership.
pub async fn partnership_name(read: &mut Read, partnership: PartnershipId) -> Result<(String, String)> {
    let row = read.one(&PARTNERSHIP, args![partnership]).await?;
    Ok((row.get("name")?, row.get("slug")?))
}

/// Who sits on any body of a partnership on a day, by name.
///
/// # Errors
/// A fault when the database refuses.
pub async fn people_of(read: &mut Read, partnership: PartnershipId, on: Day) -> Result<Vec<(PersonId, String)>> {
    read.each(&PEOPLE_OF_PARTNERSHIP, args![partnership, on], |row| Ok((row.get("id")?, row.get("name")?))).await
}

/// The organisations that hold seats in a partnership, by name.
///
/// # Errors
/// A fault when the database refuses.
pub async fn organisations_of(read: &mut Read, partnership: PartnershipId) -> Result<Vec<(kernel::OrganisationId, String)>> {
    read.each(&ORGANISATIONS, args![partnership], |row| Ok((row.get("id")?, row.get("name")?))).await
}

/// Whoever may declare or rule at a meeting: who sits on the body on its day, its chair and vice-chair, and who is on the roll.
///
/// # Errors
/// A fault when the database refuses.
pub async fn people_of_meeting(read: &mut Read, meeting: MeetingId, body: BodyId, on: Day) -> Result<Vec<(PersonId, String)>> {
    read.each(&PEOPLE_OF_MEETING, args![meeting, body, on], |row| Ok((row.get("id")?, row.get("name")?))).await
}

/// Who is in the chair of a meeting, the last who took it first; and whether a roll was taken that this person is not on.
///
/// # Errors
/// A fault when the database refuses.
pub async fn in_the_chair(read: &mut Read, meeting: MeetingId, person: Option<PersonId>) -> Result<(Option<PersonId>, bool)> {
    let row = read.one(&IN_THE_CHAIR, args![meeting, person]).await?;
    Ok((row.get("presides")?, row.get::<bool>("rolled")? && !row.get::<bool>("came")?))
}

/// The office in which a person rules on a day: chair or vice-chair, or whoever presides.
///
/// # Errors
/// A fault when the database refuses.
pub async fn office_of(read: &mut Read, body: BodyId, person: PersonId, on: Day) -> Result<String> {
    read.maybe(&OFFICE_OF, args![body, person, on]).await?.map_or(Ok("presiding".to_owned()), |row| row.get("kind"))
}

/// How far the minutes of a meeting are: `approved` closes its record.
///
/// # Errors
/// A fault when the database refuses.
pub async fn minutes_state(read: &mut Read, meeting: MeetingId) -> Result<Option<String>> {
    read.maybe(&MINUTES_STATE, args![meeting]).await?.map_or(Ok(None), |row| row.get("state").map(Some))
}
