//! A body: who sits there and why, when it meets, how an item gets on the agenda, how decisions are made.

use access::{House, May, Problem, Published};
use axum::extract::{Query, State};
use axum::response::Response;
use bodies::model::{Audience, BodyEnding, BodyKind, DocumentClass};
use charter::Charter;
use kernel::Day;
use serde::Serialize;
use terms::clause_anchor;
use web::FormView;

use super::as_at::AsAt;
use super::{Can, around, can, framed_body, sees};
use crate::public::{self, Cleared, MeetingLine, OfficeLine, SeatLine};
use crate::rights::SeeBody;
use crate::store::{self, DecisionRow, Relative};

/// How many decisions the page shows.
const DECISIONS: i64 = 5;

/// What is nobody's secret about a body.
#[derive(Debug, Clone, Serialize)]
struct About {
    name: String,
    short_name: Option<String>,
    kind: BodyKind,
    purpose: Option<String>,
    established_on: Option<Day>,
    dissolved_on: Option<Day>,
    ending: Option<BodyEnding>,
    note: Option<String>,
    source: Option<String>,
    relatives: Vec<Relative>,
}

#[derive(Debug, Clone, Serialize)]
struct Members {
    seats: Vec<SeatLine>,
    offices: Vec<OfficeLine>,
    vacant: usize,
    /// The record does not say since when somebody here sits or holds an office.
    undated: bool,
}

#[derive(Debug, Clone, Serialize)]
struct Meetings {
    next: Vec<MeetingLine>,
    past: Vec<MeetingLine>,
}

/// A rule of the charter, under the question it answers.
#[derive(Debug, Clone, Serialize)]
struct Says {
    words: String,
    clause: String,
    anchor: String,
}

/// Where the terms and the list of members disagree.
#[derive(Debug, Clone, Serialize)]
struct Disagreements {
    /// As the terms are judged by who sits and who holds an office.
    judged: Vec<compliance::Judged>,
    /// As those who keep the record have noted.
    noted: Vec<compliance::Noted>,
}

