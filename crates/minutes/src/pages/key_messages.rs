//! The note of key messages: read, changed and sent by the secretariat.

use access::{House, May, Problem};
use axum::extract::State;
use axum::response::Response;
use kernel::{Finding, Findings, Instant, MeetingId};
use serde::{Deserialize, Serialize};
use web::{Form, FormView, Frame, words};

use crate::key_messages::{self, LONGEST, Note};
use crate::rights::KeepMinutes;
use crate::store;

#[derive(Debug, Serialize)]
struct NotePage {
    meeting: MeetingId,
    words: String,
    over: bool,
    sent_at: Option<Instant>,
    sent_to: Option<i64>,
    /// How many letters it would go out in.
    readers: usize,
    form: FormView,
}

impl web::Page for NotePage {
    const TEMPLATE: &'static str = "minutes/key-messages.html";
    fn sample() -> Self {
        Self {
            meeting: uuid::Uuid::nil().into(),
            words: "Decided\n- To open the refuge in May".to_owned(),
            over: true,
            sent_at: Some(Instant::from_seconds(1_800_000_000)),
            sent_to: Some(38),
            readers: 38,
            form: FormView::default(),
        }
    }
}
web::page!(NotePage);

async fn page_of(house: &House, pass: &May<KeepMinutes>, refused: Option<FormView>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let meeting = *pass.id();
    let desk = store::desk(&mut read, meeting).await?;
    let Note { words: text, sent_at, sent_to, version } = key_messages::of_meeting(&mut read, meeting, &desk).await?;
    let readers = mail::addresses_of_body(&mut read, desk.minutes.head().body, house.today()).await?.len();
    let again = refused.is_some();
    let form = refused.unwrap_or_else(|| FormView::new(house).at_version(version).with("words", &text));
    let page = NotePage { meeting, words: text, over: desk.over, sent_at, sent_to, readers, form };
    let frame = Frame::titled(words("key-messages-title", &[("day", &desk.day.to_string())]))
        .caption(&desk.body_name)
        .under(&desk.body_name, format!("/bodies/{}", desk.body_slug))
        .under(web::spelling::day(desk.day), format!("/meetings/{meeting}"));
    Ok(if again { web::again(pass.who(), frame, &page) } else { web::page(pass.who(), frame, &page) })
}

/// `GET /meetings/{meeting}/key-messages`
pub async fn key_messages(pass: May<KeepMinutes>, State(house): State<House>) -> Result<Response, Problem> {
    page_of(&house, &pass, None).await
}

/// The note as it was changed, and what is wanted of it.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct NoteFields {
    words: String,
    wanted: String,
}

/// `POST /meetings/{meeting}/key-messages`
pub async fn keep_key_messages(pass: May<KeepMinutes>, State(house): State<House>, form: Form<NoteFields>) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let mut findings = Findings::none();
    let text = web::note(&mut findings, web::parse_text("words", &form.value.words, LONGEST));
    let done = match (text, form.value.wanted.as_str()) {
        (Some(text), "keep") => key_messages::write(&house, &pass, form.version, &text).await,
        (Some(text), "send") => key_messages::send(&house, &pass, form.version, &text).await.map(drop),
        (Some(_), _) => Err(kernel::Error::refuse(Finding::refuse("key-messages-unsaid"))),
        (None, _) => Err(kernel::Error::Refused(findings)),
    };
    match form.outcome(done)? {
        Ok(()) => Ok(web::go(format!("/meetings/{}/key-messages", pass.id()))),
        Err(refused) => page_of(&house, &pass, Some(refused)).await,
    }
}
