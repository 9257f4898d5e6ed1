//! A partnership: who we are, how its bodies hang together, when they meet next.

use access::{Act as _, House, May, Problem, Published};
use actions::rights::ReadRegister;
use axum::extract::{Query, State};
use axum::response::Response;
use bodies::model::{Body, BodyEnding, BodyKind, LinkKind};
use kernel::Day;
use serde::Serialize;
use web::{Chart, FormView, Frame, Link, Node};

use super::as_at::AsAt;
use super::{Can, branded};
use crate::public::{self, MeetingLine};
use crate::rights::SeePartnership;
use crate::store;

#[derive(Debug, Clone, Serialize)]
struct BodyLine {
    slug: String,
    name: String,
    kind: BodyKind,
    purpose: Option<String>,
    dissolved_on: Option<Day>,
    ending: Option<BodyEnding>,
}

#[derive(Debug, Clone, Serialize)]
struct NextLine {
    body: String,
    slug: String,
    meeting: MeetingLine,
}

#[derive(Serialize)]
struct PartnershipPage {
    /// The field for another day, when one is asked for.
    form: FormView,
    /// The day that was asked for.
    as_at: Option<Day>,
    /// Another day is asked for: the page shows the field.
    asks: bool,
    /// Its bodies as at today, for the address of the page as at another day.
    today: Day,
    /// What those who keep the record note of the partnership, line by line.
    note: Vec<String>,
    /// This reader may open the register of actions.
    actions: bool,
    about: Published<(Option<String>, Option<String>, Option<String>)>,
    source: Option<String>,
    slug: String,
    chart: Chart,
    bodies: Published<Vec<BodyLine>>,
    past: Published<Vec<BodyLine>>,
    next: Published<Vec<NextLine>>,
    can: Vec<Can>,
}

impl web::Page for PartnershipPage {
    const TEMPLATE: &'static str = "public/partnership.html";
    fn sample() -> Self {
        let line = |name: &str, kind| BodyLine {
            slug: "board".to_owned(),
            name: name.to_owned(),
            kind,
            purpose: Some("Leads the partnership.".to_owned()),
            dissolved_on: None,
            ending: None,
        };
        let bodies = vec![line("Wealdshire Partnership", BodyKind::Partnership), line("Safer Wealdshire working group", BodyKind::WorkingGroup)];
        let nodes = [("Wealdshire Partnership", "Partnership"), ("Safer Wealdshire", "Working group")].map(|(name, caption)| Node {
            name: name.to_owned(),
            caption: caption.to_owned(),
            href: "/bodies/board".to_owned(),
        });
        let next = NextLine { body: "Board".to_owned(), slug: "board".to_owned(), meeting: super::calendar::sample_line("planned") };
        Self {
            form: FormView::default().with("as-at", "18 January 2007"),
            as_at: Some(Day::constant(2007, 1, 18)),
            asks: true,
            today: Day::constant(2026, 11, 22),
            actions: true,
            about: public::common((
                Some("Councils, police and charities of Wealdshire.".to_owned()),
                Some("Wealdshire".to_owned()),
                Some("https://wealdshire.example".to_owned()),
            )),
            source: Some("Terms of reference, 2008".to_owned()),
            slug: "wealdshire".to_owned(),
            chart: Chart::of(&nodes, &[Link::Within(0, 1)]),
            past: public::common(vec![
                BodyLine {
                    dissolved_on: Some(Day::constant(2026, 1, 1)),
                    ending: Some(BodyEnding::Dissolved),
                    ..line("Task group", BodyKind::TaskGroup)
                },
                BodyLine { ending: Some(BodyEnding::Merged), ..line("Forum", BodyKind::Forum) },
            ]),
            note: vec!["Supported by the county council.".to_owned(), "It meets in public.".to_owned()],
            bodies: public::common(bodies),
            next: public::common(vec![next]),
            can: vec![Can { text: "Manage".to_owned(), href: "/partnerships/wealdshire/structure".to_owned() }],
        }
    }
}
web::page!(PartnershipPage);

