//! Minutes: made from what happened, cleared by the chair, sent to the members, approved by the next meeting, and then closed.
//! The officer edits prose only. What is found wrong later is a correction that keeps the earlier words.

pub mod acts;
mod facts;
mod key_messages;
mod letters;
pub mod model;
pub mod pages;
pub mod public;
pub mod rights;
pub mod rules;
pub mod store;

use access::Routes;

/// The pages of this slice.
pub fn routes() -> Routes {
    Routes::new()
        .get("/meetings/{meeting}/minutes", pages::minutes)
        .post("/meetings/{meeting}/minutes/introduction", pages::introduce)
        .post("/meetings/{meeting}/minutes/ask-clearance", pages::ask_clearance)
        .post("/meetings/{meeting}/minutes/clear", pages::clear)
        .post("/meetings/{meeting}/minutes/circulate", pages::circulate)
        .post("/meetings/{meeting}/minutes/reopen", pages::reopen)
        .post("/meetings/{meeting}/minutes/approve", pages::approve)
        .post("/meetings/{meeting}/minutes/reply", pages::reply)
        .get("/meetings/{meeting}/minutes/versions", pages::versions)
        .get("/meetings/{meeting}/key-messages", pages::key_messages)
        .post("/meetings/{meeting}/key-messages", pages::keep_key_messages)
        .get("/minutes-clearance/{token}", pages::ask_clearance_by_link)
        .post("/minutes-clearance/{token}", pages::clear_by_link)
        .get("/minutes-reply/{token}", pages::ask_reply)
        .post("/minutes-reply/{token}", pages::reply_by_link)
        .get("/bodies/{body}/corrections", pages::corrections)
        .post("/bodies/{body}/corrections", pages::correct)
}
