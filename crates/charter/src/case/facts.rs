//! What a case can state, and how it is read.

use super::*;

/// One fact of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Stated {
    Members(u32),
    Present(u32),
    Substitutes(u32),
    Organisations(u32),
    For(u32),
    Against(u32),
    Abstaining(u32),
    Consensus(bool),
    Casting(Cast),
    Matter(String),
    Away(&'static str),
    Meeting(Date),
    Sent(Date),
    Notified(Date),
    Substitute(Date),
    Notice(Date),
    Leaving(Date),
    Agreed(bool),
    Interest { chair: bool, kind: String, asks: Asks },
    Ruled(Part),
    Question(Question),
    Missed(u32),
    MeetingsIn(u32, i16),
    So(String, bool),
    NotRecorded(Kind),
    Told(Box<Told>),
}

impl Stated {
    /// Whether a fact speaks of a meeting that the case did not date.
    pub(super) fn needs_meeting(&self) -> bool {
        use crate::tree::Verb;
        match self {
            Self::Told(told) => match told.as_ref() {
                Told::Group { group, cast, .. } => cast.is_some() || !group.filters.is_empty(),
                Told::Waited(_) | Told::Vote(..) | Told::Judges { .. } | Told::Chooses { .. } => true,
                Told::Did { deed, on: None, .. } => {
                    matches!(deed.verb, Verb::Vote | Verb::Preside | Verb::Attend | Verb::Move | Verb::Second | Verb::Declare)
                }
                _ => false,
            },
            _ => true,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asks {
    Discusses,
    Stays,
    Decides,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Question {
    Attends,
    Asks(bool),
    Vote,
    Publish(String),
    Public,
    Other,
    Urgent,
    SubstituteVotes,
    SubstituteCounts,
}

/// A case that has been read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Put {
    pub(super) facts: Vec<Stated>,
    pub(super) expected: Vec<String>,
}

pub(super) const EXAMPLES: &[&str] = &[
    "15 members",
    "8 present",
    "2 substitutes",
    "from 4 organisations",
    "11 for",
    "8 against",
    "1 abstaining",
    "consensus",
    "no consensus",
    "a casting vote for",
    "a casting vote against",
    "on “the levy”",
    "the chair is away",
    "the vice-chair is away",
    "a meeting on 18 January 2007",
    "papers sent on 4 January 2007",
    "an item notified on 4 January 2007",
    "a substitute named on 17 January 2007",
    "notice given on 1 May 2008",
    "leaving on 1 July 2008",
    "the chair agreed",
    "the chair refused",
    "a member with a financial interest decides",
    "the chair with a financial interest decides",
    "ruled that the member leaves",
    "somebody else attends",
    "a member asks for an item",
    "somebody else asks for an item",
    "a vote is held",
    "minutes are made public",
    "the public attends",
    "other business is taken",
    "an urgent decision is taken",
    "a substitute votes",
    "a substitute counts",
    "3 meetings missed in a row",
    "2 meetings in 2009",
    "“special schools exist” is so",
    "attendance is not recorded",
];

/// Splits at commas that stand outside quotation marks.
pub(super) fn parts(text: &str) -> Vec<String> {
    let mut out = vec![String::new()];
    let mut quoted = false;
    for c in text.chars() {
        match c {
            '“' => quoted = true,
            '”' => quoted = false,
            _ => {}
        }
        if c == ',' && !quoted {
            out.push(String::new());
        } else if let Some(last) = out.last_mut() {
            last.push(c);
        }
    }
    out.into_iter().map(|p| p.trim().to_owned()).collect()
}

/// Reads a case; otherwise says what is wrong with it, with the nearest fact that would be right.
pub(crate) fn read_case(source: &str) -> Result<Put, (String, Option<String>)> {
    let text = source.trim().trim_end_matches('.').replace('’', "'").replace("discusses, does not", "discusses does not");
    let Some((facts, expected)) = text.rsplit_once(':') else {
        return Err(("a case is its facts, a colon, and the answer expected".to_owned(), None));
    };
    let facts = parts(facts)
        .iter()
        .map(|p| {
            fact(p)
                .or_else(|| super::told::told(p).map(|t| Stated::Told(Box::new(t))))
                .ok_or_else(|| (format!("`{p}` is no fact that a case can state"), nearest_example(p)))
        })
        .collect::<Result<Vec<_>, _>>()?;
    let expected: Vec<String> = parts(expected).into_iter().filter(|e| !e.is_empty()).collect();
    if expected.is_empty() {
        return Err(("a case ends with the answer expected, such as `quorate` or `not allowed`".to_owned(), None));
    }
    Ok(Put { facts, expected })
}

pub(super) fn nearest_example(text: &str) -> Option<String> {
    let plain = |s: &str| s.chars().filter(|c| !c.is_ascii_digit()).collect::<String>();
    EXAMPLES.iter().min_by_key(|e| crate::read::distance(&plain(text), &plain(e))).map(|e| (*e).to_owned())
}

pub(super) fn day(text: &str) -> Option<Date> {
    if let Ok(date) = Date::from_str(text) {
        return Some(date);
    }
    let words: Vec<&str> = text.split(' ').collect();
    let [d, m, y] = words.as_slice() else { return None };
    let month = crate::tree::MONTHS.iter().position(|name| name.eq_ignore_ascii_case(m)).and_then(|n| i8::try_from(n + 1).ok())?;
    Date::new(y.parse().ok()?, month, d.parse().ok()?).ok()
}

pub(super) fn fact(text: &str) -> Option<Stated> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let number = || words.first().and_then(|w| w.parse::<u32>().ok()).filter(|n| *n <= 1000);
    let rest = words.get(1..).unwrap_or_default().join(" ");
    if let Some(n) = number() {
        return match rest.as_str() {
            "member" | "members" => Some(Stated::Members(n)),
            "present" => Some(Stated::Present(n)),
            "substitute" | "substitutes" => Some(Stated::Substitutes(n)),
            "for" | "in favour" => Some(Stated::For(n)),
            "against" => Some(Stated::Against(n)),
            "abstaining" => Some(Stated::Abstaining(n)),
            "meeting missed in a row" | "meetings missed in a row" => Some(Stated::Missed(n)),
            other => {
                let year = other.strip_prefix("meetings in ").or(other.strip_prefix("meeting in "))?;
                Some(Stated::MeetingsIn(n, year.parse().ok().filter(|y| (1..=9000).contains(y))?))
            }
        };
    }
    let text = words.join(" ");
    let on = |prefix: &str| text.strip_prefix(prefix).and_then(day);
    let unquoted = |s: &str| s.trim().trim_start_matches('“').trim_end_matches('”').to_owned();
    if let Some(n) = text.strip_prefix("from ").and_then(|r| r.strip_suffix(" organisations")) {
        return n.parse().ok().filter(|n| *n <= 1000).map(Stated::Organisations);
    }
    if let Some(date) = on("a meeting on ").or(on("the meeting is on ")) {
        return Some(Stated::Meeting(date));
    }
    for (prefix, made) in [
        ("papers sent on ", Stated::Sent as fn(Date) -> Stated),
        ("an item notified on ", Stated::Notified),
        ("a substitute named on ", Stated::Substitute),
        ("notice given on ", Stated::Notice),
        ("leaving on ", Stated::Leaving),
    ] {
        if let Some(date) = on(prefix) {
            return Some(made(date));
        }
    }
    if let Some(part) = text.strip_prefix("ruled that the member ") {
        return PARTS.iter().find(|p| crate::tree::part_in_words(**p).replace(',', "") == part).copied().map(Stated::Ruled);
    }
    for (subject, chair) in [("a member with ", false), ("the chair with ", true)] {
        if let Some((kind, verb)) = text.strip_prefix(subject).and_then(|r| r.split_once(" interest ")) {
            let kind = kind.trim_start_matches("an ").trim_start_matches("a ").to_owned();
            let asks = match verb {
                "discusses" => Asks::Discusses,
                "stays" => Asks::Stays,
                "decides" => Asks::Decides,
                _ => return None,
            };
            return Some(Stated::Interest { chair, kind, asks });
        }
    }
    if let Some(class) = text.strip_suffix(" are made public").or(text.strip_suffix(" is made public")) {
        return Some(Stated::Question(Question::Publish(class.trim_start_matches("the ").to_owned())));
    }
    if let Some(what) = text.strip_suffix(" is not recorded").or(text.strip_suffix(" are not recorded")) {
        return Kind::ALL.into_iter().find(|k| k.name() == what).map(Stated::NotRecorded);
    }
    if let Some(name) = text.strip_suffix(" is not so") {
        return Some(Stated::So(unquoted(name), false));
    }
    if let Some(name) = text.strip_suffix(" is so") {
        return Some(Stated::So(unquoted(name), true));
    }
    if let Some(name) = text.strip_prefix("on “") {
        return Some(Stated::Matter(unquoted(name)));
    }
    Some(match text.as_str() {
        "consensus" => Stated::Consensus(true),
        "no consensus" => Stated::Consensus(false),
        "a casting vote for" => Stated::Casting(Cast::For),
        "a casting vote against" => Stated::Casting(Cast::Against),
        "the chair is away" => Stated::Away("chair"),
        "the vice-chair is away" => Stated::Away("vice-chair"),
        "the chair agreed" => Stated::Agreed(true),
        "the chair refused" => Stated::Agreed(false),
        "somebody else attends" => Stated::Question(Question::Attends),
        "a member asks for an item" => Stated::Question(Question::Asks(true)),
        "somebody else asks for an item" => Stated::Question(Question::Asks(false)),
        "a vote is held" => Stated::Question(Question::Vote),
        "the public attends" => Stated::Question(Question::Public),
        "other business is taken" => Stated::Question(Question::Other),
        "an urgent decision is taken" => Stated::Question(Question::Urgent),
        "a substitute votes" => Stated::Question(Question::SubstituteVotes),
        "a substitute counts" => Stated::Question(Question::SubstituteCounts),
        _ => return None,
    })
}

pub(super) const PARTS: [Part; 6] = [Part::Leave, Part::Discuss, Part::DiscussThenStay, Part::DiscussThenLeave, Part::Stay, Part::Full];
