//! The grounds on which a body keeps things from outsiders.

use access::{House, May, Problem};
use axum::extract::State;
use axum::response::Response;
use kernel::{Error, Findings};
use serde::{Deserialize, Serialize};
use web::{Form, FormView, note};

use super::framed;
use crate::grounds::{LISTS, list};
use crate::model::Ground;
use crate::rights::LodgePapers;
use crate::rules::LONGEST_LINE;
use crate::{acts, store};

#[derive(Serialize)]
struct ListLine {
    slug: &'static str,
    basis: &'static str,
    grounds: usize,
}

#[derive(Serialize)]
struct GroundsPage {
    form: FormView,
    slug: String,
    body: String,
    grounds: Vec<Ground>,
    lists: Vec<ListLine>,
}

impl web::Page for GroundsPage {
    const TEMPLATE: &'static str = "matters/grounds.html";
    fn sample() -> Self {
        let ground = |confidential| Ground {
            id: uuid::Uuid::nil(),
            code: "s41".to_owned(),
            basis: "Freedom of Information Act 2000, Part II".to_owned(),
            words: "Given in confidence".to_owned(),
            confidential,
        };
        Self {
            form: FormView::default(),
            slug: "wealdshire-board".to_owned(),
            body: "Board".to_owned(),
            grounds: vec![ground(true), ground(false)],
            lists: lists(),
        }
    }
}
web::page!(GroundsPage);

fn lists() -> Vec<ListLine> {
    LISTS.iter().map(|list| ListLine { slug: list.slug, basis: list.basis, grounds: list.grounds.len() }).collect()
}

async fn shown(pass: &May<LodgePapers>, house: &House, form: FormView) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let body = bodies::store::body(&mut read, *pass.id()).await?;
    let grounds = store::grounds(&mut read, body.id).await?;
    let frame = framed(&mut read, &body, web::words("grounds-title", &[])).await?.caption(&body.name);
    let page = GroundsPage { form, slug: body.slug, body: body.name, grounds, lists: lists() };
    Ok(if page.form.refuses() { web::again(pass.who(), frame, &page) } else { web::page(pass.who(), frame, &page) })
}

pub(crate) async fn grounds(pass: May<LodgePapers>, State(house): State<House>) -> Result<Response, Problem> {
    let form = FormView::new(&house);
    shown(&pass, &house, form).await
}

async fn done(pass: &May<LodgePapers>, house: &House, refused: Option<FormView>) -> Result<Response, Problem> {
    match refused {
        Some(form) => shown(pass, house, form).await,
        None => {
            let slug = bodies::store::body(&mut house.read().await?, *pass.id()).await?.slug;
            Ok(web::go(format!("/bodies/{slug}/grounds")))
        }
    }
}

/// Which list to take.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct ListFields {
    list: String,
}

pub(crate) async fn take_list(pass: May<LodgePapers>, State(house): State<House>, form: Form<ListFields>) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let result = match list(&form.value.list) {
        Some(list) => acts::take_list(&house, &pass, list).await,
        None => Err(Error::refuse(kernel::Finding::refuse("choice-missing").at("list"))),
    };
    let refused = form.outcome(result)?.err();
    done(&pass, &house, refused).await
}

/// What is typed to add a ground.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct GroundFields {
    code: String,
    basis: String,
    words: String,
    confidential: String,
}

pub(crate) async fn add_ground(pass: May<LodgePapers>, State(house): State<House>, form: Form<GroundFields>) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let mut findings = Findings::none();
    let code = note(&mut findings, web::parse_line("code", &form.value.code, 20)).unwrap_or_default();
    let basis = note(&mut findings, web::parse_line("basis", &form.value.basis, LONGEST_LINE)).unwrap_or_default();
    let words = note(&mut findings, web::parse_line("words", &form.value.words, LONGEST_LINE)).unwrap_or_default();
    let result = match findings.or_refuse() {
        Ok(_) => acts::add_ground(&house, &pass, &code, &basis, &words, form.value.confidential == "yes").await,
        Err(refused) => Err(refused),
    };
    let refused = form.outcome(result)?.err();
    done(&pass, &house, refused).await
}

/// Which ground to take off.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct RemoveFields {
    ground: String,
}

pub(crate) async fn remove_ground(pass: May<LodgePapers>, State(house): State<House>, form: Form<RemoveFields>) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let ground = form.value.ground.parse().map_err(|_| Error::NotFound)?;
    let refused = form.outcome(acts::remove_ground(&house, &pass, ground).await)?.err();
    done(&pass, &house, refused).await
}
