//! Counting people, seats and votes, with what cannot be known kept apart.

use jiff::civil::Date;
use std::rc::Rc;

use super::{Place, Truth, View};
use crate::record::{Kind, Seat, Span};
use crate::tree::{Filter, Force, Group, Measure, Noun, Post, Says, Share, Sort, Verb, Who};

/// A count between two numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Counted {
    /// So many at least.
    pub low: u32,
    /// So many more, perhaps.
    pub perhaps: u32,
    /// There may be more of whom the record does not know.
    pub open: bool,
    /// The facts that would settle it.
    pub missing: Vec<String>,
}

impl Counted {
    pub fn exactly(count: u32) -> Self {
        Self { low: count, ..Self::default() }
    }

    pub fn unknown(missing: impl Into<String>) -> Self {
        Self { open: true, missing: vec![missing.into()], ..Self::default() }
    }

    fn add(&mut self, truth: Truth, why: Option<String>) {
        match truth {
            Truth::Yes => self.low += 1,
            Truth::No => {}
            Truth::CannotTell => {
                self.perhaps += 1;
                self.miss(why);
            }
        }
    }

    fn miss(&mut self, why: Option<String>) {
        if let Some(why) = why
            && !self.missing.contains(&why)
        {
            self.missing.push(why);
        }
    }

    pub fn low_and_high(&self) -> (u32, Option<u32>) {
        (self.low, (!self.open).then_some(self.low + self.perhaps))
    }

    pub fn known(&self) -> Option<u32> {
        (self.perhaps == 0 && !self.open).then_some(self.low)
    }

    pub fn at_least(&self, n: u32) -> Truth {
        match self.low_and_high() {
            (low, _) if low >= n => Truth::Yes,
            (_, Some(high)) if high < n => Truth::No,
            _ => Truth::CannotTell,
        }
    }

    pub fn at_most(&self, n: u32) -> Truth {
        match self.low_and_high() {
            (low, _) if low > n => Truth::No,
            (_, Some(high)) if high <= n => Truth::Yes,
            _ => Truth::CannotTell,
        }
    }

    /// In words: `21`, `between 19 and 21`, `at least 19`.
    pub fn words(&self) -> String {
        match self.low_and_high() {
            (low, Some(high)) if low == high => low.to_string(),
            (low, Some(high)) => format!("between {low} and {high}"),
            (0, None) => "an unknown number".to_owned(),
            (low, None) => format!("at least {low}"),
        }
    }
}

/// How many a measure asks: so many at least, and so many are certainly enough.
#[derive(Debug, Clone, Default)]
pub(crate) struct Asked {
    pub least: u32,
    pub most: Option<u32>,
    pub missing: Vec<String>,
}

/// How many a number or a share asks of so many. A part of a person counts as a person, save where the rule rounds otherwise.
/// "Half plus one" is half, rounded down, plus one. What is taken from elsewhere asks nothing here.
pub(crate) fn needed(measure: &Measure, of: u32) -> u32 {
    let share = |share: &Share, up: bool| {
        let of = u64::from(of);
        let part = |n: u64, d: u64| if up { (of * n).div_ceil(d.max(1)) } else { of * n / d.max(1) };
        let out = match share {
            Share::Fraction(n, d) => part((*n).into(), (*d).into()),
            Share::Percent(p) => part((*p).into(), 100),
            Share::Majority => of / 2 + 1,
            Share::All => of,
            Share::HalfPlus(n) => of / 2 + u64::from(*n),
        };
        u32::try_from(out).unwrap_or(u32::MAX)
    };
    match measure {
        Measure::Number(n) => *n,
        Measure::Share(s) => share(s, true),
        Measure::RoundedDown(s) => share(s, false),
        Measure::Nearest(s) => {
            // Half a person or more counts as one.
            let (down, up) = (share(s, false), share(s, true));
            let twice = match s {
                Share::Fraction(n, d) => 2 * u64::from(of) * u64::from(*n) % (2 * u64::from(*d).max(1)) >= u64::from(*d),
                Share::Percent(p) => 2 * u64::from(of) * u64::from(*p) % 200 >= 100,
                _ => true,
            };
            if twice { up } else { down }
        }
        Measure::Given(_) | Measure::Than(..) => 0,
    }
}

/// Somebody in a seat on a day.
#[derive(Clone, Copy)]
pub(crate) struct Sitting<'a> {
    pub person: &'a str,
    pub seat: &'a Seat,
}

