//! What a meeting leaves behind: interests and rulings, decisions that carry or do not, actions, and minutes from the draft to
//! the approval by the next meeting.

use access::System;
use actions::model::{ActionState, Due, NewAction, Owner};
use bodies::model::{HowFilled, NewAppointment, NewBody, NewOffice, NewPartnership, NewSeat, OfficeKind, Role, SeatClass};
use decisions::model::{Cast, Count, How, NewDecision, NewMotion, Outcome, Vote};
use interests::model::{InterestKind, NewDeclaration, NewPartRuling};
use kernel::{BodyId, Error, ItemId, MeetingId, PartnershipId, PersonId, SeatId};
use meetings::acts as table;
use meetings::model::{Arrangements, ItemKind, NewItem, PresidesAs};
use people::model::NewPerson;

use crate::visitor::{Visitor, hidden};
use crate::world::{TODAY, World, story};

const TERMS: &str = r"---
body: Board
dated: 2026-01-05
nation: England and Wales
---

# Terms of reference of the Board

## Meetings

**3.12** Half of the members make a quorum.

> Rule: the quorum is half of the members.

## Interests

**3.20** A member tells the chair of an interest, and the chair rules.

> Rule: a member must declare a financial or professional interest to the chair.
> Rule: when a member declares a financial or professional interest, the chair must rule that the member leaves, or discusses, does not decide and stays, or discusses, does not decide and leaves.

## Decisions

**3.21** By consensus; failing that, a majority of those present decides.

> Rule: a decision is decided by consensus, failing that by a majority of the members present.
";

const STORY: System = System::named("story");

struct Board {
    partnership: PartnershipId,
    body: BodyId,
    slug: String,
    people: Vec<(PersonId, SeatId)>,
    secretary: PersonId,
    outsider: PersonId,
    meeting: MeetingId,
    item: ItemId,
}

impl Board {
    fn chair(&self) -> PersonId {
        self.people[0].0
    }
}

async fn person(world: &World, partnership: PartnershipId, name: &str) -> PersonId {
    let new = NewPerson { name: name.to_owned(), address: Some(format!("{}@example.org", name.to_lowercase())), ..NewPerson::default() };
    people::acts::record_person(&world.house, &STORY.permit(partnership, partnership), new).await.unwrap()
}

