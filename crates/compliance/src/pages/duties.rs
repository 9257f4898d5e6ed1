//! Calendars of duties on screen and for calendar programs: of a body, of a partnership, of a person.

use ::store::Read;
use access::{ByLink, House, May, Problem, Published, Visible, link_of, link_path};
use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use bodies::model::{Audience, DocumentClass};
use bodies::store::Head;
use http::header;
use kernel::{Day, Error, Finding, PersonId};
use serde::{Deserialize, Serialize};
use web::{Form, FormView, Frame};

use super::{framed, framed_by};
use crate::duties::{self, Calendar, DutyLine, NearLine};
use crate::rights::{ReadDuties, SeeAllDuties, SeeStanding};
use crate::{acts, feed};

/// What is late, what is to come and what was done, as the list of duties wants them.
#[derive(Debug, Clone, Default, Serialize)]
struct Lists {
    late: Vec<Line>,
    ahead: Vec<Line>,
    done: Vec<Line>,
    near: Vec<NearLine>,
}

#[derive(Debug, Clone, Serialize)]
struct Line {
    due: Day,
    text: String,
    href: String,
    who: String,
    clause: String,
    clause_href: String,
    late: bool,
    today: bool,
    letter: Option<Day>,
    done: Option<Day>,
}

/// How many duties done are shown, the latest first.
const DONE: usize = 20;

impl Lists {
    /// `named`: with the body's name, where the page is of several. `opens`: duties lead to their meetings.
    fn of(calendar: &Calendar, named: bool, opens: bool) -> Self {
        let mut lists = Self { near: calendar.near.clone(), ..Self::default() };
        for duty in &calendar.duties {
            let line = Line::of(duty, named, opens);
            match (duty.late, duty.done) {
                (true, _) => lists.late.push(line),
                (_, Some(_)) => lists.done.push(line),
                _ => lists.ahead.push(line),
            }
        }
        lists.done.sort_by_key(|line| std::cmp::Reverse(line.done));
        lists.done.truncate(DONE);
        lists
    }
}

impl Line {
    fn of(duty: &DutyLine, named: bool, opens: bool) -> Self {
        let parts = [named.then(|| duty.body_name.clone()), duty.who.clone(), duty.counted.clone()];
        let href = match (&duty.meeting, opens) {
            (Some(meeting), true) => format!("/meetings/{meeting}/prepare"),
            _ => String::new(),
        };
        Self {
            due: duty.by,
            text: duty.sentence.clone(),
            href,
            who: parts.into_iter().flatten().collect::<Vec<_>>().join(" · "),
            clause: duty.clause.clone(),
            clause_href: duty.clause_href.clone(),
            late: duty.late,
            today: duty.today,
            letter: (duty.letter != duty.by).then_some(duty.letter),
            done: duty.done,
        }
    }
}

fn sample() -> Lists {
    let day = Day::constant(2027, 1, 18);
    let line = |late| Line {
        due: day,
        text: "the papers for the meeting of 25 January 2027 are sent by 18 January 2027, by the secretary (4.12)".to_owned(),
        href: "/meetings/1/prepare".to_owned(),
        who: "Wealdshire Partnership Board · the secretary".to_owned(),
        clause: "4.12".to_owned(),
        clause_href: "/bodies/board/charter#clause-4.12".to_owned(),
        late,
        today: !late,
        letter: Some(day),
        done: Some(day),
    };
    Lists { late: vec![line(true)], ahead: vec![line(false)], done: vec![line(false)], near: NearLine::sample() }
}

#[derive(Serialize)]
struct DutiesPage {
    lists: Lists,
    terms: bool,
    /// Whose: `body`, `partnership`.
    of: &'static str,
    slug: String,
    feed: Option<String>,
}

impl web::Page for DutiesPage {
    const TEMPLATE: &'static str = "compliance/duties.html";
    fn sample() -> Self {
        Self {
            lists: sample(),
            terms: true,
            of: "body",
            slug: "board".to_owned(),
            feed: Some("https://example.org/bodies/board/duties.ics".to_owned()),
        }
    }
}
web::page!(DutiesPage);

/// Whether everybody may read a body's duties: its terms, its members and the days of its meetings are open.
fn open_to_all(head: &Head) -> bool {
    [DocumentClass::Charter, DocumentClass::Membership, DocumentClass::Agenda].into_iter().all(|class| head.audience(class) == Audience::Public)
}

pub(crate) async fn of_body(pass: May<SeeStanding>, State(house): State<House>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let head = bodies::store::head(&mut read, *pass.id()).await?;
    let outward = matches!(pass.capacity(), "public" | "partner");
    let open = open_to_all(&head);
    if pass.capacity() == "public" && !open {
        return Err(Error::NotFound.into());
    }
    let calendar = duties::of_body(&mut read, head.body.id, house.today(), outward).await?;
    let lists = if pass.capacity() == "public" {
        crate::public::open(Lists::of(&calendar, false, false)).into_inner()
    } else {
        Visible::under(&pass, Lists::of(&calendar, false, !outward)).get().clone()
    };
    let page = DutiesPage {
        terms: !calendar.duties.is_empty(),
        lists,
        of: "body",
        feed: open.then(|| format!("{}/bodies/{}/duties.ics", house.settings.address, head.body.slug)),
        slug: head.body.slug.clone(),
    };
    Ok(web::page(pass.who(), framed(&head, web::words("duties-title", &[])), &page))
}

