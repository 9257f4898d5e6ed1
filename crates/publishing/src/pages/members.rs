//! Who sits on a body, as at any day.

use std::collections::BTreeMap;

use ::store::Read;
use access::{House, May, Problem};
use axum::extract::{Query, State};
use axum::response::Response;
use bodies::model::{DocumentClass, OfficeKind, Role, SeatClass};
use kernel::{BodyId, Day, Result as Found, Word as _};
use serde::Serialize;
use web::FormView;

use super::as_at::AsAt;
use super::{around, framed, sees};
use crate::public::{self, Cleared, OfficeLine, SeatLine, Sitter};
use crate::rights::SeeBody;
use crate::store;

#[derive(Debug, Clone, Serialize)]
struct List {
    seats: Vec<SeatLine>,
    offices: Vec<OfficeLine>,
    counts: Vec<(&'static str, usize)>,
    vacant: usize,
    sectors_ours: bool,
    /// The record does not say since when somebody here sits or holds an office.
    undated: bool,
}

#[derive(Serialize)]
struct MembersPage {
    form: FormView,
    slug: String,
    body: String,
    as_at: Day,
    today: bool,
    list: Option<Cleared<List>>,
}

impl web::Page for MembersPage {
    const TEMPLATE: &'static str = "public/members.html";
    fn sample() -> Self {
        let list = List {
            seats: sample_seats(),
            offices: vec![sample_office()],
            counts: vec![("voting", 2), ("observer", 1)],
            vacant: 1,
            sectors_ours: true,
            undated: true,
        };
        Self {
            form: FormView::default().with("as-at", "18 January 2007"),
            slug: "wealdshire-board".to_owned(),
            body: "Wealdshire Partnership board".to_owned(),
            as_at: Day::constant(2007, 1, 18),
            today: false,
            list: Some(Cleared::sample(list)),
        }
    }
}
web::page!(MembersPage);

/// An office with all parts filled.
pub(super) fn sample_office() -> OfficeLine {
    OfficeLine {
        kind: OfficeKind::ViceChair,
        title: Some("Deputy chairman".to_owned()),
        name: "Maud Penhaligon".to_owned(),
        how: Some(bodies::model::HowFilled::ExOfficio),
        since: Some(Day::constant(2006, 5, 1)),
        since_item: Some("4".to_owned()),
        until: Some(Day::constant(2007, 5, 1)),
        until_item: Some("5".to_owned()),
        note: Some("Elected at the annual meeting.".to_owned()),
    }
}

/// Seats with all parts filled.
pub(super) fn sample_seats() -> Vec<SeatLine> {
    let sitter = |role| Sitter {
        name: "Dr Maud Penhaligon-Featherstonehaugh".to_owned(),
        role,
        post: Some("Director of Public Health".to_owned()),
        organisation: Some("Wealdshire Primary Care Trust".to_owned()),
        since: Some(Day::constant(2006, 5, 1)),
        until: Some(Day::constant(2027, 5, 1)),
        note: Some("Also for the district".to_owned()),
    };
    let seat = |class, people: Vec<Sitter>, not_recorded: bool| SeatLine {
        label: "Leader, Wealdshire County Council".to_owned(),
        class,
        class_word: class.word(),
        sector: Some("Public".to_owned()),
        sector_ours: true,
        organisation: Some("Wealdshire County Council".to_owned()),
        organisation_ended_on: Some(Day::constant(2026, 10, 1)),
        nominated_by: Some("District councils".to_owned()),
        ex_officio_post: Some("Leader".to_owned()),
        note: Some("new".to_owned()),
        vacant: people.is_empty() && !not_recorded,
        not_recorded,
        people,
    };
    vec![
        seat(SeatClass::Voting, vec![sitter(Role::Holder), sitter(Role::Second), sitter(Role::Substitute)], false),
        seat(SeatClass::Adviser, Vec::new(), false),
        seat(SeatClass::Observer, Vec::new(), true),
        seat(SeatClass::Officer, vec![sitter(Role::Holder)], false),
    ]
}

/// Whether the record does not say of somebody since when.
pub(super) fn undated(seats: &[SeatLine], offices: &[OfficeLine]) -> bool {
    seats.iter().flat_map(|seat| &seat.people).any(|sitter| sitter.since.is_none()) || offices.iter().any(|office| office.since.is_none())
}

/// Who holds which office on a day, with the items at which it passed.
pub(super) async fn offices_of(read: &mut Read, body: BodyId, day: Day) -> Found<Vec<OfficeLine>> {
    let offices = bodies::store::offices(read, body, Some(day)).await?;
    let passes = offices.iter().any(|office| office.starts_at_item.or(office.ends_at_item).is_some());
    let mut items = if passes { store::passed_at(read, body).await? } else { BTreeMap::new() };
    let lines = offices.into_iter().map(|office| {
        let (since_item, until_item) = items.remove(&office.id).unwrap_or_default();
        OfficeLine {
            kind: office.kind,
            title: office.title,
            name: office.name,
            how: office.how,
            since: office.starts_on,
            since_item,
            until: office.ends_on,
            until_item,
            note: office.note,
        }
    });
    Ok(lines.collect())
}

/// How many seats there are of each class, by its word.
fn counted(seats: &[SeatLine]) -> Vec<(&'static str, usize)> {
    let mut counts: Vec<(&'static str, usize)> = Vec::new();
    for class in SeatClass::ALL {
        for seat in seats.iter().filter(|seat| seat.class == *class) {
            match counts.iter_mut().find(|(word, _)| *word == seat.class_word) {
                Some((_, n)) => *n += 1,
                None => counts.push((seat.class_word, 1)),
            }
        }
    }
    counts
}

pub(crate) async fn members(pass: May<SeeBody>, State(house): State<House>, Query(asked): Query<AsAt>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let (head, standing) = around(&mut read, &pass).await?;
    let today = house.today();
    let asked = asked.read(today);
    let as_at = asked.day.unwrap_or(today);
    let list = if sees(&head, standing.as_ref(), DocumentClass::Membership) {
        let from_document = head.body.source.is_some();
        let sittings = bodies::store::membership(&mut read, head.body.id, as_at).await?;
        let seats: Vec<SeatLine> = sittings.iter().map(|sitting| SeatLine::of(sitting, from_document)).collect();
        let offices = offices_of(&mut read, head.body.id, as_at).await?;
        let list = List {
            counts: counted(&seats),
            vacant: seats.iter().filter(|seat| seat.vacant).count(),
            sectors_ours: seats.iter().any(|seat| seat.sector_ours && seat.sector.is_some()),
            undated: undated(&seats, &offices),
            seats,
            offices,
        };
        public::cleared(&pass, standing.as_ref(), &head, DocumentClass::Membership, list)
    } else {
        None
    };
    let frame = framed(&head, web::words("members-title", &[]));
    let refused = asked.form.refuses();
    let page = MembersPage { form: asked.form, slug: head.body.slug.clone(), body: head.body.name.clone(), as_at, today: as_at == today, list };
    Ok(if refused { web::again(pass.who(), frame, &page) } else { web::page(pass.who(), frame, &page) })
}
