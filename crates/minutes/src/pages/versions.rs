//! The versions of a meeting's minutes, and what changed between two of them.

use access::{House, May, Problem, Visible};
use axum::extract::{Query, State};
use axum::response::Response;
use kernel::{Instant, MeetingId};
use serde::{Deserialize, Serialize};
use web::{Frame, Piece, words};

use crate::model::{Kept, Minutes};
use crate::rights::ReadMinutes;
use crate::{rules, store};

#[derive(Debug, Serialize)]
struct Line {
    number: i64,
    name: String,
    at: Option<Instant>,
    href: Option<String>,
}

#[derive(Debug, Serialize)]
struct VersionsPage {
    meeting: MeetingId,
    lines: Vec<Line>,
    earlier: String,
    later: String,
    changed: bool,
    pieces: Vec<Piece>,
}

/// Which two; the last two when the address names none. A version beyond the last kept is the draft as it stands.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Compared {
    earlier: Option<i64>,
    later: Option<i64>,
}

fn name(kept: &Kept) -> String {
    words(&format!("minutes-version-{}", kept.why), &[("number", &kept.number.to_string())])
}

/// `GET /meetings/{meeting}/minutes/versions`
pub async fn versions(pass: May<ReadMinutes>, State(house): State<House>, Query(compared): Query<Compared>) -> Result<Response, Problem> {
    let meeting = *pass.id();
    let mut read = house.read().await?;
    let desk = store::desk(&mut read, meeting).await?;
    let kept = Visible::under(&pass, store::kept(&mut read, meeting).await?).into_inner();
    let mut texts: Vec<(String, Option<Instant>, String)> =
        kept.iter().map(|kept| (name(kept), Some(kept.at), rules::as_text(&kept.content))).collect();
    if matches!(desk.minutes, Minutes::Draft(_)) {
        let draft = store::generate(&mut read, meeting, &desk).await?;
        texts.push((words("minutes-version-draft", &[]), None, rules::as_text(&draft)));
    }
    let count = i64::try_from(texts.len()).unwrap_or(0);
    let later = compared.later.filter(|n| (1..=count).contains(n)).unwrap_or(count);
    let earlier = compared.earlier.filter(|n| (1..=count).contains(n)).unwrap_or((later - 1).max(1));
    let at = |number: i64| usize::try_from(number - 1).ok().and_then(|at| texts.get(at));
    let text = |number: i64| at(number).map(|(.., text)| text.as_str()).unwrap_or_default();
    let named = |number: i64| at(number).map(|(name, ..)| name.clone()).unwrap_or_default();
    let pieces = web::difference(text(earlier), text(later));
    let lines = (1..).zip(&texts).map(|(number, (name, at, _))| Line {
        number,
        name: name.clone(),
        at: *at,
        href: (number > 1).then(|| format!("?earlier={}&later={number}", number - 1)),
    });
    let page = VersionsPage {
        meeting,
        earlier: named(earlier),
        later: named(later),
        changed: pieces.iter().any(|piece| piece.kind != "same"),
        lines: lines.collect(),
        pieces,
    };
    let frame =
        Frame::titled(words("minutes-versions-title", &[])).caption(&desk.body_name).under(&desk.body_name, format!("/bodies/{}", desk.body_slug));
    let frame = frame.under(words("minutes-title", &[("day", &desk.day.to_string())]), format!("/meetings/{meeting}/minutes"));
    Ok(web::page(pass.who(), frame, &page))
}

impl web::Page for VersionsPage {
    const TEMPLATE: &'static str = "minutes/versions.html";
    fn sample() -> Self {
        let line = |number, href: Option<&str>| Line {
            number,
            name: "Version 1, as cleared".into(),
            at: Some(Instant::from_seconds(1_170_000_000)),
            href: href.map(str::to_owned),
        };
        Self {
            meeting: MeetingId(uuid::Uuid::nil()),
            lines: vec![line(1, None), line(2, Some("?earlier=1&later=2"))],
            earlier: "Version 1, as cleared".into(),
            later: "Version 2, as sent".into(),
            changed: true,
            pieces: web::difference("There are 32 in Kent.", "There are 33 in Kent."),
        }
    }
}
web::page!(VersionsPage);
