//! Minutes that come back from Word, beside what they say now: what changed, item by item. Pure.
//!
//! The officer edits prose; the rest of minutes is drawn from the record and is changed there. So each line that came is either
//! prose, to be taken, or stands where something is drawn from the record, to be shown and left. Nothing is dropped unseen.

use std::ops::Range;

use documents::{Block, Line, lines, markdown};
use kernel::ItemId;
use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::compose::minutes::{END, INTRODUCTION, after_notes, mark, notes_mark};

/// Whose prose it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Prose {
    /// What the officer wrote before the items.
    Introduction,
    /// The notes of an item.
    Item(ItemId),
}

/// Prose that is not as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Change {
    /// Whose.
    pub of: Prose,
    /// As it stands.
    pub earlier: String,
    /// As it came.
    pub later: String,
}

/// What stands in the record and reads otherwise in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Left {
    /// Of which part: its heading; nothing of what stands before the items.
    pub under: Option<String>,
    /// As the record has it; empty where the file adds something.
    pub record: String,
    /// As it came; empty where the file leaves it out.
    pub came: String,
}

/// Minutes as they came beside minutes as they stand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Compared {
    /// Prose to be taken, in its order.
    pub changes: Vec<Change>,
    /// How many parts came back with the prose that they had.
    pub same: usize,
    /// What is drawn from the record and cannot be taken.
    pub left: Vec<Left>,
    /// Parts of the file that belong to nothing in the minutes, in whole.
    pub loose: Vec<String>,
    /// Items that the file does not have: their headings.
    pub absent: Vec<String>,
}

/// A part of the minutes: from one mark to the next.
struct Part {
    /// Whose prose is in it; none of the end.
    of: Option<Prose>,
    heading: Option<String>,
    /// Its lines, each with whether it is prose.
    lines: Vec<(Line, bool)>,
    /// Where its prose stands, or would.
    slot: usize,
    /// At which level the headings of its prose begin.
    top: u8,
}

/// Compares. `stand` is what the program writes for Word now, read back; `came` is the file; `items` are those of the minutes.
pub(crate) fn compared(stand: &[Block], came: &[Block], items: &[ItemId]) -> Compared {
    let parts = parts(stand, items);
    let (mut found, loose) = matched(&parts, came, items);
    let mut all = Compared { loose, ..Compared::default() };
    for (n, part) in parts.iter().enumerate() {
        let Some(lines) = found.get_mut(n).and_then(Option::take) else {
            all.absent.extend(part.heading.clone().filter(|_| part.of.is_some()));
            continue;
        };
        part.beside(lines, &mut all);
    }
    all
}

fn item_of(name: &str, items: &[ItemId]) -> Option<ItemId> {
    items.iter().copied().find(|id| mark(*id) == name)
}

fn parts(stand: &[Block], items: &[ItemId]) -> Vec<Part> {
    let mut parts = vec![Part { of: Some(Prose::Introduction), heading: None, lines: Vec::new(), slot: 0, top: 2 }];
    let mut prose = false;
    for block in stand {
        if let Block::Mark(name) = block {
            if let Some(id) = item_of(name, items) {
                parts.push(Part { of: Some(Prose::Item(id)), heading: None, lines: Vec::new(), slot: 0, top: 3 });
                prose = false;
            } else if name == END {
                parts.push(Part { of: None, heading: None, lines: Vec::new(), slot: 0, top: 3 });
                prose = false;
            } else if name == INTRODUCTION || items.iter().any(|id| notes_mark(*id) == *name) {
                prose = true;
                parts.last_mut().into_iter().for_each(|part| part.slot = part.lines.len());
            } else if items.iter().any(|id| after_notes(*id) == *name) {
                prose = false;
            }
            continue;
        }
        if let Some(part) = parts.last_mut() {
            let new = lines(std::slice::from_ref(block));
            if part.heading.is_none() && part.of != Some(Prose::Introduction) {
                part.heading = new.first().map(|line| line.words.clone());
            }
            part.lines.extend(new.into_iter().map(|line| (line, prose)));
        }
    }
    parts
}

