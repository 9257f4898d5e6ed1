//! Interests: the register of each person, what is declared on an item, what is ruled, and what follows for discussion, room
//! and decision. Interests are personal; only the organisation's follows the seat. Nobody is excluded by employer alone, and
//! nobody is invented to rule where the terms name nobody.

pub mod model;
pub mod rights;
pub mod rules;
pub mod store;
