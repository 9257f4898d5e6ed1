//! An answer that came by mail, for the secretariat to take as a report or to leave.

use access::{House, May, Problem};
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::{ActionId, Error, Finding, Instant};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use web::{Form, FormView, Frame, words};

use crate::model::{NewReport, ReportKind};
use crate::pages::shortened;
use crate::rights::ChangeAction;
use crate::store::Filed;
use crate::{acts, store as actions};

#[derive(Debug, Serialize)]
struct AnswerPage {
    action: ActionId,
    words: String,
    filed: Filed,
    form: FormView,
}

impl web::Page for AnswerPage {
    const TEMPLATE: &'static str = "actions/answer.html";
    fn sample() -> Self {
        let filed = Filed {
            id: Uuid::nil(),
            person: Uuid::nil().into(),
            name: "Maud Penhaligon-Featherstonehaugh".into(),
            came_at: Instant::from_seconds(1_800_000_000),
            words: "The letter is written.\nIt goes on Monday.".into(),
            left_out: vec!["budget.xls".into()],
            settled: None,
        };
        Self { action: ActionId(Uuid::nil()), words: "Write to Government about the cuts in funding".into(), filed, form: FormView::default() }
    }
}
web::page!(AnswerPage);

async fn show(house: &House, pass: &May<ChangeAction>, answer: Uuid, refused: Option<FormView>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let id = *pass.id();
    let action = actions::action(&mut read, id).await?;
    let filed = actions::answer(&mut read, id, answer).await?;
    let again = refused.is_some();
    let form = refused.unwrap_or_else(|| FormView::new(house).with("words", &filed.words));
    let frame = Frame::titled(words("action-answer-title", &[("name", &filed.name)]))
        .under(&action.body_name, format!("/bodies/{}", action.body_slug))
        .under(shortened(&action.words), format!("/actions/{id}"));
    let page = AnswerPage { action: id, words: action.words, filed, form };
    Ok(if again { web::again(pass.who(), frame, &page) } else { web::page(pass.who(), frame, &page) })
}

fn named(text: &str) -> Result<Uuid, Error> {
    text.parse().map_err(|_| Error::NotFound)
}

/// `GET /actions/{action}/answers/{answer}`
pub async fn read_answer(
    pass: May<ChangeAction>,
    State(house): State<House>,
    Path((_, answer)): Path<(String, String)>,
) -> Result<Response, Problem> {
    show(&house, &pass, named(&answer)?, None).await
}

/// What is chosen for an answer.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct AnswerFields {
    kind: String,
    words: String,
    until: String,
}

impl AnswerFields {
    /// The report it is taken as; none where it is left.
    fn read(&self) -> Result<Option<NewReport>, Error> {
        if self.kind == "leave" {
            return Ok(None);
        }
        let mut findings = kernel::Findings::none();
        findings.push_if(self.kind.is_empty(), || Finding::refuse("action-answer-unsaid").at("kind"));
        let kind = if self.kind.is_empty() { None } else { web::note(&mut findings, web::parse_word::<ReportKind>("kind", &self.kind)) };
        let until = web::note(&mut findings, web::parse_day_if_any("until", &self.until));
        match (kind, until) {
            (Some(kind), Some(until)) => Ok(Some(NewReport { kind, words: self.words.clone(), until })),
            _ => Err(Error::Refused(findings)),
        }
    }
}

/// `POST /actions/{action}/answers/{answer}`
pub async fn settle_answer(
    pass: May<ChangeAction>,
    State(house): State<House>,
    Path((_, answer)): Path<(String, String)>,
    form: Form<AnswerFields>,
) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let answer = named(&answer)?;
    let done = match form.value.read() {
        Ok(Some(report)) => acts::take_answer(&house, &pass, answer, report).await,
        Ok(None) => acts::leave_answer(&house, &pass, answer).await,
        Err(refused) => Err(refused),
    };
    match form.outcome(done)? {
        Ok(()) => Ok(web::go(format!("/actions/{}", pass.id()))),
        Err(view) => show(&house, &pass, answer, Some(view)).await,
    }
}
