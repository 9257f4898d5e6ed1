//! No page holds words of its own, and every key that is asked for has words.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Every file with this ending beneath a folder, tests and builds left out.
fn files(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let name = path.file_name().and_then(|n| n.to_str()).unwrap_or_default().to_owned();
        if path.is_dir() && name != "tests" && name != "target" && name != "benches" {
            files(&path, ending, found);
        } else if name.ends_with(ending) {
            found.push(path);
        }
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn templates() -> Vec<(String, String)> {
    let mine = |name: &String| !name.starts_with("govuk/") && name != "parts/_gallery.html";
    web::template_names().into_iter().filter(mine).map(|name| (name.clone(), web::template_text(&name).unwrap_or_default())).collect()
}

/// What follows each occurrence of `call` when it is a plain string: `words("key"` gives `key`.
fn asked<'a>(text: &'a str, call: &str) -> Vec<&'a str> {
    let after = text
        .match_indices(call)
        .filter(|(at, _)| !text[..*at].ends_with(|c: char| c.is_alphanumeric() || c == '_'))
        .map(|(at, _)| &text[at + call.len()..]);
    let strings = after.filter_map(|rest| rest.trim_start().strip_prefix(['"', '\'']));
    strings
        .filter_map(|rest| rest.split(['"', '\'']).next().map(|key| (rest, key)))
        .filter(|(rest, key)| !rest[key.len() + 1..].trim_start().starts_with('~'))
        .map(|(_, key)| key)
        .collect()
}

/// A Rust source without its tests and comments.
fn program(text: &str) -> String {
    let text = text.split("#[cfg(test)]").next().unwrap_or(text);
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_key_that_a_template_asks_for_has_words() {
    let mut missing = BTreeSet::new();
    for (name, text) in templates() {
        for key in asked(&without_comments(&text), "t(") {
            if !web::knows(key) {
                missing.insert(format!("{name}: {key}"));
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn every_finding_and_every_message_in_the_program_has_words() {
    let mut sources = Vec::new();
    files(&root().join("crates"), ".rs", &mut sources);
    let mut missing = BTreeSet::new();
    let mut seen = 0;
    for path in sources {
        let text = std::fs::read_to_string(&path).unwrap();
        let text = program(&text);
        let room = path.strip_prefix(root().join("crates")).map(|p| p.display().to_string()).unwrap_or_default();
        // `charter` stands alone and answers in sentences of its own.
        if room.starts_with("charter/") || room.starts_with("kernel/") {
            continue;
        }
        for call in ["words(", "Finding::refuse(", "Finding::warn(", "Finding::ruling("] {
            for key in asked(&text, call) {
                seen += 1;
                if !web::knows(key) {
                    missing.insert(format!("{room}: {key}"));
                }
            }
        }
        // "Fill in this field" on top of a long form says too little: every field read as text has a name in words.
        for call in ["parse_line(", "parse_line_if_any(", "parse_text(", "parse_text_if_any("] {
            for field in asked(&text, call) {
                if !web::knows(&format!("field-{field}")) {
                    missing.insert(format!("{room}: field-{field}"));
                }
            }
        }
    }
    assert!(seen > 20, "the scan finds the calls");
    assert!(missing.is_empty(), "{missing:#?}");
}

/// Where an expression or statement that begins here ends: braces and strings inside it are its own.
fn end_of(engine: &str, close: &str) -> Option<usize> {
    let (mut depth, mut quote) = (0, None);
    for (at, c) in engine.char_indices().skip(2) {
        match quote {
            Some(q) if c == q => quote = None,
            Some(_) => {}
            None if depth == 0 && engine[at..].starts_with(close) => return Some(at + 2),
            None => match c {
                '"' | '\'' => quote = Some(c),
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            },
        }
    }
    None
}

/// The text of a template without what the engine reads: comments, statements, expressions.
fn without_engine(text: &str) -> String {
    let (mut out, mut rest) = (String::new(), text);
    while let Some(at) = rest.find("{{").into_iter().chain(rest.find("{%")).chain(rest.find("{#")).min() {
        out.push_str(&rest[..at]);
        let end = match &rest[at..at + 2] {
            "{{" => end_of(&rest[at..], "}}"),
            "{%" => end_of(&rest[at..], "%}"),
            _ => rest[at..].find("#}").map(|end| end + 2),
        };
        let Some(end) = end else { break };
        rest = &rest[at + end..];
    }
    out + rest
}

fn without_comments(text: &str) -> String {
    let mut parts = text.split("{#");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |out, part| out + part.split_once("#}").map_or("", |(_, after)| after))
}

fn wordy(text: &str) -> bool {
    text.split(|c: char| !c.is_alphabetic()).any(|word| word.chars().count() > 1)
}

#[test]
fn no_template_holds_literal_words() {
    let mut found = Vec::new();
    for (name, text) in templates() {
        let plain = without_engine(&text);
        if name.ends_with(".txt") {
            found.extend(plain.lines().filter(|line| wordy(line)).map(|line| format!("{name}: {line}")));
            continue;
        }
        let mut rest = plain.as_str();
        while let Some(at) = rest.find('<') {
            if wordy(&rest[..at].replace("&nbsp;", "")) {
                found.push(format!("{name}: {}", rest[..at].trim()));
            }
            let end = rest[at..].find('>').map_or(rest.len(), |end| at + end);
            let tag = &rest[at..end];
            for attribute in ["aria-label=\"", "title=\"", "placeholder=\"", "alt=\"", "aria-description=\""] {
                let spoken = tag.split(attribute).skip(1).filter_map(|after| after.split('"').next());
                found.extend(spoken.filter(|words| wordy(words)).map(|words| format!("{name}: {attribute}{words}")));
            }
            rest = rest.get(end + 1..).unwrap_or_default();
        }
        if wordy(rest) {
            found.push(format!("{name}: {}", rest.trim()));
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn words_are_plain_and_do_not_plead() {
    let mut sources = Vec::new();
    files(&root().join("locales"), ".ftl", &mut sources);
    let mut found = Vec::new();
    for path in sources {
        for line in std::fs::read_to_string(&path).unwrap().lines().filter(|line| !line.starts_with('#')) {
            let lower = line.to_lowercase();
            if lower.contains("please") || lower.contains("successfully") || line.trim_end().ends_with('!') {
                found.push(format!("{}: {line}", path.display()));
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}
