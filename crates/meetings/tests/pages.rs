//! Every page of this slice renders from its sample, and every word of it exists.

#![allow(missing_docs, clippy::unwrap_used)]

// Linked so that its pages register.
use meetings as _;

#[test]
fn every_page_of_a_meeting_renders_from_its_sample() {
    let told = web::render_all_samples();
    let ours: Vec<_> = told.iter().filter(|(sample, _)| sample.module.starts_with("meetings::")).collect();
    assert!(ours.len() >= 16, "only {} pages are registered", ours.len());
    let wrong: Vec<String> = ours.iter().filter_map(|(sample, html)| html.as_ref().err().map(|e| format!("{}: {e}", sample.template))).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_words_parse_and_none_is_given_twice() {
    assert_eq!(web::troubles(), &[] as &[String]);
}
