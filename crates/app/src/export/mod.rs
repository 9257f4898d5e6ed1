//! The way out: everything an installation holds, as JSON that a person and a program can read, with the uploaded files.
//!
//! `folkmoot export DIR` reads one moment of the database. It is the administrator's way out, so exempt matter is in it,
//! and the manifest says so. `docs/export.md` is made from the same definitions.

mod document;
mod folder;
mod kind;
mod kinds;

use std::collections::{BTreeMap, HashSet};
use std::path::PathBuf;

use access::House;
use kernel::{BodyId, Day, Error, PartnershipId, Result};
use serde::Serialize;
use serde_json::{Map, Value as Json, json};
use store::{Read, Row, args, sql};
use uuid::Uuid;

pub use document::documented;
use folder::{Folder, JsonFile};
use kind::{Keeps, Kind, Scope, record};

use crate::person::Known;

/// The version of the format; it grows when a field changes its meaning or goes.
pub const FORMAT: i64 = 1;

/// What to export, and where to.
#[derive(Debug, Clone)]
pub struct Order {
    /// A folder that does not exist yet or is empty.
    pub folder: PathBuf,
    /// One body only, by its slug.
    pub body: Option<String>,
    /// Seats, appointments, offices and charters of this day only.
    pub as_at: Option<Day>,
    /// Only what is held on one person.
    pub about: Option<Known>,
}

/// What an export holds: the file `manifest.json`, written last, so that a folder without one is not whole.
#[derive(Debug, Serialize)]
pub struct Manifest {
    /// Always `folkmoot-export`.
    pub format: &'static str,
    /// The version of the format.
    pub version: i64,
    /// The version of the program.
    pub program: &'static str,
    /// The moment whose state it is.
    pub made_at: kernel::Instant,
    /// The body it is of; none when it is of everything.
    pub body: Option<String>,
    /// The day that seats, appointments, offices and charters were cut to.
    pub as_at: Option<Day>,
    /// The person it is about; none when it is of everything.
    pub person: Option<kernel::PersonId>,
    /// Whether exempt and confidential matter is in it. It is.
    pub holds_exempt_matter: bool,
    /// What that means for whoever holds the folder.
    pub warning: &'static str,
    /// How many records each file holds, and how many there are of each list within them.
    pub counts: BTreeMap<String, u64>,
    /// Uploaded files that are named in the database and were not on the disk, by their id.
    pub missing_files: Vec<Uuid>,
    /// Each chain with its length and the hash at its head.
    pub chains: Vec<Json>,
    /// What no export holds, and why.
    pub left_out: BTreeMap<&'static str, &'static str>,
}

impl Manifest {
    /// How many files of records there are.
    pub fn files(&self) -> usize {
        self.counts.keys().filter(|name| !name.contains('.')).count()
    }
}

const WARNING: &str =
    "This folder holds exempt and confidential matter, addresses and the whole history. Keep it as you keep the installation itself.";

const WARNING_OF_ONE: &str = "Every record that names this person, by their id, a spelling of their name or an address. The records name \
     other people too and may hold exempt matter: read them before you hand them over, and take out what is not this person's to have.";

sql!(PARTNERSHIPS, "select id from partnership order by name, id");
sql!(BODIES, "select id, slug from body where partnership_id = $1 order by name, id");
sql!(ONE_BODY, "select id, slug, partnership_id from body where slug = $1");
sql!(CHAINS, "select partnership_id, length, head from chain where ($1 is null or partnership_id = $1) order by partnership_id");

/// One partnership to be exported, with those of its bodies that are.
struct Whole {
    partnership: PartnershipId,
    bodies: Vec<(BodyId, String)>,
}

/// Writes the export and answers its manifest.
///
/// # Errors
/// A fault when the folder is not empty, when there is no such body, or when the database or the disk refuses.
pub async fn export(house: &House, order: &Order) -> Result<Manifest> {
    let mut read = house.read().await?;
    let (wholes, only) = chosen(&mut read, order.body.as_deref()).await?;
    let folder = Folder::begin(&order.folder)?;
    let mut export = Export {
        read,
        house,
        folder,
        only,
        as_at: order.as_at,
        about: order.about.as_ref().map(About::of),
        wholes,
        mentioned: HashSet::new(),
        counts: BTreeMap::new(),
        missing: Vec::new(),
    };
    for kind in kinds::KINDS.iter().chain(&kinds::PRIVATE) {
        export.write(kind).await?;
    }
    if order.about.is_some() {
        for kind in &kinds::OF_ONE {
            export.write(kind).await?;
        }
    }
    let chains = export.chains().await?;
    let manifest = Manifest {
        format: "folkmoot-export",
        version: FORMAT,
        program: env!("CARGO_PKG_VERSION"),
        made_at: house.now(),
        body: order.body.clone(),
        as_at: order.as_at,
        person: order.about.as_ref().map(|known| known.person),
        holds_exempt_matter: true,
        warning: if order.about.is_some() { WARNING_OF_ONE } else { WARNING },
        counts: export.counts,
        missing_files: export.missing,
        chains,
        left_out: kinds::LEFT_OUT.into_iter().collect(),
    };
    export.folder.finish(&manifest)?;
    Ok(manifest)
}

