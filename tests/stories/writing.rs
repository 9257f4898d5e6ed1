//! Writing terms of reference: from a draft over a meeting's decision into force.

use access::System;
use folkmoot::example::write::{Written, write};
use folkmoot::example::year::plan as example;
use jiff::civil::{Date, date, time};
use kernel::{BodyId, MeetingId, MotionId, SeatId};
use meetings::acts::{self, Arrival, Plan, Sending};
use meetings::model::Arrangements;
use meetings::rights::{CallMeeting, PlanMeetings};

use crate::visitor::{Answer, Visitor, hidden};
use crate::world::{TODAY, World, story};

/// The board of the invented partnership with its past, and its officer at the browser.
struct Desk {
    written: Written,
    body: BodyId,
    slug: String,
    officer: Visitor,
    members: Vec<(SeatId, bodies::model::Appointed)>,
    secretary: kernel::PersonId,
}

const AHEAD: Date = date(2026, 4, 16);
const AFTER: Date = date(2026, 6, 18);

impl Desk {
    async fn of(world: &World) -> Self {
        let (plan, parts) = example(0, TODAY, 2, 1);
        let written = write(&world.house, &plan, true).await.unwrap();
        world.move_to(TODAY, 10, 0);
        let body = written.bodies[0];
        let mut read = world.read().await;
        let slug = bodies::store::body(&mut read, body).await.unwrap().slug;
        let seats = bodies::store::membership(&mut read, body, TODAY).await.unwrap();
        let voting = seats.iter().filter(|seat| seat.class == bodies::model::SeatClass::Voting);
        let members = voting.filter_map(|seat| seat.holder().map(|holder| (seat.seat, holder.clone()))).collect();
        let secretary = written.people[parts.officer];
        let officer = Visitor::signed_in(&world.house, &world.address, secretary).await;
        Self { officer, members, slug, body, secretary, written }
    }

    /// Signed in anew, for a later day.
    async fn again(&mut self, world: &World) {
        self.officer = Visitor::signed_in(&world.house, &world.address, self.secretary).await;
    }

    fn charter(&self, rest: &str) -> String {
        format!("/bodies/{}/charter{rest}", self.slug)
    }

    /// A page of the terms, which takes no more statements than a page may.
    async fn see(&self, rest: &str) -> String {
        let page = self.officer.get(&self.charter(rest)).await;
        assert_eq!(page.status, 200, "{rest}: {}", page.text());
        assert!(page.statements() <= 12, "{rest}: {} statements", page.statements());
        plain(&page)
    }

    async fn send(&self, world: &World, rest: &str, fields: &[(&str, &str)]) -> Answer {
        let key = world.house.store.chance().uuid(world.house.now()).to_string();
        let all: Vec<(&str, &str)> = [("key", key.as_str())].into_iter().chain(fields.iter().copied()).collect();
        self.officer.send(&self.charter(rest), &all).await
    }

    fn may<A: access::Act<Id = MeetingId>>(&self, meeting: MeetingId) -> access::Permit<A> {
        System::named("story").permit(meeting, self.written.partnership)
    }

    async fn meeting_on(&self, world: &World, day: Date) -> MeetingId {
        let permit = System::named("story").permit::<PlanMeetings>(self.body, self.written.partnership);
        let arrangements = Arrangements { starts_at: Some(time(10, 0, 0, 0)), place: Some("Weald House".to_owned()), ..Arrangements::default() };
        acts::plan(&world.house, &permit, &Plan::ordinary(vec![day], arrangements, world.house.today())).await.unwrap()[0]
    }

    /// The meeting under way, with so many members in the room.
    async fn under_way(&mut self, world: &World, meeting: MeetingId, day: Date, present: usize) {
        let permit = self.may::<CallMeeting>(meeting);
        acts::send(&world.house, &permit, &Sending { letters: false, late_reason: Some("A story".to_owned()), ..Sending::default() }).await.unwrap();
        world.move_to(day, 10, 0);
        acts::open(&world.house, &permit).await.unwrap();
        for (seat, holder) in self.members.iter().take(present) {
            acts::arrive(&world.house, &permit, &Arrival::of_member(holder.person, *seat)).await.unwrap();
        }
        self.again(world).await;
    }

