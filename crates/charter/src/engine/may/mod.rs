//! Whether something may be done: yes, yes with a ruling, no because, or the terms do not say.

mod interests;
mod items;
mod length;
mod openness;
mod people;
mod votes;

use self::interests::Does;
use crate::engine::{Doing, View};
use crate::tree::{Occasion, Time, Verb, Who};
use crate::verdict::{Action, Answer, Choice, Ruling};
use calendar::{Deadline, deadline_before};
use jiff::civil::Date;

impl<'a> View<'a> {
    pub fn may(self, action: &Action) -> Answer {
        match action {
            Action::ItemNotify { meeting, day, item } => self.may_notify(meeting, *day, item.as_deref()),
            Action::PapersSend { meeting, day } => self.may_send(meeting, *day),
            Action::Substitute { seat, person, meeting, day } => self.may_substitute(seat, person, meeting, *day),
            Action::SubstituteVotes => self.of_substitute(Verb::Vote, "vote"),
            Action::SubstituteCounts => self.of_substitute(Verb::CountInQuorum, "count towards the quorum"),
            Action::Attend { person, meeting } => self.may_attend(person, meeting),
            Action::HoldVote { matters } => self.may_hold_vote(matters),
            Action::Vote { motion, person } => self.may_vote(motion, person),
            Action::Discuss { item, person } => self.may_take_part(item, person, Does::Discuss),
            Action::Stay { item, person } => self.may_take_part(item, person, Does::Stay),
            Action::Decide { item, person } => self.may_take_part(item, person, Does::Decide),
            Action::RequestItem { person, day } => self.may_request_item(person, *day),
            Action::Publish { class } => self.may_publish(class),
            Action::AdmitPublic => self.may_admit_public(),
            Action::AnyOtherBusiness => self.may_take_other_business(),
            Action::UrgentDecision { day } => self.may_decide_urgently(*day),
            Action::CallMeeting { person, day } => self.may_call(person, *day),
            Action::Leave { notice, day } => self.may_leave(*notice, *day),
            Action::AskNominee { seat, day } => self.may_ask_nominee(seat, *day),
        }
    }

    /// A deadline before a meeting that a deed sets.
    pub fn before_meeting(self, doing: &Doing<'_>, day: Date) -> Option<Deadline> {
        doing.deed.times.iter().find_map(|t| match t {
            Time::Before(Some(length), Occasion::Meeting) => {
                length.unit.in_days().map(|unit| deadline_before(day, length.count, unit, self.holidays()))
            }
            Time::Before(None, Occasion::Meeting) | Time::InAdvance => Some(deadline_before(day, 1, calendar::Unit::Days, self.holidays())),
            _ => None,
        })
    }

    fn ruling(self, doing: &Doing<'a>, who: &Who, day: Option<Date>, concerned: Option<&str>, exceptional: bool, what: &str) -> Answer {
        let (by, people, nobody_can) = self.rulers(who, day, None, concerned);
        let cited = doing.cite();
        let mut sentence = format!("{what}: that is for {who} to agree{} ({cited})", if exceptional { ", in exceptional circumstances" } else { "" });
        if nobody_can {
            sentence += &nobody(&by, &people);
        }
        Answer::Ruling(Ruling {
            by,
            people,
            choices: vec![Choice::Agree, Choice::Refuse],
            reason_required: exceptional,
            clause: doing.clause.number.clone(),
            sentence,
            nobody_can,
        })
    }
}

pub(super) fn nobody(by: &str, people: &[String]) -> String {
    if people.is_empty() {
        format!("; the office of {by} is vacant, and the terms name nobody else to rule")
    } else {
        format!("; the {by} is the one concerned, and the terms name nobody else to rule")
    }
}

pub(super) fn no_meeting_day() -> Answer {
    Answer::CannotTell { sentence: "the meeting has no day yet".to_owned(), missing: vec!["the day of the meeting".to_owned()] }
}
