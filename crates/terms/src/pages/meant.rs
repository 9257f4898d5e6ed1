//! What the draft would have meant: the body's own record judged by it, beside the terms in force.

use access::{House, May, Problem};
use axum::extract::State;
use axum::response::Response;
use charter::{Amendment, Charter, Meant, Record, State as Stands, Verdict};
use kernel::{BodyId, Day, Error};
use serde::Serialize;
use web::Told;

use super::document::sample_line;
use super::{KeepCharter, Line, beneath};
use crate::acts::draft;
use crate::model::InForce;
use crate::{Scope, store};

/// A verdict as a page shows it.
#[derive(Debug, Clone, Serialize)]
struct Said {
    lamp: &'static str,
    state: Stands,
    sentence: String,
    clause: String,
}

impl Said {
    /// A verdict beneath the heading of a meeting, which it need not name again.
    fn of(verdict: &Verdict, day: Option<Day>) -> Self {
        let lamp = match verdict.state {
            Stands::Met | Stands::Excused => "yes",
            Stands::Breached | Stands::Late => "no",
            Stands::Expected | Stands::Due | Stands::CannotTell | Stands::NoneGiven => "unknown",
        };
        let heading = day.map(|day| format!("meeting of {}: ", web::spelling::day(day))).unwrap_or_default();
        let sentence = verdict.sentence.strip_prefix(&heading).unwrap_or(&verdict.sentence).to_owned();
        Self { lamp, state: verdict.state, sentence, clause: verdict.clause.clone().unwrap_or_default() }
    }
}

/// Something that would have come out otherwise.
#[derive(Debug, Clone, Serialize)]
struct TurnedLine {
    day: Option<Day>,
    before: Vec<Said>,
    after: Vec<Said>,
}

/// A clause by which something would have come out otherwise.
#[derive(Debug, Clone, Serialize)]
struct MeantLine {
    before: Option<String>,
    after: Option<String>,
    were: Vec<(Stands, usize)>,
    would: Vec<(Stands, usize)>,
    turned: Vec<TurnedLine>,
    /// The rest, beyond what is shown at once.
    rest: Vec<TurnedLine>,
}

/// So much of a clause is shown at once.
const AT_ONCE: usize = 4;

impl MeantLine {
    fn of(meant: &Meant) -> Self {
        let line = |turned: &charter::Turned| {
            let said = |verdicts: &[Verdict]| match turned.day {
                Some(_) => charter::Turned::one_of_each(verdicts).into_iter().map(|verdict| Said::of(verdict, turned.day)).collect(),
                None => verdicts.iter().map(|verdict| Said::of(verdict, None)).collect(),
            };
            TurnedLine { day: turned.day, before: said(&turned.before), after: said(&turned.after) }
        };
        // The latest first: it is what people remember.
        let mut turned: Vec<TurnedLine> = meant.turned.iter().rev().map(line).collect();
        let rest = turned.split_off(turned.len().min(AT_ONCE));
        let counts = |all: &std::collections::BTreeMap<Stands, usize>| all.iter().map(|(state, count)| (*state, *count)).collect();
        Self { before: meant.before.clone(), after: meant.after.clone(), were: counts(&meant.were), would: counts(&meant.would), turned, rest }
    }
}

/// A text as a change of a body's terms in force.
pub struct Change {
    /// The terms that it is compared with.
    pub in_force: Option<InForce>,
    /// The text, with what it takes over from the terms of other bodies.
    pub proposed: Charter,
    /// Which majority its adoption needs, and what the terms forbid in it.
    pub amendment: Amendment,
    /// How it is decided, by the terms in force: the rules that say so, each with its clause.
    pub decided: Vec<(String, String)>,
}

impl Change {
    /// A text beside the terms in force on a day.
    ///
    /// # Errors
    /// A fault when the database refuses.
    pub async fn of(read: &mut ::store::Read, body: BodyId, text: &str, today: Day) -> kernel::Result<Self> {
        let in_force = store::in_force(read, body, today).await?;
        let proposed = store::taking_over(read, body, &store::charter_of(text), today).await?;
        let nothing = charter::read("").charter;
        let before: &Charter = in_force.as_ref().map_or(&nothing, |found| &found.charter);
        // Without terms in force nothing forbids anything, and nothing is asked for.
        let amendment = charter::amendment(before, &proposed);
        Ok(Self { amendment, decided: decided(before), in_force, proposed })
    }

    /// How many clauses differ from the terms in force; none where there are none.
    pub fn changed(&self) -> Option<usize> {
        let found = self.in_force.as_ref()?;
        let (earlier, later) = (store::charter_of(&found.charter.source), store::charter_of(&self.proposed.source));
        Some(charter::beside(&earlier, &later).iter().filter(|pair| !pair.is_same()).count())
    }
}

/// What a change would have meant for what the record holds.
pub struct Replayed {
    /// Clause by clause, what would have come out otherwise.
    pub meant: Vec<Meant>,
    /// The days of the meetings that were judged, earliest first.
    pub meetings: Vec<Day>,
}

/// Judges a body's record by its terms in force and by a change of them.
///
/// # Errors
/// A fault when the database refuses.
pub async fn replayed(read: &mut ::store::Read, body: BodyId, change: &Change, today: Day) -> kernel::Result<Replayed> {
    let record: Record = crate::record(read, Scope::body(body, today)).await?;
    let nothing = charter::read("").charter;
    let before: &Charter = change.in_force.as_ref().map_or(&nothing, |found| &found.charter);
    let held = record.meetings.iter().filter(|meeting| !meeting.cancelled).filter_map(|meeting| meeting.day);
    let mut meetings: Vec<Day> = held.filter(|day| *day <= today).collect();
    meetings.sort_unstable();
    Ok(Replayed { meant: charter::meant(before, &change.proposed, &record, today), meetings })
}

