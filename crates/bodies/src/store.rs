//! The SQL of partnerships, bodies, seats, appointments and offices.

use ::store::{Read, Row, Write, args, sql};
use kernel::{AppointmentId, BodyId, Day, OfficeId, PartnershipId, PersonId, Result, SeatId, SectorId, Word};

use crate::model::{
    Appointed, AppointmentEnding, Audience, Body, BodyEnding, BodyLink, DocumentClass, LinkKind, NewAppointment, NewBody, NewOffice, NewPartnership,
    NewSeat, NotedFinding, Office, Openness, Partnership, Sector, Sitting, StandingItem,
};

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
    "insert into body_link (id, body_id, kind, other_id, starts_on) values ($1, $2, $3, $4, $5) on conflict (body_id, kind, other_id) do nothing"
);
sql!(
    LINKS,
    "select l.body_id, l.kind, l.other_id from body_link l join body b on b.id = l.body_id
     where b.partnership_id = $1 and (l.ends_on is null or l.ends_on >= $2) and (l.starts_on is null or l.starts_on <= $2)"
);
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
sql!(FOUNDED, "select p.id, b.id as body_id from partnership p join body b on b.partnership_id = p.id and b.kind = 'partnership' where p.slug = $1");
sql!(SECTORS, "select id, name from sector where partnership_id = $1 order by position");
sql!(
    INSERT_SECTOR,
    "insert into sector (id, partnership_id, name, position) values ($1, $2, $3, (select coalesce(max(position), 0) + 1 from sector where partnership_id = $2))"
);
sql!(
    INSERT_SEAT,
    "insert into seat (id, body_id, position, label, class, sector_id, sector_ours, organisation_id, nominating_group, ex_officio_post, starts_on, note, holders_not_recorded, version)
     values ($1, $2, (select coalesce(max(position), 0) + 1 from seat where body_id = $2), $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1)"
);
sql!(
    CHANGE_SEAT,
    "update seat set label = $2, class = $3, sector_id = $4, sector_ours = $5, organisation_id = $6, nominating_group = $7, ex_officio_post = $8, note = $9, holders_not_recorded = $11, version = version + 1
     where id = $1 and version = $10"
);
sql!(END_SEAT, "update seat set ends_on = $2, version = version + 1 where id = $1");
sql!(BODY_OF_SEAT, "select body_id, version from seat where id = $1");
sql!(
    MEMBERSHIP,
    "select s.id as seat_id, s.position, s.label, s.class, s.sector_ours, s.organisation_id, s.nominating_group, s.ex_officio_post, s.holders_not_recorded, s.note as seat_note, s.version,
       sec.name as sector, org.name as organisation_name, org.ended_on as organisation_ended_on,
       a.id as appointment_id, a.person_id, a.role, a.post, a.starts_on, a.ends_on, a.term_ends_on, a.ending, a.note as appointment_note,
       p.name as person_name, p.honorific, aorg.name as person_organisation
     from seat s
     left join sector sec on sec.id = s.sector_id
     left join organisation org on org.id = s.organisation_id
     left join appointment a on a.seat_id = s.id and ($2 is null or ((a.starts_on is null or a.starts_on <= $2) and (a.ends_on is null or a.ends_on >= $2)))
     left join person p on p.id = a.person_id
     left join organisation aorg on aorg.id = a.organisation_id
     where s.body_id = $1 and ($3 is null or s.id = $3)
       and ($2 is null or ((s.starts_on is null or s.starts_on <= $2) and (s.ends_on is null or s.ends_on >= $2)))
     order by s.position, case a.role when 'holder' then 0 when 'second' then 1 else 2 end, a.starts_on nulls first"
);
sql!(
    SITS_ELSEWHERE,
    "select s.label from appointment a join seat s on s.id = a.seat_id
     where s.body_id = $1 and a.person_id = $2 and s.id <> $3 and a.role = 'holder' and (a.ends_on is null or $4 is null or a.ends_on >= $4)"
);
sql!(
    INSERT_APPOINTMENT,
    "insert into appointment (id, seat_id, person_id, role, post, organisation_id, starts_on, term_ends_on, note, version) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1)"
);
sql!(APPOINTMENT, "select a.id, a.seat_id, a.starts_on, a.ends_on, s.body_id from appointment a join seat s on s.id = a.seat_id where a.id = $1");
sql!(END_APPOINTMENT, "update appointment set ends_on = $2, ending = $3, version = version + 1 where id = $1");
sql!(
    OFFICES,
    "select o.id, o.body_id, o.person_id, o.kind, o.title, o.how, o.starts_on, o.starts_at_item_id, o.ends_on, o.ends_at_item_id, o.note, p.name, p.honorific
     from office o join person p on p.id = o.person_id
     where o.body_id = $1 and ($2 is null or ((o.starts_on is null or o.starts_on <= $2) and (o.ends_on is null or o.ends_on >= $2)))
     order by case o.kind when 'chair' then 0 when 'vice-chair' then 1 else 2 end, o.starts_on nulls first"
);
sql!(
    INSERT_OFFICE,
    "insert into office (id, body_id, person_id, kind, title, how, starts_on, starts_at_item_id, note, version) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1)"
);
sql!(OFFICE, "select id, body_id, starts_on from office where id = $1");
sql!(END_OFFICE, "update office set ends_on = $2, ends_at_item_id = $3, version = version + 1 where id = $1");
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
    SEATS_OF_PERSON,
    "select b.slug, b.name as body_name, b.id as body_id, s.label, s.class, a.role, a.post, a.starts_on, a.ends_on, a.ending, pt.name as partnership_name, pt.slug as partnership_slug
     from appointment a join seat s on s.id = a.seat_id join body b on b.id = s.body_id join partnership pt on pt.id = b.partnership_id
     where a.person_id = $1 order by a.ends_on nulls first, b.name"
);
sql!(
    OFFICES_OF_PERSON,
    "select b.slug, b.name as body_name, b.id as body_id, o.kind, o.title, o.how, o.starts_on, o.ends_on
     from office o join body b on b.id = o.body_id where o.person_id = $1 order by o.ends_on nulls first, b.name"
);

