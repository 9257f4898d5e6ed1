//! The SQL of motions, votes and decisions.

mod standing;
mod told;

pub use standing::{body_of_item, body_of_motion};
pub(crate) use told::told;

use ::store::{Read, Row, Write, args, sql};
use kernel::{BodyId, Day, DecisionId, Error, Instant, ItemId, MeetingId, MotionId, Result, Word as _};

use crate::model::{Count, Decision, Motion, NewDecision, NewMotion, Recommended, Vote, VoteLine, Voter};

/// How many decisions a page of a body's register holds.
pub const PAGE: i64 = 50;

// A motion is exempt by itself, with its item, or with the paper whose recommendation it puts.
macro_rules! motions {
    ($where:literal, $order:literal) => {
        concat!(
            "select o.id, o.body_id, b.name as body_name, b.slug as body_slug, o.meeting_id, m.day as meeting_day, o.item_id, i.number as item_number,
               i.title as item_title, i.public_title as item_public_title, o.recommendation_id, c.kind as recommendation_kind, o.position, o.words, o.about,
               o.exempt as exempt_itself, coalesce(i.exempt, false) as item_exempt, coalesce(p.exempt, false) as paper_exempt,
               coalesce(g.words, h.words, k.words) as ground_words,
               o.moved_by, v.name as moved_by_name, o.seconded_by, w.name as seconded_by_name, o.version,
               d.id as decision_id, d.outcome, d.how, d.words as decided_words, d.votes_for, d.votes_against, d.abstained, d.casting, d.present, d.explanation,
               d.clause, d.reason, d.taken_on, d.taken_at, d.version as decision_version
             from motion o join body b on b.id = o.body_id left join meeting m on m.id = o.meeting_id left join item i on i.id = o.item_id
             left join recommendation c on c.id = o.recommendation_id left join paper p on p.id = c.paper_id
             left join ground g on g.id = o.ground_id left join ground h on h.id = i.ground_id left join ground k on k.id = p.ground_id
             left join person v on v.id = o.moved_by left join person w on w.id = o.seconded_by left join decision d on d.motion_id = o.id
             where ", $where, " order by ", $order
        )
    };
}
sql!(IS_PUT, "select count(*) as n from item i join motion m on m.meeting_id = i.meeting_id and m.item_id = i.id where i.id = $1 and m.words = $2");
sql!(MOTION, motions!("o.id = $1", "o.id"));
sql!(OF_MEETING, motions!("o.meeting_id = $1", "i.position nulls last, o.position, o.id"));
sql!(OF_BODY, motions!("o.body_id = $1 and d.id is not null", "d.taken_on desc, i.position nulls last, o.position, o.id limit $2 offset $3"));
sql!(BODY_NAME, "select name, slug from body where id = $1");
sql!(COUNT_OF_BODY, "select count(*) as n from decision where body_id = $1");
sql!(
    VOTES_OF_MOTION,
    "select v.motion_id, v.seat_id, s.label, v.person_id, p.name, v.cast_as from vote v join seat s on s.id = v.seat_id left join person p on p.id = v.person_id
     where v.motion_id = $1 order by s.position"
);
sql!(
    VOTES_OF_MEETING,
    "select v.motion_id, v.seat_id, s.label, v.person_id, p.name, v.cast_as from vote v join motion o on o.id = v.motion_id
     join seat s on s.id = v.seat_id left join person p on p.id = v.person_id where o.meeting_id = $1 order by v.motion_id, s.position"
);
// In the room for the item: arrived by its start and not gone by then. Somebody who went at an hour while the meeting is open is gone.
sql!(
    VOTERS,
    "select s.id as seat_id, s.label, s.class, p.id as person_id, p.name, a.capacity from attendance a
     join seat s on s.id = a.seat_id join person p on p.id = a.person_id
     where a.meeting_id = $1 and a.capacity in ('member', 'substitute')
       and exists (select 1 from presence x left join item f on f.id = x.arrived_item_id left join item u on u.id = x.left_item_id
              where x.attendance_id = a.id
                and (f.position is null or f.position <= coalesce((select i.position from item i where i.id = $2), 0))
                and (u.position is null or u.position > coalesce((select i.position from item i where i.id = $2), 0))
                and (x.left_at is null or u.id is not null or (select t.state from meeting t where t.id = $1) = 'closed'))
     order by s.position, p.sort_name"
);
sql!(
    RECOMMENDED,
    "select c.id, p.item_id, p.title, c.kind, c.text, p.exempt as paper_exempt, i.exempt as item_exempt, p.ground_id from recommendation c
     join paper p on p.id = c.paper_id join item i on i.id = p.item_id
     where i.meeting_id = $1 and p.withdrawn_at is null and not exists (select 1 from motion o where o.recommendation_id = c.id)
     order by i.position, p.position, c.position"
);
sql!(
    RECOMMENDATION,
    "select c.text, p.exempt, p.ground_id, p.item_id, (select count(*) from motion o where o.recommendation_id = c.id) as put
     from recommendation c join paper p on p.id = c.paper_id where c.id = $1"
);
sql!(
    PLACE,
    "select i.meeting_id, m.body_id, m.day, b.slug from item i join meeting m on m.id = i.meeting_id join body b on b.id = m.body_id where i.id = $1"
);
sql!(
    INSERT,
    "insert into motion (id, body_id, meeting_id, item_id, recommendation_id, position, words, about, exempt, ground_id, moved_by, seconded_by, version)
     values ($1, $2, $3, $4, $5, (select coalesce(max(o.position), 0) + 1 from motion o where o.body_id = $2 and o.item_id is not distinct from $4),
       $6, $7, $8, $9, $10, $11, 1)"
);
sql!(
    REWORD,
    "update motion set words = $2, about = $3, exempt = $4, ground_id = $5, moved_by = $6, seconded_by = $7, version = version + 1 where id = $1 and version = $8"
);
sql!(DELETE_MOTION, "delete from motion where id = $1 and not exists (select 1 from decision d where d.motion_id = motion.id)");
sql!(DELETE_VOTES, "delete from vote where motion_id = $1");
sql!(INSERT_VOTE, "insert into vote (motion_id, seat_id, person_id, cast_as) values ($1, $2, $3, $4)");
sql!(
    DECIDE,
    "insert into decision (id, motion_id, body_id, meeting_id, item_id, outcome, how, words, votes_for, votes_against, abstained, casting, reason, taken_on, taken_at, version)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 1)"
);
sql!(
    DECIDE_AGAIN,
    "update decision set outcome = $2, how = $3, words = $4, votes_for = $5, votes_against = $6, abstained = $7, casting = $8, reason = $9,
       present = null, explanation = null, clause = null, version = version + 1 where motion_id = $1 and version = $10"
);
sql!(EXPLAIN, "update decision set present = $2, explanation = $3, clause = $4 where motion_id = $1");

