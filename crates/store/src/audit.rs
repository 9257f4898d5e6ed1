//! The audit chain: an entry cannot be forgotten, altered or removed unnoticed.
//!
//! One chain per partnership; its head is locked while a transaction writes. Each entry's hash covers the one before it and
//! salted digests of what was before and after. Values and salts lie in their own row, so that erasing a person's data
//! leaves the chain provable.

use kernel::{Error, EventId, Instant, PartnershipId, PersonId, Record, Result};
use serde_json::Value as Json;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::{Read, Statement, Store, Value, args, sql};

/// The chain of the installation itself: accounts, settings, and what happens before there is a partnership.
pub const HOUSE: PartnershipId = PartnershipId(Uuid::nil());

/// A kind of thing that can happen: `meeting.called`. Defined once; history, help and words derive from it.
#[derive(Debug)]
pub struct Event {
    /// Its name; the locale's words for it stand under `event-<name with dashes>`.
    pub name: &'static str,
}

/// A registered event.
pub struct RegisteredEvent(pub &'static Event);
inventory::collect!(RegisteredEvent);

/// Every event linked into the program.
pub fn events() -> impl Iterator<Item = &'static Event> {
    inventory::iter::<RegisteredEvent>.into_iter().map(|registered| registered.0)
}

/// Declares and registers an event: `event!(CALLED, "meeting.called");`
#[macro_export]
macro_rules! event {
    ($(#[$doc:meta])* $name:ident, $text:literal) => {
        #[doc = concat!("The event `", $text, "`.")]
        $(#[$doc])*
        pub static $name: $crate::Event = $crate::Event { name: $text };
        $crate::inventory::submit! { $crate::RegisteredEvent(&$name) }
    };
}

/// How a write transaction is opened: what is about to happen, by whom, in which capacity, in whose chain.
#[derive(Debug, Clone)]
pub struct Opening {
    /// What is about to happen.
    pub event: &'static Event,
    /// Whose chain keeps it.
    pub partnership: PartnershipId,
    /// The person acting; none for a job or an import.
    pub person: Option<PersonId>,
    /// In which capacity, as a word the locale knows under `capacity-…`: `secretary`, `chair`, `member`, `link`, `import`.
    pub capacity: String,
    /// The key of the form that was sent; a second sending answers what the first did.
    pub key: Option<Uuid>,
}

/// How a write transaction is closed: the whole entry.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The record that changed.
    pub record: Record,
    /// The body it belongs to, so that a body's history can be read.
    pub body: Option<kernel::BodyId>,
    /// The clause it rests on.
    pub clause: Option<String>,
    /// What stood before; `null` for something new.
    pub before: Json,
    /// What stands now; `null` for something gone.
    pub after: Json,
    /// The page where the record is seen. It answers a form that is sent twice.
    pub page: String,
}

impl Entry {
    /// About this record, seen on this page.
    pub fn about(record: Record, page: impl Into<String>) -> Self {
        Self { record, body: None, clause: None, before: Json::Null, after: Json::Null, page: page.into() }
    }

    /// Belongs to a body.
    pub fn of_body(mut self, body: kernel::BodyId) -> Self {
        self.body = Some(body);
        self
    }

    /// Rests on a clause.
    pub fn under(mut self, clause: Option<String>) -> Self {
        self.clause = clause;
        self
    }

    /// What stood before.
    pub fn before(mut self, before: impl serde::Serialize) -> Self {
        self.before = serde_json::to_value(before).unwrap_or(Json::Null);
        self
    }

    /// What stands now.
    pub fn after(mut self, after: impl serde::Serialize) -> Self {
        self.after = serde_json::to_value(after).unwrap_or(Json::Null);
        self
    }
}

/// A write transaction. Dropping it undoes everything; only [`Write::close`] keeps it.
pub struct Write {
    read: Read,
    store: Store,
    opening: Opening,
    now: Instant,
    number: i64,
    head: Vec<u8>,
    told: Vec<String>,
}

impl std::ops::Deref for Write {
    type Target = Read;
    fn deref(&self) -> &Read {
        &self.read
    }
}

impl std::ops::DerefMut for Write {
    fn deref_mut(&mut self) -> &mut Read {
        &mut self.read
    }
}

// Writing the row locks it on PostgreSQL until the transaction ends; SQLite has one writer anyway.
sql!(
    LOCK_CHAIN,
    "insert into chain (partnership_id, length, head) values ($1, 0, $2)
     on conflict (partnership_id) do update set length = chain.length returning length, head"
);
sql!(ADVANCE_CHAIN, "update chain set length = $2, head = $3 where partnership_id = $1");
sql!(
    INSERT_EVENT,
    "insert into event (id, partnership_id, number, happened_at, name, person_id, capacity, record_kind, record_id, body_id, clause, page, digest, hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)"
);
sql!(INSERT_EVENT_VALUE, "insert into event_value (event_id, salt, before_json, after_json) values ($1, $2, $3, $4)");
sql!(USED_KEY, "select page from form_key where key = $1");
sql!(USE_KEY, "insert into form_key (key, used_at, page, record_id) values ($1, $2, $3, $4)");
sql!(KEPT_UNDER, "select record_id from form_key where key = $1");
sql!(QUEUE_JOB, "insert into job (id, kind, payload, due_at, locked_until, tries) values ($1, $2, $3, $4, $5, 0)");

impl Store {
    /// Opens a write transaction with its event.
    ///
    /// # Errors
    /// [`Error::Repeated`] when the form's key was used before; a fault when the database refuses.
    pub async fn write(&self, opening: Opening) -> Result<Write> {
        let mut read = self.begin_read_write().await?;
        if let Some(key) = opening.key
            && let Some(row) = read.maybe(&USED_KEY, args![key]).await?
        {
            read.commit().await?;
            return Err(Error::Repeated(row.get("page")?));
        }
        let (length, head) = lock_chain(&mut read, opening.partnership).await?;
        let number = length + 1;
        Ok(Write { read, now: self.clock.now(), store: self.clone(), opening, number, head, told: Vec::new() })
    }
}

/// Locks a chain, which begins with its first entry, and answers its length and head.
async fn lock_chain(read: &mut Read, partnership: PartnershipId) -> Result<(i64, Vec<u8>)> {
    if let Some(known) = read.batch().and_then(|batch| batch.head(partnership)) {
        return Ok(known);
    }
    let chain = read.one(&LOCK_CHAIN, args![partnership, Vec::<u8>::new()]).await?;
    Ok((chain.get("length")?, chain.get("head")?))
}

/// Writes entries of chains, and what was before and after each.
pub(crate) async fn insert_entries(read: &mut Read, told: Vec<Vec<Value>>, values: Vec<Vec<Value>>) -> Result<()> {
    read.execute_each(INSERT_EVENT.sql, told).await?;
    read.execute_each(INSERT_EVENT_VALUE.sql, values).await
}

/// Writes the length and head of a chain.
pub(crate) async fn advance_chain(read: &mut Read, partnership: PartnershipId, length: i64, head: Vec<u8>) -> Result<()> {
    read.execute(ADVANCE_CHAIN.sql, args![partnership, length, head]).await.map(drop)
}

impl Write {
    /// The moment of this act.
    pub fn now(&self) -> Instant {
        self.now
    }

    /// A new id.
    pub fn id<T: From<Uuid>>(&self) -> T {
        T::from(self.store.chance.uuid(self.now))
    }

    /// Who acts, if a person.
    pub fn person(&self) -> Option<PersonId> {
        self.opening.person
    }

    /// In which capacity.
    pub fn capacity(&self) -> &str {
        &self.opening.capacity
    }

    /// Whose chain this act is kept in.
    pub fn partnership(&self) -> PartnershipId {
        self.opening.partnership
    }

    /// Moves the entry to the chain of a partnership that this very act founds.
    ///
    /// # Errors
    /// A fault when the database refuses.
    pub async fn found(&mut self, partnership: PartnershipId) -> Result<()> {
        let (length, head) = lock_chain(&mut self.read, partnership).await?;
        self.opening.partnership = partnership;
        self.number = length + 1;
        self.head = head;
        Ok(())
    }

    /// Runs a writing statement and answers how many rows it touched.
    ///
    /// # Errors
    /// A fault when the database refuses.
    pub async fn run(&mut self, statement: &'static Statement, args: Vec<Value>) -> Result<u64> {
        self.read.execute(statement.sql, args).await
    }

    /// Runs an inserting statement for each of several rows, many of them at once. Rows of one call do not see each other.
    ///
    /// # Errors
    /// A fault when the database refuses.
    pub async fn run_each(&mut self, statement: &'static Statement, rows: Vec<Vec<Value>>) -> Result<()> {
        self.read.execute_each(statement.sql, rows).await
    }

    /// Queues jobs of one kind, each due at its own moment, many of them at once.
    ///
    /// # Errors
    /// A fault when the database refuses.
    pub async fn queue_each(&mut self, kind: &str, jobs: impl IntoIterator<Item = (Json, Instant)>) -> Result<()> {
        let free = Instant::from_seconds(0);
        let rows = jobs.into_iter().map(|(payload, due_at)| args![self.id::<Uuid>(), kind, payload, due_at, free]).collect();
        self.run_each(&QUEUE_JOB, rows).await
    }

    /// Queues a job for when this act is kept.
    ///
    /// # Errors
    /// A fault when the database refuses.
    pub async fn queue(&mut self, kind: &str, payload: &Json, due_at: Instant) -> Result<()> {
        let id: Uuid = self.id();
        self.read.execute(QUEUE_JOB.sql, args![id, kind, payload.clone(), due_at, Instant::from_seconds(0)]).await?;
        Ok(())
    }

    /// Tells open pages that a topic changed, once this act is kept. A topic names a record, never what is in it.
    pub fn tell(&mut self, topic: impl Into<String>) {
        let topic = topic.into();
        if !self.told.contains(&topic) {
            self.told.push(topic);
        }
    }

    /// Keeps everything, with its entry.
    ///
    /// # Errors
    /// A fault when the database refuses; then nothing is kept.
    pub async fn close(mut self, entry: Entry) -> Result<EventId> {
        let event: EventId = self.id();
        let salt: [u8; 16] = self.store.chance.bytes();
        let (before, after) = (entry.before.to_string(), entry.after.to_string());
        let digest = digest(&salt, &before, &after);
        let line = ChainLine {
            partnership: self.opening.partnership.0,
            number: self.number,
            event: event.0,
            at: self.now.seconds(),
            name: self.opening.event.name,
            person: self.opening.person.map(Uuid::from),
            capacity: &self.opening.capacity,
            record_kind: &entry.record.kind,
            record: entry.record.id,
            body: entry.body.map(Uuid::from),
            clause: entry.clause.as_deref(),
            page: &entry.page,
        };
        let hash = line.hash(&self.head, &digest);
        let opening = self.opening.clone();
        let told = args![
            event,
            opening.partnership,
            self.number,
            self.now,
            opening.event.name,
            opening.person,
            opening.capacity,
            entry.record.kind,
            entry.record.id,
            entry.body,
            entry.clause,
            entry.page,
            digest,
            hash.clone()
        ];
        let values = args![event, salt.to_vec(), before, after];
        match self.read.batch().cloned() {
            Some(batch) => {
                batch.advance(opening.partnership, self.number, hash);
                if let Some((told, values)) = batch.entry(told, values) {
                    insert_entries(&mut self.read, told, values).await?;
                }
            }
            None => {
                insert_entries(&mut self.read, vec![told], vec![values]).await?;
                advance_chain(&mut self.read, opening.partnership, self.number, hash).await?;
            }
        }
        if let Some(key) = opening.key {
            self.read.execute(USE_KEY.sql, args![key, self.now, entry.page, entry.record.id]).await?;
        }
        let told = std::mem::take(&mut self.told);
        for topic in &told {
            self.read.notify(topic).await?;
        }
        if let Some(slot) = self.read.batch() {
            slot.one_more_act();
        }
        self.read.commit().await?;
        for topic in told {
            self.store.live.tell(&topic);
        }
        Ok(event)
    }
}

/// The record of the act that was kept under this key, if it was: how an import that is run again finds what it wrote.
///
/// # Errors
/// A fault when the database refuses.
pub async fn kept_under(read: &mut Read, key: Uuid) -> Result<Option<Uuid>> {
    read.maybe(&KEPT_UNDER, args![key]).await?.map(|row| row.get("record_id")).transpose()
}

/// What the hash of an entry covers besides the digest of its values.
pub(crate) struct ChainLine<'a> {
    pub partnership: Uuid,
    pub number: i64,
    pub event: Uuid,
    pub at: i64,
    pub name: &'a str,
    pub person: Option<Uuid>,
    pub capacity: &'a str,
    pub record_kind: &'a str,
    pub record: Uuid,
    pub body: Option<Uuid>,
    pub clause: Option<&'a str>,
    pub page: &'a str,
}

