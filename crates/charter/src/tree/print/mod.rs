//! The one canonical spelling of a tree.

mod count;
mod deed;
mod when;
mod who;

use super::*;
use std::fmt::{self, Display, Formatter};

pub(crate) use count::tally_in_words;
use count::*;
use deed::*;
pub(crate) use when::MONTHS;
pub(crate) use who::KINDS;
use who::*;

/// Whether a name can stand without quotation marks: capitalised words, joined by "of" or "of the".
pub(crate) fn stands_bare(name: &str) -> bool {
    let words: Vec<&str> = name.split(' ').collect();
    let capital = |w: &str| {
        w.chars().next().is_some_and(|c| c.is_ascii_uppercase())
            && w.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '\''))
            && !w.ends_with(['-', '\''])
    };
    let mut index = 0;
    loop {
        if !words.get(index).is_some_and(|w| capital(w)) {
            return false;
        }
        index += 1;
        if index == words.len() {
            return true;
        }
        if words[index] == "of" {
            index += 1;
            if words.get(index) == Some(&"the") {
                index += 1;
            }
        }
    }
}

struct Called<'a>(&'a str);

impl Display for Called<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if stands_bare(self.0) { f.write_str(self.0) } else { write!(f, "“{}”", self.0) }
    }
}

struct Quoted<'a>(&'a str);

impl Display for Quoted<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "“{}”", self.0)
    }
}

pub(crate) fn with_article(words: &str) -> String {
    let vowel = words.chars().next().is_some_and(|c| "aeiouAEIOU".contains(c));
    format!("{} {words}", if vowel { "an" } else { "a" })
}

impl Display for Sentence {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if let Some(when) = &self.when {
            write!(f, "when {when}, ")?;
        }
        write!(f, "{}", self.says)?;
        if let Some(condition) = &self.only_if {
            write!(f, ", only if {condition}")?;
        }
        if let Some(condition) = &self.unless {
            write!(f, ", unless {condition}")?;
        }
        f.write_str(".")
    }
}

fn list<T: Display>(f: &mut Formatter<'_>, parts: &[T], comma: &str, last: &str) -> fmt::Result {
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            f.write_str(if index + 1 == parts.len() { last } else { comma })?;
        }
        write!(f, "{part}")?;
    }
    Ok(())
}

impl Display for Says {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Quorum(tally) => write!(f, "the quorum is {}", TallyOf(tally)),
            Self::Decided { matter, by } => {
                write!(f, "{matter} is decided by ")?;
                list(f, by, ", failing that by ", ", failing that by ")
            }
            Self::There { force, count, group, each } => {
                write!(f, "there {force} be {}", CountOf(count, group))?;
                each.iter().try_for_each(|sort| write!(f, " for each {}", sort.singular()))
            }
            Self::Share { count, group, force, be } => {
                let count = match count {
                    Count::Bounded(bound, Measure::Number(n)) => format!("{}{n} of the {}", Bounded(*bound), group.plural()),
                    Count::Bounded(bound, measure) => format!("{}{}", Bounded(*bound), MeasureOf(measure, group)),
                    Count::Between(a, b) => format!("between {a} and {b} of the {}", group.plural()),
                };
                write!(f, "{count} {force} be {}", be.as_complement())
            }
            Self::Does { who: Some(who), force, deed } => {
                write!(f, "{who} {force} {}", DeedOf { deed, verb: deed.verb.base(), thing: true })
            }
            Self::Does { who: None, force, deed } => match &deed.thing {
                Some(thing) => write!(f, "{thing} {force} be {}", DeedOf { deed, verb: deed.verb.participle(), thing: false }),
                None => write!(f, "it {force} be {}", DeedOf { deed, verb: deed.verb.participle(), thing: false }),
            },
            Self::Rules { who, choices } => {
                write!(f, "{who} must rule that the member ")?;
                list(f, &choices.iter().map(|c| part_in_words(*c)).collect::<Vec<_>>(), ", or ", ", or ")
            }
            Self::Filled { post, how, term, at, unlike } => {
                write!(f, "{post} {how}")?;
                term.iter().try_for_each(|term| write!(f, " for {term}"))?;
                at.iter().try_for_each(|at| write!(f, " {at}"))?;
                unlike.iter().try_for_each(|(sort, post)| write!(f, ", from another {} than {post}", sort.singular()))
            }
            Self::Follows { topics, body } => {
                list(f, &topics.iter().map(|t| t.word()).collect::<Vec<_>>(), ", ", " and ")?;
                write!(f, " follow the terms of {}", Called(body))
            }
            Self::Means { name, group } => write!(f, "{} means {}", Quoted(name), group.plural()),
        }
    }
}

/// The words for a part, after "the member".
pub(crate) fn part_in_words(part: Part) -> &'static str {
    match part {
        Part::Leave => "leaves",
        Part::Discuss => "discusses but does not decide",
        Part::DiscussThenStay => "discusses, does not decide and stays",
        Part::DiscussThenLeave => "discusses, does not decide and leaves",
        Part::Stay => "stays but takes no part",
        Part::Full => "takes full part",
    }
}

impl Topic {
    /// Every topic.
    pub const ALL: [Topic; 12] = [
        Self::Quorum,
        Self::Decisions,
        Self::Interests,
        Self::Confidentiality,
        Self::Exit,
        Self::Substitutes,
        Self::Papers,
        Self::Items,
        Self::Minutes,
        Self::Attendance,
        Self::Guests,
        Self::Everything,
    ];

    /// Its word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Quorum => "quorum",
            Self::Decisions => "decisions",
            Self::Interests => "interests",
            Self::Confidentiality => "confidentiality",
            Self::Exit => "exit",
            Self::Substitutes => "substitutes",
            Self::Papers => "papers",
            Self::Items => "items",
            Self::Minutes => "minutes",
            Self::Attendance => "attendance",
            Self::Guests => "guests",
            Self::Everything => "everything",
        }
    }
}

impl Display for Force {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Must => "must",
            Self::Should => "should",
            Self::May => "may",
            Self::MustNot => "must not",
            Self::ShouldNot => "should not",
        })
    }
}

impl Display for Way {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Consensus => f.write_str("consensus"),
            Self::Vote(tally) => write!(f, "{}", TallyOf(tally)),
        }
    }
}

impl Display for Matter {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Any => f.write_str("a decision"),
            Self::Terms => f.write_str("a change of these terms"),
            Self::Membership => f.write_str("a change of the membership"),
            Self::Named(name) => write!(f, "a decision on {}", Quoted(name)),
        }
    }
}

impl Display for Filling {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Is(who) => write!(f, "is {who}"),
            Self::Elected(who) => write!(f, "is elected by {who}"),
            Self::Appointed(who) => write!(f, "is appointed by {who}"),
            Self::Passes(every, group) => write!(f, "passes every {every} among the {}", group.plural()),
            Self::InTurn(a, b) => write!(f, "is appointed in turn by {} and by {}", Inner(a), Inner(b)),
            Self::AsDecided(who) => write!(f, "is as {} {}", Inner(who), if who.is_plural() { "decide" } else { "decides" }),
        }
    }
}
