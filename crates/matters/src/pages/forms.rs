//! The forms by which a paper is lodged, changed, replaced and withdrawn.

use access::{House, May, Problem};
use axum::extract::{Query, State};
use axum::response::Response;
use bodies::model::Body;
use kernel::{Findings, ItemId, MeetingId, OrganisationId, Result};
use serde::{Deserialize, Serialize};
use web::{Form, FormView, Upload, note};

use super::framed;
use crate::acts;
use crate::length::Length;
use crate::model::{Ground, NewPaper, Paper, PaperKind, RecommendationKind, SentFile};
use crate::rights::{KeepPaper, LodgePapers};
use crate::rules::{LONGEST_LINE, LONGEST_TEXT};
use crate::store;

/// A line to choose.
#[derive(Debug, Clone, Serialize)]
pub struct Choice {
    value: String,
    text: String,
}

/// What is typed about a paper.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct PaperFields {
    meeting: String,
    item: String,
    matter: String,
    title: String,
    author: String,
    organisation: String,
    dated: String,
    kind: String,
    summary: String,
    recommendations: String,
    to_note: String,
    to_follow: String,
    exempt: String,
    ground: String,
    exempt_reason: String,
    public_title: String,
    longer_reason: String,
}

impl PaperFields {
    /// As a paper, with what is wrong in what was typed.
    pub fn read(&self) -> (NewPaper, Findings) {
        let mut findings = Findings::none();
        let f = &mut findings;
        let lines = |f: &mut Findings, field: &str, text: &str, kind: RecommendationKind| -> Vec<(RecommendationKind, String)> {
            let text = note(f, web::parse_text_if_any(field, text, LONGEST_TEXT)).flatten().unwrap_or_default();
            text.lines().map(str::trim).filter(|line| !line.is_empty()).map(|line| (kind, line.to_owned())).collect()
        };
        let mut recommendations = lines(f, "recommendations", &self.recommendations, RecommendationKind::Recommendation);
        recommendations.extend(lines(f, "to_note", &self.to_note, RecommendationKind::Note));
        let exempt = self.exempt == "yes";
        let new = NewPaper {
            meeting: note(f, web::parse_id_if_any::<MeetingId>("meeting", &self.meeting)).flatten(),
            item: note(f, web::parse_id_if_any::<ItemId>("item", &self.item)).flatten(),
            matter: note(f, web::parse_line_if_any("matter", &self.matter, LONGEST_LINE)).flatten(),
            title: note(f, web::parse_line("title", &self.title, LONGEST_LINE)).unwrap_or_default(),
            author: note(f, web::parse_line_if_any("author", &self.author, LONGEST_LINE)).flatten(),
            organisation: note(f, web::parse_id_if_any::<OrganisationId>("organisation", &self.organisation)).flatten(),
            dated: note(f, web::parse_day_if_any("dated", &self.dated)).flatten(),
            kind: note(f, web::parse_word::<PaperKind>("kind", &self.kind)).unwrap_or(PaperKind::Report),
            summary: note(f, web::parse_text_if_any("summary", &self.summary, LONGEST_TEXT)).flatten(),
            recommendations,
            to_follow: self.to_follow == "yes",
            exempt,
            ground: if exempt { note(f, web::parse_id_if_any("ground", &self.ground)).flatten() } else { None },
            exempt_reason: if exempt { note(f, web::parse_line_if_any("exempt_reason", &self.exempt_reason, LONGEST_LINE)).flatten() } else { None },
            public_title: if exempt { note(f, web::parse_line_if_any("public_title", &self.public_title, LONGEST_LINE)).flatten() } else { None },
            source: None,
            longer_reason: note(f, web::parse_line_if_any("longer_reason", &self.longer_reason, LONGEST_LINE)).flatten(),
        };
        (new, findings)
    }
}

#[derive(Serialize)]
struct PaperForm {
    form: FormView,
    action: String,
    back: String,
    slug: String,
    lodging: bool,
    for_item: Option<String>,
    /// How long it may be, where it is to be lodged.
    length: Option<Length>,
    #[serde(flatten)]
    choices: Choices,
}

