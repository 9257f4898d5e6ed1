//! The signed-in person's own pages, and the hubs that join slices: a person, an organisation, a record's history, the
//! administrator's page.

pub mod model;
mod pages;
pub mod public;
pub mod rights;
pub mod rules;
pub mod store;

use access::Routes;

/// The pages of this slice.
pub fn routes() -> Routes {
    Routes::new()
        .get("/desk", pages::desk::desk)
        .get("/people/{person}", pages::people::person)
        .get("/organisations/{organisation}", pages::people::organisation)
        .get("/bodies/{body}/history", pages::history::of_body)
        .get("/history/{record}", pages::history::of_record)
        .get("/administration", pages::administration::administration)
}
