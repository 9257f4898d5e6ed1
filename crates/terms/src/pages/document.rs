//! A charter as a document: what is a statement, what is a rule, and how the text stands.

use charter::Charter;
use kernel::Day;
use serde::Serialize;

use super::Line;
use crate::model::{InForce, Proposed};
use web::{FormView, clause_anchor};

/// A charter as its page shows it.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Document {
    pub line: Line,
    pub title: String,
    pub source: Option<String>,
    pub note: Option<String>,
    pub within: Option<String>,
    pub works_with: Vec<String>,
    pub preamble: String,
    pub parts: Vec<Part>,
    pub clauses: usize,
    pub rules: usize,
    /// A meeting was shown it as it stands.
    pub shown: bool,
}

/// Clauses under one heading.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Part {
    pub anchor: String,
    pub headings: Vec<String>,
    pub clauses: Vec<Clause>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Clause {
    pub number: String,
    pub anchor: String,
    pub text: String,
    pub rules: Vec<Rule>,
    pub unfilled: Vec<String>,
    pub cases: Vec<String>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Rule {
    pub words: String,
    /// As the program reads it, where that is not how it was written.
    pub read_as: Option<String>,
    pub taken_from: Option<(String, String)>,
}

impl Document {
    pub(crate) fn of(found: &InForce, today: Day) -> Self {
        let charter: &Charter = &found.charter;
        let mut parts: Vec<Part> = Vec::new();
        for clause in &charter.clauses {
            if parts.last().is_none_or(|part| part.headings != clause.heading) {
                parts.push(Part { anchor: format!("part-{}", parts.len() + 1), headings: clause.heading.clone(), clauses: Vec::new() });
            }
            let rules = clause.rules.iter().map(|rule| Rule {
                words: rule.source.clone(),
                read_as: (rule.source.trim_end_matches('.').to_lowercase() != rule.canonical.trim_end_matches('.').to_lowercase())
                    .then(|| rule.canonical.clone()),
                taken_from: rule.taken_from.clone(),
            });
            let shown = Clause {
                number: clause.number.clone(),
                anchor: clause_anchor(&clause.number),
                text: clause.text.clone(),
                rules: rules.collect(),
                unfilled: clause.unfilled.clone(),
                cases: clause.cases.iter().map(|case| case.source.clone()).collect(),
            };
            if let Some(part) = parts.last_mut() {
                part.clauses.push(shown);
            }
        }
        Self {
            line: Line::of(&found.version, today, found.version.number),
            title: found.version.title.clone(),
            source: found.version.source.clone(),
            note: found.version.note.clone(),
            within: charter.head.within.clone(),
            works_with: charter.head.works_with.clone(),
            preamble: charter.preamble.clone(),
            clauses: charter.clauses.len(),
            rules: charter.rules().count(),
            shown: found.version.proposed_at.is_some(),
            parts,
        }
    }
}

/// The charter of a body.
#[derive(Serialize)]
pub(crate) struct CharterPage {
    pub slug: String,
    pub body: String,
    pub document: Option<Document>,
    pub versions: Vec<Line>,
    pub keeps: bool,
    /// A draft is being written, as those who keep the terms see.
    pub writing: bool,
    /// Where this version was put to a meeting.
    pub proposed: Option<Proposed>,
    /// The number of the version in force, where this is another.
    pub in_force: Option<i64>,
    /// The form with which a draft is begun from this version.
    pub form: FormView,
}

pub(crate) fn sample_proposed(outcome: &str) -> Proposed {
    let id = uuid::Uuid::nil();
    Proposed {
        number: 3,
        motion: id.into(),
        item: Some(id.into()),
        item_number: Some("6".to_owned()),
        meeting: Some(id.into()),
        day: Some(Day::constant(2026, 5, 5)),
        meeting_state: Some("closed".to_owned()),
        body_name: "Wealdshire Partnership board".to_owned(),
        body_slug: "wealdshire-board".to_owned(),
        decision: Some(id.into()),
        outcome: Some(outcome.to_owned()),
        taken_on: Some(Day::constant(2026, 5, 5)),
        words: Some("That version 3 of the terms of reference be adopted.".to_owned()),
        explanation: Some("by consensus".to_owned()),
        clause: Some("7.1".to_owned()),
    }
}

pub(crate) fn sample_line(number: i64, standing: &'static str) -> Line {
    Line {
        number,
        title: "Terms of reference of the Wealdshire Partnership board".to_owned(),
        dated: Some(Day::constant(2026, 5, 4)),
        standing,
        adopted_on: Some(Day::constant(2026, 6, 18)),
        adoption_words: Some("Adopted at the annual meeting, item 5.".to_owned()),
        starts_on: Some(Day::constant(2026, 6, 18)),
        superseded_on: (standing == "superseded").then(|| Day::constant(2026, 9, 1)),
        shown: number == 1,
    }
}

impl web::Page for CharterPage {
    const TEMPLATE: &'static str = "terms/charter.html";
    fn sample() -> Self {
        let clause = |number: &str, rules: Vec<Rule>| Clause {
            number: number.to_owned(),
            anchor: clause_anchor(number),
            text: "Half of the members make a quorum:\n\n- (a) one;\n- (b) <another>.".to_owned(),
            rules,
            unfilled: vec!["the quorum is [number of members] members.".to_owned()],
            cases: vec!["15 members, 8 present: quorate.".to_owned()],
        };
        let rule = Rule {
            words: "the quorum is half of the members.".to_owned(),
            read_as: Some("The quorum is 1/2 of the members.".to_owned()),
            taken_from: Some(("Kent Partnership".to_owned(), "3.12".to_owned())),
        };
        let part = Part {
            anchor: "part-1".to_owned(),
            headings: vec!["Meetings".to_owned(), "Quorum".to_owned()],
            clauses: vec![clause("4.10", vec![rule]), clause("5.4 A", vec![])],
        };
        let document = Document {
            line: sample_line(1, "adoption-not-recorded"),
            title: "Terms of reference".to_owned(),
            source: Some("The partnership's terms of reference, section 4".to_owned()),
            note: Some("Retold in our own words.".to_owned()),
            within: Some("Wealdshire Partnership".to_owned()),
            works_with: vec!["Community Safety Partnership".to_owned()],
            preamble: "Retold clause by clause.".to_owned(),
            parts: vec![part],
            clauses: 2,
            rules: 1,
            shown: true,
        };
        let standings = ["draft", "in-force", "adoption-not-recorded", "to-come", "dated-later", "superseded", "withdrawn"];
        let versions = (1..).zip(standings).map(|(number, standing)| sample_line(number, standing)).collect();
        Self {
            slug: "wealdshire-board".to_owned(),
            body: "Wealdshire Partnership board".to_owned(),
            document: Some(document),
            versions,
            keeps: true,
            writing: true,
            proposed: Some(sample_proposed("agreed")),
            in_force: Some(2),
            form: FormView::default(),
        }
    }
}
web::page!(CharterPage);
