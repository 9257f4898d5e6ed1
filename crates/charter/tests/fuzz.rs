//! No text makes the reader panic or hang: seeds, arbitrary text, and charters with pieces cut, doubled and swapped.

#![allow(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it says")]

use std::path::Path;

use charter::{check, evaluate, read, read_rule};
use jiff::civil::date;
use proptest::prelude::*;

/// Everything that can be done with a text, with a record that says nothing.
fn survives(text: &str) {
    let reading = read(text);
    let _ = check(&reading.charter);
    let _ = reading.charter.blanks();
    let _ = charter::render(&reading.charter, charter::To::Html);
    let _ = evaluate(&reading.charter, &charter::Record::default(), date(2026, 3, 2));
    let again = read(&reading.charter.source);
    assert_eq!(again.charter.clauses.len(), reading.charter.clauses.len());
}

/// The charters that come with the program.
fn corpus() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../charters");
    let mut texts = Vec::new();
    for folder in ["archive", "models", "examples"] {
        for entry in std::fs::read_dir(root.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|extension| extension == "md") {
                texts.push(std::fs::read_to_string(path).unwrap());
            }
        }
    }
    assert!(texts.len() > 5);
    texts
}

/// Texts that once looked likely to trouble a reader.
const SEEDS: [&str; 14] = [
    "",
    "---",
    "---\n---\n",
    "---\nbody:\n---\n**",
    "> Rule:",
    "> Rule: the quorum is",
    "**1** x\n> Rule: the quorum is 99999999999999999999 members.",
    "**1** x\n> Case: 99999999999999999999 members: quorate.",
    "**1** x\n> Case: a meeting on 31 February 2026: quorate.",
    "**1** x\n> Rule: either either either either a or b or c",
    "**1** x\n> Rule: “\u{202e}name” means the members.\n",
    "**1** é\u{301}\u{1F600}\r\n> Rule: the quorum is half of the members.\r",
    "**1** x\n> Rule: a member must meet within 9999 years of a meeting.\n",
    "**1** [x](y) [z]\n> Rule: the quorum is [number of members] members.\n",
];

#[test]
fn the_seeds_and_everything_cut_off_within_them_are_read() {
    for seed in SEEDS {
        for (at, _) in seed.char_indices() {
            survives(&seed[..at]);
        }
        survives(seed);
    }
}

#[test]
fn nesting_as_deep_as_a_line_is_long_is_read() {
    for part in ["both ", "either ", "it is not so that ", "(", "“", "unless "] {
        survives(&format!("---\nbody: B\n---\n**1** x\n\n> Rule: when {}the chair is absent, the vice-chair must preside.\n", part.repeat(400)));
    }
    let _ = read_rule(&"the members present ".repeat(500));
}

fn mutated() -> impl Strategy<Value = String> {
    let texts = corpus();
    (0..texts.len(), prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0..5_u8, ".{0,12}"), 1..6)).prop_map(
        move |(which, changes)| {
            // A few clauses are enough to be broken, and quick.
            let mut words: Vec<String> = texts[which].split_inclusive(' ').take(900).map(str::to_owned).collect();
            for (from, to, how, noise) in changes {
                let (from, to) = (from.index(words.len()), to.index(words.len()));
                match how {
                    0 => drop(words.remove(from)),
                    1 => words.swap(from, to),
                    2 => words.insert(from, words[to].clone()),
                    3 => words.insert(from, noise),
                    _ => words.truncate(from.max(1)),
                }
                if words.is_empty() {
                    words.push(String::new());
                }
            }
            words.concat()
        },
    )
}

proptest! {
    // A long run says how many; an everyday one stays short.
    #![proptest_config(if std::env::var_os("PROPTEST_CASES").is_some() { ProptestConfig::default() } else { ProptestConfig::with_cases(96) })]

    #[test]
    fn arbitrary_text_is_read(text in any::<String>()) {
        survives(&text);
    }

    #[test]
    fn arbitrary_rules_are_read(rule in "[a-z0-9 ,.“”’-]{0,120}") {
        survives(&format!("---\nbody: B\n---\n**1** x\n\n> Rule: {rule}\n"));
    }

    #[test]
    fn charters_with_pieces_cut_doubled_and_swapped_are_read(text in mutated()) {
        survives(&text);
    }
}
