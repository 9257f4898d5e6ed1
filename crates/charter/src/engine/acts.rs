//! Whether something done is what a rule speaks of, and whether it was done as the rule asks.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::due::thing_names;
use super::index::Done;
use super::{Place, Truth, View};
use crate::record::{Capacity, Kind};
use crate::tree::{Deed, Filter, Group, Manner, Noun, Occasion, Post, Sort, Thing, Time, Verb, Who, With, Word};
use calendar::day_in_words;

/// What a rule speaks of, once: an occasion, with whom and what it concerns.
#[derive(Debug, Clone, Default)]
pub(crate) struct Subject {
    pub day: Option<Date>,
    /// Named in sentences: "the council election of 7 May 2009".
    pub words: String,
    pub person: Option<String>,
    pub of: Option<String>,
    pub meeting: Option<String>,
    pub matters: BTreeSet<String>,
    pub affects: BTreeSet<String>,
    pub amount: Option<u32>,
    pub urgent: bool,
    /// The record leaves open whether it happened; this would settle it.
    pub unsure: Option<String>,
}

impl Subject {
    pub fn of(done: &Done, words: String) -> Self {
        Self {
            day: done.day,
            words,
            person: if done.by.len() == 1 { done.by.first().cloned() } else { None },
            of: done.of.clone(),
            meeting: done.meeting.clone(),
            matters: done.matters.iter().cloned().chain(done.what.iter().cloned()).collect(),
            affects: done.affects.clone(),
            amount: done.amount,
            urgent: done.urgent,
            unsure: None,
        }
    }
}

/// How something done fits what a rule asks of it.
#[derive(Debug, Clone)]
pub(crate) struct Fit {
    pub truth: Truth,
    pub faults: Vec<String>,
    pub missing: Vec<String>,
}

impl Fit {
    fn new() -> Self {
        Self { truth: Truth::Yes, faults: Vec::new(), missing: Vec::new() }
    }

    pub fn and(&mut self, truth: Truth, what: impl Fn() -> String) {
        match truth {
            Truth::Yes => {}
            Truth::No => self.faults.push(format!("not {}", what())),
            Truth::CannotTell => self.missing.push(format!("whether it was {}", what())),
        }
        self.truth = self.truth.and(truth);
    }
}

/// Whether two words of a charter and its record are the same: capitals, an article and the plural make no difference.
pub(crate) fn same(a: &str, b: &str) -> bool {
    if a.eq_ignore_ascii_case(b) {
        return true;
    }
    let bare = |w: &str| -> String {
        let w = w.trim().to_lowercase().replace('’', "'");
        let w = ["the ", "an ", "a "].iter().find_map(|article| w.strip_prefix(article)).unwrap_or(&w).to_owned();
        match w.strip_suffix("ies") {
            Some(stem) => format!("{stem}y"),
            None => w.strip_suffix('s').map_or(w.clone(), str::to_owned),
        }
    };
    bare(a) == bare(b)
}

pub(crate) fn holds(set: &BTreeSet<String>, word: &str) -> bool {
    set.contains(word) || set.iter().any(|w| same(w, word))
}

/// Whether something was done about what a deed is about.
pub(crate) fn is_about(done: &Done, deed: &Deed) -> bool {
    deed.manner.iter().all(|m| !matches!(m, Manner::About(name) if !holds(&done.matters, name)))
}

/// What a record may call a thing; a few are called more briefly there.
pub(crate) fn names(thing: &Thing) -> Vec<String> {
    let mut out = thing_names(Some(thing));
    match thing {
        Thing::Word(Word::Interests) => out.push("interests".to_owned()),
        Thing::Word(Word::Terms) => out.push("terms".to_owned()),
        Thing::Word(Word::Dates) => out.push("dates".to_owned()),
        Thing::Word(Word::Membership | Word::MembershipList) => out.push("membership".to_owned()),
        _ => {}
    }
    out
}

