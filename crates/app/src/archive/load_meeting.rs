//! Loads a meeting as it was written down: who was there and who apologised, who presided, the items with their notes.
//! Nothing is filled in: no hours, no arrivals, no votes.

use std::collections::BTreeMap;

use actions::model::{ActionState, Due, NewAction, Owner};
use actions::rights::RecordAction;
use bodies::model::{HowFilled, NewOffice, OfficeKind};
use bodies::rights::ManageBody;
use decisions::model::{How, NewDecision, NewMotion, Outcome};
use decisions::rights::{DecideMotion, PutMotion};
use kernel::{
    ActionId, AttendanceId, BodyId, DecisionId, Error, InvitationId, ItemId, MeetingId, MotionId, OfficeId, PaperId, PartnershipId, PersonId, Result,
};
use matters::model::{NewPaper, RecommendationKind};
use matters::rights::LodgePapers;
use meetings::acts::{Arrival, Comer, Plan};
use meetings::model::{Answer, Arrangements, Capacity, MeetingKind, NewItem, PresidesAs, Purpose, Reply, When};
use meetings::rights::{AnswerInvitation, CallMeeting, PlanMeetings};
use minutes::model::NewCorrection;
use minutes::rights::{ClearMinutes, CorrectMinutes, KeepMinutes};
use uuid::Uuid;

use super::load::{Import, in_step, key, once};
use super::records::{self, Correction, Folder, Meeting, MeetingHead, NextMeeting, Paper};

impl Import {
    pub(super) async fn meetings(&mut self, folder: &Folder) -> Result<()> {
        for meeting in &folder.meetings {
            self.meeting(meeting).await?;
            for next in &meeting.next_meetings {
                self.next_meeting(&meeting.meeting, next).await?;
            }
        }
        for correction in &folder.corrections {
            self.correction(correction).await?;
        }
        for (name, paper) in &folder.papers {
            self.paper(name, paper).await?;
        }
        Ok(())
    }

    /// A paper with what it recommends, for the meeting to which it went.
    async fn paper(&mut self, name: &str, record: &Paper) -> Result<()> {
        let head = &record.paper;
        let (of, day) = match &record.meeting {
            Some(meeting) => {
                self.day(meeting, &Arrangements::default()).await?;
                (meeting.body.clone(), meeting.date)
            }
            None => (head.body.clone().unwrap_or_default(), head.meeting.unwrap_or(head.date)),
        };
        let (body, id) = (self.loaded.bodies[&of], self.chains[&of]);
        let recommended = record.recommendations.iter().map(|one| (RecommendationKind::Recommendation, one.text.clone()));
        let noted = record.to_note.iter().map(|one| (RecommendationKind::Note, one.text.clone()));
        let organisation = self.names.iter().find(|(_, known)| **known == head.from).map(|(name, _)| self.loaded.organisations[name]);
        // An organisation's own paper bears its name once.
        let author = match &head.author {
            Some(name) => Some(format!("{}, for the {}", self.people[name], head.from)),
            None => Some(head.from.clone()).filter(|_| organisation.is_none()),
        };
        let new = NewPaper {
            meeting: self.loaded.meetings.get(&(of.clone(), day)).copied(),
            item: head.item.and_then(|number| self.loaded.items.get(&(of.clone(), day))?.get(&number).copied()),
            organisation,
            author,
            dated: Some(head.date),
            kind: head.kind,
            summary: Some(head.text.trim().to_owned()),
            recommendations: recommended.chain(noted).collect(),
            source: Some(self.cited(&head.source)),
            ..NewPaper::titled(head.title.clone())
        };
        let house = self.house.clone();
        let paper: PaperId =
            once!(self, format!("paper {of} {name}"), LodgePapers, body, id, |permit| { matters::acts::lodge_paper(&house, &permit, new, None) });
        self.loaded.papers.insert(name.to_owned(), paper);
        Ok(())
    }

