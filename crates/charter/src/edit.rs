//! A charter's text in pieces, so that one clause can be changed and every other stays as it is to the letter.

use crate::read::{clause_start, heading, opener, quote};

/// A text as its clauses and what stands around them. Put together again it is the same text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outline {
    /// Its head, title and preamble.
    before: String,
    /// Its clauses, in order.
    pub clauses: Vec<Piece>,
    /// What stands after the last clause.
    after: String,
}

/// A clause as it stands in a text, with what stands between it and the clause before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Headings and empty lines above it.
    lead: String,
    /// Its own lines to the letter.
    pub source: String,
    /// Its number.
    pub number: String,
    /// Its words, as Markdown.
    pub words: String,
    /// Its rules and cases, each on one line that begins with `Rule:` or `Case:`, in order; those that cannot be read too.
    pub rules: Vec<String>,
    /// The line on which it begins, from 1.
    pub line: usize,
}

/// Why a clause cannot be written so: what was typed would become something else in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unfit {
    /// The number would not be read as one.
    Number,
    /// This line of the words begins a heading or another clause.
    Words(String),
}

impl Piece {
    /// A clause of these parts. Of `rules`, each line that is not empty is a rule, or a case where it begins with `Case:`.
    ///
    /// # Errors
    /// Everything in it that would become something else.
    pub fn new(number: &str, words: &str, rules: &str) -> Result<Self, Vec<Unfit>> {
        let (number, words) = (number.trim(), words.trim());
        let mut unfit = Vec::new();
        if clause_start(&format!("**{number}** x")) != Some((number, "x")) {
            unfit.push(Unfit::Number);
        }
        // The first line stands behind the number, where nothing begins.
        unfit.extend(
            words.lines().skip(1).filter(|line| heading(line).is_some() || clause_start(line).is_some()).map(|line| Unfit::Words(line.to_owned())),
        );
        if !unfit.is_empty() {
            return Err(unfit);
        }
        let rules: Vec<String> = rules.lines().filter_map(rule_line).collect();
        let mut source = format!("**{number}** {words}").trim_end().to_owned();
        source.push('\n');
        if !rules.is_empty() {
            source.push('\n');
        }
        for rule in &rules {
            source += &format!("> {rule}\n");
        }
        Ok(Self { lead: String::new(), source, number: number.to_owned(), words: words.to_owned(), rules, line: 0 })
    }

    /// The same clause with other rules.
    pub fn with_rules(&self, rules: &[String]) -> Self {
        let mut changed = Self::new(&self.number, &self.words, &rules.join("\n")).unwrap_or_else(|_| self.clone());
        changed.lead.clone_from(&self.lead);
        changed.line = self.line;
        changed
    }

    /// The heading right above it, if a part of the text begins with it.
    pub fn heading(&self) -> Option<&str> {
        self.lead.lines().filter_map(heading).next_back().map(|(_, text)| text)
    }

    /// Puts a heading above it, or takes it away.
    fn set_heading(&mut self, text: Option<&str>, level: usize) {
        let text = text.map(str::trim).filter(|text| !text.is_empty());
        if self.heading() == text {
            return;
        }
        let mut lines: Vec<&str> = self.lead.lines().collect();
        let place = lines.iter().rposition(|line| heading(line).is_some());
        let level = place.and_then(|place| heading(lines[place])).map_or(level, |(level, _)| level);
        let line = text.map(|text| format!("{} {text}", "#".repeat(level)));
        match (place, &line) {
            (Some(place), Some(line)) => lines[place] = line,
            (Some(place), None) => {
                lines.remove(place);
            }
            (None, Some(line)) => lines.extend([line.as_str(), ""]),
            (None, None) => {}
        }
        self.lead = lines.iter().map(|line| format!("{line}\n")).collect();
    }

    fn of(lead: String, source: &str, line: usize) -> Self {
        let lines: Vec<&str> = source.lines().collect();
        let (number, first) = lines.first().and_then(|line| clause_start(line)).unwrap_or_default();
        let (mut words, mut rules) = (first.to_owned(), Vec::new());
        let mut index = 1;
        while index < lines.len() {
            let inside = quote(lines[index], 0).map(|(_, _, text)| text);
            index += 1;
            match inside.and_then(|text| opener(text).map(|(kind, skip)| (kind, &text[skip..]))) {
                Some((kind, text)) => {
                    let mut whole = text.trim().to_owned();
                    while let Some((_, _, more)) = lines.get(index).and_then(|line| quote(line, 0)) {
                        if opener(more).is_some() || more.trim().is_empty() {
                            break;
                        }
                        whole = format!("{whole} {}", more.trim());
                        index += 1;
                    }
                    rules.push(format!("{kind}: {}", whole.trim()));
                }
                None => {
                    words.push('\n');
                    words += lines[index - 1];
                }
            }
        }
        Self { lead, source: source.to_owned(), number: number.to_owned(), words: words.trim().to_owned(), rules, line }
    }

