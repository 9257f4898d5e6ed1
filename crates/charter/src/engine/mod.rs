//! Judging a record by a charter. Nothing is assumed: where the terms say nothing, the answer says so; where the record
//! does not hold a fact, the answer names it.

mod acts;
mod amend;
mod carried;
mod condition;
mod counting;
mod due;
mod evaluate;
mod general;
mod index;
pub(crate) mod look;
mod may;
mod precedence;
mod quorum;
mod room;

use jiff::civil::Date;

use crate::read::{Charter, Clause, Rule};
use crate::record::{Meeting, Record};
use crate::tree::{Condition, Deed, Force, Post, Says, Thing, Verb, Who, With, Word};
use crate::verdict::{Action, Answer, Duty, Lapsing, Verdict};

use index::Index;
use room::Place;

pub use amend::{Amendment, amendment};

/// Yes, no, or nobody can tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Truth {
    Yes,
    No,
    CannotTell,
}

impl Truth {
    pub(crate) fn of(yes: bool) -> Self {
        if yes { Self::Yes } else { Self::No }
    }

    pub(crate) fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::No, _) | (_, Self::No) => Self::No,
            (Self::Yes, Self::Yes) => Self::Yes,
            _ => Self::CannotTell,
        }
    }

    pub(crate) fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Yes, _) | (_, Self::Yes) => Self::Yes,
            (Self::No, Self::No) => Self::No,
            _ => Self::CannotTell,
        }
    }

    pub(crate) fn not(self) -> Self {
        match self {
            Self::Yes => Self::No,
            Self::No => Self::Yes,
            Self::CannotTell => Self::CannotTell,
        }
    }
}

/// A charter and a record of which several things are asked: whether each of forty members may decide, say.
pub struct Asked<'a> {
    charter: &'a Charter,
    record: &'a Record,
    index: Index<'a>,
}

impl<'a> Asked<'a> {
    /// Makes them ready.
    pub fn of(charter: &'a Charter, record: &'a Record) -> Self {
        Self { charter, record, index: Index::of(charter, record) }
    }

    fn view(&self) -> View<'_> {
        View::of(self.charter, self.record, &self.index)
    }

    /// As [`quorum`].
    pub fn quorum(&self, meeting: &str, at: Option<&crate::record::Moment>) -> Verdict {
        self.view().quorum(meeting, at)
    }

    /// As [`carried`].
    pub fn carried(&self, motion: &str) -> Verdict {
        self.view().carried(motion)
    }

    /// As [`may`].
    pub fn may(&self, action: &Action) -> Answer {
        self.view().may(action)
    }
}

/// Whether a meeting is quorate at a moment; without a moment, as it stands when everything recorded has happened.
///
/// States: met, breached, cannot tell, none given.
pub fn quorum(charter: &Charter, record: &Record, meeting: &str, at: Option<&crate::record::Moment>) -> Verdict {
    Asked::of(charter, record).quorum(meeting, at)
}

/// Whether a motion is carried, as the charter has its class of matter decided.
///
/// States: met (carried), breached (not carried), cannot tell, none given.
pub fn carried(charter: &Charter, record: &Record, motion: &str) -> Verdict {
    Asked::of(charter, record).carried(motion)
}

/// Whether something may be done.
pub fn may(charter: &Charter, record: &Record, action: &Action) -> Answer {
    Asked::of(charter, record).may(action)
}

/// How many pages the terms in force on a day allow a paper that goes to the body, the strictest first; `report` where it is one.
///
/// Only a limit that surely applies is among them: what hangs on more than the day is left out.
pub fn page_limits(charter: &Charter, report: bool, day: Date) -> Vec<crate::verdict::PageLimit> {
    let record = Record::default();
    let index = Index::of(charter, &record);
    View::of(charter, &record, &index).page_limits(report, day)
}

/// What is to be done between two days, both included, earliest first.
pub fn due(charter: &Charter, record: &Record, from: Date, to: Date) -> Vec<Duty> {
    let index = Index::of(charter, record);
    View::of(charter, record, &index).due(from, to)
}

/// Who comes under a rule on absence at the next meeting that they miss: nobody whom the record does not surely show so near to it.
pub fn lapsing(charter: &Charter, record: &Record, as_at: Date) -> Vec<Lapsing> {
    let index = Index::of(charter, record);
    View::of(charter, record, &index).lapsing(as_at)
}

