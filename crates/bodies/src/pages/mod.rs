//! The pages on which a body is kept: for its secretariat and an administrator. What everybody sees of it is elsewhere.

pub(crate) mod appointments;
pub(crate) mod choices;
pub(crate) mod founding;
pub(crate) mod hub;
pub(crate) mod offices;
pub(crate) mod seats;
pub(crate) mod structure;

use ::store::Read;
use access::{House, Permit};
use kernel::{OrganisationId, PersonId, Result, Word};
use people::choose::{self, Chosen};
use people::model::{NewOrganisation, NewPerson};
use serde::Serialize;
use web::{Brand, Frame};

use crate::model::{Body, Partnership};
use crate::rights::ManageBody;
use crate::store;

/// A form with nothing in it but its key.
#[derive(Debug, Clone, serde::Deserialize)]
pub(crate) struct Nothing {}

/// One of a list to choose from.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Choice {
    value: String,
    text: String,
    hint: String,
}

impl Choice {
    fn new(value: impl ToString, text: impl Into<String>) -> Self {
        Self { value: value.to_string(), text: text.into(), hint: String::new() }
    }
}

/// A closed list to choose from; its words stand under `<kind>-<word>`, and what they mean under `<kind>-<word>-hint`.
fn choices<T: Word>(kind: &str) -> Vec<Choice> {
    let choice = |member: &T| {
        let key = format!("{kind}-{}", member.word());
        let hint = format!("{key}-hint");
        let hint = if web::knows(&hint) { web::words(&hint, &[]) } else { String::new() };
        Choice { value: member.word().to_owned(), text: web::words(&key, &[]), hint }
    };
    T::ALL.iter().map(choice).collect()
}

fn partnership_frame(partnership: &Partnership, title: String) -> Frame {
    let theme = partnership.colour.as_ref().map(|_| format!("/theme/{}.css", partnership.slug));
    let home = format!("/partnerships/{}", partnership.slug);
    Frame::titled(title).of(Brand { name: partnership.name.clone(), href: home.clone(), theme }).under(&partnership.name, home)
}

/// The frame of a page that keeps a body, one step below its hub.
async fn frame(read: &mut Read, body: &Body, title: String) -> Result<Frame> {
    let partnership = store::partnership(read, body.partnership).await?;
    Ok(partnership_frame(&partnership, title)
        .caption(&body.name)
        .under(&body.name, format!("/bodies/{}", body.slug))
        .under(web::words("manage-crumb", &[]), format!("/bodies/{}/manage", body.slug)))
}

/// The id of the person a form names, recorded now when new.
async fn recorded(house: &House, permit: &Permit<ManageBody>, chosen: Chosen<PersonId, NewPerson>) -> Result<PersonId> {
    let part = if let Chosen::New(new) = &chosen { new.name.clone() } else { String::new() };
    choose::recorded_person(house, &permit.hand_on_once(permit.partnership(), &part), chosen).await
}

/// The id of the organisation a form names, recorded now when new.
async fn recorded_organisation(
    house: &House,
    permit: &Permit<ManageBody>,
    chosen: Option<Chosen<OrganisationId, NewOrganisation>>,
) -> Result<Option<OrganisationId>> {
    let Some(chosen) = chosen else { return Ok(None) };
    let part = if let Chosen::New(new) = &chosen { new.name.clone() } else { String::new() };
    choose::recorded_organisation(house, &permit.hand_on_once(permit.partnership(), &part), chosen).await.map(Some)
}

#[cfg(test)]
mod tests {
    use crate::model::*;

    #[test]
    fn every_word_of_every_list_can_be_said() {
        let lists = [
            super::choices::<BodyKind>("body-kind"),
            super::choices::<LinkKind>("link-kind"),
            super::choices::<BodyEnding>("body-ending"),
            super::choices::<SeatClass>("seat-class"),
            super::choices::<Role>("role"),
            super::choices::<AppointmentEnding>("appointment-ending"),
            super::choices::<OfficeKind>("office-kind"),
            super::choices::<HowFilled>("how-filled"),
            super::choices::<DocumentClass>("document-class"),
            super::choices::<Audience>("audience"),
            super::choices::<StandingKind>("standing-kind"),
            super::choices::<Verdict>("verdict"),
        ];
        for choice in lists.iter().flatten() {
            assert!(!choice.text.contains('⟦'), "{}", choice.text);
        }
    }
}
