//! The SQL of papers, files, grounds and matters.

use ::store::{Read, Row, Write, args, sql};
use bodies::model::Audience;
use kernel::{BodyId, Day, FileId, ItemId, MatterId, MeetingId, PaperId, PartnershipId, Result, Word as _};
use uuid::Uuid;

use crate::intake::Kept;
use crate::model::{Ground, Leaf, Matter, NewPaper, Out, Paper, PaperFile, Recommendation, Written};

/// What every question about papers asks for; the condition follows.
macro_rules! papers_where {
    ($condition:literal) => {
        concat!(
            "select p.*, b.name as body_name, b.slug as body_slug, b.partnership_id, m.day as meeting_day,
               coalesce(m.called_at is not null or m.state in ('open', 'closed'), false) as agenda_sent, coalesce(m.state = 'closed', false) as meeting_over,
               coalesce(i.exempt, false) as item_exempt, mt.title as matter_title, o.name as organisation_name,
               g.code as ground_code, g.basis as ground_basis, g.words as ground_words, coalesce(n.audience, 'body') as audience,
               coalesce(f.number, 0) as file_number, coalesce(d.size, s.size) as file_size, coalesce(d.pages, s.pages) as file_pages,
               coalesce(d.hash, s.hash) as file_hash, coalesce(p.sent_number, case when m.source is not null and m.called_at is null or m.written_up
                 or m.state = 'closed' then coalesce(f.number, 0) end) as out_number,
               coalesce(od.size, os.size) as out_size, coalesce(od.pages, os.pages) as out_pages, coalesce(od.hash, os.hash) as out_hash
             from paper p join body b on b.id = p.body_id
             left join meeting m on m.id = p.meeting_id
             left join item i on i.id = p.item_id
             left join matter mt on mt.id = p.matter_id
             left join organisation o on o.id = p.author_organisation_id
             left join ground g on g.id = coalesce(p.ground_id, i.ground_id)
             left join openness n on n.body_id = p.body_id and n.class = 'papers'
             left join paper_file f on f.paper_id = p.id and f.number = (select max(x.number) from paper_file x where x.paper_id = p.id)
             left join file s on s.id = f.file_id
             left join file d on d.id = f.set_file_id
             left join paper_file x on x.paper_id = p.id and x.number = coalesce(p.sent_number, case when m.source is not null and m.called_at is null
               or m.written_up or m.state = 'closed' then f.number end)
             left join file os on os.id = x.file_id
             left join file od on od.id = x.set_file_id
             where ",
            $condition
        )
    };
}

