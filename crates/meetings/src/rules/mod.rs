//! The rules of calling, answering and holding a meeting: facts in, findings out.

mod agenda;
mod answers;
mod dates;
mod notes;
mod roll;

pub use agenda::{Direction, changes, drawn_up, freeze, freeze_numbered, moved, numbered, standing_items, timeline, veiled};
pub use answers::{Standing, may_answer, may_substitute, said};
pub use dates::{Occurrence, Other, Pattern, around, hours, may_fix, within_the_body};
pub use notes::{Splice, splice};
pub use roll::{Arriving, Taking, may_arrive, may_leave, may_preside, order_of};
