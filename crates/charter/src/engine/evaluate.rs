//! How each rule stands on a day.

use calendar::day_in_words;
use jiff::ToSpan;
use jiff::civil::Date;

use super::counting::Counted;
use super::due::{thing_names, year_of};
use super::{Doing, Place, Truth, View, cite};
use crate::record::{Kind, Meeting, Moment, Presence};
use crate::tree::{
    Bound, Condition, Count, Filling, Filter, Force, Group, Measure, Noun, Occasion, Post, Run, Says, Sort, Thing, Time, Verb, Window, Word, Year,
};
use crate::verdict::{State, Verdict};

impl<'a> View<'a> {
    pub fn evaluate(self, as_at: Date) -> Vec<Verdict> {
        let meetings = self.meetings_by_day();
        let held: Vec<_> = meetings.iter().filter(|(_, d)| *d <= as_at).copied().collect();
        let mut out = Vec::new();
        let mut quorum_done = false;
        for (clause, rule) in self.charter.rules() {
            match &rule.tree.says {
                Says::Quorum(_) if !quorum_done => {
                    quorum_done = true;
                    out.extend(held.iter().flat_map(|(meeting, day)| self.quorum_of_meeting(meeting, *day)));
                }
                Says::Quorum(_) => {}
                Says::Decided { .. } => {
                    let ours = self.record.motions.iter().filter(|m| self.meeting(&m.meeting).and_then(|m| m.day).is_some_and(|d| d <= as_at));
                    out.extend(ours.map(|m| self.carried(&m.id)).filter(|v| v.clause.as_ref() == Some(&clause.number)));
                }
                Says::There { force, count, group, each } => out.push(self.there(clause, rule, *force, count, group, each.as_ref(), as_at)),
                Says::Share { count, group, force, be } => out.push(self.share(clause, rule, *force, count, group, be, as_at)),
                Says::Filled { post, how, term, at, unlike } => {
                    out.extend(self.filled(clause, rule, post, how, (term.as_ref(), at.as_ref(), unlike.as_ref()), as_at))
                }
                Says::Does { who, force, deed } => {
                    let doing = Doing { clause, rule, who: who.as_ref(), force: *force, deed };
                    out.extend(self.done(&doing, &meetings, as_at));
                }
                Says::Rules { .. } => {
                    for interest in self
                        .record
                        .interests
                        .iter()
                        .filter(|i| i.ruling.is_none() && self.meeting(&i.meeting).and_then(|m| m.day).is_some_and(|d| d <= as_at))
                    {
                        out.push(
                            Verdict::new(
                                Some(&clause.number),
                                State::CannotTell,
                                format!(
                                    "what was ruled on the interest of {} is not recorded ({})",
                                    self.record.name_of(&interest.person),
                                    cite(clause, rule)
                                ),
                            )
                            .missing("the ruling"),
                        );
                    }
                }
                Says::Follows { .. } | Says::Means { .. } => {}
            }
        }
        out
    }

    /// The quorum at the beginning, and where it was lost, if it was.
    fn quorum_of_meeting(self, meeting: &'a Meeting, day: Date) -> Vec<Verdict> {
        let on = |mut v: Verdict| {
            v.sentence = format!("meeting of {}: {}", day_in_words(day), v.sentence);
            v
        };
        let mut out = Vec::new();
        let moments: Vec<&Moment> =
            self.record.roll.iter().filter(|a| a.meeting == meeting.id).flat_map(|a| [a.left.as_ref(), a.arrived.as_ref()]).flatten().collect();
        if moments.is_empty() {
            return vec![on(self.quorum(&meeting.id, None))];
        }
        let mut seen: Vec<&Moment> = Vec::new();
        let start = self.record.items.iter().find(|i| i.meeting == meeting.id).map(|i| Moment::Item(i.id.clone())).or(meeting.hour.map(Moment::Hour));
        if let Some(start) = &start {
            out.push(on(self.quorum(&meeting.id, Some(start))));
        }
        for moment in moments {
            if seen.contains(&moment) || start.as_ref() == Some(moment) {
                continue;
            }
            seen.push(moment);
            let verdict = self.quorum(&meeting.id, Some(moment));
            if verdict.state != State::Met || out.is_empty() {
                out.push(on(verdict));
            }
        }
        out
    }

    fn judged(
        self,
        clause: &crate::read::Clause,
        rule: &crate::read::Rule,
        force: Force,
        truth: Truth,
        words: String,
        missing: Vec<String>,
    ) -> Verdict {
        let state = match (truth, force) {
            (Truth::Yes, Force::Must | Force::Should | Force::May) | (Truth::No, Force::MustNot | Force::ShouldNot) => State::Met,
            (Truth::CannotTell, _) => State::CannotTell,
            (_, Force::Should | Force::ShouldNot) => State::Expected,
            _ => State::Breached,
        };
        let mut verdict = Verdict::new(Some(&clause.number), state, format!("{words} ({})", cite(clause, rule)));
        verdict.because.push(rule.canonical.clone());
        if state == State::CannotTell {
            verdict.missing = missing;
        }
        verdict
    }

