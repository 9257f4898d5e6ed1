//! The draft as one text, for those who would rather write it whole.

use access::{House, May, Problem};
use axum::extract::State;
use axum::response::Response;
use kernel::{Error, Findings, Instant};
use serde::{Deserialize, Serialize};
use web::{Form, FormView, note};

use super::trouble::{Trouble, troubles};
use super::{KeepCharter, beneath};
use crate::acts::{LONGEST_TEXT, draft};
use crate::store;

#[derive(Serialize)]
struct WholePage {
    form: FormView,
    slug: String,
    troubles: Vec<Trouble>,
    /// When the draft was last saved.
    saved_at: Instant,
}

impl web::Page for WholePage {
    const TEMPLATE: &'static str = "terms/whole.html";
    fn sample() -> Self {
        let text = "---\nbody: Board\n---\n# Terms\n\n**1** Quorum.\n\n> Rule: the quorum are half.\n";
        Self {
            form: FormView::default().with("text", text),
            slug: "wealdshire-board".to_owned(),
            troubles: troubles(text),
            saved_at: Instant::from_seconds(1_770_000_000),
        }
    }
}
web::page!(WholePage);

async fn page(pass: &May<KeepCharter>, house: &House, form: FormView, text: &str) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let head = bodies::store::head(&mut read, *pass.id()).await?;
    let saved_at = store::draft(&mut read, *pass.id()).await?.ok_or(Error::NotFound)?.changed_at;
    let frame = beneath(&head, web::words("draft-whole", &[]), true);
    let refused = form.refuses();
    let page = WholePage { form, slug: head.body.slug, troubles: troubles(text), saved_at };
    Ok(if refused { web::again(pass.who(), frame, &page) } else { web::page(pass.who(), frame, &page) })
}

pub(crate) async fn show(pass: May<KeepCharter>, State(house): State<House>) -> Result<Response, Problem> {
    let draft = store::draft(&mut house.read().await?, *pass.id()).await?.ok_or(Error::NotFound)?;
    let form = FormView::new(&house).with("text", &draft.text).at_version(draft.version);
    page(&pass, &house, form, &draft.text).await
}

/// What is typed: the text.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Fields {
    text: String,
}

pub(crate) async fn save(pass: May<KeepCharter>, State(house): State<House>, form: Form<Fields>) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let mut findings = Findings::none();
    let Some(text) = note(&mut findings, web::parse_text("text", &form.value.text, LONGEST_TEXT)) else {
        return page(&pass, &house, form.refused(findings), &form.value.text).await;
    };
    let text = format!("{}\n", text.trim_end());
    match form.outcome(draft::save_text(&house, &pass, form.version, &text).await)? {
        Ok(()) => {
            let slug = bodies::store::body(&mut house.read().await?, *pass.id()).await?.slug;
            let onward = if troubles(&text).is_empty() { "" } else { "/text" };
            Ok(web::go(format!("/bodies/{slug}/charter/draft{onward}")))
        }
        Err(refused) => page(&pass, &house, refused, &text).await,
    }
}
