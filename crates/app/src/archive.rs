//! The archive: real partnerships of 2006 to 2009, kept as files that a person can read and correct (`archive/README.md`).
//! Nothing outside this room knows that a record came from here.

pub mod files;
pub mod load;
mod load_meeting;
pub mod records;
