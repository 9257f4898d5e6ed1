//! The record, ordered so that each question costs what its answer holds.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::rc::Rc;

use jiff::civil::Date;

use crate::read::Charter;
use crate::record::*;
use crate::tree::{Condition, Filling, Says, Verb, With};

/// Something done, wherever the record holds it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Done {
    /// The kind of fact it is held as.
    pub kind: Option<Kind>,
    /// What it was done to: any of these words.
    pub what: Vec<String>,
    pub by: BTreeSet<String>,
    pub to: BTreeSet<String>,
    pub of: Option<String>,
    pub meeting: Option<String>,
    pub day: Option<Date>,
    pub effect: Option<Date>,
    pub forms: BTreeSet<String>,
    pub consulted: BTreeSet<String>,
    pub agreed: BTreeSet<String>,
    pub requested: BTreeSet<String>,
    pub matters: BTreeSet<String>,
    pub affects: BTreeSet<String>,
    pub amount: Option<u32>,
    pub urgent: bool,
}

/// A day, and the sub-group; none for the body's own seats.
type Sat = (Date, Option<String>);

/// The record by what is asked of it.
pub(crate) struct Index<'a> {
    /// Meetings with a day that were not called off, earliest first.
    pub meetings: Vec<(&'a Meeting, Date)>,
    pub meeting: HashMap<&'a str, &'a Meeting>,
    pub roll: HashMap<&'a str, Vec<&'a Attendance>>,
    pub seats: HashMap<&'a str, &'a Seat>,
    pub people: HashMap<&'a str, &'a Person>,
    pub organisations: HashMap<&'a str, &'a Organisation>,
    pub done: HashMap<Verb, Vec<Done>>,
    /// Who sat on a day, by their place in the list of appointments; kept once it was looked up.
    pub seated: RefCell<HashMap<Sat, Rc<Vec<usize>>>>,
}

/// Every verb of a charter's rules and conditions.
fn verbs(charter: &Charter) -> HashSet<Verb> {
    fn of(condition: &Condition, out: &mut HashSet<Verb>) {
        match condition {
            Condition::Both(a, b) | Condition::Either(a, b) => {
                of(a, out);
                of(b, out);
            }
            Condition::Not(a) => of(a, out),
            Condition::Does(_, deed) | Condition::Done(deed) => {
                out.insert(deed.verb);
            }
            _ => {}
        }
    }
    let mut out: HashSet<Verb> = [Verb::Consult, Verb::Agree, Verb::Approve, Verb::Request, Verb::Ask].into();
    for (_, rule) in charter.rules() {
        for condition in [&rule.tree.when, &rule.tree.only_if, &rule.tree.unless].into_iter().flatten() {
            of(condition, &mut out);
        }
        match &rule.tree.says {
            Says::Does { deed, .. } => {
                out.insert(deed.verb);
                if deed.with.iter().any(|w| matches!(w, With::Through(_) | With::Behalf(_))) {
                    out.insert(Verb::Report);
                }
            }
            Says::Filled { how, .. } => {
                out.insert(if matches!(how, Filling::Elected(_)) { Verb::Elect } else { Verb::Appoint });
            }
            _ => {}
        }
    }
    out
}

fn set(words: impl IntoIterator<Item = impl Into<String>>) -> BTreeSet<String> {
    words.into_iter().map(Into::into).collect()
}

impl<'a> Index<'a> {
    pub fn of(charter: &Charter, record: &'a Record) -> Self {
        let mut meetings: Vec<_> = record.meetings.iter().filter(|m| !m.cancelled).filter_map(|m| m.day.map(|d| (m, d))).collect();
        meetings.sort_by_key(|(m, day)| (*day, m.hour));
        let mut roll: HashMap<&str, Vec<&Attendance>> = HashMap::new();
        for line in &record.roll {
            roll.entry(&line.meeting).or_default().push(line);
        }
        let mut out = Self {
            meetings,
            meeting: record.meetings.iter().map(|m| (m.id.as_str(), m)).collect(),
            roll,
            seats: record.seats.iter().map(|s| (s.id.as_str(), s)).collect(),
            people: record.people.iter().map(|p| (p.id.as_str(), p)).collect(),
            organisations: record.organisations.iter().map(|o| (o.id.as_str(), o)).collect(),
            done: HashMap::new(),
            seated: RefCell::default(),
        };
        out.gather(charter, record, &verbs(charter));
        for list in out.done.values_mut() {
            list.sort_by_key(|d| d.day);
        }
        out
    }

    fn add(&mut self, wanted: &HashSet<Verb>, verbs: &[Verb], done: Done) {
        for verb in verbs.iter().filter(|v| wanted.contains(v)) {
            self.done.entry(*verb).or_default().push(done.clone());
        }
    }

