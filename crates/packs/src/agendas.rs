//! An agenda from the record, in the edition its reader may have.

use ::store::Read;
use kernel::{Instant, MeetingId, Result, Zone};
use matters::model::Paper;
use matters::public::PublicPaper;
use meetings::model::{AgendaVersion, FrozenAgenda, FrozenItem, Item, Meeting, MeetingState, page_span};
use meetings::public::PublicMeeting;
use web::words;

use crate::compose::agenda::{Agenda, Line, PaperLine};
use crate::compose::{self, Imprint};

/// What an agenda and its pack are made from.
#[derive(Debug, Clone)]
pub(crate) struct Sources {
    pub meeting: Meeting,
    /// The items as they stand now.
    pub items: Vec<Item>,
    /// The agendas that went out, newest first.
    pub versions: Vec<AgendaVersion>,
    /// The papers of the meeting, withdrawn ones too.
    pub papers: Vec<Paper>,
}

/// Reads them, in four statements.
///
/// # Errors
/// [`kernel::Error::NotFound`] without such a meeting.
pub(crate) async fn sources(read: &mut Read, meeting: MeetingId) -> Result<Sources> {
    let meeting = meetings::store::meeting(read, meeting).await?;
    let items = meetings::store::items(read, meeting.id).await?;
    let versions = meetings::store::versions(read, meeting.id).await?;
    let papers = matters::store::papers_of_meeting(read, meeting.id).await?;
    Ok(Sources { meeting, items, versions, papers })
}

impl Sources {
    /// It is being held, or was.
    pub(crate) fn held(&self) -> bool {
        matches!(self.meeting.state, MeetingState::Open | MeetingState::Closed)
    }

    /// A version of the agenda; the latest where none is named.
    pub(crate) fn version(&self, number: Option<i64>) -> Option<&AgendaVersion> {
        match number {
            Some(number) => self.versions.iter().find(|version| version.number == number),
            None => self.versions.first(),
        }
    }

    /// As it was when this version went out: earlier versions, and papers with the pages they had then.
    pub(crate) fn when_sent(mut self, version: &AgendaVersion) -> Self {
        self.versions.retain(|other| other.number <= version.number);
        page(&mut self.papers, &version.frozen);
        self
    }
}

/// Gives papers the pages that an agenda gives them.
pub(crate) fn page(papers: &mut [Paper], agenda: &FrozenAgenda) {
    for paper in papers {
        let listed = agenda.items.iter().flat_map(|item| &item.papers).find(|listed| listed.id == paper.id);
        // A withdrawn paper is on no later agenda, and its pages stay its own.
        if paper.withdrawn_at.is_none() || listed.is_some() {
            (paper.first_page, paper.page_count) = listed.map_or((None, None), |listed| (listed.first_page, listed.page_count));
        }
    }
}

fn imprint(partnership: &str, body: &str, made_at: Instant) -> Imprint {
    Imprint { partnership: partnership.to_owned(), body: body.to_owned(), made_at }
}

/// The agenda whole. `sent` is none of one that has not gone out.
pub(crate) fn whole(
    meeting: &Meeting,
    items: Vec<FrozenItem>,
    papers: &[Paper],
    sent: Option<(i64, Instant)>,
    draft: bool,
    now: Instant,
    address: &str,
) -> Agenda {
    let lines = items.into_iter().map(|item| Line {
        papers: papers.iter().filter(|paper| paper.item == Some(item.id)).map(|paper| paper_line(address, paper)).collect(),
        number: item.number,
        title: Some(item.title),
        purpose: Some(item.purpose),
        presenter: item.presenter,
        late_reason: item.late_reason,
        exempt: item.exempt,
        ground: item.ground,
    });
    Agenda {
        imprint: imprint(&meeting.partnership_name, &meeting.body_name, sent.map_or(now, |(_, at)| at)),
        day: meeting.day,
        hours: compose::hours(meeting.starts_at, meeting.ends_at),
        place: meeting.place.clone(),
        access_note: meeting.access_note.clone(),
        draft,
        sent,
        public: false,
        cancelled: meeting.cancelled_reason.clone(),
        lines: lines.collect(),
    }
}

