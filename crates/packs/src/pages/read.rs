//! The pack on a page: item by item, each with its papers; for members with their own marks and notes, and for everybody else in
//! its public edition.

use access::{House, May, Problem};
use axum::extract::{Query, State};
use axum::response::Response;
use bodies::model::DocumentClass;
use kernel::{Error, Findings, ItemId, PaperId, PersonId};
use matters::model::{NewPaper, Paper, Recommendation, Written};
use matters::public::PublicPaper;
use meetings::model::MeetingState;
use meetings::rights::ReadMeeting;
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use web::{Form, FormView, words};

use super::framed;

use crate::compose::Imprint;
use crate::compose::report::Report;
use crate::public;
use crate::reading::{Note, Paragraph, paragraphs, placed};
use crate::rights::{KeepNotes, SeeEditions};
use crate::store;

/// The longest note, in characters.
const LONGEST: usize = 10_000;

/// A paper of an item.
#[derive(Debug, Clone, Default, Serialize)]
struct PaperShown {
    part: String,
    title: Option<String>,
    by: Option<String>,
    /// That it follows, was withdrawn, is exempt.
    says: Option<String>,
    href: Option<String>,
    file: Option<String>,
    text: Vec<Paragraph>,
    notes: Vec<Note>,
    left: Vec<Note>,
    writing: bool,
}

/// An item.
#[derive(Debug, Clone, Default, Serialize)]
struct ItemShown {
    part: String,
    number: String,
    title: String,
    about: Vec<String>,
    exempt: bool,
    ground: Option<String>,
    papers: Vec<PaperShown>,
    notes: Vec<Note>,
    writing: bool,
}

#[derive(Debug, Serialize)]
struct ReadPage {
    meeting: kernel::MeetingId,
    here: String,
    items: Vec<ItemShown>,
    /// Papers that stand under no item.
    loose: Vec<PaperShown>,
    /// Where the reader was.
    place: Option<String>,
    /// Whose reading this is; nobody's on the public page.
    reader: Option<PersonId>,
    /// Until when it may be kept where it is read.
    ends: Option<i64>,
    /// Notes to what is no longer on the agenda.
    left: Vec<Note>,
    agenda: String,
    form: FormView,
}

/// Which paragraph a note is being written to, as part and anchor.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    note: String,
}

fn item_part(item: ItemId) -> String {
    format!("item-{item}")
}

fn paper_part(paper: PaperId) -> String {
    format!("paper-{paper}")
}

/// The text of a paper written here, paragraph by paragraph.
fn text_of(title: &str, recommendations: Vec<Recommendation>, written: &Written) -> Vec<Paragraph> {
    let new = NewPaper { recommendations: recommendations.into_iter().map(|line| (line.kind, line.text)).collect(), ..NewPaper::titled(title) };
    let imprint = Imprint { partnership: String::new(), body: String::new(), made_at: kernel::Instant::from_seconds(0) };
    paragraphs(&Report { imprint, goes_to: None, organisation: None, new: &new, written }.document())
}

/// `GET /meetings/{meeting}/read`
pub(crate) async fn whole(
    pass: May<ReadMeeting>,
    State(house): State<House>,
    Query(wanted): Query<Wanted>,
) -> std::result::Result<Response, Problem> {
    let form = FormView::new(&house);
    shown(&pass, &house, &wanted.note, form).await
}

async fn shown(pass: &May<ReadMeeting>, house: &House, wanted: &str, form: FormView) -> std::result::Result<Response, Problem> {
    let person = pass.who().person().ok_or(Error::NotFound)?;
    let mut read = house.read().await?;
    let meeting = meetings::store::meeting(&mut read, *pass.id()).await?;
    let items = meetings::store::items(&mut read, meeting.id).await?;
    let versions = meetings::store::versions(&mut read, meeting.id).await?;
    let held = matches!(meeting.state, MeetingState::Open | MeetingState::Closed);
    let frozen = match versions.first() {
        Some(last) if !held => last.frozen.items.clone(),
        None if !held && pass.capacity() != "secretary" => return Err(Error::NotFound.into()),
        _ => meetings::rules::freeze_numbered(&items),
    };
    let papers = matters::store::papers_of_meeting(&mut read, meeting.id).await?;
    let texts = matters::store::texts_of_meeting(&mut read, meeting.id).await?;
    let asked = matters::store::recommendations_of_meeting(&mut read, meeting.id).await?;
    // Whoever is here for one meeting only opens what is exempt from its own page, which asks again.
    let secrets = !matches!(pass.capacity(), "substitute" | "former-member");
    let mut notes = store::notes(&mut read, person, meeting.id).await?;
    let place = store::place(&mut read, person, meeting.id).await?;
    let mut paper = |paper: &Paper| paper_shown(paper, &texts, &asked, secrets, &mut notes, wanted);
    let papers: Vec<(Option<ItemId>, PaperShown)> = papers.iter().map(|one| (one.item, paper(one))).collect();
    let known: Vec<ItemId> = frozen.iter().map(|item| item.id).collect();
    let items = frozen.into_iter().map(|item| {
        let part = item_part(item.id);
        let purpose = words(&format!("purpose-{}", item.purpose), &[]);
        ItemShown {
            papers: papers.iter().filter(|(of, _)| *of == Some(item.id)).map(|(_, paper)| paper.clone()).collect(),
            notes: taken(&mut notes, &part),
            writing: wanted == part,
            number: item.number,
            title: item.title,
            about: [Some(purpose), item.presenter].into_iter().flatten().collect(),
            exempt: item.exempt,
            ground: item.ground,
            part,
        }
    });
    let items = items.collect();
    let frame = framed(&meeting, "read-title", false);
    let page = ReadPage {
        meeting: meeting.id,
        here: format!("/meetings/{}/read", meeting.id),
        items,
        loose: papers.into_iter().filter(|(of, _)| of.is_none_or(|of| !known.contains(&of))).map(|(_, paper)| paper).collect(),
        place,
        reader: Some(person),
        ends: pass.who().signed.as_ref().map(|signed| signed.ends_at.seconds()),
        left: notes,
        agenda: format!("/meetings/{}/agenda", meeting.id),
        form,
    };
    let refuses = page.form.refuses();
    Ok(if refuses { web::again(pass.who(), frame, &page) } else { web::page(pass.who(), frame, &page) })
}

