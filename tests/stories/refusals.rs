//! Every act is refused to those whose act it is not. The table of contents names the acts, the database the records; each act is
//! tried on each record by somebody who is not signed in, by a member of another body, by an auditor and by others, and the whole
//! export is the same afterwards as before.

use std::collections::{BTreeMap, BTreeSet};

use access::RouteLine;
use axum::body::Body;
use folkmoot::export::{Order, export};
use http::Request;
use store::{args, sql};
use tower::ServiceExt as _;

use crate::scene::{Scene, addresses, scene, values};
use crate::visitor::Visitor;
use crate::world::{World, story};

/// The acts that are theirs on some record, each with the reason why. All others are refused on every record.
const THEIRS: [(&str, &str); 7] = [
    ("signed in", "their own browsers: the address of another's ends nothing"),
    ("may account.keep-own", "their own password"),
    ("may duties.read", "their own calendar of duties"),
    ("may letters.choose", "which letters they get themselves"),
    ("may meeting.own-calendar", "their own calendar of meetings"),
    ("may reading.keep", "their own marks and notes in a pack they may read"),
    ("may interest.register", "a member of any body keeps their own register in the partnership"),
];

sql!(
    WAITING,
    "select (select count(*) from job) as jobs, (select count(*) from letter) as letters, (select count(*) from token where act <> 'meeting.own-calendar') as links"
);

/// Everything the installation holds that an act could change.
async fn state(world: &World, name: &str) -> BTreeMap<String, String> {
    let folder = world.folder.path().join(name);
    export(&world.house, &Order { folder: folder.clone(), body: None, as_at: None, about: None }).await.unwrap();
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file()) {
        let name = entry.file_name().unwrap().to_string_lossy().into_owned();
        // It bears the moment at which it was made.
        if name != "manifest.json" {
            found.insert(name, std::fs::read_to_string(&entry).unwrap());
        }
    }
    let row = world.read().await.one(&WAITING, args![]).await.unwrap();
    found.insert("waiting".to_owned(), ["jobs", "letters", "links"].map(|name| row.get::<i64>(name).unwrap().to_string()).join(" "));
    found
}

/// A file of the export without the entries of acts that are anybody's own.
fn without_their_own(name: &str, text: &str) -> String {
    if name != "history.json" {
        return text.to_owned();
    }
    let entries: Vec<serde_json::Value> = serde_json::from_str(text).unwrap();
    let kept: Vec<_> = entries.into_iter().filter(|entry| !entry["name"].as_str().unwrap().starts_with("meeting.calendar-")).collect();
    serde_json::to_string(&kept).unwrap()
}

/// What came of one try.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Try {
    who: &'static str,
    pass: String,
    address: String,
    status: u16,
}

