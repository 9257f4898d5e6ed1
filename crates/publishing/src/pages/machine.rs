//! What machines read: the feed of a body's meetings and minutes, the list of pages, and where search engines may go.

use access::{Anyone, House, May, Problem};
use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use bodies::model::DocumentClass;
use http::header;
use kernel::{Day, Error, Instant, Zone};
use serde::Serialize;

use super::around;
use crate::public::{self, Cleared, MeetingLine};
use crate::rights::SeeBody;
use crate::store;

/// How many meetings the feed holds.
const FED: i64 = 30;

#[derive(Debug, Clone, Serialize)]
struct FeedEntry {
    id: String,
    href: String,
    title: String,
    updated: Instant,
}

#[derive(Serialize)]
struct Feed {
    address: String,
    href: String,
    title: String,
    updated: Instant,
    entries: Cleared<Vec<FeedEntry>>,
}

impl web::Page for Feed {
    const TEMPLATE: &'static str = "public/feed.html";
    fn sample() -> Self {
        let entry = FeedEntry {
            id: "urn:uuid:0".to_owned(),
            href: "http://x/meetings/1/public".to_owned(),
            title: "Meeting <1>".to_owned(),
            updated: Instant::from_seconds(0),
        };
        Self {
            address: "http://x/bodies/b/feed.atom".to_owned(),
            href: "http://x/bodies/b".to_owned(),
            title: "Board".to_owned(),
            updated: Instant::from_seconds(0),
            entries: Cleared::sample(vec![entry]),
        }
    }
}
web::page!(Feed);

fn entry(address: &str, body: &str, line: &MeetingLine, today: Day) -> FeedEntry {
    let zone = Zone::london();
    let (key, day) = match (line.minutes, line.approved_on) {
        (Some("approved"), Some(on)) => ("feed-approved", on),
        (Some(_), _) => ("feed-draft", line.day),
        _ if line.state == "closed" => ("feed-held", line.day),
        _ if line.state == "cancelled" => ("feed-cancelled", line.day.min(today)),
        _ if line.agenda => ("feed-agenda", line.day.min(today)),
        _ => ("feed-planned", line.day.min(today)),
    };
    FeedEntry {
        id: format!("urn:uuid:{}", line.id),
        href: format!("{address}/meetings/{}/public", line.id),
        title: web::words(key, &[("body", body), ("day", &web::spelling::day(line.day))]),
        updated: zone.instant(day, line.starts_at.unwrap_or_default()),
    }
}

pub(crate) async fn feed(pass: May<SeeBody>, State(house): State<House>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let (head, _) = around(&mut read, &pass).await?;
    // A feed reader brings no session: the feed holds what everybody may read, whoever asks.
    let everybody = |class| head.audience(class) == bodies::model::Audience::Public;
    if !everybody(DocumentClass::Agenda) {
        return Err(Error::NotFound.into());
    }
    let address = &house.settings.address;
    let rows = store::meetings(&mut read, head.body.id, None, FED).await?;
    let lines: Vec<MeetingLine> = rows.iter().map(|row| MeetingLine::of(row, everybody)).collect();
    let today = house.today();
    let entries: Vec<FeedEntry> = lines.iter().map(|line| entry(address, &head.body.name, line, today)).collect();
    let updated = entries.iter().map(|entry| entry.updated).max().unwrap_or(Instant::from_seconds(0));
    let entries = public::cleared(&pass, None, &head, DocumentClass::Agenda, entries).ok_or(Error::NotFound)?;
    let slug = &head.body.slug;
    let page = Feed {
        address: format!("{address}/bodies/{slug}/feed.atom"),
        href: format!("{address}/bodies/{slug}"),
        title: head.body.name.clone(),
        updated,
        entries,
    };
    let text = format!("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{}", web::text(&page)?);
    Ok(([(header::CONTENT_TYPE, "application/atom+xml; charset=utf-8")], text).into_response())
}

pub(crate) async fn robots(_pass: Anyone, State(house): State<House>) -> Result<Response, Problem> {
    // The pages of partnerships that want no search engine say so themselves; here stand the paths that are nobody's business.
    let kept = [
        "/desk",
        "/administration",
        "/account",
        "/sign-in",
        "/answer/",
        "/action-report/",
        "/demo/",
        "/invitations/",
        "/meetings-feed/",
        "/duties-feed/",
    ];
    let lines: String = kept.iter().map(|path| format!("Disallow: {path}\n")).collect();
    let text = format!("User-agent: *\n{lines}Sitemap: {}/sitemap.xml\n", house.settings.address);
    Ok(([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response())
}

pub(crate) async fn sitemap(_pass: Anyone, State(house): State<House>) -> Result<Response, Problem> {
    let pages = store::sitemap(&mut house.read().await?).await?;
    let address = &house.settings.address;
    let mut text = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n<url><loc>{address}/</loc></url>\n"
    );
    let mut before = "";
    for (body, partnership) in &pages {
        if partnership != before {
            text.push_str(&format!("<url><loc>{address}/partnerships/{partnership}</loc></url>\n"));
            before = partnership;
        }
        text.push_str(&format!("<url><loc>{address}/bodies/{body}</loc></url>\n"));
    }
    text.push_str("</urlset>\n");
    Ok(([(header::CONTENT_TYPE, "application/xml; charset=utf-8")], text).into_response())
}
