//! The letters in the database, and who has an address.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use kernel::{BodyId, Day, Instant, LetterId, PartnershipId, PersonId, Result, Word};
use store::{Housekeep, Read, Row, Write, args, sql};
use uuid::Uuid;

use crate::calendar::Invite;
use crate::model::Stop;
use crate::pages::letter::plain;
use crate::{Addressee, Class, Content, Letter, LetterLine, LetterState, Pace};

sql!(
    INSERT,
    "insert into letter (id, partnership_id, body_id, person_id, address, sender, reply_to, purpose, record_id, subject, plain, content_json, links_json, calendar_json, class, stop_json,
       state, queued_at, due_at, tries)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, 'waiting', $17, $18, 0)"
);
sql!(
    REPLY_TO,
    "select a.address from office o join person_address a on a.person_id = o.person_id
     where o.body_id = $1 and o.kind = 'secretary' and (o.starts_on is null or o.starts_on <= $2) and (o.ends_on is null or o.ends_on >= $2)
     order by o.starts_on nulls first, o.id, case a.purpose when 'meetings' then 0 else 1 end, a.address limit 1"
);
sql!(
    TO_SEND,
    "select l.*, p.name, b.slug from letter l left join person p on p.id = l.person_id left join body b on b.id = l.body_id
     where l.id = $1 and l.state = 'waiting'"
);
sql!(SENT, "update letter set state = 'sent', sent_at = $2, tries = tries + 1, last_error = null where id = $1 and state = 'waiting'");
sql!(FAILED, "update letter set state = 'failed', tries = tries + 1, last_error = $2 where id = $1 and state = 'waiting'");
sql!(SENT_WITH, "update letter set state = 'sent', sent_at = $2 where gathered_in = $1 and state = 'gathered'");
sql!(FAILED_WITH, "update letter set state = 'failed', last_error = $2 where gathered_in = $1 and state = 'gathered'");
sql!(REFUSED, "update person_address set refused_at = $2, refusal = $3 where lower(address) = lower($1)");
sql!(TAKEN, "update person_address set refused_at = null, refusal = null where lower(address) = lower($1) and refused_at is not null");
sql!(NATION, "select nation from partnership where id = $1");
sql!(
    CHOSEN,
    "update letter set state = case c.pace when 'never' then 'unwanted' else 'gathered' end,
       due_at = case c.pace when 'daily' then $3 when 'weekly' then $4 else letter.due_at end
     from letter_choice c
     where letter.state = 'waiting' and letter.queued_at = $1 and letter.partnership_id = $2
       and c.person_id = letter.person_id and c.class = letter.class and c.pace <> 'at-once'"
);
sql!(CHOICES, "select class, pace from letter_choice where person_id = $1 order by class");
sql!(
    CHOOSE,
    "insert into letter_choice (id, person_id, class, pace, chosen_at) values ($1, $2, $3, $4, $5)
     on conflict (person_id, class) do update set pace = excluded.pace, chosen_at = excluded.chosen_at"
);
sql!(
    DROP_WAITING,
    "update letter set state = 'unwanted' where state in ('waiting', 'gathered') and gathered_in is null and person_id = $1 and class = $2"
);
sql!(
    GATHERINGS,
    "select l.partnership_id, l.person_id, l.address, p.name, p.nation from letter l join partnership p on p.id = l.partnership_id
     where l.state = 'gathered' and l.due_at <= $1 and l.gathered_in is null
     group by l.partnership_id, l.person_id, l.address, p.name, p.nation order by p.name, l.person_id, l.address"
);
sql!(
    GATHERED,
    "select subject, content_json, links_json, class from letter
     where state = 'gathered' and due_at <= $4 and gathered_in is null and partnership_id = $1 and person_id = $2 and address = $3 order by queued_at, id"
);
sql!(
    MARK_GATHERED,
    "update letter set gathered_in = $5
     where state = 'gathered' and due_at <= $4 and gathered_in is null and partnership_id = $1 and person_id = $2 and address = $3"
);
sql!(
    KEEPS,
    "select exists (select 1 from office o where o.kind = 'secretary' and o.person_id = $1
       and (o.starts_on is null or o.starts_on <= $2) and (o.ends_on is null or o.ends_on >= $2)) as keeps"
);
sql!(NAME, "select name from person where id = $1");
sql!(
    ONE_OF_BODY,
    "select l.*, coalesce(p.name, l.address) as name from letter l left join person p on p.id = l.person_id where l.id = $1 and l.body_id = $2"
);
sql!(TRIED, "update letter set tries = tries + 1, last_error = $2 where id = $1");
sql!(STOP, "update letter set state = 'stopped' where id = $1 and body_id = $2 and state in ('waiting', 'gathered') and gathered_in is null");
sql!(
    AGAIN,
    "update letter set state = 'waiting', due_at = $3, tries = 0, last_error = null where id = $1 and body_id = $2 and state in ('failed', 'stopped')"
);
sql!(
    OF_BODY,
    "select l.*, coalesce(p.name, l.address) as name from letter l left join person p on p.id = l.person_id where l.body_id = $1
     order by case l.state when 'failed' then 0 when 'waiting' then 1 when 'gathered' then 2 else 3 end, l.queued_at desc, l.id desc limit $2"
);
sql!(
    OF_RECORD,
    "select l.*, coalesce(p.name, l.address) as name from letter l left join person p on p.id = l.person_id where l.record_id = $1 order by l.queued_at, l.id"
);
sql!(
    BODY,
    "select b.name, b.slug, p.name as partnership, p.slug as partnership_slug from body b join partnership p on p.id = b.partnership_id where b.id = $1"
);
sql!(
    ADDRESSES,
    "select $1 as person_id, r.id as reader, r.name, a.address, a.purpose, false as listed
     from person r join person_address a on a.person_id = r.id
     where r.id = $1 or r.id in (select s.assistant_id from assistant s where s.person_id = $1 and s.starts_on <= $2 and (s.ends_on is null or s.ends_on >= $2))
     order by case when r.id = $1 then 0 else 1 end, r.id, case a.purpose when 'meetings' then 0 else 1 end, a.address"
);
sql!(
    ADDRESSES_OF_BODY,
    "with seated as (
       select a.person_id from appointment a join seat s on s.id = a.seat_id where s.body_id = $1 and (a.starts_on is null or a.starts_on <= $2) and (a.ends_on is null or a.ends_on >= $2)
       union select o.person_id from office o where o.body_id = $1 and (o.starts_on is null or o.starts_on <= $2) and (o.ends_on is null or o.ends_on >= $2)
     ), concerned as (
       select person_id, false as listed from seated
       union select d.person_id, true from distribution d where d.body_id = $1 and d.starts_on <= $2 and (d.ends_on is null or d.ends_on >= $2)
         and d.person_id not in (select person_id from seated)
     ), readers as (
       select person_id, person_id as reader, listed from concerned
       union select s.person_id, s.assistant_id, c.listed from concerned c cross join assistant s where s.person_id = c.person_id and s.starts_on <= $2 and (s.ends_on is null or s.ends_on >= $2)
     )
     select q.person_id, q.reader, r.name, a.address, a.purpose, q.listed
     from readers q cross join person r cross join person_address a where r.id = q.reader and a.person_id = q.reader
     order by q.person_id, case when q.reader = q.person_id then 0 else 1 end, q.reader, case a.purpose when 'meetings' then 0 else 1 end, a.address"
);

