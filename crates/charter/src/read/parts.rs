//! What is read as more than it says by itself: a rule that says several things, and plain words that are names.
//!
//! Only what no other reading takes comes here.

use std::cell::Cell;

use super::grammar;
use super::mend::{ENDS, NEVER, is_word};
use super::parser::Parser;
use super::token::{Kind, Token};
use crate::tree::{Says, Sentence};

/// The longest rule for which this is tried.
const LONGEST: usize = 90;

const FORCE: [&str; 5] = ["must", "should", "may", "shall", "will"];

/// How many readings are tried for one rule, so that no text takes long.
const TRIES: u32 = 1000;

/// What is left of them.
pub(super) struct Tries(Cell<u32>);

impl Tries {
    /// As many as a rule has.
    pub fn new() -> Self {
        Self(Cell::new(TRIES))
    }

    /// Reads; none where it fails, or was tried often enough. With it, how far the reading came.
    fn reads(&self, tokens: &[Token], loose: bool) -> Result<Sentence, usize> {
        let Some(left) = self.0.get().checked_sub(1) else { return Err(0) };
        self.0.set(left);
        let mut parser = Parser::new(tokens, false);
        parser.loose = loose;
        grammar::sentence(&mut parser).map_err(|_| parser.reach)
    }

    pub fn plain(&self, tokens: &[Token]) -> Option<Sentence> {
        self.reads(tokens, false).or_else(|_| self.reads(tokens, true)).ok()
    }

    /// A rule of one thing, in another order of words perhaps, some plain words of which may be names.
    fn one(&self, tokens: &[Token]) -> Option<Sentence> {
        self.plain(tokens).or_else(|| self.otherwise(tokens))
    }

    /// A rule of one thing that is not read as it stands.
    pub fn otherwise(&self, tokens: &[Token]) -> Option<Sentence> {
        if tokens.len() > LONGEST {
            return None;
        }
        let turned = turned(tokens);
        let plain = turned.iter().find_map(|tokens| self.plain(tokens));
        plain.or_else(|| self.named(tokens)).or_else(|| turned.iter().find_map(|tokens| self.named(tokens)))
    }

    /// A rule in which plain words after an article are names of the charter's own: `the funding formula`, `a progress report`.
    fn named(&self, tokens: &[Token]) -> Option<Sentence> {
        let mut now = tokens.to_vec();
        for _ in 0..NAMES {
            let reach = match self.reads(&now, true) {
                Ok(sentence) => return Some(sentence),
                Err(reach) => reach,
            };
            let mut best: Option<(usize, Vec<Token>)> = None;
            for (start, end) in names(&now, reach) {
                for from in [start, start + 1] {
                    let mut changed = now[..from].to_vec();
                    changed.push(Token { kind: Kind::Quoted(super::mend::text(&now[from..end])), ..now[from].clone() });
                    changed.extend_from_slice(&now[end..]);
                    let left = match self.reads(&changed, true) {
                        Ok(sentence) => return Some(sentence),
                        Err(reach) => changed.len().saturating_sub(reach),
                    };
                    if best.as_ref().is_none_or(|(least, _)| left < *least) {
                        best = Some((left, changed));
                    }
                }
            }
            let (left, changed) = best?;
            if left >= now.len().saturating_sub(reach) {
                return None;
            }
            now = changed;
        }
        self.plain(&now)
    }

    /// The rules that one says: `an observer may attend and speak but must not vote`.
    pub fn several(&self, tokens: &[Token]) -> Option<Vec<Sentence>> {
        if tokens.len() > LONGEST {
            return None;
        }
        // Sentences that follow each other.
        if tokens.iter().filter(|t| t.kind == Kind::Stop).count() > 1 {
            let mut out = Vec::new();
            for part in tokens.split_inclusive(|t| t.kind == Kind::Stop) {
                match self.one(part) {
                    Some(sentence) => out.push(sentence),
                    None => out.extend(self.split(part, 0)?),
                }
            }
            return Some(out);
        }
        self.co_opted(tokens).or_else(|| self.split(tokens, 0)).or_else(|| self.both(tokens)).or_else(|| self.besides(tokens))
    }

