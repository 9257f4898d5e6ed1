//! The laws of the house, as tests. `docs/house.md` says what each is for.

#![allow(missing_docs, clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use kernel::{Chance, Clock, Instant};
use store::{Store, StoreConfig};

/// The slices, in the order in which each may import only those before it.
const SLICES: [&str; 14] = [
    "people",
    "accounts",
    "bodies",
    "terms",
    "matters",
    "interests",
    "actions",
    "decisions",
    "meetings",
    "minutes",
    "compliance",
    "packs",
    "publishing",
    "desk",
];

/// The ground, likewise.
const GROUND: [&str; 9] = ["kernel", "calendar", "charter", "documents", "store", "workshop", "access", "web", "mail"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn sources(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                found.push((path.clone(), std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found.sort();
    found
}

fn all_sources() -> Vec<(String, String)> {
    let crates = root().join("crates").canonicalize().unwrap();
    sources(&crates).into_iter().map(|(path, text)| (path.strip_prefix(&crates).unwrap().to_string_lossy().into_owned(), text)).collect()
}

/// The text before the tests of a file, where a law is about what the program does.
fn program(text: &str) -> &str {
    text.split("#[cfg(test)]").next().unwrap_or(text)
}

fn offenders(found: impl Fn(&str, &str) -> bool) -> Vec<String> {
    all_sources().into_iter().filter(|(path, text)| path.contains("/src/") && found(path, program(text))).map(|(path, _)| path).collect()
}

fn store_config(folder: &tempfile::TempDir, postgres: Option<String>) -> StoreConfig {
    StoreConfig { data: folder.path().to_owned(), postgres }
}

#[test]
fn every_slice_imports_only_those_before_it() {
    let order: Vec<&str> = GROUND.into_iter().chain(SLICES).collect();
    for (place, name) in order.iter().enumerate() {
        let manifest = std::fs::read_to_string(root().join("crates").join(name).join("Cargo.toml")).unwrap();
        let dependencies = manifest.split("[dev-dependencies]").next().unwrap();
        for later in &order[place..] {
            let line = format!("\n{later}.workspace");
            assert!(*later == *name || !dependencies.contains(&line), "{name} imports {later}, which comes after it");
        }
    }
}

#[test]
fn only_the_store_knows_a_database_driver() {
    for name in GROUND.into_iter().chain(SLICES).chain(["app"]).filter(|name| *name != "store") {
        let manifest = std::fs::read_to_string(root().join("crates").join(name).join("Cargo.toml")).unwrap();
        assert!(!manifest.contains("sqlx"), "{name} names a database driver");
    }
}

#[test]
fn a_slice_keeps_its_sql_in_its_store() {
    let offenders = offenders(|path, text| {
        SLICES.iter().any(|slice| path.starts_with(&format!("{slice}/"))) && text.contains("sql!(") && !path.contains("/src/store")
    });
    assert!(offenders.is_empty(), "SQL outside store: {offenders:?}");
}

#[test]
fn what_the_public_gets_is_made_in_public_rooms_only() {
    let offenders = offenders(|path, text| {
        (text.contains("Published::vouched(")) && !path.ends_with("public.rs") && !path.contains("/public/") && !path.starts_with("access/")
    });
    assert!(offenders.is_empty(), "Published is made outside public.rs: {offenders:?}");
}

#[test]
fn what_a_reader_sees_by_right_is_invented_in_samples_only() {
    let offenders = offenders(|path, text| {
        let outside_samples: String = text
            .split("fn sample() -> Self {")
            .enumerate()
            .map(|(n, part)| if n == 0 { part } else { part.split_once("\nweb::page!").map_or("", |(_, after)| after) })
            .collect();
        (outside_samples.contains("Visible::sample") || outside_samples.contains("Visible::<")) && !path.starts_with("access/")
    });
    assert!(offenders.is_empty(), "Visible is invented outside a sample: {offenders:?}");
}

#[test]
fn only_jobs_commands_and_imports_act_without_a_person() {
    let offenders = offenders(|path, text| {
        text.contains("System::named(") && !path.starts_with("app/") && !path.ends_with("jobs.rs") && !path.starts_with("access/")
    });
    assert!(offenders.is_empty(), "System is made in: {offenders:?}");
}

#[test]
fn writing_without_an_entry_is_for_housekeeping_only() {
    // Jobs, sessions, throttles, tokens that were used, letters on their way, and what a reader notes for nobody else.
    const ALLOWED: [&str; 6] = ["store/", "access/", "mail/src/", "accounts/src/", "app/src/", "packs/src/store.rs"];
    let offenders = offenders(|path, text| text.contains(".housekeep(") && !ALLOWED.iter().any(|allowed| path.starts_with(allowed)));
    assert!(offenders.is_empty(), "housekeep is called in: {offenders:?}");
}

#[test]
fn only_the_program_speaks_to_the_terminal() {
    let offenders =
        offenders(|path, text| (text.contains("println!(") || text.contains("print!(")) && !path.starts_with("app/") && !path.contains("/bin/"));
    assert!(offenders.is_empty(), "printed from: {offenders:?}");
}

#[tokio::test]
async fn every_statement_can_be_prepared_on_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&store_config(&folder, None), Clock::standing(Instant::from_seconds(0)), Chance::seeded(1)).await.unwrap();
    prepare_all(&store).await;
}

#[tokio::test]
async fn every_statement_can_be_prepared_on_postgres() {
    let Ok(cluster) = std::env::var("FOLKMOOT_TEST_POSTGRES") else {
        eprintln!("no PostgreSQL is named in FOLKMOOT_TEST_POSTGRES");
        return;
    };
    let name = format!("folkmoot_statements_{}", std::process::id());
    let made = std::process::Command::new("psql").args([&cluster, "-qc", &format!("create database {name}")]).status().unwrap();
    assert!(made.success());
    let folder = tempfile::tempdir().unwrap();
    let address = format!("{}/{name}", cluster.rsplit_once('/').unwrap().0);
    let store = Store::open(&store_config(&folder, Some(address)), Clock::standing(Instant::from_seconds(0)), Chance::seeded(1)).await.unwrap();
    prepare_all(&store).await;
}

async fn prepare_all(store: &Store) {
    // Named so that the linker keeps every slice's statements.
    let _ = folkmoot::routes::all();
    let mut troubles = Vec::new();
    let mut n = 0;
    for statement in store::statements() {
        n += 1;
        if let Err(trouble) = store.prepare(statement).await {
            troubles.push(trouble.to_string());
        }
    }
    assert!(n > 60, "only {n} statements are linked");
    assert!(troubles.is_empty(), "{}", troubles.join("\n"));
}

/// Statements that may walk a table from end to end, by words of theirs, and why.
const WALKERS: [(&str, &str); 21] = [
    ("select p.id, p.name, p.nation, (select b.id from body b", "each morning, every partnership"),
    ("select p.id from partnership p where exists (select 1 from body b join charter_version", "each morning, every partnership"),
    ("from job j where j.kind", "jobs that wait are few"),
    ("l.purpose = 'duties'", "once a week, whom to write to"),
    ("from chain", "one for each partnership, asked for by the whole proof and the export"),
    ("from migration", "one for each change of the tables"),
    ("delete from throttle", "an hour's attempts"),
    ("from partnership where lower(name) like", "a search through the partnerships"),
    ("from partnership p where lower(p.name) like", "a search through the partnerships"),
    ("count(*) as n from partnership", "one for each partnership"),
    ("from partnership order by name, id", "the export of everything"),
    ("from body b join partnership p", "the site map names every body"),
    ("organisation_succession s", "organisations seldom merge"),
    ("body_succession s", "bodies seldom merge"),
    ("from account", "accounts are few: officers and administrators"),
    ("from person where merged_into is null and lower(name) like", "a search by a part of a name"),
    ("from person p\n     where p.merged_into is null and (lower(p.name) like", "a search by a part of a name"),
    ("where o.merged_into is null and (lower(o.name) like", "a search by a part of a name"),
    ("from organisation where merged_into is null order by name", "an import that knows them all"),
    ("ground where id = $1", "a ground is seldom deleted; what rests on it is looked for everywhere"),
    ("where ground_id = $1", "a ground is seldom deleted; what rests on it is looked for everywhere"),
];

/// Rooms whose statements may walk, and why.
const SELDOM: [(&str, &str); 4] = [
    ("folkmoot::bench", "measures"),
    ("folkmoot::retention", "once a day, when nothing else waits"),
    ("folkmoot::person", "a command, for one person who asks"),
    ("people::store::merge", "two records of one person are found once in a while"),
];

#[tokio::test]
async fn no_statement_walks_a_table_that_grows() {
    let _ = folkmoot::routes::all();
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&store_config(&folder, None), Clock::standing(Instant::from_seconds(0)), Chance::seeded(1)).await.unwrap();
    let mut walking = Vec::new();
    for statement in store::statements() {
        let walks = store.walks(statement).await.unwrap();
        let seldom = SELDOM.iter().any(|(room, _)| statement.room.starts_with(room));
        if !walks.is_empty() && !seldom && !WALKERS.iter().any(|(words, _)| statement.sql.contains(words)) {
            walking.push(format!("{}: {} walks {walks:?}", statement.room, statement.sql));
        }
    }
    assert!(walking.is_empty(), "{}", walking.join("\n"));
}

