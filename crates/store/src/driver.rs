//! Two typed drivers behind one enum.

use std::path::{Path, PathBuf};
use std::str::FromStr as _;
use std::sync::Arc;
use std::time::Duration;

use kernel::{Chance, Clock, Error, Result, Word};
use sqlx::postgres::{PgArguments, PgPool, PgPoolOptions, PgRow};
use sqlx::sqlite::{SqliteArguments, SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteRow, SqliteSynchronous};
use sqlx::{Postgres, Sqlite, Transaction};

use crate::batch::{Slot, Turn};
use crate::statement::{MANY_ROWS, MOST_PLACES, ROWS_AT_ONCE, in_order, repeated};
use crate::{Column, Files, Live, Statement, Value, count};

/// Where the data lies.
#[derive(Debug, Clone)]
pub struct StoreConfig {
    /// The folder of the installation: the SQLite database and the files.
    pub data: PathBuf,
    /// A PostgreSQL address (`postgres://…`); without one the embedded SQLite database serves.
    pub postgres: Option<String>,
}

/// The database and the files of one installation. Clones share it.
#[derive(Clone)]
pub struct Store {
    pub(crate) pools: Pools,
    pub(crate) clock: Clock,
    pub(crate) chance: Chance,
    pub(crate) live: Live,
    pub(crate) batch: Option<Slot>,
    pub(crate) files: Arc<Files>,
}

#[derive(Clone)]
pub(crate) enum Pools {
    Sqlite { write: SqlitePool, read: SqlitePool },
    Postgres(PgPool),
}

pub(crate) enum Tx {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

/// A row of an answer.
pub enum Row {
    /// From SQLite.
    Sqlite(SqliteRow),
    /// From PostgreSQL.
    Postgres(PgRow),
}

impl Row {
    /// A column by name.
    ///
    /// # Errors
    /// A fault when there is no such column or it holds something else.
    pub fn get<T: Column>(&self, name: &str) -> Result<T> {
        T::read(self, name)
    }

    /// A column that holds a word of a closed list.
    ///
    /// # Errors
    /// A fault when the word is not in the list.
    pub fn word<T: Word>(&self, name: &str) -> Result<T> {
        let word: String = self.get(name)?;
        T::parse(&word).ok_or_else(|| Error::fault(format!("column {name}: {word} is not in its list")))
    }

    /// A column that holds a word of a closed list or nothing.
    ///
    /// # Errors
    /// A fault when the word is not in the list.
    pub fn word_or_none<T: Word>(&self, name: &str) -> Result<Option<T>> {
        match self.get::<Option<String>>(name)? {
            None => Ok(None),
            Some(word) => T::parse(&word).map(Some).ok_or_else(|| Error::fault(format!("column {name}: {word} is not in its list"))),
        }
    }
}

/// Rows in the order of a key, and as they came where it is the same. For an answer put together from many arms: the embedded
/// database would sort each arm in a table of its own and then merge them.
///
/// # Errors
/// What reading the key finds.
pub fn sorted<K: Ord>(rows: Vec<Row>, key: impl Fn(&Row) -> Result<K>) -> Result<Vec<Row>> {
    let mut keyed: Vec<(K, Row)> = rows.into_iter().map(|row| Ok((key(&row)?, row))).collect::<Result<_>>()?;
    keyed.sort_by(|one, other| one.0.cmp(&other.0));
    Ok(keyed.into_iter().map(|(_, row)| row).collect())
}

/// The transaction that a reading or writing goes through.
pub(crate) enum Hold {
    /// Its own.
    Own(Tx),
    /// That of a batch, with others.
    Batch(Turn),
    /// None any more.
    Over,
}

/// What is read, all at one moment. A [`crate::Write`] is read through as well, and sees what it has written.
pub struct Read {
    pub(crate) hold: Hold,
}

/// Writing to the tables that the audit chain does not keep: jobs, sessions, throttles, used tokens and form keys.
pub struct Housekeep(pub(crate) Read);

impl std::ops::Deref for Housekeep {
    type Target = Read;
    fn deref(&self) -> &Read {
        &self.0
    }
}

impl std::ops::DerefMut for Housekeep {
    fn deref_mut(&mut self) -> &mut Read {
        &mut self.0
    }
}

impl Housekeep {
    /// Runs a writing statement and answers how many rows it touched.
    ///
    /// # Errors
    /// A fault when the database refuses.
    pub async fn run(&mut self, statement: &'static Statement, args: Vec<Value>) -> Result<u64> {
        self.0.execute(statement.sql, args).await
    }