sql!(
    STANDING,
    "select b.partnership_id, b.name,
       (select string_agg(n.class || ':' || n.audience, ' ') from openness n where n.body_id = b.id) as opened,
       exists (select 1 from appointment a join seat s on s.id = a.seat_id where s.body_id = b.id and a.person_id = $2
               and (a.starts_on is null or a.starts_on <= $3) and (a.ends_on is null or a.ends_on >= $3)) as member,
       exists (select 1 from appointment a join seat s on s.id = a.seat_id where s.body_id = b.id and a.person_id = $2
               and (a.starts_on is null or a.starts_on <= $3)) as ever_member,
       exists (select 1 from appointment a join seat s on s.id = a.seat_id join body ob on ob.id = s.body_id
               where ob.partnership_id = b.partnership_id and a.person_id = $2
               and (a.starts_on is null or a.starts_on <= $3) and (a.ends_on is null or a.ends_on >= $3)) as partner,
       exists (select 1 from office o where o.body_id = b.id and o.kind = 'chair' and o.person_id = $2
               and (o.starts_on is null or o.starts_on <= $3) and (o.ends_on is null or o.ends_on >= $3)) as chair,
       exists (select 1 from office o where o.body_id = b.id and o.kind = 'vice-chair' and o.person_id = $2
               and (o.starts_on is null or o.starts_on <= $3) and (o.ends_on is null or o.ends_on >= $3)) as vice_chair,
       exists (select 1 from office o join body ob on ob.id = o.body_id where o.kind = 'secretary' and o.person_id = $2
               and (o.body_id = b.id or (ob.partnership_id = b.partnership_id and ob.kind = 'partnership'))
               and (o.starts_on is null or o.starts_on <= $3) and (o.ends_on is null or o.ends_on >= $3)) as secretary,
       exists (select 1 from assistant t join appointment a on a.person_id = t.person_id join seat s on s.id = a.seat_id
               where s.body_id = b.id and t.assistant_id = $2 and t.starts_on <= $3 and (t.ends_on is null or t.ends_on >= $3)
               and (a.starts_on is null or a.starts_on <= $3) and (a.ends_on is null or a.ends_on >= $3)) as assistant
     from body b where b.id = $1"
);
sql!(
    SECRETARY_OF_ROOT,
    "select p.id, exists (select 1 from office o join body b on b.id = o.body_id where b.partnership_id = p.id and b.kind = 'partnership'
       and o.kind = 'secretary' and o.person_id = $2
       and (o.starts_on is null or o.starts_on <= $3) and (o.ends_on is null or o.ends_on >= $3)) as secretary
     from partnership p where p.id = $1"
);
sql!(OPENNESS_OF, "select audience from openness where body_id = $1 and class = $2");
sql!(
    INSERT_NOTED_FINDING,
    "insert into noted_finding (id, body_id, position, clause, verdict, words, source)
     values ($1, $2, (select coalesce(max(position), 0) + 1 from noted_finding where body_id = $2), $3, $4, $5, $6)"
);
sql!(NOTED_FINDINGS, "select clause, verdict, words, source from noted_finding where body_id = $1 order by position");

