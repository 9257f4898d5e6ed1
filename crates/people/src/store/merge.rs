//! One person who was recorded twice: everything that points to the one record is made to point to the other, and back.
//!
//! The audit chain is not touched: its entries name who acted as it was known then, and the record they name stays, with a sign
//! to the other.

use std::collections::BTreeMap;

use ::store::{Read, Statement, Write, args, sql};
use kernel::{Day, Instant, PersonId, Result};
use uuid::Uuid;

use crate::model::{Merge, Weight};

/// A column that names a person, in a table whose rows are told apart by one id for our purpose.
struct Pointer {
    /// `appointment.person_id`.
    name: &'static str,
    /// Makes it point from `$2` to `$1`; answers which rows.
    there: &'static Statement,
    /// Makes the row `$3` point from `$1` back to `$2`.
    back: &'static Statement,
}

macro_rules! pointers {
    ($($table:literal, $column:literal, $key:literal $(, unless $collision:literal)?;)*) => {
        /// Every column that names a person. Where a row of the same kind is there for both (both are on one distribution list), the
        /// other record's row stays with it.
        static POINTERS: &[Pointer] = &[$({
            sql!(THERE, concat!("update ", $table, " set ", $column, " = $1 where ", $column, " = $2", $(" and not exists (", $collision, ")",)? " returning ", $key, " as id"));
            sql!(BACK, concat!("update ", $table, " set ", $column, " = $2 where ", $column, " = $1 and ", $key, " = $3"));
            Pointer { name: concat!($table, ".", $column), there: &THERE, back: &BACK }
        }),*];
    };
}

pointers! {
    "person", "merged_into", "id";
    "person_address", "person_id", "id", unless "select 1 from person_address x where x.person_id = $1 and x.address = person_address.address";
    "assistant", "person_id", "id";
    "assistant", "assistant_id", "id";
    "account", "person_id", "id", unless "select 1 from account x where x.person_id = $1";
    "session", "person_id", "id";
    "token", "person_id", "id";
    "appointment", "person_id", "id";
    "office", "person_id", "id";
    "distribution", "person_id", "id", unless "select 1 from distribution x where x.person_id = $1 and x.body_id = distribution.body_id and x.starts_on = distribution.starts_on";
    "letter", "person_id", "id";
    "file", "uploaded_by", "id";
    "registered_interest", "person_id", "id";
    "declaration", "person_id", "id";
    "ruling", "asked_by", "id";
    "ruling", "ruled_by", "id";
    "ruling", "about_id", "id";
    "action_owner", "person_id", "action_id", unless "select 1 from action_owner x where x.person_id = $1 and x.action_id = action_owner.action_id";
    "action_report", "person_id", "id";
    "motion", "moved_by", "id";
    "motion", "seconded_by", "id";
    "vote", "person_id", "motion_id", unless "select 1 from vote x where x.person_id = $1 and x.motion_id = vote.motion_id";
    "item", "requested_by", "id";
    "invitation", "person_id", "id", unless "select 1 from invitation x where x.person_id = $1 and x.meeting_id = invitation.meeting_id";
    "invitation", "substitute_id", "id";
    "invitation", "answered_by", "id";
    "attendance", "person_id", "id", unless "select 1 from attendance x where x.person_id = $1 and x.meeting_id = attendance.meeting_id";
    "attendance", "in_place_of", "id";
    "presiding", "person_id", "id";
    "minutes", "cleared_by", "id";
    "letter_choice", "person_id", "id", unless "select 1 from letter_choice x where x.person_id = $1 and x.class = letter_choice.class";
    "chaser", "person_id", "id", unless "select 1 from chaser x where x.person_id = $1 and x.kind = chaser.kind and x.about_id = chaser.about_id and x.deadline = chaser.deadline";
    "chaser", "by_id", "id";
    "sub_group_report", "person_id", "id";
    "key_messages", "written_by", "meeting_id";
    "action_answer", "person_id", "id";
    "action_answer", "settled_by", "id";
    "organisation_contact", "person_id", "organisation_id";
    "nominee_round", "asked_by", "id";
    "nominee_check", "person_id", "id";
    "nominee_check", "answered_by", "id";
    "nominee_check", "settled_by", "id";
    "noted_fact", "noted_by", "id";
    "proposal", "person_id", "id";
    "proposal", "settled_by", "id";
    "charter_draft", "changed_by", "body_id";
    "reading_place", "person_id", "id", unless "select 1 from reading_place x where x.person_id = $1 and x.meeting_id = reading_place.meeting_id";
    "reading_note", "person_id", "id";
    "minutes_reply", "person_id", "minutes_id", unless "select 1 from minutes_reply x where x.person_id = $1 and x.minutes_id = minutes_reply.minutes_id";
}

