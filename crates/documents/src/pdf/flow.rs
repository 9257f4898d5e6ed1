//! Blocks as strips: what cannot be torn between two pages, each with its marks and the place of every mark in the structure tree.

use std::rc::Rc;

use crate::fonts::{Face, Glyph, Shaped, Shaper};
use crate::model::{Block, Cell, Document, Item, Numbering, Run, Tone, runs_text};

/// A4, in points.
pub(super) const WIDTH: f32 = 595.28;
pub(super) const HEIGHT: f32 = 841.89;
pub(super) const SIDE: f32 = 62.0;
pub(super) const TOP: f32 = 64.0;
pub(super) const FOOT: f32 = 72.0;
const INDENT: f32 = 22.0;
const CELL: f32 = 5.0;
const MILLIMETRE: f32 = 72.0 / 25.4;
/// A row of a table that is higher is torn between pages.
const HIGHEST_ROW: f32 = (HEIGHT - TOP - FOOT) * 0.5;

/// A node of the structure tree.
pub(super) struct Node {
    pub kind: Kind,
    pub children: Vec<Child>,
}

pub(super) enum Kind {
    Root,
    Paragraph,
    Quote,
    Heading(u8, String),
    List(Numbering),
    Item,
    Label,
    Body,
    Table,
    Caption,
    Head,
    Rows,
    Row,
    ColumnHead,
    RowHead,
    Data,
    Link(String),
}

pub(super) enum Child {
    Node(usize),
    /// What is drawn for this slot.
    Slot(usize),
}

/// Words of one style within a line.
pub(super) struct Words {
    pub text: String,
    pub glyphs: Vec<Glyph>,
    pub advance: f32,
    pub meant: Option<String>,
}

pub(super) enum Mark {
    Words { slot: usize, x: f32, y: f32, face: Face, size: f32, grey: u8, words: Words, link: Option<usize> },
    Bar { x: f32, y: f32, width: f32, height: f32, grey: u8 },
}

/// What is not torn.
#[derive(Default)]
pub(super) struct Strip {
    /// Room above it, unless it begins a page.
    pub before: f32,
    pub height: f32,
    /// It stays with the next one.
    pub keep: bool,
    pub new_page: bool,
    /// The header of its table, which is repeated where it begins a page.
    pub head: Option<usize>,
    /// It is a heading: level and words.
    pub entry: Option<(u8, String)>,
    pub marks: Vec<Mark>,
}

#[derive(Clone, Copy)]
struct Style {
    size: f32,
    line: f32,
    strong: bool,
    grey: u8,
}

const TEXT: Style = Style { size: 11.5, line: 16.0, strong: false, grey: 0 };
const QUIET: Style = Style { size: 10.0, line: 14.0, strong: false, grey: 80 };
const TABLE: Style = Style { size: 10.5, line: 14.5, strong: false, grey: 0 };
const TITLE: Style = Style { size: 24.0, line: 29.0, strong: true, grey: 0 };

fn heading_style(level: u8) -> Style {
    match level {
        2 => Style { size: 15.0, line: 20.0, ..TITLE },
        3 => Style { size: 12.5, line: 17.0, ..TITLE },
        _ => Style { size: 11.5, line: 16.0, ..TITLE },
    }
}

#[derive(Clone, Copy)]
struct Column {
    x: f32,
    width: f32,
}

/// Strips in their order, with the structure tree that their marks belong to.
pub(super) struct Flow {
    pub nodes: Vec<Node>,
    pub slots: usize,
    pub strips: Vec<Strip>,
    /// Headers of tables, drawn again where a table goes on.
    pub heads: Vec<Strip>,
    shaper: Shaper,
}

/// Words that no line may tear, each piece in its style, with the space that follows.
struct Word {
    pieces: Vec<(Rc<Shaped>, Face, Option<usize>)>,
    width: f32,
    space: bool,
    ends_line: bool,
}

