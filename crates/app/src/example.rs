//! The example: an invented partnership that is alive, and as many more of its kind as a trial of size wants. Nobody and
//! nothing in it is real; the same number, day and seed give the same partnership.

pub mod cast;
mod hold;
pub mod names;
pub mod plan;
pub mod size;
pub mod texts;
pub mod write;
pub mod year;

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use kernel::Day;

    use super::plan::{Showing, Stage};
    use super::year::plan;

    /// A Sunday, a Friday before a bank holiday, the day after Christmas, an ordinary Wednesday.
    const DAYS: [Day; 4] = [date(2026, 11, 22), date(2026, 4, 2), date(2026, 12, 26), date(2026, 6, 10)];

    #[test]
    fn whatever_the_day_one_meeting_awaits_minutes_one_is_called_and_one_is_in_preparation() {
        for today in DAYS {
            let (plan, _) = plan(0, today, 2, 1);
            let stages = |at: usize| plan.bodies[at].meetings.iter().map(|meeting| meeting.stage).collect::<Vec<_>>();
            assert!(stages(0).contains(&Stage::Called) && stages(0).contains(&Stage::Circulated), "{today}");
            assert!(stages(1).contains(&Stage::AwaitingMinutes), "{today}");
            assert!(stages(2).contains(&Stage::InPreparation), "{today}");
            for meeting in plan.bodies.iter().flat_map(|body| &body.meetings) {
                let ahead = matches!(meeting.stage, Stage::Called | Stage::InPreparation | Stage::Planned);
                assert_eq!(meeting.day > today, ahead, "{today}: {} is {:?}", meeting.day, meeting.stage);
                assert!(meeting.sent_on.is_none_or(|sent| sent < today), "{today}");
            }
        }
    }

    #[test]
    fn the_example_has_a_vacancy_and_a_member_about_to_lapse() {
        let today = DAYS[0];
        let (plan, parts) = plan(0, today, 2, 1);
        let board = &plan.bodies[0];
        assert_eq!(board.seats.iter().filter(|seat| seat.holder(today).is_none()).count(), 1);
        assert!(board.seats[parts.vacant].holder(today).is_none());
        let held = board.meetings.iter().filter(|meeting| meeting.day <= today);
        let missed = held.rev().take_while(|meeting| meeting.roll[parts.lapsing] == Some(Showing::Silent)).count();
        assert!(missed >= 2);
    }

    #[test]
    fn the_same_seed_gives_the_same_partnership_and_another_number_another() {
        let today = DAYS[3];
        let told = |number, seed| format!("{:?}", plan(number, today, 3, seed).0);
        assert_eq!(told(0, 1), told(0, 1));
        assert_ne!(told(0, 1), told(1, 1));
        assert_eq!(plan(0, today, 3, 1).0.name, "Wealdshire Partnership");
    }

    #[test]
    fn every_charter_of_the_example_reads_without_a_problem() {
        for body in plan(0, DAYS[0], 1, 1).0.bodies {
            let reading = charter::read(&body.charter);
            assert_eq!(reading.problems, [], "{}", body.name);
            assert!(reading.charter.blanks().is_empty(), "{}", body.name);
        }
    }
}