sql!(PAPER, papers_where!("p.id = $1"));
sql!(PAPERS_OF_MEETING, papers_where!("p.meeting_id = $1 order by i.position nulls first, p.position, p.id"));
sql!(PAPERS_OF_BODY, papers_where!("p.body_id = $1 order by coalesce(m.day, p.dated) desc nulls last, i.position, p.position, p.id limit $2"));
sql!(PAPERS_OF_MATTER, papers_where!("p.matter_id = $1 order by coalesce(m.day, p.dated) nulls last, p.position, p.id"));
sql!(
    STANDS_IN,
    "select exists (select 1 from invitation i join meeting m on m.id = i.meeting_id join appointment h on h.seat_id = i.seat_id and h.person_id = i.person_id
         where i.meeting_id = $1 and i.substitute_id = $2 and i.answer = 'substitute'
           and (h.starts_on is null or h.starts_on <= m.day) and (h.ends_on is null or h.ends_on >= m.day))
       or exists (select 1 from attendance a where a.meeting_id = $1 and a.person_id = $2 and a.capacity = 'substitute') as stands_in"
);
sql!(BODY_OF_PAPER, "select body_id from paper where id = $1");
sql!(RECOMMENDATIONS, "select id, kind, text from recommendation where paper_id = $1 order by position");
sql!(
    RECOMMENDATIONS_OF_MEETING,
    "select r.paper_id, r.id, r.kind, r.text from recommendation r join paper p on p.id = r.paper_id where p.meeting_id = $1
     order by r.paper_id, r.position"
);
sql!(
    FILES,
    "select f.number, f.file_id, f.lodged_at, f.note, s.hash, s.name, s.media_type, s.size, d.hash as set_hash, d.size as set_size
     from paper_file f join file s on s.id = f.file_id left join file d on d.id = f.set_file_id
     where f.paper_id = $1 order by f.number desc"
);
sql!(
    INSERT_PAPER,
    "insert into paper (id, body_id, meeting_id, item_id, matter_id, position, title, author, author_organisation_id, dated, kind, summary, to_follow, exempt,
       ground_id, exempt_reason, public_title, lodged_at, source, version)
     values ($1, $2, $3, $4, $5, (select coalesce(max(position), 0) + 1 from paper where body_id = $2 and item_id is not distinct from $4), $6, $7, $8, $9, $10, $11, $12, $13,
       $14, $15, $16, $17, $18, 1)"
);
sql!(
    CHANGE_PAPER,
    "update paper set matter_id = $2, title = $3, author = $4, author_organisation_id = $5, dated = $6, kind = $7, summary = $8, to_follow = $9, exempt = $10,
       ground_id = $11, exempt_reason = $12, public_title = $13, version = version + 1 where id = $1 and version = $14"
);
sql!(ARRIVED, "update paper set to_follow = false, lodged_at = coalesce(lodged_at, $2), version = version + 1 where id = $1");
sql!(WITHDRAW, "update paper set withdrawn_at = $2, withdrawn_reason = $3, version = version + 1 where id = $1 and withdrawn_at is null");
sql!(INSERT_FILE, "insert into file (id, hash, name, media_type, size, uploaded_at, uploaded_by, pages) values ($1, $2, $3, $4, $5, $6, $7, $8)");
sql!(
    INSERT_PAPER_FILE,
    "insert into paper_file (paper_id, number, file_id, lodged_at, note, set_file_id, leaves_json)
     values ($1, (select coalesce(max(number), 0) + 1 from paper_file where paper_id = $1), $2, $3, $4, $5, $6)"
);
sql!(
    INSERT_TEXT,
    "insert into paper_text (paper_id, number, written_json) values ($1, (select max(number) from paper_file where paper_id = $1), $2)"
);
sql!(TEXT, "select written_json from paper_text where paper_id = $1 and number = $2");
sql!(
    TEXTS_OF_MEETING,
    "select t.paper_id, t.number, t.written_json from paper p join paper_text t on t.paper_id = p.id
     where p.meeting_id = $1 and t.number in (p.sent_number, (select max(f.number) from paper_file f where f.paper_id = p.id))"
);
sql!(
    LEAVES_OF_MEETING,
    "select f.paper_id, f.number, f.leaves_json from paper p join paper_file f on f.paper_id = p.id
     where p.meeting_id = $1 and f.leaves_json is not null
       and f.number in (p.sent_number, (select max(x.number) from paper_file x where x.paper_id = p.id))"
);
sql!(
    MARK_OUT,
    "update paper set sent_number = coalesce((select max(f.number) from paper_file f where f.paper_id = paper.id), 0), version = version + 1 where id = $1"
);
sql!(HOLD_BACK, "update paper set sent_number = null where id = $1");
sql!(FORGET_RECOMMENDATIONS, "delete from recommendation where paper_id = $1");
sql!(INSERT_RECOMMENDATION, "insert into recommendation (id, paper_id, position, kind, text) values ($1, $2, $3, $4, $5)");
sql!(RECOMMENDATIONS_IN_USE, "select count(*) as n from motion o join recommendation r on r.id = o.recommendation_id where r.paper_id = $1");
sql!(GROUNDS, "select id, code, basis, words, confidential from ground where body_id = $1 order by position, code");
sql!(
    INSERT_GROUND,
    "insert into ground (id, body_id, code, basis, words, confidential, position)
     values ($1, $2, $3, $4, $5, $6, (select coalesce(max(position), 0) + 1 from ground where body_id = $2)) on conflict (body_id, code) do nothing"
);
sql!(GROUND_IN_USE, "select (select count(*) from paper where ground_id = $1) + (select count(*) from item where ground_id = $1) as n");
sql!(REMOVE_GROUND, "delete from ground where id = $1 and body_id = $2");
sql!(MATTER, "select id, partnership_id, title, opened_on, closed_on from matter where id = $1");
sql!(MATTER_TITLED, "select id from matter where partnership_id = $1 and lower(title) = lower($2)");
sql!(
    MATTERS,
    "select id, partnership_id, title, opened_on, closed_on from matter where partnership_id = $1 and closed_on is null order by title limit 200"
);
sql!(INSERT_MATTER, "insert into matter (id, partnership_id, title, opened_on, version) values ($1, $2, $3, $4, 1)");
sql!(ITEM_FITS, "select i.id, i.title, m.day from item i join meeting m on m.id = i.meeting_id where i.id = $1 and m.id = $2 and m.body_id = $3");
sql!(MEETING_FITS, "select day from meeting where id = $1 and body_id = $2");