    /// Keeps what was written.
    ///
    /// # Errors
    /// A fault when the database refuses.
    pub async fn keep(mut self) -> Result<()> {
        self.0.commit().await
    }
}

/// Connections that read the embedded database at once. Each holds its own pages and statements, some megabytes in all.
const READERS: u32 = 4;

/// A page cache of 256 MB.
const LARGE_CACHE: &str = "pragma cache_size = -262144";

pub(crate) fn broke(error: sqlx::Error) -> Error {
    Error::fault(error)
}

macro_rules! bind {
    ($arguments:ty, $args:expr) => {{
        use sqlx::Arguments as _;
        let mut arguments = <$arguments>::default();
        for value in $args {
            match value {
                Value::Text(v) => arguments.add(v),
                Value::Int(v) => arguments.add(v),
                Value::Bool(v) => arguments.add(v),
                Value::Uuid(v) => arguments.add(v),
                Value::Day(v) => arguments.add(v),
                Value::Instant(v) => arguments.add(v),
                Value::Json(v) => arguments.add(v),
                Value::Bytes(v) => arguments.add(v),
            }
            .map_err(Error::fault)?;
        }
        arguments
    }};
}

impl Read {
    /// On a transaction of its own.
    pub(crate) fn own(tx: Tx) -> Self {
        Self { hold: Hold::Own(tx) }
    }

    /// Whether it is on the embedded database.
    fn is_embedded(&self) -> bool {
        match &self.hold {
            Hold::Own(tx) => matches!(tx, Tx::Sqlite(_)),
            Hold::Batch(turn) => turn.slot().is_embedded(),
            Hold::Over => false,
        }
    }

    /// The batch that it takes part in.
    pub(crate) fn batch(&self) -> Option<&Slot> {
        match &self.hold {
            Hold::Batch(turn) => Some(turn.slot()),
            _ => None,
        }
    }

    /// All rows.
    ///
    /// # Errors
    /// A fault when the database refuses.
    pub async fn all(&mut self, statement: &'static Statement, args: Vec<Value>) -> Result<Vec<Row>> {
        count::one();
        let mut shared;
        let tx = match &mut self.hold {
            Hold::Own(tx) => tx,
            Hold::Batch(turn) => {
                shared = turn.tx().await?;
                &mut *shared
            }
            Hold::Over => return Err(over()),
        };
        match tx {
            Tx::Sqlite(tx) => {
                let rows = sqlx::query_with(statement.sql, bind!(SqliteArguments, args)).fetch_all(&mut **tx).await;
                rows.map(|rows| rows.into_iter().map(Row::Sqlite).collect())
            }
            Tx::Postgres(tx) => {
                let rows = sqlx::query_with(statement.sql, bind!(PgArguments, args)).fetch_all(&mut **tx).await;
                rows.map(|rows| rows.into_iter().map(Row::Postgres).collect())
            }
        }
        .map_err(|e| Error::fault(format!("{}: {e}", statement.sql)))
    }

    /// All rows, each read by the function.
    ///
    /// # Errors
    /// A fault when the database refuses or a column does not fit.
    pub async fn each<T>(&mut self, statement: &'static Statement, args: Vec<Value>, read: impl Fn(&Row) -> Result<T>) -> Result<Vec<T>> {
        self.all(statement, args).await?.iter().map(read).collect()
    }

    /// The first row, if any.
    ///
    /// # Errors
    /// A fault when the database refuses.
    pub async fn maybe(&mut self, statement: &'static Statement, args: Vec<Value>) -> Result<Option<Row>> {
        Ok(self.all(statement, args).await?.into_iter().next())
    }