    /// A meeting's day, with nothing arranged for it by us.
    async fn day(&mut self, head: &MeetingHead, arrangements: &Arrangements) -> Result<MeetingId> {
        let plan = Plan {
            days: vec![head.date],
            arrangements: arrangements.clone(),
            kind: MeetingKind::Ordinary,
            fixed_on: None,
            source: head.source.as_deref().map(|source| self.cited(source)),
            note: head.note.clone().or_else(|| head.minutes_state_note.clone()),
            standing: false,
        };
        let (house, body, id) = (self.house.clone(), self.loaded.bodies[&head.body], self.chains[&head.body]);
        let meeting: MeetingId = once!(self, format!("meeting {} {}", head.body, head.date), PlanMeetings, body, id, |permit| async move {
            meetings::acts::plan(&house, &permit, &plan).await?.first().copied().ok_or(Error::NotFound)
        });
        self.loaded.meetings.insert((head.body.clone(), head.date), meeting);
        Ok(meeting)
    }

    async fn next_meeting(&mut self, head: &MeetingHead, next: &NextMeeting) -> Result<()> {
        let arrangements = Arrangements { starts_at: next.at, place: next.place.clone(), ..Arrangements::default() };
        let head = MeetingHead {
            date: next.date,
            source: Some(next.source.clone()),
            note: Some(format!("Announced on {}; no record of it is held.", calendar::day_in_words(head.date))),
            ..head.clone()
        };
        self.day(&head, &arrangements).await.map(drop)
    }

    async fn meeting(&mut self, record: &Meeting) -> Result<()> {
        let head = &record.meeting;
        let (of, id) = (format!("{} {}", head.body, head.date), self.chains[&head.body]);
        let arrangements = Arrangements { place: head.place.clone(), ..Arrangements::default() };
        let meeting = self.day(head, &arrangements).await?;
        let house = self.house.clone();
        let _: MeetingId = once!(self, format!("open {of}"), CallMeeting, meeting, id, |permit| async move {
            meetings::acts::open(&house, &permit).await.map(|()| meeting)
        });
        let items = self.items(record, meeting, id, &of).await?;
        self.roll(record, meeting, id, &of).await?;
        for line in &record.presiding {
            let (house, person) = (self.house.clone(), self.loaded.people[&line.person]);
            let from = items.get(&line.from_item).copied().filter(|_| line.from_item > 1);
            let _: MeetingId = once!(self, format!("presiding {of} {}", line.person), CallMeeting, meeting, id, |permit| async move {
                meetings::acts::preside(&house, &permit, person, PresidesAs::Chair, from).await.map(|()| meeting)
            });
        }
        self.change_of_chair(record, id, &items).await?;
        for item in &record.items {
            let (house, at, notes) = (self.house.clone(), items[&item.number], item.notes.trim().to_owned());
            let _: ItemId = once!(self, format!("notes {of} {}", item.number), CallMeeting, meeting, id, |permit| async move {
                let seen = meetings::store::item(&mut house.read().await?, meeting, at).await?.notes_version;
                meetings::acts::save_notes(&house, &permit, at, seen, &notes).await.map(|_| at)
            });
        }
        self.decisions(record, id, &items).await?;
        self.actions(record, meeting, id, &items).await?;
        let house = self.house.clone();
        let _: MeetingId = once!(self, format!("close {of}"), CallMeeting, meeting, id, |permit| async move {
            meetings::acts::close(&house, &permit, None).await.map(|()| meeting)
        });
        self.minutes(meeting, id, &of).await?;
        self.loaded.items.insert((head.body.clone(), head.date), items);
        Ok(())
    }

    /// The notes went out to partners. Who cleared them and whether they were approved is not recorded.
    async fn minutes(&mut self, meeting: MeetingId, id: PartnershipId, of: &str) -> Result<()> {
        let house = self.house.clone();
        let _: MeetingId = once!(self, format!("minutes cleared {of}"), ClearMinutes, meeting, id, |permit| async move {
            minutes::acts::clear(&house, &permit).await.map(|()| meeting)
        });
        let house = self.house.clone();
        let _: MeetingId = once!(self, format!("minutes circulated {of}"), KeepMinutes, meeting, id, |permit| async move {
            minutes::acts::circulate(&house, &permit).await.map(|_| meeting)
        });
        Ok(())
    }

