//! The buttons of the meeting page. Each is an ordinary form; the script sends it in the background and fetches the columns anew.

use access::{House, May, Problem};
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::{AttendanceId, Findings, Hour, ItemId, MeetingId, PersonId, SeatId, Word as _};
use serde::{Deserialize, Serialize};
use web::{Form, FormView};

use super::super::sample;
use crate::acts::{self as verbs, Arrival, Comer};
use crate::model::{Capacity, Meeting, MeetingState, PresidesAs, SubGroupAnswer, When};
use crate::rights::CallMeeting;
use crate::store;

fn room(meeting: MeetingId, item: Option<ItemId>) -> String {
    match item {
        Some(item) => format!("/meetings/{meeting}/room?item={item}"),
        None => format!("/meetings/{meeting}/room"),
    }
}

/// Fields that every button of the room sends: the item in the middle, and the moment.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Fields {
    /// The item in the middle, for the way back.
    item: String,
    /// The item at which it happened; empty for the beginning.
    at_item: String,
    /// The number of that item, typed.
    at_number: String,
    hour: String,
    /// `now` where a button was pressed at the moment itself: the server's clock and the item the meeting is at.
    moment: String,
    /// Which of the page's forms it was, so that it is shown again where it stood.
    which: String,
    person: String,
    name: String,
    seat: String,
    capacity: String,
    description: String,
    agreement: String,
    reason: String,
    notes: String,
    answer: String,
}

impl Fields {
    fn item(&self) -> Option<ItemId> {
        self.item.parse().ok()
    }

    /// When it happened. Pressed at the moment itself: by the clock, at the item that the meeting has reached, whatever its
    /// officer looks at; written up, at the item looked at. Somebody who comes before any item was reached was there from the
    /// beginning. Else as it was typed.
    async fn when(&self, house: &House, meeting: MeetingId, leaves: bool, findings: &mut Findings) -> kernel::Result<When> {
        let typed = self.at_number.trim();
        if self.moment != "now" && typed.is_empty() {
            let hour = web::note(findings, web::parse_hour_if_any("hour", &self.hour)).flatten();
            return Ok(When { hour, item: self.at_item.parse().ok() });
        }
        let mut read = house.read().await?;
        let meeting = store::meeting(&mut read, meeting).await?;
        let items = store::items(&mut read, meeting.id).await?;
        let items = crate::rules::numbered(&items);
        if self.moment != "now" {
            let hour = web::note(findings, web::parse_hour_if_any("hour", &self.hour)).flatten();
            let item = items.iter().find(|(number, _)| number == typed).map(|(_, item)| item.id);
            findings.push_if(item.is_none(), || kernel::Finding::refuse("item-number-unknown").at("at_number").with("typed", typed));
            return Ok(When { hour, item });
        }
        let (today, clock) = verbs::hour_now(house);
        let at_the_table = meeting.day == today && !meeting.written_up;
        let first = items.first().map(|(_, item)| item.id);
        let reached = items.iter().rev().find(|(_, item)| item.started_at.is_some() && item.ended_at.is_none()).map(|(_, item)| item.id);
        let item = if at_the_table { reached } else { reached.or(self.item()) };
        if !leaves && (item.is_none() || item == first) {
            return Ok(When::default());
        }
        Ok(When { hour: at_the_table.then_some(clock), item: item.or(first) })
    }
}

async fn done(house: &House, pass: May<CallMeeting>, form: &Form<Fields>, result: kernel::Result<()>) -> Result<Response, Problem> {
    match form.outcome(result)? {
        Ok(()) => Ok(web::go(room(*pass.id(), form.value.item()))),
        Err(view) => super::again(house, &pass, pass.who(), form.value.item(), view).await,
    }
}

pub(super) async fn open(pass: May<CallMeeting>, State(house): State<House>, form: Form<Fields>) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let result = verbs::open(&house, &pass).await;
    done(&house, pass, &form, result).await
}

pub(super) async fn reopen(pass: May<CallMeeting>, State(house): State<House>, form: Form<Fields>) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let result = verbs::reopen(&house, &pass).await;
    done(&house, pass, &form, result).await
}

