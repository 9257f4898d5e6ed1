//! The page that keeps an organisation's record: its name and kind, and which one followed it.

use access::{House, May, Problem};
use axum::extract::State;
use axum::response::Response;
use kernel::{Error, Findings, OrganisationId};
use serde::{Deserialize, Serialize};
use web::{Form, FormView, Frame};

use crate::choose::{self, Choosing, OrganisationFields};
use crate::model::{Organisation, OrganisationFace, Succession};
use crate::rights::{KeepOrganisation, RecordPeople};
use crate::{acts, store};

#[derive(Serialize)]
struct OrganisationPage {
    form: FormView,
    name_form: FormView,
    organisation: Organisation,
    names: Vec<String>,
    successions: Vec<Succession>,
    choosing: Choosing,
}

impl web::Page for OrganisationPage {
    const TEMPLATE: &'static str = "people/organisation-keep.html";
    fn sample() -> Self {
        let organisation = Organisation {
            id: OrganisationId(uuid::Uuid::from_u128(1)),
            slug: "maidstone-weald-pct".to_owned(),
            name: "Maidstone Weald Primary Care Trust".to_owned(),
            short_name: None,
            kind: Some("health".to_owned()),
            ended_on: Some(jiff::civil::date(2006, 10, 1)),
            version: 1,
        };
        let succession = Succession {
            earlier: organisation.id,
            earlier_name: organisation.name.clone(),
            later: organisation.id,
            later_name: "West Kent Primary Care Trust".to_owned(),
            happened_on: organisation.ended_on,
            note: Some("merged with two others".to_owned()),
        };
        Self {
            form: FormView::default(),
            name_form: FormView::default(),
            organisation,
            names: vec!["Maidstone Weald PCT".to_owned()],
            successions: vec![succession],
            choosing: Choosing::sample(),
        }
    }
}
web::page!(OrganisationPage);

/// Which of the page's forms was refused.
enum Refused {
    Name(FormView),
    Succession(FormView, Choosing),
}

fn named(house: &House, organisation: &Organisation) -> FormView {
    FormView::new(house)
        .at_version(organisation.version)
        .with("name", &organisation.name)
        .with("short_name", organisation.short_name.as_deref().unwrap_or_default())
        .with("kind", organisation.kind.as_deref().unwrap_or_default())
}

async fn organisation_page(house: &House, pass: &May<KeepOrganisation>, refused: Option<Refused>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let organisation = store::organisation(&mut read, *pass.id()).await?;
    let successions = store::successions(&mut read, organisation.id).await?;
    let names = store::organisation_names(&mut read, organisation.id).await?;
    let frame = Frame::titled(web::words("organisation-keep-title", &[("name", &organisation.name)]))
        .under(&organisation.name, format!("/organisations/{}", organisation.id))
        .noindex();
    let again = refused.is_some();
    let mut page = OrganisationPage {
        form: FormView::new(house),
        name_form: named(house, &organisation),
        organisation,
        names,
        successions,
        choosing: Choosing::default(),
    };
    match refused {
        None => {}
        Some(Refused::Name(form)) => page.name_form = form,
        Some(Refused::Succession(form, choosing)) => (page.form, page.choosing) = (form, choosing),
    }
    let overtaken = page.name_form.is_overtaken();
    Ok(if again { web::once_more(pass.who(), frame, &page, overtaken) } else { web::page(pass.who(), frame, &page) })
}

pub(crate) async fn organisation(pass: May<KeepOrganisation>, State(house): State<House>) -> Result<Response, Problem> {
    organisation_page(&house, &pass, None).await
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct FaceFields {
    name: String,
    short_name: String,
    kind: String,
}

pub(crate) async fn describe(pass: May<KeepOrganisation>, State(house): State<House>, form: Form<FaceFields>) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let mut findings = Findings::none();
    let name = web::note(&mut findings, web::parse_line("name", &form.value.name, crate::rules::LONGEST_NAME));
    let short_name = web::note(&mut findings, web::parse_line_if_any("short_name", &form.value.short_name, 60)).flatten();
    let kind = web::note(&mut findings, web::parse_line_if_any("kind", &form.value.kind, 60)).flatten();
    let (Some(name), false) = (name, findings.refuses()) else {
        return organisation_page(&house, &pass, Some(Refused::Name(form.refused(findings)))).await;
    };
    let face = OrganisationFace { name, short_name, kind };
    let done = match acts::describe_organisation(&house, &pass, &face, form.version).await {
        Err(Error::Conflict(conflict)) => {
            let now = store::organisation(&mut house.read().await?, *pass.id()).await?;
            let view = form.overtaken(&house, conflict, pass.id().0, named(&house, &now)).await?;
            return organisation_page(&house, &pass, Some(Refused::Name(view))).await;
        }
        done => form.outcome(done)?,
    };
    match done {
        Ok(()) => Ok(web::go(format!("/organisations/{}", pass.id()))),
        Err(refused) => organisation_page(&house, &pass, Some(Refused::Name(refused))).await,
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct SuccessionFields {
    #[serde(flatten)]
    organisation: OrganisationFields,
    happened_on: String,
    note: String,
}

pub(crate) async fn succeed(pass: May<KeepOrganisation>, State(house): State<House>, form: Form<SuccessionFields>) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let fields = &form.value;
    let mut findings = Findings::none();
    let on = web::note(&mut findings, web::parse_day_if_any("happened_on", &fields.happened_on)).flatten();
    let note = web::note(&mut findings, web::parse_line_if_any("note", &fields.note, 500)).flatten();
    let (later, choosing) = choose::organisation(&mut house.read().await?, &mut findings, &fields.organisation).await?;
    findings.push_if(later.is_none() && !findings.refuses(), || kernel::Finding::refuse("text-missing").at("organisation"));
    let (Some(later), false) = (later, findings.refuses()) else {
        return organisation_page(&house, &pass, Some(Refused::Succession(form.refused(findings), choosing))).await;
    };
    let part = if let choose::Chosen::New(new) = &later { new.name.clone() } else { String::new() };
    let later = choose::recorded_organisation(&house, &pass.hand_on_once(pass.partnership(), &part), later).await?;
    let leave = pass.hand_on_once::<RecordPeople>(pass.partnership(), "succession of this form");
    match form.outcome(acts::succeed_organisation(&house, &leave, *pass.id(), later, on, note.as_deref()).await) {
        Ok(Ok(())) | Err(Problem(Error::Repeated(_))) => Ok(web::go(format!("/organisations/{}", pass.id()))),
        Ok(Err(refused)) => organisation_page(&house, &pass, Some(Refused::Succession(refused, Choosing::default()))).await,
        Err(problem) => Err(problem),
    }
}
