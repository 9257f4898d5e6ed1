//! What goes out by itself for a body: which kinds, and stopping one line of what is coming.

use access::{House, May, Problem};
use axum::extract::State;
use axum::response::Response;
use bodies::rights::ManageBody;
use kernel::{Error, Finding, Word as _};
use serde::{Deserialize, Serialize};
use web::{Form, FormView};

use super::framed;
use crate::chasers::{self, Chase, Key};
use crate::store::chasers as kept;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Line {
    line: String,
    wanted: String,
}

/// Stops a line of what is coming, or lets it go after all.
pub(crate) async fn stop(pass: May<ManageBody>, State(house): State<House>, form: Form<Line>) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let slug = bodies::store::body(&mut house.read().await?, *pass.id()).await?.slug;
    let key = Key::read(&form.value.line).ok_or_else(|| Error::refuse(Finding::refuse("chaser-unsaid")))?;
    match form.value.wanted.as_str() {
        "stop" => chasers::stop(&house, &pass, &key).await?,
        "go" => chasers::let_go(&house, &pass, &slug, &key).await?,
        _ => return Err(Error::refuse(Finding::refuse("chaser-unsaid")).into()),
    }
    Ok(web::go(format!("/bodies/{slug}/letters#coming")))
}

#[derive(Serialize)]
struct KindsPage {
    form: FormView,
    slug: String,
    kinds: Vec<Chase>,
}

impl web::Page for KindsPage {
    const TEMPLATE: &'static str = "compliance/chasers.html";
    fn sample() -> Self {
        Self { form: FormView::default().with("kinds", Chase::Items), slug: "board".to_owned(), kinds: Chase::ALL.to_vec() }
    }
}
web::page!(KindsPage);

pub(crate) async fn kinds(pass: May<ManageBody>, State(house): State<House>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let head = bodies::store::head(&mut read, *pass.id()).await?;
    let off = kept::off(&mut read, chasers::Whose::Body(head.partnership.id, head.body.id)).await?;
    let on = Chase::ALL.iter().filter(|kind| !off.contains(&(head.body.id, **kind)));
    let form = on.fold(FormView::new(&house), |form, kind| form.with("kinds", kind));
    let frame = framed(&head, web::words("chasers-title", &[])).under(web::words("outbox-title", &[]), format!("/bodies/{}/letters", head.body.slug));
    Ok(web::page(pass.who(), frame, &KindsPage { form, slug: head.body.slug.clone(), kinds: Chase::ALL.to_vec() }))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Kinds {
    kinds: Vec<String>,
}

pub(crate) async fn choose(pass: May<ManageBody>, State(house): State<House>, form: Form<Kinds>) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let slug = bodies::store::body(&mut house.read().await?, *pass.id()).await?.slug;
    let on: Vec<Chase> = form.value.kinds.iter().filter_map(|word| Chase::parse(word)).collect();
    let off: Vec<Chase> = Chase::ALL.iter().copied().filter(|kind| !on.contains(kind)).collect();
    chasers::keep_kinds(&house, &pass, &slug, &off).await?;
    Ok(web::go(format!("/bodies/{slug}/letters")))
}
