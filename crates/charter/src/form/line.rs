//! A line of a form: words with places in them.
//!
//! `{name}` is a place; `{name!}` is one whose words stand without quotation marks. `{s}` is an s where the number before it is not
//! 1. What stands in square brackets is there when the first number or name within is answered, or else the first choice.

use super::{Answered, Answers, Wrong};

/// The greatest number that a form takes.
const MOST: u32 = 999;

/// What fills a place.
#[derive(Debug, Clone, Copy)]
pub(super) enum Slot {
    /// A whole number from 1 to 999.
    Number,
    /// One of some words, each with its word for programs.
    Choice(&'static [(&'static str, &'static str)]),
    /// A name.
    Name,
}

impl Slot {
    pub fn answered(self) -> Answered {
        match self {
            Self::Number => Answered::Number { most: MOST },
            Self::Choice(choices) => Answered::Choice { choices: choices.iter().map(|(value, _)| *value).collect() },
            Self::Name => Answered::Name,
        }
    }
}

/// The slots of a form, by name.
pub(super) type Slots = [(&'static str, Slot)];

/// A line: the rule that is written when its key is answered, or answered with that value.
#[derive(Debug, Clone)]
pub(super) struct Line {
    key: String,
    value: Option<&'static str>,
    parts: Vec<Part>,
}

#[derive(Debug, Clone)]
enum Part {
    Words(String),
    Place {
        name: String,
        bare: bool,
    },
    Plural,
    /// There when the first place within is answered.
    Option(Vec<Part>),
}

/// The name of a place without the number of its row: `sector` of `sector-2`.
pub(super) fn stem(name: &str) -> &str {
    name.rsplit_once('-').filter(|(_, row)| !row.is_empty() && row.bytes().all(|b| b.is_ascii_digit())).map_or(name, |(stem, _)| stem)
}

impl Line {
    /// A line that is written when `key` is answered; `key=value` when it has that answer. With a row, the row's number stands
    /// behind every name.
    pub fn of(key: &'static str, pattern: &str, row: Option<usize>) -> Self {
        let (key, value) = key.split_once('=').map_or((key, None), |(key, value)| (key, Some(value)));
        let named = |name: &str| row.map_or(name.to_owned(), |row| format!("{name}-{row}"));
        Self { key: named(key), value, parts: parts(&mut pattern.chars(), &named) }
    }

    pub fn key(&self) -> &str {
        &self.key
    }

    /// The names of its places, its key first.
    pub fn places(&self) -> Vec<String> {
        let mut names = vec![self.key.clone()];
        gather(&self.parts, &mut names);
        names
    }

    /// The answer to its key with which this line is written; none where the key is asked for its own sake.
    pub fn value(&self) -> Option<&'static str> {
        self.value
    }

    /// Whether the line can be written, or left out, without an answer to this.
    pub fn may_lack(&self, name: &str, slots: &Slots) -> bool {
        name == self.key || self.parts.iter().any(|part| matches!(part, Part::Option(within) if option_key(within, slots) == Some(name)))
    }

    pub fn is_answered(&self, answers: &Answers) -> bool {
        match (answers.get(&self.key), self.value) {
            (Some(answer), Some(value)) => answer == value,
            (Some(answer), None) => !answer.trim().is_empty(),
            (None, _) => false,
        }
    }

    /// The line with its places filled.
    pub fn write(&self, answers: &Answers, slots: &Slots) -> Result<String, Vec<(String, Wrong)>> {
        let mut writing = Writing { answers, slots, text: String::new(), number: 0, wrong: Vec::new() };
        writing.all(&self.parts);
        if writing.wrong.is_empty() { Ok(writing.text) } else { Err(writing.wrong) }
    }

    /// The answers with which this line would be that rule.
    pub fn read(&self, rule: &str, slots: &Slots) -> Option<Answers> {
        let mut answers = Answers::new();
        if let Some(value) = self.value {
            answers.insert(self.key.clone(), value.to_owned());
        }
        let parts: Vec<&Part> = self.parts.iter().collect();
        read(&parts, rule, 0, &answers, slots)
    }
}

fn parts(chars: &mut std::str::Chars<'_>, named: &impl Fn(&str) -> String) -> Vec<Part> {
    let (mut found, mut words) = (Vec::new(), String::new());
    let keep = |words: &mut String, found: &mut Vec<Part>| {
        if !words.is_empty() {
            found.push(Part::Words(std::mem::take(words)));
        }
    };
    while let Some(c) = chars.next() {
        match c {
            '{' => {
                keep(&mut words, &mut found);
                let name: String = chars.by_ref().take_while(|c| *c != '}').collect();
                found.push(match name.strip_suffix('!') {
                    _ if name == "s" => Part::Plural,
                    Some(name) => Part::Place { name: named(name), bare: true },
                    None => Part::Place { name: named(&name), bare: false },
                });
            }
            '[' => {
                keep(&mut words, &mut found);
                found.push(Part::Option(parts(chars, named)));
            }
            ']' => break,
            c => words.push(c),
        }
    }
    keep(&mut words, &mut found);
    found
}

fn gather(parts: &[Part], names: &mut Vec<String>) {
    for part in parts {
        match part {
            Part::Place { name, .. } if !names.contains(name) => names.push(name.clone()),
            Part::Option(within) => gather(within, names),
            Part::Place { .. } | Part::Words(_) | Part::Plural => {}
        }
    }
}

/// The place on whose answer it hangs whether what stands in square brackets is there.
fn option_key<'a>(within: &'a [Part], slots: &Slots) -> Option<&'a str> {
    let places = || within.iter().filter_map(|part| if let Part::Place { name, .. } = part { Some(name.as_str()) } else { None });
    let is_choice = |name: &&str| matches!(slot(slots, name), Some(Slot::Choice(_)));
    places().find(|name| !is_choice(name)).or_else(|| places().next())
}

