//! Papers, items, minutes, and how often a body meets.

use crate::engine::due::year_of;
use crate::engine::{Doing, Place, Truth, View};
use crate::record::{Kind, Meeting};
use crate::tree::{Bound, Force, Window, Year};
use crate::verdict::{State, Verdict};
use calendar::day_in_words;
use jiff::civil::Date;

impl<'a> View<'a> {
    pub fn sent_in_time(self, doing: &Doing<'a>, meeting: &'a Meeting, day: Date, as_at: Date) -> Option<Verdict> {
        let deadline = self.before_meeting(doing, day)?;
        let what = doing.deed.thing.as_ref().map_or(String::new(), ToString::to_string);
        let cited = doing.cite();
        let head = format!("meeting of {}: {what}", day_in_words(day));
        let last = day_in_words(deadline.letter);
        let verdict = |state, words: String| Verdict::new(Some(&doing.clause.number), state, words).because(deadline.counted.to_string());
        let done = doing.deed.verb.participle();
        let place = Place { meeting, day, at: None, motion: None };
        let further = self.further_on(meeting, doing).filter(|on| *on <= as_at && *on > deadline.letter);
        Some(match self.sent_on(meeting, doing).filter(|on| *on <= as_at) {
            Some(on) if on <= deadline.letter && further.is_none() => {
                verdict(State::Met, format!("{head} {done} on {}, by {last} ({cited})", day_in_words(on)))
            }
            Some(on) => {
                let state = match self.holds(&doing.rule.tree, Some(&place), day).truth {
                    Truth::No => State::Excused,
                    _ if doing.force == Force::Should => State::Expected,
                    _ => State::Late,
                };
                let more = further.filter(|day| *day != on).map_or(String::new(), |day| format!(", further ones on {}", day_in_words(day)));
                verdict(state, format!("{head} {done} on {}{more}, after {last} ({cited})", day_in_words(on)))
            }
            None if as_at <= deadline.letter => verdict(State::Due, format!("{head} due by {last} ({cited})")),
            None if !self.record.is_complete(Kind::Sent, deadline.letter) => {
                verdict(State::CannotTell, format!("{head} due by {last}; whether it was {done} is not recorded ({cited})"))
                    .missing(Kind::Sent.name())
            }
            None if doing.force == Force::Should => verdict(State::Expected, format!("{head} not {done} by {last} ({cited})")),
            None if as_at < day => verdict(State::Late, format!("{head} not {done} by {last} ({cited})")),
            None => verdict(State::Breached, format!("{head} not {done} by {last} ({cited})")),
        })
    }

    pub fn items_in_time(self, doing: &Doing<'a>, as_at: Date) -> Vec<Verdict> {
        let mut out = Vec::new();
        for item in self.record.items.iter().filter(|i| !i.standing) {
            let Some(day) = self.meeting(&item.meeting).filter(|m| !m.cancelled).and_then(|m| m.day) else { continue };
            let Some(deadline) = self.before_meeting(doing, day) else { continue };
            let title = &item.title;
            let cited = doing.cite();
            let verdict = match item.notified.filter(|n| *n <= as_at) {
                Some(on) if on <= deadline.letter => Verdict::new(
                    Some(&doing.clause.number),
                    State::Met,
                    format!("“{title}” notified on {}, by {} ({cited})", day_in_words(on), day_in_words(deadline.letter)),
                ),
                Some(on) => {
                    let judged = self.record.judgements.iter().rfind(|j| j.of.as_ref() == Some(&item.id));
                    let (state, after) = match judged {
                        Some(j) if j.agreed => {
                            let by =
                                j.by.as_deref()
                                    .map_or_else(|| j.office.clone().unwrap_or_else(|| "the chair".to_owned()), |p| self.record.name_of(p));
                            (State::Excused, format!("; {by} agreed{}", j.reason.as_ref().map_or(String::new(), |r| format!(": {r}"))))
                        }
                        Some(_) => (State::Breached, "; agreement was refused".to_owned()),
                        None if self.record.is_complete(Kind::Judgements, day) => (State::Breached, "; nobody agreed to it".to_owned()),
                        None => (State::CannotTell, "; whether anybody agreed to it is not recorded".to_owned()),
                    };
                    Verdict::new(
                        Some(&doing.clause.number),
                        state,
                        format!("“{title}” notified on {}, after {}{after} ({cited})", day_in_words(on), day_in_words(deadline.letter)),
                    )
                }
                None if day <= as_at => {
                    Verdict::new(Some(&doing.clause.number), State::CannotTell, format!("when “{title}” was notified is not recorded ({cited})"))
                        .missing(format!("when “{title}” was notified"))
                }
                None => continue,
            };
            out.push(verdict.because(deadline.counted.to_string()));
        }
        out
    }

