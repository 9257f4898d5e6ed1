//! The folder that an export is written to, for its owner's eyes only.

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};

use kernel::{Error, Result};
use serde_json::Value as Json;

use super::Manifest;
use crate::open::write_for_owner_only;

/// An export under way.
pub(super) struct Folder {
    root: PathBuf,
}

impl Folder {
    /// Makes the folder.
    ///
    /// # Errors
    /// A fault when there is something in it already.
    pub(super) fn begin(root: &Path) -> Result<Self> {
        make(root)?;
        if std::fs::read_dir(root).map_err(Error::fault)?.next().is_some() {
            return Err(Error::fault(format!("{} is not empty; an export wants a folder of its own", root.display())));
        }
        Ok(Self { root: root.to_owned() })
    }

    /// Begins a file of records.
    pub(super) fn json(&self, name: &str) -> Result<JsonFile> {
        let place = self.root.join(format!("{name}.json"));
        write_for_owner_only(&place, b"[")?;
        let file = File::options().append(true).open(&place).map_err(Error::fault)?;
        Ok(JsonFile { file: BufWriter::new(file), first: true })
    }

    /// Writes a file beside the records.
    pub(super) fn put(&self, path: &str, content: &[u8]) -> Result<()> {
        let place = self.root.join(path);
        if let Some(folder) = place.parent() {
            make(folder)?;
        }
        write_for_owner_only(&place, content)
    }

    /// Copies an uploaded file beside the records, piece by piece.
    pub(super) async fn copy(&self, path: &str, mut content: store::Content) -> Result<()> {
        self.put(path, &[])?;
        let mut file = File::options().append(true).open(self.root.join(path)).map_err(Error::fault)?;
        loop {
            let piece = content.piece().await?;
            if piece.is_empty() {
                return file.sync_all().map_err(Error::fault);
            }
            file.write_all(&piece).map_err(Error::fault)?;
        }
    }

    /// Ends the export.
    pub(super) fn finish(&self, manifest: &Manifest) -> Result<()> {
        let mut text = serde_json::to_vec_pretty(manifest).map_err(Error::fault)?;
        text.push(b'\n');
        self.put("manifest.json", &text)
    }
}

fn make(folder: &Path) -> Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt as _;
        builder.mode(0o700);
    }
    builder.create(folder).map_err(|e| Error::fault(format!("{}: {e}", folder.display())))
}

/// A file of records: a JSON array, one record to a line, written as it is read.
pub(super) struct JsonFile {
    file: BufWriter<File>,
    first: bool,
}

impl JsonFile {
    /// Adds a record.
    pub(super) fn put(&mut self, record: &Json) -> Result<()> {
        self.file.write_all(if self.first { b"\n" } else { b",\n" }).map_err(Error::fault)?;
        self.first = false;
        serde_json::to_writer(&mut self.file, record).map_err(Error::fault)
    }

    /// Ends it; it is on the disk.
    pub(super) fn finish(mut self) -> Result<()> {
        self.file.write_all(b"\n]\n").and_then(|()| self.file.flush()).and_then(|()| self.file.get_ref().sync_all()).map_err(Error::fault)
    }
}

/// A file name that means one file in one folder on any system.
pub(super) fn safe_name(name: &str) -> String {
    let safe: String = name.chars().map(|c| if c.is_control() || r#"/\:*?"<>|"#.contains(c) { '-' } else { c }).take(120).collect();
    let safe = safe.trim_matches([' ', '.']);
    if safe.is_empty() { "file".to_owned() } else { safe.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hostile_file_name_stays_in_its_folder() {
        for (name, safe) in [
            ("../../etc/passwd", "-..-etc-passwd"),
            ("..", "file"),
            ("agenda 18 January.pdf", "agenda 18 January.pdf"),
            ("a\0b\nc", "a-b-c"),
            ("", "file"),
        ] {
            assert_eq!(safe_name(name), safe);
        }
    }

    #[test]
    fn an_export_wants_a_folder_of_its_own() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("letter.txt"), "mine").unwrap();
        assert!(Folder::begin(folder.path()).is_err());
        assert!(Folder::begin(&folder.path().join("export")).is_ok());
    }
}
