//! Which rules of a list the charters at hand say, and what their cases prove: `folkmoot charter corpus RULES.csv FILE...`.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde::Serialize;

use crate::read::{Charter, Clause, Rule};
use crate::tree::{Condition, Says, Sentence};

/// How a rule of the list is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Class {
    /// The verdict follows from typed facts.
    Executed,
    /// The verdict is what a named person recorded.
    Judged,
    /// A rule says it, and no case shows it both met and not met.
    Unproven,
    /// Shown and cited, never executed.
    Statement,
    /// No clause at hand answers it.
    Unanswered,
}

impl Class {
    fn word(self) -> &'static str {
        match self {
            Self::Executed => "executed",
            Self::Judged => "judged",
            Self::Unproven => "said, not proven",
            Self::Statement => "statement",
            Self::Unanswered => "not answered",
        }
    }
}

/// One rule of the list.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Row {
    rule: String,
    body: String,
    pattern: String,
    kind: String,
    class: Class,
    file: Option<String>,
    clause: Option<String>,
    /// Which answers a passing case beneath the clause gives: met, not met, cannot tell.
    proven: Vec<&'static str>,
}

/// The fields of each line of a comma-separated text; quotation marks hold commas, and double themselves.
fn fields(text: &str) -> Vec<Vec<String>> {
    let mut out = vec![vec![String::new()]];
    let mut quoted = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let Some(line) = out.last_mut() else { break };
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                if let Some(field) = line.last_mut() {
                    field.push('"');
                }
            }
            '"' => quoted = !quoted,
            ',' if !quoted => line.push(String::new()),
            '\n' if !quoted => out.push(vec![String::new()]),
            '\r' if !quoted => {}
            other => {
                if let Some(field) = line.last_mut() {
                    field.push(other);
                }
            }
        }
    }
    out.retain(|line| line.len() > 1);
    out
}

/// Whether a rule hangs on what somebody judges.
fn is_judged(rule: &Sentence) -> bool {
    fn of(condition: &Condition) -> bool {
        match condition {
            Condition::Judges(..) => true,
            Condition::Both(a, b) | Condition::Either(a, b) => of(a) || of(b),
            Condition::Not(a) => of(a),
            _ => false,
        }
    }
    matches!(rule.says, Says::Rules { .. }) || [&rule.when, &rule.only_if, &rule.unless].into_iter().flatten().any(of)
}

/// The ids that a clause answers: `<!-- R0149 R0150 -->`.
fn marks(clause: &Clause) -> Vec<String> {
    let mut out = Vec::new();
    let mut rest = clause.text.as_str();
    while let Some((_, after)) = rest.split_once("<!--") {
        let Some((inside, more)) = after.split_once("-->") else { break };
        out.extend(inside.split_whitespace().map(str::to_owned));
        rest = more;
    }
    out
}

fn proven(answers: &[&str]) -> Vec<&'static str> {
    let has = |words: &[&str]| answers.iter().any(|a| words.iter().any(|w| a == w || (w.ends_with('*') && a.starts_with(w.trim_end_matches('*')))));
    [
        ("met", has(&["met", "due", "quorate", "carried", "agreed", "allowed", "excused"])),
        ("not met", has(&["not met", "breached", "late", "expected", "not quorate", "not carried", "not agreed", "not allowed"])),
        ("cannot tell", has(&["cannot tell", "not said", "for the*", "nobody can rule", "a vote decides"])),
    ]
    .into_iter()
    .filter_map(|(word, so)| so.then_some(word))
    .collect()
}

