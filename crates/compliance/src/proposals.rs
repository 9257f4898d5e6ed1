//! What is noticed to follow from the terms, and proposed to whom the clause names: a seat that lapses by absence, a term that is over,
//! an office that is to pass on, a review or a report that falls due. Noticed once a day; done only by people.

use std::collections::BTreeMap;

use bodies::model::{Office, OfficeKind, Sitting};
use charter::tree::{Condition, Filling, Says, Verb};
use charter::{Charter, Record, State};
use kernel::{BodyId, Day, PersonId, words};
use serde::Serialize;
use uuid::Uuid;

words! {
    /// What is proposed.
    pub enum ProposalKind {
        /// To end an appointment that lapses by absence.
        Lapse = "lapse",
        /// To ask whoever nominates to a seat for somebody else.
        Nominee = "nominee",
        /// To end an appointment whose term is over.
        TermOver = "term-over",
        /// To end somebody's time in an office, so that it can pass on.
        OfficeOver = "office-over",
        /// To note that a review was made.
        Review = "review",
        /// To note that a report was made.
        Report = "report",
    }
}

/// Something noticed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Noticed {
    /// The body.
    pub body: BodyId,
    /// What is proposed.
    pub kind: ProposalKind,
    /// What makes it one and the same, however often it is noticed.
    pub subject: String,
    /// The appointment, seat or office that it is about.
    pub about: Option<Uuid>,
    /// Whom it concerns.
    pub person: Option<PersonId>,
    /// In words, with the clause.
    pub sentence: String,
    /// The clause; none where the record itself says when something ends.
    pub clause: Option<String>,
    /// Who is to act.
    pub office: OfficeKind,
    /// The day on which it would take effect.
    pub on: Day,
    /// Whoever the clause names is the one concerned, and the terms name nobody else.
    pub nobody_can: bool,
}

/// How long before its day a review or a report is proposed, in days.
const BEFORE: i64 = 30;

/// What a body is looked at with.
pub(crate) struct Looked<'a> {
    pub body: BodyId,
    pub charter: &'a Charter,
    pub record: &'a Record,
    pub sittings: &'a [Sitting],
    pub offices: &'a [Office],
    pub today: Day,
}

/// The office that words of the terms name; the secretariat acts for everybody else.
fn office_of(who: &str) -> OfficeKind {
    let who = who.to_lowercase();
    if who.contains("vice-chair") && !who.replace("vice-chair", "").contains("chair") {
        OfficeKind::ViceChair
    } else if who.contains("chair") {
        OfficeKind::Chair
    } else {
        OfficeKind::Secretary
    }
}

