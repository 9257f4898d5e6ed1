//! PDF files and pictures, by our own reader.

use std::ffi::OsStr;
use std::io::{Read as _, Write as _};
use std::time::Duration;

use documents::join::{self, Trouble};
use documents::leaves::{self, Leaf};
use documents::pdf::{self, Written};
use documents::{Document, Sort};
use kernel::{Error, Result};
use store::Content;

use crate::contained::{self, Limits};
use crate::{AT_ONCE, Tools};

/// What was seen of a PDF file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Looked {
    /// How many pages it has.
    pub pages: usize,
    /// The pages by what stands on them, in order; fewer than there are where reading them took too much.
    pub leaves: Vec<Leaf>,
}

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
    /// The program that worked on it broke off: there was more to hold in memory than it may, in megabytes, or it failed over the file.
    BrokenOff(u64),
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
const LOOK: Limits = Limits { time: Duration::from_secs(20), megabytes: 384 };
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
            let look = move || {
                let pages = join::look(bytes.clone())?.pages;
                let mut looked = Looked { pages, leaves: Vec::new() };
                leaves::leaves(bytes, &mut |leaf| looked.leaves.push(leaf));
                Ok::<_, Trouble>(looked)
            };
            return Ok(match tokio::task::spawn_blocking(look).await {
                Ok(looked) => looked.map_err(Refused::from),
                Err(_) => Err(Refused::Unreadable),
            });
        };
        let folder = std::env::temp_dir();
        let mut child = contained::start(program, &[OsStr::new(READ_PDF)], &folder, LOOK, true)?;
        let input = child.stdin.take();
        let ended = contained::wait(child, LOOK, contained::feed(input, content)).await?;
        let heard = heard(&ended.said);
        // Once it has said how many pages there are, the file can be taken, whatever became of reading them.
        Ok(if ended.status.is_none() && heard.is_err() { Err(Refused::TooSlow) } else { heard })
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
    let (first, leaves) = said.split_once('\n').unwrap_or((said, ""));
    let mut words = first.split_whitespace();
    match (words.next(), words.next().and_then(|number| number.parse().ok())) {
        (Some("pages"), Some(pages)) => Ok(Looked { pages, leaves: leaves.split_inclusive('\n').map_while(leaf_heard).collect() }),
        (Some("long"), Some(pages)) => Err(Refused::TooLong(pages)),
        (Some("locked"), _) => Err(Refused::Locked),
        // It fell silent: out of memory, out of time, or broken off.
        _ => Err(Refused::Unreadable),
    }
}

/// A page as it was told: print, width, height, and how its words begin. None where it was broken off.
fn leaf_heard(line: &str) -> Option<Leaf> {
    let mut parts = line.strip_suffix('\n')?.splitn(4, ' ');
    let (print, wide, high) = (parts.next()?.to_owned(), parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    Some(Leaf { print, wide, high, begins: parts.next().unwrap_or_default().to_owned() })
}

/// What the program does when it is called again: reads one PDF from its input and says what it saw.
///
/// # Errors
/// A fault when it is given nothing to read.
pub fn read_pdf() -> Result<()> {
    let mut bytes = Vec::new();
    std::io::stdin().lock().read_to_end(&mut bytes).map_err(Error::fault)?;
    let mut out = std::io::stdout().lock();
    match join::look(bytes.clone()) {
        Ok(looked) => {
            writeln!(out, "pages {}", looked.pages).map_err(Error::fault)?;
            let mut told = Ok(());
            leaves::leaves(bytes, &mut |leaf| {
                if told.is_ok() {
                    told = writeln!(out, "{} {} {} {}", leaf.print, leaf.wide, leaf.high, leaf.begins);
                }
            });
            told
        }
        Err(Trouble::TooLong(pages)) => writeln!(out, "long {pages}"),
        Err(Trouble::Locked) => writeln!(out, "locked"),
        Err(Trouble::Unreadable) => writeln!(out, "unreadable"),
    }
    .map_err(Error::fault)
}
