//! What the page of a pack shows: items, papers, their paragraphs and pages, and the notes to each.

use kernel::{ItemId, PaperId, PersonId};
use matters::model::{Paper, Written};
use serde::Serialize;
use web::{FormView, words};

use crate::reading::{Note, Paragraph, Shelf, placed, text_of};

/// A paper of an item.
#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct PaperShown {
    pub(super) part: String,
    pub(super) title: Option<String>,
    pub(super) by: Option<String>,
    /// That it follows, was withdrawn, is exempt.
    pub(super) says: Option<String>,
    pub(super) href: Option<String>,
    pub(super) file: Option<String>,
    /// How the file as it stands is known.
    pub(super) mark: Option<String>,
    /// Where its pages stand in the pack.
    pub(super) pages: Option<String>,
    /// Its paragraphs, then the pages of its file.
    pub(super) text: Vec<Paragraph>,
    pub(super) notes: Vec<Note>,
    pub(super) left: Vec<Note>,
    pub(super) writing: bool,
}

/// An item.
#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct ItemShown {
    pub(super) part: String,
    pub(super) number: String,
    pub(super) title: String,
    pub(super) about: Vec<String>,
    pub(super) exempt: bool,
    pub(super) ground: Option<String>,
    pub(super) papers: Vec<PaperShown>,
    pub(super) notes: Vec<Note>,
    pub(super) writing: bool,
}

#[derive(Debug, Serialize)]
pub(super) struct ReadPage {
    pub(super) meeting: kernel::MeetingId,
    pub(super) here: String,
    pub(super) items: Vec<ItemShown>,
    /// Papers that stand under no item.
    pub(super) loose: Vec<PaperShown>,
    /// Where the reader was.
    pub(super) place: Option<String>,
    /// Whose reading this is; nobody's on the public page.
    pub(super) reader: Option<PersonId>,
    /// Until when it may be kept where it is read.
    pub(super) ends: Option<i64>,
    /// Notes to what is no longer on the agenda.
    pub(super) left: Vec<Note>,
    pub(super) agenda: String,
    /// The pack as one file, where it went out.
    pub(super) pack: Option<String>,
    pub(super) form: FormView,
}

pub(super) fn item_part(item: ItemId) -> String {
    format!("item-{item}")
}

pub(super) fn paper_part(paper: PaperId) -> String {
    format!("paper-{paper}")
}

/// The notes of a part as a whole, taken out of all.
pub(super) fn taken(notes: &mut Vec<Note>, part: &str) -> Vec<Note> {
    let (of, rest) = std::mem::take(notes).into_iter().partition(|note: &Note| note.part == part);
    *notes = rest;
    of
}

pub(super) fn paper_shown(paper: &Paper, shelf: &Shelf, secrets: bool, notes: &mut Vec<Note>, wanted: &str) -> PaperShown {
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
    let shown = open && (secrets || !secret);
    let mut text = if shown { shelf.text(paper) } else { Vec::new() };
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
        mark: paper.file_hash.as_ref().map(|hash| hash.chars().take(16).collect()),
        pages: if shown { shelf.pages(paper) } else { None },
        text,
        notes: whole,
        left,
        writing: anchor == Some(""),
        part,
    }
}

impl web::Page for ReadPage {
    const TEMPLATE: &'static str = "packs/read.html";
    fn sample() -> Self {
        let note = || Note {
            id: uuid::Uuid::nil(),
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
        text.extend([Some(37), None].map(|pack| Paragraph {
            sheet: Some(crate::reading::Sheet { number: 1, pack, wide: 595, high: 842 }),
            anchor: "s1".into(),
            excerpt: "Page 37: The first bid".into(),
            notes: if pack.is_some() { vec![note()] } else { Vec::new() },
            ..Paragraph::default()
        }));
        let paper = PaperShown {
            part: "paper-1".into(),
            title: Some("Bids".into()),
            by: Some("Ada".into()),
            says: Some("Exempt".into()),
            href: Some("/papers/1".into()),
            file: Some("/papers/1/file".into()),
            mark: Some("0123456789abcdef".into()),
            pages: Some("pages 37–38".into()),
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
            meeting: kernel::MeetingId(uuid::Uuid::nil()),
            here: "/meetings/1/read".into(),
            items: vec![item],
            loose: vec![paper],
            place: Some("item-1".into()),
            reader: Some(PersonId(uuid::Uuid::nil())),
            ends: Some(1_799_000_000),
            left: vec![note()],
            agenda: "/meetings/1/agenda".into(),
            pack: Some("/meetings/1/pack.pdf".into()),
            form: FormView::default(),
        }
    }
}
web::page!(ReadPage);
