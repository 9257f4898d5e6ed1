//! Office files by LibreOffice.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use kernel::{Error, Result, words};
use store::{Content, Spooled, Store};
use tokio::io::AsyncWriteExt as _;

use crate::AT_ONCE;
use crate::contained::{self, Limits};
use crate::reader::Refused;

/// LibreOffice on this machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Office {
    /// The program.
    pub path: PathBuf,
    /// What one conversion may take.
    pub limits: Limits,
}

words! {
    /// A kind of office file that is converted.
    pub enum OfficeKind {
        /// Word.
        Docx = "docx",
        /// Excel.
        Xlsx = "xlsx",
        /// PowerPoint.
        Pptx = "pptx",
        /// OpenDocument text.
        Odt = "odt",
        /// OpenDocument spreadsheet.
        Ods = "ods",
        /// OpenDocument presentation.
        Odp = "odp",
    }
}

impl OfficeKind {
    /// The ending of its files and the filter that sets them as PDF.
    fn manner(self) -> (&'static str, &'static str) {
        match self {
            Self::Docx => ("docx", "writer_pdf_Export"),
            Self::Odt => ("odt", "writer_pdf_Export"),
            Self::Xlsx => ("xlsx", "calc_pdf_Export"),
            Self::Ods => ("ods", "calc_pdf_Export"),
            Self::Pptx => ("pptx", "impress_pdf_Export"),
            Self::Odp => ("odp", "impress_pdf_Export"),
        }
    }
}

/// What one conversion may take: whoever sent the file waits for it.
pub const CONVERSION: Limits = Limits { time: Duration::from_secs(55), megabytes: 1024 };
const GREETING: Limits = Limits { time: Duration::from_secs(20), megabytes: 1024 };

/// Where it usually lies.
const PLACES: [&str; 5] = [
    "/usr/bin/soffice",
    "/usr/local/bin/soffice",
    "/usr/bin/libreoffice",
    "/opt/libreoffice/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
];

/// What it may not do: run macros, follow links out of a document, ask for updates.
const RULES: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
</oor:items>
"#;

impl Office {
    /// Looks for it: at the place that the settings name, else where it usually lies.
    pub fn found(named: Option<&Path>) -> Option<Self> {
        let places = named.map_or_else(|| PLACES.iter().map(PathBuf::from).collect(), |named| vec![named.to_owned()]);
        places.into_iter().find(|path| path.is_file()).map(|path| Self { path, limits: CONVERSION })
    }

    /// What it calls itself when it is started: `LibreOffice 7.4.7.2`. None where it does not start.
    pub async fn version(&self) -> Option<String> {
        match version(&self.path).await {
            Ok(version) => version,
            Err(error) => {
                tracing::warn!(path = %self.path.display(), %error, "LibreOffice does not start");
                None
            }
        }
    }

    /// Sets an office file as a PDF, tagged where LibreOffice can.
    ///
    /// # Errors
    /// A fault when LibreOffice cannot be started or the disk refuses; that a file cannot be converted is an answer.
    pub async fn converted(&self, store: &Store, kind: OfficeKind, content: Content) -> Result<std::result::Result<Spooled, Refused>> {
        let _turn = AT_ONCE.acquire().await.map_err(Error::fault)?;
        let folder = tempfile::tempdir().map_err(Error::fault)?;
        let (ending, filter) = kind.manner();
        let (from, to) = (folder.path().join(format!("paper.{ending}")), folder.path().join("paper.pdf"));
        write(&from, content).await?;
        let profile = folder.path().join("profile");
        tokio::fs::create_dir_all(profile.join("user")).await.map_err(Error::fault)?;
        tokio::fs::write(profile.join("user/registrymodifications.xcu"), RULES).await.map_err(Error::fault)?;
        let home = format!("-env:UserInstallation=file://{}", profile.display());
        let target = format!("pdf:{filter}:{{\"UseTaggedPDF\":{{\"type\":\"boolean\",\"value\":\"true\"}}}}");
        let arguments = ["--headless", "--norestore", "--nolockcheck", "--nodefault", &home, "--convert-to", &target, "--outdir"].map(OsStr::new);
        let arguments: Vec<&OsStr> = arguments.into_iter().chain([folder.path().as_os_str(), from.as_os_str()]).collect();
        let child = contained::start(&self.path, &arguments, folder.path(), self.limits, false)?;
        let ended = contained::wait(child, self.limits, async { Ok(()) }).await?;
        let Some(status) = ended.status else { return Ok(Err(Refused::TooSlow)) };
        // It answers well even where it wrote nothing.
        let Ok(mut made) = tokio::fs::File::open(&to).await else {
            // Out of memory it ends by a signal of its own; what started it tells that as a number above 128.
            let broken_off = status.code().is_none_or(|code| code > 128);
            return Ok(Err(if broken_off { Refused::BrokenOff(self.limits.megabytes) } else { Refused::Unreadable }));
        };
        let mut incoming = store.incoming().await?;
        let mut piece = vec![0; 64 * 1024];
        loop {
            let read = tokio::io::AsyncReadExt::read(&mut made, &mut piece).await.map_err(Error::fault)?;
            if read == 0 {
                break;
            }
            incoming.take(&piece[..read]).await?;
        }
        Ok(Ok(incoming.end().await?))
    }
}

async fn version(path: &Path) -> Result<Option<String>> {
    let folder = tempfile::tempdir().map_err(Error::fault)?;
    let child = contained::start(path, &[OsStr::new("--version")], folder.path(), GREETING, false)?;
    let ended = contained::wait(child, GREETING, async { Ok(()) }).await?;
    let said = ended.said.lines().next().unwrap_or_default();
    // "LibreOffice 7.4.7.2 40(Build:2)"
    let name: Vec<&str> = said.split_whitespace().take(2).collect();
    Ok(said.starts_with("LibreOffice").then(|| name.join(" ")))
}

async fn write(place: &Path, mut content: Content) -> Result<()> {
    let mut file = tokio::fs::File::create(place).await.map_err(Error::fault)?;
    loop {
        let piece = content.piece().await?;
        if piece.is_empty() {
            return file.flush().await.map_err(Error::fault);
        }
        file.write_all(&piece).await.map_err(Error::fault)?;
    }
}
