//! A meeting as those who sit on its body read it: what is on, what is mine to answer, what changed.

use access::{House, May, Problem};
use axum::extract::State;
use axum::response::Response;
use kernel::Hour;
use serde::Serialize;
use web::{Told, told};

use super::sample;
use crate::model::{AgendaVersion, FrozenItem, Invitation, Item, ItemKind, ItemState, Meeting, MeetingState};
use crate::rights::ReadMeeting;
use crate::{rules, store};

/// A meeting that follows.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Next {
    id: kernel::MeetingId,
    day: kernel::Day,
    starts_at: Option<Hour>,
    place: Option<String>,
}

/// A version of the agenda with what changed, in words.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Sent {
    version: AgendaVersion,
    changes: Vec<Told>,
}

#[derive(Serialize)]
struct Reader {
    meeting: Meeting,
    items: Vec<FrozenItem>,
    /// The agenda has gone out, or the meeting has been held.
    settled: bool,
    /// Its papers went out bound in a pack.
    pack: bool,
    sent: Vec<Sent>,
    mine: Vec<Invitation>,
    requests: Vec<Item>,
    next: Vec<Next>,
    may_call: bool,
    may_ask: bool,
    /// Sits or comes here, and so may declare an interest.
    may_declare: bool,
    /// There are minutes that this reader may read.
    minutes: bool,
    charter: String,
}

impl web::Page for Reader {
    const TEMPLATE: &'static str = "meetings/reader.html";
    fn sample() -> Self {
        let meeting = sample::meeting(MeetingState::Called);
        let items = [
            sample::item(1, ItemKind::Apologies, ItemState::Accepted),
            sample::item(2, ItemKind::Business, ItemState::Accepted),
            sample::item(3, ItemKind::Business, ItemState::Accepted),
        ];
        let version = sample::version(2, true);
        Self {
            items: rules::freeze(&meeting, &items).items,
            settled: true,
            pack: true,
            sent: vec![Sent { changes: told(&version.changes, None), version }],
            mine: vec![sample::invitation(None), sample::invitation(Some(crate::model::Reply::Substitute))],
            requests: vec![sample::item(4, ItemKind::Business, ItemState::Requested), sample::item(5, ItemKind::Business, ItemState::Returned)],
            next: vec![Next { id: meeting.id, day: meeting.day, starts_at: meeting.starts_at, place: meeting.place.clone() }],
            meeting,
            may_call: true,
            may_ask: true,
            may_declare: true,
            minutes: true,
            charter: "/bodies/wealdshire-executive/charter".to_owned(),
        }
    }
}
web::page!(Reader);

pub(super) async fn show(pass: May<ReadMeeting>, State(house): State<House>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let meeting = store::meeting(&mut read, *pass.id()).await?;
    let items = store::items(&mut read, meeting.id).await?;
    let versions = store::versions(&mut read, meeting.id).await?;
    let mine = match pass.person() {
        Some(person) => store::invitations_for(&mut read, meeting.id, person, house.today()).await?,
        None => Vec::new(),
    };
    let next = store::next_meetings(&mut read, meeting.body, meeting.day).await?;
    let next = next.into_iter().map(|(id, day, starts_at, place)| Next { id, day, starts_at, place }).collect();
    // Until the agenda goes out again, readers see it as it went out. Once the meeting is held, they see what it dealt with.
    let held = matches!(meeting.state, MeetingState::Open | MeetingState::Closed);
    let shown = match versions.first() {
        Some(last) if !held => last.frozen.items.clone(),
        None if !held => Vec::new(),
        _ => rules::freeze_numbered(&items),
    };
    let requests = items.into_iter().filter(|item| item.requested_by.is_some() && item.requested_by == pass.person()).collect();
    let pack = versions.first().is_some_and(|last| last.frozen.front > 0);
    let settled = held || !versions.is_empty();
    let may_call = pass.capacity() == "secretary";
    let minuted = if held { interests::store::minutes_state(&mut read, meeting.id).await? } else { None };
    // Until they go round, minutes are for the secretariat and for who clears them.
    let minutes = meeting.state == MeetingState::Closed
        && (matches!(minuted.as_deref(), Some("circulated" | "approved")) || matches!(pass.capacity(), "secretary" | "chair" | "vice-chair"));
    let page = Reader {
        items: shown,
        settled,
        pack,
        sent: versions.into_iter().map(|version| Sent { changes: told(&version.changes, None), version }).collect(),
        mine,
        requests,
        next,
        may_call,
        may_declare: matches!(meeting.state, MeetingState::Called | MeetingState::Open)
            && matches!(pass.capacity(), "member" | "chair" | "vice-chair" | "substitute"),
        minutes,
        may_ask: meeting.state.is_ahead() && matches!(pass.capacity(), "member" | "chair" | "vice-chair" | "assistant"),
        charter: super::charter_of(&meeting.body_slug),
        meeting,
    };
    let frame = super::frame(&page.meeting, web::words("meeting-title", &[("day", &page.meeting.day.to_string())]))
        .history(pass.capacity(), format!("/history/{}", page.meeting.id));
    Ok(web::page(pass.who(), frame.noindex(), &page))
}
