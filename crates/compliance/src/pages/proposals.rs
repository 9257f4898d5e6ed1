//! A proposal: what follows from the terms, with the act one press away.

use access::{House, May, Problem};
use axum::extract::State;
use axum::response::Response;
use kernel::{Error, Findings};
use serde::{Deserialize, Serialize};
use web::{Form, FormView};

use super::framed;
use crate::acts;
use crate::model::Proposal;
use crate::proposals::ProposalKind;
use crate::rights::ActOnProposal;

#[derive(Serialize)]
struct ProposalPage {
    form: FormView,
    proposal: Proposal,
    anchor: String,
}

impl web::Page for ProposalPage {
    const TEMPLATE: &'static str = "compliance/proposal.html";
    fn sample() -> Self {
        let day = kernel::Day::constant(2027, 1, 18);
        let proposal = Proposal {
            id: uuid::Uuid::nil(),
            partnership: uuid::Uuid::nil().into(),
            body: uuid::Uuid::nil().into(),
            body_name: "Wealdshire Partnership Board".to_owned(),
            slug: "board".to_owned(),
            kind: ProposalKind::Nominee,
            about: Some(uuid::Uuid::nil()),
            person: Some(uuid::Uuid::nil().into()),
            person_name: Some("Maud Penhaligon".to_owned()),
            sentence: "Maud Penhaligon has missed 3 meetings; the chair may request another nominee (3.13)".to_owned(),
            clause: Some("3.13".to_owned()),
            office: bodies::model::OfficeKind::Chair,
            on: day,
            nobody_can: true,
            settled: None,
            reason: None,
        };
        Self { form: FormView::default().with("on", "18 January 2027"), proposal, anchor: "clause-3.13".to_owned() }
    }
}
web::page!(ProposalPage);

async fn shown(pass: &May<ActOnProposal>, house: &House, form: FormView, again: bool) -> Result<Response, Problem> {
    let proposal = pass.known::<Proposal>().cloned().ok_or(Error::NotFound)?;
    let head = bodies::store::head(&mut house.read().await?, proposal.body).await?;
    let anchor = proposal.clause.as_deref().map(terms::clause_anchor).unwrap_or_default();
    let frame = framed(&head, web::words(&format!("proposal-title-{}", proposal.kind), &[])).noindex();
    let page = ProposalPage { form, proposal, anchor };
    Ok(if again { web::again(pass.who(), frame, &page) } else { web::page(pass.who(), frame, &page) })
}

pub(crate) async fn show(pass: May<ActOnProposal>, State(house): State<House>) -> Result<Response, Problem> {
    let on = pass.known::<Proposal>().map_or(house.today(), |proposal| proposal.on);
    let form = FormView::new(&house).with("on", web::spelling::day(on));
    shown(&pass, &house, form, false).await
}

/// What is typed.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Fields {
    choice: String,
    on: String,
    words: String,
}

pub(crate) async fn answer(pass: May<ActOnProposal>, State(house): State<House>, form: Form<Fields>) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let proposal = pass.known::<Proposal>().cloned().ok_or(Error::NotFound)?;
    let words = Some(form.value.words.trim().to_owned()).filter(|words| !words.is_empty());
    let outcome = if form.value.choice == "leave" {
        acts::leave(&house, &pass, &proposal, &form.value.words).await
    } else {
        let mut findings = Findings::none();
        let on = web::note(&mut findings, web::parse_day("on", &form.value.on));
        match on {
            Some(on) => acts::accept(&house, &pass, &proposal, on, words).await,
            None => Err(Error::Refused(findings)),
        }
    };
    match form.outcome(outcome)? {
        Ok(()) => Ok(web::go("/desk")),
        Err(refused) => shown(&pass, &house, refused, true).await,
    }
}
