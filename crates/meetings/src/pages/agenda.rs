//! Forms about one item: adding, asking, changing, returning, ordering.

use access::{ByLink, House, May, Permit, Problem};
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::{Findings, ItemId, MeetingId, Word as _};
use serde::{Deserialize, Serialize};
use web::{Form, FormView, Told, told};

use super::sample;
use crate::acts::{self, Request};
use crate::model::{Item, ItemKind, ItemState, Meeting, MeetingState, NewItem, Purpose};
use crate::rights::{CallMeeting, RequestItem};
use crate::rules::Direction;
use crate::store::{self, ItemFace};

fn purposes() -> Vec<&'static str> {
    Purpose::ALL.iter().map(|word| word.word()).collect()
}

/// Back to where the act was done.
fn back(meeting: MeetingId) -> String {
    format!("/meetings/{meeting}/prepare")
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct ItemFields {
    title: String,
    purpose: String,
    presenter: String,
    exempt: String,
    ground: String,
    exempt_reason: String,
    public_title: String,
    from: String,
}

#[derive(Serialize)]
struct Add {
    meeting: Meeting,
    form: FormView,
    purposes: Vec<&'static str>,
    lateness: Option<String>,
}

impl web::Page for Add {
    const TEMPLATE: &'static str = "meetings/add.html";
    fn sample() -> Self {
        let form = FormView::default().with("purpose", "discussion");
        Self {
            meeting: sample::meeting(MeetingState::Planned),
            form,
            purposes: purposes(),
            lateness: Some("an item is notified at least 10 working days before".to_owned()),
        }
    }
}
web::page!(Add);

async fn add_page(house: &House, pass: &May<CallMeeting>, form: FormView) -> Result<(web::Frame, Add), Problem> {
    let mut read = house.read().await?;
    let meeting = store::meeting(&mut read, *pass.id()).await?;
    let lateness = if meeting.day < house.today() {
        None
    } else {
        match crate::consult::item_lateness(&mut read, &meeting, house.today()).await? {
            crate::consult::Lateness::Late { sentence, .. } => Some(sentence),
            _ => None,
        }
    };
    let frame = super::beneath(&meeting, web::words("add-title", &[]));
    Ok((frame, Add { meeting, form, purposes: purposes(), lateness }))
}

pub(super) async fn add_form(pass: May<CallMeeting>, State(house): State<House>) -> Result<Response, Problem> {
    let (frame, page) = add_page(&house, &pass, FormView::new(&house).with("purpose", "discussion")).await?;
    Ok(web::page(pass.who(), frame, &page))
}

pub(super) async fn add(pass: May<CallMeeting>, State(house): State<House>, form: Form<ItemFields>) -> Result<Response, Problem> {
    let mut findings = Findings::none();
    let title = web::note(&mut findings, web::parse_line("title", &form.value.title, 300));
    let presenter = web::note(&mut findings, web::parse_line_if_any("presenter", &form.value.presenter, 200)).flatten();
    let pass = pass.with_key(Some(form.key));
    let refused = match title {
        Some(title) if !findings.refuses() => {
            let purpose = Purpose::parse(&form.value.purpose).unwrap_or(Purpose::Discussion);
            let new = NewItem { purpose, presenter, ..NewItem::business(title) };
            match form.outcome(acts::add_item(&house, &pass, &new).await)? {
                Ok(item) if form.value.from == "room" => return Ok(web::go(format!("/meetings/{}/room?item={item}", pass.id()))),
                Ok(_) => return Ok(web::go(back(*pass.id()))),
                Err(view) => view,
            }
        }
        _ => form.refused(findings),
    };
    let (frame, page) = add_page(&house, &pass, refused).await?;
    Ok(web::again(pass.who(), frame, &page))
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct AskFields {
    title: String,
    words: String,
}

#[derive(Serialize)]
struct Ask {
    meeting: Meeting,
    form: FormView,
    /// Where the form is sent.
    act: String,
    /// By the link of a letter: what is beyond this page asks for an account.
    by_link: bool,
    /// What was asked for just now.
    asked: Option<String>,
    lateness: Option<String>,
    /// Whoever would rule is the one concerned, or the office is vacant.
    nobody_can: bool,
    /// Why the terms refuse an item today: said before anything is typed.
    hindrance: Vec<Told>,
}

impl web::Page for Ask {
    const TEMPLATE: &'static str = "meetings/ask.html";
    fn sample() -> Self {
        Self {
            meeting: sample::meeting(MeetingState::Planned),
            form: FormView::default(),
            act: "/ask-item/abc".to_owned(),
            by_link: true,
            asked: Some("The refuge".to_owned()),
            lateness: Some("the chair decides (3.16)".to_owned()),
            nobody_can: true,
            hindrance: Vec::new(),
        }
    }
}
web::page!(Ask);

async fn ask_page(house: &House, permit: &Permit<RequestItem>, form: FormView) -> Result<Ask, Problem> {
    let mut read = house.read().await?;
    let meeting = store::meeting(&mut read, *permit.id()).await?;
    let charter = format!("/bodies/{}/charter", meeting.body_slug);
    let (lateness, nobody_can, hindrance) = match crate::consult::item_lateness(&mut read, &meeting, house.today()).await? {
        crate::consult::Lateness::Late { sentence, nobody_can, .. } => (Some(sentence), nobody_can, Vec::new()),
        crate::consult::Lateness::Refused(findings) => (None, false, told(&findings, Some(&charter))),
        crate::consult::Lateness::InTime => (None, false, Vec::new()),
    };
    let act = format!("/meetings/{}/items/ask", meeting.id);
    Ok(Ask { meeting, form, act, by_link: false, asked: None, lateness, nobody_can, hindrance })
}

pub(super) async fn ask_form(pass: May<RequestItem>, State(house): State<House>) -> Result<Response, Problem> {
    let page = ask_page(&house, &pass, FormView::new(&house)).await?;
    Ok(web::page(pass.who(), super::beneath(&page.meeting, web::words("ask-title", &[])), &page))
}

/// The same by the link of a letter, before and after something was asked for.
pub(super) async fn ask_by_link(house: &House, pass: &ByLink<RequestItem>, form: FormView, asked: Option<String>) -> Result<Response, Problem> {
    let again = form.refuses();
    let page = ask_page(house, pass, form).await?;
    let title = web::words("ask-title-of", &[("body", &page.meeting.body_name), ("day", &page.meeting.day.to_string())]);
    let frame = web::Frame::titled(title).of(super::brand(&page.meeting.partnership_name, &page.meeting.partnership_slug)).noindex();
    let page = Ask { act: format!("/ask-item/{}", pass.token()), by_link: true, asked, ..page };
    Ok(if again { web::again(pass.who(), frame, &page) } else { web::page(pass.who(), frame, &page) })
}

/// Asks for what was typed: its title, or the form to show again.
pub(super) async fn asked(house: &House, permit: &Permit<RequestItem>, form: &Form<AskFields>) -> Result<Result<String, FormView>, Problem> {
    let mut findings = Findings::none();
    let title = web::note(&mut findings, web::parse_line("title", &form.value.title, 300));
    let words = web::note(&mut findings, web::parse_text_if_any("words", &form.value.words, 4000)).flatten();
    match title {
        Some(title) if !findings.refuses() => {
            let request = Request { title: title.clone(), words, by: None, on: None };
            Ok(form.outcome(acts::request_item(house, permit, &request).await)?.map(|_| title))
        }
        _ => Ok(Err(form.refused(findings))),
    }
}

pub(super) async fn ask(pass: May<RequestItem>, State(house): State<House>, form: Form<AskFields>) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    match asked(&house, &pass, &form).await? {
        Ok(_) => Ok(web::go(format!("/meetings/{}", pass.id()))),
        Err(view) => {
            let page = ask_page(&house, &pass, view).await?;
            Ok(web::again(pass.who(), super::beneath(&page.meeting, web::words("ask-title", &[])), &page))
        }
    }
}

/// A ground on which an item may be exempt.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Ground {
    value: String,
    text: String,
}

