//! When, spelled.

use std::fmt::{self, Display, Formatter};

use super::*;

impl Unit {
    /// Its name beside a count.
    pub fn name(self, count: u32) -> &'static str {
        match (self, self.in_days()) {
            (_, Some(unit)) => unit.name(count),
            (Self::Hours, _) => ["hours", "hour"][usize::from(count == 1)],
            _ => ["minutes", "minute"][usize::from(count == 1)],
        }
    }
}

impl Display for Length {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.count, self.unit.name(self.count))
    }
}

impl Year {
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Calendar => "calendar",
            Self::Financial => "financial",
            Self::Municipal => "municipal",
            Self::Academic => "academic",
        }
    }
}

impl Display for Occasion {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Meeting => f.write_str("a meeting"),
            Self::NextMeeting => f.write_str("the next meeting"),
            Self::FirstMeeting(None) => f.write_str("the first meeting"),
            Self::FirstMeeting(Some(year)) => write!(f, "the first meeting of the {} year", year.word()),
            Self::Start => f.write_str("the start of the meeting"),
            Self::Adoption => f.write_str("the adoption of these terms"),
            Self::Establishment => f.write_str("the establishment of the body"),
            Self::Vacancy => f.write_str("a vacancy"),
            Self::Notice => f.write_str("the notice"),
            Self::Request => f.write_str("the request"),
            Self::Decision => f.write_str("a decision"),
            Self::Leaving => f.write_str("leaving"),
            Self::YearStart(year) => write!(f, "the start of the {} year", year.word()),
            Self::Named(name) => write!(f, "each {}", Quoted(name)),
            Self::MeetingOf(kind) => write!(f, "{kind}"),
            Self::FirstAfter(occasion) => write!(f, "the first meeting that follows {occasion}"),
            Self::Appointment => f.write_str("appointment"),
            Self::End => f.write_str("the end of the body"),
            Self::YearEnd(year) => write!(f, "the end of the {} year", year.word()),
            Self::Vote => f.write_str("the vote"),
            Self::Debate => f.write_str("the debate"),
            Self::Its(verb) => f.write_str(NOMINAL.iter().find(|(v, _)| v == verb).map_or("approval", |(_, word)| word)),
            Self::DecisionOn(name) => write!(f, "a decision on {}", Quoted(name)),
            Self::Day(day) => f.write_str(&calendar::day_in_words(*day)),
            Self::That => f.write_str("that"),
        }
    }
}

impl Gathering {
    /// As the record calls it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Regular => "regular",
            Self::Annual => "annual",
            Self::Special => "special",
            Self::Reconvened => "reconvened",
            Self::Public => "public",
            Self::Private => "private",
        }
    }
}

impl Display for Gathering {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Annual => f.write_str("the annual meeting"),
            kind => write!(f, "a {} meeting", kind.word()),
        }
    }
}

/// What is done to a thing, as an occasion.
pub(crate) const NOMINAL: [(Verb, &str); 8] = [
    (Verb::Approve, "approval"),
    (Verb::Publish, "publication"),
    (Verb::Receive, "receipt"),
    (Verb::Submit, "submission"),
    (Verb::Notify, "notification"),
    (Verb::Circulate, "circulation"),
    (Verb::Complete, "completion"),
    (Verb::Prepare, "preparation"),
];

/// A day of each year: `30 September`.
struct DayOfYear(u8, u8);

impl Display for DayOfYear {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.0, MONTHS.get(usize::from(self.1).wrapping_sub(1)).copied().unwrap_or("January"))
    }
}

/// A bound that says nothing where it is exact.
pub(super) struct Loose(pub Bound);

impl Display for Loose {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if self.0 == Bound::Exactly { Ok(()) } else { write!(f, "{}", Bounded(self.0)) }
    }
}

pub(crate) const ORDINALS: [&str; 6] = ["last", "first", "second", "third", "fourth", "fifth"];
pub(crate) const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

pub(crate) const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

impl Display for Time {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Before(None, on) => write!(f, "before {on}"),
            Self::Before(Some(length), on) => write!(f, "at least {length} before {on}"),
            Self::Within(length, on) => write!(f, "within {length} of {on}"),
            Self::After(None, on) => write!(f, "after {on}"),
            Self::After(Some(length), on) => write!(f, "at least {length} after {on}"),
            Self::At(on) => write!(f, "at {on}"),
            Self::Every(length) => write!(f, "every {length}"),
            Self::Often(bound, count, window) => {
                write!(f, "{}{count} {} ", Bounded(*bound), if *count == 1 { "time" } else { "times" })?;
                match window {
                    Window::AYear => f.write_str("a year"),
                    Window::Year(year) => write!(f, "a {} year", year.word()),
                    Window::Any(length) => write!(f, "in any {length}"),
                }
            }
            Self::Each(month) => write!(f, "each {}", MONTHS.get(usize::from(*month).wrapping_sub(1)).copied().unwrap_or("January")),
            Self::For(bound, length) => write!(f, "for {}{length}", Loose(*bound)),
            Self::NotEarlier(length, on) => write!(f, "at most {length} before {on}"),
            Self::Later(length, on) => write!(f, "{length} after {on}"),
            Self::Soon(on) => write!(f, "as soon as practicable after {on}"),
            Self::Until(on) => write!(f, "until {on}"),
            Self::ByDate(day, month) => {
                write!(f, "by {}", DayOfYear(*day, *month))
            }
            Self::By(on) => write!(f, "by {on}"),
            Self::Season(from, to) if from == to => write!(f, "on {}", DayOfYear(from.0, from.1)),
            Self::Season(from, to) => write!(f, "between {} and {}", DayOfYear(from.0, from.1), DayOfYear(to.0, to.1)),
            Self::OnNotice(length) => write!(f, "on at least {}{} notice", length, if length.count == 1 { "'s" } else { "'" }),
            Self::Terms(bound, count, each) => {
                write!(f, "for {}{count} {}", Loose(*bound), if *count == 1 { "term" } else { "terms" })?;
                each.iter().try_for_each(|length| write!(f, " of {length}"))
            }
            Self::Weekday(nth, day) => write!(
                f,
                "on the {} {} of each month",
                ORDINALS.get(usize::from(*nth)).copied().unwrap_or("first"),
                WEEKDAYS.get(usize::from(*day).wrapping_sub(1)).copied().unwrap_or("Monday")
            ),
            Self::ToLeast(length) => write!(f, "to at least {length}"),
            Self::WithoutBreak => f.write_str("without a break"),
            Self::AnyTime => f.write_str("at any time"),
            Self::InAdvance => f.write_str("in advance"),
            Self::BetweenMeetings => f.write_str("between meetings"),
        }
    }
}
