//! The SQL of the draft that a body is writing, and of what became of a version that was put to a meeting.

use ::store::{Read, Row, Write, args, sql};
use charter::Charter;
use kernel::{BodyId, CharterId, Day, DecisionId, Error, Instant, MotionId, Result};

use crate::model::{Draft, Proposed, Version};
use crate::store::{charter_of, follows};

sql!(
    DRAFT,
    "select d.text, d.from_number, d.changed_at, d.changed_by, d.version, p.name as changed_by_name
     from charter_draft d left join person p on p.id = d.changed_by where d.body_id = $1"
);
sql!(BEGIN, "insert into charter_draft (body_id, text, from_number, changed_at, changed_by, version) values ($1, $2, $3, $4, $5, 1)");
sql!(SAVE, "update charter_draft set text = $2, changed_at = $3, changed_by = $4, version = version + 1 where body_id = $1 and version = $5");
sql!(END, "delete from charter_draft where body_id = $1 and version = $2");
// The terms that a text follows: each body's version in force before its others.
sql!(
    FOLLOWED,
    "select b.name as body_name, v.text from body o join body b on b.partnership_id = o.partnership_id join charter_version v on v.body_id = b.id
     where o.id = $1 and replace($2, '|' || lower(b.name) || '|', '') <> $2 and v.state <> 'withdrawn'
     order by case when v.state in ('adopted', 'adoption-not-recorded') and (coalesce(v.starts_on, v.dated) is null or coalesce(v.starts_on, v.dated) <= $3)
       and (v.superseded_on is null or v.superseded_on > $3) then 0 else 1 end, v.number desc"
);
// Where a version was put, and what became of it. An item that was taken off is none.
macro_rules! proposed {
    ($where:literal) => {
        concat!(
            "select v.number as charter_number, o.id as motion_id, o.item_id, i.number as item_number, o.meeting_id, m.day, m.state as meeting_state, b.name as body_name, b.slug as body_slug,
               d.id as decision_id, d.outcome, d.taken_on, d.words, d.explanation, d.clause
             from charter_version v join motion o on o.id = v.motion_id join body b on b.id = o.body_id left join item i on i.id = o.item_id
             left join meeting m on m.id = o.meeting_id left join decision d on d.motion_id = o.id
             where ", $where, " and coalesce(i.state, 'accepted') not in ('withdrawn', 'returned') and coalesce(m.state, 'planned') <> 'cancelled'"
        )
    };
}
sql!(PROPOSED, proposed!("v.id = $1"));
sql!(WAITING, proposed!("v.body_id = $1 and v.state = 'draft' and v.proposed_at is not null and d.id is null"));
sql!(
    OF_MOTION,
    "select v.number, b.slug from charter_version v join body b on b.id = v.body_id where v.motion_id = $1 and v.proposed_at is not null"
);
sql!(PROPOSE, "update charter_version set motion_id = $2, proposed_at = $3, version = version + 1 where id = $1 and state = 'draft'");
sql!(ADOPTED_BY, "select number from charter_version where decision_id = $1 and state = 'adopted' order by number");

fn draft_row(row: &Row) -> Result<Draft> {
    Ok(Draft {
        text: row.get("text")?,
        from: row.get("from_number")?,
        changed_at: row.get("changed_at")?,
        changed_by: row.get("changed_by")?,
        changed_by_name: row.get("changed_by_name")?,
        version: row.get("version")?,
    })
}

/// The draft that a body is writing, if it is.
///
/// # Errors
/// A fault when the database refuses.
pub async fn draft(read: &mut Read, body: BodyId) -> Result<Option<Draft>> {
    read.maybe(&DRAFT, args![body]).await?.as_ref().map(draft_row).transpose()
}

/// Begins a draft; there is none.
///
/// # Errors
/// A fault when the database refuses.
pub async fn begin_draft(w: &mut Write, body: BodyId, text: &str, from: Option<i64>) -> Result<()> {
    let (now, person) = (w.now(), w.person());
    w.run(&BEGIN, args![body, text, from, now, person]).await?;
    Ok(())
}

