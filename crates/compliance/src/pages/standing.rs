//! A body's standing to its terms, on screen.

use access::{House, May, Problem, Published, Visible};
use axum::extract::{Query, State};
use axum::response::Response;
use bodies::model::DocumentClass;
use charter::State as Stands;
use kernel::{Day, Error, Findings};
use serde::{Deserialize, Serialize};
use terms::Scope;
use web::FormView;

use super::framed;

use crate::duties::NearLine;
use crate::model::{AskedRule, ClauseStanding, Evidence, Judged, Looks, Noted, Quiet, Standing};
use crate::public;
use crate::rights::SeeStanding;

/// A verdict with the way its lamp shows it.
#[derive(Debug, Clone, Serialize)]
struct Line {
    lamp: &'static str,
    #[serde(flatten)]
    judged: Judged,
}

impl Line {
    fn of(judged: &Judged) -> Self {
        Self { lamp: judged.lamp(), judged: judged.clone() }
    }
}

/// A clause with its lines.
#[derive(Debug, Clone, Serialize)]
struct Part {
    /// The headings that begin here.
    headings: Vec<String>,
    number: String,
    anchor: String,
    rules: Vec<AskedRule>,
    lines: Vec<Line>,
    /// Why there is none.
    quiet: Option<Quiet>,
    /// How many more there are.
    more: usize,
}

/// Verdicts that are shown of a kind under a clause before the rest has a page of its own; and of those against the terms at the top.
const FIRST: usize = 3;
const FIRST_AGAINST: usize = 10;

/// The newest so many of each lamp, what is against the terms first, and how many are left out.
fn newest(list: &[Judged], most: usize) -> (Vec<Line>, usize) {
    let mut sorted: Vec<&Judged> = list.iter().collect();
    sorted.sort_by_key(|one| (lamp_order(one), std::cmp::Reverse(one.last())));
    let mut shown: Vec<Line> = Vec::new();
    for one in sorted {
        if shown.iter().filter(|line| line.lamp == one.lamp()).count() < most {
            shown.push(Line::of(one));
        }
    }
    let more = list.len() - shown.len();
    (shown, more)
}

fn lamp_order(judged: &Judged) -> u8 {
    match judged.lamp() {
        "no" => 0,
        "unknown" => 1,
        _ => 2,
    }
}