fn paper_row(row: &Row) -> Result<Paper> {
    Ok(Paper {
        id: row.get("id")?,
        body: row.get("body_id")?,
        body_name: row.get("body_name")?,
        body_slug: row.get("body_slug")?,
        partnership: row.get("partnership_id")?,
        meeting: row.get("meeting_id")?,
        meeting_day: row.get("meeting_day")?,
        agenda_sent: row.get("agenda_sent")?,
        meeting_over: row.get("meeting_over")?,
        item: row.get("item_id")?,
        item_exempt: row.get("item_exempt")?,
        matter: row.get("matter_id")?,
        matter_title: row.get("matter_title")?,
        position: row.get("position")?,
        title: row.get("title")?,
        author: row.get("author")?,
        organisation: row.get("author_organisation_id")?,
        organisation_name: row.get("organisation_name")?,
        dated: row.get("dated")?,
        kind: row.word("kind")?,
        summary: row.get("summary")?,
        to_follow: row.get("to_follow")?,
        exempt: row.get("exempt")?,
        ground: row.get("ground_id")?,
        ground_code: row.get("ground_code")?,
        ground_basis: row.get("ground_basis")?,
        ground_words: row.get("ground_words")?,
        exempt_reason: row.get("exempt_reason")?,
        public_title: row.get("public_title")?,
        lodged_at: row.get("lodged_at")?,
        withdrawn_at: row.get("withdrawn_at")?,
        withdrawn_reason: row.get("withdrawn_reason")?,
        source: row.get("source")?,
        audience: row.word::<Audience>("audience")?,
        file_number: row.get("file_number")?,
        file_size: row.get("file_size")?,
        file_pages: row.get("file_pages")?,
        file_hash: row.get("file_hash")?,
        first_page: row.get("first_page")?,
        page_count: row.get("page_count")?,
        out: match row.get::<Option<i64>>("out_number")? {
            Some(number) => Some(Out { number, size: row.get("out_size")?, pages: row.get("out_pages")?, hash: row.get("out_hash")? }),
            None => None,
        },
        version: row.get("version")?,
    })
}

/// One paper.
///
/// # Errors
/// [`kernel::Error::NotFound`] without one.
pub async fn paper(read: &mut Read, id: PaperId) -> Result<Paper> {
    paper_row(&read.one(&PAPER, args![id]).await?)
}

/// The papers of a meeting, in the order of its items.
///
/// # Errors
/// A fault when the database refuses.
pub async fn papers_of_meeting(read: &mut Read, meeting: MeetingId) -> Result<Vec<Paper>> {
    read.each(&PAPERS_OF_MEETING, args![meeting], paper_row).await
}

