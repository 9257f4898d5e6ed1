//! Minutes that were edited in Word come back: the file is compared, nothing is kept of it, and what the officer ticks is taken.

use access::{House, May, Problem};
use axum::extract::State;
use axum::response::Response;
use documents::upload::Unfit;
use documents::word;
use kernel::{Error, Finding, Findings, MeetingId, Result};
use minutes::acts::EditedNotes;
use minutes::model::{ItemMinute, MinutesState};
use minutes::rights::KeepMinutes;
use serde::{Deserialize, Serialize};
use web::{Form, FormView, Frame, Piece, Upload, words};

use super::documents::minuted;
use super::{Kind as _, Word};
use crate::compose::minutes::Minuted;
use crate::edited::{Compared, Left, Prose, compared};

/// What Word files of minutes come to at most, in bytes.
const LARGEST: i64 = 20 * 1024 * 1024;

/// Prose to be taken or left.
#[derive(Debug, Clone, Serialize)]
struct ChangeShown {
    of: String,
    title: String,
    /// The version of what stands, as it was when the file was compared.
    seen: i64,
    later: String,
    pieces: Vec<Piece>,
    taken: bool,
}

#[derive(Debug, Clone, Serialize)]
struct LeftShown {
    under: Option<String>,
    record: String,
    came: String,
}

/// What was found in the file.
#[derive(Debug, Clone, Default, Serialize)]
struct Found {
    name: String,
    changes: Vec<ChangeShown>,
    same: usize,
    left: Vec<LeftShown>,
    loose: Vec<String>,
    absent: Vec<String>,
    /// What is in it that is no text, in words.
    besides: Vec<String>,
}

#[derive(Debug, Serialize)]
struct EditedPage {
    meeting: MeetingId,
    /// Why nothing can be taken now.
    closed: Option<String>,
    found: Option<Found>,
    form: FormView,
}

struct Desk {
    minuted: Minuted,
    state: MinutesState,
    slug: String,
    introduced: i64,
    /// The versions of the notes, by item.
    noted: Vec<(kernel::ItemId, i64)>,
}

async fn desk(house: &House, meeting: MeetingId) -> Result<Desk> {
    let mut read = house.read().await?;
    let desk = minutes::store::desk(&mut read, meeting).await?;
    let minuted = minuted(&mut read, house, meeting).await?;
    let items = meetings::store::items(&mut read, meeting).await?;
    Ok(Desk {
        minuted,
        state: desk.minutes.state(),
        introduced: desk.minutes.head().version,
        slug: desk.body_slug,
        noted: items.into_iter().map(|item| (item.id, item.notes_version)).collect(),
    })
}

fn shown(pass: &May<KeepMinutes>, desk: &Desk, found: Option<Found>, form: FormView) -> Response {
    let meeting = *pass.id();
    let day = desk.minuted.content.day.map(|day| day.to_string()).unwrap_or_default();
    let frame = Frame::titled(words("packs-edited-title", &[]))
        .caption(&desk.minuted.imprint.body)
        .under(&desk.minuted.imprint.body, format!("/bodies/{}", desk.slug))
        .under(words("minutes-title", &[("day", &day)]), format!("/meetings/{meeting}/minutes"));
    let closed = match desk.state {
        MinutesState::Draft => None,
        MinutesState::Approved => Some(words("packs-edited-approved", &[])),
        MinutesState::Cleared | MinutesState::Circulated => Some(words("packs-edited-not-draft", &[])),
    };
    let refuses = form.refuses();
    let page = EditedPage { meeting, closed, found, form };
    if refuses { web::again(pass.who(), frame, &page) } else { web::page(pass.who(), frame, &page) }
}

/// `GET /meetings/{meeting}/minutes/edited`
pub(crate) async fn ask(pass: May<KeepMinutes>, State(house): State<House>) -> std::result::Result<Response, Problem> {
    let desk = desk(&house, *pass.id()).await?;
    Ok(shown(&pass, &desk, None, FormView::new(&house)))
}

/// Nothing is typed beside the file.
#[derive(Debug, Clone, Default, Deserialize)]
pub(crate) struct Nothing {}

/// `POST /meetings/{meeting}/minutes/edited`
pub(crate) async fn compare(pass: May<KeepMinutes>, State(house): State<House>, upload: Upload<Nothing>) -> std::result::Result<Response, Problem> {
    let desk = desk(&house, *pass.id()).await?;
    let mut findings = upload.findings.clone();
    let refuse = |code: &str| Finding::refuse(code).at("file");
    findings.push_if(desk.state != MinutesState::Draft, || {
        refuse(if desk.state == MinutesState::Approved { "packs-edited-approved" } else { "packs-edited-not-draft" })
    });
    let sent = upload.file("file").filter(|_| !findings.refuses());
    findings.push_if(sent.is_none() && !findings.refuses(), || refuse("packs-edited-no-file"));
    findings.push_if(sent.is_some_and(|sent| sent.content.size() > LARGEST), || {
        refuse("packs-edited-too-large").with("megabytes", LARGEST / 1024 / 1024)
    });
    let Some(sent) = sent.filter(|_| !findings.refuses()) else {
        return Ok(shown(&pass, &desk, None, upload.form.refused(findings)));
    };
    let file = sent.content.content().await?.whole().await?;
    let stands = Word::write(desk.minuted.document()).await?;
    let items: Vec<kernel::ItemId> = desk.minuted.content.items.iter().map(|item| item.id).collect();
    let both = tokio::task::spawn_blocking(move || {
        let came = word::read(&file)?;
        let stands = word::read(&stands)?;
        let compared = compared(&stands.blocks, &came.blocks, &items);
        Ok::<_, Unfit>((came, compared))
    });
    match both.await.map_err(Error::fault)? {
        Ok((came, compared)) => {
            let found = found(&desk, &sent.name, compared, &came);
            Ok(shown(&pass, &desk, Some(found), FormView::new(&house)))
        }
        Err(unfit) => {
            let code = match unfit {
                Unfit::Empty => "packs-edited-empty",
                Unfit::Unknown => "packs-edited-not-word",
                Unfit::Broken => "packs-edited-broken",
                Unfit::Macros => "packs-edited-macros",
                Unfit::Older => "packs-edited-older",
                Unfit::Bomb => "packs-edited-bomb",
            };
            Ok(shown(&pass, &desk, None, upload.form.refused(Findings::from(refuse(code)))))
        }
    }
}

