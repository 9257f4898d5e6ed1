//! A board with exempt matter at a meeting, everybody who stands near it or far from it, and every address that a route can have.

use std::collections::BTreeMap;

use access::{House, Routes, System};
use bodies::model::{
    AppointmentEnding, Audience, BodyKind, DocumentClass, NewAppointment, NewBody, NewOffice, NewPartnership, NewSeat, OfficeKind, Openness, Role,
    SeatClass,
};
use folkmoot::worker::work_off;
use jiff::civil::{date, time};
use kernel::{BodyId, InvitationId, ItemId, MeetingId, PaperId, PartnershipId, PersonId, SeatId, Word as _};
use people::model::NewPerson;
use store::{Read, Statement, args, sql};
use uuid::Uuid;

use crate::pdf;
use crate::world::World;

/// Those whose business it is to see what a visitor of each kind sees.
#[derive(Clone)]
pub struct Reader {
    pub kind: &'static str,
    /// Who they are; nobody for a visitor who is not signed in.
    pub person: Option<PersonId>,
    /// Reads exempt matter: the markers may be found with them.
    pub trusted: bool,
}

impl Reader {
    /// A browser of theirs, signed in now.
    pub async fn cookie(&self, house: &House) -> Option<String> {
        let cookie = access::begin_session(house, self.person?, "a story").await.unwrap();
        Some(cookie.split(';').next().unwrap().to_owned())
    }
}

/// What the stories set up.
pub struct Scene {
    pub meeting: MeetingId,
    pub item: ItemId,
    pub paper: PaperId,
    pub readers: Vec<Reader>,
}

impl Scene {
    pub fn reader(&self, kind: &str) -> &Reader {
        self.readers.iter().find(|reader| reader.kind == kind).unwrap()
    }
}

async fn spooled(world: &World, content: &[u8]) -> store::Spooled {
    let mut incoming = world.house.store.incoming().await.unwrap();
    incoming.take(content).await.unwrap();
    incoming.end().await.unwrap()
}

struct Setting<'a> {
    house: &'a House,
    story: System,
    partnership: PartnershipId,
}

impl Setting<'_> {
    async fn person(&self, name: &str) -> PersonId {
        let address = Some(format!("{}@example.org", name.to_lowercase().replace(' ', ".")));
        let new = NewPerson { name: name.to_owned(), address, ..NewPerson::default() };
        people::acts::record_person(self.house, &self.story.permit(self.partnership, self.partnership), new).await.unwrap()
    }

    async fn seated(&self, body: BodyId, name: &str, until: Option<kernel::Day>) -> (PersonId, SeatId) {
        let permit = self.story.permit(body, self.partnership);
        let person = self.person(name).await;
        let seat = NewSeat {
            label: format!("{name}'s seat"),
            class: SeatClass::Voting,
            sector: None,
            sector_ours: false,
            organisation: None,
            nominating_group: None,
            ex_officio_post: None,
            holders_not_recorded: false,
            starts_on: None,
            note: None,
        };
        let seat = bodies::acts::add_seat(self.house, &permit, seat).await.unwrap();
        let new = NewAppointment {
            person,
            role: Role::Holder,
            post: None,
            organisation: None,
            starts_on: Some(date(2024, 1, 1)),
            term_ends_on: None,
            note: None,
        };
        let (appointment, _) = bodies::acts::appoint(self.house, &permit, seat, new).await.unwrap();
        if let Some(until) = until {
            bodies::acts::end_appointment(self.house, &permit, appointment, until, AppointmentEnding::Resigned, None).await.unwrap();
        }
        (person, seat)
    }

    async fn office(&self, body: BodyId, person: PersonId, kind: OfficeKind) {
        let new = NewOffice { person, kind, title: None, how: None, starts_on: Some(date(2024, 1, 1)), starts_at_item: None, note: None };
        bodies::acts::take_office(self.house, &self.story.permit(body, self.partnership), new).await.unwrap();
    }

    /// Opens every class of a body's documents to everybody: where openness is widest, only exemption protects.
    async fn wide_open(&self, body: BodyId) {
        for class in DocumentClass::ALL {
            let openness = Openness { class: *class, audience: Audience::Public, clause: None };
            bodies::acts::choose_openness(self.house, &self.story.permit(body, self.partnership), &openness).await.unwrap();
        }
    }
}

