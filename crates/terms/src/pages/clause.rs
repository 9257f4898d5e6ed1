//! One clause of the draft: its words, its rules, where it stands; a new one; taking one out.

use access::{House, May, Problem};
use axum::extract::{Path, Query, State};
use axum::response::Response;
use charter::edit::{Outline, Piece, Unfit};
use kernel::{Error, Finding, Findings, Instant};
use serde::{Deserialize, Serialize};
use web::{Form, FormView, note};

use super::draft::{Read, read_clauses, shortened};
use super::trouble::troubles;
use super::{KeepCharter, beneath};
use crate::acts::draft::{self, Place, Seen, mark};
use crate::model::Draft;
use crate::store;

/// The most characters of a clause's words, and of its rules.
const LONGEST: usize = 20_000;
/// The value of the field `behind` that means the beginning.
const FIRST: &str = "first";

/// Rules as an officer may write them.
pub(crate) const EXAMPLES: [&str; 8] = [
    "the quorum is half of the members.",
    "the secretary must send the papers at least 5 working days before a meeting.",
    "a member may notify an item at least 10 working days before a meeting, unless the chair agrees in exceptional circumstances.",
    "the chair is elected by the members for 2 years.",
    "there must be at least 1 member of the voluntary and community sector.",
    "a decision is decided by consensus, failing that by a majority of the members present.",
    "when a member misses 3 meetings in a row, the chair may request another nominee from the member's organisation.",
    "the minutes must be published on the website.",
];

/// A clause behind which this one may stand.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Choice {
    pub value: String,
    pub text: String,
}

/// Where a clause may stand: at the beginning, or behind any other.
pub(crate) fn places(outline: &Outline, without: Option<usize>) -> Vec<Choice> {
    let first = Choice { value: FIRST.to_owned(), text: web::words("clause-first", &[]) };
    let others = outline.clauses.iter().enumerate().filter(|(place, _)| Some(*place) != without);
    let choice = |number: &str, words: &str| Choice {
        value: number.to_owned(),
        text: web::words("clause-behind-this", &[("number", number), ("words", &shortened(words))]),
    };
    std::iter::once(first).chain(others.map(|(_, clause)| choice(&clause.number, &clause.words))).collect()
}

/// What a changed clause looks like now, where somebody else changed it meanwhile.
#[derive(Debug, Clone, Serialize)]
struct Theirs {
    pieces: Vec<web::Piece>,
    by: Option<String>,
    at: Instant,
    /// It was taken out.
    gone: bool,
}

#[derive(Serialize)]
struct ClausePage {
    form: FormView,
    slug: String,
    /// From 1; none for a new clause.
    place: Option<usize>,
    number: String,
    places: Vec<Choice>,
    read: Read,
    families: Vec<&'static str>,
    examples: Vec<&'static str>,
    saved_at: Option<Instant>,
    theirs: Option<Theirs>,
}

impl web::Page for ClausePage {
    const TEMPLATE: &'static str = "terms/clause.html";
    fn sample() -> Self {
        let text = "---\nbody: Board\n---\n**1** Quorum.\n\n> Rule: the quorum are half.\n> Rule: the quorum is half of the members.\n";
        let outline = Outline::of(text);
        let read = read_clauses(text, &outline, &charter::read(text).charter, &troubles(text)).remove(0);
        Self {
            form: FormView::default().with("number", "1").with("words", "Quorum.").with("rules", "Rule: the quorum are half."),
            slug: "wealdshire-board".to_owned(),
            place: Some(1),
            number: "1".to_owned(),
            places: places(&outline, None),
            read,
            families: families(),
            examples: EXAMPLES.to_vec(),
            saved_at: Some(Instant::from_seconds(1_770_000_000)),
            theirs: Some(Theirs {
                pieces: web::difference("Half.", "A third."),
                by: Some("Maud Penhaligon".to_owned()),
                at: Instant::from_seconds(1_770_000_000),
                gone: true,
            }),
        }
    }
}
web::page!(ClausePage);

fn families() -> Vec<&'static str> {
    charter::form::Family::ALL.into_iter().map(charter::form::Family::name).collect()
}