/// Writes letters, and answers their ids in the same order. An answer by hand goes to the secretariat of the body.
pub(crate) async fn insert(w: &mut Write, letters: &[(Letter, Option<Stop>)]) -> Result<Vec<LetterId>> {
    let now = w.now();
    let mut reply_to: BTreeMap<BodyId, Option<String>> = BTreeMap::new();
    for body in letters.iter().filter_map(|(letter, _)| letter.body) {
        if let Entry::Vacant(unknown) = reply_to.entry(body) {
            let today = now.day(&kernel::Zone::london());
            unknown.insert(w.maybe(&REPLY_TO, args![body, today]).await?.map(|row| row.get("address")).transpose()?);
        }
    }
    let mut made = Vec::with_capacity(letters.len());
    let mut rows = Vec::with_capacity(letters.len());
    for (l, stop) in letters {
        let id: LetterId = w.id();
        let content = serde_json::to_string(&l.content).map_err(kernel::Error::fault)?;
        let calendar = l.calendar.as_ref().map(serde_json::to_string).transpose().map_err(kernel::Error::fault)?;
        let stop = stop.as_ref().map(serde_json::to_string).transpose().map_err(kernel::Error::fault)?;
        let links = serde_json::json!(l.content.links).to_string();
        let record = l.record.as_ref().map(|record| record.id);
        let reply_to = l.body.and_then(|body| reply_to.get(&body).cloned().flatten());
        made.push(id);
        rows.push(args![
            id,
            l.partnership,
            l.body,
            l.person,
            l.address,
            l.sender,
            reply_to,
            l.purpose,
            record,
            l.subject,
            plain(&l.subject, &l.sender, &l.content)?,
            content,
            links,
            calendar,
            l.class.map(Word::word),
            stop,
            now,
            l.due_at
        ]);
    }
    w.run_each(&INSERT, rows).await?;
    Ok(made)
}

