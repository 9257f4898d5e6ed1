//! What the calendar promises, as facts.

#![allow(clippy::unwrap_used)]
use calendar::{Nation, Table, Unit, deadline_after, deadline_before};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use rstest::rstest;

const TEXT: &str = include_str!("../data/bank-holidays.txt");
const PYPI: &str = include_str!("data/pypi-holidays.txt");

#[test]
fn the_table_reads_for_every_nation() {
    for nation in Nation::ALL {
        assert_eq!(Table::of_text(TEXT, nation).as_ref(), Ok(nation.table()), "{nation}");
    }
}

#[test]
fn every_weekday_of_36_years_agrees_with_the_holidays_package() {
    let theirs: std::collections::BTreeMap<Date, &str> =
        PYPI.lines().filter(|l| !l.starts_with('#')).map(|l| (l[..10].parse().unwrap(), &l[11..])).collect();
    let mut differ = Vec::new();
    let mut day = date(2000, 1, 1);
    while day <= date(2035, 12, 31) {
        for (nation, letter) in [(Nation::EnglandAndWales, 'E'), (Nation::Scotland, 'S'), (Nation::NorthernIreland, 'N')] {
            let weekday = day.weekday().to_monday_zero_offset() < 5;
            if nation.table().is_working_day(day) != (weekday && !theirs.get(&day).is_some_and(|n| n.contains(letter))) {
                differ.push((day, letter));
            }
        }
        day = day.tomorrow().unwrap();
    }
    // The St Andrew's Day Bank Holiday (Scotland) Act 2007 was passed after this day; the package gives it all the same.
    assert_eq!(differ, [(date(2006, 11, 30), 'S')]);
}

#[rstest]
#[case(date(2002, 6, 3), true, true, true)] // Golden Jubilee
#[case(date(2002, 6, 4), true, true, true)] // spring bank holiday, moved from 27 May
#[case(date(2002, 5, 27), false, false, false)]
#[case(date(2011, 4, 29), true, true, true)] // royal wedding
#[case(date(2012, 6, 4), true, true, true)]
#[case(date(2012, 6, 5), true, true, true)] // Diamond Jubilee
#[case(date(2020, 5, 4), false, false, false)]
#[case(date(2020, 5, 8), true, true, true)] // the early May holiday, moved for VE day
#[case(date(2022, 5, 30), false, false, false)]
#[case(date(2022, 6, 2), true, true, true)]
#[case(date(2022, 6, 3), true, true, true)]
#[case(date(2022, 9, 19), true, true, true)] // the Queen's funeral
#[case(date(2023, 5, 8), true, true, true)] // the coronation
#[case(date(2007, 1, 2), false, true, false)]
#[case(date(2006, 11, 30), false, false, false)]
#[case(date(2007, 11, 30), false, true, false)]
#[case(date(2008, 3, 17), false, false, true)]
#[case(date(2008, 7, 14), false, false, true)] // 12 July 2008 was a Saturday
#[case(date(2009, 8, 3), false, true, false)]
#[case(date(2009, 8, 31), true, false, true)]
#[case(date(2009, 4, 13), true, false, true)] // Easter Monday is none in Scotland
#[case(date(2021, 12, 28), true, true, true)] // Boxing Day's substitute
fn the_odd_days_are_known(#[case] day: Date, #[case] england: bool, #[case] scotland: bool, #[case] ireland: bool) {
    assert_eq!(Nation::EnglandAndWales.table().holiday(day).is_some(), england, "England and Wales");
    assert_eq!(Nation::Scotland.table().holiday(day).is_some(), scotland, "Scotland");
    assert_eq!(Nation::NorthernIreland.table().holiday(day).is_some(), ireland, "Northern Ireland");
    assert_eq!(Nation::AnyPartOfTheUnitedKingdom.table().holiday(day).is_some(), england || scotland || ireland);
}

