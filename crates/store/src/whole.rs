//! Whether the database is whole, as the database itself says.

use kernel::Result;
use sqlx::Row as _;

use crate::Store;
use crate::driver::{Pools, broke};

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
    /// after its own pages and keeps references by itself, so there this finds nothing.
    ///
    /// # Errors
    /// A fault when the database cannot be read.
    pub async fn damage(&self) -> Result<Vec<String>> {
        let Pools::Sqlite { read, .. } = &self.pools else { return Ok(Vec::new()) };
        let mut found = Vec::new();
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