/// A letter that is about to leave.
pub(crate) struct ToSend {
    pub partnership: kernel::PartnershipId,
    pub body: Option<BodyId>,
    pub page: String,
    pub name: Option<String>,
    pub address: String,
    pub sender: String,
    pub reply_to: Option<String>,
    pub subject: String,
    pub plain: String,
    /// What it says; none for a letter of an earlier program, which has its plain text only.
    pub content: Option<Content>,
    pub calendar: Option<Invite>,
    pub stop: Option<Stop>,
    pub links: Vec<Uuid>,
    pub tries: i64,
}

pub(crate) async fn to_send(read: &mut Read, id: LetterId) -> Result<Option<ToSend>> {
    let Some(row) = read.maybe(&TO_SEND, args![id]).await? else { return Ok(None) };
    let links: String = row.get("links_json")?;
    let (content, calendar): (Option<String>, Option<String>) = (row.get("content_json")?, row.get("calendar_json")?);
    let stop: Option<String> = row.get("stop_json")?;
    let slug: Option<String> = row.get("slug")?;
    Ok(Some(ToSend {
        partnership: row.get("partnership_id")?,
        body: row.get("body_id")?,
        page: slug.map_or_else(|| "/".to_owned(), |slug| format!("/bodies/{slug}/letters")),
        name: row.get("name")?,
        address: row.get("address")?,
        sender: row.get("sender")?,
        reply_to: row.get("reply_to")?,
        subject: row.get("subject")?,
        plain: row.get("plain")?,
        content: content.as_deref().map(serde_json::from_str).transpose().map_err(kernel::Error::fault)?,
        calendar: calendar.as_deref().map(serde_json::from_str).transpose().map_err(kernel::Error::fault)?,
        stop: stop.as_deref().map(serde_json::from_str).transpose().map_err(kernel::Error::fault)?,
        links: serde_json::from_str(&links).map_err(kernel::Error::fault)?,
        tries: row.get("tries")?,
    }))
}

/// It left, and with it what it holds; its address takes letters.
pub(crate) async fn mark_sent(w: &mut Write, id: LetterId, address: &str) -> Result<bool> {
    let now = w.now();
    let changed = w.run(&SENT, args![id, now]).await? == 1;
    if changed {
        w.run(&SENT_WITH, args![id, now]).await?;
        w.run(&TAKEN, args![address]).await?;
    }
    Ok(changed)
}

