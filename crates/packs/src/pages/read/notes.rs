//! What a reader keeps for themselves: marks, notes, and where they are.

use access::{House, May, Problem};
use axum::extract::State;
use axum::response::Response;
use kernel::{Error, Findings};
use meetings::rights::ReadMeeting;
use serde::Deserialize;
use uuid::Uuid;
use web::Form;

use super::shown;
use crate::reading::Note;
use crate::rights::KeepNotes;
use crate::store;

/// The longest note, in characters.
const LONGEST: usize = 10_000;

/// What is typed for a note.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct NoteFields {
    /// Part and anchor, joined by a full stop.
    to: String,
    excerpt: String,
    words: String,
    /// The note that is changed or taken away.
    id: String,
    then: String,
}

/// `POST /meetings/{meeting}/read/notes`
pub(crate) async fn note(
    pass: May<KeepNotes>,
    reader: May<ReadMeeting>,
    State(house): State<House>,
    form: Form<NoteFields>,
) -> std::result::Result<Response, Problem> {
    let (person, meeting) = (pass.who().person().ok_or(Error::NotFound)?, *pass.id());
    let typed = &form.value;
    let (part, anchor) = typed.to.split_once('.').unwrap_or((&typed.to, ""));
    let known: Option<Uuid> = typed.id.parse().ok();
    if typed.then == "remove" {
        if let Some(id) = known {
            store::drop_note(&house, person, meeting, id).await?;
        }
        return Ok(back(&house, meeting, part, anchor));
    }
    let mut findings = Findings::none();
    let said = web::note(&mut findings, web::parse_text_if_any("words", &typed.words, LONGEST)).flatten().unwrap_or_default();
    let excerpt = web::note(&mut findings, web::parse_line_if_any("words", &typed.excerpt, LONGEST)).flatten().unwrap_or_default();
    let fits = |text: &str| text.len() <= 80 && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    findings.push_if(!(fits(part) && fits(anchor) && part.contains('-')), || kernel::Finding::refuse("read-note-nowhere"));
    if findings.refuses() {
        if web::wants_json() {
            return Err(Error::Refused(findings).into());
        }
        return shown(&reader, &house, &typed.to, form.refused(findings)).await;
    }
    let now = house.now();
    let note = Note {
        // The form's key: sent twice it is one note.
        id: known.unwrap_or(form.key),
        part: part.to_owned(),
        anchor: anchor.to_owned(),
        excerpt,
        words: said,
        at: now,
    };
    store::keep_note(&house, person, meeting, &note).await?;
    Ok(back(&house, meeting, part, anchor))
}

fn back(house: &House, meeting: kernel::MeetingId, part: &str, anchor: &str) -> Response {
    let at = if anchor.is_empty() { part.to_owned() } else { format!("{part}.{anchor}") };
    web::saved(0, &web::spelling::clock(house.now(), &kernel::Zone::london()), format!("/meetings/{meeting}/read#{at}"))
}

/// Where the reader is.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct PlaceFields {
    place: String,
}

/// `POST /meetings/{meeting}/read/place`
pub(crate) async fn place(pass: May<KeepNotes>, State(house): State<House>, form: Form<PlaceFields>) -> std::result::Result<Response, Problem> {
    let person = pass.who().person().ok_or(Error::NotFound)?;
    let place = form.value.place.as_str();
    if place.is_empty() || place.len() > 120 || !place.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '.')) {
        return Err(Error::refuse(kernel::Finding::refuse("read-note-nowhere")).into());
    }
    store::keep_place(&house, person, *pass.id(), place).await?;
    Ok(web::go(format!("/meetings/{}/read#{place}", pass.id())))
}
