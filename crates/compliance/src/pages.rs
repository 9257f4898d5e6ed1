//! A body's standing to its terms, on screen.

use access::{House, May, Problem, Published, Visible};
use axum::extract::{Query, State};
use axum::response::Response;
use bodies::model::DocumentClass;
use charter::State as Stands;
use kernel::{Day, Error, Findings};
use serde::{Deserialize, Serialize};
use terms::Scope;
use web::{Brand, FormView, Frame};

use crate::model::{Judged, Standing};
use crate::public;
use crate::rights::SeeStanding;

/// A verdict with the way its lamp shows it.
#[derive(Debug, Clone, Serialize)]
struct Line {
    lamp: &'static str,
    #[serde(flatten)]
    judged: Judged,
}

#[derive(Debug, Clone, Serialize)]
struct Lists {
    title: String,
    terms: &'static str,
    lists: Vec<(&'static str, Vec<Line>)>,
}

impl Lists {
    fn of(standing: &Standing) -> Self {
        let lines = |list: &[Judged]| list.iter().map(|judged| Line { lamp: judged.lamp(), judged: judged.clone() }).collect::<Vec<_>>();
        let lists = [("against", &standing.against), ("unknown", &standing.unknown), ("open", &standing.open), ("met", &standing.met)];
        Self { title: standing.title.clone(), terms: standing.terms, lists: lists.map(|(name, list)| (name, lines(list))).into() }
    }
}

#[derive(Serialize)]
struct StandingPage {
    form: FormView,
    slug: String,
    body: String,
    as_at: Day,
    lists: Option<Lists>,
    outward: bool,
}

impl web::Page for StandingPage {
    const TEMPLATE: &'static str = "compliance/standing.html";
    fn sample() -> Self {
        let judged = |state| Judged {
            state,
            sentence: "the chair is Paul Carter; the terms give the chair to the Chief Executive of Kent County Council (4.9)".to_owned(),
            clause: Some("4.9".to_owned()),
            anchor: Some("clause-4.9".to_owned()),
            because: vec!["Paul Carter holds the chair".to_owned()],
            missing: vec!["sectors".to_owned()],
        };
        let standing = Standing {
            title: "Terms of reference".to_owned(),
            terms: "draft",
            against: vec![judged(Stands::Breached), judged(Stands::Late)],
            unknown: vec![judged(Stands::CannotTell), judged(Stands::NoneGiven)],
            open: vec![judged(Stands::Due), judged(Stands::Expected)],
            met: vec![judged(Stands::Met), judged(Stands::Excused)],
        };
        Self {
            form: FormView::default().with("as-at", "27 February 2008"),
            slug: "wealdshire-board".to_owned(),
            body: "Wealdshire Partnership board".to_owned(),
            as_at: Day::constant(2008, 2, 27),
            lists: Some(Lists::of(&standing)),
            outward: true,
        }
    }
}
web::page!(StandingPage);

/// As at which day.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct AsAt {
    #[serde(rename = "as-at")]
    as_at: String,
}

pub(crate) async fn standing(pass: May<SeeStanding>, State(house): State<House>, Query(asked): Query<AsAt>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let head = bodies::store::head(&mut read, *pass.id()).await?;
    let (body, partnership) = (&head.body, &head.partnership);
    let mut findings = Findings::none();
    let as_at = web::note(&mut findings, web::parse_day_if_any("as-at", &asked.as_at)).flatten().unwrap_or(house.today());
    let outward = matches!(pass.capacity(), "public" | "partner");
    let lists = if outward {
        match terms::newest(&mut read, body.id, as_at).await? {
            None => None,
            Some(found) => {
                let record = terms::record(&mut read, Scope::body(body.id, as_at)).await?;
                let judged = Standing::judged(&found, &public::outward(record), as_at);
                if pass.capacity() == "public" {
                    let (charter, membership) = (head.audience(DocumentClass::Charter), head.audience(DocumentClass::Membership));
                    let cleared: Published<Standing> = public::published(judged, charter, membership).ok_or(Error::NotFound)?;
                    Some(Lists::of(cleared.get()))
                } else {
                    Some(Lists::of(Visible::under(&pass, judged).get()))
                }
            }
        }
    } else {
        crate::model::standing(&mut read, body.id, as_at).await?.map(|judged| Lists::of(Visible::under(&pass, judged).get()))
    };
    let form =
        FormView::default().with("as-at", if asked.as_at.is_empty() { web::spelling::day(as_at) } else { asked.as_at.clone() }).noting(findings);
    let home = format!("/partnerships/{}", partnership.slug);
    let frame = Frame::titled(web::words("compliance-title", &[]))
        .caption(&body.name)
        .of(Brand { name: partnership.name.clone(), href: home.clone(), theme: partnership.colour.as_deref().and_then(web::theme) })
        .under(&partnership.name, home)
        .under(&body.name, format!("/bodies/{}", body.slug));
    let frame = if partnership.noindex { frame.noindex() } else { frame };
    let refused = form.refuses();
    let page = StandingPage { form, slug: body.slug.clone(), body: body.name.clone(), as_at, lists, outward };
    Ok(if refused { web::again(pass.who(), frame, &page) } else { web::page(pass.who(), frame, &page) })
}