    /// `The chair is appointed for 3 years and may be removed by the members`: the same is said to be so and may be done.
    fn besides(&self, tokens: &[Token]) -> Option<Vec<Sentence>> {
        let force = tokens.iter().position(|t| is_word(Some(t), &FORCE))?;
        let and = force.checked_sub(1).filter(|at| is_word(tokens.get(*at), &["and", "but"]))?;
        let verb = tokens[..and].iter().position(|t| is_word(Some(t), &["is", "are", "has", "have"]))?;
        let stop = tokens.iter().rposition(|t| t.kind == Kind::Stop)?;
        let before = if tokens[and - 1].kind == Kind::Comma { and - 1 } else { and };
        let first: Vec<Token> = tokens[..before].iter().chain(&tokens[stop..=stop]).cloned().collect();
        let second: Vec<Token> = tokens[..verb].iter().chain(&tokens[force..]).cloned().collect();
        Some(vec![self.plain(&first)?, self.one(&second)?])
    }

    /// `The chair and the vice-chair must be elected at the annual meeting`: each of them.
    fn both(&self, tokens: &[Token]) -> Option<Vec<Sentence>> {
        let force = tokens.iter().position(|t| is_word(Some(t), &FORCE)).filter(|at| is_word(tokens.get(at + 1), &["be"]))?;
        let and = tokens[..force].iter().position(|t| is_word(Some(t), &["and"]))?;
        let first: Vec<Token> = tokens[..and].iter().chain(&tokens[force..]).cloned().collect();
        Some(vec![self.plain(&first)?, self.plain(&tokens[and + 1..])?])
    }

    /// `The board may co-opt up to 3 further members`: it may co-opt somebody, and there are no more of them than that.
    fn co_opted(&self, tokens: &[Token]) -> Option<Vec<Sentence>> {
        const AT_MOST: [&[&str]; 5] = [&["up", "to"], &["at", "most"], &["not", "more", "than"], &["no", "more", "than"], &["a", "maximum", "of"]];
        let verb = tokens.iter().position(|t| is_word(Some(t), &["co-opt"]))?;
        let stop = tokens.iter().rposition(|t| t.kind == Kind::Stop)?;
        let says = |words: &&&[&str]| words.iter().enumerate().all(|(n, word)| is_word(tokens.get(verb + 1 + n), &[word]));
        let number = verb + 1 + AT_MOST.iter().find(says)?.len();
        let most = match &tokens.get(number)?.kind {
            Kind::Number(most) => *most,
            Kind::Word(word) => super::parser::number_word(word)?,
            _ => return None,
        };
        let noun = number + 1 + usize::from(is_word(tokens.get(number + 1), &["additional", "further", "other", "extra", "co-opted"]));
        if !is_word(tokens.get(noun), &["member", "members", "people", "persons", "individuals"]) {
            return None;
        }
        let of_text = |text: &str| super::token::tokens(&[(tokens[verb].line, tokens[verb].column, text)]);
        let one: Vec<Token> = tokens[..=verb].iter().chain(&of_text("a new member")).chain(&tokens[noun + 1..=stop]).cloned().collect();
        let limit = of_text(&format!("the number of co-opted members must not exceed {most}."));
        Some(vec![self.one(&one)?, self.one(&limit)?])
    }

