//! When an occasion comes.

use super::*;

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

    pub(super) fn meeting_subject(self, meeting: &Meeting, day: Date) -> Subject {
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
                .filter(|e| super::super::acts::same(&e.what, what))
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
                // A seat falls vacant where somebody leaves it, or where nobody follows at once.
                let followed = |a: &Appointment| {
                    let next = a.until.and_then(|u| u.tomorrow().ok());
                    self.record.appointments.iter().any(|b| b.seat == a.seat && b.from > a.from && b.from <= next)
                };
                let gone = |a: &Appointment| self.record.seats.iter().any(|s| s.id == a.seat && s.until.is_some() && s.until <= a.until);
                for a in
                    self.record.appointments.iter().filter(|a| a.ended.is_some() || a.until.is_some_and(|u| u < as_at) && !followed(a) && !gone(a))
                {
                    let Some(day) = a.until else { continue };
                    out.push(Subject {
                        day: Some(day),
                        words: format!("the vacancy of {}", day_in_words(day)),
                        person: Some(a.person.clone()),
                        of: Some(a.seat.clone()),
                        ..Subject::default()
                    });
                }
                out
            }
            Occasion::Named(name) => {
                let mut out = event(name);
                for done in self.record.acts.iter().filter(|a| a.what.as_deref().is_some_and(|w| super::super::acts::same(w, name))) {
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
            Occasion::Its(verb) => self
                .index
                .done
                .get(verb)
                .into_iter()
                .flatten()
                .map(|d| Subject::of(d, format!("the {occasion}{}", d.day.map_or(String::new(), |d| format!(" of {}", day_in_words(d))))))
                .collect(),
            Occasion::DecisionOn(name) => self.decisions(Some(name)),
            Occasion::Day(day) => vec![Subject { day: Some(*day), words: day_in_words(*day), ..Subject::default() }],
            Occasion::That => Vec::new(),
        }
    }

    /// Decisions, of one class of matter or of all.
    pub(super) fn decisions(self, matter: Option<&str>) -> Vec<Subject> {
        self.record
            .decisions
            .iter()
            .filter(|d| matter.is_none_or(|m| super::super::acts::holds(&d.matters, m)))
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
}
