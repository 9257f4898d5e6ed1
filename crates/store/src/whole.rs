//! Whether the database is whole, as the database itself says.

use kernel::Result;
use sqlx::Row as _;

use crate::Store;
use crate::driver::{Pools, broke};

impl Store {
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