/// What there is to choose from in the form of a paper.
#[derive(Debug, Clone, Serialize)]
pub struct Choices {
    kinds: Vec<PaperKind>,
    organisations: Vec<Choice>,
    matters: Vec<String>,
    grounds: Vec<Ground>,
}

impl Choices {
    /// What there is to choose for a body's papers.
    ///
    /// # Errors
    /// A fault when the database refuses.
    pub async fn of(read: &mut ::store::Read, body: &Body) -> Result<Self> {
        let mut organisations: Vec<Choice> = Vec::new();
        for sitting in bodies::store::membership_through_time(read, body.id).await? {
            if let (Some(id), Some(name)) = (sitting.organisation, sitting.organisation_name)
                && !organisations.iter().any(|known| known.value == id.to_string())
            {
                organisations.push(Choice { value: id.to_string(), text: name });
            }
        }
        organisations.sort_by(|a, b| a.text.cmp(&b.text));
        Ok(Self {
            kinds: kernel::Word::ALL.to_vec(),
            organisations,
            matters: store::matters(read, body.partnership).await?.into_iter().map(|matter| matter.title).collect(),
            grounds: store::grounds(read, body.id).await?,
        })
    }

    /// Some of each, for samples.
    pub fn sample() -> Self {
        let ground = Ground {
            id: uuid::Uuid::nil(),
            code: "3".to_owned(),
            basis: "Local Government Act 1972, Schedule 12A".to_owned(),
            words: "Information about anybody's financial or business affairs".to_owned(),
            confidential: false,
        };
        Self {
            kinds: kernel::Word::ALL.to_vec(),
            organisations: vec![Choice { value: uuid::Uuid::nil().to_string(), text: "Wealdshire County Council".to_owned() }],
            matters: vec!["Safer streets fund".to_owned()],
            grounds: vec![ground],
        }
    }
}

impl web::Page for PaperForm {
    const TEMPLATE: &'static str = "matters/paper-form.html";
    fn sample() -> Self {
        Self {
            form: FormView::default().with("exempt", "yes").with("title", "Safer streets fund"),
            action: "/bodies/wealdshire-board/papers/new".to_owned(),
            back: "/bodies/wealdshire-board/papers".to_owned(),
            slug: "wealdshire-board".to_owned(),
            lodging: true,
            for_item: Some("Item 4: Safer streets fund".to_owned()),
            length: Some(Length { pages: None, ..Length::sample() }),
            choices: Choices::sample(),
        }
    }
}
web::page!(PaperForm);

/// Which item a paper is for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct ForItem {
    meeting: String,
    item: String,
}

pub(crate) async fn blank(pass: May<LodgePapers>, State(house): State<House>, Query(wanted): Query<ForItem>) -> Result<Response, Problem> {
    let form = FormView::new(&house).with("kind", "report").with("meeting", &wanted.meeting).with("item", &wanted.item);
    let (meeting, item) = (wanted.meeting.parse().ok(), wanted.item.parse().ok());
    show_lodging(&pass, &house, form, meeting, item).await
}

async fn show_lodging(
    pass: &May<LodgePapers>,
    house: &House,
    form: FormView,
    meeting: Option<MeetingId>,
    item: Option<ItemId>,
) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let body = bodies::store::body(&mut read, *pass.id()).await?;
    let for_item = goes_to(&mut read, &body, meeting, item).await?;
    let back = meeting.map_or_else(|| format!("/bodies/{}/papers", body.slug), |meeting| format!("/meetings/{meeting}"));
    let frame = framed(&mut read, &body, web::words("paper-lodge-title", &[])).await?.caption(&body.name);
    let action = format!("/bodies/{}/papers/new", body.slug);
    let mut page = filled_form(&mut read, &body, form.charter(format!("/bodies/{}/charter", body.slug)), action, back, for_item, true).await?;
    page.length = Length::asked(&mut read, &body, meeting, PaperKind::Report, None, house.today()).await?;
    Ok(if page.form.refuses() { web::again(pass.who(), frame, &page) } else { web::page(pass.who(), frame, &page) })
}

