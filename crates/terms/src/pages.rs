//! The charter of a body as a document, its versions, and the forms that lay and adopt one.

mod document;
mod forms;

use ::store::Read;
use access::{House, May, Problem};
use axum::extract::{Path, Query, State};
use axum::response::Response;
use bodies::model::{Audience, Body, DocumentClass};
use bodies::rights::Standing;
use kernel::{Day, Error, Result};
use serde::{Deserialize, Serialize};
use web::{Frame, Piece};

use crate::model::{InForce, Version};
use crate::rights::{KeepCharter, ReadCharter};
use crate::store;
use document::{CharterPage, Document};
pub(crate) use forms::{adopt, adoption, choose_model, draft, end, ending, fill, lay, model};

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
    let found = store::version(&mut read, *pass.id(), number).await?;
    shown(&pass, &house, &mut read, Some(found)).await
}

async fn shown(pass: &May<ReadCharter>, house: &House, read: &mut Read, found: Option<InForce>) -> Result<Response, Problem> {
    let today = house.today();
    let body = bodies::store::body(read, *pass.id()).await?;
    let keeps = keeps(pass);
    let versions = store::versions(read, body.id).await?;
    let audience = audience(pass);
    let number = found.as_ref().map_or(0, |found| found.version.number);
    let frame = framed(read, &body, found.as_ref().map_or_else(|| web::words("charter-title", &[]), |found| found.version.title.clone())).await?;
    let frame = frame.caption(web::words("charter-caption", &[("body", &body.name)]));
    let versions = versions.iter().map(|version| Line::of(version, today, number)).collect();
    // A stranger's page is made from what is published; a reader with a permit sees the same under that.
    let stranger = pass.capacity() == "public";
    let document = match found {
        None => None,
        Some(found) if stranger => match crate::public::published(found, audience) {
            Some(cleared) => Some(Document::of(cleared.get(), today)),
            None => return Err(Error::NotFound.into()),
        },
        Some(found) => Some(Document::of(access::Visible::under(pass, found).get(), today)),
    };
    Ok(web::page(pass.who(), frame, &CharterPage { slug: body.slug, body: body.name, document, versions, keeps }))
}

/// Which two versions stand beside each other.
#[derive(Debug, Deserialize)]
pub(crate) struct Two {
    from: i64,
    to: i64,
}

#[derive(Serialize)]
struct ComparePage {
    slug: String,
    from: Line,
    to: Line,
    pieces: Vec<Piece>,
}

impl web::Page for ComparePage {
    const TEMPLATE: &'static str = "terms/compare.html";
    fn sample() -> Self {
        let (from, to) = (document::sample_line(1, "superseded"), document::sample_line(2, "in-force"));
        Self {
            slug: "wealdshire-board".to_owned(),
            from,
            to,
            pieces: web::difference("Half of the members make a quorum.", "A third of the members makes a quorum."),
        }
    }
}
web::page!(ComparePage);

pub(crate) async fn compare(pass: May<ReadCharter>, State(house): State<House>, Query(two): Query<Two>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let today = house.today();
    let body = bodies::store::body(&mut read, *pass.id()).await?;
    let (from, to) = (store::version(&mut read, body.id, two.from).await?, store::version(&mut read, body.id, two.to).await?);
    let audience = audience(&pass);
    let pieces = if pass.capacity() == "public" {
        match (crate::public::published(from.clone(), audience), crate::public::published(to.clone(), audience)) {
            (Some(from), Some(to)) => web::difference(&from.charter.source, &to.charter.source),
            _ => return Err(Error::NotFound.into()),
        }
    } else {
        web::difference(&from.charter.source, &to.charter.source)
    };
    let frame =
        framed(&mut read, &body, web::words("charter-compare-title", &[("from", &two.from.to_string()), ("to", &two.to.to_string())])).await?;
    let frame = frame.under(web::words("charter-title", &[]), format!("/bodies/{}/charter", body.slug));
    let page = ComparePage { slug: body.slug, from: Line::of(&from.version, today, 0), to: Line::of(&to.version, today, 0), pieces };
    Ok(web::page(pass.who(), frame, &page))
}
