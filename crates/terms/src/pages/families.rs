//! Forms for the rules that most bodies have, for those who would rather not type them.

use std::collections::HashMap;

use access::{House, May, Problem};
use axum::extract::{Path, Query, State};
use axum::response::Response;
use charter::edit::{Outline, Piece};
use charter::form::{Answered, Answers, Family, Question, Within, Wrong};
use kernel::{Error, Finding, Findings};
use serde::{Deserialize, Serialize};
use web::{Form, FormView, note};

use super::clause::{Choice, Opened, opened, places};
use super::draft::shortened;
use super::{KeepCharter, beneath};
use crate::acts::draft::{self, Place, Seen, mark};
use crate::store;

/// A clause that has rules of a family.
#[derive(Debug, Clone, Serialize)]
struct Has {
    place: usize,
    number: String,
    rules: Vec<String>,
    /// The form cannot say all of them.
    beyond: bool,
}

#[derive(Debug, Clone, Serialize)]
struct FamilyLine {
    name: &'static str,
    clauses: Vec<Has>,
}

#[derive(Serialize)]
struct FamiliesPage {
    slug: String,
    families: Vec<FamilyLine>,
}

impl web::Page for FamiliesPage {
    const TEMPLATE: &'static str = "terms/families.html";
    fn sample() -> Self {
        let has = |beyond| Has { place: 2, number: "4.10".to_owned(), rules: vec!["the quorum is half of the members.".to_owned()], beyond };
        let line = |family: Family| FamilyLine { name: family.name(), clauses: vec![has(false), has(true)] };
        Self {
            slug: "wealdshire-board".to_owned(),
            families: Family::ALL.into_iter().map(line).chain([FamilyLine { name: "quorum", clauses: Vec::new() }]).collect(),
        }
    }
}
web::page!(FamiliesPage);

pub(crate) async fn choose(pass: May<KeepCharter>, State(house): State<House>) -> Result<Response, Problem> {
    let opened = opened(&pass, &house).await?;
    let charter = store::charter_of(&opened.draft.text);
    let line = |family: Family| {
        let clauses = charter.clauses.iter().enumerate().filter_map(|(index, clause)| {
            let ours: Vec<String> = clause.rules.iter().filter(|rule| family.holds(&rule.tree)).map(|rule| rule.canonical.clone()).collect();
            let beyond = matches!(family.read(&clause.rules), Within::Beyond(_));
            (!ours.is_empty()).then(|| Has { place: index + 1, number: clause.number.clone(), rules: ours, beyond })
        });
        FamilyLine { name: family.name(), clauses: clauses.collect() }
    };
    let frame = beneath(&opened.head, web::words("families-title", &[]), true);
    let page = FamiliesPage { slug: opened.head.body.slug.clone(), families: Family::ALL.into_iter().map(line).collect() };
    Ok(web::page(pass.who(), frame, &page))
}

/// A question as the page asks it.
#[derive(Debug, Clone, Serialize)]
struct Asked {
    /// The field.
    name: String,
    /// `number`, `name`, `tick`, `radios`, `select`.
    kind: &'static str,
    label: String,
    hint: Option<String>,
    choices: Vec<Choice>,
}

/// Questions that stand together, and when they matter: always, or while a field is answered so.
#[derive(Debug, Clone, Serialize)]
struct Group {
    /// The number of a row of a form with rows.
    row: Option<String>,
    when: Option<String>,
    asked: Vec<Asked>,
}

/// The value of a field that means that nothing is said.
const NOTHING: &str = "none";
/// The questions of a row in the order in which they read as a sentence.
const ROW: [&str; 4] = ["bound", "count", "of", "from"];
/// So many empty rows are offered in a form with rows.
const SPARE_ROWS: usize = 3;

/// The name of a question without its row, and the row.
fn row_of(name: &str) -> (&str, Option<usize>) {
    match name.rsplit_once('-').and_then(|(stem, row)| Some((stem, row.parse().ok()?))) {
        Some((stem, row)) => (stem, Some(row)),
        None => (name, None),
    }
}

