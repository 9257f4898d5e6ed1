//! Decisions: what is put to a body, how it was decided, and the terms' own explanation of why that carries.

pub mod acts;
mod facts;
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
        .get("/items/{item}/motions/new", pages::ask)
        .post("/items/{item}/motions", pages::put)
        .post("/bodies/{body}/motions", pages::put_between)
        .get("/motions/{motion}", pages::read)
        .post("/motions/{motion}/decide", pages::decide)
        .post("/motions/{motion}/remove", pages::remove)
        .get("/bodies/{body}/decisions/all", pages::register)
}
