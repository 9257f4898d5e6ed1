//! How an error is shown: a page for a reader, RFC 9457 problem details for a program. The error travels in the
//! response's extensions; whatever axum answers in a programmer's English is shown in ours.

use std::sync::Arc;

use access::{Shown, Who};
use axum::response::{IntoResponse, Response};
use http::{Method, StatusCode, header};
use kernel::{Conflict, Error, Findings};
use serde::Serialize;
use serde_json::json;

use crate::difference::{Piece, difference};
use crate::form::{Told, is_local, told};
use crate::page::{Frame, Page, answer, go};
use crate::safety::Setting;
use crate::visit::Visit;
use crate::words::words;

/// Replaces an error by its page or its problem details; leaves every other answer as it is.
pub(crate) fn show(response: Response, visit: &Visit, setting: &Setting) -> Response {
    let error = match response.extensions().get::<Shown>() {
        Some(Shown(error)) => Arc::clone(error),
        None => match foreign(&response) {
            Some(error) => Arc::new(error),
            None => return response,
        },
    };
    let mut shown = match &*error {
        Error::Repeated(answer) if !visit.wants_json => go(answer),
        Error::Fault(cause) => fault(cause, visit, setting),
        error if visit.wants_json => problem(error),
        error => reader(error, visit),
    };
    // What the address does take is said with the answer that it does not take this.
    if let Some(allow) = response.headers().get(header::ALLOW) {
        shown.headers_mut().insert(header::ALLOW, allow.clone());
    }
    shown
}

/// Something was asked of an address that it does not do.
const NOT_SO: &str = "method-not-allowed";

/// An error that did not come from us: a path nobody serves, a query that does not parse.
fn foreign(response: &Response) -> Option<Error> {
    let status = response.status();
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if !(status.is_client_error() || status.is_server_error()) || kind.starts_with("text/html") || kind.contains("json") {
        return None;
    }
    Some(match status {
        StatusCode::METHOD_NOT_ALLOWED => Error::refuse(kernel::Finding::refuse(NOT_SO)),
        StatusCode::PAYLOAD_TOO_LARGE => Error::refuse(kernel::Finding::refuse("form-too-large")),
        status if status.is_server_error() => Error::fault(format!("a bare {status}")),
        StatusCode::UNPROCESSABLE_ENTITY | StatusCode::UNSUPPORTED_MEDIA_TYPE => Error::refuse(kernel::Finding::refuse("form-unreadable")),
        _ => Error::NotFound,
    })
}

