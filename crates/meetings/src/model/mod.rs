//! The nouns of a meeting.

mod agenda;
mod answers;
mod meeting;
mod room;

pub use agenda::*;
pub use answers::*;
pub use meeting::*;
pub use room::*;
