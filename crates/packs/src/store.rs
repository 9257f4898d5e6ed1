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

sql!(
    EXPECTED,
    "select coalesce(s.label, '') as seat, o.name as organisation, p.name, p.on_paper, i.answer, coalesce(q.name, i.substitute_name) as substitute,
       coalesce(q.on_paper, false) as substitute_on_paper, p.sort_name
     from invitation i join person p on p.id = i.person_id left join seat s on s.id = i.seat_id left join organisation o on o.id = s.organisation_id
     left join person q on q.id = i.substitute_id where i.meeting_id = $1 and i.seat_id is not null
     order by p.sort_name, i.id"
);
sql!(
    READERS_ON_PAPER,
    "select p.name from distribution d join meeting m on m.body_id = d.body_id join person p on p.id = d.person_id
     where m.id = $1 and p.on_paper and not exists (select 1 from invitation i where i.meeting_id = m.id and i.person_id = p.id) order by p.sort_name"
);

/// Somebody who is expected at a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Expected {
    /// Who comes: the member, or the substitute of whom they told.
    pub name: String,
    /// In whose place.
    pub in_place_of: Option<String>,
    /// In which seat.
    pub seat: String,
    /// Of which organisation.
    pub organisation: Option<String>,
    /// Their papers are printed.
    pub on_paper: bool,
}

/// Who is expected at a meeting: whoever was invited to a seat and did not send apologies, or the substitute they named.
///
/// # Errors
/// A fault when the database refuses.
pub(crate) async fn expected(read: &mut Read, meeting: MeetingId) -> Result<Vec<Expected>> {
    let mut expected = Vec::new();
    for row in read.all(&EXPECTED, args![meeting]).await? {
        let (name, answer): (String, Option<String>) = (row.get("name")?, row.get("answer")?);
        let substitute: Option<String> = row.get("substitute")?;
        let (name, in_place_of, on_paper) = match (answer.as_deref(), substitute) {
            (Some("apologies"), _) | (Some("substitute"), None) => continue,
            (Some("substitute"), Some(substitute)) => (substitute, Some(name), row.get("substitute_on_paper")?),
            _ => (name, None, row.get("on_paper")?),
        };
        expected.push(Expected { name, in_place_of, seat: row.get("seat")?, organisation: row.get("organisation")?, on_paper });
    }
    Ok(expected)
}

/// For whom the papers of a meeting are printed: those expected, and readers on the body's list, who asked for it.
///
/// # Errors
/// A fault when the database refuses.
pub(crate) async fn on_paper(read: &mut Read, meeting: MeetingId) -> Result<Vec<String>> {
    let mut names: Vec<String> = expected(read, meeting).await?.into_iter().filter(|who| who.on_paper).map(|who| who.name).collect();
    names.extend(read.each(&READERS_ON_PAPER, args![meeting], |row| row.get::<String>("name")).await?);
    Ok(names)
}