pub async fn scene(world: &World) -> Scene {
    let house = &world.house;
    let story = System::named("story");
    let found = |name: &str| NewPartnership { name: name.to_owned(), nation: "England and Wales".to_owned(), ..NewPartnership::default() };
    let (partnership, board) =
        bodies::acts::found_partnership(house, &story.permit((), store::HOUSE), found("Wealdshire Partnership")).await.unwrap();
    let (elsewhere, their_board) =
        bodies::acts::found_partnership(house, &story.permit((), store::HOUSE), found("Fenland Partnership")).await.unwrap();
    let ours = Setting { house, story: story.clone(), partnership };
    let theirs = Setting { house, story: story.clone(), partnership: elsewhere };
    let group = NewBody {
        name: "Wealdshire Skills Group".to_owned(),
        slug: None,
        short_name: None,
        kind: BodyKind::WorkingGroup,
        purpose: None,
        established_on: None,
        note: None,
        source: None,
        linked_to: Vec::new(),
    };
    let group = bodies::acts::establish_body(house, &story.permit(partnership, partnership), group).await.unwrap();
    for body in [board, group] {
        ours.wide_open(body).await;
    }
    let secretary = ours.person("Olive Officer").await;
    ours.office(board, secretary, OfficeKind::Secretary).await;
    let (chair, _) = ours.seated(board, "Cora Chair", None).await;
    ours.office(board, chair, OfficeKind::Chair).await;
    let (member, _) = ours.seated(board, "Max Member", None).await;
    let (away, _) = ours.seated(board, "Ada Away", None).await;
    let (long_gone, _) = ours.seated(board, "Lily Longgone", Some(date(2025, 6, 30))).await;
    let (there_then, _) = ours.seated(board, "Theo Then", Some(date(2026, 3, 3))).await;
    let (sat_then, _) = ours.seated(board, "Petra Past", Some(date(2026, 3, 24))).await;
    let (of_group, _) = ours.seated(group, "Gwen Group", None).await;
    let (of_elsewhere, _) = theirs.seated(their_board, "Fred Fenland", None).await;
    let assistant = ours.person("Ann Assistant").await;
    people::acts::name_assistant(house, &story.permit(member, partnership), assistant, date(2024, 1, 1)).await.unwrap();
    let substitute = ours.person("Sue Substitute").await;
    let owner = ours.person("Otto Owner").await;
    let (administrator, auditor) = (ours.person("Adam Administrator").await, ours.person("Audrey Auditor").await);
    open_account(house, administrator, true).await;
    open_account(house, auditor, false).await;

    let permit = story.permit(board, partnership);
    matters::acts::add_ground::<matters::rights::LodgePapers>(house, &permit, "3", "Schedule 12A", "Financial or business affairs", false)
        .await
        .unwrap();
    let ground = matters::store::grounds(&mut world.read().await, board).await.unwrap()[0].id;
    let day = date(2026, 3, 20);
    let arrangements =
        meetings::model::Arrangements { starts_at: Some(time(10, 0, 0, 0)), place: Some("Town hall".to_owned()), ..Default::default() };
    let plan = meetings::acts::Plan::ordinary(vec![day], arrangements, house.today());
    let meeting = meetings::acts::plan(house, &story.permit(board, partnership), &plan).await.unwrap()[0];
    let calls = story.permit::<meetings::rights::CallMeeting>(meeting, partnership);
    let mut items = Vec::new();
    for (title, public_title) in [("CANARY-item-1 sale of the depot", Some("A property matter")), ("CANARY-item-2 a claim", None)] {
        let item = meetings::acts::add_item(house, &calls, &meetings::model::NewItem::business("To be named")).await.unwrap();
        let face = meetings::store::ItemFace {
            title: title.to_owned(),
            purpose: meetings::model::Purpose::Decision,
            presenter: None,
            exempt: true,
            ground: Some(ground),
            exempt_reason: Some("CANARY-itemreason-1".to_owned()),
            public_title: public_title.map(str::to_owned),
        };
        meetings::acts::change_item(house, &calls, item, 1, &face).await.unwrap();
        items.push(item);
    }
    let item = items[0];
    let paper = matters::model::NewPaper {
        meeting: Some(meeting),
        item: Some(item),
        summary: Some("CANARY-summary-1".to_owned()),
        recommendations: vec![(matters::model::RecommendationKind::ALL[0], "CANARY-recommendation-1 sell it".to_owned())],
        exempt: true,
        ground: Some(ground),
        exempt_reason: Some("CANARY-reason-1".to_owned()),
        public_title: Some("A report".to_owned()),
        ..matters::model::NewPaper::titled("CANARY-paper-1 the price")
    };
    let file = matters::model::SentFile {
        name: "CANARY-filename-1.pdf".to_owned(),
        content: spooled(world, &pdf::pages(&["CANARY-file-1 the price"])).await,
    };
    let paper = matters::acts::lodge_paper(house, &story.permit(board, partnership), paper, Some(file)).await.unwrap();
    let sending = meetings::acts::Sending { letters: true, ..Default::default() };
    meetings::acts::send(house, &calls, &sending).await.unwrap();
    let invitation = invitation_of(&mut world.read().await, meeting, away).await;
    let answer = meetings::model::Answer {
        reply: meetings::model::Reply::Substitute,
        substitute: Some(meetings::model::Substitute::Known(substitute)),
        note: None,
    };
    let answers = story.permit::<meetings::rights::AnswerInvitation>(invitation, partnership);
    meetings::acts::answer(house, &answers, 1, &answer, None).await.unwrap();
    let motion =
        decisions::model::NewMotion { words: "CANARY-motion-1 to sell".to_owned(), exempt: true, ground: Some(ground), ..Default::default() };
    let motion = decisions::acts::put(house, &story.permit(item, partnership), motion).await.unwrap();
    let new = actions::model::NewAction {
        meeting: Some(meeting),
        item: Some(item),
        words: "CANARY-action-1 to instruct the agent".to_owned(),
        owners: vec![actions::model::Owner::Person { person: owner }],
        due: actions::model::Due { on: Some(date(2026, 5, 1)), ..Default::default() },
        made_on: None,
        state: actions::model::ActionState::Open,
        ground: Some(ground),
        exempt: true,
    };
    let action = actions::acts::record(house, &story.permit(board, partnership), new).await.unwrap();
    answer_by_mail(house, action, owner).await;
    // At the table.
    world.move_to(day, 10, 5);
    meetings::acts::open(house, &calls).await.unwrap();
    meetings::acts::arrive_as_answered(house, &calls, meetings::model::When::default()).await.unwrap();
    meetings::acts::save_notes(house, &calls, item, 0, "CANARY-notes-1 the offer is low").await.unwrap();
    let decision = decisions::model::NewDecision {
        outcome: decisions::model::Outcome::Agreed,
        how: decisions::model::How::Consensus,
        words: "CANARY-decision-1 to sell for less".to_owned(),
        count: None,
        votes: Vec::new(),
        casting: None,
        reason: None,
        taken_on: None,
        version: 0,
    };
    decisions::acts::decide(house, &story.permit(motion, partnership), decision).await.unwrap();
    work_off(house).await.unwrap();
    let readers = [
        ("anonymous", None, false),
        ("secretary", Some(secretary), true),
        ("chair", Some(chair), true),
        ("member", Some(member), true),
        ("assistant of a member", Some(assistant), true),
        ("auditor", Some(auditor), true),
        // Sits at the meeting in the seat of somebody who is away.
        ("substitute for the meeting", Some(substitute), true),
        // Owes the exempt action, and so knows of it.
        ("owner of an action", Some(owner), true),
        ("former member of before", Some(long_gone), false),
        ("former member of a time before the meeting", Some(there_then), false),
        // Sits still when the meeting is held, and has gone a week later: what they could read in their time they read on.
        ("former member who sat on the day", Some(sat_then), true),
        ("member of another body", Some(of_group), false),
        ("member of another partnership", Some(of_elsewhere), false),
        ("administrator", Some(administrator), false),
    ]
    .map(|(kind, person, trusted)| Reader { kind, person, trusted })
    .to_vec();
    Scene { meeting, item, paper, readers }
}