fn status(error: &Error) -> StatusCode {
    match error {
        Error::Refused(findings) if findings.iter().any(|finding| finding.code == NOT_SO) => StatusCode::METHOD_NOT_ALLOWED,
        Error::Refused(_) => StatusCode::UNPROCESSABLE_ENTITY,
        Error::NotFound => StatusCode::NOT_FOUND,
        Error::SignInFirst => StatusCode::UNAUTHORIZED,
        Error::Forbidden(_) => StatusCode::FORBIDDEN,
        Error::Conflict(_) => StatusCode::CONFLICT,
        Error::Repeated(_) => StatusCode::OK,
        Error::Fault(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// RFC 9457 problem details.
fn problem(error: &Error) -> Response {
    let status = status(error);
    let (kind, mut details) = match error {
        Error::Refused(findings) => ("refused", json!({ "findings": details(findings) })),
        Error::Forbidden(finding) => ("forbidden", json!({ "findings": details(&finding.clone().into()) })),
        Error::Conflict(conflict) => ("conflict", json!({ "theirs": conflict.theirs, "yours": conflict.yours, "version": conflict.version })),
        Error::NotFound => ("not-found", json!({})),
        Error::SignInFirst => ("sign-in-first", json!({})),
        Error::Repeated(answer) => ("repeated", json!({ "answer": answer })),
        Error::Fault(_) => ("fault", json!({})),
    };
    details["type"] = json!(format!("urn:folkmoot:problem:{kind}"));
    details["title"] = json!(words(&format!("problem-{kind}"), &[]));
    details["status"] = json!(status.as_u16());
    sent(status, &details)
}

fn sent(status: StatusCode, details: &serde_json::Value) -> Response {
    let headers = [(header::CONTENT_TYPE, "application/problem+json"), (header::CACHE_CONTROL, "no-store")];
    (status, headers, details.to_string()).into_response()
}

fn details(findings: &Findings) -> Vec<serde_json::Value> {
    let sentences = told(findings, None);
    let each = findings.iter().zip(sentences);
    each.map(|(finding, told)| json!({ "code": finding.code, "severity": finding.severity, "field": finding.field, "clause": finding.clause, "detail": told.text, "args": finding.args.iter().cloned().collect::<std::collections::BTreeMap<_, _>>() })).collect()
}

/// A fault: its cause goes to the log under a reference number, and only the number to the reader.
fn fault(cause: &str, visit: &Visit, setting: &Setting) -> Response {
    const LETTERS: &[u8] = b"23456789BCDFGHJKMNPQRTVWXY";
    let letters = setting.chance.bytes::<8>();
    let reference: String = letters.iter().map(|byte| char::from(LETTERS[usize::from(*byte) % LETTERS.len()])).collect();
    let at = setting.clock.now();
    tracing::error!(reference, cause, method = %visit.method, path = visit.path(), %at, "fault");
    if visit.wants_json {
        let title = words("problem-fault", &[]);
        return sent(
            StatusCode::INTERNAL_SERVER_ERROR,
            &json!({ "type": "urn:folkmoot:problem:fault", "title": title, "status": 500, "reference": reference }),
        );
    }
    let page = FaultPage { reference };
    let shown = answer(&Who::default(), Frame::titled(words("fault-title", &[])).noindex(), &page, StatusCode::INTERNAL_SERVER_ERROR);
    // When the page itself is what broke, the number must still arrive.
    if shown.extensions().get::<Shown>().is_some() {
        return (StatusCode::INTERNAL_SERVER_ERROR, format!("{} {}", words("fault-title", &[]), page.reference)).into_response();
    }
    shown
}

fn reader(error: &Error, visit: &Visit) -> Response {
    let titled = |key: &str| Frame::titled(words(key, &[])).noindex();
    let nobody = Who::default();
    match error {
        Error::SignInFirst if visit.method == Method::GET || visit.method == Method::HEAD => go(sign_in(&visit.address)),
        Error::SignInFirst => {
            let page = SignInAgain { address: visit.address.clone(), pairs: pairs(visit, &[]), sign_in: sign_in("/signed-in") };
            answer(&nobody, titled("sign-in-again-title"), &page, status(error))
        }
        Error::Conflict(conflict) => answer(&nobody, titled("conflict-title"), &ConflictPage::of(conflict, visit), status(error)),
        Error::Forbidden(finding) => {
            let page = ForbiddenPage { reasons: told(&finding.clone().into(), None) };
            answer(&nobody, titled("forbidden-title"), &page, status(error))
        }
        Error::Refused(findings) => {
            let page = RefusedPage { reasons: told(findings, None), sent: visit.method == Method::POST };
            answer(&nobody, titled("refused-title"), &page, status(error))
        }
        _ => answer(&nobody, titled("not-found-title"), &NotFoundPage {}, status(error)),
    }
}

fn sign_in(next: &str) -> String {
    let next: String = form_urlencoded::byte_serialize(next.as_bytes()).collect();
    format!("/sign-in?next={next}")
}

/// A field of a form that is sent again.
#[derive(Debug, Clone, Serialize)]
struct Pair {
    name: String,
    value: String,
}

/// What was typed, to be sent again, without the fields named and never with a password.
fn pairs(visit: &Visit, without: &[&str]) -> Vec<Pair> {
    let typed = visit.typed().0.into_iter();
    typed.filter(|(name, _)| !without.contains(&name.as_str()) && !name.contains("password")).map(|(name, value)| Pair { name, value }).collect()
}

/// There is no such page.
#[derive(Serialize)]
struct NotFoundPage {}

impl Page for NotFoundPage {
    const TEMPLATE: &'static str = "shown/not-found.html";
    fn sample() -> Self {
        Self {}
    }
}
crate::page!(NotFoundPage);

/// The reader may not do this.
#[derive(Serialize)]
struct ForbiddenPage {
    reasons: Vec<Told>,
}

impl Page for ForbiddenPage {
    const TEMPLATE: &'static str = "shown/forbidden.html";
    fn sample() -> Self {
        Self { reasons: told(&kernel::Finding::refuse("form-from-elsewhere").into(), None) }
    }
}
crate::page!(ForbiddenPage);

/// The rules refuse it.
#[derive(Serialize)]
struct RefusedPage {
    reasons: Vec<Told>,
    sent: bool,
}

impl Page for RefusedPage {
    const TEMPLATE: &'static str = "shown/refused.html";
    fn sample() -> Self {
        let findings = Findings(vec![kernel::Finding::refuse("day-missing").under("3.12"), kernel::Finding::warn("text-missing")]);
        Self { reasons: told(&findings, Some("/wealdshire/board/terms")), sent: true }
    }
}
crate::page!(RefusedPage);

/// The session ended while somebody was typing.
#[derive(Serialize)]
struct SignInAgain {
    address: String,
    pairs: Vec<Pair>,
    sign_in: String,
}

impl Page for SignInAgain {
    const TEMPLATE: &'static str = "shown/sign-in-again.html";
    fn sample() -> Self {
        let pair = Pair { name: "notes".to_owned(), value: "The Board agreed <b>nothing</b>.".to_owned() };
        Self { address: "/meetings/1/notes".to_owned(), pairs: vec![pair], sign_in: sign_in("/signed-in") }
    }
}
crate::page!(SignInAgain);

/// Two people changed the same record.
#[derive(Serialize)]
struct ConflictPage {
    address: String,
    /// The page that the form stood on.
    page: String,
    pieces: Vec<Piece>,
    theirs: String,
    yours: String,
    version: i64,
    pairs: Vec<Pair>,
    /// The field that holds the text in dispute, when it is known.
    field: Option<String>,
}

impl ConflictPage {
    fn of(conflict: &Conflict, visit: &Visit) -> Self {
        let typed = visit.typed();
        let same = |value: &str| value.replace("\r\n", "\n").trim() == conflict.yours.trim();
        let field =
            typed.0.iter().find(|(name, value)| same(value) && !matches!(name.as_str(), "key" | "version" | "page")).map(|(name, _)| name.clone());
        let without = ["version", field.as_deref().unwrap_or("version")];
        Self {
            address: visit.address.clone(),
            page: typed.one("page").filter(|page| is_local(page)).unwrap_or(&visit.address).to_owned(),
            pieces: difference(&conflict.theirs, &conflict.yours),
            theirs: conflict.theirs.clone(),
            yours: conflict.yours.clone(),
            version: conflict.version,
            pairs: pairs(visit, &without),
            field,
        }
    }
}

impl Page for ConflictPage {
    const TEMPLATE: &'static str = "shown/conflict.html";
    fn sample() -> Self {
        let conflict = Conflict {
            theirs: "The Board agreed the grant of £13,090.".to_owned(),
            yours: "The Board deferred the grant of £13,090.".to_owned(),
            version: 4,
        };
        Self { field: Some("notes".to_owned()), ..Self::of(&conflict, &Visit::default()) }
    }
}
crate::page!(ConflictPage);

/// Something broke.
#[derive(Serialize)]
struct FaultPage {
    reference: String,
}

impl Page for FaultPage {
    const TEMPLATE: &'static str = "shown/fault.html";
    fn sample() -> Self {
        Self { reference: "7K2M9QXR".to_owned() }
    }
}
crate::page!(FaultPage);
