//! Papers written here, in the report template: what is typed, how it will look, and the file set from it.

use access::{House, May, Problem};
use axum::extract::{Query, State};
use axum::response::Response;
use kernel::{Error, Findings, ItemId, MeetingId, PaperId, Result};
use matters::length::Length;
use matters::model::{NewPaper, SentFile, Written};
use matters::pages::forms::{Choices, PaperFields, as_typed, goes_to};
use matters::rights::{KeepPaper, LodgePapers};
use matters::rules::{LONGEST_LINE, LONGEST_TEXT};
use serde::{Deserialize, Serialize};
use web::{Form, FormView, note, words};

use super::set;
use crate::compose::Imprint;
use crate::compose::report::Report;

/// What is typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct WriteFields {
    #[serde(flatten)]
    about: PaperFields,
    text: String,
    options: String,
    money: String,
    legal: String,
    equality: String,
    risk: String,
    environment: String,
    note: String,
    /// `preview` where nothing is to be saved.
    then: String,
}

/// What was typed, read.
struct Read {
    new: NewPaper,
    written: Written,
    note: Option<String>,
    preview: bool,
    findings: Findings,
}

impl WriteFields {
    fn read(&self) -> Read {
        let (mut new, mut findings) = self.about.read();
        let mut part =
            |field: &str, typed: &str| note(&mut findings, web::parse_text_if_any(field, typed, LONGEST_TEXT)).flatten().unwrap_or_default();
        let written = Written {
            text: part("text", &self.text),
            options: part("options", &self.options),
            money: part("money", &self.money),
            legal: part("legal", &self.legal),
            equality: part("equality", &self.equality),
            risk: part("risk", &self.risk),
            environment: part("environment", &self.environment),
        };
        let said = note(&mut findings, web::parse_line_if_any("note", &self.note, LONGEST_LINE)).flatten();
        findings.push_if(written.is_empty() && !findings.refuses(), || kernel::Finding::refuse("write-nothing").at("text"));
        // It has arrived by being written.
        new.to_follow = false;
        Read { new, written, note: said, preview: self.then == "preview", findings }
    }
}

/// The paper as it will look.
#[derive(Debug, Serialize)]
struct Preview {
    title: String,
    recommendations: Vec<String>,
    notes: Vec<String>,
    written: Written,
    pages: usize,
    /// It is longer than the terms ask.
    length: Option<Length>,
}

#[derive(Serialize)]
struct WritePage {
    form: FormView,
    action: String,
    back: String,
    slug: String,
    /// It stands already, and is changed.
    stands: bool,
    /// Its agenda has gone out: readers are told what changed.
    sent: bool,
    for_item: Option<String>,
    preview: Option<Preview>,
    /// How long it may be.
    length: Option<Length>,
    #[serde(flatten)]
    choices: Choices,
}

impl web::Page for WritePage {
    const TEMPLATE: &'static str = "packs/write.html";
    fn sample() -> Self {
        Self {
            form: FormView::default().with("title", "Safer streets fund"),
            action: "/bodies/wealdshire-board/papers/write".to_owned(),
            back: "/bodies/wealdshire-board/papers".to_owned(),
            slug: "wealdshire-board".to_owned(),
            stands: true,
            sent: true,
            for_item: Some("For item 4".to_owned()),
            preview: Some(Preview {
                title: "Safer streets fund".to_owned(),
                recommendations: vec!["That the board agree.".to_owned()],
                notes: vec!["The figures.".to_owned()],
                written: Written { text: "What **happened**.".to_owned(), risk: "None.".to_owned(), ..Written::default() },
                pages: 11,
                length: Some(Length::sample()),
            }),
            length: Some(Length { pages: None, ..Length::sample() }),
            choices: Choices::sample(),
        }
    }
}
web::page!(WritePage);

/// Where a paper stands or will stand.
struct Place {
    body: kernel::BodyId,
    paper: Option<matters::model::Paper>,
    meeting: Option<MeetingId>,
    item: Option<ItemId>,
}

async fn show<A: access::Act>(pass: &May<A>, house: &House, place: &Place, form: FormView, preview: Option<Preview>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let body = bodies::store::body(&mut read, place.body).await?;
    let for_item = goes_to(&mut read, &body, place.meeting, place.item).await?;
    let frame = matters::pages::framed(&mut read, &body, words(if place.paper.is_some() { "write-edit-title" } else { "write-title" }, &[])).await?;
    let (frame, action, back) = match &place.paper {
        Some(paper) => {
            let here = format!("/papers/{}", paper.id);
            (frame.under(&paper.title, &here), format!("{here}/write"), here)
        }
        None => {
            let back = place.meeting.map_or_else(|| format!("/bodies/{}/papers", body.slug), |meeting| format!("/meetings/{meeting}"));
            (frame.caption(&body.name), format!("/bodies/{}/papers/write", body.slug), back)
        }
    };
    let page = WritePage {
        action,
        back,
        slug: body.slug.clone(),
        stands: place.paper.is_some(),
        sent: place.paper.as_ref().is_some_and(|paper| paper.agenda_sent),
        for_item,
        preview,
        length: Length::asked(&mut read, &body, place.meeting, matters::model::PaperKind::Report, None, house.today()).await?,
        choices: Choices::of(&mut read, &body).await?,
        form: form.charter(format!("/bodies/{}/charter", body.slug)),
    };
    Ok(if page.form.refuses() { web::again(pass.who(), frame, &page) } else { web::page(pass.who(), frame, &page) })
}