    pub fn minutes_approved(self, doing: &Doing<'a>, meetings: &[(&'a Meeting, Date)], as_at: Date) -> Vec<Verdict> {
        let mut out = Vec::new();
        for (meeting, day) in meetings.iter().filter(|(_, d)| *d <= as_at) {
            let next = meetings.iter().find(|(m, d)| (*d, m.hour) > (*day, meeting.hour));
            let cited = doing.cite();
            let head = format!("minutes of {}", day_in_words(*day));
            let approval =
                self.record.approvals.iter().filter(|a| a.what.eq_ignore_ascii_case("minutes") && a.of == meeting.id).min_by_key(|a| a.day);
            let approved_on =
                approval.and_then(|a| a.day.or_else(|| a.meeting.as_ref().and_then(|m| self.meeting(m)).and_then(|m| m.day))).filter(|d| *d <= as_at);
            let verdict = match (approved_on, next) {
                (Some(on), Some((_, next_day))) if on <= *next_day => {
                    Verdict::new(Some(&doing.clause.number), State::Met, format!("{head} approved on {} ({cited})", day_in_words(on)))
                }
                (Some(on), Some((_, next_day))) => Verdict::new(
                    Some(&doing.clause.number),
                    State::Late,
                    format!("{head} approved on {}, not at the next meeting on {} ({cited})", day_in_words(on), day_in_words(*next_day)),
                ),
                (Some(on), None) => {
                    Verdict::new(Some(&doing.clause.number), State::Met, format!("{head} approved on {} ({cited})", day_in_words(on)))
                }
                (None, Some((_, next_day))) if *next_day <= as_at => {
                    let state = match self.silence(Kind::Approvals, *next_day) {
                        Truth::No => State::Breached,
                        _ => State::CannotTell,
                    };
                    let verdict = Verdict::new(
                        Some(&doing.clause.number),
                        state,
                        format!("{head} not shown as approved at the meeting of {} ({cited})", day_in_words(*next_day)),
                    );
                    if state == State::CannotTell { verdict.missing(Kind::Approvals.name()) } else { verdict }
                }
                (None, Some((_, next_day))) => Verdict::new(
                    Some(&doing.clause.number),
                    State::Due,
                    format!("{head} go to the meeting of {} for approval ({cited})", day_in_words(*next_day)),
                ),
                (None, None) => Verdict::new(
                    Some(&doing.clause.number),
                    State::Due,
                    format!("{head} go to the next meeting for approval; none is fixed ({cited})"),
                ),
            };
            out.push(verdict);
        }
        out
    }

    pub fn met_often(self, doing: &Doing<'a>, often: (Bound, u32, Window), meetings: &[(&'a Meeting, Date)], as_at: Date) -> Vec<Verdict> {
        let days: Vec<Date> = meetings.iter().map(|(_, d)| *d).collect();
        self.often(doing, often, &days, Kind::Meetings, as_at)
    }

    /// How often something was done, in each year or in any stretch.
    pub fn often(
        self,
        doing: &Doing<'a>,
        (bound, count, window): (Bound, u32, Window),
        days: &[Date],
        kind_of_fact: Kind,
        as_at: Date,
    ) -> Vec<Verdict> {
        let meets = kind_of_fact == Kind::Meetings;
        let nouns = if meets { ("meeting held", "meetings held") } else { ("time done", "times done") };
        let cited = doing.cite();
        let mut out = Vec::new();
        let asked = match bound {
            Bound::AtLeast => format!("at least {count}"),
            Bound::AtMost => format!("at most {count}"),
            Bound::Exactly => count.to_string(),
        };
        let judge = |have: u32, over: bool, whole: bool| {
            let (least, most) = (bound != Bound::AtMost, bound != Bound::AtLeast);
            if most && have > count {
                State::Breached
            } else if least && have < count {
                if !over {
                    State::Due
                } else if !whole {
                    State::CannotTell
                } else if doing.force == Force::Should {
                    State::Expected
                } else {
                    State::Breached
                }
            } else {
                State::Met
            }
        };
        let in_span =
            |first: Date, last: Date| u32::try_from(days.iter().filter(|d| first <= **d && **d <= last && **d <= as_at).count()).unwrap_or(u32::MAX);
        match window {
            Window::AYear | Window::Year(_) => {
                let kind = match window {
                    Window::Year(year) => year,
                    _ => Year::Calendar,
                };
                let mut at = days.first().map_or(as_at, |d| (*d).min(as_at));
                while at <= as_at {
                    let (first, last) = year_of(kind, at);
                    let have = in_span(first, last);
                    let whole = self.record.is_complete(kind_of_fact, first) && self.record.is_complete(kind_of_fact, last.min(as_at));
                    let state = judge(have, last <= as_at, whole);
                    let year =
                        if first.year() == last.year() { format!("{}", first.year()) } else { format!("the year from {}", day_in_words(first)) };
                    let mut verdict = Verdict::new(
                        Some(&doing.clause.number),
                        state,
                        format!("{have} {} in {year}; the terms ask {asked} ({cited})", if have == 1 { nouns.0 } else { nouns.1 }),
                    );
                    if state == State::CannotTell {
                        verdict.missing.push(if meets { format!("the meetings of {year}") } else { format!("{} in {year}", kind_of_fact.name()) });
                    }
                    out.push(verdict);
                    match last.tomorrow() {
                        Ok(next) => at = next,
                        Err(_) => break,
                    }
                }
            }
            Window::Any(length) => {
                // A stretch with the fewest begins on the day after a meeting.
                let Some(unit) = length.unit.in_days() else { return out };
                let Some(begin) = days.first() else {
                    let state = judge(0, true, self.record.is_complete(kind_of_fact, as_at));
                    let words = format!(
                        "none {} up to {}; the terms ask {asked} in any {length} ({cited})",
                        if meets { "held" } else { "done" },
                        day_in_words(as_at)
                    );
                    let mut verdict = Verdict::new(Some(&doing.clause.number), state, words);
                    if state == State::CannotTell {
                        verdict.missing.push(kind_of_fact.name().to_owned());
                    }
                    return vec![verdict];
                };
                let mut worst: Option<(Date, Date, u32)> = None;
                for day in days.iter().filter(|d| **d <= as_at) {
                    for first in [Some(*day), day.tomorrow().ok()].into_iter().flatten() {
                        let last = calendar::deadline_after(first, length.count, unit, self.holidays()).letter.yesterday().unwrap_or(first);
                        if last > as_at {
                            continue;
                        }
                        let have = in_span(first, last);
                        let worse = |w: &(Date, Date, u32)| if bound == Bound::AtMost { have > w.2 } else { have < w.2 };
                        if worst.as_ref().is_none_or(worse) {
                            worst = Some((first, last, have));
                        }
                    }
                }
                let verdict = match worst {
                    Some((first, last, have)) => {
                        let whole = self.record.is_complete(kind_of_fact, *begin) && self.record.is_complete(kind_of_fact, last);
                        let state = judge(have, true, whole);
                        Verdict::new(
                            Some(&doing.clause.number),
                            state,
                            format!(
                                "{have} held between {} and {}; the terms ask {asked} in any {length} ({cited})",
                                day_in_words(first),
                                day_in_words(last)
                            ),
                        )
                    }
                    None => Verdict::new(Some(&doing.clause.number), State::Due, format!("no stretch of {length} is over yet ({cited})")),
                };
                out.push(verdict);
            }
        }
        out
    }
}