/// The notes of a part as a whole, taken out of all.
fn taken(notes: &mut Vec<Note>, part: &str) -> Vec<Note> {
    let (of, rest) = std::mem::take(notes).into_iter().partition(|note: &Note| note.part == part);
    *notes = rest;
    of
}

fn paper_shown(
    paper: &Paper,
    texts: &[(PaperId, Written)],
    asked: &[(PaperId, Recommendation)],
    secrets: bool,
    notes: &mut Vec<Note>,
    wanted: &str,
) -> PaperShown {
    let part = paper_part(paper.id);
    let secret = paper.exempt || paper.item_exempt;
    let open = paper.withdrawn_at.is_none() && !paper.to_follow;
    let says = if let Some(at) = paper.withdrawn_at {
        let (day, reason) = (at.day(&kernel::Zone::london()).to_string(), paper.withdrawn_reason.clone().unwrap_or_default());
        Some(words("packs-withdrawn", &[("day", &day), ("reason", &reason)]))
    } else if paper.to_follow {
        Some(words("paper-to-follow", &[]))
    } else {
        secret.then(|| words("exempt", &[]))
    };
    let asked = asked.iter().filter(|(of, _)| *of == paper.id).map(|(_, line)| line.clone()).collect();
    let mut text = if open && (secrets || !secret) { text_of(&paper.title, asked, &store::text_among(texts, paper)) } else { Vec::new() };
    let (whole, within) = taken(notes, &part).into_iter().partition(|note: &Note| note.anchor.is_empty());
    let left = placed(&mut text, within);
    let anchor = wanted.strip_prefix(&part).map(|rest| rest.trim_start_matches('.'));
    for paragraph in &mut text {
        paragraph.writing = !paragraph.heading && anchor == Some(&paragraph.anchor);
    }
    PaperShown {
        title: Some(paper.title.clone()),
        by: paper.author.clone().or_else(|| paper.organisation_name.clone()),
        says,
        href: open.then(|| format!("/papers/{}", paper.id)),
        file: (open && paper.file_number > 0).then(|| format!("/papers/{}/file", paper.id)),
        text,
        notes: whole,
        left,
        writing: anchor == Some(""),
        part,
    }
}

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
        return Ok(back(meeting, part, anchor));
    }
    let mut findings = Findings::none();
    let said = web::note(&mut findings, web::parse_text_if_any("words", &typed.words, LONGEST)).flatten().unwrap_or_default();
    let excerpt = web::note(&mut findings, web::parse_line_if_any("words", &typed.excerpt, LONGEST)).flatten().unwrap_or_default();
    let fits = |text: &str| text.len() <= 80 && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    findings.push_if(!(fits(part) && fits(anchor) && part.contains('-')), || kernel::Finding::refuse("read-note-nowhere"));
    if findings.refuses() {
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
    Ok(back(meeting, part, anchor))
}

