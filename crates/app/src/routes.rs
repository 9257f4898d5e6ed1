//! The table of contents: every page and act of the program, each slice's in its own list.

use access::Routes;

/// Every route, each with its pass.
pub fn all() -> Routes {
    Routes::new().and(accounts::routes()).and(mail::routes::<bodies::rights::ManageBody>()).and(terms::routes())
}
