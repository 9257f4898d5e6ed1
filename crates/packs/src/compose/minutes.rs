//! Minutes.

use documents::{Block, Cell, Document, Item, Numbering, Run, Runs, Tone, blocks};
use kernel::{Hour, ItemId};
use minutes::model::{Attended, Content, Correction, DecisionMinute, Excused, InterestMinute, ItemMinute, PaperMinute, ReportMinute};
use web::{spoken, words};

use super::{Imprint, fact, hours, notice, quiet};

/// What minutes say, in the edition its reader may have.
#[derive(Debug, Clone)]
pub(crate) struct Minuted {
    pub imprint: Imprint,
    /// Whether they were approved, in one word of the locale.
    pub state: &'static str,
    /// What is known of that.
    pub says: String,
    pub content: Content,
    pub corrections: Vec<Correction>,
}

impl Minuted {
    /// The minutes as a document of its own.
    pub(crate) fn document(&self) -> Document {
        let content = &self.content;
        let day = content.day.map(|day| day.to_string()).unwrap_or_default();
        let mut all = Vec::new();
        if self.state == "approved" {
            all.push(Block::quiet(&self.says));
        } else {
            all.push(notice(format!("{}. {}", words(&format!("minutes-state-{}", self.state), &[]), self.says)));
        }
        all.push(Block::Facts(vec![
            fact("minutes-day", content.day.map(web::spelling::weekday).unwrap_or_default()),
            fact("minutes-time", hours(content.starts_at, content.ends_at)),
            fact("minutes-place", content.place.as_deref().unwrap_or_default()),
            fact("minutes-presided", content.presided.as_deref().unwrap_or_default()),
        ]));
        all.push(heading("minutes-present"));
        if content.present.is_empty() {
            all.push(Block::text(words("minutes-present-none", &[])));
        }
        all.extend(people(content.present.iter().map(attended)));
        if !content.apologies.is_empty() {
            all.push(heading("minutes-apologies"));
            all.extend(people(content.apologies.iter().map(excused)));
        }
        if !content.in_attendance.is_empty() {
            all.push(heading("minutes-in-attendance"));
            all.extend(people(content.in_attendance.iter().map(attended)));
        }
        all.push(Block::Mark(INTRODUCTION.to_owned()));
        all.extend(blocks(&content.introduction, 2));
        all.extend(content.items.iter().flat_map(item));
        all.push(Block::Mark(END.to_owned()));
        if !content.next_meetings.is_empty() {
            all.push(heading("minutes-next"));
            all.extend(people(content.next_meetings.iter().map(|next| {
                let hour = next.starts_at.map(web::spelling::hour);
                vec![Run::plain(
                    [Some(web::spelling::weekday(next.day)), hour, next.place.clone()].into_iter().flatten().collect::<Vec<_>>().join(", "),
                )]
            })));
        }
        if !self.corrections.is_empty() {
            all.push(heading("corrections-title"));
            all.extend(self.corrections.iter().flat_map(correction));
        }
        self.imprint.document(words("minutes-title", &[("day", &day)]), all)
    }
}

fn heading(key: &str) -> Block {
    Block::heading(2, words(key, &[]))
}

fn people(lines: impl Iterator<Item = Runs>) -> Option<Block> {
    let items: Vec<Item> = lines.map(Item::of).collect();
    (!items.is_empty()).then_some(Block::List(Numbering::Bullet, items))
}

fn attended(who: &Attended) -> Runs {
    let seat = who.seat.clone().unwrap_or_default();
    let organisation = who.organisation.clone().filter(|organisation| !seat.contains(organisation.as_str()));
    let mut after: Vec<String> = [who.seat.clone(), organisation, who.description.clone()].into_iter().flatten().collect();
    after.extend(who.in_place_of.as_ref().map(|name| words("minutes-in-place-of", &[("name", name)])));
    if !matches!(who.capacity.as_str(), "member" | "substitute") {
        after.push(words(&format!("minutes-capacity-{}", who.capacity), &[]));
    }
    for stay in &who.stays {
        after.extend(bound("from", stay.from_item.as_deref(), stay.from_hour));
        after.extend(bound("until", stay.until_item.as_deref(), stay.until_hour));
    }
    let agreed = who.agreed.as_ref().map(|agreed| {
        let said = match &agreed.by {
            Some(name) => words("minutes-agreed-by", &[("name", name), ("words", &agreed.words)]),
            None => words("minutes-agreed", &[("words", &agreed.words)]),
        };
        format!(". {said}")
    });
    let mut runs = vec![Run::strong(&who.name)];
    if !after.is_empty() {
        runs.push(Run::plain(format!(", {}", after.join(", "))));
    }
    if let Some(agreed) = agreed {
        runs.push(Run::plain(agreed));
        runs.extend(clause(who.agreed.as_ref().and_then(|agreed| agreed.clause.as_deref())));
    }
    runs
}

