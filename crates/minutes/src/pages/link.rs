//! Clearing and answering minutes from the letter, with no account. The link shows, exempt items by their public title only;
//! the button acts.

use access::{ByLink, House, Problem, Visible};
use axum::extract::State;
use axum::response::Response;
use kernel::{MeetingId, PersonId};
use serde::Serialize;
use web::{Form, FormView, Frame, words};

use crate::model::{Content, Minutes};
use crate::pages::minutes::{Nothing, ReplyFields};
use crate::pages::sample_content;
use crate::rights::{ClearMinutes, ReplyOnMinutes};
use crate::{acts, rules, store};

#[derive(Debug, Serialize)]
struct LinkPage {
    act: String,
    acts_for: String,
    /// `clear` or `reply`.
    asks: &'static str,
    done: Option<String>,
    content: Content,
    charter: String,
    form: FormView,
}

struct Asked {
    meeting: MeetingId,
    person: Option<PersonId>,
    act: String,
    asks: &'static str,
    done: Option<String>,
}

/// The page, with everything exempt left out: whoever holds the letter is not thereby known.
async fn show(house: &House, asked: Asked, form: FormView) -> Result<(Frame, LinkPage, Minutes), Problem> {
    let mut read = house.read().await?;
    let desk = store::desk(&mut read, asked.meeting).await?;
    let mut content = match (&desk.minutes, store::latest(&mut read, asked.meeting).await?) {
        (Minutes::Draft(_), _) | (_, None) => store::generate(&mut read, asked.meeting, &desk).await?,
        (_, Some(kept)) => kept.content,
    };
    content.items = content.items.into_iter().map(rules::public_item).collect();
    let acts_for = match asked.person {
        Some(person) => store::name_of(&mut read, person).await?,
        None => String::new(),
    };
    let frame = Frame::titled(words("minutes-title", &[("day", &desk.day.to_string())])).caption(&desk.body_name).noindex();
    let charter = format!("/bodies/{}/charter", desk.body_slug);
    let page = LinkPage { act: asked.act, acts_for, asks: asked.asks, done: asked.done, content, charter, form };
    Ok((frame, page, desk.minutes))
}

fn clearing(pass: &ByLink<ClearMinutes>, done: Option<String>) -> Asked {
    Asked { meeting: *pass.id(), person: pass.person(), act: format!("/minutes-clearance/{}", pass.token()), asks: "clear", done }
}

fn replying(pass: &ByLink<ReplyOnMinutes>, done: Option<String>) -> Asked {
    Asked { meeting: *pass.id(), person: pass.person(), act: format!("/minutes-reply/{}", pass.token()), asks: "reply", done }
}

/// `GET /minutes-clearance/{token}`
pub async fn ask_clearance_by_link(pass: ByLink<ClearMinutes>, State(house): State<House>) -> Result<Response, Problem> {
    let (frame, mut page, minutes) = show(&house, clearing(&pass, None), FormView::new(&house)).await?;
    page.done = (!matches!(minutes, Minutes::Draft(_))).then(|| words("minutes-link-cleared", &[]));
    page.content = Visible::under(&pass, page.content).into_inner();
    Ok(web::page(pass.who(), frame, &page))
}

/// `POST /minutes-clearance/{token}`
pub async fn clear_by_link(pass: ByLink<ClearMinutes>, State(house): State<House>, form: Form<Nothing>) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    match form.outcome(acts::clear(&house, &pass).await)? {
        Ok(()) => {
            let (frame, page, _) = show(&house, clearing(&pass, Some(words("minutes-link-cleared", &[]))), FormView::new(&house)).await?;
            Ok(web::page(pass.who(), frame, &page))
        }
        Err(view) => {
            let (frame, page, _) = show(&house, clearing(&pass, None), view).await?;
            Ok(web::again(pass.who(), frame, &page))
        }
    }
}

/// `GET /minutes-reply/{token}`
pub async fn ask_reply(pass: ByLink<ReplyOnMinutes>, State(house): State<House>) -> Result<Response, Problem> {
    let (frame, mut page, minutes) = show(&house, replying(&pass, None), FormView::new(&house)).await?;
    page.done = (!matches!(minutes, Minutes::Circulated(_))).then(|| words("minutes-link-over", &[]));
    page.content = Visible::under(&pass, page.content).into_inner();
    Ok(web::page(pass.who(), frame, &page))
}

/// `POST /minutes-reply/{token}`
pub async fn reply_by_link(pass: ByLink<ReplyOnMinutes>, State(house): State<House>, form: Form<ReplyFields>) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let agreed = form.value.agreed == "yes";
    match form.outcome(acts::reply(&house, &pass, agreed, &form.value.words).await)? {
        Ok(()) => {
            let said = words(if agreed { "minutes-link-agreed" } else { "minutes-link-proposed" }, &[]);
            let (frame, page, _) = show(&house, replying(&pass, Some(said)), FormView::new(&house)).await?;
            Ok(web::page(pass.who(), frame, &page))
        }
        Err(view) => {
            let (frame, page, _) = show(&house, replying(&pass, None), view).await?;
            Ok(web::again(pass.who(), frame, &page))
        }
    }
}

impl web::Page for LinkPage {
    const TEMPLATE: &'static str = "minutes/link.html";
    fn sample() -> Self {
        Self {
            act: "/minutes-reply/x".into(),
            acts_for: "Ada Lovelace".into(),
            asks: "reply",
            done: None,
            content: sample_content(),
            charter: "/bodies/x/charter".into(),
            form: FormView::default(),
        }
    }
}
web::page!(LinkPage);
