//! Does what, with whom, and if.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::*;

/// In which form.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
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
    InPerson,
    ByLot,
    ByTelephone,
    InTheMinutes,
    WithReasons,
    Signed,
    Openly,
    Jointly,
    OnTheAgenda,
    ByProxy,
    ByPost,
    InSecret,
    /// `in at most 8 pages`
    Pages(Bound, u32),
    /// `in “Welsh”`
    In(Name),
    /// `stating “the purpose”`
    Stating(Name),
    /// `as “lead member”`
    As(Name),
    /// `at “a place in the county”`
    At(Name),
    /// `about “the levy”`
    About(Name),
}

/// With whom, or because of whom.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum With {
    /// `after consulting WHO`
    Consulting(Who),
    /// `with the agreement of WHO`
    Agreement(Who),
    /// `at the request of WHO`
    Request(Who),
    /// `through WHO`
    Through(Who),
    /// `on behalf of WHO`
    Behalf(Who),
}

/// Without what a meeting is missed, so that it counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Lack {
    /// `without approval`: given at or before the meeting.
    Approval,
    /// `without good cause`
    Cause,
    /// `without apologies`
    Apologies,
    /// `without a substitute`
    Substitute,
}

/// Meetings missed: `3 regular meetings in any 6 months without approval`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Missed {
    /// How many.
    pub count: u32,
    /// Only regular ones count.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub regular: bool,
    /// In what stretch.
    pub run: Run,
    /// Without what.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub without: Option<Lack>,
}

/// How often meetings are missed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Run {
    /// `in a row`
    InARow,
    /// `in any 6 months`
    InAny(Length),
}

/// What a deed is done to.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Thing {
    /// A word of the closed list.
    Word(Word),
    /// `an interest`, `a pecuniary interest`
    Interest(Option<Name>),
    /// `3 meetings in a row`
    Meetings(Missed),
    /// `a decision on “the levy”`
    DecisionOn(Name),
    /// Somebody.
    Who(Box<Who>),
    /// `“the risk register”`
    Named(Name),
}

/// A deed: a verb of the closed list with what belongs to it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
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

impl Deed {
    /// How many pages it may or must have.
    pub(crate) fn limit_of_pages(&self) -> Option<(Bound, u32)> {
        self.manner.iter().find_map(|manner| if let Manner::Pages(bound, pages) = manner { Some((*bound, *pages)) } else { None })
    }
}

/// What may be so: yes, no, or nobody can tell.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
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
    /// `the office of chair has been vacant for 3 months`; without a post, `a seat has been vacant for 3 months`.
    VacantFor(Option<Post>, Length),
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
    /// `the papers are sent`
    Done(Box<Deed>),
    /// `the chair is “independent”`
    Is(Who, Be),
    /// `a member becomes “disqualified”`
    Becomes(Who, Name),
    /// `a member ceases to be “councillor”`
    Ceases(Who, Name),
    /// `the chair judges that “the matter cannot wait”`: settled by what they recorded.
    Judges(Who, Name),
    /// `the body has resolved “to give votes to other members”`
    Resolved(Name),
    /// `“the council's members” is at most 40`: an outside number.
    Number(Name, Bound, u32),
    /// `the amount is at least £50,000`
    Amount(Bound, Money),
    /// `it is after 1 April 2006`
    After(Date),
    /// `it is before 1 April 2006`
    Before(Date),
    /// `it is at least 2 years after the adoption of these terms`
    Past(Length, Occasion),
    /// `the published agenda announces it`
    Announced,
    /// `the meeting is a reconvened meeting`
    MeetingIs(Gathering),
}

/// An amount of money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Money {
    /// `£`, `€` or `$`.
    pub currency: char,
    /// In whole units.
    pub amount: u32,
}

/// A state of the meeting, of the matter or of the votes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
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
