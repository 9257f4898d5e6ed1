//! A letter about an action is answered by mail: what was written is filed on the action, and is a report once the secretariat
//! takes it as one.

use std::sync::Arc;

use access::{House, Replies, Settings};
use folkmoot::example::write::write;
use folkmoot::example::year::plan;
use folkmoot::worker::work_off;
use jiff::civil::{Date, date};
use kernel::{ActionId, PersonId};
use mail_parser::MessageParser;
use store::{args, sql};

use crate::letters::post;
use crate::visitor::{Visitor, hidden};
use crate::world::{TODAY, World, story};

sql!(FILED, "select id, action_id, person_id, words, settled from action_answer order by came_at, id");
sql!(
    STATE,
    "select a.state, (select count(*) from action_report t where t.action_id = a.id and t.person_id = $2) as reports from action a where a.id = $1"
);
sql!(WHOSE, "select person_id from letter where address = $1 and purpose = 'chaser' limit 1");

/// An installation that takes answers by mail, on the day on which it has written to somebody about one action.
struct Scene {
    house: House,
    officer: PersonId,
    member: PersonId,
    /// Whom the letter went to, and the address it is answered at.
    to: String,
    answers: String,
    day: Date,
}

impl Scene {
    async fn of(world: &World) -> Self {
        let (plan, parts) = plan(0, TODAY, 1, 1);
        let written = write(&world.house, &plan, true).await.unwrap();
        let replies = Replies { address: "replies@partnership.example.org".to_owned(), folder: world.folder.path().join("answers") };
        std::fs::create_dir_all(replies.folder.join("new")).unwrap();
        let settings = Settings { replies: Some(replies), ..(*world.house.settings).clone() };
        let house = House { store: world.house.store.clone(), settings: Arc::new(settings) };
        let mut day = TODAY;
        loop {
            day = day.tomorrow().unwrap();
            assert!(day < date(2026, 9, 1), "somebody is asked about one action");
            world.move_to(day, 7, 40);
            work_off(&house).await.unwrap();
            for letter in post(world) {
                let letter = MessageParser::default().parse(&letter).unwrap();
                let answers = letter.reply_to().and_then(|to| to.first()?.address()).unwrap_or_default().to_owned();
                if answers.starts_with("replies+") {
                    let to = letter.to().unwrap().first().unwrap().address().unwrap().to_owned();
                    let (officer, member) = (written.people[parts.officer], written.people[parts.chair]);
                    return Self { house, officer, member, to, answers, day };
                }
            }
        }
    }

    /// A mail comes into the folder, and the folder is looked into.
    async fn comes(&self, world: &World, name: &str, mail: &str) {
        std::fs::write(world.folder.path().join("answers/new").join(name), mail.replace('\n', "\r\n")).unwrap();
        self.looked(world).await;
    }

    async fn looked(&self, world: &World) {
        let now = self.house.now().day(&kernel::Zone::london());
        let next = now.tomorrow().unwrap();
        world.move_to(next, 12, 0);
        work_off(&self.house).await.unwrap();
    }

    fn put_away(&self, world: &World, name: &str) -> bool {
        world.folder.path().join("answers/cur").join(name).is_file()
    }
}

async fn filed(world: &World) -> Vec<(uuid::Uuid, ActionId, PersonId, String)> {
    let mut read = world.read().await;
    let rows = read.each(&FILED, args![], |row| Ok((row.get("id")?, row.get("action_id")?, row.get("person_id")?, row.get("words")?)));
    rows.await.unwrap()
}

async fn state(world: &World, action: ActionId, person: PersonId) -> (String, i64) {
    let row = world.read().await.one(&STATE, args![action, person]).await.unwrap();
    (row.get("state").unwrap(), row.get("reports").unwrap())
}

