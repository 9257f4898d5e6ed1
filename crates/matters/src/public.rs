//! What outsiders may see of papers. A paper is open when nothing about it is exempt, it has arrived and was not withdrawn,
//! it has gone out, and the body has opened its papers to everybody. A paper goes out with the agenda that lists it, as it is then: a file
//! that comes later waits for the agenda to be sent again. A paper laid at a meeting that is over, or at one of an earlier record, has gone
//! out; one without a meeting goes out when the secretariat makes it public.

use ::store::Read;
use access::Published;
use bodies::model::Audience;
use kernel::{Day, Instant, MeetingId, PaperId, Result, Zone};
use serde::Serialize;

use crate::model::{Paper, PaperKind, Recommendation, Written};
use crate::store;

/// A paper as an outsider sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "standing", rename_all = "kebab-case")]
pub enum PublicPaper {
    /// All of it.
    Open(Box<OpenPaper>),
    /// That it will come.
    ToFollow {
        /// Its title.
        title: String,
    },
    /// That it was withdrawn, when and why.
    Withdrawn {
        /// Its title.
        title: String,
        /// When.
        on: Day,
        /// Why.
        reason: Option<String>,
        /// The pages it had in the pack.
        pages: Option<(i64, i64)>,
    },
    /// Only on which ground it is not shown.
    Exempt {
        /// What outsiders see in place of its title.
        title: Option<String>,
        /// Its pages in the pack, which the public edition leaves out: the first, and how many.
        pages: Option<(i64, i64)>,
        /// The ground: code, law, words.
        ground: Option<(String, String, String)>,
    },
    /// Only its title: the body keeps its papers to itself.
    Kept {
        /// Its title.
        title: String,
    },
}

/// An open paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OpenPaper {
    /// Which.
    pub id: PaperId,
    /// Its title.
    pub title: String,
    /// What kind.
    pub kind: PaperKind,
    /// Who wrote it.
    pub author: Option<String>,
    /// The organisation it comes from.
    pub organisation: Option<String>,
    /// The date it bears.
    pub dated: Option<Day>,
    /// Its text, or what it is about.
    pub summary: Option<String>,
    /// When it arrived.
    pub lodged_at: Option<Instant>,
    /// It has a file to be read.
    pub has_file: bool,
    /// The size of that file in bytes.
    pub file_size: Option<i64>,
    /// Its pages in the pack: the first, and how many.
    pub pages: Option<(i64, i64)>,
    /// What the record of it is taken from.
    pub source: Option<String>,
    /// What it asks; filled on its own page.
    pub recommendations: Vec<Recommendation>,
}

/// Whether anybody may read it.
pub fn is_open(paper: &Paper) -> bool {
    !paper.exempt && !paper.item_exempt && !paper.to_follow && paper.withdrawn_at.is_none() && went_out(paper) && paper.audience == Audience::Public
}

/// Whether it went out with what it says: not as one to follow.
fn went_out(paper: &Paper) -> bool {
    paper.out.as_ref().is_some_and(|out| out.number > 0 || paper.file_number == 0)
}

/// What anybody may see of it, once it has gone out; before that, nothing.
pub fn published(paper: &Paper, recommendations: Vec<Recommendation>) -> Option<Published<PublicPaper>> {
    let out = paper.out.as_ref()?;
    let pages = paper.first_page.zip(paper.page_count);
    let shown = if paper.exempt || paper.item_exempt {
        let ground = match (&paper.ground_code, &paper.ground_basis, &paper.ground_words) {
            (Some(code), Some(basis), Some(words)) => Some((code.clone(), basis.clone(), words.clone())),
            _ => None,
        };
        PublicPaper::Exempt { title: paper.public_title.clone(), ground, pages }
    } else if let Some(at) = paper.withdrawn_at {
        PublicPaper::Withdrawn { title: paper.title.clone(), on: at.day(&Zone::london()), reason: paper.withdrawn_reason.clone(), pages }
    } else if paper.to_follow || !went_out(paper) {
        PublicPaper::ToFollow { title: paper.title.clone() }
    } else if paper.audience == Audience::Public {
        PublicPaper::Open(Box::new(OpenPaper {
            id: paper.id,
            title: paper.title.clone(),
            kind: paper.kind,
            author: paper.author.clone(),
            organisation: paper.organisation_name.clone(),
            dated: paper.dated,
            summary: paper.summary.clone(),
            lodged_at: paper.lodged_at,
            has_file: out.number > 0,
            file_size: out.size,
            pages,
            source: paper.source.clone(),
            recommendations,
        }))
    } else {
        PublicPaper::Kept { title: paper.title.clone() }
    };
    Some(Published::vouched(shown))
}

