//! What the composition of a body may be, whatever its charter says. Facts in, findings out.

use kernel::{BodyId, Day, Finding, Findings, PersonId};

use crate::model::{Appointed, BodyLink, LinkKind, NewAppointment, NewOffice, Office, OfficeKind, Role, Sitting};

/// The nations whose bank holidays are kept.
pub const NATIONS: [&str; 3] = ["England and Wales", "Scotland", "Northern Ireland"];

/// Whether a span that may be open at either end contains a day. The last day counts.
pub fn in_force(starts_on: Option<Day>, ends_on: Option<Day>, day: Day) -> bool {
    starts_on.is_none_or(|start| start <= day) && ends_on.is_none_or(|end| end >= day)
}

/// May this appointment be made to a seat with these people in it?
pub fn appointment(sitting: &Sitting, new: &NewAppointment, elsewhere: Option<&str>) -> Findings {
    let mut findings = Findings::none();
    let overlaps = |person: &&Appointed| person.ends_on.is_none_or(|end| new.starts_on.is_none_or(|start| end >= start));
    if new.role == Role::Holder
        && let Some(holder) = sitting.people.iter().filter(overlaps).find(|p| p.role == Role::Holder)
    {
        findings.push(Finding::refuse("seat-already-held").at("person").with("name", &holder.name).with("seat", &sitting.label));
    }
    if let Some(already) = sitting.people.iter().filter(overlaps).find(|p| p.person == new.person) {
        findings.push(Finding::refuse("person-already-in-seat").at("person").with("name", &already.name));
    }
    if let Some(seat) = elsewhere {
        findings.push(Finding::warn("person-sits-already").at("person").with("seat", seat));
    }
    if let (Some(start), Some(end)) = (new.starts_on, sitting.ends_on) {
        findings.push_if(start > end, || Finding::refuse("seat-ended").at("starts_on").with("seat", &sitting.label).with("on", end));
    }
    if let (Some(start), Some(from)) = (new.starts_on, sitting.starts_on) {
        findings.push_if(start < from, || Finding::refuse("seat-not-yet").at("starts_on").with("seat", &sitting.label).with("from", from));
    }
    if let (Some(start), Some(end)) = (new.starts_on, new.term_ends_on) {
        findings.push_if(end < start, || Finding::refuse("ends-before-it-starts").at("term_ends_on"));
    }
    findings
}

/// May one body stand so to another, as others stand already? A body is within one other at most, and never within what is within it.
pub fn link(links: &[BodyLink], body: BodyId, kind: LinkKind, other: BodyId) -> Findings {
    let mut findings = Findings::none();
    let same = |link: &BodyLink| {
        link.kind == kind && ((link.body, link.other) == (body, other) || (kind == LinkKind::WorksWith && (link.body, link.other) == (other, body)))
    };
    if links.iter().any(same) {
        findings.push(Finding::refuse("link-already").at("other"));
    } else if kind == LinkKind::Within {
        let within = |inner: BodyId| links.iter().filter(move |link| link.kind == LinkKind::Within && link.body == inner).map(|link| link.other);
        findings.push_if(within(body).next().is_some(), || Finding::refuse("link-within-two").at("body"));
        let (mut above, mut next) = (Vec::new(), vec![other]);
        while let Some(one) = next.pop() {
            if !above.contains(&one) {
                above.push(one);
                next.extend(within(one));
            }
        }
        findings.push_if(above.contains(&body), || Finding::refuse("link-ring").at("other"));
    }
    findings
}

/// May a seat come to its end on this day? Nobody is appointed to it from a later day, and it has not ended already.
pub fn ending_seat(sitting: &Sitting, on: Day) -> Findings {
    let mut findings = ending(sitting.starts_on, on);
    findings.push_if(sitting.ends_on.is_some(), || Finding::refuse("seat-already-ended").at("ends_on"));
    for later in sitting.people.iter().filter(|person| person.starts_on.is_some_and(|start| start > on)) {
        let from = later.starts_on.map(|start| start.to_string()).unwrap_or_default();
        findings.push(Finding::refuse("seat-ends-before-appointment").at("ends_on").with("name", &later.name).with("from", from));
    }
    findings
}

