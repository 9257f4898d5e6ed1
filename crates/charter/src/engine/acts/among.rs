//! Whether those named are who a rule speaks of.

use super::*;

impl<'a> View<'a> {
    /// Whether those named by id or by the charter's word are who a rule speaks of; `every` where all of them have to be there.
    pub fn among(self, ids: &BTreeSet<String>, who: &Who, day: Date, subject: Option<&Subject>, every: bool) -> Truth {
        match who {
            Who::Or(a, b) => self.among(ids, a, day, subject, every).or(self.among(ids, b, day, subject, every)),
            Who::And(a, b) => self.among(ids, a, day, subject, every).and(self.among(ids, b, day, subject, every)),
            Who::Post(post) => self.among_post(ids, post, day, subject),
            Who::No(group) => self.among_group(ids, group, day, subject).not(),
            Who::Each(group) => self.each_among(ids, group, day, subject),
            Who::The(group) if every => self.each_among(ids, group, day, subject),
            Who::Any(group) | Who::The(group) => self.among_group(ids, group, day, subject),
            Who::Only(_) if ids.is_empty() => Truth::CannotTell,
            Who::Only(who) => {
                ids.iter().fold(Truth::of(!ids.is_empty()), |truth, id| truth.and(self.among(&[id.clone()].into(), who, day, subject, false)))
            }
            Who::Some(..) if ids.is_empty() => Truth::CannotTell,
            Who::Some(measure, group) => {
                let place = subject.and_then(|s| self.place_of(s));
                let of = place.as_ref().map_or_else(|| self.count_on(day, group), |p| self.count_at(p, group));
                let asked = self.asked(measure, &of, day, place.as_ref(), None);
                let sure = ids.iter().filter(|id| self.id_fits(id, group, day, subject) == Truth::Yes).count();
                // Counted without names: "2 members".
                let told = ids
                    .iter()
                    .filter_map(|id| id.split_once(' '))
                    .filter(|(_, rest)| same(rest, &group.plural()))
                    .filter_map(|(n, _)| n.parse::<u32>().ok())
                    .max();
                let have = u32::try_from(sure).unwrap_or(u32::MAX).max(told.unwrap_or(0));
                match asked.most {
                    Some(most) if have >= most => Truth::Yes,
                    _ if have < asked.least => Truth::No,
                    _ => Truth::CannotTell,
                }
            }
        }
    }

    pub(super) fn each_among(self, ids: &BTreeSet<String>, group: &Group, day: Date, subject: Option<&Subject>) -> Truth {
        if ids.iter().any(|id| same(id, &group.plural())) {
            return Truth::Yes;
        }
        // All but the one who acts.
        let own = |one: &str| {
            let Some(person) = subject.and_then(|s| s.person.as_deref()) else { return false };
            group.filters.iter().any(|f| match f {
                Filter::Except(who) => match who.as_ref() {
                    Who::Post(Post::Concerned) => one == person,
                    Who::Post(Post::TheirOrganisation) => {
                        one == person || self.seat_of(person, day).is_some_and(|s| s.organisation.as_deref() == Some(one))
                    }
                    _ => false,
                },
                _ => false,
            })
        };
        if let Noun::Of(sort) = &group.noun {
            let (all, whole) = self.of_sort(sort, day);
            let affected = group.filters.contains(&Filter::Affected);
            let all: Vec<&str> = all
                .into_iter()
                .filter(|one| !own(one))
                .filter(|one| !affected || subject.is_some_and(|s| s.affects.iter().any(|a| a == one || same(a, &self.name_of_sort(sort, one)))))
                .collect();
            if all.is_empty() {
                return if affected || whole { Truth::Yes } else { Truth::CannotTell };
            }
            let got = all.iter().all(|one| ids.contains(*one) || holds(ids, &self.name_of_sort(sort, one)));
            return if got { Truth::Yes } else { self.silence(Kind::Acts, day) };
        }
        let (sitting, whole) = self.sitting(day);
        let mut truth = if whole { Truth::Yes } else { Truth::CannotTell };
        let mut plain = group.clone();
        plain.filters.retain(|f| !matches!(f, Filter::Except(who) if matches!(who.as_ref(), Who::Post(Post::Concerned))));
        for s in sitting.iter().filter(|s| super::super::counting::is_member(s.seat) && !own(s.person)) {
            if self.seat_fits(s.seat, Some(s.person), day, &plain).0 == Truth::Yes {
                truth = truth.and(Truth::of(ids.contains(s.person)));
            }
        }
        truth
    }

    pub(super) fn among_group(self, ids: &BTreeSet<String>, group: &Group, day: Date, subject: Option<&Subject>) -> Truth {
        if ids.is_empty() {
            return Truth::CannotTell;
        }
        ids.iter().fold(Truth::No, |truth, id| truth.or(self.id_fits(id, group, day, subject)))
    }

