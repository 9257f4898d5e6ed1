//! The pages of a meeting.

mod agenda;
mod answer;
mod arising;
mod arrange;
mod calendar;
mod diary;
mod from_letter;
mod prepare;
mod propose;
mod reader;
mod room;
mod ruling;
mod sample;
mod send;
mod substitute;

use access::Routes;
use web::{Brand, Frame};

use crate::model::Meeting;
use crate::store::BodyHead;

/// The addresses of this slice.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/bodies/{body}/meetings", diary::diary)
        .get("/bodies/{body}/meetings/plan", diary::plan_form)
        .post("/bodies/{body}/meetings/plan", diary::plan)
        .get("/meetings/{meeting}", reader::show)
        .get("/meetings/{meeting}/prepare", prepare::show)
        .get("/meetings/{meeting}/arrange", arrange::form)
        .post("/meetings/{meeting}/arrange", arrange::arrange)
        .get("/meetings/{meeting}/cancel", arrange::cancel_form)
        .post("/meetings/{meeting}/cancel", arrange::cancel)
        .get("/meetings/{meeting}/items/add", agenda::add_form)
        .post("/meetings/{meeting}/items/add", agenda::add)
        .get("/meetings/{meeting}/items/ask", agenda::ask_form)
        .post("/meetings/{meeting}/items/ask", agenda::ask)
        .get("/meetings/{meeting}/items/{item}/change", agenda::change_form)
        .post("/meetings/{meeting}/items/{item}/change", agenda::change)
        .get("/meetings/{meeting}/items/{item}/return", agenda::return_form)
        .post("/meetings/{meeting}/items/{item}/return", agenda::give_back)
        .post("/meetings/{meeting}/items/{item}/accept", agenda::accept)
        .post("/meetings/{meeting}/items/{item}/move", agenda::reorder)
        .post("/meetings/{meeting}/items/{item}/withdraw", agenda::withdraw)
        .get("/meetings/{meeting}/rulings/{ruling}", ruling::form)
        .post("/meetings/{meeting}/rulings/{ruling}", ruling::rule)
        .get("/meetings/{meeting}/substitutes/{invitation}", substitute::form)
        .post("/meetings/{meeting}/substitutes/{invitation}", substitute::recognise)
        .get("/meetings/{meeting}/send", send::confirm)
        .post("/meetings/{meeting}/send", send::send)
        .get("/answer/{token}", answer::by_link)
        .post("/answer/{token}", answer::answer_by_link)
        .get("/invitations/{invitation}", answer::signed_in)
        .post("/invitations/{invitation}", answer::answer_signed_in)
        .get("/ask-item/{token}", from_letter::ask_form)
        .post("/ask-item/{token}", from_letter::ask)
        .get("/sub-group-report/{token}", from_letter::report_form)
        .post("/sub-group-report/{token}", from_letter::report)
        .get("/people/{person}/calendar", calendar::show)
        .post("/people/{person}/calendar", calendar::make)
        .post("/people/{person}/calendar/end", calendar::end)
        .get("/meetings-feed/{token}", calendar::feed)
        .get("/bodies/{body}/charter/draft/propose", propose::of_draft)
        .post("/bodies/{body}/charter/draft/propose", propose::draft)
        .get("/bodies/{body}/charter/versions/{number}/propose", propose::of_version)
        .post("/bodies/{body}/charter/versions/{number}/propose", propose::version)
        .get("/bodies/{body}/charter/versions/{number}/take-back", propose::taking_back)
        .post("/bodies/{body}/charter/versions/{number}/take-back", propose::take_back)
        .and(room::routes())
}

/// The frame of a page about a meeting.
fn frame(meeting: &Meeting, title: impl Into<String>) -> Frame {
    Frame::titled(title)
        .caption(format!("{}, {}", meeting.body_name, web::spelling::day(meeting.day)))
        .of(brand(&meeting.partnership_name, &meeting.partnership_slug))
        .under(&meeting.partnership_name, format!("/partnerships/{}", meeting.partnership_slug))
        .under(&meeting.body_name, format!("/bodies/{}", meeting.body_slug))
        .under(web::words("diary-title", &[]), format!("/bodies/{}/meetings", meeting.body_slug))
}

/// The frame of a page beneath a meeting's own.
fn beneath(meeting: &Meeting, title: impl Into<String>) -> Frame {
    frame(meeting, title).under(web::spelling::day(meeting.day), format!("/meetings/{}", meeting.id))
}

fn frame_of_body(body: &BodyHead, title: impl Into<String>) -> Frame {
    Frame::titled(title)
        .caption(&body.name)
        .of(brand(&body.partnership_name, &body.partnership_slug))
        .under(&body.partnership_name, format!("/partnerships/{}", body.partnership_slug))
        .under(&body.name, format!("/bodies/{}", body.slug))
}

fn brand(name: &str, slug: &str) -> Brand {
    Brand { name: name.to_owned(), href: format!("/partnerships/{slug}"), theme: None }
}

/// The address at which a body's clauses can be read.
fn charter_of(slug: &str) -> String {
    format!("/bodies/{slug}/charter")
}
