//! Nothing that was acknowledged is lost: the server is killed under the writes of twenty people, and cut from its database.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU16, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use access::{House, System};
use bodies::acts;
use bodies::model::{NewOffice, NewPartnership, OfficeKind};
use folkmoot::config::Config;
use folkmoot::{clock, open};
use kernel::{BodyId, PersonId};
use people::model::NewPerson;
use uuid::Uuid;

use crate::visitor::Visitor;
use crate::world::database;

const CLIENTS: usize = 20;

/// How often the server is killed: ten times, or a hundred when `FOLKMOOT_LONG` is set.
fn kills() -> usize {
    if std::env::var_os("FOLKMOOT_LONG").is_some() { 100 } else { 10 }
}

/// An installation on the disk, and who writes in it.
struct Installation {
    folder: tempfile::TempDir,
    postgres: Option<String>,
    body: BodyId,
    slug: String,
    secretaries: Vec<PersonId>,
}

/// A write as a person sees it: the form's key, its words, and whether the server said that it is kept.
#[derive(Debug, Clone)]
struct Written {
    client: usize,
    key: Uuid,
    words: String,
    acknowledged: bool,
}

impl Installation {
    async fn founded(postgres: Option<String>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let house = opened(folder.path(), postgres.clone()).await;
        let story = System::named("story");
        let new = NewPartnership { name: "Wealdshire Partnership".to_owned(), nation: "England and Wales".to_owned(), ..NewPartnership::default() };
        let (partnership, body) = acts::found_partnership(&house, &story.permit((), store::HOUSE), new).await.unwrap();
        let mut secretaries = Vec::new();
        for n in 0..CLIENTS {
            let name = format!("Officer {n}");
            let person = people::acts::record_person(&house, &story.permit(partnership, partnership), NewPerson { name, ..NewPerson::default() })
                .await
                .unwrap();
            let office = NewOffice { person, kind: OfficeKind::Secretary, title: None, how: None, starts_on: None, starts_at_item: None, note: None };
            acts::take_office(&house, &story.permit(body, partnership), office).await.unwrap();
            secretaries.push(person);
        }
        let slug = bodies::store::body(&mut house.read().await.unwrap(), body).await.unwrap().slug;
        house.store.close().await;
        Self { folder, postgres, body, slug, secretaries }
    }

    /// Opened by the story itself, while no server runs.
    async fn open(&self) -> House {
        opened(self.folder.path(), self.postgres.clone()).await
    }

