//! Whether something may be done: yes, yes with a ruling, no because, or the terms do not say.

use calendar::{Deadline, day_in_words, deadline_after, deadline_before};
use jiff::civil::Date;

use super::{Doing, Truth, View, cite};
use crate::record::{Capacity, Interest, Item, Kind, Motion, Part};
use crate::tree::{
    Circumstance, Condition, Filter, Force, Group, Manner, Noun, Occasion, Post, Run, Says, Thing, Time, Topic, Verb, Way, Who, With, Word,
    part_in_words,
};
use crate::verdict::{Action, Answer, Choice, Ruling};

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
    pub(super) fn before_meeting(self, doing: &Doing<'_>, day: Date) -> Option<Deadline> {
        doing.deed.times.iter().find_map(|t| match t {
            Time::Before(Some(length), Occasion::Meeting) => {
                length.unit.in_days().map(|unit| deadline_before(day, length.count, unit, self.holidays()))
            }
            Time::Before(None, Occasion::Meeting) | Time::InAdvance => Some(deadline_before(day, 1, calendar::Unit::Days, self.holidays())),
            _ => None,
        })
    }

    fn ruling(self, doing: &Doing<'a>, who: &Who, day: Option<Date>, concerned: Option<&str>, exceptional: bool, what: &str) -> Answer {
        let (by, people, nobody_can) = self.rulers(who, day, concerned);
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

    fn may_notify(self, meeting: &str, day: Date, item: Option<&str>) -> Answer {
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
    fn item_gate(self) -> Option<(Doing<'a>, Who, bool)> {
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

    fn late_item(self, doing: &Doing<'a>, item: Option<&Item>, held: Date, late: &str) -> Answer {
        match self.item_gate() {
            Some((gate, who, exceptional)) => self.ruled_item(&gate, &who, exceptional, item, held, late),
            None => Answer::no(Some(&doing.clause.number), "late_item", format!("{late} ({})", doing.cite())),
        }
    }

    fn ruled_item(self, gate: &Doing<'a>, who: &Who, exceptional: bool, item: Option<&Item>, held: Date, late: &str) -> Answer {
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

    fn may_send(self, meeting: &str, day: Date) -> Answer {
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
    pub(super) fn papers_rules(self) -> impl Iterator<Item = Doing<'a>> {
        const PAPERS: &[Word] = &[Word::Papers, Word::Agenda, Word::Notice];
        [Verb::Send, Verb::Circulate, Verb::Give, Verb::Publish]
            .into_iter()
            .flat_map(move |v| self.doing_to(v, PAPERS))
            .filter(|d| matches!(d.force, Force::Must | Force::Should))
    }

    fn may_substitute(self, seat: &str, person: &str, meeting: &str, day: Date) -> Answer {
        let Some(held) = self.meeting(meeting).and_then(|m| m.day) else { return no_meeting_day() };
        let name = self.record.name_of(person);
        if let Some(other) = self.sitting(held).0.iter().find(|s| s.person == person && super::counting::is_member(s.seat)) {
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

    fn of_substitute(self, verb: Verb, words: &str) -> Answer {
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

    fn may_attend(self, person: &str, meeting: &str) -> Answer {
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

    fn may_hold_vote(self, matters: &[String]) -> Answer {
        let matters: Vec<&str> = matters.iter().map(String::as_str).collect();
        let rules = self.ways(&matters);
        let Some((clause, rule, _)) = rules.first() else { return Answer::not_said("the terms do not say how decisions are made") };
        match rules.iter().find(|(.., ways)| ways.iter().any(|w| matches!(w, Way::Vote(_)))) {
            Some((clause, rule, ways)) => {
                let first =
                    if matches!(ways.first(), Some(Way::Consensus)) { "where there is no consensus, a vote decides" } else { "a vote decides" };
                let tally = ways.iter().find_map(|w| match w {
                    Way::Vote(tally) => Some(crate::tree::tally_in_words(tally)),
                    Way::Consensus => None,
                });
                Answer::yes(&clause.number, format!("{first}: {} ({})", tally.unwrap_or_default(), cite(clause, rule)))
            }
            None => Answer::no(
                Some(&clause.number),
                "no_vote",
                format!("decisions are made by consensus; the terms give no vote ({})", cite(clause, rule)),
            ),
        }
    }

    /// A rule that keeps somebody from voting on a motion by their class.
    pub(super) fn no_vote_for(self, person: &str, motion: &Motion) -> Option<Doing<'a>> {
        let day = self.meeting(&motion.meeting).and_then(|m| m.day)?;
        let (sitting, _) = self.sitting(day);
        let seat = sitting.iter().find(|s| s.person == person)?.seat;
        self.doing(Verb::Vote).find(|d| {
            let group = match d.who {
                Some(Who::No(g)) if d.force == Force::May => g,
                Some(Who::The(g) | Who::Any(g) | Who::Each(g)) if d.force == Force::MustNot => g,
                _ => return false,
            };
            let matter = [&d.rule.tree.when, &d.rule.tree.only_if].into_iter().flatten().all(|c| match c {
                Condition::Matter(name) => motion.matters.iter().any(|m| m.eq_ignore_ascii_case(name)),
                other => self.condition(other, None, day) == Truth::Yes,
            });
            group.noun != Noun::Substitute && matter && self.seat_fits(seat, Some(person), day, group).0 == Truth::Yes
        })
    }

    fn may_vote(self, motion: &str, person: &str) -> Answer {
        let Some(motion) = self.record.motion(motion) else {
            return Answer::CannotTell { sentence: "the record does not hold the motion".to_owned(), missing: vec!["the motion".to_owned()] };
        };
        let matters: Vec<String> = motion.matters.iter().cloned().collect();
        let offered = self.may_hold_vote(&matters);
        if !matches!(offered, Answer::Yes { .. }) {
            return offered;
        }
        let name = self.record.name_of(person);
        let line = self.record.roll.iter().find(|a| a.meeting == motion.meeting && a.person == person);
        match line.map(|l| l.capacity) {
            Some(Capacity::Substitute) => {
                let answer = self.of_substitute(Verb::Vote, "vote");
                if !answer.is_open() {
                    return answer;
                }
                if let Answer::NotSaid { .. } = answer {
                    return answer;
                }
            }
            Some(Capacity::Guest | Capacity::Officer | Capacity::Observer) => {
                return Answer::no(None, "not_a_member", format!("{name} is not there as a member"));
            }
            _ => {}
        }
        if let Some(doing) = self.no_vote_for(person, motion) {
            return Answer::no(Some(&doing.clause.number), "no_vote_for_class", format!("{name} has no vote on this ({})", doing.cite()));
        }
        if let Some(item) = &motion.item {
            let decide = self.may_take_part(item, person, Does::Decide);
            if !matches!(decide, Answer::Yes { .. }) {
                return decide;
            }
        }
        offered
    }

    /// A rule that bars whoever has an interest of a kind from something, by itself.
    pub(super) fn bar_for(self, kind: &str, verb: Verb) -> Option<Doing<'a>> {
        self.doing(verb).find(|d| {
            let interested = |g: &Group| g.filters.iter().any(|f| matches!(f, Filter::Interested(k) if kind_fits(k.as_deref(), kind)));
            match d.who {
                Some(Who::Any(g) | Who::The(g) | Who::Each(g)) => d.force == Force::MustNot && interested(g),
                Some(Who::No(g)) => d.force == Force::May && interested(g),
                _ => false,
            }
        })
    }

    fn freed_for(self, kind: &str, verb: Verb) -> Option<Doing<'a>> {
        self.doing(verb).find(|d| {
            let interested = |g: &Group| g.filters.iter().any(|f| matches!(f, Filter::Interested(k) if kind_fits(k.as_deref(), kind)));
            matches!(d.who, Some(Who::Any(g) | Who::The(g) | Who::Each(g)) if interested(g)) && matches!(d.force, Force::May | Force::Should)
        })
    }

    fn may_take_part(self, item: &str, person: &str, does: Does) -> Answer {
        let name = self.record.name_of(person);
        let meeting = self.record.item(item).map(|i| i.meeting.as_str());
        let interests: Vec<&Interest> = self
            .record
            .interests
            .iter()
            .filter(|i| i.person == person && meeting.is_none_or(|m| i.meeting == m) && i.item.as_deref().is_none_or(|i| i == item))
            .collect();
        if interests.is_empty() {
            return Answer::Yes { clause: None, sentence: format!("{name} has declared no interest in this item") };
        }
        let mut answer = None;
        for interest in interests {
            let one = self.part_for(interest, &name, does);
            // The strictest of several interests decides.
            let rank = |a: &Answer| match a {
                Answer::No { .. } => 4,
                Answer::Ruling(_) => 3,
                Answer::CannotTell { .. } => 2,
                Answer::NotSaid { .. } => 1,
                Answer::Yes { .. } => 0,
            };
            if answer.as_ref().is_none_or(|a| rank(a) < rank(&one)) {
                answer = Some(one);
            }
        }
        answer.unwrap_or_else(|| Answer::not_said("the terms do not say what follows from an interest"))
    }

    fn part_for(self, interest: &Interest, name: &str, does: Does) -> Answer {
        let verbs: &[Verb] = match does {
            Does::Discuss => &[Verb::Discuss],
            Does::Stay => &[Verb::Stay, Verb::Attend],
            Does::Decide => &[Verb::Decide, Verb::Vote],
        };
        if let Some(bar) = verbs.iter().find_map(|v| self.bar_for(&interest.kind, *v)) {
            return Answer::no(
                Some(&bar.clause.number),
                "barred",
                format!("{name} has a {} interest, which by itself bars {} ({})", interest.kind, does.noun(), bar.cite()),
            );
        }
        // A rule for the case that the chair is the one concerned comes before the general one.
        let day = self.meeting(&interest.meeting).and_then(|m| m.day);
        let mut rules: Vec<_> = self
            .charter
            .rules()
            .filter_map(|(clause, rule)| match &rule.tree.says {
                Says::Rules { who, choices } if declares(rule.tree.when.as_ref()).is_none_or(|k| kind_fits(k, &interest.kind)) => {
                    Some((clause, rule, who, choices))
                }
                _ => None,
            })
            .filter_map(|found| match declarer(found.1.tree.when.as_ref()) {
                Some(post) => day.is_some_and(|day| self.post_holders(post, day).0.contains(&interest.person.as_str())).then_some((0, found)),
                None => Some((1, found)),
            })
            .collect();
        rules.sort_by_key(|(rank, _)| *rank);
        let rules = rules.into_iter().map(|(_, found)| found).next();
        if let Some((clause, rule, who, choices)) = rules {
            let cited = cite(clause, rule);
            let mut left: Vec<Part> = choices.clone();
            if let Some(ruling) = &interest.ruling {
                let by = self.record.name_of(&ruling.by);
                match does.allowed_by(ruling.part) {
                    Some(true) => return Answer::yes(&clause.number, format!("{by} ruled that {name} {} ({cited})", part_in_words(ruling.part))),
                    Some(false) => {
                        return Answer::no(
                            Some(&clause.number),
                            "ruled_out",
                            format!("{by} ruled that {name} {} ({cited})", part_in_words(ruling.part)),
                        );
                    }
                    // Discussing was ruled; staying for the decision is still to be.
                    None => left.retain(|p| matches!(p, Part::DiscussThenStay | Part::DiscussThenLeave)),
                }
            }
            let (by, people, nobody_can) = self.rulers(who, day, Some(&interest.person));
            let mut sentence = format!(
                "{name} has declared a {} interest: {who} rules that {name} {} ({cited})",
                interest.kind,
                left.iter().map(|p| part_in_words(*p)).collect::<Vec<_>>().join(", or ")
            );
            if nobody_can {
                sentence += &nobody(&by, &people);
            }
            return Answer::Ruling(Ruling {
                by,
                people,
                choices: left.into_iter().map(Choice::Part).collect(),
                reason_required: false,
                clause: clause.number.clone(),
                sentence,
                nobody_can,
            });
        }
        if let Some(freed) = verbs.iter().find_map(|v| self.freed_for(&interest.kind, *v)) {
            return Answer::yes(
                &freed.clause.number,
                format!("a {} interest does not keep {name} from {} ({})", interest.kind, does.noun(), freed.cite()),
            );
        }
        if let Some(bar) = self.bar_for(&interest.kind, Verb::Decide) {
            return Answer::not_said(format!(
                "a {} interest bars {name} from the decision ({}); the terms do not say whether it bars {}",
                interest.kind,
                bar.cite(),
                does.noun()
            ));
        }
        Answer::not_said(
            self.followed(Topic::Interests).unwrap_or_else(|| format!("the terms do not say what follows from a {} interest", interest.kind)),
        )
    }

    fn may_request_item(self, person: &str, day: Date) -> Answer {
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

    fn may_publish(self, class: &str) -> Answer {
        let names = |thing: &Thing| match thing {
            Thing::Word(word) => word.spellings().iter().any(|s| s.trim_start_matches("the ").trim_start_matches("a ").eq_ignore_ascii_case(class)),
            Thing::Named(name) => name.eq_ignore_ascii_case(class),
            _ => false,
        };
        if let Some(doing) = self.doing(Verb::Publish).find(|d| d.deed.thing.as_ref().is_some_and(names)) {
            let except = doing.rule.tree.unless.as_ref().map_or(String::new(), |c| format!(", unless {c}"));
            if doing.force == Force::MustNot || doing.force == Force::ShouldNot {
                return Answer::no(Some(&doing.clause.number), "not_public", format!("{class} are not made public{except} ({})", doing.cite()));
            }
            let place = if doing.deed.manner.contains(&Manner::OnTheWebsite) { " on the website" } else { "" };
            return Answer::yes(&doing.clause.number, format!("{class} are published{place}{except} ({})", doing.cite()));
        }
        match self.doing(Verb::Circulate).find(|d| d.deed.thing.as_ref().is_some_and(names)) {
            Some(doing) => Answer::not_said(format!("{class} are circulated ({}); the terms do not say that they are public", doing.cite())),
            None => Answer::not_said(format!("the terms do not say whether {class} are public")),
        }
    }

    fn may_admit_public(self) -> Answer {
        let Some(doing) = self.doing(Verb::Attend).find(|d| matches!(d.who, Some(Who::Post(Post::Public)))) else {
            return Answer::not_said("the terms do not say whether meetings are open to the public");
        };
        let except = doing.rule.tree.unless.as_ref().map_or(String::new(), |c| format!(", unless {c}"));
        match doing.force {
            Force::MustNot | Force::ShouldNot => {
                Answer::no(Some(&doing.clause.number), "not_public", format!("meetings are not open to the public{except} ({})", doing.cite()))
            }
            _ => Answer::yes(&doing.clause.number, format!("meetings are open to the public{except} ({})", doing.cite())),
        }
    }

    fn may_take_other_business(self) -> Answer {
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

    fn may_decide_urgently(self, day: Date) -> Answer {
        let urgent = |d: &Doing<'_>| {
            d.deed.times.contains(&Time::BetweenMeetings)
                || matches!(d.deed.thing, Some(Thing::Word(Word::UrgentDecision)))
                || matches!(d.rule.tree.when, Some(Condition::State(Circumstance::Urgent)))
        };
        let Some(doing) = [Verb::Decide, Verb::Give].into_iter().flat_map(|v| self.doing(v)).find(urgent) else {
            return Answer::not_said("the terms do not provide for decisions between meetings");
        };
        let Some(who) = doing.who else {
            return Answer::yes(&doing.clause.number, format!("decisions may be made between meetings ({})", doing.cite()));
        };
        let consult = doing.deed.with.iter().find_map(|w| match w {
            With::Consulting(who) => Some(who),
            _ => None,
        });
        let (by, people, nobody_can) = self.rulers(who, Some(day), None);
        let mut sentence =
            format!("{who} decides between meetings{} ({})", consult.map_or(String::new(), |c| format!(", after consulting {c}")), doing.cite());
        if let Some(consulted) = consult
            && self.who_count(consulted, day).at_most(0) == Truth::Yes
        {
            sentence += &format!("; there is nobody among {consulted} to consult");
        }
        if nobody_can {
            sentence += &nobody(&by, &people);
        }
        Answer::Ruling(Ruling {
            by,
            people,
            choices: vec![Choice::Agree, Choice::Refuse],
            reason_required: true,
            clause: doing.clause.number.clone(),
            sentence,
            nobody_can,
        })
    }

    /// How many of those named there are on a day.
    pub(super) fn who_count(self, who: &Who, day: Date) -> super::counting::Counted {
        match who {
            Who::The(g) | Who::Any(g) | Who::Each(g) | Who::No(g) | Who::Some(_, g) => self.count_on(day, g),
            Who::Or(a, _) | Who::And(a, _) => self.who_count(a, day),
            Who::Post(post) => {
                let (people, whole) = self.post_holders(post, day);
                if people.is_empty() && !whole {
                    super::counting::Counted::unknown(format!("who holds the office of {}", post.title()))
                } else {
                    super::counting::Counted::exactly(u32::try_from(people.len()).unwrap_or(0))
                }
            }
        }
    }

    fn may_call(self, person: &str, day: Date) -> Answer {
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

    fn may_leave(self, notice: Date, day: Date) -> Answer {
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

    fn may_ask_nominee(self, seat: &str, day: Date) -> Answer {
        let found = self.charter.rules().find_map(|(clause, rule)| match (&rule.tree.when, &rule.tree.says) {
            (Some(Condition::Does(_, missed)), Says::Does { who: Some(who), force, deed })
                if missed.verb == Verb::Miss && matches!(deed.verb, Verb::Ask | Verb::Request) =>
            {
                match &missed.thing {
                    Some(Thing::Meetings(count, run)) => Some((Doing { clause, rule, who: Some(who), force: *force, deed }, who, *count, *run)),
                    _ => None,
                }
            }
            _ => None,
        });
        let Some((doing, who, count, run)) = found else { return Answer::not_said("the terms do not say what follows from absence") };
        let missed = self.missed(seat, day, run);
        let cited = doing.cite();
        let how = match run {
            Run::InARow => "in a row".to_owned(),
            Run::InAny(length) => format!("in {length}"),
        };
        match missed.at_least(count) {
            Truth::Yes => {
                let (by, people, nobody_can) = self.rulers(who, Some(day), None);
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

#[derive(Clone, Copy)]
enum Does {
    Discuss,
    Stay,
    Decide,
}

impl Does {
    fn noun(self) -> &'static str {
        match self {
            Self::Discuss => "the discussion",
            Self::Stay => "staying in the room",
            Self::Decide => "the decision",
        }
    }

    /// Whether a part allows it; none where that part leaves it open.
    fn allowed_by(self, part: Part) -> Option<bool> {
        match (self, part) {
            (_, Part::Full) => Some(true),
            (_, Part::Leave) => Some(false),
            (Self::Discuss, Part::Stay) => Some(false),
            (Self::Discuss, _) => Some(true),
            (Self::Stay, Part::Stay | Part::DiscussThenStay) => Some(true),
            (Self::Stay, Part::DiscussThenLeave) => Some(false),
            (Self::Stay, Part::Discuss) => None,
            (Self::Decide, _) => Some(false),
        }
    }
}

fn nobody(by: &str, people: &[String]) -> String {
    if people.is_empty() {
        format!("; the office of {by} is vacant, and the terms name nobody else to rule")
    } else {
        format!("; the {by} is the one concerned, and the terms name nobody else to rule")
    }
}

fn no_meeting_day() -> Answer {
    Answer::CannotTell { sentence: "the meeting has no day yet".to_owned(), missing: vec!["the day of the meeting".to_owned()] }
}

/// The kind of interest that a condition speaks of.
#[allow(clippy::option_option)]
fn declares(when: Option<&Condition>) -> Option<Option<&str>> {
    match when? {
        Condition::Does(_, deed) if deed.verb == Verb::Declare => match &deed.thing {
            Some(Thing::Interest(kind)) => Some(kind.as_deref()),
            _ => None,
        },
        Condition::Both(a, b) | Condition::Either(a, b) => declares(Some(a)).or_else(|| declares(Some(b))),
        _ => None,
    }
}

/// The post whose holder a condition has declare an interest; none where it is any member.
fn declarer(when: Option<&Condition>) -> Option<&Post> {
    match when? {
        Condition::Does(Who::Post(post), deed) if deed.verb == Verb::Declare => Some(post),
        _ => None,
    }
}

/// Whether an interest is of a kind that a rule speaks of: "financial or professional" is of both.
fn kind_fits(rule: Option<&str>, kind: &str) -> bool {
    rule.is_none_or(|rule| rule.eq_ignore_ascii_case(kind) || rule.split(" or ").any(|one| one.trim().eq_ignore_ascii_case(kind)))
}
