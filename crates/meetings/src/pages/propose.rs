//! Putting terms of reference to a meeting: which meeting, what changes, what it would have meant, which majority it takes.

use access::{Act as _, House, May, Problem};
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::{Day, Error, Findings, MeetingId};
use serde::{Deserialize, Serialize};
use terms::Change;
use web::{Form, FormView, Told, told};

use super::{charter_of, frame_of_body};
use crate::acts::{self, Put};
use crate::consult::{Lateness, lateness_for};
use crate::model::Meeting;
use crate::rights::{CallMeeting, ProposeTerms};
use crate::store;

/// A meeting to which it can be put.
#[derive(Debug, Clone, Serialize)]
struct Choice {
    value: String,
    text: String,
    hint: String,
}

#[derive(Serialize)]
struct ProposePage {
    form: FormView,
    slug: String,
    body: String,
    /// The version that is put; none where it is the draft.
    number: Option<i64>,
    choices: Vec<Choice>,
    /// How many clauses differ from the terms in force; none where there are none.
    changed: Option<usize>,
    /// The rules by which it is decided, each with its clause.
    decided: Vec<(String, String)>,
    /// Why it cannot be put.
    against: Vec<Told>,
}

impl web::Page for ProposePage {
    const TEMPLATE: &'static str = "meetings/propose.html";
    fn sample() -> Self {
        let choice = Choice { value: "1".to_owned(), text: "Tuesday 5 May 2026".to_owned(), hint: "The chair rules on it (5.2).".to_owned() };
        let decided = vec![("a change of these terms is decided by two thirds of the members.".to_owned(), "9.1".to_owned())];
        Self {
            form: FormView::default(),
            slug: "wealdshire-board".to_owned(),
            body: "Wealdshire Partnership board".to_owned(),
            number: Some(3),
            choices: vec![choice],
            changed: Some(2),
            decided,
            against: told(&kernel::Finding::refuse("charter-draft-empty").into(), None),
        }
    }
}
web::page!(ProposePage);

/// The meetings ahead of a body and of the one that it is within, where this person keeps their agendas: the body's own first.
async fn meetings(pass: &May<ProposeTerms>, read: &mut ::store::Read, today: Day) -> kernel::Result<Vec<Meeting>> {
    let own = *pass.id();
    let above = acts::above(read, own, pass.partnership(), today).await?;
    let mut found = Vec::new();
    // One body, or two.
    for body in std::iter::once(own).chain(above) {
        if body == own || bodies::rights::standing(read, pass.who(), body).await?.secretary {
            let mut ahead = store::meetings_of_body(read, body, Some(today), None).await?;
            ahead.retain(|meeting| meeting.state.is_ahead() && meeting.day >= today);
            ahead.sort_by_key(|meeting| meeting.day);
            found.extend(ahead);
        }
    }
    Ok(found)
}

/// Each meeting with how an item stands to its deadline today, as far as the body's own terms say; those that they refuse are left out.
fn choices(meetings: &[Meeting], own: kernel::BodyId, change: &Change, today: Day) -> Vec<Choice> {
    let charter = change.in_force.as_ref().map(|found| std::sync::Arc::clone(&found.charter));
    let lateness = lateness_for(charter, meetings, today);
    let choice = |(meeting, lateness): (&Meeting, Lateness)| {
        let (day, ours) = (web::spelling::weekday(meeting.day), meeting.body == own);
        let hint = match lateness {
            Lateness::Late { sentence, .. } if ours => web::words("propose-late", &[("sentence", &sentence)]),
            Lateness::Refused(_) if ours => return None,
            _ => String::new(),
        };
        Some(Choice { value: meeting.id.to_string(), text: if ours { day } else { format!("{day}, {}", meeting.body_name) }, hint })
    };
    meetings.iter().zip(lateness).filter_map(choice).collect()
}

async fn page(pass: &May<ProposeTerms>, house: &House, number: Option<i64>, form: Option<FormView>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let (own, today) = (*pass.id(), house.today());
    let put = number.map_or(Put::Draft { seen: None }, |number| Put::Version { number, seen: None });
    let ready = acts::ready(&mut read, own, put).await?;
    let change = Change::of(&mut read, own, &ready.text, today).await?;
    let head = store::body(&mut read, own).await?;
    let choices = choices(&meetings(pass, &mut read, today).await?, own, &change, today);
    let charter = charter_of(&head.slug);
    let mut findings = ready.findings;
    findings.push_if(choices.is_empty(), || kernel::Finding::refuse("charter-no-meeting"));
    let mut against = told(&findings, Some(&charter));
    against.extend(terms::forbidden(&change.amendment, &charter));
    let form = form.unwrap_or_else(|| {
        let view = FormView::new(house).at_version(ready.seen);
        // Where there is one meeting only, it is chosen already.
        match choices.as_slice() {
            [only] => view.with("meeting", &only.value),
            _ => view,
        }
    });
    let frame = frame_of_body(&head, web::words("propose-title", &[])).under(web::words("charter-title", &[]), charter.clone());
    let frame = match number {
        Some(number) => frame.under(web::words("charter-number", &[("number", &number.to_string())]), format!("{charter}/versions/{number}")),
        None => frame.under(web::words("draft-crumb", &[]), format!("{charter}/draft")),
    };
    let refused = form.refuses();
    let changed = change.changed();
    let page = ProposePage { form, slug: head.slug, body: head.name, number, choices, changed, decided: change.decided, against };
    Ok(if refused { web::again(pass.who(), frame, &page) } else { web::page(pass.who(), frame, &page) })
}

