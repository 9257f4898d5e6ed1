//! Everything a reader sees passes through here: templates, words, the frame around a page, forms, errors, assets.
//!
//! # A page
//! A slice writes a typed struct, a template and a handler. Slices name no HTML and templates hold no words.
//!
//! ```ignore
//! #[derive(serde::Serialize)]
//! struct CallPage { body: String, form: web::FormView }
//! impl web::Page for CallPage {
//!     const TEMPLATE: &'static str = "meetings/call.html";
//!     fn sample() -> Self { … }
//! }
//! web::page!(CallPage);
//!
//! async fn show(pass: May<CallMeeting>, State(house): State<House>) -> Result<Response, Problem> {
//!     let form = web::FormView::new(&house);
//!     let frame = web::Frame::titled(web::words("meeting-call-title", &[])).under("Wealdshire Partnership", "/wealdshire");
//!     Ok(web::page(pass.who(), frame, &CallPage { body, form }))
//! }
//!
//! async fn call(pass: May<CallMeeting>, State(house): State<House>, form: web::Form<CallFields>) -> Result<Response, Problem> {
//!     let pass = pass.with_key(Some(form.key));
//!     match form.outcome(acts::call(&house, &pass, &form.value).await)? {
//!         Ok(meeting) => Ok(web::go(format!("/meetings/{meeting}"))),
//!         Err(form) => Ok(web::again(pass.who(), frame, &CallPage { body, form })),
//!     }
//! }
//! ```
//!
//! # A template
//! ```text
//! {% extends "parts/layout.html" %}
//! {% import "parts/form.html" as field %}
//! {% import "parts/parts.html" as parts %}
//! {% block content %}
//!   {{ parts.lamp(quorate, sentence, clause, clause_href) }}
//!   {{ field.open("/meetings/call", form) }}
//!     {{ field.text(form, "title", t("meeting-title"), hint=t("meeting-title-hint")) }}
//!     {{ field.day(form, "day", t("meeting-day")) }}
//!     {{ field.button(t("meeting-call")) }}
//!   {{ field.close() }}
//! {% endblock %}
//! ```
//! The page's form is the field `form`: the layout puts its error summary on top. Functions: `t(key, place=value)`,
//! `span(from, until)`, `finding(f)`, `asset(name)`. Filters: `day`, `weekday`, `month`, `hour`, `moment`, `moment_day`,
//! `clock`, `pence`, `markdown`, `paragraphs`. A file whose name begins with `_` is a piece that its slice's pages include;
//! every other template belongs to exactly one page.
//!
//! # Script
//! Every page works without it. What it adds is asked for in the markup:
//! * `Frame::live(address)` names a stream ([`stream`]); an element with `data-fragment="/address"` (and, to be choosy,
//!   `data-topic="…"`) is fetched anew when a topic moves on, without taking the cursor or half-typed words away;
//! * `field.textarea(…, save="/address")` saves as it is typed; the handler answers [`saved`], and a conflict shows both texts;
//! * `<form data-quiet>` inside a fragment is sent in the background; `data-quiet="<selector>"` fetches other fragments too;
//! * `data-when="field"` or `data-when="field=value|other"` shows a part only while that field is filled or has such a value;
//! * `data-key="n"` on a link, button or field: that key alone presses or enters it; `?` lists the keys of the page.
//!
//! # Words
//! `locales/en/<slice>.ftl`, one key for one message. A finding's code is a key; `field-<name>` is a field's name within
//! a sentence ("Fill in { $field }.").
//!
//! # Errors
//! A handler returns `access::Problem` with `?`. The [layers] show it: HTML or problem details, a conflict with both texts
//! and everything typed kept, a fault with a number whose cause is only in the log.

mod about;
mod assets;
mod chart;
mod difference;
mod download;
mod engine;
mod form;
mod live;
mod page;
mod reading;
mod safety;
mod shown;
pub mod spelling;
mod theme;
mod upload;
mod visit;
mod words;

#[doc(hidden)]
pub use inventory;

pub use about::routes;
pub use assets::url as asset;
pub use chart::{Chart, Link, Node};
pub use difference::{Piece, difference};
pub use download::{Readers, download};
pub use engine::{spoken, template_names, template_text};
pub use form::{Form, FormView, Told, clause_anchor, told};
pub use live::stream;
pub use page::{
    Brand, Crumb, Frame, Page, Sample, again, conflicting, fragment, go, once_more, page, render_all_samples, saved, text, text_by, wants_json,
};
pub use reading::{
    note, parse_day, parse_day_if_any, parse_hour, parse_hour_if_any, parse_id, parse_id_if_any, parse_line, parse_line_if_any, parse_pence,
    parse_text, parse_text_if_any, parse_word,
};
pub use safety::{Setting, layers};
pub use theme::theme;
pub use upload::{LARGEST_FILE, Sent, Upload};
pub use words::{knows, sentence, troubles, words};
