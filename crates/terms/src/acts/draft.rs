//! Writing the draft: clause by clause, or whole. A draft may hold lines that cannot be read; nothing typed is lost, and when two
//! people write at once the one who comes second sees both texts.

use ::store::{Entry, Write, event};
use access::{House, Permit};
use charter::edit::{Outline, Piece, with_head};
use charter::form::Family;
use kernel::{CharterId, Conflict, Error, Finding, Result};
use serde::Serialize;
use serde_json::json;

use super::{LONGEST_TEXT, page};
use crate::model::{CharterState, Draft, NewVersion};
use crate::rights::KeepCharter;
use crate::store;

event!(
    /// A draft was begun.
    BEGUN,
    "charter.draft-begun"
);
event!(
    /// The text of a draft was changed.
    CHANGED,
    "charter.draft-changed"
);
event!(
    /// A draft was set aside; its text stays readable as a version that is not pursued.
    SET_ASIDE,
    "charter.draft-set-aside"
);
event!(
    /// The changes that a meeting made were written into a version.
    CHANGES_WRITTEN,
    "charter.changes-written"
);

/// What a draft is begun from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Begin {
    /// A version of this body's terms, by its number.
    Version(i64),
    /// A text, such as a model with its blanks filled.
    Text(String),
    /// Nothing yet but the head.
    Empty,
}

/// A clause as somebody saw it when they opened it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// Its place among the clauses, from 0.
    pub place: usize,
    /// The [`mark`] of its text.
    pub mark: String,
}

/// What a text is known by: the same text has the same mark.
pub fn mark(text: &str) -> String {
    use std::hash::{DefaultHasher, Hash as _, Hasher as _};
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

fn place_of(slug: &str) -> String {
    format!("/bodies/{slug}/charter/draft")
}

/// Begins a draft. A body writes one at a time.
///
/// # Errors
/// Refused while there is one; not found without such a version.
pub async fn begin(house: &House, permit: &Permit<KeepCharter>, from: Begin) -> Result<()> {
    let mut w = house.write(permit.opening(&BEGUN)).await?;
    let head = bodies::store::head(&mut w, *permit.id()).await?;
    let body = &head.body;
    if store::draft(&mut w, body.id).await?.is_some() {
        return Err(Error::refuse(Finding::refuse("charter-draft-there")));
    }
    let today = house.today().to_string();
    let (text, number) = match from {
        Begin::Version(number) => (store::version(&mut w, body.id, number).await?.charter.source.clone(), Some(number)),
        Begin::Text(text) => (text, None),
        Begin::Empty => {
            (format!("---\nbody: {}\nnation: {}\n---\n\n# {}\n", body.name, head.partnership.nation, web::words("charter-title", &[])), None)
        }
    };
    // A text that has yet to be adopted bears the day on which it was written, whatever it was begun from.
    let text = with_head(&with_head(&text, "state", None), "dated", Some(&today));
    store::begin_draft(&mut w, body.id, &text, number).await?;
    let entry = Entry::about(body.id.record(), place_of(&body.slug)).of_body(body.id);
    w.close(entry.after(json!({"from": number, "text": text}))).await?;
    Ok(())
}

async fn draft(w: &mut Write, permit: &Permit<KeepCharter>) -> Result<Draft> {
    store::draft(w, *permit.id()).await?.ok_or(Error::NotFound)
}

/// Writes a changed text and keeps the act.
async fn keep(mut w: Write, permit: &Permit<KeepCharter>, draft: &Draft, text: &str, before: impl Serialize, after: impl Serialize) -> Result<()> {
    let long = text.chars().count();
    if long > LONGEST_TEXT {
        return Err(Error::refuse(Finding::refuse("text-too-long").at("words").with("most", LONGEST_TEXT).with("over", long - LONGEST_TEXT)));
    }
    let body = bodies::store::body(&mut w, *permit.id()).await?;
    if !store::save_draft(&mut w, body.id, text, draft.version).await? {
        return Err(Error::fault("a draft that was just read is gone"));
    }
    w.close(Entry::about(body.id.record(), place_of(&body.slug)).of_body(body.id).before(before).after(after)).await?;
    Ok(())
}

/// Where the clause that somebody opened stands now.
fn found(outline: &Outline, draft: &Draft, seen: &Seen, yours: &str) -> Result<usize> {
    let is_it = |place: usize| outline.clauses.get(place).is_some_and(|clause| mark(&clause.source) == seen.mark);
    let place = Some(seen.place).filter(|place| is_it(*place)).or_else(|| (0..outline.clauses.len()).find(|place| is_it(*place)));
    place.ok_or_else(|| {
        let theirs = outline.clauses.get(seen.place).map(|clause| clause.source.clone()).unwrap_or_default();
        Error::Conflict(Box::new(Conflict { theirs, yours: yours.to_owned(), version: draft.version }))
    })
}

/// Saves the whole text.
///
/// # Errors
/// A conflict when somebody saved meanwhile.
pub async fn save_text(house: &House, permit: &Permit<KeepCharter>, version: i64, text: &str) -> Result<()> {
    let mut w = house.write(permit.opening(&CHANGED)).await?;
    let draft = draft(&mut w, permit).await?;
    if draft.version != version {
        return Err(Error::Conflict(Box::new(Conflict { theirs: draft.text, yours: text.to_owned(), version: draft.version })));
    }
    keep(w, permit, &draft, text, json!({"text": draft.text}), json!({"text": text})).await
}

/// Where a clause is to stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Behind the clause with this number; none for the beginning.
    pub behind: Option<String>,
    /// The heading of the part that begins with it; none leaves what is there.
    pub heading: Option<String>,
}