fn line(body: &Body) -> BodyLine {
    BodyLine {
        slug: body.slug.clone(),
        name: body.name.clone(),
        kind: body.kind,
        purpose: body.purpose.clone(),
        dissolved_on: body.dissolved_on,
        ending: body.ending,
    }
}

pub(crate) async fn partnership(pass: May<SeePartnership>, State(house): State<House>, Query(asked): Query<AsAt>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let today = house.today();
    let asked = asked.read(today);
    let day = asked.day.unwrap_or(today);
    let partnership = bodies::store::partnership(&mut read, *pass.id()).await?;
    let (area, website) = bodies::store::partnership_reach(&mut read, partnership.id).await?;
    let bodies = bodies::store::bodies(&mut read, partnership.id).await?;
    let links = bodies::store::links(&mut read, partnership.id, day).await?;
    // What is announced is announced today.
    let next = if asked.day.is_none() { store::next_of_partnership(&mut read, partnership.id, today).await? } else { Vec::new() };
    let root = bodies.iter().find(|body| body.kind == BodyKind::Partnership).map(|body| body.id);
    let standing = match root {
        Some(root) if pass.person().is_some() => Some(bodies::rights::standing(&mut read, pass.who(), root).await?),
        _ => None,
    };
    // One that ended on a day nobody recorded is no longer there.
    let ended = |body: &Body| body.dissolved_on.map_or(body.ending.is_some(), |on| on <= day);
    let begun = |body: &Body| body.established_on.is_none_or(|on| on <= day);
    let (past, alive): (Vec<&Body>, Vec<&Body>) = bodies.iter().filter(|body| begun(body)).partition(|body| ended(body));
    let note = bodies.iter().find(|body| body.kind == BodyKind::Partnership).and_then(|body| body.note.as_deref()).unwrap_or_default();
    let node = |body: &&Body| Node {
        name: body.name.clone(),
        caption: web::words(&format!("body-kind-{}", body.kind), &[]),
        href: format!("/bodies/{}", body.slug),
    };
    let nodes: Vec<Node> = alive.iter().map(node).collect();
    let at = |id| alive.iter().position(|body| body.id == id);
    let within = |id| links.iter().any(|link| link.body == id && link.kind == LinkKind::Within);
    let drawn: Vec<Link> = links
        .iter()
        .filter_map(|link| {
            let (body, other) = (at(link.body)?, at(link.other)?);
            match link.kind {
                LinkKind::Within => Some(Link::Within(other, body)),
                LinkKind::WorksWith => Some(Link::WorksWith(body, other)),
                // A body that is within another already is drawn beneath it; to whom else it reports stands on its own page.
                LinkKind::ReportsTo if !within(link.body) => Some(Link::Within(other, body)),
                LinkKind::ReportsTo => None,
            }
        })
        .collect();
    let manages = standing.is_some_and(|standing| standing.secretary || standing.administrator);
    let can = if manages {
        let to = |key: &str, page: &str| Can { text: web::words(key, &[]), href: format!("/partnerships/{}/{page}", partnership.slug) };
        vec![to("can-structure", "structure"), to("can-duties", "duties")]
    } else {
        Vec::new()
    };
    let next = next.iter().map(|(row, body, slug)| NextLine { body: body.clone(), slug: slug.clone(), meeting: MeetingLine::of(row, |_| false) });
    let refused = asked.form.refuses();
    let actions = ReadRegister::judge(&mut read, pass.who(), &partnership.id).await?.is_yes();
    let page = PartnershipPage {
        actions,
        form: asked.form,
        as_at: asked.day,
        asks: asked.asked,
        today,
        note: note.lines().map(str::to_owned).collect(),
        about: public::common((partnership.about.clone(), area, website)),
        source: partnership.source.clone(),
        slug: partnership.slug.clone(),
        chart: Chart::of(&nodes, &drawn),
        bodies: public::common(alive.iter().map(|body| line(body)).collect()),
        past: public::common(past.iter().map(|body| line(body)).collect()),
        next: public::common(next.collect()),
        can,
    };
    let frame = branded(Frame::titled(&partnership.name), &partnership);
    Ok(if refused { web::again(pass.who(), frame, &page) } else { web::page(pass.who(), frame, &page) })
}