/// Where a paper goes, in words: the item and the day of its meeting.
///
/// # Errors
/// A fault when the database refuses.
pub async fn goes_to(read: &mut ::store::Read, body: &Body, meeting: Option<MeetingId>, item: Option<ItemId>) -> Result<Option<String>> {
    Ok(match (meeting, item) {
        (Some(meeting), Some(item)) => store::item_fits(read, item, meeting, body.id)
            .await?
            .map(|(title, day)| web::words("paper-for-item", &[("item", &title), ("day", &web::spelling::day(day))])),
        (Some(meeting), None) => {
            store::meeting_fits(read, meeting, body.id).await?.map(|day| web::words("paper-for-meeting", &[("day", &web::spelling::day(day))]))
        }
        _ => None,
    })
}

async fn filled_form(
    read: &mut ::store::Read,
    body: &Body,
    form: FormView,
    action: String,
    back: String,
    for_item: Option<String>,
    lodging: bool,
) -> Result<PaperForm> {
    let choices = Choices::of(read, body).await?;
    Ok(PaperForm { form, action, back, slug: body.slug.clone(), lodging, for_item, length: None, choices })
}

pub(crate) async fn lodge(pass: May<LodgePapers>, State(house): State<House>, upload: Upload<PaperFields>) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(upload.form.key));
    let (new, mut findings) = upload.form.value.read();
    let (meeting, item) = (new.meeting, new.item);
    findings.extend(upload.findings.clone());
    if findings.refuses() {
        return show_lodging(&pass, &house, upload.form.refused(findings), meeting, item).await;
    }
    let file = upload.file("file").map(|sent| SentFile { name: sent.name.clone(), content: sent.content.clone() });
    match upload.form.outcome(acts::lodge_paper(&house, &pass, new, file).await)? {
        Ok(paper) => Ok(web::go(format!("/papers/{paper}"))),
        Err(refused) => show_lodging(&pass, &house, refused, meeting, item).await,
    }
}

/// A paper as it would be typed.
pub fn as_typed(house: &House, paper: &Paper, recommendations: &[crate::model::Recommendation]) -> FormView {
    let lines = |kind| recommendations.iter().filter(|r| r.kind == kind).map(|r| r.text.clone()).collect::<Vec<_>>().join("\n");
    let some = |text: &Option<String>| text.clone().unwrap_or_default();
    FormView::new(house)
        .at_version(paper.version)
        .with("title", &paper.title)
        .with("author", some(&paper.author))
        .with("organisation", paper.organisation.map(|id| id.to_string()).unwrap_or_default())
        .with_day("dated", paper.dated)
        .with("kind", paper.kind)
        .with("summary", some(&paper.summary))
        .with("matter", some(&paper.matter_title))
        .with("recommendations", lines(RecommendationKind::Recommendation))
        .with("to_note", lines(RecommendationKind::Note))
        .with("to_follow", if paper.to_follow { "yes" } else { "" })
        .with("exempt", if paper.exempt { "yes" } else { "" })
        .with("ground", paper.ground.map(|id| id.to_string()).unwrap_or_default())
        .with("exempt_reason", some(&paper.exempt_reason))
        .with("public_title", some(&paper.public_title))
}

pub(crate) async fn filled(pass: May<KeepPaper>, State(house): State<House>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let paper = store::paper(&mut read, *pass.id()).await?;
    let recommendations = store::recommendations(&mut read, paper.id).await?;
    show_change(&pass, &house, as_typed(&house, &paper, &recommendations)).await
}

async fn show_change(pass: &May<KeepPaper>, house: &House, form: FormView) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let paper = store::paper(&mut read, *pass.id()).await?;
    let body = bodies::store::body(&mut read, paper.body).await?;
    let here = format!("/papers/{}", paper.id);
    let frame = framed(&mut read, &body, web::words("paper-change-title", &[])).await?.under(&paper.title, &here);
    let page = filled_form(&mut read, &body, form, format!("{here}/change"), here, None, false).await?;
    Ok(if page.form.refuses() { web::again(pass.who(), frame, &page) } else { web::page(pass.who(), frame, &page) })
}

