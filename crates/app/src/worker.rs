//! The worker: takes jobs from the queue one after another, and tries again later what fails.

use std::time::Duration;

use access::{House, Job, Recurring, System};
use kernel::Result;
use tokio::sync::watch;

/// Tries after which a job is left for the administrator to see: five days, no fewer than a letter has.
const MOST_TRIES: i64 = 36;

/// Works until it is told to stop.
pub async fn work(house: House, mut stopped: watch::Receiver<bool>) {
    let mut applied = None;
    if let Err(error) = Recurring::queue_all(&house).await {
        tracing::error!(%error, "what comes round by itself cannot be queued");
    }
    while !*stopped.borrow() {
        match work_once(&house).await {
            Ok(true) => continue,
            // Once a day, when nothing else waits.
            Ok(false) if applied != Some(house.today()) => {
                applied = Some(house.today());
                if let Err(error) = house.store.note_heads().await {
                    tracing::error!(%error, "the heads of the audit chains cannot be noted");
                }
                if let Err(error) = crate::retention::apply(&house).await {
                    tracing::error!(%error, "what has been kept for its time cannot be erased");
                }
            }
            Ok(false) => {}
            Err(error) => tracing::error!(%error, "the job queue cannot be read"),
        }
        tokio::select! {
            () = tokio::time::sleep(Duration::from_millis(500)) => {}
            _ = stopped.changed() => {}
        }
    }
}

/// Does the jobs that are due and answers how many: for commands and tests that wait for what happens later.
///
/// # Errors
/// A fault when the queue cannot be read.
pub async fn work_off(house: &House) -> Result<u32> {
    let mut done = 0;
    Recurring::queue_all(house).await?;
    while work_once(house).await? {
        done += 1;
    }
    Ok(done)
}

async fn work_once(house: &House) -> Result<bool> {
    let Some(claimed) = store::claim(&house.store).await? else { return Ok(false) };
    let outcome = match Job::find(&claimed.kind) {
        Some(job) => (job.run)(house.clone(), System::named(job.kind), claimed.payload).await,
        None => Err(kernel::Error::fault(format!("no job is called {}", claimed.kind))),
    };
    match outcome {
        Ok(()) => {
            store::finish(&house.store, claimed.id).await?;
            Recurring::queue_all(house).await?;
        }
        Err(error) => {
            tracing::warn!(job = claimed.kind, tries = claimed.tries, %error, "a job failed and is tried again later");
            let wait = if claimed.tries >= MOST_TRIES { 86_400 * 365 } else { 15 * (1 << claimed.tries.clamp(0, 10)) };
            store::postpone(&house.store, claimed.id, house.now().plus_seconds(wait), &error.to_string()).await?;
        }
    }
    Ok(true)
}
