//! The SQL of minutes: their state, the versions kept, replies and corrections.

mod content;
mod key_messages;

pub use content::{generate, what_came};
pub(crate) use key_messages::{keep_key_messages, key_messages, mark_key_messages_sent};

use ::store::{Read, Row, Write, args, sql};
use kernel::{BodyId, Day, Error, Instant, ItemId, MeetingId, MinutesId, PaperId, PersonId, Result, Word as _};
use uuid::Uuid;

use crate::model::{Approval, Approved, Circulated, Cleared, Content, Correction, Draft, Head, Kept, Minutes, MinutesState, NewCorrection, Reply};

sql!(MEETING_OF, "select body_id, day from meeting where id = $1");
sql!(STATE_OF, "select m.body_id, m.day, n.state from meeting m left join minutes n on n.meeting_id = m.id where m.id = $1");
sql!(PRESIDED, "select count(*) as n from presiding where meeting_id = $1 and person_id = $2");
sql!(
    MINUTES,
    "select m.id as meeting_id, m.body_id, m.day, m.starts_at, m.ends_at, m.place, m.state as meeting_state, m.source as meeting_source,
       b.name as body_name, b.slug as body_slug, b.partnership_id,
       n.id, n.state, n.introduction, n.cleared_at, n.cleared_by, n.circulated_at, n.approved_on, n.approved_at_meeting_id, n.approval_decision_id,
       n.amended, n.version, c.name as cleared_by_name, a.day as approved_at_day,
       (select max(v.number) from minutes_version v where v.minutes_id = n.id) as kept,
       (select count(*) from minutes_reply r where r.minutes_id = n.id) as replies,
       (select count(*) from correction x where x.minutes_id = n.id) as corrections
     from meeting m join body b on b.id = m.body_id left join minutes n on n.meeting_id = m.id left join person c on c.id = n.cleared_by
     left join meeting a on a.id = n.approved_at_meeting_id where m.id = $1"
);
sql!(
    INSERT,
    "insert into minutes (id, meeting_id, body_id, state, introduction, version) values ($1, $2, $3, 'draft', '', 1) on conflict (meeting_id) do nothing"
);
sql!(
    SAVE,
    "update minutes set state = $2, introduction = $3, cleared_at = $4, cleared_by = $5, circulated_at = $6, approved_on = $7, approved_at_meeting_id = $8,
       approval_decision_id = $9, amended = $10, version = version + 1 where meeting_id = $1 and version = $11"
);
sql!(
    KEEP,
    "insert into minutes_version (id, minutes_id, number, made_at, why, content_json)
     values ($1, $2, (select coalesce(max(v.number), 0) + 1 from minutes_version v where v.minutes_id = $2), $3, $4, $5)"
);
// A version that says what the one before says; none where none is held yet.
sql!(
    KEEP_STANDING,
    "insert into minutes_version (id, minutes_id, number, made_at, why)
     select $1, $2, v.number + 1, $3, $4 from minutes_version v where v.minutes_id = $2 order by v.number desc limit 1"
);
sql!(STANDING, "select v.content_json from minutes_version v where v.minutes_id = $1 and v.content_json is not null order by v.number desc limit 1");
sql!(
    KEPT,
    "select v.number, v.made_at, v.why,
       (select c.content_json from minutes_version c where c.minutes_id = v.minutes_id and c.content_json is not null and c.number <= v.number
         order by c.number desc limit 1) as content_json
     from minutes_version v join minutes n on n.id = v.minutes_id where n.meeting_id = $1 order by v.number"
);
sql!(
    LATEST,
    "select v.number, v.made_at, v.why,
       (select c.content_json from minutes_version c where c.minutes_id = v.minutes_id and c.content_json is not null and c.number <= v.number
         order by c.number desc limit 1) as content_json
     from minutes_version v join minutes n on n.id = v.minutes_id where n.meeting_id = $1 order by v.number desc limit 1"
);
sql!(
    REPLY,
    "insert into minutes_reply (minutes_id, person_id, replied_at, agreed, words) values ($1, $2, $3, $4, $5)
     on conflict (minutes_id, person_id) do update set replied_at = excluded.replied_at, agreed = excluded.agreed, words = excluded.words"
);
sql!(
    REPLIES,
    "select p.name, r.replied_at, r.agreed, r.words from minutes_reply r join minutes n on n.id = r.minutes_id join person p on p.id = r.person_id
     where n.meeting_id = $1 order by r.replied_at desc"
);
sql!(
    INSERT_CORRECTION,
    "insert into correction (id, body_id, minutes_id, of_meeting_words, made_at_meeting_id, place, earlier_held, earlier_words, later_words, made_on, note)
     values ($1, $2, (select n.id from minutes n where n.meeting_id = $3), $4, $5, $6, $7, $8, $9, $10, $11)"
);
macro_rules! corrections {
    ($where:literal) => {
        concat!(
            "select x.id, x.of_meeting_words, m.day as of_day, x.place, x.earlier_held, x.earlier_words, x.later_words, x.made_at_meeting_id, x.made_on, x.note
             from correction x left join minutes n on n.id = x.minutes_id left join meeting m on m.id = n.meeting_id where ", $where,
            " order by x.made_on desc nulls last, x.id"
        )
    };
}
sql!(CORRECTIONS_OF_MEETING, corrections!("x.minutes_id = (select y.id from minutes y where y.meeting_id = $1) or x.made_at_meeting_id = $1"));
sql!(CORRECTIONS_OF_BODY, corrections!("x.body_id = $1"));
// Where the approval can be recorded: held meetings of the body after this one, with the item at which minutes are taken.
sql!(
    LATER_MEETINGS,
    "select m.id, m.day, (select i.id from item i where i.meeting_id = m.id and i.kind = 'minutes' and i.state = 'accepted' order by i.position limit 1) as item_id
     from meeting m join meeting t on t.id = $1
     where m.body_id = t.body_id and m.day > t.day and m.state in ('open', 'closed') order by m.day"
);
sql!(
    CHAIR,
    "select o.person_id from office o where o.body_id = $1 and o.kind = 'chair'
     and (o.starts_on is null or o.starts_on <= $2) and (o.ends_on is null or o.ends_on >= $2) order by o.starts_on desc nulls last limit 1"
);
sql!(LAST_PRESIDED, "select person_id from presiding where meeting_id = $1 order by position desc limit 1");
sql!(DECISION_OF, "select count(*) as n from decision where id = $1 and meeting_id = $2 and outcome in ('agreed', 'amended')");
sql!(EXEMPT_NOW, "select i.id, i.exempt, i.public_title, g.words from item i left join ground g on g.id = i.ground_id where i.meeting_id = $1");
sql!(
    TOLD,
    terms::facts!(
        "select n.body_id, n.meeting_id, n.state, n.circulated_at, n.approved_on, n.approved_at_meeting_id
         from told t join minutes n on n.meeting_id = t.id where t.day <= $4 order by t.day, n.id"
    )
);
sql!(
    MAY_REPLY,
    "select a.person_id from appointment a join seat s on s.id = a.seat_id where s.body_id = $1 and (a.starts_on is null or a.starts_on <= $2) and (a.ends_on is null or a.ends_on >= $2)
     union select o.person_id from office o where o.body_id = $1 and o.kind in ('chair', 'vice-chair') and (o.starts_on is null or o.starts_on <= $2) and (o.ends_on is null or o.ends_on >= $2)"
);
sql!(BODY_NAME, "select name, slug from body where id = $1");
sql!(NAME, "select name from person where id = $1");
sql!(
    OF_BODY,
    "select m.id, m.day, coalesce(n.state, 'draft') as state from meeting m left join minutes n on n.meeting_id = m.id
     where m.body_id = $1 and m.state in ('open', 'closed') order by m.day desc"
);

