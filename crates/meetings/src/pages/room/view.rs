//! What the meeting page shows.

use access::{House, May};
use kernel::{AttendanceId, Hour, InvitationId, ItemId, MeetingId, PersonId, Result, SeatId, Zone};
use serde::Serialize;
use web::FormView;

use super::super::arising::{Arising, arising};
use super::super::sample;
use crate::consult::{self, Follows, Lamp};
use crate::model::{Attendance, Capacity, Invitation, Item, ItemKind, ItemState, Meeting, MeetingState, Presiding, Reply, SubGroupAnswer};
use crate::rights::ReadMeeting;
use crate::store::{EarlierMinutes, Mark};
use crate::{acts, rules, store};

/// Everything that the columns are made of, read once.
pub(super) struct Room {
    pub meeting: Meeting,
    items: Vec<(String, Item)>,
    current: Option<ItemId>,
    roll: Vec<Attendance>,
    invitations: Vec<Invitation>,
    second_names: Vec<(SeatId, PersonId, String)>,
    presiding: Vec<Presiding>,
    marks: Vec<Mark>,
    /// What the terms make of each interest declared on the item in the middle.
    follows: Vec<(uuid::Uuid, Follows)>,
    earlier: Vec<EarlierMinutes>,
    arising: Vec<Arising>,
    lamp: Lamp,
    /// The number of the item that the lamp tells of, where the meeting has reached one.
    lamp_at: Option<String>,
    /// Nobody asked for an item: the page stays with the meeting as it goes on.
    follows_meeting: bool,
    acts: bool,
    /// Sits or comes here, and so may declare an interest.
    declares: bool,
    /// Is in the chair, or holds it.
    rules: bool,
    clock: Hour,
    at_the_table: bool,
}

impl Room {
    pub(super) async fn load(house: &House, pass: &May<ReadMeeting>, item: Option<ItemId>) -> Result<Self> {
        Self::load_for(house, *pass.id(), pass.capacity(), item).await
    }

    pub(super) async fn load_for(house: &House, meeting: MeetingId, capacity: &str, item: Option<ItemId>) -> Result<Self> {
        let mut read = house.read().await?;
        let meeting = store::meeting(&mut read, meeting).await?;
        let all = store::items(&mut read, meeting.id).await?;
        let (roll, presiding) = store::roll_and_presiding(&mut read, meeting.id).await?;
        let invitations = store::invitations(&mut read, meeting.id).await?;
        let second_names = store::second_names(&mut read, meeting.body, meeting.day).await?;
        let marks = store::marks(&mut read, meeting.id).await?;
        let items: Vec<(String, Item)> = rules::numbered(&all).into_iter().map(|(number, item)| (number, item.clone())).collect();
        let reached = items.iter().rev().find(|(_, i)| i.started_at.is_some() && i.ended_at.is_none()).or(items.first()).map(|(_, i)| i.id);
        let current = item.filter(|id| items.iter().any(|(_, i)| i.id == *id)).or(reached);
        let terms = consult::Terms::of(&mut read, &meeting).await?.with_room(&all, &roll, &presiding, &invitations).with_interests(&marks);
        // The lamp tells of the item that the meeting is at, whatever its reader looks at.
        let at_now = items.iter().rev().find(|(_, i)| meeting.state == MeetingState::Open && i.started_at.is_some() && i.ended_at.is_none());
        let lamp = terms.lamp(at_now.map(|(_, i)| i.id).or(current));
        let lamp_at = at_now.map(|(number, _)| number.clone());
        let declared = marks.iter().filter(|mark| mark.kind == "interest" && mark.item.is_some() && mark.item == current);
        let follows = declared.filter_map(|mark| Some((mark.id, terms.interest(mark.item?, mark.person?)))).collect();
        let (today, clock) = acts::hour_now(house);
        let kind = items.iter().find(|(_, i)| Some(i.id) == current).map(|(_, i)| i.kind);
        let earlier = if kind == Some(ItemKind::Minutes) { store::minutes_to_take(&mut read, meeting.id).await? } else { Vec::new() };
        let arising = if kind == Some(ItemKind::MattersArising) {
            arising(&actions::store::open_for(&mut read, meeting.body, meeting.day).await?, today)
        } else {
            Vec::new()
        };
        Ok(Self {
            at_the_table: meeting.day == today && !meeting.written_up,
            acts: capacity == "secretary" || capacity.starts_with("secretary "),
            declares: meeting.state != MeetingState::Cancelled && matches!(capacity, "member" | "chair" | "vice-chair" | "substitute"),
            rules: matches!(capacity, "chair" | "vice-chair"),
            meeting,
            items,
            current,
            roll,
            invitations,
            second_names,
            presiding,
            marks,
            follows,
            earlier,
            arising,
            lamp,
            lamp_at,
            follows_meeting: item.is_none(),
            clock,
        })
    }