pub(crate) async fn change(pass: May<KeepPaper>, State(house): State<House>, form: Form<PaperFields>) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let (new, findings) = form.value.read();
    if findings.refuses() {
        return show_change(&pass, &house, form.refused(findings)).await;
    }
    match form.outcome(acts::change_paper(&house, &pass, new, form.version).await)? {
        Ok(()) => Ok(web::go(format!("/papers/{}", pass.id()))),
        Err(refused) => show_change(&pass, &house, refused).await,
    }
}

/// What is typed when a file takes another's place, or a paper is withdrawn.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct OneLine {
    reason: String,
    longer_reason: String,
}

#[derive(Serialize)]
struct FileForm {
    form: FormView,
    paper: Paper,
    withdrawing: bool,
    /// How long its file may be.
    length: Option<Length>,
}

impl web::Page for FileForm {
    const TEMPLATE: &'static str = "matters/file-form.html";
    fn sample() -> Self {
        Self { form: FormView::default(), paper: store::sample_paper(), withdrawing: true, length: Some(Length::sample()) }
    }
}
web::page!(FileForm);

async fn show_file_form(pass: &May<KeepPaper>, house: &House, form: FormView, withdrawing: bool) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let paper = store::paper(&mut read, *pass.id()).await?;
    let body = bodies::store::body(&mut read, paper.body).await?;
    let title = web::words(if withdrawing { "paper-withdraw-title" } else { "paper-replace-title" }, &[]);
    let frame = framed(&mut read, &body, title).await?.under(&paper.title, format!("/papers/{}", paper.id));
    let length = if withdrawing { None } else { Length::asked(&mut read, &body, paper.meeting, paper.kind, None, house.today()).await? };
    let page = FileForm { form: form.charter(format!("/bodies/{}/charter", body.slug)), paper, withdrawing, length };
    Ok(if page.form.refuses() { web::again(pass.who(), frame, &page) } else { web::page(pass.who(), frame, &page) })
}

pub(crate) async fn withdrawal(pass: May<KeepPaper>, State(house): State<House>) -> Result<Response, Problem> {
    let form = FormView::new(&house);
    show_file_form(&pass, &house, form, true).await
}

pub(crate) async fn withdraw(pass: May<KeepPaper>, State(house): State<House>, form: Form<OneLine>) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let done = match web::parse_line("reason", &form.value.reason, LONGEST_LINE) {
        Ok(reason) => acts::withdraw_paper(&house, &pass, &reason).await,
        Err(finding) => Err(kernel::Error::refuse(finding)),
    };
    match form.outcome(done)? {
        Ok(()) => Ok(web::go(format!("/papers/{}", pass.id()))),
        Err(refused) => show_file_form(&pass, &house, refused, true).await,
    }
}

pub(crate) async fn publish(pass: May<KeepPaper>, State(house): State<House>, form: Form<OneLine>) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    match form.outcome(acts::publish_paper(&house, &pass).await)? {
        Ok(()) => Ok(web::go(format!("/papers/{}", pass.id()))),
        Err(refused) => show_file_form(&pass, &house, refused, false).await,
    }
}

pub(crate) async fn replace(pass: May<KeepPaper>, State(house): State<House>, upload: Upload<OneLine>) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(upload.form.key));
    let mut findings = upload.findings.clone();
    let reason = note(&mut findings, web::parse_line_if_any("reason", &upload.form.value.reason, LONGEST_LINE)).flatten();
    let longer = note(&mut findings, web::parse_line_if_any("longer_reason", &upload.form.value.longer_reason, LONGEST_LINE)).flatten();
    let file = upload.file("file").map(|sent| SentFile { name: sent.name.clone(), content: sent.content.clone() });
    findings.push_if(file.is_none() && !findings.refuses(), || kernel::Finding::refuse("paper-file-missing").at("file"));
    let Some(file) = file.filter(|_| !findings.refuses()) else {
        return show_file_form(&pass, &house, upload.form.refused(findings), false).await;
    };
    match upload.form.outcome(acts::replace_file(&house, &pass, file, reason, longer).await)? {
        Ok(()) => Ok(web::go(format!("/papers/{}", pass.id()))),
        Err(refused) => show_file_form(&pass, &house, refused, false).await,
    }
}
