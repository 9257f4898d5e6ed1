//! The SQL of actions.

mod answers;
mod standing;

pub(crate) use answers::{Filed, answer, answers, file_answer, secretariat, settle_answer};
pub use standing::{any_open, body_of, is_partner, owes};

use ::store::{Read, Row, Write, args, sql};
use kernel::{ActionId, BodyId, Day, Error, ItemId, MeetingId, OrganisationId, PartnershipId, PersonId, Result, Word as _};
use uuid::Uuid;

use crate::model::{Action, ActionState, ChangedAction, Due, Filter, LastReport, NewAction, NewReport, Owner, OwnerLine, Reads, Report, Shown};

/// How many actions a page of the register holds.
pub const PAGE: i64 = 50;

// The day of "the next meeting" is that of the first one after the action was set, so it is known as soon as one is planned.
macro_rules! due_day {
    () => {
        "coalesce(a.due_on, case when a.due_at_next_meeting then (select min(n.day) from meeting n
           where n.body_id = a.body_id and n.state <> 'cancelled' and n.day > coalesce((select x.day from meeting x where x.id = a.meeting_id), a.made_on)) end)"
    };
}

macro_rules! columns {
    () => {
        concat!(
            "a.id, a.body_id, a.meeting_id, a.item_id, a.position, a.words, a.due_on, a.due_at_next_meeting, a.due_words, a.state, a.ended_on,
             a.exempt, a.ground_id, a.made_on, a.version, ",
            due_day!(),
            " as due_day"
        )
    };
}

