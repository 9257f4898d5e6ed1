//! The draft clause by clause: each with its words, its rules as sentences, what cannot be read beside it and what is worth another look
//! beneath.

use std::collections::BTreeMap;

use access::{House, May, Problem};
use axum::extract::State;
use axum::response::Response;
use charter::edit::Outline;
use charter::form::{Family, Within};
use charter::{Charter, Clause};
use kernel::{Error, Findings, Instant};
use serde::{Deserialize, Serialize};
use web::{Form, FormView, Piece, Told, clause_anchor, told};

use super::document::{sample_line, sample_proposed};
use super::trouble::{Trouble, troubles};
use super::{KeepCharter, Line, beneath};
use crate::acts::draft::{self, Begin};
use crate::model::{Draft, InForce, Proposed};
use crate::store;

/// A rule as it is read.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct RuleLine {
    words: String,
    /// As the program reads it, where that is not how it was written.
    read_as: Option<String>,
}

/// A case with what came of it.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct CaseLine {
    words: String,
    passed: bool,
    /// What the rules answer, in words.
    sentence: String,
}

/// What a clause says, as far as it can be read.
#[derive(Debug, Clone, Default, Serialize)]
pub(crate) struct Read {
    pub rules: Vec<RuleLine>,
    pub unfilled: Vec<String>,
    pub troubles: Vec<Trouble>,
    /// What is worth another look, or cannot hold together with another rule.
    pub remarks: Vec<RemarkLine>,
    pub cases: Vec<CaseLine>,
    /// The families of rules that it has and that a form can say.
    pub forms: Vec<&'static str>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct RemarkLine {
    weight: charter::Weight,
    sentence: String,
}

#[derive(Debug, Clone, Serialize)]
struct ClauseLine {
    /// From 1.
    place: usize,
    number: String,
    anchor: String,
    text: String,
    /// `new` or `changed` against the terms that it is compared with.
    kind: Option<&'static str>,
    /// Its rules changed and its words did not.
    words_stayed: bool,
    read: Read,
}

#[derive(Debug, Clone, Serialize)]
struct Part {
    anchor: String,
    headings: Vec<String>,
    clauses: Vec<ClauseLine>,
}

#[derive(Serialize)]
struct DraftPage {
    slug: String,
    body: String,
    title: String,
    preamble: String,
    /// The version it is compared with: the one in force, or else the one it was begun from.
    against: Option<Line>,
    saved_at: Instant,
    saved_by: Option<String>,
    /// Clauses under one heading each.
    sections: Vec<Part>,
    /// What cannot be read before the first clause.
    above: Vec<Trouble>,
    /// Everything that cannot be read, to be led to.
    troubles: Vec<Trouble>,
    clauses: usize,
    /// How many of its cases come out otherwise than they say.
    failing: usize,
    /// How many clauses are new, changed or left out.
    changes: usize,
    /// The clauses that were left out.
    gone: Vec<(String, String)>,
    /// Why it cannot be put to a meeting yet.
    unready: Vec<Told>,
    /// A version that is waiting for a decision.
    waiting: Option<Proposed>,
    /// It is begun from a version that a meeting agreed with changes.
    amends: Option<Proposed>,
}

impl web::Page for DraftPage {
    const TEMPLATE: &'static str = "terms/draft.html";
    fn sample() -> Self {
        let text = "---\nbody: Board\nnation: England and Wales\n---\n# Terms\n\nRetold.\n\n**0** First.\n\n## Meetings\n\n**1** Quorum.\n\n> Rule: the quorum are half.\n> Rule: The quorum is half of the members.\n> Rule: the quorum is [number of members] members.\n> Case: 10 members, 4 present: quorate.\n\n**2** Twice.\n\n> Rule: the quorum is half of the members.\n";
        let shown = Shown::of(text, Some(&charter::read("---\nbody: Board\n---\n# Terms\n\n**1** Quorum.\n\n**4** Gone.\n").charter));
        let unready: Findings = draft::unready(&Draft {
            text: text.to_owned(),
            from: Some(2),
            changed_at: Instant::from_seconds(0),
            changed_by: None,
            changed_by_name: None,
            version: 3,
        })
        .into_iter()
        .collect();
        Self {
            against: Some(sample_line(2, "in-force")),
            saved_by: Some("Maud Penhaligon".to_owned()),
            unready: told(&unready, None),
            waiting: Some(sample_proposed("agreed")),
            amends: Some(sample_proposed("amended")),
            ..shown.page("wealdshire-board", "Wealdshire Partnership board", Instant::from_seconds(1_770_000_000))
        }
    }
}
web::page!(DraftPage);

