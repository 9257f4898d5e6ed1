//! Markdown as blocks: the same Markdown that pages show, so that a text reads alike on screen, on paper and in Word.

use pulldown_cmark::{Alignment, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::model::{Block, Cell, Item, Numbering, Run, Runs, Tone};

/// Reads a text. Its headings begin at `top` and never skip a level, whatever was typed; a raw tag is a sign in a text.
pub fn blocks(text: &str, top: u8) -> Vec<Block> {
    let mut reader = Reader { events: Parser::new_ext(text, Options::ENABLE_TABLES), levels: Vec::new(), top, depth: 0 };
    reader.until(|_| false)
}

struct Reader<'a> {
    events: Parser<'a>,
    /// The typed levels above the present one.
    levels: Vec<u8>,
    top: u8,
    /// How many lists and quotations are open.
    depth: usize,
}

/// Lists and quotations within one another beyond this are read flat: nobody means them.
const DEEPEST: usize = 12;

/// The style that words stand in.
#[derive(Clone, Default)]
struct Style {
    strong: usize,
    stressed: usize,
    link: Option<String>,
}

impl Style {
    fn run(&self, text: &str) -> Run {
        Run { text: text.to_owned(), strong: self.strong > 0, stressed: self.stressed > 0, link: self.link.clone() }
    }
}

fn depth(level: HeadingLevel) -> u8 {
    level as u8
}

impl Reader<'_> {
    /// The level at which a heading stands: one below the nearest that was typed above it.
    fn level(&mut self, typed: u8) -> u8 {
        while self.levels.last().is_some_and(|above| *above >= typed) {
            self.levels.pop();
        }
        self.levels.push(typed);
        let below = u8::try_from(self.levels.len()).unwrap_or(6);
        (self.top - 1 + below).min(6)
    }

    fn until(&mut self, end: fn(&TagEnd) -> bool) -> Vec<Block> {
        let mut blocks = Vec::new();
        // Words of a tight list stand in no paragraph.
        let (mut loose, mut style): (Runs, Style) = (Vec::new(), Style::default());
        macro_rules! close {
            () => {
                if !loose.is_empty() {
                    blocks.push(Block::Paragraph(Tone::Plain, std::mem::take(&mut loose)));
                }
            };
        }
        while let Some(event) = self.events.next() {
            match event {
                Event::End(tag) if end(&tag) => break,
                Event::Start(Tag::Paragraph) => {
                    close!();
                    let runs = self.runs(|tag| *tag == TagEnd::Paragraph);
                    blocks.push(Block::Paragraph(Tone::Plain, runs));
                }
                Event::Start(Tag::Heading { level, .. }) => {
                    close!();
                    let level = self.level(depth(level));
                    let runs = self.runs(|tag| matches!(tag, TagEnd::Heading(_)));
                    if !runs.is_empty() {
                        blocks.push(Block::Heading { level, runs });
                    }
                }
                Event::Start(Tag::BlockQuote(_)) if self.depth < DEEPEST => {
                    close!();
                    self.depth += 1;
                    let inner = self.until(|tag| matches!(tag, TagEnd::BlockQuote(_)));
                    self.depth -= 1;
                    blocks.extend(inner.into_iter().map(|block| match block {
                        Block::Paragraph(_, runs) => Block::Paragraph(Tone::Inset, runs),
                        other => other,
                    }));
                }
                Event::Start(Tag::List(first)) if self.depth < DEEPEST => {
                    close!();
                    self.depth += 1;
                    blocks.push(self.list(first));
                    self.depth -= 1;
                }
                Event::Start(Tag::CodeBlock(_)) => {
                    close!();
                    let runs = self.runs(|tag| *tag == TagEnd::CodeBlock);
                    blocks.push(Block::Paragraph(Tone::Plain, runs));
                }
                Event::Start(Tag::Table(columns)) => {
                    close!();
                    blocks.extend(self.table(&columns));
                }
                Event::Start(Tag::Item | Tag::HtmlBlock | Tag::List(_) | Tag::BlockQuote(_)) | Event::End(_) | Event::Rule => close!(),
                other => self.inline(other, &mut style, &mut loose),
            }
        }
        close!();
        blocks
    }

    fn runs(&mut self, end: fn(&TagEnd) -> bool) -> Runs {
        let (mut runs, mut style) = (Vec::new(), Style::default());
        while let Some(event) = self.events.next() {
            match event {
                Event::End(tag) if end(&tag) => break,
                other => self.inline(other, &mut style, &mut runs),
            }
        }
        runs
    }

    fn inline(&mut self, event: Event<'_>, style: &mut Style, runs: &mut Runs) {
        match event {
            Event::Start(Tag::Strong) => style.strong += 1,
            Event::End(TagEnd::Strong) => style.strong = style.strong.saturating_sub(1),
            Event::Start(Tag::Emphasis) => style.stressed += 1,
            Event::End(TagEnd::Emphasis) => style.stressed = style.stressed.saturating_sub(1),
            Event::Start(Tag::Link { dest_url, .. }) => {
                let known = ["https://", "http://", "mailto:"].iter().any(|scheme| dest_url.starts_with(scheme));
                style.link = known.then(|| dest_url.into_string());
            }
            Event::End(TagEnd::Link) => style.link = None,
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => push(runs, style.run(&text)),
            Event::SoftBreak => push(runs, style.run(" ")),
            Event::HardBreak => push(runs, style.run("\n")),
            _ => {}
        }
    }

    fn list(&mut self, first: Option<u64>) -> Block {
        let mut items = Vec::new();
        while let Some(event) = self.events.next() {
            match event {
                Event::End(TagEnd::List(_)) => break,
                Event::Start(Tag::Item) => {
                    let label = first.map(|first| format!("{}.", first + items.len() as u64));
                    let blocks = self.until(|tag| *tag == TagEnd::Item);
                    items.push(Item { label, blocks });
                }
                _ => {}
            }
        }
        Block::List(if first.is_some() { Numbering::Decimal } else { Numbering::Bullet }, items)
    }

    fn table(&mut self, columns: &[Alignment]) -> Option<Block> {
        let (mut head, mut rows): (Vec<String>, Vec<Vec<Cell>>) = (Vec::new(), Vec::new());
        while let Some(event) = self.events.next() {
            match event {
                Event::End(TagEnd::Table) => break,
                Event::Start(Tag::TableRow) => rows.push(Vec::new()),
                Event::Start(Tag::TableCell) => {
                    let runs = self.runs(|tag| *tag == TagEnd::TableCell);
                    match rows.last_mut() {
                        Some(row) => row.push(Cell(runs)),
                        None => head.push(crate::model::runs_text(&runs)),
                    }
                }
                _ => {}
            }
        }
        for row in &mut rows {
            row.resize(columns.len(), Cell::default());
        }
        head.resize(columns.len(), String::new());
        let columns = head.into_iter().map(|name| (name, 1.0)).collect::<Vec<_>>();
        (!columns.is_empty()).then_some(Block::Table { caption: None, columns, rows })
    }
}

