//! Appointing people to seats, and the ends of appointments.

use access::{House, May, Problem};
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::{AppointmentId, Error, Findings, SeatId};
use people::choose::{self, Choosing, OrganisationFields, PersonFields};
use serde::{Deserialize, Serialize};
use web::{Form, FormView, Frame};

use super::Choice;
use crate::model::{Appointed, AppointmentEnding, Body, NewAppointment, Role, Sitting};
use crate::rights::ManageBody;
use crate::{acts, store};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct AppointFields {
    #[serde(flatten)]
    person: PersonFields,
    role: String,
    post: String,
    #[serde(flatten)]
    organisation: OrganisationFields,
    starts_on: String,
    term_ends_on: String,
    note: String,
}

#[derive(Serialize)]
struct AppointPage {
    form: FormView,
    body: Body,
    seat: Sitting,
    roles: Vec<Choice>,
    choosing: Choosing,
    choosing_organisation: Choosing,
}

impl web::Page for AppointPage {
    const TEMPLATE: &'static str = "bodies/appoint.html";
    fn sample() -> Self {
        Self {
            form: FormView::default(),
            body: super::structure::sample_body(),
            seat: super::seats::sample_seat(),
            roles: super::choices::<Role>("role"),
            choosing: Choosing::sample(),
            choosing_organisation: Choosing::default(),
        }
    }
}
web::page!(AppointPage);

async fn seat_of(
    house: &House,
    pass: &May<ManageBody>,
    seat: SeatId,
    title: impl FnOnce(&Sitting) -> String,
) -> Result<(Body, Sitting, Frame), Problem> {
    let mut read = house.read().await?;
    let body = store::body(&mut read, *pass.id()).await?;
    let (of, seat) = store::seat(&mut read, seat).await?;
    if of != body.id {
        return Err(Error::NotFound.into());
    }
    let frame = super::frame(&mut read, &body, title(&seat))
        .await?
        .under(web::words("seats-title", &[]), format!("/bodies/{}/manage/seats", body.slug))
        .under(&seat.label, format!("/bodies/{}/manage/seats/{}", body.slug, seat.seat));
    Ok((body, seat, frame))
}

async fn appoint_page(
    house: &House,
    pass: &May<ManageBody>,
    seat: SeatId,
    refused: Option<(FormView, Choosing, Choosing)>,
) -> Result<Response, Problem> {
    let (body, seat, frame) = seat_of(house, pass, seat, |seat| web::words("appoint-title", &[("seat", &seat.label)])).await?;
    let again = refused.is_some();
    let role = if seat.people.iter().any(|p| p.role == Role::Holder && p.ends_on.is_none()) { Role::Substitute } else { Role::Holder };
    let (form, choosing, choosing_organisation) = refused.unwrap_or_else(|| {
        let form = FormView::new(house)
            .with("role", role)
            .with_day("starts_on", Some(house.today()))
            .with("post", seat.ex_officio_post.as_deref().unwrap_or_default());
        (form, Choosing::default(), Choosing::default())
    });
    let page = AppointPage { form, body, seat, roles: super::choices::<Role>("role"), choosing, choosing_organisation };
    Ok(if again { web::again(pass.who(), frame, &page) } else { web::page(pass.who(), frame, &page) })
}

pub(crate) async fn appointing(
    pass: May<ManageBody>,
    State(house): State<House>,
    Path((_, seat)): Path<(String, SeatId)>,
) -> Result<Response, Problem> {
    appoint_page(&house, &pass, seat, None).await
}

