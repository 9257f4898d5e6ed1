//! The tables as the migrations make them, for the tests that hold a definition against all of them.

use std::collections::BTreeSet;
use std::path::Path;

/// The repository.
pub fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// Every column with what is said of it.
fn lines() -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut files: Vec<_> = std::fs::read_dir(root().join("migrations")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    for file in files {
        let text = std::fs::read_to_string(file).unwrap();
        let mut table = None;
        for line in text.lines() {
            if let Some(name) = line.strip_prefix("create table ") {
                table = name.split_whitespace().next().map(str::to_owned);
            } else if line.starts_with(')') {
                table = None;
            } else if let Some(table) = &table {
                let column = line.split_whitespace().next().unwrap_or_default();
                if !matches!(column, "" | "primary" | "unique" | "check" | "foreign") {
                    found.push((format!("{table}.{column}"), line.to_owned()));
                }
            } else if let Some((name, rest)) = line.strip_prefix("alter table ").and_then(|rest| rest.split_once(" add column ")) {
                found.push((format!("{name}.{}", rest.split_whitespace().next().unwrap_or_default()), rest.to_owned()));
            } else if let Some((name, column)) = line.strip_prefix("alter table ").and_then(|rest| rest.split_once(" drop column ")) {
                let gone = format!("{name}.{}", column.trim_end_matches(';'));
                found.retain(|(column, _)| *column != gone);
            } else if let Some(name) = line.strip_prefix("drop table ") {
                let gone = format!("{}.", name.trim_end_matches(';'));
                found.retain(|(column, _)| !column.starts_with(&gone));
            }
        }
    }
    assert!(found.len() > 300, "{}", found.len());
    found
}

/// The columns of every table, as `table.column`.
pub fn columns() -> BTreeSet<String> {
    lines().into_iter().map(|(column, _)| column).collect()
}

/// The columns that refer to a table.
pub fn references_to(table: &str) -> BTreeSet<String> {
    let reference = format!("references {table} (id)");
    lines().into_iter().filter(|(_, line)| line.contains(&reference)).map(|(column, _)| column).collect()
}
