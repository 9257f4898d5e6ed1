//! The archive holds what the sources hold, no more and no less.

use std::collections::BTreeSet;

use actions::model::ActionState;
use bodies::model::{BodyKind, LinkKind, Role, SeatClass, Sitting, Verdict};
use decisions::model::How;
use folkmoot::archive::files::{self, Place};
use folkmoot::archive::load::{Loaded, load};
use jiff::civil::date;
use kernel::{BodyId, PersonId};
use matters::model::RecommendationKind;
use meetings::model::{Capacity, Reply, When};
use minutes::model::MinutesState;
use store::Read;
use terms::model::CharterState;

use crate::visitor::Visitor;
use crate::world::story;

async fn loaded(world: &crate::world::World) -> Loaded {
    load(&world.house, &files::read(&Place::Program).unwrap()).await.unwrap()
}

async fn seats(read: &mut Read, loaded: &Loaded, body: &str) -> Vec<Sitting> {
    bodies::store::membership(read, loaded.bodies[body], date(2008, 2, 27)).await.unwrap()
}

fn holders(seats: &[Sitting]) -> BTreeSet<PersonId> {
    seats.iter().filter_map(Sitting::holder).map(|holder| holder.person).collect()
}

fn names(seats: &[Sitting], people: &BTreeSet<PersonId>) -> BTreeSet<String> {
    seats.iter().filter_map(Sitting::holder).filter(|h| people.contains(&h.person)).map(|h| h.name.clone()).collect()
}

story!(eight_people_sit_on_both_kent_boards, |world: World| async move {
    let loaded = loaded(&world).await;
    let mut read = world.read().await;
    let partnership = seats(&mut read, &loaded, "kent-partnership").await;
    let board = seats(&mut read, &loaded, "kent-public-service-board").await;
    assert_eq!((partnership.len(), board.len()), (40, 15));
    let both: BTreeSet<PersonId> = holders(&partnership).intersection(&holders(&board)).copied().collect();
    let expected =
        ["Charlie Hendry", "Clair Fisher", "Lesley Davies", "Lynda Russell", "Michael Fuller", "Paul Carter", "Peter Gilroy", "Steve Phoenix"];
    assert_eq!(names(&board, &both), expected.map(str::to_owned).into());
    let second: Vec<i64> =
        partnership.iter().filter(|seat| seat.people.iter().any(|person| person.role == Role::Second)).map(|seat| seat.position).collect();
    assert_eq!(second, [11, 13]);
    assert!(partnership.iter().all(|seat| seat.sector.is_none() || seat.sector_ours), "no sector is passed off as stated");
    let chairs = bodies::store::offices(&mut read, loaded.bodies["kent-public-service-board"], None).await.unwrap();
    assert_eq!(chairs.iter().map(|office| office.name.as_str()).collect::<Vec<_>>(), ["Paul Carter", "Professor Michael Wright"]);
});

story!(the_working_groups_of_kent_report_to_the_board_that_is_within_the_partnership, |world: World| async move {
    let loaded = loaded(&world).await;
    let mut read = world.read().await;
    let kent = loaded.partnerships["kent"];
    let all = bodies::store::bodies(&mut read, kent).await.unwrap();
    assert_eq!(all.iter().filter(|body| body.kind == BodyKind::WorkingGroup).count(), 4);
    let (partnership, board) = (loaded.bodies["kent-partnership"], loaded.bodies["kent-public-service-board"]);
    let links = bodies::store::links(&mut read, kent, date(2008, 2, 27)).await.unwrap();
    let count = |kind: LinkKind, to: BodyId| links.iter().filter(|link| link.kind == kind && link.other == to).count();
    assert_eq!((count(LinkKind::Within, partnership), count(LinkKind::ReportsTo, board)), (5, 4));
    assert_eq!(count(LinkKind::ReportsTo, partnership), 5, "the board each year, and the four groups each year by way of the board");
    let anybody = Visitor::anybody(&world.address);
    let trust = anybody.get("/bodies/childrens-trust").await.text();
    assert!(trust.contains("annual report, yearly, by way of the Kent Public Service Board (5.2)"), "{trust}");
    assert!(!trust.contains("accountable"), "only the board's accountability is in the terms");
    let board = anybody.get("/bodies/kent-public-service-board").await.text();
    assert!(board.contains("accountable to it; progress against the targets of V4K and KA2, yearly, also to"), "{board}");
});

