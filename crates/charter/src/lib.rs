//! Terms of reference that run. A charter is a Markdown document; beneath a clause stand its rules in controlled English,
//! and beneath them its cases. This crate reads it, judges a dated [`Record`] by it, and explains by clause. Pure: no
//! input or output, no clock, no async.
//!
//! ```
//! let reading = charter::read("---\nbody: A board\nnation: England and Wales\n---\n**1** Half make a quorum.\n\n> Rule: the quorum is half of the members.\n");
//! assert!(reading.problems.is_empty());
//! let mut record = charter::Record::default();
//! record.meetings.push(charter::Meeting { id: "m".into(), day: "2009-03-31".parse().ok(), members: Some(40), present: Some(21), ..Default::default() });
//! assert_eq!(charter::quorum(&reading.charter, &record, "m", None).sentence, "quorate: 21 of 40 present; 20 are needed (1)");
//! ```

mod case;
mod check;
mod command;
mod compare;
mod corpus;
pub mod edit;
mod engine;
mod explain;
pub mod form;
mod meant;
mod model;
mod read;
mod record;
mod render;
mod schema;
pub mod tree;
mod verdict;

pub use case::CaseResult;
pub use check::{Remark, Weight, check};
pub use command::{Output, USAGE, command};
pub use compare::{Change, Replayed, compare, replay};
pub use engine::{Amendment, Asked, Truth, amendment, carried, due, evaluate, lapsing, may, page_limits, quorum};
pub use explain::{Explained, ExplainedRule, explain};
pub use meant::{Beside, Meant, Turned, beside, meant};
pub use model::{Blank, BlankType, Unfilled};
pub use read::{Case, Charter, Clause, Head, Problem, Reading, Rule, read, read_rule};
pub use record::*;
pub use render::{To, render};
pub use schema::{Schema, schema};
pub use verdict::{Action, Answer, Choice, Duty, Figures, Finding, Lapsing, PageLimit, Ruling, State, Verdict};