fn withdrawn(on: &str, reason: Option<&String>) -> String {
    words("packs-withdrawn", &[("day", on), ("reason", reason.map(String::as_str).unwrap_or_default())])
}

fn paper_line(address: &str, paper: &Paper) -> PaperLine {
    let gone = paper.withdrawn_at.map(|at| withdrawn(&at.day(&Zone::london()).to_string(), paper.withdrawn_reason.as_ref()));
    let note = gone.or_else(|| match (paper.to_follow, paper.exempt || paper.item_exempt) {
        (true, _) => Some(words("paper-to-follow", &[])),
        (false, true) => Some(words("exempt", &[])),
        (false, false) => None,
    });
    PaperLine {
        title: Some(paper.title.clone()),
        by: paper.author.clone().or_else(|| paper.organisation_name.clone()),
        link: (!paper.to_follow && paper.withdrawn_at.is_none()).then(|| format!("{address}/papers/{}", paper.id)),
        pages: paper.first_page.zip(paper.page_count),
        note,
    }
}

/// The agenda in the edition for the public, from what was cleared for it.
pub(crate) fn public(meeting: &PublicMeeting, papers: &[(Option<kernel::ItemId>, PublicPaper)], now: Instant, address: &str) -> Agenda {
    let lines = meeting.items.iter().map(|item| Line {
        number: item.number.clone(),
        title: item.title.clone(),
        purpose: item.purpose,
        presenter: item.presenter.clone(),
        late_reason: item.late_reason.clone(),
        exempt: item.exempt,
        ground: item.ground.clone(),
        papers: papers.iter().filter(|(of, _)| *of == Some(item.id)).map(|(_, paper)| public_line(address, paper)).collect(),
    });
    Agenda {
        imprint: imprint(&meeting.partnership_name, &meeting.body_name, meeting.sent_at.unwrap_or(now)),
        day: meeting.day,
        hours: compose::hours(meeting.starts_at, meeting.ends_at),
        place: meeting.place.clone(),
        access_note: meeting.access_note.clone(),
        sent: meeting.sent_at.map(|at| (meeting.number, at)),
        draft: false,
        public: true,
        cancelled: meeting.cancelled_reason.clone(),
        lines: lines.collect(),
    }
}

/// A ground in one line.
pub(crate) fn ground_words(ground: Option<&(String, String, String)>) -> Option<String> {
    ground.map(|(code, basis, covers)| format!("{code}, {covers} ({basis})"))
}

fn public_line(address: &str, paper: &PublicPaper) -> PaperLine {
    let line = |title: Option<&String>, pages: Option<(i64, i64)>, note: Option<String>| PaperLine {
        title: title.cloned(),
        by: None,
        link: None,
        pages,
        note,
    };
    match paper {
        PublicPaper::Open(open) => PaperLine {
            title: Some(open.title.clone()),
            by: open.author.clone().or_else(|| open.organisation.clone()),
            link: Some(format!("{address}/papers/{}", open.id)),
            pages: open.pages,
            note: None,
        },
        PublicPaper::ToFollow { title } => line(Some(title), None, Some(words("paper-to-follow", &[]))),
        PublicPaper::Withdrawn { title, on, reason, pages } => line(Some(title), *pages, Some(withdrawn(&on.to_string(), reason.as_ref()))),
        PublicPaper::Exempt { title, ground, pages } => {
            let note = match ground_words(ground.as_ref()) {
                Some(ground) => words("packs-exempt-because", &[("ground", &ground)]),
                None => words("exempt", &[]),
            };
            line(title.as_ref(), *pages, Some(note))
        }
        PublicPaper::Kept { title } => line(Some(title), None, Some(words("packs-kept", &[]))),
    }
}

/// "page 37", "pages 37–48".
pub(crate) fn pages_words(first: i64, count: i64) -> String {
    let key = if count > 1 { "pack-pages" } else { "pack-page" };
    words(key, &[("pages", &page_span(first, count))])
}
