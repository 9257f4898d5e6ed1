//! A database that an earlier program wrote is opened by this one: brought up to date, whole, with everything in it.
//!
//! `tests/upgrades` keeps one for each release, as SQLite has it and as PostgreSQL tells it, with the number of records in it.
//! Migrations are added, never edited, so that these open. Before a release, when a migration was edited all the same,
//! `FOLKMOOT_WRITE_UPGRADE=1 cargo test -p folkmoot --test stories upgrades` writes the one of this version anew (it needs
//! `FOLKMOOT_TEST_POSTGRES`, `sqlite3` and `pg_dump`).

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use access::{House, System};
use folkmoot::config::Config;
use folkmoot::export::{Order, export};
use folkmoot::open;
use kernel::{Chance, Clock, Instant};
use serde::{Deserialize, Serialize};

use crate::scene::{minuted, scene};
use crate::world::{Engine, World, database};

/// What a kept database holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Kept {
    /// How many records of each kind its export had.
    counts: BTreeMap<String, u64>,
    /// How many entries its chains had.
    entries: i64,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/upgrades")
}

fn run(program: &str, arguments: &[&str]) {
    let output = Command::new(program).args(arguments).output().unwrap_or_else(|e| panic!("{program}: {e}"));
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
}

async fn held(house: &House, scratch: &Path) -> Kept {
    let order = Order { folder: scratch.join("export"), body: None, as_at: None, about: None };
    let counts = export(house, &order).await.unwrap().counts;
    let reports = store::verify(&mut house.read().await.unwrap(), &[]).await.unwrap();
    assert!(reports.iter().all(|report| report.broken.is_none()), "{reports:?}");
    assert_eq!(house.store.damage().await.unwrap(), Vec::<String>::new());
    Kept { counts, entries: reports.iter().map(|report| report.entries).sum() }
}

/// Opens a kept database, and holds it against what is said of it.
async fn opens(version: &str, data: &Path, postgres: Option<String>) {
    let kept: Kept = serde_json::from_str(&std::fs::read_to_string(folder().join(format!("{version}.json"))).unwrap()).unwrap();
    let config = Config { data: data.to_owned(), postgres, ..Config::default() };
    let clock = Clock::standing(Instant::from_seconds(1_900_000_000));
    let house = open::open(&config, false, clock, Chance::seeded(3)).await.unwrap();
    let _ = folkmoot::routes::all();
    for statement in store::statements() {
        let prepared = house.store.prepare(statement).await;
        assert!(prepared.is_ok(), "{version} lacks something: was a migration edited instead of added? {prepared:?}");
    }
    let held = held(&house, data).await;
    for (kind, count) in &kept.counts {
        assert_eq!(held.counts.get(kind), Some(count), "{version}: {kind}");
    }
    assert_eq!(held.entries, kept.entries, "{version}: no entry is lost");
    // It is not only read: an act is kept, in the same chain.
    let partnership = house.read().await.unwrap().one(&PARTNERSHIP, store::args![]).await.unwrap().get("id").unwrap();
    let new = people::model::NewPerson { name: "Ottoline Brack".to_owned(), ..Default::default() };
    people::acts::record_person(&house, &System::named("story").permit(partnership, partnership), new).await.unwrap();
    let reports = store::verify(&mut house.read().await.unwrap(), &[]).await.unwrap();
    assert_eq!(reports.iter().map(|report| report.entries).sum::<i64>(), kept.entries + 1);
    house.store.close().await;
}

store::sql!(PARTNERSHIP, "select id from partnership order by name limit 1");

fn versions(ending: &str) -> Vec<String> {
    let mut found: Vec<String> = std::fs::read_dir(folder())
        .unwrap()
        .filter_map(|entry| entry.unwrap().file_name().to_str()?.strip_suffix(ending).map(str::to_owned))
        .collect();
    found.sort();
    assert!(!found.is_empty(), "none is kept");
    found
}

/// Writes the one of this version.
async fn write(engine: Engine) {
    let world = World::on(engine, module_path!()).await.expect("FOLKMOOT_TEST_POSTGRES names a cluster");
    let scene = scene(&world).await;
    minuted(&world, &scene).await;
    let version = env!("CARGO_PKG_VERSION");
    let kept = held(&world.house, world.folder.path()).await;
    world.house.store.forget_erased().await.unwrap();
    world.house.store.close().await;
    std::fs::write(folder().join(format!("{version}.json")), serde_json::to_string_pretty(&kept).unwrap() + "\n").unwrap();
    match engine {
        Engine::Sqlite => {
            let place = folder().join(format!("{version}.sqlite"));
            let _ = std::fs::remove_file(&place);
            // Small pages keep the many small tables small; the program reads pages of any size.
            let script = format!("pragma journal_mode = delete; pragma page_size = 512; vacuum into '{}';", place.display());
            run("sqlite3", &[&world.folder.path().join("folkmoot.db").display().to_string(), &script]);
        }
        Engine::Postgres => {
            let place = folder().join(format!("{version}.sql"));
            let name = world.postgres.as_deref().unwrap();
            run("pg_dump", &["--no-owner", "--no-privileges", "--file", &place.display().to_string(), name]);
            // A dump bears a mark of its own making, which is new each time.
            let text = std::fs::read_to_string(&place).unwrap();
            let lines: Vec<&str> =
                text.lines().filter(|line| !line.starts_with('\\') || *line == "\\.").filter(|line| !line.starts_with("--")).collect();
            std::fs::write(&place, lines.join("\n") + "\n").unwrap();
        }
    }
}

fn writing() -> bool {
    std::env::var_os("FOLKMOOT_WRITE_UPGRADE").is_some()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_of_each_release_opens_on_sqlite() {
    if writing() {
        write(Engine::Sqlite).await;
    }
    for version in versions(".sqlite") {
        let data = tempfile::tempdir().unwrap();
        std::fs::copy(folder().join(format!("{version}.sqlite")), data.path().join("folkmoot.db")).unwrap();
        opens(&version, data.path(), None).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_of_each_release_opens_on_postgres() {
    if writing() {
        write(Engine::Postgres).await;
    }
    for version in versions(".sql") {
        let Some(address) = database(&format!("upgrade_{}", version.replace('.', "_"))).await else {
            eprintln!("no PostgreSQL is named in FOLKMOOT_TEST_POSTGRES: opened on SQLite only");
            return;
        };
        run("psql", &["-q", "-v", "ON_ERROR_STOP=1", "-f", &folder().join(format!("{version}.sql")).display().to_string(), &address]);
        let data = tempfile::tempdir().unwrap();
        opens(&version, data.path(), Some(address)).await;
    }
}
