//! People and organisations, each recorded once, whatever capacities they act in and however often they are renamed.
//!
//! A person's seats and offices belong to `bodies`; whether they can sign in belongs to `accounts`.

pub mod acts;
pub mod choose;
pub mod model;
pub mod rights;
pub mod rules;
pub mod store;
