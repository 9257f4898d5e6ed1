//! Partnerships and their bodies; seats that organisations own, the people appointed to them, and the offices they hold.
//!
//! A seat is not a member: it has a label, a sector, an organisation or group that nominates, and a class; people come and
//! go in it. Everything can be seen as at any date. What the charter asks of the composition is judged in `compliance`.

pub mod acts;
pub mod model;
pub mod rights;
pub mod rules;
pub mod store;
