//! The one canonical spelling of a tree.

use std::fmt::{self, Display, Formatter};

use super::*;

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

struct TallyOf<'a>(&'a [Term]);

impl Display for TallyOf<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        list(f, self.0, ", and ", ", and ")
    }
}

/// A tally in words.
pub(crate) fn tally_in_words(tally: &[Term]) -> String {
    TallyOf(tally).to_string()
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

impl Unit {
    /// Its name beside a count.
    pub fn name(self, count: u32) -> &'static str {
        match (self, self.in_days()) {
            (_, Some(unit)) => unit.name(count),
            (Self::Hours, _) => ["hours", "hour"][usize::from(count == 1)],
            _ => ["minutes", "minute"][usize::from(count == 1)],
        }
    }
}

impl Display for Length {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.count, self.unit.name(self.count))
    }
}

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

impl Display for Share {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fraction(1, 2) => f.write_str("half"),
            Self::Fraction(n, d) => {
                let number = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
                    .get(usize::from(*n).wrapping_sub(1))
                    .copied()
                    .unwrap_or("one");
                let part = ["half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
                    .get(usize::from(*d).wrapping_sub(2))
                    .copied()
                    .unwrap_or("half");
                write!(f, "{number} {part}{}", if *n == 1 { "" } else { "s" })
            }
            Self::Percent(p) => write!(f, "{p}%"),
            Self::Majority => f.write_str("a majority"),
            Self::All => f.write_str("all"),
            Self::HalfPlus(n) => write!(f, "half plus {n}"),
        }
    }
}

struct Bounded(Bound);

impl Display for Bounded {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0 {
            Bound::AtLeast => "at least ",
            Bound::AtMost => "at most ",
            Bound::Exactly => "exactly ",
        })
    }
}

struct MeasureOf<'a>(&'a Measure, &'a Group);

impl Display for MeasureOf<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.0 {
            Measure::Number(1) => write!(f, "1 {}", self.1.singular()),
            Measure::Number(n) => write!(f, "{n} {}", self.1.plural()),
            Measure::Share(share) => write!(f, "{share} of the {}", self.1.plural()),
            Measure::RoundedDown(share) => write!(f, "{share} rounded down of the {}", self.1.plural()),
        }
    }
}

struct CountOf<'a>(&'a Count, &'a Group);

impl Display for CountOf<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.0 {
            Count::Bounded(bound, measure) => write!(f, "{}{}", Bounded(*bound), MeasureOf(measure, self.1)),
            Count::Between(a, b) => write!(f, "between {a} and {b} {}", self.1.plural()),
        }
    }
}

impl Display for Term {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}", MeasureOf(&self.measure, &self.group))?;
        if let Some((count, sort)) = &self.spread {
            write!(f, " from at least {count} different {}", sort.plural())?;
        }
        if let Some(who) = &self.including {
            write!(f, ", including {who}")?;
        }
        Ok(())
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

impl Who {
    fn inner(&self, f: &mut Formatter<'_>) -> fmt::Result {
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

impl Year {
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Calendar => "calendar",
            Self::Financial => "financial",
            Self::Municipal => "municipal",
        }
    }
}

impl Display for Occasion {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Meeting => f.write_str("a meeting"),
            Self::NextMeeting => f.write_str("the next meeting"),
            Self::FirstMeeting(None) => f.write_str("the first meeting"),
            Self::FirstMeeting(Some(year)) => write!(f, "the first meeting of the {} year", year.word()),
            Self::Start => f.write_str("the start of the meeting"),
            Self::Adoption => f.write_str("the adoption of these terms"),
            Self::Establishment => f.write_str("the establishment of the body"),
            Self::Vacancy => f.write_str("a vacancy"),
            Self::Notice => f.write_str("the notice"),
            Self::Request => f.write_str("the request"),
            Self::Decision => f.write_str("a decision"),
            Self::Leaving => f.write_str("leaving"),
            Self::YearStart(year) => write!(f, "the start of the {} year", year.word()),
            Self::Named(name) => write!(f, "each {}", Quoted(name)),
        }
    }
}

pub(crate) const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

impl Display for Time {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Before(None, on) => write!(f, "before {on}"),
            Self::Before(Some(length), on) => write!(f, "at least {length} before {on}"),
            Self::Within(length, on) => write!(f, "within {length} of {on}"),
            Self::After(None, on) => write!(f, "after {on}"),
            Self::After(Some(length), on) => write!(f, "at least {length} after {on}"),
            Self::At(on) => write!(f, "at {on}"),
            Self::Every(length) => write!(f, "every {length}"),
            Self::Often(bound, count, window) => {
                write!(f, "{}{count} {} ", Bounded(*bound), if *count == 1 { "time" } else { "times" })?;
                match window {
                    Window::AYear => f.write_str("a year"),
                    Window::Year(year) => write!(f, "a {} year", year.word()),
                    Window::Any(length) => write!(f, "in any {length}"),
                }
            }
            Self::Each(month) => write!(f, "each {}", MONTHS.get(usize::from(*month).wrapping_sub(1)).copied().unwrap_or("January")),
            Self::For(length) => write!(f, "for {length}"),
            Self::InAdvance => f.write_str("in advance"),
            Self::BetweenMeetings => f.write_str("between meetings"),
        }
    }
}

