//! When what is asked for goes, and from whom. Pure: what the record wants and what the terms' deadlines are go in.

use calendar::{Table, Unit, deadline_after, deadline_before};
use kernel::Day;

use super::{Chase, Chaser, Deadline, Key, Wanted};

/// A chaser with the days between which it can go.
#[derive(Debug, Clone)]
pub(super) struct Planned {
    pub chaser: Chaser,
    /// The first working day on which it is asked for.
    pub from: Day,
    /// The last on which it still makes sense.
    pub until: Day,
    pub nation: String,
}

impl std::ops::Deref for Planned {
    type Target = Chaser;
    fn deref(&self) -> &Chaser {
        &self.chaser
    }
}

impl Planned {
    pub(super) fn key(&self) -> Key {
        self.chaser.key()
    }
}

/// How many working days before its deadline something is asked for.
const ITEMS_BEFORE: u32 = 5;
const PAPERS_BEFORE: u32 = 3;
const ANSWERS_BEFORE: u32 = 3;
const ACTIONS_BEFORE: u32 = 5;
const MINUTES_BEFORE: u32 = 2;
/// How many working days after it was asked for the chair's word is asked for again.
const CLEARANCE_AFTER: u32 = 3;
/// For how many days after its own an action, minutes or a note is asked for.
const LONGEST_AFTER: i64 = 14;

fn before(day: Day, count: u32, table: &Table) -> Day {
    deadline_before(day, count, Unit::WorkingDays, table).by
}

fn after(day: Day, count: u32, table: &Table) -> Day {
    let mut reached = deadline_after(day, count, Unit::WorkingDays, table).letter;
    while !table.is_working_day(reached) {
        reached = reached.tomorrow().unwrap_or(reached);
    }
    reached
}

fn later(day: Day, days: i64) -> Day {
    day.saturating_add(jiff::Span::new().days(days))
}

/// The working day on which something goes that may go from one day until another: never one that is past, nor today when today's
/// letters are written. None when it is too late.
pub(super) fn goes_on(from: Day, until: Day, today: Day, sent: bool, table: &Table) -> Option<Day> {
    let mut day = from.max(if sent { today.tomorrow().ok()? } else { today });
    while !table.is_working_day(day) {
        day = day.tomorrow().ok()?;
    }
    (day <= until).then_some(day)
}

/// Everything that deadlines ask for, whether it goes soon or not.
pub(super) fn chasers(wanted: &[Wanted], deadlines: &[Deadline]) -> Vec<Planned> {
    let of = |code: &str, one: &Wanted| {
        let mut found = deadlines.iter().filter(|d| d.code == code && Some(d.meeting) == one.meeting);
        found.next().cloned()
    };
    let mut found = Vec::new();
    for one in wanted {
        let table = calendar::Nation::named(&one.nation).table();
        match one.what.as_str() {
            "member" => {
                for deadline in deadlines.iter().filter(|d| d.code == "notify_item" && d.body == one.body) {
                    let Some(held) = wanted.iter().find(|w| w.what == "ahead" && w.about == deadline.meeting) else { continue };
                    let to = Asked { about: deadline.meeting, day: held.day, deadline: deadline.by, clause: Some(deadline.clause.clone()) };
                    found.extend(planned(Chase::Items, one, to, before(deadline.by, ITEMS_BEFORE, table), deadline.by));
                }
            }
            "to-follow" => {
                let Some(deadline) = of("send_papers", one).filter(|d| !d.done) else { continue };
                let to = Asked { about: one.about, day: one.day, deadline: deadline.by, clause: Some(deadline.clause) };
                let from = before(to.deadline, PAPERS_BEFORE, table);
                found.extend(for_each(Chase::Papers, one, wanted, &to, from, to.deadline));
            }
            "unanswered" => {
                let to = Asked { about: one.about, day: one.day, deadline: one.day, clause: None };
                found.extend(planned(Chase::Apologies, one, to, before(one.day, ANSWERS_BEFORE, table), one.day.yesterday().unwrap_or(one.day)));
            }
            "sub-group" => {
                let deadline = of("send_papers", one);
                let by = deadline.as_ref().map_or_else(|| before(one.day, PAPERS_BEFORE, table), |d| d.by);
                let to = Asked { about: one.about, day: one.day, deadline: by, clause: deadline.map(|d| d.clause) };
                found.extend(for_each(Chase::SubGroup, one, wanted, &to, before(by, PAPERS_BEFORE, table), one.day));
            }
            "action" => {
                let to = Asked { about: one.about, day: one.day, deadline: one.day, clause: None };
                found.extend(planned(Chase::ActionAhead, one, to.clone(), before(one.day, ACTIONS_BEFORE, table), one.day));
                found.extend(planned(Chase::ActionOver, one, to, after(one.day, 1, table), later(one.day, LONGEST_AFTER)));
            }
            "minutes" => {
                let Some(deadline) = of("circulate_minutes", one).filter(|d| !d.done) else { continue };
                let to = Asked { about: one.about, day: one.day, deadline: deadline.by, clause: Some(deadline.clause) };
                let (from, until) = (before(to.deadline, MINUTES_BEFORE, table), later(to.deadline, LONGEST_AFTER));
                found.extend(for_each(Chase::Minutes, one, wanted, &to, from, until));
            }
            "nominees" => {
                let to = Asked { about: one.about, day: one.day, deadline: one.day, clause: None };
                found.extend(planned(Chase::Nominees, one, to, before(one.day, ANSWERS_BEFORE, table), one.day));
            }
            "held" => {
                let from = after(one.day, 1, table);
                let to = Asked { about: one.about, day: one.day, deadline: from, clause: None };
                found.extend(for_each(Chase::KeyMessages, one, wanted, &to, from, later(one.day, LONGEST_AFTER)));
            }
            "clearance" => {
                let from = after(one.asked.unwrap_or(one.day), CLEARANCE_AFTER, table);
                let to = Asked { about: one.about, day: one.day, deadline: from, clause: None };
                found.extend(planned(Chase::Clearance, one, to, from, later(from, LONGEST_AFTER)));
            }
            _ => {}
        }
    }
    found
}