pub(crate) async fn appoint(
    pass: May<ManageBody>,
    State(house): State<House>,
    Path((slug, seat)): Path<(String, SeatId)>,
    form: Form<AppointFields>,
) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let fields = &form.value;
    let mut findings = Findings::none();
    let role = web::note(&mut findings, web::parse_word("role", &fields.role));
    let post = web::note(&mut findings, web::parse_line_if_any("post", &fields.post, 200)).flatten();
    let starts_on = web::note(&mut findings, web::parse_day_if_any("starts_on", &fields.starts_on)).flatten();
    let term_ends_on = web::note(&mut findings, web::parse_day_if_any("term_ends_on", &fields.term_ends_on)).flatten();
    let note = web::note(&mut findings, web::parse_line_if_any("note", &fields.note, 500)).flatten();
    let mut read = house.read().await?;
    let (person, choosing) = choose::person(&mut read, &mut findings, &fields.person).await?;
    let (organisation, choosing_organisation) = choose::organisation(&mut read, &mut findings, &fields.organisation).await?;
    drop(read);
    let (Some(person), Some(role), false) = (person, role, findings.refuses()) else {
        return appoint_page(&house, &pass, seat, Some((form.refused(findings), choosing, choosing_organisation))).await;
    };
    let person = super::recorded(&house, &pass, person).await?;
    let organisation = super::recorded_organisation(&house, &pass, organisation).await?;
    let new = NewAppointment { person, role, post, organisation, starts_on, term_ends_on, note };
    match form.outcome(acts::appoint(&house, &pass, seat, new).await)? {
        Ok(_) => Ok(web::go(format!("/bodies/{slug}/manage/seats/{seat}"))),
        Err(refused) => appoint_page(&house, &pass, seat, Some((refused, Choosing::default(), Choosing::default()))).await,
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct EndFields {
    ends_on: String,
    ending: String,
}

#[derive(Serialize)]
struct EndPage {
    form: FormView,
    body: Body,
    seat: Sitting,
    appointed: Appointed,
    endings: Vec<Choice>,
}

fn endings() -> Vec<Choice> {
    super::choices::<AppointmentEnding>("appointment-ending").into_iter().filter(|choice| choice.value != "seat-ended").collect()
}

impl web::Page for EndPage {
    const TEMPLATE: &'static str = "bodies/appointment-end.html";
    fn sample() -> Self {
        let seat = super::seats::sample_seat();
        let appointed = seat.people[0].clone();
        Self { form: FormView::default(), body: super::structure::sample_body(), seat, appointed, endings: endings() }
    }
}
web::page!(EndPage);

async fn end_page(house: &House, pass: &May<ManageBody>, seat: SeatId, id: AppointmentId, refused: Option<FormView>) -> Result<Response, Problem> {
    let name = |seat: &Sitting| seat.people.iter().find(|person| person.id == id).map(|person| person.name.clone());
    let title = |seat: &Sitting| web::words("appointment-end-title", &[("name", &name(seat).unwrap_or_default())]);
    let (body, seat, frame) = seat_of(house, pass, seat, title).await?;
    let appointed = seat.people.iter().find(|person| person.id == id).cloned().ok_or(Error::NotFound)?;
    let again = refused.is_some();
    let form = refused.unwrap_or_else(|| FormView::new(house).with_day("ends_on", Some(house.today())));
    let page = EndPage { form, body, seat, appointed, endings: endings() };
    Ok(if again { web::again(pass.who(), frame, &page) } else { web::page(pass.who(), frame, &page) })
}

pub(crate) async fn ending(
    pass: May<ManageBody>,
    State(house): State<House>,
    Path((_, seat, appointment)): Path<(String, SeatId, AppointmentId)>,
) -> Result<Response, Problem> {
    end_page(&house, &pass, seat, appointment, None).await
}

pub(crate) async fn end(
    pass: May<ManageBody>,
    State(house): State<House>,
    Path((slug, seat, appointment)): Path<(String, SeatId, AppointmentId)>,
    form: Form<EndFields>,
) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let mut findings = Findings::none();
    let on = web::note(&mut findings, web::parse_day("ends_on", &form.value.ends_on));
    let how = web::note(&mut findings, web::parse_word("ending", &form.value.ending));
    let (Some(on), Some(how)) = (on, how) else { return end_page(&house, &pass, seat, appointment, Some(form.refused(findings))).await };
    match form.outcome(acts::end_appointment(&house, &pass, appointment, on, how, None).await)? {
        Ok(()) => Ok(web::go(format!("/bodies/{slug}/manage/seats/{seat}"))),
        Err(refused) => end_page(&house, &pass, seat, appointment, Some(refused)).await,
    }
}
