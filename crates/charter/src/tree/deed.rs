//! Does what, with whom, and if.

use serde::{Deserialize, Serialize};

use super::*;

/// In which form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Manner {
    InWriting,
    OnTheWebsite,
    Electronically,
    ByEmail,
    InExceptionalCircumstances,
    InPublic,
    InPrivate,
    Remotely,
    ByShowOfHands,
    ByRollCall,
    ByBallot,
}

/// With whom, or because of whom.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum With {
    /// `after consulting WHO`
    Consulting(Who),
    /// `with the agreement of WHO`
    Agreement(Who),
    /// `at the request of WHO`
    Request(Who),
}

/// How often meetings are missed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Run {
    /// `in a row`
    InARow,
    /// `in any 6 months`
    InAny(Length),
}

/// What a deed is done to.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Thing {
    /// A word of the closed list.
    Word(Word),
    /// `an interest`, `a pecuniary interest`
    Interest(Option<Name>),
    /// `3 meetings in a row`
    Meetings(u32, Run),
    /// Somebody.
    Who(Box<Who>),
    /// `“the risk register”`
    Named(Name),
}

/// A deed: a verb of the closed list with what belongs to it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deed {
    /// The verb.
    pub verb: Verb,
    /// What it is done to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thing: Option<Thing>,
    /// To whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Who>,
    /// From whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Who>,
    /// In which form.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub manner: Vec<Manner>,
    /// When.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub times: Vec<Time>,
    /// With whom.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub with: Vec<With>,
}

/// What may be so: yes, no, or nobody can tell.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    /// Both.
    Both(Box<Condition>, Box<Condition>),
    /// Either.
    Either(Box<Condition>, Box<Condition>),
    /// `it is not so that …`
    Not(Box<Condition>),
    /// `the chair agrees`
    Does(Who, Box<Deed>),
    /// `the office of chair is vacant`
    Vacant(Post),
    /// `the chair is absent`
    Absent(Post),
    /// `there is no quorum`
    State(Circumstance),
    /// `there has been no quorum for 15 minutes`
    NoQuorumFor(Length),
    /// `there are at least 1 more GROUP than GROUP`
    Outnumber(u32, Group, Group),
    /// `there are at least 16 seats`
    There(Count, Group),
    /// `the matter is “the levy”`
    Matter(Name),
    /// `it is so that “special schools exist”`
    Fact(Name),
}

/// A state of the meeting, of the matter or of the votes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Circumstance {
    NoQuorum,
    NoConsensus,
    VotesEqual,
    Confidential,
    Exempt,
    Urgent,
    Exceptional,
}
