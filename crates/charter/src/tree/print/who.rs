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
];

impl Sort {
    /// One of them.
    pub fn singular(&self) -> String {
        match self {
            Self::Organisation => "organisation".to_owned(),
            Self::Sector => "sector".to_owned(),
            Self::Area => "area".to_owned(),
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
            Self::Kind(kind) => KINDS
                .iter()
                .find(|(one, _)| one == kind)
                .map_or_else(|| format!("organisations of the kind “{kind}”"), |(_, many)| (*many).to_owned()),
        }
    }
}

impl Group {
    fn of(&self, noun: &str) -> String {
        let mut out = String::new();
        if let Some(class) = &self.class {
            out += class;
            out.push(' ');
        }
        out += noun;
        for filter in &self.filters {
            out.push(' ');
            out += &filter.to_string();
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
        };
        self.of(noun)
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
        };
        self.of(noun)
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
            Self::The(group) => write!(f, "the {}", group.plural()),
            Self::Any(group) => f.write_str(&with_article(&group.singular())),
            Self::Each(group) => write!(f, "each {}", group.singular()),
            Self::No(group) => write!(f, "no {}", group.singular()),
            Self::Some(measure, group) => write!(f, "{}", MeasureOf(measure, group)),
        }
    }

    /// Whether a verb after it stands in the plural.
    pub(crate) fn is_plural(&self) -> bool {
        match self {
            Self::The(_) | Self::And(..) => true,
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
        }
    }
}

impl Display for Post {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Named(name) => write!(f, "the {}", Called(name)),
            Self::Organisation(name) => write!(f, "{}", Called(name)),
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
