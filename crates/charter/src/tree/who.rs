//! Who.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::*;

/// A sort of thing that members come from.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Sort {
    /// Organisations of any kind.
    Organisation,
    /// Sectors of the body.
    Sector,
    /// Areas that organisations serve.
    Area,
    /// Organisations of a kind, in the singular: `council`.
    Kind(Name),
    /// Members, each by themselves.
    Member,
}

/// What the people of a group are.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Noun {
    /// People appointed to a seat that is not an adviser's, observer's or officer's.
    Member,
    /// Seats, filled or vacant.
    Seat,
    /// People who sit in another's place.
    Substitute,
    /// People who are no members.
    OtherPerson,
    /// Officers who support the body or a member.
    Officer,
    /// Holders of an adviser's seat.
    Adviser,
    /// Holders of an observer's seat.
    Observer,
    /// Votes, for and against.
    Vote,
    /// Organisations, sectors, areas.
    Of(Sort),
    /// `“residents”`: whoever has declared to be one, is defined as one, or holds an office of that name.
    Named(Name),
}

/// A group: `voting members present from Kent Police`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// A class of them: `voting`, `constituent`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class: Option<Name>,
    /// What they are.
    pub noun: Noun,
    /// What narrows them, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub filters: Vec<Filter>,
}

/// What narrows a group.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Filter {
    /// `present`
    Present,
    /// `from NAME`: an organisation.
    From(Name),
    /// `from each SORT`
    FromEach(Sort),
    /// `of the NAME sector`
    OfSector(Name),
    /// `who are NAME`: a declared attribute, or a defined name.
    Are(Name),
    /// `with an interest`, `with a NAME interest`
    Interested(Option<Name>),
    /// `on NAME`: another body.
    On(Name),
    /// `affected by the proposal`
    Affected,
    /// `without an interest`
    Uninterested,
    /// `absent`
    Away,
    /// `attending remotely`
    Remote,
    /// `attending in person`
    InPerson,
    /// `voting`: for or against the motion at hand.
    Voting,
    /// `appointed by POST`
    AppointedBy(Box<Post>),
    /// `except POST`, `except the GROUP`; the group has no filters of its own.
    Except(Box<Who>),
    /// `who have been NAME in the last LENGTH`
    HasBeen(Name, Length),
    /// `who are not NAME`
    AreNot(Name),
    /// `from another SORT than POST`
    Unlike(Sort, Box<Post>),
    /// `filled`, of seats
    Filled,
    /// `vacant`, of seats
    Vacant,
    /// `entitled to vote`: nothing keeps them from voting on the motion at hand.
    Entitled,
    /// `who have served for at least LENGTH`: in one seat or several, up to the day.
    Served(Bound, Length),
    /// `in place of POST`, of substitutes
    InPlaceOf(Box<Post>),
    /// `politically balanced`: each party has its share of them, as the record gives the parties' strength.
    Balanced,
}

/// What somebody has to be.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Be {
    /// `from Kent Police`, `“residents”`
    Is(Filter),
    /// `a member from Kent Police`
    A(Group),
    /// `the Leader of Kent County Council`
    The(Post),
}

/// Who.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Who {
    /// One who is known: `the chair`.
    Post(Post),
    /// `the members`
    The(Group),
    /// `a member`
    Any(Group),
    /// `each member`
    Each(Group),
    /// `no member`
    No(Group),
    /// `2 members`, `half of the members`
    Some(Measure, Group),
    /// Either.
    Or(Box<Who>, Box<Who>),
    /// Both.
    And(Box<Who>, Box<Who>),
    /// `only the council members`, `only either the council members or the health members`: nobody else. It holds groups, or one or
    /// the other of them.
    Only(Box<Who>),
}

impl Who {
    /// The groups it speaks of.
    pub(crate) fn groups(&self) -> Vec<&Group> {
        match self {
            Self::The(g) | Self::Any(g) | Self::Each(g) | Self::No(g) | Self::Some(_, g) => vec![g],
            Self::Only(who) => who.groups(),
            Self::Or(a, b) | Self::And(a, b) => [a.groups(), b.groups()].concat(),
            Self::Post(_) => Vec::new(),
        }
    }
}

/// One who is known by a post or by the context.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Post {
    /// `the chair`
    Chair,
    /// `the vice-chair`
    ViceChair,
    /// `the secretary`
    Secretary,
    /// `the person presiding`
    Presiding,
    /// `the member concerned`
    Concerned,
    /// `the member's sector`
    TheirSector,
    /// `the member's organisation`
    TheirOrganisation,
    /// `the body`
    Body,
    /// `the public`
    Public,
    /// `the Leader of Kent County Council`
    Named(Name),
    /// `Kent County Council`
    Organisation(Name),
    /// `whoever appointed the chair`
    Appointer(Box<Post>),
}
