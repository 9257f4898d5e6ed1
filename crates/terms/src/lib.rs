//! The terms of reference of a body: its charter in versions, each a text that is never edited once it is laid.
//!
//! A version is a draft, was adopted on a day by a decision, or is in use though its adoption is not recorded; it is
//! superseded from a day. A meeting is judged by the version in force on its day. What the record knows about a body is
//! gathered for the charter from every slice that registers a [`FactSource`].

pub mod acts;
mod facts;
pub mod model;
mod models;
mod pages;
pub mod public;
pub mod rights;
pub mod store;

pub use facts::{FactFuture, FactSource, Of, Records, Scope, membership_of, record, records};
pub use model::{Adoption, CharterState, InForce, NewVersion, Version};
pub use store::{Governed, in_force, in_force_of, newest, versions};
pub use web::clause_anchor;

use access::Routes;

/// The pages of this slice.
pub fn routes() -> Routes {
    Routes::new()
        .get("/bodies/{body}/charter", pages::in_force)
        .get("/bodies/{body}/charter/versions/{number}", pages::version)
        .get("/bodies/{body}/charter/compare", pages::compare)
        .get("/bodies/{body}/charter/new", pages::draft)
        .post("/bodies/{body}/charter/new", pages::lay)
        .get("/bodies/{body}/charter/models", pages::choose_model)
        .get("/bodies/{body}/charter/models/{model}", pages::model)
        .post("/bodies/{body}/charter/models/{model}", pages::fill)
        .get("/bodies/{body}/charter/versions/{number}/adopt", pages::adoption)
        .post("/bodies/{body}/charter/versions/{number}/adopt", pages::adopt)
        .get("/bodies/{body}/charter/versions/{number}/end", pages::ending)
        .post("/bodies/{body}/charter/versions/{number}/end", pages::end)
}
