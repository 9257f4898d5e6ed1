//! Laying a version, recording that it was adopted, ending it: no act changes a text that was laid. Writing the draft before that
//! stands in [`draft`].

pub mod draft;

use ::store::{Entry, event};
use access::{House, Permit};
use kernel::{CharterId, Conflict, Day, Error, Finding, Findings, Result};
use serde_json::json;

use crate::model::{Adoption, CharterState, NewVersion, Proposed, Version};
use crate::rights::KeepCharter;
use crate::store;

event!(
    /// A version was laid.
    LAID,
    "charter.laid"
);
event!(
    /// A version was adopted.
    ADOPTED,
    "charter.adopted"
);
event!(
    /// A version ceased to be in force.
    ENDED,
    "charter.superseded"
);
event!(
    /// A draft is not pursued.
    WITHDRAWN,
    "charter.withdrawn"
);

/// The longest text, in characters.
pub const LONGEST_TEXT: usize = 400_000;
/// The longest title and the longest words of an adoption, in characters.
pub const LONGEST_LINE: usize = 300;

/// Lays a version: a draft, or a text that is in use though nobody recorded its adoption.
///
/// # Errors
/// Refused when the text cannot be read as a charter, or has no title; a fault when the database refuses.
pub async fn lay(house: &House, permit: &Permit<KeepCharter>, mut new: NewVersion) -> Result<(CharterId, i64)> {
    let reading = charter::read(&new.text);
    let mut findings = Findings::none();
    findings.push_if(new.text.trim().is_empty(), || Finding::refuse("text-missing").at("text"));
    let long = new.text.chars().count();
    findings
        .push_if(long > LONGEST_TEXT, || Finding::refuse("text-too-long").at("text").with("most", LONGEST_TEXT).with("over", long - LONGEST_TEXT));
    let problems = reading.problems.len();
    findings.push_if(problems > 0 && findings.is_empty(), || Finding::refuse("charter-problems").at("text").with("number", problems));
    let title = new.title.take().filter(|title| !title.is_empty()).unwrap_or_else(|| reading.charter.title.clone());
    findings.push_if(title.is_empty() && problems == 0, || Finding::refuse("text-missing").at("title"));
    findings.or_refuse()?;
    new.dated = new.dated.or(reading.charter.head.dated);
    new.source = new.source.take().or(reading.charter.head.source);
    let state = if new.adoption_not_recorded { CharterState::AdoptionNotRecorded } else { CharterState::Draft };
    let mut w = house.write(permit.opening(&LAID)).await?;
    let body = *permit.id();
    let slug = bodies::store::body(&mut w, body).await?.slug;
    let id: CharterId = w.id();
    let number = store::insert(&mut w, id, body, &new, &title, state).await?;
    let entry = Entry::about(id.record(), page(&slug, number)).of_body(body);
    w.close(entry.after(json!({"number": number, "title": title, "state": state, "dated": new.dated, "text": new.text}))).await?;
    Ok((id, number))
}

fn page(slug: &str, number: i64) -> String {
    format!("/bodies/{slug}/charter/versions/{number}")
}

/// Somebody else changed the version's state since the form was opened.
fn unchanged(version: &Version, seen: i64) -> Result<()> {
    if seen == version.version {
        return Ok(());
    }
    Err(Error::Conflict(Box::new(Conflict { theirs: version.state.to_string(), yours: String::new(), version: version.version })))
}

/// What stands against adopting a draft: only the decision of a meeting that was shown it adopts it, or one that agreed it with
/// changes, once those are written in.
pub fn adoption_findings(version: &Version, proposed: Option<&Proposed>) -> Findings {
    let mut findings = Findings::none();
    let Some(proposed) = proposed else {
        findings.push(Finding::refuse("charter-not-proposed"));
        return findings;
    };
    match (proposed.standing(), version.proposed_at.is_some()) {
        ("agreed", true) | ("amended", false) => {}
        ("waiting", _) => findings.push(Finding::refuse("charter-undecided")),
        ("amended", true) => findings.push(Finding::refuse("charter-amended")),
        ("deferred", _) => findings.push(Finding::refuse("charter-undecided")),
        _ => findings.push(Finding::refuse("charter-not-agreed")),
    }
    findings
}