/// The papers of a body, the latest first, at most so many.
///
/// # Errors
/// A fault when the database refuses.
pub async fn papers_of_body(read: &mut Read, body: BodyId, most: i64) -> Result<Vec<Paper>> {
    read.each(&PAPERS_OF_BODY, args![body, most], paper_row).await
}

/// The papers about a matter, the earliest first.
///
/// # Errors
/// A fault when the database refuses.
pub async fn papers_of_matter(read: &mut Read, matter: MatterId) -> Result<Vec<Paper>> {
    read.each(&PAPERS_OF_MATTER, args![matter], paper_row).await
}

/// The bodies that papers were put to, each once.
pub(crate) fn bodies_of(papers: &[Paper]) -> Vec<BodyId> {
    let mut bodies: Vec<BodyId> = papers.iter().map(|paper| paper.body).collect();
    bodies.sort_unstable();
    bodies.dedup();
    bodies
}

/// Whether a person comes, or came, to a meeting in a member's place.
pub(crate) async fn stands_in(read: &mut Read, meeting: kernel::MeetingId, person: kernel::PersonId) -> Result<bool> {
    read.one(&STANDS_IN, args![meeting, person]).await?.get("stands_in")
}

/// The body a paper is put to.
///
/// # Errors
/// [`kernel::Error::NotFound`] without such a paper.
pub async fn body_of_paper(read: &mut Read, paper: PaperId) -> Result<BodyId> {
    read.one(&BODY_OF_PAPER, args![paper]).await?.get("body_id")
}

/// What a paper asks, in order.
///
/// # Errors
/// A fault when the database refuses.
pub async fn recommendations(read: &mut Read, paper: PaperId) -> Result<Vec<Recommendation>> {
    read.each(&RECOMMENDATIONS, args![paper], |row| Ok(Recommendation { id: row.get("id")?, kind: row.word("kind")?, text: row.get("text")? })).await
}

/// What the papers of a meeting ask, each with its paper, in order.
///
/// # Errors
/// A fault when the database refuses.
pub async fn recommendations_of_meeting(read: &mut Read, meeting: MeetingId) -> Result<Vec<(PaperId, Recommendation)>> {
    read.each(&RECOMMENDATIONS_OF_MEETING, args![meeting], |row| {
        Ok((row.get("paper_id")?, Recommendation { id: row.get("id")?, kind: row.word("kind")?, text: row.get("text")? }))
    })
    .await
}

/// The files a paper had, the newest first.
///
/// # Errors
/// A fault when the database refuses.
pub async fn files(read: &mut Read, paper: PaperId) -> Result<Vec<PaperFile>> {
    read.each(&FILES, args![paper], |row| {
        Ok(PaperFile {
            number: row.get("number")?,
            file: row.get("file_id")?,
            hash: row.get("hash")?,
            media: row.get("media_type")?,
            set: row.get::<Option<String>>("set_hash")?.zip(row.get("set_size")?),
            converted: row.get::<Option<String>>("set_hash")?.is_some(),
            name: row.get("name")?,
            size: row.get("size")?,
            lodged_at: row.get("lodged_at")?,
            note: row.get("note")?,
        })
    })
    .await
}

/// The grounds of a body, in its order.
///
/// # Errors
/// A fault when the database refuses.
pub async fn grounds(read: &mut Read, body: BodyId) -> Result<Vec<Ground>> {
    read.each(&GROUNDS, args![body], |row| {
        Ok(Ground {
            id: row.get("id")?,
            code: row.get("code")?,
            basis: row.get("basis")?,
            words: row.get("words")?,
            confidential: row.get("confidential")?,
        })
    })
    .await
}

fn matter_row(row: &Row) -> Result<Matter> {
    Ok(Matter {
        id: row.get("id")?,
        partnership: row.get("partnership_id")?,
        title: row.get("title")?,
        opened_on: row.get("opened_on")?,
        closed_on: row.get("closed_on")?,
    })
}