    /// A correction to minutes that are held elsewhere, if anywhere.
    async fn correction(&mut self, record: &Correction) -> Result<()> {
        let (body, id) = (self.loaded.bodies[&record.body], self.chains[&record.body]);
        let new = NewCorrection {
            of_meeting: None,
            of_words: Some(record.corrects.clone()),
            place: format!("page {}, {}", record.page, record.heading),
            earlier: None,
            later: record.text.trim().to_owned(),
            made_at: self.loaded.meetings.get(&(record.body.clone(), record.attached_to)).copied(),
            made_on: Some(record.attached_to),
            note: Some(format!("Attached to the notes; agreed at item {}. The page that it replaces is not held.", record.agreed_at_item)),
        };
        let house = self.house.clone();
        let _: Uuid = once!(self, format!("correction {} {}", record.body, record.corrects_month), CorrectMinutes, body, id, |permit| {
            minutes::acts::correct(&house, &permit, new)
        });
        Ok(())
    }

    async fn items(&mut self, record: &Meeting, meeting: MeetingId, id: PartnershipId, of: &str) -> Result<BTreeMap<u32, ItemId>> {
        let mut items = BTreeMap::new();
        for item in &record.items {
            let presenter = item.presenter.as_ref().map(|name| self.people[name].clone());
            let new = NewItem {
                title: item.title.clone(),
                kind: item.kind,
                purpose: if item.decisions.is_empty() { Purpose::Discussion } else { Purpose::Decision },
                presenter,
                standing: false,
                about_body: None,
                number: Some(item.number.to_string()),
                notified_on: None,
            };
            let house = self.house.clone();
            let at: ItemId = once!(self, format!("item {of} {}", item.number), CallMeeting, meeting, id, |permit| {
                meetings::acts::add_item(&house, &permit, &new)
            });
            items.insert(item.number, at);
        }
        Ok(items)
    }

    /// Who is named as present, in attendance or having apologised; each in the capacity that the lists show. Whoever is named
    /// as present and sits in no seat stays among those present.
    async fn roll(&mut self, record: &Meeting, meeting: MeetingId, id: PartnershipId, of: &str) -> Result<()> {
        let head = &record.meeting;
        let invitations = meetings::store::invitations(&mut self.house.read().await?, meeting).await?;
        let seat_of = |person: PersonId| invitations.iter().find(|line| line.person == person).and_then(|line| line.seat);
        let mut arrivals = Vec::new();
        for name in &head.present {
            let person = self.loaded.people[name];
            let arrival = match seat_of(person) {
                Some(seat) => Arrival::of_member(person, seat),
                None => Arrival { capacity: Capacity::Listed, seat: None, ..Arrival::of_member(person, kernel::SeatId(Uuid::nil())) },
            };
            arrivals.push((name, arrival));
        }
        for one in &record.attendees {
            let post = one.office.iter().cloned().chain(one.organisation.iter().filter_map(|name| self.names.get(name).cloned()));
            let arrival = Arrival {
                who: Comer::Known(self.loaded.people[&one.person]),
                capacity: if one.capacity == "presenter" { Capacity::Guest } else { Capacity::Unclear },
                seat: None,
                in_place_of: one.in_place_of.as_ref().map(|name| self.loaded.people[name]),
                description: Some(post.collect::<Vec<_>>().join(", ")),
                at: When::default(),
                agreement: None,
            };
            arrivals.push((&one.person, arrival));
        }
        for (name, arrival) in arrivals {
            let house = self.house.clone();
            let _: AttendanceId =
                once!(self, format!("roll {of} {name}"), CallMeeting, meeting, id, |permit| { meetings::acts::arrive(&house, &permit, &arrival) });
        }
        for name in &head.apologies {
            let (house, person) = (self.house.clone(), self.loaded.people[name]);
            let step = format!("apologies {of} {name}");
            match invitations.iter().find(|line| line.person == person && line.seat.is_some()) {
                Some(line) => {
                    let (invitation, version) = (line.id, line.version);
                    let answer = Answer { reply: Reply::Apologies, substitute: None, note: None };
                    let _: InvitationId = once!(self, step, AnswerInvitation, invitation, id, |permit| async move {
                        meetings::acts::answer(&house, &permit, version, &answer, None).await.map(|()| invitation)
                    });
                }
                None => {
                    let _: InvitationId =
                        once!(self, step, CallMeeting, meeting, id, |permit| { meetings::acts::record_apology(&house, &permit, person, None) });
                }
            }
        }
        Ok(())
    }

