//! Who can sign in, and how: a link by e-mail, or a password.
//!
//! An account says only that a person can sign in, and whether they administer or audit the installation. What else they
//! may do follows from their seats and offices; nobody assigns it here. Whoever has an address on record gets an account by
//! signing in with it, unless two people share that address: an address is not an identity.

pub mod acts;
pub mod model;
mod pages;
mod password;
pub mod rights;
pub mod rules;
pub mod store;

pub use acts::{demo_sign_in_path, open_account, set_up_path};

use access::Routes;

/// Signing in and out, one's own account, and the accounts of the installation.
pub fn routes() -> Routes {
    Routes::new()
        .get("/set-up", pages::set_up::closed)
        .get("/set-up/{token}", pages::set_up::open)
        .post("/set-up/{token}", pages::set_up::set_up)
        .get("/sign-in", pages::sign_in::ask)
        .post("/sign-in", pages::sign_in::send)
        .get("/sign-in/sent", pages::sign_in::sent)
        .get("/sign-in/password", pages::sign_in::ask_password)
        .post("/sign-in/password", pages::sign_in::by_password)
        .get("/sign-in/link/{token}", pages::sign_in::link)
        .post("/sign-in/link/{token}", pages::sign_in::by_link)
        .get("/sign-in/demonstration/{token}", pages::sign_in::demonstration)
        .post("/sign-in/demonstration/{token}", pages::sign_in::by_demonstration)
        .get("/signed-in", pages::sign_in::signed_in)
        .get("/sign-out", pages::sign_in::leave)
        .post("/sign-out", pages::sign_in::sign_out)
        .get("/account", pages::own::account)
        .post("/account/password", pages::own::set_password)
        .post("/account/sessions/{session}/end", pages::own::end_session)
        .post("/account/sessions/end-others", pages::own::end_other_sessions)
        .get("/administration/accounts", pages::administration::accounts)
        .get("/administration/accounts/new", pages::administration::new)
        .post("/administration/accounts/new", pages::administration::open)
        .get("/administration/accounts/{account}", pages::administration::account)
        .post("/administration/accounts/{account}", pages::administration::change)
        .get("/administration/accounts/{account}/close", pages::administration::closing)
        .post("/administration/accounts/{account}/close", pages::administration::close)
        .post("/administration/accounts/{account}/reopen", pages::administration::reopen)
}
