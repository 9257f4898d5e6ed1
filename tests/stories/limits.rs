//! Bad input: each gets a plain explanation beside its field, and the record stays whole.

use access::System;
use bodies::model::Appointed;
use folkmoot::example::write::{Written, write};
use folkmoot::example::year::plan as example;
use interests::model::{InterestKind, NewDeclaration};
use jiff::civil::{Date, date, time};
use kernel::{BodyId, ItemId, MeetingId, MotionId, PersonId, SeatId};
use meetings::acts::{self, Arrival, Plan, Sending};
use meetings::model::{Arrangements, NewItem};
use meetings::rights::{CallMeeting, PlanMeetings};

use crate::visitor::{Answer, Visitor};
use crate::world::{TODAY, World, story};

/// The board of the invented partnership, whose terms ask for half of the members and bar pecuniary interests.
struct Board {
    written: Written,
    body: BodyId,
    slug: String,
    officer: Visitor,
    secretary: PersonId,
    members: Vec<(SeatId, Appointed)>,
}

const AHEAD: Date = date(2026, 4, 16);

impl Board {
    async fn of(world: &World) -> Self {
        let (plan, parts) = example(0, TODAY, 2, 1);
        let written = write(&world.house, &plan, false).await.unwrap();
        world.move_to(TODAY, 10, 0);
        let body = written.bodies[0];
        let mut read = world.read().await;
        let slug = bodies::store::body(&mut read, body).await.unwrap().slug;
        let seats = bodies::store::membership(&mut read, body, TODAY).await.unwrap();
        let voting = seats.iter().filter(|seat| seat.class == bodies::model::SeatClass::Voting);
        let members = voting.filter_map(|seat| seat.holder().map(|holder| (seat.seat, holder.clone()))).collect();
        let secretary = written.people[parts.officer];
        let officer = Visitor::signed_in(&world.house, &world.address, secretary).await;
        Self { body, slug, members, officer, secretary, written }
    }

    /// The officer at a later day, signed in anew.
    async fn officer_now(&self, world: &World) -> Visitor {
        Visitor::signed_in(&world.house, &world.address, self.secretary).await
    }

    fn may<A: access::Act<Id = MeetingId>>(&self, meeting: MeetingId) -> access::Permit<A> {
        System::named("story").permit(meeting, self.written.partnership)
    }

    async fn meeting_on(&self, world: &World, day: Date) -> (MeetingId, ItemId) {
        let permit = System::named("story").permit::<PlanMeetings>(self.body, self.written.partnership);
        let arrangements = Arrangements { starts_at: Some(time(10, 0, 0, 0)), place: Some("Weald House".to_owned()), ..Arrangements::default() };
        let meeting = acts::plan(&world.house, &permit, &Plan::ordinary(vec![day], arrangements, TODAY)).await.unwrap()[0];
        let new = NewItem { notified_on: Some(TODAY), ..NewItem::business("The depot") };
        let item = acts::add_item(&world.house, &self.may::<CallMeeting>(meeting), &new).await.unwrap();
        (meeting, item)
    }

    /// A meeting under way with so many members in the room, and a motion before it.
    async fn under_way(&self, world: &World, present: usize) -> (MeetingId, ItemId, MotionId) {
        let (meeting, item) = self.meeting_on(world, AHEAD).await;
        let permit = self.may::<CallMeeting>(meeting);
        acts::send(&world.house, &permit, &Sending { letters: false, ..Sending::default() }).await.unwrap();
        world.move_to(AHEAD, 10, 0);
        acts::open(&world.house, &permit).await.unwrap();
        for (seat, holder) in self.members.iter().take(present) {
            acts::arrive(&world.house, &permit, &Arrival::of_member(holder.person, *seat)).await.unwrap();
        }
        let new = decisions::model::NewMotion { words: "To sell the depot".to_owned(), ..Default::default() };
        let motion = decisions::acts::put(&world.house, &System::named("story").permit(item, self.written.partnership), new).await.unwrap();
        (meeting, item, motion)
    }
}

fn key(world: &World) -> String {
    world.house.store.chance().uuid(world.house.now()).to_string()
}

async fn send(who: &Visitor, world: &World, path: &str, fields: &[(&str, &str)]) -> Answer {
    let key = key(world);
    let mut all = vec![("key", key.as_str())];
    all.extend_from_slice(fields);
    who.send(path, &all).await
}

