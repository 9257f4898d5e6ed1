//! Uploaded files, by their content. A file is on the disk before its name is in the database, and never whole in memory: what
//! comes in is written to a draft beside the others while it is hashed, what goes out is read in pieces.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use futures_util::Stream;
use kernel::{Error, Instant, Result};
use sha2::{Digest as _, Sha256};
use tokio::fs::File;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

use crate::Store;

/// How much of a file is held in memory at a time, in bytes.
const PIECE: usize = 64 * 1024;
/// Drafts older than this were left by a program that was killed, in seconds.
const DRAFTS_LAST: i64 = 86_400;
/// What was made from the record is made again when it is older than this, in seconds.
const MADE_LASTS: i64 = 30 * 86_400;

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

/// A file as it comes in. Dropped, it leaves nothing behind.
#[derive(Debug)]
pub struct Incoming {
    draft: Draft,
    file: File,
    hasher: Sha256,
    size: i64,
}

/// A file that came in whole and is not kept yet. When its last clone is dropped unkept, it leaves nothing behind.
#[derive(Debug, Clone)]
pub struct Spooled {
    draft: Arc<Draft>,
    stored: Stored,
}

/// A place on the disk that is cleared when nobody needs it.
#[derive(Debug)]
struct Draft(PathBuf);

impl Drop for Draft {
    fn drop(&mut self) {
        // Gone already when the file was kept; what cannot be removed now is swept later.
        let _ = std::fs::remove_file(&self.0);
    }
}

impl Incoming {
    /// Takes the next piece.
    ///
    /// # Errors
    /// A fault when the disk refuses.
    pub async fn take(&mut self, piece: &[u8]) -> Result<()> {
        self.hasher.update(piece);
        self.size += i64::try_from(piece.len()).map_err(Error::fault)?;
        self.file.write_all(piece).await.map_err(Error::fault)
    }

    /// How much came so far, in bytes.
    pub fn size(&self) -> i64 {
        self.size
    }

    /// The last piece was taken.
    ///
    /// # Errors
    /// A fault when the disk refuses.
    pub async fn end(mut self) -> Result<Spooled> {
        self.file.flush().await.map_err(Error::fault)?;
        let hash = self.hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(Spooled { draft: Arc::new(self.draft), stored: Stored { hash, size: self.size } })
    }
}

impl Spooled {
    /// Its size in bytes.
    pub fn size(&self) -> i64 {
        self.stored.size
    }

    /// What is in it, before it is kept.
    ///
    /// # Errors
    /// A fault when the disk refuses.
    pub async fn content(&self) -> Result<Content> {
        let file = File::open(&self.draft.0).await.map_err(Error::fault)?;
        Ok(Content { file, size: self.stored.size })
    }
}

/// What is in a file, to be read in pieces.
#[derive(Debug)]
pub struct Content {
    file: File,
    size: i64,
}

impl Content {
    /// How much it is, in bytes.
    pub fn size(&self) -> i64 {
        self.size
    }

    /// The next piece; an empty one at the end.
    ///
    /// # Errors
    /// A fault when the disk refuses.
    pub async fn piece(&mut self) -> Result<Vec<u8>> {
        let mut piece = Vec::with_capacity(PIECE);
        self.file.read_buf(&mut piece).await.map_err(Error::fault)?;
        Ok(piece)
    }

    /// All of it, for files that are known to be small enough.
    ///
    /// # Errors
    /// A fault when the disk refuses.
    pub async fn whole(mut self) -> Result<Vec<u8>> {
        let mut bytes = Vec::with_capacity(usize::try_from(self.size).unwrap_or(0));
        loop {
            let piece = self.piece().await?;
            if piece.is_empty() {
                return Ok(bytes);
            }
            bytes.extend_from_slice(&piece);
        }
    }

    /// Its pieces, one after another.
    pub fn pieces(self) -> impl Stream<Item = Result<Vec<u8>>> + Send {
        futures_util::stream::try_unfold(self, |mut content| async move {
            let piece = content.piece().await?;
            Ok(if piece.is_empty() { None } else { Some((piece, content)) })
        })
    }
}

impl Files {
    pub(crate) async fn in_folder(folder: PathBuf, now: Instant) -> Result<Self> {
        let files = Self { folder };
        for (folder, last) in [(files.drafts(), DRAFTS_LAST), (files.made_ones(), MADE_LASTS)] {
            tokio::fs::create_dir_all(&folder).await.map_err(Error::fault)?;
            sweep(&folder, last, now).await?;
        }
        Ok(files)
    }

    /// A place of this name beside the folder of files.
    pub(crate) fn beside(&self, name: &str) -> PathBuf {
        self.folder.with_file_name(name)
    }

    /// What was made from the record lies apart: nothing is lost when it goes.
    fn made_ones(&self) -> PathBuf {
        self.folder.join("made")
    }

