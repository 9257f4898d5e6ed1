//! As many invented partnerships as a trial of size wants.

use access::House;
use kernel::Result;

use super::write::write;
use super::year::plan;

/// Acts that are committed together.
const BATCH: u32 = 4_000;

/// Writes so many partnerships with so many years of work, and answers how many were new. A partnership that is there
/// already is passed over; `told` hears of each when it stands.
///
/// # Errors
/// What the acts refuse; the partnerships before stay.
pub async fn generate(house: &House, partnerships: usize, years: u32, seed: u64, mut told: impl FnMut(usize, &str)) -> Result<usize> {
    let batch = House { store: house.store.batched(BATCH), ..house.clone() };
    let mut written = 0;
    for number in 0..partnerships {
        let (plan, _) = plan(number, house.today(), years, seed);
        if !bodies::store::free_partnership_slug(&mut batch.read().await?, &plan.slug).await? {
            continue;
        }
        write(&batch, &plan, false).await?;
        written += 1;
        told(number + 1, &plan.name);
    }
    batch.store.finish_batch().await?;
    Ok(written)
}