/// Refused, with these words and beside this field.
fn is_refused(answer: &Answer, words: &str, field: &str) {
    let text = answer.text();
    assert_eq!(answer.status, 422, "{text}");
    // The words as a page writes them.
    let plain = text.replace("&#x27;", "'").replace("&quot;", "\"").replace("&amp;", "&");
    assert!(plain.contains(words), "{words:?} is not in {plain}");
    assert!(plain.contains(&format!("href=\"#{field}")), "the summary leads to {field}: {plain}");
}

async fn is_whole(world: &World) {
    let mut read = world.read().await;
    assert!(store::verify(&mut read, &[]).await.unwrap().iter().all(|report| report.broken.is_none()));
    assert_eq!(world.house.store.damage().await.unwrap(), Vec::<String>::new());
}

story!(a_date_that_is_not_one_is_said_to_be_none, |world: World| async move {
    let board = Board::of(&world).await;
    let path = format!("/bodies/{}/meetings/plan", board.slug);
    let before = meetings::store::meetings_of_body(&mut world.read().await, board.body, None, None).await.unwrap().len();
    let answer =
        send(&board.officer, &world, &path, &[("how", "list"), ("days", "31 February 2026"), ("starts_at", "10am"), ("confirmed", "yes")]).await;
    is_refused(&answer, "“31 February 2026” is not in the calendar. Check the day and the month.", "days");
    assert!(answer.text().contains("31 February 2026</textarea>"), "what was typed stays");
    assert_eq!(meetings::store::meetings_of_body(&mut world.read().await, board.body, None, None).await.unwrap().len(), before);
    is_whole(&world).await;
});

story!(a_meeting_in_the_past_is_a_warning_only, |world: World| async move {
    let board = Board::of(&world).await;
    let path = format!("/bodies/{}/meetings/plan", board.slug);
    let fields = [("how", "list"), ("days", "23 February 2026"), ("starts_at", "10am")];
    let looked = send(&board.officer, &world, &path, &fields).await;
    assert_eq!(looked.status, 200);
    assert!(looked.text().contains("is past. The meeting can be written up."), "{}", looked.text());
    let fixed = send(&board.officer, &world, &path, &[&fields[..], &[("confirmed", "yes")]].concat()).await;
    assert_eq!(fixed.status, 303, "{}", fixed.text());
});

story!(a_substitute_who_already_sits_is_refused, |world: World| async move {
    let board = Board::of(&world).await;
    let (meeting, _) = board.meeting_on(&world, AHEAD).await;
    acts::send(&world.house, &board.may::<CallMeeting>(meeting), &Sending { letters: true, ..Sending::default() }).await.unwrap();
    let (away, there) = (&board.members[1].1, &board.members[2].1);
    let mut read = world.read().await;
    let invitation = meetings::store::invitation_of(&mut read, meeting, away.person).await.unwrap().unwrap();
    let before = meetings::store::invitation(&mut read, invitation).await.unwrap();
    drop(read);
    let (version, person) = (before.version.to_string(), there.person.to_string());
    let fields = [("version", version.as_str()), ("reply", "substitute"), ("substitute", person.as_str())];
    let answer = send(&board.officer, &world, &format!("/invitations/{invitation}"), &fields).await;
    is_refused(&answer, "sits on this body already. Choose somebody else.", "substitute");
    assert_eq!(meetings::store::invitation(&mut world.read().await, invitation).await.unwrap(), before);
    is_whole(&world).await;
});

async fn decide(board: &Board, world: &World, motion: MotionId, fields: &[(&str, &str)]) -> Answer {
    send(&board.officer_now(world).await, world, &format!("/motions/{motion}/decide"), &[&[("version", "0")], fields].concat()).await
}

async fn is_undecided(world: &World, motion: MotionId) {
    assert!(decisions::store::motion(&mut world.read().await, motion).await.unwrap().decision.is_none());
    is_whole(world).await;
}

story!(a_vote_by_somebody_barred_is_refused, |world: World| async move {
    let board = Board::of(&world).await;
    let (_, item, motion) = board.under_way(&world, board.members.len()).await;
    let (seat, barred) = &board.members[3];
    let declaration = NewDeclaration { person: barred.person, kind: InterestKind::Pecuniary, nature: "Owns the land beside it".to_owned() };
    interests::acts::declare(&world.house, &System::named("story").permit(item, board.written.partnership), declaration).await.unwrap();
    let vote = |seat: SeatId, person: PersonId| format!("{seat}:{person}:for");
    let votes: Vec<String> = board.members.iter().map(|(seat, holder)| vote(*seat, holder.person)).collect();
    assert!(votes.contains(&vote(*seat, barred.person)));
    let fields: Vec<(&str, &str)> =
        [("outcome", "agreed"), ("how", "named")].into_iter().chain(votes.iter().map(|vote| ("votes", vote.as_str()))).collect();
    let answer = decide(&board, &world, motion, &fields).await;
    is_refused(&answer, "may not decide this item", "votes");
    assert!(answer.text().contains("6.2"), "the clause is named: {}", answer.text());
    is_undecided(&world, motion).await;
});