impl Flow {
    pub(super) fn of(document: &Document) -> Self {
        let root = Node { kind: Kind::Root, children: Vec::new() };
        let mut flow = Self { nodes: vec![root], slots: 0, strips: Vec::new(), heads: Vec::new(), shaper: Shaper::default() };
        let column = Column { x: SIDE, width: WIDTH - 2.0 * SIDE };
        if !document.about.is_empty() {
            let node = flow.node(0, Kind::Paragraph);
            let strips = flow.lines(&[Run::plain(&document.about)], Style { size: 11.5, line: 16.0, ..QUIET }, column, node);
            flow.push(strips, 0.0, true);
        }
        let node = flow.node(0, Kind::Heading(1, document.title.clone()));
        let mut strips = flow.lines(&[Run::plain(&document.title)], TITLE, column, node);
        if let Some(first) = strips.first_mut() {
            first.entry = Some((1, document.title.clone()));
        }
        flow.push(strips, 2.0, true);
        flow.strips.push(Strip {
            before: 8.0,
            height: 2.0,
            marks: vec![Mark::Bar { x: SIDE, y: 0.0, width: column.width, height: 1.5, grey: 0 }],
            ..Strip::default()
        });
        flow.blocks(&document.blocks, column, 0);
        flow
    }

    fn node(&mut self, parent: usize, kind: Kind) -> usize {
        let id = self.nodes.len();
        self.nodes.push(Node { kind, children: Vec::new() });
        self.nodes[parent].children.push(Child::Node(id));
        id
    }

    /// Adds strips; where they `stay`, the last one is kept with what follows.
    fn push(&mut self, mut strips: Vec<Strip>, before: f32, stay: bool) {
        if let Some(first) = strips.first_mut() {
            first.before = before;
        }
        if let Some(last) = strips.last_mut() {
            last.keep |= stay;
        }
        self.strips.extend(strips);
    }

    fn blocks(&mut self, blocks: &[Block], column: Column, parent: usize) {
        for (n, block) in blocks.iter().enumerate() {
            match block {
                Block::Heading { level, runs } => {
                    let title = runs_text(runs);
                    let node = self.node(parent, Kind::Heading(*level, title.clone()));
                    let style = heading_style(*level);
                    let mut strips = self.lines(runs, style, column, node);
                    strips.iter_mut().for_each(|strip| strip.keep = true);
                    if let Some(first) = strips.first_mut() {
                        first.entry = Some((*level, title));
                    }
                    self.push(strips, style.size + 3.0, true);
                }
                Block::Paragraph(Tone::Inset, runs) => {
                    let quote = self.node(parent, Kind::Quote);
                    let node = self.node(quote, Kind::Paragraph);
                    let inner = Column { x: column.x + 14.0, width: column.width - 14.0 };
                    let mut strips = self.lines(runs, TEXT, inner, node);
                    for strip in &mut strips {
                        strip.marks.push(Mark::Bar { x: column.x, y: 0.0, width: 3.0, height: strip.height + 0.5, grey: 140 });
                    }
                    self.push(strips, 8.0, false);
                }
                Block::Paragraph(tone, runs) => {
                    let node = self.node(parent, Kind::Paragraph);
                    let beneath = n > 0 && matches!(blocks[n - 1], Block::Heading { .. } | Block::Paragraph(..));
                    let (style, before) = match tone {
                        Tone::Quiet => (QUIET, if beneath { 2.0 } else { 8.0 }),
                        _ => (TEXT, 7.0),
                    };
                    let strips = self.lines(runs, style, column, node);
                    self.push(strips, before, false);
                }
                Block::List(numbering, items) => self.list(*numbering, items, column, parent),
                Block::Table { caption, columns, rows } => self.table(caption.as_deref(), columns, rows, column, parent),
                Block::Facts(facts) => self.facts(facts, column, parent),
                Block::Mark(_) => {}
                Block::NewPage => self.strips.push(Strip { new_page: true, ..Strip::default() }),
                Block::Room(millimetres) => self.strips.push(Strip { height: millimetres * MILLIMETRE, ..Strip::default() }),
            }
        }
    }

    fn list(&mut self, numbering: Numbering, items: &[Item], column: Column, parent: usize) {
        let list = self.node(parent, Kind::List(numbering));
        let labels: Vec<String> = items.iter().map(|item| item.label.clone().unwrap_or_else(|| "•".to_owned())).collect();
        let widest = labels.iter().map(|label| self.shaper.width(Face::Regular, label) * TEXT.size).fold(0.0, f32::max);
        let indent = (widest + 8.0).clamp(INDENT, column.width * 0.3);
        for (item, label) in items.iter().zip(labels) {
            let (first, node) = (self.strips.len(), self.node(list, Kind::Item));
            let label_node = self.node(node, Kind::Label);
            let mut labelled = self.lines(&[Run::plain(label)], TEXT, Column { x: column.x, width: indent }, label_node);
            let body = self.node(node, Kind::Body);
            self.blocks(&item.blocks, Column { x: column.x + indent, width: column.width - indent }, body);
            match self.strips.get_mut(first) {
                Some(strip) => {
                    strip.before = 4.0;
                    strip.marks.extend(labelled.drain(..).flat_map(|line| line.marks));
                }
                None => self.push(labelled, 4.0, false),
            }
        }
    }

