//! A meeting's day, hours, place and access; and calling it off.

use access::{House, May, Problem};
use axum::extract::State;
use axum::response::Response;
use kernel::{Error, Finding, Findings, Word as _};
use serde::{Deserialize, Serialize};
use web::{Form, FormView};

use super::sample;
use crate::acts;
use crate::model::{Arrangements, Meeting, MeetingKind, MeetingState};
use crate::rights::CallMeeting;
use crate::{rules, store};

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Fields {
    day: String,
    starts_at: String,
    ends_at: String,
    place: String,
    joining_link: String,
    access_note: String,
    kind: String,
    tell: String,
}

#[derive(Serialize)]
struct Arrange {
    meeting: Meeting,
    form: FormView,
    kinds: Vec<&'static str>,
}

impl web::Page for Arrange {
    const TEMPLATE: &'static str = "meetings/arrange.html";
    fn sample() -> Self {
        Self::new(sample::meeting(MeetingState::Called), FormView::default().with("kind", "ordinary"))
    }
}
web::page!(Arrange);

impl Arrange {
    fn new(meeting: Meeting, form: FormView) -> Self {
        Self { meeting, form, kinds: MeetingKind::ALL.iter().map(|word| word.word()).collect() }
    }
}

/// Reads hours, place and access as they were typed, each finding beside its field.
pub(super) fn read_arrangements(starts_at: &str, ends_at: &str, place: &str, link: &str, access: &str, findings: &mut Findings) -> Arrangements {
    let joining_link = web::note(findings, web::parse_line_if_any("joining_link", link, 500)).flatten();
    if let Some(link) = &joining_link {
        let sound = link.starts_with("https://") && !link.contains(char::is_whitespace);
        findings.push_if(!sound, || Finding::refuse("joining-link-https").at("joining_link"));
    }
    Arrangements {
        starts_at: web::note(findings, web::parse_hour_if_any("starts_at", starts_at)).flatten(),
        ends_at: web::note(findings, web::parse_hour_if_any("ends_at", ends_at)).flatten(),
        place: web::note(findings, web::parse_line_if_any("place", place, 300)).flatten(),
        joining_link,
        access_note: web::note(findings, web::parse_text_if_any("access_note", access, 1000)).flatten(),
    }
}

pub(super) async fn form(pass: May<CallMeeting>, State(house): State<House>) -> Result<Response, Problem> {
    let meeting = store::meeting(&mut house.read().await?, *pass.id()).await?;
    let form = arranged(&house, &meeting).with("tell", "yes");
    let frame = super::beneath(&meeting, web::words("arrange-title", &[]));
    Ok(web::page(pass.who(), frame, &Arrange::new(meeting, form)))
}

/// The form as the meeting stands.
fn arranged(house: &House, meeting: &Meeting) -> FormView {
    FormView::new(house)
        .at_version(meeting.version)
        .with_day("day", Some(meeting.day))
        .with_hour("starts_at", meeting.starts_at)
        .with_hour("ends_at", meeting.ends_at)
        .with("place", meeting.place.as_deref().unwrap_or_default())
        .with("joining_link", meeting.joining_link.as_deref().unwrap_or_default())
        .with("access_note", meeting.access_note.as_deref().unwrap_or_default())
        .with("kind", meeting.kind)
}

pub(super) async fn arrange(pass: May<CallMeeting>, State(house): State<House>, form: Form<Fields>) -> Result<Response, Problem> {
    let meeting = store::meeting(&mut house.read().await?, *pass.id()).await?;
    let frame = super::beneath(&meeting, web::words("arrange-title", &[]));
    let fields = &form.value;
    let mut findings = Findings::none();
    let day = web::note(&mut findings, web::parse_day("day", &fields.day));
    let arrangements = read_arrangements(&fields.starts_at, &fields.ends_at, &fields.place, &fields.joining_link, &fields.access_note, &mut findings);
    findings.extend(rules::hours(arrangements.starts_at, arrangements.ends_at));
    let (Some(day), false) = (day, findings.refuses()) else {
        return Ok(web::again(pass.who(), frame, &Arrange::new(meeting, form.refused(findings))));
    };
    let kind = MeetingKind::parse(&fields.kind).unwrap_or(meeting.kind);
    let pass = pass.with_key(Some(form.key));
    let done = match acts::arrange(&house, &pass, form.version, day, &arrangements, kind, fields.tell == "yes").await {
        Err(Error::Conflict(conflict)) => {
            let now = store::meeting(&mut house.read().await?, meeting.id).await?;
            let view = form.overtaken(&house, conflict, now.id.0, arranged(&house, &now)).await?;
            return Ok(web::conflicting(pass.who(), frame, &Arrange::new(now, view)));
        }
        done => form.outcome(done)?,
    };
    match done {
        Ok(_) => Ok(web::go(format!("/meetings/{}/prepare", meeting.id))),
        Err(view) => Ok(web::again(pass.who(), frame, &Arrange::new(meeting, view))),
    }
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Reason {
    reason: String,
}

#[derive(Serialize)]
struct Cancel {
    meeting: Meeting,
    form: FormView,
    people: usize,
}

impl web::Page for Cancel {
    const TEMPLATE: &'static str = "meetings/cancel.html";
    fn sample() -> Self {
        Self { meeting: sample::meeting(MeetingState::Called), form: FormView::default(), people: 38 }
    }
}
web::page!(Cancel);

async fn cancel_page(house: &House, pass: &May<CallMeeting>, form: FormView) -> Result<(web::Frame, Cancel), Problem> {
    let mut read = house.read().await?;
    let meeting = store::meeting(&mut read, *pass.id()).await?;
    let people = if meeting.called_at.is_some() { store::readers(&mut read, meeting.id, house.today(), meeting.body).await?.len() } else { 0 };
    Ok((super::beneath(&meeting, web::words("cancel-title", &[])), Cancel { meeting, form, people }))
}

pub(super) async fn cancel_form(pass: May<CallMeeting>, State(house): State<House>) -> Result<Response, Problem> {
    let (frame, page) = cancel_page(&house, &pass, FormView::new(&house)).await?;
    Ok(web::page(pass.who(), frame, &page))
}

pub(super) async fn cancel(pass: May<CallMeeting>, State(house): State<House>, form: Form<Reason>) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    match form.outcome(acts::cancel(&house, &pass, &form.value.reason).await)? {
        Ok(()) => Ok(web::go(format!("/meetings/{}", pass.id()))),
        Err(view) => {
            let (frame, page) = cancel_page(&house, &pass, view).await?;
            Ok(web::again(pass.who(), frame, &page))
        }
    }
}
