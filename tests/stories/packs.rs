//! The agenda's papers as one file: in two editions with the same numbers, frozen with each sending, and never with more than its
//! readers may read.

use access::{House, System};
use jiff::civil::{date, time};
use kernel::{BodyId, ItemId, MeetingId, PaperId, PartnershipId};
use matters::model::{NewPaper, RecommendationKind, SentFile};
use meetings::model::NewItem;
use meetings::rights::CallMeeting;
use store::{args, sql};
use uuid::Uuid;

use crate::pdf::{self, Pdf};
use crate::scene::{Scene, scene};
use crate::visitor::{Answer, Visitor, hidden};
use crate::world::{World, story};

/// A board whose documents are open to everybody, with a meeting in April.
struct Board {
    house: House,
    scene: Scene,
    story: System,
    partnership: PartnershipId,
    body: BodyId,
    meeting: MeetingId,
    ground: Uuid,
}

impl Board {
    async fn of(world: &World) -> Self {
        let scene = scene(world).await;
        let known = meetings::store::meeting(&mut world.read().await, scene.meeting).await.unwrap();
        let story = System::named("story");
        let arrangements =
            meetings::model::Arrangements { starts_at: Some(time(10, 0, 0, 0)), place: Some("Town hall".to_owned()), ..Default::default() };
        let plan = meetings::acts::Plan::ordinary(vec![date(2026, 4, 20)], arrangements, world.house.today());
        let meeting = meetings::acts::plan(&world.house, &story.permit(known.body, known.partnership), &plan).await.unwrap()[0];
        let ground = matters::store::grounds(&mut world.read().await, known.body).await.unwrap()[0].id;
        Self { house: world.house.clone(), scene, story, partnership: known.partnership, body: known.body, meeting, ground }
    }

    fn calls(&self) -> access::Permit<CallMeeting> {
        self.story.permit(self.meeting, self.partnership)
    }

    async fn item(&self, title: &str) -> ItemId {
        meetings::acts::add_item(&self.house, &self.calls(), &NewItem::business(title)).await.unwrap()
    }

    fn titled(&self, item: ItemId, title: &str) -> NewPaper {
        NewPaper { meeting: Some(self.meeting), item: Some(item), ..NewPaper::titled(title) }
    }

    async fn file(&self, name: &str, pages: &[&str]) -> SentFile {
        let mut incoming = self.house.store.incoming().await.unwrap();
        incoming.take(&pdf::pages(pages)).await.unwrap();
        SentFile { name: name.to_owned(), content: incoming.end().await.unwrap() }
    }

    async fn lodge(&self, new: NewPaper, pages: &[&str]) -> PaperId {
        let file = if pages.is_empty() { None } else { Some(self.file("report.pdf", pages).await) };
        matters::acts::lodge_paper(&self.house, &self.story.permit(self.body, self.partnership), new, file).await.unwrap()
    }

    async fn lodge_exempt(&self, item: ItemId, title: &str, pages: &[&str]) -> PaperId {
        let new =
            NewPaper { exempt: true, ground: Some(self.ground), exempt_reason: Some("It names a price.".to_owned()), ..self.titled(item, title) };
        self.lodge(new, pages).await
    }

    async fn replace(&self, paper: PaperId, pages: &[&str]) {
        let file = self.file("newer.pdf", pages).await;
        matters::acts::replace_file(&self.house, &self.story.permit(paper, self.partnership), file, None, None).await.unwrap();
    }

    async fn send(&self) {
        let sending = meetings::acts::Sending { letters: true, ..Default::default() };
        meetings::acts::send(&self.house, &self.calls(), &sending).await.unwrap();
    }

    async fn member(&self, world: &World) -> Visitor {
        Visitor::signed_in(&world.house, &world.address, self.scene.reader("member").person.unwrap()).await
    }

