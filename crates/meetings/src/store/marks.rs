//! What other slices keep about a meeting's items, as the meeting page shows it: interests, motions with their decisions,
//! actions. Read only, in one statement; their acts and their own pages are theirs.

use ::store::{Read, args, sql};
use kernel::{ItemId, MeetingId, PersonId, Result};
use serde::Serialize;
use uuid::Uuid;

sql!(
    MARKS,
    "select 'interest' as kind, d.id, d.item_id, d.person_id, p.name, d.kind as word, d.nature as words, r.choice as outcome, r.reason, r.ruled_by as by_id
     from declaration d join person p on p.id = d.person_id
       left join ruling r on r.id = (select x.id from ruling x where x.about = 'interest' and x.about_id = d.id and x.choice is not null
         order by x.ruled_at desc nulls last, x.id desc limit 1)
     where d.meeting_id = $1 and d.withdrawn_at is null
     union all
     select 'motion', m.id, m.item_id, m.moved_by, p.name, c.how, coalesce(c.words, m.words), c.outcome, c.explanation, m.seconded_by
     from motion m left join decision c on c.motion_id = m.id left join person p on p.id = m.moved_by where m.meeting_id = $1
     union all
     select 'action', a.id, a.item_id, o.person_id, coalesce(p.name, g.name, o.office, o.words), a.state, a.words, o.kind, a.due_words, null
     from action a left join action_owner o on o.action_id = a.id left join person p on p.id = o.person_id
       left join organisation g on g.id = o.organisation_id where a.meeting_id = $1
     union all
     select 'sub-group', r.id, r.item_id, r.person_id, g.name, r.answer, coalesce(r.words, ''), null, p.name, null
     from item i join sub_group_report r on r.item_id = i.id join body g on g.id = r.body_id left join person p on p.id = r.person_id
     where i.meeting_id = $1 and r.answer is not null
     order by 1, 2"
);

// The minutes that a meeting takes: those of the meeting before it, and whatever else went round and is not approved.
sql!(
    MINUTES_TO_TAKE,
    "select e.id, e.day, coalesce(n.state, 'draft') as state from meeting t join meeting e on e.body_id = t.body_id and e.day < t.day and e.state = 'closed'
     left join minutes n on n.meeting_id = e.id
     where t.id = $1 and (n.state in ('cleared', 'circulated') or n.approved_at_meeting_id = t.id
       or (e.day = (select max(x.day) from meeting x where x.body_id = t.body_id and x.day < t.day and x.state = 'closed')
           and coalesce(n.state, 'draft') <> 'approved'))
     order by e.day"
);

/// The minutes of an earlier meeting, as the item that takes them shows them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EarlierMinutes {
    /// Of which meeting.
    pub meeting: MeetingId,
    /// Its day.
    pub day: kernel::Day,
    /// How far they are: `draft`, `cleared`, `circulated`, `approved`.
    pub state: String,
}

/// The minutes that a meeting takes.
///
/// # Errors
/// A fault when the database refuses.
pub async fn minutes_to_take(read: &mut Read, meeting: MeetingId) -> Result<Vec<EarlierMinutes>> {
    let line = |row: &::store::Row| Ok(EarlierMinutes { meeting: row.get("id")?, day: row.get("day")?, state: row.get("state")? });
    read.each(&MINUTES_TO_TAKE, args![meeting], line).await
}

/// Something that stands under an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Mark {
    /// `interest`, `motion`, `action`, `sub-group`.
    pub kind: String,
    /// Which record.
    pub id: Uuid,
    /// Under which item.
    pub item: Option<ItemId>,
    /// Who declared, moved, or owns the action.
    pub person: Option<PersonId>,
    /// Their names: an action can have several owners. `all-partners` stands for every partner.
    pub names: Vec<String>,
    /// The kind of interest, how a decision was taken, or where an action stands.
    pub word: Option<String>,
    /// What was declared, decided or is to be done.
    pub words: String,
    /// The part that was ruled, or what became of a motion.
    pub outcome: Option<String>,
    /// Why, or the terms' own explanation; for a sub-group, who answered.
    pub reason: Option<String>,
    /// Who ruled.
    pub by: Option<PersonId>,
}

/// What stands under the items of a meeting.
///
/// # Errors
/// A fault when the database refuses.
pub async fn marks(read: &mut Read, meeting: MeetingId) -> Result<Vec<Mark>> {
    let mut marks: Vec<Mark> = Vec::new();
    for row in read.all(&MARKS, args![meeting]).await? {
        let id: Uuid = row.get("id")?;
        let kind: String = row.get("kind")?;
        let outcome: Option<String> = row.get("outcome")?;
        // In an action's row the outcome is the kind of its owner.
        let every_partner = kind == "action" && outcome.as_deref() == Some("all-partners");
        let name = row.get::<Option<String>>("name")?.or_else(|| every_partner.then(|| "all-partners".to_owned()));
        if let Some(mark) = marks.last_mut().filter(|mark| mark.id == id) {
            mark.names.extend(name);
            continue;
        }
        marks.push(Mark {
            id,
            item: row.get("item_id")?,
            person: row.get("person_id")?,
            names: name.into_iter().collect(),
            word: row.get("word")?,
            words: row.get("words")?,
            outcome: outcome.filter(|_| kind != "action"),
            reason: row.get("reason")?,
            by: row.get("by_id")?,
            kind,
        });
    }
    Ok(marks)
}