#[derive(Debug, Clone, Serialize)]
struct Shown {
    title: String,
    terms: &'static str,
    /// How many verdicts there are of each kind: against, unknown, open, met.
    counts: Vec<(&'static str, usize)>,
    /// What is not as the terms ask, before everything else, the newest first.
    against: Vec<Line>,
    /// How many more of those there are.
    more_against: usize,
    parts: Vec<Part>,
    /// Verdicts that no clause carries: the terms say nothing.
    loose: Vec<Line>,
    statements: usize,
}

impl Shown {
    /// All clauses with what is newest of each, or one clause with everything.
    fn of(standing: &Standing, only: Option<&str>) -> Self {
        let all = [("against", &standing.against), ("unknown", &standing.unknown), ("open", &standing.open), ("met", &standing.met)];
        let mut above: &[String] = &[];
        let mut parts = Vec::new();
        let (against, more_against) = if only.is_some() { (Vec::new(), 0) } else { newest(&standing.against, FIRST_AGAINST) };
        for clause in standing.clauses.iter().filter(|clause| only.is_none_or(|only| only == clause.number)) {
            let (lines, more) = newest(&clause.judged, if only.is_some() { usize::MAX } else { FIRST });
            let same = above.iter().zip(&clause.heading).take_while(|(a, b)| a == b).count();
            above = &clause.heading;
            parts.push(Part {
                headings: clause.heading[same..].to_vec(),
                number: clause.number.clone(),
                anchor: clause.anchor.clone(),
                rules: clause.rules.clone(),
                quiet: clause.quiet.clone(),
                lines,
                more,
            });
        }
        let loose = if only.is_some() { &all[..0] } else { &all[..] };
        let loose = loose.iter().flat_map(|(_, list)| list.iter()).filter(|one| one.clause.is_none()).map(Line::of).collect();
        Self {
            title: standing.title.clone(),
            terms: standing.terms,
            counts: all.map(|(name, list)| (name, list.len())).into(),
            against,
            more_against,
            parts,
            loose,
            statements: if only.is_some() { 0 } else { standing.statements },
        }
    }
}

#[derive(Serialize)]
struct StandingPage {
    form: FormView,
    slug: String,
    body: String,
    as_at: Day,
    /// The one clause that is shown whole.
    only: Option<String>,
    shown: Option<Shown>,
    noted: Vec<Noted>,
    /// Who is about to come under a clause on absence: for those inside.
    near: Vec<NearLine>,
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
            evidence: vec![
                Evidence { what: "members", day: Day::constant(2008, 2, 27), href: "/bodies/wealdshire-board/members".to_owned() },
                Evidence { what: "meeting", day: Day::constant(2008, 1, 18), href: "/meetings/1".to_owned() },
            ],
        };
        let clause = |number: &str, judged: Vec<Judged>| ClauseStanding {
            number: number.to_owned(),
            anchor: terms::clause_anchor(number),
            heading: vec!["Meetings".to_owned()],
            rules: vec![AskedRule {
                words: "the chair is the Chief Executive of Kent County Council.".to_owned(),
                taken_from: Some(("Kent Partnership".to_owned(), "3.20".to_owned())),
            }],
            quiet: judged.is_empty().then_some(Quiet::CannotTell { missing: "interests" }),
            judged,
        };
        let standing = Standing {
            title: "Terms of reference".to_owned(),
            terms: "draft",
            against: vec![judged(Stands::Breached), judged(Stands::Late)],
            unknown: vec![judged(Stands::CannotTell), judged(Stands::NoneGiven)],
            open: vec![judged(Stands::Due), judged(Stands::Expected)],
            met: vec![judged(Stands::Met), judged(Stands::Excused)],
            clauses: vec![clause("4.9", vec![judged(Stands::Breached), judged(Stands::Met)]), clause("5.4 A", Vec::new())],
            statements: 3,
        };
        let mut shown = Shown { more_against: 4, ..Shown::of(&standing, None) };
        shown.parts.iter_mut().for_each(|part| part.more = 45);
        Self {
            form: FormView::default().with("as-at", "27 February 2008"),
            slug: "wealdshire-board".to_owned(),
            body: "Wealdshire Partnership board".to_owned(),
            as_at: Day::constant(2008, 2, 27),
            only: Some("4.9".to_owned()),
            shown: Some(shown),
            noted: vec![Noted {
                verdict: bodies::model::Verdict::CannotTell,
                words: "The list does not say which seats are the four.".to_owned(),
                clause: Some("3.6".to_owned()),
                anchor: Some("clause-3.6".to_owned()),
                source: Some("Terms of reference, 3.6".to_owned()),
            }],
            near: NearLine::sample(),
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
    clause: String,
}

pub(crate) async fn standing(pass: May<SeeStanding>, State(house): State<House>, Query(asked): Query<AsAt>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let head = bodies::store::head(&mut read, *pass.id()).await?;
    let body = &head.body;
    let mut findings = Findings::none();
    let as_at = web::note(&mut findings, web::parse_day_if_any("as-at", &asked.as_at)).flatten().unwrap_or(house.today());
    let outward = matches!(pass.capacity(), "public" | "partner");
    let looks = Looks { slug: &body.slug, outward };
    let only = Some(asked.clause.trim()).filter(|clause| !clause.is_empty());
    let mut near = Vec::new();
    let shown = match terms::newest(&mut read, body.id, as_at).await? {
        None => None,
        Some(found) => {
            let scope = Scope::body(body.id, as_at);
            let record = if outward {
                public::outward(terms::record(&mut read, scope.only(public::KINDS)).await?)
            } else {
                terms::record(&mut read, scope).await?
            };
            if !outward && only.is_none() {
                near = NearLine::all(&found.charter, &record, as_at, &body.name, &body.slug);
            }
            let judged = Standing::judged(&found, &record, as_at, looks);
            if pass.capacity() == "public" {
                let (charter, membership) = (head.audience(DocumentClass::Charter), head.audience(DocumentClass::Membership));
                let cleared: Published<Standing> = public::published(judged, charter, membership).ok_or(Error::NotFound)?;
                Some(Shown::of(cleared.get(), only))
            } else {
                Some(Shown::of(Visible::under(&pass, judged).get(), only))
            }
        }
    };
    let noted = crate::model::noted(&mut read, body.id).await?;
    let form =
        FormView::default().with("as-at", if asked.as_at.is_empty() { web::spelling::day(as_at) } else { asked.as_at.clone() }).noting(findings);
    let frame = framed(&head, web::words("compliance-title", &[]));
    let refused = form.refuses();
    if let (Some(_), Some(shown)) = (only, &shown)
        && shown.parts.is_empty()
    {
        return Err(Error::NotFound.into());
    }
    let only = only.map(str::to_owned);
    let page = StandingPage { form, slug: body.slug.clone(), body: body.name.clone(), as_at, only, shown, noted, near, outward };
    Ok(if refused { web::again(pass.who(), frame, &page) } else { web::page(pass.who(), frame, &page) })
}
