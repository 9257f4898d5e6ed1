//! The nouns: a document, its blocks, its runs of words.

use kernel::Instant;

/// A document, from its title to its last block.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// Its title: the one heading of the first level, and the name by which a reader's program calls it.
    pub title: String,
    /// What stands above the title: the body, the day.
    pub about: String,
    /// Its language, as BCP 47 has it: `en-GB`.
    pub language: String,
    /// Whose it is.
    pub author: String,
    /// When what it says was so. The same document has the same bytes.
    pub made_at: Instant,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// Words in one style.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Run {
    /// The words.
    pub text: String,
    /// Set strongly.
    pub strong: bool,
    /// Set with stress.
    pub stressed: bool,
    /// Where they lead: an address.
    pub link: Option<String>,
}

impl Run {
    /// Words as they stand.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// Words set strongly.
    pub fn strong(text: impl Into<String>) -> Self {
        Self { text: text.into(), strong: true, ..Self::default() }
    }

    /// Words set with stress.
    pub fn stressed(text: impl Into<String>) -> Self {
        Self { text: text.into(), stressed: true, ..Self::default() }
    }

    /// Words that lead to an address.
    pub fn link(text: impl Into<String>, address: impl Into<String>) -> Self {
        Self { text: text.into(), link: Some(address.into()), ..Self::default() }
    }
}

/// Words in several styles, one after another.
pub type Runs = Vec<Run>;

/// How a paragraph is set.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Tone {
    /// As text.
    #[default]
    Plain,
    /// Smaller and lighter: who presents, when it was noted.
    Quiet,
    /// With a bar beside it: a decision, a warning.
    Inset,
}

/// How the items of a list are marked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Numbering {
    /// With a dot.
    #[default]
    Bullet,
    /// With the numbers of the places.
    Decimal,
    /// With the labels that the items bring.
    Labelled,
}

/// An item of a list.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Item {
    /// Its own label: `(a)`, `4.10`.
    pub label: Option<String>,
    /// What it says.
    pub blocks: Vec<Block>,
}

impl Item {
    /// An item of one line.
    pub fn of(runs: Runs) -> Self {
        Self { label: None, blocks: vec![Block::Paragraph(Tone::Plain, runs)] }
    }
}

/// A cell of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell(pub Runs);

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self(vec![Run::plain(text)])
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self(vec![Run::plain(text)])
    }
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A heading, of the second level or below: the title is the first.
    Heading {
        /// 2 to 6.
        level: u8,
        /// Its words.
        runs: Runs,
    },
    /// A paragraph.
    Paragraph(Tone, Runs),
    /// A list.
    List(Numbering, Vec<Item>),
    /// A table. The first cell of each row is its header.
    Table {
        /// What it is about; spoken before it.
        caption: Option<String>,
        /// The header of each column, with its share of the width.
        columns: Vec<(String, f32)>,
        /// The rows, each with a cell for each column.
        rows: Vec<Vec<Cell>>,
    },
    /// Facts by name. Those without a value are left out.
    Facts(Vec<(String, Runs)>),
    /// A name for what follows, by which a program finds it again; nobody sees it. Letters, digits and `_`, 40 at most, since it is
    /// a bookmark in Word.
    Mark(String),
    /// What follows begins a page.
    NewPage,
    /// Room to write by hand, this high, in millimetres.
    Room(f32),
}

impl Block {
    /// A heading in plain words.
    pub fn heading(level: u8, text: impl Into<String>) -> Self {
        Self::Heading { level, runs: vec![Run::plain(text)] }
    }

    /// A paragraph in plain words.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Paragraph(Tone::Plain, vec![Run::plain(text)])
    }

    /// A quiet paragraph in plain words.
    pub fn quiet(text: impl Into<String>) -> Self {
        Self::Paragraph(Tone::Quiet, vec![Run::plain(text)])
    }
}

impl Document {
    /// Its words in reading order, one block on each line: for comparing and for tests.
    pub fn plain_text(&self) -> String {
        let mut lines = vec![self.about.clone(), self.title.clone()];
        blocks_text(&self.blocks, &mut lines);
        lines.retain(|line| !line.trim().is_empty());
        lines.join("\n")
    }
}

pub(crate) fn runs_text(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

pub(crate) fn blocks_text(blocks: &[Block], lines: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Heading { runs, .. } | Block::Paragraph(_, runs) => lines.push(runs_text(runs)),
            Block::List(_, items) => {
                for item in items {
                    lines.extend(item.label.clone());
                    blocks_text(&item.blocks, lines);
                }
            }
            Block::Table { caption, columns, rows } => {
                lines.extend(caption.clone());
                lines.push(columns.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join("\t"));
                lines.extend(rows.iter().map(|row| row.iter().map(|cell| runs_text(&cell.0)).collect::<Vec<_>>().join("\t")));
            }
            Block::Facts(facts) => lines.extend(facts.iter().map(|(name, value)| format!("{name}\t{}", runs_text(value)))),
            Block::NewPage | Block::Room(_) | Block::Mark(_) => {}
        }
    }
}
