//! Word files that come back: their text as blocks. What is hidden, struck out or only drawn is not text; what was left out is
//! counted, so that whoever sent the file can be told.

use std::collections::HashMap;
use std::io::{Cursor, Read as _};

use roxmltree::{Document as Tree, Node, ParsingOptions};
use zip::ZipArchive;

use crate::model::{Block, Cell, Item, Numbering, Run, Runs, Tone};
use crate::upload::{self, Sort, Unfit};

/// What a part of a file may come to when it is unpacked, in bytes. Minutes of two hundred pages have two million.
const LARGEST_PART: u64 = 24 * 1024 * 1024;
/// More elements than any real document has.
const MOST_NODES: u32 = 1_500_000;
/// Tables within tables beyond this are read flat.
const DEEPEST: usize = 6;
/// Boxes within boxes beyond this are not looked into: no program writes them.
const DEEPEST_BOX: usize = 60;

/// What stood in a file.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Text {
    /// Its text.
    pub blocks: Vec<Block>,
    /// Pictures, drawings and boxes, which are not read.
    pub drawn: usize,
    /// Notes at the foot or at the end, which are not read.
    pub footnotes: usize,
    /// Comments in the margin, which are not read.
    pub comments: usize,
    /// Changes that Word had tracked; what was put in is read, what was taken out is not.
    pub tracked: usize,
}

/// Reads a Word file.
///
/// # Errors
/// Says why it cannot be read: it is no Word file, brings a program, would unpack to more than is meant, or is damaged.
pub fn read(file: &[u8]) -> Result<Text, Unfit> {
    match upload::seems(file) {
        upload::Seems::Archive => {}
        upload::Seems::Unfit(unfit) => return Err(unfit),
        upload::Seems::Sort(_) => return Err(Unfit::Unknown),
    }
    if upload::office(file)? != Sort::Docx {
        return Err(Unfit::Unknown);
    }
    let mut archive = ZipArchive::new(Cursor::new(file)).map_err(|_| Unfit::Broken)?;
    let text = part(&mut archive, "word/document.xml")?.ok_or(Unfit::Broken)?;
    let styles = part(&mut archive, "word/styles.xml")?.unwrap_or_default();
    let numbering = part(&mut archive, "word/numbering.xml")?.unwrap_or_default();
    let relations = part(&mut archive, "word/_rels/document.xml.rels")?.unwrap_or_default();
    let text = tree(&text)?;
    let body = text.root_element().children().find(|node| named(node, "body")).ok_or(Unfit::Broken)?;
    let mut reader =
        Reader { styles: styles_of(&styles)?, counted: counted(&numbering)?, links: links_of(&relations)?, text: Text::default(), boxes: 0 };
    let lines = reader.lines(body, 0);
    reader.text.blocks = gathered(lines);
    Ok(reader.text)
}

fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<Option<String>, Unfit> {
    if archive.index_for_name(name).is_none() {
        return Ok(None);
    }
    let part = archive.by_name(name).map_err(|_| Unfit::Broken)?;
    let mut bytes = Vec::new();
    part.take(LARGEST_PART + 1).read_to_end(&mut bytes).map_err(|_| Unfit::Broken)?;
    if bytes.len() as u64 > LARGEST_PART {
        return Err(Unfit::Bomb);
    }
    String::from_utf8(bytes).map(Some).map_err(|_| Unfit::Broken)
}

fn tree(xml: &str) -> Result<Tree<'_>, Unfit> {
    Tree::parse_with_options(xml, ParsingOptions { nodes_limit: MOST_NODES, ..ParsingOptions::default() }).map_err(|error| match error {
        roxmltree::Error::NodesLimitReached => Unfit::Bomb,
        _ => Unfit::Broken,
    })
}

fn named(node: &Node<'_, '_>, name: &str) -> bool {
    node.is_element() && node.tag_name().name() == name
}

fn child<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.children().find(|child| named(child, name))
}

