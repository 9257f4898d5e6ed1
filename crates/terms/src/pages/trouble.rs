//! What cannot be read in a text, beside the line it stands in.

use charter::Problem;
use charter::edit::Outline;
use serde::Serialize;

/// A line that cannot be read.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Trouble {
    pub line: usize,
    pub clause: Option<String>,
    /// The place of its clause among the clauses of the text, from 1.
    pub place: Option<usize>,
    message: String,
    excerpt: String,
    /// Spaces and carets that stand beneath the excerpt.
    caret: String,
    expected: Vec<String>,
    /// How many more things could stand there.
    more: usize,
    suggestion: Option<String>,
}

/// So many of the things that could stand somewhere are named.
const NAMED: usize = 8;

impl Trouble {
    fn of(problem: Problem, place: Option<usize>) -> Self {
        Self {
            line: problem.line,
            caret: format!("{}{}", " ".repeat(problem.column.saturating_sub(1)), "^".repeat(problem.length.clamp(1, 80))),
            clause: problem.clause,
            place,
            message: problem.message,
            excerpt: problem.excerpt,
            more: problem.expected.len().saturating_sub(NAMED),
            expected: problem.expected.into_iter().take(NAMED).map(|one| one.replace('`', "")).collect(),
            suggestion: problem.suggestion,
        }
    }
}

/// Everything that cannot be read in a text, in the order of its lines.
pub(crate) fn troubles(text: &str) -> Vec<Trouble> {
    let outline = Outline::of(text);
    charter::read(text)
        .problems
        .into_iter()
        .map(|problem| Trouble::of(problem.clone(), outline.at_line(problem.line).map(|place| place + 1)))
        .collect()
}