    /// How deep the first heading above it is.
    fn depth(&self) -> Option<usize> {
        self.lead.lines().find_map(heading).map(|(level, _)| level)
    }
}

/// A line of the field for rules, as it stands in the text; an empty one is none.
fn rule_line(line: &str) -> Option<String> {
    let line = line.trim().trim_start_matches('>').trim();
    let (kind, text) = match opener(line) {
        Some((kind, skip)) => (kind, line[skip..].trim()),
        None => ("Rule", line),
    };
    if text.is_empty() {
        return None;
    }
    let stop = if text.ends_with('.') { "" } else { "." };
    Some(format!("{kind}: {text}{stop}"))
}

/// A clause that is still being gathered.
struct Open<'a> {
    lead: String,
    line: usize,
    own: Vec<&'a str>,
}

impl<'a> Open<'a> {
    /// The clause; the empty lines behind it belong to what comes next.
    fn done(mut self, waiting: &mut Vec<&'a str>) -> Piece {
        let blank = self.own.iter().rev().take_while(|line| line.trim().is_empty()).count();
        waiting.extend(self.own.drain(self.own.len() - blank..));
        Piece::of(self.lead, &self.own.concat(), self.line)
    }
}

impl Outline {
    /// The pieces of a text. Any text has them; one that is no charter has no clauses.
    pub fn of(text: &str) -> Self {
        fn bare(line: &str) -> &str {
            line.trim_end_matches(['\n', '\r'])
        }
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        let first = body_begins(&lines);
        let mut before = lines[..first].concat();
        let mut clauses: Vec<Piece> = Vec::new();
        // What came since the last clause ended, and the clause that is still going on.
        let mut waiting: Vec<&str> = Vec::new();
        let mut open: Option<Open<'_>> = None;
        let mut begun = false;
        for (index, &line) in lines.iter().enumerate().skip(first) {
            if clause_start(bare(line)).is_some() {
                clauses.extend(open.take().map(|open| open.done(&mut waiting)));
                if !begun {
                    // The headings of the first part belong to its first clause; the title and the preamble do not.
                    let own = waiting
                        .iter()
                        .rev()
                        .take_while(|line| line.trim().is_empty() || heading(line.trim_end()).is_some_and(|(level, _)| level > 1))
                        .count();
                    before += &waiting[..waiting.len() - own].concat();
                    waiting.drain(..waiting.len() - own);
                    begun = true;
                }
                open = Some(Open { lead: waiting.concat(), line: index + 1, own: vec![line] });
                waiting.clear();
            } else if heading(bare(line)).is_some() {
                clauses.extend(open.take().map(|open| open.done(&mut waiting)));
                waiting.push(line);
            } else if let Some(open) = open.as_mut() {
                open.own.push(line);
            } else {
                waiting.push(line);
            }
        }
        clauses.extend(open.take().map(|open| open.done(&mut waiting)));
        if !begun {
            before += &waiting.concat();
            waiting.clear();
        }
        Self { before, clauses, after: waiting.concat() }
    }

    /// The whole text.
    pub fn text(&self) -> String {
        let mut text = self.before.clone();
        for clause in &self.clauses {
            text += &clause.lead;
            text += &clause.source;
        }
        text + &self.after
    }

    /// Which clause a line of the text, from 1, belongs to.
    pub fn at_line(&self, line: usize) -> Option<usize> {
        self.clauses.iter().rposition(|clause| clause.line <= line && line < clause.line + clause.source.lines().count())
    }

    /// Puts another clause in the place of one. A heading of none leaves what stands above it.
    pub fn replace(&mut self, index: usize, piece: Piece, heading: Option<&str>) {
        let level = self.level(index);
        if let Some(clause) = self.clauses.get_mut(index) {
            let lead = std::mem::take(&mut clause.lead);
            *clause = Piece { lead, ..piece };
            if let Some(heading) = heading {
                clause.set_heading(Some(heading), level);
            }
        }
    }

    /// Puts a new clause before the one at `index`, or at the end. With a heading a part of the text begins with it.
    pub fn insert(&mut self, index: usize, mut piece: Piece, heading: Option<&str>) {
        let index = index.min(self.clauses.len());
        let level = self.level(index);
        piece.lead = "\n".to_owned();
        if index == 0 {
            // What stood above the first clause now stands above the new first one.
            if let Some(next) = self.clauses.first_mut() {
                piece.lead = std::mem::replace(&mut next.lead, "\n".to_owned());
            }
        }
        let ends = |text: &str| text.is_empty() || text.ends_with('\n');
        let last = if index == 0 { &mut self.before } else { &mut self.clauses[index - 1].source };
        if !ends(last) {
            last.push('\n');
        }
        piece.set_heading(heading.or(piece.heading().map(str::to_owned).as_deref()), level);
        self.clauses.insert(index, piece);
    }

