//! The proof of the audit chains: what was altered, removed, or emptied without an act of erasing, and what is shorter than it was noted.
//!
//! A chain proves that nothing in the middle of it changed. That nothing is gone from its end, or the whole of it, only a note from
//! outside the database can tell: the heads of the chains are written beside it and into every export.

use std::collections::BTreeMap;
use std::path::PathBuf;

use kernel::{Error, Instant, PartnershipId, PersonId, Result};
use serde::{Deserialize, Serialize};
use tokio::io::AsyncWriteExt as _;
use uuid::Uuid;

use crate::audit::{ChainLine, digest};
use crate::{Read, Row, Store, args, sql};

/// How long a chain was at some moment, and the hash of its last entry in hexadecimal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// Whose chain.
    pub partnership_id: PartnershipId,
    /// How many entries it had.
    pub length: i64,
    /// The hash of the last of them.
    pub head: String,
}

/// The first entry of a chain that does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// Its number in the chain, from 1.
    pub number: i64,
    /// What is wrong with it, in one word: `removed`, `altered`, `values-altered`, `values-removed` (nobody erased them), `head-altered`,
    /// `other-than-noted` (the chain is not the one whose head was noted), `cut-off` (it was longer when its head was noted).
    pub how: &'static str,
    /// When it happened, as far as that can be read.
    pub at: Option<Instant>,
    /// What happened: `meeting.called`.
    pub what: Option<String>,
    /// Who did it.
    pub by: Option<String>,
}

/// What the proof of one chain found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditReport {
    /// Whose chain.
    pub partnership: PartnershipId,
    /// That partnership's name; none for the chain of the installation itself.
    pub name: Option<String>,
    /// How many entries hold.
    pub entries: i64,
    /// How many entries' values were erased; the chain holds without them.
    pub erased: i64,
    /// The first entry that does not hold.
    pub broken: Option<Broken>,
}

// Every partnership has a chain: it is founded by an act.
sql!(
    CHAINS,
    "select p.id as partnership_id, p.name, c.length, c.head from partnership p left join chain c on c.partnership_id = p.id
     union all
     select c.partnership_id, null, c.length, c.head from chain c where not exists (select 1 from partnership p where p.id = c.partnership_id)
     order by 1"
);
sql!(HEADS, "select partnership_id, length, head from chain order by partnership_id");
sql!(
    CHAIN_PAGE,
    "select e.*, v.salt, v.before_json, v.after_json, p.name as person_name from event e left join event_value v on v.event_id = e.id
     left join person p on p.id = e.person_id where e.partnership_id = $1 and e.number > $2 order by e.number limit 1000"
);

/// The heads of all chains as they are now, to be noted outside the database.
///
/// # Errors
/// A fault when the database cannot be read.
pub async fn heads(read: &mut Read) -> Result<Vec<Head>> {
    read.each(&HEADS, args![], |row| {
        Ok(Head { partnership_id: row.get("partnership_id")?, length: row.get("length")?, head: hex(&row.get::<Vec<u8>>("head")?) })
    })
    .await
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// An entry as far as it can be read.
fn broken(row: &Row, number: i64, how: &'static str) -> Broken {
    let person = || row.get::<Option<String>>("person_name").ok().flatten();
    let named = || row.get::<Option<PersonId>>("person_id").ok().flatten().map(|id| id.to_string());
    let capacity = || row.get::<String>("capacity").ok();
    Broken { number, how, at: row.get("happened_at").ok(), what: row.get("name").ok(), by: person().or_else(named).or_else(capacity) }
}

fn gone(number: i64, how: &'static str) -> Broken {
    Broken { number, how, at: None, what: None, by: None }
}

/// An entry that holds: its hash, whether its values were erased, and how many values it says an act of erasing took.
struct Held {
    hash: Vec<u8>,
    emptied: bool,
    took: i64,
}

/// Proves one entry; answers what is wrong with it where something is. An entry that cannot be read was altered.
fn held(row: &Row, partnership: PartnershipId, number: i64, head: &[u8]) -> Result<std::result::Result<Held, &'static str>> {
    let stored: Vec<u8> = row.get("digest")?;
    let (name, capacity, record_kind, page): (String, String, String, String) =
        (row.get("name")?, row.get("capacity")?, row.get("record_kind")?, row.get("page")?);
    let clause: Option<String> = row.get("clause")?;
    let at: Instant = row.get("happened_at")?;
    let line = ChainLine {
        partnership: partnership.0,
        number,
        event: row.get::<Uuid>("id")?,
        at: at.seconds(),
        name: &name,
        person: row.get("person_id")?,
        capacity: &capacity,
        record_kind: &record_kind,
        record: row.get("record_id")?,
        body: row.get("body_id")?,
        clause: clause.as_deref(),
        page: &page,
    };
    let hash = line.hash(head, &stored);
    if hash != row.get::<Vec<u8>>("hash")? {
        return Ok(Err("altered"));
    }
    let Some(salt) = row.get::<Option<Vec<u8>>>("salt")? else { return Ok(Ok(Held { hash, emptied: true, took: 0 })) };
    let (before, after): (String, String) = (row.get("before_json")?, row.get("after_json")?);
    if digest(&salt, &before, &after) != stored {
        return Ok(Err("values-altered"));
    }
    let told = |text: &str| serde_json::from_str::<serde_json::Value>(text).ok()?.get("values")?.as_i64();
    let took = if ERASING.contains(&name.as_str()) { told(&after).unwrap_or(UNCOUNTED) } else { 0 };
    Ok(Ok(Held { hash, emptied: false, took }))
}