impl Manner {
    /// Every manner with its words.
    pub(crate) const ALL: [(Manner, &'static str); 11] = [
        (Self::InWriting, "in writing"),
        (Self::OnTheWebsite, "on the website"),
        (Self::Electronically, "electronically"),
        (Self::ByEmail, "by e-mail"),
        (Self::InExceptionalCircumstances, "in exceptional circumstances"),
        (Self::InPublic, "in public"),
        (Self::InPrivate, "in private"),
        (Self::Remotely, "remotely"),
        (Self::ByShowOfHands, "by a show of hands"),
        (Self::ByRollCall, "by roll call"),
        (Self::ByBallot, "by ballot"),
    ];
}

impl Display for Manner {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(Self::ALL.iter().find(|(m, _)| m == self).map_or("", |(_, words)| words))
    }
}

impl Display for With {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Consulting(who) => write!(f, "after consulting {who}"),
            Self::Agreement(who) => write!(f, "with the agreement of {who}"),
            Self::Request(who) => write!(f, "at the request of {who}"),
        }
    }
}

impl Display for Thing {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Word(word) => f.write_str(word.canonical()),
            Self::Interest(None) => f.write_str("an interest"),
            Self::Interest(Some(kind)) => write!(f, "{} interest", with_article(kind)),
            Self::Meetings(count, run) => {
                write!(f, "{count} {} ", if *count == 1 { "meeting" } else { "meetings" })?;
                match run {
                    Run::InARow => f.write_str("in a row"),
                    Run::InAny(length) => write!(f, "in any {length}"),
                }
            }
            Self::Who(who) => who.inner(f),
            Self::Named(name) => write!(f, "{}", Quoted(name)),
        }
    }
}

struct DeedOf<'a> {
    deed: &'a Deed,
    verb: &'a str,
    thing: bool,
}

impl Display for DeedOf<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(self.verb)?;
        if let (true, Some(thing)) = (self.thing, &self.deed.thing) {
            write!(f, " {thing}")?;
        }
        if let Some(who) = &self.deed.from {
            f.write_str(" from ")?;
            who.inner(f)?;
        }
        if let Some(who) = &self.deed.to {
            f.write_str(" to ")?;
            who.inner(f)?;
        }
        self.deed.manner.iter().try_for_each(|manner| write!(f, " {manner}"))?;
        self.deed.times.iter().try_for_each(|time| write!(f, " {time}"))?;
        for with in &self.deed.with {
            match with {
                With::Consulting(who) => write!(f, " after consulting {}", Inner(who))?,
                With::Agreement(who) => write!(f, " with the agreement of {}", Inner(who))?,
                With::Request(who) => write!(f, " at the request of {}", Inner(who))?,
            }
        }
        Ok(())
    }
}

struct Inner<'a>(&'a Who);

impl Display for Inner<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.0.inner(f)
    }
}

impl Circumstance {
    pub(crate) const ALL: [(Circumstance, &'static str); 7] = [
        (Self::NoQuorum, "there is no quorum"),
        (Self::NoConsensus, "there is no consensus"),
        (Self::VotesEqual, "the votes are equal"),
        (Self::Confidential, "the matter is confidential"),
        (Self::Exempt, "the matter is exempt"),
        (Self::Urgent, "the matter is urgent"),
        (Self::Exceptional, "the circumstances are exceptional"),
    ];
}

impl Condition {
    fn inner(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Both(a, b) => {
                f.write_str("it is so both that ")?;
                a.inner(f)?;
                f.write_str(" and that ")?;
                b.inner(f)
            }
            Self::Either(a, b) => {
                f.write_str("it is so either that ")?;
                a.inner(f)?;
                f.write_str(" or that ")?;
                b.inner(f)
            }
            Self::Not(a) => {
                f.write_str("it is not so that ")?;
                a.inner(f)
            }
            Self::Does(who, deed) => {
                who.inner(f)?;
                write!(f, " {}", DeedOf { deed, verb: if who.is_plural() { deed.verb.base() } else { deed.verb.third() }, thing: true })
            }
            Self::Vacant(post) => write!(f, "the office of {} is vacant", PostTitle(post)),
            Self::Absent(post) => write!(f, "{post} is absent"),
            Self::State(state) => f.write_str(Circumstance::ALL.iter().find(|(s, _)| s == state).map_or("", |(_, words)| words)),
            Self::NoQuorumFor(length) => write!(f, "there has been no quorum for {length}"),
            Self::Outnumber(by, a, b) => write!(f, "there are at least {by} more {} than {}", a.plural(), b.plural()),
            Self::There(count, group) => write!(f, "there are {}", CountOf(count, group)),
            Self::Matter(name) => write!(f, "the matter is {}", Quoted(name)),
            Self::Fact(name) => write!(f, "it is so that {}", Quoted(name)),
        }
    }
}

struct PostTitle<'a>(&'a Post);

impl Display for PostTitle<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.0 {
            Post::Named(name) | Post::Organisation(name) => write!(f, "{}", Called(name)),
            post => f.write_str(post.title()),
        }
    }
}

impl Display for Condition {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Both(a, b) | Self::Either(a, b) => {
                a.inner(f)?;
                f.write_str(if matches!(self, Self::Both(..)) { " and " } else { " or " })?;
                match (self, b.as_ref()) {
                    (Self::Both(..), Self::Both(..)) | (Self::Either(..), Self::Either(..)) => write!(f, "{b}"),
                    _ => b.inner(f),
                }
            }
            one => one.inner(f),
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
