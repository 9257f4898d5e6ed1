//! One rule: read, or told what is wrong with it.

use super::token::{self, Kind, Stretch, Token};
use super::{Parser, Problem, grammar, mend, parts, problem, reworded};
use crate::tree::Sentence;

/// Words a rule may have at most; longer ones are two rules.
const LONGEST: usize = 400;

/// The rules that one line says: mostly one.
pub(super) fn rules(stretches: &[Stretch<'_>], lines: &[&str], clause: Option<&str>, mending: bool) -> Result<Vec<Sentence>, Box<Problem>> {
    read(stretches, lines, clause, mending, true)
}

/// The one rule that a line says.
pub(super) fn rule(stretches: &[Stretch<'_>], lines: &[&str], clause: Option<&str>, mending: bool) -> Result<Sentence, Box<Problem>> {
    read(stretches, lines, clause, mending, false).map(|mut sentences| sentences.swap_remove(0))
}

fn read(stretches: &[Stretch<'_>], lines: &[&str], clause: Option<&str>, mending: bool, several: bool) -> Result<Vec<Sentence>, Box<Problem>> {
    let tokens = token::tokens(stretches);
    let end = stretches.last().map_or((1, 1), |(line, column, text)| (*line, column + text.trim_end().chars().count()));
    let at = |index: usize| tokens.get(index).map_or((end.0, end.1, 1), |t| (t.line, t.column, t.length.max(1)));
    let problem = |index: usize, message: String, expected: Vec<String>, suggestion: Option<String>| {
        let (line, column, length) = at(index);
        let excerpt = lines.get(line.saturating_sub(1)).copied().unwrap_or_default().to_owned();
        Box::new(Problem { line, column, length, clause: clause.map(str::to_owned), message, expected, suggestion, excerpt })
    };
    if tokens.len() > LONGEST {
        return Err(problem(LONGEST, format!("a rule has at most {LONGEST} words: make several of it"), Vec::new(), None));
    }
    if let Some(index) = tokens.iter().position(|t| matches!(t.kind, Kind::Stray(_))) {
        let message = match &tokens[index].kind {
            Kind::Stray(text) if text == "“”" => "this name is empty".to_owned(),
            Kind::Stray(text) if text.starts_with(['“', '"']) => "this quotation does not end".to_owned(),
            Kind::Stray(text) if text.starts_with(|c: char| c.is_ascii_digit()) => "a number in a rule is at most 9,999,999".to_owned(),
            other => format!("a rule holds no `{}`: it is made of words, numbers, commas and names in quotation marks", token_text(other)),
        };
        return Err(problem(index, message, Vec::new(), None));
    }
    for loose in [false, true] {
        let mut parser = Parser::new(&tokens, false);
        parser.loose = loose;
        if let Ok(sentence) = grammar::sentence(&mut parser) {
            return Ok(vec![sentence]);
        }
    }
    let tries = parts::Tries::new();
    let other = reworded::reworded(&tokens);
    if let Some(sentence) = other.as_ref().and_then(|other| tries.plain(other)) {
        return Ok(vec![sentence]);
    }
    for tokens in [other.as_ref(), Some(&tokens)].into_iter().flatten() {
        if let Some(sentence) = tries.otherwise(tokens) {
            return Ok(vec![sentence]);
        }
        if let Some(sentences) = several.then(|| tries.several(tokens)).flatten() {
            return Ok(sentences);
        }
    }
    // Read again, to say what would have been right.
    let mut parser = Parser::new(&tokens, true);
    if let Ok(sentence) = grammar::sentence(&mut parser) {
        return Ok(vec![sentence]);
    }
    let (index, expected) = parser.stuck();
    let expected = expected.to_vec();
    if let Some((plain_at, message)) = &parser.plain
        && *plain_at >= index
    {
        return Err(problem(*plain_at, message.clone(), Vec::new(), None));
    }
    let expected = problem::by_kinds(expected);
    if let Some(advice) = mend::advice(&tokens, index) {
        return Err(problem(index, advice.to_owned(), Vec::new(), None));
    }
    let near = tokens.get(index).and_then(|_| {
        let words: Vec<&str> = parser.stuck().1.iter().filter_map(|e| e.strip_prefix('`')).filter_map(|e| e.strip_suffix('`')).collect();
        nearest_phrase(&tokens, index, &words)
    });
    if let Some(mended) = mending.then(|| mend::mend(&tokens, index, near.as_deref())).flatten() {
        let why = mended.why.map_or(String::new(), |why| format!(": {why}"));
        let message = match (tokens.get(index), mended.why) {
            (_, Some(why)) if mended.whole => why.to_owned(),
            (Some(token), _) => format!("`{}` cannot stand here{why}", token.text()),
            (None, _) => "this cannot be read".to_owned(),
        };
        return Err(problem(index, message, Vec::new(), Some(mended.part)));
    }
    let (message, suggestion) = match tokens.get(index) {
        None => ("the rule ends here, and something is still to come".to_owned(), None),
        Some(token) => (format!("`{}` cannot stand here", token.text()), near),
    };
    Err(problem(index, message, expected, suggestion))
}

fn token_text(kind: &Kind) -> String {
    Token { kind: kind.clone(), line: 0, column: 0, length: 0 }.text()
}

/// The expected words that are nearest to the words that stand there.
fn nearest_phrase(tokens: &[Token], index: usize, expected: &[&str]) -> Option<String> {
    let found = |count: usize| tokens[index..].iter().take(count).map(Token::text).collect::<Vec<_>>().join(" ").to_lowercase();
    expected
        .iter()
        .filter_map(|phrase| {
            let whole = problem::distance(&found(phrase.split(' ').count()), &phrase.to_lowercase());
            // What is short is near to everything.
            (phrase.chars().count() > 3 && whole * 3 <= phrase.chars().count()).then_some((whole, *phrase))
        })
        .min_by_key(|(d, phrase)| (*d, std::cmp::Reverse(phrase.len())))
        .map(|(_, phrase)| phrase.to_owned())
}
