//! Whether a seat, with whoever sits in it, is of a group.

use super::*;

impl<'a> View<'a> {
    /// Which one of a sort a seat belongs to; none where the record does not say.
    pub fn seat_sort(self, seat: &'a Seat, sort: &Sort) -> Option<&'a str> {
        let organisation = seat.organisation.as_ref().and_then(|id| self.index.organisations.get(id.as_str()).copied());
        match sort {
            Sort::Organisation => seat.organisation.as_deref(),
            Sort::Sector => seat.sector.as_deref().or(organisation.and_then(|o| o.sector.as_deref())),
            Sort::Area => organisation.and_then(|o| o.area.as_deref()),
            Sort::Member => Some(&seat.id),
            Sort::Kind(kind) => organisation.filter(|o| o.kinds.iter().any(|k| k.eq_ignore_ascii_case(kind))).map(|o| o.id.as_str()),
        }
    }

    /// Whether a seat, with the person in it, is of a group; whether they are present is asked elsewhere.
    pub fn seat_fits(self, seat: &'a Seat, person: Option<&str>, day: Date, group: &Group) -> (Truth, Option<String>) {
        self.fits(seat, person, day, group, None)
    }

    /// The same, at a meeting's moment where there is one.
    pub fn fits(self, seat: &'a Seat, person: Option<&str>, day: Date, group: &Group, place: Option<&Place<'a>>) -> (Truth, Option<String>) {
        let mut truth = Truth::Yes;
        let mut missing = None;
        let mut and = |t: Truth, why: &dyn Fn() -> String| {
            if t == Truth::CannotTell && truth != Truth::No && missing.is_none() {
                missing = Some(why());
            }
            truth = truth.and(t);
        };
        if let Some(class) = &group.class {
            // A party is a class of its own.
            let party = person.and_then(|p| self.index.people.get(p)).and_then(|p| p.party.as_deref());
            let fits = if party.is_some_and(|p| super::super::acts::same(p, class)) { Truth::Yes } else { self.class_fits(seat, class, day) };
            and(fits, &|| format!("the class of the seat “{}”", seat.label));
        }
        for filter in &group.filters {
            let fits = match filter {
                Filter::Present | Filter::FromEach(_) => Truth::Yes,
                Filter::From(name) => self.comes_from(seat, name, day),
                Filter::OfSector(name) => match self.seat_sort(seat, &Sort::Sector) {
                    Some(id) => Truth::of(
                        id.eq_ignore_ascii_case(name) || self.record.sectors.iter().any(|s| s.id == id && s.name.eq_ignore_ascii_case(name)),
                    ),
                    None => self.silence(Kind::Sectors, day),
                },
                Filter::Are(name) => self.has_attribute(seat, person, name, day),
                Filter::On(name) => self.has_attribute(seat, person, name, day),
                Filter::Affected | Filter::Balanced => Truth::CannotTell,
                Filter::Interested(kind) => self.interested(person, kind.as_deref(), place),
                Filter::Uninterested => self.interested(person, None, place).not(),
                Filter::Away => match (place, person) {
                    (Some(place), Some(person)) => self.is_in_room(place, person).not(),
                    _ => Truth::CannotTell,
                },
                Filter::Remote | Filter::InPerson => match (place, person) {
                    (Some(place), Some(person)) => {
                        let line = self.roll(place).find(|a| a.person == person && a.presence == crate::record::Presence::Present);
                        line.map_or_else(|| self.silence(Kind::Roll, day), |a| Truth::of(a.remote == (*filter == Filter::Remote)))
                    }
                    _ => Truth::CannotTell,
                },
                Filter::Voting => match (place.and_then(|p| p.motion), person) {
                    (Some(motion), Some(person)) => {
                        Truth::of(motion.votes.iter().any(|v| v.person == person && v.cast != crate::record::Cast::Abstained))
                    }
                    _ => Truth::CannotTell,
                },
                Filter::AppointedBy(post) => self.appointed_by(seat, person, post, day),
                Filter::Except(who) => self.is_excepted(seat, person, who, day, place).not(),
                Filter::AreNot(name) => self.has_attribute(seat, person, name, day).not(),
                Filter::Unlike(sort, post) => self.comes_from_another(seat, sort, post, day),
                Filter::Filled | Filter::Vacant => {
                    let held = match person {
                        Some(_) => Truth::Yes,
                        None => self.holder_of(seat, day),
                    };
                    if *filter == Filter::Filled { held } else { held.not() }
                }
                Filter::Entitled => self.index.deeper(|| self.entitled(seat, person, place, day)).unwrap_or(Truth::CannotTell),
                Filter::Served(bound, length) => person.map_or(Truth::No, |p| self.has_served(p, *bound, length, day)),
                Filter::InPlaceOf(_) => Truth::CannotTell,
                Filter::HasBeen(name, length) => person.map_or(Truth::CannotTell, |p| self.has_been(p, name, length, day)),
            };
            and(fits, &|| match filter {
                Filter::OfSector(_) => format!("the sector of the seat “{}”", seat.label),
                Filter::From(_) => format!("the organisation of the seat “{}”", seat.label),
                Filter::Are(name) => format!(
                    "whether {} is among the {name}",
                    person.map_or_else(|| format!("the holder of “{}”", seat.label), |p| self.record.name_of(p))
                ),
                other => format!("whether {} is {other}", person.unwrap_or(&seat.label)),
            });
        }
        (truth, missing)
    }

    /// Whether a seat's holder is among those whom a group leaves out.
    fn is_excepted(self, seat: &'a Seat, person: Option<&str>, who: &Who, day: Date, place: Option<&Place<'a>>) -> Truth {
        match (who, person) {
            (Who::Post(post), Some(person)) => {
                let (people, whole) = match (post, place) {
                    (Post::Presiding, Some(place)) => (self.presiding(place), true),
                    _ => self.post_holders(post, day),
                };
                let organised = match post {
                    Post::Organisation(name) => self.comes_from(seat, name, day),
                    _ => Truth::No,
                };
                if people.contains(&person) {
                    Truth::Yes
                } else if people.is_empty() && !whole && !matches!(post, Post::Organisation(_)) {
                    Truth::CannotTell
                } else {
                    organised
                }
            }
            (Who::Post(_), None) => Truth::No,
            (who, person) => who.groups().into_iter().fold(Truth::No, |t, group| {
                let noun = Truth::of(noun_fits(&group.noun, seat) || group.noun == Noun::Seat);
                let named = if let Noun::Named(name) = &group.noun { self.has_attribute(seat, person, name, day) } else { Truth::Yes };
                t.or(noun.and(named).and(self.fits(seat, person, day, group, place).0))
            }),
        }
    }

    /// Whether a seat is of another organisation, sector or area than that of a post's holder.
    fn comes_from_another(self, seat: &'a Seat, sort: &Sort, post: &Post, day: Date) -> Truth {
        let (people, _) = self.post_holders(post, day);
        let theirs =
            people.iter().find_map(|p| self.sitting(day).0.iter().find(|s| s.person == *p).map(|s| s.seat)).and_then(|s| self.seat_sort(s, sort));
        match (self.seat_sort(seat, sort), theirs) {
            (Some(a), Some(b)) => Truth::of(a != b),
            _ => Truth::CannotTell,
        }
    }

    /// Whether somebody holds a seat.
    fn holder_of(self, seat: &'a Seat, day: Date) -> Truth {
        let held = self.record.appointments.iter().any(|a| a.seat == seat.id && Span { from: a.from, until: a.until }.holds(day));
        if held { Truth::Yes } else { self.silence(Kind::Appointments, day) }
    }

    /// Whether nothing keeps somebody from voting: on the motion at hand, or at all.
    fn entitled(self, seat: &'a Seat, person: Option<&str>, place: Option<&Place<'a>>, day: Date) -> Truth {
        let Some(person) = person else { return Truth::No };
        if let Some(motion) = place.and_then(|p| p.motion) {
            return Truth::of(!self.bars(motion, person));
        }
        let barred = self.doing(Verb::Vote).any(|d| {
            let tree = &d.rule.tree;
            let plain = tree.when.is_none() && tree.only_if.is_none() && tree.unless.is_none() && d.deed.thing.is_none() && d.deed.manner.is_empty();
            plain
                && d.force == Force::MustNot
                && d.who.is_some_and(|w| {
                    w.groups().iter().any(|g| {
                        noun_fits(&g.noun, seat)
                            && !g.filters.contains(&Filter::Present)
                            && self.seat_fits(seat, Some(person), day, g).0 == Truth::Yes
                    })
                })
        });
        Truth::of(!barred)
    }

    /// Whether somebody has served so long, in one seat or several, up to a day.
    fn has_served(self, person: &str, bound: crate::tree::Bound, length: &crate::tree::Length, day: Date) -> Truth {
        let Some((count, unit)) = length.in_whole_days() else { return Truth::CannotTell };
        let (mut days, mut open) = (0_i64, false);
        for a in self.record.appointments.iter().filter(|a| a.person == person && self.index.seats.get(a.seat.as_str()).is_some_and(|s| is_member(s)))
        {
            let Some(from) = a.from else {
                open = true;
                continue;
            };
            let until = a.until.unwrap_or(day).min(day);
            if until >= from {
                days += i64::from(from.until(until).map_or(0, |s| s.get_days())) + 1;
            }
        }
        let back = day.saturating_sub(jiff::Span::new().days(days.min(36_500)));
        let end = calendar::deadline_after(back, count, unit, self.holidays()).letter;
        let whole = !open && self.record.is_complete(Kind::Appointments, back);
        match bound {
            crate::tree::Bound::AtMost if end < day => Truth::No,
            crate::tree::Bound::AtMost => {
                if whole {
                    Truth::Yes
                } else {
                    Truth::CannotTell
                }
            }
            _ if end <= day => Truth::Yes,
            _ => {
                if whole {
                    Truth::No
                } else {
                    Truth::CannotTell
                }
            }
        }
    }

    pub(super) fn interested(self, person: Option<&str>, kind: Option<&str>, place: Option<&Place<'a>>) -> Truth {
        let (Some(person), Some(place)) = (person, place) else { return Truth::CannotTell };
        let item = match (place.at, place.motion) {
            (Some(crate::record::Moment::Item(id)), _) => Some(id.as_str()),
            (_, Some(motion)) => motion.item.as_deref(),
            _ => None,
        };
        let found = self.record.interests.iter().any(|i| {
            i.meeting == place.meeting.id
                && i.person == person
                && (item.is_none() || i.item.is_none() || i.item.as_deref() == item)
                && kind.is_none_or(|k| k.split(" or ").any(|one| one.eq_ignore_ascii_case(&i.kind)))
        });
        if found { Truth::Yes } else { self.silence(Kind::Interests, place.day) }
    }

    pub(super) fn appointed_by(self, seat: &'a Seat, person: Option<&str>, post: &Post, day: Date) -> Truth {
        let by = person.and_then(|person| {
            self.record.appointments.iter().rfind(|a| a.person == person && a.seat == seat.id && Span { from: a.from, until: a.until }.holds(day))
        });
        let ids: std::collections::BTreeSet<String> = match by.and_then(|a| a.by.clone()).or_else(|| seat.organisation.clone()) {
            Some(by) => [by].into(),
            None => return self.silence(Kind::Appointments, day),
        };
        self.among(&ids, &Who::Post(post.clone()), day, None, false)
    }

    pub(super) fn has_been(self, person: &str, name: &str, length: &crate::tree::Length, day: Date) -> Truth {
        let Some((count, unit)) = length.in_whole_days() else { return Truth::CannotTell };
        let since = calendar::deadline_before(day, count, unit, self.holidays()).letter;
        let found = self.index.people.get(person).is_some_and(|p| {
            p.periods.iter().any(|q| super::super::acts::same(&q.what, name) && q.from.is_none_or(|f| f <= day) && q.until.is_none_or(|u| u >= since))
        });
        if found { Truth::Yes } else { self.silence(Kind::People, since).and(Truth::CannotTell).or(self.silence(Kind::People, day)) }
    }

    /// Whether somebody is what a word of the charter says, in a seat or not.
    pub fn person_is(self, person: &str, name: &str, day: Date) -> Truth {
        if self
            .record
            .offices
            .iter()
            .any(|o| o.person == person && super::super::acts::same(&o.office, name) && Span { from: o.from, until: o.until }.holds(day))
        {
            return Truth::Yes;
        }
        match self.index.people.get(person) {
            Some(p) if p.attributes.iter().any(|a| super::super::acts::same(a, name)) => Truth::Yes,
            Some(p) if p.periods.iter().any(|q| super::super::acts::same(&q.what, name) && Span { from: q.from, until: q.until }.holds(day)) => {
                Truth::Yes
            }
            _ => self.silence(Kind::People, day),
        }
    }

    pub(super) fn class_fits(self, seat: &'a Seat, class: &str, day: Date) -> Truth {
        let own = seat.class.as_deref().unwrap_or("voting");
        match class {
            "voting" => Truth::of(own != "non-voting" && is_member(seat)),
            "non-voting" => Truth::of(own == "non-voting" || !is_member(seat)),
            _ if own.eq_ignore_ascii_case(class) => Truth::Yes,
            _ if self.seat_sort(seat, &Sort::Kind(class.to_owned())).is_some() => Truth::Yes,
            // Of an organisation of which nobody recorded what it is, nothing follows.
            _ if self.kind_untold(seat) => self.silence(Kind::Organisations, day),
            _ => self.silence(Kind::Seats, day),
        }
    }

    /// Whether the record names the organisation of a seat without saying what kind it is.
    fn kind_untold(self, seat: &'a Seat) -> bool {
        seat.organisation.as_ref().and_then(|id| self.index.organisations.get(id.as_str())).is_some_and(|o| o.kinds.is_empty())
    }

    pub fn comes_from(self, seat: &'a Seat, name: &str, day: Date) -> Truth {
        match &seat.organisation {
            Some(id) => Truth::of(
                id.eq_ignore_ascii_case(name)
                    || self
                        .index
                        .organisations
                        .get(id.as_str())
                        .is_some_and(|o| o.name.eq_ignore_ascii_case(name) || o.kinds.iter().any(|k| super::super::acts::same(k, name))),
            ),
            None => self.silence(Kind::Seats, day),
        }
    }

    pub fn has_attribute(self, seat: &'a Seat, person: Option<&str>, name: &str, day: Date) -> Truth {
        // A name that the charter defines stands for its group.
        let meaning = self.charter.rules().find_map(|(_, rule)| match &rule.tree.says {
            Says::Means { name: defined, group } if defined.eq_ignore_ascii_case(name) => Some(group),
            _ => None,
        });
        if let Some(group) = meaning.filter(|g| !g.filters.iter().any(|f| matches!(f, Filter::Are(n) if n.eq_ignore_ascii_case(name)))) {
            return self.index.deeper(|| self.seat_fits(seat, person, day, group).0).unwrap_or(Truth::CannotTell);
        }
        if seat.class.as_deref().is_some_and(|c| super::super::acts::same(c, name))
            || seat.post.as_deref().is_some_and(|p| super::super::acts::same(p, name))
        {
            return Truth::Yes;
        }
        let Some(person) = person else { return Truth::CannotTell };
        self.person_is(person, name, day)
    }
}
