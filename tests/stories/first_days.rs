//! The first days of an installation: it is set up, a partnership is founded, its officer signs in and keeps the seats; and
//! nobody else can.

use access::LinkMade;
use kernel::PersonId;
use reqwest::{Client, Response, StatusCode, header, redirect};
use store::{args, sql};

use crate::world::{World, story};

sql!(OPEN_TOKENS, "select id, person_id from token where act = $1 and ended_at is null order by made_at, id");
sql!(PEOPLE_CALLED, "select count(*) as n from person where name = $1");
sql!(LETTERS_TO, "select plain from letter where address = $1 order by queued_at, id");
sql!(SEATS, "select id from seat order by position");
sql!(PERSON_CALLED, "select id from person where name = $1");

/// A browser with its cookie.
struct Visitor<'a> {
    world: &'a World,
    client: Client,
    cookie: Option<String>,
    /// Makes the keys of this browser's forms its own.
    number: u128,
    forms: std::cell::Cell<u128>,
}

impl<'a> Visitor<'a> {
    fn nobody(world: &'a World) -> Self {
        let client = Client::builder().redirect(redirect::Policy::none()).build().unwrap();
        let number = world.house.store.chance().uuid(world.house.now()).as_u128();
        Self { world, client, cookie: None, number, forms: std::cell::Cell::new(1) }
    }

    async fn signed_in(world: &'a World, person: PersonId) -> Self {
        let cookie = access::begin_session(&world.house, person, "a story").await.unwrap();
        Self { cookie: cookie.split(';').next().map(str::to_owned), ..Self::nobody(world) }
    }

    async fn get(&self, path: &str) -> Response {
        let mut request = self.client.get(format!("{}{path}", self.world.address));
        if let Some(cookie) = &self.cookie {
            request = request.header(header::COOKIE, cookie);
        }
        request.send().await.unwrap()
    }

    /// Sends a form as a browser does, with a key of its own.
    async fn send(&self, path: &str, fields: &[(&str, &str)]) -> Response {
        self.forms.set(self.forms.get() + 1);
        self.send_again(path, fields).await
    }

    /// Sends the same form a second time.
    async fn send_again(&self, path: &str, fields: &[(&str, &str)]) -> Response {
        let key = uuid::Uuid::from_u128(self.number ^ self.forms.get()).to_string();
        let fields: Vec<(&str, &str)> = fields.iter().copied().chain([("key", key.as_str()), ("version", "1"), ("page", path)]).collect();
        let mut request = self.client.post(format!("{}{path}", self.world.address)).header("sec-fetch-site", "same-origin").form(&fields);
        if let Some(cookie) = &self.cookie {
            request = request.header(header::COOKIE, cookie);
        }
        request.send().await.unwrap()
    }
}

fn leads_to(response: &Response) -> &str {
    assert_eq!(response.status(), StatusCode::SEE_OTHER);
    response.headers()[header::LOCATION].to_str().unwrap()
}

fn cookie_of(response: &Response) -> Option<String> {
    response.headers().get(header::SET_COOKIE).and_then(|value| value.to_str().ok()).and_then(|value| value.split(';').next()).map(str::to_owned)
}

async fn person_called(world: &World, name: &str) -> PersonId {
    world.read().await.one(&PERSON_CALLED, args![name]).await.unwrap().get("id").unwrap()
}

/// The path of the newest link to an act.
async fn newest_link(world: &World, act: &str) -> String {
    let rows = world.read().await.all(&OPEN_TOKENS, args![act]).await.unwrap();
    let id: uuid::Uuid = rows.last().unwrap().get("id").unwrap();
    access::link_path(&world.house.settings.secret, LinkMade(id)).unwrap()
}

