//! Who, spelled.

use std::fmt::{self, Display, Formatter};

use super::*;

/// Kinds of organisations with their plurals, as they may stand without quotation marks.
pub(crate) const KINDS: &[(&str, &str)] = &[
    ("council", "councils"),
    ("authority", "authorities"),
    ("district", "districts"),
    ("borough", "boroughs"),
    ("county", "counties"),
    ("unitary", "unitaries"),
    ("agency", "agencies"),
    ("partner", "partners"),
    ("charity", "charities"),
    ("trust", "trusts"),
    ("school", "schools"),
    ("business", "businesses"),
    ("group", "groups"),
    ("party", "parties"),
    ("village", "villages"),
    ("parish", "parishes"),
    ("university", "universities"),
    ("board", "boards"),
    ("health board", "health boards"),
    ("hospital", "hospitals"),
    ("committee", "committees"),
    ("sub-committee", "sub-committees"),
    ("sub-group", "sub-groups"),
    ("working group", "working groups"),
    ("task group", "task groups"),
    ("panel", "panels"),
    ("forum", "forums"),
    ("body", "bodies"),
    ("commission", "commissions"),
    ("department", "departments"),
    ("ministry", "ministries"),
    ("office", "offices"),
    ("service", "services"),
    ("division", "divisions"),
    ("government", "governments"),
    ("state", "states"),
    ("territory", "territories"),
    ("province", "provinces"),
    ("region", "regions"),
    ("city", "cities"),
    ("town", "towns"),
    ("township", "townships"),
    ("municipality", "municipalities"),
    ("shire", "shires"),
    ("ward", "wards"),
    ("zone", "zones"),
    ("island", "islands"),
    ("community", "communities"),
    ("neighbourhood", "neighbourhoods"),
    ("village council", "village councils"),
    ("tribe", "tribes"),
    ("iwi", "iwi"),
    ("nation", "nations"),
    ("constituency", "constituencies"),
    ("college", "colleges"),
    ("academy", "academies"),
    ("church", "churches"),
    ("faith", "faiths"),
    ("denomination", "denominations"),
    ("company", "companies"),
    ("employer", "employers"),
    ("industry", "industries"),
    ("union", "unions"),
    ("association", "associations"),
    ("society", "societies"),
    ("federation", "federations"),
    ("network", "networks"),
    ("foundation", "foundations"),
    ("institute", "institutes"),
    ("institution", "institutions"),
    ("club", "clubs"),
    ("provider", "providers"),
    ("operator", "operators"),
    ("landowner", "landowners"),
    ("utility", "utilities"),
    ("funder", "funders"),
    ("signatory", "signatories"),
    ("sponsor", "sponsors"),
    ("profession", "professions"),
    ("discipline", "disciplines"),
    ("police force", "police forces"),
    ("police area", "police areas"),
    ("fire authority", "fire authorities"),
    ("local authority", "local authorities"),
    ("planning authority", "planning authorities"),
    ("catchment", "catchments"),
    ("country", "countries"),
    ("jurisdiction", "jurisdictions"),
    ("stakeholder group", "stakeholder groups"),
    ("political group", "political groups"),
    ("side", "sides"),
];

/// Words that begin something else, and so are no class of members.
pub(crate) const RESERVED: [&str; 38] = [
    "the",
    "a",
    "an",
    "and",
    "or",
    "of",
    "each",
    "no",
    "all",
    "half",
    "either",
    "both",
    "must",
    "should",
    "may",
    "present",
    "different",
    "other",
    "only",
    "any",
    "every",
    "as",
    "more",
    "fewer",
    "than",
    "those",
    "whoever",
    "vote",
    "votes",
    "need",
    "to",
    "from",
    "by",
    "is",
    "its",
    "their",
    "at",
    "between",
];

/// Words that look like a class of members and are none: they ask whom they leave out, or say what the seat is.
pub(crate) const NO_CLASS: [&str; 12] =
    ["filled", "vacant", "absent", "remaining", "existing", "current", "eligible", "entitled", "another", "same", "whole", "total"];

/// Whether a class can stand without quotation marks before its noun.
fn class_stands_bare(class: &str) -> bool {
    if KINDS.iter().any(|(one, _)| *one == class) {
        return true;
    }
    !NO_CLASS.contains(&class)
        && class.chars().next().is_some_and(|c| c.is_ascii_lowercase())
        && class.chars().all(|c| c.is_ascii_lowercase() || c == '-')
        && !class.ends_with('-')
        && !class.contains("--")
        && !RESERVED.contains(&class)
}

