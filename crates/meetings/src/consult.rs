//! What the body's own terms say: asked of the charter in force on the meeting's day, with the record of the body.

use ::store::{Read, args, sql};
use charter::Answer;
use kernel::{BodyId, Day, Error, Findings, MeetingId, PersonId, Result, SeatId};

use crate::model::{Meeting, Substitute};
use crate::rules;

sql!(
    CHAIR,
    "select o.person_id from office o where o.body_id = $1 and o.kind = 'chair'
       and (o.starts_on is null or o.starts_on <= $2) and (o.ends_on is null or o.ends_on >= $2) order by o.starts_on desc nulls last limit 1"
);

/// How an item stands to the deadline of the terms.
#[derive(Debug, Clone, PartialEq)]
pub enum Lateness {
    /// In time, or the terms give no deadline.
    InTime,
    /// It takes a ruling; the clause, and whether the terms name nobody who could give it.
    Late {
        /// The clause that asks for the ruling.
        clause: Option<String>,
        /// Said in words.
        sentence: String,
        /// The terms name nobody who could rule here.
        nobody_can: bool,
    },
    /// The terms refuse it.
    Refused(Findings),
}

impl Lateness {
    /// None in time, the clause when it takes a ruling.
    ///
    /// # Errors
    /// Refused when the terms refuse the item.
    pub fn findings_or_late(self) -> Result<Option<Option<String>>> {
        match self {
            Self::InTime => Ok(None),
            Self::Late { clause, .. } => Ok(Some(clause)),
            Self::Refused(findings) => Err(Error::Refused(findings)),
        }
    }

    /// The clause that asks for a ruling.
    pub fn clause(&self) -> Option<String> {
        match self {
            Self::Late { clause, .. } => clause.clone(),
            _ => None,
        }
    }
}

/// Whether the terms leave room for business that nobody notified. Terms that say nothing leave it.
///
/// # Errors
/// A fault when the database refuses.
pub async fn other_business(read: &mut Read, body: BodyId, day: Day) -> Result<bool> {
    Ok(!matches!(may(read, body, day, None, charter::Action::AnyOtherBusiness).await?, Answer::No { .. } | Answer::Ruling(_)))
}

/// How an item notified on a day stands to the deadline.
///
/// # Errors
/// A fault when the database refuses.
pub async fn item_lateness(read: &mut Read, meeting: &Meeting, on: Day, item: Option<kernel::ItemId>) -> Result<Lateness> {
    let action = charter::Action::ItemNotify { meeting: meeting.id.to_string(), day: on, item: item.map(|id| id.to_string()) };
    let answer = may(read, meeting.body, meeting.day, Some(meeting.id), action).await?;
    Ok(match answer {
        Answer::Ruling(ruling) => Lateness::Late { clause: Some(ruling.clause), sentence: ruling.sentence, nobody_can: ruling.nobody_can },
        Answer::No { .. } => Lateness::Refused(rules::said("title", &answer)),
        Answer::Yes { .. } | Answer::NotSaid { .. } | Answer::CannotTell { .. } => Lateness::InTime,
    })
}

/// Whether somebody may sit in a member's place, told today.
///
/// # Errors
/// A fault when the database refuses.
pub async fn may_substitute(read: &mut Read, meeting: &Meeting, seat: Option<SeatId>, substitute: &Substitute, today: Day) -> Result<Answer> {
    let Some(seat) = seat else { return Ok(Answer::NotSaid { sentence: String::new() }) };
    let person = match substitute {
        Substitute::Known(person) => person.to_string(),
        Substitute::Named(name) => name.clone(),
    };
    let action = charter::Action::Substitute { seat: seat.to_string(), person, meeting: meeting.id.to_string(), day: today };
    may(read, meeting.body, meeting.day, Some(meeting.id), action).await
}

/// The clause under which a guest needs the chair's agreement; none where the terms ask for nothing.
///
/// # Errors
/// A fault when the database refuses.
pub async fn guest_ruling(read: &mut Read, meeting: &Meeting, person: Option<PersonId>) -> Result<Option<String>> {
    let action = charter::Action::Attend { person: person.map_or_else(String::new, |id| id.to_string()), meeting: meeting.id.to_string() };
    Ok(match may(read, meeting.body, meeting.day, Some(meeting.id), action).await? {
        Answer::Ruling(ruling) => Some(ruling.clause),
        _ => None,
    })
}

/// By when the terms want the papers of a meeting out, and the clause.
///
/// # Errors
/// A fault when the database refuses.
pub async fn papers_due(read: &mut Read, meeting: &Meeting) -> Result<Option<(Day, String)>> {
    let duties = duties(read, meeting).await?;
    let papers = duties.into_iter().filter(|duty| duty.code == "send_papers");
    Ok(papers.min_by_key(|duty| duty.letter).map(|duty| (duty.letter, duty.clause)))
}

/// Who rules here: the chair who acts, else whom the record names, else whoever chairs the body on the meeting's day.
///
/// # Errors
/// A fault when the database refuses.
pub async fn who_rules(read: &mut Read, meeting: &Meeting, chair: Option<PersonId>, named: Option<PersonId>) -> Result<Option<PersonId>> {
    match chair.or(named) {
        Some(person) => Ok(Some(person)),
        None => read.maybe(&CHAIR, args![meeting.body, meeting.day]).await?.map(|row| row.get("person_id")).transpose(),
    }
}

/// What must be done for a meeting, and by when.
///
/// # Errors
/// A fault when the database refuses.
pub async fn duties(_read: &mut Read, _meeting: &Meeting) -> Result<Vec<charter::Duty>> {
    Ok(Vec::new())
}

async fn may(_read: &mut Read, _body: BodyId, _day: Day, _meeting: Option<MeetingId>, _action: charter::Action) -> Result<Answer> {
    Ok(Answer::NotSaid { sentence: String::new() })
}
