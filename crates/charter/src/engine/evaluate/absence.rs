//! Meetings missed, and what follows.

use crate::engine::acts::Subject;
use crate::engine::counting::Counted;
use crate::engine::{Doing, Truth, View};
use crate::record::{Attendance, Kind, Meeting, Presence};
use crate::tree::{Condition, Force, Gathering, Lack, Missed, Run, Says, Thing, Verb, Who, Word};
use crate::verdict::{Lapsing, State, Verdict};
use calendar::day_in_words;
use jiff::civil::Date;

impl<'a> View<'a> {
    /// What the terms say of an absence for which a substitute came: whether it counts.
    fn counts_with_substitute(self) -> Truth {
        let speaks = |c: &Condition| -> bool {
            match c {
                Condition::Does(Who::Any(g) | Who::No(g) | Who::The(g), d) => {
                    g.noun == crate::tree::Noun::Substitute && matches!(d.verb, Verb::Attend | Verb::Bring)
                }
                Condition::Not(a) => matches!(a.as_ref(), Condition::Does(..)),
                _ => false,
            }
        };
        for doing in self.doing_to(Verb::Count, &[Word::Absence]) {
            let tree = &doing.rule.tree;
            if [&tree.when, &tree.only_if, &tree.unless].into_iter().flatten().any(speaks) {
                return Truth::No;
            }
        }
        Truth::CannotTell
    }

    /// How many meetings the holder of a seat has missed, up to a day, with the days that count. Whether a meeting counts to which
    /// a substitute came, most terms do not say.
    pub fn missed(self, seat: &str, day: Date, missed: &Missed) -> (Counted, Vec<Date>) {
        let mut out = Counted::default();
        let mut days = Vec::new();
        let since = self
            .record
            .appointments
            .iter()
            .filter(|a| a.seat == seat && crate::record::Span { from: a.from, until: a.until }.holds(day))
            .map(|a| (a.person.as_str(), a.from))
            .next_back();
        let Some((person, since)) = since else { return (Counted::exactly(0), days) };
        let earliest = match missed.run {
            Run::InARow => None,
            Run::InAny(length) => length.in_whole_days().map(|(n, unit)| calendar::deadline_before(day, n, unit, self.holidays()).letter),
        };
        let with_substitute = self.counts_with_substitute();
        let meetings = self.meetings_by_day();
        for (meeting, held) in meetings[..meetings.partition_point(|(_, held)| *held <= day)].iter().rev() {
            if since.is_some_and(|s| *held < s) || earliest.is_some_and(|e| *held <= e) {
                break;
            }
            if missed.regular && self.is_gathering(meeting, Gathering::Regular) != Truth::Yes {
                continue;
            }
            let of_person = self.index.lines_of(&meeting.id, person);
            let came = of_person.iter().any(|a| a.presence == Presence::Present);
            if came {
                if missed.run == Run::InARow {
                    break;
                }
                continue;
            }
            let of_seat = self.index.lines_for(&meeting.id, seat);
            let lines: Vec<&Attendance> = of_person.iter().chain(of_seat.iter().filter(|a| a.person != person)).copied().collect();
            let (counts, why) = self.is_missed(meeting, *held, person, &lines, missed, with_substitute);
            match counts {
                Truth::Yes => {
                    out.low += 1;
                    days.push(*held);
                }
                Truth::CannotTell => {
                    out.perhaps += 1;
                    out.missing.extend(why);
                }
                Truth::No if missed.run == Run::InARow => break,
                Truth::No => {}
            }
        }
        if !self.record.is_complete(Kind::Meetings, day) {
            out.open = true;
            out.missing.push(Kind::Meetings.name().to_owned());
        }
        (out, days)
    }