/// A meeting's body and day.
///
/// # Errors
/// [`Error::NotFound`] without such a meeting.
pub async fn meeting_of(read: &mut Read, meeting: MeetingId) -> Result<(BodyId, Day)> {
    let row = read.one(&MEETING_OF, args![meeting]).await?;
    Ok((row.get("body_id")?, row.get("day")?))
}

/// A meeting's body, its day, and how far its minutes are.
///
/// # Errors
/// [`Error::NotFound`] without such a meeting.
pub async fn state_of(read: &mut Read, meeting: MeetingId) -> Result<(BodyId, Day, MinutesState)> {
    let row = read.one(&STATE_OF, args![meeting]).await?;
    Ok((row.get("body_id")?, row.get("day")?, row.word_or_none("state")?.unwrap_or(MinutesState::Draft)))
}

/// Whether a person presided at a meeting, over any part of it.
///
/// # Errors
/// A fault when the database refuses.
pub async fn presided(read: &mut Read, meeting: MeetingId, person: Option<PersonId>) -> Result<bool> {
    Ok(read.one(&PRESIDED, args![meeting, person]).await?.get::<i64>("n")? > 0)
}

/// The minutes of a meeting with what stands around them.
#[derive(Debug, Clone)]
pub struct Desk {
    /// The minutes.
    pub minutes: Minutes,
    /// The body's name.
    pub body_name: String,
    /// The body in addresses.
    pub body_slug: String,
    /// The partnership.
    pub partnership: kernel::PartnershipId,
    /// The day of the meeting.
    pub day: Day,
    /// The meeting's arrangements, as the minutes begin with them.
    pub head: Content,
    /// The meeting is over.
    pub over: bool,
    /// Who cleared them.
    pub cleared_by: Option<String>,
    /// The day of the meeting that approved them.
    pub approved_at_day: Option<Day>,
    /// How many versions are kept.
    pub kept: i64,
    /// How many members answered.
    pub replies: i64,
    /// How many corrections there are of them.
    pub corrections: i64,
}

