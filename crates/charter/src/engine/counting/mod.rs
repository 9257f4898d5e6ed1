//! Counting people, seats and votes, with what cannot be known kept apart.

mod fits;
mod groups;

use super::{Place, Truth, View};
use crate::record::{Kind, Seat, Span};
use crate::tree::{Filter, Force, Group, Measure, Noun, Post, Says, Share, Sort, Verb, Who};
use jiff::civil::Date;
use std::rc::Rc;

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
        (self.seated(day).iter().filter_map(|n| self.sitter(*n)).collect(), whole)
    }

    /// The seats in which one person sits on a day, with whether the record is whole for that.
    pub fn sitting_as(self, person: &str, day: Date) -> (Vec<Sitting<'a>>, bool) {
        let whole = self.record.is_complete(Kind::Appointments, day) && self.record.is_complete(Kind::Seats, day);
        (self.seated(day).iter().filter_map(|n| self.sitter(*n)).filter(|s| s.person == person).collect(), whole)
    }

    /// Whoever holds an appointment of the list.
    fn sitter(self, n: usize) -> Option<Sitting<'a>> {
        let appointment = self.record.appointments.get(n)?;
        Some(Sitting { person: &appointment.person, seat: self.index.appointed.get(n).copied().flatten()? })
    }

    /// The appointments that held on a day, by their places in the list.
    fn seated(self, day: Date) -> Rc<[usize]> {
        let key = (day, self.group.map(str::to_owned));
        if let Some(found) = self.index.seated.borrow().get(&key) {
            return Rc::clone(found);
        }
        let mut seen = std::collections::HashSet::new();
        let out: Rc<[usize]> = (0..self.record.appointments.len())
            .filter(|n| self.record.appointments.get(*n).is_some_and(|a| Span { from: a.from, until: a.until }.holds(day)))
            .filter(|n| {
                let ours = |s: &Sitting<'_>| s.seat.group.as_deref() == self.group && Span { from: s.seat.from, until: s.seat.until }.holds(day);
                self.sitter(*n).filter(ours).is_some_and(|s| seen.insert((s.person, is_member(s.seat))))
            })
            .collect();
        self.index.seated.borrow_mut().insert(key, Rc::clone(&out));
        out
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
        let (seats, whole) = self.sitting_as(person, day);
        if seats.iter().any(|s| is_member(s.seat)) {
            Truth::Yes
        } else if whole {
            Truth::No
        } else {
            Truth::CannotTell
        }
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
