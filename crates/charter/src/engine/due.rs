//! What is to be done, by whom and by when.

use calendar::{Counted, day_in_words, deadline_after};
use jiff::civil::{Date, date};

use super::{Doing, Truth, View, cite};
use crate::record::Meeting;
use crate::tree::{Bound, Filling, Force, Occasion, Says, Thing, Time, Verb, Window, Word, Year};
use crate::verdict::Duty;

/// The days of a year of a kind that holds a day: the calendar year, the financial year from 1 April, the municipal year
/// from 1 May as the months of annual meetings have it.
pub(super) fn year_of(year: Year, day: Date) -> (Date, Date) {
    let month = match year {
        Year::Calendar => 1,
        Year::Financial => 4,
        Year::Municipal => 5,
        Year::Academic => 9,
    };
    let start = if day.month() >= month { day.year() } else { day.year() - 1 };
    let first = date(start, month, 1);
    let last = if start < 9998 { date(start + 1, month, 1).yesterday().unwrap_or(first) } else { first };
    (first, last)
}

fn year_words(first: Date, last: Date) -> String {
    if first.year() == last.year() { format!("in {}", first.year()) } else { format!("between {} and {}", day_in_words(first), day_in_words(last)) }
}

impl<'a> View<'a> {
    pub fn due(self, from: Date, to: Date) -> Vec<Duty> {
        let mut out = Vec::new();
        let meetings = self.meetings_by_day();
        for (clause, rule) in self.charter.rules() {
            match &rule.tree.says {
                Says::Does { who, force, deed } if matches!(force, Force::Must | Force::Should) || deed.verb == Verb::Notify => {
                    let doing = Doing { clause, rule, who: who.as_ref(), force: *force, deed };
                    if !specific(&doing) {
                        if matches!(force, Force::Must | Force::Should) {
                            self.general_duties(&doing, from, to, &mut out);
                        }
                        continue;
                    }
                    self.duties_of(&doing, meetings, from, to, &mut out);
                }
                Says::Filled { post: crate::tree::Holder::Post(post), how, at: Some(Time::Each(month)), .. }
                    if matches!(how, Filling::Elected(_) | Filling::Appointed(_)) =>
                {
                    for year in from.year()..=to.year() {
                        let Some(last) = last_of_month(year, *month) else { continue };
                        let first = date(year, last.month(), 1);
                        let done = self
                            .record
                            .offices
                            .iter()
                            .filter(|o| o.office.eq_ignore_ascii_case(post.title()))
                            .filter_map(|o| o.from)
                            .find(|d| first <= *d && *d <= last);
                        let by = self.holidays().working_day_on_or_before(last);
                        let (Filling::Elected(who) | Filling::Appointed(who)) = how else { continue };
                        out.push(Duty {
                            clause: clause.number.clone(),
                            code: "fill_office".to_owned(),
                            sentence: format!("{who} fill the office of {} by {} ({})", post.title(), day_in_words(last), cite(clause, rule)),
                            who: Some(who.to_string()),
                            meeting: None,
                            by,
                            letter: last,
                            counted: None,
                            done,
                            strict: true,
                        });
                    }
                }
                _ => {}
            }
        }
        out.retain(|d| from <= d.by && d.by <= to);
        out.sort_by(|a, b| (a.by, a.letter, &a.clause).cmp(&(b.by, b.letter, &b.clause)));
        out
    }

    #[allow(clippy::too_many_arguments)]
    fn duty(
        self,
        doing: &Doing<'a>,
        code: &str,
        sentence: String,
        meeting: Option<&Meeting>,
        letter: Date,
        counted: Option<Counted>,
        done: Option<Date>,
    ) -> Duty {
        Duty {
            clause: doing.clause.number.clone(),
            code: code.to_owned(),
            sentence: format!("{sentence} ({})", doing.cite()),
            who: doing.who.map(ToString::to_string),
            meeting: meeting.map(|m| m.id.clone()),
            by: self.holidays().working_day_on_or_before(letter),
            letter,
            counted,
            done,
            strict: doing.force == Force::Must,
        }
    }

