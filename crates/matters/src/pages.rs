//! Papers, files, grounds and matters on screen.

pub mod forms;
mod grounds;

use ::store::Read;
use access::{House, May, Problem, Published, Visible};
use axum::body::Body as Bytes;
use axum::extract::{Path, State};
use axum::response::Response;
use bodies::model::Body;
use bodies::rights::standing;
use kernel::{Error, MatterId, PaperId, Result};
use serde::Serialize;
use web::{FormView, Frame};

use crate::length::Length;
use crate::model::{Matter, Paper, PaperFile, Recommendation, Written};
use crate::public::{self, PublicPaper};
use crate::rights::{KeepPaper, LodgePapers, ReadPaper, SeeMatter};
use crate::store;
pub(crate) use forms::{blank, change, filled, lodge, publish, replace, withdraw, withdrawal};
pub(crate) use grounds::{add_ground, grounds, remove_ground, take_list};

/// How many papers of a body are listed.
const LISTED: i64 = 300;

/// The page's frame: whose it is and the way to it.
///
/// # Errors
/// A fault when the database refuses.
pub async fn framed(read: &mut Read, body: &Body, title: String) -> Result<Frame> {
    let partnership = bodies::store::partnership(read, body.partnership).await?;
    let theme = partnership.colour.as_deref().and_then(web::theme);
    let home = format!("/partnerships/{}", partnership.slug);
    let frame = Frame::titled(title)
        .of(web::Brand { name: partnership.name.clone(), href: home.clone(), theme })
        .under(partnership.name, home)
        .under(&body.name, format!("/bodies/{}", body.slug));
    Ok(if partnership.noindex { frame.noindex() } else { frame })
}

/// Where a meeting is read: strangers have an edition of their own.
fn meeting_page(meeting: kernel::MeetingId, stranger: bool) -> String {
    if stranger { format!("/meetings/{meeting}/public") } else { format!("/meetings/{meeting}") }
}

/// A paper as its reader may see it.
#[derive(Serialize)]
struct Shown {
    paper: Paper,
    recommendations: Vec<Recommendation>,
    files: Vec<PaperFile>,
    /// Its text, where it is written here.
    written: Option<Written>,
}

#[derive(Serialize)]
struct PaperPage {
    /// For a stranger.
    public: Option<Published<PublicPaper>>,
    /// For a reader with a permit of their own.
    shown: Option<Visible<Shown>>,
    /// Its text for a stranger, where it is written here.
    written: Option<Published<Written>>,
    matter: Option<(MatterId, String)>,
    meeting: Option<String>,
    keeps: bool,
    /// It is longer than the terms ask, or, for the one that takes its place, how long it may be.
    length: Option<Length>,
    form: FormView,
}

impl web::Page for PaperPage {
    const TEMPLATE: &'static str = "matters/paper.html";
    fn sample() -> Self {
        let paper = Paper { exempt: true, ..store::sample_paper() };
        let file = |number| PaperFile {
            number,
            file: uuid::Uuid::nil().into(),
            hash: String::new(),
            media: "application/pdf".to_owned(),
            set: None,
            converted: true,
            name: "report.pdf".to_owned(),
            size: 1_234_567,
            lodged_at: kernel::Instant::from_seconds(1_799_000_000),
            note: Some("Table 2 corrected.".to_owned()),
        };
        let recommendation = Recommendation {
            id: uuid::Uuid::nil(),
            kind: crate::model::RecommendationKind::Recommendation,
            text: "That the board agree.".to_owned(),
        };
        let shown = Shown {
            paper,
            recommendations: vec![recommendation],
            files: vec![file(2), file(1)],
            written: Some(Written { text: "What **happened**.".to_owned(), money: "None.".to_owned(), ..Written::default() }),
        };
        Self {
            public: None,
            shown: Some(Visible::sample(shown)),
            written: None,
            matter: Some((uuid::Uuid::nil().into(), "Safer streets fund".to_owned())),
            meeting: Some("/meetings/1".to_owned()),
            keeps: true,
            length: Some(Length::sample()),
            form: FormView::default(),
        }
    }
}
web::page!(PaperPage);