    #[allow(clippy::too_many_lines)]
    fn split(&self, tokens: &[Token], depth: u8) -> Option<Vec<Sentence>> {
        if depth > DEEPEST {
            return None;
        }
        let end = tokens.iter().position(|t| t.kind == Kind::Stop)?;
        let Some(force) = tokens.iter().position(|t| is_word(Some(t), &FORCE)) else {
            // "Each partner has 1 vote and the chair has a casting vote."
            return (1..end).filter(|at| is_word(tokens.get(*at), &["and", "but"])).find_map(|cut| {
                let before = if tokens[cut - 1].kind == Kind::Comma { cut - 1 } else { cut };
                let first: Vec<Token> = tokens[..before].iter().chain(&tokens[end..=end]).cloned().collect();
                Some(vec![self.one(&first)?, self.one(&tokens[cut + 1..])?])
            });
        };
        let negative = is_word(tokens.get(force + 1), &["not"]);
        let verb_at = force + 1 + usize::from(negative);
        let passive = is_word(tokens.get(verb_at), &["be"]);
        let verb_at = verb_at + usize::from(passive);
        // What the rule begins with, "when … ,", holds of each part.
        let when = is_word(tokens.first(), &["when", "if", "where", "whenever"]);
        let comma = tokens[..force].iter().rposition(|t| t.kind == Kind::Comma).filter(|_| when);
        let stop = Token { kind: Kind::Stop, ..tokens[end].clone() };
        let read = |tokens: &[Token]| self.one(tokens).map(|sentence| vec![sentence]).or_else(|| self.split(tokens, depth + 1));
        let with = |parts: &[&[Token]]| -> Vec<Token> { parts.iter().flat_map(|part| part.iter().cloned()).chain([stop.clone()]).collect() };
        for cut in verb_at + 1..end {
            let joint = is_word(tokens.get(cut), &["and", "but"])
                || is_word(tokens.get(cut), &["or"]) && (negative || is_word(tokens.get(force), &["may"]))
                || tokens[cut].kind == Kind::Comma
                    && !is_word(tokens.get(cut + 1), &["and", "but", "or", "unless", "only", "provided", "except", "when", "if", "where"]);
            if !joint {
                continue;
            }
            let before = if tokens[cut - 1].kind == Kind::Comma { cut - 1 } else { cut };
            let tail = tail_of(tokens, cut + 1, end);
            let (rest, tail) = (&tokens[cut + 1..tail], &tokens[tail..end]);
            if rest.is_empty() {
                continue;
            }
            let own_force = is_word(rest.first(), &FORCE);
            // Whose a condition at the end is, where both say how strongly, nobody can tell.
            if own_force && !tail.is_empty() && tail[0].kind == Kind::Comma {
                continue;
            }
            let mut first = with(&[&tokens[..before], if own_force { &[] } else { tail }]);
            // "Must declare and register an interest": it is done to the same.
            let bare = before == verb_at + 1 && !own_force;
            let shared = if bare { rest.get(1..).filter(|shared| !shared.is_empty()) } else { None };
            let shared_first =
                shared.map(|shared| with(&[&tokens[..before], shared, tail])).and_then(|tokens| self.one(&tokens).map(|sentence| (tokens, sentence)));
            if let Some((tokens, sentence)) = shared_first {
                let timed = matches!(&sentence.says, Says::Does { deed, .. } if !deed.times.is_empty());
                if !passive || timed {
                    first = tokens;
                }
            }
            // "Must elect the chair and the vice-chair at the annual meeting": both in the same way.
            let same = [&tokens[..=verb_at], rest, tail];
            if !own_force
                && !passive
                && before > verb_at + 1
                && let Some(other) = self.plain(&with(&same))
                && let Some(mut first) = self.plain(&with(&[&tokens[..before], tail]))
                && let (Says::Does { deed: mine, .. }, Says::Does { deed: theirs, .. }) = (&mut first.says, &other.says)
                && mine.verb == theirs.verb
                && mine.thing.is_some()
                && theirs.thing.is_some()
            {
                if mine.times.is_empty() && mine.manner.is_empty() && mine.with.is_empty() && mine.to.is_none() && mine.from.is_none() {
                    *mine = crate::tree::Deed { thing: mine.thing.take(), ..theirs.clone() };
                }
                return Some(vec![first, other]);
            }
            let Some(one_read) = self.one(&first) else { continue };
            let second = if own_force {
                with(&[&tokens[..force], rest, tail])
            } else if is_word(rest.first(), &["not"]) {
                let must = [Token { kind: Kind::Word("must".to_owned()), ..tokens[force].clone() }];
                with(&[&tokens[..force], &must, rest, tail])
            } else {
                with(&[&tokens[..verb_at], rest, tail])
            };
            // "And publish it": what was spoken of.
            let second = match &one_read.says {
                Says::Does { deed, .. } if deed.thing.is_some() => {
                    let spoken = deed.thing.as_ref().map(ToString::to_string).unwrap_or_default();
                    let words = super::token::tokens(&[(stop.line, stop.column, &spoken)]);
                    let at = force + 1;
                    second
                        .iter()
                        .enumerate()
                        .flat_map(
                            |(index, token)| if index > at && is_word(Some(token), &["it", "them"]) { words.clone() } else { vec![token.clone()] },
                        )
                        .collect()
                }
                _ => second,
            };
            // What stands after "and" may be of somebody else; what the rule begins with holds of it too.
            let lead = comma.map_or(&tokens[..0], |comma| &tokens[..=comma]);
            let own = || if when && comma.is_none() { None } else { read(&with(&[lead, rest, tail])) };
            let Some(others) = read(&second).or_else(own) else { continue };
            return Some(std::iter::once(one_read).chain(others).collect());
        }
        None
    }
}

