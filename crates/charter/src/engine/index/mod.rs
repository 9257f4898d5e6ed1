//! The record, ordered so that each question costs what its answer holds.

mod gather;

use std::cell::RefCell;
use std::collections::{BTreeSet, HashSet};
use std::rc::Rc;

use jiff::civil::Date;
use rustc_hash::FxHashMap as HashMap;

use crate::read::Charter;
use crate::record::*;
use crate::tree::{Condition, Filling, Says, Verb, With};

/// Something done, wherever the record holds it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Done {
    /// The kind of fact it is held as.
    pub kind: Option<Kind>,
    /// What it was done to: any of these words.
    pub what: Vec<String>,
    pub by: BTreeSet<String>,
    pub to: BTreeSet<String>,
    pub of: Option<String>,
    pub meeting: Option<String>,
    pub day: Option<Date>,
    pub effect: Option<Date>,
    pub forms: BTreeSet<String>,
    pub consulted: BTreeSet<String>,
    pub agreed: BTreeSet<String>,
    pub requested: BTreeSet<String>,
    pub matters: BTreeSet<String>,
    pub affects: BTreeSet<String>,
    pub amount: Option<u32>,
    pub urgent: bool,
    /// How many minutes it lasted.
    pub minutes: Option<u32>,
    /// The last day on which it went on.
    pub until: Option<Date>,
    /// How many pages it has.
    pub pages: Option<u32>,
    /// What sentences call it, where it is one of several.
    pub title: Option<String>,
}

/// A day, and the sub-group; none for the body's own seats.
type Sat = (Date, Option<String>);

/// The roll of one meeting.
#[derive(Default)]
struct Roll<'a> {
    lines: Vec<&'a Attendance>,
    by_person: Vec<&'a Attendance>,
    by_seat: Vec<&'a Attendance>,
}

/// Those of a sorted list whose key is this.
fn those<'l, 'a>(sorted: &'l [&'a Attendance], key: impl Fn(&'a Attendance) -> Option<&'a str>, wanted: &str) -> &'l [&'a Attendance] {
    let from = sorted.partition_point(|line| key(line) < Some(wanted));
    let many = sorted[from..].iter().take_while(|line| key(line) == Some(wanted)).count();
    &sorted[from..from + many]
}

/// The record by what is asked of it.
pub(crate) struct Index<'a> {
    /// Meetings with a day that were not called off, earliest first.
    pub meetings: Vec<(&'a Meeting, Date)>,
    pub meeting: HashMap<&'a str, &'a Meeting>,
    roll: HashMap<&'a str, Roll<'a>>,
    items: HashMap<&'a str, Vec<&'a Item>>,
    pub seats: HashMap<&'a str, &'a Seat>,
    pub people: HashMap<&'a str, &'a Person>,
    pub organisations: HashMap<&'a str, &'a Organisation>,
    pub done: HashMap<Verb, Vec<Done>>,
    /// The seat of each appointment, in the list's order.
    pub appointed: Vec<Option<&'a Seat>>,
    /// Who sat on a day, by their place in the list of appointments; kept once it was looked up.
    pub seated: RefCell<HashMap<Sat, Rc<[usize]>>>,
    /// How deep definitions and entitlements are being looked up in each other.
    pub deep: std::cell::Cell<u8>,
}

/// Definitions that lead further than this lead nowhere.
const DEEPEST: u8 = 6;

impl Index<'_> {
    /// Looks something up that may ask for itself again; none where it does so without end.
    pub fn deeper<T>(&self, look: impl FnOnce() -> T) -> Option<T> {
        let depth = self.deep.get();
        if depth >= DEEPEST {
            return None;
        }
        self.deep.set(depth + 1);
        let out = look();
        self.deep.set(depth);
        Some(out)
    }
}

