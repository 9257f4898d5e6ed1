//! A world of its own for each story: an empty installation on one of the two databases, a clock that stands until it is
//! moved, chance that repeats itself, and the program serving it over HTTP.

use std::net::SocketAddr;

use access::House;
use folkmoot::config::Config;
use jiff::civil::{Date, date, time};
use kernel::{Chance, Clock, Zone};
use store::Read;

/// Which database a story runs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

/// The world of one story.
pub struct World {
    pub house: House,
    /// Where the program serves: `http://127.0.0.1:…`.
    pub address: String,
    pub folder: tempfile::TempDir,
    /// The address of its PostgreSQL database, where it is on one.
    pub postgres: Option<String>,
}

/// The day on which every story begins: a Monday.
pub const TODAY: Date = date(2026, 3, 2);

impl World {
    /// An empty installation at ten in the morning of [`TODAY`].
    pub async fn on(engine: Engine, name: &str) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let postgres = match engine {
            Engine::Sqlite => None,
            Engine::Postgres => Some(database(name).await?),
        };
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let config =
            Config { address: Some(address.clone()), data: folder.path().to_owned(), postgres: postgres.clone(), measure: true, ..Config::default() };
        let clock = Clock::standing(Zone::london().instant(TODAY, time(10, 0, 0, 0)));
        let house = folkmoot::open::open(&config, false, clock, Chance::seeded(7)).await.unwrap();
        let service = folkmoot::serve::service(&house).into_make_service_with_connect_info::<SocketAddr>();
        tokio::spawn(async move { axum::serve(listener, service).await.unwrap() });
        Some(Self { house, address, folder, postgres })
    }

    /// Moves the clock to an hour of a day.
    pub fn move_to(&self, day: Date, hour: i8, minute: i8) {
        assert!(self.house.store.clock().move_to(Zone::london().instant(day, time(hour, minute, 0, 0))));
    }

    pub async fn read(&self) -> Read {
        self.house.read().await.unwrap()
    }
}

/// A new database of its own in the cluster that `FOLKMOOT_TEST_POSTGRES` names. Without one, the story runs on SQLite only.
pub async fn database(name: &str) -> Option<String> {
    let cluster = std::env::var("FOLKMOOT_TEST_POSTGRES").ok()?;
    let unique = format!("folkmoot_{}_{}", std::process::id(), name.rsplit("::").next().unwrap_or(name)).to_lowercase();
    let unique: String = unique.chars().take(60).collect();
    let output = std::process::Command::new("psql")
        .args([&cluster, "-qc", &format!("create database {unique}")])
        .output()
        .expect("psql is there where PostgreSQL is");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let (server, _) = cluster.rsplit_once('/').expect("an address ends in a database");
    Some(format!("{server}/{unique}"))
}

/// Declares a story; it becomes two tests, one for each database.
macro_rules! story {
    ($name:ident, $story:expr) => {
        mod $name {
            #[allow(unused_imports)]
            use super::*;
            use crate::world::{Engine, World};

            async fn told_on(engine: Engine) {
                match World::on(engine, concat!(module_path!())).await {
                    Some(world) => $story(world).await,
                    None => eprintln!("no PostgreSQL is named in FOLKMOOT_TEST_POSTGRES: told on SQLite only"),
                }
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_sqlite() {
                told_on(Engine::Sqlite).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_postgres() {
                told_on(Engine::Postgres).await;
            }
        }
    };
}
pub(crate) use story;