    /// The day something was sent for a meeting, or published, as the rule has it.
    ///
    /// What somebody else sent than the rule has send it does not count.
    pub(super) fn sent_on(self, meeting: &Meeting, doing: &Doing<'_>) -> Option<Date> {
        let names = thing_names(doing.deed.thing.as_ref());
        let website = doing.deed.manner.contains(&crate::tree::Manner::OnTheWebsite) || doing.deed.verb == Verb::Publish;
        self.record
            .sent
            .iter()
            .filter(|s| s.meeting.as_ref() == Some(&meeting.id) && names.iter().any(|n| s.what.eq_ignore_ascii_case(n)))
            .filter(|s| s.published() == website && self.by_those(doing, &s.by, s.day))
            .filter_map(|s| s.day)
            .min()
    }

    /// The last day on which papers went out that were not among the first, where a rule asks for the papers.
    pub(super) fn further_on(self, meeting: &Meeting, doing: &Doing<'_>) -> Option<Date> {
        let papers = thing_names(doing.deed.thing.as_ref()).iter().any(|name| name == "papers") && doing.deed.verb != Verb::Publish;
        let further = self.record.sent.iter().filter(|s| papers && s.meeting.as_ref() == Some(&meeting.id) && s.what == "further papers");
        further.filter_map(|s| s.day).max()
    }

    /// Whether those whom a rule has do something did it, or may have.
    fn by_those(self, doing: &Doing<'_>, by: &std::collections::BTreeSet<String>, day: Option<Date>) -> bool {
        by.is_empty() || doing.who.is_none_or(|who| self.among(by, who, day.unwrap_or(Date::MAX), None, false) != Truth::No)
    }