/// Writes the draft anew; answers whether the version was still the one that was read.
pub(crate) async fn save_draft(w: &mut Write, body: BodyId, text: &str, version: i64) -> Result<bool> {
    let (now, person) = (w.now(), w.person());
    Ok(w.run(&SAVE, args![body, text, now, person, version]).await? == 1)
}

/// The draft is none any more: it was laid, or set aside. Answers whether the version was still the one that was read.
///
/// # Errors
/// A fault when the database refuses.
pub async fn end_draft(w: &mut Write, body: BodyId, version: i64) -> Result<bool> {
    Ok(w.run(&END, args![body, version]).await? == 1)
}

/// A text as read, with what it takes over from the terms of other bodies of its partnership, as those stand on a day.
///
/// # Errors
/// A fault when the database refuses.
pub async fn taking_over(read: &mut Read, body: BodyId, charter: &Charter, day: Day) -> Result<Charter> {
    let names: Vec<String> = charter.follows().into_iter().map(str::to_lowercase).collect();
    let mut whole = charter.clone();
    if names.is_empty() {
        return Ok(whole);
    }
    let rows = read.all(&FOLLOWED, args![body, follows(charter), day]).await?;
    for name in names {
        for row in &rows {
            if row.get::<String>("body_name")?.to_lowercase() == name {
                whole = whole.taking_over(&charter_of(&row.get::<String>("text")?));
                break;
            }
        }
    }
    Ok(whole)
}

fn proposed_row(row: &Row) -> Result<Proposed> {
    Ok(Proposed {
        number: row.get("charter_number")?,
        motion: row.get("motion_id")?,
        item: row.get("item_id")?,
        item_number: row.get("item_number")?,
        meeting: row.get("meeting_id")?,
        day: row.get("day")?,
        meeting_state: row.get("meeting_state")?,
        body_name: row.get("body_name")?,
        body_slug: row.get("body_slug")?,
        decision: row.get("decision_id")?,
        outcome: row.get("outcome")?,
        taken_on: row.get("taken_on")?,
        words: row.get("words")?,
        explanation: row.get("explanation")?,
        clause: row.get("clause")?,
    })
}

/// Where a version was put to a meeting, and what became of it there; none where it was never put, or was taken off again.
///
/// # Errors
/// A fault when the database refuses.
pub async fn proposed(read: &mut Read, version: &Version) -> Result<Option<Proposed>> {
    if version.motion.is_none() {
        return Ok(None);
    }
    read.maybe(&PROPOSED, args![version.id]).await?.as_ref().map(proposed_row).transpose()
}

/// The version of a body's terms that waits for a decision of a meeting, if one does.
///
/// # Errors
/// A fault when the database refuses.
pub async fn waiting(read: &mut Read, body: BodyId) -> Result<Option<Proposed>> {
    read.each(&WAITING, args![body], proposed_row).await.map(|all| all.into_iter().next())
}

/// The version that a motion would adopt, by its number, and its body's address.
///
/// # Errors
/// A fault when the database refuses.
pub async fn of_motion(read: &mut Read, motion: MotionId) -> Result<Option<(i64, String)>> {
    let row = read.maybe(&OF_MOTION, args![motion]).await?;
    row.map(|row| Ok((row.get("number")?, row.get("slug")?))).transpose()
}

/// Notes under which motion a version stands before a meeting. Without a moment the version is what the meeting changed, not what
/// it was shown.
///
/// # Errors
/// A fault when it is no draft.
pub async fn propose(w: &mut Write, version: CharterId, motion: MotionId, at: Option<Instant>) -> Result<()> {
    if w.run(&PROPOSE, args![version, motion, at]).await? == 1 { Ok(()) } else { Err(Error::fault("a version that is no draft was proposed")) }
}

/// The numbers of the versions that were adopted by a decision.
///
/// # Errors
/// A fault when the database refuses.
pub async fn adopted_by(read: &mut Read, decision: DecisionId) -> Result<Vec<i64>> {
    read.each(&ADOPTED_BY, args![decision], |row| row.get("number")).await
}
