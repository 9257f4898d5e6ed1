//! One's own account: how to sign in, and the browsers that are signed in.

use access::{House, May, Problem, SessionLine, SignedIn};
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::{Error, Instant, SessionId};
use serde::{Deserialize, Serialize};
use web::{Form, FormView, Frame};

use super::Nothing;
use crate::model::Account;
use crate::rights::KeepOwnAccount;
use crate::{acts, store};

/// Tries at the present password in a quarter of an hour.
const TRIES: i64 = 10;

#[derive(Serialize)]
struct AccountPage {
    form: FormView,
    person: String,
    account: Option<Account>,
    sessions: Vec<SessionLine>,
    this: SessionId,
}

impl web::Page for AccountPage {
    const TEMPLATE: &'static str = "accounts/account.html";
    fn sample() -> Self {
        let session = |n: u128, browser: &str| SessionLine {
            id: SessionId(uuid::Uuid::from_u128(n)),
            made_at: Instant::from_seconds(1_800_000_000),
            seen_at: Instant::from_seconds(1_800_003_600),
            browser: browser.to_owned(),
        };
        Self {
            form: FormView::default(),
            person: uuid::Uuid::nil().to_string(),
            account: Some(super::administration::sample_account()),
            sessions: vec![session(1, "Mozilla/5.0 (X11; Linux x86_64) Firefox/150.0"), session(2, "")],
            this: SessionId(uuid::Uuid::from_u128(1)),
        }
    }
}
web::page!(AccountPage);

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct PasswordFields {
    present_password: String,
    new_password: String,
}

async fn shown(house: &House, who: &access::Who, refused: Option<FormView>) -> Result<Response, Problem> {
    let signed = who.signed.as_ref().ok_or(Error::SignInFirst)?;
    let mut read = house.read().await?;
    let again = refused.is_some();
    let page = AccountPage {
        form: refused.unwrap_or_else(|| FormView::new(house)),
        person: signed.person.to_string(),
        account: store::account_of(&mut read, signed.person).await?,
        sessions: access::sessions_of(&mut read, signed.person, house.now())
            .await?
            .into_iter()
            .map(|session| SessionLine { browser: crate::rules::browser(&session.browser).unwrap_or_default(), ..session })
            .collect(),
        this: signed.session,
    };
    let frame = Frame::titled(web::words("account-title", &[])).under(web::words("nav-desk", &[]), "/desk").noindex();
    Ok(if again { web::again(who, frame, &page) } else { web::page(who, frame, &page) })
}

pub(crate) async fn account(pass: SignedIn, State(house): State<House>) -> Result<Response, Problem> {
    shown(&house, pass.who(), None).await
}

pub(crate) async fn set_password(pass: May<KeepOwnAccount>, State(house): State<House>, form: Form<PasswordFields>) -> Result<Response, Problem> {
    let signed = pass.who().signed.clone().ok_or(Error::SignInFirst)?;
    if access::throttled(&house, &format!("own-password:{}", signed.person), TRIES, 900).await? {
        let refused = form.refused(kernel::Finding::refuse("sign-in-tries-too-many").at("present_password").into());
        return shown(&house, pass.who(), Some(refused)).await;
    }
    let pass = pass.with_key(Some(form.key));
    let set = acts::set_password(&house, &pass, signed.session, &form.value.present_password, &form.value.new_password).await;
    match form.outcome(set)? {
        Ok(()) => Ok(web::go("/account")),
        Err(refused) => shown(&house, pass.who(), Some(refused)).await,
    }
}

pub(crate) async fn end_session(
    pass: SignedIn,
    State(house): State<House>,
    Path(session): Path<SessionId>,
    _form: Form<Nothing>,
) -> Result<Response, Problem> {
    access::end_session(&house, pass.signed().person, session).await?;
    Ok(web::go(if session == pass.signed().session { "/sign-out" } else { "/account" }))
}

pub(crate) async fn end_other_sessions(pass: SignedIn, State(house): State<House>, _form: Form<Nothing>) -> Result<Response, Problem> {
    access::end_sessions_of(&house, pass.signed().person, Some(pass.signed().session)).await?;
    Ok(web::go("/account"))
}