fn asked(family: Family, question: &Question) -> Asked {
    let (stem, row) = row_of(&question.name);
    let stem = stem.replace('_', "-");
    let label = web::words(&format!("form-{}-{stem}", family.name()), &[]);
    let hint = format!("form-{}-{stem}-hint", family.name());
    // What helps to fill in a row is said once.
    let hint = (web::knows(&hint) && row.is_none_or(|row| row == 1)).then(|| web::words(&hint, &[]));
    let said = |value: &str| {
        let own = format!("choice-{}-{stem}-{}", family.name(), if value.is_empty() { "plain" } else { value });
        let shared = format!("choice-{}", if value.is_empty() { "plain" } else { value });
        let text = web::words(if web::knows(&own) { &own } else { &shared }, &[]);
        Choice { value: value.to_owned(), text }
    };
    let (kind, choices) = match &question.answer {
        Answered::Number { .. } => ("number", Vec::new()),
        Answered::Name => ("name", Vec::new()),
        Answered::Choice { choices } if question.optional && *choices == ["yes"] => ("tick", Vec::new()),
        Answered::Choice { choices } if question.optional && row.is_none() => {
            let nothing = format!("form-{}-{stem}-none", family.name());
            let nothing = web::words(if web::knows(&nothing) { &nothing } else { "form-nothing-said" }, &[]);
            let all = choices.iter().map(|value| said(value)).chain([Choice { value: NOTHING.to_owned(), text: nothing }]);
            ("radios", all.collect())
        }
        Answered::Choice { choices } => ("select", choices.iter().map(|value| said(value)).collect()),
    };
    Asked { name: question.name.clone(), kind, label, hint, choices }
}

/// The questions of a form in groups. Of a form with rows, the rows that are filled and a few more.
fn groups(family: Family, filled: impl Fn(&str) -> bool) -> Vec<Group> {
    let questions = family.questions();
    let last = questions.iter().filter(|question| filled(&question.name)).filter_map(|question| row_of(&question.name).1).max().unwrap_or(0);
    let mut groups: Vec<Group> = Vec::new();
    for question in questions.iter().filter(|question| row_of(&question.name).1.is_none_or(|row| row <= last + SPARE_ROWS)) {
        let row = row_of(&question.name).1.map(|row| row.to_string());
        let when = if row.is_some() { None } else { question.when.as_ref().map(|(field, values)| format!("{field}={}", values.join("|"))) };
        if groups.last().is_none_or(|group| group.row != row || group.when != when) {
            groups.push(Group { row, when, asked: Vec::new() });
        }
        if let Some(group) = groups.last_mut() {
            group.asked.push(asked(family, question));
        }
    }
    for group in groups.iter_mut().filter(|group| group.row.is_some()) {
        group.asked.sort_by_key(|asked| ROW.iter().position(|stem| *stem == row_of(&asked.name).0));
    }
    groups
}

#[derive(Serialize)]
struct FamilyPage {
    form: FormView,
    slug: String,
    family: &'static str,
    /// The clause whose rules these are, from 1; none for a new clause.
    place: Option<usize>,
    number: String,
    groups: Vec<Group>,
    /// The rules of this family that stand beneath the clause.
    rules: Vec<String>,
    /// Those that the form cannot say.
    beyond: Vec<String>,
    places: Vec<Choice>,
}

impl web::Page for FamilyPage {
    const TEMPLATE: &'static str = "terms/family.html";
    fn sample() -> Self {
        let all = Family::ALL.into_iter().flat_map(|family| groups(family, |_| false)).collect();
        let rule = "the quorum is half of the members.".to_owned();
        Self {
            form: FormView::default(),
            slug: "wealdshire-board".to_owned(),
            family: "quorum",
            place: None,
            number: "4.10".to_owned(),
            groups: all,
            rules: vec![rule.clone()],
            beyond: Vec::new(),
            places: places(&Outline::of("**1** Words.\n"), None),
        }
    }
}
web::page!(FamilyPage);

/// Which clause's rules are shown, from 1.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Which {
    clause: Option<usize>,
}

