//! The record as files that people print, keep and carry: agendas, minutes, decision notices, lists and terms of reference.
//!
//! Each comes in the edition its reader may have: whole for whoever reads as a member, and for everybody else what the body
//! has opened, with exempt matter by its public title and its ground. What a file says is what the page says.

mod compose;
mod pages;
mod public;
mod rights;
mod store;

use access::Routes;

/// The pages of this slice.
pub fn routes() -> Routes {
    Routes::new()
        .get("/meetings/{meeting}/agenda.pdf", pages::documents::agenda)
        .get("/meetings/{meeting}/minutes.pdf", pages::documents::minutes)
        .get("/meetings/{meeting}/decisions.pdf", pages::documents::decisions)
        .get("/meetings/{meeting}/actions.pdf", pages::documents::actions)
        .get("/meetings/{meeting}/public/agenda.pdf", pages::editions::agenda)
        .get("/meetings/{meeting}/public/minutes.pdf", pages::editions::minutes)
        .get("/meetings/{meeting}/public/decisions.pdf", pages::editions::decisions)
        .get("/bodies/{body}/actions.pdf", pages::documents::open_actions)
        .get("/bodies/{body}/charter.pdf", pages::documents::terms)
        .get("/bodies/{body}/charter/versions/{number}/terms.pdf", pages::documents::terms_of_version)
}