fn minutes(row: &Row) -> Result<Minutes> {
    let head = Head {
        id: row.get("id")?,
        meeting: row.get("meeting_id")?,
        body: row.get("body_id")?,
        introduction: row.get::<Option<String>>("introduction")?.unwrap_or_default(),
        version: row.get::<Option<i64>>("version")?.unwrap_or(0),
    };
    let draft = Draft { head };
    let state = row.word_or_none("state")?.unwrap_or(MinutesState::Draft);
    if state == MinutesState::Draft {
        return Ok(Minutes::Draft(draft));
    }
    let cleared = draft.clear(row.get("cleared_by")?, row.get("cleared_at")?);
    if state == MinutesState::Cleared {
        return Ok(Minutes::Cleared(cleared));
    }
    let circulated = cleared.circulate(row.get("circulated_at")?);
    let approved: (Option<Day>, Option<MeetingId>) = (row.get("approved_on")?, row.get("approved_at_meeting_id")?);
    match (state, approved) {
        (MinutesState::Approved, (Some(on), Some(at_meeting))) => Ok(Minutes::Approved(circulated.approve(Approval {
            on,
            at_meeting,
            decision: row.get("approval_decision_id")?,
            amended: row.get::<Option<bool>>("amended")?.unwrap_or(false),
        }))),
        _ => Ok(Minutes::Circulated(circulated)),
    }
}

/// The minutes of a meeting in whatever state; a draft where nothing about them was recorded.
///
/// # Errors
/// [`Error::NotFound`] without such a meeting.
pub async fn desk(read: &mut Read, meeting: MeetingId) -> Result<Desk> {
    let row = read.one(&MINUTES, args![meeting]).await?;
    let (day, body_name): (Day, String) = (row.get("day")?, row.get("body_name")?);
    let minutes = minutes(&row)?;
    let head = Content {
        body: body_name.clone(),
        day: Some(day),
        starts_at: row.get("starts_at")?,
        ends_at: row.get("ends_at")?,
        place: row.get("place")?,
        introduction: minutes.head().introduction.clone(),
        ..Content::default()
    };
    Ok(Desk {
        body_slug: row.get("body_slug")?,
        partnership: row.get("partnership_id")?,
        over: row.get::<String>("meeting_state")? == "closed",
        cleared_by: row.get("cleared_by_name")?,
        approved_at_day: row.get("approved_at_day")?,
        kept: row.get::<Option<i64>>("kept")?.unwrap_or(0),
        replies: row.get("replies")?,
        corrections: row.get("corrections")?,
        minutes,
        body_name,
        day,
        head,
    })
}

/// Begins the minutes of a meeting about which nothing was recorded, and says so in their head. Answers whether there were none.
///
/// # Errors
/// A fault when the database refuses.
pub async fn begin(w: &mut Write, head: &mut Head) -> Result<bool> {
    let id: MinutesId = w.id();
    (head.id, head.version) = (Some(id), 1);
    Ok(w.run(&INSERT, args![id, head.meeting, head.body]).await? > 0)
}

/// Writes the state that minutes are in now; answers whether the version was still the one that was read.
///
/// # Errors
/// A fault when the database refuses.
pub async fn save(w: &mut Write, minutes: &Minutes, version: i64) -> Result<bool> {
    let cleared: Option<&Cleared> = match minutes {
        Minutes::Draft(_) => None,
        Minutes::Cleared(cleared) => Some(cleared),
        Minutes::Circulated(Circulated { cleared, .. }) => Some(cleared),
        Minutes::Approved(Approved { circulated, .. }) => Some(&circulated.cleared),
    };
    let circulated: Option<Instant> = match minutes {
        Minutes::Circulated(circulated) => circulated.at,
        Minutes::Approved(approved) => approved.circulated.at,
        _ => None,
    };
    let approval = if let Minutes::Approved(approved) = minutes { Some(&approved.approval) } else { None };
    let head = minutes.head();
    let arguments = args![
        head.meeting,
        minutes.state().word(),
        head.introduction,
        cleared.and_then(|cleared| cleared.at),
        cleared.and_then(|cleared| cleared.by),
        circulated,
        approval.map(|approval| approval.on),
        approval.map(|approval| approval.at_meeting),
        approval.and_then(|approval| approval.decision),
        approval.map(|approval| approval.amended),
        version
    ];
    Ok(w.run(&SAVE, arguments).await? > 0)
}

