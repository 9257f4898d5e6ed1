//! Decisions: what is put to a body, how it was decided, and the terms' own explanation of why that carries.

pub mod model;
pub mod rights;
pub mod rules;
pub mod store;
