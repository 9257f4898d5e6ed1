//! Every organisation is asked by letter whether the people who sit for it are still these, and answers without an account.

use std::collections::BTreeMap;

use folkmoot::example::write::write;
use folkmoot::example::year::plan;
use folkmoot::worker::work_off;
use jiff::civil::date;
use kernel::{Day, Hour, PersonId, Zone};
use store::{args, sql};

use crate::letters::{links, morning};
use crate::visitor::{Visitor, hidden};
use crate::world::{TODAY, World, story};

sql!(ASKED, "select count(*) as n from nominee_check k join nominee_round r on r.id = k.round_id where r.reply_by = $1");
// Whoever assists somebody who is asked gets a letter as well.
sql!(WRITTEN, "select count(distinct record_id) as n from letter where purpose = 'nominees' and queued_at >= $1");
sql!(CHASED, "select c.person_id from chaser c where c.kind = 'nominees' and c.state = 'sent'");

struct Scene {
    officer: Visitor,
    member: Visitor,
    path: String,
    people: Vec<PersonId>,
}

async fn scene(world: &World) -> Scene {
    let (plan, parts) = plan(0, TODAY, 1, 1);
    let written = write(&world.house, &plan, true).await.unwrap();
    world.move_to(TODAY, 10, 0);
    let slug = bodies::store::partnership(&mut world.read().await, written.partnership).await.unwrap().slug;
    Scene {
        officer: Visitor::signed_in(&world.house, &world.address, written.people[parts.officer]).await,
        member: Visitor::signed_in(&world.house, &world.address, written.people[parts.chair]).await,
        path: format!("/partnerships/{slug}/nominees"),
        people: written.people,
    }
}

impl Scene {
    async fn page(&self) -> String {
        let page = self.officer.get(&self.path).await;
        assert_eq!(page.status, 200, "{}", page.text());
        assert!(page.statements() <= 12, "{}", page.statements());
        page.text()
    }

    async fn send(&self, to: &str, fields: &[(&str, &str)]) -> crate::visitor::Answer {
        let key = hidden(&self.page().await, "key").unwrap();
        let mut all = vec![("key", key.as_str())];
        all.extend(fields);
        self.officer.send(&format!("{}{to}", self.path), &all).await
    }
}

async fn count(world: &World, statement: &'static store::Statement, values: Vec<store::Value>) -> i64 {
    world.read().await.one(statement, values).await.unwrap().get("n").unwrap()
}

async fn answered(visitor: &Visitor, path: &str, reply: &str, words: &str) -> crate::visitor::Answer {
    let page = visitor.get(path).await;
    assert_eq!(page.status, 200, "{}", page.text());
    let (key, version) = (hidden(&page.text(), "key").unwrap(), hidden(&page.text(), "version").unwrap());
    visitor.send(path, &[("key", &key), ("version", &version), ("reply", reply), ("words", words)]).await
}

