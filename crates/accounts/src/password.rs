//! Hashing passwords with Argon2id, away from the threads that answer requests.

use argon2::{Argon2, PasswordHasher as _, PasswordVerifier as _, password_hash::phc::PasswordHash};
use kernel::{Chance, Error, Result};

/// The hash of a password, as a PHC string: its parameters and salt ride along, so that they can be raised later.
pub(crate) async fn hashed(chance: &Chance, password: &str) -> Result<String> {
    let (salt, password) = (chance.bytes::<16>(), password.to_owned());
    let work = move || Argon2::default().hash_password_with_salt(password.as_bytes(), &salt).map(|hash: PasswordHash| hash.to_string());
    tokio::task::spawn_blocking(work).await.map_err(Error::fault)?.map_err(Error::fault)
}

/// Whether a password is the hashed one. Without a hash the same work is done and the answer is no, so that the time an
/// answer takes tells nobody whether an address is known.
pub(crate) async fn is_it(hashed: Option<String>, password: &str) -> Result<bool> {
    let password = password.to_owned();
    let work = move || {
        let known = hashed.as_deref().and_then(|text| PasswordHash::new(text).ok());
        match known {
            Some(hash) => Argon2::default().verify_password(password.as_bytes(), &hash).is_ok(),
            None => {
                let spent: Result<PasswordHash, _> = Argon2::default().hash_password_with_salt(password.as_bytes(), &[0; 16]);
                drop(spent);
                false
            }
        }
    };
    tokio::task::spawn_blocking(work).await.map_err(Error::fault)
}
