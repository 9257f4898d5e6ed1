//! Which days are working days.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

use jiff::civil::{Date, Weekday};

const BANK_HOLIDAYS: &str = include_str!("../data/bank-holidays.txt");

/// The nation whose holidays are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Nation {
    /// England and Wales share one list of bank holidays.
    EnglandAndWales,
    /// Scotland.
    Scotland,
    /// Northern Ireland.
    NorthernIreland,
    /// The holidays of every part of the United Kingdom together, as the Freedom of Information Act 2000, section 10(6)
    /// counts its working days.
    AnyPartOfTheUnitedKingdom,
    /// A nation without a table: only weekends are known.
    Other,
}

impl Nation {
    /// Every nation that has a name in a charter's head.
    pub const ALL: [Nation; 5] = [Self::EnglandAndWales, Self::Scotland, Self::NorthernIreland, Self::AnyPartOfTheUnitedKingdom, Self::Other];

    /// The table of its holidays; for [`Nation::Other`] one that knows none.
    pub fn table(self) -> &'static Table {
        static TABLES: LazyLock<[Table; 5]> = LazyLock::new(|| {
            // The text is part of the program and a test reads it; were it damaged, no holiday would be known and every
            // answer would say so.
            Nation::ALL.map(|nation| Table::of_text(BANK_HOLIDAYS, nation).unwrap_or_else(|_| Table::none(&nation.to_string())))
        });
        &TABLES[match self {
            Self::EnglandAndWales => 0,
            Self::Scotland => 1,
            Self::NorthernIreland => 2,
            Self::AnyPartOfTheUnitedKingdom => 3,
            Self::Other => 4,
        }]
    }

    /// The nation of that name, in any case; England, and Wales, are taken as England and Wales. A name without a table
    /// is [`Nation::Other`].
    pub fn named(name: &str) -> Self {
        match name.trim().to_lowercase().as_str() {
            "england and wales" | "england" | "wales" => Self::EnglandAndWales,
            "scotland" => Self::Scotland,
            "northern ireland" => Self::NorthernIreland,
            "united kingdom" | "uk" => Self::AnyPartOfTheUnitedKingdom,
            _ => Self::Other,
        }
    }
}

impl fmt::Display for Nation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::EnglandAndWales => "England and Wales",
            Self::Scotland => "Scotland",
            Self::NorthernIreland => "Northern Ireland",
            Self::AnyPartOfTheUnitedKingdom => "United Kingdom",
            Self::Other => "another nation",
        })
    }
}

/// A list of holidays and the span of days for which it is whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    name: String,
    holidays: BTreeMap<Date, String>,
    span: Option<(Date, Date)>,
}

/// A line of a table that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableError {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub why: String,
}

impl fmt::Display for TableError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.why)
    }
}

impl std::error::Error for TableError {}

impl Table {
    /// A table that knows of no holiday on any day: only weekends are certain.
    pub fn none(name: &str) -> Self {
        Self { name: name.to_owned(), holidays: BTreeMap::new(), span: None }
    }

    /// A table of one's own: whole from the first day to the last.
    pub fn new(name: &str, from: Date, until: Date, holidays: impl IntoIterator<Item = (Date, String)>) -> Self {
        Self { name: name.to_owned(), holidays: holidays.into_iter().collect(), span: Some((from, until)) }
    }