impl<'a> View<'a> {
    /// Everybody in a seat on a day, with whether the record is whole for that. One who holds two seats comes once.
    pub fn sitting(self, day: Date) -> (Vec<Sitting<'a>>, bool) {
        let whole = self.record.is_complete(Kind::Appointments, day) && self.record.is_complete(Kind::Seats, day);
        let one = |n: &usize| {
            let appointment = self.record.appointments.get(*n)?;
            Some(Sitting { person: &appointment.person, seat: self.index.seats.get(appointment.seat.as_str())? })
        };
        let key = (day, self.group.map(str::to_owned));
        if let Some(found) = self.index.seated.borrow().get(&key) {
            return (found.iter().filter_map(one).collect(), whole);
        }
        let mut out: Vec<usize> = Vec::new();
        let mut seen = std::collections::HashSet::new();
        for (n, appointment) in self.record.appointments.iter().enumerate().filter(|(_, a)| Span { from: a.from, until: a.until }.holds(day)) {
            let seat = self.index.seats.get(appointment.seat.as_str()).copied();
            let Some(seat) = seat.filter(|s| s.group.as_deref() == self.group && Span { from: s.from, until: s.until }.holds(day)) else { continue };
            if seen.insert((appointment.person.as_str(), is_member(seat))) {
                out.push(n);
            }
        }
        let sitting = out.iter().filter_map(one).collect();
        self.index.seated.borrow_mut().insert(key, Rc::new(out));
        (sitting, whole)
    }

    /// How many a measure asks of a group that is so large; `each` where it is asked for one of a sort.
    pub fn asked(self, measure: &Measure, of: &Counted, day: Date, place: Option<&Place<'a>>, each: Option<&str>) -> Asked {
        match measure {
            Measure::Number(n) => Asked { least: *n, most: Some(*n), missing: Vec::new() },
            Measure::Given(name) => match self.number(name, day, each) {
                Some(n) => Asked { least: n, most: Some(n), missing: Vec::new() },
                None => Asked { least: 0, most: None, missing: vec![each.map_or_else(|| name.clone(), |e| format!("{name} for {e}"))] },
            },
            Measure::Than(by, group) => {
                let other = place.map_or_else(|| self.count_on(day, group), |p| self.count_at(p, group));
                let shift = |n: u32| n.saturating_add_signed(*by);
                let (low, high) = other.low_and_high();
                Asked { least: shift(low), most: high.map(shift), missing: other.missing }
            }
            share => {
                let (low, high) = of.low_and_high();
                Asked { least: needed(share, low), most: high.map(|h| needed(share, h)), missing: of.missing.clone() }
            }
        }
    }

    /// An outside number by the charter's name for it; where it is a table, the entry of one.
    pub fn number(self, name: &str, day: Date, each: Option<&str>) -> Option<u32> {
        let fact = self.record.facts.iter().rfind(|f| super::acts::same(&f.name, name) && Span { from: f.from, until: f.until }.holds(day))?;
        let value = match (&fact.value, each) {
            (serde_json::Value::Object(table), Some(one)) => {
                let named = [Sort::Organisation, Sort::Sector].iter().map(|s| self.name_of_sort(s, one)).collect::<Vec<_>>();
                table.iter().find(|(k, _)| k.as_str() == one || named.iter().any(|n| super::acts::same(n, k))).map(|(_, v)| v)?
            }
            (value, _) => value,
        };
        value.as_u64().and_then(|n| u32::try_from(n).ok())
    }

    pub fn is_member(self, person: &str, day: Date) -> Truth {
        let sitting = self.sitting(day);
        let (sitting, whole) = (&sitting.0, sitting.1);
        if sitting.iter().any(|s| s.person == person && is_member(s.seat)) {
            Truth::Yes
        } else if whole {
            Truth::No
        } else {
            Truth::CannotTell
        }
    }

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

