//! What a case tells of as done.

use super::*;

impl<'a> Story<'a> {
    #[allow(clippy::too_many_lines)]
    pub(super) fn did(&mut self, who: Option<&Who>, deed: &crate::tree::Deed, on: Option<Date>, effect: Option<Date>) {
        self.note(on);
        self.note(effect);
        let day = on.unwrap_or(self.day);
        let by = who.map(|w| self.ids(w, day)).unwrap_or_default();
        let to = deed.to.as_ref().map(|w| self.ids(w, day)).unwrap_or_default();
        let from = deed.from.as_ref().map(|w| self.ids(w, day)).unwrap_or_default();
        let what = deed.thing.as_ref().map(called);
        let mut forms: BTreeSet<String> = BTreeSet::new();
        let mut matters: BTreeSet<String> = BTreeSet::new();
        for manner in &deed.manner {
            match manner {
                crate::tree::Manner::Stating(n) | crate::tree::Manner::About(n) => {
                    matters.insert(n.clone());
                }
                crate::tree::Manner::As(n) | crate::tree::Manner::At(n) => {
                    forms.insert(n.clone());
                }
                crate::tree::Manner::Pages(..) => {}
                plain => {
                    forms.insert(plain.to_string());
                }
            }
        }
        let mut consulted = BTreeSet::new();
        let mut agreed = BTreeSet::new();
        let mut requested = from;
        for with in &deed.with {
            let ids = self.ids(with.parts().1, day);
            match with {
                With::Consulting(_) => consulted.extend(ids),
                With::Agreement(_) => agreed.extend(ids),
                With::Request(_) | With::Through(_) | With::Behalf(_) => requested.extend(ids),
            }
        }
        let word = match &deed.thing {
            Some(Thing::Word(word)) => Some(*word),
            _ => None,
        };
        let named = match &deed.thing {
            Some(Thing::Who(who)) => self.ids(who, day).into_iter().next_back(),
            _ => None,
        };
        if let Some(Thing::DecisionOn(name)) = &deed.thing {
            matters.insert(name.clone());
        }
        let website = deed.verb == Verb::Publish;
        use Verb::*;
        match (deed.verb, word) {
            (Send | Circulate | Publish, _) | (Give, Some(Word::Notice))
                if named.is_none()
                    && word != Some(Word::Substitute)
                    && !(deed.verb == Give && who.is_some_and(|w| matches!(w, Who::Any(g) if matches!(g.noun, Noun::Of(_))))) =>
            {
                let what = what.unwrap_or_default();
                let meeting = self.meeting_for(&what, day).filter(|_| !self.record.meetings.is_empty());
                self.record.sent.push(Sent {
                    what,
                    meeting,
                    day: Some(day),
                    to: website.then(|| "website".to_owned()),
                    recipients: to,
                    by,
                    forms,
                    states: matters,
                    title: None,
                    pages: deed.limit_of_pages().map(|(_, pages)| pages),
                });
            }
            (Review, _) => {
                let meeting = self.meeting_on(day);
                self.record.reviews.push(crate::record::Review { what: what.unwrap_or_default(), meeting, day: Some(day) });
            }
            (Report, _) => {
                let of =
                    matches!(word, Some(Word::Decision | Word::UrgentDecision)).then(|| self.record.decisions.last().map(|d| d.id.clone())).flatten();
                let meeting = self.meeting_on(day);
                self.record.reports.push(crate::record::Report {
                    what: what.unwrap_or_default(),
                    to,
                    by,
                    through: requested,
                    of,
                    meeting,
                    day: Some(day),
                });
            }
            (Approve, Some(Word::Minutes | Word::DraftMinutes)) => {
                let before = self.record.meetings.iter().filter(|m| m.day.is_some_and(|d| d < day)).max_by_key(|m| m.day).map(|m| m.id.clone());
                let meeting = self.meeting_on(day);
                self.record.approvals.push(Approval { what: "minutes".into(), of: before.unwrap_or_default(), meeting, by: None, day: Some(day) });
            }
            (Request | Ask, _) if deed.verb == Request || named.is_none() => {
                self.record.requests.push(crate::record::Request {
                    what: what.unwrap_or_default(),
                    by,
                    of: None,
                    day: Some(day),
                    written: forms.contains("in writing"),
                    effect,
                });
            }
            (Decide, _) => {
                let meeting = self.meeting_on(day).filter(|_| holds_body(&by));
                let office = who.and_then(who_title).or_else(|| by.iter().next().cloned());
                matters.extend(what);
                self.record.decisions.push(Decision {
                    id: format!("d{}", self.record.decisions.len() + 1),
                    day: Some(day),
                    by: office.filter(|_| !holds_body(&by)),
                    meeting,
                    urgent: self.urgent,
                    matters,
                    consulted,
                    ..Decision::default()
                });
            }
            (Declare, _) if matches!(deed.thing, Some(Thing::Interest(_))) => {
                let kind = if let Some(Thing::Interest(kind)) = &deed.thing { kind.clone() } else { None };
                self.record.interests.push(Interest {
                    meeting: "m".into(),
                    item: Some("i".into()),
                    person: by.into_iter().next_back().unwrap_or_default(),
                    kind: kind.unwrap_or_else(|| "financial".to_owned()),
                    declared: Some(day),
                    ruling: None,
                });
            }
            (Move | Second, Some(Word::Motion)) => {
                if self.record.motions.is_empty() {
                    let meeting = self.meeting_on(day).unwrap_or_else(|| "m".to_owned());
                    self.record.motions.push(Motion { id: "x".into(), meeting, ..Motion::default() });
                }
                if let Some(motion) = self.record.motions.last_mut() {
                    let by = by.into_iter().next_back();
                    if deed.verb == Move { motion.moved = by } else { motion.seconded = by }
                }
            }
            (Hold | Take, Some(Word::Vote)) => {
                let meeting = self.meeting_on(day).unwrap_or_else(|| "m".to_owned());
                self.record.motions.push(Motion {
                    id: format!("x{}", self.record.motions.len()),
                    meeting,
                    forms,
                    matters,
                    count: Some(Votes { in_favour: 2, against: 1, abstained: 0 }),
                    ..Motion::default()
                });
            }
            (Fix | Arrange, Some(Word::Dates)) => {
                for meeting in self.record.meetings.iter_mut().filter(|m| m.day.is_some_and(|d| d > day)) {
                    meeting.fixed = Some(day);
                }
            }
            (Meet, _) => self.meet(None, day, forms),
            (Adjourn, _) => {
                if let Some(meeting) = self.record.meetings.last_mut() {
                    meeting.adjourned = true;
                }
            }
            (Preside, _) => {
                let meeting = self.meeting_on(day).unwrap_or_else(|| "m".to_owned());
                let person = by.into_iter().find(|b| self.record.people.iter().any(|p| p.id == *b)).or_else(|| who.map(ToString::to_string));
                self.record.presiding.push(Presiding { meeting, person: person.unwrap_or_default(), from: None });
            }
            (Attend, None | Some(Word::Meeting | Word::RegularMeeting)) if !matches!(who, Some(Who::Post(Post::Body))) => {
                let meeting = self.meeting_on(day).unwrap_or_else(|| "m".to_owned());
                for person in by.into_iter().filter(|b| !matches!(b.as_str(), "chair" | "vice-chair" | "secretary")) {
                    let capacity = match who {
                        Some(Who::Any(g) | Who::The(g)) if g.noun == Noun::OtherPerson => Capacity::Guest,
                        Some(Who::Any(g) | Who::The(g)) if g.noun == Noun::Substitute => Capacity::Substitute,
                        Some(Who::Any(g) | Who::The(g)) if g.noun == Noun::Officer => Capacity::Officer,
                        _ => Capacity::Member,
                    };
                    let seat = if capacity == Capacity::Substitute { self.seat_stood_in_for(who, day) } else { None };
                    self.record.roll.push(Attendance {
                        meeting: meeting.clone(),
                        person,
                        seat,
                        capacity,
                        remote: forms.contains("remotely"),
                        ..Attendance::default()
                    });
                }
            }
            (Record, _) if word.is_some() && matches!(word, Some(Word::Attendance | Word::Interests | Word::Reason | Word::Vote)) => {
                let meeting = self.meeting_for("minutes", day);
                let minuted = match word {
                    Some(Word::Interests) => "interests".to_owned(),
                    Some(Word::Reason) => "reasons".to_owned(),
                    Some(Word::Attendance) => "attendance".to_owned(),
                    _ => what.clone().unwrap_or_default(),
                };
                if let Some(m) = self.record.meetings.iter_mut().find(|m| Some(&m.id) == meeting.as_ref()) {
                    m.minuted.insert(minuted);
                }
                self.act(deed.verb, what, by, to, None, day, on, effect, forms, consulted, agreed, requested, matters);
            }
            (Consider, _) if !self.record.decisions.is_empty() => {
                if let (Some(decision), Some(what)) = (self.record.decisions.last_mut(), what) {
                    decision.considered.insert(what);
                }
            }
            (Notify | Submit, Some(Word::Item)) => {
                let meeting = self.meeting_for("agenda", day).unwrap_or_default();
                if let Some(item) = self.record.items.first_mut() {
                    item.notified = Some(day);
                    item.meeting = meeting;
                    item.by = by.into_iter().next_back();
                }
            }
            (Resign | Leave | Vacate, _) | (Remove | Replace, _) => {
                let person = match deed.verb {
                    Resign | Leave => by.iter().next_back().cloned(),
                    _ => named.clone().filter(|n| self.record.people.iter().any(|p| p.id == *n)).or_else(|| self.concerned()),
                };
                let last = effect.unwrap_or(day);
                if let Some(a) = self.record.appointments.iter_mut().rfind(|a| Some(&a.person) == person.as_ref() && a.until.is_none()) {
                    a.until = Some(last);
                    a.ended = Some(
                        match deed.verb {
                            Resign => "resigned",
                            Remove => "removed",
                            Replace => "replaced",
                            _ => "left",
                        }
                        .to_owned(),
                    );
                }
                let kept = deed.verb == Remove || deed.verb == Replace || deed.verb == Resign;
                if kept {
                    let what = if deed.verb == Resign { Some("resignation".to_owned()) } else { Some("member".to_owned()) };
                    // The record's own end of the appointment tells when; the act tells who and how.
                    if let Some(a) = self.record.appointments.iter_mut().rfind(|a| Some(&a.person) == person.as_ref()) {
                        a.ended = Some("left".to_owned());
                    }
                    if deed.verb == Resign
                        && let Some(a) = self.record.appointments.iter_mut().rfind(|a| Some(&a.person) == person.as_ref())
                    {
                        a.ended = Some("resigned".to_owned());
                    }
                    if deed.verb != Resign || !to.is_empty() || !forms.is_empty() {
                        self.act(deed.verb, what, by, to, person, day, on, effect, forms, consulted, agreed, requested, matters);
                    }
                }
            }
            (Appoint | Elect, _)
                if named.is_some()
                    && matches!(&deed.thing, Some(Thing::Who(w)) if matches!(w.as_ref(), Who::Post(Post::Chair | Post::ViceChair | Post::Secretary | Post::Presiding))) =>
            {
                let Some(Thing::Who(w)) = &deed.thing else { return };
                let Who::Post(post) = w.as_ref() else { return };
                let title = post.title().to_owned();
                self.record.offices.retain(|o| !(o.office == title && o.from.is_none()));
                let how = if deed.verb == Elect { "elected" } else { "appointed" };
                self.record.offices.push(Office {
                    office: title,
                    person: "p3".into(),
                    from: Some(day),
                    until: None,
                    how: Some(how.to_owned()),
                    by: by.iter().next_back().cloned(),
                });
            }
            _ => {
                let of = named.or_else(|| match word {
                    Some(Word::Decision | Word::UrgentDecision | Word::Proposal) => self.record.decisions.last().map(|d| d.id.clone()),
                    Some(Word::Motion | Word::EmailVote) => self.record.motions.last().map(|m| m.id.clone()),
                    _ => None,
                });
                if let Some(Thing::Who(w)) = &deed.thing
                    && let Who::Any(g) | Who::The(g) = w.as_ref()
                    && g.noun == Noun::OtherPerson
                {
                    self.person("somebody");
                }
                self.act(deed.verb, what, by, to, of, day, on, effect, forms, consulted, agreed, requested, matters);
            }
        }
    }

