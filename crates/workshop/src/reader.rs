//! PDF files and pictures, by our own reader.

use std::ffi::OsStr;
use std::io::{Read as _, Write as _};

use documents::join::{self, Looked, Trouble};
use documents::pdf::{self, Written};
use documents::{Document, Sort};
use kernel::{Error, Result};
use store::Content;

use crate::contained::{self, Limits};
use crate::{AT_ONCE, Tools};

/// Why a file cannot be taken for a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// It opens with a password only.
    Locked,
    /// It is damaged, or not what it says.
    Unreadable,
    /// It has more pages than are taken.
    TooLong(usize),
    /// Working on it took too long.
    TooSlow,
    /// Its picture is larger than is taken.
    TooLarge,
}

impl From<Trouble> for Refused {
    fn from(trouble: Trouble) -> Self {
        match trouble {
            Trouble::Locked => Self::Locked,
            Trouble::Unreadable => Self::Unreadable,
            Trouble::TooLong(pages) => Self::TooLong(pages),
        }
    }
}

/// What looking at one file may take.
const LOOK: Limits = Limits { seconds: 20, megabytes: 384 };
/// The word by which the program is called again to read one PDF.
pub const READ_PDF: &str = "read-pdf";

impl Tools {
    /// Looks at a PDF file as joining it would.
    ///
    /// # Errors
    /// A fault when the reader cannot be started; that a file cannot be read is an answer.
    pub async fn look(&self, content: Content) -> Result<std::result::Result<Looked, Refused>> {
        let _turn = AT_ONCE.acquire().await.map_err(Error::fault)?;
        let Some(program) = &self.program else {
            let bytes = content.whole().await?;
            return Ok(match tokio::task::spawn_blocking(move || join::look(bytes)).await {
                Ok(looked) => looked.map_err(Refused::from),
                Err(_) => Err(Refused::Unreadable),
            });
        };
        let folder = std::env::temp_dir();
        let mut child = contained::start(program, &[OsStr::new(READ_PDF)], &folder, LOOK, true)?;
        let input = child.stdin.take();
        let ended = contained::wait(child, LOOK, contained::feed(input, content)).await?;
        if ended.status.is_none() {
            return Ok(Err(Refused::TooSlow));
        }
        Ok(heard(&ended.said))
    }

    /// A picture as a page of its own.
    ///
    /// # Errors
    /// A fault when the disk refuses; that it is no picture is an answer.
    pub async fn picture(&self, content: Content, sort: Sort, about: Document) -> Result<std::result::Result<Written, Refused>> {
        let bytes = content.whole().await?;
        let _turn = AT_ONCE.acquire().await.map_err(Error::fault)?;
        Ok(match tokio::task::spawn_blocking(move || pdf::picture(&about, sort, bytes)).await {
            Ok(Ok(written)) => Ok(written),
            Ok(Err(pdf::NoPicture::TooLarge)) => Err(Refused::TooLarge),
            Ok(Err(pdf::NoPicture::Unreadable)) | Err(_) => Err(Refused::Unreadable),
        })
    }
}

fn heard(said: &str) -> std::result::Result<Looked, Refused> {
    let mut words = said.split_whitespace();
    match (words.next(), words.next().and_then(|number| number.parse().ok())) {
        (Some("pages"), Some(pages)) => Ok(Looked { pages }),
        (Some("long"), Some(pages)) => Err(Refused::TooLong(pages)),
        (Some("locked"), _) => Err(Refused::Locked),
        // It fell silent: out of memory, out of time, or broken off.
        _ => Err(Refused::Unreadable),
    }
}

/// What the program does when it is called again: reads one PDF from its input and says what it saw.
///
/// # Errors
/// A fault when it is given nothing to read.
pub fn read_pdf() -> Result<()> {
    let mut bytes = Vec::new();
    std::io::stdin().lock().read_to_end(&mut bytes).map_err(Error::fault)?;
    let said = match join::look(bytes) {
        Ok(looked) => format!("pages {}", looked.pages),
        Err(Trouble::TooLong(pages)) => format!("long {pages}"),
        Err(Trouble::Locked) => "locked".to_owned(),
        Err(Trouble::Unreadable) => "unreadable".to_owned(),
    };
    writeln!(std::io::stdout(), "{said}").map_err(Error::fault)
}
