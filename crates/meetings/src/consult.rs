//! What the body's own terms say: asked of the charter in force on the meeting's day, with the record of the body.

use std::sync::Arc;

use ::store::Read;
use charter::{Action, Answer, Charter, Moment, Record, State};
use kernel::{BodyId, Day, Error, Findings, ItemId, PersonId, Result, SeatId};

use crate::model::{Attendance, Invitation, Item, Meeting, Presiding, Substitute};
use crate::store::Mark;
use crate::{facts, rules, store};

/// How an item stands to the deadline of the terms.
#[derive(Debug, Clone, PartialEq)]
pub enum Lateness {
    /// In time, or the terms give no deadline.
    InTime,
    /// It takes a ruling.
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

/// The terms of a body on a meeting's day, with what bears on the meeting. Read in four statements; everything is then
/// answered without the database.
pub struct Terms {
    charter: Option<Arc<Charter>>,
    record: Record,
    meeting: Option<Meeting>,
    slug: String,
}

impl Terms {
    /// The terms that a meeting is judged by.
    ///
    /// # Errors
    /// A fault when the database refuses.
    pub async fn of(read: &mut Read, meeting: &Meeting) -> Result<Self> {
        let mut terms = Self::of_body(read, meeting.body, meeting.day).await?;
        facts::tell_meeting(&mut terms.record, meeting);
        terms.slug = meeting.body_slug.clone();
        terms.meeting = Some(meeting.clone());
        Ok(terms)
    }

    /// The terms with the meeting itself and nobody who sits: enough for when its papers go out.
    async fn of_arrangements(read: &mut Read, meeting: &Meeting) -> Result<Self> {
        let charter = terms::in_force(read, meeting.body, meeting.day).await?.map(|found| found.charter);
        let mut record = Record::default();
        facts::tell_meeting(&mut record, meeting);
        Ok(Self { charter, record, meeting: Some(meeting.clone()), slug: meeting.body_slug.clone() })
    }

    async fn of_body(read: &mut Read, body: BodyId, day: Day) -> Result<Self> {
        let charter = terms::in_force(read, body, day).await?.map(|found| found.charter);
        let record = if charter.is_some() { terms::membership_of(read, body, day).await? } else { Record::default() };
        Ok(Self { charter, record, meeting: None, slug: String::new() })
    }

    /// With who is in the room.
    pub fn with_room(mut self, items: &[Item], roll: &[Attendance], presiding: &[Presiding], invitations: &[Invitation]) -> Self {
        if let Some(meeting) = &self.meeting {
            facts::tell_room(&mut self.record, meeting, items, roll, presiding, invitations);
        }
        self
    }

    /// With the interests declared on its items, and what was ruled: they bear on who decides, and so on the quorum.
    pub fn with_interests(mut self, marks: &[Mark]) -> Self {
        let Some(meeting) = &self.meeting else { return self };
        for mark in marks.iter().filter(|mark| mark.kind == "interest") {
            let (Some(person), Some(kind)) = (mark.person, &mark.word) else { continue };
            let part = mark.outcome.as_deref().and_then(interests::model::parse_part);
            self.record.interests.push(charter::Interest {
                meeting: meeting.id.to_string(),
                item: mark.item.map(|item| item.to_string()),
                person: person.to_string(),
                kind: kind.clone(),
                declared: Some(meeting.day),
                ruling: mark.by.zip(part).map(|(by, part)| charter::PartRuling { by: by.to_string(), part, reason: mark.reason.clone() }),
            });
        }
        if meeting.state != crate::model::MeetingState::Cancelled {
            self.record.complete(charter::Kind::Interests, Some(meeting.day), Some(meeting.day));
        }
        self
    }

    fn may(&self, action: &Action) -> Answer {
        match &self.charter {
            Some(charter) => charter::may(charter, &self.record, action),
            None => Answer::NotSaid { sentence: web::words("terms-none-recorded", &[]) },
        }
    }

    fn id(&self) -> String {
        self.meeting.as_ref().map(|meeting| meeting.id.to_string()).unwrap_or_default()
    }

    /// Whether the terms leave room for business that nobody notified. Terms that say nothing leave it.
    pub fn other_business(&self) -> bool {
        !matches!(self.may(&Action::AnyOtherBusiness), Answer::No { .. } | Answer::Ruling(_))
    }

    /// How an item notified on a day stands to the deadline.
    pub fn item_lateness(&self, on: Day) -> Lateness {
        let answer = self.may(&Action::ItemNotify { meeting: self.id(), day: on, item: None });
        match answer {
            Answer::Ruling(ruling) => Lateness::Late { clause: Some(ruling.clause), sentence: ruling.sentence, nobody_can: ruling.nobody_can },
            Answer::No { .. } => Lateness::Refused(rules::said("title", &answer)),
            Answer::Yes { .. } | Answer::NotSaid { .. } | Answer::CannotTell { .. } => Lateness::InTime,
        }
    }

    /// Whether somebody may sit in a member's place, told on a day.
    pub fn may_substitute(&self, seat: Option<SeatId>, substitute: &Substitute, told: Day) -> Answer {
        let Some(seat) = seat else { return Answer::NotSaid { sentence: String::new() } };
        let person = match substitute {
            Substitute::Known(person) => person.to_string(),
            Substitute::Named(name) => name.clone(),
        };
        self.may(&Action::Substitute { seat: seat.to_string(), person, meeting: self.id(), day: told })
    }

    /// The clause under which a guest needs the chair's agreement; none where the terms ask for nothing.
    pub fn guest_ruling(&self, person: Option<PersonId>) -> Option<String> {
        let person = person.map_or_else(String::new, |id| id.to_string());
        match self.may(&Action::Attend { person, meeting: self.id() }) {
            Answer::Ruling(ruling) => Some(ruling.clause),
            _ => None,
        }
    }

