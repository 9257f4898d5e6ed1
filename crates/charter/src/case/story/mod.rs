//! The record that facts told in the language of the rules make.

mod deeds;
mod people;

use super::told::{Told, What, called};
use crate::engine::look;
use crate::read::Charter;
use crate::record::*;
use crate::tree::{Be, Circumstance, Filter, Gathering, Group, Measure, Noun, Post, Sort, Thing, Verb, Who, With, Word};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// Builds a record out of what is told, in order.
pub(super) struct Story<'a> {
    pub charter: &'a Charter,
    pub record: Record,
    /// Where a fact names no day.
    pub day: Date,
    /// Decisions told of are urgent.
    pub urgent: bool,
    /// The latest day told of.
    pub last: Option<Date>,
    people: u32,
}

impl<'a> Story<'a> {
    pub fn new(charter: &'a Charter, record: Record, day: Date) -> Self {
        let people = u32::try_from(record.people.len()).unwrap_or(0);
        Self { charter, record, day, urgent: false, last: None, people }
    }

    fn note(&mut self, day: Option<Date>) {
        self.last = self.last.max(day);
    }

    fn organisation(&mut self, name: &str, kind: Option<&str>) -> Id {
        let found = self.record.organisations.iter_mut().find(|o| o.name.eq_ignore_ascii_case(name));
        match found {
            Some(o) => {
                o.kinds.extend(kind.map(str::to_owned));
                o.id.clone()
            }
            None => {
                self.record.organisations.push(Organisation {
                    id: name.to_owned(),
                    name: name.to_owned(),
                    kinds: kind.map(str::to_owned).into_iter().collect(),
                    ..Organisation::default()
                });
                name.to_owned()
            }
        }
    }

    fn sector(&mut self, name: &str) -> Id {
        if !self.record.sectors.iter().any(|s| s.id == name) {
            self.record.sectors.push(Sector { id: name.to_owned(), name: name.to_owned() });
        }
        name.to_owned()
    }

    fn person(&mut self, name: &str) -> &mut Person {
        let at = match self.record.people.iter().position(|p| p.id == name) {
            Some(at) => at,
            None => {
                self.record.people.push(Person { id: name.to_owned(), name: name.to_owned(), ..Person::default() });
                self.record.people.len() - 1
            }
        };
        &mut self.record.people[at]
    }

    fn vote(&mut self, person: &str, cast: Cast) {
        let day = self.day;
        if self.record.motions.is_empty() {
            self.record.motions.push(Motion { id: "x".into(), meeting: "m".into(), ..Motion::default() });
        }
        let meeting = self.record.meetings.iter().find(|m| m.day == Some(day)).map(|m| m.id.clone());
        if let Some(motion) = self.record.motions.first_mut() {
            if let (Some(meeting), true) = (meeting, motion.meeting.is_empty() && motion.put.is_none()) {
                motion.meeting = meeting;
            }
            motion.votes.push(Vote { person: person.to_owned(), seat: None, cast });
        }
    }

    fn meeting_on(&self, day: Date) -> Option<Id> {
        self.record.meetings.iter().find(|m| m.day == Some(day)).map(|m| m.id.clone())
    }

    /// The meeting that something is sent for: minutes for the one before, anything else for the one to come.
    fn meeting_for(&self, what: &str, day: Date) -> Option<Id> {
        let days = || self.record.meetings.iter().filter_map(|m| m.day.map(|d| (d, m)));
        let before = days().filter(|(d, _)| *d <= day).max_by_key(|(d, _)| *d);
        let after = days().filter(|(d, _)| *d >= day).min_by_key(|(d, _)| *d);
        let past = what.contains("minutes") || what.contains("recording") || what.contains("action");
        let found = if past { before.or(after) } else { after.or(before) };
        found.map(|(_, m)| m.id.clone())
    }

