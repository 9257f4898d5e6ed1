//! What the terms ask of somebody by a day, for one body or for many.

use ::store::Read;
use charter::{Kind, Record};
use kernel::{BodyId, Day, PartnershipId, PersonId, Result};
use serde::Serialize;
use terms::{Governed, Of, Scope, clause_anchor};

use crate::store;

/// The kinds of facts that tell what is due and what of it is done.
const KINDS: &[Kind] = &[
    Kind::Seats,
    Kind::Appointments,
    Kind::Offices,
    Kind::Meetings,
    Kind::Sent,
    Kind::Approvals,
    Kind::Reports,
    Kind::Reviews,
    Kind::Requests,
    Kind::Events,
    Kind::Facts,
    Kind::Judgements,
    Kind::Roll,
];

/// How far back what is late is still looked for, in days.
const BACK: i64 = 366;
/// How far ahead a calendar of duties looks, in days.
const AHEAD: i64 = 366;

/// One duty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DutyLine {
    /// The body.
    #[serde(skip)]
    pub body: BodyId,
    /// Its partnership.
    #[serde(skip)]
    pub partnership: PartnershipId,
    /// Its name.
    pub body_name: String,
    /// Its address.
    pub slug: String,
    /// A word for programs: `send_papers`, `review`.
    pub code: String,
    /// The day to work to: the last day, or the working day before it.
    pub by: Day,
    /// The last day by the letter of the terms.
    pub letter: Day,
    /// What is to be done, in words.
    pub sentence: String,
    /// Who has to, in the terms' words.
    pub who: Option<String>,
    /// The clause.
    pub clause: String,
    /// Where it can be read.
    pub clause_href: String,
    /// How the days were counted.
    pub counted: Option<String>,
    /// The meeting it is for.
    pub meeting: Option<String>,
    /// When it was done.
    pub done: Option<Day>,
    /// Its day is past, and the record shows that it was not done.
    pub late: bool,
    /// It is today.
    pub today: bool,
    /// It falls to the person whose calendar it is.
    pub mine: bool,
}

/// Somebody who comes under a clause on absence at the next meeting that they miss.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NearLine {
    /// The body's name.
    pub body_name: String,
    /// The clause.
    pub clause: String,
    /// Where it can be read.
    pub clause_href: String,
    /// How many they missed, when, and what follows at the next.
    pub sentence: String,
    /// Who.
    #[serde(skip)]
    pub person: String,
    /// In which seat.
    #[serde(skip)]
    pub seat: String,
}

impl NearLine {
    pub(crate) fn sample() -> Vec<Self> {
        vec![Self {
            body_name: "Wealdshire Partnership Board".to_owned(),
            clause: "2.3".to_owned(),
            clause_href: "/bodies/board/charter#clause-2.3".to_owned(),
            sentence: "Maud Penhaligon has missed 2 meetings in a row; at 3 the chair may request another nominee (2.3)".to_owned(),
            person: String::new(),
            seat: String::new(),
        }]
    }

    /// Whoever is so near, by a body's terms and its record. It rests on who came to which meeting, so that it is for those inside.
    pub(crate) fn all(charter: &charter::Charter, record: &Record, today: Day, body_name: &str, slug: &str) -> Vec<Self> {
        let near = charter::lapsing(charter, record, today).into_iter();
        near.map(|one| Self {
            body_name: body_name.to_owned(),
            clause_href: format!("/bodies/{slug}/charter#{}", clause_anchor(&one.clause)),
            clause: one.clause,
            sentence: one.sentence,
            person: one.person,
            seat: one.seat,
        })
        .collect()
    }
}

/// A meeting in a calendar of duties.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingLine {
    /// Which.
    pub id: String,
    /// Its body's name.
    pub body_name: String,
    /// Its day.
    pub day: Day,
    /// Its hour, local.
    pub hour: Option<kernel::Hour>,
}

/// What is due, and the meetings it is due for.
#[derive(Debug, Clone, Default)]
pub struct Calendar {
    /// Earliest first.
    pub duties: Vec<DutyLine>,
    /// Meetings that were not called off, earliest first.
    pub meetings: Vec<MeetingLine>,
    /// Who is about to come under a clause on absence.
    pub near: Vec<NearLine>,
}

