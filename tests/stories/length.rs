//! How long a paper may be by the terms: said where one is lodged or written, beside one that is longer, and in the charter's record.

use access::System;
use folkmoot::charter_record::record_of;
use jiff::civil::{date, time};
use kernel::MeetingId;
use meetings::model::NewItem;
use meetings::rights::CallMeeting;

use crate::pdf;
use crate::scene::scene;
use crate::visitor::{Answer, Visitor, hidden};
use crate::world::{World, story};

struct Desk {
    slug: String,
    partnership: kernel::PartnershipId,
    body: kernel::BodyId,
    meeting: MeetingId,
    item: kernel::ItemId,
    officer: Visitor,
    anybody: Visitor,
}

impl Desk {
    /// The desk of a board whose terms say this of its papers.
    async fn of(world: &World, rule: &str) -> Self {
        let scene = scene(world).await;
        let known = meetings::store::meeting(&mut world.read().await, scene.meeting).await.unwrap();
        let (partnership, body) = (known.partnership, known.body);
        let story = System::named("story");
        let text =
            format!("---\nbody: {}\nnation: England and Wales\n---\n# Terms\n\n**5.6** How long papers are.\n\n> Rule: {rule}\n", known.body_name);
        let version = terms::NewVersion { text, adoption_not_recorded: true, ..terms::NewVersion::default() };
        terms::acts::lay(&world.house, &story.permit(body, partnership), version).await.unwrap();
        let arrangements =
            meetings::model::Arrangements { starts_at: Some(time(10, 0, 0, 0)), place: Some("Town hall".to_owned()), ..Default::default() };
        let plan = meetings::acts::Plan::ordinary(vec![date(2026, 4, 20)], arrangements, world.house.today());
        let meeting = meetings::acts::plan(&world.house, &story.permit(body, partnership), &plan).await.unwrap()[0];
        let calls = story.permit::<CallMeeting>(meeting, partnership);
        let item = meetings::acts::add_item(&world.house, &calls, &NewItem::business("Safer streets")).await.unwrap();
        let officer = Visitor::signed_in(&world.house, &world.address, scene.reader("secretary").person.unwrap()).await;
        Self { slug: known.body_slug, partnership, body, meeting, item, officer, anybody: Visitor::anybody(&world.address) }
    }

    fn lodging(&self) -> String {
        format!("/bodies/{}/papers/new?meeting={}&item={}", self.slug, self.meeting, self.item)
    }

    /// Lodges a file with so many pages.
    async fn lodge(&self, pages: usize, more: &[(&str, &str)]) -> Answer {
        let form = self.officer.get(&self.lodging()).await.text();
        let (key, meeting, item) = (hidden(&form, "key").unwrap(), self.meeting.to_string(), self.item.to_string());
        let fields = [("key", key.as_str()), ("meeting", &meeting), ("item", &item), ("title", "Bids for the fund"), ("kind", "report")];
        let said = |name: &str| more.iter().any(|(known, _)| *known == name);
        let fields: Vec<(&str, &str)> = fields.into_iter().filter(|(name, _)| !said(name)).chain(more.iter().copied()).collect();
        let file = pdf::pages(&vec!["bids"; pages]).into();
        self.officer.upload(&format!("/bodies/{}/papers/new", self.slug), &fields, "file", "bids.pdf", file).await.unwrap()
    }

    async fn send(&self, world: &World) {
        let calls = System::named("story").permit::<CallMeeting>(self.meeting, self.partnership);
        meetings::acts::send(&world.house, &calls, &meetings::acts::Sending::default()).await.unwrap();
    }
}

/// What stands on a page, with no more than one space between words.
fn words(answer: &Answer) -> String {
    answer.text().split_whitespace().collect::<Vec<_>>().join(" ")
}

