//! Brings the tables up to date. Each file of `migrations/` is run once, in order of its number, on either database.

use kernel::{Error, Result};
use sqlx::{AssertSqlSafe, Executor as _};

use crate::driver::{Pools, Tx, broke, is_address};
use crate::{Store, StoreConfig, args, sql};

include!(concat!(env!("OUT_DIR"), "/migrations.rs"));

sql!(DONE, "select name from migration order by name");
sql!(NOTE_DONE, "insert into migration (name, done_at) values ($1, $2)");

impl Store {
    pub(crate) async fn migrate(&self, config: &StoreConfig) -> Result<()> {
        if let Some(address) = &config.postgres
            && !is_address(address)
        {
            return Err(Error::fault("the PostgreSQL address in the settings is not one"));
        }
        self.execute_script("create table if not exists migration (name text primary key, done_at timestamptz not null)").await?;
        let done: Vec<String> = self.read().await?.each(&DONE, args![], |row| row.get("name")).await?;
        if let Some(unknown) = done.iter().find(|name| !MIGRATIONS.iter().any(|(known, _)| known == name)) {
            return Err(Error::fault(format!("this database was written by a newer Folkmoot: it holds {unknown}, which this program does not know")));
        }
        let waiting: Vec<_> = MIGRATIONS.iter().filter(|(name, _)| !done.iter().any(|d| d == name)).collect();
        if !waiting.is_empty() && !done.is_empty() {
            self.copy_before_migrating(config).await?;
        }
        for (name, script) in waiting {
            let mut tx = self.begin().await?;
            for statement in script.split(";\n").map(str::trim).filter(|s| !s.is_empty()) {
                match &mut tx {
                    Tx::Sqlite(tx) => tx.execute(AssertSqlSafe(statement)).await.map(drop),
                    Tx::Postgres(tx) => tx.execute(AssertSqlSafe(statement)).await.map(drop),
                }
                .map_err(|e| Error::fault(format!("{name}: {statement}: {e}")))?;
            }
            let mut read = crate::Read::own(tx);
            read.execute(NOTE_DONE.sql, args![*name, self.clock.now()]).await?;
            read.commit().await?;
        }
        Ok(())
    }

    async fn execute_script(&self, script: &'static str) -> Result<()> {
        match &self.pools {
            Pools::Sqlite { write, .. } => write.execute(script).await.map(drop),
            Pools::Postgres(pool) => pool.execute(script).await.map(drop),
        }
        .map_err(broke)
    }

    /// On SQLite the whole database is copied beside itself; on PostgreSQL the administrator's own backups serve.
    async fn copy_before_migrating(&self, config: &StoreConfig) -> Result<()> {
        if let Pools::Sqlite { write, .. } = &self.pools {
            let copy = config.data.join(format!("folkmoot-before-{}.db", self.clock.now().seconds()));
            sqlx::query("vacuum into $1").bind(copy.to_string_lossy().into_owned()).execute(write).await.map_err(broke)?;
        }
        Ok(())
    }
}