fn page(pass: &May<KeepCharter>, opened: &Opened, family: Family, index: Option<usize>, form: FormView, answers: &Answers) -> Response {
    let clause = index.and_then(|index| opened.outline.clauses.get(index));
    let charter = store::charter_of(&opened.draft.text);
    let own = index.and_then(|index| charter.clauses.get(index)).map(|clause| clause.rules.as_slice()).unwrap_or_default();
    let beyond = match family.read(own) {
        Within::Beyond(beyond) => beyond,
        Within::Nothing | Within::Answers(_) => Vec::new(),
    };
    let title = web::words(&format!("family-{}", family.name()), &[]);
    let frame =
        beneath(&opened.head, title, true).under(web::words("families-title", &[]), format!("/bodies/{}/charter/draft/forms", opened.head.body.slug));
    let refused = form.refuses();
    let page = FamilyPage {
        form,
        slug: opened.head.body.slug.clone(),
        family: family.name(),
        place: clause.and(index).map(|index| index + 1),
        number: clause.map(|clause| clause.number.clone()).unwrap_or_default(),
        groups: groups(family, |name| answers.get(name).is_some_and(|answer| !answer.is_empty())),
        rules: own.iter().filter(|rule| family.holds(&rule.tree)).map(|rule| rule.canonical.clone()).collect(),
        beyond,
        places: places(&opened.outline, None),
    };
    if refused { web::again(pass.who(), frame, &page) } else { web::page(pass.who(), frame, &page) }
}

pub(crate) async fn show(
    pass: May<KeepCharter>,
    State(house): State<House>,
    Path((_, name)): Path<(String, String)>,
    Query(which): Query<Which>,
) -> Result<Response, Problem> {
    let family = Family::named(&name).ok_or(Error::NotFound)?;
    let opened = opened(&pass, &house).await?;
    let clauses = &opened.outline.clauses;
    let index = match which.clause {
        Some(place) => Some(place.checked_sub(1).filter(|index| *index < clauses.len()).ok_or(Error::NotFound)?),
        None => None,
    };
    let charter = store::charter_of(&opened.draft.text);
    let answers = match index.and_then(|index| charter.clauses.get(index)).map(|clause| family.read(&clause.rules)) {
        Some(Within::Answers(answers)) => answers,
        _ => Answers::new(),
    };
    let mut form = FormView::new(&house).at_version(opened.draft.version);
    form = match index {
        Some(index) => form.with("clause", index + 1).with("mark", mark(&clauses[index].source)),
        None => {
            let last = clauses.len().checked_sub(1);
            form.with("number", opened.outline.next_number(last)).with("behind", last.map_or("first", |last| clauses[last].number.as_str()))
        }
    };
    for question in family.questions() {
        let nothing =
            || matches!(&question.answer, Answered::Choice { choices } if question.optional && *choices != ["yes"]).then(|| NOTHING.to_owned());
        if let Some(value) = answers.get(&question.name).cloned().or_else(nothing) {
            form = form.with(&question.name, value);
        }
    }
    Ok(page(&pass, &opened, family, index, form, &answers))
}

/// The answers among the fields that were sent.
fn answered(family: Family, typed: &HashMap<String, String>) -> Answers {
    let given = |name: &String| typed.get(name).map(|value| value.trim().to_owned()).filter(|value| !value.is_empty() && value != NOTHING);
    let mut answers: Answers = family.questions().into_iter().filter_map(|question| Some((question.name.clone(), given(&question.name)?))).collect();
    // A row without a name is an empty row, whatever its lists show.
    let empty: Vec<String> = answers
        .keys()
        .filter(|name| row_of(name).1.is_some_and(|row| given(&format!("from-{row}")).is_none() && given(&format!("count-{row}")).is_none()))
        .cloned()
        .collect();
    empty.iter().for_each(|name| drop(answers.remove(name)));
    answers
}

fn wrong_finding((field, wrong): (String, Wrong)) -> Finding {
    let finding = match wrong {
        Wrong::NumberMissing => Finding::refuse("form-number-missing"),
        Wrong::NotANumber { most } => Finding::refuse("form-not-a-number").with("most", most),
        Wrong::NameMissing => Finding::refuse("form-name-missing"),
        Wrong::NotAName => Finding::refuse("form-not-a-name"),
        Wrong::NotChosen => Finding::refuse("form-not-chosen"),
        Wrong::NoRule => Finding::refuse("form-no-rule"),
    };
    finding.at(&field)
}