/// It will not leave, nor what it holds.
pub(crate) async fn mark_failed(w: &mut Write, id: LetterId, cause: &str) -> Result<bool> {
    let changed = w.run(&FAILED, args![id, cause]).await? == 1;
    if changed {
        w.run(&FAILED_WITH, args![id, cause]).await?;
    }
    Ok(changed)
}

/// A mail server refused an address for good.
pub(crate) async fn mark_refused(w: &mut Write, address: &str, cause: &str) -> Result<()> {
    let now = w.now();
    w.run(&REFUSED, args![address, now, cause]).await.map(drop)
}

/// The nation of a partnership; none where a letter belongs to none.
pub(crate) async fn nation_of(read: &mut Read, partnership: PartnershipId) -> Result<Option<String>> {
    read.maybe(&NATION, args![partnership]).await?.map(|row| row.get("nation")).transpose()
}

/// What was written just now does as its readers chose.
pub(crate) async fn mark_chosen(w: &mut Write, partnership: PartnershipId, daily: Instant, weekly: Instant) -> Result<()> {
    let now = w.now();
    w.run(&CHOSEN, args![now, partnership, daily, weekly]).await.map(drop)
}

/// What a person has chosen; a class that is not among them comes at once.
pub(crate) async fn choices(read: &mut Read, person: PersonId) -> Result<Vec<(Class, Pace)>> {
    read.each(&CHOICES, args![person], |row| Ok((row.word("class")?, row.word("pace")?))).await
}

pub(crate) async fn choose(w: &mut Write, person: PersonId, chosen: &[(Class, Pace)]) -> Result<()> {
    let now = w.now();
    let rows = chosen.iter().map(|(class, pace)| args![w.id::<Uuid>(), person, class.word(), pace.word(), now]).collect();
    w.run_each(&CHOOSE, rows).await
}

/// What waits for a reader who wants no more of its class does not leave.
pub(crate) async fn drop_waiting(w: &mut Write, person: PersonId, class: Class) -> Result<()> {
    w.run(&DROP_WAITING, args![person, class.word()]).await.map(drop)
}

/// Letters of one partnership to one reader that are gathered into one.
#[derive(Debug)]
pub(crate) struct Gathering {
    pub partnership: PartnershipId,
    pub person: PersonId,
    pub address: String,
    /// The partnership's name.
    pub name: String,
    pub nation: String,
}

/// Whose letters have waited long enough.
pub(crate) async fn gatherings(read: &mut Read, now: Instant) -> Result<Vec<Gathering>> {
    read.each(&GATHERINGS, args![now], |row| {
        Ok(Gathering {
            partnership: row.get("partnership_id")?,
            person: row.get("person_id")?,
            address: row.get("address")?,
            name: row.get("name")?,
            nation: row.get("nation")?,
        })
    })
    .await
}

/// A letter among those that are gathered.
pub(crate) struct Gathered {
    pub subject: String,
    pub content: Content,
    pub links: Vec<Uuid>,
    pub class: Option<Class>,
}

pub(crate) async fn gathered(read: &mut Read, of: &Gathering, now: Instant) -> Result<Vec<Gathered>> {
    read.each(&GATHERED, args![of.partnership, of.person, of.address, now], |row| {
        let (content, links): (Option<String>, String) = (row.get("content_json")?, row.get("links_json")?);
        let content = content.as_deref().map(serde_json::from_str).transpose().map_err(kernel::Error::fault)?;
        Ok(Gathered {
            subject: row.get("subject")?,
            content: content.unwrap_or_default(),
            links: serde_json::from_str(&links).map_err(kernel::Error::fault)?,
            class: row.word_or_none("class")?,
        })
    })
    .await
}

pub(crate) async fn mark_gathered(w: &mut Write, of: &Gathering, into: LetterId, now: Instant) -> Result<()> {
    w.run(&MARK_GATHERED, args![of.partnership, of.person, of.address, now, into]).await.map(drop)
}

/// Whether a person is of any secretariat.
pub(crate) async fn keeps(read: &mut Read, person: PersonId, on: Day) -> Result<bool> {
    read.one(&KEEPS, args![person, on]).await?.get("keeps")
}

