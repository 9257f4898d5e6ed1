//! Putting a motion: a recommendation of a paper, or what the table puts.

use access::{House, May, Problem};
use axum::extract::State;
use axum::response::Response;
use kernel::Findings;
use serde::{Deserialize, Serialize};
use web::{Form, FormView, Frame, words};

use crate::model::NewMotion;
use crate::pages::{Choice, back};
use crate::rights::{PutMotion, PutMotionOfBody};
use crate::{acts, store};

/// What is typed to put a motion.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct PutFields {
    recommendation: String,
    words: String,
    about: String,
    moved_by: String,
    seconded_by: String,
    exempt: String,
    ground: String,
    /// The same words are put again, knowingly.
    again: String,
    back: String,
}

impl PutFields {
    fn read(&self) -> kernel::Result<NewMotion> {
        let mut findings = Findings::none();
        let recommendation = web::note(&mut findings, web::parse_id_if_any("recommendation", &self.recommendation)).flatten();
        let moved_by = web::note(&mut findings, web::parse_id_if_any("moved_by", &self.moved_by)).flatten();
        let seconded_by = web::note(&mut findings, web::parse_id_if_any("seconded_by", &self.seconded_by)).flatten();
        let ground = web::note(&mut findings, web::parse_id_if_any("ground", &self.ground)).flatten();
        let about = web::note(&mut findings, web::parse_line_if_any("about", &self.about, 300)).flatten().unwrap_or_default();
        findings.or_refuse()?;
        Ok(NewMotion {
            recommendation,
            words: self.words.clone(),
            about: about.split(',').map(str::trim).filter(|class| !class.is_empty()).map(str::to_owned).collect(),
            moved_by,
            seconded_by,
            exempt: self.exempt == "yes",
            ground,
        })
    }
}

#[derive(Debug, Serialize)]
struct PutPage {
    act: String,
    back: String,
    recommended: Vec<Choice>,
    people: Vec<Choice>,
    /// These words stand under the item already: the form asks whether they are put again.
    asks_again: bool,
    form: FormView,
}

async fn show(pass: &May<PutMotion>, house: &House, form: FormView, back_to: &str) -> Result<(Frame, PutPage), Problem> {
    let item = *pass.id();
    let mut read = house.read().await?;
    let (meeting, _, day, slug) = store::place(&mut read, item).await?;
    let recommended = store::recommended(&mut read, meeting).await?;
    let people = store::voters(&mut read, meeting, Some(item)).await?;
    let page = PutPage {
        act: format!("/items/{item}/motions"),
        back: back(back_to).unwrap_or_else(|| format!("/meetings/{meeting}")),
        recommended: recommended.into_iter().filter(|line| line.item == item).map(|line| Choice::of(line.id, line.words)).collect(),
        people: people.into_iter().map(|voter| Choice::of(voter.person, voter.person_name)).collect(),
        asks_again: false,
        form,
    };
    let frame = Frame::titled(words("motion-put-title", &[])).under(slug.clone(), format!("/bodies/{slug}"));
    Ok((frame.under(web::spelling::day(day), format!("/meetings/{meeting}")), page))
}

/// `GET /items/{item}/motions/new`
pub async fn ask(pass: May<PutMotion>, State(house): State<House>) -> Result<Response, Problem> {
    let (frame, page) = show(&pass, &house, FormView::new(&house), "").await?;
    Ok(web::page(pass.who(), frame, &page))
}

/// `POST /items/{item}/motions`
pub async fn put(pass: May<PutMotion>, State(house): State<House>, form: Form<PutFields>) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let done = match form.value.read() {
        Ok(new) => acts::put_or_ask(&house, &pass, new, form.value.again == "yes").await,
        Err(refused) => Err(refused),
    };
    let asks_again = matches!(&done, Err(kernel::Error::Refused(findings)) if findings.iter().any(|finding| finding.code == "motion-put-already"));
    match form.outcome(done)? {
        Ok(id) => Ok(web::go(back(&form.value.back).unwrap_or_else(|| format!("/motions/{id}")))),
        Err(view) => {
            let (frame, page) = show(&pass, &house, view, &form.value.back).await?;
            Ok(web::again(pass.who(), frame, &PutPage { asks_again, ..page }))
        }
    }
}

/// `POST /bodies/{body}/motions`
pub async fn put_between(pass: May<PutMotionOfBody>, State(house): State<House>, form: Form<PutFields>) -> Result<Response, Problem> {
    let id = acts::put_between_meetings(&house, &pass.with_key(Some(form.key)), form.value.read()?).await?;
    Ok(web::go(format!("/motions/{id}")))
}

impl web::Page for PutPage {
    const TEMPLATE: &'static str = "decisions/put.html";
    fn sample() -> Self {
        Self {
            act: "/items/1/motions".into(),
            back: "/meetings/1".into(),
            recommended: vec![Choice::of(1, "Agree the membership of the steering group")],
            asks_again: true,
            people: vec![Choice::of(2, "Ada Lovelace-Wotherspoon")],
            form: FormView::default(),
        }
    }
}
web::page!(PutPage);