/// May an appointment or an office end on this day?
pub fn ending(starts_on: Option<Day>, ends_on: Day) -> Findings {
    let mut findings = Findings::none();
    findings.push_if(starts_on.is_some_and(|start| ends_on < start), || Finding::refuse("ends-before-it-starts").at("ends_on"));
    findings
}

/// May this person take this office? A chair or vice-chair follows another only when the other has left; a body may have
/// several secretaries.
pub fn office(holders: &[Office], new: &NewOffice) -> Findings {
    let mut findings = Findings::none();
    let single = matches!(new.kind, OfficeKind::Chair | OfficeKind::ViceChair);
    for holder in holders.iter().filter(|holder| holder.kind == new.kind) {
        // On the day of a change both hold it: one until an item of the meeting, the other from it.
        let open = holder.ends_on.is_none_or(|end| new.starts_on.is_none_or(|start| end > start));
        findings.push_if(open && (single || holder.person == new.person), || {
            Finding::refuse("office-already-held").at("person").with("name", &holder.name)
        });
    }
    findings
}

/// The offices without which a body cannot work, and that nobody holds: a chair to preside, a secretary to call.
pub fn offices_missing(now: &[Office]) -> Vec<OfficeKind> {
    [OfficeKind::Chair, OfficeKind::Secretary].into_iter().filter(|kind| !now.iter().any(|office| office.kind == *kind)).collect()
}

/// The people who sit in several of these seats.
pub fn in_several_seats(sittings: &[Sitting]) -> Vec<PersonId> {
    let mut people: Vec<PersonId> = sittings.iter().filter_map(|sitting| sitting.holder().map(|holder| holder.person)).collect();
    people.sort();
    let mut several: Vec<PersonId> = people.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]).collect();
    several.dedup();
    several
}