/// The kind of fact that a deed is recorded as.
pub(crate) fn kind_for(verb: Verb, thing: Option<&Thing>) -> Kind {
    use Verb::*;
    match (verb, thing) {
        (Review, _) => Kind::Reviews,
        (Report, _) => Kind::Reports,
        (Approve | Ratify, _) => Kind::Approvals,
        (Request | Ask, _) => Kind::Requests,
        (Meet | Adjourn | Reconvene, _) => Kind::Meetings,
        (Record, _) => Kind::Meetings,
        (Decide, _) | (Make | Take, Some(Thing::Word(Word::Decision | Word::UrgentDecision) | Thing::DecisionOn(_))) => Kind::Decisions,
        (Hold | Put, Some(Thing::Word(Word::Vote | Word::EmailVote))) | (Vote | Move | Second, _) => Kind::Motions,
        (Declare, Some(Thing::Interest(_))) => Kind::Interests,
        (Elect | Appoint, Some(Thing::Who(who))) if matches!(who.as_ref(), Who::Post(_)) => Kind::Offices,
        (Appoint | Leave | Vacate | Resign | Retire | Serve | Fill, _) => Kind::Appointments,
        (Preside, _) => Kind::Presiding,
        (Attend | Miss, _) => Kind::Roll,
        (Send | Circulate | Publish, _) => Kind::Sent,
        (Notify, Some(Thing::Word(Word::Item | Word::FurtherItem))) => Kind::Items,
        _ => Kind::Acts,
    }
}

