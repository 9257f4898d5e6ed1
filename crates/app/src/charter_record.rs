//! `folkmoot charter record BODY`: the record that the program itself evaluates, for whoever would judge it elsewhere.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

use access::{House, Key as _};
use clap::{Parser, ValueEnum};
use kernel::{BodyId, Day, Error, Result};

use crate::config::Config;
use crate::{clock, open};

/// How it is to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// As `folkmoot charter evaluate` reads it.
    Json,
    /// How many facts of each kind there are, and for which days they are whole.
    Text,
}

/// Writes everything that is known of a body, as its charter is judged by it.
#[derive(Debug, Parser)]
#[command(name = "folkmoot charter record", no_binary_name = true)]
struct Words {
    /// The body, as it stands in addresses.
    body: String,
    /// As at this day; today without one.
    #[arg(long, value_name = "DATE")]
    as_at: Option<Day>,
    #[arg(long, value_enum, default_value = "json")]
    format: Format,
    /// The folder of the embedded database and the files.
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// The settings file.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
}

/// The record of a body as at a day: the very one that its pages are judged by.
///
/// # Errors
/// [`Error::NotFound`] without such a body, a fault when the database refuses.
pub async fn record_of(house: &House, slug: &str, as_at: Day) -> Result<charter::Record> {
    let mut read = house.read().await?;
    let body = BodyId::find(&mut read, slug).await?;
    terms::record(&mut read, terms::Scope::body(body, as_at)).await
}

/// Carries out `folkmoot charter record …`, given the words after `record`; answers what is to be printed, and whether it went well.
///
/// # Errors
/// What stopped it.
pub async fn command(words: &[String]) -> Result<(String, bool)> {
    let words = match Words::try_parse_from(words) {
        Ok(words) => words,
        Err(told) => return Ok((told.to_string(), !told.use_stderr())),
    };
    let mut config = Config::read(words.config.as_deref())?;
    if let Some(data) = words.data {
        config.data = data;
    }
    let house = open::open_existing(&config, clock::system(), clock::chance()).await?;
    let as_at = words.as_at.unwrap_or_else(|| house.today());
    let record = match record_of(&house, &words.body, as_at).await {
        Err(Error::NotFound) => return Ok((format!("There is no body “{}” here.\n", words.body), false)),
        record => record?,
    };
    let text = match words.format {
        Format::Json => serde_json::to_string_pretty(&record).map_err(Error::fault)? + "\n",
        Format::Text => outline(&record)?,
    };
    Ok((text, true))
}

/// How many facts of each kind there are, and for which days they are whole.
fn outline(record: &charter::Record) -> Result<String> {
    let value = serde_json::to_value(record).map_err(Error::fault)?;
    let facts: BTreeMap<&str, usize> =
        value.as_object().into_iter().flatten().filter_map(|(key, list)| Some((key.as_str(), list.as_array()?.len()))).collect();
    let mut text = String::new();
    for kind in charter::Kind::ALL {
        let word = serde_json::to_value(kind).map_err(Error::fault)?;
        let number = facts.get(word.as_str().unwrap_or_default()).copied().unwrap_or(0);
        let spans = record.completeness.get(&kind).map_or(&[][..], Vec::as_slice);
        let day = |day: Option<Day>| day.map_or_else(|| "…".to_owned(), |day| day.to_string());
        let whole: Vec<String> = spans.iter().map(|span| format!("{} to {}", day(span.from), day(span.until))).collect();
        let whole = match whole.len() {
            0 => "not known to be whole".to_owned(),
            1..=3 => format!("whole {}", whole.join(", ")),
            more => format!("whole on {more} days or spans"),
        };
        let _ = writeln!(text, "{number:>6}  {}: {whole}", kind.name());
    }
    Ok(text)
}
