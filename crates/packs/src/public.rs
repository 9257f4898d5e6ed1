//! What outsiders may have as a file: the only maker of what is published here. The body's own choice for each class of
//! document decides; what stands in an edition was cleared by the slice that it comes from.

use access::{Permit, Published};
use bodies::model::{Audience, DocumentClass};
use bodies::rights::Standing;
use kernel::Instant;
use matters::model::Paper;
use matters::public::PublicPaper;
use meetings::model::{AgendaVersion, Meeting, MeetingState};

use crate::agendas::{self, Sources};
use crate::model::Pack;
use crate::packing::{self, Head, Shown, Which};
use crate::reading::{Paragraph, Shelf};
use crate::rights::SeeEditions;

/// An edition that this reader may have.
#[derive(Debug)]
pub(crate) enum Edition<T> {
    /// Everybody may.
    Everybody(Published<T>),
    /// This reader may, with others of the partnership.
    Reader(T),
}

/// An edition of a class of document, where the body has opened it to this reader.
pub(crate) fn opened<T>(permit: &Permit<SeeEditions>, class: DocumentClass, edition: T) -> Option<Edition<T>> {
    let standing = permit.known::<Standing>()?;
    let audience = standing.audience(class);
    if audience == Audience::Public {
        return Some(Edition::Everybody(Published::vouched(edition)));
    }
    standing.is_of(audience).then_some(Edition::Reader(edition))
}

/// What a paper that is open to everybody says and asks, and the pages of its file.
#[derive(Debug, Clone, Default)]
pub(crate) struct Opened {
    pub text: Vec<Paragraph>,
    /// Its pages in the pack, in words.
    pub pages: Option<String>,
    /// How its file as it stands is known.
    pub mark: Option<String>,
}

/// A paper that is open to everybody.
pub(crate) type OpenedPaper = (kernel::PaperId, Published<Opened>);

/// The papers of a meeting that are open to everybody. `versions` are its agendas as they went out.
///
/// # Errors
/// A fault when the database refuses.
pub(crate) async fn opened_papers(
    read: &mut ::store::Read,
    permit: &Permit<SeeEditions>,
    versions: Vec<AgendaVersion>,
) -> kernel::Result<Vec<OpenedPaper>> {
    let papers = matters::store::papers_of_meeting(read, *permit.id()).await?;
    let papers: Vec<Paper> = papers.iter().filter(|paper| matters::public::is_open(paper)).filter_map(Paper::as_it_went_out).collect();
    let shelf = Shelf {
        texts: matters::store::texts_of_meeting(read, *permit.id(), &papers).await?,
        asked: matters::store::recommendations_of_meeting(read, *permit.id()).await?,
        leaves: matters::store::leaves_of_meeting(read, *permit.id(), &papers).await?,
        versions,
    };
    Ok(papers
        .iter()
        .map(|paper| {
            let mark = paper.file_hash.as_ref().map(|hash| hash.chars().take(16).collect());
            (paper.id, Published::vouched(Opened { text: shelf.text(paper), pages: shelf.pages(paper), mark }))
        })
        .collect())
}

/// Whether everybody may have the body's packs: its agendas and its papers.
pub(crate) fn packs_open(permit: &Permit<SeeEditions>) -> bool {
    let classes = [DocumentClass::Agenda, DocumentClass::Papers];
    permit.known::<Standing>().is_some_and(|standing| classes.into_iter().all(|class| standing.audience(class) == Audience::Public))
}

/// Whether this reader may have papers of the body in an edition.
pub(crate) fn papers_open(permit: &Permit<SeeEditions>) -> bool {
    permit.known::<Standing>().is_some_and(|standing| standing.is_of(standing.audience(DocumentClass::Papers)))
}

impl<T> Edition<T> {
    /// Whether everybody may have it.
    pub(crate) fn is_public(&self) -> bool {
        matches!(self, Self::Everybody(_))
    }

    /// What may be had.
    pub(crate) fn into_inner(self) -> T {
        match self {
            Self::Everybody(edition) => edition.into_inner(),
            Self::Reader(edition) => edition,
        }
    }
}

/// The public edition of a pack, or of a supplement to one, where the body has opened its agendas and its papers to everybody. What is
/// exempt, now or when the agenda went out, stands there by its ground; its pages are not in it.
pub(crate) fn pack(
    permit: &Permit<SeeEditions>,
    sources: Sources,
    version: &AgendaVersion,
    which: Which,
    now: Instant,
    address: &str,
) -> Option<Published<Pack>> {
    if !packs_open(permit) {
        return None;
    }
    let sources = sources.when_sent(version);
    // What went out, whether the meeting was held since or not.
    let meeting = Meeting { state: MeetingState::Called, ..sources.meeting.clone() };
    let edition = meetings::public::edition_of(meeting, &sources.items, &sources.versions, true);
    // An item that was exempt when it went out keeps its papers back, whatever it is now.
    let kept_back = |paper: &Paper| edition.items.iter().any(|item| Some(item.id) == paper.item && item.exempt);
    let cleared = |paper: &Paper| -> Option<PublicPaper> {
        let paper = Paper { item_exempt: paper.item_exempt || kept_back(paper), ..paper.clone() };
        Some(matters::public::published(&paper, Vec::new())?.into_inner())
    };
    let papers: Vec<_> = sources.papers.iter().filter_map(|paper| Some((paper.item, cleared(paper)?))).collect();
    let agenda = agendas::public(&edition, &papers, now, address);
    let exempt_paper = || web::words("packs-exempt-paper", &[]);
    let shown = |paper: &Paper| match cleared(paper)? {
        PublicPaper::Open(open) => Some(Shown::Whole(open.title)),
        PublicPaper::Withdrawn { title, on, reason, .. } => Some(Shown::Withdrawn { title, on, reason: reason.unwrap_or_default() }),
        PublicPaper::Exempt { title, ground, .. } => {
            Some(Shown::Exempt { title: title.unwrap_or_else(exempt_paper), ground: agendas::ground_words(ground.as_ref()) })
        }
        PublicPaper::ToFollow { .. } | PublicPaper::Kept { .. } => None,
    };
    let heads = edition.items.iter().map(|item| Head {
        id: item.id,
        number: item.number.clone(),
        title: item.title.clone().unwrap_or_else(|| web::words("item-exempt", &[])),
    });
    let items = packing::sections(version, &sources.versions, heads.collect(), &sources.papers, &shown);
    Some(Published::vouched(packing::pack(which, version, &agenda, items, address)))
}