async fn chosen(read: &mut Read, body: Option<&str>) -> Result<(Vec<Whole>, Option<BodyId>)> {
    if let Some(slug) = body {
        let row = read.maybe(&ONE_BODY, args![slug]).await?.ok_or_else(|| Error::fault(format!("there is no body {slug}")))?;
        let id: BodyId = row.get("id")?;
        return Ok((vec![Whole { partnership: row.get("partnership_id")?, bodies: vec![(id, row.get("slug")?)] }], Some(id)));
    }
    let mut wholes = Vec::new();
    for partnership in read.each(&PARTNERSHIPS, args![], |row| row.get("id")).await? {
        let bodies = read.each(&BODIES, args![partnership], |row| Ok((row.get("id")?, row.get("slug")?))).await?;
        wholes.push(Whole { partnership, bodies });
    }
    Ok((wholes, None))
}

struct Export<'a> {
    read: Read,
    house: &'a House,
    folder: Folder,
    only: Option<BodyId>,
    as_at: Option<Day>,
    about: Option<About>,
    wholes: Vec<Whole>,
    /// The ids that an export of one body has named so far.
    mentioned: HashSet<Uuid>,
    counts: BTreeMap<String, u64>,
    missing: Vec<Uuid>,
}

impl Export<'_> {
    async fn write(&mut self, kind: &'static Kind) -> Result<()> {
        let mut file = self.folder.json(kind.name)?;
        self.counts.insert(kind.name.to_owned(), 0);
        match kind.scope {
            Scope::Body => {
                let bodies: Vec<(BodyId, String)> = self.wholes.iter().flat_map(|whole| whole.bodies.clone()).collect();
                for (body, slug) in bodies {
                    self.write_all(kind, &mut file, Uuid::from(body), &slug).await?;
                }
            }
            Scope::Partnership => {
                let partnerships: Vec<PartnershipId> = self.wholes.iter().map(|whole| whole.partnership).collect();
                for partnership in partnerships {
                    self.write_all(kind, &mut file, Uuid::from(partnership), "").await?;
                }
            }
            Scope::House => self.write_pages(kind, &mut file).await?,
            Scope::Chain => self.write_chains(kind, &mut file).await?,
        }
        file.finish()
    }

    async fn write_all(&mut self, kind: &'static Kind, file: &mut JsonFile, of: Uuid, slug: &str) -> Result<()> {
        let places = |cut: bool, as_at: Option<Day>| if cut { args![of, as_at] } else { args![of] };
        let rows = self.read.all(kind.statement, places(kind.cut, self.as_at)).await?;
        let mut parts = Parts::default();
        if !rows.is_empty() {
            for part in kind.parts {
                let within = self.read.all(part.statement, places(kind.cut, self.as_at)).await?;
                parts.take(part, &within)?;
            }
        }
        for row in &rows {
            self.put(kind, file, row, &mut parts, slug).await?;
        }
        Ok(())
    }

    async fn write_pages(&mut self, kind: &'static Kind, file: &mut JsonFile) -> Result<()> {
        let mut after = Uuid::nil();
        loop {
            let rows = self.read.all(kind.statement, args![after]).await?;
            let Some(last) = rows.last() else { return Ok(()) };
            let last: Uuid = last.get("id")?;
            let mut parts = Parts::default();
            for part in kind.parts {
                let within = self.read.all(part.statement, args![after, last]).await?;
                parts.take(part, &within)?;
            }
            for row in &rows {
                self.put(kind, file, row, &mut parts, "").await?;
            }
            after = last;
        }
    }

    async fn write_chains(&mut self, kind: &'static Kind, file: &mut JsonFile) -> Result<()> {
        let chains: Vec<Uuid> = self.chain_rows().await?.iter().map(|row| row.get("partnership_id")).collect::<Result<_>>()?;
        for chain in chains {
            let mut after = 0_i64;
            loop {
                let rows = self.read.all(kind.statement, args![chain, after, self.only]).await?;
                let Some(last) = rows.last() else { break };
                after = last.get("number")?;
                for row in &rows {
                    self.put(kind, file, row, &mut Parts::default(), "").await?;
                }
            }
        }
        Ok(())
    }

    async fn put(&mut self, kind: &Kind, file: &mut JsonFile, row: &Row, parts: &mut Parts, slug: &str) -> Result<()> {
        let mut record = record(row, kind.fields)?;
        if !self.kept(kind, &record) {
            return Ok(());
        }
        for part in kind.parts {
            let within = parts.of(part.name, row.get("id")?);
            *self.counts.entry(format!("{}.{}", kind.name, part.name)).or_default() += within.len() as u64;
            record.insert(part.name.to_owned(), Json::Array(within));
        }
        if let Some(about) = &self.about {
            if record.values().any(|value| about.is_in(value)) {
                *self.counts.entry(kind.name.to_owned()).or_default() += 1;
                file.put(&Json::Object(record))?;
            }
            return Ok(());
        }
        if self.only.is_some() {
            mention(&mut self.mentioned, &record);
        }
        match kind.name {
            "files" => self.copy(&mut record).await?,
            "charters" => {
                let path = format!("charters/{slug}-{}.md", record.get("number").and_then(Json::as_i64).unwrap_or_default());
                self.folder.put(&path, record.get("text").and_then(Json::as_str).unwrap_or_default().as_bytes())?;
                record.insert("path".to_owned(), json!(path));
            }
            _ => {}
        }
        *self.counts.entry(kind.name.to_owned()).or_default() += 1;
        file.put(&Json::Object(record))
    }

    fn kept(&self, kind: &Kind, record: &Map<String, Json>) -> bool {
        let Some(body) = self.only else { return true };
        let id = |field: &str| record.get(field).and_then(Json::as_str).and_then(|text| text.parse::<Uuid>().ok());
        match kind.keeps {
            Keeps::All => true,
            Keeps::OfBody(fields) => fields.iter().any(|field| id(field) == Some(body.into())),
            Keeps::Mentioned(field) => id(field).is_some_and(|id| self.mentioned.contains(&id)),
        }
    }

    /// Copies an uploaded file under its own name, in a folder of its own, because two files may bear one name.
    async fn copy(&mut self, record: &mut Map<String, Json>) -> Result<()> {
        let text = |field: &str| record.get(field).and_then(Json::as_str).unwrap_or_default().to_owned();
        let (id, hash, path) = (text("id"), text("hash"), format!("files/{}/{}", text("id"), folder::safe_name(&text("name"))));
        match self.house.store.files().content(&hash).await {
            Ok(content) => {
                self.folder.copy(&path, content).await?;
                record.insert("path".to_owned(), json!(path));
            }
            Err(Error::NotFound) => {
                self.missing.push(id.parse().map_err(Error::fault)?);
                record.insert("path".to_owned(), Json::Null);
            }
            Err(error) => return Err(error),
        }
        Ok(())
    }

    async fn chain_rows(&mut self) -> Result<Vec<Row>> {
        let of = self.only.and_then(|_| self.wholes.first()).map(|whole| whole.partnership);
        self.read.all(&CHAINS, args![of]).await
    }

    async fn chains(&mut self) -> Result<Vec<Json>> {
        let rows = self.chain_rows().await?;
        rows.iter()
            .map(|row| {
                let head: Vec<u8> = row.get("head")?;
                let head: String = head.iter().map(|byte| format!("{byte:02x}")).collect();
                Ok(json!({ "partnership_id": row.get::<Uuid>("partnership_id")?, "length": row.get::<i64>("length")?, "head": head }))
            })
            .collect()
    }
}

