//! Duties, permissions and prohibitions of any verb: when they arise, and how what was done answers them.

use std::collections::BTreeSet;

use calendar::{Counted, day_in_words, deadline_after, deadline_before};
use jiff::civil::{Date, date};

use super::acts::{Subject, kind_for};
use super::due::{doing_phrase, last_of_month, year_of};
use super::index::{Done, kind_of};
use super::{Doing, Truth, View};
use crate::record::{Kind, Meeting};
use crate::tree::{Circumstance, Condition, Deed, Force, Gathering, Length, Occasion, Thing, Time, Unit, Verb, With, Word, Year};
use crate::verdict::{Duty, State, Verdict};

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
    /// Whether a meeting is of a kind.
    pub fn is_gathering(self, meeting: &Meeting, kind: Gathering) -> Truth {
        let own = kind_of(meeting);
        match kind {
            Gathering::Regular => Truth::of(matches!(own, "ordinary" | "regular")),
            Gathering::Annual => Truth::of(own == "annual"),
            Gathering::Special => Truth::of(matches!(own, "special" | "further" | "extraordinary" | "emergency")),
            Gathering::Reconvened => Truth::of(own == "reconvened" || meeting.resumes.is_some()),
            Gathering::Public | Gathering::Private => {
                let (public, private) = (meeting.forms.contains("in public"), meeting.forms.contains("in private"));
                match (kind == Gathering::Public, public, private) {
                    (true, true, _) | (false, _, true) => Truth::Yes,
                    (true, _, true) | (false, true, _) => Truth::No,
                    _ => meeting.day.map_or(Truth::CannotTell, |d| self.silence(Kind::Meetings, d)),
                }
            }
        }
    }

    fn meeting_subject(self, meeting: &Meeting, day: Date) -> Subject {
        Subject {
            day: Some(day),
            words: format!("the meeting of {}", day_in_words(day)),
            meeting: Some(meeting.id.clone()),
            of: Some(meeting.id.clone()),
            ..Subject::default()
        }
    }

    /// When an occasion comes, up to a day and what is planned beyond.
    pub fn occasions(self, occasion: &Occasion, as_at: Date) -> Vec<Subject> {
        let meetings = || self.index.meetings.iter();
        let event = |what: &str| -> Vec<Subject> {
            self.record
                .events
                .iter()
                .filter(|e| super::acts::same(&e.what, what))
                .map(|e| Subject {
                    day: e.day,
                    words: format!("the {what}{}", e.day.map_or(String::new(), |d| format!(" of {}", day_in_words(d)))),
                    of: e.of.clone(),
                    person: e.of.clone(),
                    ..Subject::default()
                })
                .collect()
        };
        let years = |year: Year| -> Vec<(Date, Date)> {
            let first = self.begins().unwrap_or(as_at);
            let mut at = first.min(as_at);
            let mut out = Vec::new();
            for _ in 0..300 {
                let (a, b) = year_of(year, at);
                out.push((a, b));
                match b.tomorrow() {
                    Ok(next) if next <= as_at.saturating_add(jiff::Span::new().years(1)) => at = next,
                    _ => break,
                }
            }
            out
        };
        match occasion {
            Occasion::Meeting | Occasion::Start => meetings().map(|(m, d)| self.meeting_subject(m, *d)).collect(),
            Occasion::NextMeeting => meetings().skip(1).map(|(m, d)| self.meeting_subject(m, *d)).collect(),
            Occasion::MeetingOf(kind) => {
                meetings().filter(|(m, _)| self.is_gathering(m, *kind) == Truth::Yes).map(|(m, d)| self.meeting_subject(m, *d)).collect()
            }
            Occasion::FirstMeeting(None) => meetings().take(1).map(|(m, d)| self.meeting_subject(m, *d)).collect(),
            Occasion::FirstMeeting(Some(year)) => years(*year)
                .into_iter()
                .filter_map(|(a, b)| meetings().find(|(_, d)| a <= *d && *d <= b).map(|(m, d)| self.meeting_subject(m, *d)))
                .collect(),
            Occasion::FirstAfter(before) => self
                .occasions(before, as_at)
                .into_iter()
                .filter_map(|s| s.day)
                .filter_map(|day| meetings().find(|(_, d)| *d > day).map(|(m, d)| self.meeting_subject(m, *d)))
                .collect(),
            Occasion::Adoption => event("adoption"),
            Occasion::Establishment => event("establishment"),
            Occasion::End => event("end"),
            Occasion::Vacancy => {
                let mut out = event("vacancy");
                for a in self.record.appointments.iter().filter(|a| a.ended.is_some()) {
                    let Some(day) = a.until else { continue };
                    out.push(Subject {
                        day: Some(day),
                        words: format!("the vacancy of {}", day_in_words(day)),
                        person: Some(a.person.clone()),
                        of: Some(a.person.clone()),
                        ..Subject::default()
                    });
                }
                out
            }
            Occasion::Named(name) => {
                let mut out = event(name);
                for done in self.record.acts.iter().filter(|a| a.what.as_deref().is_some_and(|w| super::acts::same(w, name))) {
                    out.push(Subject {
                        day: done.day,
                        words: format!("the {name}"),
                        of: done.of.clone(),
                        meeting: done.meeting.clone(),
                        ..Subject::default()
                    });
                }
                out
            }
            Occasion::Notice => {
                let mut out: Vec<Subject> = self
                    .record
                    .requests
                    .iter()
                    .filter(|r| r.what == "exit")
                    .map(|r| Subject {
                        day: r.day,
                        words: r.day.map_or("the notice".to_owned(), |d| format!("the notice of {}", day_in_words(d))),
                        person: r.by.first().cloned(),
                        ..Subject::default()
                    })
                    .collect();
                let notices = self.index.done.get(&Verb::Give).into_iter().flatten().filter(|d| d.what.iter().any(|w| w == "notice"));
                out.extend(notices.map(|d| Subject::of(d, "the notice".to_owned())));
                out.extend(self.record.sent.iter().filter(|s| s.what == "notice").map(|s| Subject {
                    day: s.day,
                    words: "the notice".to_owned(),
                    meeting: s.meeting.clone(),
                    ..Subject::default()
                }));
                out
            }
            Occasion::Request => self
                .record
                .requests
                .iter()
                .map(|r| Subject {
                    day: r.day,
                    words: r.day.map_or("the request".to_owned(), |d| format!("the request of {}", day_in_words(d))),
                    person: r.by.first().cloned(),
                    of: r.of.clone(),
                    ..Subject::default()
                })
                .collect(),
            Occasion::Decision => self.decisions(None),
            Occasion::Leaving => self
                .record
                .appointments
                .iter()
                .filter_map(|a| a.until.map(|d| (a, d)))
                .map(|(a, d)| Subject {
                    day: Some(d),
                    words: format!("{} leaves on {}", self.record.name_of(&a.person), day_in_words(d)),
                    person: Some(a.person.clone()),
                    of: Some(a.person.clone()),
                    ..Subject::default()
                })
                .collect(),
            Occasion::Appointment => self
                .record
                .appointments
                .iter()
                .filter_map(|a| a.from.map(|d| (a, d)))
                .map(|(a, d)| Subject {
                    day: Some(d),
                    words: format!("the appointment of {}", self.record.name_of(&a.person)),
                    person: Some(a.person.clone()),
                    of: Some(a.person.clone()),
                    ..Subject::default()
                })
                .collect(),
            Occasion::YearStart(year) => {
                years(*year).into_iter().map(|(a, _)| Subject { day: Some(a), words: day_in_words(a), ..Subject::default() }).collect()
            }
            Occasion::YearEnd(year) => {
                years(*year).into_iter().map(|(_, b)| Subject { day: Some(b), words: day_in_words(b), ..Subject::default() }).collect()
            }
            Occasion::Vote | Occasion::Debate => self
                .record
                .motions
                .iter()
                .map(|m| Subject {
                    day: m.put.or_else(|| self.meeting(&m.meeting).and_then(|m| m.day)),
                    words: "the motion".to_owned(),
                    of: Some(m.id.clone()),
                    meeting: Some(m.meeting.clone()),
                    matters: m.matters.clone(),
                    ..Subject::default()
                })
                .collect(),
            Occasion::That => Vec::new(),
        }
    }

    /// Decisions, of one class of matter or of all.
    fn decisions(self, matter: Option<&str>) -> Vec<Subject> {
        self.record
            .decisions
            .iter()
            .filter(|d| matter.is_none_or(|m| super::acts::holds(&d.matters, m)))
            .map(|d| {
                let day = d.day.or_else(|| d.meeting.as_deref().and_then(|m| self.meeting(m)).and_then(|m| m.day));
                Subject {
                    day,
                    words: day.map_or("the decision".to_owned(), |d| format!("the decision of {}", day_in_words(d))),
                    of: Some(d.id.clone()),
                    meeting: d.meeting.clone(),
                    matters: d.matters.clone(),
                    affects: d.affects.clone(),
                    amount: d.amount,
                    urgent: d.urgent,
                    ..Subject::default()
                }
            })
            .collect()
    }

    /// The first day of which the record tells something.
    pub fn begins(self) -> Option<Date> {
        let meetings = self.index.meetings.iter().map(|(_, d)| *d);
        meetings.chain(self.record.events.iter().filter_map(|e| e.day)).min()
    }

    /// When a condition that is an event came; none for one that is a state.
    pub fn events(self, condition: &'a Condition, as_at: Date) -> Option<Vec<Subject>> {
        match condition {
            Condition::Does(who, deed) if deed.verb == Verb::Miss => {
                let Some(Thing::Meetings(missed)) = &deed.thing else { return None };
                Some(self.absences(who, missed, as_at))
            }
            Condition::Does(who, deed) => Some(self.happened(deed, Some(who), as_at)),
            Condition::Done(deed) => Some(self.happened(deed, None, as_at)),
            Condition::Becomes(who, name) | Condition::Ceases(who, name) => {
                let begins = matches!(condition, Condition::Becomes(..));
                let mut out = Vec::new();
                for person in &self.record.people {
                    for period in person.periods.iter().filter(|p| super::acts::same(&p.what, name)) {
                        let Some(day) = (if begins { period.from } else { period.until }).filter(|d| *d <= as_at) else { continue };
                        if self.among(&[person.id.clone()].into(), who, day, None, false) == Truth::No {
                            continue;
                        }
                        let word = if begins { "became" } else { "ceased to be" };
                        out.push(Subject {
                            day: Some(day),
                            words: format!("{} {word} {name} on {}", person.name, day_in_words(day)),
                            person: Some(person.id.clone()),
                            of: Some(person.id.clone()),
                            ..Subject::default()
                        });
                    }
                }
                Some(out)
            }
            Condition::Judges(who, name) => Some(
                self.record
                    .judgements
                    .iter()
                    .filter(|j| j.agreed && super::acts::same(&j.about, name))
                    .filter_map(|j| {
                        let day = j.day.or_else(|| j.meeting.as_deref().and_then(|m| self.meeting(m)).and_then(|m| m.day))?;
                        let by: BTreeSet<String> = j.by.iter().chain(&j.office).cloned().collect();
                        let own = *who == crate::tree::Who::Post(crate::tree::Post::Concerned);
                        (own || self.among(&by, who, day, None, false) == Truth::Yes).then(|| Subject {
                            day: Some(day),
                            words: format!("{who} judged on {} that {name}", day_in_words(day)),
                            of: j.of.clone(),
                            person: if own { j.by.clone() } else { j.of.clone() },
                            meeting: j.meeting.clone(),
                            ..Subject::default()
                        })
                    })
                    .collect(),
            ),
            Condition::State(Circumstance::VotesEqual) => Some(
                self.record
                    .motions
                    .iter()
                    .filter(|m| self.votes_equal(m) == Truth::Yes)
                    .filter_map(|m| {
                        let day = m.put.or_else(|| self.meeting(&m.meeting).and_then(|m| m.day))?;
                        Some(Subject {
                            day: Some(day),
                            words: "the votes were equal".to_owned(),
                            of: Some(m.id.clone()),
                            meeting: Some(m.meeting.clone()),
                            matters: m.matters.clone(),
                            ..Subject::default()
                        })
                    })
                    .collect(),
            ),
            Condition::State(Circumstance::Urgent) => Some(self.decisions(None).into_iter().filter(|s| s.urgent).collect()),
            Condition::State(Circumstance::NoQuorum) | Condition::NoQuorumFor(_) | Condition::MeetingIs(_) | Condition::Absent(_) => Some(
                self.index
                    .meetings
                    .iter()
                    .filter(|(_, d)| *d <= as_at)
                    .filter_map(|(m, d)| {
                        let mut subject = self.meeting_subject(m, *d);
                        match self.condition_of(condition, &subject, *d) {
                            Truth::Yes => Some(subject),
                            Truth::No => None,
                            Truth::CannotTell => {
                                subject.unsure = Some(format!("whether {condition} at {}", subject.words));
                                Some(subject)
                            }
                        }
                    })
                    .collect(),
            ),
            Condition::Both(a, b) => {
                let (mut events, rest) = match (self.events(a, as_at), self.events(b, as_at)) {
                    (Some(events), _) => (events, b),
                    (None, Some(events)) => (events, a),
                    (None, None) => return None,
                };
                events.retain_mut(|s| match self.condition_of(rest, s, s.day.unwrap_or(as_at)) {
                    Truth::Yes => true,
                    Truth::No => false,
                    Truth::CannotTell => {
                        s.unsure = Some(format!("whether {rest}"));
                        true
                    }
                });
                Some(events)
            }
            Condition::Either(a, b) => match (self.events(a, as_at), self.events(b, as_at)) {
                (Some(mut a), Some(b)) => {
                    a.extend(b);
                    Some(a)
                }
                _ => None,
            },
            _ => None,
        }
    }

    /// When something was done by those who are to have done it.
    fn happened(self, deed: &'a Deed, who: Option<&crate::tree::Who>, as_at: Date) -> Vec<Subject> {
        self.done_with(deed)
            .filter(|d| d.day.is_none_or(|d| d <= as_at))
            .filter_map(|done| {
                let mut fit = self.fit(done, deed, who, None);
                self.timely(done, deed, None, &mut fit);
                if fit.truth == Truth::No {
                    return None;
                }
                let on = done.day.map_or(String::new(), |d| format!(" on {}", day_in_words(d)));
                let by = if done.by.is_empty() {
                    String::new()
                } else {
                    format!("{} ", done.by.iter().map(|b| self.record.name_of(b)).collect::<Vec<_>>().join(", "))
                };
                let thing = deed.thing.as_ref().map_or(String::new(), |t| format!(" {t}"));
                let mut subject =
                    Subject::of(done, if who.is_some() { format!("{by}{}{thing}{on}", deed.verb.third()) } else { format!("{}{on}", thing.trim()) });
                if fit.truth == Truth::CannotTell {
                    subject.unsure = Some(fit.missing.join("; "));
                }
                Some(subject)
            })
            .collect()
    }

    /// When something is to be done, by a rule with a "must" or a "should".
    pub fn spans(self, doing: &Doing<'a>, as_at: Date) -> Vec<(Subject, Span)> {
        self.spans_of(doing.deed, doing.rule.tree.when.as_ref(), as_at)
    }

    /// When a deed is to be done.
    pub fn spans_of(self, deed: &Deed, when: Option<&'a Condition>, as_at: Date) -> Vec<(Subject, Span)> {
        let events = when.and_then(|c| self.events(c, as_at));
        let mut out = Vec::new();
        let table = self.holidays();
        if let Some(events) = events {
            for subject in events {
                let Some(day) = subject.day else { continue };
                let mut span = Span { from: None, ..Span::default() };
                for time in &deed.times {
                    // An occasion of its own, or the event itself.
                    let (on, meeting) = match time {
                        Time::At(Occasion::NextMeeting) => {
                            match self.index.meetings.iter().find(|(m, d)| *d > day && subject.meeting.as_ref() != Some(&m.id)) {
                                Some((m, d)) => (*d, Some(m.id.clone())),
                                None => {
                                    span.words = "at the next meeting, which is not fixed".to_owned();
                                    continue;
                                }
                            }
                        }
                        Time::At(Occasion::FirstMeeting(None)) => match self.index.meetings.first() {
                            Some((m, d)) => (*d, Some(m.id.clone())),
                            None => continue,
                        },
                        Time::At(Occasion::Start | Occasion::Meeting) => (day, subject.meeting.clone()),
                        _ => (day, None),
                    };
                    self.stretch(time, on, meeting, &mut span, table);
                }
                if deed.times.is_empty() {
                    span.meeting = subject.meeting.clone().filter(|_| matches!(deed.verb, Verb::Preside | Verb::Adjourn | Verb::Vote | Verb::Reject));
                }
                out.push((subject, span));
            }
            return out;
        }
        for time in &deed.times {
            let first = self.begins().unwrap_or(as_at);
            match time {
                Time::Before(_, on)
                | Time::Within(_, on)
                | Time::After(_, on)
                | Time::Later(_, on)
                | Time::NotEarlier(_, on)
                | Time::Soon(on)
                | Time::Until(on) => {
                    for subject in self.arising(deed, on, as_at) {
                        let Some(day) = subject.day else { continue };
                        let mut span = Span::default();
                        self.stretch(time, day, None, &mut span, table);
                        if matches!(on, Occasion::Meeting | Occasion::MeetingOf(_) | Occasion::Start)
                            && !matches!(time, Time::Within(..) | Time::After(..))
                        {
                            span.meeting.clone_from(&None);
                        }
                        out.push((subject, span));
                    }
                }
                Time::InAdvance => {
                    for subject in self.occasions(&Occasion::Meeting, as_at) {
                        let Some(day) = subject.day else { continue };
                        let mut span = Span::default();
                        self.stretch(&Time::Before(Some(Length { count: 1, unit: Unit::Days }), Occasion::Meeting), day, None, &mut span, table);
                        out.push((subject, span));
                    }
                }
                Time::At(Occasion::NextMeeting) => {
                    for subject in self.things(deed.thing.as_ref(), as_at) {
                        let Some(day) = subject.day else { continue };
                        let next = self.index.meetings.iter().find(|(m, d)| *d > day && subject.meeting.as_ref() != Some(&m.id));
                        let mut span = Span { words: "at the next meeting, which is not fixed".to_owned(), ..Span::default() };
                        if let Some((m, d)) = next {
                            span = Span { letter: Some(*d), meeting: Some(m.id.clone()), ..Span::default() };
                        }
                        out.push((subject, span));
                    }
                }
                Time::At(on) => {
                    for subject in self.occasions(on, as_at) {
                        let span =
                            Span { letter: subject.day, meeting: subject.meeting.clone(), exact: subject.meeting.is_none(), ..Span::default() };
                        out.push((subject, span));
                    }
                }
                Time::Each(month) => {
                    for year in first.year()..=as_at.year() {
                        let Some(last) = last_of_month(year, *month) else { continue };
                        let begin = date(year, last.month(), 1);
                        if last >= first {
                            let words = last.strftime("%B %Y").to_string();
                            out.push((
                                Subject { day: Some(begin), words, ..Subject::default() },
                                Span { from: Some(begin), letter: Some(last), ..Span::default() },
                            ));
                        }
                    }
                }
                Time::ByDate(day, month) => {
                    for year in first.year()..=as_at.year() {
                        let Ok(last) = Date::new(year, i8::try_from(*month).unwrap_or(1), i8::try_from(*day).unwrap_or(1)) else { continue };
                        if last >= first {
                            out.push((
                                Subject { day: Some(last), words: year.to_string(), ..Subject::default() },
                                Span { from: Some(date(year, 1, 1)), letter: Some(last), ..Span::default() },
                            ));
                        }
                    }
                }
                _ => {}
            }
        }
        if !out.is_empty()
            || deed.times.iter().any(|t| !matches!(t, Time::AnyTime | Time::BetweenMeetings | Time::For(..) | Time::WithoutBreak | Time::ToLeast(_)))
        {
            return out;
        }
        // At somebody's request: once for each request.
        if let Some(With::Request(who)) = deed.with.iter().find(|w| matches!(w, With::Request(_))) {
            for done in self.index.done.get(&Verb::Request).into_iter().flatten() {
                if self.is_of(done, deed.thing.as_ref(), None) && self.among(&done.by, who, done.day.unwrap_or(as_at), None, false) == Truth::Yes {
                    out.push((Subject::of(done, "the request".to_owned()), Span { from: done.day, ..Span::default() }));
                }
            }
            return out;
        }
        // A duty about something that comes again and again is one for each of them.
        let things = self.things(deed.thing.as_ref(), as_at);
        if things.is_empty() && !self.recurs(deed) {
            out.push((Subject::default(), Span::default()));
        }
        out.extend(things.into_iter().map(|s| {
            let meeting = s.meeting.clone().filter(|_| matches!(deed.verb, Verb::Preside | Verb::Attend | Verb::Meet | Verb::Hold));
            (s, Span { meeting, ..Span::default() })
        }));
        out
    }

    /// The occasions of a deed; before, within or after a decision or a meeting, those that it speaks of.
    fn arising(self, deed: &Deed, on: &Occasion, as_at: Date) -> Vec<Subject> {
        match (on, &deed.thing) {
            (Occasion::Decision, Some(Thing::DecisionOn(name))) => self.decisions(Some(name)),
            (Occasion::That, _) => self.things(deed.thing.as_ref(), as_at),
            _ => self.occasions(on, as_at),
        }
    }

    fn recurs(self, deed: &Deed) -> bool {
        matches!(
            &deed.thing,
            Some(
                Thing::Word(
                    Word::Decision
                        | Word::UrgentDecision
                        | Word::Motion
                        | Word::Meeting
                        | Word::Minutes
                        | Word::DraftMinutes
                        | Word::Vote
                        | Word::EmailVote
                        | Word::Item
                        | Word::FurtherItem
                        | Word::Resignation
                        | Word::Vacancy
                        | Word::Proposal
                        | Word::RegularMeeting
                        | Word::FurtherMeeting
                ) | Thing::DecisionOn(_)
                    | Thing::Interest(_)
            )
        ) || matches!(deed.verb, Verb::Vote | Verb::Preside)
    }

    /// The things a deed may be done to, of which the record holds several.
    fn things(self, thing: Option<&Thing>, as_at: Date) -> Vec<Subject> {
        let mut out = match thing {
            Some(Thing::Word(Word::Decision | Word::Proposal)) => self.decisions(None),
            Some(Thing::Word(Word::UrgentDecision)) => self.decisions(None).into_iter().filter(|s| s.urgent).collect(),
            Some(Thing::DecisionOn(name)) => self.decisions(Some(name)),
            Some(Thing::Word(Word::Motion | Word::Vote)) => self.occasions(&Occasion::Vote, as_at),
            Some(Thing::Word(Word::EmailVote)) => {
                let email = |id: &str| self.record.motion(id).is_some_and(|m| m.by.as_deref().is_some_and(|b| b != "meeting"));
                self.occasions(&Occasion::Vote, as_at).into_iter().filter(|s| s.of.as_deref().is_some_and(email)).collect()
            }
            Some(Thing::Word(Word::Meeting | Word::Minutes | Word::DraftMinutes)) => self.occasions(&Occasion::Meeting, as_at),
            Some(Thing::Word(Word::RegularMeeting)) => self.occasions(&Occasion::MeetingOf(Gathering::Regular), as_at),
            Some(Thing::Word(Word::FurtherMeeting)) => self.occasions(&Occasion::MeetingOf(Gathering::Special), as_at),
            Some(Thing::Word(Word::Vacancy)) => self.occasions(&Occasion::Vacancy, as_at),
            Some(Thing::Word(Word::Resignation)) => self
                .record
                .appointments
                .iter()
                .filter(|a| a.ended.as_deref() == Some("resigned"))
                .map(|a| Subject {
                    day: a.until,
                    words: format!("the resignation of {}", self.record.name_of(&a.person)),
                    person: Some(a.person.clone()),
                    of: Some(a.person.clone()),
                    ..Subject::default()
                })
                .collect(),
            _ => Vec::new(),
        };
        out.retain(|s| s.day.is_none_or(|d| d <= as_at));
        out
    }

    fn stretch(self, time: &Time, on: Date, meeting: Option<String>, span: &mut Span, table: &calendar::Table) {
        let after = |length: &Length| length.in_whole_days().map(|(n, u)| deadline_after(on, n, u, table));
        let before = |length: &Length| length.in_whole_days().map(|(n, u)| deadline_before(on, n, u, table));
        match time {
            Time::Before(Some(length), _) => {
                if let Some(d) = before(length) {
                    span.letter = Some(d.letter);
                    span.counted = Some(d.counted);
                }
            }
            Time::Before(None, _) => span.letter = Some(on),
            Time::NotEarlier(length, _) => {
                span.from = before(length).map(|d| d.letter);
                span.letter = Some(on);
            }
            Time::Within(length, _) => {
                span.from = Some(on);
                if let Some(d) = after(length) {
                    span.letter = Some(d.letter);
                    span.counted = Some(d.counted);
                }
            }
            Time::After(Some(length), _) => span.from = after(length).map(|d| d.letter),
            Time::After(None, _) => span.from = Some(on),
            Time::Later(length, _) => {
                if let Some(d) = after(length) {
                    span.from = Some(d.letter);
                    span.letter = Some(d.letter);
                    span.counted = Some(d.counted);
                    span.exact = true;
                }
            }
            Time::Soon(_) => {
                span.from = Some(on);
                span.words = "as soon as practicable".to_owned();
            }
            Time::At(Occasion::That) => {
                span.letter = Some(on);
                span.from = Some(on);
                span.exact = true;
            }
            Time::At(_) => {
                span.letter = Some(on);
                span.meeting = meeting;
            }
            _ => {}
        }
    }

    /// How a duty or a prohibition of any verb stands.
    pub fn general(self, doing: &Doing<'a>, as_at: Date) -> Vec<Verdict> {
        // What two have to do, each of them has to.
        if let (Some(crate::tree::Who::And(a, b)), Force::Must | Force::Should) = (doing.who, doing.force) {
            let mut out = self.general(&Doing { who: Some(a), ..*doing }, as_at);
            out.extend(self.general(&Doing { who: Some(b), ..*doing }, as_at));
            return out;
        }
        match doing.force {
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

    fn matches(self, done: &Done, doing: &Doing<'a>, subject: &Subject, span: &Span) -> bool {
        let deed = doing.deed;
        if !super::acts::is_about(done, deed) || !self.is_of(done, deed.thing.as_ref(), Some(subject)) {
            return false;
        }
        if let Some(meeting) = &span.meeting {
            return done.meeting.as_ref() == Some(meeting)
                || (done.meeting.is_none() && done.day.is_some() && done.day == span.letter.or(subject.day));
        }
        // What concerns something else than the occasion does is another thing done; a meeting answers for itself.
        let apart = |a: &Option<String>, b: &Option<String>| matches!((a, b), (Some(a), Some(b)) if a != b);
        if matches!(deed.verb, Verb::Meet | Verb::Reconvene | Verb::Call | Verb::Elect) {
            return true;
        }
        if apart(&done.meeting, &subject.meeting)
            && !matches!(doing.deed.verb, Verb::Report | Verb::Present | Verb::Review | Verb::Approve | Verb::Ratify)
        {
            return false;
        }
        if subject
            .person
            .as_ref()
            .is_some_and(|p| done.of.as_ref() == Some(p) || (done.by.contains(p) && matches!(deed.thing, Some(Thing::Interest(_)))))
        {
            return true;
        }
        !apart(&done.of, &subject.of) || (done.of.is_some() && done.of == subject.meeting)
    }

    fn duty_done(self, doing: &Doing<'a>, as_at: Date, only: Option<&str>) -> Vec<Verdict> {
        let deed = doing.deed;
        let mut out = Vec::new();
        for time in &deed.times {
            match time {
                Time::Every(length) => out.extend(self.every(doing, length, as_at)),
                Time::Often(bound, count, window) => {
                    let days: Vec<Date> =
                        self.done_with(deed).filter(|d| self.fit(d, deed, doing.who, None).truth == Truth::Yes).filter_map(|d| d.day).collect();
                    let kind = kind_for(deed.verb, deed.thing.as_ref());
                    out.extend(self.often(doing, (*bound, *count, *window), &days, kind, as_at));
                }
                Time::Weekday(nth, day) => out.extend(self.on_weekday(doing, *nth, *day, as_at)),
                Time::For(bound, length) => out.extend(self.served(doing, *bound, *length, as_at)),
                Time::Until(Occasion::End | Occasion::YearEnd(_)) if deed.verb == Verb::Serve => out.extend(self.served_on(doing, as_at)),
                _ => {}
            }
        }
        if !out.is_empty() {
            return out;
        }
        let kind = kind_for(deed.verb, deed.thing.as_ref());
        let phrase = doing_phrase(doing);
        for (subject, span) in self.spans(doing, as_at) {
            let about = if subject.words.is_empty() { String::new() } else { format!("{}: ", subject.words) };
            let by = match span.letter {
                Some(letter) if span.exact => format!(", on {}", day_in_words(letter)),
                Some(letter) => format!(", by {}", day_in_words(letter)),
                None if span.words.is_empty() => String::new(),
                None => format!(", {}", span.words),
            };
            let of = only.map_or(String::new(), |one| {
                format!(
                    " ({})",
                    self.index.people.get(one).map_or_else(|| self.name_of_sort(&crate::tree::Sort::Organisation, one), |p| p.name.clone())
                )
            });
            let head = format!("{about}{phrase}{of}{by}");
            let mut verdict = |state: State, words: String, missing: Vec<String>| {
                let mut verdict =
                    Verdict::new(Some(&doing.clause.number), state, format!("{words} ({})", doing.cite())).because(doing.rule.canonical.clone());
                verdict.because.extend(span.counted.as_ref().map(ToString::to_string));
                verdict.missing = missing;
                out.push(verdict);
            };
            let day = subject.day.unwrap_or(as_at);
            // A rule that does not apply here asks nothing.
            let apply = self.applies(doing, &subject, day, true);
            if apply == Truth::No {
                continue;
            }
            let mut best: Option<(u8, Date, super::acts::Fit, bool)> = None;
            for done in self.index.done.get(&deed.verb).into_iter().flatten() {
                let Some(on) = done.day.or(subject.day).filter(|d| *d <= as_at) else { continue };
                let theirs = only.is_none_or(|one| {
                    done.by.contains(one) || super::acts::holds(&done.by, &self.name_of_sort(&crate::tree::Sort::Organisation, one))
                });
                if !theirs || !self.matches(done, doing, &subject, &span) {
                    continue;
                }
                let mut fit = self.fit(done, deed, doing.who, Some(&subject));
                let effect = done.effect.unwrap_or(on);
                let early =
                    span.from.is_some_and(|f| if span.exact || matches!(deed.times.first(), Some(Time::After(..))) { effect < f } else { on < f });
                let late = span.letter.is_some_and(|l| if span.exact { effect > l } else { on > l }) && span.meeting.is_none();
                if early && !matches!(deed.times.first(), Some(Time::After(Some(_), _) | Time::Later(..))) && !span.exact {
                    continue;
                }
                if early {
                    fit.and(Truth::No, || "so early".to_owned());
                }
                let rank = match (fit.truth, late) {
                    (Truth::Yes, false) => 0,
                    (Truth::CannotTell, false) => 1,
                    (Truth::Yes, true) => 2,
                    (Truth::No, false) => 3,
                    _ => 4,
                };
                if best.as_ref().is_none_or(|(r, ..)| rank < *r) {
                    best = Some((rank, on, fit, late));
                }
            }
            let open = |state: State| if apply == Truth::CannotTell || subject.unsure.is_some() { State::CannotTell } else { state };
            let weak = doing.force == Force::Should;
            let unless = || self.excused(doing, &subject, day);
            let unsure: Vec<String> = subject.unsure.iter().cloned().collect();
            match best {
                Some((0, on, ..)) => verdict(State::Met, format!("{head}; done on {}", day_in_words(on)), Vec::new()),
                Some((1, on, fit, _)) => verdict(
                    State::CannotTell,
                    format!("{head}; done on {}, and the record does not show everything it asks", day_in_words(on)),
                    fit.missing,
                ),
                Some((_, on, fit, late)) => {
                    let state = if unless() == Truth::Yes {
                        State::Excused
                    } else if unless() == Truth::CannotTell {
                        State::CannotTell
                    } else if weak {
                        State::Expected
                    } else if fit.truth == Truth::Yes && late {
                        State::Late
                    } else {
                        State::Breached
                    };
                    let why = if fit.faults.is_empty() { String::new() } else { format!(", {}", fit.faults.join(" and ")) };
                    verdict(open(state), format!("{head}; done on {}{why}", day_in_words(on)), unsure);
                }
                None => {
                    let last = span.letter;
                    let state = match last {
                        Some(letter) if letter > as_at || (letter == as_at && span.meeting.is_none()) => State::Due,
                        None if !span.words.is_empty() => match self.silence(kind, as_at) {
                            Truth::No => State::Due,
                            _ => State::CannotTell,
                        },
                        _ => match unless() {
                            Truth::Yes => State::Excused,
                            Truth::CannotTell => State::CannotTell,
                            Truth::No => match self.silence(kind, last.unwrap_or(as_at).min(as_at)) {
                                Truth::No if weak => State::Expected,
                                Truth::No if span.meeting.is_none() && last.is_some() => State::Late,
                                Truth::No => State::Breached,
                                _ => State::CannotTell,
                            },
                        },
                    };
                    let state = if state == State::Due { state } else { open(state) };
                    let words = if state == State::Due { head.clone() } else { format!("{head}; no record that it was done") };
                    let missing = if state == State::CannotTell { unsure.into_iter().chain([kind.name().to_owned()]).collect() } else { Vec::new() };
                    verdict(state, words, missing);
                }
            }
        }
        out
    }

    /// Whether a rule speaks of a subject at all: its "when", where that is a state, and its "only if".
    fn applies(self, doing: &Doing<'a>, subject: &Subject, day: Date, with_only_if: bool) -> Truth {
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

    fn excused(self, doing: &Doing<'a>, subject: &Subject, day: Date) -> Truth {
        doing.rule.tree.unless.as_ref().map_or(Truth::No, |c| self.condition_of(c, subject, day))
    }

    /// What was done that is forbidden, or allowed only so.
    fn forbidden(self, doing: &Doing<'a>, as_at: Date) -> Vec<Verdict> {
        let deed = doing.deed;
        if deed.verb == Verb::Serve {
            return deed
                .times
                .iter()
                .filter_map(|t| if let Time::For(b, l) = t { Some(self.served(doing, *b, *l, as_at)) } else { None })
                .flatten()
                .collect();
        }
        let kind = kind_for(deed.verb, deed.thing.as_ref());
        let phrase = doing_phrase(doing);
        let mut out = Vec::new();
        let events = doing.rule.tree.when.as_ref().and_then(|c| self.events(c, as_at));
        let mut unsure = Vec::new();
        for done in self.done_with(deed) {
            let Some(on) = done.day.filter(|d| *d <= as_at) else { continue };
            let mut subject = Subject::of(done, String::new());
            if let Some(events) = &events {
                let Some(event) = events.iter().find(|e| {
                    e.day.is_none_or(|d| d <= on)
                        && !matches!((&e.meeting, &done.meeting), (Some(a), Some(b)) if a != b)
                        && !matches!((&e.of, &done.of), (Some(a), Some(b)) if a != b)
                }) else {
                    continue;
                };
                subject.person = event.person.clone().or(subject.person);
            }
            let mut fit = self.fit(done, deed, doing.who, Some(&subject));
            self.timely(done, deed, Some(&subject), &mut fit);
            let truth = fit.truth.and(self.applies(doing, &subject, on, true)).and(self.excused(doing, &subject, on).not());
            match truth {
                Truth::No => {}
                Truth::Yes => {
                    let state = if doing.force == Force::ShouldNot { State::Expected } else { State::Breached };
                    out.push(
                        Verdict::new(Some(&doing.clause.number), state, format!("{phrase}; done on {} ({})", day_in_words(on), doing.cite()))
                            .because(doing.rule.canonical.clone()),
                    );
                }
                Truth::CannotTell => unsure.push((on, fit.missing)),
            }
        }
        if let Some((on, missing)) = unsure.pop().filter(|_| out.is_empty()) {
            let mut verdict = Verdict::new(
                Some(&doing.clause.number),
                State::CannotTell,
                format!("{phrase}; what was done on {} may be of that kind ({})", day_in_words(on), doing.cite()),
            );
            verdict.missing = if missing.is_empty() { vec![kind.name().to_owned()] } else { missing };
            out.push(verdict);
        }
        if out.is_empty() {
            let verdict = match self.silence(kind, as_at) {
                Truth::No => {
                    Verdict::new(Some(&doing.clause.number), State::Met, format!("{phrase}; nothing of the kind is recorded ({})", doing.cite()))
                }
                _ => Verdict::new(
                    Some(&doing.clause.number),
                    State::CannotTell,
                    format!("{phrase}; whether it was done is not recorded ({})", doing.cite()),
                )
                .missing(kind.name()),
            };
            out.push(verdict.because(doing.rule.canonical.clone()));
        }
        out
    }

    /// What was done under a permission, as far as the permission goes.
    fn permitted(self, doing: &Doing<'a>, as_at: Date) -> Vec<Verdict> {
        let deed = doing.deed;
        let phrase = doing_phrase(doing);
        let mut out = Vec::new();
        // Others to whom the terms give the same.
        let others: Vec<Doing<'a>> = self
            .doing(deed.verb)
            .filter(|d| d.force != Force::MustNot && d.force != Force::ShouldNot && d.rule.line != doing.rule.line && d.deed.thing == deed.thing)
            .collect();
        for done in self.done_with(deed) {
            let Some(on) = done.day.filter(|d| *d <= as_at) else { continue };
            let subject = self.raised(doing, done, on);
            // A power of an office is nobody else's; what members or others may do says nothing of anybody else.
            let open = matches!(deed.verb, Verb::Attend | Verb::Vote | Verb::Speak | Verb::TakePart | Verb::BeHeard | Verb::Discuss)
                && !matches!(doing.who, Some(crate::tree::Who::Only(_)));
            let theirs = doing.who.is_none_or(of_an_office) && !open;
            let by = |who: &crate::tree::Who| match who {
                crate::tree::Who::Each(group) => self.among(&done.by, &crate::tree::Who::Any(group.clone()), on, Some(&subject), false),
                who => self.among(&done.by, who, on, Some(&subject), false),
            };
            if !theirs && doing.who.is_some_and(|who| by(who) != Truth::Yes) {
                continue;
            }
            let mut fit = self.fit(done, deed, doing.who, Some(&subject));
            self.timely(done, deed, Some(&subject), &mut fit);
            let when = doing.rule.tree.when.as_ref().map_or(Truth::Yes, |c| match self.events(c, on) {
                Some(events) => {
                    let near = |e: &&Subject| {
                        e.day.is_none_or(|d| d <= on)
                            && !matches!((&e.of, &done.of), (Some(a), Some(b)) if a != b)
                            && !matches!((&e.meeting, &done.meeting), (Some(a), Some(b)) if a != b)
                    };
                    match events.iter().find(near) {
                        Some(e) if e.unsure.is_none() => Truth::Yes,
                        Some(_) => Truth::CannotTell,
                        None => self.condition_of(c, &subject, on),
                    }
                }
                None => self.condition_of(c, &subject, on),
            });
            if let Some(condition) = &doing.rule.tree.when {
                fit.and(when, || format!("when {condition}"));
            }
            if let Some(condition) = &doing.rule.tree.only_if {
                fit.and(self.condition_of(condition, &subject, on), || format!("as the rule asks: only if {condition}"));
            }
            if let Some(condition) = &doing.rule.tree.unless {
                fit.and(self.condition_of(condition, &subject, on).not(), || format!("as the rule asks: unless {condition}"));
            }
            let allowed_by_another = fit.truth != Truth::Yes
                && !matches!(doing.who, Some(crate::tree::Who::Only(_)))
                && others.iter().any(|o| {
                    let mut other = self.fit(done, o.deed, o.who, Some(&subject));
                    self.timely(done, o.deed, Some(&subject), &mut other);
                    other.truth == Truth::Yes && self.holds(&o.rule.tree, self.place_of(&subject).as_ref(), on).truth != Truth::No
                });
            if allowed_by_another {
                continue;
            }
            let (state, words) = match fit.truth {
                Truth::Yes => (State::Met, format!("{phrase}; so it was done on {}", day_in_words(on))),
                Truth::No => (State::Breached, format!("{phrase}; done on {}, {}", day_in_words(on), fit.faults.join(" and "))),
                Truth::CannotTell => {
                    (State::CannotTell, format!("{phrase}; done on {}, and the record does not show everything it asks", day_in_words(on)))
                }
            };
            let mut verdict =
                Verdict::new(Some(&doing.clause.number), state, format!("{words} ({})", doing.cite())).because(doing.rule.canonical.clone());
            verdict.missing = if state == State::CannotTell { fit.missing } else { Vec::new() };
            out.push(verdict);
        }
        out
    }

    /// What something done concerns, with whom the rule's event concerned.
    fn raised(self, doing: &Doing<'a>, done: &Done, on: Date) -> Subject {
        let mut subject = Subject::of(done, String::new());
        if let Some(when) = doing.rule.tree.when.as_ref()
            && let Some(events) = self.events(when, on)
            && let Some(event) =
                events.into_iter().rfind(|e| e.day.is_none_or(|d| d <= on) && !matches!((&e.of, &done.of), (Some(a), Some(b)) if a != b))
        {
            subject.person = event.person.or(event.of.clone()).or(subject.person);
            subject.day = event.day;
            subject.matters.extend(event.matters);
        } else if subject.of.is_some() {
            // Whom it was done to is the one concerned.
            subject.person = subject.of.clone();
        }
        subject
    }

    /// Something that comes back: no gap longer than a length.
    fn every(self, doing: &Doing<'a>, length: &Length, as_at: Date) -> Vec<Verdict> {
        let deed = doing.deed;
        let Some((count, unit)) = length.in_whole_days() else { return Vec::new() };
        let kind = kind_for(deed.verb, deed.thing.as_ref());
        let mut faults = Vec::new();
        let mut missing = Vec::new();
        let mut days = Vec::new();
        for done in self.done_with(deed).filter(|d| d.day.is_some_and(|d| d <= as_at)) {
            let fit = self.fit(done, deed, doing.who, None);
            match fit.truth {
                Truth::Yes => days.extend(done.day),
                Truth::No => faults.extend(fit.faults),
                Truth::CannotTell => missing.extend(fit.missing),
            }
        }
        let begun = self.record.events.iter().filter(|e| e.what == "adoption" || e.what == "establishment").filter_map(|e| e.day).min();
        let start = begun.or(days.first().copied());
        let phrase = doing_phrase(doing);
        let make = |state: State, words: String, missing: Vec<String>| {
            let mut verdict = Verdict::new(Some(&doing.clause.number), state, format!("{phrase} every {length}; {words} ({})", doing.cite()))
                .because(doing.rule.canonical.clone());
            verdict.missing = missing;
            vec![verdict]
        };
        let Some(start) = start else {
            return match self.silence(kind, as_at) {
                _ if !missing.is_empty() => make(State::CannotTell, "the record does not show everything it asks".to_owned(), missing),
                Truth::No if !faults.is_empty() => make(State::Breached, faults.join(" and "), Vec::new()),
                Truth::No => {
                    make(if doing.force == Force::Should { State::Expected } else { State::Breached }, "it was never done".to_owned(), Vec::new())
                }
                _ => make(State::CannotTell, "when it was last done is not recorded".to_owned(), vec![kind.name().to_owned()]),
            };
        };
        let mut last = start;
        let mut worst = State::Met;
        let mut words = String::new();
        for day in days.iter().copied().filter(|d| *d >= start).chain([as_at]) {
            let due = deadline_after(last, count, unit, self.holidays()).letter;
            if day > due && worst == State::Met {
                let whole = self.record.is_complete(kind, due);
                worst = if !whole || !missing.is_empty() {
                    State::CannotTell
                } else if doing.force == Force::Should {
                    State::Expected
                } else {
                    State::Late
                };
                words = format!("after {} it was due by {}", day_in_words(last), day_in_words(due));
            }
            if day != as_at || days.contains(&as_at) {
                last = day;
            }
        }
        if worst == State::Met {
            let next = deadline_after(last, count, unit, self.holidays()).letter;
            words = format!("last on {}, next due by {}", day_in_words(last), day_in_words(next));
            if days.is_empty() {
                worst = State::Due;
                words = format!("due by {}", day_in_words(next));
            }
        } else if !faults.is_empty() {
            words += &format!("; {}", faults.join(" and "));
        }
        let missing = if worst == State::CannotTell { missing.into_iter().chain([kind.name().to_owned()]).collect() } else { Vec::new() };
        make(worst, words, missing)
    }

    fn on_weekday(self, doing: &Doing<'a>, nth: u8, day: u8, as_at: Date) -> Vec<Verdict> {
        let mut out = Vec::new();
        for (meeting, on) in self.index.meetings.iter().filter(|(m, d)| *d <= as_at && self.is_gathering(m, Gathering::Regular) == Truth::Yes) {
            let right = on.weekday().to_monday_one_offset() == i8::try_from(day).unwrap_or(1)
                && if nth == 0 { on.last_of_month().day() - on.day() < 7 } else { (on.day() - 1) / 7 + 1 == i8::try_from(nth).unwrap_or(1) };
            let truth = if right { Truth::Yes } else { Truth::No };
            let _ = meeting;
            out.push(self.judged(
                doing.clause,
                doing.rule,
                doing.force,
                truth,
                format!("the meeting of {} is {}on the day set", day_in_words(*on), if right { "" } else { "not " }),
                Vec::new(),
            ));
        }
        if out.is_empty() && !self.record.is_complete(Kind::Meetings, as_at) {
            out.push(self.judged(
                doing.clause,
                doing.rule,
                doing.force,
                Truth::CannotTell,
                "no meeting is recorded".to_owned(),
                vec![Kind::Meetings.name().to_owned()],
            ));
        }
        out
    }

    /// Duties of any verb that fall between two days.
    pub fn general_duties(self, doing: &Doing<'a>, from: Date, to: Date, out: &mut Vec<Duty>) {
        let phrase = doing_phrase(doing);
        for (subject, span) in self.spans(doing, to) {
            let Some(letter) =
                span.letter.filter(|l| *l >= from.saturating_sub(jiff::Span::new().days(7)) && *l <= to.saturating_add(jiff::Span::new().days(7)))
            else {
                continue;
            };
            if self.applies(doing, &subject, subject.day.unwrap_or(letter), true) == Truth::No
                || self.excused(doing, &subject, subject.day.unwrap_or(letter)) == Truth::Yes
            {
                continue;
            }
            let done = self
                .index
                .done
                .get(&doing.deed.verb)
                .into_iter()
                .flatten()
                .filter(|d| self.matches(d, doing, &subject, &span) && self.fit(d, doing.deed, doing.who, Some(&subject)).truth == Truth::Yes)
                .filter_map(|d| d.day)
                .find(|d| span.from.is_none_or(|f| *d >= f));
            let about = if subject.words.is_empty() { String::new() } else { format!("{}: ", subject.words) };
            out.push(Duty {
                clause: doing.clause.number.clone(),
                code: doing.deed.verb.base().replace([' ', '-'], "_"),
                sentence: format!("{about}{phrase} by {} ({})", day_in_words(letter), doing.cite()),
                who: doing.who.map(ToString::to_string),
                meeting: span.meeting.clone().or(subject.meeting),
                by: self.holidays().working_day_on_or_before(letter),
                letter,
                counted: span.counted,
                done,
                strict: doing.force == Force::Must,
            });
        }
    }
}
