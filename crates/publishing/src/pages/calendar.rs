//! The meetings of a body, ahead and past, with what can be read of each.

use access::{House, May, Problem};
use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use bodies::model::DocumentClass;
use http::header;
use kernel::{Day, Error};
use mail::calendar::Event;
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
    /// The address of the feed, where everybody may have it.
    feed: Option<String>,
}

impl web::Page for CalendarPage {
    const TEMPLATE: &'static str = "public/calendar.html";
    fn sample() -> Self {
        let lists = Lists { next: vec![sample_line("planned"), sample_line("called")], past: vec![sample_line("closed"), sample_line("cancelled")] };
        Self {
            slug: "wealdshire-board".to_owned(),
            body: "Wealdshire Partnership board".to_owned(),
            lists: Some(Cleared::sample(lists)),
            feed: Some("https://example.org/bodies/wealdshire-board/calendar.ics".to_owned()),
        }
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
        sequence: 0,
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
    let open = head.audience(DocumentClass::Agenda) == bodies::model::Audience::Public;
    let feed = open.then(|| format!("{}/bodies/{}/calendar.ics", house.settings.address, head.body.slug));
    Ok(web::page(pass.who(), frame, &CalendarPage { slug: head.body.slug.clone(), body: head.body.name.clone(), lists, feed }))
}

fn event(body: &str, line: &MeetingLine) -> Event {
    Event {
        uid: format!("meeting-{}", line.id),
        sequence: line.sequence,
        day: line.day,
        from: line.starts_at,
        until: line.ends_at,
        title: body.to_owned(),
        place: line.place.clone(),
        says: line.cancelled_reason.iter().cloned().collect(),
        path: format!("/meetings/{}/public", line.id),
        cancelled: line.state == "cancelled",
    }
}

/// The meetings as a feed that calendar programs fetch. They bring no session: it holds what everybody may read, whoever asks.
pub(crate) async fn feed(pass: May<SeeBody>, State(house): State<House>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let (head, _) = around(&mut read, &pass).await?;
    let everybody = |class| head.audience(class) == bodies::model::Audience::Public;
    if !everybody(DocumentClass::Agenda) {
        return Err(Error::NotFound.into());
    }
    let rows = store::meetings(&mut read, head.body.id, None, LISTED).await?;
    let events: Vec<Event> = rows.iter().rev().map(|row| event(&head.body.name, &MeetingLine::of(row, everybody))).collect();
    let text = mail::calendar::feed(&head.body.name, &events, &house.settings.address, house.now());
    let text = public::cleared(&pass, None, &head, DocumentClass::Agenda, text).ok_or(Error::NotFound)?;
    Ok(([(header::CONTENT_TYPE, "text/calendar; charset=utf-8"), (header::CACHE_CONTROL, "no-cache")], text.into_inner()).into_response())
}
