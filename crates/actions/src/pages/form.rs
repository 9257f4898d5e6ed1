//! Recording, changing and dropping an action.

use access::{House, May, Problem};
use axum::extract::{Query, State};
use axum::response::Response;
use kernel::{BodyId, Day, Findings, ItemId, MeetingId};
use serde::{Deserialize, Serialize};
use store::Read;
use web::{Form, FormView, Frame, words};

use crate::model::{ActionState, ChangedAction, Due, NewAction, Owner};
use crate::pages::shortened;
use crate::rights::{ChangeAction, RecordAction};
use crate::{acts, rules, store as actions};

/// What is typed for an action.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ActionFields {
    words: String,
    owners: Vec<String>,
    owner_words: String,
    due: String,
    due_on: String,
    due_words: String,
    exempt: String,
    ground: String,
    meeting: String,
    item: String,
    back: String,
}

struct Typed {
    words: String,
    owners: Vec<Owner>,
    due: Due,
    exempt: bool,
    ground: Option<uuid::Uuid>,
    meeting: Option<MeetingId>,
    item: Option<ItemId>,
}

impl ActionFields {
    fn read(&self) -> kernel::Result<Typed> {
        let mut findings = Findings::none();
        let mut owners = Vec::new();
        for value in self.owners.iter().filter(|value| !value.is_empty()) {
            match rules::parse_owner(value) {
                Some(owner) => owners.push(owner),
                None => findings.push(acts::unknown_owner()),
            }
        }
        let in_words = web::note(&mut findings, web::parse_line_if_any("owner_words", &self.owner_words, 300)).flatten();
        owners.extend(in_words.map(|words| Owner::Words { words }));
        let on = web::note(&mut findings, web::parse_day_if_any("due_on", &self.due_on)).flatten();
        let printed = web::note(&mut findings, web::parse_line_if_any("due_words", &self.due_words, 300)).flatten();
        let ground = web::note(&mut findings, web::parse_id_if_any("ground", &self.ground)).flatten();
        let meeting = web::note(&mut findings, web::parse_id_if_any("meeting", &self.meeting)).flatten();
        let item = web::note(&mut findings, web::parse_id_if_any("item", &self.item)).flatten();
        findings.or_refuse()?;
        let due = Due { on, next_meeting: self.due == "next-meeting", words: printed };
        Ok(Typed { words: self.words.clone(), owners, due, exempt: self.exempt == "yes", ground, meeting, item })
    }

    /// Where the form came from, when that is a page of this site.
    fn back(&self) -> Option<&str> {
        Some(self.back.as_str()).filter(|back| back.starts_with('/') && !back.starts_with("//") && !back.contains('\\'))
    }
}

#[derive(Debug, Serialize)]
struct Choice {
    value: String,
    text: String,
}

#[derive(Debug, Serialize)]
struct ActionFormPage {
    act: String,
    button: String,
    back: String,
    owners: Vec<Choice>,
    grounds: Vec<Choice>,
    meeting: String,
    item: String,
    drop: Option<String>,
    form: FormView,
}

/// Whom an action can be given to: the offices, whoever sits, their organisations through them, and all partners.
async fn owners(read: &mut Read, body: BodyId, on: Day) -> kernel::Result<Vec<Choice>> {
    let people = actions::who_could_owe(read, body, on).await?;
    let mut choices = vec![Choice { value: "all-partners".into(), text: words("action-owner-all-partners", &[]) }];
    choices.extend(
        ["chair", "vice-chair", "secretary"]
            .map(|office| Choice { value: format!("office:{office}"), text: words(&format!("action-office-{office}"), &[]) }),
    );
    let mut seen = std::collections::BTreeSet::new();
    let mut organisations = Vec::new();
    for candidate in people {
        if let Some((id, name)) = &candidate.organisation {
            let text = words("action-owner-through", &[("organisation", name), ("name", &candidate.name)]);
            organisations.push(Choice { value: format!("organisation:{id}:{}", candidate.person), text });
        }
        if seen.insert(candidate.person) {
            choices.push(Choice { value: format!("person:{}", candidate.person), text: candidate.name });
        }
    }
    choices.extend(organisations);
    Ok(choices)
}

