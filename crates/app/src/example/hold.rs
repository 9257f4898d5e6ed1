//! Writes a plan's meetings: planned, called, answered, held and acted upon, each as far as it has come.

use access::Permit;
use actions::model::{ActionState, Due, NewAction, NewReport, Owner, ReportKind};
use actions::rights::{RecordAction, ReportAction};
use decisions::model::{How, NewDecision, NewMotion, Outcome};
use decisions::rights::{DecideMotion, PutMotion};
use interests::model::{InterestKind, NewDeclaration};
use interests::rights::DeclareInterest;
use kernel::{BodyId, Day, Hour, Instant, ItemId, MeetingId, PersonId, Result, Zone};
use matters::model::{NewPaper, RecommendationKind};
use matters::rights::LodgePapers;
use meetings::acts::{Arrival, Comer, Plan, Request, Sending};
use meetings::model::{Answer, Arrangements, Capacity, ItemKind, MeetingKind, NewItem, PresidesAs, Purpose, Reply, Substitute, When};
use meetings::rights::{AnswerInvitation, CallMeeting, PlanMeetings, RequestItem};
use meetings::store::ItemFace;
use minutes::model::Approval;
use minutes::rights::{ClearMinutes, KeepMinutes};
use uuid::Uuid;

use super::cast::days;
use super::plan::{At, BodyPlan, ItemPlan, MeetingPlan, Showing, Stage};
use super::write::Writer;

use super::year::{EXEMPT_PUBLIC_TITLE, LATE};

/// For how long papers are held, in days.
const PAPERS_KEPT: i64 = 183;

/// The moment of an hour of a day.
fn moment(day: Day, hour: i8) -> Instant {
    Zone::london().instant(day, Hour::constant(hour, 0, 0, 0))
}

impl Writer<'_> {
    /// Every meeting of a body, earliest first.
    pub(super) async fn meetings(&self, place: At, body: &BodyPlan, letters: bool) -> Result<()> {
        let ground = self.grounds(self.bodies[place]).await?;
        let mut circulated: Option<MeetingId> = None;
        for meeting in &body.meetings {
            let id = self.planned(self.bodies[place], meeting).await?;
            let hall = Hall { writer: self, place, body, meeting, id, ground };
            match meeting.stage {
                Stage::Planned => {}
                Stage::InPreparation => hall.in_preparation().await?,
                Stage::Called => {
                    hall.items().await?;
                    hall.sent(letters).await?;
                    hall.answered().await?;
                }
                Stage::Approved | Stage::Circulated | Stage::AwaitingMinutes => {
                    let items = hall.items().await?;
                    hall.sent(false).await?;
                    hall.answered().await?;
                    hall.held(&items, circulated.take()).await?;
                    if meeting.stage != Stage::AwaitingMinutes {
                        hall.minuted().await?;
                        circulated = Some(id);
                    }
                }
            }
        }
        Ok(())
    }

    /// Gives the body the usual list of grounds, and answers the one about business affairs.
    async fn grounds(&self, body: BodyId) -> Result<Option<Uuid>> {
        let Some(list) = matters::grounds::list("schedule-12a") else { return Ok(None) };
        matters::acts::take_list(self.house, &self.body_permit(body), list).await?;
        let grounds = matters::store::grounds(&mut self.house.read().await?, body).await?;
        Ok(grounds.iter().find(|ground| ground.code == "3").map(|ground| ground.id))
    }

    async fn planned(&self, body: BodyId, meeting: &MeetingPlan) -> Result<MeetingId> {
        let arrangements = Arrangements {
            starts_at: Some(meeting.starts_at),
            ends_at: Some(meeting.ends_at),
            place: Some(meeting.place.clone()),
            joining_link: None,
            access_note: Some("Step-free from the car park; a hearing loop is fitted.".to_owned()),
        };
        let plan = Plan {
            days: vec![meeting.day],
            arrangements,
            kind: MeetingKind::Ordinary,
            fixed_on: Some(days(meeting.day, -200).min(self.house.today())),
            source: None,
            note: None,
            standing: true,
        };
        let permit: Permit<PlanMeetings> = self.system.permit(body, self.partnership);
        meetings::acts::plan(self.house, &permit, &plan).await?.first().copied().ok_or(kernel::Error::NotFound)
    }
}

/// One meeting being written.
struct Hall<'a> {
    writer: &'a Writer<'a>,
    place: At,
    body: &'a BodyPlan,
    meeting: &'a MeetingPlan,
    id: MeetingId,
    ground: Option<Uuid>,
}

