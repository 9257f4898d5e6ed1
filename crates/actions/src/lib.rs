//! Actions: what somebody owes a body after its meeting, by when, and what became of it. They outlive the meeting: what is
//! open comes up at the next one, and what is overdue is visible to its chair.

pub mod acts;
pub mod model;
pub mod rights;
pub mod rules;
pub mod store;
