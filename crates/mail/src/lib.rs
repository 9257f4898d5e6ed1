//! Letters: written in the transaction of the act that causes them, sent afterwards, each part of it on record.
//!
//! A stored letter holds no link that works: where a signed link belongs stands a placeholder, which only the sender fills
//! in as the letter leaves. What ends up in a header (addresses, names, subjects) may hold no line break.

mod acts;
pub mod calendar;
mod jobs;
mod model;
mod pages;
mod rules;
mod store;
mod transport;

use access::{Act, Routes};
pub use acts::{queue_letter, queue_letters, send_again, stop_letter};
pub use model::{Addressee, Content, Letter, LetterLine, LetterState};
pub use rules::{header_findings, is_address};
pub use store::{addresses_of, addresses_of_body, letters_of_record};

/// The outbox of a body, for those who may do `A` to it (the secretariat), and in a demonstration the folder of its mails.
pub fn routes<A: Act<Id = kernel::BodyId>>() -> Routes {
    Routes::new()
        .get("/bodies/{body}/letters", pages::outbox::<A>)
        .post("/bodies/{body}/letters/{letter}/stop", pages::stop::<A>)
        .post("/bodies/{body}/letters/{letter}/send", pages::send::<A>)
        .get("/demo/mail", pages::folder)
        .get("/demo/mail/{letter}", pages::opened)
}