    pub(super) fn duties_of(self, doing: &Doing<'a>, meetings: &[(&'a Meeting, Date)], from: Date, to: Date, out: &mut Vec<Duty>) {
        let what = doing.deed.thing.as_ref().map_or(String::new(), ToString::to_string);
        for time in &doing.deed.times {
            match time {
                Time::Before(..) | Time::InAdvance if before_a_meeting(time) && sends(doing) => {
                    for (meeting, day) in meetings {
                        let Some(deadline) = self.before_meeting(doing, *day) else { continue };
                        let (code, sentence, done) = if doing.deed.verb == Verb::Notify {
                            (
                                "notify_item",
                                format!("items for the meeting of {} are notified by {}", day_in_words(*day), day_in_words(deadline.letter)),
                                None,
                            )
                        } else {
                            let code = if doing.deed.verb == Verb::Publish { "publish" } else { "send_papers" };
                            let who = doing.who.map_or(String::new(), |w| format!(", by {w}"));
                            let verb = doing.deed.verb.participle();
                            (
                                code,
                                format!("{what} for the meeting of {} are {verb} by {}{who}", day_in_words(*day), day_in_words(deadline.letter)),
                                self.sent_on(meeting, doing).max(self.further_on(meeting, doing)),
                            )
                        };
                        out.push(self.duty(doing, code, sentence, Some(meeting), deadline.letter, Some(deadline.counted), done));
                    }
                }
                Time::At(Occasion::NextMeeting) if matches!(doing.deed.verb, Verb::Approve) => {
                    for (meeting, day) in meetings {
                        let Some((next, next_day)) = meetings.iter().find(|(m, d)| (*d, m.hour) > (*day, meeting.hour)) else { continue };
                        let done = self
                            .record
                            .approvals
                            .iter()
                            .filter(|a| a.what.eq_ignore_ascii_case("minutes") && a.of == meeting.id)
                            .filter_map(|a| a.day)
                            .min();
                        let sentence = format!("the minutes of {} go to the meeting of {} for approval", day_in_words(*day), day_in_words(*next_day));
                        out.push(self.duty(doing, "approve_minutes", sentence, Some(next), *next_day, None, done));
                    }
                }
                Time::Often(bound, count, window) if doing.deed.verb == Verb::Meet && *bound != Bound::AtMost => {
                    let year = match window {
                        Window::AYear => Year::Calendar,
                        Window::Year(year) => *year,
                        Window::Any(_) => continue,
                    };
                    let mut at = from;
                    while at <= to {
                        let (first, last) = year_of(year, at);
                        let held: Vec<Date> = meetings.iter().map(|(_, d)| *d).filter(|d| first <= *d && *d <= last).collect();
                        let have = u32::try_from(held.len()).unwrap_or(u32::MAX);
                        let done =
                            if have >= *count { usize::try_from(*count).ok().and_then(|n| held.get(n.saturating_sub(1)).copied()) } else { None };
                        let sentence = format!(
                            "at least {count} {} {}; {have} {} fixed",
                            if *count == 1 { "meeting" } else { "meetings" },
                            year_words(first, last),
                            if have == 1 { "is" } else { "are" }
                        );
                        out.push(self.duty(doing, "meet", sentence, None, last, None, done));
                        match last.tomorrow() {
                            Ok(next) => at = next,
                            Err(_) => break,
                        }
                    }
                }
                Time::InAdvance | Time::Before(None, Occasion::YearStart(_))
                    if matches!(doing.deed.verb, Verb::Fix | Verb::Arrange) && matches!(doing.deed.thing, Some(Thing::Word(Word::Dates))) =>
                {
                    let year = match time {
                        Time::Before(_, Occasion::YearStart(year)) => *year,
                        _ => Year::Calendar,
                    };
                    // A year's dates are fixed on the day before it begins, at the latest; that day lies in the year before.
                    let mut at = from;
                    loop {
                        let (_, last) = year_of(year, at);
                        if last > to {
                            break;
                        }
                        let Ok(first) = last.tomorrow() else { break };
                        let (first, end) = year_of(year, first);
                        let fixed: Vec<_> =
                            meetings.iter().filter(|(_, d)| first <= *d && *d <= end).filter_map(|(m, _)| m.fixed).filter(|f| *f <= last).collect();
                        out.push(self.duty(
                            doing,
                            "fix_dates",
                            format!("the dates of the meetings {} are fixed by {}", year_words(first, end), day_in_words(last)),
                            None,
                            last,
                            None,
                            fixed.into_iter().max(),
                        ));
                        at = first;
                    }
                }
                Time::Every(length) if matches!(doing.deed.verb, Verb::Review | Verb::Report) => {
                    let names = thing_names(doing.deed.thing.as_ref());
                    let fits = |w: &str| names.is_empty() || names.iter().any(|n| n.eq_ignore_ascii_case(w));
                    let last = if doing.deed.verb == Verb::Review {
                        self.record.reviews.iter().filter(|r| fits(&r.what)).filter_map(|r| r.day).max()
                    } else {
                        self.record.reports.iter().filter(|r| fits(&r.what) && self.by_those(doing, &r.by, r.day)).filter_map(|r| r.day).max()
                    };
                    let begun = self.record.events.iter().filter(|e| e.what == "adoption" || e.what == "establishment").filter_map(|e| e.day).max();
                    let Some(start) = last.or(begun) else { continue };
                    let Some(unit) = length.unit.in_days() else { continue };
                    let deadline = deadline_after(start, length.count, unit, self.holidays());
                    let since = if last.is_some() { "the last was on" } else { "counted from" };
                    let noun = if doing.deed.verb == Verb::Review { "a review of" } else { "a report on" };
                    let sentence = format!(
                        "{noun} {} is due by {}; {since} {}",
                        if what.is_empty() { "the body" } else { &what },
                        day_in_words(deadline.letter),
                        day_in_words(start)
                    );
                    out.push(self.duty(
                        doing,
                        if doing.deed.verb == Verb::Review { "review" } else { "report" },
                        sentence,
                        None,
                        deadline.letter,
                        Some(deadline.counted),
                        None,
                    ));
                }
                Time::Within(length, Occasion::Meeting) if matches!(doing.deed.verb, Verb::Circulate | Verb::Publish | Verb::Send) => {
                    let Some(unit) = length.unit.in_days() else { continue };
                    for (meeting, day) in meetings {
                        let deadline = deadline_after(*day, length.count, unit, self.holidays());
                        let sentence =
                            format!("{what} of {} are {} by {}", day_in_words(*day), doing.deed.verb.participle(), day_in_words(deadline.letter));
                        let code = if doing.deed.verb == Verb::Publish { "publish_minutes" } else { "circulate_minutes" };
                        out.push(self.duty(
                            doing,
                            code,
                            sentence,
                            Some(meeting),
                            deadline.letter,
                            Some(deadline.counted),
                            self.sent_on(meeting, doing),
                        ));
                    }
                }
                Time::Within(length, occasion) => {
                    let what_event = match occasion {
                        Occasion::Named(name) => name.as_str(),
                        Occasion::Adoption => "adoption",
                        Occasion::Establishment => "establishment",
                        Occasion::Vacancy => "vacancy",
                        _ => continue,
                    };
                    let Some(unit) = length.unit.in_days() else { continue };
                    for event in self.record.events.iter().filter(|e| e.what.eq_ignore_ascii_case(what_event)) {
                        let Some(day) = event.day else { continue };
                        let deadline = deadline_after(day, length.count, unit, self.holidays());
                        let done = (doing.deed.verb == Verb::Meet || matches!(doing.deed.thing, Some(Thing::Word(Word::Meeting))))
                            .then(|| meetings.iter().map(|(_, d)| *d).find(|d| *d > day && *d <= deadline.letter))
                            .flatten();
                        let sentence = format!(
                            "{} by {}: {length} after {what_event} on {}",
                            doing_phrase(doing),
                            day_in_words(deadline.letter),
                            day_in_words(day)
                        );
                        out.push(self.duty(doing, "within", sentence, None, deadline.letter, Some(deadline.counted), done));
                    }
                }
                _ => {}
            }
        }
    }
}

