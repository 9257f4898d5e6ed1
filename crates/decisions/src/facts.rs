//! What this slice tells the charter's record: motions with their votes, and what was decided.

use std::collections::{BTreeSet, HashMap};

use ::store::{Read, Row};
use charter::{Cast, Decision, Kind, Motion, Record, Vote, Votes};
use kernel::{Day, DecisionId, ItemId, MeetingId, MotionId, PersonId, Result, SeatId};
use terms::{FactSource, Records, Scope};

use crate::model::{self, How, Outcome};
use crate::store;

const TELLS: &[Kind] = &[Kind::Motions, Kind::Decisions];

inventory::submit! {
    FactSource { name: "decisions", tells: TELLS, gather: |read, scope, records| Box::pin(gather(read, scope, records)) }
}

fn cast(cast: model::Cast) -> Cast {
    match cast {
        model::Cast::For => Cast::For,
        model::Cast::Against => Cast::Against,
        model::Cast::Abstained => Cast::Abstained,
    }
}

/// The motions of a meeting, or of all of a body's. They are whole for the meetings that were kept here. Where older notes say
/// that something was agreed and not how, nothing is filled in.
async fn gather(read: &mut Read, scope: &Scope, records: &mut Records) -> Result<()> {
    let mut votes: HashMap<MotionId, Vec<Vote>> = HashMap::new();
    let rows = store::told(read, scope).await?;
    for row in &rows {
        if row.get::<String>("what")? == "vote" {
            let (person, seat): (PersonId, SeatId) = (row.get("person_id")?, row.get("other_id")?);
            let vote = Vote { person: person.to_string(), seat: Some(seat.to_string()), cast: cast(row.word("cast_as")?) };
            votes.entry(row.get("id")?).or_default().push(vote);
        }
    }
    for row in rows {
        let record = records.of_row(&row)?;
        match row.get::<String>("what")?.as_str() {
            "motion" => tell_motion(record, &row, &mut votes)?,
            "kept" => {
                let day: Option<Day> = row.get("day")?;
                record.complete(Kind::Motions, day, day).complete(Kind::Decisions, day, day);
            }
            _ => {}
        }
    }
    Ok(())
}

fn tell_motion(record: &mut Record, row: &Row, votes: &mut HashMap<MotionId, Vec<Vote>>) -> Result<()> {
    let id: MotionId = row.get("id")?;
    let how = row.word_or_none::<How>("how")?;
    let outcome = row.word_or_none::<Outcome>("outcome")?;
    let matters: BTreeSet<String> = row.get::<String>("words")?.split('\n').filter(|class| !class.is_empty()).map(str::to_owned).collect();
    let meeting = row.get::<Option<MeetingId>>("meeting_id")?.map(|id| id.to_string());
    let item = row.get::<Option<ItemId>>("item_id")?.map(|id| id.to_string());
    let person = |name: &str| -> Result<Option<String>> { Ok(row.get::<Option<PersonId>>(name)?.map(|id| id.to_string())) };
    let number = |name: &str| -> Result<Option<u32>> { Ok(row.get::<Option<i64>>(name)?.and_then(|n| u32::try_from(n).ok())) };
    let counted = [number("votes_for")?, number("votes_against")?, number("abstained")?];
    if let Some(meeting) = &meeting {
        record.motions.push(Motion {
            id: id.to_string(),
            meeting: meeting.clone(),
            item: item.clone(),
            matters: matters.clone(),
            moved: person("person_id")?,
            seconded: person("other_id")?,
            consensus: match how {
                Some(How::Consensus) => Some(true),
                Some(how) if how.is_vote() => Some(false),
                _ => None,
            },
            votes: votes.remove(&id).unwrap_or_default(),
            count: (how == Some(How::Counted) && counted.iter().any(Option::is_some)).then(|| Votes {
                in_favour: counted[0].unwrap_or(0),
                against: counted[1].unwrap_or(0),
                abstained: counted[2].unwrap_or(0),
            }),
            casting: row.word_or_none::<model::Cast>("cast_as")?.map(cast),
            ..Motion::default()
        });
    }
    if let (Some(decision), Some(Outcome::Agreed | Outcome::Amended)) = (row.get::<Option<DecisionId>>("decision_id")?, outcome) {
        record.decisions.push(Decision {
            id: decision.to_string(),
            day: row.get("taken_on")?,
            motion: meeting.is_some().then(|| id.to_string()),
            meeting,
            item,
            matters,
            ..Decision::default()
        });
    }
    Ok(())
}