    /// Takes a clause out. Its heading stays where the part goes on without it.
    pub fn remove(&mut self, index: usize) -> Option<Piece> {
        if index >= self.clauses.len() {
            return None;
        }
        let gone = self.clauses.remove(index);
        match self.clauses.get_mut(index) {
            // A part within the part that began here begins with both headings.
            Some(next) => match (gone.depth(), next.depth()) {
                (_, None) => next.lead.clone_from(&gone.lead),
                (Some(gone_depth), Some(depth)) if depth > gone_depth => next.lead = format!("{}\n{}", gone.lead.trim_end_matches('\n'), next.lead),
                _ => {}
            },
            None if index == 0 => self.before += &gone.lead,
            None => {}
        }
        Some(gone)
    }

    /// Moves a clause to stand right behind another, or at the beginning.
    pub fn shift(&mut self, index: usize, behind: Option<usize>) {
        let to = behind.map_or(0, |behind| behind + 1);
        if index >= self.clauses.len() || to == index || to == index + 1 {
            return;
        }
        let Some(mut piece) = self.remove(index) else { return };
        piece.lead = String::new();
        self.insert(if to > index { to - 1 } else { to }, piece, None);
    }

    /// A number that a clause behind this one could bear: the next that is free, or a letter behind its own.
    pub fn next_number(&self, behind: Option<usize>) -> String {
        let Some(number) = behind.and_then(|index| self.clauses.get(index)).map(|clause| clause.number.as_str()) else {
            return if self.clauses.is_empty() { "1".to_owned() } else { String::new() };
        };
        let taken = |number: &str| self.clauses.iter().any(|clause| clause.number == number);
        let figures = number.len() - number.chars().rev().take_while(char::is_ascii_digit).count();
        let next = number[figures..].parse::<u32>().ok().and_then(|n| n.checked_add(1)).map(|n| format!("{}{n}", &number[..figures]));
        next.into_iter().chain(('A'..='Z').map(|letter| format!("{number}{letter}"))).find(|number| !taken(number)).unwrap_or_default()
    }

    /// How deep the headings are around a clause.
    fn level(&self, index: usize) -> usize {
        let above = self.clauses.iter().take(index + 1).rev().find_map(|clause| clause.lead.lines().filter_map(heading).next_back());
        above.map_or(2, |(level, _)| level)
    }
}

/// The index of the first line behind the head.
fn body_begins(lines: &[&str]) -> usize {
    if lines.first().map(|line| line.trim_end()) != Some("---") {
        return 0;
    }
    lines.iter().skip(1).position(|line| line.trim_end() == "---").map_or(1, |place| place + 2)
}

