//! The forms about a version: terms that are in use already, adoption, the end.

use access::{House, May, Problem};
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::Findings;
use serde::{Deserialize, Serialize};
use web::{Form, FormView, Told, note, told};

use super::trouble::{Trouble, troubles};
use super::{KeepCharter, Line, framed};
use crate::acts::{self, LONGEST_LINE, LONGEST_TEXT};
use crate::model::{Adoption, NewVersion, Proposed};
use crate::{CharterState, store};

#[derive(Serialize)]
struct LayPage {
    form: FormView,
    slug: String,
    troubles: Vec<Trouble>,
}

impl web::Page for LayPage {
    const TEMPLATE: &'static str = "terms/lay.html";
    fn sample() -> Self {
        let text = "---\nbody: Board\n---\n# Terms\n\n**1** Quorum.\n\n> Rule: the quorum are half.\n";
        Self { form: FormView::default().with("text", text), slug: "wealdshire-board".to_owned(), troubles: troubles(text) }
    }
}
web::page!(LayPage);

/// What is typed to lay terms that are in use.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct LayFields {
    title: String,
    text: String,
    dated: String,
    source: String,
    note: String,
}

pub(crate) async fn laying(pass: May<KeepCharter>, State(house): State<House>) -> Result<Response, Problem> {
    show_lay(&pass, &house, FormView::new(&house), String::new()).await
}

async fn show_lay(pass: &May<KeepCharter>, house: &House, form: FormView, text: String) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let body = bodies::store::body(&mut read, *pass.id()).await?;
    let frame = framed(&mut read, &body, web::words("charter-lay", &[])).await?;
    let frame = frame.under(web::words("charter-title", &[]), format!("/bodies/{}/charter", body.slug));
    let refused = form.refuses();
    let page = LayPage { form, slug: body.slug, troubles: if text.is_empty() { Vec::new() } else { troubles(&text) } };
    Ok(if refused { web::again(pass.who(), frame, &page) } else { web::page(pass.who(), frame, &page) })
}

pub(crate) async fn lay(pass: May<KeepCharter>, State(house): State<House>, form: Form<LayFields>) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let mut findings = Findings::none();
    let title = note(&mut findings, web::parse_line_if_any("title", &form.value.title, LONGEST_LINE)).flatten();
    let dated = note(&mut findings, web::parse_day_if_any("dated", &form.value.dated)).flatten();
    let source = note(&mut findings, web::parse_line_if_any("source", &form.value.source, LONGEST_LINE)).flatten();
    let remark = note(&mut findings, web::parse_text_if_any("note", &form.value.note, 4000)).flatten();
    let text = note(&mut findings, web::parse_text("text", &form.value.text, LONGEST_TEXT)).unwrap_or_default();
    if findings.refuses() {
        return show_lay(&pass, &house, form.refused(findings), text).await;
    }
    let new = NewVersion { title, text: format!("{text}\n"), dated, adoption_not_recorded: true, source, note: remark };
    match form.outcome(acts::lay(&house, &pass, new).await)? {
        Ok((_, number)) => {
            let slug = bodies::store::body(&mut house.read().await?, *pass.id()).await?.slug;
            Ok(web::go(format!("/bodies/{slug}/charter/versions/{number}")))
        }
        Err(refused) => show_lay(&pass, &house, refused, text).await,
    }
}

#[derive(Serialize)]
struct AdoptPage {
    form: FormView,
    slug: String,
    line: Line,
    body: String,
    /// Where a draft was put, and what became of it.
    proposed: Option<Proposed>,
    /// Why it cannot be adopted.
    against: Vec<Told>,
}

impl web::Page for AdoptPage {
    const TEMPLATE: &'static str = "terms/adopt.html";
    fn sample() -> Self {
        Self {
            form: FormView::default(),
            slug: "wealdshire-board".to_owned(),
            line: super::document::sample_line(2, "draft"),
            body: "Board".to_owned(),
            proposed: Some(super::document::sample_proposed("agreed")),
            against: told(&kernel::Finding::refuse("charter-undecided").into(), None),
        }
    }
}
web::page!(AdoptPage);

/// What is typed to record an adoption.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct AdoptFields {
    on: String,
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
    let proposed = store::proposed(&mut read, &version).await?;
    let draft = version.state == CharterState::Draft;
    let against = if draft { told(&acts::adoption_findings(&version, proposed.as_ref()), None) } else { Vec::new() };
    let page = AdoptPage { form, slug: body.slug, line: Line::of(&version, house.today(), number), body: body.name, proposed, against };
    Ok(if refused { web::again(pass.who(), frame, &page) } else { web::page(pass.who(), frame, &page) })
}

pub(crate) async fn adopt(
    pass: May<KeepCharter>,
    State(house): State<House>,
    Path((slug, number)): Path<(String, i64)>,
    form: Form<AdoptFields>,
) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let draft = store::version(&mut house.read().await?, *pass.id(), number).await?.version.state == CharterState::Draft;
    let mut findings = Findings::none();
    // The day on which a draft was adopted is that of the decision.
    let on = if draft { Some(house.today()) } else { note(&mut findings, web::parse_day("on", &form.value.on)) };
    let starts_on = note(&mut findings, web::parse_day_if_any("starts_on", &form.value.starts_on)).flatten();
    let words = note(&mut findings, web::parse_line_if_any("words", &form.value.words, LONGEST_LINE)).flatten();
    let Some(on) = on.filter(|_| !findings.refuses()) else {
        return show_adoption(&pass, &house, number, form.refused(findings)).await;
    };
    let adoption = Adoption { on, decision: None, words, starts_on };
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
    let draft = store::version(&mut house.read().await?, *pass.id(), number).await?.version.state == CharterState::Draft;
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