    async fn officer(&self, world: &World) -> Visitor {
        Visitor::signed_in(&world.house, &world.address, self.scene.reader("secretary").person.unwrap()).await
    }

    fn at(&self, path: &str) -> String {
        format!("/meetings/{}{path}", self.meeting)
    }
}

/// A pack as somebody reads it: its pages' words, each by the number that stands on it.
struct Pack {
    pdf: Pdf,
    /// The label that a reader's program shows, and the words.
    pages: Vec<(String, String)>,
}

fn read(answer: &Answer) -> Pack {
    assert_eq!(answer.status, 200, "{}", answer.text());
    assert_eq!(answer.headers["content-type"], "application/pdf");
    let pdf = Pdf::read(&answer.body);
    let labels = pdf.labels();
    let words = (1..=u32::try_from(pdf.pages().len()).unwrap()).map(|n| pdf.page(n).replace(" ,", ","));
    let pages: Vec<(String, String)> = labels.into_iter().zip(words).collect();
    for (label, words) in &pages {
        assert!(words.contains(&format!("Page {label}")), "the number {label} is stamped on its page: {words}");
    }
    Pack { pdf, pages }
}

impl Pack {
    fn labels(&self) -> Vec<&str> {
        self.pages.iter().map(|(label, _)| label.as_str()).collect()
    }

    /// The label of the page that says this, the front left aside.
    fn place_of(&self, words: &str) -> &str {
        let found = self.pages.iter().skip(2).find(|(_, text)| text.contains(words));
        &found.unwrap_or_else(|| panic!("no page says {words}: {:?}", self.pages)).0
    }
}

story!(a_pack_holds_each_paper_behind_its_item_and_both_editions_bear_the_same_numbers, |world: World| async move {
    let board = Board::of(&world).await;
    let (streets, sale, budget) = (board.item("Safer streets").await, board.item("Sale of the depot").await, board.item("Budget").await);
    board.lodge(board.titled(streets, "Bids for the fund"), &["bids one", "bids two", "bids three"]).await;
    board.lodge_exempt(sale, "CANARY-title of the offer", &["CANARY-offer one", "CANARY-offer two"]).await;
    let written = NewPaper {
        summary: Some("The reserves stand at **a tenth** of the year.".to_owned()),
        recommendations: vec![(RecommendationKind::Recommendation, "That the budget be agreed".to_owned())],
        ..board.titled(budget, "Budget for the year")
    };
    board.lodge(written, &[]).await;
    let officer = board.officer(&world).await;
    let draft = read(&officer.get(&board.at("/pack/draft.pdf")).await);
    board.send().await;
    let (member, anybody) = (board.member(&world).await, Visitor::anybody(&world.address));
    let whole = read(&member.get(&board.at("/pack.pdf")).await);
    // A cover, the agenda, three pages, two, and the one that was written here.
    assert_eq!(whole.labels(), ["1", "2", "3", "4", "5", "6", "7", "8"]);
    assert_eq!(draft.labels(), whole.labels(), "the officer saw it before it went out");
    assert_eq!([whole.place_of("bids one"), whole.place_of("bids three"), whole.place_of("CANARY-offer one")], ["3", "5", "6"]);
    assert!(whole.pages[2].1.contains("Page 3 · item 1") && whole.pages[5].1.contains("Page 6 · item 2"), "{:?}", whole.pages);
    assert!(whole.pages[7].1.contains("a tenth") && whole.pages[7].1.contains("That the budget be agreed"), "{:?}", whole.pages[7]);
    // The agenda says where each stands, and its links lead there.
    let agenda = &whole.pages[1].1;
    assert!(agenda.contains("Bids for the fund, pages 3–5") && agenda.contains("Budget for the year, page 8"), "{agenda}");
    assert_eq!(whole.pdf.links(2), [2, 5, 7], "links of the agenda lead to the pages");
    let outline = whole.pdf.outline();
    for entry in [(0, "1. Safer streets"), (1, "Bids for the fund"), (0, "2. Sale of the depot"), (0, "3. Budget")] {
        assert!(outline.iter().any(|(depth, title)| (*depth, title.as_str()) == entry), "{outline:?}");
    }
    // It makes no claim that its parts may not keep.
    assert!(!whole.pdf.everything().contains("pdfuaid") && whole.pdf.0.catalog().unwrap().get(b"MarkInfo").is_err());
    let page = member.get(&board.at("/pack")).await.text();
    assert!(page.contains("The pack makes no such claim") && page.contains(&board.at("/agenda.pdf")), "{page}");

    // The public edition: no byte of what is exempt, and the same numbers.
    let answer = anybody.get(&board.at("/public/pack.pdf")).await;
    let public = read(&answer);
    assert_eq!(public.labels(), ["1", "2", "3", "4", "5", "6–7", "8"]);
    assert!(!public.pdf.everything().contains("CANARY"), "{}", public.pdf.everything());
    assert!(!String::from_utf8_lossy(&answer.body).contains("CANARY"));
    for words in ["bids one", "bids two", "bids three", "a tenth"] {
        assert_eq!(public.place_of(words), whole.place_of(words), "{words}");
    }
    let sheet = &public.pages[5].1;
    assert!(sheet.contains("Financial or business affairs") && sheet.contains("pages 6–7") && sheet.contains("item 2"), "{sheet}");
    assert!(anybody.get(&board.at("/pack.pdf")).await.status != 200 && anybody.get(&board.at("/pack")).await.status != 200);

    // The same numbers where the agenda is read, and to everybody.
    let reader = member.get(&board.at("")).await.text();
    assert!(reader.contains("pages 3–5") && reader.contains(&board.at("/pack.pdf")), "{reader}");
    let open = anybody.get(&board.at("/public")).await.text();
    assert!(open.contains("pages 3–5") && open.contains(&board.at("/public/pack.pdf")) && !open.contains("CANARY"), "{open}");
    assert!(officer.get(&board.at("/prepare")).await.text().contains(&board.at("/pack/draft.pdf")));
    let agenda = Pdf::read(&member.get(&board.at("/agenda.pdf")).await.body);
    assert!(agenda.words().replace(" ,", ",").contains("Bids for the fund, pages 3–5"), "{}", agenda.words());
});

