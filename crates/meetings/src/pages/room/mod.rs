//! The meeting page: the agenda on the left, the item in the middle, the room on the right. Whoever may read the meeting may
//! have it open; the secretariat has the buttons. Each column is a fragment of its own, fetched anew when the meeting moves.

mod acts;
mod view;

use access::{House, May, Problem, Routes};
use axum::extract::{Query, State};
use axum::response::Response;
use kernel::ItemId;
use serde::{Deserialize, Serialize};
use web::FormView;

use crate::model::Meeting;
use crate::rights::ReadMeeting;
use view::{Agenda, Column, Room, RoomPage};

pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/meetings/{meeting}/room", show)
        .get("/meetings/{meeting}/room/agenda", agenda)
        .get("/meetings/{meeting}/room/item", item)
        .get("/meetings/{meeting}/room/people", people)
        .get("/meetings/{meeting}/live", live)
        .post("/meetings/{meeting}/open", acts::open)
        .get("/meetings/{meeting}/close", acts::close_form)
        .post("/meetings/{meeting}/close", acts::close)
        .post("/meetings/{meeting}/reopen", acts::reopen)
        .post("/meetings/{meeting}/roll", acts::arrive)
        .post("/meetings/{meeting}/roll/answered", acts::arrive_as_answered)
        .post("/meetings/{meeting}/roll/{attendance}/leave", acts::leave)
        .post("/meetings/{meeting}/roll/{attendance}/undo", acts::undo)
        .post("/meetings/{meeting}/presiding", acts::preside)
        .post("/meetings/{meeting}/presiding/undo", acts::undo_presiding)
        .post("/meetings/{meeting}/items/{item}/reach", acts::reach)
        .post("/meetings/{meeting}/items/{item}/notes", acts::notes)
        .post("/meetings/{meeting}/items/{item}/sub-group", acts::sub_group)
}

/// Which item stands in the middle; without one, the item that was reached last.
#[derive(Debug, Clone, Default, Deserialize, Serialize)]
#[serde(default)]
pub(super) struct At {
    item: Option<ItemId>,
}

pub(super) async fn show(pass: May<ReadMeeting>, State(house): State<House>, Query(at): Query<At>) -> Result<Response, Problem> {
    let room = Room::load(&house, &pass, at.item).await?;
    let frame = framed(&room.meeting);
    Ok(web::page(pass.who(), frame, &RoomPage::of(&|| FormView::new(&house), room, FormView::new(&house))))
}

/// The page again, after one of its buttons was refused.
async fn again(
    house: &House,
    pass: &access::Permit<crate::rights::CallMeeting>,
    who: &access::Who,
    item: Option<ItemId>,
    form: FormView,
) -> Result<Response, Problem> {
    let room = Room::load_for(house, *pass.id(), pass.capacity(), item).await?;
    // Not live: what was typed stands in this page alone until it is sent again.
    let frame = titled(&room.meeting);
    Ok(web::again(who, frame, &RoomPage::of(&|| FormView::new(house), room, form)))
}

fn titled(meeting: &Meeting) -> web::Frame {
    let title = web::words("room-title", &[("day", &meeting.day.to_string())]);
    super::beneath(meeting, title).wide().noindex()
}

fn framed(meeting: &Meeting) -> web::Frame {
    titled(meeting).live(format!("/meetings/{}/live", meeting.id))
}

async fn agenda(pass: May<ReadMeeting>, State(house): State<House>, Query(at): Query<At>) -> Result<Response, Problem> {
    let room = Room::load(&house, &pass, at.item).await?;
    Ok(web::fragment(&Agenda { agenda: room.agenda(), meeting: room.meeting }))
}

async fn item(pass: May<ReadMeeting>, State(house): State<House>, Query(at): Query<At>) -> Result<Response, Problem> {
    let room = Room::load(&house, &pass, at.item).await?;
    Ok(web::fragment(&view::ItemColumn { item: room.item(&|| FormView::new(&house)), meeting: room.meeting }))
}

async fn people(pass: May<ReadMeeting>, State(house): State<House>, Query(at): Query<At>) -> Result<Response, Problem> {
    let room = Room::load(&house, &pass, at.item).await?;
    Ok(web::fragment(&Column { people: room.people(&|| FormView::new(&house)), meeting: room.meeting }))
}

/// Says that the meeting moved, and nothing of how: the page fetches with its own rights.
async fn live(pass: May<ReadMeeting>, State(house): State<House>) -> Result<Response, Problem> {
    Ok(web::stream(&house, vec![Meeting::topic(*pass.id())]))
}
