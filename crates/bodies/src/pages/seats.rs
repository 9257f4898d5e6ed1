//! The seats of a body as at any date: added, changed, ended.

use access::{House, May, Problem};
use axum::extract::{Path, Query, State};
use axum::response::Response;
use kernel::{Day, Error, Findings, SeatId};
use people::choose::{self, Choosing, OrganisationFields};
use serde::{Deserialize, Serialize};
use web::{Form, FormView};

use super::Choice;
use crate::model::{Body, NewSeat, Sector, Sitting};
use crate::rights::ManageBody;
use crate::{acts, store};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct AsAt {
    #[serde(rename = "as-at")]
    as_at: String,
}

#[derive(Serialize)]
struct SeatsPage {
    form: FormView,
    body: Body,
    day: Day,
    today: bool,
    seats: Vec<Sitting>,
    held: usize,
    vacant: usize,
}

pub(crate) fn sample_seat() -> Sitting {
    use crate::model::{Appointed, Role, SeatClass};
    let person = |n: u128, name: &str, role| Appointed {
        id: uuid::Uuid::from_u128(n).into(),
        person: uuid::Uuid::from_u128(n).into(),
        name: name.to_owned(),
        role,
        post: Some("Leader".to_owned()),
        organisation_name: None,
        starts_on: Some(jiff::civil::date(2026, 4, 1)),
        ends_on: None,
        term_ends_on: Some(jiff::civil::date(2027, 3, 31)),
        ending: None,
        note: Some("new".to_owned()),
    };
    Sitting {
        seat: uuid::Uuid::from_u128(1).into(),
        position: 1,
        label: "Leader, Wealdshire County Council".to_owned(),
        class: SeatClass::Voting,
        sector: Some("Public".to_owned()),
        sector_ours: true,
        organisation: Some(uuid::Uuid::from_u128(5).into()),
        organisation_name: Some("Wealdshire County Council".to_owned()),
        organisation_ended_on: Some(jiff::civil::date(2026, 10, 1)),
        nominating_group: None,
        ex_officio_post: Some("Leader".to_owned()),
        note: Some("to be advised".to_owned()),
        starts_on: None,
        ends_on: None,
        holders_not_recorded: false,
        people: vec![person(1, "Maud Penhaligon-Featherstonehaugh", Role::Holder), person(2, "Wilf Tregarthen", Role::Substitute)],
        version: 1,
    }
}

impl web::Page for SeatsPage {
    const TEMPLATE: &'static str = "bodies/seats.html";
    fn sample() -> Self {
        let vacant = Sitting { people: Vec::new(), ..sample_seat() };
        Self {
            form: FormView::default(),
            body: super::structure::sample_body(),
            day: jiff::civil::date(2027, 1, 18),
            today: false,
            seats: vec![sample_seat(), vacant],
            held: 1,
            vacant: 1,
        }
    }
}
web::page!(SeatsPage);

