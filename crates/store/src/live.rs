//! What open pages listen to: after a commit, the topic that changed and a number that grows. Never what is in it: the
//! browser fetches with its own rights.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use tokio::sync::broadcast;

use crate::Store;
use crate::driver::Pools;

/// A topic changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Which: `meeting:<id>`.
    pub topic: String,
    /// Grows with each change.
    pub version: u64,
}

/// The room's loudspeaker.
#[derive(Clone)]
pub struct Live {
    sender: broadcast::Sender<Told>,
    version: Arc<AtomicU64>,
}

impl Live {
    pub(crate) fn new() -> Self {
        Self { sender: broadcast::channel(1024).0, version: Arc::new(AtomicU64::new(0)) }
    }

    /// Hears every change from now on. A listener that lags behind must fetch everything anew.
    pub fn listen(&self) -> broadcast::Receiver<Told> {
        self.sender.subscribe()
    }

    pub(crate) fn tell(&self, topic: &str) {
        let version = self.version.fetch_add(1, Ordering::Relaxed) + 1;
        // Nobody listening is the usual case.
        let _ = self.sender.send(Told { topic: topic.to_owned(), version });
    }
}

impl Store {
    /// On PostgreSQL several programs may serve one database: what another one commits is heard as well.
    pub(crate) fn listen(&self) {
        let Pools::Postgres(pool) = &self.pools else { return };
        let (pool, live) = (pool.clone(), self.live.clone());
        tokio::spawn(async move {
            loop {
                let Ok(mut listener) = sqlx::postgres::PgListener::connect_with(&pool).await else {
                    if pool.is_closed() {
                        return;
                    }
                    tokio::time::sleep(std::time::Duration::from_secs(2)).await;
                    continue;
                };
                if listener.listen("folkmoot").await.is_err() {
                    return;
                }
                while let Ok(told) = listener.recv().await {
                    live.tell(told.payload());
                }
                if pool.is_closed() {
                    return;
                }
            }
        });
    }
}