/// The lines that came, by the part that they belong to: by its mark, else by its heading. What begins with another heading of
/// the same level belongs nowhere.
fn matched(parts: &[Part], came: &[Block], items: &[ItemId]) -> (Vec<Option<Vec<Line>>>, Vec<String>) {
    let mut found: Vec<Option<Vec<Line>>> = parts.iter().map(|_| None).collect();
    let marked = |name: &str| match item_of(name, items) {
        Some(id) => parts.iter().position(|part| part.of == Some(Prose::Item(id))),
        None if name == END => parts.iter().position(|part| part.of.is_none()),
        None => None,
    };
    let by_mark: Vec<usize> = came.iter().filter_map(|block| if let Block::Mark(name) = block { marked(name) } else { None }).collect();
    // Nowhere is past the last part.
    let (mut at, mut nowhere): (usize, Vec<Vec<Block>>) = (0, Vec::new());
    let mut just_marked = false;
    found[0] = Some(Vec::new());
    for block in came {
        if let Block::Mark(name) = block {
            if let Some(part) = marked(name) {
                (at, just_marked) = (part, true);
                found[part].get_or_insert_default();
            }
            continue;
        }
        if let Block::Heading { level: ..=2, .. } = block
            && !just_marked
        {
            let words = lines(std::slice::from_ref(block)).into_iter().map(|line| line.words).next().unwrap_or_default();
            let known =
                parts.iter().position(|part| part.heading.as_ref() == Some(&words)).filter(|part| !by_mark.contains(part) && found[*part].is_none());
            let stands_there = parts.get(at).is_some_and(|part| part.lines.iter().any(|(line, _)| line.words == words));
            if let Some(part) = known {
                at = part;
                found[part] = Some(Vec::new());
            } else if at != 0 && !stands_there {
                at = parts.len();
                nowhere.push(Vec::new());
            }
        }
        just_marked = false;
        match found.get_mut(at) {
            Some(lines_there) => lines_there.get_or_insert_default().extend(lines(std::slice::from_ref(block))),
            None => nowhere.last_mut().into_iter().for_each(|blocks| blocks.push(block.clone())),
        }
    }
    (found, nowhere.iter().map(|blocks| markdown(blocks, 2)).collect())
}

impl Part {
    fn beside(&self, came: Vec<Line>, all: &mut Compared) {
        let old: Vec<&str> = self.lines.iter().map(|(line, _)| line.words.as_str()).collect();
        let new: Vec<&str> = came.iter().map(|line| line.words.as_str()).collect();
        let mut prose: Vec<Line> = Vec::new();
        let said = |lines: &mut dyn Iterator<Item = &Line>| lines.map(|line| line.words.as_str()).collect::<Vec<_>>().join("\n");
        for op in capture_diff_slices(Algorithm::Patience, &old, &new) {
            if let DiffOp::Equal { old_index, new_index, len } = op {
                prose.extend((0..len).filter(|n| self.lines[old_index + n].1).map(|n| came[new_index + n].clone()));
                continue;
            }
            for (was, is) in self.pieces(op.old_range(), op.new_range()) {
                let record = said(&mut self.lines[was.clone()].iter().filter(|(_, prose)| !prose).map(|(line, _)| line));
                let takes = match came.get(is.start) {
                    Some(line) if was.is_empty() => self.takes(was.start, line),
                    _ => self.lines[was].iter().any(|(_, prose)| *prose),
                };
                if takes {
                    prose.extend(came[is.clone()].iter().cloned());
                }
                let came = if takes { String::new() } else { said(&mut came[is].iter()) };
                if !(record.is_empty() && came.is_empty()) {
                    all.left.push(Left { under: self.heading.clone(), record, came });
                }
            }
        }
        let Some(of) = self.of else { return };
        let earlier = markdown(&documents::blocks_of(self.lines.iter().filter(|(_, prose)| *prose).map(|(line, _)| line.clone())), self.top);
        let later = markdown(&documents::blocks_of(prose), self.top);
        if earlier == later {
            all.same += 1;
        } else {
            all.changes.push(Change { of, earlier, later });
        }
    }

