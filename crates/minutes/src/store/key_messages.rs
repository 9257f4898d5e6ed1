//! The note of key messages of a meeting.

use ::store::{Read, Write, args, sql};
use kernel::{MeetingId, Result};

use crate::key_messages::Note;

sql!(ONE, "select words, sent_at, sent_to, version from key_messages where meeting_id = $1");
sql!(
    FIRST,
    "insert into key_messages (meeting_id, words, written_at, written_by, version) values ($1, $2, $3, $4, 1) on conflict (meeting_id) do nothing"
);
sql!(
    CHANGE,
    "update key_messages set words = $2, written_at = $3, written_by = $4, version = version + 1 where meeting_id = $1 and version = $5 and sent_at is null"
);
sql!(MARK_SENT, "update key_messages set sent_at = $2, sent_to = $3 where meeting_id = $1 and sent_at is null");

/// The note, once it was kept.
pub(crate) async fn key_messages(read: &mut Read, meeting: MeetingId) -> Result<Option<Note>> {
    let row = read.maybe(&ONE, args![meeting]).await?;
    row.map(|row| Ok(Note { words: row.get("words")?, sent_at: row.get("sent_at")?, sent_to: row.get("sent_to")?, version: row.get("version")? }))
        .transpose()
}

/// Keeps it on top of the version that was seen; `false` when another came meanwhile.
pub(crate) async fn keep_key_messages(w: &mut Write, meeting: MeetingId, version: i64, words: &str) -> Result<bool> {
    let (now, by) = (w.now(), w.person());
    let kept = if version == 0 {
        w.run(&FIRST, args![meeting, words, now, by]).await?
    } else {
        w.run(&CHANGE, args![meeting, words, now, by, version]).await?
    };
    Ok(kept == 1)
}

pub(crate) async fn mark_key_messages_sent(w: &mut Write, meeting: MeetingId, letters: usize) -> Result<()> {
    let (now, letters) = (w.now(), i64::try_from(letters).unwrap_or(i64::MAX));
    w.run(&MARK_SENT, args![meeting, now, letters]).await.map(drop)
}