    async fn decide(&self, world: &World, motion: MotionId, version: &str, fields: &[(&str, &str)]) -> Answer {
        let key = world.house.store.chance().uuid(world.house.now()).to_string();
        let all: Vec<(&str, &str)> = [("key", key.as_str()), ("version", version)].into_iter().chain(fields.iter().copied()).collect();
        self.officer.send(&format!("/motions/{motion}/decide"), &all).await
    }

    async fn version(&self, world: &World, number: i64) -> terms::InForce {
        terms::store::version(&mut world.read().await, self.body, number).await.unwrap()
    }

    /// Where a clause stands in the draft, from 1.
    async fn place(&self, number: &str) -> String {
        let page = self.see("/draft").await;
        let (_, clause) = page.split_once(&format!("id=\"clause-{number}\"")).unwrap_or_else(|| panic!("{number} is not in {page}"));
        let (_, link) = clause.split_once("/draft/clauses/").unwrap();
        link.split_once('"').unwrap().0.to_owned()
    }
}

/// The words of a page as a reader reads them.
fn plain(page: &Answer) -> String {
    page.text().replace("&#x27;", "'").replace("&#39;", "'").replace("&quot;", "\"").replace("&gt;", ">").replace("&lt;", "<").replace("&amp;", "&")
}

fn of(page: &str, name: &str) -> String {
    hidden(page, name).unwrap_or_else(|| panic!("no field {name} in {page}"))
}

/// The value of a text area.
fn area(page: &str, name: &str) -> String {
    let (_, rest) =
        page.split_once(&format!("<textarea class=\"govuk-textarea\" id=\"{name}\"")).unwrap_or_else(|| panic!("no area {name} in {page}"));
    let (_, rest) = rest.split_once('>').unwrap();
    rest.split_once("</textarea>").unwrap().0.to_owned()
}

fn leads_to<'a>(answer: &'a Answer, rest: &str) -> &'a str {
    assert_eq!(answer.status, 303, "{}", answer.text());
    let location = answer.location().unwrap();
    assert!(location.contains(rest), "{location}");
    location
}

fn refused(answer: &Answer, words: &str) {
    let text = plain(answer);
    assert_eq!(answer.status, 422, "{text}");
    assert!(text.contains(words), "{words:?} is not in {text}");
}