/// The columns that a merge makes point elsewhere, as `table.column`.
pub fn pointers() -> impl Iterator<Item = &'static str> {
    POINTERS.iter().map(|pointer| pointer.name)
}

/// Which rows were made to point elsewhere, by column.
pub(crate) type Moved = BTreeMap<String, Vec<Uuid>>;

/// Makes everything that names one record name another.
pub(crate) async fn move_all(w: &mut Write, kept: PersonId, other: PersonId) -> Result<Moved> {
    let mut moved = Moved::new();
    for pointer in POINTERS {
        let rows = w.each(pointer.there, args![kept, other], |row| row.get("id")).await?;
        if !rows.is_empty() {
            moved.insert(pointer.name.to_owned(), rows);
        }
    }
    Ok(moved)
}

/// Makes what was made to point elsewhere point back. A row that is gone since then stays gone.
pub(crate) async fn move_back(w: &mut Write, kept: PersonId, other: PersonId, moved: &Moved) -> Result<()> {
    for pointer in POINTERS {
        for row in moved.get(pointer.name).into_iter().flatten() {
            w.run(pointer.back, args![kept, other, *row]).await?;
        }
    }
    Ok(())
}

sql!(SIGN, "update person set merged_into = $2, version = version + 1 where id = $1");
sql!(MERGED_INTO, "select merged_into from person where id = $1");
sql!(INSERT_MERGE, "insert into person_merge (id, kept_id, other_id, merged_at, moved_json) values ($1, $2, $3, $4, $5)");
sql!(
    MERGES,
    "select m.id, m.other_id, m.merged_at, m.moved_json, p.name from person_merge m join person p on p.id = m.other_id
     where m.kept_id = $1 and m.undone_at is null order by m.merged_at desc, m.id"
);
sql!(UNDONE, "update person_merge set undone_at = $2 where id = $1 and undone_at is null");
sql!(
    STANDING,
    "select exists (select 1 from person p where p.id in ($1, $2) and p.merged_into is not null) as merged,
       (select count(*) from account a where a.person_id in ($1, $2) and a.closed_at is null) as accounts,
       exists (select 1 from account a where a.person_id in ($1, $2) and a.closed_at is null and (a.administrator or a.auditor)) as privileged,
       exists (select 1 from assistant t where (t.person_id = $1 and t.assistant_id = $2) or (t.person_id = $2 and t.assistant_id = $1)) as assists"
);
sql!(
    MET,
    "select b.name, m.day from attendance x join attendance y on y.meeting_id = x.meeting_id join meeting m on m.id = x.meeting_id join body b on b.id = m.body_id
     where x.person_id = $1 and y.person_id = $2 order by m.day desc limit 1"
);
sql!(
    ANSWERED_BOTH,
    "select b.name, m.day from invitation x join invitation y on y.meeting_id = x.meeting_id join meeting m on m.id = x.meeting_id join body b on b.id = m.body_id
     where x.person_id = $1 and y.person_id = $2 and y.answer is not null and m.state in ('planned', 'called', 'open') order by m.day limit 1"
);
sql!(
    WEIGHT,
    "select (select count(*) from appointment a where a.person_id = $1) as seats, (select count(*) from office o where o.person_id = $1) as offices,
       (select count(*) from attendance t where t.person_id = $1) as meetings, (select count(*) from declaration d where d.person_id = $1) as declarations,
       (select count(*) from action_owner w where w.person_id = $1) as actions, (select count(*) from letter l where l.person_id = $1) as letters,
       exists (select 1 from account c where c.person_id = $1 and c.closed_at is null) as account"
);

