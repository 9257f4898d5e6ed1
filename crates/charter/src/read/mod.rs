//! From a Markdown document to clauses with their rules and cases; all that is wrong with it at once.

mod follows;
pub(crate) mod grammar;
mod mend;
mod parser;
mod parts;
pub(crate) mod problem;
mod reworded;
mod rule;
mod token;

use std::collections::BTreeMap;
use std::str::FromStr;

use calendar::Nation;
use jiff::civil::Date;

use crate::tree::Sentence;
pub(crate) use parser::{Parser, Read, Stuck};
pub use problem::Problem;
pub(crate) use problem::distance;
use problem::nearest;
use rule::{rule, rules};
use token::Stretch;
pub(crate) use token::{Token, tokens};

/// What came of reading a charter: what could be read, and every problem found.
#[derive(Debug, Clone)]
pub struct Reading {
    /// What could be read.
    pub charter: Charter,
    /// What could not, in the order of the lines.
    pub problems: Vec<Problem>,
}

/// Terms of reference.
#[derive(Debug, Clone, PartialEq)]
pub struct Charter {
    /// What stands above the text.
    pub head: Head,
    /// The document's title, its first heading.
    pub title: String,
    /// What stands before the first clause, as Markdown.
    pub preamble: String,
    /// Its clauses, in order.
    pub clauses: Vec<Clause>,
    /// The text it was read from.
    pub source: String,
}

/// The head of a charter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Head {
    /// Whose terms these are.
    pub body: String,
    /// The body it is accountable to.
    pub within: Option<String>,
    /// The bodies it works with, none above the other.
    pub works_with: Vec<String>,
    /// The date the text bears. When it was adopted is a fact of the record.
    pub dated: Option<Date>,
    /// Whose holidays count, as the head names them.
    pub nation: Option<String>,
    /// `draft`, `model`, `adoption not recorded`; none where nothing is said.
    pub state: Option<String>,
    /// Where the text comes from.
    pub source: Option<String>,
    /// A table of holidays that the charter brings: beside the nation's where that has one, alone where it has none.
    pub own_holidays: Option<calendar::Table>,
}

impl Head {
    /// The table of holidays that counts here. Where the head names no nation, only weekends are known.
    pub fn holidays(&self) -> &calendar::Table {
        if let Some(own) = &self.own_holidays {
            return own;
        }
        self.nation.as_deref().map_or(Nation::Other, Nation::named).table()
    }
}

/// A clause. One without rules is a statement: shown, numbered, cited, never executed.
#[derive(Debug, Clone, PartialEq)]
pub struct Clause {
    /// As the document numbers it: `3.12`, `5.4 A`, `Annex A`.
    pub number: String,
    /// The headings above it, outermost first, without the document's title.
    pub heading: Vec<String>,
    /// Its text, as Markdown, without its number.
    pub text: String,
    /// Its rules.
    pub rules: Vec<Rule>,
    /// Rules that hold a blank still to be filled, as they stand.
    pub unfilled: Vec<String>,
    /// Its cases.
    pub cases: Vec<Case>,
    /// Its first line in the document, from 1.
    pub line: usize,
}

/// A rule beneath a clause.
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    /// What it says.
    pub tree: Sentence,
    /// As it was written.
    pub source: String,
    /// In its one canonical spelling.
    pub canonical: String,
    /// The body from whose terms it is taken over, with the clause it has there; none for a rule of one's own.
    pub taken_from: Option<(String, String)>,
    /// Its line in the document, from 1.
    pub line: usize,
}

/// A case beneath a clause: facts, and the answer expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// As it was written.
    pub source: String,
    /// Its line in the document, from 1.
    pub line: usize,
}

impl Charter {
    /// The clause with that number.
    pub fn clause(&self, number: &str) -> Option<&Clause> {
        self.clauses.iter().find(|c| c.number == number)
    }

    /// Every rule with its clause, in order.
    pub fn rules(&self) -> impl Iterator<Item = (&Clause, &Rule)> {
        self.clauses.iter().flat_map(|c| c.rules.iter().map(move |r| (c, r)))
    }

    /// Whether it has no rule at all, so that nothing of it can be executed.
    pub fn is_only_text(&self) -> bool {
        self.clauses.iter().all(|c| c.rules.is_empty())
    }
}

