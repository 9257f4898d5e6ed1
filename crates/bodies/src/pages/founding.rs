//! Founding a partnership, with its officer. Its terms of reference come next.

use access::{House, May, Problem};
use axum::extract::State;
use axum::response::Response;
use kernel::{Error, Findings};
use people::choose::{self, Choosing, Chosen, PersonFields};
use people::rights::RecordPeople;
use serde::{Deserialize, Serialize};
use web::{Form, FormView, Frame};

use super::Choice;
use crate::model::{HowFilled, NewOffice, NewPartnership, OfficeKind};
use crate::rights::{FoundPartnership, ManageBody};
use crate::{acts, rules, store};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Fields {
    name: String,
    board: String,
    nation: String,
    about: String,
    colour: String,
    legal_basis: String,
    #[serde(flatten)]
    person: PersonFields,
    address: String,
}

#[derive(Serialize)]
struct FoundPage {
    form: FormView,
    nations: Vec<Choice>,
    choosing: Choosing,
}

impl web::Page for FoundPage {
    const TEMPLATE: &'static str = "bodies/found.html";
    fn sample() -> Self {
        Self { form: FormView::default(), nations: nations(), choosing: Choosing::sample() }
    }
}
web::page!(FoundPage);

fn nations() -> Vec<Choice> {
    rules::NATIONS.iter().map(|nation| Choice::new(nation, *nation)).collect()
}

fn frame() -> Frame {
    Frame::titled(web::words("found-title", &[])).under(web::words("nav-administration", &[]), "/administration").noindex()
}

pub(crate) async fn founding(pass: May<FoundPartnership>, State(house): State<House>) -> Result<Response, Problem> {
    let form = FormView::new(&house).with("nation", rules::NATIONS[0]);
    let form = match &pass.who().signed {
        Some(signed) => form.with("person", &signed.name),
        None => form,
    };
    Ok(web::page(pass.who(), frame(), &FoundPage { form, nations: nations(), choosing: Choosing::default() }))
}

pub(crate) async fn found(pass: May<FoundPartnership>, State(house): State<House>, form: Form<Fields>) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let fields = &form.value;
    let again = |form, choosing| Ok(web::again(pass.who(), frame(), &FoundPage { form, nations: nations(), choosing }));
    let mut findings = Findings::none();
    let name = web::note(&mut findings, web::parse_line("name", &fields.name, people::rules::LONGEST_NAME));
    let board = web::note(&mut findings, web::parse_line_if_any("board", &fields.board, people::rules::LONGEST_NAME)).flatten();
    let about = web::note(&mut findings, web::parse_text_if_any("about", &fields.about, 2000)).flatten();
    let colour = web::note(&mut findings, web::parse_line_if_any("colour", &fields.colour, 20)).flatten();
    let legal_basis = web::note(&mut findings, web::parse_line_if_any("legal_basis", &fields.legal_basis, 200)).flatten();
    if !fields.address.trim().is_empty() {
        findings.extend(people::rules::address("address", fields.address.trim()));
    }
    let (chosen, choosing) = choose::person(&mut house.read().await?, &mut findings, &fields.person).await?;
    let (Some(name), Some(mut chosen), false) = (name, chosen, findings.refuses()) else { return again(form.refused(findings), choosing) };
    if let (Chosen::New(new), false) = (&mut chosen, fields.address.trim().is_empty()) {
        new.address = Some(fields.address.trim().to_owned());
    }
    let new = NewPartnership { name, nation: fields.nation.clone(), colour, about, legal_basis, board, ..NewPartnership::default() };
    let (partnership, body) = match form.outcome(acts::found_partnership(&house, &pass, new).await) {
        Ok(Ok(founded)) => founded,
        Ok(Err(form)) => return again(form, choosing),
        Err(Problem(Error::Repeated(page))) => {
            // Sent twice, or the first time stopped half-way: what was founded then is meant.
            let slug = page.rsplit('/').next().unwrap_or_default().to_owned();
            store::founded(&mut house.read().await?, &slug).await?
        }
        Err(problem) => return Err(problem),
    };
    let part = if let Chosen::New(new) = &chosen { new.name.clone() } else { String::new() };
    let person = choose::recorded_person(&house, &pass.hand_on_within::<RecordPeople>(partnership, partnership, &part), chosen).await?;
    let office = NewOffice {
        person,
        kind: OfficeKind::Secretary,
        title: None,
        how: Some(HowFilled::Appointed),
        starts_on: Some(house.today()),
        starts_at_item: None,
        note: None,
    };
    match acts::take_office(&house, &pass.hand_on_within::<ManageBody>(body, partnership, "officer"), office).await {
        Ok(_) | Err(Error::Repeated(_)) => {}
        Err(error) => return Err(error.into()),
    }
    let slug = store::body(&mut house.read().await?, body).await?.slug;
    Ok(web::go(format!("/bodies/{slug}/charter/models")))
}