    pub(super) fn agenda(&self) -> AgendaPart {
        let here = |n: usize| self.items.get(n).map(|(_, item)| item.id);
        let at = self.items.iter().position(|(_, item)| Some(item.id) == self.current);
        AgendaPart {
            meeting: self.meeting.id,
            lines: self
                .items
                .iter()
                .map(|(number, item)| AgendaLine {
                    id: item.id,
                    number: number.clone(),
                    title: item.title.clone(),
                    current: Some(item.id) == self.current,
                    reached: item.started_at.is_some() && item.ended_at.is_none(),
                    done: item.ended_at.is_some(),
                    exempt: item.exempt,
                })
                .collect(),
            before: at.and_then(|n| n.checked_sub(1)).and_then(here),
            after: at.and_then(|n| here(n + 1)),
            acts: self.acts && self.meeting.state == MeetingState::Open,
        }
    }

    pub(super) fn item(&self, fresh: &dyn Fn() -> FormView) -> ItemPart {
        let found = self.items.iter().find(|(_, item)| Some(item.id) == self.current);
        let open = self.meeting.state == MeetingState::Open;
        ItemPart {
            meeting: self.meeting.id,
            item: found.map(|(_, item)| shown(item, self.acts)),
            number: found.map(|(number, _)| number.clone()).unwrap_or_default(),
            acts: self.acts && open,
            declares: self.declares,
            rules: self.rules,
            interests: self.under("interest").into_iter().map(|mark| self.interest(mark)).collect(),
            earlier: self.earlier.clone(),
            arising: self.arising.clone(),
            motions: self.under("motion"),
            actions: self.under("action"),
            updates: self.under("sub-group"),
            body: self.meeting.body_slug.clone(),
            sub_group_answers: [SubGroupAnswer::Reported, SubGroupAnswer::NothingReceived, SubGroupAnswer::HasNotMet].to_vec(),
            form: fresh(),
        }
    }

    fn interest(&self, mark: Mark) -> Interest {
        let follows = self.follows.iter().find(|(id, _)| *id == mark.id).map(|(_, follows)| follows.clone()).unwrap_or_default();
        Interest { mark, follows }
    }

    /// What stands under the item in the middle.
    fn under(&self, kind: &str) -> Vec<Mark> {
        self.marks.iter().filter(|mark| mark.kind == kind && mark.item.is_some() && mark.item == self.current).cloned().collect()
    }

    pub(super) fn people(&self, fresh: &dyn Fn() -> FormView) -> PeoplePart {
        let acts = self.acts && self.meeting.state == MeetingState::Open;
        let first = self.items.first().map(|(_, item)| item.id);
        // In the first item somebody arrives at the beginning; afterwards at the item, and at the table by the clock as well.
        let begun = self.current != first;
        let number = |id: Option<ItemId>| id.and_then(|id| self.items.iter().find(|(_, item)| item.id == id)).map(|(number, _)| number.clone());
        let said = |when: crate::model::When| Moment { hour: when.hour, item: number(when.item) };
        let line = |line: &Attendance| RollLine {
            id: line.id,
            person: line.person,
            name: line.name.clone(),
            capacity: line.capacity,
            seat: line.seat,
            seat_label: line.seat_label.clone(),
            in_place_of: line.in_place_of_name.clone(),
            description: line.description.clone(),
            here: line.is_here(),
            stays: line.stays.iter().map(|stay| (said(stay.from), said(stay.until))).collect(),
            form: fresh(),
        };
        let present = |seat: Option<SeatId>| self.roll.iter().any(|line| line.seat == seat && line.is_here());
        let on_roll = |person: PersonId| self.roll.iter().any(|line| line.person == person);
        let awaited = self.invitations.iter().filter(|i| i.seat.is_some() && !on_roll(i.person) && !present(i.seat));
        let presides = self.presiding_now();
        PeoplePart {
            meeting: self.meeting.id,
            state: self.meeting.state,
            lamp: self.lamp.clone(),
            lamp_at: self.lamp_at.clone(),
            refused: FormView::default(),
            presides: presides.map(|p| (p.name.clone(), p.capacity)),
            presided: self
                .presiding
                .iter()
                .map(|p| Presided { name: p.name.clone(), capacity: p.capacity, from: number(p.from_item), until: number(p.until_item) })
                .collect(),
            here: self.roll.iter().filter(|l| l.is_here() && matches!(l.capacity, Capacity::Member | Capacity::Substitute)).map(line).collect(),
            others: self.roll.iter().filter(|l| l.is_here() && !matches!(l.capacity, Capacity::Member | Capacity::Substitute)).map(line).collect(),
            gone: self.roll.iter().filter(|l| !l.is_here()).map(line).collect(),
            awaited: awaited
                .map(|i| Awaited {
                    person: i.person,
                    name: i.name.clone(),
                    seat: i.seat,
                    seat_label: i.seat_label.clone(),
                    reply: i.reply,
                    substitute: i.substitute,
                    substitute_name: i.substitute_name.clone(),
                    unrecognised: i.unrecognised().map(|_| i.id),
                    or: self
                        .second_names
                        .iter()
                        .filter(|(seat, person, _)| Some(*seat) == i.seat && *person != i.person && !on_roll(*person))
                        .map(|(_, person, name)| OrName { person: *person, name: name.clone(), form: fresh() })
                        .collect(),
                    form: fresh(),
                })
                .collect(),
            apologies: self.invitations.iter().filter(|i| i.seat.is_none() && i.reply == Some(Reply::Apologies)).map(|i| i.name.clone()).collect(),
            answered: self.invitations.iter().any(|i| i.seat.is_some() && i.reply == Some(Reply::Coming) && !on_roll(i.person)),
            item: self.current,
            begun,
            hour: self.at_the_table.then_some(self.clock),
            acts,
            form: fresh(),
        }
    }