    fn facts(&mut self, facts: &[(String, Vec<Run>)], column: Column, parent: usize) {
        let facts: Vec<_> = facts.iter().filter(|(_, value)| !runs_text(value).is_empty()).collect();
        if facts.is_empty() {
            return;
        }
        let table = self.node(parent, Kind::Table);
        let rows = self.node(table, Kind::Rows);
        let name = column.width * 0.26;
        let columns = [Column { x: column.x, width: name }, Column { x: column.x + name, width: column.width - name }];
        for (n, (key, value)) in facts.iter().enumerate() {
            let row = self.node(rows, Kind::Row);
            let head = self.node(row, Kind::RowHead);
            let data = self.node(row, Kind::Data);
            let cells = [(vec![Run::strong(key)], head), (value.clone(), data)];
            self.row(&cells, &columns, None, if n == 0 { 8.0 } else { 0.0 }, false);
        }
    }

    fn table(&mut self, caption: Option<&str>, columns: &[(String, f32)], rows: &[Vec<Cell>], column: Column, parent: usize) {
        let table = self.node(parent, Kind::Table);
        if let Some(caption) = caption {
            let node = self.node(table, Kind::Caption);
            let strips = self.lines(&[Run::strong(caption)], TEXT, column, node);
            self.push(strips, 8.0, true);
        }
        let whole: f32 = columns.iter().map(|(_, share)| share.max(0.01)).sum();
        let mut x = column.x;
        let places: Vec<Column> = columns
            .iter()
            .map(|(_, share)| {
                let place = Column { x, width: column.width * share.max(0.01) / whole };
                x += place.width;
                place
            })
            .collect();
        // A table that names none of its columns has no header to repeat.
        let head = columns.iter().any(|(name, _)| !name.is_empty()).then(|| {
            let group = self.node(table, Kind::Head);
            let row = self.node(group, Kind::Row);
            let cells: Vec<_> = columns.iter().map(|(name, _)| (vec![Run::strong(name)], self.node(row, Kind::ColumnHead))).collect();
            let first = self.strips.len();
            self.row(&cells, &places, None, 4.0, true);
            // Drawn again elsewhere it is an artifact, with no place in the tree.
            let again: Vec<_> = columns.iter().map(|(name, _)| (vec![Run::strong(name)], usize::MAX)).collect();
            let strips = self.row_strips(&again, &places, true);
            self.heads.extend(strips.into_iter().next());
            for strip in &mut self.strips[first..] {
                strip.keep = true;
            }
            self.heads.len() - 1
        });
        let body = self.node(table, Kind::Rows);
        for cells in rows {
            let row = self.node(body, Kind::Row);
            let cells: Vec<_> = cells
                .iter()
                .take(places.len())
                .enumerate()
                .map(|(n, cell)| (cell.0.clone(), self.node(row, if n == 0 { Kind::RowHead } else { Kind::Data })))
                .collect();
            self.row(&cells, &places, head, 0.0, false);
        }
    }

    fn row(&mut self, cells: &[(Vec<Run>, usize)], places: &[Column], head: Option<usize>, before: f32, heavy: bool) {
        let mut strips = self.row_strips(cells, places, heavy);
        strips.iter_mut().for_each(|strip| strip.head = head);
        self.push(strips, before, false);
    }

