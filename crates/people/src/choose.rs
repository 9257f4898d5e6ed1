//! Choosing a person or an organisation by name, in two steps that work without a script: a name is typed; one who bears
//! exactly that name is taken, otherwise the form comes back with those it may mean, and with leave to record a new one.

use ::store::Read;
use access::{House, Permit};
use kernel::{Error, Finding, Findings, OrganisationId, PersonId, Result};
use serde::{Deserialize, Serialize};

use crate::acts;
use crate::model::{NewOrganisation, NewPerson};
use crate::rights::RecordPeople;
use crate::{rules, store};

/// The fields of a chosen person, to be flattened into a form's own; `field.choose(form, choosing, "person", …)` shows them.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct PersonFields {
    person: String,
    person_id: String,
    person_for: String,
    person_new: String,
}

/// The fields of a chosen organisation, to be flattened into a form's own; `field.choose(form, choosing, "organisation", …)`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct OrganisationFields {
    organisation: String,
    organisation_id: String,
    organisation_for: String,
    organisation_new: String,
}

/// Somebody or something that a typed name may mean.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Candidate {
    /// Its id, or `new`.
    pub value: String,
    /// Its name.
    pub text: String,
    /// What tells it from its namesakes.
    pub hint: String,
}

/// What a typed name may mean; nothing in it until that had to be asked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Choosing {
    /// Whom it may mean, last of all somebody new.
    pub candidates: Vec<Candidate>,
    /// The name it was asked for.
    pub typed: String,
}

impl Choosing {
    /// An example with its question asked.
    pub fn sample() -> Self {
        let known = Candidate {
            value: uuid::Uuid::nil().to_string(),
            text: "Bishop Stephen Venner".to_owned(),
            hint: "Chair, Forum of Faiths – Wealdshire Partnership".to_owned(),
        };
        Self { candidates: vec![known, new_one("Stephen Venner")], typed: "Stephen Venner".to_owned() }
    }
}

/// Who was chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chosen<Id, New> {
    /// Recorded already.
    Known(Id),
    /// To be recorded with the act.
    New(New),
}

fn new_one(name: &str) -> Candidate {
    Candidate { value: "new".to_owned(), text: web::words("choose-new", &[("name", name)]), hint: String::new() }
}

struct Asked<'a> {
    field: &'a str,
    typed: &'a str,
    id: &'a str,
    asked_for: &'a str,
    new: bool,
}

enum Answer {
    Nothing,
    Id(uuid::Uuid),
    New(String),
}

/// What the candidates and the answers given to them come to.
fn settle(asked: &Asked<'_>, name: String, exact: &[uuid::Uuid], candidates: Vec<Candidate>, findings: &mut Findings) -> (Answer, Choosing) {
    let answered = asked.asked_for.trim() == name;
    let picked = candidates.iter().find(|candidate| answered && candidate.value == asked.id).map(|candidate| candidate.value.clone());
    if asked.new || (answered && asked.id == "new") {
        return (Answer::New(name), Choosing::default());
    }
    if let Some(id) = picked.and_then(|id| id.parse().ok()) {
        return (Answer::Id(id), Choosing::default());
    }
    if let [only] = exact {
        return (Answer::Id(*only), Choosing::default());
    }
    let code = if candidates.is_empty() { "choose-unknown" } else { "choose-which" };
    findings.push(Finding::refuse(code).at(asked.field).with("name", &name));
    let choosing = Choosing { candidates: candidates.into_iter().chain([new_one(&name)]).collect(), typed: name };
    (Answer::Nothing, choosing)
}

async fn who(read: &mut Read, findings: &mut Findings, asked: Asked<'_>) -> Result<(Answer, Choosing)> {
    let Some(name) = web::note(findings, web::parse_line(asked.field, asked.typed, rules::LONGEST_NAME)) else {
        return Ok((Answer::Nothing, Choosing::default()));
    };
    let candidates = store::people_like(read, &name).await?;
    let same = |candidate: &&store::Like| candidate.exact;
    let exact: Vec<uuid::Uuid> = candidates.iter().filter(same).map(|candidate| candidate.id).collect();
    let candidates = candidates.into_iter().map(store::Like::candidate).collect();
    Ok(settle(&asked, name, &exact, candidates, findings))
}

/// Whom a name that somebody else wrote down may mean: asked even where one person bears exactly that name, who may be another.
///
/// # Errors
/// A fault when the database refuses.
pub async fn asked(read: &mut Read, name: &str) -> Result<Choosing> {
    let known = store::people_like(read, name).await?.into_iter().map(store::Like::candidate);
    Ok(Choosing { candidates: known.chain([new_one(name)]).collect(), typed: name.to_owned() })
}

/// The person a form names. `None` beside a finding at `person` when that must be asked first.
///
/// # Errors
/// A fault when the database refuses.
pub async fn person(read: &mut Read, findings: &mut Findings, fields: &PersonFields) -> Result<(Option<Chosen<PersonId, NewPerson>>, Choosing)> {
    let asked =
        Asked { field: "person", typed: &fields.person, id: &fields.person_id, asked_for: &fields.person_for, new: fields.person_new == "yes" };
    let (answer, choosing) = who(read, findings, asked).await?;
    let chosen = match answer {
        Answer::Nothing => None,
        Answer::Id(id) => Some(Chosen::Known(id.into())),
        Answer::New(name) => Some(Chosen::New(NewPerson { name, ..NewPerson::default() })),
    };
    Ok((chosen, choosing))
}