fn motion_row(row: &Row) -> Result<Motion> {
    let about: String = row.get("about")?;
    let exempt_itself: bool = row.get("exempt_itself")?;
    let (with_item, with_paper): (bool, bool) = (row.get("item_exempt")?, row.get("paper_exempt")?);
    let decision = match row.get::<Option<DecisionId>>("decision_id")? {
        None => None,
        Some(id) => Some(decision_row(id, row)?),
    };
    Ok(Motion {
        id: row.get("id")?,
        body: row.get("body_id")?,
        body_name: row.get("body_name")?,
        body_slug: row.get("body_slug")?,
        meeting: row.get("meeting_id")?,
        meeting_day: row.get("meeting_day")?,
        item: row.get("item_id")?,
        item_number: row.get("item_number")?,
        item_title: row.get("item_title")?,
        item_public_title: row.get("item_public_title")?,
        recommendation: row.get("recommendation_id")?,
        recommendation_kind: row.get("recommendation_kind")?,
        position: row.get("position")?,
        words: row.get("words")?,
        about: about.split('\n').filter(|class| !class.is_empty()).map(str::to_owned).collect(),
        exempt: exempt_itself || with_item || with_paper,
        exempt_itself,
        ground_words: row.get("ground_words")?,
        moved_by: row.get("moved_by")?,
        moved_by_name: row.get("moved_by_name")?,
        seconded_by: row.get("seconded_by")?,
        seconded_by_name: row.get("seconded_by_name")?,
        decision,
        version: row.get("version")?,
    })
}

