//! The record as files that people print, keep and carry: agendas, minutes, decision notices, lists and terms of reference.
//!
//! Each comes in the edition its reader may have: whole for whoever reads as a member, and for everybody else what the body
//! has opened, with exempt matter by its public title and its ground. What a file says is what the page says.
//!
//! A pack is an agenda with its papers behind their items, as one file with bookmarks and one run of page numbers. The numbers are frozen
//! when the agenda goes out, and are the same in both editions, on the agenda, on the pages of the meeting and in its minutes; a page keeps
//! its number for good, and what comes later is a numbered supplement.

mod agendas;
mod bind;
mod compose;
mod model;
mod numbers;
mod packing;
mod pages;
mod public;
mod rights;
mod rules;
mod store;

use access::Routes;

/// The pages of this slice.
pub fn routes() -> Routes {
    Routes::new()
        .get("/meetings/{meeting}/agenda.pdf", pages::documents::agenda)
        .get("/meetings/{meeting}/minutes.pdf", pages::documents::minutes)
        .get("/meetings/{meeting}/decisions.pdf", pages::documents::decisions)
        .get("/meetings/{meeting}/actions.pdf", pages::documents::actions)
        .get("/meetings/{meeting}/pack", pages::pack::page)
        .get("/meetings/{meeting}/pack.pdf", pages::pack::whole)
        .get("/meetings/{meeting}/pack/draft.pdf", pages::pack::draft)
        .get("/meetings/{meeting}/pack/{number}/pack.pdf", pages::pack::version)
        .get("/meetings/{meeting}/pack/{number}/supplement.pdf", pages::pack::supplement)
        .get("/meetings/{meeting}/public/pack", pages::pack::public_page)
        .get("/meetings/{meeting}/public/pack.pdf", pages::pack::public_whole)
        .get("/meetings/{meeting}/public/pack/{number}/supplement.pdf", pages::pack::public_supplement)
        .get("/meetings/{meeting}/public/agenda.pdf", pages::editions::agenda)
        .get("/meetings/{meeting}/public/minutes.pdf", pages::editions::minutes)
        .get("/meetings/{meeting}/public/decisions.pdf", pages::editions::decisions)
        .get("/bodies/{body}/actions.pdf", pages::documents::open_actions)
        .get("/bodies/{body}/charter.pdf", pages::documents::terms)
        .get("/bodies/{body}/charter/versions/{number}/terms.pdf", pages::documents::terms_of_version)
}
