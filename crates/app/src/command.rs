//! The commands.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};
use kernel::{Error, Result};
use tracing_subscriber::EnvFilter;

use crate::config::Config;
use crate::{archive, bench, charter_record, clock, demo, example, export, open, person, serve};

/// Runs a multi-agency public partnership by its own terms of reference.
#[derive(Debug, Parser)]
#[command(name = "folkmoot", version)]
pub struct Command {
    #[command(subcommand)]
    verb: Verb,
}

/// Where the data lies.
#[derive(Debug, Clone, Args)]
struct Place {
    /// The folder of the embedded database and the files.
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// The settings file.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
}

impl Place {
    fn config(&self) -> Result<Config> {
        let mut config = Config::read(self.config.as_deref())?;
        if let Some(data) = &self.data {
            config.data.clone_from(data);
        }
        Ok(config)
    }
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Shows it at work on real records and on an invented example, on this machine only.
    Demo {
        /// The folder of the demonstration.
        #[arg(long, value_name = "DIR", default_value = "./demo-data")]
        data: PathBuf,
        /// Where to listen, on this machine.
        #[arg(long, default_value = "127.0.0.1:8080")]
        listen: String,
    },
    /// Serves an installation.
    Serve {
        #[command(flatten)]
        place: Place,
        /// Where to listen.
        #[arg(long)]
        listen: Option<String>,
    },
    /// Reads, tests and judges terms of reference that lie in files: `folkmoot charter check FILE...`.
    #[command(disable_help_flag = true)]
    Charter {
        /// check, test, evaluate, due, may, compare, replay, explain, render, schema or record, and what it needs.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        words: Vec<String>,
    },
    /// Loads records through the same acts and checks as a browser does.
    Import {
        #[command(subcommand)]
        verb: ImportVerb,
    },
    /// Writes invented partnerships of any number and age, for trials of size.
    Generate {
        #[command(flatten)]
        place: Place,
        /// How many.
        #[arg(long, default_value_t = 1)]
        partnerships: usize,
        /// How many years of work each has behind it.
        #[arg(long, default_value_t = 2)]
        years: u32,
        /// The same seed gives the same partnerships.
        #[arg(long, default_value_t = 1)]
        seed: u64,
    },
    /// Writes everything as documented JSON, with the uploaded files. Exempt matter is in it.
    Export {
        /// A folder that does not exist yet or is empty.
        #[arg(value_name = "DIR")]
        folder: PathBuf,
        /// One body only.
        #[arg(long, value_name = "SLUG")]
        body: Option<String>,
        /// Seats, appointments, offices and charters of this day only: `2007-01-18`.
        #[arg(long, value_name = "DATE")]
        as_at: Option<kernel::Day>,
        #[command(flatten)]
        place: Place,
    },
    /// Measures an installation: each kind of page, the start, the memory, requests a second.
    Bench {
        #[command(flatten)]
        place: Place,
        /// Binding packs instead, in a throw-away installation, beside `qpdf`.
        #[arg(long)]
        packs: bool,
    },
    /// What is held on one person: to be told, or to be erased.
    Person {
        #[command(subcommand)]
        verb: PersonVerb,
    },
    /// What the audit chain proves.
    Audit {
        #[command(subcommand)]
        verb: AuditVerb,
    },
}

#[derive(Debug, Subcommand)]
enum ImportVerb {
    /// Loads the partnerships of 2006 to 2009 whose records come with the program. Safe to run again.
    Archive {
        #[command(flatten)]
        place: Place,
        /// A folder with `archive/` and `charters/` in it, corrected by hand, instead of the program's own.
        #[arg(long, value_name = "DIR")]
        from: Option<PathBuf>,
    },
}

#[derive(Debug, Subcommand)]
enum PersonVerb {
    /// Writes everything that is held on one person as documented JSON. Read it before you hand it over: it names others too.
    Export {
        /// Their e-mail address, or the id from the address of their page.
        #[arg(value_name = "ID|EMAIL")]
        who: String,
        /// A folder that does not exist yet or is empty.
        #[arg(value_name = "DIR")]
        folder: PathBuf,
        #[command(flatten)]
        place: Place,
    },
    /// Erases how to reach a person, their account, sign-ins, letters and notes. What they did in a public body stays, with their name.
    Erase {
        /// Their e-mail address, or the id from the address of their page.
        #[arg(value_name = "ID|EMAIL")]
        who: String,
        /// Without this nothing is erased: the command only says whom it means.
        #[arg(long)]
        yes: bool,
        #[command(flatten)]
        place: Place,
    },
}