story!(a_decision_without_the_quorum_is_refused_and_noting_is_not, |world: World| async move {
    let board = Board::of(&world).await;
    let (_, _, motion) = board.under_way(&world, 2).await;
    let answer = decide(&board, &world, motion, &[("outcome", "agreed"), ("how", "consensus")]).await;
    is_refused(&answer, "There is no quorum, and the terms require one", "outcome");
    is_undecided(&world, motion).await;
    let noted = decide(&board, &world, motion, &[("outcome", "noted"), ("how", "consensus")]).await;
    assert_eq!(noted.status, 303, "{}", noted.text());
});

fn paper() -> Vec<u8> {
    crate::pdf::pages(&["the survey of the depot"])
}

/// How many files that came in and were not kept lie on the disk.
fn drafts(world: &World) -> usize {
    std::fs::read_dir(world.folder.path().join("files/incoming")).unwrap().count()
}

async fn papers(board: &Board, world: &World) -> usize {
    matters::store::papers_of_body(&mut world.read().await, board.body, 1000).await.unwrap().len()
}

story!(an_upload_of_200_mb_is_refused_in_words_and_not_by_a_broken_line, |world: World| async move {
    let board = Board::of(&world).await;
    let before = papers(&board, &world).await;
    let body = vec![b'x'; 200 * 1024 * 1024].into();
    let key = key(&world);
    let fields = [("key", key.as_str()), ("version", "0"), ("title", "Depot: the survey"), ("kind", "report")];
    let answer = board.officer.upload(&format!("/bodies/{}/papers/new", board.slug), &fields, "file", "survey.pdf", body).await.unwrap();
    is_refused(&answer, "The file is larger than 50 MB. Make it smaller, or split it.", "file");
    assert!(answer.text().contains("Depot: the survey"), "what was typed stays");
    assert_eq!(papers(&board, &world).await, before);
    assert_eq!(drafts(&world), 0, "nothing of it stays on the disk");
    is_whole(&world).await;
});

story!(a_pdf_that_is_none_is_refused, |world: World| async move {
    let board = Board::of(&world).await;
    let before = papers(&board, &world).await;
    for (content, words) in [
        (b"MZ a program".to_vec(), "“survey.pdf” is no PDF, office file or picture, whatever its name says."),
        (paper()[..300].to_vec(), "“survey.pdf” is damaged or not whole."),
    ] {
        let key = key(&world);
        let fields = [("key", key.as_str()), ("version", "0"), ("title", "Depot: the survey"), ("kind", "report")];
        let answer =
            board.officer.upload(&format!("/bodies/{}/papers/new", board.slug), &fields, "file", "survey.pdf", content.into()).await.unwrap();
        is_refused(&answer, words, "file");
    }
    assert_eq!(papers(&board, &world).await, before);
    is_whole(&world).await;
});

story!(a_name_of_500_characters_is_too_long, |world: World| async move {
    let board = Board::of(&world).await;
    let before = bodies::store::body(&mut world.read().await, board.body).await.unwrap();
    let (name, version) = ("W".repeat(500), before.version.to_string());
    let answer = send(&board.officer, &world, &format!("/bodies/{}/manage/name", board.slug), &[("version", &version), ("name", &name)]).await;
    is_refused(&answer, "Shorten the name", "name");
    assert!(answer.text().contains(&name), "what was typed stays");
    assert_eq!(bodies::store::body(&mut world.read().await, board.body).await.unwrap(), before);
});