/// A person's name with its title before it.
pub fn shown_name(row: &Row, name: &str) -> Result<String> {
    let plain: String = row.get(name)?;
    Ok(match row.get::<Option<String>>("honorific")? {
        Some(title) if !title.is_empty() => format!("{title} {plain}"),
        _ => plain,
    })
}

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

/// Who may see which class of a body's documents, from `class:audience` pairs with spaces between them.
pub fn opened(pairs: Option<String>) -> Vec<(DocumentClass, Audience)> {
    let pairs = pairs.unwrap_or_default();
    pairs
        .split(' ')
        .filter_map(|pair| pair.split_once(':'))
        .filter_map(|(class, to)| Some((DocumentClass::parse(class)?, Audience::parse(to)?)))
        .collect()
}

/// How a person stands to a body on a day, as far as its seats and offices say.
pub(crate) async fn standing_row(read: &mut Read, body: BodyId, person: Option<PersonId>, day: Day) -> Result<crate::rights::Standing> {
    let row = read.one(&STANDING, args![body, person, day]).await?;
    Ok(crate::rights::Standing {
        body,
        partnership: row.get("partnership_id")?,
        body_name: row.get("name")?,
        opened: opened(row.get("opened")?),
        member: row.get("member")?,
        ever_member: row.get("ever_member")?,
        partner: row.get("partner")?,
        chair: row.get("chair")?,
        vice_chair: row.get("vice_chair")?,
        secretary: row.get("secretary")?,
        assistant: row.get("assistant")?,
        administrator: false,
        auditor: false,
    })
}

pub(crate) async fn is_secretary_of_root(read: &mut Read, id: PartnershipId, person: Option<PersonId>, day: Day) -> Result<bool> {
    read.one(&SECRETARY_OF_ROOT, args![id, person, day]).await?.get("secretary")
}

