//! Minutes from what happened: the roll, who presided, the items with their notes, interests, decisions and actions.

use ::store::{Read, Row, args, sql};
use decisions::model::How;
use decisions::pages::how_words;
use interests::model::{Declaration, part_word};
use kernel::{Day, Hour, InterestId, ItemId, MeetingId, Result};

use crate::model::{
    ActionMinute, Agreed, Attended, Content, DecisionMinute, Excused, InterestMinute, ItemMinute, NextMeeting, PaperMinute, ReportMinute, Stay,
};
use crate::store::Desk;

sql!(
    ROLL,
    "select a.id, p.name, a.capacity, a.description, s.label, o.name as organisation, q.name as in_place_of,
       x.arrived_at, x.arrived_item_id, x.left_at, x.left_item_id, g.reason as agreed, g.clause as agreed_clause, c.name as agreed_by
     from attendance a join person p on p.id = a.person_id join presence x on x.attendance_id = a.id
     left join seat s on s.id = a.seat_id left join organisation o on o.id = s.organisation_id left join person q on q.id = a.in_place_of
     left join ruling g on g.id = a.agreed_ruling_id and g.choice = 'agree' left join person c on c.id = g.ruled_by
     where a.meeting_id = $1 order by a.position, p.sort_name, a.id, x.id"
);
// Apologies, who presided from which item, and the body's meetings to come: three short lists in one answer.
sql!(
    AROUND,
    "select 'apologies' as what, p.name, p.sort_name as sorted, o.name as organisation, cast(null as uuid) as item_id, cast(null as date) as day,
       cast(null as text) as starts_at, cast(null as text) as place
     from invitation v join person p on p.id = v.person_id left join seat s on s.id = v.seat_id left join organisation o on o.id = s.organisation_id
     where v.meeting_id = $1 and v.answer in ('apologies', 'substitute')
       and not exists (select 1 from attendance a join presence x on x.attendance_id = a.id where a.meeting_id = v.meeting_id and a.person_id = v.person_id)
     union all
     select 'presiding', p.name, cast(r.position as text), null, r.from_item_id, null, null, null
     from presiding r join person p on p.id = r.person_id where r.meeting_id = $1
     union all
     select 'next', '', '', null, null, m.day, m.starts_at, m.place
     from meeting m join meeting t on t.id = $1 where m.body_id = t.body_id and m.day > t.day and m.state <> 'cancelled'
     order by what, day, sorted"
);
sql!(
    ITEMS,
    "select i.id, i.number, i.state, i.kind, i.title, i.presenter, i.late_reason, i.late, i.exempt, i.public_title, g.words as ground, i.notes
     from item i left join ground g on g.id = i.ground_id where i.meeting_id = $1 and i.state in ('accepted', 'awaiting-ruling') order by i.position, i.id"
);

sql!(
    PAPERS,
    "select id, item_id, title, first_page, page_count, exempt, public_title from paper
     where meeting_id = $1 and item_id is not null and first_page is not null and withdrawn_at is null order by item_id, position, id"
);

// What was reported on actions of earlier meetings while this one lasted.
sql!(
    REPORTED,
    "select a.id, a.words, a.exempt or coalesce(i.exempt, false) as exempt, t.id as report_id, t.state, t.words as said, t.until_day,
       o.kind as owner_kind, o.person_id as owner_person, p.name as owner_person_name, o.organisation_id as owner_organisation,
       r.name as owner_organisation_name, o.office as owner_office, o.words as owner_words
     from meeting m join action a on a.body_id = m.body_id and a.meeting_id is distinct from m.id
     join action_report t on t.action_id = a.id and t.reported_at >= m.opened_at and (m.closed_at is null or t.reported_at <= m.closed_at)
     left join item i on i.id = a.item_id left join action_owner o on o.action_id = a.id
     left join person p on p.id = o.person_id left join organisation r on r.id = o.organisation_id
     where m.id = $1 and m.opened_at is not null order by t.reported_at, t.id, o.position"
);

/// Makes the minutes of a meeting from its record as it stands.
///
/// # Errors
/// A fault when the database refuses.
pub async fn generate(read: &mut Read, meeting: MeetingId, desk: &Desk) -> Result<Content> {
    let mut content = desk.head.clone();
    let arising;
    (content.items, arising) = items(read, meeting).await?;
    roll(read, meeting, &mut content).await?;
    let presides = around(read, meeting, &mut content).await?;
    if let Some(place) = arising {
        content.items[place].reported = reported(read, meeting).await?;
    }
    let first = content.items.first().map(|item| item.id);
    for (name, from) in presides {
        match content.items.iter_mut().find(|item| Some(item.id) == from && from != first) {
            Some(item) => item.presides = Some(name),
            None => content.presided = Some(name),
        }
    }
    for row in read.all(&PAPERS, args![meeting]).await? {
        let pages = row.get::<Option<i64>>("first_page")?.zip(row.get::<Option<i64>>("page_count")?);
        let minute = PaperMinute {
            id: row.get("id")?,
            title: row.get("title")?,
            pages: pages.map(|(first, count)| meetings::model::page_span(first, count)),
            exempt: row.get("exempt")?,
            public_title: row.get("public_title")?,
        };
        let item: ItemId = row.get("item_id")?;
        if let Some(item) = content.items.iter_mut().find(|minute| minute.id == item) {
            item.papers.push(minute);
        }
    }
    let declarations = interests::store::declarations(read, meeting).await?;
    let bars = bars(read, meeting, &declarations).await?;
    for declaration in declarations {
        let barred = bars.iter().find(|(id, _)| *id == declaration.id).map(|(_, clause)| clause.clone());
        if let Some(item) = of(&mut content, Some(declaration.item)) {
            item.interests.push(InterestMinute { barred, ..interest(declaration) });
        }
    }
    outcomes(read, meeting, &mut content).await?;
    Ok(content)
}