macro_rules! lines {
    ($from:expr, $order:literal) => {
        concat!(
            "select a.*, b.name as body_name, b.slug as body_slug, m.day as meeting_day, i.number as item_number,
               coalesce(i.exempt, false) as item_exempt, i.ground_id as item_ground,
               o.kind as owner_kind, o.person_id as owner_person, p.name as owner_person_name, o.organisation_id as owner_organisation,
               r.name as owner_organisation_name, o.office as owner_office, o.words as owner_words,
               t.state as report_kind, t.words as report_words, t.until_day as report_until, t.reported_at
             from (",
            $from,
            ") a join body b on b.id = a.body_id left join meeting m on m.id = a.meeting_id left join item i on i.id = a.item_id
             left join action_owner o on o.action_id = a.id left join person p on p.id = o.person_id left join organisation r on r.id = o.organisation_id
             left join action_report t on t.id = (select x.id from action_report x where x.action_id = a.id order by x.reported_at desc, x.id desc limit 1)
             order by ",
            $order
        )
    };
}

sql!(ONE, lines!(concat!("select ", columns!(), " from action a where a.id = $1"), "o.position"));
sql!(OF_MEETING, lines!(concat!("select ", columns!(), " from action a where a.meeting_id = $1"), "a.position, o.position"));
// What was open when the body met: set before that day, and not ended before the meeting that went before it.
sql!(
    FOR_MATTERS_ARISING,
    lines!(
        concat!(
            "select ", columns!(), " from action a
             where a.body_id = $1 and coalesce((select x.day from meeting x where x.id = a.meeting_id), a.made_on) < $2
               and a.state <> 'dropped' and a.state <> 'not-recorded'
               and (a.ended_on is null or a.ended_on >= coalesce((select max(y.day) from meeting y where y.body_id = $1 and y.day < $2 and y.state <> 'cancelled'), $2))"
        ),
        "due_day nulls last, m.day, a.position, o.position"
    )
);
// Inside: the reader reads as a member of the body. Opened: the body opens its actions to the partnership or to everybody;
// then what is exempt is left out, and for the public what a meeting set that is not over.
macro_rules! register {
    ($what:literal) => {
        concat!(
            "select ", $what, " from action a join (
               select b.id,
                 ($2 = 'all'
                  or exists (select 1 from appointment p join seat s on s.id = p.seat_id where s.body_id = b.id and p.person_id = $3
                       and (p.starts_on is null or p.starts_on <= $4) and (p.ends_on is null or p.ends_on >= $4))
                  or exists (select 1 from office f join body fb on fb.id = f.body_id where f.person_id = $3
                       and ((f.body_id = b.id and f.kind in ('chair', 'vice-chair', 'secretary'))
                         or (f.kind = 'secretary' and fb.partnership_id = b.partnership_id and fb.kind = 'partnership'))
                       and (f.starts_on is null or f.starts_on <= $4) and (f.ends_on is null or f.ends_on >= $4))
                  or exists (select 1 from assistant t join appointment p on p.person_id = t.person_id join seat s on s.id = p.seat_id
                       where s.body_id = b.id and t.assistant_id = $3 and t.starts_on <= $4 and (t.ends_on is null or t.ends_on >= $4)
                         and (p.starts_on is null or p.starts_on <= $4) and (p.ends_on is null or p.ends_on >= $4))) as inside,
                 exists (select 1 from openness n where n.body_id = b.id and n.class = 'actions'
                   and (n.audience = 'public' or (n.audience = 'members' and $2 <> 'public'))) as opened
               from body b where b.partnership_id = $1) b on b.id = a.body_id
             where a.partnership_id = $1
               and (b.inside or (b.opened and not a.exempt and not exists (select 1 from item i where i.id = a.item_id and i.exempt)
                      and ($2 <> 'public' or not exists (select 1 from meeting h where h.id = a.meeting_id and h.state <> 'closed')))
                    or exists (select 1 from action_owner o where o.action_id = a.id and o.person_id = $3))
               and ($5 is null or a.body_id = $5)
               and ($6 is null or exists (select 1 from action_owner o where o.action_id = a.id and (o.person_id = $6
                    or (o.kind = 'all-partners' and exists (select 1 from appointment p join seat s on s.id = p.seat_id where s.body_id = a.body_id and p.person_id = $6)))))
               and ($7 is null or exists (select 1 from action_owner o where o.action_id = a.id and o.organisation_id = $7))
               and ($8 is null or ", due_day!(), " <= $8)
               and ($9 = 'all' or ($9 = 'done' and a.state = 'done') or ($9 = 'open' and a.state = 'open')
                    or ($9 = 'overdue' and a.state = 'open' and ", due_day!(), " < $4))"
        )
    };
}
sql!(
    REGISTER,
    lines!(
        concat!(
            "select x.* from (select ",
            columns!(),
            " from action a where a.id in (",
            register!("a.id"),
            ")) x
             order by case when x.state = 'open' then 0 else 1 end, x.due_day nulls last, x.made_on desc, x.id limit $10 offset $11"
        ),
        "case when a.state = 'open' then 0 else 1 end, a.due_day nulls last, a.made_on desc, a.id, o.position"
    )
);
sql!(REGISTER_COUNT, register!("count(*) as n"));
sql!(
    INSERT,
    "insert into action (id, partnership_id, body_id, meeting_id, item_id, position, words, due_on, due_at_next_meeting, due_words, state, ended_on,
       exempt, ground_id, made_on, version)
     values ($1, $2, $3, $4, $5, (select coalesce(max(a.position), 0) + 1 from action a where a.body_id = $3 and a.meeting_id is not distinct from $4),
       $6, $7, $8, $9, $10, $11, $12, $13, $14, 1)"
);
sql!(
    INSERT_OWNER,
    "insert into action_owner (action_id, position, kind, person_id, organisation_id, office, words) values ($1, $2, $3, $4, $5, $6, $7)"
);
sql!(DELETE_OWNERS, "delete from action_owner where action_id = $1");
sql!(
    CHANGE,
    "update action set words = $2, due_on = $3, due_at_next_meeting = $4, due_words = $5, exempt = $6, ground_id = $7, version = version + 1
     where id = $1 and version = $8"
);
sql!(SET_STATE, "update action set state = $2, ended_on = $3, version = version + 1 where id = $1");
sql!(INSERT_REPORT, "insert into action_report (id, action_id, reported_at, person_id, state, words, until_day) values ($1, $2, $3, $4, $5, $6, $7)");
sql!(
    REPORTS,
    "select t.reported_at, t.state, t.words, t.until_day, p.name as person_name from action_report t left join person p on p.id = t.person_id
     where t.action_id = $1 order by t.reported_at desc, t.id desc"
);
sql!(NAME, "select name from person where id = $1");
sql!(PARTNERSHIP_OF, "select partnership_id from body where id = $1");
sql!(BODY_NAME, "select name, slug from body where id = $1");
sql!(PARTNERSHIP, "select name, slug from partnership where id = $1");
sql!(PLACE, "select m.body_id, m.day, (select i.id from item i where i.id = $2 and i.meeting_id = m.id) as item_id from meeting m where m.id = $1");
sql!(
    WHO_COULD_OWE,
    "select p.id as person_id, p.name as person_name, r.id as organisation_id, r.name as organisation_name
     from seat s join appointment a on a.seat_id = s.id join person p on p.id = a.person_id
     left join organisation r on r.id = coalesce(a.organisation_id, s.organisation_id)
     where s.body_id = $1 and (a.starts_on is null or a.starts_on <= $2) and (a.ends_on is null or a.ends_on >= $2)
     order by p.sort_name, p.id"
);
sql!(GROUNDS, "select id, code, words from ground where body_id = $1 order by position");

