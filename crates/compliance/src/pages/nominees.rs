//! Whether nominees are still these: the secretariat's page of the whole partnership, and the page that an organisation answers on.

use access::{ByLink, House, Key as _, May, Problem};
use axum::extract::{Path, Query, State};
use axum::response::Response;
use bodies::rights::ManagePartnership;
use calendar::{Nation, Unit, deadline_after};
use kernel::{Day, Error, Finding, Findings, Instant, OrganisationId, PersonId, Word as _};
use people::choose::{self, Choosing, PersonFields};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use web::{Brand, Form, FormView, Frame, words};

use super::framed_by;
use crate::nominees::{self, Contact, Nominator, Opened, Reply, line};
use crate::rights::ConfirmNominees;
use crate::store::nominees as kept;

/// How many working days an organisation has to answer, unless the secretariat types another day.
const DAYS_TO_REPLY: u32 = 10;

/// An organisation on the secretariat's page.
#[derive(Debug, Clone, Serialize)]
struct Row {
    check: Option<Uuid>,
    organisation: OrganisationId,
    name: String,
    nominees: Vec<String>,
    asked: Option<Contact>,
    /// `waiting`, `changed`, `settled`, `still-these`, `not-asked`.
    state: &'static str,
    words: Option<String>,
    answered_name: Option<String>,
    answered_at: Option<Instant>,
    bodies: Vec<(String, String)>,
}

#[derive(Serialize)]
struct NomineesPage {
    form: FormView,
    slug: String,
    /// When everybody was asked last, and the day by which answers are wanted.
    asked_at: Option<Instant>,
    reply_by: Option<Day>,
    rows: Vec<Row>,
    waiting: usize,
    answered: usize,
    /// How many a new round would ask, and how many have nobody to ask.
    to_ask: usize,
    nobody: usize,
    /// Those who have not answered can be asked today.
    again: bool,
}

impl web::Page for NomineesPage {
    const TEMPLATE: &'static str = "compliance/nominees.html";
    fn sample() -> Self {
        let row = |name: &str, state| Row {
            check: Some(Uuid::from_u128(1)),
            organisation: Uuid::nil().into(),
            name: name.to_owned(),
            nominees: vec!["Board: Maud Penhaligon-Featherstonehaugh".to_owned()],
            asked: (state != "not-asked").then(|| Contact { person: Uuid::nil().into(), name: "Clerk".to_owned(), reached: true }),
            state,
            words: (state == "changed").then(|| "Ann has retired.".to_owned()),
            answered_name: Some("Clerk".to_owned()),
            answered_at: (state != "waiting").then(|| Instant::from_seconds(1_800_000_000)),
            bodies: vec![("Board".to_owned(), "board".to_owned())],
        };
        let rows = ["waiting", "changed", "settled", "still-these", "not-asked"].map(|state| row(state, state)).to_vec();
        Self {
            form: FormView::default(),
            slug: "wealdshire".to_owned(),
            asked_at: Some(Instant::from_seconds(1_800_000_000)),
            reply_by: Some(Day::constant(2026, 3, 16)),
            rows,
            waiting: 1,
            answered: 3,
            to_ask: 4,
            nobody: 1,
            again: true,
        }
    }
}
web::page!(NomineesPage);

fn rank(state: &str) -> usize {
    ["changed", "waiting", "not-asked", "settled", "still-these"].iter().position(|one| *one == state).unwrap_or(9)
}