impl Hall<'_> {
    fn permit(&self) -> Permit<CallMeeting> {
        self.writer.system.permit(self.id, self.writer.partnership)
    }

    fn person(&self, at: At) -> PersonId {
        self.writer.people[at]
    }

    fn name(&self, at: At) -> String {
        self.writer.plan.people[at].name.clone()
    }

    /// The meeting's own business, notified in time, with its papers.
    async fn items(&self) -> Result<Vec<ItemId>> {
        let mut items = Vec::new();
        for item in &self.meeting.items {
            let new = NewItem {
                presenter: Some(self.name(item.presenter)),
                purpose: if item.subject.decision.is_some() { Purpose::Decision } else { Purpose::Discussion },
                notified_on: Some(days(self.meeting.day, -28)),
                ..NewItem::business(item.subject.title)
            };
            let id = meetings::acts::add_item(self.writer.house, &self.permit(), &new).await?;
            if let (true, Some(ground)) = (item.exempt, self.ground) {
                self.make_exempt(id, item, ground).await?;
            }
            // Of what is long past the minutes are held and not the papers, which would be most of a large installation.
            if item.subject.recommends.is_some() && self.meeting.day > days(self.writer.house.today(), -PAPERS_KEPT) {
                self.paper(id, item).await?;
            }
            items.push(id);
        }
        Ok(items)
    }

    async fn make_exempt(&self, id: ItemId, item: &ItemPlan, ground: Uuid) -> Result<()> {
        let version = meetings::store::item(&mut self.writer.house.read().await?, self.id, id).await?.version;
        let face = ItemFace {
            title: item.subject.title.to_owned(),
            purpose: Purpose::Decision,
            presenter: Some(self.name(item.presenter)),
            exempt: true,
            ground: Some(ground),
            exempt_reason: Some("The figures would tell the owner how far the partners would go.".to_owned()),
            public_title: Some(EXEMPT_PUBLIC_TITLE.to_owned()),
        };
        meetings::acts::change_item(self.writer.house, &self.permit(), id, version, &face).await
    }

    async fn paper(&self, item: ItemId, plan: &ItemPlan) -> Result<()> {
        let ground = self.ground.filter(|_| plan.exempt);
        let new = NewPaper {
            meeting: Some(self.id),
            item: Some(item),
            author: Some(self.name(plan.presenter)),
            dated: Some(days(self.meeting.day, -14).min(self.writer.house.today())),
            summary: Some(format!("What the item asks and why. {}", plan.subject.notes)),
            recommendations: plan.subject.recommends.iter().map(|words| (RecommendationKind::Recommendation, (*words).to_owned())).collect(),
            exempt: ground.is_some(),
            ground,
            exempt_reason: ground.map(|_| "The figures would tell the owner how far the partners would go.".to_owned()),
            public_title: ground.map(|_| EXEMPT_PUBLIC_TITLE.to_owned()),
            ..NewPaper::titled(plan.subject.title)
        };
        let permit: Permit<LodgePapers> = self.writer.system.permit(self.writer.bodies[self.place], self.writer.partnership);
        matters::acts::lodge_paper(self.writer.house, &permit, new, None).await.map(drop)
    }

    /// The agenda goes out on its day; a day late now and then, and the reason with it.
    async fn sent(&self, letters: bool) -> Result<()> {
        let sending = Sending {
            late_reason: Some("Two papers came in on the last day.".to_owned()),
            letters,
            sent_at: self.meeting.sent_on.map(|day| moment(day, 15)),
        };
        meetings::acts::send(self.writer.house, &self.permit(), &sending).await.map(drop)
    }

    /// Those who answered. Whoever said nothing before a meeting still ahead has not answered; after it, they were silent.
    async fn answered(&self) -> Result<()> {
        let invitations = meetings::store::invitations(&mut self.writer.house.read().await?, self.id).await?;
        let ahead = self.meeting.stage == Stage::Called;
        for (seat, showing) in self.meeting.roll.iter().enumerate() {
            let (reply, substitute) = match showing {
                Some(Showing::Apologies) => (Reply::Apologies, None),
                Some(Showing::Substitute(person)) => (Reply::Substitute, Some(Substitute::Known(self.person(*person)))),
                Some(Showing::Present | Showing::LeftAt(_)) if ahead => (Reply::Coming, None),
                _ => continue,
            };
            let at = self.writer.seats[self.place][seat];
            let Some(invitation) = invitations.iter().find(|line| line.seat == Some(at)) else { continue };
            let permit: Permit<AnswerInvitation> = self.writer.system.permit(invitation.id, self.writer.partnership);
            let answer = Answer { reply, substitute, note: None };
            let when = self.meeting.sent_on.map(|day| moment(days(day, 1).min(self.writer.house.today()), 8));
            meetings::acts::answer(self.writer.house, &permit, invitation.version, &answer, when).await?;
        }
        Ok(())
    }

    /// An agenda half put together: business in time, and an item that came after the deadline and awaits the chair.
    async fn in_preparation(&self) -> Result<()> {
        self.items().await?;
        let asker = self.body.seats.iter().rev().find_map(|seat| seat.holder(self.meeting.day)).map(|at| self.person(at));
        let permit: Permit<RequestItem> = self.writer.system.permit(self.id, self.writer.partnership);
        let request =
            Request { title: LATE.title.to_owned(), words: LATE.recommends.map(str::to_owned), by: asker, on: Some(self.writer.house.today()) };
        let item = meetings::acts::request_item(self.writer.house, &permit, &request).await?;
        meetings::acts::accept_item(self.writer.house, &self.permit(), item).await
    }

    async fn held(&self, items: &[ItemId], earlier: Option<MeetingId>) -> Result<()> {
        let house = self.writer.house;
        meetings::acts::open(house, &self.permit()).await?;
        let roll = self.roll();
        meetings::acts::write_roll(house, &self.permit(), &roll).await?;
        self.leavers(items).await?;
        if let Some(chair) = self.presides(&roll) {
            meetings::acts::preside(house, &self.permit(), chair.0, chair.1, None).await?;
        }
        for (id, item) in items.iter().zip(&self.meeting.items) {
            meetings::acts::save_notes(house, &self.permit(), *id, 0, item.subject.notes).await?;
            if let Some(seat) = item.interest {
                self.declared(*id, seat).await?;
            }
            self.decision(*id, item).await?;
            self.action(*id, item).await?;
        }
        let standing = meetings::store::items(&mut house.read().await?, self.id).await?;
        let of_kind = |kind| standing.iter().find(|item| item.kind == kind);
        if let (Some(earlier), Some(item)) = (earlier, of_kind(ItemKind::Minutes)) {
            self.approved(earlier, item.id).await?;
        }
        // What the co-ordinator said, where the body hears a co-ordinator.
        if let (Some(item), true) = (of_kind(ItemKind::CoOrdinator), self.meeting.stage != Stage::AwaitingMinutes) {
            meetings::acts::save_notes(house, &self.permit(), item.id, item.notes_version, self.meeting.report).await?;
        }
        meetings::acts::close(house, &self.permit(), Some(self.meeting.ends_at)).await
    }

    /// This meeting approves the minutes of the one before.
    async fn approved(&self, earlier: MeetingId, item: ItemId) -> Result<()> {
        let permit: Permit<KeepMinutes> = self.writer.system.permit(earlier, self.writer.partnership);
        let approval = Approval { on: self.meeting.day, at_meeting: self.id, decision: None, amended: false };
        minutes::acts::approve_at_item(self.writer.house, &permit, item, How::Consensus, approval).await
    }

    /// The minutes are made from what happened, cleared and circulated.
    async fn minuted(&self) -> Result<()> {
        let permit: Permit<ClearMinutes> = self.writer.system.permit(self.id, self.writer.partnership);
        minutes::acts::clear(self.writer.house, &permit).await?;
        let permit: Permit<KeepMinutes> = self.writer.system.permit(self.id, self.writer.partnership);
        minutes::acts::circulate(self.writer.house, &permit).await.map(drop)
    }

    fn roll(&self) -> Vec<Arrival> {
        let mut roll = Vec::new();
        for (seat, showing) in self.meeting.roll.iter().enumerate() {
            let (at, holder) = (self.writer.seats[self.place][seat], self.body.seats[seat].holder(self.meeting.day));
            match (showing, holder) {
                (Some(Showing::Present | Showing::LeftAt(_)), Some(holder)) => {
                    let capacity = match self.body.seats[seat].class {
                        bodies::model::SeatClass::Observer => Capacity::Observer,
                        _ => Capacity::Member,
                    };
                    roll.push(Arrival { capacity, ..Arrival::of_member(self.person(holder), at) });
                }
                (Some(Showing::Substitute(deputy)), Some(holder)) => roll.push(Arrival {
                    capacity: Capacity::Substitute,
                    in_place_of: Some(self.person(holder)),
                    ..Arrival::of_member(self.person(*deputy), at)
                }),
                _ => {}
            }
        }
        let officer = self.body.offices.iter().find(|office| office.kind == bodies::model::OfficeKind::Secretary);
        if let Some(officer) = officer {
            roll.push(Arrival {
                who: Comer::Known(self.person(officer.person)),
                capacity: Capacity::Officer,
                seat: None,
                in_place_of: None,
                description: Some("Partnership support officer".to_owned()),
                at: When::default(),
                agreement: None,
            });
        }
        roll
    }

    /// Those who left when an item was reached.
    async fn leavers(&self, items: &[ItemId]) -> Result<()> {
        let leaving = self.meeting.roll.iter().enumerate().filter_map(|(seat, showing)| match showing {
            Some(Showing::LeftAt(item)) => Some((self.writer.seats[self.place][seat], items.get(*item).copied()?)),
            _ => None,
        });
        let leaving: Vec<_> = leaving.collect();
        if leaving.is_empty() {
            return Ok(());
        }
        let roll = meetings::store::roll(&mut self.writer.house.read().await?, self.id).await?;
        for (seat, item) in leaving {
            if let Some(line) = roll.iter().find(|line| line.seat == Some(seat)) {
                let at = When { hour: None, item: Some(item) };
                meetings::acts::leave(self.writer.house, &self.permit(), line.id, at, None).await?;
            }
        }
        Ok(())
    }

    /// The chair where the chair came; else the vice-chair; else whoever comes first on the roll, chosen for the day.
    fn presides(&self, roll: &[Arrival]) -> Option<(PersonId, PresidesAs)> {
        use bodies::model::OfficeKind;
        let here = |person: PersonId| roll.iter().any(|line| line.who == Comer::Known(person) && line.capacity == Capacity::Member);
        let office =
            |kind| self.body.offices.iter().filter(move |office| office.kind == kind).map(|office| self.person(office.person)).find(|p| here(*p));
        let first = || roll.iter().find(|line| line.capacity == Capacity::Member).map(|line| line.who.clone());
        match (office(OfficeKind::Chair), office(OfficeKind::ViceChair), first()) {
            (Some(chair), _, _) => Some((chair, PresidesAs::Chair)),
            (None, Some(vice), _) => Some((vice, PresidesAs::ViceChair)),
            (None, None, Some(Comer::Known(person))) => Some((person, PresidesAs::Elected)),
            _ => None,
        }
    }

    /// An interest in the item, declared by whoever holds the seat.
    async fn declared(&self, item: ItemId, seat: At) -> Result<()> {
        let Some(holder) = self.body.seats[seat].holder(self.meeting.day) else { return Ok(()) };
        let permit: Permit<DeclareInterest> = self.writer.system.permit(item, self.writer.partnership);
        let new = NewDeclaration {
            person: self.person(holder),
            kind: InterestKind::Pecuniary,
            nature: "Their organisation is named in one of the bids.".to_owned(),
        };
        interests::acts::declare(self.writer.house, &permit, new).await.map(drop)
    }

    /// What was decided, by consensus: nobody objected.
    async fn decision(&self, item: ItemId, plan: &ItemPlan) -> Result<()> {
        let Some(words) = plan.subject.decision else { return Ok(()) };
        let permit: Permit<PutMotion> = self.writer.system.permit(item, self.writer.partnership);
        let ground = self.ground.filter(|_| plan.exempt);
        let new = NewMotion { words: words.to_owned(), exempt: ground.is_some(), ground, ..NewMotion::default() };
        let motion = decisions::acts::put(self.writer.house, &permit, new).await?;
        let permit: Permit<DecideMotion> = self.writer.system.permit(motion, self.writer.partnership);
        let new = NewDecision {
            outcome: Outcome::Agreed,
            how: How::Consensus,
            words: words.to_owned(),
            count: None,
            votes: Vec::new(),
            casting: None,
            reason: None,
            taken_on: None,
            version: 0,
        };
        decisions::acts::decide(self.writer.house, &permit, new).await.map(drop)
    }

    /// What somebody is to do, and whether they did.
    async fn action(&self, item: ItemId, plan: &ItemPlan) -> Result<()> {
        let (Some(words), Some(action)) = (plan.subject.action, plan.action) else { return Ok(()) };
        let mut owners = vec![action.owner];
        owners.extend(action.second.filter(|second| *second != action.owner));
        let new = NewAction {
            meeting: Some(self.id),
            item: Some(item),
            words: words.to_owned(),
            owners: owners.into_iter().map(|at| Owner::Person { person: self.person(at) }).collect(),
            due: Due { on: action.due, next_meeting: action.due.is_none(), words: None },
            made_on: None,
            state: ActionState::Open,
            ground: None,
            exempt: false,
        };
        let permit: Permit<RecordAction> = self.writer.system.permit(self.writer.bodies[self.place], self.writer.partnership);
        let id = actions::acts::record(self.writer.house, &permit, new).await?;
        if action.done.is_some() {
            let permit: Permit<ReportAction> = self.writer.system.permit(id, self.writer.partnership);
            let report = NewReport { kind: ReportKind::Done, words: "Done, and the secretariat told.".to_owned(), until: None };
            actions::acts::report(self.writer.house, &permit, report, action.done).await?;
        }
        Ok(())
    }
}