/// How every rule stands on a day, in the order of the clauses. Rules that only allow something have no verdict; ask [`may`].
pub fn evaluate(charter: &Charter, record: &Record, as_at: Date) -> Vec<Verdict> {
    let index = Index::of(charter, record);
    View::of(charter, record, &index).evaluate(as_at)
}

/// A charter and a record, looked at together.
#[derive(Clone, Copy)]
pub(crate) struct View<'a> {
    pub charter: &'a Charter,
    pub record: &'a Record,
    pub index: &'a Index<'a>,
    /// The sub-group whose seats and meetings are looked at; none for the body's own.
    pub group: Option<&'a str>,
}

impl<'a> View<'a> {
    pub fn of(charter: &'a Charter, record: &'a Record, index: &'a Index<'a>) -> Self {
        Self { charter, record, index, group: None }
    }
}

/// A rule of the form WHO must DO.
#[derive(Clone, Copy)]
pub(crate) struct Doing<'a> {
    pub clause: &'a Clause,
    pub rule: &'a Rule,
    pub who: Option<&'a Who>,
    pub force: Force,
    pub deed: &'a Deed,
}

impl Doing<'_> {
    pub fn cite(&self) -> String {
        cite(self.clause, self.rule)
    }

    /// Who has to agree: "with the agreement of", or "unless … agrees", with whether only in exceptional circumstances.
    pub fn gate(&self) -> Option<(&Who, bool)> {
        let exceptional = |deed: &Deed| deed.manner.contains(&crate::tree::Manner::InExceptionalCircumstances);
        let with = self.deed.with.iter().find_map(|w| match w {
            With::Agreement(who) => Some((who, exceptional(self.deed))),
            _ => None,
        });
        with.or_else(|| {
            [&self.rule.tree.unless, &self.rule.tree.only_if].into_iter().flatten().find_map(|c| match c {
                Condition::Does(who, deed) if deed.verb == Verb::Agree => Some((who, exceptional(deed))),
                _ => None,
            })
        })
    }
}

/// The clause as it is cited: `3.12`, or `4.16, as 3.20 of the Kent Partnership`.
pub(crate) fn cite(clause: &Clause, rule: &Rule) -> String {
    match &rule.taken_from {
        Some((body, number)) => format!("{}, as {number} of {body}", clause.number),
        None => clause.number.clone(),
    }
}

/// The office that rules: of several, the first.
pub(crate) fn ruler(who: &Who) -> Option<&Post> {
    match who {
        Who::Post(post) => Some(post),
        Who::Or(a, _) | Who::And(a, _) => ruler(a),
        _ => None,
    }
}

impl<'a> View<'a> {
    /// Every rule of the form WHO must DO with that verb.
    pub fn doing(self, verb: Verb) -> impl Iterator<Item = Doing<'a>> {
        self.charter.rules().filter_map(move |(clause, rule)| match &rule.tree.says {
            Says::Does { who, force, deed } if deed.verb == verb => Some(Doing { clause, rule, who: who.as_ref(), force: *force, deed }),
            _ => None,
        })
    }

    /// Those done to one of these things.
    pub fn doing_to(self, verb: Verb, words: &'a [Word]) -> impl Iterator<Item = Doing<'a>> {
        self.doing(verb).filter(move |d| matches!(&d.deed.thing, Some(Thing::Word(w)) if words.contains(w)))
    }

    pub fn meeting(self, id: &str) -> Option<&'a Meeting> {
        self.index.meeting.get(id).copied()
    }

    /// "; in this the terms follow those of …", where a topic is taken over from terms that are not at hand.
    pub fn followed(self, topic: crate::tree::Topic) -> Option<String> {
        self.charter.rules().find_map(|(clause, rule)| match &rule.tree.says {
            Says::Follows { topics, body } if topics.contains(&topic) || topics.contains(&crate::tree::Topic::Everything) => {
                Some(format!("in this the terms follow those of {body} ({})", clause.number))
            }
            _ => None,
        })
    }

    /// Meetings with a day that were not called off, earliest first.
    pub fn meetings_by_day(self) -> &'a [(&'a Meeting, Date)] {
        &self.index.meetings
    }

    pub fn holidays(self) -> &'a calendar::Table {
        self.charter.head.holidays()
    }
}