/// What is typed of a clause.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Fields {
    number: String,
    words: String,
    rules: String,
    heading: String,
    behind: String,
    /// What the clause is known by, as it was opened.
    mark: String,
    /// Its number then.
    was: String,
}

impl Fields {
    fn piece(&self, findings: &mut Findings) -> Option<Piece> {
        let number = note(findings, web::parse_line("number", &self.number, 60));
        let words = note(findings, web::parse_text_if_any("words", &self.words, LONGEST)).flatten().unwrap_or_default();
        let rules = note(findings, web::parse_text_if_any("rules", &self.rules, LONGEST)).flatten().unwrap_or_default();
        match Piece::new(&number?, &words, &rules) {
            Ok(piece) => Some(piece).filter(|_| !findings.refuses()),
            Err(unfit) => {
                for one in unfit {
                    findings.push(match one {
                        Unfit::Number => Finding::refuse("clause-number-odd").at("number"),
                        Unfit::Words(line) => Finding::refuse("clause-words-begin-another").at("words").with("line", shortened(&line)),
                    });
                }
                None
            }
        }
    }

    fn place(&self, findings: &mut Findings, heading: bool) -> Place {
        let typed = note(findings, web::parse_line_if_any("heading", &self.heading, 200)).flatten();
        let heading = if heading { Some(typed.unwrap_or_default()) } else { typed };
        Place { behind: Some(self.behind.clone()).filter(|behind| behind != FIRST && !behind.is_empty()), heading }
    }
}

/// A draft, read into its pieces.
pub(super) struct Opened {
    pub head: bodies::store::Head,
    pub draft: Draft,
    pub outline: Outline,
}

pub(super) async fn opened(pass: &May<KeepCharter>, house: &House) -> Result<Opened, Problem> {
    let mut read = house.read().await?;
    let head = bodies::store::head(&mut read, *pass.id()).await?;
    let draft = store::draft(&mut read, head.body.id).await?.ok_or(Error::NotFound)?;
    let outline = Outline::of(&draft.text);
    Ok(Opened { head, draft, outline })
}

impl Opened {
    fn read(&self, index: usize) -> Read {
        let text = &self.draft.text;
        let mut reads = read_clauses(text, &self.outline, &store::charter_of(text), &troubles(text));
        if index < reads.len() { reads.swap_remove(index) } else { Read::default() }
    }

    fn page(self, pass: &May<KeepCharter>, form: FormView, index: Option<usize>, saved: bool, theirs: Option<Theirs>) -> Response {
        let number = index.and_then(|index| self.outline.clauses.get(index)).map(|clause| clause.number.clone()).unwrap_or_default();
        let title = match index {
            Some(_) => web::words("clause-change", &[("number", &number)]),
            None => web::words("clause-add", &[]),
        };
        let frame = beneath(&self.head, title, true);
        let page = ClausePage {
            slug: self.head.body.slug.clone(),
            place: index.map(|index| index + 1),
            number,
            places: places(&self.outline, index),
            read: index.map(|index| self.read(index)).unwrap_or_default(),
            families: families(),
            examples: EXAMPLES.to_vec(),
            saved_at: saved.then_some(self.draft.changed_at),
            theirs,
            form,
        };
        match (&page.theirs, page.form.refuses()) {
            (Some(_), _) => web::conflicting(pass.who(), frame, &page),
            (None, true) => web::again(pass.who(), frame, &page),
            (None, false) => web::page(pass.who(), frame, &page),
        }
    }
}

/// Whether the page is shown right after saving.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    saved: String,
    behind: usize,
}

pub(crate) async fn show(
    pass: May<KeepCharter>,
    State(house): State<House>,
    Path((_, place)): Path<(String, usize)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let opened = opened(&pass, &house).await?;
    let index = place.checked_sub(1).filter(|index| *index < opened.outline.clauses.len()).ok_or(Error::NotFound)?;
    let form = filled(&house, &opened, index);
    Ok(opened.page(&pass, form, Some(index), !asked.saved.is_empty(), None))
}