/// Joins words of one style, so that a line is not cut into its events.
fn push(runs: &mut Runs, run: Run) {
    match runs.last_mut() {
        Some(last) if (last.strong, last.stressed, &last.link) == (run.strong, run.stressed, &run.link) => last.text.push_str(&run.text),
        _ => runs.push(run),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn levels(text: &str) -> Vec<u8> {
        blocks(text, 2).iter().filter_map(|block| if let Block::Heading { level, .. } = block { Some(*level) } else { None }).collect()
    }

    #[test]
    fn headings_begin_where_they_are_told_and_skip_no_level() {
        assert_eq!(levels("# A\n\n### B\n\n### C\n\n# D\n\n## E"), [2, 3, 3, 2, 3]);
        assert_eq!(levels("#### A\n\n## B"), [2, 2]);
    }

    #[test]
    fn a_tight_list_and_a_loose_one_read_alike() {
        let text = |block: &Block| match block {
            Block::List(_, items) => items.iter().map(|item| item.blocks.clone()).collect::<Vec<_>>(),
            other => panic!("{other:?}"),
        };
        assert_eq!(text(&blocks("- one **two**\n- three", 2)[0]), text(&blocks("- one **two**\n\n- three", 2)[0]));
    }

    #[test]
    fn a_list_within_a_list_stays_within_its_item() {
        let all = blocks("1. one\n   - two\n   - three\n2. four", 2);
        let [Block::List(Numbering::Decimal, items)] = all.as_slice() else { panic!("{all:?}") };
        assert_eq!(items.iter().map(|item| item.label.as_deref().unwrap()).collect::<Vec<_>>(), ["1.", "2."]);
        assert!(matches!(&items[0].blocks[1], Block::List(Numbering::Bullet, inner) if inner.len() == 2));
    }

    #[test]
    fn a_raw_tag_is_a_sign_in_a_text_and_a_script_is_no_link() {
        let text = crate::model::Document { blocks: blocks("a <b>c</b> [d](javascript:e)", 2), ..sample() }.plain_text();
        assert!(text.contains("a <b>c</b> d"), "{text}");
        assert!(!format!("{:?}", blocks("[d](javascript:e)", 2)).contains("javascript"));
    }

    #[test]
    fn nesting_that_nobody_means_is_read_flat() {
        assert!(format!("{:?}", blocks(&format!("{}deep", "> ".repeat(20_000)), 2)).contains("deep"));
        assert!(format!("{:?}", blocks(&format!("{}deep", "- ".repeat(20_000)), 2)).contains("deep"));
    }

    #[test]
    fn a_table_has_its_columns_in_every_row() {
        let all = blocks("| a | b |\n|---|---|\n| 1 |\n| 2 | 3 |", 2);
        let [Block::Table { columns, rows, .. }] = all.as_slice() else { panic!("{all:?}") };
        assert!(columns.len() == 2 && rows.iter().all(|row| row.len() == 2));
    }

    fn sample() -> Document {
        Document {
            title: String::new(),
            about: String::new(),
            language: "en-GB".to_owned(),
            author: String::new(),
            made_at: kernel::Instant::from_seconds(0),
            blocks: Vec::new(),
        }
    }

    use crate::model::Document;
}