pub(crate) async fn feed_of_body(pass: May<SeeStanding>, State(house): State<House>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let head = bodies::store::head(&mut read, *pass.id()).await?;
    // A calendar program brings no session: the feed holds what everybody may read, whoever asks.
    if !open_to_all(&head) {
        return Err(Error::NotFound.into());
    }
    let calendar = duties::of_body(&mut read, head.body.id, house.today(), true).await?;
    let name = web::words("duties-feed-of", &[("name", &head.body.name)]);
    let text: Published<String> = crate::public::open(feed::feed(&name, &calendar, &house.settings.address, house.now(), true));
    Ok(sent(text.into_inner()))
}

fn sent(text: String) -> Response {
    ([(header::CONTENT_TYPE, "text/calendar; charset=utf-8"), (header::CACHE_CONTROL, "no-cache")], text).into_response()
}

pub(crate) async fn of_partnership(pass: May<SeeAllDuties>, State(house): State<House>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let partnership = bodies::store::partnership(&mut read, *pass.id()).await?;
    let calendar = duties::of_partnership(&mut read, partnership.id, house.today()).await?;
    let lists = Visible::under(&pass, Lists::of(&calendar, true, true)).get().clone();
    let page = DutiesPage { terms: !calendar.duties.is_empty(), lists, of: "partnership", slug: partnership.slug.clone(), feed: None };
    Ok(web::page(pass.who(), framed_by(&partnership, web::words("duties-title", &[])), &page))
}

#[derive(Serialize)]
struct MinePage {
    form: FormView,
    lists: Lists,
    person: PersonId,
    /// The address of the feed, where there is one.
    feed: Option<String>,
}

impl web::Page for MinePage {
    const TEMPLATE: &'static str = "compliance/mine.html";
    fn sample() -> Self {
        Self {
            form: FormView::default(),
            lists: sample(),
            person: uuid::Uuid::nil().into(),
            feed: Some("https://example.org/duties-feed/0.0".to_owned()),
        }
    }
}
web::page!(MinePage);

async fn feed_address(read: &mut Read, house: &House, person: PersonId) -> kernel::Result<Option<String>> {
    let made = link_of::<ReadDuties>(read, person, person.0, house.now()).await?;
    made.map(|link| Ok(format!("{}/duties-feed/{}", house.settings.address, link_path(&house.settings.secret, link)?))).transpose()
}

pub(crate) async fn of_person(pass: May<ReadDuties>, State(house): State<House>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let (person, today) = (*pass.id(), house.today());
    let calendar = duties::of_person(&mut read, person, today).await?;
    let page = MinePage {
        form: FormView::new(&house),
        lists: Visible::under(&pass, Lists::of(&calendar, true, true)).get().clone(),
        person,
        feed: feed_address(&mut read, &house, person).await?,
    };
    let frame = Frame::titled(web::words("duties-mine-title", &[])).under(web::words("desk-title", &[]), "/desk").noindex();
    Ok(web::page(pass.who(), frame, &page))
}

/// A button with nothing to fill in: what it wants.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Button {
    wanted: String,
}

impl Button {
    /// Refused where a form does not say what it wants.
    fn wants(&self, one_of: &[&str]) -> Result<(), Error> {
        if one_of.contains(&self.wanted.as_str()) { Ok(()) } else { Err(Error::refuse(Finding::refuse("duties-unsaid"))) }
    }
}

pub(crate) async fn make_feed(pass: May<ReadDuties>, State(house): State<House>, form: Form<Button>) -> Result<Response, Problem> {
    form.value.wants(&["feed"])?;
    let pass = pass.with_key(Some(form.key));
    acts::make_feed(&house, &pass).await?;
    Ok(web::go(format!("/people/{}/duties", pass.id())))
}

pub(crate) async fn end_feed(pass: May<ReadDuties>, State(house): State<House>, form: Form<Button>) -> Result<Response, Problem> {
    form.value.wants(&["no-feed"])?;
    let pass = pass.with_key(Some(form.key));
    acts::end_feed(&house, &pass).await?;
    Ok(web::go(format!("/people/{}/duties", pass.id())))
}

pub(crate) async fn feed_of_person(pass: ByLink<ReadDuties>, State(house): State<House>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let calendar = duties::of_person(&mut read, *pass.id(), house.today()).await?;
    let name = web::words("duties-mine-title", &[]);
    Ok(sent(feed::feed(&name, &calendar, &house.settings.address, house.now(), false)))
}