pub(super) async fn arrive(pass: May<CallMeeting>, State(house): State<House>, form: Form<Fields>) -> Result<Response, Problem> {
    let fields = &form.value;
    let mut findings = Findings::none();
    let at = fields.when(&house, *pass.id(), false, &mut findings).await?;
    let capacity = Capacity::parse(&fields.capacity);
    findings.push_if(capacity.is_none(), || kernel::Finding::refuse("choice-missing").at("capacity"));
    let name = web::note(&mut findings, web::parse_line_if_any("name", &fields.name, 200)).flatten();
    let description = web::note(&mut findings, web::parse_line_if_any("description", &fields.description, 300)).flatten();
    let agreement = web::note(&mut findings, web::parse_line_if_any("agreement", &fields.agreement, 500)).flatten();
    let who = match (fields.person.parse::<PersonId>().ok(), name) {
        (Some(person), _) => Some(Comer::Known(person)),
        // A name that exactly one recorded person bears is that person.
        (None, Some(name)) => Some(match people::store::people_named(&mut house.read().await?, &name).await?.as_slice() {
            [person] => Comer::Known(*person),
            [] => Comer::Named(name),
            // Nobody is recorded a third time by a guess.
            [..] => {
                findings.push(kernel::Finding::refuse("arrival-namesakes").at("name").with("name", &name));
                Comer::Named(name)
            }
        }),
        (None, None) => {
            // A name that is too long has its own reason.
            findings.push_if(fields.name.trim().is_empty(), || kernel::Finding::refuse("arrival-name-missing").at("name"));
            None
        }
    };
    let pass = pass.with_key(Some(form.key));
    let (Some(who), Some(capacity), false) = (who, capacity, findings.refuses()) else {
        return super::again(&house, &pass, pass.who(), fields.item(), form.refused(findings)).await;
    };
    let seat: Option<SeatId> = fields.seat.parse().ok();
    let arrival = Arrival { who, capacity, seat, in_place_of: None, description, at, agreement };
    let result = verbs::arrive(&house, &pass, &arrival).await.map(drop);
    done(&house, pass, &form, result).await
}

pub(super) async fn arrive_as_answered(pass: May<CallMeeting>, State(house): State<House>, form: Form<Fields>) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let result = verbs::arrive_as_answered(&house, &pass, When::default()).await.map(drop);
    done(&house, pass, &form, result).await
}

pub(super) async fn leave(
    pass: May<CallMeeting>,
    State(house): State<House>,
    Path((_, line)): Path<(MeetingId, AttendanceId)>,
    form: Form<Fields>,
) -> Result<Response, Problem> {
    let mut findings = Findings::none();
    let mut at = form.value.when(&house, *pass.id(), true, &mut findings).await?;
    // Somebody who leaves in the first item leaves at it: without any moment they would stay to the end.
    if at.hour.is_none() && at.item.is_none() {
        at.item = form.value.item();
    }
    let reason = web::note(&mut findings, web::parse_line_if_any("reason", &form.value.reason, 300)).flatten();
    let pass = pass.with_key(Some(form.key));
    if findings.refuses() {
        return super::again(&house, &pass, pass.who(), form.value.item(), form.refused(findings)).await;
    }
    let result = verbs::leave(&house, &pass, line, at, reason.as_deref()).await;
    done(&house, pass, &form, result).await
}

pub(super) async fn undo(
    pass: May<CallMeeting>,
    State(house): State<House>,
    Path((_, line)): Path<(MeetingId, AttendanceId)>,
    form: Form<Fields>,
) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let result = verbs::undo(&house, &pass, line).await;
    done(&house, pass, &form, result).await
}

pub(super) async fn preside(pass: May<CallMeeting>, State(house): State<House>, form: Form<Fields>) -> Result<Response, Problem> {
    let mut findings = Findings::none();
    let person: Option<PersonId> = form.value.person.parse().ok();
    findings.push_if(person.is_none(), || kernel::Finding::refuse("presiding-who-missing").at("person"));
    let capacity = PresidesAs::parse(&form.value.capacity);
    findings.push_if(capacity.is_none(), || kernel::Finding::refuse("choice-missing").at("presides_as"));
    let pass = pass.with_key(Some(form.key));
    let (Some(person), Some(capacity)) = (person, capacity) else {
        return super::again(&house, &pass, pass.who(), form.value.item(), form.refused(findings)).await;
    };
    let result = verbs::preside(&house, &pass, person, capacity, form.value.at_item.parse().ok()).await;
    done(&house, pass, &form, result).await
}

pub(super) async fn undo_presiding(pass: May<CallMeeting>, State(house): State<House>, form: Form<Fields>) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let result = verbs::undo_presiding(&house, &pass).await;
    done(&house, pass, &form, result).await
}

pub(super) async fn reach(
    pass: May<CallMeeting>,
    State(house): State<House>,
    Path((_, item)): Path<(MeetingId, ItemId)>,
    mut form: Form<Fields>,
) -> Result<Response, Problem> {
    form.value.item = item.to_string();
    let pass = pass.with_key(Some(form.key));
    let result = verbs::reach_item(&house, &pass, item).await;
    done(&house, pass, &form, result).await
}

