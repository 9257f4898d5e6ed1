//! Whether something was done when a rule has it done.

use super::*;

impl<'a> View<'a> {
    /// Whether something was done when a rule has it done, where that can be asked of the act itself.
    pub fn timely(self, done: &Done, deed: &'a Deed, subject: Option<&Subject>, fit: &mut Fit) {
        self.timely_by(done, deed, deed.times.iter(), subject, fit);
    }

    /// The same for what a day alone does not show: how long it went on, and after what notice.
    pub fn lasting(self, done: &Done, deed: &'a Deed, subject: Option<&Subject>, fit: &mut Fit) {
        self.timely_by(done, deed, deed.times.iter().filter(|t| asks_of_the_act(t)), subject, fit);
    }

    fn timely_by(self, done: &Done, deed: &'a Deed, times: impl Iterator<Item = &'a Time>, subject: Option<&Subject>, fit: &mut Fit) {
        for time in times {
            let occasion = match time {
                Time::Before(_, on)
                | Time::By(on)
                | Time::Within(_, on)
                | Time::After(_, on)
                | Time::At(on)
                | Time::NotEarlier(_, on)
                | Time::Later(_, on)
                | Time::Until(on) => on,
                Time::Season(from, to) => {
                    let truth = done.day.map_or(Truth::CannotTell, |d| {
                        let at = (u8::try_from(d.month()).unwrap_or(1), u8::try_from(d.day()).unwrap_or(1));
                        let (from, to) = ((from.1, from.0), (to.1, to.0));
                        Truth::of(if from <= to { from <= at && at <= to } else { from <= at || at <= to })
                    });
                    fit.and(truth, || time.to_string());
                    continue;
                }
                Time::OnNotice(length) => {
                    fit.and(self.on_notice(done, length), || time.to_string());
                    continue;
                }
                Time::For(bound, length) if deed.verb != Verb::Serve => {
                    fit.and(self.lasted(done, *bound, length), || time.to_string());
                    continue;
                }
                Time::ToLeast(length) => {
                    fit.and(self.still_in_time(done, length), || time.to_string());
                    continue;
                }
                Time::Weekday(nth, weekday) => {
                    let truth = done.day.map_or(Truth::CannotTell, |d| Truth::of(super::super::general::is_nth(d, *nth, *weekday)));
                    fit.and(truth, || time.to_string());
                    continue;
                }
                Time::BetweenMeetings => {
                    fit.and(Truth::of(done.meeting.is_none()), || time.to_string());
                    continue;
                }
                Time::InAdvance => &Occasion::Meeting,
                Time::ByDate(day, month) => {
                    let truth = done.day.map_or(Truth::CannotTell, |d| {
                        Truth::of((d.month(), d.day()) <= (i8::try_from(*month).unwrap_or(1), i8::try_from(*day).unwrap_or(1)))
                    });
                    fit.and(truth, || time.to_string());
                    continue;
                }
                Time::Each(month) => {
                    fit.and(done.day.map_or(Truth::CannotTell, |d| Truth::of(d.month() == i8::try_from(*month).unwrap_or(1))), || time.to_string());
                    continue;
                }
                _ => continue,
            };
            let Some(day) = done.day else {
                fit.and(Truth::CannotTell, || time.to_string());
                continue;
            };
            let on: Option<Date> = match occasion {
                Occasion::Meeting if done.meeting.is_none() => self.meetings_by_day().iter().map(|(_, d)| *d).find(|d| *d >= day),
                Occasion::Meeting | Occasion::Start | Occasion::Vote | Occasion::Debate => {
                    done.meeting.as_deref().and_then(|m| self.meeting(m)).and_then(|m| m.day)
                }
                Occasion::MeetingOf(kind) => {
                    done.meeting.as_deref().and_then(|m| self.meeting(m)).filter(|m| self.is_gathering(m, *kind) == Truth::Yes).and_then(|m| m.day)
                }
                Occasion::Leaving | Occasion::Appointment if done.effect.is_some() => done.effect,
                Occasion::That => subject.and_then(|s| s.day),
                Occasion::Day(on) => Some(*on),
                // What somebody leaves or enters is theirs.
                Occasion::Leaving | Occasion::Appointment if done.of.is_some() => self
                    .occasions(occasion, day)
                    .into_iter()
                    .filter(|s| s.person == done.of && s.day != Some(day))
                    .filter_map(|s| s.day)
                    .filter(|d| *d <= day)
                    .max(),
                // Until something comes, or by it: the next of its kind.
                other if matches!(time, Time::Until(_) | Time::By(_) | Time::Before(..) | Time::NotEarlier(..)) => self
                    .occasions(other, day.saturating_add(jiff::Span::new().years(1)))
                    .into_iter()
                    .filter_map(|s| s.day)
                    .filter(|d| *d >= day)
                    .min()
                    .or_else(|| self.last_before(other, day)),
                other => self.last_before(other, day),
            };
            let Some(on) = on else {
                // Outside any meeting of the kind: at a meeting it was not.
                let truth = match (time, occasion) {
                    (Time::At(_), _) => Truth::No,
                    // Nobody who leaves for the first time has left before.
                    (Time::Within(..), Occasion::Leaving) if self.record.is_complete(Kind::Appointments, day) => Truth::No,
                    _ => Truth::CannotTell,
                };
                fit.and(truth, || time.to_string());
                continue;
            };
            let truth = self.in_time(time, day, on, done.effect);
            fit.and(truth, || format!("{time}: {}", day_in_words(day)));
        }
    }