/// What the charter answers to what people ask.
#[derive(Debug, Clone, Serialize)]
struct Terms {
    title: String,
    standing: &'static str,
    only_text: bool,
    answers: Vec<(&'static str, Vec<Says>)>,
}

#[derive(Serialize)]
struct BodyPage {
    /// The field for another day, when one is asked for.
    form: FormView,
    /// The day that was asked for.
    as_at: Option<Day>,
    /// Another day is asked for: the page shows the field.
    asks: bool,
    slug: String,
    partnership_slug: String,
    about: Published<About>,
    members: Option<Cleared<Members>>,
    meetings: Option<Cleared<Meetings>>,
    terms: Option<Cleared<Terms>>,
    has_terms: bool,
    disagreements: Option<Cleared<Disagreements>>,
    decisions: Option<Cleared<Vec<DecisionRow>>>,
    actions: bool,
    can: Vec<Can>,
}

impl web::Page for BodyPage {
    const TEMPLATE: &'static str = "public/body.html";
    fn sample() -> Self {
        let about = About {
            name: "Wealdshire Partnership board".to_owned(),
            short_name: Some("WPB".to_owned()),
            kind: BodyKind::Board,
            purpose: Some("Leads the partnership.".to_owned()),
            established_on: Some(Day::constant(2020, 4, 1)),
            dissolved_on: Some(Day::constant(2027, 4, 1)),
            ending: Some(BodyEnding::Merged),
            note: Some("A note.".to_owned()),
            source: Some("Terms of reference".to_owned()),
            relatives: [
                "within-out",
                "within-in",
                "works-with",
                "reports-to-out",
                "reports-to-in",
                "merged-later",
                "merged-earlier",
                "succeeded-later",
                "succeeded-earlier",
            ]
            .map(|how| Relative {
                how: how.to_owned(),
                slug: "other".to_owned(),
                name: "Other body".to_owned(),
                happened_on: Some(Day::constant(2008, 4, 1)),
                note: None,
            })
            .into(),
        };
        let members = Members { seats: super::members::sample_seats(), offices: vec![super::members::sample_office()], vacant: 1, undated: true };
        let meetings = Meetings {
            next: vec![super::calendar::sample_line("planned"), super::calendar::sample_line("called")],
            past: vec![super::calendar::sample_line("closed"), super::calendar::sample_line("cancelled")],
        };
        let says = Says { words: "The quorum is half of the members.".to_owned(), clause: "4.10".to_owned(), anchor: "clause-4.10".to_owned() };
        let terms = Terms {
            title: "Terms of reference".to_owned(),
            standing: "adoption-not-recorded",
            only_text: false,
            answers: QUESTIONS.iter().map(|(question, _)| (*question, vec![says.clone()])).collect(),
        };
        Self {
            form: FormView::default().with("as-at", "18 January 2007"),
            as_at: Some(Day::constant(2007, 1, 18)),
            asks: true,
            slug: "wealdshire-board".to_owned(),
            partnership_slug: "wealdshire".to_owned(),
            about: public::common(about),
            members: Some(Cleared::sample(members)),
            meetings: Some(Cleared::sample(meetings)),
            terms: Some(Cleared::sample(terms)),
            has_terms: true,
            disagreements: Some(Cleared::sample(Disagreements {
                judged: vec![compliance::Judged {
                    state: charter::State::Breached,
                    sentence: "the chair is Paul Carter; the terms give the chair to the Chief Executive of Kent County Council (4.9)".to_owned(),
                    clause: Some("4.9".to_owned()),
                    anchor: Some("clause-4.9".to_owned()),
                    because: Vec::new(),
                    missing: Vec::new(),
                    evidence: Vec::new(),
                }],
                noted: vec![compliance::Noted {
                    clause: Some("4.3".to_owned()),
                    anchor: Some("clause-4.3".to_owned()),
                    verdict: bodies::model::Verdict::CannotTell,
                    words: "The list names six people for four places.".to_owned(),
                    source: Some("List of members, October 2006".to_owned()),
                }],
            })),
            decisions: Some(Cleared::sample(super::decisions::sample_rows())),
            actions: true,
            can: vec![Can { text: "Plan meetings".to_owned(), href: "/bodies/wealdshire-board/meetings/plan".to_owned() }],
        }
    }
}
web::page!(BodyPage);

/// The questions people ask of a body, each with what marks a rule that answers it. The first that fits takes the rule.
const QUESTIONS: [(&str, &[&str]); 7] = [
    ("chair", &["the chair is", "the vice-chair is", "the vice-chair passes", "the chair passes", "the chair must be", "chair is elected"]),
    ("agenda", &["an item", "the papers must", "the agenda must"]),
    ("decide", &["is decided by", "is carried by", "has one vote", "may vote", "a vote"]),
    ("quorum", &["the quorum"]),
    ("substitute", &["substitute"]),
    ("meet", &["must meet", "the dates of the meetings", "further meeting"]),
    ("seats", &["there must be", "there is", "there are", "has 1 seat"]),
];

fn answers(charter: &Charter) -> Vec<(&'static str, Vec<Says>)> {
    let mut answers: Vec<(&'static str, Vec<Says>)> = QUESTIONS.iter().map(|(question, _)| (*question, Vec::new())).collect();
    for (clause, rule) in charter.rules() {
        let lower = rule.canonical.to_lowercase();
        let Some(at) = QUESTIONS.iter().position(|(_, marks)| marks.iter().any(|mark| lower.contains(mark))) else { continue };
        let mut words = rule.canonical.trim().to_owned();
        if let Some(first) = words.get(..1) {
            words.replace_range(..1, &first.to_uppercase());
        }
        answers[at].1.push(Says { words, clause: clause.number.clone(), anchor: clause_anchor(&clause.number) });
    }
    answers.retain(|(_, says)| !says.is_empty());
    answers
}

pub(crate) async fn body(pass: May<SeeBody>, State(house): State<House>, Query(asked): Query<AsAt>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let today = house.today();
    let (head, standing) = around(&mut read, &pass).await?;
    let (id, standing) = (head.body.id, standing.as_ref());
    let sees = |class| sees(&head, standing, class);
    let asked = asked.read(today);
    // As at its last day for a body that has ended.
    let last = head.body.dissolved_on.filter(|on| *on <= today).and_then(|on| on.yesterday().ok()).unwrap_or(today);
    let day = asked.day.unwrap_or(last);
    let relatives = store::relatives(&mut read, id, day).await?;
    let from_document = head.body.source.is_some();
    let members = if sees(DocumentClass::Membership) {
        let seats: Vec<SeatLine> =
            bodies::store::membership(&mut read, id, day).await?.iter().map(|sitting| SeatLine::of(sitting, from_document)).collect();
        let offices = super::members::offices_of(&mut read, id, day).await?;
        let undated = super::members::undated(&seats, &offices);
        let vacant = seats.iter().filter(|seat| seat.vacant).count();
        public::cleared(&pass, standing, &head, DocumentClass::Membership, Members { seats, offices, vacant, undated })
    } else {
        None
    };
    // Meetings and decisions bear their dates; as at another day their own pages tell.
    let meetings = if asked.day.is_none() && sees(DocumentClass::Agenda) {
        let rows = store::meetings_around(&mut read, id, today).await?;
        let lines = rows.iter().map(|row| MeetingLine::of(row, sees));
        let (next, mut past): (Vec<_>, Vec<_>) = lines.partition(|line| line.day >= today && line.state != "closed");
        past.reverse();
        public::cleared(&pass, standing, &head, DocumentClass::Agenda, Meetings { next, past })
    } else {
        None
    };
    let found = terms::newest(&mut read, id, day).await?;
    let has_terms = found.is_some();
    // As open as the less open of the two that disagree; what was noted of a body without terms, as its list of members.
    let by_terms = found.as_ref().filter(|_| sees(DocumentClass::Charter));
    let disagreements = if sees(DocumentClass::Membership) && (by_terms.is_some() || found.is_none()) {
        let judged = match by_terms {
            Some(found) => compliance::of_membership(&mut read, id, &head.body.slug, found, day).await?,
            None => Vec::new(),
        };
        let noted = compliance::noted(&mut read, id).await?;
        let open = head.audience(DocumentClass::Membership) == Audience::Public;
        let class = if open && by_terms.is_some() { DocumentClass::Charter } else { DocumentClass::Membership };
        public::cleared(&pass, standing, &head, class, Disagreements { judged, noted })
    } else {
        None
    };
    let terms = found.and_then(|found| {
        let said = Terms {
            title: found.version.title.clone(),
            standing: found.version.standing(day),
            only_text: found.charter.is_only_text(),
            answers: answers(&found.charter),
        };
        public::cleared(&pass, standing, &head, DocumentClass::Charter, said)
    });
    let decisions = if asked.day.is_none() && sees(DocumentClass::Decisions) {
        let rows = store::decisions(&mut read, id, None, DECISIONS).await?;
        public::cleared(&pass, standing, &head, DocumentClass::Decisions, rows)
    } else {
        None
    };
    let frame = framed_body(&head, &head.body.name)
        .caption(web::words(&format!("body-kind-{}", head.body.kind), &[]))
        .history(pass.capacity(), format!("/bodies/{}/history", head.body.slug));
    let refused = asked.form.refuses();
    let page = BodyPage {
        form: asked.form,
        as_at: asked.day,
        asks: asked.asked,
        slug: head.body.slug.clone(),
        partnership_slug: head.partnership.slug.clone(),
        about: public::common(About {
            name: head.body.name.clone(),
            short_name: head.body.short_name.clone(),
            kind: head.body.kind,
            purpose: head.body.purpose.clone(),
            established_on: head.body.established_on,
            dissolved_on: head.body.dissolved_on,
            ending: head.body.ending,
            note: head.body.note.clone(),
            source: head.body.source.clone(),
            relatives,
        }),
        members,
        meetings,
        terms,
        has_terms,
        disagreements,
        decisions,
        actions: sees(DocumentClass::Actions),
        can: can(standing, &head.body.slug),
    };
    Ok(if refused { web::again(pass.who(), frame, &page) } else { web::page(pass.who(), frame, &page) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rules_of_a_charter_answer_what_people_ask() {
        let text = "---\nbody: Board\n---\n# Terms\n\n**1** Quorum.\n\n> Rule: the quorum is half of the members.\n\n**2** Items.\n\n> Rule: a member may request an item.\n\n**3** Chair.\n\n> Rule: the chair is the Leader of Kent County Council.\n\n**4** Decisions.\n\n> Rule: a decision is decided by consensus, failing that by a majority of the members present.\n";
        let reading = charter::read(text);
        assert_eq!(reading.problems, []);
        let asked: Vec<(&str, &str)> = answers(&reading.charter)
            .iter()
            .flat_map(|(question, says)| {
                says.iter()
                    .map(|said| {
                        (
                            *question,
                            match said.clause.as_str() {
                                "1" => "1",
                                "2" => "2",
                                "3" => "3",
                                _ => "4",
                            },
                        )
                    })
                    .collect::<Vec<_>>()
            })
            .collect();
        assert_eq!(asked, [("chair", "3"), ("agenda", "2"), ("decide", "4"), ("quorum", "1")]);
    }
}
