//! Many acts in one transaction, for the generator and for imports: the same acts, committed a few hundred at a time.

use std::sync::{Arc, Mutex};

use kernel::{Error, Result};

use crate::Store;
use crate::driver::{Tx, broke};

/// Where the one open transaction of a batch waits between acts.
#[derive(Clone)]
pub(crate) struct Slot(Arc<Mutex<State>>);

struct State {
    tx: Option<Tx>,
    acts: u32,
    limit: u32,
}

impl Slot {
    pub(crate) fn give_back(&self, tx: Tx) {
        if let Ok(mut state) = self.0.lock() {
            state.tx = Some(tx);
        }
    }

    pub(crate) fn one_more_act(&self) {
        if let Ok(mut state) = self.0.lock() {
            state.acts += 1;
        }
    }

    fn take(&self) -> Result<(Option<Tx>, bool)> {
        let mut state = self.0.lock().map_err(Error::fault)?;
        let full = state.acts >= state.limit;
        if full {
            state.acts = 0;
        }
        Ok((state.tx.take(), full))
    }
}

impl Store {
    /// This store with its writing gathered: `limit` acts are committed together. One caller at a time; an act that fails
    /// has no effect only if the caller stops there and drops the batch.
    pub fn batched(&self, limit: u32) -> Self {
        let slot = Slot(Arc::new(Mutex::new(State { tx: None, acts: 0, limit })));
        Self { batch: Some(slot), ..self.clone() }
    }

    /// Commits what a batch still holds.
    ///
    /// # Errors
    /// A fault when the database refuses.
    pub async fn finish_batch(&self) -> Result<()> {
        let Some(slot) = &self.batch else { return Ok(()) };
        commit(slot.take()?.0).await
    }

    pub(crate) async fn batch_tx(&self, slot: &Slot) -> Result<Tx> {
        match slot.take()? {
            (Some(tx), false) => Ok(tx),
            (tx, _) => {
                commit(tx).await?;
                self.begin().await
            }
        }
    }
}

async fn commit(tx: Option<Tx>) -> Result<()> {
    match tx {
        None => Ok(()),
        Some(Tx::Sqlite(tx)) => tx.commit().await.map_err(broke),
        Some(Tx::Postgres(tx)) => tx.commit().await.map_err(broke),
    }
}
