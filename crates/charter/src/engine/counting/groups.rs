//! How many of a group there are.

use super::*;

impl<'a> View<'a> {
    /// How many of a group there are on a day, in the room or not.
    pub fn count_on(self, day: Date, group: &Group) -> Counted {
        self.count(day, None, group, false)
    }

    /// How many of a group there are at a meeting's moment, in the room or not, save where the group itself says "present".
    pub fn count_at(self, place: &Place<'a>, group: &Group) -> Counted {
        self.count(place.day, Some(place), group, false)
    }

    /// How many of a group are in the room.
    pub fn present(self, place: &Place<'a>, group: &Group) -> Counted {
        self.count(place.day, Some(place), group, true)
    }

    pub(super) fn count(self, day: Date, place: Option<&Place<'a>>, group: &Group, present: bool) -> Counted {
        let plain = group.class.is_none() && group.noun == Noun::Member && group.filters.iter().all(|f| *f == Filter::Present);
        let present = present || group.filters.contains(&Filter::Present);
        // Meetings whose numbers alone are held hold no names of absent or remote members either.
        if let Some(place) = place.filter(|_| plain) {
            // A count without names, where no names are held.
            let no_roll = self.index.roll_of(&place.meeting.id).is_empty();
            if let (true, true, Some(n)) = (present, no_roll, place.meeting.present) {
                return Counted::exactly(n);
            }
            if let (false, Some(n)) = (present, place.meeting.members) {
                return Counted::exactly(n);
            }
        }
        match &group.noun {
            Noun::Seat => {
                let mut out = Counted::default();
                let sitting = self.sitting(day);
                let (substitutes, _) = self.of_substitutes(Verb::CountInQuorum);
                let own = |s: &&Seat| s.group.as_deref() == self.group && s.class.as_deref() != Some("substitute");
                for seat in self.record.seats.iter().filter(own).filter(|s| Span { from: s.from, until: s.until }.holds(day)) {
                    let holder = sitting.0.iter().find(|s| s.seat.id == seat.id).map(|s| s.person);
                    let (mut truth, mut why) = self.fits(seat, holder, day, group, place);
                    if present && truth != Truth::No {
                        let (here, reason) = match (place, holder) {
                            (Some(p), Some(person)) => self.is_seat_present(p, person, seat, substitutes),
                            (Some(_), None) => (Truth::No, None),
                            _ => (Truth::CannotTell, Some("attendance".to_owned())),
                        };
                        truth = truth.and(here);
                        why = why.or(reason);
                    }
                    out.add(truth, why);
                }
                if !self.record.is_complete(Kind::Seats, day) {
                    out.open = true;
                    out.miss(Some(format!("seats on {}", calendar::day_in_words(day))));
                }
                out
            }
            Noun::Of(sort) => {
                if let Some(place) = place.filter(|_| present) {
                    // So many of a sort as have somebody there.
                    let (low, high) = self.spread(place, &Group { class: None, noun: Noun::Member, filters: Vec::new() }, sort);
                    return Counted {
                        low,
                        perhaps: high.map_or(0, |h| h.saturating_sub(low)),
                        open: high.is_none(),
                        missing: vec![format!("attendance on {}", calendar::day_in_words(day))],
                    };
                }
                let (all, whole) = self.of_sort(sort, day);
                let mut out = Counted::exactly(u32::try_from(all.len()).unwrap_or(u32::MAX));
                if !whole {
                    out.open = true;
                    out.miss(Some(format!("{} on {}", sort.plural(), calendar::day_in_words(day))));
                }
                out
            }
            Noun::Substitute if !present => {
                // Standing substitutes hold seats of their own.
                let mut out = Counted::default();
                for s in self.sitting(day).0.iter().filter(|s| s.seat.class.as_deref() == Some("substitute")) {
                    let (truth, why) = self.fits(s.seat, Some(s.person), day, group, place);
                    out.add(truth, why);
                }
                out.open = !self.record.is_complete(Kind::Appointments, day);
                if out.open {
                    out.miss(Some("substitutes appointed".to_owned()));
                }
                out
            }
            Noun::Member | Noun::Adviser | Noun::Observer | Noun::Named(_) => {
                let sitting = self.sitting(day);
                let (sitting, whole) = (&sitting.0, sitting.1);
                let mut out = Counted::default();
                let (substitutes, _) = self.of_substitutes(Verb::CountInQuorum);
                if let Noun::Named(name) = &group.noun {
                    // Those who hold no seat may be so too.
                    let others = self.record.people.iter().filter(|p| !sitting.iter().any(|s| s.person == p.id));
                    let plain = group.class.is_none() && !group.filters.iter().any(|f| !matches!(f, Filter::Present));
                    for person in others.filter(|_| plain && !present) {
                        out.add(Truth::of(self.person_is(&person.id, name, day) == Truth::Yes), None);
                    }
                }
                for s in sitting.iter().filter(|s| noun_fits(&group.noun, s.seat)) {
                    let (mut truth, mut why) = self.fits(s.seat, Some(s.person), day, group, place);
                    if let Noun::Named(name) = &group.noun {
                        let one = self.has_attribute(s.seat, Some(s.person), name, day);
                        if one == Truth::CannotTell {
                            why = why.or(Some(format!("whether {} is among the {name}", self.record.name_of(s.person))));
                        }
                        truth = truth.and(one);
                    }
                    if let Some(place) = place.filter(|_| present && truth != Truth::No)
                        && let Some(bar) = self.uncounted(s, place)
                    {
                        truth = truth.and(bar.not());
                        why = why.or(Some(format!("whether {} counts", self.record.name_of(s.person))));
                    }
                    if present && truth != Truth::No {
                        let (here, reason) = place
                            .map_or((Truth::CannotTell, Some("attendance".to_owned())), |p| self.is_seat_present(p, s.person, s.seat, substitutes));
                        truth = truth.and(here);
                        why = why.or(reason);
                    }
                    out.add(truth, why);
                }
                if !whole {
                    out.open = true;
                    out.miss(Some(format!("appointments to seats on {}", calendar::day_in_words(day))));
                }
                out
            }
            // Who else is there, the roll tells.
            Noun::Substitute | Noun::OtherPerson | Noun::Officer if place.is_some_and(|_| present) => {
                let mut out = Counted::default();
                let Some(place) = place else { return out };
                let wanted = |c: crate::record::Capacity| match group.noun {
                    Noun::Substitute => c == crate::record::Capacity::Substitute,
                    Noun::Officer => c == crate::record::Capacity::Officer,
                    _ => c != crate::record::Capacity::Member && c != crate::record::Capacity::Substitute,
                };
                for line in self.roll(place).filter(|a| wanted(a.capacity)) {
                    let fits = group.filters.iter().filter(|f| **f != Filter::Present).fold(Truth::Yes, |t, f| t.and(self.line_fits(line, f, day)));
                    out.add(fits.and(self.is_in_room(place, &line.person)), None);
                }
                if !self.record.is_complete(Kind::Roll, day) {
                    out.open = true;
                    out.miss(Some(format!("attendance on {}", calendar::day_in_words(day))));
                }
                out
            }
            Noun::Substitute | Noun::OtherPerson | Noun::Officer | Noun::Vote => Counted::unknown(group.plural()),
        }
    }

