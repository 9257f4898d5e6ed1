//! Many acts in one transaction, for the generator and for imports: the same acts, committed a few hundred at a time.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use kernel::{Error, PartnershipId, Result};

use crate::audit::advance_chain;
use crate::driver::Tx;
use crate::{Read, Store};

/// Where the one open transaction of a batch waits between acts.
#[derive(Clone)]
pub(crate) struct Slot(Arc<Mutex<State>>);

struct State {
    tx: Option<Tx>,
    /// Length and head of each chain that the open transaction has made longer: written once, before it is committed.
    heads: Heads,
    acts: u32,
    limit: u32,
}

type Heads = HashMap<PartnershipId, (i64, Vec<u8>)>;

impl Slot {
    pub(crate) fn head(&self, partnership: PartnershipId) -> Option<(i64, Vec<u8>)> {
        self.0.lock().ok()?.heads.get(&partnership).cloned()
    }

    pub(crate) fn advance(&self, partnership: PartnershipId, length: i64, head: Vec<u8>) {
        if let Ok(mut state) = self.0.lock() {
            state.heads.insert(partnership, (length, head));
        }
    }

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

    fn take_heads(&self) -> Result<Heads> {
        Ok(std::mem::take(&mut self.0.lock().map_err(Error::fault)?.heads))
    }

    async fn commit(&self, tx: Option<Tx>) -> Result<()> {
        let heads = self.take_heads()?;
        let Some(tx) = tx else { return Ok(()) };
        let mut read = Read { tx: Some(tx), home: None };
        for (partnership, (length, head)) in heads {
            advance_chain(&mut read, partnership, length, head).await?;
        }
        read.commit().await
    }
}

impl Store {
    /// This store with its writing gathered: `limit` acts are committed together. One caller at a time; an act that fails
    /// has no effect only if the caller stops there and drops the batch.
    pub fn batched(&self, limit: u32) -> Self {
        let slot = Slot(Arc::new(Mutex::new(State { tx: None, heads: Heads::new(), acts: 0, limit })));
        Self { batch: Some(slot), ..self.clone() }
    }

    /// Commits what a batch still holds.
    ///
    /// # Errors
    /// A fault when the database refuses.
    pub async fn finish_batch(&self) -> Result<()> {
        let Some(slot) = &self.batch else { return Ok(()) };
        slot.commit(slot.take()?.0).await
    }

    pub(crate) async fn batch_tx(&self, slot: &Slot) -> Result<Tx> {
        match slot.take()? {
            (Some(tx), false) => Ok(tx),
            (tx, _) => {
                slot.commit(tx).await?;
                self.begin().await
            }
        }
    }
}