impl ChainLine<'_> {
    pub(crate) fn hash(&self, head: &[u8], digest: &[u8]) -> Vec<u8> {
        let mut hasher = Sha256::new();
        let mut part = |bytes: &[u8]| {
            hasher.update((bytes.len() as u64).to_be_bytes());
            hasher.update(bytes);
        };
        part(head);
        part(self.partnership.as_bytes());
        part(&self.number.to_be_bytes());
        part(self.event.as_bytes());
        part(&self.at.to_be_bytes());
        part(self.name.as_bytes());
        part(self.person.as_ref().map_or(&[][..], |id| id.as_bytes()));
        part(self.capacity.as_bytes());
        part(self.record_kind.as_bytes());
        part(self.record.as_bytes());
        part(self.body.as_ref().map_or(&[][..], |id| id.as_bytes()));
        part(self.clause.unwrap_or("").as_bytes());
        part(self.page.as_bytes());
        part(digest);
        hasher.finalize().to_vec()
    }
}

pub(crate) fn digest(salt: &[u8], before: &str, after: &str) -> Vec<u8> {
    let mut hasher = Sha256::new();
    hasher.update(salt);
    hasher.update((before.len() as u64).to_be_bytes());
    hasher.update(before.as_bytes());
    hasher.update(after.as_bytes());
    hasher.finalize().to_vec()
}

