//! Beginning with a model: a text with blanks.

use std::collections::{BTreeMap, HashMap};

use access::{House, May, Problem};
use axum::extract::{Path, State};
use axum::response::Response;
use charter::{BlankType, Unfilled};
use kernel::{Finding, Findings};
use serde::Serialize;
use web::{Form, FormView};

use super::{KeepCharter, framed};
use crate::acts::draft::{self, Begin};
use crate::models;

#[derive(Serialize)]
struct ModelLine {
    slug: String,
    title: String,
    clauses: usize,
    blanks: usize,
    source: Option<String>,
}

#[derive(Serialize)]
struct ModelsPage {
    slug: String,
    models: Vec<ModelLine>,
}

impl web::Page for ModelsPage {
    const TEMPLATE: &'static str = "terms/models.html";
    fn sample() -> Self {
        let line = ModelLine {
            slug: "working-group".to_owned(),
            title: "Working group".to_owned(),
            clauses: 13,
            blanks: 9,
            source: Some("Kent Partnership, 5.4".to_owned()),
        };
        Self { slug: "wealdshire-board".to_owned(), models: vec![line] }
    }
}
web::page!(ModelsPage);

pub(crate) async fn choose_model(pass: May<KeepCharter>, State(house): State<House>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let body = bodies::store::body(&mut read, *pass.id()).await?;
    let frame = framed(&mut read, &body, web::words("charter-models-title", &[])).await?;
    let frame = frame.under(web::words("charter-title", &[]), format!("/bodies/{}/charter", body.slug));
    let line = |model: models::Model| ModelLine {
        slug: model.slug,
        title: model.charter.title.clone(),
        clauses: model.charter.clauses.len(),
        blanks: model.charter.blanks().len(),
        source: model.charter.head.source.clone(),
    };
    Ok(web::page(pass.who(), frame, &ModelsPage { slug: body.slug, models: models::all().into_iter().map(line).collect() }))
}

#[derive(Serialize)]
struct BlankField {
    field: String,
    name: String,
    of: &'static str,
    clauses: Vec<String>,
}

#[derive(Serialize)]
struct ModelPage {
    form: FormView,
    slug: String,
    model: String,
    blanks: Vec<BlankField>,
}

impl web::Page for ModelPage {
    const TEMPLATE: &'static str = "terms/model.html";
    fn sample() -> Self {
        let blank = |of| BlankField { field: format!("blank-{of}"), name: "name of the group".to_owned(), of, clauses: vec!["5.4 A".to_owned()] };
        Self {
            form: FormView::default(),
            slug: "wealdshire-board".to_owned(),
            model: "working-group".to_owned(),
            blanks: ["number", "name", "text", "list"].map(blank).into(),
        }
    }
}
web::page!(ModelPage);

fn blank_fields(model: &models::Model) -> Vec<BlankField> {
    let of = |of| match of {
        BlankType::Number => "number",
        BlankType::Name => "name",
        BlankType::Text => "text",
        BlankType::List => "list",
    };
    let blanks = model.charter.blanks().into_iter().enumerate();
    blanks.map(|(i, blank)| BlankField { field: format!("blank-{}", i + 1), name: blank.name, of: of(blank.of), clauses: blank.clauses }).collect()
}

async fn show_model(pass: &May<KeepCharter>, house: &House, model: &models::Model, form: FormView) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let body = bodies::store::body(&mut read, *pass.id()).await?;
    let frame = framed(&mut read, &body, model.charter.title.clone()).await?;
    let frame = frame
        .under(web::words("charter-title", &[]), format!("/bodies/{}/charter", body.slug))
        .under(web::words("charter-models-title", &[]), format!("/bodies/{}/charter/models", body.slug));
    let refused = form.refuses();
    let page = ModelPage { form, slug: body.slug, model: model.slug.clone(), blanks: blank_fields(model) };
    Ok(if refused { web::again(pass.who(), frame, &page) } else { web::page(pass.who(), frame, &page) })
}

pub(crate) async fn model(pass: May<KeepCharter>, State(house): State<House>, Path((_, name)): Path<(String, String)>) -> Result<Response, Problem> {
    let model = models::find(&name).ok_or(kernel::Error::NotFound)?;
    let mut form = FormView::new(&house);
    let body = bodies::store::body(&mut house.read().await?, *pass.id()).await?;
    if let Some(first) = blank_fields(&model).iter().find(|blank| blank.name.starts_with("name of the")) {
        form = form.with(&first.field, body.name);
    }
    show_model(&pass, &house, &model, form).await
}

/// Fills the blanks: the text becomes the draft.
pub(crate) async fn fill(
    pass: May<KeepCharter>,
    State(house): State<House>,
    Path((slug, name)): Path<(String, String)>,
    form: Form<HashMap<String, String>>,
) -> Result<Response, Problem> {
    let model = models::find(&name).ok_or(kernel::Error::NotFound)?;
    let fields = blank_fields(&model);
    let typed = |field: &str| form.value.get(field).map(|value| value.replace("\r\n", "\n")).unwrap_or_default();
    let answers: BTreeMap<String, String> = fields.iter().map(|blank| (blank.name.clone(), typed(&blank.field))).collect();
    match model.charter.fill(&answers) {
        Ok(text) => {
            let pass = pass.with_key(Some(form.key));
            match form.outcome(draft::begin(&house, &pass, Begin::Text(text)).await)? {
                Ok(()) => Ok(web::go(format!("/bodies/{slug}/charter/draft"))),
                Err(refused) => show_model(&pass, &house, &model, refused).await,
            }
        }
        Err(wrong) => {
            let field = |name: &str| fields.iter().find(|blank| blank.name == name).map_or("", |blank| blank.field.as_str()).to_owned();
            let finding = |wrong: Unfilled| match wrong {
                Unfilled::Missing(name) => Finding::refuse("blank-missing").at(&field(&name)).with("blank", name),
                Unfilled::Unknown(name) => Finding::refuse("blank-unknown").with("blank", name),
                Unfilled::NotANumber(name) => Finding::refuse("blank-not-a-number").at(&field(&name)).with("blank", name),
                Unfilled::NotOneLine(name) => Finding::refuse("blank-not-one-line").at(&field(&name)).with("blank", name),
            };
            let findings: Findings = wrong.into_iter().map(finding).collect();
            show_model(&pass, &house, &model, form.refused(findings)).await
        }
    }
}