fn decision_row(id: DecisionId, row: &Row) -> Result<Decision> {
    let number = |name: &str| -> Result<Option<u32>> { Ok(row.get::<Option<i64>>(name)?.and_then(|n| u32::try_from(n).ok())) };
    let count = match (number("votes_for")?, number("votes_against")?, number("abstained")?) {
        (None, None, None) => None,
        (a, b, c) => Some(Count { in_favour: a.unwrap_or(0), against: b.unwrap_or(0), abstained: c.unwrap_or(0) }),
    };
    Ok(Decision {
        id,
        outcome: row.word("outcome")?,
        how: row.word("how")?,
        words: row.get("decided_words")?,
        count,
        casting: row.word_or_none("casting")?,
        present: row.get("present")?,
        explanation: row.get("explanation")?,
        clause: row.get("clause")?,
        reason: row.get("reason")?,
        taken_on: row.get("taken_on")?,
        taken_at: row.get("taken_at")?,
        version: row.get("decision_version")?,
    })
}

fn vote_row(row: &Row) -> Result<VoteLine> {
    Ok(VoteLine {
        motion: row.get("motion_id")?,
        seat: row.get("seat_id")?,
        seat_label: row.get("label")?,
        person: row.get("person_id")?,
        person_name: row.get("name")?,
        cast: row.word("cast_as")?,
    })
}

/// A motion with its decision.
///
/// # Errors
/// [`Error::NotFound`] without such a motion.
pub async fn motion(read: &mut Read, id: MotionId) -> Result<Motion> {
    motion_row(&read.one(&MOTION, args![id]).await?)
}

/// The motions of a meeting in the order of its agenda, with their decisions.
///
/// # Errors
/// A fault when the database refuses.
pub async fn of_meeting(read: &mut Read, meeting: MeetingId) -> Result<Vec<Motion>> {
    read.each(&OF_MEETING, args![meeting], motion_row).await
}

/// A page of a body's decisions, newest first, and how many there are.
///
/// # Errors
/// A fault when the database refuses.
pub async fn of_body(read: &mut Read, body: BodyId, page: i64) -> Result<(Vec<Motion>, i64)> {
    let count = read.one(&COUNT_OF_BODY, args![body]).await?.get("n")?;
    Ok((read.each(&OF_BODY, args![body, PAGE, PAGE * page], motion_row).await?, count))
}

/// The votes by name on a motion.
///
/// # Errors
/// A fault when the database refuses.
pub async fn votes(read: &mut Read, motion: MotionId) -> Result<Vec<VoteLine>> {
    read.each(&VOTES_OF_MOTION, args![motion], vote_row).await
}

/// The votes by name on all motions of a meeting.
///
/// # Errors
/// A fault when the database refuses.
pub async fn votes_of_meeting(read: &mut Read, meeting: MeetingId) -> Result<Vec<VoteLine>> {
    read.each(&VOTES_OF_MEETING, args![meeting], vote_row).await
}

/// Who is in the room in a seat when an item is taken.
///
/// # Errors
/// A fault when the database refuses.
pub async fn voters(read: &mut Read, meeting: MeetingId, item: Option<ItemId>) -> Result<Vec<Voter>> {
    read.each(&VOTERS, args![meeting, item], |row| {
        Ok(Voter {
            seat: row.get("seat_id")?,
            seat_label: row.get("label")?,
            class: row.get("class")?,
            person: row.get("person_id")?,
            person_name: row.get("name")?,
            capacity: row.get("capacity")?,
        })
    })
    .await
}

/// The recommendations of a meeting's papers that were not put yet.
///
/// # Errors
/// A fault when the database refuses.
pub async fn recommended(read: &mut Read, meeting: MeetingId) -> Result<Vec<Recommended>> {
    read.each(&RECOMMENDED, args![meeting], |row| {
        Ok(Recommended {
            id: row.get("id")?,
            item: row.get("item_id")?,
            paper_title: row.get("title")?,
            kind: row.get("kind")?,
            words: row.get("text")?,
            exempt: row.get::<bool>("paper_exempt")? || row.get::<bool>("item_exempt")?,
            ground: row.get("ground_id")?,
        })
    })
    .await
}

/// The words of a recommendation on an item, and whether it was put already.
///
/// # Errors
/// [`Error::NotFound`] when the item has no such recommendation.
pub async fn recommendation(read: &mut Read, id: uuid::Uuid, item: Option<ItemId>) -> Result<(String, bool)> {
    let row = read.one(&RECOMMENDATION, args![id]).await?;
    let of: Option<ItemId> = row.get("item_id")?;
    if item.is_some() && of != item {
        return Err(Error::NotFound);
    }
    Ok((row.get("text")?, row.get::<i64>("put")? > 0))
}

