//! The pages of decisions: one motion with the form that decides it, and a body's decisions.

mod motion;
mod put;
mod register;

pub use motion::{decide, read, remove};
pub use put::{ask, put, put_between};
pub use register::register;

use serde::Serialize;
use web::words;

use crate::model::{Count, Decision, How, Motion, Outcome};

/// A choice of a form.
#[derive(Debug, Clone, Serialize)]
struct Choice {
    value: String,
    text: String,
}

impl Choice {
    fn of(value: impl ToString, text: impl Into<String>) -> Self {
        Self { value: value.to_string(), text: text.into() }
    }
}

/// A state as a tag shows it.
#[derive(Debug, Clone, Serialize)]
struct Tag {
    text: String,
    tone: &'static str,
}

fn tag(decision: Option<&Decision>) -> Tag {
    let Some(decision) = decision else { return Tag { text: words("decision-open", &[]), tone: "needs" } };
    let tone = match decision.outcome {
        Outcome::Agreed | Outcome::Amended => "agreed",
        Outcome::NotCarried => "late",
        Outcome::Noted | Outcome::Deferred | Outcome::Withdrawn => "draft",
    };
    Tag { text: words(&format!("decision-outcome-{}", decision.outcome), &[]), tone }
}

/// How it was decided, in words: "by a vote: 11 for, 8 against, 2 abstained".
pub fn how_words(decision: &Decision) -> String {
    manner_words(decision.how, decision.count)
}

/// How something was decided, with the count where there was one, in words.
pub fn manner_words(how: How, count: Option<Count>) -> String {
    let how = words(&format!("decision-how-{how}"), &[]);
    match count {
        None => how,
        Some(count) => words(
            "decision-how-count",
            &[
                ("how", &how),
                ("for", &count.in_favour.to_string()),
                ("against", &count.against.to_string()),
                ("abstained", &count.abstained.to_string()),
            ],
        ),
    }
}

/// Where a motion stands, in words: the meeting's day and the item.
fn place_words(motion: &Motion) -> String {
    let item = [motion.item_number.as_deref(), motion.item_title.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let day = motion.meeting_day.map(web::spelling::day).unwrap_or_default();
    [day, item].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// Where a form goes back to, when that is a page of this site.
fn back(back: &str) -> Option<String> {
    Some(back).filter(|back| back.starts_with('/') && !back.starts_with("//") && !back.contains('\\')).map(str::to_owned)
}
