//! Corrections of a body's minutes: the earlier words beside the later, or that the earlier are not held.

use access::{Act as _, House, May, Problem, Visible};
use axum::extract::State;
use axum::response::Response;
use serde::{Deserialize, Serialize};
use web::{Form, FormView, Frame, Piece, words};

use crate::model::{Correction, MinutesState, NewCorrection};
use crate::pages::Choice;
use crate::rights::{CorrectMinutes, ReadCorrections};
use crate::{acts, store};

#[derive(Debug, Serialize)]
struct Shown {
    correction: Correction,
    pieces: Vec<Piece>,
}

#[derive(Debug, Serialize)]
struct CorrectionsPage {
    act: String,
    may_correct: bool,
    shown: Vec<Shown>,
    approved: Vec<Choice>,
    held: Vec<Choice>,
    form: FormView,
}

fn shown(correction: Correction) -> Shown {
    let pieces = correction.earlier.as_deref().map(|earlier| web::difference(earlier, &correction.later)).unwrap_or_default();
    Shown { correction, pieces }
}

async fn show(pass: &May<ReadCorrections>, house: &House, form: FormView) -> Result<(Frame, CorrectionsPage), Problem> {
    let body = *pass.id();
    let mut read = house.read().await?;
    let (name, slug) = store::body_name(&mut read, body).await?;
    let corrections = Visible::under(pass, store::corrections_of_body(&mut read, body).await?).into_inner();
    let may_correct = CorrectMinutes::judge(&mut read, pass.who(), &body).await?.is_yes();
    let meetings = if may_correct { store::of_body(&mut read, body).await? } else { Vec::new() };
    let choice = |(id, day, _): &(kernel::MeetingId, kernel::Day, MinutesState)| Choice { value: id.to_string(), text: web::spelling::day(*day) };
    let page = CorrectionsPage {
        act: format!("/bodies/{slug}/corrections"),
        may_correct,
        shown: corrections.into_iter().map(shown).collect(),
        approved: meetings.iter().filter(|(.., state)| *state == MinutesState::Approved).map(choice).collect(),
        held: meetings.iter().map(choice).collect(),
        form,
    };
    Ok((Frame::titled(words("corrections-title", &[])).under(name, format!("/bodies/{slug}")), page))
}

/// `GET /bodies/{body}/corrections`
pub async fn corrections(pass: May<ReadCorrections>, State(house): State<House>) -> Result<Response, Problem> {
    let (frame, page) = show(&pass, &house, FormView::new(&house)).await?;
    Ok(web::page(pass.who(), frame, &page))
}

/// What is typed for a correction.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct CorrectionFields {
    of_meeting: String,
    of_words: String,
    place: String,
    earlier_held: String,
    earlier: String,
    later: String,
    made_at: String,
    note: String,
}

/// `POST /bodies/{body}/corrections`
pub async fn correct(
    pass: May<CorrectMinutes>,
    reader: May<ReadCorrections>,
    State(house): State<House>,
    form: Form<CorrectionFields>,
) -> Result<Response, Problem> {
    let typed = &form.value;
    let mut findings = kernel::Findings::none();
    let of_meeting = web::note(&mut findings, web::parse_id_if_any("of_meeting", &typed.of_meeting));
    let made_at = web::note(&mut findings, web::parse_id_if_any("made_at", &typed.made_at));
    let text = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    let not_held = typed.earlier_held == "no";
    findings.push_if(!not_held && text(&typed.earlier).is_none(), || kernel::Finding::refuse("correction-earlier-missing").at("earlier"));
    let done = match (of_meeting, made_at, findings.refuses()) {
        (Some(of_meeting), Some(made_at), false) => {
            let new = NewCorrection {
                of_meeting,
                of_words: text(&typed.of_words),
                place: typed.place.clone(),
                earlier: if not_held { None } else { text(&typed.earlier) },
                later: typed.later.clone(),
                made_at,
                made_on: Some(house.today()),
                note: text(&typed.note),
            };
            acts::correct(&house, &pass.with_key(Some(form.key)), new).await
        }
        _ => Err(kernel::Error::Refused(findings)),
    };
    match form.outcome(done)? {
        Ok(_) => {
            let (_, slug) = store::body_name(&mut house.read().await?, *reader.id()).await?;
            Ok(web::go(format!("/bodies/{slug}/corrections")))
        }
        Err(view) => {
            let (frame, page) = show(&reader, &house, view).await?;
            Ok(web::again(reader.who(), frame, &page))
        }
    }
}

/// A correction for samples: the earlier words are not held.
pub(super) fn sample_correction() -> Correction {
    Correction {
        id: uuid::Uuid::nil(),
        of_words: Some("October 2006".into()),
        of_day: None,
        place: "page 5, Learning and Skills".into(),
        earlier_held: false,
        earlier: None,
        later: "Kent **may get no more than 2 or 3 gateways**.".into(),
        made_at: Some(kernel::MeetingId(uuid::Uuid::nil())),
        made_on: Some(jiff::civil::date(2007, 1, 18)),
        note: Some("Attached to the notes".into()),
    }
}

impl web::Page for CorrectionsPage {
    const TEMPLATE: &'static str = "minutes/corrections.html";
    fn sample() -> Self {
        let held = Correction {
            earlier_held: true,
            earlier: Some("There are 32 in Kent.".into()),
            later: "There are 33 in Kent.".into(),
            ..sample_correction()
        };
        let choice = || vec![Choice { value: "1".into(), text: "18 January 2007".into() }];
        Self {
            act: "/bodies/x/corrections".into(),
            may_correct: true,
            shown: vec![shown(sample_correction()), shown(held)],
            approved: choice(),
            held: choice(),
            form: FormView::default(),
        }
    }
}
web::page!(CorrectionsPage);