/// One matter.
///
/// # Errors
/// [`kernel::Error::NotFound`] without one.
pub async fn matter(read: &mut Read, id: MatterId) -> Result<Matter> {
    matter_row(&read.one(&MATTER, args![id]).await?)
}

/// The open matters of a partnership, by title.
///
/// # Errors
/// A fault when the database refuses.
pub async fn matters(read: &mut Read, partnership: PartnershipId) -> Result<Vec<Matter>> {
    read.each(&MATTERS, args![partnership], matter_row).await
}

/// The title and the day of an item, when it is of this meeting and this body.
pub(crate) async fn item_fits(read: &mut Read, item: ItemId, meeting: MeetingId, body: BodyId) -> Result<Option<(String, Day)>> {
    read.maybe(&ITEM_FITS, args![item, meeting, body]).await?.map(|row| Ok((row.get("title")?, row.get("day")?))).transpose()
}

/// The day of a meeting, when it is of this body.
pub(crate) async fn meeting_fits(read: &mut Read, meeting: MeetingId, body: BodyId) -> Result<Option<Day>> {
    read.maybe(&MEETING_FITS, args![meeting, body]).await?.map(|row| row.get("day")).transpose()
}

/// The matter of this title, begun when there is none.
pub(crate) async fn matter_titled(w: &mut Write, partnership: PartnershipId, title: &str, day: Day) -> Result<MatterId> {
    if let Some(row) = w.maybe(&MATTER_TITLED, args![partnership, title]).await? {
        return row.get("id");
    }
    let id: MatterId = w.id();
    w.run(&INSERT_MATTER, args![id, partnership, title, day]).await?;
    Ok(id)
}

/// Writes a paper with what it asks.
///
/// # Errors
/// A fault when the database refuses.
pub async fn insert_paper(w: &mut Write, id: PaperId, body: BodyId, matter: Option<MatterId>, new: &NewPaper) -> Result<()> {
    let lodged = (!new.to_follow).then(|| w.now());
    w.run(
        &INSERT_PAPER,
        args![
            id,
            body,
            new.meeting,
            new.item,
            matter,
            new.title,
            new.author,
            new.organisation,
            new.dated,
            new.kind.word(),
            new.summary,
            new.to_follow,
            new.exempt,
            new.ground,
            new.exempt_reason,
            new.public_title,
            lodged,
            new.source
        ],
    )
    .await?;
    insert_recommendations(w, id, new).await
}

async fn insert_recommendations(w: &mut Write, paper: PaperId, new: &NewPaper) -> Result<()> {
    let rows =
        (1_i64..).zip(&new.recommendations).map(|(position, (kind, text))| args![w.id::<Uuid>(), paper, position, kind.word(), text]).collect();
    w.run_each(&INSERT_RECOMMENDATION, rows).await
}

/// Changes what is said about a paper. Recommendations that were already put as motions stay as they are.
pub(crate) async fn change_paper(w: &mut Write, id: PaperId, matter: Option<MatterId>, new: &NewPaper, seen: i64) -> Result<bool> {
    let changed = w
        .run(
            &CHANGE_PAPER,
            args![
                id,
                matter,
                new.title,
                new.author,
                new.organisation,
                new.dated,
                new.kind.word(),
                new.summary,
                new.to_follow,
                new.exempt,
                new.ground,
                new.exempt_reason,
                new.public_title,
                seen
            ],
        )
        .await?;
    if changed != 1 {
        return Ok(false);
    }
    let before: Vec<_> = recommendations(w, id).await?.into_iter().map(|r| (r.kind, r.text)).collect();
    if before != new.recommendations && w.one(&RECOMMENDATIONS_IN_USE, args![id]).await?.get::<i64>("n")? == 0 {
        w.run(&FORGET_RECOMMENDATIONS, args![id]).await?;
        insert_recommendations(w, id, new).await?;
    }
    Ok(true)
}

