//! Letters go out by a mail server, which takes some, refuses some and is not always there.

use std::io::BufRead as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;

use access::{House, Post, Security, Settings, System, Transport};
use bodies::model::{NewAppointment, NewOffice, NewPartnership, NewSeat, OfficeKind, Role, SeatClass};
use folkmoot::worker::work_off;
use jiff::civil::{date, time};
use kernel::{BodyId, MeetingId, PartnershipId, PersonId};
use mail::{LetterLine, LetterState};
use mail_parser::MessageParser;
use meetings::acts::{Plan, Sending};
use meetings::model::{Arrangements, NewItem};
use meetings::rights::CallMeeting;
use people::model::NewPerson;

use crate::visitor::Visitor;
use crate::world::{TODAY, World, story};

/// A mail server of the story's own.
pub struct PostOffice {
    server: Child,
    port: u16,
    folder: PathBuf,
}

impl PostOffice {
    fn open(folder: &Path, port: u16) -> Self {
        Self::with(folder, port, &[])
    }

    /// One that takes letters only from whoever knows the password.
    fn locked(folder: &Path, password: &str) -> Self {
        Self::with(folder, 0, &[password])
    }

    /// One that besides speaks TLS, from the first byte (`tls`) or once asked (`starttls`).
    fn encrypted(folder: &Path, password: &str, how: &str) -> Self {
        Self::with(folder, 0, &[password, how])
    }

    fn with(folder: &Path, port: u16, more: &[&str]) -> Self {
        let program = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/stories/post_office.py");
        // The system's own Python has the system's own packages.
        let mut server = Command::new("/usr/bin/python3")
            .arg(program)
            .arg(port.to_string())
            .arg(folder)
            .args(more)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut said = String::new();
        std::io::BufReader::new(server.stdout.take().unwrap()).read_line(&mut said).unwrap();
        let port = said.trim().parse().expect("the mail server does not begin: is the Debian package python3-aiosmtpd there?");
        Self { server, port, folder: folder.to_owned() }
    }

    /// How often it was asked whether it takes letters for somebody.
    fn asked_for(&self, address: &str) -> usize {
        let asked = std::fs::read_to_string(self.folder.join("asked")).unwrap_or_default();
        asked.lines().filter(|line| line.starts_with(address)).count()
    }

    /// Every letter it took, in the order it took them.
    pub fn taken(&self) -> Vec<Vec<u8>> {
        let count = std::fs::read_dir(self.folder.join("taken")).unwrap().count();
        (0..count).map(|n| std::fs::read(self.folder.join(format!("taken/{n}.eml"))).unwrap()).collect()
    }

    fn shut(&mut self) {
        self.server.kill().unwrap();
        self.server.wait().unwrap();
    }
}

