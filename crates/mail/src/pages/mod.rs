//! The pages of letters.

pub(crate) mod choice;
pub(crate) mod folder;
pub(crate) mod letter;
pub(crate) mod outbox;