sql!(LETTERS, "select plain as content from letter where record_id = $1 and purpose = 'invitation' order by id");

/// The letters about a meeting.
async fn letters(world: &World, meeting: MeetingId) -> Vec<String> {
    world.read().await.each(&LETTERS, args![meeting], |row| row.get("content")).await.unwrap()
}

story!(what_comes_later_is_a_numbered_supplement_and_a_page_keeps_its_number, |world: World| async move {
    let board = Board::of(&world).await;
    let (streets, flood, sale) = (board.item("Safer streets").await, board.item("Flood plan").await, board.item("Depot").await);
    let bids = board.lodge(board.titled(streets, "Bids for the fund"), &["bids one", "bids two"]).await;
    let plan = board.lodge(NewPaper { to_follow: true, ..board.titled(flood, "Flood plan") }, &[]).await;
    let survey = board.lodge(board.titled(sale, "Survey of the depot"), &["survey one"]).await;
    board.send().await;
    let (member, anybody) = (board.member(&world).await, Visitor::anybody(&world.address));
    let first = read(&member.get(&board.at("/pack.pdf")).await);
    assert_eq!(first.labels(), ["1", "2", "3", "4", "5"]);
    assert!(first.pages[1].1.contains("Flood plan (To follow)"), "{:?}", first.pages[1]);
    assert_eq!(member.get(&board.at("/pack/1/supplement.pdf")).await.status, 404, "the first sending is no supplement");

    // One arrives, one is replaced, one is withdrawn.
    world.move_to(date(2026, 3, 10), 9, 0);
    board.replace(plan, &["flood one", "flood two"]).await;
    board.replace(bids, &["bids anew"]).await;
    matters::acts::withdraw_paper(&world.house, &board.story.permit(survey, board.partnership), "The surveyor has found an error.").await.unwrap();
    board.send().await;
    let member = board.member(&world).await;
    let second = read(&member.get(&board.at("/pack.pdf")).await);
    assert_eq!(second.labels(), ["1", "2", "3–4", "6", "7", "8", "5"]);
    assert_eq!([second.place_of("bids anew"), second.place_of("flood one"), second.place_of("flood two")], ["6", "7", "8"]);
    assert!(second.pages[2].1.contains("replaced") && second.pages[2].1.contains('6'), "{:?}", second.pages[2]);
    let tombstone = &second.pages[6].1;
    assert!(tombstone.contains("withdrawn on 10 March 2026: The surveyor has found an error."), "{tombstone}");
    assert!(!second.pdf.everything().contains("survey one") && !second.pdf.everything().contains("bids two"));
    assert!(second.pages[1].1.contains("withdrawn on 10 March 2026"), "the agenda says so too: {:?}", second.pages[1]);

    // The supplement holds what is new and only that.
    let supplement = read(&member.get(&board.at("/pack/2/supplement.pdf")).await);
    assert_eq!(supplement.labels(), ["S1.1", "6", "7", "8"]);
    assert!(supplement.pages[0].1.contains("Supplement 1") && supplement.pages[0].1.contains("10 March 2026"), "{:?}", supplement.pages[0]);
    assert_eq!(read(&anybody.get(&board.at("/public/pack/2/supplement.pdf")).await).labels(), ["S1.1", "6", "7", "8"]);
    // Everybody is told what is new, and only that.
    let (first, later): (Vec<String>, Vec<String>) =
        letters(&world, board.meeting).await.into_iter().partition(|letter| letter.contains("1. Safer streets"));
    assert!(first.len() > 2 && first.len() == later.len(), "{} {}", first.len(), later.len());
    for letter in &later {
        assert!(letter.contains("Flood plan (pages 7–8 of the pack)") && letter.contains("Bids for the fund (page 6 of the pack)"), "{letter}");
        assert!(letter.contains("was withdrawn: Survey of the depot"), "{letter}");
        assert!(letter.contains(&board.at("/pack")), "{letter}");
    }
    // What went out at first can still be read as it went out, but for what was withdrawn since.
    let as_it_was = read(&member.get(&board.at("/pack/1/pack.pdf")).await);
    assert_eq!(as_it_was.labels(), ["1", "2", "3", "4", "5"]);
    assert_eq!(as_it_was.place_of("bids two"), "4");
    let page = member.get(&board.at("/pack")).await.text();
    assert!(page.contains("Supplement 1") && page.contains("Withdrawn") && page.contains("Replaced"), "{page}");
    // The minutes name the pages that were before the meeting.
    world.move_to(date(2026, 4, 20), 10, 5);
    meetings::acts::open(&world.house, &board.calls()).await.unwrap();
    meetings::acts::close(&world.house, &board.calls(), None).await.unwrap();
    let minutes = board.officer(&world).await.get(&board.at("/minutes")).await.text();
    assert!(minutes.contains("pages 7–8") && minutes.contains("page 6"), "{minutes}");
});

