//! Papers and the matters they are about.
//!
//! A paper goes to an item of a meeting, or to a body without one. Its file may follow, be replaced (the earlier one is kept)
//! and be withdrawn (a dated tombstone stays). A paper that is exempt has a ground from the body's own list. Every byte of a
//! file passes the permission check each time it is asked for. A matter joins its papers across meetings.

pub mod acts;
pub mod grounds;
mod intake;
pub mod length;
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
        .get("/bodies/{body}/papers", pages::list)
        .get("/bodies/{body}/papers/new", pages::blank)
        .post("/bodies/{body}/papers/new", pages::lodge)
        .get("/bodies/{body}/grounds", pages::grounds)
        .post("/bodies/{body}/grounds/list", pages::take_list)
        .post("/bodies/{body}/grounds/add", pages::add_ground)
        .post("/bodies/{body}/grounds/remove", pages::remove_ground)
        .get("/papers/{paper}", pages::paper)
        .get("/papers/{paper}/file", pages::file)
        .get("/papers/{paper}/file/{number}", pages::earlier_file)
        .get("/papers/{paper}/file/{number}/original", pages::original)
        .get("/papers/{paper}/change", pages::filled)
        .post("/papers/{paper}/change", pages::change)
        .post("/papers/{paper}/replace", pages::replace)
        .post("/papers/{paper}/publish", pages::publish)
        .get("/papers/{paper}/withdraw", pages::withdrawal)
        .post("/papers/{paper}/withdraw", pages::withdraw)
        .get("/matters/{matter}", pages::matter)
}