story!(terms_are_drafted_put_to_a_meeting_agreed_and_then_kept_to, |world: World| async move {
    let mut desk = Desk::of(&world).await;
    // The terms in force, and a draft begun from them.
    let page = desk.see("").await;
    assert!(page.contains("Change these terms"), "{page}");
    leads_to(&desk.send(&world, "/draft", &[("from", "1")]).await, "/charter/draft");
    refused(&desk.send(&world, "/draft", &[("from", "1")]).await, "A draft is being written already");
    assert!(desk.see("/draft").await.contains("Nothing is changed yet against version 1"));

    // A mistake is kept as it was typed, and told beside its clause; so long nothing is put to a meeting.
    let place = desk.place("4.2").await;
    let at = format!("/draft/clauses/{place}");
    let form = desk.see(&at).await;
    let (version, mark) = (of(&form, "version"), of(&form, "mark"));
    assert_eq!(area(&form, "words"), "Half of the members make a quorum.");
    let wrong = "Rule: the quorum are two thirds of the members.";
    let fields = [
        ("number", "4.2"),
        ("words", "Two thirds of the members make a quorum."),
        ("rules", wrong),
        ("behind", "4.1"),
        ("mark", &mark),
        ("was", "4.2"),
        ("version", &version),
    ];
    let saved = desk.send(&world, &at, &fields).await;
    let again = desk.see(leads_to(&saved, "saved=yes").split("/charter").nth(1).unwrap()).await;
    assert!(again.contains("“two” cannot stand here"), "{again}");
    assert!(again.contains("^^^") && area(&again, "rules") == wrong, "{again}");
    let draft = desk.see("/draft").await;
    assert!(draft.contains("One line cannot be read yet") && draft.contains(wrong.trim_start_matches("Rule: ")), "{draft}");
    let meeting = desk.meeting_on(&world, AHEAD).await;
    let chosen = meeting.to_string();
    assert!(desk.see("/draft/propose").await.contains("Mend it first"));
    refused(&desk.send(&world, "/draft/propose", &[("meeting", &chosen), ("version", "2")]).await, "Mend it first");
    assert_eq!(terms::versions(&mut world.read().await, desk.body).await.unwrap().len(), 1);

    // Mended as text, then changed with the form, which reads back what was written.
    let form = desk.see(&at).await;
    let (version, mark) = (of(&form, "version"), of(&form, "mark"));
    let mended = [
        ("number", "4.2"),
        ("words", "Most of the members make a quorum."),
        ("rules", "the quorum is two thirds of the members"),
        ("behind", "4.1"),
        ("mark", &mark),
        ("was", "4.2"),
        ("version", &version),
    ];
    leads_to(&desk.send(&world, &at, &mended).await, "#clause-4.2");
    let in_form = desk.see(&format!("/draft/forms/quorum?clause={place}")).await;
    assert!(in_form.contains("value=\"two-thirds\" selected"), "{in_form}");
    let (version, mark) = (of(&in_form, "version"), of(&in_form, "mark"));
    let none = [("quorum", "number"), ("of", "members"), ("clause", &place), ("mark", &mark), ("version", &version)];
    refused(&desk.send(&world, "/draft/forms/quorum", &none).await, "Write a number.");
    let all = [("quorum", "share"), ("share", "all"), ("whom", "members"), ("clause", &place), ("mark", &mark), ("version", &version)];
    leads_to(&desk.send(&world, "/draft/forms/quorum", &all).await, "#clause-4.2");
    let draft = desk.see("/draft").await;
    assert!(draft.contains("The quorum is all of the members.") && draft.contains("All "), "{draft}");
    assert!(draft.contains("One clause differs from version 1"), "{draft}");

    // Two write at once: the second sees both texts, and nothing is lost.
    let (mine, theirs) = (desk.see(&at).await, desk.see(&at).await);
    let with = |page: &str, words: &'static str| {
        let (version, mark) = (of(page, "version"), of(page, "mark"));
        [
            ("number", "4.2".to_owned()),
            ("words", words.to_owned()),
            ("rules", area(page, "rules")),
            ("behind", "4.1".to_owned()),
            ("mark", mark),
            ("was", "4.2".to_owned()),
            ("version", version),
        ]
    };
    let send = async |fields: [(&'static str, String); 7]| {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        desk.send(&world, &at, &fields).await
    };
    leads_to(&send(with(&theirs, "All of the members make a quorum.")).await, "#clause-4.2");
    let conflict = send(with(&mine, "Every member is needed for a quorum.")).await;
    let both = plain(&conflict);
    assert_eq!(conflict.status, 409, "{both}");
    assert!(both.contains("Somebody changed this clause") && both.contains("All of the members make"), "{both}");
    assert_eq!(area(&both, "words"), "Every member is needed for a quorum.");
    leads_to(&send(with(&both, "Every member is needed for a quorum.")).await, "#clause-4.2");
    // Another clause that somebody changed meanwhile is no conflict.
    let (review, place_of_review) = (desk.place("9.1").await, desk.see(&at).await);
    let form = desk.see(&format!("/draft/clauses/{review}")).await;
    leads_to(&send(with(&place_of_review, "Every member makes the quorum.")).await, "#clause-4.2");
    let (version, mark) = (of(&form, "version"), of(&form, "mark"));
    let year = [
        ("number", "9.1"),
        ("words", "The board reviews these terms every year."),
        ("rules", "the body must review these terms every 1 year."),
        ("behind", "8.2"),
        ("heading", "9. Review"),
        ("mark", &mark),
        ("was", "9.1"),
        ("version", &version),
    ];
    leads_to(&desk.send(&world, &format!("/draft/clauses/{review}"), &year).await, "#clause-9.1");

    // What it would have meant, and what changes.
    let meant = desk.see("/draft/meant").await;
    assert!(meant.contains("meetings would have come out otherwise") && meant.contains("Not quorate"), "{meant}");
    let beside = desk.see("/draft/compare").await;
    assert!(beside.contains("<del>") && beside.contains("<ins>") && beside.contains("2 clauses differ"), "{beside}");

    // Put to a meeting: laid as a version, with an item, a motion and a paper.
    let page = desk.see("/draft/propose").await;
    let version = of(&page, "version");
    assert!(page.contains(&chosen) && page.contains("2 clauses differ"), "{page}");
    let put = desk.send(&world, "/draft/propose", &[("meeting", &chosen), ("version", &version)]).await;
    leads_to(&put, "/prepare");
    let laid = desk.version(&world, 2).await;
    assert!(laid.charter.source.contains("Every member makes the quorum.") && laid.version.state == terms::CharterState::Draft);
    assert_eq!(terms::store::draft(&mut world.read().await, desk.body).await.unwrap(), None);
    let prepared = plain(&desk.officer.get(put.location().unwrap()).await);
    assert!(prepared.contains("Terms of reference: version 2 for adoption"), "{prepared}");
    let papers = matters::store::papers_of_meeting(&mut world.read().await, meeting).await.unwrap();
    let text = papers.iter().find_map(|paper| paper.summary.clone()).unwrap();
    assert!(text.contains("**4.2**") && text.contains("Otherwise at the meetings of"), "{text}");

    // Another text is not put while this one waits, and nothing adopts it before the meeting has decided.
    leads_to(&desk.send(&world, "/draft", &[("from", "2")]).await, "/charter/draft");
    let form = desk.see("/draft/propose").await;
    assert!(form.contains("Version 2 waits for the meeting of 16 April 2026"), "{form}");
    refused(
        &desk.send(&world, "/draft/propose", &[("meeting", &chosen), ("version", &of(&desk.see("/draft/aside").await, "version"))]).await,
        "waits for the meeting",
    );
    refused(
        &desk.send(&world, "/versions/2/adopt", &[("version", "2"), ("on", "2 March 2026"), ("words", "We say so")]).await,
        "has not decided on it yet",
    );
    refused(&desk.send(&world, "/versions/2/end", &[("version", "2")]).await, "It is on the agenda of 16 April 2026");
    assert_eq!(terms::in_force(&mut world.read().await, desk.body, TODAY).await.unwrap().unwrap().version.number, 1);

    // The meeting agrees it. It is the text that it was shown, whatever became of the draft since.
    desk.under_way(&world, meeting, AHEAD, desk.members.len()).await;
    let motion = laid.version.motion.or(desk.version(&world, 2).await.version.motion).unwrap();
    let not_yet = desk.see("/versions/2/adopt").await;
    assert!(not_yet.contains("has not decided on it yet"), "{not_yet}");
    let decided = desk.decide(&world, motion, "0", &[("outcome", "agreed"), ("how", "consensus")]).await;
    assert_eq!(decided.status, 303, "{}", decided.text());
    let adopting = desk.see("/versions/2/adopt").await;
    assert!(adopting.contains("agreed it on 16 April 2026"), "{adopting}");
    leads_to(&desk.send(&world, "/versions/2/adopt", &[("version", &of(&adopting, "version")), ("starts_on", "")]).await, "/versions/2");
    let page = desk.see("").await;
    assert!(page.contains("Adopted on 16 April 2026") && page.contains("Every member makes the quorum."), "{page}");
    assert_eq!(desk.version(&world, 1).await.version.superseded_on, Some(AHEAD));
    let turned =
        desk.decide(&world, motion, "1", &[("outcome", "not-carried"), ("how", "counted"), ("votes_for", "1"), ("votes_against", "2")]).await;
    refused(&turned, "Version 2 of the terms was adopted by this decision");

    // The next meeting is judged by it: half of the members make no quorum any more.
    world.move_to(date(2026, 5, 4), 10, 0);
    let next = desk.meeting_on(&world, AFTER).await;
    let half = desk.members.len().div_ceil(2);
    desk.under_way(&world, next, AFTER, half).await;
    let room = plain(&desk.officer.get(&format!("/meetings/{next}/room")).await);
    assert!(room.contains(&format!("Not quorate: {half} of {0} present; {0} are needed", desk.members.len())), "{room}");
    let old = plain(&desk.officer.get(&format!("/bodies/{}/standing?as-at={TODAY}", desk.slug)).await);
    assert!(old.contains("The quorum is half of the members"), "{old}");

    // Nobody else writes or reads the draft.
    let member = Visitor::signed_in(&world.house, &world.address, desk.members[1].1.person).await;
    for path in ["/draft", "/draft/text", "/draft/forms", "/draft/meant", "/draft/propose"] {
        assert_eq!(member.get(&desk.charter(path)).await.status, 403, "{path}");
    }
    assert!(store::verify(&mut world.read().await, &[]).await.unwrap().iter().all(|report| report.broken.is_none()));
});