async fn seated(world: &World, partnership: PartnershipId, body: BodyId, name: &str) -> (PersonId, SeatId) {
    let who = person(world, partnership, name).await;
    let seat = NewSeat {
        label: format!("Seat of {name}"),
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
    let seat = bodies::acts::add_seat(&world.house, &STORY.permit(body, partnership), seat).await.unwrap();
    let new = NewAppointment { person: who, role: Role::Holder, post: None, organisation: None, starts_on: None, term_ends_on: None, note: None };
    bodies::acts::appoint(&world.house, &STORY.permit(body, partnership), seat, new).await.unwrap();
    (who, seat)
}

async fn office(world: &World, partnership: PartnershipId, body: BodyId, person: PersonId, kind: OfficeKind) {
    let new = NewOffice { person, kind, title: None, how: Some(HowFilled::Elected), starts_on: None, starts_at_item: None, note: None };
    bodies::acts::take_office(&world.house, &STORY.permit(body, partnership), new).await.unwrap();
}

async fn held(
    world: &World,
    partnership: PartnershipId,
    body: BodyId,
    people: &[(PersonId, SeatId)],
    day: kernel::Day,
    first: ItemKind,
) -> (MeetingId, ItemId) {
    let plan = table::Plan { standing: false, ..table::Plan::ordinary(vec![day], Arrangements::default(), world.house.today()) };
    let meeting = table::plan(&world.house, &STORY.permit(body, partnership), &plan).await.unwrap()[0];
    let new = NewItem { kind: first, ..NewItem::business("Bids") };
    let item = table::add_item(&world.house, &STORY.permit(meeting, partnership), &new).await.unwrap();
    table::open(&world.house, &STORY.permit(meeting, partnership)).await.unwrap();
    for (person, seat) in people {
        table::arrive(&world.house, &STORY.permit(meeting, partnership), &table::Arrival::of_member(*person, *seat)).await.unwrap();
    }
    table::preside(&world.house, &STORY.permit(meeting, partnership), people[0].0, PresidesAs::Chair, None).await.unwrap();
    (meeting, item)
}

/// A board of four at its table, with a secretary, and somebody who sits elsewhere in the partnership.
async fn board(world: &World) -> Board {
    let house = &world.house;
    let new = NewPartnership { name: "Wealdshire Partnership".to_owned(), nation: "England and Wales".to_owned(), ..NewPartnership::default() };
    let (partnership, root) = bodies::acts::found_partnership(house, &STORY.permit((), store::HOUSE), new).await.unwrap();
    let kind = bodies::model::BodyKind::Board;
    let new = NewBody {
        name: "Board".to_owned(),
        slug: None,
        short_name: None,
        kind,
        purpose: None,
        established_on: None,
        note: None,
        source: None,
        linked_to: Vec::new(),
    };
    let body = bodies::acts::establish_body(house, &STORY.permit(partnership, partnership), new).await.unwrap();
    let mut people = Vec::new();
    for name in ["Ada", "Bea", "Cai", "Dev"] {
        people.push(seated(world, partnership, body, name).await);
    }
    let secretary = person(world, partnership, "Eve").await;
    let (outsider, _) = seated(world, partnership, root, "Zed").await;
    office(world, partnership, body, people[0].0, OfficeKind::Chair).await;
    office(world, partnership, body, secretary, OfficeKind::Secretary).await;
    let text = terms::NewVersion { text: TERMS.to_owned(), adoption_not_recorded: true, ..terms::NewVersion::default() };
    terms::acts::lay(house, &STORY.permit(body, partnership), text).await.unwrap();
    let (meeting, item) = held(world, partnership, body, &people, TODAY, ItemKind::Business).await;
    let slug = bodies::store::body(&mut world.read().await, body).await.unwrap().slug;
    Board { partnership, body, slug, people, secretary, outsider, meeting, item }
}

fn decided(outcome: Outcome, how: How) -> NewDecision {
    NewDecision { outcome, how, words: String::new(), count: None, votes: Vec::new(), casting: None, reason: None, taken_on: None, version: 0 }
}

fn codes<T: std::fmt::Debug>(result: Result<T, Error>) -> Vec<String> {
    match result {
        Err(Error::Refused(findings)) => findings.iter().map(|finding| finding.code.clone()).collect(),
        other => panic!("not refused: {other:?}"),
    }
}

story!(a_member_with_an_interest_waits_for_the_chair_and_then_does_not_decide, |world: World| async move {
    let board = board(&world).await;
    let house = &world.house;
    let (bea, seat) = board.people[1];
    let declared = NewDeclaration { person: bea, kind: InterestKind::Financial, nature: "Her firm is the bidder".to_owned() };
    let interest = interests::acts::declare(house, &STORY.permit(board.item, board.partnership), declared.clone()).await.unwrap();
    assert_eq!(codes(interests::acts::declare(house, &STORY.permit(board.item, board.partnership), declared).await), ["interest-already-declared"]);

    let motion = NewMotion { words: "Approve the bid".to_owned(), ..NewMotion::default() };
    let motion = decisions::acts::put(house, &STORY.permit(board.item, board.partnership), motion).await.unwrap();
    let hers = NewDecision { votes: vec![Vote { seat, person: bea, cast: Cast::For }], ..decided(Outcome::NotCarried, How::Named) };
    let refused = codes(decisions::acts::decide(house, &STORY.permit(motion, board.partnership), hers.clone()).await);
    assert!(refused.contains(&"vote-before-ruling".to_owned()), "{refused:?}");

    let leaves = |by| NewPartRuling { part: charter::Part::Leave, reason: "The bid is her own".to_owned(), by };
    let refused = codes(interests::acts::rule(house, &STORY.permit(interest, board.partnership), leaves(bea)).await);
    assert!(refused.contains(&"ruling-in-own-matter".to_owned()), "{refused:?}");
    interests::acts::rule(house, &STORY.permit(interest, board.partnership), leaves(board.chair())).await.unwrap();
    let refused = codes(decisions::acts::decide(house, &STORY.permit(motion, board.partnership), hers).await);
    assert!(refused.contains(&"vote-by-barred".to_owned()), "{refused:?}");

    let page = Visitor::signed_in(house, &world.address, bea).await.get(&format!("/meetings/{}/interests", board.meeting)).await;
    assert!(page.status == 200 && page.text().contains("leaves the room") && page.text().contains("3.20"), "{}", page.text());
    let elsewhere = Visitor::signed_in(house, &world.address, board.outsider).await;
    assert_eq!(elsewhere.get(&format!("/meetings/{}/interests", board.meeting)).await.status, 403);
    assert_eq!(elsewhere.get(&format!("/motions/{motion}")).await.status, 403);
});

story!(where_the_chair_is_the_one_concerned_nobody_is_invented_to_rule, |world: World| async move {
    let board = board(&world).await;
    let declared = NewDeclaration { person: board.chair(), kind: InterestKind::Financial, nature: "Owns the land".to_owned() };
    let interest = interests::acts::declare(&world.house, &STORY.permit(board.item, board.partnership), declared).await.unwrap();
    let ruling = NewPartRuling { part: charter::Part::Leave, reason: "Own land".to_owned(), by: board.people[2].0 };
    assert_eq!(codes(interests::acts::rule(&world.house, &STORY.permit(interest, board.partnership), ruling).await), ["ruling-nobody-can"]);
});

story!(two_for_and_one_against_of_four_present_is_not_carried, |world: World| async move {
    let board = board(&world).await;
    let house = &world.house;
    let motion = NewMotion { words: "Approve the bid".to_owned(), ..NewMotion::default() };
    let motion = decisions::acts::put(house, &STORY.permit(board.item, board.partnership), motion).await.unwrap();
    let counted =
        |outcome, in_favour, against| NewDecision { count: Some(Count { in_favour, against, abstained: 0 }), ..decided(outcome, How::Counted) };
    let permit = STORY.permit(motion, board.partnership);
    let decide = |new| decisions::acts::decide(house, &permit, new);
    assert_eq!(codes(decide(counted(Outcome::Agreed, 2, 1)).await), ["vote-not-carried"]);
    assert_eq!(codes(decide(counted(Outcome::Agreed, 4, 1)).await), ["vote-more-than-voters"]);
    decide(counted(Outcome::NotCarried, 2, 1)).await.unwrap();
    let kept = decisions::store::motion(&mut world.read().await, motion).await.unwrap().decision.unwrap();
    let said = kept.explanation.unwrap();
    assert_eq!(said, "not carried: 2 of 4 present in favour, 1 against; 3 are needed");
    assert_eq!(kept.clause.as_deref(), Some("3.21"));
    decide(NewDecision { version: 1, ..counted(Outcome::Agreed, 3, 1) }).await.unwrap();
    let page = Visitor::signed_in(house, &world.address, board.people[3].0).await.get(&format!("/motions/{motion}")).await;
    assert!(page.status == 200 && page.statements() <= 12, "{} statements", page.statements());
});

story!(an_action_is_reported_done_by_its_owner_and_seen_by_nobody_elsewhere, |world: World| async move {
    let board = board(&world).await;
    let house = &world.house;
    let (bea, _) = board.people[1];
    let new = NewAction {
        meeting: Some(board.meeting),
        item: Some(board.item),
        words: "Write to Government".to_owned(),
        owners: vec![Owner::Person { person: bea }, Owner::Office { office: "chair".to_owned(), held_by: Some(board.chair()) }],
        due: Due { next_meeting: true, ..Due::default() },
        made_on: None,
        state: ActionState::Open,
        ground: None,
        exempt: false,
    };
    let action = actions::acts::record(house, &STORY.permit(board.body, board.partnership), new).await.unwrap();
    let owner = Visitor::signed_in(house, &world.address, bea).await;
    let register = owner.get("/partnerships/wealdshire-partnership/actions").await;
    assert!(register.status == 200 && register.text().contains("Write to Government") && register.statements() <= 12);
    let page = owner.get(&format!("/actions/{action}")).await;
    assert!(page.status == 200 && page.statements() <= 12, "{} statements", page.statements());
    let elsewhere = Visitor::signed_in(house, &world.address, board.outsider).await;
    assert_eq!(elsewhere.get(&format!("/actions/{action}")).await.status, 403);
    assert!(!elsewhere.get("/partnerships/wealdshire-partnership/actions").await.text().contains("Write to Government"));

    let key = hidden(&page.text(), "key").unwrap();
    let path = format!("/actions/{action}/report");
    let unsaid = owner.send(&path, &[("key", &key), ("kind", "needs-until"), ("words", "It waits for a date")]).await;
    assert!(unsaid.status == 422 && unsaid.text().contains("It waits for a date"));
    let sent = owner.send(&path, &[("key", &key), ("kind", "done"), ("words", "Sent today")]).await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    let open = actions::store::open_for(&mut world.read().await, board.body, TODAY.tomorrow().unwrap()).await.unwrap();
    assert_eq!((open.len(), open[0].state, open[0].owners.len()), (1, ActionState::Done, 2));
});

story!(minutes_write_themselves_and_close_when_the_next_meeting_approves_them, |world: World| async move {
    let board = board(&world).await;
    let house = &world.house;
    let motion = NewMotion { words: "Approve the bid".to_owned(), ..NewMotion::default() };
    let motion = decisions::acts::put(house, &STORY.permit(board.item, board.partnership), motion).await.unwrap();
    decisions::acts::decide(house, &STORY.permit(motion, board.partnership), decided(Outcome::Agreed, How::Consensus)).await.unwrap();
    let secretary = Visitor::signed_in(house, &world.address, board.secretary).await;
    let chair = Visitor::signed_in(house, &world.address, board.chair()).await;
    let member = Visitor::signed_in(house, &world.address, board.people[2].0).await;
    let at = format!("/meetings/{}/minutes", board.meeting);
    let fresh = || house.store.chance().uuid(house.now()).to_string();
    let post = |who: Visitor, act: &'static str, fields: Vec<(&'static str, String)>| {
        let (at, otherwise) = (at.clone(), fresh());
        async move {
            let page = who.get(&at).await.text();
            let mut all = vec![("key", hidden(&page, "key").unwrap_or(otherwise))];
            all.push(("version", hidden(&page, "version").unwrap_or_default()));
            all.extend(fields);
            let fields: Vec<(&str, &str)> = all.iter().map(|(name, value)| (*name, value.as_str())).collect();
            who.send(&format!("{at}/{act}"), &fields).await
        }
    };
    let early = post(chair.clone(), "clear", Vec::new()).await;
    assert!(early.status == 422 && early.text().contains("Close the meeting first"), "{}", early.text());
    let said = vec![("introduction", "The chair welcomed everybody.".to_owned())];
    assert_eq!(post(secretary.clone(), "introduction", said).await.status, 303);
    table::close(house, &STORY.permit(board.meeting, board.partnership), None).await.unwrap();
    assert_eq!(member.get(&at).await.status, 403, "a draft is for those who write and clear it");
    let draft = secretary.get(&at).await;
    let text = draft.text();
    assert!(draft.status == 200 && draft.statements() <= 12, "{} statements", draft.statements());
    for words in ["Ada", "Dev", "Approve the bid", "by consensus", "The chair welcomed everybody."] {
        assert!(text.contains(words), "{words} is not in the minutes:\n{text}");
    }
    let elsewhere = Visitor::signed_in(house, &world.address, board.outsider).await;
    assert_eq!(elsewhere.get(&at).await.status, 403);
    assert_eq!(post(member.clone(), "clear", Vec::new()).await.status, 403);
    assert_eq!(post(chair, "clear", Vec::new()).await.status, 303);
    // What is recorded after the chair cleared them goes round only when the chair clears them again.
    let new = NewAction {
        meeting: Some(board.meeting),
        item: Some(board.item),
        words: "Tell the bidders".to_owned(),
        owners: vec![Owner::AllPartners],
        due: Due { next_meeting: true, ..Due::default() },
        made_on: None,
        state: ActionState::Open,
        ground: None,
        exempt: false,
    };
    actions::acts::record(house, &STORY.permit(board.body, board.partnership), new).await.unwrap();
    assert_eq!(post(secretary.clone(), "circulate", Vec::new()).await.status, 303);
    assert!(!member.get(&at).await.text().contains("Tell the bidders"));
    for act in ["reopen", "clear", "circulate"] {
        assert_eq!(post(secretary.clone(), act, Vec::new()).await.status, 303, "{act}");
    }
    assert!(member.get(&at).await.text().contains("Tell the bidders"));
    let change = post(member.clone(), "reply", vec![("agreed", "no".to_owned()), ("words", "Dev came late".to_owned())]).await;
    assert_eq!(change.status, 303, "{}", change.text());
    assert!(secretary.get(&at).await.text().contains("Dev came late"));

    let next = TODAY.saturating_add(jiff::Span::new().days(28));
    world.move_to(next, 10, 0);
    let (later, item) = held(&world, board.partnership, board.body, &board.people, next, ItemKind::Minutes).await;
    let secretary = Visitor::signed_in(house, &world.address, board.secretary).await;
    let approved = post(secretary.clone(), "approve", vec![("at_meeting", format!("{later}:{item}")), ("how", "consensus".to_owned())]).await;
    assert_eq!(approved.status, 303, "{}", approved.text());
    assert!(secretary.get(&at).await.text().contains("Nothing in them changes any more"));
    let again = NewDecision { version: 1, ..decided(Outcome::NotCarried, How::NotRecorded) };
    assert_eq!(codes(decisions::acts::decide(house, &STORY.permit(motion, board.partnership), again).await), ["minutes-approved"]);
    assert_eq!(codes(minutes::acts::reopen(house, &STORY.permit(board.meeting, board.partnership)).await), ["minutes-approved"]);
    let versions = secretary.get(&format!("{at}/versions")).await;
    assert!(versions.status == 200 && versions.text().contains("as approved") && versions.statements() <= 12);
    assert!(versions.text().contains("Nothing changed between these two."), "what was sent round is what was approved");
    assert_eq!(secretary.get(&format!("/bodies/{}/corrections", board.slug)).await.status, 200);
});