fn line(row: &Row) -> Result<Action> {
    let item_exempt: bool = row.get("item_exempt")?;
    let exempt_itself: bool = row.get("exempt")?;
    let ground: Option<Uuid> = row.get("ground_id")?;
    let item_ground: Option<Uuid> = row.get("item_ground")?;
    let last_report = match row.word_or_none("report_kind")? {
        None => None,
        Some(kind) => Some(LastReport { kind, words: row.get("report_words")?, until: row.get("report_until")?, at: row.get("reported_at")? }),
    };
    Ok(Action {
        id: row.get("id")?,
        body: row.get("body_id")?,
        body_name: row.get("body_name")?,
        body_slug: row.get("body_slug")?,
        meeting: row.get("meeting_id")?,
        meeting_day: row.get("meeting_day")?,
        item: row.get("item_id")?,
        item_number: row.get("item_number")?,
        position: row.get("position")?,
        words: row.get("words")?,
        owners: Vec::new(),
        due: Due { on: row.get("due_on")?, next_meeting: row.get("due_at_next_meeting")?, words: row.get("due_words")? },
        due_day: row.get("due_day")?,
        state: row.word("state")?,
        ended_on: row.get("ended_on")?,
        made_on: row.get("made_on")?,
        exempt: exempt_itself || item_exempt,
        ground: ground.or(item_ground),
        exempt_itself,
        last_report,
        version: row.get("version")?,
    })
}

/// The owner in a row that bears the columns of one; none where the action has none.
///
/// # Errors
/// A fault when the row has no such columns.
pub fn owner(row: &Row) -> Result<Option<OwnerLine>> {
    let Some(kind) = row.get("owner_kind")? else { return Ok(None) };
    Ok(Some(OwnerLine {
        kind,
        person: row.get("owner_person")?,
        person_name: row.get("owner_person_name")?,
        organisation: row.get("owner_organisation")?,
        organisation_name: row.get("owner_organisation_name")?,
        office: row.get("owner_office")?,
        words: row.get("owner_words")?,
    }))
}

/// One row for each owner becomes one action with its owners.
fn gathered(rows: &[Row]) -> Result<Vec<Action>> {
    let mut actions: Vec<Action> = Vec::new();
    for row in rows {
        let id: ActionId = row.get("id")?;
        if actions.last().is_none_or(|last| last.id != id) {
            actions.push(line(row)?);
        }
        if let (Some(last), Some(owner)) = (actions.last_mut(), owner(row)?) {
            last.owners.push(owner);
        }
    }
    Ok(actions)
}

/// One action.
///
/// # Errors
/// [`Error::NotFound`] without such an action.
pub async fn action(read: &mut Read, id: ActionId) -> Result<Action> {
    gathered(&read.all(&ONE, args![id]).await?)?.into_iter().next().ok_or(Error::NotFound)
}

