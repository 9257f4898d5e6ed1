//! The public site: who, when, what and how, for every body, as open as its terms and the partnership's own choice make each
//! class of document. Whoever is signed in with rights of their own sees on the same pages what they may do.

mod pages;
mod public;
mod rights;
mod store;

use access::Routes;

/// The pages of this slice.
pub fn routes() -> Routes {
    Routes::new()
        .get("/", pages::home::home)
        .get("/partnerships/{partnership}", pages::partnership::partnership)
        .get("/bodies/{body}", pages::body::body)
        .get("/bodies/{body}/members", pages::members::members)
        .get("/bodies/{body}/calendar", pages::calendar::calendar)
        .get("/bodies/{body}/calendar.ics", pages::calendar::feed)
        .get("/bodies/{body}/decisions", pages::decisions::decisions)
        .get("/bodies/{body}/feed.atom", pages::machine::feed)
        .get("/meetings/{meeting}/public", pages::meeting::meeting)
        .get("/meetings/{meeting}/minutes/public", pages::minutes::minutes)
        .get("/robots.txt", pages::machine::robots)
        .get("/sitemap.xml", pages::machine::sitemap)
}
