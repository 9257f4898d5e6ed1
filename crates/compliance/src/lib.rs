//! How a body stands to its own terms: the charter judges the record, and says by clause what is so, what is not, what nobody can
//! tell, and what is due by when.

pub mod acts;
mod chasers;
pub mod duties;
mod facts;
mod feed;
pub mod jobs;
mod model;
mod nominees;
mod pages;
pub mod proposals;
mod public;
pub mod rights;
mod store;

pub use chasers::Chasers;
pub use model::{AskedRule, ClauseStanding, Evidence, FactKind, Judged, Noted, Quiet, Standing, noted, of_membership};
pub use model::{NewFact, Proposal, Settled};

use access::Routes;

/// The pages of this slice.
pub fn routes() -> Routes {
    use pages::{chasing, duties, nominees, proposals, standing};
    Routes::new()
        .get("/bodies/{body}/standing", standing::standing)
        .get("/bodies/{body}/duties", duties::of_body)
        .get("/bodies/{body}/duties.ics", duties::feed_of_body)
        .get("/partnerships/{partnership}/duties", duties::of_partnership)
        .get("/people/{person}/duties", duties::of_person)
        .post("/people/{person}/duties/feed", duties::make_feed)
        .post("/people/{person}/duties/feed/end", duties::end_feed)
        .get("/proposals/{proposal}", proposals::show)
        .post("/proposals/{proposal}", proposals::answer)
        .get("/duties-feed/{token}", duties::feed_of_person)
        .get("/bodies/{body}/chasers", chasing::kinds)
        .post("/bodies/{body}/chasers", chasing::choose)
        .post("/bodies/{body}/chasers/stop", chasing::stop)
        .get("/partnerships/{partnership}/nominees", nominees::show)
        .post("/partnerships/{partnership}/nominees", nominees::ask)
        .post("/partnerships/{partnership}/nominees/again", nominees::ask_again)
        .post("/partnerships/{partnership}/nominees/settle", nominees::settle)
        .get("/partnerships/{partnership}/nominees/{organisation}", nominees::contact)
        .post("/partnerships/{partnership}/nominees/{organisation}", nominees::name_contact)
        .get("/nominees/{token}", nominees::confirming)
        .post("/nominees/{token}", nominees::confirm)
}