    pub fn tell(&mut self, told: &Told) {
        match told {
            Told::AsAt(day) => self.last = Some(*day),
            Told::Nothing => self.record.completeness.clear(),
            Told::OfGroup(sort) => {
                let kind = sort.singular();
                let id = self.organisation(&format!("the {kind}"), Some(&kind));
                self.record.meetings.iter_mut().for_each(|m| m.group = Some(id.clone()));
                self.record.seats.iter_mut().for_each(|s| s.group = Some(id.clone()));
            }
            Told::Group { count, group, cast, vacant } => self.people_of(*count, group, *cast, *vacant),
            Told::Meeting { kind, day, forms } => self.meet(*kind, *day, forms.iter().map(ToString::to_string).collect()),
            Told::Waited(minutes) => {
                if let Some(meeting) = self.record.meetings.last_mut() {
                    meeting.waited = Some(*minutes);
                }
            }
            Told::Event { what, day } => {
                self.note(Some(*day));
                self.record.events.push(Event { what: what.clone(), day: Some(*day), of: None });
            }
            Told::Is { name, what, from, until, by } => self.is(name, what, *from, *until, by.as_ref()),
            Told::Becomes { name, what, day, ends } => {
                self.note(Some(*day));
                let what = what.clone();
                let period = if *ends { Period { what, from: None, until: Some(*day) } } else { Period { what, from: Some(*day), until: None } };
                self.person(name).periods.push(period);
            }
            Told::Judges { who, what, day, agreed } => self.judge(who, what, *day, *agreed, None),
            Told::Chooses { who, what, day } => self.judge(who, "", *day, true, Some(what.clone())),
            Told::Number { name, value, of } => {
                let fact = self.record.facts.iter_mut().find(|f| f.name == *name);
                match (fact, of) {
                    (Some(fact), Some(of)) => {
                        if let serde_json::Value::Object(table) = &mut fact.value {
                            table.insert(of.clone(), (*value).into());
                        }
                    }
                    (_, Some(of)) => {
                        let table = serde_json::Map::from_iter([(of.clone(), (*value).into())]);
                        self.record.facts.push(Fact { name: name.clone(), value: table.into(), from: None, until: None });
                    }
                    _ => self.record.facts.push(Fact { name: name.clone(), value: (*value).into(), from: None, until: None }),
                }
            }
            Told::Strength(name, strength) => self.record.parties.push(Party { name: name.clone(), strength: *strength }),
            Told::Decision { matter, day, urgent, amount, affects } => {
                self.note(Some(*day));
                let affects = affects.iter().map(|a| self.organisation(a, Some("partner"))).collect();
                let meeting = self.meeting_on(*day);
                self.record.decisions.push(Decision {
                    id: format!("d{}", self.record.decisions.len() + 1),
                    day: Some(*day),
                    by: (meeting.is_none() && *urgent).then(|| "chair".to_owned()).filter(|_| false),
                    meeting,
                    matters: matter.iter().cloned().collect(),
                    urgent: *urgent,
                    amount: *amount,
                    affects,
                    ..Decision::default()
                });
            }
            Told::Vote(name, cast) => self.vote(name, *cast),
            Told::Missed { name, day, approved, cause, substitute, apologies } => {
                self.ensure_meeting(*day);
                let meeting = self.meeting_on(*day).unwrap_or_default();
                let seat = self.record.appointments.iter().rfind(|a| a.person == *name).map(|a| a.seat.clone());
                if *substitute {
                    // Somebody else each time.
                    let known = self.record.roll.iter().filter(|a| a.capacity == Capacity::Substitute).count();
                    let person = if known == 0 { "substitute".to_owned() } else { format!("substitute {}", known + 1) };
                    self.record.roll.push(Attendance {
                        meeting: meeting.clone(),
                        person,
                        seat: seat.clone(),
                        capacity: Capacity::Substitute,
                        ..Attendance::default()
                    });
                }
                self.record.roll.push(Attendance {
                    meeting,
                    person: name.clone(),
                    seat,
                    presence: if *apologies { Presence::Apologies } else { Presence::Absent },
                    approved: *approved,
                    excuse: cause.then(|| "good cause".to_owned()),
                    ..Attendance::default()
                });
            }
            Told::Attended { name, day, remote } => {
                self.ensure_meeting(*day);
                let meeting = self.meeting_on(*day).unwrap_or_default();
                let seat = self.record.appointments.iter().rfind(|a| a.person == *name).map(|a| a.seat.clone());
                self.record.roll.push(Attendance { meeting, person: name.clone(), seat, remote: *remote, ..Attendance::default() });
            }
            Told::Unvoted => {
                if self.record.motions.is_empty() {
                    self.record.motions.push(Motion { id: "x".into(), meeting: "m".into(), ..Motion::default() });
                }
            }
            Told::Lot(cast) => {
                if self.record.motions.is_empty() {
                    self.record.motions.push(Motion { id: "x".into(), meeting: "m".into(), ..Motion::default() });
                }
                if let Some(motion) = self.record.motions.first_mut() {
                    motion.lot = Some(*cast);
                }
            }
            Told::Mailed(day) => {
                self.note(Some(*day));
                if self.record.motions.is_empty() {
                    self.record.motions.push(Motion { id: "x".into(), ..Motion::default() });
                }
                if let Some(motion) = self.record.motions.first_mut() {
                    motion.put = Some(*day);
                    motion.by = Some("e-mail".into());
                    motion.meeting = String::new();
                }
            }
            Told::Did { not: true, .. } => {}
            Told::Did { who, deed, on, effect, amount, .. } => {
                self.did(who.as_ref(), deed, *on, *effect);
                self.measured(deed, *on, *amount);
            }
            Told::State(state) => {
                self.urgent |= *state == Circumstance::Urgent;
                let name = crate::tree::Condition::State(*state).to_string();
                self.record.facts.push(Fact { name, value: true.into(), from: None, until: None });
            }
        }
    }

