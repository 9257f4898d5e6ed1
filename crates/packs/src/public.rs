//! What outsiders may have as a file: the only maker of what is published here. The body's own choice for each class of
//! document decides; what stands in an edition was cleared by the slice that it comes from.

use access::{Permit, Published};
use bodies::model::{Audience, DocumentClass};
use bodies::rights::Standing;
use kernel::Instant;
use matters::model::{Paper, Recommendation, Written};
use matters::public::PublicPaper;
use meetings::model::{AgendaVersion, Meeting, MeetingState};

use crate::agendas::{self, Sources};
use crate::model::Pack;
use crate::packing::{self, Head, Shown, Which};
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

/// A paper's text that is open to everybody, with what the paper asks.
pub(crate) type OpenText = (kernel::PaperId, Published<(Vec<Recommendation>, Written)>);

/// The texts of a meeting's papers that are open to everybody, each with what the paper asks.
pub(crate) async fn opened_texts(read: &mut ::store::Read, permit: &Permit<SeeEditions>) -> kernel::Result<Vec<OpenText>> {
    let papers = matters::store::papers_of_meeting(read, *permit.id()).await?;
    let texts = matters::store::texts_of_meeting(read, *permit.id()).await?;
    let asked = matters::store::recommendations_of_meeting(read, *permit.id()).await?;
    let open = papers.iter().filter(|paper| matters::public::is_open(paper));
    Ok(open
        .map(|paper| {
            let asks = asked.iter().filter(|(of, _)| *of == paper.id).map(|(_, line)| line.clone()).collect();
            (paper.id, Published::vouched((asks, crate::store::text_among(&texts, paper))))
        })
        .collect())
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
    let standing = permit.known::<Standing>()?;
    if [DocumentClass::Agenda, DocumentClass::Papers].into_iter().any(|class| standing.audience(class) != Audience::Public) {
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