/// What a text says, clause by clause in the order of its outline.
pub(crate) fn read_clauses(text: &str, outline: &Outline, charter: &Charter, found: &[Trouble]) -> Vec<Read> {
    let mut all: Vec<Read> = Vec::with_capacity(outline.clauses.len());
    for (place, clause) in charter.clauses.iter().enumerate() {
        all.push(Read {
            rules: clause
                .rules
                .iter()
                .map(|rule| RuleLine {
                    words: rule.source.clone(),
                    read_as: (rule.source.trim_end_matches('.').to_lowercase() != rule.canonical.trim_end_matches('.').to_lowercase())
                        .then(|| rule.canonical.clone()),
                })
                .collect(),
            unfilled: clause.unfilled.clone(),
            troubles: found.iter().filter(|trouble| trouble.place == Some(place + 1)).cloned().collect(),
            forms: Family::ALL.into_iter().filter(|family| matches!(family.read(&clause.rules), Within::Answers(_))).map(Family::name).collect(),
            ..Read::default()
        });
    }
    all.resize_with(outline.clauses.len(), Read::default);
    for remark in charter::check(charter) {
        if let Some(read) = outline.at_line(remark.line).and_then(|place| all.get_mut(place)) {
            read.remarks.push(RemarkLine { weight: remark.weight, sentence: remark.sentence });
        }
    }
    if text.len() <= LARGEST_TRIED {
        for case in charter.test() {
            // Where a rule cannot be read, what its cases come to says nothing.
            if let Some(read) = outline.at_line(case.line).and_then(|place| all.get_mut(place)).filter(|read| read.troubles.is_empty()) {
                let sentence = case.sentence.strip_suffix(&format!(" ({})", case.clause)).unwrap_or(&case.sentence).to_owned();
                read.cases.push(CaseLine { words: case.source, passed: case.passed, sentence });
            }
        }
    }
    all
}

/// Cases of longer texts are not tried on a page, in bytes.
const LARGEST_TRIED: usize = 200_000;

/// A draft as its page shows it.
struct Shown {
    title: String,
    preamble: String,
    parts: Vec<Part>,
    troubles: Vec<Trouble>,
    clauses: usize,
    failing: usize,
    changes: usize,
    gone: Vec<(String, String)>,
}

