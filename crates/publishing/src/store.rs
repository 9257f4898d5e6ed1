//! The SQL of the public site. What it reads here becomes public only in `public.rs`.

use std::collections::BTreeMap;

use ::store::{Read, Row, args, sql};
use kernel::{BodyId, Day, DecisionId, Hour, Instant, MeetingId, OfficeId, PartnershipId, Result};

sql!(PARTNERSHIP_OF, "select partnership_id from body where id = $1");
sql!(BODY_OF_MEETING, "select m.body_id, b.partnership_id from meeting m join body b on b.id = m.body_id where m.id = $1");
sql!(
    HOME,
    "select p.slug, p.name, p.about, p.area, (select count(*) from body b where b.partnership_id = p.id and b.dissolved_on is null) as bodies
     from partnership p where lower(p.name) like $1 or lower(coalesce(p.area, '')) like $1 order by p.name limit $2"
);
sql!(PARTNERSHIPS, "select count(*) as n from partnership");
sql!(
    RELATIVES,
    "select l.kind, case when l.kind = 'works-with' then '' when l.body_id = $1 then 'out' else 'in' end as way, o.slug, o.name,
       cast(null as date) as happened_on, min(l.note) as note
     from body_link l join body o on o.id = case when l.body_id = $1 then l.other_id else l.body_id end
     where (l.body_id = $1 or l.other_id = $1) and (l.starts_on is null or l.starts_on <= $2) and (l.ends_on is null or l.ends_on >= $2)
     group by 1, 2, 3, 4
     union all
     select s.kind, case when s.earlier_id = $1 then 'later' else 'earlier' end, o.slug, o.name, s.happened_on, s.note
     from body_succession s join body o on o.id = case when s.earlier_id = $1 then s.later_id else s.earlier_id end
     where s.earlier_id = $1 or s.later_id = $1
     order by 4"
);
sql!(
    MEETINGS,
    "select m.id, m.day, m.starts_at, m.ends_at, m.place, m.kind, m.state, m.called_at, m.cancelled_reason, m.sequence, n.state as minutes_state, n.approved_on
     from meeting m left join minutes n on n.meeting_id = m.id
     where m.body_id = $1 and ($2 is null or m.day >= $2) order by m.day desc, m.id desc limit $3"
);
sql!(
    MEETINGS_AROUND,
    "select * from (
       select m.id, m.day, m.starts_at, m.ends_at, m.place, m.kind, m.state, m.called_at, m.cancelled_reason, m.sequence, n.state as minutes_state, n.approved_on,
         row_number() over (partition by case when m.day >= $2 and m.state <> 'closed' then 1 else 0 end
                            order by case when m.day >= $2 and m.state <> 'closed' then m.day end, m.day desc) as place_in_line
       from meeting m left join minutes n on n.meeting_id = m.id where m.body_id = $1
     ) around where place_in_line <= 4 order by day, id"
);
sql!(
    NEXT_OF_PARTNERSHIP,
    "select m.id, m.day, m.starts_at, m.ends_at, m.place, m.kind, m.state, m.called_at, m.cancelled_reason, m.sequence, cast(null as text) as minutes_state, cast(null as date) as approved_on,
       b.name as body_name, b.slug as body_slug
     from meeting m join body b on b.id = m.body_id join openness o on o.body_id = b.id and o.class = 'agenda' and o.audience = 'public'
     where b.partnership_id = $1 and m.day >= $2 and m.state in ('planned', 'called', 'open') order by m.day, b.name limit 12"
);
sql!(
    MEETING,
    "select m.id, m.body_id, m.day, m.starts_at, m.ends_at, m.place, m.access_note, m.kind, m.state, m.called_at, m.cancelled_reason, m.sequence, m.source, m.note, n.state as minutes_state, n.approved_on,
       (select a.frozen_json from agenda_version a where a.meeting_id = m.id and a.number = (select max(x.number) from agenda_version x where x.meeting_id = m.id)) as frozen_json,
       (select max(a.sent_at) from agenda_version a where a.meeting_id = m.id) as sent_at
     from meeting m left join minutes n on n.meeting_id = m.id where m.id = $1"
);
sql!(
    ITEMS,
    "select i.id, i.number, i.title, i.presenter, i.late_reason, i.exempt, i.public_title, g.code as ground_code, g.basis as ground_basis, g.words as ground_words
     from item i left join ground g on g.id = i.ground_id where i.meeting_id = $1 and i.state = 'accepted' order by i.position"
);
sql!(
    DECISIONS,
    "select d.id, d.words, d.outcome, d.how, d.votes_for, d.votes_against, d.abstained, d.explanation, d.clause, d.taken_on, d.meeting_id, i.number as item_number, i.title as item_title
     from decision d join motion o on o.id = d.motion_id left join item i on i.id = d.item_id left join meeting m on m.id = d.meeting_id
     left join recommendation r on r.id = o.recommendation_id left join paper p on p.id = r.paper_id
     where d.body_id = $1 and ($2 is null or d.meeting_id = $2) and not o.exempt and not coalesce(i.exempt, false) and not coalesce(p.exempt, false)
       and (m.id is null or m.state = 'closed')
     order by d.taken_on desc, d.meeting_id, i.position, o.position limit $3"
);
sql!(
    PASSED_AT,
    "select o.id, a.number as since_item, z.number as until_item from office o left join item a on a.id = o.starts_at_item_id left join item z on z.id = o.ends_at_item_id
     where o.body_id = $1 and (o.starts_at_item_id is not null or o.ends_at_item_id is not null)"
);
sql!(
    SITEMAP,
    "select b.slug, p.slug as partnership_slug from body b join partnership p on p.id = b.partnership_id where not p.noindex order by p.slug, b.slug limit 20000"
);

