//! The register of a partnership's actions, narrowed by links.

use access::{House, May, Problem, Visible};
use axum::extract::{Query, State};
use axum::response::Response;
use kernel::{Day, Word as _};
use serde::{Deserialize, Serialize};
use web::{Brand, Frame, words};

use crate::model::{Action, Filter, Reads, Shown};
use crate::pages::{Tag, due_words, id_if_any, owner_words, state_tag};
use crate::rights::ReadRegister;
use crate::{public, store};

/// How the address narrows the register; what cannot be read narrows nothing.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Narrowed {
    shown: String,
    body: String,
    person: String,
    organisation: String,
    by: String,
    page: i64,
}

impl Narrowed {
    fn filter(&self) -> Filter {
        Filter {
            body: id_if_any(&self.body),
            person: id_if_any(&self.person),
            organisation: id_if_any(&self.organisation),
            due_by: self.by.parse().ok(),
            shown: Shown::parse(&self.shown).unwrap_or(Shown::Open),
            page: self.page.clamp(0, 10_000),
        }
    }
}

#[derive(Debug, Serialize)]
struct Choice {
    text: String,
    href: String,
    current: bool,
}

#[derive(Debug, Serialize)]
struct OwnerCell {
    text: String,
    href: Option<String>,
}

#[derive(Debug, Serialize)]
struct Line {
    /// Its own page, for those who may open it.
    href: Option<String>,
    words: String,
    body: String,
    body_href: String,
    set: String,
    owners: Vec<OwnerCell>,
    due: String,
    due_day: Option<Day>,
    state: Tag,
    report: Option<String>,
    exempt: bool,
}

#[derive(Debug, Serialize)]
struct RegisterPage {
    lines: Vec<Line>,
    count: i64,
    states: Vec<Choice>,
    dates: Vec<Choice>,
    narrowed_by: Vec<Choice>,
    earlier: Option<String>,
    later: Option<String>,
}

fn address(base: &str, filter: &Filter) -> String {
    let mut parts = vec![format!("shown={}", filter.shown.word())];
    parts.extend(filter.body.map(|id| format!("body={id}")));
    parts.extend(filter.person.map(|id| format!("person={id}")));
    parts.extend(filter.organisation.map(|id| format!("organisation={id}")));
    parts.extend(filter.due_by.map(|day| format!("by={day}")));
    if filter.page > 0 {
        parts.push(format!("page={}", filter.page));
    }
    format!("{base}?{}", parts.join("&"))
}

fn line(base: &str, filter: &Filter, today: Day, action: &Action) -> Line {
    let owners = action.owners.iter().map(|owner| {
        let to = match (owner.organisation, owner.person) {
            (Some(organisation), _) => Some(Filter { organisation: Some(organisation), page: 0, ..filter.clone() }),
            (None, Some(person)) => Some(Filter { person: Some(person), page: 0, ..filter.clone() }),
            (None, None) => None,
        };
        OwnerCell { text: owner_words(owner), href: to.map(|to| address(base, &to)) }
    });
    let set = match (action.meeting_day, &action.item_number) {
        (Some(day), Some(number)) => words("action-set-at-item", &[("day", &day.to_string()), ("number", &format!(" {number}"))]),
        (Some(day), None) => words("action-set-at", &[("day", &day.to_string())]),
        (None, _) => action.made_on.map(web::spelling::day).unwrap_or_default(),
    };
    Line {
        href: None,
        words: action.words.clone(),
        body: action.body_name.clone(),
        body_href: address(base, &Filter { body: Some(action.body), page: 0, ..filter.clone() }),
        set,
        owners: owners.collect(),
        due: due_words(action),
        due_day: action.due_day,
        state: state_tag(action, today),
        report: action.last_report.as_ref().filter(|report| !report.words.is_empty()).map(|report| report.words.clone()),
        exempt: action.exempt,
    }
}