fn title(item: &ItemMinute) -> String {
    match &item.number {
        Some(number) => format!("{number}. {}", item.title),
        None => item.title.clone(),
    }
}

fn found(desk: &Desk, name: &str, compared: Compared, came: &word::Text) -> Found {
    let changes = compared.changes.into_iter().map(|change| {
        let (of, title, seen) = match change.of {
            Prose::Introduction => ("introduction".to_owned(), words("packs-edited-introduction", &[]), desk.introduced),
            Prose::Item(id) => {
                let title = desk.minuted.content.items.iter().find(|item| item.id == id).map(title).unwrap_or_default();
                (id.to_string(), title, desk.noted.iter().find(|(item, _)| *item == id).map_or(0, |(_, version)| *version))
            }
        };
        ChangeShown { of, title, seen, pieces: web::difference(&change.earlier, &change.later), later: change.later, taken: true }
    });
    let besides = [
        (came.tracked, "packs-edited-tracked"),
        (came.drawn, "packs-edited-drawn"),
        (came.footnotes, "packs-edited-footnotes"),
        (came.comments, "packs-edited-comments"),
    ];
    Found {
        name: name.to_owned(),
        changes: changes.collect(),
        same: compared.same,
        left: compared.left.into_iter().map(|Left { under, record, came }| LeftShown { under, record, came }).collect(),
        loose: compared.loose,
        absent: compared.absent,
        besides: besides.into_iter().filter(|(count, _)| *count > 0).map(|(count, key)| words(key, &[("count", &count.to_string())])).collect(),
    }
}

/// What is taken: for each change whose it is, which version was shown beside it, and its words; and which of them are ticked.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct TakeFields {
    of: Vec<String>,
    seen: Vec<i64>,
    text: Vec<String>,
    take: Vec<String>,
}

/// `POST /meetings/{meeting}/minutes/edited/take`
pub(crate) async fn take(pass: May<KeepMinutes>, State(house): State<House>, form: Form<TakeFields>) -> std::result::Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let meeting = *pass.id();
    let (mut introduction, mut edited) = (None, Vec::new());
    let typed = &form.value;
    for ((of, seen), text) in typed.of.iter().zip(&typed.seen).zip(&typed.text).filter(|((of, _), _)| typed.take.contains(of)) {
        let text = text.replace("\r\n", "\n");
        match of.parse() {
            Ok(item) => edited.push(EditedNotes { item, version: *seen, notes: text }),
            Err(_) => introduction = Some((*seen, text)),
        }
    }
    let done = if introduction.is_none() && edited.is_empty() {
        Err(Error::refuse(Finding::refuse("packs-edited-none-ticked").at("take")))
    } else {
        minutes::acts::take_edited(&house, &pass, introduction, &edited).await
    };
    match form.outcome(done)? {
        Ok(()) => Ok(web::go(format!("/meetings/{meeting}/minutes"))),
        Err(view) => {
            let desk = desk(&house, meeting).await?;
            let changes = typed.of.iter().zip(&typed.seen).zip(&typed.text).map(|((of, seen), text)| {
                let item = desk.minuted.content.items.iter().find(|item| item.id.to_string() == *of);
                let stands = item.map_or(&desk.minuted.content.introduction, |item| &item.notes);
                ChangeShown {
                    of: of.clone(),
                    title: item.map_or_else(|| words("packs-edited-introduction", &[]), title),
                    seen: *seen,
                    pieces: web::difference(stands, &text.replace("\r\n", "\n")),
                    later: text.clone(),
                    taken: typed.take.contains(of),
                }
            });
            let found = Found { changes: changes.collect(), ..Found::default() };
            Ok(shown(&pass, &desk, Some(found), view))
        }
    }
}

impl web::Page for EditedPage {
    const TEMPLATE: &'static str = "packs/edited.html";
    fn sample() -> Self {
        let change = ChangeShown {
            of: "introduction".into(),
            title: "3. Bids".into(),
            seen: 1,
            later: "The bid was approved.".into(),
            pieces: web::difference("The bid was refused.", "The bid was approved."),
            taken: true,
        };
        let left = LeftShown { under: Some("3. Bids".into()), record: "Agreed to write".into(), came: "Agreed to ring".into() };
        Self {
            meeting: MeetingId(uuid::Uuid::nil()),
            closed: None,
            found: Some(Found {
                name: "minutes.docx".into(),
                changes: vec![change],
                same: 4,
                left: vec![left, LeftShown { under: None, record: String::new(), came: "More".into() }],
                loose: vec!["A part that is new".into()],
                absent: vec!["5. Any other business".into()],
                besides: vec!["One picture".into()],
            }),
            form: FormView::default(),
        }
    }
}
web::page!(EditedPage);