    fn start(&self) -> Running {
        // Below the range from which the system lends ports, so that no other story is lent this one meanwhile.
        static NEXT: AtomicU16 = AtomicU16::new(21_000);
        let address = loop {
            let address = format!("127.0.0.1:{}", NEXT.fetch_add(1, Ordering::Relaxed));
            if std::net::TcpListener::bind(&address).is_ok() {
                break address;
            }
        };
        let mut command = Command::new(env!("CARGO_BIN_EXE_folkmoot"));
        command
            .args(["serve", "--listen", &address, "--data"])
            .arg(self.folder.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .env("FOLKMOOT_LOG", "off");
        if let Some(postgres) = &self.postgres {
            command.env("FOLKMOOT_POSTGRES", postgres);
        }
        Running { server: command.spawn().unwrap(), address: format!("http://{address}") }
    }

    /// Everything acknowledged is there, once; what was not is there once or not at all; the chain and the database are whole.
    async fn is_whole(&self, written: &[Written]) -> usize {
        let house = self.open().await;
        assert_eq!(house.store.damage().await.unwrap(), Vec::<String>::new());
        let mut read = house.read().await.unwrap();
        let reports = store::verify(&mut read, &[]).await.unwrap();
        assert!(reports.iter().all(|report| report.broken.is_none()), "{reports:?}");
        let versions = terms::store::versions(&mut read, self.body).await.unwrap();
        let mut unsaid = 0;
        for one in written {
            let there = versions.iter().filter(|version| version.title == one.words).count();
            let kept = store::kept_under(&mut read, one.key).await.unwrap().is_some();
            assert_eq!(kept, there == 1, "{one:?} is there {there} times");
            assert!(kept || !one.acknowledged, "{one:?} was acknowledged and is lost");
            unsaid += usize::from(kept && !one.acknowledged);
        }
        let entries: i64 = reports.iter().map(|report| report.entries).sum();
        let history = store::history_of(&mut read, store::Whose::Body(self.body), 100_000).await.unwrap();
        assert_eq!(history.iter().filter(|line| line.name == "charter.laid").count(), versions.len(), "of {entries} entries");
        drop(read);
        house.store.close().await;
        unsaid
    }
}

async fn opened(folder: &Path, postgres: Option<String>) -> House {
    let config = Config { data: folder.to_owned(), postgres, ..Config::default() };
    open::open(&config, false, clock::system(), clock::chance()).await.unwrap()
}

/// The server as a process.
struct Running {
    server: Child,
    address: String,
}

impl Running {
    /// Waits until it answers.
    async fn answers(&mut self) {
        let visitor = Visitor::anybody(&self.address);
        while visitor.open("/").await.is_err() {
            assert!(self.server.try_wait().unwrap().is_none(), "the server did not start");
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
    }

    /// SIGKILL: no last word, no flush.
    fn kill(&mut self) {
        self.server.kill().unwrap();
        self.server.wait().unwrap();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// Lays one version of the charter through its form.
async fn lay(visitor: &Visitor, slug: &str, key: Uuid, words: &str) -> bool {
    let text =
        format!("---\nbody: {words}\n---\n\n# {words}\n\n## 1. Purpose\n\n**1.1** The board brings together the public services of Wealdshire.\n");
    let fields = [("key", key.to_string()), ("version", "0".to_owned()), ("title", words.to_owned()), ("text", text)];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    match visitor.try_send(&format!("/bodies/{slug}/charter/new"), &fields).await {
        Ok(answer) => {
            assert!(matches!(answer.status, 303 | 500), "{}: {}", answer.status, answer.text());
            answer.status == 303
        }
        Err(_) => false,
    }
}

/// Twenty people write, each one form after another, until `enough` forms were acknowledged; then `then` happens under way.
async fn under_writes(visitors: &[Visitor], slug: &str, round: usize, enough: usize, then: impl FnOnce()) -> Vec<Written> {
    let written = Arc::new(Mutex::new(Vec::new()));
    let (acknowledged, over) = (Arc::new(AtomicUsize::new(0)), Arc::new(tokio::sync::watch::channel(false).0));
    let mut clients = tokio::task::JoinSet::new();
    for (client, visitor) in visitors.iter().cloned().enumerate() {
        let (written, acknowledged, over, slug) = (written.clone(), acknowledged.clone(), over.clone(), slug.to_owned());
        clients.spawn(async move {
            for n in 0.. {
                let one = Written {
                    client,
                    key: clock::chance().uuid(kernel::Instant::from_seconds(0)),
                    words: format!("Terms {round}-{client}-{n}"),
                    acknowledged: false,
                };
                let acknowledged_now = lay(&visitor, &slug, one.key, &one.words).await;
                written.lock().unwrap().push(Written { acknowledged: acknowledged_now, ..one });
                acknowledged.fetch_add(usize::from(acknowledged_now), Ordering::SeqCst);
                if *over.borrow() {
                    return;
                }
                if !acknowledged_now {
                    tokio::time::sleep(std::time::Duration::from_millis(20)).await;
                }
            }
        });
    }
    while acknowledged.load(Ordering::SeqCst) < enough {
        assert!(clients.try_join_next().is_none(), "a client stopped");
        tokio::task::yield_now().await;
        tokio::time::sleep(std::time::Duration::from_millis(1)).await;
    }
    then();
    over.send_replace(true);
    while let Some(client) = clients.join_next().await {
        client.unwrap();
    }
    let written = written.lock().unwrap();
    written.clone()
}

async fn visitors(installation: &Installation, address: &str) -> Vec<Visitor> {
    let house = installation.open().await;
    let mut visitors = Vec::new();
    for secretary in &installation.secretaries {
        visitors.push(Visitor::signed_in(&house, address, *secretary).await);
    }
    house.store.close().await;
    visitors
}

async fn killed_under_writes(postgres: Option<String>) {
    let installation = Installation::founded(postgres).await;
    let mut all: Vec<Written> = Vec::new();
    let mut unsaid = 0;
    for round in 0..kills() {
        let mut running = installation.start();
        running.answers().await;
        let visitors = visitors(&installation, &running.address).await;
        // What was sent and not answered is sent again under its key, as a person does who presses the button again.
        for one in all.iter_mut().filter(|one| !one.acknowledged) {
            one.acknowledged = lay(&visitors[one.client], &installation.slug, one.key, &one.words).await;
            assert!(one.acknowledged, "{one:?} is refused the second time");
        }
        let enough = 25 + 7 * (round % 5);
        all.extend(under_writes(&visitors, &installation.slug, round, enough, || running.kill()).await);
        unsaid += installation.is_whole(&all).await;
    }
    let acknowledged = all.iter().filter(|one| one.acknowledged).count();
    assert!(acknowledged >= 25 * kills(), "only {acknowledged} writes");
    println!("{} kills, {} writes acknowledged, none lost; {unsaid} were kept before their answer was sent", kills(), acknowledged);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_acknowledged_write_outlives_a_kill_on_sqlite() {
    killed_under_writes(None).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_acknowledged_write_outlives_a_kill_on_postgres() {
    match database("killed").await {
        Some(postgres) => killed_under_writes(Some(postgres)).await,
        None => eprintln!("no PostgreSQL is named in FOLKMOOT_TEST_POSTGRES"),
    }
}

/// Ends every other connection to a database, whatever it is in the middle of: how many there were, and how many of them were within a
/// transaction that had written.
fn cut(postgres: &str) -> (usize, usize) {
    let sql = "select count(pg_terminate_backend(pid)) || ' ' || count(backend_xid) from pg_stat_activity
               where datname = current_database() and pid <> pg_backend_pid()";
    let output = Command::new("psql").args([postgres, "-qAtc", sql]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let told = String::from_utf8_lossy(&output.stdout);
    let (ended, writing) = told.trim().split_once(' ').unwrap();
    (ended.parse().unwrap(), writing.parse().unwrap())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_cut_connection_loses_nothing_acknowledged_and_the_server_goes_on() {
    let Some(postgres) = database("cut").await else {
        eprintln!("no PostgreSQL is named in FOLKMOOT_TEST_POSTGRES");
        return;
    };
    let installation = Installation::founded(Some(postgres.clone())).await;
    let mut running = installation.start();
    running.answers().await;
    let visitors = visitors(&installation, &running.address).await;
    let (mut all, mut ended, mut writing) = (Vec::new(), 0, 0);
    for round in 0..kills() {
        let cuts = || {
            let (all, within) = cut(&postgres);
            ended += all;
            writing += within;
        };
        all.extend(under_writes(&visitors, &installation.slug, round, 25, cuts).await);
    }
    // Before anything is sent again: what was acknowledged is there, and of the rest nothing by halves.
    installation.is_whole(&all).await;
    for one in all.iter_mut().filter(|one: &&mut Written| !one.acknowledged) {
        let mut tries = 0;
        while !one.acknowledged && tries < 5 {
            tries += 1;
            one.acknowledged = lay(&visitors[one.client], &installation.slug, one.key, &one.words).await;
        }
        assert!(one.acknowledged, "{one:?} is refused the second time");
    }
    running.kill();
    installation.is_whole(&all).await;
    assert!(ended > kills(), "only {ended} connections were cut");
    assert!(writing > 0, "none of {ended} connections was cut in the middle of writing");
    println!("{} cuts ended {ended} connections; {} writes acknowledged, none lost", kills(), all.len());
}
