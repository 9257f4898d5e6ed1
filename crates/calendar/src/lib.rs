//! Days as terms of reference count them: bank holidays of each nation of the United Kingdom, working days, clear days,
//! and the last day on which a thing is still in time. Pure: the tables are part of the program, the day is an argument.

mod deadline;
mod table;

pub use deadline::{Counted, Deadline, Unit, day_in_words, deadline_after, deadline_before};
pub use table::{Nation, Table, TableError};
