//! The syntax tree of a rule: nine sentence forms over who, how many, when, does what, with whom, and if.
//!
//! Wherever the grammar asks for a who, a count or a when, every one may stand. A tree has one canonical spelling, its
//! [`Display`](std::fmt::Display); reading that spelling gives the same tree.

mod count;
mod deed;
mod when;
mod who;

mod print;
mod words;
/// The part somebody takes, as it may be ruled.
pub use crate::record::Part;
pub(crate) use print::{KINDS, MONTHS, part_in_words, tally_in_words};
use serde::{Deserialize, Serialize};
pub use words::{Verb, Word};

pub use count::*;
pub use deed::*;
pub use when::*;
pub use who::*;

/// A name as the charter gives it: of an organisation, a post, a sector, an outside fact.
pub type Name = String;

/// One rule.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sentence {
    /// `when …,`: the rule asks nothing until this is so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// What it says.
    pub says: Says,
    /// `, only if …`: without it, the rule's contrary holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub only_if: Option<Condition>,
    /// `, unless …`: the rule yields to this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unless: Option<Condition>,
}

/// The sentence forms.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Says {
    /// `the quorum is TALLY`
    Quorum(Tally),
    /// `MATTER is decided by WAY, failing that by WAY`
    Decided {
        /// The class of matter.
        matter: Matter,
        /// The ways, each failing the one before; never empty.
        by: Vec<Way>,
    },
    /// `there must be COUNT GROUP for each SORT`
    There {
        /// How strongly.
        force: Force,
        /// How many.
        count: Count,
        /// Of whom.
        group: Group,
        /// For each of a sort.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        each: Option<Sort>,
    },
    /// `COUNT of the GROUP must be FILTER`
    Share {
        /// How many.
        count: Count,
        /// Of whom.
        group: Group,
        /// How strongly.
        force: Force,
        /// What they are.
        be: Filter,
    },
    /// `WHO must DO`; without a who, in the passive.
    Does {
        /// Who.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        who: Option<Who>,
        /// How strongly.
        force: Force,
        /// What.
        deed: Deed,
    },
    /// `WHO must rule that PART, or that PART`
    Rules {
        /// Whose judgement it is.
        who: Who,
        /// What they choose between; never empty.
        choices: Vec<Part>,
    },
    /// `POST is WHO`, `POST is elected by WHO`, …
    Filled {
        /// The post.
        post: Post,
        /// How it is filled.
        how: Filling,
        /// For how long.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        term: Option<Length>,
        /// When.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<Time>,
        /// `, from another SORT than POST`
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unlike: Option<(Sort, Post)>,
    },
    /// `TOPIC and TOPIC follow the terms of NAME`
    Follows {
        /// What is taken over; never empty.
        topics: Vec<Topic>,
        /// Whose terms.
        body: Name,
    },
    /// `“NAME” means GROUP`
    Means {
        /// The name.
        name: Name,
        /// Whom it names.
        group: Group,
    },
}

/// How strongly a rule holds. A "should" is never breached: it is an expectation that is not met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Force {
    Must,
    Should,
    May,
    MustNot,
    ShouldNot,
}

/// A way to decide.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// `consensus`
    Consensus,
    /// A vote, carried when so many are in favour.
    Vote(Tally),
}

/// A class of matter.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Matter {
    /// `a decision`: any that no other rule names.
    Any,
    /// `a change of these terms`
    Terms,
    /// `a change of the membership`
    Membership,
    /// `a decision on NAME`
    Named(Name),
}

/// How a post is filled.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Filling {
    /// `the chair is the Leader of Kent County Council`
    Is(Who),
    /// `the chair is elected by the members`
    Elected(Who),
    /// `the chair is appointed by Kent County Council`
    Appointed(Who),
    /// `the vice-chair passes every 1 year among the members`
    Passes(Length, Group),
    /// `the chair is appointed in turn by A and by B`
    InTurn(Who, Who),
    /// `the chair is as the body decides`
    AsDecided(Who),
}

/// What can be taken over from another body's terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Topic {
    Quorum,
    Decisions,
    Interests,
    Confidentiality,
    Exit,
    Substitutes,
    Papers,
    Items,
    Minutes,
    Attendance,
    Guests,
    Everything,
}
