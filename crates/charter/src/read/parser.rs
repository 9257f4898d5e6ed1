//! The ground of the grammar: matching words, and remembering what would have been right at the furthest place reached.

use super::token::{Kind, Token};

/// The reading failed; what was expected lies in the parser.
#[derive(Debug)]
pub(crate) struct Stuck;

pub(crate) type Read<T> = Result<T, Stuck>;

pub(crate) struct Parser<'a> {
    pub tokens: &'a [Token],
    pub at: usize,
    depth: u32,
    furthest: usize,
    /// How far any reading came, though it failed later; kept whether or not anything is remembered.
    pub reach: usize,
    /// Whether what would have been right is remembered; a first reading does without, and most rules are right.
    pub noting: bool,
    /// Lists of several are read as people write them, with commas and a last "and"; what is printed needs none of it.
    pub loose: bool,
    expected: Vec<String>,
    /// Said instead of what was expected.
    pub plain: Option<(usize, String)>,
    /// `without the agreement of …`, said within a deed: the rule's "unless".
    pub without: Option<crate::tree::Condition>,
    /// `of more than £500,000`, said within a deed: a condition of the rule.
    pub amount: Option<crate::tree::Condition>,
    /// `of a request by …`, said within a time: who asked.
    pub asked: Option<crate::tree::Who>,
    /// `until … after …` was said of a deed: it holds back.
    pub held_back: bool,
    /// `for more than …` was said of a deed.
    pub over: bool,
    /// `consecutive` was said of what lasts: without a break.
    pub joined: bool,
}

const DEEPEST: u32 = 24;

impl<'a> Parser<'a> {
    pub fn new(tokens: &'a [Token], noting: bool) -> Self {
        Self {
            tokens,
            at: 0,
            depth: 0,
            furthest: 0,
            reach: 0,
            noting,
            loose: true,
            expected: Vec::new(),
            plain: None,
            without: None,
            amount: None,
            asked: None,
            held_back: false,
            over: false,
            joined: false,
        }
    }

    pub fn done(&self) -> bool {
        self.at >= self.tokens.len()
    }