impl Looked<'_> {
    /// Everything that follows on the day.
    pub(crate) fn notice(&self) -> Vec<Noticed> {
        let mut out = self.absences();
        out.extend(self.terms());
        out.extend(self.posts());
        out.extend(self.due());
        out
    }

    fn holder(&self, office: OfficeKind) -> Option<PersonId> {
        self.offices.iter().find(|held| held.kind == office && held.ends_on.is_none_or(|end| end >= self.today)).map(|held| held.person)
    }

    /// Whoever the clause names acts, unless it is about them: then the secretariat is told that the terms name nobody.
    fn addressed(&self, office: OfficeKind, person: Option<PersonId>) -> (OfficeKind, bool) {
        let concerned = person.is_some() && self.holder(office) == person;
        let vacant = self.holder(office).is_none();
        if office != OfficeKind::Secretary && (concerned || vacant) { (OfficeKind::Secretary, concerned) } else { (office, false) }
    }

    fn absences(&self) -> Vec<Noticed> {
        let verdicts = charter::evaluate(self.charter, self.record, self.today);
        let mut out = Vec::new();
        for (clause, rule) in self.charter.rules() {
            let missing = matches!(&rule.tree.when, Some(Condition::Does(_, deed)) if deed.verb == Verb::Miss);
            let Says::Does { who, deed, .. } = &rule.tree.says else { continue };
            if !missing {
                continue;
            }
            let kind = if matches!(deed.verb, Verb::Ask | Verb::Request) { ProposalKind::Nominee } else { ProposalKind::Lapse };
            let office = office_of(&who.as_ref().map_or_else(String::new, ToString::to_string));
            for verdict in verdicts.iter().filter(|v| v.state == State::Due && v.clause.as_deref() == Some(clause.number.as_str())) {
                let sat = self.sittings.iter().filter_map(|sitting| sitting.holder().map(|holder| (sitting, holder)));
                let found = sat.filter(|(_, holder)| holder.ends_on.is_none()).find(|(_, holder)| {
                    let name = self.record.name_of(&holder.person.to_string());
                    verdict.sentence.starts_with(&format!("{name} has missed"))
                });
                let Some((sitting, holder)) = found else { continue };
                let (office, nobody_can) = self.addressed(office, Some(holder.person));
                out.push(Noticed {
                    body: self.body,
                    subject: format!("{kind}:{}:{}", holder.id, clause.number),
                    about: Some(if kind == ProposalKind::Nominee { sitting.seat.0 } else { holder.id.0 }),
                    kind,
                    person: Some(holder.person),
                    sentence: verdict.sentence.clone(),
                    clause: Some(clause.number.clone()),
                    office,
                    on: self.today,
                    nobody_can,
                });
            }
        }
        out
    }

    fn terms(&self) -> Vec<Noticed> {
        let sat = self.sittings.iter().flat_map(|sitting| sitting.people.iter().map(move |person| (sitting, person)));
        let over = sat.filter_map(|(sitting, person)| {
            let on = person.term_ends_on.filter(|on| *on < self.today && person.ends_on.is_none())?;
            Some(Noticed {
                body: self.body,
                kind: ProposalKind::TermOver,
                subject: format!("term-over:{}:{on}", person.id),
                about: Some(person.id.0),
                person: Some(person.person),
                sentence: web::words("proposal-term-says", &[("name", &person.name), ("seat", &sitting.label), ("day", &web::spelling::day(on))]),
                clause: None,
                office: OfficeKind::Secretary,
                on,
                nobody_can: false,
            })
        });
        over.collect()
    }

    /// Offices that the terms give for a time, or pass on.
    fn posts(&self) -> Vec<Noticed> {
        let mut out = Vec::new();
        for (clause, rule) in self.charter.rules() {
            let Says::Filled { post, how, term, .. } = &rule.tree.says else { continue };
            let length = match how {
                Filling::Passes(length, _) => Some(*length),
                // What lasts "at least" so long does not end by itself.
                _ => term.filter(|(bound, _)| *bound != charter::tree::Bound::AtLeast).map(|(_, length)| length),
            };
            let (Some(length), kind) = (length, office_of(&post.to_string())) else { continue };
            let Some(unit) = length.unit.in_days() else { continue };
            for held in self.offices.iter().filter(|held| held.kind == kind && kind != OfficeKind::Secretary && held.ends_on.is_none()) {
                let Some(begun) = held.starts_on else { continue };
                let end = calendar::deadline_after(begun, length.count, unit, self.charter.head.holidays()).letter;
                if end >= self.today {
                    continue;
                }
                out.push(Noticed {
                    body: self.body,
                    kind: ProposalKind::OfficeOver,
                    subject: format!("office-over:{}:{end}", held.id),
                    about: Some(held.id.0),
                    person: Some(held.person),
                    sentence: web::words(
                        "proposal-office-says",
                        &[
                            ("name", &held.name),
                            ("office", &web::words(&format!("office-kind-{kind}"), &[])),
                            ("since", &web::spelling::day(begun)),
                            ("day", &web::spelling::day(end)),
                        ],
                    ),
                    clause: Some(clause.number.clone()),
                    office: OfficeKind::Secretary,
                    on: end,
                    nobody_can: false,
                });
            }
        }
        out
    }

    fn due(&self) -> Vec<Noticed> {
        let from = self.today.saturating_sub(jiff::Span::new().years(2));
        let to = self.today.saturating_add(jiff::Span::new().days(BEFORE));
        let mut found: BTreeMap<String, Noticed> = BTreeMap::new();
        for duty in charter::due(self.charter, self.record, from, to).into_iter().filter(|duty| duty.done.is_none()) {
            let kind = match duty.code.as_str() {
                "review" => ProposalKind::Review,
                "report" => ProposalKind::Report,
                _ => continue,
            };
            let (office, nobody_can) = self.addressed(office_of(duty.who.as_deref().unwrap_or_default()), None);
            let noticed = Noticed {
                body: self.body,
                kind,
                subject: format!("{kind}:{}:{}", duty.clause, duty.letter),
                about: None,
                person: None,
                sentence: duty.sentence,
                clause: Some(duty.clause),
                office,
                on: self.today,
                nobody_can,
            };
            found.entry(noticed.subject.clone()).or_insert(noticed);
        }
        found.into_values().collect()
    }
}

/// What was reviewed or reported on, in the words of the rules beneath a clause.
pub(crate) fn subject_of(charter: &Charter, clause: &str) -> String {
    let rules = charter.clause(clause).map_or(&[][..], |clause| clause.rules.as_slice());
    let thing = rules.iter().find_map(|rule| match &rule.tree.says {
        Says::Does { deed, .. } if matches!(deed.verb, Verb::Review | Verb::Report) => deed.thing.as_ref().map(ToString::to_string),
        _ => None,
    });
    let thing = thing.unwrap_or_default();
    ["the ", "these ", "an ", "a "].iter().find_map(|article| thing.strip_prefix(article)).unwrap_or(&thing).to_owned()
}