/// Every verb of a charter's rules and conditions.
fn verbs(charter: &Charter) -> HashSet<Verb> {
    // Occasions such as "publication" are things done too.
    fn times(deed: &crate::tree::Deed, out: &mut HashSet<Verb>) {
        use crate::tree::{Occasion, Time};
        for time in &deed.times {
            if let Time::Before(_, on)
            | Time::By(on)
            | Time::Within(_, on)
            | Time::After(_, on)
            | Time::At(on)
            | Time::NotEarlier(_, on)
            | Time::Later(_, on)
            | Time::Soon(on)
            | Time::Until(on) = time
                && let Occasion::Its(verb) = on
            {
                out.insert(*verb);
            }
            if matches!(time, Time::OnNotice(_)) {
                out.extend([Verb::Give, Verb::Notify, Verb::Send]);
            }
        }
    }
    fn of(condition: &Condition, out: &mut HashSet<Verb>) {
        match condition {
            Condition::Both(a, b) | Condition::Either(a, b) => {
                of(a, out);
                of(b, out);
            }
            Condition::Not(a) => of(a, out),
            Condition::Does(_, deed) | Condition::Done(deed) => {
                out.insert(deed.verb);
                times(deed, out);
            }
            _ => {}
        }
    }
    let mut out: HashSet<Verb> = [Verb::Consult, Verb::Agree, Verb::Approve, Verb::Request, Verb::Ask].into();
    for (_, rule) in charter.rules() {
        for condition in [&rule.tree.when, &rule.tree.only_if, &rule.tree.unless].into_iter().flatten() {
            of(condition, &mut out);
        }
        match &rule.tree.says {
            Says::Does { deed, .. } => {
                out.insert(deed.verb);
                times(deed, &mut out);
                if deed.with.iter().any(|w| matches!(w, With::Through(_) | With::Behalf(_))) {
                    out.insert(Verb::Report);
                }
            }
            Says::Filled { how, .. } => {
                out.insert(if matches!(how, Filling::Elected(_)) { Verb::Elect } else { Verb::Appoint });
            }
            _ => {}
        }
    }
    out
}

fn set(words: impl IntoIterator<Item = impl Into<String>>) -> BTreeSet<String> {
    words.into_iter().map(Into::into).collect()
}

impl<'a> Index<'a> {
    pub fn of(charter: &Charter, record: &'a Record) -> Self {
        let mut meetings: Vec<_> = record.meetings.iter().filter(|m| !m.cancelled).filter_map(|m| m.day.map(|d| (m, d))).collect();
        meetings.sort_by_key(|(m, day)| (*day, m.hour));
        let mut roll: HashMap<&str, Roll<'_>> = HashMap::default();
        for line in &record.roll {
            roll.entry(&line.meeting).or_default().lines.push(line);
        }
        for roll in roll.values_mut() {
            roll.by_person.clone_from(&roll.lines);
            roll.by_person.sort_by_key(|line| line.person.as_str());
            roll.by_seat.clone_from(&roll.lines);
            roll.by_seat.sort_by_key(|line| line.seat.as_deref());
        }
        let mut items: HashMap<&str, Vec<&Item>> = HashMap::default();
        for item in &record.items {
            items.entry(&item.meeting).or_default().push(item);
        }
        let seats: HashMap<&str, &Seat> = record.seats.iter().map(|s| (s.id.as_str(), s)).collect();
        let mut out = Self {
            meetings,
            meeting: record.meetings.iter().map(|m| (m.id.as_str(), m)).collect(),
            roll,
            items,
            appointed: record.appointments.iter().map(|a| seats.get(a.seat.as_str()).copied()).collect(),
            seats,
            people: record.people.iter().map(|p| (p.id.as_str(), p)).collect(),
            organisations: record.organisations.iter().map(|o| (o.id.as_str(), o)).collect(),
            done: HashMap::default(),
            seated: RefCell::default(),
            deep: std::cell::Cell::default(),
        };
        out.gather(charter, record, &verbs(charter));
        for list in out.done.values_mut() {
            list.sort_by_key(|d| d.day);
        }
        out
    }

    fn add(&mut self, wanted: &HashSet<Verb>, verbs: &[Verb], done: Done) {
        let mut wanted = verbs.iter().filter(|v| wanted.contains(v));
        let Some(last) = wanted.next_back() else { return };
        for verb in wanted {
            self.done.entry(*verb).or_default().push(done.clone());
        }
        self.done.entry(*last).or_default().push(done);
    }

    fn day_of(&self, meeting: &str) -> Option<Date> {
        self.meeting.get(meeting).and_then(|m| m.day)
    }

    /// The roll of one meeting.
    pub fn roll_of(&self, meeting: &str) -> &[&'a Attendance] {
        self.roll.get(meeting).map_or(&[], |roll| &roll.lines)
    }

    /// The lines of one meeting's roll that are about one person.
    pub fn lines_of(&self, meeting: &str, person: &str) -> &[&'a Attendance] {
        self.roll.get(meeting).map_or(&[], |roll| those(&roll.by_person, |line| Some(&line.person), person))
    }

    /// The lines of one meeting's roll that are about one seat.
    pub fn lines_for(&self, meeting: &str, seat: &str) -> &[&'a Attendance] {
        self.roll.get(meeting).map_or(&[], |roll| those(&roll.by_seat, |line| line.seat.as_deref(), seat))
    }

    /// The items of one meeting, in their order.
    pub fn items_of(&self, meeting: &str) -> &[&'a Item] {
        self.items.get(meeting).map_or(&[], Vec::as_slice)
    }
}

/// The kind of a meeting, as the record has it.
pub(crate) fn kind_of(meeting: &Meeting) -> &str {
    meeting.kind.as_deref().unwrap_or("ordinary")
}
