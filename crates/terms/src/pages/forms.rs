//! The forms of the secretariat: a new draft, a model with its blanks, adoption, the end of a version.

use std::collections::{BTreeMap, HashMap};

use access::{House, May, Problem};
use axum::extract::{Path, State};
use axum::response::Response;
use charter::{BlankType, Unfilled};
use kernel::{Finding, Findings};
use serde::{Deserialize, Serialize};
use web::{Form, FormView, note};

use super::{KeepCharter, Line, framed};
use crate::acts::{self, LONGEST_LINE, LONGEST_TEXT};
use crate::model::{Adoption, NewVersion};
use crate::{models, store};

/// Something wrong with a text, beside the line it stands in.
#[derive(Debug, Clone, Serialize)]
struct Trouble {
    line: usize,
    clause: Option<String>,
    message: String,
    excerpt: String,
    /// Spaces and carets that stand beneath the excerpt.
    caret: String,
    expected: Vec<String>,
    suggestion: Option<String>,
}

fn troubles(text: &str) -> Vec<Trouble> {
    charter::read(text)
        .problems
        .into_iter()
        .map(|problem| Trouble {
            line: problem.line,
            caret: format!("{}{}", " ".repeat(problem.column.saturating_sub(1)), "^".repeat(problem.length.clamp(1, 80))),
            clause: problem.clause,
            message: problem.message,
            excerpt: problem.excerpt,
            expected: problem.expected.into_iter().take(12).collect(),
            suggestion: problem.suggestion,
        })
        .collect()
}

#[derive(Serialize)]
struct DraftPage {
    form: FormView,
    slug: String,
    troubles: Vec<Trouble>,
    from_model: bool,
}

impl web::Page for DraftPage {
    const TEMPLATE: &'static str = "terms/draft.html";
    fn sample() -> Self {
        let text = "---\nbody: Board\n---\n# Terms\n\n**1** Quorum.\n\n> Rule: the quorum are half.\n";
        Self { form: FormView::default().with("text", text), slug: "wealdshire-board".to_owned(), troubles: troubles(text), from_model: true }
    }
}
web::page!(DraftPage);

/// What is typed to lay a version.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct DraftFields {
    title: String,
    text: String,
    dated: String,
    source: String,
    note: String,
    standing: String,
}

pub(crate) async fn draft(pass: May<KeepCharter>, State(house): State<House>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let mut form = FormView::new(&house).with("standing", "draft");
    if let Some(now) = store::newest(&mut read, *pass.id(), house.today()).await? {
        form = form.with("text", &now.charter.source);
    }
    show_draft(&pass, &house, form, false, String::new()).await
}

async fn show_draft(pass: &May<KeepCharter>, house: &House, form: FormView, from_model: bool, text: String) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let body = bodies::store::body(&mut read, *pass.id()).await?;
    let frame = framed(&mut read, &body, web::words("charter-draft-title", &[])).await?;
    let frame = frame.under(web::words("charter-title", &[]), format!("/bodies/{}/charter", body.slug));
    let refused = form.refuses();
    let page = DraftPage { form, slug: body.slug, troubles: if text.is_empty() { Vec::new() } else { troubles(&text) }, from_model };
    Ok(if refused { web::again(pass.who(), frame, &page) } else { web::page(pass.who(), frame, &page) })
}

pub(crate) async fn lay(pass: May<KeepCharter>, State(house): State<House>, form: Form<DraftFields>) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let mut findings = Findings::none();
    let title = note(&mut findings, web::parse_line_if_any("title", &form.value.title, LONGEST_LINE)).flatten();
    let dated = note(&mut findings, web::parse_day_if_any("dated", &form.value.dated)).flatten();
    let source = note(&mut findings, web::parse_line_if_any("source", &form.value.source, LONGEST_LINE)).flatten();
    let remark = note(&mut findings, web::parse_text_if_any("note", &form.value.note, 4000)).flatten();
    let text = note(&mut findings, web::parse_text("text", &form.value.text, LONGEST_TEXT)).unwrap_or_default();
    if findings.refuses() {
        return show_draft(&pass, &house, form.refused(findings), false, text).await;
    }
    let new = NewVersion {
        title,
        text: format!("{text}\n"),
        dated,
        adoption_not_recorded: form.value.standing == "adoption-not-recorded",
        source,
        note: remark,
    };
    match form.outcome(acts::lay(&house, &pass, new).await)? {
        Ok((_, number)) => {
            let slug = bodies::store::body(&mut house.read().await?, *pass.id()).await?.slug;
            Ok(web::go(format!("/bodies/{slug}/charter/versions/{number}")))
        }
        Err(refused) => show_draft(&pass, &house, refused, false, text).await,
    }
}

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

