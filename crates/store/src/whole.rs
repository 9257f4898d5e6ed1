//! Whether the database is whole, as the database itself says.

use kernel::Result;
use sqlx::Row as _;

use crate::Store;
use crate::driver::{Pools, broke};

const UNSOUND: &str = "select conrelid::regclass::text || ': the reference ' || conname || ' is not kept' from pg_constraint
     where not convalidated and connamespace = current_schema()::regnamespace
     union all
     select c.relname::text || ': this index is not whole' from pg_index i join pg_class c on c.oid = i.indexrelid
     where not (i.indisvalid and i.indisready) and c.relnamespace = current_schema()::regnamespace";
const READ_THROUGH: &str = "select bt_index_check(c.oid) from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am a on a.oid = c.relam
     where a.amname = 'btree' and c.relnamespace = current_schema()::regnamespace";

impl Store {
    /// Overwrites what was erased: SQLite leaves it on free pages and in its journal until they are used again. A PostgreSQL server
    /// clears up by itself.
    ///
    /// # Errors
    /// A fault when the disk refuses, or somebody else has the database open for long.
    pub async fn forget_erased(&self) -> Result<()> {
        if let Pools::Sqlite { write, .. } = &self.pools {
            sqlx::query("vacuum").execute(write).await.map_err(broke)?;
            sqlx::query("pragma wal_checkpoint(truncate)").execute(write).await.map_err(broke)?;
        }
        Ok(())
    }

    /// What SQLite finds wrong with its pages, its indexes and its references; nothing is good. A PostgreSQL server looks
    /// after its own pages: there this finds references and indexes that the server itself holds to be unsound, and reads the indexes
    /// through where its extension `amcheck` is installed.
    ///
    /// # Errors
    /// A fault when the database cannot be read.
    pub async fn damage(&self) -> Result<Vec<String>> {
        let mut found = Vec::new();
        let read = match &self.pools {
            Pools::Sqlite { read, .. } => read,
            Pools::Postgres(pool) => {
                for row in sqlx::query(UNSOUND).fetch_all(pool).await.map_err(broke)? {
                    found.push(row.try_get(0).map_err(broke)?);
                }
                // The extension that reads indexes through is not on every server.
                if sqlx::query("select 1 from pg_extension where extname = 'amcheck'").fetch_optional(pool).await.map_err(broke)?.is_some()
                    && let Err(error) = sqlx::query(READ_THROUGH).fetch_all(pool).await
                {
                    found.push(error.to_string());
                }
                return Ok(found);
            }
        };
        for row in sqlx::query("pragma integrity_check").fetch_all(read).await.map_err(broke)? {
            let line: String = row.try_get(0).map_err(broke)?;
            if line != "ok" {
                found.push(line);
            }
        }
        for row in sqlx::query("pragma foreign_key_check").fetch_all(read).await.map_err(broke)? {
            let table: String = row.try_get(0).map_err(broke)?;
            found.push(format!("{table}: a reference leads nowhere"));
        }
        Ok(found)
    }
}
