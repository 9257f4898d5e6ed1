//! What comes in as the file of a paper: looked at, refused in plain words, or kept; what is no PDF is set as one.

use access::House;
use documents::upload::{self, Seems, Unfit};
use documents::{Document, Sort};
use kernel::{Error, Finding, Result, Word as _};
use store::{Content, Spooled, Stored};
use workshop::{OfficeKind, Refused};

use crate::model::{Leaf, SentFile};

/// A file that was looked at and lies among the kept ones.
#[derive(Debug, Clone)]
pub(crate) struct Kept {
    /// As it came.
    pub sent: Stored,
    /// What a server calls it.
    pub media: &'static str,
    /// The PDF it was set as, where it came as something else.
    pub set: Option<Stored>,
    /// How many pages it has as a PDF.
    pub pages: i64,
    /// Those pages by what stands on them.
    pub leaves: Vec<Leaf>,
}

/// What ends a PDF.
const END: &[u8] = b"%%EOF";

/// How near its end that stands, in bytes: some programs and servers add to it.
const TAIL: usize = 16 * 1024;

/// How much of a file tells what it is, in bytes.
const HEAD: usize = 1024;

/// Looks at a file and puts it among the kept ones, before its name is in the database. `title` is told to whoever cannot see a picture.
///
/// # Errors
/// Refused, beside the field `file`, when it cannot become a paper.
pub(crate) async fn kept(house: &House, file: &SentFile, title: &str) -> Result<Kept> {
    let refuse = |code: &str| Finding::refuse(code).at("file").with("name", &file.name);
    let head = file.content.content().await?.piece().await?;
    let sort = match upload::seems(&head[..head.len().min(HEAD)]) {
        Seems::Sort(sort) => sort,
        Seems::Archive => {
            let bytes = file.content.content().await?.whole().await?;
            let looked = tokio::task::spawn_blocking(move || upload::office(&bytes)).await.map_err(Error::fault)?;
            looked.map_err(|unfit| Error::refuse(refuse(unfit_code(unfit))))?
        }
        Seems::Unfit(unfit) => return Err(Error::refuse(refuse(unfit_code(unfit)))),
    };
    if sort == Sort::Pdf && !ends(file.content.content().await?).await? {
        return Err(Error::refuse(refuse("paper-file-broken")));
    }
    let tools = &house.settings.tools;
    let set = if sort == Sort::Pdf {
        None
    } else if sort.is_picture() {
        let written = tools.picture(file.content.content().await?, sort, about(title, house)).await?;
        let written = written.map_err(|refused| Error::refuse(said(&refuse, refused)))?;
        let mut incoming = house.store.incoming().await?;
        incoming.take(&written.bytes).await?;
        Some(incoming.end().await?)
    } else {
        let Some(office) = &tools.office else { return Err(Error::refuse(refuse("paper-file-no-office"))) };
        let kind = OfficeKind::parse(ending(sort)).ok_or_else(|| Error::fault("an office file of no kind"))?;
        let converted = office.converted(&house.store, kind, file.content.content().await?).await?;
        Some(converted.map_err(|refused| match refused {
            Refused::Unreadable => Error::refuse(refuse("paper-file-not-converted")),
            other => Error::refuse(said(&refuse, other)),
        })?)
    };
    let pdf: &Spooled = set.as_ref().unwrap_or(&file.content);
    let looked = tools.look(pdf.content().await?).await?.map_err(|refused| Error::refuse(said(&refuse, refused)))?;
    if looked.pages == 0 {
        return Err(Error::refuse(refuse("paper-file-broken")));
    }
    let files = house.store.files();
    Ok(Kept {
        sent: files.keep(&file.content).await?,
        media: sort.media(),
        set: match &set {
            Some(set) => Some(files.keep(set).await?),
            None => None,
        },
        pages: i64::try_from(looked.pages).map_err(Error::fault)?,
        leaves: looked.leaves.into_iter().map(|leaf| Leaf { print: leaf.print, begins: leaf.begins, wide: leaf.wide, high: leaf.high }).collect(),
    })
}

/// Whether a PDF comes to its end. Readers mend much, a file that was cut off too, so that it opens with pages missing: nobody would
/// know.
async fn ends(mut content: Content) -> Result<bool> {
    let mut tail = Vec::new();
    loop {
        let piece = content.piece().await?;
        if piece.is_empty() {
            return Ok(tail.windows(END.len()).any(|window| window == END));
        }
        tail.extend_from_slice(&piece);
        let before = tail.len().saturating_sub(TAIL);
        tail.drain(..before);
    }
}

fn about(title: &str, house: &House) -> Document {
    Document {
        title: title.to_owned(),
        about: String::new(),
        language: "en-GB".to_owned(),
        author: String::new(),
        made_at: house.now(),
        blocks: Vec::new(),
    }
}

fn ending(sort: Sort) -> &'static str {
    match sort {
        Sort::Docx => "docx",
        Sort::Xlsx => "xlsx",
        Sort::Pptx => "pptx",
        Sort::Odt => "odt",
        Sort::Ods => "ods",
        Sort::Odp => "odp",
        Sort::Pdf | Sort::Jpeg | Sort::Png | Sort::Gif | Sort::Webp => "",
    }
}

fn unfit_code(unfit: Unfit) -> &'static str {
    match unfit {
        Unfit::Empty => "paper-file-empty",
        Unfit::Unknown => "paper-file-unknown",
        Unfit::Broken => "paper-file-broken",
        Unfit::Macros => "paper-file-macros",
        Unfit::Older => "paper-file-older",
        Unfit::Bomb => "paper-file-bomb",
    }
}

fn said(refuse: &dyn Fn(&str) -> Finding, refused: Refused) -> Finding {
    match refused {
        Refused::Locked => refuse("paper-file-locked"),
        Refused::Unreadable => refuse("paper-file-broken"),
        Refused::TooLong(pages) => refuse("paper-file-too-long").with("pages", pages).with("most", documents::join::MOST_PAGES),
        Refused::TooSlow => refuse("paper-file-too-slow"),
        Refused::BrokenOff(megabytes) => refuse("paper-file-broken-off").with("megabytes", megabytes),
        Refused::TooLarge => refuse("paper-picture-too-large"),
    }
}
