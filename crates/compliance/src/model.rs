//! The standing of a body to its terms, as the charter's engine tells it.

use std::collections::{BTreeMap, HashSet};

use ::store::Read;
use bodies::model::OfficeKind;
use charter::tree::{Condition, Filter, Force, Says, Sentence, Thing, Verb, Who};
use charter::{Clause, Kind, Record, State, Verdict};
use kernel::{BodyId, Day, PartnershipId, PersonId, Result};
use serde::Serialize;
use uuid::Uuid;

use crate::proposals::ProposalKind;
use terms::{InForce, clause_anchor};

kernel::words! {
    /// What kind of fact somebody notes, because no other record shows it.
    pub enum FactKind {
        /// A report was made.
        Report = "report",
        /// A review was made.
        Review = "review",
        /// Something was asked for.
        Request = "request",
        /// Something happened outside.
        Event = "event",
    }
}

kernel::words! {
    /// What became of a proposal.
    pub enum Settled {
        /// It was done.
        Done = "done",
        /// Whoever was to act left it.
        Left = "left",
        /// It no longer follows from the record.
        Past = "past",
    }
}

/// Something proposed to somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Proposal {
    /// Which.
    pub id: Uuid,
    /// Its partnership.
    pub partnership: PartnershipId,
    /// Its body.
    pub body: BodyId,
    /// That body's name.
    pub body_name: String,
    /// Its address.
    pub slug: String,
    /// What is proposed.
    pub kind: ProposalKind,
    /// The appointment, seat or office that it is about.
    pub about: Option<Uuid>,
    /// Whom it concerns.
    pub person: Option<PersonId>,
    /// Their name.
    pub person_name: Option<String>,
    /// In words.
    pub sentence: String,
    /// The clause.
    pub clause: Option<String>,
    /// Who is to act.
    pub office: OfficeKind,
    /// The day on which it would take effect.
    pub on: Day,
    /// The one whom the clause names is the one concerned.
    pub nobody_can: bool,
    /// What became of it.
    pub settled: Option<Settled>,
    /// Why it was left.
    pub reason: Option<String>,
}

/// A fact that nothing else shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NewFact {
    /// What kind.
    pub kind: FactKind,
    /// In the words of the terms: `terms`, `progress`, `nominee`.
    pub what: String,
    /// The seat or other record that it is about.
    pub about: Option<Uuid>,
    /// When it was.
    pub on: Day,
    /// More about it.
    pub words: Option<String>,
    /// The clause that asks for it.
    pub clause: Option<String>,
}

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
    /// Where what it rests on can be seen.
    pub evidence: Vec<Evidence>,
}

/// Where a fact can be seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Evidence {
    /// What stands there: `meeting`, with its day, or `members`.
    pub what: &'static str,
    /// The day it is of.
    pub day: Day,
    /// The page.
    pub href: String,
}

impl Judged {
    fn of(verdict: Verdict, evidence: Vec<Evidence>) -> Self {
        Self {
            evidence,
            state: verdict.state,
            sentence: verdict.sentence,
            anchor: verdict.clause.as_deref().map(clause_anchor),
            clause: verdict.clause,
            because: verdict.because,
            missing: verdict.missing,
        }
    }

    /// The day of the last thing it rests on.
    pub fn last(&self) -> Option<Day> {
        self.evidence.iter().map(|one| one.day).max()
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
    /// The same, clause by clause in the order of the document; clauses without a rule are left out.
    pub clauses: Vec<ClauseStanding>,
    /// How many clauses are statements from which no rule follows.
    pub statements: usize,
}

/// A clause with its rules and how they stand.
#[derive(Debug, Clone, Serialize)]
pub struct ClauseStanding {
    /// Its number.
    pub number: String,
    /// Where it stands on the charter's page.
    pub anchor: String,
    /// The headings above it, outermost first.
    pub heading: Vec<String>,
    /// Its rules, as they are read.
    pub rules: Vec<AskedRule>,
    /// How they stand; nothing where they only allow something, or where the record has not come to it.
    pub judged: Vec<Judged>,
    /// Why there is nothing to judge, where there is not.
    pub quiet: Option<Quiet>,
}

/// A rule of a clause, with the body and the clause that it is taken over from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AskedRule {
    /// As it is read.
    pub words: String,
    /// Whose it is, and of which clause there.
    pub taken_from: Option<(String, String)>,
}

/// Why nothing follows from a clause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "why", rename_all = "kebab-case")]
pub enum Quiet {
    /// It only allows something.
    Allows,
    /// Nothing has come about for which it asks anything: the record is whole, and shows none.
    NothingAsked,
    /// Nobody can tell whether anything has, for the record is not whole.
    CannotTell {
        /// For which kind of fact.
        missing: &'static str,
    },
}