/// Where an item belongs: its meeting, the body, the day, and the body in addresses.
///
/// # Errors
/// [`Error::NotFound`] without such an item.
pub async fn place(read: &mut Read, item: ItemId) -> Result<(MeetingId, BodyId, Day, String)> {
    let row = read.one(&PLACE, args![item]).await?;
    Ok((row.get("meeting_id")?, row.get("body_id")?, row.get("day")?, row.get("slug")?))
}

/// Writes a motion.
///
/// # Errors
/// A fault when the database refuses.
pub async fn insert(w: &mut Write, id: MotionId, body: BodyId, meeting: Option<MeetingId>, item: Option<ItemId>, new: &NewMotion) -> Result<()> {
    let (words, about) = (new.words.trim(), new.about.join("\n"));
    let arguments = args![id, body, meeting, item, new.recommendation, words, about, new.exempt, new.ground, new.moved_by, new.seconded_by];
    w.run(&INSERT, arguments).await?;
    Ok(())
}

/// Writes a motion anew; answers whether the version was still the one that was opened.
///
/// # Errors
/// A fault when the database refuses.
pub async fn reword(w: &mut Write, id: MotionId, new: &NewMotion, version: i64) -> Result<bool> {
    let (words, about) = (new.words.trim(), new.about.join("\n"));
    Ok(w.run(&REWORD, args![id, words, about, new.exempt, new.ground, new.moved_by, new.seconded_by, version]).await? > 0)
}

/// Removes a motion that was never decided; answers whether there was one.
///
/// # Errors
/// A fault when the database refuses.
pub async fn delete_motion(w: &mut Write, id: MotionId) -> Result<bool> {
    Ok(w.run(&DELETE_MOTION, args![id]).await? > 0)
}

/// Writes a decision with its votes, or replaces the one of this version; answers its id, or none when the version was not the
/// one that was opened.
///
/// # Errors
/// A fault when the database refuses.
pub async fn decide(w: &mut Write, motion: &Motion, new: &NewDecision, taken_on: Day, taken_at: Option<Instant>) -> Result<Option<DecisionId>> {
    let count = if new.votes.is_empty() { new.count } else { Some(Count::of(&new.votes)) };
    let (a, b, c) = (count.map(|n| i64::from(n.in_favour)), count.map(|n| i64::from(n.against)), count.map(|n| i64::from(n.abstained)));
    let words = if new.words.trim().is_empty() { motion.words.as_str() } else { new.words.trim() };
    let (outcome, how, casting) = (new.outcome.word(), new.how.word(), new.casting.map(|cast| cast.word()));
    let reason = new.reason.as_deref().map(str::trim).filter(|reason| !reason.is_empty());
    let id = match &motion.decision {
        None => {
            let id: DecisionId = w.id();
            let arguments =
                args![id, motion.id, motion.body, motion.meeting, motion.item, outcome, how, words, a, b, c, casting, reason, taken_on, taken_at];
            w.run(&DECIDE, arguments).await?;
            id
        }
        Some(decision) => {
            if w.run(&DECIDE_AGAIN, args![motion.id, outcome, how, words, a, b, c, casting, reason, new.version]).await? == 0 {
                return Ok(None);
            }
            w.run(&DELETE_VOTES, args![motion.id]).await?;
            decision.id
        }
    };
    let votes = new.votes.iter().map(|Vote { seat, person, cast }| args![motion.id, *seat, *person, cast.word()]).collect();
    w.run_each(&INSERT_VOTE, votes).await?;
    Ok(Some(id))
}

/// Writes the terms' explanation beside a decision.
///
/// # Errors
/// A fault when the database refuses.
pub async fn explain(w: &mut Write, motion: MotionId, present: Option<u32>, sentence: &str, clause: Option<&str>) -> Result<()> {
    w.run(&EXPLAIN, args![motion, present.map(i64::from), sentence, clause]).await?;
    Ok(())
}

/// Whether these words were put on an item already.
///
/// # Errors
/// A fault when the database refuses.
pub async fn is_put(read: &mut Read, item: ItemId, words: &str) -> Result<bool> {
    Ok(read.one(&IS_PUT, args![item, words.trim()]).await?.get::<i64>("n")? > 0)
}

/// A body's name and its slug.
///
/// # Errors
/// [`Error::NotFound`] without such a body.
pub async fn body_name(read: &mut Read, body: BodyId) -> Result<(String, String)> {
    let row = read.one(&BODY_NAME, args![body]).await?;
    Ok((row.get("name")?, row.get("slug")?))
}