story!(a_paper_that_becomes_exempt_leaves_the_public_pack_at_once, |world: World| async move {
    let board = Board::of(&world).await;
    let streets = board.item("Safer streets").await;
    let bids = board.lodge(board.titled(streets, "CANARY-bids"), &["CANARY-one", "CANARY-two"]).await;
    board.lodge(board.titled(streets, "Annex"), &["annex"]).await;
    board.send().await;
    let anybody = Visitor::anybody(&world.address);
    let before = read(&anybody.get(&board.at("/public/pack.pdf")).await);
    assert_eq!([before.place_of("CANARY-one"), before.place_of("annex")], ["3", "5"]);
    let paper = matters::store::paper(&mut world.read().await, bids).await.unwrap();
    let exempt =
        NewPaper { exempt: true, ground: Some(board.ground), exempt_reason: Some("It names a price.".to_owned()), ..NewPaper::titled("CANARY-bids") };
    let exempt = NewPaper { summary: Some("kept".to_owned()), ..exempt };
    matters::acts::change_paper(&world.house, &board.story.permit(bids, board.partnership), exempt, paper.version).await.unwrap();
    let after = read(&anybody.get(&board.at("/public/pack.pdf")).await);
    assert_eq!(after.place_of("annex"), "5");
    assert!(!after.pdf.everything().contains("CANARY"), "{}", after.pdf.everything());
    assert!(!anybody.get(&board.at("/public/pack")).await.text().contains("CANARY"));
});