    #[allow(clippy::too_many_arguments)]
    pub(super) fn act(
        &mut self,
        verb: Verb,
        what: Option<String>,
        by: BTreeSet<String>,
        to: BTreeSet<String>,
        of: Option<Id>,
        day: Date,
        told: Option<Date>,
        effect: Option<Date>,
        forms: BTreeSet<String>,
        consulted: BTreeSet<String>,
        agreed: BTreeSet<String>,
        requested: BTreeSet<String>,
        matters: BTreeSet<String>,
    ) {
        let meeting = self
            .meeting_on(day)
            .filter(|_| told.is_some() || self.record.meetings.len() == 1)
            .filter(|_| self.record.meetings.iter().any(|m| m.day == Some(day)));
        self.record.acts.push(Act {
            verb: verb.base().to_owned(),
            what,
            by,
            to,
            of,
            meeting,
            day: Some(day),
            effect,
            forms,
            consulted,
            agreed,
            requested,
            matters,
            amount: None,
            minutes: None,
            until: None,
            pages: None,
        });
    }

    /// The seat in whose place a substitute sits: that of the holder of a post, or the last told of.
    fn seat_stood_in_for(&self, who: Option<&Who>, day: Date) -> Option<Id> {
        let of = who.map(Who::groups).unwrap_or_default().into_iter().flat_map(|g| &g.filters).find_map(|f| match f {
            Filter::InPlaceOf(post) => Some(post.title().to_owned()),
            _ => None,
        });
        let holder = of.and_then(|title| self.record.holders(&title, day).next().map(str::to_owned));
        let seat = holder.and_then(|h| self.record.appointments.iter().find(|a| a.person == h).map(|a| a.seat.clone()));
        seat.or_else(|| self.record.seats.last().map(|s| s.id.clone()))
    }