pub(crate) async fn list(pass: May<ManageBody>, State(house): State<House>, Query(asked): Query<AsAt>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let mut findings = Findings::none();
    let typed = web::note(&mut findings, web::parse_day_if_any("as-at", &asked.as_at)).flatten();
    let day = typed.unwrap_or_else(|| house.today());
    let body = store::body(&mut read, *pass.id()).await?;
    let seats = store::membership(&mut read, body.id, day).await?;
    let frame = super::frame(&mut read, &body, web::words("seats-title", &[])).await?;
    let vacant = seats.iter().filter(|seat| seat.is_vacant()).count();
    let held = seats.iter().filter(|seat| seat.holder().is_some()).count();
    let form = FormView::new(&house).with("as-at", &asked.as_at).noting(findings);
    let page = SeatsPage { form, body, day, today: typed.is_none_or(|day| day == house.today()), held, vacant, seats };
    Ok(web::page(pass.who(), frame, &page))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct SeatFields {
    label: String,
    class: String,
    sector: String,
    sector_ours: String,
    #[serde(flatten)]
    organisation: OrganisationFields,
    nominating_group: String,
    ex_officio_post: String,
    starts_on: String,
    note: String,
    holders_not_recorded: String,
}

#[derive(Serialize)]
struct SeatPage {
    form: FormView,
    body: Body,
    seat: Option<Sitting>,
    classes: Vec<Choice>,
    sectors: Vec<Choice>,
    choosing: Choosing,
    today: Day,
    /// Holders who sit in another seat of the body as well: name and that seat.
    elsewhere: Vec<(String, String)>,
}

impl web::Page for SeatPage {
    const TEMPLATE: &'static str = "bodies/seat.html";
    fn sample() -> Self {
        Self {
            form: FormView::default(),
            body: super::structure::sample_body(),
            seat: Some(sample_seat()),
            classes: super::choices::<crate::model::SeatClass>("seat-class"),
            sectors: vec![Choice::new("1", "Public")],
            choosing: Choosing::sample(),
            today: jiff::civil::date(2027, 1, 18),
            elsewhere: vec![("Maud Penhaligon".to_owned(), "Chair, Forum of Faiths".to_owned())],
        }
    }
}
web::page!(SeatPage);

async fn page(house: &House, pass: &May<ManageBody>, seat: Option<SeatId>, refused: Option<(FormView, Choosing)>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let body = store::body(&mut read, *pass.id()).await?;
    let sectors: Vec<Sector> = store::sectors(&mut read, body.partnership).await?;
    let sitting = match seat {
        None => None,
        Some(id) => Some(store::seat(&mut read, id).await.and_then(|(of, sitting)| if of == body.id { Ok(sitting) } else { Err(Error::NotFound) })?),
    };
    let elsewhere = match &sitting {
        None => Vec::new(),
        Some(one) => {
            let all = store::membership(&mut read, body.id, house.today()).await?;
            let here = all.iter().find(|seat| seat.seat == one.seat).and_then(Sitting::holder);
            let others = all.iter().filter(|seat| seat.seat != one.seat && seat.holder().map(|h| h.person) == here.map(|h| h.person));
            here.map_or_else(Vec::new, |here| others.map(|seat| (here.name.clone(), seat.label.clone())).collect())
        }
    };
    let title = sitting.as_ref().map_or_else(|| web::words("seat-add-title", &[]), |sitting| sitting.label.clone());
    let frame = super::frame(&mut read, &body, title).await?.under(web::words("seats-title", &[]), format!("/bodies/{}/manage/seats", body.slug));
    let frame = match seat {
        Some(seat) => frame.history(pass.capacity(), format!("/history/{seat}")),
        None => frame,
    };
    let again = refused.is_some();
    let overtaken = refused.as_ref().is_some_and(|(form, _)| form.is_overtaken());
    let (form, choosing) = refused.unwrap_or_else(|| (filled(house, sitting.as_ref(), &sectors), Choosing::default()));
    let page = SeatPage {
        form,
        body,
        seat: sitting,
        classes: super::choices::<crate::model::SeatClass>("seat-class"),
        sectors: sectors.iter().map(|sector| Choice::new(sector.id, &sector.name)).collect(),
        choosing,
        today: house.today(),
        elsewhere,
    };
    Ok(if again { web::once_more(pass.who(), frame, &page, overtaken) } else { web::page(pass.who(), frame, &page) })
}

fn filled(house: &House, seat: Option<&Sitting>, sectors: &[Sector]) -> FormView {
    let Some(seat) = seat else { return FormView::new(house).with("class", "voting") };
    let sector = seat.sector.as_ref().and_then(|name| sectors.iter().find(|sector| &sector.name == name)).map(|sector| sector.id.to_string());
    FormView::new(house)
        .at_version(seat.version)
        .with("label", &seat.label)
        .with("class", seat.class)
        .with("sector", sector.unwrap_or_default())
        .with("organisation", seat.organisation_name.as_deref().unwrap_or_default())
        .with("nominating_group", seat.nominating_group.as_deref().unwrap_or_default())
        .with("ex_officio_post", seat.ex_officio_post.as_deref().unwrap_or_default())
        .with("note", seat.note.as_deref().unwrap_or_default())
        .with_tick("sector_ours", seat.sector_ours)
        .with_tick("holders_not_recorded", seat.holders_not_recorded)
}

pub(crate) async fn new(pass: May<ManageBody>, State(house): State<House>) -> Result<Response, Problem> {
    page(&house, &pass, None, None).await
}

pub(crate) async fn one(pass: May<ManageBody>, State(house): State<House>, Path((_, seat)): Path<(String, SeatId)>) -> Result<Response, Problem> {
    page(&house, &pass, Some(seat), None).await
}

/// What was typed, with the organisation recorded if it is new; or the form to show again.
async fn read_seat(house: &House, pass: &May<ManageBody>, form: &Form<SeatFields>) -> Result<Result<NewSeat, (FormView, Choosing)>, Problem> {
    let fields = &form.value;
    let mut findings = Findings::none();
    let label = web::note(&mut findings, web::parse_line("label", &fields.label, people::rules::LONGEST_NAME));
    let class = web::note(&mut findings, web::parse_word("class", &fields.class));
    let sector = web::note(&mut findings, web::parse_id_if_any("sector", &fields.sector)).flatten();
    let group = web::note(&mut findings, web::parse_line_if_any("nominating_group", &fields.nominating_group, 200)).flatten();
    let post = web::note(&mut findings, web::parse_line_if_any("ex_officio_post", &fields.ex_officio_post, 200)).flatten();
    let starts_on = web::note(&mut findings, web::parse_day_if_any("starts_on", &fields.starts_on)).flatten();
    let note = web::note(&mut findings, web::parse_line_if_any("note", &fields.note, 500)).flatten();
    let mut read = house.read().await?;
    let (organisation, choosing) = choose::organisation(&mut read, &mut findings, &fields.organisation).await?;
    if let Some(sector) = sector {
        let known = store::sectors(&mut read, pass.partnership()).await?;
        findings.push_if(!known.iter().any(|one| one.id == sector), || {
            kernel::Finding::refuse("choice-unknown").at("sector").with("typed", &fields.sector)
        });
    }
    drop(read);
    let (Some(label), Some(class), false) = (label, class, findings.refuses()) else { return Ok(Err((form.refused(findings), choosing))) };
    let organisation = super::recorded_organisation(house, pass, organisation).await?;
    Ok(Ok(NewSeat {
        label,
        class,
        sector,
        sector_ours: fields.sector_ours == "yes",
        organisation,
        nominating_group: group,
        ex_officio_post: post,
        starts_on,
        note,
        holders_not_recorded: fields.holders_not_recorded == "yes",
    }))
}

pub(crate) async fn add(
    pass: May<ManageBody>,
    State(house): State<House>,
    Path(slug): Path<String>,
    form: Form<SeatFields>,
) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let new = match read_seat(&house, &pass, &form).await? {
        Ok(new) => new,
        Err(refused) => return page(&house, &pass, None, Some(refused)).await,
    };
    match form.outcome(acts::add_seat(&house, &pass, new).await)? {
        Ok(seat) => Ok(web::go(format!("/bodies/{slug}/manage/seats/{seat}/appoint"))),
        Err(refused) => page(&house, &pass, None, Some((refused, Choosing::default()))).await,
    }
}