impl Sort {
    /// One of them.
    pub fn singular(&self) -> String {
        match self {
            Self::Organisation => "organisation".to_owned(),
            Self::Sector => "sector".to_owned(),
            Self::Area => "area".to_owned(),
            Self::Member => "member".to_owned(),
            Self::Kind(kind) if KINDS.iter().any(|(one, _)| one == kind) => kind.clone(),
            Self::Kind(kind) => format!("organisation of the kind “{kind}”"),
        }
    }

    /// Several of them.
    pub fn plural(&self) -> String {
        match self {
            Self::Organisation => "organisations".to_owned(),
            Self::Sector => "sectors".to_owned(),
            Self::Area => "areas".to_owned(),
            Self::Member => "members".to_owned(),
            Self::Kind(kind) => KINDS
                .iter()
                .find(|(one, _)| one == kind)
                .map_or_else(|| format!("organisations of the kind “{kind}”"), |(_, many)| (*many).to_owned()),
        }
    }
}

impl Group {
    fn of(&self, noun: &str, plural: bool) -> String {
        let mut out = String::new();
        if let Some(class) = &self.class {
            if class_stands_bare(class) {
                out += class;
            } else {
                out += &Quoted(class).to_string();
            }
            out.push(' ');
        }
        out += noun;
        let mut before = None;
        for filter in &self.filters {
            // "Present and voting", as it is always said.
            let joined = before == Some(&Filter::Present) && matches!(filter, Filter::Voting | Filter::Entitled);
            out += if joined { " and " } else { " " };
            let words = filter.to_string();
            out += &match (plural, words.strip_prefix("who are "), words.strip_prefix("who have ")) {
                (false, Some(rest), _) => format!("who is {rest}"),
                (false, _, Some(rest)) => format!("who has {rest}"),
                _ => words,
            };
            before = Some(filter);
        }
        out
    }

    /// `members from Kent Police`
    pub fn plural(&self) -> String {
        let noun = match &self.noun {
            Noun::Member => "members",
            Noun::Seat => "seats",
            Noun::Substitute => "substitutes",
            Noun::OtherPerson => "other persons",
            Noun::Officer => "officers",
            Noun::Adviser => "advisers",
            Noun::Observer => "observers",
            Noun::Vote => "votes cast",
            Noun::Of(sort) => &sort.plural(),
            Noun::Named(name) => &Quoted(name).to_string(),
        };
        self.of(noun, true)
    }

    /// `member from Kent Police`
    pub fn singular(&self) -> String {
        let noun = match &self.noun {
            Noun::Member => "member",
            Noun::Seat => "seat",
            Noun::Substitute => "substitute",
            Noun::OtherPerson => "other person",
            Noun::Officer => "officer",
            Noun::Adviser => "adviser",
            Noun::Observer => "observer",
            Noun::Vote => "vote cast",
            Noun::Of(sort) => &sort.singular(),
            Noun::Named(name) => &Quoted(name).to_string(),
        };
        self.of(noun, false)
    }
}

impl Filter {
    /// After "be": `from Kent Police`, `residents`.
    pub(crate) fn as_complement(&self) -> String {
        match self {
            Self::Are(name) => Quoted(name).to_string(),
            filter => filter.to_string(),
        }
    }
}