    fn ensure_meeting(&mut self, day: Date) {
        if self.meeting_on(day).is_none() {
            self.meet(None, day, BTreeSet::new());
        }
    }

    fn meet(&mut self, kind: Option<Gathering>, day: Date, forms: BTreeSet<String>) {
        self.note(Some(day));
        let adjourned = self.record.meetings.iter().rfind(|m| m.adjourned).map(|m| m.id.clone());
        let place = forms.iter().find_map(|f| f.strip_prefix("at “").map(|p| p.trim_end_matches('”').to_owned()));
        let forms: BTreeSet<String> = forms.into_iter().filter(|f| !f.starts_with("at “")).collect();
        let place = place.or_else(|| forms.iter().find_map(|f| f.strip_prefix("at ").map(str::to_owned)));
        let kind_word = kind.filter(|k| !matches!(k, Gathering::Public | Gathering::Private)).map(|k| k.word().to_owned());
        // The first meeting told of is the one that quorums and votes are asked of.
        let first = self.record.meetings.len() == 1
            && self.record.meetings[0].id == "m"
            && !self.record.meetings[0].cancelled
            && self.record.meetings[0].kind.as_deref() == Some("placeholder");
        let id = if first { "m".to_owned() } else { format!("m{}", self.record.meetings.len() + 1) };
        let meeting = Meeting {
            id: id.clone(),
            day: Some(day),
            resumes: if kind == Some(Gathering::Reconvened) { adjourned } else { None },
            kind: kind_word,
            place,
            forms: match kind {
                Some(Gathering::Public) => forms.into_iter().chain(["in public".to_owned()]).collect(),
                Some(Gathering::Private) => forms.into_iter().chain(["in private".to_owned()]).collect(),
                _ => forms,
            },
            ..Meeting::default()
        };
        if first {
            self.record.meetings[0] = meeting;
            self.day = day;
        } else {
            self.record.meetings.push(meeting);
        }
    }

    fn judge(&mut self, who: &Who, about: &str, day: Option<Date>, agreed: bool, chose: Option<String>) {
        self.note(day);
        let ids = self.ids(who, day.unwrap_or(self.day));
        let office = who_title(who).filter(|title| !self.record.people.iter().any(|p| p.id == *title));
        let person = ids.iter().find(|i| Some(*i) != office.as_ref()).cloned();
        self.record.judgements.push(Judgement {
            about: about.to_owned(),
            of: None,
            office,
            by: person,
            agreed,
            chose,
            meeting: None,
            day: day.or(Some(self.day)),
            reason: None,
        });
    }
}

fn holds_body(by: &BTreeSet<String>) -> bool {
    by.contains("body")
}

/// The office in which somebody acts.
fn who_title(who: &Who) -> Option<String> {
    match who {
        Who::Post(post) => Some(post.title().to_owned()),
        Who::Or(a, _) => who_title(a),
        _ => None,
    }
}
