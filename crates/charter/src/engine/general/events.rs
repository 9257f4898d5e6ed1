//! When a condition that is an event comes about.

use super::*;

impl<'a> View<'a> {
    /// When a condition that is an event came; none for one that is a state.
    pub fn events(self, condition: &'a Condition, as_at: Date) -> Option<Vec<Subject>> {
        match condition {
            Condition::Does(who, deed) if deed.verb == Verb::Miss => match &deed.thing {
                Some(Thing::Meetings(missed)) => Some(self.absences(who, missed, as_at)),
                Some(Thing::Word(Word::Meeting | Word::RegularMeeting)) | None => Some(self.each_missed(who, deed, as_at)),
                _ => None,
            },
            Condition::Does(who, deed) => Some(self.happened(deed, Some(who), as_at)),
            Condition::Done(deed) => Some(self.happened(deed, None, as_at)),
            Condition::Becomes(who, name) | Condition::Ceases(who, name) => {
                let begins = matches!(condition, Condition::Becomes(..));
                let mut out = Vec::new();
                for person in &self.record.people {
                    for period in person.periods.iter().filter(|p| super::super::acts::same(&p.what, name)) {
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
                    .filter(|j| j.agreed && super::super::acts::same(&j.about, name))
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
            Condition::VacantFor(post, length) => Some(
                self.vacancies(post.as_ref(), as_at)
                    .into_iter()
                    .filter_map(|(of, start, end)| {
                        let (n, unit) = length.in_whole_days()?;
                        let day = deadline_after(start, n, unit, self.holidays()).letter;
                        let name = self.index.seats.get(of.as_str()).map_or_else(|| of.clone(), |s| format!("“{}”", s.label));
                        (day <= as_at && end.is_none_or(|e| e > day)).then(|| Subject {
                            day: Some(day),
                            words: format!("{name} vacant since {}", day_in_words(start)),
                            of: Some(of.clone()),
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

    /// Each meeting that somebody missed.
    fn each_missed(self, who: &crate::tree::Who, deed: &Deed, as_at: Date) -> Vec<Subject> {
        let mut out = Vec::new();
        let regular = matches!(deed.thing, Some(Thing::Word(Word::RegularMeeting)));
        for (meeting, day) in self.index.meetings.iter().filter(|(_, d)| *d <= as_at) {
            if regular && self.is_gathering(meeting, Gathering::Regular) != Truth::Yes {
                continue;
            }
            let place = super::super::Place { meeting, day: *day, at: None, motion: None };
            for s in self.sitting(*day).0.iter().filter(|s| super::super::counting::is_member(s.seat)) {
                let away = self.is_in_room(&place, s.person).not();
                if away == Truth::No || self.among(&[s.person.to_owned()].into(), who, *day, None, false) == Truth::No {
                    continue;
                }
                out.push(Subject {
                    day: Some(*day),
                    words: format!("{} missed the meeting of {}", self.record.name_of(s.person), day_in_words(*day)),
                    person: Some(s.person.to_owned()),
                    of: Some(s.seat.id.clone()),
                    meeting: Some(meeting.id.clone()),
                    unsure: (away == Truth::CannotTell).then(|| format!("attendance on {}", day_in_words(*day))),
                    ..Subject::default()
                });
            }
        }
        out
    }

    /// When something was done by those who are to have done it.
    pub(super) fn happened(self, deed: &'a Deed, who: Option<&crate::tree::Who>, as_at: Date) -> Vec<Subject> {
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
}
