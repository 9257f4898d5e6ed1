//! Uploaded files, by their content. A file is on the disk before its name is in the database.

use std::path::{Path, PathBuf};

use kernel::{Error, Result};
use sha2::{Digest as _, Sha256};
use tokio::io::AsyncWriteExt as _;

/// The folder of files.
#[derive(Debug)]
pub struct Files {
    folder: PathBuf,
}

/// A file that is on the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// SHA-256 of the content, in hexadecimal.
    pub hash: String,
    /// Bytes.
    pub size: i64,
}

impl Files {
    pub(crate) async fn in_folder(folder: PathBuf) -> Result<Self> {
        tokio::fs::create_dir_all(&folder).await.map_err(Error::fault)?;
        Ok(Self { folder })
    }

    fn place(&self, hash: &str) -> Result<PathBuf> {
        if hash.len() == 64 && hash.bytes().all(|b| b.is_ascii_hexdigit()) {
            Ok(self.folder.join(&hash[..2]).join(hash))
        } else {
            Err(Error::fault("not a file's hash"))
        }
    }

    /// Keeps the content; the same content is kept once.
    ///
    /// # Errors
    /// A fault when the disk refuses.
    pub async fn keep(&self, content: &[u8]) -> Result<Stored> {
        let hash: String = Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect();
        let place = self.place(&hash)?;
        let size = i64::try_from(content.len()).map_err(Error::fault)?;
        if tokio::fs::try_exists(&place).await.map_err(Error::fault)? {
            return Ok(Stored { hash, size });
        }
        let folder = place.parent().unwrap_or(&self.folder).to_owned();
        tokio::fs::create_dir_all(&folder).await.map_err(Error::fault)?;
        let draft = place.with_extension("part");
        let mut file = tokio::fs::File::create(&draft).await.map_err(Error::fault)?;
        file.write_all(content).await.map_err(Error::fault)?;
        file.sync_all().await.map_err(Error::fault)?;
        tokio::fs::rename(&draft, &place).await.map_err(Error::fault)?;
        sync_folder(&folder).await?;
        Ok(Stored { hash, size })
    }

    /// The content.
    ///
    /// # Errors
    /// [`Error::NotFound`] without such a file, a fault when the disk refuses.
    pub async fn content(&self, hash: &str) -> Result<Vec<u8>> {
        match tokio::fs::read(self.place(hash)?).await {
            Ok(content) => Ok(content),
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => Err(Error::NotFound),
            Err(e) => Err(Error::fault(e)),
        }
    }
}

async fn sync_folder(folder: &Path) -> Result<()> {
    let folder = tokio::fs::File::open(folder).await.map_err(Error::fault)?;
    folder.sync_all().await.map_err(Error::fault)
}