/// When somebody came or went: by the item, by the hour, or by both.
fn bound(way: &str, item: Option<&str>, hour: Option<Hour>) -> Option<String> {
    let hour = hour.map(web::spelling::hour);
    match (item, hour.as_deref()) {
        (Some(item), Some(hour)) => Some(words(&format!("minutes-{way}-item-hour"), &[("item", item), ("hour", hour)])),
        (Some(item), None) => Some(words(&format!("minutes-{way}-item"), &[("item", item)])),
        (None, Some(hour)) => Some(words(&format!("minutes-{way}-hour"), &[("hour", hour)])),
        (None, None) => None,
    }
}

fn excused(who: &Excused) -> Runs {
    let organisation = who.organisation.as_ref().map(|organisation| format!(", {organisation}"));
    vec![Run::strong(&who.name), Run::plain(organisation.unwrap_or_default())]
}

/// The name by which an item is found again in minutes that were edited in Word.
pub(crate) fn mark(item: ItemId) -> String {
    format!("item_{}", item.0.simple())
}

/// The name of the place where its notes begin.
pub(crate) fn notes_mark(item: ItemId) -> String {
    format!("notes_{}", item.0.simple())
}

/// The name of the place where its notes have ended.
pub(crate) fn after_notes(item: ItemId) -> String {
    format!("after_{}", item.0.simple())
}

/// The name of the place where the officer's own words before the items begin.
pub(crate) const INTRODUCTION: &str = "introduction";
/// The name of the place where the items have ended.
pub(crate) const END: &str = "end_of_items";

fn item(item: &ItemMinute) -> Vec<Block> {
    let number = item.number.as_ref().map(|number| format!("{number}. ")).unwrap_or_default();
    let title = if item.exempt && item.title.is_empty() { words("item-exempt", &[]) } else { item.title.clone() };
    let mut all = vec![Block::Mark(mark(item.id)), Block::heading(2, format!("{number}{title}"))];
    if item.exempt {
        all.push(match &item.ground {
            Some(ground) => quiet("minutes-ground", &[("ground", ground)]),
            None => quiet("minutes-exempt", &[]),
        });
    }
    if let Some(name) = &item.presides {
        all.push(Block::Paragraph(Tone::Plain, vec![Run::stressed(words("minutes-presides", &[("name", name)]))]));
    }
    if let Some(name) = &item.presenter {
        all.push(quiet("minutes-presenter", &[("name", name)]));
    }
    all.extend(people(item.papers.iter().map(paper)));
    if let Some(reason) = &item.late_reason {
        all.push(quiet("minutes-late", &[("reason", reason)]));
    }
    all.extend(item.interests.iter().map(interest));
    all.extend(people(item.reported.iter().map(reported)));
    all.push(Block::Mark(notes_mark(item.id)));
    all.extend(blocks(&item.notes, 3));
    all.push(Block::Mark(after_notes(item.id)));
    all.extend(item.decisions.iter().flat_map(decision));
    if !item.actions.is_empty() {
        let rows = item.actions.iter().map(|action| {
            let exempt = if action.exempt { format!(" ({})", words("minutes-exempt", &[])) } else { String::new() };
            vec![Cell::from(format!("{}{exempt}", action.words)), Cell::from(action.owners.join(", ")), Cell::from(action.due.clone())]
        });
        all.push(Block::Table {
            caption: Some(words("minutes-actions", &[])),
            columns: vec![(words("action-words", &[]), 2.4), (words("action-owners", &[]), 1.2), (words("action-due", &[]), 1.0)],
            rows: rows.collect(),
        });
    }
    all
}

fn paper(paper: &PaperMinute) -> Runs {
    let title = if paper.exempt && paper.title.is_empty() { words("packs-exempt-paper", &[]) } else { paper.title.clone() };
    let pages =
        paper.pages.as_ref().map(|pages| format!(", {}", words(if pages.contains('–') { "pack-pages" } else { "pack-page" }, &[("pages", pages)])));
    vec![Run::plain(title), Run::plain(pages.unwrap_or_default())]
}

