//! The nouns: an interest in the register, one declared on an item, and what was ruled.

use charter::Part;
use kernel::{Day, Instant, InterestId, ItemId, MeetingId, OrganisationId, PersonId, SeatId, words};
use serde::{Deserialize, Serialize};

words! {
    /// What kind of interest it is, in the words that terms of reference use.
    pub enum InterestKind {
        /// Money, or what is worth money.
        Financial = "financial",
        /// The work or profession of the person.
        Professional = "professional",
        /// Money in the narrow sense that some terms give the word.
        Pecuniary = "pecuniary",
        /// Family, friendship, membership: anything but money.
        NonPecuniary = "non-pecuniary",
        /// Not the person's own but that of the organisation whose seat it is. It follows the seat: whoever sits there has it.
        Organisation = "organisation",
    }
}

impl InterestKind {
    /// Whether it belongs to the seat and not to the person: a substitute inherits it. Every other interest is personal, and
    /// a substitute declares their own.
    pub fn follows_seat(self) -> bool {
        self == Self::Organisation
    }
}

/// The word of a part that somebody with an interest may take.
pub fn part_word(part: Part) -> &'static str {
    match part {
        Part::Leave => "leave",
        Part::Discuss => "discuss",
        Part::DiscussThenStay => "discuss-then-stay",
        Part::DiscussThenLeave => "discuss-then-leave",
        Part::Stay => "stay",
        Part::Full => "full",
    }
}

/// Reads the word of a part.
pub fn parse_part(word: &str) -> Option<Part> {
    [Part::Leave, Part::Discuss, Part::DiscussThenStay, Part::DiscussThenLeave, Part::Stay, Part::Full]
        .into_iter()
        .find(|part| part_word(*part) == word)
}

/// What is typed to declare an interest on an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewDeclaration {
    /// Whose interest it is.
    pub person: PersonId,
    /// What kind.
    pub kind: InterestKind,
    /// What it is, in their words.
    pub nature: String,
}

/// An interest declared on an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Declaration {
    /// Which.
    pub id: InterestId,
    /// The meeting.
    pub meeting: MeetingId,
    /// The item.
    pub item: ItemId,
    /// Who declared it.
    pub person: PersonId,
    /// Their name.
    pub person_name: String,
    /// The seat they declared it from.
    pub seat: Option<SeatId>,
    /// What kind.
    pub kind: InterestKind,
    /// What it is, in their words.
    pub nature: String,
    /// When; none where the record does not say.
    pub declared_at: Option<Instant>,
    /// Whom it concerns at the meeting: the person, or whoever sat in the seat that it follows.
    pub concerned: PersonId,
    /// Their name.
    pub concerned_name: String,
    /// What was ruled last.
    pub ruling: Option<PartRuled>,
    /// Grows with each change.
    pub version: i64,
}

/// What was ruled on somebody's part in an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PartRuled {
    /// The part they may take.
    pub part: Part,
    /// Why.
    pub reason: Option<String>,
    /// Under which clause.
    pub clause: Option<String>,
    /// Who ruled.
    pub by: PersonId,
    /// Their name.
    pub by_name: String,
    /// In which capacity: `chair`.
    pub capacity: Option<String>,
}

/// What is typed to record a ruling on an interest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewPartRuling {
    /// The part the person may take.
    pub part: Part,
    /// Why.
    pub reason: String,
    /// Who ruled: the chair at the table, whose words the secretary records.
    pub by: PersonId,
}

/// What is typed to put an interest into the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewRegistered {
    /// Whose.
    pub person: PersonId,
    /// What kind.
    pub kind: InterestKind,
    /// The organisation it lies in.
    pub organisation: Option<OrganisationId>,
    /// What it is.
    pub words: String,
    /// Since when; not recorded when empty.
    pub starts_on: Option<Day>,
}

/// An interest in the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Registered {
    /// Which.
    pub id: InterestId,
    /// Whose.
    pub person: PersonId,
    /// Their name.
    pub person_name: String,
    /// What kind.
    pub kind: InterestKind,
    /// The organisation it lies in.
    pub organisation: Option<OrganisationId>,
    /// Its name.
    pub organisation_name: Option<String>,
    /// What it is.
    pub words: String,
    /// Since when.
    pub starts_on: Option<Day>,
    /// Until when.
    pub ends_on: Option<Day>,
}

/// What the terms let somebody with an interest do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "says")]
pub enum Leave {
    /// They may.
    Yes {
        /// The clause or the ruling that says so.
        clause: Option<String>,
    },
    /// They may not.
    No {
        /// Under which clause.
        clause: Option<String>,
        /// In words.
        sentence: String,
    },
    /// It takes a ruling that has not been given.
    AwaitsRuling {
        /// Whose: `chair`.
        by: String,
        /// The terms name nobody who could give it: the one who rules is the one concerned, or the office is vacant.
        nobody_can: bool,
        /// Under which clause.
        clause: String,
        /// In words.
        sentence: String,
    },
    /// The terms do not say.
    NotSaid,
    /// The record does not hold what it takes to say.
    CannotTell {
        /// In words.
        sentence: String,
    },
}

/// What somebody with an interest may do while an item is taken. Barred from the decision is not the same as out of the room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Effect {
    /// Discuss it.
    pub discuss: Leave,
    /// Stay in the room while it is decided.
    pub stay: Leave,
    /// Decide it.
    pub decide: Leave,
}