impl Quiet {
    /// Why nothing follows from some rules.
    fn of(rules: &[charter::Rule], record: &Record, as_at: Day) -> Self {
        let asked: Vec<Kind> = rules.iter().filter_map(|rule| hangs_on(&rule.tree)).collect();
        if asked.is_empty() {
            return Self::Allows;
        }
        let held = || record.meetings.iter().filter(|meeting| !meeting.cancelled).filter_map(|meeting| meeting.day).filter(|day| *day <= as_at);
        let is_whole = |kind: Kind| record.is_complete(kind, as_at) || (held().next().is_some() && held().all(|day| record.is_complete(kind, day)));
        match asked.into_iter().find(|kind| !is_whole(*kind)) {
            Some(kind) => Self::CannotTell { missing: kind.name() },
            None => Self::NothingAsked,
        }
    }
}

/// The kind of fact by which it shows whether a rule asks anything; none where it only allows something, or names what another says.
fn hangs_on(rule: &Sentence) -> Option<Kind> {
    if let Some(Condition::Does(_, deed)) = &rule.when {
        match (deed.verb, &deed.thing) {
            (Verb::Miss, _) => return Some(Kind::Roll),
            (Verb::Declare, _) | (_, Some(Thing::Interest(_))) => return Some(Kind::Interests),
            _ => {}
        }
    }
    match &rule.says {
        Says::Rules { named, .. } if named.is_empty() => Some(Kind::Interests),
        Says::Rules { .. } => Some(Kind::Judgements),
        Says::Does { force: Force::May | Force::NeedNot, .. } | Says::Follows { .. } | Says::Means { .. } | Says::Votes { .. } => None,
        Says::Does { who, deed, .. } => {
            let interested = |who: &Who| matches!(who, Who::Any(group) | Who::The(group) if group.filters.iter().any(|filter| matches!(filter, Filter::Interested(_))));
            Some(match deed.verb {
                _ if matches!(deed.thing, Some(Thing::Interest(_))) || who.as_ref().is_some_and(interested) => Kind::Interests,
                Verb::Give | Verb::Leave | Verb::Resign => Kind::Requests,
                Verb::Decide | Verb::Consider => Kind::Decisions,
                Verb::Review => Kind::Reviews,
                Verb::Report => Kind::Reports,
                Verb::Send | Verb::Circulate | Verb::Publish => Kind::Sent,
                Verb::Notify => Kind::Items,
                Verb::Approve | Verb::Ratify => Kind::Approvals,
                Verb::Meet => Kind::Meetings,
                _ => Kind::Acts,
            })
        }
        Says::Quorum { .. } => Some(Kind::Roll),
        Says::Decided { .. } => Some(Kind::Motions),
        Says::There { .. } | Says::Share { .. } | Says::Be { .. } | Says::Filled { .. } => Some(Kind::Appointments),
    }
}

/// Who looks: pages that outsiders cannot open are no evidence to them.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Looks<'a> {
    /// The body in addresses.
    pub slug: &'a str,
    /// From outside.
    pub outward: bool,
}

impl Looks<'_> {
    /// The meetings that a verdict speaks of, and the list of members where its clause is about who sits.
    fn evidence(self, verdict: &Verdict, clause: Option<&Clause>, meetings: &BTreeMap<Day, Vec<&str>>, as_at: Day) -> Vec<Evidence> {
        let mut found = Vec::new();
        for day in verdict.days() {
            for meeting in meetings.get(&day).into_iter().flatten() {
                let href = format!("/meetings/{meeting}{}", if self.outward { "/public" } else { "" });
                found.push(Evidence { what: "meeting", day, href });
            }
        }
        let of_members =
            |clause: &Clause| clause.rules.iter().any(|rule| matches!(rule.tree.says, Says::There { .. } | Says::Share { .. } | Says::Filled { .. }));
        if found.is_empty() && clause.is_some_and(of_members) {
            found.push(Evidence { what: "members", day: as_at, href: format!("/bodies/{}/members?as-at={as_at}", self.slug) });
        }
        found
    }
}

