//! What would make a rule right that cannot be read: small changes, tried out, of which the first that reads is offered.

use super::grammar;
use super::parser::Parser;
use super::token::{Kind, Token};

/// How many changes may follow each other.
const MOST: usize = 3;

/// Words that end what a name may have been meant to hold.
pub(super) const ENDS: [&str; 44] = [
    "must",
    "should",
    "may",
    "shall",
    "will",
    "is",
    "are",
    "has",
    "have",
    "at",
    "before",
    "after",
    "within",
    "by",
    "to",
    "from",
    "in",
    "every",
    "each",
    "unless",
    "only",
    "when",
    "if",
    "with",
    "without",
    "for",
    "until",
    "and",
    "or",
    "but",
    "except",
    "including",
    "than",
    "who",
    "as",
    "on",
    "be",
    "not",
    "the",
    "of",
    "through",
    "between",
    "present",
    "voting",
];

/// Words that no name was meant to hold.
pub(super) const NEVER: [&str; 50] = [
    "must",
    "should",
    "may",
    "shall",
    "will",
    "cannot",
    "who",
    "whom",
    "least",
    "most",
    "when",
    "if",
    "unless",
    "only",
    "either",
    "both",
    "there",
    "each",
    "different",
    "another",
    "same",
    "more",
    "fewer",
    "less",
    "than",
    "member",
    "members",
    "seat",
    "seats",
    "quorum",
    "vote",
    "votes",
    "meeting",
    "meetings",
    "before",
    "after",
    "within",
    "during",
    "days",
    "weeks",
    "months",
    "years",
    "minutes",
    "substitute",
    "substitutes",
    "consecutive",
    "favour",
    "decision",
    "decisions",
    "equal",
];

/// Words that say nothing to a rule.
const IDLE: [&str; 24] = [
    "normally",
    "usually",
    "ordinarily",
    "generally",
    "also",
    "then",
    "always",
    "duly",
    "formally",
    "formal",
    "full",
    "appropriate",
    "relevant",
    "such",
    "own",
    "any",
    "so",
    "further",
    "together",
    "jointly",
    "clearly",
    "reasonably",
    "promptly",
    "actually",
];

/// What was changed, and what the rule says then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mended {
    /// What is wrong, in words; none where the place and the change say it.
    pub why: Option<&'static str>,
    /// The part that was changed, as it would be right; several rules where it takes several.
    pub part: String,
    /// Whether more than one place was changed, so that the whole rule is shown.
    pub whole: bool,
}

/// The longest rule for which changes are tried.
const LONGEST: usize = 80;

fn reads(tokens: &[Token]) -> bool {
    grammar::sentence(&mut Parser::new(tokens, false)).is_ok()
}

/// How far a reading comes; none where it reads the whole.
fn reach(tokens: &[Token]) -> Option<usize> {
    let mut parser = Parser::new(tokens, false);
    if grammar::sentence(&mut parser).is_ok() { None } else { Some(parser.reach) }
}

pub(super) fn text(tokens: &[Token]) -> String {
    let mut out = String::new();
    for token in tokens {
        if !out.is_empty() && !matches!(token.kind, Kind::Comma | Kind::Stop | Kind::Colon | Kind::Percent) {
            out.push(' ');
        }
        out += &token.text();
    }
    out
}

pub(super) fn is_word(token: Option<&Token>, words: &[&str]) -> bool {
    matches!(token.map(|t| &t.kind), Some(Kind::Word(w)) if words.contains(&w.to_lowercase().as_str()))
}

