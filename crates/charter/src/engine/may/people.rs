//! Substitutes, guests, further meetings, leaving and absence.

use super::{no_meeting_day, nobody};
use crate::engine::{Doing, Truth, View};
use crate::record::Kind;
use crate::tree::{Condition, Force, Noun, Occasion, Post, Run, Says, Thing, Time, Topic, Verb, Who, With, Word};
use crate::verdict::{Answer, Choice, Ruling};
use calendar::{day_in_words, deadline_after};
use jiff::civil::Date;

impl<'a> View<'a> {
    pub fn may_substitute(self, seat: &str, person: &str, meeting: &str, day: Date) -> Answer {
        let Some(held) = self.meeting(meeting).and_then(|m| m.day) else { return no_meeting_day() };
        let name = self.record.name_of(person);
        if let Some(other) = self.sitting(held).0.iter().find(|s| s.person == person && crate::engine::counting::is_member(s.seat)) {
            let findings = if other.seat.id == seat {
                ("sits_here", format!("{name} holds this seat already"))
            } else {
                ("already_sits", format!("{name} already sits as a member, for “{}”", other.seat.label))
            };
            return Answer::no(None, findings.0, findings.1);
        }
        if let Some(doing) = self
            .doing_to(Verb::Name, &[Word::Substitute])
            .chain(self.doing_to(Verb::Send, &[Word::Substitute]))
            .find(|d| d.force == Force::MustNot || matches!(d.who, Some(Who::No(_))))
        {
            return Answer::no(Some(&doing.clause.number), "no_substitutes", format!("the terms allow no substitutes ({})", doing.cite()));
        }
        let allowed = [Verb::Name, Verb::Send, Verb::Arrange, Verb::Appoint]
            .into_iter()
            .flat_map(|v| self.doing_to(v, &[Word::Substitute]))
            .find(|d| d.force != Force::MustNot);
        let told = self.doing_to(Verb::Notify, &[Word::Substitute]).find(|d| d.force != Force::MustNot);
        for doing in [allowed, told].into_iter().flatten() {
            if let Some(deadline) = self.before_meeting(&doing, held)
                && day > deadline.letter
            {
                return Answer::no(
                    Some(&doing.clause.number),
                    "late_substitute",
                    format!("a substitute has to be named by {} ({})", day_in_words(deadline.letter), doing.cite()),
                );
            }
        }
        match (allowed, told) {
            (Some(doing), _) => Answer::yes(&doing.clause.number, format!("a member may send a substitute ({})", doing.cite())),
            (None, Some(doing)) => {
                let to = doing.deed.to.as_ref().map_or(String::new(), |w| format!(" to {w}"));
                Answer::not_said(format!(
                    "the terms provide for no substitutes; whoever would send one notifies it{to} before the meeting ({})",
                    doing.cite()
                ))
            }
            (None, None) => Answer::not_said(
                self.followed(Topic::Substitutes).unwrap_or_else(|| "the terms do not say whether a member may send a substitute".to_owned()),
            ),
        }
    }

    pub fn of_substitute(self, verb: Verb, words: &str) -> Answer {
        match self.of_substitutes(verb) {
            (Truth::Yes, cited) => {
                Answer::Yes { sentence: format!("a substitute may {words} ({})", cited.clone().unwrap_or_default()), clause: cited }
            }
            (Truth::No, cited) => {
                Answer::no(cited.as_deref(), "substitute", format!("a substitute may not {words} ({})", cited.clone().unwrap_or_default()))
            }
            (Truth::CannotTell, _) => Answer::not_said(format!("the terms do not say whether a substitute may {words}")),
        }
    }

    pub fn may_attend(self, person: &str, meeting: &str) -> Answer {
        let held = self.meeting(meeting).and_then(|m| m.day);
        if held.is_some_and(|d| self.is_member(person, d) == Truth::Yes) {
            return Answer::Yes { clause: None, sentence: format!("{} is a member", self.record.name_of(person)) };
        }
        let for_others =
            |w: &Who| matches!(w, Who::The(g) | Who::Any(g) | Who::Each(g) if g.noun == Noun::OtherPerson) || matches!(w, Who::Post(Post::Public));
        if let Some(doing) = self.doing(Verb::Attend).find(|d| d.who.is_some_and(for_others)) {
            if doing.force == Force::MustNot {
                return Answer::no(Some(&doing.clause.number), "not_admitted", format!("others may not attend ({})", doing.cite()));
            }
            let Some((who, exceptional)) = doing.gate() else {
                return Answer::yes(&doing.clause.number, format!("others may attend ({})", doing.cite()));
            };
            let judged =
                self.record.judgements.iter().rfind(|j| j.of.as_deref() == Some(person) && j.meeting.as_deref().is_none_or(|m| m == meeting));
            return match judged {
                Some(j) if j.agreed => Answer::yes(&doing.clause.number, format!("{who} agreed ({})", doing.cite())),
                Some(_) => Answer::no(Some(&doing.clause.number), "refused", format!("{who} refused ({})", doing.cite())),
                None => self.ruling(&doing, who, held, Some(person), exceptional, &format!("{} is not a member", self.record.name_of(person))),
            };
        }
        Answer::not_said("the terms do not say whether others may attend")
    }

