//! Between which days a deed is to be done.

use super::*;

impl<'a> View<'a> {
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
                | Time::By(on)
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
                Time::Season(from, to) => {
                    let day = |year: i16, (d, m): (u8, u8)| Date::new(year, i8::try_from(m).unwrap_or(1), i8::try_from(d).unwrap_or(1)).ok();
                    for year in first.year() - 1..=as_at.year() {
                        // "Between 1 November and 31 January" ends in the year after.
                        let (Some(begin), Some(last)) = (day(year, *from), day(if (to.1, to.0) < (from.1, from.0) { year + 1 } else { year }, *to))
                        else {
                            continue;
                        };
                        if last >= first && begin <= as_at {
                            let words = if begin == last {
                                day_in_words(begin)
                            } else {
                                format!("between {} and {}", day_in_words(begin), day_in_words(last))
                            };
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
            || deed.times.iter().any(|t| {
                !matches!(
                    t,
                    Time::AnyTime
                        | Time::BetweenMeetings
                        | Time::For(..)
                        | Time::Terms(..)
                        | Time::OnNotice(_)
                        | Time::WithoutBreak
                        | Time::ToLeast(_)
                )
            })
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
    pub(super) fn arising(self, deed: &Deed, on: &Occasion, as_at: Date) -> Vec<Subject> {
        match (on, &deed.thing) {
            (Occasion::Decision, Some(Thing::DecisionOn(name))) => self.decisions(Some(name)),
            // A request by those whom the rule names, of what it speaks of.
            (Occasion::Request, thing) if deed.with.iter().any(|w| matches!(w, With::Request(_))) => {
                let asked = |d: &super::super::index::Done| {
                    deed.with.iter().all(|w| match w {
                        With::Request(who) => self.among(&d.by, who, d.day.unwrap_or(as_at), None, false) == Truth::Yes,
                        _ => true,
                    })
                };
                let done = self.index.done.get(&Verb::Request).into_iter().flatten().filter(|d| self.is_of(d, thing.as_ref(), None) && asked(d));
                done.map(|d| Subject::of(d, d.day.map_or("the request".to_owned(), |d| format!("the request of {}", day_in_words(d))))).collect()
            }
            // Of the very thing.
            (Occasion::Its(verb), thing) => self
                .index
                .done
                .get(verb)
                .into_iter()
                .flatten()
                .filter(|d| self.is_of(d, thing.as_ref(), None))
                .map(|d| {
                    let day = d.day.map_or(String::new(), |d| format!(" of {}", day_in_words(d)));
                    Subject { meeting: d.meeting.clone(), ..Subject::of(d, format!("the {on}{day}")) }
                })
                .collect(),
            (Occasion::That, _) => self.things(deed.thing.as_ref(), as_at),
            _ => self.occasions(on, as_at),
        }
    }

    pub(super) fn recurs(self, deed: &Deed) -> bool {
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
    pub(super) fn things(self, thing: Option<&Thing>, as_at: Date) -> Vec<Subject> {
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

    pub(super) fn stretch(self, time: &Time, on: Date, meeting: Option<String>, span: &mut Span, table: &calendar::Table) {
        let after = |length: &Length| length.in_whole_days().map(|(n, u)| deadline_after(on, n, u, table));
        let before = |length: &Length| length.in_whole_days().map(|(n, u)| deadline_before(on, n, u, table));
        match time {
            Time::Before(Some(length), _) => {
                if let Some(d) = before(length) {
                    span.letter = Some(d.letter);
                    span.counted = Some(d.counted);
                }
            }
            Time::Before(None, occasion) => span.letter = if before_the_day(occasion) { on.yesterday().ok() } else { Some(on) },
            Time::By(_) => span.letter = Some(on),
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
}

/// Whether what is done before an occasion is done on an earlier day: a year and a day begin at midnight, a meeting some time later.
pub(in crate::engine) fn before_the_day(occasion: &Occasion) -> bool {
    matches!(occasion, Occasion::YearStart(_) | Occasion::YearEnd(_) | Occasion::Day(_))
}