#[rstest]
// The West Kent Partnership met on Thursday 18 January 2007. New Year's Day falls in the count of working days.
#[case(10, Unit::WorkingDays, date(2007, 1, 4), date(2007, 1, 4))]
#[case(13, Unit::WorkingDays, date(2006, 12, 29), date(2006, 12, 29))]
#[case(10, Unit::ClearWorkingDays, date(2007, 1, 3), date(2007, 1, 3))]
#[case(5, Unit::WorkingDays, date(2007, 1, 11), date(2007, 1, 11))]
#[case(7, Unit::Days, date(2007, 1, 11), date(2007, 1, 11))]
#[case(5, Unit::Days, date(2007, 1, 13), date(2007, 1, 12))] // a Saturday by the letter, so Friday
#[case(5, Unit::ClearDays, date(2007, 1, 12), date(2007, 1, 12))]
#[case(1, Unit::Weeks, date(2007, 1, 11), date(2007, 1, 11))]
#[case(2, Unit::Months, date(2006, 11, 18), date(2006, 11, 17))]
#[case(1, Unit::Years, date(2006, 1, 18), date(2006, 1, 18))]
#[case(0, Unit::WorkingDays, date(2007, 1, 18), date(2007, 1, 18))]
fn at_least_so_many_before(#[case] count: u32, #[case] unit: Unit, #[case] letter: Date, #[case] by: Date) {
    let deadline = deadline_before(date(2007, 1, 18), count, unit, Nation::EnglandAndWales.table());
    assert_eq!((deadline.letter, deadline.by), (letter, by));
}

#[test]
fn clear_working_days_count_neither_end() {
    // Five clear working days lie between Thursday 9 and Friday 17 July 2009; the letter allows the Thursday itself.
    let deadline = deadline_before(date(2009, 7, 17), 5, Unit::ClearWorkingDays, Nation::EnglandAndWales.table());
    assert_eq!(deadline.letter, date(2009, 7, 9));
    // Where the first clear day is a Monday, the letter ends on the Sunday and the day to work to is the Friday.
    let deadline = deadline_before(date(2009, 7, 20), 5, Unit::ClearWorkingDays, Nation::EnglandAndWales.table());
    assert_eq!((deadline.letter, deadline.by), (date(2009, 7, 12), date(2009, 7, 10)));
}

#[rstest]
#[case(date(2009, 1, 31), 1, Unit::Months, date(2009, 2, 28), date(2009, 2, 27))]
#[case(date(2008, 1, 31), 1, Unit::Months, date(2008, 2, 29), date(2008, 2, 29))]
#[case(date(2009, 2, 28), 1, Unit::Months, date(2009, 3, 28), date(2009, 3, 27))]
#[case(date(2009, 5, 7), 60, Unit::Days, date(2009, 7, 6), date(2009, 7, 6))]
#[case(date(2009, 5, 1), 1, Unit::WorkingDays, date(2009, 5, 5), date(2009, 5, 5))] // over a bank holiday weekend
#[case(date(2009, 5, 2), 1, Unit::Days, date(2009, 5, 3), date(2009, 5, 3))] // no working day lies between
fn within_so_many_after(#[case] event: Date, #[case] count: u32, #[case] unit: Unit, #[case] letter: Date, #[case] by: Date) {
    let deadline = deadline_after(event, count, unit, Nation::EnglandAndWales.table());
    assert_eq!((deadline.letter, deadline.by), (letter, by));
}

#[test]
fn twenty_days_of_freedom_of_information_stop_for_a_holiday_in_any_part() {
    let asked = date(2008, 3, 3);
    let here = deadline_after(asked, 20, Unit::WorkingDays, Nation::EnglandAndWales.table());
    let law = deadline_after(asked, 20, Unit::WorkingDays, Nation::AnyPartOfTheUnitedKingdom.table());
    assert_eq!(here.letter, date(2008, 4, 2));
    assert_eq!(law.letter, date(2008, 4, 3), "St Patrick's Day is a holiday in Northern Ireland");
    assert!(law.counted.to_string().contains("17 March 2008 St Patrick's Day"), "{}", law.counted);
}