/// The text with this value under a key of its head, or without that key.
pub fn with_head(text: &str, key: &str, value: Option<&str>) -> String {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let end = body_begins(&lines);
    if end < 2 {
        return text.to_owned();
    }
    let is_key = |line: &&str| line.split_once(':').is_some_and(|(name, _)| name.trim() == key);
    let written = value.map(|value| format!("{key}: {value}\n"));
    let place = lines[1..end - 1].iter().position(is_key).map(|place| place + 1);
    let mut out = String::with_capacity(text.len() + 40);
    for (index, line) in lines.iter().enumerate() {
        if Some(index) == place {
            out += written.as_deref().unwrap_or_default();
        } else {
            if index == end - 1 && place.is_none() {
                out += written.as_deref().unwrap_or_default();
            }
            out += line;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "---\nbody: Board\n# a comment\ndated: 2008-02-27\n---\n# Terms\n\nRetold.\n\n## Members\n\n**4.9** Members.\n\n**4.10** Half\nmake a quorum.\n\n> Rule: the quorum is\n> half of the members.\n> Case: 15 members, 8 present: quorate.\n\n## Review\n\n**5.1** Every year.\n";

    fn numbers(outline: &Outline) -> Vec<&str> {
        outline.clauses.iter().map(|clause| clause.number.as_str()).collect()
    }

    fn piece(number: &str) -> Piece {
        Piece::new(number, "New words.", "the body must meet at least 4 times a year").unwrap()
    }

    #[test]
    fn a_text_is_its_pieces_put_together() {
        let outline = Outline::of(TEXT);
        assert_eq!(outline.text(), TEXT);
        assert_eq!(numbers(&outline), ["4.9", "4.10", "5.1"]);
        let quorum = &outline.clauses[1];
        assert_eq!(quorum.words, "Half\nmake a quorum.");
        assert_eq!(quorum.rules, ["Rule: the quorum is half of the members.", "Case: 15 members, 8 present: quorate."]);
        assert_eq!((quorum.line, outline.at_line(17), outline.at_line(21)), (14, Some(1), None));
        assert_eq!((outline.clauses[0].heading(), quorum.heading()), (Some("Members"), None));
        for odd in ["", "x", "---\nbody", "---\nbody: x\n---", "**1** a\r\n\r\n> Rule: b.\r\n", "# t\n## h\n", "**1** no newline"] {
            assert_eq!(Outline::of(odd).text(), odd);
        }
    }

    #[test]
    fn one_clause_changes_and_every_other_stays_to_the_letter() {
        let mut outline = Outline::of(TEXT);
        outline.replace(0, Piece::new("4.9", "Everybody.", "").unwrap(), None);
        assert_eq!(outline.text(), TEXT.replace("**4.9** Members.", "**4.9** Everybody."));
        let mut outline = Outline::of(TEXT);
        outline.replace(2, outline.clauses[2].clone(), Some("Review and expiry"));
        assert_eq!(outline.text(), TEXT.replace("## Review", "## Review and expiry"));
    }

    #[test]
    fn a_clause_comes_in_behind_another_with_the_next_free_number() {
        let mut outline = Outline::of(TEXT);
        assert_eq!((outline.next_number(Some(1)), outline.next_number(Some(0))), ("4.11".to_owned(), "4.9A".to_owned()));
        outline.insert(2, piece("4.11"), None);
        let text = outline.text();
        assert!(text.contains("quorate.\n\n**4.11** New words.\n\n> Rule: the body must meet at least 4 times a year.\n\n## Review"), "{text}");
        outline.insert(4, piece("6.1"), Some("Ending"));
        assert!(
            outline
                .text()
                .ends_with("**5.1** Every year.\n\n## Ending\n\n**6.1** New words.\n\n> Rule: the body must meet at least 4 times a year.\n")
        );
        outline.insert(0, piece("4.8"), None);
        assert!(outline.text().contains("## Members\n\n**4.8** New words."), "{}", outline.text());
        assert_eq!(numbers(&Outline::of(&outline.text())), ["4.8", "4.9", "4.10", "4.11", "5.1", "6.1"]);
    }

    #[test]
    fn a_heading_stays_while_its_part_goes_on() {
        let mut outline = Outline::of(TEXT);
        outline.remove(0);
        assert!(outline.text().contains("## Members\n\n**4.10** Half"), "{}", outline.text());
        let mut outline = Outline::of(TEXT);
        outline.remove(2);
        assert!(!outline.text().contains("## Review"), "{}", outline.text());
        let mut outline = Outline::of(TEXT);
        outline.shift(2, None);
        assert_eq!(numbers(&Outline::of(&outline.text())), ["5.1", "4.9", "4.10"]);
        outline.shift(0, Some(2));
        assert_eq!(numbers(&Outline::of(&outline.text())), ["4.9", "4.10", "5.1"]);
        assert!(outline.text().contains("## Members\n\n**4.9** Members."), "{}", outline.text());
    }

    #[test]
    fn what_would_become_something_else_is_said() {
        assert_eq!(Piece::new("", "a", ""), Err(vec![Unfit::Number]));
        assert_eq!(Piece::new("a very long number indeed 1", "a", ""), Err(vec![Unfit::Number]));
        assert_eq!(Piece::new("1", "a\n# b\n**2** c", ""), Err(vec![Unfit::Words("# b".to_owned()), Unfit::Words("**2** c".to_owned())]));
        let rules = Piece::new("1", "", "> Rule: a\n\ncase: 2 members: quorate.\nRule:\n").unwrap();
        assert_eq!(rules.rules, ["Rule: a.", "Case: 2 members: quorate."]);
        assert_eq!(rules.source, "**1**\n\n> Rule: a.\n> Case: 2 members: quorate.\n");
    }

    #[test]
    fn a_key_of_the_head_is_set_added_and_taken_away() {
        let set = with_head(TEXT, "dated", Some("2009-01-01"));
        assert_eq!(set, TEXT.replace("2008-02-27", "2009-01-01"));
        assert_eq!(with_head(TEXT, "nation", Some("Scotland")), TEXT.replace("dated: 2008-02-27\n", "dated: 2008-02-27\nnation: Scotland\n"));
        assert_eq!(with_head(TEXT, "dated", None), TEXT.replace("dated: 2008-02-27\n", ""));
        assert_eq!(with_head("no head", "dated", None), "no head");
    }
}
