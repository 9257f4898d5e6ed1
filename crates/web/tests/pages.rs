//! Every page has a sample that renders; what an error becomes in HTML and in JSON; what every answer carries.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use access::Problem;
use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use http::{StatusCode, header};
use kernel::{Chance, Clock, Conflict, Error, Finding, Instant};
use tower::util::ServiceExt;

#[test]
fn every_page_renders_its_sample_and_owns_its_template() {
    let samples = web::render_all_samples();
    let wrong: Vec<_> = samples.iter().filter_map(|(sample, html)| html.as_ref().err().map(|e| format!("{}: {e}", sample.page))).collect();
    assert!(wrong.is_empty() && samples.len() >= 6, "{wrong:#?}");
}

#[derive(Debug, serde::Deserialize)]
struct Fields {
    #[serde(default)]
    notes: String,
}

async fn conflicting(form: web::Form<Fields>) -> Result<Response, Problem> {
    let conflict = Conflict { theirs: "Theirs, agreed.".to_owned(), yours: form.value.notes, version: 9 };
    Err(Error::Conflict(Box::new(conflict)).into())
}

fn house() -> Router {
    let routes = Router::new()
        .route("/refused", get(|| async { Problem(Error::refuse(Finding::refuse("day-missing").at("day").under("3.12"))).into_response() }))
        .route(
            "/secret",
            get(|| async { Problem(Error::SignInFirst).into_response() })
                .post(|_: web::Form<Fields>| async { Problem(Error::SignInFirst).into_response() }),
        )
        .route("/fault", get(|| async { Problem(Error::fault("the disk is full: /secret/path")).into_response() }))
        .route(
            "/panic",
            get(|| async {
                if true {
                    panic!("a leaking cause")
                }
            }),
        )
        .route("/repeated", post(|| async { Problem(Error::Repeated("/meetings/1".to_owned())).into_response() }))
        .route("/notes", post(conflicting));
    let setting = web::Setting {
        https: false,
        demonstration: true,
        measure: true,
        session_cookie: "folkmoot".to_owned(),
        chance: Chance::seeded(1),
        clock: Clock::standing(Instant::from_seconds(1_800_000_000)),
    };
    web::layers(routes, setting)
}

async fn asked(request: http::request::Builder, body: &str) -> (StatusCode, http::HeaderMap, String) {
    let answer = house().oneshot(request.header("host", "localhost").body(Body::from(body.to_owned())).unwrap()).await.unwrap();
    let (parts, body) = answer.into_parts();
    let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap();
    (parts.status, parts.headers, String::from_utf8(bytes.to_vec()).unwrap())
}

fn form(uri: &str) -> http::request::Builder {
    Request::builder().method("POST").uri(uri).header("content-type", "application/x-www-form-urlencoded").header("sec-fetch-site", "same-origin")
}

#[tokio::test]
async fn a_refusal_is_a_sentence_with_its_clause_for_a_reader_and_problem_details_for_a_program() {
    let (status, headers, html) = asked(Request::builder().uri("/refused").header("accept", "text/html"), "").await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(html.contains("Write the day.") && html.contains("clause 3.12"), "{html}");
    assert_eq!(headers["x-folkmoot-queries"], "0");

    let (status, headers, json) = asked(Request::builder().uri("/refused").header("accept", "application/json"), "").await;
    let problem: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!((status, headers[header::CONTENT_TYPE].to_str().unwrap()), (StatusCode::UNPROCESSABLE_ENTITY, "application/problem+json"));
    assert_eq!((&problem["status"], &problem["findings"][0]["clause"]), (&serde_json::json!(422), &serde_json::json!("3.12")));
}

#[tokio::test]
async fn whoever_is_not_signed_in_is_sent_to_sign_in_and_comes_back() {
    let (status, headers, _) = asked(Request::builder().uri("/secret?page=2"), "").await;
    assert_eq!((status, headers[header::LOCATION].to_str().unwrap()), (StatusCode::SEE_OTHER, "/sign-in?next=%2Fsecret%3Fpage%3D2"));
}

#[tokio::test]
async fn a_session_that_ended_while_somebody_typed_loses_no_word_and_repeats_no_password() {
    let (status, _, html) = asked(form("/secret"), "key=018f3b6c-0000-7000-8000-000000000001&notes=Long+%3Cb%3Enotes&password=hush").await;
    assert_eq!(status, StatusCode::UNAUTHORIZED);
    assert!(html.contains("value=\"Long &lt;b&gt;notes\"") && !html.contains("hush"), "{html}");
}

#[tokio::test]
async fn a_conflict_shows_both_texts_and_sending_again_replaces_with_the_version_that_stands() {
    let (status, _, html) =
        asked(form("/notes"), "key=018f3b6c-0000-7000-8000-000000000001&version=3&page=/meetings/1&notes=Mine%2C+deferred.").await;
    assert_eq!(status, StatusCode::CONFLICT);
    for needed in ["Theirs,", "agreed.", "Mine, deferred.</textarea>", "name=\"version\" value=\"9\"", "href=\"/meetings/1\""] {
        assert!(html.contains(needed), "{needed} in {html}");
    }
    assert!(!html.contains("value=\"3\""));
}

#[tokio::test]
async fn a_fault_and_a_panic_give_a_reference_and_keep_their_cause() {
    for uri in ["/fault", "/panic"] {
        let (status, _, html) = asked(Request::builder().uri(uri), "").await;
        assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR);
        assert!(html.contains("reference") && !html.contains("disk") && !html.contains("leaking"), "{html}");
    }
}

#[tokio::test]
async fn what_was_already_done_leads_to_the_answer_it_had() {
    let (status, headers, _) = asked(form("/repeated"), "").await;
    assert_eq!((status, headers[header::LOCATION].to_str().unwrap()), (StatusCode::SEE_OTHER, "/meetings/1"));
}

#[tokio::test]
async fn an_address_that_nobody_serves_is_told_in_our_words() {
    let (status, headers, html) = asked(Request::builder().uri("/nowhere"), "").await;
    assert_eq!(status, StatusCode::NOT_FOUND);
    assert!(html.contains("Page not found"));
    assert_eq!(headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap().matches("unsafe").count(), 0);
    assert_eq!(headers[header::REFERRER_POLICY], "no-referrer");
    assert!(!html.contains("<style") && !html.contains("style=") && !html.contains(" onclick") && !html.contains("<script>"));
}

#[tokio::test]
async fn a_form_from_another_site_changes_nothing() {
    let (status, _, html) = asked(Request::builder().method("POST").uri("/notes").header("sec-fetch-site", "cross-site"), "").await;
    assert_eq!(status, StatusCode::FORBIDDEN);
    assert!(html.contains("nothing was changed"));
}

#[tokio::test]
async fn styles_and_script_are_kept_by_the_browser() {
    let url = web::asset("folkmoot.css");
    let (status, headers, css) = asked(Request::builder().uri(&url), "").await;
    assert_eq!((status, headers[header::CONTENT_TYPE].to_str().unwrap()), (StatusCode::OK, "text/css"));
    assert!(css.contains("folkmoot-lamp"));
    let tag = headers[header::ETAG].to_str().unwrap().to_owned();
    let (status, _, _) = asked(Request::builder().uri(&url).header("if-none-match", tag), "").await;
    assert_eq!(status, StatusCode::NOT_MODIFIED);
    let (status, _, _) = asked(Request::builder().uri("/assets/x/../../Cargo.toml"), "").await;
    assert_eq!(status, StatusCode::NOT_FOUND);
}
