//! Who came, in which capacity, and when they went.

use kernel::{Finding, Findings, ItemId, PersonId, SeatId};

use crate::model::{Attendance, Capacity, MeetingState, PresidesAs, When};

/// Somebody about to come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Arriving {
    /// Who, where they are recorded already.
    pub person: Option<PersonId>,
    /// In which capacity.
    pub capacity: Capacity,
    /// In which seat.
    pub seat: Option<SeatId>,
    /// Whether they sit on the body.
    pub sits: bool,
    /// When.
    pub at: When,
    /// Whether the terms ask for a ruling that has not been given.
    pub ruling_awaited: bool,
}

/// Where a moment stands in the order of the items: an item by its place, an hour nowhere.
pub fn order_of(items: &[ItemId], at: When) -> Option<usize> {
    at.item.and_then(|item| items.iter().position(|id| *id == item))
}

/// Whether somebody may come in now.
pub fn may_arrive(state: MeetingState, roll: &[Attendance], arriving: Arriving) -> Findings {
    let mut findings = Findings::none();
    findings.push_if(state != MeetingState::Open, || Finding::refuse("roll-not-open"));
    if let Some(line) = roll.iter().find(|line| Some(line.person) == arriving.person) {
        findings.push_if(line.is_here(), || Finding::refuse("arrival-already-here").at("person").with("name", &line.name));
    }
    if arriving.capacity == Capacity::Substitute {
        findings.push_if(arriving.sits, || Finding::refuse("substitute-sits-here").at("person"));
        match arriving.seat {
            None => findings.push(Finding::refuse("substitute-seat-missing").at("seat")),
            Some(seat) => {
                if let Some(line) = roll.iter().find(|line| line.seat == Some(seat) && line.is_here() && Some(line.person) != arriving.person) {
                    findings.push(Finding::refuse("seat-taken").at("seat").with("name", &line.name));
                }
            }
        }
    }
    if arriving.capacity == Capacity::Member {
        findings.push_if(arriving.seat.is_none(), || Finding::refuse("member-seat-missing").at("seat"));
        if let Some(line) =
            roll.iter().find(|line| line.seat.is_some() && line.seat == arriving.seat && line.is_here() && Some(line.person) != arriving.person)
        {
            // A substitute makes way for the member; a seat with two names is one seat, and the other may only look on.
            findings.push(if line.capacity == Capacity::Member {
                Finding::refuse("seat-taken").at("seat").with("name", &line.name)
            } else {
                Finding::warn("member-takes-seat-back").with("name", &line.name)
            });
        }
    }
    findings.push_if(arriving.capacity == Capacity::Guest && arriving.ruling_awaited, || Finding::ruling("guest-needs-ruling").at("person"));
    findings
}

/// Whether somebody may leave then: they are there, and did not come later.
pub fn may_leave(state: MeetingState, items: &[ItemId], line: &Attendance, at: When) -> Findings {
    let mut findings = Findings::none();
    findings.push_if(state != MeetingState::Open, || Finding::refuse("roll-not-open"));
    let Some(stay) = line.stays.last().filter(|stay| !stay.is_over()) else {
        findings.push(Finding::refuse("departure-not-here").with("name", &line.name));
        return findings;
    };
    findings.push_if(at.hour.is_none() && at.item.is_none(), || Finding::refuse("departure-when-missing").at("hour"));
    if let (Some(from), Some(until)) = (stay.from.hour, at.hour) {
        findings.push_if(until < from, || Finding::refuse("departure-before-arrival").at("hour").with("name", &line.name).with("from", from));
    }
    if let (Some(from), Some(until)) = (order_of(items, stay.from), order_of(items, at)) {
        findings.push_if(until < from, || Finding::refuse("departure-before-arrival-item").at("item").with("name", &line.name));
    }
    findings
}

/// Somebody about to take the chair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Taking<'a> {
    /// Who.
    pub person: PersonId,
    /// By which right.
    pub capacity: PresidesAs,
    /// Who holds the offices of chair and vice-chair on the day.
    pub offices: &'a [(PersonId, PresidesAs)],
    /// Taken at the table: they are in the room at this moment.
    pub now: bool,
}

