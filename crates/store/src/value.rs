//! What goes into a statement's places and what comes out of its columns, the same on both databases.

use chrono::{DateTime, NaiveDate, Utc};
use jiff::civil;
use kernel::{Day, Error, Hour, Instant, Pence, Result};
use sqlx::Row as _;
use uuid::Uuid;

use crate::Row;

/// A value in a place. Nulls are typed, because PostgreSQL wants to know.
#[derive(Debug, Clone)]
pub enum Value {
    /// Text, and words of closed lists.
    Text(Option<String>),
    /// Whole numbers, and pence.
    Int(Option<i64>),
    /// Yes or no.
    Bool(Option<bool>),
    /// An id.
    Uuid(Option<Uuid>),
    /// A day.
    Day(Option<NaiveDate>),
    /// An instant.
    Instant(Option<DateTime<Utc>>),
    /// JSON.
    Json(Option<serde_json::Value>),
    /// Bytes.
    Bytes(Option<Vec<u8>>),
}

/// What can fill a place.
pub trait ToValue {
    /// As a value.
    fn value(&self) -> Value;
    /// The null of this type.
    fn null() -> Value
    where
        Self: Sized;
}

macro_rules! to_value {
    ($($type:ty => $variant:ident, |$v:ident| $make:expr;)*) => {$(
        impl ToValue for $type {
            fn value(&self) -> Value { let $v = self; Value::$variant(Some($make)) }
            fn null() -> Value { Value::$variant(None) }
        }
    )*};
}

to_value! {
    String => Text, |v| v.clone();
    &str => Text, |v| (*v).to_owned();
    i64 => Int, |v| *v;
    i32 => Int, |v| i64::from(*v);
    bool => Bool, |v| *v;
    Uuid => Uuid, |v| *v;
    Day => Day, |v| naive(*v);
    Hour => Text, |v| v.strftime("%H:%M").to_string();
    Instant => Instant, |v| DateTime::from_timestamp(v.seconds(), 0).unwrap_or_default();
    Pence => Int, |v| v.0;
    serde_json::Value => Json, |v| v.clone();
    Vec<u8> => Bytes, |v| v.clone();
}

impl<T: ToValue> ToValue for Option<T> {
    fn value(&self) -> Value {
        self.as_ref().map_or_else(T::null, ToValue::value)
    }
    fn null() -> Value {
        T::null()
    }
}

impl<T: ToValue> ToValue for &T {
    fn value(&self) -> Value {
        (*self).value()
    }
    fn null() -> Value {
        T::null()
    }
}

fn naive(day: Day) -> NaiveDate {
    NaiveDate::from_ymd_opt(day.year().into(), day.month().unsigned_abs().into(), day.day().unsigned_abs().into()).unwrap_or_default()
}

/// Fills the places of a statement: `args![body, day, Some(text)]`.
#[macro_export]
macro_rules! args {
    ($($value:expr),* $(,)?) => { vec![$($crate::ToValue::value(&$value)),*] };
}

/// What can be read from a column.
pub trait Column: Sized {
    /// Reads it by name.
    ///
    /// # Errors
    /// A fault when there is no such column or it holds something else.
    fn read(row: &Row, name: &str) -> Result<Self>;
}

macro_rules! plain_column {
    ($($type:ty),*) => {$(
        impl Column for $type {
            fn read(row: &Row, name: &str) -> Result<Self> {
                match row {
                    Row::Sqlite(row) => row.try_get(name),
                    Row::Postgres(row) => row.try_get(name),
                }.map_err(|e| Error::fault(format!("column {name}: {e}")))
            }
        }
        impl Column for Option<$type> {
            fn read(row: &Row, name: &str) -> Result<Self> {
                match row {
                    Row::Sqlite(row) => row.try_get(name),
                    Row::Postgres(row) => row.try_get(name),
                }.map_err(|e| Error::fault(format!("column {name}: {e}")))
            }
        }
    )*};
}

plain_column!(String, i64, bool, Uuid, NaiveDate, DateTime<Utc>, serde_json::Value, Vec<u8>);

macro_rules! column_through {
    ($($type:ty, $raw:ty, |$v:ident, $name:ident| $make:expr;)*) => {$(
        impl Column for $type {
            fn read(row: &Row, $name: &str) -> Result<Self> {
                let $v = <$raw as Column>::read(row, $name)?;
                $make
            }
        }
        impl Column for Option<$type> {
            fn read(row: &Row, $name: &str) -> Result<Self> {
                match <Option<$raw> as Column>::read(row, $name)? {
                    None => Ok(None),
                    Some($v) => ($make).map(Some),
                }
            }
        }
    )*};
}

column_through! {
    Instant, DateTime<Utc>, |v, _name| Ok(Instant::from_seconds(v.timestamp()));
    Pence, i64, |v, _name| Ok(Pence(v));
    Day, NaiveDate, |v, name| {
        use chrono::Datelike as _;
        let fault = || Error::fault(format!("column {name}: {v} is no day"));
        let (year, month, day) = (i16::try_from(v.year()), i8::try_from(v.month()), i8::try_from(v.day()));
        match (year, month, day) {
            (Ok(year), Ok(month), Ok(day)) => civil::Date::new(year, month, day).map_err(|_| fault()),
            _ => Err(fault()),
        }
    };
    Hour, String, |v, name| Hour::strptime("%H:%M", &v).map_err(|e| Error::fault(format!("column {name}: {e}")));
}

macro_rules! id_values {
    ($($id:ident),* $(,)?) => {$(
        impl ToValue for kernel::$id {
            fn value(&self) -> Value { Value::Uuid(Some(self.0)) }
            fn null() -> Value { Value::Uuid(None) }
        }
        impl Column for kernel::$id {
            fn read(row: &Row, name: &str) -> Result<Self> { Uuid::read(row, name).map(Self) }
        }
        impl Column for Option<kernel::$id> {
            fn read(row: &Row, name: &str) -> Result<Self> {
                Ok(Option::<Uuid>::read(row, name)?.map(kernel::$id))
            }
        }
    )*};
}

id_values!(
    PartnershipId,
    BodyId,
    SectorId,
    PersonId,
    OrganisationId,
    SeatId,
    AppointmentId,
    OfficeId,
    AccountId,
    SessionId,
    CharterId,
    MeetingId,
    ItemId,
    InvitationId,
    AttendanceId,
    MatterId,
    PaperId,
    FileId,
    InterestId,
    RulingId,
    MotionId,
    DecisionId,
    ActionId,
    MinutesId,
    LetterId,
    EventId,
);