    /// Reads the text of the bank holidays for one nation. Errors name the line: a date that is none, a day of the week
    /// that is not that date's, a weekend, a day outside the span, the same day twice.
    pub fn of_text(text: &str, nation: Nation) -> Result<Self, TableError> {
        let mut table = Self::none(&nation.to_string());
        let (mut from, mut until) = (None, None);
        let mut last = Date::MIN;
        for (index, line) in text.lines().enumerate() {
            let fault = |why: String| TableError { line: index + 1, why };
            let day = |word: &str| Date::from_str(word).map_err(|_| fault(format!("`{word}` is not a date like 2007-11-30")));
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let words: Vec<&str> = line.split_whitespace().collect();
            match words.as_slice() {
                ["from", at] => from = Some(day(at)?),
                ["until", at] => until = Some(day(at)?),
                [at, weekday, nations, name @ ..] => {
                    let date = day(at)?;
                    if format!("{}", date.strftime("%a")) != *weekday {
                        return Err(fault(format!("{date} is not a {weekday}")));
                    }
                    if is_weekend(date) {
                        return Err(fault(format!("{date} is at a weekend: give its substitute day")));
                    }
                    if date < last {
                        return Err(fault(format!("{date} comes after a later day")));
                    }
                    last = date;
                    if nations.len() != 3 || !nations.chars().zip("ESN".chars()).all(|(c, n)| c == n || c == '-') {
                        return Err(fault(format!("`{nations}` should be E, S and N, or - in their places")));
                    }
                    let here = match nation {
                        Nation::EnglandAndWales => nations.contains('E'),
                        Nation::Scotland => nations.contains('S'),
                        Nation::NorthernIreland => nations.contains('N'),
                        Nation::AnyPartOfTheUnitedKingdom => true,
                        Nation::Other => false,
                    };
                    if here && table.holidays.insert(date, name.join(" ")).is_some() && nation != Nation::AnyPartOfTheUnitedKingdom {
                        return Err(fault(format!("{date} is given twice")));
                    }
                }
                _ => return Err(fault("a line is a date, a day of the week, nations and a name".to_owned())),
            }
        }
        if nation != Nation::Other {
            table.span = from.zip(until);
        }
        if let Some((from, until)) = table.span
            && let Some((out, _)) = table.holidays.iter().find(|(d, _)| **d < from || **d > until)
        {
            return Err(TableError { line: 0, why: format!("{out} is outside the span {from} to {until}") });
        }
        Ok(table)
    }

    /// A table of somebody's own, whole from one day to another where both are given.
    pub fn own(name: &str, holidays: impl IntoIterator<Item = (Date, String)>, span: Option<(Date, Date)>) -> Self {
        Self { name: name.to_owned(), holidays: holidays.into_iter().collect(), span }
    }

    /// Adds days on which no work is done, such as an office's closure, to the table's own.
    pub fn with(mut self, name: &str, more: impl IntoIterator<Item = (Date, String)>) -> Self {
        name.clone_into(&mut self.name);
        self.holidays.extend(more);
        self
    }

    /// Whose holidays these are.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The holiday on that day, by name.
    pub fn holiday(&self, day: Date) -> Option<&str> {
        if !self.knows(day) && !self.holidays.contains_key(&day) {
            return None;
        }
        self.holidays.get(&day).map(String::as_str)
    }

    /// Every holiday, earliest first.
    pub fn holidays(&self) -> impl Iterator<Item = (Date, &str)> {
        self.holidays.iter().map(|(day, name)| (*day, name.as_str()))
    }

    /// The holidays from one day to another, both included.
    pub fn between(&self, first: Date, last: Date) -> impl Iterator<Item = (Date, &str)> {
        self.holidays.range(first..=last.max(first)).map(|(day, name)| (*day, name.as_str()))
    }

    /// Whether the table is whole for that day. Where it is not, a weekday counts as a working day, and a holiday could
    /// change the answer.
    pub fn knows(&self, day: Date) -> bool {
        self.span.is_some_and(|(from, until)| from <= day && day <= until)
    }

    /// Monday to Friday and not a holiday.
    pub fn is_working_day(&self, day: Date) -> bool {
        !is_weekend(day) && self.holiday(day).is_none()
    }

    /// That day if it is a working day, or else the last one before it.
    pub fn working_day_on_or_before(&self, day: Date) -> Date {
        let mut day = day;
        while !self.is_working_day(day) {
            match day.yesterday() {
                Ok(before) => day = before,
                Err(_) => return day,
            }
        }
        day
    }
}

fn is_weekend(day: Date) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}