impl<'a> View<'a> {
    /// Everything done with that verb to that thing, earliest first.
    pub fn done_with(self, deed: &'a Deed) -> impl Iterator<Item = &'a Done> {
        self.index.done.get(&deed.verb).into_iter().flatten().filter(move |done| is_about(done, deed) && self.is_of(done, deed.thing.as_ref(), None))
    }

    /// Whether something was done to that thing.
    pub fn is_of(self, done: &Done, thing: Option<&Thing>, subject: Option<&Subject>) -> bool {
        match thing {
            None => true,
            Some(thing @ Thing::Word(_)) => {
                let names = names(thing);
                done.what.iter().any(|w| names.iter().any(|n| same(w, n)))
            }
            Some(Thing::Named(name)) => done.what.iter().chain(&done.matters).any(|w| same(w, name)),
            Some(Thing::DecisionOn(name)) => holds(&done.matters, name) || done.what.iter().any(|w| same(w, name)),
            Some(Thing::Interest(None)) => done.what.iter().any(|w| w == "interest"),
            Some(Thing::Interest(Some(kind))) => {
                done.what.iter().any(|w| kind.split(" or ").any(|k| same(k, w))) && done.what.iter().any(|w| w == "interest")
            }
            Some(Thing::Meetings(_)) => true,
            Some(Thing::Who(who)) => {
                let day = done.day.unwrap_or(Date::MAX);
                let ids: BTreeSet<String> = done.of.iter().chain(&done.what).cloned().collect();
                // Whom the context has to tell may be anybody.
                self.among(&ids, who, day, subject, false) != Truth::No
            }
        }
    }

    /// Whether those named by id or by the charter's word are who a rule speaks of; `every` where all of them have to be there.
    pub fn among(self, ids: &BTreeSet<String>, who: &Who, day: Date, subject: Option<&Subject>, every: bool) -> Truth {
        match who {
            Who::Or(a, b) => self.among(ids, a, day, subject, every).or(self.among(ids, b, day, subject, every)),
            Who::And(a, b) => self.among(ids, a, day, subject, every).and(self.among(ids, b, day, subject, every)),
            Who::Post(post) => self.among_post(ids, post, day, subject),
            Who::No(group) => self.among_group(ids, group, day, subject).not(),
            Who::Each(group) => self.each_among(ids, group, day, subject),
            Who::The(group) if every => self.each_among(ids, group, day, subject),
            Who::Any(group) | Who::The(group) => self.among_group(ids, group, day, subject),
            Who::Only(_) if ids.is_empty() => Truth::CannotTell,
            Who::Only(group) => ids.iter().fold(Truth::of(!ids.is_empty()), |truth, id| truth.and(self.id_fits(id, group, day, subject))),
            Who::Some(..) if ids.is_empty() => Truth::CannotTell,
            Who::Some(measure, group) => {
                let place = subject.and_then(|s| self.place_of(s));
                let of = place.as_ref().map_or_else(|| self.count_on(day, group), |p| self.count_at(p, group));
                let asked = self.asked(measure, &of, day, place.as_ref(), None);
                let sure = ids.iter().filter(|id| self.id_fits(id, group, day, subject) == Truth::Yes).count();
                // Counted without names: "2 members".
                let told = ids
                    .iter()
                    .filter_map(|id| id.split_once(' '))
                    .filter(|(_, rest)| same(rest, &group.plural()))
                    .filter_map(|(n, _)| n.parse::<u32>().ok())
                    .max();
                let have = u32::try_from(sure).unwrap_or(u32::MAX).max(told.unwrap_or(0));
                match asked.most {
                    Some(most) if have >= most => Truth::Yes,
                    _ if have < asked.least => Truth::No,
                    _ => Truth::CannotTell,
                }
            }
        }
    }

    fn each_among(self, ids: &BTreeSet<String>, group: &Group, day: Date, subject: Option<&Subject>) -> Truth {
        if ids.iter().any(|id| same(id, &group.plural())) {
            return Truth::Yes;
        }
        if let Noun::Of(sort) = &group.noun {
            let (all, whole) = self.of_sort(sort, day);
            let affected = group.filters.contains(&Filter::Affected);
            let all: Vec<&str> = all
                .into_iter()
                .filter(|one| !affected || subject.is_some_and(|s| s.affects.iter().any(|a| a == one || same(a, &self.name_of_sort(sort, one)))))
                .collect();
            if all.is_empty() {
                return if affected || whole { Truth::Yes } else { Truth::CannotTell };
            }
            let got = all.iter().all(|one| ids.contains(*one) || holds(ids, &self.name_of_sort(sort, one)));
            return if got { Truth::Yes } else { self.silence(Kind::Acts, day) };
        }
        let (sitting, whole) = self.sitting(day);
        let mut truth = if whole { Truth::Yes } else { Truth::CannotTell };
        for s in sitting.iter().filter(|s| super::counting::is_member(s.seat)) {
            if self.seat_fits(s.seat, Some(s.person), day, group).0 == Truth::Yes {
                truth = truth.and(Truth::of(ids.contains(s.person)));
            }
        }
        truth
    }

    fn among_group(self, ids: &BTreeSet<String>, group: &Group, day: Date, subject: Option<&Subject>) -> Truth {
        if ids.is_empty() {
            return Truth::CannotTell;
        }
        ids.iter().fold(Truth::No, |truth, id| truth.or(self.id_fits(id, group, day, subject)))
    }

    fn among_post(self, ids: &BTreeSet<String>, post: &Post, day: Date, subject: Option<&Subject>) -> Truth {
        if ids.is_empty() {
            return Truth::CannotTell;
        }
        if holds(ids, post.title()) {
            return Truth::Yes;
        }
        let concerned = subject.and_then(|s| s.person.as_deref());
        match post {
            Post::Body => Truth::of(["body", "members", "meeting"].iter().any(|w| holds(ids, w)) || holds(ids, &self.charter.head.body)),
            Post::Public => Truth::of(
                holds(ids, "public") || ids.iter().any(|id| self.index.people.contains_key(id.as_str()) && self.is_member(id, day) == Truth::No),
            ),
            Post::Concerned => concerned.map_or(Truth::CannotTell, |c| Truth::of(ids.contains(c))),
            Post::TheirOrganisation | Post::TheirSector => {
                let last =
                    |c: &str| self.record.appointments.iter().rfind(|a| a.person == c).and_then(|a| self.index.seats.get(a.seat.as_str()).copied());
                let Some(seat) = concerned.and_then(|c| self.seat_of(c, day).or_else(|| last(c))) else { return Truth::CannotTell };
                let sort = if *post == Post::TheirSector { Sort::Sector } else { Sort::Organisation };
                match self.seat_sort(seat, &sort) {
                    Some(one) => Truth::of(ids.contains(one) || holds(ids, &self.name_of_sort(&sort, one))),
                    None => Truth::CannotTell,
                }
            }
            Post::Appointer(of) => {
                let (by, whole) = self.appointers(of, day);
                if by.iter().any(|b| holds(ids, b) || holds(ids, &self.name_of_sort(&Sort::Organisation, b))) {
                    Truth::Yes
                } else if by.is_empty() && !whole {
                    Truth::CannotTell
                } else {
                    Truth::No
                }
            }
            Post::Organisation(name) => Truth::of(self.record.organisations.iter().any(|o| same(&o.name, name) && ids.contains(&o.id)))
                .or(Truth::of(ids.iter().any(|id| self.seat_of(id, day).is_some_and(|s| self.comes_from(s, name, day) == Truth::Yes)))),
            Post::Presiding => {
                let place = subject.and_then(|s| self.place_of(s));
                place.map_or(Truth::CannotTell, |p| Truth::of(self.presiding(&p).into_iter().any(|p| ids.contains(p))))
            }
            post => {
                let (people, whole) = self.post_holders(post, day);
                if people.iter().any(|p| ids.contains(*p)) {
                    Truth::Yes
                } else if people.is_empty() && !whole {
                    Truth::CannotTell
                } else {
                    Truth::No
                }
            }
        }
    }

    /// Whoever appointed the holder of a post, as the record names them.
    pub fn appointers(self, post: &Post, day: Date) -> (Vec<&'a str>, bool) {
        let (people, whole) = self.post_holders(post, day);
        let by: Vec<&str> = self
            .record
            .offices
            .iter()
            .filter(|o| o.office.eq_ignore_ascii_case(post.title()) && people.contains(&o.person.as_str()))
            .filter_map(|o| o.by.as_deref())
            .collect();
        let known = whole && (!by.is_empty() || people.is_empty());
        (by, known)
    }

    /// The seat somebody sits in as a member on a day.
    pub fn seat_of(self, person: &str, day: Date) -> Option<&'a crate::record::Seat> {
        self.sitting(day).0.iter().find(|s| s.person == person && super::counting::is_member(s.seat)).map(|s| s.seat)
    }

