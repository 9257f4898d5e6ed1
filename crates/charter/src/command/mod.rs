//! The charter at the command line. Pure: files are opened by whoever calls, and what is to be printed is handed back.

use std::fmt::Write;

use jiff::civil::Date;
use serde_json::{Value, json};

use crate::record::Record;
use crate::render::{self, render};
use crate::schema::{Schema, schema};
use crate::verdict::Action;
use crate::{Charter, Explained, Problem, check, compare, due, evaluate, explain, may, read, replay};

/// How the commands are called.
pub const USAGE: &str = "folkmoot charter check FILE...
folkmoot charter test FILE... [--bless]
folkmoot charter evaluate CHARTER RECORD --as-at DATE
folkmoot charter due CHARTER RECORD --from DATE --to DATE
folkmoot charter may CHARTER RECORD ACTION
folkmoot charter compare OLD NEW
folkmoot charter replay CHARTER PROPOSED RECORD --as-at DATE
folkmoot charter explain CHARTER [CLAUSE] [--record RECORD --as-at DATE]
folkmoot charter render CHARTER --to html|md
folkmoot charter schema record|tree|verdict
folkmoot charter record BODY [--as-at DATE] [--data DIR] [--config FILE]
folkmoot charter adopt CHARTER PROPOSED
folkmoot charter corpus RULES.csv FILE... [--bless]
Each takes --format text|json (a record is JSON unless text is asked for), and --with FILE for the terms that a charter follows.
ACTION is JSON, such as {\"action\": \"hold_vote\"}.";

/// What a command has to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Output {
    /// To be printed.
    pub text: String,
    /// 0 for well; 1 where a charter is not sound, a case fails or the answer is no; 2 where the command cannot be carried out.
    pub code: u8,
    /// Files to be written, with their new text.
    pub write: Vec<(String, String)>,
}

/// Carries out `folkmoot charter …`, given the words after `charter`. `open` answers a file's text, or why it cannot.
pub fn command(args: &[String], open: &mut dyn FnMut(&str) -> Result<String, String>) -> Output {
    run(args, open).unwrap_or_else(|text| Output { text: format!("{text}\n"), code: 2, write: Vec::new() })
}

struct Options {
    files: Vec<String>,
    json: bool,
    bless: bool,
    with: Vec<String>,
    as_at: Option<Date>,
    from: Option<Date>,
    to: Option<Date>,
    target: Option<render::To>,
    record: Option<String>,
}

fn options(args: &[String]) -> Result<Options, String> {
    let mut out =
        Options { files: Vec::new(), json: false, bless: false, with: Vec::new(), as_at: None, from: None, to: None, target: None, record: None };
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        let mut value = || args.next().cloned().ok_or_else(|| format!("{arg} needs a value"));
        let day = |text: String| text.parse::<Date>().map_err(|_| format!("`{text}` is not a date: write it like 2009-03-31"));
        match arg.as_str() {
            "--format" => match value()?.as_str() {
                "json" => out.json = true,
                "text" => out.json = false,
                other => return Err(format!("`{other}` is no format: text or json")),
            },
            "--bless" => out.bless = true,
            "--with" => out.with.push(value()?),
            "--as-at" => out.as_at = Some(day(value()?)?),
            "--from" => out.from = Some(day(value()?)?),
            "--to" => match value()?.as_str() {
                "html" => out.target = Some(render::To::Html),
                "md" => out.target = Some(render::To::Markdown),
                other => out.to = Some(day(other.to_owned())?),
            },
            "--record" => out.record = Some(value()?),
            other if other.starts_with("--") => return Err(format!("{other} is not known\n{USAGE}")),
            other => out.files.push(other.to_owned()),
        }
    }
    Ok(out)
}

