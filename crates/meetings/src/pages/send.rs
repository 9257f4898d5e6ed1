//! Sending an agenda: what will go to whom, then the button named after it.

use access::{House, May, Problem};
use axum::extract::State;
use axum::response::Response;
use kernel::{Day, Zone};
use serde::{Deserialize, Serialize};
use web::{Form, FormView, Told, told};

use super::sample;
use crate::acts::{self, Sending};
use crate::model::{FrozenItem, ItemKind, ItemState, Meeting, MeetingState};
use crate::rights::CallMeeting;
use crate::{rules, store};

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Fields {
    late_reason: String,
}

/// Somebody whom a letter goes to.
#[derive(Debug, Clone, Serialize)]
struct To {
    name: String,
    address: String,
    member: Option<String>,
}

#[derive(Serialize)]
struct SendPage {
    meeting: Meeting,
    form: FormView,
    items: Vec<FrozenItem>,
    number: i64,
    changes: Vec<Told>,
    findings: Vec<Told>,
    late: bool,
    reason_needed: bool,
    /// Something stands in the way, so that there is no button.
    stopped: bool,
    due: Option<Day>,
    clause: Option<String>,
    to: Vec<To>,
    unreached: Vec<String>,
    charter: String,
}

impl web::Page for SendPage {
    const TEMPLATE: &'static str = "meetings/send.html";
    fn sample() -> Self {
        let meeting = sample::meeting(MeetingState::Called);
        let version = sample::version(2, true);
        Self {
            items: rules::freeze(&meeting, &[sample::item(2, ItemKind::Business, ItemState::Accepted)]).items,
            form: FormView::default(),
            number: 2,
            changes: told(&version.changes, None),
            findings: told(&kernel::Finding::warn("agenda-papers-to-follow").with("count", 1).into(), None),
            late: true,
            reason_needed: true,
            stopped: false,
            due: Some(meeting.day),
            clause: Some("3.16".to_owned()),
            to: vec![To { name: "Maud Penhaligon".to_owned(), address: "maud@example.org".to_owned(), member: Some("Ada Fenn".to_owned()) }],
            unreached: vec!["Bill Longname-Withoutaddress".to_owned()],
            charter: "/bodies/wealdshire-executive/charter".to_owned(),
            meeting,
        }
    }
}
web::page!(SendPage);

async fn built(house: &House, pass: &May<CallMeeting>, form: FormView) -> Result<(web::Frame, SendPage), Problem> {
    let mut read = house.read().await?;
    let prepared = acts::prepare(&mut read, *pass.id(), house.now().day(&Zone::london())).await?;
    let meeting = prepared.meeting;
    let to = store::would_reach(&mut read, &meeting, house.today()).await?;
    let charter = super::charter_of(&meeting.body_slug);
    let first = prepared.versions.is_empty();
    let page = SendPage {
        form: form.charter(&charter),
        items: prepared.frozen.items,
        number: prepared.versions.first().map_or(1, |last| last.number + 1),
        changes: told(&prepared.changes, None),
        findings: told(&prepared.findings, Some(&charter)),
        late: prepared.late,
        reason_needed: prepared.late && first,
        stopped: prepared.findings.refuses(),
        due: prepared.due.as_ref().map(|(by, _)| *by),
        clause: prepared.due.map(|(_, clause)| clause),
        to: to.iter().filter_map(|r| Some(To { name: r.name.clone(), address: r.address.clone()?, member: r.member.clone() })).collect(),
        unreached: to.iter().filter(|r| r.address.is_none()).map(|r| r.name.clone()).collect(),
        charter,
        meeting,
    };
    let frame = super::beneath(&page.meeting, web::words("send-title", &[]));
    Ok((frame, page))
}

pub(super) async fn confirm(pass: May<CallMeeting>, State(house): State<House>) -> Result<Response, Problem> {
    let (frame, page) = built(&house, &pass, FormView::new(&house)).await?;
    Ok(web::page(pass.who(), frame, &page))
}

pub(super) async fn send(pass: May<CallMeeting>, State(house): State<House>, form: Form<Fields>) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let sending = Sending { late_reason: Some(form.value.late_reason.clone()), letters: true, sent_at: None };
    match form.outcome(acts::send(&house, &pass, &sending).await)? {
        Ok(_) => Ok(web::go(format!("/meetings/{}/prepare", pass.id()))),
        Err(view) => {
            let (frame, page) = built(&house, &pass, view).await?;
            Ok(web::again(pass.who(), frame, &page))
        }
    }
}
