//! Letters: written in the transaction of the act that causes them, sent afterwards, each part of it on record.
//!
//! A stored letter holds no link that works: where a signed link belongs stands a placeholder, which only the sender fills
//! in as the letter leaves. What ends up in a header (addresses, names, subjects) may hold no line break. What cannot wait goes at
//! once; of the rest each reader chooses when it comes, gathered into one, or not at all.

mod acts;
pub mod calendar;
mod forecast;
pub mod inbox;
mod jobs;
mod model;
mod pages;
pub mod rights;
mod rules;
mod store;
mod transport;

use access::{Act, Routes};
pub use acts::{choose_letters, queue_letter, queue_letters, send_again, stop_letter};
pub use forecast::{Coming, Forecast};
pub use model::{Addressee, Class, Content, Letter, LetterLine, LetterState, Pace};
pub use pages::letter::letter_templates;
pub use rules::{header_findings, is_address};
pub use store::{addresses_of, addresses_of_body, letters_of_record};

use pages::{choice, folder, outbox};
use rights::{ChooseLetters, StopDutiesMail};

/// The outbox of a body, for those who may do `A` to it (the secretariat), with what `F` says is coming; what each reader wants of
/// letters; and in a demonstration the folder of its mails.
pub fn routes<A: Act<Id = kernel::BodyId>, F: Forecast>() -> Routes {
    Routes::new()
        .get("/bodies/{body}/letters", outbox::outbox::<A, F>)
        .get("/bodies/{body}/letters/{letter}", outbox::read::<A>)
        .post("/bodies/{body}/letters/{letter}/stop", outbox::stop::<A, F>)
        .post("/bodies/{body}/letters/{letter}/send", outbox::send::<A, F>)
        .get("/people/{person}/letters", choice::ask)
        .post("/people/{person}/letters", choice::choose)
        .get("/letters/{token}", choice::ask_by_link::<ChooseLetters>)
        .post("/letters/{token}", choice::choose_by_link::<ChooseLetters>)
        .get("/duties-mail/{token}", choice::ask_by_link::<StopDutiesMail>)
        .post("/duties-mail/{token}", choice::choose_by_link::<StopDutiesMail>)
        .get("/demo/mail", folder::folder)
        .get("/demo/mail/{letter}", folder::opened)
}
