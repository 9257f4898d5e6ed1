//! What a body chooses: who may see what, which items stand on every agenda, who gets its letters besides its members.

use access::{House, May, Problem};
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::{Error, Finding, Findings, PersonId, Word};
use people::choose::{self, Choosing, PersonFields};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use web::{Form, FormView};

use super::{Choice, Nothing};
use crate::model::{Audience, Body, DocumentClass, Openness, StandingItem, StandingKind};
use crate::rights::ManageBody;
use crate::{acts, store};

#[derive(Serialize)]
struct OpennessPage {
    form: FormView,
    body: Body,
    classes: Vec<Choice>,
    audiences: Vec<Choice>,
}

impl web::Page for OpennessPage {
    const TEMPLATE: &'static str = "bodies/openness.html";
    fn sample() -> Self {
        Self {
            form: FormView::default().with("audience-minutes", "public").with("clause-minutes", "3.23"),
            body: super::structure::sample_body(),
            classes: super::choices::<DocumentClass>("document-class"),
            audiences: super::choices::<Audience>("audience"),
        }
    }
}
web::page!(OpennessPage);

async fn openness_page(house: &House, pass: &May<ManageBody>, refused: Option<FormView>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let body = store::body(&mut read, *pass.id()).await?;
    let chosen = store::openness(&mut read, body.id).await?;
    let frame = super::frame(&mut read, &body, web::words("openness-title", &[])).await?;
    let again = refused.is_some();
    let form = refused.unwrap_or_else(|| {
        DocumentClass::ALL.iter().fold(FormView::new(house), |form, class| {
            let one = chosen.iter().find(|one| one.class == *class);
            form.with(&format!("audience-{class}"), one.map_or(Audience::Body, |one| one.audience))
                .with(&format!("clause-{class}"), one.and_then(|one| one.clause.as_deref()).unwrap_or_default())
        })
    });
    let form = form.charter(format!("/bodies/{}/charter", body.slug));
    let page =
        OpennessPage { form, body, classes: super::choices::<DocumentClass>("document-class"), audiences: super::choices::<Audience>("audience") };
    Ok(if again { web::again(pass.who(), frame, &page) } else { web::page(pass.who(), frame, &page) })
}

pub(crate) async fn openness(pass: May<ManageBody>, State(house): State<House>) -> Result<Response, Problem> {
    openness_page(&house, &pass, None).await
}

pub(crate) async fn choose_openness(
    pass: May<ManageBody>,
    State(house): State<House>,
    Path(slug): Path<String>,
    form: Form<BTreeMap<String, String>>,
) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let mut findings = Findings::none();
    let mut wanted = Vec::new();
    for class in DocumentClass::ALL {
        let typed = |part: &str| form.value.get(&format!("{part}-{class}")).map_or("", String::as_str);
        let audience = web::note(&mut findings, web::parse_word(&format!("audience-{class}"), typed("audience")));
        let clause = web::note(&mut findings, web::parse_line_if_any(&format!("clause-{class}"), typed("clause"), 40)).flatten();
        if let Some(audience) = audience {
            wanted.push(Openness { class: *class, audience, clause });
        }
    }
    if findings.refuses() {
        return openness_page(&house, &pass, Some(form.refused(findings))).await;
    }
    let held = store::openness(&mut house.read().await?, *pass.id()).await?;
    for one in wanted {
        let before = held.iter().find(|held| held.class == one.class).cloned().unwrap_or(Openness {
            class: one.class,
            audience: Audience::Body,
            clause: None,
        });
        if before != one {
            match acts::choose_openness(&house, &pass.hand_on_once(*pass.id(), one.class.word()), &one).await {
                Ok(()) | Err(Error::Repeated(_)) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }
    Ok(web::go(format!("/bodies/{slug}/manage")))
}

/// The lines of the standing items as they were typed, one value of each for every line.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct StandingFields {
    place: Vec<String>,
    kind: Vec<String>,
    title: Vec<String>,
}

#[derive(Debug, Clone, Serialize)]
struct Line {
    place: String,
    kind: String,
    title: String,
}

#[derive(Serialize)]
struct StandingPage {
    form: FormView,
    body: Body,
    lines: Vec<Line>,
    kinds: Vec<Choice>,
}

impl web::Page for StandingPage {
    const TEMPLATE: &'static str = "bodies/standing-items.html";
    fn sample() -> Self {
        let line = Line { place: "1".to_owned(), kind: "apologies".to_owned(), title: "Apologies and substitutes".to_owned() };
        Self {
            form: FormView::default(),
            body: super::structure::sample_body(),
            lines: vec![line],
            kinds: super::choices::<StandingKind>("standing-kind"),
        }
    }
}
web::page!(StandingPage);

/// Empty lines at the end, for further items.
const SPARE_LINES: usize = 3;

async fn standing_page(house: &House, pass: &May<ManageBody>, refused: Option<(FormView, Vec<Line>)>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let body = store::body(&mut read, *pass.id()).await?;
    let held = store::standing_items(&mut read, body.id).await?;
    let frame = super::frame(&mut read, &body, web::words("standing-title", &[])).await?;
    let again = refused.is_some();
    let (form, lines) = refused.unwrap_or_else(|| {
        let items = if held.is_empty() { usual() } else { held };
        let lines =
            (1..).zip(items).map(|(place, item): (usize, _)| Line { place: place.to_string(), kind: item.kind.word().to_owned(), title: item.title });
        let spare = std::iter::repeat_n(Line { place: String::new(), kind: String::new(), title: String::new() }, SPARE_LINES);
        (FormView::new(house), lines.chain(spare).collect())
    });
    let page = StandingPage { form, body, lines, kinds: super::choices::<StandingKind>("standing-kind") };
    Ok(if again { web::again(pass.who(), frame, &page) } else { web::page(pass.who(), frame, &page) })
}