/// Reads the list and looks through the charters; each is given with the name of its file.
pub(crate) fn rows(list: &str, charters: &[(String, Charter)]) -> Result<Vec<Row>, String> {
    let lines = fields(list);
    let (head, lines) = lines.split_first().ok_or("the list is empty")?;
    let column = |name: &str| head.iter().position(|h| h == name).ok_or_else(|| format!("the list has no column `{name}`"));
    let (id, body, pattern, kind) = (column("rule_id")?, column("body")?, column("pattern")?, column("kind")?);
    let mut found: BTreeMap<String, (Class, &str, &str, Vec<&'static str>)> = BTreeMap::new();
    for (file, charter) in charters {
        let results = charter.test();
        for clause in &charter.clauses {
            let rules: Vec<&Rule> = clause.rules.iter().collect();
            let class = if rules.is_empty() {
                Class::Statement
            } else if rules.iter().any(|r| is_judged(&r.tree)) {
                Class::Judged
            } else {
                Class::Executed
            };
            let answers: Vec<&str> =
                results.iter().filter(|r| r.clause == clause.number && r.passed).filter_map(|r| r.answer.split(',').next()).collect();
            let proven = proven(&answers);
            let class = match class {
                Class::Executed | Class::Judged
                    if !(proven.contains(&"met") && proven.contains(&"not met") || proven.len() > 1 && class == Class::Judged) =>
                {
                    Class::Unproven
                }
                class => class,
            };
            for mark in marks(clause) {
                found.insert(mark, (class, file, &clause.number, proven.clone()));
            }
        }
    }
    Ok(lines
        .iter()
        .filter_map(|line| {
            let text = |n: usize| line.get(n).cloned().unwrap_or_default();
            let rule = text(id);
            (!rule.is_empty()).then(|| {
                let answer = found.get(&rule);
                Row {
                    body: text(body),
                    pattern: text(pattern),
                    kind: text(kind),
                    class: answer.map_or(Class::Unanswered, |a| a.0),
                    file: answer.map(|a| a.1.to_owned()),
                    clause: answer.map(|a| a.2.to_owned()),
                    proven: answer.map(|a| a.3.clone()).unwrap_or_default(),
                    rule,
                }
            })
        })
        .collect())
}

/// The table as a document: the sums first, and every rule by its id, never by its text.
pub(crate) fn document(rows: &[Row]) -> String {
    let mut out = String::from(
        "# What the charter language says of the corpus\n\nGenerated by `folkmoot charter corpus RULES.csv FILE... --bless`; not edited by hand. A rule is *executed* where its verdict follows from\ntyped facts, *judged* where it is what a named person recorded, and a *statement* where its clause has no rule. The cases named pass.\n\n",
    );
    let asked: Vec<&Row> = rows.iter().filter(|r| r.kind != "prose").collect();
    let count = |class: Class| asked.iter().filter(|r| r.class == class).count();
    let (executed, judged) = (count(Class::Executed), count(Class::Judged));
    let whole = asked.iter().filter(|r| matches!(r.class, Class::Executed | Class::Judged) && r.proven.len() == 3).count();
    let share = (executed + judged) * 1000 / asked.len().max(1);
    let _ = writeln!(
        out,
        "| | rules |\n|---|---|\n| in the list | {} |\n| of them prose | {} |\n| to be executed or judged | {} |",
        rows.len(),
        rows.len() - asked.len(),
        asked.len()
    );
    let _ = writeln!(
        out,
        "| executed | {executed} |\n| judged | {judged} |\n| said, not proven | {} |\n| statement only | {} |\n| not answered | {} |",
        count(Class::Unproven),
        count(Class::Statement),
        count(Class::Unanswered)
    );
    let _ = writeln!(
        out,
        "| executed or judged, of those to be | {}.{} % |\n| with cases for met, not met and cannot tell | {whole} |\n",
        share / 10,
        share % 10
    );
    out += "| rule | body | pattern | kind | class | clause | proven by cases |\n|---|---|---|---|---|---|---|\n";
    for row in rows {
        let place = match (&row.file, &row.clause) {
            (Some(file), Some(clause)) => format!("{file}, {clause}"),
            _ => String::new(),
        };
        let _ = writeln!(
            out,
            "| {} | {} | {} | {} | {} | {place} | {} |",
            row.rule,
            row.body,
            row.pattern,
            row.kind,
            row.class.word(),
            row.proven.join(", ")
        );
    }
    out
}

/// The table for programs.
pub(crate) fn separated(rows: &[Row]) -> String {
    let mut out = String::from("rule_id,body,pattern,kind,class,file,clause,proven\n");
    let field = |text: &str| if text.contains([',', '"']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() };
    for row in rows {
        let all = [
            row.rule.as_str(),
            &row.body,
            &row.pattern,
            &row.kind,
            row.class.word(),
            row.file.as_deref().unwrap_or_default(),
            row.clause.as_deref().unwrap_or_default(),
            &row.proven.join("; "),
        ]
        .map(field);
        let _ = writeln!(out, "{}", all.join(","));
    }
    out
}
