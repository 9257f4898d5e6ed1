//! Items, their order, their notes, and agendas as they went out.

use ::store::{Read, Row, Write, args, sql};
use kernel::{Day, Findings, Instant, ItemId, MeetingId, PersonId, Result, RulingId, Word as _};
use uuid::Uuid;

use super::overtaken;
use crate::model::{AgendaVersion, FrozenAgenda, Item, ItemPaper, ItemState, NewItem, Purpose, Ruling, SubGroupAnswer};

sql!(
    ITEMS,
    "select i.*, q.name as requester, g.words as ground, ab.name as about_body_name,
       p.id as paper_id, p.title as paper_title, p.author as paper_author, p.to_follow as paper_to_follow, p.exempt as paper_exempt,
       p.public_title as paper_public_title, p.first_page as paper_first_page, p.page_count as paper_page_count,
       (select max(f.number) from paper_file f where f.paper_id = p.id) as paper_file_number
     from item i left join person q on q.id = i.requested_by left join ground g on g.id = i.ground_id left join body ab on ab.id = i.about_body_id
     left join paper p on p.item_id = i.id and p.withdrawn_at is null
     where i.meeting_id = $1 and ($2 is null or i.id = $2) order by i.position, i.id, p.position, p.id"
);
sql!(LAST_POSITION, "select coalesce(max(position), 0) as n from item where meeting_id = $1");
sql!(OTHER_BUSINESS, "select min(position) as n from item where meeting_id = $1 and kind in ('next-meetings', 'any-other-business') and standing");
sql!(MAKE_ROOM, "update item set position = position + 1 where meeting_id = $1 and position >= $2");
sql!(
    INSERT_ITEM,
    "insert into item (id, meeting_id, position, number, title, kind, purpose, presenter, state, standing, notified_on, requested_by, requested_at,
       request_words, late, exempt, about_body_id, notes, notes_version, version)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, false, $16, '', 0, 1)"
);
sql!(
    CHANGE_ITEM,
    "update item set title = $3, purpose = $4, presenter = $5, exempt = $6, ground_id = $7, exempt_reason = $8, public_title = $9, version = version + 1
     where id = $1 and version = $2"
);
sql!(PLACE_ITEM, "update item set position = $2 where id = $1");
sql!(SET_ITEM_STATE, "update item set state = $2, returned_reason = $3, late = $4, late_reason = $5, version = version + 1 where id = $1");
sql!(
    NUMBER_ITEMS,
    "update item set number = cast((select count(*) from item o where o.meeting_id = $1 and o.state = 'accepted'
       and (o.position, o.id) <= (item.position, item.id)) as text)
     where meeting_id = $1 and state = 'accepted'"
);
sql!(PAGE_PAPER, "update paper set first_page = $2, page_count = $3 where id = $1");
// A paper goes out with the file that it has then. One without an item goes with the meeting.
sql!(
    PAPERS_OUT,
    "update paper set sent_number = coalesce((select max(f.number) from paper_file f where f.paper_id = paper.id), 0)
     where meeting_id = $1 and withdrawn_at is null
       and (item_id is null or item_id in (select i.id from item i where i.meeting_id = $1 and i.state = 'accepted'))"
);
sql!(HOLD_BACK, "update paper set sent_number = null where item_id = $1");
sql!(SAVE_NOTES, "update item set notes = $3, notes_version = notes_version + 1 where id = $1 and notes_version = $2 returning notes_version");
sql!(START_ITEM, "update item set started_at = coalesce(started_at, $2) where id = $1");
sql!(END_OTHER_ITEMS, "update item set ended_at = $3 where meeting_id = $1 and id <> $2 and started_at is not null and ended_at is null");
sql!(REOPEN_ITEM, "update item set ended_at = null where id = $1");
sql!(ANSWER_SUB_GROUP, "update item set sub_group_answer = $2, version = version + 1 where id = $1");
sql!(VERSIONS, "select * from agenda_version where meeting_id = $1 order by number desc");
sql!(
    INSERT_VERSION,
    "insert into agenda_version (id, meeting_id, number, sent_at, due_by, late, late_reason, clause, sent_to, frozen_json, changes_json)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
);
sql!(
    RULINGS,
    "select r.*, p.name as ruled_by_name from ruling r left join person p on p.id = r.ruled_by where r.meeting_id = $1 and r.about in ('late-item', 'guest')
     order by r.asked_at, r.id"
);
sql!(
    ASK,
    "insert into ruling (id, body_id, meeting_id, item_id, about, about_id, reason, clause, asked_at, asked_by, version)
     values ($1, $2, $3, $4, $5, $6, null, $7, $8, $9, 1)"
);
sql!(
    RULE,
    "update ruling set choice = $2, reason = $3, ruled_by = $4, capacity = $5, ruled_at = $6, version = version + 1 where id = $1 and choice is null"
);

