//! Which letters somebody wants, and when: by the link in a letter, with one click of a mail program, or signed in.

use access::{Act, ByLink, House, May, Permit, Problem, Who};
use axum::body::Body;
use axum::extract::{FromRequest as _, Query, Request, State};
use axum::http::header::CONTENT_TYPE;
use axum::response::Response;
use kernel::{Error, Finding, PersonId, Word as _};
use serde::{Deserialize, Serialize};
use web::{Form, FormView, Frame};

use crate::model::{Class, Pace};
use crate::rights::{ChooseLetters, StopDutiesMail};
use crate::{acts, store as letters};

/// The largest answer of a mail program or a button, in bytes.
const LARGEST: usize = 16 * 1024;

/// What the address of a link says is to be stopped: the button then says so.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Said(Vec<Class>);

impl<'de> Deserialize<'de> for Said {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let pairs = Vec::<(String, String)>::deserialize(d)?;
        Ok(Self(pairs.iter().filter(|(name, _)| name == "stop").filter_map(|(_, word)| Class::parse(word)).collect()))
    }
}

/// A class with what is chosen and what can be.
#[derive(Debug, Clone, Serialize)]
struct Choice {
    class: Class,
    paces: &'static [Pace],
}

#[derive(Serialize)]
struct ChoicePage {
    form: FormView,
    name: String,
    address: String,
    classes: Vec<Choice>,
    done: bool,
}

impl web::Page for ChoicePage {
    const TEMPLATE: &'static str = "mail/choice.html";
    fn sample() -> Self {
        Self {
            form: FormView::default().with("reminders", Pace::Daily),
            name: "Maud Penhaligon".to_owned(),
            address: "/letters/0.0".to_owned(),
            classes: Class::ALL.iter().map(|class| Choice { class: *class, paces: class.paces() }).collect(),
            done: true,
        }
    }
}
web::page!(ChoicePage);

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Fields {
    reminders: String,
    notes: String,
    copies: String,
    duties: String,
}

impl Fields {
    /// What was chosen; a class that was not offered stays as it is.
    fn read(&self) -> Result<Vec<(Class, Pace)>, Error> {
        let mut chosen = Vec::new();
        for class in Class::ALL {
            let word = match class {
                Class::Reminders => &self.reminders,
                Class::Notes => &self.notes,
                Class::Copies => &self.copies,
                Class::Duties => &self.duties,
            };
            if !word.is_empty() {
                let pace = Pace::parse(word).filter(|pace| class.paces().contains(pace));
                chosen.push((*class, pace.ok_or_else(|| Error::refuse(Finding::refuse("letters-unsaid").at(class.word())))?));
            }
        }
        Ok(chosen)
    }
}

/// Who is asking, by link or signed in.
struct Reader<'a, A: Act<Id = PersonId>> {
    who: &'a Who,
    permit: &'a Permit<A>,
    address: String,
}

async fn shown<A: Act<Id = PersonId>>(
    house: &House,
    reader: Reader<'_, A>,
    stop: &[Class],
    done: bool,
    refused: Option<FormView>,
) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let person = *reader.permit.id();
    let chosen = letters::choices(&mut read, person).await?;
    let keeps = letters::keeps(&mut read, person, house.today()).await?;
    let name = letters::name_of(&mut read, person).await?;
    let classes: Vec<Choice> =
        Class::ALL.iter().filter(|class| **class != Class::Duties || keeps).map(|class| Choice { class: *class, paces: class.paces() }).collect();
    let again = refused.is_some();
    let form = refused.unwrap_or_else(|| {
        classes.iter().fold(FormView::new(house), |form, choice| {
            let now = chosen.iter().find(|(class, _)| *class == choice.class).map_or(Pace::AtOnce, |(_, pace)| *pace);
            form.with(choice.class.word(), if stop.contains(&choice.class) { Pace::Never } else { now })
        })
    });
    let page = ChoicePage { form, name, address: reader.address, classes, done };
    let frame = Frame::titled(web::words("letters-title", &[])).noindex();
    Ok(if again { web::again(reader.who, frame, &page) } else { web::page(reader.who, frame, &page) })
}

async fn chosen<A: Act<Id = PersonId>>(house: &House, reader: Reader<'_, A>, form: &Form<Fields>) -> Result<Response, Problem> {
    let done = match form.value.read() {
        Ok(chosen) => acts::choose_letters(house, reader.permit, &chosen).await,
        Err(refused) => Err(refused),
    };
    match form.outcome(done)? {
        Ok(()) => shown(house, reader, &[], true, None).await,
        Err(refused) => shown(house, reader, &[], false, Some(refused)).await,
    }
}

/// Links of an earlier program stop the weekly letter; those of today say what they stop.
fn of_old<A: Act<Id = PersonId>>() -> bool {
    A::NAME == StopDutiesMail::NAME
}

fn by_link<A: Act<Id = PersonId>>(pass: &ByLink<A>) -> Reader<'_, A> {
    let path = if of_old::<A>() { "duties-mail" } else { "letters" };
    Reader { who: pass.who(), permit: pass, address: format!("/{path}/{}", pass.token()) }
}

fn stops<A: Act<Id = PersonId>>(said: Said) -> Vec<Class> {
    if of_old::<A>() { vec![Class::Duties] } else { said.0 }
}

pub(crate) async fn ask_by_link<A: Act<Id = PersonId>>(
    pass: ByLink<A>,
    State(house): State<House>,
    Query(said): Query<Said>,
) -> Result<Response, Problem> {
    shown(&house, by_link(&pass), &stops::<A>(said), false, None).await
}

/// The button of the page, or the one click of a mail program, which brings nothing but its own words (RFC 8058).
pub(crate) async fn choose_by_link<A: Act<Id = PersonId>>(
    pass: ByLink<A>,
    State(house): State<House>,
    Query(said): Query<Said>,
    request: Request,
) -> Result<Response, Problem> {
    let (parts, body) = request.into_parts();
    let bytes = axum::body::to_bytes(body, LARGEST).await.map_err(|_| Error::refuse(Finding::refuse("form-too-large")))?;
    let kind = parts.headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes);
    let one_click = text.trim() == "List-Unsubscribe=One-Click"
        || (kind.starts_with("multipart/form-data") && text.contains("name=\"List-Unsubscribe\"") && text.contains("One-Click"));
    if one_click {
        let stopped: Vec<(Class, Pace)> = stops::<A>(said).into_iter().map(|class| (class, Pace::Never)).collect();
        acts::choose_letters(&house, &pass, &stopped).await?;
        return shown(&house, by_link(&pass), &[], true, None).await;
    }
    let form = Form::<Fields>::from_request(Request::from_parts(parts, Body::from(bytes)), &house).await?;
    let pass = pass.with_key(Some(form.key));
    chosen(&house, by_link(&pass), &form).await
}

fn signed_in(pass: &May<ChooseLetters>) -> Reader<'_, ChooseLetters> {
    Reader { who: pass.who(), permit: pass, address: format!("/people/{}/letters", pass.id()) }
}

pub(crate) async fn ask(pass: May<ChooseLetters>, State(house): State<House>) -> Result<Response, Problem> {
    shown(&house, signed_in(&pass), &[], false, None).await
}

pub(crate) async fn choose(pass: May<ChooseLetters>, State(house): State<House>, form: Form<Fields>) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    chosen(&house, signed_in(&pass), &form).await
}