/// Fills the blanks and shows the text, ready to be laid. Nothing is kept before that.
pub(crate) async fn fill(
    pass: May<KeepCharter>,
    State(house): State<House>,
    Path((_, name)): Path<(String, String)>,
    form: Form<HashMap<String, String>>,
) -> Result<Response, Problem> {
    let model = models::find(&name).ok_or(kernel::Error::NotFound)?;
    let fields = blank_fields(&model);
    let typed = |field: &str| form.value.get(field).map(|value| value.replace("\r\n", "\n")).unwrap_or_default();
    let answers: BTreeMap<String, String> = fields.iter().map(|blank| (blank.name.clone(), typed(&blank.field))).collect();
    match model.charter.fill(&answers) {
        Ok(text) => {
            let view = FormView::new(&house).with("text", &text).with("standing", "draft");
            show_draft(&pass, &house, view, true, text).await
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

#[derive(Serialize)]
struct AdoptPage {
    form: FormView,
    slug: String,
    line: Line,
    body: String,
}

impl web::Page for AdoptPage {
    const TEMPLATE: &'static str = "terms/adopt.html";
    fn sample() -> Self {
        Self {
            form: FormView::default(),
            slug: "wealdshire-board".to_owned(),
            line: super::document::sample_line(2, "draft"),
            body: "Board".to_owned(),
        }
    }
}
web::page!(AdoptPage);

/// What is typed to record an adoption.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct AdoptFields {
    on: String,
    decision: String,
    words: String,
    starts_on: String,
}

pub(crate) async fn adoption(
    pass: May<KeepCharter>,
    State(house): State<House>,
    Path((_, number)): Path<(String, i64)>,
) -> Result<Response, Problem> {
    let version = store::version(&mut house.read().await?, *pass.id(), number).await?.version;
    let form = FormView::new(&house).at_version(version.version);
    show_adoption(&pass, &house, number, form).await
}

async fn show_adoption(pass: &May<KeepCharter>, house: &House, number: i64, form: FormView) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let body = bodies::store::body(&mut read, *pass.id()).await?;
    let version = store::version(&mut read, body.id, number).await?.version;
    let frame = framed(&mut read, &body, web::words("charter-adopt-title", &[("number", &number.to_string())])).await?;
    let frame = frame.under(web::words("charter-title", &[]), format!("/bodies/{}/charter", body.slug));
    let refused = form.refuses();
    let page = AdoptPage { form, slug: body.slug, line: Line::of(&version, house.today(), number), body: body.name };
    Ok(if refused { web::again(pass.who(), frame, &page) } else { web::page(pass.who(), frame, &page) })
}

pub(crate) async fn adopt(
    pass: May<KeepCharter>,
    State(house): State<House>,
    Path((slug, number)): Path<(String, i64)>,
    form: Form<AdoptFields>,
) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let mut findings = Findings::none();
    let on = note(&mut findings, web::parse_day("on", &form.value.on));
    let starts_on = note(&mut findings, web::parse_day_if_any("starts_on", &form.value.starts_on)).flatten();
    let words = note(&mut findings, web::parse_line_if_any("words", &form.value.words, LONGEST_LINE)).flatten();
    let decision = note(&mut findings, web::parse_id_if_any("decision", &form.value.decision)).flatten();
    let Some(on) = on.filter(|_| !findings.refuses()) else {
        return show_adoption(&pass, &house, number, form.refused(findings)).await;
    };
    let adoption = Adoption { on, decision, words, starts_on };
    match form.outcome(acts::record_adoption(&house, &pass, number, form.version, adoption).await)? {
        Ok(()) => Ok(web::go(format!("/bodies/{slug}/charter/versions/{number}"))),
        Err(refused) => show_adoption(&pass, &house, number, refused).await,
    }
}

#[derive(Serialize)]
struct EndPage {
    form: FormView,
    slug: String,
    line: Line,
    body: String,
}

impl web::Page for EndPage {
    const TEMPLATE: &'static str = "terms/end.html";
    fn sample() -> Self {
        Self {
            form: FormView::default(),
            slug: "wealdshire-board".to_owned(),
            line: super::document::sample_line(2, "draft"),
            body: "Board".to_owned(),
        }
    }
}
web::page!(EndPage);

/// What is typed to end a version.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct EndFields {
    on: String,
}

pub(crate) async fn ending(pass: May<KeepCharter>, State(house): State<House>, Path((_, number)): Path<(String, i64)>) -> Result<Response, Problem> {
    let version = store::version(&mut house.read().await?, *pass.id(), number).await?.version;
    let form = FormView::new(&house).at_version(version.version);
    show_ending(&pass, &house, number, form).await
}

async fn show_ending(pass: &May<KeepCharter>, house: &House, number: i64, form: FormView) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let body = bodies::store::body(&mut read, *pass.id()).await?;
    let version = store::version(&mut read, body.id, number).await?.version;
    let frame = framed(&mut read, &body, web::words("charter-end-title", &[("number", &number.to_string())])).await?;
    let frame = frame.under(web::words("charter-title", &[]), format!("/bodies/{}/charter", body.slug));
    let refused = form.refuses();
    let page = EndPage { form, slug: body.slug, line: Line::of(&version, house.today(), number), body: body.name };
    Ok(if refused { web::again(pass.who(), frame, &page) } else { web::page(pass.who(), frame, &page) })
}

pub(crate) async fn end(
    pass: May<KeepCharter>,
    State(house): State<House>,
    Path((slug, number)): Path<(String, i64)>,
    form: Form<EndFields>,
) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let draft = store::version(&mut house.read().await?, *pass.id(), number).await?.version.state == crate::CharterState::Draft;
    let done = if draft {
        acts::withdraw(&house, &pass, number, form.version).await
    } else {
        match web::parse_day("on", &form.value.on) {
            Ok(on) => acts::supersede(&house, &pass, number, form.version, on).await,
            Err(finding) => Err(kernel::Error::refuse(finding)),
        }
    };
    match form.outcome(done)? {
        Ok(()) => Ok(web::go(format!("/bodies/{slug}/charter/versions/{number}"))),
        Err(refused) => show_ending(&pass, &house, number, refused).await,
    }
}