pub(super) fn doing_phrase(doing: &Doing<'_>) -> String {
    let thing = doing.deed.thing.as_ref().map_or(String::new(), |t| format!(" {t}"));
    let pages = doing.deed.manner.iter().find(|manner| matches!(manner, crate::tree::Manner::Pages(..)));
    let pages = pages.map_or(String::new(), |manner| format!(" {manner}"));
    match doing.who {
        Some(who) => format!("{who} {} {}{thing}{pages}", doing.force, doing.deed.verb.base()),
        None => format!("{} {} be {}{pages}", thing.trim(), doing.force, doing.deed.verb.participle()),
    }
}

/// Whether a duty is one of those that are told with words of their own: papers, items, minutes, meetings, dates, reviews and reports.
pub(super) fn specific(doing: &Doing<'_>) -> bool {
    if doing.rule.tree.when.is_some() {
        return false;
    }
    let deed = doing.deed;
    let plain = deed.to.is_none() && deed.with.is_empty();
    deed.times.iter().any(|time| match time {
        Time::Before(..) | Time::InAdvance if before_a_meeting(time) && sends(doing) => {
            plain && deed.manner.iter().all(|m| matches!(m, crate::tree::Manner::OnTheWebsite | crate::tree::Manner::InExceptionalCircumstances))
        }
        Time::At(Occasion::NextMeeting) => deed.verb == Verb::Approve && matches!(deed.thing, Some(Thing::Word(Word::Minutes | Word::DraftMinutes))),
        Time::Often(..) => deed.verb == Verb::Meet && deed.manner.is_empty() && deed.thing.is_none(),
        Time::InAdvance | Time::Before(None, Occasion::YearStart(_)) => {
            matches!(deed.verb, Verb::Fix | Verb::Arrange) && matches!(deed.thing, Some(Thing::Word(Word::Dates)))
        }
        Time::Every(_) => matches!(deed.verb, Verb::Review | Verb::Report) && plain,
        Time::Within(_, Occasion::Meeting) => {
            matches!(deed.verb, Verb::Circulate | Verb::Publish | Verb::Send)
                && plain
                && matches!(deed.thing, Some(Thing::Word(Word::Minutes | Word::DraftMinutes | Word::Papers | Word::Agenda)))
        }
        Time::Within(_, Occasion::Named(_) | Occasion::Adoption | Occasion::Establishment | Occasion::Vacancy) => {
            deed.verb == Verb::Meet && deed.manner.is_empty() && deed.thing.is_none()
        }
        _ => false,
    })
}

fn before_a_meeting(time: &Time) -> bool {
    matches!(time, Time::Before(_, Occasion::Meeting) | Time::InAdvance)
}

fn sends(doing: &Doing<'_>) -> bool {
    let thing = match &doing.deed.thing {
        Some(Thing::Word(word)) => matches!(word, Word::Agenda | Word::Papers | Word::Minutes | Word::DraftMinutes | Word::Notice | Word::Item),
        Some(Thing::Named(_)) => true,
        _ => false,
    };
    thing && matches!(doing.deed.verb, Verb::Send | Verb::Circulate | Verb::Publish | Verb::Give | Verb::Notify)
}

/// What a record may call a thing.
pub(super) fn thing_names(thing: Option<&Thing>) -> Vec<String> {
    match thing {
        Some(Thing::Word(word)) => word
            .spellings()
            .iter()
            .map(|s| s.trim_start_matches("the ").trim_start_matches("an ").trim_start_matches("a ").trim_start_matches("these ").to_owned())
            .collect(),
        Some(Thing::Named(name)) => vec![name.clone()],
        _ => Vec::new(),
    }
}

pub(super) fn last_of_month(year: i16, month: u8) -> Option<Date> {
    let month = i8::try_from(month).ok()?;
    Date::new(year, month, 1).ok().map(Date::last_of_month)
}
