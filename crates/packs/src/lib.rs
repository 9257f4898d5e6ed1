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
mod edited;
mod model;
mod numbers;
mod packing;
mod pages;
mod public;
mod reading;
mod rights;
mod rules;
mod store;

use access::Routes;
use pages::{Pdf, Word};

/// The pages of this slice.
pub fn routes() -> Routes {
    Routes::new()
        .get("/meetings/{meeting}/agenda.pdf", pages::documents::agenda::<Pdf>)
        .get("/meetings/{meeting}/agenda.docx", pages::documents::agenda::<Word>)
        .get("/meetings/{meeting}/minutes.pdf", pages::documents::minutes::<Pdf>)
        .get("/meetings/{meeting}/minutes.docx", pages::documents::minutes::<Word>)
        .get("/meetings/{meeting}/decisions.pdf", pages::documents::decisions::<Pdf>)
        .get("/meetings/{meeting}/decisions.docx", pages::documents::decisions::<Word>)
        .get("/meetings/{meeting}/actions.pdf", pages::documents::actions::<Pdf>)
        .get("/meetings/{meeting}/actions.docx", pages::documents::actions::<Word>)
        .get("/meetings/{meeting}/pack", pages::pack::page)
        .get("/meetings/{meeting}/pack.pdf", pages::pack::whole)
        .get("/meetings/{meeting}/pack/draft.pdf", pages::pack::draft)
        .get("/meetings/{meeting}/pack/{number}/pack.pdf", pages::pack::version)
        .get("/meetings/{meeting}/pack/{number}/supplement.pdf", pages::pack::supplement)
        .get("/meetings/{meeting}/name-plates.pdf", pages::table::plates)
        .get("/meetings/{meeting}/sign-in-sheet.pdf", pages::table::sign_in)
        .get("/meetings/{meeting}/public/pack", pages::pack::public_page)
        .get("/meetings/{meeting}/public/pack.pdf", pages::pack::public_whole)
        .get("/meetings/{meeting}/public/pack/{number}/supplement.pdf", pages::pack::public_supplement)
        .get("/meetings/{meeting}/public/agenda.pdf", pages::editions::agenda::<Pdf>)
        .get("/meetings/{meeting}/public/agenda.docx", pages::editions::agenda::<Word>)
        .get("/meetings/{meeting}/public/minutes.pdf", pages::editions::minutes::<Pdf>)
        .get("/meetings/{meeting}/public/minutes.docx", pages::editions::minutes::<Word>)
        .get("/meetings/{meeting}/public/decisions.pdf", pages::editions::decisions::<Pdf>)
        .get("/meetings/{meeting}/public/decisions.docx", pages::editions::decisions::<Word>)
        .get("/meetings/{meeting}/minutes/edited", pages::edited::ask)
        .post("/meetings/{meeting}/minutes/edited", pages::edited::compare)
        .post("/meetings/{meeting}/minutes/edited/take", pages::edited::take)
        .get("/meetings/{meeting}/read", pages::read::whole)
        .post("/meetings/{meeting}/read/notes", pages::read::note)
        .post("/meetings/{meeting}/read/place", pages::read::place)
        .get("/meetings/{meeting}/public/read", pages::read::edition)
        .get("/bodies/{body}/papers/write", pages::write::blank)
        .post("/bodies/{body}/papers/write", pages::write::lodge)
        .get("/papers/{paper}/write", pages::write::filled)
        .post("/papers/{paper}/write", pages::write::save)
        .get("/bodies/{body}/actions.pdf", pages::documents::open_actions::<Pdf>)
        .get("/bodies/{body}/actions.docx", pages::documents::open_actions::<Word>)
        .get("/bodies/{body}/charter.pdf", pages::documents::terms::<Pdf>)
        .get("/bodies/{body}/charter.docx", pages::documents::terms::<Word>)
        .get("/bodies/{body}/charter/versions/{number}/terms.pdf", pages::documents::terms_of_version::<Pdf>)
        .get("/bodies/{body}/charter/versions/{number}/terms.docx", pages::documents::terms_of_version::<Word>)
}
