//! The facts of every list as things done.

use super::*;

impl<'a> Index<'a> {
    /// The facts of every list as things done, for the verbs that the charter uses.
    #[allow(clippy::too_many_lines)]
    pub(super) fn gather(&mut self, charter: &Charter, record: &'a Record, wanted: &HashSet<Verb>) {
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
                minutes: act.minutes,
                until: act.until,
                pages: act.pages,
                ..Done::default()
            };
            self.add(wanted, &[verb], done);
        }
        for sent in &record.sent {
            let done = Done {
                kind: Some(Kind::Sent),
                what: std::iter::once(sent.what.clone()).chain(sent.title.is_some().then(|| "paper".to_owned())).collect(),
                by: sent.by.clone(),
                pages: sent.pages,
                title: sent.title.clone(),
                to: sent.recipients.iter().chain(&sent.to).cloned().collect(),
                meeting: sent.meeting.clone(),
                day: sent.day,
                forms: sent.forms.iter().cloned().chain(sent.published().then(|| "on the website".to_owned())).collect(),
                matters: sent.states.clone(),
                ..Done::default()
            };
            let verbs: &[Verb] = if sent.published() { &[Publish, Announce] } else { SENDING };
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
                minutes: meeting.hour.zip(meeting.ended).and_then(|(from, to)| {
                    let minutes = (i32::from(to.hour()) - i32::from(from.hour())) * 60 + i32::from(to.minute()) - i32::from(from.minute());
                    u32::try_from(minutes).ok()
                }),
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
                // What is declared in a meeting is declared to it and to whoever presides.
                to: set(["body", "chair", "person presiding"]),
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
                what: vec!["member".to_owned(), "seat".to_owned(), "new member".to_owned(), "replacement".to_owned(), appointment.seat.clone()],
                by: appointment.by.iter().cloned().collect(),
                of: Some(appointment.person.clone()),
                day: appointment.from,
                ..Done::default()
            };
            if appointment.from.is_some() {
                self.add(wanted, &[Appoint, Nominate, Admit], done.clone());
                // Who comes after another in a seat fills its vacancy.
                self.add(wanted, &[Fill], Done { what: done.what.iter().cloned().chain(["vacancy".to_owned()]).collect(), ..done.clone() });
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
        // A substitute who came was sent.
        for line in record.roll.iter().filter(|a| a.capacity == Capacity::Substitute && a.presence == Presence::Present) {
            let Some(seat) = line.seat.as_deref() else { continue };
            let day = self.day_of(&line.meeting);
            let held = |a: &&Appointment| a.seat == seat && day.is_some_and(|d| Span { from: a.from, until: a.until }.holds(d));
            let holder = record.appointments.iter().find(held).map(|a| a.person.clone());
            let organisation = self.seats.get(seat).and_then(|s| s.organisation.clone());
            let done = Done {
                kind: Some(Kind::Roll),
                what: vec!["substitute".to_owned(), line.person.clone()],
                by: holder.into_iter().chain(organisation).collect(),
                of: Some(seat.to_owned()),
                meeting: Some(line.meeting.clone()),
                day: line.told.or(day),
                ..Done::default()
            };
            self.add(wanted, &[Send, Arrange, Name, Nominate, Appoint, Bring], done);
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
}
