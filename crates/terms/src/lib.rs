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
pub use model::{Adoption, CharterState, Draft, InForce, NewVersion, Proposed, Version};
pub use pages::meant::{Change, Replayed, forbidden, replayed};
pub use store::{Governed, Rests, clause_for, in_force, in_force_of, newest, versions};
pub use web::clause_anchor;

use access::Routes;

/// The pages of this slice.
pub fn routes() -> Routes {
    Routes::new()
        .get("/bodies/{body}/charter", pages::in_force)
        .get("/bodies/{body}/charter/versions/{number}", pages::version)
        .get("/bodies/{body}/charter/compare", pages::beside::versions)
        .get("/bodies/{body}/charter/new", pages::versions::laying)
        .post("/bodies/{body}/charter/new", pages::versions::lay)
        .get("/bodies/{body}/charter/models", pages::models::choose_model)
        .get("/bodies/{body}/charter/models/{model}", pages::models::model)
        .post("/bodies/{body}/charter/models/{model}", pages::models::fill)
        .get("/bodies/{body}/charter/draft", pages::draft::show)
        .post("/bodies/{body}/charter/draft", pages::draft::begin)
        .get("/bodies/{body}/charter/draft/text", pages::whole::show)
        .post("/bodies/{body}/charter/draft/text", pages::whole::save)
        .get("/bodies/{body}/charter/draft/clauses/new", pages::clause::adding)
        .post("/bodies/{body}/charter/draft/clauses/new", pages::clause::add)
        .get("/bodies/{body}/charter/draft/clauses/{place}", pages::clause::show)
        .post("/bodies/{body}/charter/draft/clauses/{place}", pages::clause::save)
        .get("/bodies/{body}/charter/draft/clauses/{place}/remove", pages::clause::removing)
        .post("/bodies/{body}/charter/draft/clauses/{place}/remove", pages::clause::remove)
        .get("/bodies/{body}/charter/draft/forms", pages::families::choose)
        .get("/bodies/{body}/charter/draft/forms/{family}", pages::families::show)
        .post("/bodies/{body}/charter/draft/forms/{family}", pages::families::write)
        .get("/bodies/{body}/charter/draft/compare", pages::beside::of_draft)
        .get("/bodies/{body}/charter/draft/meant", pages::meant::of_draft)
        .get("/bodies/{body}/charter/draft/aside", pages::draft::leaving)
        .post("/bodies/{body}/charter/draft/aside", pages::draft::set_aside)
        .get("/bodies/{body}/charter/draft/changes", pages::draft::changes)
        .post("/bodies/{body}/charter/draft/changes", pages::draft::write_changes)
        .get("/bodies/{body}/charter/versions/{number}/adopt", pages::versions::adoption)
        .post("/bodies/{body}/charter/versions/{number}/adopt", pages::versions::adopt)
        .get("/bodies/{body}/charter/versions/{number}/end", pages::versions::ending)
        .post("/bodies/{body}/charter/versions/{number}/end", pages::versions::end)
}
