//! Findings: rules answer with reasons. An empty list is yes.

use serde::{Deserialize, Serialize};

use crate::words;

words! {
    /// How much a finding weighs.
    pub enum Severity {
        /// The act is refused.
        Refusal = "refusal",
        /// The act is allowed after a ruling, with a reason, by the person the finding names.
        Ruling = "ruling",
        /// The act is allowed; the finding is shown and kept.
        Warning = "warning",
    }
}

/// One reason. Its words come from the locale under `code`, filled with `args`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// How much it weighs.
    pub severity: Severity,
    /// The message id in the locale: `meeting-date-past`.
    pub code: String,
    /// The form field it belongs beside, if any.
    pub field: Option<String>,
    /// The clause of the charter it rests on, if any: `3.12`.
    pub clause: Option<String>,
    /// What the message is filled with.
    pub args: Vec<(String, String)>,
}

impl Finding {
    fn new(severity: Severity, code: &str) -> Self {
        Self { severity, code: code.to_owned(), field: None, clause: None, args: Vec::new() }
    }

    /// A reason to refuse.
    pub fn refuse(code: &str) -> Self {
        Self::new(Severity::Refusal, code)
    }

    /// A reason to ask for a ruling.
    pub fn ruling(code: &str) -> Self {
        Self::new(Severity::Ruling, code)
    }

    /// A reason to look twice.
    pub fn warn(code: &str) -> Self {
        Self::new(Severity::Warning, code)
    }

    /// Puts it beside a form field.
    pub fn at(mut self, field: &str) -> Self {
        self.field = Some(field.to_owned());
        self
    }

    /// Rests it on a clause.
    pub fn under(mut self, clause: impl Into<String>) -> Self {
        self.clause = Some(clause.into());
        self
    }

    /// Fills a place of its message.
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.args.push((name.to_owned(), value.to_string()));
        self
    }
}

/// A list of findings; empty is yes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Findings(pub Vec<Finding>);

impl Findings {
    /// No reason against.
    pub fn none() -> Self {
        Self::default()
    }

    /// Adds one.
    pub fn push(&mut self, finding: Finding) {
        self.0.push(finding);
    }

    /// Adds one when the condition holds.
    pub fn push_if(&mut self, condition: bool, finding: impl FnOnce() -> Finding) {
        if condition {
            self.0.push(finding());
        }
    }

    /// Adds all of another list.
    pub fn extend(&mut self, other: Findings) {
        self.0.extend(other.0);
    }

    /// No finding at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether any of them refuses.
    pub fn refuses(&self) -> bool {
        self.0.iter().any(|f| f.severity == Severity::Refusal)
    }

    /// Whether any of them asks for a ruling.
    pub fn needs_ruling(&self) -> bool {
        self.0.iter().any(|f| f.severity == Severity::Ruling)
    }

    /// Goes on unless one of them refuses.
    pub fn or_refuse(self) -> crate::Result<Findings> {
        if self.refuses() { Err(crate::Error::Refused(self)) } else { Ok(self) }
    }

    /// The findings one by one.
    pub fn iter(&self) -> std::slice::Iter<'_, Finding> {
        self.0.iter()
    }
}

impl From<Finding> for Findings {
    fn from(finding: Finding) -> Self {
        Self(vec![finding])
    }
}

impl FromIterator<Finding> for Findings {
    fn from_iter<T: IntoIterator<Item = Finding>>(iter: T) -> Self {
        Self(iter.into_iter().collect())
    }
}
