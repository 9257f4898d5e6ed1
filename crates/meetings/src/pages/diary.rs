//! A body's diary, and planning a year's dates.

use access::{House, May, Problem};
use axum::extract::State;
use axum::response::Response;
use jiff::civil::Weekday;
use kernel::{Day, Finding, Findings, Word as _};
use serde::{Deserialize, Serialize};
use web::{Form, FormView};

use super::sample;
use crate::acts::{self, Plan};
use crate::model::{Meeting, MeetingKind, MeetingState};
use crate::rights::{PlanMeetings, ReadDiary};
use crate::rules::{Occurrence, Pattern};
use crate::store;

/// How many past meetings the diary shows before "all".
const PAST: usize = 12;

#[derive(Serialize)]
struct Diary {
    slug: String,
    body: String,
    may_plan: bool,
    ahead: Vec<Meeting>,
    open: Vec<Meeting>,
    past: Vec<Meeting>,
    more: bool,
}

impl web::Page for Diary {
    const TEMPLATE: &'static str = "meetings/diary.html";
    fn sample() -> Self {
        Self {
            slug: "wealdshire-executive".to_owned(),
            body: "Executive board".to_owned(),
            may_plan: true,
            ahead: vec![sample::meeting(MeetingState::Planned), sample::meeting(MeetingState::Called), sample::meeting(MeetingState::Cancelled)],
            open: vec![sample::meeting(MeetingState::Open)],
            past: vec![sample::meeting(MeetingState::Closed)],
            more: true,
        }
    }
}
web::page!(Diary);

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct DiaryQuery {
    all: Option<String>,
}

pub(super) async fn diary(
    pass: May<ReadDiary>,
    State(house): State<House>,
    axum::extract::Query(query): axum::extract::Query<DiaryQuery>,
) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let body = store::body(&mut read, *pass.id()).await?;
    let today = house.today();
    let (mut ahead, mut open, mut past) = (Vec::new(), Vec::new(), Vec::new());
    for meeting in store::meetings_of_body(&mut read, body.id, None, None).await? {
        match meeting.state {
            MeetingState::Open => open.push(meeting),
            MeetingState::Closed => past.push(meeting),
            MeetingState::Cancelled if meeting.day < today => past.push(meeting),
            // A past day that nobody wrote up waits at the top: it is the commonest job.
            _ if meeting.day < today => open.push(meeting),
            _ => ahead.push(meeting),
        }
    }
    past.reverse();
    let more = query.all.is_none() && past.len() > PAST;
    if more {
        past.truncate(PAST);
    }
    let frame = super::frame_of_body(&body, web::words("diary-title", &[]));
    let page = Diary { slug: body.slug.clone(), body: body.name.clone(), may_plan: pass.capacity() == "secretary", ahead, open, past, more };
    Ok(web::page(pass.who(), frame, &page))
}

/// What the form of planning holds: days by a pattern, or a list of them.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct PlanFields {
    how: String,
    year: String,
    first_month: String,
    every: String,
    which: String,
    weekday: String,
    days: String,
    starts_at: String,
    ends_at: String,
    place: String,
    joining_link: String,
    access_note: String,
    kind: String,
    confirmed: String,
}

#[derive(Serialize)]
struct PlanPage {
    slug: String,
    form: FormView,
    /// The days that were worked out, when the form is shown again to be confirmed.
    days: Vec<Day>,
    months: Vec<i8>,
    occurrences: Vec<&'static str>,
    weekdays: Vec<&'static str>,
    kinds: Vec<&'static str>,
}

impl PlanPage {
    fn new(slug: &str, form: FormView, days: Vec<Day>) -> Self {
        Self {
            slug: slug.to_owned(),
            form,
            days,
            months: (1..=12).collect(),
            occurrences: Occurrence::ALL.iter().map(|word| word.word()).collect(),
            weekdays: WEEKDAYS.iter().map(|(word, _)| *word).collect(),
            kinds: MeetingKind::ALL.iter().map(|word| word.word()).collect(),
        }
    }
}

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
];

impl web::Page for PlanPage {
    const TEMPLATE: &'static str = "meetings/plan.html";
    fn sample() -> Self {
        let days = vec![sample::meeting(MeetingState::Planned).day];
        let form = FormView::default().with("how", "list").noting(Finding::warn("meeting-day-past").at("days").with("day", days[0]).into());
        Self::new("wealdshire-executive", form, days)
    }
}
web::page!(PlanPage);

