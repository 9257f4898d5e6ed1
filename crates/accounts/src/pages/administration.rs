//! The accounts of the installation, for an administrator.

use access::{House, May, Problem};
use axum::extract::{Query, State};
use axum::response::Response;
use kernel::{AccountId, Instant};
use people::choose::{self, Choosing, Chosen, PersonFields};
use serde::{Deserialize, Serialize};
use web::{Form, FormView, Frame};

use super::Nothing;
use crate::model::{Account, NewAccount};
use crate::rights::{ManageAccount, ManageAccounts};
use crate::{acts, store};

/// How many accounts the list shows.
const SHOWN: i64 = 200;

pub(crate) fn sample_account() -> Account {
    Account {
        id: AccountId(uuid::Uuid::from_u128(1)),
        person: uuid::Uuid::from_u128(2).into(),
        name: "Maud Penhaligon-Featherstonehaugh".to_owned(),
        address: "maud.penhaligon@example.org".to_owned(),
        has_password: true,
        administrator: true,
        auditor: true,
        made_at: Instant::from_seconds(1_800_000_000),
        closed_at: None,
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Find {
    find: String,
}

#[derive(Serialize)]
struct AccountsPage {
    form: FormView,
    accounts: Vec<Account>,
    find: String,
    more: bool,
}

impl web::Page for AccountsPage {
    const TEMPLATE: &'static str = "accounts/accounts.html";
    fn sample() -> Self {
        let closed = Account { closed_at: Some(Instant::from_seconds(1_800_000_000)), administrator: false, ..sample_account() };
        Self { form: FormView::default(), accounts: vec![sample_account(), closed], find: "maud".to_owned(), more: true }
    }
}
web::page!(AccountsPage);

#[derive(Serialize)]
struct NewPage {
    form: FormView,
    choosing: Choosing,
}

impl web::Page for NewPage {
    const TEMPLATE: &'static str = "accounts/new.html";
    fn sample() -> Self {
        Self { form: FormView::default(), choosing: Choosing::sample() }
    }
}
web::page!(NewPage);

#[derive(Serialize)]
struct OnePage {
    form: FormView,
    account: Account,
}

impl web::Page for OnePage {
    const TEMPLATE: &'static str = "accounts/one.html";
    fn sample() -> Self {
        Self { form: FormView::default(), account: sample_account() }
    }
}
web::page!(OnePage);

#[derive(Serialize)]
struct ClosePage(OnePage);

impl web::Page for ClosePage {
    const TEMPLATE: &'static str = "accounts/close.html";
    fn sample() -> Self {
        Self(<OnePage as web::Page>::sample())
    }
}
web::page!(ClosePage);

fn frame(title: String) -> Frame {
    Frame::titled(title).under(web::words("nav-administration", &[]), "/administration").noindex()
}

fn under_accounts(title: String) -> Frame {
    frame(title).under(web::words("accounts-title", &[]), "/administration/accounts")
}

pub(crate) async fn accounts(pass: May<ManageAccounts>, State(house): State<House>, Query(find): Query<Find>) -> Result<Response, Problem> {
    let mut accounts = store::accounts(&mut house.read().await?, &find.find, SHOWN + 1).await?;
    let shown = usize::try_from(SHOWN).unwrap_or(usize::MAX);
    let more = accounts.len() > shown;
    accounts.truncate(shown);
    let form = FormView::new(&house).with("find", &find.find);
    Ok(web::page(pass.who(), frame(web::words("accounts-title", &[])), &AccountsPage { form, accounts, find: find.find, more }))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct NewFields {
    #[serde(flatten)]
    person: PersonFields,
    address: String,
    administrator: String,
    auditor: String,
}

pub(crate) async fn new(pass: May<ManageAccounts>, State(house): State<House>) -> Result<Response, Problem> {
    let page = NewPage { form: FormView::new(&house), choosing: Choosing::default() };
    Ok(web::page(pass.who(), under_accounts(web::words("account-new-title", &[])), &page))
}

pub(crate) async fn open(pass: May<ManageAccounts>, State(house): State<House>, form: Form<NewFields>) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let fields = &form.value;
    let again = |form, choosing| Ok(web::again(pass.who(), under_accounts(web::words("account-new-title", &[])), &NewPage { form, choosing }));
    let mut findings = people::rules::address("address", fields.address.trim());
    let (chosen, choosing) = choose::person(&mut house.read().await?, &mut findings, &fields.person).await?;
    let (Some(mut chosen), false) = (chosen, findings.refuses()) else { return again(form.refused(findings), choosing) };
    if let Chosen::New(new) = &mut chosen {
        new.address = Some(fields.address.trim().to_owned());
    }
    let part = if let Chosen::New(new) = &chosen { new.name.clone() } else { String::new() };
    let person = choose::recorded_person(&house, &pass.hand_on_once(::store::HOUSE, &part), chosen).await?;
    let new = NewAccount {
        person,
        address: fields.address.trim().to_owned(),
        password: None,
        administrator: fields.administrator == "yes",
        auditor: fields.auditor == "yes",
    };
    match form.outcome(acts::open_account(&house, &pass, new).await)? {
        Ok(id) => Ok(web::go(format!("/administration/accounts/{id}"))),
        Err(form) => again(form, choosing),
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct ChangeFields {
    address: String,
    administrator: String,
    auditor: String,
}

async fn one(house: &House, pass: &May<ManageAccount>, refused: Option<FormView>) -> Result<Response, Problem> {
    let account = store::account(&mut house.read().await?, *pass.id()).await?;
    let frame = under_accounts(account.name.clone());
    match refused {
        Some(form) => Ok(web::again(pass.who(), frame, &OnePage { form, account })),
        None => {
            let mut form = FormView::new(house).with("address", &account.address);
            for (name, held) in [("administrator", account.administrator), ("auditor", account.auditor)] {
                if held {
                    form = form.with(name, "yes");
                }
            }
            Ok(web::page(pass.who(), frame, &OnePage { form, account }))
        }
    }
}

pub(crate) async fn account(pass: May<ManageAccount>, State(house): State<House>) -> Result<Response, Problem> {
    one(&house, &pass, None).await
}

pub(crate) async fn change(pass: May<ManageAccount>, State(house): State<House>, form: Form<ChangeFields>) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let fields = &form.value;
    match form.outcome(acts::change_account(&house, &pass, &fields.address, fields.administrator == "yes", fields.auditor == "yes").await)? {
        Ok(()) => Ok(web::go("/administration/accounts")),
        Err(refused) => one(&house, &pass, Some(refused)).await,
    }
}

async fn close_page(house: &House, pass: &May<ManageAccount>, refused: Option<FormView>) -> Result<Response, Problem> {
    let account = store::account(&mut house.read().await?, *pass.id()).await?;
    let frame = under_accounts(web::words("account-close-title", &[("name", &account.name)]));
    let again = refused.is_some();
    let page = ClosePage(OnePage { form: refused.unwrap_or_else(|| FormView::new(house)), account });
    Ok(if again { web::again(pass.who(), frame, &page) } else { web::page(pass.who(), frame, &page) })
}

pub(crate) async fn closing(pass: May<ManageAccount>, State(house): State<House>) -> Result<Response, Problem> {
    close_page(&house, &pass, None).await
}

pub(crate) async fn close(pass: May<ManageAccount>, State(house): State<House>, form: Form<Nothing>) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    match form.outcome(acts::close_account(&house, &pass).await)? {
        Ok(()) => Ok(web::go(format!("/administration/accounts/{}", pass.id()))),
        Err(refused) => close_page(&house, &pass, Some(refused)).await,
    }
}

pub(crate) async fn reopen(pass: May<ManageAccount>, State(house): State<House>, form: Form<Nothing>) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    acts::reopen_account(&house, &pass).await?;
    Ok(web::go(format!("/administration/accounts/{}", pass.id())))
}
