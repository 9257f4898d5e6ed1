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
        // In the form a rule stands without the sign of a quotation.
        let bare = problem.excerpt.trim_start().strip_prefix('>').map(|rest| rest.strip_prefix(' ').unwrap_or(rest).to_owned());
        let excerpt = bare.unwrap_or_else(|| problem.excerpt.clone());
        let cut = problem.excerpt.chars().count() - excerpt.chars().count();
        Self {
            line: problem.line,
            caret: format!("{}{}", " ".repeat(problem.column.saturating_sub(1 + cut)), "^".repeat(problem.length.clamp(1, 80))),
            clause: problem.clause,
            place,
            message: quoted(&problem.message),
            excerpt,
            more: problem.expected.len().saturating_sub(NAMED),
            expected: problem.expected.into_iter().take(NAMED).map(|one| one.replace('`', "")).collect(),
            suggestion: problem.suggestion,
        }
    }
}

/// Words between backticks as people quote them.
fn quoted(message: &str) -> String {
    message.split('`').enumerate().map(|(n, part)| if n % 2 == 1 { format!("“{part}”") } else { part.to_owned() }).collect()
}

/// Everything that cannot be read in a text, in the order of its lines.
pub(crate) fn troubles(text: &str) -> Vec<Trouble> {
    let outline = Outline::of(text);
    charter::read(text)
        .problems
        .into_iter()
        .map(|problem| {
            let place = outline.at_line(problem.line).map(|place| place + 1);
            Trouble::of(problem, place)
        })
        .collect()
}
