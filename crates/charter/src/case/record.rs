//! The small record that the facts of a case make.

use super::*;

/// The record that the facts make: member 1 is the chair, member 2 the vice-chair.
pub(super) struct Small {
    pub record: Record,
    pub day: Date,
}

pub(super) fn small(facts: &[Stated]) -> Small {
    let pick = |f: &dyn Fn(&Stated) -> Option<u32>| facts.iter().find_map(f);
    let members = pick(&|f| if let Stated::Members(n) = f { Some(*n) } else { None });
    let present = pick(&|f| if let Stated::Present(n) = f { Some(*n) } else { None });
    let substitutes = pick(&|f| if let Stated::Substitutes(n) = f { Some(*n) } else { None }).unwrap_or(0);
    let organisations = pick(&|f| if let Stated::Organisations(n) = f { Some(*n) } else { None });
    let day = facts.iter().find_map(|f| if let Stated::Meeting(d) = f { Some(*d) } else { None }).unwrap_or(date(2009, 3, 31));
    let away: Vec<&str> = facts.iter().filter_map(|f| if let Stated::Away(who) = f { Some(*who) } else { None }).collect();
    let groups = facts.iter().any(|f| matches!(f, Stated::Told(told) if told.brings_members()));
    let total = members.unwrap_or(0).max(present.unwrap_or(0) + substitutes).max(if groups { 0 } else { 3 });
    let mut record = Record::default();
    record.complete_for_all(None, None);
    for n in 1..=total {
        let organisation = organisations.map(|of| format!("organisation {}", (n - 1) % of.max(1) + 1));
        record.people.push(Person { id: format!("p{n}"), name: format!("member {n}"), ..Person::default() });
        record.seats.push(Seat { id: format!("s{n}"), label: format!("seat {n}"), organisation, ..Seat::default() });
        record.appointments.push(Appointment { seat: format!("s{n}"), person: format!("p{n}"), ..Appointment::default() });
    }
    for n in 1..=organisations.unwrap_or(0) {
        record.organisations.push(Organisation { id: format!("organisation {n}"), name: format!("organisation {n}"), ..Organisation::default() });
    }
    for (office, person) in [("chair", "p1"), ("vice-chair", "p2"), ("secretary", "secretary")] {
        record.offices.push(Office { office: office.into(), person: person.into(), ..Office::default() });
    }
    // Facts told in the language of the rules may bring meetings and members of their own.
    let told = facts.iter().any(|f| matches!(f, Stated::Told(_))) && !facts.iter().any(|f| matches!(f, Stated::Meeting(_)));
    record.meetings.push(Meeting { id: "m".into(), day: Some(day), kind: told.then(|| "placeholder".to_owned()), ..Meeting::default() });
    record.items.push(Item { id: "i".into(), meeting: "m".into(), title: "the item".into(), ..Item::default() });
    let stays_away = |n: u32| (n == 1 && away.contains(&"chair")) || (n == 2 && away.contains(&"vice-chair"));
    let here: Vec<u32> =
        (1..=total).filter(|n| !stays_away(*n)).take(usize::try_from(present.unwrap_or(if groups { 0 } else { total })).unwrap_or(0)).collect();
    for n in &here {
        record.roll.push(Attendance { meeting: "m".into(), person: format!("p{n}"), seat: Some(format!("s{n}")), ..Attendance::default() });
    }
    for n in (1..=total).filter(|n| !here.contains(n)).take(usize::try_from(substitutes).unwrap_or(0)) {
        record.roll.push(Attendance {
            meeting: "m".into(),
            person: format!("substitute {n}"),
            seat: Some(format!("s{n}")),
            capacity: Capacity::Substitute,
            ..Attendance::default()
        });
    }
    for fact in facts {
        match fact {
            Stated::So(name, value) => record.facts.push(crate::record::Fact { name: name.clone(), value: (*value).into(), from: None, until: None }),
            Stated::NotRecorded(kind) => {
                record.completeness.remove(kind);
                match kind {
                    Kind::Roll => record.roll.clear(),
                    Kind::Offices => record.offices.clear(),
                    Kind::Appointments => record.appointments.clear(),
                    _ => {}
                }
            }
            Stated::MeetingsIn(count, year) => {
                record.meetings.clear();
                for n in 0..*count {
                    let step = i32::try_from(n * 364 / (*count).max(1)).unwrap_or(0);
                    record.meetings.push(Meeting { id: format!("m{n}"), day: date(*year, 1, 1).checked_add(step.days()).ok(), ..Meeting::default() });
                }
            }
            Stated::Meeting(on) if *on != day => {
                record.meetings.push(Meeting { id: format!("m{}", record.meetings.len() + 1), day: Some(*on), ..Meeting::default() });
            }
            Stated::Missed(count) => {
                // Member 3 missed so many and came to the one before them.
                for n in 1..=*count {
                    let back = i32::try_from(n).unwrap_or(0) * 30;
                    record.meetings.push(Meeting { id: format!("missed {n}"), day: day.checked_sub(back.days()).ok(), ..Meeting::default() });
                }
                let back = i32::try_from(*count + 1).unwrap_or(0) * 30;
                record.meetings.push(Meeting { id: "came".into(), day: day.checked_sub(back.days()).ok(), ..Meeting::default() });
                record.roll.push(Attendance { meeting: "came".into(), person: "p3".into(), ..Attendance::default() });
                record.meetings.retain(|m| m.id != "m");
            }
            _ => {}
        }
    }
    Small { record, day }
}