story!(a_version_is_taken_back_changed_and_agreed_with_changes, |world: World| async move {
    let mut desk = Desk::of(&world).await;
    let meeting = desk.meeting_on(&world, AHEAD).await;
    let chosen = meeting.to_string();
    leads_to(&desk.send(&world, "/draft", &[("from", "1")]).await, "/charter/draft");

    // A clause is added, moved and removed; the whole text is there too.
    let page = desk.see("/draft/clauses/new?behind=2").await;
    assert!(page.contains("value=\"1.3\""), "{page}");
    let fields = [("number", "1.3"), ("words", "It meets in public."), ("rules", "the public may attend a meeting."), ("behind", "1.2")];
    leads_to(&desk.send(&world, "/draft/clauses/new", &fields).await, "#clause-1.3");
    let place = desk.place("1.3").await;
    let form = desk.see(&format!("/draft/clauses/{place}")).await;
    let (version, mark) = (of(&form, "version"), of(&form, "mark"));
    let moved = [
        ("number", "8.3"),
        ("words", "It meets in public."),
        ("rules", "the public may attend a meeting."),
        ("behind", "8.2"),
        ("mark", &mark),
        ("was", "1.3"),
        ("version", &version),
    ];
    leads_to(&desk.send(&world, &format!("/draft/clauses/{place}"), &moved).await, "#clause-8.3");
    let whole = desk.see("/draft/text").await;
    let text = area(&whole, "text");
    assert!(text.find("**8.2**").unwrap() < text.find("**8.3** It meets in public.").unwrap(), "{text}");
    let removing = desk.see(&format!("/draft/clauses/{}/remove", desk.place("7.2").await)).await;
    let (mark, place) = (of(&removing, "mark"), desk.place("7.2").await);
    leads_to(&desk.send(&world, &format!("/draft/clauses/{place}/remove"), &[("mark", &mark), ("was", "7.2")]).await, "/charter/draft");
    assert!(desk.see("/draft").await.contains("Left out"));
    let stale = desk.send(&world, "/draft/text", &[("version", &of(&whole, "version")), ("text", &text)]).await;
    assert!(stale.status == 409 && stale.text().contains("It meets in public."), "{}", stale.text());
    let now = of(&desk.see("/draft/text").await, "version");
    let unreadable = text.replace("the public may attend a meeting.", "the public might attend.");
    leads_to(&desk.send(&world, "/draft/text", &[("version", &now), ("text", &unreadable)]).await, "/draft/text");
    assert!(desk.see("/draft/text").await.contains("the public might attend."));
    let now = of(&desk.see("/draft/text").await, "version");
    leads_to(&desk.send(&world, "/draft/text", &[("version", &now), ("text", &text)]).await, "/charter/draft");

    // Put, taken back, and put again.
    let version = of(&desk.see("/draft/propose").await, "version");
    leads_to(&desk.send(&world, "/draft/propose", &[("meeting", &chosen), ("version", &version)]).await, "/prepare");
    let page = desk.see("/versions/2/take-back").await;
    leads_to(&desk.send(&world, "/versions/2/take-back", &[("version", &of(&page, "version"))]).await, "/charter/draft");
    let items = meetings::store::items(&mut world.read().await, meeting).await.unwrap();
    let ours = items.iter().find(|item| item.title.contains("version 2")).unwrap();
    assert_eq!(ours.state, meetings::model::ItemState::Withdrawn);
    assert_eq!(desk.version(&world, 2).await.version.state, terms::CharterState::Withdrawn);
    let version = of(&desk.see("/draft/propose").await, "version");
    leads_to(&desk.send(&world, "/draft/propose", &[("meeting", &chosen), ("version", &version)]).await, "/prepare");

    // The meeting agrees it with changes: what it was shown is not what it agreed.
    desk.under_way(&world, meeting, AHEAD, desk.members.len()).await;
    let motion = desk.version(&world, 3).await.version.motion.unwrap();
    let words = "That version 3 be adopted, with meetings in private where the chair so rules.";
    let decided = desk.decide(&world, motion, "0", &[("outcome", "amended"), ("how", "consensus"), ("words", words)]).await;
    assert_eq!(decided.status, 303, "{}", decided.text());
    assert!(desk.see("/versions/3/adopt").await.contains("agreed it with changes"));
    refused(
        &desk.send(&world, "/versions/3/adopt", &[("version", &desk.version(&world, 3).await.version.version.to_string())]).await,
        "Write those changes in",
    );
    leads_to(&desk.send(&world, "/draft", &[("from", "3")]).await, "/charter/draft");
    let whole = desk.see("/draft/text").await;
    let text = area(&whole, "text").replace("It meets in public.", "It meets in public, unless the chair rules otherwise.");
    leads_to(&desk.send(&world, "/draft/text", &[("version", &of(&whole, "version")), ("text", &text)]).await, "/charter/draft");
    let page = desk.see("/draft/changes").await;
    assert!(page.contains(words) && page.contains("unless the chair rules otherwise"), "{page}");
    leads_to(&desk.send(&world, "/draft/changes", &[("version", &of(&page, "version"))]).await, "/versions/4");
    let adopting = desk.see("/versions/4/adopt").await;
    leads_to(&desk.send(&world, "/versions/4/adopt", &[("version", &of(&adopting, "version")), ("starts_on", "1 May 2026")]).await, "/versions/4");
    let found = terms::in_force(&mut world.read().await, desk.body, date(2026, 5, 1)).await.unwrap().unwrap();
    assert_eq!((found.version.number, found.version.adopted_on), (4, Some(AHEAD)));
    assert_eq!(terms::in_force(&mut world.read().await, desk.body, date(2026, 4, 30)).await.unwrap().unwrap().version.number, 1);
});