/// Reads a charter. Never fails: what cannot be read is a problem with its line, and the rest stands.
pub fn read(source: &str) -> Reading {
    let mut reader = Reader { lines: source.lines().collect(), problems: Vec::new(), clauses: Vec::new() };
    let (head, first) = reader.head();
    let (title, preamble) = reader.body(first);
    let Reader { mut problems, clauses, .. } = reader;
    problems.sort_by_key(|p| (p.line, p.column));
    Reading { charter: Charter { head, title, preamble, clauses, source: source.to_owned() }, problems }
}

/// Reads one rule by itself, such as a line typed into a form.
pub fn read_rule(text: &str) -> Result<Sentence, Box<Problem>> {
    let stretches: Vec<Stretch<'_>> = text.lines().enumerate().map(|(i, l)| (i + 1, 1, l)).collect();
    rule(&stretches, &text.lines().collect::<Vec<_>>(), None, true)
}

/// Whether words are a name that only these terms know: several, which no list of the language holds.
pub(crate) fn is_name_of_its_own(name: &str) -> bool {
    let words = token::tokens(&[(1, 1, name)]);
    let bare =
        if name.starts_with("the ") || name.starts_with("a ") || name.starts_with("an ") { words.get(1..).unwrap_or_default() } else { &words };
    name.contains(' ') && name.starts_with(|c: char| c.is_lowercase()) && !grammar::is_thing(bare)
}

struct Reader<'a> {
    lines: Vec<&'a str>,
    problems: Vec<Problem>,
    clauses: Vec<Clause>,
}

const KEYS: [&str; 10] = ["body", "within", "works with", "dated", "nation", "state", "source", "holidays", "holidays from", "holidays until"];

/// So many problems of a text are looked into for what would mend them; the others name what may stand there.
const MENDED: usize = 40;

impl<'a> Reader<'a> {
    fn problem(&mut self, line: usize, column: usize, length: usize, clause: Option<&str>, message: String) -> &mut Problem {
        let excerpt = self.lines.get(line.saturating_sub(1)).copied().unwrap_or_default().to_owned();
        self.problems.push(Problem {
            line,
            column,
            length,
            clause: clause.map(str::to_owned),
            message,
            expected: Vec::new(),
            suggestion: None,
            excerpt,
        });
        let last = self.problems.len() - 1;
        &mut self.problems[last]
    }

