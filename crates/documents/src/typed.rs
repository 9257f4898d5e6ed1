//! Blocks as Markdown, as somebody would have typed them: what was edited elsewhere comes back into a text that is edited here.

use crate::model::{Block, Cell, Item, Numbering, Run, Runs, Tone, runs_text};

/// The Markdown of blocks, whose headings begin at `top`. Read again with [`blocks`](crate::blocks) it gives the same words in
/// the same order.
pub fn markdown(blocks: &[Block], top: u8) -> String {
    let mut parts: Vec<String> = Vec::new();
    for block in blocks {
        let part = one(block, top);
        if !part.is_empty() {
            parts.push(part);
        }
    }
    parts.join("\n\n")
}

fn one(block: &Block, top: u8) -> String {
    match block {
        Block::Heading { level, runs } => {
            let words = inline(runs).replace('\n', " ");
            format!("{} {words}", "#".repeat(usize::from(level.saturating_sub(top).min(5)) + 1))
        }
        Block::Paragraph(Tone::Inset, runs) => inline(runs).lines().map(|line| format!("> {line}")).collect::<Vec<_>>().join("\n"),
        Block::Paragraph(_, runs) => inline(runs),
        Block::List(numbering, items) => list(*numbering, items, top),
        Block::Table { columns, rows, .. } => table(columns, rows),
        Block::Facts(facts) => {
            let rows: Vec<Vec<Cell>> = facts.iter().map(|(name, value)| vec![Cell::from(name.as_str()), Cell(value.clone())]).collect();
            table(&[(String::new(), 1.0), (String::new(), 1.0)], &rows)
        }
        Block::NewPage | Block::Room(_) | Block::Mark(_) => String::new(),
    }
}

fn list(numbering: Numbering, items: &[Item], top: u8) -> String {
    let mut lines = Vec::new();
    for (n, item) in items.iter().enumerate() {
        let sign = match numbering {
            Numbering::Decimal => format!("{}. ", n + 1),
            Numbering::Bullet | Numbering::Labelled => "- ".to_owned(),
        };
        let mut parts: Vec<String> = Vec::new();
        for block in &item.blocks {
            let part = one(block, top);
            // A list within stands right beneath its line; whatever else goes on stands apart.
            let apart = !parts.is_empty() && !matches!(block, Block::List(..));
            parts.push(if apart { format!("\n{part}") } else { part });
        }
        let label = item.label.as_deref().filter(|_| numbering == Numbering::Labelled).map(|label| format!("{label} ")).unwrap_or_default();
        let text = format!("{label}{}", parts.join("\n"));
        let indent = " ".repeat(sign.len());
        for (n, line) in text.split('\n').enumerate() {
            match (n, line.is_empty()) {
                (0, _) => lines.push(format!("{sign}{line}").trim_end().to_owned()),
                (_, true) => lines.push(String::new()),
                _ => lines.push(format!("{indent}{line}")),
            }
        }
    }
    lines.join("\n")
}

fn table(columns: &[(String, f32)], rows: &[Vec<Cell>]) -> String {
    let cell = |runs: &Runs| inline(runs).replace("\\\n", " ").replace('\n', " ").replace('|', "\\|");
    let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let names = columns.iter().map(|(name, _)| cell(&vec![Run::plain(name)])).collect();
    let mut lines = vec![row(names), format!("|{}", "---|".repeat(columns.len()))];
    lines.extend(rows.iter().map(|cells| row((0..columns.len()).map(|n| cells.get(n).map(|one| cell(&one.0)).unwrap_or_default()).collect())));
    lines.join("\n")
}

