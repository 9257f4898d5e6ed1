//! Meetings missed, and what follows.

use crate::engine::counting::Counted;
use crate::engine::{Doing, Truth, View};
use crate::record::{Kind, Presence};
use crate::tree::Run;
use crate::verdict::{State, Verdict};
use calendar::day_in_words;
use jiff::civil::Date;

impl<'a> View<'a> {
    /// How many meetings the holder of a seat has missed, up to a day. Whether a meeting counts to which a substitute came,
    /// most terms do not say.
    pub fn missed(self, seat: &str, day: Date, run: Run) -> Counted {
        let mut out = Counted::default();
        let since = self
            .record
            .appointments
            .iter()
            .filter(|a| a.seat == seat && crate::record::Span { from: a.from, until: a.until }.holds(day))
            .map(|a| (a.person.as_str(), a.from))
            .next_back();
        let Some((person, since)) = since else { return Counted::exactly(0) };
        let earliest = match run {
            Run::InARow => None,
            Run::InAny(length) => length.unit.in_days().map(|unit| calendar::deadline_before(day, length.count, unit, self.holidays()).letter),
        };
        let meetings = self.meetings_by_day();
        for (meeting, held) in meetings.iter().rev().filter(|(_, d)| *d <= day) {
            if since.is_some_and(|s| *held < s) || earliest.is_some_and(|e| *held <= e) {
                break;
            }
            let lines: Vec<_> =
                self.record.roll.iter().filter(|a| a.meeting == meeting.id && (a.person == person || a.seat.as_deref() == Some(seat))).collect();
            let came = lines.iter().any(|a| a.person == person && a.presence == Presence::Present);
            let sent = lines.iter().any(|a| a.person != person && a.presence == Presence::Present);
            let told = lines.iter().any(|a| a.person == person && a.presence != Presence::Present);
            if came {
                if run == Run::InARow {
                    break;
                }
            } else if sent {
                out.perhaps += 1;
                out.missing.push(format!("whether a meeting to which a substitute came is missed ({})", day_in_words(*held)));
            } else if told || self.record.is_complete(Kind::Roll, *held) {
                out.low += 1;
            } else {
                out.perhaps += 1;
                out.missing.push(format!("attendance on {}", day_in_words(*held)));
            }
        }
        if !self.record.is_complete(Kind::Meetings, day) {
            out.open = true;
            out.missing.push(Kind::Meetings.name().to_owned());
        }
        out
    }

    pub fn lapses(self, doing: &Doing<'a>, count: u32, run: Run, as_at: Date) -> Vec<Verdict> {
        let (sitting, _) = self.sitting(as_at);
        let mut out = Vec::new();
        for s in sitting.iter().filter(|s| crate::engine::counting::is_member(s.seat)) {
            let missed = self.missed(&s.seat.id, as_at, run);
            if missed.at_least(count) != Truth::Yes {
                continue;
            }
            let name = self.record.name_of(s.person);
            let acted = self.record.requests.iter().any(|r| r.what == "nominee" && r.of.as_ref() == Some(&s.seat.id));
            let state = if acted { State::Met } else { State::Due };
            let what = crate::engine::due::doing_phrase(doing);
            out.push(
                Verdict::new(Some(&doing.clause.number), state, format!("{name} has missed {} meetings; {what} ({})", missed.words(), doing.cite()))
                    .because(doing.rule.canonical.clone()),
            );
        }
        out
    }
}