    #[allow(clippy::too_many_arguments)]
    fn there(
        self,
        clause: &crate::read::Clause,
        rule: &crate::read::Rule,
        force: Force,
        count: &Count,
        group: &Group,
        each: Option<&Sort>,
        as_at: Date,
    ) -> Verdict {
        let asked = match count {
            Count::Between(a, b) => format!("between {a} and {b}"),
            Count::Bounded(Bound::AtLeast, Measure::Number(n)) => format!("at least {n}"),
            Count::Bounded(Bound::AtMost, Measure::Number(n)) => format!("at most {n}"),
            Count::Bounded(_, Measure::Number(n)) => n.to_string(),
            Count::Bounded(_, _) => "a share".to_owned(),
        };
        let each = each.or_else(|| {
            group.filters.iter().find_map(|f| match f {
                Filter::FromEach(sort) => Some(sort),
                _ => None,
            })
        });
        if let Some(sort) = each {
            let (all, whole) = self.of_sort(sort, as_at);
            let mut truth = if whole { Truth::Yes } else { Truth::CannotTell };
            let mut missing = if whole { Vec::new() } else { vec![format!("{} on {}", sort.plural(), day_in_words(as_at))] };
            if all.is_empty() {
                let words = format!("the record names no {}; the terms ask {asked} for each", sort.plural());
                return self.judged(clause, rule, force, Truth::CannotTell, words, vec![sort.plural()]);
            }
            let mut words = Vec::new();
            for one in all {
                let have = self.of_one(as_at, group, sort, one);
                let fits = self.within(&have, count, 0);
                if fits != Truth::Yes {
                    words.push(format!("{} from {}", have.words(), self.name_of_sort(sort, one)));
                    missing.extend(have.missing);
                }
                truth = truth.and(fits);
            }
            let words = if words.is_empty() {
                format!("{asked} for each {}", sort.singular())
            } else {
                format!("{asked} for each {}; {}", sort.singular(), words.join(", "))
            };
            return self.judged(clause, rule, force, truth, words, missing);
        }
        let have = self.count_on(as_at, group);
        let truth = self.within(&have, count, have.low);
        self.judged(clause, rule, force, truth, format!("{} {}; the terms ask {asked}", have.words(), group.plural()), have.missing)
    }

    fn of_one(self, day: Date, group: &Group, sort: &Sort, one: &str) -> Counted {
        let mut out = Counted::default();
        let mut add = |truth: Truth, why: Option<String>| match truth {
            Truth::Yes => out.low += 1,
            Truth::CannotTell => {
                out.perhaps += 1;
                out.missing.extend(why);
            }
            Truth::No => {}
        };
        let plain = Group {
            class: group.class.clone(),
            noun: group.noun.clone(),
            filters: group.filters.iter().filter(|f| !matches!(f, Filter::FromEach(_))).cloned().collect(),
        };
        if group.noun == Noun::Seat {
            for seat in self.record.seats.iter().filter(|s| self.seat_sort(s, sort) == Some(one)) {
                let (truth, why) = self.seat_fits(seat, None, day, &plain);
                add(truth, why);
            }
            out.open = !self.record.is_complete(Kind::Seats, day);
        } else {
            let (sitting, whole) = self.sitting(day);
            for s in sitting.iter().filter(|s| self.seat_sort(s.seat, sort) == Some(one)) {
                let (truth, why) = self.seat_fits(s.seat, Some(s.person), day, &plain);
                add(truth, why);
            }
            out.open = !whole;
        }
        if out.open {
            out.missing.push(format!("seats and appointments on {}", day_in_words(day)));
        }
        out
    }

    #[allow(clippy::too_many_arguments)]
    fn share(
        self,
        clause: &crate::read::Clause,
        rule: &crate::read::Rule,
        force: Force,
        count: &Count,
        group: &Group,
        be: &Filter,
        as_at: Date,
    ) -> Verdict {
        // "Members must come from each sector": every one of a sort has one.
        let base = self.count_on(as_at, group);
        let mut narrow = group.clone();
        narrow.filters.push(be.clone());
        if let Filter::FromEach(sort) = be {
            let one = Count::Bounded(Bound::AtLeast, Measure::Number(1));
            return self.there(clause, rule, force, &one, group, Some(sort), as_at);
        }
        let have = self.count_on(as_at, &narrow);
        let Some(of) = base.known() else {
            return self.judged(
                clause,
                rule,
                force,
                Truth::CannotTell,
                format!("{} of {} {} {}", have.words(), base.words(), group.plural(), be.as_complement()),
                base.missing,
            );
        };
        let needed = match count {
            Count::Bounded(_, measure) => super::counting::needed(*measure, of),
            Count::Between(low, _) => *low,
        };
        let truth = self.within(&have, count, of);
        self.judged(
            clause,
            rule,
            force,
            truth,
            format!("{} of {of} {} are {}; the terms ask {needed}", have.words(), group.plural(), be.as_complement()),
            have.missing,
        )
    }