    /// The first row; not found without one.
    ///
    /// # Errors
    /// [`Error::NotFound`] without a row, a fault when the database refuses.
    pub async fn one(&mut self, statement: &'static Statement, args: Vec<Value>) -> Result<Row> {
        self.maybe(statement, args).await?.ok_or(Error::NotFound)
    }

    pub(crate) async fn execute(&mut self, sql: impl sqlx::SqlSafeStr, args: Vec<Value>) -> Result<u64> {
        count::one();
        let sql = sql.into_sql_str();
        let mut shared;
        let tx = match &mut self.hold {
            Hold::Own(tx) => tx,
            Hold::Batch(turn) => {
                shared = turn.tx().await?;
                &mut *shared
            }
            Hold::Over => return Err(over()),
        };
        match tx {
            Tx::Sqlite(tx) => sqlx::query_with(sql.clone(), bind!(SqliteArguments, args)).execute(&mut **tx).await.map(|done| done.rows_affected()),
            Tx::Postgres(tx) => sqlx::query_with(sql.clone(), bind!(PgArguments, args)).execute(&mut **tx).await.map(|done| done.rows_affected()),
        }
        .map_err(|e| Error::fault(format!("{}: {e}", sql.as_str())))
    }

    /// Runs an `insert` for several rows, many of them in one statement.
    pub(crate) async fn execute_each(&mut self, sql: &'static str, rows: Vec<Vec<Value>>) -> Result<()> {
        let embedded = self.is_embedded();
        let mut left = rows.len();
        let mut rows = rows.into_iter();
        while let Some(first) = rows.next() {
            let places = first.len();
            // Numbered places by the thousand would cost the embedded database more than they save.
            let many = left >= MANY_ROWS && places * MANY_ROWS <= MOST_PLACES && (!embedded || in_order(sql, places));
            let taken = if many { MANY_ROWS } else { left.min(ROWS_AT_ONCE) };
            left -= taken;
            let args: Vec<Value> = first.into_iter().chain(rows.by_ref().take(taken - 1).flatten()).collect();
            match repeated(sql, places, taken, embedded).filter(|_| taken > 1) {
                Some(text) => {
                    self.execute(sqlx::AssertSqlSafe(text), args).await?;
                }
                None => {
                    let mut args = args.into_iter();
                    for _ in 0..taken {
                        self.execute(sql, args.by_ref().take(places).collect()).await?;
                    }
                }
            }
        }
        Ok(())
    }

    pub(crate) async fn notify(&mut self, told: &str) -> Result<()> {
        // A batch is an import: nobody has a page open on what it writes.
        if let Hold::Own(Tx::Postgres(tx)) = &mut self.hold {
            sqlx::query("select pg_notify('folkmoot', $1)").bind(told).execute(&mut **tx).await.map_err(broke)?;
        }
        Ok(())
    }

    pub(crate) async fn commit(&mut self) -> Result<()> {
        match std::mem::replace(&mut self.hold, Hold::Over) {
            Hold::Own(Tx::Sqlite(tx)) => tx.commit().await.map_err(broke),
            Hold::Own(Tx::Postgres(tx)) => tx.commit().await.map_err(broke),
            // The batch commits later, many acts at once.
            Hold::Batch(_) => Ok(()),
            Hold::Over => Err(over()),
        }
    }
}

fn over() -> Error {
    Error::fault("the transaction is already over")
}

/// Makes the folder of the data, if it is not there, and closes it to everybody but its owner: exempt papers, letters and the secret
/// that signs links lie in it.
async fn private_folder(folder: &Path) -> Result<()> {
    let refused = |error: std::io::Error| Error::fault(format!("the data folder {}: {error}", folder.display()));
    tokio::fs::create_dir_all(folder).await.map_err(refused)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = tokio::fs::metadata(folder).await.map_err(refused)?.permissions().mode();
        if mode & 0o077 != 0
            && let Err(error) = tokio::fs::set_permissions(folder, std::fs::Permissions::from_mode(mode & 0o700)).await
        {
            // Somebody else's folder, on which this program only has a grant, is theirs to close.
            tracing::warn!(folder = %folder.display(), %error, "others on this machine can look into the data folder");
        }
    }
    Ok(())
}

