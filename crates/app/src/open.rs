//! Opens the installation: the database, the files, the secret.

use std::path::Path;
use std::sync::Arc;

use access::{House, Secret, Settings};
use kernel::{Chance, Clock, Error, Result};
use store::{Store, StoreConfig};

use crate::config::Config;

/// Opens it, creating what is not there yet.
///
/// # Errors
/// A fault when the database, the folder or the secret cannot be opened.
pub async fn open(config: &Config, demonstration: bool, clock: Clock, chance: Chance) -> Result<House> {
    // What is wrong with the settings is said before anything is touched.
    let (post, replies, letter_templates) = (config.post()?, config.replies()?, config.letter_templates()?);
    let store = Store::open(&StoreConfig { data: config.data.clone(), postgres: config.postgres.clone() }, clock, chance.clone()).await?;
    let secret = secret(&config.data, &chance)?;
    let settings = Settings {
        address: config.public_address(),
        demonstration,
        measure: config.measure,
        client_header: config.client_header.clone(),
        secret,
        post,
        replies,
        letter_templates,
        tools: workshop::Tools::found(config.office.as_deref()),
    };
    Ok(House { store, settings: Arc::new(settings) })
}

/// Opens an installation that is there already: a command that only reads must not leave an empty one behind.
///
/// # Errors
/// A fault when there is none, or when it cannot be opened.
pub async fn open_existing(config: &Config, clock: Clock, chance: Chance) -> Result<House> {
    if config.postgres.is_none() && !config.data.join("folkmoot.db").is_file() {
        return Err(Error::fault(format!("there is no installation in {}", config.data.display())));
    }
    open(config, false, clock, chance).await
}

/// The secret with which links are signed: 32 bytes in a file that only its owner reads. Several programs that serve one
/// PostgreSQL database share the file.
fn secret(data: &Path, chance: &Chance) -> Result<Secret> {
    let place = data.join("secret");
    if let Ok(bytes) = std::fs::read(&place) {
        let bytes: [u8; 32] = bytes.try_into().map_err(|_| Error::fault(format!("{} does not hold 32 bytes", place.display())))?;
        return Ok(Secret(bytes));
    }
    let bytes: [u8; 32] = chance.bytes();
    write_for_owner_only(&place, &bytes)?;
    Ok(Secret(bytes))
}

/// Writes a new file that only its owner may read.
///
/// # Errors
/// A fault when it is there already or the disk refuses.
pub fn write_for_owner_only(place: &Path, bytes: &[u8]) -> Result<()> {
    use std::io::Write as _;
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    let mut file = options.open(place).map_err(|e| Error::fault(format!("{}: {e}", place.display())))?;
    file.write_all(bytes).and_then(|()| file.sync_all()).map_err(Error::fault)
}

/// The same for a file that may be there already.
///
/// # Errors
/// A fault when the disk refuses.
pub fn replace_for_owner_only(place: &Path, bytes: &[u8]) -> Result<()> {
    match std::fs::remove_file(place) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(Error::fault(format!("{}: {error}", place.display()))),
        _ => {}
    }
    write_for_owner_only(place, bytes)
}