/// What most bodies begin with, offered where none were chosen yet; nothing stands before it is saved. Any other business is
/// left to those whose terms allow it.
fn usual() -> Vec<StandingItem> {
    let kinds =
        StandingKind::ALL.iter().filter(|kind| !matches!(kind, StandingKind::AnyOtherBusiness | StandingKind::CoOrdinator | StandingKind::SubGroups));
    kinds.map(|kind| StandingItem { kind: *kind, title: web::words(&format!("standing-kind-{kind}"), &[]) }).collect()
}

pub(crate) async fn standing(pass: May<ManageBody>, State(house): State<House>) -> Result<Response, Problem> {
    standing_page(&house, &pass, None).await
}

pub(crate) async fn set_standing(
    pass: May<ManageBody>,
    State(house): State<House>,
    Path(slug): Path<String>,
    form: Form<StandingFields>,
) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let at = |list: &[String], n: usize| list.get(n).cloned().unwrap_or_default();
    let fields = &form.value;
    let lines: Vec<Line> =
        (0..fields.title.len()).map(|n| Line { place: at(&fields.place, n), kind: at(&fields.kind, n), title: at(&fields.title, n) }).collect();
    let mut findings = Findings::none();
    let mut items: Vec<(u32, StandingItem)> = Vec::new();
    for (n, line) in (1_u32..).zip(&lines) {
        // A line without a place is not an item.
        if line.place.trim().is_empty() {
            continue;
        }
        let Ok(place) = line.place.trim().parse::<u32>() else {
            findings.push(Finding::refuse("place-not-a-number").at(&format!("place-{n}")).with("typed", line.place.trim()));
            continue;
        };
        let kind = web::note(&mut findings, web::parse_word(&format!("kind-{n}"), &line.kind));
        let title = web::note(&mut findings, web::parse_line(&format!("title-{n}"), &line.title, people::rules::LONGEST_NAME));
        if let (Some(kind), Some(title)) = (kind, title) {
            items.push((place, StandingItem { kind, title }));
        }
    }
    if findings.refuses() {
        return standing_page(&house, &pass, Some((form.refused(findings), lines))).await;
    }
    items.sort_by_key(|(place, _)| *place);
    let items: Vec<StandingItem> = items.into_iter().map(|(_, item)| item).collect();
    match form.outcome(acts::set_standing_items(&house, &pass, &items).await)? {
        Ok(()) => Ok(web::go(format!("/bodies/{slug}/manage"))),
        Err(refused) => standing_page(&house, &pass, Some((refused, lines))).await,
    }
}

#[derive(Serialize)]
struct Reader {
    person: PersonId,
    name: String,
    note: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct ReaderFields {
    #[serde(flatten)]
    person: PersonFields,
    note: String,
}

#[derive(Serialize)]
struct DistributionPage {
    form: FormView,
    body: Body,
    readers: Vec<Reader>,
    choosing: Choosing,
}

impl web::Page for DistributionPage {
    const TEMPLATE: &'static str = "bodies/distribution.html";
    fn sample() -> Self {
        let reader = Reader { person: uuid::Uuid::nil().into(), name: "Wilf Tregarthen".to_owned(), note: Some("press office".to_owned()) };
        Self { form: FormView::default(), body: super::structure::sample_body(), readers: vec![reader], choosing: Choosing::sample() }
    }
}
web::page!(DistributionPage);

async fn distribution_page(house: &House, pass: &May<ManageBody>, refused: Option<(FormView, Choosing)>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let body = store::body(&mut read, *pass.id()).await?;
    let readers = store::distribution(&mut read, body.id, house.today()).await?;
    let readers = readers.into_iter().map(|(person, name, note)| Reader { person, name, note }).collect();
    let frame = super::frame(&mut read, &body, web::words("distribution-title", &[])).await?;
    let again = refused.is_some();
    let (form, choosing) = refused.unwrap_or_else(|| (FormView::new(house), Choosing::default()));
    let page = DistributionPage { form, body, readers, choosing };
    Ok(if again { web::again(pass.who(), frame, &page) } else { web::page(pass.who(), frame, &page) })
}

pub(crate) async fn distribution(pass: May<ManageBody>, State(house): State<House>) -> Result<Response, Problem> {
    distribution_page(&house, &pass, None).await
}

pub(crate) async fn add_reader(
    pass: May<ManageBody>,
    State(house): State<House>,
    Path(slug): Path<String>,
    form: Form<ReaderFields>,
) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let mut findings = Findings::none();
    let note = web::note(&mut findings, web::parse_line_if_any("note", &form.value.note, 200)).flatten();
    let (person, choosing) = choose::person(&mut house.read().await?, &mut findings, &form.value.person).await?;
    let (Some(person), false) = (person, findings.refuses()) else {
        return distribution_page(&house, &pass, Some((form.refused(findings), choosing))).await;
    };
    let person = super::recorded(&house, &pass, person).await?;
    match form.outcome(acts::add_to_distribution(&house, &pass, person, note.as_deref(), house.today()).await)? {
        Ok(()) => Ok(web::go(format!("/bodies/{slug}/manage/distribution"))),
        Err(refused) => distribution_page(&house, &pass, Some((refused, Choosing::default()))).await,
    }
}

pub(crate) async fn end_reader(
    pass: May<ManageBody>,
    State(house): State<House>,
    Path((slug, person)): Path<(String, PersonId)>,
    form: Form<Nothing>,
) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    acts::end_distribution(&house, &pass, person, house.today()).await?;
    Ok(web::go(format!("/bodies/{slug}/manage/distribution")))
}
