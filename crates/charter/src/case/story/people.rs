//! Those whom a case tells of.

use super::*;

impl<'a> Story<'a> {
    /// A seat as a group describes it, with somebody in it.
    pub(super) fn seat(&mut self, person: Option<&str>, group: &Group, organisation: Option<Id>) -> Id {
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
                // A seat on a sub-group that was told of.
                Filter::On(name) if self.record.organisations.iter().any(|o| o.name.eq_ignore_ascii_case(name)) => {
                    seat.group = Some(self.organisation(name, None));
                }
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

    pub(super) fn people_of(&mut self, count: u32, group: &Group, cast: Option<Cast>, vacant: bool) {
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

    pub(super) fn one(&mut self, group: &Group, organisation: Option<Id>, cast: Option<Cast>, vacant: bool) {
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
    pub(super) fn ids(&mut self, who: &Who, day: Date) -> BTreeSet<String> {
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
            Who::Only(who) => self.ids(who, day),
            Who::The(group) | Who::Each(group) => match &group.noun {
                Noun::OtherPerson => ["somebody".to_owned()].into(),
                _ => {
                    let all = self.fitting(group, day);
                    if all.is_empty() { [group.plural()].into() } else { all.into_iter().collect() }
                }
            },
            Who::No(_) => BTreeSet::new(),
        }
    }

    pub(super) fn concerned(&self) -> Option<Id> {
        self.record.people.iter().rfind(|p| !p.id.starts_with('p') || p.id.len() > 4).or_else(|| self.record.people.get(2)).map(|p| p.id.clone())
    }

    pub(super) fn fitting(&self, group: &Group, day: Date) -> Vec<String> {
        look::fitting(self.charter, &self.record, group, day)
    }

    pub(super) fn is(&mut self, name: &str, what: &What, from: Option<Date>, until: Option<Date>, by: Option<&(bool, Option<Who>)>) {
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
            What::Be(Be::Is(_) | Be::The(_)) => {}
        }
    }
}
