//! Pages: a typed context, its template, and the frame around it.

use access::{Problem, Who};
use axum::response::{Html, IntoResponse, Response};
use http::{HeaderValue, Method, StatusCode, header};
use minijinja::value::Serde;
use minijinja::{Value, context};
use serde::Serialize;

use crate::engine;
use crate::visit::Visit;

/// What one template is filled with. Every page registers its sample with [`page!`](crate::page!), and one test renders
/// them all.
///
/// ```
/// #[derive(serde::Serialize)]
/// struct Welcome { name: String }
/// impl web::Page for Welcome {
///     const TEMPLATE: &'static str = "parts/plain.html";
///     fn sample() -> Self { Self { name: "Ada".to_owned() } }
/// }
/// ```
pub trait Page: Serialize {
    /// The template under `templates/`: `meetings/call.html`.
    const TEMPLATE: &'static str;
    /// A full example with long names and all parts filled.
    fn sample() -> Self;
}

/// A step on the way to a page.
#[derive(Debug, Clone, Serialize)]
pub struct Crumb {
    /// What it is called.
    pub text: String,
    /// Where it is.
    pub href: String,
}

/// The partnership whose page it is. `theme` comes from [`theme`](crate::theme).
#[derive(Debug, Clone, Serialize)]
pub struct Brand {
    /// Its name, shown at the top.
    pub name: String,
    /// Its own page.
    pub href: String,
    /// The address of its theme's style sheet, when it has a colour of its own.
    pub theme: Option<String>,
}

/// What stands around a page: its title, the way to it, whose it is.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Frame {
    title: String,
    caption: Option<String>,
    crumbs: Vec<Crumb>,
    brand: Option<Brand>,
    live: Option<String>,
    noindex: bool,
    wide: bool,
    refused: bool,
    history: Option<String>,
}

impl Frame {
    /// A page with this title, which is also its one `h1` unless the template's block `heading` says otherwise.
    pub fn titled(title: impl Into<String>) -> Self {
        Self { title: title.into(), ..Self::default() }
    }

    /// A small line above the title: the body's name, or the meeting's day.
    pub fn caption(mut self, caption: impl Into<String>) -> Self {
        self.caption = Some(caption.into());
        self
    }

    /// Adds a step to the breadcrumbs, from the top down.
    pub fn under(mut self, text: impl Into<String>, href: impl Into<String>) -> Self {
        self.crumbs.push(Crumb { text: text.into(), href: href.into() });
        self
    }

    /// Whose page it is.
    pub fn of(mut self, brand: Brand) -> Self {
        self.brand = Some(brand);
        self
    }

    /// The address of a stream of events; what carries `data-fragment` on the page is fetched anew at each.
    pub fn live(mut self, stream: impl Into<String>) -> Self {
        self.live = Some(stream.into());
        self
    }

    /// Leads those who may read it, by the capacity in which they see the page, to the history of what it shows: the secretariat, the
    /// chair and auditors.
    pub fn history(mut self, capacity: &str, href: impl Into<String>) -> Self {
        if matches!(capacity, "secretary" | "chair" | "vice-chair" | "auditor") {
            self.history = Some(href.into());
        }
        self
    }

    /// Keeps search engines away.
    pub fn noindex(mut self) -> Self {
        self.noindex = true;
        self
    }

    /// Uses the whole width of the screen, as the meeting page does.
    pub fn wide(mut self) -> Self {
        self.wide = true;
        self
    }
}

/// Shows a page. An anonymous reader who already holds the same bytes gets 304 and nothing else.
pub fn page<P: Page>(who: &Who, frame: Frame, page: &P) -> Response {
    answer(who, frame, page, StatusCode::OK)
}

/// Shows a form again that was refused or overtaken: [`again`] or [`conflicting`].
pub fn once_more<P: Page>(who: &Who, frame: Frame, page: &P, overtaken: bool) -> Response {
    if overtaken { conflicting(who, frame, page) } else { again(who, frame, page) }
}

/// Shows a form again after it was refused: status 422, the reasons on top and beside their fields, what was typed kept.
pub fn again<P: Page>(who: &Who, mut frame: Frame, page: &P) -> Response {
    frame.refused = true;
    answer(who, frame, page, StatusCode::UNPROCESSABLE_ENTITY)
}

/// Shows a form again because somebody changed the record meanwhile: status 409, with what stands there now beside what was typed.
/// For a form of several fields; one text is shown so by itself when an act answers [`kernel::Error::Conflict`].
pub fn conflicting<P: Page>(who: &Who, mut frame: Frame, page: &P) -> Response {
    frame.refused = true;
    answer(who, frame, page, StatusCode::CONFLICT)
}

/// A part of a page by itself, for the script that keeps a page live.
pub fn fragment<P: Page>(page: &P) -> Response {
    match engine::render(P::TEMPLATE, Value::from(Serde(page))) {
        Ok(html) => ([(header::CACHE_CONTROL, "no-store")], Html(html)).into_response(),
        Err(error) => Problem::from(error).into_response(),
    }
}

/// A page as text, for mail (`*.txt`) and for files.
pub fn text<P: Page>(page: &P) -> kernel::Result<String> {
    engine::render(P::TEMPLATE, Value::from(Serde(page)))
}

/// The same, by another template in the place of the page's own: one that the administrator of an installation wrote.
pub fn text_by<P: Page>(page: &P, template: Option<&str>) -> kernel::Result<String> {
    match template {
        Some(source) => engine::render_by(P::TEMPLATE, source, Value::from(Serde(page))),
        None => text(page),
    }
}

