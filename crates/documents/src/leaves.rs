//! The pages of a file by what stands on them: enough to know a page again in a later version of the file, and to say which one is
//! meant. It is no reading of the page: words are taken in the order they are drawn in.

use std::collections::HashMap;

use hayro_syntax::Pdf;
use hayro_syntax::content::{TypedIter, ops::TypedInstruction};
use hayro_syntax::object::{Array, Dict, Name, Object, Stream};
use hayro_syntax::page::{Page, Resources};

/// A page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaf {
    /// The same for pages with the same words; of a page without words, for pages with the same pictures.
    pub print: String,
    /// How its words begin, in one line; empty where it has none.
    pub begins: String,
    /// How wide it is, in points.
    pub wide: u16,
    /// How high it is, in points.
    pub high: u16,
}

/// How much of a page is kept to know it by, in characters.
const BEGINS: usize = 400;
/// The most that is read of one page, in characters.
const MOST_WORDS: usize = 50_000;
/// The most that is unpacked of a whole file, in bytes: pages beyond are not known.
const MOST_UNPACKED: usize = 128 * 1024 * 1024;
/// How deep drawings may stand in one another.
const DEEPEST: usize = 6;

/// The FNV-1a hash of words, which is the same on every machine and for ever.
pub fn print(words: &[u8]) -> String {
    format!("{:016x}", stirred(0xcbf2_9ce4_8422_2325, words))
}

fn stirred(hash: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(hash, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The pages of a PDF file, in order; none of a file that cannot be read, and fewer than it has where it is very large.
pub fn leaves(file: Vec<u8>, each: &mut dyn FnMut(Leaf)) {
    let Ok(pdf) = Pdf::new(file) else { return };
    let mut known = Fonts::new();
    let mut unpacked = 0;
    for page in pdf.pages().iter() {
        unpacked += page.page_stream().map_or(0, <[u8]>::len);
        if unpacked > MOST_UNPACKED {
            return;
        }
        each(leaf(page, &mut known));
    }
}

fn leaf(page: &Page<'_>, known: &mut Fonts) -> Leaf {
    let mut words = Words { text: String::new(), known };
    words.take(page.typed_operations(), page.resources(), 0);
    let text = words.text;
    let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let print = if bare.is_empty() { drawn(page) } else { print(bare.as_bytes()) };
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (wide, high) = page.render_dimensions();
    let points = |length: f32| length.round().clamp(1.0, f32::from(u16::MAX)) as u16;
    Leaf { print, begins: line.chars().take(BEGINS).collect(), wide: points(wide), high: points(high) }
}

/// The print of a page by how it is drawn, with its pictures as they are packed.
fn drawn(page: &Page<'_>) -> String {
    let mut hash = stirred(0xcbf2_9ce4_8422_2325, page.page_stream().unwrap_or_default());
    let pictures = &page.resources().x_objects;
    for name in pictures.keys() {
        if let Some(picture) = pictures.get::<Stream<'_>>(&name) {
            hash = stirred(hash, &picture.raw_data());
        }
    }
    format!("{hash:016x}")
}

/// What the codes of a font stand for; a font that does not say is read as Latin letters.
#[derive(Debug, Default)]
struct Font {
    /// Its codes are two bytes long.
    pairs: bool,
    says: HashMap<u32, String>,
}

/// The fonts that were read, by where they lie in the file.
type Fonts = HashMap<(u32, i32), std::rc::Rc<Font>>;

struct Words<'k> {
    text: String,
    known: &'k mut Fonts,
}