/// An attribute by its local name, whatever its prefix stands for.
fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attributes().find(|attribute| attribute.name() == name).map(|attribute| attribute.value())
}

fn value<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    attribute(child(node, name)?, "val")
}

/// A switch such as `w:b`: on where it stands, unless it says otherwise.
fn on(properties: Option<Node<'_, '_>>, name: &str) -> bool {
    properties
        .and_then(|properties| child(properties, name))
        .is_some_and(|node| !matches!(attribute(node, "val"), Some("0" | "false" | "off" | "none")))
}

/// What a style makes of a paragraph.
#[derive(Debug, Clone, Default)]
struct Look {
    heading: Option<u8>,
    quoted: bool,
    list: Option<(String, usize)>,
}

fn styles_of(xml: &str) -> Result<HashMap<String, Look>, Unfit> {
    let mut looks = HashMap::new();
    if xml.is_empty() {
        return Ok(looks);
    }
    let tree = tree(xml)?;
    for style in tree.root_element().children().filter(|node| named(node, "style")) {
        let (Some(id), name) = (attribute(style, "styleId"), value(style, "name").unwrap_or_default().to_lowercase()) else { continue };
        let properties = child(style, "pPr");
        let outline =
            properties.and_then(|properties| value(properties, "outlineLvl")).and_then(|level| level.parse::<u8>().ok()).filter(|level| *level < 9);
        let heading = match name.strip_prefix("heading ").and_then(|level| level.parse().ok()) {
            Some(level) => Some(level),
            None if name == "title" => Some(1),
            None => outline.map(|level| level + 1),
        };
        let list = properties.and_then(|properties| child(properties, "numPr")).and_then(numbered);
        looks.insert(id.to_owned(), Look { heading, quoted: name.contains("quote"), list });
    }
    Ok(looks)
}

/// The list that a paragraph belongs to, and how deep in it.
fn numbered(properties: Node<'_, '_>) -> Option<(String, usize)> {
    let list = value(properties, "numId").filter(|list| *list != "0")?;
    let level = value(properties, "ilvl").and_then(|level| level.parse().ok()).unwrap_or(0);
    Some((list.to_owned(), level))
}

/// The lists that are counted, as list and level.
fn counted(xml: &str) -> Result<HashMap<(String, usize), bool>, Unfit> {
    let mut all = HashMap::new();
    if xml.is_empty() {
        return Ok(all);
    }
    let tree = tree(xml)?;
    let mut kinds: HashMap<&str, Vec<(usize, bool)>> = HashMap::new();
    for kind in tree.root_element().children().filter(|node| named(node, "abstractNum")) {
        let levels = kind.children().filter(|node| named(node, "lvl")).filter_map(|level| {
            let bullet = matches!(value(level, "numFmt"), Some("bullet" | "none") | None);
            Some((attribute(level, "ilvl")?.parse().ok()?, !bullet))
        });
        kinds.insert(attribute(kind, "abstractNumId").unwrap_or_default(), levels.collect());
    }
    for list in tree.root_element().children().filter(|node| named(node, "num")) {
        let (Some(id), Some(kind)) = (attribute(list, "numId"), value(list, "abstractNumId")) else { continue };
        for (level, counted) in kinds.get(kind).into_iter().flatten() {
            all.insert((id.to_owned(), *level), *counted);
        }
    }
    Ok(all)
}

fn links_of(xml: &str) -> Result<HashMap<String, String>, Unfit> {
    if xml.is_empty() {
        return Ok(HashMap::new());
    }
    let tree = tree(xml)?;
    let links = tree.root_element().children().filter_map(|relation| {
        let target = attribute(relation, "Target").filter(|_| attribute(relation, "TargetMode") == Some("External"))?;
        let known = ["https://", "http://", "mailto:"].iter().any(|scheme| target.starts_with(scheme));
        known.then(|| Some((attribute(relation, "Id")?.to_owned(), target.to_owned())))?
    });
    Ok(links.collect())
}

