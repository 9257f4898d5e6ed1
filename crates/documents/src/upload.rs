//! What a file is, by what is in it and never by its name.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;

/// A kind of file that can become a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// A PDF, taken as it is.
    Pdf,
    /// A picture, which becomes a page.
    Jpeg,
    /// A picture, which becomes a page.
    Png,
    /// A picture, which becomes a page.
    Gif,
    /// A picture, which becomes a page.
    Webp,
    /// Word.
    Docx,
    /// Excel.
    Xlsx,
    /// PowerPoint.
    Pptx,
    /// OpenDocument text.
    Odt,
    /// OpenDocument spreadsheet.
    Ods,
    /// OpenDocument presentation.
    Odp,
}

/// Why a file cannot become a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// There is nothing in it.
    Empty,
    /// It is of no kind that is taken.
    Unknown,
    /// It is damaged, or not whole.
    Broken,
    /// It brings a program with it.
    Macros,
    /// It is an Office file of the kind before 2007, or one with a password: nobody can see what is in it.
    Older,
    /// Unpacked it would be larger than anything that is meant.
    Bomb,
}

impl Sort {
    /// What a server calls it.
    pub fn media(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Gif => "image/gif",
            Self::Webp => "image/webp",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Pptx => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Ods => "application/vnd.oasis.opendocument.spreadsheet",
            Self::Odp => "application/vnd.oasis.opendocument.presentation",
        }
    }

    /// The sort that a server calls so.
    pub fn of_media(media: &str) -> Option<Self> {
        let all = [Self::Pdf, Self::Jpeg, Self::Png, Self::Gif, Self::Webp, Self::Docx, Self::Xlsx, Self::Pptx, Self::Odt, Self::Ods, Self::Odp];
        all.into_iter().find(|sort| sort.media() == media)
    }

    /// Whether it is a picture.
    pub fn is_picture(self) -> bool {
        matches!(self, Self::Jpeg | Self::Png | Self::Gif | Self::Webp)
    }

    /// Whether an office program wrote it.
    pub fn is_office(self) -> bool {
        !self.is_picture() && self != Self::Pdf
    }
}

/// What a file seems to be by its first bytes; office files are looked into by [`office`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seems {
    /// A PDF or a picture.
    Sort(Sort),
    /// An archive, as office files are.
    Archive,
    /// Not to be taken.
    Unfit(Unfit),
}

/// Readers of PDF find its mark within so many bytes.
const HEAD: usize = 1024;

/// Looks at the first bytes of a file, a thousand at least where there are as many.
pub fn seems(head: &[u8]) -> Seems {
    let begins = |mark: &[u8]| head.starts_with(mark);
    if head.is_empty() {
        Seems::Unfit(Unfit::Empty)
    } else if head[..head.len().min(HEAD)].windows(5).any(|window| window == b"%PDF-") {
        Seems::Sort(Sort::Pdf)
    } else if begins(b"\xff\xd8\xff") {
        Seems::Sort(Sort::Jpeg)
    } else if begins(b"\x89PNG\r\n\x1a\n") {
        Seems::Sort(Sort::Png)
    } else if begins(b"GIF87a") || begins(b"GIF89a") {
        Seems::Sort(Sort::Gif)
    } else if begins(b"RIFF") && head.get(8..12) == Some(b"WEBP") {
        Seems::Sort(Sort::Webp)
    } else if begins(b"PK\x03\x04") {
        Seems::Archive
    } else if begins(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        Seems::Unfit(Unfit::Older)
    } else {
        Seems::Unfit(Unfit::Unknown)
    }
}

/// More parts than any real file has.
const MOST_PARTS: usize = 10_000;
/// What all parts of an office file may come to, in bytes.
const MOST_UNPACKED: u64 = 400 * 1024 * 1024;

