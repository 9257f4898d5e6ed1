//! A decision notice: what a meeting decided, for those who must act on it.

use documents::{Block, Document, Run, Tone};
use kernel::Day;
use web::{spoken, words};

use super::{Imprint, plain, quiet};

/// What a meeting decided, in the edition its reader may have.
#[derive(Debug, Clone)]
pub(crate) struct Notice {
    pub imprint: Imprint,
    pub day: Day,
    pub lines: Vec<Line>,
}

/// A decision.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    pub number: Option<String>,
    pub title: Option<String>,
    /// What was decided; nothing where it is kept back.
    pub decided: Option<Decided>,
    pub exempt: bool,
    pub ground: Option<String>,
}

/// The words of a decision.
#[derive(Debug, Clone)]
pub(crate) struct Decided {
    pub words: String,
    pub outcome: String,
    /// How it was taken, where the record says.
    pub how: Option<String>,
    pub explanation: Option<String>,
    pub clause: Option<String>,
    pub reason: Option<String>,
}

impl Notice {
    /// The notice as a document of its own.
    pub(crate) fn document(&self) -> Document {
        let mut blocks = vec![plain("packs-decisions-says", &[("day", &self.day.to_string())])];
        if self.lines.is_empty() {
            blocks.push(plain("packs-decisions-none", &[]));
        }
        let mut before: Option<(&Option<String>, &Option<String>)> = None;
        for line in &self.lines {
            if before != Some((&line.number, &line.title)) {
                let title = line.title.clone().unwrap_or_else(|| words(if line.exempt { "item-exempt" } else { "packs-decision-elsewhere" }, &[]));
                let number = line.number.as_ref().map(|number| format!("{number}. ")).unwrap_or_default();
                blocks.push(Block::heading(2, format!("{number}{title}")));
                before = Some((&line.number, &line.title));
            }
            blocks.extend(line.blocks());
        }
        self.imprint.document(words("packs-decisions-title", &[("day", &self.day.to_string())]), blocks)
    }
}

impl Line {
    fn blocks(&self) -> Vec<Block> {
        let ground = self.ground.as_ref().map(|ground| quiet("minutes-ground", &[("ground", ground)]));
        let Some(decided) = &self.decided else {
            let mut blocks = vec![Block::Paragraph(Tone::Inset, vec![Run::plain(words("minutes-decision-exempt", &[]))])];
            blocks.extend(ground);
            return blocks;
        };
        let outcome = words(&format!("minutes-decision-{}", decided.outcome), &[]);
        let mut blocks = vec![Block::Paragraph(Tone::Inset, vec![Run::strong(outcome), Run::plain(format!(" {}", decided.words))])];
        if let Some(how) = &decided.how {
            let how = words("minutes-how", &[("how", how)]);
            let explained = decided.explanation.as_ref().map(|explanation| spoken(explanation, decided.clause.as_deref()));
            let clause = decided.clause.as_ref().map(|number| format!("({})", words("clause", &[("number", number)])));
            blocks.push(Block::quiet([Some(how), explained, clause].into_iter().flatten().collect::<Vec<_>>().join(" ")));
        }
        if let Some(reason) = &decided.reason {
            blocks.push(plain("minutes-reason", &[("reason", reason)]));
        }
        blocks.extend(ground.filter(|_| self.exempt));
        blocks
    }
}