    fn presiding_now(&self) -> Option<&Presiding> {
        let order = |id: Option<ItemId>| id.and_then(|id| self.items.iter().position(|(_, item)| item.id == id));
        let now = order(self.current);
        let begun = |p: &&Presiding| p.from_item.is_none() || order(p.from_item) <= now;
        let going = |p: &&Presiding| p.until_item.is_none() || order(p.until_item) > now;
        self.presiding.iter().rev().find(|p| begun(p) && going(p))
    }
}

/// An item as it is shown in the room; notes are the secretariat's until the minutes go out.
fn shown(item: &Item, acts: bool) -> Item {
    let mut item = item.clone();
    if !acts {
        item.notes.clear();
    }
    item
}

/// An interest with what follows from it.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Interest {
    #[serde(flatten)]
    mark: Mark,
    follows: Follows,
}

/// A moment as the roll says it.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Moment {
    pub hour: Option<Hour>,
    pub item: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct AgendaLine {
    id: ItemId,
    number: String,
    title: String,
    current: bool,
    reached: bool,
    done: bool,
    exempt: bool,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct AgendaPart {
    meeting: MeetingId,
    lines: Vec<AgendaLine>,
    before: Option<ItemId>,
    after: Option<ItemId>,
    acts: bool,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct ItemPart {
    meeting: MeetingId,
    item: Option<Item>,
    number: String,
    acts: bool,
    declares: bool,
    rules: bool,
    interests: Vec<Interest>,
    /// The minutes that the item takes.
    earlier: Vec<EarlierMinutes>,
    /// The actions that the item hears of.
    arising: Vec<Arising>,
    motions: Vec<Mark>,
    actions: Vec<Mark>,
    body: String,
    /// What sub-groups answered from the letter.
    updates: Vec<Mark>,
    sub_group_answers: Vec<SubGroupAnswer>,
    form: FormView,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct RollLine {
    id: AttendanceId,
    person: PersonId,
    name: String,
    capacity: Capacity,
    seat: Option<SeatId>,
    seat_label: Option<String>,
    in_place_of: Option<String>,
    description: Option<String>,
    here: bool,
    stays: Vec<(Moment, Moment)>,
    form: FormView,
}

/// The second name of an awaited seat, who may take it as well.
#[derive(Debug, Clone, Serialize)]
pub(super) struct OrName {
    person: PersonId,
    name: String,
    form: FormView,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Awaited {
    person: PersonId,
    name: String,
    seat: Option<SeatId>,
    seat_label: Option<String>,
    reply: Option<Reply>,
    substitute: Option<PersonId>,
    substitute_name: Option<String>,
    /// The invitation whose substitute is a name only.
    unrecognised: Option<InvitationId>,
    or: Vec<OrName>,
    form: FormView,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Presided {
    name: String,
    capacity: crate::model::PresidesAs,
    from: Option<String>,
    until: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct PeoplePart {
    meeting: MeetingId,
    state: MeetingState,
    lamp: Lamp,
    lamp_at: Option<String>,
    /// The form that was refused, where one of the column was.
    refused: FormView,
    presides: Option<(String, crate::model::PresidesAs)>,
    presided: Vec<Presided>,
    here: Vec<RollLine>,
    others: Vec<RollLine>,
    gone: Vec<RollLine>,
    awaited: Vec<Awaited>,
    apologies: Vec<String>,
    answered: bool,
    item: Option<ItemId>,
    begun: bool,
    hour: Option<Hour>,
    acts: bool,
    form: FormView,
}

/// The whole page.
#[derive(Serialize)]
pub(super) struct RoomPage {
    meeting: Meeting,
    /// Refusals of the button pressed last.
    form: FormView,
    agenda: AgendaPart,
    item: ItemPart,
    /// The notes stand outside every fragment: their version is the one their writer saw.
    notes: FormView,
    people: PeoplePart,
    clock: Hour,
    may_act: bool,
    follows: bool,
}

impl RoomPage {
    pub(super) fn of(fresh: &dyn Fn() -> FormView, room: Room, form: FormView) -> Self {
        let item = room.item(fresh);
        let notes = match &item.item {
            Some(shown) => fresh().at_version(shown.notes_version).with("notes", &shown.notes),
            None => fresh(),
        };
        let people = PeoplePart { refused: form.clone(), ..room.people(fresh) };
        // Whoever writes stays at the item they write under; everybody else goes along with the meeting.
        let follows = room.follows_meeting && !room.acts;
        Self { agenda: room.agenda(), notes, item, people, clock: room.clock, may_act: room.acts, follows, form, meeting: room.meeting }
    }
}

/// The left column alone.
#[derive(Serialize)]
pub(super) struct Agenda {
    pub meeting: Meeting,
    pub agenda: AgendaPart,
}

/// The middle column alone, without the notes.
#[derive(Serialize)]
pub(super) struct ItemColumn {
    pub meeting: Meeting,
    pub item: ItemPart,
}

/// The right column alone.
#[derive(Serialize)]
pub(super) struct Column {
    pub meeting: Meeting,
    pub people: PeoplePart,
}

fn sample_room() -> Room {
    let kinds = [ItemKind::Apologies, ItemKind::SubGroups, ItemKind::Business];
    let items = kinds.iter().zip(1..).map(|(kind, n)| (n.to_string(), sample::item(n, *kind, ItemState::Accepted))).collect();
    Room {
        meeting: sample::meeting(MeetingState::Open),
        items,
        current: Some(ItemId(uuid::Uuid::from_u128(2))),
        roll: vec![
            sample::attendance(1, Capacity::Member, true),
            sample::attendance(2, Capacity::Substitute, true),
            sample::attendance(3, Capacity::Guest, true),
            sample::attendance(4, Capacity::Unclear, false),
        ],
        second_names: Vec::new(),
        invitations: [None, Some(Reply::Coming), Some(Reply::Apologies), Some(Reply::Substitute)].map(sample::invitation).to_vec(),
        presiding: vec![Presiding {
            id: sample::nil(),
            person: sample::nil(),
            name: "Ada Fenn".to_owned(),
            capacity: crate::model::PresidesAs::ViceChair,
            from_item: Some(ItemId(uuid::Uuid::from_u128(2))),
            until_item: None,
            position: 1,
        }],
        marks: ["interest", "motion", "motion", "action"]
            .iter()
            .zip([Some("leave"), Some("agreed"), None, None])
            .map(|(kind, outcome)| sample::mark(kind, outcome))
            .collect(),
        follows: Vec::new(),
        earlier: vec![EarlierMinutes {
            meeting: uuid::Uuid::from_u128(7).into(),
            day: jiff::civil::date(2026, 10, 8),
            state: "circulated".to_owned(),
        }],
        arising: vec![Arising::sample()],
        lamp: Lamp {
            state: "yes",
            sentence: "quorate: 21 of 40 present; 20 are needed (3.12)".to_owned(),
            clause: Some("3.12".to_owned()),
            href: Some("/x#clause-3.12".to_owned()),
        },
        lamp_at: Some("4".to_owned()),
        follows_meeting: false,
        acts: true,
        declares: true,
        rules: true,
        clock: Zone::london().instant(jiff::civil::date(2027, 1, 14), Hour::midnight()).hour(&Zone::london()),
        at_the_table: true,
    }
}

impl web::Page for RoomPage {
    const TEMPLATE: &'static str = "meetings/room.html";
    fn sample() -> Self {
        Self::of(&FormView::default, sample_room(), FormView::default())
    }
}
web::page!(RoomPage);

impl web::Page for Agenda {
    const TEMPLATE: &'static str = "meetings/room-agenda.html";
    fn sample() -> Self {
        let room = sample_room();
        Self { agenda: room.agenda(), meeting: room.meeting }
    }
}
web::page!(Agenda);

impl web::Page for ItemColumn {
    const TEMPLATE: &'static str = "meetings/room-item.html";
    fn sample() -> Self {
        let room = sample_room();
        Self { item: room.item(&FormView::default), meeting: room.meeting }
    }
}
web::page!(ItemColumn);

impl web::Page for Column {
    const TEMPLATE: &'static str = "meetings/room-people.html";
    fn sample() -> Self {
        let room = sample_room();
        Self { people: room.people(&FormView::default), meeting: room.meeting }
    }
}
web::page!(Column);