/// The paper as a file, and how many pages it has.
async fn file(house: &House, place: &Place, typed: &Read) -> Result<(SentFile, usize)> {
    let document = {
        let mut read = house.read().await?;
        let body = bodies::store::body(&mut read, place.body).await?;
        let partnership = bodies::store::partnership(&mut read, body.partnership).await?;
        let organisation = match typed.new.organisation {
            Some(id) => {
                bodies::store::membership_through_time(&mut read, body.id).await?.into_iter().find(|sitting| sitting.organisation == Some(id))
            }
            None => None,
        };
        let report = Report {
            imprint: Imprint { partnership: partnership.name, body: body.name.clone(), made_at: house.now() },
            goes_to: goes_to(&mut read, &body, place.meeting, place.item).await?,
            organisation: organisation.and_then(|sitting| sitting.organisation_name),
            new: &typed.new,
            written: &typed.written,
        };
        report.document()
    };
    let written = set(document).await?;
    let mut incoming = house.store.incoming().await?;
    incoming.take(&written.bytes).await?;
    let name = format!("{}.pdf", typed.new.title);
    Ok((SentFile { name, content: incoming.end().await? }, written.pages))
}

async fn preview(house: &House, place: &Place, typed: Read) -> Result<Preview> {
    let (_, pages) = file(house, place, &typed).await?;
    let length = {
        let mut read = house.read().await?;
        let body = bodies::store::body(&mut read, place.body).await?;
        Length::asked(&mut read, &body, place.meeting, typed.new.kind, i64::try_from(pages).ok(), house.today()).await?
    };
    let of = |kind| typed.new.recommendations.iter().filter(|(of, _)| *of == kind).map(|(_, text)| text.clone()).collect();
    Ok(Preview {
        recommendations: of(matters::model::RecommendationKind::Recommendation),
        notes: of(matters::model::RecommendationKind::Note),
        title: typed.new.title,
        written: typed.written,
        pages,
        length,
    })
}

/// Which item a paper is for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct ForItem {
    meeting: String,
    item: String,
}

/// `GET /bodies/{body}/papers/write`
pub(crate) async fn blank(pass: May<LodgePapers>, State(house): State<House>, Query(wanted): Query<ForItem>) -> Result<Response, Problem> {
    let form = FormView::new(&house).with("kind", "report").with("meeting", &wanted.meeting).with("item", &wanted.item);
    let place = Place { body: *pass.id(), paper: None, meeting: wanted.meeting.parse().ok(), item: wanted.item.parse().ok() };
    show(&pass, &house, &place, form, None).await
}

/// `POST /bodies/{body}/papers/write`
pub(crate) async fn lodge(pass: May<LodgePapers>, State(house): State<House>, form: Form<WriteFields>) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let typed = form.value.read();
    let place = Place { body: *pass.id(), paper: None, meeting: typed.new.meeting, item: typed.new.item };
    if typed.findings.refuses() {
        return show(&pass, &house, &place, form.refused(typed.findings), None).await;
    }
    if typed.preview {
        let shown = preview(&house, &place, typed).await?;
        return show(&pass, &house, &place, form.refused(Findings::none()), Some(shown)).await;
    }
    let (set, _) = file(&house, &place, &typed).await?;
    match form.outcome(matters::acts::lodge_written(&house, &pass, typed.new, set, &typed.written).await)? {
        Ok(paper) => Ok(web::go(format!("/papers/{paper}"))),
        Err(refused) => show(&pass, &house, &place, refused, None).await,
    }
}

async fn place_of(house: &House, paper: PaperId) -> Result<Place> {
    let paper = matters::store::paper(&mut house.read().await?, paper).await?;
    Ok(Place { body: paper.body, meeting: paper.meeting, item: paper.item, paper: Some(paper) })
}

/// `GET /papers/{paper}/write`
pub(crate) async fn filled(pass: May<KeepPaper>, State(house): State<House>) -> Result<Response, Problem> {
    let place = place_of(&house, *pass.id()).await?;
    let paper = place.paper.as_ref().ok_or(Error::NotFound)?;
    let (recommendations, written) = {
        let mut read = house.read().await?;
        let recommendations = matters::store::recommendations(&mut read, paper.id).await?;
        (recommendations, matters::store::text(&mut read, paper.id, paper.file_number).await?.ok_or(Error::NotFound)?)
    };
    let mut form = as_typed(&house, paper, &recommendations).with("text", &written.text).with("options", &written.options);
    for (part, text) in written.implications() {
        form = form.with(part, text);
    }
    show(&pass, &house, &place, form, None).await
}

/// `POST /papers/{paper}/write`
pub(crate) async fn save(pass: May<KeepPaper>, State(house): State<House>, form: Form<WriteFields>) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let place = place_of(&house, *pass.id()).await?;
    let typed = form.value.read();
    if typed.findings.refuses() {
        return show(&pass, &house, &place, form.refused(typed.findings), None).await;
    }
    if typed.preview {
        let shown = preview(&house, &place, typed).await?;
        return show(&pass, &house, &place, form.refused(Findings::none()), Some(shown)).await;
    }
    let (set, _) = file(&house, &place, &typed).await?;
    let done = matters::acts::save_written(&house, &pass, typed.new, set, &typed.written, typed.note.as_deref(), form.version).await;
    match form.outcome(done)? {
        Ok(()) => Ok(web::go(format!("/papers/{}", pass.id()))),
        Err(refused) => show(&pass, &house, &place, refused, None).await,
    }
}