    /// A change cut where prose and what is drawn from the record meet: lines in the place of the latter stand one for one, and the
    /// rest is prose, or was put in beside it.
    fn pieces(&self, was: Range<usize>, is: Range<usize>) -> Vec<(Range<usize>, Range<usize>)> {
        let drawn = |at: &usize| !self.lines[*at].1;
        let has_prose = !was.clone().all(|at| drawn(&at));
        let (lead, tail) = if has_prose {
            (was.clone().take_while(drawn).count(), was.clone().rev().take_while(drawn).count())
        } else if was.start == self.slot || was.start.checked_sub(1).is_some_and(|before| !drawn(&before)) {
            (0, was.len())
        } else {
            (was.len(), 0)
        };
        if is.len() < lead + tail + usize::from(has_prose) {
            return vec![(was, is)];
        }
        let (from, until) = (was.start + lead, was.end - tail);
        let cut =
            [(was.start..from, is.start..is.start + lead), (from..until, is.start + lead..is.end - tail), (until..was.end, is.end - tail..is.end)];
        cut.into_iter().filter(|(was, is)| !(was.is_empty() && is.is_empty())).collect()
    }

    /// Whether a line that was put in before the line `at` is prose: where prose stands, at the end of what stands before the
    /// items, and anywhere in an item but within a list or a table that is drawn from the record.
    fn takes(&self, at: usize, new: &Line) -> bool {
        let around = [at.checked_sub(1), Some(at)].into_iter().flatten().filter_map(|at| self.lines.get(at));
        let (mut prose, mut within) = (false, false);
        for (line, is_prose) in around {
            prose |= *is_prose;
            within |=
                !is_prose && matches!((&line.block, &new.block), (Block::List(..), Block::List(..)) | (Block::Table { .. }, Block::Table { .. }));
        }
        match self.of {
            None => false,
            Some(Prose::Introduction) => prose || (at == self.lines.len() && !within),
            Some(Prose::Item(_)) => prose || (!within && at > 0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use documents::{Cell, Item, Numbering, Run};

    fn id(n: u128) -> ItemId {
        ItemId(uuid::Uuid::from_u128(n))
    }

    fn item(n: u128, title: &str, notes: &str, decision: &str) -> Vec<Block> {
        let mut all = vec![Block::Mark(mark(id(n))), Block::heading(2, title), Block::quiet("Presented by Ada"), Block::Mark(notes_mark(id(n)))];
        all.extend(documents::blocks(notes, 3));
        all.extend([Block::Mark(after_notes(id(n))), Block::text(decision)]);
        let row = vec![Cell::from("Write"), Cell::from("Ada")];
        all.push(Block::Table { caption: None, columns: vec![("Action".to_owned(), 1.0), ("Who".to_owned(), 1.0)], rows: vec![row] });
        all
    }

    fn minutes(introduction: &str, notes: [&str; 2]) -> Vec<Block> {
        let mut all = vec![
            Block::heading(2, "Present"),
            Block::List(Numbering::Bullet, vec![Item::of(vec![Run::plain("Ada")])]),
            Block::Mark(INTRODUCTION.to_owned()),
        ];
        all.extend(documents::blocks(introduction, 2));
        all.extend(item(1, "1. Bids", notes[0], "Agreed: the bid."));
        all.extend(item(2, "2. Roads", notes[1], "Noted."));
        all.extend([Block::Mark(END.to_owned()), Block::heading(2, "Next meetings"), Block::text("26 April 2007")]);
        all
    }

    fn unmarked(blocks: Vec<Block>) -> Vec<Block> {
        blocks.into_iter().filter(|block| !matches!(block, Block::Mark(_))).collect()
    }

    const ITEMS: fn() -> [ItemId; 2] = || [id(1), id(2)];

    #[test]
    fn a_file_that_was_not_touched_changes_nothing() {
        let stand = minutes("Welcome.", ["One.\n\n- a\n- b", ""]);
        for came in [stand.clone(), unmarked(stand.clone())] {
            assert_eq!(compared(&stand, &came, &ITEMS()), Compared { same: 3, ..Compared::default() });
        }
    }

    #[test]
    fn prose_that_changed_is_told_by_its_item_with_or_without_marks() {
        let stand = minutes("Welcome.", ["One.\n\nTwo.", ""]);
        let came = minutes("Welcome, **all**.", ["One.\n\nTwo and a half.\n\nThree.", "Something was said."]);
        let expected = [
            Change { of: Prose::Introduction, earlier: "Welcome.".to_owned(), later: "Welcome, **all**.".to_owned() },
            Change { of: Prose::Item(id(1)), earlier: "One.\n\nTwo.".to_owned(), later: "One.\n\nTwo and a half.\n\nThree.".to_owned() },
            Change { of: Prose::Item(id(2)), earlier: String::new(), later: "Something was said.".to_owned() },
        ];
        for came in [came.clone(), unmarked(came)] {
            let found = compared(&stand, &came, &ITEMS());
            assert_eq!((found.changes.as_slice(), found.left.len(), found.loose.len()), (expected.as_slice(), 0, 0), "{found:?}");
        }
    }

    #[test]
    fn what_is_drawn_from_the_record_is_shown_and_never_taken() {
        let stand = minutes("", ["One.", ""]);
        let mut came = stand.clone();
        for block in &mut came {
            match block {
                Block::Paragraph(_, runs) if runs[0].text == "Agreed: the bid." => runs[0].text = "Refused: the bid.".to_owned(),
                Block::List(_, items) => items.push(Item::of(vec![Run::plain("Bea")])),
                Block::Table { rows, .. } => rows.push(vec![Cell::from("Ring"), Cell::from("Bea")]),
                _ => {}
            }
        }
        let found = compared(&stand, &came, &ITEMS());
        assert!(found.changes.is_empty(), "{found:?}");
        let left = |record: &str, came: &str, under: Option<&str>| Left {
            under: under.map(str::to_owned),
            record: record.to_owned(),
            came: came.to_owned(),
        };
        assert_eq!(
            found.left,
            [
                left("", "Bea", None),
                left("Agreed: the bid.", "Refused: the bid.", Some("1. Bids")),
                left("", "Ring | Bea", Some("1. Bids")),
                left("", "Ring | Bea", Some("2. Roads")),
            ]
        );
    }

    #[test]
    fn what_was_written_after_a_decision_is_prose_of_its_item() {
        let stand = minutes("", ["One.", ""]);
        let mut came = stand.clone();
        let at = came.iter().position(|block| matches!(block, Block::Table { .. })).unwrap();
        came.insert(at + 1, Block::text("Ada left."));
        assert_eq!(compared(&stand, &came, &ITEMS()).changes[0].later, "One.\n\nAda left.");
    }

    #[test]
    fn prose_beside_a_decision_that_was_changed_is_told_from_it() {
        let stand = minutes("", ["One.", ""]);
        let came = |notes: [&str; 2]| {
            let mut came = minutes("", notes);
            for block in &mut came {
                if let Block::Paragraph(_, runs) = block
                    && matches!(runs[0].text.as_str(), "Agreed: the bid." | "Noted.")
                {
                    runs[0].text = "Nothing was decided.".to_owned();
                }
            }
            came
        };
        for (notes, later) in [(["One.\n\nTwo.", ""], "One.\n\nTwo."), (["Two.\n\nThree.", ""], "Two.\n\nThree.")] {
            let found = compared(&stand, &came(notes), &ITEMS());
            assert_eq!(found.changes.iter().map(|change| change.later.as_str()).collect::<Vec<_>>(), [later], "{found:?}");
            assert_eq!(found.left.iter().map(|left| left.came.as_str()).collect::<Vec<_>>(), ["Nothing was decided."; 2]);
        }
        assert_eq!(compared(&stand, &came(["One.", "Said."]), &ITEMS()).changes[0].later, "Said.");
    }

    #[test]
    fn a_part_of_nothing_is_shown_whole_and_an_item_left_out_stays() {
        let stand = minutes("", ["One.", "Two."]);
        let mut came = unmarked(stand.clone());
        let at = came.iter().position(|block| matches!(block, Block::Heading { runs, .. } if runs[0].text == "2. Roads")).unwrap();
        came.splice(at..at + 5, [Block::heading(2, "Something else"), Block::text("Nobody knows where this belongs.")]);
        let found = compared(&stand, &came, &ITEMS());
        assert_eq!(found.loose, ["# Something else\n\nNobody knows where this belongs."]);
        assert_eq!(found.absent, ["2. Roads"]);
        assert!(found.changes.is_empty());
    }

    #[test]
    fn a_file_of_something_else_takes_nothing_and_loses_nothing() {
        let stand = minutes("", ["One.", "Two."]);
        let found = compared(&stand, &[Block::heading(1, "A letter"), Block::text("Dear Ada")], &ITEMS());
        assert_eq!(found.absent.len(), 2);
        assert!(found.changes.iter().chain(&[]).all(|change| change.of == Prose::Introduction));
        assert!(found.changes.iter().any(|change| change.later.contains("Dear Ada")) || found.left.iter().any(|left| left.came.contains("Dear Ada")));
    }
}