    fn filled(
        self,
        clause: &crate::read::Clause,
        rule: &crate::read::Rule,
        post: &Post,
        how: &Filling,
        extra: (Option<&crate::tree::Length>, Option<&Time>, Option<&(Sort, Post)>),
        as_at: Date,
    ) -> Option<Verdict> {
        let (term, _, unlike) = extra;
        let (people, whole) = self.post_holders(post, as_at);
        let names = |people: &[&str]| people.iter().map(|p| self.record.name_of(p)).collect::<Vec<_>>().join(", ");
        if people.is_empty() {
            let (truth, words) = if whole {
                (Truth::No, format!("the office of {} is vacant", post.title()))
            } else {
                (Truth::CannotTell, format!("who holds the office of {} is not recorded", post.title()))
            };
            return Some(self.judged(clause, rule, Force::Must, truth, words, vec![format!("who holds the office of {}", post.title())]));
        }
        if let Some((sort, other)) = unlike {
            let (others, _) = self.post_holders(other, as_at);
            let (sitting, _) = self.sitting(as_at);
            let of = |people: &[&str]| people.iter().find_map(|p| sitting.iter().find(|s| s.person == *p).and_then(|s| self.seat_sort(s.seat, sort)));
            let (truth, words) = match (of(&people), of(&others)) {
                (Some(a), Some(b)) if a == b => {
                    (Truth::No, format!("{} and the {} are both of {}", names(&people), other.title(), self.name_of_sort(sort, a)))
                }
                (Some(a), Some(b)) => (
                    Truth::Yes,
                    format!("{} is of {}, the {} of {}", names(&people), self.name_of_sort(sort, a), other.title(), self.name_of_sort(sort, b)),
                ),
                _ => (
                    Truth::CannotTell,
                    format!("whether {} is from another {} than the {} cannot be told", names(&people), sort.singular(), other.title()),
                ),
            };
            return Some(self.judged(
                clause,
                rule,
                Force::Must,
                truth,
                words,
                vec![format!("the {} of {} and of the {}", sort.singular(), post, other.title())],
            ));
        }
        match how {
            Filling::Is(who) => {
                let asked = super::ruler(who)?;
                // Past the term, the rule has run out.
                if let (Some(term), Some(begun)) = (term, self.begun(post)) {
                    let unit = term.unit.in_days()?;
                    let end = calendar::deadline_after(begun, term.count, unit, self.holidays()).letter;
                    if as_at > end {
                        return Some(Verdict::new(
                            Some(&clause.number),
                            State::Met,
                            format!("the first {term} ended on {} ({})", day_in_words(end), cite(clause, rule)),
                        ));
                    }
                }
                let (should, known) = self.post_holders(asked, as_at);
                let (truth, words) = if should.is_empty() {
                    (Truth::CannotTell, format!("{} is the {}; who is {asked} is not recorded", names(&people), post.title()))
                } else if people.iter().any(|p| should.contains(p)) {
                    (Truth::Yes, format!("{} is the {} as {asked}", names(&people), post.title()))
                } else if known || !should.is_empty() {
                    (Truth::No, format!("{} is the {}; {asked} is {}", names(&people), post.title(), names(&should)))
                } else {
                    (Truth::CannotTell, String::new())
                };
                Some(self.judged(clause, rule, Force::Must, truth, words, vec![format!("who is {asked}")]))
            }
            _ => {
                let wanted = match how {
                    Filling::Elected(_) => "elected",
                    Filling::Appointed(_) | Filling::InTurn(..) => "appointed",
                    _ => return None,
                };
                let how = self
                    .record
                    .offices
                    .iter()
                    .find(|o| o.office.eq_ignore_ascii_case(post.title()) && people.contains(&o.person.as_str()))
                    .and_then(|o| o.how.as_deref());
                let (truth, words) = match how {
                    Some(how) if how == wanted => (Truth::Yes, format!("{} was {wanted} {}", names(&people), post.title())),
                    Some(how) => (Truth::No, format!("{} became {} otherwise: {how}", names(&people), post.title())),
                    None => (Truth::CannotTell, format!("how {} became {} is not recorded", names(&people), post.title())),
                };
                Some(self.judged(clause, rule, Force::Must, truth, words, vec![format!("how the {} was chosen", post.title())]))
            }
        }
    }

