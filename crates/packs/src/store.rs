//! The SQL of files made from the record.

use ::store::{Read, args, sql};
use access::House;
use kernel::{BodyId, MeetingId, PaperId, PersonId, Result};
use matters::model::{Paper, Written};
use uuid::Uuid;

use crate::reading::Note;

sql!(BODY_OF_MEETING, "select body_id from meeting where id = $1");

/// The body that a meeting is of.
///
/// # Errors
/// [`kernel::Error::NotFound`] without such a meeting.
pub(crate) async fn body_of_meeting(read: &mut Read, meeting: MeetingId) -> Result<BodyId> {
    read.one(&BODY_OF_MEETING, args![meeting]).await?.get("body_id")
}

sql!(PLACE, "select place from reading_place where person_id = $1 and meeting_id = $2");
sql!(
    KEEP_PLACE,
    "insert into reading_place (id, person_id, meeting_id, place, at) values ($5, $1, $2, $3, $4)
     on conflict (person_id, meeting_id) do update set place = excluded.place, at = excluded.at"
);
sql!(NOTES, "select id, part, anchor, excerpt, words, made_at from reading_note where person_id = $1 and meeting_id = $2 order by made_at, id");
sql!(
    KEEP_NOTE,
    "insert into reading_note (id, person_id, meeting_id, part, anchor, excerpt, words, made_at) values ($1, $2, $3, $4, $5, $6, $7, $8)"
);
sql!(CHANGE_NOTE, "update reading_note set words = $4 where id = $1 and person_id = $2 and meeting_id = $3");
sql!(DROP_NOTE, "delete from reading_note where id = $1 and person_id = $2 and meeting_id = $3");

/// The text of a paper, where it is written here; else what is said of what it is about.
pub(crate) fn text_among(texts: &[(PaperId, Written)], paper: &Paper) -> Written {
    let written = texts.iter().find(|(of, _)| *of == paper.id).map(|(_, written)| written.clone());
    written.unwrap_or_else(|| Written { text: paper.summary.clone().unwrap_or_default(), ..Written::default() })
}

/// Where a reader was in a meeting's pack.
///
/// # Errors
/// A fault when the database refuses.
pub(crate) async fn place(read: &mut Read, person: PersonId, meeting: MeetingId) -> Result<Option<String>> {
    read.maybe(&PLACE, args![person, meeting]).await?.map(|row| row.get("place")).transpose()
}

/// What a reader marked and noted in a meeting's pack. The caller is that reader: nobody else's page asks.
///
/// # Errors
/// A fault when the database refuses.
pub(crate) async fn notes(read: &mut Read, person: PersonId, meeting: MeetingId) -> Result<Vec<Note>> {
    read.each(&NOTES, args![person, meeting], |row| {
        Ok(Note {
            id: row.get("id")?,
            part: row.get("part")?,
            anchor: row.get("anchor")?,
            excerpt: row.get("excerpt")?,
            words: row.get("words")?,
            at: row.get("made_at")?,
        })
    })
    .await
}

/// Keeps where a reader is. No entry of the history tells what somebody reads.
///
/// # Errors
/// A fault when the database refuses.
pub(crate) async fn keep_place(house: &House, person: PersonId, meeting: MeetingId, place: &str) -> Result<()> {
    let mut keep = house.store.housekeep().await?;
    keep.run(&KEEP_PLACE, args![person, meeting, place, house.now(), house.store.chance().uuid(house.now())]).await?;
    keep.keep().await
}

/// Keeps a note, a change of one, or that it is gone. It is the reader's own, so that no entry of the history holds it.
///
/// # Errors
/// A fault when the database refuses.
pub(crate) async fn keep_note(house: &House, person: PersonId, meeting: MeetingId, note: &Note) -> Result<()> {
    let mut keep = house.store.housekeep().await?;
    if keep.run(&CHANGE_NOTE, args![note.id, person, meeting, note.words]).await? == 0 {
        keep.run(&KEEP_NOTE, args![note.id, person, meeting, note.part, note.anchor, note.excerpt, note.words, note.at]).await?;
    }
    keep.keep().await
}

/// Takes a note away.
///
/// # Errors
/// A fault when the database refuses.
pub(crate) async fn drop_note(house: &House, person: PersonId, meeting: MeetingId, id: Uuid) -> Result<()> {
    let mut keep = house.store.housekeep().await?;
    keep.run(&DROP_NOTE, args![id, person, meeting]).await?;
    keep.keep().await
}
