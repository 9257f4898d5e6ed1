//! The offices of a body: taken and left.

use access::{House, May, Problem};
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::{Error, Findings, OfficeId};
use people::choose::{self, Choosing, PersonFields};
use serde::{Deserialize, Serialize};
use web::{Form, FormView};

use super::Choice;
use crate::model::{Body, HowFilled, NewOffice, Office, OfficeKind};
use crate::rights::ManageBody;
use crate::{acts, rules, store};

pub(crate) fn sample_office() -> Office {
    Office {
        id: uuid::Uuid::from_u128(1).into(),
        body: uuid::Uuid::from_u128(2).into(),
        person: uuid::Uuid::from_u128(3).into(),
        name: "Maud Penhaligon-Featherstonehaugh".to_owned(),
        kind: OfficeKind::Chair,
        title: Some("Convener".to_owned()),
        how: Some(HowFilled::Elected),
        starts_on: Some(jiff::civil::date(2026, 1, 18)),
        starts_at_item: Some(uuid::Uuid::from_u128(4).into()),
        ends_on: None,
        ends_at_item: None,
        note: Some("acting".to_owned()),
    }
}

#[derive(Serialize)]
struct OfficesPage {
    body: Body,
    now: Vec<Office>,
    before: Vec<Office>,
    missing: Vec<OfficeKind>,
}

impl web::Page for OfficesPage {
    const TEMPLATE: &'static str = "bodies/offices.html";
    fn sample() -> Self {
        let left = Office { ends_on: Some(jiff::civil::date(2026, 1, 18)), ends_at_item: Some(uuid::Uuid::from_u128(4).into()), ..sample_office() };
        Self { body: super::structure::sample_body(), now: vec![sample_office()], before: vec![left], missing: vec![OfficeKind::Secretary] }
    }
}
web::page!(OfficesPage);