#[derive(Serialize)]
struct Change {
    meeting: Meeting,
    item: Item,
    form: FormView,
    purposes: Vec<&'static str>,
    grounds: Vec<Ground>,
}

impl web::Page for Change {
    const TEMPLATE: &'static str = "meetings/change.html";
    fn sample() -> Self {
        Self {
            meeting: sample::meeting(MeetingState::Planned),
            item: sample::item(3, ItemKind::Business, ItemState::Accepted),
            form: FormView::default().with("purpose", "decision"),
            purposes: purposes(),
            grounds: vec![Ground { value: "1".to_owned(), text: "Financial or business affairs".to_owned() }],
        }
    }
}
web::page!(Change);

async fn change_page(house: &House, pass: &May<CallMeeting>, item: ItemId, form: Option<FormView>) -> Result<(web::Frame, Change), Problem> {
    let mut read = house.read().await?;
    let meeting = store::meeting(&mut read, *pass.id()).await?;
    let item = store::item(&mut read, meeting.id, item).await?;
    let grounds = store::grounds(&mut read, meeting.body).await?;
    let form = form.unwrap_or_else(|| {
        let ground = grounds.iter().find(|(_, words)| Some(words) == item.ground.as_ref()).map(|(id, _)| id.to_string());
        FormView::new(house)
            .at_version(item.version)
            .with("title", &item.title)
            .with("purpose", item.purpose)
            .with("presenter", item.presenter.as_deref().unwrap_or_default())
            .with("exempt", if item.exempt { "yes" } else { "" })
            .with("ground", ground.unwrap_or_default())
            .with("public_title", item.public_title.as_deref().unwrap_or_default())
    });
    let grounds = grounds.into_iter().map(|(id, text)| Ground { value: id.to_string(), text }).collect();
    let frame = super::beneath(&meeting, web::words("change-title", &[]));
    Ok((frame, Change { meeting, item, form, purposes: purposes(), grounds }))
}