/// Whether what stands in square brackets is wanted.
fn wanted(within: &[Part], answers: &Answers, slots: &Slots) -> bool {
    option_key(within, slots).and_then(|name| answers.get(name)).is_some_and(|answer| !answer.trim().is_empty())
}

fn slot(slots: &Slots, name: &str) -> Option<Slot> {
    slots.iter().find(|(slot, _)| *slot == stem(name)).map(|(_, slot)| *slot)
}

/// Words of a choice, in the number that stands before them.
fn numbered(words: &str, number: u32) -> String {
    words.replace("{s}", if number == 1 { "" } else { "s" })
}

struct Writing<'a> {
    answers: &'a Answers,
    slots: &'a Slots,
    text: String,
    /// The last number written.
    number: u32,
    wrong: Vec<(String, Wrong)>,
}

impl Writing<'_> {
    fn all(&mut self, parts: &[Part]) {
        for part in parts {
            match part {
                Part::Words(words) => self.text += words,
                Part::Plural if self.number == 1 => {}
                Part::Plural => self.text.push('s'),
                Part::Place { name, bare } => self.place(name, *bare),
                Part::Option(within) if wanted(within, self.answers, self.slots) => self.all(within),
                Part::Option(_) => {}
            }
        }
    }

    fn place(&mut self, name: &str, bare: bool) {
        let answer = self.answers.get(name).map_or("", |answer| answer.trim());
        let wrong = match slot(self.slots, name) {
            Some(Slot::Number) if answer.is_empty() => Wrong::NumberMissing,
            Some(Slot::Number) => match answer.parse::<u32>() {
                Ok(number) if (1..=MOST).contains(&number) => {
                    self.number = number;
                    self.text += &number.to_string();
                    return;
                }
                _ => Wrong::NotANumber { most: MOST },
            },
            Some(Slot::Choice(choices)) => match choices.iter().find(|(value, _)| *value == answer) {
                Some((_, words)) => {
                    self.text += &numbered(words, self.number);
                    return;
                }
                None => Wrong::NotChosen,
            },
            Some(Slot::Name) if answer.is_empty() => Wrong::NameMissing,
            Some(Slot::Name) if answer.contains(['\n', '\r', '“', '”', '"']) || answer.chars().count() > 200 => Wrong::NotAName,
            Some(Slot::Name) => {
                self.text += &if bare { answer.to_owned() } else { format!("“{answer}”") };
                return;
            }
            None => Wrong::NoRule,
        };
        if !self.wrong.iter().any(|(other, _)| other == name) {
            self.wrong.push((name.to_owned(), wrong));
        }
    }
}

/// Reads the rest of a rule by the rest of a line, trying every way; a rule is short and a line has few places.
fn read(parts: &[&Part], rest: &str, number: u32, answers: &Answers, slots: &Slots) -> Option<Answers> {
    let Some((part, after)) = parts.split_first() else {
        return rest.is_empty().then(|| answers.clone());
    };
    let with = |name: &str, value: &str, rest: &str, number: u32| {
        if answers.get(name).is_some_and(|before| before != value) {
            return None;
        }
        let mut answers = answers.clone();
        answers.insert(name.to_owned(), value.to_owned());
        read(after, rest, number, &answers, slots)
    };
    match part {
        Part::Words(words) => read(after, rest.strip_prefix(words.as_str())?, number, answers, slots),
        Part::Plural if number == 1 => read(after, rest, number, answers, slots),
        Part::Plural => read(after, rest.strip_prefix('s')?, number, answers, slots),
        Part::Option(within) => {
            let inside: Vec<&Part> = within.iter().chain(after.iter().copied()).collect();
            read(&inside, rest, number, answers, slots).or_else(|| read(after, rest, number, answers, slots))
        }
        Part::Place { name, bare } => match slot(slots, name)? {
            Slot::Number => {
                let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
                let value: u32 = rest[..end].parse().ok().filter(|n| (1..=MOST).contains(n))?;
                with(name, &rest[..end], &rest[end..], value)
            }
            Slot::Choice(choices) => {
                choices.iter().find_map(|(value, words)| with(name, value, rest.strip_prefix(&numbered(words, number))?, number))
            }
            Slot::Name => {
                if let Some(quoted) = rest.strip_prefix('“').filter(|_| !bare) {
                    let (value, after_name) = quoted.split_once('”')?;
                    return with(name, value, after_name, number);
                }
                // A bare name, or the words of a sector: as long as what follows still fits.
                let ends = rest.char_indices().map(|(at, c)| at + c.len_utf8()).filter(|end| !rest[..*end].contains(['“', ',']));
                ends.filter(|end| !rest[..*end].ends_with(' ')).find_map(|end| with(name, &rest[..end], &rest[end..], number))
            }
        },
    }
}