/// The organisation a form names; `None` without a finding when none is named.
///
/// # Errors
/// A fault when the database refuses.
pub async fn organisation(
    read: &mut Read,
    findings: &mut Findings,
    fields: &OrganisationFields,
) -> Result<(Option<Chosen<OrganisationId, NewOrganisation>>, Choosing)> {
    let name = web::note(findings, web::parse_line_if_any("organisation", &fields.organisation, rules::LONGEST_NAME)).flatten();
    let Some(name) = name else { return Ok((None, Choosing::default())) };
    let asked = Asked {
        field: "organisation",
        typed: &fields.organisation,
        id: &fields.organisation_id,
        asked_for: &fields.organisation_for,
        new: fields.organisation_new == "yes",
    };
    let candidates = store::organisations_like(read, &name).await?;
    let exact: Vec<uuid::Uuid> = candidates.iter().filter(|candidate| candidate.exact).map(|candidate| candidate.id).collect();
    let candidates = candidates.into_iter().map(store::Like::candidate).collect();
    let (answer, choosing) = settle(&asked, name, &exact, candidates, findings);
    let chosen = match answer {
        Answer::Nothing => None,
        Answer::Id(id) => Some(Chosen::Known(id.into())),
        Answer::New(name) => Some(Chosen::New(NewOrganisation { name, ..NewOrganisation::default() })),
    };
    Ok((chosen, choosing))
}

fn repeated<Id: From<uuid::Uuid>>(result: Result<Id>) -> Result<Id> {
    match result {
        // The form came twice: the one recorded the first time is meant.
        Err(Error::Repeated(page)) => page.rsplit('/').next().and_then(|id| id.parse::<uuid::Uuid>().ok()).map(Id::from).ok_or(Error::NotFound),
        other => other,
    }
}

/// The id of who was chosen, recorded now when new. The permit comes from `hand_on_once`, so that a form sent twice records
/// nobody twice.
///
/// # Errors
/// Refused when the name is not one.
pub async fn recorded_person(house: &House, permit: &Permit<RecordPeople>, chosen: Chosen<PersonId, NewPerson>) -> Result<PersonId> {
    match chosen {
        Chosen::Known(id) => Ok(id),
        Chosen::New(new) => repeated(acts::record_person(house, permit, new).await),
    }
}

/// The id of what was chosen, recorded now when new.
///
/// # Errors
/// Refused when the name is not one.
pub async fn recorded_organisation(
    house: &House,
    permit: &Permit<RecordPeople>,
    chosen: Chosen<OrganisationId, NewOrganisation>,
) -> Result<OrganisationId> {
    match chosen {
        Chosen::Known(id) => Ok(id),
        Chosen::New(new) => repeated(acts::record_organisation(house, permit, new).await),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn candidate(n: u128, name: &str) -> Candidate {
        Candidate { value: uuid::Uuid::from_u128(n).to_string(), text: name.to_owned(), hint: String::new() }
    }

    fn settled(asked: Asked<'_>, exact: &[u128], candidates: Vec<Candidate>) -> (Answer, Choosing, Findings) {
        let mut findings = Findings::none();
        let exact: Vec<uuid::Uuid> = exact.iter().copied().map(uuid::Uuid::from_u128).collect();
        let (answer, choosing) = settle(&asked, asked.typed.to_owned(), &exact, candidates, &mut findings);
        (answer, choosing, findings)
    }

    fn asked<'a>(id: &'a str, asked_for: &'a str, new: bool) -> Asked<'a> {
        Asked { field: "person", typed: "Ada Marsh", id, asked_for, new }
    }

    #[test]
    fn the_only_bearer_of_a_name_is_taken_and_namesakes_are_asked_about() {
        let (answer, ..) = settled(asked("", "", false), &[1], vec![candidate(1, "Ada Marsh"), candidate(2, "Ada Marshall")]);
        assert!(matches!(answer, Answer::Id(id) if id == uuid::Uuid::from_u128(1)));
        let (answer, choosing, findings) = settled(asked("", "", false), &[1, 2], vec![candidate(1, "Ada Marsh"), candidate(2, "Ada Marsh")]);
        assert!(matches!(answer, Answer::Nothing) && findings.refuses());
        assert_eq!(choosing.candidates.len(), 3);
    }

    #[test]
    fn nobody_is_recorded_anew_without_having_been_asked() {
        let (answer, _, findings) = settled(asked("", "", false), &[], Vec::new());
        assert!(matches!(answer, Answer::Nothing));
        assert_eq!(findings.0[0].code, "choose-unknown");
        let (answer, ..) = settled(asked("new", "Ada Marsh", false), &[], Vec::new());
        assert!(matches!(answer, Answer::New(name) if name == "Ada Marsh"));
    }

    #[test]
    fn an_answer_given_for_another_name_counts_for_nothing() {
        let one = uuid::Uuid::from_u128(1).to_string();
        let (answer, ..) = settled(asked(&one, "Ada Marshall", false), &[], vec![candidate(1, "Ada Marshall")]);
        assert!(matches!(answer, Answer::Nothing));
        let (answer, ..) = settled(asked("new", "Somebody Else", false), &[], Vec::new());
        assert!(matches!(answer, Answer::Nothing));
    }

    #[test]
    fn an_id_that_was_not_offered_is_not_taken() {
        let other = uuid::Uuid::from_u128(7).to_string();
        let (answer, ..) = settled(asked(&other, "Ada Marsh", false), &[], vec![candidate(1, "Ada Marsh")]);
        assert!(matches!(answer, Answer::Nothing));
    }
}