story!(a_form_sent_twice_acts_once_and_answers_alike, |world: World| async move {
    let board = Board::of(&world).await;
    let before = papers(&board, &world).await;
    let key = key(&world);
    let fields = [("key", key.as_str()), ("version", "0"), ("title", "Depot: the survey"), ("kind", "report")];
    let path = format!("/bodies/{}/papers/new", board.slug);
    let first = board.officer.upload(&path, &fields, "file", "survey.pdf", paper().into()).await.unwrap();
    let second = board.officer.upload(&path, &fields, "file", "survey.pdf", paper().into()).await.unwrap();
    assert_eq!((first.status, second.status), (303, 303), "{} {}", first.text(), second.text());
    assert_eq!(papers(&board, &world).await, before + 1);
    let (first, second) = (first.location().unwrap(), second.location().unwrap());
    assert_eq!(board.officer.get(second).await.status, 200, "{first} {second}");
    is_whole(&world).await;
});

story!(a_connection_lost_in_the_middle_of_saving_changes_nothing, |world: World| async move {
    use tokio::io::AsyncWriteExt as _;
    let board = Board::of(&world).await;
    let before = bodies::store::body(&mut world.read().await, board.body).await.unwrap();
    let (key, version) = (key(&world), before.version.to_string());
    let whole = format!("key={key}&version={version}&name=Renamed+by+half+a+form&purpose={}", "x".repeat(4000));
    let host = world.address.strip_prefix("http://").unwrap();
    let head = format!(
        "POST /bodies/{}/manage/name HTTP/1.1\r\nhost: {host}\r\norigin: {}\r\ncookie: {}\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n",
        board.slug,
        world.address,
        board.officer.cookie(),
        whole.len()
    );
    let mut line = tokio::net::TcpStream::connect(host).await.unwrap();
    line.write_all(head.as_bytes()).await.unwrap();
    line.write_all(&whole.as_bytes()[..whole.len() / 2]).await.unwrap();
    line.flush().await.unwrap();
    drop(line);
    // The server answers others, and nothing of the half form was kept.
    assert_eq!(board.officer.get(&format!("/bodies/{}/manage/name", board.slug)).await.status, 200);
    assert_eq!(bodies::store::body(&mut world.read().await, board.body).await.unwrap(), before);
    let fields = [("key", key.as_str()), ("version", version.as_str()), ("name", "Renamed by a whole form")];
    let again = board.officer.send(&format!("/bodies/{}/manage/name", board.slug), &fields).await;
    assert_eq!(again.status, 303, "{}", again.text());
    assert_eq!(bodies::store::body(&mut world.read().await, board.body).await.unwrap().name, "Renamed by a whole form");
    is_whole(&world).await;
});

story!(approved_minutes_and_the_record_beneath_them_change_no_more, |world: World| async move {
    let board = Board::of(&world).await;
    let (meeting, item, motion) = board.under_way(&world, board.members.len()).await;
    let (story, partnership, house) = (System::named("story"), board.written.partnership, &world.house);
    acts::close(house, &board.may::<CallMeeting>(meeting), None).await.unwrap();
    minutes::acts::clear(house, &story.permit(meeting, partnership)).await.unwrap();
    minutes::acts::circulate(house, &story.permit(meeting, partnership)).await.unwrap();
    let (next, _) = board.meeting_on(&world, date(2026, 5, 21)).await;
    world.move_to(date(2026, 5, 21), 10, 0);
    acts::open(house, &board.may::<CallMeeting>(next)).await.unwrap();
    let approval = minutes::model::Approval { on: date(2026, 5, 21), at_meeting: next, decision: None, amended: false };
    minutes::acts::approve(house, &story.permit(meeting, partnership), approval).await.unwrap();
    let before = minutes::store::desk(&mut world.read().await, meeting).await.unwrap();
    let officer = board.officer_now(&world).await;
    let edit =
        send(&officer, &world, &format!("/meetings/{meeting}/minutes/introduction"), &[("version", "9"), ("introduction", "Let us say otherwise")])
            .await;
    assert_eq!(edit.status, 422, "{}", edit.text());
    assert!(edit.text().contains("approved"), "{}", edit.text());
    let notes =
        send(&officer, &world, &format!("/meetings/{meeting}/items/{item}/notes"), &[("version", "0"), ("notes", "Let us say otherwise")]).await;
    assert_eq!(notes.status, 422, "{}", notes.text());
    let decision = decide(&board, &world, motion, &[("outcome", "noted"), ("how", "consensus")]).await;
    assert_eq!(decision.status, 422, "{}", decision.text());
    assert!(decision.text().contains("The minutes of this meeting are approved, so its record is closed."), "{}", decision.text());
    assert_eq!(minutes::store::desk(&mut world.read().await, meeting).await.unwrap().minutes, before.minutes);
    is_undecided(&world, motion).await;
});
