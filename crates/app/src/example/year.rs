//! What they do: meetings before and after today, and what came of each.

use calendar::{Nation, Unit, deadline_before};
use jiff::civil::Weekday;
use kernel::{Chance, Day, Hour};

use super::cast::{Parts, cast, days};
use super::names::{once_in, one_of};
use super::plan::{ActionPlan, At, BodyPlan, ItemPlan, MeetingPlan, Plan, Showing, Stage};
use super::texts::{BOARD, EXECUTIVE, HEALTHY, REPORTS, SAFER, SKILLS, Subject};

/// The item that is not for the public.
pub const EXEMPT: Subject = Subject {
    title: "Lease of the old fire station",
    notes: "The owner would take £61,000 a year for ten years. The members would not go above £55,000.",
    decision: Some("To offer £55,000 a year and no more."),
    action: None,
    recommends: Some("That an offer of £55,000 a year be made."),
};

/// What the public sees in its place.
pub const EXEMPT_PUBLIC_TITLE: &str = "A property matter";

/// The item that comes after the deadline.
pub const LATE: Subject = Subject {
    title: "Closure of the footbridge at the station",
    notes: "",
    decision: None,
    action: None,
    recommends: Some("That the group ask the railway for a safe way round."),
};

/// The partnership of that number, with its meetings of so many years before `today` and of half a year after it.
pub fn plan(number: usize, today: Day, years: u32, seed: u64) -> (Plan, Parts) {
    let (mut plan, parts) = cast(number, today, years, seed);
    let chance = Chance::seeded(seed.rotate_left(17) ^ (number as u64 + 1));
    let subjects: [&[Subject]; 5] = [BOARD, EXECUTIVE, SAFER, HEALTHY, SKILLS];
    let schedules = [
        Schedule { anchor: next(today, 2, Weekday::Wednesday), stage: Stage::Called, interval: 91, notice: 5 },
        Schedule { anchor: last(today, 3, Weekday::Thursday), stage: Stage::AwaitingMinutes, interval: 56, notice: 3 },
        Schedule { anchor: next(today, 6, Weekday::Tuesday), stage: Stage::InPreparation, interval: 91, notice: 3 },
        Schedule { anchor: next(today, 20, Weekday::Tuesday), stage: Stage::Planned, interval: 91, notice: 3 },
        Schedule { anchor: next(today, 34, Weekday::Thursday), stage: Stage::Planned, interval: 91, notice: 3 },
    ];
    for (at, schedule) in schedules.into_iter().enumerate() {
        let body = &plan.bodies[at];
        let lapsing = (at == 0).then_some(parts.lapsing);
        let year = Year { body, schedule, subjects: subjects[at], chance: &chance, today, officer: parts.officer, lapsing };
        plan.bodies[at].meetings = year.meetings(years);
    }
    (plan, parts)
}

/// When a body meets: one day that matters, and the interval before and after it.
#[derive(Clone, Copy)]
struct Schedule {
    anchor: Day,
    stage: Stage,
    interval: i64,
    /// Working days before a meeting on which the papers leave.
    notice: u32,
}

fn next(today: Day, at_least: i64, weekday: Weekday) -> Day {
    let mut day = days(today, at_least);
    while day.weekday() != weekday {
        day = days(day, 1);
    }
    day
}

fn last(today: Day, at_least: i64, weekday: Weekday) -> Day {
    let mut day = days(today, -at_least);
    while day.weekday() != weekday {
        day = days(day, -1);
    }
    day
}

struct Year<'a> {
    body: &'a BodyPlan,
    schedule: Schedule,
    subjects: &'static [Subject],
    chance: &'a Chance,
    today: Day,
    officer: At,
    lapsing: Option<At>,
}

