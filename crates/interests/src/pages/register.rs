//! The register of interests of a partnership.

use access::{House, May, Problem, Visible};
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::{Day, InterestId};
use serde::{Deserialize, Serialize};
use web::{Brand, Form, FormView, Frame, words};

use crate::model::{InterestKind, NewRegistered};
use crate::pages::{Choice, kinds};
use crate::rights::KeepRegister;
use crate::{acts, store};

#[derive(Debug, Serialize)]
struct Line {
    id: InterestId,
    name: String,
    kind: String,
    words: String,
    organisation: Option<String>,
    starts_on: Option<Day>,
    ends_on: Option<Day>,
    may_end: bool,
}

#[derive(Debug, Serialize)]
struct RegisterPage {
    act: String,
    lines: Vec<Line>,
    people: Vec<Choice>,
    organisations: Vec<Choice>,
    kinds: Vec<Choice>,
    form: FormView,
}

async fn show(pass: &May<KeepRegister>, house: &House, form: FormView) -> Result<(Frame, RegisterPage), Problem> {
    let partnership = *pass.id();
    let mut read = house.read().await?;
    let (name, slug) = store::partnership_name(&mut read, partnership).await?;
    let register = Visible::under(pass, store::register(&mut read, partnership, None).await?);
    let people = store::people_of(&mut read, partnership, house.today()).await?;
    let organisations = store::organisations_of(&mut read, partnership).await?;
    let officer = pass.capacity() == "secretary";
    let mine = |person| officer || Some(person) == pass.person();
    let lines = register.get().iter().map(|interest| Line {
        id: interest.id,
        name: interest.person_name.clone(),
        kind: words(&format!("interest-kind-{}", interest.kind), &[]),
        words: interest.words.clone(),
        organisation: interest.organisation_name.clone(),
        starts_on: interest.starts_on,
        ends_on: interest.ends_on,
        may_end: interest.ends_on.is_none() && mine(interest.person),
    });
    let act = format!("/partnerships/{slug}/interests");
    let page = RegisterPage {
        act,
        lines: lines.collect(),
        people: people.iter().filter(|(id, _)| mine(*id)).map(|(id, name)| Choice::of(id, name)).collect(),
        organisations: organisations.iter().map(|(id, name)| Choice::of(id, name)).collect(),
        kinds: kinds(),
        form,
    };
    let home = format!("/partnerships/{slug}");
    let brand = Brand { name: name.clone(), href: home.clone(), theme: None };
    Ok((Frame::titled(words("interests-register-title", &[])).under(name, home).of(brand), page))
}

/// `GET /partnerships/{partnership}/interests`
pub async fn register(pass: May<KeepRegister>, State(house): State<House>) -> Result<Response, Problem> {
    let form = FormView::new(&house).with("person", pass.person().map(|id| id.to_string()).unwrap_or_default());
    let (frame, page) = show(&pass, &house, form).await?;
    Ok(web::page(pass.who(), frame, &page))
}

/// What is typed to register an interest.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct RegisterFields {
    person: String,
    kind: String,
    organisation: String,
    words: String,
    starts_on: String,
}

/// `POST /partnerships/{partnership}/interests`
pub async fn add(pass: May<KeepRegister>, State(house): State<House>, form: Form<RegisterFields>) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let typed = &form.value;
    let mut findings = kernel::Findings::none();
    let person = web::note(&mut findings, web::parse_id("person", &typed.person));
    let kind = web::note(&mut findings, web::parse_word::<InterestKind>("kind", &typed.kind));
    let organisation = web::note(&mut findings, web::parse_id_if_any("organisation", &typed.organisation));
    let starts_on = web::note(&mut findings, web::parse_day_if_any("starts_on", &typed.starts_on));
    let done = match (person, kind, organisation, starts_on) {
        (Some(person), Some(kind), Some(organisation), Some(starts_on)) => {
            acts::register(&house, &pass, NewRegistered { person, kind, organisation, words: typed.words.clone(), starts_on }).await
        }
        _ => Err(kernel::Error::Refused(findings)),
    };
    match form.outcome(done)? {
        Ok(_) => {
            let (_, slug) = store::partnership_name(&mut house.read().await?, *pass.id()).await?;
            Ok(web::go(format!("/partnerships/{slug}/interests")))
        }
        Err(view) => {
            let (frame, page) = show(&pass, &house, view).await?;
            Ok(web::again(pass.who(), frame, &page))
        }
    }
}

/// Nothing is typed to end one: it ends today.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Nothing {}

/// `POST /partnerships/{partnership}/interests/{interest}/end`
pub async fn end(
    pass: May<KeepRegister>,
    State(house): State<House>,
    Path((slug, interest)): Path<(String, InterestId)>,
    form: Form<Nothing>,
) -> Result<Response, Problem> {
    let today = house.today();
    acts::end(&house, &pass.with_key(Some(form.key)), interest, today).await?;
    Ok(web::go(format!("/partnerships/{slug}/interests")))
}

impl web::Page for RegisterPage {
    const TEMPLATE: &'static str = "interests/register.html";
    fn sample() -> Self {
        let line = Line {
            id: InterestId(uuid::Uuid::nil()),
            name: "Keith Austin".into(),
            kind: "Professional".into(),
            words: "Chief officer, unpaid since 2005".into(),
            organisation: Some("Age Concern Malling".into()),
            starts_on: Some(jiff::civil::date(2005, 4, 1)),
            ends_on: None,
            may_end: true,
        };
        let choice = |text: &str| vec![Choice::of("1", text)];
        Self {
            act: "/partnerships/west-kent/interests".into(),
            lines: vec![line],
            people: choice("Keith Austin"),
            organisations: choice("Age Concern Malling"),
            kinds: kinds(),
            form: FormView::default(),
        }
    }
}
web::page!(RegisterPage);