    /// Whether a day lies as a time asks around an occasion's day.
    pub fn in_time(self, time: &Time, day: Date, on: Date, effect: Option<Date>) -> Truth {
        use calendar::{deadline_after, deadline_before};
        let table = self.holidays();
        let whole = |length: &crate::tree::Length| length.in_whole_days();
        Truth::of(match time {
            Time::Before(Some(length), _) => whole(length).is_none_or(|(n, unit)| day <= deadline_before(on, n, unit, table).letter),
            Time::Before(None, occasion) => {
                if super::super::general::before_the_day(occasion) {
                    day < on
                } else {
                    day <= on
                }
            }
            Time::By(_) => day <= on,
            Time::Until(_) => day < on,
            Time::InAdvance => day < on,
            Time::Within(length, _) => day >= on && whole(length).is_none_or(|(n, unit)| day <= deadline_after(on, n, unit, table).letter),
            Time::After(Some(length), _) => whole(length).is_none_or(|(n, unit)| effect.unwrap_or(day) >= deadline_after(on, n, unit, table).letter),
            Time::After(None, _) | Time::Soon(_) => day >= on,
            Time::At(_) => day == on,
            Time::NotEarlier(length, _) => day <= on && whole(length).is_none_or(|(n, unit)| day >= deadline_before(on, n, unit, table).letter),
            Time::Later(length, _) => whole(length).is_none_or(|(n, unit)| effect.unwrap_or(day) == deadline_after(on, n, unit, table).letter),
            _ => true,
        })
    }

    /// Whether something took effect no sooner after its notice than a rule asks. An act that takes effect on a later day is its own notice.
    fn on_notice(self, done: &Done, length: &crate::tree::Length) -> Truth {
        let of_meeting = done.meeting.as_deref().or(done.of.as_deref()).and_then(|m| self.meeting(m)).and_then(|m| m.day);
        let (Some(effect), Some((n, unit))) = (done.effect.or(of_meeting).or(done.day), length.in_whole_days()) else { return Truth::CannotTell };
        let last = calendar::deadline_before(effect, n, unit, self.holidays()).letter;
        let own = done.day.filter(|d| *d < effect || n == 0);
        let same = |other: &Done| {
            other.by.iter().any(|b| done.by.contains(b))
                || (other.of.is_some() && other.of == done.of)
                || (other.meeting.is_some() && (other.meeting == done.meeting || other.meeting == done.of))
        };
        let notices = [Verb::Give, Verb::Notify, Verb::Send].into_iter().flat_map(|v| self.index.done.get(&v).into_iter().flatten());
        let notices = notices.filter(|d| d.what.iter().any(|w| w == "notice") && same(d)).filter_map(|d| d.day);
        let given = notices.chain(own).min();
        match given {
            Some(day) => Truth::of(day <= last),
            None => self.silence(Kind::Sent, last).or(self.silence(Kind::Acts, last)),
        }
    }

    /// Whether something lasted as long as a rule asks.
    fn lasted(self, done: &Done, bound: crate::tree::Bound, length: &crate::tree::Length) -> Truth {
        use crate::tree::Unit;
        match (length.unit, done.minutes, done.day.zip(done.until)) {
            (Unit::Minutes | Unit::Hours, Some(minutes), _) => {
                let asked = if length.unit == Unit::Hours { length.count.saturating_mul(60) } else { length.count };
                Truth::of(bound.holds(minutes, asked))
            }
            (_, _, Some((from, until))) => {
                let Some((n, unit)) = length.in_whole_days() else { return Truth::CannotTell };
                // Both its days count.
                let begun = from.yesterday().unwrap_or(from);
                Truth::of(bound.holds(until, calendar::deadline_after(begun, n, unit, self.holidays()).letter))
            }
            _ => Truth::CannotTell,
        }
    }

    /// Whether what was sent for a meeting still went so long before it, after the time for it was shortened.
    fn still_in_time(self, done: &Done, length: &crate::tree::Length) -> Truth {
        let meeting = done.meeting.as_deref().or(done.of.as_deref()).and_then(|m| self.meeting(m));
        let (Some(meeting), Some((n, unit))) = (meeting, length.in_whole_days()) else { return Truth::CannotTell };
        let Some(day) = meeting.day else { return Truth::CannotTell };
        let last = calendar::deadline_before(day, n, unit, self.holidays()).letter;
        let sent =
            self.record.sent.iter().filter(|s| s.meeting.as_ref() == Some(&meeting.id) && !s.what.contains("minutes")).filter_map(|s| s.day).min();
        sent.map_or_else(|| self.silence(Kind::Sent, day), |s| Truth::of(s <= last))
    }

    /// The last day of an occasion up to a day.
    pub(super) fn last_before(self, occasion: &Occasion, day: Date) -> Option<Date> {
        self.occasions(occasion, day).into_iter().filter_map(|s| s.day).filter(|d| *d <= day).max()
    }
}

/// Whether a time is asked of what was done itself, and not of a day on which it falls due.
pub(in crate::engine) fn asks_of_the_act(time: &Time) -> bool {
    matches!(time, Time::For(..) | Time::OnNotice(_) | Time::ToLeast(_))
}