async fn page(read: &mut Read, body: BodyId, on: Day, act: String, button: &str, back: String, form: FormView) -> kernel::Result<ActionFormPage> {
    let grounds = actions::grounds(read, body).await?.into_iter().map(|(id, text)| Choice { value: id.to_string(), text });
    Ok(ActionFormPage {
        act,
        button: words(button, &[]),
        back,
        owners: owners(read, body, on).await?,
        grounds: grounds.collect(),
        meeting: String::new(),
        item: String::new(),
        drop: None,
        form,
    })
}

/// Where an action is set: a meeting and its item, when the address names them.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct At {
    meeting: String,
    item: String,
}

/// `GET /bodies/{body}/actions/new`
pub async fn new(pass: May<RecordAction>, State(house): State<House>, Query(at): Query<At>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let (name, slug) = actions::body_name(&mut read, *pass.id()).await?;
    let body = format!("/bodies/{slug}");
    let mut form = FormView::new(&house);
    let room = match (at.meeting.parse::<kernel::MeetingId>(), at.item.parse::<kernel::ItemId>()) {
        (Ok(meeting), Ok(item)) => Some(format!("/meetings/{meeting}/room?item={item}")),
        _ => None,
    };
    if let Some(room) = &room {
        form = form.with("back", room);
    }
    let back = room.unwrap_or_else(|| body.clone());
    let mut page = page(&mut read, *pass.id(), house.today(), format!("{body}/actions"), "action-record", back, form).await?;
    (page.meeting, page.item) = (at.meeting, at.item);
    Ok(web::page(pass.who(), Frame::titled(words("action-new-title", &[])).under(name, body), &page))
}

/// `POST /bodies/{body}/actions`
pub async fn record(pass: May<RecordAction>, State(house): State<House>, form: Form<ActionFields>) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let done = match form.value.read() {
        Ok(typed) => {
            let Typed { words, owners, due, exempt, ground, meeting, item } = typed;
            let new = NewAction { meeting, item, words, owners, due, made_on: None, state: ActionState::Open, ground, exempt };
            acts::record(&house, &pass, new).await
        }
        Err(refused) => Err(refused),
    };
    match form.outcome(done)? {
        Ok(id) => Ok(web::go(form.value.back().map_or_else(|| format!("/actions/{id}"), str::to_owned))),
        Err(view) => {
            let mut read = house.read().await?;
            let (name, slug) = actions::body_name(&mut read, *pass.id()).await?;
            let back = form.value.back().map_or_else(|| format!("/bodies/{slug}"), str::to_owned);
            let mut page = page(&mut read, *pass.id(), house.today(), format!("/bodies/{slug}/actions"), "action-record", back, view).await?;
            (page.meeting, page.item) = (form.value.meeting.clone(), form.value.item.clone());
            let frame = Frame::titled(words("action-new-title", &[])).under(name, format!("/bodies/{slug}"));
            Ok(web::again(pass.who(), frame, &page))
        }
    }
}

async fn change_page(pass: &May<ChangeAction>, house: &House, view: Option<FormView>) -> Result<(Frame, ActionFormPage), Problem> {
    let id = *pass.id();
    let mut read = house.read().await?;
    let action = actions::action(&mut read, id).await?;
    let view = view.unwrap_or_else(|| {
        let mut view = FormView::new(house)
            .at_version(action.version)
            .with("words", &action.words)
            .with("due", if action.due.next_meeting { "next-meeting" } else { "" })
            .with_day("due_on", action.due.on)
            .with("due_words", action.due.words.clone().unwrap_or_default())
            .with("exempt", if action.exempt_itself { "yes" } else { "" })
            .with("ground", action.ground.map(|id| id.to_string()).unwrap_or_default());
        for owner in &action.owners {
            let value = match (owner.kind.as_str(), owner.person, owner.organisation) {
                ("person", Some(person), _) => format!("person:{person}"),
                ("office", _, _) => format!("office:{}", owner.office.as_deref().unwrap_or_default()),
                ("organisation", Some(person), Some(organisation)) => format!("organisation:{organisation}:{person}"),
                ("organisation", None, Some(organisation)) => format!("organisation:{organisation}"),
                ("all-partners", _, _) => "all-partners".to_owned(),
                _ => continue,
            };
            view = view.with("owners", value);
        }
        let in_words = action.owners.iter().find_map(|owner| owner.words.clone());
        view.with("owner_words", in_words.unwrap_or_default())
    });
    let on = action.made_on.unwrap_or(house.today());
    let mut page = page(&mut read, action.body, on, format!("/actions/{id}/change"), "action-save", format!("/actions/{id}"), view).await?;
    // An owner who sits there no longer stays choosable, so that changing the words loses nobody.
    for owner in &action.owners {
        let missing = match (owner.kind.as_str(), owner.person, owner.organisation) {
            ("person", Some(person), _) => Some(format!("person:{person}")),
            ("organisation", Some(person), Some(organisation)) => Some(format!("organisation:{organisation}:{person}")),
            ("organisation", None, Some(organisation)) => Some(format!("organisation:{organisation}")),
            _ => None,
        };
        if let Some(value) = missing.filter(|value| !page.owners.iter().any(|choice| &choice.value == value)) {
            page.owners.push(Choice { value, text: crate::pages::owner_words(owner) });
        }
    }
    page.drop = Some(format!("/actions/{id}/drop"));
    let frame = Frame::titled(words("action-change-title", &[])).under(action.body_name, format!("/bodies/{}", action.body_slug));
    Ok((frame.under(shortened(&action.words), format!("/actions/{id}")), page))
}