/// The place of the clause with a number.
fn numbered(outline: &Outline, number: &str) -> Option<usize> {
    outline.clauses.iter().position(|clause| clause.number == number)
}

/// Puts other words and rules in the place of a clause's, and moves it where it is to stand elsewhere.
///
/// # Errors
/// A conflict, with both texts, when somebody changed that clause meanwhile. What others did to other clauses stays.
pub async fn change_clause(house: &House, permit: &Permit<KeepCharter>, seen: &Seen, piece: Piece, place: &Place) -> Result<usize> {
    let mut w = house.write(permit.opening(&CHANGED)).await?;
    let draft = draft(&mut w, permit).await?;
    let mut outline = Outline::of(&draft.text);
    let index = found(&outline, &draft, seen, &piece.source)?;
    let (before, after) = (outline.clauses[index].source.clone(), piece.source.clone());
    let stands = index.checked_sub(1).map(|above| outline.clauses[above].number.clone());
    outline.replace(index, piece, place.heading.as_deref());
    let behind = place.behind.as_deref().and_then(|number| numbered(&outline, number));
    if stands != place.behind && (place.behind.is_none() || behind.is_some_and(|behind| behind != index)) {
        outline.shift(index, behind);
    }
    let text = outline.text();
    let now = outline.clauses.iter().position(|clause| clause.source == after).unwrap_or(index);
    keep(w, permit, &draft, &text, json!({"clause": before}), json!({"clause": after, "behind": place.behind})).await?;
    Ok(now)
}

/// Puts a new clause in.
///
/// # Errors
/// A fault when the database refuses.
pub async fn add_clause(house: &House, permit: &Permit<KeepCharter>, piece: Piece, place: &Place) -> Result<usize> {
    let mut w = house.write(permit.opening(&CHANGED)).await?;
    let draft = draft(&mut w, permit).await?;
    let mut outline = Outline::of(&draft.text);
    // Where the clause it was to stand behind is gone, it stands at the end: nothing typed is lost.
    let index = place.behind.as_deref().map_or(0, |number| numbered(&outline, number).map_or(outline.clauses.len(), |place| place + 1));
    let after = piece.source.clone();
    outline.insert(index, piece, place.heading.as_deref());
    keep(w, permit, &draft, &outline.text(), serde_json::Value::Null, json!({"clause": after, "behind": place.behind})).await?;
    Ok(index)
}

/// Takes a clause out.
///
/// # Errors
/// A conflict when somebody changed it meanwhile.
pub async fn remove_clause(house: &House, permit: &Permit<KeepCharter>, seen: &Seen) -> Result<()> {
    let mut w = house.write(permit.opening(&CHANGED)).await?;
    let draft = draft(&mut w, permit).await?;
    let mut outline = Outline::of(&draft.text);
    let index = found(&outline, &draft, seen, "")?;
    let gone = outline.remove(index).map(|clause| clause.source);
    keep(w, permit, &draft, &outline.text(), json!({"clause": gone}), serde_json::Value::Null).await
}

/// Writes the rules of a family beneath a clause, in the place of those that stand there; the others stay.
///
/// # Errors
/// A conflict when somebody changed the clause meanwhile.
pub async fn write_rules(house: &House, permit: &Permit<KeepCharter>, seen: &Seen, family: Family, rules: &[String]) -> Result<usize> {
    let mut w = house.write(permit.opening(&CHANGED)).await?;
    let draft = draft(&mut w, permit).await?;
    let mut outline = Outline::of(&draft.text);
    let yours: Vec<String> = rules.iter().map(|rule| format!("Rule: {rule}")).collect();
    let index = found(&outline, &draft, seen, &yours.join("\n"))?;
    let clause = &outline.clauses[index];
    let before = clause.source.clone();
    let is_ours = |line: &String| line.strip_prefix("Rule: ").and_then(|rule| charter::read_rule(rule).ok()).is_some_and(|rule| family.holds(&rule));
    // The new ones stand where the first of the old ones stood, or before the cases.
    let place = clause
        .rules
        .iter()
        .position(is_ours)
        .or_else(|| clause.rules.iter().position(|line| line.starts_with("Case:")))
        .unwrap_or(clause.rules.len());
    let mut lines: Vec<String> = clause.rules[..place].iter().filter(|line| !is_ours(line)).cloned().collect();
    lines.extend(yours);
    lines.extend(clause.rules[place..].iter().filter(|line| !is_ours(line)).cloned());
    let changed = clause.with_rules(&lines);
    let after = changed.source.clone();
    outline.replace(index, changed, None);
    keep(w, permit, &draft, &outline.text(), json!({"clause": before}), json!({"clause": after})).await?;
    Ok(index)
}