    /// Whether somebody on the roll who is no member there is of a kind.
    pub fn line_fits(self, line: &'a crate::record::Attendance, filter: &Filter, day: Date) -> Truth {
        let seat = line.seat.as_deref().and_then(|s| self.index.seats.get(s).copied());
        match filter {
            Filter::Present => Truth::Yes,
            Filter::Are(name) => self.person_is(&line.person, name, day),
            Filter::AreNot(name) => self.person_is(&line.person, name, day).not(),
            Filter::From(name) => seat.map_or(Truth::CannotTell, |s| self.comes_from(s, name, day)),
            Filter::InPlaceOf(post) => {
                let (people, whole) = self.post_holders(post, day);
                let theirs = seat.is_some_and(|s| self.sitting(day).0.iter().any(|x| x.seat.id == s.id && people.contains(&x.person)));
                match (theirs, seat.is_some() && (whole || !people.is_empty())) {
                    (true, _) => Truth::Yes,
                    (false, true) => Truth::No,
                    (false, false) => Truth::CannotTell,
                }
            }
            _ => Truth::CannotTell,
        }
    }

    /// The organisations, sectors or areas of a sort, by id or name.
    pub fn of_sort(self, sort: &Sort, day: Date) -> (Vec<&'a str>, bool) {
        let record = self.record;
        let mut out: Vec<&str> = match sort {
            Sort::Organisation => record.organisations.iter().map(|o| o.id.as_str()).collect(),
            Sort::Sector => record.sectors.iter().map(|s| s.id.as_str()).collect(),
            Sort::Area => record.organisations.iter().filter_map(|o| o.area.as_deref()).collect(),
            Sort::Member => return (Vec::new(), false),
            Sort::Kind(kind) => {
                record.organisations.iter().filter(|o| o.kinds.iter().any(|k| k.eq_ignore_ascii_case(kind))).map(|o| o.id.as_str()).collect()
            }
        };
        out.sort_unstable();
        out.dedup();
        let kind = if *sort == Sort::Sector { Kind::Sectors } else { Kind::Organisations };
        (out, record.is_complete(kind, day))
    }

    /// Whether the terms keep somebody who is there from counting towards the quorum; none where no rule speaks of them.
    pub(super) fn uncounted(self, sitting: &Sitting<'a>, place: &Place<'a>) -> Option<Truth> {
        let mut out = None;
        for doing in self.doing(Verb::CountInQuorum) {
            let group = match (doing.who, doing.force) {
                (Some(Who::Any(g) | Who::The(g) | Who::Each(g)), Force::MustNot) | (Some(Who::No(g)), Force::May) => g,
                _ => continue,
            };
            if group.noun == Noun::Substitute {
                continue;
            }
            let mut truth = self.fits(sitting.seat, Some(sitting.person), place.day, group, Some(place)).0;
            if let Noun::Named(name) = &group.noun {
                truth = truth.and(self.has_attribute(sitting.seat, Some(sitting.person), name, place.day));
            }
            out = Some(out.unwrap_or(Truth::No).or(truth));
        }
        out
    }
}