/// What came of a meeting: its items with the decisions and actions on them, and nothing of who was there and what was said.
///
/// # Errors
/// A fault when the database refuses.
pub async fn what_came(read: &mut Read, meeting: MeetingId, desk: &Desk) -> Result<Content> {
    let (items, _) = items(read, meeting).await?;
    let mut content = Content { items, ..desk.head.clone() };
    outcomes(read, meeting, &mut content).await?;
    Ok(content)
}

/// Which of the interests the terms by themselves bar from the decision, and under which clause.
async fn bars(read: &mut Read, meeting: MeetingId, declarations: &[Declaration]) -> Result<Vec<(InterestId, String)>> {
    if declarations.iter().all(|declaration| declaration.ruling.is_some()) {
        return Ok(Vec::new());
    }
    let held = meetings::store::meeting(read, meeting).await?;
    let marks = meetings::store::marks(read, meeting).await?;
    let terms = meetings::consult::Terms::of(read, &held).await?.with_interests(&marks);
    let barred = |declaration: &Declaration| {
        let follows = terms.interest(declaration.item, declaration.person);
        Some((declaration.id, follows.clause.filter(|_| follows.bars)?))
    };
    Ok(declarations.iter().filter(|declaration| declaration.ruling.is_none()).filter_map(barred).collect())
}

async fn reported(read: &mut Read, meeting: MeetingId) -> Result<Vec<ReportMinute>> {
    let mut reports: Vec<ReportMinute> = Vec::new();
    let mut last: Option<uuid::Uuid> = None;
    for row in read.all(&REPORTED, args![meeting]).await? {
        let report: uuid::Uuid = row.get("report_id")?;
        if last.replace(report) != Some(report) {
            reports.push(ReportMinute {
                words: row.get("words")?,
                owners: Vec::new(),
                kind: row.get("state")?,
                until: row.get("until_day")?,
                said: row.get("said")?,
                exempt: row.get("exempt")?,
            });
        }
        if let (Some(minute), Some(owner)) = (reports.last_mut(), actions::store::owner(&row)?) {
            minute.owners.push(actions::pages::owner_words(&owner));
        }
    }
    Ok(reports)
}

/// The items that the meeting dealt with, numbered by their place where no agenda went out, and the place of matters arising.
async fn items(read: &mut Read, meeting: MeetingId) -> Result<(Vec<ItemMinute>, Option<usize>)> {
    let rows = read.all(&ITEMS, args![meeting]).await?;
    let mut items = rows.iter().map(item).collect::<Result<Vec<ItemMinute>>>()?;
    if items.iter().all(|item| item.number.is_none()) {
        let mut place = 0;
        for (item, row) in items.iter_mut().zip(&rows) {
            if row.get::<String>("state")? == "accepted" {
                place += 1;
                item.number = Some(place.to_string());
            }
        }
    }
    let mut arising = None;
    for (place, row) in rows.iter().enumerate() {
        if row.get::<String>("kind")? == "matters-arising" {
            arising = arising.or(Some(place));
        }
    }
    Ok((items, arising))
}

fn item(row: &Row) -> Result<ItemMinute> {
    Ok(ItemMinute {
        id: row.get("id")?,
        number: row.get("number")?,
        title: row.get("title")?,
        presenter: row.get("presenter")?,
        presides: None,
        late_reason: row.get::<Option<String>>("late_reason")?.filter(|_| row.get("late").unwrap_or(false)),
        exempt: row.get("exempt")?,
        public_title: row.get("public_title")?,
        ground: row.get("ground")?,
        notes: row.get("notes")?,
        papers: Vec::new(),
        interests: Vec::new(),
        reported: Vec::new(),
        decisions: Vec::new(),
        actions: Vec::new(),
    })
}

async fn outcomes(read: &mut Read, meeting: MeetingId, content: &mut Content) -> Result<()> {
    decisions(read, meeting, content).await?;
    for action in actions::store::of_meeting(read, meeting).await? {
        let minute = ActionMinute {
            owners: action.owners.iter().map(actions::pages::owner_words).collect(),
            due: actions::pages::due_words(&action),
            words: action.words.clone(),
            exempt: action.exempt,
        };
        if let Some(item) = of(content, action.item) {
            item.actions.push(minute);
        }
    }
    Ok(())
}