impl Standing {
    pub(crate) fn judged(found: &InForce, record: &Record, day: Day, looks: Looks<'_>) -> Self {
        let clauses = found.charter.clauses.iter().filter(|clause| !clause.rules.is_empty()).map(|clause| ClauseStanding {
            number: clause.number.clone(),
            anchor: clause_anchor(&clause.number),
            heading: clause.heading.clone(),
            rules: clause.rules.iter().map(|rule| AskedRule { words: rule.canonical.clone(), taken_from: rule.taken_from.clone() }).collect(),
            judged: Vec::new(),
            quiet: None,
        });
        let mut standing = Self {
            title: found.version.title.clone(),
            terms: found.version.standing(day),
            against: Vec::new(),
            unknown: Vec::new(),
            open: Vec::new(),
            met: Vec::new(),
            clauses: clauses.collect(),
            statements: found.charter.clauses.iter().filter(|clause| clause.rules.is_empty()).count(),
        };
        let mut meetings: BTreeMap<Day, Vec<&str>> = BTreeMap::new();
        for meeting in &record.meetings {
            let Some(day) = meeting.day else { continue };
            meetings.entry(day).or_default().push(&meeting.id);
        }
        let mut seen = HashSet::new();
        for verdict in charter::evaluate(&found.charter, record, day) {
            if !seen.insert(verdict.clone()) {
                continue;
            }
            let list = match verdict.state {
                State::Breached | State::Late => &mut standing.against,
                State::CannotTell | State::NoneGiven => &mut standing.unknown,
                State::Due | State::Expected => &mut standing.open,
                State::Met | State::Excused => &mut standing.met,
            };
            let clause = verdict.clause.as_deref().and_then(|number| found.charter.clause(number));
            let evidence = looks.evidence(&verdict, clause, &meetings, day);
            let judged = Judged::of(verdict, evidence);
            if let Some(clause) = standing.clauses.iter_mut().find(|clause| Some(&clause.number) == judged.clause.as_ref()) {
                clause.judged.push(judged.clone());
            }
            list.push(judged);
        }
        for clause in standing.clauses.iter_mut().filter(|clause| clause.judged.is_empty()) {
            clause.quiet = found.charter.clause(&clause.number).map(|said| Quiet::of(&said.rules, record, day));
        }
        standing
    }
}

/// What is not as the terms ask, as far as the seats, who sits in them and who holds the offices tell. Nothing that happened at a
/// meeting enters.
///
/// # Errors
/// A fault when the database refuses.
pub async fn of_membership(read: &mut Read, body: BodyId, slug: &str, found: &InForce, day: Day) -> Result<Vec<Judged>> {
    let record = terms::membership_of(read, body, day).await?;
    Ok(Standing::judged(found, &record, day, Looks { slug, outward: true }).against)
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
            motion: None,
            proposed_at: None,
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
    fn rules_taken_over_for_interests_are_quiet_for_a_reason() {
        let taken = "**4.16** As there.\n\n> Rule: a member must declare a financial or professional interest to the chair.\n> Rule: when a member declares a financial or professional interest, the chair must rule that the member leaves, or discusses but does not decide.\n";
        let found = in_force(&format!(
            "---\nbody: Board\nnation: England and Wales\n---\n{taken}\n**4.17** It may.\n\n> Rule: a member may request an item.\n"
        ));
        let day = Day::constant(2008, 2, 27);
        let quiet = |record: &Record| {
            Standing::judged(&found, record, day, Looks { slug: "board", outward: false })
                .clauses
                .into_iter()
                .map(|clause| clause.quiet)
                .collect::<Vec<_>>()
        };
        let mut record = Record::default();
        assert_eq!(quiet(&record), [Some(Quiet::CannotTell { missing: "interests declared" }), Some(Quiet::Allows)]);
        record.meetings.push(charter::Meeting { id: "m".to_owned(), day: Some(Day::constant(2008, 1, 18)), ..charter::Meeting::default() });
        record.complete(Kind::Interests, Some(Day::constant(2008, 1, 18)), Some(Day::constant(2008, 1, 18)));
        assert_eq!(quiet(&record)[0], Some(Quiet::NothingAsked));
    }

    #[test]
    fn the_eighth_is_not_the_eighteenth() {
        let verdict = Verdict::new(Some("1"), State::Met, "meeting of 18 January 2007: quorate");
        assert_eq!(verdict.days().into_iter().collect::<Vec<_>>(), [Day::constant(2007, 1, 18)]);
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
        let standing = Standing::judged(&found, &record, Day::constant(2008, 2, 27), Looks { slug: "board", outward: false });
        assert_eq!(standing.terms, "adoption-not-recorded");
        let said: Vec<_> = standing.against.iter().map(|judged| (judged.clause.as_deref(), judged.sentence.as_str())).collect();
        assert!(matches!(said.first(), Some((Some("4.9"), _))), "{standing:?}");
    }
}
