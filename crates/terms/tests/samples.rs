//! Every page of this slice and of those before it renders its sample.

use terms as _;

#[test]
fn every_page_renders_its_sample() {
    let wrong: Vec<String> = web::render_all_samples()
        .into_iter()
        .filter_map(|(sample, told)| told.err().map(|error| format!("{} ({}): {error}", sample.page, sample.template)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