/// `GET /partnerships/{partnership}/actions`
pub async fn register(pass: May<ReadRegister>, State(house): State<House>, Query(narrowed): Query<Narrowed>) -> Result<Response, Problem> {
    let (partnership, today, filter) = (*pass.id(), house.today(), narrowed.filter());
    let mut read = house.read().await?;
    let (name, slug) = store::partnership_name(&mut read, partnership).await?;
    let outside = pass.capacity() == "public";
    let reads = match pass.capacity() {
        "public" => Reads::Public,
        _ if pass.who().is_auditor() => Reads::All,
        _ => Reads::Partner,
    };
    let (actions, count) = store::register(&mut read, partnership, pass.person(), reads, today, &filter).await?;
    let actions = if outside { public::cleared(actions).into_inner() } else { Visible::under(&pass, actions).into_inner() };
    let base = format!("/partnerships/{slug}/actions");
    let states = Shown::ALL.iter().map(|shown| Choice {
        text: words(&format!("actions-shown-{}", shown.word()), &[]),
        href: address(&base, &Filter { shown: *shown, page: 0, ..filter.clone() }),
        current: *shown == filter.shown,
    });
    let month_ends = today.last_of_month();
    let dates = [(None, "actions-any-date"), (Some(today), "actions-due-today"), (Some(month_ends), "actions-due-this-month")];
    let dates = dates.map(|(day, key)| Choice {
        text: words(key, &[]),
        href: address(&base, &Filter { due_by: day, page: 0, ..filter.clone() }),
        current: day == filter.due_by,
    });
    let mut narrowed_by = Vec::new();
    let mut undo = |text: Option<String>, without: Filter| {
        narrowed_by.extend(text.map(|text| Choice { text, href: address(&base, &without), current: true }));
    };
    let owners = || actions.iter().flat_map(|action| &action.owners);
    undo(
        filter.body.map(|id| {
            actions.iter().find(|action| action.body == id).map(|action| action.body_name.clone()).unwrap_or_else(|| words("actions-one-body", &[]))
        }),
        Filter { body: None, page: 0, ..filter.clone() },
    );
    undo(
        filter.person.map(|id| {
            owners()
                .find(|owner| owner.person == Some(id))
                .and_then(|owner| owner.person_name.clone())
                .unwrap_or_else(|| words("actions-one-person", &[]))
        }),
        Filter { person: None, page: 0, ..filter.clone() },
    );
    undo(
        filter.organisation.map(|id| {
            owners()
                .find(|owner| owner.organisation == Some(id))
                .and_then(|owner| owner.organisation_name.clone())
                .unwrap_or_else(|| words("actions-one-organisation", &[]))
        }),
        Filter { organisation: None, page: 0, ..filter.clone() },
    );
    let page_to = |page: i64| address(&base, &Filter { page, ..filter.clone() });
    let page = RegisterPage {
        lines: actions
            .iter()
            .map(|action| Line { href: (!outside).then(|| format!("/actions/{}", action.id)), ..line(&base, &filter, today, action) })
            .collect(),
        count,
        states: states.collect(),
        dates: dates.into(),
        narrowed_by,
        earlier: (filter.page > 0).then(|| page_to(filter.page - 1)),
        later: ((filter.page + 1) * store::PAGE < count).then(|| page_to(filter.page + 1)),
    };
    let brand = Brand { name: name.clone(), href: format!("/partnerships/{slug}"), theme: None };
    let frame = Frame::titled(words("actions-title", &[])).under(name, format!("/partnerships/{slug}")).of(brand);
    Ok(web::page(pass.who(), frame, &page))
}

impl web::Page for RegisterPage {
    const TEMPLATE: &'static str = "actions/register.html";
    fn sample() -> Self {
        let choice = |text: &str, current| Choice { text: text.into(), href: "?shown=open".into(), current };
        let line = Line {
            href: Some("/actions/1".into()),
            words: "Report on the possible merger of Sevenoaks Volunteers and Voluntary Action West Kent to be tabled at the April meeting".into(),
            body: "West Kent Partnership".into(),
            body_href: "?body=1".into(),
            set: "18 January 2007, item 1".into(),
            owners: vec![
                OwnerCell { text: "Mandy Wynne".into(), href: Some("?person=1".into()) },
                OwnerCell { text: "All partners".into(), href: None },
            ],
            due: "26 April 2007 (“April WKP meeting”)".into(),
            due_day: Some(jiff::civil::date(2007, 4, 26)),
            state: Tag { text: "Overdue".into(), tone: "late" },
            report: Some("The trustees meet in May.".into()),
            exempt: true,
        };
        Self {
            lines: vec![line],
            count: 1,
            states: vec![choice("Open", true), choice("Overdue", false)],
            dates: vec![choice("Any date", true)],
            narrowed_by: vec![choice("West Kent Partnership", true)],
            earlier: Some("?page=0".into()),
            later: Some("?page=2".into()),
        }
    }
}
web::page!(RegisterPage);