fn filled(house: &House, opened: &Opened, index: usize) -> FormView {
    let clauses = &opened.outline.clauses;
    let clause = &clauses[index];
    let behind = index.checked_sub(1).map_or(FIRST, |above| clauses[above].number.as_str());
    FormView::new(house)
        .at_version(opened.draft.version)
        .with("number", &clause.number)
        .with("words", &clause.words)
        .with("rules", clause.rules.join("\n"))
        .with("heading", clause.heading().unwrap_or_default())
        .with("behind", behind)
        .with("mark", mark(&clause.source))
        .with("was", &clause.number)
}

/// On to the draft, or back to the clause where something in it cannot be read.
async fn onward(pass: &May<KeepCharter>, house: &House, index: usize) -> Result<Response, Problem> {
    let opened = opened(pass, house).await?;
    let slug = &opened.head.body.slug;
    let Some(clause) = opened.outline.clauses.get(index) else { return Ok(web::go(format!("/bodies/{slug}/charter/draft"))) };
    Ok(if opened.read(index).troubles.is_empty() {
        web::go(format!("/bodies/{slug}/charter/draft#{}", web::clause_anchor(&clause.number)))
    } else {
        web::go(format!("/bodies/{slug}/charter/draft/clauses/{}?saved=yes", index + 1))
    })
}

pub(crate) async fn save(
    pass: May<KeepCharter>,
    State(house): State<House>,
    Path((_, place)): Path<(String, usize)>,
    form: Form<Fields>,
) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let fields = &form.value;
    let mut findings = Findings::none();
    let (piece, to) = (fields.piece(&mut findings), fields.place(&mut findings, true));
    let index = place.saturating_sub(1);
    let Some(piece) = piece.filter(|_| !findings.refuses()) else {
        let opened = opened(&pass, &house).await?;
        let index = Some(index).filter(|index| *index < opened.outline.clauses.len());
        return Ok(opened.page(&pass, form.refused(findings), index, false, None));
    };
    let seen = Seen { place: index, mark: fields.mark.clone() };
    match draft::change_clause(&house, &pass, &seen, piece.clone(), &to).await {
        Ok(now) => onward(&pass, &house, now).await,
        Err(Error::Conflict(_)) => conflicting(&pass, &house, form, &piece).await,
        Err(Error::Refused(findings)) => {
            let opened = opened(&pass, &house).await?;
            Ok(opened.page(&pass, form.refused(findings), Some(index), false, None))
        }
        Err(error) => Err(error.into()),
    }
}

/// Both texts beside each other, and the form with what was typed: sent again, it takes the place of theirs. Where they took the clause
/// out, it comes back as a new one.
async fn conflicting(pass: &May<KeepCharter>, house: &House, form: Form<Fields>, piece: &Piece) -> Result<Response, Problem> {
    let opened = opened(pass, house).await?;
    let clauses = &opened.outline.clauses;
    let now = clauses.iter().position(|clause| clause.number == form.value.was);
    let theirs = Theirs {
        pieces: web::difference(&now.map_or(String::new(), |now| as_read(&clauses[now])), &as_read(piece)),
        by: opened.draft.changed_by_name.clone(),
        at: opened.draft.changed_at,
        gone: now.is_none(),
    };
    let fields = &form.value;
    let mut view = FormView::new(house).at_version(opened.draft.version);
    for (name, value) in
        [("number", &fields.number), ("words", &fields.words), ("rules", &fields.rules), ("heading", &fields.heading), ("behind", &fields.behind)]
    {
        view = view.with(name, value);
    }
    let view = view.with("mark", now.map(|now| mark(&clauses[now].source)).unwrap_or_default()).with("was", &fields.was);
    Ok(opened.page(pass, view, now, false, Some(theirs)))
}

/// A clause as people read it: its words, then its rules.
fn as_read(piece: &Piece) -> String {
    format!("{}\n\n{}", piece.words, piece.rules.join("\n")).trim().to_owned()
}