impl Store {
    /// Opens the installation, creating it when there is none, and brings its tables up to date.
    ///
    /// # Errors
    /// A fault when the database cannot be opened, or was written by a newer program.
    pub async fn open(config: &StoreConfig, clock: Clock, chance: Chance) -> Result<Self> {
        private_folder(&config.data).await?;
        let pools = match &config.postgres {
            Some(address) => Pools::Postgres(PgPoolOptions::new().max_connections(16).connect(address).await.map_err(broke)?),
            None => {
                let options = SqliteConnectOptions::new()
                    .filename(config.data.join("folkmoot.db"))
                    .create_if_missing(true)
                    .journal_mode(SqliteJournalMode::Wal)
                    .synchronous(SqliteSynchronous::Full)
                    .foreign_keys(true)
                    .busy_timeout(Duration::from_secs(30))
                    .statement_cache_capacity(512);
                let write = SqlitePoolOptions::new()
                    .max_connections(1)
                    .acquire_timeout(Duration::from_secs(60))
                    .connect_with(options.clone())
                    .await
                    .map_err(broke)?;
                let read = SqlitePoolOptions::new()
                    .min_connections(2)
                    .max_connections(READERS)
                    .acquire_timeout(Duration::from_secs(60))
                    .connect_lazy_with(options.pragma("query_only", "on"));
                Pools::Sqlite { write, read }
            }
        };
        let files = Arc::new(Files::in_folder(config.data.join("files"), clock.now()).await?);
        let live = Live::new();
        let store = Self { pools, clock, chance, live, batch: None, files };
        store.migrate(config).await?;
        store.listen();
        Ok(store)
    }

    /// This store on another clock: invented records are written as of their own days.
    pub fn on_clock(&self, clock: Clock) -> Self {
        Self { clock, ..self.clone() }
    }

    /// The clock that every act reads.
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// The source of ids and secrets.
    pub fn chance(&self) -> &Chance {
        &self.chance
    }

    /// The uploaded files.
    pub fn files(&self) -> &Files {
        &self.files
    }

    /// What open pages listen to.
    pub fn live(&self) -> &Live {
        &self.live
    }

