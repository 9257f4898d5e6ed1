//! The pages that every footer leads to, and those that belong to nobody else.

use access::{Anyone, Problem, Routes};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Serialize;

use crate::page::{Frame, Page, page};
use crate::words::words;

/// `/accessibility`, `/privacy`, `/licence`, `/favicon.ico`, and the themes.
pub fn routes() -> Routes {
    Routes::new()
        .get("/accessibility", accessibility)
        .get("/privacy", privacy)
        .get("/licence", licence)
        .get("/favicon.ico", mark)
        .get("/theme/{colour}", crate::theme::serve)
}

macro_rules! about {
    ($($(#[$doc:meta])* $page:ident $handler:ident $template:literal $title:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Serialize)]
        struct $page {}

        impl Page for $page {
            const TEMPLATE: &'static str = $template;
            fn sample() -> Self {
                Self {}
            }
        }
        crate::page!($page);

        async fn $handler(pass: Anyone) -> Result<Response, Problem> {
            Ok(page(pass.who(), Frame::titled(words($title, &[])), &$page {}))
        }
    )*};
}

about! {
    /// How far everybody can use the site, and whom to tell when they cannot.
    AccessibilityPage accessibility "about/accessibility.html" "accessibility-title";
    /// What is kept about people, and the one cookie.
    PrivacyPage privacy "about/privacy.html" "privacy-title";
    /// Under which licences the program and its parts are given.
    LicencePage licence "about/licence.html" "licence-title";
}

async fn mark(_pass: Anyone) -> Result<Response, Problem> {
    Ok(Redirect::temporary(&crate::asset("mark.svg")).into_response())
}