    /// How long what was just told of lasted, and what amount it was about.
    pub(super) fn measured(&mut self, deed: &crate::tree::Deed, on: Option<Date>, amount: Option<u32>) {
        use crate::tree::{Time, Unit};
        if amount.is_some()
            && let Some(decision) = self.record.decisions.last_mut().filter(|_| deed.verb == Verb::Decide)
        {
            decision.amount = amount;
            return;
        }
        let length = deed.times.iter().find_map(|t| if let Time::For(_, length) = t { Some(*length) } else { None });
        let Some(act) = self.record.acts.last_mut().filter(|a| a.verb == deed.verb.base() && (on.is_none() || a.day == on)) else { return };
        act.amount = amount.or(act.amount);
        act.pages = deed.limit_of_pages().map(|(_, pages)| pages).or(act.pages);
        match length {
            Some(length) if matches!(length.unit, Unit::Minutes | Unit::Hours) => {
                act.minutes = Some(if length.unit == Unit::Hours { length.count.saturating_mul(60) } else { length.count });
            }
            Some(length) => {
                let begun = act.day.and_then(|d| d.yesterday().ok());
                act.until =
                    begun.zip(length.in_whole_days()).map(|(d, (n, unit))| calendar::deadline_after(d, n, unit, self.charter.head.holidays()).letter);
            }
            None => {}
        }
    }
}