    fn row_strips(&mut self, cells: &[(Vec<Run>, usize)], places: &[Column], heavy: bool) -> Vec<Strip> {
        let mut columns: Vec<std::vec::IntoIter<Strip>> = Vec::new();
        for ((runs, node), place) in cells.iter().zip(places) {
            let inner = Column { x: place.x, width: (place.width - 2.0 * CELL).max(20.0) };
            columns.push(self.lines(runs, TABLE, inner, *node).into_iter());
        }
        let most = columns.iter().map(ExactSizeIterator::len).max().unwrap_or(0);
        let at_once = if most as f32 * TABLE.line > HIGHEST_ROW { (HIGHEST_ROW / TABLE.line) as usize } else { most.max(1) };
        let (left, right) = (places.first().map_or(SIDE, |place| place.x), places.last().map_or(WIDTH - SIDE, |place| place.x + place.width));
        let (mut strips, mut done) = (Vec::new(), 0);
        while done < most.max(1) {
            let mut strip = Strip::default();
            let mut lines = 0;
            for column in &mut columns {
                for (n, line) in column.take(at_once).enumerate() {
                    lines = lines.max(n + 1);
                    strip.marks.extend(line.marks.into_iter().map(|mark| lowered(mark, CELL - 1.0 + n as f32 * TABLE.line)));
                }
            }
            done += at_once;
            let last = done >= most;
            strip.height = lines.max(1) as f32 * TABLE.line + if last { 2.0 * CELL } else { CELL };
            if last {
                let (height, grey) = if heavy { (1.2, 0) } else { (0.6, 150) };
                strip.marks.push(Mark::Bar { x: left, y: strip.height - height, width: right - left, height, grey });
            }
            strips.push(strip);
        }
        strips
    }

    /// Lines of words within a column. A node that is none (`usize::MAX`) makes them artifacts.
    fn lines(&mut self, runs: &[Run], style: Style, column: Column, node: usize) -> Vec<Strip> {
        let words = self.words(runs, style, column.width, node);
        let mut lines: Vec<Vec<Word>> = vec![Vec::new()];
        let mut used = 0.0;
        let space = self.shaper.width(Face::Regular, " ") * style.size;
        for word in words {
            if used + word.width > column.width + 0.01 && lines.last().is_some_and(|line| !line.is_empty()) {
                lines.push(Vec::new());
                used = 0.0;
            }
            used += word.width + if word.space { space } else { 0.0 };
            let ends = word.ends_line;
            if let Some(line) = lines.last_mut() {
                line.push(word);
            }
            if ends {
                lines.push(Vec::new());
                used = 0.0;
            }
        }
        if lines.last().is_some_and(Vec::is_empty) && lines.len() > 1 {
            lines.pop();
        }
        let count = lines.len();
        let mut strips: Vec<Strip> = lines.into_iter().map(|line| self.line(line, style, column, node)).collect();
        if count > 1 {
            // Two lines at least stay together at the foot and at the head of a page.
            strips[0].keep = true;
            strips[count - 2].keep = true;
        }
        strips
    }

    fn line(&mut self, line: Vec<Word>, style: Style, column: Column, node: usize) -> Strip {
        let mut strip = Strip { height: style.line, ..Strip::default() };
        let y = style.line - (style.line - style.size) / 2.0 - style.size * 0.19;
        let mut x = column.x;
        let mut open: Option<(Face, Option<usize>, Words, f32)> = None;
        let mut close = |flow: &mut Self, open: &mut Option<(Face, Option<usize>, Words, f32)>| {
            if let Some((face, link, words, x)) = open.take().filter(|(_, _, words, _)| !words.glyphs.is_empty()) {
                let slot = flow.slots;
                flow.slots += 1;
                if let Some(link) = link.filter(|link| flow.nodes[*link].children.is_empty()) {
                    flow.nodes[node].children.push(Child::Node(link));
                }
                if let Some(owner) = flow.nodes.get_mut(link.unwrap_or(node)) {
                    owner.children.push(Child::Slot(slot));
                }
                strip.marks.push(Mark::Words { slot, x, y, face, size: style.size, grey: style.grey, words, link });
            }
        };
        for word in line {
            let space = word.space.then(|| self.shaper.shape(Face::Regular, " "));
            let last = word.pieces.len().saturating_sub(1);
            for (n, (shaped, face, link)) in word.pieces.into_iter().enumerate() {
                // What is replaced carries its own meaning, and so stands by itself.
                let joins = open.as_ref().is_some_and(|(f, l, words, _)| *f == face && *l == link && words.meant.is_none()) && shaped.meant.is_none();
                if !joins {
                    close(self, &mut open);
                    open = Some((face, link, Words { text: String::new(), glyphs: Vec::new(), advance: 0.0, meant: None }, x));
                }
                if let Some((_, _, words, _)) = &mut open {
                    words.add(&shaped);
                    x += shaped.advance * style.size;
                    if let Some(space) = space.as_ref().filter(|_| n == last) {
                        words.add(space);
                        x += space.advance * style.size;
                    }
                }
            }
        }
        close(self, &mut open);
        strip
    }

