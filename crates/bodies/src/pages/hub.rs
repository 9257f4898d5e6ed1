//! The hub: what a body is, what in its composition wants looking at, and the way to every page that keeps it.

use access::{House, May, Problem};
use axum::extract::State;
use axum::response::Response;
use kernel::Day;
use serde::Serialize;

use crate::model::{Body, Office, OfficeKind, Sitting};
use crate::rights::ManageBody;
use crate::{Wanting, attention, rules, store};

#[derive(Serialize)]
struct HubPage {
    body: Body,
    seats: usize,
    vacant: Vec<Seat>,
    /// What the slices above know of.
    wanting: Vec<Wanting>,
    ending: Vec<Term>,
    offices: Vec<Office>,
    missing: Vec<OfficeKind>,
    opened: usize,
    standing_items: usize,
    distribution: usize,
}

#[derive(Serialize)]
struct Seat {
    id: String,
    label: String,
}

#[derive(Serialize)]
struct Term {
    seat: String,
    name: String,
    label: String,
    on: Day,
    over: bool,
}

impl web::Page for HubPage {
    const TEMPLATE: &'static str = "bodies/hub.html";
    fn sample() -> Self {
        let day = jiff::civil::date(2027, 3, 31);
        Self {
            body: super::structure::sample_body(),
            seats: 40,
            wanting: vec![Wanting {
                words: "Maud Penhaligon has missed 2 meetings in a row; at 3 the chair may request another nominee (2.3)".to_owned(),
                clause: Some("2.3".to_owned()),
                seat: Some("1".to_owned()),
            }],
            vacant: vec![Seat { id: "1".to_owned(), label: "Leader, Wealdshire County Council".to_owned() }],
            ending: vec![Term {
                seat: "2".to_owned(),
                name: "Maud Penhaligon".to_owned(),
                label: "Chair, Forum of Faiths".to_owned(),
                on: day,
                over: true,
            }],
            offices: vec![super::offices::sample_office()],
            missing: vec![OfficeKind::Secretary],
            opened: 3,
            standing_items: 0,
            distribution: 2,
        }
    }
}
web::page!(HubPage);

/// The terms that are over, or will be within ninety days.
fn ending(sittings: &[Sitting], today: Day) -> Vec<Term> {
    let soon = today.saturating_add(jiff::Span::new().days(90));
    let mut terms: Vec<Term> = sittings
        .iter()
        .flat_map(|sitting| sitting.people.iter().map(move |person| (sitting, person)))
        .filter_map(|(sitting, person)| {
            let on = person.term_ends_on.filter(|on| *on <= soon && person.ends_on.is_none())?;
            Some(Term { seat: sitting.seat.to_string(), name: person.name.clone(), label: sitting.label.clone(), on, over: on < today })
        })
        .collect();
    terms.sort_by_key(|term| term.on);
    terms
}

pub(crate) async fn hub(pass: May<ManageBody>, State(house): State<House>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let today = house.today();
    let body = store::body(&mut read, *pass.id()).await?;
    let sittings = store::membership(&mut read, body.id, today).await?;
    let offices = store::offices(&mut read, body.id, Some(today)).await?;
    let arranged = store::arranged(&mut read, body.id, today).await?;
    let partnership = store::partnership(&mut read, body.partnership).await?;
    let frame = super::partnership_frame(&partnership, web::words("manage-title", &[("body", &body.name)]))
        .under(&body.name, format!("/bodies/{}", body.slug));
    let vacant = sittings
        .iter()
        .filter(|sitting| sitting.is_vacant())
        .map(|sitting| Seat { id: sitting.seat.to_string(), label: sitting.label.clone() })
        .collect();
    let wanting = attention::wanting(&mut read, body.id, today).await?;
    let live = body.dissolved_on.is_none_or(|on| on >= today);
    let page = HubPage {
        seats: sittings.len(),
        vacant,
        wanting: if live { wanting } else { Vec::new() },
        ending: ending(&sittings, today),
        missing: if live { rules::offices_missing(&offices) } else { Vec::new() },
        offices,
        opened: arranged.opened,
        standing_items: arranged.standing,
        distribution: arranged.distribution,
        body,
    };
    Ok(web::page(pass.who(), frame, &page))
}
