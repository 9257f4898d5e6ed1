//! One action: what is owed, what was reported, and the form to report.

use access::{Act as _, House, May, Problem, Visible};
use axum::extract::State;
use axum::response::Response;
use kernel::{ActionId, Instant};
use serde::{Deserialize, Serialize};
use store::history_of;
use web::{Form, FormView, Frame, words};

use crate::model::{Action, ActionState, NewReport, Report, ReportKind};
use crate::pages::{Tag, due_words, owner_words, shortened, state_tag};
use crate::rights::{ChangeAction, ReadAction, ReportAction};
use crate::store::Filed;
use crate::{acts, store as actions};

/// A line of an action's story.
#[derive(Debug, Serialize)]
pub(super) struct Told {
    at: Instant,
    text: String,
    who: Option<String>,
    capacity: Option<String>,
    detail: Option<String>,
}

#[derive(Debug, Serialize)]
struct Facts {
    id: ActionId,
    words: String,
    body: String,
    body_href: String,
    meeting_href: Option<String>,
    meeting: Option<String>,
    owners: Vec<String>,
    due: String,
    state: Tag,
    exempt: bool,
    reports: Vec<Told>,
    /// What came by mail and waits for the secretariat.
    answers: Vec<Filed>,
    history: Vec<Told>,
}

#[derive(Debug, Serialize)]
struct ActionPage {
    facts: Facts,
    may_report: bool,
    may_change: bool,
    form: FormView,
}

/// What a report says, as a line of a timeline.
pub(super) fn told(report: &Report) -> Told {
    let until = report.until.map(|day| day.to_string()).unwrap_or_default();
    Told {
        at: report.at,
        text: words(&format!("action-reported-{}", report.kind), &[("until", &until)]),
        who: report.person_name.clone(),
        capacity: None,
        detail: Some(report.words.clone()).filter(|words| !words.is_empty()),
    }
}

async fn show(pass: &May<ReadAction>, house: &House, form: FormView) -> Result<(Frame, ActionPage), Problem> {
    let id = *pass.id();
    let mut read = house.read().await?;
    let action = Visible::under(pass, actions::action(&mut read, id).await?);
    let reports = actions::reports(&mut read, id).await?;
    let history = history_of(&mut read, ::store::Whose::Record(id.0), 50).await?;
    let open = matches!(action.state, ActionState::Open | ActionState::NotRecorded);
    let may_report = open && ReportAction::judge(&mut read, pass.who(), &id).await?.is_yes();
    let may_change = pass.capacity() == "secretary" || ChangeAction::judge(&mut read, pass.who(), &id).await?.is_yes();
    let history = history.into_iter().map(|line| Told {
        at: line.at,
        text: words(&format!("event-{}", line.name.replace('.', "-")), &[]),
        who: line.person_name,
        capacity: Some(line.capacity),
        detail: None,
    });
    let answers = if may_change { actions::answers(&mut read, id).await? } else { Vec::new() };
    let facts = Facts { answers, ..facts(house, &action, &reports, history.collect()) };
    let body_href = format!("/bodies/{}", action.body_slug);
    let frame = Frame::titled(shortened(&action.words)).caption(words("action-caption", &[])).under(&action.body_name, body_href);
    Ok((frame, ActionPage { facts, may_report, may_change, form }))
}

fn facts(house: &House, action: &Visible<Action>, reports: &[Report], history: Vec<Told>) -> Facts {
    Facts {
        id: action.id,
        words: action.words.clone(),
        body: action.body_name.clone(),
        body_href: format!("/bodies/{}", action.body_slug),
        meeting_href: action.meeting.map(|id| format!("/meetings/{id}")),
        meeting: action.meeting_day.map(|day| words("action-meeting-of", &[("day", &day.to_string())])),
        owners: action.owners.iter().map(owner_words).collect(),
        due: due_words(action),
        state: state_tag(action, house.today()),
        exempt: action.exempt,
        reports: reports.iter().map(told).collect(),
        answers: Vec::new(),
        history,
    }
}

/// `GET /actions/{action}`
pub async fn read(pass: May<ReadAction>, State(house): State<House>) -> Result<Response, Problem> {
    let (frame, page) = show(&pass, &house, FormView::new(&house)).await?;
    Ok(web::page(pass.who(), frame, &page))
}

/// What is typed to report.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ReportFields {
    kind: String,
    words: String,
    until: String,
}

impl ReportFields {
    /// What it means, or why it means nothing.
    pub(super) fn read(&self) -> kernel::Result<NewReport> {
        let mut findings = kernel::Findings::none();
        let kind = web::note(&mut findings, web::parse_word::<ReportKind>("kind", &self.kind));
        let until = web::note(&mut findings, web::parse_day_if_any("until", &self.until));
        match (kind, until) {
            (Some(kind), Some(until)) => Ok(NewReport { kind, words: self.words.clone(), until }),
            _ => Err(kernel::Error::Refused(findings)),
        }
    }
}

/// `POST /actions/{action}/report`
pub async fn report(
    pass: May<ReportAction>,
    reader: May<ReadAction>,
    State(house): State<House>,
    form: Form<ReportFields>,
) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let done = match form.value.read() {
        Ok(report) => acts::report(&house, &pass, report, None).await,
        Err(refused) => Err(refused),
    };
    match form.outcome(done)? {
        Ok(()) => Ok(web::go(format!("/actions/{}", pass.id()))),
        Err(form) => {
            let (frame, page) = show(&reader, &house, form).await?;
            Ok(web::again(reader.who(), frame, &page))
        }
    }
}

impl web::Page for ActionPage {
    const TEMPLATE: &'static str = "actions/action.html";
    fn sample() -> Self {
        let told = |detail: Option<&str>| Told {
            at: Instant::from_seconds(1_170_000_000),
            text: "Needs until 1 May 2007".into(),
            who: Some("Mandy Wynne".into()),
            capacity: Some("owner by link".into()),
            detail: detail.map(str::to_owned),
        };
        let facts = Facts {
            id: ActionId(uuid::Uuid::nil()),
            words: "Write to Government about the cuts in funding, in connection with the comprehensive spending review".into(),
            body: "West Kent Partnership".into(),
            body_href: "/bodies/west-kent-partnership".into(),
            meeting_href: Some("/meetings/1".into()),
            meeting: Some("Meeting of 18 January 2007".into()),
            owners: vec!["Chair (Melvyn Howell)".into(), "Niki Luscombe".into()],
            due: "next meeting (26 April 2007)".into(),
            state: Tag { text: "Overdue".into(), tone: "late" },
            exempt: true,
            reports: vec![told(Some("The letter is drafted."))],
            answers: vec![Filed {
                id: uuid::Uuid::nil(),
                person: uuid::Uuid::nil().into(),
                name: "Mandy Wynne".into(),
                came_at: Instant::from_seconds(1_170_000_000),
                words: "It is done.".into(),
                left_out: Vec::new(),
                settled: None,
            }],
            history: vec![told(None)],
        };
        Self { facts, may_report: true, may_change: true, form: FormView::default() }
    }
}
web::page!(ActionPage);
