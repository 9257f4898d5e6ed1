//! An agenda.

use documents::{Block, Document, Item, Numbering, Run, Runs};
use kernel::{Day, Instant};
use meetings::model::Purpose;
use web::words;

use super::{Imprint, fact, notice, plain, quiet};

/// What an agenda says, in the edition its reader may have.
#[derive(Debug, Clone)]
pub(crate) struct Agenda {
    pub imprint: Imprint,
    pub day: Day,
    pub hours: String,
    pub place: Option<String>,
    pub access_note: Option<String>,
    /// The version, and when it went out; none of a meeting that was only written up.
    pub sent: Option<(i64, Instant)>,
    /// It has not gone out.
    pub draft: bool,
    /// It is the edition for the public.
    pub public: bool,
    /// Why the meeting will not be held.
    pub cancelled: Option<String>,
    pub lines: Vec<Line>,
}

/// An item.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    pub number: String,
    /// None where the public gets no title.
    pub title: Option<String>,
    pub purpose: Option<Purpose>,
    pub presenter: Option<String>,
    pub late_reason: Option<String>,
    pub exempt: bool,
    pub ground: Option<String>,
    pub papers: Vec<PaperLine>,
}

/// A paper.
#[derive(Debug, Clone)]
pub(crate) struct PaperLine {
    pub title: Option<String>,
    pub by: Option<String>,
    /// Where it is read.
    pub link: Option<String>,
    /// Its pages in the pack: the first, and how many.
    pub pages: Option<(i64, i64)>,
    /// What a reader must know of it: that it follows, was withdrawn, is exempt.
    pub note: Option<String>,
}

impl Agenda {
    /// The agenda as a document of its own.
    pub(crate) fn document(&self) -> Document {
        self.imprint.document(words("packs-agenda-title", &[("day", &self.day.to_string())]), self.blocks())
    }

    /// The sheet before the agenda: what it is, of whom, when and where, and for whom.
    pub(crate) fn cover(&self) -> Document {
        let mut blocks = vec![Block::Facts(vec![
            fact("meeting-day", web::spelling::weekday(self.day)),
            fact("meeting-time", &self.hours),
            fact("meeting-place", self.place.as_deref().unwrap_or_default()),
            fact("meeting-access-note", self.access_note.as_deref().unwrap_or_default()),
        ])];
        if self.draft {
            blocks.push(notice(words("packs-draft", &[])));
        }
        let kept_back = self.lines.iter().any(|line| line.exempt || line.papers.iter().any(|paper| paper.note.is_some() && paper.title.is_none()));
        if self.public {
            blocks.push(notice(words("packs-cover-public", &[])));
            if kept_back {
                blocks.push(plain("packs-cover-public-skips", &[]));
            }
        } else {
            blocks.push(notice(words("packs-cover-members", &[])));
        }
        blocks.push(quiet("packs-not-tagged", &[]));
        if let Some((number, at)) = &self.sent {
            blocks.push(quiet("agenda-sent", &[("number", &number.to_string()), ("at", &at.to_string())]));
        }
        self.imprint.document(words("packs-title", &[("day", &self.day.to_string())]), blocks)
    }

    fn blocks(&self) -> Vec<Block> {
        let mut blocks = Vec::new();
        if let Some(reason) = &self.cancelled {
            blocks.push(notice(words("meeting-cancelled-because", &[("reason", reason)])));
        }
        if self.draft {
            blocks.push(notice(words("packs-draft", &[])));
        }
        blocks.push(Block::Facts(vec![
            fact("meeting-day", web::spelling::weekday(self.day)),
            fact("meeting-time", &self.hours),
            fact("meeting-place", self.place.as_deref().unwrap_or_default()),
            fact("meeting-access-note", self.access_note.as_deref().unwrap_or_default()),
        ]));
        if self.public && self.lines.iter().any(|line| line.exempt || line.papers.iter().any(|paper| paper.title.is_none())) {
            blocks.push(quiet("packs-public-edition", &[]));
        }
        if self.lines.is_empty() {
            blocks.push(Block::text(words("agenda-none-yet", &[])));
        }
        blocks.extend(self.lines.iter().flat_map(Line::blocks));
        if let Some((number, at)) = &self.sent {
            blocks.push(quiet("agenda-sent", &[("number", &number.to_string()), ("at", &at.to_string())]));
        }
        blocks
    }
}

impl Line {
    fn blocks(&self) -> Vec<Block> {
        let title = self.title.clone().unwrap_or_else(|| words("item-exempt", &[]));
        let mut blocks = vec![Block::heading(2, format!("{}. {title}", self.number))];
        let exempt = self.exempt.then(|| match &self.ground {
            Some(ground) => words("packs-exempt-because", &[("ground", ground)]),
            None => words("exempt", &[]),
        });
        let purpose = self.purpose.map(|purpose| words(&format!("purpose-{purpose}"), &[]));
        let about: Vec<String> = [purpose, self.presenter.clone(), exempt].into_iter().flatten().collect();
        if !about.is_empty() {
            blocks.push(Block::quiet(about.join(" · ")));
        }
        if let Some(reason) = &self.late_reason {
            blocks.push(quiet("item-late-because", &[("reason", reason)]));
        }
        if !self.papers.is_empty() {
            blocks.push(Block::List(Numbering::Bullet, self.papers.iter().map(|paper| Item::of(paper.runs())).collect()));
        }
        blocks
    }
}

impl PaperLine {
    fn runs(&self) -> Runs {
        let title = self.title.clone().unwrap_or_else(|| words("packs-exempt-paper", &[]));
        let mut runs = vec![match &self.link {
            Some(address) => Run::link(title, address),
            None => Run::plain(title),
        }];
        runs.extend(self.by.as_ref().map(|by| Run::plain(format!(", {by}"))));
        runs.extend(self.pages.map(|(first, count)| Run::plain(format!(", {}", crate::agendas::pages_words(first, count)))));
        runs.extend(self.note.as_ref().map(|note| Run::stressed(format!(" ({note})"))));
        runs
    }
}