#[test]
fn a_nation_without_a_table_counts_weekdays_and_says_so() {
    let deadline = deadline_before(date(2009, 12, 30), 5, Unit::WorkingDays, Nation::Other.table());
    assert_eq!(deadline.letter, date(2009, 12, 23));
    assert!(!deadline.counted.certain);
    assert!(deadline.counted.to_string().contains("a holiday could change this"));
    assert!(deadline_before(date(2009, 12, 30), 5, Unit::WorkingDays, Nation::Scotland.table()).counted.certain);
    assert!(!deadline_before(date(2036, 1, 4), 5, Unit::WorkingDays, Nation::Scotland.table()).counted.certain);
}

#[test]
fn a_damaged_line_is_named() {
    let bad = "from 2000-01-01\nuntil 2001-12-31\n2000-01-03 Tue  ESN  New Year's Day\n";
    assert_eq!(Table::of_text(bad, Nation::Scotland).unwrap_err().to_string(), "line 3: 2000-01-03 is not a Tue");
}

fn any_day() -> impl Strategy<Value = Date> {
    (0i32..13_000).prop_map(|n| date(2000, 3, 1).checked_add(n.days()).unwrap())
}

fn any_nation() -> impl Strategy<Value = Nation> {
    (0usize..4).prop_map(|n| Nation::ALL[n])
}

proptest! {
    #[test]
    fn exactly_so_many_working_days_lie_before_the_event(day in any_day(), count in 0u32..60, nation in any_nation()) {
        let table = nation.table();
        let deadline = deadline_before(day, count, Unit::WorkingDays, table);
        let mut n = 0;
        let mut at = deadline.letter;
        while at < day { if table.is_working_day(at) { n += 1; } at = at.tomorrow().unwrap(); }
        prop_assert_eq!(n, count);
        prop_assert!(count == 0 || table.is_working_day(deadline.letter));
    }

    #[test]
    fn clear_days_are_one_day_earlier(day in any_day(), count in 0u32..60, nation in any_nation()) {
        let table = nation.table();
        prop_assert_eq!(deadline_before(day, count, Unit::ClearDays, table).letter.tomorrow().unwrap(), deadline_before(day, count, Unit::Days, table).letter);
        prop_assert_eq!(deadline_before(day, count, Unit::ClearWorkingDays, table).letter.tomorrow().unwrap(), deadline_before(day, count, Unit::WorkingDays, table).letter);
    }

    #[test]
    fn the_day_to_work_to_is_a_working_day_no_later_than_the_letter(day in any_day(), count in 0u32..400, nation in any_nation()) {
        for unit in [Unit::Days, Unit::ClearDays, Unit::WorkingDays, Unit::ClearWorkingDays, Unit::Weeks, Unit::Months] {
            let deadline = deadline_before(day, count, unit, nation.table());
            prop_assert!(deadline.by <= deadline.letter);
            prop_assert!(nation.table().is_working_day(deadline.by));
            let after = deadline_after(day, count, unit, nation.table());
            prop_assert!(after.by <= after.letter && day <= after.by);
        }
    }

    #[test]
    fn more_notice_is_never_a_later_day(day in any_day(), count in 0u32..200, nation in any_nation()) {
        for unit in [Unit::Days, Unit::ClearDays, Unit::WorkingDays, Unit::ClearWorkingDays, Unit::Weeks, Unit::Months, Unit::Years] {
            prop_assert!(deadline_before(day, count + 1, unit, nation.table()).letter < deadline_before(day, count, unit, nation.table()).letter);
        }
    }

    #[test]
    fn no_count_leaves_the_calendar(day in any_day(), count in any::<u32>()) {
        for unit in [Unit::Days, Unit::ClearDays, Unit::Weeks, Unit::Months, Unit::Years] {
            let _ = deadline_before(day, count, unit, Nation::Scotland.table());
            let _ = deadline_after(day, count, unit, Nation::Scotland.table());
        }
    }
}
