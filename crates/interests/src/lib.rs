//! Interests: the register of each person, what is declared on an item, what is ruled, and what follows for discussion, room
//! and decision. Interests are personal; only the organisation's follows the seat. Nobody is excluded by employer alone, and
//! nobody is invented to rule where the terms name nobody.

pub mod acts;
mod facts;
pub mod model;
pub mod pages;
pub mod rights;
pub mod rules;
pub mod store;

use access::Routes;

/// The pages of this slice.
pub fn routes() -> Routes {
    Routes::new()
        .get("/meetings/{meeting}/interests", pages::meeting)
        .post("/meetings/{meeting}/items/{item}/interests", pages::declare)
        .post("/meetings/{meeting}/interests/{interest}/rule", pages::rule)
        .post("/meetings/{meeting}/interests/{interest}/withdraw", pages::withdraw)
        .get("/declare/{token}", pages::ask_by_link)
        .post("/declare/{token}", pages::declare_by_link)
        .get("/partnerships/{partnership}/interests", pages::register)
        .post("/partnerships/{partnership}/interests", pages::add)
        .post("/partnerships/{partnership}/interests/{interest}/end", pages::end)
}