    /// Which database serves: `SQLite` or `PostgreSQL`.
    pub fn engine(&self) -> &'static str {
        match self.pools {
            Pools::Sqlite { .. } => "SQLite",
            Pools::Postgres(_) => "PostgreSQL",
        }
    }

    /// Begins to read.
    ///
    /// # Errors
    /// A fault when no connection is to be had.
    pub async fn read(&self) -> Result<Read> {
        if let Some(slot) = &self.batch {
            return Ok(Read { hold: Hold::Batch(self.turn(slot).await?) });
        }
        let tx = match &self.pools {
            Pools::Sqlite { read, .. } => Tx::Sqlite(read.begin().await.map_err(broke)?),
            Pools::Postgres(pool) => Tx::Postgres(pool.begin_with("begin isolation level repeatable read read only").await.map_err(broke)?),
        };
        Ok(Read::own(tx))
    }

    pub(crate) async fn begin(&self) -> Result<Tx> {
        Ok(match &self.pools {
            Pools::Sqlite { write, .. } => Tx::Sqlite(write.begin_with("begin immediate").await.map_err(broke)?),
            Pools::Postgres(pool) => Tx::Postgres(pool.begin().await.map_err(broke)?),
        })
    }

    /// Begins a transaction of thousands of acts. What it changes stays in memory until it is committed: SQLite's usual two
    /// megabytes would be written to the log and read back over and over.
    pub(crate) async fn begin_large(&self) -> Result<Tx> {
        let mut tx = self.begin().await?;
        if let Tx::Sqlite(tx) = &mut tx {
            sqlx::query(LARGE_CACHE).execute(&mut **tx).await.map_err(broke)?;
        }
        Ok(tx)
    }

    pub(crate) async fn begin_read_write(&self) -> Result<Read> {
        match &self.batch {
            Some(slot) => Ok(Read { hold: Hold::Batch(self.turn(slot).await?) }),
            None => Ok(Read::own(self.begin().await?)),
        }
    }

    /// Begins to write housekeeping tables only.
    ///
    /// # Errors
    /// A fault when no connection is to be had.
    pub async fn housekeep(&self) -> Result<Housekeep> {
        Ok(Housekeep(self.begin_read_write().await?))
    }

    /// The tables that SQLite would walk from end to end for a statement, as its query plan names them; nothing on PostgreSQL,
    /// which decides by what the tables hold.
    ///
    /// # Errors
    /// A fault when the database cannot plan it.
    pub async fn walks(&self, statement: &'static Statement) -> Result<Vec<String>> {
        let Pools::Sqlite { read, .. } = &self.pools else { return Ok(Vec::new()) };
        let plan = sqlx::AssertSqlSafe(format!("explain query plan {}", statement.sql));
        let steps = sqlx::query(plan).fetch_all(read).await.map_err(|e| Error::fault(format!("{}: {e}", statement.sql)))?;
        let steps = steps.into_iter().map(|row| sqlx::Row::try_get::<String, _>(&row, "detail").map_err(broke)).collect::<Result<Vec<_>>>()?;
        // What a part of the statement itself brought together is no table, under whatever name it is then read.
        let parts: Vec<&str> =
            steps.iter().filter_map(|step| step.strip_prefix("MATERIALIZE ").or_else(|| step.strip_prefix("CO-ROUTINE "))).collect();
        let words: Vec<&str> = statement.sql.split_whitespace().collect();
        // One name may stand for a part here and for a table there.
        let read_as = |name: &str| {
            let from = words.windows(3).filter(|three| matches!(three[0], "from" | "join") && three[2].trim_end_matches([',', ')']) == name);
            let mut from = from.map(|three| three[1]).peekable();
            from.peek().is_some() && from.all(|source| parts.contains(&source))
        };
        let gathered = |name: &str| parts.contains(&name) || read_as(name);
        // Whoever makes an index for the one statement walks the table for it.
        let indexed = |step: &str| step.strip_prefix("SEARCH ")?.split_once(" USING AUTOMATIC").map(|(name, _)| name.to_owned());
        let walked = steps.iter().filter_map(|step| step.strip_prefix("SCAN ").map(str::to_owned).or_else(|| indexed(step)));
        Ok(walked.filter(|walk| *walk != "CONSTANT ROW" && !gathered(walk) && !walk.starts_with('(')).collect())
    }

    /// Prepares a statement without running it, for the test that prepares them all.
    ///
    /// # Errors
    /// A fault naming the statement when the database cannot prepare it.
    pub async fn prepare(&self, statement: &'static Statement) -> Result<()> {
        use sqlx::{Executor as _, SqlSafeStr as _};
        match &self.pools {
            Pools::Sqlite { read, .. } => {
                let mut connection = read.acquire().await.map_err(broke)?;
                connection.prepare(statement.sql.into_sql_str()).await.map(drop)
            }
            Pools::Postgres(pool) => {
                let mut connection = pool.acquire().await.map_err(broke)?;
                match connection.prepare(statement.sql.into_sql_str()).await {
                    // Raised when everything else was found right: `$1 is null` leaves a type open (42P18, 42P08), which a value brings
                    // when it is run.
                    Err(sqlx::Error::Database(e)) if matches!(e.code().as_deref(), Some("42P18" | "42P08")) => Ok(()),
                    prepared => prepared.map(drop),
                }
            }
        }
        .map_err(|e| Error::fault(format!("{} in {}: {e}", statement.sql, statement.room)))
    }

    /// Closes all connections; what was acknowledged is on the disk.
    pub async fn close(&self) {
        match &self.pools {
            Pools::Sqlite { write, read } => {
                read.close().await;
                write.close().await;
            }
            Pools::Postgres(pool) => pool.close().await,
        }
    }
}

/// Reads a connection string only to tell whether it is one, so that a wrong setting is named at start.
pub(crate) fn is_address(address: &str) -> bool {
    sqlx::postgres::PgConnectOptions::from_str(address).is_ok()
}