    pub(super) fn among_post(self, ids: &BTreeSet<String>, post: &Post, day: Date, subject: Option<&Subject>) -> Truth {
        if ids.is_empty() {
            return Truth::CannotTell;
        }
        if holds(ids, post.title()) {
            return Truth::Yes;
        }
        let concerned = subject.and_then(|s| s.person.as_deref());
        match post {
            Post::Body => Truth::of(["body", "members", "meeting"].iter().any(|w| holds(ids, w)) || holds(ids, &self.charter.head.body)),
            Post::Public => Truth::of(
                holds(ids, "public") || ids.iter().any(|id| self.index.people.contains_key(id.as_str()) && self.is_member(id, day) == Truth::No),
            ),
            Post::Concerned => concerned.map_or(Truth::CannotTell, |c| Truth::of(ids.contains(c))),
            Post::TheirOrganisation | Post::TheirSector => {
                let last =
                    |c: &str| self.record.appointments.iter().rfind(|a| a.person == c).and_then(|a| self.index.seats.get(a.seat.as_str()).copied());
                let Some(seat) = concerned.and_then(|c| self.seat_of(c, day).or_else(|| last(c))) else { return Truth::CannotTell };
                let sort = if *post == Post::TheirSector { Sort::Sector } else { Sort::Organisation };
                match self.seat_sort(seat, &sort) {
                    Some(one) => Truth::of(ids.contains(one) || holds(ids, &self.name_of_sort(&sort, one))),
                    None => Truth::CannotTell,
                }
            }
            Post::Appointer(of) => {
                let (by, whole) = self.appointers(of, day);
                if by.iter().any(|b| holds(ids, b) || holds(ids, &self.name_of_sort(&Sort::Organisation, b))) {
                    Truth::Yes
                } else if by.is_empty() && !whole {
                    Truth::CannotTell
                } else {
                    Truth::No
                }
            }
            Post::Organisation(name) => Truth::of(self.record.organisations.iter().any(|o| same(&o.name, name) && ids.contains(&o.id)))
                .or(Truth::of(ids.iter().any(|id| self.seat_of(id, day).is_some_and(|s| self.comes_from(s, name, day) == Truth::Yes)))),
            Post::Presiding => {
                let place = subject.and_then(|s| self.place_of(s));
                place.map_or(Truth::CannotTell, |p| Truth::of(self.presiding(&p).into_iter().any(|p| ids.contains(p))))
            }
            post => {
                let (people, whole) = self.post_holders(post, day);
                if people.iter().any(|p| ids.contains(*p)) {
                    Truth::Yes
                } else if people.is_empty() && !whole {
                    Truth::CannotTell
                } else {
                    Truth::No
                }
            }
        }
    }

    /// Whoever appointed the holder of a post, as the record names them.
    pub fn appointers(self, post: &Post, day: Date) -> (Vec<&'a str>, bool) {
        let (people, whole) = self.post_holders(post, day);
        let by: Vec<&str> = self
            .record
            .offices
            .iter()
            .filter(|o| o.office.eq_ignore_ascii_case(post.title()) && people.contains(&o.person.as_str()))
            .filter_map(|o| o.by.as_deref())
            .collect();
        let known = whole && (!by.is_empty() || people.is_empty());
        (by, known)
    }

    /// The seat somebody sits in as a member on a day.
    pub fn seat_of(self, person: &str, day: Date) -> Option<&'a crate::record::Seat> {
        self.sitting_as(person, day).0.iter().find(|s| super::super::counting::is_member(s.seat)).map(|s| s.seat)
    }

    pub(super) fn id_fits(self, id: &str, group: &Group, day: Date, subject: Option<&Subject>) -> Truth {
        // The record may name the group instead of anybody in it.
        let named = || same(id, &group.plural()) || same(id, &group.singular());
        if group.filters.is_empty() && !self.index.people.contains_key(id) && named() {
            return Truth::Yes;
        }
        match &group.noun {
            Noun::Of(sort) => {
                let (all, whole) = self.of_sort(sort, day);
                let found = all.iter().any(|one| *one == id || same(&self.name_of_sort(sort, one), id));
                let affected = !group.filters.contains(&Filter::Affected) || subject.is_some_and(|s| holds(&s.affects, id));
                if found {
                    Truth::of(affected)
                } else if whole {
                    Truth::No
                } else {
                    Truth::CannotTell
                }
            }
            Noun::OtherPerson => match self.is_member(id, day) {
                Truth::Yes => Truth::No,
                Truth::No => Truth::Yes,
                Truth::CannotTell => Truth::CannotTell,
            },
            Noun::Substitute | Noun::Officer => {
                let wanted = if group.noun == Noun::Substitute { Capacity::Substitute } else { Capacity::Officer };
                let line = subject
                    .and_then(|s| s.meeting.as_deref())
                    .and_then(|m| self.index.roll_of(m).iter().find(|a| a.person == id && a.capacity == wanted).copied());
                match line {
                    Some(line) => group.filters.iter().fold(Truth::Yes, |t, f| t.and(self.line_fits(line, f, day))),
                    None => {
                        let class = if group.noun == Noun::Substitute { "substitute" } else { "officer" };
                        let seated = self.sitting(day).0.iter().any(|s| s.person == id && s.seat.class.as_deref() == Some(class));
                        Truth::of(seated || self.index.people.get(id).is_some_and(|p| p.attributes.iter().any(|a| same(a, &group.singular()))))
                    }
                }
            }
            noun => {
                let place = subject.and_then(|s| self.place_of(s));
                let (seats, whole) = self.sitting_as(id, day);
                let mut truth = Truth::No;
                for s in seats {
                    let fits = super::super::counting::noun_fits(noun, s.seat)
                        || (matches!(noun, Noun::Named(_) | Noun::Seat) && super::super::counting::is_member(s.seat));
                    if !fits {
                        continue;
                    }
                    let mut one = self.fits(s.seat, Some(id), day, group, place.as_ref()).0;
                    if let Noun::Named(name) = noun {
                        one = one.and(self.has_attribute(s.seat, Some(id), name, day));
                    }
                    if group.filters.contains(&Filter::Present) {
                        one = one.and(place.as_ref().map_or(Truth::CannotTell, |p| self.is_in_room(p, id)));
                    }
                    truth = truth.or(one);
                }
                match (truth, noun) {
                    (Truth::No, Noun::Named(name)) => self.person_is(id, name, day),
                    (Truth::No, _) if !whole => Truth::CannotTell,
                    (truth, _) => truth,
                }
            }
        }
    }
}
