//! Two texts beside each other, clause by clause, words and rules, with what changed marked.

use access::{House, May, Problem};
use axum::extract::{Query, State};
use axum::response::Response;
use charter::{Charter, Clause};
use kernel::Error;
use serde::{Deserialize, Serialize};
use web::Piece;

use super::document::sample_line;
use super::{KeepCharter, Line, ReadCharter, audience, beneath};
use crate::store;

/// A clause of both texts, or of one.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Row {
    /// `changed`, `new`, `gone`.
    kind: &'static str,
    /// Its number before.
    before: Option<String>,
    /// Its number after.
    after: Option<String>,
    /// The headings above it.
    heading: Vec<String>,
    words: Vec<Piece>,
    rules: Vec<Vec<Piece>>,
}

impl Row {
    /// Whether it has anything on a side: `gone` for the earlier text, `new` for the later.
    fn of(before: Option<&Clause>, after: Option<&Clause>) -> Self {
        let text = |clause: Option<&Clause>| clause.map(|clause| clause.text.clone()).unwrap_or_default();
        let kind = match (before, after) {
            (None, _) => "new",
            (_, None) => "gone",
            _ => "changed",
        };
        Self {
            kind,
            before: before.map(|clause| clause.number.clone()),
            after: after.map(|clause| clause.number.clone()),
            heading: after.or(before).map(|clause| clause.heading.clone()).unwrap_or_default(),
            words: web::difference(&text(before), &text(after)),
            rules: rules(before, after),
        }
    }
}

/// The rules of both, one beside the other: those that stayed beside themselves, the others in their order.
fn rules(before: Option<&Clause>, after: Option<&Clause>) -> Vec<Vec<Piece>> {
    let of = |clause: Option<&Clause>| -> Vec<String> {
        let said = |clause: &Clause| clause.rules.iter().map(|rule| rule.canonical.clone()).chain(clause.unfilled.iter().cloned()).collect();
        clause.map(said).unwrap_or_default()
    };
    let (old, new) = (of(before), of(after));
    let mut waiting = old.iter().filter(|rule| !new.contains(rule));
    let mut out: Vec<Vec<Piece>> = Vec::new();
    for rule in &new {
        if old.contains(rule) {
            out.push(web::difference(rule, rule));
        } else {
            out.push(web::difference(waiting.next().map_or("", String::as_str), rule));
        }
    }
    out.extend(waiting.map(|rule| web::difference(rule, "")));
    out
}

#[derive(Serialize)]
struct ComparePage {
    slug: String,
    from: Line,
    /// The later version; none where it is the draft that is being written.
    to: Option<Line>,
    /// What stands before the first clause, where it changed.
    opening: Vec<Piece>,
    rows: Vec<Row>,
    /// The numbers of the clauses that are the same.
    same: Vec<String>,
}

impl web::Page for ComparePage {
    const TEMPLATE: &'static str = "terms/compare.html";
    fn sample() -> Self {
        let read = |clauses: &str| charter::read(&format!("---\nbody: Board\n---\n# Terms\n\n## Meetings\n\n{clauses}")).charter;
        let earlier = read("**1** Half of the members make a quorum.\n\n> Rule: the quorum is half of the members.\n\n**2** Gone.\n\n**3** Same.\n");
        let later =
            read("**1** A third of the members makes a quorum.\n\n> Rule: the quorum is one third of the members.\n\n**3** Same.\n\n**4** New.\n");
        let (opening, rows, same) = beside(&earlier, &later);
        Self { slug: "wealdshire-board".to_owned(), from: sample_line(1, "superseded"), to: Some(sample_line(2, "in-force")), opening, rows, same }
    }
}
web::page!(ComparePage);

/// What stands before the first clause where it changed, the clauses that changed, and the numbers of the others.
pub(crate) fn beside(earlier: &Charter, later: &Charter) -> (Vec<Piece>, Vec<Row>, Vec<String>) {
    let (mut rows, mut same) = (Vec::new(), Vec::new());
    for pair in charter::beside(earlier, later) {
        match pair.after.filter(|_| pair.is_same()) {
            Some(clause) => same.push(clause.number.clone()),
            None => rows.push(Row::of(pair.before, pair.after)),
        }
    }
    let opening = |charter: &Charter| format!("{}\n{}", charter.title, charter.preamble).trim().to_owned();
    let (before, after) = (opening(earlier), opening(later));
    let opening = if before == after { Vec::new() } else { web::difference(&before, &after) };
    (opening, rows, same)
}

/// Which two versions stand beside each other.
#[derive(Debug, Deserialize)]
pub(crate) struct Two {
    from: i64,
    to: i64,
}

pub(crate) async fn versions(pass: May<ReadCharter>, State(house): State<House>, Query(two): Query<Two>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let today = house.today();
    let head = bodies::store::head(&mut read, *pass.id()).await?;
    let (from, to) = (store::version(&mut read, head.body.id, two.from).await?, store::version(&mut read, head.body.id, two.to).await?);
    let audience = audience(&pass);
    let (opening, rows, same) = if pass.capacity() == "public" {
        match (crate::public::published(from.clone(), audience), crate::public::published(to.clone(), audience)) {
            (Some(from), Some(to)) => beside(&from.get().charter, &to.get().charter),
            _ => return Err(Error::NotFound.into()),
        }
    } else {
        beside(&from.charter, &to.charter)
    };
    let title = web::words("charter-compare-title", &[("from", &two.from.to_string()), ("to", &two.to.to_string())]);
    let frame = beneath(&head, title, false);
    let to = Some(Line::of(&to.version, today, 0));
    let page = ComparePage { slug: head.body.slug.clone(), from: Line::of(&from.version, today, 0), to, opening, rows, same };
    Ok(web::page(pass.who(), frame, &page))
}

/// The draft beside the version in force, or beside the one it was begun from where none is.
pub(crate) async fn of_draft(pass: May<KeepCharter>, State(house): State<House>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let today = house.today();
    let head = bodies::store::head(&mut read, *pass.id()).await?;
    let draft = store::draft(&mut read, head.body.id).await?.ok_or(Error::NotFound)?;
    let from = match store::in_force(&mut read, head.body.id, today).await? {
        Some(found) => found,
        None => store::version(&mut read, head.body.id, draft.from.ok_or(Error::NotFound)?).await?,
    };
    let earlier = store::charter_of(&from.charter.source);
    let (opening, rows, same) = beside(&earlier, &store::charter_of(&draft.text));
    let frame = beneath(&head, web::words("draft-changes-title", &[]), true);
    let page = ComparePage { slug: head.body.slug.clone(), from: Line::of(&from.version, today, 0), to: None, opening, rows, same };
    Ok(web::page(pass.who(), frame, &page))
}
