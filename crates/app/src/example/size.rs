//! As many invented partnerships as a trial of size wants.

use access::House;
use futures_util::{StreamExt as _, TryStreamExt as _};
use kernel::Result;

use super::write::founded;
use super::year::plan;

/// Acts that are committed together.
const BATCH: u32 = 4_000;

/// Partnerships written at the same time: enough that the database never waits for the next statement.
const AT_ONCE: usize = 4;

/// Writes so many partnerships with so many years of work, and answers how many were new. A partnership that is there
/// already is passed over; `told` hears of each when it stands.
///
/// # Errors
/// What the acts refuse; the partnerships before stay.
pub async fn generate(house: &House, partnerships: usize, years: u32, seed: u64, mut told: impl FnMut(usize, &str)) -> Result<usize> {
    let founding = tokio::sync::Mutex::new(());
    let batch = House { store: house.store.batched(BATCH), ..house.clone() };
    let written = futures_util::stream::iter(0..partnerships)
        .map(|number| {
            let (batch, founding) = (&batch, &founding);
            async move {
                let (plan, _) = plan(number, batch.today(), years, seed);
                let alone = founding.lock().await;
                if !bodies::store::free_partnership_slug(&mut batch.read().await?, &plan.slug).await? {
                    return Ok(None);
                }
                let writer = founded(batch, &plan).await?;
                drop(alone);
                writer.held(false).await?;
                Ok::<_, kernel::Error>(Some(plan.name))
            }
        })
        .buffer_unordered(AT_ONCE)
        .try_filter_map(|name| std::future::ready(Ok(name)))
        .try_fold(0, |written, name| {
            told(written + 1, &name);
            std::future::ready(Ok(written + 1))
        })
        .await?;
    batch.store.finish_batch().await?;
    Ok(written)
}