/// One line of a record's history.
#[derive(Debug, Clone, serde::Serialize)]
pub struct HistoryLine {
    /// The entry.
    pub id: EventId,
    /// When it was recorded.
    pub at: Instant,
    /// What happened: `meeting.called`.
    pub name: String,
    /// Who did it.
    pub person: Option<PersonId>,
    /// Their name, where people are known.
    pub person_name: Option<String>,
    /// In which capacity.
    pub capacity: String,
    /// Which record.
    pub record: Record,
    /// The clause it rests on.
    pub clause: Option<String>,
    /// The page where the record is seen.
    pub page: String,
    /// What stood before.
    pub before: Json,
    /// What stood afterwards.
    pub after: Json,
}

sql!(
    HISTORY_OF_RECORD,
    "select e.id, e.happened_at, e.name, e.person_id, e.capacity, e.record_kind, e.record_id, e.clause, e.page, v.before_json, v.after_json, p.name as person_name
     from event e left join event_value v on v.event_id = e.id left join person p on p.id = e.person_id
     where e.record_id = $1 order by e.happened_at desc, e.number desc limit $2"
);
sql!(
    HISTORY_OF_BODY,
    "select e.id, e.happened_at, e.name, e.person_id, e.capacity, e.record_kind, e.record_id, e.clause, e.page, v.before_json, v.after_json, p.name as person_name
     from event e left join event_value v on v.event_id = e.id left join person p on p.id = e.person_id
     where e.body_id = $1 and ($3 or e.name not like 'letter.%') order by e.happened_at desc, e.number desc limit $2"
);