    /// What was decided. How it was reached is not recorded beyond that it was agreed.
    async fn decisions(&mut self, record: &Meeting, id: PartnershipId, items: &BTreeMap<u32, ItemId>) -> Result<()> {
        let head = &record.meeting;
        let all = record.items.iter().flat_map(|item| item.decisions.iter().map(move |decision| (item.number, decision)));
        for (number, (item, decision)) in all.enumerate() {
            let step = format!("{} {} {number}", head.body, head.date);
            let new = NewMotion { words: decision.text.clone(), ..NewMotion::default() };
            let (house, at) = (self.house.clone(), items[&item]);
            let motion: MotionId = once!(self, format!("motion {step}"), PutMotion, at, id, |permit| { decisions::acts::put(&house, &permit, new) });
            let new = NewDecision {
                outcome: Outcome::Agreed,
                how: How::NotRecorded,
                words: decision.text.clone(),
                count: None,
                votes: Vec::new(),
                casting: None,
                reason: None,
                taken_on: None,
                version: 0,
            };
            let house = self.house.clone();
            let _: DecisionId =
                once!(self, format!("decision {step}"), DecideMotion, motion, id, |permit| { decisions::acts::decide(&house, &permit, new) });
        }
        Ok(())
    }

    /// Who is to do what. How it ended is not held.
    async fn actions(&mut self, record: &Meeting, meeting: MeetingId, id: PartnershipId, items: &BTreeMap<u32, ItemId>) -> Result<()> {
        let head = &record.meeting;
        let body = self.loaded.bodies[&head.body];
        for (item, action) in record.items.iter().flat_map(|item| item.actions.iter().map(move |action| (item.number, action))) {
            let new = NewAction {
                meeting: Some(meeting),
                item: items.get(&item).copied(),
                words: action.text.clone(),
                owners: action.owners.iter().map(|owner| self.owner(owner)).collect(),
                due: Due { on: action.due, next_meeting: false, words: action.due_printed.clone() },
                made_on: None,
                state: ActionState::NotRecorded,
                ground: None,
                exempt: false,
            };
            let house = self.house.clone();
            let _: ActionId = once!(self, format!("action {} {} {}", head.body, head.date, action.number), RecordAction, body, id, |permit| {
                actions::acts::record(&house, &permit, new)
            });
        }
        Ok(())
    }

    fn owner(&self, owner: &records::Owner) -> Owner {
        let person = |name: &String| self.loaded.people[name];
        match owner {
            records::Owner::Person(one) => Owner::Person { person: person(&one.person) },
            records::Owner::Office(one) => Owner::Office { office: one.office.clone(), held_by: one.then_held_by.as_ref().map(person) },
            records::Owner::Organisation(one) => {
                Owner::Organisation { organisation: self.loaded.organisations[&one.organisation], through: one.through.as_ref().map(person) }
            }
            records::Owner::All(_) => Owner::AllPartners,
        }
    }

    /// The chair passes at an item: who held it leaves it there, and who takes it takes it there.
    async fn change_of_chair(&mut self, record: &Meeting, id: PartnershipId, items: &BTreeMap<u32, ItemId>) -> Result<()> {
        let head = &record.meeting;
        let body: BodyId = self.loaded.bodies[&head.body];
        for pair in record.presiding.windows(2) {
            let (leaving, taking) = (&pair[0], &pair[1]);
            let Some(item) = items.get(&taking.from_item).copied() else { continue };
            let held = self.loaded.offices.get(&(head.body.clone(), leaving.person.clone())).copied();
            if let Some(office) = held {
                let (house, on) = (self.house.clone(), head.date);
                let _: OfficeId =
                    once!(self, format!("leaves the chair {} {}", head.body, leaving.person), ManageBody, body, id, |permit| async move {
                        bodies::acts::leave_office(&house, &permit, office, on, Some(item), None).await.map(|()| office)
                    });
            }
            let new = NewOffice {
                person: self.loaded.people[&taking.person],
                kind: OfficeKind::Chair,
                title: None,
                how: Some(HowFilled::NotRecorded),
                starts_on: Some(head.date),
                starts_at_item: Some(item),
                note: None,
            };
            let house = self.house.clone();
            let _: OfficeId = once!(self, format!("takes the chair {} {}", head.body, taking.person), ManageBody, body, id, |permit| {
                bodies::acts::take_office(&house, &permit, new)
            });
        }
        Ok(())
    }
}
