//! Counting people, seats and votes, with what cannot be known kept apart.

use jiff::civil::Date;

use super::{Place, Truth, View};
use crate::record::{Kind, Seat, Span};
use crate::tree::{Filter, Group, Measure, Noun, Says, Share, Sort, Verb};

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

/// How many a measure asks of so many. A part of a person counts as a person, save where the rule rounds down. "Half plus
/// one" is half, rounded down, plus one.
pub(crate) fn needed(measure: Measure, of: u32) -> u32 {
    let share = |share: Share, up: bool| {
        let of = u64::from(of);
        let part = |n: u64, d: u64| if up { (of * n).div_ceil(d.max(1)) } else { of * n / d.max(1) };
        let out = match share {
            Share::Fraction(n, d) => part(n.into(), d.into()),
            Share::Percent(p) => part(p.into(), 100),
            Share::Majority => of / 2 + 1,
            Share::All => of,
            Share::HalfPlus(n) => of / 2 + u64::from(n),
        };
        u32::try_from(out).unwrap_or(u32::MAX)
    };
    match measure {
        Measure::Number(n) => n,
        Measure::Share(s) => share(s, true),
        Measure::RoundedDown(s) => share(s, false),
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
        let mut out: Vec<Sitting<'a>> = Vec::new();
        for appointment in self.record.appointments.iter().filter(|a| Span { from: a.from, until: a.until }.holds(day)) {
            let Some(seat) = self.record.seat(&appointment.seat).filter(|s| Span { from: s.from, until: s.until }.holds(day)) else { continue };
            if !out.iter().any(|s| s.person == appointment.person && is_member(s.seat) == is_member(seat)) {
                out.push(Sitting { person: &appointment.person, seat });
            }
        }
        (out, self.record.is_complete(Kind::Appointments, day) && self.record.is_complete(Kind::Seats, day))
    }

    pub fn is_member(self, person: &str, day: Date) -> Truth {
        let (sitting, whole) = self.sitting(day);
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
                for seat in self.record.seats.iter().filter(|s| Span { from: s.from, until: s.until }.holds(day)) {
                    let (truth, why) = self.seat_fits(seat, None, day, group);
                    out.add(truth, why);
                }
                if !self.record.is_complete(Kind::Seats, day) {
                    out.open = true;
                    out.miss(Some(format!("seats on {}", calendar::day_in_words(day))));
                }
                out
            }
            Noun::Of(sort) => {
                let (all, whole) = self.of_sort(sort, day);
                let mut out = Counted::exactly(u32::try_from(all.len()).unwrap_or(u32::MAX));
                if !whole {
                    out.open = true;
                    out.miss(Some(format!("{} on {}", sort.plural(), calendar::day_in_words(day))));
                }
                out
            }
            Noun::Member | Noun::Adviser | Noun::Observer => {
                let (sitting, whole) = self.sitting(day);
                let mut out = Counted::default();
                let (substitutes, _) = self.of_substitutes(Verb::CountInQuorum);
                for s in sitting.iter().filter(|s| noun_fits(&group.noun, s.seat)) {
                    let (mut truth, mut why) = self.seat_fits(s.seat, Some(s.person), day, group);
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
        let organisation = seat.organisation.as_ref().and_then(|id| self.record.organisations.iter().find(|o| &o.id == id));
        match sort {
            Sort::Organisation => seat.organisation.as_deref(),
            Sort::Sector => seat.sector.as_deref().or(organisation.and_then(|o| o.sector.as_deref())),
            Sort::Area => organisation.and_then(|o| o.area.as_deref()),
            Sort::Kind(kind) => organisation.filter(|o| o.kinds.iter().any(|k| k.eq_ignore_ascii_case(kind))).map(|o| o.id.as_str()),
        }
    }

    /// Whether a seat, with the person in it, is of a group; whether they are present is asked elsewhere.
    pub fn seat_fits(self, seat: &'a Seat, person: Option<&str>, day: Date, group: &Group) -> (Truth, Option<String>) {
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
                Filter::Interested(_) | Filter::On(_) | Filter::Affected => Truth::CannotTell,
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

    fn class_fits(self, seat: &'a Seat, class: &str, day: Date) -> Truth {
        let own = seat.class.as_deref().unwrap_or("voting");
        match class {
            "voting" => Truth::of(own != "non-voting" && is_member(seat)),
            "non-voting" => Truth::of(own == "non-voting" || !is_member(seat)),
            _ if own.eq_ignore_ascii_case(class) => Truth::Yes,
            _ if self.seat_sort(seat, &Sort::Kind(class.to_owned())).is_some() => Truth::Yes,
            _ => self.silence(Kind::Seats, day),
        }
    }

    fn comes_from(self, seat: &'a Seat, name: &str, day: Date) -> Truth {
        match &seat.organisation {
            Some(id) => {
                Truth::of(id.eq_ignore_ascii_case(name) || self.record.organisations.iter().any(|o| o.id == *id && o.name.eq_ignore_ascii_case(name)))
            }
            None => self.silence(Kind::Seats, day),
        }
    }

    fn has_attribute(self, seat: &'a Seat, person: Option<&str>, name: &str, day: Date) -> Truth {
        // A name that the charter defines stands for its group.
        let meaning = self.charter.rules().find_map(|(_, rule)| match &rule.tree.says {
            Says::Means { name: defined, group } if defined.eq_ignore_ascii_case(name) => Some(group),
            _ => None,
        });
        if let Some(group) = meaning.filter(|g| !g.filters.iter().any(|f| matches!(f, Filter::Are(n) if n.eq_ignore_ascii_case(name)))) {
            return self.seat_fits(seat, person, day, group).0;
        }
        let Some(person) = person else { return Truth::CannotTell };
        match self.record.people.iter().find(|p| p.id == person) {
            Some(p) if p.attributes.iter().any(|a| a.eq_ignore_ascii_case(name)) => Truth::Yes,
            _ => self.silence(Kind::People, day),
        }
    }

    /// What a missing fact means: a no where the record is whole, and nothing elsewhere.
    pub fn silence(self, kind: Kind, day: Date) -> Truth {
        if self.record.is_complete(kind, day) { Truth::No } else { Truth::CannotTell }
    }
}

/// Whether whoever sits here is a member: not an adviser, observer or officer.
pub(crate) fn is_member(seat: &Seat) -> bool {
    !matches!(seat.class.as_deref(), Some("adviser" | "observer" | "officer"))
}

fn noun_fits(noun: &Noun, seat: &Seat) -> bool {
    match noun {
        Noun::Member => is_member(seat),
        Noun::Adviser => seat.class.as_deref() == Some("adviser"),
        Noun::Observer => seat.class.as_deref() == Some("observer"),
        _ => false,
    }
}