pub(crate) async fn list(pass: May<ManageBody>, State(house): State<House>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let today = house.today();
    let body = store::body(&mut read, *pass.id()).await?;
    let offices = store::offices(&mut read, body.id, None).await?;
    let (now, before): (Vec<Office>, Vec<Office>) = offices.into_iter().partition(|office| office.ends_on.is_none_or(|end| end >= today));
    let frame = super::frame(&mut read, &body, web::words("offices-title", &[])).await?;
    let missing = rules::offices_missing(&now);
    Ok(web::page(pass.who(), frame, &OfficesPage { body, now, before, missing }))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct TakeFields {
    #[serde(flatten)]
    person: PersonFields,
    kind: String,
    title: String,
    how: String,
    starts_on: String,
    note: String,
}

#[derive(Serialize)]
struct TakePage {
    form: FormView,
    body: Body,
    kinds: Vec<Choice>,
    hows: Vec<Choice>,
    choosing: Choosing,
}

impl web::Page for TakePage {
    const TEMPLATE: &'static str = "bodies/office-take.html";
    fn sample() -> Self {
        Self {
            form: FormView::default(),
            body: super::structure::sample_body(),
            kinds: super::choices::<OfficeKind>("office-kind"),
            hows: super::choices::<HowFilled>("how-filled"),
            choosing: Choosing::sample(),
        }
    }
}
web::page!(TakePage);

async fn take_page(house: &House, pass: &May<ManageBody>, refused: Option<(FormView, Choosing)>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let body = store::body(&mut read, *pass.id()).await?;
    let frame = super::frame(&mut read, &body, web::words("office-take-title", &[]))
        .await?
        .under(web::words("offices-title", &[]), format!("/bodies/{}/manage/offices", body.slug));
    let again = refused.is_some();
    let (form, choosing) = refused.unwrap_or_else(|| (FormView::new(house).with_day("starts_on", Some(house.today())), Choosing::default()));
    let page = TakePage { form, body, kinds: super::choices::<OfficeKind>("office-kind"), hows: super::choices::<HowFilled>("how-filled"), choosing };
    Ok(if again { web::again(pass.who(), frame, &page) } else { web::page(pass.who(), frame, &page) })
}

pub(crate) async fn taking(pass: May<ManageBody>, State(house): State<House>) -> Result<Response, Problem> {
    take_page(&house, &pass, None).await
}

pub(crate) async fn take(
    pass: May<ManageBody>,
    State(house): State<House>,
    Path(slug): Path<String>,
    form: Form<TakeFields>,
) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let fields = &form.value;
    let mut findings = Findings::none();
    let kind = web::note(&mut findings, web::parse_word("kind", &fields.kind));
    let title = web::note(&mut findings, web::parse_line_if_any("title", &fields.title, 200)).flatten();
    let how = if fields.how.is_empty() { None } else { web::note(&mut findings, web::parse_word("how", &fields.how)) };
    let starts_on = web::note(&mut findings, web::parse_day_if_any("starts_on", &fields.starts_on)).flatten();
    let note = web::note(&mut findings, web::parse_line_if_any("note", &fields.note, 500)).flatten();
    let (person, choosing) = choose::person(&mut house.read().await?, &mut findings, &fields.person).await?;
    let (Some(person), Some(kind), false) = (person, kind, findings.refuses()) else {
        return take_page(&house, &pass, Some((form.refused(findings), choosing))).await;
    };
    let person = super::recorded(&house, &pass, person).await?;
    let new = NewOffice { person, kind, title, how, starts_on, starts_at_item: None, note };
    match form.outcome(acts::take_office(&house, &pass, new).await)? {
        Ok(_) => Ok(web::go(format!("/bodies/{slug}/manage/offices"))),
        Err(refused) => take_page(&house, &pass, Some((refused, Choosing::default()))).await,
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct LeaveFields {
    ends_on: String,
}

#[derive(Serialize)]
struct LeavePage {
    form: FormView,
    body: Body,
    office: Office,
    last_secretary: bool,
}

impl web::Page for LeavePage {
    const TEMPLATE: &'static str = "bodies/office-leave.html";
    fn sample() -> Self {
        Self { form: FormView::default(), body: super::structure::sample_body(), office: sample_office(), last_secretary: true }
    }
}
web::page!(LeavePage);

async fn leave_page(house: &House, pass: &May<ManageBody>, id: OfficeId, refused: Option<FormView>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let body = store::body(&mut read, *pass.id()).await?;
    let offices = store::offices(&mut read, body.id, None).await?;
    let office = offices.iter().find(|office| office.id == id).cloned().ok_or(Error::NotFound)?;
    let others = offices.iter().any(|other| other.id != id && other.kind == OfficeKind::Secretary && other.ends_on.is_none());
    let frame = super::frame(&mut read, &body, web::words("office-leave-title", &[("name", &office.name)]))
        .await?
        .under(web::words("offices-title", &[]), format!("/bodies/{}/manage/offices", body.slug));
    let again = refused.is_some();
    let form = refused.unwrap_or_else(|| FormView::new(house).with_day("ends_on", Some(house.today())));
    let page = LeavePage { form, body, last_secretary: office.kind == OfficeKind::Secretary && !others, office };
    Ok(if again { web::again(pass.who(), frame, &page) } else { web::page(pass.who(), frame, &page) })
}

pub(crate) async fn leaving(
    pass: May<ManageBody>,
    State(house): State<House>,
    Path((_, office)): Path<(String, OfficeId)>,
) -> Result<Response, Problem> {
    leave_page(&house, &pass, office, None).await
}

pub(crate) async fn leave(
    pass: May<ManageBody>,
    State(house): State<House>,
    Path((slug, office)): Path<(String, OfficeId)>,
    form: Form<LeaveFields>,
) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let on = match web::parse_day("ends_on", &form.value.ends_on) {
        Ok(on) => on,
        Err(finding) => return leave_page(&house, &pass, office, Some(form.refused(finding.into()))).await,
    };
    match form.outcome(acts::leave_office(&house, &pass, office, on, None, None).await)? {
        Ok(()) => Ok(web::go(format!("/bodies/{slug}/manage/offices"))),
        Err(refused) => leave_page(&house, &pass, office, Some(refused)).await,
    }
}
