//! Terms of reference that run. A charter is a Markdown document; beneath a clause stand its rules in controlled English,
//! and beneath them its cases. This crate reads it, judges a dated [`Record`] by it, and explains by clause. Pure: no
//! input or output, no clock, no async.

mod model;
mod read;
mod record;
pub mod tree;
mod verdict;

pub use model::{Blank, BlankType, Unfilled};
pub use read::{Case, Charter, Clause, Head, Problem, Reading, Rule, read, read_rule};
pub use record::*;
pub use verdict::{Action, Answer, Choice, Duty, Figures, Finding, Ruling, State, Verdict};
