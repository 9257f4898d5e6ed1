//! The first start of an empty installation: opened by the token that the program printed, it makes the administrator, who
//! goes on to found the first partnership.

use access::{Anyone, ByLink, House, Problem};
use axum::extract::{Path, State};
use axum::response::Response;
use http::HeaderMap;
use kernel::Error;
use serde::{Deserialize, Serialize};
use web::{Form, FormView, Frame};

use crate::rights::SetUp;
use crate::{acts, store};

/// Where the administrator goes on.
const NEXT: &str = "/administration/partnerships/new";

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Fields {
    name: String,
    address: String,
    password: String,
}

#[derive(Serialize)]
struct SetUpPage {
    form: FormView,
    action: String,
    done: bool,
}

impl web::Page for SetUpPage {
    const TEMPLATE: &'static str = "accounts/set-up.html";
    fn sample() -> Self {
        Self { form: FormView::default(), action: "/set-up/abc".to_owned(), done: false }
    }
}
web::page!(SetUpPage);

fn frame(done: bool) -> Frame {
    Frame::titled(web::words(if done { "set-up-done-title" } else { "set-up-title" }, &[])).noindex()
}

/// Says how the page is opened, or that it is done.
pub(crate) async fn closed(pass: Anyone, State(house): State<House>) -> Result<Response, Problem> {
    let done = store::count(&mut house.read().await?).await? > 0;
    Ok(web::page(pass.who(), frame(done), &SetUpPage { form: FormView::new(&house), action: String::new(), done }))
}

/// The form, to the bearer of a token that works.
pub(crate) async fn open(pass: Anyone, State(house): State<House>, Path(token): Path<String>) -> Result<Response, Problem> {
    let done = store::count(&mut house.read().await?).await? > 0;
    let works = match access::read_link(&house, <SetUp as access::Act>::NAME, &token).await {
        Ok(_) => true,
        Err(Error::NotFound) => false,
        Err(error) => return Err(error.into()),
    };
    let action = if works && !done { format!("/set-up/{token}") } else { String::new() };
    Ok(web::page(pass.who(), frame(done), &SetUpPage { form: FormView::new(&house), action, done }))
}

pub(crate) async fn set_up(pass: ByLink<SetUp>, State(house): State<House>, headers: HeaderMap, form: Form<Fields>) -> Result<Response, Problem> {
    let fields = &form.value;
    let password = Some(fields.password.as_str()).filter(|typed| !typed.is_empty());
    match form.outcome(acts::set_up(&house, &pass, fields.name.trim(), &fields.address, password).await)? {
        Ok(person) => super::sign_in::signed(&house, person, &headers, NEXT).await,
        Err(form) => {
            let action = format!("/set-up/{}", pass.token());
            Ok(web::again(pass.who(), frame(false), &SetUpPage { form, action, done: false }))
        }
    }
}