pub(crate) async fn recommendations_in_use(read: &mut Read, paper: PaperId) -> Result<bool> {
    Ok(read.one(&RECOMMENDATIONS_IN_USE, args![paper]).await?.get::<i64>("n")? > 0)
}

pub(crate) async fn insert_file(w: &mut Write, paper: PaperId, name: &str, kept: &Kept, note: Option<&str>) -> Result<()> {
    let (id, now): (FileId, _) = (w.id(), w.now());
    let (person, pages) = (w.person(), kept.set.is_none().then_some(kept.pages));
    w.run(&INSERT_FILE, args![id, kept.sent.hash, name, kept.media, kept.sent.size, now, person, pages]).await?;
    let set = match &kept.set {
        Some(set) => Some(insert_made(w, &format!("{name}.pdf"), set, kept.pages).await?),
        None => None,
    };
    let leaves = serde_json::to_string(&kept.leaves).map_err(kernel::Error::fault)?;
    w.run(&INSERT_PAPER_FILE, args![paper, id, now, note, set, leaves]).await.map(drop)
}

/// Writes a PDF that was made from a paper: set from an office file, or from its text.
///
/// # Errors
/// A fault when the database refuses.
pub async fn insert_made(w: &mut Write, name: &str, stored: &::store::Stored, pages: i64) -> Result<FileId> {
    let (id, now, person): (FileId, _, _) = (w.id(), w.now(), w.person());
    w.run(&INSERT_FILE, args![id, stored.hash, name, "application/pdf", stored.size, now, person, pages]).await?;
    Ok(id)
}

/// Keeps the text that a paper's newest file was set from.
pub(crate) async fn insert_text(w: &mut Write, paper: PaperId, written: &Written) -> Result<()> {
    let written = serde_json::to_string(written).map_err(kernel::Error::fault)?;
    w.run(&INSERT_TEXT, args![paper, written]).await?;
    Ok(())
}

fn written(row: &Row) -> Result<Written> {
    serde_json::from_str(&row.get::<String>("written_json")?).map_err(kernel::Error::fault)
}

/// The text that a file of a paper was set from; none where that file was uploaded.
///
/// # Errors
/// A fault when the database refuses.
pub async fn text(read: &mut Read, paper: PaperId, number: i64) -> Result<Option<Written>> {
    read.maybe(&TEXT, args![paper, number]).await?.map(|row| written(&row)).transpose()
}

/// The texts of these papers of a meeting, where their file was set from one.
///
/// # Errors
/// A fault when the database refuses.
pub async fn texts_of_meeting(read: &mut Read, meeting: MeetingId, papers: &[Paper]) -> Result<Vec<(PaperId, Written)>> {
    let of = |row: &Row| Ok((row.get("paper_id")?, row.get("number")?, written(row)?));
    Ok(of_their_files(read.each(&TEXTS_OF_MEETING, args![meeting], of).await?, papers))
}

/// The pages of the files of these papers of a meeting, by what stands on them. Files lodged before pages were read have none.
///
/// # Errors
/// A fault when the database refuses.
pub async fn leaves_of_meeting(read: &mut Read, meeting: MeetingId, papers: &[Paper]) -> Result<Vec<(PaperId, Vec<Leaf>)>> {
    let of = |row: &Row| {
        let leaves = serde_json::from_str(&row.get::<String>("leaves_json")?).map_err(kernel::Error::fault)?;
        Ok((row.get("paper_id")?, row.get("number")?, leaves))
    };
    Ok(of_their_files(read.each(&LEAVES_OF_MEETING, args![meeting], of).await?, papers))
}

/// Of what is kept for each file of papers, that of the files that these papers have.
fn of_their_files<T>(all: Vec<(PaperId, i64, T)>, papers: &[Paper]) -> Vec<(PaperId, T)> {
    let theirs = |id: &PaperId, number: &i64| papers.iter().any(|paper| paper.id == *id && paper.file_number == *number);
    all.into_iter().filter(|(id, number, _)| theirs(id, number)).map(|(id, _, found)| (id, found)).collect()
}