/// The kind of fact that shows a duty done: only where the record is whole for it is a duty of the past said to be late.
fn shown_by(code: &str) -> Kind {
    match code {
        "approve_minutes" => Kind::Approvals,
        "meet" | "fix_dates" => Kind::Meetings,
        "review" => Kind::Reviews,
        "report" => Kind::Reports,
        "fill_office" => Kind::Offices,
        "within" => Kind::Events,
        _ => Kind::Sent,
    }
}

impl Calendar {
    fn add(&mut self, governed: &Governed, record: &Record, today: Day, mine: impl Fn(Option<&str>) -> bool) {
        self.near.extend(NearLine::all(&governed.terms.charter, record, today, &governed.name, &governed.slug));
        let from = today.saturating_sub(jiff::Span::new().days(BACK));
        let to = today.saturating_add(jiff::Span::new().days(AHEAD));
        for duty in charter::due(&governed.terms.charter, record, from, to) {
            let past = duty.letter < today;
            // A last day for whoever has something is nobody's failing when it passes.
            let offer = duty.code == "notify_item";
            let known = record.is_complete(shown_by(&duty.code), duty.letter);
            if past && duty.done.is_none() && (offer || !known) {
                continue;
            }
            self.duties.push(DutyLine {
                body: governed.body,
                partnership: governed.partnership,
                body_name: governed.name.clone(),
                slug: governed.slug.clone(),
                by: duty.by,
                letter: duty.letter,
                sentence: duty.sentence,
                mine: mine(duty.who.as_deref()),
                who: duty.who,
                clause_href: format!("/bodies/{}/charter#{}", governed.slug, clause_anchor(&duty.clause)),
                clause: duty.clause,
                counted: duty.counted.as_ref().map(ToString::to_string),
                meeting: duty.meeting,
                done: duty.done,
                late: past && duty.done.is_none(),
                today: duty.letter == today,
                code: duty.code,
            });
        }
        for meeting in record.meetings.iter().filter(|meeting| !meeting.cancelled) {
            if let Some(day) = meeting.day.filter(|day| from <= *day && *day <= to) {
                self.meetings.push(MeetingLine { id: meeting.id.clone(), body_name: governed.name.clone(), day, hour: meeting.hour });
            }
        }
    }

    fn in_order(mut self) -> Self {
        self.duties.sort_by(|a, b| (a.by, a.letter, &a.body_name, &a.clause).cmp(&(b.by, b.letter, &b.body_name, &b.clause)));
        self.duties.dedup_by(|a, b| a.body == b.body && a.letter == b.letter && a.sentence == b.sentence);
        self.meetings.sort_by(|a, b| (a.day, a.hour, &a.body_name).cmp(&(b.day, b.hour, &b.body_name)));
        self
    }
}

/// As what somebody has to do with a body on a day.
#[derive(Debug, Clone, Default)]
struct Part {
    secretary: bool,
    chair: bool,
    vice_chair: bool,
    /// The organisations in whose seats they sit.
    sits_for: Vec<String>,
    member: bool,
}

impl Part {
    fn of(record: &Record, person: PersonId, day: Day, of_root: bool) -> Self {
        let me = person.to_string();
        let holds = |office: &str| record.holders(office, day).any(|holder| holder == me);
        let seats: Vec<&charter::Seat> = record
            .appointments
            .iter()
            .filter(|a| a.person == me && charter::Span { from: a.from, until: a.until }.holds(day))
            .filter_map(|a| record.seat(&a.seat))
            .collect();
        let name = |id: &String| record.organisations.iter().find(|o| &o.id == id).map(|o| o.name.to_lowercase());
        Self {
            secretary: of_root || holds("secretary"),
            chair: holds("chair"),
            vice_chair: holds("vice-chair"),
            sits_for: seats.iter().filter_map(|seat| seat.organisation.as_ref()).filter_map(name).collect(),
            member: !seats.is_empty(),
        }
    }

    /// Whether they hear of other members who are about to lose their seats.
    fn looks_after_members(&self) -> bool {
        self.secretary || self.chair || self.vice_chair
    }

    /// Whether a duty of these people, in the terms' words, is theirs. The secretariat looks after every duty of its bodies.
    fn is_concerned(&self, who: Option<&str>) -> bool {
        let Some(who) = who.map(str::to_lowercase) else { return self.secretary };
        let vice = who.contains("vice-chair");
        let chair = who.replace("vice-chair", "").contains("chair");
        let members = ["member", "partner", "representative", "seat"].iter().any(|word| who.contains(word));
        self.secretary
            || (vice && self.vice_chair)
            || (chair && self.chair)
            || (members && self.member)
            || self.sits_for.iter().any(|organisation| who.contains(organisation))
    }
}