pub(crate) async fn paper(pass: May<ReadPaper>, State(house): State<House>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let paper = store::paper(&mut read, *pass.id()).await?;
    let recommendations = store::recommendations(&mut read, paper.id).await?;
    let body = bodies::store::body(&mut read, paper.body).await?;
    let keeps = pass.capacity() == "secretary";
    let frame = framed(&mut read, &body, paper.title.clone()).await?.history(pass.capacity(), format!("/history/{}", paper.id));
    let frame = match paper.meeting {
        Some(meeting) => {
            let day = paper.meeting_day.map_or_else(String::new, web::spelling::day);
            frame.under(web::words("paper-of-meeting", &[("day", &day)]), meeting_page(meeting, pass.capacity() == "public"))
        }
        None => frame,
    };
    let matter = paper.matter.zip(paper.matter_title.clone());
    let meeting = paper.meeting.map(|meeting| meeting_page(meeting, pass.capacity() == "public"));
    let page = if pass.capacity() == "public" {
        let number = paper.out.as_ref().map_or(0, |out| out.number);
        let written = store::text(&mut read, paper.id, number).await?.and_then(|written| public::published_text(&paper, written));
        let public = public::published(&paper, recommendations).ok_or(Error::NotFound)?;
        PaperPage { public: Some(public), shown: None, written, matter, meeting, keeps: false, length: None, form: FormView::default() }
    } else {
        // Whoever is no member has what went out.
        let (paper, mut files) = (if outside(&pass) { paper.as_it_went_out().ok_or(Error::NotFound)? } else { paper }, Vec::new());
        if !outside(&pass) {
            files = store::files(&mut read, paper.id).await?;
        }
        let written = store::text(&mut read, paper.id, paper.file_number).await?.filter(|_| paper.withdrawn_at.is_none() || keeps);
        let asks = keeps && paper.withdrawn_at.is_none();
        let length = if asks { Length::asked(&mut read, &body, paper.meeting, paper.kind, paper.file_pages, house.today()).await? } else { None };
        PaperPage {
            public: None,
            shown: Some(Visible::under(&pass, Shown { paper, recommendations, files, written })),
            written: None,
            matter,
            meeting,
            keeps,
            length,
            form: FormView::new(&house),
        }
    };
    Ok(web::page(pass.who(), frame, &page))
}

pub(crate) async fn file(pass: May<ReadPaper>, State(house): State<House>) -> Result<Response, Problem> {
    served(&pass, &house, None).await
}

pub(crate) async fn earlier_file(
    pass: May<ReadPaper>,
    State(house): State<House>,
    Path((_, number)): Path<(PaperId, i64)>,
) -> Result<Response, Problem> {
    served(&pass, &house, Some(number)).await
}

/// Whether somebody reads a paper who does not read as a member: they have what went out.
fn outside(pass: &May<ReadPaper>) -> bool {
    matches!(pass.capacity(), "public" | "partner" | "administrator")
}

/// Serves a file, after the permission check of this very request. A withdrawn paper's file is for the secretariat;
/// earlier files, and later ones than went out, are for those who read as members.
async fn served(pass: &May<ReadPaper>, house: &House, number: Option<i64>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let paper = store::paper(&mut read, *pass.id()).await?;
    let stranger = pass.capacity() == "public";
    if paper.withdrawn_at.is_some() && pass.capacity() != "secretary" {
        return Err(Error::NotFound.into());
    }
    let files = store::files(&mut read, paper.id).await?;
    let theirs = if outside(pass) { paper.out.as_ref().map(|out| out.number) } else { files.first().map(|file| file.number) };
    let wanted = number.or(theirs);
    if outside(pass) && wanted != theirs {
        return Err(Error::NotFound.into());
    }
    let file = files.into_iter().find(|file| Some(file.number) == wanted).ok_or(Error::NotFound)?;
    let pdf = file.set.as_ref().map_or(&file.hash, |(hash, _)| hash);
    let content = house.store.files().content(pdf).await?;
    let content = if stranger {
        public::published_file(&paper, content).ok_or(Error::NotFound)?.into_inner()
    } else {
        Visible::under(pass, content).into_inner()
    };
    let readers = if stranger { web::Readers::Everybody } else { web::Readers::This };
    let size = content.size();
    Ok(web::download(&file.name, "application/pdf", readers, Bytes::from_stream(content.pieces()), Some(size)))
}

/// A file as it came, before it was set as a PDF: for the secretariat, because an office file holds more than its pages show.
pub(crate) async fn original(pass: May<KeepPaper>, State(house): State<House>, Path((_, number)): Path<(PaperId, i64)>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let files = store::files(&mut read, *pass.id()).await?;
    let file = files.into_iter().find(|file| file.number == number).ok_or(Error::NotFound)?;
    let media = documents::Sort::of_media(&file.media).ok_or(Error::NotFound)?.media();
    let content = Visible::under(&pass, house.store.files().content(&file.hash).await?).into_inner();
    let size = content.size();
    Ok(web::download(&file.name, media, web::Readers::This, Bytes::from_stream(content.pieces()), Some(size)))
}

#[derive(Serialize)]
struct PapersPage {
    slug: String,
    body: String,
    papers: Vec<Visible<Paper>>,
}

impl web::Page for PapersPage {
    const TEMPLATE: &'static str = "matters/papers.html";
    fn sample() -> Self {
        let exempt = Paper { exempt: true, to_follow: true, ..store::sample_paper() };
        let withdrawn = Paper { withdrawn_at: Some(kernel::Instant::from_seconds(0)), ..store::sample_paper() };
        let papers = [store::sample_paper(), exempt, withdrawn].map(Visible::sample).into();
        Self { slug: "wealdshire-board".to_owned(), body: "Wealdshire Partnership board".to_owned(), papers }
    }
}
web::page!(PapersPage);

