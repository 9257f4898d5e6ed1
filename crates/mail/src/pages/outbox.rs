//! The outbox of a body: what goes out on the coming days, what waits, and what was sent; and one letter in full.

use access::{Act, House, May, Problem};
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::{BodyId, Instant, LetterId, Word as _};
use serde::{Deserialize, Serialize};
use web::{Form, FormView, Frame};

use crate::{Coming, Forecast, LetterLine, LetterState, acts, store as letters};

/// How many letters the outbox shows.
const SHOWN: i64 = 300;

#[derive(Serialize)]
struct Outbox {
    form: FormView,
    body: String,
    slug: String,
    /// What goes out by itself on a coming day.
    coming: Vec<Day>,
    /// Nothing is derived from deadlines here.
    forecast: bool,
    letters: Vec<LetterLine>,
    counts: Vec<Count>,
    more: bool,
}

/// What goes out on one day.
#[derive(Debug, Serialize)]
struct Day {
    day: kernel::Day,
    lines: Vec<Coming>,
}

#[derive(Serialize)]
struct Count {
    state: LetterState,
    number: usize,
}

fn sample_line(state: LetterState) -> LetterLine {
    LetterLine {
        id: uuid::Uuid::nil().into(),
        person: uuid::Uuid::nil().into(),
        name: "Maud Penhaligon-Featherstonehaugh".to_owned(),
        address: "maud.penhaligon@example.org".to_owned(),
        purpose: "invitation".to_owned(),
        class: None,
        subject: "Agenda: Wealdshire Partnership board, 18 January 2027".to_owned(),
        state,
        queued_at: Instant::from_seconds(1_800_000_000),
        due_at: Instant::from_seconds(1_800_000_000),
        sent_at: (state == LetterState::Sent).then(|| Instant::from_seconds(1_800_000_060)),
        tries: 1,
        last_error: (state == LetterState::Failed).then(|| "550 no such mailbox".to_owned()),
    }
}

impl web::Page for Outbox {
    const TEMPLATE: &'static str = "mail/outbox.html";
    fn sample() -> Self {
        let letters: Vec<LetterLine> = LetterState::ALL.iter().map(|state| sample_line(*state)).collect();
        Self {
            form: FormView::default(),
            body: "Wealdshire Partnership board".to_owned(),
            slug: "wealdshire-board".to_owned(),
            coming: days(vec![Coming::sample(false), Coming::sample(true)]),
            forecast: true,
            counts: counted(&letters),
            letters,
            more: true,
        }
    }
}
web::page!(Outbox);

fn counted(letters: &[LetterLine]) -> Vec<Count> {
    LetterState::ALL.iter().map(|state| Count { state: *state, number: letters.iter().filter(|letter| letter.state == *state).count() }).collect()
}

fn days(coming: Vec<Coming>) -> Vec<Day> {
    let mut days: Vec<Day> = Vec::new();
    for line in coming {
        match days.last_mut().filter(|last| last.day == line.goes_on) {
            Some(last) => last.lines.push(line),
            None => days.push(Day { day: line.goes_on, lines: vec![line] }),
        }
    }
    days
}

pub(crate) async fn outbox<A: Act<Id = BodyId>, F: Forecast>(pass: May<A>, State(house): State<House>) -> Result<Response, Problem> {
    shown::<A, F>(&pass, &house, None).await
}

async fn shown<A: Act<Id = BodyId>, F: Forecast>(pass: &May<A>, house: &House, refused: Option<FormView>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let [body, slug, partnership, partnership_slug] = letters::body_names(&mut read, *pass.id()).await?;
    let mut letters = letters::letters_of_body(&mut read, *pass.id(), SHOWN + 1).await?;
    let coming = F::coming(&mut read, *pass.id(), house.now()).await?;
    let more = letters.len() > usize::try_from(SHOWN).unwrap_or(usize::MAX);
    letters.truncate(usize::try_from(SHOWN).unwrap_or(usize::MAX));
    let frame = Frame::titled(web::words("outbox-title", &[]))
        .caption(&body)
        .under(partnership, format!("/partnerships/{partnership_slug}"))
        .under(&body, format!("/bodies/{slug}"));
    let again = refused.is_some();
    let form = refused.unwrap_or_else(|| FormView::new(house));
    let page = Outbox { form, body, slug, coming: days(coming), forecast: F::DERIVES, counts: counted(&letters), letters, more };
    Ok(if again { web::again(pass.who(), frame, &page) } else { web::page(pass.who(), frame, &page) })
}

#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Nothing {}

pub(crate) async fn stop<A: Act<Id = BodyId>, F: Forecast>(
    pass: May<A>,
    State(house): State<House>,
    Path((slug, letter)): Path<(String, LetterId)>,
    form: Form<Nothing>,
) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    match form.outcome(acts::stop_letter(&house, &pass, letter).await)? {
        Ok(()) => Ok(web::go(format!("/bodies/{slug}/letters"))),
        Err(refused) => shown::<A, F>(&pass, &house, Some(refused)).await,
    }
}

pub(crate) async fn send<A: Act<Id = BodyId>, F: Forecast>(
    pass: May<A>,
    State(house): State<House>,
    Path((slug, letter)): Path<(String, LetterId)>,
    form: Form<Nothing>,
) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    match form.outcome(acts::send_again(&house, &pass, letter).await)? {
        Ok(()) => Ok(web::go(format!("/bodies/{slug}/letters"))),
        Err(refused) => shown::<A, F>(&pass, &house, Some(refused)).await,
    }
}

#[derive(Serialize)]
struct ReadPage {
    letter: LetterLine,
    /// What it says, without the links by which it is answered.
    says: String,
    form: FormView,
    slug: String,
}

impl web::Page for ReadPage {
    const TEMPLATE: &'static str = "mail/read.html";
    fn sample() -> Self {
        Self {
            letter: sample_line(LetterState::Waiting),
            says: "You are invited.\n\nPlace: Town hall".to_owned(),
            form: FormView::default(),
            slug: "board".to_owned(),
        }
    }
}
web::page!(ReadPage);

/// The text without what would stand for a link: nobody answers for somebody else from here.
fn without_links(plain: &str) -> String {
    let lines = plain.lines().filter(|line| !line.starts_with("{address}"));
    lines
        .map(|line| line.strip_suffix(':').filter(|_| plain.contains(&format!("{line}\n{{address}}"))).unwrap_or(line))
        .collect::<Vec<_>>()
        .join("\n")
}

pub(crate) async fn read<A: Act<Id = BodyId>>(
    pass: May<A>,
    State(house): State<House>,
    Path((_, letter)): Path<(String, LetterId)>,
) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let [body, slug, partnership, partnership_slug] = letters::body_names(&mut read, *pass.id()).await?;
    let (letter, plain) = letters::letter_of_body(&mut read, letter, *pass.id()).await?;
    let frame = Frame::titled(&letter.subject)
        .caption(&body)
        .under(partnership, format!("/partnerships/{partnership_slug}"))
        .under(&body, format!("/bodies/{slug}"))
        .under(web::words("outbox-title", &[]), format!("/bodies/{slug}/letters"));
    Ok(web::page(pass.who(), frame, &ReadPage { says: without_links(&plain), form: FormView::new(&house), letter, slug }))
}
