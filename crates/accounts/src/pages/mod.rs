//! The pages of accounts.

pub(crate) mod administration;
pub(crate) mod own;
pub(crate) mod set_up;
pub(crate) mod sign_in;

/// A form with nothing in it but its key.
#[derive(Debug, Clone, serde::Deserialize)]
pub(crate) struct Nothing {}
