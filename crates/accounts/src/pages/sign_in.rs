//! Signing in and out. What is shown tells nobody whether an address is known; a link shows and a button acts, so that a
//! mail scanner neither signs in nor uses the link up.

use access::{Anyone, ByLink, Client, House, Problem};
use axum::extract::{Path, Query, State};
use axum::response::Response;
use http::{HeaderMap, HeaderName, HeaderValue, header};
use kernel::{Error, Finding, PersonId};
use serde::{Deserialize, Serialize};
use web::{Form, FormView, Frame};

use super::Nothing;
use crate::rights::{SignInByLink, SignInToDemonstration};
use crate::{acts, rules};

/// Letters an address may be sent in an hour, and asked for from one client.
const LETTERS_PER_ADDRESS: i64 = 5;
const LETTERS_PER_CLIENT: i64 = 30;
/// Passwords that may be tried for an address in a quarter of an hour, and from one client.
const TRIES_PER_ADDRESS: i64 = 10;
const TRIES_PER_CLIENT: i64 = 50;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Towards {
    next: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Fields {
    address: String,
    password: String,
    next: String,
}

#[derive(Serialize)]
struct SignInPage {
    form: FormView,
    next: String,
    other: String,
}

impl SignInPage {
    fn of(form: FormView, next: &str, other: &str) -> Self {
        Self { form, next: rules::next(next).to_owned(), other: acts::with_next(other, next) }
    }
}

impl web::Page for SignInPage {
    const TEMPLATE: &'static str = "accounts/sign-in.html";
    fn sample() -> Self {
        Self::of(FormView::default().with("address", "maud@example.org"), "/bodies/board", "/sign-in/password")
    }
}
web::page!(SignInPage);

#[derive(Serialize)]
struct PasswordPage(SignInPage);

impl web::Page for PasswordPage {
    const TEMPLATE: &'static str = "accounts/sign-in-password.html";
    fn sample() -> Self {
        Self(<SignInPage as web::Page>::sample())
    }
}
web::page!(PasswordPage);

#[derive(Serialize)]
struct SentPage {}

impl web::Page for SentPage {
    const TEMPLATE: &'static str = "accounts/sent.html";
    fn sample() -> Self {
        Self {}
    }
}
web::page!(SentPage);

#[derive(Serialize)]
struct LinkPage {
    form: FormView,
    action: String,
    name: String,
    works: bool,
}

impl web::Page for LinkPage {
    const TEMPLATE: &'static str = "accounts/link.html";
    fn sample() -> Self {
        Self { form: FormView::default(), action: "/sign-in/link/abc".to_owned(), name: "Maud Penhaligon".to_owned(), works: true }
    }
}
web::page!(LinkPage);

#[derive(Serialize)]
struct SignOutPage {
    form: FormView,
    signed_in: bool,
}

impl web::Page for SignOutPage {
    const TEMPLATE: &'static str = "accounts/sign-out.html";
    fn sample() -> Self {
        Self { form: FormView::default(), signed_in: true }
    }
}
web::page!(SignOutPage);

#[derive(Serialize)]
struct SignedInPage {}

impl web::Page for SignedInPage {
    const TEMPLATE: &'static str = "accounts/signed-in.html";
    fn sample() -> Self {
        Self {}
    }
}
web::page!(SignedInPage);

fn frame(key: &str) -> Frame {
    Frame::titled(web::words(key, &[])).noindex()
}

pub(crate) async fn ask(pass: Anyone, State(house): State<House>, Query(towards): Query<Towards>) -> Result<Response, Problem> {
    if pass.who().signed.is_some() {
        return Ok(web::go(rules::next(&towards.next)));
    }
    Ok(web::page(pass.who(), frame("sign-in-title"), &SignInPage::of(FormView::new(&house), &towards.next, "/sign-in/password")))
}

pub(crate) async fn send(pass: Anyone, State(house): State<House>, client: Client, form: Form<Fields>) -> Result<Response, Problem> {
    let fields = &form.value;
    let again = |form: FormView| Ok(web::again(pass.who(), frame("sign-in-title"), &SignInPage::of(form, &fields.next, "/sign-in/password")));
    let findings = people::rules::address("address", fields.address.trim());
    if findings.refuses() {
        return again(form.refused(findings));
    }
    let to = crate::store::compared(&fields.address);
    let often = access::throttled(&house, &format!("sign-in-letter:{to}"), LETTERS_PER_ADDRESS, 3600).await?
        | access::throttled(&house, &format!("sign-in-letter-from:{}", client.name), LETTERS_PER_CLIENT, 3600).await?;
    if often {
        return again(form.refused(Finding::refuse("sign-in-letters-too-many").at("address").into()));
    }
    match form.outcome(acts::send_link(&house, &fields.address, &fields.next).await)? {
        Ok(()) => Ok(web::go("/sign-in/sent")),
        Err(form) => again(form),
    }
}

pub(crate) async fn sent(pass: Anyone) -> Result<Response, Problem> {
    Ok(web::page(pass.who(), frame("sign-in-sent-title"), &SentPage {}))
}

pub(crate) async fn ask_password(pass: Anyone, State(house): State<House>, Query(towards): Query<Towards>) -> Result<Response, Problem> {
    Ok(web::page(pass.who(), frame("sign-in-password-title"), &PasswordPage(SignInPage::of(FormView::new(&house), &towards.next, "/sign-in"))))
}

pub(crate) async fn by_password(
    pass: Anyone,
    State(house): State<House>,
    client: Client,
    headers: HeaderMap,
    form: Form<Fields>,
) -> Result<Response, Problem> {
    let fields = &form.value;
    let again =
        |form: FormView| Ok(web::again(pass.who(), frame("sign-in-password-title"), &PasswordPage(SignInPage::of(form, &fields.next, "/sign-in"))));
    let of = crate::store::compared(&fields.address);
    let often = access::throttled(&house, &format!("sign-in-password:{of}"), TRIES_PER_ADDRESS, 900).await?
        | access::throttled(&house, &format!("sign-in-password-from:{}", client.name), TRIES_PER_CLIENT, 900).await?;
    if often {
        return again(form.refused(Finding::refuse("sign-in-tries-too-many").at("password").into()));
    }
    match form.outcome(acts::sign_in_by_password(&house, &fields.address, &fields.password).await)? {
        Ok(person) => signed(&house, person, &headers, &fields.next).await,
        Err(form) => again(form),
    }
}

/// On to where they were going, with a session.
pub(super) async fn signed(house: &House, person: PersonId, headers: &HeaderMap, next: &str) -> Result<Response, Problem> {
    let browser = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let cookie = access::begin_session(house, person, browser).await?;
    let mut response = web::go(rules::next(next));
    response.headers_mut().append(header::SET_COOKIE, HeaderValue::from_str(&cookie).map_err(Error::fault)?);
    Ok(response)
}

async fn link_page(pass: &Anyone, house: &House, act: &str, action: String, token: &str) -> Result<Response, Problem> {
    let found = match access::read_link(house, act, token).await {
        Ok((person, _)) => Some(people::store::person(&mut house.read().await?, person).await?.name),
        Err(Error::NotFound) => None,
        Err(error) => return Err(error.into()),
    };
    let works = found.is_some();
    let frame = frame(if works { "sign-in-link-title" } else { "sign-in-link-ended-title" });
    Ok(web::page(pass.who(), frame, &LinkPage { form: FormView::new(house), action, name: found.unwrap_or_default(), works }))
}

/// Shows whom the link signs in; a link that has ended says so, with the way to a new one.
pub(crate) async fn link(
    pass: Anyone,
    State(house): State<House>,
    Path(token): Path<String>,
    Query(towards): Query<Towards>,
) -> Result<Response, Problem> {
    let action = acts::with_next(&format!("/sign-in/link/{token}"), &towards.next);
    link_page(&pass, &house, <SignInByLink as access::Act>::NAME, action, &token).await
}

pub(crate) async fn by_link(
    pass: ByLink<SignInByLink>,
    State(house): State<House>,
    headers: HeaderMap,
    Query(towards): Query<Towards>,
    _form: Form<Nothing>,
) -> Result<Response, Problem> {
    let person = acts::sign_in_by_link(&house, &pass).await?;
    signed(&house, person, &headers, &towards.next).await
}

fn demonstrates(house: &House, client: &Client) -> Result<(), Problem> {
    if house.settings.demonstration && client.loopback { Ok(()) } else { Err(Error::NotFound.into()) }
}

pub(crate) async fn demonstration(pass: Anyone, State(house): State<House>, client: Client, Path(token): Path<String>) -> Result<Response, Problem> {
    demonstrates(&house, &client)?;
    link_page(&pass, &house, <SignInToDemonstration as access::Act>::NAME, format!("/sign-in/demonstration/{token}"), &token).await
}

pub(crate) async fn by_demonstration(
    pass: ByLink<SignInToDemonstration>,
    State(house): State<House>,
    client: Client,
    headers: HeaderMap,
    _form: Form<Nothing>,
) -> Result<Response, Problem> {
    demonstrates(&house, &client)?;
    let person = acts::sign_in_to_demonstration(&house, &pass).await?;
    signed(&house, person, &headers, "").await
}

/// Where somebody lands who signed in again in a second tab, to send what they had typed in the first.
pub(crate) async fn signed_in(pass: Anyone) -> Result<Response, Problem> {
    Ok(web::page(pass.who(), frame("signed-in-title"), &SignedInPage {}))
}

pub(crate) async fn leave(pass: Anyone, State(house): State<House>) -> Result<Response, Problem> {
    let page = SignOutPage { form: FormView::new(&house), signed_in: pass.who().signed.is_some() };
    Ok(web::page(pass.who(), frame(if page.signed_in { "sign-out-title" } else { "signed-out-title" }), &page))
}

pub(crate) async fn sign_out(pass: Anyone, State(house): State<House>, _form: Form<Nothing>) -> Result<Response, Problem> {
    if let Some(signed) = &pass.who().signed {
        access::end_session(&house, signed.person, signed.session).await?;
    }
    let secure = if house.settings.https() { "; Secure" } else { "" };
    let cookie = format!("{}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0{secure}", access::cookie_name(&house));
    let mut response = web::go("/sign-out");
    response.headers_mut().append(header::SET_COOKIE, HeaderValue::from_str(&cookie).map_err(Error::fault)?);
    // Packs that were kept for reading without a connection go with whoever kept them.
    response.headers_mut().insert(HeaderName::from_static("clear-site-data"), HeaderValue::from_static("\"storage\""));
    Ok(response)
}