pub(crate) async fn change(
    pass: May<ManageBody>,
    State(house): State<House>,
    Path((slug, seat)): Path<(String, SeatId)>,
    form: Form<SeatFields>,
) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let new = match read_seat(&house, &pass, &form).await? {
        Ok(new) => new,
        Err(refused) => return page(&house, &pass, Some(seat), Some(refused)).await,
    };
    let done = match acts::change_seat(&house, &pass, seat, new, form.version).await {
        Err(Error::Conflict(conflict)) => {
            let mut read = house.read().await?;
            let (_, sitting) = store::seat(&mut read, seat).await?;
            let sectors = store::sectors(&mut read, pass.partnership()).await?;
            drop(read);
            let view = form.overtaken(&house, conflict, seat.0, filled(&house, Some(&sitting), &sectors)).await?;
            return page(&house, &pass, Some(seat), Some((view, Choosing::default()))).await;
        }
        done => form.outcome(done)?,
    };
    match done {
        Ok(()) => Ok(web::go(format!("/bodies/{slug}/manage/seats"))),
        Err(refused) => page(&house, &pass, Some(seat), Some((refused, Choosing::default()))).await,
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct EndFields {
    ends_on: String,
}

#[derive(Serialize)]
struct EndSeatPage {
    form: FormView,
    body: Body,
    seat: Sitting,
    names: Vec<String>,
}

impl web::Page for EndSeatPage {
    const TEMPLATE: &'static str = "bodies/seat-end.html";
    fn sample() -> Self {
        Self { form: FormView::default(), body: super::structure::sample_body(), seat: sample_seat(), names: vec!["Maud Penhaligon".to_owned()] }
    }
}
web::page!(EndSeatPage);

async fn end_page(house: &House, pass: &May<ManageBody>, seat: SeatId, refused: Option<FormView>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let body = store::body(&mut read, *pass.id()).await?;
    let (of, seat) = store::seat(&mut read, seat).await?;
    if of != body.id {
        return Err(Error::NotFound.into());
    }
    let frame = super::frame(&mut read, &body, web::words("seat-end-title", &[("seat", &seat.label)]))
        .await?
        .under(web::words("seats-title", &[]), format!("/bodies/{}/manage/seats", body.slug));
    let names = seat.people.iter().filter(|person| person.ends_on.is_none()).map(|person| person.name.clone()).collect();
    let again = refused.is_some();
    let form = refused.unwrap_or_else(|| FormView::new(house).with_day("ends_on", Some(house.today())));
    let page = EndSeatPage { form, body, seat, names };
    Ok(if again { web::again(pass.who(), frame, &page) } else { web::page(pass.who(), frame, &page) })
}

pub(crate) async fn ending(pass: May<ManageBody>, State(house): State<House>, Path((_, seat)): Path<(String, SeatId)>) -> Result<Response, Problem> {
    end_page(&house, &pass, seat, None).await
}

pub(crate) async fn end(
    pass: May<ManageBody>,
    State(house): State<House>,
    Path((slug, seat)): Path<(String, SeatId)>,
    form: Form<EndFields>,
) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let on = match web::parse_day("ends_on", &form.value.ends_on) {
        Ok(on) => on,
        Err(finding) => return end_page(&house, &pass, seat, Some(form.refused(finding.into()))).await,
    };
    match form.outcome(acts::end_seat(&house, &pass, seat, on).await)? {
        Ok(()) => Ok(web::go(format!("/bodies/{slug}/manage/seats"))),
        Err(refused) => end_page(&house, &pass, seat, Some(refused)).await,
    }
}
