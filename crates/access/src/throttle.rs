//! Throttles: so many tries in a window of time, counted in the database so that a restart forgives nobody.

use kernel::{Instant, Result};
use store::{args, sql};

use crate::House;

sql!(
    TRY,
    "insert into throttle (name, window_start, tries) values ($1, $2, 1)
     on conflict (name, window_start) do update set tries = throttle.tries + 1 returning tries"
);
sql!(FORGET, "delete from throttle where window_start < $1");

/// Counts one try under a name (`sign-in:<address>`) and answers whether it is one too many.
///
/// # Errors
/// A fault when the database refuses.
pub async fn throttled(house: &House, name: &str, limit: i64, window_seconds: i64) -> Result<bool> {
    let now = house.now().seconds();
    let start = Instant::from_seconds(now - now.rem_euclid(window_seconds.max(1)));
    let mut keep = house.store.housekeep().await?;
    let tries: i64 = keep.one(&TRY, args![name, start]).await?.get("tries")?;
    if tries == 1 {
        keep.run(&FORGET, args![Instant::from_seconds(now - 86_400)]).await?;
    }
    keep.keep().await?;
    Ok(tries > limit)
}