    fn day_of(&self, meeting: &str) -> Option<Date> {
        self.meeting.get(meeting).and_then(|m| m.day)
    }

    /// The facts of every list as things done, for the verbs that the charter uses.
    #[allow(clippy::too_many_lines)]
    fn gather(&mut self, charter: &Charter, record: &'a Record, wanted: &HashSet<Verb>) {
        use Verb::*;
        const SENDING: &[Verb] = &[Send, Circulate, Give, Submit, Notify, Present, Prepare, Call];
        const APPROVING: &[Verb] = &[Approve, Ratify, Confirm, Endorse, Agree, Accept, Adopt, Sign];
        for act in &record.acts {
            let Some(verb) = Verb::named(&act.verb) else { continue };
            let done = Done {
                kind: Some(Kind::Acts),
                what: act.what.iter().cloned().collect(),
                by: act.by.clone(),
                to: act.to.clone(),
                of: act.of.clone(),
                meeting: act.meeting.clone(),
                day: act.day.or_else(|| act.meeting.as_deref().and_then(|m| self.day_of(m))),
                effect: act.effect,
                forms: act.forms.clone(),
                consulted: act.consulted.clone(),
                agreed: act.agreed.clone(),
                requested: act.requested.clone(),
                matters: act.matters.clone(),
                amount: act.amount,
                ..Done::default()
            };
            self.add(wanted, &[verb], done);
        }
        for sent in &record.sent {
            let done = Done {
                kind: Some(Kind::Sent),
                what: vec![sent.what.clone()],
                by: sent.by.clone(),
                to: sent.recipients.iter().chain(&sent.to).cloned().collect(),
                meeting: sent.meeting.clone(),
                day: sent.day,
                forms: sent.forms.iter().cloned().chain((sent.to.as_deref() == Some("website")).then(|| "on the website".to_owned())).collect(),
                matters: sent.states.clone(),
                ..Done::default()
            };
            let verbs: &[Verb] = if sent.to.as_deref() == Some("website") { &[Publish, Announce] } else { SENDING };
            // What is called is a meeting; a notice sent is no call.
            let verbs: Vec<Verb> = verbs.iter().copied().filter(|v| *v != Call).collect();
            self.add(wanted, &verbs, done);
        }
        for approval in &record.approvals {
            let by = match (&approval.by, &approval.meeting) {
                (Some(by), _) => set([by.clone()]),
                (None, Some(_)) => set(["body"]),
                _ => BTreeSet::new(),
            };
            let done = Done {
                kind: Some(Kind::Approvals),
                what: vec![approval.what.clone()],
                by,
                of: Some(approval.of.clone()),
                meeting: approval.meeting.clone(),
                day: approval.day.or_else(|| approval.meeting.as_deref().and_then(|m| self.day_of(m))),
                ..Done::default()
            };
            self.add(wanted, APPROVING, done);
        }
        for report in &record.reports {
            let done = Done {
                kind: Some(Kind::Reports),
                what: vec![report.what.clone()],
                to: report.to.clone(),
                by: report.by.clone(),
                of: report.of.clone(),
                meeting: report.meeting.clone(),
                requested: report.through.clone(),
                day: report.day.or_else(|| report.meeting.as_deref().and_then(|m| self.day_of(m))),
                ..Done::default()
            };
            self.add(wanted, &[Report, Present, Submit, Give, Notify, Refer], done);
        }
        for review in &record.reviews {
            let done = Done {
                kind: Some(Kind::Reviews),
                what: vec![review.what.clone()],
                by: set(["body"]),
                meeting: review.meeting.clone(),
                day: review.day.or_else(|| review.meeting.as_deref().and_then(|m| self.day_of(m))),
                ..Done::default()
            };
            self.add(wanted, &[Review, Assess, Consider], done);
        }
        for request in &record.requests {
            let done = Done {
                kind: Some(Kind::Requests),
                what: vec![request.what.clone()],
                by: request.by.clone(),
                of: request.of.clone(),
                day: request.day,
                effect: request.effect,
                forms: request.written.then(|| "in writing".to_owned()).into_iter().collect(),
                ..Done::default()
            };
            self.add(wanted, &[Request, Ask], done.clone());
            if request.what == "exit" {
                self.add(wanted, &[Give], Done { what: vec!["notice".to_owned()], ..done.clone() });
                self.add(wanted, &[Resign, Leave], done);
            }
        }
        for decision in &record.decisions {
            let by = decision.by.iter().cloned().chain((decision.meeting.is_some() && decision.by.is_none()).then(|| "body".to_owned())).collect();
            let done = Done {
                kind: Some(Kind::Decisions),
                what: [Some("decision".to_owned()), decision.urgent.then(|| "urgent decision".to_owned())]
                    .into_iter()
                    .flatten()
                    .chain(decision.matters.iter().cloned())
                    .collect(),
                by,
                of: Some(decision.id.clone()),
                meeting: decision.meeting.clone(),
                day: decision.day.or_else(|| decision.meeting.as_deref().and_then(|m| self.day_of(m))),
                consulted: decision.consulted.clone(),
                matters: decision.matters.clone(),
                affects: decision.affects.clone(),
                amount: decision.amount,
                urgent: decision.urgent,
                ..Done::default()
            };
            self.add(wanted, &[Decide, Make, Take], done.clone());
            if !decision.considered.is_empty() {
                self.add(wanted, &[Consider], Done { what: decision.considered.iter().cloned().collect(), ..done });
            }
        }
        for judgement in &record.judgements {
            let done = Done {
                kind: Some(Kind::Judgements),
                what: vec![judgement.about.clone()],
                by: judgement.by.iter().chain(&judgement.office).cloned().collect(),
                of: judgement.of.clone(),
                meeting: judgement.meeting.clone(),
                day: judgement.day.or_else(|| judgement.meeting.as_deref().and_then(|m| self.day_of(m))),
                ..Done::default()
            };
            if judgement.agreed {
                self.add(wanted, APPROVING, done);
            } else {
                self.add(wanted, &[Refuse, Reject], done);
            }
        }
        for item in &record.items {
            let done = Done {
                kind: Some(Kind::Items),
                what: vec!["item".to_owned()],
                by: item.by.iter().cloned().collect(),
                of: Some(item.id.clone()),
                meeting: Some(item.meeting.clone()),
                day: item.notified,
                matters: item.matters.clone(),
                ..Done::default()
            };
            if item.notified.is_some() {
                self.add(wanted, &[Notify, Request, Submit, Propose], done);
            }
        }
        for meeting in &record.meetings {
            let at = |what: &[&str]| Done {
                kind: Some(Kind::Meetings),
                what: what.iter().map(|w| (*w).to_owned()).collect(),
                by: set(["body"]),
                of: Some(meeting.id.clone()),
                meeting: Some(meeting.id.clone()),
                day: meeting.day,
                forms: meeting.forms.iter().chain(&meeting.place).cloned().collect(),
                ..Done::default()
            };
            if !meeting.cancelled {
                let kind = kind_of(meeting);
                let first = self.meetings.first().is_some_and(|(m, _)| m.id == meeting.id);
                let plain = if kind == "ordinary" { "regular meeting" } else { "" };
                self.add(wanted, &[Meet, Hold], at(&["meeting", kind, &format!("{kind} meeting"), plain, if first { "first meeting" } else { "" }]));
            }
            if meeting.adjourned {
                // Whoever presides adjourns.
                self.add(wanted, &[Adjourn], Done { by: set(["body", "chair", "person presiding"]), ..at(&["meeting"]) });
            }
            if let Some(resumed) = &meeting.resumes {
                self.add(wanted, &[Reconvene, Meet], Done { of: Some(resumed.clone()), ..at(&["meeting"]) });
            }
            if !meeting.minuted.is_empty() {
                self.add(wanted, &[Record], Done { what: meeting.minuted.iter().cloned().collect(), ..at(&[]) });
            }
            if wanted.contains(&Preside) && !meeting.cancelled {
                let by: BTreeSet<String> = record.presiding.iter().filter(|p| p.meeting == meeting.id).map(|p| p.person.clone()).collect();
                if !by.is_empty() {
                    self.add(wanted, &[Preside], Done { by, kind: Some(Kind::Presiding), ..at(&["meeting"]) });
                }
            }
        }
        for motion in &record.motions {
            let done = Done {
                kind: Some(Kind::Motions),
                what: vec!["motion".to_owned()],
                of: Some(motion.id.clone()),
                meeting: Some(motion.meeting.clone()),
                day: motion.put.or_else(|| self.day_of(&motion.meeting)),
                forms: motion.forms.clone(),
                matters: motion.matters.clone(),
                ..Done::default()
            };
            if let Some(by) = &motion.moved {
                self.add(wanted, &[Move, Propose], Done { by: set([by.clone()]), ..done.clone() });
            }
            if let Some(by) = &motion.seconded {
                self.add(wanted, &[Second], Done { by: set([by.clone()]), ..done.clone() });
            }
            if !motion.votes.is_empty() || motion.count.is_some() {
                let what = if motion.by.as_deref().is_some_and(|b| b != "meeting") { "e-mail vote" } else { "vote" };
                self.add(wanted, &[Hold, Take, Put], Done { what: vec![what.to_owned()], by: set(["body"]), ..done.clone() });
            }
            if motion.votes.is_empty() && motion.count.is_some() {
                // Somebody voted; the record does not say who.
                self.add(wanted, &[Vote], Done { what: Vec::new(), ..done.clone() });
            }
            if wanted.contains(&Vote) {
                for vote in &motion.votes {
                    self.add(wanted, &[Vote], Done { by: set([vote.person.clone()]), what: Vec::new(), ..done.clone() });
                }
            }
        }
        for interest in &record.interests {
            if interest.declared.is_none() {
                continue;
            }
            let done = Done {
                kind: Some(Kind::Interests),
                what: vec!["interest".to_owned(), interest.kind.clone()],
                by: set([interest.person.clone()]),
                of: interest.item.clone(),
                meeting: Some(interest.meeting.clone()),
                day: interest.declared,
                ..Done::default()
            };
            self.add(wanted, &[Declare, Disclose], done);
        }
        for office in &record.offices {
            let done = Done {
                kind: Some(Kind::Offices),
                what: vec![office.office.clone()],
                by: office.by.iter().cloned().collect(),
                of: Some(office.person.clone()),
                day: office.from,
                ..Done::default()
            };
            let verbs: &[Verb] = match office.how.as_deref() {
                Some("elected") => &[Elect],
                Some(_) => &[Appoint, Name, Nominate],
                None => &[],
            };
            self.add(wanted, verbs, done);
        }
        for appointment in &record.appointments {
            let done = Done {
                kind: Some(Kind::Appointments),
                what: vec!["member".to_owned(), "seat".to_owned(), "new member".to_owned(), "replacement".to_owned()],
                by: appointment.by.iter().cloned().collect(),
                of: Some(appointment.person.clone()),
                day: appointment.from,
                ..Done::default()
            };
            if appointment.from.is_some() {
                self.add(wanted, &[Appoint, Nominate, Admit, Fill], done.clone());
            }
            if let Some(day) = appointment.until {
                let gone = Done { day: Some(day), by: set([appointment.person.clone()]), what: vec!["seat".to_owned(), "member".to_owned()], ..done };
                // What was told of the leaving itself says more than its day.
                let told = |verb: Verb| {
                    self.done
                        .get(&verb)
                        .is_some_and(|l| l.iter().any(|d| d.of.as_ref() == Some(&appointment.person) || d.by.contains(&appointment.person)))
                };
                let verbs_told: Vec<Verb> = [Leave, Vacate, Retire, Resign, Remove, Replace].into_iter().filter(|v| told(*v)).collect();
                let own: Vec<Verb> = [Leave, Vacate, Retire].into_iter().filter(|v| !verbs_told.contains(v)).collect();
                self.add(wanted, &own, gone.clone());
                let verbs: &[Verb] = match appointment.ended.as_deref() {
                    Some("resigned") => &[Resign],
                    Some("removed") => &[Remove],
                    Some("replaced") => &[Replace],
                    _ => &[],
                };
                let verbs: Vec<Verb> = verbs.iter().copied().filter(|v| !verbs_told.contains(v)).collect();
                self.add(wanted, &verbs, Done { by: if verbs == [Resign] { gone.by.clone() } else { BTreeSet::new() }, ..gone });
            }
        }
        if wanted.contains(&Attend) || wanted.contains(&Miss) {
            for line in &record.roll {
                let done = Done {
                    kind: Some(Kind::Roll),
                    what: vec!["meeting".to_owned()],
                    by: set([line.person.clone()]),
                    of: line.seat.clone(),
                    meeting: Some(line.meeting.clone()),
                    day: self.day_of(&line.meeting),
                    forms: line.remote.then(|| "remotely".to_owned()).into_iter().collect(),
                    ..Done::default()
                };
                self.add(wanted, if line.presence == Presence::Present { &[Attend, TakePart] } else { &[Miss] }, done);
            }
        }
        if wanted.contains(&Cover) {
            for clause in &charter.clauses {
                for heading in &clause.heading {
                    let what = heading.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ' ').to_lowercase();
                    self.add(wanted, &[Cover], Done { kind: Some(Kind::Acts), what: vec![what], by: set(["these terms"]), ..Done::default() });
                }
            }
        }
    }

    /// The roll of one meeting.
    pub fn roll_of(&self, meeting: &str) -> &[&'a Attendance] {
        self.roll.get(meeting).map_or(&[], Vec::as_slice)
    }
}

/// The kind of a meeting, as the record has it.
pub(crate) fn kind_of(meeting: &Meeting) -> &str {
    meeting.kind.as_deref().unwrap_or("ordinary")
}