pub(crate) async fn partnership_of(read: &mut Read, body: BodyId) -> Result<PartnershipId> {
    read.one(&PARTNERSHIP_OF, args![body]).await?.get("partnership_id")
}

pub(crate) async fn body_of_meeting(read: &mut Read, meeting: MeetingId) -> Result<(BodyId, PartnershipId)> {
    let row = read.one(&BODY_OF_MEETING, args![meeting]).await?;
    Ok((row.get("body_id")?, row.get("partnership_id")?))
}

/// A partnership as a line of the home page.
#[derive(Debug, Clone, serde::Serialize)]
pub(crate) struct PartnershipLine {
    pub slug: String,
    pub name: String,
    pub about: Option<String>,
    pub area: Option<String>,
    pub bodies: i64,
}

pub(crate) async fn partnerships(read: &mut Read, part: &str, most: i64) -> Result<Vec<PartnershipLine>> {
    let like = format!("%{}%", part.to_lowercase().replace(['%', '_'], " ").trim());
    read.each(&HOME, args![like, most], |row| {
        Ok(PartnershipLine {
            slug: row.get("slug")?,
            name: row.get("name")?,
            about: row.get("about")?,
            area: row.get("area")?,
            bodies: row.get("bodies")?,
        })
    })
    .await
}

pub(crate) async fn count_partnerships(read: &mut Read) -> Result<i64> {
    read.one(&PARTNERSHIPS, args![]).await?.get("n")
}

/// A body that this one is linked to, came from or became.
#[derive(Debug, Clone, serde::Serialize)]
pub(crate) struct Relative {
    /// How, as a word of the locale: `within-out`, `within-in`, `works-with`, `reports-to-out`, `merged-later` …
    pub how: String,
    pub slug: String,
    pub name: String,
    pub happened_on: Option<Day>,
    pub note: Option<String>,
}

pub(crate) async fn relatives(read: &mut Read, body: BodyId, day: Day) -> Result<Vec<Relative>> {
    read.each(&RELATIVES, args![body, day], |row| {
        let (kind, way): (String, String) = (row.get("kind")?, row.get("way")?);
        let how = if kind == "works-with" { kind } else { format!("{kind}-{way}") };
        Ok(Relative { how, slug: row.get("slug")?, name: row.get("name")?, happened_on: row.get("happened_on")?, note: row.get("note")? })
    })
    .await
}

/// The numbers of the items at which offices of a body were taken and left in the middle of a meeting.
pub(crate) async fn passed_at(read: &mut Read, body: BodyId) -> Result<BTreeMap<OfficeId, (Option<String>, Option<String>)>> {
    let rows = read.each(&PASSED_AT, args![body], |row| Ok((row.get("id")?, (row.get("since_item")?, row.get("until_item")?)))).await?;
    Ok(rows.into_iter().collect())
}

/// A meeting as the record has it.
#[derive(Debug, Clone)]
pub(crate) struct MeetingRow {
    pub id: MeetingId,
    pub day: Day,
    pub starts_at: Option<Hour>,
    pub ends_at: Option<Hour>,
    pub place: Option<String>,
    pub kind: String,
    pub state: String,
    pub called: bool,
    pub cancelled_reason: Option<String>,
    pub sequence: i64,
    pub minutes_state: Option<String>,
    pub approved_on: Option<Day>,
}

fn meeting_row(row: &Row) -> Result<MeetingRow> {
    Ok(MeetingRow {
        id: row.get("id")?,
        day: row.get("day")?,
        starts_at: row.get("starts_at")?,
        ends_at: row.get("ends_at")?,
        place: row.get("place")?,
        kind: row.get("kind")?,
        state: row.get("state")?,
        called: row.get::<Option<Instant>>("called_at")?.is_some(),
        cancelled_reason: row.get("cancelled_reason")?,
        sequence: row.get("sequence")?,
        minutes_state: row.get("minutes_state")?,
        approved_on: row.get("approved_on")?,
    })
}