    fn drafts(&self) -> PathBuf {
        self.folder.join("incoming")
    }

    fn place(&self, hash: &str) -> Result<PathBuf> {
        is_hash(hash).then(|| self.folder.join(&hash[..2]).join(hash)).ok_or_else(|| Error::fault("not a file's hash"))
    }

    /// What was made under this key, if it is still there. The key is a hash of all that it was made from.
    ///
    /// # Errors
    /// A fault when the disk refuses.
    pub async fn made(&self, key: &str) -> Result<Option<Content>> {
        match content_at(self.made_ones().join(is_hash(key).then_some(key).ok_or_else(|| Error::fault("not a key"))?)).await {
            Ok(content) => Ok(Some(content)),
            Err(Error::NotFound) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Puts what was made under its key. It can be made again, and is after a month.
    ///
    /// # Errors
    /// A fault when the disk refuses.
    pub async fn keep_made(&self, key: &str, making: Making) -> Result<()> {
        if !is_hash(key) {
            return Err(Error::fault("not a key"));
        }
        tokio::fs::rename(&making.draft.0, self.made_ones().join(key)).await.map_err(Error::fault)
    }

    /// Keeps what came in; the same content is kept once.
    ///
    /// # Errors
    /// A fault when the disk refuses.
    pub async fn keep(&self, spooled: &Spooled) -> Result<Stored> {
        let place = self.place(&spooled.stored.hash)?;
        if tokio::fs::try_exists(&place).await.map_err(Error::fault)? {
            return Ok(spooled.stored.clone());
        }
        let folder = place.parent().unwrap_or(&self.folder).to_owned();
        tokio::fs::create_dir_all(&folder).await.map_err(Error::fault)?;
        let draft = File::options().write(true).open(&spooled.draft.0).await.map_err(Error::fault)?;
        draft.sync_all().await.map_err(Error::fault)?;
        tokio::fs::rename(&spooled.draft.0, &place).await.map_err(Error::fault)?;
        sync_folder(&folder).await?;
        Ok(spooled.stored.clone())
    }

    /// What is in a file.
    ///
    /// # Errors
    /// [`Error::NotFound`] without such a file, a fault when the disk refuses.
    pub async fn content(&self, hash: &str) -> Result<Content> {
        content_at(self.place(hash)?).await
    }
}

fn is_hash(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|b| b.is_ascii_hexdigit())
}

async fn content_at(place: PathBuf) -> Result<Content> {
    match File::open(place).await {
        Ok(file) => {
            let size = i64::try_from(file.metadata().await.map_err(Error::fault)?.len()).map_err(Error::fault)?;
            Ok(Content { file, size })
        }
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => Err(Error::NotFound),
        Err(e) => Err(Error::fault(e)),
    }
}

/// Removes what is older than so many seconds: drafts that a killed program left (those of today may belong to another program that
/// serves the same folder), and what was made long ago.
async fn sweep(folder: &Path, last: i64, now: Instant) -> Result<()> {
    let mut entries = tokio::fs::read_dir(folder).await.map_err(Error::fault)?;
    while let Some(entry) = entries.next_entry().await.map_err(Error::fault)? {
        let Ok(written) = entry.metadata().await.and_then(|about| about.modified()) else { continue };
        let seconds = written.duration_since(std::time::UNIX_EPOCH).map_or(0, |since| since.as_secs());
        if i64::try_from(seconds).map_err(Error::fault)? + last < now.seconds() {
            let _ = tokio::fs::remove_file(entry.path()).await;
        }
    }
    Ok(())
}

impl Store {
    /// A place for a file that comes in.
    ///
    /// # Errors
    /// A fault when the disk refuses.
    pub async fn incoming(&self) -> Result<Incoming> {
        let place = self.files.drafts().join(self.chance.uuid(self.clock.now()).simple().to_string());
        let file = File::create_new(&place).await.map_err(Error::fault)?;
        Ok(Incoming { draft: Draft(place), file, hasher: Sha256::new(), size: 0 })
    }
}

/// A file that is being made from the record. Dropped, it leaves nothing behind.
#[derive(Debug)]
pub struct Making {
    draft: Draft,
}

impl Store {
    /// A place to make a file in, and the file, open for writing.
    ///
    /// # Errors
    /// A fault when the disk refuses.
    pub fn making(&self) -> Result<(Making, std::fs::File)> {
        let place = self.files.drafts().join(self.chance.uuid(self.clock.now()).simple().to_string());
        let file = std::fs::File::create_new(&place).map_err(Error::fault)?;
        Ok((Making { draft: Draft(place) }, file))
    }
}

async fn sync_folder(folder: &Path) -> Result<()> {
    let folder = File::open(folder).await.map_err(Error::fault)?;
    folder.sync_all().await.map_err(Error::fault)
}