/// The actions a meeting set, in their order.
///
/// # Errors
/// A fault when the database refuses.
pub async fn of_meeting(read: &mut Read, meeting: MeetingId) -> Result<Vec<Action>> {
    gathered(&read.all(&OF_MEETING, args![meeting]).await?)
}

/// What comes up under matters arising when the body meets on that day: every action still owed, and what was done since
/// the meeting before.
///
/// # Errors
/// A fault when the database refuses.
pub async fn open_for(read: &mut Read, body: BodyId, meets_on: Day) -> Result<Vec<Action>> {
    gathered(&read.all(&FOR_MATTERS_ARISING, args![body, meets_on]).await?)
}

/// A page of a partnership's register as this reader may see it, and how many actions the filter leaves.
///
/// # Errors
/// A fault when the database refuses.
pub async fn register(
    read: &mut Read,
    partnership: PartnershipId,
    reader: Option<PersonId>,
    reads: Reads,
    today: Day,
    filter: &Filter,
) -> Result<(Vec<Action>, i64)> {
    let shown = filter.shown.word();
    let narrowed = args![partnership, reads.word(), reader, today, filter.body, filter.person, filter.organisation, filter.due_by, shown];
    let count: i64 = read.one(&REGISTER_COUNT, narrowed.clone()).await?.get("n")?;
    let mut paged = narrowed;
    paged.extend(args![PAGE, PAGE * filter.page]);
    Ok((gathered(&read.all(&REGISTER, paged).await?)?, count))
}

/// What was reported on an action, newest first.
///
/// # Errors
/// A fault when the database refuses.
pub async fn reports(read: &mut Read, action: ActionId) -> Result<Vec<Report>> {
    read.each(&REPORTS, args![action], |row| {
        Ok(Report {
            at: row.get("reported_at")?,
            person_name: row.get("person_name")?,
            kind: row.word("state")?,
            words: row.get("words")?,
            until: row.get("until_day")?,
        })
    })
    .await
}

/// A body's name and its slug.
///
/// # Errors
/// [`Error::NotFound`] without such a body.
pub async fn body_name(read: &mut Read, body: BodyId) -> Result<(String, String)> {
    let row = read.one(&BODY_NAME, args![body]).await?;
    Ok((row.get("name")?, row.get("slug")?))
}

/// A partnership's name and its slug.
///
/// # Errors
/// [`Error::NotFound`] without such a partnership.
pub async fn partnership_name(read: &mut Read, partnership: PartnershipId) -> Result<(String, String)> {
    let row = read.one(&PARTNERSHIP, args![partnership]).await?;
    Ok((row.get("name")?, row.get("slug")?))
}

/// The day of a meeting, when it is a meeting of that body and the item is one of its items.
///
/// # Errors
/// [`Error::NotFound`] otherwise.
pub async fn meeting_day(read: &mut Read, body: BodyId, meeting: MeetingId, item: Option<ItemId>) -> Result<Day> {
    let row = read.one(&PLACE, args![meeting, item]).await?;
    let (of, found): (BodyId, Option<ItemId>) = (row.get("body_id")?, row.get("item_id")?);
    if of == body && found == item { row.get("day") } else { Err(Error::NotFound) }
}

/// Somebody who sits on a body, and for whom.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Candidate {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// Their organisation.
    pub organisation: Option<(OrganisationId, String)>,
}

/// Who sits on a body on a day, for the choice of owners.
///
/// # Errors
/// A fault when the database refuses.
pub async fn who_could_owe(read: &mut Read, body: BodyId, on: Day) -> Result<Vec<Candidate>> {
    read.each(&WHO_COULD_OWE, args![body, on], |row| {
        let organisation: Option<OrganisationId> = row.get("organisation_id")?;
        let name: Option<String> = row.get("organisation_name")?;
        Ok(Candidate { person: row.get("person_id")?, name: row.get("person_name")?, organisation: organisation.zip(name) })
    })
    .await
}

