//! What the commands of a charter answer, in words and as JSON.

use charter::{Output, To, command, read, render};

const BOARD: &str = include_str!("../../../charters/archive/kent-public-service-board.md");
const PARTNERSHIP: &str = include_str!("../../../charters/archive/kent-partnership.md");

fn run(words: &[&str]) -> Output {
    let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
    command(&words, &mut |file| match file {
        "board.md" => Ok(BOARD.to_owned()),
        "partnership.md" => Ok(PARTNERSHIP.to_owned()),
        "record.json" => Ok("{\"offices\": [{\"office\": \"chair\", \"person\": \"a\"}], \"completeness\": {\"offices\": [{}]}}".to_owned()),
        "odd.json" => Ok("{\"offices\": [], \"officers\": []}".to_owned()),
        other => Err(format!("{other}: no such file")),
    })
}

#[test]
fn a_clause_is_explained_with_its_rules_and_with_what_follows_of_a_record() {
    let alone = run(&["explain", "board.md", "4.10"]);
    assert_eq!(alone.code, 0);
    assert!(alone.text.contains("rule: the quorum is half of the members."), "{}", alone.text);
    let judged = run(&["explain", "board.md", "4.9", "--record", "record.json", "--as-at", "2008-02-27"]);
    assert!(judged.text.contains("because: "), "{}", judged.text);
    let json: serde_json::Value = serde_json::from_str(&run(&["explain", "board.md", "--format", "json"]).text).unwrap();
    assert!(json.as_array().unwrap().iter().any(|one| one["clause"] == "4.10"));
    assert_eq!(run(&["explain", "board.md", "99"]).code, 2);
}

#[test]
fn what_is_taken_over_from_other_terms_is_written_out_in_the_document() {
    let alone = run(&["render", "board.md", "--to", "md"]).text;
    let with = run(&["render", "board.md", "--to", "md", "--with", "partnership.md"]).text;
    assert!(!alone.contains("of Kent Partnership)") && with.contains("of Kent Partnership)"), "{with}");
    assert!(!with.contains("Case:"), "{with}");
}

#[test]
fn a_document_in_html_needs_nothing_besides_and_runs_nothing() {
    let text = "---\nbody: Board\n---\n# Terms <b>\n\n**1** A <script>alert(1)</script> ![x](http://a/b.png) [y](javascript:alert(1)).\n\n> Rule: the quorum is half of the members.\n";
    let reading = read(text);
    let page = render(&reading.charter, To::Html);
    assert!(page.contains("&lt;script&gt;") && !page.contains("<script") && !page.contains("<img") && !page.contains("javascript:"), "{page}");
    assert!(page.contains("<title>Terms &lt;b&gt;</title>") && page.contains("The quorum is half of the members."), "{page}");
}

#[test]
fn a_record_with_a_key_that_nobody_knows_is_refused_by_name() {
    let refused = run(&["evaluate", "board.md", "odd.json", "--as-at", "2008-02-27"]);
    assert_eq!(refused.code, 2);
    assert!(refused.text.contains("officers"), "{}", refused.text);
}

#[test]
fn every_command_has_words_and_json() {
    let action = "{\"action\": \"hold_vote\"}";
    let calls: [&[&str]; 9] = [
        &["check", "board.md"],
        &["test", "board.md"],
        &["evaluate", "board.md", "record.json", "--as-at", "2008-02-27"],
        &["due", "board.md", "record.json", "--from", "2008-01-01", "--to", "2008-12-31"],
        &["may", "board.md", "record.json", action],
        &["compare", "board.md", "partnership.md"],
        &["replay", "board.md", "partnership.md", "record.json", "--as-at", "2008-02-27"],
        &["explain", "board.md"],
        &["render", "board.md", "--to", "html"],
    ];
    for call in calls {
        let (words, json) = (run(call), run(&[call, &["--format", "json"]].concat()));
        assert!(words.code < 2 && json.code == words.code, "{call:?}: {}", words.text);
        assert!(serde_json::from_str::<serde_json::Value>(&json.text).is_ok(), "{call:?}: {}", json.text);
        assert!(serde_json::from_str::<serde_json::Value>(&words.text).is_err(), "{call:?}: {}", words.text);
    }
}