fn inline(runs: &[Run]) -> String {
    let mut out = String::new();
    for run in runs {
        // Marks stand against words: the spaces around them stay outside.
        let core = run.text.trim();
        let (before, after) = match run.text.find(core) {
            Some(at) if !core.is_empty() => (&run.text[..at], &run.text[at + core.len()..]),
            _ => (run.text.as_str(), ""),
        };
        out.push_str(&spaced(before));
        if !core.is_empty() {
            let mark = match (run.strong, run.stressed) {
                (true, true) => "***",
                (true, false) => "**",
                (false, true) => "*",
                (false, false) => "",
            };
            let words = escaped(core, out.is_empty() || out.ends_with('\n'));
            let words = match &run.link {
                Some(address) if !address.contains(['<', '>', '\n']) => format!("[{words}](<{address}>)"),
                _ => words,
            };
            out.push_str(mark);
            out.push_str(&words);
            out.push_str(mark);
        }
        out.push_str(&spaced(after));
    }
    // A line that ends where the text ends ends nothing.
    let mut text = out.trim_end_matches(' ');
    while let Some(shorter) = text.strip_suffix("\\\n") {
        text = shorter.trim_end_matches(' ');
    }
    text.trim_start().to_owned()
}

/// A line that ends is a line that ends in Markdown.
fn spaced(space: &str) -> String {
    if space.contains('\n') { "\\\n".to_owned() } else { space.replace('\t', " ") }
}

/// Words whose signs are signs and not Markdown.
fn escaped(text: &str, at_start: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut start = at_start;
    for (n, line) in text.split('\n').enumerate() {
        if n > 0 {
            out.push_str("\\\n");
            start = true;
        }
        let line = line.trim();
        let digits = line.chars().take_while(char::is_ascii_digit).count();
        let chars: Vec<char> = line.chars().collect();
        for (at, c) in chars.iter().copied().enumerate() {
            let within = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(|c| c.is_alphanumeric());
            let active = match c {
                '\\' | '*' | '`' | '[' | ']' | '<' | '|' => true,
                '_' => !(within(at.checked_sub(1)) && within(Some(at + 1))),
                '&' => within(Some(at + 1)) || chars.get(at + 1) == Some(&'#'),
                '!' => chars.get(at + 1) == Some(&'['),
                '#' | '>' | '+' | '-' | '=' | '~' => start && at == 0,
                '.' | ')' => start && digits > 0 && at == digits,
                _ => false,
            };
            if active {
                out.push('\\');
            }
            out.push(if c == '\t' { ' ' } else { c });
        }
        start = false;
    }
    out
}

/// A line of a document, for comparing one with another: what it says, and how it would be typed.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Its words, with single spaces.
    pub words: String,
    /// The block that it makes alone: an item of a list, a row of a table or a whole block.
    pub block: Block,
}

/// The lines of blocks in reading order: each item of a list and each row of a table is one. Marks are left out.
pub fn lines(blocks: &[Block]) -> Vec<Line> {
    let mut all = Vec::new();
    for block in blocks {
        match block {
            Block::List(numbering, items) => {
                for item in items {
                    let block = Block::List(*numbering, vec![item.clone()]);
                    all.push(Line { words: squeezed(&text(&block)), block });
                }
            }
            Block::Table { caption, columns, rows } => {
                let head = columns.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(" ");
                if !head.trim().is_empty() {
                    let block = Block::Table { caption: caption.clone(), columns: columns.clone(), rows: Vec::new() };
                    all.push(Line { words: squeezed(&head), block });
                }
                for row in rows {
                    let block = Block::Table { caption: None, columns: columns.clone(), rows: vec![row.clone()] };
                    let words = row.iter().map(|cell| runs_text(&cell.0)).collect::<Vec<_>>().join(" | ");
                    all.push(Line { words: squeezed(&words), block });
                }
            }
            Block::Mark(_) | Block::NewPage | Block::Room(_) => {}
            other => all.push(Line { words: squeezed(&text(other)), block: other.clone() }),
        }
    }
    all
}

/// Lines as blocks again: items of one kind that follow one another are one list, rows of as many columns one table.
pub fn blocks_of(lines: impl IntoIterator<Item = Line>) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for line in lines {
        match (blocks.last_mut(), line.block) {
            (Some(Block::List(open, items)), Block::List(numbering, more)) if *open == numbering => items.extend(more),
            (Some(Block::Table { columns, rows, .. }), Block::Table { columns: same, rows: more, .. })
                if columns.len() == same.len() && !more.is_empty() =>
            {
                rows.extend(more);
            }
            (_, block) => blocks.push(block),
        }
    }
    blocks
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn text(block: &Block) -> String {
    let mut lines = Vec::new();
    crate::model::blocks_text(std::slice::from_ref(block), &mut lines);
    lines.join(" ")
}
