//! People and organisations, each recorded once, whatever capacities they act in and however often they are renamed.
//!
//! A person's seats and offices belong to `bodies`; whether they can sign in belongs to `accounts`.

pub mod acts;
pub mod choose;
pub mod model;
mod pages;
pub mod rights;
pub mod rules;
pub mod store;

use access::Routes;

/// The pages that keep people and organisations, for their secretariat.
pub fn routes() -> Routes {
    Routes::new()
        .get("/people/{person}/keep", pages::person)
        .post("/people/{person}/keep/name", pages::rename)
        .post("/people/{person}/keep/paper", pages::ask_for_paper)
        .post("/people/{person}/keep/addresses", pages::add_address)
        .post("/people/{person}/keep/addresses/{address}/forget", pages::forget_address)
        .post("/people/{person}/keep/assistants", pages::name_assistant)
        .post("/people/{person}/keep/assistants/{assistant}/end", pages::end_assistant)
        .get("/people/{person}/merge", pages::merging)
        .post("/people/{person}/merge", pages::merge)
        .post("/people/{person}/merges/{merge}/undo", pages::separate)
        .get("/organisations/{organisation}/keep", pages::organisation)
        .post("/organisations/{organisation}/keep", pages::succeed)
        .post("/organisations/{organisation}/keep/name", pages::describe)
}