pub(super) async fn notes(
    pass: May<CallMeeting>,
    State(house): State<House>,
    Path((_, item)): Path<(MeetingId, ItemId)>,
    form: Form<Fields>,
) -> Result<Response, Problem> {
    let notes = form.value.notes.replace("\r\n", "\n");
    let mut findings = Findings::none();
    if !notes.is_empty() {
        // Notes may begin and end with spaces: they are saved as they are typed. Their length is looked at all the same.
        web::note(&mut findings, web::parse_text_if_any("notes", &notes, 100_000));
    }
    let pass = pass.with_key(Some(form.key));
    if findings.refuses() {
        return super::again(&house, &pass, pass.who(), Some(item), form.refused(findings)).await;
    }
    match form.outcome(verbs::save_notes(&house, &pass, item, form.version, &notes).await)? {
        Ok(version) => Ok(web::saved(version, &web::spelling::clock(house.now(), &kernel::Zone::london()), room(*pass.id(), Some(item)))),
        Err(view) => super::again(&house, &pass, pass.who(), Some(item), view).await,
    }
}

pub(super) async fn sub_group(
    pass: May<CallMeeting>,
    State(house): State<House>,
    Path((_, item)): Path<(MeetingId, ItemId)>,
    mut form: Form<Fields>,
) -> Result<Response, Problem> {
    form.value.item = item.to_string();
    let pass = pass.with_key(Some(form.key));
    let result = verbs::answer_sub_group(&house, &pass, item, SubGroupAnswer::parse(&form.value.answer)).await;
    done(&house, pass, &form, result).await
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct CloseFields {
    ends_at: String,
}

#[derive(Serialize)]
struct Close {
    meeting: Meeting,
    form: FormView,
    /// Members of whom nothing is recorded: neither present nor apologies.
    silent: Vec<String>,
    here: usize,
    nobody_presided: bool,
    without_notes: Vec<String>,
}

impl web::Page for Close {
    const TEMPLATE: &'static str = "meetings/close.html";
    fn sample() -> Self {
        Self {
            meeting: sample::meeting(MeetingState::Open),
            form: FormView::default(),
            silent: vec!["Maud Penhaligon-Featherstonehaugh".to_owned()],
            here: 21,
            nobody_presided: true,
            without_notes: vec!["4. Flood plan".to_owned()],
        }
    }
}
web::page!(Close);

async fn close_page(house: &House, pass: &May<CallMeeting>, form: Option<FormView>) -> Result<(web::Frame, Close), Problem> {
    let mut read = house.read().await?;
    let meeting = store::meeting(&mut read, *pass.id()).await?;
    let items = store::items(&mut read, meeting.id).await?;
    let roll = store::roll(&mut read, meeting.id).await?;
    let invitations = store::invitations(&mut read, meeting.id).await?;
    let presiding = store::presiding(&mut read, meeting.id).await?;
    let silent = invitations.iter().filter(|i| {
        let came = roll.iter().any(|line| line.person == i.person || (line.seat.is_some() && line.seat == i.seat));
        i.seat.is_some() && !came && matches!(i.reply, None | Some(crate::model::Reply::Coming))
    });
    let silent = silent.map(|i| i.name.clone()).collect();
    let (today, clock) = verbs::hour_now(house);
    let form = form.unwrap_or_else(|| {
        let known: Option<Hour> = if meeting.day == today && !meeting.written_up { Some(clock) } else { meeting.ends_at };
        FormView::new(house).with_hour("ends_at", known)
    });
    let frame = super::super::beneath(&meeting, web::words("close-title", &[]));
    let page = Close {
        form,
        silent,
        here: roll.iter().filter(|line| line.is_here()).count(),
        nobody_presided: presiding.is_empty(),
        without_notes: crate::rules::numbered(&items)
            .into_iter()
            .filter(|(_, item)| item.notes.is_empty())
            .map(|(n, item)| format!("{n}. {}", item.title))
            .collect(),
        meeting,
    };
    Ok((frame, page))
}

pub(super) async fn close_form(pass: May<CallMeeting>, State(house): State<House>) -> Result<Response, Problem> {
    let (frame, page) = close_page(&house, &pass, None).await?;
    Ok(web::page(pass.who(), frame, &page))
}

pub(super) async fn close(pass: May<CallMeeting>, State(house): State<House>, form: Form<CloseFields>) -> Result<Response, Problem> {
    let mut findings = Findings::none();
    let ends_at = web::note(&mut findings, web::parse_hour_if_any("ends_at", &form.value.ends_at)).flatten();
    let pass = pass.with_key(Some(form.key));
    let refused = if findings.refuses() {
        form.refused(findings)
    } else {
        match form.outcome(verbs::close(&house, &pass, ends_at).await)? {
            Ok(()) => return Ok(web::go(format!("/meetings/{}", pass.id()))),
            Err(view) => view,
        }
    };
    let (frame, page) = close_page(&house, &pass, Some(refused)).await?;
    Ok(web::again(pass.who(), frame, &page))
}