/// The meeting ends, and its minutes go round.
pub async fn minuted(world: &World, scene: &Scene) {
    let story = System::named("story");
    let partnership = meetings::store::meeting(&mut world.read().await, scene.meeting).await.unwrap().partnership;
    let house = &world.house;
    meetings::acts::close(house, &story.permit(scene.meeting, partnership), None).await.unwrap();
    minutes::acts::ask_clearance(house, &story.permit(scene.meeting, partnership)).await.unwrap();
    minutes::acts::clear(house, &story.permit(scene.meeting, partnership)).await.unwrap();
    minutes::acts::circulate(house, &story.permit(scene.meeting, partnership)).await.unwrap();
    work_off(house).await.unwrap();
}

sql!(INVITATION, "select id from invitation where meeting_id = $1 and person_id = $2");

pub async fn invitation_of(read: &mut Read, meeting: MeetingId, person: PersonId) -> InvitationId {
    read.one(&INVITATION, args![meeting, person]).await.unwrap().get("id").unwrap()
}

sql!(ANSWER, "insert into action_answer (id, action_id, person_id, source, came_at, words, left_out_json) values ($1, $2, $3, $4, $5, $6, $7)");

/// What somebody wrote by mail about an exempt action.
async fn answer_by_mail(house: &House, action: kernel::ActionId, person: PersonId) {
    let mut keep = house.store.housekeep().await.unwrap();
    let id = house.store.chance().uuid(house.now());
    let left_out = "[\"CANARY-attachment-1.xls\"]";
    keep.run(&ANSWER, args![id, action, person, "1.a.host", house.now(), "CANARY-answer-1 the agent is told", left_out]).await.unwrap();
    keep.keep().await.unwrap();
}