impl Words<'_> {
    fn take(&mut self, mut drawing: TypedIter<'_>, resources: &Resources<'_>, depth: usize) {
        let mut font = std::rc::Rc::new(Font::default());
        while let Some(step) = drawing.next() {
            if self.text.len() > MOST_WORDS {
                return;
            }
            match step {
                TypedInstruction::TextFont(set) => {
                    if let Some(found) = resources.get_font(set.0) {
                        font = self.font(&found);
                    }
                }
                TypedInstruction::ShowText(shown) => self.show(&font, shown.0.as_bytes()),
                TypedInstruction::NextLineAndShowText(shown) => {
                    self.text.push(' ');
                    self.show(&font, shown.0.as_bytes());
                }
                TypedInstruction::ShowTextWithParameters(shown) => {
                    self.text.push(' ');
                    self.show(&font, shown.2.as_bytes());
                }
                TypedInstruction::ShowTexts(shown) => self.show_apart(&font, shown.0),
                TypedInstruction::NextLine(_)
                | TypedInstruction::NextLineAndSetLeading(_)
                | TypedInstruction::NextLineUsingLeading(_)
                | TypedInstruction::SetTextMatrix(_)
                | TypedInstruction::BeginText(_) => self.text.push(' '),
                TypedInstruction::XObject(placed) if depth < DEEPEST => self.within(placed.0, resources, depth),
                _ => {}
            }
        }
    }

    /// Words with gaps between them: a wide one parts two words.
    fn show_apart(&mut self, font: &Font, parts: &Array<'_>) {
        for part in parts.iter::<Object<'_>>() {
            match part {
                Object::String(words) => self.show(font, words.as_bytes()),
                Object::Number(gap) if gap.as_f64() < -180.0 => self.text.push(' '),
                _ => {}
            }
        }
    }

    fn within(&mut self, name: &Name<'_>, resources: &Resources<'_>, depth: usize) {
        let Some(stream) = resources.get_x_object(name) else { return };
        if stream.dict().get::<Name<'_>>("Subtype").is_none_or(|kind| &*kind != b"Form") {
            return;
        }
        let Ok(drawing) = stream.decoded_data() else { return };
        match stream.dict().get::<Dict<'_>>("Resources") {
            Some(own) => self.take(TypedIter::new(&drawing), &Resources::new(own), depth + 1),
            None => self.take(TypedIter::new(&drawing), resources, depth + 1),
        }
    }

    fn show(&mut self, font: &Font, codes: &[u8]) {
        let step = if font.pairs { 2 } else { 1 };
        for code in codes.chunks(step) {
            let code = code.iter().fold(0, |code, byte| code << 8 | u32::from(*byte));
            match font.says.get(&code) {
                Some(words) => self.text.push_str(words),
                None if font.pairs => self.text.extend(char::from_u32(0xE000 + code % 0x1900)),
                None => self.text.extend(char::from_u32(code).filter(|c| !c.is_control())),
            }
        }
    }

    fn font(&mut self, found: &Dict<'_>) -> std::rc::Rc<Font> {
        let id = found.obj_id().map(|id| (id.obj_number, id.gen_number));
        if let Some(known) = id.and_then(|id| self.known.get(&id)) {
            return known.clone();
        }
        let pairs = found.get::<Name<'_>>("Subtype").is_some_and(|kind| &*kind == b"Type0");
        let says = found.get::<Stream<'_>>("ToUnicode").and_then(|map| Some(said(&map.decoded_data().ok()?)));
        let font = std::rc::Rc::new(Font { pairs, says: says.unwrap_or_default() });
        if let Some(id) = id {
            self.known.insert(id, font.clone());
        }
        font
    }
}

/// A word of a font's table.
enum Mark {
    Code(Vec<u8>),
    Open,
    Close,
    Other(Vec<u8>),
}

/// The most codes that a font is believed to have.
const MOST_CODES: usize = 70_000;

/// What the table of a font (`ToUnicode`) says its codes stand for.
fn said(table: &[u8]) -> HashMap<u32, String> {
    let mut says = HashMap::new();
    let mut waiting: Vec<Mark> = Vec::new();
    for mark in marks(table) {
        match &mark {
            Mark::Other(word) if word == b"endbfchar" => {
                for pair in waiting.chunks(2) {
                    if let [Mark::Code(code), Mark::Code(words)] = pair {
                        says.insert(number(code), letters(words));
                    }
                }
                waiting.clear();
            }
            Mark::Other(word) if word == b"endbfrange" => {
                ranges(&waiting, &mut says);
                waiting.clear();
            }
            Mark::Other(_) => waiting.clear(),
            _ => waiting.push(mark),
        }
        if says.len() > MOST_CODES {
            break;
        }
    }
    says
}

fn ranges(marks: &[Mark], says: &mut HashMap<u32, String>) {
    let mut marks = marks.iter();
    while let (Some(Mark::Code(first)), Some(Mark::Code(last))) = (marks.next(), marks.next()) {
        let (first, last) = (number(first), number(last));
        match marks.next() {
            Some(Mark::Code(words)) => {
                let words = letters(words);
                let Some(start) = words.chars().next_back() else { continue };
                let stem = &words[..words.len() - start.len_utf8()];
                for (n, code) in (first..=last).take(MOST_CODES).enumerate() {
                    let next = u32::try_from(n).ok().and_then(|n| char::from_u32(u32::from(start).saturating_add(n)));
                    says.insert(code, next.map_or_else(String::new, |next| format!("{stem}{next}")));
                }
            }
            Some(Mark::Open) => {
                for code in first..=last {
                    let Some(Mark::Code(words)) = marks.next() else { break };
                    says.insert(code, letters(words));
                }
            }
            _ => return,
        }
    }
}

