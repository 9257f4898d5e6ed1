//! Duties, permissions and prohibitions of any verb: when they arise, and how what was done answers them.

mod duties;
mod events;
mod occasions;
mod permissions;
mod recurring;
mod spans;

pub(in crate::engine) use recurring::is_nth;
pub(in crate::engine) use spans::before_the_day;

use super::acts::{Subject, kind_for};
use super::due::{doing_phrase, last_of_month, year_of};
use super::index::{Done, kind_of};
use super::{Doing, Truth, View};
use crate::record::{Appointment, Kind, Meeting};
use crate::tree::{Circumstance, Condition, Deed, Force, Gathering, Length, Occasion, Thing, Time, Unit, Verb, With, Word, Year};
use crate::verdict::{Duty, State, Verdict};
use calendar::{Counted, day_in_words, deadline_after, deadline_before};
use jiff::civil::{Date, date};
use std::collections::BTreeSet;

/// The days between which something is to be done.
#[derive(Debug, Clone, Default)]
pub(crate) struct Span {
    pub from: Option<Date>,
    pub letter: Option<Date>,
    pub counted: Option<Counted>,
    /// At this meeting, and no other.
    pub meeting: Option<String>,
    /// On that day exactly.
    pub exact: bool,
    /// Words for the time, where no day can be named.
    pub words: String,
}

/// Whether a permission is an office's or a number of members', and so a power that others do not have.
fn of_an_office(who: &crate::tree::Who) -> bool {
    use crate::tree::{Post, Who};
    match who {
        Who::Post(post) => !matches!(post, Post::Public | Post::Concerned),
        Who::Only(_) | Who::Some(..) => true,
        Who::Or(a, b) | Who::And(a, b) => of_an_office(a) && of_an_office(b),
        _ => false,
    }
}

impl Length {
    /// As the calendar counts it; hours by the whole day.
    pub(crate) fn in_whole_days(&self) -> Option<(u32, calendar::Unit)> {
        match self.unit {
            Unit::Hours => Some((self.count.div_ceil(24), calendar::Unit::Days)),
            Unit::Minutes => None,
            unit => unit.in_days().map(|u| (self.count, u)),
        }
    }
}

impl<'a> View<'a> {
    /// How a duty or a prohibition of any verb stands.
    pub fn general(self, doing: &Doing<'a>, as_at: Date) -> Vec<Verdict> {
        // What two have to do, each of them has to.
        if let (Some(crate::tree::Who::And(a, b)), Force::Must | Force::Should) = (doing.who, doing.force) {
            let mut out = self.general(&Doing { who: Some(a), ..*doing }, as_at);
            out.extend(self.general(&Doing { who: Some(b), ..*doing }, as_at));
            return out;
        }
        match doing.force {
            // How long something lasts, or after what notice it comes, is asked of each time that it is done.
            Force::Must | Force::Should if self.constrains(doing) => {
                let mut out = self.permitted(doing, as_at);
                for verdict in out.iter_mut().filter(|v| v.state == State::Breached && doing.force == Force::Should) {
                    verdict.state = State::Expected;
                }
                out
            }
            Force::May if doing.deed.verb == Verb::Serve => self.served(doing, as_at),
            Force::Must | Force::Should => {
                let Some(crate::tree::Who::Each(group)) = doing.who else { return self.duty_done(doing, as_at, None) };
                let each: Vec<String> = match &group.noun {
                    crate::tree::Noun::Of(sort) => self.of_sort(sort, as_at).0.into_iter().map(str::to_owned).collect(),
                    _ => self
                        .each_is(group, &crate::tree::Be::A(group.clone()), &Subject::default(), as_at)
                        .into_iter()
                        .filter(|(_, t)| *t == Truth::Yes)
                        .map(|(id, _)| id)
                        .collect(),
                };
                if each.is_empty() {
                    return self.duty_done(doing, as_at, None);
                }
                each.iter().flat_map(|one| self.duty_done(doing, as_at, Some(one))).collect()
            }
            Force::MustNot | Force::ShouldNot => self.forbidden(doing, as_at),
            Force::May => self.permitted(doing, as_at),
            Force::NeedNot => Vec::new(),
        }
    }

    /// Whether a duty says only how something is to be done where it is done.
    pub(super) fn constrains(self, doing: &Doing<'a>) -> bool {
        let deed = doing.deed;
        deed.verb != Verb::Serve
            && !self.recurs(deed)
            && (deed.times.iter().any(super::acts::asks_of_the_act) || deed.limit_of_pages().is_some())
            && deed.times.iter().all(|t| super::acts::asks_of_the_act(t) || matches!(t, Time::AnyTime | Time::BetweenMeetings))
            && doing.rule.tree.when.as_ref().is_none_or(|c| self.events(c, Date::MAX).is_none())
    }

    /// Whether a rule speaks of a subject at all: its "when", where that is a state, and its "only if".
    pub(in crate::engine) fn applies(self, doing: &Doing<'a>, subject: &Subject, day: Date, with_only_if: bool) -> Truth {
        let tree = &doing.rule.tree;
        let mut truth = Truth::Yes;
        if let Some(when) = tree.when.as_ref()
            && self.events(when, day).is_none()
        {
            truth = truth.and(self.condition_of(when, subject, day));
        }
        if let Some(only_if) = tree.only_if.as_ref().filter(|_| with_only_if) {
            truth = truth.and(self.condition_of(only_if, subject, day));
        }
        truth
    }

    pub(in crate::engine) fn excused(self, doing: &Doing<'a>, subject: &Subject, day: Date) -> Truth {
        doing.rule.tree.unless.as_ref().map_or(Truth::No, |c| self.condition_of(c, subject, day))
    }
}
