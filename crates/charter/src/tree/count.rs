//! How many.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::*;

/// A share of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Share {
    /// `half`, `two thirds`: a numerator less than its denominator, which is 2 to 10.
    Fraction(u8, u8),
    /// `25%`: 1 to 99.
    Percent(u8),
    /// `a majority`: more than half.
    Majority,
    /// `all`
    All,
    /// `half plus 1`
    HalfPlus(u32),
}

/// How many: a number, or a share of the group that follows.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// A number.
    Number(u32),
    /// A share; a part of a person counts as a person.
    Share(Share),
    /// A share; a part of a person is left out.
    RoundedDown(Share),
    /// A share; half a person or more counts as a person, less is left out.
    Nearest(Share),
    /// `as many members as “the table” gives`: an outside number; where it is given for each of a sort, that one's.
    Given(Name),
    /// `as many members as GROUP`, `1 more members than GROUP`, `1 fewer members than GROUP`.
    Than(i32, Box<Group>),
}

/// A bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Bound {
    AtLeast,
    AtMost,
    Exactly,
}

impl Bound {
    /// Whether so many are as many as asked.
    pub(crate) fn holds<T: Ord>(self, have: T, asked: T) -> bool {
        match self {
            Self::AtLeast => have >= asked,
            Self::AtMost => have <= asked,
            Self::Exactly => have == asked,
        }
    }
}

/// How many there are to be.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Count {
    /// `at least 7`, `at most half`, `exactly 18`
    Bounded(Bound, Measure),
    /// `between 16 and 18`, both included; the first is less.
    Between(u32, u32),
}

/// One part of a tally: `7 members from at least 4 different organisations, including the chair`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// How many.
    pub measure: Measure,
    /// Of whom.
    pub group: Group,
    /// From how many different ones of a sort.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spread: Option<(u32, Sort)>,
    /// Who has to be among them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub including: Option<Who>,
    /// `, or TERM`: what is enough instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub or: Option<Box<Term>>,
}

/// Terms that must all hold; never empty.
pub type Tally = Vec<Term>;

/// `, and 1 more for each unitary`: a part of a sum.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct More {
    /// How many more.
    pub count: u32,
    /// For each of a sort; once where none is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub each: Option<Sort>,
}