sql!(
    OPEN_ACCOUNT,
    "insert into account (id, person_id, address, password, administrator, auditor, made_at, closed_at) values ($1, $2, $3, null, $4, $5, $6, null)"
);

pub async fn open_account(house: &House, person: PersonId, administrator: bool) {
    let mut keep = house.store.housekeep().await.unwrap();
    let address = format!("{person}@example.org");
    let id = house.store.chance().uuid(house.now());
    keep.run(&OPEN_ACCOUNT, args![id, person, address, administrator, !administrator, house.now()]).await.unwrap();
    keep.keep().await.unwrap();
}

/// Where the values of a path's parameter come from: every record of its kind.
macro_rules! values {
    ($($name:literal => $sql:literal),* $(,)?) => {
        /// The statement that lists every value of a parameter as text or id.
        fn values_of(name: &str) -> Option<&'static Statement> {
            $({
                sql!(VALUES, $sql);
                if name == $name {
                    return Some(&VALUES);
                }
            })*
            None
        }
    };
}

values! {
    "partnership" => "select slug as text from partnership",
    "body" => "select slug as text from body",
    "address" => "select id from person_address",
    "assistant" => "select assistant_id as id from assistant",
    "organisation" => "select id from organisation",
    "person" => "select id from person",
    "seat" => "select id from seat",
    "appointment" => "select id from appointment",
    "office" => "select id from office",
    "meeting" => "select id from meeting",
    "item" => "select id from item",
    "ruling" => "select id from ruling",
    "invitation" => "select id from invitation",
    "attendance" => "select id from attendance",
    "line" => "select id from attendance",
    "paper" => "select id from paper",
    "file" => "select id from file",
    "matter" => "select id from matter",
    "motion" => "select id from motion",
    "decision" => "select id from decision",
    "action" => "select id from action",
    "interest" => "select id from declaration union select id from registered_interest",
    "minutes" => "select id from minutes",
    "correction" => "select id from correction",
    "charter" => "select id from charter_version",
    "letter" => "select id from letter",
    "account" => "select id from account",
    "session" => "select id from session",
    "event" => "select id from event",
    "token" => "select id from token",
    "proposal" => "select id from proposal",
    "merge" => "select id from person_merge",
    "answer" => "select id from action_answer",
    "record" => "select distinct record_id as id from event",
    "colour" => "select '1c4f3f.css' as text",
    "number" => "select distinct number from charter_version union select distinct number from paper_file union select distinct number from agenda_version",
    "model" => "select 'working-group' as text",
    "family" => "select 'quorum' as text",
    "place" => "select cast(1 as bigint) as number",
}

/// The values of every parameter that the routes have, in a method.
pub async fn values(house: &House, routes: &Routes, method: &str) -> BTreeMap<String, Vec<String>> {
    let mut found = BTreeMap::new();
    let mut read = house.read().await.unwrap();
    for line in routes.table().iter().filter(|line| line.method == method) {
        for name in parameters(&line.path) {
            if found.contains_key(&name) {
                continue;
            }
            let statement = values_of(&name).unwrap_or_else(|| panic!("nobody told the crawler what {{{name}}} in {} can be", line.path));
            let rows = read.all(statement, args![]).await.unwrap();
            let mut list: Vec<String> = Vec::new();
            for row in rows {
                list.push(match name.as_str() {
                    "partnership" | "body" | "model" | "colour" | "family" => row.get::<String>("text").unwrap(),
                    "number" | "place" => row.get::<i64>("number").unwrap().to_string(),
                    "token" => access::link_path(&house.settings.secret, access::LinkMade(row.get("id").unwrap())).unwrap(),
                    _ => row.get::<Uuid>("id").unwrap().to_string(),
                });
            }
            found.insert(name, list);
        }
    }
    found
}

fn parameters(path: &str) -> Vec<String> {
    path.split('{').skip(1).filter_map(|rest| rest.split('}').next()).map(|name| name.trim_start_matches('*').to_owned()).collect()
}

/// Every address that a route can have.
pub fn addresses(path: &str, values: &BTreeMap<String, Vec<String>>) -> Vec<String> {
    let mut addresses = vec![path.to_owned()];
    for name in parameters(path) {
        let place = format!("{{{name}}}");
        addresses =
            addresses.iter().flat_map(|address| values[&name].iter().map(|value| address.replacen(&place, value, 1)).collect::<Vec<_>>()).collect();
    }
    addresses
}