/// Keeps a version as it stands. Where it says what the version before says, only that is written.
///
/// # Errors
/// A fault when the database refuses.
pub async fn keep(w: &mut Write, id: MinutesId, why: &str, content: &Content) -> Result<()> {
    let (version, now): (Uuid, Instant) = (w.id(), w.now());
    let content = ::store::lean_json(content)?;
    let standing: Option<String> = w.maybe(&STANDING, args![id]).await?.map(|row| row.get("content_json")).transpose()?;
    let changed = standing.as_ref() != Some(&content);
    w.run(&KEEP, args![version, id, now, why, changed.then_some(content)]).await?;
    Ok(())
}

/// Keeps what the latest version says under another heading. Answers whether there was one.
///
/// # Errors
/// A fault when the database refuses.
pub async fn keep_standing(w: &mut Write, id: MinutesId, why: &str) -> Result<bool> {
    let (version, now): (Uuid, Instant) = (w.id(), w.now());
    Ok(w.run(&KEEP_STANDING, args![version, id, now, why]).await? > 0)
}

fn kept_row(row: &Row) -> Result<Kept> {
    let content: String = row.get("content_json")?;
    Ok(Kept {
        number: row.get("number")?,
        at: row.get("made_at")?,
        why: row.get("why")?,
        content: serde_json::from_str(&content).map_err(Error::fault)?,
    })
}

/// The versions kept, oldest first.
///
/// # Errors
/// A fault when the database refuses.
pub async fn kept(read: &mut Read, meeting: MeetingId) -> Result<Vec<Kept>> {
    read.each(&KEPT, args![meeting], kept_row).await
}

/// The latest version kept.
///
/// # Errors
/// A fault when the database refuses.
pub async fn latest(read: &mut Read, meeting: MeetingId) -> Result<Option<Kept>> {
    read.maybe(&LATEST, args![meeting]).await?.map(|row| kept_row(&row)).transpose()
}

/// Writes a member's answer; a later one takes the place of an earlier.
///
/// # Errors
/// A fault when the database refuses.
pub async fn reply(w: &mut Write, id: MinutesId, person: PersonId, agreed: bool, words: &str) -> Result<()> {
    let now = w.now();
    w.run(&REPLY, args![id, person, now, agreed, words.trim()]).await?;
    Ok(())
}

/// What members answered, newest first.
///
/// # Errors
/// A fault when the database refuses.
pub async fn replies(read: &mut Read, meeting: MeetingId) -> Result<Vec<Reply>> {
    read.each(&REPLIES, args![meeting], |row| {
        Ok(Reply { name: row.get("name")?, at: row.get("replied_at")?, agreed: row.get("agreed")?, words: row.get("words")? })
    })
    .await
}

/// Writes a correction.
///
/// # Errors
/// A fault when the database refuses.
pub async fn insert_correction(w: &mut Write, id: Uuid, body: BodyId, new: &NewCorrection, made_on: Option<Day>) -> Result<()> {
    let held = new.earlier.is_some();
    let (place, later) = (new.place.trim(), new.later.trim());
    w.run(&INSERT_CORRECTION, args![id, body, new.of_meeting, new.of_words, new.made_at, place, held, new.earlier, later, made_on, new.note]).await?;
    Ok(())
}

fn correction_row(row: &Row) -> Result<Correction> {
    Ok(Correction {
        id: row.get("id")?,
        of_words: row.get("of_meeting_words")?,
        of_day: row.get("of_day")?,
        place: row.get("place")?,
        earlier_held: row.get("earlier_held")?,
        earlier: row.get("earlier_words")?,
        later: row.get("later_words")?,
        made_at: row.get("made_at_meeting_id")?,
        made_on: row.get("made_on")?,
        note: row.get("note")?,
    })
}