story!(west_kent_has_27_members_two_observers_and_its_vacancies, |world: World| async move {
    let loaded = loaded(&world).await;
    let mut read = world.read().await;
    let members = seats(&mut read, &loaded, "west-kent-partnership").await;
    let of = |sector: &str| members.iter().filter(|seat| seat.sector.as_deref() == Some(sector)).count();
    assert_eq!(["private", "business support", "public", "community and voluntary"].map(of), [2, 2, 16, 7]);
    assert!(members.iter().all(|seat| !seat.sector_ours), "West Kent's list states its sectors");
    assert_eq!(members.iter().filter(|seat| seat.class == SeatClass::Observer).count(), 2);
    for (body, seats_there, vacant) in [
        ("officer-co-ordinating-group", 5, 1),
        ("transport", 8, 1),
        ("economic", 9, 0),
        ("housing", 12, 0),
        ("skills-forum-19-plus", 11, 0),
        ("review-and-planning-forum-14-19", 18, 0),
        ("marketing", 7, 0),
        ("landbased", 15, 1),
        ("private-enterprise", 15, 7),
    ] {
        let seats = seats(&mut read, &loaded, body).await;
        assert_eq!((seats.len(), seats.iter().filter(|seat| seat.is_vacant()).count()), (seats_there, vacant), "{body}");
    }
    let capacities = bodies::store::capacities(&mut read, loaded.people["mark-raymond"]).await.unwrap();
    assert_eq!(capacities.len(), 4, "the officer group, two sub-groups and a task group");
});

story!(a_seat_outlives_its_organisation, |world: World| async move {
    let loaded = loaded(&world).await;
    let mut read = world.read().await;
    let members = bodies::store::membership(&mut read, loaded.bodies["west-kent-partnership"], date(2007, 1, 18)).await.unwrap();
    let health = members.iter().find(|seat| seat.holder().is_some_and(|holder| holder.name == "Brendan O'Connor")).unwrap();
    assert_eq!(health.organisation_ended_on, Some(date(2006, 10, 1)));
    let economic = bodies::store::successions(&mut read, loaded.bodies["economic"]).await.unwrap();
    assert_eq!(economic.len(), 2);
    let east_kent = bodies::store::successions(&mut read, loaded.bodies["east-kent"]).await.unwrap();
    assert_eq!(east_kent.len(), 4);
    let west_kent = bodies::store::successions(&mut read, loaded.bodies["west-kent-partnership"]).await.unwrap();
    assert_eq!(west_kent.len(), 3);
    assert_eq!(bodies::store::body(&mut read, loaded.bodies["west-kent-partnership"]).await.unwrap().ending, None);
});

story!(kensington_and_chelsea_has_eighteen_seats_whose_holders_nobody_recorded, |world: World| async move {
    let loaded = loaded(&world).await;
    let mut read = world.read().await;
    let seats = seats(&mut read, &loaded, "steering-group").await;
    assert_eq!(seats.len(), 18);
    assert!(seats.iter().all(|seat| seat.people.is_empty() && !seat.is_vacant()));
    let borough = loaded.partnerships["kensington-and-chelsea"];
    let links = bodies::store::links(&mut read, borough, date(2006, 7, 5)).await.unwrap();
    let network = loaded.bodies["crime-and-disorder-reduction-partnership"];
    assert!(links.iter().any(|link| link.body == network && link.kind == LinkKind::WorksWith));
    assert!(!links.iter().any(|link| link.body == network && link.kind == LinkKind::Within), "nobody is accountable in a network");
});

