//! As many invented partnerships as a trial of size wants.

use access::House;
use kernel::Result;

use super::write::founded;
use super::year::plan;

/// Acts that are committed together.
const BATCH: u32 = 16_000;

/// Keeps this thread, and those that it starts, on one core, and lets none of them interrupt another. The program and its embedded
/// database take turns with each statement and each row; a turn costs microseconds there, while a core that has gone to sleep must be
/// woken, which takes four times as long in all.
pub fn on_one_core() {
    #[cfg(target_os = "linux")]
    {
        use rustix::thread::{CpuSet, sched_getaffinity, sched_setaffinity};
        use thread_priority::{NormalThreadSchedulePolicy, ThreadPriority, ThreadSchedulePolicy, set_thread_priority_and_policy, thread_native_id};
        let Ok(all) = sched_getaffinity(None) else { return };
        let Some(first) = (0..CpuSet::MAX_CPU).find(|core| all.is_set(*core)) else { return };
        let mut one = CpuSet::new();
        one.set(first);
        // Where it is refused the work is only slower.
        let _ = sched_setaffinity(None, &one);
        let batch = ThreadSchedulePolicy::Normal(NormalThreadSchedulePolicy::Batch);
        let _ = set_thread_priority_and_policy(thread_native_id(), ThreadPriority::Min, batch);
    }
}

/// Writes so many partnerships with so many years of work, and answers how many were new. A partnership that is there
/// already is passed over; `told` hears of each when it stands.
///
/// # Errors
/// What the acts refuse; the partnerships before stay.
pub async fn generate(house: &House, partnerships: usize, years: u32, seed: u64, mut told: impl FnMut(usize, &str)) -> Result<usize> {
    let batch = House { store: house.store.batched(BATCH), ..house.clone() };
    let mut written = 0;
    for number in 0..partnerships {
        let (plan, _) = plan(number, batch.today(), years, seed);
        if bodies::store::free_partnership_slug(&mut batch.read().await?, &plan.slug).await? {
            founded(&batch, &plan).await?.held(false).await?;
            written += 1;
            told(written, &plan.name);
        }
    }
    batch.store.finish_batch().await?;
    Ok(written)
}
