//! The syntax tree of a rule: nine sentence forms over who, how many, when, does what, with whom, and if.
//!
//! Wherever the grammar asks for a who, a count or a when, every one may stand. A tree has one canonical spelling, its
//! [`Display`](std::fmt::Display); reading that spelling gives the same tree.

mod print;
mod words;

use serde::{Deserialize, Serialize};

pub(crate) use print::{KINDS, MONTHS, part_in_words, tally_in_words};
pub use words::{Verb, Word};

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

/// Units of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Unit {
    Minutes,
    Hours,
    Days,
    ClearDays,
    WorkingDays,
    ClearWorkingDays,
    Weeks,
    Months,
    Years,
}

impl Unit {
    /// As the calendar counts it; minutes and hours are shorter than a day.
    pub fn in_days(self) -> Option<calendar::Unit> {
        Some(match self {
            Self::Minutes | Self::Hours => return None,
            Self::Days => calendar::Unit::Days,
            Self::ClearDays => calendar::Unit::ClearDays,
            Self::WorkingDays => calendar::Unit::WorkingDays,
            Self::ClearWorkingDays => calendar::Unit::ClearWorkingDays,
            Self::Weeks => calendar::Unit::Weeks,
            Self::Months => calendar::Unit::Months,
            Self::Years => calendar::Unit::Years,
        })
    }
}

/// A length of time: `10 working days`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Length {
    /// How many; at least 1.
    pub count: u32,
    /// Of what.
    pub unit: Unit,
}

/// A sort of thing that members come from.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
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
}

/// What the people of a group are.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
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
}

/// A group: `voting members present from Kent Police`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
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
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
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
}

/// A share of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// A number.
    Number(u32),
    /// A share; a part of a person counts as a person.
    Share(Share),
    /// A share; a part of a person is left out.
    RoundedDown(Share),
}

/// A bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Bound {
    AtLeast,
    AtMost,
    Exactly,
}

/// How many there are to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Count {
    /// `at least 7`, `at most half`, `exactly 18`
    Bounded(Bound, Measure),
    /// `between 16 and 18`, both included; the first is less.
    Between(u32, u32),
}

/// One part of a tally: `7 members from at least 4 different organisations, including the chair`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
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
}

/// Terms that must all hold; never empty.
pub type Tally = Vec<Term>;

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

/// Who.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
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
}

/// One who is known by a post or by the context.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
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
}

/// The part somebody takes, as it may be ruled.
pub use crate::record::Part;

/// A year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Year {
    Calendar,
    Financial,
    Municipal,
}

/// Something at which, before which or after which a thing is done.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Occasion {
    /// `a meeting`: every one.
    Meeting,
    /// `the next meeting`
    NextMeeting,
    /// `the first meeting`, `the first meeting of the calendar year`
    FirstMeeting(Option<Year>),
    /// `the start of the meeting`
    Start,
    /// `the adoption of these terms`
    Adoption,
    /// `the establishment of the body`
    Establishment,
    /// `a vacancy`
    Vacancy,
    /// `the notice`
    Notice,
    /// `the request`
    Request,
    /// `a decision`
    Decision,
    /// `leaving`
    Leaving,
    /// `the start of the calendar year`
    YearStart(Year),
    /// `each “council election”`
    Named(Name),
}

/// The stretch in which something is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Window {
    /// `a year`: twelve months, as the secretariat counts them; the calendar year where nothing else is said.
    AYear,
    /// `a calendar year`, `a financial year`, `a municipal year`
    Year(Year),
    /// `in any 6 months`: every such stretch.
    Any(Length),
}

/// When.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Time {
    /// `at least 10 working days before a meeting`; without a length, `before a meeting`.
    Before(Option<Length>, Occasion),
    /// `within 60 days of the adoption of these terms`: after it.
    Within(Length, Occasion),
    /// `at least 2 months after the notice`; without a length, `after the notice`.
    After(Option<Length>, Occasion),
    /// `at the next meeting`
    At(Occasion),
    /// `every 2 years`
    Every(Length),
    /// `at least 4 times a year`
    Often(Bound, u32, Window),
    /// `each May`: 1 to 12.
    Each(u8),
    /// `for 2 years`
    For(Length),
    /// `in advance`
    InAdvance,
    /// `between meetings`
    BetweenMeetings,
}

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