pub(super) async fn plan_form(pass: May<PlanMeetings>, State(house): State<House>) -> Result<Response, Problem> {
    let body = store::body(&mut house.read().await?, *pass.id()).await?;
    let year = house.today().year() + i16::from(house.today().month() > 9);
    let form = FormView::new(&house)
        .with("how", "pattern")
        .with("year", year)
        .with("first_month", 1)
        .with("every", 3)
        .with("which", "third")
        .with("weekday", "thursday")
        .with("kind", "ordinary");
    let frame =
        super::frame_of_body(&body, web::words("plan-title", &[])).under(web::words("diary-title", &[]), format!("/bodies/{}/meetings", body.slug));
    Ok(web::page(pass.who(), frame, &PlanPage::new(&body.slug, form, Vec::new())))
}

pub(super) async fn plan(pass: May<PlanMeetings>, State(house): State<House>, form: Form<PlanFields>) -> Result<Response, Problem> {
    let body = store::body(&mut house.read().await?, *pass.id()).await?;
    let frame =
        super::frame_of_body(&body, web::words("plan-title", &[])).under(web::words("diary-title", &[]), format!("/bodies/{}/meetings", body.slug));
    // Back from the days that were worked out: everything typed comes with it.
    if form.value.confirmed == "change" {
        return Ok(web::page(pass.who(), frame, &PlanPage::new(&body.slug, form.refused(Findings::none()), Vec::new())));
    }
    let (plan, mut findings) = read_plan(&form.value, house.today());
    if !findings.refuses() {
        findings.extend(acts::look_at(&house, &mut house.read().await?, body.id, &plan).await?);
    }
    if findings.refuses() {
        return Ok(web::again(pass.who(), frame, &PlanPage::new(&body.slug, form.refused(findings), Vec::new())));
    }
    // The days are shown before they are fixed, with whatever is worth a look.
    if form.value.confirmed != "yes" {
        let view = form.refused(findings).with("confirmed", "");
        return Ok(web::page(pass.who(), frame, &PlanPage::new(&body.slug, view, plan.days)));
    }
    let pass = pass.with_key(Some(form.key));
    match form.outcome(acts::plan(&house, &pass, &plan).await)? {
        Ok(_) => Ok(web::go(format!("/bodies/{}/meetings", body.slug))),
        Err(view) => Ok(web::again(pass.who(), frame, &PlanPage::new(&body.slug, view, Vec::new()))),
    }
}

fn read_plan(fields: &PlanFields, today: Day) -> (Plan, Findings) {
    let mut findings = Findings::none();
    let days = if fields.how == "list" { listed(&fields.days, &mut findings) } else { by_pattern(fields, &mut findings) };
    let kind = MeetingKind::parse(&fields.kind).unwrap_or(MeetingKind::Ordinary);
    let arrangements = super::arrange::read_arrangements(
        &fields.starts_at,
        &fields.ends_at,
        &fields.place,
        &fields.joining_link,
        &fields.access_note,
        &mut findings,
    );
    (Plan { kind, ..Plan::ordinary(days, arrangements, today) }, findings)
}

fn listed(typed: &str, findings: &mut Findings) -> Vec<Day> {
    let lines = typed.lines().map(str::trim).filter(|line| !line.is_empty());
    let days: Vec<Day> = lines.take(60).filter_map(|line| web::note(findings, web::parse_day("days", line))).collect();
    findings.push_if(days.is_empty() && !findings.refuses(), || Finding::refuse("meeting-days-missing").at("days"));
    days
}

fn by_pattern(fields: &PlanFields, findings: &mut Findings) -> Vec<Day> {
    let number = |name: &str, typed: &str, from: i16, until: i16, findings: &mut Findings| {
        let read = typed.trim().parse::<i16>().ok().filter(|n| (from..=until).contains(n));
        findings.push_if(read.is_none(), || Finding::refuse("number-between").at(name).with("from", from).with("until", until));
        read
    };
    let year = number("year", &fields.year, 2000, 2100, findings);
    let first = number("first_month", &fields.first_month, 1, 12, findings);
    let every = number("every", &fields.every, 1, 12, findings);
    let which = Occurrence::parse(&fields.which);
    findings.push_if(which.is_none(), || Finding::refuse("choice-missing").at("which"));
    let weekday = WEEKDAYS.iter().find(|(word, _)| *word == fields.weekday).map(|(_, day)| *day);
    findings.push_if(weekday.is_none(), || Finding::refuse("choice-missing").at("weekday"));
    let (Some(year), Some(first), Some(every), Some(which), Some(weekday)) = (year, first, every, which, weekday) else { return Vec::new() };
    let small = |n: i16| i8::try_from(n).unwrap_or(1);
    Pattern { first_month: small(first), every: small(every), which, weekday }.days(year)
}