impl Shown {
    fn of(text: &str, against: Option<&Charter>) -> Self {
        let charter = store::charter_of(text);
        let outline = Outline::of(text);
        let found = troubles(text);
        let mut reads = read_clauses(text, &outline, &charter, &found).into_iter();
        let mut kinds: BTreeMap<&str, (&'static str, bool)> = BTreeMap::new();
        let mut gone: Vec<(String, String)> = Vec::new();
        for pair in against.iter().flat_map(|against| charter::beside(against, &charter)).filter(|pair| !pair.is_same()) {
            match (pair.before, pair.after) {
                (Some(before), Some(clause)) => drop(kinds.insert(&clause.number, ("changed", before.text == clause.text))),
                (None, Some(clause)) => drop(kinds.insert(&clause.number, ("new", false))),
                (Some(clause), None) => gone.push((clause.number.clone(), first_words(clause))),
                (None, None) => {}
            }
        }
        let mut parts: Vec<Part> = Vec::new();
        for (place, clause) in charter.clauses.iter().enumerate() {
            if parts.last().is_none_or(|part| part.headings != clause.heading) {
                parts.push(Part { anchor: format!("part-{}", parts.len() + 1), headings: clause.heading.clone(), clauses: Vec::new() });
            }
            let line = ClauseLine {
                place: place + 1,
                number: clause.number.clone(),
                anchor: clause_anchor(&clause.number),
                text: clause.text.clone(),
                kind: kinds.get(clause.number.as_str()).map(|(kind, _)| *kind),
                words_stayed: kinds.get(clause.number.as_str()).is_some_and(|(_, stayed)| *stayed),
                read: reads.next().unwrap_or_default(),
            };
            if let Some(part) = parts.last_mut() {
                part.clauses.push(line);
            }
        }
        Self {
            title: charter.title.clone(),
            preamble: charter.preamble.clone(),
            clauses: charter.clauses.len(),
            failing: parts.iter().flat_map(|part| &part.clauses).flat_map(|clause| &clause.read.cases).filter(|case| !case.passed).count(),
            changes: kinds.len() + gone.len(),
            gone,
            parts,
            troubles: found,
        }
    }

    fn page(self, slug: &str, body: &str, saved_at: Instant) -> DraftPage {
        DraftPage {
            slug: slug.to_owned(),
            body: body.to_owned(),
            title: self.title,
            preamble: self.preamble,
            against: None,
            saved_at,
            saved_by: None,
            sections: self.parts,
            above: self.troubles.iter().filter(|trouble| trouble.place.is_none()).cloned().collect(),
            troubles: self.troubles,
            clauses: self.clauses,
            failing: self.failing,
            changes: self.changes,
            gone: self.gone,
            unready: Vec::new(),
            waiting: None,
            amends: None,
        }
    }
}

/// How a clause begins, so that it is recognised.
pub(crate) fn first_words(clause: &Clause) -> String {
    shortened(&clause.text)
}

pub(crate) fn shortened(text: &str) -> String {
    const WORDS: usize = 8;
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut short = words.iter().take(WORDS).copied().collect::<Vec<_>>().join(" ");
    if words.len() > WORDS {
        short.push('…');
    }
    short
}

#[derive(Serialize)]
struct BeginPage {
    form: FormView,
    slug: String,
    body: String,
    versions: Vec<Line>,
}

impl web::Page for BeginPage {
    const TEMPLATE: &'static str = "terms/begin.html";
    fn sample() -> Self {
        let versions = vec![sample_line(2, "in-force"), sample_line(1, "superseded")];
        Self { form: FormView::default(), slug: "wealdshire-board".to_owned(), body: "Wealdshire Partnership board".to_owned(), versions }
    }
}
web::page!(BeginPage);

/// The draft, or how to begin one.
pub(crate) async fn show(pass: May<KeepCharter>, State(house): State<House>) -> Result<Response, Problem> {
    let draft = store::draft(&mut house.read().await?, *pass.id()).await?;
    match draft {
        Some(draft) => shown(&pass, &house, &draft).await,
        None => beginning(&pass, &house, None).await,
    }
}

async fn shown(pass: &May<KeepCharter>, house: &House, draft: &Draft) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let today = house.today();
    let head = bodies::store::head(&mut read, *pass.id()).await?;
    let body = &head.body;
    let began: Option<InForce> = match draft.from {
        Some(number) => Some(store::version(&mut read, body.id, number).await?),
        None => None,
    };
    let amends = match &began {
        Some(found) => store::proposed(&mut read, &found.version).await?.filter(|_| found.version.proposed_at.is_some()),
        None => None,
    };
    let in_force = store::in_force(&mut read, body.id, today).await?;
    let against = in_force.or(began);
    let earlier = against.as_ref().map(|found| store::charter_of(&found.charter.source));
    let shown = Shown::of(&draft.text, earlier.as_deref());
    let unready: Findings = draft::unready(draft).into_iter().collect();
    let page = DraftPage {
        against: against.map(|found| Line::of(&found.version, today, 0)),
        saved_by: draft.changed_by_name.clone(),
        unready: told(&unready, None),
        waiting: store::waiting(&mut read, body.id).await?,
        amends: amends.filter(|proposed| proposed.standing() == "amended"),
        ..shown.page(&body.slug, &body.name, draft.changed_at)
    };
    let frame = beneath(&head, web::words("draft-title", &[]), false);
    Ok(web::page(pass.who(), frame, &page))
}

async fn beginning(pass: &May<KeepCharter>, house: &House, form: Option<FormView>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let today = house.today();
    let head = bodies::store::head(&mut read, *pass.id()).await?;
    let versions = store::versions(&mut read, head.body.id).await?;
    let mut versions: Vec<Line> = versions.iter().map(|version| Line::of(version, today, 0)).collect();
    // What is in force is what most drafts are begun from.
    versions.sort_by_key(|line| !matches!(line.standing, "in-force" | "adoption-not-recorded"));
    let first = versions.first().map_or_else(|| "empty".to_owned(), |line| line.number.to_string());
    let form = form.unwrap_or_else(|| FormView::new(house).with("from", first));
    let frame = beneath(&head, web::words("draft-begin-title", &[]), false);
    let refused = form.refuses();
    let page = BeginPage { form, slug: head.body.slug.clone(), body: head.body.name.clone(), versions };
    Ok(if refused { web::again(pass.who(), frame, &page) } else { web::page(pass.who(), frame, &page) })
}

/// What is chosen to begin from: a version's number, or `empty`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct BeginFields {
    from: String,
}

