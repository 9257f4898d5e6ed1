//! What every answer carries and every change must prove: strict headers, and that a form came from our own page.

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use http::header::{self, HeaderName};
use http::{HeaderMap, HeaderValue, Method};
use kernel::{Chance, Clock, Error, Finding};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;

use access::{House, Problem};

use crate::shown;
use crate::visit::{VISIT, Visit, has_cookie};

/// What the layers need to know of the installation.
#[derive(Debug, Clone)]
pub struct Setting {
    /// The public address is `https`: browsers are told to insist on it.
    pub https: bool,
    /// Every page carries the banner of the demonstration.
    pub demonstration: bool,
    /// Answers carry `x-folkmoot-queries`, the number of SQL statements they took.
    pub measure: bool,
    /// The name of the session cookie, without `__Host-`.
    pub session_cookie: String,
    /// For the reference numbers of faults.
    pub chance: Chance,
    /// For the reference numbers of faults.
    pub clock: Clock,
}

impl From<&House> for Setting {
    fn from(house: &House) -> Self {
        Self {
            https: house.settings.https(),
            demonstration: house.settings.demonstration,
            measure: house.settings.measure,
            session_cookie: access::cookie_name(house).trim_start_matches("__Host-").to_owned(),
            chance: house.store.chance().clone(),
            clock: house.store.clock().clone(),
        }
    }
}

/// Puts all layers around the program's routes: errors shown, headers set, forgery refused, answers compressed, assets
/// served.
pub fn layers(routes: Router, setting: impl Into<Setting>) -> Router {
    let setting = setting.into();
    routes
        .route("/assets/{hash}/{*name}", axum::routing::get(crate::assets::serve))
        .route("/reading-worker.js", axum::routing::get(crate::assets::worker))
        .layer(DefaultBodyLimit::max(2 * 1024 * 1024))
        .layer(CatchPanicLayer::custom(|cause: Box<dyn std::any::Any + Send>| {
            let cause = cause.downcast_ref::<String>().map(String::as_str).or_else(|| cause.downcast_ref::<&str>().copied());
            Problem(Error::fault(format!("panic: {}", cause.unwrap_or("without words")))).into_response()
        }))
        .layer(from_fn_with_state(setting, visited))
        .layer(CompressionLayer::new())
}

async fn visited(State(setting): State<Setting>, request: Request, next: Next) -> Response {
    let visit = std::sync::Arc::new(Visit::of(request.method(), request.uri(), request.headers(), &setting));
    let loopback = is_loopback(request.headers());
    let forged = forged(request.method(), request.headers(), &setting.session_cookie, setting.https);
    VISIT
        .scope(visit.clone(), async move {
            let answer = async {
                if forged { Problem(Error::Forbidden(Finding::refuse("form-from-elsewhere"))).into_response() } else { next.run(request).await }
            };
            let (response, statements) = store::count::scope(answer).await;
            let mut response = shown::show(response, &visit, &setting);
            guard(response.headers_mut(), &visit, &setting, loopback);
            if setting.measure {
                response.headers_mut().insert(HeaderName::from_static("x-folkmoot-queries"), HeaderValue::from(statements));
            }
            response
        })
        .await
}

/// Whether a change comes from another site. Browsers say where a form stands: in `Sec-Fetch-Site`, or on plain HTTP in
/// `Origin`. A request that says neither is a program's, which is believed only when it brings no session cookie.
fn forged(method: &Method, headers: &HeaderMap, session_cookie: &str, https: bool) -> bool {
    if method.is_safe() {
        return false;
    }
    let text = |name| headers.get(name).and_then(|value: &HeaderValue| value.to_str().ok());
    if let Some(site) = text(HeaderName::from_static("sec-fetch-site")) {
        return !matches!(site, "same-origin" | "none");
    }
    if let Some(origin) = text(header::ORIGIN) {
        // A page of the same name that came unprotected may be anybody's.
        return origin.split_once("://").is_none_or(|(scheme, host)| Some(host) != text(header::HOST) || (https && scheme != "https"));
    }
    has_cookie(headers, session_cookie)
}

fn is_loopback(headers: &HeaderMap) -> bool {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let name = host.rsplit_once(':').map_or(host, |(name, port)| if port.bytes().all(|b| b.is_ascii_digit()) { name } else { host });
    matches!(name, "localhost" | "127.0.0.1" | "[::1]")
}

fn guard(headers: &mut HeaderMap, visit: &Visit, setting: &Setting, loopback: bool) {
    const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    let mut set = |name: HeaderName, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    set(header::CONTENT_SECURITY_POLICY, POLICY);
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::X_FRAME_OPTIONS, "DENY");
    set(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    set(HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    set(HeaderName::from_static("permissions-policy"), "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()");
    // Under `no-referrer` a browser sends `Origin: null` with our own forms, and over plain HTTP no `Sec-Fetch-Site`
    // either: nobody could then tell our form from a forged one.
    set(header::REFERRER_POLICY, if setting.https || loopback { "no-referrer" } else { "same-origin" });
    if setting.https {
        set(header::STRICT_TRANSPORT_SECURITY, "max-age=31536000; includeSubDomains");
    }
    if visit.has_session {
        set(header::CACHE_CONTROL, "no-store");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value))).collect()
    }

    #[test]
    fn a_change_from_another_site_is_refused_however_it_is_told() {
        let cookie = ("cookie", "folkmoot=abc");
        for (pairs, refused) in [
            (vec![("sec-fetch-site", "same-origin"), cookie], false),
            (vec![("sec-fetch-site", "cross-site"), cookie], true),
            (vec![("sec-fetch-site", "same-site"), cookie], true),
            (vec![("origin", "http://moot.example:8080"), ("host", "moot.example:8080"), cookie], false),
            (vec![("origin", "http://evil.example"), ("host", "moot.example:8080"), cookie], true),
            (vec![("origin", "null"), ("host", "moot.example"), cookie], true),
            (vec![("host", "moot.example"), ("cookie", "__Host-folkmoot=abc")], true),
            (vec![("host", "moot.example")], false),
            (vec![("host", "moot.example"), ("cookie", "other=1; folkmootish=2")], false),
        ] {
            assert_eq!(forged(&Method::POST, &headers(&pairs), "folkmoot", false), refused, "{pairs:?}");
            assert!(!forged(&Method::GET, &headers(&pairs), "folkmoot", false));
        }
        for (origin, refused) in [("https://moot.example", false), ("http://moot.example", true)] {
            let pairs = [("origin", origin), ("host", "moot.example"), cookie];
            assert_eq!(forged(&Method::POST, &headers(&pairs), "folkmoot", true), refused, "{origin}");
        }
    }

    #[test]
    fn only_this_machine_is_loopback() {
        for (host, loopback) in
            [("localhost:8080", true), ("127.0.0.1", true), ("[::1]:80", true), ("localhost.evil.example", false), ("moot.example:80", false)]
        {
            assert_eq!(is_loopback(&headers(&[("host", host)])), loopback, "{host}");
        }
    }
}