fn number(code: &[u8]) -> u32 {
    code.iter().take(4).fold(0, |number, byte| number << 8 | u32::from(*byte))
}

fn letters(words: &[u8]) -> String {
    let units: Vec<u16> = words.chunks(2).map(|pair| pair.iter().fold(0, |unit, byte| unit << 8 | u16::from(*byte))).collect();
    String::from_utf16_lossy(&units)
}

fn marks(table: &[u8]) -> impl Iterator<Item = Mark> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        while table.get(at).is_some_and(u8::is_ascii_whitespace) {
            at += 1;
        }
        let begin = at;
        at += 1;
        Some(match table.get(begin)? {
            b'[' => Mark::Open,
            b']' => Mark::Close,
            b'<' if table.get(at) != Some(&b'<') => {
                let digits: Vec<u8> = table[at..].iter().take_while(|byte| **byte != b'>').copied().collect();
                at += digits.len() + 1;
                let digits: Vec<u8> =
                    digits.iter().filter_map(|digit| char::from(*digit).to_digit(16)).filter_map(|n| u8::try_from(n).ok()).collect();
                Mark::Code(digits.chunks(2).map(|pair| pair.iter().fold(0, |byte, digit| byte << 4 | digit)).collect())
            }
            _ => {
                while table.get(at).is_some_and(|byte| !byte.is_ascii_whitespace() && !matches!(byte, b'[' | b']' | b'<')) {
                    at += 1;
                }
                Mark::Other(table[begin..at].to_vec())
            }
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Block, Document};

    fn pages(blocks: Vec<Block>) -> Vec<Leaf> {
        let document = Document {
            title: "Bids".to_owned(),
            about: "Board".to_owned(),
            language: "en-GB".to_owned(),
            author: "Partnership".to_owned(),
            made_at: kernel::Instant::from_seconds(0),
            blocks,
        };
        let written = crate::pdf::write(&document, &|_, _| String::new()).unwrap();
        let mut all = Vec::new();
        leaves(written.bytes, &mut |leaf| all.push(leaf));
        all
    }

    #[test]
    fn a_page_is_known_by_its_words_though_its_fonts_are_cut_anew() {
        let text = "The first bid is for £26,380.";
        let (one, other) = (pages(crate::blocks(text, 1)), pages(crate::blocks(&format!("{text}\n\nQuickly vexing zebras."), 1)));
        assert!(one[0].begins.contains(text), "{}", one[0].begins);
        assert_ne!(one[0].print, other[0].print);
        let long = "A paragraph that fills the page with its words. ".repeat(20);
        let many = |last: &str| pages(crate::blocks(&format!("{}\n\n{last}", [long.as_str(); 12].join("\n\n")), 1));
        let (before, after) = (many("One end."), many("Quickly vexing zebras jump."));
        assert!(before.len() > 1 && before[0].print == after[0].print, "{before:?}");
        assert_ne!(before.last().unwrap().print, after.last().unwrap().print);
        assert_eq!((before[0].wide, before[0].high), (595, 842));
    }

    #[test]
    fn what_is_no_pdf_has_no_pages() {
        for hostile in [&b""[..], b"%PDF-1.7\n%%EOF", b"<html>"] {
            leaves(hostile.to_vec(), &mut |leaf| panic!("{leaf:?}"));
        }
    }

    #[test]
    fn the_table_of_a_font_is_read_by_its_codes_and_its_ranges() {
        let says = said(b"1 beginbfchar <0003> <0041> endbfchar 2 beginbfrange <0010> <0012> <0061> <20> <21> [<00660066> <D83DDE00>] endbfrange");
        assert_eq!((says[&3].as_str(), says[&0x11].as_str(), says[&0x20].as_str(), says[&0x21].as_str()), ("A", "b", "ff", "😀"));
        assert!(said(b"beginbfrange <00> <FFFFFFFF> <0041> endbfrange").len() <= MOST_CODES + 1);
        assert!(said(b"<<< [ <zz> endbfchar <").len() <= 1);
    }
}