/// `GET /actions/{action}/change`
pub async fn change(pass: May<ChangeAction>, State(house): State<House>) -> Result<Response, Problem> {
    let (frame, page) = change_page(&pass, &house, None).await?;
    Ok(web::page(pass.who(), frame, &page))
}

/// `POST /actions/{action}/change`
pub async fn changed(pass: May<ChangeAction>, State(house): State<House>, form: Form<ActionFields>) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let done = match form.value.read() {
        Ok(Typed { words, owners, due, exempt, ground, .. }) => {
            acts::change(&house, &pass, ChangedAction { words, owners, due, exempt, ground, version: form.version }).await
        }
        Err(refused) => Err(refused),
    };
    // Words, owners and date of the other are shown beside what was typed; sent again, what was typed takes their place.
    let done = match done {
        Err(kernel::Error::Conflict(_)) if !web::wants_json() => {
            let now = actions::action(&mut house.read().await?, *pass.id()).await?;
            let owners = now.owners.iter().map(crate::pages::owner_words).collect::<Vec<_>>().join("; ");
            let said = kernel::Finding::refuse("action-overtaken").at("words").with("words", &now.words);
            let mut findings: Findings = said.into();
            findings.push(kernel::Finding::refuse("action-overtaken-owners").at("owners").with("owners", owners));
            findings.push(kernel::Finding::refuse("action-overtaken-due").at("due_on").with("due", crate::pages::due_words(&now)));
            let view = form.refused(findings).at_version(now.version);
            let (frame, page) = change_page(&pass, &house, Some(view)).await?;
            return Ok(web::conflicting(pass.who(), frame, &page));
        }
        done => done,
    };
    match form.outcome(done)? {
        Ok(()) => Ok(web::go(format!("/actions/{}", pass.id()))),
        Err(view) => {
            let (frame, page) = change_page(&pass, &house, Some(view)).await?;
            Ok(web::again(pass.who(), frame, &page))
        }
    }
}

/// Why an action is dropped.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct DropFields {
    words: String,
}

/// `POST /actions/{action}/drop`
pub async fn dropped(pass: May<ChangeAction>, State(house): State<House>, form: Form<DropFields>) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    acts::drop(&house, &pass, &form.value.words).await?;
    Ok(web::go(format!("/actions/{}", pass.id())))
}

impl web::Page for ActionFormPage {
    const TEMPLATE: &'static str = "actions/form.html";
    fn sample() -> Self {
        let choice = |value: &str, text: &str| Choice { value: value.into(), text: text.into() };
        Self {
            act: "/bodies/west-kent-partnership/actions".into(),
            button: "Record the action".into(),
            back: "/bodies/west-kent-partnership".into(),
            owners: vec![choice("all-partners", "All partners"), choice("office:chair", "Chair"), choice("person:1", "Mandy Wynne")],
            grounds: vec![choice("1", "3 Financial or business affairs")],
            meeting: "1".into(),
            item: "2".into(),
            drop: Some("/actions/1/drop".into()),
            form: FormView::default().with("words", "Report on the merger").with("owners", "person:1"),
        }
    }
}
web::page!(ActionFormPage);