/// Looks into an archive that an office program may have written.
///
/// # Errors
/// Says why it cannot be taken.
pub fn office(file: &[u8]) -> Result<Sort, Unfit> {
    let mut archive = ZipArchive::new(Cursor::new(file)).map_err(|_| Unfit::Broken)?;
    if archive.len() > MOST_PARTS {
        return Err(Unfit::Bomb);
    }
    let mut unpacked = 0_u64;
    let mut names = Vec::with_capacity(archive.len());
    for n in 0..archive.len() {
        let part = archive.by_index_raw(n).map_err(|_| Unfit::Broken)?;
        unpacked = unpacked.saturating_add(part.size());
        names.push(part.name().map_err(|_| Unfit::Broken)?.to_ascii_lowercase());
    }
    if unpacked > MOST_UNPACKED {
        return Err(Unfit::Bomb);
    }
    let program =
        |name: &String| name.ends_with("vbaproject.bin") || name.contains("/activex/") || name.starts_with("basic/") || name.starts_with("scripts/");
    if names.iter().any(program) {
        return Err(Unfit::Macros);
    }
    let has = |name: &str| names.iter().any(|known| known == name);
    if has("[content_types].xml") {
        let types = part(&mut archive, "[Content_Types].xml")?;
        if types.to_ascii_lowercase().contains("macroenabled") {
            return Err(Unfit::Macros);
        }
        return match () {
            () if has("word/document.xml") => Ok(Sort::Docx),
            () if has("xl/workbook.xml") => Ok(Sort::Xlsx),
            () if has("ppt/presentation.xml") => Ok(Sort::Pptx),
            () => Err(Unfit::Unknown),
        };
    }
    if has("mimetype") {
        let media = part(&mut archive, "mimetype")?;
        // What is locked says so in its list of parts.
        if has("meta-inf/manifest.xml") && part(&mut archive, "META-INF/manifest.xml")?.contains("encryption-data") {
            return Err(Unfit::Older);
        }
        return Sort::of_media(media.trim()).filter(|sort| matches!(sort, Sort::Odt | Sort::Ods | Sort::Odp)).ok_or(Unfit::Unknown);
    }
    Err(Unfit::Unknown)
}

/// A small part as text.
fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<String, Unfit> {
    let part = archive.by_name(name).map_err(|_| Unfit::Broken)?;
    let mut bytes = Vec::new();
    part.take(1024 * 1024).read_to_end(&mut bytes).map_err(|_| Unfit::Broken)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write as _;
    use zip::write::{SimpleFileOptions, ZipWriter};

    fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in parts {
            writer.start_file(*name, SimpleFileOptions::default()).unwrap();
            writer.write_all(content).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    #[test]
    fn a_file_is_what_is_in_it_whatever_it_is_called() {
        assert_eq!(seems(b""), Seems::Unfit(Unfit::Empty));
        assert_eq!(seems(b"%PDF-1.7 and so on"), Seems::Sort(Sort::Pdf));
        assert_eq!(seems(b"\xff\xd8\xff\xe0"), Seems::Sort(Sort::Jpeg));
        assert_eq!(seems(b"MZ\x90 a program"), Seems::Unfit(Unfit::Unknown));
        assert_eq!(seems(b"<html><script>"), Seems::Unfit(Unfit::Unknown));
        assert_eq!(seems(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 word 97"), Seems::Unfit(Unfit::Older));
        let word: &[(&str, &[u8])] = &[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<w:document/>")];
        assert_eq!(office(&archive(word)), Ok(Sort::Docx));
        let text: &[(&str, &[u8])] = &[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", b"<x/>")];
        assert_eq!(office(&archive(text)), Ok(Sort::Odt));
        assert_eq!(office(&archive(&[("virus.exe", b"MZ")])), Err(Unfit::Unknown));
    }

    #[test]
    fn a_file_that_brings_a_program_is_not_taken() {
        let with =
            |name: &str| office(&archive(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<w:document/>"), (name, b"program")]));
        assert_eq!(with("word/vbaProject.bin"), Err(Unfit::Macros));
        assert_eq!(with("word/activeX/activeX1.bin"), Err(Unfit::Macros));
        let named = office(&archive(&[
            ("[Content_Types].xml", b"<Override ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/>"),
            ("word/document.xml", b"<w:document/>"),
        ]));
        assert_eq!(named, Err(Unfit::Macros));
        let text = office(&archive(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("Basic/Standard/Module1.xml", b"<x/>")]));
        assert_eq!(text, Err(Unfit::Macros));
    }

    #[test]
    fn what_would_unpack_to_more_than_anybody_means_is_not_unpacked() {
        let nothing = vec![0; 90 * 1024 * 1024];
        let parts: Vec<(String, &[u8])> = (0..5).map(|n| (format!("word/media/{n}.bmp"), nothing.as_slice())).collect();
        let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, content)| (name.as_str(), *content)).collect();
        let bomb = archive(&parts);
        assert!(bomb.len() < 1024 * 1024);
        assert_eq!(office(&bomb), Err(Unfit::Bomb));
        assert_eq!(office(&bomb[..bomb.len() / 2]), Err(Unfit::Broken));
    }
}
