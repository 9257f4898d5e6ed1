//! The pack of a meeting: its page, its editions, its supplements.

use access::{House, May, Problem};
use axum::body::Body;
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::{Error, Findings, Instant, MeetingId};
use meetings::model::{AgendaVersion, Meeting};
use meetings::rights::{CallMeeting, ReadMeeting};
use serde::Serialize;
use web::{Readers, Told, told};

use super::framed;

use crate::agendas::{self, Sources};
use crate::bind::bound;
use crate::model::{Pack, Section, What};
use crate::packing::{self, Which};
use crate::rights::SeeEditions;
use crate::{numbers, public, rules, store};

async fn sent(house: &House, pack: Pack, readers: Readers) -> Result<Response, Problem> {
    let name = format!("{}, {}", pack.of.about, pack.of.title);
    let content = bound(house, pack).await?;
    let size = content.size();
    Ok(web::download(&name, "application/pdf", readers, Body::from_stream(content.pieces()), Some(size)))
}

/// A version of an agenda that went out with a pack.
fn version_of(sources: &Sources, number: Option<i64>) -> Result<AgendaVersion, Error> {
    sources.version(number).filter(|version| version.frozen.front > 0).cloned().ok_or(Error::NotFound)
}

fn which_supplement(sources: &Sources, number: i64) -> Result<Which, Error> {
    rules::supplement(number, &sources.versions).map(Which::Supplement).ok_or(Error::NotFound)
}

async fn members(pass: &May<ReadMeeting>, house: &House, number: Option<i64>, supplement: bool) -> Result<Response, Problem> {
    let sources = agendas::sources(&mut house.read().await?, *pass.id()).await?;
    let version = version_of(&sources, number)?;
    let which = if supplement { which_supplement(&sources, version.number)? } else { Which::Whole };
    sent(house, packing::members(sources, &version, which, false, house.now(), &house.settings.address), Readers::This).await
}

/// The pack as it last went out.
pub(crate) async fn whole(pass: May<ReadMeeting>, State(house): State<House>) -> Result<Response, Problem> {
    members(&pass, &house, None, false).await
}

/// The pack as it went out with a version of the agenda.
pub(crate) async fn version(
    pass: May<ReadMeeting>,
    State(house): State<House>,
    Path((_, number)): Path<(MeetingId, i64)>,
) -> Result<Response, Problem> {
    members(&pass, &house, Some(number), false).await
}

/// Only the pages that came with a version of the agenda.
pub(crate) async fn supplement(
    pass: May<ReadMeeting>,
    State(house): State<House>,
    Path((_, number)): Path<(MeetingId, i64)>,
) -> Result<Response, Problem> {
    members(&pass, &house, Some(number), true).await
}

/// The pack as it would go out now.
pub(crate) async fn draft(pass: May<CallMeeting>, State(house): State<House>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let mut sources = agendas::sources(&mut read, *pass.id()).await?;
    let mut frozen = meetings::rules::freeze(&sources.meeting, &sources.items);
    numbers::preview(&house, &mut read, &sources.meeting, &mut frozen, &sources.papers, &sources.versions).await?;
    drop(read);
    // The same draft is the same file for the whole of a day.
    let today = kernel::Zone::london().instant(house.today(), kernel::Hour::midnight());
    let number = sources.versions.first().map_or(1, |last| last.number + 1);
    let version = AgendaVersion {
        number,
        sent_at: today,
        due_by: None,
        late: false,
        late_reason: None,
        clause: None,
        sent_to: 0,
        frozen,
        changes: Findings::none(),
    };
    sources.versions.insert(0, version.clone());
    sent(&house, packing::members(sources, &version, Which::Whole, true, today, &house.settings.address), Readers::This).await
}

async fn everybody(pass: &May<SeeEditions>, house: &House, number: Option<i64>, supplement: bool) -> Result<Response, Problem> {
    let sources = agendas::sources(&mut house.read().await?, *pass.id()).await?;
    let version = version_of(&sources, number)?;
    let which = if supplement { which_supplement(&sources, version.number)? } else { Which::Whole };
    let pack = public::pack(pass, sources, &version, which, house.now(), &house.settings.address).ok_or(Error::NotFound)?;
    sent(house, pack.into_inner(), Readers::Everybody).await
}