/// The papers of a meeting as outsiders see them, each with its item.
///
/// # Errors
/// A fault when the database refuses.
pub async fn papers_of_meeting(read: &mut Read, meeting: MeetingId) -> Result<Vec<(Option<kernel::ItemId>, Published<PublicPaper>)>> {
    let papers = store::papers_of_meeting(read, meeting).await?;
    Ok(papers.iter().filter_map(|paper| published(paper, Vec::new()).map(|shown| (paper.item, shown))).collect())
}

/// A text as anybody may have it.
pub fn published_text(paper: &Paper, written: Written) -> Option<Published<Written>> {
    is_open(paper).then(|| Published::vouched(written))
}

/// A file's content as anybody may have it.
pub fn published_file(paper: &Paper, content: ::store::Content) -> Option<Published<::store::Content>> {
    is_open(paper).then(|| Published::vouched(content))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paper() -> Paper {
        crate::store::sample_paper()
    }

    fn shown(paper: &Paper) -> Option<&'static str> {
        published(paper, Vec::new()).map(|shown| match shown.get() {
            PublicPaper::Open(_) => "open",
            PublicPaper::ToFollow { .. } => "to follow",
            PublicPaper::Withdrawn { .. } => "withdrawn",
            PublicPaper::Exempt { .. } => "exempt",
            PublicPaper::Kept { .. } => "kept",
        })
    }

    #[test]
    fn nothing_is_shown_before_the_agenda_goes_out() {
        assert_eq!(shown(&Paper { out: None, ..paper() }), None);
        assert!(!is_open(&Paper { out: None, ..paper() }));
        assert_eq!(shown(&paper()), Some("open"));
    }

    #[test]
    fn a_file_that_came_after_the_paper_went_out_is_not_what_outsiders_see() {
        let replaced = Paper { file_number: 3, file_size: Some(9), ..paper() };
        assert!(replaced.file_since() && !paper().file_since());
        match published(&replaced, Vec::new()).unwrap().into_inner() {
            PublicPaper::Open(open) => assert_eq!(open.file_size, paper().out.unwrap().size),
            other => panic!("{other:?}"),
        }
        assert_eq!(replaced.as_it_went_out().map(|paper| paper.file_number), Some(2));
    }

    #[test]
    fn a_paper_that_went_out_as_one_to_follow_is_to_follow_until_it_goes_out_itself() {
        let arrived = Paper { out: Some(crate::model::Out::default()), ..paper() };
        assert_eq!(shown(&arrived), Some("to follow"));
        assert!(!is_open(&arrived));
    }

    #[test]
    fn an_exempt_paper_shows_its_ground_and_neither_title_nor_author_nor_reason() {
        let exempt = Paper {
            exempt: true,
            exempt_reason: Some("canary reason".to_owned()),
            title: "canary title".to_owned(),
            author: Some("canary author".to_owned()),
            ..paper()
        };
        for secret in [
            exempt.clone(),
            Paper { exempt: false, item_exempt: true, ..exempt.clone() },
            Paper { withdrawn_at: Some(Instant::from_seconds(0)), withdrawn_reason: Some("canary".to_owned()), ..exempt },
        ] {
            assert!(!is_open(&secret));
            let told = serde_json::to_string(&published(&secret, Vec::new()).unwrap()).unwrap();
            assert!(told.contains("exempt") && !told.contains("canary"), "{told}");
        }
    }

    #[test]
    fn a_body_that_keeps_its_papers_shows_titles_only() {
        let kept = Paper { audience: Audience::Members, summary: Some("canary".to_owned()), ..paper() };
        assert_eq!(shown(&kept), Some("kept"));
        assert!(!is_open(&kept));
        assert_eq!(shown(&Paper { to_follow: true, ..paper() }), Some("to follow"));
        assert_eq!(shown(&Paper { withdrawn_at: Some(Instant::from_seconds(0)), ..paper() }), Some("withdrawn"));
    }
}