/// All papers of a body, for its secretariat.
pub(crate) async fn list(pass: May<LodgePapers>, State(house): State<House>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let body = bodies::store::body(&mut read, *pass.id()).await?;
    let papers = store::papers_of_body(&mut read, body.id, LISTED).await?;
    let papers = papers.into_iter().map(|paper| Visible::under(&pass, paper)).collect();
    let frame = framed(&mut read, &body, web::words("papers-title", &[])).await?.caption(&body.name);
    Ok(web::page(pass.who(), frame, &PapersPage { slug: body.slug, body: body.name, papers }))
}

/// A paper as a line of its matter.
#[derive(Serialize)]
struct MatterLine {
    href: Option<String>,
    meeting_href: Option<String>,
    title: Option<String>,
    body: String,
    body_slug: String,
    day: Option<kernel::Day>,
    standing: &'static str,
}

#[derive(Serialize)]
struct MatterPage {
    matter: Matter,
    lines: Vec<MatterLine>,
}

impl web::Page for MatterPage {
    const TEMPLATE: &'static str = "matters/matter.html";
    fn sample() -> Self {
        let matter = Matter {
            id: uuid::Uuid::nil().into(),
            partnership: uuid::Uuid::nil().into(),
            title: "Safer streets fund".to_owned(),
            opened_on: Some(kernel::Day::constant(2026, 5, 4)),
            closed_on: None,
        };
        let line = |standing, title: Option<&str>| MatterLine {
            href: Some("/papers/1".to_owned()),
            meeting_href: Some("/meetings/1".to_owned()),
            title: title.map(str::to_owned),
            body: "Board".to_owned(),
            body_slug: "board".to_owned(),
            day: Some(kernel::Day::constant(2026, 5, 4)),
            standing,
        };
        Self {
            matter,
            lines: vec![
                line("open", Some("Bids")),
                line("exempt", None),
                line("to-follow", Some("Evaluation")),
                line("withdrawn", Some("First draft")),
                line("kept", Some("Notes")),
            ],
        }
    }
}
web::page!(MatterPage);

impl MatterLine {
    fn public(paper: &Paper) -> Option<Self> {
        let shown = public::published(paper, Vec::new())?;
        let (standing, title, href) = match shown.into_inner() {
            PublicPaper::Open(open) => ("open", Some(open.title), Some(format!("/papers/{}", open.id))),
            PublicPaper::ToFollow { title } => ("to-follow", Some(title), None),
            PublicPaper::Withdrawn { title, .. } => ("withdrawn", Some(title), None),
            PublicPaper::Exempt { title, .. } => ("exempt", title, None),
            PublicPaper::Kept { title } => ("kept", Some(title), None),
        };
        Some(Self::of(paper, standing, title, href, true))
    }

    fn of(paper: &Paper, standing: &'static str, title: Option<String>, href: Option<String>, stranger: bool) -> Self {
        Self {
            href,
            meeting_href: paper.meeting.map(|meeting| meeting_page(meeting, stranger)),
            title,
            body: paper.body_name.clone(),
            body_slug: paper.body_slug.clone(),
            day: paper.meeting_day.or(paper.dated),
            standing,
        }
    }
}

pub(crate) async fn matter(pass: May<SeeMatter>, State(house): State<House>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let matter = store::matter(&mut read, *pass.id()).await?;
    let papers = store::papers_of_matter(&mut read, matter.id).await?;
    let mut reads_of = Vec::new();
    if pass.who().person().is_some() {
        for body in store::bodies_of(&papers) {
            let standing = standing(&mut read, pass.who(), body).await?;
            if standing.reads_as_member() {
                reads_of.push((body, standing.secretary));
            }
        }
    }
    let line = |paper: &Paper| match reads_of.iter().find(|(body, _)| *body == paper.body) {
        Some((_, secretary)) if *secretary || paper.agenda_sent || paper.meeting.is_none() => {
            let standing = if paper.withdrawn_at.is_some() {
                "withdrawn"
            } else if paper.to_follow {
                "to-follow"
            } else if paper.exempt || paper.item_exempt {
                "exempt"
            } else {
                "open"
            };
            Some(MatterLine::of(paper, standing, Some(paper.title.clone()), Some(format!("/papers/{}", paper.id)), false))
        }
        _ => MatterLine::public(paper),
    };
    let lines = papers.iter().filter_map(line).collect();
    let partnership = bodies::store::partnership(&mut read, matter.partnership).await?;
    let home = format!("/partnerships/{}", partnership.slug);
    let theme = partnership.colour.as_deref().and_then(web::theme);
    let frame = Frame::titled(&matter.title)
        .of(web::Brand { name: partnership.name.clone(), href: home.clone(), theme })
        .under(partnership.name, home)
        .caption(web::words("matter-caption", &[]));
    let frame = if partnership.noindex { frame.noindex() } else { frame };
    Ok(web::page(pass.who(), frame, &MatterPage { matter, lines }))
}