/// The public edition of the pack as it last went out.
pub(crate) async fn public_whole(pass: May<SeeEditions>, State(house): State<House>) -> Result<Response, Problem> {
    everybody(&pass, &house, None, false).await
}

/// The public edition of a supplement.
pub(crate) async fn public_supplement(
    pass: May<SeeEditions>,
    State(house): State<House>,
    Path((_, number)): Path<(MeetingId, i64)>,
) -> Result<Response, Problem> {
    everybody(&pass, &house, Some(number), true).await
}

/// A paper in the list of what is in the pack.
#[derive(Debug, Clone, Serialize)]
struct Line {
    title: String,
    href: Option<String>,
    first: i64,
    count: i64,
    /// `paper`, `exempt`, `withdrawn`, `replaced`.
    what: &'static str,
    /// The supplement it came with.
    supplement: Option<i64>,
}

/// An item of it.
#[derive(Debug, Clone, Serialize)]
struct Item {
    number: String,
    title: String,
    lines: Vec<Line>,
}

/// A sending of the agenda.
#[derive(Debug, Clone, Serialize)]
struct Sending {
    number: i64,
    sent_at: Instant,
    supplement: Option<i64>,
    /// What changed, for whoever reads as a member.
    changes: Vec<Told>,
}

#[derive(Serialize)]
struct PackPage {
    meeting: Meeting,
    public: bool,
    officer: bool,
    /// Where the files of this edition lie.
    at: String,
    /// Whether there is a pack that went out.
    out: bool,
    /// The highest number of a page.
    last_page: i64,
    items: Vec<Item>,
    sendings: Vec<Sending>,
    /// For whom it is printed; told to the secretariat.
    on_paper: Vec<String>,
    /// Somebody is expected: there are name plates to print.
    expected: bool,
}

impl web::Page for PackPage {
    const TEMPLATE: &'static str = "packs/pack.html";
    fn sample() -> Self {
        let line = |what, supplement| Line {
            title: "Domestic abuse services: what the joint review of commissioning found, and what follows".to_owned(),
            href: (what == "paper").then(|| "/papers/1".to_owned()),
            first: 37,
            count: if what == "withdrawn" { 1 } else { 12 },
            what,
            supplement,
        };
        let changes = told(
            &kernel::Finding::warn("changed-paper-arrived-at").with("number", 4).with("paper", "Flood plan").with("pages", "49–60").into(),
            None,
        );
        Self {
            meeting: sample_meeting(),
            public: false,
            officer: true,
            at: "/meetings/1".to_owned(),
            out: true,
            last_page: 60,
            items: vec![
                Item { number: "1".to_owned(), title: "Apologies".to_owned(), lines: Vec::new() },
                Item {
                    number: "4".to_owned(),
                    title: "Safer streets fund & <what became of it>".to_owned(),
                    lines: vec![line("paper", None), line("exempt", None), line("withdrawn", None), line("replaced", None), line("paper", Some(1))],
                },
            ],
            sendings: vec![
                Sending { number: 2, sent_at: Instant::from_seconds(1_800_000_000), supplement: Some(1), changes },
                Sending { number: 1, sent_at: Instant::from_seconds(1_799_000_000), supplement: None, changes: Vec::new() },
            ],
            on_paper: vec!["Maud Penhaligon-Featherstonehaugh".to_owned(), "Ada Fenn".to_owned()],
            expected: true,
        }
    }
}
web::page!(PackPage);

fn sample_meeting() -> Meeting {
    Meeting {
        id: uuid::Uuid::nil().into(),
        body: uuid::Uuid::nil().into(),
        body_name: "Wealdshire Safer and Stronger Communities Executive Board".to_owned(),
        body_slug: "wealdshire-executive".to_owned(),
        partnership: uuid::Uuid::nil().into(),
        partnership_name: "Wealdshire Partnership".to_owned(),
        partnership_slug: "wealdshire".to_owned(),
        nation: "England and Wales".to_owned(),
        day: kernel::Day::constant(2027, 1, 14),
        starts_at: None,
        ends_at: None,
        place: None,
        joining_link: None,
        access_note: None,
        kind: meetings::model::MeetingKind::Ordinary,
        state: meetings::model::MeetingState::Called,
        fixed_on: None,
        called_at: None,
        opened_at: None,
        closed_at: None,
        cancelled_reason: None,
        written_up: false,
        source: None,
        note: None,
        sequence: 0,
        version: 1,
    }
}

