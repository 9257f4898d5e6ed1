//! Reporting from the letter, with no account. The link shows; the button acts.

use access::{ByLink, House, Problem, Visible};
use axum::extract::State;
use axum::response::Response;
use serde::Serialize;
use web::{Form, FormView, Frame, words};

use crate::acts;
use crate::model::ActionState;
use crate::pages::action::{ReportFields, Told, told as told_report};
use crate::pages::{due_words, owner_words};
use crate::rights::ReportAction;
use crate::store as actions;

#[derive(Debug, Serialize)]
struct Owed {
    words: String,
    body: String,
    owners: Vec<String>,
    due: String,
    reports: Vec<Told>,
}

#[derive(Debug, Serialize)]
struct LinkPage {
    act: String,
    acts_for: String,
    over: Option<String>,
    owed: Owed,
    form: FormView,
}

async fn show(pass: &ByLink<ReportAction>, house: &House, form: FormView) -> Result<(Frame, LinkPage), Problem> {
    let mut read = house.read().await?;
    let action = Visible::under(pass, actions::action(&mut read, *pass.id()).await?);
    let reports = actions::reports(&mut read, *pass.id()).await?;
    let acts_for = match pass.person() {
        Some(person) => actions::name_of(&mut read, person).await?,
        None => String::new(),
    };
    let over = match action.state {
        ActionState::Done => Some(words("action-link-done", &[("day", &action.ended_on.map(|day| day.to_string()).unwrap_or_default())])),
        ActionState::Dropped => Some(words("action-link-dropped", &[])),
        ActionState::Open | ActionState::NotRecorded => None,
    };
    // A link never shows what is exempt: whoever holds the letter is not thereby known.
    let said = if action.exempt { words("action-link-exempt", &[]) } else { action.words.clone() };
    let owed = Owed {
        words: said,
        body: action.body_name.clone(),
        owners: action.owners.iter().map(owner_words).collect(),
        due: due_words(&action),
        reports: if action.exempt { Vec::new() } else { reports.iter().map(told_report).collect() },
    };
    let frame = Frame::titled(words("action-link-title", &[])).caption(&action.body_name).noindex();
    let page = LinkPage { act: format!("/action-report/{}", pass.token()), acts_for, over, owed, form };
    Ok((frame, page))
}

/// `GET /action-report/{token}`
pub async fn ask(pass: ByLink<ReportAction>, State(house): State<House>) -> Result<Response, Problem> {
    let (frame, page) = show(&pass, &house, FormView::new(&house)).await?;
    Ok(web::page(pass.who(), frame, &page))
}

/// `POST /action-report/{token}`
pub async fn told(pass: ByLink<ReportAction>, State(house): State<House>, form: Form<ReportFields>) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let done = match form.value.read() {
        Ok(report) => acts::report(&house, &pass, report, None).await,
        Err(refused) => Err(refused),
    };
    match form.outcome(done)? {
        Ok(()) => {
            let (frame, page) = show(&pass, &house, FormView::new(&house)).await?;
            Ok(web::page(pass.who(), frame, &page))
        }
        Err(form) => {
            let (frame, page) = show(&pass, &house, form).await?;
            Ok(web::again(pass.who(), frame, &page))
        }
    }
}

impl web::Page for LinkPage {
    const TEMPLATE: &'static str = "actions/link.html";
    fn sample() -> Self {
        let owed = Owed {
            words: "Bring the final draft of the Sevenoaks District community action plan to the April meeting".into(),
            body: "West Kent Partnership".into(),
            owners: vec!["Robin Hales".into()],
            due: "26 April 2007".into(),
            reports: Vec::new(),
        };
        Self { act: "/action-report/x".into(), acts_for: "Robin Hales".into(), over: None, owed, form: FormView::default() }
    }
}
web::page!(LinkPage);