/// Whose history is asked for.
#[derive(Debug, Clone, Copy)]
pub enum Whose {
    /// One record's.
    Record(Uuid),
    /// A body's, with all that belongs to it.
    Body(kernel::BodyId),
    /// The same without its letters, which are most of it.
    BodyButLetters(kernel::BodyId),
}

/// The history of a record or a body, newest first. The caller holds the permit to read it; the public editions never call
/// this.
///
/// # Errors
/// A fault when the database cannot be read.
pub async fn history_of(read: &mut Read, whose: Whose, limit: i64) -> Result<Vec<HistoryLine>> {
    let (statement, args) = match whose {
        Whose::Record(id) => (&HISTORY_OF_RECORD, args![id, limit]),
        Whose::Body(id) => (&HISTORY_OF_BODY, args![id, limit, true]),
        Whose::BodyButLetters(id) => (&HISTORY_OF_BODY, args![id, limit, false]),
    };
    read.each(statement, args, |row| {
        let json = |name: &str| -> Result<Json> {
            Ok(row.get::<Option<String>>(name)?.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or(Json::Null))
        };
        Ok(HistoryLine {
            id: row.get("id")?,
            at: row.get("happened_at")?,
            name: row.get("name")?,
            person: row.get("person_id")?,
            person_name: row.get("person_name")?,
            capacity: row.get("capacity")?,
            record: Record { kind: row.get("record_kind")?, id: row.get("record_id")? },
            clause: row.get("clause")?,
            page: row.get("page")?,
            before: json("before_json")?,
            after: json("after_json")?,
        })
    })
    .await
}
