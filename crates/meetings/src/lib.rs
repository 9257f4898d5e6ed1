//! Calling a meeting under the body's charter, answering, and holding it at the table.
//!
//! A meeting is planned, called when its agenda first goes out, opened, closed; or called off. Members, their assistants and
//! the distribution list hear of it; members answer from the letter itself. At the table the page keeps the roll by seat, the
//! notes by item, and the lamp of the quorum. What a meeting decided belongs to `decisions`, what was declared to `interests`,
//! who owes what to `actions`, and its minutes to `minutes`.

pub mod acts;
pub mod consult;
mod ending;
mod facts;
mod letters;
pub mod model;
pub mod pack;
mod pages;
pub mod public;
pub mod rights;
pub mod rules;
pub mod store;

/// The pages of this slice.
pub fn routes() -> access::Routes {
    pages::routes()
}
