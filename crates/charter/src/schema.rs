//! The shapes of what goes in and comes out, as JSON Schema. They are derived from the very types that read and write, so that the
//! two cannot differ.

use schemars::schema_for;
use serde_json::Value;

use crate::record::Record;
use crate::tree::Sentence;
use crate::verdict::Verdict;

/// Which shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Schema {
    /// The record that a charter is judged with. Keys it does not name are refused.
    Record,
    /// A rule as it is read.
    Tree,
    /// How a rule stands.
    Verdict,
}

impl Schema {
    /// By its word: `record`, `tree`, `verdict`.
    pub fn named(word: &str) -> Option<Self> {
        match word {
            "record" => Some(Self::Record),
            "tree" => Some(Self::Tree),
            "verdict" => Some(Self::Verdict),
            _ => None,
        }
    }
}

/// A shape as JSON Schema, draft 2020-12.
pub fn schema(of: Schema) -> Value {
    match of {
        Schema::Record => schema_for!(Record),
        Schema::Tree => schema_for!(Sentence),
        Schema::Verdict => schema_for!(Verdict),
    }
    .into()
}