pub(crate) async fn begin(pass: May<KeepCharter>, State(house): State<House>, form: Form<BeginFields>) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let from = form.value.from.parse().map_or(Begin::Empty, Begin::Version);
    match form.outcome(draft::begin(&house, &pass, from).await)? {
        Ok(()) => {
            let slug = bodies::store::body(&mut house.read().await?, *pass.id()).await?.slug;
            Ok(web::go(format!("/bodies/{slug}/charter/draft")))
        }
        Err(refused) => beginning(&pass, &house, Some(refused)).await,
    }
}

#[derive(Serialize)]
struct AsidePage {
    form: FormView,
    slug: String,
    body: String,
}

impl web::Page for AsidePage {
    const TEMPLATE: &'static str = "terms/aside.html";
    fn sample() -> Self {
        Self { form: FormView::default(), slug: "wealdshire-board".to_owned(), body: "Wealdshire Partnership board".to_owned() }
    }
}
web::page!(AsidePage);

pub(crate) async fn leaving(pass: May<KeepCharter>, State(house): State<House>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let head = bodies::store::head(&mut read, *pass.id()).await?;
    let draft = store::draft(&mut read, head.body.id).await?.ok_or(Error::NotFound)?;
    let form = FormView::new(&house).at_version(draft.version);
    let frame = beneath(&head, web::words("draft-aside-title", &[]), true);
    Ok(web::page(pass.who(), frame, &AsidePage { form, slug: head.body.slug, body: head.body.name }))
}

/// Nothing is typed.
#[derive(Debug, Clone, Default, Deserialize)]
pub(crate) struct Nothing {}

pub(crate) async fn set_aside(pass: May<KeepCharter>, State(house): State<House>, form: Form<Nothing>) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let number = draft::set_aside(&house, &pass, form.version).await?;
    let slug = bodies::store::body(&mut house.read().await?, *pass.id()).await?.slug;
    Ok(web::go(format!("/bodies/{slug}/charter/versions/{number}")))
}

#[derive(Serialize)]
struct ChangesPage {
    form: FormView,
    slug: String,
    /// The meeting that agreed it with changes.
    proposed: Proposed,
    /// What the draft changes in the version that the meeting was shown.
    words: Vec<Piece>,
    against: Vec<Told>,
}

impl web::Page for ChangesPage {
    const TEMPLATE: &'static str = "terms/changes.html";
    fn sample() -> Self {
        Self {
            form: FormView::default(),
            slug: "wealdshire-board".to_owned(),
            proposed: sample_proposed("amended"),
            words: web::difference("Half of the members.", "A third of the members."),
            against: told(&kernel::Finding::refuse("charter-draft-unreadable").with("number", 1).into(), None),
        }
    }
}
web::page!(ChangesPage);

async fn changes_page(pass: &May<KeepCharter>, house: &House, form: Option<FormView>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let head = bodies::store::head(&mut read, *pass.id()).await?;
    let draft = store::draft(&mut read, head.body.id).await?.ok_or(Error::NotFound)?;
    let shown = store::version(&mut read, head.body.id, draft.from.ok_or(Error::NotFound)?).await?;
    let proposed = store::proposed(&mut read, &shown.version).await?.ok_or(Error::NotFound)?;
    let form = form.unwrap_or_else(|| FormView::new(house).at_version(draft.version));
    let unready: Findings = draft::unready(&draft).into_iter().collect();
    let frame = beneath(&head, web::words("changes-title", &[]), true);
    let refused = form.refuses();
    let words = web::difference(&shown.charter.source, &draft.text);
    let page = ChangesPage { form, slug: head.body.slug, proposed, words, against: told(&unready, None) };
    Ok(if refused { web::again(pass.who(), frame, &page) } else { web::page(pass.who(), frame, &page) })
}

pub(crate) async fn changes(pass: May<KeepCharter>, State(house): State<House>) -> Result<Response, Problem> {
    changes_page(&pass, &house, None).await
}

pub(crate) async fn write_changes(pass: May<KeepCharter>, State(house): State<House>, form: Form<Nothing>) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    match form.outcome(draft::write_changes(&house, &pass, form.version).await)? {
        Ok(number) => {
            let slug = bodies::store::body(&mut house.read().await?, *pass.id()).await?.slug;
            Ok(web::go(format!("/bodies/{slug}/charter/versions/{number}")))
        }
        Err(refused) => changes_page(&pass, &house, Some(refused)).await,
    }
}
