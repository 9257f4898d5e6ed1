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
                failed += &format!("{}, line {}: {}\n    answered: {} — {}\n", one.head.body, result.line, result.source, result.answer, result.sentence);
            }
        }
    }
    assert!(failed.is_empty(), "{failed}");
    assert!(count > 50, "only {count} cases were put");
}