/// The rules by which the terms in force let themselves be changed.
fn decided(charter: &Charter) -> Vec<(String, String)> {
    use charter::tree::{Matter, Says};
    let of = |wanted: &[Matter]| -> Vec<(String, String)> {
        let found = charter.rules().filter(|(_, rule)| matches!(&rule.tree.says, Says::Decided { matter, .. } if wanted.contains(matter)));
        found.map(|(clause, rule)| (rule.canonical.clone(), clause.number.clone())).collect()
    };
    let own = of(&[Matter::Terms, Matter::Raising]);
    if own.is_empty() { of(&[Matter::Any]) } else { own }
}

#[derive(Serialize)]
struct MeantPage {
    slug: String,
    in_force: Option<Line>,
    from: Option<Day>,
    until: Option<Day>,
    meetings: usize,
    lines: Vec<MeantLine>,
    /// How many meetings something would have come out otherwise at.
    touched: usize,
    decided: Vec<(String, String)>,
    forbidden: Vec<Told>,
    troubles: usize,
    /// How many cases of the draft come out otherwise than they say.
    failing: usize,
    /// It can be put to a meeting.
    ready: bool,
}

impl web::Page for MeantPage {
    const TEMPLATE: &'static str = "terms/meant.html";
    fn sample() -> Self {
        let verdict = |state| Verdict::new(Some("4.10"), state, "not quorate: 7 of 15 present; 8 are needed (4.10)");
        let turned =
            charter::Turned { day: Some(Day::constant(2007, 1, 18)), before: vec![verdict(Stands::Met)], after: vec![verdict(Stands::Breached)] };
        let new = charter::Turned { day: None, before: Vec::new(), after: vec![verdict(Stands::CannotTell)] };
        let states =
            [Stands::Met, Stands::Expected, Stands::Due, Stands::Late, Stands::Breached, Stands::Excused, Stands::CannotTell, Stands::NoneGiven];
        let meant = Meant {
            before: Some("4.10".to_owned()),
            after: Some("4.11".to_owned()),
            were: states.into_iter().map(|state| (state, 2)).collect(),
            would: [(Stands::Met, 1)].into(),
            turned: vec![turned.clone(), new, turned.clone(), turned.clone(), turned],
        };
        let gone = Meant { after: None, ..meant.clone() };
        let fresh = Meant { before: None, ..meant.clone() };
        Self {
            slug: "wealdshire-board".to_owned(),
            in_force: Some(sample_line(2, "in-force")),
            from: Some(Day::constant(2006, 1, 18)),
            until: Some(Day::constant(2007, 1, 18)),
            meetings: 12,
            lines: [meant, gone, fresh].iter().map(MeantLine::of).collect(),
            touched: 4,
            decided: vec![("a change of these terms is decided by two thirds of the members.".to_owned(), "9.1".to_owned())],
            forbidden: vec![Told {
                text: "The change would lower the quorum.".to_owned(),
                severity: kernel::Severity::Refusal,
                field: None,
                clause: Some("9.2".to_owned()),
                clause_href: None,
            }],
            troubles: 2,
            failing: 1,
            ready: true,
        }
    }
}
web::page!(MeantPage);

pub(crate) async fn of_draft(pass: May<KeepCharter>, State(house): State<House>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let today = house.today();
    let head = bodies::store::head(&mut read, *pass.id()).await?;
    let draft = store::draft(&mut read, head.body.id).await?.ok_or(Error::NotFound)?;
    let change = Change::of(&mut read, head.body.id, &draft.text, today).await?;
    let replayed = replayed(&mut read, head.body.id, &change, today).await?;
    let unready = !draft::unready(&draft).is_empty() || !change.amendment.findings.is_empty();
    let charter = format!("/bodies/{}/charter", head.body.slug);
    let mut touched: Vec<Day> = replayed.meant.iter().flat_map(|meant| meant.turned.iter().filter_map(|turned| turned.day)).collect();
    touched.sort_unstable();
    touched.dedup();
    let page = MeantPage {
        slug: head.body.slug.clone(),
        from: replayed.meetings.first().copied(),
        until: replayed.meetings.last().copied(),
        meetings: replayed.meetings.len(),
        lines: replayed.meant.iter().map(MeantLine::of).collect(),
        touched: touched.len(),
        decided: change.decided,
        forbidden: forbidden(&change.amendment, &charter),
        troubles: charter::read(&draft.text).problems.len(),
        failing: store::charter_of(&draft.text).test().iter().filter(|case| !case.passed).count(),
        ready: !unready,
        in_force: change.in_force.map(|found| Line::of(&found.version, today, 0)),
    };
    let frame = beneath(&head, web::words("meant-title", &[]), true);
    Ok(web::page(pass.who(), frame, &page))
}

/// What the terms in force forbid in a change, as a page says it.
pub fn forbidden(amendment: &Amendment, charter: &str) -> Vec<Told> {
    let said = |finding: &charter::Finding| Told {
        text: finding.sentence.clone(),
        severity: kernel::Severity::Refusal,
        field: None,
        clause: finding.clause.clone(),
        clause_href: finding.clause.as_deref().map(|clause| format!("{charter}#{}", web::clause_anchor(clause))),
    };
    amendment.findings.iter().map(said).collect()
}
