//! The public edition of a meeting: its agenda, its open papers, what it decided, and where its minutes are.

use access::{House, May, Problem, Published};
use axum::extract::State;
use axum::response::Response;
use bodies::model::{Audience, DocumentClass};
use kernel::{Day, Instant};
use matters::public::PublicPaper;
use serde::Serialize;

use super::{framed, sees};
use crate::public::{self, Cleared, MeetingLine, PublicItem};
use crate::rights::SeeMeeting;
use crate::store::{self, DecisionRow};

#[derive(Debug, Clone, Serialize)]
struct Entry {
    item: PublicItem,
    papers: Vec<Published<PublicPaper>>,
}

#[derive(Debug, Clone, Serialize)]
struct Shown {
    line: MeetingLine,
    access_note: Option<String>,
    note: Option<String>,
    source: Option<String>,
    sent_at: Option<Instant>,
    held: bool,
    /// Its day is past: an agenda that was not sent is not sent any more.
    past: bool,
    /// Its papers are to be had as one file.
    pack: bool,
    entries: Vec<Entry>,
    loose: Vec<Published<PublicPaper>>,
}

#[derive(Serialize)]
struct MeetingPage {
    slug: String,
    body: String,
    shown: Option<Cleared<Shown>>,
    decisions: Option<Cleared<Vec<DecisionRow>>>,
    /// Where this reader reads the whole of it.
    whole: Option<String>,
}

impl web::Page for MeetingPage {
    const TEMPLATE: &'static str = "public/meeting.html";
    fn sample() -> Self {
        let item = |exempt: bool| PublicItem {
            id: None,
            number: "4".to_owned(),
            title: (!exempt).then(|| "Bids for the <second> round".to_owned()),
            exempt,
            ground: exempt.then(|| "3, business affairs (Schedule 12A)".to_owned()),
            presenter: Some("Maud Penhaligon".to_owned()),
            late_reason: Some("The bid closed yesterday.".to_owned()),
        };
        let papers = vec![
            public::common(PublicPaper::ToFollow { title: "Evaluation".to_owned() }),
            public::common(PublicPaper::Exempt {
                title: None,
                pages: Some((37, 12)),
                ground: Some(("3".to_owned(), "Schedule 12A".to_owned(), "business affairs".to_owned())),
            }),
            public::common(PublicPaper::Withdrawn {
                title: "First draft".to_owned(),
                on: Day::constant(2027, 1, 1),
                reason: Some("Superseded".to_owned()),
                pages: None,
            }),
            public::common(PublicPaper::Kept { title: "Notes".to_owned() }),
        ];
        let shown = Shown {
            line: super::calendar::sample_line("closed"),
            access_note: Some("Lift, hearing loop".to_owned()),
            note: Some("Held in two rooms.".to_owned()),
            source: Some("Notes of the meeting".to_owned()),
            sent_at: Some(Instant::from_seconds(1_799_000_000)),
            held: true,
            past: true,
            pack: true,
            entries: vec![Entry { item: item(false), papers: papers.clone() }, Entry { item: item(true), papers: Vec::new() }],
            loose: papers,
        };
        Self {
            slug: "wealdshire-board".to_owned(),
            body: "Wealdshire Partnership board".to_owned(),
            shown: Some(Cleared::sample(shown)),
            decisions: Some(Cleared::sample(super::decisions::sample_rows())),
            whole: Some("/meetings/1".to_owned()),
        }
    }
}
web::page!(MeetingPage);

pub(crate) async fn meeting(pass: May<SeeMeeting>, State(house): State<House>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let found = store::meeting(&mut read, *pass.id()).await?;
    let head = bodies::store::head(&mut read, found.body).await?;
    let standing = pass.known();
    let line = MeetingLine::of(&found.row, |class| sees(&head, standing, class));
    let held = matches!(found.row.state.as_str(), "open" | "closed");
    let shown = if sees(&head, standing, DocumentClass::Agenda) {
        let rows = store::items(&mut read, found.row.id).await?;
        let items = match &found.frozen {
            _ if held => public::items_held(&rows),
            Some(frozen) => public::items_sent(frozen, &rows),
            None => public::items_held(&[]),
        };
        let papers = matters::public::papers_of_meeting(&mut read, found.row.id).await?;
        let of = |id: Option<&str>| {
            papers.iter().filter(|(item, _)| item.map(|item| item.to_string()).as_deref() == id).map(|(_, paper)| paper.clone()).collect()
        };
        let entries = items.into_inner().into_iter().map(|item| Entry { papers: of(item.id.as_deref().or(Some(""))), item }).collect();
        let opened = [DocumentClass::Agenda, DocumentClass::Papers].into_iter().all(|class| head.audience(class) == Audience::Public);
        let shown = Shown {
            pack: opened
                && found.frozen.as_ref().and_then(|frozen| frozen.get("front")).and_then(serde_json::Value::as_i64).is_some_and(|front| front > 0),
            access_note: found.access_note,
            note: found.note,
            source: found.source,
            sent_at: found.sent_at.filter(|_| line.agenda),
            held,
            past: found.row.day < house.today(),
            entries,
            loose: of(None),
            line: line.clone(),
        };
        public::cleared(&pass, standing, &head, DocumentClass::Agenda, shown)
    } else {
        None
    };
    let decisions = if sees(&head, standing, DocumentClass::Decisions) {
        let rows = store::decisions(&mut read, found.body, Some(found.row.id), 100).await?;
        public::cleared(&pass, standing, &head, DocumentClass::Decisions, rows)
    } else {
        None
    };
    let whole = standing.filter(|standing| standing.reads_as_member()).map(|_| format!("/meetings/{}", found.row.id));
    let title = match &shown {
        Some(_) => web::words("meeting-public-title", &[("day", &web::spelling::weekday(found.row.day))]),
        None => web::words("meeting-kept-title", &[]),
    };
    let frame = framed(&head, title).under(web::words("calendar-title", &[]), format!("/bodies/{}/calendar", head.body.slug));
    let page = MeetingPage { slug: head.body.slug.clone(), body: head.body.name.clone(), shown, decisions, whole };
    Ok(web::page(pass.who(), frame, &page))
}