    /// Reads what stands between the two lines of hyphens; answers the index of the line after.
    fn head(&mut self) -> (Head, usize) {
        let mut head = Head::default();
        if self.lines.first().map(|l| l.trim_end()) != Some("---") {
            self.problem(
                1,
                1,
                1,
                None,
                "a charter begins with its head: a line of three hyphens, `body:` with the body's name, and three hyphens again".to_owned(),
            );
            return (head, 0);
        }
        let Some(end) = self.lines.iter().skip(1).position(|l| l.trim_end() == "---").map(|n| n + 1) else {
            self.problem(1, 1, 3, None, "the head does not end: close it with a line of three hyphens".to_owned());
            return (head, 1);
        };
        let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
        let mut own: Vec<(Date, String)> = Vec::new();
        let mut span: (Option<Date>, Option<Date>) = (None, None);
        for index in 1..end {
            let line = self.lines[index];
            let number = index + 1;
            if line.trim().is_empty() || line.trim_start().starts_with('#') {
                continue;
            }
            let Some((key, value)) = line.split_once(':') else {
                self.problem(number, 1, line.chars().count().max(1), None, "a line of the head is a key, a colon and a value".to_owned());
                continue;
            };
            let (key, value) = (key.trim(), comment_cut(value).trim().trim_matches('"').to_owned());
            let column = line.chars().count() - line.trim_start().chars().count() + 1;
            let Some(known) = KEYS.iter().find(|k| **k == key) else {
                let suggestion = nearest(key, KEYS.iter().copied());
                let problem = self.problem(number, column, key.chars().count().max(1), None, format!("`{key}` is no key of a charter's head"));
                problem.expected = KEYS.iter().map(|k| (*k).to_owned()).collect();
                problem.suggestion = suggestion;
                continue;
            };
            if let Some(before) = seen.insert(*known, number) {
                self.problem(number, column, key.chars().count(), None, format!("`{key}` stands already in line {before}"));
                continue;
            }
            match *known {
                "body" => head.body = value,
                "within" => head.within = Some(value),
                "works with" => head.works_with = value.split(',').map(|v| v.trim().to_owned()).filter(|v| !v.is_empty()).collect(),
                "dated" => match Date::from_str(&value) {
                    Ok(date) => head.dated = Some(date),
                    Err(_) => {
                        self.problem(number, column, line.trim().chars().count(), None, format!("`{value}` is not a date: write it like 2008-02-27"));
                    }
                },
                "nation" => head.nation = Some(value),
                "state" => head.state = Some(value),
                "holidays" => {
                    for one in value.split(',').map(str::trim).filter(|v| !v.is_empty()) {
                        let (day, name) = one.split_once(' ').unwrap_or((one, "holiday"));
                        match Date::from_str(day) {
                            Ok(day) => own.push((day, name.trim().to_owned())),
                            Err(_) => {
                                let message = format!("`{one}` is no holiday: write its date and its name, like 2009-01-26 Australia Day");
                                self.problem(number, column, line.trim().chars().count(), None, message);
                            }
                        }
                    }
                }
                "holidays from" | "holidays until" => match Date::from_str(&value) {
                    Ok(day) if *known == "holidays from" => span.0 = Some(day),
                    Ok(day) => span.1 = Some(day),
                    Err(_) => {
                        self.problem(number, column, line.trim().chars().count(), None, format!("`{value}` is not a date: write it like 2008-02-27"));
                    }
                },
                _ => head.source = Some(value),
            }
        }
        if !own.is_empty() || span.0.is_some() {
            let nation = head.nation.as_deref().map_or(Nation::Other, Nation::named);
            let name = head.nation.clone().unwrap_or_else(|| head.body.clone());
            head.own_holidays = Some(if nation == Nation::Other {
                calendar::Table::own(&name, own, span.0.zip(span.1))
            } else {
                nation.table().clone().with(&name, own)
            });
        }
        if head.body.is_empty() {
            self.problem(1, 1, 3, None, "the head does not say whose terms these are: add `body:` with the body's name".to_owned());
        }
        (head, end + 1)
    }