/// Who is about to lose a seat of a body for not having come, as its terms in force have it.
///
/// # Errors
/// A fault when the database refuses.
pub async fn near_of(read: &mut Read, body: BodyId, today: Day) -> Result<Vec<NearLine>> {
    let scope = Scope::body(body, today).only(&[Kind::Seats, Kind::Appointments, Kind::Offices, Kind::Meetings, Kind::Roll]);
    let mut near = Vec::new();
    for governed in terms::in_force_of(read, &scope).await? {
        let record = terms::record(read, scope).await?;
        near.extend(NearLine::all(&governed.terms.charter, &record, today, &governed.name, &governed.slug));
    }
    Ok(near)
}

inventory::submit! {
    bodies::AttentionSource {
        gather: |read, body, today| {
            Box::pin(async move {
                let wanting = |one: NearLine| bodies::Wanting { words: one.sentence, clause: Some(one.clause), seat: Some(one.seat) };
                Ok(near_of(read, body, today).await?.into_iter().map(wanting).collect())
            })
        },
    }
}

/// The duties of one body, by its terms in force. `outward` leaves out of the record what outsiders may not know.
///
/// # Errors
/// A fault when the database refuses.
pub async fn of_body(read: &mut Read, body: BodyId, today: Day, outward: bool) -> Result<Calendar> {
    let mut calendar = Calendar::default();
    let scope = Scope::body(body, today).only(KINDS);
    for governed in terms::in_force_of(read, &scope).await? {
        let record = terms::record(read, scope).await?;
        let record = if outward { crate::public::outward(record) } else { record };
        calendar.add(&governed, &record, today, |_| false);
    }
    Ok(calendar.in_order())
}

/// The duties of every body of a partnership.
///
/// # Errors
/// A fault when the database refuses.
pub async fn of_partnership(read: &mut Read, partnership: PartnershipId, today: Day) -> Result<Calendar> {
    let mut calendar = Calendar::default();
    let scope = Scope::of(Of::Partnership(partnership), today).only(KINDS);
    let all = terms::in_force_of(read, &scope).await?;
    let mut records = terms::records(read, scope).await?;
    for governed in &all {
        calendar.add(governed, &records.take(governed.body), today, |_| false);
    }
    Ok(calendar.in_order())
}

/// The duties that fall to a person, by the seats and offices they hold; the secretariat's calendar holds every duty of its bodies.
///
/// # Errors
/// A fault when the database refuses.
pub async fn of_person(read: &mut Read, person: PersonId, today: Day) -> Result<Calendar> {
    let mut calendar = Calendar::default();
    let scope = Scope::of(Of::Person(person), today).only(KINDS);
    let all = terms::in_force_of(read, &scope).await?;
    let roots = store::secretary_of_roots(read, person, today).await?;
    let mut records = terms::records(read, scope).await?;
    for governed in &all {
        let record = records.take(governed.body);
        let part = Part::of(&record, person, today, roots.contains(&governed.partnership));
        let before = calendar.near.len();
        calendar.add(governed, &record, today, |who| part.is_concerned(who));
        if !part.looks_after_members() {
            let own = calendar.near.split_off(before).into_iter().filter(|one| one.person == person.to_string());
            calendar.near.extend(own);
        }
    }
    calendar.duties.retain(|duty| duty.mine);
    Ok(calendar.in_order())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duty_falls_to_whom_the_terms_name_and_every_duty_to_the_secretariat() {
        let chair = Part { chair: true, member: true, ..Part::default() };
        assert!(chair.is_concerned(Some("the chair")) && chair.is_concerned(Some("each member")));
        assert!(!chair.is_concerned(Some("the vice-chair")) && !chair.is_concerned(Some("the secretary")) && !chair.is_concerned(None));
        let council = Part { sits_for: vec!["kent county council".to_owned()], ..Part::default() };
        assert!(council.is_concerned(Some("Kent County Council")));
        let secretary = Part { secretary: true, ..Part::default() };
        assert!(secretary.is_concerned(None) && secretary.is_concerned(Some("the vice-chair")));
    }
}