#[test]
fn every_page_has_a_sample_that_renders() {
    let _ = folkmoot::routes::all();
    let troubles: Vec<String> =
        web::render_all_samples().into_iter().filter_map(|(sample, result)| result.err().map(|e| format!("{}: {e}", sample.template))).collect();
    assert!(troubles.is_empty(), "{}", troubles.join("\n"));
}

#[test]
fn every_template_has_one_owner() {
    let _ = folkmoot::routes::all();
    let mut owners: BTreeMap<String, usize> = BTreeMap::new();
    for (sample, _) in web::render_all_samples() {
        *owners.entry(sample.template.to_owned()).or_default() += 1;
    }
    for name in web::template_names() {
        let piece = name.starts_with("govuk") || name.starts_with("parts/") || name.rsplit('/').next().is_some_and(|file| file.starts_with('_'));
        if !piece {
            assert_eq!(owners.get(&name), Some(&1), "{name} must belong to exactly one page");
        }
    }
}

#[test]
fn every_route_demands_a_pass() {
    let mut table = folkmoot::routes::all().table().to_vec();
    table.sort();
    let lines: Vec<String> = table.iter().map(|line| format!("{:<5}{:<70}{}", line.method, line.path, line.pass)).collect();
    insta::with_settings!({ snapshot_path => "snapshots", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("routes", lines.join("\n"));
    });
}

