//! The meetings of a body, ahead and past, with what can be read of each.

use access::{House, May, Problem};
use axum::extract::State;
use axum::response::Response;
use bodies::model::DocumentClass;
use kernel::Day;
use serde::Serialize;

use super::{around, framed, sees};
use crate::public::{self, Cleared, MeetingLine};
use crate::rights::SeeBody;
use crate::store;

/// How many meetings are listed: ten years of monthly ones.
const LISTED: i64 = 150;

#[derive(Debug, Clone, Serialize)]
struct Lists {
    next: Vec<MeetingLine>,
    past: Vec<MeetingLine>,
}

#[derive(Serialize)]
struct CalendarPage {
    slug: String,
    body: String,
    lists: Option<Cleared<Lists>>,
}

impl web::Page for CalendarPage {
    const TEMPLATE: &'static str = "public/calendar.html";
    fn sample() -> Self {
        let lists = Lists { next: vec![sample_line("planned"), sample_line("called")], past: vec![sample_line("closed"), sample_line("cancelled")] };
        Self { slug: "wealdshire-board".to_owned(), body: "Wealdshire Partnership board".to_owned(), lists: Some(Cleared::sample(lists)) }
    }
}
web::page!(CalendarPage);

pub(super) fn sample_line(state: &str) -> MeetingLine {
    MeetingLine {
        id: uuid::Uuid::nil().into(),
        day: Day::constant(2027, 1, 18),
        starts_at: Some(jiff::civil::time(10, 0, 0, 0)),
        ends_at: Some(jiff::civil::time(12, 30, 0, 0)),
        place: Some("Town hall, second floor".to_owned()),
        kind: "special".to_owned(),
        state: state.to_owned(),
        cancelled_reason: (state == "cancelled").then(|| "Snow".to_owned()),
        agenda: state != "planned",
        minutes: (state == "closed").then_some("approved"),
        approved_on: (state == "closed").then(|| Day::constant(2027, 4, 26)),
    }
}

pub(crate) async fn calendar(pass: May<SeeBody>, State(house): State<House>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let today = house.today();
    let (head, standing) = around(&mut read, &pass).await?;
    let lists = if sees(&head, standing.as_ref(), DocumentClass::Agenda) {
        let rows = store::meetings(&mut read, head.body.id, None, LISTED).await?;
        let lines = rows.iter().map(|row| MeetingLine::of(row, |class| sees(&head, standing.as_ref(), class)));
        let (mut next, past): (Vec<_>, Vec<_>) = lines.partition(|line| line.day >= today && line.state != "closed");
        next.reverse();
        public::cleared(&pass, standing.as_ref(), &head, DocumentClass::Agenda, Lists { next, past })
    } else {
        None
    };
    let frame = framed(&head, web::words("calendar-title", &[]));
    Ok(web::page(pass.who(), frame, &CalendarPage { slug: head.body.slug.clone(), body: head.body.name.clone(), lists }))
}