/// A change of a rule: its tokens, the part that differs, and why.
type Change = (Vec<Token>, String, Option<&'static str>);

/// Tries small changes where a reading got stuck; those of one kind that read no further than before are left out.
pub(super) fn mend(tokens: &[Token], stuck: usize, near: Option<&str>) -> Option<Mended> {
    if tokens.len() > LONGEST || stuck >= tokens.len() {
        return None;
    }
    // A word that is nearly right.
    if let Some(near) = near {
        let mut changed = tokens[..stuck].to_vec();
        changed.extend(near.split(' ').map(|w| Token { kind: Kind::Word(w.to_owned()), ..tokens[stuck].clone() }));
        changed.extend(tokens.iter().skip(stuck + near.split(' ').count()).cloned());
        if reads(&changed) {
            return Some(Mended { why: None, part: near.to_owned(), whole: false });
        }
    }
    if let Some(rules) = two_rules(tokens) {
        return Some(Mended { why: Some("a rule says one thing: make several of it"), part: rules, whole: true });
    }
    let mut now = tokens.to_vec();
    let mut at = stuck;
    let mut why = None;
    for round in 0..MOST {
        // The change that lets the reading come furthest towards the end, if it comes any nearer to it.
        let mut best: Option<(usize, Change)> = None;
        for change in changes(&now, at) {
            let Some(reached) = reach(&change.0) else {
                let part = if round > 0 { text(&change.0) } else { change.1 };
                return Some(Mended { why: why.or(change.2), part, whole: round > 0 });
            };
            let left = change.0.len().saturating_sub(reached);
            if best.as_ref().is_none_or(|(least, _)| left < *least) {
                best = Some((left, change));
            }
        }
        let (left, (changed, _, reason)) = best?;
        if left >= now.len().saturating_sub(at) {
            return None;
        }
        why = why.or(reason);
        at = changed.len() - left;
        now = changed;
    }
    None
}

const QUOTE: Option<&str> = Some("what the lists do not hold stands in quotation marks");

fn changes(tokens: &[Token], at: usize) -> Vec<Change> {
    let mut out: Vec<Change> = Vec::new();
    let wordy = |t: &Token| matches!(t.kind, Kind::Word(_) | Kind::Number(_));
    // A name of the charter's own, from a little before the place to a little after it.
    let capital = |t: &Token| matches!(&t.kind, Kind::Word(w) if w.starts_with(|c: char| c.is_uppercase()));
    let mut starts = vec![at];
    let mut back = at;
    while back > 0 && at - back < 5 {
        back -= 1;
        let Some(token) = tokens.get(back) else { break };
        if !wordy(token)
            || is_word(Some(token), &["must", "should", "may", "shall", "not", "is", "are", "by", "to", "when", "if", "unless", "at", "least"])
        {
            break;
        }
        if capital(token) || is_word(Some(token), &["the", "a", "an", "its", "their", "of", "and"]) || !is_word(Some(token), &ENDS) {
            starts.push(back);
        }
    }
    // An article stays outside of a name that somebody bears, and inside that of a thing.
    for start in starts {
        // "Must be of equivalent seniority" is a name that begins so.
        let after_be = start > 0 && is_word(tokens.get(start - 1), &["be", "is", "are"]);
        if start >= tokens.len() || is_word(tokens.get(start), &["and", "or", "for"]) || (is_word(tokens.get(start), &["of"]) && !after_be) {
            continue;
        }
        let mut ends: Vec<usize> = Vec::new();
        for end in at.max(start) + 1..=(at.max(start) + 7).min(tokens.len()) {
            if !tokens.get(end - 1).is_some_and(wordy) {
                break;
            }
            ends.push(end);
        }
        ends.sort_by_key(|end| (!is_word(tokens.get(*end), &ENDS) && tokens.get(*end).is_some_and(wordy), *end));
        for end in ends {
            if is_word(tokens.get(end - 1), &ENDS)
                || is_word(tokens.get(end - 1), &["a", "an"])
                || tokens[start..end].iter().any(|t| is_word(Some(t), &NEVER))
            {
                continue;
            }
            // What the language knows is no name, though it stands in a wrong place: "from the chair by proxy".
            let joins = |at: usize| {
                is_word(tokens.get(at), &["of", "and", "for", "on", "or"])
                    || is_word(tokens.get(at), &["the"]) && (at == start || is_word(tokens.get(at - 1), &["of", "and", "for", "on", "or"]))
            };
            let known = (start..end).any(|at| is_word(tokens.get(at), &ENDS) && !joins(at))
                || super::grammar::is_thing(&tokens[start..end])
                || super::grammar::is_post(
                    tokens[start..end]
                        .strip_prefix(&tokens[start..=start])
                        .filter(|_| is_word(tokens.get(start), &["the"]))
                        .unwrap_or(&tokens[start..end]),
                );
            if known {
                continue;
            }
            let inside = text(&tokens[start..end]);
            let mut changed = tokens[..start].to_vec();
            let first = &tokens[start];
            changed.push(Token { kind: Kind::Quoted(inside.clone()), ..first.clone() });
            changed.extend_from_slice(&tokens[end..]);
            out.push((changed, format!("“{inside}”"), QUOTE));
        }
    }
    // A word too many, or a comma missing.
    for count in 1..=2 {
        if at + count < tokens.len() && tokens[at..at + count].iter().all(|t| is_word(Some(t), &IDLE)) {
            let mut changed = tokens[..at].to_vec();
            changed.extend_from_slice(&tokens[at + count..]);
            let part = text(&tokens[at.saturating_sub(2)..at]) + " " + &text(&tokens[at + count..(at + count + 3).min(tokens.len())]);
            out.push((changed, part.trim().to_owned(), Some("a word too many")));
        }
    }
    if at > 0 && at < tokens.len() {
        let mut changed = tokens[..at].to_vec();
        changed.push(Token { kind: Kind::Comma, ..tokens[at].clone() });
        changed.extend_from_slice(&tokens[at..]);
        let part = text(&changed[at.saturating_sub(1)..(at + 2).min(changed.len())]);
        out.push((changed, part, Some("a comma is missing")));
    }
    out
}

/// Several rules out of one that says several things of the same: "an observer may attend and speak but must not vote".
fn two_rules(tokens: &[Token]) -> Option<String> {
    let force = ["must", "should", "may", "shall", "will"];
    let first = tokens.iter().position(|t| is_word(Some(t), &force))?;
    let verb_at = if is_word(tokens.get(first + 1), &["not"]) { first + 2 } else { first + 1 };
    // "Must be recorded and published": the "be" belongs to both.
    let verb_at = if is_word(tokens.get(verb_at), &["be"]) { verb_at + 1 } else { verb_at };
    let lead: Vec<Token> = tokens[..first].to_vec();
    // The conditions at the end belong to each of them.
    let end = tokens.iter().position(|t| t.kind == Kind::Stop)?;
    let mut cuts = Vec::new();
    for at in verb_at + 1..end {
        if is_word(tokens.get(at), &["and", "but", "or"]) {
            cuts.push(at);
        }
    }
    for cut in cuts {
        let before = if tokens.get(cut - 1).is_some_and(|t| t.kind == Kind::Comma) { cut - 1 } else { cut };
        let stop = Token { kind: Kind::Stop, ..tokens[end].clone() };
        let mut one: Vec<Token> = tokens[..before].to_vec();
        one.push(stop.clone());
        if !reads(&one) {
            continue;
        }
        let mut other = lead.clone();
        if is_word(tokens.get(cut + 1), &force) {
            other.extend_from_slice(&tokens[cut + 1..=end]);
        } else if is_word(tokens.get(cut + 1), &["not"]) {
            let must = Token { kind: Kind::Word("must".to_owned()), ..tokens[first].clone() };
            other.push(must);
            other.extend_from_slice(&tokens[cut + 1..=end]);
        } else {
            other.extend_from_slice(&tokens[first..verb_at]);
            other.extend_from_slice(&tokens[cut + 1..=end]);
        }
        let second = if reads(&other) { Some(text(&other)) } else { two_rules(&other) };
        // What stands after "and" may be a rule with somebody of its own.
        let own: Vec<Token> = tokens[cut + 1..=end].to_vec();
        let second = second.or_else(|| reads(&own).then(|| text(&own)));
        if let Some(second) = second {
            return Some(format!("{} {second}", text(&one)));
        }
    }
    None
}

/// What is often said in words that no rule holds, with what says it.
const ADVICE: [(&[&str], &str); 9] = [
    (
        &[
            "as far as practicable",
            "so far as practicable",
            "where practicable",
            "where possible",
            "if possible",
            "as far as possible",
            "so far as possible",
            "wherever possible",
        ],
        "what is only hoped for is said with `should` in place of `must`",
    ),
    (&["of whom"], "how many of them are something is a rule of its own, such as `at most 5 of the members may be “co-opted”`"),
    (
        &["or their nominee", "or his nominee", "or her nominee", "or nominee", "or their deputy", "or a nominee"],
        "say `or a substitute in place of` and whom",
    ),
    (&["expire", "expires"], "say when it is over in a rule such as `when it is after 31 March 2027, the body must review these terms`"),
    (&["more than one seat", "more than 1 seat", "two seats"], "say it of the seats: `there must be at most 1 seat for each member`"),
    (&["is bound by", "are bound by", "shall be bound by"], "to be bound by a decision asks nothing that could be seen: leave it a statement"),
    (&["at the discretion of"], "say `with the agreement of`"),
    (&["and or"], "say `or`"),
    (&["from time to time"], "leave it out, or say how often"),
];

/// Advice on words near the place at which a reading got stuck.
pub(super) fn advice(tokens: &[Token], at: usize) -> Option<&'static str> {
    let near = at.saturating_sub(3)..=at;
    ADVICE.iter().find_map(|(phrases, advice)| {
        let found = phrases.iter().any(|phrase| {
            let words: Vec<&str> = phrase.split(' ').collect();
            near.clone().any(|start| words.iter().enumerate().all(|(n, w)| is_word(tokens.get(start + n), &[w])))
        });
        found.then_some(*advice)
    })
}
