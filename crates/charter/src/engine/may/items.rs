//! Items and papers.

use super::no_meeting_day;
use crate::engine::{Doing, Truth, View};
use crate::record::{Item, Kind};
use crate::tree::{Force, Manner, Noun, Time, Verb, Who, Word};
use crate::verdict::Answer;
use calendar::day_in_words;
use jiff::civil::Date;

impl<'a> View<'a> {
    pub fn may_notify(self, meeting: &str, day: Date, item: Option<&str>) -> Answer {
        const ITEMS: &[Word] = &[Word::Item, Word::FurtherItem];
        let Some(held) = self.meeting(meeting).and_then(|m| m.day) else { return no_meeting_day() };
        let item = item.and_then(|id| self.record.item(id));
        if item.is_some_and(|i| i.standing) {
            return Answer::not_said("this is standing business, which nobody notifies");
        }
        for doing in self.doing_to(Verb::Notify, ITEMS).chain(self.doing_to(Verb::Request, ITEMS)) {
            let Some(deadline) = self.before_meeting(&doing, held) else { continue };
            if day <= deadline.letter {
                return Answer::yes(
                    &doing.clause.number,
                    format!("in time: items may be notified until {} ({})", day_in_words(deadline.letter), doing.cite()),
                );
            }
            let late = format!("notified on {}, after the last day, {}", day_in_words(day), day_in_words(deadline.letter));
            return self.late_item(&doing, item, held, &late);
        }
        if let Some((doing, who, exceptional)) = self.item_gate() {
            return self.ruled_item(
                &doing,
                &who,
                exceptional,
                item,
                held,
                "the terms set no day for items, and ask agreement to one that is not on the agenda",
            );
        }
        Answer::not_said("the terms set no day by which an item has to be notified")
    }

    /// Who has to agree to an item that comes late.
    pub fn item_gate(self) -> Option<(Doing<'a>, Who, bool)> {
        const ITEMS: &[Word] = &[Word::Item, Word::FurtherItem];
        let late = [Verb::Table, Verb::Bring, Verb::Notify, Verb::Admit].into_iter().flat_map(|v| self.doing_to(v, ITEMS));
        late.filter_map(|d| d.gate().map(|(who, exceptional)| (d, who.clone(), exceptional))).next().or_else(|| {
            // The chair may admit a further item: the one who may is the one who rules.
            [Verb::Admit, Verb::Table].into_iter().flat_map(|v| self.doing_to(v, &[Word::FurtherItem])).find_map(|d| match d.who {
                Some(who @ Who::Post(_)) if d.force == Force::May => {
                    Some((d, who.clone(), d.deed.manner.contains(&Manner::InExceptionalCircumstances)))
                }
                _ => None,
            })
        })
    }

    pub fn late_item(self, doing: &Doing<'a>, item: Option<&Item>, held: Date, late: &str) -> Answer {
        match self.item_gate() {
            Some((gate, who, exceptional)) => self.ruled_item(&gate, &who, exceptional, item, held, late),
            None => Answer::no(Some(&doing.clause.number), "late_item", format!("{late} ({})", doing.cite())),
        }
    }

    pub fn ruled_item(self, gate: &Doing<'a>, who: &Who, exceptional: bool, item: Option<&Item>, held: Date, late: &str) -> Answer {
        let judged = item.and_then(|i| self.record.judgements.iter().rfind(|j| j.of.as_ref() == Some(&i.id)));
        if let Some(judged) = judged {
            let by = judged.by.as_deref().map_or_else(|| who.to_string(), |p| self.record.name_of(p));
            let reason = judged.reason.as_ref().map_or(String::new(), |r| format!(": {r}"));
            return if judged.agreed {
                Answer::Yes { clause: Some(gate.clause.number.clone()), sentence: format!("{late}; {by} agreed ({}){reason}", gate.cite()) }
            } else {
                Answer::no(Some(&gate.clause.number), "refused", format!("{late}; {by} refused ({}){reason}", gate.cite()))
            };
        }
        self.ruling(gate, who, Some(held), None, exceptional, late)
    }

    pub fn may_send(self, meeting: &str, day: Date) -> Answer {
        let Some(held) = self.meeting(meeting).and_then(|m| m.day) else { return no_meeting_day() };
        for doing in self.papers_rules() {
            let Some(deadline) = self.before_meeting(&doing, held) else { continue };
            if day <= deadline.letter {
                return Answer::yes(&doing.clause.number, format!("in time: papers go out by {} ({})", day_in_words(deadline.letter), doing.cite()));
            }
            let late = format!("sent on {}, after the last day, {}", day_in_words(day), day_in_words(deadline.letter));
            if let Some((who, exceptional)) = doing.gate() {
                return self.ruling(&doing, who, Some(held), None, exceptional, &late);
            }
            return Answer::no(Some(&doing.clause.number), "late_papers", format!("{late} ({})", doing.cite()));
        }
        Answer::not_said("the terms set no day by which papers go out")
    }

    /// Rules that have papers or the agenda sent or published before a meeting; the members' papers first.
    pub fn papers_rules(self) -> impl Iterator<Item = Doing<'a>> {
        const PAPERS: &[Word] = &[Word::Papers, Word::Agenda, Word::Notice];
        [Verb::Send, Verb::Circulate, Verb::Give, Verb::Publish]
            .into_iter()
            .flat_map(move |v| self.doing_to(v, PAPERS))
            .filter(|d| matches!(d.force, Force::Must | Force::Should))
    }

    pub fn may_request_item(self, person: &str, day: Date) -> Answer {
        const ITEMS: &[Word] = &[Word::Item, Word::FurtherItem];
        let Some(doing) = self.doing_to(Verb::Request, ITEMS).chain(self.doing_to(Verb::Notify, ITEMS)).find(|d| d.who.is_some()) else {
            return Answer::not_said("the terms do not say who may ask for an item");
        };
        let member = matches!(doing.who, Some(Who::Any(g) | Who::The(g) | Who::Each(g)) if g.noun == Noun::Member);
        if !member {
            let who = doing.who.map_or_else(String::new, ToString::to_string);
            return Answer::not_said(format!("{who} may ask for an item ({})", doing.cite()));
        }
        match self.is_member(person, day) {
            Truth::Yes => Answer::yes(&doing.clause.number, format!("any member may ask for an item ({})", doing.cite())),
            Truth::No => Answer::no(
                Some(&doing.clause.number),
                "not_a_member",
                format!("{} is not a member; members ask for items ({})", self.record.name_of(person), doing.cite()),
            ),
            Truth::CannotTell => Answer::CannotTell {
                sentence: format!("whether {} is a member is not recorded", self.record.name_of(person)),
                missing: vec![Kind::Appointments.name().to_owned()],
            },
        }
    }

    pub fn may_take_other_business(self) -> Answer {
        const ITEMS: &[Word] = &[Word::Item, Word::FurtherItem];
        if let Some((doing, who, exceptional)) = self.item_gate() {
            return self.ruling(&doing, &who, None, None, exceptional, "business that nobody notified");
        }
        let set = self.doing_to(Verb::Notify, ITEMS).find(|d| d.deed.times.iter().any(|t| matches!(t, Time::Before(Some(_), _))));
        match set {
            Some(doing) => {
                Answer::no(Some(&doing.clause.number), "items_notified", format!("items are notified before the meeting ({})", doing.cite()))
            }
            None => Answer::not_said("the terms do not restrict the business of a meeting"),
        }
    }
}
