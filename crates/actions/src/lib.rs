//! Actions: what somebody owes a body after its meeting, by when, and what became of it. They outlive the meeting: what is
//! open comes up at the next one, and what is overdue is visible to its chair.

pub mod acts;
mod jobs;
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
        .get("/partnerships/{partnership}/actions", pages::register)
        .get("/bodies/{body}/actions/new", pages::new)
        .post("/bodies/{body}/actions", pages::record)
        .get("/actions/{action}", pages::read)
        .post("/actions/{action}/report", pages::report)
        .get("/actions/{action}/change", pages::change)
        .post("/actions/{action}/change", pages::changed)
        .post("/actions/{action}/drop", pages::dropped)
        .get("/actions/{action}/answers/{answer}", pages::read_answer)
        .post("/actions/{action}/answers/{answer}", pages::settle_answer)
        .get("/action-report/{token}", pages::ask)
        .post("/action-report/{token}", pages::told)
}
