//! The charter of a body as a document, its versions beside each other, the draft that is being written, and the forms that adopt one.

pub(crate) mod beside;
pub(crate) mod clause;
mod document;
pub(crate) mod draft;
pub(crate) mod families;
pub(crate) mod meant;
pub(crate) mod models;
mod trouble;
pub(crate) mod versions;
pub(crate) mod whole;

use ::store::Read;
use access::{House, May, Problem};
use axum::extract::{Path, State};
use axum::response::Response;
use bodies::model::{Audience, Body, DocumentClass};
use bodies::rights::Standing;
use bodies::store::Head;
use kernel::{Day, Error, Result};
use serde::Serialize;
use web::{FormView, Frame};

use crate::model::{CharterState, InForce, Version};
use crate::rights::{KeepCharter, ReadCharter};
use crate::store;
use document::{CharterPage, Document};

/// A version as a line of the list.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Line {
    number: i64,
    title: String,
    dated: Option<Day>,
    standing: &'static str,
    adopted_on: Option<Day>,
    adoption_words: Option<String>,
    starts_on: Option<Day>,
    superseded_on: Option<Day>,
    shown: bool,
}

impl Line {
    fn of(version: &Version, today: Day, shown: i64) -> Self {
        Self {
            number: version.number,
            title: version.title.clone(),
            dated: version.dated,
            standing: version.standing(today),
            adopted_on: version.adopted_on,
            adoption_words: version.adoption_words.clone(),
            starts_on: version.starts_on,
            superseded_on: version.superseded_on,
            shown: version.number == shown,
        }
    }
}

/// The page's frame: whose it is and the way to it.
async fn framed(read: &mut Read, body: &Body, title: String) -> Result<Frame> {
    let partnership = bodies::store::partnership(read, body.partnership).await?;
    let theme = partnership.colour.as_deref().and_then(web::theme);
    let home = format!("/partnerships/{}", partnership.slug);
    let frame = Frame::titled(title)
        .of(web::Brand { name: partnership.name.clone(), href: home.clone(), theme })
        .under(partnership.name, home)
        .under(&body.name, format!("/bodies/{}", body.slug));
    Ok(if partnership.noindex { frame.noindex() } else { frame })
}

/// May this reader keep the charter? Links to what they may do are shown to them only.
fn keeps(pass: &May<ReadCharter>) -> bool {
    pass.who().signed.is_some() && pass.known::<Standing>().is_some_and(|standing| standing.secretary || standing.administrator)
}

/// Who may read the charter, as the permit has learned.
fn audience(pass: &May<ReadCharter>) -> Audience {
    pass.known::<Standing>().map_or(Audience::Body, |standing| standing.audience(DocumentClass::Charter))
}

pub(crate) async fn in_force(pass: May<ReadCharter>, State(house): State<House>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let found = store::newest(&mut read, *pass.id(), house.today()).await?;
    shown(&pass, &house, &mut read, found).await
}

pub(crate) async fn version(pass: May<ReadCharter>, State(house): State<House>, Path((_, number)): Path<(String, i64)>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let found = store::version_followed(&mut read, *pass.id(), number, house.today()).await?;
    shown(&pass, &house, &mut read, Some(found)).await
}

async fn shown(pass: &May<ReadCharter>, house: &House, read: &mut Read, found: Option<InForce>) -> Result<Response, Problem> {
    let today = house.today();
    let body = bodies::store::body(read, *pass.id()).await?;
    let keeps = keeps(pass);
    let versions = store::versions(read, body.id).await?;
    let audience = audience(pass);
    // A stranger's page is made from what is published; a reader with a permit sees the same under that.
    let stranger = pass.capacity() == "public";
    let number = found.as_ref().map_or(0, |found| found.version.number);
    let frame = framed(read, &body, found.as_ref().map_or_else(|| web::words("charter-title", &[]), |found| found.version.title.clone())).await?;
    let frame = frame.caption(web::words("charter-caption", &[("body", &body.name)]));
    let frame = match &found {
        Some(found) => frame.history(pass.capacity(), format!("/history/{}", found.version.id)),
        None => frame,
    };
    let versions: Vec<Line> = versions.iter().map(|version| Line::of(version, today, number)).collect();
    let proposed = match &found {
        // Which meeting decided is for those who may open it.
        Some(found) if !stranger || found.version.state == CharterState::Draft => store::proposed(read, &found.version).await?,
        _ => None,
    };
    let document = match found {
        None => None,
        Some(found) if stranger => match crate::public::published(found, audience) {
            Some(cleared) => Some(Document::of(cleared.get(), today)),
            None => return Err(Error::NotFound.into()),
        },
        Some(found) => Some(Document::of(access::Visible::under(pass, found).get(), today)),
    };
    let in_force = versions.iter().find(|line: &&Line| matches!(line.standing, "in-force" | "adoption-not-recorded")).map(|line| line.number);
    let page = CharterPage {
        slug: body.slug,
        body: body.name,
        document,
        versions,
        keeps,
        writing: keeps && store::draft(read, body.id).await?.is_some(),
        proposed,
        in_force: in_force.filter(|in_force| *in_force != number),
        form: FormView::new(house),
    };
    Ok(web::page(pass.who(), frame, &page))
}

/// The frame of a page beneath the terms of a body: the way leads over the terms, and over the draft where the page is about it.
fn beneath(head: &Head, title: String, of_draft: bool) -> Frame {
    let home = format!("/partnerships/{}", head.partnership.slug);
    let theme = head.partnership.colour.as_deref().and_then(web::theme);
    let charter = format!("/bodies/{}/charter", head.body.slug);
    let frame = Frame::titled(title)
        .caption(&head.body.name)
        .of(web::Brand { name: head.partnership.name.clone(), href: home.clone(), theme })
        .under(&head.partnership.name, home)
        .under(&head.body.name, format!("/bodies/{}", head.body.slug))
        .under(web::words("charter-title", &[]), charter.clone());
    let frame = if head.partnership.noindex { frame.noindex() } else { frame };
    if of_draft { frame.under(web::words("draft-crumb", &[]), format!("{charter}/draft")) } else { frame }
}
