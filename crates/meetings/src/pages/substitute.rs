//! Who a substitute is whom an answer only names. The officer says it before the meeting, so that nobody is recorded twice.

use access::{House, May, Problem};
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::{Error, Findings, InvitationId, MeetingId};
use people::choose::{self, Choosing, PersonFields};
use serde::{Deserialize, Serialize};
use web::{Form, FormView, Frame};

use super::sample;
use crate::acts;
use crate::model::{Invitation, Meeting, MeetingState, Reply};
use crate::rights::CallMeeting;
use crate::store;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Fields {
    #[serde(flatten)]
    person: PersonFields,
}

#[derive(Serialize)]
struct SubstitutePage {
    form: FormView,
    meeting: Meeting,
    invitation: Invitation,
    choosing: Choosing,
}

impl web::Page for SubstitutePage {
    const TEMPLATE: &'static str = "meetings/substitute.html";
    fn sample() -> Self {
        Self {
            form: FormView::default().with("person", "Ada Fenn"),
            meeting: sample::meeting(MeetingState::Called),
            invitation: sample::invitation(Some(Reply::Substitute)),
            choosing: Choosing::sample(),
        }
    }
}
web::page!(SubstitutePage);

async fn built(
    house: &House,
    pass: &May<CallMeeting>,
    invitation: InvitationId,
    refused: Option<(FormView, Option<Choosing>)>,
) -> Result<(Frame, SubstitutePage), Problem> {
    let mut read = house.read().await?;
    let meeting = store::meeting(&mut read, *pass.id()).await?;
    let invitation = store::invitation(&mut read, invitation).await?;
    if invitation.meeting != meeting.id {
        return Err(Error::NotFound.into());
    }
    let named = invitation.unrecognised().ok_or(Error::NotFound)?.to_owned();
    let (form, choosing) = match refused {
        Some((form, Some(choosing))) => (form, choosing),
        Some((form, None)) => (form, choose::asked(&mut read, &named).await?),
        None => (FormView::new(house).at_version(invitation.version).with("person", &named), choose::asked(&mut read, &named).await?),
    };
    let frame = super::beneath(&meeting, web::words("recognise-title", &[("name", &named)]))
        .under(web::words("prepare-title", &[]), format!("/meetings/{}/prepare", meeting.id));
    Ok((frame, SubstitutePage { form, meeting, invitation, choosing }))
}

pub(super) async fn form(
    pass: May<CallMeeting>,
    State(house): State<House>,
    Path((_, invitation)): Path<(MeetingId, InvitationId)>,
) -> Result<Response, Problem> {
    let (frame, page) = built(&house, &pass, invitation, None).await?;
    Ok(web::page(pass.who(), frame, &page))
}

pub(super) async fn recognise(
    pass: May<CallMeeting>,
    State(house): State<House>,
    Path((_, invitation)): Path<(MeetingId, InvitationId)>,
    form: Form<Fields>,
) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let mut findings = Findings::none();
    let (chosen, choosing) = choose::person(&mut house.read().await?, &mut findings, &form.value.person).await?;
    let refused = match chosen {
        None => (form.refused(findings), Some(choosing)),
        Some(chosen) => {
            let part = if let choose::Chosen::New(new) = &chosen { new.name.clone() } else { String::new() };
            let person = choose::recorded_person(&house, &pass.hand_on_once(pass.partnership(), &part), chosen).await?;
            match form.outcome(acts::recognise_substitute(&house, &pass, invitation, form.version, person).await)? {
                Ok(()) => return Ok(web::go(format!("/meetings/{}/prepare#answers", pass.id()))),
                Err(view) => (view, None),
            }
        }
    };
    let (frame, page) = built(&house, &pass, invitation, Some(refused)).await?;
    Ok(web::again(pass.who(), frame, &page))
}