pub(super) async fn change_form(
    pass: May<CallMeeting>,
    State(house): State<House>,
    Path((_, item)): Path<(MeetingId, ItemId)>,
) -> Result<Response, Problem> {
    let (frame, page) = change_page(&house, &pass, item, None).await?;
    Ok(web::page(pass.who(), frame, &page))
}

pub(super) async fn change(
    pass: May<CallMeeting>,
    State(house): State<House>,
    Path((_, item)): Path<(MeetingId, ItemId)>,
    form: Form<ItemFields>,
) -> Result<Response, Problem> {
    let fields = &form.value;
    let mut findings = Findings::none();
    let exempt = fields.exempt == "yes";
    let face = ItemFace {
        title: web::note(&mut findings, web::parse_line("title", &fields.title, 300)).unwrap_or_default(),
        purpose: Purpose::parse(&fields.purpose).unwrap_or(Purpose::Discussion),
        presenter: web::note(&mut findings, web::parse_line_if_any("presenter", &fields.presenter, 200)).flatten(),
        exempt,
        ground: fields.ground.parse().ok().filter(|_| exempt),
        exempt_reason: web::note(&mut findings, web::parse_text_if_any("exempt_reason", &fields.exempt_reason, 1000)).flatten().filter(|_| exempt),
        public_title: web::note(&mut findings, web::parse_line_if_any("public_title", &fields.public_title, 300)).flatten().filter(|_| exempt),
    };
    let pass = pass.with_key(Some(form.key));
    let refused = if findings.refuses() {
        form.refused(findings)
    } else {
        match form.outcome(acts::change_item(&house, &pass, item, form.version, &face).await)? {
            Ok(()) => return Ok(web::go(back(*pass.id()))),
            Err(view) => view,
        }
    };
    let (frame, page) = change_page(&house, &pass, item, Some(refused)).await?;
    Ok(web::again(pass.who(), frame, &page))
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct ReturnFields {
    reason: String,
}

#[derive(Serialize)]
struct Return {
    meeting: Meeting,
    item: Item,
    form: FormView,
}

impl web::Page for Return {
    const TEMPLATE: &'static str = "meetings/return.html";
    fn sample() -> Self {
        Self {
            meeting: sample::meeting(MeetingState::Planned),
            item: sample::item(1, ItemKind::Business, ItemState::Requested),
            form: FormView::default(),
        }
    }
}
web::page!(Return);

async fn return_page(house: &House, pass: &May<CallMeeting>, item: ItemId, form: FormView) -> Result<(web::Frame, Return), Problem> {
    let mut read = house.read().await?;
    let meeting = store::meeting(&mut read, *pass.id()).await?;
    let item = store::item(&mut read, meeting.id, item).await?;
    Ok((super::beneath(&meeting, web::words("return-title", &[])), Return { meeting, item, form }))
}

pub(super) async fn return_form(
    pass: May<CallMeeting>,
    State(house): State<House>,
    Path((_, item)): Path<(MeetingId, ItemId)>,
) -> Result<Response, Problem> {
    let (frame, page) = return_page(&house, &pass, item, FormView::new(&house)).await?;
    Ok(web::page(pass.who(), frame, &page))
}

pub(super) async fn give_back(
    pass: May<CallMeeting>,
    State(house): State<House>,
    Path((_, item)): Path<(MeetingId, ItemId)>,
    form: Form<ReturnFields>,
) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    match form.outcome(acts::return_item(&house, &pass, item, &form.value.reason).await)? {
        Ok(()) => Ok(web::go(back(*pass.id()))),
        Err(view) => {
            let (frame, page) = return_page(&house, &pass, item, view).await?;
            Ok(web::again(pass.who(), frame, &page))
        }
    }
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Step {
    to: String,
}

pub(super) async fn accept(
    pass: May<CallMeeting>,
    State(house): State<House>,
    Path((_, item)): Path<(MeetingId, ItemId)>,
    form: Form<Step>,
) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    match form.outcome(acts::accept_item(&house, &pass, item).await)? {
        Ok(()) => Ok(web::go(back(*pass.id()))),
        Err(view) => super::prepare::again(&house, pass, view).await,
    }
}

pub(super) async fn reorder(
    pass: May<CallMeeting>,
    State(house): State<House>,
    Path((_, item)): Path<(MeetingId, ItemId)>,
    form: Form<Step>,
) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let direction = if form.value.to == "up" { Direction::Up } else { Direction::Down };
    match form.outcome(acts::move_item(&house, &pass, item, direction).await)? {
        Ok(()) => Ok(web::go(format!("{}#item-{item}", back(*pass.id())))),
        Err(view) => super::prepare::again(&house, pass, view).await,
    }
}

pub(super) async fn withdraw(
    pass: May<CallMeeting>,
    State(house): State<House>,
    Path((_, item)): Path<(MeetingId, ItemId)>,
    form: Form<Step>,
) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    match form.outcome(acts::withdraw_item(&house, &pass, item).await)? {
        Ok(()) => Ok(web::go(back(*pass.id()))),
        Err(view) => super::prepare::again(&house, pass, view).await,
    }
}