/// A paragraph or a table in its place.
enum Line {
    Block(Block),
    /// An item of a list: how deep, whether it is counted, its words.
    Item(usize, bool, Runs),
}

struct Reader {
    styles: HashMap<String, Look>,
    counted: HashMap<(String, usize), bool>,
    links: HashMap<String, String>,
    text: Text,
    /// How many boxes are open.
    boxes: usize,
}

impl Reader {
    fn lines(&mut self, parent: Node<'_, '_>, depth: usize) -> Vec<Line> {
        let mut lines = Vec::new();
        if self.boxes > DEEPEST_BOX {
            return lines;
        }
        self.boxes += 1;
        for node in parent.children().filter(Node::is_element) {
            match node.tag_name().name() {
                "p" => self.paragraph(node, &mut lines),
                "tbl" if depth < DEEPEST => lines.extend(self.table(node, depth).map(Line::Block)),
                "bookmarkStart" => lines.extend(mark(node)),
                // A box for content, or what Word keeps around changes: what is within counts.
                "sdt" | "sdtContent" | "customXml" | "smartTag" => lines.extend(self.lines(node, depth)),
                "ins" | "moveTo" => {
                    self.text.tracked += 1;
                    lines.extend(self.lines(node, depth));
                }
                "del" | "moveFrom" => self.text.tracked += 1,
                _ => {}
            }
        }
        self.boxes -= 1;
        lines
    }

    fn paragraph(&mut self, node: Node<'_, '_>, lines: &mut Vec<Line>) {
        let properties = child(node, "pPr");
        let look =
            properties.and_then(|properties| value(properties, "pStyle")).and_then(|style| self.styles.get(style)).cloned().unwrap_or_default();
        let outline =
            properties.and_then(|properties| value(properties, "outlineLvl")).and_then(|level| level.parse::<u8>().ok()).filter(|level| *level < 9);
        let list = match properties.and_then(|properties| child(properties, "numPr")) {
            Some(own) => numbered(own),
            None => look.list.clone(),
        };
        lines.extend(node.descendants().filter(|node| named(node, "bookmarkStart")).filter_map(mark));
        let mut runs = Runs::new();
        self.runs(node, None, &mut runs);
        let heading = look.heading.or(outline.map(|level| level + 1));
        // A heading, a quotation or an item is one even when a program left it empty around its mark.
        if runs.iter().all(|run| run.text.trim().is_empty()) {
            return;
        }
        lines.push(match (heading, list) {
            (Some(level), _) => Line::Block(Block::Heading { level: level.clamp(1, 6), runs: plainly(runs) }),
            (None, Some((list, level))) => {
                let counted = self.counted.get(&(list, level)).copied().unwrap_or(false);
                Line::Item(level.min(8), counted, runs)
            }
            (None, None) => Line::Block(Block::Paragraph(if look.quoted { Tone::Inset } else { Tone::Plain }, runs)),
        });
    }

    fn runs(&mut self, parent: Node<'_, '_>, link: Option<&str>, runs: &mut Runs) {
        if self.boxes > DEEPEST_BOX {
            return;
        }
        self.boxes += 1;
        for node in parent.children().filter(Node::is_element) {
            match node.tag_name().name() {
                "r" => self.run(node, link, runs),
                "hyperlink" => {
                    let to = attribute(node, "id").and_then(|id| self.links.get(id)).cloned();
                    self.runs(node, to.as_deref().or(link), runs);
                }
                "ins" | "moveTo" => {
                    self.text.tracked += 1;
                    self.runs(node, link, runs);
                }
                "del" | "moveFrom" => self.text.tracked += 1,
                "commentRangeStart" => {}
                "sdt" | "sdtContent" | "smartTag" | "customXml" | "fldSimple" | "bdo" | "dir" => self.runs(node, link, runs),
                _ => {}
            }
        }
        self.boxes -= 1;
    }