/// The grounds on which a body may keep something from the public: id and words.
///
/// # Errors
/// A fault when the database refuses.
pub async fn grounds(read: &mut Read, body: BodyId) -> Result<Vec<(Uuid, String)>> {
    read.each(&GROUNDS, args![body], |row| Ok((row.get("id")?, format!("{} {}", row.get::<String>("code")?, row.get::<String>("words")?)))).await
}

/// The partnership a body belongs to.
///
/// # Errors
/// [`Error::NotFound`] without such a body.
pub async fn partnership_of(read: &mut Read, body: BodyId) -> Result<PartnershipId> {
    read.one(&PARTNERSHIP_OF, args![body]).await?.get("partnership_id")
}

/// A person's name.
///
/// # Errors
/// [`Error::NotFound`] without such a person.
pub async fn name_of(read: &mut Read, person: PersonId) -> Result<String> {
    read.one(&NAME, args![person]).await?.get("name")
}

/// Writes a new action with its owners.
///
/// # Errors
/// A fault when the database refuses.
pub async fn insert(w: &mut Write, id: ActionId, body: BodyId, made_on: Day, new: &NewAction) -> Result<()> {
    let partnership = w.partnership();
    let ended_on = (new.state == ActionState::Done).then_some(made_on);
    let (due, state) = (&new.due, new.state.word());
    let words = new.words.trim();
    w.run(
        &INSERT,
        args![
            id,
            partnership,
            body,
            new.meeting,
            new.item,
            words,
            due.on,
            due.next_meeting,
            due.words,
            state,
            ended_on,
            new.exempt,
            new.ground,
            made_on
        ],
    )
    .await?;
    insert_owners(w, id, &new.owners).await
}

async fn insert_owners(w: &mut Write, id: ActionId, owners: &[Owner]) -> Result<()> {
    let rows = (1i64..).zip(owners).map(|(position, owner)| {
        let (organisation, office, words) = match owner {
            Owner::Organisation { organisation, .. } => (Some(*organisation), None, None),
            Owner::Office { office, .. } => (None, Some(office.clone()), None),
            Owner::Words { words } => (None, None, Some(words.clone())),
            Owner::Person { .. } | Owner::AllPartners => (None, None, None),
        };
        args![id, position, owner.kind(), owner.person(), organisation, office, words]
    });
    w.run_each(&INSERT_OWNER, rows.collect()).await
}

/// Writes what changed; answers whether the version was still the one that was opened.
///
/// # Errors
/// A fault when the database refuses.
pub async fn change(w: &mut Write, id: ActionId, changed: &ChangedAction) -> Result<bool> {
    let due = &changed.due;
    let words = changed.words.trim();
    let arguments = args![id, words, due.on, due.next_meeting, due.words, changed.exempt, changed.ground, changed.version];
    if w.run(&CHANGE, arguments).await? == 0 {
        return Ok(false);
    }
    w.run(&DELETE_OWNERS, args![id]).await?;
    insert_owners(w, id, &changed.owners).await?;
    Ok(true)
}

/// Writes how an action stands now.
///
/// # Errors
/// A fault when the database refuses.
pub async fn set_state(w: &mut Write, id: ActionId, state: ActionState, ended_on: Option<Day>) -> Result<()> {
    w.run(&SET_STATE, args![id, state.word(), ended_on]).await?;
    Ok(())
}

/// Writes a report.
///
/// # Errors
/// A fault when the database refuses.
pub async fn insert_report(w: &mut Write, action: ActionId, report: &NewReport) -> Result<()> {
    let person = w.person();
    insert_report_of(w, action, person, report).await
}

/// Writes a report of somebody, whoever writes it down.
///
/// # Errors
/// A fault when the database refuses.
pub(crate) async fn insert_report_of(w: &mut Write, action: ActionId, person: Option<PersonId>, report: &NewReport) -> Result<()> {
    let (id, now): (Uuid, _) = (w.id(), w.now());
    let words = report.words.trim();
    w.run(&INSERT_REPORT, args![id, action, now, person, report.kind.word(), words, report.until]).await?;
    Ok(())
}

impl Default for Filter {
    fn default() -> Self {
        Self { body: None, person: None, organisation: None, due_by: None, shown: Shown::Open, page: 0 }
    }
}