    fn body(&mut self, first: usize) -> (String, String) {
        let mut headings: Vec<(usize, String)> = Vec::new();
        let (mut title, mut preamble) = (String::new(), String::new());
        let mut open: Option<Clause> = None;
        let mut numbers: BTreeMap<String, usize> = BTreeMap::new();
        let mut index = first;
        while index < self.lines.len() {
            let line = self.lines[index];
            let number = index + 1;
            index += 1;
            if let Some((level, text)) = heading(line) {
                self.clauses.extend(open.take().map(Clause::tidy));
                if level == 1 && title.is_empty() {
                    title = text.to_owned();
                } else {
                    headings.retain(|(l, _)| *l < level);
                    headings.push((level, text.to_owned()));
                }
                continue;
            }
            if let Some((clause, rest)) = clause_start(line) {
                self.clauses.extend(open.take().map(Clause::tidy));
                if let Some(before) = numbers.insert(clause.to_owned(), number) {
                    self.problem(number, 3, clause.chars().count(), Some(clause), format!("clause {clause} stands already in line {before}"));
                }
                open = Some(Clause {
                    number: clause.to_owned(),
                    heading: headings.iter().map(|(_, t)| t.clone()).collect(),
                    text: rest.to_owned(),
                    rules: Vec::new(),
                    unfilled: Vec::new(),
                    cases: Vec::new(),
                    line: number,
                });
                continue;
            }
            if let Some(mut stretch) = quote(line, number).filter(|(_, _, t)| opener(t).is_some()) {
                // The rule goes on while the quotation does and no other begins.
                let mut stretches = Vec::new();
                let (kind, skip) = opener(stretch.2).unwrap_or(("Rule", 0));
                stretch = (stretch.0, stretch.1 + stretch.2[..skip].chars().count(), &stretch.2[skip..]);
                stretches.push(stretch);
                while let Some(more) = self.lines.get(index).and_then(|l| quote(l, index + 1)) {
                    if opener(more.2).is_some() || more.2.trim().is_empty() {
                        break;
                    }
                    stretches.push(more);
                    index += 1;
                }
                let text = stretches.iter().map(|(_, _, t)| t.trim()).collect::<Vec<_>>().join(" ").trim().to_owned();
                let Some(clause) = open.as_mut() else {
                    self.problem(
                        number,
                        1,
                        line.chars().count().max(1),
                        None,
                        format!("this {} stands beneath no clause: a clause begins with its number in bold, like **3.12**", kind.to_lowercase()),
                    );
                    continue;
                };
                if kind == "Case" {
                    if let Err((message, suggestion)) = crate::case::read_case(&text) {
                        let number_of = clause.number.clone();
                        let (line, column, length) = (stretch.0, stretch.1 + 1, text.chars().count().max(1));
                        clause.cases.push(Case { source: text, line: number });
                        let problem = self.problem(line, column, length, Some(&number_of), message);
                        problem.suggestion = suggestion;
                        continue;
                    }
                    clause.cases.push(Case { source: text, line: number });
                } else if crate::model::blanks_of(&text).next().is_some() {
                    clause.unfilled.push(text);
                } else {
                    let mending = self.problems.len() < MENDED;
                    match rules(&stretches, &self.lines, Some(&clause.number), mending) {
                        Ok(trees) => clause.rules.extend(trees.into_iter().map(|tree| {
                            let canonical = tree.to_string();
                            Rule { tree, source: text.clone(), canonical, taken_from: None, line: number }
                        })),
                        Err(problem) => self.problems.push(*problem),
                    }
                }
                continue;
            }
            let text = match open.as_mut() {
                Some(clause) => &mut clause.text,
                None => &mut preamble,
            };
            text.push('\n');
            text.push_str(line);
        }
        self.clauses.extend(open.take().map(Clause::tidy));
        (title, preamble.trim().to_owned())
    }
}

impl Clause {
    fn tidy(mut self) -> Self {
        self.text = self.text.trim().to_owned();
        self
    }

    /// Whether it is shown and cited, and never executed.
    pub fn is_statement(&self) -> bool {
        self.rules.is_empty() && self.unfilled.is_empty()
    }
}

/// Cuts a comment, which begins with a space and `#`.
fn comment_cut(value: &str) -> &str {
    value.split_once(" #").map_or(value, |(before, _)| before)
}

pub(crate) fn heading(line: &str) -> Option<(usize, &str)> {
    let level = line.chars().take_while(|c| *c == '#').count();
    let rest = line.get(level..)?;
    ((1..=6).contains(&level) && rest.starts_with(' ')).then(|| (level, rest.trim()))
}

/// A clause begins with its number in bold.
pub(crate) fn clause_start(line: &str) -> Option<(&str, &str)> {
    let (number, rest) = line.strip_prefix("**")?.split_once("**")?;
    let short = !number.trim().is_empty() && number.chars().count() <= 20;
    let numbered =
        number.chars().any(|c| c.is_ascii_digit()) || number.starts_with("Annex") || number.starts_with("Appendix") || number.chars().count() <= 3;
    (short && numbered).then(|| (number.trim(), rest.trim()))
}

/// A line of a quotation, without its mark.
pub(crate) fn quote(line: &str, number: usize) -> Option<Stretch<'_>> {
    let trimmed = line.trim_start();
    let inside = trimmed.strip_prefix('>')?;
    let inside = inside.strip_prefix(' ').unwrap_or(inside);
    let column = line.chars().count() - inside.chars().count() + 1;
    Some((number, column, inside))
}

/// Whether a rule or a case begins here, and after how many bytes its text does.
pub(crate) fn opener(text: &str) -> Option<(&'static str, usize)> {
    let trimmed = text.trim_start();
    let skipped = text.len() - trimmed.len();
    ["Rule", "Case"].into_iter().find_map(|kind| {
        let rest = trimmed.get(..kind.len()).filter(|w| w.eq_ignore_ascii_case(kind)).and_then(|_| trimmed.get(kind.len()..))?;
        rest.starts_with(':').then_some((kind, skipped + kind.len() + 1))
    })
}

#[cfg(test)]
mod tests;