impl Drop for PostOffice {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// The program with a mail server in its settings.
fn settled(world: &World, office: &PostOffice, password: Option<&str>) -> House {
    settled_by(world, office, password, Security::None, false)
}

/// The same, with what it asks of the connection, and whether it trusts the server's own authority.
fn settled_by(world: &World, office: &PostOffice, password: Option<&str>, security: Security, trusts: bool) -> House {
    let transport = Transport::Smtp {
        host: "127.0.0.1".to_owned(),
        port: office.port,
        security,
        user: password.map(|_| "folkmoot".to_owned()),
        password: access::Hidden(password.unwrap_or_default().to_owned()),
        certificate: trusts.then(|| std::fs::read(office.folder.join("authority.pem")).unwrap()),
    };
    let post = Post { from: "folkmoot@partnership.example.org".to_owned(), transport };
    let settings = Settings { post, ..(*world.house.settings).clone() };
    House { store: world.house.store.clone(), settings: Arc::new(settings) }
}

/// A board of three with a meeting that is not called yet, and a mail server.
pub struct Scene {
    /// The program with the mail server in its settings.
    pub house: House,
    pub office: PostOffice,
    pub partnership: PartnershipId,
    pub officer: PersonId,
    pub board: BodyId,
    pub meeting: MeetingId,
}

async fn person(house: &House, partnership: PartnershipId, name: &str, address: &str) -> PersonId {
    let new = NewPerson { name: name.to_owned(), address: Some(address.to_owned()), ..NewPerson::default() };
    people::acts::record_person(house, &System::named("story").permit(partnership, partnership), new).await.unwrap()
}

impl Scene {
    pub async fn of(world: &World) -> Self {
        let story = System::named("story");
        let found = NewPartnership { name: "Wealdshire Partnership".to_owned(), nation: "England and Wales".to_owned(), ..NewPartnership::default() };
        let (partnership, board) = bodies::acts::found_partnership(&world.house, &story.permit((), store::HOUSE), found).await.unwrap();
        let permit = story.permit(board, partnership);
        let officer = person(&world.house, partnership, "Olive Officer", "secretariat@example.org").await;
        let office =
            NewOffice { person: officer, kind: OfficeKind::Secretary, title: None, how: None, starts_on: None, starts_at_item: None, note: None };
        bodies::acts::take_office(&world.house, &permit, office).await.unwrap();
        for (name, address) in [("Max Méndez", "max@example.org"), ("Gwen Gone", "gone@example.org"), ("Bea Busy", "busy@example.org")] {
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
            let seat = bodies::acts::add_seat(&world.house, &permit, seat).await.unwrap();
            let person = person(&world.house, partnership, name, address).await;
            let new = NewAppointment { person, role: Role::Holder, post: None, organisation: None, starts_on: None, term_ends_on: None, note: None };
            bodies::acts::appoint(&world.house, &permit, seat, new).await.unwrap();
        }
        let arrangements = Arrangements { starts_at: Some(time(10, 0, 0, 0)), place: Some("Town hall".to_owned()), ..Arrangements::default() };
        let plan = Plan::ordinary(vec![date(2026, 3, 20)], arrangements, TODAY);
        let meeting = meetings::acts::plan(&world.house, &story.permit(board, partnership), &plan).await.unwrap()[0];
        meetings::acts::add_item(&world.house, &story.permit(meeting, partnership), &NewItem::business("The depot")).await.unwrap();
        let office = PostOffice::open(&world.folder.path().join("post"), 0);
        std::fs::write(office.folder.join("busy"), "").unwrap();
        let house = settled(world, &office, None);
        Self { house, office, partnership, officer, board, meeting }
    }

    /// Somebody new, with an address.
    pub async fn person(&self, name: &str, address: &str) -> PersonId {
        person(&self.house, self.partnership, name, address).await
    }

    pub fn calls(&self) -> access::Permit<CallMeeting> {
        System::named("story").permit(self.meeting, self.partnership)
    }

    async fn letters(&self) -> Vec<LetterLine> {
        mail::letters_of_record(&mut self.house.read().await.unwrap(), self.meeting.into()).await.unwrap()
    }

