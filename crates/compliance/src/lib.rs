//! How a body stands to its own terms: the charter judges the record, and says by clause what is so, what is not, and what
//! nobody can tell.

mod model;
mod pages;
mod public;
mod rights;

pub use model::{ClauseStanding, Evidence, Judged, Noted, Standing, noted, of_membership};

use access::Routes;

/// The pages of this slice.
pub fn routes() -> Routes {
    Routes::new().get("/bodies/{body}/standing", pages::standing)
}