    fn id_fits(self, id: &str, group: &Group, day: Date, subject: Option<&Subject>) -> Truth {
        if group.filters.is_empty() && (same(id, &group.plural()) || same(id, &group.singular())) {
            return Truth::Yes;
        }
        match &group.noun {
            Noun::Of(sort) => {
                let (all, whole) = self.of_sort(sort, day);
                let found = all.iter().any(|one| *one == id || same(&self.name_of_sort(sort, one), id));
                let affected = !group.filters.contains(&Filter::Affected) || subject.is_some_and(|s| holds(&s.affects, id));
                if found {
                    Truth::of(affected)
                } else if whole {
                    Truth::No
                } else {
                    Truth::CannotTell
                }
            }
            Noun::OtherPerson => match self.is_member(id, day) {
                Truth::Yes => Truth::No,
                Truth::No => Truth::Yes,
                Truth::CannotTell => Truth::CannotTell,
            },
            Noun::Substitute | Noun::Officer => {
                let wanted = if group.noun == Noun::Substitute { Capacity::Substitute } else { Capacity::Officer };
                let line = subject
                    .and_then(|s| s.meeting.as_deref())
                    .and_then(|m| self.index.roll_of(m).iter().find(|a| a.person == id && a.capacity == wanted).copied());
                match line {
                    Some(line) => group.filters.iter().fold(Truth::Yes, |t, f| {
                        t.and(match f {
                            Filter::Are(name) => self.person_is(id, name, day),
                            Filter::Present => Truth::Yes,
                            Filter::From(name) => {
                                line.seat.as_deref().and_then(|s| self.record.seat(s)).map_or(Truth::CannotTell, |s| self.comes_from(s, name, day))
                            }
                            _ => Truth::CannotTell,
                        })
                    }),
                    None => {
                        let class = if group.noun == Noun::Substitute { "substitute" } else { "officer" };
                        let seated = self.sitting(day).0.iter().any(|s| s.person == id && s.seat.class.as_deref() == Some(class));
                        Truth::of(seated || self.index.people.get(id).is_some_and(|p| p.attributes.iter().any(|a| same(a, &group.singular()))))
                    }
                }
            }
            noun => {
                let place = subject.and_then(|s| self.place_of(s));
                let sitting = self.sitting(day);
                let mut truth = Truth::No;
                for s in sitting.0.iter().filter(|s| s.person == id) {
                    let fits = super::counting::noun_fits(noun, s.seat)
                        || (matches!(noun, Noun::Named(_) | Noun::Seat) && super::counting::is_member(s.seat));
                    if !fits {
                        continue;
                    }
                    let mut one = self.fits(s.seat, Some(id), day, group, place.as_ref()).0;
                    if let Noun::Named(name) = noun {
                        one = one.and(self.has_attribute(s.seat, Some(id), name, day));
                    }
                    if group.filters.contains(&Filter::Present) {
                        one = one.and(place.as_ref().map_or(Truth::CannotTell, |p| self.is_in_room(p, id)));
                    }
                    truth = truth.or(one);
                }
                match (truth, noun) {
                    (Truth::No, Noun::Named(name)) => self.person_is(id, name, day),
                    (Truth::No, _) if !sitting.1 => Truth::CannotTell,
                    (truth, _) => truth,
                }
            }
        }
    }