/// The meetings of a body, the latest first, at most so many.
pub(crate) async fn meetings(read: &mut Read, body: BodyId, from: Option<Day>, most: i64) -> Result<Vec<MeetingRow>> {
    read.each(&MEETINGS, args![body, from, most], meeting_row).await
}

/// The last four meetings of a body and the next four, in order.
pub(crate) async fn meetings_around(read: &mut Read, body: BodyId, today: Day) -> Result<Vec<MeetingRow>> {
    read.each(&MEETINGS_AROUND, args![body, today], meeting_row).await
}

/// The next meetings of a partnership's bodies that open their dates to everybody: each with its body's name and address.
pub(crate) async fn next_of_partnership(read: &mut Read, partnership: PartnershipId, today: Day) -> Result<Vec<(MeetingRow, String, String)>> {
    read.each(&NEXT_OF_PARTNERSHIP, args![partnership, today], |row| Ok((meeting_row(row)?, row.get("body_name")?, row.get("body_slug")?))).await
}

/// One meeting with what went out for it.
pub(crate) struct WholeMeeting {
    pub body: BodyId,
    pub row: MeetingRow,
    pub access_note: Option<String>,
    pub source: Option<String>,
    pub note: Option<String>,
    pub frozen: Option<serde_json::Value>,
    pub sent_at: Option<Instant>,
}

pub(crate) async fn meeting(read: &mut Read, id: MeetingId) -> Result<WholeMeeting> {
    let row = read.one(&MEETING, args![id]).await?;
    let frozen: Option<String> = row.get("frozen_json")?;
    Ok(WholeMeeting {
        body: row.get("body_id")?,
        row: meeting_row(&row)?,
        access_note: row.get("access_note")?,
        source: row.get("source")?,
        note: row.get("note")?,
        frozen: frozen.and_then(|text| serde_json::from_str(&text).ok()),
        sent_at: row.get("sent_at")?,
    })
}

/// An item as the record has it.
#[derive(Debug, Clone)]
pub(crate) struct ItemRow {
    pub id: kernel::ItemId,
    pub number: Option<String>,
    pub title: String,
    pub presenter: Option<String>,
    pub late_reason: Option<String>,
    pub exempt: bool,
    pub public_title: Option<String>,
    pub ground: Option<(String, String, String)>,
}

pub(crate) async fn items(read: &mut Read, meeting: MeetingId) -> Result<Vec<ItemRow>> {
    read.each(&ITEMS, args![meeting], |row| {
        let (code, basis, words): (Option<String>, Option<String>, Option<String>) =
            (row.get("ground_code")?, row.get("ground_basis")?, row.get("ground_words")?);
        Ok(ItemRow {
            id: row.get("id")?,
            number: row.get("number")?,
            title: row.get("title")?,
            presenter: row.get("presenter")?,
            late_reason: row.get("late_reason")?,
            exempt: row.get("exempt")?,
            public_title: row.get("public_title")?,
            ground: code.zip(basis).zip(words).map(|((code, basis), words)| (code, basis, words)),
        })
    })
    .await
}

/// A decision of which nothing is exempt, as the record has it.
#[derive(Debug, Clone, serde::Serialize)]
pub(crate) struct DecisionRow {
    pub id: DecisionId,
    pub words: String,
    pub outcome: String,
    pub how: String,
    pub votes: Option<(i64, i64, i64)>,
    pub explanation: Option<String>,
    pub clause: Option<String>,
    pub taken_on: Day,
    pub meeting: Option<MeetingId>,
    pub item_number: Option<String>,
    pub item_title: Option<String>,
}

/// The decisions of a body, or of one of its meetings, the latest first. Exempt ones are not among them.
pub(crate) async fn decisions(read: &mut Read, body: BodyId, meeting: Option<MeetingId>, most: i64) -> Result<Vec<DecisionRow>> {
    read.each(&DECISIONS, args![body, meeting, most], |row| {
        let (in_favour, against, abstained): (Option<i64>, Option<i64>, Option<i64>) =
            (row.get("votes_for")?, row.get("votes_against")?, row.get("abstained")?);
        Ok(DecisionRow {
            id: row.get("id")?,
            words: row.get("words")?,
            outcome: row.get("outcome")?,
            how: row.get("how")?,
            votes: in_favour.zip(against).map(|(in_favour, against)| (in_favour, against, abstained.unwrap_or(0))),
            explanation: row.get("explanation")?,
            clause: row.get("clause")?,
            taken_on: row.get("taken_on")?,
            meeting: row.get("meeting_id")?,
            item_number: row.get("item_number")?,
            item_title: row.get("item_title")?,
        })
    })
    .await
}

/// The addresses of bodies and their partnerships that search engines may know.
pub(crate) async fn sitemap(read: &mut Read) -> Result<Vec<(String, String)>> {
    read.each(&SITEMAP, args![], |row| Ok((row.get("slug")?, row.get("partnership_slug")?))).await
}