/// Records that a version was adopted. The version in force until then is superseded from the day this one starts. A draft is
/// adopted by the decision of the meeting that it was put to, on the day of that decision; a text that is in use already, by what is
/// said of it.
///
/// # Errors
/// Refused when it is neither a draft that a meeting agreed nor in use unadopted, or when nothing says how a text in use was
/// adopted; a conflict when somebody changed it meanwhile.
pub async fn record_adoption(house: &House, permit: &Permit<KeepCharter>, number: i64, seen: i64, mut adoption: Adoption) -> Result<()> {
    let mut w = house.write(permit.opening(&ADOPTED)).await?;
    let body = *permit.id();
    let version = store::version(&mut w, body, number).await?.version;
    unchanged(&version, seen)?;
    let mut findings = Findings::none();
    let adoptable = matches!(version.state, CharterState::Draft | CharterState::AdoptionNotRecorded);
    findings.push_if(!adoptable, || Finding::refuse("charter-already-decided"));
    if version.state == CharterState::Draft {
        let proposed = store::proposed(&mut w, &version).await?;
        findings.extend(adoption_findings(&version, proposed.as_ref()));
        let decided = proposed.and_then(|proposed| Some((proposed.decision?, proposed.taken_on?)));
        (adoption.decision, adoption.words) = (decided.map(|(decision, _)| decision), None);
        adoption.on = decided.map_or(adoption.on, |(_, on)| on);
    } else {
        findings.push_if(adoption.words.is_none(), || Finding::refuse("charter-adoption-how").at("words"));
        adoption.decision = None;
    }
    findings.push_if(adoption.starts_on.is_some_and(|from| from < adoption.on), || {
        Finding::refuse("charter-starts-before").at("starts_on").with("adopted", adoption.on)
    });
    findings.push_if(version.dated.is_some_and(|dated| dated > adoption.on), || {
        Finding::warn("charter-adopted-before-dated").at("on").with("dated", version.dated.unwrap_or(adoption.on))
    });
    findings.or_refuse()?;
    let slug = bodies::store::body(&mut w, body).await?.slug;
    let superseded = store::adopt(&mut w, &version, &adoption).await?;
    let entry = Entry::about(version.id.record(), page(&slug, number)).of_body(body).before(&version);
    w.close(entry.after(json!({"state": CharterState::Adopted, "adoption": adoption, "superseded": superseded}))).await?;
    Ok(())
}

/// Ends a version: from this day it is not in force, whether or not another takes its place.
///
/// # Errors
/// Refused when it is not in force, or would end before it begins; a conflict when somebody changed it meanwhile.
pub async fn supersede(house: &House, permit: &Permit<KeepCharter>, number: i64, seen: i64, on: Day) -> Result<()> {
    let mut w = house.write(permit.opening(&ENDED)).await?;
    let body = *permit.id();
    let version = store::version(&mut w, body, number).await?.version;
    unchanged(&version, seen)?;
    let begins = version.starts_on.or(version.dated);
    if let Some(begins) = begins.filter(|begins| on < *begins) {
        return Err(Error::refuse(Finding::refuse("charter-ends-before").at("on").with("begins", begins)));
    }
    if !store::end(&mut w, &version, on).await? {
        return Err(Error::refuse(Finding::refuse("charter-not-in-force")));
    }
    let slug = bodies::store::body(&mut w, body).await?.slug;
    w.close(Entry::about(version.id.record(), page(&slug, number)).of_body(body).before(&version).after(json!({"superseded_on": on}))).await?;
    Ok(())
}

/// A draft is not pursued. Its text stays in the record.
///
/// # Errors
/// Refused when it is no draft; a conflict when somebody changed it meanwhile.
pub async fn withdraw(house: &House, permit: &Permit<KeepCharter>, number: i64, seen: i64) -> Result<()> {
    let mut w = house.write(permit.opening(&WITHDRAWN)).await?;
    let body = *permit.id();
    let version = store::version(&mut w, body, number).await?.version;
    unchanged(&version, seen)?;
    if let Some(waiting) = store::proposed(&mut w, &version).await?.filter(|proposed| proposed.standing() == "waiting") {
        return Err(Error::refuse(Finding::refuse("charter-on-agenda").with("day", waiting.day.map(|day| day.to_string()).unwrap_or_default())));
    }
    if !store::withdraw(&mut w, &version).await? {
        return Err(Error::refuse(Finding::refuse("charter-no-draft")));
    }
    let slug = bodies::store::body(&mut w, body).await?.slug;
    w.close(Entry::about(version.id.record(), page(&slug, number)).of_body(body).before(&version).after(json!({"state": CharterState::Withdrawn})))
        .await?;
    Ok(())
}