/// A brand colour is `#rrggbb` and dark enough for white words (contrast of at least 4.5 to 1, WCAG 2.2, 1.4.3).
pub fn colour(colour: &str) -> Findings {
    let channel = |from: usize| colour.get(from..from + 2).and_then(|pair| u8::from_str_radix(pair, 16).ok());
    let (Some(red), Some(green), Some(blue), 7, true) = (channel(1), channel(3), channel(5), colour.len(), colour.starts_with('#')) else {
        return Finding::refuse("colour-not-one").at("colour").into();
    };
    let linear = |value: u8| {
        let share = f64::from(value) / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    };
    let luminance = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    let contrast = 1.05 / (luminance + 0.05);
    let mut findings = Findings::none();
    findings.push_if(contrast < 4.5, || Finding::refuse("colour-too-light").at("colour").with("contrast", format!("{contrast:.1}")));
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::SeatClass;
    use jiff::civil::date;
    use kernel::{AppointmentId, BodyId, OfficeId, SeatId};
    use uuid::Uuid;

    fn person(n: u128) -> PersonId {
        PersonId(Uuid::from_u128(n))
    }

    fn seat_held_by(n: u128, ends_on: Option<Day>) -> Sitting {
        Sitting {
            seat: SeatId(Uuid::from_u128(1)),
            position: 1,
            label: "Leader, Swale Borough Council".to_owned(),
            class: SeatClass::Voting,
            sector: None,
            sector_ours: false,
            organisation: None,
            organisation_name: None,
            organisation_ended_on: None,
            nominating_group: None,
            ex_officio_post: None,
            holders_not_recorded: false,
            note: None,
            starts_on: None,
            ends_on: None,
            version: 1,
            people: vec![Appointed {
                id: AppointmentId(Uuid::from_u128(9)),
                person: person(n),
                name: "Ada Marsh".to_owned(),
                role: Role::Holder,
                post: None,
                organisation_name: None,
                starts_on: None,
                ends_on,
                term_ends_on: None,
                ending: None,
                note: None,
            }],
        }
    }

    fn appoint(n: u128) -> NewAppointment {
        NewAppointment {
            person: person(n),
            role: Role::Holder,
            post: None,
            organisation: None,
            starts_on: Some(date(2008, 3, 1)),
            term_ends_on: None,
            note: None,
        }
    }

    #[test]
    fn a_seat_has_one_holder_at_a_time() {
        assert_eq!(appointment(&seat_held_by(1, None), &appoint(2), None).0[0].code, "seat-already-held");
        assert!(appointment(&seat_held_by(1, Some(date(2008, 2, 29))), &appoint(2), None).is_empty());
    }

    #[test]
    fn a_seat_does_not_end_before_somebody_s_time_in_it_begins_and_nobody_is_appointed_after_its_end() {
        let mut seat = seat_held_by(1, None);
        seat.people[0].starts_on = Some(date(2026, 6, 1));
        seat.starts_on = Some(date(2026, 4, 1));
        let codes = |findings: Findings| findings.iter().map(|finding| finding.code.clone()).collect::<Vec<_>>();
        assert_eq!(codes(ending_seat(&seat, date(2026, 3, 1))), ["ends-before-it-starts", "seat-ends-before-appointment"]);
        assert!(ending_seat(&seat, date(2026, 6, 1)).is_empty());
        let ended = Sitting { people: Vec::new(), ends_on: Some(date(2008, 2, 29)), starts_on: None, ..seat.clone() };
        assert_eq!(codes(appointment(&ended, &appoint(2), None)), ["seat-ended"]);
        assert_eq!(codes(ending_seat(&ended, date(2008, 2, 1))), ["seat-already-ended"]);
        let later = Sitting { people: Vec::new(), starts_on: Some(date(2008, 4, 1)), ..seat };
        assert_eq!(codes(appointment(&later, &appoint(2), None)), ["seat-not-yet"]);
    }

    #[test]
    fn a_body_is_within_one_other_and_never_within_its_own() {
        let body = |n: u128| BodyId(Uuid::from_u128(n));
        let link_of = |from, kind, to| BodyLink { id: Uuid::nil(), body: body(from), kind, other: body(to), starts_on: None, ends_on: None };
        let links = [link_of(1, LinkKind::Within, 2), link_of(2, LinkKind::Within, 3), link_of(1, LinkKind::WorksWith, 4)];
        let codes = |from, kind, to| link(&links, body(from), kind, body(to)).iter().map(|f| f.code.clone()).collect::<Vec<_>>();
        assert_eq!(codes(3, LinkKind::Within, 1), ["link-ring"]);
        assert_eq!(codes(1, LinkKind::Within, 4), ["link-within-two"]);
        assert_eq!(codes(4, LinkKind::WorksWith, 1), ["link-already"]);
        assert!(codes(4, LinkKind::Within, 3).is_empty() && codes(1, LinkKind::ReportsTo, 3).is_empty());
    }

    #[test]
    fn a_person_who_sits_elsewhere_on_the_body_is_a_warning_only() {
        let found = appointment(&seat_held_by(1, Some(date(2008, 2, 29))), &appoint(2), Some("Chair, Forum of Faiths"));
        assert!(!found.refuses() && !found.is_empty());
    }

    #[test]
    fn the_chair_may_pass_in_the_middle_of_a_meeting_on_one_day() {
        let leaving = |ends_on| {
            vec![Office {
                id: OfficeId(Uuid::from_u128(3)),
                body: BodyId(Uuid::from_u128(4)),
                person: person(1),
                name: "Mark Worrall".to_owned(),
                kind: OfficeKind::Chair,
                title: None,
                how: None,
                starts_on: None,
                starts_at_item: None,
                ends_on,
                ends_at_item: None,
                note: None,
            }]
        };
        let taking = NewOffice {
            person: person(2),
            kind: OfficeKind::Chair,
            title: None,
            how: None,
            starts_on: Some(date(2007, 1, 18)),
            starts_at_item: None,
            note: None,
        };
        assert!(office(&leaving(None), &taking).refuses());
        assert!(office(&leaving(Some(date(2007, 1, 18))), &taking).is_empty());
    }

    #[test]
    fn brand_colours_carry_white_words() {
        for (shade, good) in [("#00563b", true), ("#1d70b8", true), ("#ffdd00", false), ("green", false), ("#12345", false), ("#é23456", false)] {
            assert_eq!(colour(shade).is_empty(), good, "{shade}");
        }
    }
}