story!(contradictions_are_shown_and_not_tidied, |world: World| async move {
    let loaded = loaded(&world).await;
    let mut read = world.read().await;
    let noted = bodies::store::noted_findings(&mut read, loaded.bodies["west-kent-partnership"]).await.unwrap();
    assert!(noted.iter().any(|finding| finding.verdict == Verdict::Untidy && finding.words.contains("David Hughes")));
    assert!(noted.iter().all(|finding| finding.source.is_some()));
    let page = Visitor::anybody(&world.address).get("/bodies/kent-partnership").await;
    assert!(page.text().contains("The list does not say which seats are the four."), "{}", page.text());
    // Whom an older record does not name in an office, it does not name: that is no vacancy.
    for body in ["kent-partnership", "steering-group"] {
        let slug = bodies::store::body(&mut read, loaded.bodies[body]).await.unwrap().slug;
        let visitor = Visitor::anybody(&world.address);
        for address in [format!("/bodies/{slug}"), format!("/bodies/{slug}/standing"), format!("/bodies/{slug}/standing?as-at=2008-02-27")] {
            let page = visitor.get(&address).await;
            assert!(page.status == 200 && !page.text().contains("is vacant"), "{address}: {}", page.text());
        }
    }
    // Of a count that nobody can tell, the terms are not said to be broken.
    let standing = Visitor::anybody(&world.address).get("/bodies/kent-partnership/standing?clause=3.6").await.text();
    assert!(!standing.contains("folkmoot-lamp--no"), "{standing}");
    let board = Visitor::anybody(&world.address).get("/bodies/kent-public-service-board").await.text();
    assert!(board.contains("none of the 15 members is of either"), "{board}");
    let west_kent = Visitor::anybody(&world.address).get("/bodies/west-kent-partnership").await.text();
    for finding in &noted {
        assert!(
            west_kent.contains("West Kent Partnership, notes of 18 January 2007") && west_kent.contains(&finding.words[..40]),
            "{}",
            finding.words
        );
    }
});

story!(the_public_minutes_of_18_january_2007_list_the_22_who_were_present, |world: World| async move {
    let loaded = loaded(&world).await;
    let meeting = loaded.meetings[&("west-kent-partnership".to_owned(), date(2007, 1, 18))];
    let page = Visitor::anybody(&world.address).get(&format!("/meetings/{meeting}/minutes/public")).await.text();
    let part = |from: &str| {
        let (_, rest) = page.split_once(from).unwrap_or_else(|| panic!("{from}: {page}"));
        rest.split_once("</section>").unwrap().0.to_owned()
    };
    let (present, attending) = (part("id=\"minutes-present\""), part("id=\"minutes-attendance\""));
    assert_eq!((present.matches("<li>").count(), attending.matches("<li>").count()), (22, 2), "{page}");
    assert!(["Nazeya Hussain", "Mark Raymond", "Wendy Wood"].iter().all(|name| present.contains(name)), "{present}");
});

story!(a_page_asked_for_another_day_obeys_or_refuses_it, |world: World| async move {
    let loaded = loaded(&world).await;
    let anybody = Visitor::anybody(&world.address);
    let person = loaded.people["paul-carter"];
    for page in ["/bodies/kent-partnership".to_owned(), "/partnerships/kent-partnership".to_owned(), format!("/people/{person}")] {
        let asked = anybody.get(&format!("{page}?as-at=1990-01-01")).await;
        assert!(asked.status == 200 && asked.text().contains("As at 1 January 1990"), "{page}: {}", asked.text());
        let refused = anybody.get(&format!("{page}?as-at=rubbish")).await;
        assert!(refused.status == 422 && refused.text().contains("rubbish"), "{page}: {}", refused.text());
    }
    let before = anybody.get("/bodies/kent-partnership/standing?as-at=1990-01-01").await.text();
    assert!(!before.contains("Adopted, not yet in force"), "nobody recorded that the terms were adopted: {before}");
    let members = anybody.get("/bodies/west-kent-partnership/members?as-at=2007-01-18").await.text();
    assert!(members.contains("until item 4 of 18 January 2007") && members.contains("since item 4 of 18 January 2007"), "{members}");
    assert!(members.contains("does not show since when") && !members.contains("Voting") && !members.contains("Nominated by"), "{members}");
});

story!(a_body_whose_members_nobody_recorded_has_no_seats_and_no_empty_table, |world: World| async move {
    loaded(&world).await;
    let anybody = Visitor::anybody(&world.address);
    for body in ["childrens-trust", "health-policy-sub-group", "kensington-and-chelsea-partnership"] {
        let page = anybody.get(&format!("/bodies/{body}")).await.text();
        assert!(page.contains("Its members are not recorded.") && !page.contains("0 seats"), "{page}");
    }
    let borough = anybody.get("/bodies/kensington-and-chelsea-partnership").await.text();
    assert_eq!(borough.matches("href=\"/bodies/crime-and-disorder-reduction-partnership\"").count(), 1, "each works with the other, once: {borough}");
    let whole = anybody.get("/partnerships/kensington-and-chelsea-partnership").await.text();
    assert!((1..=7).all(|n| whole.contains(&format!("Chapter {n} of the strategy"))), "{whole}");
    let west_kent = anybody.get("/partnerships/west-kent-partnership").await.text();
    let (_, past) = west_kent.split_once("id=\"past\"").expect("those that ended");
    assert!(past.contains("Business development group") && past.contains("on a day that is not recorded"), "{past}");
});