pub(crate) async fn adding(pass: May<KeepCharter>, State(house): State<House>, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let opened = opened(&pass, &house).await?;
    let clauses = &opened.outline.clauses;
    let behind = if asked.behind == 0 { clauses.len().checked_sub(1) } else { Some(asked.behind - 1).filter(|index| *index < clauses.len()) };
    let form = FormView::new(&house)
        .at_version(opened.draft.version)
        .with("number", opened.outline.next_number(behind))
        .with("behind", behind.map_or(FIRST, |behind| clauses[behind].number.as_str()));
    Ok(opened.page(&pass, form, None, false, None))
}

pub(crate) async fn add(pass: May<KeepCharter>, State(house): State<House>, form: Form<Fields>) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let mut findings = Findings::none();
    let (piece, place) = (form.value.piece(&mut findings), form.value.place(&mut findings, false));
    let Some(piece) = piece.filter(|_| !findings.refuses()) else {
        return Ok(opened(&pass, &house).await?.page(&pass, form.refused(findings), None, false, None));
    };
    match form.outcome(draft::add_clause(&house, &pass, piece, &place).await)? {
        Ok(index) => onward(&pass, &house, index).await,
        Err(refused) => Ok(opened(&pass, &house).await?.page(&pass, refused, None, false, None)),
    }
}

#[derive(Serialize)]
struct RemovePage {
    form: FormView,
    slug: String,
    place: usize,
    number: String,
    words: String,
    rules: Vec<String>,
}

impl web::Page for RemovePage {
    const TEMPLATE: &'static str = "terms/remove.html";
    fn sample() -> Self {
        Self {
            form: FormView::default(),
            slug: "wealdshire-board".to_owned(),
            place: 3,
            number: "4.10".to_owned(),
            words: "Half of the members make a quorum.".to_owned(),
            rules: vec!["Rule: the quorum is half of the members.".to_owned()],
        }
    }
}
web::page!(RemovePage);

pub(crate) async fn removing(
    pass: May<KeepCharter>,
    State(house): State<House>,
    Path((_, place)): Path<(String, usize)>,
) -> Result<Response, Problem> {
    let opened = opened(&pass, &house).await?;
    let index = place.checked_sub(1).filter(|index| *index < opened.outline.clauses.len()).ok_or(Error::NotFound)?;
    Ok(ask(&pass, &house, &opened, index, false))
}

fn ask(pass: &May<KeepCharter>, house: &House, opened: &Opened, index: usize, changed: bool) -> Response {
    let clause = &opened.outline.clauses[index];
    let frame = beneath(&opened.head, web::words("clause-remove-title", &[("number", &clause.number)]), true);
    let form = FormView::new(house).at_version(opened.draft.version).with("mark", mark(&clause.source)).with("was", &clause.number);
    let page = RemovePage {
        form: if changed { form.noting(Finding::warn("clause-changed-meanwhile").into()) } else { form },
        slug: opened.head.body.slug.clone(),
        place: index + 1,
        number: clause.number.clone(),
        words: clause.words.clone(),
        rules: clause.rules.clone(),
    };
    if changed { web::conflicting(pass.who(), frame, &page) } else { web::page(pass.who(), frame, &page) }
}

pub(crate) async fn remove(
    pass: May<KeepCharter>,
    State(house): State<House>,
    Path((slug, place)): Path<(String, usize)>,
    form: Form<Fields>,
) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let seen = Seen { place: place.saturating_sub(1), mark: form.value.mark.clone() };
    match draft::remove_clause(&house, &pass, &seen).await {
        Ok(()) => {}
        // What somebody has changed meanwhile is looked at before it is taken out; what somebody took out is out.
        Err(Error::Conflict(_)) => {
            let opened = opened(&pass, &house).await?;
            if let Some(index) = opened.outline.clauses.iter().position(|clause| clause.number == form.value.was) {
                return Ok(ask(&pass, &house, &opened, index, true));
            }
        }
        Err(error) => return Err(error.into()),
    }
    Ok(web::go(format!("/bodies/{slug}/charter/draft")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_example_is_a_rule_in_its_canonical_spelling() {
        for example in EXAMPLES {
            assert_eq!(charter::read_rule(example).map(|rule| rule.to_string()).as_deref(), Ok(example));
        }
    }
}