fn items_of_rows(rows: &[Row]) -> Result<Vec<Item>> {
    let mut items: Vec<Item> = Vec::new();
    for row in rows {
        let id: ItemId = row.get("id")?;
        if items.last().is_none_or(|item| item.id != id) {
            items.push(Item {
                id,
                meeting: row.get("meeting_id")?,
                position: row.get("position")?,
                number: row.get("number")?,
                title: row.get("title")?,
                kind: row.word("kind")?,
                purpose: row.word("purpose")?,
                presenter: row.get("presenter")?,
                state: row.word("state")?,
                standing: row.get("standing")?,
                notified_on: row.get("notified_on")?,
                requested_by: row.get("requested_by")?,
                requester: row.get("requester")?,
                request_words: row.get("request_words")?,
                returned_reason: row.get("returned_reason")?,
                late: row.get("late")?,
                late_reason: row.get("late_reason")?,
                exempt: row.get("exempt")?,
                ground: row.get("ground")?,
                public_title: row.get("public_title")?,
                about_body: row.get("about_body_id")?,
                about_body_name: row.get("about_body_name")?,
                sub_group_answer: row.word_or_none("sub_group_answer")?,
                notes: row.get("notes")?,
                notes_version: row.get("notes_version")?,
                started_at: row.get("started_at")?,
                ended_at: row.get("ended_at")?,
                version: row.get("version")?,
                papers: Vec::new(),
            });
        }
        if let (Some(paper), Some(item)) = (row.get::<Option<kernel::PaperId>>("paper_id")?, items.last_mut()) {
            item.papers.push(ItemPaper {
                id: paper,
                title: row.get("paper_title")?,
                author: row.get("paper_author")?,
                to_follow: row.get("paper_to_follow")?,
                exempt: row.get("paper_exempt")?,
                public_title: row.get("paper_public_title")?,
                file_number: row.get::<Option<i64>>("paper_file_number")?.unwrap_or(0),
                first_page: row.get("paper_first_page")?,
                page_count: row.get("paper_page_count")?,
                hash: None,
            });
        }
    }
    Ok(items)
}

/// Every item of a meeting with its papers, in order, requested and returned ones too.
///
/// # Errors
/// A fault when the database refuses.
pub async fn items(read: &mut Read, meeting: MeetingId) -> Result<Vec<Item>> {
    items_of_rows(&read.all(&ITEMS, args![meeting, None::<ItemId>]).await?)
}

/// One item of a meeting.
///
/// # Errors
/// [`kernel::Error::NotFound`] when the meeting has no such item.
pub async fn item(read: &mut Read, meeting: MeetingId, id: ItemId) -> Result<Item> {
    items_of_rows(&read.all(&ITEMS, args![meeting, Some(id)]).await?)?.pop().ok_or(kernel::Error::NotFound)
}

/// Who asked for an item and how it comes in.
#[derive(Debug, Clone, Default)]
pub struct ComesIn {
    /// Who asked.
    pub by: Option<PersonId>,
    /// When.
    pub at: Option<Instant>,
    /// What they wrote.
    pub words: Option<String>,
    /// After the deadline.
    pub late: bool,
    /// Where it stands to begin with.
    pub state: Option<ItemState>,
    /// At the very end, whatever comes there by custom. Standing items and earlier records are written in their own order.
    pub last: bool,
}

/// Writes an item: business before the closing items (dates of next meetings, any other business), anything else at the end.
///
/// # Errors
/// A fault when the database refuses.
pub async fn insert_item(w: &mut Write, meeting: MeetingId, new: &NewItem, comes: &ComesIn) -> Result<ItemId> {
    let id: ItemId = w.id();
    let closing: Option<i64> = if comes.last { None } else { w.one(&OTHER_BUSINESS, args![meeting]).await?.get("n")? };
    let position = match closing {
        Some(before) => {
            w.run(&MAKE_ROOM, args![meeting, before]).await?;
            before
        }
        None => w.one(&LAST_POSITION, args![meeting]).await?.get::<i64>("n")? + 1,
    };
    let state = comes.state.unwrap_or(ItemState::Accepted).word();
    let values = args![
        id,
        meeting,
        position,
        new.number,
        new.title,
        new.kind.word(),
        new.purpose.word(),
        new.presenter,
        state,
        new.standing,
        new.notified_on,
        comes.by,
        comes.at,
        comes.words,
        comes.late,
        new.about_body
    ];
    w.run(&INSERT_ITEM, values).await?;
    Ok(id)
}

