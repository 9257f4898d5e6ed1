//! An error on its way out. It travels in the response's extensions; one layer in `web` shows it.

use std::sync::Arc;

use axum::response::{IntoResponse, Response};
use http::StatusCode;
use kernel::Error;

/// What a handler returns when it does not answer.
#[derive(Debug)]
pub struct Problem(pub Error);

/// The error in a response's extensions.
#[derive(Debug, Clone)]
pub struct Shown(pub Arc<Error>);

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        Self(error)
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = match &self.0 {
            Error::Refused(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Error::NotFound => StatusCode::NOT_FOUND,
            Error::SignInFirst => StatusCode::UNAUTHORIZED,
            Error::Forbidden(_) => StatusCode::FORBIDDEN,
            Error::Conflict(_) => StatusCode::CONFLICT,
            Error::Repeated(_) => StatusCode::SEE_OTHER,
            Error::Fault(_) => StatusCode::INTERNAL_SERVER_ERROR,
        };
        let mut response = status.into_response();
        response.extensions_mut().insert(Shown(Arc::new(self.0)));
        response
    }
}