story!(a_body_that_keeps_its_papers_has_no_public_pack, |world: World| async move {
    let board = Board::of(&world).await;
    let streets = board.item("Safer streets").await;
    board.lodge(board.titled(streets, "Bids"), &["bids"]).await;
    board.send().await;
    let kept = bodies::model::Openness { class: bodies::model::DocumentClass::Papers, audience: bodies::model::Audience::Members, clause: None };
    bodies::acts::choose_openness(&world.house, &board.story.permit(board.body, board.partnership), &kept).await.unwrap();
    let anybody = Visitor::anybody(&world.address);
    assert_eq!(anybody.get(&board.at("/public/pack.pdf")).await.status, 404);
    assert_eq!(anybody.get(&board.at("/public/pack")).await.status, 404);
    assert!(!anybody.get(&board.at("/public")).await.text().contains("/public/pack"));
});

/// What an officer typed and sent, with the key that the form was opened with.
async fn filled(officer: &Visitor, form: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
    let key = hidden(&officer.get(form).await.text(), "key").unwrap();
    let all: Vec<(&str, &str)> = [("key", key.as_str()), ("version", "0")].into_iter().chain(fields.iter().copied()).collect();
    let answer = officer.send(path, &all).await;
    assert_eq!(answer.status, 303, "{path}: {}", answer.text());
    answer
}