    fn run(&mut self, node: Node<'_, '_>, link: Option<&str>, runs: &mut Runs) {
        let properties = child(node, "rPr");
        if on(properties, "vanish") {
            return;
        }
        let mut text = String::new();
        for node in node.children().filter(Node::is_element) {
            match node.tag_name().name() {
                "t" => text.push_str(node.text().unwrap_or_default()),
                "tab" | "ptab" => text.push('\t'),
                "br" | "cr" => text.push('\n'),
                "noBreakHyphen" => text.push('\u{2011}'),
                "drawing" | "pict" | "object" | "AlternateContent" => self.text.drawn += 1,
                "footnoteReference" | "endnoteReference" => self.text.footnotes += 1,
                "commentReference" => self.text.comments += 1,
                _ => {}
            }
        }
        let text: String = text.chars().filter(|c| !c.is_control() || matches!(c, '\t' | '\n')).collect();
        let run = Run { text, strong: on(properties, "b"), stressed: on(properties, "i"), link: link.map(str::to_owned) };
        match runs.last_mut() {
            _ if run.text.is_empty() => {}
            // Word tears words apart wherever it was edited.
            Some(last) if (last.strong, last.stressed, &last.link) == (run.strong, run.stressed, &run.link) => last.text.push_str(&run.text),
            _ => runs.push(run),
        }
    }

    fn table(&mut self, node: Node<'_, '_>, depth: usize) -> Option<Block> {
        let mut rows: Vec<Vec<Cell>> = Vec::new();
        let mut head = false;
        for row in node.children().filter(|node| named(node, "tr")) {
            head |= rows.is_empty() && on(child(row, "trPr"), "tblHeader");
            let cells = row.children().filter(|node| named(node, "tc")).map(|cell| {
                let mut runs = Runs::new();
                for line in self.lines(cell, depth + 1) {
                    if !runs.is_empty() {
                        runs.push(Run::plain("\n"));
                    }
                    match line {
                        Line::Item(_, _, words) | Line::Block(Block::Paragraph(_, words) | Block::Heading { runs: words, .. }) => runs.extend(words),
                        Line::Block(Block::Table { rows, .. }) => {
                            runs.extend(rows.into_iter().flatten().flat_map(|cell| cell.0.into_iter().chain([Run::plain(" ")])));
                        }
                        Line::Block(_) => {}
                    }
                }
                Cell(runs)
            });
            rows.push(cells.collect());
        }
        let width = rows.iter().map(Vec::len).max().filter(|width| *width > 0)?;
        let names = if head { rows.remove(0) } else { Vec::new() };
        let columns = (0..width).map(|n| (names.get(n).map(|cell| crate::model::runs_text(&cell.0)).unwrap_or_default(), 1.0)).collect();
        Some(Block::Table { caption: None, columns, rows })
    }
}

fn mark(node: Node<'_, '_>) -> Option<Line> {
    // Those that begin so are Word's own.
    attribute(node, "name").filter(|name| !name.starts_with('_')).map(|name| Line::Block(Block::Mark(name.to_owned())))
}

/// A heading is strong by what it is.
fn plainly(runs: Runs) -> Runs {
    runs.into_iter().map(|run| Run { strong: false, ..run }).collect()
}

/// Lines as blocks: items that follow one another are a list, and deeper ones a list within.
fn gathered(lines: Vec<Line>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for line in lines {
        match line {
            Line::Block(block) => blocks.push(block),
            Line::Item(depth, counted, runs) => listed(&mut blocks, depth, counted, runs),
        }
    }
    blocks
}

fn listed(blocks: &mut Vec<Block>, depth: usize, counted: bool, runs: Runs) {
    let numbering = if counted { Numbering::Decimal } else { Numbering::Bullet };
    if let Some(Block::List(open, items)) = blocks.last_mut()
        && (depth > 0 || *open == numbering)
    {
        match items.last_mut().filter(|_| depth > 0) {
            Some(item) => listed(&mut item.blocks, depth - 1, counted, runs),
            None => items.push(Item::of(runs)),
        }
        return;
    }
    blocks.push(Block::List(numbering, vec![Item::of(runs)]));
}