/// The corrections of a meeting's minutes, and those it made of others'.
///
/// # Errors
/// A fault when the database refuses.
pub async fn corrections_of_meeting(read: &mut Read, meeting: MeetingId) -> Result<Vec<Correction>> {
    read.each(&CORRECTIONS_OF_MEETING, args![meeting], correction_row).await
}

/// The corrections of a body's minutes, newest first.
///
/// # Errors
/// A fault when the database refuses.
pub async fn corrections_of_body(read: &mut Read, body: BodyId) -> Result<Vec<Correction>> {
    read.each(&CORRECTIONS_OF_BODY, args![body], correction_row).await
}

/// The held meetings of the body after this one, each with the item at which minutes are taken.
///
/// # Errors
/// A fault when the database refuses.
pub async fn later_meetings(read: &mut Read, meeting: MeetingId) -> Result<Vec<(MeetingId, Day, Option<ItemId>)>> {
    read.each(&LATER_MEETINGS, args![meeting], |row| Ok((row.get("id")?, row.get("day")?, row.get("item_id")?))).await
}

/// Who is asked to clear the minutes: whoever presided at the end, else the chair of the body today.
///
/// # Errors
/// A fault when the database refuses.
pub async fn who_clears(read: &mut Read, meeting: MeetingId, body: BodyId, today: Day) -> Result<Option<PersonId>> {
    if let Some(row) = read.maybe(&LAST_PRESIDED, args![meeting]).await? {
        return row.get("person_id").map(Some);
    }
    read.maybe(&CHAIR, args![body, today]).await?.map(|row| row.get("person_id")).transpose()
}

/// Whether a decision is one that a meeting agreed.
///
/// # Errors
/// A fault when the database refuses.
pub async fn agreed_at(read: &mut Read, decision: kernel::DecisionId, meeting: MeetingId) -> Result<bool> {
    Ok(read.one(&DECISION_OF, args![decision, meeting]).await?.get::<i64>("n")? > 0)
}

/// What is exempt among the items of a meeting now: item, public title, ground. A version kept earlier may not know.
///
/// # Errors
/// A fault when the database refuses.
pub async fn exempt_now(read: &mut Read, meeting: MeetingId) -> Result<Vec<(ItemId, Option<String>, Option<String>)>> {
    let rows = read.all(&EXEMPT_NOW, args![meeting]).await?;
    let mut exempt = Vec::new();
    for row in rows {
        if row.get("exempt")? {
            exempt.push((row.get("id")?, row.get("public_title")?, row.get("words")?));
        }
    }
    Ok(exempt)
}

sql!(EXEMPT_PAPERS_NOW, "select id, public_title from paper where meeting_id = $1 and exempt");

/// The papers of a meeting that are exempt now, each with what the public sees in place of its title.
///
/// # Errors
/// A fault when the database refuses.
pub async fn exempt_papers_now(read: &mut Read, meeting: MeetingId) -> Result<Vec<(PaperId, Option<String>)>> {
    read.each(&EXEMPT_PAPERS_NOW, args![meeting], |row| Ok((row.get("id")?, row.get("public_title")?))).await
}

/// How far the minutes of the meetings in a scope are.
pub(crate) async fn told(read: &mut Read, scope: &terms::Scope) -> Result<Vec<Row>> {
    read.all(&TOLD, scope.args()).await
}

/// The held meetings of a body with how far their minutes are, newest first.
///
/// # Errors
/// A fault when the database refuses.
pub async fn of_body(read: &mut Read, body: BodyId) -> Result<Vec<(MeetingId, Day, MinutesState)>> {
    read.each(&OF_BODY, args![body], |row| Ok((row.get("id")?, row.get("day")?, row.word("state")?))).await
}

/// A body's name and its slug.
///
/// # Errors
/// [`Error::NotFound`] without such a body.
pub async fn body_name(read: &mut Read, body: BodyId) -> Result<(String, String)> {
    let row = read.one(&BODY_NAME, args![body]).await?;
    Ok((row.get("name")?, row.get("slug")?))
}

/// Who answers minutes of a body: whoever holds a seat there or its chair. The secretariat, which sends them, does not.
///
/// # Errors
/// A fault when the database refuses.
pub(crate) async fn may_reply(read: &mut Read, body: BodyId, day: Day) -> Result<Vec<PersonId>> {
    read.each(&MAY_REPLY, args![body, day], |row| row.get("person_id")).await
}

/// A person's name.
///
/// # Errors
/// [`Error::NotFound`] without such a person.
pub async fn name_of(read: &mut Read, person: PersonId) -> Result<String> {
    read.one(&NAME, args![person]).await?.get("name")
}