/// A paper goes out with the file that it has now.
pub(crate) async fn mark_out(w: &mut Write, paper: PaperId) -> Result<()> {
    w.run(&MARK_OUT, args![paper]).await.map(drop)
}

/// A paper is held back until it goes out anew.
pub(crate) async fn hold_back(w: &mut Write, paper: PaperId) -> Result<()> {
    w.run(&HOLD_BACK, args![paper]).await.map(drop)
}

pub(crate) async fn mark_arrived(w: &mut Write, paper: PaperId) -> Result<()> {
    let now = w.now();
    w.run(&ARRIVED, args![paper, now]).await?;
    Ok(())
}

/// Withdraws a paper; answers whether it was there to be withdrawn.
///
/// # Errors
/// A fault when the database refuses.
pub async fn withdraw(w: &mut Write, paper: PaperId, reason: &str) -> Result<bool> {
    let now = w.now();
    Ok(w.run(&WITHDRAW, args![paper, now, reason]).await? == 1)
}

/// Adds a ground; a code that is listed already stays as it is.
pub(crate) async fn insert_ground(w: &mut Write, body: BodyId, code: &str, basis: &str, words: &str, confidential: bool) -> Result<bool> {
    let id: Uuid = w.id();
    Ok(w.run(&INSERT_GROUND, args![id, body, code, basis, words, confidential]).await? == 1)
}

pub(crate) async fn ground_in_use(read: &mut Read, ground: Uuid) -> Result<bool> {
    Ok(read.one(&GROUND_IN_USE, args![ground]).await?.get::<i64>("n")? > 0)
}

pub(crate) async fn remove_ground(w: &mut Write, body: BodyId, ground: Uuid) -> Result<bool> {
    Ok(w.run(&REMOVE_GROUND, args![ground, body]).await? == 1)
}

/// A paper with all parts filled, for samples and tests.
pub(crate) fn sample_paper() -> Paper {
    Paper {
        id: Uuid::nil().into(),
        body: Uuid::nil().into(),
        body_name: "Wealdshire Partnership board".to_owned(),
        body_slug: "wealdshire-board".to_owned(),
        partnership: Uuid::nil().into(),
        meeting: Some(Uuid::nil().into()),
        meeting_day: Some(Day::constant(2027, 1, 18)),
        agenda_sent: true,
        meeting_over: false,
        item: Some(Uuid::nil().into()),
        item_exempt: false,
        matter: Some(Uuid::nil().into()),
        matter_title: Some("Safer streets fund".to_owned()),
        position: 1,
        title: "Safer streets fund: bids for the second round & what became of the first".to_owned(),
        author: Some("Maud Penhaligon-Featherstonehaugh".to_owned()),
        organisation: Some(Uuid::nil().into()),
        organisation_name: Some("Wealdshire County Council".to_owned()),
        dated: Some(Day::constant(2027, 1, 8)),
        kind: crate::model::PaperKind::Report,
        summary: Some("What the first round paid for, and **three** bids.".to_owned()),
        to_follow: false,
        exempt: false,
        ground: None,
        ground_code: Some("3".to_owned()),
        ground_basis: Some("Local Government Act 1972, Schedule 12A".to_owned()),
        ground_words: Some("Information about anybody's financial or business affairs".to_owned()),
        exempt_reason: Some("It names the bidders.".to_owned()),
        public_title: Some("Bids for the second round".to_owned()),
        lodged_at: Some(kernel::Instant::from_seconds(1_799_000_000)),
        withdrawn_at: None,
        withdrawn_reason: None,
        source: None,
        audience: Audience::Public,
        file_number: 2,
        file_size: Some(1_234_567),
        file_pages: Some(12),
        file_hash: None,
        first_page: Some(37),
        page_count: Some(12),
        out: Some(Out { number: 2, size: Some(1_234_567), pages: Some(12), hash: None }),
        version: 3,
    }
}