story!(the_boards_own_page_shows_that_its_terms_and_its_list_disagree_about_the_chair, |world: World| async move {
    loaded(&world).await;
    world.move_to(date(2008, 2, 27), 10, 0);
    let page = Visitor::anybody(&world.address).get("/bodies/kent-public-service-board").await;
    let (text, statements) = (page.text(), page.statements());
    let (_, findings) = text.split_once("id=\"findings\"").expect("the page shows where terms and list disagree");
    assert!(findings.contains("Chief Executive of Kent County Council") && findings.contains("#clause-4.9"), "{findings}");
    assert!(statements <= 12, "{statements}");
});

story!(loading_the_archive_again_adds_nothing, |world: World| async move {
    let first = loaded(&world).await;
    let again = loaded(&world).await;
    assert!(first.people == again.people && first.bodies == again.bodies && first.seats == again.seats);
    assert!(first.acts > 600 && again.acts == 0, "{} acts, then {}", first.acts, again.acts);
    let reports = store::verify(&mut world.read().await, &[]).await.unwrap();
    assert!(reports.iter().all(|report| report.broken.is_none()));
});

story!(the_terms_are_laid_as_they_stand, |world: World| async move {
    let loaded = loaded(&world).await;
    let mut read = world.read().await;
    for (body, state, clauses) in [
        ("kent-partnership", CharterState::AdoptionNotRecorded, 24),
        ("kent-public-service-board", CharterState::AdoptionNotRecorded, 20),
        ("steering-group", CharterState::Draft, 27),
    ] {
        let versions = terms::store::versions(&mut read, loaded.bodies[body]).await.unwrap();
        assert_eq!(versions.len(), 1, "{body}");
        assert_eq!(versions[0].state, state, "{body}");
        assert_eq!(versions[0].adopted_on, None);
        let text = terms::store::version(&mut read, loaded.bodies[body], 1).await.unwrap().charter;
        assert_eq!(text.clauses.len(), clauses, "{body}");
    }
});

story!(the_meeting_of_18_january_2007_is_whole, |world: World| async move {
    let loaded = loaded(&world).await;
    let mut read = world.read().await;
    let day = date(2007, 1, 18);
    let meeting = loaded.meetings[&("west-kent-partnership".to_owned(), day)];
    let roll = meetings::store::roll(&mut read, meeting).await.unwrap();
    let count = |capacity: Capacity| roll.iter().filter(|line| line.capacity == capacity).count();
    assert_eq!(
        [Capacity::Member, Capacity::Listed, Capacity::Guest, Capacity::Unclear].map(count),
        [19, 3, 1, 1],
        "19 members and three more under those present, two more in attendance"
    );
    assert!(roll.iter().flat_map(|line| &line.stays).all(|stay| stay.from == When::default() && stay.until == When::default()), "no hours");
    let unclear = roll.iter().find(|line| line.capacity == Capacity::Unclear).unwrap();
    assert_eq!((unclear.name.as_str(), unclear.in_place_of_name.as_deref(), unclear.seat), ("Alison Monk", Some("Bill Fearon"), None));
    let answers = meetings::store::invitations(&mut read, meeting).await.unwrap();
    assert_eq!(answers.iter().filter(|line| line.reply == Some(Reply::Apologies)).count(), 12);
    assert!(answers.iter().all(|line| line.reply != Some(Reply::Coming) && line.answered_at.is_none()), "nothing is filled in");
    let presiding = meetings::store::presiding(&mut read, meeting).await.unwrap();
    let items = meetings::store::items(&mut read, meeting).await.unwrap();
    assert_eq!(items.len(), 10);
    assert!(items.iter().all(|item| !item.notes.is_empty()));
    assert_eq!(presiding.iter().map(|line| line.name.as_str()).collect::<Vec<_>>(), ["Mark Worrall", "Melvyn Howell"]);
    assert_eq!(presiding[1].from_item, Some(items[3].id));
    let body = loaded.bodies["west-kent-partnership"];
    let chairs = bodies::store::offices(&mut read, body, Some(day)).await.unwrap();
    assert_eq!(chairs.iter().filter_map(|office| office.ends_at_item.or(office.starts_at_item)).collect::<Vec<_>>(), [items[3].id; 2]);
    let next = meetings::store::meetings_of_body(&mut read, body, Some(date(2007, 1, 19)), None).await.unwrap();
    assert_eq!(next.iter().map(|meeting| meeting.day).collect::<Vec<_>>(), [date(2007, 4, 26), date(2007, 7, 19), date(2007, 10, 25)]);
});