impl Year<'_> {
    fn meetings(&self, years: u32) -> Vec<MeetingPlan> {
        let before = i64::from(years) * 365 / self.schedule.interval;
        let after = 182 / self.schedule.interval;
        let mut meetings: Vec<MeetingPlan> = Vec::new();
        for step in -before..=after {
            let day = self.working(days(self.schedule.anchor, step * self.schedule.interval));
            let stage = match step {
                0 => self.schedule.stage,
                _ if day > self.today => Stage::Planned,
                _ => Stage::Approved,
            };
            meetings.push(self.meeting(usize::try_from(step + before).unwrap_or(0), day, stage));
        }
        let held: Vec<usize> = (0..meetings.len()).filter(|&at| meetings[at].stage == Stage::Approved).collect();
        if let (Some(&newest), true) = (held.last(), self.schedule.stage != Stage::AwaitingMinutes) {
            meetings[newest].stage = Stage::Circulated;
        }
        if let Some(seat) = self.lapsing {
            let missed = held.iter().rev().take(2).copied().collect::<Vec<_>>();
            for at in missed.into_iter().chain(meetings.iter().position(|meeting| meeting.stage == Stage::Called)) {
                meetings[at].roll[seat] = Some(Showing::Silent);
            }
        }
        meetings
    }

    /// That day, or the same weekday of a later week when it is a holiday.
    fn working(&self, mut day: Day) -> Day {
        while Nation::EnglandAndWales.table().holiday(day).is_some() {
            day = days(day, 7);
        }
        day
    }

    fn meeting(&self, number: usize, day: Day, stage: Stage) -> MeetingPlan {
        let (starts_at, ends_at) = if number.is_multiple_of(2) { (hour(10), hour(12)) } else { (hour(14), hour(16)) };
        let deadline = deadline_before(day, self.schedule.notice, Unit::WorkingDays, Nation::EnglandAndWales.table()).by;
        let sent_on = match stage {
            Stage::Planned | Stage::InPreparation => None,
            Stage::Called => Some(deadline.min(days(self.today, -1))),
            // One pack in about twelve left a day late.
            _ if once_in(self.chance, 12) => Some(days(deadline, 1)),
            _ => Some(deadline),
        };
        let roll: Vec<Option<Showing>> = self.body.seats.iter().map(|seat| seat.holder(day).map(|_| self.showing(stage, seat.deputy))).collect();
        let roll = if stage == Stage::Called { self.answering(roll) } else { attended(roll) };
        let items = if stage == Stage::Planned { Vec::new() } else { self.items(number, day, stage, &roll) };
        let place = ["County Hall, committee room 2", "The Corn Exchange, upper room", "Fire station headquarters, lecture room"];
        MeetingPlan {
            day,
            starts_at,
            ends_at,
            place: one_of(self.chance, &place).to_owned(),
            stage,
            sent_on,
            items,
            roll,
            report: one_of(self.chance, REPORTS),
        }
    }

    /// Answers of every kind are in, and some are still awaited.
    fn answering(&self, mut roll: Vec<Option<Showing>>) -> Vec<Option<Showing>> {
        let deputy = self.body.seats.get(3).and_then(|seat| seat.deputy);
        let kinds = [(2, Some(Showing::Apologies)), (3, deputy.map(Showing::Substitute)), (4, Some(Showing::Present)), (5, Some(Showing::Silent))];
        for (seat, showing) in kinds {
            if let (Some(line @ Some(_)), Some(showing)) = (roll.get_mut(seat), showing) {
                *line = Some(showing);
            }
        }
        roll
    }

    fn showing(&self, stage: Stage, deputy: Option<At>) -> Showing {
        match (self.chance.below(20), stage) {
            (0..=1, _) => Showing::Apologies,
            (2..=3, _) => deputy.map_or(Showing::Apologies, Showing::Substitute),
            (4, _) | (5..=8, Stage::Called) => Showing::Silent,
            (5, _) => Showing::LeftAt(1),
            _ => Showing::Present,
        }
    }

    fn items(&self, number: usize, day: Day, stage: Stage, roll: &[Option<Showing>]) -> Vec<ItemPlan> {
        let held: Vec<At> = (0..roll.len()).filter(|&seat| roll[seat] == Some(Showing::Present)).collect();
        let holder = |seat: At| self.body.seats[seat].holder(day).unwrap_or(self.officer);
        let any = || match held.len() {
            0 => self.officer,
            n => holder(held[usize::try_from(self.chance.below(n as u64)).unwrap_or(0)]),
        };
        let mut items = Vec::new();
        for step in 0..3.min(self.subjects.len()) {
            let subject = self.subjects[(number * 3 + step) % self.subjects.len()];
            let recent = day > days(self.today, -120);
            let action = subject.action.map(|_| {
                let due = (step != 1).then(|| days(day, 42));
                let done = match (recent, self.chance.below(4)) {
                    (true, 0..=1) => None,
                    _ => Some(days(day, 28)).filter(|done| *done <= self.today),
                };
                ActionPlan { owner: any(), second: once_in(self.chance, 5).then(&any), due, done }
            });
            let interest = subject.title.starts_with("Shared fund").then(|| held.first().copied()).flatten();
            items.push(ItemPlan { subject, presenter: any(), action, interest, exempt: false });
        }
        if matches!(stage, Stage::Called | Stage::AwaitingMinutes) {
            items.push(ItemPlan { subject: EXEMPT, presenter: any(), action: None, interest: None, exempt: true });
        }
        items
    }
}

/// Keeps a meeting from being empty: where too few came for any terms, those with apologies come after all.
fn attended(mut roll: Vec<Option<Showing>>) -> Vec<Option<Showing>> {
    let here = |showing: &Option<Showing>| matches!(showing, Some(Showing::Present | Showing::Substitute(_)));
    if roll.iter().filter(|showing| here(showing)).count() * 10 < roll.len() * 6 {
        for showing in roll.iter_mut().flatten() {
            *showing = Showing::Present;
        }
    }
    roll
}

fn hour(hour: i8) -> Hour {
    Hour::constant(hour, 0, 0, 0)
}
