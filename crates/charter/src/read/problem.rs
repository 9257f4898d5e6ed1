//! What is wrong with a charter, said so that an officer can put it right.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A problem with its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
    /// In characters; at least 1.
    pub length: usize,
    /// The clause it stands in.
    pub clause: Option<String>,
    /// What is wrong.
    pub message: String,
    /// What would have been right here, each in words.
    pub expected: Vec<String>,
    /// The nearest thing that would be right.
    pub suggestion: Option<String>,
    /// The source line.
    pub excerpt: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}", self.line)?;
        if let Some(clause) = &self.clause {
            write!(f, ", clause {clause}")?;
        }
        writeln!(f, ": {}", self.message)?;
        writeln!(f, "  {}", self.excerpt)?;
        let before: String = self.excerpt.chars().take(self.column.saturating_sub(1)).map(|c| if c == '\t' { '\t' } else { ' ' }).collect();
        let pad = " ".repeat(self.column.saturating_sub(1).saturating_sub(before.chars().count()));
        write!(f, "  {before}{pad}{}", "^".repeat(self.length.clamp(1, 80)))?;
        if let Some(suggestion) = &self.suggestion {
            write!(f, "\n  did you mean `{suggestion}`?")?;
        }
        if !self.expected.is_empty() {
            const SHOWN: usize = 12;
            let shown: Vec<&str> = self.expected.iter().take(SHOWN).map(String::as_str).collect();
            write!(f, "\n  here may stand: {}", shown.join(", "))?;
            if self.expected.len() > SHOWN {
                write!(f, ", or {} more", self.expected.len() - SHOWN)?;
            }
        }
        Ok(())
    }
}

/// Long lists of what may stand, said by their kinds.
pub(crate) fn by_kinds(expected: Vec<String>) -> Vec<String> {
    use crate::tree::{KINDS, Verb, Word};
    const LONG: usize = 24;
    if expected.len() <= LONG {
        return expected;
    }
    let bare = |e: &str| e.trim_matches('`').to_lowercase();
    let verbs: std::collections::HashSet<&str> = Verb::ALL.iter().flat_map(|v| v.forms()).flat_map(|(a, b, c)| [*a, *b, *c]).collect();
    let things: std::collections::HashSet<String> = Word::ALL
        .iter()
        .flat_map(|w| w.spellings())
        .flat_map(|s| [(*s).to_owned(), ["the ", "an ", "a ", "these "].iter().find_map(|a| s.strip_prefix(a)).unwrap_or(s).to_owned()])
        .collect();
    let kinds: std::collections::HashSet<&str> = KINDS.iter().flat_map(|(a, b)| [*a, *b]).collect();
    let (mut out, mut seen) = (Vec::new(), (false, false, false));
    for one in expected {
        let word = bare(&one);
        if verbs.contains(word.as_str()) {
            seen.0 = true;
        } else if things.contains(word.as_str()) {
            seen.1 = true;
        } else if kinds.contains(word.as_str()) {
            seen.2 = true;
        } else {
            out.push(one);
        }
    }
    let said =
        [(seen.0, "a verb of the list"), (seen.1, "a thing of the list"), (seen.2, "a kind of organisation"), (seen.1, "a name in quotation marks")];
    out.splice(0..0, said.iter().filter(|(seen, _)| *seen).map(|(_, words)| (*words).to_owned()));
    out
}

/// The nearest of some words, if one is near.
pub(crate) fn nearest<'a>(word: &str, among: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let word = word.to_lowercase();
    among
        .into_iter()
        .map(|w| (distance(&word, &w.to_lowercase()), w))
        .filter(|(d, w)| *d * 3 <= w.chars().count().max(3))
        .min_by_key(|(d, w)| (*d, w.len()))
        .map(|(_, w)| w.to_owned())
}

/// How many letters have to be changed, added, left out or swapped with their neighbour.
pub(crate) fn distance(a: &str, b: &str) -> usize {
    let a: Vec<char> = a.chars().take(64).collect();
    let b: Vec<char> = b.chars().take(64).collect();
    let mut rows = vec![vec![0; b.len() + 1]; a.len() + 1];
    for (i, row) in rows.iter_mut().enumerate() {
        row[0] = i;
    }
    rows[0] = (0..=b.len()).collect();
    for i in 1..=a.len() {
        for j in 1..=b.len() {
            let swap = usize::from(a[i - 1] != b[j - 1]);
            let mut best = (rows[i - 1][j] + 1).min(rows[i][j - 1] + 1).min(rows[i - 1][j - 1] + swap);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(rows[i - 2][j - 2] + 1);
            }
            rows[i][j] = best;
        }
    }
    rows[a.len()][b.len()]
}
