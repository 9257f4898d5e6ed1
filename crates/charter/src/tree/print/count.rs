//! How many, spelled.

use std::fmt::{self, Display, Formatter};

use super::*;

pub(super) struct TallyOf<'a>(pub &'a [Term]);

impl Display for TallyOf<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        list(f, self.0, ", and ", ", and ")
    }
}

/// A tally in words.
pub(crate) fn tally_in_words(tally: &[Term]) -> String {
    TallyOf(tally).to_string()
}

impl Display for Share {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fraction(1, 2) => f.write_str("half"),
            Self::Fraction(n, d) => {
                let number = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
                    .get(usize::from(*n).wrapping_sub(1))
                    .copied()
                    .unwrap_or("one");
                let part = ["half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
                    .get(usize::from(*d).wrapping_sub(2))
                    .copied()
                    .unwrap_or("half");
                write!(f, "{number} {part}{}", if *n == 1 { "" } else { "s" })
            }
            Self::Percent(p) => write!(f, "{p}%"),
            Self::Majority => f.write_str("a majority"),
            Self::All => f.write_str("all"),
            Self::HalfPlus(n) => write!(f, "half plus {n}"),
        }
    }
}

pub(super) struct Bounded(pub Bound);

impl Display for Bounded {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0 {
            Bound::AtLeast => "at least ",
            Bound::AtMost => "at most ",
            Bound::Exactly => "exactly ",
        })
    }
}

pub(super) struct MeasureOf<'a>(pub &'a Measure, pub &'a Group);

impl Display for MeasureOf<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.0 {
            Measure::Number(1) => write!(f, "1 {}", self.1.singular()),
            Measure::Number(n) => write!(f, "{n} {}", self.1.plural()),
            Measure::Share(share) => write!(f, "{share} of the {}", self.1.plural()),
            Measure::RoundedDown(share) => write!(f, "{share} rounded down of the {}", self.1.plural()),
            Measure::Nearest(share) => write!(f, "{share} rounded to the nearest of the {}", self.1.plural()),
            Measure::Given(name) => write!(f, "as many {} as {} gives", self.1.plural(), Quoted(name)),
            Measure::Than(0, than) => write!(f, "as many {} as {}", self.1.plural(), than.plural()),
            Measure::Than(by, than) => {
                write!(f, "{} {} {} than {}", by.unsigned_abs(), if *by > 0 { "more" } else { "fewer" }, self.1.plural(), than.plural())
            }
        }
    }
}

pub(super) struct CountOf<'a>(pub &'a Count, pub &'a Group);

impl Display for CountOf<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.0 {
            Count::Bounded(bound, measure) => write!(f, "{}{}", Bounded(*bound), MeasureOf(measure, self.1)),
            Count::Between(a, b) => write!(f, "between {a} and {b} {}", self.1.plural()),
        }
    }
}

impl Display for Term {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}", MeasureOf(&self.measure, &self.group))?;
        if let Some((count, sort)) = &self.spread {
            write!(f, " from at least {count} different {}", sort.plural())?;
        }
        if let Some(who) = &self.including {
            write!(f, ", including {who}")?;
        }
        if let Some(or) = &self.or {
            write!(f, ", or {or}")?;
        }
        Ok(())
    }
}
