//! The pages of a pack are numbered when its agenda goes out, and frozen with it.

use ::store::{Read, Write};
use access::House;
use documents::pdf;
use kernel::{Error, PaperId, Result};
use matters::model::{Out, Paper, Recommendation};
use matters::public::published;
use meetings::model::{AgendaVersion, FrozenAgenda, Meeting};
use meetings::pack::PackSource;
use std::collections::HashMap;

use crate::agendas::{self, page};
use crate::compose::{Imprint, paper};
use crate::{bind, rules};

inventory::submit! {
    PackSource { number: |house, w, meeting, version, before| Box::pin(number(house, w, meeting, version, before)) }
}

/// The PDF of a paper as it goes out.
enum Source {
    /// A file of the paper.
    File { hash: String, pages: i64 },
    /// Its text, set now.
    Set(pdf::Written),
}

/// Finds or sets the PDF of each paper that has arrived.
async fn sources(house: &House, read: &mut Read, meeting: &Meeting, papers: &[Paper]) -> Result<HashMap<PaperId, Source>> {
    let mut found = HashMap::new();
    let mut asks: Option<Vec<(PaperId, Recommendation)>> = None;
    for paper in papers.iter().filter(|paper| !paper.to_follow && paper.withdrawn_at.is_none() && paper.item.is_some()) {
        let source = match (&paper.file_hash, paper.file_pages) {
            (Some(hash), Some(pages)) => Source::File { hash: hash.clone(), pages },
            // Lodged before pages were counted.
            (Some(hash), None) => match house.settings.tools.look(house.store.files().content(hash).await?).await? {
                Ok(looked) => Source::File { hash: hash.clone(), pages: i64::try_from(looked.pages).map_err(Error::fault)? },
                Err(_) => continue,
            },
            (None, _) if paper.summary.is_some() => {
                if asks.is_none() {
                    asks = Some(matters::store::recommendations_of_meeting(read, meeting.id).await?);
                }
                let asks: Vec<&Recommendation> = asks.iter().flatten().filter(|(of, _)| *of == paper.id).map(|(_, ask)| ask).collect();
                let imprint = Imprint {
                    partnership: meeting.partnership_name.clone(),
                    body: meeting.body_name.clone(),
                    made_at: paper.lodged_at.unwrap_or(house.now()),
                };
                Source::Set(bind::set(paper::document(&imprint, paper, &asks)).await?)
            }
            (None, _) => continue,
        };
        found.insert(paper.id, source);
    }
    Ok(found)
}

async fn number(house: &House, w: &mut Write, meeting: &Meeting, version: &mut AgendaVersion, before: &[AgendaVersion]) -> Result<()> {
    let papers = matters::store::papers_of_meeting(w, meeting.id).await?;
    let sources = sources(house, w, meeting, &papers).await?;
    let mut counts: HashMap<PaperId, (String, i64)> = HashMap::new();
    for (paper, source) in sources {
        let (hash, pages) = match source {
            Source::File { hash, pages } => (hash, pages),
            Source::Set(written) => {
                let mut incoming = house.store.incoming().await?;
                incoming.take(&written.bytes).await?;
                let stored = house.store.files().keep(&incoming.end().await?).await?;
                let pages = i64::try_from(written.pages).map_err(Error::fault)?;
                matters::store::insert_made(w, &format!("{paper}.pdf"), &stored, pages).await?;
                (stored.hash, pages)
            }
        };
        counts.insert(paper, (hash, pages));
    }
    let sent = (version.number, version.sent_at);
    numbered(house, meeting, &mut version.frozen, &papers, &counts, before, sent).await
}

/// An agenda as it would go out now, numbered, with its papers' PDFs at hand. Nothing is written.
///
/// # Errors
/// A fault when the database or the disk refuses.
pub(crate) async fn preview(
    house: &House,
    read: &mut Read,
    meeting: &Meeting,
    frozen: &mut FrozenAgenda,
    papers: &[Paper],
    before: &[AgendaVersion],
) -> Result<()> {
    let mut counts = HashMap::new();
    for (paper, source) in sources(house, read, meeting, papers).await? {
        let found = match source {
            Source::File { hash, pages } => (hash, pages),
            Source::Set(written) => (bind::made(house, &written.bytes).await?, i64::try_from(written.pages).map_err(Error::fault)?),
        };
        counts.insert(paper, found);
    }
    numbered(house, meeting, frozen, papers, &counts, before, (before.first().map_or(1, |last| last.number + 1), house.now())).await
}

/// Numbers the papers. How many pages the front takes follows from what it says, and what it says from the numbers: so it is set until
/// both agree.
async fn numbered(
    house: &House,
    meeting: &Meeting,
    frozen: &mut FrozenAgenda,
    papers: &[Paper],
    counts: &HashMap<PaperId, (String, i64)>,
    before: &[AgendaVersion],
    sent: (i64, kernel::Instant),
) -> Result<()> {
    for listed in frozen.items.iter_mut().flat_map(|item| &mut item.papers) {
        listed.hash = counts.get(&listed.id).map(|(hash, _)| hash.clone());
    }
    let anything = frozen.items.iter().flat_map(|item| &item.papers).any(|paper| paper.hash.is_some());
    let paged = before.iter().any(|version| version.frozen.front > 0);
    if !anything && !paged {
        return Ok(());
    }
    let count = |paper: PaperId| counts.get(&paper).map(|(_, pages)| *pages);
    let mut front = 2;
    for _ in 0..4 {
        rules::number(frozen, before, &count, front);
        if paged {
            return Ok(());
        }
        let took = front_pages(house, meeting, frozen, papers, sent).await?;
        if took == front {
            return Ok(());
        }
        front = took;
    }
    Ok(())
}

/// How many pages the cover and the agenda take, in the edition that takes more.
async fn front_pages(house: &House, meeting: &Meeting, frozen: &FrozenAgenda, papers: &[Paper], sent: (i64, kernel::Instant)) -> Result<i64> {
    let mut papers = papers.to_vec();
    page(&mut papers, frozen);
    let address = &house.settings.address;
    let whole = agendas::whole(meeting, frozen.items.clone(), &papers, Some(sent), false, house.now(), address);
    let cleared = papers.iter().filter_map(|paper| {
        let paper = Paper { out: Some(Out { number: paper.file_number, ..Out::default() }), ..paper.clone() };
        Some((paper.item, published(&paper, Vec::new())?.into_inner()))
    });
    let cleared: Vec<_> = cleared.collect();
    let public = agendas::public(&meetings::public::would_show(meeting, frozen, sent), &cleared, house.now(), address);
    let mut most = 0;
    for agenda in [whole, public] {
        let pages = bind::pages(agenda.cover()).await? + bind::pages(agenda.document()).await?;
        most = most.max(i64::try_from(pages).map_err(Error::fault)?);
    }
    Ok(most)
}
