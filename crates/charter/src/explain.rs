//! One clause explained: what it says, how its rules are read, and what follows from them of a record on a day.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::engine::evaluate;
use crate::read::{Charter, Clause};
use crate::record::Record;
use crate::tree::Sentence;
use crate::verdict::Verdict;

/// A clause with what is to be known about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Explained {
    /// Its number.
    pub clause: String,
    /// The headings above it, outermost first.
    pub heading: Vec<String>,
    /// Its text, as Markdown.
    pub text: String,
    /// Its rules; none where it is a statement.
    pub rules: Vec<ExplainedRule>,
    /// How they stand, where a record was judged.
    pub verdicts: Vec<Verdict>,
}

/// A rule with how it is read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExplainedRule {
    /// As it was written.
    pub written: String,
    /// In its one canonical spelling.
    pub read_as: String,
    /// The rule itself, as the schema of the tree has it.
    pub tree: Sentence,
    /// The body from whose terms it is taken over, with the clause it has there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taken_from: Option<(String, String)>,
}

/// Every clause with what it says and how its rules are read, in order; with a record, also how each stands on a day.
pub fn explain(charter: &Charter, judged: Option<(&Record, Date)>) -> Vec<Explained> {
    let mut verdicts = judged.map(|(record, as_at)| evaluate(charter, record, as_at)).unwrap_or_default();
    let explained = |clause: &Clause| Explained {
        clause: clause.number.clone(),
        heading: clause.heading.clone(),
        text: clause.text.clone(),
        rules: clause
            .rules
            .iter()
            .map(|rule| ExplainedRule {
                written: rule.source.clone(),
                read_as: rule.canonical.clone(),
                tree: rule.tree.clone(),
                taken_from: rule.taken_from.clone(),
            })
            .collect(),
        verdicts: verdicts.extract_if(.., |verdict| verdict.clause.as_ref() == Some(&clause.number)).collect(),
    };
    charter.clauses.iter().map(explained).collect()
}
