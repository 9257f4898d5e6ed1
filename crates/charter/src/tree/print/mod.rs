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
use when::Loose;
pub(crate) use when::{MONTHS, NOMINAL, ORDINALS, WEEKDAYS};
use who::PostTitle;
pub(crate) use who::{KINDS, NO_CLASS, RESERVED};

/// What begins a name with an "and" in it, such as Health and Wellbeing Board; alone it is quoted, so that it is not taken for one.
pub(crate) const SUBJECTS: [&str; 16] = [
    "Health",
    "Police",
    "Children",
    "Adults",
    "Overview",
    "Audit",
    "Policy",
    "Flood",
    "Families",
    "Crime",
    "Housing",
    "Transport",
    "Planning",
    "Economy",
    "Finance",
    "Community",
];

/// Whether a name can stand without quotation marks: capitalised words, joined by "of", "of the" or "for".
pub(crate) fn stands_bare(name: &str) -> bool {
    let words: Vec<&str> = name.split(' ').collect();
    if matches!(words.as_slice(), [one] if SUBJECTS.contains(one) || ["He", "She", "They"].contains(one)) {
        return false;
    }
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
        if words[index] == "for" {
            index += 1;
        } else if words[index] == "of" {
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
            Self::Quorum { of, also, tally } => {
                f.write_str("the quorum")?;
                of.iter().try_for_each(|sort| write!(f, " of each {}", sort.singular()))?;
                write!(f, " is {}{}", if *also { "also " } else { "" }, TallyOf(tally))
            }
            Self::Decided { matter, also, by } => {
                write!(f, "{matter} is {}decided by ", if *also { "also " } else { "" })?;
                list(f, by, ", failing that by ", ", failing that by ")
            }
            Self::There { force, count, group, each, more } => {
                write!(f, "there {force} be {}", CountOf(count, group))?;
                each.iter().try_for_each(|sort| write!(f, " for each {}", sort.singular()))?;
                for More { count, each } in more {
                    write!(f, ", and {count} more")?;
                    each.iter().try_for_each(|sort| write!(f, " for each {}", sort.singular()))?;
                }
                Ok(())
            }
            Self::Share { count, group, force, be } => {
                let count = match count {
                    Count::Bounded(bound, Measure::Number(n)) => format!("{}{n} of the {}", Bounded(*bound), group.plural()),
                    Count::Bounded(bound, measure) => format!("{}{}", Bounded(*bound), MeasureOf(measure, group)),
                    Count::Between(a, b) => format!("between {a} and {b} of the {}", group.plural()),
                };
                write!(f, "{count} {force} be ")?;
                list(f, &be.iter().map(Be::as_complement).collect::<Vec<_>>(), " or ", " or ")
            }
            Self::Be { who, force, be } => {
                write!(f, "{who} {force} be ")?;
                list(f, &be.iter().map(Be::as_complement).collect::<Vec<_>>(), " or ", " or ")
            }
            Self::Votes { who, weight, settled, cast } => {
                write!(f, "{who} {} {weight}", if who.is_plural() { "have" } else { "has" })?;
                if !settled.is_empty() {
                    write!(f, ", settled by {}", TallyOf(settled))?;
                }
                cast.iter().try_for_each(|who| write!(f, ", cast by {who}"))
            }
            Self::Does { who: Some(who), force, deed } => {
                write!(f, "{who} {force} {}", DeedOf { deed, verb: deed.verb.base(), thing: true })
            }
            Self::Does { who: None, force, deed } => match &deed.thing {
                Some(thing) => write!(f, "{thing} {force} be {}", DeedOf { deed, verb: deed.verb.participle(), thing: false }),
                None => write!(f, "it {force} be {}", DeedOf { deed, verb: deed.verb.participle(), thing: false }),
            },
            Self::Rules { who, choices, named } => {
                write!(f, "{who} must rule that ")?;
                if !choices.is_empty() {
                    f.write_str("the member ")?;
                }
                let words: Vec<String> =
                    choices.iter().map(|c| part_in_words(*c).to_owned()).chain(named.iter().map(|n| Quoted(n).to_string())).collect();
                list(f, &words, ", or ", ", or ")
            }
            Self::Filled { post, how, term, at, with, unlike } => {
                write!(f, "{post} {}", FillingOf(how, matches!(post, Holder::Seats(_))))?;
                term.iter().try_for_each(|(bound, term)| write!(f, " for {}{term}", Loose(*bound)))?;
                at.iter().try_for_each(|at| write!(f, " {at}"))?;
                with.iter().try_for_each(|with| write!(f, " {}", WithOf(with)))?;
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
            Self::NeedNot => "need not",
        })
    }
}

impl Display for Way {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Consensus => f.write_str("consensus"),
            Self::Vote(tally) => write!(f, "{}", TallyOf(tally)),
            Self::Lot => f.write_str("lot"),
            Self::Casting(post) => write!(f, "the casting vote of {post}"),
            Self::DecisionOf(post) => write!(f, "the decision of {post}"),
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
            Self::Election => f.write_str("an election"),
            Self::Raising => f.write_str("a change of these terms that asks a larger majority"),
            Self::Mailed => f.write_str("an e-mail vote"),
        }
    }
}

/// A filling after its holder; of several holders, in the plural.
struct FillingOf<'a>(&'a Filling, bool);

impl Display for FillingOf<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let is = if self.1 { "are" } else { "is" };
        match self.0 {
            Filling::Is(who) => write!(f, "{is} {who}"),
            Filling::Elected(who) => write!(f, "{is} elected by {who}"),
            Filling::Appointed(who) => write!(f, "{is} appointed by {who}"),
            Filling::Passes(every, group) => write!(f, "{} every {every} among the {}", if self.1 { "pass" } else { "passes" }, group.plural()),
            Filling::InTurn(all) => {
                write!(f, "{is} appointed in turn by ")?;
                list(f, &all.iter().map(Inner).collect::<Vec<_>>(), ", by ", " and by ")
            }
            Filling::EachInTurn(all) => {
                write!(f, "{is} in turn ")?;
                list(f, &all.iter().map(Inner).collect::<Vec<_>>(), ", ", " and ")
            }
            Filling::AsDecided(who) => write!(f, "{is} as {} {}", Inner(who), if who.is_plural() { "decide" } else { "decides" }),
            Filling::NotAppointing(a, b, post) => write!(f, "{is} appointed by whichever of {} and {} has not appointed {post}", Inner(a), Inner(b)),
            Filling::Rotates(group) => write!(f, "{} among the {}", if self.1 { "rotate" } else { "rotates" }, group.plural()),
        }
    }
}

impl Display for Holder {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Post(post) => write!(f, "{post}"),
            Self::Seats(group) => write!(f, "{}", Who::The(group.clone())),
            Self::Place => f.write_str("the place of the meetings"),
        }
    }
}

impl Holder {
    /// As an office is called; none for seats.
    pub(crate) fn post(&self) -> Option<&Post> {
        match self {
            Self::Post(post) => Some(post),
            _ => None,
        }
    }
}

impl Display for Weight {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(0) => f.write_str("no vote"),
            Self::Number(1) => f.write_str("1 vote"),
            Self::Number(n) => write!(f, "{n} votes"),
            Self::Given(name) => write!(f, "as many votes as {} gives", Quoted(name)),
        }
    }
}