pub(crate) async fn audience_of(read: &mut Read, body: BodyId, class: DocumentClass) -> Result<crate::model::Audience> {
    let row = read.maybe(&OPENNESS_OF, args![body, class.word()]).await?;
    row.map_or(Ok(crate::model::Audience::Body), |row| row.word("audience"))
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

pub(crate) fn audience_among(opened: &[(DocumentClass, Audience)], class: DocumentClass) -> Audience {
    opened.iter().find(|(of, _)| *of == class).map_or(Audience::Body, |(_, audience)| *audience)
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
    read.each(&LINKS, args![partnership, day], |row| Ok(BodyLink { body: row.get("body_id")?, kind: row.word("kind")?, other: row.get("other_id")? }))
        .await
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

fn sittings(rows: &[Row]) -> Result<Vec<Sitting>> {
    let mut sittings: Vec<Sitting> = Vec::new();
    for row in rows {
        let seat: SeatId = row.get("seat_id")?;
        if sittings.last().is_none_or(|last| last.seat != seat) {
            sittings.push(Sitting {
                seat,
                position: row.get("position")?,
                label: row.get("label")?,
                class: row.word("class")?,
                sector: row.get("sector")?,
                sector_ours: row.get("sector_ours")?,
                organisation: row.get("organisation_id")?,
                organisation_name: row.get("organisation_name")?,
                organisation_ended_on: row.get("organisation_ended_on")?,
                nominating_group: row.get("nominating_group")?,
                ex_officio_post: row.get("ex_officio_post")?,
                holders_not_recorded: row.get("holders_not_recorded")?,
                note: row.get("seat_note")?,
                version: row.get("version")?,
                people: Vec::new(),
            });
        }
        let Some(id) = row.get::<Option<AppointmentId>>("appointment_id")? else { continue };
        let appointed = Appointed {
            id,
            person: row.get("person_id")?,
            name: shown_name(row, "person_name")?,
            role: row.word("role")?,
            post: row.get("post")?,
            organisation_name: row.get("person_organisation")?,
            starts_on: row.get("starts_on")?,
            ends_on: row.get("ends_on")?,
            term_ends_on: row.get("term_ends_on")?,
            ending: row.word_or_none("ending")?,
            note: row.get("appointment_note")?,
        };
        if let Some(sitting) = sittings.last_mut() {
            sitting.people.push(appointed);
        }
    }
    Ok(sittings)
}

/// The seats of a body and who sits in them as at a day, in the order of the list.
///
/// # Errors
/// A fault when the database refuses.
pub async fn membership(read: &mut Read, body: BodyId, as_at: Day) -> Result<Vec<Sitting>> {
    sittings(&read.all(&MEMBERSHIP, args![body, Some(as_at), None::<SeatId>]).await?)
}

/// The seats of a body with everybody who ever sat in them.
///
/// # Errors
/// A fault when the database refuses.
pub async fn membership_through_time(read: &mut Read, body: BodyId) -> Result<Vec<Sitting>> {
    sittings(&read.all(&MEMBERSHIP, args![body, None::<Day>, None::<SeatId>]).await?)
}

/// One seat with everybody who ever sat in it, and its body.
///
/// # Errors
/// [`kernel::Error::NotFound`] without one.
pub async fn seat(read: &mut Read, seat: SeatId) -> Result<(BodyId, Sitting)> {
    let body: BodyId = read.one(&BODY_OF_SEAT, args![seat]).await?.get("body_id")?;
    let found = sittings(&read.all(&MEMBERSHIP, args![body, None::<Day>, Some(seat)]).await?)?;
    found.into_iter().next().map(|sitting| (body, sitting)).ok_or(kernel::Error::NotFound)
}

/// The body of an appointment, and since and until when it is.
///
/// # Errors
/// [`kernel::Error::NotFound`] without one.
pub async fn appointment(read: &mut Read, id: AppointmentId) -> Result<(BodyId, Option<Day>, Option<Day>)> {
    let row = read.one(&APPOINTMENT, args![id]).await?;
    Ok((row.get("body_id")?, row.get("starts_on")?, row.get("ends_on")?))
}

pub(crate) async fn sits_elsewhere(read: &mut Read, body: BodyId, person: PersonId, but: SeatId, from: Option<Day>) -> Result<Option<String>> {
    read.maybe(&SITS_ELSEWHERE, args![body, person, but, from]).await?.map(|row| row.get("label")).transpose()
}

/// Who holds the offices of a body as at a day, or ever held them.
///
/// # Errors
/// A fault when the database refuses.
pub async fn offices(read: &mut Read, body: BodyId, as_at: Option<Day>) -> Result<Vec<Office>> {
    read.each(&OFFICES, args![body, as_at], |row| {
        Ok(Office {
            id: row.get("id")?,
            body: row.get("body_id")?,
            person: row.get("person_id")?,
            name: shown_name(row, "name")?,
            kind: row.word("kind")?,
            title: row.get("title")?,
            how: row.word_or_none("how")?,
            starts_on: row.get("starts_on")?,
            starts_at_item: row.get("starts_at_item_id")?,
            ends_on: row.get("ends_on")?,
            ends_at_item: row.get("ends_at_item_id")?,
            note: row.get("note")?,
        })
    })
    .await
}

/// The body of an office and since when it is held.
///
/// # Errors
/// [`kernel::Error::NotFound`] without one.
pub async fn office(read: &mut Read, id: OfficeId) -> Result<(BodyId, Option<Day>)> {
    let row = read.one(&OFFICE, args![id]).await?;
    Ok((row.get("body_id")?, row.get("starts_on")?))
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

/// Those who get a body's letters without sitting on it: id, name, note.
///
/// # Errors
/// A fault when the database refuses.
pub async fn distribution(read: &mut Read, body: BodyId, day: Day) -> Result<Vec<(PersonId, String, Option<String>)>> {
    read.each(&DISTRIBUTION, args![body, day], |row| Ok((row.get("person_id")?, shown_name(row, "name")?, row.get("note")?))).await
}

/// One capacity of a person: a seat or an office on a body.
#[derive(Debug, Clone, serde::Serialize)]
pub struct CapacityLine {
    /// On which body.
    pub body: BodyId,
    /// Its name.
    pub body_name: String,
    /// Its address.
    pub body_slug: String,
    /// The seat's label or the office's title or kind.
    pub as_what: String,
    /// `seat` with the role, or `office` with its kind.
    pub kind: String,
    /// The post that goes with it.
    pub post: Option<String>,
    /// Since when.
    pub starts_on: Option<Day>,
    /// Until when.
    pub ends_on: Option<Day>,
}

/// Every capacity in which a person sits or sat, seats first.
///
/// # Errors
/// A fault when the database refuses.
pub async fn capacities(read: &mut Read, person: PersonId) -> Result<Vec<CapacityLine>> {
    let mut lines = read
        .each(&SEATS_OF_PERSON, args![person], |row| {
            Ok(CapacityLine {
                body: row.get("body_id")?,
                body_name: row.get("body_name")?,
                body_slug: row.get("slug")?,
                as_what: row.get("label")?,
                kind: row.get("role")?,
                post: row.get("post")?,
                starts_on: row.get("starts_on")?,
                ends_on: row.get("ends_on")?,
            })
        })
        .await?;
    let offices = read
        .each(&OFFICES_OF_PERSON, args![person], |row| {
            let kind: String = row.get("kind")?;
            Ok(CapacityLine {
                body: row.get("body_id")?,
                body_name: row.get("body_name")?,
                body_slug: row.get("slug")?,
                as_what: row.get::<Option<String>>("title")?.unwrap_or_else(|| kind.clone()),
                kind,
                post: None,
                starts_on: row.get("starts_on")?,
                ends_on: row.get("ends_on")?,
            })
        })
        .await?;
    lines.extend(offices);
    Ok(lines)
}

/// Whether no partnership has that place in addresses.
///
/// # Errors
/// A fault when the database refuses.
pub async fn free_partnership_slug(read: &mut Read, wanted: &str) -> Result<bool> {
    Ok(read.one(&PARTNERSHIP_SLUG, args![wanted]).await?.get::<i64>("n")? == 0)
}

pub(crate) async fn free_body_slug(read: &mut Read, wanted: &str) -> Result<bool> {
    Ok(read.one(&BODY_SLUG, args![wanted]).await?.get::<i64>("n")? == 0)
}

pub(crate) async fn insert_partnership(w: &mut Write, id: PartnershipId, slug: &str, new: &NewPartnership) -> Result<()> {
    w.run(&INSERT_PARTNERSHIP, args![id, slug, new.name.trim(), new.nation, new.colour, new.about, new.legal_basis, new.noindex, new.source]).await?;
    Ok(())
}

pub(crate) async fn insert_body(w: &mut Write, id: BodyId, partnership: PartnershipId, slug: &str, new: &NewBody) -> Result<()> {
    w.run(
        &INSERT_BODY,
        args![id, partnership, slug, new.name.trim(), new.short_name, new.kind.word(), new.purpose, new.established_on, new.note, new.source],
    )
    .await?;
    for (kind, other) in &new.linked_to {
        insert_link(w, id, *kind, *other, new.established_on).await?;
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

pub(crate) async fn insert_link(w: &mut Write, body: BodyId, kind: LinkKind, other: BodyId, from: Option<Day>) -> Result<()> {
    let id: uuid::Uuid = w.id();
    w.run(&INSERT_LINK, args![id, body, kind.word(), other, from]).await?;
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

pub(crate) async fn insert_sector(w: &mut Write, id: SectorId, partnership: PartnershipId, name: &str) -> Result<()> {
    w.run(&INSERT_SECTOR, args![id, partnership, name.trim()]).await?;
    Ok(())
}

pub(crate) async fn insert_seat(w: &mut Write, id: SeatId, body: BodyId, new: &NewSeat) -> Result<()> {
    w.run(
        &INSERT_SEAT,
        args![
            id,
            body,
            new.label.trim(),
            new.class.word(),
            new.sector,
            new.sector_ours,
            new.organisation,
            new.nominating_group,
            new.ex_officio_post,
            new.starts_on,
            new.note,
            new.holders_not_recorded
        ],
    )
    .await?;
    Ok(())
}

pub(crate) async fn change_seat(w: &mut Write, id: SeatId, new: &NewSeat, version: i64) -> Result<bool> {
    let changed = w
        .run(
            &CHANGE_SEAT,
            args![
                id,
                new.label.trim(),
                new.class.word(),
                new.sector,
                new.sector_ours,
                new.organisation,
                new.nominating_group,
                new.ex_officio_post,
                new.note,
                version,
                new.holders_not_recorded
            ],
        )
        .await?;
    Ok(changed == 1)
}

pub(crate) async fn end_seat(w: &mut Write, id: SeatId, on: Day) -> Result<()> {
    w.run(&END_SEAT, args![id, on]).await?;
    Ok(())
}

pub(crate) async fn insert_appointment(w: &mut Write, id: AppointmentId, seat: SeatId, new: &NewAppointment) -> Result<()> {
    w.run(&INSERT_APPOINTMENT, args![id, seat, new.person, new.role.word(), new.post, new.organisation, new.starts_on, new.term_ends_on, new.note])
        .await?;
    Ok(())
}

pub(crate) async fn end_appointment(w: &mut Write, id: AppointmentId, on: Day, ending: AppointmentEnding) -> Result<()> {
    w.run(&END_APPOINTMENT, args![id, on, ending.word()]).await?;
    Ok(())
}

pub(crate) async fn insert_office(w: &mut Write, id: OfficeId, body: BodyId, new: &NewOffice) -> Result<()> {
    w.run(
        &INSERT_OFFICE,
        args![id, body, new.person, new.kind.word(), new.title, new.how.map(Word::word), new.starts_on, new.starts_at_item, new.note],
    )
    .await?;
    Ok(())
}

pub(crate) async fn end_office(w: &mut Write, id: OfficeId, on: Day, at_item: Option<kernel::ItemId>) -> Result<()> {
    w.run(&END_OFFICE, args![id, on, at_item]).await?;
    Ok(())
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