fn run(args: &[String], open: &mut dyn FnMut(&str) -> Result<String, String>) -> Result<Output, String> {
    let Some((verb, rest)) = args.split_first() else { return Err(USAGE.to_owned()) };
    let options = options(rest)?;
    let mut others = Vec::new();
    for file in &options.with {
        others.push(read(&open(file)?).charter);
    }
    let whole = |charter: Charter| others.iter().fold(charter, |c, other| c.taking_over(other));
    let mut charter = |file: &str| -> Result<Charter, String> {
        let reading = read(&open(file)?);
        match reading.problems.first() {
            Some(problem) => Err(format!("{file}: {problem}")),
            None => Ok(whole(reading.charter)),
        }
    };
    let named = |count: usize| if options.files.len() == count { Ok(options.files.as_slice()) } else { Err(USAGE.to_owned()) };
    let needs = |day: Option<Date>, name: &str| day.ok_or_else(|| format!("{name} DATE is needed"));
    match verb.as_str() {
        "check" => checked(&options, open),
        "test" => {
            let mut out = Output { text: String::new(), code: 0, write: Vec::new() };
            let mut results = Vec::new();
            for file in &options.files {
                let charter = charter(file)?;
                for result in charter.test() {
                    if !result.passed {
                        out.code = 1;
                        let _ = writeln!(
                            out.text,
                            "{file}, line {}, clause {}: {}\n  answered: {}\n  {}",
                            result.line, result.clause, result.source, result.answer, result.sentence
                        );
                    }
                    results.push(json!({"file": file, "clause": result.clause, "line": result.line, "case": result.source, "passed": result.passed, "answer": result.answer, "sentence": result.sentence}));
                }
                if options.bless {
                    out.write.push((file.clone(), charter.blessed()));
                }
            }
            let failed = results.iter().filter(|r| r["passed"] == false).count();
            let _ = writeln!(out.text, "{} cases, {failed} failed", results.len());
            if options.json {
                out.text = pretty(&Value::Array(results));
            }
            Ok(out)
        }
        "evaluate" => {
            let [file, facts] = named(2)? else { return Err(USAGE.to_owned()) };
            let charter = charter(file)?;
            let verdicts = evaluate(&charter, &record(facts, open)?, needs(options.as_at, "--as-at")?);
            let text = verdicts.iter().fold(String::new(), |mut text, v| {
                let _ = writeln!(text, "{:<12} {}", word(&v.state), v.sentence);
                for missing in &v.missing {
                    let _ = writeln!(text, "{:<12}   missing: {missing}", "");
                }
                text
            });
            answer(&options, text, serde_json::to_value(&verdicts), 0)
        }
        "due" => {
            let [file, facts] = named(2)? else { return Err(USAGE.to_owned()) };
            let charter = charter(file)?;
            let duties = due(&charter, &record(facts, open)?, needs(options.from, "--from")?, needs(options.to, "--to")?);
            let text = duties.iter().fold(String::new(), |mut text, d| {
                let _ =
                    writeln!(text, "{}  {}{}", d.by, d.sentence, d.done.map_or(String::new(), |on| format!("; done {}", calendar::day_in_words(on))));
                text
            });
            let value = duties
                .iter()
                .map(|d| json!({"clause": d.clause, "code": d.code, "sentence": d.sentence, "who": d.who, "meeting": d.meeting, "by": d.by, "letter": d.letter, "counted": d.counted.as_ref().map(ToString::to_string), "done": d.done, "strict": d.strict}))
                .collect();
            answer(&options, text, Ok(Value::Array(value)), 0)
        }
        "may" => {
            let [file, facts, action] = named(3)? else { return Err(USAGE.to_owned()) };
            let charter = charter(file)?;
            let action: Action = serde_json::from_str(action).map_err(|e| format!("the action cannot be read: {e}"))?;
            let found = may(&charter, &record(facts, open)?, &action);
            let value = serde_json::to_value(&found);
            let (text, code) = match found {
                crate::Answer::Yes { sentence, .. } => (format!("yes: {sentence}\n"), 0),
                crate::Answer::Ruling(ruling) => (format!("with a ruling: {}\n", ruling.sentence), 0),
                crate::Answer::No { findings } => (findings.iter().fold(String::new(), |text, f| text + "no: " + &f.sentence + "\n"), 1),
                crate::Answer::NotSaid { sentence } => (format!("not said: {sentence}\n"), 0),
                crate::Answer::CannotTell { sentence, missing } => (format!("cannot tell: {sentence}; missing: {}\n", missing.join(", ")), 1),
            };
            answer(&options, text, value, code)
        }
        "compare" => {
            let [old, new] = named(2)? else { return Err(USAGE.to_owned()) };
            let (old, new) = (charter(old)?, charter(new)?);
            let changes = compare(&old, &new);
            let text = changes.iter().fold(String::new(), |mut text, c| {
                let what = match (&c.before, &c.after) {
                    (None, _) => "new",
                    (_, None) => "gone",
                    _ if c.is_only_words() => "other words, same rules",
                    _ => "changed",
                };
                let _ = writeln!(text, "{}: {what}", c.clause);
                for rule in &c.ended {
                    let _ = writeln!(text, "  - {rule}");
                }
                for rule in &c.begun {
                    let _ = writeln!(text, "  + {rule}");
                }
                text
            });
            answer(&options, text, serde_json::to_value(&changes), 0)
        }
        "replay" => {
            let [file, proposed, facts] = named(3)? else { return Err(USAGE.to_owned()) };
            let (charter, proposed) = (charter(file)?, charter(proposed)?);
            let found = replay(&charter, &proposed, &record(facts, open)?, needs(options.as_at, "--as-at")?);
            let text = if found.is_empty() {
                "nothing would have come out otherwise\n".to_owned()
            } else {
                found.iter().fold(String::new(), |text, r| text + &r.sentence() + "\n")
            };
            answer(&options, text, serde_json::to_value(&found), 0)
        }
        "explain" => {
            let (file, number) = match options.files.as_slice() {
                [file] => (file, None),
                [file, number] => (file, Some(number)),
                _ => return Err(USAGE.to_owned()),
            };
            let charter = charter(file)?;
            let facts = options.record.as_deref().map(|facts| record(facts, open)).transpose()?;
            let as_at = if facts.is_some() { Some(needs(options.as_at, "--as-at")?) } else { None };
            let mut explained = explain(&charter, facts.as_ref().zip(as_at));
            if let Some(number) = number {
                explained.retain(|one| one.clause.eq_ignore_ascii_case(number));
                if explained.is_empty() {
                    return Err(format!("{file} has no clause {number}"));
                }
            }
            answer(&options, explained_in_words(&explained), serde_json::to_value(&explained), 0)
        }
        "schema" => {
            let [word] = named(1)? else { return Err(USAGE.to_owned()) };
            let of = Schema::named(word).ok_or_else(|| format!("`{word}` has no schema: record, tree or verdict"))?;
            let value = schema(of);
            answer(&options, outline(&value), Ok(value), 0)
        }
        "render" => {
            let [file] = named(1)? else { return Err(USAGE.to_owned()) };
            let charter = charter(file)?;
            let to = options.target.ok_or("--to html or --to md is needed")?;
            let document = render(&charter, to);
            let value = json!({"title": charter.title, "to": if to == render::To::Html { "html" } else { "md" }, "document": document});
            answer(&options, document, Ok(value), 0)
        }
        "adopt" => {
            let [file, proposed] = named(2)? else { return Err(USAGE.to_owned()) };
            let found = crate::amendment(&charter(file)?, &charter(proposed)?);
            let mut text = format!("to be decided as: {}\n", found.matters.iter().cloned().collect::<Vec<_>>().join(", "));
            for finding in &found.findings {
                let _ = writeln!(text, "no: {}", finding.sentence);
            }
            answer(&options, text, serde_json::to_value(&found), u8::from(!found.findings.is_empty()))
        }
        "corpus" => {
            let Some((list, files)) = options.files.split_first() else { return Err(USAGE.to_owned()) };
            let mut all = Vec::new();
            for file in files {
                all.push((file.clone(), charter(file)?));
            }
            let rows = crate::corpus::rows(&open(list)?, &all)?;
            let document = crate::corpus::document(&rows);
            let mut out = answer(&options, document.clone(), serde_json::to_value(&rows), 0)?;
            if options.bless {
                out.write.push(("docs/charter-corpus.md".to_owned(), document));
                out.write.push(("charters/corpus.csv".to_owned(), crate::corpus::separated(&rows)));
            }
            Ok(out)
        }
        other => Err(format!("`{other}` is no charter command\n{USAGE}")),
    }
}