/// Writes the standing items of a new meeting, in order.
///
/// # Errors
/// A fault when the database refuses.
pub async fn insert_standing(w: &mut Write, meeting: MeetingId, items: &[NewItem]) -> Result<()> {
    let mut rows = Vec::new();
    for (n, item) in items.iter().enumerate() {
        let id: ItemId = w.id();
        rows.push(args![
            id,
            meeting,
            i64::try_from(n + 1).unwrap_or(i64::MAX),
            item.number,
            item.title,
            item.kind.word(),
            item.purpose.word(),
            item.presenter,
            ItemState::Accepted.word(),
            true,
            None::<Day>,
            None::<PersonId>,
            None::<Instant>,
            None::<String>,
            false,
            item.about_body
        ]);
    }
    w.run_each(&INSERT_ITEM, rows).await
}

/// How an item is shown and to whom.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct ItemFace {
    /// Its title.
    pub title: String,
    /// What it is for.
    pub purpose: Purpose,
    /// Who presents it.
    pub presenter: Option<String>,
    /// Not for the public.
    pub exempt: bool,
    /// On which ground.
    pub ground: Option<Uuid>,
    /// Why.
    pub exempt_reason: Option<String>,
    /// What the public sees in place of the title.
    pub public_title: Option<String>,
}

/// Writes an item's face, unless somebody did so meanwhile.
///
/// # Errors
/// A conflict with both titles.
pub async fn change_item(w: &mut Write, before: &Item, version: i64, face: &ItemFace) -> Result<()> {
    let values =
        args![before.id, version, face.title, face.purpose.word(), face.presenter, face.exempt, face.ground, face.exempt_reason, face.public_title];
    if w.run(&CHANGE_ITEM, values).await? == 0 {
        return Err(overtaken(&before.title, &face.title, before.version));
    }
    Ok(())
}

/// Writes the order of a meeting's items.
///
/// # Errors
/// A fault when the database refuses.
pub async fn set_order(w: &mut Write, order: &[ItemId]) -> Result<()> {
    for (n, item) in order.iter().enumerate() {
        w.run(&PLACE_ITEM, args![*item, i64::try_from(n + 1).unwrap_or(i64::MAX)]).await?;
    }
    Ok(())
}

/// Writes where an item stands, why it was returned, and why it was taken late.
///
/// # Errors
/// A fault when the database refuses.
pub async fn set_item_state(
    w: &mut Write,
    item: ItemId,
    state: ItemState,
    returned: Option<&str>,
    late: bool,
    late_reason: Option<&str>,
) -> Result<()> {
    w.run(&SET_ITEM_STATE, args![item, state.word(), returned, late, late_reason]).await.map(drop)
}

/// Writes the number under which each item of a meeting goes out: its place on the agenda, as the frozen agenda has it.
///
/// # Errors
/// A fault when the database refuses.
pub async fn number_items(w: &mut Write, meeting: MeetingId) -> Result<()> {
    w.run(&NUMBER_ITEMS, args![meeting]).await.map(drop)
}

/// Saves notes on top of the version that the writer saw.
///
/// # Errors
/// A conflict with both texts when somebody else saved meanwhile.
pub async fn save_notes(w: &mut Write, before: &Item, version: i64, notes: &str) -> Result<i64> {
    match w.maybe(&SAVE_NOTES, args![before.id, version, notes]).await? {
        Some(row) => row.get("notes_version"),
        None => Err(overtaken(&before.notes, notes, before.notes_version)),
    }
}

/// An item has been reached: those before it are done.
///
/// # Errors
/// A fault when the database refuses.
pub async fn start_item(w: &mut Write, meeting: MeetingId, item: ItemId, at: Instant) -> Result<()> {
    w.run(&END_OTHER_ITEMS, args![meeting, item, at]).await?;
    w.run(&START_ITEM, args![item, at]).await?;
    w.run(&REOPEN_ITEM, args![item]).await.map(drop)
}

/// Writes what came from a sub-group.
///
/// # Errors
/// A fault when the database refuses.
pub async fn answer_sub_group(w: &mut Write, item: ItemId, answer: Option<SubGroupAnswer>) -> Result<()> {
    w.run(&ANSWER_SUB_GROUP, args![item, answer.map(SubGroupAnswer::word)]).await.map(drop)
}

fn json<T: serde::de::DeserializeOwned>(row: &Row, name: &str) -> Result<T> {
    serde_json::from_str(&row.get::<String>(name)?).map_err(kernel::Error::fault)
}

/// Every agenda that went out, newest first.
///
/// # Errors
/// A fault when the database refuses.
pub async fn versions(read: &mut Read, meeting: MeetingId) -> Result<Vec<AgendaVersion>> {
    read.each(&VERSIONS, args![meeting], |row| {
        Ok(AgendaVersion {
            number: row.get("number")?,
            sent_at: row.get("sent_at")?,
            due_by: row.get("due_by")?,
            late: row.get("late")?,
            late_reason: row.get("late_reason")?,
            clause: row.get("clause")?,
            sent_to: row.get("sent_to")?,
            frozen: json::<FrozenAgenda>(row, "frozen_json")?,
            changes: json::<Findings>(row, "changes_json")?,
        })
    })
    .await
}