    pub fn may_call(self, person: &str, day: Date) -> Answer {
        let rules: Vec<_> = self
            .doing_to(Verb::Call, &[Word::FurtherMeeting, Word::Meeting])
            .chain(self.doing_to(Verb::Arrange, &[Word::FurtherMeeting, Word::Meeting]))
            .collect();
        let Some(first) = rules.first() else { return Answer::not_said("the terms do not say who may call a further meeting") };
        for doing in &rules {
            let consult = doing.deed.with.iter().find_map(|w| match w {
                With::Consulting(who) => Some(format!(", after consulting {who}")),
                _ => None,
            });
            match doing.who {
                None => return Answer::yes(&doing.clause.number, format!("further meetings may be arranged ({})", doing.cite())),
                Some(who @ Who::Post(post)) => {
                    let (people, whole) = self.post_holders(post, day);
                    if people.contains(&person) {
                        return Answer::yes(
                            &doing.clause.number,
                            format!("{who} may call a further meeting{} ({})", consult.unwrap_or_default(), doing.cite()),
                        );
                    }
                    if people.is_empty() && !whole {
                        return Answer::CannotTell {
                            sentence: format!("{who} may call a further meeting ({}); who that is, the record does not hold", doing.cite()),
                            missing: vec![Kind::Offices.name().to_owned()],
                        };
                    }
                }
                Some(who) => {
                    if self.is_member(person, day) == Truth::Yes {
                        return Answer::yes(&doing.clause.number, format!("{who} may call a further meeting ({})", doing.cite()));
                    }
                }
            }
        }
        let who = first.who.map_or_else(String::new, ToString::to_string);
        Answer::no(Some(&first.clause.number), "not_theirs", format!("{who} may call a further meeting ({})", first.cite()))
    }

    pub fn may_leave(self, notice: Date, day: Date) -> Answer {
        let found = self.doing_to(Verb::Give, &[Word::Notice]).find_map(|d| {
            d.deed.times.iter().find_map(|t| match t {
                Time::Before(Some(length), Occasion::Leaving) => Some((d, *length)),
                _ => None,
            })
        });
        let Some((doing, length)) = found else {
            return Answer::not_said(self.followed(Topic::Exit).unwrap_or_else(|| "the terms set no notice for leaving".to_owned()));
        };
        let Some(unit) = length.unit.in_days() else { return Answer::yes(&doing.clause.number, format!("{length} of notice ({})", doing.cite())) };
        let earliest = deadline_after(notice, length.count, unit, self.holidays()).letter;
        if day >= earliest {
            Answer::yes(
                &doing.clause.number,
                format!("the notice of {} runs {length}, until {} ({})", day_in_words(notice), day_in_words(earliest), doing.cite()),
            )
        } else {
            Answer::no(
                Some(&doing.clause.number),
                "short_notice",
                format!(
                    "the notice of {} runs {length}, until {}; that is after {} ({})",
                    day_in_words(notice),
                    day_in_words(earliest),
                    day_in_words(day),
                    doing.cite()
                ),
            )
        }
    }

    pub fn may_ask_nominee(self, seat: &str, day: Date) -> Answer {
        let found = self.charter.rules().find_map(|(clause, rule)| match (&rule.tree.when, &rule.tree.says) {
            (Some(Condition::Does(_, missed)), Says::Does { who: Some(who), force, deed })
                if missed.verb == Verb::Miss && matches!(deed.verb, Verb::Ask | Verb::Request) =>
            {
                match &missed.thing {
                    Some(Thing::Meetings(missed)) => Some((Doing { clause, rule, who: Some(who), force: *force, deed }, who, *missed)),
                    _ => None,
                }
            }
            _ => None,
        });
        let Some((doing, who, asked)) = found else { return Answer::not_said("the terms do not say what follows from absence") };
        let (missed, _) = self.missed(seat, day, &asked);
        let (count, run) = (asked.count, asked.run);
        let cited = doing.cite();
        let how = match run {
            Run::InARow => "in a row".to_owned(),
            Run::InAny(length) => format!("in {length}"),
        };
        match missed.at_least(count) {
            Truth::Yes => {
                let (by, people, nobody_can) = self.rulers(who, Some(day), None, None);
                let mut sentence = format!("{} meetings {how} were missed; {who} may ask for another nominee ({cited})", missed.words());
                if nobody_can {
                    sentence += &nobody(&by, &people);
                }
                Answer::Ruling(Ruling {
                    by,
                    people,
                    choices: vec![Choice::Agree, Choice::Refuse],
                    reason_required: false,
                    clause: doing.clause.number.clone(),
                    sentence,
                    nobody_can,
                })
            }
            Truth::No => Answer::no(
                Some(&doing.clause.number),
                "not_missed",
                format!(
                    "{} {} {how} {} missed; {count} are needed ({cited})",
                    missed.words(),
                    if missed.low == 1 { "meeting" } else { "meetings" },
                    if missed.low == 1 { "was" } else { "were" }
                ),
            ),
            Truth::CannotTell => {
                Answer::CannotTell { sentence: format!("cannot tell whether {count} meetings {how} were missed ({cited})"), missing: missed.missing }
            }
        }
    }
}