/// The item that something belongs to; the last one for what belongs to none.
fn of(content: &mut Content, item: Option<ItemId>) -> Option<&mut ItemMinute> {
    let at = item.and_then(|item| content.items.iter().position(|minute| minute.id == item));
    let at = at.or_else(|| content.items.len().checked_sub(1))?;
    content.items.get_mut(at)
}

async fn roll(read: &mut Read, meeting: MeetingId, content: &mut Content) -> Result<()> {
    let mut last: Option<uuid::Uuid> = None;
    let numbers: Vec<(ItemId, Option<String>)> = content.items.iter().map(|item| (item.id, item.number.clone())).collect();
    let number = |id: Option<ItemId>| numbers.iter().find(|(item, _)| Some(*item) == id).and_then(|(_, number)| number.clone());
    for row in read.all(&ROLL, args![meeting]).await? {
        let id: uuid::Uuid = row.get("id")?;
        let capacity: String = row.get("capacity")?;
        let present = matches!(capacity.as_str(), "member" | "substitute" | "listed");
        let list = if present { &mut content.present } else { &mut content.in_attendance };
        if last != Some(id) {
            last = Some(id);
            list.push(Attended {
                name: row.get("name")?,
                capacity,
                seat: row.get("label")?,
                organisation: row.get("organisation")?,
                description: row.get("description")?,
                in_place_of: row.get("in_place_of")?,
                stays: Vec::new(),
                agreed: match row.get::<Option<String>>("agreed")? {
                    None => None,
                    Some(words) => Some(Agreed { by: row.get("agreed_by")?, words, clause: row.get("agreed_clause")? }),
                },
            });
        }
        let stay = Stay {
            from_hour: row.get("arrived_at")?,
            from_item: number(row.get("arrived_item_id")?),
            until_hour: row.get("left_at")?,
            until_item: number(row.get("left_item_id")?),
        };
        let starts = content.starts_at;
        if let Some(attended) = list.last_mut() {
            attended.stays.push(unless_whole(stay, starts));
        }
    }
    for attended in content.present.iter_mut().chain(&mut content.in_attendance) {
        if attended.stays.iter().all(|stay| *stay == Stay::default()) {
            attended.stays.clear();
        }
    }
    Ok(())
}

/// Whoever was there by the hour at which the meeting began did not arrive during it.
fn unless_whole(mut stay: Stay, starts: Option<Hour>) -> Stay {
    if stay.from_hour.is_some_and(|hour| starts.is_some_and(|starts| hour <= starts)) {
        stay.from_hour = None;
        stay.from_item = None;
    }
    stay
}

async fn around(read: &mut Read, meeting: MeetingId, content: &mut Content) -> Result<Vec<(String, Option<ItemId>)>> {
    let mut presides = Vec::new();
    for row in read.all(&AROUND, args![meeting]).await? {
        let name: String = row.get("name")?;
        match row.get::<String>("what")?.as_str() {
            "apologies" => content.apologies.push(Excused { name, organisation: row.get("organisation")? }),
            "presiding" => presides.push((name, row.get("item_id")?)),
            _ => {
                let day: Option<Day> = row.get("day")?;
                if let Some(day) = day.filter(|_| content.next_meetings.len() < 3) {
                    content.next_meetings.push(NextMeeting { day, starts_at: row.get("starts_at")?, place: row.get("place")? });
                }
            }
        }
    }
    Ok(presides)
}

fn interest(declaration: Declaration) -> InterestMinute {
    let ruling = declaration.ruling;
    InterestMinute {
        name: declaration.person_name,
        kind: declaration.kind.to_string(),
        nature: declaration.nature,
        part: ruling.as_ref().map(|ruling| part_word(ruling.part).to_owned()),
        by: ruling.as_ref().map(|ruling| ruling.by_name.clone()),
        reason: ruling.as_ref().and_then(|ruling| ruling.reason.clone()),
        clause: ruling.and_then(|ruling| ruling.clause),
        barred: None,
    }
}

async fn decisions(read: &mut Read, meeting: MeetingId, content: &mut Content) -> Result<()> {
    let motions = decisions::store::of_meeting(read, meeting).await?;
    let by_name = motions.iter().any(|motion| motion.decision.as_ref().is_some_and(|decision| decision.how == How::Named));
    let votes = if by_name { decisions::store::votes_of_meeting(read, meeting).await? } else { Vec::new() };
    for motion in motions {
        let Some(decision) = motion.decision else { continue };
        let cast = votes.iter().filter(|vote| vote.motion == motion.id);
        let minute = DecisionMinute {
            outcome: decision.outcome.to_string(),
            how: how_words(&decision),
            how_recorded: decision.how != How::NotRecorded,
            words: decision.words,
            explanation: decision.explanation,
            reason: decision.reason,
            clause: decision.clause,
            moved: motion.moved_by_name,
            seconded: motion.seconded_by_name,
            votes: cast.map(|vote| (vote.seat_label.clone(), vote.person_name.clone().unwrap_or_default(), vote.cast.to_string())).collect(),
            exempt: motion.exempt,
            ground: motion.ground_words,
        };
        if let Some(item) = of(content, motion.item) {
            item.decisions.push(minute);
        }
    }
    Ok(())
}
