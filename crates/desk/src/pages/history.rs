//! What happened to a record: who, when, in which capacity, under which clause, before and after.

use std::collections::BTreeMap;

use ::store::{HistoryLine, Read};
use access::{Act, House, May, Problem, Visible};
use axum::extract::{Query, State};
use axum::response::Response;
use kernel::{Instant, PersonId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use web::Frame;

use crate::model::Change;
use crate::rights::{ReadBodyHistory, ReadHistory};
use crate::{rules, store};

/// How many entries a page shows.
const SHOWN: i64 = 50;
/// The last page: older entries are in the export.
const PAGES: i64 = 40;

/// Which page, the newest first.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    page: String,
    /// With the letters of a body, where something is said.
    letters: String,
}

impl Asked {
    fn number(&self) -> i64 {
        self.page.parse().unwrap_or(1).clamp(1, PAGES)
    }

    fn letters(&self) -> bool {
        !self.letters.is_empty()
    }
}

/// One entry as the page shows it.
#[derive(Debug, Clone, Serialize)]
struct Line {
    at: Instant,
    what: String,
    /// Which record, where it has a name.
    about: Option<String>,
    person: Option<PersonId>,
    who: Option<String>,
    capacity: String,
    clause: Option<String>,
    page: String,
    record: String,
    changes: Vec<Change>,
}

#[derive(Serialize)]
struct HistoryPage {
    lines: Vec<Line>,
    charter: Option<String>,
    earlier: Option<i64>,
    later: Option<i64>,
    one_record: bool,
    /// Whether a body's letters are among the lines; none where there can be none.
    letters: Option<bool>,
    /// This is the last page that is shown, and there is more.
    more: bool,
}

impl web::Page for HistoryPage {
    const TEMPLATE: &'static str = "desk/history.html";
    fn sample() -> Self {
        let line = Line {
            at: Instant::from_seconds(1_800_000_000),
            what: event_words("seat.changed"),
            about: Some("Leader, Wealdshire County Council".to_owned()),
            person: Some(uuid::Uuid::nil().into()),
            who: Some("Maud Penhaligon-Featherstonehaugh".to_owned()),
            capacity: capacity_words("secretary by link"),
            clause: Some("3.12".to_owned()),
            page: "/bodies/board".to_owned(),
            record: uuid::Uuid::nil().to_string(),
            changes: vec![Change { field: field_words("label"), before: "Leader".to_owned(), after: "Leader, Wealdshire County Council".to_owned() }],
        };
        Self {
            lines: vec![line],
            charter: Some("/bodies/board/charter".to_owned()),
            earlier: Some(3),
            later: Some(1),
            one_record: false,
            letters: Some(false),
            more: true,
        }
    }
}
web::page!(HistoryPage);

/// What happened, in words; an event without words stands as it is named.
fn event_words(name: &str) -> String {
    let key = format!("event-{}", name.replace('.', "-"));
    if web::knows(&key) { web::words(&key, &[]) } else { name.to_owned() }
}

/// A capacity in words: `secretary`, `member by link`, `owner by mail`, or the name of a job or an import.
fn capacity_words(capacity: &str) -> String {
    let (plain, how) = match (capacity.strip_suffix(" by link"), capacity.strip_suffix(" by mail")) {
        (Some(plain), _) => (plain, Some("capacity-by-link")),
        (None, Some(plain)) => (plain, Some("capacity-by-mail")),
        (None, None) => (capacity, None),
    };
    let key = format!("capacity-{plain}");
    let plain = if web::knows(&key) { web::words(&key, &[]) } else { plain.to_owned() };
    if let Some(how) = how { web::words(how, &[("capacity", &plain)]) } else { plain }
}

fn field_words(field: &str) -> String {
    let key = format!("history-field-{}", field.replace('_', "-"));
    if web::knows(&key) { web::words(&key, &[]) } else { field.replace(['_', '-'], " ") }
}

fn lines(all: Vec<HistoryLine>, names: &BTreeMap<Uuid, String>, one_record: bool) -> Vec<Line> {
    all.into_iter()
        .map(|line| Line {
            at: line.at,
            what: event_words(&line.name),
            about: names.get(&line.record.id).filter(|_| !one_record).cloned(),
            person: line.person,
            who: line.person_name,
            capacity: capacity_words(&line.capacity),
            clause: line.clause,
            page: line.page,
            record: line.record.id.to_string(),
            changes: rules::changes(&line.before, &line.after, names)
                .into_iter()
                .map(|change| Change { field: field_words(&change.field), ..change })
                .collect(),
        })
        .collect()
}

/// One page of a history, of which everything up to that page, and one entry more, was read.
struct Turned {
    lines: Vec<HistoryLine>,
    names: BTreeMap<Uuid, String>,
    earlier: Option<i64>,
    later: Option<i64>,
    more: bool,
}

async fn turned(read: &mut Read, all: Vec<HistoryLine>, number: i64) -> kernel::Result<Turned> {
    let page = usize::try_from(SHOWN).unwrap_or(usize::MAX);
    let before = usize::try_from((number - 1) * SHOWN).unwrap_or_default();
    let beyond = all.len() > before + page;
    let lines: Vec<HistoryLine> = all.into_iter().skip(before).take(page).collect();
    let names = store::names_of(read, &rules::ids(&lines)).await?;
    let earlier = (beyond && number < PAGES).then_some(number + 1);
    Ok(Turned { lines, names, earlier, later: (number > 1).then_some(number - 1), more: beyond && number == PAGES })
}

fn shown<A: Act>(pass: &May<A>, frame: Frame, turned: Turned, charter: Option<String>, letters: Option<bool>) -> Response {
    let one_record = letters.is_none();
    let lines = lines(turned.lines, &turned.names, one_record);
    let lines = Visible::under(pass, lines).into_inner();
    let page = HistoryPage { lines, charter, earlier: turned.earlier, later: turned.later, one_record, letters, more: turned.more };
    web::page(pass.who(), frame.noindex(), &page)
}

pub(crate) async fn of_body(pass: May<ReadBodyHistory>, State(house): State<House>, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let body = bodies::store::body(&mut read, *pass.id()).await?;
    let (number, letters) = (asked.number(), asked.letters());
    let whose = if letters { ::store::Whose::Body(body.id) } else { ::store::Whose::BodyButLetters(body.id) };
    let all = ::store::history_of(&mut read, whose, number * SHOWN + 1).await?;
    let turned = turned(&mut read, all, number).await?;
    let frame = Frame::titled(web::words("history-title", &[])).caption(&body.name).under(&body.name, format!("/bodies/{}", body.slug));
    Ok(shown(&pass, frame, turned, Some(format!("/bodies/{}/charter", body.slug)), Some(letters)))
}

pub(crate) async fn of_record(pass: May<ReadHistory>, State(house): State<House>, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let number = asked.number();
    let all = ::store::history_of(&mut read, ::store::Whose::Record(pass.id().0), number * SHOWN + 1).await?;
    let home = all.first().map(|line| line.page.clone()).unwrap_or_default();
    let kind = all.first().map(|line| line.record.kind.clone()).unwrap_or_default();
    let turned = turned(&mut read, all, number).await?;
    let key = format!("history-kind-{kind}");
    let kind = if web::knows(&key) { web::words(&key, &[]) } else { kind };
    let name = turned.names.get(&pass.id().0).map_or_else(|| kind.clone(), |name| format!("{kind}: {name}"));
    let frame = Frame::titled(web::words("history-title", &[])).caption(&name).under(name.clone(), home);
    Ok(shown(&pass, frame, turned, None, None))
}
