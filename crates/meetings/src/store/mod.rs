//! The SQL of meetings: the diary, agendas, answers, the roll.

mod agenda;
mod answers;
mod diary;
mod marks;
mod room;
mod standing;
mod sub_groups;
mod told;

pub use agenda::*;
pub use answers::*;
pub use diary::*;
pub use marks::*;
pub use room::*;
pub(crate) use standing::*;
pub use sub_groups::*;
pub(crate) use told::*;

use kernel::{Conflict, Error};

/// The error of a form that was opened on an earlier version.
fn overtaken(theirs: impl Into<String>, yours: impl Into<String>, version: i64) -> Error {
    Error::Conflict(Box::new(Conflict { theirs: theirs.into(), yours: yours.into(), version }))
}
