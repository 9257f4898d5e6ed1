//! Blocks as paragraphs and tables of Word.

use std::fmt::Write as _;

use super::escaped;
use crate::model::{Block, Cell, Document, Item, Numbering, Run, Tone, runs_text};

/// The width between the margins, in twentieths of a point.
const WIDTH: f32 = 9_406.0;
/// How far each list stands in from what is around it.
const INDENT: usize = 454;
/// Lists within lists beyond this stand where the deepest one does: Word has no more levels.
const DEEPEST: usize = 8;

/// The text of a document, with what it points to.
pub(super) struct Body {
    xml: String,
    /// Where its links lead, each once.
    pub links: Vec<String>,
    /// Its numbered lists, each by the number it begins with.
    pub numbered: Vec<u64>,
    marks: usize,
    /// Names of what comes next.
    pending: Vec<String>,
}

/// Where a block stands.
#[derive(Clone, Copy, Default)]
struct Place {
    /// How many lists are around it.
    depth: usize,
}

impl Body {
    pub(super) fn of(document: &Document) -> Self {
        let mut body = Self { xml: String::new(), links: Vec::new(), numbered: Vec::new(), marks: 0, pending: Vec::new() };
        if !document.about.is_empty() {
            body.paragraph(r#"<w:pStyle w:val="Quiet"/><w:keepNext/>"#, &[Run::plain(&document.about)]);
        }
        body.paragraph(r#"<w:pStyle w:val="Heading1"/>"#, &[Run::plain(&document.title)]);
        body.blocks(&document.blocks, Place::default());
        body.marks_alone();
        body
    }

    /// The whole part that holds the text.
    pub(super) fn document(&self) -> String {
        format!(
            concat!(
                r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" "#,
                r#"xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>{}"#,
                r#"<w:sectPr><w:footerReference w:type="default" r:id="foot"/><w:pgSz w:w="11906" w:h="16838"/>"#,
                r#"<w:pgMar w:top="1280" w:right="1250" w:bottom="1280" w:left="1250" w:header="680" w:footer="680" w:gutter="0"/></w:sectPr>"#,
                r#"</w:body></w:document>"#
            ),
            self.xml
        )
    }

    fn put(&mut self, xml: std::fmt::Arguments<'_>) {
        // Writing into a text does not fail.
        let _ = self.xml.write_fmt(xml);
    }

    fn blocks(&mut self, blocks: &[Block], place: Place) {
        for block in blocks {
            self.block(block, place, None);
        }
    }

    /// A block; where it begins an item of a list, with what marks it.
    fn block(&mut self, block: &Block, place: Place, begins: Option<&str>) {
        let stands = match begins {
            Some(mark) => mark.to_owned(),
            None if place.depth > 0 => format!(r#"<w:ind w:left="{}"/>"#, place.depth * INDENT),
            None => String::new(),
        };
        match block {
            Block::Heading { level, runs } => self.paragraph(&format!(r#"<w:pStyle w:val="Heading{}"/>{stands}"#, (*level).clamp(2, 6)), runs),
            Block::Paragraph(tone, runs) => {
                let style = match tone {
                    Tone::Plain if begins.is_some() => r#"<w:pStyle w:val="ListParagraph"/>"#,
                    Tone::Plain => "",
                    Tone::Quiet => r#"<w:pStyle w:val="Quiet"/>"#,
                    Tone::Inset => r#"<w:pStyle w:val="Quote"/>"#,
                };
                self.paragraph(&format!("{style}{stands}"), runs);
            }
            Block::List(numbering, items) => self.list(*numbering, items, place),
            Block::Table { caption, columns, rows } => self.table(caption.as_deref(), columns, rows),
            Block::Facts(facts) => {
                let rows: Vec<Vec<Cell>> = facts
                    .iter()
                    .filter(|(_, value)| !runs_text(value).is_empty())
                    .map(|(name, value)| vec![Cell(vec![Run::strong(name)]), Cell(value.clone())])
                    .collect();
                if !rows.is_empty() {
                    self.table(None, &[(String::new(), 0.26), (String::new(), 0.74)], &rows);
                }
            }
            Block::Mark(name) => self.pending.push(name.clone()),
            Block::NewPage => self.put(format_args!(r#"<w:p><w:r><w:br w:type="page"/></w:r></w:p>"#)),
            Block::Room(millimetres) => {
                let high = (millimetres * 1440.0 / 25.4) as usize;
                self.put(format_args!(r#"<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="{high}" w:lineRule="exact"/></w:pPr></w:p>"#));
            }
        }
    }

    /// An item begins with its mark, and what else it says stands beneath it, further in. A label that the item brings is the
    /// number by which it is cited, and so it is a part of its words.
    fn list(&mut self, numbering: Numbering, items: &[Item], place: Place) {
        let level = place.depth.min(DEEPEST);
        let within = Place { depth: place.depth + 1 };
        let number = match numbering {
            Numbering::Bullet => Some(1),
            Numbering::Decimal => {
                let first = items.first().and_then(|item| item.label.as_ref()?.trim_end_matches(['.', ')']).parse().ok());
                self.numbered.push(first.unwrap_or(1));
                Some(self.numbered.len() + 1)
            }
            Numbering::Labelled => None,
        };
        for item in items {
            let begins = match number {
                Some(number) => format!(r#"<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>"#),
                None => format!(r#"<w:ind w:left="{}" w:hanging="{}"/>"#, within.depth * INDENT + INDENT, INDENT * 2),
            };
            let label = item.label.as_ref().filter(|_| number.is_none()).map(|label| Run::plain(format!("{label}\t")));
            let mut rest = item.blocks.as_slice();
            match (item.blocks.first(), label) {
                (Some(Block::Paragraph(tone, runs)), label) => {
                    let runs = label.into_iter().chain(runs.iter().cloned()).collect();
                    self.block(&Block::Paragraph(*tone, runs), within, Some(&begins));
                    rest = &item.blocks[1..];
                }
                (_, label) => self.block(&Block::Paragraph(Tone::Plain, label.into_iter().collect()), within, Some(&begins)),
            }
            self.blocks(rest, within);
        }
    }

    /// Marks where no paragraph takes them: before a table, and at the end.
    fn marks_alone(&mut self) {
        for id in self.marks() {
            self.put(format_args!(r#"<w:bookmarkEnd w:id="{id}"/>"#));
        }
    }

    /// Begins what was to be marked; answers with what ends it.
    fn marks(&mut self) -> Vec<usize> {
        let names = std::mem::take(&mut self.pending);
        names
            .into_iter()
            .map(|name| {
                self.marks += 1;
                let id = self.marks;
                self.put(format_args!(r#"<w:bookmarkStart w:id="{id}" w:name="{}"/>"#, escaped(&name)));
                id
            })
            .collect()
    }

    fn table(&mut self, caption: Option<&str>, columns: &[(String, f32)], rows: &[Vec<Cell>]) {
        if caption.is_none() {
            self.marks_alone();
        }
        if let Some(caption) = caption {
            self.paragraph(r#"<w:pStyle w:val="Caption"/>"#, &[Run::plain(caption)]);
        }
        let named = columns.iter().any(|(name, _)| !name.is_empty());
        let whole: f32 = columns.iter().map(|(_, share)| share.max(0.01)).sum();
        let widths: Vec<usize> = columns.iter().map(|(_, share)| (WIDTH * share.max(0.01) / whole) as usize).collect();
        let about = caption.map(|caption| format!(r#"<w:tblCaption w:val="{}"/>"#, escaped(caption))).unwrap_or_default();
        self.put(format_args!(
            r#"<w:tbl><w:tblPr><w:tblStyle w:val="Lines"/><w:tblW w:w="{}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="{}" w:firstRow="{}" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>{about}</w:tblPr><w:tblGrid>"#,
            widths.iter().sum::<usize>(),
            if named { "06A0" } else { "0680" },
            u8::from(named),
        ));
        for width in &widths {
            self.put(format_args!(r#"<w:gridCol w:w="{width}"/>"#));
        }
        self.put(format_args!("</w:tblGrid>"));
        if named {
            let head: Vec<Cell> = columns.iter().map(|(name, _)| Cell(vec![Run::strong(name)])).collect();
            self.row(&head, &widths, "<w:cantSplit/><w:tblHeader/>");
        }
        for row in rows {
            self.row(row, &widths, "");
        }
        // Two tables that touch would be one.
        self.put(format_args!(r#"</w:tbl><w:p><w:pPr><w:pStyle w:val="After"/></w:pPr></w:p>"#));
    }

    fn row(&mut self, cells: &[Cell], widths: &[usize], properties: &str) {
        self.put(format_args!("<w:tr>"));
        if !properties.is_empty() {
            self.put(format_args!("<w:trPr>{properties}</w:trPr>"));
        }
        let empty = Cell::default();
        for (n, width) in widths.iter().enumerate() {
            self.put(format_args!(r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>"#));
            self.paragraph(r#"<w:pStyle w:val="Cell"/>"#, &cells.get(n).unwrap_or(&empty).0);
            self.put(format_args!("</w:tc>"));
        }
        self.put(format_args!("</w:tr>"));
    }

    fn paragraph(&mut self, properties: &str, runs: &[Run]) {
        self.put(format_args!("<w:p>"));
        if !properties.is_empty() {
            self.put(format_args!("<w:pPr>{properties}</w:pPr>"));
        }
        let marks = self.marks();
        for run in runs {
            self.run(run);
        }
        for id in marks {
            self.put(format_args!(r#"<w:bookmarkEnd w:id="{id}"/>"#));
        }
        self.put(format_args!("</w:p>"));
    }

    fn run(&mut self, run: &Run) {
        if run.text.is_empty() {
            return;
        }
        let link = run.link.as_ref().map(|address| match self.links.iter().position(|known| known == address) {
            Some(known) => known,
            None => {
                self.links.push(address.clone());
                self.links.len() - 1
            }
        });
        if let Some(link) = link {
            self.put(format_args!(r#"<w:hyperlink r:id="link{link}" w:history="1">"#));
        }
        let properties = [(link.is_some(), r#"<w:rStyle w:val="Hyperlink"/>"#), (run.strong, "<w:b/>"), (run.stressed, "<w:i/>")];
        let properties: String = properties.iter().filter(|(is, _)| *is).map(|(_, xml)| *xml).collect();
        self.put(format_args!("<w:r>"));
        if !properties.is_empty() {
            self.put(format_args!("<w:rPr>{properties}</w:rPr>"));
        }
        for (n, line) in run.text.split('\n').enumerate() {
            if n > 0 {
                self.put(format_args!("<w:br/>"));
            }
            for (n, text) in line.split('\t').enumerate() {
                if n > 0 {
                    self.put(format_args!("<w:tab/>"));
                }
                if !text.is_empty() {
                    self.put(format_args!(r#"<w:t xml:space="preserve">{}</w:t>"#, escaped(text)));
                }
            }
        }
        self.put(format_args!("</w:r>"));
        if link.is_some() {
            self.put(format_args!("</w:hyperlink>"));
        }
    }
}