/// Writes on which pages of the pack each paper of an agenda stands.
///
/// # Errors
/// A fault when the database refuses.
pub async fn page_papers(w: &mut Write, frozen: &FrozenAgenda) -> Result<()> {
    let papers = frozen.items.iter().flat_map(|item| &item.papers).filter(|paper| paper.first_page.is_some());
    w.run_each(&PAGE_PAPER, papers.map(|paper| args![paper.id, paper.first_page, paper.page_count]).collect()).await
}

/// The papers of a meeting go out as they are.
///
/// # Errors
/// A fault when the database refuses.
pub async fn papers_out(w: &mut Write, meeting: MeetingId) -> Result<()> {
    w.run(&PAPERS_OUT, args![meeting]).await.map(drop)
}

/// The papers of an item that was exempt are held back until the agenda goes out anew.
///
/// # Errors
/// A fault when the database refuses.
pub async fn hold_papers_back(w: &mut Write, item: ItemId) -> Result<()> {
    w.run(&HOLD_BACK, args![item]).await.map(drop)
}

/// Writes an agenda as it goes out.
///
/// # Errors
/// A fault when the database refuses.
pub async fn insert_version(w: &mut Write, meeting: MeetingId, version: &AgendaVersion) -> Result<()> {
    let id: Uuid = w.id();
    let frozen = ::store::lean_json(&version.frozen)?;
    let changes = ::store::lean_json(&version.changes)?;
    let values = args![
        id,
        meeting,
        version.number,
        version.sent_at,
        version.due_by,
        version.late,
        version.late_reason,
        version.clause,
        version.sent_to,
        frozen,
        changes
    ];
    w.run(&INSERT_VERSION, values).await.map(drop)
}

/// The rulings of this slice at a meeting: on late items and on guests.
///
/// # Errors
/// A fault when the database refuses.
pub async fn rulings(read: &mut Read, meeting: MeetingId) -> Result<Vec<Ruling>> {
    read.each(&RULINGS, args![meeting], |row| {
        Ok(Ruling {
            id: row.get("id")?,
            item: row.get("item_id")?,
            about: row.get("about")?,
            about_id: row.get("about_id")?,
            choice: row.get("choice")?,
            reason: row.get("reason")?,
            clause: row.get("clause")?,
            asked_at: row.get("asked_at")?,
            ruled_by: row.get("ruled_by")?,
            ruled_by_name: row.get("ruled_by_name")?,
            capacity: row.get("capacity")?,
            ruled_at: row.get("ruled_at")?,
            version: row.get("version")?,
        })
    })
    .await
}

/// What a ruling is asked on.
#[derive(Debug, Clone)]
pub struct Asked<'a> {
    /// Of which body.
    pub body: kernel::BodyId,
    /// At which meeting.
    pub meeting: MeetingId,
    /// On which item.
    pub item: Option<ItemId>,
    /// About what.
    pub about: &'a str,
    /// Which record exactly.
    pub about_id: Option<Uuid>,
    /// The clause that asks for it.
    pub clause: Option<&'a str>,
}

/// Asks for a ruling.
///
/// # Errors
/// A fault when the database refuses.
pub async fn ask_ruling(w: &mut Write, asked: Asked<'_>) -> Result<RulingId> {
    let id: RulingId = w.id();
    let (now, person) = (w.now(), w.person());
    w.run(&ASK, args![id, asked.body, asked.meeting, asked.item, asked.about, asked.about_id, asked.clause, now, person]).await?;
    Ok(id)
}

/// Writes a ruling that was awaited; answers whether it still was.
///
/// # Errors
/// A fault when the database refuses.
pub async fn rule(
    w: &mut Write,
    id: RulingId,
    choice: &str,
    reason: &str,
    by: Option<PersonId>,
    capacity: &str,
    at: Option<Instant>,
) -> Result<bool> {
    Ok(w.run(&RULE, args![id, choice, reason, by, capacity, at]).await? > 0)
}

sql!(GROUNDS, "select id, words from ground where body_id = $1 order by position");

/// The grounds on which a body may keep something from the public, in its own order.
///
/// # Errors
/// A fault when the database refuses.
pub async fn grounds(read: &mut Read, body: kernel::BodyId) -> Result<Vec<(Uuid, String)>> {
    read.each(&GROUNDS, args![body], |row| Ok((row.get("id")?, row.get("words")?))).await
}