#[derive(Debug, Subcommand)]
enum AuditVerb {
    /// Proves every chain and names the first entry that was altered or removed.
    Verify {
        /// A file that notes earlier heads of the chains: a copy of the file `heads` of the data folder, or the `manifest.json` of an
        /// export. What lies in the data folder is asked in any case.
        #[arg(long, value_name = "FILE")]
        against: Option<PathBuf>,
        #[command(flatten)]
        place: Place,
    },
}

/// What is logged, as `FOLKMOOT_LOG` wants it, but never what stands in a text: the reader of HTML, when asked for its steps,
/// would write down every word it reads, exempt ones too.
pub fn log_filter(wanted: &str) -> EnvFilter {
    EnvFilter::new(format!("{wanted},html5ever=off,markup5ever=off"))
}

/// An error in the words of the terminal.
pub fn spoken(error: &Error) -> String {
    match error {
        Error::Refused(findings) => findings.iter().map(web::sentence).collect::<Vec<_>>().join("\n"),
        Error::Forbidden(finding) => web::sentence(finding),
        Error::Fault(cause) => cause.clone(),
        other => other.to_string(),
    }
}

impl Command {
    /// Runs it.
    ///
    /// # Errors
    /// What stopped it.
    pub async fn run(self) -> Result<ExitCode> {
        tracing_subscriber::fmt()
            .with_env_filter(log_filter(std::env::var("FOLKMOOT_LOG").as_deref().unwrap_or("warn")))
            .with_writer(std::io::stderr)
            .init();
        match self.verb {
            Verb::Demo { data, listen } => {
                demo::demo(&Config { data, listen, measure: true, ..Config::default() }).await?;
                Ok(ExitCode::SUCCESS)
            }
            Verb::Serve { place, listen } => {
                let mut config = place.config()?;
                if let Some(listen) = listen {
                    config.listen = listen;
                }
                let house = open::open(&config, false, clock::system(), clock::chance()).await?;
                let listener = serve::listen(&config.listen).await?;
                println!("Folkmoot serves at {}", config.public_address());
                if let Some(path) = accounts::set_up_path(&house).await? {
                    let address = format!("{}{path}", config.public_address());
                    open::replace_for_owner_only(&config.data.join("set-up-address"), address.as_bytes())?;
                    println!("Nobody has an account yet. Set it up within the hour at {address}");
                }
                serve::serve(house, listener).await?;
                Ok(ExitCode::SUCCESS)
            }
            Verb::Generate { place, partnerships, years, seed } => {
                example::size::on_one_core();
                let house = open::open(&place.config()?, false, clock::system(), clock::chance()).await?;
                let written = example::size::generate(&house, partnerships, years, seed, |number, name| {
                    println!("{number} of {partnerships}: {name}");
                })
                .await?;
                println!("{written} new");
                Ok(ExitCode::SUCCESS)
            }
            Verb::Charter { words } if words.first().is_some_and(|word| word == "record") => {
                let (text, well) = charter_record::command(&words[1..]).await?;
                if well {
                    print!("{text}");
                    return Ok(ExitCode::SUCCESS);
                }
                eprint!("{text}");
                Ok(ExitCode::from(2))
            }
            Verb::Charter { words } => {
                let output = charter::command(&words, &mut |file| std::fs::read_to_string(file).map_err(|e| format!("{file}: {e}")));
                for (file, text) in &output.write {
                    std::fs::write(file, text).map_err(|e| Error::fault(format!("{file}: {e}")))?;
                }
                print!("{}", output.text);
                Ok(ExitCode::from(output.code))
            }
            Verb::Import { verb: ImportVerb::Archive { place, from } } => {
                let records = archive::files::read(&from.map_or(archive::files::Place::Program, archive::files::Place::Folder))?;
                let house = open::open(&place.config()?, false, clock::system(), clock::chance()).await?;
                let loaded = archive::load::load(&house, &records).await?;
                println!(
                    "The archive is loaded: {} partnerships, {} bodies, {} people; {} new acts",
                    loaded.partnerships.len(),
                    loaded.bodies.len(),
                    loaded.people.len(),
                    loaded.acts
                );
                Ok(ExitCode::SUCCESS)
            }
            Verb::Export { folder, body, as_at, place } => {
                let house = open::open_existing(&place.config()?, clock::system(), clock::chance()).await?;
                let manifest = export::export(&house, &export::Order { folder: folder.clone(), body, as_at, about: None }).await?;
                println!(
                    "{} files of records are in {}. They hold exempt matter: keep them as you keep the installation.",
                    manifest.files(),
                    folder.display()
                );
                for file in &manifest.missing_files {
                    eprintln!("folkmoot: the uploaded file {file} is not on the disk");
                }
                Ok(if manifest.missing_files.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
            }
            Verb::Bench { packs: true, .. } => {
                bench::packs().await?;
                Ok(ExitCode::SUCCESS)
            }
            Verb::Bench { place, packs: false } => {
                bench::bench(place.config()?).await?;
                Ok(ExitCode::SUCCESS)
            }
            Verb::Person { verb: PersonVerb::Export { who, folder, place } } => {
                let house = open::open_existing(&place.config()?, clock::system(), clock::chance()).await?;
                let known = person::find(&mut house.read().await?, &who).await?;
                let name = known.name.clone();
                let order = export::Order { folder: folder.clone(), body: None, as_at: None, about: Some(known) };
                let manifest = export::export(&house, &order).await?;
                let records: u64 = manifest.counts.iter().filter(|(name, _)| !name.contains('.')).map(|(_, count)| count).sum();
                println!("{records} records that name {name} are in {}; docs/export.md says what they are.", folder.display());
                println!("They name other people too and may hold exempt matter: read them before you hand them over.");
                Ok(ExitCode::SUCCESS)
            }
            Verb::Person { verb: PersonVerb::Erase { who, yes, place } } => {
                let house = open::open_existing(&place.config()?, clock::system(), clock::chance()).await?;
                let known = person::find(&mut house.read().await?, &who).await?;
                if !yes {
                    println!(
                        "This would erase what is held on {}, known by {}.",
                        known.name,
                        known.addresses.iter().cloned().collect::<Vec<_>>().join(", ")
                    );
                    println!("It cannot be undone. Write it down first with `folkmoot person export`; then say --yes.");
                    return Ok(ExitCode::FAILURE);
                }
                let done = person::erase::erase(&house, &known).await?;
                for (what, rows) in &done.erased {
                    println!("erased: {what} ({rows})");
                }
                if done.stays.is_empty() {
                    println!("Nothing in the public record rests on them, so the name is erased too.");
                } else {
                    let parts: Vec<String> = done.stays.iter().map(|(what, count)| format!("{what} {count}")).collect();
                    println!("The name {} stays in the record of what public bodies did ({}).", known.name, parts.join(", "));
                }
                println!("Backups, earlier exports and copies made before an upgrade still hold what was erased: delete them in their time.");
                Ok(ExitCode::SUCCESS)
            }
            Verb::Audit { verb: AuditVerb::Verify { place, against } } => {
                let house = open::open(&place.config()?, false, clock::system(), clock::chance()).await?;
                let beside = Some(house.store.heads_file()).filter(|file| file.is_file());
                let mut noted = Vec::new();
                for file in against.iter().chain(&beside) {
                    let named = |error: &dyn std::fmt::Display| Error::fault(format!("{}: {error}", file.display()));
                    let text = std::fs::read_to_string(file).map_err(|error| named(&error))?;
                    noted.extend(store::noted(&text).map_err(|error| named(&error))?);
                }
                let reports = store::verify(&mut house.read().await?, &noted).await?;
                for report in &reports {
                    println!("{}", proven(report));
                }
                if noted.is_empty() {
                    println!("No head was noted, so nothing tells whether the newest entries were cut off.");
                }
                Ok(if reports.iter().all(|report| report.broken.is_none()) { ExitCode::SUCCESS } else { ExitCode::FAILURE })
            }
        }
    }
}

/// What the proof of one chain found, in a sentence.
fn proven(report: &store::AuditReport) -> String {
    let whose = match &report.name {
        Some(name) => format!("{name} ({})", report.partnership),
        None if report.partnership == store::HOUSE => "the installation itself".to_owned(),
        None => report.partnership.to_string(),
    };
    let Some(broken) = &report.broken else {
        return format!("{whose}: {} entries hold, the values of {} erased", report.entries, report.erased);
    };
    let how = match broken.how {
        "removed" => "was removed",
        "altered" => "was altered",
        "values-altered" => "has other values than it was written with",
        "values-removed" => "has lost its values, and no act of erasing took them",
        "head-altered" => "is the last, and the chain says another",
        "other-than-noted" => "is another than when its head was noted",
        _ => "was cut off with all that came after: it was there when the head was noted",
    };
    let day = broken.at.map(|at| calendar::day_in_words(at.day(&kernel::Zone::london())));
    let told: Vec<String> = [day, broken.what.clone(), broken.by.as_ref().map(|by| format!("by {by}"))].into_iter().flatten().collect();
    let told = if told.is_empty() { String::new() } else { format!(" ({})", told.join(", ")) };
    format!("{whose}: entry {}{told} {how}; {} entries hold", broken.number, report.entries)
}
