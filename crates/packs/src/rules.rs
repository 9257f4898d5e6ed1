//! How the pages of a pack are numbered: pure. A page that went out keeps its number; what comes later is numbered on from the last.

use kernel::PaperId;
use meetings::model::{AgendaVersion, FrozenAgenda};

/// Pages of one paper that went out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Run {
    pub first: i64,
    pub count: i64,
    pub hash: Option<String>,
    /// The version of the agenda with which they came.
    pub came_with: i64,
}

/// Numbers the papers of an agenda that have a PDF. `counts` gives the pages of each; `front` how many numbers are kept for the cover and
/// the agenda where none went out before.
pub(crate) fn number(agenda: &mut FrozenAgenda, before: &[AgendaVersion], counts: &dyn Fn(PaperId) -> Option<i64>, front: i64) {
    let paged = before.iter().find(|version| version.frozen.front > 0);
    agenda.front = paged.map_or(front, |version| version.frozen.front);
    let mut next = before.iter().flat_map(|version| ends(&version.frozen)).max().unwrap_or(0).max(agenda.front) + 1;
    for paper in agenda.items.iter_mut().flat_map(|item| &mut item.papers) {
        let Some(count) = counts(paper.id).filter(|count| *count > 0 && paper.hash.is_some()) else { continue };
        let known = runs(paper.id, before).into_iter().find(|run| run.hash == paper.hash && run.count == count);
        paper.page_count = Some(count);
        paper.first_page = Some(match known {
            Some(run) => run.first,
            None => {
                next += count;
                next - count
            }
        });
    }
}

fn ends(agenda: &FrozenAgenda) -> impl Iterator<Item = i64> {
    agenda.items.iter().flat_map(|item| &item.papers).filter_map(|paper| Some(paper.first_page? + paper.page_count? - 1))
}

/// The pages that a paper was given in these versions of an agenda, the earliest first.
pub(crate) fn runs(paper: PaperId, versions: &[AgendaVersion]) -> Vec<Run> {
    let mut versions: Vec<&AgendaVersion> = versions.iter().collect();
    versions.sort_by_key(|version| version.number);
    let mut runs: Vec<Run> = Vec::new();
    for version in versions {
        for other in version.frozen.items.iter().flat_map(|item| &item.papers).filter(|other| other.id == paper) {
            if let (Some(first), Some(count)) = (other.first_page, other.page_count)
                && !runs.iter().any(|run| run.first == first)
            {
                runs.push(Run { first, count, hash: other.hash.clone(), came_with: version.number });
            }
        }
    }
    runs
}

/// Which supplement came with a version of an agenda: the first, the second; none where no page was new, or nothing had gone out before.
pub(crate) fn supplement(version: i64, versions: &[AgendaVersion]) -> Option<i64> {
    let mut with_pages: Vec<i64> = versions
        .iter()
        .filter(|one| {
            one.frozen.items.iter().flat_map(|item| &item.papers).any(|paper| {
                let came = runs(paper.id, versions).into_iter().find(|run| Some(run.first) == paper.first_page);
                came.is_some_and(|run| run.came_with == one.number)
            })
        })
        .map(|one| one.number)
        .collect();
    with_pages.sort_unstable();
    let place = with_pages.iter().position(|number| *number == version)?;
    i64::try_from(place).ok().filter(|place| *place > 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{Findings, Instant};
    use meetings::model::{FrozenItem, ItemKind, ItemPaper, Purpose};
    use uuid::Uuid;

    fn paper(n: u128, hash: Option<&str>) -> ItemPaper {
        ItemPaper {
            id: Uuid::from_u128(n).into(),
            title: "Report".to_owned(),
            author: None,
            to_follow: hash.is_none(),
            exempt: false,
            public_title: None,
            file_number: 1,
            first_page: None,
            page_count: None,
            hash: hash.map(str::to_owned),
        }
    }

    fn agenda(papers: Vec<ItemPaper>) -> FrozenAgenda {
        let item = FrozenItem {
            id: Uuid::from_u128(99).into(),
            number: "1".to_owned(),
            title: "Budget".to_owned(),
            kind: ItemKind::Business,
            purpose: Purpose::Decision,
            presenter: None,
            late_reason: None,
            exempt: false,
            ground: None,
            public_title: None,
            papers,
        };
        FrozenAgenda { items: vec![item], ..FrozenAgenda::default() }
    }

    /// Sends an agenda after others; every PDF has ten pages, the front three.
    fn sent(mut agenda: FrozenAgenda, before: &mut Vec<AgendaVersion>) -> Vec<Option<i64>> {
        number(&mut agenda, before, &|_| Some(10), 3);
        let firsts = agenda.items[0].papers.iter().map(|paper| paper.first_page).collect();
        let number = i64::try_from(before.len()).unwrap() + 1;
        let version = AgendaVersion {
            number,
            sent_at: Instant::from_seconds(0),
            due_by: None,
            late: false,
            late_reason: None,
            clause: None,
            sent_to: 0,
            frozen: agenda,
            changes: Findings::none(),
        };
        before.insert(0, version);
        firsts
    }

    #[test]
    fn papers_are_numbered_on_from_the_front_and_one_to_follow_takes_no_page() {
        let mut before = Vec::new();
        let firsts = sent(agenda(vec![paper(1, Some("a")), paper(2, None), paper(3, Some("c"))]), &mut before);
        assert_eq!(firsts, [Some(4), None, Some(14)]);
    }

    #[test]
    fn a_page_that_went_out_keeps_its_number_and_what_comes_later_goes_on_from_the_last() {
        let mut before = Vec::new();
        sent(agenda(vec![paper(1, Some("a")), paper(2, None), paper(3, Some("c"))]), &mut before);
        // What was to follow arrives, another paper is replaced, and they change places.
        let firsts = sent(agenda(vec![paper(3, Some("d")), paper(2, Some("b")), paper(1, Some("a"))]), &mut before);
        assert_eq!(firsts, [Some(24), Some(34), Some(4)]);
        let again = sent(agenda(vec![paper(3, Some("d")), paper(1, Some("a"))]), &mut before);
        assert_eq!(again, [Some(24), Some(4)]);
        assert_eq!(runs(Uuid::from_u128(3).into(), &before).iter().map(|run| run.first).collect::<Vec<_>>(), [14, 24]);
    }

    #[test]
    fn supplements_are_counted_by_the_sendings_that_brought_pages() {
        let mut before = Vec::new();
        sent(agenda(vec![paper(1, Some("a")), paper(2, None)]), &mut before);
        sent(agenda(vec![paper(2, None), paper(1, Some("a"))]), &mut before);
        sent(agenda(vec![paper(2, Some("b")), paper(1, Some("a"))]), &mut before);
        sent(agenda(vec![paper(2, Some("b")), paper(1, Some("x"))]), &mut before);
        assert_eq!((1..=4).map(|n| supplement(n, &before)).collect::<Vec<_>>(), [None, None, Some(1), Some(2)]);
    }
}