/// On to another page, by GET (303).
pub fn go(url: impl AsRef<str>) -> Response {
    let location = HeaderValue::from_str(url.as_ref()).unwrap_or(HeaderValue::from_static("/"));
    (StatusCode::SEE_OTHER, [(header::LOCATION, location)]).into_response()
}

/// Whether the script asks, which wants JSON for an answer.
pub fn wants_json() -> bool {
    Visit::current().wants_json
}

/// After an act that the script saves as it is typed: JSON with the new version and the time for the script, on to
/// `next` for a form sent without it.
pub fn saved(version: i64, clock: &str, next: impl AsRef<str>) -> Response {
    if Visit::current().wants_json { axum::Json(serde_json::json!({ "version": version, "saved": clock })).into_response() } else { go(next) }
}

pub(crate) fn answer<P: Page>(who: &Who, frame: Frame, page: &P, status: StatusCode) -> Response {
    let visit = Visit::current();
    match framed(who, &frame, page, &visit) {
        Ok(html) if who.signed.is_none() && status == StatusCode::OK && matches!(visit.method, Method::GET | Method::HEAD) => tagged(&visit, html),
        Ok(html) => (status, [(header::CACHE_CONTROL, "no-store")], Html(html)).into_response(),
        Err(error) => Problem::from(error).into_response(),
    }
}

fn framed<P: Page>(who: &Who, frame: &Frame, page: &P, visit: &Visit) -> kernel::Result<String> {
    let signed =
        who.signed.as_ref().map(|signed| context! { person => signed.person.to_string(), name => signed.name.clone(), administrator => signed.administrator, auditor => signed.auditor });
    let around = context! {
        frame => Value::from(Serde(frame)),
        signed => signed,
        visit => context! { path => visit.path(), address => visit.address.clone(), demonstration => visit.demonstration, maybe_signed => visit.has_session },
        ..Value::from(Serde(page))
    };
    engine::render(P::TEMPLATE, around)
}

/// Answers an anonymous reader with a tag by which the same bytes are not sent twice.
fn tagged(visit: &Visit, html: String) -> Response {
    use std::hash::{DefaultHasher, Hash, Hasher};
    let mut hasher = DefaultHasher::new();
    html.hash(&mut hasher);
    let tag = format!("W/\"{:016x}\"", hasher.finish());
    let headers = [(header::ETAG, tag.clone()), (header::CACHE_CONTROL, "no-cache".to_owned()), (header::VARY, "cookie".to_owned())];
    if visit.seen.as_deref() == Some(tag.as_str()) {
        (StatusCode::NOT_MODIFIED, headers).into_response()
    } else {
        (headers, Html(html)).into_response()
    }
}

/// A registered page with its sample.
pub struct Sample {
    /// The page's type.
    pub page: &'static str,
    /// The slice it belongs to.
    pub module: &'static str,
    /// Its template.
    pub template: &'static str,
    /// Renders the sample for a stranger and for a signed-in person.
    pub render: fn() -> kernel::Result<String>,
}

inventory::collect!(Sample);

impl Sample {
    /// The sample of a page; [`page!`](crate::page!) calls it.
    pub const fn of<P: Page>(page: &'static str, module: &'static str) -> Self {
        Self { page, module, template: P::TEMPLATE, render: rendered::<P> }
    }
}

fn rendered<P: Page>() -> kernel::Result<String> {
    let page = P::sample();
    let visit = Visit { address: "/sample".to_owned(), demonstration: true, ..Visit::default() };
    let brand = Brand { name: "Wealdshire Partnership".to_owned(), href: "/wealdshire".to_owned(), theme: None };
    let frame = Frame::titled("Sample").caption("Board").under("Wealdshire Partnership", "/wealdshire").of(brand);
    framed(&Who::default(), &frame, &page, &visit)?;
    let person = access::Signed {
        person: uuid::Uuid::nil().into(),
        name: "Maud Penhaligon".to_owned(),
        session: uuid::Uuid::nil().into(),
        ends_at: kernel::Instant::from_seconds(1_800_000_000),
        administrator: true,
        auditor: false,
    };
    framed(&Who { signed: Some(person), ..Who::default() }, &frame, &page, &visit)
}

/// Registers a page, so that its sample is rendered by the test: `web::page!(Welcome);`.
#[macro_export]
macro_rules! page {
    ($page:ty) => {
        $crate::inventory::submit! { $crate::Sample::of::<$page>(stringify!($page), module_path!()) }
    };
}

/// Renders the sample of every registered page linked into the program. Each comes with its HTML, or with what is wrong:
/// a template that does not render, words that are missing, a template that two pages own.
pub fn render_all_samples() -> Vec<(&'static Sample, Result<String, String>)> {
    let mut seen = std::collections::BTreeMap::new();
    inventory::iter::<Sample>()
        .map(|sample| {
            let told = match (sample.render)() {
                Err(error) => Err(error.to_string()),
                Ok(html) if html.contains('⟦') => {
                    let key: String = html.chars().skip_while(|c| *c != '⟦').take_while(|c| *c != '⟧').collect();
                    Err(format!("no words for {key}⟧"))
                }
                Ok(html) => Ok(html),
            };
            match seen.insert(sample.template, sample.page) {
                Some(other) => (sample, Err(format!("{} belongs to {other} and to {}", sample.template, sample.page))),
                None => (sample, told),
            }
        })
        .collect()
}