/// The same in other orders of words.
fn turned(tokens: &[Token]) -> Vec<Vec<Token>> {
    let mut out = Vec::new();
    let Some(end) = tokens.iter().position(|t| t.kind == Kind::Stop) else { return out };
    let word = |word: &str| Token { kind: Kind::Word(word.to_owned()), ..tokens[0].clone() };
    let comma = || Token { kind: Kind::Comma, ..tokens[0].clone() };
    // "A member who misses 3 meetings ceases to be a member."
    let ceases = (3..end).find(|at| is_word(tokens.get(*at), &["ceases", "vacates"]));
    if let Some(at) = ceases.filter(|_| is_word(tokens.first(), &["a", "any", "each"]) && is_word(tokens.get(2), &["who"])) {
        let mut made = ["when", "a"].map(word).to_vec();
        made.extend_from_slice(&tokens[1..2]);
        made.extend_from_slice(&tokens[3..at]);
        made.push(comma());
        made.extend(["a", "member"].map(word));
        made.extend_from_slice(&tokens[at..]);
        out.push(made);
    }
    let Some(force) = tokens.iter().position(|t| is_word(Some(t), &FORCE)) else { return out };
    // "If a member misses 3 meetings the chair must …": the comma behind the condition.
    if is_word(tokens.first(), &["when", "if", "where", "whenever"]) && !tokens[..force].iter().any(|t| t.kind == Kind::Comma) {
        for at in (3..force).rev().filter(|at| is_word(tokens.get(*at), &["the", "a", "an", "each", "any", "it", "they"])).take(3) {
            out.push(tokens[..at].iter().cloned().chain([comma()]).chain(tokens[at..].iter().cloned()).collect());
        }
    }
    // "Within 10 days of a meeting, the secretary must …": the time goes where times stand.
    const BEFORE: [&str; 21] = [
        "within",
        "at",
        "before",
        "after",
        "by",
        "following",
        "every",
        "each",
        "once",
        "not",
        "no",
        "on",
        "in",
        "with",
        "subject",
        "prior",
        "between",
        "until",
        "for",
        "through",
        "upon",
    ];
    if is_word(tokens.first(), &BEFORE)
        && let Some(cut) = tokens[..force].iter().position(|t| t.kind == Kind::Comma)
    {
        let tail = tail_of(tokens, force, end).max(cut + 1);
        out.push(tokens[cut + 1..tail].iter().chain(&tokens[..cut]).chain(&tokens[tail..]).cloned().collect());
    }
    // "A partner who withdraws must …": when one does, that one must.
    let who = tokens[..force].iter().position(|t| is_word(Some(t), &["who", "which", "that"]));
    if let Some(who) = who.filter(|who| *who > 1 && *who < 8 && is_word(tokens.first(), &["a", "an", "any", "each", "every", "no"])) {
        let lead = if is_word(tokens.first(), &["a", "an"]) { tokens[0].clone() } else { word("a") };
        let mut made = vec![word("when"), lead];
        made.extend_from_slice(&tokens[1..who]);
        made.extend_from_slice(&tokens[who + 1..force]);
        made.push(comma());
        made.extend(["the", "member", "concerned"].map(word));
        if is_word(tokens.first(), &["no"]) {
            made.extend(["must", "not"].map(word));
            made.extend_from_slice(&tokens[force + 1..]);
        } else {
            made.extend_from_slice(&tokens[force..]);
        }
        out.push(made);
    }
    // "No decision may be made": a decision must not be made.
    if is_word(tokens.first(), &["no"]) && who.is_none() && !is_word(tokens.get(force + 1), &["not"]) {
        let mut made = vec![word("a")];
        made.extend_from_slice(&tokens[1..force]);
        made.extend(["must", "not"].map(word));
        made.extend_from_slice(&tokens[force + 1..]);
        out.push(made);
    }
    // "Employer and scheme members" are members of both.
    for at in 1..end.saturating_sub(2) {
        let noun = tokens.get(at + 2);
        if is_word(tokens.get(at), &["and", "or"])
            && is_word(noun, &["member", "members", "representatives", "seats"])
            && matches!(&tokens[at - 1].kind, Kind::Word(w) if !ENDS.contains(&w.as_str()) && !NEVER.contains(&w.as_str()))
        {
            let mut made = tokens[..at].to_vec();
            made.extend(noun.cloned());
            made.extend_from_slice(&tokens[at..]);
            out.push(made);
            break;
        }
    }
    out
}