    /// Where and when a subject stands, if that is a meeting.
    pub fn place_of(self, subject: &Subject) -> Option<Place<'a>> {
        let meeting = self.meeting(subject.meeting.as_deref()?)?;
        Some(Place { meeting, day: meeting.day?, at: None, motion: subject.of.as_deref().and_then(|m| self.record.motion(m)) })
    }

    /// Whether something done is by whom, to whom, how and with whom a rule asks; its time is asked elsewhere.
    pub fn fit(self, done: &Done, deed: &'a Deed, who: Option<&Who>, subject: Option<&Subject>) -> Fit {
        let mut fit = Fit::new();
        let day = done.day.unwrap_or(Date::MAX);
        let kind = done.kind.unwrap_or(Kind::Acts);
        let own = Subject::of(done, String::new());
        let about = subject.unwrap_or(&own);
        let by = |ids: &BTreeSet<String>, who: &Who, every: bool| {
            let truth = self.among(ids, who, day, Some(about), every);
            if truth == Truth::CannotTell && ids.is_empty() { self.silence(kind, day) } else { truth }
        };
        if let Some(who) = who {
            // Each of several does it by themselves.
            let truth = match who {
                Who::Each(group) => self.among_group(&done.by, group, day, Some(about)),
                who => self.among(&done.by, who, day, Some(about), false),
            };
            fit.and(truth, || format!("by {who}"));
        }
        if let Some(who) = &deed.to {
            fit.and(by(&done.to, who, true), || format!("to {who}"));
        }
        if let Some(who) = &deed.from {
            let ids: BTreeSet<String> = done.to.iter().chain(&done.requested).cloned().collect();
            fit.and(by(&ids, who, false), || format!("from {who}"));
        }
        for manner in &deed.manner {
            let truth = match manner {
                Manner::InExceptionalCircumstances => Truth::Yes,
                Manner::About(_) => Truth::Yes,
                Manner::Stating(name) => Truth::of(holds(&done.matters, name)),
                Manner::As(name) | Manner::At(name) => Truth::of(holds(&done.forms, name) || holds(&done.matters, name)),
                plain => Truth::of(holds(&done.forms, &plain.to_string())),
            };
            let truth = if truth == Truth::No { self.silence(kind, day) } else { truth };
            fit.and(truth, || manner.to_string());
        }
        for with in &deed.with {
            let truth = self.with(with, done, day, about);
            fit.and(truth, || {
                let (words, who) = with.parts();
                format!("{words} {who}")
            });
        }
        fit
    }

    fn with(self, with: &With, done: &Done, day: Date, about: &Subject) -> Truth {
        let (own, who, verbs): (&BTreeSet<String>, &Who, &[Verb]) = match with {
            With::Consulting(who) => (&done.consulted, who, &[Verb::Consult]),
            With::Agreement(who) => (&done.agreed, who, &[Verb::Agree, Verb::Approve]),
            With::Request(who) => (&done.requested, who, &[Verb::Request, Verb::Ask]),
            With::Through(who) | With::Behalf(who) => (&done.requested, who, &[]),
        };
        let own_truth = self.among(own, who, day, Some(about), true);
        if own_truth == Truth::Yes {
            return Truth::Yes;
        }
        for verb in verbs {
            for other in self.index.done.get(verb).into_iter().flatten() {
                let apart = matches!((&other.of, &done.of), (Some(a), Some(b)) if a != b)
                    || matches!((&other.meeting, &done.meeting), (Some(a), Some(b)) if a != b);
                if apart || other.day.is_some_and(|d| d > day) {
                    continue;
                }
                let ids: BTreeSet<String> =
                    if *verb == Verb::Consult { other.to.iter().chain(&other.what).chain(&other.of).cloned().collect() } else { other.by.clone() };
                if self.among(&ids, who, day, Some(about), true) == Truth::Yes {
                    return Truth::Yes;
                }
            }
        }
        if own.is_empty() || own_truth == Truth::CannotTell {
            let kind = done.kind.unwrap_or(Kind::Acts);
            return self.silence(kind, day).or(if kind == Kind::Acts { Truth::No } else { self.silence(Kind::Acts, day) });
        }
        own_truth
    }

    /// Whether something was done when a rule has it done, where that can be asked of the act itself.
    pub fn timely(self, done: &Done, deed: &'a Deed, subject: Option<&Subject>, fit: &mut Fit) {
        for time in &deed.times {
            let occasion = match time {
                Time::Before(_, on) | Time::Within(_, on) | Time::After(_, on) | Time::At(on) | Time::NotEarlier(_, on) | Time::Later(_, on) => on,
                Time::BetweenMeetings => {
                    fit.and(Truth::of(done.meeting.is_none()), || time.to_string());
                    continue;
                }
                Time::InAdvance => &Occasion::Meeting,
                Time::ByDate(day, month) => {
                    let truth = done.day.map_or(Truth::CannotTell, |d| {
                        Truth::of((d.month(), d.day()) <= (i8::try_from(*month).unwrap_or(1), i8::try_from(*day).unwrap_or(1)))
                    });
                    fit.and(truth, || time.to_string());
                    continue;
                }
                Time::Each(month) => {
                    fit.and(done.day.map_or(Truth::CannotTell, |d| Truth::of(d.month() == i8::try_from(*month).unwrap_or(1))), || time.to_string());
                    continue;
                }
                _ => continue,
            };
            let Some(day) = done.day else {
                fit.and(Truth::CannotTell, || time.to_string());
                continue;
            };
            let on: Option<Date> = match occasion {
                Occasion::Meeting if done.meeting.is_none() => self.meetings_by_day().iter().map(|(_, d)| *d).find(|d| *d >= day),
                Occasion::Meeting | Occasion::Start | Occasion::Vote | Occasion::Debate => {
                    done.meeting.as_deref().and_then(|m| self.meeting(m)).and_then(|m| m.day)
                }
                Occasion::MeetingOf(kind) => {
                    done.meeting.as_deref().and_then(|m| self.meeting(m)).filter(|m| self.is_gathering(m, *kind) == Truth::Yes).and_then(|m| m.day)
                }
                Occasion::Leaving | Occasion::Appointment if done.effect.is_some() => done.effect,
                Occasion::That => subject.and_then(|s| s.day),
                other => self.last_before(other, day),
            };
            let Some(on) = on else {
                // Outside any meeting of the kind: at a meeting it was not.
                let truth = if matches!(time, Time::At(_)) { Truth::No } else { Truth::CannotTell };
                fit.and(truth, || time.to_string());
                continue;
            };
            let truth = self.in_time(time, day, on, done.effect);
            fit.and(truth, || format!("{time}: {}", day_in_words(day)));
        }
    }

    /// Whether a day lies as a time asks around an occasion's day.
    pub fn in_time(self, time: &Time, day: Date, on: Date, effect: Option<Date>) -> Truth {
        use calendar::{deadline_after, deadline_before};
        let table = self.holidays();
        let whole = |length: &crate::tree::Length| length.in_whole_days();
        Truth::of(match time {
            Time::Before(Some(length), _) => whole(length).is_none_or(|(n, unit)| day <= deadline_before(on, n, unit, table).letter),
            Time::Before(None, _) => day <= on,
            Time::InAdvance => day < on,
            Time::Within(length, _) => day >= on && whole(length).is_none_or(|(n, unit)| day <= deadline_after(on, n, unit, table).letter),
            Time::After(Some(length), _) => whole(length).is_none_or(|(n, unit)| effect.unwrap_or(day) >= deadline_after(on, n, unit, table).letter),
            Time::After(None, _) | Time::Soon(_) => day >= on,
            Time::At(_) => day == on,
            Time::NotEarlier(length, _) => day <= on && whole(length).is_none_or(|(n, unit)| day >= deadline_before(on, n, unit, table).letter),
            Time::Later(length, _) => whole(length).is_none_or(|(n, unit)| effect.unwrap_or(day) == deadline_after(on, n, unit, table).letter),
            _ => true,
        })
    }

    /// The last day of an occasion up to a day.
    fn last_before(self, occasion: &Occasion, day: Date) -> Option<Date> {
        self.occasions(occasion, day).into_iter().filter_map(|s| s.day).filter(|d| *d <= day).max()
    }
}