/// The keys of a schema with what each holds, in words.
fn outline(schema: &Value) -> String {
    let mut text = format!("{}\n", schema["description"].as_str().unwrap_or_default());
    for (key, what) in schema["properties"].as_object().into_iter().flatten() {
        let said = what["description"].as_str().unwrap_or_default();
        let _ = writeln!(text, "  {key:<16} {}", said.lines().next().unwrap_or_default());
    }
    text
}

fn explained_in_words(explained: &[Explained]) -> String {
    let mut text = String::new();
    for one in explained {
        let _ = writeln!(text, "{}  {}", one.clause, one.text.trim());
        if one.rules.is_empty() {
            let _ = writeln!(text, "  a statement: no rule follows from it");
        }
        for rule in &one.rules {
            let from = rule.taken_from.as_ref().map_or(String::new(), |(body, number)| format!(" ({number} of {body})"));
            let _ = writeln!(text, "  rule: {}{from}", rule.read_as);
        }
        for verdict in &one.verdicts {
            let _ = writeln!(text, "  {:<12} {}", word(&verdict.state), verdict.sentence);
            for because in &verdict.because {
                let _ = writeln!(text, "  {:<12}   because: {because}", "");
            }
            for missing in &verdict.missing {
                let _ = writeln!(text, "  {:<12}   missing: {missing}", "");
            }
        }
        text.push('\n');
    }
    text
}