    /// Whether somebody who did not come has missed a meeting, as the rule counts it.
    fn is_missed(
        self,
        meeting: &Meeting,
        held: Date,
        person: &str,
        lines: &[&Attendance],
        missed: &Missed,
        with_substitute: Truth,
    ) -> (Truth, Option<String>) {
        let on = day_in_words(held);
        let sent = lines.iter().any(|a| a.person != person && a.presence == Presence::Present);
        let own = lines.iter().find(|a| a.person == person && a.presence != Presence::Present);
        let whole = self.record.is_complete(Kind::Roll, held);
        if sent {
            return match (missed.without, with_substitute) {
                (Some(Lack::Substitute), _) | (_, Truth::No) => (Truth::No, None),
                _ => (Truth::CannotTell, Some(format!("whether a meeting to which a substitute came is missed ({on})"))),
            };
        }
        if own.is_none() && !whole {
            return (Truth::CannotTell, Some(format!("attendance on {on}")));
        }
        // An excuse that the record may lack.
        let excused = |found: bool, what: &str| match (found, whole) {
            (true, _) => (Truth::No, None),
            (false, true) => (Truth::Yes, None),
            (false, false) => (Truth::CannotTell, Some(format!("{what} ({on})"))),
        };
        match missed.without {
            Some(Lack::Approval) => {
                let given = own.is_some_and(|a| a.approved.is_some_and(|d| d <= held))
                    || self
                        .record
                        .approvals
                        .iter()
                        .any(|a| a.what == "absence" && (a.of == person || a.of == meeting.id) && a.day.is_some_and(|d| d <= held));
                excused(given, "whether the absence was approved")
            }
            Some(Lack::Cause) => excused(own.is_some_and(|a| a.excuse.is_some()), "whether there was good cause"),
            Some(Lack::Apologies) => excused(own.is_some_and(|a| a.presence == Presence::Apologies), "whether apologies were sent"),
            _ => (Truth::Yes, None),
        }
    }

    /// Who has missed as many meetings as a rule asks, each with the day on which it came to that.
    pub fn absences(self, who: &Who, missed: &Missed, as_at: Date) -> Vec<Subject> {
        let mut out = Vec::new();
        let mut people: Vec<(&str, &str)> = Vec::new();
        for a in self.record.appointments.iter().filter(|a| a.from.is_none_or(|f| f <= as_at)) {
            if !people.contains(&(a.person.as_str(), a.seat.as_str())) {
                people.push((&a.person, &a.seat));
            }
        }
        for (person, seat) in people {
            let Some(held) = self.index.seats.get(seat).filter(|s| crate::engine::counting::is_member(s)) else { continue };
            let mut found: Option<(Truth, Date, Vec<String>)> = None;
            for (_, day) in self.meetings_by_day().iter().filter(|(_, d)| *d <= as_at) {
                let (count, days) = self.missed(seat, *day, missed);
                match count.at_least(missed.count) {
                    Truth::Yes => {
                        found = Some((Truth::Yes, days.first().copied().unwrap_or(*day), Vec::new()));
                        break;
                    }
                    // A meeting that may count is one on this very day.
                    Truth::CannotTell if found.is_none() && !count.missing.is_empty() => found = Some((Truth::CannotTell, *day, count.missing)),
                    _ => {}
                }
            }
            let Some((truth, day, missing)) = found else { continue };
            let member = self.among(&[person.to_owned()].into(), who, day, None, false);
            if member == Truth::No {
                continue;
            }
            out.push(Subject {
                day: Some(day),
                words: format!("{} missed {} meetings by {}", self.record.name_of(person), missed.count, day_in_words(day)),
                person: Some(person.to_owned()),
                of: Some(held.id.clone()),
                unsure: (truth == Truth::CannotTell).then(|| missing.join("; ")),
                ..Subject::default()
            });
        }
        out
    }

