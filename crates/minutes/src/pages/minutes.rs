//! The minutes of a meeting: what they say, how far they are, and the one thing to do next.

use access::{House, May, Problem, Visible};
use axum::extract::State;
use axum::response::Response;
use decisions::model::How;
use kernel::{Finding, Findings, MeetingId, Word as _};
use serde::{Deserialize, Serialize};
use web::{Form, FormView, Frame, words};

use crate::model::{Approval, Content, Correction, MinutesState, Reply};
use crate::pages::{Choice, sample_content, standing, state_says};
use crate::rights::{ClearMinutes, KeepMinutes, ReadMinutes, ReplyOnMinutes};
use crate::{acts, store};

#[derive(Debug, Serialize)]
struct MinutesPage {
    meeting: MeetingId,
    content: Content,
    state: MinutesState,
    tone: &'static str,
    /// What is known about the state: who cleared them, when they were sent, which meeting approved them.
    says: String,
    over: bool,
    officer: bool,
    may_clear: bool,
    may_reply: bool,
    kept: i64,
    replies: Vec<Reply>,
    corrections: Vec<Correction>,
    corrections_href: String,
    charter: String,
    later: Vec<Choice>,
    manners: Vec<Choice>,
    form: FormView,
}

fn tone(state: MinutesState) -> &'static str {
    match state {
        MinutesState::Draft => "draft",
        MinutesState::Cleared => "needs",
        MinutesState::Circulated => "sent",
        MinutesState::Approved => "agreed",
    }
}

async fn show(pass: &May<ReadMinutes>, house: &House, form: FormView) -> Result<(Frame, MinutesPage), Problem> {
    let meeting = *pass.id();
    let mut read = house.read().await?;
    let desk = store::desk(&mut read, meeting).await?;
    let state = desk.minutes.state();
    let content = Visible::under(pass, standing(&mut read, meeting, &desk).await?).into_inner();
    let officer = pass.capacity() == "secretary";
    let replies = if officer && desk.replies > 0 { store::replies(&mut read, meeting).await? } else { Vec::new() };
    let corrections = if state == MinutesState::Approved { store::corrections_of_meeting(&mut read, meeting).await? } else { Vec::new() };
    let later = if officer && state == MinutesState::Circulated { store::later_meetings(&mut read, meeting).await? } else { Vec::new() };
    let later: Vec<Choice> = later
        .into_iter()
        .map(|(id, day, item)| Choice { value: item.map_or_else(|| id.to_string(), |item| format!("{id}:{item}")), text: web::spelling::day(day) })
        .collect();
    let form = match later.as_slice() {
        [only] if !form.refuses() => form.with("at_meeting", &only.value),
        _ => form,
    };
    let manners =
        [How::Consensus, How::NotRecorded].map(|how| Choice { value: how.word().to_owned(), text: words(&format!("minutes-manner-{how}"), &[]) });
    let form = if officer && state == MinutesState::Draft && !form.refuses() {
        form.with("introduction", &content.introduction).at_version(desk.minutes.head().version)
    } else {
        form
    };
    let page = MinutesPage {
        meeting,
        state,
        tone: tone(state),
        says: state_says(&desk),
        over: desk.over,
        officer,
        may_clear: state == MinutesState::Draft && desk.over && matches!(pass.capacity(), "secretary" | "chair" | "vice-chair" | "presiding"),
        may_reply: state == MinutesState::Circulated && matches!(pass.capacity(), "member" | "chair" | "vice-chair" | "assistant"),
        kept: desk.kept,
        replies,
        corrections,
        corrections_href: format!("/bodies/{}/corrections", desk.body_slug),
        charter: format!("/bodies/{}/charter", desk.body_slug),
        later,
        manners: manners.into(),
        content,
        form,
    };
    let title = words("minutes-title", &[("day", &desk.day.to_string())]);
    let frame = Frame::titled(title).caption(&desk.body_name).under(&desk.body_name, format!("/bodies/{}", desk.body_slug));
    let frame = frame.under(web::spelling::day(desk.day), format!("/meetings/{meeting}")).history(pass.capacity(), format!("/history/{meeting}"));
    Ok((frame, page))
}

/// `GET /meetings/{meeting}/minutes`
pub async fn minutes(pass: May<ReadMinutes>, State(house): State<House>) -> Result<Response, Problem> {
    let (frame, page) = show(&pass, &house, FormView::new(&house)).await?;
    Ok(web::page(pass.who(), frame, &page))
}

fn back(meeting: MeetingId) -> Response {
    web::go(format!("/meetings/{meeting}/minutes"))
}

/// The page again with its reasons, when an act was refused.
async fn answered<T, R>(reader: &May<ReadMinutes>, house: &House, form: &Form<T>, done: kernel::Result<R>) -> Result<Response, Problem> {
    match form.outcome(done)? {
        Ok(_) => Ok(back(*reader.id())),
        Err(view) => {
            let (frame, page) = show(reader, house, view).await?;
            Ok(web::again(reader.who(), frame, &page))
        }
    }
}

/// The officer's own words.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct IntroductionFields {
    introduction: String,
}