/// Whether somebody may preside: the meeting is open, they are in the room, and they sit here or hold an office of the chair. As
/// chair or vice-chair only who holds it, where the record knows a holder; everybody else is elected for the meeting.
pub fn may_preside(state: MeetingState, roll: &[Attendance], taking: Taking<'_>) -> Findings {
    let mut findings = Findings::none();
    findings.push_if(state != MeetingState::Open, || Finding::refuse("roll-not-open"));
    let Some(line) = roll.iter().find(|line| line.person == taking.person && !line.stays.is_empty()) else {
        findings.push(Finding::refuse("presiding-not-here").at("person"));
        return findings;
    };
    findings.push_if(taking.now && !line.is_here(), || Finding::refuse("presiding-has-left").at("person").with("name", &line.name));
    let holds = taking.offices.iter().any(|(person, _)| *person == taking.person);
    let sits = matches!(line.capacity, Capacity::Member | Capacity::Substitute | Capacity::Unclear);
    findings.push_if(!sits && !holds, || Finding::refuse("presiding-no-seat").at("person").with("name", &line.name));
    let mut holders = taking.offices.iter().filter(|(_, office)| *office == taking.capacity).peekable();
    let anothers = holders.peek().is_some() && !holders.any(|(person, _)| *person == taking.person);
    findings.push_if(anothers, || Finding::refuse("presiding-not-office").at("capacity").with("name", &line.name));
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Stay;
    use jiff::civil::time;
    use uuid::Uuid;

    fn line(n: u128, seat: Option<u128>, stays: Vec<Stay>) -> Attendance {
        Attendance {
            id: Uuid::from_u128(100 + n).into(),
            person: Uuid::from_u128(n).into(),
            name: format!("Person {n}"),
            capacity: Capacity::Member,
            seat: seat.map(|s| Uuid::from_u128(s).into()),
            seat_label: None,
            in_place_of: None,
            in_place_of_name: None,
            description: None,
            agreed: None,
            position: 1,
            stays,
            version: 1,
        }
    }

    fn at(hour: i8) -> When {
        When { hour: Some(time(hour, 0, 0, 0)), item: None }
    }

    fn from(when: When) -> Stay {
        Stay { id: Uuid::from_u128(9), from: when, until: When::default(), reason: None }
    }

    fn arriving(capacity: Capacity, seat: Option<u128>) -> Arriving {
        Arriving {
            person: Some(Uuid::from_u128(2).into()),
            capacity,
            seat: seat.map(|s| Uuid::from_u128(s).into()),
            sits: false,
            at: When::default(),
            ruling_awaited: false,
        }
    }

    fn codes(findings: &Findings) -> Vec<String> {
        findings.iter().map(|f| f.code.clone()).collect()
    }

    #[test]
    fn a_substitute_sits_only_while_the_member_is_away() {
        let here = line(1, Some(50), vec![from(When::default())]);
        let refused = may_arrive(MeetingState::Open, std::slice::from_ref(&here), arriving(Capacity::Substitute, Some(50)));
        assert_eq!(codes(&refused), ["seat-taken"]);
        let mut gone = here;
        gone.stays[0].until = at(11);
        assert!(may_arrive(MeetingState::Open, &[gone], arriving(Capacity::Substitute, Some(50))).is_empty());
    }

    #[test]
    fn a_seat_with_two_names_is_taken_by_one_of_them_at_a_time() {
        let other = line(1, Some(50), vec![from(When::default())]);
        assert_eq!(codes(&may_arrive(MeetingState::Open, std::slice::from_ref(&other), arriving(Capacity::Member, Some(50)))), ["seat-taken"]);
        let substitute = Attendance { capacity: Capacity::Substitute, ..other };
        assert!(!may_arrive(MeetingState::Open, &[substitute], arriving(Capacity::Member, Some(50))).refuses());
    }

    #[test]
    fn a_substitute_who_sits_on_the_body_is_refused() {
        let sits = Arriving { sits: true, ..arriving(Capacity::Substitute, Some(50)) };
        assert_eq!(codes(&may_arrive(MeetingState::Open, &[], sits)), ["substitute-sits-here"]);
    }

    #[test]
    fn nobody_arrives_twice_and_nobody_leaves_before_they_came() {
        let here = line(2, Some(50), vec![from(at(10))]);
        assert_eq!(
            codes(&may_arrive(MeetingState::Open, std::slice::from_ref(&here), arriving(Capacity::Member, Some(50)))),
            ["arrival-already-here"]
        );
        assert_eq!(codes(&may_leave(MeetingState::Open, &[], &here, at(9))), ["departure-before-arrival"]);
        assert!(may_leave(MeetingState::Open, &[], &here, at(11)).is_empty());
    }

    #[test]
    fn a_departure_by_item_is_not_before_the_item_of_the_arrival() {
        let items: Vec<ItemId> = (1..=3).map(|n| Uuid::from_u128(n).into()).collect();
        let by = |n: usize| When { hour: None, item: Some(items[n]) };
        let here = line(2, None, vec![from(by(1))]);
        assert!(may_leave(MeetingState::Open, &items, &here, by(0)).refuses());
        assert!(!may_leave(MeetingState::Open, &items, &here, by(2)).refuses());
    }

    #[test]
    fn a_guest_waits_for_the_ruling_where_the_terms_ask_for_one() {
        let waiting = Arriving { ruling_awaited: true, ..arriving(Capacity::Guest, None) };
        let findings = may_arrive(MeetingState::Open, &[], waiting);
        assert!(findings.needs_ruling() && !findings.refuses());
    }

    #[test]
    fn the_roll_is_taken_only_while_the_meeting_is_open() {
        assert!(may_arrive(MeetingState::Closed, &[], arriving(Capacity::Guest, None)).refuses());
    }

    #[test]
    fn whoever_presides_is_in_the_room_sits_there_and_presides_by_a_right_they_have() {
        let here = line(2, None, vec![from(When::default())]);
        let chair = [(PersonId(Uuid::from_u128(3)), PresidesAs::Chair)];
        let taking = |capacity| Taking { person: here.person, capacity, offices: &chair, now: true };
        let asked = |line: &Attendance, capacity| codes(&may_preside(MeetingState::Open, std::slice::from_ref(line), taking(capacity))).join(" ");
        assert_eq!(asked(&here, PresidesAs::Elected), "");
        assert_eq!(asked(&here, PresidesAs::ViceChair), "", "nobody is known to hold it");
        assert_eq!(asked(&here, PresidesAs::Chair), "presiding-not-office");
        let observer = Attendance { capacity: Capacity::Observer, ..here.clone() };
        assert_eq!(asked(&observer, PresidesAs::Elected), "presiding-no-seat");
        let gone = Attendance { stays: vec![Stay { until: at(11), ..from(When::default()) }], ..here.clone() };
        assert_eq!(asked(&gone, PresidesAs::Elected), "presiding-has-left");
        assert!(may_preside(MeetingState::Open, &[], taking(PresidesAs::Elected)).refuses());
    }
}
