//! Words, numbers and stops of a rule, each with its place in the line.

/// What a token is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A word as written, with apostrophes made straight.
    Word(String),
    Number(u32),
    /// `£50,000`
    Money(char, u32),
    Quoted(String),
    Percent,
    Comma,
    Colon,
    Stop,
    /// A character that no rule holds, or a quotation that does not end.
    Stray(String),
}

/// A token with where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    pub kind: Kind,
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
    /// In characters.
    pub length: usize,
}

impl Token {
    /// As it is quoted in a message.
    pub fn text(&self) -> String {
        match &self.kind {
            Kind::Word(word) => word.clone(),
            Kind::Number(n) => n.to_string(),
            Kind::Money(currency, amount) => format!("{currency}{amount}"),
            Kind::Quoted(text) => format!("“{text}”"),
            Kind::Percent => "%".to_owned(),
            Kind::Comma => ",".to_owned(),
            Kind::Colon => ":".to_owned(),
            Kind::Stop => ".".to_owned(),
            Kind::Stray(text) => text.clone(),
        }
    }
}

/// A stretch of one line of the source: `(line, column of its first character, text)`.
pub(crate) type Stretch<'a> = (usize, usize, &'a str);

/// Splits stretches of source lines into tokens. Never fails: what no rule holds becomes a stray token.
pub(crate) fn tokens(stretches: &[Stretch<'_>]) -> Vec<Token> {
    let mut out = Vec::new();
    for &(line, first, text) in stretches {
        let chars: Vec<char> = text.chars().collect();
        let mut i = 0;
        while i < chars.len() {
            let start = i;
            let c = chars[i];
            i += 1;
            let kind = match c {
                _ if c.is_whitespace() => continue,
                ',' | ';' => Kind::Comma,
                ':' => Kind::Colon,
                '.' => Kind::Stop,
                '%' => Kind::Percent,
                '“' | '"' => {
                    let close = if c == '“' { '”' } else { '"' };
                    match chars[i..].iter().position(|c| *c == close) {
                        Some(0) => {
                            i += 1;
                            Kind::Stray("“”".to_owned())
                        }
                        Some(n) => {
                            let inside: String = chars[i..i + n].iter().collect();
                            i += n + 1;
                            Kind::Quoted(inside.split_whitespace().collect::<Vec<_>>().join(" "))
                        }
                        None => {
                            i = chars.len();
                            Kind::Stray(chars[start..].iter().collect())
                        }
                    }
                }
                '£' | '€' | '$' if chars.get(i).is_some_and(char::is_ascii_digit) => {
                    i = figures(&chars, i);
                    let digits: String = chars[start + 1..i].iter().filter(|c| c.is_ascii_digit()).collect();
                    digits.parse::<u32>().map_or(Kind::Stray(digits), |amount| Kind::Money(c, amount))
                }
                _ if c.is_ascii_digit() => {
                    i = figures(&chars, start);
                    let digits: String = chars[start..i].iter().filter(|c| c.is_ascii_digit()).collect();
                    match digits.parse::<u32>() {
                        Ok(n) if n <= MOST => Kind::Number(n),
                        _ => Kind::Stray(digits),
                    }
                }
                _ if c.is_alphabetic() || c == '&' || c == '[' => {
                    if c == '[' {
                        // A blank of a model charter stands as one word.
                        let end = chars[i..].iter().position(|c| *c == ']').map_or(chars.len(), |n| i + n + 1);
                        i = end;
                    } else {
                        while i < chars.len()
                            && (chars[i].is_alphanumeric()
                                || (matches!(chars[i], '-' | '\'' | '’') && chars.get(i + 1).is_some_and(|c| c.is_alphanumeric())))
                        {
                            i += 1;
                        }
                        // "2 months' notice".
                        if matches!(chars.get(i), Some('\'' | '’')) && chars[i - 1] == 's' && chars.get(i + 1).is_some_and(|c| c.is_whitespace()) {
                            i += 1;
                        }
                    }
                    Kind::Word(chars[start..i].iter().map(|c| if *c == '’' { '\'' } else { *c }).collect())
                }
                _ => Kind::Stray(c.to_string()),
            };
            out.push(Token { kind, line, column: first + start, length: i - start });
        }
    }
    out
}

/// The greatest number of a rule.
pub(crate) const MOST: u32 = 9_999_999;

/// Where the figures end that begin here; a comma before three more of them belongs to them.
fn figures(chars: &[char], from: usize) -> usize {
    let run = |from: usize| chars[from..].iter().take_while(|c| c.is_ascii_digit()).count();
    let mut at = from + run(from);
    while at - from <= 9 && chars.get(at) == Some(&',') && at + 1 < chars.len() && run(at + 1) == 3 {
        at += 4;
    }
    at
}
