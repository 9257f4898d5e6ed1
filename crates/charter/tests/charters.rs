//! The charters that come with the program read without problems, and their cases pass.
#![allow(clippy::unwrap_used)]

use std::path::{Path, PathBuf};

fn charters() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../charters");
    let mut found = Vec::new();
    let mut folders = vec![root];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "md") {
                let text = std::fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    found.sort();
    found
}

#[test]
fn every_charter_reads_without_problems() {
    let mut wrong = String::new();
    let charters = charters();
    assert!(charters.len() >= 4);
    for (path, text) in &charters {
        for problem in charter::read(text).problems {
            wrong += &format!("{}: {problem}\n", path.display());
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn the_canonical_spelling_of_every_rule_reads_as_the_same_rule() {
    for (path, text) in charters() {
        for (clause, rule) in charter::read(&text).charter.rules() {
            let again = charter::read_rule(&rule.canonical).unwrap_or_else(|p| panic!("{}, {}: {p}", path.display(), clause.number));
            assert_eq!(again, rule.tree, "{}, {}", path.display(), clause.number);
        }
    }
}

#[test]
fn the_cases_of_every_charter_pass() {
    let charters: Vec<charter::Charter> = charters().iter().map(|(_, text)| charter::read(text).charter).collect();
    let mut failed = String::new();
    let mut count = 0;
    for one in &charters {
        let mut whole = one.clone();
        for body in one.follows() {
            let other = charters.iter().find(|c| c.head.body == body).unwrap_or_else(|| panic!("no terms of {body} are held"));
            whole = whole.taking_over(other);
        }
        for result in whole.test() {
            count += 1;
            if !result.passed {
                failed +=
                    &format!("{}, line {}: {}\n    answered: {} — {}\n", one.head.body, result.line, result.source, result.answer, result.sentence);
            }
        }
    }
    assert!(failed.is_empty(), "{failed}");
    assert!(count > 50, "only {count} cases were put");
}

#[test]
fn every_model_filled_is_a_charter_of_its_own_whose_cases_pass() {
    let board = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../charters/models/board.md")).unwrap();
    let mut count = 0;
    for (path, text) in charters() {
        let model = charter::read(&text).charter;
        if model.head.state.as_deref() != Some("model") {
            continue;
        }
        count += 1;
        let answers: std::collections::BTreeMap<String, String> = model
            .blanks()
            .into_iter()
            .map(|blank| {
                let answer = match (blank.of, blank.name.as_str()) {
                    (_, "nation") => "England and Wales".to_owned(),
                    (charter::BlankType::Number, _) => "4".to_owned(),
                    (charter::BlankType::List, _) => "one\n- two".to_owned(),
                    (_, "name of the parent board" | "name of the partnership" | "name of the parent body") => "Board of the Vale".to_owned(),
                    _ => "the children's services & health group, 2009".to_owned(),
                };
                (blank.name, answer)
            })
            .collect();
        let filled = model.fill(&answers).unwrap_or_else(|w| panic!("{}: {w:?}", path.display()));
        let reading = charter::read(&filled);
        let problems: Vec<String> = reading.problems.iter().map(ToString::to_string).collect();
        assert!(problems.is_empty(), "{}\n{}", path.display(), problems.join("\n"));
        assert!(reading.charter.blanks().is_empty() && reading.charter.head.state.is_none());
        assert!(reading.charter.clauses.iter().all(|c| c.unfilled.is_empty()));
        let parent = charter::read(&board.replace("[name of the board]", "Board of the Vale")).charter;
        let kent = charters().iter().map(|(_, t)| charter::read(t).charter).find(|c| c.head.body == "Kent Partnership").unwrap();
        for result in reading.charter.taking_over(&parent).taking_over(&kent).test() {
            assert!(result.passed, "{}: {result:?}", path.display());
        }
    }
    assert!(count >= 5, "{count}");
}

#[test]
fn the_kent_model_has_nine_distinct_blanks() {
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../charters/archive/kent-working-group-model.md")).unwrap();
    let model = charter::read(&text).charter;
    let blanks = model.blanks();
    let names: Vec<&str> = blanks.iter().map(|b| b.name.as_str()).collect();
    assert_eq!(names.len(), 9, "{names:?}");
    assert_eq!(blanks.iter().find(|b| b.name == "number of meetings").map(|b| b.of), Some(charter::BlankType::Number));
    assert_eq!(blanks.iter().find(|b| b.name == "agencies represented").map(|b| b.of), Some(charter::BlankType::List));
    assert!(matches!(model.fill(&std::collections::BTreeMap::new()), Err(wrong) if wrong.len() == 9));
}

#[test]
fn the_table_of_the_corpus_claims_what_the_charters_and_their_cases_show() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let table = std::fs::read_to_string(root.join("charters/corpus.csv")).unwrap();
    let mut args = vec!["corpus".to_owned(), "charters/corpus.csv".to_owned(), "--bless".to_owned()];
    let examples = charters().into_iter().map(|(path, _)| path).filter(|p| p.parent().is_some_and(|d| d.ends_with("charters/examples")));
    args.extend(examples.map(|p| format!("charters/examples/{}", p.file_name().unwrap().to_string_lossy())));
    let written = charter::command(&args, &mut |file| std::fs::read_to_string(root.join(file)).map_err(|e| e.to_string())).write;
    let now = |name: &str| written.iter().find(|(file, _)| file == name).map(|(_, text)| text.clone()).unwrap_or_default();
    assert_eq!(now("charters/corpus.csv"), table, "write it again: folkmoot charter corpus charters/corpus.csv charters/examples/*.md --bless");
    assert_eq!(now("docs/charter-corpus.md"), std::fs::read_to_string(root.join("docs/charter-corpus.md")).unwrap());
    let asked = table.lines().skip(1).filter(|l| !l.contains(",prose,")).count();
    let done = table.lines().skip(1).filter(|l| !l.contains(",prose,") && (l.contains(",executed,") || l.contains(",judged,"))).count();
    let judged = table.lines().skip(1).filter(|l| !l.contains(",prose,") && l.contains(",judged,")).count();
    assert!(done * 100 >= asked * 96, "{done} of {asked}");
    assert!(judged * 10 <= asked, "{judged} of {asked} hang on somebody's judgement");
}