    /// When a post's rule began to run: at adoption, or else with the first holder recorded.
    fn begun(self, post: &Post) -> Option<Date> {
        let adopted = self.record.events.iter().filter(|e| e.what == "adoption").filter_map(|e| e.day).min();
        adopted.or_else(|| self.record.offices.iter().filter(|o| o.office.eq_ignore_ascii_case(post.title())).filter_map(|o| o.from).min())
    }

    fn done(self, doing: &Doing<'a>, meetings: &[(&'a Meeting, Date)], as_at: Date) -> Vec<Verdict> {
        let (clause, rule) = (doing.clause, doing.rule);
        // Consequences of absence come by seat.
        if let Some(Condition::Does(_, missed)) = &rule.tree.when
            && let (Verb::Miss, Some(Thing::Meetings(count, run))) = (missed.verb, &missed.thing)
        {
            return self.lapses(doing, *count, *run, as_at);
        }
        if !matches!(doing.force, Force::Must | Force::Should) && doing.deed.verb != Verb::Notify {
            return Vec::new();
        }
        let mut out = Vec::new();
        let sends = matches!(doing.deed.verb, Verb::Send | Verb::Circulate | Verb::Publish | Verb::Give);
        let mut known = false;
        for time in &doing.deed.times {
            match time {
                Time::Before(_, Occasion::Meeting) if sends => {
                    known = true;
                    out.extend(meetings.iter().filter_map(|(meeting, day)| self.sent_in_time(doing, meeting, *day, as_at)));
                }
                Time::Before(_, Occasion::Meeting)
                    if doing.deed.verb == Verb::Notify && matches!(doing.deed.thing, Some(Thing::Word(Word::Item))) =>
                {
                    known = true;
                    out.extend(self.items_in_time(doing, as_at));
                }
                Time::At(Occasion::NextMeeting) if doing.deed.verb == Verb::Approve => {
                    known = true;
                    out.extend(self.minutes_approved(doing, meetings, as_at));
                }
                Time::Often(bound, count, window) if doing.deed.verb == Verb::Meet => {
                    known = true;
                    out.extend(self.met_often(doing, *bound, *count, *window, meetings, as_at));
                }
                Time::Every(_) | Time::Within(..) | Time::InAdvance | Time::Before(None, Occasion::YearStart(_)) => {
                    known = true;
                    let from = meetings.first().map_or(as_at, |(_, d)| *d);
                    let Ok(to) = as_at.checked_add(20.years()) else { continue };
                    for duty in self.due(from.min(as_at), to).into_iter().filter(|d| {
                        d.clause == clause.number && d.sentence.contains(&doing.cite()) && d.code != "send_papers" && d.code != "notify_item"
                    }) {
                        if duty.letter > as_at && out.iter().any(|v: &Verdict| v.state == State::Due) {
                            continue;
                        }
                        let state = match duty.done {
                            Some(done) if done <= duty.letter => State::Met,
                            Some(_) => State::Late,
                            None if duty.letter >= as_at => State::Due,
                            None if doing.force == Force::Should => State::Expected,
                            None if self.whole_for(doing, duty.letter) => State::Late,
                            None => State::CannotTell,
                        };
                        let mut verdict = Verdict::new(Some(&clause.number), state, duty.sentence).because(rule.canonical.clone());
                        if state == State::CannotTell {
                            verdict.missing.push(self.kind_of(doing).name().to_owned());
                        }
                        out.push(verdict);
                    }
                }
                _ => {}
            }
        }
        if matches!(doing.deed.verb, Verb::Arrange | Verb::Send) && matches!(doing.deed.thing, Some(Thing::Word(Word::Substitute))) {
            known = true;
            for (meeting, day) in meetings.iter().filter(|(_, d)| *d <= as_at) {
                let place = Place { meeting, day: *day, at: None };
                let gone = |s: &super::counting::Sitting<'a>| {
                    let came = |seat: &str| {
                        self.record.roll.iter().any(|a| a.meeting == meeting.id && a.seat.as_deref() == Some(seat) && a.presence == Presence::Present)
                    };
                    super::counting::is_member(s.seat)
                        && !came(&s.seat.id)
                        && self.is_in_room(&place, s.person) == Truth::No
                        && !self.record.roll.iter().any(|a| a.meeting == meeting.id && a.person == s.person && a.presence == Presence::Present)
                };
                let without: Vec<String> = self.sitting(*day).0.iter().filter(|s| gone(s)).map(|s| self.record.name_of(s.person)).collect();
                let whole = self.record.is_complete(Kind::Roll, *day);
                let truth = if !whole { Truth::CannotTell } else { Truth::of(without.is_empty()) };
                let words = if without.is_empty() {
                    format!("meeting of {}: no member was away without a substitute", day_in_words(*day))
                } else {
                    format!("meeting of {}: away without a substitute: {}", day_in_words(*day), without.join(", "))
                };
                out.push(self.judged(clause, rule, doing.force, truth, words, vec![format!("attendance on {}", day_in_words(*day))]));
            }
        }
        if matches!(doing.deed.verb, Verb::Publish | Verb::Circulate | Verb::Send)
            && doing.deed.times.is_empty()
            && matches!(doing.deed.thing, Some(Thing::Word(Word::Minutes | Word::DraftMinutes)))
        {
            known = true;
            for (meeting, day) in meetings.iter().filter(|(_, d)| *d <= as_at) {
                let words =
                    |w: &str| format!("{} of {} {w}", doing.deed.thing.as_ref().map_or(String::new(), ToString::to_string), day_in_words(*day));
                let (truth, words) = match self.sent_on(meeting, doing) {
                    Some(on) => (Truth::Yes, words(&format!("were {} on {}", doing.deed.verb.participle(), day_in_words(on)))),
                    None => match self.silence(Kind::Sent, as_at) {
                        Truth::No => (Truth::No, words(&format!("are not {}", doing.deed.verb.participle()))),
                        _ => (Truth::CannotTell, words(&format!("may have been {} or not: it is not recorded", doing.deed.verb.participle()))),
                    },
                };
                out.push(self.judged(clause, rule, doing.force, truth, words, vec![Kind::Sent.name().to_owned()]));
            }
        }
        if doing.deed.verb == Verb::Record {
            known = true;
            let asked = doing.deed.thing.as_ref().map(|t| match t {
                Thing::Word(Word::Interests) => "interests".to_owned(),
                Thing::Word(Word::Attendance) => "attendance".to_owned(),
                Thing::Word(Word::Reason) => "reasons".to_owned(),
                other => other.to_string(),
            });
            for (meeting, day) in meetings.iter().filter(|(_, d)| *d <= as_at) {
                let Some(asked) = &asked else { continue };
                let truth = if meeting.minuted.contains(asked) { Truth::Yes } else { self.silence(Kind::Meetings, *day) };
                out.push(self.judged(
                    clause,
                    rule,
                    doing.force,
                    truth,
                    format!(
                        "the minutes of {} {} {asked}",
                        day_in_words(*day),
                        if truth == Truth::Yes { "record" } else { "do not show that they record" }
                    ),
                    vec![format!("what the minutes of {} record", day_in_words(*day))],
                ));
            }
        }
        if doing.deed.verb == Verb::Consider {
            known = true;
            let names = thing_names(doing.deed.thing.as_ref());
            for decision in self.record.decisions.iter().filter(|d| d.day.is_some_and(|d| d <= as_at)) {
                let Some(day) = decision.day else { continue };
                let considered = decision.considered.iter().any(|c| names.iter().any(|n| n.eq_ignore_ascii_case(c)));
                let truth = if considered { Truth::Yes } else { self.silence(Kind::Decisions, day) };
                let names = names.join(", ");
                out.push(self.judged(
                    clause,
                    rule,
                    doing.force,
                    truth,
                    format!(
                        "the decision of {} {} {names}",
                        day_in_words(day),
                        if considered { "took account of" } else { "does not show that it took account of" }
                    ),
                    vec![format!("what the decision of {} took into account", day_in_words(day))],
                ));
            }
        }
        if doing.deed.verb == Verb::Give && doing.deed.times.iter().any(|t| matches!(t, Time::Before(Some(_), Occasion::Leaving))) {
            known = true;
            for leaving in self.record.requests.iter().filter(|r| r.what == "exit") {
                let (Some(notice), Some(effect)) = (leaving.day.filter(|d| *d <= as_at), leaving.effect) else { continue };
                let (state, sentence) = match self.may(&crate::verdict::Action::Leave { notice, day: effect }) {
                    crate::verdict::Answer::Yes { sentence, .. } => (State::Met, sentence),
                    crate::verdict::Answer::No { findings } => (State::Breached, findings.into_iter().map(|f| f.sentence).collect()),
                    _ => continue,
                };
                out.push(Verdict::new(Some(&clause.number), state, sentence).because(rule.canonical.clone()));
            }
        }
        if !known && matches!(doing.force, Force::Must | Force::Should) {
            // What the record holds no facts for may have been recorded in the rule's own words.
            let truth = self.recorded(&rule.canonical, as_at).unwrap_or(Truth::CannotTell);
            let words = rule.canonical.trim_end_matches('.').to_owned();
            let words = match truth {
                Truth::Yes => format!("recorded as done: {words}"),
                Truth::No => format!("recorded as not done: {words}"),
                Truth::CannotTell => format!("not recorded whether this was done: {words}"),
            };
            out.push(self.judged(
                clause,
                rule,
                doing.force,
                if doing.force == Force::MustNot { truth.not() } else { truth },
                words,
                vec![format!("whether this was done: {}", rule.canonical)],
            ));
        }
        out
    }

    fn kind_of(self, doing: &Doing<'_>) -> Kind {
        match doing.deed.verb {
            Verb::Review => Kind::Reviews,
            Verb::Report => Kind::Reports,
            Verb::Circulate | Verb::Publish | Verb::Send => Kind::Sent,
            _ => Kind::Meetings,
        }
    }

    fn whole_for(self, doing: &Doing<'_>, day: Date) -> bool {
        self.record.is_complete(self.kind_of(doing), day)
    }

    fn sent_in_time(self, doing: &Doing<'a>, meeting: &'a Meeting, day: Date, as_at: Date) -> Option<Verdict> {
        let deadline = self.before_meeting(doing, day)?;
        let what = doing.deed.thing.as_ref().map_or(String::new(), ToString::to_string);
        let cited = doing.cite();
        let head = format!("meeting of {}: {what}", day_in_words(day));
        let last = day_in_words(deadline.letter);
        let verdict = |state, words: String| Verdict::new(Some(&doing.clause.number), state, words).because(deadline.counted.to_string());
        let done = doing.deed.verb.participle();
        let place = Place { meeting, day, at: None };
        Some(match self.sent_on(meeting, doing).filter(|on| *on <= as_at) {
            Some(on) if on <= deadline.letter => verdict(State::Met, format!("{head} {done} on {}, by {last} ({cited})", day_in_words(on))),
            Some(on) => {
                let state = match self.holds(&doing.rule.tree, Some(&place), day).truth {
                    Truth::No => State::Excused,
                    _ if doing.force == Force::Should => State::Expected,
                    _ => State::Late,
                };
                verdict(state, format!("{head} {done} on {}, after {last} ({cited})", day_in_words(on)))
            }
            None if as_at <= deadline.letter => verdict(State::Due, format!("{head} due by {last} ({cited})")),
            None if !self.record.is_complete(Kind::Sent, deadline.letter) => {
                verdict(State::CannotTell, format!("{head} due by {last}; whether it was {done} is not recorded ({cited})"))
                    .missing(Kind::Sent.name())
            }
            None if doing.force == Force::Should => verdict(State::Expected, format!("{head} not {done} by {last} ({cited})")),
            None if as_at < day => verdict(State::Late, format!("{head} not {done} by {last} ({cited})")),
            None => verdict(State::Breached, format!("{head} not {done} by {last} ({cited})")),
        })
    }

    fn items_in_time(self, doing: &Doing<'a>, as_at: Date) -> Vec<Verdict> {
        let mut out = Vec::new();
        for item in self.record.items.iter().filter(|i| !i.standing) {
            let Some(day) = self.meeting(&item.meeting).filter(|m| !m.cancelled).and_then(|m| m.day) else { continue };
            let Some(deadline) = self.before_meeting(doing, day) else { continue };
            let title = &item.title;
            let cited = doing.cite();
            let verdict = match item.notified.filter(|n| *n <= as_at) {
                Some(on) if on <= deadline.letter => Verdict::new(
                    Some(&doing.clause.number),
                    State::Met,
                    format!("“{title}” notified on {}, by {} ({cited})", day_in_words(on), day_in_words(deadline.letter)),
                ),
                Some(on) => {
                    let judged = self.record.judgements.iter().rfind(|j| j.of.as_ref() == Some(&item.id));
                    let (state, after) = match judged {
                        Some(j) if j.agreed => {
                            let by =
                                j.by.as_deref()
                                    .map_or_else(|| j.office.clone().unwrap_or_else(|| "the chair".to_owned()), |p| self.record.name_of(p));
                            (State::Excused, format!("; {by} agreed{}", j.reason.as_ref().map_or(String::new(), |r| format!(": {r}"))))
                        }
                        Some(_) => (State::Breached, "; agreement was refused".to_owned()),
                        None if self.record.is_complete(Kind::Judgements, day) => (State::Breached, "; nobody agreed to it".to_owned()),
                        None => (State::CannotTell, "; whether anybody agreed to it is not recorded".to_owned()),
                    };
                    Verdict::new(
                        Some(&doing.clause.number),
                        state,
                        format!("“{title}” notified on {}, after {}{after} ({cited})", day_in_words(on), day_in_words(deadline.letter)),
                    )
                }
                None if day <= as_at => {
                    Verdict::new(Some(&doing.clause.number), State::CannotTell, format!("when “{title}” was notified is not recorded ({cited})"))
                        .missing(format!("when “{title}” was notified"))
                }
                None => continue,
            };
            out.push(verdict.because(deadline.counted.to_string()));
        }
        out
    }

    fn minutes_approved(self, doing: &Doing<'a>, meetings: &[(&'a Meeting, Date)], as_at: Date) -> Vec<Verdict> {
        let mut out = Vec::new();
        for (meeting, day) in meetings.iter().filter(|(_, d)| *d <= as_at) {
            let next = meetings.iter().find(|(m, d)| (*d, m.hour) > (*day, meeting.hour));
            let cited = doing.cite();
            let head = format!("minutes of {}", day_in_words(*day));
            let approval =
                self.record.approvals.iter().filter(|a| a.what.eq_ignore_ascii_case("minutes") && a.of == meeting.id).min_by_key(|a| a.day);
            let approved_on =
                approval.and_then(|a| a.day.or_else(|| a.meeting.as_ref().and_then(|m| self.meeting(m)).and_then(|m| m.day))).filter(|d| *d <= as_at);
            let verdict = match (approved_on, next) {
                (Some(on), Some((_, next_day))) if on <= *next_day => {
                    Verdict::new(Some(&doing.clause.number), State::Met, format!("{head} approved on {} ({cited})", day_in_words(on)))
                }
                (Some(on), Some((_, next_day))) => Verdict::new(
                    Some(&doing.clause.number),
                    State::Late,
                    format!("{head} approved on {}, not at the next meeting on {} ({cited})", day_in_words(on), day_in_words(*next_day)),
                ),
                (Some(on), None) => {
                    Verdict::new(Some(&doing.clause.number), State::Met, format!("{head} approved on {} ({cited})", day_in_words(on)))
                }
                (None, Some((_, next_day))) if *next_day <= as_at => {
                    let state = match self.silence(Kind::Approvals, *next_day) {
                        Truth::No => State::Breached,
                        _ => State::CannotTell,
                    };
                    let verdict = Verdict::new(
                        Some(&doing.clause.number),
                        state,
                        format!("{head} not shown as approved at the meeting of {} ({cited})", day_in_words(*next_day)),
                    );
                    if state == State::CannotTell { verdict.missing(Kind::Approvals.name()) } else { verdict }
                }
                (None, Some((_, next_day))) => Verdict::new(
                    Some(&doing.clause.number),
                    State::Due,
                    format!("{head} go to the meeting of {} for approval ({cited})", day_in_words(*next_day)),
                ),
                (None, None) => Verdict::new(
                    Some(&doing.clause.number),
                    State::Due,
                    format!("{head} go to the next meeting for approval; none is fixed ({cited})"),
                ),
            };
            out.push(verdict);
        }
        out
    }

    fn met_often(self, doing: &Doing<'a>, bound: Bound, count: u32, window: Window, meetings: &[(&'a Meeting, Date)], as_at: Date) -> Vec<Verdict> {
        let cited = doing.cite();
        let mut out = Vec::new();
        let asked = match bound {
            Bound::AtLeast => format!("at least {count}"),
            Bound::AtMost => format!("at most {count}"),
            Bound::Exactly => count.to_string(),
        };
        let judge = |have: u32, over: bool, whole: bool| {
            let (least, most) = (bound != Bound::AtMost, bound != Bound::AtLeast);
            if most && have > count {
                State::Breached
            } else if least && have < count {
                if !over {
                    State::Due
                } else if !whole {
                    State::CannotTell
                } else if doing.force == Force::Should {
                    State::Expected
                } else {
                    State::Breached
                }
            } else {
                State::Met
            }
        };
        let in_span = |first: Date, last: Date| {
            u32::try_from(meetings.iter().filter(|(_, d)| first <= *d && *d <= last && *d <= as_at).count()).unwrap_or(u32::MAX)
        };
        match window {
            Window::AYear | Window::Year(_) => {
                let kind = match window {
                    Window::Year(year) => year,
                    _ => Year::Calendar,
                };
                let mut at = meetings.first().map_or(as_at, |(_, d)| (*d).min(as_at));
                while at <= as_at {
                    let (first, last) = year_of(kind, at);
                    let have = in_span(first, last);
                    let whole = self.record.is_complete(Kind::Meetings, first) && self.record.is_complete(Kind::Meetings, last.min(as_at));
                    let state = judge(have, last <= as_at, whole);
                    let year =
                        if first.year() == last.year() { format!("{}", first.year()) } else { format!("the year from {}", day_in_words(first)) };
                    let mut verdict = Verdict::new(
                        Some(&doing.clause.number),
                        state,
                        format!("{have} {} held in {year}; the terms ask {asked} ({cited})", if have == 1 { "meeting" } else { "meetings" }),
                    );
                    if state == State::CannotTell {
                        verdict.missing.push(format!("the meetings of {year}"));
                    }
                    out.push(verdict);
                    match last.tomorrow() {
                        Ok(next) => at = next,
                        Err(_) => break,
                    }
                }
            }
            Window::Any(length) => {
                // A stretch with the fewest begins on the day after a meeting.
                let Some(unit) = length.unit.in_days() else { return out };
                let Some((_, begin)) = meetings.first() else { return out };
                let mut worst: Option<(Date, Date, u32)> = None;
                for (_, day) in meetings.iter().filter(|(_, d)| *d <= as_at) {
                    for first in [Some(*day), day.tomorrow().ok()].into_iter().flatten() {
                        let last = calendar::deadline_after(first, length.count, unit, self.holidays()).letter.yesterday().unwrap_or(first);
                        if last > as_at {
                            continue;
                        }
                        let have = in_span(first, last);
                        let worse = |w: &(Date, Date, u32)| if bound == Bound::AtMost { have > w.2 } else { have < w.2 };
                        if worst.as_ref().is_none_or(worse) {
                            worst = Some((first, last, have));
                        }
                    }
                }
                let verdict = match worst {
                    Some((first, last, have)) => {
                        let whole = self.record.is_complete(Kind::Meetings, *begin) && self.record.is_complete(Kind::Meetings, last);
                        let state = judge(have, true, whole);
                        Verdict::new(
                            Some(&doing.clause.number),
                            state,
                            format!(
                                "{have} held between {} and {}; the terms ask {asked} in any {length} ({cited})",
                                day_in_words(first),
                                day_in_words(last)
                            ),
                        )
                    }
                    None => Verdict::new(Some(&doing.clause.number), State::Due, format!("no stretch of {length} is over yet ({cited})")),
                };
                out.push(verdict);
            }
        }
        out
    }

    /// How many meetings the holder of a seat has missed, up to a day. Whether a meeting counts to which a substitute came,
    /// most terms do not say.
    pub(super) fn missed(self, seat: &str, day: Date, run: Run) -> Counted {
        let mut out = Counted::default();
        let since = self
            .record
            .appointments
            .iter()
            .filter(|a| a.seat == seat && crate::record::Span { from: a.from, until: a.until }.holds(day))
            .map(|a| (a.person.as_str(), a.from))
            .next_back();
        let Some((person, since)) = since else { return Counted::exactly(0) };
        let earliest = match run {
            Run::InARow => None,
            Run::InAny(length) => length.unit.in_days().map(|unit| calendar::deadline_before(day, length.count, unit, self.holidays()).letter),
        };
        let meetings = self.meetings_by_day();
        for (meeting, held) in meetings.iter().rev().filter(|(_, d)| *d <= day) {
            if since.is_some_and(|s| *held < s) || earliest.is_some_and(|e| *held <= e) {
                break;
            }
            let lines: Vec<_> =
                self.record.roll.iter().filter(|a| a.meeting == meeting.id && (a.person == person || a.seat.as_deref() == Some(seat))).collect();
            let came = lines.iter().any(|a| a.person == person && a.presence == Presence::Present);
            let sent = lines.iter().any(|a| a.person != person && a.presence == Presence::Present);
            let told = lines.iter().any(|a| a.person == person && a.presence != Presence::Present);
            if came {
                if run == Run::InARow {
                    break;
                }
            } else if sent {
                out.perhaps += 1;
                out.missing.push(format!("whether a meeting to which a substitute came is missed ({})", day_in_words(*held)));
            } else if told || self.record.is_complete(Kind::Roll, *held) {
                out.low += 1;
            } else {
                out.perhaps += 1;
                out.missing.push(format!("attendance on {}", day_in_words(*held)));
            }
        }
        if !self.record.is_complete(Kind::Meetings, day) {
            out.open = true;
            out.missing.push(Kind::Meetings.name().to_owned());
        }
        out
    }

    fn lapses(self, doing: &Doing<'a>, count: u32, run: Run, as_at: Date) -> Vec<Verdict> {
        let (sitting, _) = self.sitting(as_at);
        let mut out = Vec::new();
        for s in sitting.iter().filter(|s| super::counting::is_member(s.seat)) {
            let missed = self.missed(&s.seat.id, as_at, run);
            if missed.at_least(count) != Truth::Yes {
                continue;
            }
            let name = self.record.name_of(s.person);
            let acted = self.record.requests.iter().any(|r| r.what == "nominee" && r.of.as_ref() == Some(&s.seat.id));
            let state = if acted { State::Met } else { State::Due };
            let what = super::due::doing_phrase(doing);
            out.push(
                Verdict::new(Some(&doing.clause.number), state, format!("{name} has missed {} meetings; {what} ({})", missed.words(), doing.cite()))
                    .because(doing.rule.canonical.clone()),
            );
        }
        out
    }
}