fn back(meeting: kernel::MeetingId, part: &str, anchor: &str) -> Response {
    let at = if anchor.is_empty() { part.to_owned() } else { format!("{part}.{anchor}") };
    web::go(format!("/meetings/{meeting}/read#{at}"))
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

/// `GET /meetings/{meeting}/public/read`
pub(crate) async fn edition(pass: May<SeeEditions>, State(house): State<House>) -> std::result::Result<Response, Problem> {
    let mut read = house.read().await?;
    let meeting = meetings::public::edition(&mut read, *pass.id(), public::papers_open(&pass)).await?;
    if meeting.items.is_empty() && meeting.sent_at.is_none() {
        return Err(Error::NotFound.into());
    }
    let papers = matters::public::papers_of_meeting(&mut read, *pass.id()).await?;
    let open = public::opened_texts(&mut read, &pass).await?;
    let sitting = meetings::store::meeting(&mut read, *pass.id()).await?;
    let items = meeting.items.iter().map(|item| ItemShown {
        part: item_part(item.id),
        number: item.number.clone(),
        title: item.title.clone().unwrap_or_else(|| words("item-exempt", &[])),
        about: [item.purpose.map(|purpose| words(&format!("purpose-{purpose}"), &[])), item.presenter.clone()].into_iter().flatten().collect(),
        exempt: item.exempt,
        ground: item.ground.clone(),
        papers: papers.iter().filter(|(of, _)| *of == Some(item.id)).map(|(_, paper)| public_paper(paper, &open)).collect(),
        ..ItemShown::default()
    });
    let items: Vec<ItemShown> = items.collect();
    let page = ReadPage {
        meeting: *pass.id(),
        here: format!("/meetings/{}/public/read", pass.id()),
        loose: papers
            .iter()
            .filter(|(of, _)| of.is_none_or(|of| !meeting.items.iter().any(|item| item.id == of)))
            .map(|(_, paper)| public_paper(paper, &open))
            .collect(),
        items,
        place: None,
        reader: None,
        ends: None,
        left: Vec::new(),
        agenda: format!("/meetings/{}/public/agenda", pass.id()),
        form: FormView::default(),
    };
    let page = public::opened(&pass, DocumentClass::Agenda, page).ok_or(Error::NotFound)?.into_inner();
    Ok(web::page(pass.who(), framed(&sitting, "read-title", true), &page))
}

fn public_paper(paper: &PublicPaper, texts: &[public::OpenText]) -> PaperShown {
    let says = |title: Option<&String>, says: String| PaperShown { title: title.cloned(), says: Some(says), ..PaperShown::default() };
    match paper {
        PublicPaper::Open(open) => PaperShown {
            part: paper_part(open.id),
            title: Some(open.title.clone()),
            by: open.author.clone().or_else(|| open.organisation.clone()),
            href: Some(format!("/papers/{}", open.id)),
            file: open.has_file.then(|| format!("/papers/{}/file", open.id)),
            text: texts
                .iter()
                .find(|(of, _)| *of == open.id)
                .map(|(_, text)| text_of(&open.title, text.get().0.clone(), &text.get().1))
                .unwrap_or_default(),
            ..PaperShown::default()
        },
        PublicPaper::ToFollow { title } => says(Some(title), words("paper-to-follow", &[])),
        PublicPaper::Withdrawn { title, on, reason, .. } => {
            says(Some(title), words("packs-withdrawn", &[("day", &on.to_string()), ("reason", reason.as_deref().unwrap_or_default())]))
        }
        PublicPaper::Exempt { title, ground, .. } => says(
            title.as_ref(),
            match ground {
                Some((code, basis, covers)) => words("packs-exempt-because", &[("ground", &format!("{code}, {covers} ({basis})"))]),
                None => words("exempt", &[]),
            },
        ),
        PublicPaper::Kept { title } => says(Some(title), words("packs-kept", &[])),
    }
}

impl web::Page for ReadPage {
    const TEMPLATE: &'static str = "packs/read.html";
    fn sample() -> Self {
        let note = || Note {
            id: Uuid::nil(),
            part: "paper-1".into(),
            anchor: "p1".into(),
            excerpt: "The first bid".into(),
            words: "Ask why.".into(),
            at: kernel::Instant::from_seconds(1_799_000_000),
        };
        let written = Written { text: "# Bids\n\nThe first bid.".into(), ..Written::default() };
        let mut text = text_of("Bids", Vec::new(), &written);
        if let Some(paragraph) = text.last_mut() {
            (paragraph.notes, paragraph.writing) = (vec![note(), Note { words: String::new(), ..note() }], true);
        }
        let paper = PaperShown {
            part: "paper-1".into(),
            title: Some("Bids".into()),
            by: Some("Ada".into()),
            says: Some("Exempt".into()),
            href: Some("/papers/1".into()),
            file: Some("/papers/1/file".into()),
            text,
            notes: vec![note()],
            left: vec![note()],
            writing: false,
        };
        let item = ItemShown {
            part: "item-1".into(),
            number: "1".into(),
            title: "Bids".into(),
            about: vec!["For decision".into()],
            exempt: true,
            ground: Some("3".into()),
            papers: vec![paper.clone(), PaperShown { href: None, title: None, ..PaperShown::default() }],
            notes: vec![note()],
            writing: true,
        };
        Self {
            meeting: kernel::MeetingId(Uuid::nil()),
            here: "/meetings/1/read".into(),
            items: vec![item],
            loose: vec![paper],
            place: Some("item-1".into()),
            reader: Some(PersonId(Uuid::nil())),
            ends: Some(1_799_000_000),
            left: vec![note()],
            agenda: "/meetings/1/agenda".into(),
            form: FormView::default(),
        }
    }
}
web::page!(ReadPage);