story!(a_paper_longer_than_the_terms_ask_is_taken_and_says_so, |world: World| async move {
    let desk = Desk::of(&world, "the papers should be sent in at most 8 pages.").await;
    let form = words(&desk.officer.get(&desk.lodging()).await);
    assert!(form.contains("The terms ask for at most 8 pages"), "{form}");
    assert!(form.contains(&format!("/bodies/{}/charter#", desk.slug)), "{form}");
    assert!(!form.contains("longer_reason"), "nothing is asked where it is only hoped for");

    let short = desk.lodge(8, &[]).await;
    assert_eq!(short.status, 303, "{}", words(&short));
    let page = words(&desk.officer.get(short.location().unwrap()).await);
    assert!(!page.contains("at most 8 pages"), "{page}");

    let long = desk.lodge(11, &[("title", "Bids at length")]).await;
    assert_eq!(long.status, 303, "{}", words(&long));
    let page = words(&desk.officer.get(long.location().unwrap()).await);
    assert!(page.contains("The terms ask for at most 8 pages; this has 11"), "{page}");

    let writing = desk.officer.get(&format!("/bodies/{}/papers/write?meeting={}&item={}", desk.slug, desk.meeting, desk.item)).await;
    assert!(words(&writing).contains("The terms ask for at most 8 pages"));
    let key = hidden(&writing.text(), "key").unwrap();
    let text = "A line of the report.\n\n".repeat(600);
    let fields = [("key", key.as_str()), ("title", "Written at length"), ("kind", "report"), ("text", &text), ("then", "preview")];
    let preview = words(&desk.officer.send(&format!("/bodies/{}/papers/write", desk.slug), &fields).await);
    assert!(preview.contains("The terms ask for at most 8 pages; this has"), "{preview}");

    // The record has each paper's pages once it went out, and the terms are judged by them.
    let pages = async || -> Vec<(String, Option<u32>)> {
        let record = record_of(&world.house, &desk.slug, world.house.today()).await.unwrap();
        let mut papers: Vec<_> = record
            .sent
            .into_iter()
            .filter(|sent| sent.meeting == Some(desk.meeting.to_string()))
            .filter_map(|sent| Some((sent.title?, sent.pages)))
            .collect();
        papers.sort();
        papers
    };
    assert!(pages().await.is_empty());
    desk.send(&world).await;
    assert_eq!(pages().await, [("Bids at length".to_owned(), Some(11)), ("Bids for the fund".to_owned(), Some(8))]);
    let record = record_of(&world.house, &desk.slug, world.house.today()).await.unwrap();
    let charter = terms::newest(&mut world.read().await, desk.body, world.house.today()).await.unwrap().unwrap().charter;
    let verdicts = charter::evaluate(&charter, &record, world.house.today());
    let of = |title: &str| verdicts.iter().filter(|v| v.sentence.contains(title)).map(|v| v.state).collect::<Vec<_>>();
    assert_eq!(of("“Bids at length”"), [charter::State::Expected], "{verdicts:#?}");
    assert_eq!(of("“Bids for the fund”"), [charter::State::Met], "{verdicts:#?}");
    let standing = words(&desk.officer.get(&format!("/bodies/{}/standing", desk.slug)).await);
    assert!(standing.contains("Bids at length"), "{standing}");
    let outside = desk.anybody.get(&format!("/bodies/{}/standing", desk.slug)).await;
    assert!(!words(&outside).contains("Bids at length"), "an outsider is told of no paper by name: {}", words(&outside));
});

story!(a_paper_longer_than_the_terms_allow_takes_a_reason_that_stays_in_the_record, |world: World| async move {
    let desk = Desk::of(&world, "a report must be sent in at most 3 pages, unless the chair agrees.").await;
    let form = words(&desk.officer.get(&desk.lodging()).await);
    assert!(form.contains("The terms allow at most 3 pages"), "{form}");
    assert!(form.contains("Why it is longer, and whether the chair agreed"), "{form}");

    let refused = desk.lodge(5, &[]).await;
    assert_eq!(refused.status, 422, "{}", words(&refused));
    assert!(words(&refused).contains("The paper has 5 pages, and the terms allow at most 3 unless the chair agrees."), "{}", words(&refused));
    assert!(refused.text().contains("Bids for the fund"), "what was typed is kept");

    let taken = desk.lodge(5, &[("longer_reason", "The chair agreed: the tables are needed.")]).await;
    assert_eq!(taken.status, 303, "{}", words(&taken));
    let at = taken.location().unwrap().to_owned();
    let page = desk.officer.get(&at).await;
    assert!(words(&page).contains("The terms allow at most 3 pages; this has 5"), "{}", words(&page));
    let history = desk.officer.get(&at.replace("/papers/", "/history/")).await;
    assert_eq!(history.status, 200);
    assert!(
        words(&history).contains("5.6") && words(&history).contains("the tables are needed"),
        "the entry names clause and reason: {}",
        words(&history)
    );

    // A briefing is no report.
    let briefing = desk.lodge(5, &[("kind", "briefing")]).await;
    assert_eq!(briefing.status, 303, "{}", words(&briefing));

    // Nor does a newer file slip in.
    let key = hidden(&page.text(), "key").unwrap();
    let fields = [("key", key.as_str()), ("reason", "The tables again.")];
    let newer = desk.officer.upload(&format!("{at}/replace"), &fields, "file", "newer.pdf", pdf::pages(&["x"; 6]).into()).await.unwrap();
    assert_eq!(newer.status, 422, "{}", words(&newer));
    assert!(words(&newer).contains("The paper has 6 pages"), "{}", words(&newer));
});