fn checked(options: &Options, open: &mut dyn FnMut(&str) -> Result<String, String>) -> Result<Output, String> {
    let mut out = Output { text: String::new(), code: 0, write: Vec::new() };
    let mut values = Vec::new();
    for file in &options.files {
        let reading = read(&open(file)?);
        let remarks = check(&reading.charter);
        for problem in &reading.problems {
            let _ = writeln!(out.text, "{file}: {problem}");
        }
        for remark in &remarks {
            let _ = writeln!(out.text, "{file}: line {}, clause {}: {}", remark.line, remark.clause, remark.sentence);
        }
        if !reading.problems.is_empty() || remarks.iter().any(|r| r.weight == crate::Weight::Error) {
            out.code = 1;
        }
        values.push(json!({"file": file, "problems": serde_json::to_value::<Vec<Problem>>(reading.problems).unwrap_or_default(), "remarks": serde_json::to_value(&remarks).unwrap_or_default()}));
    }
    if options.json {
        out.text = pretty(&Value::Array(values));
    } else if out.text.is_empty() {
        "sound\n".clone_into(&mut out.text);
    }
    Ok(out)
}

fn record(file: &str, open: &mut dyn FnMut(&str) -> Result<String, String>) -> Result<Record, String> {
    Record::of_json(&open(file)?).map_err(|e| format!("{file}: {e}"))
}

fn word(state: &crate::State) -> String {
    serde_json::to_value(state).ok().and_then(|v| v.as_str().map(|s| s.replace('_', " "))).unwrap_or_default()
}

fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default() + "\n"
}

fn answer(options: &Options, text: String, value: Result<Value, serde_json::Error>, code: u8) -> Result<Output, String> {
    let text = if options.json { pretty(&value.map_err(|e| e.to_string())?) } else { text };
    Ok(Output { text, code, write: Vec::new() })
}