async fn tried(world: &World, scene: &Scene, kinds: &[&'static str]) -> Vec<Try> {
    let routes = folkmoot::routes::all();
    let values = values(&world.house, &routes, "POST").await;
    let table: Vec<RouteLine> = routes.table().iter().filter(|line| line.method == "POST" && line.pass != "anyone").cloned().collect();
    assert!(table.len() > 90, "only {} acts", table.len());
    let service = web::layers(routes.into_router().with_state(world.house.clone()), &world.house);
    let mut tries = Vec::new();
    for kind in kinds {
        let reader = scene.reader(kind);
        let cookie = reader.cookie(&world.house).await;
        for line in &table {
            for address in addresses(&line.path, &values) {
                let address = if line.pass.starts_with("link ") { forged(&address) } else { address };
                let key = world.house.store.chance().uuid(world.house.now());
                let mut request = Request::builder()
                    .method("POST")
                    .uri(&address)
                    .header("host", "127.0.0.1")
                    .header("origin", "http://127.0.0.1")
                    .header("content-type", "application/x-www-form-urlencoded");
                if let Some(cookie) = &cookie {
                    request = request.header("cookie", cookie);
                }
                let body = Body::from(format!("key={key}&version=1&confirmed=yes"));
                let response = service.clone().oneshot(request.body(body).unwrap()).await.unwrap();
                let refused_as = response.status().as_u16();
                // Whoever is not signed in is led to sign in, which is a refusal too.
                let led = response.headers().get("location").is_some_and(|place| place.to_str().unwrap().starts_with("/sign-in"));
                let status = if led { 401 } else { refused_as };
                tries.push(Try { who: reader.kind, pass: line.pass.clone(), address, status });
            }
        }
    }
    tries
}

sql!(LINKS, "select id, act from token");

/// Every link that was sent, tried on every act that it was not sent for.
async fn strayed(world: &World) -> Vec<Try> {
    let routes = folkmoot::routes::all();
    let acts: Vec<RouteLine> = routes.table().iter().filter(|line| line.pass.starts_with("link ") && line.method == "POST").cloned().collect();
    let service = web::layers(routes.into_router().with_state(world.house.clone()), &world.house);
    let links: Vec<(uuid::Uuid, String)> = world.read().await.each(&LINKS, args![], |row| Ok((row.get("id")?, row.get("act")?))).await.unwrap();
    let mut tries = Vec::new();
    for line in acts {
        for (id, _) in links.iter().filter(|(_, act)| line.pass != format!("link {act}")) {
            let token = access::link_path(&world.house.settings.secret, access::LinkMade(*id)).unwrap();
            let address = line.path.replace("{token}", &token);
            let key = world.house.store.chance().uuid(world.house.now());
            let request = Request::builder()
                .method("POST")
                .uri(&address)
                .header("host", "127.0.0.1")
                .header("origin", "http://127.0.0.1")
                .header("content-type", "application/x-www-form-urlencoded");
            let response = service.clone().oneshot(request.body(Body::from(format!("key={key}&version=1"))).unwrap()).await.unwrap();
            tries.push(Try { who: "bearer of another link", pass: line.pass.clone(), address, status: response.status().as_u16() });
        }
    }
    tries
}

/// A link whose last letter is another: the signature holds no more.
fn forged(address: &str) -> String {
    let last = if address.ends_with('A') { 'B' } else { 'A' };
    format!("{}{last}", &address[..address.len() - 1])
}

story!(every_act_is_refused_to_those_whose_act_it_is_not, |world: World| async move {
    let scene = scene(&world).await;
    let desk = Visitor::signed_in(&world.house, &world.address, scene.reader("secretary").person.unwrap()).await;
    let before = state(&world, "before").await;
    let kinds = ["anonymous", "member of another body", "member of another partnership", "auditor", "former member of before"];
    let mut tries = tried(&world, &scene, &kinds).await;
    let strayed = strayed(&world).await;
    assert!(strayed.len() > 20, "only {} links", strayed.len());
    tries.extend(strayed);
    assert!(tries.len() > 2000, "only {} tries", tries.len());
    let refused = |one: &&Try| matches!(one.status, 401 | 403 | 404);
    let passed: BTreeSet<(&str, &str)> = tries.iter().filter(|one| !refused(one)).map(|one| (one.who, one.pass.as_str())).collect();
    let wrong: Vec<_> = passed.iter().filter(|(_, pass)| !THEIRS.iter().any(|(act, _)| pass == act)).collect();
    let shown: Vec<_> = tries.iter().filter(|one| !refused(one) && wrong.iter().any(|(who, pass)| (*who, *pass) == (one.who, &one.pass))).collect();
    assert!(wrong.is_empty(), "{wrong:?} {shown:#?}");
    for (act, why) in THEIRS {
        assert!(passed.iter().any(|(_, pass)| *pass == act), "{act} is refused to everybody, although it is {why}");
    }
    // The secretary's browser is still signed in, whoever tried to end its session.
    assert_eq!(desk.get("/desk").await.status, 200);
    // Whoever is not signed in has no act at all.
    assert!(!passed.iter().any(|(who, _)| *who == "anonymous"), "{passed:?}");
    // And nothing changed: every record, the whole history, the letters and the jobs that wait. Only an address for one's own
    // calendar was made, by the readers themselves.
    let after = state(&world, "after").await;
    for (name, text) in &before {
        let now = after.get(name).map(|now| without_their_own(name, now));
        assert!(now.as_ref() == Some(&without_their_own(name, text)), "{name} changed");
    }
    // The same acts are open to those they belong to: a test that refuses everybody would find nothing wrong either.
    let open: BTreeSet<String> =
        tried(&world, &scene, &["secretary", "administrator"]).await.into_iter().filter(|one| !refused(&one)).map(|one| one.pass).collect();
    for act in ["may meeting.call", "may body.manage", "may minutes.keep", "may paper.keep", "may person.keep", "may account.manage"] {
        assert!(open.contains(act), "{act} is refused to everybody: {open:?}");
    }
});
