//! What an act can answer besides success.

use crate::{Finding, Findings};

/// The result of an act, a query or a page.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Somebody else changed the record after the form was opened. Both texts are shown and nothing typed is lost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// What stands in the record now.
    pub theirs: String,
    /// What was typed.
    pub yours: String,
    /// The version that stands now; sending it with `yours` replaces `theirs`.
    pub version: i64,
}

/// Why an act did not happen.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The rules refuse it, with reasons.
    #[error("refused: {0:?}")]
    Refused(Findings),
    /// There is no such record, or none that this reader may know of.
    #[error("not found")]
    NotFound,
    /// The reader is not signed in and must be.
    #[error("not signed in")]
    SignInFirst,
    /// The reader may not do this; the finding says whom to ask.
    #[error("forbidden: {0:?}")]
    Forbidden(Finding),
    /// Somebody changed the record meanwhile.
    #[error("conflict at version {}", .0.version)]
    Conflict(Box<Conflict>),
    /// This form was already sent; the answer it had is given again.
    #[error("already done, see {0}")]
    Repeated(String),
    /// Something broke. The cause goes to the log, a reference number to the reader.
    #[error("fault: {0}")]
    Fault(String),
}

impl Error {
    /// A fault from anything that can be printed.
    pub fn fault(cause: impl std::fmt::Display) -> Self {
        Self::Fault(cause.to_string())
    }

    /// Refused for one reason.
    pub fn refuse(finding: Finding) -> Self {
        Self::Refused(finding.into())
    }
}