fn rows(nominators: Vec<Nominator>, mut checks: Vec<nominees::Check>, asked: bool) -> Vec<Row> {
    let mut rows: Vec<Row> = nominators
        .into_iter()
        .map(|one| {
            let check = checks.iter().position(|check| check.organisation == one.organisation).map(|at| checks.swap_remove(at));
            let state = match check.as_ref().map(|check| (check.reply, check.settled_at)) {
                Some((None, _)) => "waiting",
                Some((Some(Reply::StillThese), _)) => "still-these",
                Some((Some(Reply::Changed), None)) => "changed",
                Some((Some(Reply::Changed), Some(_))) => "settled",
                None => "not-asked",
            };
            let mut bodies: Vec<(String, String)> = one.nominees.iter().map(|nominee| (nominee.body.clone(), nominee.body_slug.clone())).collect();
            bodies.dedup();
            let contact = one.asked();
            let asked = match &check {
                Some(check) if asked => Some(Contact { person: check.person, name: check.asked_name.clone(), reached: true }),
                _ => contact,
            };
            Row {
                check: check.as_ref().map(|check| check.id),
                nominees: one.nominees.iter().map(line).collect(),
                organisation: one.organisation,
                name: one.name,
                asked,
                state,
                words: check.as_ref().and_then(|check| check.words.clone()),
                answered_name: check.as_ref().and_then(|check| check.answered_name.clone()),
                answered_at: check.and_then(|check| check.answered_at),
                bodies,
            }
        })
        .collect();
    rows.sort_by_key(|row| rank(row.state));
    rows
}

async fn page_of(house: &House, pass: &May<ManagePartnership>, refused: Option<FormView>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let today = house.today();
    let partnership = bodies::store::partnership(&mut read, *pass.id()).await?;
    let nominators = kept::nominators(&mut read, partnership.id, None, today).await?;
    let round = kept::newest(&mut read, partnership.id).await?;
    let checks = match &round {
        Some(round) => kept::checks(&mut read, round.id).await?,
        None => Vec::new(),
    };
    let zone = kernel::Zone::london();
    let to_ask = nominators.iter().filter(|one| one.asked().is_some_and(|who| who.reached)).count();
    let waiting = checks.iter().filter(|check| check.reply.is_none());
    let again_today = waiting.clone().any(|check| check.asked_at.day(&zone) == today);
    let nation = Nation::named(&partnership.nation);
    let by = deadline_after(today, DAYS_TO_REPLY, Unit::WorkingDays, nation.table()).letter;
    let again = refused.is_some();
    let form = refused.unwrap_or_else(|| FormView::new(house).with_day("reply_by", Some(by)));
    let page = NomineesPage {
        form,
        slug: partnership.slug.clone(),
        asked_at: round.as_ref().map(|round| round.asked_at),
        reply_by: round.as_ref().map(|round| round.reply_by),
        waiting: waiting.clone().count(),
        answered: checks.len() - waiting.count(),
        to_ask,
        nobody: nominators.len() - to_ask,
        again: !again_today,
        rows: rows(nominators, checks, round.is_some()),
    };
    let frame = framed_by(&partnership, words("nominees-title", &[]));
    Ok(if again { web::again(pass.who(), frame, &page) } else { web::page(pass.who(), frame, &page) })
}

pub(crate) async fn show(pass: May<ManagePartnership>, State(house): State<House>) -> Result<Response, Problem> {
    page_of(&house, &pass, None).await
}