fn interest(interest: &InterestMinute) -> Block {
    let kind = words(&format!("interest-kind-{}", interest.kind), &[]);
    let mut runs =
        vec![Run::strong(words("minutes-interest", &[("name", &interest.name), ("kind", &kind)])), Run::plain(format!(" {}", interest.nature))];
    if let Some(part) = &interest.part {
        let part = words(&format!("interest-part-{part}"), &[]);
        runs.push(Run::plain(format!(" {}", words("minutes-ruling", &[("name", interest.by.as_deref().unwrap_or_default()), ("part", &part)]))));
        runs.extend(interest.reason.as_ref().map(|reason| Run::plain(format!(" {}", words("interest-reason", &[("reason", reason)])))));
    }
    runs.extend(clause(interest.clause.as_deref()));
    if let Some(barred) = &interest.barred {
        runs.push(Run::plain(format!(" {}", words("minutes-barred", &[]))));
        runs.extend(clause(Some(barred)));
    }
    Block::Paragraph(Tone::Plain, runs)
}

fn reported(report: &ReportMinute) -> Runs {
    let until = report.until.map(web::spelling::day).unwrap_or_default();
    let said = words(&format!("minutes-reported-{}", report.kind), &[("until", &until)]);
    vec![Run::plain(format!("{} ({}): {said} {}", report.words, report.owners.join("; "), report.said).trim().to_owned())]
}

fn clause(number: Option<&str>) -> Option<Run> {
    number.map(|number| Run::plain(format!(" ({})", words("clause", &[("number", number)]))))
}

fn decision(decision: &DecisionMinute) -> Vec<Block> {
    let ground = || decision.ground.as_ref().map(|ground| words("minutes-ground", &[("ground", ground)]));
    if decision.words.is_empty() {
        let said: Vec<String> = [Some(words("minutes-decision-exempt", &[])), ground()].into_iter().flatten().collect();
        return vec![Block::Paragraph(Tone::Inset, vec![Run::plain(said.join(" "))])];
    }
    let outcome = words(&format!("minutes-decision-{}", decision.outcome), &[]);
    let mut all = vec![Block::Paragraph(Tone::Inset, vec![Run::strong(outcome), Run::plain(format!(" {}", decision.words))])];
    if decision.how_recorded {
        let mut runs = vec![Run::plain(words("minutes-how", &[("how", &decision.how)]))];
        let explained = decision.explanation.as_ref().map(|explanation| spoken(explanation, decision.clause.as_deref()));
        runs.extend(explained.map(|explained| Run::plain(format!(" {explained}"))));
        runs.extend(clause(decision.clause.as_deref()));
        all.push(Block::Paragraph(Tone::Quiet, runs));
    }
    if let Some(mover) = &decision.moved {
        all.push(match &decision.seconded {
            Some(seconder) => quiet("minutes-moved", &[("mover", mover), ("seconder", seconder)]),
            None => quiet("minutes-moved-only", &[("mover", mover)]),
        });
    }
    if let Some(reason) = &decision.reason {
        all.push(Block::text(words("minutes-reason", &[("reason", reason)])));
    }
    all.extend(people(
        decision.votes.iter().map(|(seat, name, cast)| vec![Run::plain(format!("{seat} ({name}): {}", words(&format!("vote-{cast}"), &[])))]),
    ));
    if decision.exempt {
        let said: Vec<String> = [Some(words("minutes-exempt", &[])), ground()].into_iter().flatten().collect();
        all.push(Block::quiet(said.join(". ")));
    }
    all
}

fn correction(correction: &Correction) -> Vec<Block> {
    let minutes = correction.of_words.clone().or_else(|| correction.of_day.map(web::spelling::day)).unwrap_or_default();
    let mut all = vec![Block::heading(3, words("correction-of", &[("minutes", &minutes), ("place", &correction.place)]))];
    let made = correction.made_on.map(|day| words("correction-made", &[("day", &day.to_string())]));
    let about: Vec<String> = [made, correction.note.clone()].into_iter().flatten().collect();
    if !about.is_empty() {
        all.push(Block::quiet(about.join(" ")));
    }
    match correction.earlier.as_ref().filter(|_| correction.earlier_held) {
        Some(earlier) => {
            all.push(Block::Facts(vec![fact("packs-correction-earlier", earlier), fact("packs-correction-later", &correction.later)]));
        }
        None => {
            all.push(Block::text(words("correction-earlier-not-held", &[])));
            all.extend(blocks(&correction.later, 4));
        }
    }
    all
}
