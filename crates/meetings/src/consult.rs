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

/// What the terms say of substitutes, each a sentence with its clause.
#[derive(Debug, Clone, Default, serde::Serialize)]
pub struct OfSubstitutes {
    /// Whether one may sit in the member's place.
    pub sit: Said,
    /// Whether one votes.
    pub vote: Said,
    /// Whether one counts towards the quorum.
    pub count: Said,
}

/// An answer of the terms, as a page shows it.
#[derive(Debug, Clone, Default, serde::Serialize)]
pub struct Said {
    /// `yes`, `no`, `ruling`, `not-said`, `cannot-tell`.
    pub word: &'static str,
    /// In words.
    pub sentence: String,
    /// The clause.
    pub clause: Option<String>,
}

impl OfSubstitutes {
    pub(crate) fn sample() -> Self {
        let said = |word, clause: Option<&str>| Said { word, sentence: "a member may name a substitute in advance".to_owned(), clause: clause.map(str::to_owned) };
        Self { sit: said("yes", Some("3.10")), vote: said("not-said", None), count: said("no", Some("3.12")) }
    }
}

fn in_short(answer: &Answer) -> Said {
    let (word, sentence, clause) = match answer {
        Answer::Yes { clause, sentence } => ("yes", sentence.clone(), clause.clone()),
        Answer::Ruling(ruling) => ("ruling", ruling.sentence.clone(), Some(ruling.clause.clone())),
        Answer::No { findings } => {
            let first = findings.first();
            ("no", first.map(|f| f.sentence.clone()).unwrap_or_default(), first.and_then(|f| f.clause.clone()))
        }
        Answer::NotSaid { sentence } => ("not-said", sentence.clone(), None),
        Answer::CannotTell { sentence, .. } => ("cannot-tell", sentence.clone(), None),
    };
    Said { word, sentence, clause }
}

/// What the terms say of a substitute for a seat at a meeting: may they sit, vote, count.
///
/// # Errors
/// A fault when the database refuses.
pub async fn of_substitutes(read: &mut Read, meeting: &Meeting, seat: Option<SeatId>, today: Day) -> Result<OfSubstitutes> {
    let sit = may_substitute(read, meeting, seat, &Substitute::Named(String::new()), today).await?;
    let vote = may(read, meeting.body, meeting.day, Some(meeting.id), charter::Action::SubstituteVotes).await?;
    let count = may(read, meeting.body, meeting.day, Some(meeting.id), charter::Action::SubstituteCounts).await?;
    Ok(OfSubstitutes { sit: in_short(&sit), vote: in_short(&vote), count: in_short(&count) })
}

/// The lamp of the quorum: yes, no or unknown, with the sentence that says why.
#[derive(Debug, Clone, Default, serde::Serialize)]
pub struct Lamp {
    /// `yes`, `no`, `unknown`.
    pub state: &'static str,
    /// Said with its numbers.
    pub sentence: String,
    /// The clause.
    pub clause: Option<String>,
    /// Where it can be read.
    pub href: Option<String>,
}

/// The lamp at an item, as the room stands when it is dealt with.
///
/// # Errors
/// A fault when the database refuses.
pub async fn lamp(
    _read: &mut Read,
    _meeting: &Meeting,
    _items: &[crate::model::Item],
    _roll: &[crate::model::Attendance],
    _presiding: &[crate::model::Presiding],
    _invitations: &[crate::model::Invitation],
    _at: Option<kernel::ItemId>,
) -> Result<Lamp> {
    Ok(Lamp { state: "unknown", sentence: web::words("lamp-no-terms", &[]), clause: None, href: None })
}
