//! The decisions of a body, the latest first.

use access::{House, May, Problem};
use axum::extract::State;
use axum::response::Response;
use bodies::model::DocumentClass;
use kernel::Day;
use serde::Serialize;

use super::{around, framed, sees};
use crate::public::{self, Cleared};
use crate::rights::SeeBody;
use crate::store::{self, DecisionRow};

/// How many decisions are listed.
const LISTED: i64 = 200;

#[derive(Serialize)]
struct DecisionsPage {
    slug: String,
    body: String,
    list: Option<Cleared<Vec<DecisionRow>>>,
}

impl web::Page for DecisionsPage {
    const TEMPLATE: &'static str = "public/decisions.html";
    fn sample() -> Self {
        Self { slug: "wealdshire-board".to_owned(), body: "Wealdshire Partnership board".to_owned(), list: Some(Cleared::sample(sample_rows())) }
    }
}
web::page!(DecisionsPage);

pub(super) fn sample_rows() -> Vec<DecisionRow> {
    let row = |outcome: &str, how: &str| DecisionRow {
        id: uuid::Uuid::nil().into(),
        words: "To support the bid.".to_owned(),
        outcome: outcome.to_owned(),
        how: how.to_owned(),
        votes: (how == "counted").then_some((12, 8, 1)),
        explanation: Some("Carried: 12 of 21 present; 11 are needed".to_owned()),
        clause: Some("3.21".to_owned()),
        taken_on: Day::constant(2027, 1, 18),
        meeting: Some(uuid::Uuid::nil().into()),
        item_number: Some("5".to_owned()),
        item_title: Some("Bids".to_owned()),
    };
    let outcomes = [
        ("agreed", "consensus"),
        ("amended", "counted"),
        ("not-carried", "named"),
        ("noted", "not-recorded"),
        ("deferred", "delegated"),
        ("withdrawn", "consensus"),
    ];
    outcomes.map(|(outcome, how)| row(outcome, how)).into()
}

pub(crate) async fn decisions(pass: May<SeeBody>, State(house): State<House>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let (head, standing) = around(&mut read, &pass).await?;
    let list = if sees(&head, standing.as_ref(), DocumentClass::Decisions) {
        let rows = store::decisions(&mut read, head.body.id, None, LISTED).await?;
        public::cleared(&pass, standing.as_ref(), &head, DocumentClass::Decisions, rows)
    } else {
        None
    };
    let frame = framed(&head, web::words("decisions-title", &[]));
    Ok(web::page(pass.who(), frame, &DecisionsPage { slug: head.body.slug.clone(), body: head.body.name.clone(), list }))
}
