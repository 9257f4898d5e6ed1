//! Whether something done is what a rule speaks of, and whether it was done as the rule asks.

mod among;
mod timely;

pub(super) use timely::asks_of_the_act;

use super::due::thing_names;
use super::index::Done;
use super::{Place, Truth, View};
use crate::record::{Capacity, Kind};
use crate::tree::{Deed, Filter, Group, Manner, Noun, Occasion, Post, Sort, Thing, Time, Verb, Who, With, Word};
use calendar::day_in_words;
use jiff::civil::Date;
use std::collections::BTreeSet;

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
    if a.is_ascii() && b.is_ascii() {
        let letters = |word| {
            let (stem, ending) = bare(word);
            stem.bytes().chain(ending.bytes()).map(|letter| letter.to_ascii_lowercase())
        };
        return letters(a).eq(letters(b));
    }
    let written = |word: &str| {
        let word = word.to_lowercase().replace('’', "'");
        let (stem, ending) = bare(&word);
        format!("{stem}{ending}")
    };
    written(a) == written(b)
}

/// A word without its article, as its stem and the ending of the singular.
fn bare(word: &str) -> (&str, &str) {
    let ends = |word: &str, ending: &str| word.get(word.len().saturating_sub(ending.len())..).is_some_and(|tail| tail.eq_ignore_ascii_case(ending));
    let word = word.trim();
    let begins = |article: &&str| word.get(..article.len()).is_some_and(|head| head.eq_ignore_ascii_case(article));
    let word = &word[["the ", "an ", "a "].iter().find(|article| begins(article)).map_or(0, |article| article.len())..];
    if ends(word, "ies") {
        (&word[..word.len() - 3], "y")
    } else if ends(word, "s") {
        (&word[..word.len() - 1], "")
    } else {
        (word, "")
    }
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
        let called = deed.thing.as_ref().filter(|thing| matches!(thing, Thing::Word(_))).map(names);
        let is_of = move |done: &Done| match &called {
            Some(called) => done.what.iter().any(|w| called.iter().any(|n| same(w, n))),
            None => self.is_of(done, deed.thing.as_ref(), None),
        };
        self.index.done.get(&deed.verb).into_iter().flatten().filter(move |done| is_about(done, deed) && is_of(done))
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
                // What went out with nobody's name to it is the body's own.
                Who::Post(Post::Body) if done.by.is_empty() && matches!(done.kind, Some(Kind::Sent | Kind::Reports | Kind::Reviews)) => Truth::Yes,
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
            if let Manner::Pages(bound, asked) = manner {
                let truth = done.pages.map_or(Truth::CannotTell, |pages| Truth::of(bound.holds(pages, *asked)));
                fit.and(truth, || done.pages.map_or_else(|| manner.to_string(), |pages| format!("{manner}: it has {pages}")));
                continue;
            }
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
}