pub(crate) async fn name_of(read: &mut Read, person: PersonId) -> Result<String> {
    read.one(&NAME, args![person]).await?.get("name")
}

/// One letter of a body, with its plain text.
pub(crate) async fn letter_of_body(read: &mut Read, id: LetterId, body: BodyId) -> Result<(LetterLine, String)> {
    let row = read.one(&ONE_OF_BODY, args![id, body]).await?;
    Ok((line(&row)?, row.get("plain")?))
}

pub(crate) async fn note_try(keep: &mut Housekeep, id: LetterId, cause: &str) -> Result<()> {
    keep.run(&TRIED, args![id, cause]).await?;
    Ok(())
}

pub(crate) async fn mark_stopped(w: &mut Write, id: LetterId, body: BodyId) -> Result<bool> {
    Ok(w.run(&STOP, args![id, body]).await? == 1)
}

pub(crate) async fn mark_waiting(w: &mut Write, id: LetterId, body: BodyId) -> Result<bool> {
    let now = w.now();
    Ok(w.run(&AGAIN, args![id, body, now]).await? == 1)
}

fn line(row: &Row) -> Result<LetterLine> {
    Ok(LetterLine {
        id: row.get("id")?,
        person: row.get("person_id")?,
        name: row.get("name")?,
        address: row.get("address")?,
        purpose: row.get("purpose")?,
        class: row.word_or_none("class")?,
        subject: row.get("subject")?,
        state: row.word::<LetterState>("state")?,
        queued_at: row.get("queued_at")?,
        due_at: row.get("due_at")?,
        sent_at: row.get("sent_at")?,
        tries: row.get("tries")?,
        last_error: row.get("last_error")?,
    })
}

pub(crate) async fn letters_of_body(read: &mut Read, body: BodyId, limit: i64) -> Result<Vec<LetterLine>> {
    read.each(&OF_BODY, args![body, limit], line).await
}

/// The letters about one record, in the order they were written.
///
/// # Errors
/// A fault when the database refuses.
pub async fn letters_of_record(read: &mut Read, record: Uuid) -> Result<Vec<LetterLine>> {
    read.each(&OF_RECORD, args![record], line).await
}

/// The name and the address segment of a body and of its partnership.
pub(crate) async fn body_names(read: &mut Read, body: BodyId) -> Result<[String; 4]> {
    let row = read.one(&BODY, args![body]).await?;
    Ok([row.get("name")?, row.get("slug")?, row.get("partnership")?, row.get("partnership_slug")?])
}

fn best(rows: Vec<Row>) -> Result<Vec<Addressee>> {
    let mut found: Vec<Addressee> = Vec::new();
    for row in rows {
        let next = Addressee {
            person: row.get("person_id")?,
            reader: row.get("reader")?,
            name: row.get("name")?,
            address: row.get("address")?,
            listed: row.get("listed")?,
        };
        if !found.iter().any(|a| a.person == next.person && (a.reader == next.reader || a.address.eq_ignore_ascii_case(&next.address))) {
            found.push(next);
        }
    }
    Ok(found)
}

/// Where to write to a person on a day: their own address first (the one kept for meetings, if there is one), then those of
/// their assistants. Empty when nobody has an address.
///
/// # Errors
/// A fault when the database refuses.
pub async fn addresses_of(read: &mut Read, person: PersonId, day: Day) -> Result<Vec<Addressee>> {
    best(read.all(&ADDRESSES, args![person, day]).await?)
}

/// Where to write to everybody a body writes to on a day: those appointed to its seats, its office holders, its distribution
/// list, and the assistants of each. Whoever is missing has no address.
///
/// # Errors
/// A fault when the database refuses.
pub async fn addresses_of_body(read: &mut Read, body: BodyId, day: Day) -> Result<Vec<Addressee>> {
    best(read.all(&ADDRESSES_OF_BODY, args![body, day]).await?)
}