story!(the_report_of_5_july_2006_goes_from_upload_to_the_public_and_its_seven_recommendations_to_the_minutes, |world: World| async move {
    let records = folkmoot::archive::files::read(&folkmoot::archive::files::Place::Program).unwrap();
    let borough = records.folders.iter().find(|folder| folder.papers.contains_key("2006-07-05-restructuring")).unwrap();
    let report = &borough.papers["2006-07-05-restructuring"];
    let (asks, notes): (Vec<String>, Vec<String>) =
        (report.recommendations.iter().map(|one| one.text.clone()).collect(), report.to_note.iter().map(|one| one.text.clone()).collect());
    assert_eq!((asks.len(), notes.len()), (7, 1));
    let board = Board::of(&world).await;
    let item = board.item("Re-structuring the partnership").await;
    let officer = board.officer(&world).await;
    // The officer uploads it for the item.
    let slug = meetings::store::meeting(&mut world.read().await, board.meeting).await.unwrap().body_slug;
    let form = format!("/bodies/{slug}/papers/new?meeting={}&item={item}", board.meeting);
    let page = officer.get(&form).await.text();
    assert!(page.contains("Re-structuring the partnership"), "the form names the item: {page}");
    let (key, meeting, of_item) = (hidden(&page, "key").unwrap(), board.meeting.to_string(), item.to_string());
    let (typed, to_note) = (asks.join("\n"), notes.join("\n"));
    let fields = [
        ("key", key.as_str()),
        ("version", "0"),
        ("meeting", &meeting),
        ("item", &of_item),
        ("title", &report.paper.title),
        ("kind", "report"),
        ("recommendations", &typed),
        ("to_note", &to_note),
    ];
    let words: Vec<&str> = report.paper.text.split("\n\n").map(str::trim).filter(|text| !text.is_empty()).collect();
    let first_words: Vec<String> = words.iter().map(|text| text.split_whitespace().take(8).collect::<Vec<_>>().join(" ")).collect();
    let pages: Vec<&str> = first_words.iter().map(String::as_str).collect();
    let lodged =
        officer.upload(&format!("/bodies/{slug}/papers/new"), &fields, "file", "restructuring.pdf", pdf::pages(&pages).into()).await.unwrap();
    assert_eq!(lodged.status, 303, "{}", lodged.text());
    let paper = lodged.location().unwrap().to_owned();
    let anybody = Visitor::anybody(&world.address);
    assert_ne!(anybody.get(&paper).await.status, 200, "nobody outside reads it before the agenda goes out");
    filled(&officer, &board.at("/send"), &board.at("/send"), &[]).await;
    // Everybody reads it, alone and in the pack, with what it asks.
    let public = anybody.get(&paper).await.text();
    assert!(asks.iter().chain(&notes).all(|ask| public.contains(&web_text(ask))), "{public}");
    assert_eq!(anybody.get(&format!("{paper}/file")).await.status, 200);
    let pack = read(&anybody.get(&board.at("/public/pack.pdf")).await);
    assert_eq!(pack.place_of(pages[1]), "4");
    // Its recommendations are decided one by one.
    world.move_to(date(2026, 4, 20), 10, 5);
    let officer = board.officer(&world).await;
    meetings::acts::open(&world.house, &board.calls()).await.unwrap();
    let offered = officer.get(&format!("/items/{item}/motions/new")).await.text();
    let recommendations = matters::store::recommendations_of_meeting(&mut world.read().await, board.meeting).await.unwrap();
    for (_, ask) in recommendations.iter().filter(|(_, ask)| ask.kind == RecommendationKind::Recommendation) {
        let id = ask.id.to_string();
        assert!(offered.contains(&id), "{offered}");
        filled(&officer, &format!("/items/{item}/motions/new"), &format!("/items/{item}/motions"), &[("recommendation", &id)]).await;
    }
    let motions = decisions::store::of_meeting(&mut world.read().await, board.meeting).await.unwrap();
    assert_eq!(motions.len(), 7);
    for (n, motion) in motions.iter().enumerate() {
        let at = format!("/motions/{}", motion.id);
        let outcome = if n == 2 { "deferred" } else { "agreed" };
        filled(&officer, &at, &format!("{at}/decide"), &[("outcome", outcome), ("how", "consensus"), ("words", &motion.words)]).await;
    }
    // And stand in the minutes, six agreed and one deferred, beside the pages they came from.
    meetings::acts::close(&world.house, &board.calls(), None).await.unwrap();
    let minutes = officer.get(&board.at("/minutes")).await.text();
    assert!(asks.iter().all(|ask| minutes.contains(&web_text(ask))), "{minutes}");
    assert_eq!((minutes.matches("Deferred").count() > 0, minutes.matches("Agreed").count() >= 6), (true, true), "{minutes}");
    let last = 2 + pages.len();
    assert!(minutes.contains(&format!("pages 3–{last}")), "{minutes}");
    for (name, act) in [("ask-clearance", "/minutes/ask-clearance"), ("clear", "/minutes/clear"), ("circulate", "/minutes/circulate")] {
        let page = officer.get(&board.at("/minutes")).await.text();
        let (key, version) = (hidden(&page, "key").unwrap(), hidden(&page, "version").unwrap());
        let answer = officer.send(&board.at(act), &[("key", &key), ("version", &version)]).await;
        assert_eq!(answer.status, 303, "{name}: {}", answer.text());
    }
    let shown = anybody.get(&board.at("/minutes/public")).await.text();
    assert!(asks.iter().all(|ask| shown.contains(&web_text(ask))), "{shown}");
    let file = Pdf::read(&anybody.get(&board.at("/public/minutes.pdf")).await.body);
    assert!(file.words().contains(&format!("pages 3–{last}")), "{}", file.words());
    // In Word they are the same seven, in their order, each with what became of it.
    let docx = crate::word::read(&anybody.get(&board.at("/public/minutes.docx")).await);
    let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let lines: Vec<String> = docx.paragraphs.iter().map(|line| one_line(line)).collect();
    let decided: Vec<usize> =
        asks.iter().map(|ask| lines.iter().position(|line| line.contains(&one_line(ask))).unwrap_or_else(|| panic!("{ask}: {lines:#?}"))).collect();
    assert!(decided.windows(2).all(|two| two[0] < two[1]), "{decided:?}");
    for (n, at) in decided.iter().enumerate() {
        assert!(lines[*at].starts_with(if n == 2 { "Deferred" } else { "Agreed" }), "{}", lines[*at]);
    }
    assert!(lines.iter().any(|line| line.contains(&format!("pages 3–{last}"))), "{lines:#?}");
});

