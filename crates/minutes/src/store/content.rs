//! Minutes from what happened: the roll, who presided, the items with their notes, interests, decisions and actions.

use ::store::{Read, args, sql};
use decisions::model::How;
use decisions::pages::how_words;
use interests::model::{Declaration, part_word};
use kernel::{Day, Hour, ItemId, MeetingId, Result};

use crate::model::{ActionMinute, Attended, Content, DecisionMinute, Excused, InterestMinute, ItemMinute, NextMeeting, PaperMinute, Stay};
use crate::store::Desk;

sql!(
    ROLL,
    "select a.id, p.name, a.capacity, a.description, s.label, o.name as organisation, q.name as in_place_of,
       x.arrived_at, f.number as from_item, x.left_at, u.number as until_item
     from attendance a join person p on p.id = a.person_id join presence x on x.attendance_id = a.id
     left join seat s on s.id = a.seat_id left join organisation o on o.id = s.organisation_id left join person q on q.id = a.in_place_of
     left join item f on f.id = x.arrived_item_id left join item u on u.id = x.left_item_id
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
    "select i.id, i.number, i.title, i.presenter, i.late_reason, i.late, i.exempt, i.public_title, g.words as ground, i.notes
     from item i left join ground g on g.id = i.ground_id where i.meeting_id = $1 and i.state in ('accepted', 'awaiting-ruling') order by i.position, i.id"
);

sql!(
    PAPERS,
    "select id, item_id, title, first_page, page_count, exempt, public_title from paper
     where meeting_id = $1 and item_id is not null and first_page is not null and withdrawn_at is null order by item_id, position, id"
);

/// Makes the minutes of a meeting from its record as it stands.
///
/// # Errors
/// A fault when the database refuses.
pub async fn generate(read: &mut Read, meeting: MeetingId, desk: &Desk) -> Result<Content> {
    let mut content = desk.head.clone();
    roll(read, meeting, &mut content).await?;
    let presides = around(read, meeting, &mut content).await?;
    content.items = items(read, meeting).await?;
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
    for declaration in interests::store::declarations(read, meeting).await? {
        if let Some(item) = of(&mut content, Some(declaration.item)) {
            item.interests.push(interest(declaration));
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
    let mut content = Content { items: items(read, meeting).await?, ..desk.head.clone() };
    outcomes(read, meeting, &mut content).await?;
    Ok(content)
}

async fn items(read: &mut Read, meeting: MeetingId) -> Result<Vec<ItemMinute>> {
    read.each(&ITEMS, args![meeting], |row| {
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
            decisions: Vec::new(),
            actions: Vec::new(),
        })
    })
    .await
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
            });
        }
        let stay = Stay {
            from_hour: row.get("arrived_at")?,
            from_item: row.get("from_item")?,
            until_hour: row.get("left_at")?,
            until_item: row.get("until_item")?,
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