/// Licences under which the program may carry other people's work.
const LICENCES: [&str; 14] = [
    "MIT",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "Zlib",
    "MPL-2.0",
    "Unicode-3.0",
    "0BSD",
    "CC0-1.0",
    "Unlicense",
    "BSL-1.0",
    "CDLA-Permissive-2.0",
    "MIT-0",
];

/// Whether a licence expression can be met with the licences above: every part joined by AND, one of those joined by OR.
fn may_ship(expression: &str) -> bool {
    let plain = expression.replace(['(', ')'], " ").replace('/', " OR ").replace(" WITH LLVM-exception", "");
    plain.split(" AND ").all(|part| part.split(" OR ").any(|licence| LICENCES.contains(&licence.trim())))
}

#[test]
fn whatever_the_program_carries_may_be_shipped_and_is_named() {
    let output = std::process::Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--offline", "--filter-platform", "x86_64-unknown-linux-gnu"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let mut lines = Vec::new();
    let mut troubles = Vec::new();
    for package in metadata["packages"].as_array().unwrap().iter().filter(|package| !package["source"].is_null()) {
        let (name, licence) = (package["name"].as_str().unwrap(), package["license"].as_str().unwrap_or("none named"));
        if !may_ship(licence) {
            troubles.push(format!("{name}: {licence}"));
        }
        lines.push(format!("| {name} | {} | {licence} |", package["version"].as_str().unwrap()));
    }
    assert!(troubles.is_empty(), "{troubles:?}");
    lines.sort();
    let page = format!(
        "# Other people's work\n\nBeside the crates below, Folkmoot carries GOV.UK Frontend (MIT, Crown copyright), the Land Registry's \
         GOV.UK Frontend macros (MIT), PDF.js (Apache License 2.0, Mozilla Foundation) with its decoders of JPEG 2000 (OpenJPEG, \
         BSD-2-Clause) and JBIG2 (PDFium, Apache License 2.0) and the Foxit fonts (BSD-3-Clause), the Liberation Sans fonts (SIL Open Font License 1.1) and the dates of bank holidays (Open Government Licence v3.0). This page is made by \
         `FOLKMOOT_BLESS=1 cargo test -p folkmoot --test house`.\n\n| crate | version | licence |\n|---|---|---|\n{}\n",
        lines.join("\n")
    );
    let place = root().join("THIRD-PARTY.md");
    if std::env::var_os("FOLKMOOT_BLESS").is_some() {
        std::fs::write(&place, &page).unwrap();
    }
    assert!(std::fs::read_to_string(&place).unwrap_or_default() == page, "THIRD-PARTY.md is out of date: run with FOLKMOOT_BLESS=1");
}