/// Sets an installation up and founds a partnership with its officer; answers the administrator.
async fn founded(world: &World) -> Visitor<'_> {
    let path = accounts::set_up_path(&world.house).await.unwrap().unwrap();
    let mut administrator = Visitor::nobody(world);
    let fields = [("name", "Ada Marsh"), ("address", "ada@northmarch.example"), ("password", "lark teaspoon granite velvet")];
    let done = administrator.send(&path, &fields).await;
    assert_eq!(leads_to(&done), "/administration/partnerships/new");
    administrator.cookie = cookie_of(&done);
    let fields = [
        ("name", "Northmarch Partnership"),
        ("nation", "England and Wales"),
        ("person", "Rhys Ghosh"),
        ("person_id", "new"),
        ("person_for", "Rhys Ghosh"),
        ("address", "Rhys@Northmarch.example"),
    ];
    let done = administrator.send("/administration/partnerships/new", &fields).await;
    assert_eq!(leads_to(&done), "/bodies/northmarch-partnership/charter/models");
    administrator
}

async fn an_empty_installation_is_set_up_by_the_bearer_of_its_token(world: World) {
    let world = &world;
    let nobody = Visitor::nobody(world);
    assert!(nobody.get("/set-up").await.text().await.unwrap().contains("opened by the address"));
    let path = accounts::set_up_path(&world.house).await.unwrap().unwrap();
    assert!(nobody.get(&path).await.text().await.unwrap().contains("Your name"));
    let weak = nobody.send(&path, &[("name", "Ada Marsh"), ("address", "ada@northmarch.example"), ("password", "password12")]).await;
    assert_eq!(weak.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert!(weak.text().await.unwrap().contains("value=\"Ada Marsh\""));
    let guessed = nobody.send("/set-up/AAAA.AAAA", &[("name", "Eve"), ("address", "eve@example.org")]).await;
    assert_eq!(guessed.status(), StatusCode::NOT_FOUND);

    let administrator = founded(world).await;
    assert_eq!(administrator.get("/administration").await.status(), StatusCode::OK);
    assert_eq!(accounts::set_up_path(&world.house).await.unwrap(), None);
    let again = nobody.send(&path, &[("name", "Eve"), ("address", "eve@example.org")]).await;
    assert_eq!(again.status(), StatusCode::NOT_FOUND);
    assert_eq!(nobody.get("/administration").await.status(), StatusCode::SEE_OTHER);
}
story!(setting_up, an_empty_installation_is_set_up_by_the_bearer_of_its_token);

async fn a_link_signs_in_once_by_its_button_and_never_by_being_opened(world: World) {
    let world = &world;
    founded(world).await;
    let mut officer = Visitor::nobody(world);
    let known = officer.send("/sign-in", &[("address", "rhys@northmarch.example"), ("next", "/bodies/northmarch-partnership/manage")]).await;
    let unknown = officer.send("/sign-in", &[("address", "nobody@northmarch.example")]).await;
    assert_eq!(leads_to(&known), leads_to(&unknown));
    assert_eq!(world.read().await.all(&LETTERS_TO, args!["nobody@northmarch.example"]).await.unwrap().len(), 0);
    let letters = world.read().await.all(&LETTERS_TO, args!["rhys@northmarch.example"]).await.unwrap();
    let plain: String = letters[0].get("plain").unwrap();
    assert!(plain.contains("{link:"), "a stored letter holds no link that works: {plain}");

    let link = format!("/sign-in/link/{}?next=/bodies/northmarch-partnership/manage", newest_link(world, "account.sign-in").await);
    for _ in 0..2 {
        let opened = officer.get(&link).await;
        assert!(cookie_of(&opened).is_none());
        assert!(opened.text().await.unwrap().contains("Sign in as Rhys Ghosh"));
    }
    let pressed = officer.send(&link, &[]).await;
    assert_eq!(leads_to(&pressed), "/bodies/northmarch-partnership/manage");
    officer.cookie = cookie_of(&pressed);
    assert_eq!(officer.get("/bodies/northmarch-partnership/manage").await.status(), StatusCode::OK);
    assert_eq!(officer.get("/desk").await.status(), StatusCode::OK);

    let stranger = Visitor::nobody(world);
    assert_eq!(stranger.send(&link, &[]).await.status(), StatusCode::NOT_FOUND);
    assert!(stranger.get(&link).await.text().await.unwrap().contains("no longer works"));
}
story!(a_link, a_link_signs_in_once_by_its_button_and_never_by_being_opened);

async fn a_link_is_too_old_after_twenty_minutes_and_another_act_s_link_signs_nobody_in(world: World) {
    let world = &world;
    founded(world).await;
    let visitor = Visitor::nobody(world);
    visitor.send("/sign-in", &[("address", "rhys@northmarch.example")]).await;
    let link = newest_link(world, "account.sign-in").await;
    let elsewhere = visitor.send(&format!("/sign-in/demonstration/{link}"), &[]).await;
    assert_eq!(elsewhere.status(), StatusCode::NOT_FOUND);
    world.move_to(crate::world::TODAY, 10, 21);
    assert_eq!(visitor.send(&format!("/sign-in/link/{link}"), &[]).await.status(), StatusCode::NOT_FOUND);
}
story!(an_old_link, a_link_is_too_old_after_twenty_minutes_and_another_act_s_link_signs_nobody_in);

async fn an_address_that_two_people_share_gets_a_letter_that_says_whom_to_ask(world: World) {
    let world = &world;
    founded(world).await;
    let rhys = person_called(world, "Rhys Ghosh").await;
    let officer = Visitor::signed_in(world, rhys).await;
    let seat =
        officer.send("/bodies/northmarch-partnership/manage/seats/new", &[("label", "Leader, Ashmere District Council"), ("class", "voting")]).await;
    let appoint = leads_to(&seat).to_owned();
    officer.send(&appoint, &[("person", "Maud Penhaligon"), ("person_id", "new"), ("person_for", "Maud Penhaligon"), ("role", "holder")]).await;
    for name in ["Maud Penhaligon", "Rhys Ghosh"] {
        let person = person_called(world, name).await;
        let added = officer.send(&format!("/people/{person}/keep/addresses"), &[("address", "office@ashmere.example")]).await;
        assert_eq!(added.status(), StatusCode::SEE_OTHER, "{name}");
    }
    let asked = Visitor::nobody(world).send("/sign-in", &[("address", "office@ashmere.example")]).await;
    assert_eq!(leads_to(&asked), "/sign-in/sent");
    let letters = world.read().await.all(&LETTERS_TO, args!["office@ashmere.example"]).await.unwrap();
    let plain: String = letters[0].get("plain").unwrap();
    assert!(plain.contains("several people") && plain.contains("Rhys Ghosh") && !plain.contains("{link:"), "{plain}");
}
story!(a_shared_mailbox, an_address_that_two_people_share_gets_a_letter_that_says_whom_to_ask);

async fn a_password_signs_in_and_tries_are_numbered(world: World) {
    let world = &world;
    founded(world).await;
    let visitor = Visitor::nobody(world);
    let right = visitor.send("/sign-in/password", &[("address", "Ada@Northmarch.example"), ("password", "lark teaspoon granite velvet")]).await;
    assert_eq!(leads_to(&right), "/desk");
    let words = |text: String| text.contains("do not go together");
    let wrong = visitor.send("/sign-in/password", &[("address", "ada@northmarch.example"), ("password", "not this one")]).await;
    assert!(words(wrong.text().await.unwrap()));
    let unknown = visitor.send("/sign-in/password", &[("address", "eve@northmarch.example"), ("password", "not this one")]).await;
    assert!(words(unknown.text().await.unwrap()));
    for _ in 0..10 {
        visitor.send("/sign-in/password", &[("address", "ada@northmarch.example"), ("password", "not this one")]).await;
    }
    let right = visitor.send("/sign-in/password", &[("address", "ada@northmarch.example"), ("password", "lark teaspoon granite velvet")]).await;
    assert!(right.text().await.unwrap().contains("Too many passwords"));
}
story!(a_password, a_password_signs_in_and_tries_are_numbered);

async fn a_closed_account_is_signed_out_everywhere_and_the_last_administrator_stays(world: World) {
    let world = &world;
    let administrator = founded(world).await;
    let person = person_called(world, "Rhys Ghosh").await;
    let opened = administrator.send("/administration/accounts/new", &[("person", "Rhys Ghosh"), ("address", "rhys@northmarch.example")]).await;
    let account = leads_to(&opened).to_owned();
    let officer = Visitor::signed_in(world, person).await;
    assert_eq!(officer.get("/desk").await.status(), StatusCode::OK);
    assert_eq!(officer.get("/administration/accounts").await.status(), StatusCode::FORBIDDEN);
    assert_eq!(officer.send(&format!("{account}/close"), &[]).await.status(), StatusCode::FORBIDDEN);
    assert_eq!(leads_to(&administrator.send(&format!("{account}/close"), &[]).await), account);
    assert_eq!(officer.get("/desk").await.status(), StatusCode::SEE_OTHER);

    let ada = person_called(world, "Ada Marsh").await;
    let own = accounts::store::account_of(&mut world.read().await, ada).await.unwrap().unwrap();
    let refused = administrator.send(&format!("/administration/accounts/{}/close", own.id), &[]).await;
    assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().await.unwrap().contains("only administrator"));
}
story!(a_closed_account, a_closed_account_is_signed_out_everywhere_and_the_last_administrator_stays);

