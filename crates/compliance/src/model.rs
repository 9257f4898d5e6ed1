//! The standing of a body to its terms, as the charter's engine tells it.

use ::store::Read;
use charter::{Record, State, Verdict};
use kernel::{BodyId, Day, Result};
use serde::Serialize;
use terms::{InForce, Scope, clause_anchor};

/// A verdict as a page shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Judged {
    /// How it stands.
    pub state: State,
    /// The sentence with its numbers.
    pub sentence: String,
    /// The clause it rests on.
    pub clause: Option<String>,
    /// Where that clause stands on the charter's page.
    pub anchor: Option<String>,
    /// The facts it rests on.
    pub because: Vec<String>,
    /// The facts that are missing.
    pub missing: Vec<String>,
}

impl Judged {
    pub(crate) fn of(verdict: Verdict) -> Self {
        Self {
            state: verdict.state,
            sentence: verdict.sentence,
            anchor: verdict.clause.as_deref().map(clause_anchor),
            clause: verdict.clause,
            because: verdict.because,
            missing: verdict.missing,
        }
    }

    /// How the lamp shows it: filled, hollow or dashed.
    pub fn lamp(&self) -> &'static str {
        match self.state {
            State::Met | State::Excused => "yes",
            State::Breached | State::Late => "no",
            State::Expected | State::Due | State::CannotTell | State::NoneGiven => "unknown",
        }
    }
}

/// What those who keep the record have noted of it, where no rule can compute it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Noted {
    /// What is the matter.
    pub verdict: bodies::model::Verdict,
    /// In a sentence or two.
    pub words: String,
    /// The clause concerned.
    pub clause: Option<String>,
    /// Where that clause stands on the charter's page.
    pub anchor: Option<String>,
    /// Where both sides are found.
    pub source: Option<String>,
}

/// What was noted of a body.
///
/// # Errors
/// A fault when the database refuses.
pub async fn noted(read: &mut Read, body: BodyId) -> Result<Vec<Noted>> {
    let shown = |one: bodies::model::NotedFinding| Noted {
        anchor: one.clause.as_deref().map(clause_anchor),
        verdict: one.verdict,
        words: one.words,
        clause: one.clause,
        source: one.source,
    };
    Ok(bodies::store::noted_findings(read, body).await?.into_iter().map(shown).collect())
}

/// How a body stands to its terms on a day.
#[derive(Debug, Clone, Serialize)]
pub struct Standing {
    /// The title of the terms.
    pub title: String,
    /// How the terms stand: `in-force`, `adoption-not-recorded`, `draft`.
    pub terms: &'static str,
    /// What is not as the terms ask.
    pub against: Vec<Judged>,
    /// What nobody can tell.
    pub unknown: Vec<Judged>,
    /// What is still to be done, or only hoped for.
    pub open: Vec<Judged>,
    /// What is as the terms ask.
    pub met: Vec<Judged>,
}

impl Standing {
    pub(crate) fn judged(found: &InForce, record: &Record, day: Day) -> Self {
        let mut standing = Self {
            title: found.version.title.clone(),
            terms: found.version.standing(day),
            against: Vec::new(),
            unknown: Vec::new(),
            open: Vec::new(),
            met: Vec::new(),
        };
        for verdict in charter::evaluate(&found.charter, record, day) {
            let list = match verdict.state {
                State::Breached | State::Late => &mut standing.against,
                State::CannotTell | State::NoneGiven => &mut standing.unknown,
                State::Due | State::Expected => &mut standing.open,
                State::Met | State::Excused => &mut standing.met,
            };
            let judged = Judged::of(verdict);
            if !list.contains(&judged) {
                list.push(judged);
            }
        }
        standing
    }
}

/// How a body stands to its terms on a day, by everything the record holds. Where no version is in force the newest draft is
/// judged, and said to be one. None without any terms.
///
/// # Errors
/// A fault when the database refuses.
pub async fn standing(read: &mut Read, body: BodyId, day: Day) -> Result<Option<Standing>> {
    let Some(found) = terms::newest(read, body, day).await? else { return Ok(None) };
    let record = terms::record(read, Scope::body(body, day)).await?;
    Ok(Some(Standing::judged(&found, &record, day)))
}

/// What is not as the terms ask, as far as the seats, who sits in them and who holds the offices tell. Nothing that happened at a
/// meeting enters.
///
/// # Errors
/// A fault when the database refuses.
pub async fn of_membership(read: &mut Read, body: BodyId, found: &InForce, day: Day) -> Result<Vec<Judged>> {
    let record = terms::membership_of(read, body, day).await?;
    Ok(Standing::judged(found, &record, day).against)
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Instant;
    use std::sync::Arc;

    fn in_force(text: &str) -> InForce {
        let reading = charter::read(text);
        assert_eq!(reading.problems, []);
        let nil = uuid::Uuid::nil();
        let version = terms::Version {
            id: nil.into(),
            body: nil.into(),
            number: 1,
            title: "Terms".to_owned(),
            dated: None,
            state: terms::CharterState::AdoptionNotRecorded,
            adopted_on: None,
            decision: None,
            adoption_words: None,
            starts_on: None,
            superseded_on: None,
            source: None,
            note: None,
            laid_at: Instant::from_seconds(0),
            version: 1,
        };
        InForce { id: version.id, version, charter: Arc::new(reading.charter) }
    }

    fn office(office: &str, person: &str) -> charter::Office {
        charter::Office { office: office.to_owned(), person: person.to_owned(), ..charter::Office::default() }
    }

    #[test]
    fn terms_that_give_the_chair_to_one_post_and_a_list_that_shows_another_stand_against_each_other() {
        let found = in_force(
            "---\nbody: Kent Public Service Board\nnation: England and Wales\n---\n# Terms\n\n**4.9** Chair.\n\n> Rule: the chair is the Chief Executive of Kent County Council for 2 years.\n",
        );
        let mut record = Record::default();
        record.people.extend(["Paul Carter", "Peter Gilroy"].map(|name| charter::Person {
            id: name.to_owned(),
            name: name.to_owned(),
            ..charter::Person::default()
        }));
        record.offices.extend([
            office("chair", "Paul Carter"),
            office("Leader of Kent County Council", "Paul Carter"),
            office("Chief Executive of Kent County Council", "Peter Gilroy"),
        ]);
        record.complete(charter::Kind::Offices, None, None);
        let standing = Standing::judged(&found, &record, Day::constant(2008, 2, 27));
        assert_eq!(standing.terms, "adoption-not-recorded");
        let said: Vec<_> = standing.against.iter().map(|judged| (judged.clause.as_deref(), judged.sentence.as_str())).collect();
        assert!(matches!(said.first(), Some((Some("4.9"), _))), "{standing:?}");
    }
}