    async fn letter_to(&self, address: &str) -> LetterLine {
        self.letters().await.into_iter().rfind(|letter| letter.address == address).unwrap()
    }
}

story!(a_letter_arrives_whole_and_a_refusal_is_told_from_a_delay, |world: World| async move {
    let scene = Scene::of(&world).await;
    meetings::acts::send(&scene.house, &scene.calls(), &Sending { letters: true, ..Sending::default() }).await.unwrap();
    work_off(&scene.house).await.unwrap();

    // Taken: both forms of it, from the body, with answers by hand going to its secretariat.
    let taken = scene.office.taken();
    assert_eq!(taken.len(), 1, "one of three was taken");
    let letter = MessageParser::default().parse(&taken[0]).unwrap();
    let kept = scene.letter_to("max@example.org").await;
    assert_eq!(kept.state, LetterState::Sent);
    assert_eq!(letter.header_raw("X-Envelope").unwrap().trim(), "folkmoot@partnership.example.org max@example.org");
    let from = letter.from().unwrap().first().unwrap();
    assert_eq!((from.name(), from.address()), (Some("Wealdshire Partnership"), Some("folkmoot@partnership.example.org")));
    assert_eq!(letter.reply_to().unwrap().first().unwrap().address(), Some("secretariat@example.org"));
    assert_eq!(letter.to().unwrap().first().unwrap().name(), Some("Max Méndez"));
    assert_eq!(letter.message_id(), Some(format!("{}@partnership.example.org", kept.id).as_str()));
    assert_eq!(letter.subject(), Some(kept.subject.as_str()));
    let (plain, html) = (letter.body_text(0).unwrap(), letter.body_html(0).unwrap());
    for part in [&plain, &html] {
        assert!(part.contains("Town hall") && part.contains("/answer/"), "{part}");
    }
    assert!(html.contains("<h1") && !plain.contains("<h1"));
    // Its link works, for anybody who holds the letter.
    let link = plain.lines().find_map(|line| line.trim().strip_prefix(&world.address)).unwrap();
    let page = Visitor::anybody(&world.address).get(link).await;
    assert_eq!(page.status, 200);
    assert!(page.text().contains("Max Méndez"), "{}", page.text());

    // Refused for good: the secretariat sees it, and nobody asks again.
    let gone = scene.letter_to("gone@example.org").await;
    assert_eq!((gone.state, gone.tries), (LetterState::Failed, 1));
    assert!(gone.last_error.as_deref().unwrap().contains("No such person here"));
    // Its address is marked where the secretariat keeps it, until a letter is taken there again.
    let officer = Visitor::signed_in(&world.house, &world.address, scene.officer).await;
    let page = officer.get(&format!("/people/{}/keep", gone.person)).await.text();
    assert!(page.contains("Refused") && page.contains("No such person here"), "{page}");
    let max = scene.letter_to("max@example.org").await.person;
    assert!(!officer.get(&format!("/people/{max}/keep")).await.text().contains("Refused"));
    // Put off: it waits, and is not tried before its time.
    let busy = scene.letter_to("busy@example.org").await;
    assert_eq!((busy.state, busy.tries), (LetterState::Waiting, 1));
    work_off(&scene.house).await.unwrap();
    assert_eq!(scene.office.asked_for("busy@example.org"), 1);
    world.move_to(TODAY, 11, 0);
    work_off(&scene.house).await.unwrap();
    assert_eq!(scene.office.asked_for("busy@example.org"), 2);
    std::fs::remove_file(scene.office.folder.join("busy")).unwrap();
    world.move_to(TODAY, 12, 0);
    work_off(&scene.house).await.unwrap();
    assert_eq!(scene.letter_to("busy@example.org").await.state, LetterState::Sent);
    world.move_to(date(2026, 3, 5), 10, 0);
    work_off(&scene.house).await.unwrap();
    assert_eq!((scene.office.asked_for("gone@example.org"), scene.office.asked_for("max@example.org")), (1, 1), "nobody gets a letter twice");

    // The secretariat has the right address now, and sends it again.
    let permit = System::named("story").permit::<bodies::rights::ManageBody>(scene.board, scene.partnership);
    mail::send_again(&scene.house, &permit, gone.id).await.unwrap();
    work_off(&scene.house).await.unwrap();
    assert_eq!(scene.office.asked_for("gone@example.org"), 2);
});

story!(while_the_mail_server_is_away_the_program_goes_on, |world: World| async move {
    let mut scene = Scene::of(&world).await;
    std::fs::remove_file(scene.office.folder.join("busy")).unwrap();
    scene.office.shut();
    meetings::acts::send(&scene.house, &scene.calls(), &Sending { letters: true, ..Sending::default() }).await.unwrap();
    work_off(&scene.house).await.unwrap();
    assert!(scene.letters().await.iter().all(|letter| letter.state == LetterState::Waiting && letter.tries == 1 && letter.last_error.is_some()));
    assert_eq!(Visitor::anybody(&world.address).get("/").await.status, 200);
    // A long weekend later it is still away, and no letter is given up.
    for day in 3..7 {
        for hour in [2, 7, 12, 17, 22] {
            world.move_to(date(2026, 3, day), hour, 0);
            work_off(&scene.house).await.unwrap();
        }
    }
    assert!(scene.letters().await.iter().all(|letter| letter.state == LetterState::Waiting && letter.tries > 15), "{:?}", scene.letters().await);
    // It comes back, and the letters leave with nobody's help.
    let (folder, port) = (scene.office.folder.clone(), scene.office.port);
    scene.office = PostOffice::open(&folder, port);
    world.move_to(date(2026, 3, 7), 9, 0);
    work_off(&scene.house).await.unwrap();
    let letters = scene.letters().await;
    assert_eq!(letters.iter().filter(|letter| letter.state == LetterState::Sent).count(), 2, "{letters:?}");
    assert_eq!(scene.office.taken().len(), 2);
});

story!(a_server_that_does_not_know_us_refuses_no_letter, |world: World| async move {
    let mut scene = Scene::of(&world).await;
    let folder = world.folder.path().join("locked");
    scene.office = PostOffice::locked(&folder, "a long password");
    scene.house = settled(&world, &scene.office, Some("a wrong password"));
    meetings::acts::send(&scene.house, &scene.calls(), &Sending { letters: true, ..Sending::default() }).await.unwrap();
    work_off(&scene.house).await.unwrap();
    let letters = scene.letters().await;
    assert!(letters.iter().all(|letter| letter.state == LetterState::Waiting), "the setting is wrong, not the letters: {letters:?}");
    assert!(letters.iter().all(|letter| letter.last_error.as_deref().is_some_and(|said| !said.contains("password"))), "{letters:?}");
    // With the right one they leave.
    scene.house = settled(&world, &scene.office, Some("a long password"));
    world.move_to(TODAY, 11, 0);
    work_off(&scene.house).await.unwrap();
    assert_eq!(scene.letter_to("max@example.org").await.state, LetterState::Sent);
});

/// One letter to Max, by a server that speaks TLS.
async fn sent_by(world: &World, how: &str, security: Security, trusts: bool) -> (LetterLine, Vec<Vec<u8>>) {
    let mut scene = Scene::of(world).await;
    let folder = world.folder.path().join(format!("{how}-{trusts}"));
    std::fs::create_dir_all(&folder).unwrap();
    scene.office = PostOffice::encrypted(&folder, "a long password", how);
    scene.house = settled_by(world, &scene.office, Some("a long password"), security, trusts);
    meetings::acts::send(&scene.house, &scene.calls(), &Sending { letters: true, ..Sending::default() }).await.unwrap();
    work_off(&scene.house).await.unwrap();
    let taken = scene.office.taken();
    (scene.letter_to("max@example.org").await, taken)
}

fn came_by(letter: &[u8]) -> String {
    MessageParser::default().parse(letter).unwrap().header_raw("X-Tls").unwrap().trim().to_owned()
}

story!(letters_go_to_a_server_that_asks_for_encryption_and_a_password, |world: World| async move {
    let (kept, taken) = sent_by(&world, "starttls", Security::Starttls, true).await;
    assert_eq!(kept.state, LetterState::Sent, "{kept:?}");
    assert!(came_by(&taken[0]).starts_with("TLSv1."), "{}", came_by(&taken[0]));
});

story!(letters_go_to_a_server_that_is_encrypted_from_the_first_byte, |world: World| async move {
    let (kept, taken) = sent_by(&world, "tls", Security::Tls, true).await;
    assert_eq!(kept.state, LetterState::Sent, "{kept:?}");
    assert!(came_by(&taken[0]).starts_with("TLSv1."), "{}", came_by(&taken[0]));
});

story!(a_server_that_nobody_vouches_for_gets_neither_letter_nor_password, |world: World| async move {
    let (kept, taken) = sent_by(&world, "starttls", Security::Starttls, false).await;
    assert_eq!((kept.state, taken.len()), (LetterState::Waiting, 0), "{kept:?}");
    let said = kept.last_error.unwrap();
    assert!(said.to_lowercase().contains("certificate") && !said.contains("a long password"), "{said}");
});

story!(a_server_without_encryption_gets_nothing_where_the_settings_ask_for_it, |world: World| async move {
    let (kept, taken) = sent_by(&world, "none", Security::Starttls, false).await;
    assert_eq!((kept.state, taken.len()), (LetterState::Waiting, 0), "{kept:?}");
});