pub(crate) async fn write(
    pass: May<KeepCharter>,
    State(house): State<House>,
    Path((slug, name)): Path<(String, String)>,
    form: Form<HashMap<String, String>>,
) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let family = Family::named(&name).ok_or(Error::NotFound)?;
    let typed = |name: &str| form.value.get(name).map_or("", String::as_str);
    let answers = answered(family, &form.value);
    let clause: Option<usize> = typed("clause").parse().ok();
    let index = clause.and_then(|place: usize| place.checked_sub(1));
    let mut findings = Findings::none();
    let rules = match family.write(&answers) {
        Ok(rules) => rules,
        Err(wrong) => {
            findings = wrong.into_iter().map(wrong_finding).collect();
            Vec::new()
        }
    };
    let nothing = rules.is_empty() && index.is_none() && !findings.refuses();
    findings.push_if(nothing, || Finding::refuse("form-nothing"));
    let piece = match index {
        Some(_) => None,
        None => new_clause(&form.value, &rules, &mut findings),
    };
    if findings.refuses() {
        let opened = opened(&pass, &house).await?;
        return Ok(page(&pass, &opened, family, index, form.refused(findings), &answers));
    }
    let done = match (index, piece) {
        (Some(place), _) => draft::write_rules(&house, &pass, &Seen { place, mark: typed("mark").to_owned() }, family, &rules).await,
        (None, Some(piece)) => {
            let heading = Some(typed("heading").trim().to_owned()).filter(|heading| !heading.is_empty());
            let place = Place { behind: Some(typed("behind").to_owned()).filter(|behind| behind != "first"), heading };
            draft::add_clause(&house, &pass, piece, &place).await
        }
        (None, None) => return Err(Error::NotFound.into()),
    };
    match done {
        Ok(index) => {
            let number = opened(&pass, &house).await?.outline.clauses.get(index).map(|clause| clause.number.clone()).unwrap_or_default();
            Ok(web::go(format!("/bodies/{slug}/charter/draft#{}", web::clause_anchor(&number))))
        }
        // The clause was changed meanwhile: its rules as they stand now are told beside what was answered, which stays.
        Err(Error::Conflict(_)) => {
            let opened = opened(&pass, &house).await?;
            let now = index.filter(|index| *index < opened.outline.clauses.len());
            let mut view = FormView::new(&house).at_version(opened.draft.version).noting(Finding::warn("form-changed-meanwhile").into());
            for (field, value) in form.value.iter().filter(|(field, _)| !matches!(field.as_str(), "mark" | "key" | "version" | "clause")) {
                view = view.with(field, value);
            }
            if let Some(now) = now {
                view = view.with("clause", now + 1).with("mark", mark(&opened.outline.clauses[now].source));
            }
            Ok(page(&pass, &opened, family, now, view, &answers))
        }
        Err(Error::Refused(findings)) => {
            let opened = opened(&pass, &house).await?;
            Ok(page(&pass, &opened, family, index, form.refused(findings), &answers))
        }
        Err(error) => Err(error.into()),
    }
}

/// A clause of its own for the rules. Without words it says what its rules say.
fn new_clause(typed: &HashMap<String, String>, rules: &[String], findings: &mut Findings) -> Option<Piece> {
    let typed = |name: &str| typed.get(name).map_or("", String::as_str);
    let number = note(findings, web::parse_line("number", typed("number"), 60))?;
    let words = note(findings, web::parse_text_if_any("words", typed("words"), 20_000)).flatten();
    let words = words.unwrap_or_else(|| rules.iter().map(|rule| sentence(rule)).collect::<Vec<_>>().join(" "));
    let piece = Piece::new(&number, &words, &rules.join("\n"));
    if piece.is_err() {
        findings.push(Finding::refuse("clause-number-odd").at("number").with("words", shortened(&words)));
    }
    piece.ok()
}

/// A rule as a sentence of the text.
fn sentence(rule: &str) -> String {
    let mut letters = rule.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// What a page says of every question and choice; a test asks whether the locale knows it.
#[cfg(test)]
fn said() -> std::collections::BTreeMap<String, String> {
    let all =
        Family::ALL.into_iter().flat_map(|family| groups(family, |name| row_of(name).1.is_some()).into_iter().map(move |group| (family, group)));
    all.flat_map(|(family, group)| {
        group.asked.into_iter().flat_map(move |asked| {
            let name = format!("{} {}", family.name(), asked.name);
            let choices = asked.choices.into_iter().map({
                let name = name.clone();
                move |choice| (format!("{name}={}", choice.value), choice.text)
            });
            std::iter::once((name, asked.label)).chain(choices).collect::<Vec<_>>()
        })
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_question_and_every_choice_has_words() {
        let missing: Vec<_> = said().into_iter().filter(|(_, text)| text.contains('⟦')).collect();
        assert_eq!(missing, []);
    }
}