    /// Who would come under a rule on absence by missing one meeting more, as the record surely shows.
    pub fn lapsing(self, as_at: Date) -> Vec<Lapsing> {
        let mut out = Vec::new();
        for (clause, rule) in self.charter.rules() {
            let Some(Condition::Does(whose, missing)) = &rule.tree.when else { continue };
            let (Verb::Miss, Some(Thing::Meetings(missed)), Says::Does { who, force, deed }) = (missing.verb, &missing.thing, &rule.tree.says) else {
                continue;
            };
            let doing = Doing { clause, rule, who: who.as_ref(), force: *force, deed };
            if missed.count < 2 {
                continue;
            }
            for sitting in self.sitting(as_at).0 {
                let (count, mut days) = self.missed(&sitting.seat.id, as_at, missed);
                let theirs = || self.among(&[sitting.person.to_owned()].into(), whose, as_at, None, false) != Truth::No;
                if !crate::engine::counting::is_member(sitting.seat) || count.low + 1 != missed.count || !theirs() {
                    continue;
                }
                days.sort_unstable();
                let run = match missed.run {
                    Run::InARow => " in a row".to_owned(),
                    Run::InAny(length) => format!(" within {length}"),
                };
                let meetings = if count.low == 1 { "meeting" } else { "meetings" };
                let on: Vec<String> = days.iter().map(|day| day_in_words(*day)).collect();
                out.push(Lapsing {
                    clause: clause.number.clone(),
                    person: sitting.person.to_owned(),
                    seat: sitting.seat.id.clone(),
                    sentence: format!(
                        "{} has missed {} {meetings}{} ({}); at {} {} ({})",
                        self.record.name_of(sitting.person),
                        count.low,
                        if count.low == 1 { "" } else { &run },
                        on.join(", "),
                        missed.count,
                        crate::engine::due::doing_phrase(&doing),
                        doing.cite()
                    ),
                    days,
                });
            }
        }
        out
    }

    /// What follows for those who missed meetings, as a rule has it.
    pub fn lapses(self, doing: &Doing<'a>, missed: &Missed, as_at: Date) -> Vec<Verdict> {
        // Somebody may do something about it: due where it has come to that, met where it was done.
        let Some(Condition::Does(who, _)) = &doing.rule.tree.when else { return Vec::new() };
        let asks = matches!(doing.deed.verb, Verb::Ask | Verb::Request);
        let mut out = Vec::new();
        for subject in self.absences(who, missed, as_at) {
            let Some(person) = &subject.person else { continue };
            let seat = subject.of.clone().unwrap_or_default();
            let name = self.record.name_of(person);
            let day = subject.day.unwrap_or(as_at);
            let verdict = |state, words: String| {
                Verdict::new(Some(&doing.clause.number), state, format!("{words} ({})", doing.cite())).because(doing.rule.canonical.clone())
            };
            if let Some(missing) = &subject.unsure {
                out.push(
                    verdict(State::CannotTell, format!("whether {name} has missed {} meetings cannot be told: {missing}", missed.count))
                        .missing(missing.clone()),
                );
                continue;
            }
            let what = crate::engine::due::doing_phrase(doing);
            if asks {
                let acted = self.record.requests.iter().any(|r| {
                    let asked = ["nominee", "another nominee"].iter().any(|w| crate::engine::acts::same(&r.what, w));
                    asked && r.of.as_ref().is_none_or(|of| *of == seat || of == person) && r.day.is_none_or(|d| d >= day)
                });
                if self.sitting(as_at).0.iter().any(|s| s.person == person) || acted {
                    let (count, _) = self.missed(&seat, as_at.max(day), missed);
                    let silent = doing.force != Force::May && !self.record.is_complete(Kind::Requests, as_at);
                    let state = if acted {
                        State::Met
                    } else if silent {
                        State::CannotTell
                    } else {
                        State::Due
                    };
                    let count = if count.low >= missed.count { count.words() } else { missed.count.to_string() };
                    out.push(verdict(state, format!("{name} has missed {count} meetings; {what}")));
                }
                continue;
            }
        }
        if asks || doing.force == Force::May {
            let own = matches!(doing.deed.thing, Some(Thing::Word(Word::Nominee)) | None) && asks;
            if !own {
                out.extend(self.general(doing, as_at));
            }
            return out;
        }
        out.extend(self.general(doing, as_at));
        out
    }
}