/// Words as a page has them.
fn web_text(words: &str) -> String {
    words.replace('&', "&amp;").replace('\'', "&#x27;")
}

story!(the_officer_sees_how_many_copies_to_print_and_for_whom_and_prints_plates_and_a_sheet_to_sign, |world: World| async move {
    let board = Board::of(&world).await;
    let streets = board.item("Safer streets").await;
    board.lodge(board.titled(streets, "Bids"), &["bids"]).await;
    board.send().await;
    let officer = board.officer(&world).await;
    let page = officer.get(&board.at("/pack")).await.text();
    assert!(page.contains("Nobody who is expected asked for papers in print."), "{page}");
    let member = board.scene.reader("member").person.unwrap();
    let keep = format!("/people/{member}/keep");
    filled(&officer, &keep, &format!("{keep}/paper"), &[("on_paper", "yes")]).await;
    assert!(officer.get(&keep).await.text().contains("They asked for the papers of their meetings in print."));
    let page = officer.get(&board.at("/pack")).await.text();
    assert!(page.contains("Print one copy of the members") && page.contains("Max Member"), "{page}");
    let theirs = board.member(&world).await.get(&board.at("/pack")).await.text();
    assert!(!theirs.contains("Max Member") || !theirs.contains("Print one copy"), "who reads on paper is the secretariat's to know: {theirs}");
    let plates = Pdf::read(&officer.get(&board.at("/name-plates.pdf")).await.body);
    let sheet = Pdf::read(&officer.get(&board.at("/sign-in-sheet.pdf")).await.body);
    assert_eq!(plates.pages().len(), 3, "a plate for each who was invited");
    for name in ["Cora Chair", "Max Member", "Ada Away"] {
        assert!(plates.words().contains(name) && sheet.words().contains(name), "{name}: {} {}", plates.words(), sheet.words());
    }
    // Whoever sends apologies has no plate, and the substitute has one.
    let invitation = |person| {
        let meeting = board.meeting;
        let world = &world;
        async move { crate::scene::invitation_of(&mut world.read().await, meeting, person).await }
    };
    let mine = invitation(member).await;
    let answer = meetings::model::Answer {
        reply: meetings::model::Reply::Substitute,
        substitute: Some(meetings::model::Substitute::Named("Sidney Standin".to_owned())),
        note: None,
    };
    meetings::acts::answer(&world.house, &board.story.permit(mine, board.partnership), 1, &answer, None).await.unwrap();
    let plates = Pdf::read(&officer.get(&board.at("/name-plates.pdf")).await.body).words();
    assert!(plates.contains("Sidney Standin") && !plates.contains("Max Member Max Member's seat"), "{plates}");
    assert_ne!(board.member(&world).await.get(&board.at("/sign-in-sheet.pdf")).await.status, 200);
});