/// `POST /meetings/{meeting}/minutes/introduction`
pub async fn introduce(
    pass: May<KeepMinutes>,
    reader: May<ReadMinutes>,
    State(house): State<House>,
    form: Form<IntroductionFields>,
) -> Result<Response, Problem> {
    let done = acts::introduce(&house, &pass.with_key(Some(form.key)), &form.value.introduction, form.version).await;
    answered(&reader, &house, &form, done).await
}

/// Nothing is typed: the button says it.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Nothing {}

/// `POST /meetings/{meeting}/minutes/ask-clearance`
pub async fn ask_clearance(
    pass: May<KeepMinutes>,
    reader: May<ReadMinutes>,
    State(house): State<House>,
    form: Form<Nothing>,
) -> Result<Response, Problem> {
    let done = acts::ask_clearance(&house, &pass.with_key(Some(form.key))).await;
    answered(&reader, &house, &form, done).await
}

/// `POST /meetings/{meeting}/minutes/clear`
pub async fn clear(pass: May<ClearMinutes>, reader: May<ReadMinutes>, State(house): State<House>, form: Form<Nothing>) -> Result<Response, Problem> {
    let done = acts::clear(&house, &pass.with_key(Some(form.key))).await;
    answered(&reader, &house, &form, done).await
}

/// `POST /meetings/{meeting}/minutes/circulate`
pub async fn circulate(
    pass: May<KeepMinutes>,
    reader: May<ReadMinutes>,
    State(house): State<House>,
    form: Form<Nothing>,
) -> Result<Response, Problem> {
    let done = acts::circulate(&house, &pass.with_key(Some(form.key))).await;
    answered(&reader, &house, &form, done).await
}

/// `POST /meetings/{meeting}/minutes/reopen`
pub async fn reopen(pass: May<KeepMinutes>, reader: May<ReadMinutes>, State(house): State<House>, form: Form<Nothing>) -> Result<Response, Problem> {
    let done = acts::reopen(&house, &pass.with_key(Some(form.key))).await;
    answered(&reader, &house, &form, done).await
}

/// What is typed when a meeting approved the minutes.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ApproveFields {
    at_meeting: String,
    how: String,
    amended: String,
}

/// `POST /meetings/{meeting}/minutes/approve`
pub async fn approve(
    pass: May<KeepMinutes>,
    reader: May<ReadMinutes>,
    State(house): State<House>,
    form: Form<ApproveFields>,
) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let mut findings = Findings::none();
    let (meeting, item) = match form.value.at_meeting.split_once(':') {
        Some((meeting, item)) => (meeting, item.parse().ok()),
        None => (form.value.at_meeting.as_str(), None),
    };
    let at_meeting: Option<MeetingId> = web::note(&mut findings, web::parse_id("at_meeting", meeting));
    let how = How::parse(&form.value.how).unwrap_or(How::Consensus);
    let done = match at_meeting {
        None => Err(kernel::Error::Refused(findings)),
        Some(at_meeting) => {
            let (_, on) = store::meeting_of(&mut house.read().await?, at_meeting).await?;
            let approval = Approval { on, at_meeting, decision: None, amended: form.value.amended == "yes" };
            match item {
                Some(item) => acts::approve_at_item(&house, &pass, item, how, approval).await,
                None => Err(kernel::Error::refuse(Finding::refuse("approval-no-item").at("at_meeting"))),
            }
        }
    };
    answered(&reader, &house, &form, done).await
}

/// What a member answers.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ReplyFields {
    pub(super) agreed: String,
    pub(super) words: String,
}

/// `POST /meetings/{meeting}/minutes/reply`
pub async fn reply(
    pass: May<ReplyOnMinutes>,
    reader: May<ReadMinutes>,
    State(house): State<House>,
    form: Form<ReplyFields>,
) -> Result<Response, Problem> {
    let done = acts::reply(&house, &pass.with_key(Some(form.key)), form.value.agreed == "yes", &form.value.words).await;
    answered(&reader, &house, &form, done).await
}

impl web::Page for MinutesPage {
    const TEMPLATE: &'static str = "minutes/minutes.html";
    fn sample() -> Self {
        let reply =
            Reply { name: "Ada".into(), at: kernel::Instant::from_seconds(1_170_000_000), agreed: false, words: "Item 3: it was 33, not 32".into() };
        let correction = super::corrections::sample_correction();
        Self {
            meeting: MeetingId(uuid::Uuid::nil()),
            content: sample_content(),
            state: MinutesState::Circulated,
            tone: "sent",
            says: "Sent to the members on 25 January 2007".into(),
            over: true,
            officer: true,
            may_clear: true,
            may_reply: true,
            kept: 2,
            replies: vec![reply],
            corrections: vec![correction],
            corrections_href: "/bodies/x/corrections".into(),
            charter: "/bodies/x/charter".into(),
            later: vec![Choice { value: "1:2".into(), text: "26 April 2007".into() }],
            manners: vec![Choice { value: "consensus".into(), text: "by consensus".into() }],
            form: FormView::default(),
        }
    }
}
web::page!(MinutesPage);
