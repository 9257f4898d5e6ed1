//! How long reading, checking and judging take, at three sizes each, so that growth shows.

#![allow(missing_docs, clippy::unwrap_used, reason = "a bench stops at the first thing that is not as it says")]

use std::fmt::Write as _;
use std::hint::black_box;

use charter::{Appointment, Attendance, Charter, Meeting, Office, Person, Presence, Record, Seat, Sent, check, evaluate, read};
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use jiff::ToSpan as _;
use jiff::civil::date;

/// The allocator of the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const BOARD: &str = include_str!("../../../charters/examples/wealdshire-board.md");

/// The example board's clauses over and over, until there are so many.
fn text_of(clauses: usize) -> String {
    let whole = read(BOARD).charter;
    let mut text = String::from("---\nbody: Board\nnation: England and Wales\n---\n# Terms\n");
    for (number, clause) in whole.clauses.iter().cycle().take(clauses).enumerate() {
        write!(text, "\n**{}.{}** {}\n", number / 20 + 1, number % 20 + 1, clause.text.lines().next().unwrap_or("A clause.")).unwrap();
        for rule in &clause.rules {
            write!(text, "\n> Rule: {}\n", rule.source).unwrap();
        }
    }
    text
}

/// A body of so many seats that has held so many meetings, two months apart, each with its roll and its papers.
fn record_of(meetings: i32, seats: usize) -> Record {
    let mut record = Record::default();
    let begun = date(2000, 1, 18);
    for number in 0..seats {
        let (seat, person) = (format!("seat {number}"), format!("person {number}"));
        record.people.push(Person { id: person.clone(), name: format!("Person {number}"), ..Person::default() });
        record.seats.push(Seat { id: seat.clone(), label: format!("Seat {number}"), ..Seat::default() });
        record.appointments.push(Appointment { seat, person, from: Some(begun), ..Appointment::default() });
    }
    record.offices.push(Office { office: "chair".to_owned(), person: "person 0".to_owned(), from: Some(begun), ..Office::default() });
    for number in 0..meetings {
        let day = begun.checked_add((number * 2).months()).unwrap();
        let id = format!("meeting {number}");
        record.sent.push(Sent { what: "papers".to_owned(), meeting: Some(id.clone()), day: day.checked_sub(9.days()).ok(), ..Sent::default() });
        for seat in 0..seats {
            let presence = if (seat + usize::try_from(number).unwrap()) % 7 == 0 { Presence::Apologies } else { Presence::Present };
            record.roll.push(Attendance {
                meeting: id.clone(),
                person: format!("person {seat}"),
                seat: Some(format!("seat {seat}")),
                presence,
                ..Attendance::default()
            });
        }
        record.meetings.push(Meeting { id, day: Some(day), kind: Some("ordinary".to_owned()), ..Meeting::default() });
    }
    record.complete_for_all(None, None);
    record
}

fn checking(c: &mut Criterion) {
    let mut group = c.benchmark_group("check");
    for clauses in [50, 100, 200] {
        let text = text_of(clauses);
        group.bench_with_input(BenchmarkId::new("clauses", clauses), &text, |b, text| b.iter(|| check(&read(black_box(text)).charter)));
    }
    group.finish();
}

fn judging(c: &mut Criterion) {
    let board = read(BOARD).charter;
    let mut group = c.benchmark_group("evaluate");
    for meetings in [30, 60, 120] {
        let record = record_of(meetings, 40);
        group.bench_with_input(BenchmarkId::new("meetings of 40 seats", meetings), &record, |b, record| {
            b.iter(|| evaluate(&board, black_box(record), date(2020, 1, 1)));
        });
    }
    group.finish();
}

/// A part of a country: partnerships of eight bodies, each with ten years of meetings.
fn country(c: &mut Criterion) {
    let board: Charter = read(BOARD).charter;
    let mut group = c.benchmark_group("country");
    group.sample_size(10);
    for partnerships in [1, 2, 4] {
        let records: Vec<Record> = (0..partnerships * 8).map(|_| record_of(60, 20)).collect();
        group.bench_with_input(BenchmarkId::new("partnerships of 8 bodies", partnerships), &records, |b, records| {
            b.iter(|| records.iter().map(|record| evaluate(&board, black_box(record), date(2010, 1, 1)).len()).sum::<usize>());
        });
    }
    group.finish();
}

criterion_group!(benches, checking, judging, country);
criterion_main!(benches);
