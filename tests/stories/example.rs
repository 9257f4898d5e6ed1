//! The invented partnership is whole, and every act that wrote it stands in its chain.

use actions::model::ActionState;
use folkmoot::example::{write::write, year::plan};

use meetings::model::{MeetingState, Reply};
use minutes::model::MinutesState;

use crate::visitor::Visitor;
use crate::world::{TODAY, story};

story!(wealdshire_has_a_board_an_executive_board_and_three_working_groups, |world: World| async move {
    let (plan, parts) = plan(0, TODAY, 2, 1);
    let written = write(&world.house, &plan, true).await.unwrap();
    world.move_to(TODAY, 10, 0);
    let mut read = world.read().await;
    let all = bodies::store::bodies(&mut read, written.partnership).await.unwrap();
    let names: Vec<&str> = all.iter().map(|body| body.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "Wealdshire Partnership Board",
            "Wealdshire Executive Board",
            "Wealdshire Healthy Lives Group",
            "Wealdshire Safer Communities Group",
            "Wealdshire Skills and Enterprise Group"
        ]
    );
    let board = bodies::store::membership(&mut read, written.bodies[0], TODAY).await.unwrap();
    assert_eq!(board.iter().filter(|seat| seat.is_vacant()).count(), 1);
    assert!(board[parts.vacant].is_vacant());
    assert!(terms::store::in_force(&mut read, written.bodies[2], TODAY).await.unwrap().is_some());
    let reports = store::verify(&mut read, &[]).await.unwrap();
    assert!(reports.iter().all(|report| report.broken.is_none()));
});

story!(the_example_is_alive_today, |world: World| async move {
    let (plan, parts) = plan(0, TODAY, 1, 1);
    let written = write(&world.house, &plan, true).await.unwrap();
    let mut read = world.read().await;
    let all = |at: usize| written.bodies[at];
    let board = meetings::store::meetings_of_body(&mut read, all(0), None, None).await.unwrap();
    let called: Vec<_> = board.iter().filter(|meeting| meeting.state == MeetingState::Called && meeting.day > TODAY).collect();
    assert_eq!(called.len(), 1, "one is called with its papers out");
    let answers = meetings::store::invitations(&mut read, called[0].id).await.unwrap();
    assert!(answers.iter().any(|line| line.reply == Some(Reply::Apologies) || line.reply == Some(Reply::Substitute)), "apologies are in");
    assert!(answers.iter().any(|line| line.reply.is_none()), "not everybody has answered");
    let papers = matters::store::papers_of_meeting(&mut read, called[0].id).await.unwrap();
    assert!(papers.iter().any(|paper| paper.exempt) && papers.iter().any(|paper| !paper.exempt));
    let executive = meetings::store::meetings_of_body(&mut read, all(1), None, None).await.unwrap();
    assert!(executive.iter().any(|meeting| meeting.state == MeetingState::Closed && meeting.day < TODAY), "one is held");
    let group = meetings::store::meetings_of_body(&mut read, all(2), Some(TODAY), None).await.unwrap();
    let rulings = meetings::store::rulings(&mut read, group[0].id).await.unwrap();
    assert_eq!(rulings.iter().filter(|ruling| ruling.choice.is_none()).count(), 1, "a late item awaits the chair");
    let offices = bodies::store::offices(&mut read, all(2), Some(TODAY)).await.unwrap();
    let chair = offices.iter().find(|office| office.kind == bodies::model::OfficeKind::Chair).map(|office| office.person);
    assert_eq!(chair, Some(written.people[parts.chair]), "who signs in as the chair has it on their desk");
    let mut owed = Vec::new();
    for meeting in board.iter().chain(&executive) {
        owed.extend(actions::store::of_meeting(&mut read, meeting.id).await.unwrap());
    }
    let state = |state: ActionState| owed.iter().filter(|action| action.state == state).count();
    assert!(state(ActionState::Open) > 0 && state(ActionState::Done) > 0);
    let seats = bodies::store::membership(&mut read, all(0), TODAY).await.unwrap();
    let lapsing = seats[parts.lapsing].holder().unwrap().person;
    let held = board.iter().filter(|meeting| meeting.state == MeetingState::Closed);
    for meeting in held.rev().take(2) {
        let roll = meetings::store::roll(&mut read, meeting.id).await.unwrap();
        assert!(roll.iter().all(|line| line.person != lapsing), "the member about to lapse was away");
    }
});

story!(minutes_of_the_example_were_approved_by_the_next_meeting, |world: World| async move {
    let (plan, _) = plan(0, TODAY, 1, 1);
    let written = write(&world.house, &plan, false).await.unwrap();
    let mut read = world.read().await;
    let states = minutes::store::of_body(&mut read, written.bodies[0]).await.unwrap();
    let count = |state: MinutesState| states.iter().filter(|(_, _, other)| *other == state).count();
    assert_eq!((count(MinutesState::Approved), count(MinutesState::Circulated)), (3, 1));
    let executive = minutes::store::of_body(&mut read, written.bodies[1]).await.unwrap();
    let meetings = meetings::store::meetings_of_body(&mut read, written.bodies[1], None, Some(TODAY)).await.unwrap();
    let approved = executive.iter().filter(|(_, _, state)| *state == MinutesState::Approved).count();
    assert_eq!(approved + 1, meetings.len(), "the last one awaits its minutes");
});

story!(the_public_reads_minutes_once_they_are_approved, |world: World| async move {
    let (plan, _) = plan(0, TODAY, 1, 1);
    let written = write(&world.house, &plan, false).await.unwrap();
    let mut read = world.read().await;
    let states = minutes::store::of_body(&mut read, written.bodies[0]).await.unwrap();
    drop(read);
    world.move_to(TODAY, 10, 0);
    let anybody = Visitor::anybody(&world.address);
    for (meeting, _, state) in states {
        let page = anybody.get(&format!("/meetings/{meeting}/minutes/public")).await;
        assert_eq!(page.status, 200);
        let text = page.text();
        let shown = text.contains("id=\"minutes-present\"");
        assert_eq!(shown, state == MinutesState::Approved, "{state:?}");
        assert_eq!(text.contains("has not published minutes of this meeting"), !shown);
        assert_eq!(anybody.get(&format!("/meetings/{meeting}/minutes")).await.status, 303, "the whole is for members");
    }
});