    pub fn kind(&self) -> Option<&'a Kind> {
        self.tokens.get(self.at).map(|t| &t.kind)
    }

    pub fn word(&self) -> Option<&'a str> {
        match self.kind() {
            Some(Kind::Word(word)) => Some(word),
            _ => None,
        }
    }

    /// Notes what would have been right here.
    pub fn expect(&mut self, what: &str) -> Stuck {
        self.expect_at(self.at, what);
        Stuck
    }

    fn expect_at(&mut self, at: usize, what: &str) {
        if !self.noting {
            return;
        }
        if at > self.furthest {
            self.furthest = at;
            self.expected.clear();
        }
        if at == self.furthest && !self.expected.iter().any(|e| e == what) {
            self.expected.push(what.to_owned());
        }
    }

    /// Where it got stuck, and what would have been right there.
    pub fn stuck(&self) -> (usize, &[String]) {
        (self.furthest, &self.expected)
    }

    /// Takes these words if they stand here, in any case. A hyphen may be missing or be a space in none of them.
    pub fn take(&mut self, words: &str) -> bool {
        // Most words that are asked for are not there, and their first letter tells.
        let begins = |word: &str| word.bytes().next().zip(words.bytes().next()).is_none_or(|(a, b)| a.eq_ignore_ascii_case(&b));
        if !self.noting && !self.word().is_some_and(begins) && !words.is_empty() {
            return false;
        }
        let (mut at, mut rest) = (self.at, words);
        while !rest.is_empty() {
            let after = match self.tokens.get(at).map(|t| &t.kind) {
                Some(Kind::Word(found)) => rest.get(..found.len()).filter(|word| word.eq_ignore_ascii_case(found)).map(|word| &rest[word.len()..]),
                _ => None,
            };
            let Some(after) = after.filter(|after| after.is_empty() || after.starts_with(' ')) else {
                if self.noting && at >= self.furthest {
                    self.expect_at(at, &format!("`{rest}`"));
                }
                return false;
            };
            (at, rest) = (at + 1, after.trim_start_matches(' '));
        }
        self.at = at;
        self.reach = self.reach.max(at);
        true
    }

    /// Takes the first of these that stands here.
    pub fn take_any(&mut self, choices: &[&str]) -> bool {
        choices.iter().any(|words| self.take(words))
    }

    pub fn must(&mut self, words: &str) -> Read<()> {
        if self.take(words) { Ok(()) } else { Err(Stuck) }
    }

    pub fn comma(&mut self) -> bool {
        if self.kind() == Some(&Kind::Comma) {
            self.at += 1;
            true
        } else {
            self.expect("a comma");
            false
        }
    }

    /// Takes a comma and these words, both or neither.
    pub fn comma_then(&mut self, words: &str) -> bool {
        let start = self.at;
        if self.comma() && self.take(words) {
            return true;
        }
        self.at = start;
        false
    }

    pub fn quoted(&mut self) -> Option<String> {
        match self.kind() {
            Some(Kind::Quoted(text)) => {
                self.at += 1;
                self.reach = self.reach.max(self.at);
                Some(text.clone())
            }
            _ => None,
        }
    }

    /// Whether a number stands here, in figures or as a word.
    pub fn number_here(&self) -> Option<u32> {
        match self.kind() {
            Some(Kind::Number(n)) => Some(*n),
            Some(Kind::Word(word)) => number_word(word),
            _ => None,
        }
    }

    pub fn number(&mut self) -> Read<u32> {
        match self.number_here() {
            Some(n) => {
                self.at += 1;
                self.reach = self.reach.max(self.at);
                Ok(n)
            }
            None => Err(self.expect("a number")),
        }
    }

    /// A number that is at least 1.
    pub fn positive(&mut self) -> Read<u32> {
        match self.number_here() {
            Some(0) => Err(self.say("a number here is at least 1")),
            _ => self.number(),
        }
    }

    /// Fails here with a sentence of its own.
    pub fn say(&mut self, what: &str) -> Stuck {
        if self.plain.as_ref().is_none_or(|(at, _)| *at < self.at) {
            self.plain = Some((self.at, what.to_owned()));
        }
        self.expect_at(self.at, what);
        Stuck
    }

    /// Reads one of its parts, one level deeper; stops a sentence that is nested beyond reading.
    pub fn deeper<T>(&mut self, read: impl FnOnce(&mut Self) -> Read<T>) -> Read<T> {
        if self.depth >= DEEPEST {
            return Err(self.say("this is nested too deeply to be read: make two rules of it"));
        }
        self.depth += 1;
        let out = read(self);
        self.depth -= 1;
        out
    }

    /// Reads, or stands where it stood and has expected nothing: a guess that fails is no sign of what was meant.
    pub fn guess<T>(&mut self, read: impl FnOnce(&mut Self) -> Read<T>) -> Option<T> {
        let (furthest, reach) = (self.furthest, self.reach);
        // What was expected is kept only where anything is remembered at all.
        let expected = if self.noting { self.expected.clone() } else { Vec::new() };
        let out = self.attempt(read);
        if out.is_none() {
            self.furthest = furthest;
            self.reach = reach;
            if self.noting {
                self.expected = expected;
            }
        }
        out
    }

    /// Reads, or stands where it stood.
    pub fn attempt<T>(&mut self, read: impl FnOnce(&mut Self) -> Read<T>) -> Option<T> {
        let (start, over, joined, held_back) = (self.at, self.over, self.joined, self.held_back);
        let (without, amount) = (self.without.is_some(), self.amount.is_some());
        match read(self) {
            Ok(out) => Some(out),
            Err(Stuck) => {
                self.at = start;
                (self.over, self.joined, self.held_back) = (over, joined, held_back);
                self.asked = None;
                if !without {
                    self.without = None;
                }
                if !amount {
                    self.amount = None;
                }
                None
            }
        }
    }
}

const NUMBERS: [&str; 21] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
];

pub(crate) fn number_word(word: &str) -> Option<u32> {
    let lower = word.to_ascii_lowercase();
    if let Some(n) = NUMBERS.iter().position(|w| *w == lower) {
        return u32::try_from(n).ok();
    }
    match lower.as_str() {
        "thirty" => Some(30),
        "forty" => Some(40),
        "fifty" => Some(50),
        "sixty" => Some(60),
        "ninety" => Some(90),
        _ => None,
    }
}
