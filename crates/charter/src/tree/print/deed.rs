//! Deeds and conditions, spelled.

use std::fmt::{self, Display, Formatter};

use super::*;

impl Manner {
    /// Every manner with its words.
    pub(crate) const ALL: [(Manner, &'static str); 23] = [
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
        (Self::InPerson, "in person"),
        (Self::ByLot, "by lot"),
        (Self::ByTelephone, "by telephone"),
        (Self::InTheMinutes, "in the minutes"),
        (Self::WithReasons, "with reasons"),
        (Self::Signed, "signed"),
        (Self::Openly, "openly"),
        (Self::Jointly, "jointly"),
        (Self::OnTheAgenda, "on the agenda"),
        (Self::ByProxy, "by proxy"),
        (Self::ByPost, "by post"),
        (Self::InSecret, "in secret"),
    ];
}

impl Display for Manner {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Stating(name) => write!(f, "stating {}", Quoted(name)),
            Self::As(name) => write!(f, "as {}", Quoted(name)),
            Self::At(name) => write!(f, "at {}", Quoted(name)),
            Self::About(name) => write!(f, "about {}", Quoted(name)),
            Self::In(name) => write!(f, "in {}", Quoted(name)),
            Self::Pages(bound, n) => write!(f, "in {}{n} {}", Bounded(*bound), if *n == 1 { "page" } else { "pages" }),
            plain => f.write_str(Self::ALL.iter().find(|(m, _)| m == plain).map_or("", |(_, words)| words)),
        }
    }
}

pub(super) struct WithOf<'a>(pub &'a With);

impl Display for WithOf<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let (words, who) = self.0.parts();
        write!(f, "{words} {}", Inner(who))
    }
}

impl With {
    /// Its words, and who.
    pub(crate) fn parts(&self) -> (&'static str, &Who) {
        match self {
            Self::Consulting(who) => ("after consulting", who),
            Self::Agreement(who) => ("with the agreement of", who),
            Self::Request(who) => ("at the request of", who),
            Self::Through(who) => ("through", who),
            Self::Behalf(who) => ("on behalf of", who),
        }
    }
}

impl Display for Thing {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Word(word) => f.write_str(word.canonical()),
            Self::Interest(None) => f.write_str("an interest"),
            Self::Interest(Some(kind)) => write!(f, "{} interest", with_article(kind)),
            Self::Meetings(Missed { count, regular, run, without }) => {
                let regular = if *regular { "regular " } else { "" };
                write!(f, "{count} {regular}{} ", if *count == 1 { "meeting" } else { "meetings" })?;
                match run {
                    Run::InARow => f.write_str("in a row"),
                    Run::InAny(length) => write!(f, "in any {length}"),
                }?;
                without.iter().try_for_each(|lack| write!(f, " without {}", lack.word()))
            }
            Self::DecisionOn(name) => write!(f, "a decision on {}", Quoted(name)),
            Self::Who(who) => who.inner(f),
            Self::Named(name) => write!(f, "{}", Quoted(name)),
        }
    }
}

pub(super) struct DeedOf<'a> {
    pub deed: &'a Deed,
    pub verb: &'a str,
    pub thing: bool,
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
        self.deed.with.iter().try_for_each(|with| write!(f, " {}", WithOf(with)))
    }
}

pub(super) struct Inner<'a>(pub &'a Who);

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
            Self::Not(a) if matches!(a.as_ref(), Self::Does(..)) => {
                let Self::Does(who, deed) = a.as_ref() else { return Ok(()) };
                who.inner(f)?;
                write!(f, " {} not {}", if who.is_plural() { "do" } else { "does" }, DeedOf { deed, verb: deed.verb.base(), thing: true })
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
            Self::VacantFor(None, length) => write!(f, "a seat has been vacant for {length}"),
            Self::VacantFor(Some(post), length) => write!(f, "the office of {} has been vacant for {length}", PostTitle(post)),
            Self::Absent(post) => write!(f, "{post} is absent"),
            Self::State(state) => f.write_str(Circumstance::ALL.iter().find(|(s, _)| s == state).map_or("", |(_, words)| words)),
            Self::NoQuorumFor(length) => write!(f, "there has been no quorum for {length}"),
            Self::Outnumber(by, a, b) => write!(f, "there are at least {by} more {} than {}", a.plural(), b.plural()),
            Self::There(count, group) => write!(f, "there are {}", CountOf(count, group)),
            Self::Matter(name) => write!(f, "the matter is {}", Quoted(name)),
            Self::Fact(name) => write!(f, "it is so that {}", Quoted(name)),
            Self::Done(deed) => {
                let thing = deed.thing.as_ref().map_or_else(|| "it".to_owned(), ToString::to_string);
                let is = if deed.thing.as_ref().is_some_and(Thing::is_plural) { "are" } else { "is" };
                write!(f, "{thing} {is} {}", DeedOf { deed, verb: deed.verb.participle(), thing: false })
            }
            Self::Is(who, be) => {
                who.inner(f)?;
                write!(f, " {} {}", if who.is_plural() { "are" } else { "is" }, be.as_complement())
            }
            Self::Becomes(who, name) => {
                who.inner(f)?;
                write!(f, " {} {}", if who.is_plural() { "become" } else { "becomes" }, Quoted(name))
            }
            Self::Ceases(who, name) => {
                who.inner(f)?;
                write!(f, " {} to be {}", if who.is_plural() { "cease" } else { "ceases" }, Quoted(name))
            }
            Self::Judges(who, name) => {
                who.inner(f)?;
                write!(f, " {} that {}", if who.is_plural() { "judge" } else { "judges" }, Quoted(name))
            }
            Self::Resolved(name) => write!(f, "the body has resolved {}", Quoted(name)),
            Self::Number(name, bound, n) => write!(f, "{} is {}{n}", Quoted(name), Bounded(*bound)),
            Self::Amount(bound, money) => write!(f, "the amount is {}{money}", Bounded(*bound)),
            Self::After(day) => write!(f, "it is after {}", calendar::day_in_words(*day)),
            Self::Before(day) => write!(f, "it is before {}", calendar::day_in_words(*day)),
            Self::Past(length, on) => write!(f, "it is at least {length} after {on}"),
            Self::Announced => f.write_str("the published agenda announces it"),
            Self::MeetingIs(kind) => write!(f, "the meeting is {kind}"),
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

impl Display for Money {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let digits = self.amount.to_string();
        write!(f, "{}", self.currency)?;
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                f.write_str(",")?;
            }
            write!(f, "{digit}")?;
        }
        Ok(())
    }
}

impl Lack {
    pub(crate) const ALL: [Lack; 4] = [Self::Approval, Self::Cause, Self::Apologies, Self::Substitute];

    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Approval => "approval",
            Self::Cause => "good cause",
            Self::Apologies => "apologies",
            Self::Substitute => "a substitute",
        }
    }
}

impl Thing {
    /// Whether a verb after it stands in the plural.
    pub(crate) fn is_plural(&self) -> bool {
        match self {
            Self::Word(word) => word.is_plural(),
            Self::Meetings(missed) => missed.count != 1,
            Self::Who(who) => who.is_plural(),
            _ => false,
        }
    }
}

impl Word {
    /// Whether a verb after it stands in the plural.
    pub(crate) fn is_plural(self) -> bool {
        let word = self.canonical().split(" of the ").next().unwrap_or_default();
        let last = word.rsplit(' ').next().unwrap_or_default();
        !word.starts_with("a ") && !word.starts_with("an ") && last.ends_with('s') && !last.ends_with("ss")
    }
}
