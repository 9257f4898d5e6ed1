//! Chance as an argument: ids and secrets come from a source that a test or the generator can seed.

use std::sync::{Arc, Mutex};

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha20Rng;
use uuid::Uuid;

use crate::Instant;

/// A source of random bytes, shared by clones.
#[derive(Clone, Debug)]
pub struct Chance(Arc<Mutex<ChaCha20Rng>>);

impl Chance {
    /// Repeats itself: the same seed gives the same ids. For tests and the generator, never for secrets.
    pub fn seeded(seed: u64) -> Self {
        Self(Arc::new(Mutex::new(ChaCha20Rng::seed_from_u64(seed))))
    }

    /// Seeded from 32 bytes of the operating system's entropy, which the caller brings.
    pub fn from_entropy(seed: [u8; 32]) -> Self {
        Self(Arc::new(Mutex::new(ChaCha20Rng::from_seed(seed))))
    }

    /// Fills the bytes.
    pub fn fill(&self, bytes: &mut [u8]) {
        match self.0.lock() {
            Ok(mut rng) => rng.fill_bytes(bytes),
            Err(poisoned) => poisoned.into_inner().fill_bytes(bytes),
        }
    }

    /// An array of random bytes.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.fill(&mut bytes);
        bytes
    }

    /// A number below `n`; 0 when `n` is 0.
    pub fn below(&self, n: u64) -> u64 {
        if n == 0 { 0 } else { u64::from_le_bytes(self.bytes()) % n }
    }

    /// A new UUIDv7 whose leading part is the given instant.
    pub fn uuid(&self, at: Instant) -> Uuid {
        let millis = u64::try_from(at.seconds().max(0)).unwrap_or(0) * 1000;
        uuid::Builder::from_unix_timestamp_millis(millis, &self.bytes()).into_uuid()
    }
}