/// The acts that erase values; the entry of each says under `values` how many.
const ERASING: [&str; 2] = ["person.erased", "retention.applied"];
/// What an entry is taken to say that was written before they were counted: then nothing tells how many are to be gone.
const UNCOUNTED: i64 = i64::MAX;

/// Proves every chain, against the heads that were noted of them.
///
/// # Errors
/// A fault when the database cannot be read.
pub async fn verify(read: &mut Read, noted: &[Head]) -> Result<Vec<AuditReport>> {
    let mut reports = Vec::new();
    // Which entry of each report was the first without its values, and how many values acts of erasing say they took.
    let (mut emptied, mut took): (Vec<Option<Broken>>, i64) = (Vec::new(), 0);
    for chain in read.all(&CHAINS, args![]).await? {
        let partnership: PartnershipId = chain.get("partnership_id")?;
        let (length, end): (Option<i64>, Option<Vec<u8>>) = (chain.get("length")?, chain.get("head")?);
        let mut known: BTreeMap<i64, Vec<&str>> = BTreeMap::new();
        for head in noted.iter().filter(|head| head.partnership_id == partnership && head.length > 0) {
            known.entry(head.length).or_default().push(&head.head);
        }
        let mut report = AuditReport { partnership, name: chain.get("name")?, entries: 0, erased: 0, broken: None };
        let mut head: Vec<u8> = Vec::new();
        let mut first_emptied = None;
        'chain: loop {
            let rows = read.all(&CHAIN_PAGE, args![partnership, report.entries]).await?;
            if rows.is_empty() {
                break;
            }
            for row in &rows {
                let number = report.entries + 1;
                if row.get::<i64>("number").ok() != Some(number) {
                    report.broken = Some(gone(number, "removed"));
                    break 'chain;
                }
                match held(row, partnership, number, &head).unwrap_or(Err("altered")) {
                    Err(how) => {
                        report.broken = Some(broken(row, number, how));
                        break 'chain;
                    }
                    Ok(held) => {
                        head = held.hash;
                        took = took.saturating_add(held.took);
                        if held.emptied {
                            report.erased += 1;
                            first_emptied.get_or_insert_with(|| broken(row, number, "values-removed"));
                        }
                    }
                }
                if known.get(&number).is_some_and(|noted| noted.iter().any(|noted| *noted != hex(&head))) {
                    report.broken = Some(broken(row, number, "other-than-noted"));
                    break 'chain;
                }
                report.entries = number;
            }
        }
        if report.broken.is_none() {
            let longest = known.keys().next_back().copied().unwrap_or(0);
            report.broken = if length.is_none() || report.entries < length.unwrap_or(0) {
                Some(gone(report.entries + 1, "removed"))
            } else if report.entries < longest {
                Some(gone(report.entries + 1, "cut-off"))
            } else if Some(report.entries) != length || Some(head) != end {
                Some(gone(report.entries, "head-altered"))
            } else {
                None
            };
        }
        emptied.push(first_emptied);
        reports.push(report);
    }
    // A chain of which nothing is left at all.
    for head in noted.iter().filter(|head| head.length > 0) {
        if !reports.iter().any(|report| report.partnership == head.partnership_id) {
            let broken = Some(gone(1, "cut-off"));
            reports.push(AuditReport { partnership: head.partnership_id, name: None, entries: 0, erased: 0, broken });
            emptied.push(None);
        }
    }
    if reports.iter().map(|report| report.erased).sum::<i64>() > took {
        for (report, first) in reports.iter_mut().zip(emptied) {
            report.broken = report.broken.take().or(first);
        }
    }
    Ok(reports)
}

/// Heads that were noted: lines of the file `heads`, or what an export's manifest says under `chains`.
///
/// # Errors
/// A fault when the text is neither.
pub fn noted(text: &str) -> Result<Vec<Head>> {
    #[derive(Deserialize)]
    struct Manifest {
        chains: Vec<Head>,
    }
    if let Ok(manifest) = serde_json::from_str::<Manifest>(text) {
        return Ok(manifest.chains);
    }
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(at, line)| {
            serde_json::from_str(line).map_err(|_| Error::fault(format!("line {} notes no head, and the file is no manifest of an export", at + 1)))
        })
        .collect()
}

impl Store {
    /// Where the heads of the chains are noted: a file beside the database, for `audit verify`. Whoever wants to be surer keeps copies of
    /// it elsewhere.
    pub fn heads_file(&self) -> PathBuf {
        self.files.beside("heads")
    }

    /// Notes the heads that changed since they were last noted.
    ///
    /// # Errors
    /// A fault when the database or the disk refuses.
    pub async fn note_heads(&self) -> Result<()> {
        let place = self.heads_file();
        let before = match tokio::fs::read_to_string(&place).await {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
            Err(error) => return Err(Error::fault(format!("{}: {error}", place.display()))),
        };
        let last: BTreeMap<PartnershipId, Head> = noted(&before)?.into_iter().map(|head| (head.partnership_id, head)).collect();
        let mut lines = String::new();
        for head in heads(&mut self.read().await?).await?.into_iter().filter(|head| last.get(&head.partnership_id) != Some(head)) {
            lines.push_str(&serde_json::to_string(&head).map_err(Error::fault)?);
            lines.push('\n');
        }
        if lines.is_empty() {
            return Ok(());
        }
        let mut options = tokio::fs::OpenOptions::new();
        options.append(true).create(true);
        #[cfg(unix)]
        options.mode(0o600);
        let mut file = options.open(&place).await.map_err(|error| Error::fault(format!("{}: {error}", place.display())))?;
        file.write_all(lines.as_bytes()).await.map_err(Error::fault)?;
        file.sync_all().await.map_err(Error::fault)
    }
}