    fn count(self, day: Date, place: Option<&Place<'a>>, group: &Group, present: bool) -> Counted {
        let plain = group.class.is_none() && group.noun == Noun::Member && group.filters.iter().all(|f| *f == Filter::Present);
        let present = present || group.filters.contains(&Filter::Present);
        // Meetings whose numbers alone are held hold no names of absent or remote members either.
        if let Some(place) = place.filter(|_| plain) {
            // A count without names, where no names are held.
            let no_roll = !self.record.roll.iter().any(|a| a.meeting == place.meeting.id);
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
            Noun::Substitute | Noun::OtherPerson | Noun::Officer | Noun::Vote => Counted::unknown(group.plural()),
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
            and(self.class_fits(seat, class, day), &|| format!("the class of the seat “{}”", seat.label));
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
                Filter::Except(post) => match person {
                    Some(person) => {
                        let (people, whole) = self.post_holders(post, day);
                        if people.contains(&person) {
                            Truth::No
                        } else if people.is_empty() && !whole {
                            Truth::CannotTell
                        } else {
                            Truth::Yes
                        }
                    }
                    None => Truth::Yes,
                },
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

    fn interested(self, person: Option<&str>, kind: Option<&str>, place: Option<&Place<'a>>) -> Truth {
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

    fn appointed_by(self, seat: &'a Seat, person: Option<&str>, post: &Post, day: Date) -> Truth {
        let by = person.and_then(|person| {
            self.record.appointments.iter().rfind(|a| a.person == person && a.seat == seat.id && Span { from: a.from, until: a.until }.holds(day))
        });
        let ids: std::collections::BTreeSet<String> = match by.and_then(|a| a.by.clone()).or_else(|| seat.organisation.clone()) {
            Some(by) => [by].into(),
            None => return self.silence(Kind::Appointments, day),
        };
        self.among(&ids, &Who::Post(post.clone()), day, None, false)
    }

    fn has_been(self, person: &str, name: &str, length: &crate::tree::Length, day: Date) -> Truth {
        let Some((count, unit)) = length.in_whole_days() else { return Truth::CannotTell };
        let since = calendar::deadline_before(day, count, unit, self.holidays()).letter;
        let found = self.index.people.get(person).is_some_and(|p| {
            p.periods.iter().any(|q| super::acts::same(&q.what, name) && q.from.is_none_or(|f| f <= day) && q.until.is_none_or(|u| u >= since))
        });
        if found { Truth::Yes } else { self.silence(Kind::People, since).and(Truth::CannotTell).or(self.silence(Kind::People, day)) }
    }

    /// Whether the terms keep somebody who is there from counting towards the quorum; none where no rule speaks of them.
    fn uncounted(self, sitting: &Sitting<'a>, place: &Place<'a>) -> Option<Truth> {
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

    /// Whether somebody is what a word of the charter says, in a seat or not.
    pub fn person_is(self, person: &str, name: &str, day: Date) -> Truth {
        if self
            .record
            .offices
            .iter()
            .any(|o| o.person == person && super::acts::same(&o.office, name) && Span { from: o.from, until: o.until }.holds(day))
        {
            return Truth::Yes;
        }
        match self.index.people.get(person) {
            Some(p) if p.attributes.iter().any(|a| super::acts::same(a, name)) => Truth::Yes,
            Some(p) if p.periods.iter().any(|q| super::acts::same(&q.what, name) && Span { from: q.from, until: q.until }.holds(day)) => Truth::Yes,
            _ => self.silence(Kind::People, day),
        }
    }

    fn class_fits(self, seat: &'a Seat, class: &str, day: Date) -> Truth {
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
                        .is_some_and(|o| o.name.eq_ignore_ascii_case(name) || o.kinds.iter().any(|k| super::acts::same(k, name))),
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
            return self.seat_fits(seat, person, day, group).0;
        }
        if seat.class.as_deref().is_some_and(|c| super::acts::same(c, name)) || seat.post.as_deref().is_some_and(|p| super::acts::same(p, name)) {
            return Truth::Yes;
        }
        let Some(person) = person else { return Truth::CannotTell };
        self.person_is(person, name, day)
    }

    /// What a missing fact means: a no where the record is whole, and nothing elsewhere.
    pub fn silence(self, kind: Kind, day: Date) -> Truth {
        if self.record.is_complete(kind, day) { Truth::No } else { Truth::CannotTell }
    }
}

/// Whether whoever sits here is a member: not an adviser, observer or officer.
pub(crate) fn is_member(seat: &Seat) -> bool {
    !matches!(seat.class.as_deref(), Some("adviser" | "observer" | "officer" | "substitute"))
}

pub(crate) fn noun_fits(noun: &Noun, seat: &Seat) -> bool {
    match noun {
        Noun::Member | Noun::Named(_) => is_member(seat),
        Noun::Adviser => seat.class.as_deref() == Some("adviser"),
        Noun::Observer => seat.class.as_deref() == Some("observer"),
        _ => false,
    }
}
