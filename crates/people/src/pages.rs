//! The pages that keep a person's and an organisation's record, for the secretariat. What others see of them is elsewhere.

mod merge;
mod organisation;

use access::{House, May, Problem};
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::{Findings, PersonId};
use serde::{Deserialize, Serialize};
use web::{Form, FormView, Frame};

use crate::choose::{self, Choosing, PersonFields};
use crate::model::{Address, Merge, Person};
use crate::rights::KeepPerson;
use crate::{acts, store};
pub(crate) use merge::{merge, merging, separate};
pub(crate) use organisation::{describe, organisation, succeed};

/// A form with nothing in it but its key.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Nothing {}

#[derive(Serialize)]
struct PersonPage {
    form: FormView,
    address_form: FormView,
    assistant_form: FormView,
    person: Person,
    /// Their papers are printed.
    on_paper: bool,
    addresses: Vec<Address>,
    assistants: Vec<Person>,
    choosing: Choosing,
    merges: Vec<Merge>,
}

fn sample_person() -> Person {
    Person {
        id: PersonId(uuid::Uuid::from_u128(1)),
        name: "Stephen Venner".to_owned(),
        sort_name: "Venner, Stephen".to_owned(),
        honorific: Some("Bishop".to_owned()),
        other_names: vec!["Steve Venner".to_owned()],
        version: 2,
    }
}

impl web::Page for PersonPage {
    const TEMPLATE: &'static str = "people/person-keep.html";
    fn sample() -> Self {
        Self {
            form: FormView::default(),
            address_form: FormView::default(),
            assistant_form: FormView::default(),
            person: sample_person(),
            on_paper: true,
            addresses: vec![Address {
                id: uuid::Uuid::from_u128(4),
                address: "stephen@example.org".to_owned(),
                purpose: "meetings".to_owned(),
                refused_at: Some(kernel::Instant::from_seconds(1_800_000_000)),
                refusal: Some("550 5.1.1 No such person here".to_owned()),
            }],
            assistants: vec![Person { name: "Wilf Tregarthen".to_owned(), ..sample_person() }],
            choosing: Choosing::sample(),
            merges: vec![Merge {
                id: uuid::Uuid::nil(),
                other: PersonId(uuid::Uuid::from_u128(9)),
                name: "S. Venner".to_owned(),
                at: kernel::Instant::from_seconds(1_800_000_000),
            }],
        }
    }
}
web::page!(PersonPage);

/// Which of the page's forms was refused.
enum Refused {
    Name(FormView),
    Address(FormView),
    Assistant(FormView, Choosing),
}

async fn person_page(house: &House, pass: &May<KeepPerson>, refused: Option<Refused>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let person = store::person(&mut read, *pass.id()).await?;
    let on_paper = store::on_paper(&mut read, person.id).await?;
    let addresses = store::addresses(&mut read, person.id).await?;
    let assistants = store::assistants_of(&mut read, person.id, house.today()).await?;
    let merges = store::merges(&mut read, person.id).await?;
    let frame =
        Frame::titled(web::words("person-keep-title", &[("name", &person.name)])).under(&person.name, format!("/people/{}", person.id)).noindex();
    let again = refused.is_some();
    let mut page = PersonPage {
        form: FormView::new(house)
            .at_version(person.version)
            .with("name", &person.name)
            .with("honorific", person.honorific.as_deref().unwrap_or_default()),
        address_form: FormView::new(house),
        assistant_form: FormView::new(house),
        person,
        on_paper,
        addresses,
        assistants,
        choosing: Choosing::default(),
        merges,
    };
    match refused {
        None => {}
        Some(Refused::Name(form)) => page.form = form,
        Some(Refused::Address(form)) => page.address_form = form,
        Some(Refused::Assistant(form, choosing)) => (page.assistant_form, page.choosing) = (form, choosing),
    }
    Ok(if again { web::again(pass.who(), frame, &page) } else { web::page(pass.who(), frame, &page) })
}

fn back(person: PersonId) -> Response {
    web::go(format!("/people/{person}/keep"))
}

pub(crate) async fn person(pass: May<KeepPerson>, State(house): State<House>) -> Result<Response, Problem> {
    if let Some(kept) = store::merged_into(&mut house.read().await?, *pass.id()).await? {
        return Ok(back(kept));
    }
    person_page(&house, &pass, None).await
}

/// Whether papers are wanted in print.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct PaperFields {
    on_paper: String,
}

pub(crate) async fn ask_for_paper(pass: May<KeepPerson>, State(house): State<House>, form: Form<PaperFields>) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    acts::ask_for_paper(&house, &pass, form.value.on_paper == "yes").await?;
    Ok(back(*pass.id()))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct NameFields {
    name: String,
    honorific: String,
}

pub(crate) async fn rename(pass: May<KeepPerson>, State(house): State<House>, form: Form<NameFields>) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let mut findings = Findings::none();
    let name = web::note(&mut findings, web::parse_line("name", &form.value.name, crate::rules::LONGEST_NAME));
    let honorific = web::note(&mut findings, web::parse_line_if_any("honorific", &form.value.honorific, 60)).flatten();
    let (Some(name), false) = (name, findings.refuses()) else {
        return person_page(&house, &pass, Some(Refused::Name(form.refused(findings)))).await;
    };
    match form.outcome(acts::rename_person(&house, &pass, &name, honorific.as_deref(), form.version).await)? {
        Ok(()) => Ok(back(*pass.id())),
        Err(refused) => person_page(&house, &pass, Some(Refused::Name(refused))).await,
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct AddressFields {
    address: String,
}

pub(crate) async fn add_address(pass: May<KeepPerson>, State(house): State<House>, form: Form<AddressFields>) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    match form.outcome(acts::address_person(&house, &pass, form.value.address.trim(), "meetings").await)? {
        Ok(()) => Ok(back(*pass.id())),
        Err(refused) => person_page(&house, &pass, Some(Refused::Address(refused))).await,
    }
}

pub(crate) async fn forget_address(
    pass: May<KeepPerson>,
    State(house): State<House>,
    Path((_, address)): Path<(PersonId, uuid::Uuid)>,
    form: Form<Nothing>,
) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    acts::forget_address(&house, &pass, address).await?;
    Ok(back(*pass.id()))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct AssistantFields {
    #[serde(flatten)]
    person: PersonFields,
}

pub(crate) async fn name_assistant(pass: May<KeepPerson>, State(house): State<House>, form: Form<AssistantFields>) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let mut findings = Findings::none();
    let (chosen, choosing) = choose::person(&mut house.read().await?, &mut findings, &form.value.person).await?;
    let Some(chosen) = chosen else { return person_page(&house, &pass, Some(Refused::Assistant(form.refused(findings), choosing))).await };
    let part = if let choose::Chosen::New(new) = &chosen { new.name.clone() } else { String::new() };
    let assistant = choose::recorded_person(&house, &pass.hand_on_once(pass.partnership(), &part), chosen).await?;
    match form.outcome(acts::name_assistant(&house, &pass, assistant, house.today()).await)? {
        Ok(()) => Ok(back(*pass.id())),
        Err(refused) => person_page(&house, &pass, Some(Refused::Assistant(refused, Choosing::default()))).await,
    }
}

pub(crate) async fn end_assistant(
    pass: May<KeepPerson>,
    State(house): State<House>,
    Path((_, assistant)): Path<(PersonId, uuid::Uuid)>,
    form: Form<Nothing>,
) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    acts::end_assistant(&house, &pass, assistant.into(), house.today()).await?;
    Ok(back(*pass.id()))
}
