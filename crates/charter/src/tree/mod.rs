//! The syntax tree of a rule: ten sentence forms over who, how many, when, does what, with whom, and if.
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
pub(crate) use print::{KINDS, MONTHS, NO_CLASS, NOMINAL, ORDINALS, RESERVED, SUBJECTS, WEEKDAYS, part_in_words, tally_in_words};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
pub(crate) use words::Forms;
pub use words::{Verb, Word};

pub use count::*;
pub use deed::*;
pub use when::*;
pub use who::*;

/// A name as the charter gives it: of an organisation, a post, a sector, an outside fact.
pub type Name = String;

/// One rule.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
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
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Says {
    /// `the quorum is TALLY`, `the quorum of each SORT is TALLY`
    Quorum {
        /// Whose quorum; none for the body's own.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        of: Option<Sort>,
        /// `the quorum is also …`: beside the general rule, not in its place.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        also: bool,
        /// What makes one.
        tally: Tally,
    },
    /// `MATTER is decided by WAY, failing that by WAY`
    Decided {
        /// The class of matter.
        matter: Matter,
        /// `is also decided by …`: beside the general rule, not in its place.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        also: bool,
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
        /// What is added; with any, the whole is a sum.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        more: Vec<More>,
    },
    /// `COUNT of the GROUP must be BE or BE`
    Share {
        /// How many.
        count: Count,
        /// Of whom.
        group: Group,
        /// How strongly.
        force: Force,
        /// What they are, one or the other; never empty.
        be: Vec<Be>,
    },
    /// `WHO must be BE or BE`
    Be {
        /// Who.
        who: Who,
        /// How strongly.
        force: Force,
        /// What they are, one or the other; never empty.
        be: Vec<Be>,
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
        /// The parts that a member may be given.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        choices: Vec<Part>,
        /// What else they choose between; not empty where there are no parts.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        named: Vec<Name>,
    },
    /// `POST is WHO`, `POST is elected by WHO`, `the GROUP are appointed by WHO`, …
    Filled {
        /// The post, or the seats.
        post: Holder,
        /// How it is filled.
        how: Filling,
        /// For how long.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        term: Option<(Bound, Length)>,
        /// When.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<Time>,
        /// With whom.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        with: Vec<With>,
        /// `, from another SORT than POST`
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unlike: Option<(Sort, Post)>,
    },
    /// `WHO has 1 vote`
    Votes {
        /// Whose votes.
        who: Who,
        /// How many each has.
        weight: Weight,
        /// `, settled by TALLY`: how several people come to one vote.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        settled: Tally,
        /// `, cast by WHO`
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cast: Option<Who>,
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

/// Who is chosen: the holder of a post, or those in some seats.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Holder {
    /// `the chair`
    Post(Post),
    /// `the council members`
    Seats(Group),
    /// `the place of the meetings`
    Place,
}

/// How many votes.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// `1 vote`, `no vote`
    Number(u32),
    /// `as many votes as “the table” gives`
    Given(Name),
}

/// How strongly a rule holds. A "should" is never breached: it is an expectation that is not met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Force {
    Must,
    Should,
    May,
    MustNot,
    ShouldNot,
    NeedNot,
}

/// A way to decide.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// `consensus`
    Consensus,
    /// A vote, carried when so many are in favour.
    Vote(Tally),
    /// `lot`, between equal votes
    Lot,
    /// `the casting vote of POST`, between equal votes
    Casting(Post),
    /// `the decision of POST`
    DecisionOf(Post),
}

/// A class of matter.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
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
    /// `an election`
    Election,
    /// `a change of these terms that asks a larger majority`
    Raising,
    /// `an e-mail vote`: what is decided outside a meeting.
    Mailed,
}

/// How a post is filled.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
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
    /// `the chair is appointed in turn by A, by B and by C`; at least two.
    InTurn(Vec<Who>),
    /// `the chair is in turn A, B and C`; at least two.
    EachInTurn(Vec<Who>),
    /// `the chair is as the body decides`
    AsDecided(Who),
    /// `the vice-chair is appointed by whichever of A and B has not appointed the chair`
    NotAppointing(Who, Who, Post),
    /// `the place of the meetings rotates among the councils`
    Rotates(Group),
}

/// What can be taken over from another body's terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
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
