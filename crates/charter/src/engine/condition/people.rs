//! Whether somebody is something.

use super::*;

impl<'a> View<'a> {
    /// Whether somebody is something on a day.
    pub(in crate::engine) fn who_is(self, who: &Who, be: &Be, subject: &Subject, day: Date) -> Truth {
        match who {
            Who::Or(a, b) => self.who_is(a, be, subject, day).or(self.who_is(b, be, subject, day)),
            Who::And(a, b) => self.who_is(a, be, subject, day).and(self.who_is(b, be, subject, day)),
            Who::Post(Post::Concerned) => subject.person.as_deref().map_or(Truth::CannotTell, |p| self.is_a(p, be, subject, day)),
            Who::Post(Post::Organisation(name)) | Who::Post(Post::Named(name)) if self.post_holders(&Post::Named(name.clone()), day).0.is_empty() => {
                match be {
                    Be::Is(Filter::Are(word)) => self.recorded(&format!("{name} is {word}"), day).unwrap_or(Truth::CannotTell),
                    _ => Truth::CannotTell,
                }
            }
            Who::Post(post) => {
                let place = self.place_of(subject);
                let (people, whole) = self.post_holders(post, day);
                let people = match (post, place) {
                    (Post::Presiding, Some(place)) => self.presiding(&place),
                    _ => people,
                };
                if people.is_empty() && !whole {
                    return Truth::CannotTell;
                }
                people.into_iter().fold(Truth::No, |t, p| t.or(self.is_a(p, be, subject, day)))
            }
            Who::Any(group) | Who::Some(_, group) => self.each_is(group, be, subject, day).into_iter().fold(Truth::No, |t, (_, one)| t.or(one)),
            Who::No(group) => self.each_is(group, be, subject, day).into_iter().fold(Truth::No, |t, (_, one)| t.or(one)).not(),
            Who::Only(who) => self.who_is(who, be, subject, day),
            Who::The(group) | Who::Each(group) => self.each_is(group, be, subject, day).into_iter().fold(Truth::Yes, |t, (_, one)| t.and(one)),
        }
    }

    /// Everybody of a group, with whether they are something.
    pub(in crate::engine) fn each_is(self, group: &Group, be: &Be, subject: &Subject, day: Date) -> Vec<(String, Truth)> {
        let sitting = self.sitting(day);
        let place = self.place_of(subject);
        let mut out = Vec::new();
        for s in sitting.0.iter().filter(|s| super::super::counting::noun_fits(&group.noun, s.seat) || group.noun == Noun::Seat) {
            let mut fits = self.fits(s.seat, Some(s.person), day, group, place.as_ref()).0;
            if let Noun::Named(name) = &group.noun {
                fits = fits.and(self.has_attribute(s.seat, Some(s.person), name, day));
            }
            if fits != Truth::No {
                let one = self.is_a(s.person, be, subject, day);
                out.push((s.person.to_owned(), if fits == Truth::Yes { one } else { one.or(Truth::CannotTell) }));
            }
        }
        match &group.noun {
            Noun::Named(name) => {
                for p in self.record.people.iter().filter(|p| !sitting.0.iter().any(|s| s.person == p.id)) {
                    if self.person_is(&p.id, name, day) == Truth::Yes {
                        out.push((p.id.clone(), self.is_a(&p.id, be, subject, day)));
                    }
                }
            }
            Noun::Substitute => {
                let lines = self
                    .record
                    .roll
                    .iter()
                    .filter(|a| a.capacity == crate::record::Capacity::Substitute && subject.meeting.as_ref().is_none_or(|m| *m == a.meeting));
                let people: BTreeSet<&str> = lines.map(|a| a.person.as_str()).collect();
                let seated = sitting.0.iter().filter(|s| s.seat.class.as_deref() == Some("substitute")).map(|s| s.person);
                for person in people.into_iter().chain(seated) {
                    out.push((person.to_owned(), self.is_a(person, be, subject, day)));
                }
            }
            Noun::Officer | Noun::OtherPerson => {
                for p in self.record.people.iter().filter(|p| !sitting.0.iter().any(|s| s.person == p.id)) {
                    if group.noun == Noun::OtherPerson || p.attributes.contains("officer") {
                        out.push((p.id.clone(), self.is_a(&p.id, be, subject, day)));
                    }
                }
            }
            Noun::Of(sort) => {
                for one in self.of_sort(sort, day).0 {
                    out.push((one.to_owned(), self.is_a(one, be, subject, day)));
                }
            }
            _ => {}
        }
        out
    }

    /// Whether one person is something.
    pub(in crate::engine) fn is_a(self, person: &str, be: &Be, subject: &Subject, day: Date) -> Truth {
        let seat = self.sitting(day).0.iter().find(|s| s.person == person).map(|s| s.seat);
        let place = self.place_of(subject);
        match be {
            Be::A(group) => {
                let Some(seat) = seat else {
                    return match &group.noun {
                        Noun::Named(name) => self.person_is(person, name, day),
                        Noun::OtherPerson => self.is_member(person, day).not(),
                        Noun::Of(sort) => {
                            let (all, whole) = self.of_sort(sort, day);
                            if all.contains(&person) {
                                Truth::Yes
                            } else if whole {
                                Truth::No
                            } else {
                                Truth::CannotTell
                            }
                        }
                        Noun::Substitute => self.person_is(person, "substitute", day),
                        _ => self.silence(Kind::Appointments, day),
                    };
                };
                if !super::super::counting::noun_fits(&group.noun, seat) && !matches!(group.noun, Noun::Seat) {
                    return Truth::No;
                }
                let mut fits = self.fits(seat, Some(person), day, group, place.as_ref()).0;
                if let Noun::Named(name) = &group.noun {
                    fits = fits.and(self.has_attribute(seat, Some(person), name, day));
                }
                fits
            }
            Be::The(post) => {
                let (people, whole) = self.post_holders(post, day);
                if people.contains(&person) {
                    Truth::Yes
                } else if people.is_empty() && !whole {
                    Truth::CannotTell
                } else {
                    Truth::No
                }
            }
            Be::Is(Filter::Are(name)) => match seat {
                Some(seat) => self.has_attribute(seat, Some(person), name, day),
                None => match self.index.organisations.get(person) {
                    Some(o) => Truth::of(o.kinds.iter().any(|k| super::super::acts::same(k, name))),
                    None => self.person_is(person, name, day),
                },
            },
            Be::Is(Filter::HasBeen(name, length)) => {
                let group = Group { class: None, noun: Noun::Member, filters: vec![Filter::HasBeen(name.clone(), *length)] };
                seat.map_or(Truth::CannotTell, |seat| self.fits(seat, Some(person), day, &group, place.as_ref()).0)
            }
            Be::Is(filter) => {
                let group = Group { class: None, noun: Noun::Member, filters: vec![filter.clone()] };
                match (filter, seat, &place) {
                    (Filter::Present, _, Some(place)) => self.is_in_room(place, person),
                    (_, Some(seat), _) => self.fits(seat, Some(person), day, &group, place.as_ref()).0,
                    _ => self.silence(Kind::Appointments, day),
                }
            }
        }
    }
}