    /// What must be done for the meeting, and by when, earliest first.
    pub fn duties(&self) -> Vec<charter::Duty> {
        let (Some(charter), Some(meeting)) = (&self.charter, &self.meeting) else { return Vec::new() };
        // A year before covers every notice that terms ask for.
        let from = meeting.day.checked_sub(jiff::ToSpan::days(366)).unwrap_or(meeting.day);
        let id = self.id();
        charter::due(charter, &self.record, from, meeting.day).into_iter().filter(|duty| duty.meeting.as_deref() == Some(id.as_str())).collect()
    }

    fn papers_due(&self) -> Option<(Day, String)> {
        let papers =
            self.duties().into_iter().filter(|duty| duty.strict && matches!(duty.code.as_str(), "send_papers" | "send_agenda" | "send_notice"));
        papers.min_by_key(|duty| duty.letter).map(|duty| (duty.letter, duty.clause))
    }

    /// What the terms say of a substitute for a seat.
    pub fn of_substitutes(&self, seat: Option<SeatId>, told: Day) -> OfSubstitutes {
        OfSubstitutes {
            sit: in_short(&self.may_substitute(seat, &Substitute::Named(String::new()), told)),
            vote: in_short(&self.may(&Action::SubstituteVotes)),
            count: in_short(&self.may(&Action::SubstituteCounts)),
        }
    }

    /// What follows from an interest that somebody declared on an item: barred by the terms themselves, or waiting for a ruling.
    pub fn interest(&self, item: ItemId, person: PersonId) -> Follows {
        let (item, person) = (item.to_string(), person.to_string());
        let decide = self.may(&Action::Decide { item: item.clone(), person: person.clone() });
        let discuss = self.may(&Action::Discuss { item: item.clone(), person: person.clone() });
        let stay = self.may(&Action::Stay { item, person });
        let awaits = [&discuss, &stay, &decide].into_iter().find_map(|answer| match answer {
            Answer::Ruling(ruling) => Some(ruling.clause.clone()),
            _ => None,
        });
        match (decide, awaits) {
            (Answer::No { findings }, awaits) if findings.first().is_some_and(|finding| finding.code == "barred") => {
                Follows { bars: true, awaits: awaits.is_some(), clause: findings.into_iter().next().and_then(|finding| finding.clause) }
            }
            (_, awaits) => Follows { bars: false, awaits: awaits.is_some(), clause: awaits },
        }
    }

    /// The lamp of the quorum at an item, as the room stands when it is dealt with.
    pub fn lamp(&self, at: Option<ItemId>) -> Lamp {
        let Some(charter) = &self.charter else {
            return Lamp { state: "unknown", sentence: web::words("lamp-no-terms", &[]), clause: None, href: None };
        };
        let moment = at.map(|item| Moment::Item(item.to_string()));
        let verdict = charter::quorum(charter, &self.record, &self.id(), moment.as_ref());
        Lamp {
            state: match verdict.state {
                State::Met => "yes",
                State::Breached => "no",
                _ => "unknown",
            },
            sentence: verdict.sentence,
            href: verdict.clause.as_ref().map(|clause| format!("/bodies/{}/charter#{}", self.slug, terms::clause_anchor(clause))),
            clause: verdict.clause,
        }
    }
}

/// Whether a body's terms leave room for business that nobody notified.
///
/// # Errors
/// A fault when the database refuses.
pub async fn other_business(read: &mut Read, body: BodyId, day: Day) -> Result<bool> {
    Ok(Terms::of_body(read, body, day).await?.other_business())
}

/// How an item notified on a day stands to the deadline of the terms.
///
/// # Errors
/// A fault when the database refuses.
pub async fn item_lateness(read: &mut Read, meeting: &Meeting, on: Day) -> Result<Lateness> {
    Ok(Terms::of(read, meeting).await?.item_lateness(on))
}

/// By when the terms want a meeting's papers out, and the clause.
///
/// # Errors
/// A fault when the database refuses.
pub async fn papers_due(read: &mut Read, meeting: &Meeting) -> Result<Option<(Day, String)>> {
    Ok(Terms::of_arrangements(read, meeting).await?.papers_due())
}

/// How an item notified on a day stands to the deadline for each of some meetings, by the terms given.
pub fn lateness_for(charter: Option<Arc<Charter>>, meetings: &[Meeting], on: Day) -> Vec<Lateness> {
    let mut terms = Terms { charter, record: Record::default(), meeting: None, slug: String::new() };
    for meeting in meetings {
        facts::tell_meeting(&mut terms.record, meeting);
    }
    let lateness = |meeting: &Meeting| {
        terms.meeting = Some(meeting.clone());
        terms.item_lateness(on)
    };
    meetings.iter().map(lateness).collect()
}

/// Who rules here: the chair who acts, else whom the record names, else whoever chairs the body on the meeting's day.
///
/// # Errors
/// A fault when the database refuses.
pub async fn who_rules(read: &mut Read, meeting: &Meeting, chair: Option<PersonId>, named: Option<PersonId>) -> Result<Option<PersonId>> {
    match chair.or(named) {
        Some(person) => Ok(Some(person)),
        None => store::chair_on(read, meeting.body, meeting.day).await,
    }
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
        let said = |word, clause: Option<&str>| Said {
            word,
            sentence: "a member may name a substitute in advance".to_owned(),
            clause: clause.map(str::to_owned),
        };
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

/// What the terms make of an interest.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize)]
pub struct Follows {
    /// They bar its bearer from the decision by themselves.
    pub bars: bool,
    /// A ruling is awaited.
    pub awaits: bool,
    /// Under which clause.
    pub clause: Option<String>,
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