    /// Words, each with the pieces of style that it is made of.
    fn words(&mut self, runs: &[Run], style: Style, width: f32, node: usize) -> Vec<Word> {
        let mut words: Vec<Word> = Vec::new();
        let mut open = false;
        for run in runs {
            let face = Face::of(style.strong || run.strong, run.stressed);
            // It finds its place in the tree when its first words are set, after the words before it.
            let link = run.link.as_ref().filter(|_| node != usize::MAX).map(|address| {
                self.nodes.push(Node { kind: Kind::Link(address.clone()), children: Vec::new() });
                self.nodes.len() - 1
            });
            for part in pieces(&run.text) {
                match part {
                    Part::Space => {
                        if let Some(last) = words.last_mut() {
                            last.space = true;
                        }
                        open = false;
                    }
                    Part::Line => {
                        match words.last_mut() {
                            Some(last) => last.ends_line = true,
                            None => words.push(Word { pieces: Vec::new(), width: 0.0, space: false, ends_line: true }),
                        }
                        open = false;
                    }
                    Part::Text(text, breaks) => {
                        for text in self.fitting(face, text, style.size, width) {
                            let shaped = self.shaper.shape(face, &text);
                            let piece_width = shaped.advance * style.size;
                            match words.last_mut().filter(|word| open && !word.space && word.width + piece_width <= width) {
                                Some(word) => {
                                    word.width += piece_width;
                                    word.pieces.push((shaped, face, link));
                                }
                                None => words.push(Word { pieces: vec![(shaped, face, link)], width: piece_width, space: false, ends_line: false }),
                            }
                            open = true;
                        }
                        open = !breaks;
                    }
                }
            }
        }
        words
    }

    /// A word cut so that each part fits into a column.
    fn fitting(&mut self, face: Face, text: &str, size: f32, width: f32) -> Vec<String> {
        if self.shaper.width(face, text) * size <= width {
            return vec![text.to_owned()];
        }
        let (mut parts, mut part) = (Vec::new(), String::new());
        for c in text.chars() {
            part.push(c);
            if part.chars().count() > 1 && self.shaper.width(face, &part) * size > width {
                part.pop();
                parts.push(std::mem::replace(&mut part, c.to_string()));
            }
        }
        parts.push(part);
        parts
    }
}

impl Words {
    fn add(&mut self, shaped: &Shaped) {
        let at = self.text.len();
        self.text.push_str(&shaped.text);
        self.glyphs.extend(shaped.glyphs.iter().map(|glyph| Glyph { from: glyph.from + at, to: glyph.to + at, ..glyph.clone() }));
        self.advance += shaped.advance;
        if let Some(meant) = &shaped.meant {
            self.meant = Some(meant.clone());
        } else if let Some(meant) = &mut self.meant {
            meant.push_str(&shaped.text);
        }
    }
}

fn lowered(mark: Mark, by: f32) -> Mark {
    match mark {
        Mark::Words { slot, x, y, face, size, grey, words, link } => Mark::Words { slot, x, y: y + by, face, size, grey, words, link },
        Mark::Bar { x, y, width, height, grey } => Mark::Bar { x, y: y + by, width, height, grey },
    }
}

enum Part<'a> {
    Space,
    Line,
    /// Words, and whether a line may end after them.
    Text(&'a str, bool),
}

fn pieces(text: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let blank = c.is_whitespace() && c != '\u{a0}' && c != '\u{202f}';
        let ends = matches!(c, '-' | '–' | '—' | '/') && chars.peek().is_some_and(|(_, next)| !next.is_whitespace());
        if blank {
            if start < at {
                parts.push(Part::Text(&text[start..at], false));
            }
            parts.push(if c == '\n' { Part::Line } else { Part::Space });
            start = at + c.len_utf8();
        } else if ends {
            let end = at + c.len_utf8();
            parts.push(Part::Text(&text[start..end], true));
            start = end;
        }
    }
    if start < text.len() {
        parts.push(Part::Text(&text[start..], false));
    }
    parts
}