pub(super) async fn of_draft(pass: May<ProposeTerms>, State(house): State<House>) -> Result<Response, Problem> {
    page(&pass, &house, None, None).await
}

pub(super) async fn of_version(
    pass: May<ProposeTerms>,
    State(house): State<House>,
    Path((_, number)): Path<(String, i64)>,
) -> Result<Response, Problem> {
    page(&pass, &house, Some(number), None).await
}

/// Which meeting is chosen.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Fields {
    meeting: String,
}

async fn put(pass: May<ProposeTerms>, house: &House, number: Option<i64>, form: Form<Fields>) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let mut findings = Findings::none();
    let chosen: Option<MeetingId> = web::note(&mut findings, web::parse_id("meeting", &form.value.meeting));
    let Some(meeting) = chosen else {
        return page(&pass, house, number, Some(form.refused(findings))).await;
    };
    let mut read = house.read().await?;
    // Another body's agenda is its own secretariat's.
    if !CallMeeting::judge(&mut read, pass.who(), &meeting).await?.is_yes() {
        return Err(Error::NotFound.into());
    }
    drop(read);
    let seen = Some(form.version);
    let what = number.map_or(Put::Draft { seen }, |number| Put::Version { number, seen });
    match form.outcome(acts::propose(house, &pass, what, meeting).await)? {
        Ok((_, meeting)) => Ok(web::go(format!("/meetings/{meeting}/prepare"))),
        Err(refused) => page(&pass, house, number, Some(refused)).await,
    }
}

pub(super) async fn draft(pass: May<ProposeTerms>, State(house): State<House>, form: Form<Fields>) -> Result<Response, Problem> {
    put(pass, &house, None, form).await
}

pub(super) async fn version(
    pass: May<ProposeTerms>,
    State(house): State<House>,
    Path((_, number)): Path<(String, i64)>,
    form: Form<Fields>,
) -> Result<Response, Problem> {
    put(pass, &house, Some(number), form).await
}

#[derive(Serialize)]
struct TakeBackPage {
    form: FormView,
    slug: String,
    body: String,
    number: i64,
    day: Option<Day>,
    /// The agenda went out with it.
    sent: bool,
    against: Vec<Told>,
}

impl web::Page for TakeBackPage {
    const TEMPLATE: &'static str = "meetings/take-back.html";
    fn sample() -> Self {
        Self {
            form: FormView::default(),
            slug: "wealdshire-board".to_owned(),
            body: "Wealdshire Partnership board".to_owned(),
            number: 3,
            day: Some(Day::constant(2026, 5, 5)),
            sent: true,
            against: told(&kernel::Finding::refuse("charter-under-way").into(), None),
        }
    }
}
web::page!(TakeBackPage);

async fn take_back_page(pass: &May<ProposeTerms>, house: &House, number: i64, form: Option<FormView>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let version = terms::store::version(&mut read, *pass.id(), number).await?.version;
    let proposed = terms::store::proposed(&mut read, &version).await?.filter(|proposed| proposed.standing() == "waiting");
    let head = store::body(&mut read, *pass.id()).await?;
    let state = proposed.as_ref().and_then(|proposed| proposed.meeting_state.as_deref());
    let mut findings = Findings::none();
    findings.push_if(proposed.is_none(), || kernel::Finding::refuse("charter-not-waiting"));
    findings.push_if(matches!(state, Some("open" | "closed")), || kernel::Finding::refuse("charter-under-way"));
    let sent = state == Some("called");
    let frame = frame_of_body(&head, web::words("take-back-title", &[])).under(web::words("charter-title", &[]), charter_of(&head.slug));
    let form = form.unwrap_or_else(|| FormView::new(house).at_version(version.version));
    let refused = form.refuses();
    let day = proposed.and_then(|proposed| proposed.day);
    let page = TakeBackPage { form, slug: head.slug, body: head.name, number, day, sent, against: told(&findings, None) };
    Ok(if refused { web::again(pass.who(), frame, &page) } else { web::page(pass.who(), frame, &page) })
}

pub(super) async fn taking_back(
    pass: May<ProposeTerms>,
    State(house): State<House>,
    Path((_, number)): Path<(String, i64)>,
) -> Result<Response, Problem> {
    take_back_page(&pass, &house, number, None).await
}

/// Nothing is typed.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct Nothing {}

pub(super) async fn take_back(
    pass: May<ProposeTerms>,
    State(house): State<House>,
    Path((slug, number)): Path<(String, i64)>,
    form: Form<Nothing>,
) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    match form.outcome(acts::take_back(&house, &pass, number, form.version).await)? {
        Ok(()) => Ok(web::go(format!("/bodies/{slug}/charter/draft"))),
        Err(refused) => take_back_page(&pass, &house, number, Some(refused)).await,
    }
}