async fn the_officer_keeps_the_seats_and_a_form_sent_twice_acts_once(world: World) {
    let world = &world;
    founded(world).await;
    let officer = Visitor::signed_in(world, person_called(world, "Rhys Ghosh").await).await;
    let at = "/bodies/northmarch-partnership/manage";
    let long = "x".repeat(500);
    let refused = officer.send(&format!("{at}/seats/new"), &[("label", &long), ("class", "voting"), ("note", "kept")]).await;
    assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let page = refused.text().await.unwrap();
    assert!(page.contains("value=\"kept\"") && page.contains(&long), "nothing typed is lost");

    let seat = [
        ("label", "Leader, Ashmere District Council"),
        ("class", "voting"),
        ("organisation", "Ashmere District Council"),
        ("organisation_id", "new"),
        ("organisation_for", "Ashmere District Council"),
    ];
    let first = officer.send(&format!("{at}/seats/new"), &seat).await;
    let appoint = leads_to(&first).to_owned();
    officer.send_again(&format!("{at}/seats/new"), &seat).await;
    assert_eq!(world.read().await.all(&SEATS, args![]).await.unwrap().len(), 1);

    let asked = officer.send(&appoint, &[("person", "Maud Penhaligon"), ("role", "holder"), ("starts_on", "1 March 2026")]).await;
    assert_eq!(asked.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert!(asked.text().await.unwrap().contains("Record “Maud Penhaligon” as new"));
    let maud =
        [("person", "Maud Penhaligon"), ("person_id", "new"), ("person_for", "Maud Penhaligon"), ("role", "holder"), ("starts_on", "1 March 2026")];
    assert_eq!(officer.send(&appoint, &maud).await.status(), StatusCode::SEE_OTHER);
    assert_eq!(officer.send_again(&appoint, &maud).await.status(), StatusCode::SEE_OTHER);
    let n: i64 = world.read().await.one(&PEOPLE_CALLED, args!["Maud Penhaligon"]).await.unwrap().get("n").unwrap();
    assert_eq!(n, 1);
    let held = officer.send(&appoint, &[("person", "Rhys Ghosh"), ("role", "holder"), ("starts_on", "2 March 2026")]).await;
    assert!(held.text().await.unwrap().contains("Maud Penhaligon holds"));
    let no_day = officer.send(&appoint, &[("person", "Rhys Ghosh"), ("role", "substitute"), ("starts_on", "31 February 2026")]).await;
    assert!(no_day.text().await.unwrap().contains("is not in the calendar"));

    let before = officer.get(&format!("{at}/seats?as-at=2026-02-01")).await.text().await.unwrap();
    assert!(before.contains("one vacancy"), "{before}");
    let history = officer.get("/bodies/northmarch-partnership/history").await.text().await.unwrap();
    assert!(history.contains("Appointment made") && history.contains("Maud Penhaligon") && history.contains("Secretary"));
}
story!(keeping_seats, the_officer_keeps_the_seats_and_a_form_sent_twice_acts_once);

async fn what_the_officer_may_is_refused_to_members_and_strangers(world: World) {
    let world = &world;
    founded(world).await;
    let officer = Visitor::signed_in(world, person_called(world, "Rhys Ghosh").await).await;
    let at = "/bodies/northmarch-partnership/manage";
    let appoint = leads_to(&officer.send(&format!("{at}/seats/new"), &[("label", "Leader"), ("class", "voting")]).await).to_owned();
    officer.send(&appoint, &[("person", "Maud Penhaligon"), ("person_id", "new"), ("person_for", "Maud Penhaligon"), ("role", "holder")]).await;
    let maud = person_called(world, "Maud Penhaligon").await;
    let (member, stranger) = (Visitor::signed_in(world, maud).await, Visitor::nobody(world));
    let seat = appoint.trim_end_matches("/appoint").to_owned();
    let mut pages = vec!["", "/seats", "/seats/new", "/offices", "/offices/take", "/openness", "/standing-items", "/distribution", "/name", "/end"]
        .into_iter()
        .map(|page| format!("{at}{page}"))
        .collect::<Vec<_>>();
    pages.extend([
        seat.clone(),
        format!("{seat}/end"),
        appoint,
        "/partnerships/northmarch-partnership/structure".to_owned(),
        "/partnerships/northmarch-partnership/structure/new".to_owned(),
        "/bodies/northmarch-partnership/history".to_owned(),
        format!("/history/{maud}"),
        format!("/people/{maud}/keep"),
        "/administration".to_owned(),
        "/administration/accounts".to_owned(),
    ]);
    for page in &pages {
        assert_eq!(member.get(page).await.status(), StatusCode::FORBIDDEN, "a member at {page}");
        assert!(leads_to(&stranger.get(page).await).starts_with("/sign-in?next="), "a stranger at {page}");
    }
    for act in ["/seats/new", "/offices/take", "/openness", "/standing-items", "/distribution", "/name", "/end"] {
        let path = format!("{at}{act}");
        assert_eq!(member.send(&path, &[("label", "Mine"), ("class", "voting")]).await.status(), StatusCode::FORBIDDEN, "{act}");
        assert_eq!(stranger.send(&path, &[]).await.status(), StatusCode::UNAUTHORIZED, "{act}");
    }
    // What the body has not opened is for itself: a stranger does not learn that Maud sits there, she and the officer do.
    assert_eq!(stranger.get(&format!("/people/{maud}")).await.status(), StatusCode::NOT_FOUND);
    assert_eq!(member.get(&format!("/people/{maud}")).await.status(), StatusCode::OK);
    officer.send(&format!("/people/{maud}/keep/addresses"), &[("address", "maud@ashmere.example")]).await;
    let classes = ["membership", "charter", "agenda", "papers", "minutes", "minutes-draft", "decisions", "actions"];
    let fields: Vec<(String, &str)> = classes.iter().map(|class| (format!("audience-{class}"), "public")).collect();
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), *value)).collect();
    assert_eq!(officer.send(&format!("{at}/openness"), &fields).await.status(), StatusCode::SEE_OTHER);
    let seen = stranger.get(&format!("/people/{maud}")).await;
    assert_eq!(seen.status(), StatusCode::OK);
    let seen = seen.text().await.unwrap();
    assert!(seen.contains("Leader") && !seen.contains("maud@ashmere.example"));
}
story!(refusals, what_the_officer_may_is_refused_to_members_and_strangers);
