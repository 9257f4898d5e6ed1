//! How each rule stands on a day.

mod absence;
mod composition;
mod meetings;

use crate::engine::due::thing_names;
use crate::engine::{Doing, Place, Truth, View, cite};
use crate::record::{Kind, Meeting, Moment, Presence};
use crate::tree::{Condition, Force, Occasion, Says, Thing, Time, Verb, Word};
use crate::verdict::{State, Verdict};
use calendar::day_in_words;
use jiff::ToSpan;
use jiff::civil::Date;

impl<'a> View<'a> {
    pub fn evaluate(self, as_at: Date) -> Vec<Verdict> {
        let meetings: Vec<(&'a Meeting, Date)> = self.meetings_by_day().to_vec();
        let held: Vec<_> = meetings.iter().filter(|(_, d)| *d <= as_at).copied().collect();
        let mut out = Vec::new();
        let mut quorum_done = false;
        for (clause, rule) in self.charter.rules() {
            match &rule.tree.says {
                Says::Quorum { .. } if !quorum_done => {
                    quorum_done = true;
                    out.extend(held.iter().flat_map(|(meeting, day)| self.quorum_of_meeting(meeting, *day)));
                }
                Says::Quorum { .. } => {}
                Says::Decided { .. } => {
                    let ours =
                        self.record.motions.iter().filter(|m| self.meeting(&m.meeting).and_then(|m| m.day).or(m.put).is_some_and(|d| d <= as_at));
                    out.extend(ours.map(|m| self.carried(&m.id)).filter(|v| v.clause.as_ref() == Some(&clause.number)));
                }
                Says::There { .. } | Says::Share { .. } | Says::Be { .. } | Says::Filled { .. } => out.extend(self.stands(clause, rule, as_at)),
                Says::Votes { .. } => out.extend(self.votes_kept(clause, rule, as_at)),
                Says::Does { who, force, deed } => {
                    let doing = Doing { clause, rule, who: who.as_ref(), force: *force, deed };
                    out.extend(self.done(&doing, &meetings, as_at));
                }
                Says::Rules { who, named, .. } if !named.is_empty() => out.extend(self.chosen(clause, rule, who, named, as_at)),
                Says::Rules { .. } => {
                    for interest in self
                        .record
                        .interests
                        .iter()
                        .filter(|i| i.ruling.is_none() && self.meeting(&i.meeting).and_then(|m| m.day).is_some_and(|d| d <= as_at))
                    {
                        out.push(
                            Verdict::new(
                                Some(&clause.number),
                                State::CannotTell,
                                format!(
                                    "what was ruled on the interest of {} is not recorded ({})",
                                    self.record.name_of(&interest.person),
                                    cite(clause, rule)
                                ),
                            )
                            .missing("the ruling"),
                        );
                    }
                }
                Says::Follows { .. } | Says::Means { .. } => {}
            }
        }
        out
    }

    /// How the seats, members and offices stand by a rule, where it applies.
    fn stands(self, clause: &'a crate::read::Clause, rule: &'a crate::read::Rule, as_at: Date) -> Vec<Verdict> {
        // Of whoever presides it is asked meeting by meeting.
        if let Says::Be { who: crate::tree::Who::Post(crate::tree::Post::Presiding), force, be } = &rule.tree.says
            && *force != Force::NeedNot
        {
            return self.must_be(clause, rule, &crate::tree::Who::Post(crate::tree::Post::Presiding), *force, be, as_at);
        }
        let holds = self.holds(&rule.tree, None, as_at);
        let exempted = rule.tree.unless.as_ref().map_or(Truth::No, |c| self.condition(c, None, as_at));
        if holds.truth == Truth::No && exempted != Truth::Yes {
            return Vec::new();
        }
        let mut out = match &rule.tree.says {
            Says::There { force, count, group, each, more } => self.there(clause, rule, *force, count, group, (each.as_ref(), more), as_at),
            Says::Share { count, group, force, be } => self.share(clause, rule, *force, count, group, be, as_at),
            Says::Be { force: Force::NeedNot, .. } => Vec::new(),
            Says::Be { who, force, be } => self.must_be(clause, rule, who, *force, be, as_at),
            Says::Filled { post, how, term, at, with, unlike } => {
                let manner = composition::Manner { term: term.as_ref(), at: at.as_ref(), with, unlike: unlike.as_ref() };
                self.filled(clause, rule, post, how, &manner, as_at)
            }
            _ => Vec::new(),
        };
        for verdict in out.iter_mut().filter(|v| matches!(v.state, State::Breached | State::Late | State::Expected)) {
            if exempted == Truth::Yes {
                verdict.state = State::Excused;
            } else if holds.truth == Truth::CannotTell {
                verdict.state = State::CannotTell;
                verdict.missing.extend(holds.missing.iter().cloned());
            }
        }
        out
    }

    /// What somebody chose, of the things that the terms let them choose between.
    fn chosen(
        self,
        clause: &'a crate::read::Clause,
        rule: &'a crate::read::Rule,
        who: &crate::tree::Who,
        named: &[String],
        as_at: Date,
    ) -> Vec<Verdict> {
        let mut out = Vec::new();
        let events = rule.tree.when.as_ref().and_then(|c| self.events(c, as_at)).unwrap_or_default();
        for event in events {
            let day = event.day.unwrap_or(as_at);
            let found = self.record.judgements.iter().rfind(|j| {
                j.chose.is_some()
                    && !matches!((&j.meeting, &event.meeting), (Some(a), Some(b)) if a != b)
                    && self.among(&j.by.iter().chain(&j.office).cloned().collect(), who, day, Some(&event), false) != Truth::No
            });
            let (truth, words) = match found.and_then(|j| j.chose.as_deref()) {
                Some(chose) if named.iter().any(|n| crate::engine::acts::same(n, chose)) => {
                    (Truth::Yes, format!("{}: {who} chose “{chose}”", event.words))
                }
                Some(chose) => (Truth::No, format!("{}: {who} chose “{chose}”, which the terms do not offer", event.words)),
                None => (self.silence(Kind::Judgements, day), format!("{}: what {who} chose is not recorded", event.words)),
            };
            let truth = if event.unsure.is_some() && truth != Truth::Yes { Truth::CannotTell } else { truth };
            out.push(self.judged(clause, rule, Force::Must, truth, words, vec![format!("what {who} chose")]));
        }
        out
    }

    /// The quorum at the beginning, and where it was lost, if it was.
    fn quorum_of_meeting(self, meeting: &'a Meeting, day: Date) -> Vec<Verdict> {
        let on = |mut v: Verdict| {
            v.sentence = format!("meeting of {}: {}", day_in_words(day), v.sentence);
            v
        };
        let mut out = Vec::new();
        let moments: Vec<&Moment> = self.index.roll_of(&meeting.id).iter().flat_map(|a| [a.left.as_ref(), a.arrived.as_ref()]).flatten().collect();
        if moments.is_empty() {
            return vec![on(self.quorum(&meeting.id, None))];
        }
        let mut seen: Vec<&Moment> = Vec::new();
        let start = self.index.items_of(&meeting.id).first().map(|i| Moment::Item(i.id.clone())).or(meeting.hour.map(Moment::Hour));
        if let Some(start) = &start {
            out.push(on(self.quorum(&meeting.id, Some(start))));
        }
        for moment in moments {
            if seen.contains(&moment) || start.as_ref() == Some(moment) {
                continue;
            }
            seen.push(moment);
            let verdict = self.quorum(&meeting.id, Some(moment));
            if verdict.state != State::Met || out.is_empty() {
                out.push(on(verdict));
            }
        }
        out
    }

    pub(in crate::engine) fn judged(
        self,
        clause: &crate::read::Clause,
        rule: &crate::read::Rule,
        force: Force,
        truth: Truth,
        words: String,
        missing: Vec<String>,
    ) -> Verdict {
        let state = match (truth, force) {
            (Truth::Yes, Force::Must | Force::Should | Force::May) | (Truth::No, Force::MustNot | Force::ShouldNot) => State::Met,
            (Truth::CannotTell, _) => State::CannotTell,
            (_, Force::Should | Force::ShouldNot) => State::Expected,
            (_, Force::NeedNot) => State::Met,
            _ => State::Breached,
        };
        let mut verdict = Verdict::new(Some(&clause.number), state, format!("{words} ({})", cite(clause, rule)));
        verdict.because.push(rule.canonical.clone());
        if state == State::CannotTell {
            verdict.missing = missing;
        }
        verdict
    }

    fn done(self, doing: &Doing<'a>, meetings: &[(&'a Meeting, Date)], as_at: Date) -> Vec<Verdict> {
        let (clause, rule) = (doing.clause, doing.rule);
        // Consequences of absence come by seat.
        if let Some(Condition::Does(_, missed)) = &rule.tree.when
            && let (Verb::Miss, Some(Thing::Meetings(missed))) = (missed.verb, &missed.thing)
        {
            return self.lapses(doing, missed, as_at);
        }
        let specific = crate::engine::due::specific(doing);
        if !(matches!(doing.force, Force::Must | Force::Should) || (doing.deed.verb == Verb::Notify && specific)) {
            return self.general(doing, as_at);
        }
        let mut out = Vec::new();
        let sends = matches!(doing.deed.verb, Verb::Send | Verb::Circulate | Verb::Publish | Verb::Give);
        let mut known = false;
        for time in &doing.deed.times {
            match time {
                Time::Before(_, Occasion::Meeting) if sends && specific => {
                    known = true;
                    out.extend(meetings.iter().filter_map(|(meeting, day)| self.sent_in_time(doing, meeting, *day, as_at)));
                }
                Time::Before(_, Occasion::Meeting)
                    if specific && doing.deed.verb == Verb::Notify && matches!(doing.deed.thing, Some(Thing::Word(Word::Item))) =>
                {
                    known = true;
                    out.extend(self.items_in_time(doing, as_at));
                }
                Time::At(Occasion::NextMeeting) if specific => {
                    known = true;
                    out.extend(self.minutes_approved(doing, meetings, as_at));
                }
                Time::Often(bound, count, window) if specific => {
                    known = true;
                    out.extend(self.met_often(doing, (*bound, *count, *window), meetings, as_at));
                }
                Time::Every(_) | Time::Within(..) | Time::InAdvance | Time::Before(None, Occasion::YearStart(_)) if specific => {
                    known = true;
                    let from = meetings.iter().map(|(_, d)| *d).chain(self.record.events.iter().filter_map(|e| e.day)).min().unwrap_or(as_at);
                    let Ok(to) = as_at.checked_add(20.years()) else { continue };
                    let mut duties = Vec::new();
                    self.duties_of(doing, meetings, from.min(as_at), to, &mut duties);
                    let none = duties.is_empty();
                    duties.sort_by_key(|d| d.letter);
                    for duty in duties.into_iter().filter(|d| d.letter >= from.min(as_at)) {
                        if duty.letter > as_at && out.iter().any(|v: &Verdict| v.state == State::Due) {
                            continue;
                        }
                        let state = match duty.done {
                            Some(done) if done <= duty.letter => State::Met,
                            Some(_) => State::Late,
                            None if duty.letter >= as_at => State::Due,
                            None if doing.force == Force::Should => State::Expected,
                            None if self.whole_for(doing, duty.letter) => State::Late,
                            None => State::CannotTell,
                        };
                        let mut verdict = Verdict::new(Some(&clause.number), state, duty.sentence).because(rule.canonical.clone());
                        if state == State::CannotTell {
                            verdict.missing.push(self.kind_of(doing).name().to_owned());
                        }
                        out.push(verdict);
                    }
                    // Nothing begins the count: what was done, if anything, is all there is to go by.
                    if none {
                        out.extend(self.general(doing, as_at));
                    }
                }
                _ => {}
            }
        }
        if matches!(doing.deed.verb, Verb::Arrange | Verb::Send)
            && matches!(doing.deed.thing, Some(Thing::Word(Word::Substitute)))
            && rule.tree.when.is_none()
        {
            known = true;
            for (meeting, day) in meetings.iter().filter(|(_, d)| *d <= as_at) {
                let place = Place { meeting, day: *day, at: None, motion: None };
                let gone = |s: &crate::engine::counting::Sitting<'a>| {
                    let came = |seat: &str| {
                        self.index.roll_of(&meeting.id).iter().any(|a| a.seat.as_deref() == Some(seat) && a.presence == Presence::Present)
                    };
                    crate::engine::counting::is_member(s.seat)
                        && !came(&s.seat.id)
                        && self.is_in_room(&place, s.person) == Truth::No
                        && !self.index.roll_of(&meeting.id).iter().any(|a| a.person == s.person && a.presence == Presence::Present)
                };
                let without: Vec<String> = self.sitting(*day).0.iter().filter(|s| gone(s)).map(|s| self.record.name_of(s.person)).collect();
                let whole = self.record.is_complete(Kind::Roll, *day);
                let truth = if !whole { Truth::CannotTell } else { Truth::of(without.is_empty()) };
                let words = if without.is_empty() {
                    format!("meeting of {}: no member was away without a substitute", day_in_words(*day))
                } else {
                    format!("meeting of {}: away without a substitute: {}", day_in_words(*day), without.join(", "))
                };
                out.push(self.judged(clause, rule, doing.force, truth, words, vec![format!("attendance on {}", day_in_words(*day))]));
            }
        }
        if matches!(doing.deed.verb, Verb::Publish | Verb::Circulate | Verb::Send)
            && doing.deed.times.is_empty()
            && doing.deed.to.is_none()
            && rule.tree.when.is_none()
            && matches!(doing.deed.thing, Some(Thing::Word(Word::Minutes | Word::DraftMinutes)))
        {
            known = true;
            for (meeting, day) in meetings.iter().filter(|(_, d)| *d <= as_at) {
                let words =
                    |w: &str| format!("{} of {} {w}", doing.deed.thing.as_ref().map_or(String::new(), ToString::to_string), day_in_words(*day));
                let (truth, words) = match self.sent_on(meeting, doing) {
                    Some(on) => (Truth::Yes, words(&format!("were {} on {}", doing.deed.verb.participle(), day_in_words(on)))),
                    None => match self.silence(Kind::Sent, as_at) {
                        Truth::No => (Truth::No, words(&format!("are not {}", doing.deed.verb.participle()))),
                        _ => (Truth::CannotTell, words(&format!("may have been {} or not: it is not recorded", doing.deed.verb.participle()))),
                    },
                };
                out.push(self.judged(clause, rule, doing.force, truth, words, vec![Kind::Sent.name().to_owned()]));
            }
        }
        if doing.deed.verb == Verb::Record
            && rule.tree.when.is_none()
            && doing.deed.times.is_empty()
            && doing.deed.manner.is_empty()
            && doing.deed.to.is_none()
        {
            known = true;
            let asked = doing.deed.thing.as_ref().map(|t| match t {
                Thing::Word(Word::Interests) => "interests".to_owned(),
                Thing::Word(Word::Attendance) => "attendance".to_owned(),
                Thing::Word(Word::Reason) => "reasons".to_owned(),
                other => other.to_string(),
            });
            for (meeting, day) in meetings.iter().filter(|(_, d)| *d <= as_at) {
                let Some(asked) = &asked else { continue };
                let truth = if meeting.minuted.contains(asked) { Truth::Yes } else { self.silence(Kind::Meetings, *day) };
                out.push(self.judged(
                    clause,
                    rule,
                    doing.force,
                    truth,
                    format!(
                        "the minutes of {} {} {asked}",
                        day_in_words(*day),
                        if truth == Truth::Yes { "record" } else { "do not show that they record" }
                    ),
                    vec![format!("what the minutes of {} record", day_in_words(*day))],
                ));
            }
        }
        // Of which decisions a rule asks what they took into account.
        let of_decisions = doing.deed.times.iter().find_map(|t| match t {
            Time::Before(None, Occasion::Decision) => Some(None),
            Time::Before(None, Occasion::DecisionOn(name)) => Some(Some(name.as_str())),
            _ => None,
        });
        if let (Verb::Consider, None, Some(matter)) = (doing.deed.verb, &rule.tree.when, of_decisions) {
            known = true;
            let names = thing_names(doing.deed.thing.as_ref());
            let spoken_of = |d: &&crate::record::Decision| matter.is_none_or(|m| crate::engine::acts::holds(&d.matters, m));
            for decision in self.record.decisions.iter().filter(|d| d.day.is_some_and(|d| d <= as_at)).filter(spoken_of) {
                let Some(day) = decision.day else { continue };
                let considered = decision.considered.iter().any(|c| names.iter().any(|n| n.eq_ignore_ascii_case(c)));
                let truth = if considered { Truth::Yes } else { self.silence(Kind::Decisions, day) };
                let names = names.join(", ");
                out.push(self.judged(
                    clause,
                    rule,
                    doing.force,
                    truth,
                    format!(
                        "the decision of {} {} {names}",
                        day_in_words(day),
                        if considered { "took account of" } else { "does not show that it took account of" }
                    ),
                    vec![format!("what the decision of {} took into account", day_in_words(day))],
                ));
            }
        }
        if doing.deed.verb == Verb::Give
            && doing.deed.times.iter().any(|t| matches!(t, Time::Before(Some(_), Occasion::Leaving)))
            && self.record.requests.iter().any(|r| r.what == "exit")
        {
            known = true;
            for leaving in self.record.requests.iter().filter(|r| r.what == "exit") {
                let (Some(notice), Some(effect)) = (leaving.day.filter(|d| *d <= as_at), leaving.effect) else { continue };
                let (state, sentence) = match self.may(&crate::verdict::Action::Leave { notice, day: effect }) {
                    crate::verdict::Answer::Yes { sentence, .. } => (State::Met, sentence),
                    crate::verdict::Answer::No { findings } => (State::Breached, findings.into_iter().map(|f| f.sentence).collect()),
                    _ => continue,
                };
                out.push(Verdict::new(Some(&clause.number), state, sentence).because(rule.canonical.clone()));
            }
        }
        if !known {
            // What the record holds no facts for may have been recorded in the rule's own words.
            match self.recorded(&rule.canonical, as_at) {
                Some(truth) => {
                    let words = rule.canonical.trim_end_matches('.').to_owned();
                    let words = format!("{}: {words}", if truth == Truth::Yes { "recorded as done" } else { "recorded as not done" });
                    out.push(self.judged(clause, rule, doing.force, truth, words, Vec::new()));
                }
                None => out.extend(self.general(doing, as_at)),
            }
        }
        out
    }

    fn kind_of(self, doing: &Doing<'_>) -> Kind {
        match doing.deed.verb {
            Verb::Review => Kind::Reviews,
            Verb::Report => Kind::Reports,
            Verb::Circulate | Verb::Publish | Verb::Send => Kind::Sent,
            _ => Kind::Meetings,
        }
    }

    fn whole_for(self, doing: &Doing<'_>, day: Date) -> bool {
        self.record.is_complete(self.kind_of(doing), day)
    }
}