story!(an_answer_by_mail_is_a_report_once_the_secretariat_takes_it, |world: World| async move {
    let scene = Scene::of(&world).await;
    assert!(scene.day > TODAY && scene.answers.len() <= 64 + 1 + "partnership.example.org".len());
    // Whoever it says it is from: the address it came to is what tells.
    let mail = format!(
        "From: Somebody Else <else@example.net>\nTo: <{}>\nSubject: Re: an action\n\nIt is done & sealed.\n\nOn Monday, Board wrote:\n> By Monday\n",
        scene.answers
    );
    scene.comes(&world, "1.a.host", &mail).await;
    assert!(scene.put_away(&world, "1.a.host:2,S"));
    let all = filed(&world).await;
    assert_eq!(all.len(), 1);
    let (answer, action, person, words) = all[0].clone();
    assert_eq!(words, "It is done & sealed.");
    let owner: PersonId = world.read().await.one(&WHOSE, args![scene.to]).await.unwrap().get("person_id").unwrap();
    assert_eq!(person, owner, "it is theirs whom the letter went to");
    assert_eq!(state(&world, action, person).await, ("open".to_owned(), 0), "filed is not reported");

    // The same mail again is filed once.
    scene.comes(&world, "1.a.host", &mail).await;
    assert_eq!(filed(&world).await.len(), 1);

    // The secretariat reads and takes it; nobody else does.
    let path = format!("/actions/{action}/answers/{answer}");
    let member = Visitor::signed_in(&world.house, &world.address, scene.member).await;
    assert_eq!(member.get(&path).await.status, 403);
    let officer = Visitor::signed_in(&world.house, &world.address, scene.officer).await;
    let page = officer.get(&format!("/actions/{action}")).await.text();
    assert!(page.contains("An answer came by mail") && page.contains(&path), "{page}");
    let page = officer.get(&path).await;
    assert!(page.text().contains("It is done &amp; sealed."), "{}", page.text());
    let key = hidden(&page.text(), "key").unwrap();
    let unsaid = officer.send(&path, &[("key", &key), ("kind", ""), ("words", "It is done.")]).await;
    assert_eq!(unsaid.status, 422);
    let key = hidden(&unsaid.text(), "key").unwrap();
    let taken = officer.send(&path, &[("key", &key), ("kind", "done"), ("words", "It is done & sealed."), ("until", "")]).await;
    assert_eq!(taken.status, 303, "{}", taken.text());
    assert_eq!(state(&world, action, person).await, ("done".to_owned(), 1));
    assert!(officer.get(&path).await.text().contains("It was taken as a report."));
});

story!(what_is_no_answer_is_refused_and_files_nothing, |world: World| async move {
    let scene = Scene::of(&world).await;
    let forged = scene.answers.replace("@", "0@");
    let last = scene.answers.split('@').next().unwrap().chars().last().unwrap();
    let other = if last == '0' { '1' } else { '0' };
    let altered = scene.answers.replace(&format!("{last}@"), &format!("{other}@"));
    let cases = [
        ("2.a.host", format!("From: {}\nTo: replies@partnership.example.org\n\nDone\n", scene.to)),
        ("3.a.host", format!("From: {}\nTo: {forged}\n\nDone\n", scene.to)),
        ("4.a.host", format!("From: {}\nTo: {altered}\n\nDone\n", scene.to)),
        ("5.a.host", format!("From: {}\nTo: {}\nAuto-Submitted: auto-replied\n\nI am away.\n", scene.to, scene.answers)),
        ("6.a.host", format!("From: {}\nTo: {}\n\n{}", scene.to, scene.answers, "x".repeat(3 * 1024 * 1024))),
        ("7.a.host", "\0\0\0".to_owned()),
    ];
    for (name, mail) in cases {
        scene.comes(&world, name, &mail).await;
        assert!(scene.put_away(&world, &format!("{name}:2,ST")), "{name}");
        assert_eq!(filed(&world).await.len(), 0, "{name}");
    }
    // A way out of the folder is not followed.
    std::os::unix::fs::symlink("/etc/passwd", world.folder.path().join("answers/new/8.a.host")).unwrap();
    scene.looked(&world).await;
    assert_eq!(filed(&world).await.len(), 0);
    // What was attached is named, and not kept.
    let mail = format!(
        "From: x@example.org\nTo: {}\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nSee the sheet.\n--b\n\
         Content-Type: application/vnd.ms-excel\nContent-Disposition: attachment; filename=\"budget.xls\"\n\nMACRO\n--b--\n",
        scene.answers
    );
    scene.comes(&world, "9.a.host", &mail).await;
    let all = filed(&world).await;
    let (answer, action, ..) = all[0].clone();
    let officer = Visitor::signed_in(&world.house, &world.address, scene.officer).await;
    let path = format!("/actions/{action}/answers/{answer}");
    let page = officer.get(&path).await.text();
    assert!(page.contains("budget.xls") && !page.contains("MACRO"), "{page}");
    // The secretariat leaves it: nothing was reported.
    let key = hidden(&page, "key").unwrap();
    assert_eq!(officer.send(&path, &[("key", &key), ("kind", "leave"), ("words", "")]).await.status, 303);
    assert_eq!(state(&world, action, all[0].2).await, ("open".to_owned(), 0));
});
