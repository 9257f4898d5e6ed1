//! Declaring an interest from the letter that brings the agenda, with no account. The link shows, exempt items by their public
//! title only; the button acts.

use access::{ByLink, House, Problem, Visible};
use axum::extract::State;
use axum::response::Response;
use kernel::{Finding, Findings, ItemId};
use serde::{Deserialize, Serialize};
use web::{Form, FormView, Frame, words};

use crate::acts;
use crate::model::{InterestKind, NewDeclaration};
use crate::pages::{Choice, kinds};
use crate::rights::DeclareAtMeeting;
use crate::store;

#[derive(Debug, Serialize)]
struct LinkPage {
    act: String,
    acts_for: String,
    items: Vec<Choice>,
    kinds: Vec<Choice>,
    /// What the reader has declared at this meeting: the item and the kind.
    declared: Vec<String>,
    done: bool,
    form: FormView,
}

/// What is typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Fields {
    item: String,
    kind: String,
    nature: String,
}

async fn show(pass: &ByLink<DeclareAtMeeting>, house: &House, refused: Option<FormView>, done: bool) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let meeting = *pass.id();
    let (_, day, name, _) = store::meeting(&mut read, meeting).await?;
    let open = store::open_items(&mut read, meeting).await?;
    let items: Vec<Choice> = open
        .into_iter()
        .map(|(id, number, title)| {
            let title = title.unwrap_or_else(|| words("item-exempt", &[]));
            Choice::of(id, format!("{} {title}", number.unwrap_or_default()).trim().to_owned())
        })
        .collect();
    let own = Visible::under(pass, store::declarations(&mut read, meeting).await?).into_inner();
    let title_of = |item: ItemId| items.iter().find(|choice| choice.value == item.to_string()).map(|choice| choice.text.clone());
    let declared = own
        .iter()
        .filter(|one| Some(one.person) == pass.person())
        .filter_map(|one| Some(format!("{}: {}", title_of(one.item)?, words(&format!("interest-kind-{}", one.kind), &[]))))
        .collect();
    let acts_for = match pass.person() {
        Some(person) => store::name_of(&mut read, person).await?,
        None => String::new(),
    };
    let again = refused.is_some();
    let form = refused.unwrap_or_else(|| FormView::new(house));
    let frame = Frame::titled(words("interest-link-title", &[("body", &name), ("day", &day.to_string())])).noindex();
    let page = LinkPage { act: format!("/declare/{}", pass.token()), acts_for, items, kinds: kinds(), declared, done, form };
    Ok(if again { web::again(pass.who(), frame, &page) } else { web::page(pass.who(), frame, &page) })
}

/// `GET /declare/{token}`
pub async fn ask_by_link(pass: ByLink<DeclareAtMeeting>, State(house): State<House>) -> Result<Response, Problem> {
    show(&pass, &house, None, false).await
}

/// `POST /declare/{token}`
pub async fn declare_by_link(pass: ByLink<DeclareAtMeeting>, State(house): State<House>, form: Form<Fields>) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let mut findings = Findings::none();
    let open = store::open_items(&mut house.read().await?, *pass.id()).await?;
    let item = form.value.item.parse::<ItemId>().ok().filter(|item| open.iter().any(|(id, ..)| id == item));
    findings.push_if(item.is_none(), || Finding::refuse("interest-link-item-missing").at("item"));
    let kind = web::note(&mut findings, web::parse_word::<InterestKind>("kind", &form.value.kind));
    let done = match (item, kind, pass.person()) {
        (Some(item), Some(kind), Some(person)) => {
            acts::declare(&house, &pass.hand_on_once(item, "letter"), NewDeclaration { person, kind, nature: form.value.nature.clone() }).await
        }
        _ => Err(kernel::Error::Refused(findings)),
    };
    match form.outcome(done)? {
        Ok(_) => show(&pass, &house, None, true).await,
        Err(view) => show(&pass, &house, Some(view), false).await,
    }
}

impl web::Page for LinkPage {
    const TEMPLATE: &'static str = "interests/link.html";
    fn sample() -> Self {
        Self {
            act: "/declare/x".into(),
            acts_for: "Keith Austin".into(),
            items: vec![Choice::of("1", "5 Bids")],
            kinds: kinds(),
            declared: vec!["5 Bids: Financial".into()],
            done: true,
            form: FormView::default(),
        }
    }
}
web::page!(LinkPage);
