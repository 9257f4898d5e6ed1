//! A ruling on a late item: one click and a reason.

use access::{House, May, Problem};
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::{Error, Findings, MeetingId, RulingId};
use serde::{Deserialize, Serialize};
use web::{Form, FormView, Told, told};

use super::sample;
use crate::acts::{self, Ruled};
use crate::model::{Item, ItemKind, ItemState, LATE_ITEM, Meeting, MeetingState, Ruling};
use crate::rights::RuleAtMeeting;
use crate::{consult, store};

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Fields {
    choice: String,
    reason: String,
}

#[derive(Serialize)]
struct RulingPage {
    meeting: Meeting,
    item: Item,
    ruling: Ruling,
    form: FormView,
    /// What the terms say of late items.
    sentence: Option<String>,
    /// The secretariat writes down what the chair ruled.
    written_down: bool,
    chair: Option<String>,
    hindrance: Vec<Told>,
    charter: String,
}

impl web::Page for RulingPage {
    const TEMPLATE: &'static str = "meetings/ruling.html";
    fn sample() -> Self {
        Self {
            meeting: sample::meeting(MeetingState::Planned),
            item: sample::item(2, ItemKind::Business, ItemState::AwaitingRuling),
            ruling: Ruling {
                id: sample::nil(),
                item: Some(sample::nil()),
                about: LATE_ITEM.to_owned(),
                about_id: None,
                choice: None,
                reason: None,
                clause: Some("3.16".to_owned()),
                asked_at: Some(kernel::Instant::from_seconds(1_800_000_000)),
                ruled_by: None,
                ruled_by_name: None,
                capacity: None,
                ruled_at: None,
                version: 1,
            },
            form: FormView::default(),
            sentence: Some("a further item is tabled only in exceptional circumstances, as the chair decides (3.16)".to_owned()),
            written_down: true,
            chair: Some("Maud Penhaligon-Featherstonehaugh".to_owned()),
            hindrance: told(&kernel::Finding::refuse("ruling-chair-concerned").into(), None),
            charter: "/bodies/wealdshire-executive/charter".to_owned(),
        }
    }
}
web::page!(RulingPage);

async fn built(house: &House, pass: &May<RuleAtMeeting>, ruling: RulingId, form: FormView) -> Result<(web::Frame, RulingPage), Problem> {
    let mut read = house.read().await?;
    let meeting = store::meeting(&mut read, *pass.id()).await?;
    let ruling = store::rulings(&mut read, meeting.id).await?.into_iter().find(|r| r.id == ruling && r.about == LATE_ITEM).ok_or(Error::NotFound)?;
    let item = store::item(&mut read, meeting.id, ruling.item.ok_or(Error::NotFound)?).await?;
    let on = item.notified_on.unwrap_or(house.today());
    let (sentence, nobody) = match consult::item_lateness(&mut read, &meeting, on).await? {
        consult::Lateness::Late { sentence, nobody_can, .. } => (Some(sentence), nobody_can),
        _ => (None, false),
    };
    let acts_as_chair = pass.capacity() == "chair";
    let by = consult::who_rules(&mut read, &meeting, pass.person().filter(|_| acts_as_chair), None).await?;
    let chair = match by {
        Some(person) => Some(store::name_of(&mut read, person).await?),
        None => None,
    };
    let mut hindrance = Findings::none();
    hindrance.push_if(by.is_none() || nobody, || kernel::Finding::refuse("ruling-nobody"));
    hindrance.push_if(by.is_some() && by == item.requested_by, || kernel::Finding::refuse("ruling-chair-concerned"));
    let charter = super::charter_of(&meeting.body_slug);
    let frame = super::beneath(&meeting, web::words("ruling-title", &[]));
    let page = RulingPage {
        item,
        ruling,
        form: form.charter(&charter),
        sentence,
        written_down: !acts_as_chair,
        chair,
        hindrance: told(&hindrance, Some(&charter)),
        charter,
        meeting,
    };
    Ok((frame, page))
}

pub(super) async fn form(
    pass: May<RuleAtMeeting>,
    State(house): State<House>,
    Path((_, ruling)): Path<(MeetingId, RulingId)>,
) -> Result<Response, Problem> {
    let (frame, page) = built(&house, &pass, ruling, FormView::new(&house)).await?;
    Ok(web::page(pass.who(), frame, &page))
}

pub(super) async fn rule(
    pass: May<RuleAtMeeting>,
    State(house): State<House>,
    Path((_, ruling)): Path<(MeetingId, RulingId)>,
    form: Form<Fields>,
) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let ruled = Ruled { agreed: form.value.choice == "agree", reason: form.value.reason.clone(), by: None };
    let next = if pass.capacity() == "chair" { format!("/meetings/{}", pass.id()) } else { format!("/meetings/{}/prepare", pass.id()) };
    match form.outcome(acts::rule_late_item(&house, &pass, ruling, &ruled).await)? {
        Ok(()) => Ok(web::go(next)),
        Err(view) => {
            let (frame, page) = built(&house, &pass, ruling, view).await?;
            Ok(web::again(pass.who(), frame, &page))
        }
    }
}