story!(a_draft_is_begun_from_a_model_and_set_aside_without_loss, |world: World| async move {
    let desk = Desk::of(&world).await;
    let page = desk.see("/models/working-group").await;
    let blanks: Vec<String> = (1..40).map(|n| format!("blank-{n}")).take_while(|name| page.contains(&format!("name=\"{name}\""))).collect();
    assert!(!blanks.is_empty());
    let value = |name: &str| {
        let numeric = page.split_once(&format!("name=\"{name}\"")).unwrap().1.split_once('>').unwrap().0.contains("numeric");
        if numeric { "4" } else { "Wealdshire Skills" }
    };
    let fields: Vec<(&str, &str)> = blanks.iter().map(|name| (name.as_str(), value(name))).collect();
    leads_to(&desk.send(&world, "/models/working-group", &fields).await, "/charter/draft");
    assert!(desk.see("/draft").await.contains("Wealdshire Skills"));
    for family in charter::form::Family::ALL {
        desk.see(&format!("/draft/forms/{}", family.name())).await;
    }
    let fields = [("every", "2"), ("every_unit", "years"), ("number", "99"), ("behind", "first"), ("words", "")];
    leads_to(&desk.send(&world, "/draft/forms/review", &fields).await, "#clause-99");
    assert!(desk.see("/draft").await.contains("The body must review these terms every 2 years."));
    let page = desk.see("/draft/aside").await;
    leads_to(&desk.send(&world, "/draft/aside", &[("version", &of(&page, "version"))]).await, "/versions/2");
    assert!(desk.see("/versions/2").await.contains("Wealdshire Skills"));
    assert!(desk.see("/draft").await.contains("What do you begin from?"));
});
