//! Deeds and conditions, spelled.

use std::fmt::{self, Display, Formatter};

use super::*;

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