/// Where the conditions at the end of a rule begin.
fn tail_of(tokens: &[Token], from: usize, end: usize) -> usize {
    let begins = |at: &usize| {
        let at = if tokens[*at].kind == Kind::Comma { at + 1 } else { *at };
        is_word(tokens.get(at), &["unless", "provided", "except", "when", "if", "where"])
            || is_word(tokens.get(at), &["only"]) && is_word(tokens.get(at + 1), &["if", "when", "where"])
    };
    (from..end).find(begins).unwrap_or(end)
}

/// So many names may stand in one rule without quotation marks.
const NAMES: usize = 3;
/// So many words may make such a name.
const WORDS: usize = 6;

/// Where plain words may be a name: from their article to the word behind them, around the place where a reading got stuck.
fn names(tokens: &[Token], stuck: usize) -> Vec<(usize, usize)> {
    const ARTICLES: [&str; 5] = ["the", "a", "an", "its", "their"];
    let mut out = Vec::new();
    for start in stuck.saturating_sub(WORDS + 1)..=(stuck + 1).min(tokens.len()) {
        if !is_word(tokens.get(start), &ARTICLES) {
            continue;
        }
        let mut end = start + 1;
        while end < tokens.len() && end - start <= WORDS {
            let Some(Kind::Word(word)) = tokens.get(end).map(|t| &t.kind) else { break };
            let inside = end > start + 1 && ["of", "and", "for", "on"].contains(&word.as_str());
            let article = ["the", "a", "an"].contains(&word.as_str()) && is_word(tokens.get(end - 1), &["of", "for", "on"]);
            let bare = word.chars().all(|c| c.is_lowercase() || c == '-' || c == '\'');
            let never = NEVER.contains(&word.as_str()) && !["decision", "decisions", "meeting", "meetings", "vote", "votes"].contains(&word.as_str());
            if !inside && !article && (!bare || ENDS.contains(&word.as_str()) || never || grammar::is_present(word)) {
                break;
            }
            end += 1;
        }
        // The longest first; none ends in a word that joins.
        for end in (start + 2..=end).rev() {
            let last = tokens.get(end - 1);
            if end > stuck && !is_word(last, &["of", "and", "for", "on", "the", "a", "an"]) && is_unknown(&tokens[start + 1..end]) {
                out.push((start, end));
            }
        }
    }
    out
}

/// Whether words are none of the language's own, nor one of them misspelt.
fn is_unknown(words: &[Token]) -> bool {
    let last = words.last();
    // "The board for cause" is the body, and more.
    let joint = words.iter().position(|t| is_word(Some(t), &["and", "for", "on"]));
    !grammar::is_thing(words)
        && !grammar::begins_with_a_thing(words)
        && joint.is_none_or(|joint| !grammar::is_thing(&words[..joint]) && !grammar::is_post(&words[..joint]))
        && !last.is_some_and(|t| matches!(&t.kind, Kind::Word(word) if grammar::is_participle(word)))
        && !words.iter().any(|t| matches!(&t.kind, Kind::Word(word) if !grammar::is_known(word) && grammar::is_misspelt(word)))
}

/// Deeper than this nothing is split.
const DEEPEST: u8 = 5;