fn items(sections: Vec<Section>, versions: &[AgendaVersion]) -> Vec<Item> {
    let line = |piece: crate::model::Piece| Line {
        href: matches!(piece.what, What::Paper(_)).then(|| format!("/papers/{}", piece.paper)),
        title: piece.title,
        first: piece.first,
        count: piece.count,
        what: match piece.what {
            What::Paper(_) => "paper",
            What::Exempt(_) => "exempt",
            What::Withdrawn { .. } => "withdrawn",
            What::Replaced(_) => "replaced",
        },
        supplement: rules::supplement(piece.came_with, versions),
    };
    sections.into_iter().map(|item| Item { number: item.number, title: item.title, lines: item.pieces.into_iter().map(line).collect() }).collect()
}

fn last_page(versions: &[AgendaVersion]) -> i64 {
    let papers = versions.iter().flat_map(|version| &version.frozen.items).flat_map(|item| &item.papers);
    papers.filter_map(|paper| Some(paper.first_page? + paper.page_count? - 1)).max().unwrap_or(0)
}

/// The pack for whoever reads as a member.
pub(crate) async fn page(pass: May<ReadMeeting>, State(house): State<House>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let sources = agendas::sources(&mut read, *pass.id()).await?;
    let officer = pass.capacity() == "secretary";
    let (on_paper, expected) = if officer {
        (store::on_paper(&mut read, *pass.id()).await?, !store::expected(&mut read, *pass.id()).await?.is_empty())
    } else {
        (Vec::new(), false)
    };
    drop(read);
    let (meeting, versions) = (sources.meeting.clone(), sources.versions.clone());
    let sections = match version_of(&sources, None) {
        Ok(version) => packing::members(sources, &version, Which::Whole, false, house.now(), &house.settings.address).items,
        Err(_) => Vec::new(),
    };
    let sendings = versions.iter().map(|version| Sending {
        number: version.number,
        sent_at: version.sent_at,
        supplement: rules::supplement(version.number, &versions),
        changes: told(&version.changes, None),
    });
    let page = PackPage {
        public: false,
        officer,
        at: format!("/meetings/{}", meeting.id),
        out: versions.first().is_some_and(|last| last.frozen.front > 0),
        last_page: last_page(&versions),
        items: items(sections, &versions),
        sendings: sendings.collect(),
        on_paper,
        expected,
        meeting,
    };
    Ok(web::page(pass.who(), framed(&page.meeting, "packs-page-title", false).noindex(), &page))
}

/// The pack for everybody.
pub(crate) async fn public_page(pass: May<SeeEditions>, State(house): State<House>) -> Result<Response, Problem> {
    let sources = agendas::sources(&mut house.read().await?, *pass.id()).await?;
    let (meeting, versions) = (sources.meeting.clone(), sources.versions.clone());
    let version = version_of(&sources, None)?;
    let pack = public::pack(&pass, sources, &version, Which::Whole, house.now(), &house.settings.address).ok_or(Error::NotFound)?;
    let sendings = versions.iter().map(|version| Sending {
        number: version.number,
        sent_at: version.sent_at,
        supplement: rules::supplement(version.number, &versions),
        changes: Vec::new(),
    });
    let page = PackPage {
        public: true,
        officer: false,
        at: format!("/meetings/{}/public", meeting.id),
        out: true,
        last_page: last_page(&versions),
        items: items(pack.into_inner().items, &versions),
        sendings: sendings.collect(),
        on_paper: Vec::new(),
        expected: false,
        meeting,
    };
    Ok(web::page(pass.who(), framed(&page.meeting, "packs-page-title", true), &page))
}