/// What one person is known by, as it stands in records.
struct About {
    ids: Vec<String>,
    /// Names and addresses in small letters.
    words: Vec<String>,
}

impl About {
    fn of(known: &Known) -> Self {
        let words = known.spellings.iter().chain(&known.addresses).map(|word| word.to_lowercase()).collect();
        Self { ids: known.records.iter().map(ToString::to_string).collect(), words }
    }

    fn is_in(&self, value: &Json) -> bool {
        match value {
            Json::String(text) => {
                self.ids.iter().any(|id| text.contains(id.as_str())) || {
                    let text = text.to_lowercase();
                    self.words.iter().any(|word| text.contains(word.as_str()))
                }
            }
            Json::Array(within) => within.iter().any(|value| self.is_in(value)),
            Json::Object(within) => within.values().any(|value| self.is_in(value)),
            _ => false,
        }
    }
}

/// The lists within the records of one reading, by the list and the record they belong to.
#[derive(Default)]
struct Parts(BTreeMap<(&'static str, Uuid), Vec<Json>>);

impl Parts {
    fn take(&mut self, part: &kind::Part, rows: &[Row]) -> Result<()> {
        for row in rows {
            let of: Uuid = row.get(part.of)?;
            self.0.entry((part.name, of)).or_default().push(Json::Object(record(row, part.fields)?));
        }
        Ok(())
    }

    fn of(&mut self, part: &'static str, id: Uuid) -> Vec<Json> {
        self.0.remove(&(part, id)).unwrap_or_default()
    }
}

fn mention(mentioned: &mut HashSet<Uuid>, record: &Map<String, Json>) {
    for value in record.values() {
        match value {
            Json::String(text) if text.len() == 36 => mentioned.extend(text.parse::<Uuid>().ok()),
            Json::Array(within) => within.iter().filter_map(Json::as_object).for_each(|record| mention(mentioned, record)),
            _ => {}
        }
    }
}
