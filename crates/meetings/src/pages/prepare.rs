//! The officer's page before a meeting: what is due by when, what stands on the agenda, who answered what.

use access::{House, May, Problem};
use axum::extract::State;
use axum::response::Response;
use kernel::{Findings, Zone};
use serde::Serialize;
use web::{FormView, Told, told};

use super::arising::{Arising, arising};
use super::sample;
use crate::model::{Invitation, Item, ItemKind, ItemState, Meeting, MeetingState, Reply, Ruling, Step};
use crate::rights::CallMeeting;
use crate::{consult, rules, store};

/// An item with the form of its buttons.
#[derive(Serialize)]
struct Line {
    item: Item,
    number: Option<String>,
    first: bool,
    last: bool,
    ruling: Option<kernel::RulingId>,
    form: FormView,
}

/// How many answered what.
#[derive(Debug, Default, Serialize)]
struct Answers {
    invited: usize,
    coming: usize,
    apologies: usize,
    substitutes: usize,
    silent: usize,
}

#[derive(Serialize)]
struct Prepare {
    meeting: Meeting,
    form: FormView,
    timeline: Vec<Step>,
    on: Vec<Line>,
    requested: Vec<Line>,
    invitations: Vec<Invitation>,
    answers: Answers,
    sent: usize,
    /// What the agenda of today differs in from the one that went out last.
    changes: Vec<Told>,
    findings: Vec<Told>,
    /// What the meeting will hear of under matters arising.
    arising: Vec<Arising>,
    charter: String,
    today: kernel::Day,
}

impl web::Page for Prepare {
    const TEMPLATE: &'static str = "meetings/prepare.html";
    fn sample() -> Self {
        let line = |n, state| Line {
            item: sample::item(n, ItemKind::Business, state),
            number: Some(n.to_string()),
            first: n == 1,
            last: n == 3,
            ruling: (state == ItemState::AwaitingRuling).then(sample::nil),
            form: FormView::default(),
        };
        let meeting = sample::meeting(MeetingState::Called);
        let version = sample::version(1, false);
        Self {
            form: FormView::default(),
            timeline: [("notify_item", "over"), ("send_papers", "done"), ("send_agenda", "late"), ("send_notice", "due"), ("meeting", "ahead")]
                .map(|(code, standing)| sample::step(code, standing))
                .to_vec(),
            on: vec![line(1, ItemState::Accepted), line(2, ItemState::AwaitingRuling), line(3, ItemState::Accepted)],
            requested: vec![line(4, ItemState::Requested)],
            invitations: [None, Some(Reply::Coming), Some(Reply::Apologies), Some(Reply::Substitute)].map(sample::invitation).to_vec(),
            answers: Answers { invited: 4, coming: 1, apologies: 1, substitutes: 1, silent: 1 },
            sent: 1,
            changes: told(&version.changes, None),
            findings: told(&kernel::Finding::warn("agenda-items-unanswered").with("count", 2).into(), None),
            arising: vec![Arising::sample()],
            charter: "/bodies/wealdshire-executive/charter".to_owned(),
            today: meeting.day,
            meeting,
        }
    }
}
web::page!(Prepare);

async fn built(house: &House, pass: &May<CallMeeting>, form: FormView) -> Result<(web::Frame, Prepare), Problem> {
    let zone = Zone::london();
    let mut read = house.read().await?;
    let meeting = store::meeting(&mut read, *pass.id()).await?;
    let items = store::items(&mut read, meeting.id).await?;
    let versions = store::versions(&mut read, meeting.id).await?;
    let rulings: Vec<Ruling> = store::rulings(&mut read, meeting.id).await?;
    let invitations = store::invitations(&mut read, meeting.id).await?;
    let duties = consult::Terms::of(&mut read, &meeting).await?.duties();
    let timeline = rules::timeline(&duties, &meeting, &versions, house.today(), &zone);
    let changes = versions.first().map_or_else(Findings::none, |last| rules::changes(&last.frozen, &rules::freeze(&meeting, &items)));
    let charter = super::charter_of(&meeting.body_slug);
    let mut findings = if meeting.state.is_ahead() { rules::drawn_up(&meeting, &items) } else { Findings::none() };
    // The page says itself that nothing stands there yet; a refusal is for who tries to send it.
    findings.0.retain(|finding| finding.code != "agenda-empty");
    let unrecognised = invitations.iter().filter(|i| i.seat.is_some() && i.unrecognised().is_some()).count();
    findings
        .push_if(meeting.state.takes_answers() && unrecognised > 0, || kernel::Finding::warn("substitutes-unrecognised").with("count", unrecognised));
    let numbers: Vec<(kernel::ItemId, String)> = rules::numbered(&items).into_iter().map(|(n, item)| (item.id, n)).collect();
    let (on, rest): (Vec<Item>, Vec<Item>) =
        items.into_iter().partition(|item| matches!(item.state, ItemState::Accepted | ItemState::AwaitingRuling));
    let count = on.len();
    let line = |(n, item): (usize, Item)| Line {
        number: numbers.iter().find(|(id, _)| *id == item.id).map(|(_, number)| number.clone()),
        first: n == 0,
        last: n + 1 == count,
        ruling: rulings.iter().find(|r| r.item == Some(item.id) && r.choice.is_none()).map(|r| r.id),
        form: FormView::new(house),
        item,
    };
    let seated: Vec<&Invitation> = invitations.iter().filter(|i| i.seat.is_some()).collect();
    let said = |reply: Reply| seated.iter().filter(|i| i.reply == Some(reply)).count();
    let answers = Answers {
        invited: seated.len(),
        coming: said(Reply::Coming),
        apologies: said(Reply::Apologies),
        substitutes: said(Reply::Substitute),
        silent: seated.iter().filter(|i| i.reply.is_none()).count(),
    };
    let arising = arising(&actions::store::open_for(&mut read, meeting.body, meeting.day).await?, house.today());
    let page = Prepare {
        arising,
        form,
        timeline,
        on: on.into_iter().enumerate().map(line).collect(),
        requested: rest.into_iter().filter(|item| item.state == ItemState::Requested).enumerate().map(line).collect(),
        answers,
        invitations,
        sent: versions.len(),
        changes: told(&changes, None),
        findings: told(&findings, Some(&charter)),
        charter,
        today: house.today(),
        meeting,
    };
    let frame = super::beneath(&page.meeting, web::words("prepare-title", &[])).live(format!("/meetings/{}/live", page.meeting.id));
    Ok((frame, page))
}

pub(super) async fn show(pass: May<CallMeeting>, State(house): State<House>) -> Result<Response, Problem> {
    let (frame, page) = built(&house, &pass, FormView::new(&house)).await?;
    Ok(web::page(pass.who(), frame, &page))
}

/// The same page after one of its buttons was refused.
pub(super) async fn again(house: &House, pass: May<CallMeeting>, form: FormView) -> Result<Response, Problem> {
    let (frame, page) = built(house, &pass, form).await?;
    Ok(web::again(pass.who(), frame, &page))
}