/// Sets the draft aside. Its text stays readable as a version that is not pursued.
///
/// # Errors
/// A conflict when somebody saved meanwhile.
pub async fn set_aside(house: &House, permit: &Permit<KeepCharter>, version: i64) -> Result<i64> {
    let mut w = house.write(permit.opening(&SET_ASIDE)).await?;
    let draft = draft(&mut w, permit).await?;
    unchanged(&draft, version)?;
    let (id, number, slug) = laid(&mut w, permit, &draft, CharterState::Withdrawn).await?;
    w.close(Entry::about(id.record(), page(&slug, number)).of_body(*permit.id()).after(json!({"number": number, "text": draft.text}))).await?;
    Ok(number)
}

fn unchanged(draft: &Draft, seen: i64) -> Result<()> {
    if draft.version == seen {
        return Ok(());
    }
    Err(Error::Conflict(Box::new(Conflict { theirs: draft.text.clone(), yours: String::new(), version: draft.version })))
}

/// Lays the text of a draft as a version, and ends the draft.
///
/// # Errors
/// A fault when the database refuses.
pub async fn laid(w: &mut Write, permit: &Permit<KeepCharter>, draft: &Draft, state: CharterState) -> Result<(CharterId, i64, String)> {
    let body = bodies::store::body(w, *permit.id()).await?;
    let charter = store::charter_of(&draft.text);
    let title = if charter.title.is_empty() { web::words("charter-title", &[]) } else { charter.title.clone() };
    let new = NewVersion { text: draft.text.clone(), dated: charter.head.dated, source: charter.head.source.clone(), ..NewVersion::default() };
    let id: CharterId = w.id();
    let number = store::insert(w, id, body.id, &new, &title, state).await?;
    if !store::end_draft(w, body.id, draft.version).await? {
        return Err(Error::fault("a draft that was just read is gone"));
    }
    Ok((id, number, body.slug))
}

/// What stands against laying a draft before a meeting: lines that cannot be read, rules that cannot hold together, nothing written.
pub fn unready(draft: &Draft) -> Vec<Finding> {
    let reading = charter::read(&draft.text);
    let mut findings = Vec::new();
    if !reading.problems.is_empty() {
        findings.push(Finding::refuse("charter-draft-unreadable").with("number", reading.problems.len()));
    }
    let contradictions = charter::check(&reading.charter).into_iter().filter(|remark| remark.weight == charter::Weight::Error).count();
    if contradictions > 0 {
        findings.push(Finding::refuse("charter-draft-contradicts").with("number", contradictions));
    }
    if reading.charter.clauses.is_empty() {
        findings.push(Finding::refuse("charter-draft-empty"));
    }
    let unfilled = reading.charter.clauses.iter().filter(|clause| !clause.unfilled.is_empty()).count();
    if unfilled > 0 {
        findings.push(Finding::refuse("charter-draft-unfilled").with("number", unfilled));
    }
    findings
}

/// Lays the draft as the text that a meeting agreed with changes of its own. The version that the meeting was shown is kept beside it.
///
/// # Errors
/// Refused when the draft is not begun from a version that a meeting agreed with changes, or cannot be read; a conflict when
/// somebody saved meanwhile.
pub async fn write_changes(house: &House, permit: &Permit<KeepCharter>, version: i64) -> Result<i64> {
    let mut w = house.write(permit.opening(&CHANGES_WRITTEN)).await?;
    let draft = draft(&mut w, permit).await?;
    unchanged(&draft, version)?;
    let findings: kernel::Findings = unready(&draft).into_iter().collect();
    findings.or_refuse()?;
    let Some(shown) = draft.from else { return Err(Error::refuse(Finding::refuse("charter-not-amended"))) };
    let shown = store::version(&mut w, *permit.id(), shown).await?.version;
    let proposed = store::proposed(&mut w, &shown).await?.filter(|proposed| proposed.standing() == "amended" && shown.proposed_at.is_some());
    let Some(proposed) = proposed else { return Err(Error::refuse(Finding::refuse("charter-not-amended"))) };
    let (id, number, slug) = laid(&mut w, permit, &draft, CharterState::Draft).await?;
    store::propose(&mut w, id, proposed.motion, None).await?;
    let entry = Entry::about(id.record(), page(&slug, number)).of_body(*permit.id());
    w.close(entry.before(json!({"shown": shown.number})).after(json!({"number": number, "text": draft.text, "motion": proposed.motion}))).await?;
    Ok(number)
}