/// What is asked for, by when.
#[derive(Debug, Clone)]
struct Asked {
    about: uuid::Uuid,
    day: Day,
    deadline: Day,
    clause: Option<String>,
}

fn planned(kind: Chase, one: &Wanted, to: Asked, from: Day, until: Day) -> Option<Planned> {
    let (person, name) = (one.person?, one.name.clone()?);
    let chaser = Chaser {
        kind,
        body: one.body,
        body_name: one.body_name.clone(),
        slug: one.slug.clone(),
        person,
        name,
        reached: one.reached,
        meeting: one.meeting.or(Some(to.about).filter(|_| kind == Chase::Items)),
        about: to.about,
        deadline: to.deadline,
        goes_on: from,
        day: to.day,
        words: one.words.clone(),
        clause: to.clause,
    };
    Some(Planned { chaser, from, until, nation: one.nation.clone() })
}

/// From whom it is wanted; where nobody is named, from each of the secretariat.
fn for_each(kind: Chase, one: &Wanted, wanted: &[Wanted], to: &Asked, from: Day, until: Day) -> Vec<Planned> {
    if one.person.is_some() {
        return planned(kind, one, to.clone(), from, until).into_iter().collect();
    }
    let secretariat = wanted.iter().filter(|w| w.what == "secretary" && w.body == one.body);
    secretariat
        .filter_map(|who| {
            let theirs = Wanted { person: who.person, name: who.name.clone(), reached: who.reached, ..one.clone() };
            planned(kind, &theirs, to.clone(), from, until)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use calendar::Nation;
    use jiff::civil::date;
    use uuid::Uuid;

    fn uuid(n: u128) -> Uuid {
        Uuid::from_u128(n)
    }

    /// Something of meeting 7 of body 1, wanted from person 9.
    fn wanted(what: &str, day: Day) -> Wanted {
        Wanted {
            what: what.to_owned(),
            body: uuid(1).into(),
            body_name: "Board".to_owned(),
            slug: "board".to_owned(),
            nation: "England and Wales".to_owned(),
            person: Some(uuid(9).into()),
            name: Some("Maud".to_owned()),
            reached: true,
            meeting: Some(uuid(7)),
            about: uuid(7),
            day,
            asked: None,
            words: None,
        }
    }

    fn from(person: u128, one: Wanted) -> Wanted {
        Wanted { person: Some(uuid(person).into()), ..one }
    }

    fn deadline(code: &str, by: Day, done: bool) -> Deadline {
        Deadline { body: uuid(1).into(), code: code.to_owned(), meeting: uuid(7), by, clause: "3.1".to_owned(), done }
    }

    /// Kind, person, deadline, first day, last day.
    type Told = (Chase, u128, Day, Day, Day);

    fn told(wanted: &[Wanted], deadlines: &[Deadline]) -> Vec<Told> {
        let all = chasers(wanted, deadlines);
        all.iter().map(|one| (one.kind, one.person.0.as_u128(), one.deadline, one.from, one.until)).collect()
    }

    #[test]
    fn nothing_goes_at_a_weekend_on_a_bank_holiday_twice_on_a_day_or_too_late() {
        let table = Nation::named("England and Wales").table();
        // Good Friday is 3 April 2026, Easter Monday the 6th; the early May holiday is Monday 4 May.
        for (from, until, today, sent, goes) in [
            (date(2026, 4, 2), date(2026, 4, 30), date(2026, 3, 1), false, Some(date(2026, 4, 2))),
            (date(2026, 4, 3), date(2026, 4, 30), date(2026, 3, 1), false, Some(date(2026, 4, 7))),
            (date(2026, 4, 11), date(2026, 4, 30), date(2026, 3, 1), false, Some(date(2026, 4, 13))),
            // What was to go yesterday goes today, unless today's letters are written; then on the next working day.
            (date(2026, 4, 1), date(2026, 4, 30), date(2026, 4, 2), false, Some(date(2026, 4, 2))),
            (date(2026, 4, 1), date(2026, 4, 30), date(2026, 4, 2), true, Some(date(2026, 4, 7))),
            (date(2026, 5, 1), date(2026, 5, 4), date(2026, 5, 2), false, None),
            (date(2026, 5, 1), date(2026, 5, 5), date(2026, 5, 2), false, Some(date(2026, 5, 5))),
        ] {
            assert_eq!(goes_on(from, until, today, sent, table), goes, "{from} {today} {sent}");
        }
        // Scotland works on Easter Monday.
        let scotland = Nation::named("Scotland").table();
        assert_eq!(goes_on(date(2026, 4, 4), date(2026, 4, 30), date(2026, 3, 1), false, scotland), Some(date(2026, 4, 6)));
    }

    #[test]
    fn each_kind_is_asked_for_so_many_working_days_from_its_deadline() {
        // The meeting is on Thursday 23 April 2026, after Easter.
        let held = date(2026, 4, 23);
        let ahead = wanted("ahead", held);
        let (items, papers) = (date(2026, 4, 9), date(2026, 4, 16));
        for (one, deadlines, expected) in [
            // Five working days before 9 April, over Easter: 31 March.
            (
                Wanted { meeting: None, about: uuid(1), ..wanted("member", date(2026, 3, 1)) },
                vec![deadline("notify_item", items, false)],
                vec![(Chase::Items, 9, items, date(2026, 3, 31), items)],
            ),
            (wanted("to-follow", held), vec![deadline("send_papers", papers, false)], vec![(Chase::Papers, 9, papers, date(2026, 4, 13), papers)]),
            (wanted("unanswered", held), vec![], vec![(Chase::Apologies, 9, held, date(2026, 4, 20), date(2026, 4, 22))]),
            (wanted("sub-group", held), vec![deadline("send_papers", papers, true)], vec![(Chase::SubGroup, 9, papers, date(2026, 4, 13), held)]),
            // Terms that set no day for papers: three working days before the meeting.
            (wanted("sub-group", held), vec![], vec![(Chase::SubGroup, 9, date(2026, 4, 20), date(2026, 4, 15), held)]),
            (
                Wanted { meeting: None, about: uuid(3), ..wanted("action", held) },
                vec![],
                vec![(Chase::ActionAhead, 9, held, date(2026, 4, 16), held), (Chase::ActionOver, 9, held, date(2026, 4, 24), date(2026, 5, 7))],
            ),
            (
                wanted("minutes", held),
                vec![deadline("circulate_minutes", date(2026, 5, 7), false)],
                vec![(Chase::Minutes, 9, date(2026, 5, 7), date(2026, 5, 5), date(2026, 5, 21))],
            ),
            (wanted("held", held), vec![], vec![(Chase::KeyMessages, 9, date(2026, 4, 24), date(2026, 4, 24), date(2026, 5, 7))]),
            (wanted("nominees", held), vec![], vec![(Chase::Nominees, 9, held, date(2026, 4, 20), held)]),
            (
                Wanted { asked: Some(date(2026, 4, 30)), ..wanted("clearance", held) },
                vec![],
                vec![(Chase::Clearance, 9, date(2026, 5, 6), date(2026, 5, 6), date(2026, 5, 20))],
            ),
        ] {
            let what = one.what.clone();
            assert_eq!(told(&[ahead.clone(), one], &deadlines), expected, "{what}");
        }
    }

    #[test]
    fn what_is_done_or_has_no_day_in_the_terms_is_not_asked_for() {
        let held = date(2026, 4, 23);
        for (one, deadlines) in [
            (wanted("to-follow", held), vec![deadline("send_papers", held, true)]),
            (wanted("to-follow", held), vec![]),
            (wanted("minutes", held), vec![deadline("circulate_minutes", held, true)]),
            (wanted("minutes", held), vec![]),
            (wanted("member", held), vec![]),
            // Of a meeting that is not ahead, or of another body.
            (wanted("member", held), vec![deadline("notify_item", held, false)]),
            (Wanted { body: uuid(2).into(), ..wanted("member", held) }, vec![deadline("notify_item", held, false)]),
            (Wanted { person: None, name: None, ..wanted("unanswered", held) }, vec![]),
        ] {
            assert_eq!(told(std::slice::from_ref(&one), &deadlines), [], "{}", one.what);
        }
    }

    #[test]
    fn what_nobody_is_named_for_is_asked_of_the_body_s_own_secretariat() {
        let held = date(2026, 4, 23);
        let nobody = Wanted { person: None, name: None, ..wanted("to-follow", held) };
        let elsewhere = Wanted { body: uuid(2).into(), ..from(13, wanted("secretary", held)) };
        let all = [nobody, from(11, wanted("secretary", held)), from(12, wanted("secretary", held)), elsewhere];
        let asked: Vec<u128> = told(&all, &[deadline("send_papers", date(2026, 4, 16), false)]).iter().map(|one| one.1).collect();
        assert_eq!(asked, [11, 12]);
    }
}
