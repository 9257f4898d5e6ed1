//! The table of contents: every page and act of the program, each slice's in its own list.

use access::Routes;

/// Every route, each with its pass.
pub fn all() -> Routes {
    let ground = Routes::new().and(web::routes()).and(accounts::routes()).and(mail::routes::<bodies::rights::ManageBody, compliance::Chasers>());
    ground
        .and(people::routes())
        .and(bodies::routes())
        .and(terms::routes())
        .and(matters::routes())
        .and(interests::routes())
        .and(actions::routes())
        .and(decisions::routes())
        .and(meetings::routes())
        .and(minutes::routes())
        .and(compliance::routes())
        .and(packs::routes())
        .and(publishing::routes())
        .and(desk::routes())
}
