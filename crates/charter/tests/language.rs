//! The published description of the language is true: its examples read, and its lists are the program's own.
#![allow(clippy::unwrap_used)]

use charter::tree::{Verb, Word};

const DOCUMENT: &str = include_str!("../../../docs/charter-language.md");

#[test]
fn every_example_reads() {
    let rules: Vec<&str> = DOCUMENT.lines().filter_map(|l| l.strip_prefix("> Rule: ")).collect();
    assert!(rules.len() > 40, "{}", rules.len());
    for rule in rules {
        if let Err(problem) = charter::read_rule(rule) {
            panic!("{problem}");
        }
    }
    let table = DOCUMENT.split("| form | example |").nth(1).unwrap();
    for line in table.lines().skip(2).take_while(|l| l.starts_with('|')) {
        let rule = line.trim_matches('|').split('|').nth(1).unwrap().trim();
        if let Err(problem) = charter::read_rule(rule) {
            panic!("{problem}");
        }
    }
}

#[test]
fn the_lists_of_verbs_and_things_are_whole() {
    let listed = |title: &str| {
        let text = DOCUMENT.split(title).nth(1).unwrap().split("\n\n").next().unwrap().replace('\n', " ");
        let mut words: Vec<String> = text.trim().trim_end_matches('.').split(", ").map(str::to_owned).collect();
        words.sort();
        words
    };
    let mut verbs: Vec<String> = Verb::ALL.iter().map(|v| v.base().to_owned()).collect();
    verbs.sort();
    assert_eq!(listed("\nVerbs: "), verbs);
    let mut things: Vec<String> = Word::ALL.iter().map(|w| w.canonical().to_owned()).collect();
    things.sort();
    assert_eq!(listed("\nThings: "), things);
}
