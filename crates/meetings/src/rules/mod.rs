//! The rules of calling, answering and holding a meeting: facts in, findings out.

mod agenda;
mod answers;
mod dates;
mod roll;

pub use agenda::{changes, drawn_up, freeze, freeze_numbered, moved, numbered, standing_items, timeline, Direction};
pub use answers::{said, may_answer, may_substitute, Standing};
pub use dates::{around, hours, may_fix, Occurrence, Other, Pattern};
pub use roll::{may_arrive, may_leave, may_preside, order_of, Arriving};