story!(every_organisation_is_asked_and_the_secretariat_sees_who_has_not_replied, |world: World| async move {
    let scene = scene(&world).await;
    assert_eq!(scene.member.get(&scene.path).await.status, 403);
    assert_eq!(scene.send("", &[("reply_by", "2 March 2026")]).await.status, 422, "a day to come");
    let by: Day = date(2026, 3, 16);
    let asked = scene.send("", &[("reply_by", "16 March 2026")]).await;
    assert_eq!(asked.status, 303, "{}", asked.text());
    work_off(&world.house).await.unwrap();
    let organisations = count(&world, &ASKED, args![by]).await;
    assert!(organisations > 5, "{organisations}");
    let since = |day: Day| args![Zone::london().instant(day, Hour::midnight())];
    assert_eq!(count(&world, &WRITTEN, since(TODAY)).await, organisations, "each is written to");

    // One answers that they are still these, another that somebody has gone. Neither has an account.
    let anybody = Visitor::anybody(&world.address);
    let mut by_title = BTreeMap::new();
    for link in links(&world, "/nominees/") {
        let page = anybody.get(&link).await.text();
        by_title.insert(page.split("<title>").nth(1).unwrap().split("</title>").next().unwrap().to_owned(), link);
    }
    let links: Vec<String> = by_title.into_values().collect();
    assert_eq!(i64::try_from(links.len()).unwrap(), organisations);
    let still = answered(&anybody, &links[0], "still-these", "").await;
    assert!(still.text().contains("Your answer is with the secretariat"), "{}", still.text());
    let (other, third) = (links[1].clone(), links[2].clone());
    let empty = answered(&anybody, &other, "changed", "").await;
    assert_eq!(empty.status, 422);
    assert!(empty.text().contains("Say what has changed."));
    answered(&anybody, &other, "changed", "Ann has retired; Bea <b@example.org> comes.").await;
    let page = scene.page().await;
    assert!(page.contains(&format!("2 of {organisations} have answered")), "{page}");
    assert!(page.contains("Ann has retired; Bea &lt;b@example.org&gt; comes."), "{page}");
    assert_eq!(page.matches("Not answered").count(), usize::try_from(organisations).unwrap() - 2);

    // What has changed stays there until it is on the record.
    let check = hidden(&page, "check").unwrap();
    assert_eq!(scene.send("/settle", &[("check", &check)]).await.status, 303);
    assert!(scene.page().await.contains("Changed, and on the record"));
    assert_eq!(scene.send("/settle", &[("check", &check)]).await.status, 404, "once");

    // Nobody is asked twice on a day; on the next, those are who have not answered.
    assert!(!scene.page().await.contains("/nominees/again"));
    let again = scene.send("/again", &[]).await;
    assert_eq!(again.status, 422);
    assert!(again.text().contains("They were asked today."));
    world.move_to(date(2026, 3, 3), 10, 0);
    assert_eq!(scene.send("/again", &[]).await.status, 303);
    assert_eq!(count(&world, &WRITTEN, since(date(2026, 3, 3))).await, organisations - 2);

    // Three working days before the day those are reminded who have not answered, and nobody else.
    let mut day = date(2026, 3, 3);
    while day < date(2026, 3, 12) {
        day = day.tomorrow().unwrap();
        morning(&world, day).await;
    }
    let chased = world.read().await.all(&CHASED, args![]).await.unwrap().len();
    assert_eq!(i64::try_from(chased).unwrap(), organisations - 2);

    // A new round ends the one before.
    assert_eq!(scene.send("", &[("reply_by", "30 March 2026")]).await.status, 303);
    let late = anybody.get(&third).await;
    assert!(late.text().contains("Everybody has been asked anew since."), "{}", late.text());
});

story!(the_secretariat_says_who_answers_for_an_organisation, |world: World| async move {
    let scene = scene(&world).await;
    let page = scene.page().await;
    let link = page.split("href=\"").find(|part| part.starts_with(&format!("{}/", scene.path))).unwrap();
    let path = link.split('"').next().unwrap().to_owned();
    assert_eq!(scene.member.get(&path).await.status, 403);
    let form = scene.officer.get(&path).await;
    assert_eq!(form.status, 200, "{}", form.text());
    let key = hidden(&form.text(), "key").unwrap();
    let wrong = scene.officer.send(&path, &[("key", &key), ("person", "Clement Clerk"), ("address", "clerk")]).await;
    assert_eq!(wrong.status, 422, "{}", wrong.text());
    let key = hidden(&wrong.text(), "key").unwrap();
    let fields =
        [("key", key.as_str()), ("person", "Clement Clerk"), ("person_id", "new"), ("person_for", "Clement Clerk"), ("address", "clerk@example.org")];
    let done = scene.officer.send(&path, &fields).await;
    assert_eq!(done.status, 303, "{}", done.text());
    assert!(scene.page().await.contains("Clement Clerk"));
    assert!(!scene.people.is_empty());
    scene.send("", &[("reply_by", "16 March 2026")]).await;
    work_off(&world.house).await.unwrap();
    let letter = crate::letters::post_to(&world, "clerk@example.org").expect("the letter goes to whoever was named");
    assert!(letter.contains("Are these still your people?") && letter.contains("They are still these"), "{letter}");
});
