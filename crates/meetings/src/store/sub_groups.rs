//! What sub-groups were asked to report, and what they answered.

use ::store::{Read, Row, Write, args, sql};
use kernel::{BodyId, MeetingId, Result, Word as _};
use uuid::Uuid;

use super::overtaken;
use crate::model::{SubGroupAnswer, SubGroupReport};

sql!(
    ASK,
    "insert into sub_group_report (id, item_id, body_id, asked_at, version)
     select $1, i.id, $3, $4, 1 from item i
     where i.id = (select x.id from item x where x.meeting_id = $2 and x.kind = 'sub-groups' and x.state = 'accepted' and (x.about_body_id is null or x.about_body_id = $3)
                   order by case when x.about_body_id is null then 1 else 0 end, x.position limit 1)
     on conflict (item_id, body_id) do nothing"
);
sql!(ASKED, "select r.id from item i join sub_group_report r on r.item_id = i.id where i.meeting_id = $1 and r.body_id = $2 limit 1");
sql!(
    ONE,
    "select r.*, i.meeting_id, b.name as body_name from sub_group_report r join item i on i.id = r.item_id join body b on b.id = r.body_id where r.id = $1"
);
sql!(
    ANSWER,
    "update sub_group_report set answer = $3, words = $4, person_id = $5, answered_at = $6, version = version + 1 where id = $1 and version = $2"
);

fn report(row: &Row) -> Result<SubGroupReport> {
    Ok(SubGroupReport {
        id: row.get("id")?,
        meeting: row.get("meeting_id")?,
        item: row.get("item_id")?,
        body: row.get("body_id")?,
        body_name: row.get("body_name")?,
        answer: row.word_or_none("answer")?,
        words: row.get("words")?,
        version: row.get("version")?,
    })
}

/// Makes a place for what a sub-group reports to a meeting, and answers which; none where the meeting has no item for it.
///
/// # Errors
/// A fault when the database refuses.
pub async fn ask_sub_group(w: &mut Write, meeting: MeetingId, group: BodyId) -> Result<Option<Uuid>> {
    let (id, now) = (w.id::<Uuid>(), w.now());
    w.run(&ASK, args![id, meeting, group, now]).await?;
    w.maybe(&ASKED, args![meeting, group]).await?.map(|row| row.get("id")).transpose()
}

/// What a sub-group was asked for.
///
/// # Errors
/// [`kernel::Error::NotFound`] when it was not.
pub async fn sub_group_report(read: &mut Read, id: Uuid) -> Result<SubGroupReport> {
    report(&read.one(&ONE, args![id]).await?)
}

/// Writes an answer on top of the version that was seen.
///
/// # Errors
/// A conflict when another came meanwhile.
pub(crate) async fn answer_report(w: &mut Write, before: &SubGroupReport, version: i64, answer: SubGroupAnswer, words: Option<&str>) -> Result<()> {
    let (by, now) = (w.person(), w.now());
    if w.run(&ANSWER, args![before.id, version, answer.word(), words, by, now]).await? == 0 {
        return Err(overtaken(before.answer.map_or("", SubGroupAnswer::word), answer.word(), before.version));
    }
    Ok(())
}
