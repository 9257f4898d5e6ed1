//! What one request tells every page it may become: the address, whether JSON is wanted, what was typed.

use std::sync::{Arc, Mutex};

use http::{HeaderMap, Method, header};

use crate::Setting;
use crate::form::Typed;

tokio::task_local! {
    pub(crate) static VISIT: Arc<Visit>;
}

/// One request, as far as showing its answer goes.
#[derive(Debug, Default)]
pub(crate) struct Visit {
    pub(crate) method: Method,
    /// Path and query, as asked for.
    pub(crate) address: String,
    /// A program asks, not a reader.
    pub(crate) wants_json: bool,
    /// A session cookie came along, valid or not.
    pub(crate) has_session: bool,
    /// The tag of the copy the browser holds.
    pub(crate) seen: Option<String>,
    pub(crate) demonstration: bool,
    pub(crate) typed: Mutex<Typed>,
}

impl Visit {
    pub(crate) fn of(method: &Method, uri: &http::Uri, headers: &HeaderMap, setting: &Setting) -> Self {
        let text = |name| headers.get(name).and_then(|value: &http::HeaderValue| value.to_str().ok());
        let accept = text(header::ACCEPT).unwrap_or_default();
        Self {
            method: method.clone(),
            address: uri.path_and_query().map_or_else(|| "/".to_owned(), ToString::to_string),
            wants_json: accept.contains("json") && !accept.contains("text/html"),
            has_session: has_cookie(headers, &setting.session_cookie),
            seen: text(header::IF_NONE_MATCH).map(str::to_owned),
            demonstration: setting.demonstration,
            typed: Mutex::default(),
        }
    }

    /// The visit this task answers; an empty one outside the layers, as when a sample is rendered.
    pub(crate) fn current() -> Arc<Self> {
        VISIT.try_with(Arc::clone).unwrap_or_default()
    }

    /// Remembers what was typed, so that a conflict or an ended session loses none of it.
    pub(crate) fn remember(&self, typed: &Typed) {
        if let Ok(mut held) = self.typed.lock() {
            *held = typed.clone();
        }
    }

    pub(crate) fn typed(&self) -> Typed {
        self.typed.lock().map(|held| held.clone()).unwrap_or_default()
    }

    pub(crate) fn path(&self) -> &str {
        self.address.split('?').next().unwrap_or("/")
    }
}

pub(crate) fn has_cookie(headers: &HeaderMap, name: &str) -> bool {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    cookies
        .flat_map(|line| line.split(';'))
        .any(|pair| pair.trim().split('=').next().is_some_and(|n| n == name || n.strip_prefix("__Host-") == Some(name)))
}