impl Display for Filter {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Present => f.write_str("present"),
            Self::From(name) => write!(f, "from {}", Called(name)),
            Self::FromEach(sort) => write!(f, "from each {}", sort.singular()),
            Self::OfSector(name) => write!(f, "of the {name} sector"),
            Self::Are(name) => write!(f, "who are {}", Quoted(name)),
            Self::Interested(None) => f.write_str("with an interest"),
            Self::Interested(Some(kind)) => write!(f, "with {} interest", with_article(kind)),
            Self::On(name) => write!(f, "on {}", Called(name)),
            Self::Affected => f.write_str("affected by the proposal"),
            Self::Uninterested => f.write_str("without an interest"),
            Self::Away => f.write_str("absent"),
            Self::Remote => f.write_str("attending remotely"),
            Self::InPerson => f.write_str("attending in person"),
            Self::Voting => f.write_str("voting"),
            Self::AppointedBy(post) => write!(f, "appointed by {post}"),
            Self::Except(who) => {
                f.write_str("except ")?;
                who.inner(f)
            }
            Self::AreNot(name) => write!(f, "who are not {}", Quoted(name)),
            Self::Unlike(sort, post) => write!(f, "from another {} than {post}", sort.singular()),
            Self::Filled => f.write_str("filled"),
            Self::Vacant => f.write_str("vacant"),
            Self::Entitled => f.write_str("entitled to vote"),
            Self::Served(bound, length) => write!(f, "who have served for {}{length}", Loose(*bound)),
            Self::InPlaceOf(post) => write!(f, "in place of {post}"),
            Self::HasBeen(name, length) => write!(f, "who have been {} in the last {length}", Quoted(name)),
            Self::Balanced => f.write_str("politically balanced"),
        }
    }
}

impl Who {
    pub(super) fn inner(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Or(a, b) => {
                f.write_str("either ")?;
                a.inner(f)?;
                f.write_str(" or ")?;
                b.inner(f)
            }
            Self::And(a, b) => {
                f.write_str("both ")?;
                a.inner(f)?;
                f.write_str(" and ")?;
                b.inner(f)
            }
            Self::Post(post) => write!(f, "{post}"),
            Self::The(Group { class: None, noun: Noun::OtherPerson, filters }) if filters.is_empty() => f.write_str("other persons"),
            Self::The(group) if matches!(group.noun, Noun::Named(_)) && group.class.is_none() => write!(f, "those who are {}", group.plural()),
            Self::The(group) => write!(f, "the {}", group.plural()),
            Self::Only(who) => {
                f.write_str("only ")?;
                who.inner(f)
            }
            Self::Any(group) => f.write_str(&with_article(&group.singular())),
            Self::Each(group) => write!(f, "each {}", group.singular()),
            Self::No(group) => write!(f, "no {}", group.singular()),
            Self::Some(measure, group) => write!(f, "{}", MeasureOf(measure, group)),
        }
    }

    /// Whether a verb after it stands in the plural.
    pub(crate) fn is_plural(&self) -> bool {
        match self {
            Self::The(_) | Self::And(..) | Self::Only(_) => true,
            Self::Some(Measure::Number(1), _) => false,
            Self::Some(..) => true,
            Self::Or(_, b) => b.is_plural(),
            _ => false,
        }
    }
}

impl Display for Who {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Or(a, b) | Self::And(a, b) => {
                a.inner(f)?;
                f.write_str(if matches!(self, Self::Or(..)) { " or " } else { " and " })?;
                match (self, b.as_ref()) {
                    (Self::Or(..), Self::Or(..)) | (Self::And(..), Self::And(..)) => write!(f, "{b}"),
                    _ => b.inner(f),
                }
            }
            one => one.inner(f),
        }
    }
}

impl Post {
    /// Without its article: `chair`, `Leader of Kent County Council`.
    pub fn title(&self) -> &str {
        match self {
            Self::Chair => "chair",
            Self::ViceChair => "vice-chair",
            Self::Secretary => "secretary",
            Self::Presiding => "person presiding",
            Self::Concerned => "member concerned",
            Self::TheirSector => "member's sector",
            Self::TheirOrganisation => "member's organisation",
            Self::Body => "body",
            Self::Public => "public",
            Self::Named(name) | Self::Organisation(name) => name,
            Self::Appointer(_) => "appointing body",
        }
    }
}

impl Be {
    /// After "must be".
    pub(crate) fn as_complement(&self) -> String {
        match self {
            Self::Is(filter) => filter.as_complement(),
            Self::A(group) => with_article(&group.singular()),
            Self::The(post) => post.to_string(),
        }
    }
}

impl Display for Post {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Named(name) => write!(f, "the {}", Called(name)),
            Self::Organisation(name) => write!(f, "{}", Called(name)),
            Self::Appointer(post) => write!(f, "whoever appointed {post}"),
            post => write!(f, "the {}", post.title()),
        }
    }
}

pub(super) struct PostTitle<'a>(pub &'a Post);

impl Display for PostTitle<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.0 {
            Post::Named(name) | Post::Organisation(name) => write!(f, "{}", Called(name)),
            post => f.write_str(post.title()),
        }
    }
}
