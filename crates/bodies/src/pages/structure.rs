//! What a body is called, what it stands within or works with, and its end; new bodies and sectors of a partnership.

use access::{House, May, Problem};
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::{BodyId, Day, Error, Finding, Findings};
use serde::{Deserialize, Serialize};
use web::{Form, FormView, Frame};

use super::Choice;
use crate::ending::Ahead;
use crate::model::{Body, BodyEnding, BodyKind, LinkKind, NewBody, Partnership, Sector};
use crate::rights::{ManageBody, ManagePartnership};
use crate::store::Succession;
use crate::{acts, store};

pub(crate) fn sample_body() -> Body {
    Body {
        id: uuid::Uuid::from_u128(2).into(),
        partnership: uuid::Uuid::from_u128(1).into(),
        slug: "wealdshire-board".to_owned(),
        name: "Wealdshire Partnership board".to_owned(),
        short_name: Some("Board".to_owned()),
        kind: BodyKind::Board,
        purpose: Some("Agrees what the partners do together.".to_owned()),
        established_on: Some(jiff::civil::date(2020, 4, 1)),
        dissolved_on: None,
        ending: None,
        note: None,
        source: None,
        version: 3,
    }
}

fn sample_partnership() -> Partnership {
    Partnership {
        id: uuid::Uuid::from_u128(1).into(),
        slug: "wealdshire".to_owned(),
        name: "Wealdshire Partnership".to_owned(),
        nation: "England and Wales".to_owned(),
        colour: None,
        about: None,
        noindex: false,
        source: None,
        version: 1,
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct NameFields {
    name: String,
    short_name: String,
    purpose: String,
}

#[derive(Serialize)]
struct NamePage {
    form: FormView,
    body: Body,
}

impl web::Page for NamePage {
    const TEMPLATE: &'static str = "bodies/name.html";
    fn sample() -> Self {
        Self { form: FormView::default(), body: sample_body() }
    }
}
web::page!(NamePage);

fn named(house: &House, body: &Body) -> FormView {
    FormView::new(house)
        .at_version(body.version)
        .with("name", &body.name)
        .with("short_name", body.short_name.as_deref().unwrap_or_default())
        .with("purpose", body.purpose.as_deref().unwrap_or_default())
}

async fn name_page(house: &House, pass: &May<ManageBody>, refused: Option<FormView>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let body = store::body(&mut read, *pass.id()).await?;
    let frame = super::frame(&mut read, &body, web::words("body-name-title", &[])).await?;
    let again = refused.is_some();
    let form = refused.unwrap_or_else(|| named(house, &body));
    let overtaken = form.is_overtaken();
    let page = NamePage { form, body };
    Ok(if again { web::once_more(pass.who(), frame, &page, overtaken) } else { web::page(pass.who(), frame, &page) })
}

pub(crate) async fn naming(pass: May<ManageBody>, State(house): State<House>) -> Result<Response, Problem> {
    name_page(&house, &pass, None).await
}

pub(crate) async fn name(
    pass: May<ManageBody>,
    State(house): State<House>,
    Path(slug): Path<String>,
    form: Form<NameFields>,
) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let mut findings = Findings::none();
    let name = web::note(&mut findings, web::parse_line("name", &form.value.name, people::rules::LONGEST_NAME));
    let short = web::note(&mut findings, web::parse_line_if_any("short_name", &form.value.short_name, 60)).flatten();
    let purpose = web::note(&mut findings, web::parse_text_if_any("purpose", &form.value.purpose, 2000)).flatten();
    let (Some(name), false) = (name, findings.refuses()) else { return name_page(&house, &pass, Some(form.refused(findings))).await };
    let done = match acts::rename_body(&house, &pass, &name, short.as_deref(), purpose.as_deref(), form.version).await {
        Err(Error::Conflict(conflict)) => {
            let body = store::body(&mut house.read().await?, *pass.id()).await?;
            let view = form.overtaken(&house, conflict, body.id.0, named(&house, &body)).await?;
            return name_page(&house, &pass, Some(view)).await;
        }
        done => form.outcome(done)?,
    };
    match done {
        Ok(()) => Ok(web::go(format!("/bodies/{slug}/manage"))),
        Err(refused) => name_page(&house, &pass, Some(refused)).await,
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct EndFields {
    ending: String,
    ends_on: String,
    later: String,
    note: String,
    call_off: String,
}

#[derive(Serialize)]
struct EndPage {
    form: FormView,
    body: Body,
    endings: Vec<Choice>,
    others: Vec<Choice>,
    members: usize,
    successions: Vec<Succession>,
    /// What would still happen after today.
    ahead: Vec<Ahead>,
}

impl web::Page for EndPage {
    const TEMPLATE: &'static str = "bodies/end.html";
    fn sample() -> Self {
        let body = sample_body();
        let succession = Succession {
            earlier: body.id,
            earlier_name: body.name.clone(),
            earlier_slug: body.slug.clone(),
            later: body.id,
            later_name: "East Wealdshire Partnership".to_owned(),
            later_slug: "east-wealdshire".to_owned(),
            kind: BodyEnding::Merged,
            happened_on: None,
            note: Some("in part".to_owned()),
        };
        let others = vec![Choice::new("3", "Executive board")];
        Self {
            form: FormView::default(),
            body,
            endings: super::choices::<BodyEnding>("body-ending"),
            others,
            members: 40,
            successions: vec![succession],
            ahead: vec![Ahead { day: jiff::civil::date(2027, 1, 18), path: "/meetings/1".to_owned() }],
        }
    }
}
web::page!(EndPage);

async fn end_page(house: &House, pass: &May<ManageBody>, refused: Option<FormView>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let today = house.today();
    let body = store::body(&mut read, *pass.id()).await?;
    let others = store::bodies(&mut read, body.partnership).await?;
    let others =
        others.iter().filter(|other| other.id != body.id && other.dissolved_on.is_none()).map(|other| Choice::new(other.id, &other.name)).collect();
    let members = store::membership(&mut read, body.id, today).await?.iter().filter(|seat| seat.holder().is_some()).count();
    let successions = store::successions(&mut read, body.id).await?;
    let ahead = crate::ending::ahead(&mut read, body.id, today).await?;
    let frame = super::frame(&mut read, &body, web::words("body-end-title", &[("body", &body.name)])).await?;
    let again = refused.is_some();
    let form = refused.unwrap_or_else(|| match body.ending {
        None => FormView::new(house).with_day("ends_on", Some(today)),
        // Opened once more, it corrects what was said.
        Some(ending) => {
            let after = successions.iter().find(|one| one.earlier == body.id);
            FormView::new(house)
                .with("ending", ending)
                .with_day("ends_on", body.dissolved_on)
                .with("later", after.map(|one| one.later.to_string()).unwrap_or_default())
                .with("note", after.and_then(|one| one.note.clone()).unwrap_or_default())
        }
    });
    let page = EndPage { form, body, endings: super::choices::<BodyEnding>("body-ending"), others, members, successions, ahead };
    Ok(if again { web::again(pass.who(), frame, &page) } else { web::page(pass.who(), frame, &page) })
}

pub(crate) async fn ending(pass: May<ManageBody>, State(house): State<House>) -> Result<Response, Problem> {
    end_page(&house, &pass, None).await
}

pub(crate) async fn end(
    pass: May<ManageBody>,
    State(house): State<House>,
    Path(slug): Path<String>,
    form: Form<EndFields>,
) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let fields = &form.value;
    let mut findings = Findings::none();
    let how: Option<BodyEnding> = web::note(&mut findings, web::parse_word("ending", &fields.ending));
    let on = web::note(&mut findings, web::parse_day_if_any("ends_on", &fields.ends_on)).flatten();
    let later: Option<BodyId> = web::note(&mut findings, web::parse_id_if_any("later", &fields.later)).flatten();
    let note = web::note(&mut findings, web::parse_line_if_any("note", &fields.note, 500)).flatten();
    let needs = matches!(how, Some(BodyEnding::Merged | BodyEnding::Succeeded));
    findings.push_if(needs && later.is_none() && !findings.refuses(), || Finding::refuse("successor-missing").at("later"));
    let (Some(how), false) = (how, findings.refuses()) else { return end_page(&house, &pass, Some(form.refused(findings))).await };
    let later = later.filter(|_| needs);
    if let Some(later) = later {
        // Only a body of the same partnership was offered.
        if store::body(&mut house.read().await?, later).await?.partnership != pass.partnership() {
            return Err(Error::NotFound.into());
        }
    }
    let call_off = (fields.call_off == "yes").then(|| web::words(&format!("body-end-reason-{how}"), &[]));
    let end = acts::End { on, ending: how, into: later.map(|later| (later, note)), call_off };
    match form.outcome(acts::end_body(&house, &pass, &end).await)? {
        Ok(()) => Ok(web::go(format!("/bodies/{slug}/manage"))),
        Err(refused) => end_page(&house, &pass, Some(refused)).await,
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct NewFields {
    name: String,
    short_name: String,
    kind: String,
    purpose: String,
    established_on: String,
    link: String,
    other: String,
}

#[derive(Serialize)]
struct NewPage {
    form: FormView,
    partnership: Partnership,
    kinds: Vec<Choice>,
    links: Vec<Choice>,
    others: Vec<Choice>,
}

impl web::Page for NewPage {
    const TEMPLATE: &'static str = "bodies/new.html";
    fn sample() -> Self {
        Self {
            form: FormView::default(),
            partnership: sample_partnership(),
            kinds: kinds(),
            links: super::choices::<LinkKind>("link-kind"),
            others: vec![Choice::new("3", "Executive board")],
        }
    }
}
web::page!(NewPage);

fn kinds() -> Vec<Choice> {
    super::choices::<BodyKind>("body-kind").into_iter().filter(|choice| choice.value != "partnership").collect()
}

fn structure_frame(partnership: &Partnership, title: String) -> Frame {
    super::partnership_frame(partnership, title).under(web::words("structure-title", &[]), format!("/partnerships/{}/structure", partnership.slug))
}

async fn new_page(house: &House, pass: &May<ManagePartnership>, refused: Option<FormView>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let partnership = store::partnership(&mut read, *pass.id()).await?;
    let bodies = store::bodies(&mut read, partnership.id).await?;
    let others: Vec<Choice> = bodies.iter().filter(|body| body.dissolved_on.is_none()).map(|body| Choice::new(body.id, &body.name)).collect();
    let frame = structure_frame(&partnership, web::words("body-new-title", &[]));
    let again = refused.is_some();
    let form = refused.unwrap_or_else(|| {
        let form = FormView::new(house).with("kind", "working-group").with("link", "within");
        match others.first() {
            Some(root) => form.with("other", &root.value),
            None => form,
        }
    });
    let page = NewPage { form, partnership, kinds: kinds(), links: super::choices::<LinkKind>("link-kind"), others };
    Ok(if again { web::again(pass.who(), frame, &page) } else { web::page(pass.who(), frame, &page) })
}

pub(crate) async fn new(pass: May<ManagePartnership>, State(house): State<House>) -> Result<Response, Problem> {
    new_page(&house, &pass, None).await
}

pub(crate) async fn establish(pass: May<ManagePartnership>, State(house): State<House>, form: Form<NewFields>) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let fields = &form.value;
    let mut findings = Findings::none();
    let name = web::note(&mut findings, web::parse_line("name", &fields.name, people::rules::LONGEST_NAME));
    let short_name = web::note(&mut findings, web::parse_line_if_any("short_name", &fields.short_name, 60)).flatten();
    let kind = web::note(&mut findings, web::parse_word("kind", &fields.kind));
    let purpose = web::note(&mut findings, web::parse_text_if_any("purpose", &fields.purpose, 2000)).flatten();
    let established_on = web::note(&mut findings, web::parse_day_if_any("established_on", &fields.established_on)).flatten();
    let other: Option<BodyId> = web::note(&mut findings, web::parse_id_if_any("other", &fields.other)).flatten();
    let link: Option<LinkKind> = if other.is_some() { web::note(&mut findings, web::parse_word("link", &fields.link)) } else { None };
    if let Some(other) = other {
        let of = store::bodies(&mut house.read().await?, *pass.id()).await?;
        findings.push_if(!of.iter().any(|body| body.id == other), || Finding::refuse("choice-unknown").at("other").with("typed", &fields.other));
    }
    let (Some(name), Some(kind), false) = (name, kind, findings.refuses()) else {
        return new_page(&house, &pass, Some(form.refused(findings))).await;
    };
    let new = NewBody {
        name,
        slug: None,
        short_name,
        kind,
        purpose,
        established_on,
        note: None,
        source: None,
        linked_to: link.zip(other).into_iter().collect(),
    };
    match form.outcome(acts::establish_body(&house, &pass, new).await)? {
        Ok(id) => {
            let slug = store::body(&mut house.read().await?, id).await?.slug;
            Ok(web::go(format!("/bodies/{slug}/manage")))
        }
        Err(refused) => new_page(&house, &pass, Some(refused)).await,
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct LinkFields {
    body: String,
    link: String,
    other: String,
    starts_on: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct SectorFields {
    name: String,
}

#[derive(Serialize)]
struct Linked {
    id: uuid::Uuid,
    body: String,
    kind: LinkKind,
    other: String,
    from: Option<Day>,
    until: Option<Day>,
    form: FormView,
}

#[derive(Serialize)]
struct StructurePage {
    form: FormView,
    sector_form: FormView,
    partnership: Partnership,
    bodies: Vec<Body>,
    choices: Vec<Choice>,
    links: Vec<Linked>,
    kinds: Vec<Choice>,
    sectors: Vec<Sector>,
}

impl web::Page for StructurePage {
    const TEMPLATE: &'static str = "bodies/structure.html";
    fn sample() -> Self {
        Self {
            form: FormView::default(),
            sector_form: FormView::default(),
            partnership: sample_partnership(),
            bodies: vec![sample_body()],
            choices: vec![Choice::new("3", "Executive board")],
            links: vec![Linked {
                id: uuid::Uuid::nil(),
                body: "Executive board".to_owned(),
                kind: LinkKind::Within,
                other: "Wealdshire Partnership".to_owned(),
                from: Some(jiff::civil::date(2030, 1, 1)),
                until: None,
                form: FormView::default(),
            }],
            kinds: super::choices::<LinkKind>("link-kind"),
            sectors: vec![Sector { id: uuid::Uuid::from_u128(1).into(), name: "Public".to_owned() }],
        }
    }
}
web::page!(StructurePage);

/// Which of the two forms of the page was refused.
enum Refused {
    Link(FormView),
    Sector(FormView),
}

async fn structure_page(house: &House, pass: &May<ManagePartnership>, refused: Option<Refused>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let partnership = store::partnership(&mut read, *pass.id()).await?;
    let bodies = store::bodies(&mut read, partnership.id).await?;
    let links = store::links_ahead(&mut read, partnership.id, house.today()).await?;
    let sectors = store::sectors(&mut read, partnership.id).await?;
    let name = |id: BodyId| bodies.iter().find(|body| body.id == id).map(|body| body.name.clone()).unwrap_or_default();
    let links = links
        .iter()
        .map(|link| Linked {
            id: link.id,
            body: name(link.body),
            kind: link.kind,
            other: name(link.other),
            from: link.starts_on.filter(|from| *from > house.today()),
            until: link.ends_on,
            form: FormView::new(house),
        })
        .collect();
    let frame = super::partnership_frame(&partnership, web::words("structure-title", &[]));
    let again = refused.is_some();
    let (form, sector_form) = match refused {
        None => (FormView::new(house).with("link", "within"), FormView::new(house)),
        Some(Refused::Link(form)) => (form, FormView::new(house)),
        Some(Refused::Sector(form)) => (FormView::new(house).with("link", "within"), form),
    };
    let choices = bodies.iter().filter(|body| body.dissolved_on.is_none()).map(|body| Choice::new(body.id, &body.name)).collect();
    let page = StructurePage { form, sector_form, partnership, bodies, choices, links, kinds: super::choices::<LinkKind>("link-kind"), sectors };
    Ok(if again { web::again(pass.who(), frame, &page) } else { web::page(pass.who(), frame, &page) })
}

pub(crate) async fn structure(pass: May<ManagePartnership>, State(house): State<House>) -> Result<Response, Problem> {
    structure_page(&house, &pass, None).await
}

pub(crate) async fn link(
    pass: May<ManagePartnership>,
    State(house): State<House>,
    Path(slug): Path<String>,
    form: Form<LinkFields>,
) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let fields = &form.value;
    let mut findings = Findings::none();
    let body: Option<BodyId> = web::note(&mut findings, web::parse_id("body", &fields.body));
    let kind: Option<LinkKind> = web::note(&mut findings, web::parse_word("link", &fields.link));
    let other: Option<BodyId> = web::note(&mut findings, web::parse_id("other", &fields.other));
    let from = web::note(&mut findings, web::parse_day_if_any("starts_on", &fields.starts_on)).flatten();
    let known = store::bodies(&mut house.read().await?, *pass.id()).await?;
    for (field, id) in [("body", body), ("other", other)] {
        let strange = id.is_some_and(|id| !known.iter().any(|body| body.id == id));
        findings.push_if(strange, || Finding::refuse("choice-missing").at(field));
    }
    let (Some(body), Some(kind), Some(other), false) = (body, kind, other, findings.refuses()) else {
        return structure_page(&house, &pass, Some(Refused::Link(form.refused(findings)))).await;
    };
    match form.outcome(acts::link_bodies(&house, &pass, body, kind, other, from, None).await)? {
        Ok(()) => Ok(web::go(format!("/partnerships/{slug}/structure"))),
        Err(refused) => structure_page(&house, &pass, Some(Refused::Link(refused))).await,
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct UnlinkFields {
    link: String,
    ends_on: String,
    never: String,
}

pub(crate) async fn unlink(
    pass: May<ManagePartnership>,
    State(house): State<House>,
    Path(slug): Path<String>,
    form: Form<UnlinkFields>,
) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let link = form.value.link.parse().map_err(|_| Error::NotFound)?;
    let on = match form.value.never.as_str() {
        "yes" => None,
        _ => match web::parse_day("ends_on", &form.value.ends_on) {
            Ok(on) => Some(on),
            Err(finding) => return structure_page(&house, &pass, Some(Refused::Link(form.refused(finding.into())))).await,
        },
    };
    match form.outcome(acts::end_link(&house, &pass, link, on).await)? {
        Ok(()) => Ok(web::go(format!("/partnerships/{slug}/structure"))),
        Err(refused) => structure_page(&house, &pass, Some(Refused::Link(refused))).await,
    }
}

pub(crate) async fn add_sector(
    pass: May<ManagePartnership>,
    State(house): State<House>,
    Path(slug): Path<String>,
    form: Form<SectorFields>,
) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    match form.outcome(acts::add_sector(&house, &pass, form.value.name.trim()).await)? {
        Ok(_) => Ok(web::go(format!("/partnerships/{slug}/structure"))),
        Err(refused) => structure_page(&house, &pass, Some(Refused::Sector(refused))).await,
    }
}
