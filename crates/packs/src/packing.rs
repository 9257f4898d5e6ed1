//! What stands in a pack: items, papers, and the sheets in place of pages that are not there.

use documents::Document;
use kernel::{Day, Instant, ItemId};
use matters::model::Paper;
use meetings::model::{AgendaVersion, page_span};
use web::words;

use crate::agendas::{self, Sources};
use crate::compose::agenda::Agenda;
use crate::compose::sheet;
use crate::model::{FrontPages, Pack, Piece, Section, What};
use crate::rules;

/// A paper as an edition has it.
pub(crate) enum Shown {
    /// Whole.
    Whole(String),
    /// As withdrawn.
    Withdrawn { title: String, on: Day, reason: String },
    /// By its ground.
    Exempt { title: String, ground: Option<String> },
}

/// An item as an edition has it.
pub(crate) struct Head {
    pub id: ItemId,
    pub number: String,
    pub title: String,
}

/// The items of an agenda with the pages behind them. `versions` are the agenda itself and those before it; `shown` says how the edition
/// has a paper, if at all.
pub(crate) fn sections(
    agenda: &AgendaVersion,
    versions: &[AgendaVersion],
    heads: Vec<Head>,
    papers: &[Paper],
    shown: &dyn Fn(&Paper) -> Option<Shown>,
) -> Vec<Section> {
    let pieces = |item: ItemId| -> Vec<Piece> {
        let of = papers.iter().filter(|paper| paper.item == Some(item)).filter_map(|paper| Some((paper, shown(paper)?)));
        of.flat_map(|(paper, shown)| paper_pieces(agenda, versions, paper, &shown)).collect()
    };
    heads.into_iter().map(|head| Section { pieces: pieces(head.id), number: head.number, title: head.title }).collect()
}

fn paper_pieces(agenda: &AgendaVersion, versions: &[AgendaVersion], paper: &Paper, shown: &Shown) -> Vec<Piece> {
    let runs = rules::runs(paper.id, versions);
    let listed = agenda.frozen.items.iter().flat_map(|item| &item.papers).find(|listed| listed.id == paper.id);
    let stands = listed.and_then(|listed| listed.first_page);
    runs.iter()
        .filter_map(|run| {
            let (title, what) = match shown {
                Shown::Exempt { title, ground } => (title, What::Exempt(ground.clone())),
                Shown::Withdrawn { title, on, reason } => (title, What::Withdrawn { on: *on, reason: reason.clone() }),
                Shown::Whole(title) if stands == Some(run.first) => (title, What::Paper(run.hash.clone()?)),
                Shown::Whole(title) => {
                    (title, What::Replaced(runs.iter().find(|other| Some(other.first) == stands).map(|other| page_span(other.first, other.count))?))
                }
            };
            Some(Piece { paper: paper.id, title: title.clone(), first: run.first, count: run.count, came_with: run.came_with, what })
        })
        .collect()
}

/// Which pack it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Which {
    /// All of it.
    Whole,
    /// Only the pages that came with its agenda, with this number.
    Supplement(i64),
}

/// Puts a pack together from an agenda and its sections.
pub(crate) fn pack(which: Which, version: &AgendaVersion, agenda: &Agenda, mut items: Vec<Section>, address: &str) -> Pack {
    let of = Document { title: words("packs-title", &[("day", &agenda.day.to_string())]), ..agenda.cover() };
    let (of, front, numbered) = match which {
        Which::Whole => (of, vec![agenda.cover(), agenda.document()], FrontPages::Kept(version.frozen.front)),
        Which::Supplement(number) => {
            items.iter_mut().for_each(|item| item.pieces.retain(|piece| piece.came_with == version.number));
            items.retain(|item| !item.pieces.is_empty());
            let cover = sheet::supplement(&agenda.imprint, number, version.sent_at, agenda.day, &items, address);
            (Document { title: cover.title.clone(), ..of }, vec![cover], FrontPages::Supplement(number))
        }
    };
    Pack { of, front, numbered, items, address: address.to_owned() }
}

/// The edition for whoever reads as a member: exempt papers and all.
pub(crate) fn members(sources: Sources, version: &AgendaVersion, which: Which, draft: bool, now: Instant, address: &str) -> Pack {
    let sources = sources.when_sent(version);
    let frozen = &version.frozen;
    let sent = (!draft).then_some((version.number, version.sent_at));
    let agenda = agendas::whole(&sources.meeting, frozen.items.clone(), &sources.papers, sent, draft, now, address);
    let heads = frozen.items.iter().map(|item| Head { id: item.id, number: item.number.clone(), title: item.title.clone() });
    let shown = |paper: &Paper| {
        Some(match paper.withdrawn_at {
            Some(at) => Shown::Withdrawn {
                title: paper.title.clone(),
                on: at.day(&kernel::Zone::london()),
                reason: paper.withdrawn_reason.clone().unwrap_or_default(),
            },
            None => Shown::Whole(paper.title.clone()),
        })
    };
    let items = sections(version, &sources.versions, heads.collect(), &sources.papers, &shown);
    pack(which, version, &agenda, items, address)
}
