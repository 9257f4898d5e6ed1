//! Every part of a page renders, with words. With `GALLERY=<folder>` the page and the shown errors are written there,
//! to be looked at.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::path::PathBuf;

use kernel::{Finding, Findings};
use serde_json::json;

#[derive(serde::Serialize)]
struct Gallery {
    form: web::FormView,
    duties: serde_json::Value,
    rows: Vec<serde_json::Value>,
    events: serde_json::Value,
    pieces: Vec<web::Piece>,
    chart: web::Chart,
    text: &'static str,
}

impl web::Page for Gallery {
    const TEMPLATE: &'static str = "parts/_gallery.html";
    fn sample() -> Self {
        let states = [("Draft", "draft"), ("Sent", "sent"), ("Agreed", "agreed"), ("Needs you", "needs"), ("Late", "late"), ("Exempt", "exempt")];
        let findings = Findings(vec![
            Finding::refuse("day-not-that-weekday").at("day").with("day", "2007-01-18").with("weekday", "Friday"),
            Finding::refuse("text-missing").at("title"),
            Finding::refuse("choice-missing").at("class").under("4.9"),
            Finding::warn("day-far-away").at("hour").with("day", "2107-01-18").under("3.12"),
        ]);
        let names = [
            "Kent Partnership Board",
            "Public Service Board",
            "Economic Development Working Group",
            "Climate Change Working Group",
            "Health and Wellbeing Board for the whole county",
            "Tunbridge Wells District Partnership",
            "Sevenoaks District Partnership",
        ];
        let node = |name: &&str| web::Node { name: (*name).to_owned(), caption: "Working group".to_owned(), href: "/b".to_owned() };
        let links = [
            web::Link::Within(0, 1),
            web::Link::Within(0, 2),
            web::Link::Within(0, 3),
            web::Link::Within(1, 4),
            web::Link::WorksWith(2, 3),
            web::Link::WorksWith(5, 6),
            web::Link::WorksWith(4, 6),
        ];
        Self {
            form: web::FormView::default().with("day", "Friday 18 January 2007").with("owners", "2").with("owners", "1").with("notes", "  The Board\n\n  agreed <b>").noting(findings).charter("/terms"),
            duties: json!([
                { "due": "2008-03-18", "late": true, "text": "Send the papers for the Board of 25 March 2008", "href": "/m", "who": "Maud Penhaligon", "clause": "3.9", "clause_href": "/terms" },
                { "due": "2008-03-20", "today": true, "text": "Rule on a late item", "href": "/m", "who": "The chair" },
                { "due": "2008-04-02", "text": "Clear the minutes of 18 January 2008", "href": "/m", "who": "The chair" },
            ]),
            rows: (0..40).map(|i| { let (state, tone) = states[i % 6]; json!({ "seat": format!("Leader of the district council, seat {i}"), "person": "Alexandrina Featherstonehaugh-Cholmondeley", "state": state, "tone": tone, "attended": i }) }).collect(),
            events: json!([
                { "at": "2026-07-01T09:42:07Z", "text": "Agenda sent to 38 people", "who": "Maud Penhaligon", "capacity": "secretary", "clause": "3.9" },
                { "day": "2026-06-20", "text": "Meeting called", "who": "Maud Penhaligon", "detail": "Council Chamber, 10am to 12:30pm" },
            ]),
            pieces: web::difference("The Board agreed the grant of £13,090 to the project.", "The Board deferred the grant of £13,090 to the sub-group."),
            chart: web::Chart::of(&names.iter().map(node).collect::<Vec<_>>(), &links),
            text: "What a person wrote, with **emphasis**, a [link](https://example.org) and a list:\n\n- one\n- two",
        }
    }
}

async fn html(response: axum::response::Response) -> String {
    let bytes = axum::body::to_bytes(response.into_body(), usize::MAX).await.unwrap();
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn write(name: &str, html: &str) {
    let Some(folder) = std::env::var_os("GALLERY").map(PathBuf::from) else { return };
    let assets = web::asset("");
    let local = html.replace(&assets, "assets/");
    std::fs::create_dir_all(folder.join("assets")).unwrap();
    for file in ["govuk.css", "folkmoot.css", "govuk.js", "folkmoot.js", "mark.svg"] {
        std::fs::copy(format!("{}/../../assets/{file}", env!("CARGO_MANIFEST_DIR")), folder.join("assets").join(file)).unwrap();
    }
    std::fs::write(folder.join(name), local).unwrap();
}

#[tokio::test]
async fn every_part_renders_with_words_and_without_inline_style_or_script() {
    let signed = access::Signed {
        person: uuid(),
        name: "Maud Penhaligon".to_owned(),
        session: uuid(),
        ends_at: kernel::Instant::from_seconds(1_800_000_000),
        administrator: true,
        auditor: false,
    };
    let who = access::Who { signed: Some(signed), ..access::Who::default() };
    let brand = web::Brand { name: "Wealdshire Partnership".to_owned(), href: "/wealdshire".to_owned(), theme: None };
    let frame = web::Frame::titled("Meeting of the Board, 18 January 2007")
        .caption("Board")
        .under("Wealdshire Partnership", "/")
        .under("Board", "/b")
        .of(brand);
    let shown = html(web::again(&who, frame, &<Gallery as web::Page>::sample())).await;
    assert!(!shown.contains('⟦'), "words are missing");
    assert!(!shown.contains("None<") && !shown.contains("undefined"), "an absent value shows");
    for inline in ["style=", "<style", "onclick", "<script>", "javascript:"] {
        assert!(!shown.contains(inline), "{inline}");
    }
    assert_eq!(shown.matches("<h1").count(), 1);
    assert!(shown.contains("18 January 2007 is not a Friday") && shown.contains("  The Board\n\n  agreed &lt;b&gt;"));
    write("gallery.html", &shown);
    for (sample, page) in web::render_all_samples() {
        write(&format!("{}.html", sample.page), &page.unwrap());
    }
}

fn uuid<T: std::str::FromStr>() -> T
where
    T::Err: std::fmt::Debug,
{
    "018f3b6c-0000-7000-8000-000000000001".parse().unwrap()
}