story!(eight_actions_have_their_owners_and_three_their_day, |world: World| async move {
    let loaded = loaded(&world).await;
    let mut read = world.read().await;
    let meeting = loaded.meetings[&("west-kent-partnership".to_owned(), date(2007, 1, 18))];
    let owed = actions::store::of_meeting(&mut read, meeting).await.unwrap();
    assert_eq!(owed.len(), 8);
    let kinds = |kind: &str| owed.iter().filter(|action| action.owners.len() == 1 && action.owners[0].kind == kind).count();
    assert_eq!([kinds("person"), kinds("all-partners"), kinds("organisation")], [4, 1, 1]);
    assert_eq!(owed.iter().filter(|action| action.owners.len() == 2).count(), 2);
    assert_eq!(owed.iter().filter_map(|action| action.due.on).collect::<Vec<_>>(), [date(2007, 4, 26); 3]);
    assert!(owed.iter().all(|action| action.state == ActionState::NotRecorded), "what became of them is not held");
});

story!(the_papers_bring_their_recommendations, |world: World| async move {
    let loaded = loaded(&world).await;
    let mut read = world.read().await;
    for (paper, recommendations, to_note) in [("2007-01-18-peer-review", 3, 0), ("2006-07-05-restructuring", 7, 1)] {
        let lines = matters::store::recommendations(&mut read, loaded.papers[paper]).await.unwrap();
        let of = |kind: RecommendationKind| lines.iter().filter(|line| line.kind == kind).count();
        assert_eq!((of(RecommendationKind::Recommendation), of(RecommendationKind::Note)), (recommendations, to_note), "{paper}");
    }
    drop(read);
    // What was laid before an earlier meeting went out in its time: everybody reads it.
    let anybody = Visitor::anybody(&world.address);
    let paper = loaded.papers["2006-07-05-restructuring"];
    let page = anybody.get(&format!("/papers/{paper}")).await;
    assert!(page.status == 200 && page.text().contains("That theme groups be set up"), "{}: {}", page.status, page.text());
    let meeting = loaded.meetings.iter().find(|((_, day), _)| *day == date(2006, 7, 5)).map(|(_, id)| *id).unwrap();
    let page = anybody.get(&format!("/meetings/{meeting}/public")).await.text();
    assert!(page.contains(&paper.to_string()) && !page.contains("will stand here"), "{page}");
});

story!(three_decisions_were_taken_and_no_vote_is_filled_in, |world: World| async move {
    let loaded = loaded(&world).await;
    let mut read = world.read().await;
    let meeting = loaded.meetings[&("west-kent-partnership".to_owned(), date(2007, 1, 18))];
    let motions = decisions::store::of_meeting(&mut read, meeting).await.unwrap();
    let decided: Vec<_> = motions.iter().filter_map(|motion| motion.decision.as_ref()).collect();
    assert_eq!(decided.len(), 3);
    assert!(decided.iter().all(|decision| decision.how == How::NotRecorded && decision.count.is_none()));
});

story!(the_notes_were_circulated_and_nobody_is_said_to_have_approved_them, |world: World| async move {
    let loaded = loaded(&world).await;
    let mut read = world.read().await;
    let meeting = loaded.meetings[&("west-kent-partnership".to_owned(), date(2007, 1, 18))];
    let desk = minutes::store::desk(&mut read, meeting).await.unwrap();
    assert_eq!(desk.minutes.state(), MinutesState::Circulated);
    let corrections = minutes::store::corrections_of_body(&mut read, loaded.bodies["west-kent-partnership"]).await.unwrap();
    assert_eq!(corrections.len(), 1);
    assert_eq!(corrections[0].of_words.as_deref(), Some("October 2006"));
    assert!(!corrections[0].earlier_held, "the page that it replaces is not held");
    assert_eq!(corrections[0].later.matches("**").count(), 8, "four marked passages");
});
