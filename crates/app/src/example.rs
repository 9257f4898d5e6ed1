//! The example: an invented partnership that is alive, and as many more of its kind as a trial of size wants. Nobody and
//! nothing in it is real; the same number, day and seed give the same partnership.

pub mod cast;
pub mod names;
pub mod plan;
pub mod texts;
pub mod year;