fn here(slug: &str) -> Response {
    web::go(format!("/partnerships/{slug}/nominees"))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct AskFields {
    reply_by: String,
}

pub(crate) async fn ask(
    pass: May<ManagePartnership>,
    State(house): State<House>,
    Path(slug): Path<String>,
    form: Form<AskFields>,
) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let mut findings = Findings::none();
    let done = match web::note(&mut findings, web::parse_day("reply_by", &form.value.reply_by)) {
        Some(day) => nominees::ask(&house, &pass, day).await,
        None => Err(Error::Refused(findings)),
    };
    match form.outcome(done)? {
        Ok(_) => Ok(here(&slug)),
        Err(refused) => page_of(&house, &pass, Some(refused)).await,
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Nothing {}

pub(crate) async fn ask_again(
    pass: May<ManagePartnership>,
    State(house): State<House>,
    Path(slug): Path<String>,
    form: Form<Nothing>,
) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    match form.outcome(nominees::ask_again(&house, &pass).await)? {
        Ok(_) => Ok(here(&slug)),
        Err(refused) => page_of(&house, &pass, Some(refused)).await,
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct SettleFields {
    check: String,
}

pub(crate) async fn settle(
    pass: May<ManagePartnership>,
    State(house): State<House>,
    Path(slug): Path<String>,
    form: Form<SettleFields>,
) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let check = form.value.check.parse::<Uuid>().map_err(|_| Error::NotFound)?;
    nominees::settle(&house, &pass, check).await?;
    Ok(here(&slug))
}

#[derive(Serialize)]
struct ContactPage {
    form: FormView,
    choosing: Choosing,
    act: String,
    back: String,
    now: Option<Contact>,
    organisation: String,
}

impl web::Page for ContactPage {
    const TEMPLATE: &'static str = "compliance/contact.html";
    fn sample() -> Self {
        Self {
            form: FormView::default(),
            choosing: Choosing::sample(),
            act: "/partnerships/wealdshire/nominees/1".to_owned(),
            back: "/partnerships/wealdshire/nominees".to_owned(),
            now: Some(Contact { person: Uuid::nil().into(), name: "Clerk".to_owned(), reached: false }),
            organisation: "Wealdshire College".to_owned(),
        }
    }
}
web::page!(ContactPage);

async fn contact_page(
    house: &House,
    pass: &May<ManagePartnership>,
    organisation: OrganisationId,
    refused: Option<(FormView, Choosing)>,
) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let partnership = bodies::store::partnership(&mut read, *pass.id()).await?;
    let nominators = kept::nominators(&mut read, partnership.id, Some(organisation), house.today()).await?;
    let one = nominators.into_iter().next().ok_or(Error::NotFound)?;
    let back = format!("/partnerships/{}/nominees", partnership.slug);
    let again = refused.is_some();
    let (form, choosing) = refused.unwrap_or_else(|| (FormView::new(house), Choosing::default()));
    let page =
        ContactPage { form, choosing, act: format!("{back}/{organisation}"), back: back.clone(), now: one.asked(), organisation: one.name.clone() };
    let frame = framed_by(&partnership, words("nominees-contact-title", &[("organisation", &one.name)])).under(words("nominees-title", &[]), back);
    Ok(if again { web::again(pass.who(), frame, &page) } else { web::page(pass.who(), frame, &page) })
}

pub(crate) async fn contact(
    pass: May<ManagePartnership>,
    State(house): State<House>,
    Path((_, organisation)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let organisation = OrganisationId::find(&mut house.read().await?, &organisation).await?;
    contact_page(&house, &pass, organisation, None).await
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct ContactFields {
    #[serde(flatten)]
    person: PersonFields,
    address: String,
}

pub(crate) async fn name_contact(
    pass: May<ManagePartnership>,
    State(house): State<House>,
    Path((slug, organisation)): Path<(String, String)>,
    form: Form<ContactFields>,
) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let mut read = house.read().await?;
    let organisation = OrganisationId::find(&mut read, &organisation).await?;
    let mut findings = Findings::none();
    let address = web::note(&mut findings, web::parse_line_if_any("address", &form.value.address, 254)).flatten();
    let wrong = address.as_deref().filter(|address| !mail::is_address(address));
    findings.push_if(wrong.is_some(), || Finding::refuse("letter-address-unreadable").at("address").with("address", form.value.address.trim()));
    let (person, choosing) = choose::person(&mut read, &mut findings, &form.value.person).await?;
    drop(read);
    let (Some(mut person), false) = (person, findings.refuses()) else {
        return contact_page(&house, &pass, organisation, Some((form.refused(findings), choosing))).await;
    };
    if let choose::Chosen::New(new) = &mut person {
        new.address = address;
    }
    let done = async {
        let part = if let choose::Chosen::New(new) = &person { new.name.clone() } else { String::new() };
        let person: PersonId = choose::recorded_person(&house, &pass.hand_on_once(pass.partnership(), &part), person).await?;
        nominees::name_contact(&house, &pass, organisation, person).await
    };
    match form.outcome(done.await)? {
        Ok(()) => Ok(here(&slug)),
        Err(refused) => contact_page(&house, &pass, organisation, Some((refused, Choosing::default()))).await,
    }
}

#[derive(Serialize)]
struct ConfirmPage {
    form: FormView,
    act: String,
    opened: Opened,
    nominees: Vec<String>,
    /// The reader answers for whoever was asked.
    for_another: bool,
    done: bool,
}

impl web::Page for ConfirmPage {
    const TEMPLATE: &'static str = "compliance/confirm.html";
    fn sample() -> Self {
        let check = nominees::Check {
            id: Uuid::nil(),
            organisation: Uuid::nil().into(),
            person: Uuid::nil().into(),
            asked_name: "Clerk".to_owned(),
            asked_at: Instant::from_seconds(1_800_000_000),
            reply: Some(Reply::Changed),
            words: Some("Ann has retired.".to_owned()),
            answered_at: Some(Instant::from_seconds(1_800_000_000)),
            answered_name: Some("Clerk".to_owned()),
            settled_at: None,
            version: 2,
        };
        Self {
            form: FormView::default().with("reply", "changed"),
            act: "/nominees/0.0".to_owned(),
            opened: Opened {
                check,
                partnership: Uuid::nil().into(),
                partnership_name: "Wealdshire Partnership".to_owned(),
                partnership_slug: "wealdshire".to_owned(),
                organisation_name: "Wealdshire College".to_owned(),
                reply_by: Day::constant(2026, 3, 16),
                over: false,
            },
            nominees: vec!["Board: Maud Penhaligon-Featherstonehaugh".to_owned()],
            for_another: true,
            done: true,
        }
    }
}
web::page!(ConfirmPage);

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Said {
    say: String,
}

async fn confirm_page(house: &House, pass: &ByLink<ConfirmNominees>, say: &str, done: bool, refused: Option<FormView>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let opened = kept::check(&mut read, pass.id().0).await?;
    let nominators = kept::nominators(&mut read, opened.partnership, Some(opened.check.organisation), house.today()).await?;
    let again = refused.is_some();
    let form = refused.unwrap_or_else(|| {
        let reply = Reply::parse(say).or(opened.check.reply);
        FormView::new(house)
            .at_version(opened.check.version)
            .with("reply", reply.map_or("", Reply::word))
            .with("words", opened.check.words.as_deref().unwrap_or_default())
    });
    let title = words("nominees-confirm-title", &[("organisation", &opened.organisation_name)]);
    let brand = Brand { name: opened.partnership_name.clone(), href: format!("/partnerships/{}", opened.partnership_slug), theme: None };
    let page = ConfirmPage {
        form,
        act: format!("/nominees/{}", pass.token()),
        nominees: nominators.iter().flat_map(|one| &one.nominees).map(line).collect(),
        for_another: pass.person() != Some(opened.check.person),
        opened,
        done,
    };
    let frame = Frame::titled(title).of(brand).noindex();
    Ok(if again { web::again(pass.who(), frame, &page) } else { web::page(pass.who(), frame, &page) })
}

pub(crate) async fn confirming(pass: ByLink<ConfirmNominees>, State(house): State<House>, Query(said): Query<Said>) -> Result<Response, Problem> {
    confirm_page(&house, &pass, &said.say, false, None).await
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct ConfirmFields {
    reply: String,
    words: String,
}

pub(crate) async fn confirm(pass: ByLink<ConfirmNominees>, State(house): State<House>, form: Form<ConfirmFields>) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let mut findings = Findings::none();
    let reply = Reply::parse(&form.value.reply);
    findings.push_if(reply.is_none(), || Finding::refuse("nominees-reply-missing").at("reply"));
    let said = web::note(&mut findings, web::parse_text_if_any("words", &form.value.words, 4000)).flatten();
    let done = match reply {
        Some(reply) if !findings.refuses() => nominees::answer(&house, &pass, form.version, reply, said.as_deref()).await,
        _ => Err(Error::Refused(findings)),
    };
    match form.outcome(done)? {
        Ok(()) => confirm_page(&house, &pass, "", true, None).await,
        Err(refused) => confirm_page(&house, &pass, "", false, Some(refused)).await,
    }
}
