//! The record that facts told in the language of the rules make.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::told::{Told, What, called};
use crate::engine::look;
use crate::read::Charter;
use crate::record::*;
use crate::tree::{Be, Filter, Gathering, Group, Measure, Noun, Post, Sort, Thing, Verb, Who, With, Word};

/// Builds a record out of what is told, in order.
pub(super) struct Story<'a> {
    pub charter: &'a Charter,
    pub record: Record,
    /// Where a fact names no day.
    pub day: Date,
    /// The latest day told of.
    pub last: Option<Date>,
    people: u32,
}

impl<'a> Story<'a> {
    pub fn new(charter: &'a Charter, record: Record, day: Date) -> Self {
        let people = u32::try_from(record.people.len()).unwrap_or(0);
        Self { charter, record, day, last: None, people }
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

    /// A seat as a group describes it, with somebody in it.
    fn seat(&mut self, person: Option<&str>, group: &Group, organisation: Option<Id>) -> Id {
        let id = format!("s{}", self.record.seats.len() + 1);
        let mut seat = Seat { id: id.clone(), label: format!("seat {}", self.record.seats.len() + 1), organisation, ..Seat::default() };
        match &group.noun {
            Noun::Adviser => seat.class = Some("adviser".to_owned()),
            Noun::Observer => seat.class = Some("observer".to_owned()),
            Noun::Substitute => seat.class = Some("substitute".to_owned()),
            Noun::Officer => seat.class = Some("officer".to_owned()),
            _ => {}
        }
        if let Some(class) = &group.class {
            if self.record.parties.iter().any(|p| p.name.eq_ignore_ascii_case(class)) {
                let class = class.clone();
                if let Some(person) = person {
                    self.person(person).party = Some(class);
                }
            } else if seat.class.is_none() {
                seat.class = Some(class.clone());
            } else if let Some(person) = person {
                let class = class.clone();
                self.person(person).attributes.insert(class);
            }
        }
        let mut by = None;
        let (mut here, mut remote) = (false, false);
        for filter in &group.filters {
            match filter {
                Filter::From(name) => {
                    let kind = seat.organisation.is_none();
                    let organisation = self.organisation(name, None);
                    if kind {
                        seat.organisation = Some(organisation);
                    }
                }
                Filter::OfSector(name) => seat.sector = Some(self.sector(name)),
                Filter::Are(name) | Filter::On(name) => {
                    if let Some(person) = person {
                        let name = name.clone();
                        self.person(person).attributes.insert(name);
                    }
                }
                Filter::AppointedBy(post) => {
                    by = Some(post.title().to_owned());
                    if let Post::Organisation(name) = post.as_ref() {
                        by = Some(self.organisation(name, None));
                    }
                }
                Filter::Present => here = true,
                Filter::Remote => (here, remote) = (true, true),
                Filter::InPerson => here = true,
                Filter::Interested(kind) => {
                    here = true;
                    if let Some(person) = person {
                        self.record.interests.push(Interest {
                            meeting: "m".into(),
                            item: Some("i".into()),
                            person: person.to_owned(),
                            kind: kind.clone().unwrap_or_else(|| "financial".to_owned()),
                            declared: Some(self.day),
                            ..Interest::default()
                        });
                    }
                }
                _ => {}
            }
        }
        if let (Noun::Named(name), Some(person)) = (&group.noun, person) {
            let name = name.clone();
            self.person(person).attributes.insert(name);
        }
        self.record.seats.push(seat);
        if let Some(person) = person {
            self.record.appointments.push(Appointment { seat: id.clone(), person: person.to_owned(), by, ..Appointment::default() });
            if here {
                let line = Attendance { meeting: "m".into(), person: person.to_owned(), seat: Some(id.clone()), remote, ..Attendance::default() };
                self.record.roll.push(line);
            }
        }
        id
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

    fn people_of(&mut self, count: u32, group: &Group, cast: Option<Cast>, vacant: bool) {
        if let (Noun::Of(sort), None) = (&group.noun, cast) {
            let kind = sort.singular();
            for n in 1..=count {
                match sort {
                    Sort::Sector => {
                        self.sector(&format!("sector {n}"));
                    }
                    Sort::Organisation => {
                        self.organisation(&format!("organisation {n}"), None);
                    }
                    _ => {
                        self.organisation(&format!("{kind} {n}"), Some(&kind));
                    }
                }
            }
            return;
        }
        // So many for each of a sort that was told of.
        if let Some(sort) = group.filters.iter().find_map(|f| if let Filter::FromEach(sort) = f { Some(sort.clone()) } else { None }) {
            let all: Vec<(Id, Option<Id>)> = match &sort {
                Sort::Sector => self.record.sectors.iter().map(|s| (s.id.clone(), None)).collect(),
                Sort::Kind(kind) => {
                    self.record.organisations.iter().filter(|o| o.kinds.contains(kind)).map(|o| (o.id.clone(), Some(o.id.clone()))).collect()
                }
                _ => self.record.organisations.iter().map(|o| (o.id.clone(), Some(o.id.clone()))).collect(),
            };
            for (one, organisation) in all {
                let mut plain = Group { class: group.class.clone(), noun: group.noun.clone(), filters: group.filters.clone() };
                plain.filters.retain(|f| !matches!(f, Filter::FromEach(_)));
                for _ in 0..count {
                    self.one(&plain, organisation.clone(), cast, vacant);
                    if organisation.is_none()
                        && let Some(seat) = self.record.seats.last_mut()
                    {
                        seat.sector = Some(one.clone());
                    }
                }
            }
            return;
        }
        for _ in 0..count {
            self.one(group, None, cast, vacant);
        }
    }

    fn one(&mut self, group: &Group, organisation: Option<Id>, cast: Option<Cast>, vacant: bool) {
        if vacant {
            self.seat(None, group, organisation);
            return;
        }
        self.people += 1;
        let id = format!("p{}", self.people);
        let name = format!("member {}", self.people);
        self.person(&id).name = name;
        let mut group = group.clone();
        // Whoever votes was there.
        if cast.is_some() && !group.filters.contains(&Filter::Present) {
            group.filters.push(Filter::Present);
        }
        self.seat(Some(&id), &group, organisation);
        if let Some(cast) = cast {
            self.vote(&id, cast);
        }
    }

    /// The ids of those who are spoken of, out of those the record knows.
    fn ids(&mut self, who: &Who, day: Date) -> BTreeSet<String> {
        match who {
            Who::Or(a, _) => self.ids(a, day),
            Who::And(a, b) => {
                let mut out = self.ids(a, day);
                out.extend(self.ids(b, day));
                out
            }
            Who::Post(Post::Body) => ["body".to_owned()].into(),
            Who::Post(Post::Public) => ["public".to_owned()].into(),
            Who::Post(Post::Concerned | Post::TheirOrganisation | Post::TheirSector) => {
                let person = self.concerned();
                let Some(person) = person else { return BTreeSet::new() };
                if *who == Who::Post(Post::Concerned) {
                    return [person].into();
                }
                let seat = self.record.appointments.iter().rfind(|a| a.person == person).and_then(|a| self.record.seat(&a.seat));
                let one = if *who == Who::Post(Post::TheirSector) {
                    seat.and_then(|s| s.sector.clone())
                } else {
                    seat.and_then(|s| s.organisation.clone())
                };
                one.into_iter().collect()
            }
            Who::Post(Post::Organisation(name)) => {
                let known = self.record.people.iter().any(|p| p.id == *name);
                if known { [name.clone()].into() } else { [self.organisation(name, None)].into() }
            }
            Who::Post(Post::Appointer(post)) => {
                let title = post.title().to_owned();
                self.record.offices.iter().filter(|o| o.office == title).filter_map(|o| o.by.clone()).collect()
            }
            Who::Post(post) => {
                let mut out: BTreeSet<String> = self.record.holders(post.title(), day).map(str::to_owned).collect();
                out.insert(post.title().to_owned());
                out
            }
            Who::Some(Measure::Number(n), group) => {
                let all = self.fitting(group, day);
                all.into_iter().rev().take(usize::try_from(*n).unwrap_or(0)).collect()
            }
            Who::Some(measure, group) => {
                let all = self.fitting(group, day);
                let n = look::needed(measure, u32::try_from(all.len()).unwrap_or(0));
                all.into_iter().rev().take(usize::try_from(n).unwrap_or(0)).collect()
            }
            Who::Any(group) => match &group.noun {
                Noun::OtherPerson => ["somebody".to_owned()].into(),
                Noun::Substitute => {
                    self.person("substitute").attributes.insert("substitute".to_owned());
                    ["substitute".to_owned()].into()
                }
                _ => {
                    let found = self.fitting(group, day).pop();
                    found.map_or_else(|| [group.singular()].into(), |f| [f].into())
                }
            },
            Who::The(group) | Who::Each(group) | Who::Only(group) => match &group.noun {
                Noun::OtherPerson => ["somebody".to_owned()].into(),
                _ => {
                    let all = self.fitting(group, day);
                    if all.is_empty() { [group.plural()].into() } else { all.into_iter().collect() }
                }
            },
            Who::No(_) => BTreeSet::new(),
        }
    }

    fn concerned(&self) -> Option<Id> {
        self.record.people.iter().rfind(|p| !p.id.starts_with('p') || p.id.len() > 4).or_else(|| self.record.people.get(2)).map(|p| p.id.clone())
    }

    fn fitting(&self, group: &Group, day: Date) -> Vec<String> {
        look::fitting(self.charter, &self.record, group, day)
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
                    self.record.roll.push(Attendance {
                        meeting: meeting.clone(),
                        person: "substitute".into(),
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
            Told::Did { who, deed, on, effect, .. } => self.did(who.as_ref(), deed, *on, *effect),
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

    fn is(&mut self, name: &str, what: &What, from: Option<Date>, until: Option<Date>, by: Option<&(bool, Option<Who>)>) {
        self.note(from);
        self.note(until.filter(|_| false));
        let day = from.unwrap_or(self.day);
        let by_id = by.and_then(|(_, who)| who.as_ref()).and_then(|who| self.ids(who, day).into_iter().next_back());
        let how = by.map(|(elected, _)| if *elected { "elected" } else { "appointed" }.to_owned());
        match what {
            What::Post(post) => {
                self.person(name);
                let title = post.title().to_owned();
                // The default holder of the case gives way.
                self.record.offices.retain(|o| {
                    !(o.office.eq_ignore_ascii_case(&title) && o.from.is_none() && (o.person.starts_with('p') || o.person == "secretary"))
                });
                self.record.offices.push(Office { office: title, person: name.to_owned(), from, until, how, by: by_id });
            }
            What::Be(Be::A(group)) if matches!(group.noun, Noun::Of(_)) => {
                let Noun::Of(sort) = &group.noun else { return };
                self.organisation(name, Some(&sort.singular()));
            }
            What::Be(Be::A(group)) if matches!(group.noun, Noun::Named(_)) => {
                let Noun::Named(word) = &group.noun else { return };
                let word = word.clone();
                self.person(name).periods.push(Period { what: word, from, until });
            }
            What::Be(Be::A(group)) => {
                self.person(name);
                let seated = self.record.appointments.iter().rfind(|a| a.person == name).map(|a| a.seat.clone());
                let seat = match seated {
                    // Somebody who serves again sits in the same seat.
                    Some(seat) if group.filters.is_empty() && group.class.is_none() => {
                        self.record.appointments.push(Appointment { seat: seat.clone(), person: name.to_owned(), ..Appointment::default() });
                        seat
                    }
                    _ => self.seat(Some(name), group, None),
                };
                if let Some(appointment) = self.record.appointments.last_mut() {
                    appointment.seat = seat;
                    appointment.from = from;
                    appointment.until = until;
                    appointment.how = how;
                    appointment.by = by_id.or(appointment.by.take());
                }
            }
            What::Be(Be::Is(Filter::Are(word))) => {
                let word = word.clone();
                if from.is_some() || until.is_some() {
                    self.person(name).periods.push(Period { what: word, from, until });
                } else {
                    self.person(name).attributes.insert(word);
                }
            }
            What::Be(Be::Is(_)) => {}
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

    #[allow(clippy::too_many_lines)]
    fn did(&mut self, who: Option<&Who>, deed: &crate::tree::Deed, on: Option<Date>, effect: Option<Date>) {
        self.note(on);
        self.note(effect);
        let day = on.unwrap_or(self.day);
        let by = who.map(|w| self.ids(w, day)).unwrap_or_default();
        let to = deed.to.as_ref().map(|w| self.ids(w, day)).unwrap_or_default();
        let from = deed.from.as_ref().map(|w| self.ids(w, day)).unwrap_or_default();
        let what = deed.thing.as_ref().map(called);
        let mut forms: BTreeSet<String> = BTreeSet::new();
        let mut matters: BTreeSet<String> = BTreeSet::new();
        for manner in &deed.manner {
            match manner {
                crate::tree::Manner::Stating(n) | crate::tree::Manner::About(n) => {
                    matters.insert(n.clone());
                }
                crate::tree::Manner::As(n) | crate::tree::Manner::At(n) => {
                    forms.insert(n.clone());
                }
                plain => {
                    forms.insert(plain.to_string());
                }
            }
        }
        let mut consulted = BTreeSet::new();
        let mut agreed = BTreeSet::new();
        let mut requested = from;
        for with in &deed.with {
            let ids = self.ids(with.parts().1, day);
            match with {
                With::Consulting(_) => consulted.extend(ids),
                With::Agreement(_) => agreed.extend(ids),
                With::Request(_) | With::Through(_) | With::Behalf(_) => requested.extend(ids),
            }
        }
        let word = match &deed.thing {
            Some(Thing::Word(word)) => Some(*word),
            _ => None,
        };
        let named = match &deed.thing {
            Some(Thing::Who(who)) => self.ids(who, day).into_iter().next_back(),
            _ => None,
        };
        if let Some(Thing::DecisionOn(name)) = &deed.thing {
            matters.insert(name.clone());
        }
        let website = deed.verb == Verb::Publish;
        use Verb::*;
        match (deed.verb, word) {
            (Send | Circulate | Publish, _) | (Give, Some(Word::Notice))
                if named.is_none() && !(deed.verb == Give && who.is_some_and(|w| matches!(w, Who::Any(g) if matches!(g.noun, Noun::Of(_))))) =>
            {
                let what = what.unwrap_or_default();
                let meeting = self.meeting_for(&what, day).filter(|_| !self.record.meetings.is_empty());
                self.record.sent.push(Sent {
                    what,
                    meeting,
                    day: Some(day),
                    to: website.then(|| "website".to_owned()),
                    recipients: to,
                    by,
                    forms,
                    states: matters,
                });
            }
            (Review, _) => {
                let meeting = self.meeting_on(day);
                self.record.reviews.push(crate::record::Review { what: what.unwrap_or_default(), meeting, day: Some(day) });
            }
            (Report, _) => {
                let of =
                    matches!(word, Some(Word::Decision | Word::UrgentDecision)).then(|| self.record.decisions.last().map(|d| d.id.clone())).flatten();
                let meeting = self.meeting_on(day);
                self.record.reports.push(crate::record::Report {
                    what: what.unwrap_or_default(),
                    to,
                    by,
                    through: requested,
                    of,
                    meeting,
                    day: Some(day),
                });
            }
            (Approve, Some(Word::Minutes | Word::DraftMinutes)) => {
                let before = self.record.meetings.iter().filter(|m| m.day.is_some_and(|d| d < day)).max_by_key(|m| m.day).map(|m| m.id.clone());
                let meeting = self.meeting_on(day);
                self.record.approvals.push(Approval { what: "minutes".into(), of: before.unwrap_or_default(), meeting, by: None, day: Some(day) });
            }
            (Request | Ask, _) if deed.verb == Request || named.is_none() => {
                self.record.requests.push(crate::record::Request {
                    what: what.unwrap_or_default(),
                    by,
                    of: None,
                    day: Some(day),
                    written: forms.contains("in writing"),
                    effect,
                });
            }
            (Decide, _) => {
                let meeting = self.meeting_on(day).filter(|_| holds_body(&by));
                let office = who.and_then(who_title).or_else(|| by.iter().next().cloned());
                matters.extend(what);
                self.record.decisions.push(Decision {
                    id: format!("d{}", self.record.decisions.len() + 1),
                    day: Some(day),
                    by: office.filter(|_| !holds_body(&by)),
                    meeting,
                    urgent: true,
                    matters,
                    consulted,
                    ..Decision::default()
                });
            }
            (Declare, _) if matches!(deed.thing, Some(Thing::Interest(_))) => {
                let kind = if let Some(Thing::Interest(kind)) = &deed.thing { kind.clone() } else { None };
                self.record.interests.push(Interest {
                    meeting: "m".into(),
                    item: Some("i".into()),
                    person: by.into_iter().next_back().unwrap_or_default(),
                    kind: kind.unwrap_or_else(|| "financial".to_owned()),
                    declared: Some(day),
                    ruling: None,
                });
            }
            (Move | Second, Some(Word::Motion)) => {
                if self.record.motions.is_empty() {
                    let meeting = self.meeting_on(day).unwrap_or_else(|| "m".to_owned());
                    self.record.motions.push(Motion { id: "x".into(), meeting, ..Motion::default() });
                }
                if let Some(motion) = self.record.motions.last_mut() {
                    let by = by.into_iter().next_back();
                    if deed.verb == Move { motion.moved = by } else { motion.seconded = by }
                }
            }
            (Hold | Take, Some(Word::Vote)) => {
                let meeting = self.meeting_on(day).unwrap_or_else(|| "m".to_owned());
                self.record.motions.push(Motion {
                    id: format!("x{}", self.record.motions.len()),
                    meeting,
                    forms,
                    matters,
                    count: Some(Votes { in_favour: 2, against: 1, abstained: 0 }),
                    ..Motion::default()
                });
            }
            (Fix | Arrange, Some(Word::Dates)) => {
                for meeting in self.record.meetings.iter_mut().filter(|m| m.day.is_some_and(|d| d > day)) {
                    meeting.fixed = Some(day);
                }
            }
            (Meet, _) => self.meet(None, day, forms),
            (Adjourn, _) => {
                if let Some(meeting) = self.record.meetings.last_mut() {
                    meeting.adjourned = true;
                }
            }
            (Preside, _) => {
                let meeting = self.meeting_on(day).unwrap_or_else(|| "m".to_owned());
                let person = by.into_iter().find(|b| self.record.people.iter().any(|p| p.id == *b)).or_else(|| who.map(ToString::to_string));
                self.record.presiding.push(Presiding { meeting, person: person.unwrap_or_default(), from: None });
            }
            (Attend, None | Some(Word::Meeting | Word::RegularMeeting)) if !matches!(who, Some(Who::Post(Post::Body))) => {
                let meeting = self.meeting_on(day).unwrap_or_else(|| "m".to_owned());
                for person in by.into_iter().filter(|b| !matches!(b.as_str(), "chair" | "vice-chair" | "secretary")) {
                    let capacity = match who {
                        Some(Who::Any(g) | Who::The(g)) if g.noun == Noun::OtherPerson => Capacity::Guest,
                        Some(Who::Any(g) | Who::The(g)) if g.noun == Noun::Substitute => Capacity::Substitute,
                        Some(Who::Any(g) | Who::The(g)) if g.noun == Noun::Officer => Capacity::Officer,
                        _ => Capacity::Member,
                    };
                    let seat = (capacity == Capacity::Substitute).then(|| self.record.seats.last().map(|s| s.id.clone())).flatten();
                    self.record.roll.push(Attendance {
                        meeting: meeting.clone(),
                        person,
                        seat,
                        capacity,
                        remote: forms.contains("remotely"),
                        ..Attendance::default()
                    });
                }
            }
            (Record, _) if word.is_some() && matches!(word, Some(Word::Attendance | Word::Interests | Word::Reason | Word::Vote)) => {
                let meeting = self.meeting_for("minutes", day);
                let minuted = match word {
                    Some(Word::Interests) => "interests".to_owned(),
                    Some(Word::Reason) => "reasons".to_owned(),
                    Some(Word::Attendance) => "attendance".to_owned(),
                    _ => what.clone().unwrap_or_default(),
                };
                if let Some(m) = self.record.meetings.iter_mut().find(|m| Some(&m.id) == meeting.as_ref()) {
                    m.minuted.insert(minuted);
                }
                self.act(deed.verb, what, by, to, None, day, on, effect, forms, consulted, agreed, requested, matters);
            }
            (Consider, _) if !self.record.decisions.is_empty() => {
                if let (Some(decision), Some(what)) = (self.record.decisions.last_mut(), what) {
                    decision.considered.insert(what);
                }
            }
            (Notify | Submit, Some(Word::Item)) => {
                let meeting = self.meeting_for("agenda", day).unwrap_or_default();
                if let Some(item) = self.record.items.first_mut() {
                    item.notified = Some(day);
                    item.meeting = meeting;
                    item.by = by.into_iter().next_back();
                }
            }
            (Resign | Leave | Vacate, _) | (Remove | Replace, _) => {
                let person = match deed.verb {
                    Resign | Leave => by.iter().next_back().cloned(),
                    _ => named.clone().filter(|n| self.record.people.iter().any(|p| p.id == *n)).or_else(|| self.concerned()),
                };
                let last = effect.unwrap_or(day);
                if let Some(a) = self.record.appointments.iter_mut().rfind(|a| Some(&a.person) == person.as_ref() && a.until.is_none()) {
                    a.until = Some(last);
                    a.ended = Some(
                        match deed.verb {
                            Resign => "resigned",
                            Remove => "removed",
                            Replace => "replaced",
                            _ => "left",
                        }
                        .to_owned(),
                    );
                }
                let kept = deed.verb == Remove || deed.verb == Replace || deed.verb == Resign;
                if kept {
                    let what = if deed.verb == Resign { Some("resignation".to_owned()) } else { Some("member".to_owned()) };
                    // The record's own end of the appointment tells when; the act tells who and how.
                    if let Some(a) = self.record.appointments.iter_mut().rfind(|a| Some(&a.person) == person.as_ref()) {
                        a.ended = Some("left".to_owned());
                    }
                    if deed.verb == Resign
                        && let Some(a) = self.record.appointments.iter_mut().rfind(|a| Some(&a.person) == person.as_ref())
                    {
                        a.ended = Some("resigned".to_owned());
                    }
                    if deed.verb != Resign || !to.is_empty() || !forms.is_empty() {
                        self.act(deed.verb, what, by, to, person, day, on, effect, forms, consulted, agreed, requested, matters);
                    }
                }
            }
            (Appoint | Elect, _)
                if named.is_some()
                    && matches!(&deed.thing, Some(Thing::Who(w)) if matches!(w.as_ref(), Who::Post(Post::Chair | Post::ViceChair | Post::Secretary | Post::Presiding))) =>
            {
                let Some(Thing::Who(w)) = &deed.thing else { return };
                let Who::Post(post) = w.as_ref() else { return };
                let title = post.title().to_owned();
                self.record.offices.retain(|o| !(o.office == title && o.from.is_none()));
                let how = if deed.verb == Elect { "elected" } else { "appointed" };
                self.record.offices.push(Office {
                    office: title,
                    person: "p3".into(),
                    from: Some(day),
                    until: None,
                    how: Some(how.to_owned()),
                    by: by.iter().next_back().cloned(),
                });
            }
            _ => {
                let of = named.or_else(|| match word {
                    Some(Word::Decision | Word::UrgentDecision | Word::Proposal) => self.record.decisions.last().map(|d| d.id.clone()),
                    Some(Word::Motion | Word::EmailVote) => self.record.motions.last().map(|m| m.id.clone()),
                    _ => None,
                });
                if let Some(Thing::Who(w)) = &deed.thing
                    && let Who::Any(g) | Who::The(g) = w.as_ref()
                    && g.noun == Noun::OtherPerson
                {
                    self.person("somebody");
                }
                self.act(deed.verb, what, by, to, of, day, on, effect, forms, consulted, agreed, requested, matters);
            }
        }
    }

    #[allow(clippy::too_many_arguments)]
    fn act(
        &mut self,
        verb: Verb,
        what: Option<String>,
        by: BTreeSet<String>,
        to: BTreeSet<String>,
        of: Option<Id>,
        day: Date,
        told: Option<Date>,
        effect: Option<Date>,
        forms: BTreeSet<String>,
        consulted: BTreeSet<String>,
        agreed: BTreeSet<String>,
        requested: BTreeSet<String>,
        matters: BTreeSet<String>,
    ) {
        let meeting = self
            .meeting_on(day)
            .filter(|_| told.is_some() || self.record.meetings.len() == 1)
            .filter(|_| self.record.meetings.iter().any(|m| m.day == Some(day)));
        self.record.acts.push(Act {
            verb: verb.base().to_owned(),
            what,
            by,
            to,
            of,
            meeting,
            day: Some(day),
            effect,
            forms,
            consulted,
            agreed,
            requested,
            matters,
            amount: None,
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
