//! What a kind of record is in an export: its file, its columns, and the statement they are read with. Defined once; the
//! files, their documentation and the test that nothing is missing derive from it.

use kernel::{Day, Instant, Result};
use serde_json::{Map, Value as Json, json};
use store::{Row, Statement};
use uuid::Uuid;

/// What a column holds, and how it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// The id of a record: a UUID in text.
    Id,
    /// Text, or a word of a closed list; an hour of the day is `HH:MM`.
    Text,
    /// A whole number.
    Number,
    /// `true` or `false`.
    YesNo,
    /// A day: `2007-01-18`.
    Day,
    /// A moment in whole seconds, UTC: `2007-01-18T10:00:00Z`.
    Instant,
    /// JSON of its own, as it was kept.
    Json,
    /// Bytes in hexadecimal.
    Bytes,
}

impl Holds {
    /// In a word, for the documentation.
    pub fn word(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Text => "text",
            Self::Number => "number",
            Self::YesNo => "true or false",
            Self::Day => "day",
            Self::Instant => "moment",
            Self::Json => "JSON",
            Self::Bytes => "hexadecimal",
        }
    }
}

/// One field of a record.
#[derive(Debug)]
pub struct Field {
    /// Its name, in the file and in the table alike.
    pub name: &'static str,
    /// What it holds.
    pub holds: Holds,
    /// What the name does not say by itself.
    pub note: &'static str,
}

/// What a statement's places are filled with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// `$1` the last id read, 500 rows at a time.
    House,
    /// `$1` a partnership; `$2` the day of the cut, where there is one.
    Partnership,
    /// `$1` a body; `$2` the day of the cut, where there is one.
    Body,
    /// `$1` a chain, `$2` the last number read, `$3` a body, 500 rows at a time.
    Chain,
}

/// What an export of one body keeps of records that are not the body's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeps {
    /// All of what was read.
    All,
    /// Those that name the body in one of these fields.
    OfBody(&'static [&'static str]),
    /// Those whose field holds an id that the body's records mention.
    Mentioned(&'static str),
}

/// A kind of record: one file of the export.
#[derive(Debug)]
pub struct Kind {
    /// The file's name without `.json`.
    pub name: &'static str,
    /// What it is.
    pub about: &'static str,
    /// The table it comes from.
    pub table: &'static str,
    /// How its statement is asked.
    pub scope: Scope,
    /// Whether `--as-at` cuts it to the day.
    pub cut: bool,
    /// What an export of one body keeps of it.
    pub keeps: Keeps,
    /// The statement.
    pub statement: &'static Statement,
    /// Its fields, in order.
    pub fields: &'static [Field],
    /// Lists within each record.
    pub parts: &'static [&'static Part],
}

/// A list within each record of a kind: the owners of an action.
#[derive(Debug)]
pub struct Part {
    /// The field it becomes.
    pub name: &'static str,
    /// What it is.
    pub about: &'static str,
    /// The table it comes from.
    pub table: &'static str,
    /// The column that names the record it belongs to.
    pub of: &'static str,
    /// The statement: asked as the kind's is, but for the house, where `$1` and `$2` enclose the ids that were read.
    pub statement: &'static Statement,
    /// Its fields, in order.
    pub fields: &'static [Field],
}

/// A row as its fields say.
///
/// # Errors
/// A fault when a column holds something else.
pub fn record(row: &Row, fields: &[Field]) -> Result<Map<String, Json>> {
    fields.iter().map(|field| Ok((field.name.to_owned(), value(row, field)?))).collect()
}

fn value(row: &Row, field: &Field) -> Result<Json> {
    let name = field.name;
    Ok(match field.holds {
        Holds::Id => json!(row.get::<Option<Uuid>>(name)?),
        Holds::Text => json!(row.get::<Option<String>>(name)?),
        Holds::Number => json!(row.get::<Option<i64>>(name)?),
        Holds::YesNo => json!(row.get::<Option<bool>>(name)?),
        Holds::Day => json!(row.get::<Option<Day>>(name)?),
        Holds::Instant => json!(row.get::<Option<Instant>>(name)?),
        // Kept text that is not JSON stays what it is.
        Holds::Json => row.get::<Option<String>>(name)?.map_or(Json::Null, |text| serde_json::from_str(&text).unwrap_or(Json::String(text))),
        Holds::Bytes => json!(row.get::<Option<Vec<u8>>>(name)?.map(|bytes| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>())),
    })
}

/// What was given, or else the first.
macro_rules! given {
    ($otherwise:expr;) => {
        $otherwise
    };
    ($otherwise:expr; $given:expr) => {
        $given
    };
}

/// Declares a kind with its statement: the columns are the fields.
macro_rules! kind {
    (
        $name:ident = $file:literal, $about:literal;
        $scope:ident $table:ident from $from:literal $(cut $cut:literal)? $(keeps $keeps:expr)?;
        { $first:ident: $first_holds:ident $($first_note:literal)? $(, $column:ident: $holds:ident $($note:literal)?)* $(,)? }
        $($part:ident)*
    ) => {
        pub(in $crate::export) static $name: $crate::export::kind::Kind = {
            ::store::sql!(STATEMENT, concat!("select t.", stringify!($first) $(, ", t.", stringify!($column))*, " from ", $from));
            $crate::export::kind::Kind {
                name: $file,
                about: $about,
                table: stringify!($table),
                scope: $crate::export::kind::Scope::$scope,
                cut: $crate::export::kind::given!(false; $($cut)?),
                keeps: $crate::export::kind::given!($crate::export::kind::Keeps::All; $($keeps)?),
                statement: &STATEMENT,
                fields: &[
                    $crate::export::kind::Field { name: stringify!($first), holds: $crate::export::kind::Holds::$first_holds, note: concat!($($first_note)?) }
                    $(, $crate::export::kind::Field { name: stringify!($column), holds: $crate::export::kind::Holds::$holds, note: concat!($($note)?) })*
                ],
                parts: &[$(&$part),*],
            }
        };
    };
}

/// Declares a list within a kind's records.
macro_rules! part {
    (
        $name:ident = $field:literal, $about:literal;
        $table:ident of $of:ident from $from:literal;
        { $($column:ident: $holds:ident $($note:literal)?),* $(,)? }
    ) => {
        pub(in $crate::export) static $name: $crate::export::kind::Part = {
            ::store::sql!(STATEMENT, concat!("select t.", stringify!($of) $(, ", t.", stringify!($column))*, " from ", $from));
            $crate::export::kind::Part {
                name: $field,
                about: $about,
                table: stringify!($table),
                of: stringify!($of),
                statement: &STATEMENT,
                fields: &[$($crate::export::kind::Field { name: stringify!($column), holds: $crate::export::kind::Holds::$holds, note: concat!($($note)?) }),*],
            }
        };
    };
}

pub(super) use {given, kind, part};
