//! Model charters: texts with blanks, which filled become somebody's own terms.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::read::Charter;

/// What belongs in a blank.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BlankType {
    /// A number.
    Number,
    /// A name of a body, an organisation or a post.
    Name,
    /// Words that go on with the sentence.
    Text,
    /// Several lines, each a point of a list.
    List,
}

/// A blank of a model charter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Blank {
    /// Its name, as it stands between the square brackets.
    pub name: String,
    /// What belongs in it.
    pub of: BlankType,
    /// The clauses it stands in, in order; the head is none.
    pub clauses: Vec<String>,
}

/// Why a model cannot be filled so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unfilled {
    /// Nothing was given for this blank.
    Missing(String),
    /// There is no such blank.
    Unknown(String),
    /// What was given is not a whole number from 1 to 9999.
    NotANumber(String),
    /// What was given would not stay where it belongs: it holds a line break, a bracket or a quotation mark.
    NotOneLine(String),
}

/// The names of the blanks in a text, in order, each as often as it stands. A link, `[words](address)`, is none.
pub(crate) fn blanks_of(text: &str) -> impl Iterator<Item = &str> {
    spans_of(text).map(|(a, b)| &text[a + 1..b - 1])
}

fn spans_of(text: &str) -> impl Iterator<Item = (usize, usize)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let open = at + text.get(at..)?.find('[')?;
            let Some(close) = text[open..].find([']', '\n']).map(|n| open + n) else {
                at = text.len();
                return None;
            };
            at = close + 1;
            let inside = &text[open + 1..close];
            if text[close..].starts_with(']') && !inside.trim().is_empty() && inside.trim() == inside && !text[at..].starts_with('(') {
                return Some((open, at));
            }
        }
    })
}

impl Charter {
    /// The distinct blanks, in the order of their first appearance.
    pub fn blanks(&self) -> Vec<Blank> {
        let mut out: Vec<Blank> = Vec::new();
        let mut clause: Option<&str> = None;
        let mut starts = self.clauses.iter().peekable();
        for (index, line) in self.source.lines().enumerate() {
            while let Some(next) = starts.next_if(|c| c.line <= index + 1) {
                clause = Some(&next.number);
            }
            for name in blanks_of(line) {
                let alone = line.trim().trim_start_matches(['-', '*']).trim() == format!("[{name}]");
                let of = if name.starts_with("number") {
                    BlankType::Number
                } else if alone {
                    BlankType::List
                } else if line.trim_start().starts_with('>') || name.starts_with("name") || name.starts_with("title") || name.starts_with("body") {
                    BlankType::Name
                } else {
                    BlankType::Text
                };
                let blank = match out.iter_mut().position(|b| b.name == name) {
                    Some(at) => &mut out[at],
                    None => {
                        out.push(Blank { name: name.to_owned(), of, clauses: Vec::new() });
                        let last = out.len() - 1;
                        &mut out[last]
                    }
                };
                if of == BlankType::Name && blank.of == BlankType::Text {
                    blank.of = of;
                }
                blank.clauses.extend(clause.filter(|c| !blank.clauses.iter().any(|b| b == c)).map(str::to_owned));
            }
        }
        out
    }

    /// The text with every blank filled, as a charter of its own; `state: model` is left out of its head. Every blank needs an answer, and every answer a blank;
    /// all that is wrong is said at once.
    pub fn fill(&self, answers: &BTreeMap<String, String>) -> Result<String, Vec<Unfilled>> {
        let blanks = self.blanks();
        let mut wrong: Vec<Unfilled> =
            answers.keys().filter(|name| !blanks.iter().any(|b| &b.name == *name)).cloned().map(Unfilled::Unknown).collect();
        for blank in &blanks {
            match answers.get(&blank.name).map(|a| a.trim()).filter(|a| !a.is_empty()) {
                None => wrong.push(Unfilled::Missing(blank.name.clone())),
                Some(answer) if blank.of == BlankType::Number => {
                    if !answer.parse::<u32>().is_ok_and(|n| (1..=9_999).contains(&n)) {
                        wrong.push(Unfilled::NotANumber(blank.name.clone()));
                    }
                }
                Some(answer) => {
                    let breaks = answer.contains(['\n', '\r']) && blank.of != BlankType::List;
                    if breaks || answer.contains(['[', ']', '“', '”', '"']) {
                        wrong.push(Unfilled::NotOneLine(blank.name.clone()));
                    }
                }
            }
        }
        if !wrong.is_empty() {
            return Err(wrong);
        }
        let mut out = String::with_capacity(self.source.len());
        for line in self.source.lines().filter(|l| l.trim() != "state: model") {
            let rule = line.trim_start().starts_with('>');
            let mut at = 0;
            for (open, close) in spans_of(line) {
                out += &line[at..open];
                at = close;
                let name = &line[open + 1..close - 1];
                let answer = answers.get(name).map_or("", |a| a.trim());
                let of = blanks.iter().find(|b| b.name == name).map(|b| b.of);
                // An article stands before the blank already: "the leader" there makes no second one.
                let answer = match line[..open].to_lowercase().ends_with("the ").then(|| answer.split_once(' ')).flatten() {
                    Some((article, rest)) if article.eq_ignore_ascii_case("the") => rest,
                    _ => answer,
                };
                match of {
                    Some(BlankType::List) => {
                        let lead = &line[..open];
                        out += &answer
                            .lines()
                            .map(|l| l.trim().trim_start_matches("- "))
                            .filter(|l| !l.is_empty())
                            .collect::<Vec<_>>()
                            .join(&format!("\n{lead}"));
                    }
                    // Within a rule, a name stands in quotation marks, so that any name reads as one.
                    Some(BlankType::Name | BlankType::Text) if rule => {
                        out.push('“');
                        out += answer;
                        out.push('”');
                    }
                    _ => out += answer,
                }
            }
            out += &line[at..];
            out.push('\n');
        }
        Ok(out)
    }
}
