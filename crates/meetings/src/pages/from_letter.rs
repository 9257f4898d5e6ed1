//! What somebody does from a letter without an account: asks for an item, or says what a sub-group reports. Showing acts on
//! nothing; the button does.

use access::{ByLink, House, Problem};
use axum::extract::State;
use axum::response::Response;
use kernel::{Finding, Findings, Word as _};
use serde::{Deserialize, Serialize};
use web::{Form, FormView, Frame};

use super::agenda::{self, AskFields};
use super::sample;
use crate::acts;
use crate::model::{Meeting, MeetingState, SubGroupAnswer, SubGroupReport};
use crate::rights::{ReportForSubGroup, RequestItem};
use crate::store;

pub(super) async fn ask_form(pass: ByLink<RequestItem>, State(house): State<House>) -> Result<Response, Problem> {
    agenda::ask_by_link(&house, &pass, FormView::new(&house), None).await
}

pub(super) async fn ask(pass: ByLink<RequestItem>, State(house): State<House>, form: Form<AskFields>) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    match agenda::asked(&house, &pass, &form).await? {
        Ok(title) => agenda::ask_by_link(&house, &pass, FormView::new(&house), Some(title)).await,
        Err(view) => agenda::ask_by_link(&house, &pass, view, None).await,
    }
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct ReportFields {
    answer: String,
    words: String,
}

#[derive(Serialize)]
struct ReportPage {
    meeting: Meeting,
    report: SubGroupReport,
    address: String,
    over: bool,
    done: bool,
    form: FormView,
}

impl web::Page for ReportPage {
    const TEMPLATE: &'static str = "meetings/sub-group.html";
    fn sample() -> Self {
        Self {
            meeting: sample::meeting(MeetingState::Called),
            report: SubGroupReport {
                id: uuid::Uuid::nil(),
                meeting: sample::nil(),
                item: sample::nil(),
                body: sample::nil(),
                body_name: "Housing group".to_owned(),
                answer: Some(SubGroupAnswer::Reported),
                words: Some("The refuge opens in March.".to_owned()),
                version: 1,
            },
            address: "/sub-group-report/abc".to_owned(),
            over: false,
            done: true,
            form: FormView::default(),
        }
    }
}
web::page!(ReportPage);

async fn report_page(house: &House, pass: &ByLink<ReportForSubGroup>, refused: Option<FormView>, done: bool) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let report = store::sub_group_report(&mut read, pass.id().0).await?;
    let meeting = store::meeting(&mut read, report.meeting).await?;
    let again = refused.is_some();
    let form = refused.unwrap_or_else(|| {
        FormView::new(house)
            .at_version(report.version)
            .with("answer", report.answer.map_or("", SubGroupAnswer::word))
            .with("words", report.words.as_deref().unwrap_or_default())
    });
    let title = web::words("sub-group-report-title", &[("group", &report.body_name), ("body", &meeting.body_name)]);
    let frame = Frame::titled(title).of(super::brand(&meeting.partnership_name, &meeting.partnership_slug)).noindex();
    let address = format!("/sub-group-report/{}", pass.token());
    let page = ReportPage { over: !meeting.state.takes_answers(), meeting, report, address, done, form };
    Ok(if again { web::again(pass.who(), frame, &page) } else { web::page(pass.who(), frame, &page) })
}

pub(super) async fn report_form(pass: ByLink<ReportForSubGroup>, State(house): State<House>) -> Result<Response, Problem> {
    report_page(&house, &pass, None, false).await
}

pub(super) async fn report(pass: ByLink<ReportForSubGroup>, State(house): State<House>, form: Form<ReportFields>) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let mut findings = Findings::none();
    let answer = SubGroupAnswer::parse(&form.value.answer).filter(|answer| *answer != SubGroupAnswer::NothingReceived);
    findings.push_if(answer.is_none(), || Finding::refuse("sub-group-answer-missing").at("answer"));
    let words = web::note(&mut findings, web::parse_text_if_any("words", &form.value.words, 4000)).flatten();
    let done = match answer {
        Some(answer) if !findings.refuses() => acts::report_for_sub_group(&house, &pass, form.version, answer, words.as_deref()).await,
        _ => Err(kernel::Error::Refused(findings)),
    };
    match form.outcome(done)? {
        Ok(()) => report_page(&house, &pass, None, true).await,
        Err(view) => report_page(&house, &pass, Some(view), false).await,
    }
}
