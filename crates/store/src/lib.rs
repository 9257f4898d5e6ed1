//! The only room that runs SQL.
//!
//! One text in PostgreSQL spelling serves SQLite and PostgreSQL ([`sql!`]). What is read comes through [`Read`]; what is
//! written goes through [`Write`], which is opened with its event and can be committed only by closing it with its whole
//! entry in the audit chain. Jobs and mail are queued in the same transaction. Housekeeping (jobs, sessions, throttles,
//! used form keys) goes through [`Store::housekeep`] and is the only writing without an entry.

mod audit;
mod batch;
pub mod count;
mod driver;
mod files;
mod jobs;
mod lean;
mod live;
mod migrate;
mod proof;
mod statement;
mod value;
mod whole;

pub use audit::{Entry, Event, HOUSE, HistoryLine, Opening, RegisteredEvent, Whose, Write, events, history_of, kept_under};
pub use driver::{Housekeep, Read, Row, Store, StoreConfig, sorted};
pub use files::{Content, Files, Incoming, Making, Spooled, Stored};
pub use inventory;
pub use jobs::{Claimed, claim, finish, postpone, queue_unless_waiting};
pub use lean::lean_json;
pub use live::{Live, Told};
pub use proof::{AuditReport, Broken, Head, heads, noted, verify};
pub use statement::{Registered, Statement, statements};
pub use value::{Column, ToValue, Value};
