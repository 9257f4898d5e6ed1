//! A person's meetings in their own calendar: the page that gives the address, and the feed.

use access::{ByLink, House, May, Problem, link_of, link_path};
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use jiff::Span;
use kernel::{Day, PersonId};
use mail::calendar::Event;
use serde::{Deserialize, Serialize};
use web::{Form, FormView, Frame};

use super::sample;
use crate::model::{Meeting, MeetingState};
use crate::rights::ReadOwnCalendar;
use crate::{acts, letters, store};

/// How far back and ahead the calendar goes, in days.
const DAYS: i64 = 400;

#[derive(Debug, Clone, Deserialize)]
pub(super) struct Nothing {}

#[derive(Serialize)]
struct CalendarPage {
    form: FormView,
    person: PersonId,
    feed: Option<String>,
    meetings: Vec<Meeting>,
}

impl web::Page for CalendarPage {
    const TEMPLATE: &'static str = "meetings/calendar.html";
    fn sample() -> Self {
        Self {
            form: FormView::default(),
            person: sample::nil(),
            feed: Some("https://example.org/meetings-feed/0.0".to_owned()),
            meetings: vec![sample::meeting(MeetingState::Called), sample::meeting(MeetingState::Cancelled)],
        }
    }
}
web::page!(CalendarPage);

fn days(today: Day, back: i64) -> (Day, Day) {
    (today.saturating_sub(Span::new().days(back)), today.saturating_add(Span::new().days(DAYS)))
}

pub(super) async fn show(pass: May<ReadOwnCalendar>, State(house): State<House>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let (person, today) = (*pass.id(), house.today());
    let made = link_of::<ReadOwnCalendar>(&mut read, person, person.0, house.now()).await?;
    let feed = made
        .map(|link| Ok::<_, kernel::Error>(format!("{}/meetings-feed/{}", house.settings.address, link_path(&house.settings.secret, link)?)))
        .transpose()?;
    let meetings = store::meetings_of_person(&mut read, person, today, days(today, 0)).await?;
    let page = CalendarPage { form: FormView::new(&house), person, feed, meetings };
    let frame = Frame::titled(web::words("own-calendar-title", &[])).under(web::words("desk-title", &[]), "/desk").noindex();
    Ok(web::page(pass.who(), frame, &page))
}

pub(super) async fn make(pass: May<ReadOwnCalendar>, State(house): State<House>, form: Form<Nothing>) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    acts::make_calendar(&house, &pass).await?;
    Ok(web::go(format!("/people/{}/calendar", pass.id())))
}

pub(super) async fn end(pass: May<ReadOwnCalendar>, State(house): State<House>, form: Form<Nothing>) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    acts::end_calendar(&house, &pass).await?;
    Ok(web::go(format!("/people/{}/calendar", pass.id())))
}

pub(super) async fn feed(pass: ByLink<ReadOwnCalendar>, State(house): State<House>) -> Result<Response, Problem> {
    let today = house.today();
    let meetings = store::meetings_of_person(&mut house.read().await?, *pass.id(), today, days(today, DAYS)).await?;
    let events: Vec<Event> = meetings.iter().map(letters::event).collect();
    let text = mail::calendar::feed(&web::words("own-calendar-name", &[]), &events, &house.settings.address, house.now());
    Ok(([(header::CONTENT_TYPE, "text/calendar; charset=utf-8"), (header::CACHE_CONTROL, "no-cache")], text).into_response())
}
