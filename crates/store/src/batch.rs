//! Many acts in one transaction, for the generator and for imports: the same acts, committed some thousands at a time, and
//! several at once, so that the database works while the next statement is made ready.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use kernel::{Error, PartnershipId, Result};
use tokio::sync::{MappedMutexGuard, MutexGuard, OwnedRwLockReadGuard, RwLock};

use crate::audit::{advance_chain, insert_entries};
use crate::driver::{Pools, Tx};
use crate::statement::MANY_ROWS;
use crate::{Read, Store, Value};

/// Where the one open transaction of a batch waits between statements.
#[derive(Clone)]
pub(crate) struct Slot(Arc<Shared>);

struct Shared {
    /// Held for one statement at a time.
    tx: tokio::sync::Mutex<Option<Tx>>,
    /// Held by each act from its beginning to its end, and whole by whoever commits, so that no act is committed in part.
    acts: Arc<RwLock<()>>,
    so_far: Mutex<SoFar>,
    limit: u32,
    embedded: bool,
}

#[derive(Default)]
struct SoFar {
    acts: u32,
    /// Length and head of each chain that the open transaction has made longer: written once, before it is committed.
    heads: HashMap<PartnershipId, (i64, Vec<u8>)>,
    /// Entries that are not written yet, and what was before and after each: no act of a batch reads them.
    entries: Vec<Vec<Value>>,
    values: Vec<Vec<Value>>,
}

/// Entries, and what was before and after each of them.
type Entries = (Vec<Vec<Value>>, Vec<Vec<Value>>);

/// An act's part in a batch, from its beginning to its end.
pub(crate) struct Turn {
    slot: Slot,
    _act: OwnedRwLockReadGuard<()>,
}

impl Turn {
    pub(crate) fn slot(&self) -> &Slot {
        &self.slot
    }

    /// The transaction, for one statement.
    pub(crate) async fn tx(&self) -> Result<MappedMutexGuard<'_, Tx>> {
        let tx = self.slot.0.tx.lock().await;
        MutexGuard::try_map(tx, Option::as_mut).map_err(|_| Error::fault("the batch is over"))
    }
}

impl Slot {
    pub(crate) fn is_embedded(&self) -> bool {
        self.0.embedded
    }

    pub(crate) fn head(&self, partnership: PartnershipId) -> Option<(i64, Vec<u8>)> {
        self.0.so_far.lock().ok()?.heads.get(&partnership).cloned()
    }

    pub(crate) fn advance(&self, partnership: PartnershipId, length: i64, head: Vec<u8>) {
        if let Ok(mut so_far) = self.0.so_far.lock() {
            so_far.heads.insert(partnership, (length, head));
        }
    }

    /// Puts an entry with the others, and answers those that are to be written now.
    pub(crate) fn entry(&self, told: Vec<Value>, values: Vec<Value>) -> Option<Entries> {
        let mut so_far = self.0.so_far.lock().ok()?;
        so_far.entries.push(told);
        so_far.values.push(values);
        (so_far.entries.len() >= MANY_ROWS).then(|| (std::mem::take(&mut so_far.entries), std::mem::take(&mut so_far.values)))
    }

    pub(crate) fn one_more_act(&self) {
        if let Ok(mut so_far) = self.0.so_far.lock() {
            so_far.acts += 1;
        }
    }

    fn is_full(&self) -> bool {
        self.0.so_far.lock().is_ok_and(|so_far| so_far.acts >= self.0.limit)
    }

    /// Commits what stands, once no act is under way.
    async fn commit(&self) -> Result<()> {
        let _all = self.0.acts.write().await;
        let so_far = std::mem::take(&mut *self.0.so_far.lock().map_err(Error::fault)?);
        let Some(tx) = self.0.tx.lock().await.take() else { return Ok(()) };
        let mut read = Read::own(tx);
        insert_entries(&mut read, so_far.entries, so_far.values).await?;
        for (partnership, (length, head)) in so_far.heads {
            advance_chain(&mut read, partnership, length, head).await?;
        }
        read.commit().await
    }
}

impl Store {
    /// This store with its writing gathered: `limit` acts are committed together. Acts at the same time must be of different
    /// partnerships. An act that fails has no effect only if the caller stops there and drops the batch.
    pub fn batched(&self, limit: u32) -> Self {
        let embedded = matches!(self.pools, Pools::Sqlite { .. });
        let shared = Shared { tx: tokio::sync::Mutex::default(), acts: Arc::default(), so_far: Mutex::default(), limit, embedded };
        Self { batch: Some(Slot(Arc::new(shared))), ..self.clone() }
    }

    /// Commits what a batch still holds.
    ///
    /// # Errors
    /// A fault when the database refuses.
    pub async fn finish_batch(&self) -> Result<()> {
        match &self.batch {
            Some(slot) => slot.commit().await,
            None => Ok(()),
        }
    }

    pub(crate) async fn turn(&self, slot: &Slot) -> Result<Turn> {
        if slot.is_full() {
            slot.commit().await?;
        }
        let act = slot.0.acts.clone().read_owned().await;
        let mut tx = slot.0.tx.lock().await;
        if tx.is_none() {
            *tx = Some(self.begin_large().await?);
        }
        drop(tx);
        Ok(Turn { slot: slot.clone(), _act: act })
    }
}