/// Puts up the sign from one record to another, or takes it down.
pub(crate) async fn sign(w: &mut Write, other: PersonId, kept: Option<PersonId>) -> Result<()> {
    w.run(&SIGN, args![other, kept]).await.map(drop)
}

/// The record that stands for this one, where it was merged.
///
/// # Errors
/// [`kernel::Error::NotFound`] without such a person.
pub async fn merged_into(read: &mut Read, person: PersonId) -> Result<Option<PersonId>> {
    read.one(&MERGED_INTO, args![person]).await?.get("merged_into")
}

pub(crate) async fn insert(w: &mut Write, id: Uuid, kept: PersonId, other: PersonId, moved: &Moved) -> Result<()> {
    let (now, moved) = (w.now(), serde_json::to_string(moved).map_err(kernel::Error::fault)?);
    w.run(&INSERT_MERGE, args![id, kept, other, now, moved]).await.map(drop)
}

/// The records that were merged into this one, the last first.
///
/// # Errors
/// A fault when the database refuses.
pub async fn merges(read: &mut Read, kept: PersonId) -> Result<Vec<Merge>> {
    read.each(&MERGES, args![kept], |row| {
        let at: Instant = row.get("merged_at")?;
        Ok(Merge { id: row.get("id")?, other: row.get("other_id")?, name: row.get("name")?, at })
    })
    .await
}

/// What one merge moved.
pub(crate) async fn moved_by(read: &mut Read, kept: PersonId, merge: Uuid) -> Result<Option<(PersonId, Moved)>> {
    for row in read.all(&MERGES, args![kept]).await? {
        if row.get::<Uuid>("id")? == merge {
            let moved: String = row.get("moved_json")?;
            return Ok(Some((row.get("other_id")?, serde_json::from_str(&moved).map_err(kernel::Error::fault)?)));
        }
    }
    Ok(None)
}

pub(crate) async fn mark_undone(w: &mut Write, merge: Uuid) -> Result<()> {
    let now = w.now();
    w.run(&UNDONE, args![merge, now]).await.map(drop)
}

/// What two records say of whether they can be one person's.
pub(crate) async fn standing(read: &mut Read, kept: PersonId, other: PersonId) -> Result<crate::rules::TwoRecords> {
    let row = read.one(&STANDING, args![kept, other]).await?;
    let (accounts, privileged, assists): (i64, bool, bool) = (row.get("accounts")?, row.get("privileged")?, row.get("assists")?);
    let meeting = |row: ::store::Row| -> Result<(String, Day)> { Ok((row.get("name")?, row.get("day")?)) };
    Ok(crate::rules::TwoRecords {
        same: kept == other,
        merged: row.get("merged")?,
        accounts,
        privileged,
        assists,
        met: read.maybe(&MET, args![kept, other]).await?.map(meeting).transpose()?,
        answered: read.maybe(&ANSWERED_BOTH, args![kept, other]).await?.map(meeting).transpose()?,
    })
}

/// How much hangs on a record.
///
/// # Errors
/// A fault when the database refuses.
pub async fn weight(read: &mut Read, person: PersonId) -> Result<Weight> {
    let row = read.one(&WEIGHT, args![person]).await?;
    Ok(Weight {
        seats: row.get("seats")?,
        offices: row.get("offices")?,
        meetings: row.get("meetings")?,
        declarations: row.get("declarations")?,
        actions: row.get("actions")?,
        letters: row.get("letters")?,
        account: row.get("account")?,
    })
}
